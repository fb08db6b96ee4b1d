"""Write ranges in words, as they stand in a sentence."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

from nsc_program.figures._pieces import Piece
from nsc_program.report._sheets import decimal
from nsc_program.report.phrases import NOT_KNOWN, and_more, things
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text

_Write: TypeAlias = Callable[[Fraction, Lang], str]


def spoken(possible: Range, lang: Lang, write: _Write = decimal) -> str:
    """Write a range in words.

    >>> spoken(Range(1480, 1490), "vi"), spoken(Range.at_least(14), "en")
    ('từ 1.480 đến 1.490', 'at least 14')

    Args:
        possible: the range.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        write: writes one number; if left out, one that does not end is cut with an ellipsis.

    Returns:
        The words; “unknown” if the range has no ends.
    """
    low, high = possible.low, possible.high
    if low is not None and low == high:
        return write(low, lang)
    if low is not None and high is not None and not (possible.low_open or possible.high_open):
        first, last = write(low, lang), write(high, lang)
        return Text(vi=f"từ {first} đến {last}", en=f"between {first} and {last}").in_(lang)
    ends = tuple(_ends(possible, lang, write))
    return Text(vi=" và ", en=" and ").in_(lang).join(ends) or NOT_KNOWN.in_(lang)


def clashing(pieces: Iterable[Piece], lang: Lang) -> str:
    """Write what pieces of evidence say that contradict each other, each with its source.

    >>> clashing((Piece(Range(2, 5), counted=True), Piece(Range.exactly(1470), ("BC1",))), "vi")
    'theo hồ sơ từ 2 đến 5, theo báo cáo BC1 là 1.470'

    Args:
        pieces: the pieces of evidence.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    joint = Text(vi=", ", en=" against ").in_(lang)
    return joint.join(_said(piece, lang) for piece in pieces)


def _said(piece: Piece, lang: Lang) -> str:
    """Write what a piece of evidence says, and which it is."""
    possible, source = spoken(piece.range, lang), _source(piece, lang)
    copula = " là" if piece.range.low == piece.range.high else ""
    return Text(vi=f"theo {source}{copula} {possible}", en=f"{possible} ({source})").in_(lang)


def _source(piece: Piece, lang: Lang) -> str:
    """Name the evidence that a piece follows from; its first reports, if there are many."""
    sources = [_RECORDS.in_(lang)] if piece.counted else []
    if reports := piece.reports:
        named = ", ".join(reports[:_MOST_REPORTS]) + and_more(len(reports) - _MOST_REPORTS, lang)
        sources.append(f"{things(Range.exactly(len(reports)), _REPORTS, lang)} {named}")
    return Text(vi=" và ", en=" and ").in_(lang).join(sources) or _DOMAIN.in_(lang)


def _ends(possible: Range, lang: Lang, write: _Write) -> Iterator[str]:
    """Write each end of a range that does not have two closed ends."""
    if possible.low is not None:
        yield (_MORE_THAN if possible.low_open else _LEAST).in_(lang) + write(possible.low, lang)
    if possible.high is not None:
        yield (_LESS_THAN if possible.high_open else _MOST).in_(lang) + write(possible.high, lang)


_RECORDS = Text(vi="hồ sơ", en="records")
_REPORTS = Text(vi="báo cáo", en="reports")
_DOMAIN = Text(vi="giới hạn của chỉ tiêu", en="the limits of the indicator")
_MOST_REPORTS = 5
"""How many reports are named; the others are counted."""
_MORE_THAN, _LEAST = Text(vi="trên ", en="more than "), Text(vi="ít nhất ", en="at least ")
_LESS_THAN, _MOST = Text(vi="dưới ", en="less than "), Text(vi="nhiều nhất ", en="at most ")
