"""Phases compared, indicator by indicator."""

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from building import (
    AFTER,
    FIRST,
    IN_SECOND,
    MONEY,
    SECOND,
    experts,
    known,
    report,
    small_plan,
    wanted,
)
from drawing import maybe
from nsc_program import (
    HANOI,
    AtLeast,
    EachYear,
    Figures,
    Growth,
    InvalidValue,
    Period,
    Phase,
    Range,
    Reached,
    Reading,
    Register,
    Target,
    UnknownId,
    compare_phases,
    evaluate,
    tally,
)
from nsc_program.catalog import ARTICLE
from nsc_program.records import AnyRecord
from nsc_program.serialization import digest
from nsc_program.verdicts import Change, Incomparable, PhaseComparison

PHASES = ("2021-2025", "2026-2030")
REPORTED: list[AnyRecord] = [
    report("supported", 1480),
    report("supported", 2300, SECOND),
    report("trained/persons", 2100),
]


def changes(figures: Figures, reading: Reading = Reading()) -> dict[str, Change]:
    """Compare Hanoi's two phases; return the changes by the id of the indicator."""
    return {
        each.indicator.id: each
        for each in compare_phases(evaluate(HANOI, figures, reading), *PHASES)
    }


def sample() -> Figures:
    """Return figures of both phases: enterprises and people as reported, experts as recorded."""
    held: list[AnyRecord] = [*REPORTED, *experts(3), *experts(5, IN_SECOND, certified=True)]
    return tally(HANOI, Register.complete_through(AFTER, held), as_of=AFTER)


def between(
    before: Range | None,
    after: Range | None,
    indicator: str = "things",
    periods: tuple[Period, Period] = (FIRST, SECOND),
) -> Change:
    """Compare two phases of a small plan, each with one target about an indicator."""
    phases = (
        Phase(
            id=name,
            period=period,
            targets=(wanted(AtLeast(1), Reached(), indicator, f"{name}/wanted"),),
        )
        for name, period in zip(PHASES, periods, strict=True)
    )
    found = {
        period: each
        for period, each in zip(periods, (before, after), strict=True)
        if each is not None
    }
    (change,) = compare_phases(evaluate(small_plan(*phases), known(indicator, found)), *PHASES)
    return change


def with_targets(earlier: tuple[Target, ...], later: tuple[Target, ...]) -> PhaseComparison:
    phases = (Phase.of_years(2021, 2025, earlier), Phase.of_years(2026, 2030, later))
    return compare_phases(evaluate(small_plan(*phases), Figures(AFTER)), *PHASES)


def test_a_comparison_is_a_sequence_of_its_changes() -> None:
    found = with_targets(
        (wanted(AtLeast(1), name="2021-2025/wanted"),),
        (wanted(AtLeast(2), name="2026-2030/wanted"),),
    )

    assert (1, found.changes) == (len(found), found[:])
    assert found[0] in found
    assert [found[0]] == list(found)
    assert found[0] == found.change(found[0].indicator.id)
    with pytest.raises(UnknownId, match="no indicator 'none'"):
        found.change("none")


def explained(found: PhaseComparison) -> set[str]:
    return {question.id for question in found.questions}


def test_a_comparison_states_its_phases_reading_and_questions() -> None:
    """It states its phases and its reading, and only the questions that these phases ask."""
    figures, reading = sample(), Reading(strict=False)
    before = Phase(id="before", period=Period.of_years(2016, 2020))
    program = evolve(HANOI, phases=(before, HANOI.phases[0], HANOI.phases[1]))
    whole = compare_phases(evaluate(program, figures, reading), *PHASES)
    part = compare_phases(evaluate(program, figures, reading), "before", "2021-2025")

    assert (*PHASES, reading) == (whole.earlier, whole.later, whole.reading)
    assert digest(evaluate(program, figures, reading)) == digest(whole)
    assert ("planned_baseline" in explained(whole), "planned_baseline" in explained(part)) == (
        True,
        False,
    )


