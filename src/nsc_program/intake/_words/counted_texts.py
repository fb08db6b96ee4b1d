"""Read how many things of a class a text states: “Tổng cộng: 03 doanh nghiệp”, “Gồm ba lớp”."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from nsc_program.intake._words.words import folded

_THINGS: Mapping[str, str] = {
    "Enterprise": "doanh nghiep|dn|don vi|co so|htx|hop tac xa|enterprises?",
    "Support": "doanh nghiep|dn|don vi|co so|ho so|hs|nhiem vu|enterprises?",
    "Training": "(?:lop|khoa)(?: (?:hoc|tap huan|dao tao))?|classes",
    "People": "hoc vien|nguoi|dai bieu|can bo|people|participants",
    "Expert": "chuyen gia|nguoi|ca nhan|hoc vien|experts?",
    "PilotModel": "mo hinh|mo hinh diem|doanh nghiep|dn|models?",
    "AssessmentBody": "to chuc|don vi|phong thu nghiem|bodies",
    "Dissemination": "su kien|cuoc|hoi nghi|hoi thao|events?",
}
_OF_ANY = "|".join(_THINGS.values())
_BODIES = frozenset({"doanh nghiep", "dn", "don vi", "co so", "htx", "hop tac xa", "to chuc"})
"""Words that may stand for the subjects of any class."""
_DIGITS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
_UNITS = {word: number for number, word in enumerate(_DIGITS, 1)} | {"mot": 1, "lam": 5, "tu": 4}
_IN_WORDS = rf"(?:(?:{'|'.join(_UNITS)}|muoi|tram|linh|le)\b ?)+"
_SUM = r"(?:tong so|tong cong|tong|cong chung|cong|total)(?: (?:la|co|gom|so))?"
_IS_SUM = re.compile(rf"(?:[a-z0-9]{{1,3}} )?{_SUM}\b")
_COUNTING = rf"(?:{_SUM}|bao gom|gom|gom co|danh sach(?: nay)? (?:co|gom)|co)"
_OF_ANOTHER_NUMBER = "".join(
    f"(?<!\\b{word} )"
    for word in ("nam", "quy", "thang", "dot", "bieu", "luc", "lan", "doan", "mau")
)
"""Precedes a number that counts, which is not that of a year or of an annex."""
_MOST_OF_A_TEXT = 300
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def count_in(text: str, kind: str) -> int | None:
    """Return how many things of a class a text states, or `None` if it does not state it.

    Args:
        text: the text.
        kind: the name of the class, or “People” for a list of trained people.

    >>> texts = ("DANH SÁCH 03 DN ĐƯỢC HỖ TRỢ", "Tổng: 3", "Tổng số ba doanh nghiệp", "Năm 2024")
    >>> [count_in(text, "Support") for text in texts]
    [3, 3, 3, None]
    """
    if kind not in _THINGS:
        return None
    words = folded(text[:_MOST_OF_A_TEXT])
    for pattern in _patterns(kind):
        match = pattern.search(words)
        if match is not None:
            return _number(match)
    return None


def others_in(text: str, kinds: Iterable[str]) -> Iterator[tuple[int, bool]]:
    """Give the counts of a sum that are not of the things of some classes.

    Args:
        text: the text of the sum.
        kinds: the names of the classes that are counted elsewhere.

    Yields:
        Each count, and whether it may be that of the subjects of any class.
    """
    words = folded(text[:_MOST_OF_A_TEXT])
    own = re.compile("|".join(_THINGS[kind] for kind in kinds if kind in _THINGS))
    if _IS_SUM.match(words):
        for number, thing in re.findall(rf"\b0*([0-9]{{1,6}}) (?:luot )?({_OF_ANY})\b", words):
            if own.fullmatch(thing) is None:
                yield int(number), thing in _BODIES


def counts_of_sum(text: str, kinds: Iterable[str]) -> list[int]:
    """Return all counts of the things of some classes in a sum: 5 and 4 of “05 mô hình (04 DN)”.

    Args:
        text: the text of the sum.
        kinds: the names of the classes.
    """
    words = folded(text[:_MOST_OF_A_TEXT])
    own = "|".join(_THINGS[kind] for kind in kinds if kind in _THINGS)
    if not own or _IS_SUM.match(words) is None:
        return []
    return [int(many) for many in re.findall(rf"\b0*([0-9]{{1,6}}) (?:luot )?(?:{own})\b", words)]


@cache
def _patterns(kind: str) -> tuple["re.Pattern[str]", ...]:
    """Return the patterns of texts that count the things of a class, the surest first."""
    things = rf"(?:luot )?(?:cac )?(?:{_THINGS[kind]})\b"
    number = rf"0*(?P<digits>[0-9]{{1,6}})(?: {_IN_WORDS})?"
    return (
        re.compile(rf"\b{_SUM}(?: luot)? {number}(?: luot)?$"),
        re.compile(rf"\b(?:tong so|tong|so luong|so) {things}(?: duoc ho tro)? {number}$"),
        re.compile(rf"\b{_COUNTING} {number} ?{things}"),
        re.compile(rf"\b(?:{_COUNTING}|danh sach|bang chu) (?P<words>{_IN_WORDS}) ?{things}"),
        re.compile(rf"{_OF_ANOTHER_NUMBER}\b{number} ?{things}"),
    )


def _number(match: "re.Match[str]") -> int | None:
    """Return the number of a match; `None` for a year without the word for a sum before it."""
    groups = match.groupdict()
    if groups.get("words"):
        return _of_words(groups["words"].split())
    number, is_announced = int(groups["digits"]), re.match(_COUNTING, match[0]) is not None
    is_year = _FIRST_YEAR <= number < _LAST_YEAR
    return number if is_announced or not is_year else None


def _of_words(words: list[str]) -> int:
    """Return the number that words state: “hai mươi lăm”."""
    number = last = 0
    for word in words:
        if word in ("muoi", "tram"):
            number += max(1, last) * (10 if word == "muoi" else 100)
            last = 0
        else:
            last = _UNITS.get(word, last)
    return number + last
