"""Read the cells of a sheet of an .xlsx workbook as they are seen.

Its merged ranges and its hidden and struck rows are read as well.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import IO, Any, final
from xml.etree.ElementTree import iterparse

from attrs import frozen
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.utils.escape import unescape

from nsc_program.errors import InvalidValue
from nsc_program.intake._books import (
    LOWEST,
    MOST_CELLS,
    NARROWEST,
    Area,
    letters_of,
    refuse_vast,
)
from nsc_program.intake._cells import Formula
from nsc_program.intake._labels import number_in
from nsc_program.intake._packed import InLargePieces
from nsc_program.intake._seen import as_seen
from nsc_program.intake._xlsx_package import (
    FORMULA,
    INLINE,
    KEPT,
    MAIN,
    VALUE,
    YES,
    Listed,
    Package,
    StruckText,
    text_of,
)

_ROW, _MERGED, _FORMAT, _COLUMN = (
    f"{MAIN}{tag}" for tag in ("row", "mergeCell", "sheetFormatPr", "col")
)
_FEW_PLACES, _PLACES_A_BYTE = 400_000, 8
_LEAST_WIDTH = 8
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
    """

    rows: list[list[object]]
    merged: Sequence[Area]
    hidden: frozenset[int]
    struck: frozenset[int]
    holds_anything: bool
    hidden_columns: Sequence[tuple[int, int]] = ()


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
    with package.packed.open(sheet.part) as file:
        reading.read(file)
    return reading.seen(sheet.name)


