"""Build hostile workbooks, whose size is that of the zipped file and not of the unpacked parts."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeAlias
from zlib import crc32

import xlwt
from hostile_ways import Kind, old_workbook, open_workbook, workbook

Parts: TypeAlias = Mapping[str, str]
"""The parts of a workbook that differ from a plain workbook, by their names."""
Item: TypeAlias = Callable[[int], str]

SHEET, STYLES, TEXTS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"
_ASIDE = "docProps/app.xml"
_BOOK, _RELATED = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KNOWN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEADINGS = ("Mã", "MST", "Bắt đầu", "Kết thúc")


def text(words: str, style: int = 0) -> str:
    """Return a cell with a text."""
    return f'<c t="inlineStr" s="{style}"><is><t>{words}</t></is></c>'


_HEAD = f"<row>{''.join(map(text, HEADINGS))}</row>"


def sheet(rows: str, before: str = "", after: str = "", head: str = _HEAD) -> str:
    """Return a sheet: rows below headings, and the parts before and after them."""
    data = f"<sheetData>{head}{rows}</sheetData>"
    return f"<worksheet {_MAIN} {_LINKS}>{before}{data}{after}</worksheet>"


def styles(fonts: str = "<font/>", formats: str = "", cells: str = "<xf/>", more: str = "") -> str:
    """Return the styles of a workbook."""
    return (
        f"<styleSheet {_MAIN}><numFmts>{formats}</numFmts><fonts>{fonts}</fonts>"
        "<fills><fill><patternFill/></fill></fills><borders><border/></borders>"
        "<cellStyleXfs><xf/></cellStyleXfs>"
        f"<cellXfs>{cells}</cellXfs>{more}</styleSheet>"
    )


def book(sheets: str = '<sheet name="S1" sheetId="1" r:id="rId1"/>', more: str = "") -> str:
    """Return the part that lists the sheets."""
    return f"<workbook {_MAIN} {_LINKS}><sheets>{sheets}</sheets>{more}</workbook>"


def related(more: str = "") -> str:
    """Return the part that locates the other parts."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OF}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OF}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OF}/sharedStrings" Target="sharedStrings.xml"/>'
        f"{more}</Relationships>"
    )


_PLAIN: Parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/{_BOOK}" ContentType="{_KNOWN}.sheet.main+xml"/>'
    f'<Override PartName="/{SHEET}" ContentType="{_KNOWN}.worksheet+xml"/>'
    f'<Override PartName="/{STYLES}" ContentType="{_KNOWN}.styles+xml"/>'
    f'<Override PartName="/{TEXTS}" ContentType="{_KNOWN}.sharedStrings+xml"/></Types>',
    "_rels/.rels": "<Relationships"
    ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OF}/officeDocument" Target="{_BOOK}"/></Relationships>',
    _BOOK: book(),
    _RELATED: related(),
    STYLES: styles(),
    TEXTS: f"<sst {_MAIN}/>",
    SHEET: sheet(""),
}


