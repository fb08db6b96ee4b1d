"""Tell whether a text names a province or a city of Viet Nam other than Hanoi.

They are a closed set: 63 until 30 June 2025, and 34 of these names since.
"""

import re
from functools import lru_cache

from nsc_program.intake._words.gates import Gate, whole
from nsc_program.intake._words.glued_words import spelled_out
from nsc_program.intake._words.offices import OFFICES_OF_THE_STATE
from nsc_program.intake._words.units_of_hanoi import names_a_unit_elsewhere
from nsc_program.intake._words.words import folded, lowered, lowest, normal

_PROVINCES = """
an giang|bà rịa vũng tàu|bắc giang|bắc kạn|bạc liêu|bắc ninh|bến tre|bình định|bình dương|
bình phước|bình thuận|cà mau|cần thơ|cao bằng|đà nẵng|đắk lắk|đắc lắc|đắk nông|đắc nông|điện biên|
đồng nai|đồng tháp|gia lai|hà giang|hà nam|hà tĩnh|hải dương|hải phòng|hậu giang|hòa bình|
hồ chí minh|hcm|hưng yên|khánh hòa|kiên giang|kon tum|lai châu|lâm đồng|lạng sơn|lào cai|long an|
nam định|nghệ an|ninh bình|ninh thuận|phú thọ|phú yên|quảng bình|quảng nam|quảng ngãi|quảng ninh|
quảng trị|sóc trăng|sơn la|tây ninh|thái bình|thái nguyên|thanh hóa|thừa thiên huế|huế|tiền giang|
trà vinh|tuyên quang|vĩnh long|vĩnh phúc|yên bái|sài gòn|vũng tàu
"""
_TOWNS = """
văn giang|văn lâm|mỹ hào|khoái châu|phố nối|từ sơn|tiên du|yên phong|quế võ|thuận thành|gia bình|
lương tài|phủ lý|duy tiên|kim bảng|thanh liêm|lý nhân|bình lục|đồng văn|lương sơn|kim bôi|vĩnh yên|
phúc yên|bình xuyên|vĩnh tường|việt trì|phổ yên|sông công|hạ long|uông bí|cẩm phả|móng cái|
đông triều|chí linh|kinh môn|việt yên|lạng giang|tam điệp|sầm sơn|bỉm sơn|nghi sơn|cửa lò|đồng hới|
đông hà|hội an|tam kỳ|quy nhơn|tuy hòa|nha trang|cam ranh|phan thiết|đà lạt|bảo lộc|buôn ma thuột|
tam đảo|đại lải|cát bà|mộc châu|sa pa|sapa|đồ sơn|pleiku|
biên hòa|long khánh|thủ dầu một|dĩ an|bến cát|tân uyên|mỹ tho|tân an|cao lãnh|sa đéc|
long xuyên|châu đốc|rạch giá|phú quốc|vị thanh|thủ đức
"""
"""Towns and districts of other provinces; none is also a ward, a commune or a street of Hanoi."""
_NAMES_OF_TOWNS = "|".join(map(folded, _TOWNS.split("|")))
_A_TOWN = re.compile(rf"(?:thanh pho|tp|thi xa|huyen)? ?(?:{_NAMES_OF_TOWNS})")
_NAMES = "|".join(sorted(map(folded, _PROVINCES.split("|")), key=len, reverse=True))
_CALLED = re.compile(rf"\b(?:tinh|thanh pho|tp) ?(?:{_NAMES})\b")
_ALONE = re.compile(rf"(?:thanh pho|tp|tinh)? ?(?:{_NAMES})(?: viet nam| vn)?")
_COUNTRIES = """
hàn quốc|nhật bản|trung quốc|đài loan|thái lan|singapore|malaysia|indonesia|philippines|campuchia|
ấn độ|hoa kỳ|cộng hòa séc|ba lan|hà lan|liên bang nga|canada|australia|hồng kông|nước ngoài
"""
_A_COUNTRY = re.compile(
    "(?:tai |o |sang )?(?:" + "|".join(map(folded, _COUNTRIES.split("|"))) + ")"
)
_ELSEWHERE = re.compile(r"\b(?:tinh|thanh pho|tp) khac\b|\bngoai (?:tinh|thanh pho|ha noi)\b")
_OFFICES = "|".join(map(folded, OFFICES_OF_THE_STATE.split("|")))
_OF_AN_OFFICE = re.compile(
    rf"(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|{_OFFICES})\b.*\b(?:{_NAMES})"
)
_AT = re.compile(
    rf"\btai (?:(?:tinh|thanh pho|tp|nha may|co so|chi nhanh|xuong|kho|van phong|dia ban) )*"
    rf"(?:{_NAMES})\b(?! duong\b)"
)
_IN = re.compile(r"(?<!\w)(?:ở|đóng tại|từ tỉnh)(?!\w)")
"""What stands before the place where a thing is, in words that are folded afterwards."""
_OF_A_HOUSE = re.compile(r"^số(?!\w)")
"""The number of a house; without accents it is like the word for an office."""
_OF_A_BRANCH = re.compile(
    rf".*\b(?:(?:cn|chi nhanh|vpdd|nha may) (?:tai )?|"
    rf"(?:kcn|ccn|khu cong nghiep|cum cong nghiep)(?: [a-z0-9]+){{0,3}} )"
    rf"(?:{_NAMES}|{_NAMES_OF_TOWNS})"
)
_DISTRICTS = """
ba dinh|hoan kiem|hai ba trung|dong da|tay ho|cau giay|thanh xuan|hoang mai|long bien|ha dong|
nam tu liem|bac tu liem|tu liem|son tay|ba vi|chuong my|dan phuong|dong anh|gia lam|hoai duc|
me linh|my duc|phu xuyen|phuc tho|quoc oai|soc son|thach that|thanh oai|thanh tri|thuong tin|
ung hoa|ha noi|hn|giao luu
"""
_OF_HANOI = re.compile("(?:" + "|".join(map(folded, _DISTRICTS.split("|"))) + r")\b")
_OF_A_DISTRICT = re.compile(
    r"(?<!\w)(?:(?i:quận|huyện|thị xã|thành phố|quan|huyen|thi xa|thanh pho|tp|tx)[.\s]\s*|"
    r"[QH]\.\s*)"
    r"(?=[A-ZĐÀ-Ỹ]|[0-9]{1,2}(?![0-9]))([^,;()\n]+)"
)
"""A district, a town or a city, with its name."""
_PARTS = re.compile(r"[,;()\[\]\n›]|\s[-–—]\s|\s[-–—]|[-–—]\s|\.\s")
_OF_ORIGIN = re.compile(
    r".*\b(?:que quan|noi sinh|nguyen quan|ho khau|thuong tru|noi cap|noi dang ky|thi truong|"
    r"dan toc|noi o|cho o)\b.*"
)
"""Headings under which another province says nothing about where the record belongs."""

