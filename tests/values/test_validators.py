"""How a refused value is shown, and how the expectation is stated."""

import re
import unicodedata
from enum import StrEnum
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, Literal

import pytest

from each import for_each
from nsc_program import InvalidType, InvalidValue, Range
from nsc_program.values._keys import is_fact_key, is_id, is_indicator_id, is_key
from nsc_program.values._text import Text
from nsc_program.values._validators import (
    Validator,
    is_a,
    is_text,
    is_unseen,
    printable,
    shown,
    shown_if_plain,
    whole_from,
)


class Xylophone:
    """A class that refuses a value; its name does not begin with a vowel."""


class Colour(StrEnum):
    """An enumeration that refuses a value."""

    RED = "red"
    BLUE = "blue"


def refusal(validator: Validator[Any], value: object) -> str:
    """Return a validator's message about a value."""
    with pytest.raises((InvalidType, InvalidValue)) as refused:
        validator(None, SimpleNamespace(name="field"), value)  # type: ignore[arg-type]
    return str(refused.value)


def takes(validator: Validator[Any], value: object) -> bool:
    try:
        validator(None, SimpleNamespace(name="field"), value)  # type: ignore[arg-type]
    except (InvalidType, InvalidValue):
        return False
    return True


class TestShownValues:
    """A refused value is shown briefly; a citizen's number is never shown."""

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
    def test_values_are_shortened(self, value: object, expected: str) -> None:
        assert expected == shown(value)

    @pytest.mark.parametrize(
        "value", ["compleeted_on", "31/12/2025", "2025-12-31T10:30:00.5+07:00", "2025-12-31T03Z"]
    )
    def test_words_dates_and_datetimes_are_repeated(self, value: str) -> None:
        assert repr(value) == shown_if_plain(value)

    @pytest.mark.parametrize(
        "value", ["SAMPLE-P1", "Nguyen Van A", "2025-12-31t10:30z", "x 2025-12-31T10:30Z"]
    )
    def test_texts_that_may_be_keys_are_not_repeated(self, value: str) -> None:
        assert "'…'" == shown_if_plain(value)

    def test_control_characters_are_escaped(self) -> None:
        assert r"in\u202evoice, \x00" == printable("in\u202evoice, \x00")
        assert "Hà Nội" == printable("Hà Nội")


class TestExpectations:
    """The message names the class, its members, or the ends of what is accepted."""

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
    def test_the_expected_class_is_named(self, kind: Any, expected: str) -> None:  # noqa: ANN401  # a class or a union
        assert expected == refusal(is_a(kind), 5)

    def test_the_expected_whole_number_is_named(self) -> None:
        assert "field: expected a whole number from 1, got 0" == refusal(whole_from(1), 0)
        assert "field: expected a whole number from 1 to 5, got 6" == refusal(whole_from(1, 5), 6)
        assert "field: expected a whole number from 1, got str 'one'" == refusal(
            whole_from(1), "one"
        )
        assert [True, True] == [takes(whole_from(1, 5), end) for end in (1, 5)]


UNSEEN = {
    "\u200b": "ZERO WIDTH SPACE",
    "\xad": "SOFT HYPHEN",
    "\u061c": "ARABIC LETTER MARK",
    "\u180e": "MONGOLIAN VOWEL SEPARATOR",
    "\u2060": "WORD JOINER",
    "\ufff9": "INTERLINEAR ANNOTATION ANCHOR",
    "\U0001bca0": "SHORTHAND FORMAT LETTER OVERLAP",
    "\U0001d173": "MUSICAL SYMBOL BEGIN BEAM",
    "\U000e0041": "TAG LATIN CAPITAL LETTER A",
    "\ue000": "private use",
    "\u0378": "unassigned",
    "\u1680": "OGHAM SPACE MARK",
    "\u3000": "IDEOGRAPHIC SPACE",
    # Unicode says that the following characters are printable.
    "\u034f": "COMBINING GRAPHEME JOINER",
    "\u115f": "HANGUL CHOSEONG FILLER",
    "\u1160": "HANGUL JUNGSEONG FILLER",
    "\u3164": "HANGUL FILLER",
    "\uffa0": "HALFWIDTH HANGUL FILLER",
    "\u17b4": "KHMER VOWEL INHERENT AQ",
    "\u17b5": "KHMER VOWEL INHERENT AA",
    "\u180b": "MONGOLIAN FREE VARIATION SELECTOR ONE",
    "\u180d": "MONGOLIAN FREE VARIATION SELECTOR THREE",
    "\u180f": "MONGOLIAN FREE VARIATION SELECTOR FOUR",
    "\ufe00": "VARIATION SELECTOR-1",
    "\ufe0f": "VARIATION SELECTOR-16",
    "\U000e0100": "VARIATION SELECTOR-17",
    "\U000e01ef": "VARIATION SELECTOR-256",
    "\u2800": "BRAILLE PATTERN BLANK",
    "\u303f": "IDEOGRAPHIC HALF FILL SPACE",
    "\ufffc": "OBJECT REPLACEMENT CHARACTER",
    "\U00013440": "EGYPTIAN HIEROGLYPH MIRROR HORIZONTALLY",
    "\U00013441": "EGYPTIAN HIEROGLYPH FULL BLANK",
    "\U00013442": "EGYPTIAN HIEROGLYPH HALF BLANK",
    "\U00016fe4": "KHITAN SMALL SCRIPT FILLER",
    "\U0001bc9d": "DUPLOYAN THICK LETTER SELECTOR",
    "\U0001d159": "MUSICAL SYMBOL NULL NOTEHEAD",
    "\U0001da7f": "SIGNWRITING LOCATION-WALLPLANE SPACE",
    "\U0001da80": "SIGNWRITING LOCATION-FLOORPLANE SPACE",
    "\U0001da9b": "SIGNWRITING FILL MODIFIER-2",
    "\U0001da9f": "SIGNWRITING FILL MODIFIER-6",
    "\U0001daa1": "SIGNWRITING ROTATION MODIFIER-2",
    "\U0001daaf": "SIGNWRITING ROTATION MODIFIER-16",
}
"""Invisible characters, with their names."""
NOTHING = re.compile(
    r"\b(BLANK|FILLER|NULL|IGNORABLE|INHERENT|INVISIBLE|SPACE|SELECTOR)\b|VARIATION SELECTOR"
)
SEEN = {
    "SPACE",
    *("SYMBOL FOR NULL", "SYMBOL FOR SPACE", "BLANK SYMBOL"),
    *(
        "DEVANAGARI GAP FILLER",
        "NEWA GAP FILLER",
        "DIVES AKURU GAP FILLER",
        "MANICHAEAN PUNCTUATION LINE FILLER",
    ),
    "KAWI PUNCTUATION SPACE FILLER",
    *("BHAIKSUKI GAP FILLER-1", "BHAIKSUKI GAP FILLER-2"),
}
"""Names of visible characters that sound like those of invisible ones."""
MARKS = "\u0301\u0323\u0335\u0903\u20dd\u3099\U0001d165"
_BASES = "aăâeêioôơuưy"
VIETNAMESE = sorted(
    {
        unicodedata.normalize("NFC", base + tone)
        for each in _BASES
        for base in (each, each.upper())
        for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
    }
    | {*"đĐ"}
)


