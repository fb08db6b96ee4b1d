"""A target is basis x bound: which number is held against it, and how its own number is worded.

Both sets are small and closed: a wording that fits none of them is not bent into one.
"""

from fractions import Fraction
from typing import TypeAlias, assert_never, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.plan._readings import (
    MAY_EXCEED,
    PLAIN_IS_FLOOR,
    STRICT,
    TOLERANCE,
    UPPER_BINDS,
    Asking,
)
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range, exact
from nsc_program.values._validators import is_a, is_bool
from nsc_program.values._value import Value


@final
@frozen
class AtLeast(Value):
    """“Ít nhất N”, “tối thiểu N”, “N trở lên”."""

    number: Fraction = field(converter=exact)


@final
@frozen
class MoreThan(Value):
    """“Trên N”, “hơn N”."""

    number: Fraction = field(converter=exact)


@final
@frozen
class About(Value):
    """“Khoảng N”."""

    number: Fraction = field(converter=exact)


@final
@frozen
class Between(Value):
    """“Từ L đến H”; `about` where “khoảng” stands before it."""

    low: Fraction = field(converter=exact)
    high: Fraction = field(converter=exact)
    about: bool = field(default=False, kw_only=True, validator=is_bool)

    def __attrs_post_init__(self) -> None:
        """Refuse ends in the wrong order."""
        if self.low >= self.high:
            raise InvalidValue.at(
                code="not-rising",
                vi=f"cần hai số theo thứ tự tăng dần, nhận được {self.low} và {self.high}",
                en=f"expected two numbers in rising order, got {self.low} and {self.high}",
            )


@final
@frozen
class Plain(Value):
    """A bare number: “N”."""

    number: Fraction = field(converter=exact)


@final
@frozen
class AtMost(Value):
    """“Không quá N”, “tối đa N”."""

    number: Fraction = field(converter=exact)


@final
@frozen
class LessThan(Value):
    """“Dưới N”."""

    number: Fraction = field(converter=exact)


Bound: TypeAlias = AtLeast | MoreThan | About | Between | Plain | AtMost | LessThan
"""How a number is worded."""


def accepted(bound: Bound, asking: Asking) -> Range:
    """The numbers that fulfil a bound, with its open questions put to `asking`."""
    match bound:
        # H2 "ít nhất 20 chuyên gia"
        case AtLeast(number):
            return Range.at_least(number)
        # H1 "trên 2.000 cán bộ, công chức, viên chức"
        case MoreThan(number):
            return Range.above(number) if asking.yes(STRICT) else Range.at_least(number)
        # H3 "khoảng 1.500 doanh nghiệp"
        case About(number):
            slack = abs(number) * asking.ratio(TOLERANCE)
            return Range(number - slack, None if asking.yes(MAY_EXCEED) else number + slack)
        # N3 "đạt khoảng 70-75%", N6 "hàng năm tăng từ 10-15%"
        case Between(low, high, about=about):
            tolerance = asking.ratio(TOLERANCE) if about else Fraction(0)
            top = high + abs(high) * tolerance
            return Range(low - abs(low) * tolerance, top if asking.yes(UPPER_BINDS) else None)
        # H7 "đào tạo, chứng nhận đạt tiêu chuẩn cho 40 chuyên gia"
        case Plain(number):
            return Range.at_least(number) if asking.yes(PLAIN_IS_FLOOR) else Range.exactly(number)
        case AtMost(number):
            return Range.at_most(number)
        case LessThan(number):
            return Range.below(number)
        case _:  # pragma: no cover
            assert_never(bound)


def worded(bound: Bound) -> Range:
    """The number that stands in the words, or the two ends of a range: no reading is applied."""
    match bound:
        case Between(low, high):
            return Range(low, high)
        case _:
            return Range.exactly(bound.number)


@final
@frozen
class Reached(Value):
    """The total of a count over the phase; the state at its end of anything else."""


@final
@frozen
class Growth(Value):
    """“Tăng … so với giai đoạn …”: by how many percent the phase exceeds a baseline period.

    The bound is in percent: `AtLeast(50)` is 50 % more.
    The baseline may lie before the programme.
    """

    baseline: Period = field(validator=is_a(Period))


@final
@frozen
class EachYear(Value):
    """“Mỗi năm”: the total of each year of the phase; the state at each year's end.

    A year begins on an anniversary of the phase's start.
    """


@final
@frozen
class YearlyGrowth(Value):
    """“Hằng năm tăng”, “bình quân mỗi năm tăng”: by how many percent each year of the phase exceeds the one before.

    The first year has none before it in the phase, and is only measured from. The bound is in percent.
    """


Basis: TypeAlias = Reached | Growth | EachYear | YearlyGrowth
"""Which number is held against the bound."""

YEARLY = (EachYear, YearlyGrowth)
"""The bases that are about the years of a phase."""
