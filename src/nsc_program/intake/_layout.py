"""Find the table in the cells of a sheet, and the lines above, between and below its rows."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import final

from attrs import frozen

from nsc_program.intake._assumed import Assumed
from nsc_program.intake._cells import is_blank
from nsc_program.intake._displayed import text_of
from nsc_program.intake._footers import could_be_a_record, footer, limits_its_table
from nsc_program.intake._grid import Cells, Grid, Places, Row, cell_at, texts_of
from nsc_program.intake._heading_rows import HEADINGS_WITHIN, block, extended, headings_of
from nsc_program.intake._lines import Lines, strictest
from nsc_program.intake._numbering import Numbering, is_in_brackets, numbering_of, rank_of
from nsc_program.intake._problems import Doubt, Fault
from nsc_program.intake._stated import stated_in
from nsc_program.intake._wanted import Wanted
from nsc_program.intake._words import folded
from nsc_program.records._records import ReportedFigure

_LINES_BELOW = 30  # looked at for what they say about the rows above them
_MOST_NOTES = 2  # texts in a row of notes below a table
_FEWEST_HEADINGS = 2  # in a table further down
_DIGIT = re.compile(r"\d")
_OF_A_GROUP = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|[0-9]+)(?:\.[0-9]+)*[.)]?")
"""The number of a group of rows: I, II, A, II.1."""


@final
@frozen
class Layout:
    """The table of a sheet.

    Attributes:
        headings: a heading for each column.
        rows: the rows beneath the headings.
        first_row: the number of the first of these rows in the sheet, counted from 1.
        above: the lines above the headings.
        doubtful: the lines above, between and below the rows that say that something is planned or
            cancelled.
        assumed: the lines that name a value of a field without a column, although their rows are
            read.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    first_row: int
    above: tuple[str, ...]
    doubtful: tuple[str, ...]
    assumed: tuple[str, ...]


def has_headings(grid: Grid, wanted: Wanted) -> bool:
    """Tell whether a sheet has a table that would be read.

    Args:
        grid: the cells of the sheet.
        wanted: the headings to look for.
    """
    return any(wanted.known(cells) for cells in grid[:HEADINGS_WITHIN])


def laid_out(
    grid: Grid,
    wanted: Wanted,
    doubted: Mapping[int, Doubt],
    *,
    left_out: frozenset[int] = frozenset(),
    titles: Iterable[str] = (),
) -> Layout:
    """Find the table in the cells of a sheet.

    Args:
        grid: the cells of the sheet.
        wanted: the headings to look for.
        doubted: the reasons to doubt rows, such as hidden ones, by the numbers of the rows.
        left_out: the numbers of the rows that are treated as blank.
        titles: titles of the sheet beside its own lines, such as its name.

    Returns:
        The table.

    Raises:
        InvalidValue: if the sheet has no headings, or too many columns.
    """
    top, bottom = block(grid, wanted)
    headings = headings_of(grid, top, bottom, wanted, (*titles, *_notes(grid[bottom + 1 :])))
    body = _Body(wanted, headings)
    for title in titles:
        body.stand_below((title,), title)
    lines = [(cells, line) for cells in grid[:top] for line in texts_of(cells)]
    for cells, line in lines:
        body.stand_below(cells, line)
    beneath = [
        () if number in left_out else cells
        for number, cells in enumerate(grid[bottom + 1 :], bottom + 2)
    ]
    while beneath and all(map(is_blank, beneath[-1])):
        beneath.pop()
    end = footer(beneath, body.could_be_a_record)
    for number, doubt in doubted.items():
        if _has_note(doubt) and number < bottom + 2:
            body.doubt_all(doubt)
    marked = {
        number - bottom - 2: doubt for number, doubt in doubted.items() if number not in left_out
    }
    rows = [*body.rows(beneath[:end], marked), *(body.nothing() for _ in beneath[end:])]
    lines_below = [line for cells in beneath[end:] for line in texts_of(cells)]
    notes = dict.fromkeys((*reversed([*_notes(beneath[-_LINES_BELOW:])]), *lines_below))
    below = [line for line in notes if _is_told(line, wanted)]
    return Layout(
        headings=headings,
        rows=tuple(rows),
        first_row=bottom + 2,
        above=tuple(dict.fromkeys(line for _, line in lines)),
        doubtful=tuple(dict.fromkeys((*body.doubtful, *below))),
        assumed=tuple(dict.fromkeys((*body.assumed, *body.of_other_years(beneath[:end])))),
    )


