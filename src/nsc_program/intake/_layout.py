"""From the cells of a sheet to its tables: where the headings are, what stands above, between and below."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import final

from attrs import field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.intake._cells import Cut, is_blank
from nsc_program.intake._columns import columns_of
from nsc_program.intake._headings import BELOW, FUNDING, column_of, is_group, says_its_unit, takes_units
from nsc_program.intake._labels import number_in
from nsc_program.intake._problems import Doubt, Fault
from nsc_program.intake._stated import speaks_of_money, stated_in, unit_line
from nsc_program.intake._states import says_cancelled, says_planned
from nsc_program.intake._units import unit_in
from nsc_program.intake._words import folded
from nsc_program.records import AnyRecord
from nsc_program.register import row_class

Cells = Sequence[object]
Grid = Sequence[Cells]

HEADINGS_WITHIN = 30  # rows: above the headings of an official table stand its titles
_ROWS_OF_HEADINGS = 3
_MOST_COLUMNS = 1_000
_MOST_NOTES = 2  # texts in a row below a table
_FEWEST_HEADINGS = 2  # of a table further down
_DIGIT = re.compile(r"\d")
_OF_A_GROUP = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|[0-9]+)(?:\.[0-9]+)*[.)]?")
"""What numbers a group of rows: I, II, A, II.1."""
_SIGNED = re.compile(
    r"\W*(?:.{0,60}ngày[\s\d.…/]*tháng[\s\d.…]*năm[\s\d.…]*$|(?:người|cán bộ)\s+(?:lập|kiểm|tổng hợp|báo cáo|duyệt)|"
    r"(?:phó\s+)?(?:giám đốc|tổng giám đốc|chủ tịch|trưởng phòng|thủ trưởng|chánh văn phòng)\b|thủ trưởng|kế toán|"
    r"(?:tm|kt|tl|tuq|q)\s*\.|ký\b|\(ký|đã ký|đóng dấu|xác nhận của|đại diện|nơi nhận|lưu\s*:|-\s*(?:như trên|lưu)|"
    r"ghi chú\s*:|chú thích|nguồn\s*:|note\s*:|prepared by|signature)",
    re.IGNORECASE,
)
"""How what stands below a table begins: place and day, who signs, and notes."""


_CUT = Cut()


@final
@frozen
class Places:
    """Where the cell under each heading stands, `None` for nowhere, and how many columns there are."""

    of: Mapping[str, int | None]
    width: int
    headings: Sequence[Sequence[str]] = field(init=False)
    """Those that are above each cell."""

    @headings.default
    def _above(self) -> Sequence[Sequence[str]]:
        found: list[list[str]] = [[] for _ in range(self.width)]
        for heading, place in self.of.items():
            if place is not None:
                found[place].append(heading)
        return found

    @classmethod
    def own(cls, headings: Sequence[str]) -> "Places":
        """Hold the places of headings in their own table."""
        return cls({heading: place for place, heading in enumerate(headings)}, len(headings))


@final
class Row(Mapping[str | None, object]):
    """A row under the headings of its table, which are held once; a cell that it is too short for is `Cut`.

    Attributes:
        cells: all that it has.
        doubt: why nothing of it is read until somebody decides.
    """

    __slots__ = ("cells", "doubt", "places")

    def __init__(self, places: Places, cells: Cells, doubt: Doubt | None = None) -> None:
        """Hold the cells."""
        self.places, self.cells, self.doubt = places, cells, doubt

    def __getitem__(self, name: str | None) -> object:
        """Return a cell; under `None` those that no heading is above."""
        if name is None and len(self.cells) > self.places.width:
            return list(self.cells[self.places.width :])
        at = self.places.of[name]  # type: ignore[index]  # `None` is not a heading
        if at is None:
            return None
        return self.cells[at] if at < len(self.cells) else _CUT

    def get(self, name: str | None, default: object = None) -> object:
        """Return a cell, or the default where there is no such heading."""
        at = self.places.of.get(name, -1) if name is not None else -1
        if at is None or at >= 0:
            return None if at is None else self.cells[at] if at < len(self.cells) else _CUT
        return self[name] if name is None and len(self.cells) > self.places.width else default

    def filled(self) -> Iterator[tuple[str | None, object]]:
        """Give each cell that it has, with its heading; those beyond the headings under `None`."""
        for headings, cell in zip(self.places.headings, self.cells, strict=False):
            for heading in headings:
                yield heading, cell
        if len(self.cells) > self.places.width:
            yield None, self[None]

    def __iter__(self) -> Iterator[str | None]:
        """Give the headings."""
        yield from self.places.of
        if len(self.cells) > self.places.width:
            yield None

    def __len__(self) -> int:
        """Count the headings."""
        return len(self.places.of) + (len(self.cells) > self.places.width)

    def __repr__(self) -> str:
        """Show no cell: it may hold a name."""
        return f"<a row of {len(self.cells)} cells>"


@final
@frozen
class Layout:
    """The table of a sheet.

    Attributes:
        above: the lines above the headings.
        doubtful: the lines, above and below, that say that something is planned or cancelled.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    first_row: int
    above: tuple[str, ...]
    doubtful: tuple[str, ...]


