"""Documents that are parsed already: read as from their text, and written as into it."""

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_schemas import KINDS, WRITTEN

from drawing_documents import damaged
from each import for_each
from examples_of_values import EXAMPLES
from nsc_program import (
    Completeness,
    Fact,
    InvalidType,
    Phase,
    Reading,
    Register,
    RejectedRow,
    Support,
)
from nsc_program.errors import DocumentError, Problem
from nsc_program.serialization import (
    SCHEMAS,
    from_json,
    from_json_lines,
    from_mapping,
    to_json,
    to_mapping,
)
from nsc_program.serialization._mappings import PARTS
from own_classes import Prize

ROW = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": "2024-01-05"}
PRIZE = Prize(id="p1", given_on=date(2024, 1, 5))
READING = {"schema": SCHEMAS[Reading]}


def outcome(read: Callable[[], object]) -> object:
    """Return what is read, or the problems."""
    try:
        return read()
    except DocumentError as refused:
        return refused.problems


def problems_of(document: Any, kind: type) -> list[tuple[str, str, str]]:  # noqa: ANN401
    """Return the place, the code and the message of each problem."""
    with pytest.raises(DocumentError) as refused:
        from_mapping(document, kind)
    return [(each.place, each.code, each.message.en) for each in refused.value.problems]


class TestDocuments:
    """A document that is parsed already is the same document."""

    @pytest.mark.parametrize("kind", SCHEMAS, ids=lambda kind: kind.__name__)
    def test_it_is_what_the_text_holds(self, kind: type) -> None:
        for value in EXAMPLES[kind]:
            assert json.loads(to_json(value)) == to_mapping(value)
            assert value == from_mapping(to_mapping(value), kind)

    @KINDS
    @given(st.data())
    def test_it_is_refused_for_the_same_reasons(self, kind: type, data: st.DataObject) -> None:
        document = data.draw(damaged(WRITTEN[kind]))

        assert outcome(lambda: from_json(json.dumps(document), kind)) == outcome(
            lambda: from_mapping(document, kind)
        )

    def test_it_is_not_changed(self) -> None:
        document = dict(READING)
        from_mapping(document, Reading)

        assert READING == document

    def test_any_mapping_is_an_object(self) -> None:
        assert Reading() == from_mapping(MappingProxyType(READING), Reading)

    def test_own_records_are_read_and_written(self) -> None:
        own = {"prizes": Prize}
        register = Register([PRIZE])

        assert register == from_mapping(to_mapping(register, records=own), Register, records=own)

    def test_another_class_is_refused(self) -> None:
        with pytest.raises(InvalidType, match=r"kind: expected one of Program, .*, Record, got"):
            from_mapping({}, Phase)
        with pytest.raises(InvalidType, match="Record, got type"):
            to_mapping(EXAMPLES[Phase][0])


class TestPartsOfRegisters:
    """What a register lists is read and written by itself."""

    @for_each("kind", PARTS, ids=lambda kind: kind.__name__)
    def test_it_is_written_as_in_the_list_of_a_register(self, kind: type) -> None:
        for value in EXAMPLES[kind]:
            of_register = to_mapping(_register_with(value))
            assert [to_mapping(value)] == of_register[PARTS[kind]]
            assert value == from_mapping(to_mapping(value), kind)

    def test_it_is_refused_as_a_line_is(self) -> None:
        rows: list[dict[str, Any]] = [ROW | {"started_on": "2024-02-30"}, ROW | {"kin": 1}, {}]
        for row in rows:
            expected = outcome(partial(next, from_json_lines([json.dumps(row)], Support)))
            found = outcome(partial(from_mapping, row, Support))
            assert expected == tuple(each.within("line", 1) for each in _problems(found))

    def test_a_class_of_an_embedder_is_read_and_written(self) -> None:
        assert PRIZE == from_mapping(to_mapping(PRIZE), Prize)


def _problems(found: object) -> tuple[Problem, ...]:
    assert isinstance(found, tuple)
    return found


