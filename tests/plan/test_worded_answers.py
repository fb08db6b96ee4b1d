"""A reading from answers in words, as a request or a form has them."""

import re
from fractions import Fraction
from typing import Any

import pytest

from each import for_each
from nsc_program import HANOI, Reading
from nsc_program.errors import DocumentError
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


@for_each(
    ("answers", "messages"),
    [
        ({"strict": "maybe"}, ["strict: expected yes or no, got 'maybe'"]),
        (
            {"tolerance": "1/0"},
            ["tolerance: expected a ratio from 0 to 1/10, such as 1/20, 0.05 or 5%, got '1/0'"],
        ),
        (
            {"tolerance": "-1"},
            ["tolerance: expected a ratio from 0 to 1/10, such as 1/20, 0.05 or 5%, got '-1'"],
        ),
        ({"trainned": "persons"}, ["trainned: no question 'trainned'; did you mean 'trained'[?]"]),
        ({"strict": True}, ["strict: expected text, got bool True"]),
        ({"strict": 5}, ["strict: expected text, got int 5"]),
        ({"trained": None}, ["trained: expected text, got NoneType None"]),
        (
            {"trained": "heads", "may_exceed": "yes", "strict": "", "x": "yes", "tolerance": "50%"},
            [
                "trained: 'heads' is not an admissible answer; .*",
                "strict: expected yes or no, got ''",
                "x: no question 'x'; known: .*",
                "tolerance: 1/2 is not an admissible answer.*",
            ],
        ),
    ],
    ids=repr,
)
def test_each_wrong_answer_is_named_at_its_question(
    answers: dict[str, Any], messages: list[str]
) -> None:
    with pytest.raises(DocumentError) as refused:
        reading_from(answers, HANOI)
    said = refused.value.in_("en").splitlines()
    assert [] == [(m, s) for m, s in zip(messages, said, strict=True) if not re.fullmatch(m, s)]
