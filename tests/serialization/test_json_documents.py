"""Plans, figures, readings, sweeps and comparisons as JSON, and the digest of a result's inputs."""

import json
import re
from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256
from typing import Any, TypeVar

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from building import AFTER, FIRST, SECOND, known, models, supports, trainings
from drawing import days, registers
from drawing_plans import bounds, figures, with_bounds
from drawing_small import Case, exact_cases, growths, wordings, yearly_growths
from each import for_each
from nsc_program import (
    HANOI,
    Choice,
    Document,
    Evaluation,
    Figure,
    Figures,
    InvalidValue,
    Period,
    Program,
    Range,
    Reading,
    Register,
    Status,
    Text,
    compare_phases,
    evaluate,
    sweep,
    tally,
)
from nsc_program.catalog import ARTICLE, BAOMOI
from nsc_program.errors import DocumentError, InvalidProgram
from nsc_program.figures import NotClaimedComplete
from nsc_program.serialization import SCHEMAS, from_json, to_json
from nsc_program.serialization._writing import digest, digest_of
from nsc_program.testing.strategies import readings
from nsc_program.verdicts import PhaseComparison, TargetSweep

T = TypeVar("T")


def _there_and_back(value: T) -> T:
    """Write a value, check its text, and return the value that is read from it."""
    text = to_json(value)
    found = from_json(text, type(value))
    assert text == to_json(found)
    assert found == from_json(text.encode(), type(value))
    return found


def _written(value: object) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(to_json(value))
    return written


def _lines(*values: object) -> bytes:
    """Return the text that a digest covers, as documented."""
    texts = (
        json.dumps(_written(value), separators=(",", ":"), ensure_ascii=False) for value in values
    )
    return "".join(f"{text}\n" for text in texts).encode()


@st.composite
def _plans(draw: DrawFn) -> Program:
    """Draw Hanoi's plan in other words, and small plans."""
    wholes = {target.part_of for target in HANOI.targets}
    apart = [
        target.id for target in HANOI.targets if target.part_of is None and target.id not in wholes
    ]
    worded = st.fixed_dictionaries({name: bounds() for name in apart})
    cases = (exact_cases() | yearly_growths()).map(lambda case: case.program)
    return draw(cases | worded.map(lambda found: with_bounds(HANOI, found)))


class TestRoundTrip:
    """Law 10: writing and reading JSON is the identity, and equal values have one text."""

    @pytest.mark.parametrize("document", HANOI.documents, ids=lambda document: document.id)
    def test_the_part_of_one_document_is_read_back(self, document: Document) -> None:
        part = HANOI.attested_by(document)

        assert part == _there_and_back(part)

    def test_the_plan_of_hanoi_is_read_back(self) -> None:
        assert HANOI == _there_and_back(HANOI)

    @settings(max_examples=50)
    @given(_plans())
    def test_a_plan_is_read_back(self, program: Program) -> None:
        assert program == _there_and_back(program)

    @settings(max_examples=50)
    @given(registers(), days())
    def test_figures_are_read_back(self, register: Register, as_of: date) -> None:
        found = tally(HANOI, register, as_of=as_of)

        assert found == _there_and_back(found)

    @given(exact_cases() | yearly_growths())
    def test_figures_of_a_small_plan_are_read_back(self, case: Case) -> None:
        assert case.figures == _there_and_back(case.figures)

    @given(readings() | wordings())
    def test_a_reading_is_read_back(self, reading: Reading) -> None:
        assert reading == _there_and_back(reading)

    @given(exact_cases() | yearly_growths())
    def test_a_sweep_is_read_back(self, case: Case) -> None:
        swept = sweep(*case)

        assert swept == _there_and_back(swept)

    @given(growths(), wordings())
    def test_a_comparison_is_read_back(self, case: Case, reading: Reading) -> None:
        compared = compare_phases(evaluate(*case, reading), "phase", "next")

        assert compared == _there_and_back(compared)

    @settings(max_examples=20)
    @given(registers(), days(), readings())
    def test_a_comparison_of_hanoi_is_read_back(
        self, register: Register, as_of: date, reading: Reading
    ) -> None:
        found = tally(HANOI, register, as_of=as_of)
        compared = compare_phases(evaluate(HANOI, found, reading), "2021-2025", "2026-2030")

        assert compared == _there_and_back(compared)

    @settings(max_examples=20)
    @given(figures(HANOI, Reading()))
    def test_a_sweep_of_hanoi_is_read_back(self, found: Figures) -> None:
        swept = sweep(HANOI, found)

        assert swept == _there_and_back(swept)

    @given(exact_cases(), wordings())
    def test_verdicts_on_read_documents_are_the_same(self, case: Case, reading: Reading) -> None:
        read = evaluate(
            _there_and_back(case.program), _there_and_back(case.figures), _there_and_back(reading)
        )

        assert evaluate(*case, reading) == read


