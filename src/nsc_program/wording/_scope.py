"""What governs one quantity of a clause from some distance."""

from datetime import date
from enum import Enum, auto
from typing import final

from attrs import frozen

from nsc_program.wording._quantities import Quantity


@final
class Years(Enum):
    """How a word such as “mỗi năm” stands to a number."""

    NONE = auto()
    OWN = auto()  # in its own piece of the sentence, or right after it
    LED = auto()  # it began an earlier piece
    UNCLEAR = auto()


@final
@frozen
class Scope:
    """What governs one quantity, and where to look for more.

    Attributes:
        start: the first item that may belong to it: after the quantity before, within its part of the sentence.
        piece: the first item of its own piece, between commas.
        stop: the item after the last one that may belong to it.
        often: it is of a time that is neither a year nor the phase: hằng tháng.
        excepting: something is left out of it: không kể năm 2021.
        one_year: it is of one year alone: “năm 2023: 12 doanh nghiệp”.
        by_slash: the years are those of “/năm”.
        last: the quantity before it in its part of the sentence.
        before: the same, if it is in the same piece.
        beside: whether nothing parts the two: what comes second may be about each of the first.
        estimated: it is what is reached by somebody’s estimate: ước đạt.
        past: it stands in brackets behind another, with a year of its own: “đạt 40% (năm 2020 là 22%)”.
    """

    start: int
    piece: int
    stop: int
    years: Years
    through: date | None
    aspirational: bool
    each: bool
    often: bool
    one_year: bool
    by_slash: bool = False
    respectively: bool = False
    excepting: bool = False
    estimated: bool = False
    last: Quantity | None = None
    before: Quantity | None = None
    beside: bool = False
    past: bool = False
