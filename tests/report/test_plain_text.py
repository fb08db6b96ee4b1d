"""Reports as Markdown and CSV: every cell is there, and nothing in them is active."""

import csv
import io
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from nsc_program import HANOI, Completeness, Level, Period, Range, Register, Support, Text
from nsc_program.report import Column, Report, Sheet, report, to_csv, to_markdown
from nsc_program.values import Lang

YEAR = Period.of_years(2024, 2024)
HOSTILE = ("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "a|b", "[x](http://y)", "A" * 10_000)


@cache
def made(topics: tuple[str, ...] = ()) -> Report:
    """Return a report on 2024, with one support for each document's name."""
    records = [
        Support(
            id=f"s{at}",
            enterprise=f"MADE-UP-{at}",
            started_on=date(2024, 3, 1),
            completed_on=date(2024, 6, 30),
            document=topic,
        )
        for at, topic in enumerate(topics)
    ]
    claims = [Completeness(Support, Period.of_years(2021, 2024))]
    return report(HANOI, Register(records, claims), as_of=date(2024, 12, 31), period=YEAR)


def with_sheet(*cells: Any) -> Report:  # noqa: ANN401  # cells
    """Return a report whose first sheet has one row of these cells."""
    shown = made()
    columns = tuple(Column(f"c{at}", Text(vi="cột", en="column")) for at in range(len(cells)))
    sheet = Sheet(id="x", title=Text(vi="x", en="x"), columns=columns, rows=(cells,))
    return Report(
        evaluation=shown.evaluation, period=shown.period, lines=shown.lines, sheets=(sheet,)
    )


class TestMarkdown:
    @pytest.mark.parametrize(
        ("lang", "first"),
        [
            ("vi", "# Kết quả thực hiện Kế hoạch số 149/KH\\-UBND năm 2024"),
            ("en", "# Results of plan 149/KH\\-UBND for 2024"),
        ],
    )
    def test_every_sheet_is_a_table_or_says_that_it_is_empty(self, lang: Lang, first: str) -> None:
        shown = made()
        lines = to_markdown(shown, lang).splitlines()
        assert lines[0].startswith(first)
        empty = sum(not sheet.rows for sheet in shown.sheets)
        assert empty == lines.count({"vi": "không có", "en": "none"}[lang])
        rules = [line for line in lines if line.startswith("| ---")]
        assert len(rules) == len(shown.sheets) - empty
        assert [f"## {word}" for word in (f"{_ANNEX[lang]} I.", f"{_ANNEX[lang]} II.")] == [
            line[: len(f"## {_ANNEX[lang]} I.") + at]
            for at, line in enumerate(line for line in lines if line.startswith("## "))
            if at < 2
        ]

    def test_names_are_inert(self) -> None:
        text = to_markdown(made(HOSTILE), "en")
        assert "\\<script\\>alert\\(1\\)\\</script\\>" in text
        assert "a\\|b" in text
        assert "\\[x\\]\\(http://y\\)" in text
        assert "A" * 10_000 in text

    def test_every_row_has_as_many_cells_as_there_are_columns(self) -> None:
        text = to_markdown(made(HOSTILE), "vi").replace("\\|", "")
        rows = [line.count("|") for line in text.splitlines() if line.startswith("| ")]
        headings = [line.count("|") for line in text.splitlines() if line.startswith("| ---")]
        assert {*rows} == {*headings}


_ANNEX = {"vi": "Phụ lục", "en": "Annex"}


class TestCsv:
    def test_the_first_line_has_the_ids_of_the_columns(self) -> None:
        rows = [*csv.reader(io.StringIO(to_csv(made(HOSTILE), "vi", "Support")))]
        assert ["number", "id", "verified", "document"] == rows[0][:4]
        assert {len(rows[0])} == {len(row) for row in rows}
        assert 1 + len(HOSTILE) == len(rows)

    def test_the_results_are_the_default(self) -> None:
        text = to_csv(made(), "en")
        assert text.startswith("number,target,unit,words,accepted,")
        assert text == to_csv(made(), "en", "results")

    def test_a_formula_is_text(self) -> None:
        rows = [*csv.DictReader(io.StringIO(to_csv(made(HOSTILE), "vi", "Support")))]
        assert "'=cmd|' /C calc'!A0" in [row["document"] for row in rows]

    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            (None, ""),
            (True, "true"),
            (False, "false"),
            (1_234_567, "1234567"),
            (Fraction(5, 2), "2.5"),
            (Fraction(-100, 3), "-100/3"),
            (Range(1, 5), "1..5"),
            (Range(1, 5, high_open=True), ">=1 <5"),
            (Range(1, 5, low_open=True), ">1 <=5"),
            (Range.at_least(1_000), ">=1000"),
            (Range.below(2), "<2"),
            (date(2024, 3, 5), "2024-03-05"),
            (Level.CITY, "city"),
            (Text(vi="hai", en="two"), "two"),
            (YEAR, "2024"),
            ((1, Level.CITY, None), "1; city; "),
            ("-5", "'-5"),
            ("in\nside", "in\\nside"),
        ],
    )
    def test_a_cell_is_written_for_programs(self, cell: Any, text: str) -> None:  # noqa: ANN401
        (_, (written,)) = csv.reader(io.StringIO(to_csv(with_sheet(cell), "en", "x")))
        assert text == written
