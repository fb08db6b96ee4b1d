"""What is read from a clause, and why something in it is not."""

from datetime import date
from enum import Enum, unique
from typing import Any, TypeAlias, final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program._validators import is_a, is_bool, is_date, is_text
from nsc_program._values import Value
from nsc_program.bounds import Basis, Bound, Reached
from nsc_program.errors import InvalidType, InvalidValue, NscError
from nsc_program.sources import Text

Span: TypeAlias = tuple[int, int]
"""A place in a text: where it starts, and where it has ended."""


def _is_span(_: object, attribute: "Attribute[Any]", value: Span) -> None:
    if type(value) is not tuple or [type(end) for end in value] != [int, int]:
        raise InvalidType(f"{attribute.name}: expected where it starts and ends, as two whole numbers")
    if not 0 <= value[0] <= value[1]:
        raise InvalidValue(f"{attribute.name}: expected a start and an end from 0 on, got {value[0]} and {value[1]}")


@final
@frozen
class Phrase(Value):
    """One number of a plan as an official words it.

    Attributes:
        bound: the number and how it is worded.
        basis: which number is held against it.
        unit: the word that was counted with, as it stands (`doanh nghiệp`, `lượt người`, `tỷ đồng`, `%`); empty
            where no unit follows the number. Money and measures are as worded: 17,8 tỷ đồng is 17.8 of `tỷ đồng`, 2
            nghìn tấn is 2 of `nghìn tấn`. Of all else the number is what is meant: 2 nghìn hội thảo is 2000 `hội thảo`.
        through: the last day of “đến năm 2025”, “vào năm 2025”; `None` where the clause gives no such day.
        aspirational: whether “phấn đấu” stands before it.
        span: where in the clause it was read, from its marker to its unit. A place, not a meaning: two phrases that
            differ in nothing else are equal.
    """

    bound: Bound = field(validator=is_a(Bound))
    basis: Basis = field(factory=Reached, validator=is_a(Basis))
    unit: str = field(default="", kw_only=True, validator=is_text)
    through: date | None = field(default=None, kw_only=True, validator=optional(is_date))
    aspirational: bool = field(default=False, kw_only=True, validator=is_bool)
    span: Span = field(default=(0, 0), kw_only=True, eq=False, validator=_is_span)


@final
@unique
class Reason(Enum):
    """Why a number, or what stands in place of one, is not read."""

    AMBIGUOUS_NUMBER = "ambiguous-number"
    YEAR_OR_NUMBER = "year-or-number"
    SPELLED_OUT = "spelled-out"
    SCALE = "scale"
    PER_MILLE = "per-mille"
    LANGUAGE = "language"
    FRACTION = "fraction"
    VAGUE = "vague"
    NEARLY = "nearly"
    MARKS_CLASH = "marks-clash"
    MARK_UNCLEAR = "mark-unclear"
    OPEN_RANGE = "open-range"
    REVERSED = "reversed"
    UNITS_DIFFER = "units-differ"
    PER_UNIT = "per-unit"
    FREQUENCY = "frequency"
    EXCLUDED = "excluded"
    AVERAGE = "average"
    YEARS_UNCLEAR = "years-unclear"
    ONE_YEAR = "one-year"
    NO_BASE = "no-base"
    BASE_UNHELD = "base-unheld"
    BASE_IMPOSSIBLE = "base-impossible"
    COMPARISON = "comparison"
    INCREMENT = "increment"
    FALL = "fall"
    POINTS = "points"
    SHARE_GROWS = "share-grows"
    FROM_TO = "from-to"
    TIMES = "times"

    @property
    def text(self) -> Text:
        """The reason as a sentence, and what would be read instead."""
        return _TEXTS[self]