class TestHanoi:
    """Each indicator of a target in either phase has one change under the reading."""

    @pytest.mark.parametrize(
        "reading",
        [
            Reading(),
            Reading(choices={"trained": "participations"}),
            Reading(choices={"support-level": "city", "expert-standard": "certified"}),
        ],
        ids=["as it stands", "participations", "the city's, certified"],
    )
    def test_the_changes_are_those_of_the_indicators_with_targets(self, reading: Reading) -> None:
        figures = sample()

        about = dict.fromkeys(
            verdict.indicator.id for verdict in evaluate(HANOI, figures, reading).verdicts
        )
        assert [*about] == [*changes(figures, reading)]

    def test_planned_and_achieved_numbers_are_compared(self) -> None:
        """H3 “khoảng 1.500”, H9 “tăng ít nhất 50%”: 2,300 is 820 more than 1,480."""
        found = changes(sample())["supported"]

        assert (Range.at_least(1425), Range.at_least(2220)) == (
            found.earlier.planned,
            found.later.planned,
        )
        assert (Range.exactly(1480), Range.exactly(2300)) == (
            found.earlier.figure.range,
            found.later.figure.range,
        )
        assert (Range.exactly(820), Range.exactly(Fraction(115, 74))) == (
            found.difference,
            found.ratio,
        )
        assert (True, True, True, ()) == (
            found.earlier.complete,
            found.later.complete,
            found.comparable,
            found.incomparable,
        )
        assert [PHASES[0], PHASES[1]] == [found.earlier.phase, found.later.phase]
        assert [["2021-2025/supported"], ["2026-2030/supported"]] == [
            [verdict.target.id for verdict in side.verdicts]
            for side in (found.earlier, found.later)
        ]

    def test_an_indicator_with_targets_in_one_phase_only_is_not_comparable(self) -> None:
        found = changes(sample())

        assert {"supported", "trained/persons"} == {
            name for name, change in found.items() if change.comparable
        }
        bodies = found["bodies"]
        assert ((Incomparable.PREDICATE,), None) == (bodies.incomparable, bodies.later.planned)
        assert () == found["experts/certified"].earlier.verdicts
        assert Range.exactly(5) == found["experts/certified"].difference

    def test_people_are_not_comparable_with_planned_participations(self) -> None:
        reading = Reading(planned_baseline=True, choices={"trained": "participations"})

        found = changes(sample(), reading)["trained/persons"]

        assert (Incomparable.PREDICATE, Incomparable.UNIT) == found.incomparable
        assert (None, None) == (found.earlier.planned, found.later.planned)

    def test_the_articles_part_of_the_plan_compares_enterprises_only(self) -> None:
        article = HANOI.attested_by(ARTICLE)

        found = compare_phases(
            evaluate(article, tally(article, Register(REPORTED), as_of=AFTER)), *PHASES
        )

        assert ["supported"] == [change.indicator.id for change in found if change.comparable]


class TestComplete:
    """A side is complete if its phase is over and its figure is one number."""

    @pytest.mark.parametrize(
        ("as_of", "complete"),
        [(date(2025, 12, 31), (True, False)), (date(2025, 12, 30), (False, False))],
    )
    def test_a_side_is_complete_once_its_phase_is_over(
        self, as_of: date, complete: tuple[bool, bool]
    ) -> None:
        estimate = report("supported", 1480, issued=date(2025, 12, 1))
        figures = tally(HANOI, Register([estimate]), as_of=as_of)

        found = changes(figures, Reading(estimates_decide=True))["supported"]

        assert complete == (found.earlier.complete, found.later.complete)
        assert Range.exactly(1480) == found.earlier.figure.range

    def test_a_side_with_an_estimate_asks_whether_estimates_decide(self) -> None:
        estimate = report("supported", 1480, issued=date(2025, 12, 1))
        figures = tally(HANOI, Register([estimate]), as_of=date(2025, 12, 31))

        found = compare_phases(evaluate(HANOI, figures), *PHASES)

        assert "estimates_decide" in {question.id for question in found.questions}
        (supported,) = (each for each in found if each.indicator.id == "supported")
        assert (Range.at_least(0), False) == (
            supported.earlier.figure.range,
            supported.earlier.complete,
        )

    @pytest.mark.parametrize("figure", [Range(1, 2), Range(1, None), None], ids=str)
    def test_a_range_is_not_complete(self, figure: Range | None) -> None:
        assert not between(figure, Range.exactly(1)).earlier.complete

    def test_an_unknown_share_is_not_complete(self) -> None:
        assert not between(None, None, "tfp-share").earlier.complete


