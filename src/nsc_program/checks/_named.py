"""What every finding has: the names of the records that it is about."""

from typing import ClassVar, Literal, TypeAlias, final, get_args

from attrs import Attribute, field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.values._validators import is_a, is_text, tuple_of
from nsc_program.values._value import SimpleValue, Value


@final
@frozen
class RecordName(Value):
    """The name of a record (hồ sơ) in a finding.

    Attributes:
        kind: the class of the record.
        id: the id of the record. A plain fact has no id, and its key may be a person's, so it is
            named by its indicator. A claim is named by the class or the indicator that it is about.
    """

    kind: str = field(validator=is_text)
    id: str = field(validator=is_text)


KeyField: TypeAlias = Literal["person", "enterprise", "registration"]
"""What a key identifies: a person (người), an enterprise (doanh nghiệp) or a body (tổ chức)."""


def is_key_field(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Accept what a key can identify."""
    is_text(instance, attribute, value)
    expected = get_args(KeyField)
    if value not in expected:
        names = ", ".join(map(repr, expected))
        raise InvalidValue.at(
            attribute.name,
            code="unknown-key",
            vi=f"cần một trong các giá trị {names}",
            en=f"expected one of {names}",
        )


@frozen
class FindingOnRecords(SimpleValue):
    """The field that every finding has.

    Attributes:
        records: the records that the finding is about, in order.
    """

    NAMED_BY_TYPE: ClassVar[bool] = True
    """Documents name the class of a finding, which may be one of many."""

    records: tuple[RecordName, ...] = field(kw_only=True, validator=tuple_of(is_a(RecordName)))
