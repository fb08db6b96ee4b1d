"""Suggest the known name that a misspelt name may stand for, and shorten long lists of names.

The cost grows only in proportion to the number of letters in the names. Each known name is filed
under every text that leaves out one of its letters, so names are never compared pair by pair.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

FEWEST_LETTERS, MOST_LETTERS = 3, 60
"""The lengths of names that are suggested: shorter names all look alike, longer ones cost time."""
MOST_NAMES = 10_000
"""The largest number of known names among which a name is suggested."""
MOST_LISTED = 10


def nearest(wanted: str, known: tuple[str, ...]) -> str | None:
    """Find a known name that differs from a wanted name by one letter.

    The difference may be an extra letter, a missing, changed or moved letter, or two neighbouring
    letters that were exchanged. Case is ignored.

    >>> names = ("facts", "supports", "trained", "models")
    >>> nearest("suports", names), nearest("tranied", names), nearest("clubs", names)
    ('supports', 'trained', None)

    Args:
        wanted: the name as it was written.
        known: the names that exist.

    Returns:
        The first such name; `None` if there is none, if the wanted name is too short or too long,
        or if there are too many known names.
    """
    if not FEWEST_LETTERS <= len(wanted) <= MOST_LETTERS or len(known) > MOST_NAMES:
        return None
    filed = _filed(_Names(known))
    return next((filed[text] for text in _spellings(wanted.casefold()) if text in filed), None)


class _Names:
    """Known names as a cache key that is hashed, and compared with the same tuple, at no cost."""

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Names) and (
            self.known is other.known or self.known == other.known
        )

    def __hash__(self) -> int:
        return hash((len(self.known), self.known[:1], self.known[-1:]))


@lru_cache(maxsize=4)
def _filed(of: _Names) -> dict[str, str]:
    """File each known name under itself and under each text without one of its letters.

    Whole names take precedence.
    """
    names = [
        (name, name.casefold()) for name in of.known if FEWEST_LETTERS <= len(name) <= MOST_LETTERS
    ]
    filed: dict[str, str] = {}
    for name, plain in names:
        filed.setdefault(plain, name)
    for name, plain in names:
        for text in _spellings(plain):
            filed.setdefault(text, name)
    return filed


def _spellings(plain: str) -> Iterator[str]:
    """Yield a name, then the name without each of its letters in turn."""
    return chain((plain,), (plain[:at] + plain[at + 1 :] for at in range(len(plain))))


def few(names: Sequence[str], more: str) -> str:
    """List the first names in quotation marks, and count the rest.

    >>> few(("a", "b"), "and {} more")
    "'a', 'b'"

    Args:
        names: the names to list.
        more: a template for the number of names left out, with `{}` in place of the number.

    Returns:
        The names, separated by commas.
    """
    left_out = len(names) - MOST_LISTED
    listed = ", ".join(repr(name) for name in names[:MOST_LISTED])
    return f"{listed} {more.format(left_out)}" if left_out > 0 else listed
