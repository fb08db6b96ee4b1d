"""Sheets: rows of typed cells under headings, which every format of a report draws.

A cell holds a number, a day, a code or a text, and not its wording: a spreadsheet can add the
numbers, a template can choose by the codes, and one function words all of them.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Any, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.report import phrases
from nsc_program.report.labels import LABELS, label
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import is_a, is_bool, printable, tuple_of
from nsc_program.values._value import Value
from nsc_program.values._written_days import written_day
from nsc_program.values._written_numbers import cut_number

_YES, _NO = Text(vi="có", en="yes"), Text(vi="không", en="no")
BLANK = ""
"""How a cell without a value is worded."""


@final
@frozen
class Column(Value):
    """A column of a sheet.

    Attributes:
        id: the name of the column, for programs; it stays the same in all languages.
        heading: the heading, for people.
        adds: whether the numbers of the column may be added to a total.
    """

    id: str = field(validator=is_id)
    heading: Text = field(validator=is_a(Text))
    adds: bool = field(default=False, validator=is_bool)


def columns_of(*named: tuple[str, str, str]) -> tuple[Column, ...]:
    """Return columns from their ids and their headings in Vietnamese and in English.

    Args:
        named: the id and the two headings of each column.
    """
    return tuple(Column(name, Text(vi=vi, en=en)) for name, vi, en in named)


NUMBER = Column("number", Text(vi="TT", en="No."))
"""The column of running numbers."""


@final
@frozen(kw_only=True, repr=False)
class Sheet(Value):
    """Rows of typed cells under headings.

    Attributes:
        id: the name of the sheet, for programs.
        title: the title, for people.
        columns: the columns.
        rows: the rows, each with one cell for each column. A cell is a `Text`, a text, a yes or no,
            an int, a `Fraction`, a date, a `Period`, a `Range` or a member of an enumeration; a
            tuple for several of them; or `None` for a blank that somebody has to fill in, or that
            has no meaning.
        remarks: sentences that belong beneath the rows.

    Raises:
        InvalidValue: if a row does not have one cell for each column.
    """

    id: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    columns: tuple[Column, ...] = field(validator=tuple_of(is_a(Column)))
    rows: tuple[tuple[Any, ...], ...] = field(validator=tuple_of(is_a(tuple)))
    remarks: tuple[Text, ...] = field(default=(), validator=tuple_of(is_a(Text)))

    def __attrs_post_init__(self) -> None:
        """Reject a row of another length."""
        for place, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise InvalidValue.at(
                    "rows",
                    place,
                    code="other-length",
                    vi=f"dòng có {len(row)} ô, cần {len(self.columns)} ô như số cột",
                    en=f"the row has {len(row)} cells for {len(self.columns)} columns",
                )

    def __repr__(self) -> str:
        """Return one line with numbers, and without the cells, which may hold keys."""
        return f"<Sheet {self.id}: {len(self.rows):,} rows, {len(self.columns)} columns>"

    def column(self, name: str) -> tuple[Any, ...]:
        """Return the cells of one column.

        Args:
            name: the id of the column.

        Raises:
            UnknownId: if there is no such column.
        """
        names = tuple(column.id for column in self.columns)
        if name not in names:
            raise UnknownId("column", name, names)
        place = names.index(name)
        return tuple(row[place] for row in self.rows)


def written(cell: Any, lang: Lang) -> str:  # noqa: ANN401  # a cell, or a tuple of cells
    """Put a cell into words.

    A number that does not end is written with two decimals and an ellipsis, so that a share just
    below 100 % never shows as 100 %.

    Args:
        cell: the cell, or a tuple of cells.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The words; they are empty for a blank, and control characters are written as escapes.

    >>> written(Fraction(9999, 10001) * 100, "vi"), written(None, "vi"), written(True, "en")
    ('99,98…', '', 'yes')
    """
    match cell:
        case None:
            return BLANK
        case tuple():
            return "; ".join(written(each, lang) for each in cell)
        case bool():
            return (_YES if cell else _NO).in_(lang)
        case Text():
            return printable(cell.in_(lang))
        case StrEnum():
            return _code(cell, lang)
        case str():
            return printable(cell)
        case int() | Fraction():
            return decimal(Fraction(cell), lang)
        case Range():
            return phrases.range_(cell, lang, decimal)
        case Period():
            return phrases.period(cell, lang)
        case _:
            return written_day(cell, lang)


def _code(member: StrEnum, lang: Lang) -> str:
    """Write the member of an enumeration by its label; one of a caller's class by its value."""
    return label(member).in_(lang) if type(member) in LABELS else printable(member.value)


def decimal(value: Fraction, lang: Lang) -> str:
    """Write a number exactly if it is a decimal, otherwise two decimals and an ellipsis.

    >>> decimal(Fraction(-10, 3), "vi")
    '−3,33…'

    Args:
        value: the number.
        lang: `"vi"` for a decimal comma and points between thousands, `"en"` for the reverse.
    """
    text = cut_number(abs(value), lang)
    return f"−{text}" if value < 0 else text
