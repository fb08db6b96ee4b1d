"""What all evidence on one indicator leaves possible: what was counted, where that is complete, and the reports."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Self, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._clashes import Contradiction, settle
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
from nsc_program.figures._reports import Reports, Said, subject, within_domain
from nsc_program.plan._targets import NOT_NEGATIVE, Indicator
from nsc_program.records._register import Register
from nsc_program.values._periods import MOST_TOLD, Period, gaps, meeting_slice, unite
from nsc_program.values._ranges import Range, hull, reconcile

MOST_REPORTS = 200
"""How many reports on one indicator can stand, if it accumulates: each is held against all others."""

_A_COUNT = Message("số đếm được", "a count")


def to_count(
    periods: Collection[Period], reports: Reports, claimed: Sequence[Period]
) -> tuple[Period, ...]:
    """The periods of figures, and what reports over other periods are held against or joined with.

    A claim about days of a report matters too, where it is about none of a figure's: the rest of what is reported is on
    the other days.
    """
    reported = reports.heard(estimates=True)
    parts = _parts(claimed, (*periods, *reported)) if reported else ()
    return tuple(dict.fromkeys((*periods, *reported, *parts)))


def _parts(claimed: Sequence[Period], periods: Iterable[Period]) -> Iterator[Period]:
    """The parts of periods of which nothing is missing: only the first and the last claim can reach outside of one."""
    whole: set[int] = set()
    for period in periods:
        found = range(len(claimed))[meeting_slice(period, claimed)]
        whole.update(found[1:-1])
        ends = (claimed[each].common(period) for each in dict.fromkeys((*found[:1], *found[-1:])))
        yield from (part for part in ends if part is not None)
    yield from (claimed[each] for each in sorted(whole))


@final
@frozen
class Account:
    """All that bears on the figures of one indicator as of one day."""

    indicator: Indicator
    as_of: date
    register: Register
    reports: Reports
    claimed: tuple[Period, ...]
    counts: Counts
    periods: tuple[Period, ...]
    places: tuple[Period, ...]

    def joined(self, *, estimates: bool) -> "Joined":
        """Join what was counted with the reports."""
        return Joined.of(self, self.reports.heard(estimates=estimates))

    def counted(self, period: Period) -> Range:
        """At least what is verified; at most all there is, if that is all there is. A state is not counted."""
        if not self.indicator.accumulates:
            return self.indicator.domain
        return within_domain(self.indicator, self.seen(period), _A_COUNT)

    def seen(self, period: Period) -> Range:
        """What was counted, whatever the indicator can be."""
        size = self.counts[self.indicator.id, period]
        least = max(0, size.verified - self.register.things_withdrawn(self.indicator.id))
        rejected = self.register.things_rejected(self.indicator.id)
        most = None if any(self.missing(period)) else size.verified + size.unverified + rejected
        return Range(least, most)

    def missing(self, period: Period) -> Iterator[Period]:
        """The days of a period that nobody claims anything of, those to come among them."""
        return gaps(period, self.claimed) if self.indicator.accumulates else iter(())

    def notes_of_count(self, period: Period) -> Iterator[FigureNote]:
        """What must be told of what was counted."""
        size = self.counts[self.indicator.id, period]
        if size.unverified:
            yield Unverified(self.indicator.id, period, size.unverified)
        if (
            size.unnamed and not self.indicator.additive
        ):  # of participations, who they are is not asked
            yield PeopleNotIdentified(self.indicator.id, period, size.unnamed)
        rejected = self.register.things_rejected(self.indicator.id)
        if rejected:
            yield InRejectedRows(
                self.indicator.id,
                period,
                rejected,
                self.register.things_withdrawn(self.indicator.id),
            )

    def notes_of_claims(
        self, period: Period, begun: Period, possible: Range, capped: Sequence[Period]
    ) -> Iterator[FigureNote]:
        """Say how far the register is claimed to be complete, and where nothing caps the figure."""
        missing = tuple(islice(self.missing(begun), MOST_TOLD))
        if missing and possible.high is None:
            uncapped = tuple(islice(gaps(begun, capped), MOST_TOLD))
            yield NotClaimedComplete(self.indicator.id, period, uncapped or missing)
        if self.indicator.accumulates and not missing:
            yield ClaimedComplete(self.indicator.id, period, begun.end)


@final
@frozen
class Joined:
    """What was counted and some reports, joined: each period's figure follows from all of it.

    Attributes:
        said: the reports, by what they are about.
        network: what all evidence says of any period; `None` of a state, and without reports.
        contradictions: which of it cannot all be true.
        capped: the days that claims and reports put an end to.
    """

    account: Account
    said: Mapping[Period, Said]
    network: Network | None = None
    contradictions: tuple[Contradiction, ...] = ()
    capped: tuple[Period, ...] = field(init=False)

    @capped.default
    def _ended(self) -> tuple[Period, ...]:
        ended = (
            about
            for about, said in self.said.items()
            if any(each.high is not None for each in said.values())
        )
        return unite((*self.account.claimed, *ended))

    @classmethod
    def of(cls, account: Account, said: Mapping[Period, Said]) -> Self:
        """Hold all evidence against all other.

        Raises:
            InvalidValue: for too many reports.
        """
        indicator = account.indicator
        standing = sum(map(len, said.values()))
        if indicator.accumulates and standing > MOST_REPORTS:
            raise _too_many(indicator, standing)
        if not said or not indicator.accumulates:
            return cls(account, said)
        agreed = {about: reconcile(each.values()) for about, each in said.items()}
        reported = [
            Statement(about, range_, tuple(said[about])) for about, (range_, _) in agreed.items()
        ]
        counted = [Statement(each, account.seen(each)) for each in account.places]
        statements = [*reported, *(each for each in counted if each.range != NOT_NEGATIVE)]
        domain = indicator.narrow(indicator.domain)
        if domain is not None and domain != NOT_NEGATIVE:
            statements += [Statement(each, domain, certain=True) for each in account.places]
        settled, found = settle(statements, additive=indicator.additive)
        alone = (
            Contradiction(each.about, clashing, (each,))
            for each in reported
            if (clashing := agreed[each.about][1])
        )
        return cls(account, said, Network(settled, additive=indicator.additive), (*alone, *found))

    def known(self, period: Period) -> tuple[Range, tuple[FigureNote, ...]]:
        """Return what the figure over a period can be, and what that rests on."""
        indicator, begun = self.account.indicator, period.through(self.account.as_of)
        if begun is None:
            return indicator.domain, (NotStarted(indicator.id, period),)
        about = subject(indicator, period)
        direct, clashing = self._direct(about)
        doubts = [each for each in self.contradictions if each.meets(period)]
        possible, used = (
            (direct, [])
            if self.network is None
            else self._bounded(self.network.bound(period), direct)
        )
        if clashing:
            possible = hull([possible, direct])
        doubted = [each for doubt in doubts for each in doubt.statements]
        rested_on = [
            *self.said.get(about, {}),
            *(report for each in (*used, *doubted) for report in each.reports),
        ]
        return possible, (
            *self.account.notes_of_claims(period, begun, possible, self.capped),
            *self.account.notes_of_count(period),
            *self.account.reports.notes(indicator, period, rested_on),
            *self._notes_of_claimed_parts(period, used),
            *self._notes_of_clashes(period, clashing, doubts),
        )

    def _direct(self, about: Period) -> tuple[Range, tuple[Range, ...]]:
        """Reconcile what was counted over a period with the reports on it, and give what of it clashes."""
        return reconcile([self.account.counted(about), *self.said.get(about, {}).values()])

    def _bounded(self, bound: Bound, direct: Range) -> tuple[Range, list[Statement]]:
        """Return what a count can be by all the evidence, and the statements that say more than is said directly."""
        used = [*bound.low_by] if bound.low > (direct.low or 0) else []
        if bound.high is not None and (direct.high is None or bound.high < direct.high):
            used += bound.high_by
        return bound.range, used

    def _notes_of_claimed_parts(
        self, period: Period, used: Iterable[Statement]
    ) -> Iterator[FigureNote]:
        parts = (
            each.about
            for each in used
            if not (each.reports or each.certain)
            and each.about != period
            and each.range.high is not None
        )
        for part in dict.fromkeys(parts):
            yield ClaimedComplete(self.account.indicator.id, part, part.end)

    def _notes_of_clashes(
        self, period: Period, clashing: tuple[Range, ...], doubts: Iterable[Contradiction]
    ) -> Iterator[FigureNote]:
        """Say what cannot all be true: of this period, and of others that put it in doubt."""
        found = {period: clashing} if clashing else {}
        for doubt in doubts:
            found.setdefault(doubt.about, self._direct(doubt.about)[1] or doubt.ranges)
        for about, ranges in found.items():
            yield Clash(self.account.indicator.id, about, ranges)


def _too_many(indicator: Indicator, number: int) -> InvalidValue:
    return InvalidValue.at(
        code="too-many-reports",
        vi=f"báo cáo về “{indicator.id}”: tối đa {MOST_REPORTS} báo cáo còn hiệu lực, nhận được {number}; "
        "hãy bỏ các kỳ đã nằm trong báo cáo của kỳ dài hơn",
        en=f"reports on {indicator.id!r}: expected at most {MOST_REPORTS} that no other replaces, got {number}; "
        "leave out those that reports over longer periods include",
    )
