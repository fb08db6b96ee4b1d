"""Every sentence of the command is in both languages, and none is half translated."""

import ast
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import nsc_program.cli
from each import for_each
from nsc_program.cli import _grammar, _help
from nsc_program.cli._commands import COMMANDS
from nsc_program.cli._grammar import Command
from nsc_program.cli._words import of_system
from nsc_program.errors import Message

FOLDER = Path(str(nsc_program.cli.__file__)).parent
ENGLISH = re.compile(
    r"\b(?:the|a|an|of|is|are|was|be|no|not|none|or|and|to|on|at|by|with|without|for|from|it|its|"
    r"this|that|there|one|must|cannot|can|what|which|file|folder|name|day|expected|got|missing|choose|such|you)\b",
    re.IGNORECASE,
)
VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)
# Text that is the same in both languages: names, options, examples, and the reference to the other
# language.
AS_IT_IS = re.compile(
    r"\w+=\"[^\"]*\"|--[\w-]+|In English: .*|English: .*|Tiếng Việt: .*|\S+=\S*|"
    r"đồng"
)


def sentences() -> Iterator[tuple[str, str, str]]:
    """Yield each pair of sentences in the source of the command: place, Vietnamese, English."""
    for path in sorted(FOLDER.glob("*.py")):
        for call in (
            node
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
        ):
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            texts = {keyword.arg: keyword.value for keyword in call.keywords}
            pair = (texts.get("vi"), texts.get("en")) if name == "Text" else call.args[-2:]
            vi, en = (
                map(literal, pair)
                if name in ("Message", "refusal", "Text") and len(pair) == 2
                else ("", "")
            )
            if vi or en:
                yield f"{path.name}:{call.lineno}", vi, en


def literal(node: ast.expr | None) -> str:
    """Return the literal text of an expression, with … for each inserted value."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(literal(value) or "…" for value in values)
        case _:
            return ""


SENTENCES = list(sentences())


def test_sentences_are_found() -> None:
    assert 100 < len(SENTENCES)


@for_each(("place", "vi", "en"), SENTENCES, ids=[place for place, _, _ in SENTENCES])
def test_each_sentence_is_in_both_languages(place: str, vi: str, en: str) -> None:
    vi, en = AS_IT_IS.sub("", vi), AS_IT_IS.sub("", en)

    assert place
    assert bool(vi.strip(" …:?;")) == bool(en.strip(" …:?;"))
    assert [] == ENGLISH.findall(vi)
    assert [] == VIETNAMESE.findall(en)


def messages(command: Command) -> Iterator[Message]:
    yield from (command.summary, command.about, *(about for _, about in command.examples))
    for parameter in (*command.arguments, *command.options):
        yield from (parameter.help, parameter.label)


@for_each("command", COMMANDS.values(), ids=[*COMMANDS])
def test_a_page_of_help_is_in_one_language(command: Command) -> None:
    for vi, en in messages(command):
        assert [] == ENGLISH.findall(AS_IT_IS.sub("", vi))
        assert [] == VIETNAMESE.findall(AS_IT_IS.sub("", en))


class TestOperatingSystem:
    @for_each("number", sorted(errno.errorcode))
    def test_each_of_its_errors_has_words(self, number: int) -> None:
        problem = of_system(OSError(number, os.strerror(number)))

        assert os.strerror(number) not in problem.message
        assert [] == ENGLISH.findall(problem.message.vi)
        assert problem.message.vi != problem.message.en

    def test_an_error_without_words_is_named_by_its_symbol(self) -> None:
        assert "hệ điều hành báo lỗi EXDEV" == of_system(OSError(errno.EXDEV, "")).in_("vi")
        assert "the operating system reports the error 9999" == of_system(OSError(9999, "")).in_(
            "en"
        )
        assert "the operating system reports the error 0" == of_system(OSError("unknown")).in_("en")


def test_all_modules_of_the_command_are_searched() -> None:
    assert {Path(str(module.__file__)).parent for module in (_grammar, _help)} == {FOLDER}
