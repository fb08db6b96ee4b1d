"""Cells and lines that say something else than a record is counted for are told.

All data are made up; the names of places are those of public resolutions.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nsc_program import Dissemination, Enterprise, PilotModel, ReportedFigure, Support, Training
from nsc_program.cli import main
from nsc_program.intake import Fault, read
from nsc_program.intake._words.provinces import names_another_province
from row_files import workbook
from rows import ENTERPRISE, EVENT, HEADS, MODEL, REPORT, SUPPORT


def is_told(kind: type[Any], row: dict[str, object]) -> bool:
    return not read(kind, [row]).is_understood


@pytest.mark.parametrize(
    ("heading", "text", "told"),
    [
        ("Nghiệm thu (dự kiến)", "Đạt", True),
        ("Nghiệm thu giai đoạn 1", "Đạt", True),
        ("Tình trạng (kế hoạch)", "Đã hoàn thành", True),
        ("Tình trạng đến 31/3/2024", "Đã hoàn thành", True),
        ("Nghiệm thu", "Đạt", False),
        ("Biên bản nghiệm thu", "12/BBNT-GĐ1", True),
        ("Biên bản nghiệm thu", "12/BBNT", False),
        ("Tình trạng", "Đúng tiến độ", True),
        ("Tình trạng", "Hoàn thành đúng tiến độ", False),
        ("Ngành nghề", "Làm dở", True),
        ("Văn bản", "50%", True),
        ("Văn bản", "Tạm", True),
        ("Văn bản", "15/TTr-UBND", True),
        ("Văn bản", "15/BC-UBND", False),
        ("Đơn vị tư vấn", "Tự thực hiện", True),
        ("Đơn vị tư vấn", "Viện Năng suất", False),
        ("Nội dung hỗ trợ", "Vĩnh Phúc", True),
        ("Địa bàn", "VSIP Bắc Ninh", True),
        ("Địa bàn", "KCX Linh Trung", True),
        ("Địa điểm", "FLC Vĩnh Phúc", True),
        ("Địa chỉ", "số 5 phố Huế, Hà Nội", False),
        ("Tên doanh nghiệp", "Thôn 3", True),
        ("Tên doanh nghiệp", "Đồn Công an", True),
    ],
)
def test_a_cell_of_a_support(heading: str, text: str, *, told: bool) -> None:
    assert told is is_told(Support, {**SUPPORT, heading: text})


@pytest.mark.parametrize("group", ["Thời gian thực hiện (theo hợp đồng)", "Thời gian (theo HĐ)"])
def test_days_of_a_contract_are_not_read(group: str) -> None:
    row = {name: cell for name, cell in SUPPORT.items() if name not in ("Bắt đầu", "Kết thúc")}
    days = {f"{group} › Bắt đầu": "05/01/2024", f"{group} › Hoàn thành": "30/06/2024"}
    assert 0 == read(Support, [{**row, **days}]).accepted


@pytest.mark.parametrize(
    ("heading", "text", "told"),
    [
        ("Công nhận › Số tờ trình", "15/TTr-UBND", True),
        ("Số văn bản", "15/TTr-UBND", True),
        ("Quyết định", "QĐ của Giám đốc Công ty", True),
        ("Quyết định", "QĐ số 12 của công ty", True),
        ("Quyết định", "1245/QĐ-UBND (lần 2)", True),
        ("Quyết định", "QĐ công nhận mô hình của công ty", False),
        ("Quyết định", "15/QĐ-UBND của Chủ tịch UBND Thành phố", False),
    ],
)
def test_a_paper_of_a_model(heading: str, text: str, *, told: bool) -> None:
    assert told is is_told(PilotModel, {**MODEL, heading: text})


def test_a_request_beside_a_decision_is_harmless() -> None:
    papers = {"Quyết định": "16/QĐ-UBND", "Số tờ trình": "15/TTr-UBND"}
    assert not is_told(PilotModel, {**MODEL, **papers})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Phổ biến pháp luật thuế", True),
        ("Tuyên truyền bầu cử", True),
        ("Hội nghị truyền thông về chăm sóc cây", True),
        ("Quảng cáo dịch vụ", True),
        ("Hội nghị phổ biến 5S", False),
        ("Tuyên truyền về Ngày Chất lượng", False),
        ("Phát động tháng năng suất", False),
    ],
)
def test_an_event(text: str, *, told: bool) -> None:
    assert told is is_told(Dissemination, {**EVENT, "Tên sự kiện": text})


def test_a_credit_fund_is_a_cooperative() -> None:
    row = {**ENTERPRISE, "Tên": "Quỹ tín dụng nhân dân Mẫu", "Loại hình": "Doanh nghiệp"}
    assert is_told(Enterprise, row)
    assert not is_told(Enterprise, {**row, "Loại hình": "Hợp tác xã"})


@pytest.mark.parametrize(
    ("issuer", "told"), [("Bộ KHCN", True), ("Ban QL KCN", True), ("Sở Công Thương", False)]
)
def test_the_issuer_of_a_figure(issuer: str, *, told: bool) -> None:
    assert told is is_told(ReportedFigure, {**REPORT, "Cơ quan báo cáo": issuer})


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("UBND PHƯỜNG KINH BẮC", 1),
        ("UBND PHƯỜNG BỒ ĐỀ", 0),
        ("Địa bàn: xã Văn Giang", 1),
        ("Bắc Ninh, ngày 20 tháng 12 năm 2024", 1),
        ("Hà Nội, ngày 20 tháng 12 năm 2024", 0),
        ("DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ CHUYỂN ĐỔI SỐ", 1),
        ("HỖ TRỢ NÂNG CAO NĂNG SUẤT VÀ CHUYỂN ĐỔI SỐ", 0),
    ],
)
def test_a_line_over_supports(tmp_path: Path, line: str, code: int) -> None:
    path = workbook(tmp_path / "r.xlsx", (line,), tuple(SUPPORT), tuple(SUPPORT.values()))
    assert code == main(["intake", "support", str(path), "-o", str(tmp_path / "o.json")])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("KẾT QUẢ LŨY KẾ TỪ NĂM 2021 ĐẾN NĂM 2024", 1),
        ("KẾT QUẢ LŨY KẾ GIAI ĐOẠN 2021-2024", 1),
        ("KẾT QUẢ NĂM 2024", 0),
        ("KẾT QUẢ NĂM 2025", 1),
        ("BÁO CÁO GIAI ĐOẠN 2026-2030", 1),
        ("BỘ KHOA HỌC VÀ CÔNG NGHỆ", 1),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 0),
        ("NĂNG SUẤT, CHẤT LƯỢNG TOÀN QUỐC NĂM 2024", 1),
        ("(Kèm theo Báo cáo số 415/BC-BKHCN)", 1),
        ("(Kèm theo Báo cáo số 415/BC-SKHCN)", 0),
    ],
)
def test_a_line_over_figures(tmp_path: Path, line: str, code: int) -> None:
    headings = ("Mã", "Chỉ tiêu", "Từ ngày", "Đến ngày", "Giá trị", "Ngày báo cáo")
    row = ("r1", "supported", "01/01/2024", "31/12/2024", "5", "05/01/2025")
    path = workbook(tmp_path / "r.xlsx", (line,), headings, row)
    assert code == main(["intake", "reported-figure", str(path), "-o", str(tmp_path / "o.json")])


@pytest.mark.parametrize(("text", "told"), [("09/BC-BKHCN", True), ("09/BC-SKHCN", False)])
def test_the_report_of_a_ministry(text: str, *, told: bool) -> None:
    assert told is is_told(ReportedFigure, {**REPORT, "Văn bản": text})


def test_lines_without_a_figure_are_not_compared() -> None:
    row = {**REPORT, "Giá trị": "?"}
    found = read(ReportedFigure, [row], titles=[(1, "KẾT QUẢ NĂM 2025")])
    assert () == found.lines


@pytest.mark.parametrize(
    ("men", "women", "told"), [(20, 12, False), (20, 13, True), (20, None, False), (5, 5, True)]
)
def test_men_and_women_are_the_people_of_a_class(
    men: int, women: int | None, *, told: bool
) -> None:
    row = {**HEADS, "Số người": 32, "Trong đó › Nam": men, "Trong đó › Nữ": women}
    assert told is is_told(Training, row)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UBND phường Kinh Bắc", True),
        ("UBND phường Bồ Đề", False),
        ("BẢO HIỂM XÃ HỘI", False),
        ("CÁC XÃ THAM GIA", False),
    ],
)
def test_a_workplace(text: str, *, told: bool) -> None:
    assert told is names_another_province(text)


@pytest.mark.parametrize(
    ("number", "heading", "birth", "told"),
    [
        ("001187000001", "Ngày sinh", "22/11/1987", False),
        ("001187000001", "Ngày sinh", date(1979, 11, 22), True),
        ("001187000001", "Ngày sinh", "22/11/1979", True),
        ("001 187 000 001", "Năm sinh", 1988, True),
        ("001210000001", "Năm sinh", "2010", False),
        ("001187000001", "Ngày sinh", "22/11", False),
        ("012345678", "Ngày sinh", "22/11/1979", False),
    ],
)
def test_the_birth_beside_the_number_of_a_citizen(
    number: str, heading: str, birth: object, *, told: bool
) -> None:
    row = {"Mã": "t1", "Ngày": "05/01/2024", "Số CCCD": number, heading: birth}
    found = read(Training, [row], people=lambda _text: "p-" + "a" * 32)
    assert told is (Fault.OTHER_SAYING in [problem.code for problem in found.problems])
    assert not any("1979" in problem.value or "187" in problem.value for problem in found.problems)


@pytest.mark.parametrize("group", ["Kinh phí đã chi", "Kinh phí quyết toán", "Kinh phí"])
def test_money_that_was_spent_is_read_below_its_group(group: str) -> None:
    (record,) = read(Support, [{**SUPPORT, f"{group} › Ngân sách": 90_000_000}]).register.records
    assert isinstance(record, Support)
    assert [90_000_000] == [each.vnd for each in record.funding]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Thời gian: Từ ngày 31/12/2024 đến ngày 02/01/2025", 1),
        ("Thời gian: 30-31/12/2024", 0),
    ],
)
def test_an_event_counts_on_its_last_day(tmp_path: Path, line: str, code: int) -> None:
    path = workbook(tmp_path / "r.xlsx", (line,), ("Mã", "Số người"), ("t1", 30))
    command = ["intake", "training", str(path), "-o", str(tmp_path / "o.json")]
    assert code == main([*command, "--value", "on=31/12/2024"])
