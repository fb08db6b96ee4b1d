"""Classes of records of an embedder, with fields and validators of many kinds, all made up."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Optional, final

from attrs import Attribute, field, frozen
from attrs.validators import (
    and_,
    deep_iterable,
    ge,
    in_,
    instance_of,
    lt,
    matches_re,
    max_len,
    min_len,
    optional,
)

from nsc_program import Period, Text
from nsc_program.records import Record, key_of
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._keys import is_key
from nsc_program.values._validators import is_a, no_repeats, tuple_of, whole_from


class Level(StrEnum):
    """Mức vay; the library has an enumeration of this name."""

    SMALL = "small"
    LARGE = "large"


@final
@frozen
class Branch:
    """Chi nhánh: a branch of a bank, which is not a record."""

    code: str = field(validator=matches_re("^[A-Z]{2}-[0-9]+$"))
    on_floor: int | None = None


@final
@frozen(kw_only=True)
class Loan(Record):
    """Khoản vay: a loan to an enterprise or to a group of people."""

    NOUN: ClassVar[Text] = Text(vi="khoản vay", en="loan")
    SUBJECT: ClassVar[str | None] = "enterprise"
    NUMBER: ClassVar[str | None] = "headcount"
    ENDS: ClassVar[tuple[str, ...]] = ("due_on",)
    IN_ORDER: ClassVar[tuple[tuple[str, str], ...]] = (("lent_on", "due_on"),)
    EITHER: ClassVar[tuple[tuple[str, str], ...]] = (("enterprise", "headcount"),)

    enterprise: str | None = field(
        default=None,
        validator=optional(is_enterprise_code),
        metadata=key_of(Text(vi="doanh nghiệp", en="enterprise"), folds=True),
    )
    headcount: int | None = field(default=None, validator=optional(whole_from(1, 50)))
    bank_key: str = field(
        validator=and_(is_key, max_len(20)), metadata=key_of(Text(vi="ngân hàng", en="bank"))
    )
    lent_on: date
    due_on: Optional[date] = None  # noqa: UP045  # as older code has it
    level: Level = field(default=Level.SMALL, validator=is_a(Level))
    vnd: int = field(validator=[instance_of(int), ge(1), lt(10**12)])
    per_year: Fraction | None = field(default=None, validator=optional(ge(Fraction(0))))
    in_months: int = field(default=12, validator=in_([12, 24]))
    used_for: str | None = field(default=None, validator=in_(("machines", "training", None)))
    number: str | None = field(default=None, validator=optional(matches_re("[0-9]+/HĐ|none")))
    at_levels: tuple[Level, ...] | None = field(
        default=None, validator=optional(and_(tuple_of(is_a(Level)), no_repeats))
    )
    also_said: tuple[str, ...] = field(
        default=(), validator=deep_iterable(and_(instance_of(str), min_len(1)), max_len(2))
    )
    on_time: tuple[bool, ...] | None = None
    is_secured: bool | None = None
    by_branch: Branch | None = None
    period: Period | None = None


@final
@frozen(kw_only=True)
class Prize(Record):
    """Giải thưởng: a prize, of which the class says nothing but the types."""

    LABELS: ClassVar[Mapping[str, Text]] = {"given_on": Text(vi="ngày trao", en="day of the prize")}

    given_on: date
    title: str = "made up"
    rank_number: int | None = field(default=None)

    @rank_number.validator
    def _is_a_rank(self, attribute: "Attribute[int | None]", value: int | None) -> None:
        """Reject a rank that does not exist; a schema does not know of this."""
        if value == 0:
            raise ValueError(attribute.name)


OWN: Mapping[str, type[Record]] = {"city_loans": Loan, "city_prizes": Prize}
