"""Reconcile pieces of evidence about one quantity, which may clash."""

from collections.abc import Collection, Iterable, Iterator

from nsc_program.values._ranges import EVERYTHING, Range, by_place, common, hull


def reconcile(pieces: Iterable[Range]) -> tuple[Range, tuple[Range, ...]]:
    """Join pieces of evidence about one quantity into the range that it can still take.

    If any two pieces share a number, then all pieces share one, and the truth lies in all of them.
    Otherwise at least one of the clashing pieces is wrong. It is unknown which one, so the truth
    lies somewhere in the smallest range that holds the clashing pieces.

    Args:
        pieces: what each piece of evidence allows, in any order; no piece at all leaves every
            number possible.

    Returns:
        The range of the quantity, and the pieces that clash, in order; no pieces if they agree.

    >>> reconcile([Range(1480, None), Range.exactly(1500)])[0] == Range.exactly(1500)
    True
    """
    different = frozenset(pieces) or frozenset([EVERYTHING])
    shared = common(different)
    if shared is not None:
        return shared, ()
    clashing = tuple(sorted(_clashing(different), key=by_place))
    return hull(clashing), clashing


def _clashing(pieces: Collection[Range]) -> Iterator[Range]:
    """Yield the pieces that do not meet every other piece.

    A piece that meets both the piece that begins last and the piece that ends first meets all.
    """
    last = max(piece._first for piece in pieces)
    first = min(piece._last for piece in pieces)
    return (piece for piece in pieces if piece._last < last or first < piece._first)
