"""Names of sheets in one word are read as the words that they are made of. All data are made up."""

from pathlib import Path

import openpyxl
import pytest

from nsc_program.cli import main
from nsc_program.intake._words.glued_words import spelled_out
from row_files import workbook

TABLES = {
    "support": (
        ("Mã hồ sơ", "MST", "Ngày bắt đầu", "Ngày hoàn thành"),
        ("h1", "SAMPLE-1", "05/01/2024", "20/03/2024"),
    ),
    "training": (
        ("Mã lớp", "Nội dung", "Ngày tổ chức", "Số học viên"),
        ("L1", "5S", "05/01/2024", 40),
    ),
}


def outcome(folder: Path, name: str, kind: str = "support", *, is_own: bool = True) -> int:
    def more(book: openpyxl.Workbook) -> None:
        if is_own:
            book.worksheets[0].title = name
        else:
            book.create_sheet(name).append(["Hà Nội"])

    path = workbook(folder / "rows.xlsx", *TABLES[kind], more=more)
    words = ("-o", str(folder / "out.json"), "--recorded-on", "2024-12-31")
    return main(["intake", kind, str(path), *words])


OF_SUPPORTS = """
DoanhNghiep doanhnghiep HoTroDN DSHoTro Danhsach DsHoTro2024 MoHinh SoLieu dulieu PhuLuc1 KetQua
KQ2024 BieuMau Bang1 NangSuatChatLuong TuVan
"""
OF_TRAININGS = "DaoTao TapHuan LopHoc HocVien HV daotao"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((name, "support") for name in OF_SUPPORTS.split()),
        *((name, "training") for name in OF_TRAININGS.split()),
    ],
)
def test_ordinary_names_are_plain(tmp_path: Path, name: str, kind: str) -> None:
    assert 0 == outcome(tmp_path, name, kind)
    assert 0 == outcome(tmp_path, name, kind, is_own=False)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "DuKien",
            "dukien",
            "KeHoach",
            "KH2025",
            "DaHuy",
            "ChuaHoanThanh",
            "chuaxong",
            "choduyet",
        ),
        *("HopTacXa", "hoptacxa", "CapTrungUong", "BacNinh", "ToanQuoc", "DSCho", "KhongDat"),
        *("ThuHoi", "RutLui", "BoSung", "DNdangky", "chuahotro", "TamTinh", "NgoaiTP", "Nhap"),
    ],
)
def test_names_that_may_matter_are_told(tmp_path: Path, name: str) -> None:
    assert 1 == outcome(tmp_path, name)
    assert 1 == outcome(tmp_path, name, is_own=False)


def test_words_are_taken_apart() -> None:
    apart = {
        "MôHình": "Mô Hình",
        "DSDN": "DSDN",
        "dshotro": "ds ho tro",
        "Sao Mai": "Sao Mai",
        "5S": "5S",
        "ISO9001": "ISO 9001",
        "VinFast": "Vin Fast",
        "hanoibacninh": "hanoibacninh",
        "A" * 50: "A" * 50,
        "": "",
    }
    assert apart == {text: spelled_out(text) for text in apart}


def test_a_list_of_the_nation_is_told(tmp_path: Path) -> None:
    for line, code in (("DANH SÁCH DOANH NGHIỆP TRÊN TOÀN QUỐC", 1), ("DANH SÁCH DOANH NGHIỆP", 0)):
        path = workbook(tmp_path / "rows.xlsx", (line,), *TABLES["support"])
        assert code == main(["intake", "support", str(path), "-o", str(tmp_path / "out.json")])
