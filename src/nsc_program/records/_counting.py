"""The facts that a record stands for, in every way of counting it.

Only this module knows them. A record with two conditions (a body is strengthened *and* meets the
norm) happens once, on the later of the two dates, unless it has lapsed by then. A thing that
happened stays counted: expiry and withdrawal never lower a count.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum, unique
from typing import NamedTuple, assert_never

from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    EnterpriseKind,
    Expert,
    Fact,
    Level,
    PilotModel,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
)
from nsc_program.records._ways import (
    COOPERATIVES,
    NATIONAL_MODELS,
    SOLUTIONS,
    SUPPORT_EVENT,
    SUPPORT_LEVEL,
    ways,
)
from nsc_program.values._validators import head, head_office

_SUPPORTED = ways("supported", SUPPORT_EVENT, SUPPORT_LEVEL, COOPERATIVES)
_CITY_MODELS = ways("models/city", SOLUTIONS, NATIONAL_MODELS)
_NATIONAL_MODELS = ways("models/nation", SOLUTIONS)
_MODELS: Mapping[tuple[str, ...], str] = _CITY_MODELS | _NATIONAL_MODELS
# Under the reading "yes", a national model counts for the city too.
_MODELS_OF = {
    Scope.CITY: set(_CITY_MODELS.values()),
    Scope.NATION: {
        *_NATIONAL_MODELS.values(),
        *(_CITY_MODELS[way] for way in _CITY_MODELS if way[1] == "yes"),
    },
}
_SOLUTIONS_NEEDED = {"recognised": 0, "several": 2, "all-four": len(Solution)}

COUNTED_BY: Mapping[type[AnyRecord], tuple[str, ...]] = {
    Enterprise: (),
    Support: tuple(_SUPPORTED.values()),
    Training: ("trained/persons", "trained/participations"),
    Expert: ("experts/trained", "experts/certified", "experts/either-level", "experts/both-levels"),
    PilotModel: tuple(_MODELS.values()),
    AssessmentBody: ("bodies",),
    Dissemination: ("dissemination/events",),
}
"""The classes that a claim of completeness can be about, with the indicators that count each."""


@unique
class WhyNot(StrEnum):
    """Why a record is not counted in one way of counting.

    Attributes:
        ANNULLED: the record was withdrawn.
        RENEWAL: it renews an earlier certificate or recognition.
        HOUSEHOLD: the enterprise is a household business (hộ kinh doanh).
        COOPERATIVE: the enterprise is a co-operative (hợp tác xã), which this way leaves out.
        OTHER_LEVEL: the task was of another level (cấp).
        OTHER_SCOPE: the pilot model has another scope (phạm vi).
        FEW_SOLUTIONS: it applies too few groups of solutions.
        OTHER_PRODUCTS: the body does not serve key products.
        NOT_HAPPENED: a condition has not been met yet.
        LAPSED: one condition had ended when the last one was met.
        BEFORE: it happened before the period.
        AFTER: it happened after the period.
        LATER: it happened after the day of judgement, or the report says nothing by that day.
        REPLACED: a later report replaces it.
        UNVERIFIED: the report is not verified.
        REJECTED: the row was rejected.
        NOTHING_NEW: the report adds nothing to the figure.
        ESTIMATE: the report is an estimate (ước thực hiện), which the reading does not let decide.
    """

    ANNULLED = "annulled"
    RENEWAL = "renewal"
    HOUSEHOLD = "household"
    COOPERATIVE = "cooperative"
    OTHER_LEVEL = "other-level"
    OTHER_SCOPE = "other-scope"
    FEW_SOLUTIONS = "few-solutions"
    OTHER_PRODUCTS = "other-products"
    NOT_HAPPENED = "not-happened"
    LAPSED = "lapsed"
    BEFORE = "before"
    AFTER = "after"
    LATER = "later"
    REPLACED = "replaced"
    UNVERIFIED = "unverified"
    REJECTED = "rejected-row"
    NOTHING_NEW = "nothing-new"
    ESTIMATE = "estimate"


class Projected(NamedTuple):
    """One record in one way of counting: when it happened, or why it does not count.

    Attributes:
        indicator: the id of the indicator that counts it.
        key: the key under which a thing is counted once; for a headcount, the id of the record.
        on: the day on which it happened, or the reason why it does not count.
        verified: `False` if it may or may not count.
        unnamed: the number of people of a headcount; 0 if the record has a key of its own.
    """

    indicator: str
    key: str
    on: date | WhyNot
    verified: bool
    unnamed: int = 0


class Happened(NamedTuple):
    """One record in one way of counting in which it happened, with the fields of `Projected`."""

    indicator: str
    key: str
    on: date
    verified: bool
    unnamed: int


def facts(record: AnyRecord) -> Iterator[Fact]:
    """Yield the facts that a record stands for.

    Args:
        record: a record of any class.

    Yields:
        One fact for each thing and each way of counting it; none if the record is annulled or
        renews an earlier one.

    >>> body = AssessmentBody(
    ...     id="b1",
    ...     registration="SAMPLE-B1",
    ...     strengthened_on=date(2023, 5, 1),
    ...     conforming_since=date(2024, 2, 1),
    ...     serves_key_products=True,
    ... )
    >>> [(fact.indicator, fact.on.isoformat()) for fact in facts(body)]
    [('bodies', '2024-02-01')]
    """
    for indicator, key, on, verified, unnamed in happened(record):
        if unnamed:
            for number in range(1, unnamed + 1):
                yield Fact(indicator, head(key, number), on, verified)
        else:
            yield Fact(indicator, key, on, verified)


def happened(record: AnyRecord) -> Iterator[Happened]:
    """Yield a record in every way of counting in which it happened on some day."""
    for indicator, key, on, verified, unnamed in projected(record):
        if not isinstance(on, WhyNot):
            yield Happened(indicator, key, on, verified, unnamed)


def projected(record: AnyRecord) -> Iterator[Projected]:
    """Yield a record in every way of counting it."""
    if isinstance(record, Fact):
        yield Projected(record.indicator, record.key, record.on, record.verified)
    elif record.annulled:
        for projection in _projected(record):
            yield projection._replace(on=WhyNot.ANNULLED)
    else:
        yield from _projected(record)


def _projected(record: AnyRecord) -> Iterable[Projected]:
    match record:
        case Support():
            return _support(record)
        case Training():
            return _training(record)
        case Expert():
            return _expert(record)
        case PilotModel():
            return _model(record)
        case AssessmentBody():
            return _body(record)
        case Dissemination():
            return [Projected("dissemination/events", record.id, record.on, record.verified)]
        case Enterprise() | ReportedFigure() | Fact():
            return []
        case _:  # pragma: no cover
            assert_never(record)


def _happened(*conditions: date | None, until: date | None = None) -> date | WhyNot:
    """Return the day on which the last of several conditions was met, if that is by `until`."""
    met = [day for day in conditions if day is not None]
    if len(met) < len(conditions):
        return WhyNot.NOT_HAPPENED
    last = max(met)
    return WhyNot.LAPSED if until is not None and last > until else last


def _support(record: Support) -> Iterator[Projected]:
    enterprise = head_office(record.enterprise)
    for (event, level, cooperatives), indicator in _SUPPORTED.items():
        on = _supported(record, event, level, cooperatives)
        yield Projected(indicator, enterprise, on, record.verified)


def _supported(record: Support, event: str, level: str, cooperatives: str) -> date | WhyNot:
    # H3 "khoảng 1.500 doanh nghiệp": a household is not an enterprise under any reading.
    if record.kind is EnterpriseKind.HOUSEHOLD:
        return WhyNot.HOUSEHOLD
    if record.kind is EnterpriseKind.COOPERATIVE and cooperatives == "no":
        return WhyNot.COOPERATIVE
    if record.level is not Level.CITY and level == "city":
        return WhyNot.OTHER_LEVEL
    return record.started_on if event == "start" else record.completed_on or WhyNot.NOT_HAPPENED


def _training(record: Training) -> Iterator[Projected]:
    # H1: document A counts "cán bộ, công chức, viên chức", documents B and C count "lượt".
    if record.person is not None:
        yield Projected("trained/persons", record.person, record.on, record.verified)
        yield Projected("trained/participations", record.id, record.on, record.verified)
        return
    heads = record.headcount or 0
    yield Projected("trained/persons", record.id, record.on, verified=False, unnamed=heads)
    yield Projected("trained/participations", record.id, record.on, record.verified, unnamed=heads)


def _expert(record: Expert) -> Iterator[Projected]:
    levels = [day for day in (record.regional_on, record.international_on) if day is not None]
    to_standard = record.verified and record.standard is not None
    until = record.expires_on
    # H2 "chuyên gia … đạt tiêu chuẩn"; H7 "đào tạo, chứng nhận đạt tiêu chuẩn"
    trained = _happened(record.trained_on)
    certified = _happened(record.trained_on, record.certified_on, until=until)
    # H8 "đạt trình độ khu vực và quốc tế"
    either_level = _happened(min(levels, default=None), until=until)
    both_levels = _happened(record.regional_on, record.international_on, until=until)
    for indicator, on, verified in (
        ("experts/trained", trained, to_standard),
        ("experts/certified", certified, to_standard),
        ("experts/either-level", either_level, record.verified),
        ("experts/both-levels", both_levels, record.verified),
    ):
        counted_on = WhyNot.RENEWAL if record.renewal else on
        yield Projected(indicator, record.person, counted_on, verified)


def _model(record: PilotModel) -> Iterator[Projected]:
    enterprise = head_office(record.enterprise)
    # H4, H10 "áp dụng đồng bộ": how many groups of solutions that takes is a question.
    for (solutions, *_), indicator in _MODELS.items():
        needed = _SOLUTIONS_NEEDED[solutions]
        is_known = record.solutions is not None or needed == 0
        on = _recognised(record, indicator, needed)
        yield Projected(indicator, enterprise, on, record.verified and is_known)


def _recognised(record: PilotModel, indicator: str, needed: int) -> date | WhyNot:
    if record.renewal:
        return WhyNot.RENEWAL
    if indicator not in _MODELS_OF[record.scope]:
        return WhyNot.OTHER_SCOPE
    if record.solutions is not None and len(record.solutions) < needed:
        return WhyNot.FEW_SOLUTIONS
    return record.recognised_on


def _body(record: AssessmentBody) -> Iterator[Projected]:
    # H5 "tổ chức đánh giá sự phù hợp đạt chuẩn mực", strengthened, for the city's key products
    on = _happened(record.strengthened_on, record.conforming_since, until=record.conforming_until)
    counted_on = WhyNot.OTHER_PRODUCTS if record.serves_key_products is False else on
    verified = record.verified and record.serves_key_products is True
    yield Projected("bodies", record.registration, counted_on, verified)
