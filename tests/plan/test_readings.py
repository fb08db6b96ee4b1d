"""Each question of the wording is a field of a reading, with the same default and answers."""

from fractions import Fraction

import pytest
from attrs import fields

from each import for_each
from nsc_program import Answer, InvalidType, InvalidValue, Question, Reading
from nsc_program.plan import WORDING
from nsc_program.values._text import Text

MADE_UP = Text(vi="ví dụ", en="made up")
YES_NO = [question for question in WORDING.values() if question.interval is None]


def test_each_question_is_a_field() -> None:
    assert list(WORDING) == [each.name for each in fields(Reading)][:-1]


@for_each("question", WORDING.values(), ids=WORDING)
def test_its_first_answer_is_that_of_an_empty_reading(question: Question) -> None:
    said = Reading().answer(question)

    assert (type(said), said) == (type(question.default), question.default)


@for_each("question", YES_NO, ids=[question.id for question in YES_NO])
def test_a_question_is_answered_with_true_or_false(question: Question) -> None:
    assert {True, False} == {answer.value for answer in question.answers}


@pytest.mark.parametrize(
    ("tolerance", "admitted"),
    [
        (Fraction(0), True),
        (Fraction(1, 20), True),
        (Fraction(1, 10), True),
        (Fraction(101, 1000), False),
        (Fraction(-1), False),
    ],
)
def test_a_tolerance_is_a_ratio_up_to_a_tenth(tolerance: Fraction, *, admitted: bool) -> None:
    assert admitted is WORDING["tolerance"].admits(tolerance)


def test_a_tolerance_of_zero_is_accepted() -> None:
    assert Fraction is type(Reading(tolerance=0).tolerance)


def test_an_answers_id_begins_with_a_letter() -> None:
    assert "a1" == Answer(value="a1", label=MADE_UP).value
    with pytest.raises(InvalidValue, match="begins with a letter"):
        Answer(value="1a", label=MADE_UP)
    with pytest.raises(InvalidValue, match=r"^value: it holds half of a Unicode character$"):
        Answer(value="a\ud800", label=MADE_UP)


def test_true_and_one_are_different_answers() -> None:
    assert Answer(value=True, label=MADE_UP) != Answer(value=Fraction(1), label=MADE_UP)


def test_choices_of_different_types_are_refused_without_comparing() -> None:
    with pytest.raises(InvalidType, match=r"^choices: expected the ids"):
        Reading(choices=[("a", "b"), (1, "c")])  # type: ignore[list-item]