@final
@frozen
class Wanted:
    """What headings are looked for: those of a class, and those that somebody named, with the column if it is known."""

    names: tuple[str, ...]
    named: Mapping[str, str]
    ignored: frozenset[str]

    @classmethod
    def of(cls, kind: type[AnyRecord] | str, named: Mapping[str, str], ignored: Iterable[str]) -> "Wanted":
        """Look for the columns of a class and those that somebody named by their headings, but for those left out."""
        known = {folded(heading): name for name, heading in named.items()}
        return cls(tuple(columns_of(row_class(kind))), known, frozenset(map(folded, ignored)))

    def known(self, cells: Iterable[object]) -> frozenset[str]:
        """The headings of a row that are known, folded."""
        return frozenset(words for text in _texts(cells) if (words := folded(text)) in self.named or self.column(text))

    def column(self, heading: str) -> str | None:
        """The column that a heading is."""
        words = folded(heading)
        return None if words in self.ignored else self.named.get(words) or column_of(heading, self.names, also=True)

    def leaves_out(self, text: str) -> bool:
        """Whether a heading, a line or a sheet is left out."""
        return folded(text) in self.ignored

    def is_doubtful(self, line: str) -> bool:
        """Whether a line says that what stands below it is planned or cancelled, and nobody said that it is not."""
        return (says_planned(line) or says_cancelled(line)) and not self.leaves_out(line)


def has_headings(grid: Grid, wanted: Wanted) -> bool:
    """Whether a sheet has a table that would be read."""
    return any(wanted.known(cells) for cells in grid[:HEADINGS_WITHIN])


def laid_out(grid: Grid, wanted: Wanted, doubted: Mapping[int, Fault], *, left_out: bool = False) -> Layout:
    """Find the table in the cells of a sheet; `doubted` are the rows that are not plainly there, or to be left out.

    Raises:
        InvalidValue: if it has no headings, or too many.
    """
    top, bottom = _block(grid, wanted)
    headings = _headings(grid, top, bottom, wanted, _notes(grid[bottom + 1 :]))
    above = tuple(dict.fromkeys(line for cells in grid[:top] for line in _texts(cells)))
    beneath = list(grid[bottom + 1 :])
    while beneath and all(map(is_blank, beneath[-1])):
        beneath.pop()
    doubtful = tuple(filter(wanted.is_doubtful, above))
    footer = _footer(beneath)
    body = _Body(wanted, headings, Doubt(Fault.DOUBTFUL_LINE, doubtful[0]) if doubtful else None)
    marked = {number - bottom - 2: Doubt(fault) for number, fault in doubted.items()}
    if left_out:
        beneath = [() if place in marked else cells for place, cells in enumerate(beneath)]
    rows = [*body.rows(beneath[:footer], marked), *(body.nothing() for _ in beneath[footer:])]
    below = (line for cells in beneath[footer:] for line in _texts(cells))
    doubtful = (*doubtful, *body.doubtful, *filter(wanted.is_doubtful, below))
    return Layout(headings, tuple(rows), bottom + 2, above, tuple(dict.fromkeys(doubtful)))


def _texts(cells: Iterable[object]) -> dict[str, None]:
    """The different texts of a row, in order."""
    return dict.fromkeys(" ".join(cell.split()) for cell in cells if isinstance(cell, str) and not is_blank(cell))


# --- headings ---


def _block(grid: Grid, wanted: Wanted) -> tuple[int, int]:
    """The first and the last row of the headings: around the first that has many of those that are known.

    Those of a later table are none of this one, whose rows would be lost.
    """
    known = [len(wanted.known(cells)) for cells in grid[:HEADINGS_WITHIN]]
    if not known or not max(known):
        raise InvalidValue.at(
            code="no-headings",
            vi=f"không tìm thấy dòng tiêu đề trong {HEADINGS_WITHIN} dòng đầu; hãy chỉ rõ tiêu đề của từng cột",
            en=f"no headings were found in the first {HEADINGS_WITHIN} rows; name them with their columns",
        )
    first = next(place for place, found in enumerate(known) if 2 * found > max(known))
    best = max(range(first, min(first + _ROWS_OF_HEADINGS, len(known))), key=known.__getitem__)
    return _extended(grid, best, wanted)


