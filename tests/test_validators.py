"""How a refused value is shown, and what is said was expected in its place."""

from enum import StrEnum
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from nsc_program import InvalidType, InvalidValue, Range
from nsc_program._validators import (
    Validator,
    is_a,
    is_fact_key,
    is_indicator_id,
    is_key,
    is_text,
    printable,
    shown,
    shown_if_plain,
    whole_from,
)
from nsc_program.sources import Text


class Xylophone:
    """A class to be refused by, whose name begins with no vowel."""


class Colour(StrEnum):
    """An enumeration to be refused by."""

    RED = "red"
    BLUE = "blue"


def refusal(validator: Validator[Any], value: object) -> str:
    """What a validator says of a value."""
    with pytest.raises((InvalidType, InvalidValue)) as refused:
        validator(None, SimpleNamespace(name="field"), value)  # type: ignore[arg-type]
    return str(refused.value)


def takes(validator: Validator[Any], value: object) -> bool:
    try:
        validator(None, SimpleNamespace(name="field"), value)  # type: ignore[arg-type]
    except (InvalidType, InvalidValue):
        return False
    return True


class TestShown:
    """A refused value is shown in short, and never a citizen's number."""

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("red", "'red'"),
            (5, "5"),
            (None, "None"),
            (object(), ""),
            (10**5000, ""),
            (10**79, "1" + "0" * 79),
            (10**80, "[...]"),
            ("a" * 199 + "bc", "'aaaaaaaaaaaa...aaaaaaaaaaaab'"),
            ("ｗｉｄｅ", "'ｗｉｄｅ'"),
            ("001 099 012 345", "'************'"),
            ("００１０９９０１２３４５", "'************'"),
            (Fraction(1, 3), "Fraction(1, 3)"),
        ],
        ids=lambda value: str(value)[:20] if not isinstance(value, int) else "",
    )
    def test_in_short(self, value: object, expected: str) -> None:
        assert expected == shown(value)

    @pytest.mark.parametrize("value", ["compleeted_on", "31/12/2025", "2025-12-31T10:30:00.5+07:00", "2025-12-31T03Z"])
    def test_a_word_a_day_and_a_moment_are_repeated(self, value: str) -> None:
        assert repr(value) == shown_if_plain(value)

    @pytest.mark.parametrize("value", ["SAMPLE-P1", "Nguyen Van A", "2025-12-31t10:30z", "x 2025-12-31T10:30Z"])
    def test_what_may_be_a_key_is_not(self, value: str) -> None:
        assert "'…'" == shown_if_plain(value)

    def test_what_an_eye_would_obey_is_spelt_out(self) -> None:
        assert r"in\u202evoice, \x00" == printable("in\u202evoice, \x00")
        assert "Hà Nội" == printable("Hà Nội")


class TestWhatWasExpected:
    """The class, its members, or the ends of what is taken."""

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            (Range, "field: expected a Range, got int 5"),
            (InvalidType, "field: expected an InvalidType, got int 5"),
            (Xylophone, "field: expected a Xylophone, got int 5"),
            (Range | Text, f"field: expected a {Range | Text}, got int 5"),
            (Colour, "field: expected a Colour ('red', 'blue'), got int 5"),
        ],
        ids=str,
    )
    def test_of_a_class(self, kind: Any, expected: str) -> None:  # noqa: ANN401  # a class or a union
        assert expected == refusal(is_a(kind), 5)

    def test_of_a_whole_number(self) -> None:
        assert "field: expected a whole number from 1, got 0" == refusal(whole_from(1), 0)
        assert "field: expected a whole number from 1 to 5, got 6" == refusal(whole_from(1, 5), 6)
        assert "field: expected a whole number from 1, got str 'one'" == refusal(whole_from(1), "one")
        assert [True, True] == [takes(whole_from(1, 5), end) for end in (1, 5)]


class TestKeys:
    """What a key may not hold, each alone."""

    @pytest.mark.parametrize("value", ["001099012345 2024", "001 099 012 345", "2024/001099012345"])
    def test_a_citizens_number(self, value: str) -> None:
        assert "a twelve-digit number may be a citizen's number" in refusal(is_key, value)

    @pytest.mark.parametrize("validator", [is_key, is_indicator_id])
    @pytest.mark.parametrize("value", [" supported", "supported "])
    def test_stray_spaces(self, validator: Validator[Any], value: str) -> None:
        assert "field: it has stray spaces; remove them" == refusal(validator, value)

    @pytest.mark.parametrize("unseen", "\u034f\u3164\ufe0f\U000e0101\u200b")
    def test_what_nobody_sees(self, unseen: str) -> None:
        assert "field: it holds a character that cannot be seen; remove it" == refusal(is_key, f"K{unseen}1")

    @pytest.mark.parametrize("value", ["a\ud800", "\udfff", "a\udc00b"], ids=ascii)
    def test_half_of_a_character(self, value: str) -> None:
        assert "half of a Unicode character" in refusal(is_text, value)

    @pytest.mark.parametrize(
        ("value", "taken"),
        [("t1  head 1", True), ("t1  head 12", True), ("t1  head 0", False), ("t1  HEAD 1", False), ("t1  1", False)],
    )
    def test_the_heads_of_a_headcount(self, value: str, *, taken: bool) -> None:
        assert taken is takes(is_fact_key, value)
