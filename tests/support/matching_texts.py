"""Make texts that patterns match, or nearly match, by walking through the parsed patterns."""

import re
import sys
from collections.abc import Sequence
from random import Random
from typing import Any

_SIGNS = {
    "CATEGORY_WORD": "aắđ3_",
    "CATEGORY_NOT_WORD": " .-(",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "aử1.",
    "CATEGORY_DIGIT": "07",
    "CATEGORY_NOT_DIGIT": "aằ .",
}
_MOST_REPEATS = 2


def matching_text(pattern: "re.Pattern[str]", random: Random) -> str:
    """Return a text made of one branch of a pattern; what may not stand beside it is not looked at.

    Args:
        pattern: the pattern.
        random: decides which branches are taken.
    """
    parser: Any = vars(re)["_parser"]
    return _of_parts(parser.parse(pattern.pattern, pattern.flags), random)


def _of_parts(parts: Any, random: Random) -> str:  # noqa: ANN401  # private to the library
    """Return a text for parts one after the other."""
    return "".join(_of_part(str(name), value, random) for name, value in parts)


def _of_part(name: str, value: Any, random: Random) -> str:  # noqa: ANN401
    """Return a text for one part."""
    match name:
        case "LITERAL":
            return chr(value)
        case "IN":
            return _of_set(value, random)
        case "BRANCH":
            return _of_parts(random.choice(value[1]), random)
        case "SUBPATTERN":
            return _of_parts(value[3], random)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, within = value
            times = random.randint(least, max(least, min(int(most), _MOST_REPEATS)))
            return "".join(_of_parts(within, random) for _ in range(times))
        case "ANY":
            return random.choice("aễ 1")
        case _:
            return ""


def _of_set(members: Sequence[tuple[Any, Any]], random: Random) -> str:
    """Return a sign of a set; of a negated one, a letter that is rarely in such a set."""
    name, value = random.choice(members)
    match str(name):
        case "LITERAL":
            return chr(value)
        case "RANGE":
            return chr(random.randint(*value))
        case "CATEGORY":
            return random.choice(_SIGNS[str(value)])
        case _:
            return random.choice("wzợ")


def forget_texts() -> None:
    """Forget what the rules for lists remember about texts, except the needs of their patterns."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("nsc_program.intake."):
            for of, value in vars(module).items():
                if hasattr(value, "cache_clear") and of != "_keys":
                    value.cache_clear()
