"""The rows of a spreadsheet or a CSV file, and the rejected rows as a spreadsheet to mend them in.

A file is hostile until it is read: how much it unpacks to is limited, its formulas never run, and what is written of
it is inert. Workbooks need the extra `xlsx`.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Literal, TypeAlias, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.intake import Intake, _layout
from nsc_program.intake import _notes as notes
from nsc_program.intake._books import Book, RawSheet, Watch
from nsc_program.intake._cells import is_blank
from nsc_program.intake._csv import of_csv
from nsc_program.intake._grid import Grid
from nsc_program.intake._heading_rows import HEADINGS_WITHIN
from nsc_program.intake._headings import numbered
from nsc_program.intake._labels import number_in
from nsc_program.intake._likely import likely_headings
from nsc_program.intake._problems import Doubt
from nsc_program.intake._wanted import Wanted
from nsc_program.records._records import AnyRecord
from nsc_program.values._text import Lang
from nsc_program.values._validators import printable
from nsc_program.values._value import Value

__all__ = ["Hidden", "Sheet", "Watch", "open_sheet", "open_sheets", "write_problems"]

_MOST_UNPACKED = 500 * 2**20
_TEXTS = (".csv", ".txt", ".tsv")


Hidden: TypeAlias = Literal["reject", "take", "leave"]
"""What becomes of rows that are hidden or struck through."""


@final
@frozen(kw_only=True)
class Sheet(Value):
    """The table of one sheet.

    Attributes:
        headings: of several rows of headings, each with those above it: “Thời gian thực hiện › Bắt đầu”.
        rows: what stands beneath the headings, each row a mapping from headings to cells.
        first_row: the number of the first of them in the file.
        name: the name of the sheet; none of a CSV file.
        others: the names of the other sheets that hold anything and were not left out: they were not read.
        alike: those of them that have headings of the same class or, if they can be seen, rows of any table.
        above: the lines above the headings.
        hidden: the headings of columns that are read and that nobody sees: they are hidden, or too narrow.
        doubtful: the lines, above and below them, that say that something is planned or cancelled.
        assumed: those that name a kind, a level, a scope or a renewal that no column holds, of rows that are read.
    """

    headings: tuple[str, ...]
    rows: tuple[Mapping[str | None, object], ...] = field(repr=False, hash=False)
    first_row: int
    name: str = ""
    others: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


def open_sheet(
    path: Path,
    kind: type[AnyRecord] | str,
    *,
    sheet: str | None = None,
    named: Mapping[str, str] | Iterable[str] = (),
    ignored: Iterable[str] = (),
    given: Iterable[str] = (),
    hidden: Hidden = "reject",
    watch: Watch = nullcontext,
) -> Sheet:
    """Read the table of a workbook or of a .csv file, for `intake.read`.

    The headings are the rows, near the top, that have the most headings of this class or of those `named`. Without the
    name of a sheet it is the one that is open when the workbook is or, where that has no table, the only one that has.

    Args:
        path: of an .xlsx, .xls or .ods workbook, or of a .csv file in UTF-8.
        kind: the class of the rows.
        sheet: the name of the sheet.
        named: headings that are known to be among those of the table, best by the names of their columns.
        ignored: headings and lines that are to be left alone, whatever they say.
        given: the columns that every row is given a value of, as `values` of `intake.read` names them.
        hidden: whether rows that are hidden or struck through are rejected, taken as the others, or left out.
        watch: wraps a workbook's open file, to show how much of it is read.

    Raises:
        InvalidValue: for a file that cannot be read, has no such headings, or has more rows or columns than a list of
            its size can have.
        UnknownId: for a sheet that there is none of.
        OSError: if there is no such file.
    """
    chosen = () if sheet is None else (sheet,)
    (found,) = open_sheets(
        path, kind, chosen, named=named, ignored=ignored, given=given, hidden=hidden, watch=watch
    )
    return found


def open_sheets(
    path: Path,
    kind: type[AnyRecord] | str,
    sheets: Iterable[str],
    *,
    named: Mapping[str, str] | Iterable[str] = (),
    ignored: Iterable[str] = (),
    given: Iterable[str] = (),
    hidden: Hidden = "reject",
    watch: Watch = nullcontext,
) -> tuple[Sheet, ...]:
    """Read the tables of several sheets of a workbook, which is opened once.

    Args:
        path: of the workbook, or of a .csv file, which has one table.
        kind: the class of the rows.
        sheets: the names of the sheets; none for the one that `open_sheet` takes.
        named: as for `open_sheet`, and so are the others.
        ignored: headings, lines and sheets that are left alone.
        given: as for `open_sheet`.
        hidden: what becomes of rows that are hidden or struck through.
        watch: wraps the open file.

    Returns:
        The tables, in the order of the names.

    Raises:
        InvalidValue: for a file that cannot be read, a sheet without such headings, or more rows or columns than a
            list of this size can have.
        UnknownId: if a sheet does not exist.
        OSError: if the file does not exist.
    """
    known = named if isinstance(named, Mapping) else numbered(named)
    wanted = Wanted.of(kind, known, ignored, given)
    if path.suffix.lower() in _TEXTS:
        grid = of_csv(path.read_bytes(), wanted)
        _refuse_more_rows_than_fit([grid], path.stat().st_size)
        return (_sheet(_layout.laid_out(grid, wanted, {})),)
    book = _book(path, watch)
    chosen = tuple(dict.fromkeys(sheets))
    for name in chosen:
        book.read(name)  # or it does not exist, which is said first
    looked_at = [name for name in book.names if not chosen or not wanted.leaves_out(name)]
    tables = [name for name in looked_at if _layout.has_headings(book.read(name).rows, wanted)]
    chosen = chosen or (_chosen(book, tables),)
    _refuse_more_rows_than_fit([book.read(name).rows for name in chosen], path.stat().st_size)
    others = tuple(
        name for name in book.names if name not in chosen and not wanted.leaves_out(name)
    )
    alike = tuple(name for name in others if name in tables or _may_hold_records(book, name))
    return tuple(
        _table(book.read(name), wanted, hidden, name=name, others=others, alike=alike)
        for name in chosen
    )


_FEW_ROWS = 10_000
_LEAST_BYTES = 10
"""Of a row in a file: no list has shorter ones, a packed workbook's neither."""


