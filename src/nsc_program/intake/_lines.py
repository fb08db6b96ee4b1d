"""The lines above and between rows that say something of the rows beneath them, and how long each is in force."""

import re
from collections.abc import Iterable

from nsc_program.intake._numbering import Rank, rank_of
from nsc_program.intake._problems import Doubt, Fault
from nsc_program.intake._states import is_doubtful, says_unfinished

_PLAIN: Rank = ("", 0)
_OF_WHAT_IS_DONE = re.compile(
    r"\bđã\b|hoàn\s+thành|\bxong\b|kết\s+quả|được\s+hỗ\s+trợ|nghiệm\s+thu", re.IGNORECASE
)


def doubt_of(line: str) -> Doubt | None:
    """Give why rows beneath a line are not read; one that says unfinished is about those that have a day only.

    >>> doubt_of("II. KẾ HOẠCH NĂM 2026").fault.value, doubt_of("Chờ nghiệm thu").fault.value, doubt_of("Nhóm 2")
    ('doubtful-line', 'unfinished-line', None)
    """
    if is_doubtful(line):
        return Doubt(Fault.DOUBTFUL_LINE, line)
    return Doubt(Fault.UNFINISHED_LINE, line) if says_unfinished(line) else None


def strictest(doubts: Iterable[Doubt | None]) -> Doubt | None:
    """The doubt that holds for more rows than the others."""
    found = [each for each in doubts if each is not None]
    return next(
        (each for each in found if each.fault is not Fault.UNFINISHED_LINE),
        found[0] if found else None,
    )


class Lines:
    """The lines in force, each beneath those that it stands in.

    A line is in force until another of its rank, or of a rank that it stands in: “II” ends what “I” and “I.1” said. One
    without a number is ended only by one that says that something was done, since groups have no numbers either.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._held: list[tuple[Rank, Doubt | None]] = []

    @property
    def doubt(self) -> Doubt | None:
        """What holds for the next row."""
        return strictest(doubt for _, doubt in self._held)

    def add(self, cells: Iterable[object], line: str, doubt: Doubt | None) -> None:
        """Put a line in force, with what it says of its rows."""
        rank = rank_of(cells) or _PLAIN
        if rank == _PLAIN and doubt is None and not _OF_WHAT_IS_DONE.search(line):
            return
        ranks = [held for held, _ in self._held]
        if rank in ranks:
            del self._held[ranks.index(rank) :]
        elif rank == _PLAIN and doubt is None:
            return
        self._held.append((rank, doubt))