class TestWrittenForm:
    """The documents and units of a plan are in lists, once each.

    Elsewhere their ids refer to them.
    """

    def test_keys_are_in_an_order_that_suits_people(self) -> None:
        assert [
            *("schema", "id", "edition", "title", "issuer", "territory", "documents", "units"),
            *("indicators", "questions", "phases", "objectives", "funding_sources", "citations"),
        ] == [*_written(HANOI)]

    def test_each_document_and_unit_is_listed_once(self) -> None:
        written = _written(HANOI)

        assert [document.id for document in HANOI.documents] == [
            each["id"] for each in written["documents"]
        ]
        units = dict.fromkeys(indicator.unit.id for indicator in HANOI.indicators)
        assert [*units] == [each["id"] for each in written["units"]]

    def test_documents_and_units_are_elsewhere_given_by_id(self) -> None:
        written = _written(HANOI)

        (citation, *_) = written["phases"][0]["targets"][0]["citations"]
        assert {
            "document": ARTICLE.id,
            "words": "trên 2.000 cán bộ, công chức, viên chức",
        } == citation
        assert [indicator.unit.id for indicator in HANOI.indicators] == [
            each["unit"] for each in written["indicators"]
        ]

    def test_the_order_of_the_lists_does_not_matter(self) -> None:
        written = _written(HANOI)
        turned = {
            **written,
            "documents": written["documents"][::-1],
            "units": written["units"][::-1],
        }

        assert HANOI == from_json(json.dumps(turned), Program)

    def test_results_contain_documents_whole(self) -> None:
        written = _written(evaluate(HANOI, Figures(AFTER)))

        (citation, *_) = written["phases"][0]["verdicts"][0]["target"]["citations"]
        assert {"id", "title", "place", "remark"} == set(citation["document"])

    def test_fields_of_a_plan_with_their_default_are_omitted(self) -> None:
        target = _written(HANOI)["phases"][0]["targets"][0]

        assert {"id", "title", "indicator", "bound", "citations"} == set(target)

    def test_a_reading_is_written_whole(self) -> None:
        assert {
            "schema": "nsc-program/reading/1",
            "tolerance": "1/20",
            "may_exceed": True,
            "strict": True,
            "plain_is_floor": True,
            "upper_binds": False,
            "planned_baseline": False,
            "each_year": True,
            "mean_from_year_before": True,
            "estimates_decide": False,
            "choices": {},
        } == _written(Reading())

    def test_a_reading_may_omit_default_answers(self) -> None:
        text = (
            '{"schema": "nsc-program/reading/1", '
            '"choices": {"trained": "participations"}, "strict": false}'
        )

        assert Reading(strict=False, choices={"trained": "participations"}) == from_json(
            text, Reading
        )

    def test_a_sweep_contains_what_follows_from_its_outcomes(self) -> None:
        swept = sweep(HANOI, known("supported", {FIRST: Range.exactly(1480)}))
        written = next(
            each
            for each in _written(swept)["targets"]
            if each["target"]["id"] == "2021-2025/supported"
        )

        assert [*swept["2021-2025/supported"].statuses] == written["statuses"]
        assert not written["settled"]
        assert "tolerance" in written["hinges"]
        assert ["1/75"] == written["critical_tolerances"]


