"""Classes of records that an embedder derives: counted, registered, claimed, rejected and drawn."""

import json
from datetime import date
from enum import StrEnum
from typing import ClassVar, final

import pytest
from attrs import evolve, field, frozen
from attrs.validators import instance_of, max_len
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nsc_program import (
    HANOI,
    Completeness,
    Indicator,
    InvalidType,
    InvalidValue,
    Period,
    Phase,
    Program,
    Range,
    Register,
    RejectedRow,
    Support,
    Text,
    Unit,
    UnknownId,
    assess,
    evidence,
    tally,
)
from nsc_program.checks import findings
from nsc_program.errors import DocumentError
from nsc_program.plan import AllOf, Counting, OneOf
from nsc_program.records import Record, WhyNot, key_of
from nsc_program.report import explain, reason
from nsc_program.serialization import from_json, from_toml, schema, to_json
from nsc_program.testing.properties import check_counter, evidence_agrees
from nsc_program.testing.strategies import near_threshold, registers


class Result(StrEnum):
    """Kết quả kiểm tra."""

    PASSED = "passed"
    FAILED = "failed"


@final
@frozen(kw_only=True)
class Inspection(Record):
    """Kiểm tra: an inspection of a workshop, in another system of the city.

    Attributes:
        workshop: a key of the workshop.
        on: the day of the inspection.
        result: the result; `None` if not recorded.
    """

    NOUN: ClassVar[Text] = Text(vi="lượt kiểm tra", en="inspection")
    LABELS: ClassVar[dict[str, Text]] = {
        "workshop": Text(vi="mã cơ sở", en="workshop key"),
        "on": Text(vi="ngày kiểm tra", en="day of the inspection"),
        "result": Text(vi="kết quả", en="result"),
        "result.passed": Text(vi="đạt", en="passed"),
        "result.failed": Text(vi="không đạt", en="failed"),
    }
    SUBJECT: ClassVar[str | None] = "workshop"

    workshop: str = field(
        validator=instance_of(str), metadata=key_of(Text(vi="cơ sở", en="workshop"))
    )
    on: date = field(validator=instance_of(date))
    result: Result | None = field(default=None)


PASSED = Indicator(
    id="workshops/passed",
    unit=Unit(id="workshop", label=Text(vi="cơ sở", en="workshops")),
    label=Text(vi="cơ sở đạt kiểm tra", en="workshops that passed"),
    counting=Counting(
        of=Inspection, each="workshop", on=AllOf("on"), where=(OneOf("result", Result.PASSED),)
    ),
)
TARGET = evolve(
    HANOI.target("2021-2025/models"), id="2021-2025/passed", indicator=PASSED.id, part_of=None
)
PLAN: Program = evolve(
    HANOI,
    id="workshops",
    indicators=(PASSED,),
    questions=(),
    phases=(Phase.of_years(2021, 2025, (TARGET,)),),
    objectives=(),
    funding_sources=(),
)
DAY = date(2024, 5, 1)
END = date(2025, 12, 31)
FIRST = Period.of_years(2021, 2025)


def inspection(number: int, result: Result | None = Result.PASSED) -> Inspection:
    return Inspection(id=f"i{number}", workshop=f"SAMPLE-{number}", on=DAY, result=result)


def passed(register: Register) -> Range:
    return tally(PLAN, register, as_of=END).figure(PASSED, FIRST).range


class TestCounting:
    def test_records_are_counted_by_the_rule(self) -> None:
        """One passed, one failed, and for one the result is not recorded."""
        records = [inspection(1), inspection(2, Result.FAILED), inspection(3, None)]

        assert Range(1, 2) == passed(Register.complete_through(END, records))

    def test_the_rule_is_explained_from_the_labels(self) -> None:
        (rule,) = PASSED.counting

        assert explain(rule) == Text(
            vi="Mỗi cơ sở có lượt kiểm tra được tính một lần, vào ngày kiểm tra, "
            "khi kết quả là đạt.",
            en="Each workshop with an inspection counts once, on the day of the inspection, "
            "if the result is passed.",
        )

    def test_evidence_names_the_condition(self) -> None:
        register = Register.complete_through(END, [inspection(2, Result.FAILED)])

        (listed,) = evidence(
            assess(PLAN, register, as_of=END), register, "2021-2025/passed"
        ).figures

        (left_out,) = listed.left_out
        assert WhyNot.CONDITION is left_out.why
        assert "result: failed (only passed counts)" == reason(left_out).en

    def test_findings_of_any_record_apply(self) -> None:
        """The day lies outside all periods of the plan, and the entry came before the day."""
        early = evolve(inspection(1), on=date(2019, 1, 1))
        foreseen = evolve(inspection(2), recorded_on=date(2024, 1, 1))
        register = Register.complete_through(END, [early, foreseen])

        found = {
            type(one).__name__ for one in findings(assess(PLAN, register, as_of=END), register)
        }

        assert {"OutsidePhases", "RecordedBeforehand"} <= found


