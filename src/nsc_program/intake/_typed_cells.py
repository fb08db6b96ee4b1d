"""One typed cell to one value: what a database, a data frame or a form holds is taken as it is, or refused.

Nothing is read out of text, and nothing is rounded. NumPy and pandas are known by what their scalars are like, so
neither is needed here.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from nsc_program.intake import _cells, _keys, _numbers
from nsc_program.intake._problems import Fault, Refused
from nsc_program.records._records import Funding
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text

E = TypeVar("E", bound=StrEnum)

_NO_VALUES = frozenset({"NaTType", "NAType"})
_OF_NUMPY: Mapping[str, type] = {"b": bool, "i": int, "u": int, "f": float, "U": str}
"""What NumPy's scalars hold, by the kind of their type; of others `item()` gives something else than they are."""
_NOT_DAYS = ("[Y]", "[M]", "[W]")
_EXACT_FLOAT = 2**53  # beyond it, not each whole number is a float

SAID: Mapping[Fault, Text] = {
    Fault.EXTRA_CELLS: Text(
        vi="không có trường nào mang tên này; hãy sửa tên, hoặc bỏ ra",
        en="there is no field of this name; correct it, or leave it out",
    ),
    Fault.NO_COLUMN: Text(
        vi="không có trường này; hãy bổ sung, hoặc chỉ rõ tên của trường trong dữ liệu",
        en="there is no such field; add it, or say under which name it stands",
    ),
    Fault.NOT_TEXT: Text(
        vi="phải là chữ; hãy đổi sang chữ trước khi nạp",
        en="expected text; make it a text first, as it is written",
    ),
    Fault.NOT_A_DATE: Text(
        vi="phải là một ngày, không kèm giờ; chữ và số không được đọc thành ngày, hãy đổi sang kiểu ngày trước khi nạp",
        en="expected a date without a time of day, and none is read out of text or numbers; make it a date first, with "
        "date.fromisoformat or .date()",
    ),
    Fault.NOT_YEARS: Text(
        vi="phải là một kỳ; hãy nêu ngày đầu và ngày cuối của kỳ",
        en="expected a Period; give one, or its first and its last day",
    ),
    Fault.NOT_YES_OR_NO: Text(
        vi="phải là đúng hoặc sai; 1, 0 và chữ không được đổi thành đúng, sai",
        en="expected True or False; 1, 0 and words are not taken for them",
    ),
    Fault.UNKNOWN_WORD: Text(vi="phải là một trong các giá trị", en="expected one of the values"),
    Fault.NOT_WHOLE: Text(
        vi="phải là số nguyên, không phải chữ hay số đã làm tròn",
        en="expected a whole number, not text or one that was rounded",
    ),
    Fault.NOT_A_NUMBER: Text(
        vi="phải là số chính xác; số thực có phần lẻ không đúng bằng số đã viết, hãy dùng số thập phân",
        en="expected an exact number; a float with decimals is not the number that was written, so give a Decimal",
    ),
    Fault.LITTLE_MONEY: Text(
        vi="số tiền quá nhỏ so với đồng; hãy đổi ra đồng trước khi nạp",
        en="too little money for a task; multiply it first if it is in thousands or millions",
    ),
    Fault.SEVERAL: Text(
        vi="phải là một danh sách, mỗi giá trị một phần tử",
        en="expected a list or a tuple of the values, each by itself",
    ),
}
"""What is said of typed cells where it is not what is said of a spreadsheet's."""


def plain(cell: object) -> object:
    """What a scalar of NumPy or pandas holds, as Python has it; `None` for NaN, NaT and NA; all else as it is."""
    kind = type(cell)
    if kind in (str, int, bool, date, type(None)):
        return cell
    if kind is float:
        return None if cell != cell else cell  # noqa: PLR0124
    if isinstance(
        cell, Decimal
    ):  # of a signalling NaN nobody may ask whether it is equal to anything
        return None if cell.is_nan() else cell
    if kind.__name__ in _NO_VALUES and kind.__module__.partition(".")[0] == "pandas":
        return None
    if issubclass(kind, (datetime, date, StrEnum)) or getattr(cell, "shape", None) != ():
        return cell
    return _of_numpy(cell, getattr(cell, "dtype", None))


def _of_numpy(cell: Any, dtype: Any) -> object:  # noqa: ANN401  # of a library that is not needed
    if getattr(dtype, "kind", None) == "M":
        return _of_datetime64(cell)
    wanted = _OF_NUMPY.get(getattr(dtype, "kind", ""))
    held = cell.item() if wanted else None
    if wanted is None or type(held) is not wanted:
        return cell
    return None if held != held else held  # noqa: PLR0124


