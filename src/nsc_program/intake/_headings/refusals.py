"""Word the errors of the library's own rules, and the faults of headings, in terms of a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from nsc_program.errors import Problem
from nsc_program.intake._headings.labels import label_of, words_of
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._messages.messages import message
from nsc_program.intake._messages.problems import Fault
from nsc_program.records._records import MOST_HEADS
from nsc_program.values._text import Text
from nsc_program.values._validators import YEARS, printable
from nsc_program.values._written_days import written_day

_EARLIER: Mapping[str, str] = {
    "completed_on": "started_on",
    "expires_on": "certified_on",
    "withdrawn_on": "recognised_on",
    "conforming_until": "conforming_since",
    "period.end": "period.start",
}
"""Maps each day to the day that it cannot precede."""

SAID: Mapping[str, Text] = {
    "wrong-type": Text(
        vi="giá trị không đúng loại của cột này; hãy ghi lại",
        en="the value is of another kind than the column holds; write it again",
    ),
    "wrong-length": Text(
        vi="phải có từ 1 đến 200 ký tự; hãy điền vào, hoặc rút ngắn",
        en="expected 1 to 200 characters; fill it in, or shorten it",
    ),
    "unseen-character": message(Fault.UNSEEN),
    "lone-mark": Text(
        vi="có dấu không đi với chữ nào; hãy xóa dấu đó, hoặc ghi thêm chữ còn thiếu vào trước dấu",
        en="it holds an accent on no letter; remove it, or write the missing letter before it",
    ),
    "half-a-character": Text(
        vi="có ký tự bị hỏng; hãy ghi lại", en="it holds a broken character; write it again"
    ),
    "stray-spaces": Text(
        vi="có khoảng trắng thừa; hãy xóa đi", en="it has stray spaces; remove them"
    ),
    "not-nfc": Text(
        vi="chữ có dấu chưa ở dạng Unicode dựng sẵn; hãy ghi lại theo dạng đó",
        en="its accents are not in Unicode form NFC; write it again in that form",
    ),
    "personal-number": Text(
        vi="dãy 12 chữ số có thể là số định danh cá nhân; hãy thay bằng mã ẩn danh có chữ cái",
        en="a number of twelve digits may be a citizen's; give a pseudonym with a letter",
    ),
    "not-an-enterprise-code": message(Fault.NOT_A_CODE),
    "capital": Text(
        vi="mã chỉ tiêu không viết hoa chữ đầu; hãy viết thường",
        en="the id of an indicator does not begin with a capital; write it in lower case",
    ),
    "repeated": Text(
        vi="một giá trị ghi hai lần; hãy bỏ bớt một", en="a value stands twice; leave one out"
    ),
    "too-many-digits": Text(
        vi="số có quá nhiều chữ số; hãy làm tròn", en="the number has too many digits; round it"
    ),
}
"""The sentences for cells that a rule of the library rejects, by the code of the problem."""

_OUT_OF_RANGE: Mapping[str, Text] = {
    "headcount": Text(
        vi=f"số người phải từ 1 đến {MOST_HEADS // 1000}.000; nếu nhiều hơn, hãy chia thành "
        "nhiều lớp",
        en=f"the headcount must be from 1 to {MOST_HEADS:,}; split a larger one over several rows",
    ),
    "spending_year": Text(
        vi=f"năm phải từ {YEARS[0]} đến {YEARS[-1]}; hãy kiểm tra lại năm",
        en=f"the year must be from {YEARS[0]} to {YEARS[-1]}; check it",
    ),
    "vnd": Text(
        vi="số tiền phải từ 0 đến 1 tỷ tỷ đồng; hãy kiểm tra số tiền và đơn vị tính",
        en="the amount must be from 0 to 10^18 “đồng”; check the amount and its unit",
    ),
}
_NEITHER = Text(
    vi="chưa có mã người hoặc số người; hãy điền một trong hai",
    en="there is neither a person's key nor a headcount; fill in one of them",
)
_BOTH = Text(
    vi="có cả mã người và số người; hãy chỉ ghi một trong hai",
    en="there are both a person's key and a headcount; keep one of them",
)
OTHER_PERIOD = Text(
    vi="“giai đoạn” không khớp với “từ ngày” và “đến ngày”; hãy sửa cho khớp",
    en="the “period” does not agree with the “first day” and the “last day”; correct one of them",
)


def in_words(problem: Problem, values: Mapping[str, Any]) -> Text | None:
    """Word a problem that a rule of the library reports, with names of columns and written days.

    Args:
        problem: the problem as the rule reports it.
        values: the values of the row, by the names of their columns.

    Returns:
        The sentence; `None` if the rule has no sentence of its own for tables.
    """
    name = column_in(problem)
    match problem.code:
        case "before-its-start" | "ends-before-it-starts":
            return _too_early(name, values)
        case "person-or-headcount":
            return _NEITHER if values.get("person") is None else _BOTH
        case "out-of-range":
            return _OUT_OF_RANGE.get(name)
        case code:
            return SAID.get(code)


def column_in(problem: Problem) -> str:
    """Return the name of the column that a problem is about; empty for the whole row."""
    if problem.code == "ends-before-it-starts":
        return "period.end"
    return str(problem.path[-1]) if problem.path else ""


def _too_early(name: str, values: Mapping[str, Any]) -> Text | None:
    """Say that a day comes before the day that it follows."""
    late, early = _written(name, values), _written(_EARLIER.get(name, ""), values)
    if late is None or early is None:
        return None
    return Text(
        vi=f"{late.vi} sớm hơn {early.vi}; hãy sửa lại ngày ghi sai",
        en=f"the {late.en} is before the {early.en}; correct the wrong one",
    )


def _written(name: str, values: Mapping[str, Any]) -> Text | None:
    """Return the words for a column with its day in brackets; `None` without a day."""
    day, words = values.get(name), words_of(name)
    if not isinstance(day, date):
        return None
    vi, en = written_day(day, "vi"), written_day(day, "en")
    return Text(vi=f"{words.vi} ({vi})", en=f"{words.en} ({en})")


def of_nobody(names: Sequence[str]) -> Text:
    """Word the fault of a training that names neither a person nor a headcount.

    Args:
        names: the names of the columns for these that the table has.
    """
    return message(Fault.MISSING, label_of(names[0])) if len(names) == 1 else _NEITHER


def of_heading(heading: str | None, fault: Fault, name: str) -> Text:
    """Word the fault of a heading.

    Args:
        heading: the heading; `None` if the column has no heading.
        fault: the kind of fault.
        name: the name of the column.
    """
    label = label_of(name)
    if heading is None or fault is Fault.TWO_COLUMNS:
        return message(fault, label)
    shown = f"“{printable(heading)}”"
    if fault is Fault.UNKNOWN_UNIT:
        return _unknown_unit(shown, is_money=name.startswith(FUNDING))
    return Text(
        vi=f"bảng không có cột {shown}; hãy ghi đúng tên cột trong bảng",
        en=f"the table has no column {shown}; write a heading of the table",
    )


def _unknown_unit(heading: str, *, is_money: bool) -> Text:
    """Say that the unit of a heading is not understood."""
    if is_money:
        return message(Fault.UNKNOWN_UNIT, Text(vi=heading, en=heading))
    return Text(
        vi=f"chưa hiểu đơn vị tính ở tiêu đề {heading}; hãy ghi (người) hoặc (nghìn người), "
        "hoặc bỏ đơn vị",
        en=f"the unit in the heading {heading} is not understood; write “(người)” or "
        "“(nghìn người)”, or leave it out",
    )
