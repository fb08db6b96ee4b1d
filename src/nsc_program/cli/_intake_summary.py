"""The summaries of the command `intake`.

A summary states how many rows were read and rejected, which parts of the sheet were not read, and
which decisions are left to the user.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from nsc_program.cli._intake_lines import unread_line
from nsc_program.cli._intake_words import quoted
from nsc_program.cli._page import drawn
from nsc_program.intake import Fault, Intake, UnreadColumn
from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._headings.blocks import PROBLEM_HEADINGS, Line, problem_cells, problem_lines
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake._messages.messages import message
from nsc_program.intake._words.words import spoken
from nsc_program.intake.files import Sheet
from nsc_program.records._enumerations import Solution
from nsc_program.report import Grid
from nsc_program.report.phrases import each_in
from nsc_program.report.text import Page, Shape, drawn_grid
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

_MOST_SHOWN = 50
_SHARES = (8, 20, 20, 36, 16)
_ROW = Text(vi="Dòng {}", en="Row {}")
_OPTIONS: Mapping[str, str] = {
    Fault.NO_COLUMN: "--column",
    Fault.TWO_COLUMNS: "--column",
    Fault.CANCELLED: "--column, --ignore",
    Fault.NOT_DONE: "--ignore",
    Fault.OTHER_COUNT: "--ignore",
    Fault.OTHER_SUM: "--ignore",
    Fault.HIDDEN_ROW: "--hidden-rows",
    Fault.STRUCK_ROW: "--hidden-rows",
    Fault.UNSEEN_HEADING: "--hidden-rows",
    Fault.DOUBTFUL_LINE: "--ignore",
    Fault.ASSUMED_LINE: "--ignore",
    Fault.KEY_CHANGED: "--corrects-keys",
    Fault.A_NAME: "--secret",
    Fault.PERSONAL_NUMBER: "--secret",
}
"""The options with which the user decides about rows with a fault."""


def summary(
    intake: Intake, sheet: Sheet, of_other_days: Iterable[str], page: Page, lang: Lang
) -> Iterator[str]:
    """Summarize what was read from a sheet, what was not read, and what is wrong.

    Args:
        intake: the result of reading the rows.
        sheet: the sheet that the rows come from.
        of_other_days: the lines that contradict a day given for all rows.
        page: what the table of problems is drawn on.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Yields:
        The lines.
    """
    yield _counts(intake, lang)
    if intake.unused:
        yield f"{_UNUSED.in_(lang)}: {quoted(filter(None, intake.unused))}"
    for column in intake.telling:
        yield _of_column(column, lang, is_read=column.heading not in intake.unused)
    yield from _to_decide(sheet, lang)
    yield from (_of_another_day(line, lang) for line in of_other_days)
    yield from (unread_line(line, lang) for line in (*sheet.unread, *intake.lines))
    if intake.problems:
        yield from _by_fault(intake, lang)
        yield from _first_problems(intake, page, lang)


_UNUSED = Text(vi="Các cột không dùng", en="Unused columns")


def _to_decide(sheet: Sheet, lang: Lang) -> Iterator[str]:
    """Write what a sheet says beside its rows, and what to do about it."""
    yield from (_of_line(line, lang) for line in sheet.doubtful)
    yield from (_of_hidden(heading, lang) for heading in sheet.hidden)
    yield from (_of_presumed(heading, lang) for heading in sheet.presumed)
    yield from (_of_assumed(line, lang) for line in sheet.assumed)


def _counts(intake: Intake, lang: Lang) -> str:
    """Write how many rows were read, accepted and rejected."""
    in_lang = partial(number_in, lang)
    rows, accepted, repeats = map(in_lang, (intake.rows, intake.accepted, intake.repeats))
    rejected, without = map(in_lang, (len(intake.rejected), intake.without_data))
    unit = "row" if intake.rows == 1 else "rows"
    to_mend = " (cần sửa)" if intake.rejected else ""
    return Text(
        vi=f"Có {rows} dòng: tiếp nhận {accepted}, trùng {repeats}, "
        f"chưa tiếp nhận được {rejected}{to_mend}; {without} dòng không có số liệu",
        en=f"Read {rows} {unit}: accepted {accepted}, repeated {repeats}, rejected {rejected}; "
        f"{without} without data",
    ).in_(lang)


def _of_column(column: UnreadColumn, lang: Lang, *, is_read: bool) -> str:
    """Write which values an unread column holds, or a read one and not its set of words."""
    rows = (*column.rows, *((),) * len(column.values))
    values = "; ".join(
        _of_value(value, times, at, lang)
        for (value, times), at in zip(column.values, rows, strict=False)
    )
    more = "; …" if column.different > len(column.values) else ""
    heading = printable(masked(column.heading))
    if is_read:
        known = spoken(Solution)  # no other set of words is open
        return Text(
            vi=f"Cột “{heading}” có nội dung không thuộc các giá trị của cột, nên các dòng này "
            f"được tiếp nhận nhưng chưa ghi nội dung đó: {values}{more}. Hãy ghi một trong các giá "
            f"trị: {known.vi}; hoặc chấp nhận nội dung bằng --ignore",
            en=f"Column “{heading}” holds words that are not among its values, so these rows were "
            f"accepted without them: {values}{more}. Write one of {known.en}, or accept the text "
            "with --ignore",
        ).in_(lang)
    return Text(
        vi=f"Cột “{heading}” chưa được đọc và có thể quyết định dòng nào được tính: "
        f"{values}{more}. "
        f"Hãy chỉ ra nội dung của cột bằng --column, hoặc bỏ qua bằng --ignore “{heading}”",
        en=f"Column “{heading}” was not read and may decide which rows count: {values}{more}. "
        f"Assign it to a field with --column, or ignore it with --ignore “{heading}”",
    ).in_(lang)


def _of_value(value: str, times: int, rows: Sequence[int], lang: Lang) -> str:
    """Write a text of a column, or that its cells are blank, how often it stands, and where."""
    blank = Text(vi="để trống", en="blank").in_(lang)
    text = f"“{printable(value)}”" if value else blank
    places = ", ".join(map(str, rows))
    more = ", …" if times > len(rows) else ""
    where = Text(vi=f": dòng {places}{more}", en=f": row {places}{more}").in_(lang)
    return f"{text} ({number_in(lang, times)}{where if places else ''})"


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


def _of_presumed(heading: str, lang: Lang) -> str:
    """Write that a column was read as the day of completion, and how to confirm it."""
    seen = printable(heading)
    return Text(
        vi=f"Cột “{seen}” được đọc là ngày hoàn thành, nhưng hợp đồng dừng giữa chừng cũng được "
        f'thanh lý. Nếu mọi hợp đồng đã hoàn thành, hãy xác nhận bằng --column "completed_on='
        f'{seen}"; nếu không, hãy bỏ qua cột bằng --ignore “{seen}”',
        en=f"Column “{seen}” was read as the day of completion, but a contract is also liquidated "
        f'when its work stops. If all were completed, confirm it with --column "completed_on='
        f'{seen}"; if not, ignore the column with --ignore “{seen}”',
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


def _of_another_day(line: str, lang: Lang) -> str:
    """Write that a line states another day than the one given, and what to do about it."""
    seen = printable(masked(line))
    return Text(
        vi=f"Dòng “{seen}” ghi ngày khác với ngày đã cho bằng --value. Hãy sửa ngày sau --value, "
        f"hoặc bỏ qua dòng này bằng --ignore “{seen}”",
        en=f"The line “{seen}” states another day than --value. Correct the day after --value, "
        f"or ignore the line with --ignore “{seen}”",
    ).in_(lang)


def _by_fault(intake: Intake, lang: Lang) -> Iterator[str]:
    """Count the problems by kind, the most frequent first, with the options that settle them."""
    for fault, times in Counter(problem.code for problem in intake.problems).most_common():
        option = f" ({_OPTIONS[fault]})" if fault in _OPTIONS else ""
        yield f"  {number_in(lang, times)} × {message(Fault(fault)).in_(lang)}{option}"


def _first_problems(intake: Intake, page: Page, lang: Lang) -> Iterator[str]:
    """Draw the first lines of the table of problems, and count the problems of the others."""
    lines = list(problem_lines(intake.problems))
    shape = Shape(_SHARES, _ROW.in_(lang))
    yield from drawn(drawn_grid(_grid(lines[:_MOST_SHOWN], lang), shape, page))
    more = sum(map(len, lines[_MOST_SHOWN:]))
    if more:
        number = number_in(lang, more)
        yield Text(
            vi=f"… và {number} vấn đề nữa; --problems VẤN_ĐỀ.xlsx ghi tất cả",
            en=f"… and {number} more; --problems PROBLEMS.xlsx writes all of them",
        ).in_(lang)


def _grid(lines: Iterable[Line], lang: Lang) -> Grid:
    """Put lines of the table of problems into words."""
    return Grid(
        title="",
        headings=each_in(lang, PROBLEM_HEADINGS),
        rows=tuple(problem_cells(line, lang) for line in lines),
    )
