"""From the cells of a sheet to its tables: what stands above, between and below."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import final

from attrs import frozen

from nsc_program.intake._assumed import Assumed
from nsc_program.intake._cells import is_blank
from nsc_program.intake._footers import could_be_a_record, footer
from nsc_program.intake._grid import Cells, Grid, Places, Row, cell_at, texts_of
from nsc_program.intake._heading_rows import HEADINGS_WITHIN, block, extended, headings_of
from nsc_program.intake._lines import Lines, strictest
from nsc_program.intake._numbering import Numbering, is_in_brackets, numbering_of, rank_of
from nsc_program.intake._problems import Doubt, Fault
from nsc_program.intake._stated import stated_in
from nsc_program.intake._wanted import Wanted
from nsc_program.intake._words import folded

_MOST_NOTES = 2  # texts in a row below a table
_FEWEST_HEADINGS = 2  # of a table further down
_DIGIT = re.compile(r"\d")
_OF_A_GROUP = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|[0-9]+)(?:\.[0-9]+)*[.)]?")
"""What numbers a group of rows: I, II, A, II.1."""


@final
@frozen
class Layout:
    """The table of a sheet.

    Attributes:
        above: the lines above the headings.
        doubtful: the lines, above and below, that say that something is planned or cancelled.
        assumed: those that name a value of a field that no column holds, of rows that are read all the same.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    first_row: int
    above: tuple[str, ...]
    doubtful: tuple[str, ...]
    assumed: tuple[str, ...]