def _extended(grid: Grid, best: int, wanted: Wanted) -> tuple[int, int]:
    top = bottom = best
    while top and bottom - top < _ROWS_OF_HEADINGS - 1 and _is_over(grid[top - 1], grid[top], wanted):
        top -= 1
    while bottom + 1 < len(grid) and bottom - top < _ROWS_OF_HEADINGS - 1 and _is_under(grid[bottom], grid[bottom + 1]):
        bottom += 1
    return top, bottom


def _at(cells: Cells, column: int) -> object:
    found = cells[column] if 0 <= column < len(cells) else None
    return None if is_blank(found) else found


def _spans(cells: Cells, column: int) -> bool:
    """Whether a cell of an upper row stands for several columns: it is merged with its neighbour, or there is none."""
    here = _at(cells, column)
    return here is None or _at(cells, column + 1) in (here, None) or _at(cells, column - 1) == here


def _is_over(upper: Cells, lower: Cells, wanted: Wanted) -> bool:
    """Whether a row holds headings of several columns above a row of headings, and is neither a title nor a unit."""
    texts = _texts(upper)
    wide = len(texts) == 1 and (_at(upper, 0) is not None)
    if not texts or wide or any(map(unit_line, texts)):
        return False
    return any(
        _is_heading_over(cell, column, upper, lower, wanted)
        for column, cell in enumerate(upper)
        if isinstance(cell, str)
    )


def _is_heading_over(cell: str, column: int, upper: Cells, lower: Cells, wanted: Wanted) -> bool:
    """Whether a cell is merged with its neighbours, a heading with nothing below, or says what those below are of."""
    if _at(lower, column) is None:
        return wanted.column(cell) is not None
    merged = cell in (_at(lower, column), _at(upper, column + 1), _at(upper, column - 1))
    return merged or (column > 0 and (is_group(cell) or says_planned(cell)))


def _is_under(upper: Cells, lower: Cells) -> bool:
    """Whether a row holds headings of parts: it has texts only, each below what stands for several columns."""
    parts = [column for column, cell in enumerate(lower) if not is_blank(cell) and cell != _at(upper, column)]
    return bool(parts) and all(
        isinstance(cell := lower[column], str)
        and (unit_in(cell) is not None or (not _DIGIT.search(cell) and _spans(upper, column)))
        for column in parts
    )


def _composed(rows: Grid) -> Iterator[str]:
    """The heading of each column: those of all rows, the upper ones first, each once."""
    width = max(map(len, rows))
    filled = [_filled(rows[place], rows[place + 1 :], width) for place in range(len(rows))]
    for column in range(width):
        parts = dict.fromkeys(" ".join(str(row[column]).split()) for row in filled if not is_blank(row[column]))
        yield BELOW.join(parts)


def _filled(cells: Cells, below: Grid, width: int) -> list[object]:
    """An upper row, each of its headings also above the parts to the right of it that have none of their own."""
    found: list[object] = [_at(cells, column) for column in range(width)]
    for column in range(1, width):
        parts = all(any(_at(row, each) is not None for row in below) for each in (column - 1, column))
        if found[column] is None and parts:
            found[column] = found[column - 1]
    return found


def _notes(beneath: Grid) -> tuple[str, ...]:
    """The lines below a table: rows at its end that hold no more than a text or two."""
    notes: list[str] = []
    for cells in reversed(beneath):
        texts = _texts(cells)
        if len(texts) > _MOST_NOTES or any(not isinstance(cell, str) and not is_blank(cell) for cell in cells):
            break
        notes += texts
    return tuple(reversed(notes))


def _headings(grid: Grid, top: int, bottom: int, wanted: Wanted, notes: Collection[str] = ()) -> tuple[str, ...]:
    """A heading for each column, no two the same: a bracket tells those apart that are."""
    composed = list(_composed(grid[top : bottom + 1]))
    while composed and not composed[-1]:
        composed.pop()
    many = len(composed)
    if many > _MOST_COLUMNS:
        raise InvalidValue.at(
            code="too-many-columns",
            vi=f"bảng có {number_in('vi', many)} cột, nhiều hơn {number_in('vi', _MOST_COLUMNS)}; "
            "hãy xóa các cột không cần",
            en=f"the table has {number_in('en', many)} columns, more than {number_in('en', _MOST_COLUMNS)}; "
            "delete those that are not needed",
        )
    seen: set[str] = set()
    for number, (heading, unit) in enumerate(zip(composed, _units(composed, grid, top, wanted, notes), strict=True), 1):
        text = f"{heading} ({unit})" if unit else heading
        composed[number - 1] = text if text and text not in seen else f"{text} [{number}]".strip()
        seen.add(composed[number - 1])
    return tuple(composed)


