"""Pydantic reads and writes values as documents have them, with the paths of all problems."""

import json
import re
from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from nsc_program import (
    HANOI,
    Evaluation,
    InvalidType,
    Phase,
    Program,
    Reading,
    Register,
    Support,
    assess,
)
from nsc_program.serialization import schema, to_json, to_mapping
from nsc_program.serialization.pydantic import AsDocument
from own_classes import Prize

SUPPORT = Support(id="s1", enterprise="SAMPLE-1", started_on=date(2024, 1, 5))
EVALUATION = assess(HANOI, Register(), as_of=date(2026, 6, 30))


class Answer(BaseModel):
    """A model of a service."""

    received: list[Annotated[Support, AsDocument()]]
    evaluation: Annotated[Evaluation, AsDocument()] | None = None


class Inputs(BaseModel):
    """A model with two kinds that write some things in two forms."""

    program: Annotated[Program, AsDocument()]
    reading: Annotated[Reading, AsDocument()]
    evaluation: Annotated[Evaluation, AsDocument()]
    prize: Annotated[Prize, AsDocument()]


WITH_PRIZES = AsDocument(records={"prizes": Prize})


class Registers(BaseModel):
    """A model with registers with and without an embedder's records."""

    plain: Annotated[Register, AsDocument()]
    own: Annotated[Register, WITH_PRIZES]


class TestValues:
    """A value is read from a document, and written as one."""

    def test_a_value_of_the_class_is_taken_as_it_is(self) -> None:
        answer = Answer(received=[SUPPORT], evaluation=EVALUATION)

        assert SUPPORT is answer.received[0]
        assert EVALUATION is answer.evaluation

    def test_documents_are_read(self) -> None:
        text = json.dumps({"received": [to_mapping(SUPPORT)], "evaluation": to_mapping(EVALUATION)})

        assert Answer(received=[SUPPORT], evaluation=EVALUATION) == Answer.model_validate_json(text)

    def test_values_are_written_as_documents(self) -> None:
        written = Answer(received=[SUPPORT], evaluation=EVALUATION).model_dump_json()

        assert {
            "received": [to_mapping(SUPPORT)],
            "evaluation": json.loads(to_json(EVALUATION)),
        } == json.loads(written)

    def test_own_records_are_read_and_written(self) -> None:
        own = {"prizes": Prize}
        adapter = TypeAdapter(Annotated[Register, AsDocument(records=own)])
        register = Register([Prize(id="p1", given_on=date(2024, 1, 5))])

        assert register == adapter.validate_json(adapter.dump_json(register))

    def test_another_class_is_refused(self) -> None:
        with pytest.raises(InvalidType, match=r"^kind: expected one of Program"):
            TypeAdapter(Annotated[Phase, AsDocument()])


class TestProblems:
    """Every problem is an error of Pydantic with its path, and without what was sent."""

    def test_each_problem_has_its_path_its_code_and_both_sentences(self) -> None:
        row = to_mapping(SUPPORT) | {"started_on": "2024-02-30", "verfied": True}
        with pytest.raises(ValidationError) as refused:
            Answer.model_validate({"received": [row]})

        assert [
            ("no-such-day", ("received", 0, "started_on"), "không có ngày 2024-02-30"),
            (
                "unknown-key",
                ("received", 0),
                "không có khóa 'verfied'; có phải là 'verified' không?",
            ),
        ] == [(each["type"], each["loc"], each["ctx"]["vi"]) for each in refused.value.errors()]

    def test_nothing_that_was_sent_is_repeated(self) -> None:
        row = to_mapping(SUPPORT) | {"id": "Nguyễn {Văn} A\n"}
        with pytest.raises(ValidationError) as refused:
            Answer.model_validate({"received": [row]})

        assert "Nguyễn" not in str(refused.value)
        assert "Nguyễn" not in refused.value.json()
        assert refused.value.__context__ is None


def references(document: object) -> set[str]:
    """Return the addresses that a schema refers to."""
    return set(re.findall(r'"\$ref": "([^"]*)"', json.dumps(document)))


class TestSchemas:
    """The schema of a model has those of its values among its definitions."""

    @pytest.mark.parametrize("mode", ["validation", "serialization"])
    @pytest.mark.parametrize("template", ["#/$defs/{model}", "#/components/schemas/{model}"])
    def test_every_reference_has_a_definition(self, mode: Any, template: str) -> None:  # noqa: ANN401
        whole = Inputs.model_json_schema(mode=mode, ref_template=template)
        names = {template.format(model=name) for name in whole["$defs"]}

        assert names == references(whole)

    def test_definitions_with_other_records_are_told_apart(self) -> None:
        parts = Registers.model_json_schema()["$defs"]
        claimed = {name: part for name, part in parts.items() if name.endswith("ClaimedOf")}

        assert 2 == len(claimed)
        assert [False, True] == sorted("Prize" in json.dumps(part) for part in claimed.values())

    def test_an_annotation_can_be_hashed(self) -> None:
        assert 1 == len({WITH_PRIZES, WITH_PRIZES})

    def test_the_definitions_are_those_of_schema(self) -> None:
        expected = schema(Support, refs="#/$defs/")
        found = Answer.model_json_schema()["$defs"]
        parts = expected.pop("$defs")

        assert parts.items() <= found.items()
        assert expected == found["Support"]
        assert {"$ref": "#/$defs/Support"} == Answer.model_json_schema()["properties"]["received"][
            "items"
        ]
