"""Recognise texts that say how a record stands where a name or a content is asked for.

Function words such as “đã”, “đang” and “chỉ” do not begin a name, an address or the content of
work, and words such as “dự bị” or “đối chứng” alone are neither.
"""

import re
from functools import lru_cache

from nsc_program.intake._states.states import clauses_of
from nsc_program.intake._words.gates import Gate, whole
from nsc_program.intake._words.words import lowered

_FIRST = re.compile(
    r"(?:đã|đang|chưa|chờ|đợi|sắp|sẽ|tạm|bị|được|hết|thôi|nghỉ|xin|hoãn|vắng|nợ|thiếu|"
    r"hướng tới|tiến tới|phấn đấu|dự (?:kiến|định|bị|thính|khán|thảo)|"
    r"không(?! (?:gian|khí|phá hủy|phá huỷ|lưu|quân))|còn (?:thiếu|nợ|chờ|lại|hạn)|"
    r"mới (?:chỉ|có|học|dự|ký|nộp|làm|xong|khảo sát|bắt đầu|triển khai)|"
    r"chỉ (?:mới|khai|bế|học|dự|tham|nghe|khảo sát|tư vấn|làm|thực hiện|hỗ trợ|"
    r"đến|có|áp dụng|đào tạo|một|[0-9])|học (?:bù|lại|ghép|thử|hộ|thay|nửa|một|[0-9])|"
    r"thi lại|bỏ (?:học|thi|dở|cuộc|lớp)|"
    r"rút (?:khỏi|lui|hồ sơ|tên)|chuyển (?:lớp|khóa|khoá|sang|công tác|đi)|"
    r"hẹn|gửi (?:hồ sơ|đơn)|chuẩn bị (?:xây dựng|triển khai|thực hiện|ký|làm)|làm thử|"
    r"nếu|đi (?:muộn|trễ|công tác|vắng)|"
    r"(?:về|đến|tới) (?:sớm|muộn|trễ|giữa)|nửa (?:buổi|ngày|khóa|khoá|đầu|sau)|"
    r"(?:dự )?(?:khai|bế) mạc|thu hẹp|"
    r"bước đầu|rút$|bỏ$|(?:đi|học|dự) thay|nộp (?:hồ sơ|đơn)|đóng cửa|"
    r"ngừng|dừng|bảo lưu)(?!\w)"
)
_FIRST_WITHOUT_ACCENTS = re.compile(
    r"(?:dang (?!so)|chua (?!chay)|sap (?:xong|co|to chuc)|tam (?:dung|cap|hoan|nghi)|bi (?:treo|"
    r"huy|loai|dinh chi)|nghi (?:hoc|viec|huu|giua|som)|vang\b|du (?:kien|dinh|bi|thinh|khan|thao)"
    r"|khong (?!gian|khi)|chi (?:hoc|du|tham|khao sat)|hoc (?:bu|lai|ghep|thu|ho)\b|"
    r"thi lai|bo (?:hoc|thi|do)\b|chuyen (?:lop|khoa|cong tac)\b|da (?:nghi|hoc|huy|rut|chuyen|"
    r"dong|ngung|dung|thu|nop|sap nhap)|nop (?:ho so|don)|dong cua|ngung|huong toi|bao luu)"
)
_LABEL = (
    r"(?:(?:mô hình|khóa|khoá|lớp|học viên|nội dung|nhóm|đợt|người|dn|doanh nghiệp|đơn vị|hồ sơ|"
    r"danh sách|ds|diện|số|là|mo hinh|khoa|lop|hoc vien|noi dung|nhom|dot|nguoi|doanh nghiep|"
    r"don vi|ho so|danh sach|[a-z]?[0-9]+[a-z]?|[ivx]+|[a-z]) )*+"
)
_LABELS = re.compile("^" + _LABEL)
_STATUS = re.compile(
    _LABEL
    + r"(?:dự (?:kiến|bị|phòng|thính|khán|định|thảo|tuyển)|ứng (?:viên|cử)|đối chứng|thử nghiệm|"
    r"thí điểm|đăng ký(?: (?:tham gia|mới|bổ sung|hỗ trợ|học|dự))*|đề (?:xuất|nghị)|tiềm năng|"
    r"nhu cầu|kế hoạch|tạm|nháp|khách(?: mời)?|quan sát viên|giảng viên|gv|trợ giảng|"
    r"ban tổ chức|btc|tình nguyện viên|phục vụ|lái xe đoàn|trượt|rớt|hỏng|yếu|kém|kđ|ko|k|vắng|"
    r"bù|ghép|bổ sung|so sánh|không|chưa|treo|hủy|huỷ|hoãn|"
    r"du (?:kien|bi|phong|thinh|khan|dinh|thao|tuyen)|ung vien|doi chung|thu nghiem|thi diem|"
    r"dang ky(?: (?:tham gia|moi|bo sung))*|de (?:xuat|nghi)|tiem nang|khach(?: moi)?|giang vien|"
    r"ban to chuc|truot|rot|hong|kd|vang|cho|hoan)"
    r"(?: (?:tham gia|hỗ trợ|công nhận|xét|cấp|bổ sung))*"
    r"(?: (?:mới|thêm|khác|năm|đợt|lần|sau|tới|moi|them|[0-9]+|[ivx]+))*|"
    r".* (?:dự (?:kiến|bị|thính|khán)|đối chứng|ứng viên|một phần|thử)"
)
_ALONE = re.compile(
    _LABEL + r"(?:mới |chỉ )*(?:khảo sát|thẩm định|khao sat)|"
    r"(?:buổi|sáng|chiều|tối)(?: (?:sáng|chiều|tối|đầu|cuối|thứ|[0-9]+))*"
)
"""What is not the whole content of work, but may be the first part of it."""
_BUT = re.compile(r"(?<!\w)(?:nhưng|song (?:chưa|không)|nhung (?:chua|khong|dn))(?!\w)")
_OF_PARTS = re.compile(
    r"([0-9]{1,3}) ?(?:/|trên|trong) ?(?:tổng )?(?:số )?([0-9]{1,3})(?![0-9/]) ?"
    r"(?:buổi|ngày|tiết|giờ|chuyên đề|bài|phần|nội dung|mô-?đun|module|môn|học phần|buoi|ngay)"
)
GATE_OF_BEGINNINGS = Gate(_FIRST, bare=[_FIRST_WITHOUT_ACCENTS])
GATE_OF_STATUSES = Gate(whole(_STATUS), whole(_ALONE))
GATE_OF_LIMITS = Gate(_BUT, _OF_PARTS)


