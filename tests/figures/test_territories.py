"""A register of a part of the plan's territory gives a floor; one of another place is refused."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from both_languages import faults_of
from building import AFTER, IN_FIRST, experts, found, plan_of, supports, wanted
from drawing_plans import with_bounds
from each import for_each
from nsc_program import (
    HANOI,
    NATIONAL,
    AtLeast,
    Completeness,
    Figure,
    Funding,
    Period,
    Program,
    Range,
    Register,
    ReportedFigure,
    Support,
    assess,
    evidence,
    findings,
    funding,
    tally,
)
from nsc_program.checks import ExpertNotTrained
from nsc_program.errors import InvalidType, InvalidValue
from nsc_program.figures import (
    ClaimedComplete,
    Clash,
    NotStarted,
    PartOfTerritory,
    Reported,
    RunningTally,
)
from nsc_program.records import WhyNot
from nsc_program.report import funding_grid
from nsc_program.testing import strategies as nsc
from nsc_program.values._territories import lies_within
from nsc_program.verdicts import LeftOut

FIRST, SECOND = (phase.period for phase in HANOI.phases)
TOO_LONG = f"VN-{38 * '0'}"
NATION = evolve(HANOI, territory="VN")
"""Hanoi's plan, as if it were about the nation."""
PART = PartOfTerritory("supported", FIRST, "VN-HN")
WANTED = "phase/wanted"
MONEY = Funding("state-budget", 90)
CLAIM = Completeness(Support, Period.until(date(2030, 12, 31)))


def of_hanoi(*records: object, claims: tuple[Completeness, ...] = (CLAIM,)) -> Register:
    return Register(records, claims, territory="VN-HN")  # type: ignore[arg-type]


def report(number: int, value: int, indicator: str = "supported", **more: object) -> ReportedFigure:
    fields = {"period": FIRST, "issued": date(2026, 1, 15), **more}
    return ReportedFigure(id=f"r{number}", indicator=indicator, value=value, **fields)  # type: ignore[arg-type]


def figure(
    register: Register, program: Program = NATION, name: str = "supported", period: Period = FIRST
) -> Figure:
    return tally(program, register, as_of=AFTER).figure(program.indicator(name), period)


class TestCodes:
    @pytest.mark.parametrize("code", ["VN", "VN-HN", "VN-01", "VN-HN-00004", "DE-BY"])
    def test_a_code_has_parts_joined_by_hyphens(self, code: str) -> None:
        assert code == Register(territory=code).territory
        assert code == evolve(HANOI, territory=code).territory

    @for_each(
        "code",
        ["", "V", "vn", "VN-", "VN_HN", "VN HN", "VN-hn", "Hà Nội", "VN-Đ", TOO_LONG],
    )
    def test_any_other_text_is_refused(self, code: str) -> None:
        with pytest.raises(InvalidValue, match="such as VN for the country or VN-HN") as caught:
            Register(territory=code)
        assert [] == [*faults_of(caught.value.problems[0])]

    def test_a_code_is_a_text(self) -> None:
        with pytest.raises(InvalidType, match="territory: expected text"):
            Register(territory=84)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("territory", "other"), [("VN-HNX", "VN-HN"), ("VN", "VN-HN"), ("VN-SG", "VN-HN")]
    )
    def test_a_code_lies_within_those_of_which_it_has_the_first_parts(
        self, territory: str, other: str
    ) -> None:
        assert lies_within("VN-HN-00004", "VN")
        assert not lies_within(territory, other)


class TestSameTerritory:
    @pytest.mark.parametrize("territory", [None, "VN-HN"])
    @pytest.mark.parametrize("program", [HANOI, evolve(HANOI, territory=None)])
    def test_figures_do_not_depend_on_names_that_do_not_differ(
        self, program: Program, territory: str | None
    ) -> None:
        register = Register(supports(3), [CLAIM], territory=territory)

        assert Range.exactly(3) == figure(register, program).range

    def test_a_plan_of_any_territory_judges_a_register_that_names_none(self) -> None:
        assert Range.exactly(3) == figure(Register(supports(3), [CLAIM])).range


class TestOtherTerritory:
    @pytest.mark.parametrize("territory", ["VN", "VN-SG", "VN-SG-00004"])
    def test_it_is_refused_by_every_way_of_judging(self, territory: str) -> None:
        register, evaluation = Register(territory=territory), assess(HANOI, Register(), as_of=AFTER)
        for judge in (
            lambda: tally(HANOI, register, as_of=AFTER),
            lambda: RunningTally(HANOI, register, as_of=AFTER),
            lambda: funding(HANOI, register),
            lambda: findings(evaluation, register),
            lambda: evidence(evaluation, register, "2021-2025/supported"),
        ):
            with pytest.raises(InvalidValue, match=f"{territory}, and the plan about") as caught:
                judge()
            assert [] == [*faults_of(caught.value.problems[0])]


