"""Recognise texts on whether a thing took place: cancelled, stopped, unfinished or only planned.

Vietnamese words may differ in their accents only (dừng means to stop, đúng means right), so accents
count where a text has any.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from nsc_program.intake._states import denials
from nsc_program.intake._states.results_of_work import is_result
from nsc_program.intake._words.gates import Gate
from nsc_program.intake._words.words import (
    WordPattern,
    folded,
    lowered,
    normal,
)

_STOPPED = r"(?:hủy|huỷ|dừng|ngừng|ngưng|rút|đình\s+chỉ|thu\s+hồi|loại|xóa|xoá|từ\s+chối|trả\s+lại)"
_NOT_OF_WORK = r"\b(?!\s+(?:động|ngắn|gọn|kinh\s+nghiệm))"
_SUBJECT = (
    r"(?:doanh\s+nghiệp|dn|cty|công\s+ty|đơn\s+vị|hồ\s+sơ|hs|hợp\s+đồng|hđ|nhiệm\s+vụ|danh\s+sách|"
    r"trường\s+hợp|lớp|quyết\s+định|qđ|khách\s+hàng|học\s+viên|tổ\s+chức)"
)
_NOT = r"(?:(?<!phẩm )(?<!hàng )(?<!tiết )(?<!mẫu )\b(?:không|ko|khg|kg|k)(?:\s*[./]\s*|\s+))"
_NOT_YET = r"(?:\bchưa\s+)"
_VERDICTS_OF_WORK = (
    r"(?:nghiệm\s+thu|đạt|công\s+nhận|hợp\s+lệ|đủ\s+điều\s+kiện|duyệt|phê\s+duyệt|thông\s+qua|"
    r"chấp\s+(?:nhận|thuận)|thanh\s+(?:lý|toán\s+được)|quyết\s+toán)"
)
_CANCELLED = (
    rf"\b(?:đã|(?<!thiết )bị|xin|tạm|đề\s+nghị|phải|buộc)\s+{_STOPPED}{_NOT_OF_WORK}",
    (
        r"^\W*(?:hủy|huỷ|dừng|ngừng|ngưng|rút|đình\s+chỉ|chấm\s+dứt|thu\s+hồi|từ\s+chối|xóa|xoá|"
        r"trả\s+lại)"
        rf"{_NOT_OF_WORK}"
    ),
    r"^\W*(?:loại|bỏ)(?:\W*$|\s+(?:bỏ|trừ|khỏi|cuộc|dở))",
    rf"\b{_SUBJECT}\s+(?:(?:này|đó|đã|bị|xin|tạm|tự)\s+)*{_STOPPED}{_NOT_OF_WORK}(?!\s+hình)",
    (
        r"(?:hủy|huỷ)\s+(?:bỏ|theo|hỗ\s+trợ|kết\s+quả|hợp\s+đồng|hđ|hồ\s+sơ|hs|lớp|đăng\s+ký|"
        r"quyết\s+định|qđ)"
    ),
    (
        r"(?:dừng|ngừng|ngưng|không|ko|thôi)\s+(?:còn\s+)?(?:tiếp\s+tục|thực\s+hiện|triển\s+khai|"
        r"hỗ\s+trợ|tham\s+gia|hoạt\s+động|áp\s+dụng\s+nữa)"
    ),
    rf"{_NOT}(?:được\s+)?{_VERDICTS_OF_WORK}",
    (
        rf"{_NOT}(?:được\s+|còn\s+)?(?:tính|hiệu\s+lực)\b(?!\s+(?:phí|thuế|lãi|tiền|vat|công))|"
        r"hết\s+hiệu\s+lực"
    ),
    rf"{_NOT_YET}(?:được\s+)?{_VERDICTS_OF_WORK}",
    (
        r"\b(?:trả|hoàn)\s+(?:lại\s+|trả\s+)*(?:hồ\s+sơ|hs|kinh\s+phí|kp|hợp\s+đồng|hđ|"
        r"tiền\s+hỗ\s+trợ)"
    ),
    (
        r"chấm\s+dứt|đình\s+chỉ|giải\s+thể|phá\s+sản|rút\s+khỏi|(?:nhập|ghi)\s+(?:nhầm|sai|trùng|"
        r"lặp)|bỏ\s+(?:dở|cuộc)"
    ),
    (
        r"từ\s+chối\s+(?:hỗ\s+trợ|nhận|tham\s+gia|nghiệm\s+thu|thực\s+hiện|ký|hồ\s+sơ)|(?:xóa|"
        r"xoá)\s+(?:tên|khỏi|dòng)"
    ),
    r"thanh\s+lý\s+(?:(?:hợp\s+đồng|hđ)\s+)?trước\s+(?:thời\s+)?hạn|vô\s+hiệu|mất\s+hiệu\s+lực",
    (
        r"(?:tính|bị|đã)\s+(?:trùng|lặp)|^\W*trùng(?!\s+khớp)\b|\btrùng\s+(?:lặp|hồ\s+sơ|hs|dòng|"
        r"mã|với|stt|dn)\b"
    ),
    (
        r"\b(?:cancell?ed|annulled|withdrawn|stopped|terminated|rejected|refused|void|duplicates?|"
        r"not\s+accepted|failed)\b"
    ),
)
_CANCELLED_WITHOUT_ACCENTS = (
    (
        r"(?:da|bi|xin|tam) (?:huy|dung|ngung|rut|dinh chi|tu choi|tra lai|xoa)\b(?! (?:dong|ngan|"
        r"gon|kinh nghiem))"
    ),
    (
        r"^(?:huy|huy bo|dung|dung thuc hien|cham dut|rut|ngung|ngung thuc hien|xoa|tu choi|trung|"
        r"loai)$"
    ),
    (
        r"\b(?:hd|hop dong|ho so|hs|dn|cty) (?:da |bi |xin )?(?:huy|dung|ngung|rut|tra lai|"
        r"tu choi)\b(?! (?:ngan|gon|dong))"
    ),
    (
        r"^huy theo|huy bo|(?:dung|ngung|khong) thuc hien|khong tham gia|khong tiep tuc|"
        r"tra lai (?:ho so|kp)"
    ),
    (
        r"\b(?:khong|ko|k) (?:duoc )?(?:nghiem thu|dat|cong nhan|hop le|du dieu kien|duyet|"
        r"phe duyet|tinh\b)"
    ),
    (
        r"\bchua (?:duoc )?(?:nghiem thu|dat|cong nhan|duyet|phe duyet)|tinh trung|bi trung|"
        r"trung lap|het hieu luc"
    ),
    r"cham dut|dinh chi|giai the|pha san|truoc (?:thoi )?han|nhap nham|ghi nham",
    _CANCELLED[-1],
)
_DENIED_AFTER = re.compile(
    r"(?:nghiệm\s+thu|hoàn\s+thành|đạt|duyệt|công\s+nhận|thanh\s+lý)\s*[:=?–-]\s*(?:không|chưa|ko|"
    r"k|no)\W*$"
)
"""“Đã nghiệm thu: không”."""
_PENDING = (
    r"(?:nghiệm\s+thu|(?:phê\s+)?duyệt|thẩm\s+định|quyết\s+định|quyết\s+toán|kết\s+quả|"
    r"thanh\s+(?:lý|toán)|xác\s+(?:nhận|minh)|cấp|ký|hồ\s+sơ|bổ\s+sung|xử\s+lý|giải\s+quyết|"
    r"công\s+nhận|hoàn\s+(?:thành|thiện|tất)|triển\s+khai|"
    r"thực\s+hiện|đánh\s+giá|kiểm\s+tra|kinh\s+phí|ý\s+kiến|trình|xét|xem\s+xét)"
)
_UNFINISHED = (
    (
        rf"đang\s+(?:{_PENDING}|hỗ\s+trợ|làm|tiến\s+hành|chờ|đợi|rà\s+soát|vướng|chuẩn\s+bị|dở|"
        r"thi\s+công|tạm)"
    ),
    (
        rf"{_NOT_YET}(?:được\s+)?(?:{_VERDICTS_OF_WORK}|hoàn\s+(?:thành|thiện|tất)|xong|"
        r"thực\s+hiện|triển\s+khai|bắt\s+đầu|kết\s+thúc|diễn\s+ra|cấp|tổ\s+chức|làm|bàn\s+giao|"
        r"thẩm\s+định|xác\s+(?:nhận|minh)|đủ|có\s+(?:kết\s+quả|quyết\s+định|qđ|biên\s+bản|bb|"
        r"nghiệm\s+thu|chứng\s+nhận|giấy))"
    ),
    rf"(?<!gian )(?:\bchờ|\bđợi)\s+(?:được\s+)?{_PENDING}|(?<!gian )\b(?:chờ|đợi)\W*$",
    r"\bhoãn\b|\b(?:lùi|dời)\s+(?:sang|đến|tới|lại|thời|ngày|hạn|tiến|lịch)",
    (
        r"không\s+hoàn\s+thành|dở\s+dang|\blàm\s+dở|^\W*(?:đúng|kịp|theo|chậm)\s+tiến\s+độ\W*$|"
        r"chuyển\s+tiếp(?!\s+từ)|gia\s+hạn\s+(?:đến|tới|sang)|"
        r"xin\s+gia\s+hạn|chậm\s+tiến\s+độ"
    ),
    (
        r"chuyển\s+(?:(?:sang|qua)\s+)?(?:năm|quý|kỳ|tháng|đợt|giai\s+đoạn|[0-9])|"
        r"\bsắp\s+(?:hoàn\s+thành|xong|nghiệm\s+thu)"
    ),
    r"\b(?:ongoing|not\s+yet|in\s+progress|unfinished|pending|postponed|awaiting|incomplete)\b",
)
_UNFINISHED_WITHOUT_ACCENTS = (
    (
        r"dang (?:thuc hien|trien khai|ho tro|lam|cho|xu ly|tham dinh|hoan thien|nghiem thu)|"
        r"khong hoan thanh|\bhoan sang"
    ),
    (
        r"chua (?:duoc )?(?:hoan (?:thanh|thien|tat)|xong|thuc hien|bat dau|ket thuc|nghiem thu|"
        r"dat|duyet|thanh ly)"
    ),
    (
        r"\b(?:cho|doi) (?:nghiem thu|phe duyet|duyet|tham dinh|quyet dinh|thanh ly)|"
        r"^(?:tam )?hoan$|tam hoan|do dang"
    ),
    r"\blui (?:sang|den)|chuyen tiep(?! tu)|chuyen sang (?:nam|quy|20)|xin gia han",
    _UNFINISHED[-1],
)
_APART = (
    (
        r"(?<!phòng )(?<!giấy )(?<!nhận )(?<!cục )(?<!số )(?<!mã )đăng\s+ký"
        r"(?!\s+(?:kinh\s+doanh|doanh\s+nghiệp|hoạt\s+động|nhãn|sở\s+hữu|thuế|lĩnh\s+vực|"
        r"lần\s+đầu))"
    ),
    (
        r"nhu\s+cầu|đề\s+nghị\s+(?:được\s+)?(?:hỗ\s+trợ|tham\s+gia|xét|bổ\s+sung)|trả\s+lại|"
        r"từ\s+chối|dự\s+phòng|\bhoãn\b|\bước\s+(?:tính|thực\s+hiện|đạt|cả|năm|hoàn\s+thành|[0-9])|"
        r"\(\s*ước\s*\)|\bước\W*$|số\s+ước|ví\s+dụ|minh\s+họa|minh\s+hoạ|"
        r"không\s+(?:được\s+)?hỗ\s+trợ|bị\s+loại|hồ\s+sơ\s+loại"
    ),
    r"(?<!theo )\b(?:kh|đk)\s*(?:năm\s*)?20[0-9]{2}\b",
    r"\b(?:estimates?|estimated|registered|reserve|returned|example|draft)\b",
)
_APART_WITHOUT_ACCENTS = (
    (
        r"(?<!phong )(?<!giay )(?<!nhan )(?<!so )dang ky(?! (?:kinh doanh|doanh nghiep|hoat dong|"
        r"nhan|thue))"
    ),
    (
        r"tra lai|tu choi|du phong|tam hoan|uoc (?:tinh|thuc hien)|vi du|minh hoa|"
        r"(?<!theo )\bkh ?(?:nam ?)?20[0-9]{2}\b"
    ),
    _APART[-1],
)
_KH = r"kh(?!\W?0\d*$)"
"""The short word for a plan; KH001 and KH-01 are running numbers of customers or places."""
_FORESEEN = (
    (
        r"dự\s*kiến|dự\s+định|\bước\s+(?:tính|thực\s+hiện|đạt|hoàn\s+thành)|số\s+(?:liệu\s+)?ước|"
        r"^\W*ước\W*$|\b(?:ngày|hạn)\s+(?:\S+\s+){0,2}(?:theo\s+)?(?:kế\s+hoạch|kh)\b|"
        rf"^\W*(?:kế\s+hoạch|{_KH})(?:\s+(?:năm|quý|tháng))?[\s\d/IVX]*$|"
        r"\bsẽ\s+(?:được\s+)?(?:hoàn\s+thành|nghiệm\s+thu|thực\s+hiện|triển\s+khai|kết\s+thúc|"
        r"tổ\s+chức|thanh\s+lý|cấp)|\b(?:planned|foreseen|expected|will\s+be)\b"
    ),
)
_FORESEEN_WITHOUT_ACCENTS = (
    (
        rf"du kien|du dinh|\buoc (?:tinh|thuc hien)|^uoc$|^(?:ke hoach|{_KH})(?: nam)?[ \d]*$|"
        r"\bse (?:hoan thanh|nghiem thu|thuc hien)|\b(?:planned|foreseen|expected|will be)\b"
    ),
)
_NOT_OF_A_PLAN = "".join(
    f"(?<!{word} )"
    for word in ("theo", "thực hiện", "triển khai", "căn cứ", "sở", "bộ", "phòng", "ban", "vụ")
)
"""Precedes the name of a plan or of an office."""
_PLANNED = (
    (
        r"dự\s*kiến|đề\s+xuất|dự\s+định|\bplanned\b|\bforeseen\b|\bexpected\b|"
        r"đăng\s+ký\s+(?:tham\s+gia|hỗ\s+trợ|thực\s+hiện)"
    ),
    rf"{_NOT_OF_A_PLAN}kế\s+hoạch(?!\s*(?:số|\d+\s*/|của|này))",
)
_PLANNED_WITHOUT_ACCENTS = (
    (
        r"du kien|de xuat|\bplanned\b|(?<!theo )(?<!thuc hien )(?<!so )(?<!phong )ke hoach(?! "
        r"(?:so|\d+ kh))"
    ),
)


def _any(*patterns: str) -> "re.Pattern[str]":
    """Return the pattern that matches any of several."""
    return re.compile("|".join(patterns))


_SAYINGS = {
    "cancelled": (
        _any(*_CANCELLED, *denials.CANCELLED),
        _any(*_CANCELLED_WITHOUT_ACCENTS, *denials.CANCELLED_WITHOUT_ACCENTS),
    ),
    "unfinished": (
        _any(*_UNFINISHED, *denials.UNFINISHED),
        _any(*_UNFINISHED_WITHOUT_ACCENTS, *denials.UNFINISHED_WITHOUT_ACCENTS),
    ),
    "planned": (_any(*_PLANNED), _any(*_PLANNED_WITHOUT_ACCENTS)),
    "apart": (
        _any(*_APART, *denials.APART),
        _any(*_APART_WITHOUT_ACCENTS, *denials.APART_WITHOUT_ACCENTS),
    ),
    "foreseen": (
        _any(*_FORESEEN, *denials.FORESEEN),
        _any(*_FORESEEN_WITHOUT_ACCENTS, *denials.FORESEEN_WITHOUT_ACCENTS),
    ),
}
_LONGEST = 500
"""Only this many characters of a text are looked at."""
_CLAUSES = re.compile(r"[;.!\n]+(?=\s|$)|,(?!\d)|\s[-–]+\s|[()]|:(?=\s)")
"""Separates the statements of a text."""
_SIGNS = frozenset(";.!\n,-–():")
"""One of these is in everything that separates statements."""
_IN_CLAUSES = frozenset({"cancelled", "unfinished"})
_REPAIRED = (denials.SHORT_FORM, denials.MAY_BE_REPAIRED)
GATES = {
    state: Gate(accented, _DENIED_AFTER, *_REPAIRED, bare=[plain])
    for state, (accented, plain) in _SAYINGS.items()
}


@lru_cache(maxsize=4096)
def _says(state: str, text: str) -> bool:
    """Tell whether a text says that a thing is in a state."""
    if GATES[state].is_closed(text):
        return False
    words = denials.repaired(normal("NFC", text[:_LONGEST]).casefold())
    if state == "cancelled" and _DENIED_AFTER.search(words):
        return True
    if state not in _IN_CLAUSES:
        return any(_is_said(state, whole) for whole in _spaced([words]))
    clauses = (clause for clause in _spaced(_statements_of(words)) if not is_result(clause))
    return any(_is_said(state, clause) for clause in clauses)


def _spaced(parts: Iterable[str]) -> Iterator[str]:
    """Give texts with single spaces, except the empty ones."""
    for part in parts:
        if words := part.split():
            yield " ".join(words)


def clauses_of(text: str) -> list[str]:
    """Return the statements of a text.

    >>> clauses_of("Tập huấn 5S (đã hủy)")
    ['Tập huấn 5S', 'đã hủy']
    """
    return list(_spaced(_statements_of(text[:_LONGEST])))


def _statements_of(text: str) -> Iterable[str]:
    """Return the statements of a text; a text without their signs is one."""
    return [text] if _SIGNS.isdisjoint(text) else _CLAUSES.split(text)


def _is_said(state: str, words: str) -> bool:
    """Tell whether words say that a thing is in a state."""
    accented, plain = _SAYINGS[state]
    has_accents = not words.replace("đ", "d").isascii()
    if not has_accents and plain.search(folded(words)):
        return True
    return not words.isascii() and accented.search(words) is not None


def says_cancelled(text: str) -> bool:
    """Tell whether a text says that a thing does not count any more.

    It was cancelled, stopped or not accepted.

    >>> texts = ("Đã hủy", "Dừng thực hiện", "Huy động vốn", "Sử dụng đúng", "huy bo")
    >>> [says_cancelled(text) for text in texts]
    [True, True, False, False, True]
    """
    return _says("cancelled", text)


def says_unfinished(text: str) -> bool:
    """Tell whether a text says that a thing is not done yet.

    >>> says_unfinished("Đang thực hiện"), says_unfinished("Đã hoàn thành")
    (True, False)
    """
    return _says("unfinished", text)


def says_planned(text: str) -> bool:
    """Tell whether a text says that a thing is only foreseen.

    “Kế hoạch số 149” is the name of a plan.

    >>> texts = ("Ngày hoàn thành (dự kiến)", "Kế hoạch", "theo Kế hoạch số 149/KH-UBND")
    >>> [says_planned(text) for text in texts]
    [True, True, False]
    """
    return _says("planned", text)


def says_foreseen(text: str) -> bool:
    """Tell whether a cell says that the value beside it is only foreseen, or an estimate.

    >>> texts = ("Ngày hoàn thành là dự kiến", "Sẽ hoàn thành quý IV", "Theo kế hoạch")
    >>> [says_foreseen(text) for text in texts]
    [True, True, False]
    """
    return _says("foreseen", text)


def is_doubtful(line: str) -> bool:
    """Tell whether a line says that the rows below it may not count.

    They may be planned, cancelled, registered, refused or estimates.

    >>> lines = ("ĐÃ HỦY", "Đăng ký năm 2026", "Phòng Đăng ký kinh doanh")
    >>> [is_doubtful(line) for line in lines]
    [True, True, False]
    """
    return says_planned(line) or says_cancelled(line) or _says("apart", line)


_OVER = (
    r"(?:hủy|huỷ|dừng|ngừng|ngưng|rút|đình chỉ|chấm dứt|thu hồi|xóa|xoá|loại|bãi bỏ|từ chối|"
    r"không (?:được )?(?:thực hiện|triển khai|tham gia|tiếp tục|tổ chức|hỗ trợ)|"
    r"không còn hiệu lực|hết hiệu lực|giải thể|phá sản|vô hiệu)"
)
_PLAINLY_OVER = WordPattern(
    rf"(?:(?:đã|bị|được) )*{_OVER}(?: hẳn| bỏ| hoàn toàn| rồi)?"
    r"(?: (?:thực hiện|triển khai|hỗ trợ|hoạt động|tham gia|hợp đồng|hđ|hồ sơ|hs|nhiệm vụ|lớp|"
    r"công nhận|tổ chức|yêu cầu|kết quả|dự án))*"
    r"(?: (?:theo|do|vì|từ|tại|ngày|năm|tháng|từ ngày)\b"
    r"(?:(?!\b(?:đến|tới|tiếp|lại|nhưng|phần|sau|xin|đề nghị|khôi phục|hủy|huỷ|đã|sẽ|mới)\b)"
    r"[^,;:()])*)?|cancell?ed|annulled|withdrawn|stopped|terminated|void"
)


def is_plainly_over(text: str) -> bool:
    """Tell whether all of a text says that a record ended for good, and not a part of it.

    >>> texts = ("Đã hủy", "Dừng thực hiện", "Tạm dừng", "Hủy một phần", "Đề nghị hủy")
    >>> [is_plainly_over(text) for text in texts]
    [True, True, False, False, False]
    """
    words = denials.repaired(lowered(text[:_LONGEST]))
    return _PLAINLY_OVER.is_all_of(words.strip(" .!"))
