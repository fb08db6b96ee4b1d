"""The names of columns: the words of headings, in one row or several, and their units."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from nsc_program.intake._states.states import says_planned
from nsc_program.intake._words.marks import without_marks
from nsc_program.intake._words.neutral_headings import (
    BRACKET,
    TOTALS,
    is_group,
    is_harmless,
    is_neutral,
)
from nsc_program.intake._words.units import DONG, OF_PEOPLE, ONE, Of, Unit, unit_in, without_unit
from nsc_program.intake._words.words import folded
from nsc_program.values._text import Lang

FUNDING = "funding."
"""The beginning of the name of a column of money; the id of the source follows."""
COUNTS = frozenset({"headcount", "value"})
"""The columns whose numbers may name the unit that is counted."""
BELOW = " › "
"""The separator between the headings of several rows, the upper one first."""

HEADINGS: Mapping[str, str] = {
    "id": "mã|mã bản ghi|mã hồ sơ|mã HS|số hồ sơ|số HS|mã số hồ sơ|mã định danh|mã lớp|mã lớp học|"
    "mã khóa học|mã mô hình|mã hợp đồng|mã nhiệm vụ|ID|record",
    "recorded_on": "ngày nhập|ngày ghi nhận|ngày cập nhật",
    "annulled": "hủy|huỷ|đã hủy|hủy bỏ",
    "verified": "đã xác minh|xác minh|đã kiểm tra|đã thẩm định",
    "document": "văn bản|tài liệu|căn cứ|số văn bản",
    "code": "mã số doanh nghiệp|mã số thuế|MST|MSDN|mã doanh nghiệp",
    "enterprise": "mã số doanh nghiệp|mã số thuế|MST|MSDN|mã doanh nghiệp",
    "name": "tên|tên doanh nghiệp|tên đơn vị|tên tổ chức",
    "kind": "loại hình|loại hình doanh nghiệp|loại",
    "locality": "địa bàn|quận huyện|quận, huyện|xã phường|phường, xã",
    "started_on": "ngày bắt đầu|bắt đầu|từ ngày|thời gian bắt đầu|ngày BĐ",
    "completed_on": "ngày hoàn thành|hoàn thành|ngày kết thúc|kết thúc|đến ngày|"
    "thời gian hoàn thành|thời gian kết thúc|ngày nghiệm thu|ngày HT|ngày KT",
    "level": "cấp|cấp nhiệm vụ|cấp quản lý|cấp hỗ trợ|cấp thực hiện",
    "solutions": "nhóm giải pháp|giải pháp|các nhóm giải pháp",
    "person": "mã người|mã người học|mã học viên|mã cán bộ|mã cá nhân|mã ẩn danh|mã chuyên gia|"
    "CCCD|số CCCD|căn cước|căn cước công dân|số căn cước công dân|số định danh|"
    "số định danh cá nhân|CMND|CMND/CCCD",
    "headcount": "số người|số lượng|số lượng học viên|số lượng người|số học viên|"
    "số người tham gia|số học viên tham gia|sĩ số|số lượt người|số học viên tổng|"
    "số học viên tổng số|số học viên tổng cộng|số người tổng|số người tổng số|số người tổng cộng",
    "on": "ngày|ngày tổ chức|ngày đào tạo|ngày tập huấn|ngày học|thời gian|thời gian tổ chức",
    "audience": "đối tượng|nhóm đối tượng",
    "topic": "nội dung|chủ đề|chuyên đề|tên lớp|tên khóa học",
    "trained_on": "ngày đào tạo|ngày hoàn thành đào tạo",
    "standard": "tiêu chuẩn|chuẩn mực|đạt tiêu chuẩn",
    "certified_on": "ngày chứng nhận|ngày cấp chứng nhận|ngày cấp chứng chỉ|"
    "ngày cấp giấy chứng nhận|chứng nhận ngày cấp|chứng chỉ ngày cấp|giấy chứng nhận ngày cấp",
    "scheme": "chương trình chứng nhận|tổ chức chứng nhận",
    "expires_on": "ngày hết hạn|hết hạn|hiệu lực đến|có giá trị đến",
    "regional_on": "ngày đạt trình độ khu vực|trình độ khu vực|khu vực",
    "international_on": "ngày đạt trình độ quốc tế|trình độ quốc tế|quốc tế",
    "renewal": "cấp lại|gia hạn|công nhận lại",
    "recognised_on": "ngày công nhận|ngày quyết định|công nhận|quyết định ngày|"
    "quyết định công nhận ngày",
    "decision": "quyết định|số quyết định|quyết định công nhận|quyết định số|"
    "quyết định công nhận số|số quyết định công nhận",
    "scope": "phạm vi|quy mô",
    "withdrawn_on": "ngày thu hồi|thu hồi",
    "registration": "số đăng ký|mã số đăng ký|số giấy chứng nhận đăng ký|số công nhận",
    "activities": "lĩnh vực|hoạt động|lĩnh vực hoạt động",
    "strengthened_on": "ngày được tăng cường năng lực|ngày tăng cường năng lực|"
    "tăng cường năng lực|ngày tăng cường|ngày được tăng cường",
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
    "part": "phần của chỉ tiêu|phần|phân tổ|nhóm",
    "issuer": "cơ quan báo cáo|đơn vị báo cáo|nơi báo cáo",
    "spending_year": "năm chi|năm ngân sách|niên độ|niên độ ngân sách|năm chi ngân sách|"
    "năm chi kinh phí|năm sử dụng kinh phí|năm giải ngân",
    f"{FUNDING}state-budget": "ngân sách|ngân sách nhà nước|kinh phí ngân sách|"
    "kinh phí ngân sách nhà nước|NSNN|kinh phí NSNN|nguồn NSNN|vốn ngân sách|nguồn ngân sách|"
    "nguồn ngân sách nhà nước",
    f"{FUNDING}other-lawful": "nguồn khác|nguồn hợp pháp khác|nguồn huy động|"
    "nguồn huy động hợp pháp khác|kinh phí khác|kinh phí xã hội hóa|nguồn vốn khác|vốn khác|"
    "đối ứng|kinh phí đối ứng|đối ứng của doanh nghiệp|kinh phí đối ứng của doanh nghiệp|"
    "doanh nghiệp đối ứng|vốn đối ứng",
}
"""The words for each column besides its own name, separated by bars."""

ALSO: Mapping[str, str] = {
    "id": "số hợp đồng",
    "headcount": "số người tham dự|số người dự|số người dự học|số người học|số học viên tham dự|"
    "số học viên dự|số lượng người tham gia|số lượng người tham dự|số lượng học viên tham gia|"
    "số lượng học viên tham dự|số đại biểu|số đại biểu tham dự|số đại biểu tham gia|"
    "số lượng đại biểu|số HV|số lượng HV|SL học viên|SL người|SL HV|SL đại biểu|tổng số người|"
    "tổng số học viên|tổng số HV|tổng số đại biểu|tổng số người tham gia|tổng số người tham dự|"
    "tổng số học viên tham gia|tổng số học viên tham dự|tổng số lượt người|tổng số người học|"
    "số lượt học viên|số lượt người tham gia|số lượt người tham dự|số cán bộ tham dự|"
    "số cán bộ tham gia|số người được đào tạo|số người được tập huấn",
    "on": "đến ngày|thời gian đến ngày|thời gian tổ chức đến ngày|ngày kết thúc",
    "started_on": "ngày ký hợp đồng|ngày hợp đồng|ngày ký HĐ|hợp đồng ngày ký",
    "completed_on": "ngày thanh lý|ngày thanh lý hợp đồng|ngày nghiệm thu thanh lý|"
    "ngày thanh lý HĐ|ngày nghiệm thu và thanh lý|ngày nghiệm thu, thanh lý hợp đồng",
}
"""Words for a column in some tables; they count if no other heading names the column."""

ENGLISH: Mapping[str, str] = {
    "id": "code|ID|record|record ID|record number|record no|file no|file number|case ID|reference",
    "recorded_on": "recorded on|date recorded|entry date|date entered",
    "annulled": "annulled|cancelled|canceled",
    "verified": "verified|checked",
    "document": "document|documents|reference document",
    "code": "tax code|tax ID|tax number|enterprise code|TIN",
    "enterprise": "tax code|tax ID|tax number|enterprise code|TIN",
    "name": "name|enterprise|enterprise name|company|company name|organisation|organization|"
    "name of enterprise",
    "kind": "kind|type|type of enterprise|enterprise type|legal form",
    "locality": "locality|district|ward",
    "started_on": "start|start date|started on|starting date|from|date of start|beginning date",
    "completed_on": "completion date|date of completion|completed on|end date|finish date|"
    "completed|completion|end",
    "level": "level",
    "solutions": "solutions|solution|group of solutions",
    "person": "person|person ID|participant|participant ID|expert|expert ID",
    "headcount": "headcount|number of people|participants|number of participants|quantity",
    "on": "date|day|held on|date held|training date",
    "audience": "audience|target group|participants",
    "topic": "topic|subject|content|contents|course|course name",
    "trained_on": "training date|trained on|date of training",
    "standard": "standard|standards",
    "certified_on": "certification date|certified on|date of certification|date of certificate|"
    "issue date",
    "scheme": "scheme|certification scheme|certification body",
    "expires_on": "expiry date|expires on|valid until|expiry",
    "recognised_on": "recognition date|recognised on|recognized on|date of recognition|"
    "decision date",
    "decision": "decision|decision no|decision number",
    "scope": "scope",
    "registration": "registration|registration no|registration number",
    "activities": "activities|field|fields|activity",
    "indicator": "indicator|indicator ID",
    "period": "period|year|reporting period",
    "value": "value|result|figure",
    "issued": "issued|issued on|issue date|report date|date of report",
    "part": "part|part of the indicator|breakdown",
    "issuer": "issuer|issued by|reporting body|reporting unit",
    "spending_year": "spending year|budget year|fiscal year|year of spending",
    f"{FUNDING}state-budget": "state budget",
    f"{FUNDING}other-lawful": "other sources|other funding|other",
}
"""English words for each column in a heading of two languages, after the Vietnamese words."""

_OF_DESCRIPTIONS: Mapping[str, str] = {"locality": "địa chỉ|address"}
"""Words for columns of descriptions of enterprises; in other lists an address is not a key."""

_MOST_PARTS = 10
"""The most parts of a heading of several rows."""
_FOOTNOTE = re.compile(
    r"(?<=[^\W\d]|[)\]])\s*(?:[¹²³⁰⁴-⁹]+|\[?\*+\]?|\(\*+\))(?=\s*(?:$|[(\[/\n]))"
)
"""The mark of a footnote after a word."""
_LANGUAGES = re.compile(r"\s*[/\n]\s*|\s+[-–|]\s+|\s*[(\[]")
"""The separators between the words of a heading in two languages."""
_OF_LANGUAGES = 2

SUGGESTED: Mapping[Lang, str] = {"vi": "Gợi ý cho “{}”", "en": "Suggestion for “{}”"}
"""The headings of suggestions in a workbook of rows to mend."""
_SUGGESTED = re.compile("|".join(text.format(".*") for text in SUGGESTED.values()), re.DOTALL)


def is_suggested(heading: str) -> bool:
    """Tell whether a column holds suggestions of this library, which are not read.

    Args:
        heading: the heading of the column.
    """
    return _SUGGESTED.fullmatch(heading) is not None


def _listed(names: Iterable[str], table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the folded words of columns, each with the name of its column."""
    for name in names:
        for words in filter(None, map(folded, table.get(name, "").split("|"))):
            yield words, name


