"""What reports say about a period: exactly, or from other periods a floor and a ceiling.

A report year need not be a plan's year (15/12 to 14/12, say), so reports are summed only where their days allow it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Self, TypeAlias, final

from attrs import evolve, frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.notes import Covered, Estimated, FigureNote, Reported, UnverifiedReport
from nsc_program.periods import Period
from nsc_program.ranges import Range, hull, reconcile
from nsc_program.records import ReportedFigure
from nsc_program.register import Register
from nsc_program.targets import Indicator

_DAY = timedelta(days=1)


def subject(indicator: Indicator, period: Period) -> Period:
    """What a figure over a period is about: all of it or, of a state, its last day."""
    return period if indicator.accumulates else Period(period.end, period.end)


def bears(report: ReportedFigure, indicator: Indicator, period: Period) -> bool:
    """Whether a report could say anything of a figure: about some of its days or, of a state, its last."""
    return subject(indicator, report.period).meets(subject(indicator, period))


def speaks(report: ReportedFigure, as_of: date) -> bool:
    """Whether a report says anything on a day: once its period is over, or once it is issued, an estimate."""
    return min(report.issued, report.period.end) <= as_of


@final
@frozen
class Statement:
    """What is known of a count over one period: from its latest reports, or from what was counted there.

    Attributes:
        clashing: what cannot all be true of it, by the reports, the count and what others leave possible there.
        doubts_count: whether what was counted there is among them.
    """

    about: Period
    range: Range
    reports: tuple[ReportedFigure, ...] = ()
    clashing: tuple[Range, ...] = ()
    doubts_count: bool = False

    @property
    def doubted(self) -> Self:
        """The same where nobody knows which of the clashing is wrong."""
        return evolve(self, range=hull(self.clashing)) if self.clashing else self


def within_domain(indicator: Indicator, possible: Range, source: Message) -> Range:
    """The part of a range that an indicator can be.

    Raises:
        InvalidValue: if it can be none of it; `source` says in the message whose range it is.
    """
    narrowed = indicator.narrow(possible)
    if narrowed is None:
        raise InvalidValue.at(
            code="outside-the-domain",
            vi=f"{source.vi}: chỉ tiêu {indicator.id!r} không thể là {possible}",
            en=f"{source.en}: {indicator.id!r} cannot be {possible}",
        )
    return narrowed


@final
@frozen
class Family:
    """Statements that together bound a count, and what they add up to."""

    total: Fraction
    size: int
    last: Statement
    before: "Family | None"

    @classmethod
    def ending(cls, last: Statement, amount: Fraction, before: "Family | None" = None) -> Self:
        """One statement more, of so much."""
        if before is None:
            return cls(amount, 1, last, None)
        return cls(before.total + amount, before.size + 1, last, before)

    @property
    def weight(self) -> tuple[Fraction, int]:
        """What is compared: of two with one total, the larger family says nothing more."""
        return self.total, self.size

    def __iter__(self) -> Iterator[Statement]:
        """Iterate over its statements, the last first."""
        family: Family | None = self
        while family is not None:
            yield family.last
            family = family.before


def floor(indicator: Indicator, found: Iterable[Statement], period: Period) -> Family | None:
    """The heaviest family of disjoint periods inside a period: the count is at least its sum.

    Where counts of disjoint periods do not add up, a family is one statement.
    """
    inside = [(each, each.range.low) for each in found if each.about.within(period)]
    weighty = sorted(((each, low) for each, low in inside if low), key=_by_end)
    if not indicator.additive:
        return max((Family.ending(each, low) for each, low in weighty), key=lambda family: family.total, default=None)
    ends: list[date] = []
    best: list[Family] = []  # through each of these ends
    for each, low in weighty:
        place = bisect_left(ends, each.about.first)
        before = best[place - 1] if place else None
        family = Family.ending(each, low, before)
        ends.append(each.about.end)
        best.append(max(family, best[-1], key=lambda one: one.total) if best else family)
    return best[-1] if best else None


def ceiling(found: Iterable[Statement], period: Period) -> Family | None:
    """The lightest family that leaves no day of a period out: the count is at most its sum."""
    ends: list[date] = []
    best: list[Family] = []  # that reach these ends, each heavier than the one before
    limited = ((each, each.range.high) for each in found)
    for each, high in sorted(((each, high) for each, high in limited if high is not None), key=_by_end):
        before: Family | None = None
        if each.about.first > period.first:
            place = bisect_left(ends, each.about.first - _DAY)
            if place == len(best):
                continue  # a day before it is left out
            before = best[place]
        family = Family.ending(each, high, before)
        while best and best[-1].weight >= family.weight:
            ends.pop()
            best.pop()
        ends.append(each.about.end)
        best.append(family)
    place = bisect_left(ends, period.end)
    return best[place] if place < len(best) else None


def _by_end(pair: tuple[Statement, Fraction]) -> date:
    return pair[0].about.end


@final
@frozen
class Piece:
    """What one figure can be by some reports, and by claims that they leave no day out with."""

    range: Range
    reports: tuple[ReportedFigure, ...]
    claims: tuple[Period, ...] = ()

    @classmethod
    def bound(cls, indicator: Indicator, bound: Range, family: Family) -> Self:
        """A floor or a ceiling that a family gives."""
        reports = tuple(report for each in family for report in each.reports)
        ids = ", ".join(repr(report.id) for report in reports)
        source = Message(f"các báo cáo {ids} gộp lại", f"reports {ids} together")
        claims = tuple(each.about for each in family if not each.reports)
        return cls(within_domain(indicator, bound, source), reports, claims)


Said: TypeAlias = Mapping[ReportedFigure, Range]
"""Reports, and what each leaves possible."""


@final
@frozen
class Reports:
    """The reports that speak by the close of a day, by indicator; the verified ones by what they are about."""

    verified: Mapping[str, Mapping[Period, Said]]
    unverified: Mapping[str, tuple[ReportedFigure, ...]]

    @classmethod
    def on(cls, indicators: Iterable[Indicator], register: Register, as_of: date) -> Self:
        """Those that speak on a day: of verified ones about the same, those issued last replace the others.

        An estimate never replaces what was no estimate. What a report replaced does not come back because a later
        version of that report could not be read.

        Raises:
            InvalidValue: for a number that the indicator cannot have.
        """
        verified: defaultdict[str, list[ReportedFigure]] = defaultdict(list)
        unverified: defaultdict[str, list[ReportedFigure]] = defaultdict(list)
        for record in register.current:
            if isinstance(record, ReportedFigure) and speaks(record, as_of):
                if record.verified or register.doubts(record):
                    verified[record.indicator].append(record)
                if not record.verified:
                    unverified[record.indicator].append(record)
        return cls(
            {each.id: _latest(each, verified[each.id]) for each in indicators},
            {each.id: tuple(unverified[each.id]) for each in indicators},
        )

    def pieces(
        self, indicator: Indicator, period: Period, counted: Range, others: Collection[Statement]
    ) -> list[Piece]:
        """What reports say of a figure: those on exactly its subject, and the bounds that other statements give."""
        exact = self.verified[indicator.id].get(subject(indicator, period), {})
        pieces = [Piece(said, (report,)) for report, said in exact.items()]
        known, _ = reconcile([counted, *exact.values()])
        # What says nothing new is not rested on.
        return [*pieces, *(bound for bound in _bounds(indicator, others, period) if not known.within(bound.range))]

    def statements(self, indicator: Indicator, counted: Callable[[Period], Range]) -> tuple[Statement, ...]:
        """What reports say of a count over each period that there are reports on, held against all other evidence."""
        if not indicator.accumulates:
            return ()
        said = self.verified[indicator.id]
        stated = [Statement(about, reconcile(each.values())[0], tuple(each)) for about, each in said.items()]
        return tuple(_held(indicator, each, counted(each.about), said[each.about], stated) for each in stated)

    def notes(self, indicator: Indicator, period: Period, pieces: Iterable[Piece]) -> Iterator[FigureNote]:
        """What must be told of the reports that a figure rests on, and of those it does not for want of a check."""
        pieces = tuple(pieces)
        rested_on = {report for piece in pieces for report in piece.reports}
        for report in sorted(rested_on, key=lambda report: (report.period.end, report.id)):
            kind = Estimated if report.estimated else Reported
            yield kind(indicator.id, period, report.id, report.issued, report.period)
        for claim in dict.fromkeys(claim for piece in pieces for claim in piece.claims):
            yield Covered(indicator.id, claim, claim.end)
        for report in self.unverified[indicator.id]:
            if bears(report, indicator, period):
                yield UnverifiedReport(indicator.id, period, report.id)


def _latest(indicator: Indicator, reports: Iterable[ReportedFigure]) -> Mapping[Period, Said]:
    latest: dict[Period, dict[ReportedFigure, Range]] = {}
    for report in sorted(reports, key=_standing):
        about = subject(indicator, report.period)
        before = latest.get(about, {})
        replaced = any(_standing(each) < _standing(report) for each in before)
        said = within_domain(indicator, report.value, Message(f"báo cáo {report.id!r}", f"report {report.id!r}"))
        latest[about] = {**({} if replaced else before), report: said}
    return {about: _verified(said) for about, said in latest.items() if _verified(said)}


def _verified(said: Said) -> Said:
    return {report: range_ for report, range_ in said.items() if report.verified}


def _standing(report: ReportedFigure) -> tuple[bool, date]:
    return not report.estimated, report.issued


def _held(
    indicator: Indicator, stated: Statement, counted: Range, said: Said, all_stated: Iterable[Statement]
) -> Statement:
    """A statement, held against what was counted over its period and what the others leave possible there."""
    others = [each for each in all_stated if each is not stated and each.about.meets(stated.about)]
    bounds = [piece.range for piece in _bounds(indicator, others, stated.about)]
    _, clashing = reconcile([counted, *said.values(), *bounds])
    return evolve(stated, clashing=clashing, doubts_count=counted in clashing)


def _bounds(indicator: Indicator, found: Collection[Statement], period: Period) -> Iterator[Piece]:
    least, most = floor(indicator, found, period), ceiling(found, period)
    if least is not None:
        yield Piece.bound(indicator, Range(least.total, None), least)
    if most is not None:
        yield Piece.bound(indicator, Range(None, most.total), most)
