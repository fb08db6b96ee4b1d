"""Tables that are refused, and tables of classes that the library does not have."""

from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from attrs import field, frozen
from attrs.validators import in_, matches_re, optional

from made_up_plans import counted_by, plan
from nsc_program import (
    HANOI,
    Completeness,
    Fact,
    Indicator,
    InvalidType,
    InvalidValue,
    PilotModel,
    Range,
    Register,
    ReportedFigure,
    Support,
    Text,
    Training,
)
from nsc_program.figures.tables import tally_tables
from nsc_program.plan import AllOf, Counting, Given, HasAtLeast, Includes, OneOf
from nsc_program.records import Record, key_of
from tabled import (
    AS_OF,
    DAY,
    ENGINES,
    EVERY,
    PEOPLE,
    SUPPORTED,
    counted,
    refusal,
    support,
    table,
)


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

    def test_a_day_that_no_rule_asks_for_is_held_to_the_class(self) -> None:
        rows = table(support(1)).with_columns(started_on=pl.lit(None, pl.Date))

        assert "Support.started_on: different values that cannot be used: 1" in refusal(rows)

    def test_a_column_of_another_type_that_no_rule_asks_for_may_stay(self) -> None:
        rows = table(support(1)).with_columns(started_on=pl.lit("soon"), locality=pl.lit(7))

        assert [Range.exactly(1)] == counted(SUPPORTED, rows)

    def test_the_rows_in_which_days_are_out_of_order_are_counted(self) -> None:
        late = date(2024, 5, 2)
        rows = table(*map(support, range(5))).with_columns(
            started_on=pl.when(pl.col("id") < "s3").then(pl.lit(late)).otherwise("started_on")
        )

        told = refusal(rows)

        assert "Support.completed_on: rows in which it is before started_on: 3; correct" in told

    @pytest.mark.parametrize(("person", "headcount"), [("P1", 5), (None, None)])
    def test_the_rows_with_both_of_two_fields_or_neither_are_counted(
        self, person: str | None, headcount: int | None
    ) -> None:
        rows = table(*(Training(id=f"t{at}", headcount=5, on=DAY) for at in range(4)))
        is_wrong = pl.col("id") > "t1"
        rows = rows.with_columns(
            person=pl.when(is_wrong).then(pl.lit(person, pl.String)),
            headcount=pl.when(is_wrong).then(pl.lit(headcount, pl.Int64)).otherwise("headcount"),
        )

        told = refusal(rows, PEOPLE, Training)

        assert "rows that have both person and headcount, or neither: 2; give one" in told

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
        rows = table(Training(id="t", headcount=5, on=DAY))
        rows = rows.with_columns(headcount=pl.lit(headcount))

        assert "from 1 to 10000" in refusal(rows, PEOPLE, Training)

    @pytest.mark.parametrize("records", [[support(9)], [Fact("supported/city", "SAMPLE-1", DAY)]])
    def test_records_that_a_table_would_have_to_count_are_refused(self, records: Any) -> None:  # noqa: ANN401
        given = {Support: table(support(1))}
        with pytest.raises(InvalidValue, match="count together with a table"):
            tally_tables(SUPPORTED, given, Register(records), as_of=AS_OF)

    def test_an_indicator_counts_tables_only_or_records_only(self) -> None:
        rules = [*HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting]
        model = PilotModel(id="m", enterprise="SAMPLE-2", recognised_on=DAY)
        given = {Support: table(support(1))}
        with pytest.raises(InvalidValue, match="records of PilotModel"):
            tally_tables(plan(counted_by(*rules)), given, Register([model]), as_of=AS_OF)

    def test_the_tables_of_one_indicator_are_of_one_engine(self) -> None:
        rules = [*HANOI.indicator("supported").counting, *HANOI.indicator("models/nation").counting]
        model = PilotModel(id="m", enterprise="SAMPLE-2", recognised_on=DAY)
        given = {Support: table(support(1)), PilotModel: ENGINES["duckdb"](table(model))}
        with pytest.raises(InvalidValue, match="two engines"):
            tally_tables(plan(counted_by(*rules)), given, as_of=AS_OF)

    @pytest.mark.parametrize("kind", [ReportedFigure, Fact, int, "Support"])
    def test_a_table_is_of_a_class_of_records(self, kind: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidType, match="a class of records to count"):
            tally_tables(SUPPORTED, {kind: table(support(1))}, as_of=AS_OF)

    def test_a_table_is_a_frame(self) -> None:
        with pytest.raises(InvalidType, match="a frame that 'narwhals' accepts"):
            tally_tables(SUPPORTED, {Support: [support(1)]}, as_of=AS_OF)


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
    plain: str = field(default="", metadata=key_of(Text(vi="cơ sở", en="workshop")))
    amount: Fraction | None = field(default=None, validator=optional(in_([Fraction(1)])))
    on: date


