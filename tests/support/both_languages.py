"""Check that a message is written wholly in Vietnamese and wholly in English."""

import builtins
import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any

from attrs import fields, has

from nsc_program import Program
from nsc_program.errors import Message, Problem
from nsc_program.report import Header
from nsc_program.serialization._documents import RegisterDocument
from nsc_program.serialization._problems import LISTED
from nsc_program.serialization._writing import KEYS, follows
from public_names import PUBLIC

# Quotations are shown as they were sent, brackets hold JSON, and options have the same name in
# both languages.
# A clause that is quoted at its place may hold quotation marks itself.
_QUOTED = re.compile(
    r"(?:^|: )(?:characters|ký tự) .*?“.*?”(?=: )|--[a-z-]+|(?<!\w)'[^']*'|\"[^\"]*\"|“[^”]*”|"
    r"[\[{].*[\]}]",
    re.DOTALL,
)
_WORD = re.compile(r"[a-z]{4,}")
_VIETNAMESE = re.compile(r"[À-ỹĐđ]")
_SHARED = frozenset(
    [
        "byte",
        "date",
        "datetime",
        "defusedxml",
        "install",
        "longdouble",
        "ndarray",
        "openpyxl",
        "pickle",
        "shtab",
        "strategy",
        "string",
        "tzinfo",
        "xlrd",
        "xlsx",
        "xlsxwriter",
    ]
)
"""Words that both languages use unchanged."""


@cache
def names() -> frozenset[str]:
    """Return the names of fields, documents and built-ins, which are the same in both languages."""
    classes: list[Any] = [*PUBLIC.values(), Header, RegisterDocument]
    of_documents = {
        *KEYS.values(),
        *LISTED[Program],
        *(name for kind in classes for name in follows(kind)),
    }
    of_fields = {
        field.name
        for kind in classes
        if isinstance(kind, type) and has(kind)
        for field in fields(kind)
    }
    return frozenset({*of_fields, *of_documents, *dir(builtins), "null", "true", "false"}) | _SHARED


def plain(text: str) -> str:
    """Return a text without its quotations, and without the name that Vietnamese calls itself."""
    return _QUOTED.sub(" ", text).replace("Tiếng Việt", " ")


def words(text: str) -> set[str]:
    """Return the words of a text that are not names.

    Only words of at least four lower-case letters without diacritics are considered.
    """
    whole = re.findall(r"\.?\w+(?:[./|-]\w+)*(?:\[\d+\])?", plain(text))
    return {word for word in whole if _WORD.fullmatch(word)} - names()


def _without_name(message: Message) -> Message:
    """Return a message without the file or the option before it, which both languages share."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(*message, strict=False))
    shared = "".join(letter for letter, _ in pairs)
    before, colon, _ = re.split("['“\"]", shared)[0].rpartition(": ")
    start = len(before + colon)
    return Message(message.vi[start:], message.en[start:])


def faults(message: Message) -> Iterator[str]:
    """Yield the ways in which a message is only half translated."""
    message = _without_name(message)
    english = words(message.en)
    both = english & words(message.vi)
    if both:
        yield f"{sorted(both)} are English words in {message.vi!r}"
    if english and not _VIETNAMESE.search(plain(message.vi)):
        yield f"{message.vi!r} is not Vietnamese"
    if _VIETNAMESE.search(plain(message.en)):
        yield f"{message.en!r} is not English"


def faults_of(problem: Problem) -> Iterator[str]:
    """Yield the ways in which a problem is half translated, or its code is malformed."""
    yield from faults(problem.message)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", problem.code):
        yield f"{problem.code!r} is not in kebab-case"
