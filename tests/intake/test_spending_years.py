"""The year in which money was spent is read from its own column, and from nothing else."""

from datetime import date
from fractions import Fraction

import pytest

from each import for_each
from nsc_program import Support
from nsc_program.intake import Fault, read
from nsc_program.intake._headings.headings import column_of
from nsc_program.intake.typed import load_one
from rows import SUPPORT, accepted, refused

NAMES = ("id", "enterprise", "started_on", "completed_on", "recorded_on", "spending_year")


class TestHeadings:
    """A heading names the budget year only if it says so."""

    @for_each(
        "heading",
        [
            "Năm chi",
            "Năm ngân sách",
            "Niên độ ngân sách",
            "Niên độ",
            "Kinh phí › Năm giải ngân",
            "Năm chi / Spending year",
            "Năm ngân sách (Budget year)",
            "spending_year",
        ],
    )
    def test_the_words_are_found(self, heading: str) -> None:
        assert "spending_year" == column_of(heading, NAMES)

    @pytest.mark.parametrize(
        "heading",
        [
            "Năm",
            "Năm hỗ trợ",
            "Năm hoàn thành",
            "Năm kế hoạch",
            "Năm quyết toán",
            "Năm chi dự kiến",
        ],
    )
    def test_another_year_is_not_taken_for_it(self, heading: str) -> None:
        assert column_of(heading, NAMES) is None


class TestCells:
    """A cell is a year of four digits, with or without the word before it."""

    @pytest.mark.parametrize(
        "cell",
        [2025, 2025.0, Fraction(2025), "2025", " 2025 ", "năm 2025", "Niên độ 2025"],
        ids=repr,
    )
    def test_a_year_is_read(self, cell: object) -> None:
        record = accepted(Support, SUPPORT, "Năm chi", cell)

        assert 2025 == record.spending_year

    @pytest.mark.parametrize("cell", [None, "", "  "])
    def test_a_blank_is_unknown_whatever_the_days_say(self, cell: object) -> None:
        record = accepted(Support, SUPPORT, "Năm chi", cell)

        assert record.spending_year is None

    @for_each(
        "cell",
        [
            date(2025, 12, 31),
            "31/12/2025",
            "12/2025",
            "2024-2025",
            "2024, 2025",
            "25",
            25,
            2025.5,
            "2.025",
            True,
            "dự kiến 2025",
            "chưa chi",
        ],
        ids=repr,
    )
    def test_anything_else_is_refused(self, cell: object) -> None:
        assert Fault.NOT_A_YEAR == refused(Support, SUPPORT, "Năm chi", cell)[0]

    @pytest.mark.parametrize("cell", [1899, 2101, "9999"])
    def test_a_year_out_of_reason_is_refused_with_the_limits(self, cell: object) -> None:
        (problem,) = read(Support, [{**SUPPORT, "Năm chi": cell}]).problems

        assert "năm phải từ 1900 đến 2100; hãy kiểm tra lại năm" == problem.message.vi
        assert "the year must be from 1900 to 2100; check it" == problem.message.en


class TestTypedRows:
    """Rows with typed values give the year as a whole number."""

    def test_a_whole_number_is_taken(self) -> None:
        row = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": date(2025, 1, 5)}
        record = load_one(Support, {**row, "spending_year": 2025})

        assert Support(**row, spending_year=2025) == record  # type: ignore[arg-type]
