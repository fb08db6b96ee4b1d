"""The sentences about lines that are told, and why."""

from collections.abc import Mapping

from nsc_program.errors import Message
from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.values._validators import printable

_MOST_OF_A_LINE = 100


def unread_line(line: UnreadLine) -> Message:
    """Write the place and the text of a line that was not understood, and what to do about it.

    Args:
        line: the line.
    """
    seen, place, reason = printable(masked(line.text)), _place_of(line), _WHY[line.why]
    left_out = printable(masked(line.sheet)) if line.sheet else seen
    return Message(
        f"{place.vi} “{seen[:_MOST_OF_A_LINE]}” {reason.vi}, hãy bỏ qua bằng --ignore “{left_out}”",
        f"{place.en} “{seen[:_MOST_OF_A_LINE]}” {reason.en}, ignore it with --ignore “{left_out}”",
    )


_WHY: Mapping[Why, Message] = {
    Why.NOT_UNDERSTOOD: Message(
        "chưa hiểu được, có thể làm thay đổi ý nghĩa của các dòng số liệu. Hãy sửa hoặc tách các "
        "dòng liên quan; nếu nội dung này không ảnh hưởng",
        "was not understood, and may change what the rows mean. Correct or separate the rows that "
        "it is about; if it does not matter",
    ),
    Why.OTHER_DAYS: Message(
        "nêu khoảng thời gian mà có dòng số liệu nằm ngoài. Hãy kiểm tra ngày của các dòng hoặc "
        "sửa nội dung này; nếu các ngày đều đúng",
        "names a period in which not all of its rows have a day. Check the days of the rows or "
        "correct the line; if the days are right",
    ),
    Why.SHORT_OF_CLAIM: Message(
        "cho biết số liệu chỉ đến thời điểm sớm hơn ngày ghi sau --complete-through. Hãy sửa ngày "
        "đó hoặc bổ sung các dòng còn thiếu; nếu danh sách đã đầy đủ",
        "says that the list ends before the day after --complete-through. Correct that day or add "
        "the missing rows; if the list is complete",
    ),
    Why.PART_OF_CLAIM: Message(
        "cho biết danh sách chỉ là một phần (một đợt, một trang, một địa bàn hoặc một ngành), nên "
        "chưa thể khẳng định đầy đủ. Hãy nhập cùng các phần khác, hoặc bỏ --complete-through; nếu "
        "danh sách đã đầy đủ",
        "says that the list is only a part (one batch, page, place or industry), so it cannot be "
        "claimed complete. Read it together with the other parts, or leave out "
        "--complete-through; if the list is complete",
    ),
    Why.PERIOD_OF_CLAIM: Message(
        "nêu khoảng thời gian ngắn hơn khoảng được khẳng định đầy đủ. Hãy sửa --complete-from và "
        "--complete-through theo danh sách, hoặc nhập cùng danh sách của các kỳ khác; nếu danh "
        "sách đã đầy đủ cho cả khoảng",
        "names a shorter period than the one that is claimed complete. Correct --complete-from and "
        "--complete-through, or read the lists of the other periods too; if the list is complete "
        "for the whole period",
    ),
    Why.OTHER_COUNT: Message(
        "ghi số lượng khác với các dòng đọc được. Hãy bổ sung các dòng còn thiếu hoặc sửa số "
        "lượng; nếu danh sách đã đầy đủ",
        "states another count than the rows that were read. Add the missing rows or correct the "
        "count; if the list is complete",
    ),
    Why.OTHER_SUM: Message(
        "ghi số tiền khác với tổng của các dòng đọc được. Hãy bổ sung các dòng còn thiếu hoặc sửa "
        "số tiền; nếu danh sách đã đầy đủ",
        "states another amount of money than the rows add up to. Add the missing rows or correct "
        "the amount; if the list is complete",
    ),
    Why.OTHER_LISTS: Message(
        "ghi số lũy kế không khớp với các dòng đọc được, nên có thể gồm cả số liệu ở nơi khác. Hãy "
        "bổ sung dòng ghi số của kỳ trước hoặc sửa số này; nếu phần còn lại đã nhập từ danh sách "
        "khác",
        "states a sum with earlier lists that the rows do not bear out. Add a line with the number "
        "of the earlier lists or correct the sum; if the rest is read from other lists",
    ),
    Why.EARLIER_PAPER: Message(
        "ghi ngày văn bản trước ngày hoàn thành của một số dòng, nên khi đó việc chưa xong. Hãy "
        "kiểm tra ngày của các dòng và của văn bản; nếu các ngày đều đúng",
        "dates the paper before some of the rows were done, so they were not done then. Check the "
        "days of the rows and of the paper; if the days are right",
    ),
    Why.OTHER_VALUE: Message(
        "nêu loại, cấp hoặc phạm vi khác với cột của một số dòng bên dưới. Hãy sửa cột hoặc nội "
        "dung này; nếu cột ghi đúng",
        "names another kind, level or scope than the column of some rows beneath it. Correct the "
        "column or the line; if the column is right",
    ),
}
"""Why a line is told and what to do about it, up to the word before “ignore it”."""


def _place_of(line: UnreadLine) -> Message:
    """Write where a line stands."""
    if line.sheet:
        of = printable(masked(line.sheet))
        sheet = Message(f"Trang tính “{of}” (chưa nhập)", f"Sheet “{of}” (not read)")
    else:
        sheet = Message("Trang tính đang nhập", "The sheet that is read")
    if line.is_on_page:
        return Message("Đầu hoặc chân trang in:", "The top or the bottom of the printed page:")
    if line.is_in_shape and line.row is not None:
        return Message(f"Hình vẽ trên dòng {line.row}:", f"A drawing over row {line.row}:")
    if line.is_in_shape:
        return Message(
            "Hộp văn bản, biểu đồ hoặc lời nhắc trên trang tính:",
            "A text box, a chart or a tip on the sheet:",
        )
    if line.row is None:
        return Message(f"{sheet.vi}, tên trang", f"{sheet.en}, its name")
    if line.sheet:
        return Message(f"{sheet.vi}, dòng {line.row}:", f"{sheet.en}, row {line.row}:")
    if line.is_note:
        return Message(f"Ghi chú trên ô ở dòng {line.row}:", f"A note on a cell of row {line.row}:")
    return Message(f"Dòng {line.row}:", f"Row {line.row}:")
