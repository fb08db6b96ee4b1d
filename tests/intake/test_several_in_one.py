"""Several things in the place of one, and the territory of a register. All data are made up."""

import pytest

from each import for_each
from nsc_program import AssessmentBody, InvalidValue, PilotModel, Support
from nsc_program.intake import Fault, read
from nsc_program.intake._texts.row_texts import is_odd_key
from nsc_program.intake._words.provinces import names_several_places
from rows import BODY, MODEL, SUPPORT


@for_each(
    ("key", "is_odd"),
    [
        ("VILAS 123, VILAS 124", True),
        ("VILAS 127 và VICAS 030", True),
        ("VILAS 28 + VICAS 3", True),
        ("VILAS 12 / VICAS 3", True),
        ("HĐ 12 & 13", True),
        ("VILAS 123", False),
        ("VILAS 123/2024", False),
        ("12/HĐ-SKHCN", False),
        ("HT24-01", False),
        ("VLAT-1.0123", False),
    ],
)
def test_a_key_is_one_number(key: str, *, is_odd: bool) -> None:
    assert is_odd == is_odd_key(key)
    found = read(AssessmentBody, [{**BODY, "Số đăng ký": key}])
    assert [Fault.OTHER_SAYING] * is_odd == [problem.code for problem in found.problems]
    assert [] == list(read(AssessmentBody, [{**BODY, "Số đăng ký": key}], ignored=[key]).problems)


@for_each(
    ("place", "are_several"),
    [
        ("Ba Đình, Hoàn Kiếm", True),
        ("Ba Đình -> Hoàn Kiếm", True),
        ("BA ĐÌNH → Hà Đông", True),
        ("Phường Dịch Vọng → Phường Cầu Giấy", True),
        ("Quận Ba Đình và quận Tây Hồ", True),
        ("Nam Từ Liêm - Bắc Từ Liêm", True),
        ("Ba Đình, Hà Nội", False),
        ("Thanh Trì, Hoàng Mai", False),
        ("phường Kim Mã, quận Ba Đình", False),
        ("Xã Sóc Sơn, huyện Sóc Sơn", False),
    ],
)
def test_a_place_is_one_district(place: str, *, are_several: bool) -> None:
    assert are_several == names_several_places(place)
    found = read(PilotModel, [{**MODEL, "Địa bàn": place}])
    assert [Fault.OTHER_SAYING] * are_several == [problem.code for problem in found.problems]


def test_the_register_is_about_a_territory() -> None:
    assert "VN-HN" == read(Support, [SUPPORT], territory="VN-HN").register.territory
    assert read(Support, [SUPPORT]).register.territory is None
    with pytest.raises(InvalidValue):
        read(Support, [SUPPORT], territory="?")
