"""The basis of a verdict: baselines of growth, parts and wholes, phases, and questions."""

from datetime import date

import pytest
from attrs import evolve

from building import (
    AFTER,
    FIRST,
    IN_SECOND,
    SECOND,
    evaluated,
    experts,
    report,
    supports,
    trainings,
    verdict_of,
)
from each import for_each
from nsc_program import (
    HANOI,
    About,
    AtLeast,
    AtMost,
    Between,
    Figure,
    Figures,
    Growth,
    InvalidValue,
    LessThan,
    MoreThan,
    Period,
    Phase,
    Plain,
    Program,
    Range,
    Reached,
    Reading,
    Register,
    Status,
    Target,
    UnknownId,
    Verdict,
    evaluate,
    tally,
)
from nsc_program.plan import Bound
from nsc_program.plan._bases import Basis
from nsc_program.records import AnyRecord
from nsc_program.verdicts import BaselineMayBeZero, NoPlannedBaseline, PartAboveWhole

SUPPORTED = HANOI.target("2021-2025/supported")


def plan(bound: Bound, basis: Basis = Reached(), indicator: str = "supported") -> Program:
    """Return Hanoi's plan with one made-up target of another wording in its second phase."""
    target = Target(
        id="2026-2030/made-up",
        title=SUPPORTED.title,
        indicator=indicator,
        basis=basis,
        bound=bound,
        citations=SUPPORTED.citations,
    )
    return evolve(
        HANOI, phases=(HANOI.phases[0], Phase.of_years(2026, 2030, (target,))), objectives=()
    )


def decided(program: Program, reading: Reading = Reading(), **figures: Range) -> Verdict:
    """Return the made-up target's verdict on figures of `supported` in both phases."""
    periods = {"first": FIRST, "second": SECOND}
    known = tuple(Figure("supported", periods[name], range_) for name, range_ in figures.items())
    return evaluate(program, Figures(AFTER, known), reading)["2026-2030/made-up"]


class TestBounds:
    """Each bound accepts what its words say."""

    @for_each(
        ("bound", "reading", "accepted"),
        [
            (AtLeast(20), Reading(), Range.at_least(20)),
            (MoreThan(20), Reading(), Range.at_least(21)),
            (MoreThan(20), Reading(strict=False), Range.at_least(20)),
            (About(20), Reading(), Range.at_least(19)),
            (About(20), Reading(may_exceed=False), Range(19, 21)),
            (Between(20, 40), Reading(), Range.at_least(20)),
            (Between(20, 40), Reading(upper_binds=True), Range(20, 40)),
            (Between(20, 40, about=True), Reading(upper_binds=True), Range(19, 42)),
            (Plain(20), Reading(), Range.at_least(20)),
            (Plain(20), Reading(plain_is_floor=False), Range.exactly(20)),
            (AtMost(20), Reading(), Range.at_most(20)),
            (LessThan(20), Reading(), Range.at_most(19)),
        ],
    )
    def test_a_bound_accepts_its_range(
        self, bound: Bound, reading: Reading, accepted: Range
    ) -> None:
        assert accepted == decided(plan(bound), reading).comparisons[0].sure

    @for_each(
        ("bound", "asked"),
        [
            (AtLeast(20), []),
            (MoreThan(20), ["strict"]),
            (About(20), ["tolerance", "may_exceed"]),
            (Between(20, 40), ["upper_binds"]),
            (Between(20, 40, about=True), ["tolerance", "upper_binds"]),
            (Plain(20), ["plain_is_floor"]),
            (AtMost(20), []),
            (LessThan(20), []),
        ],
    )
    def test_a_bound_asks_its_questions(self, bound: Bound, asked: list[str]) -> None:
        assert asked == [each.question for each in decided(plan(bound)).asked]


