"""What counts over some periods say of counts over others, as distances along a line of days.

How many things happened up to a day never falls as the day moves on, so a statement about a period limits how far its
end lies above its start. Such limits are the edges of a graph, and the least and the most that a count over another
period can be are shortest paths in it (a system of difference constraints):

- A count is at most the sum of counts over periods that together leave none of its days out.
- It is at least a count over other days, less what those of them that it lacks can hold at most.
- Where counts of disjoint periods add up, a path may take any number of such steps. Of distinct things only one step
  down, since a thing of one period may come again in another.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias, final

from attrs import frozen

from nsc_program.records._records import ReportedFigure
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range


@final
@frozen(eq=False)
class Statement:
    """What is known of a count over one period: from its latest reports or, without reports, from what was counted.

    Attributes:
        range: whole numbers, none below 0.
        certain: it cannot be wrong: the indicator can be nothing else.
    """

    about: Period
    range: Range
    reports: tuple[ReportedFigure, ...] = ()
    certain: bool = False


Path: TypeAlias = tuple[Statement, ...]
"""The statements that something follows from."""


@final
@frozen
class Bound:
    """The least and the most that a count can be, and what either follows from; no most is `None`."""

    low: int
    high: int | None
    low_by: Path
    high_by: Path

    @property
    def range(self) -> Range:
        """Return both ends."""
        return Range(self.low, self.high)


class _Edge(NamedTuple):
    """A step between two nodes, what it adds to a count, and the statement that allows it."""

    start: int
    end: int
    cost: int
    statement: Statement | None


class _Costs:
    """The cheapest ways to each node so far, and their last steps."""

    def __init__(self, costs: list[int | None]) -> None:
        self.costs = costs
        self._steps: list[_Edge | None] = [None] * len(costs)

    def relax(self, edges: Iterable[_Edge], most: int | None) -> bool:
        """Take each edge once where that is cheaper, and costs no more than `most`; say whether one was taken."""
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
        """Return the statements on the way to a node."""
        return tuple(edge.statement for edge in self._back(node) if edge.statement is not None)

    def _back(self, node: int) -> Iterator[_Edge]:
        edge = self._steps[node]
        while edge is not None:
            yield edge
            edge = self._steps[edge.start]

    def rings(self) -> Iterator[Path]:
        """Give the statements on each ring of last steps."""
        seen: dict[int, int] = {}
        for origin in range(len(self._steps)):
            node = origin
            while node not in seen:
                seen[node] = origin
                edge = self._steps[node]
                if edge is None:
                    break
                node = edge.start
            else:
                if seen[node] == origin:
                    yield self._around(node)

    def _around(self, node: int) -> Path:
        steps = self._back(node)
        ring = [next(steps)]
        while ring[-1].start != node:
            ring.append(next(steps))
        return tuple(edge.statement for edge in ring if edge.statement is not None)


@final
class Network:
    """Statements about counts of one indicator, as a graph whose nodes are the closes of days.

    Of distinct things there are two layers of nodes: a path comes to the second by the one step down it may take.
    """

    def __init__(self, statements: Iterable[Statement], *, additive: bool) -> None:
        """Make the graph."""
        self._statements = tuple(statements)
        self._additive = additive
        self._closes = sorted({close for each in self._statements for close in _closes(each.about)})
        self._nodes = {close: node for node, close in enumerate(self._closes)}
        self._second = 0 if additive else len(self._closes)
        self._spread: dict[tuple[int, bool], _Costs] = {}
        layer = self._layer()
        above = [
            each._replace(start=each.start + self._second, end=each.end + self._second)
            for each in layer
        ]
        self._covering = _in_order(layer)
        self._all = _in_order([*layer, *self._down(), *(() if additive else above)])

    def _ends(self, period: Period) -> tuple[int, int]:
        before, close = _closes(period)
        return self._nodes[before], self._nodes[close]

    def _layer(self) -> list[_Edge]:
        """Steps up by what a period can hold at most, and back by none: a count never falls."""
        back = [_Edge(node, node - 1, 0, None) for node in range(1, len(self._nodes))]
        return back + [
            _Edge(*self._ends(each.about), int(each.range.high), each)
            for each in self._statements
            if each.range.high is not None
        ]

    def _down(self) -> Iterator[_Edge]:
        """Steps back by what a period holds at least."""
        for each in self._statements:
            start, end = self._ends(each.about)
            if each.range.low:
                yield _Edge(end, start + self._second, -int(each.range.low), each)

    def bound(self, period: Period) -> Bound:
        """Return what a count over a period can be, if the statements do not contradict each other."""
        before, close = _closes(period)
        high, high_by = self._cheapest(before, close, down=self._additive)
        least, low_by = self._cheapest(close, before, down=True)
        low = -least if least is not None and least < 0 else 0
        return Bound(low, high, low_by if low else (), high_by)

    def _cheapest(self, start: int, end: int, *, down: bool) -> tuple[int | None, Path]:
        """Find the cheapest way between two days: back to a node, along the edges, and back from a node."""
        source, goal = bisect_right(self._closes, start) - 1, bisect_left(self._closes, end)
        if source < 0 or goal == len(self._closes):
            return None, ()
        if (source, down) not in self._spread:
            self._spread[source, down] = self._from(source, self._all if down else self._covering)
        found = self._spread[source, down]
        goal += self._second if down else 0
        return found.costs[goal], found.path(goal)

    def contradictions(self) -> Iterator[Path]:
        """Give statements that cannot all be true, a few at a time; nothing if nothing shows that some cannot."""
        return (
            self._rings() if self._additive else filter(None, map(self._undercut, self._statements))
        )

    def _undercut(self, statement: Statement) -> Path:
        """Return a statement with others that leave its period less than it says that it holds."""
        least = int(statement.range.low or 0)
        if not least:
            return ()
        start, end = self._ends(statement.about)
        found = self._from(start, self._covering, least - 1)
        return () if found.costs[end] is None else (statement, *found.path(end))

    def _rings(self) -> Iterator[Path]:
        """Find rings of steps that lead from a count to a smaller one of the same days."""
        found = _Costs([0] * len(self._nodes))
        rings: list[Path] = []
        while not rings and found.relax(self._all, None):
            rings = list(found.rings())
        yield from rings

    def _from(self, source: int, edges: Iterable[_Edge], most: int | None = None) -> _Costs:
        costs: list[int | None] = [None] * (len(self._nodes) + self._second)
        costs[source] = 0
        found = _Costs(costs)
        while found.relax(edges, most):
            pass
        return found


def _closes(period: Period) -> tuple[int, int]:
    """Return the day before a period and its last, as numbers."""
    return period.first.toordinal() - 1, period.end.toordinal()


def _in_order(edges: Iterable[_Edge]) -> list[_Edge]:
    """Put edges in the order of the days that they lead through, so that one pass takes most paths."""
    return sorted(
        edges,
        key=lambda edge: (
            edge.end < edge.start,
            edge.start if edge.end > edge.start else -edge.start,
        ),
    )
