"""Pseudonyms of people: the same wherever they are made, and no message reveals a number."""

import hashlib
import hmac
import re
import traceback
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import for_each
from nsc_program import InvalidType, InvalidValue, Training, pseudonym

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "privacy.md").read_text(encoding="utf-8")
SECRET = bytes(range(32))
NUMBER = "000000000012"
DAY = date(2024, 3, 4)

numbers = st.from_regex(r"[0-9]{12}|[A-Z]{1,2}[0-9]{6,8}", fullmatch=True)


class TestRecipe:
    """A pseudonym is an HMAC-SHA256 over the number in ASCII, in capitals and without separators.

    So other systems make the same pseudonyms.
    """

    @given(st.binary(min_size=32, max_size=100), numbers)
    def test_a_pseudonym_is_made_as_the_page_says(self, secret: bytes, number: str) -> None:
        digest = hmac.new(secret, number.encode("ascii"), hashlib.sha256).hexdigest()

        assert f"p-{digest[:32]}" == pseudonym(secret, number)

    @pytest.mark.parametrize(
        ("number", "key"), re.findall(r"^\| `(.+)` \| `(p-.+)` \|$", PAGE, re.MULTILINE)
    )
    def test_the_table_on_the_page_is_right(self, number: str, key: str) -> None:
        assert key == pseudonym(SECRET, number)

    def test_the_page_shows_no_other_pseudonyms(self) -> None:
        """The output of PostgreSQL and OpenSSL on the page is the same."""
        keys = {pseudonym(SECRET, number) for number in (NUMBER, "C0000012")}
        digest = hmac.new(SECRET, NUMBER.encode("ascii"), hashlib.sha256).hexdigest()

        assert keys == set(re.findall(r"p-[0-9a-f]{32}", PAGE))
        assert [digest] == re.findall(r"= ([0-9a-f]{64})$", PAGE, re.MULTILINE)

    @given(numbers, st.lists(st.tuples(st.integers(0, 12), st.sampled_from(" .-")), max_size=5))
    def test_neither_grouping_nor_case_matters(
        self, number: str, inserted: list[tuple[int, str]]
    ) -> None:
        written = number.lower()
        for place, sign in inserted:
            written = written[:place] + sign + written[place:]

        assert pseudonym(SECRET, number) == pseudonym(SECRET, written)

    @given(numbers, numbers)
    def test_equal_pseudonyms_mean_equal_numbers(self, one: str, other: str) -> None:
        assert (one == other) == (pseudonym(SECRET, one) == pseudonym(SECRET, other))

    def test_another_secret_gives_another_pseudonym(self) -> None:
        assert pseudonym(SECRET, NUMBER) != pseudonym(SECRET[::-1], NUMBER)

    @given(st.binary(min_size=32, max_size=32), numbers)
    def test_a_record_accepts_a_pseudonym(self, secret: bytes, number: str) -> None:
        key = pseudonym(secret, number)

        assert key == Training(id="t1", person=key, on=DAY).person


def complaint(error: type[Exception], secret: Any, number: Any) -> str:  # noqa: ANN401 - meant to be wrong
    """Return all the texts of an error and of the errors behind it."""
    with pytest.raises(error) as refusal:
        pseudonym(secret, number)
    assert (None, None) == (refusal.value.__cause__, refusal.value.__context__)
    assert "in pseudonym" in "".join(traceback.format_exception(refusal.value))
    return f"{refusal.value!s} {refusal.value!r}"


class TestRefusals:
    """Values that are not identity numbers are refused, and not repeated."""

    @for_each(
        "number",
        [
            "",
            "Nguyễn Văn A",
            "Nguyen Van A",
            "00000000012",  # eleven digits: a leading zero was lost
            "0000000000012",
            "000000012",  # nine digits, as before
            "AB12345",
            "A123456789",
            "ABC1234567",
            "1234567",
            "C1234567X",
            "000000000012\n",
            "000\u00a0000000012",
            "000–000000012",
            "000/000/000/012",
            "００００００００００１２",
            "\u0660" * 12,
            "ß123456",  # two letters, once they are capitals
            "ﬁ123456",
            "ſ123456",
            "\N{KELVIN SIGN}123456",
            "p-c568c71918f02e8ee7f0b64c5ce57106",
        ],
        ids=ascii,
    )
    def test_a_text_that_is_not_a_number_is_refused(self, number: str) -> None:
        said = complaint(InvalidValue, SECRET, number)

        assert "number: expected a citizen's number of 12 digits, or a passport number" in said
        assert number == "" or number not in said

    @pytest.mark.parametrize(
        "number", [12, 999_999_999_999, None, b"000000000012", ["000000000012"], 1.5], ids=repr
    )
    def test_a_value_that_is_not_text_is_refused(self, number: object) -> None:
        said = complaint(InvalidType, SECRET, number)

        assert f"number: expected text, got {type(number).__name__}" in said
        assert not any(map(str.isdigit, said))

    def test_a_short_secret_is_refused(self) -> None:
        assert "secret: expected at least 32 bytes, got 31" in complaint(
            InvalidValue, SECRET[1:], NUMBER
        )

    @pytest.mark.parametrize("secret", ["x" * 32, None, bytearray(32)], ids=repr)
    def test_a_secret_that_is_not_bytes_is_refused(self, secret: object) -> None:
        said = complaint(InvalidType, secret, NUMBER)

        assert f"secret: expected bytes, got {type(secret).__name__}" in said
        assert "xx" not in said
        assert NUMBER not in said
