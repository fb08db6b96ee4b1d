"""What results contain, and which results are refused."""

from datetime import date

import pytest
from attrs import evolve

from building import AFTER, FIRST, IN_FIRST, SECOND, known, plan_of, report, wanted
from nsc_program import (
    HANOI,
    AtLeast,
    Completeness,
    Evaluation,
    Fact,
    Figure,
    Figures,
    InvalidType,
    InvalidValue,
    Period,
    Range,
    Reading,
    Register,
    Status,
    Support,
    Training,
    UnknownId,
    evaluate,
    tally,
)
from nsc_program.figures import PeopleNotIdentified
from nsc_program.plan._questions import WORDING
from nsc_program.serialization._writing import digest, digest_of
from nsc_program.verdicts import ObjectiveFigure, PartAboveWhole

NOTHING = Figures(AFTER)
STRICT = Reading(strict=False)


def evaluation(reading: Reading = STRICT) -> Evaluation:
    return evaluate(HANOI, NOTHING, reading)


class TestEvaluation:
    """An evaluation names its plan and its reading, and has a digest of its inputs."""

    def test_an_evaluation_names_its_reading(self) -> None:
        assert STRICT == evaluation().reading

    def test_its_digest_covers_plan_figures_and_reading(self) -> None:
        assert digest_of(HANOI, NOTHING, STRICT) == digest(evaluation())
        assert digest(evaluation(Reading())) != digest(evaluation())

    def test_its_phases_have_their_periods(self) -> None:
        assert [FIRST, SECOND] == [phase.period for phase in evaluation().phases]

    def test_it_contains_only_questions_that_were_asked(self) -> None:
        plan = evolve(
            HANOI,
            phases=(evolve(HANOI.phases[0], targets=(HANOI.target("2021-2025/bodies"),)),),
            objectives=(),
        )
        assert () == evaluate(plan, NOTHING).questions

    def test_it_contains_objectives_with_their_figures(self) -> None:
        share, told, solutions = HANOI.objectives
        tfp, events = HANOI.indicator("tfp-share"), HANOI.indicator("dissemination/events")
        expected = (
            ObjectiveFigure(
                objective=share, indicator=tfp, figure=Figure(tfp.id, HANOI.period, tfp.domain)
            ),
            ObjectiveFigure(
                objective=told, indicator=events, figure=Figure(events.id, FIRST, events.domain)
            ),
            ObjectiveFigure(objective=solutions, indicator=None, figure=None),
        )
        assert expected == evaluation().objectives


class TestPhase:
    """The status of a phase does not depend on what is only aspired to (phấn đấu)."""

    def test_aspirational_targets_may_be_missed(self) -> None:
        targets = (
            wanted(AtLeast(1)),
            evolve(wanted(AtLeast(9), name="phase/more"), aspirational=True),
        )
        (phase,) = evaluate(
            plan_of(FIRST, *targets), known("things", {FIRST: Range.exactly(5)})
        ).phases

        assert [Status.ATTAINED, Status.MISSED] == [verdict.status for verdict in phase.verdicts]
        assert Status.ATTAINED is phase.status


class TestFutureClaims:
    """A claim about future days has no effect yet."""

    def test_a_claim_about_a_later_phase_has_no_effect(self) -> None:
        known_now = tally(HANOI, Register([], [Completeness(Support, SECOND)]), as_of=IN_FIRST)

        assert Range.at_least(0) == known_now.figure(HANOI.indicator("supported"), FIRST).range


class TestRefusals:
    """Results that no evaluation could give are refused."""

    @pytest.mark.parametrize("wrong", ["0" * 63, "A" * 64, "g" * 64])
    def test_an_invalid_digest_is_refused(self, wrong: str) -> None:
        with pytest.raises(
            InvalidValue, match=r"^stated_digest: expected 64 hexadecimal digits in lower case$"
        ):
            evolve(evaluation(), stated_digest=wrong)

    def test_a_digest_that_is_not_text_is_refused(self) -> None:
        with pytest.raises(InvalidType, match=r"^stated_digest: expected text"):
            evolve(evaluation(), stated_digest=7)  # type: ignore[arg-type]

    def test_one_target_twice_is_refused(self) -> None:
        once = evaluation()
        with pytest.raises(
            InvalidValue, match=r"^target '2021-2025/trained' stands twice; leave one out$"
        ):
            evolve(once, phases=(*once.phases, once.phases[0]))

    @pytest.mark.parametrize(
        ("asked", "known"), [("strict", set[str]()), ("strictly", set(WORDING))]
    )
    def test_an_answer_to_a_question_of_another_plan_is_refused(
        self, asked: str, known: set[str]
    ) -> None:
        """The suggestions include the questions of the wording, which are fields of a reading.

        If the name is one of these, they are omitted.
        """
        own = {question.id for question in HANOI.questions}
        with pytest.raises(UnknownId) as unknown:
            evaluation(Reading(choices={asked: "yes"}))
        assert ("question of the plan", asked) == unknown.value.args[:2]
        assert own | known == set(unknown.value.args[2])


class TestParts:
    """A whole has a note for each of its parts that exceeds it."""

    def test_every_part_above_the_whole_is_noted(self) -> None:
        phase, whole = HANOI.phases[0], HANOI.target("2021-2025/trained")
        ways = ("experts/trained", "experts/certified")
        parts = [
            evolve(
                HANOI.target("2021-2025/experts"),
                id=f"2021-2025/part-{n}",
                part_of=whole.id,
                indicator=way,
            )
            for n, way in enumerate(ways)
        ]
        plan = evolve(HANOI, phases=(evolve(phase, targets=(whole, *parts)),), objectives=())
        above = [Figure(way, FIRST, Range.exactly(9)) for way in ways]
        known = Figures(AFTER, (Figure("trained/persons", FIRST, Range.exactly(5)), *above))
        notes = evaluate(plan, known)[whole.id].notes
        assert [PartAboveWhole(part.id, whole.id) for part in parts] == [
            n for n in notes if type(n) is PartAboveWhole
        ]


class TestHeadcounts:
    """That the people of a headcount are not identified is noted only where they count.

    The note is on the figures of people trained, for the phase of the headcount.
    """

    KNOWN = tally(
        HANOI,
        Register(
            [
                Training(id="t1", headcount=3, on=date(2022, 5, 5)),
                Training(id="t2", headcount=4, on=date(2031, 1, 1)),
            ]
        ),
        as_of=date(2031, 12, 31),
    )

    def test_unidentified_people_are_noted_in_their_own_phase_only(self) -> None:
        told = [
            note
            for each in self.KNOWN.figures
            for note in each.notes
            if type(note) is PeopleNotIdentified
        ]
        assert [
            PeopleNotIdentified("trained/persons", period, 3, 0) for period in (FIRST, HANOI.period)
        ] == told


class TestEvidenceInDoubt:
    """If reports over other periods clash with each other, the count is not in doubt."""

    def test_the_count_is_still_the_low_end(self) -> None:
        facts = [Fact("supported", f"K{number}", date(2023, 5, 5)) for number in range(6)]
        one = report("supported", 7, Period.of_years(2021, 2021))
        other = report("supported", 5, Period.of_years(2021, 2022))
        figures = tally(HANOI, Register([*facts, one, other]), as_of=AFTER)
        assert Range.at_least(6) == figures.figure(HANOI.indicator("supported"), FIRST).range