PLAIN = known("supported", {FIRST: Range.exactly(1480), SECOND: Range(0, None)})
GAP = NotClaimedComplete("supported", FIRST, (Period.until(date(2021, 6, 30)),))
OTHER_FIGURES = {
    "another day": evolve(PLAIN, as_of=date(2030, 12, 31)),
    "a figure less": evolve(PLAIN, figures=PLAIN.figures[1:]),
    "another order": evolve(PLAIN, figures=PLAIN.figures[::-1]),
    "a wider figure": evolve(
        PLAIN, figures=(evolve(PLAIN.figures[0], range=Range(1480, None)), PLAIN.figures[1])
    ),
    "an open end": evolve(
        PLAIN, figures=(PLAIN.figures[0], evolve(PLAIN.figures[1], range=Range.above(0)))
    ),
    "a note": evolve(PLAIN, figures=(evolve(PLAIN.figures[0], notes=(GAP,)), PLAIN.figures[1])),
    "another indicator": Figures(
        AFTER, tuple(Figure("experts", each.period, each.range) for each in PLAIN.figures)
    ),
}
OTHER_READINGS = {
    "tolerance": Reading(tolerance=Fraction(1, 21)),
    "may_exceed": Reading(may_exceed=False),
    "strict": Reading(strict=False),
    "plain_is_floor": Reading(plain_is_floor=False),
    "upper_binds": Reading(upper_binds=True),
    "planned_baseline": Reading(planned_baseline=True),
    "each_year": Reading(each_year=False),
    "mean_from_year_before": Reading(mean_from_year_before=False),
    "estimates_decide": Reading(estimates_decide=True),
    "choices": Reading(choices={"trained": "participations"}),
}
OTHER_PLANS = {
    "id": evolve(HANOI, id="other"),
    "edition": evolve(HANOI, edition="other"),
    "title": evolve(HANOI, title=Text(vi=HANOI.title.vi, en="other")),
    "in force": evolve(HANOI, in_force_from=date(2021, 1, 1)),
    "no objectives": evolve(HANOI, objectives=()),
    "another number": with_bounds(
        HANOI, {"2021-2025/supported": HANOI.target("2021-2025/bodies").bound}
    ),
    "one document's part": HANOI.attested_by(BAOMOI),
}


class TestDigests:
    """A result names its inputs by a digest that can be computed from the documents."""

    @given(exact_cases(), wordings())
    def test_a_digest_is_computed_as_documented(self, case: Case, reading: Reading) -> None:
        program, found = case
        expected = sha256(_lines(program, found, reading)).hexdigest()

        assert (
            expected
            == digest_of(program, found, reading)
            == digest(evaluate(program, found, reading))
        )

    @given(exact_cases(), wordings())
    def test_equal_inputs_have_equal_digests(self, case: Case, reading: Reading) -> None:
        read = (
            _there_and_back(case.program),
            _there_and_back(case.figures),
            _there_and_back(reading),
        )

        assert digest_of(*case, reading) == digest_of(*read)

    @given(
        st.lists(exact_cases(), min_size=2, max_size=2),
        st.lists(wordings(), min_size=2, max_size=2),
    )
    def test_different_inputs_have_different_digests(
        self, cases: list[Case], read: list[Reading]
    ) -> None:
        (one, other), (mine, yours) = cases, read

        assert ((*one, mine) == (*other, yours)) == (
            digest_of(*one, mine) == digest_of(*other, yours)
        )

    @pytest.mark.parametrize("changed", OTHER_PLANS)
    def test_any_change_of_the_plan_changes_the_digest(self, changed: str) -> None:
        assert digest_of(HANOI, PLAIN, Reading()) != digest_of(
            OTHER_PLANS[changed], PLAIN, Reading()
        )

    @pytest.mark.parametrize("changed", OTHER_FIGURES)
    def test_any_change_of_the_figures_changes_the_digest(self, changed: str) -> None:
        assert digest_of(HANOI, PLAIN, Reading()) != digest_of(
            HANOI, OTHER_FIGURES[changed], Reading()
        )

    @for_each("changed", OTHER_READINGS)
    def test_any_change_of_the_reading_changes_the_digest(self, changed: str) -> None:
        assert digest_of(HANOI, PLAIN, Reading()) != digest_of(
            HANOI, PLAIN, OTHER_READINGS[changed]
        )

    def test_the_changed_readings_cover_every_question(self) -> None:
        assert {field for field in _written(Reading()) if field != "schema"} == set(OTHER_READINGS)

    def test_the_digest_of_a_sweep_does_not_cover_a_reading(self) -> None:
        assert sha256(_lines(HANOI, PLAIN)).hexdigest() == digest(sweep(HANOI, PLAIN))
        assert digest(sweep(HANOI, PLAIN)) != digest(evaluate(HANOI, PLAIN))

    def test_a_comparison_has_the_digest_of_its_evaluation(self) -> None:
        reading = Reading(planned_baseline=True)
        compared = compare_phases(evaluate(HANOI, PLAIN, reading), "2021-2025", "2026-2030")

        assert digest(evaluate(HANOI, PLAIN, reading)) == digest(compared)

    def test_a_digest_does_not_depend_on_how_a_register_was_built(self) -> None:
        held = Register([*supports(3), *models(2)])
        parts = Register(models(2)).merge(Register(supports(3)), held)

        assert held == parts
        one, other = (
            digest(evaluate(HANOI, tally(HANOI, each, as_of=AFTER))) for each in (held, parts)
        )
        assert one == other


