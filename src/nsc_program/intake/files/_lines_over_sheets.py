"""What lies over a sheet, on its page or at its cells, as lines that were not read."""

from collections.abc import Iterator, Sequence

from nsc_program.intake._tables.layout import Layout
from nsc_program.intake._tables.unread_lines import UnreadLine
from nsc_program.intake.files._books import RawSheet
from nsc_program.intake.files._drawn import over_rows
from nsc_program.intake.files._tips import says_more_than_form


def texts_outside(raw: RawSheet, headings: Sequence[str]) -> list[UnreadLine]:
    """Return the texts of a sheet that stand in no cell: on its page, in shapes and in tips.

    Args:
        raw: the sheet.
        headings: the headings of the table; a tip that only says how to type a cell is left out.
    """
    tips = (tip for tip in raw.tips if says_more_than_form(tip, headings))
    return [
        *(UnreadLine(None, line, is_on_page=True) for line in raw.page),
        *(UnreadLine(None, line, is_in_shape=True) for line in (*raw.shapes, *tips)),
    ]


def drawings_over(raw: RawSheet, layout: Layout) -> Iterator[UnreadLine]:
    """Yield the drawings over the rows of a table.

    Args:
        raw: the sheet.
        layout: the table.
    """
    rows = range(layout.first_row, layout.first_row + len(layout.rows))
    for row, name in over_rows(raw.drawn, rows, len(layout.headings)):
        yield UnreadLine(row, name, is_in_shape=True)
