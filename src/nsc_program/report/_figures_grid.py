"""Put figures into a grid of text, one row for each indicator and period."""

from collections.abc import Iterable, Iterator

from nsc_program.figures._figures import Figure, Figures
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.report import phrases
from nsc_program.report._reached import reached
from nsc_program.report._titles import titled
from nsc_program.report.grids import Grid
from nsc_program.report.notes import figure_note
from nsc_program.values._periods import Period
from nsc_program.values._text import Lang, Text

_HEADINGS = (
    Text(vi="Chỉ tiêu", en="Indicator"),
    Text(vi="Kỳ", en="Period"),
    Text(vi="Số liệu", en="Figure"),
    Text(vi="Theo số ước", en="If estimates are true"),
    Text(vi="Căn cứ", en="Rests on"),
)
_FIGURES = Text(vi="Số liệu thực hiện", en="Figures for")
_NOTHING = ""


def figures_grid(
    program: Program, figures: Figures, lang: Lang, periods: Iterable[Period] = ()
) -> Grid:
    """Put the figures of a plan into words, one row for each indicator and period.

    Args:
        program: the plan.
        figures: the figures for this plan, as `tally` returns them.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        periods: the periods to show; all periods of the figures if there are none.

    Returns:
        A grid of five columns: the indicator, the period, the values that it can still take, these
        values if the estimates are true, and what they rest on.
    """
    shown = tuple(dict.fromkeys(periods)) or _periods_of(figures)
    return Grid(
        title=titled(program.title, program.edition, figures.as_of, lang, _FIGURES),
        headings=phrases.each_in(lang, _HEADINGS),
        rows=tuple(
            _row(indicator, figures.figure(indicator, period), lang)
            for period in shown
            for indicator in program.indicators
        ),
    )


def _periods_of(figures: Figures) -> tuple[Period, ...]:
    """Return the periods of some figures, each once."""
    return tuple(dict.fromkeys(figure.period for figure in figures.figures))


def _row(indicator: Indicator, figure: Figure, lang: Lang) -> tuple[str, ...]:
    """Write one figure."""
    estimated = figure.with_estimates
    return (
        indicator.label.in_(lang),
        phrases.period(figure.period, lang),
        reached(figure.range, figure.period, figure.notes, indicator, lang),
        _NOTHING if estimated is None else phrases.figure(estimated.range, indicator, lang),
        "; ".join(dict.fromkeys(_notes(figure, indicator, lang))),
    )


def _notes(figure: Figure, indicator: Indicator, lang: Lang) -> Iterator[str]:
    """Write what a figure rests on, with and without estimates."""
    estimated = () if figure.with_estimates is None else figure.with_estimates.notes
    notes = (*figure.notes, *estimated)
    return (figure_note(found, figure.period, indicator, lang) for found in notes)
