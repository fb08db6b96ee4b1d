"""Values are shared between threads without a lock: each thread derives values whole, or again.

In the usual build threads take turns, here as often as they can be made to. `nox -s threads` runs
these tests on a free-threaded build too, where they do not.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from cold_threads import at_once, documents, names
from nsc_program import (
    HANOI,
    NATIONAL,
    Figures,
    Program,
    Register,
    assess,
    compare_phases,
    evaluate,
    evidence,
    findings,
    funding,
    sweep,
    tally,
)
from nsc_program.serialization import from_json, to_json
from nsc_program.serialization._writing import digest_of
from tracing import untraced_environment

THREADS = 8
_DAY = date(2026, 6, 30)
_SCRIPT = Path(__file__).parents[1].joinpath("support", "cold_threads.py")
_GOLDEN = Path(__file__).parents[1] / "golden"
REGISTER = from_json(
    (_GOLDEN / "register-1" / "every-field.json").read_text(encoding="utf-8"), Register
)
SHARED = (HANOI, REGISTER, tally(HANOI, REGISTER, as_of=_DAY))
T = TypeVar("T")


def fresh(value: T) -> T:
    """Return an equal value from which nothing was derived yet."""
    copy: T = pickle.loads(pickle.dumps(value))  # noqa: S301 - written in the same line
    return copy


def _evaluated(program: Program, register: Register) -> object:
    return evaluate(program, tally(program, register, as_of=_DAY))


def _swept(program: Program, register: Register) -> object:
    return sweep(program, tally(program, register, as_of=_DAY))


def _compared(program: Program, register: Register) -> object:
    return compare_phases(
        evaluate(program, tally(program, register, as_of=_DAY)), "2021-2025", "2026-2030"
    )


def _looked_at(program: Program, register: Register) -> object:
    return findings(evaluate(program, tally(program, register, as_of=_DAY)), register), funding(
        program, register, as_of=_DAY
    )


def _traced(program: Program, register: Register) -> object:
    return [
        evidence(assess(program, register, as_of=_DAY), register, target.id)
        for target in program.targets[:3]
    ]


def _written(program: Program, register: Register) -> object:
    return to_json(program), to_json(register), hash(program), hash(register)


JUDGED: tuple[Callable[[Program, Register], object], ...] = (
    _evaluated,
    _swept,
    _compared,
    _looked_at,
    _traced,
    _written,
)


class TestOneValueInManyThreads:
    """All threads that evaluate one new plan and register get the same result as one thread."""

    @pytest.mark.parametrize("judge", JUDGED)
    def test_all_threads_get_the_same_result(
        self, judge: Callable[[Program, Register], object]
    ) -> None:
        alone = judge(fresh(HANOI), fresh(REGISTER))
        for _ in range(3):
            shared = fresh(HANOI), fresh(REGISTER)
            assert [alone] * THREADS == at_once([partial(judge, *shared)] * THREADS)

    def test_threads_that_do_different_things_do_not_disturb_each_other(self) -> None:
        alone = [judge(fresh(HANOI), fresh(REGISTER)) for judge in JUDGED]
        for _ in range(3):
            shared = fresh(HANOI), fresh(REGISTER)
            assert alone == at_once([partial(judge, *shared) for judge in JUDGED])

    @pytest.mark.parametrize(
        "value",
        [HANOI, REGISTER, tally(HANOI, REGISTER, as_of=_DAY)],
        ids=lambda value: type(value).__name__,
    )
    def test_cached_values_are_complete_in_all_threads(self, value: Any) -> None:  # noqa: ANN401  # three classes
        lazy = _lazy(type(value))
        assert lazy
        alone = [getattr(fresh(value), name) for name in lazy]
        for _ in range(20):
            shared = fresh(value)
            calls = [lambda: [getattr(shared, name) for name in lazy]] * THREADS  # noqa: B023 - called at once
            assert [alone] * THREADS == at_once(calls)

    def test_digests_stay_right_when_their_cache_overflows(self) -> None:
        days = [date(2026, 1, day) for day in range(1, 25)]
        alone = [digest_of(HANOI, Figures(day)) for day in days]
        calls = [lambda: [digest_of(HANOI, Figures(day)) for day in days]] * THREADS
        assert [alone] * THREADS == at_once(calls)

    def test_plans_that_are_read_at_once_keep_their_own_lists(self) -> None:
        plans = [HANOI, NATIONAL] * (THREADS // 2)
        assert plans == at_once([partial(from_json, to_json(plan), Program) for plan in plans])


def _lazy(kind: type) -> list[str]:
    """Return the names of a class's cached properties: attrs makes them reachable only by name."""
    slots: tuple[str, ...] = kind.__slots__  # type: ignore[attr-defined]
    lazy = [name for name in slots if not name.startswith("__") and name not in _fields(kind)]
    return [name for name in lazy if name != "_attrs_cached_hash"]


def _fields(kind: Any) -> list[str]:  # noqa: ANN401  # an attrs class
    return [each.name for each in kind.__attrs_attrs__]


class TestFirstUse:
    """Names are imported, and the tables of the edges built, on first use."""

    @pytest.mark.parametrize("attempt", range(3))
    def test_many_threads_may_be_the_first_to_use_the_library(self, attempt: int) -> None:
        command = [sys.executable, str(_SCRIPT)]
        environment = untraced_environment() if attempt else None
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, check=True, text=True, env=environment
        )
        assert ("12 True 12 True", attempt) == (done.stdout, attempt)

    def test_the_script_uses_everything(self) -> None:
        assert len(names(0)) > 100
        assert 100_000 < len(documents())


class TestHelper:
    """The helper passes on an error in one thread."""

    def test_an_error_in_a_thread_is_raised(self) -> None:
        with pytest.raises(ZeroDivisionError):
            at_once([lambda: 1 // 0, lambda: 1])
