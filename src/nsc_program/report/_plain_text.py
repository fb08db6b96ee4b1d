"""Reports as Markdown and as CSV: plain text that other programs and people can take up."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from nsc_program.report._report import Report
from nsc_program.report._sheets import Sheet, written
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang
from nsc_program.values._written_numbers import plain_number

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|&~^$-])")
"""The characters that mean something in Markdown, of which HTML is a part."""
_FORMULA = ("=", "+", "-", "@")
"""How a text begins that a spreadsheet would take for a formula."""


def to_markdown(report: Report, lang: Lang) -> str:
    """Write a report as Markdown, with one table for each sheet.

    Args:
        report: the report.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The text. Names of records and enterprises are inert in it.
    """
    return "\n".join(_markdown_lines(report, lang)) + "\n"


def _markdown_lines(report: Report, lang: Lang) -> Iterator[str]:
    """Yield the lines of a report as Markdown."""
    yield f"# {_inert(report.title.in_(lang))}"
    for annex in report.annexes:
        yield ""
        yield f"## {annex.name.in_(lang)}. {_inert(annex.title.in_(lang))}"
        for sheet in annex.sheets:
            if len(annex.sheets) > 1:
                yield ""
                yield f"### {_inert(sheet.title.in_(lang))}"
            yield ""
            yield from _markdown_table(sheet, lang)


def _markdown_table(sheet: Sheet, lang: Lang) -> Iterator[str]:
    """Yield the lines of one sheet; an empty one says so."""
    if sheet.rows:
        yield _line([_inert(column.heading.in_(lang)) for column in sheet.columns])
        yield _line(["---"] * len(sheet.columns))
        for row in sheet.rows:
            yield _line([_inert(written(cell, lang)) for cell in row])
    else:
        yield "không có" if lang == "vi" else "none"
    for remark in sheet.remarks:
        yield ""
        yield _inert(remark.in_(lang))


def _line(cells: list[str]) -> str:
    """Return one line of a table."""
    return f"| {' | '.join(cells)} |"


def _inert(text: str) -> str:
    """Escape what means something in Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def to_csv(report: Report, lang: Lang, sheet: str = "results") -> str:
    r"""Write one sheet of a report as CSV (RFC 4180), for other programs.

    The headings are the ids of the columns. Numbers are decimals with a point, or fractions such as
    `100/3` if they do not end; a range is written as `>=12`, `12..15` or `<15`; days are ISO days;
    codes are values of enumerations; several values have semicolons between them. A text that a
    spreadsheet would take for a formula begins with an apostrophe.

    Args:
        report: the report.
        lang: the language of the texts, `"vi"` or `"en"`.
        sheet: the id of the sheet.

    Returns:
        The text, with lines that end in `\r\n`.

    Raises:
        UnknownId: if the report does not have such a sheet.
    """
    chosen, text = report.sheet(sheet), io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.id for column in chosen.columns])
    writer.writerows([_plain(cell, lang) for cell in row] for row in chosen.rows)
    return text.getvalue()


def _plain(cell: Any, lang: Lang) -> str:  # noqa: ANN401  # a cell, or a tuple of cells
    """Write a cell for other programs."""
    match cell:
        case None:
            return ""
        case tuple():
            return "; ".join(_plain(each, lang) for each in cell)
        case bool():
            return "true" if cell else "false"
        case int() | Fraction():
            return plain_number(Fraction(cell))
        case Range():
            return _range(cell)
        case date():
            return cell.isoformat()
        case StrEnum():
            return _kept_text(cell.value)
        case _:
            return _kept_text(written(cell, lang))


def _kept_text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _range(possible: Range) -> str:
    """Write a range that has an end."""
    low, high = possible.low, possible.high
    if low is not None and high is not None and not (possible.low_open or possible.high_open):
        return f"{plain_number(low)}..{plain_number(high)}"
    ends = []
    if low is not None:
        ends.append(f"{'>' if possible.low_open else '>='}{plain_number(low)}")
    if high is not None:
        ends.append(f"{'<' if possible.high_open else '<='}{plain_number(high)}")
    return " ".join(ends)
