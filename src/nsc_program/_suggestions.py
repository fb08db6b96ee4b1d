"""Which known name a misspelt one may stand for, and lists of names that stay short.

Cost grows with the letters of the names and no faster: each known name is filed once under every text that leaves one
of its letters out, so nothing is compared with everything.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

FEWEST_LETTERS, MOST_LETTERS = 3, 60
"""How long names are that a suggestion is made of: any two shorter ones are alike, and longer ones cost too much."""
MOST_NAMES = 10_000
"""Of how many known names one is suggested."""
MOST_LISTED = 10


def nearest(wanted: str, known: tuple[str, ...]) -> str | None:
    """Return a known name that differs from a wanted one by one letter; `None` if there is none.

    A letter too many, too few, changed or moved is one letter, and so are two neighbours that were exchanged. Capitals
    do not count.

    >>> nearest("suports", ("facts", "supports")), nearest("tranied", ("trained",)), nearest("clubs", ("models",))
    ('supports', 'trained', None)
    """
    if not FEWEST_LETTERS <= len(wanted) <= MOST_LETTERS or len(known) > MOST_NAMES:
        return None
    filed = _filed(_Names(known))
    return next((filed[text] for text in _writings(wanted.casefold()) if text in filed), None)


class _Names:
    """Known names, told apart at no cost as long as they are the same tuple."""

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
    """Each known name under itself and under all that leaves out one of its letters; whole names come first."""
    names = [
        (name, name.casefold()) for name in of.known if FEWEST_LETTERS <= len(name) <= MOST_LETTERS
    ]
    filed: dict[str, str] = {}
    for name, plain in names:
        filed.setdefault(plain, name)
    for name, plain in names:
        for text in _writings(plain):
            filed.setdefault(text, name)
    return filed


def _writings(plain: str) -> Iterator[str]:
    """A name, and what it is without one of its letters."""
    return chain((plain,), (plain[:at] + plain[at + 1 :] for at in range(len(plain))))


def few(names: Sequence[str], more: str) -> str:
    """List the first names in quotation marks; `more` says, with `{}` for the number, how many others there are.

    >>> few(("a", "b"), "and {} more")
    "'a', 'b'"
    """
    left = len(names) - MOST_LISTED
    told = [repr(name) for name in names[:MOST_LISTED]]
    return ", ".join(told) + (f" {more.format(left)}" if left > 0 else "")
