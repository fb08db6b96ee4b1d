"""Figures from tables are those of the records that the rows stand for."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from attrs import evolve, field, frozen
from attrs.validators import matches_re, optional
from hypothesis import given
from hypothesis import strategies as st

from made_up_plans import counted_by, plan
from nsc_program import (
    HANOI,
    Completeness,
    Fact,
    Indicator,
    InvalidType,
    InvalidValue,
    Period,
    PilotModel,
    Program,
    Range,
    Register,
    RejectedRow,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Text,
    Training,
    tally,
)
from nsc_program.errors import RegisterConflict
from nsc_program.figures.tables import tally_tables
from nsc_program.plan import AllOf, Counting, Given, HasAtLeast, Includes, OneOf, Within
from nsc_program.records import EnterpriseKind, Level, Record, key_of
from nsc_program.testing import strategies as nsc
from tabled import ENGINES, apart, frame

_DAY = date(2024, 5, 1)
_AS_OF = date(2035, 12, 31)
_EVERY = Period.until(_AS_OF)
_FAST = ("polars", "lazy", "duckdb")
_NOTHING = Register()
SUPPORTED = plan(HANOI.indicator("supported/city"))
PEOPLE = plan(HANOI.indicator("trained/persons"), HANOI.indicator("trained/participations"))


def counts_alike(
    program: Program, register: Register, as_of: date, engines: Collection[str] = _FAST
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
    counts_alike(HANOI, register, data.draw(nsc.days(HANOI), "as_of"))


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
    counts_alike(program, register, as_of)


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
    rows = range(70_000)
    doubted = RejectedRow(what="Support", id="s4", recorded_on=date(2031, 1, 1))
    unknown = RejectedRow(what="Training", id="x", recorded_on=date(2031, 1, 1), identified=False)
    register = Register(
        [*map(_support, rows), *map(_training, rows)],
        [Completeness(kind, _EVERY) for kind in (Support, Training)],
        [doubted, unknown],
    )
    program = evolve(HANOI, id="made-up")
    kinds = {Support, Training}
    tables, rest, whole = apart(register, kinds, [])
    expected = tally(program, whole, as_of=_AS_OF)

    for engine, made in ENGINES.items():
        given = {kind: made(table) for kind, table in tables.items()}
        assert expected == tally_tables(program, given, rest, as_of=_AS_OF), engine


# --- versions ---


def support(number: int, **fields: object) -> Support:
    head = {"id": f"s{number}", "enterprise": f"SAMPLE-{number}", "started_on": _DAY}
    return Support(**{**head, "completed_on": _DAY, **fields})  # type: ignore[arg-type]


@frozen(kw_only=True, weakref_slot=False)
class Visit(Record):
    """A class with fields that the library's own classes do not have."""

    workshop: str = field(
        validator=matches_re("W[0-9]+"), metadata=key_of(Text(vi="cơ sở", en="workshop"))
    )
    tags: tuple[str, ...] | None = field(default=None)
    grade: int | None = field(default=None)
    share: object | None = field(default=None)
    note: str | None = field(default=None, validator=optional(matches_re("[a-z]*")))
    on: date


def table(*records: Record) -> pl.DataFrame:
    return frame(type(records[0]), records)


def counted(
    program: Program,
    *tables: pl.DataFrame,
    register: Register = _NOTHING,
    of: Any = (Support,),  # noqa: ANN401
) -> list[Range]:
    """Return the figures of a plan over its first phase, with tables that are complete."""
    claims = [Completeness(kind, _EVERY) for kind in (Support, Training, PilotModel)]
    known = evolve(register, completeness=claims)
    figures = {
        name: tally_tables(
            program,
            {kind: made(one) for kind, one in zip(of, tables, strict=True)},
            known,
            as_of=_AS_OF,
        )
        for name, made in ENGINES.items()
    }
    (same,) = set(figures.values())
    period = program.phases[0].period
    return [same.figure(indicator, period).range for indicator in program.indicators]


