"""What can be wrong with a row, each with a sentence in both languages."""

from collections.abc import Mapping
from enum import StrEnum, unique
from typing import final

from attrs import frozen

from nsc_program._values import Value
from nsc_program.sources import Text


@unique
class Fault(StrEnum):
    """What is wrong with a cell or a row."""

    MISSING = "missing"
    NO_COLUMN = "no-column"
    TWO_COLUMNS = "two-columns"
    UNKNOWN_UNIT = "unknown-unit"
    NOT_A_ROW = "not-a-row"
    EXTRA_CELLS = "extra-cells"
    CUT_SHORT = "cut-short"
    FORMULA = "formula"
    ERROR_VALUE = "error-value"
    NOT_TEXT = "not-text"
    NOT_A_DATE = "not-a-date"
    NO_SUCH_DAY = "no-such-day"
    WHICH_DAY = "which-day"
    DAY_OR_MONTH = "day-or-month"
    NOT_YEARS = "not-years"
    NOT_YES_OR_NO = "not-yes-or-no"
    UNKNOWN_WORD = "unknown-word"
    NOT_WHOLE = "not-whole"
    NOT_A_NUMBER = "not-a-number"
    AMBIGUOUS_NUMBER = "ambiguous-number"
    SHARED = "shared"
    LITTLE_MONEY = "little-money"
    PERSONAL_NUMBER = "personal-number"
    A_NAME = "a-name"
    NOT_A_PERSON = "not-a-person"
    NOT_A_CODE = "not-a-code"
    LOST_ZERO = "lost-zero"
    SEVERAL = "several"
    UNSEEN = "unseen"
    TOO_LONG = "too-long"
    REFUSED = "refused"
    CONTRADICTION = "contradiction"
    SAME_ID = "same-id"
    ZERO_RESTORED = "zero-restored"
    UNSEEN_REMOVED = "unseen-removed"


MENDED = frozenset({Fault.ZERO_RESTORED, Fault.UNSEEN_REMOVED})
"""What was mended on the way in: its row is accepted, and the problem says so."""

