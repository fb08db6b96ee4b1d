"""Cells that do not have the form of what their headings ask for, and titles of parts of a list.

All data are made up.
"""

import pytest

from nsc_program import Support
from nsc_program.intake import read
from nsc_program.intake._lines.lines_of_parts import is_of_a_part
from nsc_program.intake._texts.issuers import is_decided_elsewhere
from rows import SUPPORT


def told(heading: str, cell: object) -> bool:
    return heading in {each.heading for each in read(Support, [{**SUPPORT, heading: cell}]).telling}


class TestContacts:
    """Words in place of an address or a number may say how the row stands."""

    @pytest.mark.parametrize("heading", ["Email", "Website", "Điện thoại", "Số điện thoại", "Fax"])
    @pytest.mark.parametrize("cell", ["đã sáp nhập vào Công ty CP Mẫu", "treo", "hết kinh phí"])
    def test_words_are_told(self, heading: str, cell: str) -> None:
        assert told(heading, cell)

    @pytest.mark.parametrize(
        ("heading", "cell"),
        [
            ("Email", "a@b.vn"),
            ("Website", "mau.vn"),
            ("Điện thoại", "024 3333 4444"),
            *[("Fax", none) for none in ("không", "không có", "chưa có", "N/A", "-")],
        ],
    )
    def test_contacts_and_none_are_not(self, heading: str, cell: str) -> None:
        assert not told(heading, cell)


class TestShares:
    """A share alone may be how much of the work is done."""

    @pytest.mark.parametrize("heading", ["Địa chỉ", "Tên doanh nghiệp", "Người liên hệ", "Email"])
    def test_under_a_heading_of_something_else(self, heading: str) -> None:
        assert told(heading, "50%")


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ ÁP DỤNG 5S",
        "DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ ISO 9001",
        "DANH SÁCH DN FDI ĐƯỢC HỖ TRỢ",
        "Danh sách doanh nghiệp làng nghề được hỗ trợ",
    ],
)
def test_a_title_of_one_standard_or_kind_is_of_a_part(title: str) -> None:
    assert is_of_a_part(title)


def test_a_title_of_all_is_not() -> None:
    assert not is_of_a_part("DANH SÁCH DOANH NGHIỆP ĐƯỢC HỖ TRỢ NĂM 2024")


@pytest.mark.parametrize(
    ("heading", "office", "expected"),
    [
        ("Quyết định công nhận › Cơ quan", "Hiệp hội DNNVV", True),
        ("Quyết định công nhận › Cơ quan", "UBND Thành phố", False),
        ("Quyết định › Đơn vị cấp", "Bộ Công Thương", True),
        ("Cơ quan", "Hiệp hội DNNVV", False),
    ],
)
def test_the_office_beneath_a_decision_decided(heading: str, office: str, expected: bool) -> None:
    assert expected is is_decided_elsewhere(heading, office)
