"""The conformance cases: the library meets every expectation, and the cases cover the design."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, get_args

import pytest

from each import for_each
from nsc_program import HANOI, Program, Reading, Register, Status, evaluate, tally
from nsc_program.plan import WORDING
from nsc_program.plan._bases import TOTALS, Basis, Change, Difference, Growth, Reached, last_day
from nsc_program.plan._bounds import Between, Bound, worded
from nsc_program.plan._targets import Phase, Target
from nsc_program.serialization import from_json, to_json
from nsc_program.testing.conformance import HANOI_PLAN, SCHEMA, Case, cases, documents
from nsc_program.verdicts._notes import Note

Json: TypeAlias = dict[str, Any]

FILES = sorted((Path(__file__).parents[2] / "conformance").glob("*.json"))
CASES = cases()
EACH_CASE = for_each("case", CASES, ids=[case.id for case in CASES])
EACH_FILE = for_each("topic", FILES, ids=[each.name for each in FILES])
DAY = timedelta(days=1)


@cache
def _program(text: str) -> Program:
    return HANOI if text == HANOI_PLAN else from_json(text, Program)


@cache
def _evaluated(case: Case) -> Json:
    """Return the document of the evaluation that a case asks for."""
    program = _program(case.program)
    figures = tally(program, from_json(case.register, Register), as_of=case.as_of)
    document: Json = json.loads(
        to_json(evaluate(program, figures, from_json(case.reading, Reading)))
    )
    return document


def _unordered(items: Iterable[Any]) -> list[str]:
    return sorted(json.dumps(item, sort_keys=True, ensure_ascii=False) for item in items)


def _normal(verdict: Mapping[str, Any]) -> Json:
    return {**verdict, "notes": _unordered(verdict["notes"]), "asked": _unordered(verdict["asked"])}


def _result(verdict: Json) -> Json:
    return _normal({name: verdict[name] for name in ("status", "comparisons", "notes", "asked")})


class TestLibrary:
    """The library decides every case as the case expects."""

    @EACH_CASE
    def test_verdicts_are_as_expected(self, case: Case) -> None:
        expected = {target: _normal(verdict) for target, verdict in case.expected.items()}
        verdicts = {
            each["target"]["id"]: each
            for phase in _evaluated(case)["phases"]
            for each in phase["verdicts"]
        }

        assert expected == {target: _result(verdicts[target]) for target in expected}

    @EACH_CASE
    def test_statuses_of_phases_are_as_expected(self, case: Case) -> None:
        actual = {phase["id"]: phase["status"] for phase in _evaluated(case)["phases"]}

        assert case.phases == actual

    def test_neighbouring_cases_differ(self) -> None:
        """Expectations are compared whole: those of one case do not fit its neighbour."""
        first, second = (
            case for case in CASES if case.id in ("at-least-3-counted-2", "at-least-3-counted-3")
        )
        expected = {target: _normal(verdict) for target, verdict in first.expected.items()}
        verdicts = {
            each["target"]["id"]: each
            for phase in _evaluated(second)["phases"]
            for each in phase["verdicts"]
        }

        assert expected != {target: _result(verdicts[target]) for target in expected}


class TestFiles:
    """People can read the files, and so can other languages."""

    @EACH_FILE
    def test_a_case_says_what_it_is_about(self, topic: Path) -> None:
        text = topic.read_text(encoding="utf-8")
        document = json.loads(text)

        assert ["schema", "topic", "about", "program", "cases"] == list(document)
        assert (SCHEMA, topic.name) == (document["schema"], f"{document['topic']}.json")
        assert "ví dụ" in document["about"]["vi"].casefold()
        assert re.search("made[ -]up", document["about"]["en"])
        assert len(text.encode()) < 250_000

    @EACH_FILE
    def test_a_plan_is_in_its_one_written_form(self, topic: Path) -> None:
        document = json.loads(topic.read_text(encoding="utf-8"))
        plan = document["program"]
        if plan != HANOI_PLAN:
            plan = json.loads(to_json(from_json(json.dumps(plan), Program)))

        assert document["program"] == plan

    def test_the_packed_files_are_those_of_the_repository(self) -> None:
        """`python tools/pack_cases.py` packs them."""
        assert {each.name: each.read_text(encoding="utf-8") for each in FILES} == documents()

    def test_every_case_is_read(self) -> None:
        ids = [
            case["id"]
            for each in FILES
            for case in json.loads(each.read_text(encoding="utf-8"))["cases"]
        ]

        assert ids == [case.id for case in CASES]

    def test_ids_are_unique_and_plain(self) -> None:
        ids = [case.id for case in CASES]

        assert sorted(set(ids)) == sorted(ids)
        assert [] == [each for each in ids if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", each)]

    def test_every_case_says_why_in_both_languages(self) -> None:
        assert [] == [
            case.id
            for case in CASES
            if not (case.why.vi.endswith(".") and case.why.en.endswith("."))
        ]

    def test_every_target_is_named(self) -> None:
        """Only a case about Hanoi's plan may omit targets."""
        for case in CASES:
            program, named = _program(case.program), set(case.expected)
            everything = {target.id for target in program.targets}

            assert named <= everything if case.program == HANOI_PLAN else named == everything

    def test_every_key_is_made_up(self) -> None:
        keys = {
            value
            for case in CASES
            for records in json.loads(case.register).values()
            if isinstance(records, list)
            for record in records
            for name, value in record.items()
            if name in ("id", "key", "person", "enterprise", "registration", "code")
        }

        assert set() == {key for key in keys if not re.match("SAMPLE-|00000000", key)}


