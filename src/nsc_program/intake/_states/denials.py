"""Patterns of texts that say that something was not done.

A word that denies stands before a verb of doing; there are also words for drafts, delays and
mistakes. The texts are in lower case, with single spaces. A text without accents is compared with
the same patterns without accents.
"""

import re

from nsc_program.intake._words.words import WordPattern, without_accents

_MISTYPED = (
    (
        re.compile(
            r"(?<!\w)h[. ]?u?(?:[ủũ][. ]?[yi]|[úùụưử][. ]?y|u[. ]?[ỷỹ])(?!\w)(?! (?:ban|quyền|viên|"
            r"nhiệm|thác))"
        ),
        "hủy",
    ),
    (re.compile(r"(?<!\w)h[. ]u[. ]?y(?!\w)"), "huy"),
    (re.compile(r"(?<!\w)(đã|bị|xin|tạm|đề nghị) huy(?!\w)(?! (?:động|chương|hoàng))"), r"\1 hủy"),
    (
        re.compile(r"(?<!\w)huy (?=(?:hđ|hợp đồng|hồ sơ|bỏ|kết quả|qđ|quyết định|lớp)(?!\w))"),
        "hủy ",
    ),
    (re.compile(r"(?<!\w)(?:khôg|khôngg|hông|hổng|k0|hok)(?= )"), "không"),
)
_SHORT_FORMS = {
    "nt": "nghiệm thu",
    "ht": "hoàn thành",
    "tl": "thanh lý",
    "qt": "quyết toán",
    "qđ": "quyết định",
    "qd": "quyết định",
    "pd": "phê duyệt",
    "th": "thực hiện",
    "tk": "triển khai",
}
SHORT_FORM = re.compile(
    r"(?<!\w)(chưa|không|chờ|đợi|đang|xin|sắp|chua|khong|cho|doi|dang) "
    rf"({'|'.join(_SHORT_FORMS)})(?!\w)"
)
_SHORTENED = re.compile(r"(?<![\w.])(?:k|ko|kg)\s*\.\s*(?=[^\W\d])")

_OF_CANCELLED = [
    f"{begin}{vowel}{end}"
    for begin in ("h", "hu")
    for vowel in ("", *"uủũúùụưử")
    for end in ("", *"yiỷỹ")
]
_OF_DENIED = ("k", "ko", "kg", "k0", "hok", "hông", "hổng", "khôg", "khôngg")
MAY_BE_REPAIRED = re.compile(rf"(?<!\w)(?:{'|'.join((*_OF_CANCELLED, *_OF_DENIED))})(?!\w)")
"""Stands in every text that is changed by `repaired`, except for short forms."""


def repaired(words: str) -> str:
    """Correct frequent misspellings in a text and expand short forms: hũy, h.ủy, k. làm.

    Args:
        words: the text, in lower case.

    >>> repaired("đã hũy hđ"), repaired("k. làm"), repaired("h.ủy")
    ('đã hủy hđ', 'không làm', 'hủy')
    """
    words = _SHORTENED.sub("khong " if words.isascii() else "không ", words.replace("_", " "))
    for mistyped, right in _MISTYPED:
        words = mistyped.sub(right, words)
    return SHORT_FORM.sub(_written_out, words)


def _written_out(short: "re.Match[str]") -> str:
    """Write out the short form of a verb behind what denies it or puts it off: chưa NT."""
    accented = not short[1].isascii() or short[2] == "qđ"
    whole = _SHORT_FORMS[short[2]]
    return f"{short[1]} {whole if accented else without_accents(whole)}"


