"""Registers: versions of records, what is claimed of them, and the rows that nobody could read."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._program import Program
from nsc_program.records._counting import COUNTED_BY
from nsc_program.records._records import AnyRecord, Fact, Record, ReportedFigure
from nsc_program.records._register import ROWS, Completeness, Register, RejectedRow
from nsc_program.testing.strategies._fields import (
    KEPT,
    Fields,
    beside,
    composed,
    days_of,
    drawn,
    mostly,
    turns,
)
from nsc_program.testing.strategies._records import Kind, Maybe, counted, kinds_of
from nsc_program.values._periods import Period


@lru_cache(maxsize=KEPT)
def everything(program: Program) -> tuple[Completeness, ...]:
    """The claims that a register holds all there is of everything that a program counts, on every day of it."""
    by_class = {indicator for indicators in COUNTED_BY.values() for indicator in indicators}
    others = [indicator for indicator in counted(program) if indicator not in by_class]
    last = max(period.end for period in program.periods)
    return tuple(Completeness(what, Period.until(last)) for what in (*COUNTED_BY, *others))


def _entered(program: Program) -> Sequence[date | None]:
    """The days on which versions are entered: from the start, on each day at which something turns, or once a month."""
    months = range(program.period.first.toordinal(), program.period.end.toordinal(), 30)
    days = [*turns(program), *map(date.fromordinal, months)][:MOST_ENTERED]
    return [*[None] * len(days), *days]


MOST_ENTERED = 128


@final
@frozen
class Versions:
    """How versions of records are drawn: a class, whether one corrects the one before, and the fields of its class.

    A row that could not be read is drawn with its record, so that it stays so when Hypothesis leaves others out.
    """

    head: Fields
    kinds: Mapping[type[AnyRecord], Kind]

    @property
    def width(self) -> int:
        """How many bytes a version takes."""
        return self.head.width + max(kind.fields.width for kind in self.kinds.values())

    def held(self, drawn: Iterable[bytes]) -> Iterator[tuple[AnyRecord, RejectedRow | None]]:
        """Records, ids given by place so that no two conflict; a correction is entered later, under the same id.

        Beside some stands a row that could not be read, entered with them or later.
        """
        last: dict[type[AnyRecord], Record] = {}
        for place, version in enumerate(drawn):
            head = self.head.values(version)
            kind, name, day = head["kind"], f"r{place}", head["entered"]
            if head["again"] and kind in last:
                name, day = last[kind].id, _later(last[kind].recorded_on, day or date(2024, 1, 1))
            found = self.kinds[kind]
            record = found.make(
                id=name, recorded_on=day, **found.fields.values(version[self.head.width :])
            )
            row = None
            if not isinstance(record, Fact):
                last[kind] = record
                row = None if head["later"] is None else rejected(record, later=head["later"])
            yield record, row


@lru_cache(maxsize=KEPT)
def versions(
    program: Program, kinds: tuple[type[AnyRecord], ...], *, corrected: bool, exact: bool
) -> Versions:
    """How versions of records of these classes are drawn for a program."""
    own = kinds_of(program, exact=exact)
    again = mostly(False, *[False] * 2, True)[: None if corrected else 1]  # noqa: FBT003  # the values themselves
    entered = _entered(program) if corrected else (None,)
    head = Fields.of(kind=kinds, again=again, entered=entered, later=(*[None] * 13, False, True))
    return Versions(head, {kind: own[kind] for kind in kinds})


def _later(day: date | None, entered: date | None) -> date | None:
    """A day of entry after another."""
    return entered if day is None or (entered and entered > day) else beside(day, 1)


@lru_cache(maxsize=KEPT)
def claims(program: Program) -> SearchStrategy[Completeness]:
    """Claims about classes of records and about indicators, mostly over a whole period."""

    def claim(
        one: date, two: date, what: type[AnyRecord] | str, over: Period | None, made: date | None
    ) -> Completeness:
        return Completeness(what, over or Period(*sorted((one, two))), made)

    days = days_of(program)
    whole = (*program.periods, Period.until(program.period.end))
    fields = Fields.of(
        what=(*COUNTED_BY, *counted(program)),
        over=(*whole, *whole, None),
        made=Maybe(days),
        one=days,
        two=days,
    )
    return drawn(fields, claim)


@lru_cache(maxsize=KEPT)
def rejected_rows(program: Program) -> SearchStrategy[RejectedRow]:
    """Rows that nobody could read, of any class."""
    fields = Fields.of(
        what=tuple(ROWS),
        recorded_on=_entered(program),
        id=("row", "r0", "r1"),
        things=(1, 1, 2, 9),
        identified=mostly(True, False),  # noqa: FBT003  # the values themselves
    )
    return drawn(fields, RejectedRow)


def rejected(record: Record, *, later: bool = False) -> RejectedRow:
    """A row of a record that could not be read, entered with it or later."""
    return RejectedRow(
        what=type(record).__name__,
        id=record.id,
        recorded_on=_later(record.recorded_on, date(2024, 1, 1)) if later else record.recorded_on,
        things=record.things,
    )


@lru_cache(maxsize=KEPT)
def _few_claims(program: Program) -> SearchStrategy[list[Completeness]]:
    return st.lists(claims(program), max_size=4)


@lru_cache(maxsize=KEPT)
def _few_unread(program: Program) -> SearchStrategy[list[RejectedRow]]:
    return st.lists(rejected_rows(program), max_size=2)


@lru_cache(maxsize=KEPT)
def _several(width: int, least: int, most: int) -> SearchStrategy[list[bytes]]:
    return st.lists(st.binary(min_size=width, max_size=width), min_size=least, max_size=most)


def all_kinds(
    kinds: Collection[type[AnyRecord]] | None, *, exact: bool
) -> tuple[type[AnyRecord], ...]:
    """The classes to draw from; reports are no records of things, and leave a count open where they clash with it."""
    wanted = (
        (*COUNTED_BY, Fact, *([] if exact else [ReportedFigure])) if kinds is None else tuple(kinds)
    )
    # An enterprise's own record counts nothing, so it does not come first.
    return tuple(sorted(wanted, key=lambda kind: not COUNTED_BY.get(kind, (kind,))))


def _register(
    draw: DrawFn,
    program: Program,
    kinds: tuple[type[AnyRecord], ...],
    sizes: tuple[int, int],
    *,
    corrected: bool,
    exact: bool,
) -> Register:
    # Strategies cost more to make than to draw from, so those that do not depend on what was drawn are kept.
    ways = versions(program, kinds, corrected=corrected, exact=exact)
    held = tuple(ways.held(draw(_several(ways.width, *sizes))))
    records = [record for record, _ in held]
    if exact or draw(st.booleans()):
        return Register(records, everything(program))
    rows = draw(_few_unread(program)) if draw(st.booleans()) else []
    return Register(records, draw(_few_claims(program)), [*rows, *(row for _, row in held if row)])


def registers(
    program: Program,
    kinds: tuple[type[AnyRecord], ...],
    sizes: tuple[int, int],
    *,
    corrected: bool = True,
    exact: bool = False,
) -> SearchStrategy[Register]:
    """Registers of some classes, clashes included where they need not be exact."""
    return composed(_register, program, kinds, sizes, corrected=corrected, exact=exact)
