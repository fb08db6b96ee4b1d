"""Growth from every kind of baseline."""

from datetime import date

import pytest
from attrs import evolve

from building import (
    AFTER,
    FIRST,
    IN_SECOND,
    SECOND,
    evaluated,
    plan_of,
    report,
    supports,
    trainings,
    wanted,
)
from nsc_program import (
    AtLeast,
    Fact,
    Growth,
    Period,
    Range,
    Reading,
    Register,
    Status,
    evaluate,
    tally,
)
from nsc_program.catalog._indicators import PARTICIPATION, PERSON
from nsc_program.figures import Estimated
from nsc_program.plan import Asked
from nsc_program.verdicts import BaselineMayBeZero, NoPlannedBaseline, UnitsDiffer


class TestBaselines:
    """Growth is measured from the possible values of its baseline; problems are noted."""

    GROWN, TRAINED = "2026-2030/supported", "2026-2030/trained"

    def test_growth_from_zero_is_undecided(self) -> None:
        verdict = evaluated([*supports(1, IN_SECOND)])[self.GROWN]

        assert Status.UNDECIDED is verdict.status
        assert Range.exactly(0) == verdict.comparisons[0].baseline
        assert BaselineMayBeZero("supported", FIRST) in verdict.notes

    def test_growth_from_a_baseline_that_may_be_zero_is_undecided(self) -> None:
        doubtful = [evolve(one, verified=False) for one in supports(1)]

        verdict = evaluated([*doubtful, *supports(9, IN_SECOND)])[self.GROWN]

        assert Status.UNDECIDED is verdict.status
        assert Range(0, 1) == verdict.comparisons[0].baseline
        assert BaselineMayBeZero("supported", FIRST) in verdict.notes

    def test_growth_from_an_open_phase_is_never_sure(self) -> None:
        """The baseline may still rise, so no figure is sure to be enough; but it cannot fall."""
        (comparison,) = evaluated(supports(100), as_of=date(2025, 12, 30))[self.GROWN].comparisons

        assert Range.at_least(100) == comparison.baseline
        assert (None, Range.at_least(150)) == (comparison.sure, comparison.perhaps)

    def test_growth_from_an_estimate_is_decided_only_if_estimates_decide(self) -> None:
        estimate = report("supported", 100, issued=date(2025, 12, 15))

        records, decides = (
            [estimate, report("supported", 150, SECOND)],
            Reading(estimates_decide=True),
        )

        verdict = evaluated(records, reading=decides)[self.GROWN]

        assert Status.UNDECIDED is evaluated(records)[self.GROWN].status
        assert Status.ATTAINED is verdict.status
        assert Estimated("supported", FIRST, estimate.id, estimate.issued, FIRST) in verdict.notes

    @pytest.mark.parametrize("as_of", [date(2030, 12, 30), AFTER])
    def test_growth_of_people_over_planned_participations_is_undecided(self, as_of: date) -> None:
        """For H6 the verdict notes that the units differ, instead of a number."""
        reading = Reading(planned_baseline=True, choices={"trained": "participations"})

        verdict = evaluated(trainings(5000, IN_SECOND), as_of, reading)[self.TRAINED]

        assert (Status.UNDECIDED if as_of == AFTER else Status.PENDING) is verdict.status
        (comparison,) = verdict.comparisons
        assert (None, None) == (comparison.baseline, comparison.sure)
        assert UnitsDiffer("trained/persons", FIRST, PERSON, PARTICIPATION) in verdict.notes
        assert not any(isinstance(note, BaselineMayBeZero) for note in verdict.notes)
        asked = {Asked("planned_baseline", answer=True), Asked("trained", "participations")}
        assert asked == {*verdict.asked}

    def test_growth_may_be_measured_from_before_the_programme(self) -> None:
        """The baseline is reported, or known from records."""
        before = Period.of_years(2011, 2020)
        program = plan_of(SECOND, wanted(AtLeast(50), Growth(before)))
        held = [report("things", 150, SECOND), report("things", 100, before)]

        verdict = evaluate(program, tally(program, Register(held), as_of=AFTER))["phase/wanted"]

        assert (Status.ATTAINED, Range.exactly(100)) == (
            verdict.status,
            verdict.comparisons[0].baseline,
        )
        assert NoPlannedBaseline("things", before) in verdict.notes

    @pytest.mark.parametrize(
        ("as_of", "known", "baseline", "status"),
        [
            (date(2023, 12, 31), Range.exactly(3), Range.exactly(2), Status.ATTAINED),
            (date(2022, 12, 30), Range.at_least(2), Range.at_least(2), Status.PENDING),
        ],
    )
    def test_growth_may_be_measured_from_a_period_that_overlaps_the_phase(
        self, as_of: date, known: Range, baseline: Range, status: Status
    ) -> None:
        """Things in both periods count in both."""
        program = plan_of(
            Period.of_years(2021, 2023), wanted(AtLeast(50), Growth(Period.of_years(2020, 2022)))
        )
        facts = [Fact("things", f"E{year}", date(year, 6, 30)) for year in (2021, 2022, 2023)]
        register = Register.complete_through(as_of, facts)

        verdict = evaluate(program, tally(program, register, as_of=as_of))["phase/wanted"]

        assert (known, baseline, status) == (
            verdict.comparisons[0].possible,
            verdict.comparisons[0].baseline,
            verdict.status,
        )
