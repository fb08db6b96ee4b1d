"""Each way of counting a class of records, told apart from the others."""

from datetime import date
from itertools import chain

import pytest

from examples_of_values import EXAMPLES
from nsc_program import (
    HANOI,
    AssessmentBody,
    Expert,
    Fact,
    PilotModel,
    ReportedFigure,
    Solution,
    Training,
)
from nsc_program.catalog import INDICATORS
from nsc_program.plan import NotMet, facts
from nsc_program.plan._counting import Counted
from nsc_program.plan._projection import counted
from nsc_program.records import RECORD_CLASSES, WhyNot
from nsc_program.records._records import AnyRecord

COUNTED_BY: dict[type[AnyRecord], list[str]] = {
    kind: [indicator.id for indicator in HANOI.counting(kind)] for kind in RECORD_CLASSES
}
_KINDS = [kind for kind in COUNTED_BY if kind is not Training]


def projected(record: AnyRecord) -> dict[str, Counted]:
    """Return a record in every way of counting, by the id of the indicator."""
    return {indicator.id: one for indicator in INDICATORS for one in counted(indicator, record)}


def why(one: Counted) -> date | WhyNot:
    """Return the day on which a record counts, or the reason why it does not."""
    return one.on.why if isinstance(one.on, NotMet) else one.on


_SOLUTIONS = tuple(Solution)


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_a_class_is_counted_by_the_indicators_of_its_records(kind: type[AnyRecord]) -> None:
    """A claim about the class closes these figures, and no others."""
    (record, _) = EXAMPLES[kind]
    assert isinstance(record, kind)
    assert list(COUNTED_BY[kind]) == list(projected(record))


def test_a_training_is_counted_by_people_and_participations() -> None:
    training = Training(id="t1", person="p1", on=date(2024, 5, 1))
    assert list(COUNTED_BY[Training]) == list(projected(training))


def test_every_way_of_counting_is_an_indicator() -> None:
    assert set(chain.from_iterable(COUNTED_BY.values())) <= {
        indicator.id for indicator in INDICATORS
    }


def test_facts_and_reports_are_not_counted_as_classes() -> None:
    assert {Fact, ReportedFigure}.isdisjoint(COUNTED_BY)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, {"recognised": True, "several": True, "all-four": True}),
        (1, {"recognised": True, "several": False, "all-four": False}),
        (2, {"recognised": True, "several": True, "all-four": False}),
        (3, {"recognised": True, "several": True, "all-four": False}),
        (4, {"recognised": True, "several": True, "all-four": True}),
    ],
)
def test_each_answer_needs_its_number_of_groups_of_solutions(
    given: int | None, expected: dict[str, bool]
) -> None:
    solutions = None if given is None else _SOLUTIONS[:given]
    model = PilotModel(
        id="m1", enterprise="SAMPLE-1", recognised_on=date(2024, 5, 1), solutions=solutions
    )

    found = {
        indicator
        for indicator, one in projected(model).items()
        if why(one) is not WhyNot.FEW_SOLUTIONS
    }

    names = {
        "recognised": "models/city",
        "several": "models/city/several",
        "all-four": "models/city/all-four",
    }
    assert expected == {answer: indicator in found for answer, indicator in names.items()}


def test_missing_solutions_are_verified_only_where_they_are_not_needed() -> None:
    model = PilotModel(
        id="m1", enterprise="SAMPLE-1", recognised_on=date(2024, 5, 1), solutions=None
    )
    found = {indicator: one.verified for indicator, one in projected(model).items()}

    names = ("models/city", "models/city/several", "models/city/all-four")
    assert [True, False, False] == [found[name] for name in names]


REASONS = """
    annulled renewal household cooperative other-level other-scope few-solutions other-products
    condition not-happened lapsed before after later unknown-part replaced unverified in-doubt
    impossible too-many rejected-row part-of-territory other-period nothing-new estimate
"""


def test_the_reasons_have_these_names() -> None:
    assert REASONS.split() == list(WhyNot)


_FIRST, _SECOND, _THIRD = date(2024, 5, 1), date(2024, 6, 1), date(2024, 7, 1)


def _on(record: AnyRecord, indicator: str) -> date | WhyNot:
    return why(projected(record)[indicator])


class TestConditions:
    """Two conditions are met on the later day, either of two levels on the earlier.

    A record that lapsed before that day does not count.
    """

    @pytest.mark.parametrize(
        ("indicator", "one", "other"),
        [
            ("experts/certified", "trained_on", "certified_on"),
            ("experts/both-levels", "regional_on", "international_on"),
        ],
    )
    def test_two_conditions_of_an_expert_are_met_on_the_later_day(
        self, indicator: str, one: str, other: str
    ) -> None:
        days = {one: _FIRST, other: _SECOND}

        def on(**changes: date | None) -> date | WhyNot:
            return _on(Expert(id="e1", person="p1", **{**days, **changes}), indicator)  # type: ignore[arg-type]

        assert [_SECOND, _SECOND] == [on(), on(**{one: _SECOND, other: _FIRST})]
        assert [WhyNot.NOT_HAPPENED] * 2 == [on(**{one: None}), on(**{other: None})]
        assert [_SECOND, WhyNot.LAPSED] == [
            on(expires_on=_SECOND),
            on(**{one: _SECOND, other: _FIRST}, expires_on=_FIRST),
        ]

    def test_either_level_of_an_expert_is_met_on_the_earlier_day(self) -> None:
        def on(
            regional: date | None, international: date | None, until: date | None = None
        ) -> date | WhyNot:
            expert = Expert(
                id="e1",
                person="p1",
                regional_on=regional,
                international_on=international,
                expires_on=until,
            )
            return _on(expert, "experts/either-level")

        assert [_FIRST] * 4 == [
            on(_FIRST, _SECOND),
            on(_SECOND, _FIRST),
            on(_FIRST, None),
            on(None, _FIRST),
        ]
        assert WhyNot.NOT_HAPPENED is on(None, None)
        assert [_SECOND, WhyNot.LAPSED] == [
            on(_SECOND, _THIRD, _SECOND),
            on(_SECOND, _THIRD, _FIRST),
        ]

    def test_the_conditions_of_a_body_are_met_on_the_later_day(self) -> None:
        def on(
            strengthened: date | None,
            conforming: date | None,
            until: date | None = None,
            *,
            serves: bool | None = True,
        ) -> date | WhyNot:
            body = AssessmentBody(
                id="b1",
                registration="SAMPLE-B1",
                strengthened_on=strengthened,
                conforming_since=conforming,
                conforming_until=until,
                serves_key_products=serves,
            )
            return _on(body, "bodies")

        assert [_SECOND, _SECOND] == [on(_FIRST, _SECOND), on(_SECOND, _FIRST)]
        assert [WhyNot.NOT_HAPPENED] * 2 == [on(None, _FIRST), on(_FIRST, None)]
        assert [_THIRD, WhyNot.LAPSED] == [on(_THIRD, _FIRST, _THIRD), on(_THIRD, _FIRST, _SECOND)]
        assert [_SECOND, WhyNot.OTHER_PRODUCTS] == [
            on(_FIRST, _SECOND, serves=each) for each in (None, False)
        ]


def test_a_headcount_verifies_participations_and_not_people() -> None:
    found = facts(HANOI, Training(id="t1", headcount=2, on=_FIRST))
    assert [
        ("t1  head 1", False),
        ("t1  head 2", False),
        ("t1  head 1", True),
        ("t1  head 2", True),
    ] == [(fact.key, fact.verified) for fact in found]
