"""The fast pass over registers and the exact reader read the same from the same documents."""

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from building import AFTER, report, supports, trainings
from drawing import registers
from each import for_each
from nsc_program import Completeness, Enterprise, Period, Register, Support
from nsc_program.errors import DocumentError
from nsc_program.records._base import Record
from nsc_program.records._records import AnyRecord, agreement_of
from nsc_program.serialization import SCHEMAS, from_json, to_json
from nsc_program.serialization._fast import read_register
from nsc_program.serialization._fast_rows import PLAIN, PLAIN_KINDS
from nsc_program.values._enterprise_codes import is_any_code, is_enterprise_code
from nsc_program.values._keys import PLAIN_KEY, is_any_key, is_key

SCHEMA = SCHEMAS[Register]


@contextmanager
def without_msgspec() -> Iterator[None]:
    with patch.dict(sys.modules, {"msgspec": None}):
        for name in [name for name in sys.modules if "serialization._fast" in name]:
            del sys.modules[name]
        yield


def outcome(text: str | bytes) -> Register | DocumentError:
    try:
        return from_json(text, Register)
    except DocumentError as refusal:
        return refusal


def exact(text: str | bytes) -> Register | DocumentError:
    with without_msgspec():
        return outcome(text)


# --- documents as lists of pairs, in which a key can occur twice ---


class Pairs(list[tuple[str, Any]]):
    """A JSON object."""


def texts(value: object, colon: str = ":") -> str:
    if isinstance(value, Pairs):
        return (
            "{" + ", ".join(f"{texts(key)}{colon}{texts(item, colon)}" for key, item in value) + "}"
        )
    if isinstance(value, list):
        return "[" + ",".join(texts(each, colon) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def objects(value: object) -> Iterator[Pairs]:
    """Return every object of a document; the document itself comes first."""
    if isinstance(value, Pairs):
        yield value
        for _, item in value:
            yield from objects(item)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each)


def spoilt(draw: DrawFn, pairs: Pairs, names: list[str]) -> None:
    """Change one object in some way that may or may not be a mistake."""
    anything: st.SearchStrategy[Any] = st.sampled_from(
        [
            None,
            True,
            False,
            0,
            1,
            -1,
            1.5,
            "",
            "a: b",
            'a":b',
            "city",
            "2024-06-30",
            "2024-02-30",
            "\u1ebf",
            [],
            Pairs(),
        ]
    )
    at = draw(st.integers(0, max(0, len(pairs) - 1)))
    match draw(st.sampled_from(["twice", "add", "replace", "drop", "swap"])):
        case "twice" if pairs:
            pairs.append(pairs[at])
        case "replace" if pairs:
            pairs[at] = (pairs[at][0], draw(anything))
        case "drop" if pairs:
            del pairs[at]
        case "swap" if pairs:
            pairs.append(pairs.pop(at))
        case _:
            pairs.insert(at, (draw(st.sampled_from(names)), draw(anything)))


NAMES = [
    "id",
    "on",
    "level",
    "verified",
    "recorded_on",
    "note",
    "supports",
    "funding",
    "solutions",
    "person",
]


@st.composite
def documents(draw: DrawFn) -> str:
    """Draw the document of a register, written in some way, with up to two changes."""
    document = json.loads(to_json(draw(registers())), object_pairs_hook=Pairs)
    for _ in range(draw(st.integers(0, 2))):
        spoilt(draw, draw(st.sampled_from(list(objects(document)))), NAMES)
    return texts(document, draw(st.sampled_from([":", ": ", " : ", "\n:"])))


class TestBothAgree:
    """Both accept the same documents, read equal registers, and list the same problems."""

    @given(documents())
    def test_they_agree_on_any_document(self, text: str) -> None:
        assert exact(text) == outcome(text)

    @given(registers())
    def test_the_fast_pass_accepts_every_document_of_the_library(self, register: Register) -> None:
        assert register == read_register(to_json(register), SCHEMA)

    @given(documents())
    def test_they_agree_on_documents_that_are_read_in_pieces(self, text: str) -> None:
        with patch("nsc_program.serialization._fast._PIECE", 1):
            assert exact(text) == outcome(text)

    @given(registers())
    def test_every_document_of_the_library_is_read_in_pieces(self, register: Register) -> None:
        with patch("nsc_program.serialization._fast._PIECE", 1):
            assert register == read_register(to_json(register), SCHEMA)

    @given(registers())
    def test_values_that_are_no_longer_shared_are_read_alike(self, register: Register) -> None:
        with (
            patch("nsc_program.serialization._fast._PIECE", 1),
            patch("nsc_program.serialization._fast_rows._FEW", 0),
            patch("nsc_program.serialization._fast_rows._MOST_SHARED", 0),
        ):
            assert register == read_register(to_json(register), SCHEMA)

    @for_each(
        "path",
        sorted((Path(__file__).parents[1] / "broken").glob("*.json")),
        ids=lambda path: path.stem,
    )
    def test_they_agree_on_each_broken_document(self, path: Path) -> None:
        assert read_register(path.read_bytes(), SCHEMA) is None
        assert exact(path.read_bytes()) == outcome(path.read_bytes())

    @given(st.data())
    def test_a_plain_text_passes_the_validators_that_the_fast_pass_skips(
        self, data: st.DataObject
    ) -> None:
        exact = {is_key: is_any_key, is_enterprise_code: is_any_code}
        validate = data.draw(st.sampled_from(list(PLAIN)))
        drawn = data.draw(st.from_regex(PLAIN_KEY, fullmatch=True) | st.text())

        if PLAIN[validate](drawn):
            exact.get(validate, validate)(None, fields(Enterprise).id, drawn)

    @for_each("kind", PLAIN_KINDS)
    def test_fields_are_compared_only_as_the_fast_pass_does(self, kind: type[AnyRecord]) -> None:
        assert agreement_of(kind) in (None, Record.__attrs_post_init__)


