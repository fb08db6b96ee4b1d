"""Joining pieces of evidence about one quantity, checked number by number.

The checks do not use the library's own sets.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nsc_program import Range
from nsc_program.testing.strategies import ranges
from nsc_program.values import reconcile

PIECES = st.lists(ranges(), min_size=1, max_size=5)
APART = st.lists(
    st.builds(lambda low, more: Range(low, low + more), st.integers(0, 9), st.integers(0, 2)),
    min_size=1,
)


def _probes(pieces: Iterable[Range]) -> list[Fraction]:
    """Return every end, a number between each two, and one on either side.

    They are enough to tell any two of these sets apart.
    """
    ends = sorted(
        {end for piece in pieces for end in (piece.low, piece.high) if end is not None}
        or {Fraction(0)}
    )
    between = [(one + other) / 2 for one, other in pairwise(ends)]
    return sorted([*ends, *between, ends[0] - 1, ends[-1] + 1])


def _held(number: Fraction, piece: Range) -> bool:
    above = piece.low is None or number > piece.low or (number == piece.low and not piece.low_open)
    below = (
        piece.high is None or number < piece.high or (number == piece.high and not piece.high_open)
    )
    return above and below


def _numbers(piece: Range, probes: Sequence[Fraction]) -> list[Fraction]:
    return [number for number in probes if _held(number, piece)]


def _clashing(pieces: Sequence[Range]) -> list[Range]:
    """Return the pieces that have no number in common with some other piece."""
    probes = _probes(pieces)
    held = {piece: set(_numbers(piece, probes)) for piece in pieces}
    return [
        piece for piece in pieces if any(held[piece].isdisjoint(held[other]) for other in pieces)
    ]


class TestReconcile:
    """Evidence is joined independently of its order.

    If all pairs meet, the result is the intersection, otherwise the hull of only those pieces that
    clash.
    """

    @given(st.data(), PIECES | APART)
    def test_order_and_repetition_do_not_matter(
        self, data: st.DataObject, pieces: list[Range]
    ) -> None:
        shuffled = data.draw(st.permutations([*pieces, *pieces[:2]]))
        assert reconcile(pieces) == reconcile(shuffled)

    @given(PIECES | APART)
    def test_adding_the_result_changes_nothing(self, pieces: list[Range]) -> None:
        joined, clashing = reconcile(pieces)
        assert (joined, clashing) == reconcile([*pieces, joined])
        assert (joined, ()) == reconcile([joined])

    @given(PIECES | APART)
    def test_exactly_the_clashing_pieces_are_listed(self, pieces: list[Range]) -> None:
        _, clashing = reconcile(pieces)
        assert set(_clashing(pieces)) == set(clashing)
        assert len(set(clashing)) == len(clashing)

    @given(ranges(), PIECES)
    def test_pieces_that_meet_give_their_intersection(
        self, first: Range, others: list[Range]
    ) -> None:
        # Each other piece is stretched to hold a number of the first piece, so that all meet there.
        number = _numbers(first, _probes([first]))[0]
        pieces = [first, *(_stretched(other, number) for other in others)]
        probes = _probes(pieces)
        expected = [probe for probe in probes if all(_held(probe, piece) for piece in pieces)]
        assert expected == _numbers(reconcile(pieces)[0], probes)

    @given(PIECES, st.integers(-3, 6), st.integers(1, 4))
    def test_pieces_that_clash_give_their_hull(
        self, others: list[Range], number: int, more: int
    ) -> None:
        pieces = [Range(number - 1, number), Range(number + more, number + more + 1), *others]
        probes, clashing = _probes(pieces), _clashing(pieces)
        inside = [probe for probe in probes if any(_held(probe, piece) for piece in clashing)]
        expected = [probe for probe in probes if inside[0] <= probe <= inside[-1]]
        assert expected == _numbers(reconcile(pieces)[0], probes)


def _stretched(piece: Range, number: Fraction) -> Range:
    """Return the piece, stretched to hold a number."""
    if _held(number, piece):
        return piece
    if piece.low is not None and number <= piece.low:
        return Range(number, piece.high, high_open=piece.high_open)
    return Range(piece.low, number, low_open=piece.low_open)
