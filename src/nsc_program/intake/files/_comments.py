"""The notes on cells (comments) of a workbook.

They are easily overlooked, and may say that a row does not count.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._messages.problems import Doubt, Fault
from nsc_program.intake._states.denials import says_uncertain
from nsc_program.intake._states.remarks import is_plain
from nsc_program.intake._states.states import is_doubtful, says_foreseen, says_unfinished
from nsc_program.intake._words.grouping import grouped
from nsc_program.intake._words.words import WordPattern, lowered, single_spaced
from nsc_program.values._validators import shown

OWN_AUTHOR: Final = "nsc-program"
"""The author of the notes in a workbook of rows to mend."""
_FEW_WORDS = 8


def by_row(notes: Iterable[tuple[int, str, str]]) -> Mapping[int, tuple[str, ...]]:
    """Collect the notes by row, without those of this library.

    Args:
        notes: the row, the author and the text of each note.

    Returns:
        The texts of the notes of each row.
    """
    texts = grouped((row, text) for row, author, text in notes if _is_own_of_a_person(author, text))
    return {row: tuple(of_row) for row, of_row in texts.items()}


def _is_own_of_a_person(author: str, text: str) -> bool:
    """Tell whether a note holds a text that this library did not write."""
    return author.strip() != OWN_AUTHOR and bool(text.strip())


def doubts(
    notes: Mapping[int, tuple[str, ...]], is_left_out: Callable[[str], bool]
) -> Mapping[int, Doubt]:
    r"""Return the rows that are not read because of a note.

    Such a note is not known to leave its row as it is.

    Args:
        notes: the texts of the notes of each row.
        is_left_out: tells whether the user left out a note.

    Returns:
        The doubt about each of these rows.

    >>> notes = {3: ("KT:\nĐã hủy hợp đồng",), 4: ("KT: đã xem",)}
    >>> doubts(notes, lambda line: False)
    {3: Doubt(fault=<Fault.DOUBTFUL_NOTE: 'doubtful-note'>, line='KT: Đã hủy hợp đồng')}
    """
    found = ((row, _doubt_in(texts, is_left_out)) for row, texts in notes.items())
    return {row: doubt for row, doubt in found if doubt is not None}


def _doubt_in(texts: Iterable[str], is_left_out: Callable[[str], bool]) -> Doubt | None:
    """Return the doubt that the first telling note of a row raises, or `None`."""
    for text in texts:
        line = single_spaced(text)
        if not is_left_out(line) and any(map(_speaks, text.splitlines())):
            return Doubt(Fault.DOUBTFUL_NOTE, _beginning(line))
    return None


_AUTHOR = re.compile(r"^[^:]{1,40}:\s*")
_HARMLESS = WordPattern(
    r"(?:(?:đã|được|người|của|theo|xem|ok|đồng ý|xong|rồi|kiểm tra|rà soát|đối chiếu|nhập|ghi|"
    r"cập nhật|bổ sung|sửa|điền|tính|hồ sơ|hợp đồng|biên bản|văn bản|số|ngày|tháng|năm|bởi|lúc|và|"
    r"đủ|đúng|"
    r"nghiệm thu|thanh lý|hoàn thành|bản gốc|bản giấy|file|tệp|excel|checked|seen|done|by|on|"
    r"[0-9][\w./-]*)(?:[\s,.;:()-]+|$))+"
)


def _speaks(line: str) -> bool:
    """Tell whether a line of a note is not known to leave its row as it is."""
    if is_doubtful(line) or says_unfinished(line) or says_foreseen(line):
        return True
    own = _AUTHOR.sub("", line)
    is_silent = is_plain(own) or _HARMLESS.is_all_of(lowered(own))
    return not is_silent or says_uncertain(lowered(own))


def _beginning(line: str) -> str:
    """Return the part of a note that may be shown: a few words, without many digits."""
    words = " ".join(masked(line).split()[:_FEW_WORDS])
    has_many_digits = sum(map(str.isdigit, words)) > _FEW_WORDS
    return shown("…" if has_many_digits else words)[1:-1]
