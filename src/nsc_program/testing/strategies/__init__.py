"""Hypothesis strategies for every public type: valid values only, nothing drawn and thrown away, simplest first.

They take a program where values depend on one, Hanoi's if none is given. `hypothesis.strategies.from_type` knows them
too, wherever this library and Hypothesis are installed (the extra `testing`). What they draw is made up.

>>> from hypothesis import given
>>> from nsc_program import Register, tally, HANOI
>>> @given(registers(max_size=3, exact=True))
... def every_count_is_one_number(register: Register) -> None:
...     figures = tally(HANOI, register, as_of=HANOI.period.end).figures
...     assert all(each.range.low == each.range.high for each in figures if each.indicator != "tfp-share")
>>> every_count_is_one_number()
"""

from collections.abc import Collection
from datetime import date
from functools import partial
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.checks._types import Finding
from nsc_program.errors import InvalidType, InvalidValue, Message
from nsc_program.plan._program import Program
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    PilotModel,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.records._register import Completeness, Register, RejectedRow
from nsc_program.testing.strategies import _records, _registers, _types, _values
from nsc_program.testing.strategies._plans import bases as bases
from nsc_program.testing.strategies._plans import bounds as bounds
from nsc_program.testing.strategies._plans import funding_sources as funding_sources
from nsc_program.testing.strategies._plans import indicators as indicators
from nsc_program.testing.strategies._plans import objectives as objectives
from nsc_program.testing.strategies._plans import phases as phases
from nsc_program.testing.strategies._plans import programs as programs
from nsc_program.testing.strategies._plans import questions as questions
from nsc_program.testing.strategies._plans import readings as readings
from nsc_program.testing.strategies._plans import targets as targets
from nsc_program.testing.strategies._results import evaluations as evaluations
from nsc_program.testing.strategies._results import evidences as evidences
from nsc_program.testing.strategies._results import figures as figures
from nsc_program.testing.strategies._results import funding_totals as funding_totals
from nsc_program.testing.strategies._results import phase_comparisons as phase_comparisons
from nsc_program.testing.strategies._results import sweeps as sweeps
from nsc_program.testing.strategies._results import verdicts as verdicts
from nsc_program.testing.strategies._thresholds import Near as Near
from nsc_program.testing.strategies._thresholds import near_threshold as near_threshold
from nsc_program.testing.strategies._values import citations as citations
from nsc_program.testing.strategies._values import documents as documents
from nsc_program.testing.strategies._values import numbers as numbers
from nsc_program.testing.strategies._values import periods as periods
from nsc_program.testing.strategies._values import ranges as ranges
from nsc_program.testing.strategies._values import texts as texts
from nsc_program.testing.strategies._values import whole_years as whole_years
from nsc_program.values._validators import A_WHOLE_NUMBER, instance_of, wrong_type
from nsc_program.verdicts._notes import Note


def days(program: Program = HANOI) -> SearchStrategy[date]:
    """Days from two years before a program to two years after it, every other one at the edge of a period."""
    return _values.days(program)


def enterprises(program: Program = HANOI) -> SearchStrategy[Enterprise]:
    """Doanh nghiệp: under ten digits, as a branch, and under pseudonyms."""
    return _records.of_class(program, Enterprise)


def supports(program: Program = HANOI) -> SearchStrategy[Support]:
    """Hỗ trợ: completed and not, of every kind of enterprise, at every level, with money and without."""
    return _records.of_class(program, Support)


def trainings(program: Program = HANOI) -> SearchStrategy[Training]:
    """Đào tạo, tập huấn: of people, and headcounts."""
    return _records.of_class(program, Training)


def experts(program: Program = HANOI) -> SearchStrategy[Expert]:
    """Chuyên gia: with some of their dates or all, certificates of every level, renewals."""
    return _records.of_class(program, Expert)


def pilot_models(program: Program = HANOI) -> SearchStrategy[PilotModel]:
    """Mô hình điểm: of both scopes, with every number of groups of solutions, withdrawn and renewed ones."""
    return _records.of_class(program, PilotModel)


def assessment_bodies(program: Program = HANOI) -> SearchStrategy[AssessmentBody]:
    """Tổ chức đánh giá sự phù hợp: with one condition, both or none, and lapsed."""
    return _records.of_class(program, AssessmentBody)


def disseminations(program: Program = HANOI) -> SearchStrategy[Dissemination]:
    """Tuyên truyền, phổ biến."""
    return _records.of_class(program, Dissemination)


def reported_figures(program: Program = HANOI) -> SearchStrategy[ReportedFigure]:
    """Số liệu báo cáo: of a program's indicators, over its periods and others, exact and not, estimates among them."""
    return _records.of_class(program, ReportedFigure)


