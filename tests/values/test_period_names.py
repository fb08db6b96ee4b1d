"""Names of periods are read in one way, and written so that they read back."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from each import for_each
from nsc_program import InvalidType, InvalidValue, Period
from nsc_program.values import period_name, read_period

_DAY = timedelta(days=1)
years = st.integers(1900, 2099)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@st.composite
def _between(draw: st.DrawFn) -> Period:
    start, end = sorted((draw(days), draw(days)))
    return Period(start, end)


@st.composite
def _months(draw: st.DrawFn) -> Period:
    first, last = sorted((draw(st.integers(1, 12)), draw(st.integers(1, 12))))
    return Period.of_months(draw(years), first, last)


@st.composite
def _spans(draw: st.DrawFn) -> Period:
    return Period.of_years(*sorted((draw(years), draw(years))))


_ANY = st.one_of(
    _between(),
    _months(),
    _spans(),
    days.map(Period.until),
    st.builds(Period.of_quarter, years, st.integers(1, 4)),
    st.builds(Period.of_half, years, st.integers(1, 2)),
)
_ENDS_OF_YEARS = st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(
    lambda day: (day.month, day.day)
)


class TestPartsOfYears:
    @given(years)
    def test_months_quarters_and_halves_divide_a_year(self, year: int) -> None:
        of_a_year = Period.of_years(year, year)
        for make, many in ((Period.of_month, 12), (Period.of_quarter, 4), (Period.of_half, 2)):
            parts = [make(year, number) for number in range(1, many + 1)]
            assert of_a_year.start == parts[0].start
            assert of_a_year.end == parts[-1].end
            assert all(one.end + _DAY == other.start for one, other in pairwise(parts))

    @given(years, st.integers(1, 12))
    def test_whole_months_run_from_their_first_to_their_last_day(
        self, year: int, month: int
    ) -> None:
        period = Period.of_months(year, 1, month)
        assert date(year, 1, 1) == period.start
        assert (month, 1) == (period.end.month, (period.end + _DAY).day)

    @given(years, _ENDS_OF_YEARS)
    def test_report_years_follow_one_another_and_end_on_their_day(
        self, year: int, ends: tuple[int, int]
    ) -> None:
        earlier, later = (Period.of_report_year(each, ends=ends) for each in (year, year + 1))
        assert date(year, *ends) == earlier.end
        assert earlier.end + _DAY == later.start

    def test_a_report_year_that_ends_with_the_year_is_a_calendar_year(self) -> None:
        assert Period.of_years(2026, 2026) == Period.of_report_year(2026, ends=(12, 31))

    @pytest.mark.parametrize(
        ("make", "year", "number"),
        [
            (Period.of_quarter, 2026, 0),
            (Period.of_quarter, 2026, 5),
            (Period.of_half, 2026, 3),
            (Period.of_month, 2026, 13),
            (Period.of_month, 0, 1),
        ],
    )
    def test_a_part_that_does_not_exist_is_refused(
        self, make: Callable[[int, int], Period], year: int, number: int
    ) -> None:
        with pytest.raises(InvalidValue) as refused:
            make(year, number)
        assert "out-of-range" == refused.value.problems[0].code

    @pytest.mark.parametrize(
        ("year", "ends", "code"),
        [
            (2026, (2, 29), "no-such-day"),
            (2026, (4, 31), "no-such-day"),
            (2026, (13, 1), "out-of-range"),
            (1, (11, 30), "out-of-range"),
        ],
    )
    def test_report_years_end_on_a_day_of_every_year(
        self, year: int, ends: tuple[int, int], code: str
    ) -> None:
        with pytest.raises(InvalidValue) as refused:
            Period.of_report_year(year, ends=ends)
        assert code == refused.value.problems[0].code

    def test_months_are_in_order(self) -> None:
        with pytest.raises(InvalidValue):
            Period.of_months(2026, 4, 3)

    @pytest.mark.parametrize("number", ["1", 1.0, True, None], ids=repr)
    def test_a_number_of_a_part_is_whole(self, number: Any) -> None:  # noqa: ANN401 - meant to be wrong
        for make in (Period.of_month, Period.of_quarter, Period.of_half):
            with pytest.raises(InvalidType):
                make(2026, number)
        with pytest.raises(InvalidType):
            Period.of_report_year(number, ends=(11, 30))


class TestPlainNames:
    @given(_ANY)
    def test_a_plain_name_reads_back_to_its_period(self, period: Period) -> None:
        assert period == read_period(period_name(period))

    @given(
        st.one_of(st.dates().map(Period.until), st.dates().map(lambda day: Period(day, date.max)))
    )
    def test_periods_of_any_days_have_names(self, period: Period) -> None:
        assert period == read_period(period_name(period))

    @for_each(
        ("name", "period"),
        [
            ("2026", Period.of_years(2026, 2026)),
            ("2021-2025", Period.of_years(2021, 2025)),
            ("2026-Q1", Period.of_quarter(2026, 1)),
            ("2026-H2", Period.of_half(2026, 2)),
            ("2026-03", Period.of_month(2026, 3)),
            ("2026-03-15", Period(date(2026, 3, 15), date(2026, 3, 15))),
            ("2026-01/2026-09", Period.of_months(2026, 1, 9)),
            ("2025-12/2026-11", Period.of_report_year(2026, ends=(11, 30))),
            ("2026-01-02/2026-06-30", Period(date(2026, 1, 2), date(2026, 6, 30))),
            ("../2025-12-31", Period.until(date(2025, 12, 31))),
        ],
    )
    def test_the_shortest_name_is_written(self, name: str, period: Period) -> None:
        assert name == period_name(period)
        assert period == read_period(name) == read_period(name.lower())


_Q1, _H1, _YEAR = Period.of_quarter(2026, 1), Period.of_half(2026, 1), Period.of_years(2026, 2026)
_REPORTS = Period.of_report_year(2026, ends=(11, 30))
_WORDS = {
    _Q1: (
        "quý I/2026",
        "Quý 1 năm 2026",
        "QUÝ 01-2026",
        "quy I/2026",
        "quý I, năm 2026",
        "Q1/2026",
        "Q1 2026",
        "  quý  I / 2026. ",
        "quý I/2026 (từ 01/01/2026 đến 31/03/2026)",
        "từ tháng 1 đến tháng 3 năm 2026",
        "tháng 1-3/2026",
        "T1 - T3/2026",
        "01/2026 - 03/2026",
        "từ 01/01 đến 31/03/2026",
        "3 tháng đầu năm 2026",
        "from 2026-01-01 to 2026-03-31",
    ),
    _H1: (
        "6 tháng đầu năm 2026",
        "sáu tháng đầu năm 2026",
        "6 thang dau nam 2026",
        "6 tháng năm 2026",
        "6T/2026",
        "nửa đầu năm 2026",
        "bán niên đầu 2026",
        "H1 2026",
        "từ quý I đến quý II/2026",
    ),
    Period.of_half(2026, 2): ("6 tháng cuối năm 2026", "nửa cuối năm 2026"),
    Period.of_months(2026, 1, 9): ("9 tháng năm 2026", "chín tháng đầu năm 2026"),
    Period.of_months(2026, 10, 12): ("3 tháng cuối năm 2026", "quý IV/2026"),
    Period.of_month(2026, 3): ("tháng 3/2026", "tháng 3 năm 2026", "T3/2026", "03/2026"),
    _YEAR: ("năm 2026", "cả năm 2026", "2026", "12 tháng năm 2026"),
    Period.of_years(2021, 2025): (
        "giai đoạn 2021-2025",
        "giai đoạn 2021 – 2025",
        "từ năm 2021 đến hết năm 2025",
        "2021 đến 2025",
    ),
    _REPORTS: (
        "năm báo cáo 2026 (từ 01/12/2025 đến 30/11/2026)",
        "Năm 2026 (01/12/2025 - 30/11/2026)",
        "năm 2026, từ ngày 1 tháng 12 năm 2025 đến ngày 30 tháng 11 năm 2026",
        "từ 01.12.2025 đến hết ngày 30.11.2026",
    ),
    Period(date(2025, 12, 15), date(2026, 3, 14)): ("quý I/2026 (từ 15/12/2025 đến 14/03/2026)",),
    Period.until(date(2026, 11, 30)): ("đến 30/11/2026", "tính đến hết ngày 30/11/2026"),
}


class TestNamesInWords:
    @for_each(
        ("words", "period"), [(each, period) for period, some in _WORDS.items() for each in some]
    )
    def test_words_name_one_period(self, words: str, period: Period) -> None:
        assert period == read_period(words)

    @pytest.mark.parametrize("words", ["năm báo cáo 2026", "năm 2026", "2026", "report year 2026"])
    def test_a_year_is_a_report_year_if_the_caller_says_when_it_ends(self, words: str) -> None:
        assert _REPORTS == read_period(words, report_year_ends=(11, 30))

    @pytest.mark.parametrize(
        "words", ["01/12/2025 - 30/11/2026", "2025-12-01/2026-11-30", "từ 1/12/2025 đến 30/11/2026"]
    )
    def test_days_do_not_depend_on_the_kind_of_year(self, words: str) -> None:
        assert _REPORTS == read_period(words) == read_period(words, report_year_ends=(10, 31))

    @pytest.mark.parametrize(
        "words", ["quý I/2026", "2026-Q1", "3 tháng năm 2026", "01/2026-03/2026"]
    )
    def test_report_years_that_end_with_the_year_have_quarters(self, words: str) -> None:
        assert _Q1 == read_period(words, report_year_ends=(12, 31))

    @for_each(
        ("words", "code"),
        [
            ("quý I", "year-missing"),
            ("6 tháng đầu năm", "year-missing"),
            ("tháng 3", "year-missing"),
            ("năm báo cáo 2026", "report-year-without-end"),
            ("năm báo cáo 2026 (lần 1)", "not-a-period"),
            ("quý I/2026 (từ 01/04/2026 đến 30/06/2026)", "other-days"),
            ("năm 2026 (từ 01/01/2026 đến 30/09/2026)", "other-days"),
            ("tháng 3/2026 (từ 02/03/2026 đến 15/03/2026)", "other-days"),
            ("tính đến 30/11/2026 (từ 01/12/2025 đến 30/11/2026)", "not-a-period"),
            ("../2025-12-31 - 31/12/2026", "not-a-period"),
            ("Hà Nội (từ 01/12/2025 đến 30/11/2026)", "not-a-period"),
            ("31/02/2026", "no-such-day"),
            ("2026-02-30", "no-such-day"),
            ("0000", "not-a-period"),
            ("2025-2021", "ends-before-it-starts"),
            ("từ tháng 12 đến tháng 11/2026", "ends-before-it-starts"),
            # A quarter, a month, or a school year may be meant.
            ("quý 1-2/2026", "not-a-period"),
            ("1-6/2026", "not-a-period"),
            ("2025/2026", "not-a-period"),
            ("năm học 2025-2026", "not-a-period"),
            ("quý I, II/2026", "not-a-period"),
            ("quý V/2026", "not-a-period"),
            ("quý 12026", "not-a-period"),
            ("3.2026", "not-a-period"),
            ("lũy kế đến 30/11/2026", "not-a-period"),
            ("đến khi xong", "not-a-period"),
            ("2026" + " " * 300 + "x", "not-a-period"),
            ("", "not-a-period"),
        ],
    )
    def test_what_is_not_clear_is_refused_with_what_is_missing(self, words: str, code: str) -> None:
        with pytest.raises(InvalidValue) as refused:
            read_period(words)
        assert code == refused.value.problems[0].code

    @pytest.mark.parametrize(
        "words", ["quý I/2026", "2026-Q1", "2026-03", "9 tháng năm 2026", "2021-2025"]
    )
    def test_parts_and_spans_of_report_years_are_refused(self, words: str) -> None:
        with pytest.raises(InvalidValue) as refused:
            read_period(words, report_year_ends=(11, 30))
        assert "part-of-which-year" == refused.value.problems[0].code

    def test_a_period_may_last_to_the_end_of_the_calendar(self) -> None:
        assert Period(date(2026, 1, 1), date.max) == read_period("từ 01/01/2026 đến 31/12/9999")

    @pytest.mark.parametrize("value", [2026, None], ids=repr)
    def test_a_name_is_a_text(self, value: Any) -> None:  # noqa: ANN401 - meant to be wrong
        with pytest.raises(InvalidType):
            read_period(value)

    @example("quý I/2026")
    @example("quý")
    @given(st.text(alphabet="0123456789 -/.qýIVnămthágđếtừ()", max_size=30))
    def test_any_text_is_read_or_refused(self, words: str) -> None:
        try:
            period = read_period(words)
        except InvalidValue:
            return
        assert period == read_period(period_name(period))