class TestGrowth:
    """Growth is compared with accepted growth x baseline, in the indicator's own unit."""

    @pytest.mark.parametrize(
        ("bound", "sure", "perhaps"),
        [
            (AtLeast(50), Range.at_least(165), Range.at_least(150)),
            (MoreThan(50), Range.at_least(166), Range.at_least(151)),
            (AtMost(50), Range.at_most(150), Range.at_most(165)),
            (LessThan(50), Range.at_most(149), Range.at_most(164)),
            (Between(50, 100), Range.at_least(165), Range.at_least(150)),
        ],
    )
    def test_a_baseline_range_gives_a_sure_and_a_possible_range(
        self, bound: Bound, sure: Range, perhaps: Range
    ) -> None:
        (comparison,) = decided(plan(bound, Growth(FIRST)), first=Range(100, 110)).comparisons

        assert (sure, perhaps) == (comparison.sure, comparison.perhaps)

    @pytest.mark.parametrize(
        ("now", "status"),
        [
            (165, Status.ATTAINED),
            (164, Status.UNDECIDED),
            (150, Status.UNDECIDED),
            (149, Status.MISSED),
        ],
    )
    def test_growth_is_decided_only_if_all_baselines_agree(self, now: int, status: Status) -> None:
        verdict = decided(
            plan(AtLeast(50), Growth(FIRST)), first=Range(100, 110), second=Range.exactly(now)
        )

        assert status is verdict.status

    def test_a_baseline_without_a_high_end_can_only_be_missed(self) -> None:
        missed = decided(
            plan(AtLeast(50), Growth(FIRST)), first=Range.at_least(100), second=Range.exactly(149)
        )
        open_ = decided(
            plan(AtLeast(50), Growth(FIRST)), first=Range.at_least(100), second=Range.exactly(10**9)
        )

        assert (Status.MISSED, Status.UNDECIDED) == (missed.status, open_.status)
        assert open_.comparisons[0].sure is None

    @pytest.mark.parametrize("baseline", [Range.exactly(0), Range(0, 5), Range.at_least(0)])
    def test_growth_from_a_baseline_that_may_be_zero_is_undecided_with_a_note(
        self, baseline: Range
    ) -> None:
        verdict = decided(
            plan(AtLeast(50), Growth(FIRST)), first=baseline, second=Range.exactly(1000)
        )

        assert Status.UNDECIDED is verdict.status
        assert (BaselineMayBeZero("supported", FIRST),) == verdict.notes

    def test_a_planned_baseline_of_zero_has_the_same_note(self) -> None:
        nothing = evolve(SUPPORTED, bound=AtLeast(0))
        program = plan(AtLeast(50), Growth(FIRST))
        program = evolve(
            program, phases=(Phase.of_years(2021, 2025, (nothing,)), program.phases[1])
        )

        assert (BaselineMayBeZero("supported", FIRST),) == decided(
            program, Reading(planned_baseline=True)
        ).notes

    def test_the_planned_baseline_is_the_number_or_the_range_of_the_bound(self) -> None:
        between = evolve(SUPPORTED, bound=Between(100, 200))
        program = plan(AtLeast(50), Growth(FIRST))
        program = evolve(
            program, phases=(Phase.of_years(2021, 2025, (between,)), program.phases[1])
        )

        assert (
            Range(100, 200)
            == decided(program, Reading(planned_baseline=True)).comparisons[0].baseline
        )

    def test_without_a_planned_baseline_the_question_is_not_asked(self) -> None:
        before = Period.of_years(2016, 2020)
        program = plan(AtLeast(50), Growth(before))

        figures = Figures(AFTER, (Figure("supported", before, Range.exactly(100)),))
        verdict = evaluate(program, figures, Reading(planned_baseline=True))["2026-2030/made-up"]

        assert () == verdict.asked
        assert (NoPlannedBaseline("supported", before),) == verdict.notes
        assert Range.exactly(100) == verdict.comparisons[0].baseline


class TestPartsAndWholes:
    """A part (trong đó) certainly above its whole is noted on both, if they are comparable."""

    PART = PartAboveWhole("2021-2025/experts", "2021-2025/trained")

    def test_more_experts_than_trained_people_are_noted(self) -> None:
        evaluation = evaluated([*trainings(19), *experts(20)])

        for target in ("experts", "trained"):
            assert self.PART in evaluation[f"2021-2025/{target}"].notes

    def test_equal_numbers_are_not_noted(self) -> None:
        assert self.PART not in evaluated([*trainings(20), *experts(20)])["2021-2025/experts"].notes

    def test_people_are_not_compared_with_participations(self) -> None:
        reading = Reading(choices={"trained": "participations"})

        assert (
            self.PART
            not in evaluated([*trainings(19), *experts(20)], reading=reading)[
                "2021-2025/experts"
            ].notes
        )

    def test_a_part_of_another_phase_is_not_compared(self) -> None:
        """One thing in the first phase exceeds zero in the second without any contradiction."""
        first, second = HANOI.phases
        experts_ = HANOI.target("2021-2025/experts")
        elsewhere = tuple(
            evolve(each, part_of="2026-2030/experts") if each == experts_ else each
            for each in first.targets
        )
        program = evolve(HANOI, phases=(evolve(first, targets=elsewhere), second))
        register = Register.complete_through(AFTER, experts(3))

        evaluation = evaluate(program, tally(program, register, as_of=AFTER))

        assert Range.exactly(0) == evaluation["2026-2030/experts"].comparisons[0].possible
        assert not any(
            isinstance(note, PartAboveWhole) for note in evaluation["2021-2025/experts"].notes
        )

    def test_a_part_that_only_may_exceed_its_whole_is_not_noted(self) -> None:
        assert self.PART not in verdict_of("2021-2025/experts", experts(20)).notes


