"""Questions that headings of unread columns ask, and the answers that leave every row as it is.

Beneath such a heading another answer is told: “Hình thức” is “Trực tuyến”, but not “Cấp lại”.
"""

import re
from functools import lru_cache

from nsc_program.intake._headings.headings import BELOW
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._words.neutral_headings import without_bracket
from nsc_program.intake._words.words import WordPattern, lowered, lowest

_YES_OR_NO = (
    r"có mặt|hiện diện|tham dự|tham gia|dự học|điểm danh|ký nhận|ký tên|chữ ký|ký|hiệu lực|"
    r"còn hiệu lực|duy trì|duy trì mô hình|còn duy trì|còn hoạt động|năng lực|đáp ứng|"
    r"đáp ứng yêu cầu|phù hợp|được tính|tính vào kh|đủ hồ sơ|active|valid|thẩm tra|thẩm định|"
    r"hậu kiểm|đối chiếu|đã đối chiếu|rà soát|đã rà soát"
)
_YES = (
    r"x|v|✓|✔|có|đã|rồi|yes|true|đủ|còn|còn hiệu lực|đạt|đáp ứng|đáp ứng yêu cầu|tốt|đầy đủ|"
    r"phù hợp|đã ký|có mặt|đang hoạt động|ok"
)
_LEARNT = (
    r"(?:kinh tế|kỹ thuật|cơ khí|chế tạo máy|quản trị|kinh doanh|quản trị kinh doanh|quản lý|"
    r"công nghệ|công nghệ thông tin|thực phẩm|hóa học|hoá học|hóa|hoá|sinh học|vật lý|toán|điện|"
    r"điện tử|tự động hóa|tự động hoá|xây dựng|kiến trúc|môi trường|luật|kế toán|tài chính|"
    r"ngân hàng|công nghiệp|hệ thống|chất lượng|nông nghiệp|dệt may|may|ngoại ngữ|tiếng anh|dược|"
    r"y|khoa học|vật liệu|và|-)"
)
"""The fields of a degree."""
_KNOWN = (
    (_YES_OR_NO, _YES),
    (
        r"hình thức(?: (?:đào tạo|tổ chức|học|tập huấn|tham gia|tham dự))?",
        (
            r"trực tiếp|trực tuyến|online|offline|tập trung|kết hợp|tại chỗ|tại lớp|"
            r"tại doanh nghiệp|bán tập trung|hội nghị|hội thảo|lớp học|"
            r"trực tiếp (?:và|,|kết hợp|/)? ?trực tuyến"
        ),
    ),
    (
        r"(?:loại hình|loại|hình thức) hỗ trợ",
        r"(?:tư vấn|đào tạo|tập huấn|hỗ trợ)(?: (?:trực tiếp|trực tuyến|kỹ thuật|tại chỗ))?",
    ),
    (
        r"trình độ(?: (?:chuyên môn|học vấn|văn hóa|đào tạo))?|học vấn|bằng cấp",
        (
            r"đại học|cao đẳng|trung cấp|thạc (?:sĩ|sỹ)|tiến (?:sĩ|sỹ)|ths|ts|cử nhân|kỹ sư|ks|cn|"
            r"đh|cđ|tc|thpt|thcs|sau đại học|phổ thông|12/12|10/10|9/12|sơ cấp|"
            r"công nhân kỹ thuật|lao động phổ thông|"
            r"(?:cử nhân|kỹ sư|ks|cn|thạc (?:sĩ|sỹ)|ths\.?|tiến (?:sĩ|sỹ)|ts\.?|đại học|cao đẳng|"
            rf"trung cấp)(?: (?:ngành|chuyên ngành))?(?: {_LEARNT})+"
        ),
    ),
    (
        r"nguồn(?: (?:kinh phí|vốn|ngân sách))?",
        (
            r"(?:nguồn )?(?:ngân sách(?: (?:nhà nước|thành phố|tp|địa phương|quận|huyện|xã))?"
            r"(?: hà nội)?|nsnn|nstp|nsđp)"
        ),
    ),
    (
        r"(?:cơ quan|đơn vị) công nhận",
        (
            r"(?:ubnd|(?:ủy|uỷ) ban nhân dân) (?:thành phố|tp\.?)(?: hà nội| hn)?|"
            r"(?:chủ tịch )?ubnd tphn|"
            r"sở (?:khoa học (?:và|&) công nghệ|khcn|kh&cn|công thương)"
            r"(?: (?:thành phố |tp\.? ?)?hà nội)?"
        ),
    ),
    (
        r"(?:tổ chức|cơ quan|đơn vị) công nhận",
        r"(?:văn phòng )?(?:boa|công nhận chất lượng(?: quốc gia)?)(?: \(boa\))?|aosc|vaci|aov",
    ),
    (
        r"tỉnh(?:[ ,/]+(?:tp|thành phố))?|thành phố|tp|tỉnh thành",
        r"(?:tp\.? ?|thành phố )?(?:hà nội|hn)",
    ),
    (
        r"nhóm|đợt|lô|mục|tổ|đợt hỗ trợ|đợt đào tạo",
        r"(?:(?:nhóm|đợt|lô|mục|tổ|số) )?(?:[0-9]{1,3}|[ivx]{1,4}|[a-zđ])",
    ),
    (r"nam|nữ", r"x|v|✓|nam|nữ|[0-9]{1,3}"),
    (r"quốc gia|nước", r"việt nam|vn"),
    (
        r"(?:thuộc |tên |theo )?(?:chương trình|ct|kế hoạch|kh)(?: hỗ trợ)?",
        (
            r"(?:chương trình |ct |kế hoạch |kh |quốc gia |hỗ trợ |doanh nghiệp |dn |nâng cao |"
            r"số )*"
            r"(?:nscl|nsc|năng suất(?: (?:và )?chất lượng)?(?: sản phẩm,? hàng (?:hóa|hoá))?|"
            r"149(?:/kh-ubnd)?)(?: (?:hà nội|thành phố|tp|của thành phố|giai đoạn|đến năm|năm|[–-]|"
            r"20[0-9]{2}(?:[–-]20[0-9]{2})?))*"
        ),
    ),
    (
        r"(?:quy mô|loại|phân loại)(?: (?:quy mô|doanh nghiệp|dn|lao động))?",
        r"(?:doanh nghiệp |dn )?(?:siêu nhỏ|nhỏ|vừa|lớn|nhỏ và vừa)|[0-9.]+ (?:lao động|người)",
    ),
    (
        (
            r"(?:số|số lượng|sl)(?: (?:dn|doanh nghiệp|đơn vị|cơ sở|nhiệm vụ|hồ sơ|htx))?"
            r"(?: được hỗ trợ)?"
        ),
        r"0?1(?:[.,]0)?(?: (?:dn|doanh nghiệp|đơn vị|cơ sở))?",
    ),
    (
        r"lần|lần (?:cấp|công nhận|chứng nhận|thứ)|cấp lần|số lần(?: cấp)?",
        r"(?:lần (?:thứ )?)?(?:0?1|i|đầu|nhất|một)|cấp mới",
    ),
    (
        r"(?:thời gian|thời hạn|thời lượng)(?: (?:thực hiện|hỗ trợ|đào tạo|học|tư vấn))?",
        r"[0-9]{1,3}(?: (?:tháng|ngày|buổi|tuần|giờ|tiết))?",
    ),
    (
        r"số (?:buổi|tiết|giờ|ngày|tuần)(?: (?:học|đào tạo|tổ chức|tập huấn))?",
        r"[1-9][0-9]{0,2}(?: (?:buổi|tiết|giờ|ngày|tuần))?",
    ),
    (
        r"điểm(?: (?:kiểm tra|thi|cuối khóa|đánh giá|bài thi|tổng kết|trung bình))?",
        r"(?:[5-9]|10)(?:[.,][0-9]+)?|[5-9][0-9](?:[.,][0-9]+)?|100",
    ),
)
"""The patterns of the headings, each with the pattern of the harmless answers."""
_ASKS_YES_OR_NO = WordPattern(_YES_OR_NO)
_PATTERNS = tuple((WordPattern(asked), WordPattern(answer)) for asked, answer in _KNOWN)


