"""The made-up register follows from its script, and its table of verdicts is right."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from attrs import frozen
from stdnum.vn import mst

from nsc_program import (
    HANOI,
    Evaluation,
    Figures,
    Range,
    Reading,
    Register,
    Status,
    evaluate,
    tally,
)
from nsc_program.plan import WORDING
from nsc_program.serialization import from_json
from nsc_program.testing import sample

Row: TypeAlias = dict[str, Any]

_FOLDER = Path(__file__).parents[2] / "docs" / "examples"
_SCRIPT = _FOLDER / "make_register.py"
_DOCUMENT = (_FOLDER / "made-up-register.json").read_bytes()
_PAGE = (_FOLDER / "made-up-register.md").read_text(encoding="utf-8")
_SCHEMA, *_LISTS = json.loads(_DOCUMENT).items()
_ROWS: Mapping[str, list[Row]] = dict(_LISTS)
_DAY = date(2026, 6, 30)


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_register", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


P = _load()
"""The script, for its parameters."""


# The file


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_script_makes_the_same_bytes_every_time(seed: str) -> None:
    command = [sys.executable, str(_SCRIPT)]
    environment = os.environ | {"PYTHONHASHSEED": seed}
    made = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603 - our own script
    expected = _DOCUMENT
    assert expected == made.stdout


def test_the_package_holds_the_same_bytes() -> None:
    assert _DOCUMENT == sample.document()
    assert from_json(_DOCUMENT, Register) == sample.register()


def test_each_record_has_a_line_of_its_own() -> None:
    lines = [
        json.loads(line.rstrip(","))
        for line in _DOCUMENT.decode().splitlines()
        if line.startswith("    {")
    ]
    assert [row for rows in _ROWS.values() for row in rows] == lines


def test_the_keys_stand_in_the_order_of_the_schema() -> None:
    expected = (
        "schema completeness enterprises supports trainings experts pilot_models "
        "assessment_bodies disseminations "
        "reported_figures facts"
    )
    assert expected.split() == [_SCHEMA[0], *_ROWS]


def test_the_document_names_its_schema() -> None:
    expected = "nsc-program/register/1"
    assert expected == _SCHEMA[1]


# Made-up keys


def test_enterprise_codes_cannot_be_real() -> None:
    fields = {"enterprises": "code", "supports": "enterprise", "pilot_models": "enterprise"}
    codes = {row[field] for key, field in fields.items() for row in _ROWS[key]}
    in_digits = {code for code in codes if not re.fullmatch(r"SAMPLE-\d{4}", code)}
    assert {f"{number:010}" for number in range(1, P.BRANCH_OWNERS + 1)} == {
        code[:10] for code in in_digits
    }
    assert not [code for code in in_digits if mst.is_valid(code) or mst.is_valid(code[:10])]


def test_no_check_digit_is_right_after_nine_zeros() -> None:
    """Such codes are refused twice: they lack a serial number, and every check digit is wrong."""
    expected = "10"
    assert expected == mst.calc_check_digit("0" * 9)


def test_every_other_key_is_marked_as_a_sample() -> None:
    fields = {"id", "person", "registration", "key"}
    keys = [
        value
        for rows in _ROWS.values()
        for row in rows
        for field, value in row.items()
        if field in fields
    ]
    assert not [key for key in keys if not key.startswith("SAMPLE-")]


def test_every_report_is_marked_as_made_up() -> None:
    expected = {"made up: there is no such report"}
    assert expected == {row["document"] for row in _ROWS["reported_figures"]}


# The counts follow from the parameters, and plain Python counts them here.


def _current(key: str) -> list[Row]:
    """Return the last version of each row, without annulled rows."""
    latest = {
        row["id"]: row
        for row in sorted(_ROWS[key], key=lambda row: str(row.get("recorded_on", "")))
    }
    return [row for row in latest.values() if not row.get("annulled")]


def _is_first(day: str | None) -> bool:
    return day is not None and "2021-01-01" <= day <= "2025-12-31"


def _is_second(day: str | None) -> bool:
    return day is not None and "2026-01-01" <= day <= _DAY.isoformat()


def _head(code: str) -> str:
    return code if code.startswith("SAMPLE-") else code[:10]


_SUPPORTS = [row | {"enterprise": _head(row["enterprise"])} for row in _current("supports")]
_FIRST = [row for row in _SUPPORTS if _is_first(row.get("completed_on"))]
_SECOND = [row for row in _SUPPORTS if _is_second(row.get("completed_on"))]


def _distinct(rows: Iterable[Row], field: str = "enterprise", **conditions: object) -> int:
    return len(
        {
            row[field]
            for row in rows
            if all(row.get(name) == value for name, value in conditions.items())
        }
    )


def _is_verified(row: Row) -> bool:
    return bool(row.get("verified", True))


def test_the_number_of_support_rows_follows_from_the_parameters() -> None:
    more_branches = P.BRANCH_OWNERS * (P.BRANCHES_EACH - 1)
    more_versions = P.FIRST_CORRECTED + P.FIRST_ANNULLED
    others = (
        P.FIRST_UNVERIFIED
        + P.FIRST_ANNULLED
        + P.FIRST_HOUSEHOLDS
        + P.FIRST_COOPERATIVES
        + P.FIRST_UNFINISHED
    )
    first = P.FIRST_VERIFIED + P.FIRST_REPEATS + more_branches + more_versions + others + P.ACROSS
    second = P.SECOND_NEW + P.SECOND_RETURNING + P.SECOND_REPEATS + P.SECOND_UNVERIFIED
    second += P.SECOND_UNFINISHED + P.SECOND_JULY
    begun = Counter(_is_first(row["started_on"]) for row in _ROWS["supports"])
    assert {True: first, False: second} == {True: 1600, False: 300} == begun


def test_the_number_of_training_rows_follows_from_the_parameters() -> None:
    first = P.TRAINED_VERIFIED + P.TRAINED_UNVERIFIED + P.TRAINED_REPEATS + P.HEADCOUNTS
    second = P.LATER_NEW + P.LATER_RETURNING + P.LATER_REPEATS
    begun = Counter(_is_first(row["on"]) for row in _ROWS["trainings"])
    assert {True: first, False: second} == begun
    assert 2300 == first + second


def test_the_first_phase_supported_as_many_enterprises_as_the_parameters_say() -> None:
    enterprises = [row for row in _FIRST if "kind" not in row]
    verified = [row for row in enterprises if _is_verified(row)]
    expected = {
        "verified": P.FIRST_VERIFIED,
        "all": P.FIRST_VERIFIED + P.FIRST_UNVERIFIED,
        "by the city": P.FIRST_VERIFIED - P.FIRST_MINISTRY - P.FIRST_NATION,
        "households": P.FIRST_HOUSEHOLDS,
        "co-operatives": P.FIRST_COOPERATIVES,
    }
    assert expected == {
        "verified": _distinct(verified),
        "all": _distinct(enterprises),
        "by the city": _distinct(verified, level=None),
        "households": _distinct(_FIRST, kind="household"),
        "co-operatives": _distinct(_FIRST, kind="cooperative"),
    }


def test_the_second_phase_supported_as_many_enterprises_as_the_parameters_say() -> None:
    before = {row["enterprise"] for row in _FIRST}
    expected = {
        "verified": P.SECOND_NEW + P.SECOND_RETURNING + P.ACROSS,
        "unverified": P.SECOND_UNVERIFIED,
        "returning": P.SECOND_RETURNING,
        "later": P.SECOND_JULY,
        "not completed": P.FIRST_UNFINISHED + P.SECOND_UNFINISHED,
    }
    assert expected == {
        "verified": _distinct(row for row in _SECOND if _is_verified(row)),
        "unverified": _distinct(row for row in _SECOND if not _is_verified(row)),
        "returning": _distinct(row for row in _SECOND if row["enterprise"] in before),
        "later": _distinct(
            row for row in _SUPPORTS if row.get("completed_on", "") > _DAY.isoformat()
        ),
        "not completed": _distinct(_SUPPORTS, completed_on=None),
    }


def test_some_supports_are_completed_on_the_deciding_days() -> None:
    expected = {"2025-12-31", "2026-01-01", "2026-06-30"}
    assert expected == expected & {row.get("completed_on") for row in _SUPPORTS}


def test_as_many_people_were_trained_as_the_parameters_say() -> None:
    known = [row for row in _ROWS["trainings"] if "person" in row]
    first, second = ([row for row in known if of(row["on"])] for of in (_is_first, _is_second))
    verified = [row for row in first if _is_verified(row)]
    expected = {
        "verified": P.TRAINED_VERIFIED,
        "rows": P.TRAINED_VERIFIED + P.TRAINED_REPEATS - P.TRAINED_REPEATS_UNVERIFIED,
        "all": P.TRAINED_VERIFIED + P.TRAINED_UNVERIFIED,
        "second": P.LATER_NEW + P.LATER_RETURNING,
        "heads": [P.HEADS] * P.HEADCOUNTS,
    }
    assert expected == {
        "verified": _distinct(verified, "person"),
        "rows": len(verified),
        "all": _distinct(first, "person"),
        "second": _distinct(second, "person"),
        "heads": [row["headcount"] for row in _ROWS["trainings"] if "headcount" in row],
    }


def test_as_many_people_became_experts_as_the_parameters_say() -> None:
    experts = [row for row in _ROWS["experts"] if not row.get("renewal")]
    first = [row for row in experts if _is_first(row["trained_on"])]
    expected = {
        "to the standard": P.EXPERTS_CERTIFIED + P.EXPERTS_CERTIFIED_LATER + P.EXPERTS_UNCERTIFIED,
        "to no known standard": P.EXPERTS_NO_STANDARD,
        "certified": P.EXPERTS_CERTIFIED,
        "certified later": P.EXPERTS_CERTIFIED_LATER,
        "renewals": P.EXPERTS_RENEWED,
    }
    assert expected == {
        "to the standard": _distinct(first, "person", standard="TCVN 13751:2023"),
        "to no known standard": _distinct(first, "person", standard=None),
        "certified": _distinct(
            (row for row in first if _is_first(row.get("certified_on"))), "person"
        ),
        "certified later": _distinct(
            (row for row in first if _is_second(row.get("certified_on"))), "person"
        ),
        "renewals": len(_ROWS["experts"]) - len(experts),
    }


def test_as_many_experts_reached_a_level_as_the_parameters_say() -> None:
    second = [row for row in _ROWS["experts"] if _is_second(row.get("trained_on"))]
    levels = Counter(("regional_on" in row, "international_on" in row) for row in second)
    expected = {
        (True, False): P.EXPERTS_REGIONAL,
        (False, True): P.EXPERTS_INTERNATIONAL,
        (True, True): P.EXPERTS_BOTH_LEVELS,
    }
    assert expected == levels


def test_experts_are_among_those_trained() -> None:
    trained = {row.get("person") for row in _ROWS["trainings"]}
    assert not {row["person"] for row in _ROWS["experts"]} - trained


def test_as_many_enterprises_became_models_as_the_parameters_say() -> None:
    models = [row for row in _ROWS["pilot_models"] if not row.get("renewal")]
    groups = {
        _head(row["enterprise"]): len(row.get("solutions", ()))
        for row in models
        if "scope" not in row
    }
    national = Counter(_is_first(row["recognised_on"]) for row in models if "scope" in row)
    expected = {4: P.MODELS_ALL_FOUR, 2: P.MODELS_TWO, 0: P.MODELS_NOT_RECORDED}
    expected_national = {True: P.NATIONAL_FIRST, False: P.NATIONAL_SECOND}
    assert expected == Counter(groups.values())
    assert expected_national == national


def test_as_many_events_are_known_as_the_parameters_say() -> None:
    expected = (P.EVENTS, P.EVENTS_ELSEWHERE)
    assert expected == (len(_ROWS["disseminations"]), len(_ROWS["facts"]))


# The table of verdicts that were worked out by hand


@frozen
class Line:
    """A line of a table on the page."""

    target: str
    answer: dict[str, str]
    figure: Range
    accepted: tuple[Range, Range]  # sure and possible: they differ for growth only
    status: Status
    notes: set[str]


_RANGE = re.compile(r"\[(\d+), (\d+\]|∞\))")


def _ranges(cell: str) -> list[Range]:
    return [
        Range(int(low), None if high == "∞)" else int(high[:-1]))
        for low, high in _RANGE.findall(cell)
    ]


def _lines(columns: str) -> Iterator[Line]:
    """Yield the lines of the table with these columns."""
    table = _PAGE.partition(f"{columns}\n")[2].partition("\n\n")[0]
    names = [name.strip() for name in columns.strip("|").split("|")]
    for line in table.splitlines()[1:]:
        cells = dict(zip(names, (cell.strip() for cell in line.strip("|").split("|")), strict=True))
        accepted = _ranges(cells["accepted"])
        yield Line(
            target=cells["target"].split("`")[1],
            answer=dict([cells["answer"].strip("`").split("=")]) if "answer" in cells else {},
            figure=_ranges(cells["figure"])[0],
            accepted=(accepted[0], accepted[-1]),
            status=Status(cells["status"]),
            notes=set(re.findall(r"`([A-Z][a-z]\w+)`", cells["why"])),
        )


_DEFAULTS = [*_lines("| target | figure | accepted | status | why |")]
_OTHERS = [*_lines("| target | answer | figure | accepted | status | why |")]


@pytest.fixture(scope="module")
def figures() -> Figures:
    return tally(HANOI, from_json(_DOCUMENT, Register), as_of=_DAY)


def _decided(evaluation: Evaluation, line: Line) -> Line:
    """Return the library's result for a line of the page."""
    verdict = evaluation[line.target]
    (comparison,) = verdict.comparisons
    assert comparison.sure is not None
    assert comparison.perhaps is not None
    return Line(
        target=verdict.target.id,
        answer=line.answer,
        figure=comparison.possible,
        accepted=(comparison.sure, comparison.perhaps),
        status=verdict.status,
        notes={type(note).__name__ for note in verdict.notes},
    )


