"""Read the lists of an .xlsx workbook: its sheets, and the texts and styles that cells refer to.

All other parts stay packed, and no part is unpacked out of proportion to the size of the file.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, BinaryIO, final
from zipfile import ZipFile

from attrs import define, field, frozen
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900
from openpyxl.utils.escape import unescape

from nsc_program.intake.files._books import Budget
from nsc_program.intake.files._runs import Run, is_struck, joined
from nsc_program.intake.files._xlsx_parts import MAIN, YES, Parts
from nsc_program.intake.files._xlsx_styles import Styles, styles_in

_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL, VALUE, FORMULA, INLINE = (f"{MAIN}{tag}" for tag in ("c", "v", "f", "is"))
_TEXT, _RUN, _SHARED = (f"{MAIN}{tag}" for tag in ("t", "r", "si"))
_LOOK, _STRIKE, _RAISED = (f"{MAIN}{tag}" for tag in ("rPr", "strike", "vertAlign"))
KEPT = frozenset({CELL, VALUE, FORMULA, INLINE, _TEXT, _RUN, _LOOK, _STRIKE, _RAISED})
"""Elements that are read with their parent; all others are dropped once they end."""


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
        has_cells: whether it has cells, rather than a chart.
    """

    name: str
    is_hidden: bool
    part: str
    has_cells: bool = True


@final
@frozen
class Package:
    """An open workbook.

    Attributes:
        parts: the parts of the file.
        size: the size of the file in bytes.
        sheets: the sheets that have cells, not charts.
        opened: the name of the sheet that is open when the workbook is; `None` without a sheet.
        texts: the texts that cells share.
        styles: the styles of the cells.
        letters: the characters that the cells may still have.
        zero_day: the day that the number 0 shows, in 1899 or 1904.
    """

    parts: Parts
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
    parts = Parts.of(ZipFile(file), size)
    first = _first_part(parts)
    index = _index(parts, first)
    related = parts.related(first)
    listed = index.sheets(related, parts.names)
    sheets = _with_cells(listed)
    for sheet in sheets:
        parts.within.refuse_vast(sheet.part)
    by_kind = dict(related.values())
    return Package(
        parts,
        size,
        sheets,
        _open_of(listed, index.at or 0),
        _texts(parts, by_kind.get("sharedStrings")),
        styles_in(parts, by_kind.get("styles")),
        Budget.of_letters(size),
        index.zero_day,
    )


def _first_part(parts: Parts) -> str:
    """Return the name of the part that lists the sheets."""
    related = parts.related("").values()
    return next(target for kind, target in related if kind == "officeDocument")


@define
class _Index:
    """The part that lists the sheets, while it is read.

    Attributes:
        listed: the name, the state and the reference of each sheet.
        at: the place of the open sheet; `None` if it is not said.
        zero_day: the day that the number 0 shows.
    """

    listed: list[tuple[str, str, str]] = field(factory=list)
    at: int | None = None
    zero_day: Any = CALENDAR_WINDOWS_1900

    def take(self, element: Any) -> None:  # noqa: ANN401  # from a library without types
        """Take an element that ends."""
        match element.tag.removeprefix(MAIN):
            case "sheet" if element.get(_REFERENCE):
                state = element.get("state", "visible")
                self.listed.append((element.attrib["name"], state, element.attrib[_REFERENCE]))
            case "workbookView" if self.at is None:
                self.at = int(element.get("activeTab", "0"))
            case "workbookPr" if element.get("date1904") in YES:
                self.zero_day = CALENDAR_MAC_1904

    def sheets(
        self, related: Mapping[str, tuple[str, str]], names: Collection[str]
    ) -> list[Listed]:
        """Return the listed sheets whose parts exist."""
        sheets = []
        for name, state, reference in self.listed:
            kind, part = related[reference]
            if part in names:
                sheets.append(Listed(name, state != "visible", part, kind != "chartsheet"))
        return sheets


def _index(parts: Parts, part: str) -> _Index:
    """Read the part that lists the sheets."""
    index = _Index()
    for element in parts.elements(part):
        index.take(element)
        element.clear()
    return index


def _with_cells(listed: Iterable[Listed]) -> list[Listed]:
    """Return the sheets that have cells; no two of them have one name or one part."""
    sheets = [sheet for sheet in listed if sheet.has_cells]
    names = {sheet.name for sheet in sheets}
    parts = {sheet.part for sheet in sheets}
    if min(len(names), len(parts)) < len(sheets):
        raise ValueError("two sheets are one")
    return sheets


def _open_of(listed: Sequence[Listed], at: int) -> str | None:
    """Return the name of the sheet at a place or, if it has no cells, of the first that has."""
    chosen = listed[at : at + 1] if at >= 0 else ()
    return next((sheet.name for sheet in (*chosen, *listed) if sheet.has_cells), None)


def _texts(parts: Parts, part: str | None) -> list[str]:
    """Return the texts that cells share, in their order."""
    texts: list[str] = []
    for element in parts.elements_if_any(part):
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
    is_raised = raised is not None and raised.get("val") in ("superscript", "subscript")
    is_struck_ = strike is not None and strike.get("val", "1") in YES
    return Run(text, is_raised, is_struck_)