class TestPlanned:
    """The planned numbers are those that certainly fulfil the target, if there is one target."""

    def test_nothing_is_planned_without_a_target_or_with_several(self) -> None:
        one, other = (
            wanted(AtLeast(1), name="2021-2025/one"),
            wanted(AtLeast(2), name="2021-2025/other"),
        )

        (change,) = with_targets((one, other), ())

        assert (None, None) == (change.earlier.planned, change.later.planned)
        assert (2, 0) == (len(change.earlier.verdicts), len(change.later.verdicts))

    def test_nothing_is_planned_for_the_phase_if_the_target_is_about_years(self) -> None:
        (change,) = with_targets((wanted(AtLeast(1), EachYear(), name="2021-2025/one"),), ())

        assert change.earlier.planned is None

    def test_nothing_is_planned_if_the_baseline_of_growth_is_unknown(self) -> None:
        (change,) = with_targets((), (wanted(AtLeast(1), Growth(FIRST), name="2026-2030/one"),))

        assert change.later.planned is None


class TestIncomparable:
    """A change gives the reasons why two phases are not comparable, and scales nothing."""

    @pytest.mark.parametrize(
        ("periods", "reasons"),
        [
            ((FIRST, SECOND), ()),
            ((FIRST, Period.of_years(2026, 2028)), (Incomparable.LENGTH,)),
            ((Period.of_years(2021, 2023), Period.of_years(2024, 2026)), ()),
            ((FIRST, Period(date(2026, 1, 1), date(2030, 12, 30))), (Incomparable.LENGTH,)),
            (
                (
                    Period(date(2021, 1, 1), date(2021, 3, 1)),
                    Period(date(2022, 1, 1), date(2022, 3, 1)),
                ),
                (),
            ),
            (
                (
                    Period(date(2023, 1, 1), date(2023, 3, 1)),
                    Period(date(2024, 1, 1), date(2024, 3, 1)),
                ),
                (Incomparable.LENGTH,),
            ),
        ],
        ids=[
            "equal",
            "three years",
            "a leap day in one",
            "a day less",
            "equal days",
            "a leap day more",
        ],
    )
    def test_phases_of_different_length_are_not_comparable(
        self, periods: tuple[Period, Period], reasons: tuple[Incomparable, ...]
    ) -> None:
        change = between(Range.exactly(10), Range.exactly(20), periods=periods)

        assert reasons == change.incomparable
        assert (Range.exactly(10), Range.exactly(2)) == (change.difference, change.ratio)


class TestRatio:
    """The ratio is given where it has a meaning."""

    @pytest.mark.parametrize("baseline", [Range.exactly(0), Range(0, 5), None], ids=str)
    def test_ratio_is_undefined_when_baseline_may_be_zero(self, baseline: Range | None) -> None:
        assert between(baseline, Range.exactly(5)).ratio is None

    def test_ratio_is_undefined_for_a_share(self) -> None:
        change = between(Range.exactly(40), Range.exactly(45), "tfp-share")

        assert (Range.exactly(5), None) == (change.difference, change.ratio)

    def test_ratio_is_undefined_when_the_indicator_may_be_negative(self) -> None:
        balance = evolve(MONEY, domain=Range(None, None))
        plan = small_plan(
            Phase.of_years(
                2021, 2025, (wanted(AtLeast(1), Reached(), "money", "2021-2025/wanted"),)
            ),
            Phase.of_years(2026, 2030),
        )
        others = tuple(each for each in plan.indicators if each != MONEY)
        figures = known("money", {FIRST: Range.exactly(1), SECOND: Range.exactly(2)})

        (change,) = compare_phases(
            evaluate(evolve(plan, indicators=(balance, *others)), figures), *PHASES
        )

        assert change.ratio is None

    def test_ratio_is_zero_when_the_later_figure_is_zero(self) -> None:
        assert (
            Range.exactly(0) == between(Range(1, 2, low_open=True), Range.exactly(0), "money").ratio
        )

    def test_ratio_is_zero_even_if_the_baseline_comes_close_to_zero(self) -> None:
        assert (
            Range.exactly(0) == between(Range(0, 2, low_open=True), Range.exactly(0), "money").ratio
        )


