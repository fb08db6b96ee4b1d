"""Values are shared between threads without a lock: what one of them works out, it works out whole or again.

With the usual build threads take turns, here as often as they can be made to; `nox -s threads` runs this on a
free-threaded one too, where they do not.
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

THREADS = 8
_DAY = date(2026, 6, 30)
_SCRIPT = Path(__file__).with_name("cold_threads.py")
_GOLDEN = Path(__file__).parent / "golden"
REGISTER = from_json(
    (_GOLDEN / "register-1" / "every-field.json").read_text(encoding="utf-8"), Register
)
SHARED = (HANOI, REGISTER, tally(HANOI, REGISTER, as_of=_DAY))
T = TypeVar("T")


def fresh(value: T) -> T:
    """An equal value of which nothing was worked out yet."""
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
    """One program and one register, both fresh, are judged by all threads at once: all find what one alone does."""

    @pytest.mark.parametrize("judge", JUDGED)
    def test_all_threads_find_the_same(self, judge: Callable[[Program, Register], object]) -> None:
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
    def test_what_is_worked_out_once_is_whole_for_all(self, value: Any) -> None:  # noqa: ANN401  # three classes
        lazy = _lazy(type(value))
        assert lazy
        alone = [getattr(fresh(value), name) for name in lazy]
        for _ in range(20):
            shared = fresh(value)
            calls = [lambda: [getattr(shared, name) for name in lazy]] * THREADS  # noqa: B023 - called at once
            assert [alone] * THREADS == at_once(calls)

    def test_digests_that_push_each_other_out_of_their_store_stay_right(self) -> None:
        days = [date(2026, 1, day) for day in range(1, 25)]
        alone = [digest_of(HANOI, Figures(day)) for day in days]
        calls = [lambda: [digest_of(HANOI, Figures(day)) for day in days]] * THREADS
        assert [alone] * THREADS == at_once(calls)


def _lazy(kind: type) -> list[str]:
    """What a class works out when it is first asked: attrs moves it where only these names lead."""
    slots: tuple[str, ...] = kind.__slots__  # type: ignore[attr-defined]
    lazy = [name for name in slots if not name.startswith("__") and name not in _fields(kind)]
    return [name for name in lazy if name != "_attrs_cached_hash"]


def _fields(kind: Any) -> list[str]:  # noqa: ANN401  # an attrs class
    return [each.name for each in kind.__attrs_attrs__]


class TestFirstUse:
    """The face of the package imports a name, and the edges build their tables, when they are first asked."""

    @pytest.mark.parametrize("attempt", range(3))
    def test_many_threads_may_be_the_first(self, attempt: int) -> None:
        command = [sys.executable, str(_SCRIPT)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - our own script
        assert ("12 True 12 True", attempt) == (done.stdout, attempt)

    def test_what_the_script_does_is_something(self) -> None:
        assert len(names(0)) > 100
        assert 100_000 < len(documents())


class TestTogether:
    """The helper does what it says: an error in one thread comes out."""

    def test_an_error_comes_out(self) -> None:
        with pytest.raises(ZeroDivisionError):
            at_once([lambda: 1 // 0, lambda: 1])