_MESSAGES: Mapping[Fault, Text] = {
    Fault.MISSING: Text(vi="ô bắt buộc bị bỏ trống", en="the cell is empty and is needed"),
    Fault.NO_COLUMN: Text(vi="không có cột này trong bảng", en="the rows have no such column"),
    Fault.TWO_COLUMNS: Text(vi="có nhiều cột cùng mang nội dung này", en="several columns claim to hold it"),
    Fault.UNKNOWN_UNIT: Text(
        vi="tiêu đề ghi đơn vị tiền không phải là đồng", en="the heading names a unit of money that is no đồng"
    ),
    Fault.NOT_A_ROW: Text(
        vi="không phải là một dòng có tên cột; hãy dùng dict(row)", en="it is no row with named cells; give dict(row)"
    ),
    Fault.EXTRA_CELLS: Text(
        vi="dòng có nhiều ô hơn tiêu đề (thiếu dấu ngoặc kép?)",
        en="the row has more cells than the header (is a quotation mark missing?)",
    ),
    Fault.CUT_SHORT: Text(
        vi="dòng có ít ô hơn tiêu đề (bị cắt cụt?)", en="the row has fewer cells than the header (was it cut off?)"
    ),
    Fault.FORMULA: Text(
        vi="ô chứa công thức chưa có kết quả; hãy dán lại dưới dạng giá trị",
        en="a formula without a result; paste its value",
    ),
    Fault.ERROR_VALUE: Text(vi="ô báo lỗi", en="the cell holds an error"),
    Fault.NOT_TEXT: Text(vi="cần là chữ; hãy định dạng cột là Text", en="expected text; format the column as text"),
    Fault.NOT_A_DATE: Text(
        vi="cần là ngày, viết dd/mm/yyyy hoặc yyyy-mm-dd", en="expected a date, written dd/mm/yyyy or yyyy-mm-dd"
    ),
    Fault.NO_SUCH_DAY: Text(vi="không có ngày này trong lịch", en="there is no such day"),
    Fault.WHICH_DAY: Text(
        vi="giờ có múi giờ, không rõ là ngày nào", en="a time with a zone: which day it is depends on the place"
    ),
    Fault.DAY_OR_MONTH: Text(
        vi="các ô khác của cột cho thấy tháng có thể đứng trước ngày; hãy viết yyyy-mm-dd",
        en="other cells of the column show that the month may stand first; write yyyy-mm-dd",
    ),
    Fault.NOT_YEARS: Text(vi="cần là năm, như 2024 hoặc 2021-2025", en="expected years, such as 2024 or 2021-2025"),
    Fault.NOT_YES_OR_NO: Text(vi="cần là có hoặc không", en="expected yes or no (có, không)"),
    Fault.UNKNOWN_WORD: Text(vi="không thuộc các giá trị cho phép của cột này", en="none of the words for this column"),
    Fault.NOT_WHOLE: Text(vi="cần là số nguyên", en="expected a whole number"),
    Fault.NOT_A_NUMBER: Text(vi="cần là số", en="expected a number"),
    Fault.AMBIGUOUS_NUMBER: Text(
        vi="không rõ dấu ngăn cách hàng nghìn hay phần thập phân", en="a thousands sign or a decimal sign? both fit"
    ),
    Fault.SHARED: Text(
        vi="ô gộp của nhiều dòng; hãy ghi số của từng dòng",
        en="one cell merged over several rows; say how much is of each",
    ),
    Fault.LITTLE_MONEY: Text(
        vi="số tiền quá nhỏ so với đồng; hãy ghi đơn vị ở tiêu đề cột, ví dụ (triệu đồng)",
        en="too little to be in đồng; say the unit in the heading, such as (triệu đồng)",
    ),
    Fault.PERSONAL_NUMBER: Text(
        vi="có thể là số định danh cá nhân; hãy thay bằng mã ẩn danh",
        en="it may be a citizen's number; give an opaque key",
    ),
    Fault.A_NAME: Text(
        vi="có thể là họ tên; hãy thay bằng mã ẩn danh", en="it may be a person's name; give an opaque key"
    ),
    Fault.NOT_A_PERSON: Text(
        vi="không tạo được mã ẩn danh từ giá trị này (mất số 0 ở đầu?)",
        en="no opaque key can be made of it (was a leading zero lost?)",
    ),
    Fault.NOT_A_CODE: Text(
        vi="cần là mã số doanh nghiệp: 10 chữ số, 13 cho chi nhánh, hoặc mã có chữ cái",
        en="expected an enterprise code: 10 digits, 13 for a branch, or a key with a letter",
    ),
    Fault.LOST_ZERO: Text(
        vi="có thể đã mất số 0 ở đầu, nhưng số kiểm tra không khớp",
        en="a leading zero may be lost, but the check digit does not agree",
    ),
    Fault.SEVERAL: Text(
        vi="ô có thể chứa nhiều mã; mỗi dòng chỉ ghi một", en="the cell may hold several keys; give each a row"
    ),
    Fault.UNSEEN: Text(
        vi="có ký tự không nhìn thấy được; hãy xóa đi", en="it holds a character that cannot be seen; remove it"
    ),
    Fault.TOO_LONG: Text(vi="quá dài để làm mã", en="too long for a key"),
    Fault.REFUSED: Text(vi="giá trị không hợp lệ", en="the value is refused"),
    Fault.CONTRADICTION: Text(
        vi="các ô của dòng mâu thuẫn nhau (ví dụ: kết thúc trước khi bắt đầu)",
        en="the cells of the row contradict each other",
    ),
    Fault.SAME_ID: Text(
        vi="nhiều dòng cùng mã nhưng khác nội dung; chưa nhận dòng nào",
        en="rows with one id differ; none of them is taken",
    ),
    Fault.ZERO_RESTORED: Text(
        vi="đã khôi phục số 0 bị mất ở đầu (số kiểm tra khớp)",
        en="a lost leading zero was restored (the check digit agrees)",
    ),
    Fault.UNSEEN_REMOVED: Text(
        vi="đã xóa ký tự không nhìn thấy được", en="characters that cannot be seen were removed"
    ),
}


def message(fault: Fault, detail: str = "") -> Text:
    """The sentence for a fault, with what more is known of it."""
    more = f": {detail}" if detail else ""
    return Text(vi=_MESSAGES[fault].vi + more, en=_MESSAGES[fault].en + more)


@final
@frozen(kw_only=True)
class Problem(Value):
    """Something wrong with a row, or mended in it.

    Attributes:
        row: the number of the row, as its source counts.
        column: the heading of the column; `None` if it is about the row as a whole.
        value: what stands there, shortened; nothing where it may tell who a person is.
        suggestion: what may be meant.
    """

    row: int
    column: str | None
    value: str
    code: Fault
    message: Text
    suggestion: str | None = None

    @property
    def mended(self) -> bool:
        """Whether the row was accepted all the same."""
        return self.code in MENDED


class Refused(Exception):  # as the library's own errors are named
    """A cell that cannot be read."""

    def __init__(self, fault: Fault, suggestion: str | None = None, detail: str = "") -> None:
        """Keep what is wrong and what may be meant."""
        super().__init__(fault)
        self.fault, self.suggestion, self.detail = fault, suggestion, detail
