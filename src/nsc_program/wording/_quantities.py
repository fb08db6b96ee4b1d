"""The quantities of a clause: a number or the two ends of a range, with the unit."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from nsc_program.wording._one_number import Quantity, value_at, with_unit
from nsc_program.wording._reasons import Reason
from nsc_program.wording._scales import is_of_money, multiplied
from nsc_program.wording._signs import is_signed
from nsc_program.wording._source import Source
from nsc_program.wording._tags import Tag
from nsc_program.wording._two_numbers import choice_from, is_either, part_of_a_total, range_from
from nsc_program.wording._without_digits import quantity_without_digits

_COUNTED = (Tag.UNIT, Tag.HEADS, Tag.COUNTED)


def quantities_of(source: Source) -> list[Quantity]:
    """Return all quantities of a clause, in order."""
    return list(_quantities(source))


def _quantities(source: Source) -> Iterator[Quantity]:
    """Yield the quantities of a clause, and go on after each of them."""
    at = 0
    while at < len(source.items):
        quantity = _quantity_at(source, at)
        at = quantity.end if quantity else at + 1
        if quantity:
            yield quantity


def _quantity_at(source: Source, at: int) -> Quantity | None:
    """Return the quantity that starts here; `None` if none does."""
    if not source.items[at].has(Tag.NUMBER):
        return quantity_without_digits(source, at)
    first = _single(source, at)
    whole = part_of_a_total(source, first) or range_from(source, first)
    return _scaled(source, whole or choice_from(source, first) or first)


def _single(source: Source, at: int) -> Quantity:
    """Return the quantity of the digits at `at` alone."""
    end = source.items.other(at + 1, Tag.NUMBER)
    return with_unit(source, at, end, _value(source, at, end))


def _value(source: Source, at: int, end: int) -> Fraction | Reason:
    """Return the number of digits, or the reason why it is unclear."""
    return _problem_before(source, at) or _number(source, at, end)


def _number(source: Source, at: int, end: int) -> Fraction | Reason:
    """Return the number of digits; it is unclear whether “1 500” is one number or two."""
    return value_at(source, at) if end == at + 1 else Reason.AMBIGUOUS_NUMBER


def _problem_before(source: Source, at: int) -> Reason | None:
    """Return why a sign or “five or” before a number makes it unreadable; `None` without them."""
    if is_signed(source.items, source.tokens, at):
        return Reason.SIGN
    return Reason.CHOICE if _ends_choice(source, at) else None


def _ends_choice(source: Source, at: int) -> bool:
    """Return whether a number in words and “or” stand before `at`."""
    return is_either(source, at - 1) and source.has(at - 2, Tag.NUMERAL)


def _scaled(source: Source, quantity: Quantity) -> Quantity:
    """Multiply the scale into the numbers: “2 nghìn hội thảo” is 2000 “hội thảo”."""
    if not _has_scale(quantity):
        return quantity
    if _may_be_money(source, quantity):
        return evolve(quantity, problem=Reason.SCALE)
    return _multiplied(source, quantity)


def _has_scale(quantity: Quantity) -> bool:
    """Return whether the numbers of a quantity are still to be multiplied."""
    return quantity.problem is None and quantity.scale != 1


def _multiplied(source: Source, quantity: Quantity) -> Quantity:
    """Return a quantity with its scale in the numbers, and no longer in the unit."""
    numbers = multiplied(quantity.numbers, quantity.scale)
    if numbers is None:
        return evolve(quantity, problem=Reason.AMBIGUOUS_NUMBER)
    return evolve(_without_scale_words(source, quantity), numbers=numbers)


def _may_be_money(source: Source, quantity: Quantity) -> bool:
    """Return whether the scale may be of money, or is of a percentage or of points."""
    money = is_of_money(quantity.scale) and not _names_things(source, quantity)
    return money or quantity.points or source.has(quantity.noun_at, Tag.PERCENT)


def _names_things(source: Source, quantity: Quantity) -> bool:
    """Return whether the unit names things that are counted."""
    return source.items.holds(quantity.noun_at, quantity.end, *_COUNTED)


def _without_scale_words(source: Source, quantity: Quantity) -> Quantity:
    """Return a quantity with its noun alone as its unit."""
    noun_at, end = quantity.noun_at, quantity.end
    if end <= noun_at:
        return evolve(quantity, unit="", unit_at=-1)
    return evolve(quantity, unit=source.written(noun_at, end), unit_at=noun_at)
