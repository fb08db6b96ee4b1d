"""Counts by rules: every rule over every class gives what a count without shortcuts gives."""

import inspect
import re
from collections.abc import Iterable, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_up_plans import PHASES, counted_by, plan, plan_by
from nsc_program import (
    HANOI,
    Completeness,
    Expert,
    Fact,
    Indicator,
    Period,
    Range,
    Register,
    Solution,
    Support,
    Training,
    tally,
)
from nsc_program.figures import (
    _complete_periods,
    _counts,
    _joining,
    _table_columns,
    _table_counts,
    _table_faults,
    _table_rules,
    _tally,
    tables,
)
from nsc_program.plan import (
    AllOf,
    Counting,
    FirstOf,
    Includes,
    OneOf,
    Within,
    _conditions,
    _counting,
    _projection,
)
from nsc_program.records import RECORD_CLASSES, AnyRecord
from nsc_program.testing import strategies as nsc

_DAY = date(2024, 5, 1)


def claimed(records: Iterable[AnyRecord]) -> Register:
    """Return a register that is complete for every class of records."""
    claims = [Completeness(kind, Period.until(date(2035, 12, 31))) for kind in RECORD_CLASSES]
    return Register(records, claims)


def counts(indicator: Indicator, *records: AnyRecord) -> Range:
    """Return the figure of an indicator over the first phase, in a complete register."""
    program = plan(indicator)
    figures = tally(program, claimed(records), as_of=date(2035, 12, 31))
    return figures.figure(indicator, PHASES[0].period).range


# --- the law ---


def least_and_most(
    indicator: Indicator, records: Sequence[AnyRecord], period: Period, as_of: date
) -> tuple[int, int]:
    """Count without shortcuts: every rule, record by record."""
    sure: set[object] = set()
    every: set[object] = set()
    crowds: dict[tuple[type, str], tuple[int, bool]] = {}
    for record in records:
        for rule in indicator.counting:
            if type(record) is not rule.of:
                continue
            on, key, verified, unnamed = rule.counted(record)
            if not isinstance(on, date) or on not in period or on > as_of:
                continue
            if unnamed:
                before = crowds.get((rule.of, key), (0, False))
                crowds[rule.of, key] = unnamed, verified or before[1]
            else:
                every.add(key)
                sure |= {key} if verified else set()
    certain = [size for size, verified in crowds.values() if verified]
    least = len(sure) + sum(certain) if indicator.additive else max([len(sure), *certain])
    return least, len(every) + sum(size for size, _ in crowds.values())


@pytest.mark.parametrize(("verified", "least"), [(True, 30), (False, 0)])
def test_the_count_without_shortcuts_knows_headcounts(*, verified: bool, least: int) -> None:
    people = counted_by(Counting(of=Training, each="person", on=AllOf("on")))
    course = Training(id="t1", headcount=30, on=_DAY, verified=verified)

    assert (least, 30) == least_and_most(people, [course], PHASES[0].period, date(2035, 12, 31))


@pytest.mark.property
@given(st.data(), st.lists(nsc.counting_rules(), min_size=1, max_size=4), st.booleans())
def test_counts_are_those_of_a_count_without_shortcuts(
    data: st.DataObject, rules: list[Counting], united: bool
) -> None:
    """Rules that look at one field share their keys; several rules of one indicator unite them."""
    program = plan_by(rules, united=united)
    kinds = {rule.of for rule in rules}
    register = data.draw(nsc.registers(program, kinds=[*kinds]), "register")
    as_of = data.draw(nsc.days(program), "as_of")
    records = register.current
    register = claimed(records)

    figures = tally(program, register, as_of=as_of)

    for indicator in program.indicators:
        for period in program.periods:
            least, most = least_and_most(indicator, records, period, as_of)
            possible = figures.figure(indicator, period).range
            begun = period.first <= as_of
            ends_later = period.end > as_of
            expected = Range(least, None if ends_later else most) if begun else indicator.domain
            assert expected == possible, (indicator.id, period)


# --- rules that the library's own plans do not have ---


def support(number: int, **fields: object) -> Support:
    head = {"id": f"s{number}", "enterprise": f"SAMPLE-{number}", "started_on": _DAY}
    return Support(**{**head, "completed_on": _DAY, **fields})  # type: ignore[arg-type]


class TestConditions:
    def test_supports_with_one_group_of_solutions_are_counted_by_it(self) -> None:
        """A support whose solutions are not recorded may have applied the group."""
        rule = Counting(
            of=Support,
            each="enterprise",
            on=AllOf("completed_on"),
            where=(Includes("solutions", "management-systems"),),
        )
        supports = (
            support(1, solutions=(Solution.MANAGEMENT_SYSTEMS, Solution.STANDARDS)),
            support(2, solutions=(Solution.STANDARDS,)),
            support(3),
        )

        assert Range(1, 2) == counts(counted_by(rule), *supports)

    def test_a_text_is_one_of_several(self) -> None:
        rule = Counting(of=Support, on=AllOf("started_on"), where=(OneOf("locality", "W1"),))

        found = counts(
            counted_by(rule), support(1, locality="W1"), support(2, locality="W2"), support(3)
        )

        assert Range(1, 2) == found

    @pytest.mark.parametrize(("headcount", "expected"), [(29, 0), (30, 30), (31, 31)])
    def test_a_number_lies_within_a_range(self, headcount: int, expected: int) -> None:
        rule = Counting(
            of=Training, on=AllOf("on"), where=(Within("headcount", Range.at_least(30)),)
        )

        found = counts(counted_by(rule), Training(id="t", headcount=headcount, on=_DAY))

        assert Range.exactly(expected) == found

    def test_a_record_is_counted_on_the_first_of_several_days(self) -> None:
        """It began before the phase, so it is counted there and not in the phase."""
        first = counted_by(Counting(of=Support, on=FirstOf(("started_on", "completed_on"))))
        last = counted_by(Counting(of=Support, on=AllOf(("started_on", "completed_on"))))
        long = support(1, started_on=date(2020, 6, 1))

        assert [Range.exactly(0), Range.exactly(1)] == [counts(first, long), counts(last, long)]


