"""Bars beside the numbers that fulfil a target, as several kinds of pictures draw them.

A number that is below its bound is drawn below it, however small the difference is, and what is
only possible is striped.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from nsc_program.plan._indicators import Indicator
from nsc_program.report._charts.axis import Axis, Mark, high_mark, low_mark, marks
from nsc_program.report._charts.picture_words import bound_labels
from nsc_program.report._charts.pictures import (
    LINE,
    label,
    line,
    rectangle,
    shape,
    striped,
    triangle,
)
from nsc_program.report._markup import Element, Node
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang
from nsc_program.verdicts._comparisons import Comparison

_TOP, _BAND, _BAR = 18, 28, 16
_BELOW = _TOP + _BAND
"""Where the band ends, from the top of a bar with its label."""


@frozen
class Bar:
    """A bar, and the numbers that it is to reach.

    Attributes:
        picture: the id of the picture.
        axis: the places of the numbers.
        top: where its part of the picture begins, from above; a label has room above the bar.
        possible: the numbers that the bar shows; `None` if nothing is known.
        sure: the numbers that surely fulfil the target; `None` if there are none.
        perhaps: the numbers that may fulfil it; `None` if there are none.
        planned: N of “about N”; `None` for other targets.
        paced: where an even pace would be; `None` without a pace.
    """

    picture: str
    axis: Axis
    top: int
    possible: Range | None
    sure: Range | None
    perhaps: Range | None
    planned: Mark | None = None
    paced: Mark | None = None

    def shapes(self) -> Iterator[Node]:
        """Yield the shapes, from the background to the marks."""
        yield from self._bands()
        yield from self._bar()
        yield from self._bounds()
        if self.paced is not None:
            yield triangle(self.axis.places[self.paced], self._down(_BELOW + 1))

    def _down(self, y: int) -> int:
        return self.top + y

    def _band(self, look: str, numbers: Range | None) -> Element | None:
        """Return the background where a target is attained."""
        if numbers is None:
            return None
        left, right = self.axis.low_of(numbers), self.axis.high_of(numbers)
        return rectangle(look, left, self._down(_TOP), right, self._down(_BELOW))

    def _bands(self) -> Iterator[Node]:
        """Yield the backgrounds, and the line on which the bar stands."""
        yield self._band("perhaps", self.perhaps)
        yield self._band("accepted", self.sure)
        zero = self.axis.zero
        yield line("axis", zero, self._down(_TOP - 2), zero, self._down(_BELOW + 2))

    def _bar(self) -> Iterator[Node]:
        """Yield what is certainly reached, and what is possible."""
        if self.possible is None:
            return
        low, high = self.axis.low_of(self.possible), self.axis.high_of(self.possible)
        top = self._down(_TOP + (_BAND - _BAR) // 2)
        yield rectangle("sure", *_certain(low, high, self.axis.zero, top))
        if low < high:
            yield self._open(low, high, top, self.possible)

    def _open(self, low: int, high: int, top: int, possible: Range) -> Element:
        """Return what is possible; an end that is not known is an arrow."""
        middle, bottom, tip = top + _BAR // 2, top + _BAR, min(8, high - low)
        right, left = [(high, top), (high, bottom)], [(low, bottom), (low, top)]
        if possible.high is None:
            right = [(high - tip, top), (high, middle), (high - tip, bottom)]
        if possible.low is None:
            left = [(low + tip, bottom), (low, middle), (low + tip, top)]
        points = " ".join(f"{x},{y}" for x, y in (*right, *left))
        return shape("polygon", "maybe", points=points, fill=striped(self.picture))

    def _bounds(self) -> Iterator[Node]:
        """Yield a line at each end of what is accepted, and one at “about N”."""
        firm = {*marks(self.sure)}
        for look, ends in (("bound", firm), ("hope", {*marks(self.perhaps)} - firm)):
            for mark in sorted(ends):
                yield self._tick(look, mark)
        if self.planned is not None and self.planned not in firm:
            yield self._tick("planned", self.planned)

    def _tick(self, look: str, mark: Mark) -> Element:
        """Return a line across the bar at a number."""
        place = self.axis.places[mark]
        return line(look, place, self._down(_TOP - 3), place, self._down(_BELOW + 3))


def placed_bounds(
    comparison: Comparison, indicator: Indicator, axis: Axis, lang: Lang
) -> Iterator[tuple[str, int]]:
    """Yield what is accepted in words, each with the place that it is about.

    Args:
        comparison: the comparison.
        indicator: the indicator, which gives the numbers that are possible at all.
        axis: the places of the numbers.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    for text, numbers in bound_labels(comparison, indicator, lang):
        mark = numbers and (low_mark(numbers) or high_mark(numbers))
        yield text, axis.places[mark] if mark else axis.first


def beneath(texts: Iterable[tuple[str, int]], top: int) -> Iterator[Element]:
    """Yield the labels beneath a bar.

    Args:
        texts: the labels, each with the place that it is about.
        top: where the part of the bar begins, from above.
    """
    for place, (text, at) in enumerate(texts, 1):
        yield label(text, at, top + _BELOW + 6 + LINE * place)


def height_of(texts: Sequence[object]) -> int:
    """Return the height of a bar with its labels.

    Args:
        texts: the labels beneath it.
    """
    return _BELOW + 10 + LINE * len(texts)


def _certain(low: int, high: int, zero: int, top: int) -> tuple[int, int, int, int]:
    """Return the sides of the bar of what is certain, which goes from 0 to the nearest number."""
    end = min(max(zero, low), high)
    return min(end, zero), top, max(end, zero), top + _BAR
