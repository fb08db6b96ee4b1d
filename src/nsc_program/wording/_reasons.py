"""The reasons why a number cannot be read, each with its sentence in both languages."""

from enum import Enum, unique
from typing import final

from nsc_program.values._text import Text


@final
@unique
class Reason(Enum):
    """The reason why a number, or words in place of a number, cannot be read.

    The value is the stable code of the reason. `text` gives a sentence in both languages.
    """

    TOO_LONG = "too-long"
    DAMAGED = "damaged"
    MISSPELT = "misspelt"
    AMBIGUOUS_NUMBER = "ambiguous-number"
    YEAR_OR_NUMBER = "year-or-number"
    SPELLED_OUT = "spelled-out"
    SCALE = "scale"
    PER_MILLE = "per-mille"
    LANGUAGE = "language"
    SIGN = "sign"
    FRACTION = "fraction"
    CHOICE = "choice"
    VAGUE = "vague"
    NEARLY = "nearly"
    ESTIMATE = "estimate"
    LIMIT = "limit"
    EXACT = "exact"
    DENIED = "denied"
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
    NO_BASELINE = "no-baseline"
    BASELINE_UNHELD = "baseline-unheld"
    BASELINE_IMPOSSIBLE = "baseline-impossible"
    COMPARISON = "comparison"
    INCREMENT = "increment"
    YEARLY_CHANGE = "yearly-change"
    FALL = "fall"
    POINTS = "points"
    SHARE_GROWS = "share-grows"
    FROM_TO = "from-to"
    TIMES = "times"

    @property
    def text(self) -> Text:
        """The reason as a sentence, with advice on wording that can be read."""
        return _TEXTS[self]


MOST_CHARACTERS = 2_000
"""The most characters a clause may have. A longer text is not one clause."""
MOST_NUMBERS = 100
"""The most numbers a clause may have."""

