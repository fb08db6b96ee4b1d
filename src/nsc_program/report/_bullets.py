"""Bullet charts: how far a target is, as a bar beside the numbers that fulfil it.

A number that is below its bound is drawn below it, however small the difference is, and what is
only possible is striped.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from nsc_program.report import phrases
from nsc_program.report._axis import Axis, Mark, high_mark, low_mark, marks
from nsc_program.report._markup import Element, Node, element
from nsc_program.report._picture_words import (
    accepted,
    bound_labels,
    is_known,
    is_of_phase,
    number_label,
    reached_words,
    told,
)
from nsc_program.report._pictures import (
    LINE,
    MARGIN,
    WIDTH,
    Picture,
    identified,
    label,
    line,
    rectangle,
    shape,
    striped,
    triangle,
)
from nsc_program.report._table import named
from nsc_program.report._target_lines import TargetLine
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._comparisons import Comparison

LEGEND = (
    ("sure", Text(vi="chắc chắn đã đạt được", en="certainly reached")),
    ("maybe", Text(vi="có thể đạt thêm, chưa chắc chắn", en="possible, and not certain")),
    ("accepted", Text(vi="vùng đạt", en="where the target is attained")),
    ("bound", Text(vi="ngưỡng đạt", en="the number that is accepted")),
    ("hope", Text(vi="ngưỡng có thể đạt", en="the number that may be accepted")),
    ("planned", Text(vi="số kế hoạch của “khoảng N”", en="N of “about N”")),
    ("pace", Text(vi="mức cần có nếu tiến độ đều", en="where an even pace would be")),
)
"""The kinds of shapes in a bullet chart with their meanings."""

_TOP, _BAND, _BAR = 18, 28, 16
_BELOW = _TOP + _BAND


def bullet_chart(line: TargetLine, lang: Lang) -> str:
    """Draw how far a target is, with the numbers that fulfil it, as a picture of its own.

    What is certainly reached is a solid bar, what is only possible is striped, and a figure without
    a high end goes on as an arrow. A bar that does not reach its bound ends visibly before it. A
    target with a number for each year has a bar for each.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A document in SVG, for white paper, with all its numbers as text for those who cannot see.
    """
    return bullets(line, lang).alone(lang, LEGEND)


def bullets(line: TargetLine, lang: Lang) -> Picture:
    """Return the bullet chart of a target as a picture.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    name = identified("bullet", line.target.id)
    shown = [_shown(each.possible, line) for each in line.verdict.comparisons]
    endless = any(each is not None and each.low is None for each in shown)
    axis = Axis.of(_marks(line), MARGIN, WIDTH - MARGIN, endless=endless)
    shapes: list[Node] = []
    height = 0
    for comparison in line.verdict.comparisons:
        bar = _Bar(name, line, comparison, axis, height, lang)
        shapes.append(element("g", *bar.shapes()))
        height += bar.height
    title = named(line.target, lang)
    return Picture(name, title, told(line, lang), height, tuple(shapes))


def _marks(line: TargetLine) -> Iterator[Mark]:
    """Yield all numbers that the chart of a target places."""
    for each in line.verdict.comparisons:
        yield from marks(_shown(each.possible, line), *accepted(each, line.verdict.indicator))
    for mark in (_planned(line), _paced(line)):
        if mark is not None:
            yield mark


def _shown(possible: Range, line: TargetLine) -> Range | None:
    """Return the numbers that a bar shows; `None` if nothing is known."""
    return possible if is_known(possible, line.verdict.indicator) else None


def _planned(line: TargetLine) -> Mark | None:
    """Return N of “about N” over a phase; `None` for other targets."""
    return None if line.roughly is None else (line.roughly, 0)


def _paced(line: TargetLine) -> Mark | None:
    """Return where an even pace would be; `None` without a pace, or once the phase is over."""
    pace = line.pace
    return None if pace is None or pace.through == pace.period.end else (pace.expected, 0)


