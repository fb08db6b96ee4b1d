"""The names of columns: the words of headings, in one row or several, and their units."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from nsc_program.intake._headings.vocabulary import (
    ALSO,
    ENGLISH,
    FUNDING,
    HEADINGS,
    OF_DESCRIPTIONS,
    written_out,
)
from nsc_program.intake._states.states import says_planned
from nsc_program.intake._words.marks import without_marks
from nsc_program.intake._words.neutral_headings import (
    BRACKET,
    TOTALS,
    is_group,
    is_harmless,
    is_neutral,
)
from nsc_program.intake._words.units import DONG, OF_PEOPLE, ONE, Of, Unit, unit_in, without_unit
from nsc_program.intake._words.words import folded
from nsc_program.values._text import Lang

COUNTS = frozenset({"headcount", "value"})
"""The columns whose numbers may name the unit that is counted."""
BELOW = " › "
"""The separator between the headings of several rows, the upper one first."""

_MOST_PARTS = 10
"""The most parts of a heading of several rows."""
_FOOTNOTE = re.compile(
    r"(?<=[^\W\d]|[)\]])\s*(?:[¹²³⁰⁴-⁹]+|\[?\*+\]?|\(\*+\))(?=\s*(?:$|[(\[/\n]))"
)
"""The mark of a footnote after a word."""
_BETWEEN_NAMES = re.compile(r"\s*[/\n]\s*|\s+[-–|]\s+|\s*[(\[]")
"""The separators between two names of a column in one heading."""
_TWICE = 2

SUGGESTED: Mapping[Lang, str] = {"vi": "Gợi ý cho “{}”", "en": "Suggestion for “{}”"}
"""The headings of suggestions in a workbook of rows to mend."""
_SUGGESTED = re.compile("|".join(text.format(".*") for text in SUGGESTED.values()), re.DOTALL)


def is_suggested(heading: str) -> bool:
    """Tell whether a column holds suggestions of this library, which are not read.

    Args:
        heading: the heading of the column.
    """
    return _SUGGESTED.fullmatch(heading) is not None


def _listed(names: Iterable[str], table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the folded words of columns, each with the name of its column."""
    for name in names:
        for words in filter(None, map(written_out, table.get(name, "").split("|"))):
            yield words, name


@lru_cache(maxsize=64)
def _words(names: tuple[str, ...], *, also: bool) -> Mapping[str, str]:
    """Return the column of each folded heading; the first of two columns that share a heading."""
    own = {name: name for name in names}
    columns: dict[str, str] = {}
    described = OF_DESCRIPTIONS if "code" in names else {}
    for table in (own, HEADINGS, ALSO if also else {}, described):
        for words, name in _listed(names, table):
            columns.setdefault(words, name)
    return columns


@lru_cache(maxsize=2**14)
def column_of(heading: str, names: tuple[str, ...], *, also: bool = False) -> str | None:
    """Return the column that a heading stands for.

    Args:
        heading: the heading; those of several rows are joined with `BELOW`.
        names: the names of the columns to choose from.
        also: whether the words that only some tables use count too.

    Returns:
        The name of the column, or `None` unless all words of the heading are understood.

    >>> columns = ("id", "started_on", "completed_on", "certified_on")
    >>> column_of("Thời gian thực hiện › Bắt đầu", columns)
    'started_on'
    >>> column_of("Ngày hoàn thành › Thực tế", columns)
    'completed_on'
    >>> column_of("Dự kiến › Kết thúc", columns), column_of("Ngày cấp", columns)
    (None, None)
    """
    parts = parts_of(heading)
    if len(parts) > _MOST_PARTS:
        return None
    columns = set(_columns_in(parts, _words(names, also=also)))
    if "%" in heading:  # a share is never a day or a key
        columns &= COUNTS
    return columns.pop() if len(columns) == 1 else None


def parts_of(heading: str) -> list[str]:
    """Return the headings of several rows, without marks of footnotes.

    Args:
        heading: the heading, whose rows are joined with `BELOW`.
    """
    return [_FOOTNOTE.sub("", part) for part in without_marks(heading).split(BELOW)]


def _columns_in(parts: list[str], known: Mapping[str, str]) -> Iterator[str]:
    """Give the columns that neighbouring parts name, if the other parts are neutral."""
    for naming, others in _divided(parts):
        name = _named(" ".join(naming), known)
        if name is not None and _are_neutral(others, name):
            yield name