def _register_with(value: Any) -> Register:  # noqa: ANN401
    match value:
        case Completeness():
            return Register(completeness=[value])
        case RejectedRow():
            return Register(rejected=[value])
        case _:
            return Register([value])


class TestBeyondJson:
    """What JSON cannot hold is refused with its place, and so is what its parser refuses."""

    @pytest.mark.parametrize("value", [date(2024, 1, 5), (), MappingProxyType({})], ids=str)
    def test_other_values_are_refused(self, value: object) -> None:
        found = problems_of({**READING, "choices": {"a": [0, value]}}, Reading)

        message = "expected a value that JSON can hold; give it as text, a number or a list"
        assert [("choices.a[1]", "not-json-value", message)] == found

    def test_keys_are_texts(self) -> None:
        assert [("choices", "not-json-value", "expected keys that are texts")] == problems_of(
            {**READING, "choices": {1: "a"}}, Reading
        )

    def test_long_numbers_are_refused(self) -> None:
        long = problems_of({**READING, "tolerance": -(10**4300)}, Reading)

        assert [("tolerance", "too-many-digits", "a number has too many digits")] == long

    def test_deep_documents_are_refused(self) -> None:
        deep: dict[str, Any] = {}
        for _ in range(200):
            deep = {"choices": deep}

        assert [("", "too-deep", "lists and objects are nested deeper than 100 levels")] == (
            problems_of(deep, Reading)
        )

    def test_a_list_is_not_an_object(self) -> None:
        assert [("", "wrong-type", "expected an object, got a list")] == problems_of([], Fact)

    def test_numbers_without_a_value_are_refused(self) -> None:
        (problem,) = problems_of({**ROW, "id": float("nan")}, Support)

        assert ("id", "wrong-type", "expected text, got a number") == problem


class TestManyProblems:
    """A small document never gets a much longer answer."""

    @staticmethod
    def refused(document: dict[str, Any], kind: type) -> DocumentError:
        """Return the error about a document."""
        with pytest.raises(DocumentError) as refusal:
            from_mapping(document, kind)
        return refusal.value

    @pytest.mark.parametrize(("keys", "more"), [(20, 0), (21, 1), (8000, 7980)])
    def test_unknown_keys_of_one_object_are_counted_after_the_twentieth(
        self, keys: int, more: int
    ) -> None:
        problems = self.refused(
            {**ROW, **{f"key_{number}": 1 for number in range(keys)}}, Support
        ).problems

        assert 20 + bool(more) == len(problems)
        assert {"unknown-key"} == {problem.code for problem in problems}
        assert bool(more) is (f"{more:,} more keys are unknown" == problems[-1].message.en)

    def test_another_problem_is_told_beside_many_unknown_keys(self) -> None:
        unknown = {f"key_{number}": 1 for number in range(100)}

        found = self.refused({**ROW, **unknown, "started_on": "2024-02-30"}, Support)

        assert "no-such-day" in {problem.code for problem in found.problems}

    @pytest.mark.parametrize(("rows", "more"), [(1000, 0), (1001, 1), (5000, 4000)])
    @pytest.mark.parametrize("row", [1, {1}], ids=["wrong", "beyond-json"])
    def test_problems_of_one_document_are_counted_after_the_thousandth(
        self, row: object, rows: int, more: int
    ) -> None:
        document = {"schema": "nsc-program/register/1", "supports": [row] * rows}
        found = self.refused(document, Register)

        assert 1000 + bool(more) == len(found.problems)
        assert ("supports", 999) == found.problems[999].path
        assert bool(more) is ("more-problems" == found.problems[-1].code)
        assert bool(more) is (
            f"there are {more:,} more problems; correct those above and read it again"
            == found.problems[-1].message.en
        )

    def test_the_text_of_the_error_is_short(self) -> None:
        document = {"schema": "nsc-program/register/1", "supports": [1] * 100}
        found = self.refused(document, Register)

        assert 41 == len(str(found).splitlines())
        assert str(found).endswith("and 60 more")
        assert 100 == len(found.in_("vi").splitlines())
