"""What happened, as it was recorded: one class for each kind of record.

A record holds what a register says, and decides nothing: which facts it stands for is in `_counting`.
People appear as pseudonyms only. Every key is the caller's own.
"""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias, final

from attrs import Attribute, field, frozen
from attrs.validators import and_, optional

from nsc_program.errors import InvalidValue
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range, exact
from nsc_program.values._validators import (
    is_a,
    is_bool,
    is_date,
    is_enterprise_code,
    is_fact_key,
    is_indicator_id,
    is_key,
    is_text,
    no_repeats,
    tuple_of,
    whole_from,
)
from nsc_program.values._value import Value

MOST_HEADS = 10_000
"""The largest headcount one training can have; a larger figure is a `ReportedFigure`."""


class EnterpriseKind(StrEnum):
    """Loại hình: an enterprise, a co-operative (hợp tác xã), a household business (hộ kinh doanh)."""

    ENTERPRISE = "enterprise"
    COOPERATIVE = "cooperative"
    HOUSEHOLD = "household"


class Level(StrEnum):
    """Cấp: whose task it was."""

    CITY = "city"
    MINISTRY = "ministry"
    NATION = "nation"


class Scope(StrEnum):
    """Phạm vi of a pilot model: of the city, or to share with the whole country."""

    CITY = "city"
    NATION = "nation"


class Solution(StrEnum):
    """The four groups of solutions (O3): tiêu chuẩn, quy chuẩn kỹ thuật, hệ thống quản lý, công cụ cải tiến."""

    STANDARDS = "standards"
    TECHNICAL_REGULATIONS = "technical-regulations"
    MANAGEMENT_SYSTEMS = "management-systems"
    IMPROVEMENT_TOOLS = "improvement-tools"


class Audience(StrEnum):
    """Who is trained or informed: sở, ngành; UBND quận, huyện, thị xã, phường, xã; tổ chức; doanh nghiệp."""

    DEPARTMENT = "department"
    LOCALITY = "locality"
    ORGANISATION = "organisation"
    ENTERPRISE = "enterprise"


def _ordered(name: str, earlier: date | None, later_name: str, later: date | None) -> None:
    if earlier is not None and later is not None and later < earlier:
        raise InvalidValue.at(
            later_name,
            code="before-its-start",
            vi=f"{later} sớm hơn {name}, {earlier}",
            en=f"{later} is before {name}, {earlier}",
        )


_solutions = optional(and_(tuple_of(is_a(Solution)), no_repeats))


@frozen(kw_only=True, weakref_slot=False)
class Record(Value):
    """What every record has.

    Attributes:
        id: the caller's key; one thing keeps its id over all versions of its record.
        recorded_on: the day this version was entered; `None` if it was known from the start.
        annulled: this version withdraws the record: it should never have been entered.
        verified: somebody checked it, which is taken for granted unless a record says otherwise; what is not
            verified may be true, and need not.
        document: where it stands.
    """

    id: str = field(validator=is_key)
    recorded_on: date | None = field(default=None, validator=optional(is_date))
    annulled: bool = field(default=False, validator=is_bool)
    verified: bool = field(default=True, validator=is_bool)
    document: str | None = field(default=None, validator=optional(is_text))

    @property
    def things(self) -> int:
        """How many things the record stands for."""
        return 1


@final
@frozen(kw_only=True, weakref_slot=False)
class Enterprise(Record):
    """Doanh nghiệp: 10 digits (13 for a branch) or a pseudonym, and what was recorded of it.

    It is a description and counts nothing: whether a support counts is decided by the kind recorded with the support.
    """

    code: str = field(validator=is_enterprise_code)
    name: str | None = field(default=None, validator=optional(is_text))
    kind: EnterpriseKind = field(default=EnterpriseKind.ENTERPRISE, validator=is_a(EnterpriseKind))
    locality: str | None = field(default=None, validator=optional(is_text))


@final
@frozen(weakref_slot=False)
class Funding(Value):
    """Kinh phí: money from one source (the id of a plan's `FundingSource`), in whole đồng."""

    source: str = field(validator=is_key)
    vnd: int = field(validator=whole_from(0, 10**18))