def _is_told(line: str, wanted: Wanted) -> bool:
    """Tell whether a line below a table says something about its rows."""
    is_limiting = limits_its_table(line) and not wanted.leaves_out(line) and stated_in(line) is None
    return is_limiting or wanted.doubt_of(line) is not None


def _notes(beneath: Grid) -> Iterator[str]:
    """Give the lines below a table, the last first: rows at its end with at most two texts."""
    for cells in reversed(beneath):
        texts = texts_of(cells)
        if len(texts) > _MOST_NOTES or any(
            not isinstance(cell, str) and not is_blank(cell) for cell in cells
        ):
            break
        yield from texts


def _line(cells: Cells, texts: Iterable[str]) -> str | None:
    """Return the single text of a row besides the number of a group, or `None`."""
    names = [text for text in texts if not _OF_A_GROUP.fullmatch(text)]
    has_others = any(not isinstance(cell, (str, int)) and not is_blank(cell) for cell in cells)
    return names[0] if len(names) == 1 and not has_others else None


def _says_nothing_else(cells: Cells) -> bool:
    """Tell whether a row holds words, and at most one number, which stands before them."""
    filled = [cell for cell in cells if not is_blank(cell)]
    return all(isinstance(cell, str) for cell in filled[1:]) and (
        isinstance(filled[0], str) or len(filled) > 1
    )


def _has_note(doubt: Doubt | None) -> bool:
    return doubt is not None and doubt.fault is Fault.DOUBTFUL_NOTE


