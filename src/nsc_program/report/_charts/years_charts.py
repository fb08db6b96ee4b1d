"""Line charts of the cumulative figures of a target at the end of each year.

The heights keep the order of the numbers: a figure below its bound is drawn below it, and what is
only possible is striped.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from textwrap import wrap

from attrs import frozen

from nsc_program.figures._figures import Figure
from nsc_program.report import phrases
from nsc_program.report._charts.axis import Axis, is_endless, marks
from nsc_program.report._charts.picture_words import (
    accepted,
    amount,
    bound_labels,
    is_known,
    is_of_phase,
    sentences,
    thresholds,
)
from nsc_program.report._charts.pictures import (
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
)
from nsc_program.report._markup import Node
from nsc_program.report._sheets import written
from nsc_program.report._table import named
from nsc_program.report._target_lines import TargetLine
from nsc_program.report.phrases import NOT_KNOWN
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._comparisons import Comparison

LEGEND = (
    ("sure", Text(vi="lũy kế chắc chắn đã đạt được", en="certainly reached since the start")),
    ("maybe", Text(vi="có thể đạt thêm, chưa chắc chắn", en="possible, and not certain")),
    ("accepted", Text(vi="vùng đạt vào cuối giai đoạn", en="attained at the end of the phase")),
)
"""The kinds of shapes in a line chart with their meanings."""

_HEIGHT, _TOP = 140, 20
_BOTTOM = _TOP + _HEIGHT
_DOT = 3
_NO_YEARS = Text(
    vi="Giai đoạn không chia được thành các năm.", en="The phase does not consist of years."
)


def years_chart(line: TargetLine, lang: Lang) -> str:
    """Draw the cumulative figures of a target at the end of each year, as a picture of its own.

    The line joins what was certainly reached; what is only possible is striped, and has an arrow
    if it does not have a high end. A year without data has the words instead of a point.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A document in SVG, for white paper, with all its numbers as text for those who cannot see.
        For a phase that does not consist of years it has that sentence only.
    """
    return year_lines(line, lang).alone(lang, LEGEND if line.by_year else ())


def year_lines(line: TargetLine, lang: Lang) -> Picture:
    """Return the line chart of a target as a picture.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    name = identified("years", line.target.id)
    title = Text(
        vi=f"{named(line.target, 'vi')}: lũy kế theo năm",
        en=f"{named(line.target, 'en')}: cumulative by year",
    ).in_(lang)
    if not line.by_year:
        words = _NO_YEARS.in_(lang)
        shapes: Sequence[Node] = [label(words, 0, LINE, middle=False)]
        return Picture(name, title, words, LINE * 2, tuple(shapes))
    chart = _Chart(name, line, _axis(line), lang)
    return Picture(name, title, _told(line, lang), chart.height, tuple(chart.shapes()))


def _told(line: TargetLine, lang: Lang) -> str:
    """Say all numbers of a chart."""
    return sentences((*year_amounts(line, lang), *_bound_words(line, lang)))