_TEXTS = {
    Reason.AMBIGUOUS_NUMBER: Text(
        vi="con số có thể đọc theo nhiều cách; viết 1.500 hoặc 6,5",
        en="the number can be read in several ways; write 1,500 or 6.5",
    ),
    Reason.YEAR_OR_NUMBER: Text(
        vi="không rõ là năm hay số lượng; viết “năm 2025” hoặc 2.025",
        en="it may be a year or a number; write “the year 2025” or 2,025",
    ),
    Reason.SPELLED_OUT: Text(vi="số viết bằng chữ; viết bằng chữ số", en="a number in words; write it in digits"),
    Reason.SCALE: Text(
        vi="không rõ “triệu”, “tỷ” là của tiền hay của gì khác; viết rõ đơn vị tính, hoặc viết hết các chữ số",
        en="it is not clear of what there are so many millions; name what is counted, or write all digits",
    ),
    Reason.PER_MILLE: Text(vi="phần nghìn; viết thành %", en="a number in a thousand; write a percentage"),
    Reason.LANGUAGE: Text(
        vi="cạnh con số có từ tiếng Anh hoặc từ viết không dấu; viết bằng tiếng Việt có dấu",
        en="there are Vietnamese words next to the number; write English, or say that the clause is in Vietnamese",
    ),
    Reason.FRACTION: Text(
        vi="phân số hoặc phần của một tổng; viết thành số hoặc tỷ lệ %",
        en="a fraction or a part of a total; write a number or a percentage",
    ),
    Reason.VAGUE: Text(vi="không nêu con số cụ thể", en="no definite number is given"),
    Reason.NEARLY: Text(
        vi="“gần” không có cách hiểu nào trong mô hình; viết “ít nhất” hoặc “khoảng”",
        en="the model has no “nearly”; write “at least” or “about”",
    ),
    Reason.MARKS_CLASH: Text(vi="các từ chỉ mức trái nhau", en="the words around the number contradict each other"),
    Reason.MARK_UNCLEAR: Text(
        vi="không rõ từ chỉ mức thuộc về con số nào; đặt từ đó ngay trước con số",
        en="it is not clear what the word of bound belongs to; put it right before the number",
    ),
    Reason.OPEN_RANGE: Text(
        vi="“từ” hoặc “đến” chỉ có một đầu; viết “từ … đến …” hoặc “từ … trở lên”",
        en="a “from” or “up to” with one end only; write “from … to …” or “at least”",
    ),
    Reason.REVERSED: Text(vi="đầu dưới không nhỏ hơn đầu trên", en="the lower end is not below the upper one"),
    Reason.UNITS_DIFFER: Text(vi="hai đầu khác đơn vị tính", en="the two ends are in different units"),
    Reason.PER_UNIT: Text(
        vi="mức cho từng đơn vị, mô hình không biểu diễn được; nêu tổng số",
        en="a number for each of several units, which the model cannot hold; give the total",
    ),
    Reason.FREQUENCY: Text(
        vi="mức cho một tháng, hai năm hoặc quãng thời gian khác, mô hình không biểu diễn được; nêu số của mỗi năm",
        en="a number for a month, two years or another time, which the model cannot hold; give one for each year",
    ),
    Reason.EXCLUDED: Text(
        vi="có phần không được tính vào, mô hình không biểu diễn được; nêu con số của phần được tính",
        en="something is left out, which the model cannot hold; give the number of what is counted",
    ),
    Reason.AVERAGE: Text(
        vi="số bình quân, mô hình không biểu diễn được; nêu tổng số hoặc số của mỗi năm",
        en="a mean, which the model cannot hold; give the total or a number for each year",
    ),
    Reason.YEARS_UNCLEAR: Text(
        vi="không rõ con số là của mỗi năm hay của cả giai đoạn",
        en="it is not clear whether the number is for each year or for the whole phase",
    ),
    Reason.ONE_YEAR: Text(
        vi="con số của riêng một năm; lập giai đoạn cho năm đó, hoặc viết “đến năm 2025”",
        en="a number of one year alone; give that year a phase of its own, or write “by 2025”",
    ),
    Reason.NO_BASE: Text(
        vi="tăng so với kỳ nào không được nêu; viết “so với giai đoạn 2021-2025” hoặc “hằng năm”",
        en="growth over what is not said; write “compared with 2021-2025” or “each year”",
    ),
    Reason.BASE_UNHELD: Text(
        vi="so với một mốc không phải là giai đoạn hoặc năm được nêu rõ",
        en="compared with something that is not a named period or year",
    ),
    Reason.BASE_IMPOSSIBLE: Text(vi="giai đoạn kết thúc trước khi bắt đầu", en="the period ends before it starts"),
    Reason.COMPARISON: Text(
        vi="so sánh mà không có từ “tăng”", en="a comparison that does not say that it is an increase"
    ),
    Reason.INCREMENT: Text(
        vi="mức tăng thêm không tính bằng %; nêu tổng số hoặc tỷ lệ tăng",
        en="an increase that is not in percent; give the total or the growth in percent",
    ),
    Reason.FALL: Text(vi="mức giảm, mô hình không biểu diễn được", en="a fall, which the model cannot hold"),
    Reason.POINTS: Text(
        vi="điểm phần trăm, mô hình không biểu diễn được", en="percentage points, which the model cannot hold"
    ),
    Reason.SHARE_GROWS: Text(
        vi="tỷ lệ tăng theo % hay theo điểm % thì không rõ; nêu mức phải đạt",
        en="a share that grows by percent or by points, which is not clear; give the level to reach",
    ),
    Reason.FROM_TO: Text(
        vi="tăng từ mức này lên mức kia; nêu mức phải đạt",
        en="a change from one level to another; give the one to reach",
    ),
    Reason.TIMES: Text(
        vi="không rõ “lần” là gấp mấy lần; viết “gấp 2 lần so với …” hoặc tỷ lệ %",
        en="it is not clear what the times are of; write “double … compared with …” or a percentage",
    ),
}


@final
@frozen
class Unreadable(Value):
    """A place in a clause that is not read, and why."""

    reason: Reason = field(validator=is_a(Reason))
    span: Span = field(validator=_is_span)


class InvalidWording(NscError, ValueError):
    """A clause with something unreadable in it.

    The arguments are all such places in order, `(start, end, reason, message)`.
    """

    def __str__(self) -> str:
        """Give every place with its reason."""
        return "; ".join(f"{start}-{end}: {message}" for start, end, _, message in self.args)
