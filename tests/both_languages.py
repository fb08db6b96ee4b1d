"""Whether a sentence is wholly in each of the two languages: what every message of a refusal is held to."""

import builtins
import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any

from attrs import fields, has

from nsc_program import Program
from nsc_program.errors import Message, Problem
from nsc_program.serialization._converter import _LISTED
from nsc_program.serialization._documents import RegisterDocument
from nsc_program.serialization._writing import KEYS, follows
from public_names import PUBLIC

# What is quoted is shown as it was sent, what stands in brackets is JSON, and an option has one name.
_QUOTED = re.compile(r"--[a-z-]+|'[^']*'|\"[^\"]*\"|“[^”]*”|[\[{].*[\]}]", re.DOTALL)
_WORD = re.compile(r"[a-z]{4,}")
_VIETNAMESE = re.compile(r"[À-ỹĐđ]")
_SHARED = frozenset(
    [
        "byte",
        "datetime",
        "defusedxml",
        "install",
        "openpyxl",
        "pickle",
        "strategy",
        "string",
        "tzinfo",
        "xlrd",
        "xlsx",
        "xlsxwriter",
    ]
)
"""Words that both languages use as they are."""


@cache
def names() -> frozenset[str]:
    """What stands in a message as it stands in a document or in code, whatever the language."""
    classes: list[Any] = [*PUBLIC.values(), RegisterDocument]
    of_documents = {
        *KEYS.values(),
        *_LISTED[Program],
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
    """A text without what is quoted in it, and without what a language calls itself."""
    return _QUOTED.sub(" ", text).replace("Tiếng Việt", " ")


def words(text: str) -> set[str]:
    """The words of a text that no name explains: in lower case, of four letters or more, without marks."""
    whole = re.findall(r"\.?\w+(?:[./|-]\w+)*(?:\[\d+\])?", plain(text))
    return {word for word in whole if _WORD.fullmatch(word)} - names()


def _without_name(message: Message) -> Message:
    """A message without the file or the option that stands before it, whose name is the same in both languages."""
    alike = "".join(
        one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(*message, strict=False))
    )
    before, colon, _ = re.split("['“\"]", alike)[0].rpartition(": ")
    start = len(before + colon)
    return Message(message.vi[start:], message.en[start:])


def faults(message: Message) -> Iterator[str]:
    """In what a message is half translated."""
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
    """In what a problem is half translated, or has no code of its own."""
    yield from faults(problem.message)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", problem.code):
        yield f"{problem.code!r} is not in kebab-case"
