"""Find the texts that are read and do not have the form of what their column asks for."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from nsc_program.intake._cells.dates import day_month_year
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._states.statuses import says_more
from nsc_program.intake._texts.names import is_enterprise
from nsc_program.intake._texts.proofs import PROOFS
from nsc_program.intake._words.parts_of_lines import is_made_of_content
from nsc_program.intake._words.words import WordPattern, lowered

_ACTIVITY = WordPattern(
    r"^(?:(?:phòng|tổ chức|hoạt động|dịch vụ|lĩnh vực|đánh giá|phép thử|lấy mẫu|cấp|kiểm tra) )*"
    r"(?:thử nghiệm|thí nghiệm|hiệu chuẩn|kiểm định|giám định|chứng nhận|kiểm nghiệm|phân tích|"
    r"công nhận|xét nghiệm|kiểm tra|đo lường|đo|quan trắc|kiểm soát|đánh giá|testing|"
    r"calibration|inspection|certification|sản phẩm|hệ thống|hóa|hoá|sinh|vi sinh|lý|cơ|điện|"
    r"điện tử|vật liệu|xây dựng|dược|y tế|thực phẩm|nông|lâm|thủy|môi trường|nước|không khí|đất|"
    r"dệt|may|da|giày|nhựa|cao su|giấy|gỗ|kim loại|xăng|dầu|khí|an toàn|bức xạ|không phá|ndt|"
    r"công nghệ|viễn thông|giao thông|phương tiện|thiết bị|hàng hóa|hàng hoá|đồ chơi|mỹ phẩm|"
    r"phân bón|thuốc|thức ăn|vàng|trang sức|năng lượng|nhiên liệu|than|xi măng|bê tông|thép|"
    r"khối lượng|nhiệt|áp suất|dung tích|độ dài|quang|âm|tần số|lực|iso|tcvn|qcvn|haccp|vietgap|"
    r"hữu cơ|quá trình|quy trình|dịch vụ|đào tạo|tư vấn|nghiên cứu|kỹ thuật)(?!\w)"
)


def _is_activity(text: str) -> bool:
    """Tell whether a text names an activity of an assessment body and nothing more."""
    if says_more(_without_testing(text)) or not _ACTIVITY.is_in(lowered(text)):
        return False
    return is_made_of_content(text)


def _without_testing(text: str) -> str:
    """Return a text with another name for the activity that is a status elsewhere."""
    return re.sub(r"(?i)^\W*(?:thử|thu) (?:nghiệm|nghiem)(?!\w)", "kiểm tra", text)


def _is_content(text: str) -> bool:
    """Tell whether a text says what a record is about and nothing more."""
    return not says_more(text)


def _are_activities(text: str) -> bool:
    """Tell whether each line of a text names an activity."""
    return all(map(_is_activity, text.splitlines()))


_REQUEST = WordPattern(r"/ ?ttr\b|\btờ trình\b|\bdự thảo\b|\bgiấy đề nghị\b|\bđơn đề nghị\b")
_NO_PAPER = WordPattern(r"[0-9]+ ?%|tạm|nháp|dn|htx|hkd|hợp tác xã|doanh nghiệp|hộ kinh doanh")


def _is_a_paper(text: str) -> bool:
    """Tell whether a text names a paper, and not a request or a draft, which prove nothing."""
    return not (_REQUEST.is_in(lowered(text)) or _NO_PAPER.is_all_of(lowered(text)))


_FORMS: Mapping[str, Callable[[str], bool]] = {
    "topic": _is_content,
    "locality": _is_content,
    "name": is_enterprise,
    "document": _is_a_paper,
    "activities": _are_activities,
}
"""The form of the other texts that are read."""


def fault_of_form(name: str, cell: object, values: Values) -> Fault | None:
    """Return the fault of a text that does not have the form that its column asks for.

    Args:
        name: the name of the column.
        cell: the cell, the lines of which may be several names.
        values: the values of the row, by the names of columns.
    """
    if _lacks_its_beginning(name, values):
        return Fault.NO_DAY
    text = _text_in(name, cell, values)
    if not text:
        return None
    if name == "document" and "indicator" in values:
        return None  # what proposes a figure is judged elsewhere
    if name in PROOFS:
        return _fault_of_a_proof(name, text, values)
    has_form = _FORMS.get(name)
    return Fault.OTHER_SAYING if has_form is not None and not has_form(text) else None


_BEGINNINGS: Mapping[str, str] = {
    "expires_on": "certified_on",
    "conforming_until": "conforming_since",
}
"""The day without which the last day of a certificate or an accreditation says nothing."""
FORMED = frozenset({*_FORMS, *PROOFS, *_BEGINNINGS})
"""The columns whose texts have a form, or whose days need another one."""


def _lacks_its_beginning(name: str, values: Values) -> bool:
    """Tell whether a row has the last day of what it does not date."""
    beginning = _BEGINNINGS.get(name)
    is_last = beginning is not None and isinstance(values.get(name), date)
    return is_last and not isinstance(values.get(str(beginning)), date)


def _text_in(name: str, cell: object, values: Values) -> str:
    """Return the text that was read; a name with its lines, and activities on a line each."""
    value = values.get(name)
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    if not isinstance(value, str):
        return ""
    return cell if name == "name" and isinstance(cell, str) else value


def _fault_of_a_proof(name: str, text: str, values: Values) -> Fault | None:
    """Return the fault of a text that makes its record count on one of some days."""
    has_form, days = PROOFS[name]
    on = [values[day] for day in sorted(days) if isinstance(values.get(day), date)]
    if not on:
        return Fault.NO_DAY if name == "scheme" and has_form(text) else None
    if not has_form(text):
        return Fault.NO_PROOF
    return Fault.OTHER_DAY if name == "decision" and _names_other_days(text, on) else None


_DAY = re.compile(
    r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}"
)
_YEAR = re.compile(
    r"(?:\bnăm |[,;(-] ?)((?:19|20)[0-9]{2})(?![0-9]| ?/)|/ ?((?:19|20)[0-9]{2})(?![0-9])"
)
"""A year in a text about a decision, but not its number: 2011/QĐ-SNN."""


def _names_other_days(text: str, on: list[date]) -> bool:
    """Tell whether a text names days or years, and one of them is not that of the row."""
    days = [day_month_year(" ".join(day.split())) for day in _DAY.findall(text.casefold())]
    numbers = {(day.day, day.month, day.year) for day in on}
    years = {int(year or other) for year, other in _YEAR.findall(_DAY.sub("", text.casefold()))}
    is_other_day = any(day is not None and day not in numbers for day in days)
    return is_other_day or not years <= {day.year for day in on}