@lru_cache(maxsize=64)
def _words(names: tuple[str, ...], *, also: bool) -> Mapping[str, str]:
    """Return the column of each folded heading; the first of two columns that share a heading."""
    own = {name: name for name in names}
    columns: dict[str, str] = {}
    described = _OF_DESCRIPTIONS if "code" in names else {}
    for table in (own, HEADINGS, ALSO if also else {}, described):
        for words, name in _listed(names, table):
            columns.setdefault(words, name)
    return columns


@lru_cache(maxsize=2**14)
def column_of(heading: str, names: tuple[str, ...], *, also: bool = False) -> str | None:
    """Return the column that a heading stands for.

    Args:
        heading: the heading; those of several rows are joined with `BELOW`.
        names: the names of the columns to choose from.
        also: whether the words that only some tables use count too.

    Returns:
        The name of the column, or `None` unless all words of the heading are understood.

    >>> columns = ("id", "started_on", "completed_on", "certified_on")
    >>> column_of("Thời gian thực hiện › Bắt đầu", columns)
    'started_on'
    >>> column_of("Ngày hoàn thành › Thực tế", columns)
    'completed_on'
    >>> column_of("Dự kiến › Kết thúc", columns), column_of("Ngày cấp", columns)
    (None, None)
    """
    parts = parts_of(heading)
    if len(parts) > _MOST_PARTS:
        return None
    columns = set(_columns_in(parts, _words(names, also=also)))
    if "%" in heading:  # a share is never a day or a key
        columns &= COUNTS
    return columns.pop() if len(columns) == 1 else None


