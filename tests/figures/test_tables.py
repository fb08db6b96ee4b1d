"""Figures from tables are those of the records that the rows stand for."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsc_program import HANOI, Program, Register, tally
from nsc_program.figures.tables import tally_tables
from nsc_program.plan import Counting
from nsc_program.records import RECORD_CLASSES, Enterprise, Record
from nsc_program.testing import strategies as nsc
from tabled import ENGINES, apart
from test_counting_rules import counted_by, plan


def counts_alike(
    program: Program, register: Register, as_of: date, engines: Collection[str]
) -> None:
    kinds = {rule.of for indicator in program.indicators for rule in indicator.counting}
    names = [indicator.id for indicator in program.indicators if indicator.counting]
    tables, rest, whole = apart(register, kinds, names)
    expected = tally(program, whole, as_of=as_of)
    for engine in engines:
        given = {kind: ENGINES[engine](table) for kind, table in tables.items()}
        assert expected == tally_tables(program, given, rest, as_of=as_of), engine


@pytest.mark.property
@given(st.data())
def test_the_plan_of_hanoi_is_counted_alike(data: st.DataObject) -> None:
    register = data.draw(nsc.registers(HANOI), "register")
    counts_alike(HANOI, register, data.draw(nsc.days(HANOI), "as_of"), ["polars", "lazy", "duckdb"])


@pytest.mark.property
@given(st.data(), st.lists(nsc.counting_rules(), min_size=1, max_size=4), st.booleans())
def test_every_rule_is_counted_alike(
    data: st.DataObject, rules: list[Counting], united: bool
) -> None:
    own = [counted_by(rule, name=f"made-up/{place}") for place, rule in enumerate(rules)]
    alike = [rule for rule in rules if rule.key.thing and rule.key.thing == rules[0].key.thing]
    both = [counted_by(*alike)] if united and alike else []
    program = plan(*own, *both)
    kinds = {rule.of for rule in rules}
    register = data.draw(nsc.registers(program, kinds=[*kinds]), "register")
    as_of = data.draw(nsc.days(program), "as_of")
    counts_alike(program, register, as_of, ["polars", "lazy", "duckdb"])
