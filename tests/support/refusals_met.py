"""Every error of this library that a test creates has its message in both languages."""

from collections.abc import Generator
from typing import Any

import pytest

from both_languages import faults_of
from nsc_program.errors import NscError, Problem

_MOST = 100  # errors of one test that are looked at
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
    """Fail a test that created an error whose message is missing in one language."""
    _met.clear()
    result = yield
    problems = {problem for error in _met for problem in _problems(error)}
    wrong = [fault for problem in problems for fault in faults_of(problem)]
    assert [] == wrong
    return result
