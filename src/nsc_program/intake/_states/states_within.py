"""Find a state among the words of a text that is about something else: “Tập huấn 5S hoãn”.

Many words are of a state wherever they stand; others only at the end, as “thu hồi” is also what a
lesson is about. The words count in small letters, or in capitals with their accents, since names
of people and places are written with a capital each.
"""

import re
from functools import lru_cache

from nsc_program.intake._states.results_of_work import is_result
from nsc_program.intake._states.states import clauses_of
from nsc_program.intake._words.gates import Gate
from nsc_program.intake._words.words import normal

_PAPER = r"(?:hđ|hợp đồng|hồ sơ|hs|mst|mã số thuế|đăng ký|danh sách|ds|gcn|chứng chỉ|chứng nhận)"
_ONE = r"(?:dn|doanh nghiệp|đơn vị|công ty|cty|htx|hợp tác xã|cơ sở|người|học viên|hộ)"
_COURSE = r"(?:lớp|khóa|khoá|buổi|ngày|đợt|kỳ|hội nghị|hội thảo|chương trình|sự kiện)"
_ENDING = (
    r"(?:hủy|huỷ|hoãn|dừng|ngừng|ngưng|rút|thu hồi|loại|xóa|xoá|cắt|treo|khóa|khoá|trả|bãi bỏ)"
)
_TIME = r"(?:đợt|năm|kỳ|quý|tháng|tuần|lần|khóa|khoá|lớp|giai đoạn)"
_ANYWHERE = (
    r"hoãn|đình chỉ|chấm dứt|giải thể|phá sản|ngưng|từ chối|bãi bỏ|đóng cửa|sáp nhập|giữa chừng|"
    r"nửa chừng|(?:dời|lùi|đẩy) (?:sang|đến|tới|lại|lịch|ngày|thời)|"
    r"tạm (?:dừng|ngừng|ngưng|hoãn|nghỉ|treo)|bảo lưu|"
    r"bỏ (?:dở|ngang|cuộc|thi|học|lớp|khóa|khoá|giữa|nửa)|trước (?:thời )?hạn|"
    r"(?:gạch|xóa|xoá|rút|loại) (?:tên|khỏi)|"
    rf"(?:cắt|đóng|khóa|khoá|rút|xóa|xoá|thu hồi|trả|hủy|huỷ) {_PAPER}|"
    rf"(?:hủy|huỷ|bỏ|dừng|ngừng|cắt) {_COURSE}|"
    rf"(?:đã|(?<!thiết )(?<!trang )(?<!chuẩn )bị|xin|phải|đề nghị|tự|tự nguyện|tự ý) {_ENDING}|"
    r"(?:nhập|ghi|kê) (?:nhầm|sai|trùng|lặp)|hết (?:hạn(?! (?:sử )?dụng)|hiệu lực)|"
    r"(?:dừng|ngừng|thôi) (?:hoạt động|thực hiện|triển khai|hỗ trợ|tham gia|kinh doanh|sản xuất)|"
    r"(?<!dn )(?<!nghiệp )(?<!đơn vị )(?<!người )(?<!cơ sở )chưa(?! cháy)|"
    r"(?:dn|doanh nghiệp|đơn vị|người|cơ sở) chưa(?! (?:có|áp dụng|được|biết|xây dựng|tham gia))|"
    r"(?:chưa|không)[^\W\d_]+|không (?:ai|có ai|có (?:người|học viên|đại biểu|kinh phí|lớp)|đủ|"
    r"mở|họp|diễn ra|đến|dự|tổ chức)|"
    r"sắp(?! xếp| đặt)|(?<![\w.,/-])(?:0|k|ko|kg|khg|kô) (?:đạt|nghiệm thu|duyệt|công nhận|"
    r"tổ chức|tham gia|thực hiện|hoàn thành|dự|học|thi|nt)|"
    rf"(?<!chuyển )(?<!trao )(?:thay|đổi)(?: thế)?(?: bằng| sang| cho)? {_ONE}|"
    r"pending|cancel(?:l?ed|lation|s)?|withdrawn|withdrew|stopped|postponed|suspended|terminated|"
    r"revoked|expired|rejected|failed|deleted?|tbd|tba|not yet|ongoing|dropped|quit"
)
_AT_THE_END = (
    rf"{_TIME} (?:sau|tới|khác)|dự (?:kiến|định|bị|thảo)|(?<!phá )(?<!tiêu )(?<!phân )(?:hủy|huỷ)|"
    r"(?<!không )(?<!máy )(?<!giờ )(?<!gian )(?:dừng|ngừng)|thu hồi|rút|xóa|xoá|"
    r"(?<!cầu )(?<!đèn )(?<!tủ )(?<!rèm )(?<!cáp )(?<!quạt )treo|(?<!hàng )(?<!phẩm )trả lại|"
    r"rút lui|trượt|vắng|nghỉ|thôi|bỏ|chờ duyệt|chờ xử lý|gạch|(?<!phân )(?<!các )loại"
)
_PLAIN_ANYWHERE = (
    r"dinh chi|cham dut|giai the|pha san|bo do|(?:giua|nua) chung|het han|het hieu luc|truoc han|"
    r"(?:bi|da|tam|xin|tu nguyen) (?:huy|ngung|dung|hoan|rut|treo|thu hoi|khoa)|tu choi|"
    r"(?<!sua )chua (?!chay)[a-z]+|khong (?:ai|co nguoi|du nguoi|to chuc|mo)|sap (?!xep)[a-z]+|"
    r"huy (?:hd|hop dong|lop|buoi|khoa)|(?:xoa|gach|rut) ten|ngung hoat dong|nhap nham|dong cua|"
    r"pending|cancel(?:l?ed)?|postponed|suspended|terminated|expired|deleted?"
)
_PLAIN_AT_THE_END = (
    r"(?<!tuan )hoan|(?<!phat )(?<!chi )huy|ngung|rut|thu hoi|(?:dot|nam|ky|quy) sau|du kien"
)


