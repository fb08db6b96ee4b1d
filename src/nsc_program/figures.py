"""What each indicator can still be: facts, claims of completeness and reports, joined to one range each."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TypeAlias, final

from attrs import define, evolve, field, frozen

from nsc_program._validators import A_DATE, is_a, is_date, is_id, tuple_of, wrong_type
from nsc_program._values import Value
from nsc_program.errors import InvalidValue, Message
from nsc_program.indicators import TRAINED_PERSONS
from nsc_program.notes import (
    Clash,
    Covered,
    FigureNote,
    NotCovered,
    NotStarted,
    PeopleNotIdentified,
    SetAside,
    Unverified,
)
from nsc_program.periods import Period, gaps, unite
from nsc_program.program import Program
from nsc_program.projection import WhyNot, projected
from nsc_program.ranges import Range, hull, reconcile
from nsc_program.records import AnyRecord, Fact, Training
from nsc_program.register import Register
from nsc_program.reporting import Reports, Statement, within_domain
from nsc_program.targets import Indicator


@final
@frozen
class Figure(Value):
    """Số liệu: what an indicator can still be over a period, and what that rests on."""

    indicator: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    range: Range = field(validator=is_a(Range))
    notes: tuple[FigureNote, ...] = field(default=(), validator=tuple_of(is_a(FigureNote)))


@final
@frozen(cache_hash=True)
class Figures(Value):
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
            raise InvalidValue.at(
                "figures",
                code="repeated",
                vi="có hai số liệu của cùng một chỉ tiêu và một kỳ; gộp lại trước",
                en="two of them are for the same indicator and period; join them first",
            )

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
            raise InvalidValue.at(
                "figures",
                code="outside-the-domain",
                vi=f"số liệu kỳ {period}: chỉ tiêu {indicator.id!r} không thể là {found.range}",
                en=f"the figure for {period}: {indicator.id!r} cannot be {found.range}",
            )
        return found if possible == found.range else evolve(found, range=possible)


def tally(program: Program, register: Register, *, as_of: date) -> Figures:
    """What each indicator of a program can still be, over each of its periods, at the close of a day.

    Every way of counting is an indicator of its own, so no reading is needed here.

    Raises:
        InvalidType: for an `as_of` that is not a date: a datetime has no close of day.
        InvalidValue: if the register counts a state, or reports a number that its indicator cannot have.
    """
    if type(as_of) is not date:
        raise wrong_type("as_of", A_DATE, as_of)
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


def _count(wanted: Mapping[str, Collection[Period]], records: Iterable[AnyRecord], as_of: date) -> _Counts:
    """Distinct keys by indicator and period, of what happened by the close of a day."""
    counts = {(indicator, period): _Count() for indicator, periods in wanted.items() for period in periods}
    places = {
        indicator: [(period.first, min(period.end, as_of), counts[indicator, period]) for period in periods]
        for indicator, periods in wanted.items()
    }
    for indicator, key, on, verified in (each for record in records for each in projected(record)):
        if not isinstance(on, WhyNot):
            for first, last, count in places.get(indicator, ()):
                if first <= on <= last:
                    (count.verified if verified else count.others).add(key)
    return counts


def _refuse_counted_states(program: Program, records: Iterable[AnyRecord]) -> None:
    states = {indicator.id for indicator in program.indicators if not indicator.accumulates}
    for record in records:
        if isinstance(record, Fact) and record.indicator in states:
            raise InvalidValue.at(
                code="state-counted",
                vi=f"dữ kiện của chỉ tiêu {record.indicator!r}: đây là trạng thái, lấy theo báo cáo, không đếm",
                en=f"a fact of {record.indicator!r}: it is a state, which is reported and not counted",
            )


def _claimed_by(register: Register, indicator: Indicator, as_of: date) -> tuple[Period, ...]:
    claims = (claim.through(as_of) for claim in register.claims(indicator.id))
    return unite(claim for claim in claims if claim is not None)


def _to_count(
    periods: Collection[Period], reported: Collection[Period], claimed: Collection[Period]
) -> Collection[Period]:
    """The periods of figures, and what reports over other periods are held against or joined with."""
    parts = (part for period in periods for part in _parts(claimed, period)) if reported else ()
    return dict.fromkeys((*periods, *reported, *parts))


def _parts(claimed: Iterable[Period], period: Period) -> tuple[Period, ...]:
    """The parts of a period of which nothing is missing."""
    parts = (claim.common(period) for claim in claimed)
    return tuple(part for part in parts if part is not None)


@final
@frozen
class _Evidence:
    """All that bears on the figures as of one day."""

    as_of: date
    register: Register
    reports: Reports
    claims: Mapping[str, tuple[Period, ...]]
    counts: _Counts
    statements: Mapping[str, tuple[Statement, ...]]

    @classmethod
    def gather(cls, program: Program, register: Register, as_of: date) -> "_Evidence":
        _refuse_counted_states(program, register.current)
        reports = Reports.on(program.indicators, register, as_of)
        claims = {each.id: _claimed_by(register, each, as_of) for each in program.indicators}
        wanted = {
            indicator: _to_count(program.periods, reports.verified[indicator], claimed)
            for indicator, claimed in claims.items()
        }
        found = cls(as_of, register, reports, claims, _count(wanted, register.current, as_of), {})
        statements = {each.id: reports.statements(each, partial(found._counted, each)) for each in program.indicators}
        return evolve(found, statements=statements)

    def figure(self, indicator: Indicator, period: Period) -> Figure:
        seen = period.through(self.as_of)
        if seen is None:
            return Figure(indicator.id, period, indicator.domain, (NotStarted(indicator.id, period),))
        counted = self._counted(indicator, period)
        stated = self.statements[indicator.id]
        others = [each for each in stated if each.about != period and each.about.meets(period)]
        parts = _parts(self.claims[indicator.id], period) if others else ()
        claimed = [Statement(part, self._counted(indicator, part)) for part in parts]
        pieces = self.reports.pieces(indicator, period, counted, [*others, *claimed])
        possible, clashing = reconcile([counted, *(piece.range for piece in pieces)])
        if any(each.clashing for each in others):
            possible = hull([possible, self._in_doubt(indicator, period, counted, others)])
        clashes = [*((each.about, each.clashing) for each in others), (period, clashing)]
        notes = [
            *self._claim_notes(indicator, period, others, possible),
            *self._count_notes(indicator, period, seen),
            *self.reports.notes(indicator, period, pieces),
            *(Clash(indicator.id, about, ranges) for about, ranges in clashes if ranges),
        ]
        return Figure(indicator.id, period, possible, tuple(notes))

    def _in_doubt(self, indicator: Indicator, period: Period, counted: Range, others: Collection[Statement]) -> Range:
        """What a figure can be if any of the evidence that clashes over other periods is wrong, the count among it."""
        known = indicator.domain if any(each.doubts_count for each in others) else counted
        pieces = self.reports.pieces(indicator, period, known, [each.doubted for each in others])
        return reconcile([known, *(piece.range for piece in pieces)])[0]

    def _missing(self, indicator: Indicator, period: Period) -> tuple[Period, ...]:
        """The days of a period that nobody claims anything of, those to come among them."""
        if not indicator.accumulates:
            return ()
        return tuple(gaps(period, [claim for claim in self.claims[indicator.id] if claim.meets(period)]))

    def _claim_notes(
        self, indicator: Indicator, period: Period, others: Iterable[Statement], possible: Range
    ) -> Iterator[FigureNote]:
        begun = evolve(period, end=min(period.end, self.as_of))
        missing = self._missing(indicator, begun)
        if missing and possible.high is None:
            capped = [each.about for each in others if each.range.high is not None]
            uncapped = tuple(gaps(begun, [*self.claims[indicator.id], *capped]))
            yield NotCovered(indicator.id, period, uncapped or missing)
        if indicator.accumulates and not missing:
            yield Covered(indicator.id, period, begun.end)

    def _counted(self, indicator: Indicator, period: Period) -> Range:
        """At least what is verified; at most all there is, if that is all there is. A state is not counted."""
        if not indicator.accumulates:
            return indicator.domain
        count = self.counts[indicator.id, period]
        held = len(count.verified)
        least = max(0, held - self.register.things_withdrawn(indicator.id))
        unread = self.register.things_unread(indicator.id)
        most = None if self._missing(indicator, period) else held + count.unverified + unread
        return within_domain(indicator, Range(least, most), Message("số đếm được", "a count"))

    def _count_notes(self, indicator: Indicator, period: Period, seen: Period) -> Iterator[FigureNote]:
        unverified = self.counts[indicator.id, period].unverified
        if unverified:
            yield Unverified(indicator.id, period, unverified)
        if indicator.id == TRAINED_PERSONS.id:
            trainings = (record for record in self.register.current if isinstance(record, Training))
            unidentified = sum(training.headcount or 0 for training in trainings if training.on in seen)
            if unidentified:
                yield PeopleNotIdentified(indicator.id, period, unidentified)
        unread = self.register.things_unread(indicator.id)
        if unread:
            yield SetAside(indicator.id, period, unread, self.register.things_withdrawn(indicator.id))
