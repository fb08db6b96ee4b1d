"""Words that say that a thing was not done, and words that do not.

All data are made up.
"""

import pytest

from each import for_each
from nsc_program import PilotModel, Support, Training
from nsc_program.intake import read
from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._cells.verdicts import Verdict, judged
from nsc_program.intake._tables.layout import laid_out
from nsc_program.intake._tables.lines import doubt_of
from nsc_program.intake._tables.wanted import Wanted
from rows import SUPPORT, counts, faults

REMARKS = (
    "không tổ chức",
    "Kéo dài sang 2025",
    "Sang 2025 mới xong",
    "mới xong 50%",
    "Số liệu tạm tính",
    "DN không phối hợp",
    "DN không liên lạc được",
    "chưa ký HĐ",
    "Nhầm",
    "Ko làm",
    "Xin lùi",
    "Hũy",
    "H.ủy",
    "K. làm",
    "K tham gia",
    "chưa được cấp GCN",
    "chẳng triển khai được",
    "khong to chuc",
    "chua ky HD",
    "Đã huy",
    "HĐ h.ủy",
    "chuyển năm sau",
    "dời sang quý I/2025",
    "lùi 2025",
    "Hoàn thành 80%",
    "đạt 70% khối lượng",
    "xong 1/2",
    "sơ bộ",
    "ghi nhầm ngày",
    "sai ngày",
    "cần kiểm tra lại",
    "Xem lại",
    "không đồng ý ký",
    "không còn nhu cầu",
    "chưa có biên bản nghiệm thu",
    "thiếu hồ sơ",
    "Năm sau làm",
    "để sang năm",
    "đẩy sang 2025",
    "2025 mới nghiệm thu",
    "không đến",
    "chưa nộp báo cáo",
    "không được công nhận",
    "không hoàn thành được",
    "moi xong 50%",
    "Sang năm 2025",
    "hủy",
    "huỷ",
    "Húy",
    "Huy",
    "không thực hiện được",
    "Chưa dùng",
    "DN xin chuyển 2025",
    "tiến độ 60%",
    "60% khối lượng",
    "không nghiệm thu được",
    "chuyen sang 2025",
    "keo dai sang 2025",
    "so lieu tam tinh",
    "gia hạn 2025",
    "không tiến hành",
    "đang nghiệm thu",
    "kéo dài đến 31/12/2025",
    "dự kiến xong 2025",
    "không có kết quả",
    "chưa rõ",
    "nhập nhầm",
    "không dùng",
    "Không làm nữa",
    "không ký được hợp đồng",
    "chưa bàn giao",
    "chưa thanh toán",
    "không xác minh được",
    "đính chính",
    "hoãn lại",
    "HỦY",
    "Sang T3/2025",
    "chuyển 1/2025",
    "lùi đến 15/3/2025",
    "chưa xong",
)
SILENT = (
    "Rút ngắn thời gian",
    "loại bỏ lãng phí",
    "không còn sản phẩm lỗi",
    "không phát sinh khiếu nại",
    "giảm 50% lỗi",
    "không có",
    "không",
    "không ghi chú",
    "Đạt 100%",
    "Hoàn thành 100%",
    "Đã nghiệm thu",
    "Năng suất tăng 15%",
    "không làm tăng chi phí",
    "Không còn tồn kho",
    "Không có khiếu nại",
    "không sử dụng hóa chất",
    "Không dùng giấy",
    "Hoàn thành đúng hạn",
    "chống sai lỗi",
    "Giảm nhầm lẫn",
    "chuyển đổi sang ISO 9001",
    "Xuất khẩu sang 20 nước",
    "Không có lỗi",
    "ko",
    "Không có sự cố",
    "không tai nạn",
    "Tốt",
    "Kéo dài tuổi thọ máy",
    "Không phế phẩm",
    "Sản phẩm không đạt giảm 5%",
    "Áp dụng 5S",
    "Hộ kinh doanh",
    "không vướng mắc",
    "không phát hiện lỗi",
    "Không còn hàng lỗi",
    "Đẩy lùi lãng phí",
    "Tỷ lệ lỗi còn 2%",
    "Rút ngắn 30% thời gian, không phát sinh chi phí",
    "OEE đạt 85%",
    "Năng suất đạt 120%",
    "ISO 9001:2015",
    "Loại bỏ sai sót",
    "không gián đoạn sản xuất",
    "Không ảnh hưởng chất lượng",
    "Đã chuyển sang địa điểm mới",
    "không có gì",
    "khong",
    "khong co",
    "không có ý kiến",
    "Không có ghi chú",
    "không thay đổi",
    "giảm 20% thời gian chờ",
    "Nguyễn Huy",
    "Cty Huy Hoàng",
    "ông Huy",
    "Nhằm nâng cao năng suất",
    "Sở KH&CN",
    "Sở, bộ",
    "Đã ký HĐ",
    "Đủ hồ sơ",
    "Không còn lãng phí",
    "hoàn thành vượt 10%",
    "không phải làm lại",
    "Dừng máy giảm 20%",
)
LINES = (
    "II. Các doanh nghiệp không tổ chức được",
    "II. Doanh nghiệp chưa hỗ trợ",
    "II. Hồ sơ tồn",
    "DANH SÁCH DOANH NGHIỆP CHƯA ĐƯỢC HỖ TRỢ",
    "DANH SÁCH DOANH NGHIỆP TIỀM NĂNG",
    "DANH SÁCH (DỰ THẢO)",
    "DANH SÁCH TRÌNH PHÊ DUYỆT",
    "DANH SÁCH XIN Ý KIẾN",
    "Nháp",
    "Cũ - không dùng",
    "Ghi chú: hồ sơ s2 không tổ chức",
    "DS_nháp",
    "Bản cũ",
    "Old",
    "Draft 2",
    "III. Doanh nghiệp không phối hợp",
    "Lớp không mở được",
    "DU THAO",
    "DANH SACH DN TIEM NANG",
    "Chưa tham gia",
    "Tồn đọng năm 2023",
    "DANH SÁCH LẤY Ý KIẾN",
    "DN chưa ký hợp đồng",
    "DOANH NGHIỆP KHÔNG ĐẠT",
    "Không dùng",
    "Backup",
    "Số liệu sơ bộ",
    "bản thảo",
    "Nhap",
    "BẢN NHÁP",
    "Chờ duyệt",
    "Hồ sơ còn tồn",
    "DN chưa liên lạc được",
    "DS cũ",
    "Chưa cấp",
    "Chưa duyệt",
)
PLAIN_LINES = (
    "DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ",
    "Chương trình UBND Thành phố",
    "(Kèm theo Tờ trình số 12/TTr-SKHCN)",
    "Kinh phí không hoàn lại",
    "Hà Tây cũ",
    "II. Doanh nghiệp đã hỗ trợ",
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "Quá trình ban hành",
    "I. Hợp tác xã",
    "Năm 2024",
    "Sheet1",
    "Trung tâm Hỗ trợ",
    "Tổ chức đánh giá",
    "UBND quận",
    "Công ty Huy Hoàng",
    "Nhập liệu",
    "Biểu mẫu",
    "KẾT QUẢ THỰC HIỆN",
    "Giai đoạn 2021-2025",
    "Người lập biểu",
    "Ông Nguyễn Huy",
    "Đơn vị tính: đồng",
    "Sở, ban, ngành",
    "Phường Trung Tự",
    "Lưu: VT",
    "Nơi nhận: Lưu VT",
    "Hộ kinh doanh",
    "Quy trình",
    "DN qua đào tạo",
)


