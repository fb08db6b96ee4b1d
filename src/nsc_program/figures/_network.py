"""Bounds on a count over one period, from statements about counts over other periods.

The number of things up to a day never falls as the days go by. A count over a period is the rise of
that number from the day before the period to its last day, so each statement about a count limits
how far the number at one day can lie above the number at another. Such limits are the edges of a
graph, and the least and the most that a count over another period can be are shortest paths in it
(a system of difference constraints):

- A count is at most the sum of the counts over periods that together include all of its days.
- A count is at least a count over other days, less the most that those days outside its own period
  can hold.
- If counts of disjoint periods add up, a path may take any number of steps of the second kind. If
  things are distinct, it may take only one: a thing of one period may occur again in another, so
  their numbers do not add up from below.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeAlias, final

from attrs import frozen

from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range


@final
@frozen(eq=False)
class Statement:
    """A statement about a count over one period.

    It comes from the latest reports on the period or, without reports, from what was counted.

    Attributes:
        about: the period.
        range: the values that the count can take: whole numbers from 0.
        reports: the reports that say it; empty for what was counted.
        certain: whether it cannot be wrong, because the indicator can take no other value.
    """

    about: Period
    range: Range
    reports: tuple[ReportedFigure, ...] = ()
    certain: bool = False

    @property
    def is_claimed(self) -> bool:
        """Whether it is a counted number that a claim of completeness limits from above."""
        return not (self.reports or self.certain or self.range.high is None)


Path: TypeAlias = tuple[Statement, ...]
"""The statements that a bound or a contradiction follows from."""


@final
@frozen
class Bound:
    """The least and the most that a count can be, and the statements they follow from.

    Attributes:
        low: the least, from 0.
        high: the most; `None` if it is unlimited.
        low_by: the statements that the least follows from.
        high_by: the statements that the most follows from.
    """

    low: int
    high: int | None
    low_by: Path
    high_by: Path

    @property
    def range(self) -> Range:
        """The values from the least to the most."""
        return Range(self.low, self.high)


class _Edge(NamedTuple):
    """A step between two nodes of the graph.

    Attributes:
        start: the node it starts from.
        end: the node it leads to.
        cost: what it adds to a count.
        statement: the statement that allows it; `None` if it needs none.
    """

    start: int
    end: int
    cost: int
    statement: Statement | None


class _Costs:
    """The cheapest paths to each node so far, and the last step of each."""

    def __init__(self, costs: list[int | None]) -> None:
        self.costs = costs
        self._steps: list[_Edge | None] = [None] * len(costs)

    def relax(self, edges: Iterable[_Edge], most: int | None) -> bool:
        """Take each edge that makes a path cheaper; return whether any edge was taken.

        Args:
            edges: the edges, each of which is tried once.
            most: the largest cost that a path may have; `None` for no limit.
        """
        costs, taken = self.costs, False
        for edge in edges:
            before = costs[edge.start]
            if before is None:
                continue
            cost, now = before + edge.cost, costs[edge.end]
            if (now is None or cost < now) and (most is None or cost <= most):
                costs[edge.end], self._steps[edge.end], taken = cost, edge, True
        return taken

    def path(self, node: int) -> Path:
        """Return the statements on the path to a node, the last one first."""
        return tuple(edge.statement for edge in self._back(node) if edge.statement is not None)

    def _back(self, node: int) -> Iterator[_Edge]:
        edge = self._steps[node]
        while edge is not None:
            yield edge
            edge = self._steps[edge.start]

    def rings(self) -> Iterator[Path]:
        """Yield the statements on each ring that the last steps form."""
        seen: dict[int, int] = {}
        for origin in range(len(self._steps)):
            met = self._first_met(origin, seen)
            if met is not None and seen[met] == origin:
                yield self._around(met)

    def _first_met(self, origin: int, seen: dict[int, int]) -> int | None:
        """Follow the steps back to the first node that was seen before; `None` without one."""
        node = origin
        while node not in seen:
            seen[node] = origin
            edge = self._steps[node]
            if edge is None:
                return None
            node = edge.start
        return node

    def _around(self, node: int) -> Path:
        steps = self._back(node)
        ring = [next(steps)]
        while ring[-1].start != node:
            ring.append(next(steps))
        return tuple(edge.statement for edge in ring if edge.statement is not None)


class _Days:
    """The days at which statements begin and end, as the nodes of a graph.

    Attributes:
        closes: the closes of these days as numbers, in order; a node is a place in this list.
    """

    def __init__(self, periods: Iterable[Period]) -> None:
        self.closes = sorted({close for period in periods for close in period.closes})
        self._nodes = {close: node for node, close in enumerate(self.closes)}

    def ends(self, period: Period) -> tuple[int, int]:
        """Return the nodes before a period and at its end."""
        before, close = period.closes
        return self._nodes[before], self._nodes[close]

    def nodes_around(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the last node up to `start` and the first from `end`; `None` without them.

        A day without a node is reached by a free step back: from `start` to the node before it, and
        from the node after `end` to `end`.
        """
        source, goal = bisect_right(self.closes, start) - 1, bisect_left(self.closes, end)
        return None if source < 0 or goal == len(self.closes) else (source, goal)


def _never(_: Statement) -> bool:
    return False


