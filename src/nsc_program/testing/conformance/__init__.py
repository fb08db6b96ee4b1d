"""Cases that any implementation of the rules can be held to, as JSON files that people can read too.

Each file under `cases` is about one topic and has one plan. A case is a register, a day and a reading, with the
verdicts that follow: the status, what is held against what, the notes and the questions asked. The documents are in the
forms of `nsc_program.serialization`. Everything in them is made up.

Notes and questions have no order. A case about Hanoi's plan names only the targets that it is about, any other all.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from typing import Any, final

from attrs import field, frozen

from nsc_program.values._text import Text
from nsc_program.values._value import Value

__all__ = ["HANOI_PLAN", "SCHEMA", "Case", "cases"]

SCHEMA = "nsc-program/cases/1"
"""The name and version that each file gives itself under `"schema"`."""
HANOI_PLAN = "hanoi"
"""What stands for a plan where Hanoi's own is meant: that is in `nsc_program.catalog`."""


@final
@frozen(kw_only=True)
class Case(Value):
    """One case: what is given, as JSON texts to read, and what follows, as an evaluation's document has it.

    Attributes:
        topic: the file that it stands in.
        id: no other case of any file has it.
        why: the rule that it shows, with the arithmetic.
        program: a plan, or `HANOI_PLAN`.
        expected: for each target its `status`, `comparisons`, `notes` and `asked`.
        phases: the status of each phase; `None` where no target is weighed.
    """

    topic: str
    id: str
    why: Text
    program: str
    register: str
    as_of: date
    reading: str
    expected: Mapping[str, Any] = field(hash=False)
    phases: Mapping[str, str | None] = field(hash=False)


def cases() -> tuple[Case, ...]:
    """Every case, in the order of the files.

    >>> case = next(case for case in cases() if case.id == "about-1500-1425")
    >>> print(case.why.en)
    1,425 are reported; 1,500 less 5 % is 1,425.
    >>> case.expected["phase/wanted"]["status"]
    'attained'
    """
    found = (
        each for each in files(__name__).joinpath("cases").iterdir() if each.name.endswith(".json")
    )
    texts = (each.read_text(encoding="utf-8") for each in sorted(found, key=lambda each: each.name))
    return tuple(case for text in texts for case in _cases(json.loads(text)))


def _cases(document: dict[str, Any]) -> Iterator[Case]:
    program = document["program"]
    for case in document["cases"]:
        yield Case(
            topic=document["topic"],
            id=case["id"],
            why=Text(**case["why"]),
            program=program if program == HANOI_PLAN else _text(program),
            register=_text(case["register"]),
            as_of=date.fromisoformat(case["as_of"]),
            reading=_text(case["reading"]),
            expected=case["expected"],
            phases=case["phases"],
        )


def _text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False)
