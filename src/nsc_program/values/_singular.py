"""English nouns in the singular."""

_PLURAL_IN_ES = ("sses", "shes", "ches", "xes")
_LEAST_LETTERS = 2  # “is” and “us” are not plurals


def in_singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return English words with each noun in the singular.

    Args:
        words: The words in lower case.

    Returns:
        The words in the same order.
    """
    return tuple(map(_one_of, words))


def _one_of(word: str) -> str:
    """Return an English noun in the singular."""
    if word in ("people", "persons"):
        return "person"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(_PLURAL_IN_ES):
        return word[:-2]
    return word[:-1] if _is_plural(word) else word


def _is_plural(word: str) -> bool:
    """Return whether an English word ends with the s of a plural."""
    return word.endswith("s") and not word.endswith("ss") and len(word) > _LEAST_LETTERS
