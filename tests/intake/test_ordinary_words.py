"""Words of ordinary lists: weekdays, posts below the rows, and headings of rolls and models.

All data are made up.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from nsc_program import PilotModel, ReportedFigure, Support, Training
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake.files import open_sheet
from row_files import workbook

CLASS = ("Mã lớp", "Nội dung", "Số người", "Ngày học", "Đối tượng")
ROW = ("l1", "Tập huấn 5S", 30, "10/4/2024", "Doanh nghiệp")


def values(found: Intake, name: str) -> list[object]:
    return [getattr(record, name) for record in found.register.records]


class TestWeekdays:
    """A day may have its weekday before it, which must be that of the day."""

    @pytest.mark.parametrize(
        "text",
        [
            "Thứ tư, 10/4/2024",
            "thứ 4 10/4/2024",
            "Thứ Tư, ngày 10 tháng 4 năm 2024",
        ],
    )
    def test_agrees(self, text: str) -> None:
        found = read(Training, [dict(zip(CLASS, (*ROW[:3], text, ROW[4]), strict=True))])
        assert [date(2024, 4, 10)] == values(found, "on")

    @pytest.mark.parametrize("text", ["CN 14/4/2024", "Chủ nhật, 14/4/2024"])
    def test_of_a_sunday(self, text: str) -> None:
        found = read(Training, [dict(zip(CLASS, (*ROW[:3], text, ROW[4]), strict=True))])
        assert [date(2024, 4, 14)] == values(found, "on")

    @pytest.mark.parametrize(
        "text", ["Thứ hai, 10/4/2024", "Chủ nhật 10/4/2024", "thứ 7 10/4/2024"]
    )
    def test_contradicts(self, text: str) -> None:
        found = read(Training, [dict(zip(CLASS, (*ROW[:3], text, ROW[4]), strict=True))])
        assert [Fault.NO_SUCH_DAY] == [each.code for each in found.problems]


@pytest.mark.parametrize(
    "name",
    [
        "Số người được đào tạo",
        "Số người được đào tạo, tập huấn",
        "Người được tập huấn",
        "Số người được đào tạo và tập huấn",
    ],
)
def test_one_of_two_words_names_an_indicator(name: str) -> None:
    heads = ("Mã", "Chỉ tiêu", "Năm", "Kết quả", "Ngày báo cáo")
    row = ("r1", name, 2024, 1500, "10/01/2025")
    found = read(ReportedFigure, [dict(zip(heads, row, strict=True))])
    assert ["trained/persons"] == values(found, "indicator")


def test_the_number_of_a_model_is_its_id() -> None:
    row = {"Mã mô hình": "m1", "MST": "SAMPLE-1", "Ngày công nhận": "05/05/2024"}
    assert ["m1"] == values(read(PilotModel, [row]), "id")


ROLL = ("STT", "Mã hồ sơ", "CCCD", "Ngày học")
PERSON = (1, "l1", "p-1", "10/4/2024")
POSTS = (None, "GIẢNG VIÊN", None, "TM. BAN TỔ CHỨC")


class TestPosts:
    """Posts below the rows are signatures; above them, they may say who the rows are."""

    @pytest.mark.parametrize(
        "below",
        [
            (POSTS,),
            (POSTS, (None, "(Ký, ghi rõ họ tên)"), (None, "Trần Văn Hùng", None, "Lê Thị Mai")),
            ((None, None, None, "Hà Nội, ngày 12 tháng 4 năm 2024"), POSTS),
        ],
    )
    def test_below_the_rows(self, tmp_path: Path, below: Sequence[Sequence[object]]) -> None:
        sheet = open_sheet(workbook(tmp_path / "a.xlsx", ROLL, PERSON, *below), Training)
        found = read(Training, sheet.rows)
        assert (1, (), (), ()) == (found.accepted, found.rejected, sheet.unread, found.lines)

    def test_among_the_rows(self, tmp_path: Path) -> None:
        trainer = (2, "l2", "p-2", "10/4/2024")
        path = workbook(tmp_path / "a.xlsx", ROLL, PERSON, ("GIẢNG VIÊN",), trainer)
        sheet = open_sheet(path, Training)
        assert ["GIẢNG VIÊN"] == [each.text for each in read(Training, sheet.rows).lines]


class TestSignatories:
    """Those who sign below the rows, by names of two words or with titles."""

    @staticmethod
    def told_below(tmp_path: Path, name: str) -> list[str]:
        below = (POSTS, (None, "(Ký, ghi rõ họ tên)"), (None, name, None, "Lê Thị Mai"))
        path = workbook(tmp_path / "a.xlsx", ROLL, PERSON, *below)
        return [each.text for each in open_sheet(path, Training).unread]

    @pytest.mark.parametrize(
        "name", ["Lê Dung", "Nguyễn Huy", "ThS. Nguyễn Văn Dũng", "KS Lê Hoa", "PGS.TS. Lê Đạt"]
    )
    def test_names(self, tmp_path: Path, name: str) -> None:
        assert [] == self.told_below(tmp_path, name)

    @pytest.mark.parametrize(
        "other", ["Dang Dung", "Lê Hoa đã rút", "Lê Hoa (thay)", "Từ Chối", "Hà Nam", "Đỗ trượt"]
    )
    def test_others(self, tmp_path: Path, other: str) -> None:
        assert [other] == self.told_below(tmp_path, other)


def test_the_title_of_a_table_to_follow(tmp_path: Path) -> None:
    title = ("BẢNG THEO DÕI KINH PHÍ HỖ TRỢ NĂM 2024",)
    row = ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024")
    path = workbook(tmp_path / "a.xlsx", title, ("Mã", "MST", "Bắt đầu", "Kết thúc"), row)
    assert () == open_sheet(path, Support).unread


class TestDashes:
    """Dashes where any text may stand are a blank cell."""

    @pytest.mark.parametrize("dash", ["-", "–", " — "])
    def test_of_a_topic(self, dash: str) -> None:
        row = dict(zip(CLASS, (ROW[0], dash, *ROW[2:]), strict=True))
        assert [None] == values(read(Training, [row]), "topic")


SUPPORTS = ("Mã", "MST", "Loại hình", "Bắt đầu", "Kết thúc")
KINDS = [
    ("s1", "SAMPLE-1", "HTX", "05/01/2024", "30/06/2024"),
    ("s2", "SAMPLE-2", "HTX", "05/01/2024", "30/06/2024"),
    ("s3", "SAMPLE-3", "Doanh nghiệp", "05/01/2024", "30/06/2024"),
]


class TestParts:
    """What a line says about a part of the rows is compared with their kinds and cells."""

    @pytest.mark.parametrize(
        ("line", "is_told"),
        [
            ("Trong đó: 02 HTX, 01 doanh nghiệp", False),
            ("Trong đó: 02 hợp tác xã và 01 DN", False),
            ("Trong đó: 03 HTX, 0 doanh nghiệp", True),
            ("Trong đó: 01 HTX, 02 doanh nghiệp", True),
            ("Tổng số 03 đơn vị, trong đó hoàn thành 02", True),
            ("Tổng số 03 đơn vị, trong đó đã nghiệm thu: 02 đơn vị", True),
            ("Tổng số 03 đơn vị, trong đó hoàn thành 03", False),
        ],
    )
    def test_below_the_rows(self, tmp_path: Path, line: str, *, is_told: bool) -> None:
        path = workbook(tmp_path / "a.xlsx", SUPPORTS, *KINDS, (line,))
        sheet = open_sheet(path, Support)
        found = read(Support, sheet.rows, first_row=sheet.first_row, around=sheet.around)
        assert 3 == found.accepted
        assert is_told == bool(found.rejected or sheet.unread or found.lines)


class TestPlaces:
    """A district, a town or a province other than those of Hanoi is told in any line."""

    @pytest.mark.parametrize(
        "line",
        [
            "II. Huyện Lương Sơn",
            "UBND huyện Văn Giang",
            "Danh sách doanh nghiệp huyện Văn Giang",
            "Công ty CP May Đáp Cầu (Bắc Ninh)",
            "Phường Mẫu (huyện Văn Giang cũ)",
        ],
    )
    def test_elsewhere(self, tmp_path: Path, line: str) -> None:
        assert [line] == self.unread(tmp_path, line)

    @pytest.mark.parametrize(
        "line",
        [
            "II. Huyện Gia Lâm",
            "UBND THỊ XÃ SƠN TÂY",
            "Danh sách doanh nghiệp quận Nam Từ Liêm",
            "Các quận, huyện, thị xã",
            "Phường Hà Đông (quận Hà Đông cũ)",
            "Phường Yên Nghĩa (thuộc quận Hà Đông cũ)",
        ],
    )
    def test_in_hanoi(self, tmp_path: Path, line: str) -> None:
        assert [] == self.unread(tmp_path, line)

    def unread(self, folder: Path, line: str) -> list[str]:
        sheet = open_sheet(workbook(folder / "a.xlsx", (line,), SUPPORTS, *KINDS), Support)
        return [each.text for each in sheet.unread]

    @pytest.mark.parametrize(
        ("place", "is_told"),
        [
            ("KCN Đồng Văn II, Duy Tiên", True),
            ("Khách sạn Hòa Bình, Phủ Lý", True),
            ("Ecopark, Văn Giang", True),
            ("Cung Trí thức", False),
            ("Khách sạn Kim Liên, quận Đống Đa", False),
        ],
    )
    def test_of_a_class(self, place: str, *, is_told: bool) -> None:
        row = dict(zip((*CLASS, "Địa điểm"), (*ROW, place), strict=True))
        told = [each.heading for each in read(Training, [row]).telling]
        assert ["Địa điểm"] * is_told == told


class TestGroups:
    """The name of a group right below two rows of headings is not a third heading."""

    @pytest.mark.parametrize("group", [("I", "Quận Hoàng Mai"), ("A.", "Quận Hoàng Mai")])
    def test_below_two_rows_of_headings(self, tmp_path: Path, group: tuple[str, str]) -> None:
        path = workbook(
            tmp_path / "a.xlsx",
            ("STT", "Mã hồ sơ", "Mã số thuế", "Thời gian thực hiện"),
            (None, None, None, "Bắt đầu", "Kết thúc"),
            group,
            (1, "s1", "SAMPLE-1", "05/01/2024", "30/06/2024"),
        )
        sheet = open_sheet(path, Support)
        found = read(Support, sheet.rows, first_row=sheet.first_row)
        assert (1, ()) == (found.accepted, sheet.unread)
