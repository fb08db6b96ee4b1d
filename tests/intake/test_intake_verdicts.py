"""Verdicts on the cells of columns that are not read, and the fate of their rows.

All data are made up.
"""

from collections.abc import Mapping

import pytest

from each import for_each
from nsc_program import Enterprise, Expert, Support, Training
from nsc_program.intake import Fault, read
from nsc_program.intake._cells.verdicts import Verdict, judged
from nsc_program.intake._headings.beside import tells
from nsc_program.intake._headings.undecided import Undecided
from nsc_program.intake._states.results_of_work import is_result
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._states.states import is_doubtful, says_foreseen, says_unfinished
from rows import EXPERT, SUPPORT, TRAINING, counts, faults

STATES: Mapping[Verdict, tuple[str, ...]] = {
    Verdict.DENIED: (
        "Tạm ngưng",
        "Trả lại hồ sơ",
        "Không tiếp tục",
        "K.đạt",
        "Đã nghiệm thu: không",
        "Thanh lý hợp đồng trước hạn",
        "Bị từ chối",
        "Giải thể",
        "Huỷ",
    ),
    Verdict.UNFINISHED: (
        "Chờ nghiệm thu",
        "Hoãn",
        "Đang hoàn thiện hồ sơ",
        "Dự kiến",
        "Chưa xong phần cuối",
        "Sẽ nghiệm thu",
        "Không đồng ý",
    ),
    Verdict.UNKNOWN: ("Thanh lý hợp đồng", "Bước 2", "x", "Tồn", "Áp dụng 5S"),
    Verdict.DONE: (
        "Đã hoàn thành",
        "Hoàn thành tốt",
        "Đã nghiệm thu, thanh lý",
        "Đạt",
        "da xong",
        "Xong.",
        "100%",
    ),
    Verdict.IN_ORDER: ("Tốt", "Khá", "Đúng hạn", "Còn hiệu lực", "binh thuong"),
    Verdict.SILENT: ("-", " "),
}
NOTES: Mapping[Verdict, tuple[str, ...]] = {
    Verdict.DENIED: (
        "HĐ hủy",
        "Cty dừng",
        "DN trả lại KP",
        "Tính trùng",
        "Không tính",
        "Xóa",
        "Hết hiệu lực",
        "HD huy",
        "Giảm 20% lỗi; đã hủy hợp đồng",
        "Không còn hoạt động",
        "trùng với dòng 3",
    ),
    Verdict.UNFINISHED: (
        "Đợi nghiệm thu",
        "Chưa hoàn thiện",
        "Hoãn sang 2026",
        "Lùi sang năm sau",
        "Ngày hoàn thành là dự kiến",
        "Sẽ hoàn thành trong quý IV",
        "Đang thẩm định",
        "Số liệu ước",
        "KH 2026",
        "cho nghiem thu",
        "Chuyển năm 2026",
    ),
    Verdict.SILENT: (
        "Loại bỏ lãng phí",
        "Rút ngắn 20% thời gian",
        "Đã loại bỏ 3 công đoạn thừa",
        "Thu hồi vốn sau 6 tháng",
        "Ngừng máy giảm 20%",
        "Giảm thời gian chờ duyệt",
        "Tỷ lệ sản phẩm không đạt giảm 2%",
        "Kiểm soát sản phẩm không đạt",
        "Thiết bị dừng máy tự động",
        "Theo kế hoạch",
        "Huy động vốn",
        "Đã thanh lý hợp đồng",
        "Chuyển sang địa chỉ mới",
        "x",
    ),
}


