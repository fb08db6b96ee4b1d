"""The money that may have been spent in a phase or in years, with everything that limits it.

What surely was spent and what may have been spent are kept apart, for each source and for all
sources together, which `None` stands for.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from heapq import nlargest
from itertools import islice
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.plan._targets import Phase
from nsc_program.records._records import Support
from nsc_program.records._register import Register
from nsc_program.values._periods import MOST_TOLD, Period, gaps, unite_through
from nsc_program.values._ranges import Range
from nsc_program.verdicts._known_supports import (
    Known,
    of_unknown_records,
    rejected_supports,
)

Source: TypeAlias = str | None
"""The id of a source of money; `None` for all sources together."""


@final
@frozen
class Gaps:
    """What a register lacks about supports.

    Attributes:
        rejected: the number of rejected rows of supports.
        unknown: the number of these rows whose records are unknown.
        claimed: the periods over which the register is claimed to hold all supports, united.
        part: the territory of the register if it is only a part of the plan's; else `None`.
    """

    rejected: int
    unknown: int
    claimed: Sequence[Period]
    part: str | None

    @classmethod
    def of(cls, register: Register, as_of: date, part: str | None) -> "Gaps":
        """Return what a register lacks.

        Args:
            register: the register.
            as_of: the last day that counts.
            part: the territory of the register if it is only a part of the plan's.
        """
        rows = rejected_supports(register)
        claimed = unite_through(register.claims_about(Support.__name__), as_of)
        return cls(len(rows), len(of_unknown_records(rows)), claimed, part)

    def missing(self, end: date) -> tuple[Period, ...]:
        """Return the first periods without a claim, up to a day.

        Args:
            end: the day.
        """
        return tuple(islice(gaps(Period.until(end), self.claimed), MOST_TOLD))


@final
@frozen
class Tally:
    """The money of some supports.

    Attributes:
        vnd: the money in đồng, by source.
        listing: the number of supports that record an amount from a source, which may be 0.
        supports: the number of supports.
        incomplete: the number of supports that do not record money from each source of the plan;
            if it has no sources, the number of those that do not record any money.
        without: the number of supports that do not record any money.
    """

    vnd: Counter[Source] = field(factory=Counter)
    listing: Counter[Source] = field(factory=Counter)
    supports: int = 0
    incomplete: int = 0
    without: int = 0

    @classmethod
    def of(cls, supports: Iterable[Known], planned: Collection[str]) -> "Tally":
        """Add up the money of some supports, each of which counts once.

        Args:
            supports: what is known of the supports.
            planned: the ids of the sources of the plan.
        """
        vnd: Counter[Source] = Counter()
        listing: Counter[Source] = Counter()
        number = incomplete = without = 0
        for support in supports:
            money = support.vnd
            for source, amount in money.items():
                vnd[source] += amount
                listing[source] += 1
            number += 1
            incomplete += not (money and all(source in money for source in planned))
            without += not money
        vnd[None], listing[None] = vnd.total(), number - without
        return cls(vnd, listing, number, incomplete, without)

    def plus(self, other: "Tally") -> "Tally":
        """Return both together.

        Args:
            other: the money of other supports.
        """
        return Tally(
            self.vnd + other.vnd,
            self.listing + other.listing,
            self.supports + other.supports,
            self.incomplete + other.incomplete,
            self.without + other.without,
        )


@final
@frozen
class Held:
    """The money that a phase or some years hold.

    Attributes:
        sure: the money that surely belongs there.
        perhaps: the money that may belong there.
        withdrawable: the part of `sure` that rejected rows of unknown records may withdraw: the
            amounts of single supports, by source.
        unknown: the number of such rows.
    """

    sure: Tally = field(factory=Tally)
    perhaps: Tally = field(factory=Tally)
    withdrawable: Mapping[Source, Sequence[int]] = field(factory=dict)
    unknown: int = 0

    @classmethod
    def of(
        cls, sure: Sequence[Known], perhaps: Iterable[Known], gaps: Gaps, planned: Collection[str]
    ) -> "Held":
        """Return the money of some supports, each of which counts once.

        Args:
            sure: the supports that surely belong there.
            perhaps: the supports that may belong there.
            gaps: what the register lacks.
            planned: the ids of the sources of the plan.
        """
        tallies = Tally.of(sure, planned), Tally.of(perhaps, planned)
        return cls(*tallies, _withdrawable(sure), gaps.unknown)

    def plus(self, other: "Held") -> "Held":
        """Return both together.

        Args:
            other: the money of other supports.
        """
        names = dict.fromkeys((*self.withdrawable, *other.withdrawable))
        amounts = {
            source: (*self.withdrawable.get(source, ()), *other.withdrawable.get(source, ()))
            for source in names
        }
        sure, perhaps = self.sure.plus(other.sure), self.perhaps.plus(other.perhaps)
        return Held(sure, perhaps, amounts, other.unknown)

    @cached_property
    def withdrawn(self) -> Mapping[Source, int]:
        """The most that rejected rows may withdraw, by source.

        Each row of an unknown record may withdraw one support, in the worst case one with the most
        money.
        """
        items = self.withdrawable.items()
        return {source: sum(nlargest(self.unknown, amounts)) for source, amounts in items}


@final
@frozen(kw_only=True)
class Spent:
    """The money of a phase or of some years, and everything else that its totals depend on.

    Attributes:
        held: the money.
        unknown: further money that may belong there, because it is unknown when it was spent.
        planned: the ids of the sources of the plan. A support that does not list one of them does
            not tell how much came from it. A support that records money, but not from another
            source, had nothing from that.
        gaps: what the register lacks.
        missing: the days without a claim, up to the end of the phase or the last year.
    """

    held: Held
    unknown: Tally = field(factory=Tally)
    planned: Collection[str]
    gaps: Gaps
    missing: tuple[Period, ...]

    @classmethod
    def over(
        cls, phase: Phase, supports: Iterable[Known], gaps: Gaps, planned: Collection[str]
    ) -> "Spent":
        """Return the money of the supports of a phase.

        Args:
            phase: the phase.
            supports: what is known of supports.
            gaps: what the register lacks.
            planned: the ids of the sources of the plan.
        """
        # Several facts may tell of one support. None of them tells of its money.
        meeting = {each.of: each for each in supports if each.days.meets(phase.period)}.values()
        sure = [support for support in meeting if support.is_surely_of(phase)]
        perhaps = (support for support in meeting if not support.is_surely_of(phase))
        return cls(
            held=Held.of(sure, perhaps, gaps, planned),
            planned=planned,
            gaps=gaps,
            missing=gaps.missing(phase.period.end),
        )

    def not_recorded(self, source: Source) -> int:
        """Return the number of supports that may belong there and may have unrecorded money.

        Args:
            source: the source of the money.
        """
        tallies = (self.held.sure, self.held.perhaps, self.unknown)
        if source is None:
            return sum(tally.incomplete for tally in tallies)
        if source in self.planned:
            return sum(tally.supports - tally.listing[source] for tally in tallies)
        return sum(tally.without for tally in tallies)

    def perhaps(self, source: Source) -> int:
        """Return the number of supports that only may belong there and record money.

        Args:
            source: the source of the money.
        """
        return self.held.perhaps.listing[source] + self.unknown.listing[source]

    def vnd(self, source: Source) -> Range:
        """Return the đồng that may have been spent.

        Args:
            source: the source of the money.
        """
        held = self.held
        least = held.sure.vnd[source] - held.withdrawn.get(source, 0)
        return Range(least, self._most(source))

    def _most(self, source: Source) -> int | None:
        """Return the most that was spent; `None` if something is missing."""
        gaps = self.gaps
        if self.missing or gaps.rejected or gaps.part or self.not_recorded(source):
            return None
        return sum(tally.vnd[source] for tally in (self.held.sure, self.held.perhaps, self.unknown))


def _withdrawable(supports: Iterable[Known]) -> Mapping[Source, Sequence[int]]:
    """Return the money of the supports that a rejected row of an unknown record may withdraw."""
    money: defaultdict[Source, list[int]] = defaultdict(list)
    for support in supports:
        if support.withdrawable:
            money[None].append(sum(support.vnd.values()))
            for source, vnd in support.vnd.items():
                money[source].append(vnd)
    return money
