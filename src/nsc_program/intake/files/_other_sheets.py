"""Read what the sheets say that are not read: their lines may be about the table that is."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import Grid, has_only_texts, texts_of
from nsc_program.intake._headings.blocks import PROBLEM_HEADINGS
from nsc_program.intake._tables.unread_lines import Plainness, UnreadLine, among_notes
from nsc_program.intake._words.words import WORDS, YES_NO, folded
from nsc_program.intake.files._books import RawSheet

_FEWEST_OF_A_RECORD = 3
_MOST_TOLD = 3  # lines of one sheet
_MOST_LINES = 1_000
_COUNTS = re.compile(r"[0-9]|\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|quy)\b")


def may_hold_records(rows: Grid) -> bool:
    """Tell whether a sheet has a row that may be a record, whatever its headings.

    Args:
        rows: the cells of the sheet.
    """
    return any(map(_may_be_a_record, rows))


def _may_be_a_record(cells: Sequence[object]) -> bool:
    """Tell whether a row has a few different cells, and a digit in one of them."""
    filled = {str(cell) for cell in cells if not is_blank(cell)}
    if len(filled) < _FEWEST_OF_A_RECORD:
        return False
    return any(sign.isdigit() for cell in filled for sign in cell)


def unread_on(name: str, raw: RawSheet, plainness: Plainness) -> Iterator[UnreadLine]:
    """Give the first lines and notes that are told on a sheet that is not read, and its name.

    The rows of a table of records are left to the user; only the lines beside them are told.

    Args:
        name: the name of the sheet.
        raw: the cells of the sheet.
        plainness: what makes a line plain.
    """
    if not _is_own_list(raw.rows):
        yield from islice(_all_unread_on(name, raw, plainness), _MOST_TOLD)


def _all_unread_on(name: str, raw: RawSheet, plainness: Plainness) -> Iterator[UnreadLine]:
    """Give the lines and notes that are told on a sheet that is not read, and its name."""
    choices = _choices_on(raw.rows)
    for number, line in ((None, name), *_lines_on(raw.rows)):
        if folded(line) not in choices and plainness.is_told_outside(line):
            yield UnreadLine(number, line, name)
    yield from among_notes(raw.notes, (), plainness, name)


def _choices_on(rows: Grid) -> frozenset[str]:
    """Return the words of closed sets of which a sheet lists several: the choices for cells."""
    words = {folded(text) for cells in rows for text in texts_of(cells)}
    listed = (words & closed.keys() for closed in (*WORDS.values(), YES_NO))
    return frozenset(word for found in listed if len(found) > 1 for word in found)


def lines_apart(name: str, raw: RawSheet) -> Iterator[UnreadLine]:
    """Give the lines with a number on a sheet without records, such as a cover.

    Args:
        name: the name of the sheet.
        raw: the cells of the sheet.
    """
    if not (_is_own_list(raw.rows) or may_hold_records(raw.rows)):
        lines = (UnreadLine(number, line, name) for number, line in _lines_on(raw.rows))
        yield from islice(filter(_may_count, lines), _MOST_LINES)


def _may_count(line: UnreadLine) -> bool:
    """Tell whether a line may count rows or name a period."""
    return _COUNTS.search(folded(line.text)) is not None


def _is_own_list(rows: Grid) -> bool:
    """Tell whether a sheet is the list of problems beside the rows to mend."""
    first = list(texts_of(rows[0])) if rows else []
    in_vi = [heading.vi for heading in PROBLEM_HEADINGS]
    return first in (in_vi, [heading.en for heading in PROBLEM_HEADINGS])


def _lines_on(rows: Grid) -> Iterator[tuple[int, str]]:
    """Give the texts of a sheet; beside records, those of rows with fewer texts than a record."""
    has_records = may_hold_records(rows)
    for number, cells in enumerate(rows, 1):
        texts = texts_of(cells)
        if not has_records or (len(texts) < _FEWEST_OF_A_RECORD and has_only_texts(cells)):
            yield from ((number, text) for text in texts)
