"""The words that govern one quantity of a clause from a distance."""

from datetime import date
from enum import Enum, auto
from typing import final

from attrs import frozen

from nsc_program.values._periods import Period
from nsc_program.wording._one_number import Quantity


@final
class Years(Enum):
    """How a word such as “mỗi năm” relates to a number."""

    NONE = auto()  # no such word governs the number
    OWN = auto()  # the word stands in the piece of the number, or right after the number
    LED = auto()  # the word opened an earlier piece
    UNCLEAR = auto()  # it is unclear whether the word governs the number


@final
@frozen
class Scope:
    """The words that govern one quantity, and the items that may belong to it.

    Attributes:
        start: The index of the first item that may belong to it: after the quantity before it, and
            within its segment of the sentence.
        piece: The index of the first item of its piece, between commas.
        stop: The index after the last item that may belong to it.
        years: How a word such as “mỗi năm” relates to it.
        through: The last day of the deadline that governs it: “đến năm 2025”; `None` without one.
        aspirational: Whether “phấn đấu” stands before it in the sentence.
        each: Whether it is for each of several units: mỗi huyện.
        often: Whether it is for an interval that is neither a year nor the phase: hằng tháng.
        part: The single year or quarter that it is for: “năm 2023: 12 doanh nghiệp”; `None` without
            one.
        mixed: Whether it is unclear which of several times, or a time at all, it is for.
        by_slash: Whether the word for the years is “/năm”.
        respectively: Whether the numbers of its segment are distributed: lần lượt, tương ứng.
        excepting: Whether a part is left out of the numbers of its segment: không kể năm 2021.
        estimated: Whether the numbers of its segment are estimates of the result: ước đạt.
        last: The quantity before it in its segment; `None` without one.
        before: The same quantity if it stands in the same piece; otherwise `None`.
        beside: Whether nothing parts it from the quantity before. It may then be a number for each
            of the units before.
        past: Whether it is a past figure in brackets after a number, with a year of its own: the
            22 % of “đạt 40% (năm 2020 là 22%)”.
    """

    start: int
    piece: int
    stop: int
    years: Years = Years.NONE
    through: date | None = None
    aspirational: bool = False
    each: bool = False
    often: bool = False
    part: Period | None = None
    mixed: bool = False
    by_slash: bool = False
    respectively: bool = False
    excepting: bool = False
    estimated: bool = False
    last: Quantity | None = None
    before: Quantity | None = None
    beside: bool = False
    past: bool = False
