"""Tables as text: side by side on a wide page, as blocks on a narrow one."""

import pytest

from nsc_program.report import Grid
from nsc_program.report.text import NUMBERED, Page, Shape, drawn_grid, within

GRID = Grid(
    title="",
    headings=("No.", "Target", "Reached", "Remarks"),
    rows=(("1", "First", "5 – 7", "—"), ("2", "Second", "", "a long remark " * 4)),
)
SHAPE = Shape((10, 20, 20, 50), NUMBERED)


def test_a_narrow_page_has_a_block_for_each_row() -> None:
    assert [
        "",
        "1. First",
        "   Reached: 5 – 7",
        "",
        "2. Second",
        "   Remarks: a long remark a long remark",
        "     a long remark a long remark",
    ] == [*drawn_grid(GRID, SHAPE, Page(40))]


def test_a_wide_page_has_a_table() -> None:
    lines = [*drawn_grid(GRID, SHAPE, Page(100))]
    cells = [cell.strip() for cell in lines[1].split("│")]
    assert ["No.", "Target", "Reached", "Remarks"] == cells
    assert {len(line) for line in lines if "┼" in line} == {95}


@pytest.mark.parametrize("width", [40, 60, 99, 100, 140, 200])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    words = Grid(title="", headings=GRID.headings, rows=(("1", "x" * 300, "y " * 300, "z"),))
    assert max(map(len, drawn_grid(words, SHAPE, Page(width)))) <= width


@pytest.mark.parametrize("width", [40, 120])
def test_control_characters_are_escaped(width: int) -> None:
    hostile = Grid(title="", headings=GRID.headings, rows=(("1", "\x1b[31mred", "\u202eb", "\n"),))
    assert all(map(str.isprintable, drawn_grid(hostile, SHAPE, Page(width))))


@pytest.mark.parametrize("width", [40, 120])
def test_a_cell_is_painted_as_a_whole(width: int) -> None:
    def loud(cell: str, piece: str) -> str:
        return piece.upper() if cell == "5 – 7 people" else piece

    grid = Grid(title="", headings=GRID.headings, rows=(("1", "a", "5 – 7 people", "people"),))
    text = "\n".join(drawn_grid(grid, SHAPE, Page(width, loud)))
    assert (1, 1) == (text.count("5 – 7 PEOPLE"), text.count("people"))


def test_long_lines_are_wrapped_deeper_than_they_begin() -> None:
    assert ["short", "  1 one two", "    three"] == [*within(["short", "  1 one two three"], 12)]
