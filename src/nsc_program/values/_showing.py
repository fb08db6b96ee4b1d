"""How messages show a rejected value: short, and without what may tell who a person is."""

import re
import reprlib
import textwrap
import unicodedata
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType

from nsc_program.values._validators import DIGITS_OF_A_CITIZEN

# The twelve digits of a citizen's number may be grouped in any way.
_PERSONAL = re.compile(r"(?<!\d)\d(?:[\W_]{0,3}\d){11}(?!\d)")
_SHOWN = 200  # the first characters of a rejected value; the rest is ignored
_PLAIN_WORD = re.compile(r"[A-Za-z]+(?:[-_][A-Za-z]+)*")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+-]*Z?")


def short(value: object) -> str:
    """Return a rejected value as `shown` describes it.

    Args:
        value: the value.
    """
    if not isinstance(value, (str, int, float, Fraction, date, Enum, NoneType)):
        return ""  # it may hold a person's key
    # Python does not write out very long integers, and the `repr` of a subclass may raise anything.
    try:
        text = _start(value)
    except Exception:  # noqa: BLE001
        return ""
    safe = _masked(text)
    return reprlib.repr(safe) if isinstance(value, str) else textwrap.shorten(safe, 80)


def short_if_plain(value: object) -> str:
    """Return a rejected value as `shown_if_plain` describes it.

    Args:
        value: the value.
    """
    if isinstance(value, str) and any(map(str.isalpha, value)):
        plain = _PLAIN_WORD.fullmatch(value) or _MOMENT.fullmatch(value)
        return short(value) if plain else repr("…")
    return short(value)


def _start(value: object) -> str:
    """Return the first characters of a text, or the `repr` of any other value."""
    return unicodedata.normalize("NFC", value[:_SHOWN]) if isinstance(value, str) else repr(value)


def _masked(text: str) -> str:
    """Return a text with stars in the place of every number that may be a citizen's."""
    plain = unicodedata.normalize("NFKC", text)
    masked = _PERSONAL.sub("*" * DIGITS_OF_A_CITIZEN, plain)
    return text if masked == plain else masked