def _of_datetime64(cell: Any) -> object:  # noqa: ANN401
    """The day; a moment, a month or a year stays what it is, and is no date."""
    if cell != cell:  # noqa: PLR0124
        return None
    day = cell.astype("datetime64[D]")
    held = day.item() if day == cell and not cell.dtype.str.endswith(_NOT_DAYS) else None
    return held if type(held) is date else cell


def text(cell: object) -> str:
    """A text."""
    if type(cell) is not str:
        raise Refused(Fault.NOT_TEXT)
    return cell


def enterprise(cell: object) -> str:
    """The code of an enterprise: no words, and no name."""
    code = text(cell)
    _keys.refuse_no_code(code)
    return code


def person(cell: object) -> str:
    """The pseudonym of a person: no identity number and no name."""
    key = text(cell)
    if _keys.person_by(None)(key) != key:
        raise Refused(Fault.A_NAME)
    return key


def day(cell: object) -> date:
    """A date, or a moment without a zone at which a day begins."""
    if type(cell) is date:
        return cell
    if not isinstance(cell, datetime):
        raise Refused(Fault.NOT_A_DATE)
    if cell.tzinfo is not None:
        raise Refused(Fault.WHICH_DAY)
    if cell.time() != time() or getattr(cell, "nanosecond", 0) != 0:
        raise Refused(Fault.NOT_A_DATE)
    return date(cell.year, cell.month, cell.day)


def yes_no(cell: object) -> bool:
    """True or false."""
    if type(cell) is not bool:
        raise Refused(Fault.NOT_YES_OR_NO)
    return cell


def whole(cell: object) -> int:
    """A whole number; of a data frame, in which a column with blanks has floats, one that is whole and exact."""
    if type(cell) is int:
        return cell
    if type(cell) is float and cell.is_integer() and abs(cell) < _EXACT_FLOAT:
        return int(cell)
    number = _cells.whole_number(cell) if type(cell) in (Decimal, Fraction) else None
    if number is None:
        raise Refused(Fault.NOT_WHOLE)
    return number


def number(cell: object) -> Range:
    """An exact number, or the range that a report leaves."""
    if type(cell) is Range:
        return cell
    if type(cell) is float:
        return Range.exactly(_whole_float(cell))
    if type(cell) not in (int, Decimal, Fraction):
        raise Refused(Fault.NOT_A_NUMBER)
    return Range.exactly(_numbers.number(cell))


def _whole_float(cell: float) -> int:
    try:
        return whole(cell)
    except Refused:
        raise Refused(Fault.NOT_A_NUMBER) from None


def money(cell: object) -> int:
    """An amount in whole đồng."""
    amount = whole(cell)
    _numbers.refuse_implausible(amount, amount)
    return amount


def funding(cell: object) -> tuple[Funding, ...]:
    """Money by source: a mapping from ids of sources to đồng, or several `Funding`."""
    if isinstance(cell, Mapping):
        amounts = {source: plain(amount) for source, amount in cell.items()}
        return tuple(
            Funding(source, money(each)) for source, each in amounts.items() if each is not None
        )
    return several(_one_funding)(cell)


def _one_funding(cell: object) -> Funding:
    if type(cell) is not Funding:
        raise Refused(Fault.SEVERAL)
    return cell


def period(cell: object) -> Period:
    """A period."""
    if type(cell) is not Period:
        raise Refused(Fault.NOT_YEARS)
    return cell


def member(kind: type[E]) -> Callable[[object], E]:
    """A member of a closed set, or its value."""
    by_value = {each.value: each for each in kind}

    def read(cell: object) -> E:
        if type(cell) is kind:
            return cell
        found = by_value.get(cell) if type(cell) is str else None
        if found is None:
            words = ", ".join(map(repr, by_value))
            raise Refused(Fault.UNKNOWN_WORD, detail=Text(vi=words, en=words))
        return found

    return read


def several(one: Callable[[object], Any]) -> Callable[[object], tuple[Any, ...]]:
    """Several in a tuple, a list, a set or an array of one dimension; those of a set are put in order."""

    def read(cell: object) -> tuple[Any, ...]:
        kind = type(cell)
        found: Any = cell
        if not (kind in (tuple, list, set, frozenset) or _is_array(cell)):
            raise Refused(Fault.SEVERAL)
        values = tuple(one(plain(each)) for each in found)
        return tuple(sorted(values)) if kind in (set, frozenset) else values

    return read


def _is_array(cell: object) -> bool:
    shape = getattr(cell, "shape", ())
    return type(cell).__name__ == "ndarray" and type(shape) is tuple and len(shape) == 1