class TestVersions:
    def test_a_later_version_replaces_an_earlier_one(self) -> None:
        later = support(1, completed_on=None, recorded_on=_DAY)

        assert [Range.exactly(1)] == counted(SUPPORTED, table(support(1), support(2), later))

    def test_equal_rows_are_one_version(self) -> None:
        one = Training(id="t", headcount=5, on=_DAY)

        assert [Range.exactly(5)] * 2 == counted(PEOPLE, table(one, one), of=(Training,))

    @pytest.mark.parametrize("days", [(0, 0, 1), (0, 1, 1), (None, None, 0), (1, 1), (None, None)])
    def test_equal_versions_are_one_whenever_they_were_entered(
        self, days: Sequence[int | None]
    ) -> None:
        entered = [None if day is None else _DAY + timedelta(days=day) for day in days]
        one = Training(id="t", headcount=5, on=_DAY)
        rows = table(*(evolve(one, recorded_on=day) for day in entered))

        assert [Range.exactly(5)] * 2 == counted(PEOPLE, rows, of=(Training,))

    @pytest.mark.parametrize("days", [(0, 0, 1), (0, 1, 1), (None, None, 0), (1, 1), (None, None)])
    def test_versions_that_differ_are_refused_whenever_they_were_entered(
        self, days: Sequence[int | None]
    ) -> None:
        entered = [None if day is None else _DAY + timedelta(days=day) for day in days]
        rows = (
            Training(id="t", headcount=5 + at, on=_DAY, recorded_on=day)
            for at, day in enumerate(entered)
        )
        with pytest.raises(RegisterConflict):
            counted(PEOPLE, table(*rows), of=(Training,))

    @pytest.mark.parametrize("engine", ENGINES)
    def test_two_versions_of_one_day_that_differ_are_refused(self, engine: str) -> None:
        rows = table(support(1), support(2), support(2, verified=False))
        with pytest.raises(RegisterConflict) as refused:
            tally_tables(SUPPORTED, {Support: ENGINES[engine](rows)}, as_of=_AS_OF)

        assert RegisterConflict(("Support", "s2", None)) == refused.value

    def test_a_rejected_row_makes_its_record_doubtful_until_a_later_row_settles_it(self) -> None:
        rejected = [
            RejectedRow(what="Support", id="s1", recorded_on=_DAY),
            RejectedRow(what="Support", id="s2", recorded_on=_DAY),
        ]
        settled = support(2, recorded_on=_DAY + timedelta(days=1))
        rows = table(support(1), support(2), settled)

        assert [Range(1, 3)] == counted(SUPPORTED, rows, register=Register((), (), rejected))

    def test_a_row_of_an_unknown_record_may_withdraw_the_largest_headcount(self) -> None:
        row = RejectedRow(what="Training", id="x", recorded_on=_DAY, identified=False)
        trainings = [
            Training(id="t1", headcount=5, on=_DAY),
            Training(id="t2", headcount=9, on=_DAY, recorded_on=_DAY),
        ]

        found = counted(PEOPLE, table(*trainings), register=Register((), (), [row]), of=(Training,))

        assert [Range(4, 15), Range(9, 15)] == found

    def test_a_row_of_an_unknown_record_may_withdraw_one_support(self) -> None:
        row = RejectedRow(what="Support", id="x", recorded_on=_DAY, identified=False)
        rows = table(support(1), support(2))

        assert [Range(1, 3)] == counted(SUPPORTED, rows, register=Register((), (), [row]))


class TestRules:
    def test_the_enterprises_of_two_tables_are_united(self) -> None:
        rules = [*HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting]
        both = plan(counted_by(*rules))
        model = PilotModel(id="m", enterprise="SAMPLE-2", recognised_on=_DAY, scope=Scope.NATION)
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
        rows = table(*(Training(id=f"t{size}", headcount=size, on=_DAY) for size in (3, 9)))

        assert [expected] == counted(program, rows, of=(Training,))

    def test_an_indicator_beside_one_of_two_tables_counts_its_own_table(self) -> None:
        rules = [*HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting]
        program = plan(counted_by(*rules), *SUPPORTED.indicators)
        model = PilotModel(id="m", enterprise="SAMPLE-2", recognised_on=_DAY, scope=Scope.NATION)

        found = counted(program, table(support(1)), table(model), of=(Support, PilotModel))

        assert [Range.exactly(2), Range.exactly(1)] == found

    def test_a_record_whose_validity_had_ended_is_not_counted(self) -> None:
        rule = Counting(of=Support, each="locality", on=AllOf("completed_on"), until="started_on")
        later = support(2, completed_on=_DAY + timedelta(days=1), locality="W2")
        rows = table(support(1, locality="W1"), later, support(3))

        assert [Range(1, 2)] == counted(plan(counted_by(rule)), rows)

    def test_an_unknown_kind_may_count(self) -> None:
        rows = table(support(1), support(2)).with_columns(kind=pl.lit(None, pl.String))

        assert [Range(0, 2)] == counted(SUPPORTED, rows)

    def test_words_may_come_as_categories(self) -> None:
        kinds = pl.Enum([kind.value for kind in EnterpriseKind])
        rows = table(support(1), support(2)).with_columns(pl.col("kind").cast(kinds))

        assert [Range.exactly(2)] == counted(SUPPORTED, rows)

    def test_other_classes_are_counted_in_the_register(self) -> None:
        register = Register([Training(id="t", person="P1", on=_DAY)])
        program = plan(*SUPPORTED.indicators, HANOI.indicator("trained/persons"))

        found = counted(program, table(support(1)), register=register)

        assert [Range.exactly(1)] * 2 == found

    def test_a_class_that_no_rule_counts_is_not_looked_at(self) -> None:
        assert [Range.exactly(0)] * 2 == counted(PEOPLE, pl.DataFrame({"id": [1]}))

    def test_a_plan_that_has_not_begun_counts_nothing(self) -> None:
        given = {Support: table(support(1))}

        figures = tally_tables(SUPPORTED, given, as_of=date(2019, 1, 1))

        assert tally(SUPPORTED, Register([support(1)]), as_of=date(2019, 1, 1)) == figures


