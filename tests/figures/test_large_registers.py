"""Large registers leave nothing behind and need no deep recursion.

`nox -s large` takes 100,000 records.
"""

import gc
import os
import subprocess
import sys
import weakref
from datetime import date, timedelta
from pathlib import Path

import pytest

from large_registers import DAY, register_of, used
from nsc_program import HANOI, Evaluation, Figures, Register, evaluate, tally
from nsc_program.serialization._writing import _line, digest_of

MANY = int(os.environ.get("NSC_LARGE", "1000"))
_HERE = Path(__file__).parents[1] / "support"


def _blocks() -> int:
    """Return the number of memory blocks in use."""
    gc.collect()
    return sys.getallocatedblocks()


class TestMemory:
    """Results of work on a register do not outlive it."""

    def test_repeated_use_of_registers_does_not_leak_memory(self) -> None:
        """Python itself keeps a few blocks more each time at first.

        One per third record would be a leak.
        """
        used(register_of(MANY))
        before = _blocks()
        for _ in range(3):
            used(register_of(MANY))

        assert _blocks() - before < MANY

    def test_a_register_is_freed_although_its_results_live(self) -> None:
        register = register_of(50)
        results: list[Evaluation] = [
            used(register),
            evaluate(HANOI, tally(HANOI, register, as_of=DAY)),
        ]
        gone = weakref.ref(register)
        del register
        gc.collect()

        assert (None, 2) == (gone(), len(results))

    def test_cached_values_do_not_keep_a_register_alive(self) -> None:
        """There is no cycle: the register is freed at once, without the collector."""
        register = Register(register_of(50).records)
        assert register.latest
        assert register.unresolved == ()
        gone = weakref.ref(register)
        del register

        assert gone() is None

    def test_the_cache_of_digests_is_small(self) -> None:
        for day in range(50):
            digest_of(HANOI, Figures(DAY + timedelta(days=day)))

        assert (16, 16) == (_line.cache_info().maxsize, _line.cache_info().currsize)

    def test_figures_leave_the_cache_of_digests_when_others_come(self) -> None:
        figures = Figures(date(2031, 1, 1))
        digest_of(HANOI, figures)
        gone = weakref.ref(figures)
        del figures
        for day in range(16):
            digest_of(HANOI, Figures(DAY + timedelta(days=day)))
        gc.collect()

        assert gone() is None


_DEPTH = 100
_IN_A_SMALL_STACK = """
import sys, threading
from large_registers import register_of, used

used(register_of(20))  # imports go deeper
sys.setrecursionlimit({depth})
threading.stack_size(2**19)
thread = threading.Thread(target=lambda: print(len(used(register_of({many})))))
thread.start()
thread.join()
"""


class TestDepth:
    """The depth of recursion does not depend on the number of records, claims, reports or rows."""

    @pytest.mark.parametrize("many", [20, MANY])
    def test_the_depth_of_calls_does_not_grow_with_the_register(self, many: int) -> None:
        command = [sys.executable, "-c", _IN_A_SMALL_STACK.format(depth=_DEPTH, many=many)]
        done = subprocess.run(  # noqa: S603 - our own
            command, capture_output=True, check=True, cwd=_HERE, text=True
        )

        assert ("10\n", "") == (done.stdout, done.stderr)