@final
@frozen(kw_only=True, weakref_slot=False)
class Support(Record):
    """Hỗ trợ: one enterprise supported in one task.

    Attributes:
        kind: of the enterprise as recorded with this support; a household never counts.
        completed_on: `None` while it is not completed.
        solutions: the groups of solutions applied; `None` if not recorded.
    """

    enterprise: str = field(validator=is_enterprise_code)
    kind: EnterpriseKind = field(default=EnterpriseKind.ENTERPRISE, validator=is_a(EnterpriseKind))
    started_on: date = field(validator=is_date)
    completed_on: date | None = field(default=None, validator=optional(is_date))
    level: Level = field(default=Level.CITY, validator=is_a(Level))
    solutions: tuple[Solution, ...] | None = field(default=None, validator=_solutions)
    funding: tuple[Funding, ...] = field(default=(), validator=tuple_of(is_a(Funding)))

    def __attrs_post_init__(self) -> None:
        """Refuse a support that was completed before it started."""
        _ordered("started_on", self.started_on, "completed_on", self.completed_on)


@final
@frozen(kw_only=True, weakref_slot=False)
class Training(Record):
    """Đào tạo, tập huấn: one person (a pseudonym) on one occasion, or a headcount of people not identified.

    Twelve-digit numbers are refused as keys; no software can tell a name from a key, so give none.
    """

    person: str | None = field(default=None, validator=optional(is_key))
    headcount: int | None = field(default=None, validator=optional(whole_from(1, MOST_HEADS)))
    on: date = field(validator=is_date)
    audience: Audience | None = field(default=None, validator=optional(is_a(Audience)))
    topic: str | None = field(default=None, validator=optional(is_text))

    def __attrs_post_init__(self) -> None:
        """Refuse a training of nobody, or of a person and a headcount at once."""
        if (self.person is None) == (self.headcount is None):
            vi, en = ("không có", "neither") if self.person is None else ("có cả hai", "both")
            raise InvalidValue.at(
                code="person-or-headcount",
                vi=f"một lượt đào tạo cần person hoặc headcount, và chỉ một trong hai; ở đây {vi}",
                en=f"a training needs a person or a headcount, and only one of them; this one has {en}",
            )

    @property
    def things(self) -> int:
        """How many people the record stands for: those of its headcount."""
        return self.headcount or 1


@final
@frozen(kw_only=True, weakref_slot=False)
class Expert(Record):
    """Chuyên gia năng suất chất lượng: a person's training to a standard, and the certificates that followed.

    One record holds all that is known of one training and its certificates: a date of `None` has not happened. It
    counts an expert; among the people trained (H1, H6) somebody counts by a `Training`.

    Attributes:
        standard: what the training came up to (TCVN 13751:2023, say); `None` leaves it unverified.
        certified_on: when a certificate was issued, under `scheme`.
        expires_on: the last day on which the certificates hold.
        regional_on, international_on: when a certificate of that level was issued.
        renewal: this certificate renews an earlier one, so it is nobody new.
    """

    person: str = field(validator=is_key)
    trained_on: date | None = field(default=None, validator=optional(is_date))
    standard: str | None = field(default=None, validator=optional(is_text))
    certified_on: date | None = field(default=None, validator=optional(is_date))
    scheme: str | None = field(default=None, validator=optional(is_text))
    expires_on: date | None = field(default=None, validator=optional(is_date))
    regional_on: date | None = field(default=None, validator=optional(is_date))
    international_on: date | None = field(default=None, validator=optional(is_date))
    renewal: bool = field(default=False, validator=is_bool)

    def __attrs_post_init__(self) -> None:
        """Refuse certificates that lapse before they are issued."""
        _ordered("certified_on", self.certified_on, "expires_on", self.expires_on)