FAR, HAIR, HALF = 1000, Fraction(1, 1000), Fraction(1, 2)


def parts(least: int) -> SearchStrategy[Range]:
    """Draw what money can be: in halves, with open and absent ends, and not only zero."""

    def spanning(low: int, more: int | None, *, low_open: bool, high_open: bool) -> Range:
        if more is None:
            return Range(low * HALF, None, low_open=low_open)
        return Range(
            low * HALF,
            (low + more) * HALF,
            low_open=low_open and more > 0,
            high_open=high_open and more > 0,
        )

    ends = {"low_open": st.booleans(), "high_open": st.booleans()}
    some = st.builds(spanning, st.integers(least, 8), maybe(st.integers(1, 8)), **ends)
    return some | st.integers(1, 16).map(lambda number: Range.exactly(number * HALF))


def samples(each: Range) -> list[Fraction]:
    """Return some numbers of a range, among them one almost at each end."""
    low = (each.low or Fraction(0)) + HAIR * each.low_open
    high = Fraction(FAR) if each.high is None else each.high - HAIR * each.high_open
    return [low, (low + high) / 2, high]


class TestDifferenceAndRatioAreTight:
    """Difference and ratio are the smallest ranges that hold for every pair of possible numbers."""

    @given(parts(1), parts(0))
    def test_they_hold_for_every_pair_of_numbers(self, before: Range, after: Range) -> None:
        change = between(before, after, "money")
        pairs = [*product(samples(before), samples(after))]

        assert change.ratio is not None
        assert [] == [(one, other) for one, other in pairs if other - one not in change.difference]
        assert [] == [(one, other) for one, other in pairs if other / one not in change.ratio]

    @given(parts(1), parts(0))
    def test_they_are_not_wider_than_needed(self, before: Range, after: Range) -> None:
        change = between(before, after, "money")
        pairs = [*product(samples(before), samples(after))]

        assert change.ratio is not None
        by_ratio = [other / one for one, other in pairs]
        for found, values in (
            (change.difference, [other - one for one, other in pairs]),
            (change.ratio, by_ratio),
        ):
            close = Fraction(1, 10)
            assert min(values) < -FAR / 3 if found.low is None else min(values) <= found.low + close
            assert (
                max(values) > FAR / 20 if found.high is None else max(values) >= found.high - close
            )
            assert (found.low is not None and found.low in found) == (min(values) == found.low)
            assert (found.high is not None and found.high in found) == (max(values) == found.high)

    @given(*[st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)] * 2)
    def test_they_are_exact_for_whole_numbers(self, before: list[int], after: list[int]) -> None:
        change = between(Range(*before), Range(*after))
        pairs = [*product(range(before[0], before[1] + 1), range(after[0], after[1] + 1))]

        differences = [other - one for one, other in pairs]
        assert Range(min(differences), max(differences)) == change.difference
        if before[0] == 0:
            assert change.ratio is None
        else:
            ratios = [Fraction(other, one) for one, other in pairs]
            assert Range(min(ratios), max(ratios)) == change.ratio


@pytest.mark.parametrize(
    ("phases", "error", "message"),
    [
        (PHASES[::-1], InvalidValue, "phases: '2026-2030' does not begin before '2021-2025'"),
        (
            ("2021-2025", "2021-2025"),
            InvalidValue,
            "phases: a comparison needs two different phases",
        ),
        (("2021-2024", "2026-2030"), UnknownId, "no phase '2021-2024'; did you mean '2021-2025'"),
        (
            ("2021-2025", "second"),
            UnknownId,
            "no phase 'second'; known: '2021-2025', '2026-2030'",
        ),
    ],
)
def test_unknown_phases_and_phases_in_the_wrong_order_are_refused(
    phases: tuple[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        compare_phases(evaluate(HANOI, Figures(AFTER)), *phases)
