"""Schemas for an OpenAPI document, and those of what a register lists."""

import json
import re
from datetime import date
from typing import Any

import pytest
from test_schemas import validator

from drawing_documents import Validator
from each import for_each
from examples_of_values import EXAMPLES
from nsc_program import InvalidType, Program, Reading, Register
from nsc_program.serialization import SCHEMAS, schema, to_json, to_mapping
from nsc_program.serialization._mappings import PARTS
from own_classes import Prize

PRIZE = Prize(id="p1", given_on=date(2024, 1, 5))
PREFIX = "#/components/schemas/"
KINDS = pytest.mark.parametrize("kind", [*SCHEMAS, *PARTS], ids=lambda kind: kind.__name__)


def references(document: object) -> set[str]:
    """Return the addresses that a schema refers to."""
    return set(re.findall(r'"\$ref": "([^"]*)"', json.dumps(document)))


def named(kind: type) -> dict[str, Any]:
    """Return the components for a kind of document, with its own."""
    whole = schema(kind, refs=PREFIX)
    name = f"{kind.__name__}Document" if kind is Reading else kind.__name__
    return {**whole.pop("$defs"), name: whole}


def openapi() -> dict[str, Any]:
    """Return an OpenAPI document with the components of all kinds."""
    components = {name: part for kind in (*SCHEMAS, *PARTS) for name, part in named(kind).items()}
    return {"components": {"schemas": components}}


class TestReferences:
    """References lead into another document, where the definitions of all kinds can stand."""

    @KINDS
    def test_every_reference_has_the_prefix_and_a_definition(self, kind: type) -> None:
        parts = named(kind)

        assert {f"{PREFIX}{name}" for name in parts} >= references(parts)
        assert set(parts) - {address.removeprefix(PREFIX) for address in references(parts)} <= {
            list(parts)[-1]
        }

    @KINDS
    def test_the_base_of_the_references_is_not_moved(self, kind: type) -> None:
        assert set() == {"$id", "$schema"} & schema(kind, refs=PREFIX).keys()

    @KINDS
    def test_no_part_has_a_title_by_which_generators_would_name_it(self, kind: type) -> None:
        titled = {name for name, part in named(kind).items() if "title" in part}

        assert set() == titled

    def test_every_condition_and_day_of_a_rule_has_a_name(self) -> None:
        found = openapi()["components"]["schemas"]
        rules = {name for name in found if re.fullmatch(r"[A-Z]\w+Counting", name)}
        inner = [found[name]["properties"] for name in sorted(rules)]

        assert len(inner) > len({"Support", "Training"})
        for keys in inner:
            assert {"$ref"} == {key for each in keys["where"]["items"]["anyOf"] for key in each}
            assert all("$ref" in keys[name] for name in ("each", "on"))
            assert "$ref" in keys["until"]["anyOf"][0]

    def test_the_name_of_a_condition_tells_its_class_field_and_kind(self) -> None:
        found = openapi()["components"]["schemas"]

        condition = found["SupportSolutionsHasAtLeast"]["properties"]

        assert ("HasAtLeast", "solutions") == (
            condition["type"]["const"],
            condition["field"]["const"],
        )
        assert {"SupportDay", "SupportEvent", "SupportKey", "SupportKindValue"} < found.keys()

    def test_equal_names_stand_for_equal_definitions(self) -> None:
        found = openapi()["components"]["schemas"]

        assert [] == [
            (kind.__name__, name)
            for kind in (*SCHEMAS, *PARTS)
            for name, part in named(kind).items()
            if found[name] != part
        ]
        assert {"ProgramTarget", "ProgramBasis", "Target", "Basis"} <= found.keys()

    @pytest.mark.parametrize("kind", SCHEMAS, ids=lambda kind: kind.__name__)
    def test_they_accept_the_same_documents(self, kind: type) -> None:
        whole = openapi()
        name = list(named(kind))[-1]
        check = Validator({"$schema": schema(kind)["$schema"], "$ref": PREFIX + name, **whole})

        for value in EXAMPLES[kind]:
            document = json.loads(to_json(value))
            assert check.is_valid(document)
            assert not check.is_valid({**document, "schema": "another"})

    def test_another_prefix_may_hold_quotation_marks(self) -> None:
        assert {'a"b/Date'} < {
            json.loads(f'"{each}"') for each in references_raw(schema(Register, refs='a"b/'))
        }

    def test_a_prefix_is_text(self) -> None:
        with pytest.raises(InvalidType, match=r"^refs: expected a str, got int"):
            schema(Program, refs=1)  # type: ignore[arg-type]


def references_raw(document: object) -> set[str]:
    """Return the addresses that a schema refers to, as its text has them."""
    return set(re.findall(r'"\$ref": "((?:[^"\\]|\\.)*)"', json.dumps(document)))


class TestPartsOfRegisters:
    """What a register lists has a schema of its own."""

    @for_each("kind", PARTS, ids=lambda kind: kind.__name__)
    def test_it_is_that_of_an_item_of_the_list(self, kind: type) -> None:
        whole = schema(kind)
        Validator.check_schema(whole)

        assert schema(Register)["$defs"][kind.__name__].items() <= whole.items()
        assert all(validator(kind).is_valid(to_mapping(value)) for value in EXAMPLES[kind])
        assert not validator(kind).is_valid({})
        assert {f"#/$defs/{name}" for name in whole["$defs"]} == references(whole)

    @pytest.mark.parametrize("own", [{"prizes": Prize}, None], ids=["listed", "alone"])
    def test_a_class_of_an_embedder_has_one_too(self, own: dict[str, type[Prize]] | None) -> None:
        check = Validator(schema(Prize, records=own))

        assert check.is_valid(to_mapping(PRIZE))
        assert not check.is_valid({**to_mapping(PRIZE), "id": 1})
