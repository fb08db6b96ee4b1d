"""Read one cell as yes or no, or as a member of a closed set."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from nsc_program.intake._cells.cells import Reader, text_of
from nsc_program.intake._cells.lists import LIST
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._states.states import is_plainly_over
from nsc_program.intake._words.words import LISTS, TICKS, folded, spoken
from nsc_program.values._text import Text

E = TypeVar("E", bound=StrEnum)
_YES_NO = ("yes", "no")
_EDITION = re.compile(r" (?:19|20)[0-9]{2}$")
"""The year of a standard: ISO 9001:2015."""


def yes_no(words: Mapping[str, str]) -> Reader:
    """Return a reader of yes or no: in words, as a tick, or as 1 and 0.

    Args:
        words: the meaning of each folded word: `yes`, `no` or, for a word that is refused, another.
    """
    return partial(_yes_or_no, words)


def _yes_or_no(words: Mapping[str, str], cell: object) -> bool:
    """Read yes or no."""
    if isinstance(cell, bool):
        return cell
    text = _word_of(cell, Fault.NOT_YES_OR_NO)
    meaning = "yes" if text in TICKS else words.get(folded(text))
    if meaning not in _YES_NO or "?" in text:
        raise Refused(Fault.NOT_YES_OR_NO)
    return meaning == "yes"


def _word_of(cell: object, fault: Fault, detail: Text | None = None) -> str:
    """Return the text of a cell with a word; anything else, such as a day, is a fault."""
    try:
        return text_of(cell)
    except Refused as refused:
        if refused.fault is not Fault.NOT_TEXT:
            raise
        raise Refused(fault, detail=detail) from None


def cancelled_or(read: Reader) -> Reader:
    """Return a reader that also understands a state: “Đã hủy” and “Dừng thực hiện” mean annulled.

    Args:
        read: the reader of other cells.
    """
    return partial(_cancelled_or, read)


def _cancelled_or(read: Reader, cell: object) -> Any:  # noqa: ANN401  # as every reader
    """Read a state, or a cell that another reader understands."""
    return True if isinstance(cell, str) and is_plainly_over(cell) else read(cell)


def member(kind: type[E], words: Mapping[str, str]) -> Reader:
    """Return a reader of a value from a closed set.

    Args:
        kind: the set.
        words: the value that each folded word stands for.
    """
    return partial(_member, kind, words)


def _member(kind: type[E], words: Mapping[str, str], cell: object) -> E:
    """Read a value from a closed set."""
    detail = spoken(kind)
    text = _word_of(cell, Fault.UNKNOWN_WORD, detail)
    meaning = None if "?" in text else _only_meaning(text, words)
    if meaning is None:
        raise Refused(Fault.UNKNOWN_WORD, detail=detail)
    return kind(meaning)


def _only_meaning(text: str, words: Mapping[str, str]) -> str | None:
    """Return the value of a text, all of whose words have the same meaning if it has several."""
    meaning = _meaning(text, words) if _is_one(text) else None
    if meaning is not None:
        return meaning
    meanings = {_meaning(part, words) for part in LIST.split(text)}
    return meanings.pop() if len(meanings) == 1 else None


def _is_one(text: str) -> bool:
    """Tell whether a text has no sign between several words, unless they stand for one value.

    “Cán bộ, doanh nghiệp” are not “cán bộ doanh nghiệp”.
    """
    return LIST.search(text) is None or folded(text).removeprefix("cap ") in LISTS


def _meaning(text: str, words: Mapping[str, str]) -> str | None:
    """Return the value that a word stands for, with or without “cấp” before it."""
    plain = folded(text)
    return (
        words.get(plain)
        or words.get(plain.removeprefix("cap "))
        or words.get(_EDITION.sub("", plain))
    )
