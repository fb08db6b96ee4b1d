"""A place outside Hanoi is told, and one of Hanoi's wards, communes and zones passes.

All data are made up; the names of places are those of public resolutions.
"""

import pytest

from nsc_program import Enterprise, Support, Training
from nsc_program.intake import read
from nsc_program.intake._words.units_of_hanoi import names_a_unit_elsewhere
from rows import ENTERPRISE, HEADS, SUPPORT


def _is_told(heading: str, text: str) -> bool:
    return not read(Enterprise, [{**ENTERPRISE, heading: text}]).is_understood


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Địa chỉ", "phường Đồng Kỵ"),
        ("Địa chỉ", "Lô 3, KCN Đại Đồng"),
        ("Địa chỉ", "KCN Thăng Long II"),
        ("Địa chỉ", "phường 7"),
        ("Địa bàn", "Hàn Quốc"),
        ("Phường/xã", "Đồng Kỵ"),
        ("Xã", "Phù Khê"),
        ("KCN", "Tiên Sơn"),
    ],
)
def test_a_place_elsewhere_is_told(heading: str, text: str) -> None:
    assert _is_told(heading, text)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Địa chỉ", "phường Dịch Vọng Hậu"),
        ("Địa chỉ", "xã Đại Đồng"),
        ("Địa chỉ", "Lô 3, KCN Thăng Long"),
        ("Địa chỉ", "KCN mới, Hà Nội"),
        ("Phường/xã", "Bát Tràng"),
        ("Phường/xã", "phường Bồ Đề"),
        ("Xã", "Ninh Hiệp"),
        ("KCN", "Nội Bài"),
    ],
)
def test_a_place_in_hanoi_passes(heading: str, text: str) -> None:
    assert not _is_told(heading, text)


@pytest.mark.parametrize(
    ("text", "is_elsewhere"),
    [
        ("Hợp tác xã Đồng Kỵ", False),
        ("thị xã Sơn Tây", False),
        ("xã hội", False),
        ("PHƯỜNG TRUNG HÒA", False),
        ("phường Mỹ Đình I", False),
        ("khu cong nghiep Que Vo", True),
    ],
)
def test_words_for_units(text: str, *, is_elsewhere: bool) -> None:
    assert names_a_unit_elsewhere(text) is is_elsewhere


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Tập huấn 5S Bắc Ninh", True),
        ("Tap huan 5S Bac Ninh", True),
        ("Tập huấn 5S phố Huế", False),
        ("Tập huấn 5S", False),
    ],
)
def test_a_province_at_the_end_of_a_topic(text: str, *, is_told: bool) -> None:
    assert is_told is not read(Training, [{**HEADS, "Tên lớp": text}]).is_understood
    assert is_told is not read(Support, [{**SUPPORT, "Nội dung hỗ trợ": text}]).is_understood