def _refuse_more_rows_than_fit(grids: Iterable[Grid], size: int) -> None:
    """Refuse rows that hold something and are too short for records: each would be rejected, which takes long."""
    many = sum(not all(map(is_blank, cells)) for grid in grids for cells in grid)
    most = _FEW_ROWS + size // _LEAST_BYTES
    if many > most:
        raise InvalidValue.at(
            code="too-many-rows",
            vi=f"tệp có {number_in('vi', many)} dòng quá ngắn để là hồ sơ (cỡ tệp này chứa nhiều nhất "
            f"{number_in('vi', most)} dòng); hãy xóa các dòng không phải hồ sơ, hoặc chia nhỏ tệp",
            en=f"it has {many:,} rows, too short for records (a file of its size holds at most {most:,}); delete the "
            "rows that are not records, or split the file",
        )


_FEWEST_OF_A_RECORD = 3


def _may_hold_records(book: Book, name: str) -> bool:
    """Whether a sheet that can be seen has a row that may be a record, whatever its headings: a few cells, a number."""
    return name not in book.hidden and any(map(_may_be_a_record, book.read(name).rows))


def _may_be_a_record(cells: Sequence[object]) -> bool:
    filled = {str(cell) for cell in cells if not is_blank(cell)}
    return len(filled) >= _FEWEST_OF_A_RECORD and any(
        each.isdigit() for cell in filled for each in cell
    )


def _table(raw: RawSheet, wanted: Wanted, hidden: Hidden, *, name: str, **more: Any) -> Sheet:  # noqa: ANN401
    """Lay out a sheet, whose name is a line above its table too."""
    doubted = (
        {} if hidden == "take" else {number: Doubt(fault) for number, fault in raw.doubted.items()}
    )
    left_out = frozenset(doubted) if hidden == "leave" else frozenset()
    noted = notes.doubts(raw.notes, wanted.leaves_out)
    found = _layout.laid_out(
        raw.rows, wanted, {**noted, **doubted}, left_out=left_out, titles=[name]
    )
    unseen = () if hidden == "take" else _unseen(raw, found.headings, wanted)
    return _sheet(found, name=name, hidden=tuple(unseen), **more)


def _unseen(raw: RawSheet, headings: Iterable[str], wanted: Wanted) -> Iterator[str]:
    """Give the headings of columns that are read and that nobody sees."""
    for column, heading in enumerate(headings):
        if raw.hides(column) and wanted.column(heading) is not None:
            yield heading


