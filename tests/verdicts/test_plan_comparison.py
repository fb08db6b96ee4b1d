"""Plans side by side: what each asks for, and which numbers can be compared."""

import pytest
from attrs import evolve

from both_languages import faults_of
from nsc_program import (
    HANOI,
    NATIONAL,
    AtLeast,
    EachYear,
    Growth,
    Indicator,
    Period,
    Phase,
    Program,
    Target,
    Text,
    Unit,
    YearlyGrowth,
)
from nsc_program.errors import InvalidType, InvalidValue
from nsc_program.plan import AllOf, Basis, Counting, OneOf, Reached
from nsc_program.records import Support
from nsc_program.report import plans_grid
from nsc_program.values import Lang
from nsc_program.verdicts import (
    ComparedIndicator,
    NumberPair,
    PlanComparison,
    PlansDiffer,
    compare_plans,
)

CLUB = Unit(id="club", label=Text(vi="câu lạc bộ", en="clubs"))
CLUBS = Indicator(id="clubs", unit=CLUB, label=Text(vi="câu lạc bộ năng suất", en="clubs"))
SHARE = Indicator(
    id="share",
    unit=Unit(id="percent", label=Text(vi="%", en="%"), whole=False),
    label=Text(vi="tỷ trọng", en="share"),
    accumulates=False,
)


_TOTAL = Reached()


def of(
    name: str,
    indicator: Indicator = CLUBS,
    basis: Basis = _TOTAL,
    phase: tuple[int, int] = (2021, 2025),
    territory: str | None = None,
) -> Program:
    """Return a plan with one target."""
    period = Phase.of_years(*phase)
    target = Target(
        id=f"{period.id}/wanted",
        title=HANOI.targets[0].title,
        indicator=indicator.id,
        basis=basis,
        bound=AtLeast(12),
        citations=HANOI.targets[0].citations,
    )
    return evolve(
        HANOI,
        id=name,
        indicators=(indicator,),
        questions=(),
        phases=(evolve(period, targets=(target,)),),
        objectives=(),
        funding_sources=(),
        territory=territory,
    )


def differences(one: Program, other: Program) -> tuple[PlansDiffer, ...]:
    (compared,) = compare_plans([one, other])
    (pair,) = compared.pairs
    return pair.differences


def row(comparison: PlanComparison, name: str) -> ComparedIndicator:
    return comparison.indicator(name)


