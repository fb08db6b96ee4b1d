"""Build records from the values of drawn fields, in which two days may be in either order."""

from datetime import date
from typing import Any

from nsc_program.records._records import AssessmentBody, Expert, Fact, PilotModel, Support, Training


def support(day_one: date, day_two: date, *, completed: bool, **rest: Any) -> Support:
    """Build a support that starts on the earlier day."""
    started, ended = sorted((day_one, day_two))
    return Support(started_on=started, completed_on=ended if completed else None, **rest)


def training(person: str, headcount: int | None, **rest: Any) -> Training:
    """Build a training, of a headcount or else of a person."""
    return Training(person=None if headcount else person, headcount=headcount, **rest)


def expert(day_one: date, day_two: date, *, certified: bool, expires: bool, **rest: Any) -> Expert:
    """Build an expert whose certificate is issued on the earlier day."""
    issued, lapsed = sorted((day_one, day_two))
    return Expert(
        certified_on=issued if certified else None, expires_on=lapsed if expires else None, **rest
    )


def pilot_model(day_one: date, day_two: date, *, withdrawn: bool, **rest: Any) -> PilotModel:
    """Build a pilot model that is recognised on the earlier day."""
    recognised, ended = sorted((day_one, day_two))
    return PilotModel(recognised_on=recognised, withdrawn_on=ended if withdrawn else None, **rest)


def assessment_body(
    day_one: date, day_two: date, *, conforms: bool, lapses: bool, **rest: Any
) -> AssessmentBody:
    """Build an assessment body that conforms since the earlier day."""
    since, until = sorted((day_one, day_two))
    return AssessmentBody(
        conforming_since=since if conforms else None,
        conforming_until=until if lapses else None,
        **rest,
    )


def fact(indicator: str, key: str, on: date, *, verified: bool, **_: object) -> Fact:
    """Build a fact, which has neither an id nor a day of entry."""
    return Fact(indicator, key, on, verified)
