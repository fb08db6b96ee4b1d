"""Tell whether an office that decided is the city of Hanoi or one of its offices.

A record counts for the city. Where no column says whose it is, a decision of a ministry, of another
province or of an enterprise says so.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from nsc_program.intake._headings.columns import Values
from nsc_program.intake._words.gates import Gate
from nsc_program.intake._words.provinces import is_in_another_province
from nsc_program.intake._words.words import folded, lowered, lowest
from nsc_program.records._enumerations import Level, Scope

_OF_THE_CITY: Mapping[str, tuple[str, object]] = {
    "Support": ("level", Level.CITY),
    "PilotModel": ("scope", Scope.CITY),
}
"""The classes that have a field for whose a record is, with the field and its value."""
_CITY = r"(?: (?:thanh pho|tp)?(?: ?(?:ha noi|hn))?)?"
_ISSUERS = re.compile(
    rf"(?:(?:pho )?chu tich |(?:pho )?giam doc |lanh dao |(?:pho )?chi cuc truong )*"
    rf"(?:(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|thanh uy){_CITY}|ubnd ?tphn|tphn|"
    r"(?:thanh pho|tp)(?: ha noi)?|ha noi|so\b.*|s[a-z]{2,5}|chi cuc\b.*|"
    r"van phong (?:ubnd|uy ban).*|ban quan ly (?:cac )?(?:khu|cum)\b.*|thanh tra (?:so|"
    r"thanh pho).*|"
    r"hoi dong (?:nghiem thu|xet|tham dinh|khoa hoc|thi dua|danh gia|cong nhan)\b.*)"
)
"""The offices of Hanoi that may decide."""
_CODE = re.compile(r"(?i:qđ|qd|nq)\s?[-.–]\s?([A-ZĐƯa-zđư]+(?:[&.][A-ZĐƯa-zđư]+)*)")
_CODES = re.compile(
    r"(?:ct|vp|vpubnd)?ubnd(?:tp|hn)?|hdnd|ub|ubtp|tu|s(?!ample)[a-z&.]{2,8}|cc[a-z]{1,6}|"
    r"bql[a-z]*|sample|mau"
)
"""The signs of their decisions, and those of decisions that are made up."""
_ASKED = re.compile(
    r"(?:ten )?(?:co quan|don vi|cap|to chuc|noi) (?:da )?(?:ban hanh|ra|ky)?(?: ?(?:quyet dinh|"
    r"qd))?"
    r"(?: ?(?:cong nhan|phe duyet|giao|cap))?(?: ?(?:mo hinh|qd|quyet dinh))?"
)
_OF = re.compile(r"\bcủa\s+([^,;()]+)")
_HEAD = re.compile(r"(?:tổng )?giám đốc|(?:phó )?chủ tịch|hội đồng quản trị")
_OF_A_COMPANY = re.compile(
    r"^(?:quyết định|qđ)\b(?=[^,;]*[0-9])[^,;]*\bcủa (?:công ty|cty|doanh nghiệp|dn|htx)\b"
)
"""The head of a body, or a company, that decided."""
_NO_ISSUER = re.compile(r"(?:mo hinh|doanh nghiep|dn|cong ty|htx|don vi)\b(?!.*\b(?:giam doc)\b).*")
_LEVEL = re.compile(
    r"(?<!cung )(?<!nâng )(?<!trung )(?<!sơ )(?<!cao )\bcấp (?:bộ(?! chứng| tài| công| tiêu)|"
    r"quốc gia|nhà nước|trung ương|tw|ngành|vùng|xã|phường|quận|huyện|thị xã|cơ sở(?! dữ)|"
    r"tập đoàn|công ty|toàn quốc)\b"
)
"""A level other than that of the city."""
GATE = Gate(_LEVEL, _CODE)


def is_for_the_city(kind: str, values: Values) -> bool:
    """Tell whether a row counts for the city because its level or scope says so, or is not named.

    Args:
        kind: the name of the class of the records.
        values: the values of the row, by the names of columns.
    """
    name, city = _OF_THE_CITY.get(kind, ("", None))
    return bool(name) and values.get(name, city) == city


@lru_cache(maxsize=4096)
def is_decided_elsewhere(heading: str, text: str) -> bool:
    """Tell whether a text names a level, or an office that decides, which is not of the city.

    >>> texts = ("12/QĐ-BKHCN", "12/QĐ-UBND", "12/QĐ-CT của Giám đốc Công ty A", "Mô hình cấp xã")
    >>> [is_decided_elsewhere("Quyết định", each) for each in texts]
    [True, False, True, True]
    >>> is_decided_elsewhere("Cơ quan ban hành", "UBND Thành phố")
    False

    Args:
        heading: the heading of the text.
        text: the text.
    """
    is_open = not GATE.is_closed(text)
    if is_open and (_LEVEL.search(lowered(text)) or not _has_codes_of_the_city(text)):
        return True
    if is_issuer(heading):
        return not may_decide(text)
    owners = _OF.findall(lowered(text))
    if is_open and _CODE.search(text) is not None:
        return not all(map(_may_be_of, owners))
    if _OF_A_COMPANY.search(lowered(text)):
        return True
    return any(_HEAD.match(owner) and not may_decide(owner) for owner in owners)


def _has_codes_of_the_city(text: str) -> bool:
    """Tell whether all signs of decisions in a text are those of offices of the city."""
    return all(map(_is_a_code, _CODE.findall(text)))


def is_issuer(heading: str) -> bool:
    """Tell whether a heading asks for the office that decided.

    Args:
        heading: the heading.
    """
    words, above = lowest(heading), folded(heading.rpartition("›")[0])
    if _OF_A_DECISION.search(above) is not None and _OFFICE.fullmatch(words) is not None:
        return True
    return _ASKED.fullmatch(words) is not None and words.split()[-1] in _DECIDES


_OF_A_DECISION = re.compile(r"\b(?:quyet dinh|qd|cong nhan|phe duyet)\b")
_OFFICE = re.compile(r"(?:ten )?(?:co quan|don vi|noi|cap)(?: cap)?")
"""The heading of an office, beneath one of a decision."""
_DECIDES = frozenset(["hanh", "ra", "ky", "dinh", "qd", "nhan", "duyet", "giao"])


def may_decide(office: str) -> bool:
    """Tell whether an office is the city or one of its offices.

    Args:
        office: the name of the office.
    """
    return _ISSUERS.fullmatch(folded(office)) is not None and not is_in_another_province(office)


def _may_be_of(office: str) -> bool:
    """Tell whether words behind “của” are an office that may decide, or no office at all."""
    return may_decide(office) or _NO_ISSUER.fullmatch(folded(office)) is not None


def _is_a_code(code: str) -> bool:
    """Tell whether the sign of a decision is that of an office of the city."""
    return _CODES.fullmatch(folded(code).replace(" ", "")) is not None
