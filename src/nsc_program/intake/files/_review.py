"""What a person must look at in a file before its figures can be used."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse, islice
from typing import final

from attrs import field, frozen

from nsc_program.errors import Message
from nsc_program.intake import Intake, UnreadColumn
from nsc_program.intake._cells.discreet import masked, quoted
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._headings.ordinary import is_ordinary
from nsc_program.intake._lines.stated_days import contradicting
from nsc_program.intake._words.words import is_an_answer, spoken
from nsc_program.intake.files._review_lines import unread_line
from nsc_program.intake.files._sheet import Sheet
from nsc_program.records._enumerations import Solution
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable
from nsc_program.values._value import Value

_MOST_GAPS = 20
_PRESUMED: Mapping[str, Text] = {
    "completed_on": Text(
        vi="Cột “{0}” được đọc là ngày hoàn thành, nhưng hợp đồng dừng giữa chừng cũng được "
        "thanh lý. Nếu mọi hợp đồng đã hoàn thành, hãy xác nhận bằng --column "
        '"completed_on={0}"; nếu không, hãy bỏ qua cột bằng --ignore “{0}”',
        en="Column “{0}” was read as the day of completion, but a contract is also liquidated "
        'when its work stops. If all were completed, confirm it with --column "completed_on={0}"; '
        "if not, ignore the column with --ignore “{0}”",
    ),
    "headcount": Text(
        vi="Cột “{0}” được đọc là số người, nhưng một người dự nhiều buổi là nhiều lượt. Nếu mỗi "
        'người chỉ được tính một lần trong mỗi dòng, hãy xác nhận bằng --column "headcount={0}"; '
        "nếu không, hãy ghi số người vào bảng",
        en="Column “{0}” was read as the number of people, but a person who attends several "
        "sessions has several participations. If each row has each person once, confirm it "
        'with --column "headcount={0}"; if not, write the number of people',
    ),
}
"""The sentence about a column that a heading only probably names, with how to confirm it."""


@final
@frozen
class ReviewItem(Value):
    """Something that a person must look at before the rows of a sheet are used.

    Attributes:
        code: what it is: `unread-column`, `other-words`, `list-beside`, `doubtful-line`,
            `assumed-line`, `hidden-column`, `presumed-column`, `other-day`, `unread-sheets`,
            `missing-number`, `repeated-number`, or the reason why a line is told:
            `not-understood`, `other-days`, `short-of-claim`, `part-of-claim`,
            `period-of-claim`, `other-count`, `other-sum`, `other-lists`, `earlier-paper` or
            `other-value`.
        message: a sentence with what to do, in which what may name a person is left out. It names
            the options of the command: `--ignore` stands for the argument `ignored`, `--column` for
            `columns`, `--value` for `values`, and `--hidden-rows` for `hidden`.
        accepts: the texts that settle it if they are passed as `ignored`, as the file has them;
            empty if another argument must. They may name a person; `repr` does not show them.
        row: the number of the row of a line or number; `None` for anything else.
        heading: the heading of a column, which may hold anything; `None` for anything else.
    """

    code: str
    message: Message
    accepts: tuple[str, ...] = field(default=(), repr=False)
    row: int | None = None
    heading: str | None = field(default=None, repr=False)


def to_review(
    intake: Intake,
    sheet: Sheet,
    *,
    ignored: Iterable[str] = (),
    values: Mapping[str, object] | None = None,
    claimed: bool | None = None,
) -> tuple[ReviewItem, ...]:
    """Return what a person must look at before the rows of a sheet can be used.

    These are the unread columns that may decide how a row counts; the lines that are not
    understood, that contradict the rows, or that call them planned or cancelled; columns that are
    hidden or presumed; sheets with such a table that are not read, if the caller chose no sheet;
    and, against a claim, running numbers that are missing and all sheets that are not read. What is
    wrong with single rows is in `intake.problems`. So a file leaves nothing to decide if this is
    empty and `intake.is_understood` is true; then the command `intake` exits with 0.

    Args:
        intake: the result of reading the rows of the sheet.
        sheet: the sheet.
        ignored: the texts that are left out, as for `open_sheet` and `intake.read`.
        values: the values that were given for every row, as for `intake.read`.
        claimed: whether the rows are claimed complete; `None` if the register of `intake` tells.

    Returns:
        An item for each of these.
    """
    is_claimed = bool(intake.register.completeness) if claimed is None else claimed
    days = filterfalse(LeftOut.of(ignored), contradicting(sheet.above, values or {}))
    return tuple(_items(intake, sheet, days, is_claimed=is_claimed))


def _items(
    intake: Intake, sheet: Sheet, of_other_days: Iterable[str], *, is_claimed: bool
) -> Iterator[ReviewItem]:
    """Give what must be looked at."""
    beside = tuple(column.heading for column in intake.telling if column.is_apart)
    if beside:
        yield ReviewItem("list-beside", _list_beside(beside), beside)
    for column in intake.telling:
        if not column.is_apart:
            yield _of_column(column, is_read=column.heading not in intake.unused)
    yield from _to_decide(sheet)
    yield from (ReviewItem("other-day", _another_day(line), (line,)) for line in of_other_days)
    for line in (*sheet.unread, *intake.lines):
        yield ReviewItem(line.why, unread_line(line), (line.sheet or line.text,), line.row)
    if is_claimed:
        yield from _against_claim(intake, sheet)
    elif sheet.same:
        yield ReviewItem("unread-sheets", _same_unread(sheet.same), sheet.same)


def _against_claim(intake: Intake, sheet: Sheet) -> Iterator[ReviewItem]:
    """Give what speaks against a claim that the rows are complete."""
    if sheet.alike:
        yield ReviewItem("unread-sheets", sheets_unread(sheet.alike), tuple(sheet.alike))
    for heading in islice(filter(is_running, intake.unused), 1):
        for row in intake.gaps[:_MOST_GAPS]:
            yield ReviewItem("missing-number", _gap(row, heading), (heading,), row, heading)
        for row in intake.twice[:_MOST_GAPS]:
            yield ReviewItem("repeated-number", _twice(row, heading), (heading,), row, heading)


def _to_decide(sheet: Sheet) -> Iterator[ReviewItem]:
    """Give what a sheet says beside its rows."""
    yield from (ReviewItem("doubtful-line", _line(line), (line,)) for line in sheet.doubtful)
    for heading in sheet.hidden:
        yield ReviewItem("hidden-column", _hidden(heading), heading=heading)
    for heading, name in sheet.presumed:
        yield ReviewItem("presumed-column", _presumed(heading, name), heading=heading)
    yield from (ReviewItem("assumed-line", _assumed(line), (line,)) for line in sheet.assumed)


def _presumed(heading: str, name: str) -> Message:
    """Write that a heading only probably names a column, and how to confirm it."""
    seen, said = printable(heading), _PRESUMED[name]
    return Message(said.vi.format(seen), said.en.format(seen))


def _of_column(column: UnreadColumn, *, is_read: bool) -> ReviewItem:
    """Give an unread column, or a read one with words that are not of its set."""
    code = "other-words" if is_read else "unread-column"
    return ReviewItem(
        code,
        _column(column, is_read=is_read),
        _accepting(column, is_read=is_read),
        heading=column.heading,
    )


def _accepting(column: UnreadColumn, *, is_read: bool) -> tuple[str, ...]:
    """Return the texts of a column that say nothing about how rows count, or else its heading."""
    texts = column.texts
    is_of_texts = is_read or is_ordinary(column.heading)
    if is_of_texts and texts and all(texts) and not any(map(is_an_answer, texts)):
        return texts
    return () if is_read else (column.heading,)


def _column(column: UnreadColumn, *, is_read: bool) -> Message:
    """Write which values an unread column holds, or a read one and not its set of words."""
    values_vi, values_en = (_values(column, lang) for lang in _LANGS)
    heading = printable(masked(column.heading))
    if is_read:
        known = spoken(Solution)  # no other set of words is open
        return Message(
            f"Cột “{heading}” có nội dung không thuộc các giá trị của cột, nên các dòng này "
            f"được tiếp nhận nhưng chưa ghi nội dung đó: {values_vi}. Hãy ghi một trong các giá "
            f"trị: {known.vi}; hoặc chấp nhận nội dung bằng --ignore",
            f"Column “{heading}” holds words that are not among its values, so these rows were "
            f"accepted without them: {values_en}. Write one of {known.en}, or accept the text "
            "with --ignore",
        )
    return Message(
        f"Cột “{heading}” chưa được đọc và có thể quyết định dòng nào được tính: {values_vi}. "
        f"Hãy chỉ ra nội dung của cột bằng --column, hoặc bỏ qua bằng --ignore “{heading}”",
        f"Column “{heading}” was not read and may decide which rows count: {values_en}. "
        f"Assign it to a field with --column, or ignore it with --ignore “{heading}”",
    )


_LANGS: tuple[Lang, Lang] = ("vi", "en")


def _values(column: UnreadColumn, lang: Lang) -> str:
    """Write the first values of a column, how often they stand in it, and where."""
    rows = (*column.rows, *((),) * len(column.values))
    values = (
        _of_value(value, times, at, lang)
        for (value, times), at in zip(column.values, rows, strict=False)
    )
    return "; ".join(values) + ("; …" if column.different > len(column.values) else "")


def _of_value(value: str, times: int, rows: Sequence[int], lang: Lang) -> str:
    """Write a text of a column, or that its cells are blank, how often it stands, and where."""
    blank = Text(vi="để trống", en="blank").in_(lang)
    text = f"“{printable(value)}”" if value else blank
    places = ", ".join(map(str, rows))
    more = ", …" if times > len(rows) else ""
    where = Text(vi=f": dòng {places}{more}", en=f": row {places}{more}").in_(lang)
    return f"{text} ({number_in(lang, times)}{where if places else ''})"


def _line(line: str) -> Message:
    """Write that a line may make the rows doubtful, and what to do about it."""
    seen = printable(masked(line))
    return Message(
        vi=f"Dòng “{seen}” nói về dự kiến, kế hoạch hoặc việc đã hủy. "
        f"Nếu các dòng của bảng đã thực hiện, hãy bỏ qua dòng này bằng --ignore “{seen}”",
        en=f"The line “{seen}” mentions planned or cancelled work. "
        f"If the events in the table did take place, ignore the line with --ignore “{seen}”",
    )


def _hidden(heading: str) -> Message:
    """Write that a column is read although it is hidden, and what to do about it."""
    seen = printable(heading)
    return Message(
        vi=f"Cột “{seen}” được đọc nhưng đang bị ẩn. "
        "Hãy cho hiện cột để kiểm tra, hoặc xác nhận bằng “--hidden-rows take”",
        en=f"Column “{seen}” was read although it is hidden. "
        "Unhide it and check it, or confirm it with “--hidden-rows take”",
    )


def _assumed(line: str) -> Message:
    """Write that a line states a property of all rows, and what to do about it."""
    seen = printable(line)
    return Message(
        vi=f"Dòng “{seen}” ghi loại hình, cấp, phạm vi, việc công nhận lại, địa bàn hoặc năm mà "
        "các dòng của bảng không ghi. Hãy thêm cột, chỉ rõ giá trị bằng --value, hoặc bỏ qua dòng "
        f"này bằng --ignore “{seen}”",
        en=f"The line “{seen}” names a kind, a level, a scope, a renewal, a district or a year "
        "that the rows of the table do not name. Add the column, give the value with --value, or "
        f"ignore the line with --ignore “{seen}”",
    )


def _another_day(line: str) -> Message:
    """Write that a line states another day than the one given, and what to do about it."""
    seen = printable(masked(line))
    return Message(
        vi=f"Dòng “{seen}” ghi ngày khác với ngày đã cho bằng --value. Hãy sửa ngày sau --value, "
        f"hoặc bỏ qua dòng này bằng --ignore “{seen}”",
        en=f"The line “{seen}” states another day than --value. Correct the day after --value, "
        f"or ignore the line with --ignore “{seen}”",
    )


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


def _same_unread(names: Iterable[str]) -> Message:
    """Write that other sheets have such a table too, and what to do about them."""
    sheets = quoted(names)
    return Message(
        f"các trang tính sau cũng có bảng như vậy nhưng chưa được nhập: {sheets}; hãy nhập từng "
        "trang bằng --sheet, hoặc bỏ qua bằng --ignore",
        f"these sheets have such a table too and were not read: {sheets}; read each of them with "
        "--sheet, or ignore it with --ignore",
    )


def _list_beside(headings: Collection[str]) -> Message:
    """Write that the columns of another list beside the table are not read, and what to do."""
    seen = quoted(map(masked, headings))
    return Message(
        f"Các cột {seen} là của một danh sách khác đặt bên cạnh bảng, nên chưa được đọc. Hãy "
        "chép danh sách đó xuống dưới bảng hoặc sang tệp khác rồi nhập; nếu các cột này thuộc "
        "chính bảng này, hãy bỏ qua từng cột bằng --ignore",
        f"The columns {seen} belong to another list beside the table, so they were not read. Copy "
        "that list below the table or to another file and read it; if the columns belong to this "
        "table, ignore each of them with --ignore",
    )


def lists_unread(intakes: Iterable[Intake]) -> Message | None:
    """Write that no claim can be made while other lists beside the tables are not read, if any are.

    Args:
        intakes: what was read from each sheet.
    """
    told = (column for intake in intakes for column in intake.telling if column.is_apart)
    headings = tuple(dict.fromkeys(masked(column.heading) for column in told))
    if not headings:
        return None
    seen = quoted(headings)
    return Message(
        "chưa thể khẳng định số liệu đầy đủ vì bên cạnh bảng còn một danh sách khác chưa nhập, ở "
        f"các cột {seen}; hãy chép danh sách đó xuống dưới bảng hoặc sang tệp khác, hoặc bỏ qua "
        "từng cột bằng --ignore",
        "the data cannot be claimed complete while another list beside the table is not read, in "
        f"the columns {seen}; copy that list below the table or to another file, or ignore each "
        "column with --ignore",
    )


def _gap(row: int, heading: str) -> Message:
    """Write that running numbers are missing although the data are claimed complete."""
    seen = printable(masked(heading))
    return Message(
        vi=f"Trước dòng {row} thiếu số thứ tự, nên chưa thể khẳng định số liệu đầy đủ. Hãy bổ sung "
        "dòng còn thiếu hoặc đánh lại số; nếu danh sách đủ, hãy bỏ qua cột số thứ tự bằng "
        f"--ignore “{seen}”",
        en=f"Running numbers are missing before row {row}, so the data may not be complete. Add "
        "the missing rows or number the rows again; if the list is complete, ignore the column of "
        f"running numbers with --ignore “{seen}”",
    )


def _twice(row: int, heading: str) -> Message:
    """Write that a row has the running number of an earlier row."""
    seen = printable(masked(heading))
    return Message(
        vi=f"Dòng {row} có số thứ tự của một dòng trước, có thể đã chép đè hoặc sót dòng. Hãy kiểm "
        "tra và đánh lại số; nếu danh sách đủ, hãy bỏ qua cột số thứ tự bằng "
        f"--ignore “{seen}”",
        en=f"Row {row} has the running number of an earlier row; a row may have been copied over "
        "another or be missing. Check the rows and number them again; if the list is complete, "
        f"ignore the column of running numbers with --ignore “{seen}”",
    )
