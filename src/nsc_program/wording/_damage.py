"""Reasons not to read a clause at all: its length, and letters that are not what they seem."""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from nsc_program.wording._reasons import MOST_CHARACTERS, MOST_NUMBERS, Reason
from nsc_program.wording._text import UNSEEN, Clause
from nsc_program.wording._values import Span, Unreadable

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\S+")
_HIDDEN = re.compile(f"[{''.join(sorted(UNSEEN))}]+")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|([A-Za-z][A-Za-z0-9]*))(?![A-Za-z0-9]);?")
# Text that was converted with the wrong font or encoding: kh«ng, nhÊt, tá»‘i, kh?ng; \u1ea5, \geq.
_BROKEN = re.compile(
    r"[^\W\d_][«»‹›¡-§ª¬¯°±³-·¹¼-¿„†‡‰•™](?=[^\W\d_])"
    r"|[^\W\d_][¡-§¬¶·]|[^\W\d_]\?(?=[^\W\d_])|[a-z][À-ÖØ-Ý]|\\[A-Za-z]|\ufffd"
)
_LETTERS = frozenset("đĐªºµ")  # allowed letters that are not an English letter with accents
# English letters, digits, punctuation and white space.
_PLAIN = frozenset(string.printable + "\x1c\x1d\x1e\x1f")
_SELECTORS = frozenset("\ufe0e\ufe0f")  # after a sign, they choose how it is drawn
_NOT_TEXT = ("Cc", "Cf", "Co", "Cs", "Cn", "Mn", "Mc", "Me", "Sk")


def is_too_long(clause: str) -> bool:
    """Return whether a clause has more characters or numbers than the reader accepts."""
    return len(clause) > MOST_CHARACTERS or len(_DIGITS.findall(clause)) > MOST_NUMBERS


def damage(text: str, clause: Clause) -> list[Unreadable]:
    """Return the damaged places of a text, in order and without overlap.

    Invisible characters are ignored between words, but not within a word: a soft hyphen inside a
    word may be there to make it look like another word.

    Args:
        text: The text as it was given.
        clause: The same text, composed.

    Returns:
        An `Unreadable` with `Reason.DAMAGED` for each place.
    """
    spans = _apart(sorted(_damaged(text, clause)))
    return [Unreadable(Reason.DAMAGED, span) for span in spans]


def _damaged(text: str, clause: Clause) -> set[Span]:
    """Return the damaged places, which may overlap."""
    return {*_hidden(text), *_markup(clause), *_broken(clause)}


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Join the places that overlap; the places are given in order."""
    apart: list[Span] = []
    for span in spans:
        overlaps = bool(apart) and span[0] < apart[-1][1]
        start, end = apart.pop() if overlaps else span
        apart.append((start, max(end, span[1])))
    return apart


def _hidden(text: str) -> Iterator[Span]:
    """Yield the places of invisible characters within a word, with their neighbours."""
    for found in _HIDDEN.finditer(text):
        start, end = found.span()
        if _is_within_word(text, start, end):
            yield start - 1, end + 1


def _is_within_word(text: str, start: int, end: int) -> bool:
    """Return whether parts of words stand right before and after a place."""
    inside = start > 0 and end < len(text)
    return inside and _is_in_word(text[start - 1]) and _is_in_word(text[end])


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or bool(unicodedata.combining(letter))


def _markup(clause: Clause) -> Iterator[Span]:
    """Yield the places of HTML tags and entities."""
    for found in chain(_TAG.finditer(clause.composed), _entities(clause.composed)):
        yield clause.place(found.span())


def _entities(text: str) -> Iterator[re.Match[str]]:
    """Yield the HTML entities of a text."""
    return filter(_is_entity, _ENTITY.finditer(text))


def _is_entity(found: re.Match[str]) -> bool:
    """Return whether a match is an HTML entity: &#8805;, &ge; and &nbsp are, KH&CN is not."""
    name = found[1]
    return name is None or _names_entity(name, ends=found.group().endswith(";"))


def _names_entity(name: str, *, ends: bool) -> bool:
    """Return whether a name, with a semicolon after it or not, is that of an HTML entity."""
    from html.entities import html5  # noqa: PLC0415  # large, and seldom needed

    return f"{name};" in html5 and (ends or name in html5 or name.islower())


def _broken(clause: Clause) -> Iterator[Span]:
    """Yield the words with a strange character or with the traces of a wrong encoding."""
    strange = set(filter(_is_strange, set(clause.composed) - _PLAIN))
    for found in _WORD.finditer(clause.composed):
        word = found.group()
        if not strange.isdisjoint(word) or _BROKEN.search(word):
            yield clause.place(found.span())


def _is_strange(letter: str) -> bool:
    """Return whether a character is a letter of another script, or does not belong in text."""
    category = unicodedata.category(letter)
    if category.startswith("L"):
        return _is_of_another_script(letter)
    return category in _NOT_TEXT and letter not in _SELECTORS


def _is_of_another_script(letter: str) -> bool:
    """Return whether a letter is neither an English letter with accents nor an allowed letter."""
    base = unicodedata.normalize("NFD", letter)[0]
    return not (base.isascii() or letter in _LETTERS)