def parts_of(heading: str) -> list[str]:
    """Return the headings of several rows, without marks of footnotes.

    Args:
        heading: the heading, whose rows are joined with `BELOW`.
    """
    return [_FOOTNOTE.sub("", part) for part in without_marks(heading).split(BELOW)]


def _columns_in(parts: list[str], known: Mapping[str, str]) -> Iterator[str]:
    """Give the columns that neighbouring parts name, if the other parts are neutral."""
    for naming, others in _divided(parts):
        name = _named(" ".join(naming), known)
        if name is not None and _are_neutral(others, name):
            yield name


def _divided(parts: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Give all ways to choose neighbouring parts, with the other parts."""
    for first, last in combinations(range(len(parts) + 1), 2):
        yield parts[first:last], parts[:first] + parts[last:]


def _are_neutral(parts: Iterable[str], name: str) -> bool:
    """Tell whether parts of a heading leave the meaning of the others unchanged."""
    is_count = name in COUNTS
    return all(is_neutral(part, is_count=is_count) for part in parts)


def _named(text: str, known: Mapping[str, str]) -> str | None:
    """Return the column of a heading without parts that leave its meaning unchanged."""
    words = folded(text)
    if words in known:
        return known[words]
    before, unit = without_unit(words)
    name = known.get(before, "")
    if unit is None or not takes_units(name):
        return _named_before_a_bracket(text, known) or _in_two_languages(text, known)
    return name if _fits(unit, name) or name.startswith(FUNDING) else None


def _named_before_a_bracket(text: str, known: Mapping[str, str]) -> str | None:
    """Return the column of a heading with a bracket that leaves its meaning unchanged."""
    before = BRACKET.sub("", text)
    name = known.get(folded(before), "")
    if name.startswith(FUNDING) and not says_planned(text):
        return name
    within = folded(text[len(before) :])
    is_unchanged = is_harmless(within) or known.get(within) == name
    return name if name and is_unchanged else None


def _in_two_languages(text: str, known: Mapping[str, str]) -> str | None:
    """Return the column of a heading that repeats its words in English.

    An example is “Ngày hoàn thành / Completion date”.
    """
    parts = list(filter(None, map(folded, _LANGUAGES.split(text.strip(" )]")))))
    if len(parts) != _OF_LANGUAGES:
        return None
    name = known.get(parts[0], "")
    return name if parts[1] in _english_words(name) else None


@cache
def _english_words(name: str) -> frozenset[str]:
    """Return the folded English words for a column."""
    return frozenset(map(folded, ENGLISH.get(name, "").split("|")))


def is_total(heading: str) -> bool:
    """Tell whether a heading says that its numbers are the total of those beside it."""
    return any(folded(part) in TOTALS for part in heading.split(BELOW))


def is_presumed(heading: str, name: str) -> bool:
    """Tell whether a heading only probably names the column that it is read as.

    A contract is also liquidated when its work stops; with its acceptance, the work is done. And
    one person may have taken part several times (lượt).

    Args:
        heading: the heading.
        name: the name of the column that it is read as.
    """
    words = folded(heading)
    if name == "headcount":
        return "luot" in words.split()
    return name == "completed_on" and "thanh ly" in words and "nghiem thu" not in words


def takes_units(name: str) -> bool:
    """Tell whether the numbers of a column may have a unit.

    Args:
        name: the name of the column.
    """
    return name.startswith(FUNDING) or name in COUNTS


def numbered(headings: Iterable[str]) -> Mapping[str, str]:
    """Return headings that do not stand for a column, under names that are numbers from 0.

    Args:
        headings: the headings.
    """
    return {str(place): heading for place, heading in enumerate(headings)}


def says_its_unit(heading: str, name: str) -> bool:
    """Tell whether a heading names a unit, even one that is not understood.

    Args:
        heading: the heading.
        name: the name of its column.
    """
    return bool(_units(heading, name))


def unit_of(heading: str, name: str) -> Unit | None:
    """Return the unit of the numbers under a heading.

    Args:
        heading: the heading.
        name: the name of its column.

    Returns:
        The unit; đồng for money and 1 for other numbers if the heading does not name a unit; `None`
        if the heading names a unit that is not understood or does not fit the column.

    >>> unit_of("Kinh phí (triệu đồng) › NSNN", "funding.state-budget").factor
    1000000
    >>> unit_of("Kinh phí (USD)", "funding.state-budget")
    """
    units = _units(heading, name)
    if not units:
        return DONG if name.startswith(FUNDING) else ONE
    unit = units.pop() if len(units) == 1 else None
    return unit if unit is not None and _fits(unit, name) else None


def _fits(unit: Unit, name: str) -> bool:
    """Tell whether a column may have a unit: people are not classes, and money is not a thing."""
    if name == "headcount":
        return unit.of in OF_PEOPLE
    return (unit.of is Of.MONEY) == name.startswith(FUNDING)


def _units(heading: str, name: str) -> set[Unit | None]:
    """Return the units that a heading names; `None` stands for one that is not understood."""
    return {unit for part in parts_of(heading) for unit in _unit_of_part(part, name)}


def _unit_of_part(part: str, name: str) -> Iterator[Unit | None]:
    """Give the unit in the bracket of one part, or else the unit that its words end with."""
    bracket = BRACKET.search(part)
    return _unit_at_end(part, name) if bracket is None else _unit_within(bracket[0], name)


def _unit_at_end(part: str, name: str) -> Iterator[Unit]:
    """Give the unit that the words of a part end with, unless they only name the column."""
    words = folded(part)
    unit = (None if is_group(part) else unit_in(part)) or without_unit(words)[1]
    if unit is not None and words not in _words((name,), also=True):
        yield unit


def _unit_within(bracket: str, name: str) -> Iterator[Unit | None]:
    """Give the unit in a bracket; `None` stands for a bracket that may hold another unit."""
    unit, words = unit_in(bracket), folded(bracket)
    if unit is None and (is_harmless(words) or words in _words((name,), also=True)):
        return
    yield unit
