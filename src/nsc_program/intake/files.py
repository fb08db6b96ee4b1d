"""The rows of a spreadsheet or a CSV file, and the rows set aside as a spreadsheet to mend them in.

A file is hostile until it is read: how much it unpacks to is limited, its formulas never run, and what is written of
it is inert. Workbooks need the extra `xlsx`.
"""

import csv
import io
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, TypeAlias, final

from attrs import field, frozen

from nsc_program._validators import printable
from nsc_program._values import Value
from nsc_program.errors import InvalidValue, Message
from nsc_program.intake import Intake, Problem, RowSetAside
from nsc_program.intake._cells import Cut, is_blank
from nsc_program.intake._columns import FUNDING, find_columns
from nsc_program.intake._words import folded
from nsc_program.records import AnyRecord
from nsc_program.sources import Lang, Text

Cells: TypeAlias = Sequence[object]
Watch: TypeAlias = Callable[[BinaryIO], AbstractContextManager[BinaryIO]]
Grid: TypeAlias = Sequence[Cells]

_HEADINGS_WITHIN = 30  # rows: above the headings of an official table stand its titles
_ROWS_OF_HEADINGS = 3
_MOST_UNPACKED = 500 * 2**20
_QUOTES = Message("thiếu hoặc thừa một dấu ngoặc kép", "a quotation mark is missing, or one too many")
_UNIT = re.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+đồng", re.IGNORECASE)
_UNIT_OF_TABLE = re.compile(r"đơn vị(?: tính)?\s*:|ĐVT", re.IGNORECASE)
_DELIMITERS = ",;\t|"


@final
@frozen(kw_only=True)
class Sheet(Value):
    """The table of one sheet.

    Attributes:
        rows: what stands beneath the headings, each row a mapping from headings to cells.
        first_row: the number of the first of them in the file.
        others: the names of the other sheets that hold anything: they were not read.
    """

    headings: tuple[str, ...]
    rows: tuple[Mapping[str | None, object], ...] = field(repr=False, hash=False)
    first_row: int
    others: tuple[str, ...] = ()


def open_sheet(
    path: Path,
    kind: type[AnyRecord] | str,
    *,
    sheet: str | None = None,
    named: Iterable[str] = (),
    watch: Watch = nullcontext,
) -> Sheet:
    """Read the table of an .xlsx workbook or a .csv file, for `intake.read`.

    The headings are the row, near the top, that has the most headings of this class or of those `named`.

    Args:
        path: of an .xlsx workbook, or of a .csv file in UTF-8.
        kind: the class of the rows.
        named: headings that are known to be among those of the table.
        watch: wraps a workbook's open file, to show how much of it is read.
        sheet: the name of the sheet; the one that is open when the workbook is, if it is not given.

    Raises:
        InvalidValue: for a file that cannot be read, or has no such headings.
        UnknownId: for a sheet that there is none of.
        OSError: if there is no such file.
    """
    match path.suffix.lower():
        case ".csv" | ".txt" | ".tsv":
            return _table(_of_csv(path, kind, named), kind, named)
        case ".xlsx" | ".xlsm":
            _refuse_bombs(path)
            from nsc_program.intake import _workbooks  # noqa: PLC0415  # an extra that not everyone has

            grid, others = _workbooks.grid_of(path, sheet, watch)
            return _table(grid, kind, named, others)
        case suffix:
            raise InvalidValue.at(
                code="unknown-file",
                vi=f"không đọc được {suffix or 'tệp không có đuôi'}; lưu thành .xlsx hoặc .csv",
                en=f"{suffix or 'a file without a suffix'} cannot be read; save it as .xlsx or .csv",
            )


def _of_csv(path: Path, kind: type[AnyRecord] | str, named: Iterable[str]) -> Grid:
    text = _decoded(path.read_bytes())
    names = frozenset(map(folded, named))
    delimiter = max(_DELIMITERS, key=lambda each: _headings_between(each, text, kind, names))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        grid = list(reader)
    except csv.Error as problem:
        raise InvalidValue.at(
            code="not-csv",
            vi=f"dòng {reader.line_num}: không phải CSV; {_QUOTES.vi}",
            en=f"line {reader.line_num}: {problem}; {_QUOTES.en}",
        ) from None
    _refuse_swallowed_rows(grid, delimiter)
    return grid


def _headings_between(delimiter: str, text: str, kind: type[AnyRecord] | str, named: frozenset[str]) -> int:
    """How many headings are found if this is what stands between cells."""
    rows = csv.reader(text.splitlines(keepends=True)[:_HEADINGS_WITHIN], delimiter=delimiter)
    try:
        return max((_known(cells, kind, named) for cells in rows), default=0)
    except csv.Error:  # said when all is read
        return 0


def _refuse_swallowed_rows(grid: Grid, delimiter: str) -> None:
    """Refuse a cell that holds the rest of its row and more: of what is between two stray quotation marks."""
    (width, _), *_ = Counter(map(len, grid)).most_common(1) or [(0, 0)]
    for number, row in enumerate(grid, 1):
        for cell in map(str, row):
            many = delimiter in cell and "\n" in cell.replace("\r", "\n")
            if many and (len(row) != width or cell.count(delimiter) >= width - 1):
                raise InvalidValue.at(
                    code="swallowed-rows",
                    vi=f"dòng {number}: một ô chứa cả các dòng khác; {_QUOTES.vi}",
                    en=f"row {number}: a cell holds other rows; {_QUOTES.en}",
                )


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        raise InvalidValue.at(
            code="not-utf-8",
            vi=f"cần chữ UTF-8 (sai ở byte {problem.start}); lưu thành CSV UTF-8",
            en=f"expected UTF-8 text ({problem.reason} at byte {problem.start}); save it as CSV UTF-8",
        ) from None


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


