"""Results as fragments of HTML, for notebooks and for pages that others build."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any

from nsc_program.errors import Message
from nsc_program.figures._figures import Figure, Figures
from nsc_program.plan._program import Program
from nsc_program.records._register import Register
from nsc_program.report._diff_sheet import diff_sheet
from nsc_program.report._html.html_tables import SIGNS, grid_table, sheet_table
from nsc_program.report._markup import Element, Node, drawn, element
from nsc_program.report._sheets import Column, Sheet, columns_of
from nsc_program.report._table import (
    HEADINGS,
    Row,
    named,
    numbers_of,
    reached_of,
    status_of,
    table,
    words,
)
from nsc_program.report._titles import at_close
from nsc_program.report._why import why
from nsc_program.report.grids import Grid, change_grid, sweep_grid
from nsc_program.report.labels import kind_of
from nsc_program.report.notes import figure_note, notes_of
from nsc_program.report.plans import plans_grid
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import wrong_type
from nsc_program.verdicts._diff import Diff
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._phase_comparison import PhaseComparison
from nsc_program.verdicts._plan_comparison import PlanComparison
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._sweep import Sweep
from nsc_program.verdicts._verdict import Verdict

_IDS = ("number", "target", "words", "reached", "accepted", "status", "rests-on")
_OF_VERDICTS = tuple(map(Column, _IDS, HEADINGS))
_OF_PLANS = (Column("phase", Text(vi="Giai đoạn", en="Phase")), *_OF_VERDICTS[1:3])
_OF_FIGURES = columns_of(
    ("indicator", "Chỉ tiêu", "Indicator"),
    ("period", "Kỳ", "Period"),
    ("figure", "Số liệu", "Figure"),
    ("rests-on", "Căn cứ", "Rests on"),
)
_OF_REGISTERS = columns_of(("records", "Nội dung", "Content"), ("count", "Số lượng", "Number"))
_REGISTER = Text(vi="Cơ sở dữ liệu", en="Register")
_FIGURES = Text(vi="Số liệu", en="Figures")
_CLAIMS = Text(vi="xác nhận số liệu đầy đủ", en="claims of completeness")
_REJECTED = Text(vi="dòng chưa tiếp nhận được", en="rejected rows")
_SHOWN = Message(
    "kế hoạch, cơ sở dữ liệu, số liệu, kết luận, kết quả đánh giá, thay đổi, so sánh hoặc bảng",
    "a plan, a register, figures, a verdict, an evaluation, a diff, a comparison or a table",
)


def html_fragment(value: object, lang: Lang) -> str:
    """Write a result as a fragment of HTML, for a notebook or a page of one's own.

    A fragment needs neither a script nor a style sheet. No text in it can become markup, and it
    holds no key of a record and no person. IPython shows the fragment in Vietnamese by itself.

    Args:
        value: a plan, a register, figures, a verdict, an evaluation, a sweep, a diff, a
            comparison of phases or of plans, a grid or a sheet.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The fragment: an element `div`.

    Raises:
        InvalidType: for any other value.
        UnknownId: for another language.

    >>> html_fragment(Register(), "en")[:31]
    '<div lang="en"><div><div class='
    """
    return drawn(element("div", *_nodes(value, lang), lang=lang))


@singledispatch
def _nodes(value: object, lang: Lang) -> Iterable[Node]:  # noqa: ARG001  # those of its kinds need it
    """Return the elements that show a value."""
    raise wrong_type("value", _SHOWN, value, is_shown=False)


@_nodes.register
def _(value: Grid, lang: Lang) -> Iterable[Node]:  # noqa: ARG001  # a grid is in one language
    return [grid_table(value, naming=0)]


@_nodes.register
def _(value: Sheet, lang: Lang) -> Iterable[Node]:
    return [sheet_table(value, lang)]


@_nodes.register
def _(value: Sweep, lang: Lang) -> Iterable[Node]:
    return [grid_table(sweep_grid(value, lang), naming=1)]


@_nodes.register
def _(value: PhaseComparison, lang: Lang) -> Iterable[Node]:
    return [grid_table(change_grid(value, lang), naming=0)]


@_nodes.register
def _(value: PlanComparison, lang: Lang) -> Iterable[Node]:
    return [grid_table(plans_grid(value, lang), naming=0)]


@_nodes.register
def _(value: Diff, lang: Lang) -> Iterable[Node]:
    return [sheet_table(diff_sheet(value), lang)]


@_nodes.register
def _(value: Evaluation, lang: Lang) -> Iterator[Node]:
    shown = table(value, lang)
    yield element("p", element("strong", shown.title))
    for phase, section in zip(value.phases, shown.sections, strict=True):
        statuses = (each.status for each in phase.verdicts)
        rows = (_of_row(*each) for each in zip(section.rows, statuses, strict=True))
        yield _listed(section.title, _OF_VERDICTS, rows, lang)


def _of_row(row: Row, status: Status) -> tuple[Any, ...]:
    """Return the cells of the verdict on one target; several texts in a cell become a list."""
    marked = f"{SIGNS[status]} {row.status}"
    reasons = tuple(dict.fromkeys((*row.why, *row.rests_on)))
    return row.number, row.target, row.words, row.reached, row.accepted, marked, reasons


@_nodes.register
def _(value: Verdict, lang: Lang) -> Iterator[Node]:
    status = f"{SIGNS[value.status]} {status_of(value).in_(lang)}"
    facts = (words(value.target.citations), reached_of(value, lang), numbers_of(value, lang))
    reasons = tuple(dict.fromkeys((*why(value, lang), *notes_of(value, lang))))
    cells = (*facts, status, reasons)
    title = named(value.target, lang) + at_close(value.as_of, lang)
    yield _listed(title, _OF_VERDICTS[2:], [cells], lang)


@_nodes.register
def _(value: Figures, lang: Lang) -> Iterator[Node]:
    plan = "" if value.edition is None else f" ({value.edition})"
    title = _FIGURES.in_(lang) + plan + at_close(value.as_of, lang)
    rows = (
        (each.indicator, each.period, each.range, (*_notes_of(each, lang),))
        for each in value.figures
    )
    yield _listed(title, _OF_FIGURES, rows, lang)


def _notes_of(figure: Figure, lang: Lang) -> Iterator[str]:
    """Yield what a figure rests on."""
    return (figure_note(each, figure.period, None, lang) for each in figure.notes)


@_nodes.register
def _(value: Program, lang: Lang) -> Iterator[Node]:
    title = f"{value.title.in_(lang)} ({value.edition})"
    rows = (
        (phase.period, named(target, lang), words(target.citations))
        for phase in value.phases
        for target in phase.targets
    )
    yield _listed(title, _OF_PLANS, rows, lang)


@_nodes.register
def _(value: Register, lang: Lang) -> Iterator[Node]:
    kinds = Counter(type(record).__name__ for record in value.records)
    counted = ((kind_of(kind, lang), number) for kind, number in sorted(kinds.items()))
    others = (
        (_CLAIMS.in_(lang), len(value.completeness)),
        (_REJECTED.in_(lang), len(value.rejected)),
    )
    territory = "" if value.territory is None else f" ({value.territory})"
    title = _REGISTER.in_(lang) + territory
    yield _listed(title, _OF_REGISTERS, (*counted, *others), lang)


def _listed(
    title: str, columns: tuple[Column, ...], rows: Iterable[tuple[Any, ...]], lang: Lang
) -> Element:
    """Return a table whose cells are numbers, texts or lists of texts."""
    caption = Text(vi=title, en=title)
    sheet = Sheet(id="shown", title=caption, columns=columns, rows=tuple(rows))
    return sheet_table(sheet, lang)