GATE_OF_PROVINCES = Gate(_IN, folded=[_CALLED, _ELSEWHERE, _AT, whole(_OF_AN_OFFICE)])
_GATE_OF_PLACES = Gate(
    _OF_A_DISTRICT, folded=[*map(whole, (_ALONE, _A_TOWN, _A_COUNTRY, _OF_A_BRANCH))]
)


@lru_cache(maxsize=4096)
def names_another_province(text: str) -> bool:
    """Tell whether a text says that it is about another province, or an office of one.

    >>> texts = ("UBND TỈNH BẮC NINH", "Sở Công Thương Hải Dương", "Số 5 phố Huế", "Gạch Vĩnh Phúc")
    >>> [names_another_province(each) for each in texts]
    [True, True, False, False]

    Args:
        text: the text.
    """
    if names_a_unit_elsewhere(text):
        return True
    spelled = spelled_out(text)
    if GATE_OF_PROVINCES.is_closed(spelled):
        return False
    words = folded(spelled)
    if _CALLED.search(words) or _ELSEWHERE.search(words):
        return True
    if _AT.search(folded(_IN.sub("tại", lowered(text)))):
        return True
    return _OF_AN_OFFICE.fullmatch(folded(_OF_A_HOUSE.sub("", lowered(text)))) is not None


