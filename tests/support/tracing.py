"""Where coverage stops tracing: after the first examples of a law, and where a test repeats itself.

Tracing doubles the time of what it traces, and a branch needs to run once. A law may not leave a
branch of its own to luck, so its first examples run all of it. What draws the examples is always
traced.

Coverage itself does not trace this file, because it is about its own absence.
"""

import os
import sys
from collections.abc import Callable, Generator
from functools import wraps
from itertools import count
from typing import ParamSpec, TypeVar

import pytest

TRACED = 8

_P = ParamSpec("_P")
_T = TypeVar("_T")


def first_traced(function: Callable[_P, _T], times: int = TRACED) -> Callable[_P, _T]:
    """Return a function that coverage traces in its first calls only.

    Args:
        function: the function, which takes the same branches in its first calls as later.
        times: the number of calls that are traced.
    """
    calls = count()

    @wraps(function)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        if next(calls) < times:
            return function(*args, **kwargs)
        # Coverage keeps a stack of the functions that it traces, so the function that stops it is
        # the one that starts it again.
        tracer = sys.gettrace()
        sys.settrace(None)
        try:
            return function(*args, **kwargs)
        finally:
            sys.settrace(tracer)

    return run


def untraced(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return a function that coverage does not trace, because other calls run the same code."""
    return first_traced(function, 0)


def untraced_environment() -> dict[str, str]:
    """Return the environment for a process that coverage does not trace."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Trace the first examples of a law only."""
    law = getattr(getattr(item, "obj", None), "hypothesis", None)
    if law is None or sys.gettrace() is None:
        return (yield)
    whole = law.inner_test
    law.inner_test = first_traced(whole)
    try:
        return (yield)
    finally:
        law.inner_test = whole
