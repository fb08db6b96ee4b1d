"""Run the command in this process, as the tests of several rooms do."""

from pathlib import Path

import pytest

from nsc_program.cli import main

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "made-up-register.json"


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Run the command, and return its exit code, its output and its error messages."""
    code = main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    return code, output.out, output.err
