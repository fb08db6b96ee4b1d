"""Which columns the rows of each class can have, what they are called, and how a cell of each is read."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from types import NoneType, UnionType
from typing import Any, TypeAlias, final, get_args, get_origin

from attrs import NOTHING, Attribute, evolve, field, fields, fields_dict, frozen

from nsc_program._validators import is_enterprise_code, is_indicator_id, is_key
from nsc_program._values import Value
from nsc_program.errors import UnknownId
from nsc_program.intake import _cells
from nsc_program.intake._words import MORE_YES_NO, WORDS, YES_NO, folded
from nsc_program.records import AnyRecord, Funding
from nsc_program.register import row_class

People: TypeAlias = Callable[[str], str]
"""Makes an opaque key of what a person is known by."""

FUNDING = "funding."
"""Begins the name of a column of money; the id of its source follows."""

_UNITS = {
    "ty dong": 10**9,
    "ti dong": 10**9,
    "trieu dong": 10**6,
    "trd": 10**6,
    "nghin dong": 10**3,
    "ngan dong": 10**3,
    "1000 dong": 10**3,
    "1 000 dong": 10**3,
    "dong": 1,
    "d": 1,
    "vnd": 1,
}
"""The longer ones first: a heading ends with one of them."""
_BRACKET = re.compile(r"[(\[].*$", re.DOTALL)
_HARMLESS = (
    "dd/mm/yyyy|yyyy-mm-dd|ngày/tháng/năm|ngày tháng năm|năm-tháng-ngày|có/không|yes/no|x|nếu có|bắt buộc|"
    "người|lượt|lượt người|doanh nghiệp|tổ chức|chuyên gia|mô hình|sự kiện"
)
_IN_BRACKETS = frozenset(map(folded, _HARMLESS.split("|")))
"""What may stand in brackets behind a heading: “(dự kiến)”, “(cũ)” or “(nghìn người)” would make it another."""
ALTERNATIVES = (("person", "headcount"), ("period", "period.end"))
"""Of these a table needs one."""

HEADINGS: Mapping[str, str] = {
    "id": "mã|mã bản ghi|mã hồ sơ|số hồ sơ|mã số hồ sơ|mã định danh|ID|record",
    "recorded_on": "ngày nhập|ngày ghi nhận|ngày cập nhật",
    "annulled": "hủy|huỷ|đã hủy|hủy bỏ",
    "verified": "đã xác minh|xác minh|đã kiểm tra|đã thẩm định",
    "document": "văn bản|tài liệu|căn cứ|số văn bản",
    "code": "mã số doanh nghiệp|mã số thuế|MST|MSDN|mã doanh nghiệp",
    "enterprise": "mã số doanh nghiệp|mã số thuế|MST|MSDN|mã doanh nghiệp",
    "name": "tên|tên doanh nghiệp|tên tổ chức",
    "kind": "loại hình|loại hình doanh nghiệp|loại",
    "locality": "địa bàn|địa chỉ|quận huyện|quận, huyện|xã phường|phường, xã",
    "started_on": "ngày bắt đầu|bắt đầu|từ ngày|thời gian bắt đầu",
    "completed_on": "ngày hoàn thành|hoàn thành|ngày kết thúc|kết thúc|đến ngày|thời gian hoàn thành|"
    "thời gian kết thúc|ngày nghiệm thu",
    "level": "cấp|cấp nhiệm vụ|cấp quản lý",
    "solutions": "nhóm giải pháp|giải pháp|các nhóm giải pháp",
    "person": "mã người|mã người học|mã học viên|mã cán bộ|mã cá nhân|mã ẩn danh|mã chuyên gia|CCCD|số CCCD|căn cước|"
    "căn cước công dân|số căn cước công dân|số định danh|số định danh cá nhân|CMND|CMND/CCCD",
    "headcount": "số người|số lượng|số học viên|sĩ số|số lượt người",
    "on": "ngày|ngày tổ chức|ngày đào tạo|ngày tập huấn|thời gian|thời gian tổ chức",
    "audience": "đối tượng|nhóm đối tượng",
    "topic": "nội dung|chủ đề|chuyên đề|tên lớp|tên khóa học",
    "trained_on": "ngày đào tạo|ngày hoàn thành đào tạo",
    "standard": "tiêu chuẩn|chuẩn mực|đạt tiêu chuẩn",
    "certified_on": "ngày chứng nhận|ngày cấp chứng nhận|ngày cấp chứng chỉ|ngày cấp",
    "scheme": "chương trình chứng nhận|tổ chức chứng nhận",
    "expires_on": "ngày hết hạn|hết hạn|hiệu lực đến|có giá trị đến",
    "regional_on": "ngày đạt trình độ khu vực|trình độ khu vực|khu vực",
    "international_on": "ngày đạt trình độ quốc tế|trình độ quốc tế|quốc tế",
    "renewal": "cấp lại|gia hạn|công nhận lại",
    "recognised_on": "ngày công nhận|ngày quyết định|công nhận",
    "decision": "quyết định|số quyết định|quyết định công nhận",
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
    "kinh phí NSNN",
    f"{FUNDING}other-lawful": "nguồn khác|nguồn hợp pháp khác|nguồn huy động|nguồn huy động hợp pháp khác|"
    "kinh phí khác|kinh phí xã hội hóa",
}
"""What the columns are called, beside their own names; the words of one column stand between bars."""

TELLING = frozenset(
    {
        "completed_on",
        "trained_on",
        "certified_on",
        "regional_on",
        "international_on",
        "strengthened_on",
        "conforming_since",
    }
)
"""What decides whether something counts: a table that has no column for it must be said to have none."""


@final
@frozen
class Column:
    """A column that rows of a class can have.

    Attributes:
        name: the field it fills; of a part of one, with a dot.
        needed: no row can do without it.
        personal: it may tell who a person is.
        beside: it stands beside one that does, so a row that is shifted may have put a name there.
    """

    name: str
    read: _cells.Reader
    validate: Callable[[Any], None] | None = None
    needed: bool = False
    personal: bool = False
    beside: bool = False

    @property
    def headings(self) -> frozenset[str]:
        """What it is called, folded."""
        return frozenset(map(folded, (self.name, *HEADINGS.get(self.name, self.name).split("|"))))


def columns_of(kind: type[AnyRecord], people: People | None = None, more: Iterable[str] = ()) -> Mapping[str, Column]:
    """The columns of a class by name, and those of money for the sources that `more` names.

    Raises:
        UnknownId: if `more` names no column that there can be.
    """
    found = {column.name: column for each in fields(kind) for column in _columns(each, people)}
    if any(column.personal for column in found.values()):
        found = {name: evolve(column, beside=True) for name, column in found.items()}
    for name in more:
        if name.startswith(FUNDING) and any(each.startswith(FUNDING) for each in found):
            found[name] = _money(name)
        elif name not in found:
            raise UnknownId("column", name, tuple(found))
    return found


def _columns(of: "Attribute[Any]", people: People | None) -> Iterable[Column]:
    match of.name:
        case "funding":
            return [_money(name) for name in HEADINGS if name.startswith(FUNDING)]
        case "period":
            ends = [Column(f"period.{end}", _cells.day) for end in ("start", "end")]
            return [Column("period", _cells.years), *ends]
        case "value":
            return [Column("value", _cells.number, needed=True)]
        case _:
            return [_plain(of, people)]


def _money(name: str) -> Column:
    vnd = fields_dict(Funding)["vnd"]
    return Column(name, _cells.money(1), partial(_validated, vnd))


def _plain(of: "Attribute[Any]", people: People | None) -> Column:
    personal = of.name == "person"
    read = _cells.person_by(people) if personal else _reader(of)
    return Column(of.name, read, partial(_validated, of), needed=of.default is NOTHING, personal=personal)


def _validated(of: "Attribute[Any]", value: object) -> None:
    if of.validator is not None:  # pragma: no branch  # each field has one
        of.validator(None, of, value)


def _reader(of: "Attribute[Any]") -> _cells.Reader:
    """How a cell is read, by what the field can hold."""
    kind = _held(of.type)
    if of.validator is is_enterprise_code:
        return _cells.enterprise_code
    if of.validator in (is_key, is_indicator_id):
        return _cells.key
    if get_origin(kind) is tuple:
        return _cells.several(_of(get_args(kind)[0], of.name))
    return _of(kind, of.name)


def _held(kind: Any) -> Any:  # noqa: ANN401  # a type, which has no type of its own
    """What a field can hold beside `None`."""
    return (
        next((each for each in get_args(kind) if each is not NoneType), kind) if isinstance(kind, UnionType) else kind
    )


def _of(kind: Any, name: str) -> _cells.Reader:  # noqa: ANN401
    if kind is date:
        return _cells.day
    if kind is bool:
        return _cells.yes_no({**YES_NO, **MORE_YES_NO.get(name, {})})
    if kind is int:
        return _cells.whole
    if issubclass(kind, StrEnum):
        return _cells.member(kind, WORDS[kind])
    if name == "standard":
        return _cells.norm
    return _cells.plain_text


# --- which heading is which column ---


@final
@frozen
class Found(Value):
    """The headings of a table, and the columns that they are.

    Attributes:
        headings: of each column that was found, its heading.
        several: the columns that more than one heading claims to be, with these.
        missing: the columns that no heading is and no table can do without, unless it is said to.
        unused: the headings that are no column.
    """

    headings: Mapping[str, str] = field(hash=False)
    several: Mapping[str, tuple[str, ...]] = field(hash=False)
    missing: tuple[str, ...]
    unused: tuple[str, ...]


def find_columns(kind: type[AnyRecord] | str, headings: Iterable[str]) -> Found:
    """Find out which column each heading is, by the words that spreadsheets use.

    Raises:
        UnknownId: for a class that has no rows.
    """
    columns = columns_of(row_class(kind))
    claims = {heading: _claimed(heading, columns) for heading in dict.fromkeys(headings)}
    by_name = {name: tuple(heading for heading, claimed in claims.items() if claimed == name) for name in columns}
    found = {name: claiming[0] for name, claiming in by_name.items() if len(claiming) == 1}
    return Found(
        headings=found,
        several={name: claiming for name, claiming in by_name.items() if len(claiming) > 1},
        missing=tuple(_missing(columns, {name for name, claiming in by_name.items() if claiming})),
        unused=tuple(heading for heading, claimed in claims.items() if claimed is None),
    )


def _claimed(heading: str, columns: Mapping[str, Column]) -> str | None:
    """The column that a heading is: by all its words, or by those before a bracket that changes nothing."""
    bracket = _BRACKET.search(heading)
    within = folded(bracket[0]) if bracket else ""
    for words in (folded(heading), folded(_BRACKET.sub("", heading))):
        for name, column in columns.items():
            if words in column.headings:
                harmless = words == folded(heading) or within in _IN_BRACKETS | column.headings or within.isdigit()
                return name if harmless or name.startswith(FUNDING) else None
    return None


def _missing(columns: Mapping[str, Column], found: Collection[str]) -> Iterator[str]:
    for names in ALTERNATIVES:
        if columns.keys() >= set(names) and not set(names) & set(found):
            yield names[0]
    yield from (name for name, each in columns.items() if (each.needed or name in TELLING) and name not in found)


def unit_of(heading: str) -> int | None:
    """How many đồng the numbers under a heading are in; `None` if its bracket says something else.

    >>> unit_of("Kinh phí (triệu đồng)"), unit_of("Kinh phí"), unit_of("Kinh phí (USD)")
    (1000000, 1, None)
    """
    bracket = _BRACKET.search(heading)
    if bracket is None:
        return 1
    said = f" {folded(bracket[0])}"
    return next((unit for words, unit in _UNITS.items() if said.endswith(f" {words}")), None)
