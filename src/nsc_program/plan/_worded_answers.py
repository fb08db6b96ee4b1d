"""Answers to questions of reading as people write them: in options, requests and forms."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any
from unicodedata import normalize

from attrs import evolve

from nsc_program.errors import DocumentError, InvalidValue, NscError, Problem, UnknownId
from nsc_program.plan._program import Program
from nsc_program.plan._questions import TOLERANCE, WORDING, AnswerValue
from nsc_program.plan._readings import Reading
from nsc_program.values._validators import SOME_TEXT, shown, wrong_type


def reading_from(answers: Mapping[str, str], program: Program) -> Reading:
    """Return the reading of a plan that answers in words give, as a request or a form has them.

    Args:
        answers: the answer to each question, by its id: `yes` or `no` (`có`, `không`, `true` and
            `false` are accepted too), a ratio such as `1/20`, `0.05` or `5%` for the tolerance, or
            the id of an answer to a question of the plan.
        program: the plan.

    Returns:
        The reading; questions without an answer have their default.

    Raises:
        DocumentError: for questions that the plan does not ask, answers that are not texts and
            answers that their questions do not admit; the path of each problem is the question.

    >>> from nsc_program import HANOI
    >>> reading = reading_from({"tolerance": "2%", "trained": "participations"}, HANOI)
    >>> str(reading.tolerance), reading.choices
    ('1/50', (('trained', 'participations'),))
    """
    given: dict[str, AnswerValue] = {}
    problems: list[Problem] = []
    for question, answer in answers.items():
        try:
            given[question] = _admitted(question, answer, program)
        except NscError as error:
            problems += (each._replace(path=(question,)) for each in error.problems)
    if problems:
        raise DocumentError(*problems)
    return with_answers(Reading(), given)


def _admitted(question: str, answer: str, program: Program) -> AnswerValue:
    """Return the answer to a question of the wording or of a plan, if the question admits it."""
    own = tuple(each.id for each in program.questions)
    if question not in (*own, *WORDING):
        raise UnknownId("question", question, (*own, *WORDING))
    given = answer_to(question, answer)
    reading = with_answers(Reading(), {question: given})
    if question in own:
        reading.answer(program.question(question))
    return given


def with_answers(reading: Reading, answers: Mapping[str, Any]) -> Reading:
    """Return a reading with other answers to some questions.

    Args:
        reading: the reading.
        answers: the answers, by the ids of their questions.
    """
    wording = {name: answer for name, answer in answers.items() if name in WORDING}
    own = {name: answer for name, answer in answers.items() if name not in WORDING}
    return evolve(reading, choices={**dict(reading.choices), **own}, **wording)


def answer_to(question: str, answer: str) -> AnswerValue:
    """Return the answer to a question that words give; one of a plan's own is answered by an id.

    Args:
        question: the id of the question.
        answer: the words.

    Raises:
        InvalidType: for an answer that is not a text.
        InvalidValue: for other words than the question asks for.
    """
    if type(answer) is not str:
        raise wrong_type(question, SOME_TEXT, answer)
    if question not in WORDING:
        return answer
    return _ratio(answer) if question == TOLERANCE.id else _yes_or_no(question, answer)


def _yes_or_no(question: str, answer: str) -> bool:
    """Accept yes or no as the answer to a question."""
    is_yes = _YES_NO.get(normalize("NFC", answer.lower()))
    if is_yes is None:
        raise InvalidValue.at(
            question,
            code="not-yes-or-no",
            vi=f"cần có hoặc không, nhưng nhận được {shown(answer)}",
            en=f"expected yes or no, got {shown(answer)}",
        )
    return is_yes


def _ratio(answer: str) -> Fraction:
    """Accept a ratio: a fraction, a decimal or a percentage."""
    ratio = _RATIO.fullmatch(answer)
    if ratio is None:
        raise InvalidValue.at(
            TOLERANCE.id,
            code="not-a-ratio",
            vi="cần một tỷ lệ từ 0 đến 1/10, như 1/20, 0,05 hoặc 5%, nhưng nhận được "
            f"{shown(answer)}",
            en=f"expected a ratio from 0 to 1/10, such as 1/20, 0.05 or 5%, got {shown(answer)}",
        )
    return _fraction(ratio)


def _fraction(ratio: re.Match[str]) -> Fraction:
    """Return the number that a ratio states, which may have a decimal comma."""
    return Fraction(ratio[1].replace(",", ".")) / (100 if ratio[2] else 1)


# The number of digits is limited, since a large power of ten would be written out in full.
_RATIO = re.compile(r"([0-9]{1,30}(?:[.,][0-9]{1,30}|/[1-9][0-9]{0,29})?)(%?)")
_YES_NO = dict.fromkeys(("yes", "true", "có"), True) | dict.fromkeys(
    ("no", "false", "không"), False
)