@lru_cache(maxsize=4096)
def begins_with_a_status(text: str) -> bool:
    """Tell whether a statement of a text begins as none of a name or a content does.

    >>> texts = ("đã đóng cửa", "Chỉ học buổi sáng", "5S (chờ kinh phí)", "Không gian xanh")
    >>> [begins_with_a_status(text) for text in texts]
    [True, True, True, False]

    Args:
        text: the text.
    """
    if GATE_OF_BEGINNINGS.is_closed(text):
        return False
    return any(map(_begins, clauses_of(lowered(text))))


def _begins(words: str) -> bool:
    """Tell whether words in lower case begin with a word of a status."""
    pattern = _FIRST_WITHOUT_ACCENTS if words.isascii() else _FIRST
    return pattern.match(without_labels(words)) is not None


def without_labels(words: str) -> str:
    """Return words without the nouns before what they say: “lớp học bù” is “học bù”.

    Args:
        words: the words, in lower case.
    """
    return _LABELS.sub("", words, count=1).strip()


@lru_cache(maxsize=4096)
def is_status(text: str) -> bool:
    """Tell whether a statement of a text is nothing but a status.

    >>> texts = ("Khóa dự kiến", "Mô hình ứng viên", "HTX Gốm (dự khán)", "Y tế dự phòng", "5S")
    >>> [is_status(text) for text in texts]
    [True, True, True, False, False]

    Args:
        text: the text.
    """
    if GATE_OF_STATUSES.is_closed(text):
        return False
    words = lowered(text)
    clauses = (clause.strip(" .") for clause in clauses_of(words))
    return _ALONE.fullmatch(words) is not None or any(map(_STATUS.fullmatch, clauses))


def says_more(text: str) -> bool:
    """Tell whether a text says how its record stands, rather than what it is about.

    Args:
        text: the text.
    """
    return is_limited(text) or begins_with_a_status(text) or is_status(text)


def is_limited(text: str) -> bool:
    """Tell whether a text takes a part of what it says back: “nhưng”, “1/3 buổi”.

    Args:
        text: the text.
    """
    if GATE_OF_LIMITS.is_closed(text):
        return False
    return _BUT.search(lowered(text)) is not None or is_in_part(text)


def is_in_part(text: str) -> bool:
    """Tell whether a text counts a part of the parts that there are: “1/3 buổi”.

    >>> is_in_part("5S (1/3 buổi)"), is_in_part("5S (3/3 buổi)"), is_in_part("5S (buổi 2)")
    (True, False, False)

    Args:
        text: the text.
    """
    shares = _OF_PARTS.findall(lowered(text))
    return any(int(part) < int(whole) for part, whole in shares)


_UNDER_WAY = re.compile(
    r"(?:(?:đang|còn đang|hiện đang) )(?:thực hiện|triển khai|tiến hành|hỗ trợ|tư vấn|áp dụng)|"
    r"chưa (?:hoàn thành|kết thúc|xong)|"
    r"dang (?:thuc hien|trien khai|tien hanh|ho tro|tu van|ap dung)|chua (?:hoan thanh|xong)"
)


def is_under_way(text: str) -> bool:
    """Tell whether a text only says that work has begun and is not done, as a row without its end.

    Args:
        text: the text.
    """
    return _UNDER_WAY.fullmatch(lowered(text).strip(" .")) is not None


def is_capital(word: str) -> bool:
    """Tell whether a word may belong to a name: it has a capital, a digit, or links two words.

    Args:
        word: the word.
    """
    return word[0].isupper() or word[0].isdigit() or word in {"và", "-", "–", "&"}
