"""Two numbers that are one quantity: a range, a choice, or a part of a total."""

from fractions import Fraction
from typing import final

from attrs import evolve, frozen

from nsc_program.wording._one_number import Quantity, value_at, with_unit
from nsc_program.wording._places import BOUNDS
from nsc_program.wording._reasons import Reason
from nsc_program.wording._source import Source
from nsc_program.wording._tags import Tag
from nsc_program.wording._units import unit_after

_EITHER = ("hoặc", "hay", "or", "và hoặc")
_TOGETHER = ("và", "nhưng", "and", "but")
_FAR_APART = 10


def part_of_a_total(source: Source, first: Quantity) -> Quantity | None:
    """Return a part of a total: “1 trong 5 doanh nghiệp”; `None` if it is not a part."""
    return _part_of(source, first) if _is_out_of_number(source, first.end) else None


def _part_of(source: Source, first: Quantity) -> Quantity | None:
    """Return a part of the total after “trong” or “trên”; `None` if it is not a part."""
    whole = _up_to(source, first, first.end + 1, Reason.FRACTION)
    return whole if _is_part(source, first, whole) else None


def _up_to(source: Source, first: Quantity, at: int, problem: Reason) -> Quantity:
    """Return the problem of the words from a quantity to the number at `at` and its unit."""
    return evolve(with_unit(source, at, at + 1, problem), at=first.at)


def _is_out_of_number(source: Source, at: int) -> bool:
    """Return whether “trong” or “trên” and a number stand here."""
    return source.has(at, Tag.OUT_OF, Tag.OF_TOTAL) and source.has(at + 1, Tag.NUMBER)


def _is_part(source: Source, first: Quantity, whole: Quantity) -> bool:
    """Return whether a quantity has no unit of its own, or “trên” and the same unit follow."""
    if first.unit in ("", "%"):
        return not first.unit
    return first.unit == whole.unit and source.word(first.end) == "trên"


def choice_from(source: Source, first: Quantity) -> Quantity | None:
    """Return a choice of two numbers: “3 hoặc 4 mô hình”, “3, 4 mô hình”.

    Args:
        source: The clause.
        first: The quantity before the choice.

    Returns:
        The choice, or the problem of one number with two bounds; `None` if it is neither.
    """
    if first.dropped:
        return None
    if _is_pinched(source, first):
        return _with_two_bounds(source, first)
    return _choice_after(source, first)


def _choice_after(source: Source, first: Quantity) -> Quantity | None:
    """Return a choice between a quantity and the number after it; `None` if it is not a choice."""
    at = _second_of_choice(source, first)
    return _chosen(source, first, at) if source.has(at, Tag.NUMBER) else None


def _chosen(source: Source, first: Quantity, at: int) -> Quantity | None:
    """Return the choice between a quantity and the number at `at`."""
    choice = _up_to(source, first, at, Reason.CHOICE)
    return None if choice.dropped else evolve(choice, problem=Reason.CHOICE)


def _is_pinched(source: Source, first: Quantity) -> bool:
    """Return whether two bounds limit one number: “trên 20 và dưới 30 mô hình”."""
    pinched = _is_second_bound(source, first.end)
    return pinched and first.unit in ("", unit_after(source, first.end + 3).text)


def _is_second_bound(source: Source, at: int) -> bool:
    """Return whether “và” or the like and a number with a bound word stand here."""
    return source.word(at) in _TOGETHER and _is_bounded(source, at + 1)


def _is_bounded(source: Source, at: int) -> bool:
    """Return whether a number with a bound word stands here."""
    return source.has(at, *BOUNDS) and source.has(at + 1, Tag.NUMBER)


def is_either(source: Source, at: int) -> bool:
    """Return whether “hoặc” or “or” stands here."""
    return source.has(at, Tag.AND) and source.word(at) in _EITHER


def _second_of_choice(source: Source, first: Quantity) -> int:
    """Return the index where the second number of a choice may stand; -1 without a choice."""
    at = first.end + 1
    if is_either(source, first.end):
        return _after_bounds(source, at)
    return at if _is_listed(source, first) else -1


def _after_bounds(source: Source, at: int) -> int:
    """Return the index after the bound words and filler words at `at`."""
    return source.items.other(at, *BOUNDS, Tag.FROM, Tag.FILL)


def _is_listed(source: Source, first: Quantity) -> bool:
    """Return whether a comma joins a number without a unit to a number with a unit."""
    if first.unit or not source.has(first.end, Tag.COMMA):
        return False
    return _is_counted(source, first.end + 1)


def _is_counted(source: Source, at: int) -> bool:
    """Return whether a clear number with a unit stands here."""
    return _is_clear_number(source, at) and unit_after(source, at + 1).text != ""


def _is_clear_number(source: Source, at: int) -> bool:
    """Return whether a clear number stands here."""
    return source.has(at, Tag.NUMBER) and not isinstance(value_at(source, at), Reason)


