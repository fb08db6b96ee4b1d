"""The page on counting rules: its plan, its verdicts, and the fields that it lists."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from attrs import fields

from command import run
from nsc_program import Program, Range, Register, assess
from nsc_program.plan import Basis, Bound
from nsc_program.records import RECORD_CLASSES
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.serialization import from_json, from_toml

_ROOT = Path(__file__).parents[2]
_PAGE = (_ROOT / "docs" / "how-to" / "counting-rules.md").read_text(encoding="utf-8")
_PLAN = _ROOT / "docs" / "examples" / "made-up-rules.toml"
_REGISTER = _ROOT / "docs" / "examples" / "made-up-rules-register.json"
_ASKED_ANYWAY = {"id", "recorded_on", "annulled", "verified", "document"}


def rows(heading: str) -> Iterator[list[str]]:
    """Yield the rows of the table whose first heading is given, cell by cell."""
    table = _PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    for line in table.splitlines()[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def names(cell: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", cell))


@pytest.fixture(scope="module")
def plan() -> Program:
    return from_toml(_PLAN.read_text(encoding="utf-8"), Program)


class TestExample:
    def test_the_verdicts_are_those_of_the_page(self, plan: Program) -> None:
        register = from_json(_REGISTER.read_text(encoding="utf-8"), Register)
        evaluation = assess(plan, register, as_of=date(2026, 12, 31))

        found = {
            verdict.target.id: (verdict.comparisons[0].possible, verdict.status.value)
            for verdict in evaluation.verdicts
        }

        told = {
            next(iter(re.findall(r"`([^`]+)`", target))): (
                Range.at_least(int(next(iter(re.findall(r"\[(\d+)", figure))))),
                status,
            )
            for target, figure, status, _ in rows("target")
        }
        assert told == found

    def test_the_command_evaluates_by_the_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        by_plan = ("--program", _PLAN, "--as-of", "2026-12-31", "--lang", "en")

        code, output, errors = run(capsys, "evaluate", _REGISTER, *by_plan)

        assert (0, "") == (code, errors)
        assert "≥ 2 communes" in output

    def test_evidence_names_the_rule_and_the_condition(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        by_plan = ("--program", _PLAN, "--as-of", "2026-12-31", "--lang", "en")

        _, output, _ = run(capsys, "evidence", _REGISTER, "2026-2030/of-one-scheme", *by_plan)

        assert "Each person with an expert’s record counts once" in output
        assert "certification scheme: “SAMPLE-2” (only “SAMPLE” counts)" in output

    def test_every_indicator_has_a_rule(self, plan: Program) -> None:
        assert 7 == sum(1 for indicator in plan.indicators if indicator.counting)


_LISTED = {names(row[0]).pop(): row[1:] for row in rows("class")}


class TestFields:
    def test_every_class_with_a_day_is_listed(self) -> None:
        with_days = {kind.__name__ for kind in RECORD_CLASSES if self._named(kind, _is_day)}
        assert with_days == set(_LISTED)

    @pytest.mark.parametrize(
        "kind",
        [kind for kind in RECORD_CLASSES if kind.__name__ in _LISTED],
        ids=lambda kind: kind.__name__,
    )
    def test_every_field_that_a_rule_can_name_is_listed(self, kind: type) -> None:
        keys, days, asked = map(names, _LISTED[kind.__name__])

        assert self._named(kind, lambda field: field.thing is not None) == keys
        assert self._named(kind, _is_day) == days
        assert self._named(kind, _can_be_asked) == asked

    @staticmethod
    def _named(kind: type, wanted: object) -> set[str]:
        assert callable(wanted)
        described = record_fields(kind).values()
        return {
            field.name for field in described if field.name not in _ASKED_ANYWAY and wanted(field)
        }


def _is_day(field: RecordField) -> bool:
    return field.base is date


def _can_be_asked(field: RecordField) -> bool:
    """Return whether a condition fits a field: money and lists that may be empty have none."""
    return field.base is not date and (not field.several or field.optional)


class TestPlansPage:
    """The page on plans lists every bound and every basis with its keys."""

    PAGE = (_ROOT / "docs" / "how-to" / "plans.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize("union", [Bound, Basis])
    def test_every_member_is_listed_with_its_fields(self, union: object) -> None:
        for kind in get_args(union):
            row = re.search(rf"^\| `{kind.__name__}` \| (.*?) \|", self.PAGE, re.MULTILINE)
            assert row is not None
            assert {field.name for field in fields(kind)} == names(row[1])
