"""Two phases side by side: a bar for each, beside the numbers that it accepts."""

from collections.abc import Iterator

from attrs import frozen

from nsc_program.report import phrases
from nsc_program.report._charts.axis import Axis, Mark, is_endless, marks
from nsc_program.report._charts.bars import Bar, beneath, height_of, placed_bounds
from nsc_program.report._charts.bullet_charts import LEGEND
from nsc_program.report._charts.picture_words import (
    accepted,
    amount,
    bound_labels,
    is_known,
    reached_words,
    sentences,
    thresholds,
)
from nsc_program.report._charts.pictures import MARGIN, WIDTH, Picture, identified, label
from nsc_program.report._markup import Node, element
from nsc_program.report.phrases import capital
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._phase_comparison import Change, Side


def phases_chart(change: Change, lang: Lang) -> str:
    """Draw what two phases achieved and accept for one indicator, as a picture of its own.

    Both bars stand on one axis. What is certainly reached is solid, and what is only possible is
    striped. A phase has a line where its target is attained if it has one number for the phase.

    Args:
        change: one indicator in two phases, a part of what `compare_phases` returns.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A document in SVG, for white paper, with all its numbers as text for those who cannot see.
    """
    return phase_bars(change, lang).alone(lang, LEGEND)


def phase_bars(change: Change, lang: Lang) -> Picture:
    """Return the picture of two phases.

    Args:
        change: one indicator in two phases.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    sides = [_Shown(side, change) for side in (change.earlier, change.later)]
    name = identified(f"phases-{change.earlier.phase}", change.indicator.id)
    endless = is_endless(each.possible for each in sides)
    numbers = (mark for each in sides for mark in each.marks())
    axis = Axis.of(numbers, MARGIN, WIDTH - MARGIN, endless=endless)
    shapes: list[Node] = []
    height = 0
    for side in sides:
        shapes.append(element("g", *side.bar(name, axis, height).shapes()))
        shapes.extend(side.labels(axis, height, lang))
        height += side.height(lang)
    told = sentences([each.told(lang) for each in sides])
    return Picture(name, _title(change, lang), told, height, tuple(shapes))


def _title(change: Change, lang: Lang) -> str:
    """Return the title of the picture: the indicator, and the phases."""
    phases = change.earlier.phase, change.later.phase
    joined = Text(vi=" và ", en=" and ").in_(lang).join(phases)
    return f"{capital(change.indicator.label.in_(lang))}: {joined}"


@frozen
class _Shown:
    """One phase in the picture.

    Attributes:
        side: the phase.
        change: the indicator in both phases.
    """

    side: Side
    change: Change

    @property
    def possible(self) -> Range | None:
        """The numbers that the bar shows; `None` if nothing is known."""
        possible = self.side.figure.range
        return possible if is_known(possible, self.change.indicator) else None

    @property
    def _comparison(self) -> Comparison | None:
        """The only comparison of the phase, if it is about the whole phase."""
        comparisons = [each for verdict in self.side.verdicts for each in verdict.comparisons]
        of_phase = [each for each in comparisons if each.period == self.side.figure.period]
        return of_phase[0] if len(comparisons) == len(of_phase) == 1 else None

    def _accepted(self) -> tuple[Range | None, Range | None]:
        """Return the numbers that surely fulfil the target, and those that may."""
        comparison = self._comparison
        return accepted(comparison, self.change.indicator) if comparison else (None, None)

    def marks(self) -> list[Mark]:
        """List the numbers that the picture places."""
        return marks(self.possible, *self._accepted())

    def bar(self, picture: str, axis: Axis, top: int) -> Bar:
        """Return the bar of the phase.

        Args:
            picture: the id of the picture.
            axis: the places of the numbers.
            top: where the part of the phase begins, from above.
        """
        sure, perhaps = self._accepted()
        return Bar(picture, axis, top, self.possible, sure, perhaps)

    def height(self, lang: Lang) -> int:
        """Return the height of the part of the phase.

        Args:
            lang: the language of the labels.
        """
        comparison, indicator = self._comparison, self.change.indicator
        return height_of([*bound_labels(comparison, indicator, lang)] if comparison else ())

    def labels(self, axis: Axis, top: int, lang: Lang) -> Iterator[Node]:
        """Yield what is reached, above the bar, and what is accepted beneath it.

        Args:
            axis: the places of the numbers.
            top: where the part of the phase begins, from above.
            lang: the language of the labels.
        """
        figure, indicator = self.side.figure, self.change.indicator
        period = phrases.period(figure.period, lang)
        reached = reached_words(figure.range, figure.period, figure.notes, indicator, lang)
        yield label(f"{period}: {reached}", 0, top + 12, middle=False)
        if self._comparison is not None:
            texts = placed_bounds(self._comparison, self.change.indicator, axis, lang)
            yield from beneath(texts, top)

    def told(self, lang: Lang) -> str:
        """Say all numbers of the phase.

        Args:
            lang: the language.
        """
        figure, indicator = self.side.figure, self.change.indicator
        number = amount(figure.range, figure.period, figure.notes, indicator, lang)
        reached = f"{phrases.period(figure.period, lang)}: {number}"
        if self._comparison is None:
            return reached
        return f"{reached}; {thresholds(self._comparison, indicator, lang)}"
