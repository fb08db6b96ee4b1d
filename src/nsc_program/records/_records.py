"""What happened, as it was recorded: one class for each kind of record.

A record holds what a register says and decides nothing: the counting rules of a plan say what it
stands for.
People appear as pseudonyms only. The caller chooses every key.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Any, ClassVar, TypeAlias, final

from attrs import field, frozen, validate
from attrs.validators import and_, optional

from nsc_program.records._agreement import Pair
from nsc_program.records._base import Record
from nsc_program.records._enumerations import Audience, EnterpriseKind, Level, Scope, Solution
from nsc_program.records._field_labels import FIELD_LABELS
from nsc_program.records._fields import YEAR, Labels, key_of
from nsc_program.records._one_pass import uncalled, with_validators
from nsc_program.records._reasons import WhyNot
from nsc_program.values._enterprise_codes import head_office, is_enterprise_code
from nsc_program.values._keys import PLAIN_KEY, is_fact_key, is_indicator_id, is_key
from nsc_program.values._text import Text
from nsc_program.values._validators import (
    YEARS,
    is_a,
    is_bool,
    is_date,
    is_text,
    is_year,
    no_repeats,
    tuple_of,
    whole_from,
)
from nsc_program.values._value import Value

MOST_HEADS = 10_000
"""The largest headcount of one training; a larger number is recorded as a `ReportedFigure`."""

_ENTERPRISE = Text(vi="doanh nghiệp", en="enterprise")
_PERSON = Text(vi="người", en="person")
_BODY = Text(vi="tổ chức", en="body")
_LOCALITY = Text(vi="địa bàn", en="locality")

_is_plain = PLAIN_KEY.fullmatch
# One search for two keys is faster than two. A plain key holds no space.
_are_plain = re.compile(f"(?:{PLAIN_KEY.pattern}) (?:{PLAIN_KEY.pattern})").fullmatch
_solutions = optional(and_(tuple_of(is_a(Solution)), no_repeats))


def _locality() -> Any:
    return field(default=None, validator=optional(is_key), metadata=key_of(_LOCALITY))


@final
@frozen(kw_only=True, weakref_slot=False)
class Enterprise(Record):
    """Doanh nghiệp: the description of an enterprise.

    A description counts nothing: the kind that is recorded with a support decides whether the
    support counts.

    Attributes:
        code: the enterprise code (mã số doanh nghiệp) of 10 digits, 13 digits for a branch, or a
            pseudonym with a letter.
        name: the name of the enterprise; `None` if not recorded.
        kind: the legal kind (loại hình).
        locality: the place (địa bàn); `None` if not recorded.
    """

    NOUN: ClassVar[Text] = Text(vi="doanh nghiệp", en="enterprise")
    LABELS: ClassVar[Labels] = FIELD_LABELS
    SUBJECT: ClassVar[str | None] = "code"

    code: str = field(validator=is_enterprise_code, metadata=key_of(_ENTERPRISE, folds=True))
    name: str | None = field(default=None, validator=optional(is_text))
    kind: EnterpriseKind = field(default=EnterpriseKind.ENTERPRISE, validator=is_a(EnterpriseKind))
    locality: str | None = field(default=None, validator=optional(is_text))

    @property
    def subject(self) -> Hashable:
        """The code: a branch has a description of its own."""
        is_branch = head_office(self.code) != self.code
        return self.code.replace("-", "") if is_branch else self.code


@final
@frozen(weakref_slot=False)
class Funding(Value):
    """Kinh phí: money from one source.

    Attributes:
        source: the id of a plan's `FundingSource`.
        vnd: the amount in whole đồng, from 0 to 10^18.
    """

    source: str = field(validator=is_key)
    vnd: int = field(validator=whole_from(0, 10**18))


@final
@with_validators
@frozen(kw_only=True, weakref_slot=False, field_transformer=uncalled)
class Support(Record):
    """Hỗ trợ: the support of one enterprise in one task.

    Attributes:
        enterprise: the code of the enterprise, or its pseudonym.
        kind: the kind of the enterprise as recorded with this support; a household never counts.
        started_on: the day on which the support began.
        completed_on: the day on which it was completed; `None` while it is not completed.
        level: the authority whose task it was.
        locality: a key of the place (địa bàn); `None` if not recorded.
        solutions: the groups of solutions that were applied; `None` if not recorded.
        funding: the money that was spent, by source.
        spending_year: the budget year (năm ngân sách, a calendar year: Law 83/2015/QH13) in which
            all of the money was spent; `None` if not recorded, or if there are several. The days do
            not tell it: money may be advanced before the year of completion, or settled after it.
    """

    NOUN: ClassVar[Text] = Text(vi="lượt hỗ trợ", en="support")
    LABELS: ClassVar[Labels] = FIELD_LABELS
    SUBJECT: ClassVar[str | None] = "enterprise"
    REASONS: ClassVar[Mapping[str, WhyNot]] = {
        "kind.household": WhyNot.HOUSEHOLD,
        "kind.cooperative": WhyNot.COOPERATIVE,
        "level": WhyNot.OTHER_LEVEL,
    }
    IN_ORDER: ClassVar[tuple[Pair, ...]] = (("started_on", "completed_on"),)

    enterprise: str = field(validator=is_enterprise_code, metadata=key_of(_ENTERPRISE, folds=True))
    kind: EnterpriseKind = field(default=EnterpriseKind.ENTERPRISE, validator=is_a(EnterpriseKind))
    started_on: date = field(validator=is_date)
    completed_on: date | None = field(default=None, validator=optional(is_date))
    level: Level = field(default=Level.CITY, validator=is_a(Level))
    locality: str | None = _locality()
    solutions: tuple[Solution, ...] | None = field(default=None, validator=_solutions)
    funding: tuple[Funding, ...] = field(default=(), validator=tuple_of(is_a(Funding)))
    spending_year: int | None = field(default=None, validator=optional(is_year), metadata=YEAR)

    def __attrs_post_init__(self) -> None:
        """Accept plain fields at once; call the validator of each field only if one is not plain.

        A field is plain if its validator certainly accepts it. A property test compares both ways.
        """
        me: Any = self
        started, completed, text = me.started_on, me.completed_on, me.document
        place, applied, money, year = me.locality, me.solutions, me.funding, me.spending_year
        if (
            type(me.id) is str
            and type(me.enterprise) is str
            and _are_plain(me.id + " " + me.enterprise)
            and type(me.annulled) is bool
            and type(me.verified) is bool
            and type(me.kind) is EnterpriseKind
            and type(me.level) is Level
            and type(started) is date
            and (completed is None or (type(completed) is date and started <= completed))
            and (me.recorded_on is None or type(me.recorded_on) is date)
            and (text is None or (type(text) is str and text.isprintable()))
            and (place is None or (type(place) is str and _is_plain(place)))
            and (applied is None or (type(applied) is tuple and len(applied) == 1))
            and (not applied or type(applied[0]) is Solution)
            and type(money) is tuple
            and (len(money) == 1 or not money or {*map(type, money)} == {Funding})
            and (not money or type(money[0]) is Funding)
            and (year is None or (type(year) is int and year in YEARS))
        ):
            return
        validate(self)
        super().__attrs_post_init__()


@final
@frozen(kw_only=True, weakref_slot=False)
class Training(Record):
    """Đào tạo, tập huấn: one person on one occasion, or a headcount of unidentified people.

    A training has a person or a headcount, and never both.

    Attributes:
        person: a pseudonym of the person. Twelve-digit numbers are rejected; software cannot tell a
            name from a key, so never use a name.
        headcount: the number of people, from 1 to 10,000.
        on: the day of the training.
        audience: the people for whom it was held; `None` if not recorded.
        topic: the topic; `None` if not recorded.
        locality: a key of the place (địa bàn); `None` if not recorded.
    """

    NOUN: ClassVar[Text] = Text(vi="lượt đào tạo", en="training")
    LABELS: ClassVar[Labels] = FIELD_LABELS
    SUBJECT: ClassVar[str | None] = "person"
    NUMBER: ClassVar[str | None] = "headcount"
    EITHER: ClassVar[tuple[Pair, ...]] = (("person", "headcount"),)

    person: str | None = field(default=None, validator=optional(is_key), metadata=key_of(_PERSON))
    headcount: int | None = field(default=None, validator=optional(whole_from(1, MOST_HEADS)))
    on: date = field(validator=is_date)
    audience: Audience | None = field(default=None, validator=optional(is_a(Audience)))
    topic: str | None = field(default=None, validator=optional(is_text))
    locality: str | None = _locality()


@final
@frozen(kw_only=True, weakref_slot=False)
class Expert(Record):
    """Chuyên gia năng suất chất lượng: an expert's training to a standard, and the certificates.

    One record holds everything that is known of one training and its certificates. It counts an
    expert; a person counts among the people trained (H1, H6) by a `Training` only.

    Attributes:
        person: a pseudonym of the person.
        trained_on: the day of the training; `None` if it has not happened.
        standard: the standard that the training met, such as TCVN 13751:2023; `None` leaves the
            training unverified.
        certified_on: the day on which the certificate was issued; `None` if it was not.
        scheme: the scheme of the certificate; `None` if not recorded.
        expires_on: the last day on which the certificates are valid; `None` if they do not expire.
        regional_on: the day on which a certificate of regional level (trình độ khu vực) was issued;
            `None` if it was not.
        international_on: the day on which a certificate of international level (trình độ quốc tế)
            was issued; `None` if it was not.
        renewal: `True` if this certificate renews an earlier one, and so does not count again.
    """

    NOUN: ClassVar[Text] = Text(vi="hồ sơ chuyên gia", en="expert’s record")
    LABELS: ClassVar[Labels] = FIELD_LABELS
    SUBJECT: ClassVar[str | None] = "person"
    REASONS: ClassVar[Mapping[str, WhyNot]] = {"renewal": WhyNot.RENEWAL}
    ENDS: ClassVar[tuple[str, ...]] = ("expires_on",)
    IN_ORDER: ClassVar[tuple[Pair, ...]] = (("certified_on", "expires_on"),)

    person: str = field(validator=is_key, metadata=key_of(_PERSON))
    trained_on: date | None = field(default=None, validator=optional(is_date))
    standard: str | None = field(default=None, validator=optional(is_text))
    certified_on: date | None = field(default=None, validator=optional(is_date))
    scheme: str | None = field(default=None, validator=optional(is_text))
    expires_on: date | None = field(default=None, validator=optional(is_date))
    regional_on: date | None = field(default=None, validator=optional(is_date))
    international_on: date | None = field(default=None, validator=optional(is_date))
    renewal: bool = field(default=False, validator=is_bool)


@final
@frozen(kw_only=True, weakref_slot=False)
class PilotModel(Record):
    """Mô hình điểm: the recognition of an enterprise as a pilot model, recorded and never computed.

    Attributes:
        enterprise: the code of the enterprise, or its pseudonym.
        recognised_on: the day of the recognition.
        decision: the decision that recognises it; `None` if not recorded.
        scope: the scope (phạm vi) of the model.
        locality: a key of the place (địa bàn); `None` if not recorded.
        solutions: the groups of solutions that it applies; `None` if not recorded.
        withdrawn_on: the day on which the recognition was withdrawn; `None` if it was not. A
            withdrawal does not lower a count.
        renewal: `True` if this recognition renews an earlier one, and so does not count again.
    """

    NOUN: ClassVar[Text] = Text(vi="mô hình điểm", en="pilot model")
    LABELS: ClassVar[Labels] = FIELD_LABELS
    SUBJECT: ClassVar[str | None] = "enterprise"
    REASONS: ClassVar[Mapping[str, WhyNot]] = {
        "renewal": WhyNot.RENEWAL,
        "scope": WhyNot.OTHER_SCOPE,
        "solutions": WhyNot.FEW_SOLUTIONS,
    }
    IN_ORDER: ClassVar[tuple[Pair, ...]] = (("recognised_on", "withdrawn_on"),)

    enterprise: str = field(validator=is_enterprise_code, metadata=key_of(_ENTERPRISE, folds=True))
    recognised_on: date = field(validator=is_date)
    decision: str | None = field(default=None, validator=optional(is_text))
    scope: Scope = field(default=Scope.CITY, validator=is_a(Scope))
    locality: str | None = _locality()
    solutions: tuple[Solution, ...] | None = field(default=None, validator=_solutions)
    withdrawn_on: date | None = field(default=None, validator=optional(is_date))
    renewal: bool = field(default=False, validator=is_bool)


@final
@frozen(kw_only=True, weakref_slot=False)
class AssessmentBody(Record):
    """Tổ chức đánh giá sự phù hợp: a conformity assessment body.

    One record holds everything that is known of one body. The body counts once the programme has
    strengthened it and it meets the norm.

    Attributes:
        registration: the number of its registration, or another key.
        name: the name of the body; `None` if not recorded.
        activities: the activities that it is registered for.
        strengthened_on: the day on which the programme had strengthened it; `None` if it has not.
        conforming_since: the first day on which it meets the norm; `None` if it does not yet.
        conforming_until: the last day on which it meets the norm; `None` without a limit.
        standard: the norm that it meets; `None` if not recorded.
        serves_key_products: whether it serves the city's key products (sản phẩm chủ lực); `None`
            leaves the body unverified.
    """

    NOUN: ClassVar[Text] = Text(
        vi="hồ sơ tổ chức đánh giá sự phù hợp", en="assessment body’s record"
    )
    LABELS: ClassVar[Labels] = FIELD_LABELS
    SUBJECT: ClassVar[str | None] = "registration"
    REASONS: ClassVar[Mapping[str, WhyNot]] = {"serves_key_products": WhyNot.OTHER_PRODUCTS}
    ENDS: ClassVar[tuple[str, ...]] = ("conforming_until",)
    IN_ORDER: ClassVar[tuple[Pair, ...]] = (("conforming_since", "conforming_until"),)

    registration: str = field(validator=is_key, metadata=key_of(_BODY))
    name: str | None = field(default=None, validator=optional(is_text))
    activities: tuple[str, ...] = field(default=(), validator=tuple_of(is_text))
    strengthened_on: date | None = field(default=None, validator=optional(is_date))
    conforming_since: date | None = field(default=None, validator=optional(is_date))
    conforming_until: date | None = field(default=None, validator=optional(is_date))
    standard: str | None = field(default=None, validator=optional(is_text))
    serves_key_products: bool | None = field(default=None, validator=optional(is_bool))


@final
@frozen(kw_only=True, weakref_slot=False)
class Dissemination(Record):
    """Tuyên truyền, phổ biến: one event to spread knowledge; it serves an objective, not a target.

    Attributes:
        on: the day of the event.
        topic: the topic; `None` if not recorded.
        audience: the people who were informed; `None` if not recorded.
    """

    NOUN: ClassVar[Text] = Text(vi="cuộc tuyên truyền", en="dissemination event")
    LABELS: ClassVar[Labels] = FIELD_LABELS

    on: date = field(validator=is_date)
    topic: str | None = field(default=None, validator=optional(is_text))
    audience: Audience | None = field(default=None, validator=optional(is_a(Audience)))


@final
@frozen(weakref_slot=False)
class Fact(Value):
    """One thing that happened. Every count is a count of facts.

    Attributes:
        indicator: the id of the indicator that counts it.
        key: the key of the thing, which counts once however many facts share the key. It is not
            changed: the code of a branch is not replaced by that of its parent.
        on: the day on which it happened.
        verified: whether somebody checked it; a fact that is not verified may be true or false.
    """

    indicator: str = field(validator=is_indicator_id)
    key: str = field(validator=is_fact_key)
    on: date = field(validator=is_date)
    verified: bool = field(default=True, validator=is_bool)


def record_class_names() -> tuple[str, ...]:
    """Return the names of all classes of records, those of embedders included.

    The library's own classes come first. A class of an embedder is among them once its module is
    imported.
    """
    from nsc_program.records._reports import ReportedFigure  # noqa: PLC0415  # it is not counted

    own = (*RECORD_CLASSES, ReportedFigure)
    return tuple(dict.fromkeys(kind.__name__ for kind in (*own, *Record.__subclasses__())))


AnyRecord: TypeAlias = Record | Fact
"""A record of any class, or a fact."""


def agreement_of(kind: type[AnyRecord]) -> Callable[[Any], None] | None:
    """Return what checks the fields of a record against each other, after the validators.

    Args:
        kind: the class of records.

    Returns:
        A function of a record; `None` if nothing is left to check.
    """
    is_one_pass = kind is Support  # its own method repeats what the validators check
    return getattr(Record if is_one_pass else kind, "__attrs_post_init__", None)


RECORD_CLASSES: tuple[type[Record], ...] = (
    Enterprise,
    Support,
    Training,
    Expert,
    PilotModel,
    AssessmentBody,
    Dissemination,
)
"""The library's own classes of records, except reports."""
