"""Words that say that a row does not count, wherever a sheet has them. Every row is made up."""

from datetime import date
from pathlib import Path

import pytest

from each import for_each
from nsc_program import Expert, Level, ReportedFigure, Support, Training
from nsc_program.intake import Fault, Intake, find_columns, read
from nsc_program.intake._tables.lines import doubt_of
from nsc_program.intake.files import Sheet, open_sheet
from nsc_program.records import AnyRecord
from row_files import as_csv, written
from rows import EXPERT, REPORT, SUPPORT, supports


def of(*headings: str) -> dict[str, str]:
    """The columns that headings of a report are."""
    return dict(find_columns(ReportedFigure, headings).headings)


class TestTotals:
    """A part of a count is never taken for the total."""

    @for_each("over", ["Kết quả", "Số liệu", "Giá trị", "Thực hiện"])
    @for_each(
        "part", ["Trong đó: HTX", "Trong đó", "Trong đó HTX", "Bao gồm: HTX", "HTX", "Doanh nghiệp"]
    )
    def test_of_a_report(self, over: str, part: str) -> None:
        assert of(f"{over} › Tổng số", f"{over} › {part}") == {"value": f"{over} › Tổng số"}

    def test_a_part_alone(self) -> None:
        assert of("Kết quả › Trong đó: HTX") == {}

    @for_each("over", ["Số lượng", "Số người", "Số học viên"])
    @for_each("total", ["Tổng số", "Tổng cộng", "Tổng", "Cộng"])
    def test_of_people(self, over: str, total: str) -> None:
        headings = (f"{over} › {total}", f"{over} › Trong đó: cán bộ", f"{over} › Trong đó nữ")
        found = find_columns(Training, headings)
        assert (found.headings, found.several) == ({"headcount": headings[0]}, {})

    def test_money_has_parts_that_are_columns(self) -> None:
        found = find_columns(Support, ["Kinh phí (triệu đồng) › Trong đó › NSNN"])
        assert [*found.headings] == ["funding.state-budget"]


class TestContracts:
    """What a contract says need not be what happened."""

    @pytest.mark.parametrize(
        "over", ["Thời gian theo hợp đồng", "Thời gian hợp đồng", "Thông tin hợp đồng", "Theo HĐ"]
    )
    def test_the_days_of_a_contract(self, over: str) -> None:
        assert find_columns(Support, [f"{over} › Bắt đầu", f"{over} › Kết thúc"]).headings == {}

    def test_the_days_of_the_work(self) -> None:
        assert [*find_columns(Support, ["Thời gian › Bắt đầu"]).headings] == ["started_on"]


class TestAnnulled:
    """A record is annulled by plain words only; others reject their row."""

    @for_each(
        "text",
        [
            *("Đã hủy", "Hủy", "Dừng thực hiện", "Đã dừng", "da huy", "Hủy theo QĐ 12/QĐ-SKHCN"),
            *("Đã chấm dứt hợp đồng", "Không thực hiện", "Đã hủy ngày 05/06/2024", "Huy bo"),
        ],
    )
    def test_plainly(self, text: str) -> None:
        (record,) = supports({"Đã hủy": text}).register.records
        assert isinstance(record, Support)
        assert record.annulled

    @for_each(
        "text",
        [
            *("Tạm dừng", "Dừng 2 tháng, đã làm tiếp", "Hủy một phần", "Đề nghị hủy"),
            *("Đã hủy bỏ quyết định hủy", "Xin rút", "Dừng từ tháng 3 đến tháng 5", "Tam dung"),
            *("Hủy do nhầm, đã làm lại", "Có thể hủy", "Hủy?", "Không nghiệm thu", "Không đạt"),
        ],
    )
    def test_not_plainly(self, text: str) -> None:
        columns = {
            "id": "Mã",
            "enterprise": "MST",
            "started_on": "Bắt đầu",
            "annulled": "Tình trạng",
        }
        columns |= {"completed_on": "Kết thúc"}
        assert supports({"Đã hủy": text}).accepted == 0
        assert read(Support, [{**SUPPORT, "Tình trạng": text}], columns=columns).accepted == 0