_NO = (
    r"(?:(?<!phẩm )(?<!hàng )(?<!tiết )(?<!mẫu )(?<!\w)"
    r"(?:không|khong|ko|khg|chẳng|chả|(?<!\d )(?:kg|k))(?:/| )\s*)"
)
_NOT_YET = r"(?:(?<!\w)chưa )"
_HELPING = (
    r"(?:(?:được|còn|hề|thể|có thể|thấy|tự|dám|kịp|chịu|muốn|bao giờ|từng|cùng|đến|tới|có|"
    r"đủ|khả năng|nhu cầu|điều kiện|"
    r"năng lực|kinh phí|nguyện vọng|để|ai|dn|doanh nghiệp|đơn vị|tiến hành|trực tiếp|chính thức) )*"
)
_NO_WORK = (
    r"phát|ảnh|tăng|giảm|gián|chậm|mất|hỏng|thay|thêm|hư|sai|lỗi|tổn|xáo|lãng|việc|rơi|bẩn|"
    r"ô nhiễm"
)
_DOING = (
    r"(?:tổ chức|hỗ trợ|triển khai|thực hiện|tiến hành|tham (?:gia|dự)|dự(?! phòng)|"
    r"phối hợp|hợp tác|nghiệm thu|đạt|"
    rf"hoàn (?:thành|tất|thiện)|công nhận|liên (?:lạc|hệ)|bàn giao|diễn ra|mở|khai giảng|"
    rf"tiếp cận|tiếp tục|làm(?! (?:{_NO_WORK}))|"
    r"ký(?! (?:gửi|hiệu|sinh|túc))|cấp(?! (?:thiết|bách|cứu|đông|nước|điện))|nộp|gửi|"
    r"phản hồi|trả lời|đồng ý|nhất trí|"
    r"chấp (?:nhận|thuận)|giải ngân|thanh (?:toán|lý)|quyết toán|báo cáo|cung cấp|bổ sung|"
    r"xác (?:nhận|minh)|xong|"
    r"kết thúc|bắt đầu|khởi công|thành lập|thẩm định|đánh giá|xét|phê duyệt|duyệt|ban hành|"
    r"trình|đăng ký|hoạt động|chốt|"
    r"áp dụng nữa|họp|học|đi học|có mặt|đến dự|thành công|đúng thực tế|có thật|tồn tại|khớp|"
    r"đến(?=\W*$))"
)
_OF_USE = (
    r"(?:sử )?dụ?ù?ng(?=\W*$| (?:nữa|được|số|sheet|trang|bảng|danh|hồ|dòng|cho|để|đến|tới|"
    r"vào))"
)
_PAPERS = (
    r"(?:kết quả|quyết định|qđ|biên bản|bb|bbnt|nghiệm thu|chứng (?:nhận|chỉ|từ)|xác nhận|"
    r"giấy|gcn|hợp đồng|hđ|hồ sơ|"
    r"sản phẩm giao nộp|báo cáo|chữ ký|văn bản)"
)
_LATER = (
    r"(?:(?:đầu|giữa|cuối|hết|trong) )?(?:(?:năm|quý|tháng|kỳ|đợt|giai đoạn|tuần|"
    r"ngày)(?!\w)|t[0-9]|(?:[0-9]{1,2}/){0,2}20[0-9]{2}(?!\w))"
)
_PART = r"(?<![\d.,])(?:[0-9]|[1-9][0-9])(?:[.,][0-9]+)? ?(?:%|phần trăm|percent)"
_HOW_FAR = (
    r"(?:khối lượng|kl|công việc|cv|tiến độ|kế hoạch|kh|nội dung|hợp đồng|hđ|giá trị|"
    r"nhiệm vụ|yêu cầu|chương trình|hạng mục)"
)
_ABOUT = r"(?:được |khoảng |gần |trên |hơn |chừng |tầm |~ ?|: ?)*"
_OF_CHECKS = (
    r"(?:sửa|đính chính|kiểm tra|xem|rà soát|xác minh|đối chiếu|điều chỉnh|làm rõ|cập nhật)"
)
_OF_DATA = (
    r"(?:ngày|năm|tháng|tên|mã|mst|dòng|đơn vị|dn|doanh nghiệp|hồ sơ|cột|lớp|người|"
    r"thông tin|kinh phí|đối tượng|biểu|"
    r"số liệu|dữ liệu|số tiền|qđ|năm|rồi)"
)

