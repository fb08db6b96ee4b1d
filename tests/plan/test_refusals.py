"""Impossible values are refused at once, with a message that names the problem; none is coerced."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from types import UnionType
from typing import Any, Literal, get_args, get_origin

import attrs
import pytest
from attrs import AttrsInstance, evolve

from each import for_each
from examples_of_values import EXAMPLES
from nsc_program import (
    About,
    Answer,
    AssessmentBody,
    AtLeast,
    AtMost,
    Between,
    Completeness,
    Expert,
    Figures,
    Funding,
    Indicator,
    InvalidType,
    InvalidValue,
    LessThan,
    Level,
    MoreThan,
    Period,
    Phase,
    PilotModel,
    Plain,
    Question,
    Range,
    Reading,
    Register,
    ReportedFigure,
    Solution,
    Support,
    Text,
    Training,
)
from nsc_program.values import exact

_DAY = date(2024, 6, 30)
_BEFORE = date(2024, 6, 29)


def _changed(kind: type[AttrsInstance], /, **changes: object) -> AttrsInstance:
    """Return the first example of a type with some fields changed, despite type checkers."""
    evolve: Callable[..., AttrsInstance] = attrs.evolve
    return evolve(EXAMPLES[kind][0], **changes)


# Types


class _Foreign:
    """A value of a type that fields do not accept."""


# What a hurried caller sends: a field refuses all of it that is not exactly of its own type.
_SENT: tuple[object, ...] = (
    None,
    True,
    1,
    2.5,
    "city",
    b"city",
    datetime(2024, 6, 30, tzinfo=UTC),
    [],
    (_Foreign(),),
    {},
    _Foreign(),
)
_CHECKED = [
    (kind, field.name, field.type)
    for kind in EXAMPLES
    for field in attrs.fields(kind)
    if field.validator is not None and field.converter is None
]


def _not_of(kind: Any) -> Iterator[object]:  # noqa: ANN401 - an annotation can be anything
    own = (
        (str,)
        if get_origin(kind) is Literal
        else get_args(kind)
        if isinstance(kind, UnionType)
        else (kind,)
    )
    return (sent for sent in _SENT if type(sent) not in own)


@for_each(
    ("kind", "field", "taken"),
    _CHECKED,
    ids=[f"{kind.__name__}.{field}" for kind, field, _ in _CHECKED],
)
def test_a_field_accepts_only_exactly_its_own_type(
    kind: type[AttrsInstance], field: str, taken: object
) -> None:
    """A `bool` is not an `int`, nor a `datetime` a `date`, a list a tuple, or a text a member."""
    for sent in _not_of(taken):
        with pytest.raises(InvalidType, match=rf"^{field}: expected .+, got \w+"):
            _changed(kind, **{field: sent})


@for_each(
    ("kind", "field", "sent", "message"),
    [
        (Support, "annulled", 1, "annulled: expected true or false, got int 1"),
        (Support, "started_on", "2024-06-30", "started_on: expected a date, got str '2024-06-30'"),
        (Support, "enterprise", 1, "enterprise: expected text, got int"),
        (Support, "document", 7, "document: expected text, got int 7"),
        (Support, "document", Level.CITY, "document: expected text, got Level 'city'"),
        (Support, "kind", Level.CITY, "got Level 'city'"),
        (Support, "funding", [], "funding: expected a tuple, got list"),
        (Support, "solutions", ("standards",), "got str 'standards'"),
        (
            Funding,
            "vnd",
            True,
            "vnd: expected a whole number from 0 to 1000000000000000000, got bool True",
        ),
        (
            Funding,
            "vnd",
            0.5,
            "vnd: expected a whole number from 0 to 1000000000000000000, got float 0.5",
        ),
        (
            Training,
            "headcount",
            "12",
            "headcount: expected a whole number from 1 to 10000, got str '12'",
        ),
        (Answer, "value", 1, "value: expected true, false, text or a Fraction, got int 1"),
    ],
)
def test_a_refused_type_is_named_with_what_was_expected(
    kind: type[AttrsInstance], field: str, sent: object, message: str
) -> None:
    with pytest.raises(InvalidType, match=f"{re.escape(message)}$"):
        _changed(kind, **{field: sent})


def test_the_text_of_a_member_is_refused_with_the_members() -> None:
    with pytest.raises(
        InvalidType,
        match=r"^kind: .*'enterprise', 'cooperative', 'household'.*, got str 'cooperative'$",
    ):
        _changed(Support, kind="cooperative")


# Exact numbers

_TAKES_A_NUMBER: dict[str, Callable[[Any], object]] = {
    "exact": exact,
    "Range.low": Range.at_least,
    "Range.high": Range.below,
    "Range.exactly": Range.exactly,
    "in-Range": lambda value: value in Range(0, 5),
    "Between.low": lambda value: Between(value, 5),
    "Between.high": lambda value: Between(1, value),
    "Reading.tolerance": lambda value: Reading(tolerance=value),
    "ReportedFigure.value": lambda value: _changed(ReportedFigure, value=value),
    **{kind.__name__: kind for kind in (AtLeast, MoreThan, About, Plain, AtMost, LessThan)},
}


@for_each("take", _TAKES_A_NUMBER.values(), ids=_TAKES_A_NUMBER)
@for_each("sent", [0.5, 2.0, "3", True, Decimal(3), 1 + 0j])
def test_an_exact_number_is_an_int_or_a_fraction(
    take: Callable[[Any], object], sent: object
) -> None:
    """A float is not the number that was written, and `True` is not 1."""
    with pytest.raises(
        InvalidType,
        match=r"expected an int or a Fraction such as Fraction\(1, 20\), "
        rf"got {type(sent).__name__}",
    ):
        take(sent)


def test_a_number_that_is_refused_is_named() -> None:
    with pytest.raises(InvalidType, match=r"^tolerance: expected an int"):
        Reading(tolerance=0.5)  # type: ignore[arg-type]
    with pytest.raises(InvalidType, match=r"^value: expected an int"):
        _changed(ReportedFigure, value=0.5)


@pytest.mark.parametrize("kind", [AtLeast, MoreThan, About, Plain, AtMost, LessThan])
def test_a_bound_needs_a_number(kind: type[AttrsInstance]) -> None:
    with pytest.raises(
        InvalidType,
        match=r"^number: expected an int or a Fraction such as Fraction\(1, 20\), "
        r"got NoneType None$",
    ):
        _changed(kind, number=None)


@pytest.mark.parametrize("tolerance", [Fraction(-1, 100), Fraction(101, 1000), 1, -1], ids=str)
def test_a_tolerance_outside_its_interval_is_refused(tolerance: Fraction) -> None:
    with pytest.raises(
        InvalidValue, match=f"^tolerance: {tolerance} is not an admissible answer: .* 0 to 1/10$"
    ):
        Reading(tolerance=tolerance)


@pytest.mark.parametrize("tolerance", [0, Fraction(1, 10)], ids=str)
def test_both_ends_of_the_interval_of_tolerances_are_accepted(tolerance: Fraction) -> None:
    assert Reading(tolerance=tolerance).tolerance == tolerance


@pytest.mark.parametrize("choices", [{"trained": 1}, {1: "persons"}, [("trained", True)]], ids=repr)
def test_a_choice_is_between_ids(choices: Any) -> None:  # noqa: ANN401 - meant to be wrong
    with pytest.raises(
        InvalidType, match=r"^choices: expected the ids of a question and of its answer, got tuple"
    ):
        Reading(choices=choices)


def test_negative_funding_is_refused() -> None:
    with pytest.raises(
        InvalidValue, match=r"^vnd: expected a whole number from 0 to 1000000000000000000, got -1$"
    ):
        Funding("state-budget", -1)


@pytest.mark.parametrize("headcount", [-1, 0, 100_001])
def test_a_headcount_is_positive_and_within_the_limit(headcount: int) -> None:
    with pytest.raises(
        InvalidValue, match=f"^headcount: expected a whole number from 1 to 10000, got {headcount}$"
    ):
        Training(id="t1", headcount=headcount, on=_DAY)


# Ranges


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open"),
    [
        (2, 1, False, False),
        (1, 1, True, False),
        (1, 1, False, True),
        (1, 1, True, True),
        (2, 1, True, True),
    ],
)
def test_a_range_without_numbers_is_refused(
    low: int, high: int, *, low_open: bool, high_open: bool
) -> None:
    with pytest.raises(
        InvalidValue, match=f"^nothing lies between the low end, {low}, and the high end, {high}$"
    ):
        Range(low, high, low_open=low_open, high_open=high_open)


def test_an_open_range_may_hold_fractions_only() -> None:
    assert Fraction(3, 2) in Range(1, 2, low_open=True, high_open=True)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Range(None, 1, low_open=True),
        lambda: Range(1, None, high_open=True),
        lambda: Range(None, None, low_open=True, high_open=True),
    ],
    ids=["low", "high", "both"],
)
def test_an_absent_end_cannot_be_open(make: Callable[[], Range]) -> None:
    """Equal ranges have one form."""
    with pytest.raises(InvalidValue, match=r"^an absent end is neither open nor closed"):
        make()


@pytest.mark.parametrize(("low", "high"), [(75, 70), (70, 70)])
def test_between_needs_two_rising_numbers(low: int, high: int) -> None:
    with pytest.raises(
        InvalidValue, match=f"^expected two numbers in rising order, got {low} and {high}$"
    ):
        Between(low, high)


# Days

of_each_pair_of_days = pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (Support, "started_on", "completed_on"),
        (Expert, "certified_on", "expires_on"),
        (PilotModel, "recognised_on", "withdrawn_on"),
        (AssessmentBody, "conforming_since", "conforming_until"),
    ],
)


@of_each_pair_of_days
def test_an_end_before_its_start_is_refused(
    kind: type[AttrsInstance], first: str, last: str
) -> None:
    with pytest.raises(InvalidValue, match=f"^{last}: 2024-06-29 is before {first}, 2024-06-30$"):
        _changed(kind, **{first: _DAY, last: _BEFORE})


@of_each_pair_of_days
def test_an_end_on_the_day_of_the_start_is_accepted(
    kind: type[AttrsInstance], first: str, last: str
) -> None:
    assert getattr(_changed(kind, **{first: _DAY, last: _DAY}), last) == _DAY


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(
        InvalidValue, match=r"^the period ends on 2024-06-29, before it starts on 2024-06-30$"
    ):
        Period(_DAY, _BEFORE)


def test_a_phase_needs_a_start() -> None:
    with pytest.raises(InvalidValue, match=r"^period: phase '2021-2025' needs a start$"):
        Phase(id="2021-2025", period=Period.until(_DAY))


# Parts that do not fit together


@pytest.mark.parametrize(
    ("people", "given"),
    [({}, "neither"), ({"person": "SAMPLE-P1", "headcount": 2}, "both")],
    ids=["neither", "both"],
)
def test_a_training_is_of_a_person_or_of_a_headcount(people: dict[str, Any], given: str) -> None:
    with pytest.raises(
        InvalidValue,
        match="^a training needs a person or a headcount, and only one of them; "
        f"this one has {given}$",
    ):
        Training(id="t1", on=_DAY, **people)


@pytest.mark.parametrize("kind", [Support, PilotModel])
def test_a_repeated_group_of_solutions_is_refused(kind: type[AttrsInstance]) -> None:
    with pytest.raises(InvalidValue, match=r"^solutions: 'standards' stands twice; leave one out$"):
        _changed(kind, solutions=(Solution.STANDARDS, Solution.STANDARDS))


_YES = Answer(value=True, label=Text(vi="có", en="yes"))


@pytest.mark.parametrize(
    "answers", [(), (_YES, _YES), (_YES, attrs.evolve(_YES, label=Text(vi="ừ", en="aye")))]
)
def test_a_question_needs_answers_without_repetition(answers: tuple[Answer, ...]) -> None:
    wrong = "has the same answer twice; leave one out" if answers else "needs at least one answer"
    with pytest.raises(InvalidValue, match=f"^answers: question 'which-clubs' {wrong}$"):
        _changed(Question, answers=answers)


@pytest.mark.parametrize(
    "changes",
    [
        {"accumulates": True},
        {"accumulates": True, "unit": EXAMPLES[Indicator][1].unit, "domain": Range(-1, None)},
    ],
    ids=["percent", "below-zero"],
)
def test_a_count_is_whole_and_not_negative(changes: dict[str, object]) -> None:
    with pytest.raises(
        InvalidValue,
        match=r"^indicator 'share': a count has a whole unit and is not negative; correct unit",
    ):
        _changed(Indicator, **changes)


@pytest.mark.parametrize("domain", [Range.at_least(1), Range(2, 5)], ids=str)
def test_a_count_begins_at_zero(domain: Range) -> None:
    indicator = EXAMPLES[Indicator][1]
    with pytest.raises(
        InvalidValue,
        match=rf"^domain: indicator '{indicator.id}': a count begins at 0, which its domain leaves",
    ):
        evolve(indicator, domain=domain)
    assert Range(0, 0) == evolve(indicator, domain=Range(0, 0)).domain


def test_an_indicators_id_may_not_look_like_a_class() -> None:
    with pytest.raises(InvalidValue, match=r"^id: 'Support' begins with a capital"):
        _changed(Indicator, id="Support")


def test_two_figures_for_one_indicator_and_period_are_refused() -> None:
    figure = EXAMPLES[Figures][0].figures[0]
    with pytest.raises(
        InvalidValue,
        match=r"^figures: two figures are for the same indicator and period; join them first$",
    ):
        Figures(_DAY, (figure, attrs.evolve(figure, range=Range.exactly(1))))


@pytest.mark.parametrize("sent", ["s1", 5, None, Text(vi="a", en="b")], ids=repr)
def test_a_register_refuses_other_values_than_records(sent: Any) -> None:  # noqa: ANN401 - meant to be wrong
    with pytest.raises(
        InvalidType, match=f"^records: expected a record, got {type(sent).__name__}"
    ):
        Register([sent])


def test_a_register_refuses_other_values_than_claims() -> None:
    with pytest.raises(
        InvalidType, match=r"^completeness: expected a Completeness, got str 'Support'$"
    ):
        Register((), ["Support"])  # type: ignore[list-item]


@pytest.mark.parametrize("what", [5, None, ("Support",)], ids=repr)
def test_a_claim_is_about_a_class_or_an_indicator(what: object) -> None:
    with pytest.raises(InvalidType, match=r"^what: expected text, got "):
        _changed(Completeness, what=what)