class TestKeys:
    """Each of these things alone makes a key invalid."""

    @pytest.mark.parametrize("value", ["001099012345 2024", "001 099 012 345", "2024/001099012345"])
    def test_a_citizens_number_is_refused(self, value: str) -> None:
        assert "a twelve-digit number may be a citizen's number" in refusal(is_key, value)

    @pytest.mark.parametrize("validator", [is_key, is_indicator_id])
    @pytest.mark.parametrize("value", [" supported", "supported "])
    def test_stray_spaces_are_refused(self, validator: Validator[Any], value: str) -> None:
        assert "field: it has stray spaces; remove them" == refusal(validator, value)

    @for_each("unseen", UNSEEN, ids=UNSEEN.values())
    @for_each("key", ["K{}1", "{}K1", "K1{}", "{}"])
    @for_each("validator", [is_key, is_id])
    def test_invisible_characters_are_refused(
        self, validator: Validator[Any], key: str, unseen: str
    ) -> None:
        expected = "field: it holds a character that cannot be seen; remove it"
        assert expected == refusal(validator, key.format(unseen))

    def test_the_names_of_invisible_characters_are_right(self) -> None:
        """A name unknown to this edition of Unicode is that of a character refused anyway."""
        names = {each: unicodedata.name(each, name) for each, name in UNSEEN.items()}
        assert UNSEEN == names

    def test_no_other_name_means_an_invisible_character(self) -> None:
        """All printable characters are checked; visible ones with a misleading name are listed."""
        seen = {each for each in map(chr, range(0x110000)) if not is_unseen(each)}
        named = {unicodedata.name(each, "") for each in seen}
        assert SEEN >= {name for name in named if NOTHING.search(name)}

    @pytest.mark.parametrize(
        "seen", [*"ⵀ្ာ", "\N{OPEN BOX}", "\N{SYMBOL FOR SPACE}", "\N{EMPTY SET}"], ids=ascii
    )
    def test_visible_characters_are_accepted(self, seen: str) -> None:
        assert takes(is_key, f"K{seen}1")

    @for_each("form", ["NFC", "NFD"])
    @for_each("letter", VIETNAMESE)
    def test_vietnamese_letters_are_accepted(
        self, letter: str, form: Literal["NFC", "NFD"]
    ) -> None:
        """All are accepted in form NFC.

        In form NFD an id is accepted, and a key must be changed to NFC.
        """
        written = unicodedata.normalize(form, letter)

        assert takes(is_id, written)
        assert takes(is_id, f"K {written}")
        assert takes(is_key, written) is (written == letter)
        if written != letter:
            assert "not in Unicode form NFC" in refusal(is_key, written)

    @for_each("mark", MARKS, ids=unicodedata.name)
    @for_each("key", ["{}", "{}K1", "K {}1"])
    @for_each("validator", [is_key, is_id])
    def test_a_mark_without_a_letter_is_refused(
        self, validator: Validator[Any], key: str, mark: str
    ) -> None:
        assert "field: it holds a combining mark without a letter; remove the mark" in refusal(
            validator, key.format(mark)
        )

    def test_a_mark_on_a_letter_is_accepted(self) -> None:
        assert takes(is_key, "K\N{COMBINING TILDE}1")

    @pytest.mark.parametrize("value", ["a\ud800", "\udfff", "a\udc00b"], ids=ascii)
    def test_half_of_a_character_is_refused(self, value: str) -> None:
        assert "half of a Unicode character" in refusal(is_text, value)

    @pytest.mark.parametrize(
        ("value", "taken"),
        [
            ("t1  head 1", True),
            ("t1  head 12", True),
            ("t1  head 0", False),
            ("t1  HEAD 1", False),
            ("t1  1", False),
        ],
    )
    def test_people_of_a_headcount_have_keys_of_this_form(self, value: str, *, taken: bool) -> None:
        assert taken is takes(is_fact_key, value)
