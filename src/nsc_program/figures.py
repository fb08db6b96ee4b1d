"""What each indicator can still be: facts, claims of completeness and reports, joined to one range each."""

from collections import defaultdict
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
    Estimated,
    FigureNote,
    NotCovered,
    NotStarted,
    PeopleNotIdentified,
    Reported,
    Unverified,
    UnverifiedReport,
)
from nsc_program.periods import Period, gaps
from nsc_program.program import Program
from nsc_program.projection import facts
from nsc_program.ranges import EVERYTHING, Range, by_place, common, hull
from nsc_program.records import AnyRecord, Fact, ReportedFigure, Training
from nsc_program.register import Register
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
        return evolve(found, range=possible)


def reconcile(pieces: Iterable[Range]) -> tuple[Range, tuple[Range, ...]]:
    """Join pieces of evidence about one quantity, in no order: what it can be, and the pieces that clash.

    No evidence leaves everything open. If every two pieces meet, they all do, and the truth lies in all of them.
    Otherwise one of those that clash is wrong, nobody knows which, and the truth lies somewhere in their hull.

    >>> reconcile([Range(1480, None), Range.exactly(1500)])[0] == Range.exactly(1500)
    True
    """
    different = frozenset(pieces) or frozenset([EVERYTHING])
    shared = common(different)
    if shared is not None:
        return shared, ()
    clashing = [piece for piece in different if not all(piece.meets(other) for other in different)]
    return hull(clashing), tuple(sorted(clashing, key=by_place))


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
    everything: set[str] = field(factory=set)

    def add(self, fact: Fact) -> None:
        self.everything.add(fact.key)
        if fact.verified:
            self.verified.add(fact.key)


_Counts: TypeAlias = Mapping[tuple[str, Period], _Count]


def _count(program: Program, records: Iterable[AnyRecord], as_of: date) -> _Counts:
    """Distinct keys by indicator and period, of what happened by the close of a day."""
    begun = [(period, seen) for period in program.periods if (seen := period.through(as_of))]
    counted = {
        indicator.id: [(period, seen, _Count()) for period, seen in begun] if indicator.accumulates else None
        for indicator in program.indicators
    }
    for fact in (fact for record in records for fact in facts(record) if fact.indicator in counted):
        counts = counted[fact.indicator]
        if counts is None:
            raise InvalidValue(f"a fact of {fact.indicator!r}: it is a state, which is reported and not counted")
        for _, seen, count in counts:
            if fact.on in seen:
                count.add(fact)
    return {(indicator, period): count for indicator, counts in counted.items() for period, _, count in counts or ()}


@final
@frozen
class _Evidence:
    """All that bears on the figures as of one day."""

    as_of: date
    register: Register
    counts: _Counts
    reports: Mapping[str, list[ReportedFigure]]

    @classmethod
    def gather(cls, program: Program, register: Register, as_of: date) -> "_Evidence":
        reports: defaultdict[str, list[ReportedFigure]] = defaultdict(list)
        for record in register.current:
            # A report speaks once its period is over, an estimate once it is issued.
            if isinstance(record, ReportedFigure) and min(record.issued, record.period.end) <= as_of:
                reports[record.indicator].append(record)
        return cls(as_of, register, _count(program, register.current, as_of), reports)

    def figure(self, indicator: Indicator, period: Period) -> Figure:
        seen = period.through(self.as_of)
        if seen is None:
            return Figure(indicator.id, period, indicator.domain, (NotStarted(indicator.id, period),))
        missing = tuple(self._missing(indicator, seen))
        reports = [report for report in self.reports.get(indicator.id, ()) if is_about(report, indicator, period)]
        counted = self._counted(indicator, period, complete=seen == period and not missing)
        pieces = [_within_domain(indicator, counted, "a count")]
        pieces += [_within_domain(indicator, each.value, f"report {each.id!r}") for each in reports if each.verified]
        possible, clashing = reconcile(pieces)
        notes = [
            *self._claim_notes(indicator, period, missing, possible),
            *self._count_notes(indicator, period, seen),
            *(_report_note(report, period) for report in reports),
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
        count = self.counts.get((indicator.id, period), _Count())
        return Range(len(count.verified), len(count.everything) if complete else None)

    def _count_notes(self, indicator: Indicator, period: Period, seen: Period) -> Iterator[FigureNote]:
        count = self.counts.get((indicator.id, period), _Count())
        unverified = len(count.everything) - len(count.verified)
        if unverified:
            yield Unverified(indicator.id, period, unverified)
        if indicator == TRAINED_PERSONS:
            trainings = (record for record in self.register.current if isinstance(record, Training))
            unidentified = sum(training.headcount or 0 for training in trainings if training.on in seen)
            if unidentified:
                yield PeopleNotIdentified(indicator.id, period, unidentified)


def is_about(report: ReportedFigure, indicator: Indicator, period: Period) -> bool:
    """Whether a report gives the total of exactly this period, or the state at its end."""
    return report.period == period if indicator.accumulates else report.period.end == period.end


def _within_domain(indicator: Indicator, possible: Range, source: str) -> Range:
    narrowed = indicator.narrow(possible)
    if narrowed is None:
        raise InvalidValue(f"{source}: {indicator.id!r} cannot be {possible}")
    return narrowed


def _report_note(report: ReportedFigure, period: Period) -> FigureNote:
    if not report.verified:
        return UnverifiedReport(report.indicator, period, report.id)
    kind = Estimated if report.estimated else Reported
    return kind(report.indicator, period, report.id, report.issued)