def _pattern(anywhere: str, at_the_end: str) -> "re.Pattern[str]":
    """Return the pattern of words of a state, anywhere or at the end of a statement."""
    return re.compile(rf"(?<!\w)(?:(?:{anywhere})(?!\w)|(?:{at_the_end})\W*$)")


_ACCENTED = _pattern(_ANYWHERE, _AT_THE_END)
_PLAIN = _pattern(_PLAIN_ANYWHERE, _PLAIN_AT_THE_END)
GATE = Gate(_ACCENTED, bare=[_PLAIN])


@lru_cache(maxsize=4096)
def holds_a_state(text: str) -> bool:
    """Tell whether words of a state stand among the words of a text, without a bracket.

    >>> texts = ("Kaizen bị ngưng", "Lớp 5S, hoãn", "Cầu treo", "Kỹ năng sắp xếp", "Lê Thu Hồi")
    >>> [holds_a_state(text) for text in texts]
    [True, True, False, False, False]

    Args:
        text: the text.
    """
    if GATE.is_closed(text):
        return False
    clauses = clauses_of(normal("NFC", text))
    return any(_holds(clause) for clause in clauses if not is_result(clause))


def _holds(clause: str) -> bool:
    """Tell whether words of a state stand in a statement."""
    if clause.isascii():
        return _PLAIN.search(clause) is not None
    words = clause.lower()
    return any(not _is_name(clause, found) for found in _ACCENTED.finditer(words))


def _is_name(clause: str, found: "re.Match[str]") -> bool:
    """Tell whether words stand in a name: each has a capital, and so has a word beside them."""
    words = clause[found.start() : found.end()].split()
    *_, before = clause[: found.start()].split() or [""]
    is_beside_one = before.isalpha() and before.istitle()
    is_name = is_beside_one or (len(words) > 1 and before.isupper())
    return is_name and all(map(str.istitle, words))
