"""Prose does not use the phrases that the page on vocabulary tells writers to avoid."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from each import for_each
from nsc_program._collector import collector_paused
from tracing import first_traced

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "vocabulary.md"
RAW = re.compile(rb"(?:r|rb|br|rf|fr)['\"]", re.IGNORECASE)
HEADINGS = "| phrase | pattern | write | instead of | for example |\n"


class Phrase(NamedTuple):
    """A phrase to avoid: how it is found, and what to write."""

    name: str
    pattern: re.Pattern[str]
    write: str
    bad: str
    good: str


class Passage(NamedTuple):
    """Prose in a file, from this line on."""

    line: int
    text: str


Split: TypeAlias = Callable[[str], Iterator[Passage]]


def _phrases() -> Iterator[Phrase]:
    """Yield the phrases in the table of the page."""
    (rows,) = PAGE.read_text(encoding="utf-8").split(HEADINGS)[1:]
    for row in rows.partition("\n\n")[0].splitlines()[1:]:
        # A bar inside a cell is written with a backslash.
        cells = re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|"))
        name, pattern, write, bad, good = (cell.strip().replace("\\|", "|") for cell in cells)
        yield Phrase(
            name.replace("`", ""),
            re.compile(pattern.strip("`"), re.IGNORECASE),
            write,
            bad.strip("`"),
            good,
        )


PHRASES = tuple(_phrases())


def problems(passages: Iterable[Passage], file: str) -> list[str]:
    """Return a message for each phrase to avoid: where it is, and what to write."""
    messages = []
    for passage in passages:
        text = " ".join(passage.text.split())
        for phrase in PHRASES:
            for match in phrase.pattern.finditer(text):
                number = _lines_of_words(passage)[text.count(" ", 0, match.start())]
                context = text[match.start() : match.end() + 25]
                messages.append(
                    f"{file}:{number}: “{context}”: write “{phrase.write}”, as in “{phrase.good}”"
                )
    return messages


def _lines_of_words(passage: Passage) -> list[int]:
    """Return the line of each word."""
    lines = enumerate(passage.text.split("\n"), passage.line)
    return [number for number, line in lines for _ in line.split()]


def comments(text: str) -> Iterator[Passage]:
    """Yield the comments of Python code; a block of comment lines is one passage."""
    block: list[str] = []
    last = 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.COMMENT:
            continue
        number = token.start[0]
        continues = block and number == last + 1 and token.line.lstrip().startswith("#")
        if block and not continues:
            yield Passage(last - len(block) + 1, "\n".join(block))
            block = []
        block.append(token.string.lstrip("#"))
        last = number
    if block:
        yield Passage(last - len(block) + 1, "\n".join(block))


def strings(text: str) -> Iterator[Passage]:
    """Yield the docstrings and messages of Python code, without raw strings, which are patterns."""
    tree = ast.parse(text)
    lines = text.encode().splitlines()
    nodes = [*ast.walk(tree)]
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    formatted = [node for node in nodes if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for node in formatted for part in node.values}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            value = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            value = node.value
        else:
            continue
        is_raw = RAW.match(lines[node.lineno - 1], node.col_offset)
        is_pattern = is_raw and id(node) not in docstrings
        if not is_pattern and id(node) not in parts:
            yield Passage(node.lineno, value)


def in_library(text: str) -> Iterator[Passage]:
    """Yield all the prose of a module of the library."""
    if "#" in text:
        yield from comments(text)
    yield from strings(text)


def in_tests(text: str) -> Iterator[Passage]:
    """Yield the docstrings of a module of tests, and its functions' names as words."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for node in _statements(ast.parse(text)):
        if isinstance(node, functions):
            yield Passage(node.lineno, node.name.replace("_", " "))
        if isinstance(node, (ast.Module, ast.ClassDef, *functions)):
            docstring = ast.get_docstring(node, clean=False)
            if docstring:
                statement = node.body[0]
                yield Passage(statement.lineno, docstring)


def _statements(block: ast.AST) -> Iterator[ast.AST]:
    """Yield a module or a statement, and every statement in it, but not their expressions."""
    yield block
    for part in ast.iter_child_nodes(block):
        if not isinstance(part, ast.expr):
            yield from _statements(part)


