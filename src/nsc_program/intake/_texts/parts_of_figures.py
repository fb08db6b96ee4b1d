"""Tell unread cells that may say that a reported figure is of a part of the city only.

A figure beside a ward, a branch of industry, an enterprise or a product may be the figure of that
part. Such descriptions have no end. So the closed set is that of what leaves a figure as it is:
numbers of rows and papers, sources, the people and the offices of the city that report, and words
for the whole city.
"""

import re
from functools import lru_cache

from nsc_program.intake._cells.verdicts import is_remark
from nsc_program.intake._headings.answers import asks_every_row, has_answers
from nsc_program.intake._headings.headings import BELOW
from nsc_program.intake._headings.ordinary import holds_papers, is_ordinary
from nsc_program.intake._states.remarks import names_a_part
from nsc_program.intake._texts.issuers import may_decide
from nsc_program.intake._words.neutral_headings import without_bracket
from nsc_program.intake._words.words import folded, lowest

_WORKS = (
    r"(?:lap|nhap|nhap lieu|cap nhat|bao cao|tong hop|theo doi|phu trach|ky|trinh bay|lien he|"
    r"cung cap|dau moi)"
)
_PEOPLE = re.compile(
    rf"(?:nguoi|can bo|chuyen vien|lanh dao)(?: {_WORKS})+(?: bieu| so lieu| bao cao)?|ke toan|"
    r"dau moi(?: lien he)?|"
    r"(?:(?:so )?dien thoai|dtdd|di dong|sdt|dt|email|e mail|fax|zalo|website|chuc vu|chuc danh|"
    r"ho ten|ho va ten)(?: .*)?|contact|contact person|phone|position"
)
"""The people who report a figure, and how to reach them."""
_OFFICES = re.compile(
    r"(?:(?:ten )?(?:don vi|co quan|to chuc|phong|phong ban|bo phan)(?: chuyen mon)?"
    r"(?: (?:thuc hien|trien khai|chu tri|phoi hop|quan ly|chu quan|ban hanh|cap|to chuc))?"
    rf"(?: {_WORKS})*|noi cap|phong, ban)"
)
"""The offices that report a figure, which have to be the city or its offices."""
_SOURCES = re.compile(
    r"(?:so )?(?:stt|tt|thu tu|dong|trang|to|ma|ma so|ma hs|ma ho so|ky hieu|vao so|luu)|no|id|"
    r"guid|uuid|so (?:tt|hs|bao cao|hieu|ky hieu)|so va ky hieu(?: van ban| bao cao)?|tai lieu|anh|"
    r"ma (?:chi tieu|bao cao|bieu|qr|vach)|(?:ten )?(?:file|tep)(?: dinh kem)?|tu khoa|duong dan|"
    r"duong link|link(?: bai viet)?|lien ket|nguon (?:tin|thong tin|so lieu|du lieu)|code|number|"
    r"serial number|record|reference"
)
"""The numbers of rows, and where a figure was taken from."""
_WHOLE = re.compile(
    r"(?:(?:toan|ca|tong|chung|tat ca|cap)(?: (?:bo|the|cong|so))? ?)*"
    r"(?:(?:cac )?(?:xa phuong|phuong xa|quan huyen|dia ban|nganh|linh vuc|doanh nghiep|san pham))?"
    r"(?: ?(?:cua|tren|thuoc)(?: dia ban)?)?(?: ?(?:toan )?(?:thanh pho|tp|tphn))?"
    r"(?: ?(?:ha noi|hn))?(?: viet nam)?"
)
"""The whole city, in the words of any column: “Toàn thành phố”, “Tất cả các ngành”."""
_ALL_OF = re.compile(r"\b(?:toan|ca|tong|chung|tat ca|thanh pho|tp|tphn|ha noi)\b")


def may_limit_a_figure(heading: str, text: str) -> bool:
    """Tell whether an unread cell may name the part of the city that a reported figure is of.

    Args:
        heading: the heading of the cell.
        text: the text of the cell.
    """
    if _is_of_the_whole(text) or _is_of_size(heading, text):
        return False
    if is_remark(heading):
        return names_a_part(text)
    return _asks_for_a_part(heading) and not _is_of_the_city(heading, text)


def _is_of_the_whole(text: str) -> bool:
    """Tell whether a text names the whole city."""
    words = folded(text)
    return _WHOLE.fullmatch(words) is not None and _ALL_OF.search(words) is not None


_SIZES = re.compile(
    r"(?:so|trong do|tong|ty le|muc|nam|nu|doanh thu|doanh so|von|loi nhuan|lao dong|san luong|"
    r"cong suat|dien tich|nang suat)\b.*"
)
"""Headings beneath which a number is a size, and not the number of a group or a ward."""


def _is_of_size(heading: str, text: str) -> bool:
    """Tell whether a number without words stands beneath a heading of sizes."""
    return not any(map(str.isalpha, text)) and _SIZES.fullmatch(_asked(heading)) is not None


def _asked(heading: str) -> str:
    """Return the words right above the cells, without a bracket behind them."""
    return lowest(without_bracket(heading.rpartition(BELOW)[2]))


@lru_cache(maxsize=1024)
def _asks_for_a_part(heading: str) -> bool:
    """Tell whether a heading is one of names and descriptions, which no other rule judges."""
    is_described = is_ordinary(heading) or (has_answers(heading) and not asks_every_row(heading))
    words = _asked(heading)
    is_harmless = holds_papers(heading) or _PEOPLE.fullmatch(words) or _SOURCES.fullmatch(words)
    return is_described and not is_harmless


def _is_of_the_city(heading: str, text: str) -> bool:
    """Tell whether the city or one of its offices stands beneath a heading of offices."""
    return _OFFICES.fullmatch(_asked(heading)) is not None and may_decide(text)