class TestVerdicts:
    """The verdict on a cell follows from its words and from its heading."""

    @for_each(
        ("expected", "text"), [(each, text) for each, texts in STATES.items() for text in texts]
    )
    def test_a_cell_under_a_heading_of_states_has_this_verdict(
        self, expected: Verdict, text: str
    ) -> None:
        assert expected == judged("Hiện trạng", text)

    @for_each(
        ("expected", "text"), [(each, text) for each, texts in NOTES.items() for text in texts]
    )
    def test_a_note_has_this_verdict(self, expected: Verdict, text: str) -> None:
        assert expected == judged("Ghi chú", text)

    @for_each(
        ("heading", "cell", "expected"),
        [
            ("Đã nghiệm thu", "không", Verdict.DENIED),
            ("Nghiệm thu", 0, Verdict.UNKNOWN),
            ("Nghiệm thu", "0", Verdict.DENIED),
            ("Số biên bản nghiệm thu", "Chưa có", Verdict.DENIED),
            ("Đã nghiệm thu", "x", Verdict.DONE),
            ("Nghiệm thu", True, Verdict.DONE),
            ("Thanh lý", "x", Verdict.UNKNOWN),
            ("Nghiệm thu › Không", "✓", Verdict.DENIED),
            ("Nghiệm thu › Không đạt", "x", Verdict.DENIED),
            ("Tình trạng › Đang thực hiện", "x", Verdict.UNFINISHED),
            ("Kế hoạch", "x", Verdict.UNFINISHED),
            ("Lý do dừng", "x", Verdict.DENIED),
            ("Lý do dừng", "Thiếu vốn", Verdict.UNKNOWN),
            ("Kết quả", "Đã rút ngắn thời gian giao hàng", Verdict.SILENT),
            ("Kết quả", "Áp dụng 5S", Verdict.SILENT),
            ("Phần mềm", "x", Verdict.SILENT),
            ("Phần mềm", "Không", Verdict.SILENT),
            ("Nội dung", "Dự kiến", Verdict.UNFINISHED),
            ("Ghi chú", 5, Verdict.SILENT),
        ],
    )
    def test_a_cell_under_another_heading_has_this_verdict(
        self, heading: str, cell: object, expected: Verdict
    ) -> None:
        assert expected == judged(heading, cell)

    def test_headings_of_states_are_told_from_other_headings(self) -> None:
        states = (
            "Hiện trạng",
            "Kết quả",
            "Kết quả thực hiện",
            "Nhận xét",
            "Thanh lý",
            "Xếp loại",
            "Lý do dừng",
            "Status",
        )
        others = (
            "Kết quả đạt được",
            "Ngày nghiệm thu",
            "Nghiệm thu số",
            "Ghi chú",
            "Tình trạng pháp lý",
            "State budget",
        )
        assert ({True}, {False}) == ({*map(names_a_state, states)}, {*map(names_a_state, others)})

    def test_a_finished_row_is_listed_only_if_it_lacks_its_day(self) -> None:
        assert [True, False, False] == [
            tells("Kết quả", "Đạt", lacks_its_day=True),
            tells("Kết quả", "Đạt", lacks_its_day=False),
            tells("Kết quả", "Tốt", lacks_its_day=True),
        ]


class TestRows:
    """The fate of a row, and of its column."""

    @pytest.mark.parametrize(
        ("heading", "cell"), [("Hiện trạng", "Bước 2"), ("Thanh lý", "x"), ("Nhận xét", "Xem lại")]
    )
    def test_a_state_that_is_not_understood_is_listed(self, heading: str, cell: object) -> None:
        found = read(Support, [{**SUPPORT, heading: cell}])
        assert ((1, 0, 0, 0), [heading], False) == (
            counts(found),
            [each.heading for each in found.telling],
            found.is_understood,
        )

    def test_a_state_that_is_in_order_is_not_listed(self) -> None:
        found = read(
            Support,
            [
                {
                    **SUPPORT,
                    "Tình trạng": "Đã nghiệm thu",
                    "Kết quả": "Đạt",
                    "Ghi chú": "Loại bỏ lãng phí",
                }
            ],
        )
        assert ((), True) == (found.telling, found.is_understood)

    def test_a_finished_row_without_a_day_is_listed(self) -> None:
        found = read(Support, [{**SUPPORT, "Kết thúc": None, "Kết quả": "Đạt"}])
        assert ["Kết quả"] == [each.heading for each in found.telling]

    @pytest.mark.parametrize("word", ["Chờ nghiệm thu", "Dự kiến", "Hoãn"])
    def test_an_unfinished_row_is_rejected_only_if_it_has_a_day_that_counts(
        self, word: str
    ) -> None:
        assert [(1, Fault.NOT_DONE, "Ghi chú")] == faults(
            read(Training, [{**TRAINING, "Ghi chú": word}])
        )
        assert [] == faults(read(Support, [{**SUPPORT, "Kết thúc": None, "Ghi chú": word}]))

    def test_a_long_note_is_listed(self) -> None:
        """The words that decide may come after the words that are shown."""
        found = read(
            Support, [{**SUPPORT, "Kết thúc": None, "Ghi chú": "a b c d e f, chờ nghiệm thu"}]
        )
        assert ["Ghi chú"] == [each.heading for each in found.telling]

    def test_an_annulled_record_may_say_so_twice(self) -> None:
        assert [] == faults(
            read(Support, [{**SUPPORT, "Đã hủy": "x", "Ghi chú": "Đã hủy hợp đồng"}])
        )