# --- what is refused ---


def refusal(rows: Any, program: Program = SUPPORTED, of: Any = Support) -> str:  # noqa: ANN401
    """Return why a table is refused, which is the same on every engine."""
    messages = set()
    for made in ENGINES.values():
        with pytest.raises((InvalidValue, InvalidType)) as refused:
            tally_tables(program, {of: made(rows)}, as_of=_AS_OF)
        messages.add(str(refused.value))
    (same,) = messages
    return re.sub(r"Int(32|64)|Datetime.*;", "…", same)


class TestRefusals:
    @pytest.mark.parametrize("name", ["id", "recorded_on", "annulled", "verified", "level"])
    def test_a_column_that_counting_needs_is_named(self, name: str) -> None:
        assert f"Support.{name}: the table lacks" in refusal(table(support(1)).drop(name))

    def test_a_column_of_another_type_is_named(self) -> None:
        wrong = table(support(1)).with_columns(
            pl.col("started_on").cast(pl.Datetime), annulled=pl.lit(0), id=pl.lit(7)
        )

        told = refusal(wrong).splitlines()

        assert [line.split(":")[0] for line in told] == ["Support.id", "Support.annulled"]

    @pytest.mark.parametrize(
        ("enterprise", "why"),
        [
            (None, "expected text"),
            ("", "characters"),
            (" A", "stray spaces"),
            ("A  B", "stray spaces"),
            ("A\n", "cannot be seen"),
            ("A" * 201, "characters"),
            ("012345678", "not an enterprise code"),
            ("0123456789-000", "not an enterprise code"),
            ("001 099 012 345", "twelve-digit"),
            ("Cafe\u0301 1", "NFC"),
        ],
    )
    def test_a_key_that_a_record_would_refuse_is_refused(
        self, enterprise: str | None, why: str
    ) -> None:
        rows = table(support(1), support(2), support(3))
        wrong = pl.when(pl.col("id") == "s1").then(pl.lit(enterprise)).otherwise("enterprise")

        told = refusal(rows.with_columns(enterprise=wrong))

        assert told.startswith("Support.enterprise: different values that cannot be used: 1")
        assert why in told

    @pytest.mark.parametrize(
        "key", ["Phường Cửa Nam", "0123456789", "0123456789-001", "0123456789001", "A b 12"]
    )
    def test_a_key_that_a_record_accepts_is_counted(self, key: str) -> None:
        assert [Range.exactly(1)] == counted(SUPPORTED, table(support(1, enterprise=key)))

    def test_too_many_unusual_keys_are_refused(self) -> None:
        rows = table(*(support(number, enterprise=f"Đ{number}") for number in range(1_001)))

        assert "more than 1000 different values" in refusal(rows)

    @pytest.mark.parametrize("name", ["annulled", "verified", "completed_on"])
    def test_an_unknown_flag_is_refused_and_an_unknown_day_is_not(self, name: str) -> None:
        rows = table(support(1)).with_columns(
            pl.lit(None).cast(table(support(1)).schema[name]).alias(name)
        )

        if name == "completed_on":
            assert [Range.exactly(0)] == counted(SUPPORTED, rows)
        else:
            assert "expected true or false" in refusal(rows)

    def test_an_unknown_day_that_a_record_must_have_is_refused(self) -> None:
        program = plan(HANOI.indicator("supported/started"))
        rows = table(support(1)).with_columns(started_on=pl.lit(None, pl.Date))

        assert "expected a date" in refusal(rows, program)

    def test_a_word_that_an_enumeration_does_not_have_is_refused(self) -> None:
        rows = table(support(1), support(2)).with_columns(kind=pl.lit("club"))

        assert "one of 'enterprise'" in refusal(rows)

    @pytest.mark.parametrize("solutions", ["standards;clubs", "standards;", "standards;standards"])
    def test_a_wrong_list_of_words_is_refused(self, solutions: str) -> None:
        rule = Counting(of=Support, on=AllOf("started_on"), where=(HasAtLeast("solutions", 1),))
        rows = table(support(1)).with_columns(solutions=pl.lit(solutions))

        assert "Support.solutions" in refusal(rows, plan(counted_by(rule)))

    @pytest.mark.parametrize("headcount", [0, 10_001])
    def test_a_number_that_a_record_would_refuse_is_refused(self, headcount: int) -> None:
        rows = table(Training(id="t", headcount=5, on=_DAY))
        rows = rows.with_columns(headcount=pl.lit(headcount))

        assert "from 1 to 10000" in refusal(rows, PEOPLE, Training)

    @pytest.mark.parametrize("records", [[support(9)], [Fact("supported/city", "SAMPLE-1", _DAY)]])
    def test_records_that_a_table_would_have_to_count_are_refused(self, records: Any) -> None:  # noqa: ANN401
        given = {Support: table(support(1))}
        with pytest.raises(InvalidValue, match="count together with a table"):
            tally_tables(SUPPORTED, given, Register(records), as_of=_AS_OF)

    def test_an_indicator_counts_tables_only_or_records_only(self) -> None:
        rules = [*HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting]
        model = PilotModel(id="m", enterprise="SAMPLE-2", recognised_on=_DAY)
        given = {Support: table(support(1))}
        with pytest.raises(InvalidValue, match="records of PilotModel"):
            tally_tables(plan(counted_by(*rules)), given, Register([model]), as_of=_AS_OF)

    def test_the_tables_of_one_indicator_are_of_one_engine(self) -> None:
        rules = [*HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting]
        model = PilotModel(id="m", enterprise="SAMPLE-2", recognised_on=_DAY)
        given = {Support: table(support(1)), PilotModel: ENGINES["duckdb"](table(model))}
        with pytest.raises(InvalidValue, match="two engines"):
            tally_tables(plan(counted_by(*rules)), given, as_of=_AS_OF)

    @pytest.mark.parametrize("kind", [ReportedFigure, Fact, int, "Support"])
    def test_a_table_is_of_a_class_of_records(self, kind: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidType, match="a class of records to count"):
            tally_tables(SUPPORTED, {kind: table(support(1))}, as_of=_AS_OF)

    def test_a_table_is_a_frame(self) -> None:
        with pytest.raises(InvalidType, match="a frame that 'narwhals' accepts"):
            tally_tables(SUPPORTED, {Support: [support(1)]}, as_of=_AS_OF)


