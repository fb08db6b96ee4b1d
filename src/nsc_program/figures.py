"""What each indicator can still be: facts, claims of completeness and reports, joined to one range each."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeAlias, final

from attrs import define, evolve, field, frozen

from nsc_program._validators import is_a, is_date, is_id, tuple_of, wrong_type
from nsc_program.errors import InvalidValue
from nsc_program.indicators import TRAINED_PERSONS
from nsc_program.notes import (
    Clash,
    Covered,
    FigureNote,
    NotCovered,
    NotStarted,
    PeopleNotIdentified,
    Unverified,
)
from nsc_program.periods import Period, gaps
from nsc_program.program import Program
from nsc_program.projection import WhyNot, projected
from nsc_program.ranges import Range, reconcile
from nsc_program.records import AnyRecord, Training
from nsc_program.register import Register
from nsc_program.reporting import Reports, within_domain
from nsc_program.targets import Indicator


@final
@frozen
class Figure:
    """Số liệu: what an indicator can still be over a period, and what that rests on."""

    indicator: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    range: Range = field(validator=is_a(Range))
    notes: tuple[FigureNote, ...] = field(default=(), validator=tuple_of(is_a(FigureNote)))


@final
@frozen
class Figures:
    """The figures as of the close of a day, each for an indicator and a period.

    What is not among them can be anything in its indicator's domain.

    Raises:
        InvalidValue: if two figures are for the same indicator and period.
    """

    as_of: date = field(validator=is_date)
    figures: tuple[Figure, ...] = field(default=(), validator=tuple_of(is_a(Figure)))

    def __attrs_post_init__(self) -> None:
        """Refuse two figures for one thing: evidence is joined before, by `tally`."""
        if len(self._found) < len(self.figures):
            raise InvalidValue("figures: two of them are for the same indicator and period")

    @cached_property
    def _found(self) -> Mapping[tuple[str, Period], Figure]:
        return {(figure.indicator, figure.period): figure for figure in self.figures}

    def figure(self, indicator: Indicator, period: Period) -> Figure:
        """What is known of an indicator over a period, within its domain and in its whole units.

        Raises:
            InvalidValue: if the figure is nothing that the indicator can be.
        """
        found = self._found.get((indicator.id, period), Figure(indicator.id, period, indicator.domain))
        possible = indicator.narrow(found.range)
        if possible is None:
            raise InvalidValue(f"figure: {indicator.id!r} cannot be {found.range}")
        return found if possible == found.range else evolve(found, range=possible)


def tally(program: Program, register: Register, *, as_of: date) -> Figures:
    """What each indicator of a program can still be, over each of its periods, at the close of a day.

    Every way of counting is an indicator of its own, so no reading is needed here.

    Raises:
        InvalidType: for an `as_of` that is not a date: a datetime has no close of day.
        InvalidValue: if the register counts a state, or reports a number that its indicator cannot have.
    """
    if type(as_of) is not date:
        raise wrong_type("as_of", "a date", as_of)
    evidence = _Evidence.gather(program, register, as_of)
    return Figures(
        as_of,
        tuple(evidence.figure(indicator, period) for indicator in program.indicators for period in program.periods),
    )


@final
@define
class _Count:
    """Distinct keys."""

    verified: set[str] = field(factory=set)
    others: set[str] = field(factory=set)

    @property
    def unverified(self) -> int:
        """How many keys no verified fact has."""
        return len(self.others - self.verified)


_Counts: TypeAlias = Mapping[tuple[str, Period], _Count]


def _count(program: Program, records: Iterable[AnyRecord], as_of: date) -> _Counts:
    """Distinct keys by indicator and period, of what happened by the close of a day."""
    begun = [(period, seen) for period in program.periods if (seen := period.through(as_of))]
    counts = {(each.id, period): _Count() for each in program.indicators for period, _ in begun}
    places = {
        each.id: [(seen.first, seen.end, counts[each.id, period]) for period, seen in begun]
        for each in program.indicators
    }
    states = {indicator.id for indicator in program.indicators if not indicator.accumulates}
    for indicator, key, on, verified in (each for record in records for each in projected(record)):
        if indicator in states:
            raise InvalidValue(f"a fact of {indicator!r}: it is a state, which is reported and not counted")
        if isinstance(on, WhyNot):
            continue
        for first, last, count in places.get(indicator, ()):
            if first <= on <= last:
                (count.verified if verified else count.others).add(key)
    return counts


@final
@frozen
class _Evidence:
    """All that bears on the figures as of one day."""

    as_of: date
    register: Register
    counts: _Counts
    reports: Reports

    @classmethod
    def gather(cls, program: Program, register: Register, as_of: date) -> "_Evidence":
        reports = Reports.on(program.indicators, register, as_of)
        return cls(as_of, register, _count(program, register.current, as_of), reports)

    def figure(self, indicator: Indicator, period: Period) -> Figure:
        seen = period.through(self.as_of)
        if seen is None:
            return Figure(indicator.id, period, indicator.domain, (NotStarted(indicator.id, period),))
        missing = tuple(self._missing(indicator, seen))
        counted = self._counted(indicator, period, complete=seen == period and not missing)
        pieces = self.reports.pieces(indicator, period, counted)
        possible, clashing = reconcile([counted, *(piece.range for piece in pieces)])
        notes = [
            *self._claim_notes(indicator, period, missing, possible),
            *self._count_notes(indicator, period, seen),
            *self.reports.notes(indicator, period, pieces),
            *([Clash(indicator.id, period, clashing)] if clashing else []),
        ]
        return Figure(indicator.id, period, possible, tuple(notes))

    def _missing(self, indicator: Indicator, seen: Period) -> Iterator[Period]:
        if indicator.accumulates:
            claims = (claim.through(self.as_of) for claim in self.register.claims(indicator.id))
            yield from gaps(seen, [claim for claim in claims if claim is not None])

    def _claim_notes(
        self, indicator: Indicator, period: Period, missing: tuple[Period, ...], possible: Range
    ) -> Iterator[FigureNote]:
        if missing and possible.high is None:
            yield NotCovered(indicator.id, period, missing)
        if indicator.accumulates and not missing:
            yield Covered(indicator.id, period, min(period.end, self.as_of))

    def _counted(self, indicator: Indicator, period: Period, *, complete: bool) -> Range:
        """At least what is verified; at most all there is, if that is all there is. A state is not counted."""
        if not indicator.accumulates:
            return indicator.domain
        count = self.counts[indicator.id, period]
        least = len(count.verified)
        return within_domain(indicator, Range(least, least + count.unverified if complete else None), "a count")

    def _count_notes(self, indicator: Indicator, period: Period, seen: Period) -> Iterator[FigureNote]:
        unverified = self.counts[indicator.id, period].unverified
        if unverified:
            yield Unverified(indicator.id, period, unverified)
        if indicator.id == TRAINED_PERSONS.id:
            trainings = (record for record in self.register.current if isinstance(record, Training))
            unidentified = sum(training.headcount or 0 for training in trainings if training.on in seen)
            if unidentified:
                yield PeopleNotIdentified(indicator.id, period, unidentified)