STATES = {
    "Hồ sơ nghiệm thu": ("Chưa có", "Chưa", "Không"),
    "BBNT": ("Chưa", "Chưa có", "Không có"),
    "Biên bản thanh lý": ("Chưa", "Chưa nộp"),
    "Chưa HT": ("x", "1", "✓"),
    "Đang thực hiện": ("x",),
    "Chờ QĐ": ("x",),
    "Ngày hủy": ("x", "05/06/2024"),
    "Ngày dừng": ("x",),
    "Số QĐ hủy": ("x",),
    "Khối lượng thực hiện": ("80%", "Đạt 80%", "99,5 %"),
    "Tỷ lệ hoàn thành": ("50%",),
    "Đánh giá của Sở": ("Không", "Không đạt", "Chưa"),
    "Ý kiến của Hội đồng": ("Không đồng ý", "Chưa"),
}
HARMLESS = {
    "Hồ sơ nghiệm thu": ("Đã nghiệm thu", "Đủ"),
    "Khối lượng thực hiện": ("100%",),
    "Chứng nhận ISO": ("Không", "Chưa có"),
    "Xuất khẩu": ("Không",),
    "Ngày hủy": ("", "không"),
    "Kết quả": ("Đạt",),
}


class TestStates:
    """A column of states is known by its words, and a tick or a “no” says what its heading asks."""

    @for_each(
        ("heading", "cell"), [(name, each) for name, cells in STATES.items() for each in cells]
    )
    def test_not_done(self, heading: str, cell: str) -> None:
        found = supports({heading: cell})
        assert {problem.code for problem in found.problems} <= {Fault.CANCELLED, Fault.NOT_DONE}
        assert found.accepted == 0

    @for_each(
        ("heading", "cell"), [(name, each) for name, cells in HARMLESS.items() for each in cells]
    )
    def test_in_order(self, heading: str, cell: str) -> None:
        found = supports({heading: cell})
        assert (found.accepted, found.telling) == (1, ())

    @pytest.mark.parametrize("cell", ["Trượt", "Thi lại", "Không đạt", "Yếu", "truot", "Chưa qua"])
    def test_an_exam(self, cell: str) -> None:
        row = {**EXPERT, "Ngày chứng nhận": "05/06/2024", "Tiêu chuẩn": "TCVN 13751:2023"}
        assert read(Expert, [{**row, "Kết quả thi": cell}]).accepted == 0
        assert read(Expert, [{**row, "Kết quả thi": "Đạt"}]).accepted == 1

    @pytest.mark.parametrize("cell", ["chưa có", "Chưa cấp", "đang làm", "không"])
    def test_a_number_of_a_certificate(self, cell: str) -> None:
        row = {**EXPERT, "Ngày chứng nhận": "05/06/2024", "Tiêu chuẩn": "TCVN 13751:2023"}
        assert read(Expert, [{**row, "Số chứng chỉ": cell}]).accepted == 0

    @pytest.mark.parametrize("cell", ["Ba Đình (dự kiến)", "Dự kiến Ba Đình", "Chưa chốt"])
    def test_a_place(self, cell: str) -> None:
        row = {"Mã": "t1", "Ngày": "15/01/2024", "Số người": 40, "Địa điểm": cell}
        assert read(Training, [row]).accepted == 0
        assert read(Training, [{**row, "Địa điểm": "Ba Đình (cơ sở 2)"}]).accepted == 1


class TestDays:
    """An event that had not happened when it was recorded is not a result."""

    def test_after_the_day_of_recording(self) -> None:
        (problem,) = read(Support, [SUPPORT], recorded_on=date(2024, 6, 29)).problems
        assert (problem.code, problem.column, problem.value) == (
            Fault.STILL_TO_COME,
            "Kết thúc",
            "30/06/2024",
        )
        assert read(Support, [SUPPORT], recorded_on=date(2024, 6, 30)).accepted == 1

    def test_of_a_report(self) -> None:
        assert read(ReportedFigure, [REPORT], recorded_on=date(2024, 12, 31)).accepted == 0