@final
class _Reading:
    """The cells of one sheet while it is parsed."""

    def __init__(self, package: Package) -> None:
        """Start with an empty sheet."""
        self._package, self._styles = package, package.styles
        self._rows: dict[int, dict[int, object]] = {}
        self._merged: dict[Area, None] = {}
        self._hidden: set[int] = set()
        self._shown: set[int] = set()
        self._struck: set[int] = set()
        self._hidden_columns: list[tuple[int, int]] = []
        self._all_hidden = False
        self._row = self._cells = 0

    def read(self, file: IO[bytes]) -> None:
        """Parse the part of a sheet."""
        for _, element in iterparse(InLargePieces(file)):  # noqa: S314  # declarations were rejected before
            tag = element.tag
            if tag in KEPT:
                continue
            if tag == _ROW:
                self._read_row(element)
            elif tag == _MERGED:
                self._read_merged(element)
            elif tag == _COLUMN:
                self._read_column(element)
            elif tag == _FORMAT:
                self._all_hidden = element.get("zeroHeight") in YES
            element.clear()

    def _read_row(self, row: Any) -> None:  # noqa: ANN401  # from a library without types
        """Read a row: whether it is hidden, and its cells."""
        number = row.get("r")
        self._row = self._row + 1 if number is None else int(float(number))
        if not row.attrib.keys() <= {"r", "spans"}:
            hidden = row.get("hidden") in YES or float(row.get("ht") or LOWEST + 1) <= LOWEST
            (self._hidden if hidden else self._shown).add(self._row)
        column = 0
        for cell in row:
            place = cell.get("r")
            at, column = (self._row, column + 1) if place is None else coordinate_to_tuple(place)
            if at < 1:
                raise ValueError("a row before the first")
            self._count(1)
            style = int(cell.get("s") or 0)
            value, is_there = self._value(cell, style)
            if (is_there and style in self._styles.struck) or isinstance(value, StruckText):
                self._struck.add(at)
            shown = str(value) if isinstance(value, StruckText) else value
            self._rows.setdefault(at, {})[column] = shown

    def _read_column(self, column: Any) -> None:  # noqa: ANN401
        """Note a run of columns that are hidden or too narrow to see."""
        if column.get("hidden") in YES or float(column.get("width") or NARROWEST + 1) <= NARROWEST:
            self._hidden_columns.append((int(column.get("min")) - 1, int(column.get("max")) - 1))

    def _read_merged(self, merged: Any) -> None:  # noqa: ANN401
        """Read a merged range; an open end reaches to the last possible cell."""
        most = (1, 1, 2**14, 2**20)
        left, top, right, bottom = (
            bound or default
            for bound, default in zip(_boundaries(merged.attrib["ref"]), most, strict=True)
        )
        self._count((right - left + 1) * (bottom - top + 1))
        self._merged[top - 1, left - 1, bottom - 1, right - 1] = None

    def _count(self, cells: int) -> None:
        """Count cells.

        Raises:
            InvalidValue: beyond the number of cells that can be held.
        """
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise InvalidValue.at(
                code="too-many-cells",
                vi=f"tệp có hơn {number_in('vi', MOST_CELLS)} ô, kể cả ô gộp; hãy chia nhỏ tệp, "
                "hoặc lưu thành .csv",
                en=f"it has more than {MOST_CELLS:,} cells, merged ones included; split it, "
                "or save it as .csv",
            )

    def _value(self, cell: Any, style: int) -> tuple[object, bool]:  # noqa: ANN401
        """Return a cell as it is seen, and whether it holds anything."""
        kind = cell.get("t", "n")
        text = None if kind == "inlineStr" else (cell.findtext(VALUE) or None)
        formula = cell.find(FORMULA)
        if formula is not None and text is None:
            return (None if kind == "str" else Formula(f"={formula.text or ''}")), True
        value: object = None
        if kind == "inlineStr":
            value = self._inline(cell)
        elif text is not None:
            value = self._typed(text, kind, style)
        self._package.letters.pay(letters_of(value))
        if isinstance(value, StruckText):
            return value, True
        return as_seen(value, self._styles.formats[style]), value is not None or formula is not None

    def _inline(self, cell: Any) -> str | None:  # noqa: ANN401
        """Return the text that a cell holds itself; `None` if it does not hold one."""
        text = cell.find(INLINE)
        return None if text is None else text_of(text)

    def _typed(self, text: str, kind: str, style: int) -> object:
        """Return the value of a cell, as its type says."""
        match kind:
            case "n":
                number = float(text) if set(text) & {".", "E", "e"} else int(text)
                return self._moment(number, style) if style in self._styles.days else number
            case "s":
                return self._package.texts[int(text)]
            case "b":
                return bool(int(text))
            case "d":
                return _of_iso(text)
        return unescape(text)

    def _moment(self, number: float, style: int) -> object:
        """Return the moment that a number shows, or the error text that Excel shows."""
        try:
            return from_excel(number, self._package.zero_day, timedelta=style in self._styles.times)
        except (OverflowError, ValueError):
            return "#VALUE!"

    def seen(self, name: str) -> SheetCells:
        """Return the cells in rows of one length.

        Args:
            name: the name of the sheet, for the error.

        Raises:
            InvalidValue: if the cells reach further than a file of this size can fill.
        """
        last = max((*self._rows, *(area[2] + 1 for area in self._merged)), default=0)
        width = max(
            (*map(max, self._rows.values()), *(area[3] + 1 for area in self._merged)), default=0
        )
        self._refuse_vast(name, last, width)
        blank: list[object] = [None] * width
        rows = [blank] * last
        for number, cells in self._rows.items():
            row: list[object] = [None] * width
            rows[number - 1] = row
            for column, value in cells.items():
                row[column - 1] = value
        places = range(1, last + 1)
        hidden = (
            place
            for place in places
            if place in self._hidden or (self._all_hidden and place not in self._shown)
        )
        return SheetCells(
            rows,
            tuple(self._merged),
            frozenset(hidden),
            frozenset(self._struck),
            last * width > 1 or (last * width == 1 and rows[0][0] is not None),
            self._hidden_columns,
        )

    def _refuse_vast(self, name: str, rows: int, columns: int) -> None:
        """Raise an error for cells that reach further than a file of this size can fill."""
        refuse_vast(name, rows, columns, get_column_letter)
        most = min(MOST_CELLS, _PLACES_A_BYTE * self._package.size + _FEW_PLACES)
        refuse_vast(name, rows, columns, get_column_letter, most=most, narrowest=_LEAST_WIDTH)
