"""Run one test over a long table of cases.

Pytest spends more time on a test of its own than most of these cases take, so a table of hundreds
is one test. It runs all of its cases and names each that fails.
"""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def for_each(
    names: str | tuple[str, ...],
    cases: Iterable[Any],
    ids: Iterable[object] | Callable[[Any], object] = lambda case: repr(case)[:200],
) -> Callable[[Test], Test]:
    """Return a decorator that runs a test over all cases; fixtures are shared by the cases.

    Args:
        names: the parameters of the test that a case gives.
        cases: the cases; each is a tuple if there are several names.
        ids: the names of the cases, or a function that names a case; without them a case is shown
            as it is.
    """
    parameters = (names,) if isinstance(names, str) else names
    table = list(cases)
    labels = list(map(ids, table) if callable(ids) else ids)

    def decorated(test: Test) -> Test:
        @wraps(test)
        def run(*args: object, **kwargs: object) -> None:
            failures = []
            for label, case in zip(labels, table, strict=True):
                values = (case,) if isinstance(names, str) else case
                try:
                    test(*args, **kwargs, **dict(zip(parameters, values, strict=True)))
                except (Exception, pytest.fail.Exception) as failure:  # noqa: BLE001  # of the test
                    failure.add_note(f"the case: {label}")
                    failures.append(failure)
            if failures:
                raise BaseExceptionGroup(f"{len(failures)} of {len(table)} cases fail", failures)

        signature = inspect.signature(test)
        left = [item for item in signature.parameters.values() if item.name not in parameters]
        vars(run)["__signature__"] = signature.replace(parameters=left)
        return run

    return decorated
