"""Run the command in this process, as the tests of several rooms do."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from nsc_program.cli import _files, main
from nsc_program.serialization import from_json

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "made-up-register.json"


@pytest.fixture(scope="module")
def files_read_once() -> Iterator[None]:
    """Read each content of a file once: registers and plans do not change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_files, "from_json", cache(from_json))
        yield


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Run the command, and return its exit code, its output and its error messages."""
    code = main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    return code, output.out, output.err
