"""Judge the parts behind the first one of a text: in brackets, or behind a dash or a comma.

Whatever a column is asked for, a part that is added may take its row back: “Sao Mai (đã rút)”. So
it is told in every column, unless its form shows that it is harmless: an abbreviation, a place, a
number of a paper, a unit, a name in capitals, or words of the contents of work.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from nsc_program.intake._states.remarks import is_plain
from nsc_program.intake._states.results_of_work import is_result
from nsc_program.intake._words.capitals import OF_STATES, is_initialled, may_be_of_a_state
from nsc_program.intake._words.parts_of_lines import is_made_of_content
from nsc_program.intake._words.plain_words import SYLLABLES_OF_PLACES
from nsc_program.intake._words.provinces import is_in_another_province
from nsc_program.intake._words.short_names import is_short_name, may_be_a_word
from nsc_program.intake._words.words import folded, lowered, normal

_APART = re.compile(
    r"[()\[\]{}\n;|]|,(?!\d)|—|\s[-–]+|[-–]+\s|\s\+\s|(?<=\d)\.\s|\s/\s|"
    r"(?<!^)(?<!tp)(?<!p)\.\s+(?=\D)"
)
_SIGNS = frozenset("()[]{}\n;|,—-–+./")
"""One of these is in everything that stands between two parts."""
_GOES_ON = re.compile(r"\n(?=\s*(?:[0-9]|(?i:và|của|cho|với|theo|về|tại)\b))")
"""The end of a line within a phrase."""
_WORD = re.compile(r"[^\W\d_][\w&.'’]*")
_OF_STATES_FOLDED = frozenset(map(folded, OF_STATES))
_BARE = re.compile(
    r"[0-9]{1,3}|[f-z]|[0-9]+ (?:dn|doanh nghiep|don vi|co so|htx|ho|cong ty|to chuc)"
)
_SHARE = re.compile(r"[0-9.,\s]+%")
"""A number or a letter alone, which may count or stand for an absence, and a count."""
_OF_PLACES = frozenset(SYLLABLES_OF_PLACES.split())


def tails_of(text: str) -> Iterator[str]:
    """Give the parts of a text behind its first one.

    >>> list(tails_of("Công ty Sao Mai (SAMCO) - đã rút"))
    ['SAMCO', 'đã rút']

    Args:
        text: the text.
    """
    if _SIGNS.isdisjoint(text):
        return iter(())
    whole = _GOES_ON.sub(" ", normal("NFC", text))
    first, *others = (part.strip(" .:*_…") for part in _APART.split(whole))
    return filter(None, others if first else others[1:])


@lru_cache(maxsize=4096)
def has_odd_tail(text: str) -> bool:
    """Tell whether a part behind the first one of a text is not known to be harmless.

    >>> texts = ("Sao Mai (SAMCO)", "Sao Mai (đã rút)", "5S - Kaizen", "5S, đợt sau")
    >>> [has_odd_tail(each) for each in texts]
    [False, True, False, True]

    Args:
        text: the text.
    """
    return not (is_initialled(text) or all(map(is_harmless, tails_of(text))))


@lru_cache(maxsize=4096)
def is_harmless(part: str) -> bool:
    """Tell whether the form of a part of a text shows that it leaves the rest as it is.

    Args:
        part: the part, without a bracket or a comma.
    """
    words = folded(part)
    if not words:
        return True
    if _BARE.fullmatch(words) or _SHARE.fullmatch(part) or is_in_another_province(part):
        return False
    if part.isascii() and not _OF_STATES_FOLDED.isdisjoint(words.split()):
        return is_short_name(part)
    if is_short_name(part) or is_plain(part) or is_result(part):
        return True
    return is_made_of_content(part) or _is_name(part)


def _is_name(part: str) -> bool:
    """Tell whether all words of a part have capitals, and none is of a state."""
    words = _WORD.findall(part)
    if not words or not all(word[0].isupper() for word in words):
        return False
    if len(words) > 1 and _OF_PLACES.issuperset(map(lowered, words)):
        return True
    return not may_be_of_a_state(part) and (len(words) > 1 or _is_foreign(part))


_FEWEST_LETTERS = 4


def _is_foreign(word: str) -> bool:
    """Tell whether a word with one capital is a name that is not a word of Vietnamese: Toyota."""
    return len(word) >= _FEWEST_LETTERS and word[1:].islower() and not may_be_a_word(word)
