"""Hypothesis strategies for this suite, beside those of the library.

They draw from small pools, with days near the edges, and rejected rows. Everything is built: no
example is drawn and then thrown away.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeAlias

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program import (
    HANOI,
    AssessmentBody,
    Completeness,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    Period,
    PilotModel,
    Range,
    Register,
    RejectedRow,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.catalog import INDICATORS
from nsc_program.records import AnyRecord
from nsc_program.records._base import Record
from nsc_program.records._versions import identity
from nsc_program.testing import strategies as nsc
from nsc_program.testing.strategies._drawing_registers import rejected

Recorded: TypeAlias = (
    Enterprise | Support | Training | Expert | PilotModel | AssessmentBody | Dissemination
)

FIRST, SECOND = (phase.period for phase in HANOI.phases)
EDGES = (
    date(2020, 12, 31),
    date(2021, 1, 1),
    date(2025, 12, 14),
    date(2025, 12, 15),
    date(2025, 12, 30),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2030, 12, 30),
    date(2030, 12, 31),
    date(2031, 1, 1),
)
PEOPLE = ("P1", "P2", "P3", "P4")
BODIES = ("BODY-1", "BODY-2", "BODY-3")
# The targets are about these indicators under the default reading.
DEFAULTS = tuple(dict.fromkeys(HANOI.indicator_of(target.id).id for target in HANOI.targets))
COUNTED = tuple(indicator.id for indicator in INDICATORS if indicator.accumulates)
CLASSES = (Enterprise, Support, Training, Expert, PilotModel, AssessmentBody, Dissemination)
EVERYTHING_CLAIMED = [Completeness(kind, HANOI.period) for kind in CLASSES]


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    return day + timedelta(days=1)


@cache
def days(first: date = date(2019, 1, 1), last: date = date(2032, 12, 31)) -> SearchStrategy[date]:
    """Draw days between two days, often one of the two."""
    return st.sampled_from([first, *(day for day in EDGES if first <= day <= last)]) | st.dates(
        first, last
    )


def maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | strategy


@cache
def mostly(*, usual: bool) -> SearchStrategy[bool]:
    return st.sampled_from((usual, usual, usual, not usual))


def often(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return mostly(usual=True).flatmap(lambda given: strategy if given else st.none())


WHOLE_PERIODS = st.sampled_from((FIRST, SECOND, HANOI.period))


@st.composite
def periods(draw: DrawFn) -> Period:
    if draw(mostly(usual=True)):
        return draw(WHOLE_PERIODS)
    start, end = sorted(draw(st.tuples(days(), days())))
    return draw(st.sampled_from((Period(start, end), Period.until(end))))


# --- records: `registers` gives them an id and a date of entry ---


@cache
def facts(when: SearchStrategy[date] | None = None) -> SearchStrategy[Fact]:
    return st.builds(
        lambda fact, on: evolve(fact, on=on), nsc.facts(), days() if when is None else when
    )


def reports() -> SearchStrategy[ReportedFigure]:
    """Draw reports over phases and other periods."""
    return nsc.reported_figures()


@st.composite
def reports_of(draw: DrawFn, period: Period) -> ReportedFigure:
    """Draw reports over one period, each known once it is over.

    Each report allows at least one whole number that is not negative.
    """
    number, less, more = draw(
        st.tuples(st.integers(0, 6), st.fractions(0, 2, max_denominator=1000), st.integers(0, 3))
    )
    wider = st.sampled_from(
        (Range(number - less, number + more), Range.at_least(number), Range.at_most(number))
    )
    return ReportedFigure(
        id="one",
        annulled=draw(mostly(usual=False)),
        verified=draw(mostly(usual=True)),
        indicator=draw(
            st.sampled_from(DEFAULTS) | st.sampled_from([indicator.id for indicator in INDICATORS])
        ),
        period=period,
        value=draw(st.just(number) | wider),
        issued=draw(days(period.end, date(2033, 12, 31))),
    )


HAPPENINGS: tuple[SearchStrategy[Recorded], ...] = (
    nsc.enterprises(),
    nsc.supports(),
    nsc.trainings(),
    nsc.experts(),
    nsc.pilot_models(),
    nsc.assessment_bodies(),
    nsc.disseminations(),
)


# --- registers ---


def claims() -> SearchStrategy[Completeness]:
    return st.builds(
        Completeness, st.sampled_from(CLASSES) | st.sampled_from(COUNTED), periods(), maybe(days())
    )


@st.composite
def versions(draw: DrawFn, kind: SearchStrategy[Recorded], name: str) -> list[Recorded]:
    """Draw a record in one or two versions: the second was entered later and may say anything."""
    contents = draw(st.lists(kind, min_size=1, max_size=2))
    entered = (
        draw(maybe(st.dates(date(2021, 1, 1), date(2023, 12, 31)))),
        draw(days(date(2024, 1, 1))),
    )
    return [
        evolve(record, id=name, recorded_on=day)
        for record, day in zip(contents, entered, strict=False)
    ]


@cache
def records() -> SearchStrategy[list[AnyRecord]]:
    """Draw records without ids that `registers` gives."""
    drawn = nsc.registers(kinds=(*CLASSES, Fact), max_size=12)
    return drawn.map(lambda register: [_renamed(record) for record in register.records])


def _renamed(record: AnyRecord) -> AnyRecord:
    return record if isinstance(record, Fact) else evolve(record, id=f"new {record.id}")


@st.composite
def rejected_rows(draw: DrawFn, held: Iterable[AnyRecord]) -> RejectedRow:
    """Draw a rejected row, of a record in the register or of another record.

    It was entered on the day of one of these records, or on any day.
    """
    rows = [rejected(record) for record in held if isinstance(record, Record)]
    rows += [
        RejectedRow(what="Training", id="row", things=4),
        RejectedRow(what="PilotModel", id="row"),
    ]
    when = st.sampled_from([row.recorded_on for row in rows]) | days(
        date(2021, 1, 1), date(2026, 1, 1)
    )
    return evolve(draw(st.sampled_from(rows)), recorded_on=draw(when))


@st.composite
def registers(draw: DrawFn, *, estimates: bool = True) -> Register:
    """Draw registers that hold anything, clashes included; a few of them have rejected rows.

    All ids of the rejected rows could be read.
    """
    drawn = draw(nsc.registers(max_size=12))
    held = [record for record in drawn.records if estimates or not _is_estimate(record)]
    return Register(
        held, drawn.completeness, draw(st.just([]) | st.lists(rejected_rows(held), max_size=4))
    )


def _is_estimate(record: AnyRecord) -> bool:
    return isinstance(record, ReportedFigure) and record.estimated


@st.composite
def with_rejected_rows(draw: DrawFn, register: Register, *, reports: bool) -> Register:
    """Draw registers with rejected rows of records or of reports, some without a readable id."""
    rows = [record for record in register.records if isinstance(record, Record)]
    able = [record for record in rows if reports or not isinstance(record, ReportedFigure)]
    lost = draw(st.lists(st.sampled_from(able), max_size=6, unique_by=identity)) if able else []
    kept = [record for record in register.records if record not in lost]
    named = [(rejected(record), draw(mostly(usual=True))) for record in lost]
    lost_rows = (
        row if name else evolve(row, id=f"rejected row {place}", identified=False)
        for place, (row, name) in enumerate(named)
    )
    return Register(kept, register.completeness, [*register.rejected, *lost_rows])
