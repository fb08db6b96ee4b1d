"""Draw registers: versions of records, claims of completeness, and rejected rows.

The strategies here take options that were checked already; users call those of
`_register_strategies`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._program import Program
from nsc_program.records._records import (
    RECORD_CLASSES,
    AnyRecord,
    Enterprise,
    Fact,
    Record,
    ReportedFigure,
)
from nsc_program.records._register import ROWS, Completeness, Register, RejectedRow
from nsc_program.testing.strategies._drawing_records import (
    Kind,
    Maybe,
    counted,
    kinds_of,
    uncounted,
)
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
    claimed: tuple[type[AnyRecord] | str, ...] = (*RECORD_CLASSES, *by_facts)
    return tuple(Completeness(what, Period.until(last)) for what in claimed)


def _days_of_entry(program: Program) -> Sequence[date | None]:
    """Return `None` for half of all draws, else turning days and a day in each month."""
    months = range(program.period.first.toordinal(), program.period.end.toordinal(), 30)
    days = [*turning_days(program), *map(date.fromordinal, months)][:MOST_DAYS_OF_ENTRY]
    return [*[None] * len(days), *days]


MOST_DAYS_OF_ENTRY = 128


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
            kind, name, day = head["kind"], f"r{place}", head["entered"]
            if head["again"] and kind in latest:
                name = latest[kind].id
                day = _later(latest[kind].recorded_on, day or date(2024, 1, 1))
            fields = self.kinds[kind].fields.values(version[self.head.width :])
            record = self.kinds[kind].make(id=name, recorded_on=day, **fields)
            row = None
            if not isinstance(record, Fact):
                latest[kind] = record
                row = None if head["later"] is None else rejected(record, later=head["later"])
            yield record, row


@lru_cache(maxsize=CACHED_PLANS)
def versions(
    program: Program, kinds: tuple[type[AnyRecord], ...], *, corrected: bool, exact: bool
) -> Versions:
    """Return how to draw versions of records of these classes for a plan."""
    fields = kinds_of(program, exact=exact)
    again = (*[False] * 11, True) if corrected else (False,)
    entered = _days_of_entry(program) if corrected else (None,)
    head = Fields.of(kind=kinds, again=again, entered=entered, later=(*[None] * 13, False, True))
    return Versions(head, {kind: fields[kind] for kind in kinds})


def _later(day: date | None, entered: date | None) -> date | None:
    """Return the day of entry, or the day after an earlier version if that is later."""
    return entered if day is None or (entered and entered > day) else beside(day, 1)


@lru_cache(maxsize=CACHED_PLANS)
def claims(program: Program) -> SearchStrategy[Completeness]:
    """Draw claims about classes of records and about indicators, mostly over a whole period."""

    def claim(
        day_one: date,
        day_two: date,
        what: type[AnyRecord] | str,
        over: Period | None,
        recorded_on: date | None,
    ) -> Completeness:
        return Completeness(what, over or Period(*sorted((day_one, day_two))), recorded_on)

    days = days_of(program)
    whole = (*program.periods, Period.until(program.period.end))
    fields = Fields.of(
        what=(*RECORD_CLASSES, *counted(program)),
        over=(*whole, *whole, None),
        recorded_on=Maybe(days),
        day_one=days,
        day_two=days,
    )
    return from_fields(fields, claim)


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
    entered = _later(record.recorded_on, date(2024, 1, 1)) if later else record.recorded_on
    return RejectedRow(
        what=type(record).__name__,
        id=record.id,
        recorded_on=entered,
        things=record.things,
    )


@lru_cache(maxsize=CACHED_PLANS)
def _few_claims(program: Program) -> SearchStrategy[list[Completeness]]:
    return st.lists(claims(program), max_size=4)


@lru_cache(maxsize=CACHED_PLANS)
def _few_rejected(program: Program) -> SearchStrategy[list[RejectedRow]]:
    return st.lists(rejected_rows(program), max_size=2)


@lru_cache(maxsize=CACHED_PLANS)
def _several(width: int, least: int, most: int) -> SearchStrategy[list[bytes]]:
    return st.lists(st.binary(min_size=width, max_size=width), min_size=least, max_size=most)


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
    # A strategy costs more to build than to draw from, so the strategies used here are cached.
    drawn = versions(program, kinds, corrected=corrected, exact=exact)
    pairs = tuple(drawn.records(draw(_several(drawn.width, *sizes))))
    records = [record for record, _ in pairs]
    if exact or draw(st.booleans()):
        return Register(records, everything(program))
    rows = draw(_few_rejected(program)) if draw(st.booleans()) else []
    rows_of_records = [row for _, row in pairs if row]
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
