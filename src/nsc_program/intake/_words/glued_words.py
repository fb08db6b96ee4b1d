"""Take words apart that stand without spaces, as in names of sheets: “MoHinh”, “dshotro2024”.

Words are taken apart before capitals and digits. What has neither must be made of known terms, one
of them of several words, so that a name is not read in a way that is not meant.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from nsc_program.intake._words.plain_words import TERMS
from nsc_program.intake._words.words import folded, normal

_LONGEST, _SHORTEST = 40, 2


@lru_cache(maxsize=4096)
def spelled_out(text: str) -> str:
    """Return a text without spaces as words; any other text as it is.

    >>> [spelled_out(text) for text in ("MoHinh", "DSHoTro2024", "chuahoanthanh", "Sao Mai", "HTX")]
    ['Mo Hinh', 'DS Ho Tro 2024', 'chua hoan thanh', 'Sao Mai', 'HTX']

    Args:
        text: the text.
    """
    if len(text) > _LONGEST or not text.isalnum():
        return text
    words = _at_edges(normal("NFC", text)).split()
    return " ".join(_of_terms(word) for word in words)


def _at_edges(text: str) -> str:
    """Return a text with spaces before its capitals and numbers."""
    signs = [text[:1]]
    for place, (before, sign) in enumerate(pairwise(text), 1):
        begins = before.islower() or text[place + 1 : place + 2].islower()
        is_capital = sign.isupper() and before.isalpha() and begins
        is_number = sign.isdigit() and before.isalpha() and place > 1
        signs.append(f" {sign}" if is_capital or is_number else sign)
    return "".join(signs)


def _of_terms(word: str) -> str:
    """Return the known terms that a word is made of, apart; the word if it is made otherwise."""
    known, letters = _glued(), folded(word)
    best: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(letters)):
        for end in range(start + _SHORTEST, len(letters) + 1) if start in best else ():
            term = known.get(letters[start:end])
            if term is not None and end not in best:
                best[end] = (*best[start], term)
    terms = best.get(len(letters), ())
    return " ".join(terms) if any(" " in term for term in terms) else word


@cache
def _glued() -> Mapping[str, str]:
    """Return all terms, folded, by their letters without spaces."""
    terms = (folded(term) for listed in TERMS.values() for term in re.split(r"[|\n]+", listed))
    return {term.replace(" ", ""): term for term in terms if len(term) >= _SHORTEST}
