"""Cells and lines that say whether a thing took place, and the fate of their rows."""

import pytest

from each import for_each
from nsc_program import Support, Training
from nsc_program.intake import Fault, UnreadColumn, read
from nsc_program.intake._headings.displayed import seen_beside, speaks
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._states.states import says_cancelled, says_planned, says_unfinished
from rows import SUPPORT, TRAINING, counts, faults


class TestWords:
    """Words for cancelled, unfinished and planned things; an accent can make another word."""

    @for_each(
        "text",
        [
            "Đã hủy",
            "Hủy",
            "HUỶ",
            "Dừng thực hiện",
            "Tạm dừng",
            "tam dung",
            "da huy",
            "dung",
            "Không nghiệm thu",
            "chưa đạt yêu cầu",
            "khong dat",
            "Hủy theo QĐ 12",
            "DN giải thể",
            "Thu hồi",
            "đã loại",
            "Loại",
            "loại bỏ",
            "Bỏ",
            "hồ sơ hủy",
            "II. Doanh nghiệp dừng, hủy",
            "DN xin rút",
            "Cancelled",
            "not accepted",
        ],
    )
    def test_these_words_mean_cancelled(self, text: str) -> None:
        assert says_cancelled(text)

    @for_each(
        "text",
        [
            "Hoàn thành",
            "Huy động vốn",
            "Sử dụng đúng",
            "Đúng hạn",
            "Dung lượng",
            "Loại A",
            "Loại hình",
            "Rút gọn thủ tục",
            "Rút kinh nghiệm",
            "Bỏ sung",
            "Đạt",
            "",
        ],
    )
    def test_similar_words_do_not_mean_cancelled(self, text: str) -> None:
        assert not says_cancelled(text)

    @pytest.mark.parametrize(
        "text",
        ["Đang thực hiện", "dang thuc hien", "Chưa hoàn thành", "Không hoàn thành", "In progress"],
    )
    def test_these_words_mean_unfinished(self, text: str) -> None:
        assert says_unfinished(text)
        assert not says_cancelled(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Dự kiến",
            "du kien",
            "Kế hoạch",
            "Kế hoạch năm 2025",
            "Đề xuất",
            "Đăng ký tham gia",
            "planned",
        ],
    )
    def test_these_words_mean_planned(self, text: str) -> None:
        assert says_planned(text)

    @for_each(
        "text",
        [
            "theo Kế hoạch số 149/KH-UBND",
            "Kế hoạch của Thành phố",
            "Thực hiện kế hoạch năm 2024",
            "Căn cứ Kế hoạch hỗ trợ",
            "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
            "Phòng Kế hoạch - Tài chính",
            "so ke hoach va dau tu",
            "Đã hoàn thành",
        ],
    )
    def test_names_of_plans_and_offices_do_not_mean_planned(self, text: str) -> None:
        assert not says_planned(text)
        assert not says_unfinished(text)

    def test_only_the_beginning_of_a_long_text_counts(self) -> None:
        assert not says_cancelled("a " * 300 + "đã hủy")

    def test_the_last_part_of_a_heading_may_name_a_state(self) -> None:
        assert names_a_state("Tình trạng")
        assert names_a_state("Thông tin › TIẾN ĐỘ")
        assert not names_a_state("Tình trạng › Ghi chú")


class TestRows:
    """A row that says that it was cancelled is rejected, whatever the column."""

    @pytest.mark.parametrize("heading", ["Tình trạng", "Ghi chú", "Cột 9"])
    def test_a_cancelled_row_is_rejected(self, heading: str) -> None:
        found = read(Support, [{**SUPPORT, heading: "Đã hủy"}])
        assert (0, 0, 1, 0) == counts(found)
        assert [(1, Fault.CANCELLED, heading)] == faults(found)
        assert "Đã hủy" == found.problems[0].value

    def test_an_unfinished_row_is_rejected_if_it_has_a_day_of_completion(self) -> None:
        row = {**SUPPORT, "Tình trạng": "Đang thực hiện"}
        assert [(1, Fault.NOT_DONE, "Tình trạng")] == faults(read(Support, [row]))
        assert (1, 0, 0, 0) == counts(read(Support, [{**row, "Kết thúc": None}]))

    def test_other_cells_do_not_reject_their_row(self) -> None:
        assert (1, 0, 0, 0) == counts(
            read(Support, [{**SUPPORT, "Tình trạng": 5, "Ghi chú": "Hoàn thành"}])
        )

    def test_an_ignored_column_does_not_reject_its_row(self) -> None:
        found = read(Support, [{**SUPPORT, "Ghi chú": "Đã hủy"}], ignored=["GHI CHU"])
        assert ((1, 0, 0, 0), (), ()) == (counts(found), found.unused, found.telling)


