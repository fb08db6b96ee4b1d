"""Compare the unit of a number with the unit of an indicator, and find its scale.

Money, masses, shares, persons and occasions (lượt) are different kinds, and units of different
kinds never match. Within a kind, the words of a plan are often more specific than the unit of the
indicator: “20 cán bộ” are people, “mô hình điểm” are models.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from fractions import Fraction
from itertools import takewhile
from typing import TypeAlias, final

from nsc_program.values._singular import in_singular
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
# The names of each kind, in the order in which they are compared with a noun.
_NAMES = {
    Kind.OCCASION: _OCCASIONS,
    Kind.PERSON: _PERSONS,
    Kind.EVENT: _EVENTS,
    Kind.TIME: _TIMES,
}
_GENERAL = {Kind.PERSON: _ANYBODY, Kind.EVENT: _ANY_EVENT}
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
    factor = _factor_of(words, lang)
    while factor is not None:
        words, scale = words[1:], scale * factor
        factor = _factor_of(words, lang)
    return scale, in_singular(words) if lang == "en" else words


def _factor_of(words: Words, lang: Lang) -> Fraction | None:
    """Return the factor that a unit begins with: “tỷ”, 1.000; `None` without a factor."""
    return _factor(words[0], lang) if words else None


def _factor(word: str, lang: Lang) -> Fraction | None:
    """Return the factor that a word stands for; `None` if it is not a number above zero."""
    if word in SCALES[lang]:
        return Fraction(SCALES[lang][word])
    return number_in(word, lang) or None


def head_of(words: Words, lang: Lang) -> Words:
    """Return the noun of a label without its complements.

    A Vietnamese label begins with the noun; an English noun ends before the first preposition.
    """
    if lang == "en":
        return tuple(takewhile(_is_of_noun, words))
    return next(filter(_is_unit, _beginnings(words)), words)


def _beginnings(words: Words) -> Iterator[Words]:
    """Yield the runs of words that a Vietnamese label begins with, the longest first."""
    for end in range(min(len(words), LEXICONS["vi"].longest), 0, -1):
        yield words[:end]


def _is_unit(words: Words) -> bool:
    """Return whether a Vietnamese run of words is a unit."""
    return Tag.UNIT in LEXICONS["vi"].tags.get(words, ())


def _is_of_noun(word: str) -> bool:
    """Return whether an English word is not a preposition."""
    return word not in _PREPOSITIONS


def kind_of(noun: Words, lang: Lang) -> Kind:
    """Return the kind of a noun; `Kind.THING` if it is in none of the tables."""
    if noun == _PERCENT:
        return Kind.SHARE
    if any(noun in row for row in _MEASURES[lang]):
        return Kind.MEASURE
    kinds = (kind for kind, names in _NAMES.items() if _is_one_of(noun, names[lang], lang))
    return next(kinds, Kind.THING)


def _is_one_of(noun: Words, names: list[Words], lang: Lang) -> bool:
    """Return whether a noun has one of these names."""
    return any(_is_named(noun, name, lang) for name in names)


def _is_named(noun: Words, name: Words, lang: Lang) -> bool:
    """Return whether a noun has a name; “lượt” may stand before any other noun."""
    return _ends_with(noun, name) if lang == "en" else _is_headed(noun, name)


def _is_headed(noun: Words, name: Words) -> bool:
    """Return whether a Vietnamese noun begins with a name."""
    return noun[:1] == name if name == ("lượt",) else head_of(noun, "vi") == name


def _ends_with(noun: Words, name: Words) -> bool:
    """Return whether a noun ends with the words of a name."""
    return noun[max(0, len(noun) - len(name)) :] == name


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
        return _share_a_row(noun, unit, _MEASURES[lang])
    if kind is Kind.OCCASION and lang == "vi":
        return _same_persons(noun[1:], unit[1:], label)
    general = _is_general(unit, kind, lang) or _same_noun(noun, unit, lang)
    return general or _is_label_of(label, noun, lang)


def _same_persons(persons: Words, counted: Words, label: str) -> bool:
    """Return whether the nouns after two “lượt” name the same persons, or one is left out."""
    return not persons or not counted or same_thing(persons, counted, label, "vi")


def _share_a_row(first: Words, second: Words, rows: list[list[Words]]) -> bool:
    """Return whether two names stand in one row of a table."""
    return any(first in row and second in row for row in rows)


def _is_general(unit: Words, kind: Kind, lang: Lang) -> bool:
    """Return whether a unit is a noun for every person or every event."""
    general = _GENERAL.get(kind)
    return general is not None and head_of(unit, lang) in general[lang]


def _same_noun(noun: Words, unit: Words, lang: Lang) -> bool:
    """Return whether two nouns name one thing, or one extends the other."""
    return _same_head(head_of(noun, lang), head_of(unit, lang), lang)


def _same_head(first: Words, second: Words, lang: Lang) -> bool:
    """Return the same for two nouns without their complements."""
    return (
        _extends(first, second, lang)
        or _extends(second, first, lang)
        or _share_a_row(first, second, _SAME[lang])
    )


def _extends(noun: Words, name: Words, lang: Lang) -> bool:
    """Return whether a noun is a name with more words: mô hình điểm, productivity experts."""
    if noun == name or lang == "en":
        return bool(name) and _ends_with(noun, name)
    return _goes_on(noun, name)


def _goes_on(noun: Words, name: Words) -> bool:
    """Return whether a Vietnamese noun goes on after a name of several words."""
    several = len(name) >= _LEAST_WORDS and noun not in _OTHERS
    return several and noun[: len(name)] == name


def _is_label_of(label: str, noun: Words, lang: Lang) -> bool:
    """Return whether a label names a noun: “số câu lạc bộ được thành lập”, “clubs founded”."""
    counted = _counted_by(words_of(label), lang)
    if lang == "vi":
        return _same_noun(noun, counted, lang)
    return _holds(head_of(in_singular(counted), lang), noun)


def _counted_by(words: Words, lang: Lang) -> Words:
    """Return the words of a label after “số lượng” or “the number of”."""
    for counting in _COUNTING[lang]:
        if words[: len(counting)] == counting:
            words = words[len(counting) :]
    return words


def _holds(words: Words, noun: Words) -> bool:
    """Return whether some words contain a noun as a run of words."""
    return bool(noun) and noun in _runs(words, len(noun))


def _runs(words: Words, length: int) -> Iterator[Words]:
    """Yield the runs of a number of words in a row."""
    return (words[at : at + length] for at in range(len(words) - length + 1))


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
    measured = kind_of(unit, lang) in (Kind.MEASURE, Kind.SHARE)
    return not measured and _names_thing(clause, unit, lang)


def _names_thing(clause: str, unit: Words, lang: Lang) -> bool:
    """Return whether a clause names the things that a unit counts."""
    words = _words_in(clause, lang)
    return any(_holds(words, name) for name in _names_of(head_of(unit, lang), lang))


def _words_in(clause: str, lang: Lang) -> Words:
    """Return the words of a clause; in English, in the singular."""
    words = tuple(map(fold, re.findall(r"\w+", clause)))
    return in_singular(words) if lang == "en" else words


def _names_of(head: Words, lang: Lang) -> list[Words]:
    """Return a noun and the other names of the same thing."""
    return [head, *(name for row in _SAME[lang] if head in row for name in row)]
