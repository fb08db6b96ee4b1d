"""The results of reading a clause: phrases, and unreadable places with their reasons."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self, TypeAlias, final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidType, InvalidValue, Message, NscError, Problem
from nsc_program.plan._bases import Basis, Reached
from nsc_program.plan._bounds import Bound
from nsc_program.values._validators import is_a, is_bool, is_date, is_text
from nsc_program.values._value import Value
from nsc_program.wording._quotes import quoted
from nsc_program.wording._reasons import Reason

Span: TypeAlias = tuple[int, int]
"""A place in a text: the index of its first character, and the index after its last."""


def _is_span(_: object, attribute: "Attribute[Any]", value: Span) -> None:
    """Refuse a value that is not a span, or a span that no text can have."""
    if type(value) is not tuple or [type(end) for end in value] != [int, int]:
        raise InvalidType.at(
            attribute.name,
            code="not-a-span",
            vi="cần vị trí bắt đầu và kết thúc, là hai số nguyên",
            en="expected a start and an end, as two whole numbers",
        )
    _check_in_order(attribute.name, *value)


def _check_in_order(name: str, start: int, end: int) -> None:
    """Refuse a span that no text can have."""
    if not 0 <= start <= end:
        raise InvalidValue.at(
            name,
            code="impossible-span",
            vi=f"vị trí bắt đầu và kết thúc tính từ 0, nhận được {start} và {end}",
            en=f"expected a start and an end from 0 on, got {start} and {end}",
        )


@final
@frozen
class Phrase(Value):
    """One number of a plan as an official words it.

    Attributes:
        bound: The number, with the bound that the words set: “ít nhất 20” is `AtLeast(20)`.
        basis: The figure that is compared with the bound: what is reached, in a year or in each
            year, or a change. `Reached()` unless the words say otherwise.
        unit: The unit as it is worded: `doanh nghiệp`, `lượt người`, `tỷ đồng`, `%`. Empty if no
            unit follows the number. Money and measures keep their scale: “17,8 tỷ đồng” is 17.8
            `tỷ đồng`, “2 nghìn tấn” is 2 `nghìn tấn`. For everything else the scale is multiplied
            into the number: “2 nghìn hội thảo” is 2000 `hội thảo`. Percentage points are `%` with
            the basis `Difference`.
        through: The last day of the time in which the number must be reached: 31 December 2025
            for “đến năm 2025” and “vào năm 2025”. `None` if the clause does not name a day or year.
        aspirational: Whether “phấn đấu” governs the number.
        span: The place in the clause, from the bound word to the unit. Equality ignores it: two
            phrases with the same meaning are equal wherever they stand.
    """

    bound: Bound = field(validator=is_a(Bound))
    basis: Basis = field(factory=Reached, validator=is_a(Basis))
    unit: str = field(default="", kw_only=True, validator=is_text)
    through: date | None = field(default=None, kw_only=True, validator=optional(is_date))
    aspirational: bool = field(default=False, kw_only=True, validator=is_bool)
    span: Span = field(default=(0, 0), kw_only=True, eq=False, validator=_is_span)


@final
@frozen
class Unreadable(Value):
    """A place in a clause that cannot be read, and the reason.

    Attributes:
        reason: Why the place cannot be read.
        span: The place in the clause.
    """

    reason: Reason = field(validator=is_a(Reason))
    span: Span = field(validator=_is_span)


class InvalidWording(NscError, ValueError):
    """A clause cannot be read completely.

    The arguments are the unreadable places in order, each as `(start, end, reason, words)`: the
    span, the `Reason`, and the words at that place, shortened if they are long.
    """

    @classmethod
    def of(cls, clause: str, places: Iterable[Unreadable]) -> Self:
        """Make the error for a clause.

        Args:
            clause: The clause.
            places: The unreadable places of the clause, in order.

        Returns:
            The error, with the words at each place.
        """
        return cls(*((*place.span, place.reason, quoted(clause, place.span)) for place in places))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One problem for each unreadable place, with its words and the reason."""
        return tuple(
            Problem(
                (),
                reason.value,
                Message(
                    f"ký tự {start + 1} đến {end}, “{words}”: {reason.text.vi}",
                    f"characters {start + 1} to {end}, “{words}”: {reason.text.en}",
                ),
            )
            for start, end, reason, words in self.args
        )