class TestOwnClasses:
    """Fields that the library's own classes do not have."""

    def rule(self, *where: Any, each: str = "workshop") -> Indicator:  # noqa: ANN401
        return counted_by(Counting(of=Visit, each=each, on=AllOf("on"), where=where))

    def rows(self, **fields: object) -> pl.DataFrame:
        head = {"id": ["v1", "v2", "v3"], "workshop": ["W1", "W2", "W1"], "on": [_DAY] * 3}
        rest = {"recorded_on": pl.lit(None, pl.Date), "annulled": False, "verified": True}
        return pl.DataFrame({**head, **fields}).with_columns(**rest)

    @pytest.mark.parametrize(
        ("condition", "least", "most"),
        [
            (Includes("tags", "a"), 1, 1),
            (Includes("tags", "a;b"), 0, 0),
            (HasAtLeast("tags", 2), 1, 1),
            (OneOf("note", "good"), 1, 1),
            (Given("share"), 1, 2),
            (Given("grade"), 2, 2),
        ],
    )
    def test_conditions(self, condition: Any, least: int, most: int) -> None:  # noqa: ANN401
        rows = self.rows(
            tags=["a;b", "c", ""],
            note=["good", "bad", ""],
            share=[0.5, None, None],
            grade=[1, 2, 3],
        )
        indicator = self.rule(condition)
        register = Register(completeness=[Completeness("made-up", _EVERY)])
        for made in ENGINES.values():
            figures = tally_tables(plan(indicator), {Visit: made(rows)}, register, as_of=_AS_OF)
            found = figures.figure(indicator, plan(indicator).phases[0].period).range
            assert Range(least, most) == found

    def test_the_class_says_which_keys_it_accepts(self) -> None:
        program = plan(self.rule())

        assert "Visit.workshop" in refusal(self.rows(workshop=["W1", "X", "W2"]), program, Visit)
