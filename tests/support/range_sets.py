"""Laws of ranges as sets, held in every case that exists on a small domain.

The expected results are worked out from sets alone, without code of the library.

On a line with n ends there are 2n + 1 places: each end, each gap between two, and the two parts
beyond the outermost ends. A range with these ends is a run of places, and each run is one range. So
the places of a range, as the bits of a number, express everything that comparisons can tell about
it; and any three ranges relate to each other as some three ranges with six ends do.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, permutations, product
from typing import TypeAlias

from nsc_program import InvalidValue, Range
from nsc_program.values import reconcile
from nsc_program.values._ranges import by_place, common, hull

Case: TypeAlias = tuple[object, object, object]
"""A subject, the right result, and the library's result."""


def lies(number: Fraction, each: Range) -> bool:
    """Membership, spelled out."""
    above = each.low is None or number > each.low or (number == each.low and not each.low_open)
    below = each.high is None or number < each.high or (number == each.high and not each.high_open)
    return above and below


class Domain:
    """Every range with some ends, beside the set of its places."""

    def __init__(
        self, ends: int, first: Fraction = Fraction(0), step: Fraction = Fraction(1)
    ) -> None:
        self.ends = [first + number * step for number in range(ends)]
        between = [end + step / 2 for end in self.ends]
        self.places = sorted([first - step / 2, *self.ends, *between])
        runs = combinations_with_replacement(range(2 * ends + 1), 2)
        self.sets = {
            self._range(*run): sum(1 << place for place in range(run[0], run[1] + 1))
            for run in runs
        }
        self.ranges = {places: each for each, places in self.sets.items()}

    def _range(self, first: int, last: int) -> Range:
        """Return the range from one place to another.

        Every second place is an end; at a place beside it the end is open.
        """
        low = self.ends[(first - 1) // 2] if first else None
        high = self.ends[last // 2] if last < 2 * len(self.ends) else None
        return Range(
            low,
            high,
            low_open=low is not None and first % 2 == 0,
            high_open=high is not None and last % 2 == 0,
        )

    def few(self, many: int) -> Iterator[tuple[Range, ...]]:
        """Return this many ranges, in every combination."""
        return combinations_with_replacement(self.sets, many)

    def shared(self, some: Iterable[Range]) -> int:
        """Return the places that lie in all of these sets."""
        found = -1
        for each in some:
            found &= self.sets[each]
        return found

    def filled(self, some: Iterable[Range]) -> Range:
        """Return the places that lie in one of these sets or between two."""
        found = 0
        for each in some:
            found |= self.sets[each]
        return self.ranges[(1 << found.bit_length()) - (found & -found)]

    def joined(self, pieces: Iterable[Range]) -> tuple[Range, tuple[Range, ...]]:
        """Return what pieces of evidence come to.

        It is the places in all pieces or, if some clash, the places between those that clash.
        """
        different = sorted(set(pieces), key=lambda each: _run(self.sets[each]))
        clashing = [
            one
            for one in different
            if any(not self.sets[one] & self.sets[other] for other in different)
        ]
        return (
            (self.filled(clashing), tuple(clashing))
            if clashing
            else (self.ranges[self.shared(different)], ())
        )


def _run(places: int) -> tuple[int, int]:
    """Return the first place and the last."""
    return (places & -places).bit_length(), places.bit_length()


Law: TypeAlias = Callable[[Domain], Iterator[Case]]


# --- sets ---


def what_holds_nothing_is_refused(domain: Domain) -> Iterator[Case]:
    """Refuse ends with nothing between them and an absent end that is open, and nothing else."""
    ends = (None, *domain.ends)
    for low, high, *flags in product(ends, ends, (False, True), (False, True)):
        absent = (low is None and flags[0]) or (high is None and flags[1])
        empty = (
            low is not None and high is not None and (low > high or (low == high and any(flags)))
        )
        yield (low, high, *flags), absent or empty, _is_refused(low, high, *flags)


def _is_refused(
    low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool
) -> bool:
    try:
        Range(low, high, low_open=low_open, high_open=high_open)
    except InvalidValue:
        return True
    return False


def a_range_holds_what_lies_between_its_ends(domain: Domain) -> Iterator[Case]:
    """`in`."""
    for each, places in domain.sets.items():
        for place, number in enumerate(domain.places):
            yield (each, number), bool(places >> place & 1), number in each


def within_is_to_hold_nothing_else(domain: Domain) -> Iterator[Case]:
    """`within`."""
    for one, other in product(domain.sets, repeat=2):
        yield (one, other), not domain.sets[one] & ~domain.sets[other], one.within(other)


def to_meet_is_to_share_a_number(domain: Domain) -> Iterator[Case]:
    """`meets`."""
    for one, other in product(domain.sets, repeat=2):
        yield (one, other), bool(domain.sets[one] & domain.sets[other]), one.meets(other)


def ranges_sort_by_their_ends(domain: Domain) -> Iterator[Case]:
    """`by_place`."""
    for one, other in product(domain.sets, repeat=2):
        before = _run(domain.sets[one]) < _run(domain.sets[other])
        yield (one, other), before, by_place(one) < by_place(other)


def common_is_what_lies_in_all(domain: Domain) -> Iterator[Case]:
    """`common` of three ranges; if one of them comes twice, of two."""
    for some in domain.few(3):
        yield some, domain.ranges.get(domain.shared(some)), common(some)


def the_hull_fills_the_gaps(domain: Domain) -> Iterator[Case]:
    """`hull`, of three."""
    for some in domain.few(3):
        yield some, domain.filled(some), hull(some)


def whole_keeps_the_whole_numbers(domain: Domain) -> Iterator[Case]:
    """`whole`; where a range lacks an end, its whole numbers lack that end too."""
    for each in domain.sets:
        numbers = [Fraction(number) for number in range(-99, 100) if lies(Fraction(number), each)]
        low, high = (numbers[end] if numbers else None for end in (0, -1))
        ends = (low if each.low is not None else None, high if each.high is not None else None)
        yield each, Range(*ends) if numbers else None, each.whole()


# --- evidence ---


def three_pieces_meet_or_leave_the_hull_of_what_clashes(domain: Domain) -> Iterator[Case]:
    """`reconcile`: the range, and the list of the pieces that clash."""
    for some in domain.few(3):
        yield some, domain.joined(some), reconcile(some)


def so_do_four(domain: Domain) -> Iterator[Case]:
    """`reconcile`, where some pieces may clash while others meet all."""
    for some in domain.few(4):
        yield some, domain.joined(some), reconcile(some)


def pieces_that_meet_two_by_two_have_a_common_number(domain: Domain) -> Iterator[Case]:
    """So evidence clashes exactly if `common` is empty."""
    for some in domain.few(3):
        pairs = all(domain.sets[one] & domain.sets[other] for one in some for other in some)
        yield some, pairs, common(some) is not None


def order_and_repeats_change_nothing(domain: Domain) -> Iterator[Case]:
    """`reconcile`, in every order and with a piece given twice."""
    for some in domain.few(3):
        found = domain.joined(some)
        for order in permutations(some):
            yield order, found, reconcile([*order, order[0]])


def what_follows_adds_nothing(domain: Domain) -> Iterator[Case]:
    """`reconcile` again, with its own result added, and with its result alone."""
    for some in domain.few(3):
        found, clashing = domain.joined(some)
        yield (
            some,
            ((found, clashing), (found, ())),
            (reconcile([*some, found]), reconcile([found])),
        )


def what_does_not_clash_can_be_joined_in_steps(domain: Domain) -> Iterator[Case]:
    """`reconcile` in steps is `reconcile` at once, if no two of the three pieces clash.

    Otherwise it need not be.
    """
    for some in product(domain.sets, repeat=3):
        if domain.shared(some):
            yield some, domain.joined(some), reconcile([reconcile(some[:2])[0], some[2]])


OF_RANGES: tuple[Law, ...] = (
    what_holds_nothing_is_refused,
    a_range_holds_what_lies_between_its_ends,
    within_is_to_hold_nothing_else,
    to_meet_is_to_share_a_number,
    ranges_sort_by_their_ends,
    common_is_what_lies_in_all,
    the_hull_fills_the_gaps,
)
OF_EVIDENCE: tuple[Law, ...] = (
    three_pieces_meet_or_leave_the_hull_of_what_clashes,
    pieces_that_meet_two_by_two_have_a_common_number,
    order_and_repeats_change_nothing,
    what_follows_adds_nothing,
    what_does_not_clash_can_be_joined_in_steps,
)
