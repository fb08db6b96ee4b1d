"""Texts of several parts, each with its own look: raised and lowered ones stay what they are beside a number or a key.

150 with a raised 1 behind it is no 1501: the 1 becomes “¹”, which no number and no key can hold.
"""

from collections.abc import Iterable, Sequence
from typing import final

from attrs import frozen

from nsc_program.intake._cells import STROKE

_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_RAISED = str.maketrans("0123456789+-=()abcdefghijklmnoprstuvwxyz", _SIGNS)


def raised(text: str) -> str:
    """Write a raised or lowered part of a text in raised signs, in brackets if there are none for some of it.

    >>> raised("1"), raised("*"), raised(" ")
    ('¹', '⁽*⁾', ' ')
    """
    if not text.strip():
        return text
    found = text.casefold().translate(_RAISED)
    return found if all(each in _SIGNS or each.isspace() for each in found) else f"⁽{found}⁾"


@final
@frozen
class Run:
    """A part of a text with one look."""

    text: str
    is_raised: bool = False
    is_struck: bool = False


def joined(runs: Sequence[Run]) -> str:
    """Write a text of several parts: what is raised or lowered in raised signs, what is struck through so.

    A text that is struck through as a whole is what it is, beneath a line.
    """
    partly = not all(run.is_struck for run in runs if run.text.strip())
    return "".join(_seen(run, is_marked=partly and run.is_struck) for run in runs)


def _seen(run: Run, *, is_marked: bool) -> str:
    text = raised(run.text) if run.is_raised else run.text
    return (
        "".join(each if each.isspace() else each + STROKE for each in text) if is_marked else text
    )


def is_struck(runs: Iterable[Run]) -> bool:
    """Tell whether a part is struck through."""
    return any(run.is_struck and run.text.strip() for run in runs)