_LEFT_OUT = r"(?:báo cáo|bc|danh sách|ds|số liệu|biểu|bảng|thống kê|kết quả|năm|kỳ|tổng|chỉ tiêu)"
_BEFORE = (
    r"(?:(?:báo cáo|bc|kỳ|năm|đợt|số liệu|danh sách|ds|quý|tháng|biểu|dòng|hồ sơ|stt|"
    r"mã)(?!\w)|20[0-9]{2})"
)
CANCELLED = (
    (
        rf"{_NO}(?:còn )?(?:thuộc|nằm trong) (?:đối tượng|diện|danh mục|chương trình|phạm vi|"
        r"kế hoạch|nhiệm vụ|địa bàn)|(?<!\w)ngoài (?:đối tượng|chương trình|diện hỗ trợ)"
    ),
    (
        rf"{_NO}(?:được )?(?:đưa|tính|cộng|tổng hợp|thống kê|ghi|báo cáo|kê) "
        rf"vào (?:\w+ ){{0,2}}?{_LEFT_OUT}|"
        rf"{_NO}(?:được )?(?:tổng hợp|thống kê)(?!\w)"
    ),
    (
        rf"(?<!\w)(?:đã |được )*(?:tính|báo cáo|kê khai|thống kê|tổng hợp|ghi) "
        rf"(?:ở|tại|trong|vào|sang|cho) (?:\w+ ){{0,2}}?{_BEFORE}"
    ),
    r"(?<!\w)(?:gộp|ghép|nhập chung|tính chung|chung) (?:với|vào|cùng)(?!\w)|xuất toán",
    (
        rf"{_NO}{_HELPING}(?:tổ chức|triển khai|thực hiện|làm(?! (?:{_NO_WORK}))|tham (?:gia|dự)|"
        rf"diễn ra|thành công|"
        r"hoạt động|mở lớp|tồn tại|được hỗ trợ|hỗ trợ)(?!\w)"
    ),
    rf"{_NO}{_HELPING}{_OF_USE}",
    (
        r"^\W*(?:bị |đã |do |cán bộ )*(?:nhầm|gõ nhầm|đánh nhầm)(?:\W*$| (?:lẫn\W*$|rồi|dòng|"
        r"hồ sơ|hs|dn|doanh nghiệp|sang|với))"
    ),
    rf"(?<!\w)(?:nhầm|lộn) {_OF_DATA}(?!\w)|(?<!\w)(?:bị|vào|nhập|khai|tính|kê) (?:nhầm|lộn)(?!\w)",
    (
        r"thất bại|(?:bị|đã|được) thay thế|hết giá trị|bãi bỏ|^\W*(?:vắng(?: mặt)?|bỏ học|"
        r"nghỉ học)(?!\w)"
    ),
)
UNFINISHED = (
    (
        r"^\W*(?:[ivx0-9]+[.)]? ?)?(?:(?:các|số|dn|doanh nghiệp|đơn vị|nhiệm vụ|hồ sơ|lớp|đã|"
        r"hợp đồng|hđ) )*(?:mới|vừa) (?:chỉ )?(?:được )?(?:ký|bắt đầu|triển khai|khởi công|"
        r"tiếp nhận|nhận hồ sơ|duyệt|phê duyệt|khảo sát|giao|thực hiện|tạm ứng|lập)(?!\w)"
    ),
    rf"{_NO}{_HELPING}{_DOING}(?!\w)",
    rf"{_NOT_YET}{_HELPING}(?:{_DOING}(?!\w)|{_OF_USE}|{_PAPERS}|rõ|chắc|chính thức|đủ|đầy đủ)",
    (
        rf"(?:{_NO}|{_NOT_YET})(?:còn |có |đủ |thấy )+(?:khả năng|nhu cầu|năng lực|nguyện vọng|"
        rf"{_PAPERS}(?! (?:lỗi|hỏng)))(?!\w)"
    ),
    rf"{_NO}(?:chịu|muốn|kịp|thể)(?!\w)",
    rf"(?<!\w)(?:còn )?(?:thiếu|nợ) {_PAPERS}|(?<!\w)còn (?:thiếu|nợ|vướng|dở)(?!\w)",
    (
        rf"(?<!\w)(?:kéo dài|chuyển|dời|lùi|hoãn|đẩy|để|dồn|giãn|gia hạn|tiếp tục|dịch)(?: lại|"
        rf" hạn| lịch| thời gian| tiến độ)?"
        rf"(?: thêm)?(?: (?:sang|đến|tới|qua|vào|cho))* {_LATER}"
    ),
    (
        rf"(?<!\w)(?<!\d )(?:sang|qua) {_LATER}|(?<!\w)(?:sang|qua) (?:năm|tháng|quý|kỳ|"
        rf"đợt)? ?(?:sau|tới|mới)(?!\w)"
    ),
    (
        r"(?<!\w)kéo dài (?:sang|qua|thời gian thực hiện|thời hạn|hđ|hợp đồng|tiến độ|thêm)|"
        r"^\W*(?:lùi|dời|kéo dài)\W*$"
    ),
    r"(?<!\w)(?:xin|đề nghị|phải|bị|tạm|được) (?:lùi|dời|giãn|hoãn|kéo dài|gia hạn|chậm)(?!\w)",
    (
        r"(?:20[0-9]{2}|sau|tới|(?:quý|tháng|năm) \w+) mới (?:được |làm |có )*(?:xong|hoàn|"
        r"nghiệm|làm|ký|thực|triển|tổ|bắt|"
        r"thanh|có|cấp|kết)"
    ),
    r"^\W*(?:để |chờ |đợi |hẹn )?(?:(?:năm|tháng|quý|kỳ|đợt) (?:sau|tới)|sang năm)(?!\w)",
    rf"(?<!\w)(?:xong|hoàn (?:thành|tất)) {_ABOUT}{_PART}",
    (
        rf"(?:^\W*|(?<!\w)(?:mới|chỉ|đã|tiến độ|{_HOW_FAR}) )(?:chỉ |mới |đã )*(?:đạt|làm|"
        rf"thực hiện|giải ngân|ước đạt) {_ABOUT}"
        rf"{_PART}(?=\W*$| {_HOW_FAR}| so )"
    ),
    (
        rf"(?:^\W*|(?<!\w)(?:tiến độ|mới|chỉ) ){_ABOUT}{_PART} {_HOW_FAR}|"
        rf"(?<!\w)tiến độ {_ABOUT}{_PART}"
    ),
    (
        r"(?<!\w)mới (?:chỉ )?(?:được )?(?:làm |xong |hoàn thành |thực hiện |"
        r"triển khai )+(?:một|1|phần|nửa|bước|giai đoạn|"
        r"[0-9]+/[0-9]+)"
    ),
    (
        r"(?<!\w)(?:xong|hoàn thành|thực hiện|làm) (?:được )?(?:một|1) (?:phần|nửa)|"
        r"(?<!\w)(?:xong|hoàn thành) "
        r"(?:được )?[0-9]+/[0-9]+(?![/0-9])"
    ),
)
APART = (
    (
        r"^\W*(?:[ivx0-9]+[.)]? ?)?(?:(?:các|số|dn|doanh nghiệp|đơn vị|nhiệm vụ|hồ sơ|lớp) )*"
        r"(?:đã (?:ký|khảo sát|tiếp nhận|nộp hồ sơ|gửi hồ sơ|giao|được giao|được duyệt)(?!\w)|"
        r"quá hạn|bảo lưu|treo(?!\w)|ngoài (?:địa bàn|kế hoạch|danh mục))"
    ),
    r"^\W*(?:[ivx0-9]+[.)]? ?)?(?:số )?ước(?! mơ)(?!\w)|(?<!\w)(?:số|số liệu) ước(?!\w)",
    r"^\W*(?:đk|dk)(?!\w)|(?<!\w)(?:đk|dk) ?(?:năm )?20[0-9]{2}",
    (
        rf"{_NOT_YET}{_HELPING}(?:hỗ trợ|tổ chức|tham (?:gia|dự)|tiếp cận|thụ hưởng|triển khai|"
        rf"bắt đầu|chính thức|chốt)(?!\w)"
    ),
    (
        r"(?<!\w)(?:hồ sơ|hs|danh sách|ds|nhiệm vụ|dn|doanh nghiệp|đơn vị|lớp|số|"
        r"còn) tồn(?!\w)(?! (?:kho|tại))|tồn đọng|"
        r"^\W*(?:[ivx0-9]+[.)]? ?)?tồn\W*$|(?<!\w)tồn (?:sang|từ|năm|kỳ)(?!\w)"
    ),
    (
        r"tiềm năng|dự thảo|bản thảo|(?<!\w)nháp(?!\w)|(?:xin|lấy|chờ|góp) ý kiến|để tham khảo|"
        r"tham khảo\W*$|sơ bộ\W*$|"
        r"(?:số|dữ) liệu (?:sơ bộ|tạm)|tạm tính"
    ),
    (
        r"(?<!chương )(?<!quá )(?<!quy )(?<!công )(?<!giáo )(?<!lập )(?<!tiến )(?<!lộ )(?<!tờ )"
        r"(?<!\w)trình (?:phê duyệt|duyệt|ký|lãnh đạo|ubnd|sở|bộ|thẩm định|xét|giám đốc|hội đồng|"
        r"cấp|xin|ban|thành phố|tp)(?!\w)"
    ),
    (
        r"(?<!\w)(?:bản|số liệu|dữ liệu|danh sách|ds|file|sheet|biểu|bảng|"
        r"trang)(?: ?[0-9]+)? \(?(?:cũ|tạm|thử)(?!\w)|"
        r"^\W*(?:cũ|tạm|thử|lưu|bỏ)(?:\W*$|\W*[0-9]+\W*$| ?[-–(])"
    ),
    (
        r"(?<!\w)(?:unused|obsolete|do not use|not used|potential|pipeline|candidates?|proposed|"
        r"tentative|provisional|"
        r"preliminary)(?!\w)|^\W*(?:old|backup|scratch|te?mp|archive|test)(?:\W|\d|$)|"
        r"[( -](?:old|backup|copy)\W*$"
    ),
)
FORESEEN = (
    (
        r"(?<!\w)tạm (?:tính|ước|lấy|ghi|nhập|thời|thay)(?!\w)|"
        r"(?<!\w)(?<!khảo sát )(?<!đánh giá )sơ bộ(?!\w)|"
        r"(?:số|dữ) liệu tạm(?!\w)|(?<!\w)ước (?:chừng|khoảng|lượng)|(?<!\w)(?:dự thảo|"
        r"bản nháp)(?!\w)|^\W*nháp\W*$|"
        r"provisional|preliminary|tentative"
    ),
)
_AMBIGUOUS = re.compile(r"ước\(|nháp|\(\?:cũ|sơ bộ\\W|nhầm|đẩy\|để")
"""Patterns that would match another word without accents: nhập, củ, sở bộ, nhằm, đầy."""


