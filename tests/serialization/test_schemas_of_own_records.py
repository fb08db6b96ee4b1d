"""The JSON Schemas of documents that hold records of an embedder's own classes.

Written documents are valid. Valid documents are read, except for the rules that a schema cannot
express and the validators that it does not know.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, ClassVar, Literal, cast, final

import pytest
from attrs import Factory, evolve, field, fields, frozen, make_class
from attrs.validators import (
    and_,
    deep_iterable,
    ge,
    gt,
    in_,
    instance_of,
    le,
    lt,
    matches_re,
    min_len,
    not_,
    optional,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from test_schemas import names_of

from drawing_documents import ANYTHING, Drawing, Validator, damaged
from nsc_program import (
    HANOI,
    Completeness,
    Evaluation,
    Figures,
    Indicator,
    InvalidType,
    InvalidValue,
    Period,
    Phase,
    Program,
    Range,
    Register,
    RejectedRow,
    Text,
    Unit,
    assess,
)
from nsc_program.errors import DocumentError
from nsc_program.plan import AllOf, Counting, Given, HasAtLeast, Includes, OneOf, Within
from nsc_program.records import Record
from nsc_program.serialization import SCHEMAS, from_json, schema, to_json
from nsc_program.values._keys import is_key
from nsc_program.values._validators import is_date, is_text, whole_from
from own_classes import OWN, Branch, Level, Loan, Prize
from schema_exceptions import EXCEPTIONS

LEFT_TO_THE_READER = "the class Prize does not accept this value"
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
DAY = date(2024, 5, 1)
FIRST = Period.of_years(2021, 2025)


@cache
def validator(kind: type) -> Any:  # noqa: ANN401  # jsonschema makes such classes as it runs
    return Validator(schema(kind, records=OWN))


def problems(value: object) -> list[str]:
    """Return the problems that a schema finds in a value as it is written."""
    kind: type = type(value)
    errors = validator(kind).iter_errors(json.loads(to_json(value, records=OWN)))
    return [f"{error.json_path}: {error.message}" for error in errors]


def refused_for(document: object, kind: type) -> set[str]:
    """Return the names of the reasons for refusing a document; nothing if it is read."""
    try:
        from_json(json.dumps(document), kind, records=OWN)
    except DocumentError as refusal:
        return {
            LEFT_TO_THE_READER if LEFT_TO_THE_READER in name else name for name in names_of(refusal)
        }
    return set()


# --- registers and plans ---


def _keys(letter: str) -> SearchStrategy[str]:
    return st.integers(0, 99).map(lambda number: f"{letter}{number}")


def _or_none(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | values


EITHER = st.tuples(_keys("SAMPLE-"), st.none()) | st.tuples(st.none(), st.integers(1, 50))
ORDERED = st.tuples(DAYS, DAYS).map(sorted) | st.tuples(DAYS, st.none())


@st.composite
def loans(draw: st.DrawFn) -> Loan:
    enterprise, headcount = draw(EITHER)
    lent_on, due_on = draw(ORDERED)
    steps = st.lists(st.sampled_from(Level), unique=True).map(tuple)
    return Loan(
        id=draw(_keys("l")),
        recorded_on=draw(_or_none(DAYS)),
        annulled=draw(st.booleans()),
        verified=draw(st.booleans()),
        document=draw(_or_none(st.text(max_size=3))),
        enterprise=enterprise,
        headcount=headcount,
        bank_key=draw(_keys("B")),
        lent_on=lent_on,
        due_on=due_on,
        level=draw(st.sampled_from(Level)),
        vnd=draw(st.integers(1, 10**12 - 1)),
        per_year=draw(_or_none(st.fractions(0, 3, max_denominator=9))),
        in_months=draw(st.sampled_from([12, 24])),
        used_for=draw(st.sampled_from([None, "machines", "training"])),
        number=draw(st.sampled_from([None, "none", "12/HĐ"])),
        at_levels=draw(_or_none(steps)),
        also_said=tuple(draw(st.lists(st.text(min_size=1, max_size=3), max_size=2))),
        on_time=draw(_or_none(st.lists(st.booleans(), max_size=2).map(tuple))),
        is_secured=draw(_or_none(st.booleans())),
        by_branch=draw(_or_none(st.builds(Branch, st.just("HN-1"), _or_none(st.integers())))),
        period=draw(_or_none(st.builds(Period, DAYS, st.just(date(2031, 1, 1))))),
    )


PRIZES = st.builds(
    Prize,
    id=_keys("p"),
    given_on=DAYS,
    title=st.text(max_size=3),
    rank_number=_or_none(st.integers(min_value=1)),
)
REGISTERS = st.builds(
    Register,
    st.lists(loans() | PRIZES, max_size=4, unique_by=lambda record: record.id),
    st.lists(st.builds(Completeness, st.sampled_from([Loan, Prize]), st.just(FIRST)), max_size=2),
    st.lists(st.builds(RejectedRow, what=st.just("Loan"), id=_keys("r")), max_size=2),
)

LENT = Indicator(
    id="lent",
    unit=Unit(id="loan", label=Text(vi="khoản vay", en="loans")),
    label=Text(vi="khoản vay", en="loans"),
    counting=(
        Counting(
            of=Loan,
            each="enterprise",
            on=AllOf(("lent_on", "due_on")),
            until="due_on",
            where=(
                OneOf("level", Level.LARGE),
                OneOf("bank_key", "B1"),
                Includes("at_levels", "small"),
                HasAtLeast("at_levels", 2),
                HasAtLeast("on_time", 9),
                Within("per_year", Range(0, 1)),
                Within("vnd", Range(1, None)),
                Given("by_branch"),
            ),
        ),
    ),
)
PLAN = evolve(
    HANOI,
    id="loans",
    indicators=(LENT,),
    questions=(),
    phases=(
        Phase.of_years(
            2021,
            2025,
            (evolve(HANOI.target("2021-2025/models"), indicator=LENT.id, part_of=None),),
        ),
    ),
    objectives=(),
    funding_sources=(),
)
LOAN = Loan(
    id="l1",
    enterprise="SAMPLE-1",
    bank_key="B1",
    lent_on=DAY,
    due_on=date(2025, 5, 1),
    vnd=10,
    per_year=Fraction(1, 2),
    number="12/HĐ",
    at_levels=(Level.SMALL, Level.LARGE),
    also_said=("a",),
    on_time=(True, False),
    by_branch=Branch("HN-1", 2),
    period=FIRST,
)
REGISTER = Register(
    [
        LOAN,
        evolve(LOAN, id="l2", enterprise=None, headcount=3),
        Prize(id="p", given_on=DAY, rank_number=1),
    ],
    [Completeness(Loan, FIRST)],
    [RejectedRow(what="Prize", id="r")],
)
VALUES: Mapping[type, object] = {
    Register: REGISTER,
    Program: PLAN,
    Evaluation: assess(PLAN, REGISTER, as_of=DAY),
}
WRITTEN = {kind: json.loads(to_json(value, records=OWN)) for kind, value in VALUES.items()}
KINDS = pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
FURTHER: tuple[Any, ...] = (
    "-1/2",
    13,
    12,
    "machines",
    ["small"],
    ["small", "small"],
    [True, 1],
    [""],
    ["a"] * 3,
)
FURTHER += ({"code": "HN-1"}, {"code": "HN"}, {"start": None, "end": "2024-02-29"}, 51, -(10**30))
NAMES = frozenset({LEFT_TO_THE_READER, *(each.name for each in EXCEPTIONS)})


class TestWrittenDocuments:
    """Everything that the library writes is valid."""

    @settings(max_examples=40)
    @given(REGISTERS)
    def test_registers_are_valid(self, register: Register) -> None:
        assert [] == problems(register)
        assert register == from_json(to_json(register, records=OWN), Register, records=OWN)

    @KINDS
    def test_each_kind_is_valid_with_its_classes_and_invalid_without(self, kind: type) -> None:
        assert [] == problems(VALUES[kind])
        assert not Validator(schema(kind)).is_valid(WRITTEN[kind])


class TestValidDocuments:
    """A document is valid if and only if it is read, except for the rules beyond schemas."""

    @KINDS
    @settings(max_examples=70, derandomize=True, database=None)
    @given(st.data())
    def test_damaged_documents_are_invalid_or_exceptions(
        self, kind: type, data: st.DataObject
    ) -> None:
        document = data.draw(damaged(WRITTEN[kind]))
        reasons = refused_for(document, kind)

        if validator(kind).is_valid(document):
            assert NAMES >= reasons
        else:
            assert reasons

    @KINDS
    @settings(max_examples=25, derandomize=True, database=None)
    @given(st.data())
    def test_documents_with_one_place_drawn_again_are_read(
        self, kind: type, data: st.DataObject
    ) -> None:
        document = data.draw(Drawing(validator(kind).schema).changed(WRITTEN[kind]))

        assert validator(kind).is_valid(document)
        assert NAMES >= refused_for(document, kind)

    @settings(max_examples=40, derandomize=True, database=None)
    @given(st.data())
    def test_registers_drawn_from_the_schema_are_read(self, data: st.DataObject) -> None:
        document = data.draw(Drawing(validator(Register).schema).documents())

        assert validator(Register).is_valid(document)
        assert NAMES >= refused_for(document, Register)

    @pytest.mark.parametrize("name", [attribute.name for attribute in fields(Loan)])
    def test_every_single_change_of_a_field_is_invalid_or_an_exception(self, name: str) -> None:
        (loan, _) = WRITTEN[Register]["city_loans"]
        without = {key: value for key, value in loan.items() if key != name}
        for changed in (without, *({**without, name: value} for value in (*ANYTHING, *FURTHER))):
            document = {"schema": SCHEMAS[Register], "city_loans": [changed]}
            reasons = refused_for(document, Register)

            assert validator(Register).is_valid(document) or reasons, changed
            assert NAMES >= reasons or not validator(Register).is_valid(document), changed

    @pytest.mark.parametrize(
        "changed",
        [
            {"enterprise": None},
            {"headcount": 2},
            {"headcount": 51, "enterprise": None},
            {"bank_key": "B" * 21},
            {"bank_key": " B"},
            {"lent_on": "2024-02-30"},
            {"level": "city"},
            {"vnd": 0},
            {"vnd": 10**12},
            {"vnd": "1/2"},
            {"per_year": -1},
            {"per_year": "-1/2"},
            {"in_months": 13},
            {"in_months": None},
            {"used_for": "tea"},
            {"number": "12/HD"},
            {"at_levels": ["small", "small"]},
            {"at_levels": ["city"]},
            {"also_said": [""]},
            {"also_said": ["a", "b", "c"]},
            {"on_time": [None]},
            {"is_secured": 1},
            {"by_branch": {"code": "hn-1"}},
            {"by_branch": {"code": "HN-1", "a": 1}},
            {"a": "a"},
        ],
        ids=str,
    )
    def test_each_fault_of_form_is_invalid(self, changed: Mapping[str, object]) -> None:
        written = WRITTEN[Register]
        document = {**written, "city_loans": [{**written["city_loans"][0], **changed}]}

        assert not validator(Register).is_valid(document)
        assert refused_for(document, Register)

    def test_what_only_the_class_knows_is_left_to_the_reader(self) -> None:
        document = {
            **WRITTEN[Register],
            "city_prizes": [{"id": "p", "given_on": "2024-05-01", "rank_number": 0}],
        }

        assert validator(Register).is_valid(document)
        assert {LEFT_TO_THE_READER} == refused_for(document, Register)


class TestSchemas:
    """The schemas themselves."""

    @pytest.mark.parametrize("kind", SCHEMAS, ids=lambda kind: kind.__name__)
    def test_each_is_a_valid_schema_without_the_published_name(self, kind: type) -> None:
        found = schema(kind, records=OWN)

        Validator.check_schema(found)
        assert "$id" not in found
        assert SCHEMAS[kind] == found["title"]

    def test_a_schema_without_classes_is_the_published_one(self) -> None:
        assert schema(Register) == schema(Register, records={}) == schema(Register, records=None)

    def test_each_call_gives_a_new_schema(self) -> None:
        schema(Register, records=OWN)["$defs"]["Key"].clear()

        assert schema(Register, records=OWN)["$defs"]["Key"]

    def test_a_document_that_cannot_hold_such_classes_stays_as_it_is(self) -> None:
        published = schema(Figures)
        del published["$id"]

        assert published["properties"] == schema(Figures, records=OWN)["properties"]

    def test_a_second_enumeration_of_a_name_gets_a_number(self) -> None:
        defs = schema(Register, records=OWN)["$defs"]

        assert ["city", "ministry", "nation"] == defs["Level"]["enum"]
        assert ["small", "large"] == defs["Level2"]["enum"]

    def test_a_key_that_documents_have_is_refused(self) -> None:
        with pytest.raises(InvalidValue, match="'supports' cannot be used"):
            schema(Register, records={"supports": Loan})

    def test_a_class_that_is_not_of_records_is_refused(self) -> None:
        with pytest.raises(InvalidType, match="a class of your own derived from Record"):
            schema(Register, records={"branches": Branch})  # type: ignore[dict-item]

    def test_the_generator_is_imported_only_for_such_classes(self) -> None:
        code = (
            "import sys; from nsc_program import Register; from nsc_program.serialization import "
            "schema; schema(Register); print([each for each in sys.modules if '_schema_' in each])"
        )
        run = subprocess.run(  # noqa: S603  # a fixed program
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )

        assert "[]" == run.stdout.strip()


def of_field(kind: Any, **more: Any) -> Any:  # noqa: ANN401
    """Return the schema of a field of a class made for it, without the class in `records`."""
    made = make_class("Made", {"value": field(type=kind, **more)}, bases=(Record,), kw_only=True)
    return schema(Register, records={"made": made})["$defs"]["Made"]["properties"]["value"]


class Mark(StrEnum):
    LOW = "low"
    HIGH = "high"


class Number(Enum):
    ONE = 1


SHORT: list[Any] = [instance_of(tuple), min_len(1)]


class TestValidators:
    """Each validator that is known narrows the type, and any other leaves it alone."""

    @pytest.mark.parametrize(
        ("kind", "rule", "expected"),
        [
            (str, None, {"type": "string"}),
            (str, instance_of(str), {"type": "string"}),
            (str, [is_key, min_len(2)], {"$ref": "#/$defs/Key", "minLength": 2}),
            (str, min_len(-1), {"type": "string"}),
            (str, lambda *_: None, {"type": "string"}),
            (str, not_(in_(["a"])), {"type": "string"}),
            (str, in_(["b", "a", Mark.LOW, "low"]), {"type": "string", "enum": ["a", "b", "low"]}),
            (str, in_({"b", "a"}), {"type": "string", "enum": ["a", "b"]}),
            (str, in_("ab"), {"type": "string"}),
            (str, in_(["a", 1]), {"type": "string"}),
            (str, in_([]), {"type": "string"}),
            (str, in_(cast(Any, Mark)), {"type": "string", "enum": ["high", "low"]}),
            (Mark, in_(["low"]), {"$ref": "#/$defs/Mark", "enum": ["low"]}),
            (bool, in_([1]), {"type": "boolean"}),
            (int, in_(range(9)), {"type": "integer"}),
            (tuple[int, ...], in_([(1,)]), {"type": "array", "items": {"type": "integer"}}),
            (date, in_([DAY]), {"$ref": "#/$defs/Date", "enum": ["2024-05-01"]}),
            (date, ge(DAY), {"$ref": "#/$defs/Date"}),
            (
                Fraction,
                in_([1, Fraction(1, 2)]),
                {"$ref": "#/$defs/Number", "enum": ["1/2", 1]},
            ),
            (int, [ge(1), le(9)], {"type": "integer", "minimum": 1, "maximum": 9}),
            (
                int,
                [gt(1), lt(9)],
                {"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 9},
            ),
            (
                int,
                [ge(1), ge(2)],
                {"type": "integer", "minimum": 1, "allOf": [{"minimum": 2}]},
            ),
            (int, ge(0.5), {"type": "integer"}),
            (Fraction, gt(Fraction(1, 2)), {"$ref": "#/$defs/Number"}),
            (Fraction, ge(1), {"$ref": "#/$defs/Number", "minimum": 1, "pattern": "^[1-9]"}),
            (Fraction, ge(-1), {"$ref": "#/$defs/Number", "minimum": -1}),
            (Fraction, lt(0), {"$ref": "#/$defs/Number", "exclusiveMaximum": 0, "pattern": "^-"}),
            (Fraction, le(1), {"$ref": "#/$defs/Number", "maximum": 1}),
            (int, whole_from(1), {"type": "integer", "minimum": 1}),
            (
                str,
                matches_re("a{1,3}[^b]?(?:c|d)"),
                {"type": "string", "pattern": "^(?:a{1,3}[^b]?(?:c|d))$"},
            ),
            (str, matches_re(r"\d+"), {"type": "string"}),
            (str, matches_re("(?i:a)"), {"type": "string"}),
            (str, matches_re("a++"), {"type": "string"}),
            (str, matches_re(r"a\$"), {"type": "string"}),
            (str, matches_re("a", flags=2), {"type": "string"}),
            (str, matches_re("a", func=re.match), {"type": "string"}),
            (
                tuple[str, ...],
                deep_iterable(is_text, and_(*SHORT)),
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
            ),
            (
                tuple[str, ...],
                deep_iterable(optional(is_text)),
                {"type": "array", "items": {"type": "string"}},
            ),
        ],
    )
    def test_the_schema_of_a_field(self, kind: Any, rule: Any, expected: object) -> None:  # noqa: ANN401
        assert expected == of_field(kind, validator=rule)

    @pytest.mark.parametrize(
        ("rule", "is_taken"),
        [
            (None, True),
            (is_date, False),
            (instance_of(date), False),
            (optional(instance_of(date)), True),
            ([optional(is_date), instance_of(date)], False),
            (in_([None, DAY]), True),
            (lambda *_: None, True),
        ],
    )
    def test_none_is_valid_if_the_validators_take_it(self, rule: Any, is_taken: bool) -> None:  # noqa: ANN401
        found = of_field(date | None, validator=rule)

        assert is_taken is ({"type": "null"} in found.get("anyOf", ()))

    @pytest.mark.parametrize(
        "kind", [float, Any, Number, Literal["a", 1], dict[str, int], str | float], ids=str
    )
    def test_a_type_that_is_not_known_is_left_to_the_reader(self, kind: object) -> None:
        assert {} == of_field(kind, default=None)

    def test_a_field_may_hold_one_of_several_texts(self) -> None:
        assert {"enum": ["a", "b"]} == of_field(Literal["a", "b"])

    def test_a_field_may_hold_values_of_two_types(self) -> None:
        assert {"anyOf": [{"type": "string"}, {"type": "boolean"}]} == of_field(str | bool)

    def test_a_default_that_a_function_makes_is_not_given(self) -> None:
        assert {"type": "integer"} == of_field(int, default=Factory(lambda: 1))
        assert {"type": "integer", "default": 1} == of_field(int, default=1)

    def test_a_class_without_a_docstring_has_no_description(self) -> None:
        made = make_class("Made", {}, bases=(Record,), kw_only=True)

        assert "description" not in schema(Register, records={"made": made})["$defs"]["Made"]

    def test_a_name_beyond_ascii_gets_a_name_that_references_can_hold(self) -> None:
        made = make_class("Vay_vốn", {"on": field(type=date)}, bases=(Record,), kw_only=True)
        found = schema(Program, records={"made": made})

        assert "Vay_v_nCounting" in found["$defs"]
        assert {"const": "Vay_vốn"} == found["$defs"]["Vay_v_nCounting"]["properties"]["of"]

    def test_one_of_two_fields_is_given_whatever_their_defaults(self) -> None:
        @final
        @frozen(kw_only=True)
        class Choice(Record):
            EITHER: ClassVar[tuple[tuple[str, str], ...]] = (("one", "other"),)
            one: str | None = "a"
            other: str | None = None

        own = {"choices": Choice}
        valid = Validator(schema(Register, records=own)).is_valid
        for given_fields, is_right in (
            ({}, True),
            ({"one": "b"}, True),
            ({"one": None}, False),
            ({"other": "b"}, False),
            ({"one": None, "other": "b"}, True),
        ):
            document = {"schema": SCHEMAS[Register], "choices": [{"id": "c", **given_fields}]}
            assert is_right is valid(document)


class TestRules:
    """The rules of plans that count such classes."""

    def test_a_class_with_a_name_of_the_library_replaces_it(self) -> None:
        made = make_class("Support", {"held_on": field(type=date)}, bases=(Record,), kw_only=True)
        found = schema(Program, records={"made": made})

        assert ["held_on"] == found["$defs"]["SupportDay"]["enum"]
        assert 7 == len(found["$defs"]["Counting"]["anyOf"]) + 1

    def test_an_enumeration_of_numbers_cannot_be_asked_for(self) -> None:
        made = make_class(
            "Made", {"on": field(type=date), "n": field(type=Number)}, bases=(Record,), kw_only=True
        )
        found = schema(Program, records={"made": made})["$defs"]

        asked = found["MadeCounting"]["properties"]["where"]["items"]["anyOf"]
        names = {each["$ref"].rpartition("/")[2] for each in asked}
        assert {"document"} == {found[name]["properties"]["field"]["const"] for name in names}
