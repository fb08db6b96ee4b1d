"""Lines and names of ordinary papers of offices are plain, and what they hide is told.

All data are made up.
"""

from itertools import product

import pytest

from each import for_each
from nsc_program import Support
from nsc_program.intake import read
from nsc_program.intake._texts.plain_lines import is_plain_line
from nsc_program.intake._words.offices import NAMED_OFFICES as OFFICES
from nsc_program.intake._words.offices import OFFICES_OF_THE_STATE as HEADS_OF_OFFICES
from nsc_program.intake._words.plain_words import COMMITTEES, PLACES, TERMS
from nsc_program.intake._words.short_names import is_short_name
from rows import SUPPORT

PLAIN = (
    *("ỦY BAN NHÂN DÂN", "UBND", "TM. ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "TM. UBND XÃ"),
    *("Gia Lâm, ngày 05 tháng 6 năm 2024", "Hoàng Mai, ngày 5/12/2024", "Thanh Oai, 20/11/2024"),
    *("Gia Lam, ngay 20 thang 11 nam 2024", "BẮC NINH, ngày     tháng     năm 2024"),
    *("(Theo Công văn số 998/SKHCN-TĐC ngày 14/10/2024)", "Biểu 2a", "(Kèm theo QĐ số 9/QĐ-SKHCN)"),
    "(Kèm theo Biên bản nghiệm thu số 12/BB-NT ngày 05/6/2024)",
    *("Trang tính1", "Trang tính 2", "Sheet1 (2)", "DSDN", "Bieu TH", "HT 2024", "Long Bien"),
    *("Danh sách HTX", "Nơi nhận:", "- Lãnh đạo Sở;", "- Lưu: VT, QLCN (02b).", "- Như trên;"),
    *("Nơi nhận: - Lãnh đạo Sở; - Lưu: VT.", "- UBND Thành phố (để b/c);"),
    "Ghi chú: Các đơn vị đều đã hoàn thành và được nghiệm thu.",
    "Người lập: Lâm Thị Oanh - ĐT: 0912 345 678",
    *("T/M BAN CHỦ NHIỆM", "CÁN BỘ TỔNG HỢP", "TRUNG TÂM KHUYẾN CÔNG VÀ TƯ VẤN PTCN"),
    *("LIÊN HIỆP CÁC HỘI KH&KT HÀ NỘI", "Danh sách DN áp dụng các HTQLCL tiên tiến"),
)
OF_A_COURSE = (
    *("Công cụ 5S và Kaizen cho doanh nghiệp nhỏ và vừa", "Lớp: Công cụ 5S và Kaizen"),
    *("Lớp tập huấn: Áp dụng KPI trong doanh nghiệp", "Địa điểm: Hội trường UBND phường Bồ Đề"),
    *("Giảng viên: ThS. Nguyễn Văn Hòa", "Đơn vị phối hợp: Viện Năng suất Việt Nam"),
)
TOLD = (
    *("Dự Kiến, ngày 20 tháng 11 năm 2024", "Tạm Dừng, ngày 5/12/2024", "UBND hủy"),
    *("Tam Dung, ngay 20 thang 11 nam 2024", "Xong gần hết, ngày 5/12/2024"),
    *("Theo Công văn đề nghị số 9/SKHCN", "Theo công văn từ chối", "Theo công văn của DN"),
    *("(Kèm theo Tờ trình số 56/TTr-SKHCN ngày 18/12/2024)", "Kèm theo Hợp đồng số 12/HĐ"),
    *("Kèm theo Biên bản khảo sát số 12/BB-KS", "- Lưu: VT, đã hủy", "Lâm Thị Oanh - hủy"),
    *("Trang bị", "2k", "DS hủy", "Các đơn vị đều chưa nghiệm thu xong hết", "Giảng viên"),
)
TOLD_OF_A_COURSE = (
    *("DANH SÁCH GIẢNG VIÊN", "Giảng viên: 5 người", "Giảng viên: Lê Lan, Mai Thị Thu"),
    *("Nội dung: chưa tổ chức", "Địa điểm: hoãn"),
)


@for_each("line", PLAIN)
def test_ordinary_lines_of_a_paper_are_plain(line: str) -> None:
    assert is_plain_line(line, "Support")


@for_each("line", TOLD)
def test_other_lines_of_a_paper_are_told(line: str) -> None:
    assert not is_plain_line(line, "Support")


@pytest.mark.parametrize("line", OF_A_COURSE)
def test_ordinary_lines_above_a_course_are_plain(line: str) -> None:
    assert is_plain_line(line, "Training")


@pytest.mark.parametrize("line", TOLD_OF_A_COURSE)
def test_other_lines_above_a_course_are_told(line: str) -> None:
    assert not is_plain_line(line, "Training")


def test_the_sheet_of_bodies_may_have_a_short_name() -> None:
    assert is_plain_line("TC DGSPH", "AssessmentBody")
    assert not is_plain_line("TC", "AssessmentBody")


def test_no_line_of_listed_words_raises_an_error() -> None:
    lists = (COMMITTEES, HEADS_OF_OFFICES, OFFICES, PLACES)
    words = [term.strip() for listed in lists for term in listed.split("|")]
    for kind, (first, last) in product(TERMS, product(("", "TM. ", "chưa "), words)):
        for line in (first + last, f"{first}{last}.", f"{last} {last}".upper()):
            assert is_plain_line(line, kind) in {True, False}


SHORT = "HPC|DOXIMEX|APP Printing JSC|Nhà máy số 2|Cơ sở 2|HANOBACO|QUATEST 1|ABC Co., Ltd|TOTO"
NOT_SHORT = (
    "HUY|KH|CNT|KĐ|DK|ĐK|CHXM|STT 1|TRUNG|RUT|CANCELLED|Cancelled|đã rút|DUKIEN|CHUADAT|"
    "KDDK|DOT 2|DRAFT|TBD|HPC hủy|HPC, đã rút|HPC 2025|HPC Cancelled|SAP NHAP|Nhà máy dừng"
)


@for_each("aside", SHORT.split("|"))
def test_a_short_form_behind_the_name_of_an_enterprise_is_harmless(aside: str) -> None:
    assert is_short_name(aside)
    assert not _is_told(f"Công ty TNHH Sao Mai ({aside})")


@for_each("aside", NOT_SHORT.split("|"))
def test_any_other_word_behind_it_is_told(aside: str) -> None:
    assert not is_short_name(aside)
    assert _is_told(f"Công ty TNHH Sao Mai ({aside})")


def _is_told(name: str) -> bool:
    """Tell whether the names of enterprises are told for one of them."""
    found = read(Support, [{**SUPPORT, "Tên doanh nghiệp": name}])
    return bool(found.telling or found.rejected)