class TestKeys:
    LOCALITIES = counted_by(Counting(of=Training, each="locality", on=AllOf("on")))

    def test_localities_are_counted_once_each(self) -> None:
        trainings = [
            Training(id=f"t{place}", headcount=400, on=_DAY, locality=locality)
            for place, locality in enumerate(["W1", "W2", "W1"])
        ]

        assert Range.exactly(2) == counts(self.LOCALITIES, *trainings)

    def test_an_unknown_locality_is_one_locality_however_many_people_came(self) -> None:
        named = Training(id="t1", headcount=400, on=_DAY, locality="W1")
        other = Training(id="t2", headcount=400, on=_DAY)

        assert Range(1, 2) == counts(self.LOCALITIES, named, other)

    def test_enterprises_of_two_classes_are_united(self) -> None:
        models = HANOI.indicator("models/nation").counting
        supports = HANOI.indicator("supported").counting
        both = counted_by(*supports, *models)
        register = claimed([support(1, enterprise="0100000001-001"), support(2)])

        figures = tally(plan(both), register, as_of=date(2035, 12, 31))

        assert Range.exactly(2) == figures.figure(both, PHASES[0].period).range

    def test_two_classes_are_complete_where_both_are(self) -> None:
        both = counted_by(
            *HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting
        )
        claims = [Completeness(Support, Period.until(date(2035, 12, 31)))]
        some = Register([support(1)], claims)
        every = Register(
            [support(1)], [*claims, Completeness("PilotModel", Period.until(date(2025, 12, 31)))]
        )

        possible = [
            tally(plan(both), register, as_of=date(2035, 12, 31))
            .figure(both, PHASES[0].period)
            .range
            for register in (some, every)
        ]

        assert [Range.at_least(1), Range.exactly(1)] == possible


class TestHeadcounts:
    PEOPLE = HANOI.indicator("trained/persons")

    def test_the_people_of_one_training_are_different(self) -> None:
        assert Range.exactly(40) == counts(self.PEOPLE, Training(id="t", headcount=40, on=_DAY))

    def test_the_people_of_two_trainings_may_be_the_same(self) -> None:
        trainings = [Training(id=f"t{many}", headcount=many, on=_DAY) for many in (40, 25)]

        assert Range(40, 65) == counts(self.PEOPLE, *trainings)

    def test_a_headcount_that_is_not_verified_raises_the_high_end_only(self) -> None:
        training = Training(id="t", headcount=40, on=_DAY, verified=False)

        assert Range(0, 40) == counts(self.PEOPLE, training)

    def test_people_with_keys_may_be_among_the_people_of_a_headcount(self) -> None:
        people = [Training(id=f"p{place}", person=f"P{place}", on=_DAY) for place in range(3)]

        assert Range(5, 8) == counts(self.PEOPLE, Training(id="t", headcount=5, on=_DAY), *people)

    def test_more_people_with_keys_than_heads_are_the_low_end(self) -> None:
        people = [Training(id=f"p{place}", person=f"P{place}", on=_DAY) for place in range(3)]

        assert Range(3, 5) == counts(self.PEOPLE, Training(id="t", headcount=2, on=_DAY), *people)

    def test_a_fact_that_names_a_person_of_a_headcount_counts_no_person_twice(self) -> None:
        training = Training(id="t", headcount=2, on=_DAY)

        found = counts(self.PEOPLE, training, Fact("trained/persons", "t  head 1", _DAY))

        assert Range.exactly(2) == found


def test_no_class_is_counted_by_name_in_the_engine() -> None:
    """Counting branches on rules: the modules that count do not name a class of records."""
    names = {kind.__name__ for kind in RECORD_CLASSES}
    of_tables = (_table_columns, _table_counts, _table_faults, _table_rules, tables)
    of_plans = (_conditions, _counting, _projection)
    modules = (_complete_periods, _counts, _joining, _tally, *of_tables, *of_plans)
    source = {module.__name__: inspect.getsource(module) for module in modules}
    code = {name: re.sub(r'""".*?"""', "", text, flags=re.DOTALL) for name, text in source.items()}
    found = {
        (name, word)
        for name, text in code.items()
        for word in names
        if re.search(rf"\b{word}\b", text)
    }

    assert set() == found


def test_indicators_that_a_third_one_links_are_counted_together() -> None:
    trained = Counting(of=Training, each="person", on=AllOf("on"))
    certified = Counting(of=Expert, each="person", on=AllOf("certified_on"))
    supported = Counting(of=Support, each="enterprise", on=AllOf("started_on"))
    rules = {"a": [trained], "b": [supported], "c": [certified], "d": [certified, trained]}
    indicators = [counted_by(*each, name=name) for name, each in rules.items()]

    groups = _counts.sharing_keys(indicators)

    assert [["a", "c", "d"], ["b"]] == sorted(sorted(each.id for each in group) for group in groups)
