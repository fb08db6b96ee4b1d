"""What makes a clause unfit to be read at all: its length, and letters that are not what they seem."""

import re
import unicodedata
from collections.abc import Iterator

from nsc_program.wording._text import UNSEEN, Clause
from nsc_program.wording._values import MOST_CHARACTERS, MOST_NUMBERS, Reason, Span, Unreadable

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\S+")
_HIDDEN = re.compile(f"[{''.join(sorted(UNSEEN))}]+")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|([A-Za-z][A-Za-z0-9]*))(?![A-Za-z0-9]);?")
# Text that went through the wrong font or encoding: kh«ng, nhÊt, tá»‘i, kh?ng; \u1ea5, \geq.
_BROKEN = re.compile(
    r"[^\W\d_][«»‹›¡-§ª¬¯°±³-·¹¼-¿„†‡‰•™](?=[^\W\d_])"
    r"|[^\W\d_][¡-§¬¶·]|[^\W\d_]\?(?=[^\W\d_])|[a-z][À-ÖØ-Ý]|\\[A-Za-z]|\ufffd"
)
_LETTERS = frozenset("đĐªºµ")  # those that are not a letter of English with its accents
_SELECTORS = frozenset("\ufe0e\ufe0f")  # behind a sign, they choose how it is drawn
_NOT_TEXT = ("Cc", "Cf", "Co", "Cs", "Cn", "Mn", "Mc", "Me", "Sk")


def is_too_long(clause: str) -> bool:
    """Return whether a clause has more characters or numbers than one is read with."""
    return len(clause) > MOST_CHARACTERS or len(_DIGITS.findall(clause)) > MOST_NUMBERS


def damage(text: str, clause: Clause) -> list[Unreadable]:
    """Return the places of a text that cannot be trusted, in order.

    What nobody sees is passed over between words, and never within one: a word that a soft hyphen breaks may have been
    typed so, to be read as another.
    """
    spans = sorted({*_hidden(text), *_markup(clause), *_broken(clause)})
    apart: list[Span] = []
    for span in spans:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
        elif span[1] > apart[-1][1]:
            apart[-1] = (apart[-1][0], span[1])
    return [Unreadable(Reason.DAMAGED, span) for span in apart]


def _hidden(text: str) -> Iterator[Span]:
    for found in _HIDDEN.finditer(text):
        start, end = found.span()
        if start and end < len(text) and _is_in_word(text[start - 1]) and _is_in_word(text[end]):
            yield start - 1, end + 1


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or bool(unicodedata.combining(letter))


def _markup(clause: Clause) -> Iterator[Span]:
    for found in _TAG.finditer(clause.composed):
        yield clause.place(found.span())
    for found in _ENTITY.finditer(clause.composed):
        if found[1] is None or _is_entity(found[1], ends=found.group().endswith(";")):
            yield clause.place(found.span())


def _is_entity(name: str, *, ends: bool) -> bool:
    """Whether it names a character in HTML: &ge; and &nbsp, but not KH&CN."""
    from html.entities import html5  # noqa: PLC0415  # large, and seldom needed

    return f"{name};" in html5 and (ends or name in html5 or name.islower())


def _broken(clause: Clause) -> Iterator[Span]:
    strange = {
        letter for letter in set(clause.composed) if not letter.isascii() and _is_strange(letter)
    }
    strange |= {
        letter for letter in set(clause.composed) if letter < " " and not letter.isspace()
    } | {"\x7f"}
    for found in _WORD.finditer(clause.composed):
        if not strange.isdisjoint(found.group()) or _BROKEN.search(found.group()):
            yield clause.place(found.span())


def _is_strange(letter: str) -> bool:
    """Whether it is a letter of another script, or a sign that text does not have."""
    category = unicodedata.category(letter)
    if category.startswith("L"):
        base = unicodedata.normalize("NFD", letter)[0]
        return not (base.isascii() or letter in _LETTERS)
    return category in _NOT_TEXT and letter not in _SELECTORS
