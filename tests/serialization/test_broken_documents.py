"""Each broken document of a folder has one mistake, and its own message with the place.

Broken registers are in `tests/broken` itself (`test_json.py`), other broken documents in a folder
for each kind.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from each import for_each
from nsc_program import Evaluation, Figures, Program, Reading
from nsc_program.checks import Findings
from nsc_program.errors import DocumentError
from nsc_program.serialization import SCHEMAS, from_json
from nsc_program.verdicts import (
    Diff,
    Evidence,
    FundingTotals,
    PhaseComparison,
    PlanComparison,
    Sweep,
)

KINDS: dict[str, type[Any]] = {
    "program": Program,
    "figures": Figures,
    "reading": Reading,
    "evaluation": Evaluation,
    "sweep": Sweep,
    "comparison": PhaseComparison,
    "plans": PlanComparison,
    "findings": Findings,
    "evidence": Evidence,
    "diff": Diff,
    "funding": FundingTotals,
}
BROKEN = Path(__file__).parents[1] / "broken"
FILES = [path for folder in KINDS for path in sorted((BROKEN / folder).glob("*.json"))]


def _expected(path: Path) -> str:
    return path.with_suffix(".txt").read_text(encoding="utf-8").removesuffix("\n")


@cache
def _refusal(path: Path) -> DocumentError:
    with pytest.raises(DocumentError) as refusal:
        from_json(path.read_bytes(), KINDS[path.parent.name])
    return refusal.value


@for_each("path", FILES)
def test_each_broken_document_has_its_message(path: Path) -> None:
    assert _expected(path) == str(_refusal(path))


@for_each("path", FILES)
def test_each_message_says_where_the_mistake_is(path: Path) -> None:
    """Every path leads to a place of the document, or to what is missing there.

    Without a path, the message names the thing itself.
    """
    for problem in _refusal(path).problems:
        if problem.path:
            assert problem.in_("en") in _expected(path)
            node = json.loads(path.read_text(encoding="utf-8"))
            for step in problem.path[:-1]:
                node = node[step]
        else:
            assert re.search(r"'.+'|line \d+, column \d+", problem.message.en)


@for_each("folder", KINDS)
def test_no_two_mistakes_of_a_kind_share_a_message(folder: str) -> None:
    messages = [_expected(path) for path in FILES if path.parent.name == folder]

    assert len(messages) == len(set(messages)) > 10


def test_each_kind_except_registers_has_a_folder() -> None:
    assert {path.name for path in BROKEN.iterdir() if path.is_dir()} == set(KINDS)
    assert 1 == len(SCHEMAS) - len(KINDS) == len(set(SCHEMAS) - set(KINDS.values()))


def test_each_message_belongs_to_a_document() -> None:
    assert {path.with_suffix(".txt") for path in FILES} == set(BROKEN.glob("*/*.txt"))


def test_there_are_more_than_a_hundred_documents() -> None:
    assert len(FILES) > 100
