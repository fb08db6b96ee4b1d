"""Workbooks to fill in: intake takes each of them, filled in, without a problem."""

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from command import run
from each import for_each
from nsc_program import InvalidValue, Register, Support, Training, UnknownId
from nsc_program.intake import read
from nsc_program.intake._headings.headings import column_of
from nsc_program.records import AnyRecord
from nsc_program.records._rejected_rows import ROWS
from nsc_program.report import write_template
from nsc_program.report._office.template import _columns
from nsc_program.serialization import from_json

FILLED: dict[str, dict[str, Any]] = {
    "Enterprise": {"code": "MAU-0001", "name": "Công ty mẫu", "locality": "xã Bát Tràng"},
    "Support": {
        "enterprise": "MAU-0001",
        "started_on": date(2024, 1, 5),
        "completed_on": date(2024, 6, 30),
        "level": "cấp thành phố",
        "locality": "xa-mau",
        "solutions": "hệ thống quản lý; tiêu chuẩn",
        "funding.state-budget": 90_000_000,
        "funding.other-lawful": 10_000_000,
        "spending_year": 2024,
    },
    "Training": {"headcount": 30, "on": date(2024, 3, 1), "audience": "doanh nghiệp"},
    "Expert": {"person": "CG-01", "trained_on": date(2024, 3, 1), "standard": "TCVN 13751:2023"},
    "PilotModel": {
        "enterprise": "MAU-0001",
        "recognised_on": date(2024, 6, 1),
        "decision": "12/QĐ-UBND",
        "scope": "cả nước",
        "solutions": "công cụ cải tiến",
    },
    "AssessmentBody": {
        "registration": "DK-01",
        "name": "Trung tâm mẫu",
        "strengthened_on": date(2024, 2, 1),
        "conforming_since": date(2024, 5, 1),
        "standard": "ISO/IEC 17025:2017",
        "serves_key_products": "có",
    },
    "Dissemination": {"on": date(2024, 3, 1), "topic": "chuyên đề mẫu"},
    "ReportedFigure": {
        "indicator": "supported",
        "period.start": date(2024, 1, 1),
        "period.end": date(2024, 12, 31),
        "value": 300,
        "issued": date(2025, 1, 15),
    },
}


def filled(kind: str, path: Path) -> None:
    """Write a template and fill in one row."""
    write_template(kind, path)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    cells = {"id": "HS-01", **FILLED[kind]}
    for at, column in enumerate(_columns(ROWS[kind]), 1):
        if column.name in cells:
            sheet.cell(2, at, cells[column.name])
    book.save(path)


class TestTemplates:
    @pytest.mark.parametrize("kind", ROWS)
    def test_intake_takes_a_filled_template(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str
    ) -> None:
        path, out = tmp_path / "list.xlsx", tmp_path / "register.json"
        filled(kind, path)
        code, summary, err = run(capsys, "intake", kind, path, "-o", out)
        assert (0, "") == (code, err), summary
        (record,) = from_json(out.read_bytes(), Register).records
        assert kind == type(record).__name__
        assert "HS-01" == record.id  # type: ignore[union-attr]
        if kind == "Support":
            assert 2 == len(record.funding)  # type: ignore[union-attr]
            assert 2 == len(record.solutions)  # type: ignore[union-attr]
            assert 2024 == record.spending_year  # type: ignore[union-attr]

    @for_each("kind", ROWS.values(), ids=lambda kind: kind.__name__)
    def test_every_heading_stands_for_its_column(self, kind: type[AnyRecord]) -> None:
        columns = tuple(_columns(kind))
        names = tuple(column.name for column in columns)
        assert [name or None for name in names] == [
            column_of(column.heading, names) for column in columns
        ]

    def test_texts_days_and_choices_are_prepared(self) -> None:
        file = io.BytesIO()
        write_template("Support", file)
        sheet = openpyxl.load_workbook(file).active
        assert sheet is not None
        headings = [cell.value for cell in sheet[1]]
        assert ["Mã (bắt buộc)", "Đã xác minh", "Văn bản"] == headings[:3]
        assert ["Mã số doanh nghiệp (bắt buộc)", "Tên doanh nghiệp"] == headings[3:5]
        rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
        closed = {rule.formula1: rule.showErrorMessage for rule in rules}
        assert closed['"cấp thành phố,cấp bộ,cấp quốc gia"']
        solutions = '"tiêu chuẩn,quy chuẩn kỹ thuật,hệ thống quản lý,công cụ cải tiến"'
        assert not closed[solutions]  # several may be written
        assert "@" == sheet.column_dimensions["A"].number_format
        assert "A2" == sheet.freeze_panes

    @pytest.mark.parametrize("kind", ROWS)
    def test_every_choice_that_is_offered_is_taken(self, tmp_path: Path, kind: str) -> None:
        """A spreadsheet splits the list at its commas."""
        path = tmp_path / "list.xlsx"
        filled(kind, path)
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        headings, cells = sheet.iter_rows(values_only=True)
        row = dict(zip(headings, cells, strict=True))
        row.pop("Tên", None)  # it may speak of the kind of the enterprise
        for rule in sheet.data_validations.dataValidation:
            if rule.type == "list":
                heading = headings[next(iter(rule.sqref.ranges)).min_col - 1]
                for choice in rule.formula1.strip('"').split(","):
                    found = read(kind, [{**row, heading: choice}])
                    assert () == found.problems, choice

    def test_a_cell_says_what_to_write(self) -> None:
        hints = {column.name: column.hint for column in _columns(Support)}
        assert "Chọn một mục trong danh sách, hoặc ghi các mục như: mục; mục" == hints["solutions"]
        assert "Ghi ngày/tháng/năm, như 30/6/2026" == hints["started_on"]
        assert ("", "") == (hints["enterprise"], hints[""])
        assert hints["verified"].endswith("để trống là chưa xác minh")
        people = {column.name: column.hint for column in _columns(Training)}
        assert people["headcount"].startswith("Ghi cột này hoặc cột “Mã người")

    def test_equal_templates_are_equal_files(self) -> None:
        one, other = io.BytesIO(), io.BytesIO()
        write_template("Support", one)
        write_template("Support", other)
        assert one.getvalue() == other.getvalue()

    def test_a_class_that_does_not_come_as_rows_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownId):
            write_template("Fact", tmp_path / "x.xlsx")

    def test_a_missing_extra_is_named(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setitem(sys.modules, "xlsxwriter", None)
        with pytest.raises(InvalidValue, match="pip install 'nsc_program\\[xlsx\\]'"):
            write_template("Support", tmp_path / "x.xlsx")


class TestCommand:
    def test_it_writes_a_workbook(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        path = tmp_path / "mau.xlsx"
        assert (0, "", "") == run(capsys, "template", "support", "-o", path)
        assert openpyxl.load_workbook(path).sheetnames == ["Hỗ trợ"]

    def test_another_suffix_is_refused(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        code, _, err = run(capsys, "template", "support", "-o", tmp_path / "a.csv", "--lang", "en")
        assert 2 == code
        assert "expected the name of an .xlsx file" in err