def _table(grid: Grid, kind: type[AnyRecord] | str, named: Iterable[str], others: tuple[str, ...] = ()) -> Sheet:
    place = _place_of_headings(grid, kind, frozenset(map(folded, named)))
    headings = tuple(_with_units(tuple(_headings(grid[place])), grid[max(0, place - _HEADINGS_WITHIN) : place], kind))
    beneath = list(grid[place + 1 :])
    while beneath and all(map(is_blank, beneath[-1])):
        beneath.pop()
    rows = tuple(_row(headings, cells) for cells in beneath)
    return Sheet(headings=headings, rows=rows, first_row=place + 2, others=others)


def _place_of_headings(grid: Grid, kind: type[AnyRecord] | str, named: frozenset[str]) -> int:
    """Where the row stands that has the most headings, of the first that has many of them and the two below it.

    Headings may take several rows. Those of a later table are none of this one, whose rows would be lost.
    """
    known = [_known(cells, kind, named) for cells in grid[:_HEADINGS_WITHIN]]
    if not known or not max(known):
        raise InvalidValue.at(
            code="no-headings",
            vi=f"không thấy tiêu đề cột trong {_HEADINGS_WITHIN} dòng đầu; chỉ rõ tiêu đề của từng cột",
            en=f"no headings were found in the first {_HEADINGS_WITHIN} rows; name them with their columns",
        )
    first = next(place for place, found in enumerate(known) if 2 * found > max(known))
    return max(range(first, min(first + _ROWS_OF_HEADINGS, len(known))), key=known.__getitem__)


def _known(cells: Cells, kind: type[AnyRecord] | str, named: frozenset[str]) -> int:
    texts = [cell for cell in cells if isinstance(cell, str) and not is_blank(cell)]
    found = find_columns(kind, texts)
    return len(
        {*found.headings.values(), *(each for every in found.several.values() for each in every)}
        | {text for text in texts if folded(text) in named}
    )


def _headings(cells: Cells) -> Iterator[str]:
    """A heading for each column, no two the same; a bracket tells those apart that are."""
    seen: set[str] = set()
    for number, cell in enumerate(cells, 1):
        text = "" if is_blank(cell) else " ".join(str(cell).split())
        heading = text if text and text not in seen else f"{text} [{number}]".strip()
        seen.add(heading)
        yield heading


def _with_units(headings: Sequence[str], above: Grid, kind: type[AnyRecord] | str) -> Iterator[str]:
    """The headings, those of money with the unit that stands above them: in a bracket, or once for the whole table."""
    money = {heading for name, heading in find_columns(kind, headings).headings.items() if name.startswith(FUNDING)}
    for column, heading in enumerate(headings):
        if heading not in money or "(" in heading:
            yield heading
            continue
        over = [str(cells[column]) for cells in above if column < len(cells) and isinstance(cells[column], str)]
        table = [
            str(cell) for cells in above for cell in cells if isinstance(cell, str) and _UNIT_OF_TABLE.search(cell)
        ]
        units = [found[0] for text in (*table, *over) if (found := _UNIT.search(text))]
        yield f"{heading} ({units[-1]})" if units else heading


def _row(headings: Sequence[str], cells: Cells) -> Mapping[str | None, object]:
    row: dict[str | None, object] = dict(zip_longest(headings, cells[: len(headings)], fillvalue=Cut()))
    if len(cells) > len(headings):
        row[None] = list(cells[len(headings) :])
    return row


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
    listed = [
        [heading.in_(lang) for heading in PROBLEM_HEADINGS],
        *(problem_cells(each, lang) for each in intake.problems),
    ]
    rows: list[list[object]] = [[_ROW.in_(lang), *names], *(_cells_to_mend(row, names) for row in intake.set_aside)]
    sheets = [
        _workbooks.SheetToWrite(titles[0], rows, _remarks(intake, names, lang)),
        _workbooks.SheetToWrite(titles[1], listed),
    ]
    _workbooks.write_workbook(path, sheets)


def problem_cells(problem: Problem, lang: Lang) -> tuple[str, str, str, str, str]:
    """A problem as the cells of a table."""
    said = problem.message.in_(lang)
    return str(problem.row), printable(problem.column or ""), problem.value, said, problem.suggestion or ""


def _cells_to_mend(row: RowSetAside, headings: Iterable[str]) -> list[object]:
    if not isinstance(row.cells, Mapping):
        return [row.number, row.cells]
    cells = [row.cells.get(heading) for heading in headings]
    extra = row.cells.get(None)
    more = extra if isinstance(extra, (list, tuple)) else ()
    return [row.number, *("?" if isinstance(cell, Cut) else cell for cell in cells), *more]


def _remarks(intake: Intake, headings: Sequence[str], lang: Lang) -> Mapping[tuple[int, int], str]:
    """What is said of which cell; of a row as a whole at its number."""
    rows = {row.number: place for place, row in enumerate(intake.set_aside, 2)}
    columns = {heading: place for place, heading in enumerate(headings, 2)}
    remarks: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for problem in (each for each in intake.problems if each.row in rows):
        said = (problem.message.in_(lang), problem.suggestion)
        remarks[rows[problem.row], columns.get(problem.column or "", 1)].append(" → ".join(filter(None, said)))
    return {place: "; ".join(said) for place, said in remarks.items()}