def taken(folder: Path, kind: type[AnyRecord], *rows: str) -> tuple[Sheet, Intake]:
    """A file of rows, whose cells stand between bars."""
    path = written(folder, as_csv([f'"{cell}"' for cell in row.split("|")] for row in rows))
    sheet = open_sheet(path, kind)
    return sheet, read(kind, sheet.rows, first_row=sheet.first_row)


HEAD = "STT|Mã hồ sơ|MST|Ngày bắt đầu|Ngày hoàn thành"
ROW = "1|HT-1|SAMPLE-1|05/01/2024|30/06/2024"
LATER = "2|HT-2|SAMPLE-2|05/01/2024|30/06/2024"


class TestLines:
    """What stands between the rows, below the table, and in the name of the sheet."""

    @pytest.mark.parametrize(
        "line",
        [
            *("Mới ký hợp đồng", "Ước tháng 12", "DN không thuộc đối tượng", "Chưa NT", "Chờ QĐ"),
            *("Nhiệm vụ mới phê duyệt", "Mới ký HĐ", "Uoc quy IV", "Không nằm trong danh mục"),
            *("Chưa HT", "Đang TK", "Ngoài đối tượng hỗ trợ", "Đã ký hợp đồng", "DN quá hạn"),
        ],
    )
    def test_a_group_that_does_not_count(self, tmp_path: Path, line: str) -> None:
        _, found = taken(tmp_path, Support, HEAD, "I|Đã hoàn thành|||", ROW, f"II|{line}|||", LATER)
        assert (found.accepted, len(found.rejected)) == (1, 1)

    @pytest.mark.parametrize("line", ["Mới thành lập", "Khối sản xuất", "Sở KHCN", "Ước mơ xanh"])
    def test_a_group_that_does(self, tmp_path: Path, line: str) -> None:
        _, found = taken(tmp_path, Support, HEAD, "I|Đã hoàn thành|||", ROW, f"II|{line}|||", LATER)
        assert (found.accepted, found.rejected) == (2, ())

    @pytest.mark.parametrize("name", ["DK 2025", "Chưa NT", "Uoc 2024", "ĐK năm 2025", "Ước 2024"])
    def test_the_name_of_a_sheet(self, name: str) -> None:
        assert doubt_of(name) is not None

    @pytest.mark.parametrize(
        "note",
        [
            *("Bỏ dòng 2", "Ngày hoàn thành ghi theo hợp đồng", "Không tính STT 1", "Bo dong 2"),
            *("số liệu chưa đầy đủ", "Trừ HT-2", "Ngày kết thúc theo kế hoạch"),
        ],
    )
    def test_a_note_below(self, tmp_path: Path, note: str) -> None:
        line = f"Ghi chú: {note}"
        sheet, found = taken(tmp_path, Support, HEAD, ROW, f"{line}||||")
        assert [line] == [each.text for each in (*sheet.unread, *found.lines)]

    @pytest.mark.parametrize(
        "line",
        ["Bỏ dòng 2", "Ngày hoàn thành trên là ngày kết thúc hợp đồng", "Thay thế danh sách cũ"],
    )
    def test_a_line_below(self, tmp_path: Path, line: str) -> None:
        sheet, found = taken(tmp_path, Support, HEAD, ROW, LATER, f"{line}||||")
        assert [line] == [*sheet.doubtful, *(each.text for each in (*sheet.unread, *found.lines))]

    @pytest.mark.parametrize("note", ["(*) Doanh nghiệp đăng ký lần đầu.", "Nguồn: Sở KHCN"])
    def test_a_note_that_limits_nothing(self, tmp_path: Path, note: str) -> None:
        sheet, found = taken(tmp_path, Support, HEAD, ROW, f"Ghi chú: {note}||||")
        assert (sheet.unread, found.lines, found.accepted) == ((), (), 1)


