"""Compare the unit of a number with the unit of an indicator, and find its scale.

Money, masses, shares, persons and occasions (lượt) are different kinds, and units of different
kinds never match. Within a kind, the words of a plan are often more specific than the unit of the
indicator: “20 cán bộ” are people, “mô hình điểm” are models.
"""

import re
from enum import Enum, auto
from fractions import Fraction
from typing import TypeAlias, final

from nsc_program.values._text import Lang
from nsc_program.wording._lexicons import LEXICONS
from nsc_program.wording._numbers import number_in
from nsc_program.wording._scales import SCALES
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import fold

Words: TypeAlias = tuple[str, ...]
_ASIDE = re.compile(r"[(\[;]|,(?=\s)")


@final
class Kind(Enum):
    """The kind of thing that is counted or measured."""

    # Money, mass, length: the scale is part of the unit, and different units never match.
    MEASURE = auto()
    SHARE = auto()
    OCCASION = auto()
    PERSON = auto()
    EVENT = auto()
    TIME = auto()
    THING = auto()


def _rows(text: str) -> list[list[Words]]:
    """Return the names of each line of a table, separated by semicolons."""
    return [[words_of(name) for name in row.split(";")] for row in text.strip().split("\n")]


def words_of(text: str) -> Words:
    """Return the folded words of a noun or label, up to the first bracket, semicolon or comma."""
    return tuple(fold(word) for word in _ASIDE.split(text)[0].split())


# Each row holds the names of one thing.
_SAME: dict[Lang, list[list[Words]]] = {
    "vi": _rows(
        """
        doanh nghiệp; dn; dnnvv; doanh nghiệp nhỏ và vừa; công ty
        hợp tác xã; htx
        tổ hợp tác; tht
        hộ; hộ dân; hộ gia đình
        lớp; lớp học; lớp tập huấn; khóa; khóa học; khóa đào tạo; khóa tập huấn
        giấy chứng nhận; chứng nhận; chứng chỉ
        """
    ),
    "en": _rows(
        """
        enterprise; business; company; firm
        cooperative; co-operative
        body; organisation; organization
        course; class; training course
        """
    ),
}
_MEASURES: dict[Lang, list[list[Words]]] = {
    "vi": _rows(
        """
        đồng; vnđ; vnd; đồng việt nam
        usd; đô la mỹ; đô la; us$
        euro; eur
        tấn
        tạ
        kg; kilôgam; kilogam; ki lô gam; cân
        km; kilômét; ki lô mét; cây số
        m; mét
        ha; héc ta; hecta
        m2; m²; mét vuông
        km2; km²; kilômét vuông
        m3; m³; mét khối
        lít
        kwh
        mwh
        gwh
        kw
        mw
        """
    ),
    "en": _rows(
        """
        dong; vnd; vietnamese dong
        usd; dollar; us dollar; us$
        euro; eur
        ton; tonne
        kg; kilogram; kilogramme
        km; kilometre; kilometer
        metre; meter; m
        hectare; ha
        square metre; m2; m²
        litre; liter
        """
    ),
}
_PERSONS: dict[Lang, list[Words]] = {
    "vi": _rows(
        """
        người; cá nhân; người lao động; người dân; lao động; cán bộ; công chức; viên chức; nhân viên
        công nhân; học viên; học sinh; sinh viên; giảng viên; giáo viên; chuyên gia; chuyên viên
        kỹ sư; bác sĩ; nhà khoa học; nhân lực; thành viên; hội viên; đại biểu; nông dân
        nhà quản lý; cố vấn; tư vấn viên; kiểm định viên; dân; báo cáo viên; thanh niên; thí sinh
        trẻ em; trẻ; phụ nữ; đoàn viên; đảng viên; du khách; khách; hành khách
        """.replace("\n", ";").strip(" ;")
    )[0],
    "en": _rows(
        """
        person; people; individual; participant; trainee; official; worker; employee; student
        expert; member; trainer; teacher; engineer; consultant; visitor; farmer; manager; inhabitant
        resident
        """.replace("\n", ";").strip(" ;")
    )[0],
}
_ANYBODY: dict[Lang, list[Words]] = {
    "vi": _rows("người; cá nhân; lao động")[0],
    "en": _rows("person; individual")[0],
}
_EVENTS: dict[Lang, list[Words]] = {
    "vi": _rows(
        "cuộc; sự kiện; hội nghị; hội thảo; tọa đàm; diễn đàn; cuộc thi; hội chợ; buổi; đợt; phiên"
    )[0],
    "en": _rows("event; conference; workshop; seminar; forum; contest; fair")[0],
}
_ANY_EVENT: dict[Lang, list[Words]] = {"vi": _rows("cuộc; sự kiện")[0], "en": _rows("event")[0]}
_OCCASIONS: dict[Lang, list[Words]] = {
    "vi": _rows("lượt")[0],
    "en": _rows("participation; turn; visit; turns of; attendance")[0],
}
_TIMES: dict[Lang, list[Words]] = {
    "vi": _rows("giờ; phút; ngày; tuần; tháng; năm; ngày làm việc; giờ làm việc; quý")[0],
    "en": _rows("hour; minute; day; week; month; year; working day")[0],
}
_COUNTING: dict[Lang, tuple[Words, ...]] = {
    "vi": tuple(words_of(words) for words in ("số lượng", "tổng số", "số lượt", "số")),
    "en": tuple(words_of(words) for words in ("the number of", "number of", "total number of")),
}
_PREPOSITIONS = frozenset(
    (
        "of",
        "with",
        "in",
        "for",
        "to",
        "by",
        "that",
        "which",
        "who",
        "at",
        "from",
        "on",
        "under",
        "among",
    )
)
_PERCENT = ("%",)


