"""Check that a message is for people: in the words of one language, and with a remedy.

The English text does not use names of the code.
"""

import re
from collections.abc import Iterator

from attrs import fields

from nsc_program.errors import Message
from nsc_program.intake._headings.vocabulary import HEADINGS
from nsc_program.records._rejected_rows import ROWS, row_class

# Quoted text is a value, a heading or the argument of an option; an option has one name.
_AS_IT_IS = re.compile(
    r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'|(?:-o/)?--[a-z-]+|\.[a-z]+\b|https?:\S+|"
    r"Tiếng Việt|dd/mm/yyyy|yyyy-mm-dd|"
    r"\b(?:byte|Unicode|openpyxl|pip install)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:[_.-][^\W\d_]+)*")
# A syllable of Vietnamese without an accent.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
    r"(?:[aeo]o|[aeiouy]{1,3})(?:ch|nh|ng|[cmnpt])?",
    re.IGNORECASE,
)
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
        a an and as at be been but can do does for from got has have he him his in is it its
        more must no not of on one or our out so such than that the them then there these they
        this those to up was were what when which who with you your row rows sheet column cell
        cells value name names code kind level scope date day days file
        """,
    )
)
"""Words that could be a syllable of Vietnamese, and nouns for the parts of tables."""
_VIETNAMESE_TOO = frozenset(["a", "an", "cho", "do", "hay", "ho", "in", "so", "to", "theo"])
_VIETNAMESE = re.compile(r"[À-ỹĐđ]")
_TO_DO = Message(
    r"\b(?:hãy|phải|cần|chọn|chỉ ghi|lưu)\b",
    r"\b(?:write|name|choose|give|correct|save|use|remove|check|fill|keep|put|leave|paste|"
    r"format|look|split|complete|change|show|delete|restore|say|round|shorten|add|take|make|"
    r"read|create|expected|must|is missing|mend)\b",
)


def _of_code() -> Iterator[str]:
    """Yield the names of fields, columns and classes of records in the code."""
    yield from HEADINGS
    for name in ROWS:
        yield name
        yield from (each.name for each in fields(row_class(name)))


NAMES = frozenset(_of_code())


def words_of(text: str) -> list[str]:
    """Return the words of a text that are its own."""
    return _WORD.findall(_AS_IT_IS.sub(" ", text))


def is_vietnamese(word: str) -> bool:
    """Return whether a word may be Vietnamese.

    It may, if it has an accent, is an acronym, or is a syllable that is not an English word.
    """
    if _VIETNAMESE.search(word) or word.isupper():
        return True
    folded = word.casefold()
    if folded in _VIETNAMESE_TOO:
        return True
    return _SYLLABLE.fullmatch(word) is not None and folded not in _ENGLISH and word not in NAMES


def faults(message: Message, *, needs_remedy: bool = True) -> Iterator[str]:
    """Yield the reasons why a message is not for people."""
    foreign = [word for word in words_of(message.vi) if not is_vietnamese(word)]
    if foreign:
        yield f"{foreign} are not Vietnamese in {message.vi!r}"
    if not any(map(_VIETNAMESE.search, words_of(message.vi))):
        yield f"{message.vi!r} is not Vietnamese"
    if any(map(_VIETNAMESE.search, words_of(message.en))):
        yield f"{message.en!r} is not English"
    code = [word for word in words_of(message.en) if word in NAMES and not word.isalpha()]
    if code:
        yield f"{code} are names of the code in {message.en!r}"
    for said, remedy in zip(message, _TO_DO, strict=True):
        if needs_remedy and not re.search(remedy, said, re.IGNORECASE):
            yield f"{said!r} does not say what to do"
