"""What columns are called: the words of headings, in one row or in several, and the units that stand with them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from nsc_program.intake._cells import without_marks
from nsc_program.intake._states import says_planned
from nsc_program.intake._units import DONG, OF_PEOPLE, ONE, Of, Unit, unit_in, without_unit
from nsc_program.intake._words import folded
from nsc_program.values._text import Lang

FUNDING = "funding."
"""Begins the name of a column of money; the id of its source follows."""
COUNTS = frozenset({"headcount", "value"})
"""The columns whose numbers may stand in units of what is counted."""
BELOW = " › "
"""Stands between the headings of several rows, the upper one first."""

HEADINGS: Mapping[str, str] = {
    "id": "mã|mã bản ghi|mã hồ sơ|mã HS|số hồ sơ|số HS|mã số hồ sơ|mã định danh|mã lớp|mã lớp học|mã khóa học|"
    "mã hợp đồng|mã nhiệm vụ|ID|record",
    "recorded_on": "ngày nhập|ngày ghi nhận|ngày cập nhật",
    "annulled": "hủy|huỷ|đã hủy|hủy bỏ",
    "verified": "đã xác minh|xác minh|đã kiểm tra|đã thẩm định",
    "document": "văn bản|tài liệu|căn cứ|số văn bản",
    "code": "mã số doanh nghiệp|mã số thuế|MST|MSDN|mã doanh nghiệp",
    "enterprise": "mã số doanh nghiệp|mã số thuế|MST|MSDN|mã doanh nghiệp",
    "name": "tên|tên doanh nghiệp|tên đơn vị|tên tổ chức",
    "kind": "loại hình|loại hình doanh nghiệp|loại",
    "locality": "địa bàn|địa chỉ|quận huyện|quận, huyện|xã phường|phường, xã",
    "started_on": "ngày bắt đầu|bắt đầu|từ ngày|thời gian bắt đầu|ngày BĐ",
    "completed_on": "ngày hoàn thành|hoàn thành|ngày kết thúc|kết thúc|đến ngày|thời gian hoàn thành|"
    "thời gian kết thúc|ngày nghiệm thu|ngày HT|ngày KT",
    "level": "cấp|cấp nhiệm vụ|cấp quản lý|cấp hỗ trợ|cấp thực hiện",
    "solutions": "nhóm giải pháp|giải pháp|các nhóm giải pháp",
    "person": "mã người|mã người học|mã học viên|mã cán bộ|mã cá nhân|mã ẩn danh|mã chuyên gia|CCCD|số CCCD|căn cước|"
    "căn cước công dân|số căn cước công dân|số định danh|số định danh cá nhân|CMND|CMND/CCCD",
    "headcount": "số người|số lượng|số lượng học viên|số lượng người|số học viên|số người tham gia|"
    "số học viên tham gia|sĩ số|số lượt người|số học viên tổng|số học viên tổng số|số học viên tổng cộng|"
    "số người tổng|số người tổng số|số người tổng cộng",
    "on": "ngày|ngày tổ chức|ngày đào tạo|ngày tập huấn|thời gian|thời gian tổ chức",
    "audience": "đối tượng|nhóm đối tượng",
    "topic": "nội dung|chủ đề|chuyên đề|tên lớp|tên khóa học",
    "trained_on": "ngày đào tạo|ngày hoàn thành đào tạo",
    "standard": "tiêu chuẩn|chuẩn mực|đạt tiêu chuẩn",
    "certified_on": "ngày chứng nhận|ngày cấp chứng nhận|ngày cấp chứng chỉ|ngày cấp giấy chứng nhận|"
    "chứng nhận ngày cấp|chứng chỉ ngày cấp|giấy chứng nhận ngày cấp",
    "scheme": "chương trình chứng nhận|tổ chức chứng nhận",
    "expires_on": "ngày hết hạn|hết hạn|hiệu lực đến|có giá trị đến",
    "regional_on": "ngày đạt trình độ khu vực|trình độ khu vực|khu vực",
    "international_on": "ngày đạt trình độ quốc tế|trình độ quốc tế|quốc tế",
    "renewal": "cấp lại|gia hạn|công nhận lại",
    "recognised_on": "ngày công nhận|ngày quyết định|công nhận|quyết định ngày|quyết định công nhận ngày",
    "decision": "quyết định|số quyết định|quyết định công nhận|quyết định số",
    "scope": "phạm vi|quy mô",
    "withdrawn_on": "ngày thu hồi|thu hồi",
    "registration": "số đăng ký|mã số đăng ký|số giấy chứng nhận đăng ký|số công nhận",
    "activities": "lĩnh vực|hoạt động|lĩnh vực hoạt động",
    "strengthened_on": "ngày được tăng cường năng lực|tăng cường năng lực|ngày tăng cường",
    "conforming_since": "đạt chuẩn từ|đạt chuẩn mực từ|ngày đạt chuẩn",
    "conforming_until": "đạt chuẩn đến|đạt chuẩn mực đến",
    "serves_key_products": "phục vụ sản phẩm chủ lực|sản phẩm chủ lực",
    "indicator": "chỉ tiêu|mã chỉ tiêu",
    "period": "giai đoạn|năm|kỳ|kỳ báo cáo",
    "period.start": "từ ngày|kỳ từ",
    "period.end": "đến ngày|kỳ đến",
    "value": "giá trị|số liệu|kết quả|kết quả thực hiện|thực hiện",
    "issued": "ngày báo cáo|ngày ban hành|ngày ký",
    "estimate": "ước thực hiện|là số ước|ước",
    f"{FUNDING}state-budget": "ngân sách|ngân sách nhà nước|kinh phí ngân sách|kinh phí ngân sách nhà nước|NSNN|"
    "kinh phí NSNN|nguồn NSNN|vốn ngân sách|nguồn ngân sách|nguồn ngân sách nhà nước",
    f"{FUNDING}other-lawful": "nguồn khác|nguồn hợp pháp khác|nguồn huy động|nguồn huy động hợp pháp khác|"
    "kinh phí khác|kinh phí xã hội hóa|nguồn vốn khác|vốn khác|đối ứng|kinh phí đối ứng|"
    "đối ứng của doanh nghiệp|kinh phí đối ứng của doanh nghiệp|doanh nghiệp đối ứng|vốn đối ứng",
}
"""What the columns are called, beside their own names; the words of one column stand between bars."""


ALSO: Mapping[str, str] = {
    "id": "số hợp đồng",
    "started_on": "ngày ký hợp đồng|ngày hợp đồng|ngày ký HĐ|hợp đồng ngày ký",
    "completed_on": "ngày thanh lý|ngày thanh lý hợp đồng|ngày nghiệm thu thanh lý|ngày thanh lý HĐ",
}
"""What a column is called in some tables: it counts where no other heading is the column."""

ENGLISH: Mapping[str, str] = {
    "id": "code|ID|record|record ID|record number|record no|file no|file number|case ID|reference",
    "recorded_on": "recorded on|date recorded|entry date|date entered",
    "annulled": "annulled|cancelled|canceled",
    "verified": "verified|checked",
    "document": "document|documents|reference document",
    "code": "tax code|tax ID|tax number|enterprise code|TIN",
    "enterprise": "tax code|tax ID|tax number|enterprise code|TIN",
    "name": "name|enterprise|enterprise name|company|company name|organisation|organization|name of enterprise",
    "kind": "kind|type|type of enterprise|enterprise type|legal form",
    "locality": "locality|address|district|ward",
    "started_on": "start|start date|started on|starting date|from|date of start|beginning date",
    "completed_on": "completion date|date of completion|completed on|end date|finish date|completed|completion|end",
    "level": "level",
    "solutions": "solutions|solution|group of solutions",
    "person": "person|person ID|participant|participant ID|expert|expert ID",
    "headcount": "headcount|number of people|participants|number of participants|quantity",
    "on": "date|day|held on|date held|training date",
    "audience": "audience|target group|participants",
    "topic": "topic|subject|content|contents|course|course name",
    "trained_on": "training date|trained on|date of training",
    "standard": "standard|standards",
    "certified_on": "certification date|certified on|date of certification|date of certificate|issue date",
    "scheme": "scheme|certification scheme|certification body",
    "expires_on": "expiry date|expires on|valid until|expiry",
    "recognised_on": "recognition date|recognised on|recognized on|date of recognition|decision date",
    "decision": "decision|decision no|decision number",
    "scope": "scope",
    "registration": "registration|registration no|registration number",
    "activities": "activities|field|fields|activity",
    "indicator": "indicator|indicator ID",
    "period": "period|year|reporting period",
    "value": "value|result|figure",
    "issued": "issued|issued on|issue date|report date|date of report",
    f"{FUNDING}state-budget": "state budget",
    f"{FUNDING}other-lawful": "other sources|other funding|other",
}
"""What a heading in two languages may call a column in English, behind the Vietnamese words for the same."""

_BRACKET = re.compile(r"[(\[].*$", re.DOTALL)
_MOST_PARTS = 10
"""Of a heading of several rows, each of which may have some."""
_HARMLESS = (
    "dd/mm/yyyy|d/m/yyyy|yyyy-mm-dd|ngày/tháng/năm|ngày tháng năm|năm-tháng-ngày|có/không|yes/no|x|nếu có|bắt buộc|"
    "người|lượt|lượt người|doanh nghiệp|tổ chức|chuyên gia|mô hình|sự kiện|thực tế|theo thực tế"
)
_IN_BRACKETS = frozenset(map(folded, _HARMLESS.split("|")))
"""What may stand in brackets behind a heading: “(dự kiến)”, “(cũ)” or “(nghìn người)” would make it another."""
_GROUPS = (
    "thời gian|thời gian thực hiện|thời gian hỗ trợ|thời gian triển khai|thực tế|thực hiện|đã thực hiện|"
    "kinh phí|kinh phí hỗ trợ|kinh phí thực hiện|kinh phí đã hỗ trợ|nguồn kinh phí|nguồn vốn|trong đó|tổng kinh phí|"
    "doanh nghiệp|thông tin doanh nghiệp|doanh nghiệp được hỗ trợ|đơn vị được hỗ trợ|thông tin chung|thông tin|"
    "hồ sơ|thông tin hồ sơ|nhiệm vụ|học viên|thông tin học viên|lớp|lớp học|khóa học|khóa đào tạo|"
    "kết quả công nhận|quyết định công nhận|công nhận|chứng chỉ|giấy chứng nhận|chứng nhận|"
    "mô hình|mô hình điểm|chuyên gia|thông tin chuyên gia|tổ chức|hỗ trợ|nội dung hỗ trợ|đào tạo|tập huấn"
)
_NEUTRAL = frozenset(map(folded, _GROUPS.split("|")))
"""What may stand above or below the words of a column and leaves them what they are."""
_OF_A_YEAR = re.compile(
    r"(?:(?:th|thuc hien|da thuc hien|ket qua thuc hien) )?(?:trong )?nam 20[0-9]{2}|(?:th|thuc hien) 20[0-9]{2}"
)
"""What was done in a year, which stands above the columns of what was."""
_FOOTNOTE = re.compile(
    r"(?<=[^\W\d]|[)\]])\s*(?:[¹²³⁰⁴-⁹]+|\[?\*+\]?|\(\*+\))(?=\s*(?:$|[(\[/\n]))"
)
"""The mark of a note, behind a word."""
_LANGUAGES = re.compile(r"\s*[/\n]\s*|\s+[-–|]\s+|\s*[(\[]")
"""What stands between the words of a heading in two languages."""
_OF_LANGUAGES = 2

SUGGESTED: Mapping[Lang, str] = {"vi": "Gợi ý cho “{}”", "en": "Suggestion for “{}”"}
"""The headings of suggestions in a workbook of rows to mend."""
_SUGGESTED = re.compile("|".join(each.format(".*") for each in SUGGESTED.values()), re.DOTALL)


def is_suggested(heading: str) -> bool:
    """Tell whether a column holds suggestions of this library, which are not read."""
    return _SUGGESTED.fullmatch(heading) is not None


def _listed(names: Iterable[str], table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in names:
        for words in table.get(name, "").split("|"):
            yield folded(words), name


@lru_cache(maxsize=64)
def _words(names: tuple[str, ...], *, also: bool) -> Mapping[str, str]:
    """The column of each heading, folded: where two share one, the first."""
    own = {name: name for name in names}
    found: dict[str, str] = {}
    for words, name in (
        *_listed(names, own),
        *_listed(names, HEADINGS),
        *(_listed(names, ALSO) if also else ()),
    ):
        if words:
            found.setdefault(words, name)
    return found


@lru_cache(maxsize=2**14)
def column_of(heading: str, names: tuple[str, ...], *, also: bool = False) -> str | None:
    """The column that a heading is; `None` if its words, all of them, are none that are understood.

    >>> columns = ("id", "started_on", "completed_on", "certified_on")
    >>> column_of("Thời gian thực hiện › Bắt đầu", columns), column_of("Ngày hoàn thành › Thực tế", columns)
    ('started_on', 'completed_on')
    >>> column_of("Dự kiến › Kết thúc", columns), column_of("Ngày cấp", columns)
    (None, None)
    """
    known = _words(names, also=also)
    parts = [_FOOTNOTE.sub("", part) for part in without_marks(heading).split(BELOW)]
    if len(parts) > _MOST_PARTS:
        return None
    found: dict[str, None] = {}
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            name = _named(" ".join(parts[first:last]), known)
            if name is not None and all(map(_is_neutral, (*parts[:first], *parts[last:]))):
                found[name] = None
    return next(iter(found)) if len(found) == 1 else None


def _named(text: str, known: Mapping[str, str]) -> str | None:
    words, plain = folded(text), folded(_BRACKET.sub("", text))
    if words in known:
        return known[words]
    before, unit = without_unit(words)
    name = known.get(before)
    if unit is not None and name is not None and takes_units(name):
        return name if _fits(unit, name) or name.startswith(FUNDING) else None
    name = known.get(plain)
    if name is None or plain == words:
        return _in_two_languages(text, known)
    within = folded(text[len(_BRACKET.sub("", text)) :])
    harmless = within in _IN_BRACKETS or within.isdigit() or known.get(within) == name
    if harmless or (name.startswith(FUNDING) and not says_planned(text)):
        return name
    return name if _in_two_languages(text, known) == name else None


def _in_two_languages(text: str, known: Mapping[str, str]) -> str | None:
    """The column of a heading whose other words say the same in English: “Ngày hoàn thành / Completion date”."""
    parts = [words for part in _LANGUAGES.split(text.strip(" )]")) if (words := folded(part))]
    name = known.get(parts[0]) if len(parts) == _OF_LANGUAGES else None
    return (
        name
        if name is not None and parts[1] in map(folded, ENGLISH.get(name, "").split("|"))
        else None
    )


def takes_units(name: str) -> bool:
    """Whether numbers of a column may stand in units."""
    return name.startswith(FUNDING) or name in COUNTS


def numbered(headings: Iterable[str]) -> Mapping[str, str]:
    """Headings that are no columns, each with a name all the same."""
    return {str(place): heading for place, heading in enumerate(headings)}


def is_group(text: str) -> bool:
    """Whether a heading only says what several columns below it are of."""
    return folded(text) in _NEUTRAL


def says_its_unit(heading: str, name: str) -> bool:
    """Whether a heading says what its numbers are in, in words that are understood or not."""
    return any(True for part in without_marks(heading).split(BELOW) for _ in _units(part, name))


def _is_neutral(part: str) -> bool:
    words = folded(_BRACKET.sub("", part))
    if _OF_A_YEAR.fullmatch(folded(part)):
        return True
    bracket = _BRACKET.search(part)
    rest = folded(bracket[0]) if bracket else ""
    is_named = words in _NEUTRAL or without_unit(words)[0] in _NEUTRAL
    return is_named and (not rest or rest in _IN_BRACKETS or unit_in(rest) is not None)


def unit_of(heading: str, name: str) -> Unit | None:
    """What the numbers under a heading are in; `None` if it says so in words that are not understood.

    >>> unit_of("Kinh phí (triệu đồng) › NSNN", "funding.state-budget").factor
    1000000
    >>> unit_of("Kinh phí (USD)", "funding.state-budget")
    """
    said = {unit for part in without_marks(heading).split(BELOW) for unit in _units(part, name)}
    if not said:
        return DONG if name.startswith(FUNDING) else ONE
    (unit,) = said if len(said) == 1 else (None,)
    return unit if unit is not None and _fits(unit, name) else None


def _fits(unit: Unit, name: str) -> bool:
    """Whether the numbers of a column may be in a unit: people are no classes, and money is no thing."""
    if name == "headcount":
        return unit.of in OF_PEOPLE
    return (unit.of is Of.MONEY) == name.startswith(FUNDING)


def _units(part: str, name: str) -> Iterator[Unit | None]:
    """The unit in a bracket of one part, `None` for another thing there; else the one that its words end with."""
    part = _FOOTNOTE.sub("", part)
    bracket = _BRACKET.search(part)
    if bracket is None:
        unit = (None if is_group(part) else unit_in(part)) or without_unit(folded(part))[1]
        if unit is not None and folded(part) not in _words((name,), also=True):
            yield unit
        return
    within = folded(bracket[0])
    unit = unit_in(bracket[0])
    if unit is not None or not (
        within in _IN_BRACKETS or within.isdigit() or within in _words((name,), also=True)
    ):
        yield unit