def _divided(parts: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Give all ways to choose neighbouring parts, with the other parts."""
    for first, last in combinations(range(len(parts) + 1), 2):
        yield parts[first:last], parts[:first] + parts[last:]


def _are_neutral(parts: Iterable[str], name: str) -> bool:
    """Tell whether parts of a heading leave the meaning of the others unchanged."""
    is_count = name in COUNTS
    return all(is_neutral(part, is_count=is_count) for part in parts)


def _named(text: str, known: Mapping[str, str]) -> str | None:
    """Return the column of a heading without parts that leave its meaning unchanged."""
    words = written_out(text)
    if words in known:
        return known[words]
    before, unit = without_unit(words)
    name = known.get(before, "")
    if unit is None or not takes_units(name):
        return _named_before_a_bracket(text, known) or _named_twice(text, known)
    return name if _fits(unit, name) or name.startswith(FUNDING) else None


def _named_before_a_bracket(text: str, known: Mapping[str, str]) -> str | None:
    """Return the column of a heading with a bracket that leaves its meaning unchanged."""
    before = BRACKET.sub("", text)
    name = known.get(written_out(before), "")
    if name.startswith(FUNDING) and not says_planned(text):
        return name
    within = written_out(text[len(before) :])
    is_unchanged = is_harmless(within) or known.get(within) == name
    return name if name and is_unchanged else None


def _named_twice(text: str, known: Mapping[str, str]) -> str | None:
    """Return the column of a heading that names it twice, in Vietnamese or then in English.

    Examples are “Mã số thuế/MSDN” and “Ngày hoàn thành / Completion date”.
    """
    parts = list(filter(None, map(written_out, _BETWEEN_NAMES.split(text.strip(" )]")))))
    if len(parts) != _TWICE:
        return None
    name = known.get(parts[0], "")
    is_again = known.get(parts[1]) == name or parts[1] in _english_words(name)
    return name if name and is_again else None


@cache
def _english_words(name: str) -> frozenset[str]:
    """Return the folded English words for a column."""
    return frozenset(map(written_out, ENGLISH.get(name, "").split("|")))


def is_total(heading: str) -> bool:
    """Tell whether a heading says that its numbers are the total of those beside it."""
    return any(folded(part) in TOTALS for part in heading.split(BELOW))


def is_presumed(heading: str, name: str) -> bool:
    """Tell whether a heading only probably names the column that it is read as.

    A contract is also liquidated when its work stops; with its acceptance, the work is done. And
    one person may have taken part several times (lượt).

    Args:
        heading: the heading.
        name: the name of the column that it is read as.
    """
    words = folded(heading)
    if name == "headcount":
        return "luot" in words.split()
    return name == "completed_on" and "thanh ly" in words and "nghiem thu" not in words


def takes_units(name: str) -> bool:
    """Tell whether the numbers of a column may have a unit.

    Args:
        name: the name of the column.
    """
    return name.startswith(FUNDING) or name in COUNTS


def numbered(headings: Iterable[str]) -> Mapping[str, str]:
    """Return headings that do not stand for a column, under names that are numbers from 0.

    Args:
        headings: the headings.
    """
    return {str(place): heading for place, heading in enumerate(headings)}


def says_its_unit(heading: str, name: str) -> bool:
    """Tell whether a heading names a unit, even one that is not understood.

    Args:
        heading: the heading.
        name: the name of its column.
    """
    return bool(_units(heading, name))


def unit_of(heading: str, name: str) -> Unit | None:
    """Return the unit of the numbers under a heading.

    Args:
        heading: the heading.
        name: the name of its column.

    Returns:
        The unit; đồng for money and 1 for other numbers if the heading does not name a unit; `None`
        if the heading names a unit that is not understood or does not fit the column.

    >>> unit_of("Kinh phí (triệu đồng) › NSNN", "funding.state-budget").factor
    1000000
    >>> unit_of("Kinh phí (USD)", "funding.state-budget")
    """
    units = _units(heading, name)
    if not units:
        return DONG if name.startswith(FUNDING) else ONE
    unit = units.pop() if len(units) == 1 else None
    return unit if unit is not None and _fits(unit, name) else None


def _fits(unit: Unit, name: str) -> bool:
    """Tell whether a column may have a unit: people are not classes, and money is not a thing."""
    if name == "headcount":
        return unit.of in OF_PEOPLE
    return (unit.of is Of.MONEY) == name.startswith(FUNDING)


def _units(heading: str, name: str) -> set[Unit | None]:
    """Return the units that a heading names; `None` stands for one that is not understood."""
    return {unit for part in parts_of(heading) for unit in _unit_of_part(part, name)}


def _unit_of_part(part: str, name: str) -> Iterator[Unit | None]:
    """Give the unit in the bracket of one part, or else the unit that its words end with."""
    bracket = BRACKET.search(part)
    return _unit_at_end(part, name) if bracket is None else _unit_within(bracket[0], name)


def _unit_at_end(part: str, name: str) -> Iterator[Unit]:
    """Give the unit that the words of a part end with, unless they only name the column."""
    words = written_out(part)
    unit = (None if is_group(part) else unit_in(part)) or without_unit(words)[1]
    if unit is not None and words not in _words((name,), also=True):
        yield unit


def _unit_within(bracket: str, name: str) -> Iterator[Unit | None]:
    """Give the unit in a bracket; `None` stands for a bracket that may hold another unit."""
    unit, words = unit_in(bracket), written_out(bracket)
    if unit is None and (is_harmless(words) or words in _words((name,), also=True)):
        return
    yield unit
