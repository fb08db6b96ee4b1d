"""One sentence a target: what is reached, what is asked for, and never 100 % unless attained."""

import re
from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given

from building import AFTER, FIRST, known, plan_of, wanted
from drawing_small import Case, exact_cases, wordings
from nsc_program import About, AtLeast, EachYear, Figure, Figures, Period, Range, Reading, Status
from nsc_program.report import TargetLine
from nsc_program.report._picture_words import said, share_of_plan, target_sentence
from nsc_program.values import Lang
from nsc_program.values._ranges import EVERYTHING
from reading_pictures import lines_of

YEAR = Period.of_years(2023, 2023)
DAY = date(2023, 12, 31)


def in_a_year(now: Range, before: Range, so_far: Range = EVERYTHING) -> TargetLine:
    """Return the line of a target of at least 20 in an open phase, for one of its years."""
    found = {YEAR: now, Period.of_years(2022, 2022): before, FIRST: Range.at_least(3)}
    if so_far != EVERYTHING:
        found[Period(FIRST.start, DAY)] = so_far
    figures = known("things", found, DAY)
    (line,) = lines_of(plan_of(FIRST, wanted(AtLeast(20))), figures, period=YEAR)
    return line


@pytest.mark.parametrize(
    ("possible", "vi", "en"),
    [
        (Range.exactly(1480), "1.480 x", "1,480 x"),
        (Range(1480, 1490), "từ 1.480 đến 1.490 x", "1,480 to 1,490 x"),
        (Range.at_least(14), "từ 14 x trở lên", "at least 14 x"),
        (Range.above(65), "trên 65 x", "more than 65 x"),
        (Range.at_most(3), "nhiều nhất 3 x", "at most 3 x"),
        (Range.below(3), "dưới 3 x", "less than 3 x"),
        (Range(1, 2, low_open=True), "trên 1 đến 2 x", "more than 1 and at most 2 x"),
        (Range(1, 2, high_open=True), "từ 1 đến dưới 2 x", "at least 1 and less than 2 x"),
        (Range.exactly(Fraction(200, 3)), "66,66… x", "66.66… x"),
        (EVERYTHING, "chưa có số liệu", "unknown"),
    ],
)
def test_ranges_in_words(possible: Range, vi: str, en: str) -> None:
    assert (vi, en) == (said(possible, "vi", "x"), said(possible, "en", "x"))


class TestSentences:
    @pytest.mark.parametrize(
        ("lang", "sentence"),
        [
            (
                "vi",
                (
                    "Từ 1.410 đến 1.420 doanh nghiệp (kế hoạch: khoảng 1.500 doanh nghiệp); ngưỡng "
                    "đạt: từ 1.425 trở lên; ít nhất bằng 94% kế hoạch; còn thiếu từ 5 đến 15. "
                    "Đánh giá: Không đạt."
                ),
            ),
            (
                "en",
                (
                    "1,410 to 1,420 enterprises (planned: about 1,500 enterprises); accepted: at "
                    "least 1,425; at least 94% of the plan; still needed: 5 to 15. Status: Missed."
                ),
            ),
        ],
    )
    def test_a_phase_that_is_over(self, lang: Lang, sentence: str) -> None:
        figures = known("things", {FIRST: Range(1410, 1420)})
        (line,) = lines_of(plan_of(FIRST, wanted(About(1500))), figures)

        assert sentence == target_sentence(line, lang)

    def test_an_open_phase_says_what_is_needed_each_month(self) -> None:
        line = in_a_year(Range.exactly(5), Range.exactly(3), Range(3, 8))

        assert (
            "Từ 3 đến 8 doanh nghiệp (kế hoạch: ít nhất 20 doanh nghiệp); ngưỡng đạt: từ 20 trở "
            "lên; ít nhất bằng 15% kế hoạch; riêng năm 2023: 5; tăng 2 so với cùng kỳ năm trước; "
            "còn thiếu từ 0 đến 17; bình quân mỗi tháng cần thêm 0,70… Đánh giá: Đang thực hiện."
        ) == target_sentence(line, "vi")

    @pytest.mark.parametrize(
        ("now", "before", "words"),
        [
            (Range(5, 6), Range.exactly(3), "tăng từ 2 đến 3 so với cùng kỳ năm trước"),
            (Range.exactly(3), Range(3, 5), "giảm từ 0 đến 2 so với cùng kỳ năm trước"),
            (Range(3, 6), Range.exactly(4), "từ giảm 1 đến tăng 2 so với cùng kỳ năm trước"),
            (Range.exactly(3), Range.exactly(3), "bằng cùng kỳ năm trước"),
        ],
    )
    def test_the_change_from_a_year_earlier(self, now: Range, before: Range, words: str) -> None:
        assert f"; {words};" in target_sentence(in_a_year(now, before), "vi")

    def test_an_open_change_is_not_said(self) -> None:
        line = in_a_year(Range.at_least(3), Range.exactly(3))

        assert "năm trước" not in target_sentence(line, "vi")

    def test_a_number_for_each_year_is_said_for_each(self) -> None:
        years = Period.of_years(2021, 2022)
        found = dict(zip(years.years, (Range.exactly(4), Range.exactly(6)), strict=True))
        target = wanted(AtLeast(5), EachYear())
        (line,) = lines_of(plan_of(years, target), known("things", found))

        assert target_sentence(line, "en").startswith(
            "2021: 4 enterprises (planned: at least 5 enterprises each year), accepted: at least 5;"
            " 2022: 6 enterprises, accepted: at least 5"
        )

    def test_a_fall_is_said_without_a_minus(self) -> None:
        line = in_a_year(Range.exactly(1), Range.exactly(4))

        assert "; down 3 on a year earlier;" in target_sentence(line, "en")


class TestShares:
    @given(exact_cases(), wordings())
    def test_nothing_is_100_percent_unless_attained(self, case: Case, reading: Reading) -> None:
        for line in lines_of(case.program, case.figures, reading):
            shares = [*share_of_plan(line, "en")]
            for share in shares:
                (number,) = re.findall(r"(-?[\d,.]+)…?%", share.replace("−", "-"))
                if line.status is not Status.ATTAINED:
                    assert Fraction(number.replace(",", "")) < 100
            assert [*share_of_plan(line, "vi")] or not shares

    def test_a_known_share_is_one_number(self) -> None:
        figures = known("things", {FIRST: Range.exactly(14)})
        (line,) = lines_of(plan_of(FIRST, wanted(AtLeast(15))), figures)

        assert ["93.33…% of the plan"] == [*share_of_plan(line, "en")]
        assert ["bằng 93,33…% kế hoạch"] == [*share_of_plan(line, "vi")]

    def test_the_period_of_the_whole_report_is_said_once(self) -> None:
        figures = Figures(AFTER, (Figure("things", FIRST, Range.exactly(14)),))
        (line,) = lines_of(plan_of(FIRST, wanted(AtLeast(15))), figures)

        assert "riêng" not in target_sentence(line, "vi")
        assert "in 2021-2025 alone" not in target_sentence(evolve(line, before=None), "en")