# Nouns that begin like another noun but name a different thing.
_OTHERS = frozenset((words_of("cơ sở dữ liệu"), words_of("tổ chức tín dụng")))
# The fewest words of a noun that a longer noun may extend: “đơn vị” does not extend “đơn”.
_LEAST_WORDS = 2


def scale_of_unit(text: str, lang: Lang) -> tuple[Fraction, Words]:
    """Return the factor of a unit, and its noun: “tỷ đồng” is 1,000,000,000 “đồng”.

    Args:
        text: The unit as it is worded.
        lang: Its language.

    Returns:
        The factor, and the words of the noun; in English, in the singular.
    """
    words, scale = words_of(text), Fraction(1)
    while words and (words[0] in SCALES[lang] or number_in(words[0], lang)):
        scale *= SCALES[lang].get(words[0]) or number_in(words[0], lang) or 1
        words = words[1:]
    return scale, _in_singular(words) if lang == "en" else words


def _in_singular(words: Words) -> Words:
    return tuple(map(_one_of, words))


def _one_of(word: str) -> str:
    """Return an English noun in the singular."""
    if word in ("people", "persons"):
        return "person"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith("ss") and len(word) > _LEAST_WORDS
    return word[:-1] if plural else word


def head_of(words: Words, lang: Lang) -> Words:
    """Return the noun of a label without its complements.

    A Vietnamese label begins with the noun; an English noun ends before the first preposition.
    """
    if lang == "en":
        end = next((at for at, word in enumerate(words) if word in _PREPOSITIONS), len(words))
        return words[:end]
    units = LEXICONS["vi"].tags
    ends = range(min(len(words), LEXICONS["vi"].longest), 0, -1)
    return next((words[:end] for end in ends if Tag.UNIT in units.get(words[:end], ())), words)