_TEXTS = {
    Reason.TOO_LONG: Text(
        vi=(
            f"lời văn dài quá {MOST_CHARACTERS} ký tự hoặc có quá {MOST_NUMBERS} con số; "
            "chỉ trích câu có mức cần đọc"
        ),
        en=(
            f"the words have more than {MOST_CHARACTERS:,} characters or {MOST_NUMBERS} numbers; "
            "quote only the sentence with the target"
        ),
    ),
    Reason.DAMAGED: Text(
        vi="chữ bị hỏng hoặc có mã HTML, ký tự ẩn, chữ cái của bộ chữ khác; gõ lại chỗ này",
        en=(
            "damaged text: HTML, hidden characters, or letters of another script; "
            "type this place again"
        ),
    ),
    Reason.MISSPELT: Text(
        vi=(
            "chỉ khác một từ chỉ mức ở dấu hoặc khoảng trắng, có lẽ viết sai; "
            "sửa lại cho đúng chính tả"
        ),
        en=(
            "it differs only in accents or spaces from a word that changes a number; "
            "correct the spelling"
        ),
    ),
    Reason.AMBIGUOUS_NUMBER: Text(
        vi="con số có thể đọc theo nhiều cách; viết 1.500 hoặc 6,5",
        en="the number can be read in several ways; write 1,500 or 6.5",
    ),
    Reason.YEAR_OR_NUMBER: Text(
        vi="không rõ là năm hay số lượng; viết “năm 2025” hoặc 2.025",
        en="it may be a year or a number; write “the year 2025” or 2,025",
    ),
    Reason.SPELLED_OUT: Text(
        vi="số viết bằng chữ; viết bằng chữ số",
        en="the number is written in words; write it in digits",
    ),
    Reason.SCALE: Text(
        vi=(
            "không rõ “triệu”, “tỷ” là của tiền hay của gì khác; "
            "viết rõ đơn vị tính, hoặc viết hết các chữ số"
        ),
        en=(
            "it is not clear what the millions or billions count; "
            "name the unit, or write all digits"
        ),
    ),
    Reason.PER_MILLE: Text(
        vi="phần nghìn; viết thành %", en="the number is per thousand; write a percentage"
    ),
    Reason.LANGUAGE: Text(
        vi="cạnh con số có từ tiếng Anh hoặc từ viết không dấu; viết bằng tiếng Việt có dấu",
        en=(
            "a Vietnamese word stands next to the number; "
            "write English, or pass the clause as Vietnamese"
        ),
    ),
    Reason.SIGN: Text(
        vi=(
            "trước con số có dấu âm, dấu cộng hoặc ký hiệu khác; "
            "viết mức bằng chữ, ví dụ “ít nhất 20”"
        ),
        en=(
            "a sign stands before the number, such as a minus or a plus; "
            "write the bound in words: “at least 20”"
        ),
    ),
    Reason.FRACTION: Text(
        vi="phân số hoặc phần của một tổng; viết thành số hoặc tỷ lệ %",
        en="a fraction or a part of a total; write a number or a percentage",
    ),
    Reason.CHOICE: Text(
        vi="hai con số để chọn một; viết một con số hoặc “từ … đến …”",
        en="two numbers to choose from; write one number or “from … to …”",
    ),
    Reason.VAGUE: Text(
        vi="không nêu con số cụ thể; nêu con số", en="no definite number is given; give one"
    ),
    Reason.NEARLY: Text(
        vi="“gần” không có cách hiểu nào trong mô hình; viết “ít nhất” hoặc “khoảng”",
        en="the model has no “nearly”; write “at least” or “about”",
    ),
    Reason.ESTIMATE: Text(
        vi="số ước thực hiện, không phải mức đặt ra; nêu mức phải đạt",
        en="an estimate of the result, not a target; give the number to reach",
    ),
    Reason.LIMIT: Text(
        vi="từ chỉ giới hạn mà mô hình không đọc; viết “không quá” hoặc “ít nhất”",
        en="a word of limit that the reader does not know; write “at most” or “at least”",
    ),
    Reason.EXACT: Text(
        vi=(
            "đúng một con số, không hơn không kém, mô hình không biểu diễn được; "
            "viết “ít nhất” hoặc “không quá”"
        ),
        en="an exact number, which the model cannot represent; write “at least” or “at most”",
    ),
    Reason.DENIED: Text(
        vi="con số bị phủ định hoặc là phần còn thiếu; nêu mức phải đạt",
        en="the number is negated, or is a shortfall; give the number to reach",
    ),
    Reason.MARKS_CLASH: Text(
        vi="các từ chỉ mức trái nhau; chỉ giữ một từ",
        en="the words around the number contradict each other; keep one",
    ),
    Reason.MARK_UNCLEAR: Text(
        vi="không rõ từ chỉ mức thuộc về con số nào; đặt từ đó ngay trước con số",
        en=(
            "it is not clear which number “at least”, “at most” or the like belongs to; "
            "put it right before the number"
        ),
    ),
    Reason.OPEN_RANGE: Text(
        vi="“từ” hoặc “đến” chỉ có một đầu; viết “từ … đến …” hoặc “từ … trở lên”",
        en="“from” or “up to” with only one end; write “from … to …”, “at least” or “at most”",
    ),
    Reason.REVERSED: Text(
        vi="đầu dưới không nhỏ hơn đầu trên; viết đầu nhỏ trước",
        en="the lower end is not below the upper one; write the smaller number first",
    ),
    Reason.UNITS_DIFFER: Text(
        vi="hai đầu khác đơn vị tính; viết cùng một đơn vị",
        en="the two ends have different units; write one unit",
    ),
    Reason.PER_UNIT: Text(
        vi="mức cho từng đơn vị, mô hình không biểu diễn được; nêu tổng số",
        en="a number for each of several units, which the model cannot represent; give the total",
    ),
    Reason.FREQUENCY: Text(
        vi=(
            "mức cho một tháng, hai năm hoặc quãng thời gian khác, mô hình không biểu diễn được; "
            "nêu số của mỗi năm"
        ),
        en=(
            "a number for a month, two years or another time, which the model cannot represent; "
            "give a number for each year"
        ),
    ),
    Reason.EXCLUDED: Text(
        vi=(
            "có phần không được tính vào, mô hình không biểu diễn được; "
            "nêu con số của phần được tính"
        ),
        en=(
            "a part is left out, which the model cannot represent; "
            "give the number without that part"
        ),
    ),
    Reason.AVERAGE: Text(
        vi=(
            "số bình quân không phải của mức tăng, giảm, mô hình không biểu diễn được; "
            "viết “tăng bình quân … %/năm”, hoặc nêu tổng số hay số của mỗi năm"
        ),
        en=(
            "an average, but not of yearly growth, which the model cannot represent; "
            "write “average growth of … a year”, or give the total or a number for each year"
        ),
    ),
    Reason.YEARS_UNCLEAR: Text(
        vi=(
            "không rõ con số là của mỗi năm hay của cả giai đoạn; "
            "viết “mỗi năm” hoặc “cả giai đoạn” ngay cạnh con số"
        ),
        en=(
            "it is not clear whether the number is for each year or for the whole phase; "
            "say which next to the number"
        ),
    ),
    Reason.ONE_YEAR: Text(
        vi=(
            "không rõ con số là của năm, quý nào, hay năm đó là của điều khác; "
            "viết “năm 2027: …” hoặc “đến năm 2027 …”"
        ),
        en=(
            "it is not clear which year or quarter the number is for, or whether it is for one; "
            "write “in 2027, …” or “by 2027, …”"
        ),
    ),
    Reason.NO_BASELINE: Text(
        vi=(
            "tăng, giảm so với năm, kỳ hay ngày nào không được nêu; "
            "viết “so với năm 2025”, “so với cuối năm 2025”, hoặc “hằng năm tăng … %”"
        ),
        en=(
            "a change without a baseline: no year, period or day to compare with is named; "
            "write “compared with 2025” or “with the end of 2025”, or “… % each year”"
        ),
    ),
    Reason.BASELINE_UNHELD: Text(
        vi=(
            "so với một mốc không phải là năm, giai đoạn hay ngày được nêu rõ; "
            "nêu năm, giai đoạn hoặc ngày đó"
        ),
        en=(
            "the baseline is not a named year, period or day; name the year, the period or the day"
        ),
    ),
    Reason.BASELINE_IMPOSSIBLE: Text(
        vi="giai đoạn kết thúc trước khi bắt đầu; sửa lại năm",
        en="the period ends before it starts; correct the years",
    ),
    Reason.COMPARISON: Text(
        vi=("so sánh mà không có từ “tăng”, “giảm”; viết “tăng … so với …”, hoặc nêu mức phải đạt"),
        en=(
            "a comparison without “an increase” or “a decrease”; "
            "write “an increase of … compared with …”, or give the number to reach"
        ),
    ),
    Reason.INCREMENT: Text(
        vi=(
            "không rõ con số là mức tăng, giảm, hay thêm vào số nào; đặt “tăng”, “giảm” ngay trước "
            "con số: “tăng … so với năm 2025”, hoặc nêu tổng số"
        ),
        en=(
            "it is not clear whether the number is the size of a change, or what it adds to; "
            "write “an increase of … compared with 2025”, or give the total"
        ),
    ),
    Reason.YEARLY_CHANGE: Text(
        vi=(
            "mỗi năm tăng, giảm một số không tính bằng %, mô hình không biểu diễn được; "
            "viết bằng %, hoặc “tăng … so với năm 2025”"
        ),
        en=(
            "a change each year that is not in percent, which the model cannot represent; "
            "give a percentage, or write “an increase of … compared with 2025”"
        ),
    ),
    Reason.FALL: Text(
        vi=(
            "không rõ là giảm đi chừng ấy hay giảm còn chừng ấy; "
            "viết “giảm ít nhất …”, “giảm còn dưới …” hoặc “không quá …”"
        ),
        en=(
            "it is not clear whether it falls by the number or to it, or how far it may fall; "
            "write “a decrease of at least …”, “less than …” or “at most …”"
        ),
    ),
    Reason.POINTS: Text(
        vi=(
            "điểm phần trăm mà không phải là mức tăng, giảm; "
            "viết “tăng … điểm phần trăm so với năm …”, hoặc nêu tỷ lệ phải đạt"
        ),
        en=(
            "percentage points that are not a change; write “an increase of … percentage points "
            "compared with …”, or give the share to reach"
        ),
    ),
    Reason.SHARE_GROWS: Text(
        vi=(
            "tỷ lệ tăng, giảm theo % hay theo điểm % thì không rõ; "
            "viết “điểm phần trăm”, hoặc nêu mức phải đạt"
        ),
        en=(
            "it is not clear whether a share changes by percent or by points; "
            "write “percentage points”, or give the share to reach"
        ),
    ),
    Reason.FROM_TO: Text(
        vi="tăng từ mức này lên mức kia; nêu mức phải đạt",
        en="a change from one level to another; give the level to reach",
    ),
    Reason.TIMES: Text(
        vi="không rõ “lần” là gấp mấy lần; viết “gấp 2 lần so với …” hoặc tỷ lệ %",
        en=(
            "it is not clear what “times” multiplies; "
            "write “double … compared with …” or a percentage"
        ),
    ),
}