@final
class Network:
    """Statements about counts of one indicator, as a graph whose nodes are the closes of days.

    For distinct things the graph has two layers of nodes. A path reaches the second layer by the
    one step down that it may take.
    """

    def __init__(self, statements: Iterable[Statement], *, additive: bool) -> None:
        """Build the graph.

        Args:
            statements: the statements about counts.
            additive: whether counts of disjoint periods add up.
        """
        self._statements = tuple(statements)
        self._additive = additive
        self._days = _Days(statement.about for statement in self._statements)
        self._second = 0 if additive else len(self._days.closes)
        self._spread: dict[tuple[int, bool], _Costs] = {}
        layer = self._layer()
        self._covering = _in_order(layer)
        up = [edge for edge in self._covering if edge.start < edge.end]
        self._starts = [edge.start for edge in up]
        self._up = [(edge.end, edge.cost) for edge in up]
        self._all = _in_order([*layer, *self._down(), *self._second_layer(layer)])

    def _second_layer(self, layer: Iterable[_Edge]) -> Iterator[_Edge]:
        """Yield the steps of the first layer again in the second, if there is one."""
        second = self._second
        for edge in layer if second else ():
            yield edge._replace(start=edge.start + second, end=edge.end + second)

    def _layer(self) -> list[_Edge]:
        """Return the steps up, by the most that a period can hold, and the free steps back.

        A step back costs nothing because the number of things never falls as the days go by.
        """
        back = [_Edge(node, node - 1, 0, None) for node in range(1, len(self._days.closes))]
        return back + [
            _Edge(*self._days.ends(statement.about), int(statement.range.high), statement)
            for statement in self._statements
            if statement.range.high is not None
        ]

    def _down(self) -> Iterator[_Edge]:
        """Yield the steps back, by the least that a period holds."""
        for statement in self._statements:
            start, end = self._days.ends(statement.about)
            if statement.range.low:
                yield _Edge(end, start + self._second, -int(statement.range.low), statement)

    def bound(self, period: Period) -> Bound:
        """Return the least and the most that a count over a period can be.

        The statements must not contradict each other.
        """
        before, close = period.closes
        high, high_by = self._cheapest(before, close, down=self._additive)
        least, low_by = self._cheapest(close, before, down=True)
        low = -least if least is not None and least < 0 else 0
        return Bound(low, high, low_by if low else (), high_by)

    def _cheapest(self, start: int, end: int, *, down: bool) -> tuple[int | None, Path]:
        """Find the cheapest path between two days."""
        nodes = self._days.nodes_around(start, end)
        if nodes is None:
            return None, ()
        source, goal = nodes
        if down:
            goal += self._second
        spread = self._spread_from(source, down=down)
        return spread.costs[goal], spread.path(goal)

    def _spread_from(self, source: int, *, down: bool) -> _Costs:
        """Return the cheapest paths from a node, found once."""
        if (source, down) not in self._spread:
            edges = self._all if down else self._covering
            self._spread[source, down] = self._from(source, edges)
        return self._spread[source, down]

    def contradictions(self, leave_out: Callable[[Statement], bool] = _never) -> Iterator[Path]:
        """Yield groups of statements that cannot all be true; none if no contradiction shows.

        Args:
            leave_out: a function that says whether the group of a statement is not wanted any more;
                it is asked before the group is found, which takes time.
        """
        if self._additive:
            return self._rings()
        wanted = (statement for statement in self._statements if not leave_out(statement))
        return filter(None, map(self._undercut, wanted))

    def _undercut(self, statement: Statement) -> Path:
        """Return a statement and those that allow its period less than it says; else nothing."""
        least = int(statement.range.low or 0)
        if not least:
            return ()
        start, end = self._days.ends(statement.about)
        if not self._covers(start, end, least - 1):
            return ()
        return (statement, *self._from(start, self._covering, least - 1).path(end))

    def _covers(self, start: int, end: int, most: int) -> bool:
        """Return whether periods that hold `most` things at most together include some days.

        Days before a node are reached with it, so a period can be used as soon as its first day is
        reached. Days are taken in the order of their costs, so the first use is the cheapest, and
        each period is looked at once.
        """
        after = bisect_right(self._starts, start)
        waiting = [(cost, stop) for stop, cost in self._up[:after] if stop > start and cost <= most]
        heapify(waiting)
        while waiting:
            spent, reached = heappop(waiting)
            if reached >= end:
                return True
            before, after = after, max(after, bisect_right(self._starts, reached))
            for stop, cost in self._up[before:after]:
                if stop > reached and spent + cost <= most:
                    heappush(waiting, (spent + cost, stop))
        return False

    def _rings(self) -> Iterator[Path]:
        """Yield rings of negative cost: each leads from a number to a smaller one on its day."""
        spread = _Costs([0] * len(self._days.closes))
        rings: list[Path] = []
        while not rings and spread.relax(self._all, None):
            rings = list(spread.rings())
        yield from rings

    def _from(self, source: int, edges: Iterable[_Edge], most: int | None = None) -> _Costs:
        """Find the cheapest paths from a node to all others, none of them above `most`."""
        costs: list[int | None] = [None] * (len(self._days.closes) + self._second)
        costs[source] = 0
        spread = _Costs(costs)
        while spread.relax(edges, most):
            pass
        return spread


def _in_order(edges: Iterable[_Edge]) -> list[_Edge]:
    """Sort edges by the days they lead through, so that one pass finds most cheapest paths."""
    return sorted(edges, key=_order)


def _order(edge: _Edge) -> tuple[bool, int]:
    """Return a sort key: steps up in the order of the days, then steps back in reverse."""
    start, end = edge.start, edge.end
    return end < start, start if end > start else -start
