"""Records made from a rule: one that it counts, and versions that it never counts."""

from datetime import date
from fractions import Fraction
from typing import ClassVar, final

import pytest
from attrs import evolve, field, frozen
from hypothesis import given

from each import for_each
from nsc_program import HANOI, Phase, Range, Register, Support, Text, Training, tally
from nsc_program.plan import (
    AllOf,
    Condition,
    Counting,
    Given,
    HasAtLeast,
    Includes,
    OneOf,
    Within,
)
from nsc_program.records import Record, key_of
from nsc_program.testing.strategies import counting_rules, near_threshold, registers
from nsc_program.testing.strategies._witnesses import (
    asks_for_a_number,
    never_counted,
    witness,
)

_DAY = date(2024, 5, 1)


@final
@frozen(kw_only=True)
class Loan(Record):
    """Khoản vay: a class of records with fields of every type."""

    SUBJECT: ClassVar[str | None] = "borrower"

    borrower: str = field(metadata=key_of(Text(vi="doanh nghiệp", en="enterprise"), folds=True))
    lender: str | None = field(default=None, metadata=key_of(Text(vi="ngân hàng", en="bank")))
    on: date = field()
    amount: int = field()
    share: Fraction | None = field(default=None)
    first: bool = field()
    purposes: tuple[str, ...] | None = field(default=None)
    grades: tuple[int, ...] = field(default=())
    visits: tuple[date, ...] = field(default=())
    rate: complex | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        if self.amount > 1 and self.first:
            raise ValueError("a first loan is small")


CONDITIONS: dict[str, Condition] = {
    "a flag": OneOf("first", values=False),
    "a least number": Within("amount", Range.at_least(3)),
    "a greatest number": Within("amount", Range(None, Fraction(5, 2))),
    "any number": Within("amount", Range(None, None)),
    "a fraction": Within("share", Range(Fraction(1, 3), Fraction(1, 2), low_open=True)),
    "several texts": HasAtLeast("purposes", 2),
    "one text of several": Includes("purposes", "machines"),
    "a fraction that is recorded": Given("share"),
    "texts that are recorded": Given("purposes"),
}


@for_each("condition", CONDITIONS.values(), ids=CONDITIONS)
def test_a_record_of_any_field_is_made_to_be_counted(condition: Condition) -> None:
    small = OneOf("first", values=False)
    others = () if condition == small else (small,)
    rule = Counting(of=Loan, each="borrower", on=AllOf("on"), where=(condition, *others))

    record = witness(rule, "SAMPLE-1", "r1", _DAY)

    assert (_DAY, "SAMPLE-1", True, 0) == tuple(rule.counted(record))
    first, *others_never = never_counted(evolve(rule, where=(condition,)), record)
    assert not isinstance(rule.counted(first).on, date) or first == record
    assert record in (first, *others_never)


@pytest.mark.parametrize(
    "condition",
    [Given("spending_year"), Within("spending_year", Range(2022, 2024))],
    ids=["given", "within"],
)
def test_a_record_of_a_year_is_made_to_be_counted(condition: Condition) -> None:
    rule = Counting(of=Support, each="enterprise", on=AllOf("completed_on"), where=(condition,))

    record = witness(rule, "0100000001", "r1", _DAY)

    assert (_DAY, "0100000001", True, 0) == tuple(rule.counted(record))


@given(counting_rules().filter(lambda rule: not asks_for_a_number(rule)))
def test_a_record_is_made_for_every_rule_of_the_library(rule: Counting) -> None:
    """A rule that asks for a headcount is left out: one record would be many things."""
    counted = rule.counted(witness(rule, "0100000001", "r1", _DAY))
    assert (_DAY, True, 0) == (counted.on, counted.verified, counted.unnamed)


def test_a_target_on_large_trainings_is_turned_by_facts() -> None:
    rule = Counting(of=Training, on=AllOf("on"), where=(Within("headcount", Range.at_least(30)),))
    indicator = evolve(HANOI.indicator("trained/participations"), id="large", counting=rule)
    target = evolve(
        HANOI.target("2021-2025/models"), id="2021-2025/large", indicator="large", part_of=None
    )
    plan = evolve(
        HANOI,
        id="large",
        indicators=(indicator,),
        questions=(),
        phases=(Phase.of_years(2021, 2025, (target,)),),
        objectives=(),
    )

    @given(near_threshold(plan, target.id))
    def turned(near: object) -> None:
        register = getattr(near, "register")  # noqa: B009
        figures = tally(plan, register, as_of=date(2030, 12, 31))
        count = figures.figure(indicator, plan.phases[0].period).range.low
        assert getattr(near, "count") == count  # noqa: B009

    turned()


@given(registers(kinds=[Loan]))
def test_records_with_fields_of_any_type_are_drawn(register: Register) -> None:
    """Where the class refuses a combination of values, the record has the simplest ones."""
    assert {Loan} >= {type(record) for record in register.records}