@frozen(kw_only=True, weakref_slot=False)
class Checked(Record):
    """A class with a check of its own."""

    on: date

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.id == self.document:
            raise ValueError


@frozen(kw_only=True, weakref_slot=False)
class Converted(Record):
    """A class that changes its values."""

    note: str = field(converter=str.strip)
    on: date


class TestOwnClasses:
    """Fields that the library's own classes do not have."""

    def rule(self, *where: Any, each: str = "workshop") -> Indicator:  # noqa: ANN401
        return counted_by(Counting(of=Visit, each=each, on=AllOf("on"), where=where))

    def rows(self, **fields: object) -> pl.DataFrame:
        head = {"id": ["v1", "v2", "v3"], "workshop": ["W1", "W2", "W1"], "on": [DAY] * 3}
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
        register = Register(completeness=[Completeness("made-up", EVERY)])
        for made in ENGINES.values():
            figures = tally_tables(plan(indicator), {Visit: made(rows)}, register, as_of=AS_OF)
            found = figures.figure(indicator, plan(indicator).phases[0].period).range
            assert Range(least, most) == found

    def test_a_key_that_is_not_optional_is_given(self) -> None:
        rows = self.rows(workshop=["W1", None, "W2"], plain=["a", None, "b"])

        assert "Visit.plain: different values that cannot be used: 1; one of them: a value" in (
            refusal(rows, plan(self.rule(each="plain")), Visit)
        )

    def test_any_number_of_texts_without_a_rule_is_accepted(self) -> None:
        many = [f"Đ{number}" for number in range(1_001)]
        ids = [f"v{number}" for number in range(1_001)]
        rows = self.rows(plain=many, tags=many, id=ids, workshop=["W1"] * 1_001, on=[DAY] * 1_001)

        (found,) = counted(plan(self.rule()), rows, of=(Visit,))

        assert 1 == found.low

    def test_a_value_is_shown_to_the_class_as_a_record_holds_it(self) -> None:
        counted(plan(self.rule()), self.rows(amount=[1, None, 1]), of=(Visit,))

        told = refusal(self.rows(amount=[1, 2, 3]), plan(self.rule()), Visit)

        assert "Visit.amount: different values that cannot be used: 2" in told

    def test_a_class_has_its_checks_when_it_calls_those_of_every_record(self) -> None:
        assert "c1" == Checked(id="c1", on=DAY).id
        with pytest.raises(ValueError, match=r"^$"):
            Checked(id="c1", on=DAY, document="c1")

    @pytest.mark.parametrize("kind", [Checked, Converted])
    def test_a_class_with_code_of_its_own_is_refused(self, kind: Any) -> None:  # noqa: ANN401
        indicator = counted_by(Counting(of=kind, on=AllOf("on")))

        told = refusal(self.rows(), plan(indicator), kind)

        assert f"tables.{kind.__name__}: this class checks or changes values by code" in told

    def test_the_class_says_which_keys_it_accepts(self) -> None:
        program = plan(self.rule())

        assert "Visit.workshop" in refusal(self.rows(workshop=["W1", "X", "W2"]), program, Visit)
