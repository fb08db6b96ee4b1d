"""The words, texts and numbers that a cell can hold, and the refusal of any other cell.

A refusal has a fault and, if the cell allows one, a suggestion.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from each import for_each
from nsc_program import (
    AssessmentBody,
    Audience,
    EnterpriseKind,
    Expert,
    Level,
    Period,
    PilotModel,
    Range,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
)
from nsc_program.intake import Fault, read
from rows import BODY, EXPERT, HEADS, MODEL, REPORT, SUPPORT, TRAINING, Row, accepted, one, refused

MEASURED: Row = {**REPORT, "Chỉ tiêu": "sample"}


class TestWords:
    """Yes, no and the members of closed sets have their words; other words are refused."""

    @for_each(
        "cell",
        [
            "có",
            "CÓ",
            "co",
            "co\u0301",
            "Yes",
            "y",
            "x",
            "X",
            "✓",
            "☑",
            "đúng",
            "rồi",
            "true",
            "1",
            1,
            1.0,
            True,
        ],
        ids=range(17),
    )
    def test_these_words_mean_yes(self, cell: object) -> None:
        for heading, name in (("Hủy", "annulled"), ("Đã xác minh", "verified")):
            assert getattr(accepted(Support, SUPPORT, heading, cell), name) is True

    @for_each(
        "cell",
        ["không", "KHONG", "kho\u0302ng", "chưa", "no", "n", "sai", "false", "0", 0, 0.0, False],
        ids=range(12),
    )
    def test_these_words_mean_no(self, cell: object) -> None:
        for heading, name in (("Hủy", "annulled"), ("Đã xác minh", "verified")):
            assert getattr(accepted(Support, SUPPORT, heading, cell), name) is False

    @for_each(
        "cell",
        ["có?", "x (?)", "có thể", "một phần", "2", 2, 0.5, "✗", "☐", "-", "\u200b", "có; không"],
        ids=range(12),
    )
    def test_other_words_mean_neither(self, cell: object) -> None:
        assert (Fault.NOT_YES_OR_NO, None) == refused(Support, SUPPORT, "Đã xác minh", cell)

    def test_a_blank_cell_means_no_where_others_are_ticked(self) -> None:
        """Without the column, all records are verified."""
        assert not accepted(Support, SUPPORT, "Đã xác minh", " ").verified
        assert not accepted(Support, SUPPORT, "Hủy", " ").annulled
        assert accepted(Support, SUPPORT, "Hủy", None).verified

    def test_a_column_may_have_words_of_its_own(self) -> None:
        assert accepted(PilotModel, MODEL, "Cấp lại", "Gia hạn").renewal
        assert not accepted(PilotModel, MODEL, "Cấp lại", "lần đầu").renewal
        assert accepted(ReportedFigure, REPORT, "Ước thực hiện", "ước tính").estimate
        assert not accepted(ReportedFigure, REPORT, "Ước thực hiện", "chính thức").estimate
        assert not accepted(Support, SUPPORT, "Đã xác minh", "Chưa xác minh").verified
        assert (Fault.NOT_YES_OR_NO, None) == refused(Support, SUPPORT, "Hủy", "chưa xác minh")

    @for_each(
        ("kind", "row", "heading", "cell", "name", "member"),
        [
            (Support, SUPPORT, "Loại hình", "Hợp tác xã", "kind", EnterpriseKind.COOPERATIVE),
            (Support, SUPPORT, "Loại hình", "hop tac xa", "kind", EnterpriseKind.COOPERATIVE),
            (Support, SUPPORT, "Loại hình", "Hộ kinh doanh", "kind", EnterpriseKind.HOUSEHOLD),
            (Support, SUPPORT, "Loại hình", "household", "kind", EnterpriseKind.HOUSEHOLD),
            (Support, SUPPORT, "Cấp", "Bộ, ngành", "level", Level.MINISTRY),
            (Support, SUPPORT, "Cấp", "thành phố", "level", Level.CITY),
            (PilotModel, MODEL, "Phạm vi", "Cả nước", "scope", Scope.NATION),
            (Training, TRAINING, "Đối tượng", "UBND", "audience", Audience.LOCALITY),
        ],
        ids=range(8),
    )
    def test_a_member_of_a_closed_set_has_several_words(  # noqa: PLR0917
        self, kind: type[Any], row: Row, heading: str, cell: str, name: str, member: object
    ) -> None:
        assert member == getattr(accepted(kind, row, heading, cell), name)

    @pytest.mark.parametrize("cell", ["Hội", "DN?", "DN, HTX", 1, "khác"], ids=range(5))
    def test_another_word_is_not_a_member(self, cell: object) -> None:
        fault = Fault.UNKNOWN_WORD
        assert (fault, None) == refused(Support, SUPPORT, "Loại hình", cell)

    def test_a_cell_may_name_several_members(self) -> None:
        cell = "Tiêu chuẩn; công cụ cải tiến,TC\n+ "
        expected = (Solution.STANDARDS, Solution.IMPROVEMENT_TOOLS)
        assert expected == accepted(Support, SUPPORT, "Giải pháp", cell).solutions
        assert accepted(Support, SUPPORT, "Giải pháp", None).solutions is None
        found = read(Support, [{**SUPPORT, "Giải pháp": "Tiêu chuẩn; ISO"}])
        (support,) = found.register.current
        assert isinstance(support, Support)
        assert support.solutions is None
        refusal = refused(Support, SUPPORT, "Giải pháp", "Kaizen (chưa làm)")
        assert (Fault.UNKNOWN_WORD, None) == refusal
        assert [("Giải pháp", 1)] == [(told.heading, told.different) for told in found.telling]
        assert ("thử nghiệm", "giám định") == accepted(
            AssessmentBody, BODY, "Lĩnh vực", "thử nghiệm, giám định"
        ).activities
        record, (problem,) = one(
            AssessmentBody, {**BODY, "Lĩnh vực": "thử\u200b nghiệm; giám định"}
        )
        assert (("thử nghiệm", "giám định"), Fault.UNSEEN_REMOVED) == (
            record.activities,
            problem.code,
        )


class TestStandards:
    """The standard that an expert meets has a name; “not met” and “unknown” are not names."""

    @pytest.mark.parametrize("cell", ["TCVN 13751:2023", "đạt", 13751, 13751.5])
    def test_any_name_of_a_standard_is_accepted(self, cell: object) -> None:
        assert str(cell) == accepted(Expert, EXPERT, "Tiêu chuẩn", cell).standard

    def test_a_blank_standard_is_unknown(self) -> None:
        assert accepted(Expert, EXPERT, "Tiêu chuẩn", " ").standard is None

    @for_each(
        "cell",
        [
            "không",
            "Chưa",
            "chưa đạt TCVN 13751:2023",
            "Không đạt",
            "no",
            "-",
            "?",
            "N/A",
            "\u200b",
            False,
            True,
        ],
    )
    def test_a_standard_that_is_not_met_or_unknown_is_refused(self, cell: object) -> None:
        assert (Fault.UNKNOWN_WORD, None) == refused(Expert, EXPERT, "Đạt tiêu chuẩn", cell)


class TestText:
    """Any text is taken; characters that a person cannot see are removed and reported."""

    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            (" Quyết  định\n12 ", "Quyết định 12"),
            ("Quye\u0302\u0301t đi\u0323nh", "Quyết định"),
            (12, "12"),
            (12.5, "12.5"),
            (Decimal("12.50"), "12.50"),
            (date(2024, 1, 2), "2024-01-02"),
            ("x" * 10_000, "x" * 10_000),
        ],
        ids=range(7),
    )
    def test_a_text_is_accepted_with_single_spaces(self, cell: object, text: str) -> None:
        assert text == accepted(Support, SUPPORT, "Văn bản", cell).document

    @pytest.mark.parametrize(
        "unseen", ["\u200b", "\u202e", "\x00", "\ufeff", "\ud800", "\u2066"], ids=ascii
    )
    def test_unseen_characters_are_removed_and_reported(self, unseen: str) -> None:
        record, (problem,) = one(Support, {**SUPPORT, "Văn bản": f"ab{unseen}c"})
        assert ("abc", Fault.UNSEEN_REMOVED, "abc") == (
            record.document,
            problem.code,
            problem.suggestion,
        )
        assert problem.value.isprintable()

    @pytest.mark.parametrize("cell", [True, b"x", [1], {}, Fraction(1, 3), object()], ids=range(6))
    def test_a_cell_that_is_not_a_text_is_refused(self, cell: object) -> None:
        assert (Fault.NOT_TEXT, None) == refused(Support, SUPPORT, "Văn bản", cell)


class TestNumbers:
    """A number is taken as written, and refused if a sign may mean thousands or decimals."""

    @for_each(
        ("cell", "value"),
        [
            ("1480", 1480),
            (1480, 1480),
            (1480.0, 1480),
            ("6,5", Fraction(13, 2)),
            ("6.5", Fraction(13, 2)),
            ("6,5 %", Fraction(13, 2)),
            (6.5, Fraction(13, 2)),
            (0.1, Fraction(1, 10)),
            (Decimal("0.10"), Fraction(1, 10)),
            (Fraction(1, 3), Fraction(1, 3)),
            ("1.480.000", 1_480_000),
            ("1,480,000", 1_480_000),
            ("1 480", 1480),
            ("1\u00a0480", 1480),
            ("0,125", Fraction(1, 8)),
            ("-2", -2),
        ],
        ids=range(16),
    )
    def test_a_number_with_one_meaning_is_accepted(
        self, cell: object, value: int | Fraction
    ) -> None:
        assert Range.exactly(value) == accepted(ReportedFigure, MEASURED, "Giá trị", cell).value

    @for_each(
        ("cell", "fault", "suggestion"),
        [
            ("1.480", Fault.AMBIGUOUS_NUMBER, "1480"),
            ("1,480", Fault.AMBIGUOUS_NUMBER, "1480"),
            ("1.480,5.1", Fault.NOT_A_NUMBER, None),
            ("1.480,", Fault.NOT_A_NUMBER, None),
            ("khoảng 10", Fault.NOT_A_NUMBER, None),
            ("10-15", Fault.NOT_A_NUMBER, None),
            ("1e3", Fault.NOT_A_NUMBER, None),
            ("١٢", Fault.NOT_A_NUMBER, None),
            ("=1+1", Fault.FORMULA, None),
            (1e40, Fault.NOT_A_NUMBER, None),
            (float("inf"), Fault.NOT_A_NUMBER, None),
            (Decimal("-inf"), Fault.NOT_A_NUMBER, None),
            (Decimal("1e-40"), Fault.NOT_A_NUMBER, None),
            (10**30, Fault.NOT_A_NUMBER, None),
            (True, Fault.NOT_A_NUMBER, None),
            (date(2024, 1, 2), Fault.NOT_A_NUMBER, None),
            (None, Fault.MISSING, None),
        ],
        ids=range(17),
    )
    def test_an_ambiguous_or_inexact_number_is_refused(
        self, cell: object, fault: Fault, suggestion: str | None
    ) -> None:
        assert (fault, suggestion) == refused(
            ReportedFigure, {**REPORT, "Chỉ tiêu": "tfp-share"}, "Giá trị", cell
        )

    @pytest.mark.parametrize(
        ("cell", "heads"),
        [
            ("40", 40),
            (40, 40),
            (40.0, 40),
            (Decimal("40.0"), 40),
            ("1.200", 1200),
            ("1,200", 1200),
            ("1 200", 1200),
        ],
        ids=range(7),
    )
    def test_a_headcount_may_group_its_thousands(self, cell: object, heads: int) -> None:
        assert heads == accepted(Training, HEADS, "Số người", cell).headcount

    @for_each(
        ("cell", "fault"),
        [
            (40.5, Fault.NOT_WHOLE),
            ("40,5", Fault.NOT_WHOLE),
            ("khoảng 40", Fault.NOT_WHOLE),
            (0, Fault.REFUSED),
            (-1, Fault.REFUSED),
            (10_001, Fault.REFUSED),
            ("1.2000", Fault.NOT_WHOLE),
            (True, Fault.NOT_WHOLE),
        ],
        ids=range(8),
    )
    def test_a_headcount_must_be_whole_and_plausible(self, cell: object, fault: Fault) -> None:
        assert (fault, None) == refused(Training, HEADS, "Số người", cell)

    @pytest.mark.parametrize(
        ("cell", "years"),
        [
            (2024, (2024, 2024)),
            (2024.0, (2024, 2024)),
            ("Năm 2024", (2024, 2024)),
            ("2021-2025", (2021, 2025)),
            ("Giai đoạn 2021 – 2025", (2021, 2025)),
        ],
        ids=range(5),
    )
    def test_a_period_is_one_year_or_the_first_and_the_last(
        self, cell: object, years: tuple[int, int]
    ) -> None:
        assert Period.of_years(*years) == accepted(ReportedFigure, MEASURED, "Năm", cell).period

    @pytest.mark.parametrize(
        "cell", ["2025-2021", "24", "0000", "quý 6/2024", "2021/2025", 20242025], ids=range(6)
    )
    def test_another_form_of_years_is_refused(self, cell: object) -> None:
        assert (Fault.NOT_YEARS, None) == refused(ReportedFigure, MEASURED, "Năm", cell)


class TestMoney:
    """Money is in whole đồng, or in the unit of its heading."""

    @for_each(
        ("heading", "cell", "vnd"),
        [
            ("Ngân sách", 5_000_000, 5_000_000),
            ("Ngân sách", "5.000.000", 5_000_000),
            ("Ngân sách", "5.000.000 đồng", 5_000_000),
            ("Ngân sách", "5.000.000 đo\u0302\u0300ng", 5_000_000),
            ("Ngân sách", "500000 VND", 500_000),
            ("Ngân sách (đồng)", "0", 0),
            ("NSNN (nghìn đồng)", "500", 500_000),
            ("Kinh phí NSNN (triệu đồng)", "6,5", 6_500_000),
            ("NSNN (ĐVT: triệu đồng)", 6.5, 6_500_000),
            ("NSNN (tỷ đồng)", "0,0015", 1_500_000),
            ("Ngân sách", "5 tỷ", 5_000_000_000),
            ("NSNN (triệu đồng)", "1,5 tỷ", 1_500_000_000),
            ("Ngân sách", "150tr", 150_000_000),
            ("NSNN (triệu đồng)", "1.200,25", 1_200_250_000),
            ("Kinh phí (tr.đ) › NSNN", 2, 2_000_000),
            ("NSNN nghìn đ", 500, 500_000),
        ],
        ids=range(16),
    )
    def test_an_amount_in_a_known_unit_is_accepted(
        self, heading: str, cell: object, vnd: int
    ) -> None:
        (item,) = accepted(Support, SUPPORT, heading, cell).funding
        assert ("state-budget", vnd) == (item.source, item.vnd)

    @for_each(
        ("heading", "cell", "fault"),
        [
            ("Ngân sách", 0.5, Fault.NOT_MONEY),
            ("Ngân sách", -5, Fault.REFUSED),
            ("Ngân sách", "=1+1", Fault.FORMULA),
            ("Ngân sách", 150, Fault.LITTLE_MONEY),
            ("NSNN (nghìn đồng)", "99", Fault.LITTLE_MONEY),
            ("NSNN (triệu đồng)", "500 đồng", Fault.LITTLE_MONEY),
            ("NSNN (triệu đồng)", "500 USD", Fault.NOT_MONEY),
            ("NSNN (triệu đồng)", "50 người", Fault.NOT_MONEY),
            ("NSNN (triệu đồng)", "1.500", Fault.AMBIGUOUS_NUMBER),
            ("NSNN (triệu đồng)", "0,0000005", Fault.NOT_MONEY),
            ("NSNN (triệu đồng)", 10**13, Fault.MUCH_MONEY),
        ],
        ids=range(11),
    )
    def test_an_implausible_or_foreign_amount_is_refused(
        self, heading: str, cell: object, fault: Fault
    ) -> None:
        assert fault == refused(Support, SUPPORT, heading, cell)[0]

    def test_a_support_may_have_two_sources_of_money(self) -> None:
        row = {**SUPPORT, "NSNN": 500_000, "Nguồn khác (triệu đồng)": 1}
        record, problems = one(Support, row)
        assert () == problems
        assert {("state-budget", 500_000), ("other-lawful", 1_000_000)} == {
            (each.source, each.vnd) for each in record.funding
        }