@frozen
class _Bar:
    """The bar of one comparison.

    Attributes:
        picture: the id of the picture.
        line: what the report says of the target.
        comparison: the comparison.
        axis: the places of the numbers.
        top: where its part of the picture begins, from above.
        lang: the language.
    """

    picture: str
    line: TargetLine
    comparison: Comparison
    axis: Axis
    top: int
    lang: Lang

    def shapes(self) -> list[Node]:
        """Return the shapes, from the background to the labels."""
        return [*self._bands(), *self._bar(), *self._bounds(), *self._marks(), *self._labels()]

    @property
    def height(self) -> int:
        """The height of the part of the picture."""
        return _BELOW + 10 + LINE * len(self._beneath())

    def _down(self, y: int) -> int:
        return self.top + y

    def _accepted(self) -> tuple[Range | None, Range | None]:
        return accepted(self.comparison, self.line.verdict.indicator)

    def _band(self, look: str, numbers: Range | None) -> Element | None:
        """Return the background where a target is attained."""
        if numbers is None:
            return None
        left, right = self.axis.low_of(numbers), self.axis.high_of(numbers)
        return rectangle(look, left, self._down(_TOP), right, self._down(_BELOW))

    def _bands(self) -> Iterator[Node]:
        """Yield the backgrounds, and the line on which the bar stands."""
        sure, perhaps = self._accepted()
        yield self._band("perhaps", perhaps)
        yield self._band("accepted", sure)
        zero = self.axis.zero
        yield line("axis", zero, self._down(_TOP - 2), zero, self._down(_BELOW + 2))

    def _bar(self) -> Iterator[Node]:
        """Yield what is certainly reached, and what is possible."""
        possible = _shown(self.comparison.possible, self.line)
        if possible is None:
            return
        low, high, zero = self.axis.low_of(possible), self.axis.high_of(possible), self.axis.zero
        top = self._down(_TOP + (_BAND - _BAR) // 2)
        yield rectangle("sure", *_certain(low, high, zero, top))
        if low < high:
            yield self._open(low, high, top, possible)

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
        sure, perhaps = self._accepted()
        firm = {*marks(sure)}
        for look, ends in (("bound", firm), ("hope", {*marks(perhaps)} - firm)):
            for mark in sorted(ends):
                yield self._tick(look, mark)
        planned = _planned(self.line)
        if planned is not None and planned not in firm:
            yield self._tick("planned", planned)

    def _tick(self, look: str, mark: Mark) -> Element:
        """Return a line across the bar at a number."""
        place = self.axis.places[mark]
        return line(look, place, self._down(_TOP - 3), place, self._down(_BELOW + 3))

    def _marks(self) -> Iterator[Node]:
        """Yield the mark of the pace."""
        paced = _paced(self.line)
        if paced is not None:
            yield triangle(self.axis.places[paced], self._down(_BELOW + 1))

    def _labels(self) -> Iterator[Node]:
        """Yield what is reached, above the bar, and the other numbers beneath it."""
        possible = self.comparison.possible
        words = reached_words(possible, self.line, self.lang)
        if not is_of_phase(self.line):
            words = f"{phrases.period(self.comparison.period, self.lang)}: {words}"
        yield label(words, 0, self._down(12), middle=False)
        for place, (text, at) in enumerate(self._beneath(), 1):
            yield label(text, at, self._down(_BELOW + 6 + LINE * place))

    def _beneath(self) -> Sequence[tuple[str, int]]:
        """List the labels beneath the bar, each with the place that it is about."""
        return [*self._labels_of_bounds(), *self._labels_of_marks()]

    def _labels_of_bounds(self) -> Iterator[tuple[str, int]]:
        """Yield what is accepted."""
        indicator = self.line.verdict.indicator
        for text, numbers in bound_labels(self.comparison, indicator, self.lang):
            mark = numbers and (low_mark(numbers) or high_mark(numbers))
            yield text, self.axis.places[mark] if mark else self.axis.first

    def _labels_of_marks(self) -> Iterator[tuple[str, int]]:
        """Yield “about N” and the pace."""
        named = (
            (Text(vi="kế hoạch: khoảng", en="planned: about"), _planned(self.line)),
            (Text(vi="▲ tiến độ đều:", en="▲ even pace:"), _paced(self.line)),
        )
        for name, mark in named:
            if mark is not None:
                number = number_label(mark[0], self.lang)
                yield f"{name.in_(self.lang)} {number}", self.axis.places[mark]


def _certain(low: int, high: int, zero: int, top: int) -> tuple[int, int, int, int]:
    """Return the sides of the bar of what is certain, which goes from 0 to the nearest number."""
    end = min(max(zero, low), high)
    return min(end, zero), top, max(end, zero), top + _BAR
