"""Tell a cell that does not have the form of what its heading asks for.

A telephone number has digits, an address of electronic mail has “@”, and a web page has a full stop
within it. Other words in their place may say how the row stands, and no list of such words ends.
"""

import re

from nsc_program.intake._headings.headings import BELOW
from nsc_program.intake._words.words import folded

_CONTACT = re.compile(
    r"(?:(?:so|dia chi|tai khoan|thong tin|nguoi|lien he|lien lac|co quan|ca nhan|doanh nghiep|"
    r"dn|va|cong ty|don vi|hoac)\s)*"
    r"(?:dien thoai|dt|sdt|dtdd|dd|di dong|may ban|phone|tel|mobile|hotline|fax|zalo|email|e mail|"
    r"mail|thu dien tu|hop thu|website|web|trang web|trang thong tin)\b.*"
)
_FORM = re.compile(r"\d|@|\w\.\w")
_NONE = re.compile(r"(?:(?:khong|ko|k|chua)(?: co)?|n a)?")
"""There is none, or it is not known."""
_SHARE = re.compile(r"\W*(?!100\b)\d{1,3}(?:[.,]\d+)?\s*%\W*")
"""A share alone, which may be how much of the work is done."""
_OF_SHARES = re.compile(r"\b(?:ty le|ti le|phan tram|tien do|muc|co phan|so huu|von|thue|vat)\b")


def lacks_its_form(heading: str, text: str) -> bool:
    """Tell whether a text cannot be the contact that a heading asks for, or is only a share.

    >>> [lacks_its_form("Email", text) for text in ("a@b.vn", "đã bán", "không có")]
    [False, True, False]
    >>> lacks_its_form("Địa chỉ", "50%"), lacks_its_form("Tỷ lệ", "50%")
    (True, False)

    Args:
        heading: the heading; those of several rows are joined with `BELOW`.
        text: the text of the cell.
    """
    if _SHARE.fullmatch(text) is not None:
        return _OF_SHARES.search(folded(heading)) is None and "%" not in heading
    if _FORM.search(text) is not None:
        return False
    asks_contact = _CONTACT.fullmatch(folded(heading.rpartition(BELOW)[2])) is not None
    return asks_contact and _NONE.fullmatch(folded(text)) is None
