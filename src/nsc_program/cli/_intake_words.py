"""The messages and summaries of the command `intake`.

A summary states how many rows were read and rejected, which parts of the sheet were not read, and
which decisions are left to the user.
"""

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
from nsc_program.intake._messages import message
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
"""The alternatives to a column, itself included: sets of columns that serve together."""
_OF_ALL_ROWS = frozenset({"on", "issued", "period", "indicator"})
"""The columns whose value may be the same in all rows of a list."""
_OPTIONS: Mapping[Fault, str] = {
    Fault.NO_COLUMN: "--column",
    Fault.TWO_COLUMNS: "--column",
    Fault.CANCELLED: "--column, --ignore",
    Fault.NOT_DONE: "--ignore",
    Fault.OTHER_COUNT: "--ignore",
    Fault.HIDDEN_ROW: "--hidden-rows",
    Fault.STRUCK_ROW: "--hidden-rows",
    Fault.DOUBTFUL_LINE: "--ignore",
    Fault.ASSUMED_LINE: "--ignore",
    Fault.KEY_CHANGED: "--corrects-keys",
    Fault.A_NAME: "--secret",
    Fault.PERSONAL_NUMBER: "--secret",
}
"""The options with which the user decides about rows with a fault."""


def quoted(names: Iterable[str]) -> str:
    """Return names in quotation marks, separated by commas, for both languages.

    Args:
        names: headings or names of sheets; personal data in them are masked.
    """
    return ", ".join(f"“{printable(masked(name))}”" for name in names)


# --- errors ---


@contextmanager
def in_options() -> Iterator[None]:
    """Rewrite the errors that are raised in the context, so that they name options of the command.

    Raises:
        InvalidValue: in place of another error of this library.
    """
    try:
        yield
    except UnknownId as problem:
        raise InvalidValue(_unknown(problem)) from None
    except NscError as problem:
        raise InvalidValue(*map(_of_option, problem.problems)) from None


def _unknown(problem: UnknownId) -> Problem:
    """Write the problem of an unknown sheet or field, with the option that names it."""
    what, wanted, known = problem.args
    name = printable(wanted)
    if what == "sheet":
        sheets = quoted(known)
        vi = f"không có trang tính “{name}”; hãy chọn bằng --sheet một trong các trang: {sheets}"
        en = f"there is no sheet “{name}”; choose one of these with --sheet: {sheets}"
    elif what == "column":
        vi = (
            f"không có trường “{name}”; hãy ghi sau --column hoặc --value một trong: "
            f"{_fields(known, 'vi')}"
        )
        en = (
            f"there is no field “{name}”; write one of these after --column or --value: "
            f"{_fields(known, 'en')}"
        )
    elif what == "class of records to make a claim about":
        vi = "không xác nhận đầy đủ được cho loại dòng này; hãy bỏ --complete-through"
        en = "rows of this kind cannot be claimed complete; remove --complete-through"
    else:
        return problem.problems[0]
    return Problem((), "unknown-id", Message(vi, en))


def _fields(names: Iterable[str], lang: Lang) -> str:
    """Return the names of fields, each with its label."""
    return ", ".join(f"“{name}” ({label_of(name).in_(lang)[1:-1]})" for name in names)


def _of_option(problem: Problem) -> Problem:
    """Write a problem with the option that it is about, if there is such an option."""
    match problem.path, problem.code:
        case ("values", name), _:
            return _about(f'--value "{name}=…"', problem)
        case ("id_from",), _:
            return _about("--id-from", problem)
        case ("secret",), "too-short":
            return problem._replace(path=(), message=_SHORT_SECRET)
        case _, "ends-before-it-starts":
            return problem._replace(message=_CLAIM_BACKWARDS)
        case _, "no-headings":
            vi, en = (f"{sentence} (--sheet, --column)" for sentence in problem.message)
            return problem._replace(message=Message(vi, en))
    return problem


def _about(option: str, problem: Problem) -> Problem:
    """Put an option before the sentence of a problem, in place of its path."""
    vi, en = (f"{option}: {sentence}" for sentence in problem.message)
    return problem._replace(path=(), message=Message(vi, en))


_SHORT_SECRET = Message(
    "khóa bí mật quá ngắn; hãy dùng khóa có ít nhất 32 byte, tức 64 chữ số thập lục phân",
    "the secret is too short; use at least 32 bytes, that is 64 hexadecimal digits",
)
_CLAIM_BACKWARDS = Message(
    "--complete-from muộn hơn --complete-through; hãy sửa một trong hai ngày",
    "--complete-from is later than --complete-through; correct one of them",
)