class _Seen(NamedTuple):
    """A target in a case, with what the case expects about it."""

    case: Case
    program: Program
    phase: Phase
    target: Target
    verdict: Json

    @property
    def accumulates(self) -> bool:
        return all(self.program.indicator(each).accumulates for each in self.target.indicator_ids)

    @property
    def basis(self) -> str:
        """Return the basis, and which kind of baseline or indicator it has."""
        match self.target.basis:
            case Reached():
                return "Reached of a count" if self.accumulates else "Reached of a state"
            case Growth(baseline, falling=False):
                phases = [phase.period for phase in self.program.phases]
                return f"Growth {'within' if baseline in phases else 'from before'} the programme"
            case basis:
                return f"{'falling ' if _is_fall(basis) else ''}{type(basis).__name__}"

    @property
    def found(self) -> Fraction | None:
        """Return the number of the target's figure, if it has one figure that is one number."""
        possible = [comparison["possible"] for comparison in self.verdict["comparisons"]]
        ends = {possible[0]["low"], possible[0]["high"]} if len(possible) == 1 else set()
        (end,) = ends if len(ends) == 1 else (None,)
        return None if end is None else Fraction(end)


def _seen() -> Iterable[_Seen]:
    for case in CASES:
        program = _program(case.program)
        for target, verdict in case.expected.items():
            yield _Seen(case, program, program.phase_of(target), program.target(target), verdict)


def _is_fall(basis: Basis) -> bool:
    return not isinstance(basis, TOTALS) and basis.falling


SEEN = tuple(_seen())
STATUSES = {status.value for status in Status}


def _names(union: object) -> set[str]:
    return {kind.__name__ for kind in get_args(union)}


def _answers(question: str) -> set[Any]:
    """Return the answers that cases give to a question, as JSON."""
    asked = (each for seen in SEEN for each in seen.verdict["asked"])
    return {json.dumps(each["answer"]) for each in asked if each["question"] == question}


def _ends(bound: Bound) -> set[Fraction]:
    """Return the numbers of the bound."""
    return {end for end in (worded(bound).low, worded(bound).high) if end is not None}