class TestWords:
    """The grammar of denials, in remarks and in lines."""

    @for_each("text", REMARKS)
    def test_a_remark_that_denies_is_noticed(self, text: str) -> None:
        assert Verdict.SILENT != judged("Ghi chú", text)

    @for_each("text", SILENT)
    def test_a_result_or_an_ordinary_remark_is_silent(self, text: str) -> None:
        assert Verdict.SILENT == judged("Ghi chú", text)

    @for_each("line", LINES)
    def test_a_line_that_denies_is_doubtful(self, line: str) -> None:
        assert doubt_of(line) is not None

    @for_each("line", PLAIN_LINES)
    def test_an_ordinary_line_is_not_doubtful(self, line: str) -> None:
        assert doubt_of(line) is None


class TestHeadings:
    """Cells beneath headings about the end of a record."""

    @for_each(
        ("heading", "cell", "expected"),
        [
            ("Số QĐ hủy", "12/QĐ-SKHCN", Verdict.DENIED),
            ("So QD huy", "12/QD", Verdict.DENIED),
            ("Hủy › Số QĐ", "12", Verdict.DENIED),
            ("Năm dừng", 2024, Verdict.DENIED),
            ("Năm dừng", 0, Verdict.SILENT),
            ("Năm dừng", "00", Verdict.SILENT),
            ("Hủy", "sai", Verdict.SILENT),
            ("Số QĐ chấm dứt", "Không", Verdict.SILENT),
            ("Số QĐ chấm dứt", "-", Verdict.SILENT),
            ("Văn bản từ chối", "Công văn của Sở", Verdict.DENIED),
            ("BB thanh lý", "12/BB", Verdict.UNKNOWN),
            ("Kinh phí thu hồi", 5000000, Verdict.UNKNOWN),
            ("Lý do hủy", "không", Verdict.UNKNOWN),
            ("Thanh lý", "Không", Verdict.DENIED),
            ("Thời gian dừng máy", 5, Verdict.SILENT),
            ("Rút ngắn thời gian (%)", 5, Verdict.SILENT),
            ("Loại hợp đồng", "12", Verdict.SILENT),
        ],
    )
    def test_a_cell_beneath_such_a_heading_has_this_verdict(
        self, heading: str, cell: object, expected: Verdict
    ) -> None:
        assert expected == judged(heading, cell)

    def test_a_withdrawal_that_is_read_does_not_reject_its_row(self) -> None:
        row = {
            "Mã": "m1",
            "MST": "SAMPLE-0001",
            "Ngày công nhận": "05/05/2024",
            "Số QĐ thu hồi": "12/QĐ",
        }
        assert 0 == read(PilotModel, [row]).accepted
        assert [] == faults(read(PilotModel, [{**row, "Ngày thu hồi": "05/06/2024"}]))