class TestTelling:
    """Columns that were not read, and that a person must look at."""

    def test_a_column_of_states_is_listed_with_its_values(self) -> None:
        rows = [
            {**SUPPORT, "Mã": f"s{n}", "Tình trạng": "Xong" if n else "Mới", "Ghi chú": "x"}
            for n in range(3)
        ]
        found = read(Support, rows)
        assert ("Tình trạng", "Ghi chú") == found.unused
        assert (UnreadColumn("Tình trạng", (("Xong", 2), ("Mới", 1)), 2),) == found.telling

    def test_columns_with_days_or_cancelled_things_are_listed(self) -> None:
        rows = [{**SUPPORT, "Ngày cấp": "15/08/2021", "Ghi chú": "Đã hủy", "Khác": None}]
        assert ["Ngày cấp", "Ghi chú"] == [each.heading for each in read(Support, rows).telling]

    def test_only_the_most_frequent_values_are_listed(self) -> None:
        rows = [{**SUPPORT, "Mã": f"s{n}", "Tình trạng": f"Bước {n}"} for n in range(9)]
        (found,) = read(Support, rows).telling
        assert (8, 9) == (len(found.values), found.different)

    def test_a_row_without_headings_has_no_such_column(self) -> None:
        assert () == read(Support, [5]).telling


class TestSeen:
    """The beginning of a cell that is not read is shown, without what identifies a person."""

    @for_each(
        ("cell", "seen"),
        [
            (None, ""),
            (" ", ""),
            ("một hai ba bốn năm sáu bảy", "một hai ba bốn năm sáu"),
            ("001099000012", "*" * 12),
            ("số 12345678", "…"),
            ("001 099 000", "…"),
            (99000012, "…"),
            ("15/08/2021", "15/08/2021"),
            ("2021-08-15", "2021-08-15"),
        ],
    )
    def test_the_beginning_of_a_cell_is_shown_without_long_numbers(
        self, cell: object, seen: str
    ) -> None:
        assert seen == seen_beside(cell)

    def test_a_cell_with_a_state_or_a_day_speaks(self) -> None:
        assert [True, True, True, False] == [
            speaks(each) for each in ("Đã hủy", "Đang thực hiện", "15/08/2021", "Hà Nội")
        ]

    def test_the_digits_of_a_wrong_cell_are_hidden(self) -> None:
        """The digits of a tax code may be shown where they are one; others may be a person's."""
        (problem,) = read(Support, [{**SUPPORT, "Bắt đầu": "001099000012"}]).problems
        assert "…" == problem.value
        (problem,) = read(Support, [{**SUPPORT, "MST": "001099000012"}]).problems
        assert ("…", Fault.PERSONAL_NUMBER) == (problem.value, problem.code)
        (problem,) = read(Support, [{**SUPPORT, "MST": "0100000010; x"}]).problems
        assert "…" == problem.value
        (problem,) = read(Training, [{**TRAINING, "Mã người": "Người mẫu"}]).problems
        assert ("", Fault.A_NAME) == (problem.value, problem.code)


class TestSameId:
    """One id for different things: used again, unless the later row corrects a mistyped key."""

    ROWS = (
        {**SUPPORT, "Ngày nhập": "01/01/2025"},
        {**SUPPORT, "MST": "SAMPLE-2", "Ngày nhập": "02/01/2025"},
    )

    def test_an_id_used_again_rejects_both_rows(self) -> None:
        found = read(Support, self.ROWS)
        assert (0, 0, 2, 0) == counts(found)
        assert [(1, Fault.KEY_CHANGED, "Mã"), (2, Fault.KEY_CHANGED, "Mã")] == faults(found)

    def test_a_later_row_can_correct_a_mistyped_key(self) -> None:
        assert (2, 0, 0, 0) == counts(read(Support, self.ROWS, corrects_keys=True))

    def test_rows_that_differ_at_one_time_are_rejected(self) -> None:
        found = read(Support, [SUPPORT, {**SUPPORT, "Kết thúc": "01/07/2024"}], corrects_keys=True)
        assert [(1, Fault.SAME_ID, "Mã"), (2, Fault.SAME_ID, "Mã")] == faults(found)


class TestMarks:
    """Rows of two sources that lack an id are not taken for one another."""

    def test_such_rows_are_told_apart_by_person_and_source(self) -> None:
        def ids(person: str, source: str = "a") -> set[str]:
            found = read(Training, [{**TRAINING, "Mã": None, "Mã người": person}], source=source)
            return {each.id for each in found.register.unresolved}

        assert ids("SAMPLE-P1") == ids("SAMPLE-P1")
        assert 3 == len(ids("SAMPLE-P1") | ids("SAMPLE-P2") | ids("SAMPLE-P1", "b"))