class TestRegister:
    def test_versions_replace_each_other(self) -> None:
        later = evolve(inspection(1, Result.FAILED), recorded_on=date(2024, 6, 1))

        register = Register.complete_through(END, [inspection(1), later])

        assert (later,) == register.current
        assert Range.exactly(0) == passed(register)

    def test_a_claim_is_about_the_class_or_its_name(self) -> None:
        assert Completeness(Inspection, FIRST) == Completeness("Inspection", FIRST)

    def test_a_rejected_row_may_hold_one_more(self) -> None:
        register = Register.complete_through(END, [inspection(1)])
        row = RejectedRow(what="Inspection", id="i9")

        assert Range(1, 2) == passed(evolve(register, rejected=[row]))

    def test_an_unknown_class_is_refused(self) -> None:
        with pytest.raises(UnknownId, match="to make a claim about 'Inspektion'"):
            Completeness("Inspektion", FIRST)
        with pytest.raises(UnknownId, match="that come as rows 'Inspektion'"):
            RejectedRow(what="Inspektion", id="i1")

    def test_two_classes_of_one_name_are_refused(self) -> None:
        @final
        @frozen(kw_only=True)
        class Support(Record):
            """Another class that has the name of one of the library's."""

        one = Support(id="s1")
        other = HANOI  # anything that is not a record
        own = globals()["Support"](id="s2", enterprise="SAMPLE-1", started_on=DAY)

        with pytest.raises(InvalidValue, match="two classes of records are called Support"):
            Register([one, own])
        with pytest.raises(InvalidType, match="expected a record"):
            Register([other])  # type: ignore[list-item]

    def test_a_class_derived_from_a_class_of_records_is_refused(self) -> None:
        """It would be counted under neither name."""

        @frozen(kw_only=True)
        class Visit(Record):
            on: date = field(validator=instance_of(date))

        @frozen(kw_only=True)
        class LongVisit(Visit):
            pass

        with pytest.raises(InvalidType, match="records: expected a record"):
            Register([LongVisit(id="v", on=DAY)])
        with pytest.raises(InvalidType, match="of: expected a class of records"):
            Counting(of=LongVisit, on=AllOf("on"))

    def test_an_id_used_for_two_workshops_is_refused_when_merging(self) -> None:
        one = Register([inspection(1)])
        other = Register([evolve(inspection(2), id="i1", recorded_on=date(2024, 6, 1))])

        with pytest.raises(ValueError, match="Inspection 'i1'"):
            one.merge(other)


class TestStrategies:
    @pytest.mark.property
    @given(registers(PLAN), st.just(END))
    def test_registers_of_the_plan_hold_records_of_the_class(
        self, register: Register, as_of: date
    ) -> None:
        assert tally(PLAN, register, as_of=as_of).figure(PASSED, FIRST).range.low is not None

    @pytest.mark.property
    @given(near_threshold(PLAN, "2021-2025/passed"))
    def test_registers_near_the_target_turn_it(self, near: object) -> None:
        register, attained = getattr(near, "register"), getattr(near, "attained")  # noqa: B009
        (verdict,) = assess(PLAN, register, as_of=getattr(near, "as_of")).verdicts  # noqa: B009
        assert attained is (verdict.status == "attained")

    @pytest.mark.property
    def test_a_law_holds_for_the_plan(self) -> None:
        evidence_agrees(PLAN)

    @pytest.mark.property
    def test_a_counter_that_always_returns_nothing_is_found_out(self) -> None:
        def nothing(_: Register, __: date) -> dict[str, int]:
            return {PASSED.id: 0}

        with pytest.raises(AssertionError, match="the counter says 0"):
            check_counter(nothing, PLAN)

    @pytest.mark.property
    def test_a_right_counter_passes(self) -> None:
        def counter(register: Register, as_of: date) -> dict[str, int]:
            workshops = {
                record.workshop
                for record in register.current
                if isinstance(record, Inspection)
                and record.result is Result.PASSED
                and FIRST.first <= record.on <= min(as_of, FIRST.end)
            }
            return {PASSED.id: len(workshops)}

        check_counter(counter, PLAN)
        assert issubclass(Support, Record)


OWN = {"city_inspections": Inspection}


