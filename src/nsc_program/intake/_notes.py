"""The notes on cells (comments) of a workbook: nobody reads them, and they may say that a row does not count."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from nsc_program.intake._discreet import masked
from nsc_program.intake._problems import Doubt, Fault
from nsc_program.intake._states import is_doubtful, says_foreseen, says_unfinished
from nsc_program.values._validators import shown

OWN_AUTHOR: Final = "nsc-program"
"""Who writes the notes in a workbook of rows to mend."""
_FEW_WORDS = 8


def by_row(notes: Iterable[tuple[int, str, str]]) -> Mapping[int, tuple[str, ...]]:
    """Put notes, each with its row and its author, together by row, without those of this library."""
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for row, author, text in notes:
        if author.strip() != OWN_AUTHOR and text.strip():
            found[row] += (text,)
    return found


def doubts(
    notes: Mapping[int, tuple[str, ...]], is_left_out: Callable[[str], bool]
) -> Mapping[int, Doubt]:
    r"""Give why rows are not read: a note says that they were cancelled, are not done, or only planned.

    >>> doubts({3: ("KT:\nĐã hủy hợp đồng",), 4: ("KT: đã xem",)}, lambda line: False)
    {3: Doubt(fault=<Fault.DOUBTFUL_NOTE: 'doubtful-note'>, line='KT: Đã hủy hợp đồng')}
    """
    found: dict[int, Doubt] = {}
    for row, texts in notes.items():
        for text in texts:
            line = " ".join(text.split())
            if not is_left_out(line) and any(map(_speaks, text.splitlines())):
                found.setdefault(row, Doubt(Fault.DOUBTFUL_NOTE, _beginning(line)))
    return found


def _speaks(line: str) -> bool:
    return is_doubtful(line) or says_unfinished(line) or says_foreseen(line)


def _beginning(line: str) -> str:
    """What may be shown of a note: a few words, and no digits by which a person is known."""
    words = " ".join(masked(line).split()[:_FEW_WORDS])
    return shown("…" if sum(map(str.isdigit, words)) > _FEW_WORDS else words)[1:-1]
