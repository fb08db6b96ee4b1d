"""Whole sheets in the shapes that offices use, from the file to the records.

All data are made up.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from nsc_program import Expert, InvalidValue, ReportedFigure, Support, Training, UnknownId
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake.files import open_sheet
from row_files import written
from rows import counts, faults

HEADINGS = ("Mã hồ sơ", "Tên doanh nghiệp", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành")
CODES = ("0100000010", "0100000028", "0100000035", "0100000042", "0100000067")


def good(number: int, *more: object) -> tuple[object, ...]:
    dates = (f"{14 + number}/03/2024", f"{14 + number}/10/2024")
    return (f"SAMPLE-{number}", f"Doanh nghiệp mẫu {number}", CODES[number - 1], *dates, *more)


def book(folder: Path, merged: str, /, **sheets: Sequence[Sequence[object]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for area in merged.split():
            sheet.merge_cells(area)
    made.save(folder / "rows.xlsx")
    return folder / "rows.xlsx"


def taken(
    path: Path,
    kind: type[Any] = Support,
    columns: Mapping[str, str] | None = None,
    sheet: str | None = None,
    ignored: Iterable[str] = (),
) -> Intake:
    found = open_sheet(path, kind, named=columns or {}, sheet=sheet, ignored=ignored)
    return read(kind, found.rows, first_row=found.first_row, columns=columns, ignored=ignored)


def by_id(found: Intake) -> dict[str, Any]:
    records: Iterable[Any] = found.register.records
    return {record.id: record for record in records}


def paid(found: Intake) -> dict[str, dict[str, int]]:
    return {
        name: {each.source: each.vnd for each in record.funding}
        for name, record in by_id(found).items()
    }


class TestForms:
    """The form of an annex: titles, headings in two rows, groups, sums, notes and signatures."""

    def test_an_annex_is_taken_in_whole(self, tmp_path: Path) -> None:
        rows = [
            ("ỦY BAN MẪU", None, None, None, None, "TIÊU NGỮ MẪU"),
            (),
            ("DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ NĂM 2024",),
            ("(Kèm theo Báo cáo số      /BC-MAU ngày    /12/2024 của cơ quan mẫu)",),
            (*[None] * 8, "Đơn vị tính: triệu đồng"),
            (
                "STT",
                *HEADINGS[:3],
                "Địa chỉ",
                "Thời gian thực hiện",
                None,
                "Kinh phí hỗ trợ",
                None,
                "Ghi chú",
            ),
            (*[None] * 5, "Bắt đầu", "Kết thúc", "NSNN", "Nguồn khác"),
            tuple(f"({number})" for number in range(1, 11)),
            ("I", None, "Ngành cơ khí, chế tạo"),
            (1, *good(1)[:3], "phường mẫu", *good(1)[3:], 150, 75.5),
            (2, *good(2)[:3], "phường mẫu", *good(2)[3:], 120, 60),
            (None, None, "Cộng I", None, None, None, None, 270, 135.5),
            ("II. Ngành thực phẩm",),
            (1, *good(3)[:3], "xã mẫu", *good(3)[3:], 100, 50, "(*)"),
            (None, None, "Tổng cộng (I+II)", None, None, None, None, 370, 185.5),
            (),
            ("Ghi chú: (*) Doanh nghiệp đăng ký lần đầu.",),
            (*[None] * 7, "Mẫu, ngày 10 tháng 12 năm 2024"),
            (None, None, "Người lập biểu", *[None] * 4, "GIÁM ĐỐC"),
            (None, None, "(Ký, ghi rõ họ tên)", *[None] * 4, "(Ký tên, đóng dấu)"),
        ]
        merged = "A3:J3 A6:A7 B6:B7 C6:C7 D6:D7 E6:E7 F6:G6 H6:I6 J6:J7 A13:J13"
        found = taken(book(tmp_path, merged, PL01=rows))
        assert (3, 0, 0) == counts(found)[:3]
        assert {
            "SAMPLE-1": {"state-budget": 150_000_000, "other-lawful": 75_500_000},
            "SAMPLE-2": {"state-budget": 120_000_000, "other-lawful": 60_000_000},
            "SAMPLE-3": {"state-budget": 100_000_000, "other-lawful": 50_000_000},
        } == paid(found)

    def test_the_running_number_can_be_the_id(self, tmp_path: Path) -> None:
        rows = [
            ("DANH SÁCH",),
            ("STT", *HEADINGS[1:], "Ghi chú"),
            *[(number, *good(number)[1:]) for number in (1, 2, 3)],
            (None, "Tổng cộng: 03 doanh nghiệp"),
        ]
        columns = dict(
            zip(
                ("id", "enterprise", "started_on", "completed_on"),
                ("STT", *HEADINGS[2:]),
                strict=True,
            )
        )
        found = taken(book(tmp_path, "", DS=rows), columns=columns)
        assert ((3, 0, 0, 1), ["1", "2", "3"]) == (counts(found), sorted(by_id(found)))

    def test_a_second_table_may_have_its_columns_exchanged(self, tmp_path: Path) -> None:
        state, other = "Kinh phí NSNN (triệu đồng)", "Nguồn khác (triệu đồng)"
        first, second = (*HEADINGS, state, other), (*HEADINGS, other, state)
        found = taken(book(tmp_path, "", S=[first, good(1, 100, 20), (), second, good(2, 30, 300)]))
        assert {"state-budget": 300_000_000, "other-lawful": 30_000_000} == paid(found)["SAMPLE-2"]
        assert (2, 0, 0, 2) == counts(found)

    def test_the_real_day_counts_and_not_the_planned_one(self, tmp_path: Path) -> None:
        rows = [
            HEADINGS,
            (*[None] * 4, "Kế hoạch", "Thực tế"),
            good(1, "20/10/2024"),
            good(2, None),
        ]
        found = by_id(taken(book(tmp_path, "A1:A2 B1:B2 C1:C2 D1:D2 E1:F1", S=rows)))
        assert ["2024-10-20", "None"] == [
            f"{found[each].completed_on}" for each in ("SAMPLE-1", "SAMPLE-2")
        ]

    def test_a_day_that_is_only_planned_does_not_count(self, tmp_path: Path) -> None:
        rows = [
            (*HEADINGS[:4], "Ngày hoàn thành (dự kiến)", "Ngày nghiệm thu"),
            good(1, None),
            good(2, None),
        ]
        found = taken(book(tmp_path, "", S=rows))
        assert (2, {None}) == (
            found.accepted,
            {each.completed_on for each in by_id(found).values()},
        )

    def test_cancelled_rows_are_rejected(self, tmp_path: Path) -> None:
        rows = [
            (*HEADINGS, "Tình trạng", "Ghi chú"),
            good(1, "Hoàn thành", None),
            good(2, "Đã hủy", "DN giải thể"),
            good(3, "Dừng thực hiện", None),
            good(4, "Không nghiệm thu", "chưa đạt yêu cầu"),
            good(5, "Hoàn thành", "Hủy theo QĐ 12/QĐ-MAU"),
        ]
        found = taken(book(tmp_path, "", S=rows))
        assert (["SAMPLE-1"], {Fault.CANCELLED}) == (
            [*by_id(found)],
            {fault for _, fault, _ in faults(found)},
        )
        assert 5 == taken(book(tmp_path, "", S=rows), ignored=["Tình trạng", "Ghi chú"]).accepted

    def test_the_headings_of_contracts_are_found(self, tmp_path: Path) -> None:
        headings = ("Số hợp đồng", "Tên đơn vị", "MST", "Ngày ký hợp đồng", "Ngày thanh lý")
        found = taken(book(tmp_path, "", S=[headings, good(1), good(2)]))
        assert ((2, 0, 0, 0), "2024-10-15") == (
            counts(found),
            f"{by_id(found)['SAMPLE-1'].completed_on}",
        )

    @pytest.mark.parametrize("unit", ["ĐVT: 1.000 đồng", "Đơn vị tính: nghìn đồng"])
    def test_a_unit_above_the_table_holds_for_its_amounts(self, tmp_path: Path, unit: str) -> None:
        rows = [("DANH SÁCH",), (*[None] * 5, unit), (*HEADINGS, "Kinh phí NSNN"), good(1, 150_000)]
        assert {"SAMPLE-1": {"state-budget": 150_000_000}} == paid(
            taken(book(tmp_path, "", S=rows))
        )

    def test_the_unit_of_a_cell_takes_precedence_over_that_of_its_heading(
        self, tmp_path: Path
    ) -> None:
        rows = [
            (*HEADINGS, "Kinh phí NSNN (nghìn đ)"),
            good(1, 150_000),
            good(2, "1,5 tỷ"),
            good(3, "75.500.000đ"),
        ]
        found = paid(taken(book(tmp_path, "", S=rows)))
        assert [150_000_000, 1_500_000_000, 75_500_000] == [
            each["state-budget"] for _, each in sorted(found.items())
        ]


class TestCells:
    """Cells as people type them into such sheets."""

    def test_typed_days_are_read_and_months_rejected(self, tmp_path: Path) -> None:
        days = ("5/6/2024", "05-06-2024", "05.06.2024", "05/06/2024 ", "ngày 5 tháng 6 năm 2024")
        rows = [(f"SAMPLE-{n}", "Mẫu", CODES[0], day, None) for n, day in enumerate(days)]
        bad = [
            (f"SAMPLE-x{n}", "Mẫu", CODES[0], day, None)
            for n, day in enumerate(("06/2024", "Quý II/2024", 2024))
        ]
        found = taken(book(tmp_path, "", S=[HEADINGS, *rows, *bad]))
        assert ({"2024-06-05"}, 5) == (
            {f"{each.started_on}" for each in by_id(found).values()},
            found.accepted,
        )
        assert 3 == len(found.rejected)

    def test_typed_tax_codes_are_read_and_a_citizens_number_is_hidden(self, tmp_path: Path) -> None:
        cells = [
            100000010,
            "'0100000028",
            "\xa00100000035 ",
            "01 0000 0042",
            "0100000067001",
            "MST: 0100000109",
        ]
        rows = [
            (f"SAMPLE-{n}", f"Mẫu {n}", cell, "15/03/2024", None)
            for n, cell in enumerate([*cells, "001099000012"])
        ]
        found = taken(book(tmp_path, "", S=[HEADINGS, *rows]))
        codes = [
            "0100000010",
            "0100000028",
            "0100000035",
            "0100000042",
            "0100000067001",
            "0100000109",
        ]
        assert codes == [each.enterprise for _, each in sorted(by_id(found).items())]
        assert ["0100000010"] == [each.suggestion for each in found.problems if each.mended]
        assert not any("1099000012" in each.value for each in found.problems)

    def test_a_list_of_courses_is_taken_in(self, tmp_path: Path) -> None:
        headings = (
            "TT",
            "Mã lớp",
            "Tên lớp",
            "Thời gian",
            "Số lượng học viên",
            "Đối tượng",
            "Ghi chú",
        )
        rows = [
            headings,
            (1, "SAMPLE-1", "Lớp mẫu", "12-13/6/2024", 45, "Doanh nghiệp"),
            (2, "SAMPLE-2", "Lớp mẫu", "Từ 03/7/2024 đến 05/7/2024", "50 người", "Sở, ngành"),
            (3, "SAMPLE-3", "Lớp mẫu", "20/08/2024", "khoảng 40", "Doanh nghiệp"),
            (4, "SAMPLE-4", "Lớp mẫu", "15/09/2024", 60, "Doanh nghiệp, HTX"),
            (5, "SAMPLE-5", "Lớp mẫu", "25/09/2024", "1.050", "Doanh nghiệp", "trực tuyến"),
            (None, None, "Cộng", None, 1245),
        ]
        found = taken(book(tmp_path, "", Lớp=rows), Training)
        assert {"SAMPLE-1": 45, "SAMPLE-2": 50, "SAMPLE-4": 60, "SAMPLE-5": 1050} == {
            name: each.headcount for name, each in by_id(found).items()
        }
        assert "2024-06-13" == f"{by_id(found)['SAMPLE-1'].on}"
        assert (4, 0, 1, 1) == counts(found)

    def test_the_day_of_an_identity_card_is_not_the_day_of_a_certificate(
        self, tmp_path: Path
    ) -> None:
        headings = (
            "Mã hồ sơ",
            "Mã chuyên gia",
            "Số CCCD",
            "Ngày cấp",
            "Nơi cấp",
            "Ngày đào tạo",
            "Đạt tiêu chuẩn",
        )
        row = (
            "SAMPLE-1",
            "sample-p1",
            "000000000001",
            "15/08/2021",
            "Nơi mẫu",
            "16/05/2026",
            "TCVN 13751:2023",
        )
        columns = {"id": "Mã hồ sơ", "person": "Mã chuyên gia", "trained_on": "Ngày đào tạo"}
        found = taken(book(tmp_path, "", CG=[headings, row]), Expert, columns)
        assert by_id(found)["SAMPLE-1"].certified_on is None
        assert ["Ngày cấp", "Đạt tiêu chuẩn"] == [each.heading for each in found.telling]
        assert 0 == taken(book(tmp_path, "", CG=[headings, row]), Expert).accepted

    def test_a_list_of_reported_figures_is_taken_in(self, tmp_path: Path) -> None:
        headings = ("Mã", "Chỉ tiêu", "Năm", "Giá trị", "Ngày báo cáo", "Ước thực hiện")
        rows = [
            headings,
            ("SAMPLE-1", "Doanh nghiệp được hỗ trợ", 2021, 120, "15/01/2022"),
            ("SAMPLE-2", "doanh nghiệp được hỗ trợ", 2022, "1.250", "15/01/2023"),
            ("SAMPLE-3", "supported", 2023, "310 DN", "15/01/2024"),
            ("SAMPLE-4", "supported", "Ước 2025", 390, "15/12/2025"),
            ("SAMPLE-5", "Chỉ tiêu mẫu", 2023, 5, "15/12/2025"),
        ]
        found = taken(book(tmp_path, "", S=rows), ReportedFigure)
        assert [120, 1250, 310] == [each.value.low for _, each in sorted(by_id(found).items())]
        assert [(5, Fault.NOT_YEARS, "Năm"), (6, Fault.UNKNOWN_INDICATOR, "Chỉ tiêu")] == faults(
            found
        )

    def test_keys_and_days_that_a_spreadsheet_changed_are_refused(self, tmp_path: Path) -> None:
        rows = [
            ("1.2E+12", *good(1)[1:]),
            ("12.0", *good(2)[1:]),
            ("s3", "Mẫu", CODES[0], "45292", "45292.5"),
        ]
        found = taken(book(tmp_path, "", S=[HEADINGS, *rows]))
        assert [
            (Fault.SCIENTIFIC, None),
            (Fault.DECIMAL_ZERO, "12"),
            (Fault.NOT_A_DATE, "01/01/2024"),
            (Fault.NOT_A_DATE, "01/01/2024"),
        ] == [(each.code, each.suggestion) for each in found.problems]

    def test_a_csv_file_with_decimal_commas_is_taken_in(self, tmp_path: Path) -> None:
        text = "\ufeff" + ";".join((*HEADINGS, "Kinh phí NSNN (triệu đồng)"))
        for number, cell in ((1, "150,5"), (2, "1.200,25"), (3, "80")):
            text += "\n" + ";".join(map(str, good(number, cell)))
        found = paid(taken(written(tmp_path, text)))
        assert [150_500_000, 1_200_250_000, 80_000_000] == [
            each["state-budget"] for _, each in sorted(found.items())
        ]

    def test_two_records_in_one_row_stand_for_several_things(self, tmp_path: Path) -> None:
        """A line end was lost, so the row may hold as many records as its cells can fill."""
        text = (
            "Mã,MST,Bắt đầu,Kết thúc\n"
            "s1,SAMPLE-1,05/01/2024,30/06/2024s2,SAMPLE-2,05/01/2024,30/06/2024\n"
        )
        found = taken(written(tmp_path, text))
        assert [2, 3] == [
            found.rejected[0].number,
            sum(each.things for each in found.register.unresolved),
        ]
        assert {Fault.EXTRA_CELLS, Fault.NOT_A_DATE} == {fault for _, fault, _ in faults(found)}


class TestChosen:
    """The sheet that is read, and the names of the others."""

    COVER = (("HƯỚNG DẪN NHẬP LIỆU",), ("1. Không sửa tiêu đề",))

    def test_an_open_cover_is_passed_over(self, tmp_path: Path) -> None:
        path = book(
            tmp_path, "", Bìa=self.COVER, Dữ_liệu=[HEADINGS, good(1)], DM=[("Danh mục",), ("Mẫu",)]
        )
        found = open_sheet(path, Support)
        assert ("Dữ_liệu", ("Bìa", "DM"), ()) == (found.name, found.others, found.alike)
        assert 1 == taken(path).accepted

    def test_sheets_with_the_same_headings_are_listed(self, tmp_path: Path) -> None:
        path = book(
            tmp_path,
            "",
            **{f"Năm {year}": [HEADINGS, good(year - 2021)] for year in (2022, 2023)},
            Bìa=self.COVER,
        )
        found = open_sheet(path, Support)
        assert ("Năm 2022", ("Năm 2023", "Bìa"), ("Năm 2023",)) == (
            found.name,
            found.others,
            found.alike,
        )
        assert ["SAMPLE-2"] == [*by_id(taken(path, sheet="Năm 2023"))]
        with pytest.raises(UnknownId):
            open_sheet(path, Support, sheet="Năm 2030")

    def test_no_sheet_is_chosen_if_none_or_several_have_headings(self, tmp_path: Path) -> None:
        tables = {"A": [HEADINGS, good(1)], "B": [HEADINGS, good(2)]}
        for sheets in ({}, tables):
            path = book(tmp_path, "", Bìa=self.COVER, **sheets)
            with pytest.raises(
                InvalidValue, match=r"^no headings were found in sheet “Bìa”; the sheets are “Bìa”"
            ):
                open_sheet(path, Support)

    def test_a_hidden_sheet_is_not_chosen(self, tmp_path: Path) -> None:
        path = book(tmp_path, "", Bìa=self.COVER, A=[HEADINGS, good(1)], B=[HEADINGS, good(2)])
        changed = openpyxl.load_workbook(path)
        changed["A"].sheet_state = "hidden"
        changed.save(path)
        assert "B" == open_sheet(path, Support).name

    def test_a_workbook_that_unpacks_to_too_much_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("nsc_program.intake.files._packing._MOST_UNPACKED", 10)
        with pytest.raises(
            InvalidValue, match=r"^it unpacks to 0 MB, more than 0; save it as \.csv$"
        ):
            open_sheet(book(tmp_path, "", S=[HEADINGS, good(1)]), Support)

    def test_doubtful_lines_are_listed_whatever_becomes_of_hidden_rows(
        self, tmp_path: Path
    ) -> None:
        path = book(tmp_path, "", S=[("DANH SÁCH DỰ KIẾN",), HEADINGS, good(1)])
        for hidden in ("reject", "take", "leave"):
            found = open_sheet(path, Support, hidden=hidden)
            assert ("DANH SÁCH DỰ KIẾN",) == found.above == found.doubtful
        assert () == open_sheet(path, Support, ignored=["Danh sách dự kiến"]).doubtful
