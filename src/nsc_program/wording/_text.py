"""A clause as tokens: in one Unicode form and in lower case, each with its place in the text as it was given."""

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache
from typing import final

from attrs import frozen

from nsc_program.wording._values import Span

# A cluster of more marks than any writing has is taken apart, since ordering marks takes time by the square.
_MOST_MARKS = 8
# What nobody sees may stand anywhere in text from the web: soft hyphens, joiners, a byte order mark.
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@final
class Kind(Enum):
    """What a token is."""

    CODE = auto()  # 149/KH-UBND
    DAY = auto()  # 31/12/2025, 2025-12-31
    MONTH = auto()  # 6/2025
    FRACTION = auto()  # 2/3, 1:5
    NAME = auto()  # 5S, 4G
    NUMBER = auto()  # 1.500
    FOREIGN = auto()  # digits of another script
    WORD = auto()
    PERCENT = auto()
    DASH = auto()
    SIGN = auto()  # ≥
    COMMA = auto()
    COLON = auto()
    SEMICOLON = auto()
    STOP = auto()  # the end of a sentence or of an item in a list; other lines may break anywhere
    OPEN = auto()
    CLOSE = auto()
    SLASH = auto()
    OTHER = auto()


_TOKEN = re.compile(
    r"""
      (?P<CODE>[0-9]+(?:/[0-9]{4})?[/-](?-i:(?=[A-ZĐ]{2}))\w+(?:[-/&.]\w+)*)
    | (?P<DAY>(?:[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.|-[0-9]{1,2}-)[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9]))
    | (?P<MONTH>[0-9]{1,2}/[0-9]{4}(?![0-9/]))
    | (?P<FRACTION>[0-9]+(?:[/:][0-9]+)+)
    | (?P<NAME>[0-9]+(?:[.,][0-9]+)*(?!(?:dn|htx|ha|km|kg|tấn|người|lượt|lần|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b)
        [^\W\d_]\w*)
    | (?P<NUMBER>[0-9]+(?:[.,][0-9]+)*)
    | (?P<FOREIGN>\d+)
    | (?P<WORD>[a-z]{1,5}[0-9]+\b|[^\W\d_]+)
    | (?P<PERCENT>%)
    | (?P<DASH>[-\u2010-\u2015\u2212\u00f7])
    | (?P<SIGN>=>|=<|<>|!=|>=|<=|[≥≤⩾⩽<>≈~≠])
    | (?P<COMMA>,)
    | (?P<COLON>:)
    | (?P<SEMICOLON>;)
    | (?P<STOP>[!?]|\.(?=\s|$)|[\n\r](?=[^\S\n\r]*(?:[\n\r]|[-+*•–]\s|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[a-zđ]\))))
    | (?P<OPEN>[(\[])
    | (?P<CLOSE>[)\]])
    | (?P<SLASH>/)
    | (?P<OTHER>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Tones stand on either vowel: hoà and hòa are one word.
_TONES = {
    f"{first}{second}": f"{moved}{plain}"
    for first, plain, moves in (
        ("o", "a", "àòáóảỏãõạọ"),
        ("o", "e", "èòéóẻỏẽõẹọ"),
        ("u", "y", "ỳùýúỷủỹũỵụ"),
    )
    for second, moved in zip(moves[::2], moves[1::2], strict=True)
}
# Quotation marks say nothing of a number, wherever they stand: trên “20” doanh nghiệp.
_QUOTES = frozenset("“”„\"«»‘’'`")
_ABBREVIATIONS = frozenset(("tp", "tx", "tt", "ths", "ts", "gs", "no", "mr", "dr"))


@final
@frozen
class Token:
    """A piece of the text: its writing in lower case, and its place in the text as it was given."""

    kind: Kind
    text: str
    span: Span
    upper: bool = False


@final
@frozen
class Clause:
    """The text as it was given, composed, and where each composed letter stands."""

    composed: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, span: Span) -> Span:
        """Where in the text as it was given a place of the composed text is."""
        return self.starts[span[0]], self.ends[span[1] - 1]

    def words(self, span: Span) -> str:
        """What stands there, composed, with one space between words."""
        return " ".join(unicodedata.normalize("NFC", self.composed[span[0] : span[1]]).split())


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """A word without its accents.

    >>> bare("Đến"), bare("qúa")
    ('den', 'qua')
    """
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def fold(word: str) -> str:
    """One writing for a word: lower case, with the tone where the newer spelling has it.

    >>> fold("Hoà"), fold("thuỷ")
    ('hòa', 'thủy')
    """
    low = word.lower()
    return low[:-2] + _TONES.get(low[-2:], low[-2:])


def compose(text: str) -> Clause:
    """Compose letters and marks, and drop what nobody sees."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = _end_of_cluster(text, at)
        for letter in unicodedata.normalize("NFC", text[at:end]) if text[at] not in UNSEEN else "":
            letters.append(letter)
            starts.append(at)
            ends.append(end)
        at = end
    return Clause("".join(letters), tuple(starts), tuple(ends))


def _end_of_cluster(text: str, at: int) -> int:
    end = at + 1
    while end < min(len(text), at + _MOST_MARKS) and unicodedata.combining(text[end]):
        end += 1
    return end


def tokens_of(clause: Clause) -> list[Token]:
    """The tokens, in order; places are those of the composed text."""
    found: list[Token] = []
    for match in _TOKEN.finditer(clause.composed):
        kind, text = Kind[match.lastgroup or "OTHER"], match.group()
        if text in _QUOTES:
            continue
        if kind is Kind.STOP and text == "." and found and found[-1].text in _ABBREVIATIONS:
            kind = Kind.OTHER
        found.append(Token(kind, fold(text), match.span(), upper=text[0].isupper()))
    return found
