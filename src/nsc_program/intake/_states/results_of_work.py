"""Recognise results of productivity work, whose words would otherwise say that a record ended."""

import re

from nsc_program.intake._words.words import folded

_OF_WORK = (
    r"lang phi|cong doan|thao tac|dong tac|buoc|khau|loi|sai loi|sai sot|hang|san pham|phe|"
    r"thoi gian|ton kho|thu tuc|giay to|nguyen nhan|rui ro|diem nghen|nut that|chi phi|quy trinh|"
    r"di chuyen|may|chat thai|rac|su co|tap chat|vat tu|viec|cong viec|khuyet tat|bao bi"
)
_RESULT = re.compile(
    r"(?:da |duoc |giup |nho |gop phan |co ban |tu )*(?:giam|tang|rut ngan|rut gon|cat giam|"
    r"tiet kiem|nang|cai thien|cai tien|toi uu|ty le|ti le|thoi gian|nang suat|so (?:lan|gio|loi|"
    r"vu)|san luong|thu hoi (?:duoc )?(?:von|cong no|no|nhiet|dau|dung moi|nuoc|phe|vat tu|bui)|"
    rf"(?:dung|ngung) (?:su dung|dung)|(?:loai bo|loai tru|loai|xoa bo|xoa|huy bo|huy|bo)"
    rf"(?: (?:\d+|cac|nhung|het|han|bot|hoan toan|duoc))* (?:{_OF_WORK})|"
    r"(?:dung|ngung) (?:may|chuyen|day chuyen|lo|thiet bi))\b"
)
"""Begins a result of productivity work: “Đã rút ngắn thời gian”, “Loại bỏ lãng phí”."""
_OF_A_RECORD = re.compile(
    r"\b(?:hop dong|hd|ho so|hs|dn|doanh nghiep|cty|cong ty|nhiem vu|ho tro|nghiem thu|kinh phi|kp|"
    r"hoan thanh|tham gia|thuc hien|quyet dinh|phe duyet|duyet|du kien|ke hoach|gia han|"
    r"chung nhan)\b"
)


def is_result(text: str) -> bool:
    """Tell whether a text is a result of productivity work, and does not speak of its record.

    >>> results = ("Loại bỏ lãng phí", "Thu hồi vốn sau 6 tháng", "Loại bỏ", "Thu hồi giấy")
    >>> [is_result(text) for text in results]
    [True, True, False, False]
    """
    words = folded(text)
    return _RESULT.match(words) is not None and _OF_A_RECORD.search(words) is None
