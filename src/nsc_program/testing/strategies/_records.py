"""Strategies for single records: of one class, or of any of several classes."""

from collections.abc import Collection
from functools import partial

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.errors import InvalidType, InvalidValue, Message
from nsc_program.plan._program import Program
from nsc_program.records._base import is_record_class
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    PilotModel,
    Support,
    Training,
)
from nsc_program.records._reports import ReportedFigure
from nsc_program.testing.strategies._drawing_records import CLASSES, of_class
from nsc_program.testing.strategies._drawing_registers import all_kinds
from nsc_program.values._validators import instance_of, wrong_type


def enterprises(program: Program = HANOI) -> SearchStrategy[Enterprise]:
    """Draw enterprises (doanh nghiệp): under ten digits, as a branch, and under pseudonyms.

    Args:
        program: The plan that the records are for.

    Returns:
        A strategy for records under one id.
    """
    return of_class(program, Enterprise)


def supports(program: Program = HANOI) -> SearchStrategy[Support]:
    """Draw supports (hỗ trợ): completed and not, for every kind of enterprise, at every level.

    Args:
        program: The plan near whose turning days most supports start and end, and whose funding
            sources pay for some of them.

    Returns:
        A strategy for records under one id.
    """
    return of_class(program, Support)


def trainings(program: Program = HANOI) -> SearchStrategy[Training]:
    """Draw trainings (đào tạo, tập huấn): of single people and of headcounts.

    Args:
        program: The plan near whose turning days most trainings take place.

    Returns:
        A strategy for records under one id.
    """
    return of_class(program, Training)


def experts(program: Program = HANOI) -> SearchStrategy[Expert]:
    """Draw experts (chuyên gia): with some or all of their dates, and renewals.

    Args:
        program: The plan near whose turning days most of the dates lie.

    Returns:
        A strategy for records under one id, with certificates of every level.
    """
    return of_class(program, Expert)


def pilot_models(program: Program = HANOI) -> SearchStrategy[PilotModel]:
    """Draw pilot models (mô hình điểm) of both scopes, withdrawn and renewed ones among them.

    Args:
        program: The plan near whose turning days most models are recognised.

    Returns:
        A strategy for records under one id, with every combination of solutions.
    """
    return of_class(program, PilotModel)


def assessment_bodies(program: Program = HANOI) -> SearchStrategy[AssessmentBody]:
    """Draw conformity assessment bodies (tổ chức đánh giá sự phù hợp).

    Args:
        program: The plan near whose turning days most of the dates lie.

    Returns:
        A strategy for records under one id: of bodies that meet one condition, both or neither, and
        of bodies whose conformity lapsed.
    """
    return of_class(program, AssessmentBody)


def disseminations(program: Program = HANOI) -> SearchStrategy[Dissemination]:
    """Draw events of dissemination (tuyên truyền, phổ biến).

    Args:
        program: The plan near whose turning days most events take place.

    Returns:
        A strategy for records under one id.
    """
    return of_class(program, Dissemination)


def reported_figures(program: Program = HANOI) -> SearchStrategy[ReportedFigure]:
    """Draw reported figures (số liệu báo cáo): exact numbers, ranges, and estimates.

    Args:
        program: The plan whose indicators are reported, over its periods and others.

    Returns:
        A strategy for records under one id.
    """
    return of_class(program, ReportedFigure)


def facts(program: Program = HANOI) -> SearchStrategy[Fact]:
    """Draw facts about the indicators that a plan counts.

    Args:
        program: The plan.

    Returns:
        A strategy for facts.
    """
    return of_class(program, Fact)


def records(
    program: Program = HANOI, *, kinds: Collection[type[AnyRecord]] | None = None
) -> SearchStrategy[AnyRecord]:
    """Draw records of any class, or of some classes.

    Args:
        program: The plan that the records are for.
        kinds: The classes of records; `None` for all of them.

    Returns:
        A strategy for records that all have the same id.

    Raises:
        InvalidType: If `program` is not a plan, or one of `kinds` is not a class of records.
        InvalidValue: If `kinds` is empty.
    """
    return st.sampled_from(chosen_kinds(program, kinds)).flatmap(partial(of_class, program))


_CLASSES = Message(
    "nhiều loại hồ sơ, như [Support]", "several classes of records, such as [Support]"
)


def chosen_kinds(
    program: Program, kinds: Collection[type[AnyRecord]] | None, *, exact: bool = False
) -> tuple[type[AnyRecord], ...]:
    """Return the classes to draw from; raise for a wrong plan or wrong classes."""
    if not isinstance(program, Program):
        raise wrong_type("program", instance_of("Program"), program)
    if isinstance(kinds, (str, type)):
        raise wrong_type("kinds", _CLASSES, kinds)
    chosen = None if kinds is None else tuple(kinds)
    if chosen is not None:
        _check_kinds(chosen, exact=exact)
    if chosen is None:
        others = [kind for kind in program.counted_classes if kind not in CLASSES]
        return (*all_kinds(None, exact=exact), *others)
    return all_kinds(chosen, exact=exact)


def _check_kinds(chosen: Collection[type[AnyRecord]], *, exact: bool) -> None:
    """Raise for no class, for anything else than classes of records, and for inexact reports."""
    if not chosen:
        raise InvalidValue.at("kinds", code="empty", vi=_EMPTY.vi, en=_EMPTY.en)
    for kind in chosen:
        if kind not in CLASSES and not is_record_class(kind):
            raise _not_a_class(kind)
    if exact and ReportedFigure in chosen:
        raise InvalidValue.at(
            "kinds",
            code="reports-in-an-exact-register",
            vi="có báo cáo thì không dữ liệu nào chính xác; bỏ ReportedFigure",
            en="a register with reports is not exact; leave ReportedFigure out",
        )


_EMPTY = Message("cần ít nhất một loại hồ sơ", "expected at least one class of records")


def _not_a_class(kind: object) -> InvalidType:
    """Make the error of what is not a class of records."""
    names = ", ".join(record_class.__name__ for record_class in CLASSES)
    return InvalidType.at(
        "kinds",
        code="not-a-class-of-records",
        vi=f'cần các loại hồ sơ ({names}), nhận được "{kind!r}"',
        en=f'expected classes of records ({names}), got "{kind!r}"',
    )