def in_page(text: str) -> Iterator[Passage]:
    """Yield the paragraphs of a page without code, and the comments of its Python examples."""
    for fence in re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        if fence[1] == "python":
            first = text.count("\n", 0, fence.start(2))
            yield from (Passage(first + line, said) for line, said in comments(fence[2]))
    prose = re.sub(r"^```.*?^```$", _blank, text, flags=re.MULTILINE | re.DOTALL)
    prose = re.sub(r"`[^`]+`", _blank, prose)
    line = 1
    for paragraph in prose.split("\n\n"):
        yield Passage(line, paragraph)
        line += paragraph.count("\n") + 2


def _blank(code: re.Match[str]) -> str:
    """Keep a sign for the code, and its line ends."""
    return "…" + "\n" * code[0].count("\n")


PAGES = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *(ROOT / "docs").rglob("*.md"),
]
FILES: list[tuple[str, Path, Split]] = sorted(
    (path.relative_to(ROOT).as_posix(), path, split)
    for split, paths in (
        (in_page, PAGES),
        (in_library, (ROOT / "src").rglob("*.py")),
        (in_tests, (ROOT / "tests").rglob("*.py")),
    )
    for path in paths
)


@for_each(("name", "path", "split"), FILES)
@first_traced
def test_the_prose_is_plain(name: str, path: Path, split: Split) -> None:
    with collector_paused():
        found = problems(split(path.read_text(encoding="utf-8")), name)

    assert not found, "\n".join(["", *found])


class TestTable:
    """The table of the page says how each phrase is found, and what to write."""

    def test_there_are_phrases(self) -> None:
        assert len({phrase.name for phrase in PHRASES}) == len(PHRASES) >= 20

    @for_each("phrase", PHRASES, ids=lambda phrase: phrase.name)
    def test_a_pattern_finds_its_own_example(self, phrase: Phrase) -> None:
        assert phrase.pattern.search(phrase.bad)

    @for_each("phrase", PHRASES, ids=lambda phrase: phrase.name)
    def test_what_to_write_is_plain(self, phrase: Phrase) -> None:
        assert [] == problems([Passage(1, phrase.good), Passage(1, phrase.write)], "")

    @pytest.mark.parametrize(
        "text",
        [
            "there is no claim",
            "There\nare no rows",
            "it is no longer open",
            "it was no more than 5",
            "no row is lost",
            "so many rows that a person cannot check them",
        ],
    )
    def test_plain_uses_of_the_same_words_are_allowed(self, text: str) -> None:
        assert [] == problems([Passage(1, text)], "")


class TestPlanted:
    """A phrase is found wherever a reader can meet it, with its line."""

    @for_each(
        ("split", "text", "line"),
        [
            (in_page, "# A page\n\nSome text. A name\nis no key.\n", 4),
            (in_page, "- a list\n- A name is\n  no key.\n", 2),
            (in_page, "```python\nx = 1\ny = 2  # a name is no key\n```\n", 3),
            (in_library, '"""A name is no key."""\n', 1),
            (in_library, 'x = 1\n\n\ndef f():\n    r"""Do.\n\n    A name is no key.\n    """\n', 7),
            (in_library, "x = 1  # a name is no key\n", 1),
            (in_library, "x = 1\n# a name is\n# no key\ny = 2\n", 2),
            (in_library, "x = 1  # one\n# a name is no key\n", 2),
            (in_library, 'x = (\n    "a name is "\n    "no key"\n)\n', 2),
            (in_library, 'x = f"{y} is no key"\n', 1),
            (in_tests, "def test_a_name_is_no_key():\n    pass\n", 1),
            (in_tests, 'class TestKeys:\n    """A name is no key."""\n', 2),
        ],
    )
    def test_it_is_found(self, split: Split, text: str, line: int) -> None:
        (found,) = problems(split(text), "file")

        assert found.startswith(f"file:{line}: “is no key")
        assert found.endswith(": write “is not a”, as in “a name is not a key”")

    @pytest.mark.parametrize(
        ("split", "text"),
        [
            (in_page, "Write `is no key` in code, and\n\n```text\na name is no key\n```\n"),
            (in_page, "```python\nx = 'a name is no key'\n```\n"),
            (in_library, 'x = re.compile(r"is no key")\n'),
            (in_library, "x = rf'{y} is no key'\n"),
            (in_library, "# a name is\nx = 1\n# no key\n"),
            (in_tests, 'def test_keys():\n    x = "a name is no key"\n'),
        ],
    )
    def test_code_is_not_prose(self, split: Split, text: str) -> None:
        assert [] == problems(split(text), "file")
