"""The tokens of a clause, in one Unicode form and in lower case, with their places in the text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import final

from attrs import frozen

from nsc_program.wording._values import Span

# A letter with more marks than any script uses is split, since normalization orders the marks in
# quadratic time.
_MOST_MARKS = 8
# Invisible characters occur anywhere in text from the web: soft hyphens, joiners, byte order marks.
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@final
class Kind(Enum):
    """The kind of a token."""

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
    STOP = auto()  # the end of a sentence or of a list item; other line breaks mean nothing
    OPEN = auto()
    CLOSE = auto()
    SLASH = auto()
    OTHER = auto()


_TOKEN = re.compile(
    r"""
      (?P<CODE>[0-9]+(?:/[0-9]{4})?[/-](?-i:(?=[A-ZĐ]{2}))\w+(?:[-/&.]\w+)*)
    | (?P<DAY>(?:[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.|-[0-9]{1,2}-)[0-9]{4}
        |[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9]))
    | (?P<MONTH>[0-9]{1,2}/[0-9]{4}(?![0-9/]))
    | (?P<FRACTION>[0-9]+(?:[/:][0-9]+)+)
    | (?P<NAME>[0-9]+(?:[.,][0-9]+)*
        (?!(?:dn|htx|ha|km|kg|tấn|người|lượt|lần|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b)
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
    | (?P<STOP>[!?]|\.(?=\s|$)
        |[\n\r](?=[^\S\n\r]*(?:[\n\r]|[-+*•–]\s|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[a-zđ]\))))
    | (?P<OPEN>[(\[])
    | (?P<CLOSE>[)\]])
    | (?P<SLASH>/)
    | (?P<OTHER>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The tone may be written on either vowel: hoà and hòa are the same word.
_TONES = {
    f"{first}{second}": f"{moved}{plain}"
    for first, plain, moves in (
        ("o", "a", "àòáóảỏãõạọ"),
        ("o", "e", "èòéóẻỏẽõẹọ"),
        ("u", "y", "ỳùýúỷủỹũỵụ"),
    )
    for second, moved in zip(moves[::2], moves[1::2], strict=True)
}
# Quotation marks do not change a number, wherever they stand: trên “20” doanh nghiệp.
_QUOTES = frozenset("“”„\"«»‘’'`")
_ABBREVIATIONS = frozenset(("tp", "tx", "tt", "ths", "ts", "gs", "no", "mr", "dr"))


@final
@frozen
class Token:
    """A word, a number or a sign of a clause.

    Attributes:
        kind: The kind of the token.
        text: The token in lower case, with the tone where the newer spelling has it.
        span: Its place in the composed text.
        upper: Whether it starts with a capital letter.
    """

    kind: Kind
    text: str
    span: Span
    upper: bool = False


def touches(tokens: Sequence[Token], at: int) -> bool:
    """Return whether nothing stands between a token and the token before it."""
    return tokens[at - 1].span[1] == tokens[at].span[0]


@final
@frozen
class Clause:
    """A text in composed Unicode form, with the place of each letter in the text as it was given.

    Attributes:
        composed: The text with letters and marks composed, without invisible characters.
        starts: For each composed letter, the index where it starts in the text as it was given.
        ends: For each composed letter, the index where it ends in the text as it was given.
    """

    composed: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, span: Span) -> Span:
        """Return the place in the text as it was given, for a place in the composed text."""
        return self.starts[span[0]], self.ends[span[1] - 1]

    def words(self, span: Span) -> str:
        """Return the words at a place of the composed text, with one space between words."""
        return " ".join(unicodedata.normalize("NFC", self.composed[span[0] : span[1]]).split())


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """Return a word in lower case without its accents.

    >>> bare("Đến"), bare("qúa")
    ('den', 'qua')
    """
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def fold(word: str) -> str:
    """Return a word in lower case, with the tone where the newer spelling has it.

    >>> fold("Hoà"), fold("thuỷ")
    ('hòa', 'thủy')
    """
    low = word.lower()
    return low[:-2] + _TONES.get(low[-2:], low[-2:])


def compose(text: str) -> Clause:
    """Compose letters and marks, and drop invisible characters.

    Args:
        text: The text as it was given.

    Returns:
        The composed text, with the places of its letters.
    """
    if _is_composed(text):
        return Clause(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    return _composed(text)


def _composed(text: str) -> Clause:
    """Return the composed text of text with marks or invisible characters."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        cluster = unicodedata.normalize("NFC", text[start:end])
        letters.append(cluster)
        starts += [start] * len(cluster)
        ends += [end] * len(cluster)
    return Clause("".join(letters), tuple(starts), tuple(ends))


def _is_composed(text: str) -> bool:
    """Return whether no letter must be composed or dropped: most text is typed that way."""
    if not unicodedata.is_normalized("NFC", text) or not UNSEEN.isdisjoint(text):
        return False
    return not any(map(unicodedata.combining, text))


def _clusters(text: str) -> Iterator[Span]:
    """Yield the place of each letter with its marks, except invisible characters."""
    at = 0
    while at < len(text):
        end = _end_of_cluster(text, at)
        if text[at] not in UNSEEN:
            yield at, end
        at = end


def _end_of_cluster(text: str, at: int) -> int:
    """Return the index after the marks of the letter at `at`."""
    end = at + 1
    while end < min(len(text), at + _MOST_MARKS) and unicodedata.combining(text[end]):
        end += 1
    return end


def tokens_of(clause: Clause) -> list[Token]:
    """Return the tokens of a clause in order, without quotation marks."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(clause.composed):
        if match.group() not in _QUOTES:
            tokens.append(_token(match, tokens))
    return tokens


def _token(match: re.Match[str], before: Sequence[Token]) -> Token:
    """Return the token of a match."""
    text = match.group()
    kind = Kind[match.lastgroup or "OTHER"]
    if text == "." and _abbreviates(before):
        kind = Kind.OTHER
    return Token(kind, fold(text), match.span(), upper=text[0].isupper())


def _abbreviates(before: Sequence[Token]) -> bool:
    """Return whether a point after these tokens ends an abbreviation and not a sentence."""
    return bool(before) and before[-1].text in _ABBREVIATIONS
