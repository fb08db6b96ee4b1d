"""Equal input gives the same text, whatever order sets have in a process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from everything_once import digests, everything

SCRIPT = Path(__file__).with_name("everything_once.py")
WIDTH = "150"


@pytest.fixture(scope="module")
def here() -> Iterator[dict[str, str]]:
    """What this process makes of it, on a screen as wide."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", WIDTH)
        yield everything()


class TestSeeds:
    """Neither a result, nor its digest, nor an order, nor a message hangs on the order of a set."""

    @pytest.mark.parametrize("seed", range(10))
    def test_every_seed_gives_the_same(self, here: dict[str, str], seed: int) -> None:
        environment = (
            os.environ
            | {"PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"}
            | {"COLUMNS": WIDTH}
        )
        command = [sys.executable, str(SCRIPT)]
        done = subprocess.run(command, capture_output=True, check=True, env=environment)  # noqa: S603 - our own script

        assert digests(here) == done.stdout.decode().split("\n")

    def test_everything_is_something(self, here: dict[str, str]) -> None:
        """A refusal names all that is wrong, and a command that failed would say the same in all processes."""
        assert [] == [name for name, text in here.items() if len(text) < 40]
        assert [] == [
            name for name, text in here.items() if name.startswith("nsc-program") and text[0] == "2"
        ]
        assert [] == [name for name, text in here.items() if "not refused" in text]
