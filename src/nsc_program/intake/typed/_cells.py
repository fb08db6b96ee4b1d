"""Read one typed cell, from a database, a data frame or a form, as it is, or reject it.

Text is never parsed, and numbers are never rounded. Scalars of NumPy and pandas are recognised by
their attributes, so neither library is needed.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import partial
from typing import Any, TypeVar

from attrs import evolve

from nsc_program.intake._cells import cells as _cells
from nsc_program.intake._cells import keys
from nsc_program.intake._cells import numbers as _numbers
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.records._records import Funding
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text

E = TypeVar("E", bound=StrEnum)

_OF_PYTHON = frozenset({str, int, bool, date, type(None)})
_NOT_OF_NUMPY = (datetime, date, StrEnum)
_SETS = frozenset({set, frozenset})
_COLLECTIONS = _SETS | {tuple, list}
_NO_VALUES = frozenset({"NaTType", "NAType"})
_OF_NUMPY: Mapping[str, type] = {"b": bool, "i": int, "u": int, "f": float, "U": str}
"""The type of a NumPy scalar's value, by the kind of its dtype.

For other kinds, `item()` returns a different value.
"""
_NOT_DAYS = ("[Y]", "[M]", "[W]")
_EXACT_FLOAT = 2**53  # beyond this, some whole numbers are not floats

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
        en="expected text; convert the value to text first, as it is written",
    ),
    Fault.NOT_A_DATE: Text(
        vi="phải là một ngày, không kèm giờ; chữ và số không được đọc thành ngày, hãy đổi sang "
        "kiểu ngày trước khi nạp",
        en="expected a date without a time of day; text and numbers are not parsed as dates, so "
        "convert it first, with date.fromisoformat or .date()",
    ),
    Fault.NOT_YEARS: Text(
        vi="phải là một kỳ; hãy nêu ngày đầu và ngày cuối của kỳ",
        en="expected a Period; give one, or its first and last day",
    ),
    Fault.NOT_YES_OR_NO: Text(
        vi="phải là đúng hoặc sai; 1, 0 và chữ không được đổi thành đúng, sai",
        en="expected True or False; 1, 0 and words are not converted",
    ),
    Fault.UNKNOWN_WORD: Text(vi="phải là một trong các giá trị", en="expected one of the values"),
    Fault.NOT_WHOLE: Text(
        vi="phải là số nguyên, không phải chữ hay số đã làm tròn",
        en="expected a whole number, not text or a rounded number",
    ),
    Fault.NOT_A_NUMBER: Text(
        vi="phải là số chính xác; số thực có phần lẻ không đúng bằng số đã viết, hãy dùng số thập "
        "phân",
        en="expected an exact number; a float with decimals differs from the number that was "
        "written, so give a Decimal",
    ),
    Fault.NOT_MONEY: Text(
        vi="phải là số tiền bằng đồng theo mã của từng nguồn, như {'state-budget': 90000000}; văn "
        "bản JSON thì dùng hàm nạp văn bản",
        en="expected amounts in “đồng” by the ids of their sources, such as "
        "{'state-budget': 90000000}, or a list of Funding; for JSON documents use load_documents",
    ),
    Fault.LITTLE_MONEY: Text(
        vi="số tiền quá nhỏ so với đồng; hãy đổi ra đồng trước khi nạp",
        en="the amount is too small for “đồng”; convert it first if it is in thousands or millions",
    ),
    Fault.SEVERAL: Text(
        vi="phải là một danh sách, mỗi giá trị một phần tử",
        en="expected a list or a tuple with one item for every value",
    ),
}
"""The sentences for typed cells, where they differ from those for spreadsheets."""


def plain(cell: object) -> object:
    """Return the value of a NumPy or pandas scalar as Python has it.

    Returns:
        The value; `None` for NaN, NaT and NA; anything else unchanged.
    """
    kind = type(cell)
    if kind in _OF_PYTHON:
        return cell
    if kind is float:
        return None if cell != cell else cell  # noqa: PLR0124
    if isinstance(cell, Decimal):  # comparing a signalling NaN raises an error
        return None if cell.is_nan() else cell
    return _of_library(cell, kind)


def _of_library(cell: Any, kind: type) -> object:  # noqa: ANN401  # from a library that is not imported
    """Return the value of a scalar of NumPy or pandas; anything else unchanged."""
    if kind.__name__ in _NO_VALUES and kind.__module__.partition(".")[0] == "pandas":
        return None
    if issubclass(kind, _NOT_OF_NUMPY) or getattr(cell, "shape", None) != ():
        return cell
    return _of_numpy(cell, getattr(cell, "dtype", None))


def _of_numpy(cell: Any, dtype: Any) -> object:  # noqa: ANN401  # from a library that is not imported
    """Return the value of a NumPy scalar; the scalar itself if Python has no such value."""
    if getattr(dtype, "kind", None) == "M":
        return _of_datetime64(cell)
    expected = _OF_NUMPY.get(getattr(dtype, "kind", ""))
    value = cell.item() if expected else None
    if expected is None or type(value) is not expected:
        return cell
    return None if value != value else value  # noqa: PLR0124


def _of_datetime64(cell: Any) -> object:  # noqa: ANN401
    """Return a `datetime64` as a date; leave a moment, a month or a year as it is."""
    if cell != cell:  # noqa: PLR0124
        return None
    day = cell.astype("datetime64[D]")
    value = day.item() if day == cell and not cell.dtype.str.endswith(_NOT_DAYS) else None
    return value if type(value) is date else cell


def text(cell: object) -> str:
    """Return a text.

    Raises:
        Refused: if the cell is not a text.
    """
    if type(cell) is not str:
        raise Refused(Fault.NOT_TEXT)
    return cell


def enterprise(cell: object) -> str:
    """Return the code of an enterprise.

    Raises:
        Refused: if the cell is not a code, such as a name or other words.
    """
    code = text(cell)
    keys.refuse_no_code(code)
    return code


def person(cell: object) -> str:
    """Return the pseudonym of a person.

    Raises:
        Refused: if the cell is an identity number or a name.
    """
    key = text(cell)
    if keys.person_by(None)(key) != key:
        raise Refused(Fault.A_NAME)
    return key


def day(cell: object) -> date:
    """Return a date, or the date of a midnight without a time zone.

    Raises:
        Refused: if the cell is anything else.
    """
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
    """Return `True` or `False`.

    Raises:
        Refused: if the cell is anything else, such as 1 or 0.
    """
    if type(cell) is not bool:
        raise Refused(Fault.NOT_YES_OR_NO)
    return cell


def whole(cell: object) -> int:
    """Return a whole number, or a float that is whole and exact.

    A data frame turns a column of whole numbers with blanks into floats.

    Raises:
        Refused: if the cell is anything else.
    """
    if type(cell) is int:
        return cell
    if type(cell) is float and cell.is_integer() and abs(cell) < _EXACT_FLOAT:
        return int(cell)
    number = _cells.whole_number(cell) if type(cell) in (Decimal, Fraction) else None
    if number is None:
        raise Refused(Fault.NOT_WHOLE)
    return number


def number(cell: object) -> Range:
    """Return an exact number as a range, or a range as a report leaves it.

    Raises:
        Refused: if the cell is not exact, such as a float with decimals.
    """
    if type(cell) is Range:
        return cell
    if type(cell) is float:
        return Range.exactly(_whole_float(cell))
    if type(cell) not in (int, Decimal, Fraction):
        raise Refused(Fault.NOT_A_NUMBER)
    return Range.exactly(_numbers.number(cell))


def _whole_float(cell: float) -> int:
    """Return a whole float as an integer."""
    try:
        return whole(cell)
    except Refused:
        raise Refused(Fault.NOT_A_NUMBER) from None


def money(cell: object) -> int:
    """Return an amount in whole đồng.

    Raises:
        Refused: if the amount is not whole, or too small or large for a record.
    """
    amount = whole(cell)
    _numbers.refuse_implausible(amount, amount)
    return amount


def funding(cell: object) -> tuple[Funding, ...]:
    """Return money by source.

    Args:
        cell: a mapping from ids of sources to đồng, or several `Funding`; blank amounts are left
            out.

    Raises:
        Refused: if the cell is anything else, or an amount is too small or large for a record.
    """
    if isinstance(cell, Mapping):
        amounts = {source: plain(amount) for source, amount in cell.items()}
        return tuple(
            _funding_of(source, amount) for source, amount in amounts.items() if amount is not None
        )
    items: Any = cell
    is_list = type(cell) in (tuple, list) or _is_array(cell)
    if not (is_list and {Funding}.issuperset(map(type, items))):
        raise Refused(Fault.NOT_MONEY)
    return plausible(tuple(items))


def plausible(money_by_source: tuple[Funding, ...]) -> tuple[Funding, ...]:
    """Return money by source as it is.

    Raises:
        Refused: if an amount is too small or large for a record.
    """
    for index, each in enumerate(money_by_source):
        try:
            _numbers.refuse_implausible(each.vnd, each.vnd)
        except Refused as refused:
            raise _within(refused, index, "vnd") from None
    return money_by_source


def are_plausible(cells: Iterable[tuple[Funding, ...]]) -> bool:
    """Tell whether all money is in amounts that a record may have.

    Args:
        cells: the money of each record.
    """
    amounts = {money.vnd for cell in cells for money in cell} - {0}
    least, most = _numbers.LEAST_MONEY, _numbers.MOST_MONEY
    return not amounts or (least <= min(amounts) and max(amounts) <= most)


def _within(refused: Refused, *path: str | int) -> Refused:
    """Return a fault with its place within the cell."""
    return Refused(refused.fault, refused.suggestion, refused.detail, path)


def _funding_of(source: str, amount: object) -> Funding:
    """Return the money of one source.

    Raises:
        InvalidType, InvalidValue: if the source is not a key.
        Refused: if the amount is not one.
    """
    nothing = Funding(source, 0)
    try:
        return evolve(nothing, vnd=money(amount))
    except Refused as refused:
        raise _within(refused, source) from None


def period(cell: object) -> Period:
    """Return a period.

    Raises:
        Refused: if the cell is not a `Period`.
    """
    if type(cell) is not Period:
        raise Refused(Fault.NOT_YEARS)
    return cell


def member(kind: type[E]) -> Callable[[object], E]:
    """Return a reader of members of a closed set, or of their values."""
    return partial(_member, kind, {option.value: option for option in kind})


def _member(kind: type[E], by_value: Mapping[str, E], cell: object) -> E:
    """Return a member of a closed set."""
    if type(cell) is kind:
        return cell
    option = by_value.get(cell) if type(cell) is str else None
    if option is None:
        words = ", ".join(map(repr, by_value))
        raise Refused(Fault.UNKNOWN_WORD, detail=Text(vi=words, en=words))
    return option


def several(read_item: Callable[[object], Any]) -> Callable[[object], tuple[Any, ...]]:
    """Return a reader of several values in a tuple, a list, a set or an array of one dimension.

    The values of a set are sorted.
    """
    return partial(_several, read_item)


def _several(read_item: Callable[[object], Any], cell: object) -> tuple[Any, ...]:
    """Return several values."""
    kind = type(cell)
    values = tuple(read_item(plain(item)) for item in _items(cell, kind))
    return tuple(sorted(values)) if kind in _SETS else values


def _items(cell: Any, kind: type) -> Iterable[object]:  # noqa: ANN401  # a collection of any library
    """Return the items of a collection, which is not a text or a mapping."""
    if kind in _COLLECTIONS or _is_array(cell):
        items: Iterable[object] = cell
        return items
    raise Refused(Fault.SEVERAL)


def _is_array(cell: object) -> bool:
    """Tell whether a cell is a NumPy array of one dimension."""
    shape = getattr(cell, "shape", ())
    return type(cell).__name__ == "ndarray" and type(shape) is tuple and len(shape) == 1