def _question(heading: str) -> str:
    """Return the words right above the cells, without a bracket behind them."""
    return lowered(without_bracket(heading.rpartition(BELOW)[2]))


_NOT_OF_EVERY_ROW = re.compile(r"(?:ly do|nguyen nhan|nhan xet|y kien|danh gia)\b.*")


@lru_cache(maxsize=1024)
def asks_every_row(heading: str) -> bool:
    """Tell whether a blank cell beneath a heading says something, if other cells are filled.

    >>> headings = ("Nghiệm thu", "Có mặt", "Nhận xét", "Điện thoại")
    >>> [asks_every_row(heading) for heading in headings]
    [True, True, False, False]
    """
    if _ASKS_YES_OR_NO.is_all_of(_question(heading)):
        return True
    return names_a_state(heading) and _NOT_OF_EVERY_ROW.fullmatch(lowest(heading)) is None


def is_answered(heading: str, text: str) -> bool:
    """Tell whether a text is a harmless answer to what its heading asks.

    >>> is_answered("Hình thức", "Trực tuyến"), is_answered("Hình thức", "Cấp lại")
    (True, False)
    """
    answers = _answers_beneath(heading)
    said = lowered(text).strip(" .") if answers else ""
    return any(answer.is_all_of(said) for answer in answers)


def has_answers(heading: str) -> bool:
    """Tell whether a heading asks a question that has harmless answers.

    Args:
        heading: the heading.
    """
    return bool(_answers_beneath(heading))


@lru_cache(maxsize=1024)
def _answers_beneath(heading: str) -> tuple[WordPattern, ...]:
    """Return the patterns of the harmless answers to what a heading asks."""
    asked = _question(heading)
    return tuple(answer for question, answer in _PATTERNS if question.is_all_of(asked))
