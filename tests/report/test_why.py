"""Why a target has its status, in one sentence."""

from datetime import date

import pytest

from building import AFTER, FIRST, SECOND, known, plan_of, wanted
from nsc_program import (
    HANOI,
    AtLeast,
    AtMost,
    EachYear,
    Growth,
    MoreThan,
    Period,
    Range,
    Reached,
    Register,
    assess,
    evaluate,
)
from nsc_program.plan import Bound
from nsc_program.plan._bases import Basis
from nsc_program.report._why import why
from nsc_program.verdicts import Verdict

OPEN = date(2023, 12, 31)
YEARS = Period.of_years(2021, 2022).years
NEXT_YEAR = Period.of_years(2021, 2022)


def verdict_on(
    bound: Bound,
    possible: Range,
    as_of: date = AFTER,
    indicator: str = "things",
) -> Verdict:
    """Return the verdict on a target of the first phase."""
    figures = known(indicator, {FIRST: possible}, as_of)
    plan = plan_of(FIRST, wanted(bound, indicator=indicator))
    return evaluate(plan, figures).verdicts[0]


def in_both(verdict: Verdict) -> tuple[str, str]:
    """Return why a target has its status, in both languages."""
    return "; ".join(why(verdict, "vi")), "; ".join(why(verdict, "en"))


@pytest.mark.parametrize(
    ("bound", "possible", "vi", "en"),
    [
        (
            AtLeast(20),
            Range.exactly(25),
            "đã đạt ngưỡng; dư 5 doanh nghiệp",
            "the figure fulfils the target; 5 enterprises to spare",
        ),
        (
            AtLeast(20),
            Range(20, 25),
            "mọi giá trị còn có thể đều đạt ngưỡng",
            "every value still possible fulfils the target",
        ),
        (
            AtMost(20),
            Range(10, 15),
            "mọi giá trị còn có thể đều đạt ngưỡng",
            "every value still possible fulfils the target",
        ),
        (
            AtLeast(20),
            Range.exactly(14),
            "không đạt ngưỡng; còn thiếu 6 doanh nghiệp",
            "the figure does not fulfil the target; 6 more enterprises needed",
        ),
        (
            AtLeast(20),
            Range(14, 16),
            "không giá trị nào còn có thể đạt ngưỡng; còn thiếu từ 4 đến 6 doanh nghiệp",
            "no value still possible fulfils the target; between 4 and 6 more enterprises needed",
        ),
        (
            AtMost(20),
            Range.exactly(25),
            "không đạt ngưỡng",
            "the figure does not fulfil the target",
        ),
        (
            AtLeast(20),
            Range(14, 25),
            "số liệu còn là một khoảng; có thể còn thiếu đến 6 doanh nghiệp",
            "the figure is still a range; up to 6 more enterprises may be needed",
        ),
    ],
)
def test_after_the_phase(bound: Bound, possible: Range, vi: str, en: str) -> None:
    assert (vi, en) == in_both(verdict_on(bound, possible))


def test_an_open_phase_names_its_last_day() -> None:
    assert (
        "thời hạn đến hết ngày 31/12/2025; có thể còn thiếu đến 17 doanh nghiệp",
        "open until the close of 2025-12-31; up to 17 more enterprises may be needed",
    ) == in_both(verdict_on(AtLeast(20), Range.at_least(3), OPEN))


def test_a_phase_to_come_names_its_first_day() -> None:
    assert ("bắt đầu từ ngày 01/01/2021", "begins on 2021-01-01") == in_both(
        verdict_on(AtLeast(20), Range.at_least(0), date(2020, 12, 31))
    )


@pytest.mark.parametrize(("reached", "word"), [(64, "does not fulfil"), (66, "fulfils")])
def test_a_number_that_is_itself_not_enough_is_not_called_missing(reached: int, word: str) -> None:
    """“Over 65 %” is fulfilled by a little more than 65, so 1 more than 64 is not enough."""
    (_, en) = in_both(verdict_on(MoreThan(65), Range.exactly(reached), indicator="money"))
    assert f"the figure {word} the target" == en


@pytest.mark.parametrize(
    ("basis", "found", "en"),
    [
        (
            EachYear(),
            (Range.exactly(4), Range.exactly(6)),
            "2021: the figure does not fulfil the target; 1 more enterprise needed",
        ),
        (
            EachYear(),
            (Range(4, 6), Range.exactly(6)),
            "the figure is still a range; 2021: up to 1 more enterprise may be needed",
        ),
        (
            EachYear(),
            (Range.exactly(5), Range.exactly(6)),
            (
                "2021: the figure fulfils the target; "
                "2022: the figure fulfils the target; 1 enterprise to spare"
            ),
        ),
    ],
)
def test_only_the_years_that_decide_are_named(
    basis: Basis, found: tuple[Range, ...], en: str
) -> None:
    figures = known("things", dict(zip(YEARS, found, strict=True)))
    (verdict,) = evaluate(plan_of(NEXT_YEAR, wanted(AtLeast(5), basis)), figures).verdicts
    assert en == "; ".join(why(verdict, "en"))


def test_an_open_baseline_says_what_may_be_missing() -> None:
    figures = known("things", {FIRST: Range(100, 110), SECOND: Range.exactly(155)})
    (verdict,) = evaluate(plan_of(SECOND, wanted(AtLeast(50), Growth(FIRST))), figures).verdicts
    assert why(verdict, "en")[-1].startswith("up to 10 more enterprises may be needed")


def test_what_the_data_lack_is_named() -> None:
    verdict = assess(HANOI, Register(), as_of=AFTER)["2021-2025/bodies"]
    assert isinstance(verdict.target.basis, Reached)
    assert (
        "chưa xác nhận đầy đủ số liệu: 2021-2025; có thể còn thiếu đến 2 tổ chức",
        "data not claimed complete for 2021-2025; up to 2 more bodies may be needed",
    ) == in_both(verdict)
