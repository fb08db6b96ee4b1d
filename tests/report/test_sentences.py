"""One sentence for each target, exact, in both languages."""

import re
from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings

from building import AFTER, FIRST, MONEY, SHARE, plan_of, supports, trainings, wanted
from each import for_each
from nsc_program import (
    About,
    AtLeast,
    AtMost,
    EachYear,
    Figure,
    Growth,
    MoreThan,
    Period,
    Program,
    Range,
    Register,
    ReportedFigure,
    Target,
)
from nsc_program.plan import During
from nsc_program.report import Report, TargetLine, report, sentence
from nsc_program.report._sentences import in_period
from nsc_program.report._spoken import spoken
from nsc_program.values import Lang
from nsc_program.verdicts import Status
from office_files import CLOSE, YEAR, made, reports

THINGS_IN_2024 = Period.of_years(2024, 2024)


def lines_of(
    plan: Program, *figures: tuple[str, Period, Range | int], as_of: date = AFTER, year: int = 2024
) -> tuple[TargetLine, ...]:
    """Return the lines of a report on a plan, about reported numbers."""
    reported = [
        ReportedFigure(id=f"r{place}", indicator=name, period=period, value=value, issued=as_of)
        for place, (name, period, value) in enumerate(figures)
    ]
    period = Period.of_years(year, year)
    return report(plan, Register(reported), as_of=as_of, period=period).lines


def line_of(target: Target, *figures: tuple[str, Period, Range | int]) -> TargetLine:
    """Return the only line of a report on a plan with one target."""
    (line,) = lines_of(plan_of(FIRST, target), *figures)
    return line


def years(first: int, last: int) -> Period:
    return Period.of_years(first, last)


class TestRanges:
    @for_each(
        ("possible", "vi", "en"),
        [
            (Range.exactly(2), "2", "2"),
            (Range(2, 5), "từ 2 đến 5", "between 2 and 5"),
            (Range.at_least(2), "ít nhất 2", "at least 2"),
            (Range.above(2), "trên 2", "more than 2"),
            (Range.at_most(2), "nhiều nhất 2", "at most 2"),
            (Range.below(2), "dưới 2", "less than 2"),
            (Range(2, 5, low_open=True), "trên 2 và nhiều nhất 5", "more than 2 and at most 5"),
            (Range(2, 5, high_open=True), "ít nhất 2 và dưới 5", "at least 2 and less than 5"),
            (Range.exactly(Fraction(200, 3)), "66,66…", "66.66…"),
            (Range(None, None), "chưa có số liệu", "unknown"),
        ],
    )
    def test_examples(self, possible: Range, vi: str, en: str) -> None:
        assert (vi, en) == (spoken(possible, "vi"), spoken(possible, "en"))

    @pytest.mark.parametrize(
        ("period", "vi", "en"),
        [
            (years(2026, 2026), "trong năm 2026", "in 2026"),
            (years(2021, 2025), "trong giai đoạn 2021-2025", "in 2021-2025"),
            (Period.of_half(2026, 1), "trong 6 tháng đầu năm 2026", "in H1 2026"),
            (
                Period(date(2025, 12, 1), date(2026, 11, 30)),
                "từ 01/12/2025 đến 30/11/2026",
                "from 2025-12-01 to 2026-11-30",
            ),
        ],
    )
    def test_periods(self, period: Period, vi: str, en: str) -> None:
        assert [vi, en] == [
            re.sub(r"(?<=/)0(?=[3-9]/)", "", in_period(period, "vi")),
            in_period(period, "en"),
        ]


