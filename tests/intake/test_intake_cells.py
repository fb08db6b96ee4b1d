"""The days, codes and keys that a cell can hold, and the refusal of any other cell.

A refusal has a fault and, if the cell allows one, a suggestion.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from each import for_each
from nsc_program import (
    PilotModel,
    ReportedFigure,
    Support,
)
from nsc_program.intake import Fault
from nsc_program.intake._cells.lists import _parts
from rows import MODEL, REPORT, SUPPORT, accepted, faults, one, refused, supports


@for_each(
    "cell", ["=TRUE()", " =có", "=2024", '=HYPERLINK("https://example.invalid")'], ids=range(4)
)
@for_each("heading", ["Mã", "MST", "Bắt đầu", "Hủy", "Loại hình", "Giải pháp", "NSNN", "Văn bản"])
def test_a_formula_typed_as_text_is_refused_as_a_formula(heading: str, cell: str) -> None:
    """A formula is refused in a text as it is in a workbook."""
    assert (Fault.FORMULA, None) == refused(Support, SUPPORT, heading, cell)


class TestDays:
    """A day is a date, dd/mm/yyyy or yyyy-mm-dd, but never a form with two meanings."""

    @for_each(
        "cell",
        [
            date(2024, 6, 5),
            datetime(2024, 6, 5),  # noqa: DTZ001  # as a spreadsheet stores a day
            datetime(2024, 6, 5, 23, 59),  # noqa: DTZ001
            "05/06/2024",
            "5/6/2024",
            "05-06-2024",
            "5.6.2024",
            "ngày 5 tháng 6 năm 2024",
            "05 tháng 06 năm 2024",
            " 05/06/2024\u00a0",
            "2024-06-05",
            "2024-06-05 00:00:00",
            "2024-06-05T00:00",
            "2024-06-05 00:00:00.000",
            "2024-06-05 08:30",
            "2024-06-05T23:59:59.123",
            "2024/06/05",
            "2024-6-5",
            "2024.06.05",
            "2024/06/05 0:00",
            "05/06/2024 0:00",
            "5/6/2024 00:00:00",
            "5/6/2024 8:30 AM",
            "05-06-2024  23:59",
            "8h30 ngày 05/06/2024",
            "8h30, 5/6/2024",
            "14 giờ ngày 5 tháng 6 năm 2024",
            "08:30 - thứ tư, 05/06/2024",
        ],
        ids=range(28),
    )
    def test_a_date_or_a_text_in_these_forms_is_accepted(self, cell: object) -> None:
        assert date(2024, 6, 5) == accepted(Support, SUPPORT, "Kết thúc", cell).completed_on

    @for_each(
        ("cell", "fault", "suggestion"),
        [
            ("5/6-2024", Fault.NOT_A_DATE, None),
            ("5 6 2024", Fault.NOT_A_DATE, None),
            ("31/02/24", Fault.NOT_A_DATE, None),
            ("31.6.2024", Fault.NO_SUCH_DAY, None),
            ("30.2.2024", Fault.NO_SUCH_DAY, None),
            ("05/06/24", Fault.NOT_A_DATE, "05/06/2024"),
            ("2024/06-05", Fault.NOT_A_DATE, None),
            ("6/2024/05", Fault.NOT_A_DATE, None),
            ("2024-06-05 8h30", Fault.NOT_A_DATE, None),
            ("25h30 ngày 05/06/2024", Fault.NOT_A_DATE, None),
            ("2: 05/06/2024", Fault.NOT_A_DATE, None),
            ("2024-06-05T00:00:00Z", Fault.NOT_A_DATE, None),
            ("20240605", Fault.NOT_A_DATE, None),
            ("06/2024", Fault.NOT_A_DATE, None),
            ("tháng 6 năm 2024", Fault.NOT_A_DATE, None),
            ("June 5, 2024", Fault.NOT_A_DATE, None),
            ("45448", Fault.NOT_A_DATE, "05/06/2024"),
            (45448, Fault.NOT_A_DATE, "05/06/2024"),
            (45448.0, Fault.NOT_A_DATE, "05/06/2024"),
            (Decimal(45448), Fault.NOT_A_DATE, "05/06/2024"),
            (True, Fault.NOT_A_DATE, None),
            (time(0, 0), Fault.NOT_A_DATE, None),
            (timedelta(1), Fault.NOT_A_DATE, None),
            ("x", Fault.NOT_A_DATE, None),
            ("-", Fault.NOT_A_DATE, None),
            ("chưa", Fault.NOT_A_DATE, None),
            ("\u200b", Fault.NOT_A_DATE, None),
            ("05/06/2024\u200f", Fault.NOT_A_DATE, None),
            ("٠٥/٠٦/٢٠٢٤", Fault.NOT_A_DATE, None),
            ("05/06/0024", Fault.NOT_A_DATE, None),
            ("0024-06-05", Fault.NOT_A_DATE, None),
            (date(24, 6, 5), Fault.NOT_A_DATE, None),
            (datetime(1899, 12, 30), Fault.NOT_A_DATE, None),  # noqa: DTZ001
            ("30/02/2024", Fault.NO_SUCH_DAY, None),
            ("31/06/2024", Fault.NO_SUCH_DAY, None),
            ("29/02/2023", Fault.NO_SUCH_DAY, None),
            ("00/06/2024", Fault.NO_SUCH_DAY, None),
            ("2024-06-31", Fault.NO_SUCH_DAY, None),
            ("05/06/0000", Fault.NO_SUCH_DAY, None),
            (datetime(2024, 6, 5, tzinfo=UTC), Fault.WHICH_DAY, None),
            ("=TODAY()", Fault.FORMULA, None),
            ("#VALUE!", Fault.ERROR_VALUE, None),
            (" #N/A ", Fault.ERROR_VALUE, None),
        ],
        ids=range(43),
    )
    def test_another_form_of_a_day_is_refused(
        self, cell: object, fault: Fault, suggestion: str | None
    ) -> None:
        assert (fault, suggestion) == refused(Support, SUPPORT, "Kết thúc", cell)

    def test_a_blank_day_of_completion_means_not_completed(self) -> None:
        for cell in (None, "", " \u00a0\n", float("nan"), Decimal("nan"), Decimal("snan")):
            assert accepted(Support, SUPPORT, "Kết thúc", cell).completed_on is None

    def test_a_required_day_must_not_be_blank(self) -> None:
        assert (Fault.MISSING, None) == refused(Support, SUPPORT, "Bắt đầu", " ")


class TestCodes:
    """The code of an enterprise has ten digits, thirteen for a branch, or at least one letter."""

    @for_each(
        ("cell", "code"),
        [
            ("0100000010", "0100000010"),
            (" 0100000010 ", "0100000010"),
            ("01 00 00 00 10", "0100000010"),
            ("01.00.00.00.10", "0100000010"),
            ("'0100000010", "0100000010"),
            ("MST: 0100000010", "0100000010"),
            ("Mã số thuế 0100000010", "0100000010"),
            ("0100000010-001", "0100000010001"),
            ("0100000010001", "0100000010001"),
            (1100000012, "1100000012"),
            (1100000012.0, "1100000012"),
            (Decimal("1100000012.0"), "1100000012"),
            (1100000012001.0, "1100000012001"),
            ("SAMPLE-1", "SAMPLE-1"),
            (" SAMPLE-1 ", "SAMPLE-1"),
            ("HTX-Hòa-1", "HTX-Hòa-1"),
            ("HTX-Ho\u0300a-1", "HTX-Hòa-1"),
            ("p-c568c71918f02e8ee7f0b64c5ce57106", "p-c568c71918f02e8ee7f0b64c5ce57106"),
            ("550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
            ("DN00000001", "DN00000001"),
            ("Không-gian-3", "Không-gian-3"),
        ],
        ids=range(21),
    )
    def test_a_code_is_accepted_in_its_usual_spellings(self, cell: object, code: str) -> None:
        assert code == accepted(Support, SUPPORT, "MST", cell).enterprise

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            (100000010, "0100000010"),
            (100000010.0, "0100000010"),
            ("100000010", "0100000010"),
            ("100 000 010", "0100000010"),
            ("100000010-001", "0100000010001"),
        ],
        ids=range(5),
    )
    def test_a_lost_zero_is_restored_if_the_check_digit_agrees(
        self, cell: object, code: str
    ) -> None:
        record, (problem,) = one(Support, {**SUPPORT, "MST": cell})
        assert code == record.enterprise
        assert (Fault.ZERO_RESTORED, code, True) == (
            problem.code,
            problem.suggestion,
            problem.mended,
        )

    @for_each(
        ("cell", "fault", "suggestion"),
        [
            (100000001, Fault.LOST_ZERO, None),
            ("100000001", Fault.LOST_ZERO, None),
            ("100000001-001", Fault.LOST_ZERO, None),
            (10000001, Fault.NOT_A_CODE, None),
            ("01000000010", Fault.NOT_A_CODE, None),
            ("0100000010 0100000028", Fault.NOT_A_CODE, None),
            ("05.01.2024", Fault.NOT_A_CODE, None),
            (100000010001, Fault.PERSONAL_NUMBER, None),
            ("000000000012", Fault.PERSONAL_NUMBER, None),
            ("000 000 000 012", Fault.PERSONAL_NUMBER, None),
            ("0100000010-000", Fault.REFUSED, None),
            ("0100000010/001", Fault.NOT_A_CODE, "0100000010"),
            ("０１００００００１０", Fault.OTHER_LETTERS, None),
            ("0100000010 (SAMPLE)", Fault.NOT_A_CODE, "0100000010"),
            ("SAMPLE, MST 0100000010-001", Fault.NOT_A_CODE, "0100000010-001"),
            ("O1OOOOOO10", Fault.NOT_A_CODE, "0100000010"),
            ("O100000010", Fault.NOT_A_CODE, "0100000010"),
            ("01000000l0", Fault.NOT_A_CODE, "0100000010"),
            ("01000\u041e0010", Fault.NOT_A_CODE, "0100000010"),
            ("0100000O10-001", Fault.NOT_A_CODE, "0100000010001"),
            ("SAMPLE-1; SAMPLE-2", Fault.SEVERAL, None),
            ("SAMPLE-1\nSAMPLE-2", Fault.SEVERAL, None),
            ("0100000010\r\n0100000028", Fault.SEVERAL, None),
            ("Chưa có MST", Fault.MISSING, None),
            ("chua co", Fault.MISSING, None),
            ("Không", Fault.MISSING, None),
            ("N/A", Fault.MISSING, None),
            ("-", Fault.MISSING, None),
            ("?", Fault.MISSING, None),
            ("SAMPLE\u200b-1", Fault.UNSEEN, "SAMPLE-1"),
            ("SAMPLE-1\u202e", Fault.UNSEEN, "SAMPLE-1"),
            ("SAMPLE\u00ad-1", Fault.UNSEEN, "SAMPLE-1"),
            ("SAMPLE\x00-1", Fault.UNSEEN, "SAMPLE-1"),
            ("SAMPLE\ufffd-1", Fault.UNSEEN, "SAMPLE-1"),
            ("SAMPLE\u3164-1", Fault.UNSEEN, "SAMPLE-1"),
            ("S" * 201, Fault.TOO_LONG, None),
            ("S" * 10_000, Fault.TOO_LONG, None),
            ('=HYPERLINK("https://example.invalid","SAMPLE-1")', Fault.FORMULA, None),
            ("=1+1", Fault.FORMULA, None),
            ("#REF!", Fault.ERROR_VALUE, None),
            (0.1, Fault.NOT_TEXT, None),
            (1e20, Fault.NOT_TEXT, None),
            (float("inf"), Fault.NOT_TEXT, None),
            (True, Fault.NOT_TEXT, None),
            (date(2024, 1, 2), Fault.NOT_TEXT, None),
            (b"SAMPLE-1", Fault.NOT_TEXT, None),
            (["SAMPLE-1"], Fault.NOT_TEXT, None),
            (object(), Fault.NOT_TEXT, None),
        ],
        ids=range(48),
    )
    def test_a_cell_that_is_not_one_code_is_refused(
        self, cell: object, fault: Fault, suggestion: str | None
    ) -> None:
        expected = (fault, suggestion)
        assert expected == refused(Support, SUPPORT, "MST", cell)
        assert expected == refused(PilotModel, MODEL, "MST", cell)


class TestKeys:
    """The key of a row is taken as it stands, and may hold any digits except a citizen's number."""

    @pytest.mark.parametrize(
        ("cell", "name"),
        [
            ("01", "01"),
            (1, "1"),
            (1.0, "1"),
            ("12/QĐ-UBND", "12/QĐ-UBND"),
            ("0100000010", "0100000010"),
        ],
        ids=range(5),
    )
    def test_a_key_is_taken_as_it_stands(self, cell: object, name: str) -> None:
        assert name == accepted(Support, SUPPORT, "Mã", cell).id

    @pytest.mark.parametrize(
        ("cell", "fault"),
        [
            (None, Fault.MISSING),
            ("chưa có mã", Fault.MISSING),
            ("000000000012", Fault.REFUSED),
            (100000000012.0, Fault.REFUSED),
            (Decimal("1e300"), Fault.NOT_TEXT),
            (Fraction(1, 3), Fault.NOT_TEXT),
            ("a\ud800", Fault.UNSEEN),
        ],
        ids=range(7),
    )
    def test_a_missing_personal_or_unreadable_key_is_refused(
        self, cell: object, fault: Fault
    ) -> None:
        assert fault == refused(Support, SUPPORT, "Mã", cell)[0]

    def test_an_indicator_is_named_by_its_id_or_its_name(self) -> None:
        assert (
            "supported/city"
            == accepted(ReportedFigure, REPORT, "Chỉ tiêu", " supported/city").indicator
        )
        assert (
            "supported"
            == accepted(ReportedFigure, REPORT, "Chỉ tiêu", "Doanh nghiệp được hỗ trợ").indicator
        )
        for cell in ("Supported", "số doanh nghiệp", "supported city"):
            assert (Fault.UNKNOWN_INDICATOR, None) == refused(
                ReportedFigure, REPORT, "Chỉ tiêu", cell
            )


