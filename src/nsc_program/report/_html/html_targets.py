"""The targets of a report in HTML: the sentence about each one, and its pictures."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from nsc_program.report import phrases
from nsc_program.report._charts.bullet_charts import LEGEND, bullets
from nsc_program.report._charts.picture_words import after_title, beside
from nsc_program.report._charts.pictures import LINE, Picture, identified, legend_entries
from nsc_program.report._charts.years_charts import year_amounts, year_lines
from nsc_program.report._html.html_tables import badge
from nsc_program.report._markup import Element, element
from nsc_program.report._report import Report
from nsc_program.report._table import counts_of, named, words
from nsc_program.report._target_lines import TargetLine
from nsc_program.report.notes import notes_of
from nsc_program.values._text import Lang, Text

_HOW_TO_READ = Text(vi="Cách đọc biểu đồ", en="How to read the charts")
_SO_FAR = Text(vi="Lũy kế theo năm", en="Cumulative by year")
_BASIS = Text(vi="Căn cứ", en="Rests on")
_REACHED = Text(vi="Kết quả so với ngưỡng đạt", en="Result beside what is accepted")


def counts(report: Report, lang: Lang) -> Iterator[Element]:
    """Yield a sentence for each phase that says how many targets have each status.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    for phase, lines in groupby(report.lines, lambda line: line.planned):
        counted = counts_of([line.verdict for line in lines], lang)
        period = phrases.period(phase, lang)
        name = Text(vi=f"Giai đoạn {period}", en=f"Phase {period}").in_(lang)
        yield element("p", element("strong", name), ": ", counted, ".")


def sentence_list(lines: Iterable[TargetLine], lang: Lang) -> Element:
    """Return a list with one sentence for each target, after its title.

    Args:
        lines: what the report says of each target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return element("ul", *(_sentence(line, lang) for line in lines), class_="sentences")


def _sentence(line: TargetLine, lang: Lang) -> Element:
    """Return the item of one target, with a link to its pictures."""
    title = element("a", named(line.target, lang), href=f"#{_anchor(line)}")
    said = (after_title(line, lang), element("br"), beside(line, lang))
    return element("li", title, element("br"), *said)


def _anchor(line: TargetLine) -> str:
    return identified("target", line.target.id)


def target_article(line: TargetLine, lang: Lang) -> Element:
    """Return what a page says of one target, with its pictures.

    Args:
        line: what the report says of the target.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    name = _anchor(line)
    return element(
        "article",
        element("h3", named(line.target, lang), id=name),
        element("p", badge(line.status, lang), " ", words(line.target.citations)),
        element("div", *_pictures(line, lang), class_="pictures"),
        *_notes(line, lang),
        aria_labelledby=name,
    )


def _pictures(line: TargetLine, lang: Lang) -> Iterator[Element]:
    """Yield the pictures of a target, the second one with its numbers as text."""
    yield figure(bullets(line, lang), _REACHED.in_(lang), lang)
    if line.by_year:
        numbers = "; ".join(year_amounts(line, lang))
        yield figure(year_lines(line, lang), f"{_SO_FAR.in_(lang)}: {numbers}.", lang)


def figure(picture: Picture, caption: str, lang: Lang) -> Element:
    """Return a picture with a caption.

    Args:
        picture: the picture.
        caption: what stands beneath it.
        lang: the language of the words in it.
    """
    return element("figure", picture.embedded(lang), element("figcaption", caption))


def _notes(line: TargetLine, lang: Lang) -> Iterator[Element]:
    """Yield what the verdict rests on."""
    texts = dict.fromkeys(notes_of(line.verdict, lang))
    if texts:
        items = (element("li", text) for text in texts)
        yield element("p", f"{_BASIS.in_(lang)}:", class_="remark")
        yield element("ul", *items, class_="remark")


def legend(lang: Lang) -> Element:
    """Return the legend of all pictures.

    Args:
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    title, height = _HOW_TO_READ.in_(lang), LINE * len(LEGEND)
    told = "; ".join(meaning.in_(lang) for _, meaning in LEGEND)
    entries = legend_entries("legend", LEGEND, 0, lang)
    picture = Picture("legend", title, told, height, entries)
    caption = element("figcaption", title)
    return element("figure", caption, picture.embedded(lang), class_="legend")