class TestReadColumns:
    """A column that is read for one fact can still reject its row for another."""

    COLUMNS: Mapping[str, str] = {
        "id": "Mã",
        "enterprise": "MST",
        "started_on": "Bắt đầu",
        "completed_on": "Kết thúc",
    }

    @pytest.mark.parametrize(
        ("name", "cell", "expected"),
        [
            ("annulled", "Đang thực hiện", Fault.NOT_DONE),
            ("annulled", "Chưa hoàn thành", Fault.NOT_DONE),
            ("annulled", "Chưa nghiệm thu", Fault.NOT_YES_OR_NO),
            ("document", "Đã hủy", Fault.CANCELLED),
            ("document", "Dự kiến", Fault.NOT_DONE),
        ],
    )
    def test_a_state_in_a_column_that_is_read_rejects_the_row(
        self, name: str, cell: str, expected: Fault
    ) -> None:
        row = {**SUPPORT, "Tình trạng": cell}
        found = read(Support, [row], columns={**self.COLUMNS, name: "Tình trạng"})
        assert expected in {fault for _, fault, _ in faults(found)}
        assert 0 == found.accepted

    @pytest.mark.parametrize("cell", ["Hoàn thành", "Đã hủy"])
    def test_a_state_that_the_column_is_read_for_is_taken(self, cell: str) -> None:
        found = read(
            Support,
            [{**SUPPORT, "Tình trạng": cell}],
            columns={**self.COLUMNS, "annulled": "Tình trạng"},
        )
        assert [] == faults(found)

    def test_an_unfinished_row_without_a_day_is_taken(self) -> None:
        row = {**SUPPORT, "Kết thúc": None, "Tình trạng": "Đang thực hiện"}
        assert [] == faults(
            read(Support, [row], columns={**self.COLUMNS, "annulled": "Tình trạng"})
        )


class TestSeveralRecords:
    """A row that may stand for several records is rejected."""

    @pytest.mark.parametrize(
        ("heading", "cell"),
        [
            ("STT", "2-5"),
            ("TT", "2, 3"),
            ("STT", "2 đến 5"),
            ("Số DN", 5),
            ("Số lượng DN", "3 DN"),
            ("SL DN (DN)", 2.0),
        ],
    )
    def test_a_row_for_several_records_is_rejected(self, heading: str, cell: object) -> None:
        assert [(1, Fault.SEVERAL_RECORDS, heading)] == faults(
            read(Support, [{**SUPPORT, heading: cell}])
        )

    @pytest.mark.parametrize(
        ("heading", "cell"),
        [
            ("STT", "2.1"),
            ("STT", 5),
            ("Số DN", 1),
            ("Số DN", "x"),
            ("Số lao động", 50),
            ("Số DN", None),
        ],
    )
    def test_a_row_for_one_record_is_not_rejected(self, heading: str, cell: object) -> None:
        assert [] == faults(read(Support, [{**SUPPORT, heading: cell}]))

    def test_a_training_may_be_for_several_enterprises(self) -> None:
        assert [] == faults(read(Training, [{**TRAINING, "Số doanh nghiệp": 5}]))


