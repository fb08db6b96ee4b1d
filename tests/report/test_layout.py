"""Columns are wide enough for what they hold: words, days and the ends of ranges stay whole."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from nsc_program import Range, Text
from nsc_program.report import Column, Sheet
from nsc_program.report._office.layout import widths


def width(heading: str, *cells: Any) -> int:  # noqa: ANN401  # cells
    """Return the width of a column with some cells, in small letters."""
    column = Column(id="held", heading=Text(vi=heading, en=heading))
    number = Column(id="number", heading=Text(vi="TT", en="No."))
    rows = tuple((place, cell) for place, cell in enumerate(cells))
    sheet = Sheet(id="s", title=column.heading, columns=(number, column), rows=rows)
    return widths(sheet, "vi", 0)[1]


@pytest.mark.parametrize(
    ("cell", "least"),
    [
        (date(2026, 12, 30), len("30/12/2026")),
        (Range.at_least(Fraction(9495, 100)), len("≥ 94,95")),
        (Range(1_000_000, 2_000_000), len("1.000.000 –")),
        (158_878_500_000, len("158.878.500.000")),
        ("SAMPLE-T0656", len("SAMPLE-T0656") + 3),  # capitals are wide
    ],
)
def test_a_cell_is_not_divided_where_it_may_not_be(cell: object, least: int) -> None:
    assert least < width("Số", cell) < 2 * least


def test_a_long_range_may_be_divided_between_its_ends() -> None:
    assert width("Số", Range(10**9, 10**9 + 1)) < len("1.000.000.000 – 1.000.000.001")


def test_the_words_of_a_heading_are_not_divided() -> None:
    assert len("Ngưỡng") + 1 < width("Ngưỡng đạt", 5)


def test_a_heading_over_blanks_is_not_a_tower_of_words() -> None:
    assert len("Ước thực hiện năm 2025") / 3 < width("Ước thực hiện năm 2025", None)


def test_a_short_text_may_have_two_lines() -> None:
    assert width("Số", "chưa có số liệu") < len("chưa có số liệu")


def test_a_word_without_end_does_not_widen_its_column_without_end() -> None:
    assert 50 > width("Số", "x" * 10_000)