def _unaccented(*patterns: str) -> tuple[str, ...]:
    unambiguous = (pattern for pattern in patterns if not _AMBIGUOUS.search(pattern))
    return tuple(map(without_accents, unambiguous))


CANCELLED_WITHOUT_ACCENTS = (
    *_unaccented(*CANCELLED),
    r"^nham$|\bnham (?:ngay|nam|ten|ma|mst|dong|dn|ho so|so lieu)\b|\b(?:bi|vao) nham\b",
)
UNFINISHED_WITHOUT_ACCENTS = (
    *_unaccented(*UNFINISHED),
    r"\b(?:keo dai|chuyen|doi|lui|hoan|gia han) (?:sang|den|toi|qua) (?:nam|quy|20\d\d)\b",
    r"^(?:moi )?(?:xong|hoan thanh|dat) (?:duoc |khoang )*\d{1,2}$|^(?:moi )?xong \d \d$",
)
APART_WITHOUT_ACCENTS = (
    *_unaccented(*APART),
    (
        r"^(?:nhap|cu|ton)$|\b(?:ban|so lieu|ds|sheet|file) (?:nhap|cu)\b|^cu khong dung|"
        r"tiem nang|du thao|ban thao|"
        r"(?:xin|lay) y kien|so lieu (?:so bo|tam)|tam tinh"
    ),
    r"^(?:[ivx]+ )?uoc (?:nam |quy |thang |ca |thuc |so )?[\divx]|^uoc$",
)
FORESEEN_WITHOUT_ACCENTS = (
    (
        r"\btam (?:tinh|uoc|lay)\b|^so bo$|so lieu (?:so bo|tam)\b|\bban nhap\b|\bdu thao\b|"
        r"provisional|preliminary|tentative"
    ),
)

