"""The table of one sheet, as it is read from a file."""

from collections.abc import Mapping
from typing import final

from attrs import field, frozen

from nsc_program.intake._tables.unread_lines import UnreadLine
from nsc_program.values._value import Value


@final
@frozen(kw_only=True)
class Sheet(Value):
    """The table of one sheet.

    Attributes:
        headings: the headings; of several rows of headings, each with those above it, such as “Thời
            gian thực hiện › Bắt đầu”.
        rows: the rows beneath the headings, each a mapping from headings to cells.
        first_row: the number of the first of these rows in the file.
        name: the name of the sheet; empty for a CSV file.
        others: the names of the other sheets that hold anything, were not left out, and were not
            read.
        alike: the names among `others` of sheets with headings of the same class, and of visible
            sheets with rows of any table.
        same: the names among `alike` of visible sheets with headings of the same class, if the
            caller did not choose any sheet: the list may go on there.
        above: the lines above the headings.
        titles: the lines above the headings, with the numbers of their rows.
        doubtful: the lines, above or below the headings, that call rows planned or cancelled.
        hidden: the headings of columns that are read and cannot be seen: hidden, or too narrow.
        presumed: the headings that only probably name the column that they are read as, each with
            its column, which a person must confirm: the day on which a contract was liquidated,
            and a number of participations (lượt).
        assumed: the lines over rows that are read that name a kind, a level, a scope or a renewal
            for which the table has no column.
        unread: the lines above and below the rows, and on the other sheets, that are not
            understood.
        unknown: the texts that the caller left out and that the file does not hold.
        around: the name of the sheet, the lines below the rows, and those on other sheets without
            a table. `read` compares them with the rows.
    """

    headings: tuple[str, ...]
    rows: tuple[Mapping[str | None, object], ...] = field(repr=False, hash=False)
    first_row: int
    name: str = ""
    others: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    titles: tuple[tuple[int, str], ...] = ()
    doubtful: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    presumed: tuple[tuple[str, str], ...] = ()
    assumed: tuple[str, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    unknown: tuple[str, ...] = ()
    around: tuple[UnreadLine, ...] = field(default=(), repr=False)
