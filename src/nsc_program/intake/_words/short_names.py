"""Recognise the short form of a name in a bracket: “Công ty CP Nhựa Hà Nội (HPC)”.

A short form is letters in capitals that are not a word of Vietnamese or a usual sign of a state.
A bracket with any other word is told, because it may say what became of the enterprise.
"""

import re

from nsc_program.intake._words.words import folded, lowered

_WORD = r"[A-Z][A-Z0-9&.-]{2,19}"
_FORM = r"JSC|Jsc|Co|CO|Ltd|LTD|LLC|Corp|CORP|Inc|INC|Group|GROUP|Company"
_SHORT = re.compile(
    rf"({_WORD})(?: [A-Z][a-z]{{3,14}}(?= (?:{_FORM})))*(?:,? (?:{_FORM})\.?)*(?: [0-9]{{1,2}})?"
)
_SYLLABLE = re.compile(
    r"(?:[bdghklmnprstvx]|c|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}"
    r"(?:ch|c|m|n|ng|nh|p|t)?"
)
_STATES = re.compile(
    r"(?:c|ch|k|ko|kg|kh|d|s|t|h|x|b|da|chua)?(?:nt|ht|th|tk|tt|tl|xm|tg|cn|pd|tp|dk|ddk|dkk|ddkk|"
    r"kd|ky|"
    r"kk|hl|sd|bs|dd|dg|dx|dn|ks|tv|gh|gp|tn|hs|hd|nv|cc|kt|td|xl|xd|ld|qt|bc|nh|kh|vn|dt|tc|hh|"
    r"hv|qd|m|the)+[0-9.-]*|"
    r"stt|btc|qsv|tbd|tba|n\.?a|test|demo|draft|new|old|copy|cmnd|cccd|mst|[a-z]{1,3}[0-9]+|"
    r".*(?:huy|khong|chua|dung|dukien|dangky|daxong|dinhchi|tamhoan|hoan|thuhoi|rut|trung|"
    r"cancel|stop|plan|pend|wait|closed|withdr|refus|fail|expir|revok|suspend|reject|delet|"
    r"dupl|only|part|not\b|non\b|draft).*"
)
"""Short forms of “chưa nghiệm thu” and the like, and words that say how a record stands."""
_SITE = re.compile(
    r"(?:nhà máy|cơ sở|chi nhánh|xưởng|phân xưởng|xí nghiệp|cửa hàng|văn phòng)(?: số)? "
    r"(?:[0-9]{1,2}|[ivx]{1,4})"
)


def is_short_name(aside: str) -> bool:
    """Tell whether the words in a bracket are the short form of a name, or one of its sites.

    >>> [is_short_name(text) for text in ("HPC", "APP Printing JSC", "Nhà máy số 2", "CNT", "HUY")]
    [True, True, True, False, False]

    Args:
        aside: the words, without the bracket.
    """
    words = aside.strip()
    if _SITE.fullmatch(lowered(words)):
        return True
    found = _SHORT.fullmatch(words)
    return found is not None and not _may_be_a_state(words, found[1])


def _may_be_a_state(words: str, first: str) -> bool:
    """Tell whether a short form may be a word of Vietnamese, or of a state."""
    return may_be_a_word(first) or any(map(_STATES.fullmatch, words.casefold().split()))


def may_be_a_word(name: str) -> bool:
    """Tell whether a word may be one of Vietnamese, with accents or without them.

    >>> [may_be_a_word(name) for name in ("Vắng", "Rut", "Toyota")]
    [True, True, False]

    Args:
        name: the word.
    """
    return _SYLLABLE.fullmatch(folded(name)) is not None
