"""Headings with marks of notes, years, and words in a second language."""

from each import for_each
from nsc_program import Support
from nsc_program.intake._headings.columns import columns_of
from nsc_program.intake._headings.headings import column_of, unit_of


class TestHeadings:
    """Headings with marks, years and a second language."""

    @for_each(
        ("heading", "expected"),
        [
            ("Ngày hoàn thành (thực tế)", "completed_on"),
            ("Ngày hoàn thành¹", "completed_on"),
            ("Ngày hoàn thành **", "completed_on"),
            ("Ngày hoàn thành** (thực tế)", "completed_on"),
            ("TH năm 2025 › Kết thúc", "completed_on"),
            ("Năm 2025 › Bắt đầu", "started_on"),
            ("KH năm 2025 › Kết thúc", None),
            ("Ngày hoàn thành / Completion date", "completed_on"),
            ("Ngày hoàn thành\n(Completion date)", "completed_on"),
            ("Ngày hoàn thành - Completion date", "completed_on"),
            ("Mã hồ sơ / Record ID", "id"),
            ("Ngày hoàn thành / Planned completion date", None),
            ("Ngày hoàn thành (dự kiến) / Completion date", None),
            ("Ngày bắt đầu/Ngày hoàn thành", None),
            ("Mã số thuế / CCCD", None),
            ("-", None),
            ("Cấp hỗ trợ", "level"),
        ],
    )
    def test_a_heading_is_found_beside_marks_years_and_a_second_language(
        self, heading: str, expected: str | None
    ) -> None:
        assert expected == column_of(heading, tuple(columns_of(Support)))

    def test_a_unit_is_found_before_a_mark(self) -> None:
        unit = unit_of("Kinh phí NSNN (triệu đồng)¹", "funding.state-budget")
        assert unit is not None
        assert 10**6 == unit.factor