class TestCasesCoverTheDesign:
    """The cases test every part of the design."""

    def test_every_bound_is_tested_on_every_basis_with_numbers(self) -> None:
        for basis in (
            "Reached of a count",
            "Reached of a state",
            "Growth from before the programme",
        ):
            assert _names(Bound) == {
                type(seen.target.bound).__name__ for seen in SEEN if seen.basis == basis
            }

    def test_between_is_tested_with_and_without_about(self) -> None:
        bounds = [seen.target.bound for seen in SEEN]

        assert {True, False} == {bound.about for bound in bounds if isinstance(bound, Between)}

    def test_every_basis_is_tested(self) -> None:
        assert _names(Basis) == {type(seen.target.basis).__name__ for seen in SEEN}

    def test_every_change_is_tested_as_a_fall(self) -> None:
        """In each year and on average, too."""
        falls = {type(seen.target.basis).__name__ for seen in SEEN if _is_fall(seen.target.basis)}

        assert _names(Change) == falls

    def test_a_baseline_that_is_a_day_is_tested_on_every_basis_that_names_one(self) -> None:
        closes = {
            type(seen.target.basis)
            for seen in SEEN
            if isinstance(seen.target.basis, (Growth, Difference))
            and seen.target.basis.baseline.start is None
        }

        assert {Growth, Difference} == closes

    @pytest.mark.parametrize(
        ("case", "target", "status"),
        [
            ("mean-growth-200-to-265-from-the-first-year", "phase/mean", "attained"),
            ("mean-growth-200-to-265-from-the-first-year", "phase/each", "missed"),
            ("mean-growth-about-11-percent-from-the-year-before", "phase/about", "missed"),
            ("mean-growth-about-11-percent-from-the-first-year", "phase/about", "attained"),
        ],
    )
    def test_mean_growth_is_told_from_growth_in_each_year(
        self, case: str, target: str, status: str
    ) -> None:
        statuses = {(seen.case.id, seen.target.id): seen.verdict["status"] for seen in SEEN}

        assert status == statuses[case, target]

    def test_every_note_is_tested(self) -> None:
        assert _names(Note) == {note["type"] for seen in SEEN for note in seen.verdict["notes"]}

    @for_each(
        "basis",
        [
            "Reached of a count",
            "Reached of a state",
            "Growth within the programme",
            "Growth from before the programme",
            "During",
            "EachYear",
            "YearlyGrowth",
            "MeanGrowth",
            "Difference",
            "falling Growth",
            "falling Difference",
        ],
    )
    def test_every_status_is_tested_on_every_basis(self, basis: str) -> None:
        assert STATUSES == {seen.verdict["status"] for seen in SEEN if seen.basis == basis}

    def test_every_status_of_a_phase_is_tested(self) -> None:
        assert {*STATUSES, None} == {status for case in CASES for status in case.phases.values()}

    def test_every_question_of_the_wording_is_tested_with_each_answer(self) -> None:
        yes_no = {question for question in WORDING if question != "tolerance"}

        assert {question: {"true", "false"} for question in yes_no} == {
            question: _answers(question) for question in yes_no
        }
        assert {"0", '"1/20"', '"1/10"', '"1/75"'} <= _answers("tolerance")

    def test_every_question_of_hanois_plan_is_tested_with_each_answer(self) -> None:
        expected = {
            each.id: {json.dumps(answer.value) for answer in each.answers}
            for each in HANOI.questions
        }

        assert expected == {question: _answers(question) for question in expected}

    def test_every_target_of_hanois_plan_is_tested(self) -> None:
        assert {target.id for target in HANOI.targets} == {
            each.target.id for each in SEEN if each.program is HANOI
        }

    @pytest.mark.parametrize("name", sorted(_names(Bound)))
    def test_every_bound_turns_between_neighbours(self, name: str) -> None:
        """Law 5: from N-1 to N+1 for things, by a hundredth for a share."""
        for basis, step in (
            ("Reached of a count", Fraction(1)),
            ("Reached of a state", Fraction(1, 100)),
        ):
            of_bound = [
                seen
                for seen in SEEN
                if seen.basis == basis and type(seen.target.bound).__name__ == name
            ]
            found: dict[Bound, set[Fraction | None]] = {}
            for seen in of_bound:
                found.setdefault(seen.target.bound, set()).add(seen.found)
            turning = [
                bound
                for bound, values in found.items()
                if {end + sign * step for end in _ends(bound) for sign in (-1, 0, 1)} <= values
            ]

            assert turning

    def test_the_last_day_of_a_phase_and_the_day_before_are_tested(self) -> None:
        ends = {seen.case.as_of - seen.phase.period.end for seen in SEEN}

        assert {-DAY, 0 * DAY} <= ends

    def test_attained_and_missed_are_tested_in_an_open_phase(self) -> None:
        """A part of a phase is over before the phase is, and may then stay undecided."""
        ends = ((seen, last_day(seen.target.basis, seen.phase.period)) for seen in SEEN)
        open_ = {seen.verdict["status"] for seen, end in ends if seen.case.as_of < end}

        assert {"attained", "missed", "pending"} == open_

    def test_growth_that_only_some_baselines_accept_is_tested(self) -> None:
        held = [comparison for seen in SEEN for comparison in seen.verdict["comparisons"]]

        assert any(each["sure"] and each["sure"] != each["perhaps"] for each in held)
        assert any(each["sure"] is None and each["perhaps"] is None for each in held)

    def test_years_that_begin_on_other_days_are_tested(self) -> None:
        starts = {
            date.fromisoformat(each["period"]["start"])
            for seen in SEEN
            for each in seen.verdict["comparisons"]
            if each["period"]["start"]
        }

        assert {(12, 15), (2, 29), (2, 28)} <= {(start.month, start.day) for start in starts}
