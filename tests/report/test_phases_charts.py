"""Pictures of two phases: both bars stand on one axis, and keep the order of the numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import FIRST, SECOND, known, small_plan, wanted
from drawing_small import near
from nsc_program import (
    AtLeast,
    EachYear,
    Growth,
    Phase,
    Range,
    Target,
    compare_phases,
    evaluate,
)
from nsc_program.report import phases_chart
from nsc_program.values import Lang
from nsc_program.verdicts import Change
from reading_pictures import bars, check_order, words_of


def change_of(first: Range, second: Range, *wanted_later: Target, **kinds: str) -> Change:
    """Return the change of one indicator: at least 40 at first, and another target later."""
    indicator = kinds.get("indicator", "things")
    earlier = wanted(AtLeast(40), name="first/wanted", indicator=indicator)
    phases = (
        Phase(id="first", period=FIRST, targets=(earlier,)),
        Phase(id="second", period=SECOND, targets=wanted_later),
    )
    figures = known(indicator, {FIRST: first, SECOND: second})
    (change,) = compare_phases(evaluate(small_plan(*phases), figures), "first", "second")
    return change


@given(st.data())
def test_bars_and_bounds_are_in_order(data: st.DataObject) -> None:
    number = data.draw(st.integers(30, 50))
    later = wanted(AtLeast(number), name="second/wanted")
    change = change_of(data.draw(near(40)), data.draw(near(number)), later)
    sides = zip((change.earlier, change.later), bars(phases_chart(change, "en")), strict=True)
    for side, bar in sides:
        (verdict,) = side.verdicts
        check_order(verdict.comparisons[0], bar, change.indicator)


@pytest.mark.parametrize(
    ("lang", "title", "labels"),
    [
        ("vi", "Ví dụ: first và second", ["2021-2025: 39 doanh nghiệp", "ngưỡng đạt: ≥ 40"]),
        ("en", "Made up: first and second", ["2021-2025: 39 enterprises", "accepted: ≥ 40"]),
    ],
)
def test_the_words(lang: Lang, title: str, labels: list[str]) -> None:
    svg = phases_chart(change_of(Range.exactly(39), Range.at_least(0)), lang)

    assert [title, *labels] == words_of(svg)[:3]


def test_both_bars_stand_on_one_axis() -> None:
    change = change_of(
        Range.exactly(20), Range.exactly(20), wanted(AtLeast(40), name="second/wanted")
    )
    first, second = bars(phases_chart(change, "en"))

    assert first.ends == second.ends
    assert first.ticks("bound") == second.ticks("bound")


def test_a_phase_without_a_target_has_no_bound() -> None:
    first, second = bars(phases_chart(change_of(Range.exactly(20), Range.exactly(20)), "en"))

    assert ([], 1) == (second.ticks("bound"), len(first.ticks("bound")))


def test_a_target_about_years_has_no_bound_for_the_phase() -> None:
    each_year = wanted(AtLeast(8), EachYear(), name="second/wanted")
    svg = phases_chart(change_of(Range.exactly(20), Range.exactly(20), each_year), "en")

    assert [] == bars(svg)[1].ticks("bound")


def test_growth_from_an_open_baseline_has_two_bounds() -> None:
    growth = wanted(AtLeast(50), Growth(FIRST), name="second/wanted")
    svg = phases_chart(change_of(Range(40, 50), Range.exactly(70), growth), "en")
    (_, later) = bars(svg)

    assert later.ticks("hope") < [later.ends.high] < later.ticks("bound")


def test_numbers_without_a_low_end_are_an_arrow() -> None:
    change = change_of(Range.at_most(7), Range.exactly(5), indicator="tfp-share")
    (first, _) = bars(phases_chart(change, "en"))

    assert first.ends.low < first.zero
