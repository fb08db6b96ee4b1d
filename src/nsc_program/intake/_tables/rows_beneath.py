"""Read the rows beneath the headings, and the lines and other tables among them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import islice
from typing import final

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.grid import (
    Cells,
    Grid,
    Places,
    Row,
    cell_at,
    has_only_texts,
    not_blank,
    texts_of,
)
from nsc_program.intake._cells.reporting_periods import (
    begins_a_year,
    is_new_year,
    says_its_days,
)
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._messages.problems import Doubt, Fault
from nsc_program.intake._tables.assumed import Assumed
from nsc_program.intake._tables.footers import could_be_a_record
from nsc_program.intake._tables.heading_rows import extended, headings_of
from nsc_program.intake._tables.lines import Lines, strictest
from nsc_program.intake._tables.lines_of_headings import Beneath, lines_of_headings
from nsc_program.intake._tables.numbering import Numbering, is_in_brackets, numbering_of, rank_of
from nsc_program.intake._tables.rows_without_records import is_an_amount
from nsc_program.intake._tables.unread_lines import Plainness
from nsc_program.intake._tables.wanted import Wanted
from nsc_program.intake._words.reported import periods_in
from nsc_program.intake._words.stated_units import stated_in
from nsc_program.intake._words.words import folded
from nsc_program.records._reports import ReportedFigure

_FEWEST_HEADINGS = 2  # in a table further down
_DIGIT = re.compile(r"\d")
_OF_A_GROUP = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|[0-9]+)(?:\.[0-9]+)*[.)]?")
"""The number of a group of rows: I, II, A, II.1."""


def is_note(doubt: Doubt | None) -> bool:
    """Tell whether a doubt comes from a note on a cell.

    Args:
        doubt: the doubt, if there is one.
    """
    return doubt is not None and doubt.fault is Fault.DOUBTFUL_NOTE


@final
class RowsBeneath:
    """The reader of the rows beneath the headings.

    Among the rows there may be other tables, and lines that say something about the rows after
    them.

    Attributes:
        wanted: the headings to look for.
        headings: the headings of the table.
        doubtful: the lines that say that something is planned or cancelled.
        plainness: what makes a line plain.
    """

    def __init__(
        self,
        wanted: Wanted,
        headings: tuple[str, ...],
        beside: Iterable[str] = (),
        around: Iterable[str] = (),
    ) -> None:
        """Begin beneath the headings.

        Args:
            wanted: the headings to look for.
            headings: the headings of the table.
            beside: the lines that stand in the rows of the headings.
            around: the lines that may name the unit of the table, those above it among them.
        """
        self.wanted, self.headings = wanted, headings
        self._beside = frozenset(map(folded, beside))
        self._around = tuple(around)
        self.doubtful: list[str] = []
        self._own = Places.own(headings)
        self._columns = self._read_of(headings)
        self._read_at = [self.headings.index(heading) for heading in self._columns.values()]
        self._places: Places | None = self._own
        self._lines = Lines()
        known = {*self._columns, *wanted.given}
        self._assumed = Assumed(wanted.kind, known, wanted.given)
        self.plainness = Plainness(wanted.kind, known, wanted.leaves_out)
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
        """Give the lines over reported figures that name a year or a span, if no row is about it.

        Args:
            grid: the rows beneath the headings.
        """
        years = self._years_in(grid) if self.wanted.kind is ReportedFigure else frozenset()
        for line, year in self._assumed.years:
            if years and year not in years:
                yield line

    def _years_in(self, grid: Grid) -> AbstractSet[str]:
        """Return the years and spans of years in the column of periods, if there is one."""
        place = self._own.of.get(self._columns.get("period", ""))
        if place is None:
            return frozenset()
        periods = (text_of(cell_at(cells, place)) for cells in grid)
        return frozenset(years for period in periods for years in periods_in(period))

    def nothing(self) -> Row:
        """Return a row that holds no data."""
        return Row(self._own, [None] * self._own.width)

    def stand_below(self, cells: Cells, line: str) -> None:
        """Read a line above the headings.

        A title applies to the whole table; a numbered line applies until the next one.

        Args:
            cells: the cells of the row that holds the line.
            line: the text of the line.
        """
        doubt = self._told(self.wanted.doubt_of(line))
        if rank_of(cells) is None:
            self._titles = strictest((self._titles, doubt))
            assume = self._assumed.read_title
        else:
            self._lines.add(cells, line, doubt)
            assume = partial(self._assumed.read, cells)
        if not self.wanted.leaves_out(line):
            assume(line)

    def doubt_all(self, doubts: Iterable[Doubt]) -> None:
        """Doubt the whole table because of its headings, or of a note on them or above them.

        Args:
            doubts: the doubts about the headings and the rows above them.
        """
        self._titles = strictest((self._titles, *doubts))

    def could_be_a_record(self, cells: Cells) -> bool:
        """Tell whether a row may hold a record, judging by the columns that are read.

        Args:
            cells: the cells of the row.
        """
        of = (self._places or self._own).of
        columns = {name: of[heading] for name, heading in self._columns.items()}
        by_name = {
            name: cell_at(cells, column)
            for name, column in columns.items()
            if name in self.wanted.columns and column is not None
        }
        return could_be_a_record(by_name, self.wanted.columns)

    def rows(self, grid: Grid, marked: Mapping[int, Doubt]) -> Iterator[Row]:
        """Give a row for each row of the grid, even if it holds no data.

        Args:
            grid: the rows beneath the headings.
            marked: the doubts about single rows, by their place.
        """
        after_headings, beneath = 0, Beneath(grid, self.wanted)
        for number, cells in enumerate(grid):
            texts = texts_of(cells)
            if number < after_headings:
                yield self.nothing()
            elif self._is_heading(cells, texts):
                after_headings = self._begin(grid, number, beneath)
                yield self.nothing()
            elif self._holds_no_data(cells, texts) and not is_note(marked.get(number)):
                yield self.nothing()
            else:
                yield self._row(cells, marked.get(number))
        if self._last is not None:
            self.doubtful.append(self._last)

    def _row(self, cells: Cells, marked: Doubt | None) -> Row:
        """Return a row that may hold data, with the reason why it is doubted, if it is."""
        is_numbering = numbering_of(cells) is not Numbering.NO
        doubt = (None if is_numbering else self._displaced) or marked
        if doubt is None:
            doubt = Doubt(Fault.NO_RECORD) if is_numbering else self._doubt(cells)
        row = Row(self._places or self._own, cells, doubt)
        if not all(map(is_blank, cells)):
            self._is_fresh, self._last = False, None
        return row

    @property
    def _displaced(self) -> Doubt | None:
        """The reason why the headings do not say what the cells of a row mean, or `None`."""
        return self._unit if self._places is not None else Doubt(Fault.OTHER_TABLE)

    def _doubt(self, cells: Cells) -> Doubt | None:
        """Return the reason why a line says that a row is not read as it stands, or `None`."""
        says_its_days, begins_a_year = self._says_of_its_period(cells)
        assumed = self._assumed.doubts_of(says_its_days=says_its_days, begins_a_year=begins_a_year)
        return strictest((self._titles, self._lines.doubt, *assumed))

    def _says_of_its_period(self, cells: Cells) -> tuple[bool, bool]:
        """Tell whether a reported figure states other days than whole years, from 1 January on."""
        if self.wanted.kind is not ReportedFigure:
            return False, False
        period, first = self._stated("period", cells), self._stated("period.start", cells)
        says = first is not None or says_its_days(period)
        return says, begins_a_year(period) or is_new_year(first)

    def _stated(self, name: str, cells: Cells) -> object:
        """Return the cell of a column in a row, or the value that was given for all rows."""
        place = (self._places or self._own).of.get(self._columns.get(name, ""))
        cell = None if place is None else cell_at(cells, place)
        return self.wanted.given.get(name) if cell is None else cell

    def _holds_no_data(self, cells: Cells, texts: Collection[str]) -> bool:
        """Tell whether a row only numbers the columns, or is a line about the rows after it."""
        if numbering_of(cells) is Numbering.SURELY and (self._is_fresh or is_in_brackets(cells)):
            return True
        line = _line(cells, texts)
        # Several words may be merged over all columns, those with data too.
        if line is None or not (" " in line or not self._holds_data(cells)):
            return False
        return self._read_line(cells, line)

    def _read_line(self, cells: Cells, line: str) -> bool:
        """Read a line between the rows, and tell whether its row holds nothing else."""
        if stated_in(line) is not None:
            self._unit = Doubt(Fault.OTHER_UNIT, line)
            return has_only_texts(cells)
        doubt = self._told(self.wanted.doubt_of(line))
        self._put_in_force(not_blank(cells), line, doubt)
        return doubt is not None and has_only_texts(cells)

    def _put_in_force(self, filled: Cells, line: str, doubt: Doubt | None) -> None:
        """Apply a line to the rows after it; even one that is left out ends others of its rank."""
        self._last = line if doubt is not None and doubt.fault is Fault.UNFINISHED_LINE else None
        if doubt is not None or _says_nothing_else(filled):
            self._lines.add(filled, line, doubt)
        self._assumed.read(filled, "" if self.wanted.leaves_out(line) else line)

    def _told(self, doubt: Doubt | None) -> Doubt | None:
        """Report the line of a doubt, unless it matters only for rows with a day."""
        if doubt is not None and doubt.fault is Fault.DOUBTFUL_LINE:
            self.doubtful.append(doubt.line)
        return doubt

    def _holds_data(self, cells: Cells) -> bool:
        """Tell whether a column that is read has a cell in the row."""
        return any(cell_at(cells, place) is not None for place in self._read_at)

    def _is_heading(self, cells: Cells, texts: Collection[str]) -> bool:
        """Tell whether a row repeats headings: it is like them, and enough of them are known."""
        if not _are_like_headings(cells, texts):
            return False
        return 2 * len(self.wanted.known(cells)) >= max(4, len(self._columns))

    def _begin(self, grid: Grid, number: int, beneath: Beneath) -> int:
        """Read the headings of a table further down; return the place of the row after them."""
        _, bottom = extended(grid, number, self.wanted)
        grid, beside = lines_of_headings(grid, number, bottom, self.wanted, beneath)
        headings = headings_of(grid, number, bottom, self.wanted, self._around)
        is_like_ours = all(self._is_beside_ours(line) for *_, line in beside)
        self._places = self._as_ours(headings) if is_like_ours else None
        self._unit, self._is_fresh = None, True
        return bottom + 1

    def _is_beside_ours(self, line: str) -> bool:
        """Tell whether a line in a row of headings stands beside ours too, or is left out."""
        return folded(line) in self._beside or self.wanted.leaves_out(line)

    def _as_ours(self, headings: tuple[str, ...]) -> Places | None:
        """Return the places of our headings in another table.

        The result is `None` unless both tables have the same columns.
        """
        if _folded_headings(self._read_of(headings)) != _folded_headings(self._columns):
            return None
        places = {folded(heading): place for place, heading in enumerate(headings)}
        of = {heading: places.get(folded(heading)) for heading in self.headings}
        return Places(of, len(headings))

    def _read_of(self, headings: Iterable[str]) -> Mapping[str, str]:
        """Return the heading of each column that is read."""
        by_name: dict[str, str] = {}
        for heading in headings:
            name = self.wanted.column(heading)
            if name is not None:
                by_name.setdefault(name, heading)
        return by_name


def _folded_headings(columns: Mapping[str, str]) -> frozenset[str]:
    """Return the folded headings of columns."""
    return frozenset(map(folded, columns.values()))


def _line(cells: Cells, texts: Iterable[str]) -> str | None:
    """Return the single text of a row besides the number of a group and amounts, or `None`."""
    names = (text for text in texts if not (_OF_A_GROUP.fullmatch(text) or is_an_amount(text)))
    first = list(islice(names, 2))
    if len(first) != 1:
        return None
    has_others = not all(isinstance(cell, str) or is_an_amount(cell) for cell in not_blank(cells))
    return None if has_others else first[0]


def _says_nothing_else(filled: Cells) -> bool:
    """Tell whether filled cells hold words, and at most one number, which stands before them."""
    if not all(isinstance(cell, str) for cell in filled[1:]):
        return False
    return isinstance(filled[0], str) or len(filled) > 1


def _are_like_headings(cells: Cells, texts: Collection[str]) -> bool:
    """Tell whether a row has only texts, at least half of them without a digit."""
    if len(texts) < _FEWEST_HEADINGS or not has_only_texts(cells):
        return False
    return 2 * sum(_DIGIT.search(text) is None for text in texts) >= len(texts)
