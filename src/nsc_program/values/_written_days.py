"""Days as people write them, in both languages."""

from datetime import date

from nsc_program.values._text import Lang

_MONTHS_WITH_ZERO = (1, 2)


def written_month(month: int) -> str:
    """Write a month in Vietnamese digits: a zero stands before 1 and 2 only (Decree 30/2020/NĐ-CP).

    >>> written_month(2), written_month(6)
    ('02', '6')

    Args:
        month: the number of the month.
    """
    return f"{month:02}" if month in _MONTHS_WITH_ZERO else str(month)


def written_day(day: date, lang: Lang) -> str:
    """Write a day: 31/12/2025 in Vietnamese, 2025-12-31 in English.

    In Vietnamese, a zero stands before days under 10 and months 1 and 2 only.

    >>> written_day(date(2026, 6, 5), "vi"), written_day(date(2026, 1, 15), "vi")
    ('05/6/2026', '15/01/2026')
    >>> written_day(date(2026, 6, 4), "en")
    '2026-06-04'

    Args:
        day: the day.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    if lang == "en":
        return day.isoformat()
    return f"{day.day:02}/{written_month(day.month)}/{day.year:04}"
