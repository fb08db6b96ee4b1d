"""The page about mutants matches the list; `nox -s mutants` shows that the list is true."""

import re
import runpy
from pathlib import Path

import pytest

from each import for_each

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "tools" / "mutants.py"))
PAGE = (ROOT / "docs" / "reference" / "mutants.md").read_text(encoding="utf-8")
LISTED = SCRIPT["equivalents"]()
SCORES = {
    module: [int(count) for count in counts.split(" | ")]
    for module, counts in re.findall(r"^\| `(\S+)` \| ([\d |]+) \|$", PAGE, re.MULTILINE)
}


def test_the_page_shows_the_list() -> None:
    assert PAGE.endswith(SCRIPT["table"](LISTED))


def test_each_listed_mutant_has_a_reason() -> None:
    assert [] == [place for place, reason in LISTED.items() if not reason]


def test_each_module_has_a_score() -> None:
    assert list(SCRIPT["MODULES"]) == list(SCORES)


@for_each("module", SCORES)
def test_every_mutant_is_killed_or_explained(module: str) -> None:
    mutants, *explained = SCORES[module]
    assert mutants == sum(explained)


@for_each("module", SCORES)
def test_every_listed_mutant_is_in_the_score(module: str) -> None:
    assert sum(place.module == module for place in LISTED) <= SCORES[module][-1]


def test_a_new_score_replaces_the_last_one() -> None:
    before = f"| `ranges` | 1 | 1 | 0 | 0 |\n| `bounds` | 2 | 2 | 0 | 0 |\n\n{SCRIPT['table']({})}"

    after = SCRIPT["page"](before, {"bounds": (3, 2, 0, 1)}, {})

    assert before.replace("2 | 2 | 0 | 0", "3 | 2 | 0 | 1") == after


class TestLines:
    """A mutant is identified by the lines that it changes, without those around them."""

    @pytest.mark.parametrize(
        ("expected", "before", "after"),
        [
            (("b", "c"), "a\nb  # why\nz\n", "a\nc  # why\nz\n"),
            (("b", ""), "a\n    b\na\n", "a\na\n"),
            (("b c", "d"), "a\nb\nc\n", "a\nd\n"),
            (("", "a"), "a\n", "a\na\n"),
        ],
    )
    def test_only_the_different_lines_are_kept(
        self, expected: tuple[str, str], before: str, after: str
    ) -> None:
        assert expected == SCRIPT["_difference"](before, after)
