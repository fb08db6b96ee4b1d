"""The page on errors has every code of a problem, and no other.

`refusals_met` checks in every test that the codes of the errors it meets are on the page.
"""

import ast
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from nsc_program.intake._tables.unread_lines import Why
from nsc_program.intake.files import _review
from refusals_met import CODES, ERRORS_PAGE
from sentences import nodes

SCRIPT = runpy.run_path(str(ERRORS_PAGE.parents[2] / "tools" / "write_errors.py"))
_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def _codes(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the expressions that give a problem its code."""
    match node:
        case ast.Call(func=ast.Name(id="Problem"), args=[_, code, *_]):
            yield code
        case ast.Call(keywords=keywords):
            yield from (keyword.value for keyword in keywords if keyword.arg == "code")


def _literal(text: ast.AST) -> Iterator[str]:
    """Yield the pattern of a text in the source, if it may be a code."""
    match text:
        case ast.Constant(value=str(value)) if _KEBAB.fullmatch(value):
            yield re.escape(value)
        case ast.JoinedStr(values=parts):
            fixed = [str(part.value) for part in parts if isinstance(part, ast.Constant)]
            named = re.fullmatch(r"[a-z]{4,}-|-[a-z]{4,}", "".join(fixed))
            if named and _KEBAB.fullmatch("x".join(("", *fixed, ""))):
                yield "[a-z0-9-]*".join(("", *map(re.escape, fixed), ""))


@cache
def _known() -> re.Pattern[str]:
    """Return the pattern of everything in the source that may be a code."""
    return re.compile("|".join({pattern for node in nodes() for pattern in _literal(node)}))


def test_every_code_in_the_source_is_on_the_page() -> None:
    stated = {
        code.value
        for node in nodes()
        for code in _codes(node)
        if isinstance(code, ast.Constant) and isinstance(code.value, str)
    }

    assert 80 < len(stated)
    assert set() == stated - CODES


def test_every_code_on_the_page_is_in_the_source() -> None:
    assert 200 < len(CODES)
    assert [] == [code for code in sorted(CODES) if not _known().fullmatch(code)]


def test_the_tables_of_faults_and_reasons_are_those_of_the_code() -> None:
    """If this fails, run `python tools/write_errors.py`."""
    page = ERRORS_PAGE.read_text(encoding="utf-8")
    assert all(table in page for table in SCRIPT["tables"]())
    assert page == SCRIPT["written"](page)


def test_a_table_that_differs_is_written_anew() -> None:
    page = ERRORS_PAGE.read_text(encoding="utf-8")
    assert page == SCRIPT["written"](page.replace("| `footnote` | rejected |", "| `other` | |"))


def test_the_tables_by_hand_have_each_code_once() -> None:
    by_hand, _, _ = ERRORS_PAGE.read_text(encoding="utf-8").partition("## Faults of rows")
    counted = Counter(re.findall(r"^\| `([a-z0-9-]+)` \|", by_hand, re.MULTILINE))
    assert [] == [code for code, times in counted.items() if times > 1]


@pytest.mark.parametrize("code", ["a-code-of-its-own", "capital-letters"])
def test_a_code_that_the_source_lacks_is_noticed(code: str) -> None:
    assert not _known().fullmatch(code)


def test_every_code_of_what_to_look_at_is_on_the_page() -> None:
    page = ERRORS_PAGE.read_text(encoding="utf-8")
    _, _, section = page.partition("## What a person must look at\n")
    table = set(re.findall(r"`([a-z-]+)`", section.partition("\n## ")[0]))
    source = Path(_review.__file__).read_text(encoding="utf-8")
    items = set(re.findall(r'ReviewItem\("([a-z-]+)"', source))
    assert 8 < len(items)
    assert items | set(Why) <= table
