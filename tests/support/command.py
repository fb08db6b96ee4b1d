"""Run the command in this process, as the tests of several rooms do."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from nsc_program import Figures, Period, Program, Register, tally
from nsc_program.cli import _files, _verdicts, main
from nsc_program.serialization import from_json

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "made-up-register.json"


_counted = cache(tally)


def _counted_once(
    program: Program, register: Register, *, as_of: date, periods: Sequence[Period]
) -> Figures:
    return _counted(program, register, as_of=as_of, periods=tuple(periods))


@pytest.fixture(scope="module")
def read_and_counted_once() -> Iterator[None]:
    """Read each content of a file once, and count each register once: they do not change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_files, "from_json", cache(from_json))
        patch.setattr(_verdicts, "tally", _counted_once)
        yield
    _counted.cache_clear()


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Run the command, and return its exit code, its output and its error messages."""
    code = main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    return code, output.out, output.err