def lacking(
    found: Found, named: AbstractSet[str], otherwise: AbstractSet[str]
) -> Iterator[Message]:
    """Yield a message for each column that was not found, or that may be any of several.

    Args:
        found: the columns that were found among the headings.
        named: the fields that options name; nothing is missing for them.
        otherwise: the fields whose values are known, from a column or from an option.

    Yields:
        The messages, with the options that settle the matter.
    """
    for name in found.missing:
        if name not in named and not is_there(name, otherwise):
            yield _not_found(name)
    for name, several in found.several.items():
        if name not in named:
            label, headings = label_of(name), quoted(several)
            yield Message(
                f"có nhiều cột có thể là {label.vi}: {headings}; "
                f'hãy chọn bằng --column "{name}=TÊN CỘT"',
                f"several columns may be the {label.en}: {headings}; "
                f'choose one with --column "{name}=HEADING"',
            )


def _not_found(name: str) -> Message:
    """Write that a column is missing, and the options that supply it."""
    choices = _AS_WELL.get(name, ((name,),))
    labels = [listed(names) for names in choices]
    label_vi = " hoặc ".join(label.vi for label in labels)
    label_en = " or ".join(label.en for label in labels)
    option_vi = " hoặc ".join(_naming(names, "TÊN CỘT") for names in choices)
    option_en = " or ".join(_naming(names, "HEADING") for names in choices)
    ways = _other_ways(name)
    return Message(
        f"không có cột {label_vi}; hãy chỉ rõ bằng {option_vi}{ways.vi}",
        f"there is no column for the {label_en}; name it with {option_en}{ways.en}",
    )


def _naming(names: Iterable[str], heading: str) -> str:
    """Write the options that name the columns of some fields."""
    return " ".join(f'--column "{name}={heading}"' for name in names)


def _other_ways(name: str) -> Message:
    """Write the other option that settles a missing column; empty if there is no such option."""
    if name in TELLING:
        return Message(
            f', hoặc ghi --column "{name}=" nếu bảng không có cột này',
            f', or write --column "{name}=" if the table does not have this column',
        )
    if name == "id":
        return Message(
            ', hoặc ghép mã từ các cột khác bằng --id-from "TÊN CỘT"',
            ', or make ids from other columns with --id-from "HEADING"',
        )
    if name in _OF_ALL_ROWS:
        return Message(
            f', hoặc --value "{name}=GIÁ TRỊ" nếu mọi dòng có cùng giá trị',
            f', or give the value with --value "{name}=VALUE" if it is the same in all rows',
        )
    return Message("", "")


def absent(chosen: Mapping[str, str], sheet: Sheet) -> Iterator[Message]:
    """Yield a message for each heading that an option names and the sheet does not have.

    Args:
        chosen: the headings that options name, under their fields.
        sheet: the sheet that was read.
    """
    for name, heading in chosen.items():
        if heading not in sheet.headings:
            wanted, label = printable(heading), label_of(name)
            yield Message(
                f"--column: không có cột “{wanted}” để làm {label.vi}; "
                "hãy ghi đúng tên cột trong bảng",
                f"--column: there is no column “{wanted}” for the {label.en}; "
                "write a heading of the table",
            )


def there_are(sheet: Sheet) -> Message:
    """List the columns of a table, from which the user may choose.

    Args:
        sheet: the sheet that holds the table.
    """
    headings = quoted(filter(None, sheet.headings))
    return Message(f"bảng có các cột: {headings}", f"the columns of the table are {headings}")


def sheets_unread(names: Iterable[str]) -> Message:
    """Write that no claim can be made while other sheets with such a table are not read.

    Args:
        names: the names of those sheets.
    """
    sheets = quoted(names)
    return Message(
        f"chưa thể khẳng định số liệu đầy đủ vì còn các trang tính chưa nhập: {sheets}; "
        "hãy nhập từng trang bằng --sheet, hoặc bỏ qua bằng --ignore",
        f"the data cannot be claimed complete while these sheets are not read: {sheets}; "
        "read each of them with --sheet, or ignore it with --ignore",
    )


def not_read(sheet: str) -> Message:
    """Write that a sheet was not read.

    Args:
        sheet: the name of the sheet.
    """
    name = printable(masked(sheet))
    return Message(
        f"chưa nhập trang tính “{name}”; hãy nhập bằng --sheet “{name}” nếu trang có số liệu",
        f"sheet “{name}” was not read; if it holds data, read it with --sheet “{name}”",
    )


# --- summaries ---


def summary(intake: Intake, sheet: Sheet, lang: Lang) -> Iterator[str]:
    """Summarize what was read from a sheet, what was not read, and what is wrong.

    Args:
        intake: the result of reading the rows.
        sheet: the sheet that the rows come from.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Yields:
        The lines.
    """
    yield _counts(intake, lang)
    if intake.unused:
        names = quoted(filter(None, intake.unused))
        yield Text(vi=f"Các cột không dùng: {names}", en=f"Unused columns: {names}").in_(lang)
    yield from (_of_column(column, lang) for column in intake.telling)
    yield from (_of_line(line, lang) for line in sheet.doubtful)
    yield from (_of_hidden(heading, lang) for heading in sheet.hidden)
    yield from (_of_assumed(line, lang) for line in sheet.assumed)
    if intake.problems:
        yield from _problems(intake, lang)