def test_the_table_has_every_target_and_every_status() -> None:
    assert [target.id for target in HANOI.targets] == [line.target for line in _DEFAULTS]
    assert set(Status) == {line.status for line in _DEFAULTS}


@pytest.mark.parametrize("line", _DEFAULTS, ids=lambda line: line.target)
def test_the_table_shows_the_librarys_verdicts(line: Line, figures: Figures) -> None:
    assert line == _decided(evaluate(HANOI, figures), line)


def _reading(answer: dict[str, str]) -> Reading:
    """Return the reading; a general question is a field, answered with yes or no."""
    own = {question: given for question, given in answer.items() if question not in WORDING}
    return Reading(choices=own, estimates_decide=answer.get("estimates_decide") == "yes")


@pytest.mark.parametrize("line", _OTHERS, ids=lambda line: f"{line.target}, {line.answer}")
def test_the_table_of_other_readings_shows_the_librarys_verdicts(
    line: Line, figures: Figures
) -> None:
    assert line == _decided(evaluate(HANOI, figures, _reading(line.answer)), line)


def test_the_phases_have_the_statuses_on_the_page(figures: Figures) -> None:
    expected = [Status.MISSED, Status.PENDING]
    assert expected == [phase.status for phase in evaluate(HANOI, figures).phases]


def test_the_numbers_on_the_page_are_the_parameters_of_the_script() -> None:
    said = re.findall(r"(\d+) \(`([A-Z_]+)`\)", _PAGE)
    assert len(said) > 30
    assert [(getattr(P, name), name) for _, name in said] == [
        (int(number), name) for number, name in said
    ]