def has_headings(grid: Grid, wanted: Wanted) -> bool:
    """Whether a sheet has a table that would be read."""
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
        grid: the cells.
        wanted: the headings that are looked for.
        doubted: the rows that are not plainly there, by their numbers.
        left_out: the rows that are taken for blank ones.
        titles: what stands over the sheet beside its own lines, such as its name.

    Raises:
        InvalidValue: if it has no headings, or too many.
    """
    top, bottom = block(grid, wanted)
    headings = headings_of(grid, top, bottom, wanted, (*titles, *_notes(grid[bottom + 1 :])))
    lines = [(cells, line) for cells in grid[:top] for line in texts_of(cells)]
    above = tuple(dict.fromkeys(line for _, line in lines))
    body = _Body(wanted, headings)
    for cells, line in (*(((title,), title) for title in titles), *lines):
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
    below = [
        line
        for cells in beneath[end:]
        for line in texts_of(cells)
        if wanted.doubt_of(line) is not None
    ]
    return Layout(
        headings,
        tuple(rows),
        bottom + 2,
        above,
        tuple(dict.fromkeys((*body.doubtful, *below))),
        body.assumed,
    )


def _notes(beneath: Grid) -> Iterator[str]:
    """Give the lines below a table, from the last: rows at its end that hold no more than a text or two."""
    for cells in reversed(beneath):
        texts = texts_of(cells)
        if len(texts) > _MOST_NOTES or any(
            not isinstance(cell, str) and not is_blank(cell) for cell in cells
        ):
            break
        yield from texts


def _line(cells: Cells, texts: Iterable[str]) -> str | None:
    """The one thing that a row says beside the number of a group."""
    named = [each for each in texts if not _OF_A_GROUP.fullmatch(each)]
    others = any(not isinstance(cell, (str, int)) and not is_blank(cell) for cell in cells)
    return named[0] if len(named) == 1 and not others else None


def _says_nothing_else(cells: Cells) -> bool:
    """Whether a row holds words, and no numbers but one before them."""
    filled = [cell for cell in cells if not is_blank(cell)]
    return all(isinstance(cell, str) for cell in filled[1:]) and (
        isinstance(filled[0], str) or len(filled) > 1
    )


def _has_note(doubt: Doubt | None) -> bool:
    return doubt is not None and doubt.fault is Fault.DOUBTFUL_NOTE


class _Body:
    """Reads the rows beneath the headings: other tables, and lines that say something of the rows after them."""

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
        self._last: str | None = None  # a line that says unfinished, and no row beneath it yet
        self._is_fresh = True  # nothing stands between the headings and the row that is read

    @property
    def assumed(self) -> tuple[str, ...]:
        """Give the lines that name what no column holds, of rows that are read."""
        return tuple(dict.fromkeys(self._assumed.told))

    def nothing(self) -> Row:
        """Give a row that holds no data."""
        return Row(self._own, [None] * self._own.width)

    def stand_below(self, cells: Cells, line: str) -> None:
        """Read a line above the headings: a title holds for the whole table, a numbered line until the next."""
        doubt = self._told(self.wanted.doubt_of(line))
        is_title = rank_of(cells) is None
        if is_title:
            self._titles = strictest((self._titles, doubt))
        else:
            self._lines.add(cells, line, doubt)
        if not self.wanted.leaves_out(line):
            (self._assumed.read_title(line) if is_title else self._assumed.read(cells, line))

    def doubt_all(self, doubt: Doubt) -> None:
        """Doubt the whole table, by a note on its headings or above them."""
        self._titles = strictest((self._titles, doubt))

    def could_be_a_record(self, cells: Cells) -> bool:
        """Whether a row may hold a record, by the columns that are read."""
        places = self._places or self._own
        at = {
            name: places.of[heading]
            for name, heading in self._columns.items()
            if name in self.wanted.columns
        }
        read = {name: cell_at(cells, place) for name, place in at.items() if place is not None}
        return could_be_a_record(read, self.wanted.columns)

    def rows(self, grid: Grid, marked: Mapping[int, Doubt]) -> Iterator[Row]:
        """Give a row for each, whatever it is."""
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
        """Give why a row is not read as it stands."""
        if numbering_of(cells) is not Numbering.NO:
            return Doubt(Fault.NO_RECORD)
        other = None if self._places is not None else Doubt(Fault.OTHER_TABLE)
        return strictest(
            (other, self._unit, self._titles, self._lines.doubt, *self._assumed.doubts)
        )

    def _holds_no_data(self, cells: Cells, texts: Collection[str]) -> bool:
        """Whether a row numbers the columns beneath their headings, or is a line that says something of its rows."""
        if numbering_of(cells) is Numbering.SURELY and (self._is_fresh or is_in_brackets(cells)):
            return True
        said = _line(cells, texts)
        if said is None or not (
            " " in said or not self._holds_data(cells)
        ):  # merged over all columns, perhaps
            return False
        is_words = _says_nothing_else(cells)
        if stated_in(said) is not None:
            self._unit = Doubt(Fault.OTHER_UNIT, said)
            return all(isinstance(cell, str) or is_blank(cell) for cell in cells)
        doubt = self._told(self.wanted.doubt_of(said))
        self._last = said if doubt is not None and doubt.fault is Fault.UNFINISHED_LINE else None
        if doubt is not None or is_words:
            self._lines.add([each for each in cells if not is_blank(each)], said, doubt)
        self._assume([each for each in cells if not is_blank(each)], said)
        return doubt is not None and all(isinstance(cell, str) or is_blank(cell) for cell in cells)

    def _assume(self, filled: Cells, said: str) -> None:
        """Read a line between the rows, which ends others of its rank though it is left out."""
        self._assumed.read(filled, "" if self.wanted.leaves_out(said) else said)

    def _told(self, doubt: Doubt | None) -> Doubt | None:
        """Keep the line of a doubt to be told, but for one that only rows with a day contradict."""
        if doubt is not None and doubt.fault is Fault.DOUBTFUL_LINE:
            self.doubtful.append(doubt.line)
        return doubt

    def _holds_data(self, cells: Cells) -> bool:
        return any(cell_at(cells, place) is not None for place in self._read_at)

    def _is_heading(self, cells: Cells, texts: Collection[str]) -> bool:
        """Whether a row holds headings again: texts only, half of them without a digit, and as many known as before."""
        plain = sum(not _DIGIT.search(text) for text in texts)
        if (
            len(texts) < _FEWEST_HEADINGS
            or 2 * plain < len(texts)
            or any(not isinstance(each, str) and not is_blank(each) for each in cells)
        ):
            return False
        return 2 * len(self.wanted.known(cells)) >= max(4, len(self._columns))

    def _begin(self, grid: Grid, number: int) -> int:
        """Read the headings of a table further down; give how many rows more they take."""
        _, bottom = extended(grid, number, self.wanted)
        headings = headings_of(grid, number, bottom, self.wanted)
        self._places, self._unit, self._is_fresh = self._as_ours(headings), None, True
        return bottom - number

    def _as_ours(self, headings: tuple[str, ...]) -> Places | None:
        """Where the cells of our headings stand under others; `None` unless both have the same columns."""
        columns = self._read_of(headings)
        if {*map(folded, columns.values())} != {*map(folded, self._columns.values())}:
            return None
        places = {folded(heading): place for place, heading in enumerate(headings)}
        return Places(
            {heading: places.get(folded(heading)) for heading in self.headings}, len(headings)
        )

    def _read_of(self, headings: Iterable[str]) -> Mapping[str, str]:
        """The heading of each column that is read."""
        found: dict[str, str] = {}
        for heading in headings:
            name = self.wanted.column(heading)
            if name is not None:
                found.setdefault(name, heading)
        return found
