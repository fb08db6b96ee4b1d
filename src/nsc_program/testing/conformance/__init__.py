"""Conformance cases for any implementation of the rules, as JSON files that people can read too.

They stand in the folder `conformance` of the repository, and packed in this package. Each file is
about one topic and has one plan. A case gives a register, a day and a
reading, and the verdicts that follow: the status, the comparisons, the notes, and the questions
asked. The documents have the schemas of `nsc_program.serialization`. Everything in them is made up.

Notes and questions are not ordered. A case about Hanoi's plan lists only the targets that it is
about; a case about another plan lists all targets.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from typing import Any, final
from zipfile import ZipFile

from attrs import field, frozen

from nsc_program.values._text import Text
from nsc_program.values._value import Value

__all__ = ["HANOI_PLAN", "SCHEMA", "Case", "cases", "documents"]

SCHEMA = "nsc-program/cases/1"
"""The schema and version that each file states under `"schema"`."""
HANOI_PLAN = "hanoi"
"""The text that stands for Hanoi's plan, which is in `nsc_program.catalog`."""


@final
@frozen(kw_only=True)
class Case(Value):
    """One case: the input as JSON texts, and the expected verdicts.

    Attributes:
        topic: The topic of the file that holds the case.
        id: The id of the case, unique across all files.
        why: The rule that the case shows, with the arithmetic.
        program: The plan as JSON, or `HANOI_PLAN`.
        register: The register as JSON.
        as_of: The day; the register is judged at its close.
        reading: The reading as JSON.
        expected: The `status`, `comparisons`, `notes` and `asked` of each target, by its id, as in
            the document of an evaluation.
        phases: The status of each phase, by its id; `None` if no target of the phase is weighed.
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
    """Return every case, in the order of the files.

    >>> case = next(case for case in cases() if case.id == "about-1500-1425")
    >>> print(case.why.en)
    1,425 are reported; 1,500 less 5 % is 1,425.
    >>> case.expected["phase/wanted"]["status"]
    'attained'
    """
    return tuple(case for text in documents().values() for case in _cases(json.loads(text)))


def documents() -> Mapping[str, str]:
    """Return the text of each file, by its name such as `at-least.json`, in order."""
    with files(__name__).joinpath("cases.zip").open("rb") as file, ZipFile(file) as packed:
        return {name: packed.read(name).decode("utf-8") for name in sorted(packed.namelist())}


def _cases(document: dict[str, Any]) -> Iterator[Case]:
    """Yield the cases of a file."""
    topic, plan = document["topic"], document["program"]
    program = plan if plan == HANOI_PLAN else _text(plan)
    return (_case(topic, program, case) for case in document["cases"])


def _case(topic: str, program: str, case: dict[str, Any]) -> Case:
    """Return one case, with its parts as texts."""
    return Case(
        topic=topic,
        id=case["id"],
        why=Text(**case["why"]),
        program=program,
        register=_text(case["register"]),
        as_of=date.fromisoformat(case["as_of"]),
        reading=_text(case["reading"]),
        expected=case["expected"],
        phases=case["phases"],
    )


def _text(document: object) -> str:
    """Write a part of a file as JSON."""
    return json.dumps(document, ensure_ascii=False)
