"""Draw registers: versions of records, claims of completeness, and rejected rows.

The strategies here take options that were checked already; users call those of
`_registers`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, final

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._program import Program
from nsc_program.records._base import Record
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import RECORD_CLASSES, AnyRecord, Enterprise, Fact
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import ROWS, RejectedRow
from nsc_program.records._reports import ReportedFigure
from nsc_program.testing.strategies._drawing_records import Kind, Maybe, counted, kind_of, uncounted
from nsc_program.testing.strategies._fields import (
    CACHED_PLANS,
    Fields,
    beside,
    composed,
    days_of,
    from_fields,
    turning_days,
)
from nsc_program.values._periods import Period


@lru_cache(maxsize=CACHED_PLANS)
def everything(program: Program) -> tuple[Completeness, ...]:
    """Return the claims that a register is complete for every indicator through a plan's end."""
    by_facts = uncounted(program)
    last = max(period.end for period in program.periods)
    claimed: dict[type[AnyRecord] | str, None] = dict.fromkeys(
        (*RECORD_CLASSES, *program.counted_classes, *by_facts)
    )
    return tuple(Completeness(what, Period.until(last)) for what in claimed)


def _days_of_entry(program: Program) -> Sequence[date | None]:
    """Return `None` for half of all draws, else turning days and a day in each month."""
    months = range(program.period.first.toordinal(), program.period.end.toordinal(), 30)
    days = [*turning_days(program), *map(date.fromordinal, months)][:MOST_DAYS_OF_ENTRY]
    return [*[None] * len(days), *days]


MOST_DAYS_OF_ENTRY = 128
ENTERED = date(2024, 1, 1)
"""The day of entry of a correction or of a rejected row that is later and has no day of its own."""


@final
@frozen
class Versions:
    """How to draw versions of records.

    A rejected row is drawn together with its record, so that it still belongs to that record when
    Hypothesis leaves out others.

    Attributes:
        head: What every version has: its class, its day of entry, whether it corrects the version
            before it, and whether a rejected row stands beside it.
        kinds: The fields of each class.
    """

    head: Fields
    kinds: Mapping[type[AnyRecord], Kind]

    @property
    def width(self) -> int:
        """The number of bytes that a version takes."""
        return self.head.width + max(kind.fields.width for kind in self.kinds.values())

    def records(self, versions: Iterable[bytes]) -> Iterator[tuple[AnyRecord, RejectedRow | None]]:
        """Yield records, some with a rejected row that was entered with them or later.

        A record's id is its place, so that no two records conflict. A correction has the id of an
        earlier version and is entered after it.
        """
        latest: dict[type[AnyRecord], Record] = {}
        for place, version in enumerate(versions):
            head = self.head.values(version)
            entry = _name_and_day(place, head, latest.get(head["kind"]))
            record = self._record(head["kind"], version, entry)
            if isinstance(record, Fact):
                yield record, None
            else:
                latest[type(record)] = record
                yield record, _rejected_beside(record, later=head["later"])

    def _record(self, kind: type[AnyRecord], version: bytes, entry: Mapping[str, Any]) -> AnyRecord:
        """Return the record of a version, with its id and its day of entry."""
        drawn = self.kinds[kind]
        return drawn.make(**entry, **drawn.fields.values(version[self.head.width :]))


def _rejected_beside(record: Record, *, later: bool | None) -> RejectedRow | None:
    """Return the rejected row that stands beside a record, if there is one."""
    return None if later is None else rejected(record, later=later)


def _name_and_day(place: int, head: Mapping[str, Any], earlier: Record | None) -> dict[str, Any]:
    """Return the id and the day of entry of a version: those of a correction, or its own."""
    day = head["entered"]
    if earlier is None or not head["again"]:
        return {"id": f"r{place}", "recorded_on": day}
    return {"id": earlier.id, "recorded_on": _later(earlier.recorded_on, day or ENTERED)}


_CORRECTED: dict[str, Sequence[Any]] = {"again": (*[False] * 11, True)}
_NOT_CORRECTED: dict[str, Sequence[Any]] = {"again": (False,), "entered": (None,)}


@lru_cache(maxsize=CACHED_PLANS)
def versions(
    program: Program, kinds: tuple[type[AnyRecord], ...], *, corrected: bool, exact: bool
) -> Versions:
    """Return how to draw versions of records of these classes for a plan."""
    entry = _CORRECTED | {"entered": _days_of_entry(program)} if corrected else _NOT_CORRECTED
    head = Fields.of(kind=kinds, **entry, later=(*[None] * 13, False, True))
    return Versions(head, {kind: kind_of(program, kind, exact=exact) for kind in kinds})


def _later(day: date | None, entered: date | None) -> date | None:
    """Return the day of entry, or the day after an earlier version if that is later."""
    return entered if day is None or (entered and entered > day) else beside(day, 1)


