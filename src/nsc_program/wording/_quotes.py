"""The words at a place of a clause, as a message quotes them."""

_LONGEST = 60
_MOST_SEEN = 20 * _LONGEST


def quoted(clause: str, span: tuple[int, int]) -> str:
    """Return the words at a place on one line, printable only, and shortened in the middle.

    Args:
        clause: The clause.
        span: The place: the index of its first character, and the index after its last.

    Returns:
        The words, with a space for each character that cannot be printed.
    """
    start, end = span
    seen = clause[start : min(end, start + _MOST_SEEN)]
    return _shortened(_on_one_line(seen))


def _on_one_line(words: str) -> str:
    """Return words with one space for each run of white space or unprintable characters."""
    printable = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(printable.split())


def _shortened(words: str) -> str:
    """Return words without their middle if they are long."""
    half = _LONGEST // 2
    if len(words) <= _LONGEST:
        return words
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
