"""A support that is checked in one pass is accepted and refused as by its validators alone."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest
from attrs import fields
from hypothesis import example, given
from hypothesis import strategies as st

from each import for_each
from nsc_program import EnterpriseKind, Funding, Level, NscError, Solution, Support
from nsc_program.records._base import Record
from nsc_program.records._fields import record_fields

DAY = date(2024, 6, 30)
MONEY = Funding("state-budget", 5)


class Word(str):
    """A text of another class."""

    __slots__ = ()


# A class of the same fields, whose validators attrs calls one by one.
Plain: Any = attrs.make_class(
    "Plain",
    {
        one.name: attrs.field(default=one.default, validator=one.validator)
        for one in fields(Support)
    },
    kw_only=True,
    frozen=True,
)

TEXTS = st.sampled_from(
    [
        "s1",
        "0000000001",
        "0000000001-001",
        "001099012345",
        "two words",
        " s",
        "",
        "\ud800",
        "Đ1",
        "đ",
        "a" * 201,
    ]
)
DAYS = st.sampled_from(
    [date(2024, 1, 1), DAY, date(2025, 1, 1), datetime(2024, 6, 30, tzinfo=UTC), None]
)
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 1, 1.5, b"s1", [], {}, (), (1,), Word("s1"), "s1", MONEY]
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "id": TEXTS,
    "recorded_on": DAYS,
    "annulled": st.booleans(),
    "verified": st.booleans(),
    "document": TEXTS | st.text(max_size=3) | st.none(),
    "enterprise": TEXTS,
    "kind": st.sampled_from([*EnterpriseKind, Level.CITY]),
    "started_on": DAYS,
    "completed_on": DAYS,
    "level": st.sampled_from([*Level, "city"]),
    "locality": TEXTS | st.none(),
    "solutions": st.lists(st.sampled_from([*Solution, "standards"]), max_size=3).map(tuple),
    "funding": st.lists(st.sampled_from([MONEY, Funding("x", 1), "x"]), max_size=3).map(tuple),
    "spending_year": st.sampled_from([1899, 1900, 2024, 2100, 2101, 2024.0]),
}
GOOD: dict[str, Any] = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": DAY}


@st.composite
def arguments(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the fields of a support, of which any may be wrong."""
    drawn = {
        name: draw(values | ODD) for name, values in VALUES.items() if draw(st.integers(0, 3)) == 0
    }
    return GOOD | drawn


def _outcome(make: Any, given: dict[str, Any]) -> object:  # noqa: ANN401  # a class or a function
    try:
        made = make(**given)
    except NscError as error:
        return error
    return {name: getattr(made, name) for name in GOOD | given}


def _one_by_one(**given: Any) -> object:  # noqa: ANN401  # any values
    made = Plain(**given)
    checks: Any = Record.__attrs_post_init__
    Plain.IN_ORDER, Plain.EITHER = Support.IN_ORDER, Support.EITHER
    checks(made)
    return made


class TestOnePass:
    """Plain values are accepted in one pass, and any other value by its validator."""

    @given(arguments())
    @example(GOOD)
    def test_every_support_is_made_or_refused_alike(self, given: dict[str, Any]) -> None:
        assert _outcome(_one_by_one, given) == _outcome(Support, given)

    @for_each("name", VALUES)
    def test_each_field_is_checked(self, name: str) -> None:
        with pytest.raises(NscError, match=name):
            Support(**(GOOD | {name: object()}))

    def test_the_attributes_have_validators_and_their_own_metadata(self) -> None:
        assert all(attribute.validator is not None for attribute in fields(Support))
        assert record_fields(Support)["enterprise"].folds
        assert {} == dict(fields(Support).level.metadata)