class TestLookup:
    def test_an_unknown_target_is_refused_with_the_nearest_name(self) -> None:
        with pytest.raises(
            UnknownId, match="no target '2021-2025/suported'; did you mean '2021-2025/supported'"
        ):
            evaluated([])["2021-2025/suported"]

    def test_an_unknown_phase_is_refused(self) -> None:
        with pytest.raises(UnknownId, match="no phase '2021-2030'"):
            evaluated([]).phase("2021-2030")

    def test_an_answer_to_an_unknown_question_is_refused(self) -> None:
        with pytest.raises(
            UnknownId, match="no question of the plan 'cooperative'; did you mean 'cooperatives'"
        ):
            evaluated([], reading=Reading(choices={"cooperative": "yes"}))

    def test_an_inadmissible_answer_is_refused(self) -> None:
        with pytest.raises(
            InvalidValue,
            match=r"^cooperatives: 'maybe' is not an admissible answer; "
            "admissible: 'no', 'yes'",
        ):
            evaluated([], reading=Reading(choices={"cooperatives": "maybe"}))

    def test_an_evaluation_is_a_mapping_in_the_plans_order(self) -> None:
        evaluation = evaluated([])

        assert [target.id for target in HANOI.targets] == list(evaluation)
        assert [evaluation[target] for target in evaluation] == list(evaluation.verdicts)
        assert len(evaluation) == 10
        assert "2021-2025/bodies" in evaluation
        assert "2021-2025/body" not in evaluation
        assert evaluation["2021-2025/bodies"] is evaluation.get("2021-2025/bodies")
        assert evaluation.get("2021-2025/body") is None


class TestPhases:
    def test_a_phase_has_the_status_of_its_worst_target(self) -> None:
        assert (
            Status.MISSED
            is evaluated([*trainings(2000), *supports(1500)]).phase("2021-2025").status
        )
        assert (
            Status.UNDECIDED
            is evaluated([*trainings(2001), *supports(1500)]).phase("2021-2025").status
        )

    def test_a_phase_without_targets_has_no_status(self) -> None:
        empty = evolve(HANOI, phases=(*HANOI.phases, Phase.of_years(2021, 2030)))

        assert evaluate(empty, Figures(AFTER)).phase("2021-2030").status is None


class TestObjectives:
    """An objective has its figure and no threshold."""

    def test_its_figure_covers_its_phase_or_the_whole_programme(self) -> None:
        share = evolve(report("tfp-share", 45, Period.of_years(2026, 2030)), id="r")

        tfp, events, solutions = evaluated([share]).objectives

        assert tfp.figure is not None
        assert (Period.of_years(2021, 2030), Range.exactly(45)) == (
            tfp.figure.period,
            tfp.figure.range,
        )
        assert events.figure is not None
        assert events.figure.period == FIRST
        assert solutions.figure is None


class TestRules:
    def test_a_verdict_needs_a_comparison(self) -> None:
        with pytest.raises(
            InvalidValue,
            match="comparisons: the verdict on target '2021-2025/bodies' needs a comparison",
        ):
            evolve(evaluated([])["2021-2025/bodies"], comparisons=())

    def test_an_evaluation_needs_the_questions_that_it_asked(self) -> None:
        with pytest.raises(InvalidValue, match="questions: the result rests on question 'trained'"):
            evolve(evaluated([]), questions=())


def test_evaluating_again_gives_an_equal_evaluation() -> None:
    """Neither time nor chance plays a part: equal arguments give equal evaluations."""
    records: list[AnyRecord] = [*supports(3), *trainings(2, IN_SECOND)]

    assert evaluated(records, date(2029, 5, 5)) == evaluated(reversed(records), date(2029, 5, 5))
