"""The JSON Schemas: written documents are valid, and valid documents are read.

The only exceptions are the rules that a schema cannot express.
"""

import json
import re
import runpy
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import examples_of_values as examples
from building import AFTER, FIRST, report
from drawing import days, registers
from drawing_documents import Drawing, Validator, damaged
from drawing_small import Case, exact_cases, wordings, yearly_growths
from nsc_program import (
    HANOI,
    Evaluation,
    Fact,
    Figures,
    InvalidType,
    Period,
    Phase,
    Program,
    Range,
    Reading,
    Register,
    ReportedFigure,
    compare_phases,
    evaluate,
    evidence,
    sweep,
    tally,
)
from nsc_program.catalog import ARTICLE
from nsc_program.checks import Finding, Findings
from nsc_program.errors import DocumentError
from nsc_program.serialization import SCHEMAS, from_json, schema, to_json
from nsc_program.serialization._schema_parts import Parts
from nsc_program.serialization._schema_texts import DATE, UNSEEN
from nsc_program.testing.strategies import readings
from nsc_program.values._validators import is_unseen
from nsc_program.verdicts import (
    Diff,
    Evidence,
    FundingTotals,
    PhaseComparison,
    PlanComparison,
    Sweep,
    compare_plans,
    diff,
)
from schema_exceptions import BROKEN, EXCEPTIONS, Unsayable
from tracing import first_traced

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "tools" / "write_schemas.py"))
SHIPPED = ROOT / "src" / "nsc_program" / "serialization" / "schemas"
KINDS = pytest.mark.parametrize("kind", SCHEMAS, ids=lambda kind: kind.__name__)
PHASES = "2021-2025", "2026-2030"
# It takes a tenth of a second to validate a document of results.
MANY, FEWER = settings().max_examples * 2 // 3, settings().max_examples // 2


@cache
def validator(kind: type) -> Any:  # noqa: ANN401  # jsonschema makes such classes as it runs
    return Validator(schema(kind))


def problems(value: object) -> list[str]:
    """Return the problems that a schema finds in a value as it is written."""
    kind: type = type(value)
    errors = validator(kind).iter_errors(json.loads(to_json(value)))
    return [f"{error.json_path}: {error.message}" for error in errors]


def names_of(refusal: DocumentError) -> set[str]:
    """Return the exceptions that the problems of a document belong to; other problems as text."""
    return {
        next(
            (
                each.name
                for each in EXCEPTIONS
                if re.fullmatch(each.message, problem.message.en, re.DOTALL)
            ),
            str(problem),
        )
        for problem in refusal.problems
    }


def refused_for(text: str, kind: type) -> set[str]:
    """Return the names of the reasons for refusing a document; nothing if it is read."""
    try:
        from_json(text, kind)
    except DocumentError as refusal:
        return names_of(refusal)
    return set()


class TestShippedFiles:
    """The files are those that the script makes, and each is a schema with its own name."""

    def test_the_files_are_what_the_script_makes(self) -> None:
        assert SCRIPT["build"]() == {
            path.name: path.read_text(encoding="utf-8") for path in SHIPPED.iterdir()
        }

    def test_the_script_writes_the_files(self, tmp_path: Path) -> None:
        SCRIPT["main"](tmp_path)

        assert SCRIPT["build"]() == {
            path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()
        }

    def test_a_validator_that_the_script_does_not_know_is_reported(self) -> None:
        with pytest.raises(SystemExit, match="unknown validator or type <function is_unseen"):
            SCRIPT["complete"](Reading, Parts(by_id=False, unknown=[is_unseen]))

    def test_their_names_are_fixed(self) -> None:
        assert {
            Program: "urn:nsc-program:schema:program:1",
            Figures: "urn:nsc-program:schema:figures:1",
            Reading: "urn:nsc-program:schema:reading:1",
            Register: "urn:nsc-program:schema:register:1",
            Evaluation: "urn:nsc-program:schema:evaluation:1",
            Sweep: "urn:nsc-program:schema:sweep:1",
            PhaseComparison: "urn:nsc-program:schema:comparison:1",
            PlanComparison: "urn:nsc-program:schema:plans:1",
            Findings: "urn:nsc-program:schema:findings:1",
            Evidence: "urn:nsc-program:schema:evidence:1",
            Diff: "urn:nsc-program:schema:diff:1",
            FundingTotals: "urn:nsc-program:schema:funding:1",
        } == {kind: schema(kind)["$id"] for kind in SCHEMAS}

    @KINDS
    def test_each_is_a_valid_schema_of_2020_12(self, kind: type) -> None:
        Validator.check_schema(schema(kind))

        assert "https://json-schema.org/draft/2020-12/schema" == schema(kind)["$schema"]

    def test_each_call_gives_a_new_schema(self) -> None:
        schema(Reading).clear()

        assert "nsc-program/reading/1" == schema(Reading)["title"]

    def test_another_class_has_no_schema(self) -> None:
        with pytest.raises(
            InvalidType, match=r"kind: expected one of Program, .*, RejectedRow, Record, got type"
        ):
            schema(Phase)