def _chosen(book: Book, tables: Sequence[str]) -> str:
    """The sheet that is open or, where that has no table, the only one that has."""
    if book.opened in tables:
        return book.opened
    visible = [name for name in tables if name not in book.hidden]
    if len(visible) == 1:
        return visible[0]
    names = ", ".join(f"“{printable(name)}”" for name in book.names)
    likely = likely_headings(book.read(book.opened).rows[:HEADINGS_WITHIN])
    raise InvalidValue.at(
        code="no-headings",
        vi=f"không tìm thấy dòng tiêu đề trong trang “{printable(book.opened)}”; các trang tính của tệp: {names}. Hãy "
        f"chọn trang tính, hoặc chỉ rõ tiêu đề của từng cột{likely.vi}",
        en=f"no headings were found in sheet “{printable(book.opened)}”; the sheets are {names}. Choose one, or name "
        f"the headings with their columns{likely.en}",
    )


def _book(path: Path, watch: Watch) -> Book:
    match path.suffix.lower():
        case ".xlsx" | ".xlsm" as suffix:
            _refuse_bombs(path, suffix)
            from nsc_program.intake import _xlsx  # noqa: PLC0415  # an extra that not everyone has

            return _xlsx.open_book(path, watch)
        case ".ods" as suffix:
            _refuse_bombs(path, suffix)
            from nsc_program.intake import _ods  # noqa: PLC0415

            return _ods.open_book(path, watch)
        case ".xls":
            from nsc_program.intake import _xls  # noqa: PLC0415  # another extra

            return _xls.open_book(path, watch)
        case suffix:
            raise InvalidValue.at(
                code="unknown-file",
                vi=f"không đọc được tệp {suffix or 'không có đuôi'}; hãy lưu thành .xlsx hoặc .csv",
                en=f"{suffix or 'a file without a suffix'} cannot be read; save it as .xlsx or .csv",
            )


def _refuse_bombs(path: Path, suffix: str) -> None:
    with path.open("rb") as file:
        try:
            unpacked = sum(each.file_size for each in zipfile.ZipFile(file).infolist())
        except Exception:  # noqa: BLE001  # a broken directory raises whatever its reader stumbles over
            raise InvalidValue.at(
                code="not-a-workbook",
                vi=f"không phải là tệp {suffix}; hãy lưu lại thành .xlsx hoặc .csv, không đặt mật khẩu",
                en=f"it is not a {suffix} workbook; save it as .xlsx or .csv, without a password",
            ) from None
    if unpacked > _MOST_UNPACKED:
        size, most = unpacked // 2**20, _MOST_UNPACKED // 2**20
        raise InvalidValue.at(
            code="too-large",
            vi=f"tệp giải nén ra {number_in('vi', size)} MB, nhiều hơn {most} MB; hãy lưu thành .csv",
            en=f"it unpacks to {number_in('en', size)} MB, more than {most}; save it as .csv",
        )


def _sheet(found: _layout.Layout, **more: Any) -> Sheet:  # noqa: ANN401  # the other attributes
    return Sheet(
        headings=found.headings,
        rows=found.rows,
        first_row=found.first_row,
        above=found.above,
        doubtful=found.doubtful,
        assumed=found.assumed,
        **more,
    )


def write_problems(
    path: Path,
    intake: Intake,
    headings: Iterable[str],
    lang: Lang,
    *,
    also: Iterable[tuple[Intake, Iterable[str]]] = (),
) -> None:
    """Write the rejected rows to a workbook, as they came, with the wrong cells marked, and a list of all problems.

    Once mended there, the first sheet can be read again. What may be meant by a cell stands beside its row, in a
    column of its own, and is not read. Cells are formatted as text, but for days, so that what is typed stays as it
    is. The workbook holds what the source held, people's names too.

    Args:
        path: of the .xlsx workbook to write.
        intake: what became of the rows of one sheet.
        headings: those of this sheet.
        lang: the language of headings and remarks.
        also: the same of further sheets; each has two sheets of its own in the workbook.

    Raises:
        InvalidValue: without the extra `xlsx`.
    """
    from nsc_program.intake import _mending  # noqa: PLC0415  # an extra that not everyone has

    sources = [(intake, tuple(headings)), *((found, tuple(names)) for found, names in also)]
    numbers = [""] if len(sources) == 1 else [f" {number}" for number in range(1, len(sources) + 1)]
    _mending.write_workbook(
        path,
        (
            sheet
            for number, (found, names) in zip(numbers, sources, strict=True)
            for sheet in _mending.sheets_to_mend(found, names, lang, number)
        ),
    )
