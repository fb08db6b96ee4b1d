"""Sheets written as a workbook: every text as a text that does nothing, and of some cells what is said of them.

The cells are written as they come: a workbook of openpyxl's in memory takes a kilobyte for each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import IO, Any, TypeGuard, final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import frozen
from openpyxl.comments import Comment
from openpyxl.comments.shape_writer import ShapeWriter
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from nsc_program._validators import printable
from nsc_program.errors import InvalidValue
from nsc_program.intake._cells import DAMAGED, Padded, is_blank

_EXACT = 10**15  # whole numbers up to here survive a spreadsheet
_LONGEST = 32_000  # characters of a cell
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_YEAR = 1901  # of a spreadsheet's calendar, but for a day that never was
_MOST_ROWS, _MOST_COLUMNS = 2**20, 2**14  # of a spreadsheet
_MOST_COMMENTS = 1_000
"""Of more cells it is not said what is wrong: they are marked, and all is said on the list of problems."""

_AT_ONCE = 500  # rows

_PLAIN, _TEXT, _DAY, _MOMENT = range(4)
_BOLD, _WRONG = 4, 8
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KNOWN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'<styleSheet {_MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy-mm-dd h:mm:ss"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="3"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF4B6B6"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="12">'
    + "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" quotePrefix="{quoted}" '
        'applyNumberFormat="1" applyFont="1" applyFill="1"/>'
        for font, fill in ((0, 0), (1, 0), (0, 2))
        for number, quoted in ((0, 0), (0, 1), (164, 0), (165, 0))
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_WIDTHS = '<cols><col min="1" max="{}" width="24" customWidth="1"/></cols>'
_VIEW = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
    'state="frozen"/></sheetView></sheetViews>'
)


@final
@frozen
class SheetToWrite:
    """A sheet: its title, its rows, and what is said of some of its cells, by row and column from 1.

    A row that has few cells far apart is given as a mapping, by their columns.
    """

    title: str
    rows: Sequence[Sequence[object] | Mapping[int, object]]
    remarks: Mapping[tuple[int, int], str] = {}


def write_workbook(path: Path, sheets: Iterable[SheetToWrite]) -> None:
    """Write sheets, the cells that something is said of marked, with a comment; every text as a text.

    Raises:
        InvalidValue: for more rows or columns than a spreadsheet has.
    """
    held = list(sheets)
    for each in held:
        _refuse_vast(each)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as packed:
        texts: dict[str, int] = {}
        for number, each in enumerate(held, 1):
            with packed.open(f"xl/worksheets/sheet{number}.xml", "w") as part:
                _write_sheet(part, each, texts)
            if each.remarks:
                _write_comments(packed, number, each)
        packed.writestr("xl/sharedStrings.xml", _texts_written(texts))
        packed.writestr("xl/styles.xml", _STYLES)
        for name, content in _listing(held):
            packed.writestr(name, content)


def _refuse_vast(sheet: SheetToWrite) -> None:
    rows, columns = len(sheet.rows), max(map(_width, sheet.rows), default=0)
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        raise InvalidValue.at(
            code="too-much-to-write",
            vi=f"có {rows:,} dòng và {columns:,} cột cần ghi, hơn mức một trang tính chứa được; hãy chia nhỏ tệp nguồn",
            en=f"there are {rows:,} rows and {columns:,} columns to write, more than a sheet has; split the source",
        )


def _width(cells: Sequence[object] | Mapping[int, object]) -> int:
    return max(cells, default=0) if isinstance(cells, Mapping) else len(cells)


def _write_sheet(part: IO[bytes], sheet: SheetToWrite, texts: dict[str, int]) -> None:
    width = max(map(_width, sheet.rows[:1]), default=0) or 1
    part.write(f"<worksheet {_MAIN} {_LINKS}>{_VIEW}{_WIDTHS.format(width)}<sheetData>".encode())
    marked: dict[int, set[int]] = {}
    for row, column in sheet.remarks:
        marked.setdefault(row, set()).add(column)
    rows = (_row(number, cells, marked.get(number, frozenset()), texts) for number, cells in enumerate(sheet.rows, 1))
    while many := "".join(islice(rows, _AT_ONCE)):
        part.write(many.encode())
    comments = '<legacyDrawing r:id="drawn"/>' if sheet.remarks else ""
    part.write(f"</sheetData>{comments}</worksheet>".encode())


def _row(
    number: int,
    cells: Sequence[object] | Mapping[int, object],
    wrong: AbstractSet[int],
    texts: dict[str, int],
) -> str:
    there = dict(cells) if isinstance(cells, Mapping) else dict(enumerate(cells, 1))
    for column in wrong:
        there.setdefault(column, None)
    plain = _BOLD if number == 1 else 0
    written = [
        _cell(column, number, value, _WRONG if column in wrong else plain, texts)
        for column, value in sorted(there.items(), key=_first)
    ]
    return f'<row r="{number}">{"".join(written)}</row>'


_serial: Any = to_excel
_first = itemgetter(0)
_letter = cache(get_column_letter)


def _cell(column: int, row: int, value: object, mark: int, texts: dict[str, int]) -> str:
    """Write a value so that it does nothing: a text that looks like a formula stays a text."""
    if isinstance(value, Padded):
        value = value.shown
    if type(value) is str and value in texts:  # most are there already
        return f'<c r="{_letter(column)}{row}" s="{_TEXT + mark}" t="s"><v>{texts[value]}</v></c>'
    if type(value) is not str:
        if _is_plain(value):
            return _plain_cell(f"{_letter(column)}{row}", value, mark)
        if isinstance(value, Fraction) and max(abs(value.numerator), value.denominator) < _EXACT:  # of a percentage
            return _plain_cell(f"{_letter(column)}{row}", float(value), mark)
    if is_blank(value):
        return f'<c r="{_letter(column)}{row}" s="{mark}"/>' if mark else ""
    text = _written(value)
    place = texts.setdefault(text, len(texts))
    return f'<c r="{_letter(column)}{row}" s="{_TEXT + mark}" t="s"><v>{place}</v></c>'


def _plain_cell(place: str, value: date | float, mark: int) -> str:
    if isinstance(value, bool):
        return f'<c r="{place}" s="{mark}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, date):
        style = _MOMENT if isinstance(value, datetime) else _DAY
        return f'<c r="{place}" s="{style + mark}"><v>{_serial(value)!r}</v></c>'
    return f'<c r="{place}" s="{mark}"><v>{value + 0!r}</v></c>'


def _written(value: object) -> str:
    try:
        text = str(value)[:_LONGEST]
    except Exception:  # noqa: BLE001  # an object raises what it likes, and a number of thousands of digits too
        text = DAMAGED
    return text if text.isprintable() else "".join(map(_inert, text))


def _inert(each: str) -> str:
    if each.isspace():
        return each if each == "\n" else " "
    return each if each.isprintable() else DAMAGED


def _is_plain(value: object) -> TypeGuard[date | float]:
    """Whether a spreadsheet keeps a value as it is."""
    if isinstance(value, date):
        return value.year >= _FIRST_YEAR and not (isinstance(value, datetime) and value.tzinfo)
    return isinstance(value, (int, float)) and abs(value) < _EXACT


def _texts_written(texts: Iterable[str]) -> str:
    written = (f'<si><t xml:space="preserve">{escape(_ESCAPED.sub("_x005F_", each))}</t></si>' for each in texts)
    return f"<sst {_MAIN}>{''.join(written)}</sst>"


def _write_comments(packed: ZipFile, number: int, sheet: SheetToWrite) -> None:
    """Write what is said of the first cells, and the boxes that it stands in."""
    first = sorted(sheet.remarks)[:_MOST_COMMENTS]
    said = [
        (f"{_letter(column)}{row}", Comment(printable(sheet.remarks[row, column]), "nsc-program"))
        for row, column in first
    ]
    written = (
        f'<comment ref="{place}" authorId="0"><text><t xml:space="preserve">{escape(each.text)}</t></text></comment>'
        for place, each in said
    )
    packed.writestr(
        f"xl/comments{number}.xml",
        f"<comments {_MAIN}><authors><author>nsc-program</author></authors>"
        f"<commentList>{''.join(written)}</commentList></comments>",
    )
    packed.writestr(f"xl/drawings/comments{number}.vml", ShapeWriter(said).write(None))
    parts = [
        ("comments", "comments", f"/xl/comments{number}.xml"),
        ("drawn", "vmlDrawing", f"/xl/drawings/comments{number}.vml"),
    ]
    packed.writestr(f"xl/worksheets/_rels/sheet{number}.xml.rels", _relations(parts))


def _listing(sheets: Sequence[SheetToWrite]) -> Iterator[tuple[str, str]]:
    """The parts that say which others there are."""
    numbers = range(1, len(sheets) + 1)
    types = [
        *((f"xl/worksheets/sheet{each}.xml", f"{_KNOWN}.worksheet+xml") for each in numbers),
        *((f"xl/comments{at}.xml", f"{_KNOWN}.comments+xml") for at, each in enumerate(sheets, 1) if each.remarks),
        ("xl/workbook.xml", f"{_KNOWN}.sheet.main+xml"),
        ("xl/styles.xml", f"{_KNOWN}.styles+xml"),
        ("xl/sharedStrings.xml", f"{_KNOWN}.sharedStrings+xml"),
    ]
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types)
        + "</Types>",
    )
    yield "_rels/.rels", _relations([("book", "officeDocument", "xl/workbook.xml")])
    parts = [(f"sheet{each}", "worksheet", f"worksheets/sheet{each}.xml") for each in numbers]
    more = [("styles", "styles", "styles.xml"), ("texts", "sharedStrings", "sharedStrings.xml")]
    yield "xl/_rels/workbook.xml.rels", _relations([*parts, *more])
    listed = "".join(
        f'<sheet name="{escape(each.title)}" sheetId="{at}" r:id="sheet{at}"/>' for at, each in enumerate(sheets, 1)
    )
    yield "xl/workbook.xml", f"<workbook {_MAIN} {_LINKS}><sheets>{listed}</sheets></workbook>"


def _relations(parts: Iterable[tuple[str, str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{name}" Type="{_OF}/{kind}" Target="{at}"/>' for name, kind, at in parts)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
