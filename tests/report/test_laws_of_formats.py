"""Two laws of all formats of text, over any plan and register.

No printed number stands on the other side of its bound, and nothing shows 100 % of a plan unless a
target is attained. The tests of the workbook, the Word document, the page and the pictures hold
these too.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import chain

import pytest
from hypothesis import given, settings

from nsc_program import Range, Status
from nsc_program.report import (
    Report,
    html_fragment,
    message,
    to_csv,
    to_html,
    to_markdown,
    to_sdmx_csv,
    written,
)
from nsc_program.report._table import table
from nsc_program.report.text import Page as Paper
from nsc_program.report.text import drawn_table
from nsc_program.values import Lang
from office_files import reports
from reading_pictures import Page

pytestmark = pytest.mark.property

FLOW = "MADEUP:FIGURES(1.0)"
ALL_OF_A_PLAN = re.compile(r"(?<![\d.,])100(?:[.,]0*)? ?%")
ENDS = """[
    {% for figure in figures %}
    [{{ figure.value | down(2) }}, {{ figure.low | down(2) }}, {{ figure.high | up(2) }}],
    {% endfor %}
    null]"""
SHARES = "[{% for target in targets %}{{ target.share | down(2) }}, {% endfor %}null]"


def drawn(whole: Report, lang: Lang) -> str:
    """Return what a terminal shows, as one line."""
    return " ".join(drawn_table(table(whole.evaluation, lang), Paper(140), lang, why=True))


WRITERS: dict[str, Callable[[Report, Lang], str]] = {
    "markdown": to_markdown,
    "csv": to_csv,
    "terminal": drawn,
    "fragment": lambda whole, lang: html_fragment(whole.evaluation, lang),
}


def numbers(whole: Report) -> Iterator[Fraction | Range]:
    """Yield the numbers and ranges in the tables of a report."""
    for sheet in whole.sheets:
        for cell in chain.from_iterable(sheet.rows):
            if isinstance(cell, (Fraction, Range)) or type(cell) is int:
                yield cell if isinstance(cell, Range) else Fraction(cell)


def printed(text: str) -> tuple[Fraction, bool]:
    """Return a number that stands in English, and whether it goes on."""
    plain = text.replace("−", "-").replace(",", "").removesuffix("…")
    return Fraction(plain), text.endswith("…")


def is_of(text: str, end: Fraction) -> bool:
    """Return whether a text is a number, or the decimals that it begins with and an ellipsis."""
    shown, goes_on = printed(text)
    return 0 < abs(end) - abs(shown) < Fraction(1, 100) if goes_on else shown == end


def number(text: str) -> Fraction | None:
    """Return the number of a cell; `None` for a blank."""
    return Fraction(text) if text else None


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("lang", ["vi", "en"])
@settings(max_examples=10)
@given(whole=reports())
def test_nothing_shows_all_of_a_plan_unless_it_is_attained(
    whole: Report, name: str, lang: Lang
) -> None:
    attained = any(line.status is Status.ATTAINED for line in whole.lines)

    assert attained or not ALL_OF_A_PLAN.search(WRITERS[name](whole, lang))


@given(reports())
@settings(max_examples=20)
def test_a_number_is_written_as_it_is_or_goes_on(whole: Report) -> None:
    """An ellipsis says that a number goes on, so no end of a range is rounded over a bound."""
    for cell in numbers(whole):
        ends = [cell.low, cell.high] if isinstance(cell, Range) else [cell]
        expected = [*dict.fromkeys(end for end in ends if end is not None)]
        shown = re.findall(r"−?[\d,.]+…?", written(cell, "en"))

        assert len(expected) == len(shown)
        assert all(map(is_of, shown, expected))


@pytest.mark.parametrize("lang", ["vi", "en"])
@given(whole=reports())
@settings(max_examples=10)
def test_pages_and_markdown_show_numbers_as_they_are_written(whole: Report, lang: Lang) -> None:
    """Tests of the workbook and the Word document hold the same of these."""
    expected = {written(cell, lang) for cell in numbers(whole)}
    lines = to_markdown(whole, lang).replace("\\", "").splitlines()

    assert expected <= {*Page(to_html(whole, lang)).texts}
    assert expected <= {cell.strip() for line in lines for cell in line.split("|")}


@given(reports())
@settings(max_examples=20)
def test_csv_holds_each_share_exactly(whole: Report) -> None:
    lines = csv.DictReader(io.StringIO(to_csv(whole, "en")))
    shares = {line["number"]: line["share"] for line in lines if line["number"]}
    for place, line in enumerate(whole.lines, 1):
        expected = line.share and line.share.low
        shown = number(shares[str(place)].removeprefix(">="))

        assert expected == shown
        assert line.status is Status.ATTAINED or shown is None or shown < 100


@given(reports())
@settings(max_examples=20)
def test_statistics_hold_each_end_exactly(whole: Report) -> None:
    figures = whole.evaluation.made_from().figures.figures
    lines = [*csv.DictReader(io.StringIO(to_sdmx_csv(whole, FLOW)))]
    for figure, line in zip(figures, lines, strict=True):
        ends = {number(line[name]) for name in ("OBS_LOW", "OBS_HIGH")}
        value = number(line["OBS_VALUE"])
        is_known = line["OBS_STATUS"] == "A"

        assert not is_known or (ends, figure.range) == ({None}, Range(value, value))
        assert ends - {None} <= {figure.range.low, figure.range.high}


@given(reports())
@settings(max_examples=20)
def test_a_message_never_cuts_a_number_to_the_other_side(whole: Report) -> None:
    figures = whole.evaluation.made_from().figures.figures
    *rows, _ = json.loads(message(whole, ENDS, "json"), parse_float=Fraction)
    for figure, (_, low, high) in zip(figures, rows, strict=True):
        assert figure.range.within(Range(low, high))

    *shares, _ = json.loads(message(whole, SHARES, "json"), parse_float=Fraction)
    for line, share in zip(whole.lines, shares, strict=True):
        assert line.status is Status.ATTAINED or share is None or share < 100