class TestLength:
    """A document may not be longer than the caller allows."""

    @for_each("kind", SCHEMAS, ids=lambda kind: kind.__name__)
    def test_a_longer_document_is_refused(self, kind: type[Any]) -> None:
        with pytest.raises(DocumentError) as refusal:
            from_json(" " * 1_234_567, kind, most=10)

        assert "expected at most 10 bytes, got 1,234,567" == str(refusal.value)

    def test_a_document_of_the_greatest_length_is_read(self) -> None:
        text = to_json(Reading())

        assert Reading() == from_json(text, Reading, most=len(text))
        with pytest.raises(DocumentError, match=r"expected at most \d+ bytes"):
            from_json(text, Reading, most=len(text) - 1)


class TestContradictoryResults:
    """The classes refuse a result that contradicts itself, and so do documents."""

    FIGURES = tally(HANOI, Register(trainings(2000)), as_of=AFTER)

    def test_derived_data_with_a_key_twice_are_refused(self) -> None:
        text = to_json(compare_phases(evaluate(HANOI, self.FIGURES), "2021-2025", "2026-2030"))
        planned = '"planned": {\n     "low": 2001,'
        assert planned in text

        with pytest.raises(DocumentError, match=r"^changes\[0\]\.earlier\.planned: expected"):
            from_json(
                text.replace(planned, planned.replace('"low"', '"low": 5, "low"'), 1),
                PhaseComparison,
            )

    def test_one_target_twice_is_refused(self) -> None:
        evaluation, swept = evaluate(HANOI, self.FIGURES), sweep(HANOI, self.FIGURES)

        with pytest.raises(
            InvalidValue, match=r"^target '2021-2025/trained' stands twice; leave one out$"
        ):
            evolve(evaluation, phases=evaluation.phases[:1] * 2)
        with pytest.raises(
            InvalidValue, match=r"^target '2021-2025/trained' stands twice; leave one out$"
        ):
            evolve(swept, targets=swept.targets[:1] * 2)

    def test_a_question_that_is_not_explained_is_refused(self) -> None:
        for result in (
            evaluate(HANOI, self.FIGURES),
            sweep(HANOI, self.FIGURES),
            compare_phases(evaluate(HANOI, self.FIGURES), "2021-2025", "2026-2030"),
        ):
            with pytest.raises(
                InvalidValue,
                match=r"^questions: the result rests on question 'trained', which is not "
                r"listed; add it$",
            ):
                evolve(result, questions=())

    def test_a_target_without_outcomes_is_refused(self) -> None:
        with pytest.raises(
            InvalidValue, match=r"^outcomes: target '2021-2025/trained' needs an outcome$"
        ):
            TargetSweep(HANOI.target("2021-2025/trained"), ())

    @pytest.mark.parametrize("status", Status)
    def test_a_status_that_does_not_follow_is_refused(self, status: Status) -> None:
        """2,000 people where more than 2,000 are asked for is missed.

        All other statuses are refused.
        """
        evaluation = evaluate(HANOI, self.FIGURES, Reading())
        document = json.loads(to_json(evaluation))
        phase = document["phases"][0]
        for part, place in (
            (phase["verdicts"][0], "phases[0].verdicts[0].status"),
            (phase, "phases[0].status"),
        ):
            right, part["status"] = part["status"], status.value
            if status.value != right:
                with pytest.raises(DocumentError, match=re.escape(f'{place}: expected "{right}"')):
                    from_json(json.dumps(document), Evaluation)
            part["status"] = right
        assert evaluation == from_json(json.dumps(document), Evaluation)

    def test_whether_a_phase_is_open_follows_from_the_day(self) -> None:
        open_, over = (
            evaluate(HANOI, Figures(day)) for day in (FIRST.end - timedelta(days=1), FIRST.end)
        )
        found = [each["2021-2025/supported"].status for each in (open_, over)]
        assert [Status.PENDING, Status.UNDECIDED] == found

        with pytest.raises(
            InvalidValue, match=r"^phases\[0\]\.verdicts\[0\]\.as_of: .* is as of 2025-12-30"
        ):
            evolve(open_, as_of=over.as_of)

    def test_a_choice_with_more_combinations_than_fit_into_memory_is_refused(self) -> None:
        questions = [
            evolve(HANOI.question("cooperatives"), id=f"q{number}") for number in range(64)
        ]
        choice = Choice(tuple(question.id for question in questions), [((), "supported")])
        phase = HANOI.phases[0]
        changed = evolve(
            phase, targets=(evolve(phase.targets[0], indicator=choice), *phase.targets[1:])
        )

        with pytest.raises(
            InvalidProgram, match="its choice needs one row for each combination of answers"
        ):
            evolve(
                HANOI, questions=(*HANOI.questions, *questions), phases=(changed, *HANOI.phases[1:])
            )


