"""One number of a clause with its unit, and the quantity that it is."""

from fractions import Fraction
from typing import final

from attrs import evolve, frozen

from nsc_program.wording._numbers import number_in
from nsc_program.wording._reasons import Reason
from nsc_program.wording._source import Source
from nsc_program.wording._tags import Item, Tag
from nsc_program.wording._text import Kind
from nsc_program.wording._units import Unit, unit_after


@final
@frozen
class Quantity:
    """A quantity of a clause: one number, a range of two numbers, or a problem.

    Attributes:
        at: The index of its first item.
        end: The index after its last item, which is the unit if there is one.
        numbers: The number, or the two ends of a range; may be empty if there is a problem.
        unit: The unit as it is worded; empty if there is no unit.
        problem: The reason why the quantity cannot be read; `None` if it can.
        dropped: Whether it is never a target: an age, a duration, the “10.000” of “/10.000 dân”.
        times: Whether the numbers are factors (gấp đôi) and not numbers of things.
        points: Whether the unit is percentage points (điểm phần trăm).
        parts: Whether the next quantity begins after it. False for a duration or a vague number,
            across which the words before it still belong to the next quantity.
        unit_at: The index of the unit with its scale words; -1 if there is no unit.
        scale: The factor by which the numbers are still to be multiplied; 1 for money and measures.
        noun_at: The index of the unit after its scale words; -1 if it is not known.
    """

    at: int
    end: int
    numbers: tuple[Fraction, ...] = ()
    unit: str = ""
    problem: Reason | None = None
    dropped: bool = False
    times: bool = False
    points: bool = False
    parts: bool = True
    unit_at: int = -1
    scale: int = 1
    noun_at: int = -1


def value_at(source: Source, at: int) -> Fraction | Reason:
    """Return the number of the digits at `at`, or the reason why it is unclear."""
    item = source.items[at]
    if isinstance(item.value, Reason):
        return item.value
    if source.tokens[item.first].kind is Kind.FRACTION:
        return Reason.FRACTION
    number = _number_of(source, item)
    return Reason.AMBIGUOUS_NUMBER if number is None else number


def _number_of(source: Source, item: Item) -> Fraction | None:
    """Return the number of some digits; `None` if they can be read in several ways."""
    is_number = source.tokens[item.first].kind is Kind.NUMBER
    return number_in(item.text, source.lang) if is_number else None


def with_unit(source: Source, at: int, end: int, value: Fraction | Reason) -> Quantity:
    """Return the quantity of one number with its unit.

    Args:
        source: The clause.
        at: The index of the first item of the number.
        end: The index after the number.
        value: The number, or the reason why it is unclear.

    Returns:
        The quantity, with its scale not yet multiplied into the number.
    """
    unit = unit_after(source, end)
    odd = _odd(source, unit)
    if odd is not None:
        return evolve(odd, at=at)
    quantity = _unvalued(source, at, unit)
    if unit.scale is None:
        return evolve(quantity, problem=Reason.AMBIGUOUS_NUMBER)
    return _valued(source, quantity, _value_before(source, unit, value))


def _value_before(source: Source, unit: Unit, value: Fraction | Reason) -> Fraction | Reason:
    """Return a number, or the reason if the year after it makes it unclear."""
    return Reason.YEAR_OR_NUMBER if _may_be_years(source, unit) else value


def _unvalued(source: Source, at: int, unit: Unit) -> Quantity:
    """Return a quantity without its number; the number of money and measures keeps its scale."""
    measured = source.has(unit.noun_at, Tag.MEASURE)
    return Quantity(
        at,
        unit.end,
        unit=unit.text,
        unit_at=unit.at,
        noun_at=unit.noun_at,
        scale=1 if measured else unit.scale or 1,
    )


def _valued(source: Source, quantity: Quantity, value: Fraction | Reason) -> Quantity:
    """Return a quantity with its number, or with the reason why it cannot be read."""
    if _is_dropped(source, quantity):
        return evolve(quantity, dropped=True)
    if isinstance(value, Reason):
        return evolve(quantity, problem=value)
    return _readable(source, _with_points(source, quantity), value)


def _with_points(source: Source, quantity: Quantity) -> Quantity:
    """Return a quantity with the whole of its unit, if that is percentage points."""
    end = _after_points(source, quantity.noun_at, quantity.end)
    if end is None:
        return quantity
    return evolve(quantity, end=end, unit=source.written(quantity.unit_at, end), points=True)


def _readable(source: Source, quantity: Quantity, value: Fraction) -> Quantity:
    """Return a quantity with its number; an age or a duration is dropped."""
    lasts = _lasts(source, quantity)
    return evolve(quantity, numbers=(value,), dropped=lasts, parts=not lasts)


def _is_dropped(source: Source, quantity: Quantity) -> bool:
    """Return whether a number is not a target: “/10.000 dân”, “5 năm 2021-2025”."""
    return source.has(quantity.at - 1, Tag.SLASH) or _is_length_of_period(source, quantity)


def _lasts(source: Source, quantity: Quantity) -> bool:
    """Return whether a quantity is an age or a duration."""
    one_word = quantity.end == quantity.noun_at + 1
    return one_word and source.has(quantity.noun_at, Tag.LASTS)


def _is_length_of_period(source: Source, quantity: Quantity) -> bool:
    """Return whether a number is the length of the period after it: “5 năm 2021-2025”."""
    if quantity.unit or not source.has(quantity.end, Tag.PERIOD):
        return False
    return source.word(quantity.end).startswith("năm")


def _may_be_years(source: Source, unit: Unit) -> bool:
    """Return whether a named year follows a number: “20 năm 2025” may be 20 years."""
    if unit.end > unit.start or not source.has(unit.end, Tag.NAMED_YEAR):
        return False
    return not source.word(unit.end)[0].isdecimal()


def _odd(source: Source, unit: Unit) -> Quantity | None:
    """Return the problem of words that change the digits: ‰, 2 nghìn rưỡi, 10 nghìn 500."""
    noun_at = unit.noun_at
    if source.has(noun_at, Tag.MILLE):
        return Quantity(unit.start, noun_at + 1, problem=Reason.PER_MILLE)
    if not _is_continued(source, unit):
        return None
    end = unit_after(source, noun_at + 1).end
    return Quantity(unit.start, end, problem=Reason.AMBIGUOUS_NUMBER)


def _is_continued(source: Source, unit: Unit) -> bool:
    """Return whether “rưỡi”, or another number after a scale word, adds to the number."""
    return source.has(unit.noun_at, Tag.REST) or _goes_on(source, unit)


def _goes_on(source: Source, unit: Unit) -> bool:
    """Return whether another number follows a scale word."""
    scaled = unit.noun_at > unit.start
    return scaled and source.has(unit.noun_at, Tag.NUMBER, Tag.NUMERAL)


def _after_points(source: Source, noun_at: int, end: int) -> int | None:
    """Return the index after “điểm phần trăm”, “điểm %” or “% điểm”; `None` without them."""
    if source.has(noun_at, Tag.PERCENT):
        return end + 1 if source.has(end, Tag.POINTS) else None
    if end == noun_at or not source.has(noun_at, Tag.POINTS):
        return None
    if source.has(end, Tag.PERCENT):
        return end + 1
    return None if source.has(noun_at, Tag.UNIT) else end