_UNCERTAIN = (
    rf"(?<!\w)(?:cần|phải|xin|đề nghị|chờ|sẽ) {_OF_CHECKS}(?!\w)|"
    rf"(?<!\w){_OF_CHECKS} lại(?!\w)|đính chính|"
    rf"(?<!\w)sai {_OF_DATA}(?!\w)|^\W*(?:bị |có thể |ghi |đã )*sai\W*$|(?<!\w)(?:ghi|"
    rf"nhập) sai(?!\w)|nghi (?:ngờ|sai|trùng)"
)
_IS_UNCERTAIN = WordPattern(_UNCERTAIN)


def says_uncertain(words: str) -> bool:
    """Tell whether a remark says that its row is wrong or has to be checked again.

    Args:
        words: the remark, in lower case.

    >>> [says_uncertain(text) for text in ("cần sửa", "xem lai", "sai ngày")]
    [True, True, True]
    >>> [says_uncertain(text) for text in ("chống sai lỗi", "đã xem")]
    [False, False]
    """
    return _IS_UNCERTAIN.is_in(words)


_WITH = (
    r"(?:số|ngày|năm|tháng|quý|quyết định|qđ|biên bản|bb|văn bản|vb|công văn|cv|thông báo|"
    r"tb|tờ trình|căn cứ|thời điểm|"
    r"lý do|nguyên nhân|nội dung|người|hình thức|thông tin|đơn|phiếu|file|ký hiệu|hồ sơ|hs|"
    r"ghi chú|kinh phí|số tiền|"
    r"giấy|gcn|thời hạn|đợt|lần|cấp|mã|và|ký)"
)
_OF_WHAT = (
    r"(?:bỏ|thực hiện|hợp đồng|hđ|hỗ trợ|hồ sơ|hs|tham gia|công nhận|giấy|gcn|chứng nhận|"
    r"chứng chỉ|qđ|quyết định|dự án|"
    r"nhiệm vụ|lớp|đăng ký|kết quả|hoạt động|triển khai|nếu có|lại|tiếp tục|khỏi|danh sách|"
    r"ds|nghiệm thu|trước|thời hạn|"
    r"hạn|đào tạo|mô hình|doanh nghiệp|dn|kinh phí|kp|giữa chừng|chương trình|ct)"
)
_ENDED = (
    r"(?:hủy|huỷ|dừng|ngừng|ngưng|chấm dứt|từ chối|thu hồi|rút|đình chỉ|trả lại|bãi bỏ|"
    r"giải thể|phá sản|loại bỏ|loại khỏi|xóa|xoá)"
)
_OR = r"(?: (?:và |hoặc )?(?:đã |bị |xin |tạm )*"
_DENYING = (
    rf"(?:{_WITH} )*(?:đã |bị |xin |được |tạm |đề nghị |việc |về |"
    rf"theo )*{_ENDED}{_OR}{_ENDED})*(?: (?:{_OF_WHAT}|{_WITH}))*"
)
_IN_ENGLISH = (
    r"(?:(?:date|year|number|no|reason|document|decision)(?: of| for)? )*(?:cancell?ation|"
    r"withdrawal|termination)"
)
_LIQUIDATED = rf"(?:{_WITH} )*(?:đã |về )*thanh lý(?: (?:{_OF_WHAT}|{_WITH}))*"
_IS_DENYING = WordPattern(f"{_DENYING}|{_IN_ENGLISH}")
_IS_LIQUIDATED = re.compile(f"{_LIQUIDATED}|{without_accents(_LIQUIDATED)}")
_MONEY_OR_WHY = re.compile(
    r"(?:lý do|nguyên nhân|nội dung|kinh phí|số tiền|ly do|nguyen nhan|noi dung|kinh phi|"
    r"so tien)(?!\w)"
)


def denies(words: str) -> bool:
    """Tell whether a heading names what ended a record, such as the number of its cancellation.

    Args:
        words: the heading, in lower case and without signs.

    >>> [denies(text) for text in ("số qđ hủy", "năm dừng")]
    [True, True]
    >>> [denies(text) for text in ("thời gian dừng máy", "rút ngắn", "lý do dừng")]
    [False, False, False]
    """
    return _denies(words) and _MONEY_OR_WHY.match(words) is None


def _denies(words: str) -> bool:
    """Tell whether all words of a heading name what ended a record."""
    return _IS_DENYING.is_all_of(words)


def may_deny(words: str) -> bool:
    """Tell whether a heading may name the end of a record.

    The heading is about the liquidation of a contract, or about the reason or the money with which
    a record ended.

    Args:
        words: the heading, in lower case and without signs.

    >>> [may_deny(text) for text in ("bb thanh lý", "kinh phí thu hồi", "số hợp đồng")]
    [True, True, False]
    """
    return _denies(words) or _IS_LIQUIDATED.fullmatch(words) is not None
