"""Recognise the headings of columns that say how a record stands, or what was agreed on."""

import re
from functools import lru_cache

from nsc_program.intake._words.words import folded, lowest

_OF_A_CONTRACT = re.compile(
    r"(?:(?:thoi gian|thoi han|thong tin|tien do|ngay|noi dung|gia tri)(?: thuc hien)? )?"
    r"(?:(?:theo|tren|trong|cua|ky) )*(?:hop dong|hd|dang ky|phe duyet|duoc duyet|da duyet|"
    r"thuyet minh|de cuong|cam ket|qd|quyet dinh)"
)


def is_of_a_contract(heading: str) -> bool:
    """Tell whether a heading names what was agreed on, which need not be what happened.

    >>> [is_of_a_contract(text) for text in ("Thời gian theo hợp đồng", "Thời gian thực hiện")]
    [True, False]
    """
    return _OF_A_CONTRACT.fullmatch(folded(heading)) is not None


_ASKED = r"(?:nghiem thu|thanh ly|quyet toan|phe duyet|duyet|tham dinh|danh gia|xep loai)"
_STATE = re.compile(
    r"(?:thong tin )?(?:tinh trang|trang thai|hien trang|tien do|muc do hoan thanh|"
    r"ty le hoan thanh|nhan xet|ket luan|"
    rf"ly do|nguyen nhan|status|(?:da |da duoc |ket qua )(?:{_ASKED}|hoan thanh)|nghiem thu|"
    rf"thanh ly|xep loai)\b.*|(?:{_ASKED}|tinh hinh|danh gia chung|hop le|du dieu kien|y kien|"
    rf"state|progress|result|outcome)|(?:tinh hinh|y kien|danh gia)"
    r"(?: thuc hien| nghiem thu| ket qua| hoan thanh| tham dinh| ket qua thuc hien| cuoi khoa)|"
    r"ket qua(?: thuc hien| dao tao| hoc tap| kiem tra| xet duyet| trien khai| thuc te| ho tro|"
    r" xu ly| cuoi cung| thi| sat hach| danh gia| cuoi khoa| bao ve)?|"
    r"(?:da )?(?:hoan thanh|dat|cong nhan|xong|ket thuc)|"
    r"(?:danh gia|y kien|xac nhan|tham dinh|phe duyet|quyet dinh) cua (?!hoc vien|khach).*|"
    r"(?:bien ban|bb|ho so|hs|phieu|bao cao) ?(?:nghiem thu|nt|thanh ly|tl|hoan thanh)|"
    r"(?:khoi luong|kl|ty le|ti le|muc do|phan tram)(?: cong viec| hop dong)?(?: da)? "
    r"(?:thuc hien|hoan thanh|nghiem thu|thanh ly|giai ngan)"
)
"""Headings of columns whose cells say whether a thing took place and was accepted."""
_NO_STATE = re.compile(r"tinh trang phap ly|.*\b(?:so|ngay)")


@lru_cache(maxsize=1024)
def names_a_state(heading: str) -> bool:
    """Tell whether a heading announces a state: tình trạng, hiện trạng, nghiệm thu, kết quả.

    >>> headings = ("Tình trạng", "KẾT QUẢ", "Đã nghiệm thu", "Kết quả đạt được", "Ghi chú")
    >>> [names_a_state(heading) for heading in headings]
    [True, True, True, False, False]
    """
    words = lowest(heading)
    return _STATE.fullmatch(words) is not None and _NO_STATE.fullmatch(words) is None


_OF_A_STEP = re.compile(
    r"\b(?:du kien|ke hoach|giai doan|dot|buoc|lan|ky|phan|so bo|tam|noi bo|co so|tung phan|"
    r"theo (?:hop dong|hd|ke hoach|dang ky)|(?:den|tai|tinh den|ngay) (?:ngay )?[0-9]|[0-9]{2,}|"
    r"muc tieu|chi tieu|giua ky|cuoi ky truoc|nam truoc|ky truoc)\b"
)


@lru_cache(maxsize=1024)
def names_a_step(heading: str) -> bool:
    """Tell whether a heading announces a planned state, that of a part, or that of another day.

    >>> headings = ("Nghiệm thu giai đoạn 1", "Tình trạng (kế hoạch)", "Tình trạng đến 31/3/2025")
    >>> [names_a_step(heading) for heading in (*headings, "Tình trạng")]
    [True, True, True, False]
    """
    return names_a_state(heading) and _OF_A_STEP.search(lowest(heading)) is not None
