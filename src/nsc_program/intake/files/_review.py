"""What a person must look at in a file before its figures can be used, in sentences."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse, islice, starmap

from nsc_program.errors import Message
from nsc_program.intake import Intake, UnreadColumn
from nsc_program.intake._cells.discreet import masked, quoted
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._lines.stated_days import contradicting
from nsc_program.intake._words.words import spoken
from nsc_program.intake.files._review_lines import unread_line
from nsc_program.intake.files._sheet import Sheet
from nsc_program.records._enumerations import Solution
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

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


def to_review(
    intake: Intake,
    sheet: Sheet,
    *,
    ignored: Iterable[str] = (),
    values: Mapping[str, object] | None = None,
    claimed: bool | None = None,
) -> tuple[Message, ...]:
    """Return what a person must look at before the rows of a sheet can be used.

    These are the unread columns that may decide how a row counts; the lines that are not
    understood, that contradict the rows, or that call them planned or cancelled; columns that are
    hidden or presumed; and, against a claim, running numbers that are missing and sheets that are
    not read. What is wrong with single rows is in `intake.problems`. So a file leaves nothing to
    decide if this is empty and `intake.is_understood` is true; then the command `intake` exits
    with 0.

    Args:
        intake: the result of reading the rows of the sheet.
        sheet: the sheet.
        ignored: the texts that are left out, as for `open_sheet` and `intake.read`.
        values: the values that were given for every row, as for `intake.read`.
        claimed: whether the rows are claimed complete; `None` if the register of `intake` tells.

    Returns:
        A sentence for each of these, with what to do. They name the options of the command:
        `--ignore` stands for the argument `ignored`, `--column` for `columns`, `--value` for
        `values`, and `--hidden-rows` for `hidden`.
    """
    is_claimed = bool(intake.register.completeness) if claimed is None else claimed
    days = [*filterfalse(LeftOut.of(ignored), contradicting(sheet.above, values or {}))]
    vi, en = (tuple(_lines(intake, sheet, days, lang, is_claimed=is_claimed)) for lang in _LANGS)
    return tuple(starmap(Message, zip(vi, en, strict=True)))


_LANGS: tuple[Lang, Lang] = ("vi", "en")


def _lines(
    intake: Intake,
    sheet: Sheet,
    of_other_days: Iterable[str],
    lang: Lang,
    *,
    is_claimed: bool,
) -> Iterator[str]:
    """Write what must be looked at."""
    beside = [column.heading for column in intake.telling if column.is_apart]
    if beside:
        yield _list_beside(beside).in_(lang)
    for column in intake.telling:
        if not column.is_apart:
            yield _of_column(column, lang, is_read=column.heading not in intake.unused)
    yield from _to_decide(sheet, lang)
    yield from (_of_another_day(line, lang) for line in of_other_days)
    yield from (unread_line(line, lang) for line in (*sheet.unread, *intake.lines))
    if is_claimed:
        yield from _against_claim(intake, sheet, lang)


def _against_claim(intake: Intake, sheet: Sheet, lang: Lang) -> Iterator[str]:
    """Write what speaks against a claim that the rows are complete."""
    if sheet.alike:
        yield sheets_unread(sheet.alike).in_(lang)
    for heading in islice(filter(is_running, intake.unused), 1):
        yield from (_gap(row, heading, lang) for row in intake.gaps[:_MOST_GAPS])
        yield from (_twice(row, heading, lang) for row in intake.twice[:_MOST_GAPS])


def _to_decide(sheet: Sheet, lang: Lang) -> Iterator[str]:
    """Write what a sheet says beside its rows, and what to do about it."""
    yield from (_of_line(line, lang) for line in sheet.doubtful)
    yield from (_of_hidden(heading, lang) for heading in sheet.hidden)
    for heading, name in sheet.presumed:
        yield _PRESUMED[name].in_(lang).format(printable(heading))
    yield from (_of_assumed(line, lang) for line in sheet.assumed)


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


def _gap(row: int, heading: str, lang: Lang) -> str:
    """Write that running numbers are missing although the data are claimed complete."""
    seen = printable(masked(heading))
    return Text(
        vi=f"Trước dòng {row} thiếu số thứ tự, nên chưa thể khẳng định số liệu đầy đủ. Hãy bổ sung "
        "dòng còn thiếu hoặc đánh lại số; nếu danh sách đủ, hãy bỏ qua cột số thứ tự bằng "
        f"--ignore “{seen}”",
        en=f"Running numbers are missing before row {row}, so the data may not be complete. Add "
        "the missing rows or number the rows again; if the list is complete, ignore the column of "
        f"running numbers with --ignore “{seen}”",
    ).in_(lang)


def _twice(row: int, heading: str, lang: Lang) -> str:
    """Write that a row has the running number of an earlier row."""
    seen = printable(masked(heading))
    return Text(
        vi=f"Dòng {row} có số thứ tự của một dòng trước, có thể đã chép đè hoặc sót dòng. Hãy kiểm "
        "tra và đánh lại số; nếu danh sách đủ, hãy bỏ qua cột số thứ tự bằng "
        f"--ignore “{seen}”",
        en=f"Row {row} has the running number of an earlier row; a row may have been copied over "
        "another or be missing. Check the rows and number them again; if the list is complete, "
        f"ignore the column of running numbers with --ignore “{seen}”",
    ).in_(lang)