def _units(headings: Sequence[str], grid: Grid, top: int, wanted: Wanted, notes: Iterable[str]) -> Iterator[str]:
    """The unit that stands above a heading, or once above or below the table, for those that take one and name none."""
    lines = grid[max(0, top - HEADINGS_WITHIN) : top]
    texts = [*(text for cells in lines for text in _texts(cells)), *notes]
    stated = _different(unit for text in texts if not wanted.leaves_out(text) and (unit := stated_in(text)) is not None)
    for column, heading in enumerate(headings):
        name = wanted.column(heading)
        if name is None or not takes_units(name) or says_its_unit(heading, name):
            yield ""
            continue
        over = [str(cell) for cells in lines if isinstance(cell := _at(cells, column), str) and unit_in(cell)]
        said = over[-1:] or [each for each in stated if name.startswith(FUNDING) or not speaks_of_money(each)]
        yield ", ".join(said)


def _different(stated: Iterable[str]) -> list[str]:
    """Units without those that are others in other words."""
    found = {unit_in(each) or each: each for each in stated}
    return list(found.values())


# --- what is beneath ---


def _line(cells: Cells, texts: Iterable[str]) -> str | None:
    """The one thing that a row says beside the number of a group."""
    named = [each for each in texts if not _OF_A_GROUP.fullmatch(each)]
    others = any(not isinstance(cell, (str, int)) and not is_blank(cell) for cell in cells)
    return named[0] if len(named) == 1 and not others else None


def _footer(rows: Grid) -> int:
    """Where what stands below a table begins: rows without a digit, the first of which is of those that sign."""
    start = found = len(rows)
    while start and _is_loose(rows[start - 1]):
        start -= 1
        if any(map(_SIGNED.match, _texts(rows[start]))):
            found = start
    return found


def _is_loose(cells: Cells) -> bool:
    """Whether a row holds nothing that a record needs: no number, no day, and no digit but in a place and day."""
    return all(
        is_blank(cell) or (isinstance(cell, str) and (not _DIGIT.search(cell) or _SIGNED.match(cell) is not None))
        for cell in cells
    )


class _Body:
    """Reads the rows beneath the headings: other tables, and lines that say something of the rows after them."""

    def __init__(self, wanted: Wanted, headings: tuple[str, ...], doubt: Doubt | None) -> None:
        self.wanted, self.headings, self.doubt = wanted, headings, doubt
        self.doubtful: list[str] = []
        self._own = Places.own(headings)
        self._columns = self._read_of(headings)
        self._read_at = [self.headings.index(heading) for heading in self._columns.values()]
        self._places: Places | None = self._own

    def nothing(self) -> Row:
        """Give a row that holds no data."""
        return Row(self._own, [None] * self._own.width)

    def rows(self, grid: Grid, marked: Mapping[int, Doubt]) -> Iterator[Row]:
        """Give a row for each, whatever it is."""
        skip = 0
        line: Doubt | None = None
        for number, cells in enumerate(grid):
            if skip:
                skip -= 1
                yield self.nothing()
                continue
            texts = _texts(cells)
            if self._is_heading(cells, texts):
                skip = self._begin(grid, number)
                line = None
                yield self.nothing()
                continue
            said = _line(cells, texts)
            if said is not None and (" " in said or not self._holds_data(cells)):  # merged over all columns, perhaps
                line = self._doubt_of(said)
                if line is not None and all(isinstance(cell, str) or is_blank(cell) for cell in cells):
                    yield self.nothing()
                    continue
            other = None if self._places is not None else Doubt(Fault.OTHER_TABLE)
            yield Row(self._places or self._own, cells, marked.get(number) or other or line or self.doubt)

    def _doubt_of(self, line: str) -> Doubt | None:
        """Give why rows below a line are not read: it says that they are planned or cancelled, or in another unit."""
        if stated_in(line) is not None:
            return Doubt(Fault.OTHER_UNIT, line)
        if not self.wanted.is_doubtful(line):
            return None
        self.doubtful.append(line)
        return Doubt(Fault.DOUBTFUL_LINE, line)

    def _holds_data(self, cells: Cells) -> bool:
        return any(_at(cells, place) is not None for place in self._read_at)

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
        _, bottom = _extended(grid, number, self.wanted)
        headings = _headings(grid, number, bottom, self.wanted)
        self._places = self._as_ours(headings)
        return bottom - number

    def _as_ours(self, headings: tuple[str, ...]) -> Places | None:
        """Where the cells of our headings stand under others; `None` unless both have the same columns."""
        columns = self._read_of(headings)
        if {*map(folded, columns.values())} != {*map(folded, self._columns.values())}:
            return None
        places = {folded(heading): place for place, heading in enumerate(headings)}
        return Places({heading: places.get(folded(heading)) for heading in self.headings}, len(headings))

    def _read_of(self, headings: Iterable[str]) -> Mapping[str, str]:
        """The heading of each column that is read."""
        found: dict[str, str] = {}
        for heading in headings:
            name = self.wanted.column(heading)
            if name is not None:
                found.setdefault(name, heading)
        return found
