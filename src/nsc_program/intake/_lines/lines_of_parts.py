"""Find the lines that say that a list is only a part of what a claim of completeness is about.

A list of one batch, page, ward, industry or standard leaves out what the other parts hold.
"""

import re
from collections.abc import Iterable, Iterator

from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake._words.named_periods import without_references
from nsc_program.intake._words.reported import names_a_district
from nsc_program.intake._words.words import folded

_NUMBER = r"(?:[0-9]{1,2}|[ivx]{1,4}|[a-d]|mot|hai|ba|bon|nam|nhat|dau|cuoi)"
_PART = re.compile(
    rf"\b(?:dot|lan|phan|tap|quyen|ky|part|batch)(?: thu)?(?: so)? {_NUMBER}\b(?! [0-9])|"
    r"\b(?:dot|phan)[0-9]{1,2}\b|"
    r"\b(?:trang|to|page)(?: so)? (?!([0-9]+) (?:of )?\1\b)[0-9]+ (?:of )?[0-9]+\b"
)
"""One of several parts: “đợt 2”, “phần I”, “trang 1/3”."""
_INDUSTRY = re.compile(
    r"(?<!\bso )(?<!\bbo )(?<!\bcac )(?<!\bban )(?<!\btheo )(?<!\btoan )(?<!\bda )(?<!\blien )"
    r"\b(?:nganh|linh vuc|khoi)(?! (?:nghe|va|ban|nganh|hoat dong|nang suat|tieu chuan|"
    r"khoa hoc)\b) [a-z]+"
)
"""One industry: “ngành cơ khí”."""
_ENTERPRISES = re.compile(
    r"\b(?:doanh nghiep|dn) (?:nha nuoc|tu nhan|fdi|co von|dau tu nuoc ngoai|nho va vua|vua va nho|"
    r"sieu nho|lon|thuc pham|lang nghe|det|det may|may mac|da giay|go|nhua|co khi|dien|dien tu|"
    r"che bien|che tao|xuat khau|nong nghiep|cong nghiep|thuong mai|dich vu|xay dung|co phan)\b"
)
"""Enterprises of one kind or trade: “DN FDI”, “doanh nghiệp làng nghề”."""
_NORM = re.compile(
    r"\b(?:iso|iec|tcvn|haccp|gmp|5s|kaizen|lean|tpm|kpis?|tqm|mfca|six sigma|brc|fssc|iatf|"
    r"vietgap|globalgap|halal)\b"
)
"""One standard or tool: “ISO 9001”."""


def of_parts(lines: Iterable[UnreadLine]) -> Iterator[UnreadLine]:
    """Give the lines that say that a list is one of several parts.

    Args:
        lines: the lines above and below the rows, and on other sheets.
    """
    return (line.because(Why.PART_OF_CLAIM) for line in lines if is_of_a_part(line.text))


def is_of_a_part(line: str) -> bool:
    """Tell whether a line says that a list is one of several parts.

    >>> lines = ("DANH SÁCH NĂM 2024 (ĐỢT 2)", "Trang 1/3", "PHƯỜNG HÀ ĐÔNG", "Danh sách năm 2024")
    >>> [is_of_a_part(line) for line in lines]
    [True, True, True, False]

    Args:
        line: the line.
    """
    words = folded(without_references(line))
    is_a_part = any(part.search(words) for part in (_PART, _INDUSTRY, _ENTERPRISES, _NORM))
    return is_a_part or names_a_district(line)