class _Body:
    """The reader of the rows beneath the headings.

    Among the rows there may be other tables, and lines that say something about the rows after
    them.

    Attributes:
        wanted: the headings to look for.
        headings: the headings of the table.
        doubtful: the lines that say that something is planned or cancelled.
    """

    def __init__(self, wanted: Wanted, headings: tuple[str, ...]) -> None:
        self.wanted, self.headings = wanted, headings
        self.doubtful: list[str] = []
        self._own = Places.own(headings)
        self._columns = self._read_of(headings)
        self._read_at = [self.headings.index(heading) for heading in self._columns.values()]
        self._places: Places | None = self._own
        self._lines = Lines()
        self._assumed = Assumed(wanted.kind, {*self._columns, *wanted.given})
        self._titles: Doubt | None = None
        self._unit: Doubt | None = None
        # A line that says “unfinished” and does not have a row beneath it yet.
        self._last: str | None = None
        # Only blank rows stand between the headings and the next row.
        self._is_fresh = True

    @property
    def assumed(self) -> tuple[str, ...]:
        """The lines that name a value of a field without a column, although their rows are read."""
        return tuple(dict.fromkeys(self._assumed.told))

    def of_other_years(self, grid: Grid) -> Iterator[str]:
        """Give the titles over reported figures that name a year, if no row is about it."""
        place = self._own.of.get(self._columns.get("period", ""))
        if place is None or self.wanted.kind is not ReportedFigure:
            return
        years = {
            year
            for cells in grid
            for year in re.findall(r"20[0-9]{2}", text_of(cell_at(cells, place)))
        }
        for line, year in self._assumed.years:
            if years and year not in years:
                yield line

    def nothing(self) -> Row:
        """Return a row that holds no data."""
        return Row(self._own, [None] * self._own.width)

    def stand_below(self, cells: Cells, line: str) -> None:
        """Read a line above the headings.

        A title applies to the whole table; a numbered line applies until the next one.
        """
        doubt = self._told(self.wanted.doubt_of(line))
        is_title = rank_of(cells) is None
        if is_title:
            self._titles = strictest((self._titles, doubt))
        else:
            self._lines.add(cells, line, doubt)
        if not self.wanted.leaves_out(line):
            (self._assumed.read_title(line) if is_title else self._assumed.read(cells, line))

    def doubt_all(self, doubt: Doubt) -> None:
        """Doubt the whole table because of a note on its headings or above them."""
        self._titles = strictest((self._titles, doubt))

    def could_be_a_record(self, cells: Cells) -> bool:
        """Tell whether a row may hold a record, judging by the columns that are read."""
        places = self._places or self._own
        columns = {
            name: places.of[heading]
            for name, heading in self._columns.items()
            if name in self.wanted.columns
        }
        by_name = {
            name: cell_at(cells, column) for name, column in columns.items() if column is not None
        }
        return could_be_a_record(by_name, self.wanted.columns)

    def rows(self, grid: Grid, marked: Mapping[int, Doubt]) -> Iterator[Row]:
        """Give a row for each row of the grid, even if it holds no data."""
        skip = 0
        for number, cells in enumerate(grid):
            texts = texts_of(cells)
            if skip:
                skip -= 1
                yield self.nothing()
            elif self._is_heading(cells, texts):
                skip = self._begin(grid, number)
                yield self.nothing()
            elif self._holds_no_data(cells, texts) and not _has_note(marked.get(number)):
                yield self.nothing()
            else:
                doubt = marked.get(number) or self._doubt(cells)
                yield Row(self._places or self._own, cells, doubt)
                self._is_fresh = self._is_fresh and all(map(is_blank, cells))
                self._last = self._last if all(map(is_blank, cells)) else None
        self.doubtful += [] if self._last is None else [self._last]

    def _doubt(self, cells: Cells) -> Doubt | None:
        """Return the reason why a row is not read as it stands, or `None`."""
        if numbering_of(cells) is not Numbering.NO:
            return Doubt(Fault.NO_RECORD)
        table = None if self._places is not None else Doubt(Fault.OTHER_TABLE)
        return strictest(
            (table, self._unit, self._titles, self._lines.doubt, *self._assumed.doubts)
        )

    def _holds_no_data(self, cells: Cells, texts: Collection[str]) -> bool:
        """Tell whether a row only numbers the columns, or is a line about the rows after it."""
        if numbering_of(cells) is Numbering.SURELY and (self._is_fresh or is_in_brackets(cells)):
            return True
        line = _line(cells, texts)
        # Several words may be merged over all columns, those with data too.
        if line is None or not (" " in line or not self._holds_data(cells)):
            return False
        is_words = _says_nothing_else(cells)
        has_only_texts = all(isinstance(cell, str) or is_blank(cell) for cell in cells)
        if stated_in(line) is not None:
            self._unit = Doubt(Fault.OTHER_UNIT, line)
            return has_only_texts
        doubt = self._told(self.wanted.doubt_of(line))
        self._last = line if doubt is not None and doubt.fault is Fault.UNFINISHED_LINE else None
        filled = [cell for cell in cells if not is_blank(cell)]
        if doubt is not None or is_words:
            self._lines.add(filled, line, doubt)
        self._assume(filled, line)
        return doubt is not None and has_only_texts

    def _assume(self, filled: Cells, line: str) -> None:
        """Read a line between the rows; even a line that is left out ends others of its rank."""
        self._assumed.read(filled, "" if self.wanted.leaves_out(line) else line)

    def _told(self, doubt: Doubt | None) -> Doubt | None:
        """Report the line of a doubt, unless it matters only for rows with a day."""
        if doubt is not None and doubt.fault is Fault.DOUBTFUL_LINE:
            self.doubtful.append(doubt.line)
        return doubt

    def _holds_data(self, cells: Cells) -> bool:
        return any(cell_at(cells, place) is not None for place in self._read_at)

    def _is_heading(self, cells: Cells, texts: Collection[str]) -> bool:
        """Tell whether a row repeats headings.

        It has only texts, at least half of them without a digit, and enough known headings.
        """
        plain = [text for text in texts if not _DIGIT.search(text)]
        if (
            len(texts) < _FEWEST_HEADINGS
            or 2 * len(plain) < len(texts)
            or any(not isinstance(cell, str) and not is_blank(cell) for cell in cells)
        ):
            return False
        return 2 * len(self.wanted.known(cells)) >= max(4, len(self._columns))

    def _begin(self, grid: Grid, number: int) -> int:
        """Read the headings of a table further down; return how many more rows they take."""
        _, bottom = extended(grid, number, self.wanted)
        headings = headings_of(grid, number, bottom, self.wanted)
        self._places, self._unit, self._is_fresh = self._as_ours(headings), None, True
        return bottom - number

    def _as_ours(self, headings: tuple[str, ...]) -> Places | None:
        """Return the places of our headings in another table.

        The result is `None` unless both tables have the same columns.
        """
        columns = self._read_of(headings)
        if {*map(folded, columns.values())} != {*map(folded, self._columns.values())}:
            return None
        places = {folded(heading): place for place, heading in enumerate(headings)}
        return Places(
            {heading: places.get(folded(heading)) for heading in self.headings}, len(headings)
        )

    def _read_of(self, headings: Iterable[str]) -> Mapping[str, str]:
        """Return the heading of each column that is read."""
        by_name: dict[str, str] = {}
        for heading in headings:
            name = self.wanted.column(heading)
            if name is not None:
                by_name.setdefault(name, heading)
        return by_name