class TestUndecided:
    """If a column that decides a field is not read, its default is not assumed silently."""

    @for_each(
        ("heading", "cell"),
        [
            ("Cấp › TW", "x"),
            ("Loại hình › Hộ KD", "x"),
            ("TW", "x"),
            ("HTX", "✓"),
            ("Cấp ngân sách", "Trung ương"),
            ("Thuộc", "Bộ"),
            ("Hình thức tổ chức", "Hợp tác xã"),
            ("Xác minh thực tế", "rồi"),
        ],
    )
    def test_a_column_that_may_decide_a_field_is_listed(self, heading: str, cell: object) -> None:
        found = read(Support, [{**SUPPORT, heading: cell}])
        assert [heading] == [each.heading for each in found.telling]

    @pytest.mark.parametrize(
        ("heading", "cell"),
        [
            ("Nơi cấp", "Hà Nội"),
            ("Loại hình hỗ trợ", "Tư vấn"),
            ("Cấp › TW", None),
            ("Cấp › TW", "-"),
            ("Vốn", "Nhà nước"),
        ],
    )
    def test_other_columns_are_not_listed(self, heading: str, cell: object) -> None:
        assert () == read(Support, [{**SUPPORT, heading: cell}]).telling

    def test_a_word_under_another_heading_is_not_listed_if_the_field_is_read_or_given(self) -> None:
        row = {**SUPPORT, "Cơ quan hỗ trợ": "Bộ"}
        assert 1 == len(read(Support, [row]).telling)
        assert () == read(Support, [{**row, "Cấp": "TP"}]).telling
        assert () == read(Support, [row], values={"level": "bộ"}).telling

    def test_a_field_that_decides_has_several_headings(self) -> None:
        (record,) = read(Support, [{**SUPPORT, "Cấp hỗ trợ": "Trung ương"}]).register.records
        assert isinstance(record, Support)
        assert "nation" == record.level

    def test_the_columns_that_decide_depend_on_the_class(self) -> None:
        assert ["Thời hạn"] == [
            each.heading for each in read(Expert, [{**EXPERT, "Thời hạn": "3 năm"}]).telling
        ]
        assert Undecided.of(Enterprise, ()).by("Thuộc loại", "HTX")


class TestLines:
    """Words that make a line doubtful."""

    @for_each(
        "line",
        [
            "II. Hồ sơ trả lại",
            "II. Đăng ký năm 2026",
            "II. Danh sách dự phòng",
            "DANH SÁCH DN BỊ TỪ CHỐI",
            "(Số liệu ước thực hiện)",
            "BIỂU MẪU (ví dụ minh họa)",
            "KH 2026",
            "Ước 2025",
            "Nhu cầu năm 2026",
            "dang ky nam 2026",
        ],
    )
    def test_a_line_about_plans_refusals_or_estimates_is_doubtful(self, line: str) -> None:
        assert is_doubtful(line)

    @pytest.mark.parametrize(
        "line",
        [
            "Phòng Đăng ký kinh doanh",
            "Giấy chứng nhận đăng ký doanh nghiệp",
            "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
            "(Thực hiện Kế hoạch số 149/KH-UBND)",
            "Nước giải khát",
            "Nhiệm vụ chuyển tiếp từ năm 2024",
        ],
    )
    def test_a_line_about_an_office_or_a_document_is_not_doubtful(self, line: str) -> None:
        assert not is_doubtful(line)
        assert not says_unfinished(line)

    def test_words_without_accents_are_understood(self) -> None:
        assert is_result("Giam thoi gian")
        assert says_foreseen("du kien")
        assert [*map(says_foreseen, ("KH", "KH 2026", "KH001", "KH-01", "kh 02"))] == [
            *(True, True, False, False, False)
        ]
        assert Verdict.DENIED == judged("Ghi chú", "HĐ huy")
