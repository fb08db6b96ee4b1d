"""Reading and writing JSON: strict, one text for equal values, and a path for every problem."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen
from cattrs import Converter
from cattrs.errors import ClassValidationError
from hypothesis import given

from building import AFTER, FIRST, evaluated, models, report, supports, trainings
from drawing import days, registers
from each import for_each
from nsc_program import (
    HANOI,
    Completeness,
    EachYear,
    Evaluation,
    Fact,
    Figure,
    Figures,
    Funding,
    Indicator,
    InvalidType,
    InvalidValue,
    NscError,
    Period,
    Phase,
    Program,
    Range,
    Reading,
    Register,
    RejectedRow,
    Support,
    Training,
    YearlyGrowth,
    evaluate,
    tally,
)
from nsc_program.errors import DocumentError
from nsc_program.plan import Basis
from nsc_program.serialization import _writing as canonical
from nsc_program.serialization import configure_converter, from_json, make_converter, to_json
from nsc_program.serialization._problems import listed
from nsc_program.testing.strategies import readings

BROKEN = sorted((Path(__file__).parents[1] / "broken").glob("*.json"))


class TestRoundTrip:
    """Law 10: writing and reading JSON is the identity, and equal values have one text."""

    @given(registers())
    def test_a_register_is_read_back(self, register: Register) -> None:
        text = to_json(register)

        assert register == from_json(text, Register)
        reverse = Register(
            reversed(register.records), reversed(register.completeness), reversed(register.rejected)
        )
        assert text == to_json(reverse)

    @given(registers(), days(), readings())
    def test_an_evaluation_is_read_back(
        self, register: Register, as_of: date, reading: Reading
    ) -> None:
        evaluation = evaluate(HANOI, tally(HANOI, register, as_of=as_of), reading)
        text = to_json(evaluation)

        assert evaluation == from_json(text, Evaluation)
        assert text == to_json(from_json(text, Evaluation))

    @pytest.mark.parametrize("basis", [EachYear(), YearlyGrowth(falling=True)])
    def test_an_evaluation_of_yearly_targets_is_read_back(self, basis: Basis) -> None:
        target = evolve(HANOI.target("2026-2030/supported"), basis=basis)
        plan = evolve(HANOI, phases=(Phase.of_years(2026, 2030, (target,)),), objectives=())
        annual = report("supported", 5, Period.of_years(2026, 2026))
        evaluation = evaluate(plan, tally(plan, Register([*supports(3), annual]), as_of=AFTER))

        assert evaluation == from_json(to_json(evaluation), Evaluation)
        assert 1 < len(evaluation[target.id].comparisons)

    def test_bytes_with_a_byte_order_mark_are_read(self) -> None:
        register = Register(supports(1))

        assert register == from_json(b"\xef\xbb\xbf" + to_json(register).encode(), Register)


class TestWrittenForm:
    """Documents have the forms that other systems read."""

    def test_fields_with_their_default_are_omitted(self) -> None:
        fact = Fact("supported", "SAMPLE-1", date(2024, 6, 30))

        written = json.loads(to_json(Register([fact], [], [RejectedRow(what=Support, id="row")])))

        assert {
            "schema": "nsc-program/register/1",
            "rejected": [{"what": "Support", "id": "row"}],
            "facts": [{"indicator": "supported", "key": "SAMPLE-1", "on": "2024-06-30"}],
        } == written

    def test_a_register_has_a_key_for_each_part(self) -> None:
        support = evolve(supports(1)[0], funding=(Funding("state-budget", 5),))
        claim = Completeness(
            Support, Period.until(date(2025, 12, 31)), recorded_on=date(2026, 1, 1)
        )

        row = RejectedRow(what=Training, id="t1", recorded_on=date(2026, 1, 5), things=40)

        written = json.loads(to_json(Register([support, report("supported", 5)], [claim], [row])))

        assert [
            {
                "what": "Support",
                "period": {"start": None, "end": "2025-12-31"},
                "recorded_on": "2026-01-01",
            }
        ] == written["completeness"]
        assert [
            {"what": "Training", "id": "t1", "recorded_on": "2026-01-05", "things": 40}
        ] == written["rejected"]
        assert [{"source": "state-budget", "vnd": 5}] == written["supports"][0]["funding"]
        assert {"low": 5, "high": 5} == written["reported_figures"][0]["value"]

    def test_an_evaluation_contains_its_reading_and_questions(self) -> None:
        reading = Reading(choices={"cooperatives": "yes"})

        written = json.loads(to_json(evaluated(supports(1480), reading=reading)))

        verdict = written["phases"][0]["verdicts"][2]
        assert "attained" == verdict["status"]
        assert {"type": "About", "number": 1500} == verdict["target"]["bound"]
        assert {"question": "tolerance", "answer": "1/20"} in verdict["asked"]
        assert {"low": 1480, "high": 1480} == verdict["comparisons"][0]["possible"]
        assert {
            "tolerance": "1/20",
            "may_exceed": True,
            "strict": True,
            "plain_is_floor": True,
            "upper_binds": False,
            "planned_baseline": False,
            "each_year": True,
            "mean_from_year_before": True,
            "estimates_decide": False,
            "choices": {"cooperatives": "yes"},
        } == written["reading"]
        assert "tolerance" in [question["id"] for question in written["questions"]]

    def test_a_note_names_its_type(self) -> None:
        written = json.loads(to_json(evaluated([*models(14), *trainings(1)])))

        assert {"NotClaimedComplete"} == {
            note["type"] for note in written["phases"][0]["verdicts"][2]["notes"]
        }


class TestRefusals:
    """Each broken document of the folder has one mistake, and its own message with the path."""

    @for_each("path", BROKEN, ids=lambda path: path.stem)
    def test_a_broken_document_has_its_message(self, path: Path) -> None:
        expected = path.with_suffix(".txt").read_text(encoding="utf-8").strip()

        with pytest.raises(DocumentError) as refusal:
            from_json(path.read_bytes(), Register)

        assert expected == str(refusal.value)

    def test_no_two_mistakes_share_a_message(self) -> None:
        messages = [path.with_suffix(".txt").read_text(encoding="utf-8") for path in BROKEN]

        assert len(messages) == len(set(messages)) > 30

    def test_all_problems_are_listed_at_once(self) -> None:
        text = """{"schema": "nsc-program/register/1", "supports": [
            {"id": 1, "enterprise": "E", "started_on": "2024-02-30"},
            {"id": "s", "enterprise": "123", "on": 5}]}"""

        with pytest.raises(DocumentError) as refusal:
            from_json(text, Register)

        assert [
            "supports[0].id",
            "supports[0].started_on",
            "supports[1].enterprise",
            "supports[1].started_on",
            "supports[1]",
        ] == [problem.place for problem in refusal.value.problems]

    def test_messages_do_not_repeat_personal_numbers(self) -> None:
        for number in (
            '"001099012345"',
            "1099012345",
            '"0010 9901 2345"',
            "109901234567.0",
            "[109901234567]",
        ):
            text = (
                '{"schema": "nsc-program/register/1", '
                f'"trainings": [{{"id": "t", "person": {number}, "on": 1}}]}}'
            )

            with pytest.raises(DocumentError, match=r"trainings\[0\]\.person: ") as refusal:
                from_json(text, Register)

            assert "9901" not in str(refusal.value)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            '{"a": 1,}',
            "[" * 100_000,
            '{"schema": ' + "9" * 5000 + "}",
            "\x00",
            '{"a": "\\ud800"}',
        ],
    )
    def test_text_that_is_not_a_document_is_refused(self, text: str) -> None:
        with pytest.raises(DocumentError):
            from_json(text, Register)

    @pytest.mark.parametrize("levels", [100, 900, 100_000])
    def test_deep_nesting_is_refused(self, levels: int) -> None:
        text = '{"schema": "nsc-program/register/1", "facts": ' + "[" * levels + "]" * levels + "}"

        with pytest.raises(
            DocumentError, match=r"^lists and objects are nested deeper than 100 levels$"
        ):
            from_json(text, Register)

    def test_the_deepest_allowed_nesting_is_read(self) -> None:
        text = '{"schema": "nsc-program/register/1", "facts": ' + "[" * 99 + "]" * 99 + "}"

        with pytest.raises(DocumentError, match=r"^facts\[0\]: expected an object, got a list$"):
            from_json(text, Register)

    def test_a_very_long_fraction_is_refused(self) -> None:
        value = f'"{"1" * 5000}/3"'
        text = to_json(Register([report("supported", 5)])).replace('"low": 5', f'"low": {value}')

        with pytest.raises(
            DocumentError, match=r"reported_figures\[0\]\.value\.low: expected a whole number"
        ):
            from_json(text, Register)

    def test_too_long_numbers_are_neither_written_nor_read(self) -> None:
        """A product of given numbers has more digits than any of them, but is limited too."""
        figures = Figures(AFTER, (Figure("supported", FIRST, Range.at_least(0)),))
        text = to_json(figures)
        for low in (Fraction(10**1000), Fraction(1, 10**1000)):
            with pytest.raises(
                InvalidValue,
                match=r"^the number is too long: "
                r"expected at most 1000 digits above and below the line$",
            ):
                canonical.number(low)
        with pytest.raises(
            DocumentError,
            match=r"^figures\[0\]\.range\.low: the number is too long: expected at most 1000",
        ):
            from_json(text.replace('"low": 0', f'"low": {10**1000}'), Figures)
        longest = evolve(figures, figures=(Figure("supported", FIRST, Range(10**1000 - 1, None)),))
        assert longest == from_json(to_json(longest), Figures)

    @pytest.mark.parametrize("choices", ['{"trained": "\\ud800"}', '{"\\ud800": "yes"}'])
    def test_half_a_character_in_a_reading_is_refused(self, choices: str) -> None:
        with pytest.raises(DocumentError, match=r"^choices: it holds half of a Unicode character$"):
            from_json(f'{{"schema": "nsc-program/reading/1", "choices": {choices}}}', Reading)

    def test_half_a_character_in_an_answer_is_refused(self) -> None:
        text = to_json(evaluated(trainings(1))).replace(
            '"answer": "persons"', '"answer": "a\\ud800"', 1
        )

        with pytest.raises(
            DocumentError, match=r"asked\[0\]\.answer: it holds half of a Unicode character$"
        ):
            from_json(text, Evaluation)

    def test_the_error_of_the_parser_is_not_attached(self) -> None:
        """That error holds the whole document, including keys of people."""
        with pytest.raises(DocumentError) as refusal:
            from_json('{"person": "SAMPLE-P1"', Register)

        assert refusal.value.__context__ is None

    def test_other_types_are_refused(self) -> None:
        with pytest.raises(
            InvalidType, match=r"kind: expected one of Program, .*, FundingTotals, got type"
        ):
            from_json("{}", Phase)
        with pytest.raises(InvalidType, match="text: expected text or bytes, got NoneType"):
            from_json(None, Register)  # type: ignore[arg-type]
        with pytest.raises(
            InvalidType, match=r"document: expected one of Program, .*, FundingTotals, got Phase"
        ):
            to_json(HANOI.phases[0])

    def test_a_document_of_another_kind_is_refused(self) -> None:
        with pytest.raises(
            DocumentError, match="expected 'nsc-program/evaluation/1', got 'nsc-program/register/1'"
        ):
            from_json(to_json(Register([])), Evaluation)

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ('"type": "About"', '"type": "Roughly"', "expected one of 'AtLeast', 'MoreThan'"),
            ('"answer": "1/20"', '"answer": "2/40"', "a fraction in lowest terms"),
            ('"choices": {}', '"choices": {"a": "b", "a": "c"}', "'a' stands twice"),
            ('"choices": {}', '"choices": []', "expected an object, got a list"),
            ('"type": "About"', '"type": []', "type: expected one of 'AtLeast'"),
            (
                '"program": "hanoi"',
                '"program": "\\ud800"',
                "program: it holds half of a Unicode character",
            ),
        ],
    )
    def test_a_mistake_in_an_evaluation_is_refused(self, old: str, new: str, message: str) -> None:
        text = to_json(evaluated(supports(1480)))
        assert old in text

        with pytest.raises(DocumentError, match=message):
            from_json(text.replace(old, new), Evaluation)


class TestConverters:
    """A user's own converter learns this library's classes and keeps its other behaviour."""

    def test_a_new_converter_knows_the_classes(self) -> None:
        converter = make_converter()
        range_ = Range.at_least(5)

        assert {"low": 5, "high": None} == converter.unstructure(range_)
        assert range_ == converter.structure({"low": 5, "high": None}, Range)

    def test_a_users_converter_learns_the_classes(self) -> None:
        @frozen
        class Mine:
            count: int
            claim: Completeness

        converter = Converter()
        configure_converter(converter)
        written = {"what": "Support", "period": {"start": None, "end": "2025-12-31"}}
        document: dict[str, Any] = {"count": "5", "claim": written}
        claim = Completeness(Support, Period.until(date(2025, 12, 31)))

        assert Mine(5, claim) == converter.structure(document, Mine)
        assert {**document, "count": 5} == converter.unstructure(Mine(5, claim))

    def test_a_converter_writes_a_whole_program(self) -> None:
        converter = make_converter()

        assert HANOI == converter.structure(
            json.loads(json.dumps(converter.unstructure(HANOI))), Program
        )

    def test_a_converter_raises_errors_of_the_library(self) -> None:
        with pytest.raises(ExceptionGroup) as group:
            make_converter().structure({"id": 1, "unit": {}, "label": []}, Indicator)

        assert group.group_contains(NscError)


def test_a_report_gives_a_number_or_a_range() -> None:
    text = to_json(Register([report("supported", 5, issued=AFTER)]))

    assert from_json(text, Register) == from_json(
        text.replace('{\n    "low": 5,\n    "high": 5\n   }', "5"), Register
    )


def test_a_foreign_note_on_an_error_is_not_taken_for_a_place() -> None:
    inner = KeyError("on")
    inner.add_note("made up")
    error = ClassValidationError("made up", [inner], Fact)  # pyrefly: ignore[bad-argument-count]

    assert ["facts[0]: it is required"] == [
        problem.in_("en") for problem in listed(error, "facts", 0)
    ]


def test_a_bug_is_not_reported_as_a_problem_of_the_document() -> None:
    """An error that validators do not raise is a bug, not a fault of the data."""
    with pytest.raises(ZeroDivisionError):
        list(listed(ZeroDivisionError()))
