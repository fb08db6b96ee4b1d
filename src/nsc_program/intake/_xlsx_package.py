"""What an .xlsx workbook lists: its sheets, the texts and the styles that their cells refer to.

All else in it stays packed, and nothing is unpacked that is out of proportion to the size of the file.
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

from nsc_program.intake._packed import Bounds, InLargePieces
from nsc_program.intake._runs import Run, is_struck, joined

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CELL, VALUE, FORMULA, INLINE = (f"{MAIN}{each}" for each in ("c", "v", "f", "is"))
_TEXT, _RUN, _SHARED = (f"{MAIN}{each}" for each in ("t", "r", "si"))
_LOOK, _STRIKE, _RAISED = (f"{MAIN}{each}" for each in ("rPr", "strike", "vertAlign"))
KEPT = frozenset({CELL, VALUE, FORMULA, INLINE, _TEXT, _RUN, _LOOK, _STRIKE, _RAISED})
"""What is looked at with what it stands in; all else is forgotten once it ends."""
YES = frozenset({"1", "true", "t", "on"})

_LONGEST_FORMAT = 255  # of a spreadsheet
_TOO_LONG = ";;;"
"""Stands for a format that no spreadsheet has: nobody knows what it shows."""


class StruckText(str):
    """A text of which a part is struck through."""

    __slots__ = ()


@final
@frozen
class Listed:
    """A sheet as the workbook lists it: its name, whether it is hidden, and the part that holds its cells."""

    name: str
    is_hidden: bool
    part: str


@final
@frozen
class Styles:
    """What the styles of cells do: their formats, those of days and of times, and those that strike through."""

    formats: Sequence[str | None] = (None,)
    days: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()


@final
@frozen
class Package:
    """An open workbook.

    Attributes:
        within: how much of it may be unpacked still.
        size: how many bytes the file has.
        sheets: those with rows; `opened` is the name of the one that is open, if there is any.
    """

    packed: ZipFile
    within: Bounds
    size: int
    sheets: Sequence[Listed]
    opened: str | None
    texts: Sequence[str]
    styles: Styles
    zero_day: Any = field(default=CALENDAR_WINDOWS_1900)


def opened(file: BinaryIO, size: int) -> Package:
    """Read what a workbook lists, and the texts and styles that its cells refer to.

    Raises:
        InvalidValue: for what packs more than a file of its size can.
    """
    packed = ZipFile(file)
    within = Bounds(packed, size)
    part = _first_part(packed, within)
    listed, at, zero_day = _sheets(packed, within, part)
    parts = related(packed, within, part)
    by_kind = dict(parts.values())
    there = frozenset(packed.namelist())
    known = [
        (Listed(name, state != "visible", parts[key][1]), parts[key][0])
        for name, state, key in listed
    ]
    known = [(sheet, kind) for sheet, kind in known if sheet.part in there]
    sheets = [sheet for sheet, kind in known if kind != "chartsheet"]
    if len({sheet.part for sheet in sheets}) < len(sheets) or len(
        {each.name for each in sheets}
    ) < len(sheets):
        raise ValueError("two sheets are one")
    for sheet in sheets:
        within.refuse_vast(sheet.part)
    chosen = known[at][0] if 0 <= at < len(known) else None
    first = chosen if chosen in sheets else next(iter(sheets), None)
    return Package(
        packed,
        within,
        size,
        sheets,
        first and first.name,
        _texts(packed, within, by_kind.get("sharedStrings"), there),
        _styles(packed, within, by_kind.get("styles"), there),
        zero_day,
    )


def elements(packed: ZipFile, within: Bounds, part: str) -> Iterator[Any]:
    """Give the elements of a part, each when it ends."""
    within.refuse_vast(part)
    with packed.open(part) as file:
        for _, element in iterparse(InLargePieces(file)):  # noqa: S314  # it defines nothing
            yield element


def _first_part(packed: ZipFile, within: Bounds) -> str:
    """The part that lists the sheets."""
    parts = related(packed, within, "")
    return next(target for kind, target in parts.values() if kind == "officeDocument")


def related(packed: ZipFile, within: Bounds, part: str) -> Mapping[str, tuple[str, str]]:
    """The kinds and the names of the parts that a part refers to, by what it calls them."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}
    for element in elements(packed, within, posixpath.join(folder, "_rels", f"{name}.rels")):
        if element.tag.endswith("}Relationship") and element.get("TargetMode") != "External":
            target = element.attrib["Target"]
            path = (
                target[1:]
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            found[element.attrib["Id"]] = (element.attrib["Type"].rpartition("/")[2], path)
        element.clear()
    return found


def _sheets(
    packed: ZipFile, within: Bounds, part: str
) -> tuple[list[tuple[str, str, str]], int, Any]:
    """Each sheet's name, its state and what its part is called; which is open; and the day that is zero."""
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


def _texts(packed: ZipFile, within: Bounds, part: str | None, there: frozenset[str]) -> list[str]:
    found: list[str] = []
    for element in elements(packed, within, part) if part in there and part is not None else ():
        if element.tag == _SHARED:
            found.append(text_of(element))
        if element.tag not in KEPT:
            element.clear()
    return found


def text_of(element: Any) -> str:  # noqa: ANN401  # of a library without types
    """The text of an element in one piece or in several, without how it is read aloud."""
    own = Run(unescape(element.findtext(_TEXT) or ""))
    runs = [own, *map(_run, element.iterfind(_RUN))]
    text = joined(runs)
    return StruckText(text) if is_struck(runs) else text


def _run(run: Any) -> Run:  # noqa: ANN401
    text, look = unescape(run.findtext(_TEXT) or ""), run.find(_LOOK)
    if look is None:
        return Run(text)
    strike, raised = look.find(_STRIKE), look.find(_RAISED)
    return Run(
        text,
        is_raised=raised is not None and raised.get("val") in ("superscript", "subscript"),
        is_struck=strike is not None and strike.get("val", "1") in YES,
    )


def _styles(packed: ZipFile, within: Bounds, part: str | None, there: frozenset[str]) -> Styles:
    lists: dict[str, list[Any]] = {"numFmts": [], "fonts": [], "cellXfs": []}
    held: list[Any] = []
    strikes = False
    for element in elements(packed, within, part) if part in there and part is not None else ():
        match element.tag.removeprefix(MAIN):
            case "strike":
                strikes = element.get("val", "1") in YES
            case "font":
                held.append(strikes)
                strikes = False
            case "numFmt":
                held.append((int(element.attrib["numFmtId"]), element.attrib["formatCode"]))
            case "xf":
                held.append((int(element.get("numFmtId", "0")), int(element.get("fontId", "0"))))
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
                    lists[name] = held
                held = []
        element.clear()
    return _styles_of(dict(lists["numFmts"]), lists["fonts"], lists["cellXfs"] or [(0, 0)])


def _styles_of(
    codes: Mapping[int, str], fonts: Sequence[bool], cells: Sequence[tuple[int, int]]
) -> Styles:
    plain = {number: _short(code) for number, code in {**BUILTIN_FORMATS, **codes}.items()}
    days = {number for number, code in plain.items() if is_date_format(code)}
    times = {number for number, code in plain.items() if is_timedelta_format(code)}
    return Styles(
        tuple(plain.get(number) for number, _ in cells),
        frozenset(at for at, (number, _) in enumerate(cells) if number in days),
        frozenset(at for at, (number, _) in enumerate(cells) if number in times),
        frozenset(at for at, (_, font) in enumerate(cells) if font < len(fonts) and fonts[font]),
    )


def _short(code: str) -> str:
    return code if len(code) <= _LONGEST_FORMAT else _TOO_LONG