@final
@frozen(kw_only=True, weakref_slot=False)
class PilotModel(Record):
    """Mô hình điểm: an enterprise that was recognised as one. The recognition is recorded, never computed.

    Attributes:
        decision: the decision that recognises it.
        solutions: the groups of solutions that it applies; `None` if not recorded.
        renewal: this recognition renews an earlier one.
    """

    enterprise: str = field(validator=is_enterprise_code)
    recognised_on: date = field(validator=is_date)
    decision: str | None = field(default=None, validator=optional(is_text))
    scope: Scope = field(default=Scope.CITY, validator=is_a(Scope))
    solutions: tuple[Solution, ...] | None = field(default=None, validator=_solutions)
    withdrawn_on: date | None = field(default=None, validator=optional(is_date))
    renewal: bool = field(default=False, validator=is_bool)

    def __attrs_post_init__(self) -> None:
        """Refuse a withdrawal before the recognition."""
        _ordered("recognised_on", self.recognised_on, "withdrawn_on", self.withdrawn_on)


@final
@frozen(kw_only=True, weakref_slot=False)
class AssessmentBody(Record):
    """Tổ chức đánh giá sự phù hợp: a conformity assessment body, strengthened by the programme and up to the norm.

    One record holds all that is known of one body: a date of `None` has not happened.

    Attributes:
        conforming_since, conforming_until: the days on which it meets the norm (`standard`).
        serves_key_products: whether it serves the city's key products; `None` leaves it unverified.
    """

    registration: str = field(validator=is_key)
    name: str | None = field(default=None, validator=optional(is_text))
    activities: tuple[str, ...] = field(default=(), validator=tuple_of(is_text))
    strengthened_on: date | None = field(default=None, validator=optional(is_date))
    conforming_since: date | None = field(default=None, validator=optional(is_date))
    conforming_until: date | None = field(default=None, validator=optional(is_date))
    standard: str | None = field(default=None, validator=optional(is_text))
    serves_key_products: bool | None = field(default=None, validator=optional(is_bool))

    def __attrs_post_init__(self) -> None:
        """Refuse conformity that ends before it begins."""
        _ordered(
            "conforming_since", self.conforming_since, "conforming_until", self.conforming_until
        )


@final
@frozen(kw_only=True, weakref_slot=False)
class Dissemination(Record):
    """Tuyên truyền, phổ biến: one event that spread knowledge; it serves an objective, no target."""

    on: date = field(validator=is_date)
    topic: str | None = field(default=None, validator=optional(is_text))
    audience: Audience | None = field(default=None, validator=optional(is_a(Audience)))


def _value(given: int | Fraction | Range) -> Range:
    return given if isinstance(given, Range) else Range.exactly(exact(given, "value"))


def _is_value(_: object, attribute: "Attribute[Range]", value: Range) -> None:
    for end in (value.low, value.high):
        if end is not None:
            exact(end, attribute.name)


@final
@frozen(kw_only=True, weakref_slot=False)
class ReportedFigure(Record):
    """Số liệu báo cáo: what a report says an indicator was over a period.

    Attributes:
        value: a number, or the range that the report leaves.
        issued: the date of the report; a period that ends later makes it an estimate.
        estimate: "ước thực hiện".
    """

    indicator: str = field(validator=is_indicator_id)
    period: Period = field(validator=is_a(Period))
    value: Range = field(converter=_value, validator=and_(is_a(Range), _is_value))
    issued: date = field(validator=is_date)
    estimate: bool = field(default=False, validator=is_bool)

    @property
    def estimated(self) -> bool:
        """Whether it could not yet be known when the report was issued, or says itself that it is an estimate."""
        return self.estimate or self.issued < self.period.end


@final
@frozen(weakref_slot=False)
class Fact(Value):
    """One thing that happened: the narrow waist through which every count passes.

    Attributes:
        indicator: the id of the indicator that counts it.
        key: what is counted once, however many facts it has; it is taken as it stands, a branch is not folded.
        on: when it happened.
        verified: an unverified fact may be true.
    """

    indicator: str = field(validator=is_indicator_id)
    key: str = field(validator=is_fact_key)
    on: date = field(validator=is_date)
    verified: bool = field(default=True, validator=is_bool)


AnyRecord: TypeAlias = (
    Enterprise
    | Support
    | Training
    | Expert
    | PilotModel
    | AssessmentBody
    | Dissemination
    | ReportedFigure
    | Fact
)
"""Everything that a register holds."""