class TestLeftToTheExactReader:
    """The fast pass leaves these documents to the exact reader, which says what is wrong."""

    @for_each(
        ("old", "new", "message"),
        [
            ('"id": "s', '"id": "s", "id": "s', "'id' stands twice"),
            ('"id": "s', '"i\\u0064": "s", "id": "s', "'id' stands twice"),
            ('"id": "s', '"id" : "s", "id": "s', "'id' stands twice"),
            ('"id": "s', '"note": 1, "id": "s', "unknown key 'note'"),
            ('"supports": [', '"supports": [], "supports": [', "'supports' stands twice"),
            (
                '"completeness": [',
                '"completeness": [], "completeness": [',
                "'completeness' stands twice",
            ),
            ('"what": "Support"', '"what": "Support", "what": "Support"', "'what' stands twice"),
            ('"what": "Support"', '"what": "Suport"', "did you mean 'Support'"),
            ('"low": 5', '"low": 5, "low": 5', "'low' stands twice"),
            ('"source": "x"', '"source": "x", "source": "x"', "'source' stands twice"),
            ('"source": "x",', "", "source: it is required"),
            (
                '"started_on": "2024-06-30"',
                '"started_on": "2024-06-31"',
                "there is no day 2024-06-31",
            ),
            ('"started_on": "2024-06-30"', '"started_on": "2025-06-30"', "is before started_on"),
            ('"enterprise": "SAMPLE-0000"', '"enterprise": "123"', "is not an enterprise code"),
            ('"person": "SAMPLE-P0000"', '"person": "001099012345"', "may be a citizen's number"),
            ('"person": "SAMPLE-P0000"', '"person": null', "needs a person or a headcount"),
            ('"vnd": 7', '"vnd": 7.0', "expected a whole number"),
            ('"vnd": 7', '"vnd": -7', "expected a whole number from 0"),
            (SCHEMA, "nsc-program/register/2", "expected 'nsc-program/register/1'"),
            (SCHEMA, "nsc-program/evaluation/1", "expected 'nsc-program/register/1'"),
            ('"s2024-1"', '"s2024-0"', "with other content"),
        ],
    )
    def test_the_message_is_that_of_the_exact_reader(
        self, old: str, new: str, message: str
    ) -> None:
        text = to_json(REGISTER)
        assert old in text
        changed = text.replace(old, new, 1)

        assert read_register(changed, SCHEMA) is None
        with pytest.raises(DocumentError, match=message):
            from_json(changed, Register)


class TestReadByTheFastPass:
    """These documents are correct although they look odd."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('"id": "s2024-0"', '"id"\n:\t"s2024-0"'),
            (
                '"id": "s2024-1"',
                '"annulled": false, "kind": "enterprise", "document": null, "id": "s2024-1"',
            ),
            ('"note: one"', '"n\\u006fte: one"'),
        ],
    )
    def test_odd_documents_are_read_alike(self, old: str, new: str) -> None:
        text = to_json(REGISTER)
        assert old in text

        assert REGISTER == read_register(text.replace(old, new), SCHEMA)

    def test_a_byte_order_mark_is_accepted(self) -> None:
        assert REGISTER == read_register(b"\xef\xbb\xbf" + to_json(REGISTER).encode(), SCHEMA)

    def test_a_space_before_a_colon_is_left_to_the_exact_reader(self) -> None:
        register = Register([evolve(supports(1)[0], document="note : one")])

        assert read_register(to_json(register), SCHEMA) is None
        assert register == from_json(to_json(register), Register)


def _register() -> Register:
    document = json.loads(
        to_json(
            Register(
                [*supports(3), *trainings(2), report("supported", 5, issued=AFTER)],
                [Completeness(Support, Period.until(AFTER))],
            )
        )
    )
    document["supports"][0] |= {"document": "note: one", "funding": [{"source": "x", "vnd": 7}]}
    return from_json(json.dumps(document), Register)


REGISTER = _register()


class TestWithoutMsgspec:
    """The extra changes only how long reading takes."""

    def test_equal_registers_are_read(self) -> None:
        assert REGISTER == exact(to_json(REGISTER))

    @pytest.mark.parametrize("enabled", [True, False])
    def test_the_garbage_collector_keeps_its_state(self, enabled: bool) -> None:
        was_enabled = gc.isenabled()
        (gc.enable if enabled else gc.disable)()
        try:
            for text in (to_json(REGISTER), "{"):
                outcome(text)

                assert enabled == gc.isenabled()
        finally:
            (gc.enable if was_enabled else gc.disable)()
