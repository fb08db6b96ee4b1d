"""All the evidence on one indicator: what was counted, claims of completeness, and reports.

Together they give the range of values that each figure can still take.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Self, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._clashes import Contradiction, settle
from nsc_program.figures._completeness import Lost
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
from nsc_program.figures._reports import ReportedRanges, Reports, subject, within_domain
from nsc_program.plan._targets import NOT_NEGATIVE, Indicator
from nsc_program.values._periods import MOST_TOLD, Period, gaps, meeting_slice, unite
from nsc_program.values._ranges import Range, hull, reconcile

MOST_REPORTS = 200
"""The most reports on one indicator that accumulates; each is compared with all others."""

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
    parts = _parts(claimed, (*periods, *reported)) if reported else ()
    return tuple(dict.fromkeys((*periods, *reported, *parts)))


def _parts(claimed: Sequence[Period], periods: Iterable[Period]) -> Iterator[Period]:
    """Yield the parts of periods over which the register is complete.

    Only the first and the last claim that meet a period can reach beyond it.
    """
    whole: set[int] = set()
    for period in periods:
        places = range(len(claimed))[meeting_slice(period, claimed)]
        whole.update(places[1:-1])
        outermost = dict.fromkeys((*places[:1], *places[-1:]))
        ends = (claimed[place].common(period) for place in outermost)
        yield from (part for part in ends if part is not None)
    yield from (claimed[place] for place in sorted(whole))


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
        """Join what was counted with the reports, with or without estimates.

        Raises:
            InvalidValue: if there are more than 200 reports.
        """
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
        every = size.verified + size.unverified + self.lost.rejected
        most = None if any(self.missing(period)) else every
        return Range(least, most)

    def missing(self, period: Period) -> Iterator[Period]:
        """Return the days of a period that no claim is about, days in the future included."""
        return gaps(period, self.claimed) if self.indicator.accumulates else iter(())

    def notes_of_count(self, period: Period) -> Iterator[FigureNote]:
        """Yield the notes on what was counted."""
        size = self.counts[self.indicator.id, period]
        if size.unverified:
            yield Unverified(self.indicator.id, period, size.unverified)
        # Participations add up, so it does not matter who the people are.
        if size.unnamed and not self.indicator.additive:
            yield PeopleNotIdentified(self.indicator.id, period, size.unnamed)
        if self.lost.rejected:
            yield InRejectedRows(self.indicator.id, period, *self.lost)

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
        missing = tuple(islice(self.missing(begun), MOST_TOLD))
        if missing and possible.high is None:
            uncapped = tuple(islice(gaps(begun, capped), MOST_TOLD))
            yield NotClaimedComplete(self.indicator.id, period, uncapped or missing)
        if self.indicator.accumulates and not missing:
            yield ClaimedComplete(self.indicator.id, period, begun.end)


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
    reported: Mapping[Period, ReportedRanges]
    network: Network | None = None
    contradictions: tuple[Contradiction, ...] = ()
    capped: tuple[Period, ...] = field(init=False)

    @capped.default
    def _capped(self) -> tuple[Period, ...]:
        capped = (
            about
            for about, ranges in self.reported.items()
            if any(possible.high is not None for possible in ranges.values())
        )
        return unite((*self.account.claimed, *capped))

    @classmethod
    def of(cls, account: Account, reported: Mapping[Period, ReportedRanges]) -> Self:
        """Compare all pieces of evidence with each other.

        Args:
            account: the evidence.
            reported: the reports to hear, by the periods they are about.

        Raises:
            InvalidValue: if there are more than 200 reports.
        """
        indicator = account.indicator
        standing = sum(map(len, reported.values()))
        if indicator.accumulates and standing > MOST_REPORTS:
            raise _too_many(indicator, standing)
        if not reported or not indicator.accumulates:
            return cls(account, reported)
        agreed = {about: reconcile(ranges.values()) for about, ranges in reported.items()}
        of_reports = [
            Statement(about, possible, tuple(reported[about]))
            for about, (possible, _) in agreed.items()
        ]
        counted = [Statement(period, account.seen(period)) for period in account.places]
        telling = [statement for statement in counted if statement.range != NOT_NEGATIVE]
        statements = [*of_reports, *telling]
        domain = indicator.narrow(indicator.domain)
        if domain is not None and domain != NOT_NEGATIVE:
            statements += [Statement(period, domain, certain=True) for period in account.places]
        settled, contradictions = settle(statements, additive=indicator.additive)
        alone = (
            Contradiction(statement.about, clashing, (statement,))
            for statement in of_reports
            if (clashing := agreed[statement.about][1])
        )
        network = Network(settled, additive=indicator.additive)
        return cls(account, reported, network, (*alone, *contradictions))

    def known(self, period: Period) -> tuple[Range, tuple[FigureNote, ...]]:
        """Return the values that the figure over a period can take, and the notes on it."""
        indicator, begun = self.account.indicator, period.through(self.account.as_of)
        if begun is None:
            return indicator.domain, (NotStarted(indicator.id, period),)
        about = subject(indicator, period)
        direct, clashing = self._direct(about)
        doubts = [doubt for doubt in self.contradictions if doubt.meets(period)]
        possible, used = (
            (direct, [])
            if self.network is None
            else self._bounded(self.network.bound(period), direct)
        )
        if clashing:
            possible = hull([possible, direct])
        doubted = [statement for doubt in doubts for statement in doubt.statements]
        rested_on = [
            *self.reported.get(about, {}),
            *(report for statement in (*used, *doubted) for report in statement.reports),
        ]
        return possible, (
            *self.account.notes_of_claims(period, begun, possible, self.capped),
            *self.account.notes_of_count(period),
            *self.account.reports.notes(indicator, period, rested_on),
            *self._notes_of_claimed_parts(period, used),
            *self._notes_of_clashes(period, clashing, doubts),
        )

    def _direct(self, about: Period) -> tuple[Range, tuple[Range, ...]]:
        """Reconcile the count over a period with the reports on it; return the clashing ranges."""
        return reconcile([self.account.counted(about), *self.reported.get(about, {}).values()])

    def _bounded(self, bound: Bound, direct: Range) -> tuple[Range, list[Statement]]:
        """Return the values that all the evidence leaves possible for a count.

        The statements returned beside it say more than the evidence on the period itself.
        """
        used = [*bound.low_by] if bound.low > (direct.low or 0) else []
        if bound.high is not None and (direct.high is None or bound.high < direct.high):
            used += bound.high_by
        return bound.range, used

    def _notes_of_claimed_parts(
        self, period: Period, used: Iterable[Statement]
    ) -> Iterator[FigureNote]:
        parts = (
            statement.about
            for statement in used
            if not (statement.reports or statement.certain)
            and statement.about != period
            and statement.range.high is not None
        )
        for part in dict.fromkeys(parts):
            yield ClaimedComplete(self.account.indicator.id, part, part.end)

    def _notes_of_clashes(
        self, period: Period, clashing: tuple[Range, ...], doubts: Iterable[Contradiction]
    ) -> Iterator[FigureNote]:
        """Yield the clashes over this period, and over other periods that put it in doubt."""
        clashes = {period: clashing} if clashing else {}
        for doubt in doubts:
            clashes.setdefault(doubt.about, self._direct(doubt.about)[1] or doubt.ranges)
        for about, ranges in clashes.items():
            yield Clash(self.account.indicator.id, about, ranges)


def _too_many(indicator: Indicator, number: int) -> InvalidValue:
    return InvalidValue.at(
        code="too-many-reports",
        vi=f"báo cáo về “{indicator.id}”: tối đa {MOST_REPORTS} báo cáo còn hiệu lực, "
        f"nhận được {number}; hãy bỏ các kỳ đã nằm trong báo cáo của kỳ dài hơn",
        en=f"reports on {indicator.id!r}: expected at most {MOST_REPORTS} reports that no other "
        f"report replaces, got {number}; leave out reports whose days a report over a longer "
        "period includes",
    )
