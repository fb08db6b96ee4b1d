"""The words of pictures and pages: ranges with their units, what is accepted and what is needed."""

from datetime import date

from building import FIRST, SECOND, known, plan_of, wanted
from nsc_program import AtLeast, EachYear, Growth, MoreThan, Period, Range
from nsc_program.report import TargetLine
from nsc_program.report._charts.picture_words import after_title, beside
from reading_pictures import lines_of


def line_of(possible: Range, as_of: date = FIRST.end) -> TargetLine:
    """Return the line of a target of at least 20 things."""
    figures = known("things", {FIRST: possible}, as_of)
    (line,) = lines_of(plan_of(FIRST, wanted(AtLeast(20))), figures)
    return line


def test_the_title_is_left_out_where_it_stands_beside_the_sentence() -> None:
    assert after_title(line_of(Range.exactly(14)), "en").startswith("14 of at least 20 enterprises")


class TestBeside:
    def test_a_missed_target_says_what_it_accepts_and_what_is_missing(self) -> None:
        line = line_of(Range.exactly(14))

        assert "Ngưỡng đạt: ít nhất 20; còn thiếu 6 doanh nghiệp." == beside(line, "vi")
        assert "Accepted: at least 20; 6 more enterprises needed." == beside(line, "en")

    def test_an_open_phase_says_what_is_needed_each_month(self) -> None:
        line = line_of(Range.at_least(3), date(2023, 12, 31))

        assert beside(line, "vi").endswith(
            "có thể còn thiếu đến 17 doanh nghiệp; bình quân mỗi tháng cần thêm 0,70…"
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

        assert (
            "Chắc chắn đạt: ít nhất 165; có thể đạt: ít nhất 150; "
            "có thể còn thiếu đến 10 doanh nghiệp."
        ) == beside(line, "vi")
