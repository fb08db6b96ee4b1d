"""The raised, lowered and struck signs of a text, such as the mark of a footnote."""

import re
import unicodedata

STROKE = "\u0336"
"""The combining sign that strikes through the character before it."""
_IN_MARKS = re.compile("⁽[^⁽⁾]*⁾")


def without_marks(text: str) -> str:
    """Return a text without its raised and lowered signs.

    Args:
        text: the text.

    >>> without_marks("150¹⁾"), without_marks("SAMPLE-0002²")
    ('150', 'SAMPLE-0002')
    """
    if text.isascii():
        return text
    plain = _IN_MARKS.sub("", text)
    return plain.translate({ord(sign): None for sign in set(plain) if _is_mark(sign)})


def _is_mark(sign: str) -> bool:
    """Tell whether a sign is raised, lowered or a stroke."""
    return sign == STROKE or unicodedata.decomposition(sign).startswith(("<super>", "<sub>"))
