"""Read the styles that the cells of an .xlsx workbook refer to by their numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Self, final

from attrs import define, field, frozen
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from nsc_program.intake.files._xlsx_parts import MAIN, YES, Parts

_LISTS = frozenset({"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxf"})
"""Elements that hold entries."""
_BOTH = 2
"""The number of the diagonals of a cell."""
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
        struck: the styles that strike through, or cross out with two lines.
        slashed: the styles that draw one line across the cell.
    """

    formats: Sequence[str | None] = (None,)
    days: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    slashed: frozenset[int] = frozenset()

    def strike(self, style: int, value: object) -> bool:
        """Tell whether a style strikes a value through.

        One line across a text does not: it may divide the heading in the corner of a table.

        Args:
            style: the number of the style.
            value: the value that the cell holds.
        """
        is_slashed = style in self.slashed and not isinstance(value, str)
        return is_slashed or style in self.struck


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
    codes, fonts, lines, cells = map(reading.list_of, ("numFmts", "fonts", "borders", "cellXfs"))
    return _styles_of(dict(codes), fonts, lines, cells or [_Look()])


@frozen
class _Look:
    """The numbers of the format, of the font and of the border that a style of cells has."""

    format: int = 0
    font: int = 0
    border: int = 0

    @classmethod
    def of(cls, style: Any) -> Self:  # noqa: ANN401  # from a library without types
        """Read the numbers from the element of a style."""
        return cls(*(int(style.get(name, "0")) for name in ("numFmtId", "fontId", "borderId")))


@define
class _Reading:
    """The lists of styles while they are read, entry by entry.

    Attributes:
        lists: the entries of every list that has ended.
        entries: the entries of the list that has not ended.
        strikes: whether the font that has not ended strikes through.
        is_drawn: whether the border that has not ended draws its diagonals.
    """

    lists: dict[str, list[Any]] = field(factory=dict)
    entries: list[Any] = field(factory=list)
    strikes: bool = False
    is_drawn: bool = False

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
            case "diagonal":
                self.is_drawn = element.get("style", "none") != "none"
            case "border":
                self.entries.append(self.is_drawn * _diagonals_of(element))
                self.is_drawn = False
            case "numFmt":
                self.entries.append((int(element.attrib["numFmtId"]), element.attrib["formatCode"]))
            case "xf":
                self.entries.append(_Look.of(element))
            case name if name in _LISTS:
                self.lists[name] = self.entries
                self.entries = []


def _diagonals_of(border: Any) -> int:  # noqa: ANN401
    """Return the number of the diagonals that a border has."""
    return sum(border.get(name) in YES for name in ("diagonalUp", "diagonalDown"))


def _styles_of(
    codes: Mapping[int, str],
    fonts: Sequence[bool],
    borders: Sequence[int],
    cells: Sequence[_Look],
) -> Styles:
    """Combine the codes of formats, the fonts that strike, the diagonals, and the cells."""
    formats = {number: _short(code) for number, code in {**BUILTIN_FORMATS, **codes}.items()}
    days, times = _which(is_date_format, formats), _which(is_timedelta_format, formats)
    struck = _set_in(fonts)
    crossed = _set_in(lines == _BOTH for lines in borders)
    slashed = _set_in(lines == 1 for lines in borders)
    return Styles(
        formats=tuple(formats.get(cell.format) for cell in cells),
        days=_set_in(cell.format in days for cell in cells),
        times=_set_in(cell.format in times for cell in cells),
        struck=_set_in(cell.font in struck or cell.border in crossed for cell in cells),
        slashed=_set_in(cell.border in slashed for cell in cells),
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
