"""Tell whether terms, numbers and names cover a whole text, as no list of harmful words ends."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from nsc_program.intake._words.capitals import may_be_of_a_state
from nsc_program.intake._words.content_words import CONTENT
from nsc_program.intake._words.offices import NAMED_OFFICES, OFFICES_OF_THE_STATE
from nsc_program.intake._words.plain_words import (
    COMMITTEES,
    FIELDS_OF_OFFICES,
    MIDDLE_NAMES,
    OF_THE_WHOLE,
    PLACES,
    SURNAMES,
    SYLLABLES_OF_PLACES,
    TERMS,
)
from nsc_program.intake._words.words import folded, normal

Words: TypeAlias = tuple[str, ...]
_Terms: TypeAlias = Mapping[str, tuple[Words, ...]]
"""Terms by their first word."""

_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)+|[^\W_]+")
_DOCUMENT = re.compile(
    r"[\d….]*\s*/(?!TTr|GM|ĐN)(?:\d{4}/)?[A-ZĐƯ]{1,10}[a-z]?(?:[-.&][A-ZĐƯa-z]{1,10}){0,4}(?!\w)"
)
"""The number and the sign of a document: 149/KH-UBND."""
_ADDRESS = re.compile(r"\S+@\S+|https?:\S+|www\.\S+")
_NORM = re.compile(
    r"(?i:iso|iec|tcvn|qcvn|iatf|haccp|gmp|5s|kaizen|lean|tpm|vietgap|globalgap|mfca|sigma|six|"
    r"brc|fssc|astm|vilas|vicas|vlas|aoac|tqm|qms|ohsas|sa|halal)[0-9]*"
)
_NUMBER = re.compile(r"(?!0$)[0-9.,]{1,20}|[IVXLC]{1,6}|(?![kK])[A-Za-zĐđ]|0?[1-9][0-9]?[a-hA-H]")
"""A number, “2a”, or the letter of a group; “0” and “k” stand for “không” too."""
_NAMED_SHEET = re.compile(
    r"(?i:sheet|trang|pl|ds|bieu|biểu|bm|mau|mẫu|t|q|b|m|dot|đợt|nam|năm|lop|lớp|tính)[0-9]{1,4}"
)
_BEFORE_A_NUMBER = re.compile(
    r"(?i:ngày|ngay|mẫu|mau)(?=\s*(?:[\d….…_/]|(?i:tháng|thang)))|"
    r"(?i:(?:(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|linh|lẻ)\s+)*"
    r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm)"
    r"(?=\s*\)|\s+(?:doanh nghiệp|dn|lượt|lớp|khóa|khoá|hồ sơ|mô hình|tổ chức|người|học viên|"
    r"chuyên gia|sự kiện|đơn vị|cơ sở|nghìn|triệu|tỷ|đồng)(?!\w)))"
)
"""Words that are harmless before a number or a count: “ngày 5”, but not “ngày hoàn thành”."""
_CUT = re.compile(r"\.\.|…")
_MOST_OF_A_NAME = 8
_MOST_OF_A_COMMUNE = 3
_NO_NAMES = frozenset(
    folded(
        "không chưa hủy dừng ngừng chờ đợi đang dự kiến kế hoạch rút hết tạm loại thêm bỏ sung "
        "điều chỉnh cần xin đề nghị nhập thu hồi sai ngoài sẽ mới cũ chuyển hoãn"
    ).split()
)
"""Words that are not taken for the name of a commune that is not known."""
_NOUNS = frozenset({"ho so", "ly do", "luu y", "ha noi"})
_REACHED = frozenset({(), ("đt",), ("sđt",), ("dt",), ("sdt",), ("điện",), ("email",), ("tel",)})
"""What follows the name of a person: nothing, or how to reach the person."""
_FEWEST_OF_A_PERSON, _MOST_OF_A_PERSON = 3, 5


_LONGEST = 600
_OF_CONTENT = "content"
"""Stands for a class whose lines are made of the words of contents."""


def is_made_of_content(part: str) -> bool:
    """Tell whether a part of a cell is made of words of contents, numbers, places and names.

    >>> is_made_of_content("bảo trì toàn diện"), is_made_of_content("đợt sau")
    (True, False)

    Args:
        part: the part.
    """
    return len(part) <= _LONGEST and is_made_of_parts(normal("NFC", part), _OF_CONTENT)


def is_made_of_parts(line: str, kind: str) -> bool:
    """Tell whether a line is made of documents, addresses, terms, numbers and names.

    Args:
        line: the line, in Unicode form NFC.
        kind: the name of the class of the records, or of contents.
    """
    rest = line
    for pattern in (_DOCUMENT, _ADDRESS, _BEFORE_A_NUMBER):
        rest = pattern.sub(" ", rest)
    words = tuple(_WORD.findall(rest))
    if not words:
        return rest != line or not _CUT.search(line)
    return _Line(words, kind).is_made_of_parts()


class _Line:
    """The words of a line, and the terms that they may be made of."""

    def __init__(self, words: Words, kind: str) -> None:
        """Fold the words as the terms are folded: of a line without accents, both have none."""
        self._words = words
        self._is_accented = not "".join(words).replace("đ", "d").replace("Đ", "D").isascii()
        self._lower = tuple(map(self._lowered, words))
        self._has_names = not all(word[0].isupper() for word in words if not word[0].isdigit())
        self._kind = kind

    def _lowered(self, word: str) -> str:
        return word.casefold() if self._is_accented else folded(word)

    def is_made_of_parts(self) -> bool:
        """Tell whether terms, numbers and names cover all words."""
        reached = {0}
        for start in range(len(self._words)):
            if start in reached:
                reached.update(self._ends(start))
        return len(self._words) in reached

    def _ends(self, start: int) -> Iterator[int]:
        """Give the places at which a part that begins at a place may end."""
        word = self._words[start]
        if any(each.fullmatch(word) for each in (_NUMBER, _NORM, _NAMED_SHEET)):
            yield start + 1
        yield from self._ends_of_terms(start, self._terms(TERMS.get(self._kind, CONTENT)))
        if self._kind not in OF_THE_WHOLE:
            for end in self._ends_of_terms(start, self._terms(PLACES)):
                yield from self._ends_of_a_name(end, self._syllables(SYLLABLES_OF_PLACES))
        for end in self._ends_of_terms(start, self._terms(NAMED_OFFICES)):
            yield from self._ends_of_a_name(end, frozenset())
        yield from self._ends_of_offices(start)
        yield from self._ends_of_a_person(start)
        if self._kind == _OF_CONTENT and self._may_name(word):
            yield start + 1

    def _may_name(self, word: str) -> bool:
        """Tell whether a word with a capital, among others without one, is not of a state."""
        return self._has_names and word[0].isupper() and not may_be_of_a_state(word)

    def _ends_of_offices(self, start: int) -> Iterator[int]:
        """Give the ends of the names of offices that begin at a place."""
        fields = self._terms(FIELDS_OF_OFFICES)
        heads = set(self._ends_of_terms(start, self._terms(OFFICES_OF_THE_STATE)))
        reached = {*heads} if start == 0 else set()
        for end in range(len(self._words)):
            if end in reached:
                reached.update(self._ends_of_terms(end, fields))
        yield from reached - heads
        for committee in self._ends_of_terms(start, self._terms(COMMITTEES)):
            for end in self._ends_of_terms(committee, self._terms(PLACES)):
                yield from self._ends_of_a_commune(end)

    def _ends_of_a_commune(self, start: int) -> Iterator[int]:
        """Give the ends of the name of a commune: a few words that say nothing about rows."""
        for end in range(start, min(start + _MOST_OF_A_COMMUNE, len(self._words))):
            if folded(self._words[end]) in _NO_NAMES or not self._words[end].isalpha():
                return
            yield end + 1

    def _ends_of_a_person(self, start: int) -> Iterator[int]:
        """Give the end of the name of a person: of the line, or before a telephone number."""
        for end in range(start + 1, len(self._words) + 1):
            if self._lower[end : end + 1] in _REACHED and self._is_a_person(start, end):
                yield end

    def _is_a_person(self, start: int, end: int) -> bool:
        """Tell whether words are the name of a person, of three to five words."""
        name = self._words[start:end]
        is_long_enough = _FEWEST_OF_A_PERSON <= len(name) <= _MOST_OF_A_PERSON
        is_name = all(word[0].isupper() for word in name) and self._may_be_loud(name)
        is_surname = self._lower[start] in self._syllables(SURNAMES)
        return is_long_enough and is_name and is_surname and not self._is_a_noun(start)

    def _may_be_loud(self, name: Words) -> bool:
        """Tell whether a name is not in capitals only, or has a usual second word."""
        second = self._lowered(name[1]) if len(name) > 1 else ""
        return not "".join(name).isupper() or second in self._syllables(MIDDLE_NAMES)

    def _is_a_noun(self, start: int) -> bool:
        """Tell whether a word that is like a surname is a part of “hồ sơ” or the like."""
        return folded(" ".join(self._words[start : start + 2])) in _NOUNS

    def _terms(self, listed: str) -> _Terms:
        return _by_first_word(listed, accented=self._is_accented)

    def _syllables(self, listed: str) -> frozenset[str]:
        return _syllables(listed, accented=self._is_accented)

    def _ends_of_terms(self, start: int, terms: _Terms) -> Iterator[int]:
        """Give the ends of the terms that begin at a place; none at the end of the line."""
        if start == len(self._words):
            return
        for term in terms.get(self._lower[start], ()):
            if self._lower[start : start + len(term)] == term:
                yield start + len(term)

    def _ends_of_a_name(self, start: int, known: frozenset[str]) -> Iterator[int]:
        """Give the ends of a name: known syllables, or words with a capital each.

        In a line in which every word has a capital, such words need not be names.
        """
        for end in range(start, min(start + _MOST_OF_A_NAME, len(self._words))):
            word = self._words[end]
            is_of_a_name = self._has_names and word[0].isupper()
            if not is_of_a_name and self._lower[end] not in known:
                return
            yield end + 1


@cache
def _by_first_word(listed: str, *, accented: bool) -> _Terms:
    """Return the terms of a list, by their first word."""
    found: dict[str, set[Words]] = {}
    for term in re.split(r"[|\n]+", listed):
        words = tuple((term.casefold() if accented else folded(term)).split())
        if words:
            found.setdefault(words[0], set()).add(words)
    return {first: tuple(terms) for first, terms in found.items()}


@cache
def _syllables(listed: str, *, accented: bool) -> frozenset[str]:
    """Return the syllables of a list."""
    return frozenset((listed if accented else folded(listed)).split())
