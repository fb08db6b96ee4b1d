"""Which facts a record stands for, in every way of counting side by side: the one place that knows.

A two-condition record (a body strengthened *and* up to the norm) happens once, on the later date, if it has not
lapsed by then. What happened stays happened: expiry and withdrawal never lower a count.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_never

from nsc_program._validators import head_office
from nsc_program.indicators import (
    COOPERATIVES,
    DISSEMINATION_EVENTS,
    NATIONAL_MODELS,
    SOLUTIONS,
    SUPPORT_EVENT,
    SUPPORT_LEVEL,
    ways,
)
from nsc_program.records import (
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

_SUPPORTED = ways("supported", SUPPORT_EVENT, SUPPORT_LEVEL, COOPERATIVES)
_CITY_MODELS = ways("models/city", SOLUTIONS, NATIONAL_MODELS)
_NATIONAL_MODELS = ways("models/nation", SOLUTIONS)
# A national model is one for the city where that is the reading.
_MODELS = {
    Scope.CITY: _CITY_MODELS,
    Scope.NATION: _NATIONAL_MODELS | {answers: id_ for answers, id_ in _CITY_MODELS.items() if answers[1] == "yes"},
}
_SOLUTIONS_NEEDED = {"recognised": 0, "several": 2, "all-four": len(Solution)}

COUNTED_BY: Mapping[type[AnyRecord], tuple[str, ...]] = {
    Enterprise: (),
    Support: tuple(_SUPPORTED.values()),
    Training: ("trained/persons", "trained/participations"),
    Expert: ("experts/trained", "experts/certified", "experts/either-level", "experts/both-levels"),
    PilotModel: (*_CITY_MODELS.values(), *_NATIONAL_MODELS.values()),
    AssessmentBody: ("bodies",),
    Dissemination: (DISSEMINATION_EVENTS.id,),
}
"""The classes that a claim of completeness can be about, and the indicators each is counted by."""


def facts(record: AnyRecord) -> Iterator[Fact]:
    """The facts that a record stands for; none if it is annulled or renews an earlier one.

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
    match record:
        case Fact():
            yield record
        case _ if record.annulled:
            return
        case Support():
            yield from _support(record)
        case Training():
            yield from _training(record)
        case Expert():
            yield from _expert(record)
        case PilotModel():
            yield from _model(record)
        case AssessmentBody():
            yield from _body(record)
        case Dissemination():
            yield Fact(DISSEMINATION_EVENTS.id, record.id, record.on, record.verified)
        case Enterprise() | ReportedFigure():
            return
        case _:  # pragma: no cover
            assert_never(record)


def _happened(*conditions: date | None, until: date | None = None) -> date | None:
    """When the last of several conditions was met; `None` if one was not, or they had lapsed by then."""
    met = [day for day in conditions if day is not None]
    if len(met) < len(conditions) or (until is not None and max(met) > until):
        return None
    return max(met)


def _support(record: Support) -> Iterator[Fact]:
    # H3 "khoảng 1.500 doanh nghiệp": a household is no enterprise under any reading.
    if record.kind is EnterpriseKind.HOUSEHOLD:
        return
    enterprise = head_office(record.enterprise)
    for (event, level, cooperatives), indicator in _SUPPORTED.items():
        on = record.completed_on if event == "completion" else record.started_on
        if on is None or (level == "city" and record.level is not Level.CITY):
            continue
        if cooperatives == "yes" or record.kind is EnterpriseKind.ENTERPRISE:
            yield Fact(indicator, enterprise, on, record.verified)


def _training(record: Training) -> Iterator[Fact]:
    # H1: A counts "cán bộ, công chức, viên chức", B and C count "lượt".
    if record.person is not None:
        yield Fact("trained/persons", record.person, record.on, record.verified)
        yield Fact("trained/participations", record.id, record.on, record.verified)
        return
    for number in range(1, (record.headcount or 0) + 1):
        # Two spaces stand in no key of a record, so nobody else has these keys.
        somebody = f"{record.id}  head {number}"
        yield Fact("trained/persons", somebody, record.on, verified=False)
        yield Fact("trained/participations", somebody, record.on, record.verified)


def _expert(record: Expert) -> Iterator[Fact]:
    if record.renewal:
        return
    levels = [day for day in (record.regional_on, record.international_on) if day is not None]
    to_standard = record.verified and record.standard is not None
    for indicator, on, verified in (
        # H2 "chuyên gia … đạt tiêu chuẩn"; H7 "đào tạo, chứng nhận đạt tiêu chuẩn"
        ("experts/trained", record.trained_on, to_standard),
        ("experts/certified", _happened(record.trained_on, record.certified_on, until=record.expires_on), to_standard),
        # H8 "đạt trình độ khu vực và quốc tế"
        ("experts/either-level", _happened(min(levels, default=None), until=record.expires_on), record.verified),
        (
            "experts/both-levels",
            _happened(record.regional_on, record.international_on, until=record.expires_on),
            record.verified,
        ),
    ):
        if on is not None:
            yield Fact(indicator, record.person, on, verified)


def _model(record: PilotModel) -> Iterator[Fact]:
    if record.renewal:
        return
    enterprise = head_office(record.enterprise)
    # H4, H10 "áp dụng đồng bộ": whether that takes several groups of solutions is a question.
    for answers, indicator in _MODELS[record.scope].items():
        needed = _SOLUTIONS_NEEDED[answers[0]]
        if record.solutions is None:
            yield Fact(indicator, enterprise, record.recognised_on, record.verified and needed == 0)
        elif len(record.solutions) >= needed:
            yield Fact(indicator, enterprise, record.recognised_on, record.verified)


def _body(record: AssessmentBody) -> Iterator[Fact]:
    # H5 "tổ chức đánh giá sự phù hợp đạt chuẩn mực", strengthened, for the city's key products
    on = _happened(record.strengthened_on, record.conforming_since, until=record.conforming_until)
    if on is not None and record.serves_key_products is not False:
        yield Fact("bodies", record.registration, on, record.verified and record.serves_key_products is True)
