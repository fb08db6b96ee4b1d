"""Each way of counting a class of records, told apart from the others."""

from datetime import date

import pytest

from examples_of_values import EXAMPLES
from nsc_program import Fact, PilotModel, ReportedFigure, Solution, Training, WhyNot
from nsc_program.projection import COUNTED_BY, projected
from nsc_program.records import AnyRecord

_KINDS = [kind for kind in COUNTED_BY if kind is not Training]
_SOLUTIONS = tuple(Solution)


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_a_class_is_counted_by_what_its_records_are(kind: type[AnyRecord]) -> None:
    """A claim about the class closes these figures, and no others."""
    (record, _) = EXAMPLES[kind]
    assert isinstance(record, kind)
    assert list(COUNTED_BY[kind]) == [one.indicator for one in projected(record)]


def test_a_training_is_counted_by_people_and_participations() -> None:
    training = Training(id="t1", person="p1", on=date(2024, 5, 1))
    assert list(COUNTED_BY[Training]) == [one.indicator for one in projected(training)]


def test_a_fact_and_a_report_are_no_class_that_is_counted() -> None:
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
def test_how_many_groups_of_solutions_each_answer_takes(given: int | None, expected: dict[str, bool]) -> None:
    solutions = None if given is None else _SOLUTIONS[:given]
    model = PilotModel(id="m1", enterprise="SAMPLE-1", recognised_on=date(2024, 5, 1), solutions=solutions)

    counted = {one.indicator for one in projected(model) if one.on is not WhyNot.FEW_SOLUTIONS}

    names = {"recognised": "models/city", "several": "models/city/several", "all-four": "models/city/all-four"}
    assert expected == {answer: indicator in counted for answer, indicator in names.items()}


REASONS = """
    annulled renewal household cooperative other-level other-scope few-solutions other-products not-happened lapsed
    before after later replaced unverified unread clashing nothing-new
"""


def test_the_reasons_by_name() -> None:
    assert REASONS.split() == list(WhyNot)
