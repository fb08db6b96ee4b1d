"""Statements about counts that contradict each other, widened until the truth is among what they leave possible.

A piece of evidence is what the reports of one period say, or all that was counted. Where some pieces cannot all be
true, one of them is wrong and nothing says which: each is then taken for what it says itself or what the others say in
its place. If just one piece is wrong, every statement is true after that.
"""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias, final

from attrs import evolve, frozen

from nsc_program.figures._network import Network, Path, Statement
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range, by_place, hull

_NOTHING_KNOWN = Range(0, None)
_MOST_TURNS = 5
"""How often contradictions are looked for again; after that, nothing is taken to be known."""
_MOST_PIECES = 60
"""Up to how many pieces of one contradiction are held against each other; of more, each may be anything."""

_Piece: TypeAlias = Period | None
"""The period of reports, or `None` for all that was counted."""


def _piece(statement: Statement) -> _Piece:
    return statement.about if statement.reports else None


def _pieces(ring: Iterable[Statement]) -> AbstractSet[_Piece]:
    """Return the pieces that a contradiction is made of, in its order; what is certain is none."""
    return dict.fromkeys(_piece(each) for each in ring if not each.certain).keys()


@final
@frozen(eq=False)
class Contradiction:
    """Statements that cannot all be true.

    Attributes:
        about: the period of the one that is about the most days.
        ranges: what that one says and, unless there are too many pieces, what the others say of the same period.
    """

    about: Period
    ranges: tuple[Range, ...]
    statements: Path

    @property
    def doubts_count(self) -> bool:
        """Whether what was counted may be wrong."""
        return None in _pieces(self.statements)

    def meets(self, period: Period) -> bool:
        """Whether it puts a figure over a period in doubt."""
        return self.doubts_count or any(each.about.meets(period) for each in self.statements)


def settle(
    statements: Iterable[Statement], *, additive: bool
) -> tuple[tuple[Statement, ...], tuple[Contradiction, ...]]:
    """Widen statements until nothing shows any more that they contradict each other, and say which did."""
    current, found = tuple(statements), list[Contradiction]()
    doubted: set[_Piece] = set()
    for _ in range(_MOST_TURNS):
        rings = _apart(Network(current, additive=additive).contradictions())
        if not rings:
            return current, tuple(found)
        for ring in (_least(each, additive=additive) for each in rings):
            found.append(_contradiction(ring, additive=additive))
            current = tuple(_widened(current, ring, doubted, additive=additive))
            doubted.update(_pieces(ring))
    return tuple(
        each if each.certain else evolve(each, range=_NOTHING_KNOWN) for each in current
    ), tuple(found)


def _apart(rings: Iterable[Path]) -> list[Path]:
    """Keep contradictions without a piece in common: what widens one may settle another."""
    kept: list[Path] = []
    seen: set[_Piece] = set()
    for ring in rings:
        pieces = _pieces(ring)
        if seen.isdisjoint(pieces):
            kept.append(ring)
            seen.update(pieces)
    return kept


def _least(ring: Path, *, additive: bool) -> Path:
    """Leave out the pieces without which a contradiction is one all the same: they have no part in it."""
    pieces = _pieces(ring)
    for piece in pieces if len(pieces) <= _MOST_PIECES else ():
        rest = [each for each in ring if each.certain or _piece(each) != piece]
        smaller = next(Network(rest, additive=additive).contradictions(), None)
        if smaller is not None:
            return _least(smaller, additive=additive)
    return ring


def _contradiction(ring: Path, *, additive: bool) -> Contradiction:
    whole = max(
        (each for each in ring if not each.certain),
        key=lambda each: each.about.end - each.about.first,
    )
    is_long = len(_pieces(ring)) > _MOST_PIECES
    instead = [] if is_long else _instead(ring, _piece(whole), [whole.about], additive=additive)
    return Contradiction(whole.about, tuple(sorted((whole.range, *instead), key=by_place)), ring)


def _widened(
    current: Collection[Statement], ring: Path, doubted: Collection[_Piece], *, additive: bool
) -> Iterator[Statement]:
    """Widen each statement of the pieces of a contradiction; a piece in a second one is no longer known at all."""
    pieces = _pieces(ring)
    lost = pieces if len(pieces) > _MOST_PIECES else pieces & set(doubted)
    instead: dict[Statement, Range] = {}
    for piece in pieces - lost:
        own = [each for each in current if _piece(each) == piece and not each.certain]
        others = _instead(ring, piece, [each.about for each in own], additive=additive)
        instead.update(zip(own, others, strict=True))
    for each in current:
        if not each.certain and _piece(each) in lost:
            yield evolve(each, range=_NOTHING_KNOWN)
        else:
            yield evolve(each, range=hull([each.range, instead[each]])) if each in instead else each


def _instead(
    ring: Path, piece: _Piece, periods: Collection[Period], *, additive: bool
) -> list[Range]:
    """Return what the other pieces of a contradiction, which agree without this one, say of some periods."""
    network = Network(
        (each for each in ring if each.certain or _piece(each) != piece), additive=additive
    )
    return [network.bound(period).range for period in periods]
