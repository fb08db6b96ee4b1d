"""Numbers for the single years of a phase, held to add up to that of the phase."""

from datetime import date

import pytest
from attrs import evolve

from building import SECOND, plan_of, wanted
from each import for_each
from nsc_program import (
    About,
    AtLeast,
    Between,
    EachYear,
    Fact,
    Period,
    Plain,
    Program,
    Register,
    Status,
    Target,
    evaluate,
    tally,
)
from nsc_program.errors import InvalidProgram
from nsc_program.plan import Bound, During

YEARS = SECOND.years
WHOLE = wanted(About(15), name="phase/all")


def year(number: int, bound: Bound, period: Period | None = None) -> Target:
    target = wanted(bound, During(period or YEARS[number]), name=f"phase/{number}")
    return evolve(target, adds_up_to="phase/all")


def years(*numbers: int) -> list[Target]:
    return [year(place, Plain(number)) for place, number in enumerate(numbers)]


def plan(*targets: Target) -> Program:
    return plan_of(SECOND, WHOLE, *targets)


class TestAccepted:
    """The numbers of all days of the phase, each day once, add up to the number of the phase."""

    def test_the_numbers_of_all_years_add_up(self) -> None:
        assert 6 == len(plan(*years(1, 2, 3, 4, 5)).targets)

    def test_ranges_add_up(self) -> None:
        whole = evolve(WHOLE, bound=Between(5, 10))
        parts = [year(place, Between(1, 2)) for place in range(5)]

        assert 6 == len(plan_of(SECOND, whole, *parts).targets)

    def test_numbers_need_not_add_up_unless_the_plan_says_so(self) -> None:
        parts = [evolve(each, adds_up_to=None) for each in years(9, 9)]

        assert 3 == len(plan(*parts).targets)

    def test_each_year_has_its_verdict_when_it_is_over(self) -> None:
        program = plan(*years(1, 2, 3, 4, 5))
        facts = [Fact("things", f"SAMPLE-{n}", date(2026, 5, 6)) for n in range(2)]
        register = Register.complete_through(date(2027, 12, 31), facts)

        evaluation = evaluate(program, tally(program, register, as_of=date(2028, 1, 1)))
        statuses = [evaluation[f"phase/{place}"].status for place in range(3)]
        assert [Status.ATTAINED, Status.MISSED, Status.PENDING] == statuses


class TestRefused:
    """Numbers that are not those of the phase are refused at the target that is wrong."""

    @for_each(
        ("targets", "problem"),
        [
            (years(1, 2, 3, 4, 6), "the numbers do not add up to that of 'phase/all'"),
            (years(1, 2, 3, 9), "the periods that add up to 'phase/all'"),
            (
                [*years(1, 2, 3, 4, 4), year(5, Plain(1), YEARS[0])],
                "the periods that add up to 'phase/all'",
            ),
            ([year(0, Plain(15), SECOND)], "it cannot add up to 'phase/all'"),
            ([evolve(year(0, Plain(15)), adds_up_to="phase/no")], "it cannot add up to 'phase/no'"),
            ([evolve(year(0, Plain(15)), adds_up_to="phase/0")], "it cannot add up to 'phase/0'"),
            ([evolve(year(0, AtLeast(15)), basis=EachYear())], "it cannot add up to 'phase/all'"),
            (
                [evolve(year(0, Plain(15)), indicator="things/some")],
                "it cannot add up to 'phase/all'",
            ),
        ],
        ids=[
            "other sum",
            "a day left out",
            "a day twice",
            "all days",
            "unknown",
            "itself",
            "each year",
            "other things",
        ],
    )
    def test_it_is_refused(self, targets: list[Target], problem: str) -> None:
        with pytest.raises(InvalidProgram, match=problem):
            plan(*targets)

    def test_states_do_not_add_up(self) -> None:
        whole = evolve(WHOLE, indicator="money")
        parts = [evolve(each, indicator="money") for each in years(1, 2, 3, 4, 5)]

        with pytest.raises(InvalidProgram, match="it cannot add up to"):
            plan_of(SECOND, whole, *parts)