class TestPlans:
    """People write plans, so they need not state what the library knows."""

    def test_the_librarys_indicators_need_no_entry(self) -> None:
        plan = json.loads(to_json(HANOI))
        del plan["indicators"], plan["units"]

        found = from_json(json.dumps(plan), Program)

        named = {indicator for target in HANOI.targets for indicator in target.indicator_ids}
        assert named | {"tfp-share", "dissemination/events"} == {
            each.id for each in found.indicators
        }
        assert HANOI.targets == found.targets
        assert found == from_json(to_json(found), Program)

    @pytest.mark.parametrize("indicators", [5, {}, None])
    def test_a_value_in_place_of_a_list_is_refused(self, indicators: object) -> None:
        plan = json.loads(to_json(HANOI)) | {"indicators": indicators}

        with pytest.raises(DocumentError, match=r"(?m)^indicators: expected a list, got "):
            from_json(json.dumps(plan), Program)

    @pytest.mark.parametrize("name", [[], {}, 5, None])
    def test_an_id_that_is_not_text_is_refused(self, name: object) -> None:
        plan = json.loads(to_json(HANOI))
        plan["indicators"][0]["id"] = plan["units"][0]["id"] = plan["documents"][0]["id"] = name

        with pytest.raises(DocumentError) as refusal:
            from_json(json.dumps(plan), Program)

        paths = [problem.place for problem in refusal.value.problems]
        assert {"indicators[0].id", "units[0].id", "documents[0].id"} <= set(paths)

    def test_an_unreadable_entry_does_not_make_its_id_unknown(self) -> None:
        plan = json.loads(to_json(HANOI))
        del plan["documents"][0]["id"]

        with pytest.raises(DocumentError) as refusal:
            from_json(json.dumps(plan), Program)

        assert "documents[0].id: it is required" == str(refusal.value)
