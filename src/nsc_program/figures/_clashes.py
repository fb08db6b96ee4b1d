"""Contradictory statements about counts, widened until they can all be true.

A piece of evidence is either all the reports about one period, or everything that was counted. If
some pieces cannot all be true, at least one of them is wrong, and nothing tells which. Each piece
then allows both the values that it states itself and those that the other pieces state in its
place. If exactly one piece is wrong, every widened statement is true.
"""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias, final

from attrs import evolve, frozen

from nsc_program.figures._network import Network, Path, Statement
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
        ranges: what that statement says and, unless there are more than 60 pieces, what the other
            pieces say about the same period.
        statements: the statements that contradict each other.
    """

    about: Period
    ranges: tuple[Range, ...]
    statements: Path

    @property
    def doubts_count(self) -> bool:
        """Whether the counted number may be wrong."""
        return None in _pieces(self.statements)

    def meets(self, period: Period) -> bool:
        """Return whether the contradiction puts a figure over a period in doubt."""
        if self.doubts_count:
            return True
        return any(statement.about.meets(period) for statement in self.statements)


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
    current, contradictions = tuple(statements), list[Contradiction]()
    doubted: set[_Piece] = set()
    for _ in range(_MOST_TURNS):
        paths = _without_common_pieces(Network(current, additive=additive).contradictions())
        if not paths:
            return current, tuple(contradictions)
        for path in (_smallest(path, additive=additive) for path in paths):
            contradictions.append(_contradiction(path, additive=additive))
            current = tuple(_widened(current, path, doubted, additive=additive))
            doubted.update(_pieces(path))
    unknown = tuple(
        statement if statement.certain else evolve(statement, range=_UNKNOWN)
        for statement in current
    )
    return unknown, tuple(contradictions)


def _without_common_pieces(paths: Iterable[Path]) -> list[Path]:
    """Keep contradictions that share no piece: widening one may settle the other."""
    kept: list[Path] = []
    seen: set[_Piece] = set()
    for path in paths:
        pieces = _pieces(path)
        if seen.isdisjoint(pieces):
            kept.append(path)
            seen.update(pieces)
    return kept


def _smallest(path: Path, *, additive: bool) -> Path:
    """Leave out each piece without which the rest still contradict each other."""
    pieces = _pieces(path)
    for piece in pieces if len(pieces) <= _MOST_PIECES else ():
        rest = _others(path, piece)
        smaller = next(Network(rest, additive=additive).contradictions(), None)
        if smaller is not None:
            return _smallest(smaller, additive=additive)
    return path


def _contradiction(path: Path, *, additive: bool) -> Contradiction:
    whole = max(
        (statement for statement in path if not statement.certain),
        key=lambda statement: statement.about.end - statement.about.first,
    )
    is_long = len(_pieces(path)) > _MOST_PIECES
    instead = [] if is_long else _instead(path, _piece(whole), [whole.about], additive=additive)
    return Contradiction(whole.about, tuple(sorted((whole.range, *instead), key=by_place)), path)


def _widened(
    current: Collection[Statement], path: Path, doubted: Collection[_Piece], *, additive: bool
) -> Iterator[Statement]:
    """Widen every statement of a contradiction's pieces.

    A piece that was already part of an earlier contradiction becomes unknown.
    """
    pieces = _pieces(path)
    lost = pieces if len(pieces) > _MOST_PIECES else pieces & set(doubted)
    instead: dict[Statement, Range] = {}
    for piece in pieces - lost:
        own = [
            statement
            for statement in current
            if _piece(statement) == piece and not statement.certain
        ]
        periods = [statement.about for statement in own]
        others = _instead(path, piece, periods, additive=additive)
        instead.update(zip(own, others, strict=True))
    for statement in current:
        if not statement.certain and _piece(statement) in lost:
            yield evolve(statement, range=_UNKNOWN)
        elif statement in instead:
            yield evolve(statement, range=hull([statement.range, instead[statement]]))
        else:
            yield statement


def _instead(
    path: Path, piece: _Piece, periods: Collection[Period], *, additive: bool
) -> list[Range]:
    """Return what the other pieces of a contradiction, which agree, say about some periods."""
    network = Network(_others(path, piece), additive=additive)
    return [network.bound(period).range for period in periods]


def _others(path: Path, piece: _Piece) -> list[Statement]:
    """Return the statements of a contradiction that do not belong to a piece."""
    return [statement for statement in path if statement.certain or _piece(statement) != piece]