class TestDayOrMonth:
    """The cells of a column show together whether the day or the month comes first."""

    def test_an_ambiguous_day_is_refused_if_its_column_puts_the_month_first(self) -> None:
        """No cell of the column puts the day first, so 06/05/2024 may also be 5 June."""
        wrong = [f"06/{day}/2024" for day in range(26, 31)]
        days = (*wrong, "06/05/2024", "05/05/2024", "2024-06-05", date(2024, 6, 5), None)
        rows = (
            {"Mã": f"s{n}", "Bắt đầu": "2024-01-05", "Kết thúc": day} for n, day in enumerate(days)
        )
        found = supports(*rows)
        expected = [
            *((n, Fault.NO_SUCH_DAY, "Kết thúc") for n in range(1, 6)),
            (6, Fault.DAY_OR_MONTH, "Kết thúc"),
        ]
        assert expected == faults(found)

    @pytest.mark.parametrize(
        "days",
        [
            ("06/30/2024", "06/05/2024", *("30/06/2024",) * 10),
            ("06/05/2024", "05/06/2024"),
            ("06/05/2024",),
        ],
        ids=range(3),
    )
    def test_a_column_that_does_not_put_the_month_first_is_not_doubted(
        self, days: tuple[str, ...]
    ) -> None:
        found = supports(*({"Mã": f"s{n}", "Kết thúc": day} for n, day in enumerate(days)))
        assert Fault.DAY_OR_MONTH not in {problem.code for problem in found.problems}

    @pytest.mark.parametrize("heading", ["Kết thúc", "Ngày sinh"])
    def test_one_column_with_the_month_first_casts_doubt_on_the_whole_table(
        self, heading: str
    ) -> None:
        """So does a column that is not read; dates that may come from such texts are doubted."""
        first = {"Bắt đầu": date(2024, 1, 5), "Kết thúc": "2024-12-30", "Ngày sinh": None}
        rows = [
            {**first, heading: "06/30/2024"},
            {**first, "Bắt đầu": "06/05/2024"},
            {**first, "Bắt đầu": "06/06/2024"},
        ]
        found = supports(*({**row, "Mã": f"s{n}"} for n, row in enumerate(rows)))
        doubted = [
            (problem.row, problem.suggestion)
            for problem in found.problems
            if problem.code is Fault.DAY_OR_MONTH
        ]
        assert [(2, "2024-06-05")] == doubted

    def test_a_date_beside_a_text_with_the_month_first_is_doubted(self) -> None:
        """The date may have been a text whose day and month were exchanged.

        Where the day comes first, a spreadsheet turns 3/5/2024 into 3 May and leaves 6/30/2024 as
        text.
        """
        row = {"Bắt đầu": date(2024, 5, 3), "Kết thúc": "6/30/2024"}
        assert [Fault.DAY_OR_MONTH, Fault.NO_SUCH_DAY] == [
            each.code for each in supports(row).problems
        ]

    @for_each(
        ("days", "texts", "doubted"),
        [
            (range(1, 13), ("30/06/2024",), 11),
            (range(1, 13), (), 0),
            (range(1, 13), ("12/06/2024", "2024-06-30"), 0),
            (range(2, 14), ("30/06/2024",), 0),
            (range(1, 12), ("30/06/2024",), 10),
            ([1] * 12, ("30/06/2024",), 12),
            ([5], ("30/06/2024",), 1),
            ([5, 20], ("30/06/2024", "29/06/2024"), 1),
            ([5, 20], ("30/06/2024", "12/06/2024"), 0),
        ],
        ids=range(9),
    )
    def test_dates_are_doubted_if_a_spreadsheet_may_have_made_them_from_texts(
        self, days: Sequence[int], texts: tuple[str, ...], doubted: int
    ) -> None:
        """Where the month comes first, a spreadsheet turns 06/05/2024 into 5 June.

        It leaves 30/06/2024 as text.
        """
        cells = [*(date(2024, 3, day) for day in days), *texts]
        found = supports(
            *(
                {"Mã": f"s{n}", "Bắt đầu": "2024-01-01", "Kết thúc": cell}
                for n, cell in enumerate(cells)
            )
        )
        assert [Fault.DAY_OR_MONTH] * doubted == [problem.code for problem in found.problems]


def test_a_number_has_one_part() -> None:
    assert [5] == _parts(5)
    assert ["a", " b"] == _parts("a; ; b")
