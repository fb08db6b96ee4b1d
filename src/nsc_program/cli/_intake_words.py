"""What `nsc-program intake` says: what became of the rows, what nobody read, and what is to be decided."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from itertools import chain

from nsc_program.cli._options import width
from nsc_program.errors import InvalidValue, Message, NscError, Problem, UnknownId
from nsc_program.intake import Fault, Found, Intake, UnreadColumn
from nsc_program.intake._blocks import PROBLEM_HEADINGS, problem_cells, problem_lines
from nsc_program.intake._columns import TELLING, is_there
from nsc_program.intake._discreet import masked
from nsc_program.intake._labels import label_of, listed, number_in
from nsc_program.intake._sentences import message
from nsc_program.intake.files import Sheet
from nsc_program.report import Grid
from nsc_program.report.text import drawn_grid
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

_MOST_SHOWN = 50
_SHARES = (8, 20, 20, 36, 16)
_AS_WELL: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "person": (("person",), ("headcount",)),
    "period": (("period",), ("period.start", "period.end")),
}
"""Of which columns others do as well."""
_OF_ALL_ROWS = frozenset({"on", "issued", "period", "indicator"})
"""The columns whose value all rows of a list may share."""
_OPTIONS: Mapping[Fault, str] = {
    Fault.NO_COLUMN: "--column",
    Fault.TWO_COLUMNS: "--column",
    Fault.CANCELLED: "--column, --ignore",
    Fault.NOT_DONE: "--ignore",
    Fault.HIDDEN_ROW: "--hidden-rows",
    Fault.STRUCK_ROW: "--hidden-rows",
    Fault.DOUBTFUL_LINE: "--ignore",
    Fault.ASSUMED_LINE: "--ignore",
    Fault.KEY_CHANGED: "--corrects-keys",
    Fault.A_NAME: "--secret",
    Fault.PERSONAL_NUMBER: "--secret",
}
"""The options that decide what becomes of rows with a fault."""


def quoted(names: Iterable[str]) -> str:
    """Return names in quotation marks, for both languages."""
    return ", ".join(f"“{printable(masked(name))}”" for name in names)


# --- what is refused ---


@contextmanager
def in_options() -> Iterator[None]:
    """Put the option that decides in what is refused within, in the place of a name that the code has for it.

    Raises:
        InvalidValue: in the place of another refusal.
    """
    try:
        yield
    except UnknownId as problem:
        raise InvalidValue(_unknown(problem)) from None
    except NscError as problem:
        raise InvalidValue(*map(_of_option, problem.problems)) from None


def _unknown(problem: UnknownId) -> Problem:
    what, wanted, known = problem.args
    name = printable(wanted)
    if what == "sheet":
        vi = f"không có trang tính “{name}”; hãy chọn bằng --sheet một trong các trang: {quoted(known)}"
        en = f"there is no sheet “{name}”; choose one of these with --sheet: {quoted(known)}"
    elif what == "column":
        vi = f"không có trường “{name}”; hãy ghi sau --column hoặc --value một trong: {_fields(known, 'vi')}"
        en = f"there is no field “{name}”; write one of these behind --column or --value: {_fields(known, 'en')}"
    elif what == "class of records to make a claim about":
        vi = "không xác nhận đầy đủ được cho loại dòng này; hãy bỏ --complete-through"
        en = "rows of this kind cannot be claimed complete; leave out --complete-through"
    else:
        return problem.problems[0]
    return Problem((), "unknown-id", Message(vi, en))


def _fields(names: Iterable[str], lang: Lang) -> str:
    """Return the names that options take, each with what it means."""
    return ", ".join(f"“{name}” ({label_of(name).in_(lang)[1:-1]})" for name in names)


def _of_option(problem: Problem) -> Problem:
    match problem.path, problem.code:
        case ("values", name), _:
            return _behind(f'--value "{name}=…"', problem)
        case ("id_from",), _:
            return _behind("--id-from", problem)
        case ("secret",), "too-short":
            return problem._replace(path=(), message=_SHORT_SECRET)
        case _, "ends-before-it-starts":
            return problem._replace(message=_CLAIM_BACKWARDS)
        case _, "no-headings":
            vi, en = (f"{said} (--sheet, --column)" for said in problem.message)
            return problem._replace(message=Message(vi, en))
    return problem


def _behind(option: str, problem: Problem) -> Problem:
    vi, en = (f"{option}: {said}" for said in problem.message)
    return problem._replace(path=(), message=Message(vi, en))


_SHORT_SECRET = Message(
    "khóa bí mật quá ngắn; hãy dùng khóa có ít nhất 32 byte, tức 64 chữ số thập lục phân",
    "the secret is too short; use one of at least 32 bytes, which are 64 hexadecimal digits",
)
_CLAIM_BACKWARDS = Message(
    "--complete-from muộn hơn --complete-through; hãy sửa một trong hai ngày",
    "--complete-from is later than --complete-through; correct one of them",
)


def lacking(
    found: Found, named: AbstractSet[str], otherwise: AbstractSet[str]
) -> Iterator[Message]:
    """Say which columns were not found, and which may be any of several, with the options that settle it."""
    for name in found.missing:
        if name not in named and not is_there(name, otherwise):
            yield _not_found(name)
    for name, several in found.several.items():
        if name not in named:
            label, headings = label_of(name), quoted(several)
            yield Message(
                f'có nhiều cột có thể là {label.vi}: {headings}; hãy chọn bằng --column "{name}=TÊN CỘT"',
                f'several columns may be the {label.en}: {headings}; choose with --column "{name}=HEADING"',
            )


def _not_found(name: str) -> Message:
    """Say that there is no column, nor one that does as well."""
    choices = _AS_WELL.get(name, ((name,),))
    labels = [listed(names) for names in choices]
    vi, en = " hoặc ".join(each.vi for each in labels), " or ".join(each.en for each in labels)
    ways = _other_ways(name)
    return Message(
        f"không có cột {vi}; hãy chỉ rõ bằng {' hoặc '.join(_named(names, 'TÊN CỘT') for names in choices)}{ways.vi}",
        f"there is no column for the {en}; name it with "
        f"{' or '.join(_named(names, 'HEADING') for names in choices)}{ways.en}",
    )


def _named(names: Iterable[str], heading: str) -> str:
    return " ".join(f'--column "{name}={heading}"' for name in names)


def _other_ways(name: str) -> Message:
    """Say what else settles that there is no such column."""
    if name in TELLING:
        return Message(
            f', hoặc ghi --column "{name}=" nếu bảng không có cột này',
            f', or write --column "{name}=" if the table has none',
        )
    if name == "id":
        return Message(
            ', hoặc ghép mã từ các cột khác bằng --id-from "TÊN CỘT"',
            ', or make ids of other columns with --id-from "HEADING"',
        )
    if name in _OF_ALL_ROWS:
        return Message(
            f', hoặc --value "{name}=GIÁ TRỊ" nếu mọi dòng có cùng giá trị',
            f', or with --value "{name}=VALUE" if it is the same in all rows',
        )
    return Message("", "")


def absent(chosen: Mapping[str, str], sheet: Sheet) -> Iterator[Message]:
    """Say which headings that options name are not there."""
    for name, heading in chosen.items():
        if heading not in sheet.headings:
            wanted, label = printable(heading), label_of(name)
            yield Message(
                f"--column: không có cột “{wanted}” để làm {label.vi}; hãy ghi đúng tên cột trong bảng",
                f"--column: there is no column “{wanted}” to be the {label.en}; write a heading of the table",
            )


def there_are(sheet: Sheet) -> Message:
    """Say which columns there are to choose from."""
    headings = quoted(filter(None, sheet.headings))
    return Message(f"bảng có các cột: {headings}", f"the columns of the table are {headings}")


def sheets_unread(names: Iterable[str]) -> Message:
    """Say that nothing is complete while other sheets with such a table are not read."""
    sheets = quoted(names)
    return Message(
        f"chưa thể khẳng định số liệu đầy đủ vì còn các trang tính chưa nhập: {sheets}; hãy nhập từng trang bằng "
        "--sheet, hoặc bỏ qua bằng --ignore",
        f"nothing can be claimed complete while sheets are not taken in: {sheets}; take in each with --sheet, or leave "
        "it out with --ignore",
    )


def not_read(sheet: str) -> Message:
    """Say that a sheet was not read."""
    name = printable(masked(sheet))
    return Message(
        f"chưa nhập trang tính “{name}”; hãy nhập bằng --sheet “{name}” nếu trang có số liệu",
        f"sheet “{name}” was not read; read it with --sheet “{name}” if it holds data",
    )


# --- what became of the rows ---


def summary(found: Intake, sheet: Sheet, lang: Lang) -> Iterator[str]:
    """Say what became of the rows, what was not read, and what is wrong."""
    yield _counts(found, lang)
    if found.unused:
        names = quoted(filter(None, found.unused))
        yield Text(
            vi=f"Các cột không dùng: {names}", en=f"Columns that were not used: {names}"
        ).in_(lang)
    yield from (_of_column(each, lang) for each in found.telling)
    yield from (_of_line(each, lang) for each in sheet.doubtful)
    yield from (_of_hidden(each, lang) for each in sheet.hidden)
    yield from (_of_assumed(each, lang) for each in sheet.assumed)
    if found.problems:
        yield from _problems(found, lang)


def _counts(found: Intake, lang: Lang) -> str:
    numbers = (found.rows, found.accepted, found.repeats, len(found.rejected), found.without_data)
    rows, accepted, repeats, rejected, without = (number_in(lang, number) for number in numbers)
    unit = "row" if found.rows == 1 else "rows"
    to_mend = " (cần sửa)" if found.rejected else ""
    return Text(
        vi=f"Có {rows} dòng: tiếp nhận {accepted}, trùng {repeats}, chưa đọc được {rejected}{to_mend}; "
        f"{without} dòng không có số liệu",
        en=f"Read {rows} {unit}: accepted {accepted}, repeated {repeats}, rejected {rejected}; {without} without data",
    ).in_(lang)


def _of_column(column: UnreadColumn, lang: Lang) -> str:
    """Say what a column tells that nobody reads, and what to do."""
    said = "; ".join(
        f"“{printable(value)}” ({number_in(lang, times)})" for value, times in column.values
    )
    more = "; …" if column.different > len(column.values) else ""
    heading = printable(masked(column.heading))
    return Text(
        vi=f"Cột “{heading}” chưa được đọc và có ghi ngày hoặc tình trạng: {said}{more}. Hãy chỉ ra nội dung của cột "
        f"bằng --column, hoặc bỏ qua bằng --ignore “{heading}”",
        en=f"Column “{heading}” was not read, and speaks of days or of a state: {said}{more}. Say what it is with "
        f"--column, or leave it out with --ignore “{heading}”",
    ).in_(lang)


def _of_line(line: str, lang: Lang) -> str:
    seen = printable(masked(line))
    return Text(
        vi=f"Dòng “{seen}” nói về dự kiến, kế hoạch hoặc việc đã hủy. Nếu các dòng của bảng đã thực hiện, hãy bỏ qua "
        f"dòng này bằng --ignore “{seen}”",
        en=f"The line “{seen}” speaks of what is planned or cancelled. If the rows of the table did take place, leave "
        f"the line out with --ignore “{seen}”",
    ).in_(lang)


def _of_hidden(heading: str, lang: Lang) -> str:
    seen = printable(heading)
    return Text(
        vi=f"Cột “{seen}” được đọc nhưng đang bị ẩn. Hãy cho hiện cột để kiểm tra, hoặc xác nhận bằng "
        "“--hidden-rows take”",
        en=f"Column “{seen}” is read and is hidden. Show it and look at it, or confirm it with “--hidden-rows take”",
    ).in_(lang)


def _of_assumed(line: str, lang: Lang) -> str:
    seen = printable(line)
    return Text(
        vi=f"Dòng “{seen}” ghi loại hình, cấp, phạm vi, việc công nhận lại, địa bàn hoặc năm mà các dòng không ghi. "
        f"Hãy thêm cột, "
        f"chỉ rõ giá trị bằng --value, hoặc bỏ qua dòng này bằng --ignore “{seen}”",
        en=f"The line “{seen}” names a kind, a level, a scope, a renewal, a district or a year that the rows do not have. "
        f"Add the column, give the value with --value, or leave the line out with --ignore “{seen}”",
    ).in_(lang)


def _problems(found: Intake, lang: Lang) -> Iterator[str]:
    """Say how often each thing is wrong, and draw the first lines of the table of problems."""
    for fault, times in Counter(problem.code for problem in found.problems).most_common():
        option = f" ({_OPTIONS[fault]})" if fault in _OPTIONS else ""
        yield f"  {number_in(lang, times)} × {message(fault).in_(lang)}{option}"
    lines = list(problem_lines(found.problems))
    cells = tuple(problem_cells(line, lang) for line in lines[:_MOST_SHOWN])
    headings = tuple(heading.in_(lang) for heading in PROBLEM_HEADINGS)
    yield from drawn_grid(Grid(title="", headings=headings, rows=cells), _SHARES, width())
    more = sum(1 for _ in chain.from_iterable(lines[_MOST_SHOWN:]))
    if more:
        number = number_in(lang, more)
        yield Text(
            vi=f"… và {number} vấn đề nữa; --problems VẤN_ĐỀ.xlsx ghi tất cả",
            en=f"… and {number} more; --problems PROBLEMS.xlsx writes all",
        ).in_(lang)