class TestDocuments:
    REGISTER = Register(
        [
            inspection(1),
            inspection(2, None),
            Support(id="s1", enterprise="SAMPLE-1", started_on=DAY),
        ],
        [Completeness(Inspection, FIRST)],
        [RejectedRow(what="Inspection", id="i9")],
    )

    def test_a_register_is_written_and_read_back(self) -> None:
        text = to_json(self.REGISTER, records=OWN)

        assert '"city_inspections": [' in text
        assert self.REGISTER == from_json(text, Register, records=OWN)

    def test_the_schema_describes_the_class(self) -> None:
        of_registers = Draft202012Validator(schema(Register, records=OWN))
        text = to_json(self.REGISTER, records=OWN)

        assert of_registers.is_valid(json.loads(text))
        assert not of_registers.is_valid(json.loads(text.replace('"passed"', '"perhaps"')))
        assert not of_registers.is_valid(json.loads(text.replace('"workshop"', '"workshops"')))

    def test_the_schema_of_plans_knows_what_rules_can_ask(self) -> None:
        of_plans = Draft202012Validator(schema(Program, records=OWN))
        text = to_json(PLAN)

        assert of_plans.is_valid(json.loads(text))
        assert not of_plans.is_valid(json.loads(text.replace('"passed"', '"perhaps"')))
        assert not of_plans.is_valid(json.loads(text.replace('"result"', '"results"')))

    def test_a_plan_names_the_class_in_its_rule(self) -> None:
        text = to_json(PLAN)

        assert '"of": "Inspection"' in text
        assert PLAN == from_json(text, Program, records=OWN)
        with pytest.raises(DocumentError, match="no class of records to count 'Inspection'"):
            from_json(text, Program)

    def test_a_plan_in_toml_counts_the_class(self) -> None:
        document = """
            schema = "nsc-program/program/1"
            id = "sample"
            edition = "1"
            title = { vi = "ví dụ", en = "made up" }
            issuer = { vi = "ví dụ", en = "made up" }
            units = [{ id = "workshop", label = { vi = "cơ sở", en = "workshops" } }]
            [[indicators]]
            id = "workshops"
            unit = "workshop"
            label = { vi = "cơ sở", en = "workshops" }
            counting = { of = "Inspection", each = "workshop", on = { fields = ["on"] } }
            [[phases]]
            id = "2021-2025"
            period = { start = 2021-01-01, end = 2025-12-31 }
        """

        (indicator,) = from_toml(document, Program, records=OWN).indicators

        assert (Counting(of=Inspection, each="workshop", on=AllOf("on")),) == indicator.counting

    def test_a_class_without_a_key_is_not_dropped(self) -> None:
        with pytest.raises(InvalidType, match=r"records=\{\"my_records\": Inspection\}"):
            to_json(self.REGISTER)

    def test_a_bad_record_is_refused_with_its_path(self) -> None:
        text = to_json(self.REGISTER, records=OWN).replace('"passed"', '"perhaps"')

        with pytest.raises(DocumentError, match=r"city_inspections\[0\].result: expected one of"):
            from_json(text, Register, records=OWN)

    def test_an_error_of_a_validator_is_told_with_its_place_and_without_the_value(self) -> None:
        """Validators of attrs raise plain errors, whose messages may show a person's key."""

        @final
        @frozen(kw_only=True)
        class Visitor(Record):
            person_key: str = field(validator=max_len(9))

        made = {"id": "m", "person_key": "SAMPLE-P123"}
        text = json.dumps({"schema": "nsc-program/register/1", "visitors": [made]})

        with pytest.raises(DocumentError) as refused:
            from_json(text, Register, records={"visitors": Visitor})

        (problem,) = refused.value.problems
        assert "visitors[0].person_key" == problem.place
        assert "refused-by-its-class" == problem.code
        assert "SAMPLE" not in str(refused.value)

    def test_annotations_may_be_texts(self) -> None:
        """They are where a module begins with `from __future__ import annotations`."""

        @final
        @frozen(kw_only=True)
        class Opening(Record):
            on: "date"

        own = {"made": Opening}
        text = '{"schema": "nsc-program/register/1", "made": [{"id": "m", "on": "2024-05-01"}]}'

        (record,) = from_json(text, Register, records=own).records

        assert Opening(id="m", on=DAY) == record
        assert Draft202012Validator(schema(Register, records=own)).is_valid(json.loads(text))

    def test_a_conflict_is_refused_with_both_places(self) -> None:
        text = to_json(Register([inspection(1), inspection(2)]), records=OWN).replace(
            '"i2"', '"i1"'
        )

        with pytest.raises(DocumentError, match="the id 'i1' stands at city_inspections"):
            from_json(text, Register, records=OWN)

    @pytest.mark.parametrize(
        "key", ["supports", "schema", "rejected", "Inspections", "my inspections"]
    )
    def test_a_key_that_cannot_be_used_is_refused(self, key: str) -> None:
        with pytest.raises(InvalidValue, match="cannot be used"):
            to_json(self.REGISTER, records={key: Inspection})

    def test_a_class_of_the_library_has_its_key_already(self) -> None:
        with pytest.raises(InvalidType, match="expected a class of your own"):
            to_json(self.REGISTER, records={"my_supports": Support})
