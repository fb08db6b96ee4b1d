"""Write texts whose parts look different, so that a raised or lowered part stays apart.

150 with a raised 1 behind it is not 1501: the 1 becomes “¹”, which cannot be in a number or a key.
"""

from collections.abc import Iterable, Sequence
from typing import final

from attrs import frozen

from nsc_program.intake._words.marks import STROKE

_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_RAISED = str.maketrans("0123456789+-=()abcdefghijklmnoprstuvwxyz", _SIGNS)


def raised(text: str) -> str:
    """Write a raised or lowered part of a text in raised signs.

    If a raised sign is missing for a part of it, all of it stands in raised brackets.

    >>> raised("1"), raised("*"), raised(" ")
    ('¹', '⁽*⁾', ' ')
    """
    if not text.strip():
        return text
    signs = text.casefold().translate(_RAISED)
    return signs if all(sign in _SIGNS or sign.isspace() for sign in signs) else f"⁽{signs}⁾"


@final
@frozen
class Run:
    """A part of a text that looks the same throughout.

    Attributes:
        text: the part.
        is_raised: whether it is raised or lowered.
        is_struck: whether it is struck through.
    """

    text: str
    is_raised: bool = False
    is_struck: bool = False


def joined(runs: Sequence[Run]) -> str:
    """Join the parts of a text: raised and lowered ones in raised signs, struck ones struck.

    A text that is struck through as a whole stays as it is: then the row is struck, not the value.
    """
    partly = not all(run.is_struck for run in runs if run.text.strip())
    return "".join(_seen(run, is_marked=partly and run.is_struck) for run in runs)


def _seen(run: Run, *, is_marked: bool) -> str:
    """Return the text of a part as it is seen."""
    text = raised(run.text) if run.is_raised else run.text
    if not is_marked:
        return text
    return "".join(sign if sign.isspace() else sign + STROKE for sign in text)


def is_struck(runs: Iterable[Run]) -> bool:
    """Tell whether any part with a visible text is struck through."""
    return any(run.is_struck and run.text.strip() for run in runs)
