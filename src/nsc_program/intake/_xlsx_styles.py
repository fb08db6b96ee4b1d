"""Read the styles that the cells of an .xlsx workbook refer to by their numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, final

from attrs import define, field, frozen
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from nsc_program.intake._xlsx_parts import MAIN, YES, Parts

_LISTS = frozenset({"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxf"})
"""Elements that hold entries."""
_LONGEST_FORMAT = 255  # characters, in a spreadsheet
_TOO_LONG = ";;;"
"""Replaces a format that a spreadsheet cannot have, so that its cells count as not shown."""


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


def styles_in(parts: Parts, part: str | None) -> Styles:
    """Read the styles of a workbook.

    Args:
        parts: the parts of the workbook.
        part: the name of the part that holds the styles; `None` without one.

    Raises:
        InvalidValue: if the part unpacks to more than a file of this size can pack.
    """
    reading = _Reading()
    for element in parts.elements_if_any(part):
        reading.take(element)
        element.clear()
    codes, fonts, cells = map(reading.list_of, ("numFmts", "fonts", "cellXfs"))
    return _styles_of(dict(codes), fonts, cells or [(0, 0)])


@define
class _Reading:
    """The lists of styles while they are read, entry by entry.

    Attributes:
        lists: the entries of every list that has ended.
        entries: the entries of the list that has not ended.
        strikes: whether the font that has not ended strikes through.
    """

    lists: dict[str, list[Any]] = field(factory=dict)
    entries: list[Any] = field(factory=list)
    strikes: bool = False

    def list_of(self, name: str) -> list[Any]:
        """Return the entries of a list."""
        return self.lists.get(name, [])

    def take(self, element: Any) -> None:  # noqa: ANN401  # from a library without types
        """Take an element that ends: a part of an entry, an entry or a list."""
        match element.tag.removeprefix(MAIN):
            case "strike":
                self.strikes = element.get("val", "1") in YES
            case "font":
                self.entries.append(self.strikes)
                self.strikes = False
            case "numFmt":
                self.entries.append((int(element.attrib["numFmtId"]), element.attrib["formatCode"]))
            case "xf":
                self.entries.append(_of_a_cell(element))
            case name if name in _LISTS:
                self.lists[name] = self.entries
                self.entries = []


def _of_a_cell(style: Any) -> tuple[int, int]:  # noqa: ANN401
    """Return the numbers of the format and of the font that a style of cells has."""
    return int(style.get("numFmtId", "0")), int(style.get("fontId", "0"))


def _styles_of(
    codes: Mapping[int, str], fonts: Sequence[bool], cells: Sequence[tuple[int, int]]
) -> Styles:
    """Combine the codes of formats, the fonts that strike through, and the styles of cells."""
    formats = {number: _short(code) for number, code in {**BUILTIN_FORMATS, **codes}.items()}
    days, times = _which(is_date_format, formats), _which(is_timedelta_format, formats)
    struck = _set_in(fonts)
    return Styles(
        formats=tuple(formats.get(number) for number, _ in cells),
        days=_set_in(number in days for number, _ in cells),
        times=_set_in(number in times for number, _ in cells),
        struck=_set_in(font in struck for _, font in cells),
    )


def _which(matches: Callable[[str], bool], formats: Mapping[int, str]) -> frozenset[int]:
    """Return the numbers of the formats of a sort."""
    return frozenset(number for number, code in formats.items() if matches(code))


def _set_in(flags: Iterable[bool]) -> frozenset[int]:
    """Return the places of the flags that are set."""
    return frozenset(place for place, flag in enumerate(flags) if flag)


def _short(code: str) -> str:
    """Return the code of a format, or the replacement for one that is too long."""
    return code if len(code) <= _LONGEST_FORMAT else _TOO_LONG
