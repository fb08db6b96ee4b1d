"""Find the states of rows of a table on other sheets, which list the same keys once more."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import Grid
from nsc_program.intake._cells.verdicts import Verdict, is_remark, judged
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._tables.unread_lines import UnreadLine
from nsc_program.intake._words.words import folded
from nsc_program.intake.files._books import RawSheet

_DIGITS = re.compile(r"(?:[^0-9]*[0-9]){3}")
_FEWEST_SIGNS = 4
_TOLD = frozenset({Verdict.UNKNOWN, Verdict.UNFINISHED, Verdict.DENIED})


def states_elsewhere(
    name: str, raw: RawSheet, own: Grid, leaves_out: Callable[[str], bool]
) -> Iterator[UnreadLine]:
    """Give the states on a sheet that is not read, beside keys of the table, that are not in order.

    Args:
        name: the name of the sheet.
        raw: the cells of the sheet.
        own: the cells of the sheet of the table.
        leaves_out: tells whether the caller left out a text.
    """
    keys = frozenset(key for cells in own for key in _keys_in(cells))
    headings: dict[int, str] = {}
    for number, cells in enumerate(raw.rows, 1):
        asked = {place: text for place, text in enumerate(cells) if _asks_a_state(text)}
        headings.update({place: str(text) for place, text in asked.items()})
        if not asked and not keys.isdisjoint(_keys_in(cells)):
            for text in _states_in(cells, headings):
                if not leaves_out(text):
                    yield UnreadLine(number, text, name)


def _keys_in(cells: Collection[object]) -> Iterator[str]:
    """Give the cells of a row that may be keys: codes and numbers of a few digits, but no days."""
    for cell in cells:
        if not (is_blank(cell) or isinstance(cell, date)):
            key = folded(text_of(cell)).replace(" ", "")
            if len(key) >= _FEWEST_SIGNS and _DIGITS.match(key):
                yield key


def _asks_a_state(cell: object) -> bool:
    """Tell whether a cell may be the heading of a column of states or of remarks."""
    return isinstance(cell, str) and (names_a_state(cell) or is_remark(cell))


def _states_in(cells: Sequence[object], headings: dict[int, str]) -> Iterator[str]:
    """Give the texts of a row that are not in order, as their headings ask."""
    for place, cell in enumerate(cells):
        if isinstance(cell, str) and judged(headings.get(place, ""), cell) in _TOLD:
            yield cell
