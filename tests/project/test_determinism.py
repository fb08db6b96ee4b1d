"""Equal input gives the same text, whatever the order of sets in a process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from everything_once import digests, everything
from tracing import untraced_environment

SCRIPT = Path(__file__).parents[1].joinpath("support", "everything_once.py")
WIDTH = "150"


@pytest.fixture(scope="module")
def here() -> Iterator[dict[str, str]]:
    """Return all texts as made in this process, on a screen of the same width."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", WIDTH)
        yield everything()


class TestSeeds:
    """Results, digests, orders and messages do not depend on the order of a set."""

    @pytest.mark.parametrize("seed", range(3))
    def test_every_hash_seed_gives_the_same_texts(self, here: dict[str, str], seed: int) -> None:
        environment = (
            (untraced_environment() if seed else os.environ)
            | {"PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"}
            | {"COLUMNS": WIDTH}
        )
        command = [sys.executable, str(SCRIPT)]
        done = subprocess.run(  # noqa: S603 - our own script
            command, capture_output=True, check=True, env=environment
        )

        assert digests(here) == done.stdout.decode().split("\n")

    def test_every_text_is_there(self, here: dict[str, str]) -> None:
        """A failed command or a missing refusal would give the same text in all processes."""
        assert [] == [name for name, text in here.items() if len(text) < 40]
        assert [] == [
            name for name, text in here.items() if name.startswith("nsc-program") and text[0] == "2"
        ]
        assert [] == [name for name, text in here.items() if "not refused" in text]
