"""Which pieces of evidence say what, where they contradict each other."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import final

from attrs import field, frozen

from nsc_program.values._keys import is_id
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, is_bool, tuple_of
from nsc_program.values._value import SimpleValue


@final
@frozen
class Piece(SimpleValue):
    """What pieces of evidence that contradict others say.

    It follows from reports, from the records or from both together. If it follows from neither, it
    says what the indicator can be at all.

    Attributes:
        range: the values that it leaves possible.
        reports: the ids of the reports that it follows from, in order.
        counted: whether it follows from what was counted in the records, with the claims and the
            rejected rows.
    """

    range: Range = field(validator=is_a(Range))
    reports: tuple[str, ...] = field(default=(), validator=tuple_of(is_id))
    counted: bool = field(default=False, validator=is_bool)


def told_by(clashing: Iterable[Range], pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return clashing ranges, each with everything that says it.

    Args:
        clashing: the ranges.
        pieces: the pieces that were compared, several of which may say one range.
    """
    ranges = tuple(clashing)
    every = tuple(pieces) if ranges else ()
    return tuple(_joint([each for each in every if each.range == said]) for said in ranges)


def _joint(pieces: Sequence[Piece]) -> Piece:
    """Return pieces that say the same as one piece."""
    reports = chain.from_iterable(each.reports for each in pieces)
    return Piece(pieces[0].range, in_order(reports), any(each.counted for each in pieces))


def in_order(reports: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of reports, each once, in order.

    Args:
        reports: the ids.
    """
    return tuple(sorted(set(reports)))