def zipped(parts: Parts) -> bytes:
    """Return a workbook as a zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_PLAIN, **parts}.items():
            archive.writestr(name, content)
    return file.getvalue()


def _sized(parts: Callable[[int], Parts], size: int) -> bytes:
    """Return a workbook with enough items to be about `size` bytes longer than an empty one."""
    empty, many = zipped(parts(0)), 50
    if not size:
        return empty
    packed = zipped(parts(many))
    for _ in range(6):
        length = len(packed) - len(empty)
        if 0.9 * size < length < 1.1 * size:
            break
        many = max(1, int(many * min(40.0, size / max(1, length))))
        packed = zipped(parts(many))
    return packed


def items(item: Item, many: int) -> str:
    """Return a number of items as one text."""
    return "".join(map(item, range(many)))


def mixed(number: int) -> int:
    """Return a pseudorandom number, the same each time; a workbook of them compresses badly."""
    return crc32(number.to_bytes(8, "little"))


def _cells(item: Item) -> Callable[[int], Parts]:
    """Build sheets of items below the headings."""
    return lambda many: {SHEET: sheet(items(item, many))}


def _after(before: str, item: Item, after: str) -> Callable[[int], Parts]:
    """Build sheets of items after a record."""
    return lambda many: {SHEET: sheet(_record(1), after=f"{before}{items(item, many)}{after}")}


def _listed(before: str, item: Item, after: str) -> Callable[[int], Parts]:
    """Build workbooks with items in the part that lists the sheets."""
    return lambda many: {_BOOK: book(more=f"{before}{items(item, many)}{after}")}


def _styled(item: Item, where: str) -> Callable[[int], Parts]:
    """Build workbooks with items among the styles."""
    return lambda many: {STYLES: styles(**{where: items(item, many)})}


def _format(code: Item) -> Callable[[int], Parts]:
    """Build workbooks with one long number format, and many cells that have it."""
    cell = '<row><c s="1"><v>1.5</v></c></row>'
    return lambda many: {
        STYLES: styles(
            formats=f'<numFmt numFmtId="200" formatCode="{code(many)}"/>',
            cells='<xf/><xf numFmtId="200"/>',
        ),
        SHEET: sheet(cell * min(many, 9_000)),
        _ASIDE: items(lambda n: f"{mixed(n)}", many // 9),
    }


def _reaching(rows: str, after: str = "") -> Callable[[int], Parts]:
    """Build sheets that reach far in a few bytes, with an unrelated part of the needed size."""
    return lambda many: {
        SHEET: sheet(rows if many else "", after=after if many else ""),
        _ASIDE: items(lambda n: f"{mixed(n)}", many),
    }


def _record(number: int) -> str:
    cells = (f"s{number}", f"K{mixed(number):x}", "05/01/2024", "30/06/2024")
    return f"<row>{''.join(map(text, cells))}</row>"


def _wrong(number: int) -> str:
    cells = (f"s{number}", f"?;{mixed(number):x}", "5/1/24", f"31/06/{mixed(number) % 10**4}")
    return f"<row>{''.join(map(text, cells))}</row>"


def _sheets(many: int) -> Parts:
    """Return a workbook of many sheets that are the same part."""
    numbers = range(10, many + 10)
    same = f'Type="{_OF}/worksheet" Target="worksheets/sheet1.xml"'
    return {
        SHEET: sheet(items(_record, 500)),
        _BOOK: _listing(numbers),
        _RELATED: related("".join(f'<Relationship Id="rId{n}" {same}/>' for n in numbers)),
    }


def _listing(numbers: Iterable[int]) -> str:
    """Return the part that lists the first sheet, and more sheets by their numbers."""
    more = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    return book(f'<sheet name="S1" sheetId="1" r:id="rId1"/>{more}')


def _own_sheets(many: int) -> Parts:
    """Return a workbook of many sheets with parts of their own."""
    numbers = range(10, many + 10)
    kind = f'Type="{_OF}/worksheet"'
    relationships = [
        f'<Relationship Id="rId{n}" {kind} Target="worksheets/s{n}.xml"/>' for n in numbers
    ]
    return {
        _BOOK: _listing(numbers),
        _RELATED: related("".join(relationships)),
        **{f"xl/worksheets/s{n}.xml": sheet("") for n in numbers},
    }


def _wide(many: int) -> Parts:
    """Return a sheet of very many headings, and rows of one cell."""
    more = items(lambda n: text(f"h{n}"), min(many, 990))
    return {
        SHEET: sheet(
            items(lambda n: f"<row><c><v>{mixed(n) % 100}</v></c></row>", many),
            head=f"<row>{''.join(map(text, HEADINGS))}{more}</row>",
        )
    }


def _shared_text(many: int) -> Parts:
    """Return a workbook with one long text that many cells refer to."""
    return {
        TEXTS: f"<sst {_MAIN}><si><t>{items(lambda n: f'{mixed(n):x} ', many)}</t></si></sst>",
        SHEET: sheet('<row><c t="s"><v>0</v></c></row>' * many),
    }


def _formats_used(many: int) -> Parts:
    """Return a workbook with a number format for each cell."""
    return {
        STYLES: styles(
            formats=items(lambda n: f'<numFmt numFmtId="{n + 200}" formatCode="0{n}"/>', many),
            cells=items(lambda n: f'<xf numFmtId="{n + 200}"/>', many),
        ),
        SHEET: sheet(items(lambda n: f'<row><c s="{n}"><v>1</v></c></row>', many)),
    }


def _dates(number: Item) -> Callable[[int], Parts]:
    return lambda many: {
        STYLES: styles(cells='<xf/><xf numFmtId="14"/>'),
        SHEET: sheet(items(lambda n: f'<row><c s="1"><v>{number(n)}</v></c></row>', many)),
    }


def _formula(number: int) -> str:
    place = f'r="A{number + 2}"'
    return f'<row><c {place}><f t="shared" si="0">{"+".join(["A1"] * 50)}</f></c></row>'


def _merged(number: int) -> str:
    first = mixed(number) % 20_000 + 3
    return f'<mergeCell ref="A{first}:D{first + 2}"/>'


def _packed_well(where: str, item: str) -> Callable[[int], Parts]:
    """Nearly as many elements as a file of its size may have, beside bytes that pack badly."""

    def parts(many: int) -> Parts:
        elements = item * (100_000 + 12 * many if many else 0)
        aside = {_ASIDE: items(lambda n: f"{mixed(n)}", many)}
        if where == TEXTS:
            return {TEXTS: f"<sst {_MAIN}>{elements}</sst>", **aside}
        before, after = (
            (f"<cols>{elements}</cols>", "")
            if where == "before"
            else ("", f"<mergeCells>{elements}</mergeCells>")
        )
        return {SHEET: sheet(_record(1), before=before, after=after), **aside}

    return parts


_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
_UNDONE = "chưa nghiệm thu "


def _open_row(cells: Iterable[str], times: int = 1) -> str:
    """Write a row of an .ods workbook, repeated."""
    texts = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{each}</text:p></table:table-cell>'
        for each in cells
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{texts}</table:table-row>'


def _open_book(size: int, *, letters: int, cells: int) -> bytes:
    """Make an .ods workbook of one row, repeated: nearly as many characters as it may have."""
    times = min(9_000, (1_200_000 + 18 * size) // (letters * cells)) if size else 1
    row = _open_row([(_UNDONE * letters)[:letters]] * cells, times)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:body><office:spreadsheet>"
            f'<table:table table:name="S1">{_open_row(HEADINGS)}{row}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        packed.writestr("aside", items(lambda n: f"{mixed(n)}", size * 2 // 9))
    return held.getvalue()


def _old_book(size: int, *, letters: int) -> bytes:
    """Make an .xls workbook of one text in many rows."""
    made = xlwt.Workbook()
    of_rows = made.add_sheet("S1")
    for row, cells in enumerate([HEADINGS, *[((_UNDONE * letters)[:letters],)] * (size // 40)]):
        for column, words in enumerate(cells):
            of_rows.write(row, column, words)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


_RULE = '<cfRule type="expression" priority="1"><formula>1</formula></cfRule>'

KINDS: dict[str, Kind] = {
    f"workbook: {name}": Kind(partial(_sized, parts), workbook)
    for name, parts in {
        "records": _cells(_record),
        "rows that are wrong": _cells(_wrong),
        "numbers": _cells(lambda n: f"<row><c><v>{mixed(n)}</v></c></row>"),
        "numbers that are all the same": _cells(lambda _: "<c><v>1</v></c>"),
        "wide rows": _cells(lambda _: "<row>" + "<c><v>1</v></c>" * 100 + "</row>"),
        "empty rows": _cells(lambda _: "<row/>"),
        "gaps between rows": _cells(lambda n: f'<row r="{n * 37 + 2}"><c><v>1</v></c></row>'),
        "a stray cell": _reaching('<row r="700000"><c r="D700000"><v>1</v></c></row>'),
        "a stray cell in one column": _reaching('<row r="70000"><c><v>1</v></c></row>'),
        "many headings and short rows": _wide,
        "other elements": _cells(lambda _: "<x/>"),
        "as many elements as may be": _reaching("<x/>" * 150_000),
        "as many rows as may be": _reaching("<row/>" * 60_000),
        "as many bytes as may be": _reaching(" " * 20_000_000),
        "deep elements": lambda many: {SHEET: sheet("<x>" * many + "</x>" * many)},
        "long attributes": lambda many: {SHEET: sheet(f'<row spans="{"1:2 " * many}"/>')},
        "one long text": lambda many: {SHEET: sheet(f"<row>{text('a' * 1000 * many)}</row>")},
        "shared texts": lambda many: {TEXTS: f"<sst {_MAIN}>{'<si><t/></si>' * many}</sst>"},
        "one text in many pieces": lambda many: {
            TEXTS: f"<sst {_MAIN}><si>{'<r><t>a</t></r>' * many}</si></sst>"
        },
        "a long text in many cells": _shared_text,
        "fonts": _styled(lambda _: "<font/>", "fonts"),
        "styles of cells": _styled(lambda _: "<xf/>", "cells"),
        "styles that differ": _styled(lambda n: f'<xf numFmtId="{n}"/>', "cells"),
        "formats": _formats_used,
        "a format of many parts": _format(lambda many: "0;" * 10 * many),
        "a format of brackets": _format(lambda many: "[a]" * min(many, 80) + "&quot;"),
        "a format of many brackets": _format(lambda many: "0" + "[" * 100 * many),
        "a format of many digits": _format(lambda many: "0" * 1000 * many),
        "a format of many per cent signs": _format(lambda many: "0" + "%" * 100 * many),
        "merged ranges": _after("<mergeCells>", _merged, "</mergeCells>"),
        "merged ranges that are one": _after(
            "<mergeCells>", lambda _: '<mergeCell ref="A3:D4"/>', "</mergeCells>"
        ),
        "a vast merged range": _reaching(
            "", '<mergeCells><mergeCell ref="A3:D700000"/></mergeCells>'
        ),
        "conditional formats": _after(
            "", lambda n: f'<conditionalFormatting sqref="A{n}">{_RULE}</conditionalFormatting>', ""
        ),
        "hyperlinks": _after(
            "<hyperlinks>", lambda _: '<hyperlink ref="A3:Z20000" location="A1"/>', "</hyperlinks>"
        ),
        "columns": lambda many: {
            SHEET: sheet("", before="<cols>" + '<col min="1" max="16384"/>' * many + "</cols>")
        },
        "as many hidden columns as may be": _packed_well(
            "before", '<col min="1" max="9" hidden="1"/>'
        ),
        "as many empty texts as may be": _packed_well(TEXTS, "<si/>"),
        "as many equal merged ranges as may be": _packed_well("after", '<mergeCell ref="A3:B4"/>'),
        "names": _listed(
            "<definedNames>", lambda n: f'<definedName name="n{n}"/>', "</definedNames>"
        ),
        "sheets that are one": _sheets,
        "sheets": _own_sheets,
        "formulas": _cells(_formula),
        "dates": _dates(lambda n: f"{mixed(n) % 60_000}"),
        "dates out of range": _dates(lambda n: f"{mixed(n)}e{n % 300}"),
        "hidden rows": _cells(lambda n: f'<row hidden="1"><c><v>{mixed(n)}</v></c></row>'),
    }.items()
}
for _letters, _cells_ in ((90, 4), (600, 2), (9_600, 1), (90_000, 1)):
    KINDS[f"workbook: .ods, {_cells_} x {_letters} characters repeated"] = Kind(
        partial(_open_book, letters=_letters, cells=_cells_), open_workbook
    )
for _letters in (60, 900, 9_600):
    KINDS[f"workbook: .xls, {_letters} characters in many rows"] = Kind(
        partial(_old_book, letters=_letters), old_workbook
    )
