"""Read the lists of an .xlsx workbook: its sheets, and the texts and styles that cells refer to.

All other parts stay packed, and no part is unpacked out of proportion to the size of the file.
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO, final
from xml.etree.ElementTree import iterparse
from zipfile import ZipFile

from attrs import field, frozen
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900
from openpyxl.utils.escape import unescape

from nsc_program.intake._books import Budget
from nsc_program.intake._packed import Bounds, InLargePieces
from nsc_program.intake._runs import Run, is_struck, joined

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CELL, VALUE, FORMULA, INLINE = (f"{MAIN}{tag}" for tag in ("c", "v", "f", "is"))
_TEXT, _RUN, _SHARED = (f"{MAIN}{tag}" for tag in ("t", "r", "si"))
_LOOK, _STRIKE, _RAISED = (f"{MAIN}{tag}" for tag in ("rPr", "strike", "vertAlign"))
KEPT = frozenset({CELL, VALUE, FORMULA, INLINE, _TEXT, _RUN, _LOOK, _STRIKE, _RAISED})
"""Elements that are read with their parent; all others are dropped once they end."""
YES = frozenset({"1", "true", "t", "on"})

_LONGEST_FORMAT = 255  # characters, in a spreadsheet
_TOO_LONG = ";;;"
"""Replaces a format that a spreadsheet cannot have, so that its cells count as not shown."""


class StruckText(str):
    """A text with a part that is struck through."""

    __slots__ = ()


@final
@frozen
class Listed:
    """A sheet as the workbook lists it.

    Attributes:
        name: the name of the sheet.
        is_hidden: whether the sheet is hidden.
        part: the name of the part that holds its cells.
    """

    name: str
    is_hidden: bool
    part: str


@final
@frozen
class Styles:
    """The styles of cells, numbered as the cells refer to them.

    Attributes:
        formats: the code of the number format of each style; `None` for the general one.
        days: the styles that show a number as a day.
        times: the styles that show a number as a duration.
        struck: the styles that strike through.
    """

    formats: Sequence[str | None] = (None,)
    days: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()


@final
@frozen
class Package:
    """An open workbook.

    Attributes:
        packed: the packed file.
        within: the limits of unpacking it.
        size: the size of the file in bytes.
        sheets: the sheets that have cells, not charts.
        opened: the name of the sheet that is open when the workbook is; `None` without a sheet.
        texts: the texts that cells share.
        styles: the styles of the cells.
        letters: the characters that the cells may still have.
        zero_day: the day that the number 0 shows, in 1899 or 1904.
    """

    packed: ZipFile
    within: Bounds
    size: int
    sheets: Sequence[Listed]
    opened: str | None
    texts: Sequence[str]
    styles: Styles
    letters: Budget
    zero_day: Any = field(default=CALENDAR_WINDOWS_1900)


def opened(file: BinaryIO, size: int) -> Package:
    """Read the lists of a workbook, with the texts and styles that its cells refer to.

    Args:
        file: the open file.
        size: its size in bytes.

    Raises:
        InvalidValue: if a part unpacks to more than a file of this size can pack.
        ValueError: if two sheets have one name or one part.
    """
    packed = ZipFile(file)
    within = Bounds(packed, size)
    part = _first_part(packed, within)
    listed, at, zero_day = _sheets(packed, within, part)
    parts = related(packed, within, part)
    by_kind = dict(parts.values())
    names = frozenset(packed.namelist())
    present = []
    for name, state, key in listed:
        kind, target = parts[key]
        if target in names:
            present.append((Listed(name, state != "visible", target), kind))
    sheets = [sheet for sheet, kind in present if kind != "chartsheet"]
    distinct_parts = {sheet.part for sheet in sheets}
    distinct_names = {sheet.name for sheet in sheets}
    if len(distinct_parts) < len(sheets) or len(distinct_names) < len(sheets):
        raise ValueError("two sheets are one")
    for sheet in sheets:
        within.refuse_vast(sheet.part)
    chosen = present[at][0] if 0 <= at < len(present) else None
    first = chosen if chosen in sheets else next(iter(sheets), None)
    return Package(
        packed,
        within,
        size,
        sheets,
        first and first.name,
        _texts(packed, within, by_kind.get("sharedStrings"), names),
        _styles(packed, within, by_kind.get("styles"), names),
        Budget.of_letters(size),
        zero_day,
    )


def elements(packed: ZipFile, within: Bounds, part: str) -> Iterator[Any]:
    """Yield the elements of a part, each when it ends.

    Args:
        packed: the packed file.
        within: the limits of unpacking it.
        part: the name of the part.

    Raises:
        InvalidValue: if the part unpacks to more than a file of this size can pack.
    """
    within.refuse_vast(part)
    with packed.open(part) as file:
        for _, element in iterparse(InLargePieces(file)):  # noqa: S314  # declarations were rejected before
            yield element


def _first_part(packed: ZipFile, within: Bounds) -> str:
    """Return the name of the part that lists the sheets."""
    parts = related(packed, within, "")
    return next(target for kind, target in parts.values() if kind == "officeDocument")


def related(packed: ZipFile, within: Bounds, part: str) -> Mapping[str, tuple[str, str]]:
    """Return the parts that a part refers to: their kinds and names, by the ids of the references.

    Args:
        packed: the packed file.
        within: the limits of unpacking it.
        part: the name of the part that refers; empty for the whole workbook.
    """
    folder, name = posixpath.split(part)
    targets: dict[str, tuple[str, str]] = {}
    for element in elements(packed, within, posixpath.join(folder, "_rels", f"{name}.rels")):
        if element.tag.endswith("}Relationship") and element.get("TargetMode") != "External":
            target = element.attrib["Target"]
            path = (
                target[1:]
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            targets[element.attrib["Id"]] = (element.attrib["Type"].rpartition("/")[2], path)
        element.clear()
    return targets


def _sheets(
    packed: ZipFile, within: Bounds, part: str
) -> tuple[list[tuple[str, str, str]], int, Any]:
    """Return the listed sheets, the place of the open one, and the day that is zero.

    Every sheet has its name, its state, and the id of the reference to its part.
    """
    listed: list[tuple[str, str, str]] = []
    at, zero_day = None, CALENDAR_WINDOWS_1900
    for element in elements(packed, within, part):
        match element.tag.removeprefix(MAIN):
            case "sheet" if element.get(f"{_RELATED}id"):
                state = element.get("state", "visible")
                listed.append((element.attrib["name"], state, element.attrib[f"{_RELATED}id"]))
            case "workbookView" if at is None:
                at = int(element.get("activeTab", "0"))
            case "workbookPr" if element.get("date1904") in YES:
                zero_day = CALENDAR_MAC_1904
        element.clear()
    return listed, at or 0, zero_day


def _texts(packed: ZipFile, within: Bounds, part: str | None, names: frozenset[str]) -> list[str]:
    """Return the texts that cells share, in their order."""
    texts: list[str] = []
    for element in elements(packed, within, part) if part in names and part is not None else ():
        if element.tag == _SHARED:
            texts.append(text_of(element))
        if element.tag not in KEPT:
            element.clear()
    return texts


def text_of(element: Any) -> str:  # noqa: ANN401  # from a library without types
    """Return the text of an element, in one piece or in several, without its phonetic reading."""
    own = unescape(element.findtext(_TEXT) or "")
    if element.find(_RUN) is None:
        return own
    runs = [Run(own), *map(_run, element.iterfind(_RUN))]
    text = joined(runs)
    return StruckText(text) if is_struck(runs) else text


def _run(run: Any) -> Run:  # noqa: ANN401
    """Return a part of a text, with its look."""
    text, look = unescape(run.findtext(_TEXT) or ""), run.find(_LOOK)
    if look is None:
        return Run(text)
    strike, raised = look.find(_STRIKE), look.find(_RAISED)
    return Run(
        text,
        is_raised=raised is not None and raised.get("val") in ("superscript", "subscript"),
        is_struck=strike is not None and strike.get("val", "1") in YES,
    )


def _styles(packed: ZipFile, within: Bounds, part: str | None, names: frozenset[str]) -> Styles:
    """Return the styles that cells refer to."""
    lists: dict[str, list[Any]] = {"numFmts": [], "fonts": [], "cellXfs": []}
    entries: list[Any] = []
    strikes = False
    for element in elements(packed, within, part) if part in names and part is not None else ():
        match element.tag.removeprefix(MAIN):
            case "strike":
                strikes = element.get("val", "1") in YES
            case "font":
                entries.append(strikes)
                strikes = False
            case "numFmt":
                entries.append((int(element.attrib["numFmtId"]), element.attrib["formatCode"]))
            case "xf":
                entries.append((int(element.get("numFmtId", "0")), int(element.get("fontId", "0"))))
            case (
                "numFmts"
                | "fonts"
                | "fills"
                | "borders"
                | "cellStyleXfs"
                | "cellXfs"
                | "dxf" as name
            ):
                if name in lists:
                    lists[name] = entries
                entries = []
        element.clear()
    return _styles_of(dict(lists["numFmts"]), lists["fonts"], lists["cellXfs"] or [(0, 0)])


def _styles_of(
    codes: Mapping[int, str], fonts: Sequence[bool], cells: Sequence[tuple[int, int]]
) -> Styles:
    """Combine the codes of formats, the fonts that strike through, and the styles of cells."""
    formats = {number: _short(code) for number, code in {**BUILTIN_FORMATS, **codes}.items()}
    days = {number for number, code in formats.items() if is_date_format(code)}
    times = {number for number, code in formats.items() if is_timedelta_format(code)}
    return Styles(
        tuple(formats.get(number) for number, _ in cells),
        frozenset(at for at, (number, _) in enumerate(cells) if number in days),
        frozenset(at for at, (number, _) in enumerate(cells) if number in times),
        frozenset(at for at, (_, font) in enumerate(cells) if font < len(fonts) and fonts[font]),
    )


def _short(code: str) -> str:
    """Return the code of a format, or the replacement for one that is too long."""
    return code if len(code) <= _LONGEST_FORMAT else _TOO_LONG