class TestPart:
    def test_a_count_keeps_its_low_end_only(self) -> None:
        known = figure(of_hanoi(*supports(3)))

        assert Range.at_least(3) == known.range
        assert (PART, ClaimedComplete("supported", FIRST, FIRST.end)) == known.notes

    def test_a_target_may_be_attained_and_is_not_missed(self) -> None:
        register = of_hanoi(*supports(3))
        few = evolve(register, records=supports(1))
        target = "2021-2025/supported"

        missed = assess(HANOI, few, as_of=AFTER)[target]
        assert "missed" == missed.status.value
        assert "undecided" == assess(NATION, few, as_of=AFTER)[target].status.value
        asking = with_bounds(NATION, {target: AtLeast(3)})
        assert "attained" == assess(asking, register, as_of=AFTER)[target].status.value

    def test_a_report_on_a_count_is_at_least_what_it_says(self) -> None:
        known = figure(of_hanoi(report(1, 7), claims=()))

        assert Range.at_least(7) == known.range
        assert Reported("supported", FIRST, "r1", date(2026, 1, 15), FIRST) in known.notes

    def test_an_estimate_is_at_least_what_it_says(self) -> None:
        known = figure(of_hanoi(*supports(3), report(1, 7, estimate=True), claims=()))

        assert Range.at_least(3) == known.range
        assert known.with_estimates is not None
        assert Range.at_least(7) == known.with_estimates.range

    def test_an_estimate_that_claims_of_the_part_replace_is_not_heard(self) -> None:
        known = figure(of_hanoi(*supports(3), report(1, 7, estimate=True)))

        assert Range.at_least(3) == known.range
        assert known.with_estimates is None

    def test_evidence_on_the_part_that_clashes_gives_the_least_of_it(self) -> None:
        known = figure(of_hanoi(*supports(9), report(1, 7)))

        assert Range.at_least(7) == known.range
        assert any(isinstance(note, Clash) for note in known.notes)

    def test_claims_about_the_part_still_lower_what_reports_leave_to_other_days(self) -> None:
        """9 in two years and 2 in the second, which is complete, leave 7 in the first."""
        years = Period.of_years(2024, 2025)
        claim = Completeness(Support, Period.of_years(2025, 2025))
        known_in_2025 = supports(2, date(2025, 3, 1))
        register = of_hanoi(*known_in_2025, report(1, 9, period=years), claims=(claim,))
        year = Period.of_years(2024, 2024)
        figures = tally(NATION, register, as_of=AFTER, periods=[year])

        known = figures.figure(NATION.indicator("supported"), year)
        assert Range.at_least(7) == known.range

    def test_a_state_of_the_part_says_nothing_about_the_whole(self) -> None:
        share = HANOI.indicator("tfp-share")
        register = of_hanoi(report(1, 40, share.id))

        known = figure(register, name=share.id)
        assert share.domain == known.range
        assert (PartOfTerritory(share.id, FIRST, "VN-HN"),) == known.notes
        assert Range.exactly(40) == figure(register, HANOI, share.id).range

    def test_evidence_says_that_a_state_of_the_part_leaves_the_whole_open(self) -> None:
        program = plan_of(FIRST, wanted(AtLeast(30), indicator="tfp-share"))
        nation = evolve(program, territory="VN")
        register = of_hanoi(report(1, 40, "tfp-share"))

        (found,) = evidence(assess(nation, register, as_of=AFTER), register, WANTED).figures
        assert (LeftOut("ReportedFigure", "r1", WhyNot.PART_OF_TERRITORY),) == found.left_out

    def test_a_phase_that_has_not_begun_stays_open(self) -> None:
        register = of_hanoi(*supports(3))
        figures = tally(NATION, register, as_of=IN_FIRST)

        known = figures.figure(NATION.indicator("supported"), SECOND)
        assert Range.at_least(0) == known.range
        assert NotStarted("supported", SECOND) in known.notes

    def test_the_top_of_the_domain_still_holds(self) -> None:
        known = figure(of_hanoi(), NATIONAL, "standards/harmonised", NATIONAL.phases[0].period)

        assert Range(0, 100) == known.range

    def test_a_running_tally_has_the_same_figures(self) -> None:
        running = RunningTally(NATION, of_hanoi(claims=()), as_of=AFTER)
        running.add(*supports(3), CLAIM)

        assert "VN-HN" == running.register.territory
        assert tally(NATION, running.register, as_of=AFTER) == running.figures

    def test_a_register_as_known_on_a_day_keeps_its_territory(self) -> None:
        assert "VN-HN" == of_hanoi().as_known_on(IN_FIRST).territory

    def test_hanois_register_is_judged_by_the_national_plan(self) -> None:
        evaluation = assess(NATIONAL, of_hanoi(*supports(3)), as_of=AFTER)

        figures = evaluation.made_from().figures
        assert Range.at_least(3) == figures.figure(NATIONAL.indicator("supported"), FIRST).range

    def test_money_elsewhere_is_not_known(self) -> None:
        money = (evolve(each, funding=(MONEY,)) for each in supports(2))
        register = of_hanoi(*money)
        here, *_ = funding(HANOI, register, as_of=FIRST.end)
        whole, *_ = funding(NATION, register, as_of=FIRST.end)

        assert (Range.exactly(180), None) == (here.vnd, here.part)
        assert (Range.at_least(180), "VN-HN") == (whole.vnd, whole.part)
        (row,) = funding_grid([whole], NATION, FIRST.end, "en").rows
        assert "the data are only about VN-HN, a part of the plan's territory" == row[-1]

    def test_what_the_part_lacks_may_be_elsewhere(self) -> None:
        """An expert may have been trained in another province."""
        register = of_hanoi(*experts(1), claims=(Completeness("Training", HANOI.period),))

        assert [] != found(ExpertNotTrained, register)
        assert [] == found(ExpertNotTrained, register, NATION)


@given(nsc.registers(), nsc.days())
def test_each_figure_of_a_part_keeps_its_low_end_only(register: Register, as_of: date) -> None:
    here = evolve(register, territory="VN-HN")
    part, whole = tally(HANOI, here, as_of=as_of), tally(NATION, here, as_of=as_of)

    counts = {each.id for each in HANOI.indicators if each.accumulates}
    expected = [
        Range.at_least(known.range.low or 0)
        if known.indicator in counts
        else HANOI.indicator(known.indicator).domain
        for known in part.figures
    ]
    assert expected == [known.range for known in whole.figures]
