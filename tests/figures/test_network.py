"""Counts over some periods limit those over others: compared with all walks and small worlds."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import TypeAlias

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drawing import maybe
from nsc_program import Period, Range, ReportedFigure
from nsc_program.figures import _clashes as clashes
from nsc_program.figures._clashes import settle
from nsc_program.figures._network import Network, Statement

FIRST = date(2021, 1, 1)
DAYS, FEW = 6, 3
INFINITE = 10**6
Stretch: TypeAlias = tuple[int, int]
"""The first day of a period and the day after its last day, as numbers."""
STRETCHES = [(first, end) for first in range(DAYS) for end in range(first + 1, DAYS + 1)]
SHORT = [(first, end) for first, end in STRETCHES if end <= FEW]


def period(stretch: Stretch) -> Period:
    return Period(FIRST + timedelta(days=stretch[0]), FIRST + timedelta(days=stretch[1] - 1))


def _said(most: int) -> st.SearchStrategy[Range]:
    return st.builds(
        lambda low, more: Range(low, None if more is None else low + more),
        st.integers(0, most),
        maybe(st.integers(0, 2)),
    )


LONG = st.dictionaries(st.sampled_from(STRETCHES), _said(6), max_size=7)
SMALL = st.dictionaries(st.sampled_from(SHORT), _said(4), max_size=5)


def _report(stretch: Stretch, said: Range) -> Statement:
    about = period(stretch)
    report = ReportedFigure(
        id=f"{stretch}", indicator="x", period=about, value=said, issued=date(2022, 1, 1)
    )
    return Statement(about, said, (report,))


def network(said: Mapping[Stretch, Range], *, additive: bool) -> Network:
    statements = [Statement(period(stretch), range_) for stretch, range_ in said.items()]
    return Network(statements, additive=additive)


def _walks(said: Mapping[Stretch, Range]) -> list[list[int]]:
    """Return how much more there can be up to one day than up to another, by every walk."""
    cost = [[0 if to <= day else INFINITE for to in range(DAYS + 1)] for day in range(DAYS + 1)]
    for (first, end), range_ in said.items():
        if range_.high is not None:
            cost[first][end] = min(cost[first][end], int(range_.high))
        cost[end][first] = min(cost[end][first], -int(range_.low or 0))
    for by, day, to in product(range(DAYS + 1), repeat=3):
        cost[day][to] = min(cost[day][to], cost[day][by] + cost[by][to])
    return cost


class TestOccasions:
    """If counts of disjoint periods add up, bounds are exactly what all statements come to."""

    @given(LONG)
    def test_statements_contradict_each_other_if_a_walk_leads_below_its_start(
        self, said: dict[Stretch, Range]
    ) -> None:
        cost = _walks(said)

        assert any(cost[day][day] < 0 for day in range(DAYS + 1)) == any(
            network(said, additive=True).contradictions()
        )

    @given(LONG)
    def test_bounds_are_those_of_all_walks(self, said: dict[Stretch, Range]) -> None:
        cost, found = _walks(said), network(said, additive=True)
        assume(not any(found.contradictions()))
        for first, end in STRETCHES:
            high = cost[first][end]
            expected = Range(-cost[end][first], None if high >= INFINITE // 2 else high)
            assert expected == found.bound(period((first, end))).range


@cache
def _worlds() -> frozenset[tuple[int, ...]]:
    """Yield the counts of each short stretch in every world of a few things.

    Each thing is seen on some of three days.
    """
    places = [days for days in product((0, 1), repeat=FEW) if any(days)]
    seen = [tuple(int(any(days[first:end])) for first, end in SHORT) for days in places]
    worlds: set[tuple[int, ...]] = {(0,) * len(SHORT)}
    for _ in range(4):
        worlds |= {
            tuple(map(sum, zip(world, one, strict=True))) for world in worlds for one in seen
        }
    return frozenset(worlds)


def _fitting(said: Mapping[Stretch, Range]) -> Iterator[tuple[int, ...]]:
    for world in _worlds():
        if all(world[SHORT.index(stretch)] in range_ for stretch, range_ in said.items()):
            yield world


class TestDistinct:
    """If things may come again, bounds do not exclude any world."""

    @given(SMALL)
    def test_every_world_lies_within_the_bounds(self, said: dict[Stretch, Range]) -> None:
        found = network(said, additive=False)
        bounds = [found.bound(period(stretch)) for stretch in SHORT]
        for world in _fitting(said):
            assert not any(found.contradictions())
            assert all(value in bound.range for value, bound in zip(world, bounds, strict=True))

    @given(said=SMALL, stretch=st.sampled_from(SHORT), most=st.integers(0, 6))
    def test_a_cover_is_found_if_the_cheapest_path_costs_no_more(
        self, said: dict[Stretch, Range], stretch: Stretch, most: int
    ) -> None:
        found = network({stretch: Range(0, None), **said}, additive=False)
        start, end = found._days.ends(period(stretch))

        cheapest = found._from(start, found._covering).costs[end]

        assert found._covers(start, end, most) == (cheapest is not None and cheapest <= most)

    def test_a_part_has_at_least_the_whole_less_the_rest(self) -> None:
        """With eight in both years and at most five in the second, the first has at least three."""
        found = network({(0, 2): Range(8, 8), (1, 2): Range(0, 5)}, additive=False)

        assert Range(3, 8) == found.bound(period((0, 1))).range

    def test_only_one_subtraction_is_sound(self) -> None:
        """The five on one day may be the five on the other."""
        said = {(0, 1): Range(5, 5), (1, 2): Range(5, 5)}

        assert (5, 10) == tuple(
            network(said, additive=additive).bound(period((0, 2))).low for additive in (False, True)
        )


class TestSettled:
    """After statements are widened, they no longer contradict each other."""

    @given(said=LONG, additive=st.booleans())
    def test_widened_statements_agree_and_are_not_narrower(
        self, said: dict[Stretch, Range], *, additive: bool
    ) -> None:
        statements = [_report(stretch, range_) for stretch, range_ in said.items()]

        settled, found = settle(statements, additive=additive)

        assert not any(Network(settled, additive=additive).contradictions())
        assert [each.about for each in statements] == [each.about for each in settled]
        assert all(
            one.range.within(other.range) for one, other in zip(statements, settled, strict=True)
        )
        assert bool(found) == any(Network(statements, additive=additive).contradictions())

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ((7, 5, 8), (Range(3, 7), Range(1, 5), Range(8, 12))),
            ((1, 3, 8), (Range(1, 5), Range(3, 7), Range(4, 8))),
        ],
    )
    def test_a_whole_and_its_parts_are_widened(
        self, values: tuple[int, int, int], expected: tuple[Range, ...]
    ) -> None:
        """Each has its own count, or what the counts of the other two imply."""
        said = dict(zip(((0, 1), (1, 2), (0, 2)), map(Range.exactly, values), strict=True))
        reported = [_report(stretch, range_) for stretch, range_ in said.items()]

        settled, (contradiction,) = settle(reported, additive=True)

        assert expected == tuple(each.range for each in settled)
        assert period((0, 2)) == contradiction.about
        assert not contradiction.doubts_count

    def test_two_separate_contradictions_are_settled_separately(self) -> None:
        """The count agrees with both reports of the second place, and not with the first."""
        counted = [
            Statement(period((1, 2)), Range(1, None)),
            Statement(period((2, 3)), Range(1, None)),
        ]
        said = {(1, 2): Range(0, 0), (0, 2): Range(3, 5), (2, 4): Range(2, 3), (3, 4): Range(4, 5)}

        settled, found = settle(
            [*counted, *(_report(*each) for each in said.items())], additive=True
        )

        assert {(True, period((1, 2))), (False, period((2, 4)))} == {
            (each.doubts_count, each.about) for each in found
        }
        assert Network(settled, additive=True).bound(period((0, 1))).low <= 2

    def test_certain_statements_are_never_widened(self) -> None:
        said = {(0, 1): Range(6, 6), (1, 2): Range(6, 6)}
        sure = Statement(period((0, 2)), Range(0, 10), certain=True)

        settled, (contradiction,) = settle(
            [sure, *(_report(*each) for each in said.items())], additive=True
        )

        assert [Range(0, 10), Range(0, 6), Range(0, 6)] == [each.range for each in settled]
        assert sure not in [each for each in settled if each.range != sure.range]
        assert contradiction.about in map(period, said)

    def test_with_very_many_pieces_each_can_be_anything(self) -> None:
        """Seventy days have one thing each, and all of them together have half as many."""
        days = [_report((day, day + 1), Range(1, 1)) for day in range(70)]

        settled, (contradiction,) = settle([*days, _report((0, 70), Range(35, 35))], additive=True)

        assert {Range(0, None)} == {each.range for each in settled}
        assert [Range(35, 35)] == [each.range for each in contradiction.pieces]

    @pytest.mark.parametrize("additive", [True, False])
    def test_what_cannot_be_settled_in_a_few_rounds_is_unknown(
        self, monkeypatch: pytest.MonkeyPatch, *, additive: bool
    ) -> None:
        monkeypatch.setattr(clashes, "_MOST_TURNS", 0)
        sure = Statement(period((0, 2)), Range(0, 10), certain=True)

        settled, found = settle([sure, _report((0, 1), Range(9, 9))], additive=additive)

        assert ([Range(0, 10), Range(0, None)], ()) == ([each.range for each in settled], found)