def facts(program: Program = HANOI) -> SearchStrategy[Fact]:
    """Facts of whatever a program counts."""
    return _records.of_class(program, Fact)


def records(
    program: Program = HANOI, *, kinds: Collection[type[AnyRecord]] | None = None
) -> SearchStrategy[AnyRecord]:
    """Records of any class or of some classes, all under one id.

    Raises:
        InvalidType: for a program that is none, or a kind that is no class of records.
        InvalidValue: for no kinds.
    """
    chosen = _chosen(program, kinds, exact=False)
    return st.sampled_from(chosen).flatmap(partial(_records.of_class, program))


def claims(program: Program = HANOI) -> SearchStrategy[Completeness]:
    """Claims that a register is complete: about every class and indicator, over a program's periods and others."""
    return _registers.claims(program)


def rejected_rows(program: Program = HANOI) -> SearchStrategy[RejectedRow]:
    """Rows that nobody could read."""
    return _registers.rejected_rows(program)


def registers(
    program: Program = HANOI,
    *,
    kinds: Collection[type[AnyRecord]] | None = None,
    min_size: int = 0,
    max_size: int | None = None,
    corrected: bool = True,
    exact: bool = False,
) -> SearchStrategy[Register]:
    """Registers: versions of records, claims, and rows that nobody could read; evidence may clash.

    Args:
        program: whose indicators are counted and reported, and at whose periods days are close.
        kinds: the classes of records; all, unless given.
        min_size: how many versions of records there are at least; their ids are given by place.
        max_size: how many there are at most: 10 or, where there are more at least, so many, unless given; 200 at most.
        corrected: whether records are corrected by later versions, and have a day of entry.
        exact: whether nothing is left open: every record is verified and says what decides whether it counts, each
            class is claimed complete, no row is rejected, and nothing is reported. Then every count of a period that is
            over is one number.

    Raises:
        InvalidType: for a program that is none, sizes that are no whole numbers, or a kind that is no class of records.
        InvalidValue: for sizes that do not fit together, or no kinds; if reports are asked for, and it must be exact.
    """
    most = max(10, min_size) if max_size is None else max_size
    for name, size in (("min_size", min_size), ("max_size", most)):
        if type(size) is not int:
            raise wrong_type(name, A_WHOLE_NUMBER, size)
    if not 0 <= min_size <= most <= MOST_RECORDS:
        raise InvalidValue.at(
            "sizes",
            code="sizes",
            vi=f"cần từ 0 đến {MOST_RECORDS} theo thứ tự tăng dần, nhận được {min_size} và {most}",
            en=f"expected 0 to {MOST_RECORDS} in rising order, got {min_size} and {most}",
        )
    chosen = _chosen(program, kinds, exact=exact)
    return _registers.registers(program, chosen, (min_size, most), corrected=corrected, exact=exact)


MOST_RECORDS = 200
"""How many versions of records a register that is drawn has at most: Hypothesis draws so much data, and no more."""


_CLASSES = Message(
    "nhiều loại bản ghi, như [Support]", "several classes of records, such as [Support]"
)


def _chosen(
    program: Program, kinds: Collection[type[AnyRecord]] | None, *, exact: bool
) -> tuple[type[AnyRecord], ...]:
    if not isinstance(program, Program):
        raise wrong_type("program", instance_of("Program"), program)
    if isinstance(kinds, (str, type)):
        raise wrong_type("kinds", _CLASSES, kinds)
    given = None if kinds is None else tuple(kinds)
    for kind in given or ():
        if kind not in _records.CLASSES:
            known = ", ".join(each.__name__ for each in _records.CLASSES)
            raise InvalidType.at(
                "kinds",
                code="not-a-class-of-records",
                vi=f'cần các loại bản ghi ({known}), nhận được "{kind!r}"',
                en=f'expected classes of records ({known}), got "{kind!r}"',
            )
    if given == ():
        raise InvalidValue.at(
            "kinds",
            code="empty",
            vi="cần ít nhất một loại bản ghi",
            en="expected at least one class of records",
        )
    if exact and given and ReportedFigure in given:
        raise InvalidValue.at(
            "kinds",
            code="reports-in-an-exact-register",
            vi="có báo cáo thì không sổ nào chính xác; bỏ ReportedFigure",
            en="with reports no register is exact; leave ReportedFigure out",
        )
    return _registers.all_kinds(given, exact=exact)


def notes() -> SearchStrategy[Note]:
    """Every note, on what a figure or a verdict rests on."""
    return st.one_of([_types.of_type(kind) for kind in get_args(Note)])


def findings() -> SearchStrategy[Finding]:
    """Every finding, about what looks wrong in a register."""
    return st.one_of([_types.of_type(kind) for kind in get_args(Finding)])
