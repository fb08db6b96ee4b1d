"""A key is written in one way, and is never a person's number."""

import re
import unicodedata
from collections.abc import Callable

import attrs
import pytest
from attrs import AttrsInstance

from each import for_each
from examples_of_values import EXAMPLES
from nsc_program import (
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    Funding,
    InvalidType,
    InvalidValue,
    PilotModel,
    RejectedRow,
    ReportedFigure,
    Support,
    Training,
)

_ENTERPRISES: list[tuple[type[AttrsInstance], str]] = [
    (Enterprise, "code"),
    (Support, "enterprise"),
    (PilotModel, "enterprise"),
]
_RECORDS = (
    Enterprise,
    Support,
    Training,
    Expert,
    PilotModel,
    AssessmentBody,
    Dissemination,
    ReportedFigure,
)
_STRICT: list[tuple[type[AttrsInstance], str]] = [
    *((kind, "id") for kind in (*_RECORDS, RejectedRow)),
    *_ENTERPRISES,
    (Training, "person"),
    (Expert, "person"),
    (AssessmentBody, "registration"),
    (Funding, "source"),
]
_KEYS: list[tuple[type[AttrsInstance], str]] = [*_STRICT, (Fact, "key")]


def _ids(fields: list[tuple[type[AttrsInstance], str]]) -> list[str]:
    return [f"{kind.__name__}.{field}" for kind, field in fields]


of_each_key = for_each(("kind", "field"), _KEYS, ids=_ids(_KEYS))
of_each_strict_key = for_each(("kind", "field"), _STRICT, ids=_ids(_STRICT))
of_each_enterprise = for_each(("kind", "field"), _ENTERPRISES, ids=_ids(_ENTERPRISES))


def _changed(kind: type[AttrsInstance], field: str, value: object) -> AttrsInstance:
    evolve: Callable[..., AttrsInstance] = attrs.evolve
    return evolve(EXAMPLES[kind][0], **{field: value})


def _digits(message: str) -> str:
    return "".join(re.findall(r"\d", unicodedata.normalize("NFKC", message)))


# One way of writing


@of_each_key
@for_each("value", ["K", "SAMPLE-0001", "Hợp tác xã 1", "x" * 200])
def test_a_key_is_any_printable_line_of_text(
    kind: type[AttrsInstance], field: str, value: str
) -> None:
    assert getattr(_changed(kind, field, value), field) == value


@of_each_strict_key
@pytest.mark.parametrize("length", [0, 201])
def test_a_key_is_neither_empty_nor_endless(
    kind: type[AttrsInstance], field: str, length: int
) -> None:
    with pytest.raises(
        InvalidValue, match=f"^{field}: expected 1 to 200 characters, got {length}$"
    ):
        _changed(kind, field, "x" * length)


@of_each_key
@for_each(
    "unseen",
    [
        "\0",
        "\n",
        "\t",
        "\N{RIGHT-TO-LEFT MARK}",
        "\N{ZERO WIDTH SPACE}",
        "\N{NO-BREAK SPACE}",
        "\ufeff",
        "\ud800",
    ],
)
def test_a_key_with_invisible_characters_is_refused(
    kind: type[AttrsInstance], field: str, unseen: str
) -> None:
    with pytest.raises(
        InvalidValue, match=f"^{field}: it holds a character that cannot be seen; remove it$"
    ):
        _changed(kind, field, f"K{unseen}1")


@of_each_strict_key
@for_each("value", [" K1", "K1 ", "K  1", " "])
def test_a_key_with_stray_spaces_is_refused(
    kind: type[AttrsInstance], field: str, value: str
) -> None:
    with pytest.raises(InvalidValue, match=f"^{field}: it has stray spaces; remove them$"):
        _changed(kind, field, value)


@of_each_strict_key
def test_a_key_in_another_unicode_form_is_refused(kind: type[AttrsInstance], field: str) -> None:
    """“ộ” can be written in several ways; two of them would be two things."""
    with pytest.raises(
        InvalidValue, match=f"^{field}: it is not in Unicode form NFC; normalise it$"
    ):
        _changed(kind, field, unicodedata.normalize("NFD", "Hội"))


# Numbers of people

