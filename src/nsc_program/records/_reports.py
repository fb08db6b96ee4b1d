"""Reports (báo cáo): values of indicators that somebody states."""

from collections.abc import Hashable
from datetime import date
from fractions import Fraction
from typing import ClassVar, final

from attrs import Attribute, field, frozen
from attrs.validators import and_, optional

from nsc_program.records._base import Record
from nsc_program.records._field_labels import FIELD_LABELS
from nsc_program.records._fields import Labels
from nsc_program.values._keys import is_indicator_id, is_key
from nsc_program.values._numbers import exact
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_bool, is_date


def _value(value: int | Fraction | Range) -> Range:
    return value if isinstance(value, Range) else Range.exactly(exact(value, "value"))


def _is_value(_: object, attribute: "Attribute[Range]", value: Range) -> None:
    for end in (value.low, value.high):
        if end is not None:
            exact(end, attribute.name)


@final
@frozen(kw_only=True, weakref_slot=False)
class ReportedFigure(Record):
    """Số liệu báo cáo: the value of an indicator over a period, according to a report.

    One id stands for one `subject`. A correction under the same id may change the value, the date
    and whether it is an estimate. For anything else, annul the report and give the right one a new
    id.

    Attributes:
        indicator: the id of the indicator.
        period: the period that the report is about.
        value: the number, or the range that the report leaves open, in the unit of the indicator.
        issued: the date of the report; the value is an estimate if the period ends later.
        estimate: `True` if the report calls the value an estimate ("ước thực hiện").
        part: the part of the indicator that the value is about, such as the women or one area, as a
            partition of the indicator in the plan names it; `None` for all of it.
        issuer: the body that issued the report; `None` if not recorded, which stands for one body.
            Only a report of the same issuer replaces a report.
    """

    NOUN: ClassVar[Text] = Text(vi="số liệu báo cáo", en="report")
    LABELS: ClassVar[Labels] = FIELD_LABELS
    COUNTED: ClassVar[bool] = False

    indicator: str = field(validator=is_indicator_id)
    period: Period = field(validator=is_a(Period))
    value: Range = field(converter=_value, validator=and_(is_a(Range), _is_value))
    issued: date = field(validator=is_date)
    estimate: bool = field(default=False, validator=is_bool)
    part: str | None = field(default=None, validator=optional(is_key))
    issuer: str | None = field(default=None, validator=optional(is_key))

    @property
    def subject(self) -> Hashable:
        """The indicator with its part, the period, and the issuer."""
        return self.indicator, self.part, self.period, self.issuer

    @property
    def estimated(self) -> bool:
        """Whether the value is an estimate.

        It is one if the report says so, or if the report was issued before its period had ended.
        """
        return self.estimate or self.issued < self.period.end
