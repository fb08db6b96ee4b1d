"""Read the rows of a spreadsheet or CSV file, and write the rejected rows to a spreadsheet to mend.

Every file is treated as hostile: the size that it unpacks to is limited, its formulas never run,
and the cells that are written from it are inert. Workbooks need the extra `xlsx`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import islice
from os import PathLike
from typing import Any, BinaryIO, Literal, TypeAlias, final

from attrs import evolve, frozen

from nsc_program.intake import Intake
from nsc_program.intake._headings.headings import numbered
from nsc_program.intake._messages.problems import Doubt
from nsc_program.intake._tables import layout as _layout
from nsc_program.intake._tables.unread_lines import Plainness, UnreadLine, among_notes
from nsc_program.intake._tables.wanted import Wanted
from nsc_program.intake.files import _comments as notes
from nsc_program.intake.files._books import Book, RawSheet, Watch
from nsc_program.intake.files._content import Content, Readable
from nsc_program.intake.files._csv import of_csv
from nsc_program.intake.files._files_refused import (
    no_headings,
    refuse_more_rows_than_fit,
    unknown_file,
)
from nsc_program.intake.files._ignored import not_there
from nsc_program.intake.files._lines_over_sheets import drawings_over, texts_outside
from nsc_program.intake.files._other_sheets import lines_apart, may_hold_records, unread_on
from nsc_program.intake.files._packing import refuse_bombs
from nsc_program.intake.files._review import ReviewItem, to_review
from nsc_program.intake.files._sheet import Sheet
from nsc_program.intake.files._states_elsewhere import states_elsewhere
from nsc_program.records._records import AnyRecord
from nsc_program.values._text import Lang

__all__ = [
    "Hidden",
    "ReviewItem",
    "Sheet",
    "Watch",
    "open_sheet",
    "open_sheets",
    "to_review",
    "write_problems",
]

_MOST_STATES = 10
_TEXTS = (".csv", ".txt", ".tsv")


Hidden: TypeAlias = Literal["reject", "take", "leave"]
"""The treatment of rows that are hidden or struck through."""


def open_sheet(
    file: Readable,
    kind: type[AnyRecord] | str,
    *,
    sheet: str | None = None,
    named: Mapping[str, str] | Iterable[str] = (),
    ignored: Iterable[str] = (),
    given: Mapping[str, object] | Iterable[str] = (),
    hidden: Hidden = "reject",
    watch: Watch = nullcontext,
) -> Sheet:
    """Read the table of a workbook or of a CSV file, for `intake.read`.

    The headings are the rows near the top with the most headings of this class or of `named`.
    Without the name of a sheet, the sheet that is open when the workbook is opened is read; if it
    has no table, the only visible sheet that has one.

    Args:
        file: the path of an .xlsx, .xls or .ods workbook, or of a .csv file in UTF-8; or the bytes
            of such a file, which tell its format by themselves.
        kind: the class of the records, or its name.
        sheet: the name of the sheet; `None` to choose the sheet as above.
        named: headings that are known to be among those of the table, best by the names of their
            columns.
        ignored: headings and lines that are left out, whatever they say.
        given: the columns that every row has a value of, best with the values, as in `values` of
            `intake.read`: a line may contradict them.
        hidden: whether rows that are hidden or struck through are rejected (`reject`), read as all
            others (`take`), or left out (`leave`).
        watch: wraps the open file of a workbook, to show how much of it is read.

    Returns:
        The table.

    Raises:
        InvalidType: for a file that is neither a path nor bytes.
        InvalidValue: for a file that cannot be read, has no such headings, or has more rows or
            columns than a list of its size can have.
        UnknownId: if the sheet does not exist.
        OSError: if the file does not exist.
    """
    chosen = () if sheet is None else (sheet,)
    (table,) = open_sheets(
        file, kind, chosen, named=named, ignored=ignored, given=given, hidden=hidden, watch=watch
    )
    return table


def open_sheets(
    file: Readable,
    kind: type[AnyRecord] | str,
    sheets: Iterable[str],
    *,
    named: Mapping[str, str] | Iterable[str] = (),
    ignored: Iterable[str] = (),
    given: Mapping[str, object] | Iterable[str] = (),
    hidden: Hidden = "reject",
    watch: Watch = nullcontext,
) -> tuple[Sheet, ...]:
    """Read the tables of several sheets of a workbook, which is opened once.

    Args:
        file: the path or the bytes of the workbook, or of a .csv file, which has one table.
        kind: the class of the records, or its name.
        sheets: the names of the sheets; if empty, the sheet that `open_sheet` chooses.
        named: headings that are known to be among those of the tables, as for `open_sheet`.
        ignored: headings, lines and sheets that are left out.
        given: the columns that every row has a value of, as for `open_sheet`.
        hidden: the treatment of rows that are hidden or struck through, as for `open_sheet`.
        watch: wraps the open file, to show how much of it is read.

    Returns:
        The tables, in the order of the names.

    Raises:
        InvalidType: for a file that is neither a path nor bytes.
        InvalidValue: for a file that cannot be read, a sheet without such headings, or more rows or
            columns than a list of this size can have.
        UnknownId: if a sheet does not exist.
        OSError: if the file does not exist.
    """
    by_column = named if isinstance(named, Mapping) else numbered(named)
    left_out = tuple(ignored)
    wanted = Wanted.of(kind, by_column, left_out, given)
    content = Content.of(file)
    if content.suffix in _TEXTS:
        return (_of_text(content, wanted, left_out),)
    book = _book(content, watch)
    tables = _Tables(book, wanted, hidden).read(tuple(dict.fromkeys(sheets)), content.size)
    raw = [book.read(name) for name in book.names] if left_out else []
    unknown = not_there(left_out, [*book.names, *_headings(tables)], raw)
    return (evolve(tables[0], unknown=unknown), *tables[1:])


def _of_text(content: Content, wanted: Wanted, ignored: Iterable[str]) -> Sheet:
    """Read the table of a CSV file."""
    text = content.all_bytes()
    grid = of_csv(text, wanted)
    refuse_more_rows_than_fit([grid], len(text))
    layout = _layout.laid_out(grid, wanted, {})
    sheet = _sheet(layout, presumed=wanted.presumed(layout.headings))
    return evolve(sheet, unknown=not_there(ignored, sheet.headings, [RawSheet([*map(list, grid)])]))


def _headings(tables: Iterable[Sheet]) -> Iterator[str]:
    """Give the headings of all tables."""
    for table in tables:
        yield from table.headings


@final
@frozen
class _Tables:
    """The tables of a workbook.

    Attributes:
        book: the workbook.
        wanted: the columns and the words to look for.
        hidden: the treatment of rows that are hidden or struck through.
    """

    book: Book
    wanted: Wanted
    hidden: Hidden

    def read(self, chosen: tuple[str, ...], size: int) -> tuple[Sheet, ...]:
        """Read the chosen sheets or, if no sheet is chosen, the one that probably has the table."""
        for name in chosen:
            self.book.read(name)  # a sheet that does not exist is reported first
        tables = self._with_headings(chosen)
        is_chosen, chosen = bool(chosen), chosen or (_chosen(self.book, tables),)
        refuse_more_rows_than_fit([self.book.read(name).rows for name in chosen], size)
        others = self._others(chosen)
        alike = tuple(name for name in others if name in tables or self._may_hold_records(name))
        same = () if is_chosen else tuple(filter(self._goes_on, others))
        more = {"others": others, "alike": alike, "same": same}
        first = chosen[0]
        return tuple(self._sheet(name, others if name == first else (), **more) for name in chosen)

    def _with_headings(self, chosen: Collection[str]) -> list[str]:
        """Return the names of the sheets that have headings of the class."""
        names = self.book.names
        if chosen:
            names = tuple(name for name in names if not self.wanted.leaves_out(name))
        return [name for name in names if self._has_headings(name)]

    def _has_headings(self, name: str) -> bool:
        """Tell whether a sheet has headings of the class."""
        return _layout.has_headings(self.book.read(name).rows, self.wanted)

    def _goes_on(self, name: str) -> bool:
        """Tell whether the list may go on on a visible sheet: it has several of the headings."""
        if name in self.book.hidden:
            return False
        return _layout.has_headings(self.book.read(name).rows, self.wanted, fewest=2)

    def _others(self, chosen: Collection[str]) -> tuple[str, ...]:
        """Return the names of the sheets that are neither chosen nor left out."""
        rest = (name for name in self.book.names if name not in chosen)
        return tuple(name for name in rest if not self.wanted.leaves_out(name))

    def _may_hold_records(self, name: str) -> bool:
        """Tell whether a visible sheet has a row that may be a record, whatever its headings."""
        return name not in self.book.hidden and may_hold_records(self.book.read(name).rows)

    @property
    def _plainness(self) -> Plainness:
        """What makes a line plain that no table is read from."""
        return Plainness(self.wanted.kind, self.wanted.given, self.wanted.leaves_out)

    def _sheet(self, name: str, beside: Iterable[str], **more: tuple[str, ...]) -> Sheet:
        """Lay out a sheet; the name of the sheet counts as a line above its table.

        The lines that are told of other sheets go with it.
        """
        raw = self.book.read(name)
        doubted = self._doubted(raw)
        left_out = frozenset(doubted) if self.hidden == "leave" else frozenset()
        by_notes = notes.doubts(raw.notes, self.wanted.leaves_out)
        doubts = {**by_notes, **doubted}
        layout = _layout.laid_out(raw.rows, self.wanted, doubts, left_out=left_out, titles=[name])
        unseen = tuple(self._unseen(raw, layout.headings))
        sheets = [(other, self.book.read(other)) for other in beside]
        apart = [
            line for other, cells in sheets for line in unread_on(other, cells, self._plainness)
        ]
        leaves_out = self.wanted.leaves_out
        states = (
            line
            for other, cells in sheets
            for line in islice(states_elsewhere(other, cells, raw.rows, leaves_out), _MOST_STATES)
        )
        around = (line for other, cells in sheets for line in lines_apart(other, cells))
        told = among_notes(raw.notes, by_notes.keys() & layout.doubted, self._plainness)
        outside = texts_outside(raw, layout.headings)
        drawn = (line for line in drawings_over(raw, layout) if not leaves_out(line.text))
        told_outside = (line for line in outside if self._plainness.is_told_outside(line.text))
        return _sheet(
            layout,
            unread=(*told, *told_outside, *drawn, *apart, *states),
            around=(UnreadLine(None, name), *outside, *around),
            name=name,
            hidden=unseen,
            presumed=self.wanted.presumed(layout.headings),
            **more,
        )

    def _doubted(self, raw: RawSheet) -> Mapping[int, Doubt]:
        """Return the doubts about the rows that are hidden or struck through."""
        if self.hidden == "take":
            return {}
        return {number: Doubt(fault) for number, fault in raw.doubted.items()}

    def _unseen(self, raw: RawSheet, headings: Iterable[str]) -> Iterator[str]:
        """Yield the headings of columns that are read and cannot be seen."""
        if self.hidden == "take":
            return
        for column, heading in enumerate(headings):
            if raw.hides(column) and self.wanted.column(heading) is not None:
                yield heading


def _chosen(book: Book, tables: Sequence[str]) -> str:
    """Return the sheet that is open or, if it has no table, the only visible one that has."""
    if book.opened in tables:
        return book.opened
    visible = [name for name in tables if name not in book.hidden]
    if len(visible) == 1:
        return visible[0]
    raise no_headings(book)


def _book(content: Content, watch: Watch) -> Book:
    """Open a workbook with the reader of its format."""
    match content.suffix:
        case ".xlsx" | ".xlsm":
            refuse_bombs(content)
            from nsc_program.intake.files import _xlsx  # noqa: PLC0415  # an optional extra

            return _xlsx.open_book(content, watch)
        case ".ods":
            refuse_bombs(content)
            from nsc_program.intake.files import _ods  # noqa: PLC0415

            return _ods.open_book(content, watch)
        case ".xls":
            from nsc_program.intake.files import _xls  # noqa: PLC0415

            return _xls.open_book(content, watch)
        case suffix:
            raise unknown_file(suffix)


def _sheet(
    layout: _layout.Layout,
    *,
    unread: Iterable[UnreadLine] = (),
    around: Iterable[UnreadLine] = (),
    **more: Any,  # noqa: ANN401  # more attributes
) -> Sheet:
    """Return the table of a sheet that is laid out."""
    return Sheet(
        headings=layout.headings,
        rows=layout.rows,
        first_row=layout.first_row,
        above=layout.above,
        titles=layout.titles,
        doubtful=layout.doubtful,
        assumed=layout.assumed,
        unread=(*layout.unread, *unread),
        around=(*layout.below, *around),
        **more,
    )


def write_problems(
    file: str | PathLike[str] | BinaryIO,
    intake: Intake,
    headings: Iterable[str],
    lang: Lang,
    *,
    also: Iterable[tuple[Intake, Iterable[str]]] = (),
) -> None:
    """Write the rejected rows to a workbook, with wrong cells marked, and a list of all problems.

    The rows are written as they came. Once mended, the first sheet can be read again. Beside every
    row, a column that is not read holds the values that were probably meant. All cells except days
    are formatted as text, so that typed text stays as it is. The workbook holds everything that the
    source held, including the names of people.

    Args:
        file: the path of the .xlsx workbook to write, or a binary stream that is open for writing.
        intake: the result of reading the rows of one sheet.
        headings: the headings of this sheet.
        lang: the language of headings and remarks.
        also: the results and headings of further sheets; each adds two sheets to the workbook.

    Raises:
        InvalidType: for a file that is neither a path nor a stream.
        InvalidValue: if the extra `xlsx` is not installed.
    """
    from nsc_program.intake.files import _mending  # noqa: PLC0415  # an optional extra

    sheets: list[_mending.SheetToWrite] = []
    sources = [(intake, headings), *also]
    for number, (result, names) in enumerate(sources, 1):
        suffix = f" {number}" if len(sources) > 1 else ""
        sheets += _mending.sheets_to_mend(result, tuple(names), lang, suffix)
    _mending.write_workbook(file, sheets)