def kind_of(noun: Words, lang: Lang) -> Kind:
    """Return the kind of a noun; `Kind.THING` if it is in none of the tables."""
    if noun == _PERCENT:
        return Kind.SHARE
    if any(noun in row for row in _MEASURES[lang]):
        return Kind.MEASURE
    named = (
        (_OCCASIONS, Kind.OCCASION),
        (_PERSONS, Kind.PERSON),
        (_EVENTS, Kind.EVENT),
        (_TIMES, Kind.TIME),
    )
    for names, kind in named:
        if any(_is_named(noun, name, lang) for name in names[lang]):
            return kind
    return Kind.THING


def _is_named(noun: Words, name: Words, lang: Lang) -> bool:
    if lang == "en":
        return noun[max(0, len(noun) - len(name)) :] == name
    return noun[:1] == name if name == ("lượt",) else head_of(noun, lang) == name


def same_thing(noun: Words, unit: Words, label: str, lang: Lang) -> bool:
    """Return whether a noun names the things that an indicator counts.

    Args:
        noun: The noun after a number of a plan.
        unit: The unit of the indicator.
        label: The label of the indicator, which may name the things too.
        lang: The language of all three.

    Returns:
        True if the noun and the unit are of one kind, and the noun matches the unit or the label.
    """
    kind = kind_of(noun, lang)
    if kind is not kind_of(unit, lang):
        return False
    if kind is Kind.MEASURE:
        return any(noun in row and unit in row for row in _MEASURES[lang])
    if kind is Kind.OCCASION and lang == "vi":
        persons, counted = noun[1:], unit[1:]
        return not persons or not counted or same_thing(persons, counted, label, lang)
    general = {Kind.PERSON: _ANYBODY, Kind.EVENT: _ANY_EVENT}.get(kind, {}).get(lang, [])
    return (
        head_of(unit, lang) in general
        or _same_noun(noun, unit, lang)
        or _is_label_of(label, noun, lang)
    )


def _same_noun(noun: Words, unit: Words, lang: Lang) -> bool:
    """Return whether two nouns name one thing, or one extends the other."""
    first, second = head_of(noun, lang), head_of(unit, lang)
    return (
        _extends(first, second, lang)
        or _extends(second, first, lang)
        or any(first in row and second in row for row in _SAME[lang])
    )


def _extends(noun: Words, name: Words, lang: Lang) -> bool:
    """Return whether a noun is a name with more words: mô hình điểm, productivity experts."""
    if noun == name or lang == "en":
        return bool(name) and noun[max(0, len(noun) - len(name)) :] == name
    return len(name) >= _LEAST_WORDS and noun[: len(name)] == name and noun not in _OTHERS


def _is_label_of(label: str, noun: Words, lang: Lang) -> bool:
    """Return whether a label names a noun: “số câu lạc bộ được thành lập”, “clubs founded”."""
    words = words_of(label)
    for counting in _COUNTING[lang]:
        words = words[len(counting) :] if words[: len(counting)] == counting else words
    if lang == "vi":
        return _same_noun(noun, words, lang)
    return _holds(head_of(_in_singular(words), lang), noun)


def _holds(words: Words, noun: Words) -> bool:
    """Return whether some words contain a noun as a run of words."""
    starts = range(len(words) - len(noun) + 1)
    return bool(noun) and any(words[at : at + len(noun)] == noun for at in starts)


def names_unit(clause: str, unit: Words, lang: Lang) -> bool:
    """Return whether a clause names a unit anywhere, for a number without a unit after it.

    Args:
        clause: The words.
        unit: The unit of the indicator. Measures and shares must stand after their number, so for
            them the answer is always false.
        lang: The language of the clause.

    Returns:
        True if the noun of the unit, or another name of the same thing, stands in the clause.
    """
    if kind_of(unit, lang) in (Kind.MEASURE, Kind.SHARE):
        return False
    words = tuple(fold(word) for word in re.findall(r"\w+", clause))
    head = head_of(unit, lang)
    names = [head, *(name for row in _SAME[lang] if head in row for name in row)]
    return any(_holds(_in_singular(words) if lang == "en" else words, name) for name in names)
