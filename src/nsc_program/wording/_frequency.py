"""Intervals that are neither a year nor the phase: hằng tháng, cứ 2 năm, hai năm một lần."""

from nsc_program.wording._days import Items, Made, after_optional, make, named_year, tag_at
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import fold

_LONG_TIMES = frozenset(
    ("năm", "tháng", fold("quý"), "year", "years", "month", "months", "quarters")
)
_TIMES = _LONG_TIMES | frozenset(
    ("tuần", "ngày", "giờ", "week", "weeks", "day", "days", "hours", "quarter")
)
_YEARS = ("năm", "years")
_WITHIN = ("trong", "vòng", "thời gian", "in", "within")
OF_THE_YEAR = ("cả", "trong", "theo", "nửa")
_LONGEST = 3  # hai mươi lăm
_FIVE = ("5", "05")  # a plan's phase lasts five years, so “trong 5 năm” is the phase
_OPENS = (Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.COLON, Tag.OPEN)


def often_at(items: Items, at: int) -> Made | None:
    """Join the words for an interval into one item.

    Args:
        items: The items of the clause.
        at: The index where the words may start.

    Returns:
        The item and the index after the words; `None` if no interval starts here.
    """
    if _is_of_two_words(items, at):
        return make(Tag.OFTEN, items, at, at + 2)
    return _interval_at(items, at)


def _is_of_two_words(items: Items, at: int) -> bool:
    """Return whether two words for an interval stand here: “cả năm”, “hai lần” in a year."""
    return _is_of_the_year(items, at) or _is_twice(items, at)


def _interval_at(items: Items, at: int) -> Made | None:
    """Join a number of years or months into one item, if it is an interval: “cứ 2 năm”."""
    first = after_optional(items, at, Tag.OFTEN_OF)
    unit = _after_number(items, first)
    if unit == first or not _is_unit_of_time(items, unit):
        return None
    end = _after_once(items, unit + 1)
    worded = first > at or end > unit + 1
    is_interval = worded or _opens(items, at, unit) or _within(items, at, unit)
    return make(Tag.OFTEN, items, at, end) if is_interval else None


def _is_of_the_year(items: Items, at: int) -> bool:
    """Return whether the words are about a year without naming it: “cả năm”, “trong năm”."""
    worded = _is(items, at, OF_THE_YEAR) and _is(items, at + 1, ("năm",))
    return worded and not named_year(items, at + 1)


def _is_twice(items: Items, at: int) -> bool:
    """Return whether it happens several times a year: “mỗi năm hai lần”, “three times a year”."""
    yearly = tag_at(items, at - 1, Tag.YEARLY) or tag_at(items, at + 2, Tag.YEARLY)
    return yearly and _is_several_times(items, at)


def _is_several_times(items: Items, at: int) -> bool:
    """Return whether a number in words, except one, stands here before “lần”."""
    return _is_several(items, at) and _is(items, at + 1, ("lần", "times"))


def _is_several(items: Items, at: int) -> bool:
    """Return whether a number in words stands here, except one."""
    return tag_at(items, at, Tag.NUMERAL) and not _is(items, at, ("một", "one"))


def _is_unit_of_time(items: Items, at: int) -> bool:
    """Return whether a year, month or the like stands here, and it is not a named year."""
    return _is(items, at, _TIMES) and not named_year(items, at)


def _is(items: Items, at: int, words: tuple[str, ...] | frozenset[str]) -> bool:
    """Return whether the item at `at` is one of these words."""
    return 0 <= at < len(items) and items[at].text in words


def _after_number(items: Items, at: int) -> int:
    """Return the index after the digits or the number words at `at`; `at` without them."""
    digits = tag_at(items, at, Tag.NUMBER, Tag.VAGUE)
    return at + 1 if digits else _after_numerals(items, at)


def _after_numerals(items: Items, at: int) -> int:
    """Return the index after the number words at `at`; `at` without them."""
    end = at
    while end - at < _LONGEST and tag_at(items, end, Tag.NUMERAL):
        end += 1
    return end


def _after_once(items: Items, at: int) -> int:
    """Return the index after “một lần”, “1 lần” or “/lần”; `at` if these words are absent."""
    once = _is_one(items, at) and _is(items, at + 1, ("lần",))
    return at + 2 if once else at


def _is_one(items: Items, at: int) -> bool:
    """Return whether the number one, or a slash in its place, stands here."""
    return tag_at(items, at, Tag.SLASH) or _is(items, at, ("một", "1", "01"))


def _opens(items: Items, at: int, unit: int) -> bool:
    """Return whether the interval opens its piece of the sentence: “2 năm tổ chức 10 hội thảo”."""
    return _is(items, unit, _LONG_TIMES) and (at == 0 or items[at - 1].has(*_OPENS))


def _within(items: Items, at: int, unit: int) -> bool:
    """Return whether it is a part of the phase: “trong 2 năm” is, “trong 5 năm” is not."""
    return (
        _is(items, at - 1, _WITHIN)
        and _is(items, unit, _LONG_TIMES)
        and not _is_the_phase(items, at, unit)
    )


def _is_the_phase(items: Items, at: int, unit: int) -> bool:
    """Return whether the time is five years."""
    return _is(items, at, _FIVE) and _is(items, unit, _YEARS)
