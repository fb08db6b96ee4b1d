"""Contradictory statements about counts, widened until they can all be true.

A piece of evidence is either all the reports about one period, or everything that was counted. If
some pieces cannot all be true, at least one of them is wrong, and nothing tells which. Each piece
then allows both the values that it states itself and those that the other pieces state in its
place. If exactly one piece is wrong, every widened statement is true.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import timedelta
from functools import cached_property
from typing import TypeAlias, final

from attrs import evolve, frozen

from nsc_program.figures._network import Network, Path, Statement
from nsc_program.figures._pieces import Piece, in_order
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range, by_place, hull

_UNKNOWN = Range(0, None)
_MOST_TURNS = 5
"""The number of searches for contradictions; after the last, every count is taken as unknown."""
_MOST_PIECES = 60
"""The most pieces of a contradiction that are compared; in a larger one all become unknown."""

_Piece: TypeAlias = Period | None
"""The period of reports, or `None` for everything that was counted."""


def _piece(statement: Statement) -> _Piece:
    return statement.about if statement.reports else None


def _pieces(path: Iterable[Statement]) -> AbstractSet[_Piece]:
    """Return the pieces of a contradiction, in its order; certain statements belong to no piece."""
    return dict.fromkeys(_piece(statement) for statement in path if not statement.certain).keys()


@final
@frozen(eq=False)
class Contradiction:
    """Statements that cannot all be true.

    Attributes:
        about: the period of the statement that is about the most days.
        pieces: what that statement says and, unless there are more than 60 pieces, what the others
            say about the same period.
        statements: the statements that contradict each other.
    """

    about: Period
    pieces: tuple[Piece, ...]
    statements: Path

    @property
    def doubts_count(self) -> bool:
        """Whether the counted number may be wrong."""
        return None in self._pieces

    @cached_property
    def _pieces(self) -> AbstractSet[_Piece]:
        return _pieces(self.statements)

    def doubts(self, period: Period, used: Iterable[Statement]) -> bool:
        """Return whether the contradiction puts a figure in doubt.

        Args:
            period: the period of the figure.
            used: the statements that the figure follows from, widened where they were.
        """
        if self.doubts_count:
            return True
        meeting = any(statement.about.meets(period) for statement in self.statements)
        return meeting or not self._pieces.isdisjoint(_pieces(used))


def settle(
    statements: Iterable[Statement], *, additive: bool
) -> tuple[tuple[Statement, ...], tuple[Contradiction, ...]]:
    """Widen statements until no contradiction among them can be shown.

    Args:
        statements: the statements about counts of one indicator.
        additive: whether counts of disjoint periods add up.

    Returns:
        The statements, widened where necessary, and the contradictions that were found.
    """
    settling = _Settling(statements, additive=additive)
    for _ in range(_MOST_TURNS):
        if not settling.widen():
            return settling.statements, tuple(settling.contradictions)
    return tuple(map(_unknown, settling.statements)), tuple(settling.contradictions)


def _unknown(statement: Statement) -> Statement:
    """Return a statement that says nothing any more, unless it is certain."""
    return statement if statement.certain else evolve(statement, range=_UNKNOWN)


def _without_common_pieces(network: Network) -> list[Path]:
    """Return contradictions that share no piece: widening one may settle the other."""
    kept: list[Path] = []
    seen: set[_Piece] = set()

    def is_seen(statement: Statement) -> bool:
        return not statement.certain and _piece(statement) in seen

    for path in network.contradictions(is_seen):
        pieces = _pieces(path)
        if seen.isdisjoint(pieces):
            kept.append(path)
            seen.update(pieces)
    return kept


def _others(path: Path, piece: _Piece) -> list[Statement]:
    """Return the statements of a contradiction that do not belong to a piece."""
    return [statement for statement in path if not _belongs(statement, piece)]


@final
class _Settling:
    """Statements that are being widened.

    Attributes:
        statements: the statements so far.
        contradictions: the contradictions that were found.
    """

    def __init__(self, statements: Iterable[Statement], *, additive: bool) -> None:
        self.statements = tuple(statements)
        self.contradictions: list[Contradiction] = []
        self._doubted: set[_Piece] = set()
        self._additive = additive

    def widen(self) -> bool:
        """Widen the statements that contradict each other; return whether there were any."""
        paths = _without_common_pieces(self._network(self.statements))
        for path in map(self._smallest, paths):
            self.contradictions.append(self._contradiction(path))
            self.statements = tuple(self._widened(path))
            self._doubted.update(_pieces(path))
        return bool(paths)

    def _network(self, statements: Iterable[Statement]) -> Network:
        return Network(statements, additive=self._additive)

    def _smallest(self, path: Path) -> Path:
        """Leave out each piece without which the rest still contradict each other."""
        pieces = _pieces(path)
        for piece in pieces if len(pieces) <= _MOST_PIECES else ():
            rest = self._network(_others(path, piece))
            smaller = next(rest.contradictions(), None)
            if smaller is not None:
                return self._smallest(smaller)
        return path

    def _contradiction(self, path: Path) -> Contradiction:
        """Return a contradiction, with what its pieces say about its longest period."""
        doubtful = (statement for statement in path if not statement.certain)
        whole = max(doubtful, key=_length)
        said = [_said(whole.range, [whole]), *self._instead_of_whole(path, whole)]
        by_range = sorted(said, key=lambda piece: by_place(piece.range))
        return Contradiction(whole.about, tuple(by_range), path)

    def _instead_of_whole(self, path: Path, whole: Statement) -> Iterator[Piece]:
        """Yield what the other pieces say about a period, unless there are too many pieces."""
        piece = _piece(whole)
        if len(_pieces(path)) <= _MOST_PIECES:
            others = _others(path, piece)
            yield from (_said(each, others) for each in self._instead(path, piece, [whole.about]))

    def _widened(self, path: Path) -> Iterator[Statement]:
        """Widen every statement of a contradiction's pieces.

        A piece that was already part of an earlier contradiction becomes unknown.
        """
        pieces = _pieces(path)
        lost = pieces if len(pieces) > _MOST_PIECES else pieces & self._doubted
        instead = self._all_instead(path, pieces - lost)
        for statement in self.statements:
            if not statement.certain and _piece(statement) in lost:
                yield evolve(statement, range=_UNKNOWN)
            elif statement in instead:
                yield evolve(statement, range=hull([statement.range, instead[statement]]))
            else:
                yield statement

    def _all_instead(self, path: Path, pieces: Iterable[_Piece]) -> Mapping[Statement, Range]:
        """Return what the other pieces say in the place of each statement of some pieces."""
        instead: dict[Statement, Range] = {}
        for piece in pieces:
            own = [statement for statement in self.statements if _belongs(statement, piece)]
            periods = [statement.about for statement in own]
            instead.update(zip(own, self._instead(path, piece, periods), strict=True))
        return instead

    def _instead(self, path: Path, piece: _Piece, periods: Iterable[Period]) -> list[Range]:
        """Return what the other pieces of a contradiction, which agree, say about some periods."""
        network = self._network(_others(path, piece))
        return [network.bound(period).range for period in periods]


def _said(possible: Range, statements: Iterable[Statement]) -> Piece:
    """Return what statements say together, with the evidence they come from."""
    doubtful = [statement for statement in statements if not statement.certain]
    reports = in_order(report.id for each in doubtful for report in each.reports)
    return Piece(possible, reports, counted=not all(each.reports for each in doubtful))


def _length(statement: Statement) -> timedelta:
    return statement.about.end - statement.about.first


def _belongs(statement: Statement, piece: _Piece) -> bool:
    """Return whether a statement is part of a piece of evidence."""
    return _piece(statement) == piece and not statement.certain