@lru_cache(maxsize=4096)
def is_in_another_province(text: str) -> bool:
    """Tell whether a place, an address or a tail is in another province.

    >>> texts = ("KCN Quế Võ, Bắc Ninh", "số 5 phố Huế, Hà Nội", "CN Hải Dương", "Hà Nội")
    >>> [is_in_another_province(each) for each in texts]
    [True, False, True, False]
    >>> is_in_another_province("TP Hạ Long"), is_in_another_province("huyện Gia Lâm")
    (True, False)

    Args:
        text: the text.
    """
    if names_another_province(text):
        return True
    if _GATE_OF_PLACES.is_closed(text):
        return False
    if any(map(_is_elsewhere, _PARTS.split(text))):
        return True
    districts = _OF_A_DISTRICT.findall(normal("NFC", text))
    return not all(_OF_HANOI.match(folded(name)) for name in districts)


@lru_cache(maxsize=4096)
def names_several_places(text: str) -> bool:
    """Tell whether a place is several districts, “Ba Đình, Hoàn Kiếm”, or was changed: “A → B”.

    Args:
        text: the place.
    """
    if "→" in text:
        return True
    parts = (folded(part) for part in _BETWEEN_PLACES.split(text.lower()))
    names = (_A_DISTRICT.fullmatch(part) for part in parts)
    districts = frozenset(name[1] for name in names if name is not None)
    return len(districts) > 1 and districts != _WARD_IN_A_DISTRICT


_BETWEEN_PLACES = re.compile(r"[,;/+&\n]|[-–—=]*[>→]|\s[-–—]\s|\b(?:và|sang|chuyển)\b")
_A_DISTRICT = re.compile(
    r"(?:quan |huyen |thi xa )?("
    + "|".join(sorted(set(map(folded, _DISTRICTS.split("|"))) - {"ha noi", "hn", "giao luu"}))
    + ")"
)
_WARD_IN_A_DISTRICT = frozenset({"thanh tri", "hoang mai"})
"""A ward that has the name of another district."""


@lru_cache(maxsize=4096)
def ends_in_a_province(content: str) -> bool:
    """Tell whether a content ends with the name of a province: “Tập huấn 5S Bắc Ninh”.

    Args:
        content: what was taught or advised; a street may have such a name in an address.
    """
    words = folded(content)
    found = _AT_THE_END.search(words)
    if found is None:
        return is_a_province(content)
    return _STREET.search(words[: found.start()]) is None


_AT_THE_END = re.compile(rf"(?<=\w) (?:{_NAMES})$")
_STREET = re.compile(r"\b(?:pho|duong)$")


def is_a_province(part: str) -> bool:
    """Tell whether a part of a text is nothing but the name of a province.

    Args:
        part: the part.
    """
    return _ALONE.fullmatch(folded(part)) is not None


def _is_elsewhere(part: str) -> bool:
    """Tell whether a part of an address is another province, a town there, or a branch there."""
    words = folded(part)
    if is_a_province(part) or _A_TOWN.fullmatch(words) or _A_COUNTRY.fullmatch(words):
        return True
    return _OF_A_BRANCH.fullmatch(words) is not None


@lru_cache(maxsize=1024)
def may_be_elsewhere(heading: str) -> bool:
    """Tell whether cells beneath a heading may name any province: a birthplace, a market.

    Args:
        heading: the heading.
    """
    return _OF_ORIGIN.fullmatch(lowest(heading)) is not None