def range_from(source: Source, first: Quantity) -> Quantity | None:
    """Return the range with a quantity as its lower end; `None` if it is not a range.

    Args:
        source: The clause.
        first: The lower end.

    Returns:
        The range, with its problem if it has one.
    """
    at = first.end + 1
    joined = _is_joined(source, first)
    if joined and _is_bounded(source, at):
        return _half_open(source, first)
    if not source.has(at, Tag.NUMBER) or not (joined or _rises(source, first)):
        return None
    second = with_unit(source, at, at + 1, value_at(source, at))
    return _joined(source, _Pair(first, second))


def _rises(source: Source, first: Quantity) -> bool:
    """Return whether it is the start of a change: “từ 30% lên 50%”."""
    return _is_worded(source, first) and source.has(first.end, Tag.ONTO)


def _is_worded(source: Source, first: Quantity) -> bool:
    """Return whether “từ” or “between” stands before the lower end."""
    return source.has(first.at - 1, Tag.FROM, Tag.BETWEEN)


def _is_joined(source: Source, first: Quantity) -> bool:
    """Return whether a dash, “đến” or the “and” of “between” stands after the lower end."""
    return source.has(first.end, Tag.DASH, Tag.TO) or _is_between(source, first)


def _is_between(source: Source, first: Quantity) -> bool:
    """Return whether “between” stands before the lower end, and “and” after it."""
    return source.has(first.at - 1, Tag.BETWEEN) and source.has(first.end, Tag.AND)


def _half_open(source: Source, first: Quantity) -> Quantity | None:
    """Return a range of two bounds “trên 50% đến dưới 70%”; `None` if their units differ."""
    pinched = _with_two_bounds(source, first)
    return pinched if first.unit in ("", pinched.unit) else None


def _with_two_bounds(source: Source, first: Quantity) -> Quantity:
    """Return one number with two bounds, which is not read."""
    return _up_to(source, first, first.end + 2, Reason.OPEN_RANGE)


def _joined(source: Source, pair: "_Pair") -> Quantity | None:
    """Return the range of two joined quantities, with its problem if it has one."""
    if _rises(source, pair.first):
        return evolve(pair.whole, problem=Reason.FROM_TO)
    if pair.is_two_quantities and not _is_worded(source, pair.first):
        return None
    end = _after_chain(source, pair.second.end)
    if end > pair.second.end:
        return evolve(pair.whole, end=end, problem=Reason.AMBIGUOUS_NUMBER)
    return pair.joined


def _after_chain(source: Source, at: int) -> int:
    """Return the index after the further numbers of a chain: 3, 4 and 5 of “1-2-3-4-5”."""
    while source.has(at, Tag.DASH) and source.has(at + 1, Tag.NUMBER):
        at += 2
    return at


@final
@frozen
class _Pair:
    """The two ends of a range.

    Attributes:
        first: The lower end.
        second: The upper end.
    """

    first: Quantity
    second: Quantity

    @property
    def numbers(self) -> tuple[Fraction, ...]:
        """The numbers of both ends."""
        return self.first.numbers + self.second.numbers

    @property
    def whole(self) -> Quantity:
        """The range without its own problem."""
        return evolve(self.second, at=self.first.at, numbers=self.numbers)

    @property
    def is_of_one_unit(self) -> bool:
        """Whether both ends have one unit, which may be worded only once."""
        unit = self.first.unit
        return unit in ("", self.second.unit) or self.second.unit.startswith(f"{unit} ")

    @property
    def is_two_quantities(self) -> bool:
        """Whether each end has a noun of its own: “20 doanh nghiệp - 5 hợp tác xã”."""
        has_noun = self.first.scale == 1 or self.first.noun_at < self.first.end
        return has_noun and not self.is_of_one_unit

    @property
    def joined(self) -> Quantity:
        """The range with its problem; it is dropped if its lower end was: …/300-400 dân."""
        if self.first.numbers or self.first.problem is not None:
            return evolve(self.whole, problem=self._problem)
        return evolve(self.whole, dropped=True)

    @property
    def _problem(self) -> Reason | None:
        """The reason why the range cannot be read; `None` if it can."""
        problem = self.first.problem or self.second.problem
        return self._problem_of_ends if problem is None else problem

    @property
    def _problem_of_ends(self) -> Reason | None:
        """The reason why two readable ends are not a range; `None` if they are."""
        if not self.is_of_one_unit:
            return Reason.UNITS_DIFFER
        if self._has_unclear_scale:
            return Reason.AMBIGUOUS_NUMBER
        return Reason.REVERSED if self.numbers[0] >= self.numbers[1] else None

    @property
    def _has_unclear_scale(self) -> bool:
        """Whether the scale may apply to the upper end only: “từ 500 đến 2 nghìn”.

        It surely applies to both ends if they are near each other, with the smaller end first:
        “2 đến 3 nghìn” is 2,000 to 3,000.
        """
        if self.first.unit or self.second.scale == 1:
            return False
        low, high = self.numbers
        return not low < high <= _FAR_APART * low
