"""Places on an axis in which the order of the numbers always shows.

A number that is below a bound is drawn below it, however small the difference is: numbers that
differ are at least `APART` units apart, and equal numbers share a place.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.values._ranges import Range

APART = 3
"""The least distance between the places of two numbers, in units of the drawing."""

Mark: TypeAlias = tuple[Fraction, int]
"""A number, with -1 or 1 if the place lies just below or above it, as at an open end."""

_NONE = Fraction(0)


def low_mark(possible: Range) -> Mark | None:
    """Return the low end of a range as a mark; `None` if it has none.

    Args:
        possible: the range.
    """
    return None if possible.low is None else (possible.low, int(possible.low_open))


def high_mark(possible: Range) -> Mark | None:
    """Return the high end of a range as a mark; `None` if it has none.

    Args:
        possible: the range.
    """
    return None if possible.high is None else (possible.high, -int(possible.high_open))


def marks(*possible: Range | None) -> list[Mark]:
    """List the ends of some ranges as marks.

    Args:
        possible: the ranges; `None` has no ends.
    """
    ends = [end(each) for each in possible if each for end in (low_mark, high_mark)]
    return [end for end in ends if end is not None]


def is_endless(shown: Iterable[Range | None]) -> bool:
    """Return whether a range that is drawn has no low end, so that it needs room below all marks.

    Args:
        shown: the ranges; `None` is not drawn.
    """
    return any(each is not None and each.low is None for each in shown)


@final
@frozen
class Axis:
    """An axis from one place of a drawing to another, with room beyond the last number.

    Attributes:
        first: the place of its beginning, in whole units of the drawing.
        last: the place of its end, where a range without an end leaves the drawing.
        places: the places of its marks.
    """

    first: int
    last: int
    places: Mapping[Mark, int]

    @classmethod
    def of(cls, numbers: Iterable[Mark], first: int, last: int, *, endless: bool = False) -> "Axis":
        """Return an axis for some marks; 0 is always one of them.

        Args:
            numbers: the marks.
            first: the place of its beginning, in units of the drawing.
            last: the place of its end, which is larger.
            endless: whether there are numbers below all marks, so that they need room too.
        """
        ordered = sorted({(_NONE, 0), *numbers})
        (low, _), (high, _) = ordered[0], ordered[-1]
        room = (high - low or Fraction(1)) / 8
        start = low if low == 0 and not endless else low - room
        unit = (high + room - start) / (last - first)
        exact = [round((number - start) / unit) for number, _ in ordered]
        return cls(first, last, dict(zip(ordered, _apart(exact, first, last), strict=True)))

    def low_of(self, possible: Range) -> int:
        """Return the place of the low end of a range; the beginning of the axis without one.

        Args:
            possible: the range.
        """
        mark = low_mark(possible)
        return self.first if mark is None else self.places[mark]

    def high_of(self, possible: Range) -> int:
        """Return the place of the high end of a range; the end of the axis without one.

        Args:
            possible: the range.
        """
        mark = high_mark(possible)
        return self.last if mark is None else self.places[mark]

    @property
    def zero(self) -> int:
        """The place of 0."""
        return self.places[_NONE, 0]


def _apart(exact: list[int], first: int, last: int) -> list[int]:
    """Return places in the same order that are far enough apart, and from the end of the axis."""
    places: list[int] = []
    for place in exact:
        places.append(max(first + place, places[-1] + APART if places else first))
    after = last
    for index in reversed(range(len(places))):
        places[index] = min(places[index], after - APART)
        after = places[index]
    return places
