"""Read the cells of a sheet of an .xlsx workbook as they are seen.

Its merged ranges and its hidden and struck rows are read as well.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import IO, Any, final
from xml.etree.ElementTree import iterparse

from attrs import define, field, frozen
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.utils.escape import unescape

from nsc_program.errors import InvalidValue
from nsc_program.intake._cells.cells import Formula, NotShown
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake.files._books import (
    LOWEST,
    MOST_CELLS,
    NARROWEST,
    Area,
    cells_in,
    letters_of,
    refuse_vast,
)
from nsc_program.intake.files._packed import InLargePieces
from nsc_program.intake.files._pages import lines_of_a_page
from nsc_program.intake.files._seen import as_seen
from nsc_program.intake.files._seen_digits import as_held
from nsc_program.intake.files._tips import tip
from nsc_program.intake.files._xlsx_package import (
    FORMULA,
    INLINE,
    KEPT,
    VALUE,
    Listed,
    Package,
    StruckText,
    text_of,
)
from nsc_program.intake.files._xlsx_parts import MAIN, YES

_ROW, _MERGED, _FORMAT, _COLUMN, _VIEW = (
    f"{MAIN}{tag}" for tag in ("row", "mergeCell", "sheetFormatPr", "col", "sheetView")
)
_LINK, _RULE = f"{MAIN}hyperlink", "}dataValidation"
"""A rule about what may be typed is an element of any version of these workbooks."""
_OF_A_PAGE = frozenset(
    f"{MAIN}{which}{part}" for which in ("odd", "even", "first") for part in ("Header", "Footer")
)
_FEW_PLACES, _PLACES_A_BYTE = 400_000, 8
_LEAST_WIDTH = 8
_ENDS = (1, 1, 2**14, 2**20)
"""The first column and row, and the last ones, of a sheet."""
_of_iso: Any = from_ISO8601
_boundaries = lru_cache(maxsize=2**10)(range_boundaries)


@final
@frozen
class SheetCells:
    """The cells of a sheet as they are seen.

    Attributes:
        rows: the cells, row by row; all blank rows are the same list.
        merged: the ranges of merged cells.
        hidden: the numbers, from 1, of the hidden rows.
        struck: the numbers of the rows in which anything is struck through.
        holds_anything: whether there is a cell other than a blank first one.
        hidden_columns: the first and the last of each run of hidden columns, counted from 0.
        page: the texts at the top and the bottom of a printed page.
        tips: the texts that appear at a cell.
    """

    rows: list[list[object]]
    merged: Sequence[Area]
    hidden: frozenset[int]
    struck: frozenset[int]
    holds_anything: bool
    hidden_columns: Sequence[tuple[int, int]] = ()
    page: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()


def cells_of(package: Package, sheet: Listed) -> SheetCells:
    """Read the cells of a sheet.

    Args:
        package: the open workbook.
        sheet: the sheet, as the workbook lists it.

    Raises:
        InvalidValue: if the sheet has more cells than can be held, or than a file of its size can
            fill.
    """
    reading = _Reading(package)
    with package.parts.packed.open(sheet.part) as file:
        reading.read(file)
    return reading.seen(sheet.name)


@final
@define
class _Reading:
    """The cells of one sheet while it is parsed.

    Attributes:
        package: the open workbook.
        rows: the cells of each row that has any, by the numbers of the row and of the column.
        merged: the ranges of merged cells, in their order.
        hidden: the rows that are hidden by themselves.
        shown: the rows that are shown, even if all others are hidden.
        struck: the rows in which anything is struck through.
        hidden_columns: the first and the last of each run of hidden columns, counted from 0.
        page: the texts at the top and the bottom of a printed page, without repeats.
        tips: the texts that appear at a cell, without repeats.
        all_hidden: whether the rows that do not say otherwise are hidden.
        hides_zeros: whether a cell looks blank whose number is 0.
        row: the number of the last row.
        cells: the number of cells.
    """

    package: Package
    rows: dict[int, dict[int, object]] = field(factory=dict)
    merged: dict[Area, None] = field(factory=dict)
    hidden: set[int] = field(factory=set)
    shown: set[int] = field(factory=set)
    struck: set[int] = field(factory=set)
    hidden_columns: list[tuple[int, int]] = field(factory=list)
    page: dict[str, None] = field(factory=dict)
    tips: dict[str, None] = field(factory=dict)
    all_hidden: bool = False
    hides_zeros: bool = False
    row: int = 0
    cells: int = 0

    def read(self, file: IO[bytes]) -> None:
        """Parse the part of a sheet."""
        for _, element in iterparse(InLargePieces(file)):  # noqa: S314  # declarations were rejected before
            if element.tag not in KEPT:
                self._take(element)
                element.clear()

    def _take(self, element: Any) -> None:  # noqa: ANN401  # from a library without types
        """Take an element that ends."""
        tag = element.tag
        if tag == _ROW:
            self._read_row(element)
        elif tag == _MERGED:
            self._read_merged(element)
        elif tag == _COLUMN:
            self._read_column(element)
        elif tag in _OF_A_PAGE:
            self.page.update(dict.fromkeys(lines_of_a_page(element.text or "")))
        elif tag == _FORMAT:
            self.all_hidden = element.get("zeroHeight") in YES
        elif tag == _VIEW:
            self.hides_zeros |= element.get("showZeros", "1") not in YES
        elif tag == _LINK:
            self._add_tip(element.get("tooltip", ""))
        elif tag.endswith(_RULE) and element.get("showInputMessage") in YES:
            self._add_tip(element.get("promptTitle", ""), element.get("prompt", ""))

    def _add_tip(self, *parts: str) -> None:
        """Add a tip that is not blank."""
        text = tip(*map(unescape, parts))
        if text:
            self.package.letters.pay(len(text))
            self.tips[text] = None

    def _read_row(self, row: Any) -> None:  # noqa: ANN401
        """Read a row: whether it is hidden, and its cells."""
        number = row.get("r")
        self.row = self.row + 1 if number is None else int(float(number))
        if not row.attrib.keys() <= {"r", "spans"}:
            (self.hidden if _is_hidden(row) else self.shown).add(self.row)
        column = 0
        for cell in row:
            at, column = self._place_of(cell, column)
            self._count(1)
            self._read_cell(cell, at, column)

    def _place_of(self, cell: Any, last: int) -> tuple[int, int]:  # noqa: ANN401
        """Return the row and the column of a cell that follows the last one."""
        place = cell.get("r")
        row, column = (self.row, last + 1) if place is None else coordinate_to_tuple(place)
        if row < 1:
            raise ValueError("a row before the first")
        return row, column

    def _read_cell(self, cell: Any, row: int, column: int) -> None:  # noqa: ANN401
        """Read a cell, and note whether anything in it is struck through."""
        style = int(cell.get("s") or 0)
        value, is_there = self._value(cell, style)
        if isinstance(value, StruckText):
            self.struck.add(row)
            value = str(value)
        elif is_there and self.package.styles.strike(style, value):
            self.struck.add(row)
        self.rows.setdefault(row, {})[column] = value

    def _read_column(self, column: Any) -> None:  # noqa: ANN401
        """Note a run of columns that are hidden or too narrow to see."""
        width = float(column.get("width") or NARROWEST + 1)
        if column.get("hidden") in YES or width <= NARROWEST:
            self.hidden_columns.append((int(column.get("min")) - 1, int(column.get("max")) - 1))

    def _read_merged(self, merged: Any) -> None:  # noqa: ANN401
        """Read a merged range; an open end reaches to the last possible cell."""
        bounds = zip(_boundaries(merged.attrib["ref"]), _ENDS, strict=True)
        left, top, right, bottom = (bound or end for bound, end in bounds)
        area = top - 1, left - 1, bottom - 1, right - 1
        self._count(cells_in([area]))
        self.merged[area] = None

    def _count(self, cells: int) -> None:
        """Count cells.

        Raises:
            InvalidValue: beyond the number of cells that can be held.
        """
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise _too_many_cells()

    def _value(self, cell: Any, style: int) -> tuple[object, bool]:  # noqa: ANN401
        """Return a cell as it is seen, and whether it holds anything."""
        kind = cell.get("t", "n")
        text = None if kind == "inlineStr" else (cell.findtext(VALUE) or None)
        formula = cell.find(FORMULA)
        if formula is not None and text is None:
            return (None if kind == "str" else Formula(f"={formula.text or ''}")), True
        value = _inline(cell) if kind == "inlineStr" else self._typed(text, kind, style)
        self.package.letters.pay(letters_of(value))
        return self._seen(value, style), value is not None or formula is not None

    def _seen(self, value: object, style: int) -> object:
        """Return a value as its style shows it; a text that is struck in part stays as it is."""
        if isinstance(value, StruckText):
            return value
        return as_seen(value, self.package.styles.formats[style])

    def _typed(self, text: str | None, kind: str, style: int) -> object:
        """Return the value of a cell, as its type says; `None` without a text."""
        if text is None:
            return None
        match kind:
            case "n":
                return self._number(text, style)
            case "s":
                return self.package.texts[int(text)]
            case "b":
                return bool(int(text))
            case "d":
                return _of_iso(text)
        return unescape(text)

    def _number(self, text: str, style: int) -> object:
        """Return a number, or the moment that it shows in its style."""
        number = as_held(float(text)) if set(text) & {".", "E", "e"} else int(text)
        if number == 0 and self.hides_zeros:
            return NotShown()
        return self._moment(number, style) if style in self.package.styles.days else number

    def _moment(self, number: float, style: int) -> object:
        """Return the moment that a number shows, or the error text that Excel shows."""
        is_duration = style in self.package.styles.times
        try:
            return from_excel(number, self.package.zero_day, timedelta=is_duration)
        except (OverflowError, ValueError):
            return "#VALUE!"

    def seen(self, name: str) -> SheetCells:
        """Return the cells in rows of one length.

        Args:
            name: the name of the sheet, for the error.

        Raises:
            InvalidValue: if the cells reach further than a file of this size can fill.
        """
        last, width = self._last_row(), self._last_column()
        self._refuse_vast(name, last, width)
        rows = self._grid(last, width)
        places = last * width
        return SheetCells(
            rows,
            tuple(self.merged),
            frozenset(self._hidden_rows(last)),
            frozenset(self.struck),
            places > 1 or (places == 1 and rows[0][0] is not None),
            self.hidden_columns,
            tuple(self.page),
            tuple(self.tips),
        )

    def _last_row(self) -> int:
        """Return the number of the last row in use; 0 without one."""
        return max((*self.rows, *(bottom + 1 for _, _, bottom, _ in self.merged)), default=0)

    def _last_column(self) -> int:
        """Return the number of the last column in use; 0 without one."""
        columns = map(max, self.rows.values())
        return max((*columns, *(right + 1 for _, _, _, right in self.merged)), default=0)

    def _grid(self, last: int, width: int) -> list[list[object]]:
        """Return the rows up to the last one; all blank rows are the same list."""
        blank: list[object] = [None] * width
        rows = [blank] * last
        for number, cells in self.rows.items():
            row = blank.copy()
            rows[number - 1] = row
            for column, value in cells.items():
                row[column - 1] = value
        return rows

    def _hidden_rows(self, last: int) -> Iterator[int]:
        """Yield the hidden rows up to the last one in use."""
        for row in range(1, last + 1):
            if row in self.hidden or (self.all_hidden and row not in self.shown):
                yield row

    def _refuse_vast(self, name: str, rows: int, columns: int) -> None:
        """Raise an error for cells that reach further than a file of this size can fill."""
        refuse_vast(name, rows, columns, get_column_letter)
        most = min(MOST_CELLS, _PLACES_A_BYTE * self.package.size + _FEW_PLACES)
        refuse_vast(name, rows, columns, get_column_letter, most=most, narrowest=_LEAST_WIDTH)


def _is_hidden(row: Any) -> bool:  # noqa: ANN401
    """Tell whether a row is hidden, or too low to see."""
    return row.get("hidden") in YES or float(row.get("ht") or LOWEST + 1) <= LOWEST


def _inline(cell: Any) -> str | None:  # noqa: ANN401
    """Return the text that a cell holds itself; `None` if it does not hold one."""
    text = cell.find(INLINE)
    return None if text is None else text_of(text)


def _too_many_cells() -> InvalidValue:
    """Return the error for a workbook with more cells than can be held."""
    return InvalidValue.at(
        code="too-many-cells",
        vi=f"tệp có hơn {number_in('vi', MOST_CELLS)} ô, kể cả ô gộp; hãy chia nhỏ tệp, "
        "hoặc lưu thành .csv",
        en=f"it has more than {MOST_CELLS:,} cells, merged ones included; split it, "
        "or save it as .csv",
    )
