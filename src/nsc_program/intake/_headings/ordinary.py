"""The closed list of headings of columns that are not read and may pass: names, places, papers.

A column beneath any other heading is told, whatever its cells say, until the caller decides.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from nsc_program.intake._headings.headings import BELOW, parts_of
from nsc_program.intake._states.remarks import is_plain
from nsc_program.intake._words.gates import Gate
from nsc_program.intake._words.neutral_headings import BRACKET, is_harmless, is_neutral
from nsc_program.intake._words.units import unit_in
from nsc_program.intake._words.words import WordPattern, folded, lowered

_WHO = (
    "doanh nghiệp|dn|dnnvv|đơn vị|công ty|cty|tổ chức|cơ sở|cơ quan|hộ|chủ hộ|chủ cơ sở|"
    "hợp tác xã|htx|hộ kinh doanh|dn, htx|dn/htx|doanh nghiệp, hợp tác xã|doanh nghiệp/htx|"
    "doanh nghiệp/hợp tác xã|doanh nghiệp, đơn vị|doanh nghiệp/đơn vị|tổ chức, doanh nghiệp|"
    "doanh nghiệp được hỗ trợ|đơn vị được hỗ trợ|đơn vị thụ hưởng|đơn vị tham gia|"
    "doanh nghiệp tham gia|chuyên gia|học viên|người học|cán bộ|cá nhân|người|người tham gia|"
    "đại biểu|thành viên|lao động|công nhân|nhân viên|giám đốc|chủ doanh nghiệp|chủ dn|"
    "người đứng đầu|bên a|bên b|người đại diện|đại diện|đại diện pháp luật|"
    "người đại diện pháp luật|"
    "người đại diện theo pháp luật|đại diện doanh nghiệp|lãnh đạo|người liên hệ|đầu mối|"
    "đầu mối liên hệ|cán bộ phụ trách|người phụ trách|cán bộ đầu mối|cán bộ theo dõi|người nhập|"
    "người lập|người nhập liệu|người cập nhật|người theo dõi|cán bộ nhập|chuyên viên|"
    "chuyên viên theo dõi|chuyên viên phụ trách|kế toán|giảng viên|báo cáo viên|diễn giả|trợ giảng|"
    "người ký|người trình bày|tổ trưởng|trưởng nhóm|chủ nhiệm|chủ nhiệm nhiệm vụ|chủ trì|"
    "đơn vị tư vấn|tổ chức tư vấn|chuyên gia tư vấn|đơn vị thực hiện|đơn vị triển khai|"
    "cơ sở đào tạo|tổ chức đào tạo|trường đào tạo|"
    "đơn vị chủ trì|đơn vị phối hợp|đơn vị tổ chức|đơn vị đào tạo|đơn vị quản lý|cơ quan quản lý|"
    "cơ quan phối hợp|cơ quan chủ trì|cơ quan hỗ trợ|đơn vị hỗ trợ|cơ quan chủ quản|"
    "đơn vị theo dõi|"
    "đơn vị đăng cai|ban tổ chức|phòng|phòng ban|bộ phận|phòng, ban|phòng/ban|phòng chuyên môn|"
    "tổ chức chứng nhận|đơn vị chứng nhận|tổ chức đánh giá|cơ quan cấp|nơi cấp|đơn vị cấp|"
    "người cấp|cơ quan ban hành|tổ chức cấp|"
    "nơi công tác|đơn vị công tác|cơ quan công tác|nơi làm việc|đơn vị, cơ quan|cơ quan, đơn vị|"
    "cơ quan/đơn vị|đơn vị/cơ quan|lớp|lớp học|khóa|khoá|khóa học|khoá học|khóa đào tạo|"
    "lớp tập huấn|lớp đào tạo|hội nghị|hội thảo|sự kiện|mô hình|mô hình điểm|sản phẩm|dự án|"
    "đề tài|nhiệm vụ|hợp đồng|hồ sơ|văn bản|phòng thí nghiệm|phòng thử nghiệm"
)
"""People, offices and things that lists name."""
_CALLED = (
    "tên|họ tên|họ và tên|họ, tên|họ|họ đệm|họ và tên đệm|tên đầy đủ|tên viết tắt|tên tắt|"
    "tên giao dịch|tên tiếng anh|tên tiếng việt|tên gọi|tên quốc tế|danh tính|bí danh"
)
_ABOUT_PEOPLE = (
    "giới tính|giới|nam/nữ|số nữ|trong đó nữ|số nam|ngày sinh|năm sinh|tuổi|độ tuổi|"
    "nơi sinh|quê quán|dân tộc|quốc tịch|tôn giáo|chức vụ|chức danh|chức vụ, chức danh|"
    "chức vụ/chức danh|nghề nghiệp|nghề|vị trí|vị trí công tác|vị trí việc làm|công việc|"
    "chuyên môn|chuyên ngành|ngành học|học vị|học hàm|học hàm, học vị|kinh nghiệm|"
    "số năm kinh nghiệm|thâm niên|số cccd|cccd|cmnd|căn cước|số căn cước|căn cước công dân|"
    "số định danh|hộ chiếu|số hộ chiếu|mã số bhxh|số bhxh|thẻ|số thẻ|số báo danh|ảnh"
)
_TO_REACH = (
    "địa chỉ|địa chỉ trụ sở|địa chỉ trụ sở chính|trụ sở|trụ sở chính|nơi ở|chỗ ở|hộ khẩu|"
    "thường trú|số điện thoại liên hệ|sđt liên hệ|email liên hệ|đt liên hệ|"
    "địa chỉ liên hệ|địa chỉ liên lạc|địa chỉ sản xuất|địa chỉ nhà máy|địa chỉ cơ sở|"
    "địa chỉ kinh doanh|địa điểm sản xuất|địa điểm kinh doanh|nhà máy|xưởng|điện thoại|"
    "số điện thoại|"
    "đt|sđt|số đt|dđ|di động|điện thoại di động|đtdđ|điện thoại liên hệ|số liên hệ|liên hệ|"
    "điện thoại, email|điện thoại/email|điện thoại và email|số điện thoại, email|sđt, email|"
    "email, điện thoại|điện thoại, fax|điện thoại liên hệ, email|"
    "liên lạc|máy bàn|hotline|fax|tel|phone|mobile|zalo|facebook|email|e-mail|thư điện tử|"
    "địa chỉ email|hộp thư|mail|website|trang web|web|trang thông tin|số tài khoản|tài khoản|stk|"
    "ngân hàng|mở tại|tại ngân hàng|mã bưu chính|toạ độ|tọa độ"
)
_PLACES = (
    "địa điểm|địa điểm tổ chức|nơi tổ chức|nơi|nơi thực hiện|nơi học|nơi đào tạo|"
    "địa điểm thực hiện|địa điểm đào tạo|địa điểm học|hội trường|phòng họp|phòng học|địa bàn|"
    "xã, thị trấn|xã/thị trấn|xã, phường, thị trấn|phường, xã, thị trấn|xã/phường/thị trấn|"
    "địa phương|phường|xã|phường xã|phường, xã|xã, phường|phường/xã|xã/phường|phường (xã)|quận|"
    "huyện|quận huyện|quận, huyện|quận/huyện|quận, huyện, thị xã|thị xã|thị trấn|thôn|tổ|"
    "tổ dân phố|đường|phố|số nhà|khu công nghiệp|kcn|cụm công nghiệp|ccn|kcn/ccn|kcn, ccn|"
    "làng nghề|khu vực sản xuất"
)
_PAPERS = (
    "hợp đồng|hđ|hđkt|hợp đồng kinh tế|hợp đồng tư vấn|biên bản|bb|biên bản nghiệm thu|"
    "bb nghiệm thu|bbnt|bb nt|biên bản thanh lý|bb thanh lý|bbtl|biên bản bàn giao|"
    "biên bản khảo sát|quyết định|qđ|quyết định phê duyệt|qđ phê duyệt|"
    "quyết định hỗ trợ|quyết định công nhận|qđ công nhận|"
    "quyết định cấp|quyết định giao|công văn|cv|văn bản|vb|tờ trình|thông báo|giấy mời|"
    "giấy phép|giấy phép kinh doanh|gpkd|gp|đkkd|đăng ký kinh doanh|giấy đkkd|gcn đkdn|"
    "đăng ký doanh nghiệp|giấy chứng nhận đăng ký doanh nghiệp|"
    "giấy chứng nhận đăng ký kinh doanh|gcn|giấy chứng nhận|"
    "chứng chỉ|chứng nhận|giấy|bằng|phiếu|hóa đơn|hoá đơn|chứng từ|phiếu thu|phiếu chi|"
    "ủy nhiệm chi|"
    "hồ sơ|hs|nghị quyết|vào sổ"
)
_CODES = (
    "mã|mã số|mã số thuế|mst|msdn|mã doanh nghiệp|mã số doanh nghiệp|mã dn|mã đơn vị|mã khách hàng|"
    "mã kh|mã học viên|mã hv|mã cán bộ|mã chuyên gia|mã người|mã lớp|mã khóa học|mã hồ sơ|mã hs|"
    "mã nhiệm vụ|mã hợp đồng|mã hđ|mã ngành|mã ngành nghề|mã vsic|mã số ngành|mã phường|mã xã|"
    "mã quận|mã tỉnh|mã địa bàn|mã số hộ|mã số bảo hiểm|mã bhxh|mã qr|mã vạch|ký hiệu|"
    "stt|số tt|tt|số thứ tự|thứ tự|dòng|no|id|guid|uuid|số hồ sơ|số hs|số vào sổ|"
    "số lưu|trang|tờ|khóa|khoá|lớp|lần hỗ trợ"
)
_BUSINESS = (
    "ngành|ngành nghề|ngành nghề kinh doanh|ngành hàng|ngành sản xuất|ngành kinh tế|"
    "lĩnh vực|lĩnh vực hoạt động|lĩnh vực chuyên môn|lĩnh vực sản xuất, kinh doanh|"
    "lĩnh vực sản xuất kinh doanh|sản phẩm chủ yếu|ngành nghề, sản phẩm|"
    "lĩnh vực kinh doanh|lĩnh vực sản xuất|ngành, nghề|ngành nghề, lĩnh vực|lĩnh vực, ngành nghề|"
    "ngành/lĩnh vực|lĩnh vực đào tạo|"
    "ngành nghề chính|ngành nghề sản xuất|ngành nghề sản xuất kinh doanh|"
    "sản phẩm|sản phẩm chính|tên sản phẩm|"
    "sản phẩm dịch vụ|sản phẩm, dịch vụ|sản phẩm/dịch vụ|dịch vụ|mặt hàng|nhóm sản phẩm|"
    "nhóm hàng|nhãn hiệu|thương hiệu|hàng hóa|nguyên liệu|công suất|sản lượng|diện tích|"
    "diện tích nhà xưởng|số lao động|lao động|tổng số lao động|số công nhân|số nhân viên|"
    "quy mô lao động|nhóm ngành|nhóm ngành nghề|loại sản phẩm|loại hàng hóa|loại hình sản xuất|"
    "loại hình kinh doanh|loại hình hoạt động|năng suất trước|năng suất sau|"
    "năng suất trước hỗ trợ|năng suất sau hỗ trợ|tỷ lệ tăng năng suất|"
    "mức tăng năng suất|phạm vi công nhận|phạm vi thử nghiệm|phạm vi hoạt động|số vilas|mã vilas|"
    "vilas|số vicas|số vias|số boa|số aosc|"
    "số lượng lao động|doanh thu|doanh số|tổng doanh thu|doanh thu năm trước|lợi nhuận|vốn|"
    "vốn điều lệ|vốn đăng ký|tổng vốn|tổng tài sản|tài sản|nguồn vốn|năm thành lập|"
    "ngày thành lập|"
    "ngày đăng ký kinh doanh|ngày đkkd|ngày cấp đkkd|ngày cấp cccd|xuất khẩu|thị trường|"
    "thị trường xuất khẩu|kim ngạch xuất khẩu|năng suất lao động|chứng nhận iso|"
    "chứng nhận đã có|hệ thống quản lý đã có|công nghệ|thiết bị|dây chuyền"
)
_CONTENT = (
    "nội dung|nội dung hỗ trợ|nội dung tư vấn|nội dung công việc|nội dung thực hiện|"
    "nội dung nhiệm vụ|nội dung đào tạo|nội dung tập huấn|nội dung chi tiết|nội dung chính|"
    "nội dung hợp đồng|nội dung mô hình|nội dung hoạt động|mô tả|mô tả công việc|tóm tắt|chi tiết|"
    "diễn giải|giải pháp|giải pháp áp dụng|giải pháp hỗ trợ|nhóm giải pháp|công cụ|công cụ áp dụng|"
    "tên giải pháp|tên công cụ|tên hệ thống|tên tiêu chuẩn|tiêu chuẩn|"
    "số tháng|số tháng thực hiện|số ngày thực hiện|số tuần|"
    "công cụ cải tiến|công cụ năng suất|hệ thống|hệ thống quản lý|hệ thống quản lý áp dụng|"
    "hệ thống áp dụng|tiêu chuẩn áp dụng|mô hình áp dụng|phương pháp|gói hỗ trợ|gói tư vấn|"
    "dịch vụ tư vấn|hoạt động hỗ trợ|loại hình hỗ trợ|hạng mục|hạng mục hỗ trợ|"
    "đầu việc|mục tiêu|dự án|đề tài|nhiệm vụ|đề án|"
    "chủ đề|chuyên đề|bài giảng|bài học|tài liệu|"
    "môn|môn học|thời lượng|buổi|ca|giờ|"
    "thời gian trong ngày|giờ học|ngôn ngữ|khung giờ|số trang|tên file|tệp|tệp đính kèm|đường dẫn|"
    "link|liên kết|link bài viết|đường link|"
    "nguồn tin|nguồn thông tin|nguồn số liệu|nguồn dữ liệu|ưu tiên|từ khóa"
)
_MONEY = "đơn giá|thuế|vat|thuế vat|thuế gtgt|tiền thuế"
_IN_ENGLISH = (
    "name|full name|enterprise|enterprise name|company|company name|address|phone|telephone|mobile|"
    "email|fax|website|gender|sex|date of birth|birthday|nationality|position|title|job title|"
    "occupation|department|organisation|organization|contact|contact person|contract|"
    "contract number|contract no|certificate number|certificate no|decision number|ward|"
    "district|place|location|venue|industry|sector|business line|product|products|"
    "number of employees|employees|revenue|description|trainer|lecturer|consultant|region|code|"
    "tax code|number|serial number|record|reference"
)


_NUMBERED = "đăng ký|báo cáo|tiêu chuẩn"
_ALL = (
    *(_WHO, _CALLED, _ABOUT_PEOPLE, _TO_REACH, _PLACES, _PAPERS, _CODES, _BUSINESS, _CONTENT),
    *(_MONEY, _IN_ENGLISH),
)


def _listed(words: str) -> Iterator[str]:
    """Give the words of a list with bars between them."""
    return iter(words.split("|"))


def _joined(first: str, *then: str) -> Iterator[str]:
    """Give every pair of a word of the first list and a word of the other lists."""
    ends = [end for words in then for end in _listed(words)]
    return (f"{start} {end}" for start in _listed(first) for end in ends)


_HEADINGS = frozenset(
    (
        *(word for words in _ALL for word in _listed(words)),
        *_joined(_CALLED, _WHO),
        *_joined("mô tả|giới thiệu|thông tin|thông tin về", _WHO),
        *_joined("số|số hiệu|ký hiệu|mã|mã số|số và ký hiệu|tên", _PAPERS, _NUMBERED),
        *_joined(_PAPERS, "số|số hiệu"),
        *_joined("cơ quan cấp|nơi cấp|đơn vị cấp|tổ chức cấp|người cấp|người ký|bản", _PAPERS),
        *_joined(
            "địa chỉ|điện thoại|số điện thoại|sđt|đt|email|chức vụ|chức danh|ngày sinh|năm sinh|"
            "giới tính|số cccd|cccd|số tài khoản|website|mã số thuế|mst|mã|mã số",
            _WHO,
            "của " + _WHO.replace("|", "|của "),
        ),
    )
)
"""The headings beneath which a cell names or describes, and does not decide how its row counts."""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def _toned(text: str) -> str:
    """Return the words of a text, each with its tone behind it: khoá and khóa are alike.

    A heading with accents is compared with accents: “Năm” is a year, and “Nam” are men.
    """
    return " ".join(map(_with_tone_last, re.findall(r"[^\W_]+", lowered(text))))


@lru_cache(maxsize=4096)
def _with_tone_last(word: str) -> str:
    """Return a word with its tone behind it."""
    signs = unicodedata.normalize("NFD", word)
    tones = "".join(sign for sign in signs if sign in _TONES)
    return "".join(sign for sign in signs if sign not in _TONES) + tones


_ORDINARY = frozenset(map(folded, _HEADINGS))
_ORDINARY_TONED = frozenset(map(_toned, _HEADINGS))
_UNIT = re.compile(
    r"m2|m²|ha|kg|tấn|%|năm|người|giờ|buổi|ngày|tiết|tháng|tuần|nam/nữ|v/v|nếu có|"
    r"(?:[0-9.]+ )?(?:đồng|triệu|tỷ|usd)(?:/(?:người|năm|tháng))*"
)


@lru_cache(maxsize=4096)
def is_ordinary(heading: str) -> bool:
    """Tell whether all parts of a heading name people, places, papers or the content of work.

    >>> headings = ("Tên doanh nghiệp", "Người liên hệ › Điện thoại", "Số hợp đồng", "Active")
    >>> [is_ordinary(heading) for heading in headings]
    [True, True, True, False]
    """
    parts = [part for part in parts_of(heading) if folded(part)]
    return any(map(_is_ordinary, parts)) and all(map(_is_silent, parts))


def _is_silent(part: str) -> bool:
    """Tell whether a part of a heading is ordinary, or only names the subject of the columns."""
    return _is_ordinary(part) or is_neutral(part, is_count=False)


def _is_ordinary(part: str) -> bool:
    """Tell whether a part of a heading is ordinary, with a translation behind it or not."""
    return _is_listed(part) or all(map(_is_listed, _in_languages(part)))


def _in_languages(part: str) -> Iterable[str]:
    """Return the words of a part and their translation."""
    both = [words for words in re.split(r"\s*/\s*|\n|\s+[-–]\s+", part) if words.strip()]
    return both if len(both) > 1 else (part,)


def _is_listed(words: str) -> bool:
    """Tell whether words, without a unit or a harmless bracket, are in the list."""
    before = BRACKET.sub("", words)
    return _is_in_list(before) and _leaves_its_meaning(words[len(before) :])


def _is_in_list(words: str) -> bool:
    """Tell whether words are in the list, with their accents if they have any."""
    if words.isascii():
        return folded(words) in _ORDINARY
    return _toned(words) in _ORDINARY_TONED


def _leaves_its_meaning(bracket: str) -> bool:
    """Tell whether a bracket behind a heading leaves its meaning as it is."""
    within = bracket.strip(" ()[]\n")
    if not within or is_harmless(folded(within)) or folded(within) in _ORDINARY:
        return True
    return unit_in(within) is not None or _UNIT.fullmatch(lowered(within)) is not None


_PAPERS_OR_NUMBERS = frozenset(
    map(folded, (*_listed(_PAPERS), *_joined("số|số hiệu|số và ký hiệu", _PAPERS)))
)
_MAY_BE_TICKED = frozenset(
    map(
        folded,
        _listed(
            "giới tính|giới|nam/nữ|ưu tiên|xuất khẩu|chứng nhận iso|chứng nhận đã có|ảnh|"
            "hệ thống quản lý đã có|thuế|vat|website|email|fax"
        ),
    )
)
_NO_NAME = WordPattern(
    r"^(?:x|v|✓|✔|√|có|không|chưa|yes|no|true|false|n|y|0)$|^không\b(?! gian)|\bchưa\b"
)
"""A tick, a yes or a no: no name, place or paper."""
GATE = Gate(_NO_NAME)


@lru_cache(maxsize=2**10)
def _asked(heading: str) -> str:
    """Return the folded words right above the cells, without a bracket behind them."""
    return folded(BRACKET.sub("", heading.rpartition(BELOW)[2]))


def holds_papers(heading: str) -> bool:
    """Tell whether the cells beneath a heading name papers, which have days of their own.

    Args:
        heading: the heading.
    """
    return _asked(heading) in _PAPERS_OR_NUMBERS


def may_be_ticked(heading: str) -> bool:
    """Tell whether yes and no are harmless beneath an ordinary heading."""
    return _asked(heading) in _MAY_BE_TICKED


def says_no_name(cell: str) -> bool:
    """Tell whether a text is a tick or a yes, or denies something.

    Args:
        cell: the text.
    """
    return not GATE.is_closed(cell) and _NO_NAME.is_in(lowered(cell))


def is_doubtful(heading: str, cell: str) -> bool:
    """Tell whether a cell beneath an ordinary heading says more than the heading asks for.

    >>> is_doubtful("Nội dung", "Khảo sát (chưa tư vấn)"), is_doubtful("Nội dung", "HACCP (2 ngày)")
    (True, False)
    >>> is_doubtful("Số biên bản", "chờ"), is_doubtful("Số biên bản", "12/BB")
    (True, False)
    """
    words = _asked(heading)
    if words not in _MAY_BE_TICKED and says_no_name(cell):
        return True
    if words in _PAPERS_OR_NUMBERS:
        return not (any(map(str.isdigit, cell)) or is_plain(cell))
    return False
