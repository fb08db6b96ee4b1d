"""The report as one page of HTML that holds all it needs: no script, and nothing to fetch."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import permutations
from typing import TypeAlias

from nsc_program.report._charts.phases_charts import phase_bars
from nsc_program.report._html.html_tables import grid_table, sheet_table
from nsc_program.report._html.html_targets import (
    counts,
    figure,
    legend,
    sentence_list,
    target_article,
)
from nsc_program.report._markup import Element, Node, drawn, element
from nsc_program.report._report import Annex, Report
from nsc_program.report._table import table
from nsc_program.report.grids import change_grid, sweep_grid
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import require
from nsc_program.verdicts._incomparable import Incomparable
from nsc_program.verdicts._phase_comparison import PhaseComparison, compare_phases
from nsc_program.verdicts._sweep import sweep

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may do for the page: use the styles in it, and nothing else."""

_SKIP = Text(vi="Đến nội dung chính", en="Skip to the main content")
_CONTENTS = Text(vi="Mục lục", en="Contents")
_SUMMARY = Text(vi="Tóm tắt", en="Summary")
_TARGETS = Text(vi="Kết quả từng chỉ tiêu", en="Targets one by one")
_PHASES = Text(vi="So sánh các giai đoạn", en="Phases compared")
_READINGS = Text(vi="Kết luận theo các cách hiểu khác", en="Verdicts under other readings")
_SOURCES = Text(vi="Nguồn", en="Sources")

_Part: TypeAlias = tuple[str, str, tuple[Node, ...]]
"""A part of the page: its id, its heading and its content."""


def to_html(report: Report, lang: Lang) -> str:
    """Write a report as one page of HTML.

    The page does not hold a script and does not fetch anything. It suits telephones, paper, dark
    screens and screen readers, and no text of the data can become markup.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The page: a summary, each target with its pictures, the phases compared, the verdicts under
        other readings, all annexes and the sources.

    Raises:
        InvalidType: if `report` is not a report.
        UnknownId: for another language.
    """
    require(Report, "report", report)
    parts = (*_parts(report, lang),)
    page = element("html", _head(report, lang), _body(report, parts, lang), lang=lang)
    return f"<!DOCTYPE html>\n{drawn(page)}\n"


def _head(report: Report, lang: Lang) -> Element:
    """Return what a browser needs to know of the page."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="color-scheme", content="light dark"),
        element("title", report.title.in_(lang)),
        element("style", *_styles()),
    )


def _styles() -> Iterator[str]:
    """Yield the lines of the style sheet; it uses no signs that markup escapes."""
    text = files("nsc_program.report._html").joinpath("page.css").read_text(encoding="utf-8")
    return (f"{line.strip()} " for line in text.splitlines())


def _body(report: Report, parts: Iterable[_Part], lang: Lang) -> Element:
    """Return what the page shows."""
    parts = (*parts,)
    links = (element("li", element("a", heading, href=f"#{name}")) for name, heading, _ in parts)
    sections = (
        element("section", element("h2", heading, id=name), *content, aria_labelledby=name)
        for name, heading, content in parts
    )
    return element(
        "body",
        element("a", _SKIP.in_(lang), href="#main", class_="skip"),
        _header(report, lang),
        element("nav", element("ol", *links), aria_label=_CONTENTS.in_(lang)),
        element("main", *sections, id="main", tabindex=-1),
        element("footer", element("p", report.evaluation.library)),
    )


def _header(report: Report, lang: Lang) -> Element:
    """Return the title of the page, with its period and the day of its data, after the plan."""
    plan = element("p", report.evaluation.title.in_(lang), class_="plan")
    return element("header", plan, element("h1", report.title.in_(lang)))


def _parts(report: Report, lang: Lang) -> Iterator[_Part]:
    """Yield the parts of the page in their order."""
    summary = (*counts(report, lang), sentence_list(report.lines, lang))
    yield "summary", _SUMMARY.in_(lang), summary
    articles = (target_article(line, lang) for line in report.lines)
    yield "targets", _TARGETS.in_(lang), (legend(lang), *articles)
    compared = (*_compared(report, lang),)
    if compared:
        yield "phases", _PHASES.in_(lang), compared
    yield "other-readings", _READINGS.in_(lang), (_swept(report, lang),)
    for place, annex in enumerate(report.annexes, 1):
        yield f"annex-{place}", _annex_title(annex, lang), _sheets(annex, lang)
    cited = table(report.evaluation, lang).sources
    if cited:
        listed = element("ul", *(element("li", text) for text in cited))
        yield "sources", _SOURCES.in_(lang), (listed,)


def _compared(report: Report, lang: Lang) -> Iterator[Element]:
    """Yield a table for each two phases of which the second begins when the first is over."""
    evaluation = report.evaluation
    for earlier, later in permutations(evaluation.phases, 2):
        if (later.period.first - earlier.period.end).days == 1:
            compared = compare_phases(evaluation, earlier.id, later.id)
            yield grid_table(change_grid(compared, lang), naming=0)
            yield element("div", *_phase_pictures(compared, lang), class_="pictures")


def _phase_pictures(compared: PhaseComparison, lang: Lang) -> Iterator[Element]:
    """Yield a picture of each indicator for which both phases have a target."""
    for change in compared:
        if Incomparable.PREDICATE not in change.incomparable:
            picture = phase_bars(change, lang)
            yield figure(picture, picture.title, lang)


def _swept(report: Report, lang: Lang) -> Element:
    """Return the table of the statuses under every reading."""
    inputs = report.evaluation.made_from()
    return grid_table(sweep_grid(sweep(inputs.program, inputs.figures), lang), naming=1)


def _annex_title(annex: Annex, lang: Lang) -> str:
    """Return the heading of an annex."""
    return f"{annex.name.in_(lang)}. {annex.title.in_(lang)}"


def _sheets(annex: Annex, lang: Lang) -> tuple[Node, ...]:
    """Return the tables of an annex."""
    return tuple(sheet_table(sheet, lang) for sheet in annex.sheets)