class TestSums:
    """Sums and groups with sums hold no record, and a sum that counts otherwise is told."""

    @pytest.mark.parametrize(
        "said", ["Tổng cộng: 03 doanh nghiệp", "Tổng số: 3 DN", "Tổng cộng 3 hồ sơ", "Tổng: 5 DN"]
    )
    def test_another_count(self, tmp_path: Path, said: str) -> None:
        _, found = taken(tmp_path, Support, HEAD, ROW, f"|{said}|||")
        (problem,) = found.problems
        assert (problem.code, problem.row) == (Fault.OTHER_COUNT, 3)
        (left,) = found.register.rejected
        assert left.things >= 2
        sheet = open_sheet(tmp_path / "rows.csv", Support)
        assert read(Support, sheet.rows, ignored=[said]).problems == ()

    def test_the_same_count(self, tmp_path: Path) -> None:
        again = "2|HT-2|SAMPLE-1|05/01/2024|30/06/2024"
        for said in ("01 doanh nghiệp", "02 hồ sơ"):
            _, found = taken(tmp_path, Support, HEAD, ROW, again, f"|Tổng cộng: {said}|||")
            assert (found.accepted, found.problems) == (2, ())

    def test_counts_of_groups(self, tmp_path: Path) -> None:
        sums = "|Tổng cộng: 01 doanh nghiệp|||"
        assert taken(tmp_path, Support, HEAD, ROW, sums, LATER, sums)[1].problems == ()

    @pytest.mark.parametrize(
        "said",
        [
            *("Cộng quý I", "Cộng Sở KHCN", "Tổng kinh phí", "Mang sang", "Bình quân"),
            *("Toàn thành phố", "Cộng trang", "Tổng hợp chung", "Lũy kế từ đầu năm"),
        ],
    )
    def test_a_sum_in_other_words(self, tmp_path: Path, said: str) -> None:
        head = f"{HEAD}|Kinh phí NSNN (triệu đồng)"
        _, found = taken(tmp_path, Support, head, f"{ROW}|150", f"|{said}||||150")
        assert (found.accepted, found.rejected, found.without_data) == (1, (), 1)

    @pytest.mark.parametrize("said", ["Tổng công ty mẫu", "Cộng đồng mẫu", "Công ty mẫu"])
    def test_a_row_that_is_not_a_sum_is_rejected(self, tmp_path: Path, said: str) -> None:
        head = f"{HEAD}|Kinh phí NSNN (triệu đồng)"
        _, found = taken(tmp_path, Support, head, f"{ROW}|150", f"|{said}||||150")
        assert len(found.rejected) == 1

    @pytest.mark.parametrize("group", ["I|Khối sản xuất||||150", "II.|Khối dịch vụ||||1.500,5"])
    def test_a_group_with_its_sum(self, tmp_path: Path, group: str) -> None:
        head, amount = f"{HEAD}|Kinh phí NSNN (triệu đồng)", group.rpartition("|")[2]
        _, found = taken(tmp_path, Support, head, group, f"{ROW}|{amount}")
        assert (found.accepted, found.rejected) == (1, ())

    def test_a_group_of_trainings(self, tmp_path: Path) -> None:
        head = "STT|Mã|Tên lớp|Ngày|Số người"
        rows = (head, "I||Sở KHCN||40", "1|t1|5S|15/01/2024|40")
        _, found = taken(tmp_path, Training, *rows)
        assert (found.accepted, found.rejected) == (1, ())

    @pytest.mark.parametrize("row", ["I|HT-9||||150", "1|Khối sản xuất||||150"])
    def test_a_record_without_its_key(self, tmp_path: Path, row: str) -> None:
        head = f"{HEAD}|Kinh phí NSNN (triệu đồng)"
        assert len(taken(tmp_path, Support, head, row, f"{ROW}|150")[1].rejected) == 1


