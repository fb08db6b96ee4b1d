"""Tell several keys in one cell, and how many there may be."""

import re

from nsc_program.records._records import MOST_HEADS

_SPAN = re.compile(
    r"\s*([A-Za-z]{1,8}[-./]?)([0-9]{1,12})\s*[-–—~]\s*\1([0-9]{1,12})\s*", re.IGNORECASE
)
_BETWEEN = re.compile(r"[;,\n&+|/]|\s(?:và|va|and)\s", re.IGNORECASE)
_UP_TO = re.compile(r"\d\W*(?:->|→|\.\.|…|\b(?:đến|den|tới|toi|to)\b)", re.IGNORECASE)
_MORE = re.compile(r"(?<![\w.,/-])(\d{1,4})\s+[^\W\d]")
"""The number of others beside a key: “và 20 người khác”."""
_GROUPS = re.compile(r"(?<=\d)[ \xa0.](?=\d{3}(?!\d))")
"""The separators within one long number."""


def is_span(text: str) -> bool:
    """Tell whether a text names the first and the last of several keys.

    >>> is_span("HV6-HV20"), is_span("HV6-20"), is_span("KCN2-KCN1")
    (True, False, False)

    Args:
        text: the text.
    """
    span = _SPAN.fullmatch(text)
    return span is not None and int(span[2]) < int(span[3])


def most_keys_in(text: str) -> int:
    """Return how many keys a text holds, at most.

    >>> [most_keys_in(text) for text in ("SAMPLE-1", "SAMPLE-1; SAMPLE-2", "SAMPLE-1 SAMPLE-2")]
    [1, 2, 2]
    >>> most_keys_in("HV1 và 20 người khác"), most_keys_in("HV1 đến HV9"), most_keys_in("HV1-HV9")
    (22, 10000, 10000)

    Args:
        text: the text of a cell.
    """
    if text.isalnum() or text.startswith("="):  # a formula shows one value
        return 1
    text = _GROUPS.sub("", text)
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    if _UP_TO.search(text) is not None or any(map(is_span, parts)):
        return MOST_HEADS
    words = sum(any(map(str.isdigit, word)) for word in text.split())
    return max(1, len(parts), words) + sum(map(int, _MORE.findall(text)))