class TestReasons:
    def test_numbers_that_mean_the_same_can_be_compared(self) -> None:
        (compared,) = compare_plans([of("one"), of("another", territory="VN-SG")])

        (pair,) = compared.pairs
        assert pair.comparable
        assert ("one", "another") == pair.plans
        assert ("2021-2025/wanted", "2021-2025/wanted") == pair.targets

    @pytest.mark.parametrize(
        ("other", "reason"),
        [
            (evolve(CLUBS, unit=evolve(CLUB, id="society")), PlansDiffer.UNIT),
            (evolve(CLUBS, additive=True), PlansDiffer.COUNTING),
            (evolve(CLUBS, label=Text(vi="hội", en="societies")), PlansDiffer.NAME),
        ],
    )
    def test_another_meaning_of_an_id_is_a_reason(
        self, other: Indicator, reason: PlansDiffer
    ) -> None:
        assert (reason,) == differences(of("one"), of("another", other))

    def test_a_counting_rule_says_what_a_name_leaves_open(self) -> None:
        rule = Counting(of=Support, each="enterprise", on=AllOf("completed_on"))
        counted = evolve(CLUBS, counting=rule)
        renamed = evolve(counted, label=Text(vi="hội", en="societies"))
        narrower = evolve(rule, where=(OneOf("kind", "enterprise"),))

        assert () == differences(of("one", counted), of("another", renamed))
        assert (PlansDiffer.COUNTING,) == differences(
            of("one", counted), of("another", evolve(counted, counting=narrower))
        )

    def test_the_basis_is_a_reason(self) -> None:
        growth = Growth(Period.of_years(2016, 2020))

        assert (PlansDiffer.BASIS,) == differences(of("one"), of("another", basis=growth))
        assert (PlansDiffer.BASELINE,) == differences(
            of("one", basis=growth), of("another", basis=Growth(Period.of_years(2011, 2020)))
        )

    def test_the_length_of_a_phase_is_a_reason_unless_numbers_are_about_years(self) -> None:
        longer = (2021, 2030)

        assert (PlansDiffer.LENGTH,) == differences(of("one"), of("another", phase=longer))
        for basis in (EachYear(), YearlyGrowth()):
            yearly = of("another", basis=basis, phase=longer)
            assert () == differences(of("one", basis=basis), yearly)

    def test_phases_of_one_length_need_not_begin_together(self) -> None:
        assert () == differences(of("one"), of("another", phase=(2022, 2026)))

    def test_states_are_compared_on_one_day(self) -> None:
        one = of("one", SHARE)

        assert () == differences(one, of("another", SHARE, phase=(2024, 2025)))
        assert (PlansDiffer.DAY,) == differences(one, of("another", SHARE, phase=(2022, 2026)))

    def test_numbers_for_other_days_are_not_paired(self) -> None:
        (compared,) = compare_plans([of("one"), of("another", phase=(2026, 2030))])

        expected = NumberPair(
            plans=("one", "another"), targets=(), differences=(PlansDiffer.NUMBER,)
        )
        assert (expected,) == compared.pairs

    def test_a_plan_without_a_number_is_paired_only_with_one_that_has_one(self) -> None:
        plans = [of("one"), of("another", SHARE), of("third", SHARE)]
        clubs, share = compare_plans(plans)

        pairs = {pair.plans: pair.differences for pair in clubs.pairs}
        assert {
            ("one", "another"): (PlansDiffer.NUMBER,),
            ("one", "third"): (PlansDiffer.NUMBER,),
        } == pairs
        assert () == share.pairs[-1].differences

    def test_a_choice_that_only_one_plan_leaves_open_is_a_reason(self) -> None:
        plain = evolve(
            HANOI,
            id="plain",
            questions=(),
            phases=(
                evolve(
                    HANOI.phases[0],
                    targets=(
                        evolve(
                            HANOI.target("2021-2025/supported"), indicator="supported", part_of=None
                        ),
                    ),
                ),
            ),
            objectives=(),
        )
        compared = row(compare_plans([HANOI, plain]), "supported")

        reasons = {pair.targets[0]: pair.differences for pair in compared.pairs if pair.targets}
        assert {"2021-2025/supported": (PlansDiffer.CHOICE,)} == reasons

    def test_a_choice_that_plans_share_is_not_a_reason(self) -> None:
        compared = row(compare_plans([HANOI, evolve(HANOI, id="same")]), "supported")

        assert all(pair.comparable for pair in compared.pairs if pair.targets[0] == pair.targets[1])