_NUMBER = "000000000012"
_WRITINGS = (
    "000000000012",
    "000 000 000 012",
    "000.000.000.012",
    "000-000-000-012",
    "000_000_000_012",
    "000000-000012",
    "0 0 0 0 0 0 0 0 0 0 1 2",
    " 000000000012 ",
    "000000000012\n",
    "\ufeff000000000012",
    "000  000000012",
    "000\u00a0000\u00a0000\u00a0012",
    "000\t000000012",
    "000000\u200b000012",
    "000/000/000/012",
    "000,000,000,012",
    "000 - 000000012",
    "000–000000012",
    "００００００００００１２",
    "０００．０００．０００．０１２",
    "⁰⁰⁰⁰⁰⁰⁰⁰⁰⁰¹²",
    "".join(chr(ord("\N{ARABIC-INDIC DIGIT ZERO}") + int(digit)) for digit in _NUMBER),
)


@of_each_key
@for_each("value", _WRITINGS)
def test_a_twelve_digit_number_is_refused_and_not_repeated(
    kind: type[AttrsInstance], field: str, value: str
) -> None:
    with pytest.raises(
        InvalidValue, match=f"^{field}: a twelve-digit number may be a citizen's number"
    ) as refusal:
        _changed(kind, field, value)
    assert _digits(str(refusal.value)) == ""


@of_each_key
@for_each("value", [999_999_999_999, b"000000000012", ["000000000012"], 999_999_999_999.0])
def test_a_key_of_a_wrong_type_is_not_repeated(
    kind: type[AttrsInstance], field: str, value: object
) -> None:
    with pytest.raises(
        InvalidType, match=f"^{field}: expected text, got {type(value).__name__}$"
    ) as refusal:
        _changed(kind, field, value)
    assert _digits(str(refusal.value)) == ""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("document", 999_999_999_999),
        ("started_on", "000 000 000 012"),
        ("kind", "000000000012"),
        ("funding", _NUMBER),
    ],
)
def test_a_number_sent_to_any_other_field_is_not_repeated(field: str, value: object) -> None:
    with pytest.raises(InvalidType, match=rf"^{field}: expected .*, got \w+ '?\*{{12}}'?$"):
        _changed(Support, field, value)


@of_each_key
@pytest.mark.parametrize("value", ["K000000000012", "000000000012-K", "K-00000000001"])
def test_a_key_with_a_letter_is_a_pseudonym(
    kind: type[AttrsInstance], field: str, value: str
) -> None:
    assert getattr(_changed(kind, field, value), field) == value


# Enterprise codes


@of_each_enterprise
@pytest.mark.parametrize(
    "code",
    ["0000000001", "0000000001001", "0000000001-001", "0000000001-999", "SAMPLE-0001", "HTX 7"],
)
def test_an_enterprise_has_ten_or_thirteen_digits_or_a_pseudonym(
    kind: type[AttrsInstance], field: str, code: str
) -> None:
    assert getattr(_changed(kind, field, code), field) == code


@of_each_enterprise
@pytest.mark.parametrize(
    "code",
    [
        "1",
        "000000001",  # nine digits: a leading zero was lost
        "00000000001",
        "00000000000001",
        "0000000001000",
        "0000000001-000",
        "0000000001.001",
        "0000000001 001",
        "000000000-1001",
        "00000-00001",
        "0000 000 001",
        "00.00.00.00.01",
        "000 000 001",
        "0000000001/001",
        "0000000001-001-1",
    ],
)
def test_other_numbers_of_digits_are_refused(
    kind: type[AttrsInstance], field: str, code: str
) -> None:
    """A code without its leading zero, or with other separators, would become a new enterprise."""
    expected = (
        f"{field}: '{code}' is not an enterprise code: expected 10 plain digits, 13 for a branch"
    )
    with pytest.raises(InvalidValue, match=f"^{re.escape(expected)}"):
        _changed(kind, field, code)


@of_each_enterprise
def test_digits_of_another_script_are_refused(kind: type[AttrsInstance], field: str) -> None:
    with pytest.raises(InvalidValue, match=f"^{field}: .* is not an enterprise code"):
        _changed(kind, field, "０００００００００１")
