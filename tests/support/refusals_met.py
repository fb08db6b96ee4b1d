"""Every error of this library that a test creates has its message in both languages.

Its codes are on the page on errors.
"""

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from both_languages import faults_of
from nsc_program.errors import NscError, Problem

ERRORS_PAGE = Path(__file__).parents[2] / "docs" / "reference" / "errors.md"
_CODE = re.compile(r"^\| `([a-z0-9-]+)` \|", re.MULTILINE)
_OF_TWO_FIELDS = re.compile(r"[a-z-]+-or-[a-z-]+")
"""The code of a record of a test's own that has both of two fields, or neither."""
CODES = frozenset(_CODE.findall(ERRORS_PAGE.read_text(encoding="utf-8")))
"""The codes of problems that the page on errors has."""

_MOST = 1_000  # errors of one test that are looked at
_met: list[NscError] = []


def _remembered(kind: type[NscError], *args: Any) -> NscError:  # noqa: ANN401  # an error takes any
    error = Exception.__new__(kind, *args)
    if len(_met) < _MOST:
        _met.append(error)
    return error


NscError.__new__ = _remembered  # type: ignore[method-assign, assignment]


def _problems(error: NscError) -> tuple[Problem, ...]:
    try:
        problems: tuple[object, ...] = error.problems
        return tuple(each for each in problems if isinstance(each, Problem))
    except TypeError:  # made with arguments of another class, to be compared with it
        return ()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Fail a test that created an error without words in one language, or with an unlisted code."""
    _met.clear()
    result = yield
    problems = {problem for error in _met for problem in _problems(error)}
    wrong = [fault for problem in problems for fault in faults_of(problem)]
    assert [] == wrong
    unlisted = {problem.code for problem in problems} - CODES
    assert [] == [code for code in unlisted if not _OF_TWO_FIELDS.fullmatch(code)], "see errors.md"
    return result