def parts(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # what JSON holds
    """Yield every object within a value."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from parts(each)


class TestPatterns:
    """Patterns use what every engine knows, with one meaning in all engines."""

    PATTERNS = sorted(
        {each["pattern"] for kind in SCHEMAS for each in parts(schema(kind)) if "pattern" in each}
    )

    @pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
    def test_patterns_use_only_what_all_engines_share(self, pattern: str) -> None:
        outside = re.sub(r"\[\^?(?:\\\[|[^\]])+\]", "C", pattern)

        assert pattern.startswith("^")
        assert re.fullmatch(r"\^(?:\(\?:|[C\w/)?*+{},| -]|\(|\))*\$?", outside)
        assert {r"\[", r"\x"} >= set(re.findall(r"\\.", pattern, re.DOTALL))

    @pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
    def test_patterns_may_stand_in_yaml_as_they_are(self, pattern: str) -> None:
        assert re.fullmatch("[ -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*", pattern)

    def test_characters_called_unseen_are_invisible(self) -> None:
        unseen = re.compile(f"[{UNSEEN}]")

        assert "" == "".join(
            each for each in map(chr, range(0x110000)) if unseen.match(each) and not is_unseen(each)
        )

    @pytest.mark.parametrize(
        "year", [0, 1, 4, 96, 100, 400, 1900, 2000, 2023, 2024, 2100, 9996, 9999]
    )
    def test_the_pattern_of_a_date_knows_the_days_of_a_year(self, year: int) -> None:
        written = [f"{year:04}-{month:02}-{day:02}" for month in range(14) for day in range(33)]
        pattern = re.compile(DATE)

        assert [text for text in written if _is_day(text)] == [
            text for text in written if pattern.fullmatch(text)
        ]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


SMALL = exact_cases() | yearly_growths()


class TestWrittenDocuments:
    """Everything that the library writes is valid."""

    @settings(max_examples=60)
    @given(registers())
    def test_registers_are_valid(self, register: Register) -> None:
        assert [] == problems(register)

    @given(readings() | wordings())
    def test_readings_are_valid(self, reading: Reading) -> None:
        assert [] == problems(reading)

    @settings(max_examples=10)
    @given(registers(), days(), readings())
    def test_figures_and_results_are_valid(
        self, register: Register, as_of: date, reading: Reading
    ) -> None:
        figures = tally(HANOI, register, as_of=as_of)

        assert [] == problems(figures)
        assert [] == problems(evaluate(HANOI, figures, reading))
        assert [] == problems(compare_phases(evaluate(HANOI, figures, reading), *PHASES))

    @settings(max_examples=40)
    @given(SMALL, wordings())
    def test_small_plans_and_results_are_valid(self, case: Case, reading: Reading) -> None:
        assert [] == problems(case.program)
        assert [] == problems(case.figures)
        assert [] == problems(evaluate(case.program, case.figures, reading))
        assert [] == problems(sweep(case.program, case.figures))

    @pytest.mark.parametrize("kind", SCHEMAS, ids=lambda kind: kind.__name__)
    def test_examples_of_each_kind_are_valid(self, kind: type) -> None:
        for value in examples.EXAMPLES[kind]:
            assert [] == problems(value)

    def test_the_part_of_a_plan_in_one_document_is_valid(self) -> None:
        assert [] == problems(HANOI.attested_by(ARTICLE))

    def test_a_reported_number_is_valid(self) -> None:
        (written,) = json.loads(to_json(Register([report("supported", 5)])))["reported_figures"]
        document = {"schema": SCHEMAS[Register], "reported_figures": [{**written, "value": "11/2"}]}

        assert validator(Register).is_valid(document)


def _made_from(plan: Program) -> dict[type, object]:
    """Draw a document of each kind made from one small plan, with notes of many kinds."""
    year = Period.of_years(2024, 2024)
    facts = [
        Fact("clubs", f"C{number}", date(2024, 6, 30), verified=number > 0) for number in range(3)
    ]
    said: list[tuple[str, Period, int | Fraction | Range]] = [
        ("share", FIRST, Fraction(99, 2)),
        ("balance", FIRST, -3),
        ("clubs", year, 1),
        ("balance", year, Range(0, 9)),
    ]
    reports = [
        ReportedFigure(
            id=f"report {number}",
            indicator=name,
            period=period,
            value=value,
            issued=date(2024, 7, 1),
        )
        for number, (name, period, value) in enumerate(said)
    ]
    register = Register([*facts, *reports, *examples.EXAMPLES[Register][0].records])
    figures = tally(plan, register, as_of=AFTER)
    found = [examples.EXAMPLES[kind][0] for kind in get_args(Finding)]
    return {
        Program: plan,
        Register: register,
        Figures: figures,
        Reading: Reading(choices={"which-clubs": "active"}),
        Evaluation: evaluate(plan, figures),
        Sweep: sweep(plan, figures),
        PhaseComparison: compare_phases(evaluate(plan, figures), *PHASES),
        PlanComparison: compare_plans([plan, HANOI]),
        Findings: Findings.of(evaluate(plan, figures), found),
        Evidence: evidence(evaluate(plan, figures), register, plan.targets[0].id),
        Diff: diff(evaluate(plan, Figures(AFTER)), evaluate(plan, figures)),
        FundingTotals: FundingTotals.of(plan, register, as_of=AFTER),
    }


WRITTEN = {kind: json.loads(to_json(value)) for kind, value in _made_from(examples.TINY).items()}


class TestValidDocuments:
    """A document that a schema accepts is read, or refused by a rule beyond schemas."""

    @KINDS
    @settings(max_examples=FEWER)
    @given(st.data())
    def test_invalid_documents_are_refused(self, kind: type, data: st.DataObject) -> None:
        document = data.draw(damaged(WRITTEN[kind]))

        assert validator(kind).is_valid(document) or refused_for(json.dumps(document), kind)

    NAMES = frozenset(each.name for each in EXCEPTIONS)

    @KINDS
    def test_documents_drawn_from_the_schema_are_read(self, kind: type) -> None:
        refused = self._refused(kind, Drawing(schema(kind)).documents(), MANY)

        share = 20 if kind is Evidence else 3  # what its verdict says must follow from numbers
        assert len(refused) / share <= refused.count(set()), "what is never read shows nothing"

    @KINDS
    def test_documents_with_one_place_drawn_again_are_read(self, kind: type) -> None:
        refused = self._refused(kind, Drawing(schema(kind)).changed(WRITTEN[kind]), FEWER)

        assert len(refused) / 3 <= refused.count(set())

    def _refused(self, kind: type, documents: SearchStrategy[Any], count: int) -> list[set[str]]:
        """Return the reasons for refusing each document.

        The documents are the same in every run.
        """
        found: list[set[str]] = []

        @settings(max_examples=count, derandomize=True, database=None)
        @given(documents)
        @first_traced
        def hold(document: Any) -> None:  # noqa: ANN401
            assert validator(kind).is_valid(document)
            reasons = refused_for(json.dumps(document), kind)
            assert self.NAMES >= reasons
            found.append(reasons)

        hold()
        return found


class TestExceptions:
    """Each rule that a schema cannot express has a name, and refuses as little as possible."""

    def test_exceptions_have_different_names(self) -> None:
        assert len(EXCEPTIONS) == len({each.name for each in EXCEPTIONS})

    def test_the_page_about_documents_lists_the_exceptions(self) -> None:
        page = (Path(__file__).parents[2] / "docs" / "reference" / "json.md").read_text(
            encoding="utf-8"
        )
        rows = (
            page.partition("| rule | why a schema cannot say it |")[2]
            .partition("\n\n")[0]
            .splitlines()[2:]
        )

        assert [f"| {each.name} | {each.why} |" for each in EXCEPTIONS] == rows

    @pytest.mark.parametrize("each", EXCEPTIONS, ids=lambda each: each.name)
    def test_each_exception_is_needed(self, each: Unsayable) -> None:
        assert validator(each.kind).is_valid(_loaded(each.example))
        assert {each.name} == refused_for(each.example, each.kind)

    def test_broken_documents_are_invalid_or_exceptions(self) -> None:
        accepted = {
            name: refused_for(text, kind)
            for name, text, kind in _broken()
            if _is_accepted(text, kind)
        }

        assert {
            name: {exception} for exception, names in BROKEN.items() for name in names
        } == accepted


def _loaded(text: str) -> Any:  # noqa: ANN401
    """Read a document with numbers of any length, as other languages do."""
    return json.loads(text, parse_int=lambda digits: int(digits[:1000]))


def _broken() -> Iterator[tuple[str, str, type]]:
    """Yield each document with its name and its kind, by its folder.

    Registers are above all folders.
    """
    folders = {f"broken/{name.split('/')[1]}": kind for kind, name in SCHEMAS.items()} | {
        "broken": Register
    }
    for folder, kind in folders.items():
        for path in sorted((ROOT / "tests" / folder).glob("*.json")):
            name = path.relative_to(ROOT / "tests" / "broken").with_suffix("").as_posix()
            yield name, path.read_bytes().decode("utf-8", errors="replace"), kind


def _is_accepted(text: str, kind: type) -> bool:
    try:
        document = json.loads(text, parse_constant=_refuse)
    except ValueError:
        return False
    return bool(validator(kind).is_valid(document))


def _refuse(name: str) -> None:
    raise ValueError(name)