class TestSentences:
    def test_a_number_stands_before_that_of_the_plan(self) -> None:
        line = line_of(
            wanted(About(1500)),
            ("things", FIRST, 1410),
            ("things", YEAR, 390),
            ("things", years(2023, 2023), 340),
        )

        assert "ví dụ: 1.410/khoảng 1.500 doanh nghiệp, bằng 94% kế hoạch giai đoạn" in sentence(
            evolve(line, cumulative=_over(line, 1410)), "vi"
        )

    def test_what_the_year_added_is_compared_with_a_year_earlier(self) -> None:
        line = line_of(
            wanted(AtLeast(10)), ("things", YEAR, 390), ("things", years(2023, 2023), 340)
        )

        assert "trong năm 2024: 390, tăng 14,70…% so với cùng kỳ năm trước" in sentence(line, "vi")
        assert "in 2024: 390, up by 14.70…% from the same days a year earlier" in sentence(
            line, "en"
        )

    @pytest.mark.parametrize(
        ("now", "before", "vi"),
        [
            (340, 340, "bằng cùng kỳ năm trước"),
            (Range(306, 323), 340, "giảm từ 5% đến 10% so với cùng kỳ năm trước"),
            (Range(306, 374), 340, "từ giảm 10% đến tăng 10% so với cùng kỳ năm trước"),
            (680, 340, "tăng 340 doanh nghiệp so với cùng kỳ năm trước"),
            (0, 340, "giảm 340 doanh nghiệp so với cùng kỳ năm trước"),
            (5, 0, "tăng 5 doanh nghiệp so với cùng kỳ năm trước"),
        ],
    )
    def test_changes(self, now: Range | int, before: int, vi: str) -> None:
        """A change never reads 100 %, which only stands beside a target that is attained."""
        line = line_of(
            wanted(AtLeast(10_000)), ("things", YEAR, now), ("things", years(2023, 2023), before)
        )

        assert f", {vi};" in sentence(line, "vi")

    def test_a_range_names_the_unit_twice(self) -> None:
        line = line_of(wanted(AtLeast(20)), ("things", years(2021, 2024), Range(12, 14)))

        text = sentence(line, "vi")
        assert "ví dụ: từ 12 đến 14 doanh nghiệp, kế hoạch ít nhất 20 doanh nghiệp" in text

    def test_nothing_known_is_said(self) -> None:
        line = line_of(wanted(AtLeast(20)))

        assert (
            "ví dụ: kế hoạch ít nhất 20 doanh nghiệp, chưa có số liệu; "
            "trong năm 2024: chưa có số liệu; "
            "đánh giá cả giai đoạn, theo số liệu đến hết ngày 31/12/2025: chưa đủ căn cứ kết luận."
        ) == sentence(line, "vi")
        assert "made up: planned at least 20 enterprises; reached: unknown" in sentence(line, "en")

    def test_a_share_is_left_out_if_it_is_of_other_days(self) -> None:
        line = line_of(
            wanted(AtLeast(20)), ("things", years(2021, 2024), 10), ("things", FIRST, 15)
        )

        assert Range.exactly(75) == line.share
        assert "%" not in sentence(line, "vi").split(";")[0]

    def test_growth_says_what_suffices(self) -> None:
        target = wanted(AtLeast(50), Growth(years(2016, 2020)))
        figures = ("things", years(2016, 2020), 100), ("things", FIRST, 75)
        (line,) = lines_of(plan_of(FIRST, target), *figures, year=2025)

        text = sentence(line, "en")
        assert "75 enterprises; planned an increase of at least 50%" in text
        assert "(surely attained with at least 150 enterprises), 50% of the number that" in text

    def test_growth_from_an_unknown_baseline_says_nothing_of_what_suffices(self) -> None:
        line = line_of(wanted(AtLeast(50), Growth(years(2016, 2020))), ("things", FIRST, 75))

        assert "surely" not in sentence(line, "en")

    def test_a_part_of_the_phase(self) -> None:
        line = line_of(wanted(AtLeast(20), During(YEAR)), ("things", YEAR, 5))

        assert (
            "ví dụ: 5 doanh nghiệp, kế hoạch trong năm 2024, ít nhất 20 doanh nghiệp"
            in sentence(line, "vi")
        )
        assert "bằng 25% kế hoạch;" in sentence(line, "vi")

    def test_each_year(self) -> None:
        line = line_of(wanted(AtLeast(20), EachYear()), ("things", years(2021, 2024), 5))

        assert "5 doanh nghiệp, kế hoạch mỗi năm ít nhất 20 doanh nghiệp" in sentence(line, "vi")

    def test_a_state_has_no_number_of_the_year(self) -> None:
        figures = (MONEY.id, YEAR, 30), (MONEY.id, years(2023, 2023), 20)
        line = line_of(wanted(AtLeast(40), indicator=MONEY.id), *figures)

        assert "; tăng 50% so với cùng kỳ năm trước;" in sentence(line, "vi")
        assert "trong năm" not in sentence(line, "vi")

    def test_a_state_without_an_earlier_number_has_no_change(self) -> None:
        line = line_of(wanted(AtLeast(40), indicator=MONEY.id), (MONEY.id, YEAR, 30))

        assert "cùng kỳ" not in sentence(line, "vi")

    def test_the_change_of_a_share_is_in_points(self) -> None:
        figures = (SHARE.id, YEAR, 30), (SHARE.id, years(2023, 2023), 20)
        line = line_of(wanted(MoreThan(40), indicator=SHARE.id), *figures)

        assert "tăng 10 điểm phần trăm so với" in sentence(line, "vi")
        assert "up by 10 percentage points from" in sentence(line, "en")

    def test_an_estimate_is_named(self) -> None:
        estimate = ReportedFigure(
            id="e", indicator="things", period=YEAR, value=Range(5, 9), issued=CLOSE, estimate=True
        )
        plan = plan_of(FIRST, wanted(AtMost(20)))
        (line,) = report(plan, Register([estimate]), as_of=CLOSE, period=YEAR).lines

        assert "; ước thực hiện trong năm 2024: từ 5 đến 9;" in sentence(line, "vi")
        assert "; estimated in 2024: between 5 and 9;" in sentence(line, "en")

    def test_the_status_is_that_of_the_day_of_judgement(self) -> None:
        (line, *_) = made(trainings(3)).lines

        assert sentence(line, "vi").endswith("; đánh giá: đang thực hiện.")
        assert sentence(line, "en").endswith("; status: pending.")

    def test_hanoi(self) -> None:
        line = made(supports(1_500)).lines[2]

        assert (
            "Doanh nghiệp được hỗ trợ: 1.500/khoảng 1.500 doanh nghiệp, bằng 100% kế hoạch giai "
            "đoạn; trong năm 2024: 1.500, tăng 1.500 doanh nghiệp so với cùng kỳ năm trước; "
            "đánh giá: đạt."
        ) == sentence(line, "vi")


def _over(line: TargetLine, number: int) -> Figure:
    """Return the figure of a line with one number."""
    return evolve(line.cumulative, range=Range.exactly(number))


PERCENT = re.compile(r"(?:at least )?(-?[\d,]+(?:\.\d+)?)(…?)% of the")


@pytest.mark.property
@settings(max_examples=25)
@given(reports())
def test_shares_are_exact_or_cut_and_all_only_if_attained(whole: Report) -> None:
    for line in whole.lines:
        text = sentence(line, "en")
        shows_all = re.search(r"(?<![\d.,])100%", sentence(line, "vi") + text)
        assert not shows_all or line.status is Status.ATTAINED
        for number, cut in PERCENT.findall(text):
            shown, share = Fraction(number.replace(",", "")), line.share
            assert share is not None
            assert share.low is not None
            assert shown < share.low < shown + Fraction(1, 100) if cut else shown == share.low


@pytest.mark.property
@settings(max_examples=25)
@given(reports())
def test_a_sentence_ends_and_is_one_line(whole: Report) -> None:
    langs: tuple[Lang, ...] = ("vi", "en")
    for line in whole.lines:
        for lang in langs:
            assert sentence(line, lang).endswith(".")
            assert "\n" not in sentence(line, lang)
