"""Counting rules that do not fit their class are refused, each with its place and the reason."""

from typing import Any

import pytest

from each import for_each
from nsc_program import (
    HANOI,
    Expert,
    Indicator,
    InvalidType,
    InvalidValue,
    PilotModel,
    Range,
    ReportedFigure,
    Support,
    Text,
    Training,
    Unit,
)
from nsc_program.plan import (
    AllOf,
    Counting,
    Given,
    HasAtLeast,
    Includes,
    OneOf,
    Within,
)

DAY = AllOf("started_on")
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "a report": (
        {"of": ReportedFigure, "on": AllOf("issued")},
        "of: reports are not counted: a report states the value of its indicator itself",
    ),
    "an unknown key": (
        {"of": Support, "each": "enterprize", "on": DAY},
        "each: no field 'enterprize'; did you mean 'enterprise'",
    ),
    "a text as a key": (
        {"of": Expert, "each": "scheme", "on": AllOf("trained_on")},
        "each: the field does not hold keys, so two spellings would count as two things; ",
    ),
    "no day": ({"of": Support, "on": AllOf(())}, "on.fields: at least one day is needed"),
    "an unknown day": ({"of": Support, "on": AllOf("ended_on")}, "no field 'ended_on'"),
    "a key as a day": (
        {"of": Support, "on": AllOf("enterprise")},
        "on.fields.0.: the field does not hold a day",
    ),
    "the day of entry": (
        {"of": Support, "on": AllOf("recorded_on")},
        "on.fields.0.: the field does not hold a day",
    ),
    "a text as an end": (
        {"of": Expert, "on": AllOf("trained_on"), "until": "scheme"},
        "until: the field does not hold a day",
    ),
}
CONDITIONS: dict[str, tuple[type[Any], Any, str]] = {
    "an unknown field": (Support, OneOf("levle", "city"), "where.0..field: no field 'levle'"),
    "a field that every rule asks for": (
        Support,
        OneOf("verified", values=True),
        "where.0..field: every rule asks for this field in its own way",
    ),
    "an unknown value": (
        Support,
        OneOf("level", "cty"),
        "where.0.: expected one of 'city', 'ministry', 'nation', got 'cty'",
    ),
    "a text for a flag": (Expert, OneOf("renewal", "no"), "where.0.: expected a bool, got 'no'"),
    "no value": (Support, OneOf("level", ()), "where.0.: at least one value is needed"),
    "one value of several": (Support, OneOf("solutions", "standards"), "does not fit this field"),
    "several values of one": (Support, Includes("level", "city"), "does not fit this field"),
    "an unknown one of several": (
        Support,
        Includes("solutions", "standard"),
        "where.0.: expected one of 'standards'",
    ),
    "the number of one value": (Support, HasAtLeast("level", 1), "does not fit this field"),
    "more than there are": (
        PilotModel,
        HasAtLeast("solutions", 5),
        "where.0.: there are only 4 values",
    ),
    "a text within a range": (
        Support,
        Within("level", Range.at_least(1)),
        "does not fit this field",
    ),
    "a day that is recorded": (Support, Given("completed_on"), "does not fit this field"),
    "a value that is always recorded": (Support, Given("level"), "does not fit this field"),
}


@for_each(("fields", "message"), REFUSED.values(), ids=REFUSED)
def test_a_rule_that_does_not_fit_its_class_is_refused(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValue, match=message):
        Counting(**fields)


@for_each(("of", "condition", "message"), CONDITIONS.values(), ids=CONDITIONS)
def test_a_condition_that_does_not_fit_its_field_is_refused(
    of: type[Any], condition: object, message: str
) -> None:
    day = {Support: "started_on", PilotModel: "recognised_on"}.get(of, "trained_on")

    with pytest.raises(InvalidValue, match=message):
        Counting(of=of, on=AllOf(day), where=(condition,))  # type: ignore[arg-type]


def test_two_conditions_on_one_field_are_refused() -> None:
    with pytest.raises(InvalidValue, match="another OneOf asks for this field; join the two"):
        Counting(of=Support, on=DAY, where=(OneOf("level", "city"), OneOf("level", "nation")))


def test_all_faults_of_a_rule_are_told_at_once() -> None:
    with pytest.raises(InvalidValue) as refused:
        Counting(of=Support, each="name", on=AllOf("ended_on"), where=(Given("level"),))

    assert [("each",), ("on", "fields", 0), ("where", 0)] == [
        problem.path for problem in refused.value.problems
    ]


@pytest.mark.parametrize("value", [1, 2.5, None])
def test_a_value_of_another_type_is_refused(value: object) -> None:
    with pytest.raises(InvalidType, match="values: expected text, true or false"):
        OneOf("level", (value,))  # type: ignore[arg-type]


class TestIndicators:
    UNIT = Unit(id="thing", label=Text(vi="vật", en="things"))

    def indicator(self, **fields: Any) -> Indicator:  # noqa: ANN401
        return Indicator(id="i", unit=self.UNIT, label=self.UNIT.label, **fields)

    def test_a_state_is_not_counted(self) -> None:
        rule = Counting(of=Support, on=DAY)

        with pytest.raises(InvalidValue, match="counting: a state is reported and not counted"):
            self.indicator(counting=rule, accumulates=False)

    def test_records_add_up_and_things_do_not(self) -> None:
        records, things = (
            Counting(of=Support, on=DAY),
            Counting(of=Support, each="enterprise", on=DAY),
        )

        assert [True, False] == [self.indicator(counting=r).additive for r in (records, things)]
        with pytest.raises(InvalidValue, match="additive: additive is true if a rule counts"):
            self.indicator(counting=things, additive=True)

    def test_rules_of_other_things_are_not_united(self) -> None:
        supports = Counting(of=Support, each="enterprise", on=DAY)
        people = HANOI.indicator("trained/persons").counting
        records = Counting(of=Training, on=AllOf("on"))

        for other in (*people, records):
            with pytest.raises(InvalidValue, match="united by keys of the same things"):
                self.indicator(counting=(supports, other), additive=other is records)
