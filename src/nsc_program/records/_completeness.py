"""Claims of completeness: that a register holds everything of one kind within a period."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program.errors import UnknownId
from nsc_program.records._records import RECORD_CLASSES, AnyRecord, record_class_names
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period, earliest_first
from nsc_program.values._validators import instance_of, is_a, is_date, only
from nsc_program.values._value import Value

KINDS: Mapping[str, type[AnyRecord]] = {kind.__name__: kind for kind in RECORD_CLASSES}
"""The library's own classes that a claim of completeness can be about, by name."""


def _what(given: type[AnyRecord] | str) -> str:
    """Return the name of a class, or an indicator's id."""
    if not isinstance(given, type):
        return given
    _refuse_no_claim(given.__name__)
    return given.__name__


def _is_claimed(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Require an indicator's id, which never begins with a capital, or the name of a class."""
    is_id(instance, attribute, value)
    if value[:1].isupper():
        _refuse_no_claim(value)


def _refuse_no_claim(name: str) -> None:
    """Refuse the name of a class that no claim can be about."""
    if name == ReportedFigure.__name__ or name not in record_class_names():
        raise UnknownId("class of records to make a claim about", name, tuple(KINDS))


@final
@frozen(order=True)
class Completeness(Value):
    """A claim that the register holds everything of one kind within a period.

    Several claims add up. To take back a claim that was wrong, leave it out of the register.

    Attributes:
        what: a class of records (kept as its name) or the id of an indicator.
        period: the period for which the register is complete.
        recorded_on: the day on which the claim was made; `None` if it held from the start.

    Raises:
        InvalidType: for a field of the wrong type.
        UnknownId: for a class that does not exist, or that no claim can be about.
    """

    what: str = field(converter=_what, validator=_is_claimed)
    period: Period = field(validator=is_a(Period))
    recorded_on: date | None = field(
        default=None, validator=optional(is_date), order=earliest_first
    )

    @property
    def reach(self) -> Period | None:
        """The part of the period up to the day on which the claim was made.

        It is `None` if the claim was made before the period began.
        """
        return self.period.through(self.recorded_on or self.period.end)


def claims_in_order(given: Iterable[Completeness]) -> tuple[Completeness, ...]:
    """Return every claim once, in an order that does not depend on the given order.

    Args:
        given: the claims.

    Raises:
        InvalidType: for an item that is not a claim.
    """
    claims = only("completeness", instance_of("Completeness"), Completeness, given)
    return tuple(sorted(set(claims)))