class TestHanoiAndTheNation:
    COMPARISON = compare_plans([HANOI, NATIONAL])

    def test_plans_are_named_with_their_territory(self) -> None:
        assert [("hanoi", "VN-HN"), ("national", "VN")] == [
            (plan.id, plan.territory) for plan in self.COMPARISON.plans
        ]

    def test_every_target_stands_under_its_indicator(self) -> None:
        for plan in (HANOI, NATIONAL):
            listed = {
                number.target.id
                for compared in self.COMPARISON
                for side in compared.sides
                if side.plan == plan.id
                for number in side.numbers
            }
            assert {target.id for target in plan.targets} == listed

    def test_it_is_a_sequence_of_indicators(self) -> None:
        assert len(self.COMPARISON) == len(self.COMPARISON.indicators)
        assert self.COMPARISON[0] == self.COMPARISON.indicators[0]
        assert self.COMPARISON[:2] == self.COMPARISON.indicators[:2]
        assert "<PlanComparison of 2 plans (hanoi, national): 11 indicators>" == repr(
            self.COMPARISON
        )

    @pytest.mark.parametrize(
        ("lang", "cells"),
        [
            (
                "vi",
                (
                    "doanh nghiệp là mô hình điểm để nhân rộng trên toàn quốc (doanh nghiệp)",
                    "2026-2030: ít nhất 20 doanh nghiệp",
                    "2021-2030: ít nhất 100 doanh nghiệp",
                    "hanoi 2026-2030 – national 2021-2030: độ dài hai giai đoạn khác nhau",
                ),
            ),
            (
                "en",
                (
                    "pilot models to share with the whole country (enterprises)",
                    "2026-2030: at least 20 enterprises",
                    "2021-2030: at least 100 enterprises",
                    "hanoi 2026-2030 – national 2021-2030: the phases differ in length",
                ),
            ),
        ],
    )
    def test_it_is_written_in_both_languages(self, lang: Lang, cells: tuple[str, ...]) -> None:
        assert cells in plans_grid(self.COMPARISON, lang).rows

    def test_aspirations_and_what_is_lacking_are_marked(self) -> None:
        rows = plans_grid(self.COMPARISON, "en").rows

        (experts,) = (cells for cells in rows if cells[0].startswith("experts trained and"))
        assert "2021-2025: at least 20 people (aspirational); 2026-2030: 40 people" == experts[1]
        assert experts[-1].endswith("can be compared")
        (trained,) = (cells for cells in rows if cells[0].startswith("people trained"))
        assert (
            "—",
            "hanoi – national: only one of the plans has a target for these days",
        ) == trained[2:]

    def test_a_plan_without_a_territory_is_named_without_one(self) -> None:
        comparison = compare_plans([of("one", territory=None), HANOI])

        assert "one (149/KH-UBND)" == plans_grid(comparison, "en").headings[1]


class TestRefused:
    @pytest.mark.parametrize(
        ("plans", "message"),
        [
            ([HANOI], "expected at least two plans to compare, got 1"),
            ([HANOI, NATIONAL, HANOI], "the plan 'hanoi' is given twice"),
        ],
    )
    def test_there_is_nothing_to_compare(self, plans: list[Program], message: str) -> None:
        with pytest.raises(InvalidValue, match=message) as caught:
            compare_plans(plans)
        assert [] == [*faults_of(caught.value.problems[0])]

    def test_only_plans_are_compared(self) -> None:
        with pytest.raises(InvalidType, match="programs: expected a Program"):
            compare_plans([HANOI, "national"])  # type: ignore[list-item]

    def test_too_many_pairs_are_refused_before_they_are_made(self) -> None:
        (target,) = of("many").targets
        many = tuple(evolve(target, id=f"2021-2025/{number}") for number in range(101))
        plans = [
            evolve(plan, phases=(evolve(plan.phases[0], targets=many),))
            for plan in (of("many"), of("more"))
        ]

        with pytest.raises(InvalidValue, match="'clubs' has 10201 pairs of numbers") as caught:
            compare_plans(plans)
        assert [] == [*faults_of(caught.value.problems[0])]

    def test_parts_that_do_not_fit_together_are_refused(self) -> None:
        comparison = compare_plans([of("one"), of("another")])
        (compared,) = comparison
        number = compared.sides[0].numbers[0]

        for make, message in (
            (lambda: evolve(comparison, plans=comparison.plans[::-1]), "one side for each plan"),
            (lambda: evolve(compared, indicator=SHARE), "expected numbers about 'share'"),
            (lambda: evolve(number, indicators=(SHARE,)), "the indicators of the target"),
        ):
            with pytest.raises(InvalidValue, match=message) as caught:
                make()
            assert [] == [*faults_of(caught.value.problems[0])]
