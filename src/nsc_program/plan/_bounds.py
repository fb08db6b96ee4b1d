"""Bounds: how the number of a target is worded.

The set is small and closed. A wording that fits none of them is not forced into one.
"""

from fractions import Fraction
from typing import TypeAlias, assert_never, final

from attrs import field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.plan._questions import MAY_EXCEED, PLAIN_IS_FLOOR, STRICT, TOLERANCE, UPPER_BINDS
from nsc_program.plan._readings import Asking
from nsc_program.values._numbers import exact
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_bool
from nsc_program.values._value import SimpleValue


@final
@frozen
class AtLeast(SimpleValue):
    """The bound “ít nhất N”, “tối thiểu N” or “N trở lên”: at least N.

    Attributes:
        number: N, in the unit of the indicator or, for growth, in percent.
    """

    number: Fraction = field(converter=exact)


@final
@frozen
class MoreThan(SimpleValue):
    """The bound “trên N” or “hơn N”: more than N.

    Attributes:
        number: N, in the unit of the indicator or, for growth, in percent.
    """

    number: Fraction = field(converter=exact)


@final
@frozen
class About(SimpleValue):
    """The bound “khoảng N”: about N.

    Attributes:
        number: N, in the unit of the indicator or, for growth, in percent.
    """

    number: Fraction = field(converter=exact)


@final
@frozen
class Between(SimpleValue):
    """The bound “từ L đến H” or “khoảng L-H”: from L to H.

    Attributes:
        low: L, in the unit of the indicator or, for growth, in percent.
        high: H, which is above L.
        about: `True` if “khoảng” (about) stands before the numbers.

    Raises:
        InvalidValue: if the numbers do not rise.
    """

    low: Fraction = field(converter=exact)
    high: Fraction = field(converter=exact)
    about: bool = field(default=False, kw_only=True, validator=is_bool)

    def __attrs_post_init__(self) -> None:
        """Reject two numbers that do not rise."""
        if self.low >= self.high:
            raise InvalidValue.at(
                code="not-rising",
                vi=f"cần hai số theo thứ tự tăng dần, nhận được {self.low} và {self.high}",
                en=f"expected two numbers in rising order, got {self.low} and {self.high}",
            )


@final
@frozen
class Plain(SimpleValue):
    """The bound “N”: a bare number.

    Attributes:
        number: N, in the unit of the indicator or, for growth, in percent.
    """

    number: Fraction = field(converter=exact)


@final
@frozen
class AtMost(SimpleValue):
    """The bound “không quá N” or “tối đa N”: at most N.

    Attributes:
        number: N, in the unit of the indicator or, for growth, in percent.
    """

    number: Fraction = field(converter=exact)


@final
@frozen
class LessThan(SimpleValue):
    """The bound “dưới N”: less than N.

    Attributes:
        number: N, in the unit of the indicator or, for growth, in percent.
    """

    number: Fraction = field(converter=exact)


Bound: TypeAlias = AtLeast | MoreThan | About | Between | Plain | AtMost | LessThan
"""The wording of a target's number."""


def accepted(bound: Bound, asking: Asking) -> Range:
    """Return the range of numbers that fulfil a bound.

    Args:
        bound: the bound.
        asking: the reading that answers the open questions of the wording.
    """
    match bound:
        # H2 "ít nhất 20 chuyên gia"
        case AtLeast(number):
            return Range.at_least(number)
        # H1 "trên 2.000 cán bộ, công chức, viên chức"
        case MoreThan(number):
            return Range.above(number) if asking.yes(STRICT) else Range.at_least(number)
        # H3 "khoảng 1.500 doanh nghiệp"
        case About(number):
            return _around(number, asking)
        # N3 "đạt khoảng 70-75%", N6 "hàng năm tăng từ 10-15%"
        case Between():
            return _between(bound, asking)
        # H7 "đào tạo, chứng nhận đạt tiêu chuẩn cho 40 chuyên gia"
        case Plain(number):
            return Range.at_least(number) if asking.yes(PLAIN_IS_FLOOR) else Range.exactly(number)
        case AtMost(number):
            return Range.at_most(number)
        case LessThan(number):
            return Range.below(number)
        case _:  # pragma: no cover
            assert_never(bound)


def _around(number: Fraction, asking: Asking) -> Range:
    slack = abs(number) * asking.ratio(TOLERANCE)
    return Range(number - slack, None if asking.yes(MAY_EXCEED) else number + slack)


def _between(bound: Between, asking: Asking) -> Range:
    low, high = bound.low, bound.high
    tolerance = asking.ratio(TOLERANCE) if bound.about else Fraction(0)
    top = high + abs(high) * tolerance
    return Range(low - abs(low) * tolerance, top if asking.yes(UPPER_BINDS) else None)


def worded(bound: Bound) -> Range:
    """Return the number in the words of a bound, or the range of two numbers, under no reading."""
    match bound:
        case Between(low, high):
            return Range(low, high)
        case _:
            return Range.exactly(bound.number)
