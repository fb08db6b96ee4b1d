"""Bullet charts: how far a target is, as a bar beside the numbers that fulfil it."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from nsc_program.report import phrases
from nsc_program.report._charts.axis import Axis, Mark, is_endless, marks
from nsc_program.report._charts.bars import Bar, beneath, height_of, placed_bounds
from nsc_program.report._charts.picture_words import (
    accepted,
    is_known,
    is_of_phase,
    number_label,
    reached_words,
    told,
)
from nsc_program.report._charts.pictures import (
    MARGIN,
    WIDTH,
    Picture,
    identified,
    label,
)
from nsc_program.report._markup import Node, element
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
    axis = Axis.of(_marks(line), MARGIN, WIDTH - MARGIN, endless=is_endless(shown))
    shapes: list[Node] = []
    height = 0
    for comparison in line.verdict.comparisons:
        bar = _Bullet(name, line, comparison, axis, height, lang)
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
class _Bullet:
    """The bar of one comparison, with its labels.

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
        return [*self._bar().shapes(), *self._labels()]

    def _bar(self) -> Bar:
        """Return the bar without its labels."""
        sure, perhaps = accepted(self.comparison, self.line.verdict.indicator)
        return Bar(
            picture=self.picture,
            axis=self.axis,
            top=self.top,
            possible=_shown(self.comparison.possible, self.line),
            sure=sure,
            perhaps=perhaps,
            planned=_planned(self.line),
            paced=_paced(self.line),
        )

    @property
    def height(self) -> int:
        """The height of the part of the picture."""
        return height_of(self._beneath())

    def _labels(self) -> Iterator[Node]:
        """Yield what is reached, above the bar, and the other numbers beneath it."""
        compared, verdict = self.comparison, self.line.verdict
        words = reached_words(
            compared.possible, compared.period, verdict.notes, verdict.indicator, self.lang
        )
        if not is_of_phase(self.line):
            words = f"{phrases.period(self.comparison.period, self.lang)}: {words}"
        yield label(words, 0, self.top + 12, middle=False)
        yield from beneath(self._beneath(), self.top)

    def _beneath(self) -> Sequence[tuple[str, int]]:
        """List the labels beneath the bar, each with the place that it is about."""
        indicator = self.line.verdict.indicator
        bounds = placed_bounds(self.comparison, indicator, self.axis, self.lang)
        return [*bounds, *self._labels_of_marks()]

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
