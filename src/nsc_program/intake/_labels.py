"""The names of columns in a sentence, and the way a sentence writes days and numbers."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from nsc_program.intake._headings import FUNDING
from nsc_program.values._text import Lang, Text

_WORDS: Mapping[str, tuple[str, str]] = {
    "id": ("mã hồ sơ", "record id"),
    "recorded_on": ("ngày ghi nhận", "date of recording"),
    "annulled": ("đã hủy", "annulled"),
    "verified": ("đã xác minh", "verified"),
    "document": ("văn bản", "document"),
    "code": ("mã số doanh nghiệp", "enterprise code"),
    "enterprise": ("mã số doanh nghiệp", "enterprise code"),
    "name": ("tên", "name"),
    "kind": ("loại hình", "kind of enterprise"),
    "locality": ("địa bàn", "locality"),
    "started_on": ("ngày bắt đầu", "start date"),
    "completed_on": ("ngày hoàn thành", "completion date"),
    "level": ("cấp", "level"),
    "solutions": ("nhóm giải pháp", "solutions"),
    "person": ("mã người", "person’s key"),
    "headcount": ("số người", "headcount"),
    "on": ("ngày tổ chức", "date of the event"),
    "audience": ("đối tượng", "audience"),
    "topic": ("nội dung", "topic"),
    "trained_on": ("ngày đào tạo", "training date"),
    "standard": ("tiêu chuẩn", "standard"),
    "certified_on": ("ngày cấp chứng nhận", "certification date"),
    "scheme": ("chương trình chứng nhận", "certification scheme"),
    "expires_on": ("ngày hết hạn", "expiry date"),
    "regional_on": ("ngày đạt trình độ khu vực", "date of the regional level"),
    "international_on": ("ngày đạt trình độ quốc tế", "date of the international level"),
    "renewal": ("cấp lại", "renewal"),
    "recognised_on": ("ngày công nhận", "recognition date"),
    "decision": ("quyết định", "decision"),
    "scope": ("phạm vi", "scope"),
    "withdrawn_on": ("ngày thu hồi", "withdrawal date"),
    "registration": ("số đăng ký", "registration number"),
    "activities": ("lĩnh vực", "activities"),
    "strengthened_on": ("ngày được tăng cường năng lực", "date of strengthening"),
    "conforming_since": ("ngày đạt chuẩn mực", "start of conformity"),
    "conforming_until": ("ngày hết đạt chuẩn mực", "end of conformity"),
    "serves_key_products": ("phục vụ sản phẩm chủ lực", "serves key products"),
    "indicator": ("chỉ tiêu", "indicator"),
    "period": ("giai đoạn", "period"),
    "period.start": ("từ ngày", "first day"),
    "period.end": ("đến ngày", "last day"),
    "value": ("giá trị", "value"),
    "issued": ("ngày báo cáo", "report date"),
    "estimate": ("ước thực hiện", "estimate"),
    "funding": ("kinh phí", "funding"),
    f"{FUNDING}state-budget": ("kinh phí ngân sách nhà nước", "state budget"),
    f"{FUNDING}other-lawful": ("kinh phí huy động hợp pháp khác", "other lawful sources"),
}
_LAST_MONTH_WITH_ZERO = 2


@cache
def words_of(name: str) -> Text:
    """Return the words for a column in a sentence.

    Args:
        name: the name of the column.

    >>> words_of("completed_on").vi, words_of("completed_on").en
    ('ngày hoàn thành', 'completion date')
    """
    source = name.removeprefix(FUNDING)
    vi, en = _WORDS.get(name, (source, source))
    return Text(vi=vi, en=en)


@cache
def label_of(name: str) -> Text:
    """Return the words for a column in quotation marks.

    Args:
        name: the name of the column.

    >>> label_of("completed_on").vi, label_of("completed_on").en
    ('“ngày hoàn thành”', '“completion date”')
    """
    words = words_of(name)
    return Text(vi=f"“{words.vi}”", en=f"“{words.en}”")


def listed(names: Iterable[str]) -> Text:
    """Return the words for several columns, each in quotation marks.

    Args:
        names: the names of the columns.
    """
    labels = [label_of(name) for name in names]
    vi = ", ".join(label.vi for label in labels)
    en = ", ".join(label.en for label in labels)
    return Text(vi=vi, en=en)


def day_in(lang: Lang, day: date) -> str:
    """Write a day as people do.

    In Vietnamese, only days below 10 and the months 1 and 2 have a leading zero.

    Args:
        lang: the language.
        day: the day.

    >>> day_in("vi", date(2026, 6, 4)), day_in("vi", date(2026, 1, 15))
    ('04/6/2026', '15/01/2026')
    >>> day_in("en", date(2026, 6, 4))
    '2026-06-04'
    """
    if lang == "en":
        return day.isoformat()
    month = f"{day.month:02}" if day.month <= _LAST_MONTH_WITH_ZERO else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def number_in(lang: Lang, number: int) -> str:
    """Write a whole number with the thousands separator of a language.

    Args:
        lang: the language.
        number: the number.

    >>> number_in("vi", 1730), number_in("en", 1730)
    ('1.730', '1,730')
    """
    text = f"{number:,}"
    return text.replace(",", ".") if lang == "vi" else text
