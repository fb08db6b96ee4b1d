"""The lines above and between rows that describe the rows beneath them."""

import re
from collections.abc import Iterable
from typing import TypeAlias, TypeVar

from nsc_program.intake._messages.problems import Doubt, Fault
from nsc_program.intake._states.states import is_doubtful, says_unfinished
from nsc_program.intake._tables.numbering import Rank, rank_of
from nsc_program.intake._words.glued_words import spelled_out

T = TypeVar("T")
Line: TypeAlias = tuple[Rank | None, Doubt | None]
"""A line in force: its rank, and the doubt that it raises."""

_PLAIN: Rank = ("", 0)
_OF_WHAT_IS_DONE = re.compile(
    r"\bđã\b|hoàn\s+thành|\bxong\b|kết\s+quả|được\s+hỗ\s+trợ|nghiệm\s+thu", re.IGNORECASE
)


def doubt_of(line: str) -> Doubt | None:
    """Return the reason why the rows beneath a line are not read.

    A line that says “unfinished” is a reason only for rows that have a day.

    Args:
        line: the text of the line.

    Returns:
        The reason, or `None` if the line does not raise a doubt.

    >>> doubt_of("II. KẾ HOẠCH NĂM 2026").fault.value, doubt_of("Chờ nghiệm thu").fault.value
    ('doubtful-line', 'unfinished-line')
    >>> doubt_of("DuKien2025").fault.value
    'doubtful-line'
    >>> doubt_of("Nhóm 2")
    """
    ways = dict.fromkeys((line, spelled_out(line)))
    if any(map(is_doubtful, ways)):
        return Doubt(Fault.DOUBTFUL_LINE, line)
    return Doubt(Fault.UNFINISHED_LINE, line) if any(map(says_unfinished, ways)) else None


def end_rank(lines: list[tuple[Rank | None, T]], rank: Rank | None) -> bool:
    """End the line of a rank, with the lines beneath it, and tell whether there was one.

    Args:
        lines: the lines in force, each beneath the lines that it belongs to.
        rank: the rank.
    """
    ranks = [line_rank for line_rank, _ in lines]
    if rank not in ranks:
        return False
    del lines[ranks.index(rank) :]
    return True


def strictest(doubts: Iterable[Doubt | None]) -> Doubt | None:
    """Return the doubt that applies to the most rows.

    Args:
        doubts: the doubts; `None` stands for a line that does not raise one.
    """
    present = [doubt for doubt in doubts if doubt is not None]
    for_all_rows = (doubt for doubt in present if doubt.fault is not Fault.UNFINISHED_LINE)
    return next(for_all_rows, present[0] if present else None)


class Lines:
    """The lines in force, each beneath the lines that it belongs to.

    A line is in force until another line of the same rank, or of a higher one: “II” ends “I” and
    “I.1”. A line without a number is ended only by a line that says that something was done,
    because groups do not have numbers either.
    """

    def __init__(self) -> None:
        """Start without any line."""
        self._in_force: list[Line] = []

    @property
    def doubt(self) -> Doubt | None:
        """The doubt that applies to the next row."""
        return strictest(doubt for _, doubt in self._in_force)

    def add(self, cells: Iterable[object], line: str, doubt: Doubt | None) -> None:
        """Put a line in force.

        Args:
            cells: the cells of the row that holds the line; they give its rank.
            line: the text of the line.
            doubt: the doubt that the line raises about its rows.
        """
        rank = rank_of(cells) or _PLAIN
        is_of_no_group = rank == _PLAIN and doubt is None
        if is_of_no_group and not _OF_WHAT_IS_DONE.search(line):
            return
        if end_rank(self._in_force, rank) or not is_of_no_group:
            self._in_force.append((rank, doubt))
