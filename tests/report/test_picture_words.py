"""The words of pictures and pages: ranges with their units, what is accepted and what is needed."""

from datetime import date
from fractions import Fraction

import pytest

from building import FIRST, SECOND, known, plan_of, wanted
from nsc_program import AtLeast, EachYear, Growth, MoreThan, Period, Range
from nsc_program.report import TargetLine
from nsc_program.report._picture_words import after_title, beside, said
from nsc_program.values._ranges import EVERYTHING
from reading_pictures import lines_of


def line_of(possible: Range, as_of: date = FIRST.end) -> TargetLine:
    """Return the line of a target of at least 20 things."""
    figures = known("things", {FIRST: possible}, as_of)
    (line,) = lines_of(plan_of(FIRST, wanted(AtLeast(20))), figures)
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


def test_the_title_is_left_out_where_it_stands_beside_the_sentence() -> None:
    assert after_title(line_of(Range.exactly(14)), "en").startswith("14 of at least 20 enterprises")


class TestBeside:
    def test_a_missed_target_says_what_it_accepts_and_what_is_missing(self) -> None:
        line = line_of(Range.exactly(14))

        assert "Ngưỡng đạt: từ 20 trở lên; còn thiếu 6." == beside(line, "vi")
        assert "Accepted: at least 20; still needed: 6." == beside(line, "en")

    def test_an_open_phase_says_what_is_needed_each_month(self) -> None:
        line = line_of(Range.at_least(3), date(2023, 12, 31))

        assert beside(line, "vi").endswith(
            "còn thiếu từ 0 đến 17; bình quân mỗi tháng cần thêm 0,70…"
        )

    def test_an_attained_target_needs_nothing(self) -> None:
        assert "Accepted: at least 20." == beside(line_of(Range.exactly(21)), "en")

    def test_a_little_more_than_nothing_is_not_said(self) -> None:
        figures = known("money", {FIRST: Range.exactly(65)})
        (line,) = lines_of(plan_of(FIRST, wanted(MoreThan(65), indicator="money")), figures)

        assert "Accepted: more than 65." == beside(line, "en")

    def test_a_number_for_each_year_is_said_for_each(self) -> None:
        years = Period.of_years(2021, 2022)
        found = dict(zip(years.years, (Range.exactly(4), Range.at_least(0)), strict=True))
        target = wanted(AtLeast(5), EachYear())
        (line,) = lines_of(plan_of(years, target), known("things", found))

        assert (
            "2021: 4 enterprises, accepted: at least 5; 2022: unknown, accepted: at least 5."
        ) == beside(line, "en")

    def test_an_open_baseline_has_two_bounds(self) -> None:
        target = wanted(AtLeast(50), Growth(FIRST))
        figures = known("things", {FIRST: Range(100, 110), SECOND: Range.exactly(155)})
        (line,) = lines_of(plan_of(SECOND, target), figures)

        assert beside(line, "vi").startswith(
            "Chắc chắn đạt: từ 165 trở lên; có thể đạt: từ 150 trở lên; còn thiếu"
        )