def _counts(intake: Intake, lang: Lang) -> str:
    """Write how many rows were read, accepted and rejected."""
    counts = (
        intake.rows,
        intake.accepted,
        intake.repeats,
        len(intake.rejected),
        intake.without_data,
    )
    rows, accepted, repeats, rejected, without = (number_in(lang, count) for count in counts)
    unit = "row" if intake.rows == 1 else "rows"
    to_mend = " (cần sửa)" if intake.rejected else ""
    return Text(
        vi=f"Có {rows} dòng: tiếp nhận {accepted}, trùng {repeats}, "
        f"chưa tiếp nhận được {rejected}{to_mend}; {without} dòng không có số liệu",
        en=f"Read {rows} {unit}: accepted {accepted}, repeated {repeats}, rejected {rejected}; "
        f"{without} without data",
    ).in_(lang)


def _of_column(column: UnreadColumn, lang: Lang) -> str:
    """Write which values an unread column holds, and what to do about it."""
    values = "; ".join(
        f"“{printable(value)}” ({number_in(lang, times)})" for value, times in column.values
    )
    more = "; …" if column.different > len(column.values) else ""
    heading = printable(masked(column.heading))
    return Text(
        vi=f"Cột “{heading}” chưa được đọc và có ghi ngày, tình trạng hoặc ghi chú: "
        f"{values}{more}. "
        f"Hãy chỉ ra nội dung của cột bằng --column, hoặc bỏ qua bằng --ignore “{heading}”",
        en=f"Column “{heading}” was not read and contains days, states or remarks: {values}{more}. "
        f"Assign it to a field with --column, or ignore it with --ignore “{heading}”",
    ).in_(lang)


def _of_line(line: str, lang: Lang) -> str:
    """Write that a line may make the rows doubtful, and what to do about it."""
    seen = printable(masked(line))
    return Text(
        vi=f"Dòng “{seen}” nói về dự kiến, kế hoạch hoặc việc đã hủy. "
        f"Nếu các dòng của bảng đã thực hiện, hãy bỏ qua dòng này bằng --ignore “{seen}”",
        en=f"The line “{seen}” mentions planned or cancelled work. "
        f"If the events in the table did take place, ignore the line with --ignore “{seen}”",
    ).in_(lang)


def _of_hidden(heading: str, lang: Lang) -> str:
    """Write that a column is read although it is hidden, and what to do about it."""
    seen = printable(heading)
    return Text(
        vi=f"Cột “{seen}” được đọc nhưng đang bị ẩn. "
        "Hãy cho hiện cột để kiểm tra, hoặc xác nhận bằng “--hidden-rows take”",
        en=f"Column “{seen}” was read although it is hidden. "
        "Unhide it and check it, or confirm it with “--hidden-rows take”",
    ).in_(lang)


def _of_assumed(line: str, lang: Lang) -> str:
    """Write that a line states a property of all rows, and what to do about it."""
    seen = printable(line)
    return Text(
        vi=f"Dòng “{seen}” ghi loại hình, cấp, phạm vi, việc công nhận lại, địa bàn hoặc năm mà "
        "các dòng của bảng không ghi. Hãy thêm cột, chỉ rõ giá trị bằng --value, hoặc bỏ qua dòng "
        f"này bằng --ignore “{seen}”",
        en=f"The line “{seen}” names a kind, a level, a scope, a renewal, a district or a year "
        "that the rows of the table do not name. Add the column, give the value with --value, or "
        f"ignore the line with --ignore “{seen}”",
    ).in_(lang)


def _problems(intake: Intake, lang: Lang) -> Iterator[str]:
    """Count the problems by kind, and draw the first lines of the table of problems."""
    for fault, times in Counter(problem.code for problem in intake.problems).most_common():
        option = f" ({_OPTIONS[fault]})" if fault in _OPTIONS else ""
        yield f"  {number_in(lang, times)} × {message(fault).in_(lang)}{option}"
    lines = list(problem_lines(intake.problems))
    cells = tuple(problem_cells(line, lang) for line in lines[:_MOST_SHOWN])
    headings = tuple(heading.in_(lang) for heading in PROBLEM_HEADINGS)
    yield from drawn_grid(Grid(title="", headings=headings, rows=cells), _SHARES, width())
    more = sum(1 for _ in chain.from_iterable(lines[_MOST_SHOWN:]))
    if more:
        number = number_in(lang, more)
        yield Text(
            vi=f"… và {number} vấn đề nữa; --problems VẤN_ĐỀ.xlsx ghi tất cả",
            en=f"… and {number} more; --problems PROBLEMS.xlsx writes all of them",
        ).in_(lang)