class TestWords:
    """Words and units as officials write them."""

    @pytest.mark.parametrize("level", ["Cấp TP", "cấp thành phố", "Thành phố", "TP"])
    def test_of_the_city(self, level: str) -> None:
        (record,) = supports({"Cấp": level}).register.records
        assert isinstance(record, Support)
        assert record.level is Level.CITY

    @pytest.mark.parametrize("said", ["triệu đồng, người", "người; triệu đồng", "triệu đồng và DN"])
    def test_two_units(self, tmp_path: Path, said: str) -> None:
        head = f"{HEAD}|Kinh phí NSNN"
        _, found = taken(tmp_path, Support, f"Đơn vị tính: {said}|||||", head, f"{ROW}|150")
        (record,) = found.register.records
        assert isinstance(record, Support)
        assert [each.vnd for each in record.funding] == [150_000_000]

    def test_two_units_of_money(self, tmp_path: Path) -> None:
        head = f"{HEAD}|Kinh phí NSNN"
        line = "Đơn vị tính: triệu đồng, nghìn đồng|||||"
        assert taken(tmp_path, Support, line, head, f"{ROW}|150")[1].accepted == 0


TAKEN_BACK = (
    *("Không thuộc đối tượng", "Đã tính ở báo cáo 2023", "Tính vào năm 2025", "Chờ QĐ"),
    *("Không đưa vào báo cáo", "Mới ký HĐ", "Gộp với HT24-01", "Xuất toán", "Ngoài đối tượng"),
)
TOLD = (
    *("HT thực tế 15/02/2025", "Đổi MST thành SAMPLE-9", "80%", "Sáp nhập vào SAMPLE-1"),
    *("xem lại sau", "Theo ý kiến của phòng", "DN đã đổi tên"),
)
PLAIN = (
    *(
        "Không có gì",
        "Không có vướng mắc",
        "Ngành cơ khí",
        "Đã thanh lý hợp đồng",
        "Đủ hồ sơ",
        "Loại A",
    ),
    *("", "x", "(*)", "QĐ 12/QĐ-SKHCN ngày 05/06/2024", "Phường Cầu Giấy", "ĐT 0900 000 000"),
    *("Đợt 2", "DN nhỏ và vừa", "ISO 9001:2015", "5S, Kaizen", "Đã nghiệm thu", "A-12"),
    "Giảm 10% chi phí",
)


class TestRemarks:
    """A remark takes its row back, or is told unless it is plain."""

    @for_each("remark", TAKEN_BACK)
    def test_one_that_takes_its_row_back(self, remark: str) -> None:
        assert supports({"Ghi chú": remark}).accepted == 0

    @pytest.mark.parametrize("remark", TOLD)
    def test_one_that_is_told(self, remark: str) -> None:
        (column,) = supports({"Ghi chú": remark}).telling
        assert column.heading == "Ghi chú"

    @for_each("remark", PLAIN)
    def test_one_that_is_plain(self, remark: str) -> None:
        found = supports({"Ghi chú": remark})
        assert (found.accepted, found.telling) == (1, ())

    @pytest.mark.parametrize(
        "remark",
        [
            *("Số kế hoạch", "lũy kế", "tính đến 30/9", "chưa gồm quận Ba Đình"),
            "mới có 20/30 đơn vị báo cáo",
        ],
    )
    def test_on_a_figure(self, remark: str) -> None:
        found = read(ReportedFigure, [{**REPORT, "Ghi chú": remark}])
        assert found.accepted == 0 or found.telling

    @pytest.mark.parametrize("title", ["KẾT QUẢ NĂM 2023", "KẾT QUẢ HỖ TRỢ QUẬN BA ĐÌNH"])
    def test_a_title_over_figures(self, tmp_path: Path, title: str) -> None:
        head = "Mã|Chỉ tiêu|Năm|Giá trị|Ngày báo cáo"
        rows = (f"{title}||||", head, "r1|supported|2024|5|15/01/2025")
        assert taken(tmp_path, ReportedFigure, *rows)[0].assumed == (title,)

    @pytest.mark.parametrize(
        "title", ["KẾT QUẢ NĂM 2024", "BÁO CÁO CỦA CÁC QUẬN, HUYỆN", "Hà Nội, ngày 5/1/2025"]
    )
    def test_a_title_that_agrees(self, tmp_path: Path, title: str) -> None:
        head = "Mã|Chỉ tiêu|Năm|Giá trị|Ngày báo cáo"
        rows = (f"{title}||||", head, "r1|supported|2024|5|15/01/2025")
        assert taken(tmp_path, ReportedFigure, *rows)[0].assumed == ()
