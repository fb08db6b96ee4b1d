"""Figures from tables are those of the records that the rows stand for."""

import os
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up_plans import counted_by, plan, plan_by
from nsc_program import (
    HANOI,
    Completeness,
    Dissemination,
    PilotModel,
    Program,
    Range,
    Register,
    RejectedRow,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
    tally,
)
from nsc_program.errors import RegisterConflict
from nsc_program.figures.tables import tally_tables
from nsc_program.plan import AllOf, Counting, Within
from nsc_program.records import EnterpriseKind, Level, Record
from nsc_program.serialization import digest_of, from_json
from nsc_program.testing import strategies as nsc
from tabled import AS_OF, DAY, ENGINES, EVERY, PEOPLE, SUPPORTED, apart, counted, support, table

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "made-up-register.json"
LARGE = int(os.environ.get("NSC_LARGE", "140000"))
EAGER_OR_LAZY = st.sampled_from(["polars", "lazy"])
# An example of a whole plan takes a third of a second, most of it to build and bind the queries.
FEWER = max(1, settings().max_examples // 3)


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
@settings(max_examples=FEWER)
@given(st.data(), EAGER_OR_LAZY)
def test_the_plan_of_hanoi_is_counted_alike(data: st.DataObject, polars: str) -> None:
    register = data.draw(nsc.registers(HANOI), "register")
    counts_alike(HANOI, register, data.draw(nsc.days(HANOI), "as_of"), (polars, "duckdb"))


@pytest.mark.property
@given(
    st.data(),
    st.lists(nsc.counting_rules(), min_size=1, max_size=4),
    st.booleans(),
    EAGER_OR_LAZY,
)
def test_every_rule_is_counted_alike(
    data: st.DataObject, rules: list[Counting], united: bool, polars: str
) -> None:
    program = plan_by(rules, united=united)
    kinds = {rule.of for rule in rules}
    register = data.draw(nsc.registers(program, kinds=[*kinds]), "register")
    as_of = data.draw(nsc.days(program), "as_of")
    counts_alike(program, register, as_of, (polars, "duckdb"))


# --- large tables ---


def _support(number: int) -> Support:
    """Return a made-up support; every tenth is a later version of the one before."""
    day = date(2019, 1, 1) + timedelta(days=number * 37 % 4_000)
    is_later = number % 10 == 9
    return Support(
        id=f"s{number - is_later}",
        enterprise=f"{number * 7_919 % 30_000:010}" + ("-001" if number % 13 == 0 else ""),
        kind=[*EnterpriseKind][number % 7 % 3],
        started_on=day,
        completed_on=day + timedelta(days=60) if number % 4 else None,
        level=[*Level][number % 2],
        solutions=[None, (), (Solution.STANDARDS,), tuple(Solution)][number % 4],
        recorded_on=date(2030, 1, 1) if is_later else [None, date(2029, 1, 1)][number % 2],
        annulled=number % 97 == 0,
        verified=number % 5 > 0,
    )


def _training(number: int) -> Training:
    """Return a made-up training of a person or, every third, of several people."""
    whom: dict[str, Any] = (
        {"headcount": number % 50 + 1} if number % 3 == 0 else {"person": f"P{number % 20_000}"}
    )
    day = date(2019, 1, 1) + timedelta(days=number * 37 % 4_000)
    return Training(id=f"t{number}", on=day, verified=number % 5 > 0, **whom)


@pytest.mark.property
def test_every_engine_counts_a_large_table_alike() -> None:
    """One engine is right at 20,000 rows and wrong at 60,000, if it is asked in another form."""
    rows = range(LARGE // 2)
    doubted = RejectedRow(what="Support", id="s4", recorded_on=date(2031, 1, 1))
    unknown = RejectedRow(what="Training", id="x", recorded_on=date(2031, 1, 1), identified=False)
    register = Register(
        [*map(_support, rows), *map(_training, rows)],
        [Completeness(kind, EVERY) for kind in (Support, Training)],
        [doubted, unknown],
    )
    program = evolve(HANOI, id="made-up")
    kinds = {Support, Training}
    tables, rest, whole = apart(register, kinds, [])
    expected = tally(program, whole, as_of=AS_OF)

    for engine, made in ENGINES.items():
        given = {kind: made(table) for kind, table in tables.items()}
        assert expected == tally_tables(program, given, rest, as_of=AS_OF), engine


def test_the_made_up_register_has_one_digest_on_every_engine() -> None:
    register = from_json(SAMPLE.read_text(encoding="utf-8"), Register)
    kinds = {type(record) for record in register.records if isinstance(record, Record)}
    in_tables = kinds - {Dissemination, ReportedFigure}  # there are plain facts about events
    tables, rest, whole = apart(register, in_tables, [])
    expected = digest_of(HANOI, tally(HANOI, whole, as_of=AS_OF))
    for engine, made in ENGINES.items():
        given = {kind: made(table) for kind, table in tables.items()}
        figures = tally_tables(HANOI, given, rest, as_of=AS_OF)
        assert expected == digest_of(HANOI, figures), engine


# --- versions ---


ENTERED: Sequence[Sequence[int | None]] = (
    (0, 0, 1),
    (0, 1, 1),
    (None, None, 0),
    (1, 1),
    (None, None),
)
"""The days on which the versions of a record were entered, counted from the first."""


def entered(days: Sequence[int | None]) -> list[date | None]:
    """Return the days on which versions were entered."""
    return [None if day is None else DAY + timedelta(days=day) for day in days]


class TestVersions:
    def test_a_later_version_replaces_an_earlier_one(self) -> None:
        later = support(1, completed_on=None, recorded_on=DAY)

        assert [Range.exactly(1)] == counted(SUPPORTED, table(support(1), support(2), later))

    def test_equal_rows_are_one_version(self) -> None:
        one = Training(id="t", headcount=5, on=DAY)

        assert [Range.exactly(5)] * 2 == counted(PEOPLE, table(one, one), of=(Training,))

    def test_equal_versions_are_one_whenever_they_were_entered(self) -> None:
        """Each record has its own digit of the number, so that no two mistakes cancel out.

        The people of two trainings may be the same.
        """
        rows = [
            Training(id=f"t{at}", headcount=10**at, on=DAY, recorded_on=day)
            for at, days in enumerate(ENTERED)
            for day in entered(days)
        ]

        expected = [Range(10_000, 11_111), Range.exactly(11_111)]
        assert expected == counted(PEOPLE, table(*rows), of=(Training,))

    @pytest.mark.parametrize("days", ENTERED)
    def test_versions_that_differ_are_refused_whenever_they_were_entered(
        self, days: Sequence[int | None]
    ) -> None:
        rows = (
            Training(id="t", headcount=5 + at, on=DAY, recorded_on=day)
            for at, day in enumerate(entered(days))
        )
        with pytest.raises(RegisterConflict):
            counted(PEOPLE, table(*rows), of=(Training,))

    @pytest.mark.parametrize("engine", ENGINES)
    def test_two_versions_of_one_day_that_differ_are_refused(self, engine: str) -> None:
        rows = table(support(1), support(2), support(2, verified=False))
        with pytest.raises(RegisterConflict) as refused:
            tally_tables(SUPPORTED, {Support: ENGINES[engine](rows)}, as_of=AS_OF)

        assert RegisterConflict(("Support", "s2", None)) == refused.value

    def test_a_rejected_row_makes_its_record_doubtful_until_a_later_row_settles_it(self) -> None:
        rejected = [
            RejectedRow(what="Support", id="s1", recorded_on=DAY),
            RejectedRow(what="Support", id="s2", recorded_on=DAY),
        ]
        settled = support(2, recorded_on=DAY + timedelta(days=1))
        rows = table(support(1), support(2), settled)

        assert [Range(1, 3)] == counted(SUPPORTED, rows, register=Register((), (), rejected))

    def test_a_row_of_an_unknown_record_may_withdraw_the_largest_headcount(self) -> None:
        row = RejectedRow(what="Training", id="x", recorded_on=DAY, identified=False)
        trainings = [
            Training(id="t1", headcount=5, on=DAY),
            Training(id="t2", headcount=9, on=DAY, recorded_on=DAY),
        ]

        found = counted(PEOPLE, table(*trainings), register=Register((), (), [row]), of=(Training,))

        assert [Range(4, 15), Range(9, 15)] == found

    def test_a_row_of_an_unknown_record_may_withdraw_one_support(self) -> None:
        row = RejectedRow(what="Support", id="x", recorded_on=DAY, identified=False)
        rows = table(support(1), support(2))

        assert [Range(1, 3)] == counted(SUPPORTED, rows, register=Register((), (), [row]))


class TestRules:
    def test_the_enterprises_of_two_tables_are_united(self) -> None:
        rules = [*HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting]
        both = plan(counted_by(*rules))
        model = PilotModel(id="m", enterprise="SAMPLE-2", recognised_on=DAY, scope=Scope.NATION)
        rows = table(support(1), support(2)), table(model)

        assert [Range.exactly(2)] == counted(both, *rows, of=(Support, PilotModel))

    @pytest.mark.parametrize(
        ("condition", "expected"),
        [
            (Within("headcount", Range(Range.exactly(3).low, None)), Range.exactly(12)),
            (Within("headcount", Range.at_most(3)), Range.exactly(3)),
            (Within("headcount", Range.above(10**20)), Range.exactly(0)),
            (Within("headcount", Range(Fraction(1, 3), Fraction(2, 3))), Range.exactly(0)),
            (Within("headcount", Range.at_most(10**20)), Range.exactly(12)),
        ],
    )
    def test_numbers_lie_within_ranges(self, condition: Within, expected: Range) -> None:
        program = plan(counted_by(Counting(of=Training, on=AllOf("on"), where=(condition,))))
        rows = table(*(Training(id=f"t{size}", headcount=size, on=DAY) for size in (3, 9)))

        assert [expected] == counted(program, rows, of=(Training,))

    def test_an_indicator_beside_one_of_two_tables_counts_its_own_table(self) -> None:
        rules = [*HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting]
        program = plan(counted_by(*rules), *SUPPORTED.indicators)
        model = PilotModel(id="m", enterprise="SAMPLE-2", recognised_on=DAY, scope=Scope.NATION)

        found = counted(program, table(support(1)), table(model), of=(Support, PilotModel))

        assert [Range.exactly(2), Range.exactly(1)] == found

    def test_a_record_whose_validity_had_ended_is_not_counted(self) -> None:
        rule = Counting(of=Support, each="locality", on=AllOf("completed_on"), until="started_on")
        later = support(2, completed_on=DAY + timedelta(days=1), locality="W2")
        rows = table(support(1, locality="W1"), later, support(3))

        assert [Range(1, 2)] == counted(plan(counted_by(rule)), rows)

    def test_an_unknown_kind_may_count(self) -> None:
        rows = table(support(1), support(2)).with_columns(kind=pl.lit(None, pl.String))

        assert [Range(0, 2)] == counted(SUPPORTED, rows)

    def test_words_may_come_as_categories(self) -> None:
        kinds = pl.Enum([kind.value for kind in EnterpriseKind])
        rows = table(support(1), support(2)).with_columns(pl.col("kind").cast(kinds))

        assert [Range.exactly(2)] == counted(SUPPORTED, rows)

    def test_a_frame_of_pandas_may_hold_python_values(self) -> None:
        rows = table(support(1, recorded_on=DAY), support(2, completed_on=None))
        given = {Support: pd.DataFrame(rows.to_dicts())}

        figures = tally_tables(SUPPORTED, given, as_of=AS_OF)

        assert tally_tables(SUPPORTED, {Support: rows}, as_of=AS_OF) == figures

    def test_other_classes_are_counted_in_the_register(self) -> None:
        register = Register([Training(id="t", person="P1", on=DAY)])
        program = plan(*SUPPORTED.indicators, HANOI.indicator("trained/persons"))

        found = counted(program, table(support(1)), register=register)

        assert [Range.exactly(1)] * 2 == found

    def test_a_class_that_no_rule_counts_is_not_looked_at(self) -> None:
        assert [Range.exactly(0)] * 2 == counted(PEOPLE, pl.DataFrame({"id": [1]}))

    def test_a_plan_that_has_not_begun_counts_nothing(self) -> None:
        given = {Support: table(support(1))}

        figures = tally_tables(SUPPORTED, given, as_of=date(2019, 1, 1))

        assert tally(SUPPORTED, Register([support(1)]), as_of=date(2019, 1, 1)) == figures
