"""The rows of a spreadsheet or a CSV file, and the rows set aside as a spreadsheet to mend them in.

A file is hostile until it is read: how much it unpacks to is limited, its formulas never run, and what is written of
it is inert. Workbooks need the extra `xlsx`.
"""

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TypeAlias, final

from attrs import field, frozen

from nsc_program._validators import printable
from nsc_program._values import Value
from nsc_program.errors import InvalidValue
from nsc_program.intake import Fault, Intake, Problem, RowSetAside, _layout
from nsc_program.intake._csv import of_csv
from nsc_program.intake._headings import numbered
from nsc_program.records import AnyRecord
from nsc_program.sources import Lang, Text

if TYPE_CHECKING:
    from nsc_program.intake._workbooks import Book

Watch: TypeAlias = Callable[[BinaryIO], AbstractContextManager[BinaryIO]]

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
        others: the names of the other sheets that hold anything: they were not read.
        alike: those of them that have headings of the same class.
        above: the lines above the headings.
        doubtful: the lines, above and below them, that say that something is planned or cancelled.
    """

    headings: tuple[str, ...]
    rows: tuple[Mapping[str | None, object], ...] = field(repr=False, hash=False)
    first_row: int
    name: str = ""
    others: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


def open_sheet(
    path: Path,
    kind: type[AnyRecord] | str,
    *,
    sheet: str | None = None,
    named: Mapping[str, str] | Iterable[str] = (),
    ignored: Iterable[str] = (),
    hidden: Hidden = "reject",
    watch: Watch = nullcontext,
) -> Sheet:
    """Read the table of a workbook or of a .csv file, for `intake.read`.

    The headings are the rows, near the top, that have the most headings of this class or of those `named`. Without the
    name of a sheet it is the one that is open when the workbook is or, where that has no table, the only one that has.

    Args:
        path: of an .xlsx workbook, or of a .csv file in UTF-8.
        kind: the class of the rows.
        sheet: the name of the sheet.
        named: headings that are known to be among those of the table, best by the names of their columns.
        ignored: headings and lines that are to be left alone, whatever they say.
        hidden: whether rows that are hidden or struck through are set aside, taken as the others, or left out.
        watch: wraps a workbook's open file, to show how much of it is read.

    Raises:
        InvalidValue: for a file that cannot be read, or has no such headings.
        UnknownId: for a sheet that there is none of.
        OSError: if there is no such file.
    """
    known = named if isinstance(named, Mapping) else numbered(named)
    wanted = _layout.Wanted.of(kind, known, ignored)
    if path.suffix.lower() in _TEXTS:
        return _sheet(_layout.laid_out(of_csv(path.read_bytes(), wanted), wanted, {}))
    book = _book(path, watch)
    if sheet is not None:
        book.read(sheet)  # or there is no such sheet, which is said first
    looked_at = [name for name in book.names if sheet is None or not wanted.leaves_out(name)]
    tables = [name for name in looked_at if _layout.has_headings(book.read(name).rows, wanted)]
    chosen = sheet if sheet is not None else _chosen(book, tables)
    raw = book.read(chosen)
    others = tuple(name for name in book.names if name != chosen)
    return _sheet(
        _layout.laid_out(raw.rows, wanted, {} if hidden == "take" else raw.doubted, left_out=hidden == "leave"),
        name=chosen,
        others=others,
        alike=tuple(name for name in others if name in tables and not wanted.leaves_out(name)),
    )


def _chosen(book: "Book", tables: Sequence[str]) -> str:
    """The sheet that is open or, where that has no table, the only one that has."""
    if book.opened in tables:
        return book.opened
    visible = [name for name in tables if name not in book.hidden]
    if len(visible) == 1:
        return visible[0]
    names = ", ".join(f"“{printable(name)}”" for name in book.names)
    raise InvalidValue.at(
        code="no-headings",
        vi=f"không tìm thấy dòng tiêu đề trong trang “{printable(book.opened)}”; các trang tính của tệp: {names}. Hãy "
        "chọn trang tính, hoặc chỉ rõ tiêu đề của từng cột",
        en=f"no headings were found in sheet “{printable(book.opened)}”; the sheets are {names}. Choose one, or name "
        "the headings with their columns",
    )


def _book(path: Path, watch: Watch) -> "Book":
    match path.suffix.lower():
        case ".xlsx" | ".xlsm":
            _refuse_bombs(path)
            from nsc_program.intake import _workbooks  # noqa: PLC0415  # an extra that not everyone has

            return _workbooks.open_book(path, watch)
        case suffix:
            raise InvalidValue.at(
                code="unknown-file",
                vi=f"không đọc được {suffix or 'tệp không có đuôi'}; lưu thành .xlsx hoặc .csv",
                en=f"{suffix or 'a file without a suffix'} cannot be read; save it as .xlsx or .csv",
            )


def _refuse_bombs(path: Path) -> None:
    with path.open("rb") as file:
        try:
            unpacked = sum(each.file_size for each in zipfile.ZipFile(file).infolist())
        except Exception:  # noqa: BLE001  # a broken directory raises whatever its reader stumbles over
            raise InvalidValue.at(
                code="not-a-workbook",
                vi="không phải tệp .xlsx; lưu thành .xlsx hoặc .csv, không đặt mật khẩu",
                en="it is not a .xlsx workbook; save it as .xlsx or .csv, without a password",
            ) from None
    if unpacked > _MOST_UNPACKED:
        size, most = unpacked // 2**20, _MOST_UNPACKED // 2**20
        raise InvalidValue.at(
            code="too-large",
            vi=f"giải nén ra {size} MB, hơn {most}; lưu thành .csv",
            en=f"it unpacks to {size} MB, more than {most}; save it as .csv",
        )


def _sheet(found: _layout.Layout, **more: Any) -> Sheet:  # noqa: ANN401  # the other attributes
    return Sheet(
        headings=found.headings,
        rows=found.rows,
        first_row=found.first_row,
        above=found.above,
        doubtful=found.doubtful,
        **more,
    )


_MOST_LISTED = 20_000
"""As many problems are listed; the rows to mend are written, and marked, all of them."""
_MOST_REMARKS = 2_000
"""More than there are comments in a workbook."""
_TITLES = (Text(vi="Dòng cần sửa", en="Rows to mend"), Text(vi="Vấn đề", en="Problems"))
_ROW = Text(vi="Dòng", en="Row")
PROBLEM_HEADINGS = (
    _ROW,
    Text(vi="Cột", en="Column"),
    Text(vi="Giá trị", en="Value"),
    Text(vi="Vấn đề", en="Problem"),
    Text(vi="Gợi ý", en="Suggestion"),
)


def write_problems(path: Path, intake: Intake, headings: Iterable[str], lang: Lang) -> None:
    """Write the rows set aside to a workbook, as they came, with the cells marked that are wrong, and a list of all.

    Once mended there, the first sheet can be read again. It holds what the source held, people's names too.

    Raises:
        InvalidValue: without the extra `xlsx`.
    """
    from nsc_program.intake import _workbooks  # noqa: PLC0415

    names = tuple(headings)
    titles = [title.in_(lang) for title in _TITLES]
    listed: list[Sequence[object]] = [
        [heading.in_(lang) for heading in PROBLEM_HEADINGS],
        *(problem_cells(each, lang) for each in intake.problems[:_MOST_LISTED]),
    ]
    left = len(intake.problems) - _MOST_LISTED
    if left > 0:
        listed.append([Text(vi=f"… và {left} vấn đề nữa", en=f"… and {left} more problems").in_(lang)])
    places: dict[object, int] = {heading: place for place, heading in enumerate(names, 2)}
    cut: defaultdict[int, list[str | None]] = defaultdict(list)
    for each in intake.problems:
        if each.code is Fault.CUT_SHORT:
            cut[each.row].append(each.column)
    rows: list[Sequence[object] | Mapping[int, object]] = [[_ROW.in_(lang), *names]]
    rows += (_cells_to_mend(row, places, cut.get(row.number, ())) for row in intake.set_aside)
    sheets = [
        _workbooks.SheetToWrite(titles[0], rows, _remarks(intake, names, lang)),
        _workbooks.SheetToWrite(titles[1], listed),
    ]
    _workbooks.write_workbook(path, sheets)


def problem_cells(problem: Problem, lang: Lang) -> tuple[str, str, str, str, str]:
    """A problem as the cells of a table."""
    said = problem.message.in_(lang)
    return str(problem.row), printable(problem.column or ""), problem.value, said, problem.suggestion or ""


def _cells_to_mend(row: RowSetAside, places: Mapping[object, int], cut: Iterable[str | None]) -> Mapping[int, object]:
    """The cells that a row has, by their columns; where it was cut off before one that is read, a question mark."""
    if not isinstance(row.cells, Mapping):
        return {1: row.number, 2: row.cells}
    there = row.cells.filled() if isinstance(row.cells, _layout.Row) else row.cells.items()
    found = {places[heading]: cell for heading, cell in there if heading in places}
    extra = row.cells.get(None)
    more = extra if isinstance(extra, (list, tuple)) else ()
    return {
        1: row.number,
        **found,
        **{places[heading]: "?" for heading in cut if heading in places},
        **dict(enumerate(more, len(places) + 2)),
    }


def _remarks(intake: Intake, headings: Sequence[str], lang: Lang) -> Mapping[tuple[int, int], str]:
    """What is said of which cell; of a row as a whole at its number."""
    rows = {row.number: place for place, row in enumerate(intake.set_aside, 2)}
    columns = {heading: place for place, heading in enumerate(headings, 2)}
    remarks: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for problem in (each for each in intake.problems if each.row in rows):
        remark = remarks[rows[problem.row], columns.get(problem.column or "", 1)]
        if len(remarks) <= _MOST_REMARKS:  # the others are marked, and no more
            remark.append(" → ".join(filter(None, (problem.message.in_(lang), problem.suggestion))))
    return {place: "; ".join(said) for place, said in remarks.items()}