@lru_cache(maxsize=CACHED_PLANS)
def claims(program: Program) -> SearchStrategy[Completeness]:
    """Draw claims about classes of records and about indicators, mostly over a whole period."""
    days = days_of(program)
    whole = (*program.periods, Period.until(program.period.end))
    fields = Fields.of(
        what=(*RECORD_CLASSES, *counted(program)),
        over=(*whole, *whole, None),
        recorded_on=Maybe(days),
        day_one=days,
        day_two=days,
    )
    return from_fields(fields, _claim)


def _claim(day_one: date, day_two: date, *, over: Period | None, **rest: Any) -> Completeness:
    """Build a claim over a period, or else over the days between two days."""
    return Completeness(period=over or Period(*sorted((day_one, day_two))), **rest)


@lru_cache(maxsize=CACHED_PLANS)
def rejected_rows(program: Program) -> SearchStrategy[RejectedRow]:
    """Draw rejected rows of any class."""
    fields = Fields.of(
        what=tuple(ROWS),
        recorded_on=_days_of_entry(program),
        id=("row", "r0", "r1"),
        things=(1, 1, 2, 9),
        identified=(True, True, True, False),
    )
    return from_fields(fields, RejectedRow)


def rejected(record: Record, *, later: bool = False) -> RejectedRow:
    """Return a rejected row of a record, entered with the record or later."""
    entered = _later(record.recorded_on, ENTERED) if later else record.recorded_on
    return RejectedRow(
        what=type(record).__name__,
        id=record.id,
        recorded_on=entered,
        things=record.things,
    )


@lru_cache(maxsize=CACHED_PLANS)
def _few_claims(program: Program) -> SearchStrategy[list[Completeness]]:
    """Draw up to four claims."""
    return st.lists(claims(program), max_size=4)


@lru_cache(maxsize=CACHED_PLANS)
def _few_rejected(program: Program) -> SearchStrategy[list[RejectedRow]]:
    """Draw up to two rejected rows."""
    return st.lists(rejected_rows(program), max_size=2)


@lru_cache(maxsize=CACHED_PLANS)
def _several(width: int, least: int, most: int) -> SearchStrategy[list[bytes]]:
    """Draw the bytes of several versions."""
    version = st.binary(min_size=width, max_size=width)
    return st.lists(version, min_size=least, max_size=most)


def all_kinds(
    kinds: Collection[type[AnyRecord]] | None, *, exact: bool
) -> tuple[type[AnyRecord], ...]:
    """Return the classes to draw from.

    An exact register has no reports: a report that clashes with the records leaves the count open.
    """
    reports = () if exact else (ReportedFigure,)
    wanted = (*RECORD_CLASSES, Fact, *reports) if kinds is None else tuple(kinds)
    # The record of an enterprise itself counts towards nothing, so it does not come first.
    return tuple(sorted(wanted, key=lambda kind: kind is Enterprise))


def _register(
    draw: DrawFn,
    program: Program,
    kinds: tuple[type[AnyRecord], ...],
    sizes: tuple[int, int],
    *,
    corrected: bool,
    exact: bool,
) -> Register:
    """Draw a register, which is claimed complete if it is exact, and else in half of all draws."""
    # A strategy costs more to build than to draw from, so the strategies used here are cached.
    drawn = versions(program, kinds, corrected=corrected, exact=exact)
    pairs = tuple(drawn.records(draw(_several(drawn.width, *sizes))))
    territory = draw(_territories(program))
    if exact or draw(st.booleans()):
        records = [record for record, _ in pairs]
        return Register(records, everything(program), territory=territory)
    return evolve(_with_gaps(draw, program, pairs), territory=territory)


@lru_cache(maxsize=CACHED_PLANS)
def _territories(program: Program) -> SearchStrategy[str | None]:
    """Draw the territory of a register, which is the plan's if it is named."""
    return st.sampled_from(tuple(dict.fromkeys((None, program.territory))))


def _with_gaps(
    draw: DrawFn, program: Program, pairs: Collection[tuple[AnyRecord, RejectedRow | None]]
) -> Register:
    """Draw the claims and the rejected rows of a register that is not claimed complete."""
    rows = draw(_few_rejected(program)) if draw(st.booleans()) else []
    rows_of_records = [row for _, row in pairs if row]
    records = [record for record, _ in pairs]
    return Register(records, draw(_few_claims(program)), [*rows, *rows_of_records])


def registers(
    program: Program,
    kinds: tuple[type[AnyRecord], ...],
    sizes: tuple[int, int],
    *,
    corrected: bool = True,
    exact: bool = False,
) -> SearchStrategy[Register]:
    """Draw registers of some classes; evidence may clash in a register that need not be exact."""
    return composed(_register, program, kinds, sizes, corrected=corrected, exact=exact)
