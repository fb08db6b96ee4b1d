"""All the evidence on one indicator: what was counted, claims of completeness, and reports.

Together they give the range of values that each figure can still take.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Self, final

from attrs import field, frozen

from nsc_program.errors import Message
from nsc_program.figures._clashes import Contradiction, settle
from nsc_program.figures._complete_periods import Lost
from nsc_program.figures._counts import Counts
from nsc_program.figures._network import Bound, Network, Statement
from nsc_program.figures._notes import (
    ClaimedComplete,
    Clash,
    FigureNote,
    InRejectedRows,
    NotClaimedComplete,
    NotStarted,
    PeopleNotIdentified,
    Unverified,
)
from nsc_program.figures._pieces import Piece, told_by
from nsc_program.figures._reports import Reports, subject
from nsc_program.figures._told import Told, within_domain
from nsc_program.plan._indicators import NOT_NEGATIVE, Indicator
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import (
    MOST_TOLD,
    Period,
    cells,
    gaps,
    meeting,
    meeting_slice,
    unite,
)
from nsc_program.values._ranges import Range, hull
from nsc_program.values._reconcile import reconcile

MOST_CONTRADICTIONS = 20
"""The most contradictions that the notes on a figure tell; each may put every figure in doubt."""
_A_COUNT = Message("số đếm được", "a count")


def to_count(
    periods: Collection[Period], reports: Reports, claimed: Sequence[Period]
) -> tuple[Period, ...]:
    """Return the periods to count over: those of figures, those of reports and those of claims.

    A claim about some days of a report matters even if no figure is about these days: it leaves the
    rest of the reported number to the other days.

    Args:
        periods: the periods of the figures.
        reports: the reports on the indicator.
        claimed: the periods over which the register is complete, united.
    """
    reported = reports.heard(estimates=True)
    if not reported:
        return tuple(dict.fromkeys(periods))
    about = (*periods, *reported)
    claimed_cells = (cell for cell in cells((*about, *claimed)) if meeting(cell, claimed))
    return tuple(dict.fromkeys((*about, *_parts(claimed, about), *claimed_cells)))


def _parts(claimed: Sequence[Period], periods: Iterable[Period]) -> Iterator[Period]:
    """Yield the parts of periods over which the register is complete.

    Only the first and the last claim that meet a period can reach beyond it.
    """
    whole: set[int] = set()
    for period in periods:
        places = range(len(claimed))[meeting_slice(period, claimed)]
        whole.update(places[1:-1])
        outermost = dict.fromkeys((*places[:1], *places[-1:]))
        yield from _common((claimed[place] for place in outermost), period)
    yield from (claimed[place] for place in sorted(whole))


def _common(claims: Iterable[Period], period: Period) -> Iterator[Period]:
    """Yield the parts of some claims that lie in a period."""
    parts = (claim.common(period) for claim in claims)
    return (part for part in parts if part is not None)


@final
@frozen
class Account:
    """All the evidence on the figures of one indicator as of one day.

    Attributes:
        indicator: the indicator.
        as_of: the day of judgement.
        reports: the reports on the indicator.
        claimed: the periods over which the register is complete, united.
        counts: what was counted, by indicator and period.
        lost: what rejected rows may add and take away.
        periods: the periods of the figures.
        places: all the periods that are counted over.
    """

    indicator: Indicator
    as_of: date
    reports: Reports
    claimed: tuple[Period, ...]
    counts: Counts
    lost: Lost
    periods: tuple[Period, ...]
    places: tuple[Period, ...]

    def joined(self, *, estimates: bool) -> "Joined":
        """Join what was counted with the reports, with or without estimates."""
        return Joined.of(self, self.reports.heard(estimates=estimates))

    def counted(self, period: Period) -> Range:
        """Return what the counted number says about a figure, within the indicator's domain.

        A state is not counted, so its whole domain is possible.

        Raises:
            InvalidValue: if the indicator can take none of the values.
        """
        if not self.indicator.accumulates:
            return self.indicator.domain
        return within_domain(self.indicator, self.seen(period), _A_COUNT)

    def seen(self, period: Period) -> Range:
        """Return what the counted number says, whatever the indicator's domain.

        It is at least the number of verified things. If the register is complete over the period,
        it is at most the number of all things, those in rejected rows included.
        """
        size = self.counts[self.indicator.id, period]
        least = max(0, size.verified - self.lost.withdrawn)
        most = None if any(self.missing(period)) else size.most + self.lost.rejected
        return Range(least, most)

    def statements(self) -> Iterator[Statement]:
        """Yield what the counted numbers and the domain of the indicator say, if it is anything."""
        for period in self.places:
            seen = self.seen(period)
            if seen != NOT_NEGATIVE:
                yield Statement(period, seen)
        yield from self._certain_statements()

    def _certain_statements(self) -> Iterator[Statement]:
        domain = self.indicator.narrow(self.indicator.domain)
        if domain is not None and domain != NOT_NEGATIVE:
            yield from (Statement(period, domain, certain=True) for period in self.places)

    def missing(self, period: Period) -> Iterator[Period]:
        """Return the days of a period that no claim is about, days in the future included."""
        return gaps(period, self.claimed) if self.indicator.accumulates else iter(())

    def notes_of_count(self, period: Period) -> Iterator[FigureNote]:
        """Yield the notes on what was counted."""
        of, size = self.indicator.id, self.counts[self.indicator.id, period]
        if size.unverified:
            yield Unverified(of, period, size.unverified)
        # Participations add up, so it does not matter who the people are.
        if size.unnamed and not self.indicator.additive:
            yield PeopleNotIdentified(of, period, size.unnamed, size.repeated)
        if self.lost.rejected:
            yield InRejectedRows(of, period, *self.lost)

    def notes_of_claims(
        self, period: Period, begun: Period, possible: Range, capped: Sequence[Period]
    ) -> Iterator[FigureNote]:
        """Yield the notes on the days over which the register is complete, and the days it is not.

        Args:
            period: the period of the figure.
            begun: the part of it that has begun.
            possible: the values that the figure can take.
            capped: the days for which a claim or a report limits the number from above.
        """
        missing = _first(self.missing(begun))
        if missing and possible.high is None:
            uncapped = _first(gaps(begun, capped))
            yield NotClaimedComplete(self.indicator.id, period, uncapped or missing)
        if self.indicator.accumulates and not missing:
            yield ClaimedComplete(self.indicator.id, period, begun.end)


def _first(days: Iterable[Period]) -> tuple[Period, ...]:
    """Return the first periods, as many as a note tells."""
    return tuple(islice(days, MOST_TOLD))


@final
@frozen(kw_only=True)
class _Known:
    """What all the evidence says about one figure.

    Attributes:
        period: the period of the figure.
        begun: the part of it that has begun.
        possible: the values that the figure can take.
        used: the statements that say more than the evidence on the period itself.
        clashing: the pieces of evidence on the period itself that clash.
        doubts: the contradictions that put the figure in doubt, as many as notes tell.
    """

    period: Period
    begun: Period
    possible: Range
    used: Sequence[Statement]
    clashing: tuple[Piece, ...]
    doubts: Sequence[Contradiction]

    @property
    def reports(self) -> Iterator[ReportedFigure]:
        """The reports in the statements that are used or in doubt."""
        doubted = (statement for doubt in self.doubts for statement in doubt.statements)
        for statement in (*self.used, *doubted):
            yield from statement.reports


@final
@frozen
class Joined:
    """The counts of an indicator, joined with some reports: every figure follows from them.

    Attributes:
        account: the evidence.
        reported: the reports, by the periods they are about.
        network: what all the evidence says about any period; `None` for a state, and if there are
            no reports.
        contradictions: the pieces of evidence that cannot all be true.
        capped: the days for which a claim or a report limits the number from above.
    """

    account: Account
    reported: Mapping[Period, Told]
    network: Network | None = None
    contradictions: tuple[Contradiction, ...] = ()
    capped: tuple[Period, ...] = field(init=False)
    _clashes: dict[Contradiction, Clash] = field(init=False, factory=dict)

    @capped.default
    def _capped(self) -> tuple[Period, ...]:
        capped = (about for about, told in self.reported.items() if told.is_limit)
        return unite((*self.account.claimed, *capped))

    @classmethod
    def of(cls, account: Account, reported: Mapping[Period, Told]) -> Self:
        """Compare all pieces of evidence with each other.

        Args:
            account: the evidence.
            reported: the reports to hear, by the periods they are about.
        """
        if not reported or not account.indicator.accumulates:
            return cls(account, reported)
        indicator, told = account.indicator, tuple(map(_stated, reported.items()))
        statements = (*(statement for statement, _ in told), *account.statements())
        settled, contradictions = settle(statements, additive=indicator.additive)
        alone = (
            Contradiction(statement.about, clashing, (statement,))
            for statement, clashing in told
            if clashing
        )
        network = Network(settled, additive=indicator.additive)
        return cls(account, reported, network, (*alone, *contradictions))

    def known(self, period: Period) -> tuple[Range, tuple[FigureNote, ...]]:
        """Return the values that the figure over a period can take, and the notes on it."""
        begun = period.through(self.account.as_of)
        if begun is None:
            indicator = self.account.indicator
            return indicator.domain, (NotStarted(indicator.id, period),)
        known = self._known(period, begun)
        return known.possible, tuple(self._notes(known))

    def _known(self, period: Period, begun: Period) -> _Known:
        direct, clashing = self._direct(subject(self.account.indicator, period))
        possible, used = self._bounded(period, direct)
        return _Known(
            period=period,
            begun=begun,
            possible=hull([possible, direct]) if clashing else possible,
            used=used,
            clashing=clashing,
            doubts=list(islice(self._doubts(period, used), MOST_CONTRADICTIONS)),
        )

    def _doubts(self, period: Period, used: Sequence[Statement]) -> Iterator[Contradiction]:
        return (doubt for doubt in self.contradictions if doubt.doubts(period, used))

    def _notes(self, known: _Known) -> Iterator[FigureNote]:
        """Yield the notes on a figure."""
        account, period = self.account, known.period
        own_reports = self._about(subject(account.indicator, period)).reports
        # Days that are not claimed are counted over only because a report is about them.
        counted = (each.about for each in known.used if not each.is_claimed)
        over = (self._about(about).reports for about in counted)
        rested_on = (*own_reports, *known.reports, *chain.from_iterable(over))
        yield from account.notes_of_claims(period, known.begun, known.possible, self.capped)
        yield from account.notes_of_count(period)
        yield from account.reports.notes(account.indicator, period, rested_on)
        yield from self._notes_of_claimed_parts(known)
        yield from self._notes_of_clashes(known)

    def _direct(self, about: Period) -> tuple[Range, tuple[Piece, ...]]:
        """Reconcile the count over a period with the reports on it; return what clashes."""
        told, counted = self._about(about), self.account.counted(about)
        possible, clashing = reconcile([counted, *told.pieces.values()])
        pieces = chain([Piece(counted, counted=True)], told.each_piece)
        return possible, told_by(clashing, pieces) or told.apart

    def _about(self, period: Period) -> Told:
        """Return what the reports about a period say."""
        return self.reported.get(period, _NOTHING)

    def _bounded(self, period: Period, direct: Range) -> tuple[Range, Sequence[Statement]]:
        """Return the values that all the evidence leaves possible for a count.

        The statements returned beside it say more than the evidence on the period itself.
        """
        if self.network is None:
            return direct, ()
        bound = self.network.bound(period)
        low_by = bound.low_by if bound.low > (direct.low or 0) else ()
        return bound.range, (*low_by, *(bound.high_by if _caps(bound, direct) else ()))

    def _notes_of_claimed_parts(self, known: _Known) -> Iterator[FigureNote]:
        """Yield the claims about other periods that limit the figure from above."""
        claimed = (
            statement.about
            for statement in known.used
            if statement.is_claimed and statement.about != known.period
        )
        for part in dict.fromkeys(claimed):
            yield ClaimedComplete(self.account.indicator.id, part, part.end)

    def _notes_of_clashes(self, known: _Known) -> Iterator[FigureNote]:
        """Yield the clashes over this period, and over other periods that put it in doubt."""
        period, clashing = known.period, known.clashing
        clashes = {period: self._clash(period, clashing)} if clashing else {}
        for doubt in known.doubts:
            clashes.setdefault(doubt.about, self._clash_of(doubt))
        yield from clashes.values()

    def _clash_of(self, doubt: Contradiction) -> Clash:
        """Return the note on a contradiction, which is the same for every figure."""
        if doubt not in self._clashes:
            pieces = self._direct(doubt.about)[1] or doubt.pieces
            self._clashes[doubt] = self._clash(doubt.about, pieces)
        return self._clashes[doubt]

    def _clash(self, about: Period, pieces: tuple[Piece, ...]) -> Clash:
        return Clash(self.account.indicator.id, about, pieces)


def _caps(bound: Bound, direct: Range) -> bool:
    """Return whether a bound limits a count from above more than the evidence on its period."""
    return bound.high is not None and (direct.high is None or bound.high < direct.high)


def _stated(about_told: tuple[Period, Told]) -> tuple[Statement, tuple[Piece, ...]]:
    """Return what the reports about a period say together, and what clashes."""
    about, told = about_told
    possible, clashing = reconcile(told.pieces.values())
    statement = Statement(about, possible, told.reports)
    return statement, told_by(clashing, told.each_piece) or told.apart


_NOTHING = Told({})
