"""A reading from answers in words, as a request or a form has them."""

from fractions import Fraction
from typing import Any

import pytest

from each import for_each
from nsc_program import HANOI, InvalidType, InvalidValue, Reading, UnknownId
from nsc_program.plan import reading_from


@for_each(
    ("answers", "expected"),
    [
        ({}, Reading()),
        ({"tolerance": "0"}, Reading(tolerance=0)),
        ({"tolerance": "1/75"}, Reading(tolerance=Fraction(1, 75))),
        ({"tolerance": "0.05"}, Reading(tolerance=Fraction(1, 20))),
        ({"tolerance": "0,05"}, Reading(tolerance=Fraction(1, 20))),
        ({"tolerance": "5%"}, Reading(tolerance=Fraction(1, 20))),
        ({"strict": "no", "may_exceed": "True"}, Reading(strict=False, may_exceed=True)),
        ({"strict": "không", "may_exceed": "Co\u0301"}, Reading(strict=False, may_exceed=True)),
        ({"trained": "participations"}, Reading(choices={"trained": "participations"})),
    ],
    ids=repr,
)
def test_words_are_answers(answers: dict[str, str], expected: Reading) -> None:
    assert expected == reading_from(answers, HANOI)


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"strict": "maybe"}, "^strict: expected yes or no, got 'maybe'$"),
        ({"tolerance": "1/0"}, "^tolerance: expected a ratio such as 1/20, 0.05 or 5%, got '1/0'$"),
        ({"tolerance": "50%"}, "^tolerance: 1/2 is not an admissible answer"),
        ({"trained": "heads"}, "^trained: 'heads' is not an admissible answer"),
    ],
    ids=repr,
)
def test_other_words_are_refused(answers: dict[str, str], message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        reading_from(answers, HANOI)


def test_a_question_that_the_plan_does_not_ask_is_refused() -> None:
    with pytest.raises(UnknownId, match="trained"):
        reading_from({"trainned": "persons"}, HANOI)


@pytest.mark.parametrize("answer", [True, 5, None], ids=repr)
def test_an_answer_is_a_text(answer: Any) -> None:  # noqa: ANN401 - meant to be wrong
    with pytest.raises(InvalidType, match=r"^strict: expected text, got "):
        reading_from({"strict": answer}, HANOI)