class TestMasked:
    """Lines and headings are shown without personal details, and ignored by that text."""

    @pytest.mark.parametrize(
        ("line", "seen"),
        [
            ("Liên hệ anh Đỗ Quang - 0900.000.000 (a@example.vn)", "Liên hệ anh … - … (…)"),
            (
                "Hủy theo ý kiến đ/c Lê Văn A; hộ chiếu C0000001",
                "Hủy theo ý kiến đ/c …; hộ chiếu …",
            ),
            ("Ông Mẫu đề nghị hủy", "Ông … đề nghị hủy"),
            ("CMND số 112 345 678", "CMND số …"),
            ("Hủy: Trần Thị Mẫu", "Hủy: …"),
            ("chị em phụ nữ", "chị em phụ nữ"),
            ("149/KH-UBND ngày 01/01/2021, 2021-2025", "149/KH-UBND ngày 01/01/2021, 2021-2025"),
        ],
    )
    def test_a_line_is_shown_without_personal_details(self, line: str, seen: str) -> None:
        assert seen == masked(line)

    def test_a_line_or_column_can_be_ignored_by_the_text_that_is_shown(self) -> None:
        line = "Hủy: bà Trần Thị Mẫu, CCCD 000000000012"
        assert Wanted.of(Support, {}, [masked(line)]).leaves_out(line)
        assert Wanted.of(Support, {}, [line]).leaves_out(line)
        assert not Wanted.of(Training, {}, ["Hủy"]).leaves_out(line)
        row = {**SUPPORT, "Hủy (bà Trần Thị Mẫu)": "Đã hủy"}
        assert (1, 0, 0, 0) == counts(read(Support, [row], ignored=["Hủy (bà …)"]))

    def test_a_last_line_about_unfinished_things_is_listed(self) -> None:
        rows = [tuple(SUPPORT), tuple(SUPPORT.values()), ("Hồ sơ s1 chưa hoàn thành",)]
        assert ("Hồ sơ s1 chưa hoàn thành",) == laid_out(
            rows, Wanted.of(Support, {}, ()), {}
        ).doubtful