def year_amounts(line: TargetLine, lang: Lang) -> Iterator[str]:
    """Yield the cumulative figure at the end of each year in words.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    for figure in line.by_year:
        period = phrases.period(figure.period, lang)
        indicator = line.verdict.indicator
        number = amount(figure.range, figure.period, figure.notes, indicator, lang)
        yield f"{period}: {number}"


def _bound_words(line: TargetLine, lang: Lang) -> Iterator[str]:
    """Yield what is accepted at the end of the phase, if the target is about it."""
    if is_of_phase(line):
        yield thresholds(line.verdict.comparisons[0], line.verdict.indicator, lang)


def _compared(line: TargetLine) -> Comparison | None:
    """Return the comparison whose bound the chart shows; `None` if it is not about the phase."""
    (comparison, *_) = line.verdict.comparisons
    return comparison if is_of_phase(line) and not comparison.says_nothing else None


def _axis(line: TargetLine) -> Axis:
    """Return the heights of all numbers of a chart, from 0 at the bottom."""
    compared, indicator = _compared(line), line.verdict.indicator
    known = [each.range for each in line.by_year if is_known(each.range, indicator)]
    bounds = accepted(compared, indicator) if compared else ()
    return Axis.of(marks(*known, *bounds), 0, _HEIGHT, endless=is_endless(known))


@frozen
class _Chart:
    """The chart of one target.

    Attributes:
        picture: the id of the picture.
        line: what the report says of the target.
        axis: the heights of the numbers above the bottom.
        lang: the language.
    """

    picture: str
    line: TargetLine
    axis: Axis
    lang: Lang

    @property
    def height(self) -> int:
        """The height of the picture."""
        return _BOTTOM + LINE * 3 + 4

    @property
    def _slot(self) -> int:
        """The width of a year."""
        return (WIDTH - 2 * MARGIN) // self.line.planned.whole_years

    def _x(self, place: int) -> int:
        """Return the middle of a year, from the left."""
        return MARGIN + self._slot * place + self._slot // 2

    def _low(self, possible: Range) -> int:
        return _BOTTOM - self.axis.low_of(possible)

    def _high(self, possible: Range) -> int:
        return _BOTTOM - self.axis.high_of(possible)

    def shapes(self) -> Iterator[Node]:
        """Yield the shapes, from the background to the labels."""
        yield from self._bands()
        zero = _BOTTOM - self.axis.zero
        yield line("axis", MARGIN, zero, WIDTH - MARGIN, zero)
        for is_shown, group in groupby(enumerate(self.line.by_year), self._is_shown):
            if is_shown:
                yield from self._run([(self._x(place), each.range) for place, each in group])
        yield from self._bounds()
        yield from self._labels()

    def _is_shown(self, placed: tuple[int, Figure]) -> bool:
        return is_known(placed[1].range, self.line.verdict.indicator)

    def _accepted(self) -> tuple[Range | None, Range | None]:
        """Return what is accepted at the end of the phase; nothing if that is not the target."""
        compared = _compared(self.line)
        return accepted(compared, self.line.verdict.indicator) if compared else (None, None)

    def _bands(self) -> Iterator[Node]:
        """Yield the backgrounds where the target is attained."""
        sure, perhaps = self._accepted()
        for look, numbers in (("perhaps", perhaps), ("accepted", sure)):
            if numbers is not None:
                sides = MARGIN, self._high(numbers), WIDTH - MARGIN, self._low(numbers)
                yield rectangle(look, *sides)

    def _run(self, points: Sequence[tuple[int, Range]]) -> Iterator[Node]:
        """Yield the shapes of years in a row of which something is known."""
        above = [f"{x},{self._high(each)}" for x, each in points]
        below = [f"{x},{self._low(each)}" for x, each in reversed(points)]
        outline = " ".join((*above, *below))
        yield shape("polygon", "maybe", points=outline, fill=striped(self.picture))
        for (x1, first), (x2, second) in pairwise(points):
            if first.low is not None and second.low is not None:
                yield line("line", x1, self._low(first), x2, self._low(second))
        for x, possible in points:
            yield from self._point(x, possible)

    def _point(self, x: int, possible: Range) -> Iterator[Node]:
        """Yield the point of one year, with a line through everything that is possible."""
        low, high = self._low(possible), self._high(possible)
        if high < low:
            yield line("maybe", x, low, x, high)
        if possible.high is None:
            yield shape("path", "maybe", d=f"M{x - 4} {high + 7}L{x} {high}L{x + 4} {high + 7}")
        if possible.low is not None:
            yield shape("circle", "sure", cx=x, cy=low, r=_DOT)

    def _bounds(self) -> Iterator[Node]:
        """Yield a line at each end of what is accepted, and the words for it."""
        compared = _compared(self.line)
        if compared is None:
            return
        sure, perhaps = self._accepted()
        firm = {*marks(sure)}
        for look, ends in (("bound", firm), ("hope", {*marks(perhaps)} - firm)):
            for mark in sorted(ends):
                y = _BOTTOM - self.axis.places[mark]
                yield line(look, MARGIN, y, WIDTH - MARGIN, y)
        indicator = self.line.verdict.indicator
        texts = (text for text, _ in bound_labels(compared, indicator, self.lang))
        yield label("; ".join(texts), 0, 12, middle=False)

    def _labels(self) -> Iterator[Node]:
        """Yield the years and their numbers beneath the chart."""
        for place in range(self.line.planned.whole_years):
            if self._has_label(place):
                for row, text in enumerate(self._words(place), 1):
                    yield label(text, self._x(place), _BOTTOM + 2 + LINE * row - 2)

    def _has_label(self, place: int) -> bool:
        """Return whether a year has a label: as many as fit, counted from the last one."""
        every = -(-_ROOM // self._slot)
        last = len(self.line.by_year) - 1
        return (last - place) % every == 0

    def _words(self, place: int) -> Iterator[str]:
        """Yield the lines of the label of a year."""
        years = self.line.planned.years
        yield str(years[place].end.year)
        if place < len(self.line.by_year):
            yield from self._number(self.line.by_year[place].range)

    def _number(self, possible: Range) -> Iterator[str]:
        """Yield a number in one line or two; an ellipsis if it does not fit."""
        if not is_known(possible, self.line.verdict.indicator):
            yield from wrap(NOT_KNOWN.in_(self.lang), _MOST_LETTERS - 2)
            return
        ends = [possible]
        if possible.low != possible.high and None not in (possible.low, possible.high):
            ends = [
                Range(possible.low, None, low_open=possible.low_open),
                Range(None, possible.high, high_open=possible.high_open),
            ]
        for end in ends:
            text = written(end, self.lang)
            yield text if len(text) <= _MOST_LETTERS else "…"


_ROOM = 66
"""The least width of a label."""
_MOST_LETTERS = 10
