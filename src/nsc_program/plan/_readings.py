"""Readings of an ambiguous text: questions, their admissible answers, and one answer to each.

A verdict names the questions that it depends on: every question goes through an `Asking`, which
remembers it.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, cast, final

from attrs import Attribute, field, frozen
from attrs.validators import and_

from nsc_program.errors import InvalidValue, Message
from nsc_program.plan._questions import WORDING, AnswerValue, Question, exactly, is_answer
from nsc_program.values._keys import is_id
from nsc_program.values._numbers import exact
from nsc_program.values._validators import is_bool, is_text, shown, tuple_of, wrong_type
from nsc_program.values._value import Value


def _tolerance(value: int | Fraction) -> Fraction:
    return exact(value, "tolerance")


def _choices(
    choices: Mapping[str, str] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    pairs = choices.items() if isinstance(choices, Mapping) else choices
    return tuple(sorted(cast("Iterable[tuple[str, str]]", pairs), key=repr))


_A_CHOICE = Message(
    "mã của điểm chưa rõ và của câu trả lời", "the ids of a question and of its answer"
)


def _is_choice(_: object, attribute: "Attribute[Any]", value: tuple[str, str]) -> None:
    if type(value) is not tuple or [type(part) for part in value] != [str, str]:
        raise wrong_type(attribute.name, _A_CHOICE, value)
    for part in value:
        is_text(_, attribute, part)


def _answered_once(
    _: object, attribute: "Attribute[Any]", value: tuple[tuple[str, str], ...]
) -> None:
    if len(dict(value)) < len(value):
        raise InvalidValue.at(
            attribute.name,
            code="answered-twice",
            vi="một điểm chưa rõ được trả lời hai lần; bỏ bớt một",
            en="a question is answered twice; leave one answer out",
        )


def _is_admitted(_: object, attribute: "Attribute[Fraction]", value: Fraction) -> None:
    if not WORDING[attribute.name].admits(value):
        got = shown(str(value))[1:-1]
        raise InvalidValue.at(
            attribute.name,
            code="not-admissible",
            vi=f"{got} không phải câu trả lời được chấp nhận: cần một tỷ lệ từ 0 đến 1/10",
            en=f"{got} is not an admissible answer: expected a ratio from 0 to 1/10",
        )


@final
@frozen(kw_only=True)
class Reading(Value):
    """One answer to every question: fields for those of the wording, `choices` for a plan's own.

    A question without an answer has its default answer.

    Attributes:
        tolerance: the part of N by which “khoảng N” (about N) may be missed, from 0 to 1/10.
        may_exceed: whether “khoảng N” may be exceeded freely.
        strict: whether “trên N” (over N) excludes N itself.
        plain_is_floor: whether a bare number N means at least N, and not exactly N.
        upper_binds: whether the upper end of “từ … đến …” (from … to …) must not be exceeded.
        planned_baseline: whether growth starts from the number that the earlier phase planned, and
            not from the number that it achieved.
        each_year: whether “hằng năm tăng” (yearly growth) must hold for each year, and not only on
            average.
        mean_from_year_before: whether “tăng bình quân” (mean growth) starts from the year before
            the phase, and not from the first year of the phase.
        estimates_decide: whether estimates (ước thực hiện) decide as final figures do.
        choices: the answers to the questions of a plan, as a mapping or as pairs of the ids of a
            question and of its answer; they are kept as sorted pairs.

    Raises:
        InvalidType: for a `float` tolerance, an answer that is not `True` or `False`, or choices
            that are not pairs of ids.
        InvalidValue: for a tolerance outside 0 to 1/10, or a question that is answered twice.

    >>> Reading(strict=False, choices={"trained": "participations"}).choices
    (('trained', 'participations'),)
    """

    tolerance: Fraction = field(
        default=Fraction(1, 20), converter=_tolerance, validator=_is_admitted
    )
    may_exceed: bool = field(default=True, validator=is_bool)
    strict: bool = field(default=True, validator=is_bool)
    plain_is_floor: bool = field(default=True, validator=is_bool)
    upper_binds: bool = field(default=False, validator=is_bool)
    planned_baseline: bool = field(default=False, validator=is_bool)
    each_year: bool = field(default=True, validator=is_bool)
    mean_from_year_before: bool = field(default=True, validator=is_bool)
    estimates_decide: bool = field(default=False, validator=is_bool)
    choices: tuple[tuple[str, str], ...] = field(
        default=(), converter=_choices, validator=and_(tuple_of(_is_choice), _answered_once)
    )

    def answer(self, question: Question) -> AnswerValue:
        """Return the answer of this reading to a question of the wording or of a plan.

        Args:
            question: the question.

        Returns:
            The answer of this reading, or the default answer of the question.

        Raises:
            InvalidValue: if this reading's answer is not admissible.
        """
        if question.id in WORDING:
            value: AnswerValue = getattr(self, question.id)
            return value
        value = dict(self.choices).get(question.id, question.default)
        if not question.admits(value):
            raise _not_admissible(question, shown(value))
        return value


def _not_admissible(question: Question, got: str) -> InvalidValue:
    admissible = ", ".join(repr(answer.value) for answer in question.answers)
    return InvalidValue.at(
        question.id,
        code="not-admissible",
        vi=f"{got} không phải câu trả lời được chấp nhận; hiện có {admissible}",
        en=f"{got} is not an admissible answer; admissible: {admissible}",
    )


@final
@frozen
class Asked(Value):
    """A question that a verdict depends on, with its answer.

    Attributes:
        question: the id of the question.
        answer: the answer of the reading.
    """

    question: str = field(validator=is_id)
    answer: AnswerValue = field(validator=is_answer, eq=exactly)


class Asking:
    """A reading that remembers its questions. A verdict asks every question through it."""

    def __init__(self, reading: Reading, before: Mapping[str, Asked] | None = None) -> None:
        """Use the answers of a reading.

        Args:
            reading: the reading.
            before: the questions that were asked of it before, as `so_far` returned them.
        """
        self._reading = reading
        self._asked = {} if before is None else dict(before)

    def answer(self, question: Question) -> AnswerValue:
        """Return the answer to a question, and remember the question."""
        asked = self._asked.get(question.id)
        if asked is None:
            asked = self._asked[question.id] = self._first_answer(question)
        return asked.answer

    def _first_answer(self, question: Question) -> Asked:
        """Return the answer to a question that has not been asked before."""
        return Asked(question.id, self._reading.answer(question))

    def yes(self, question: Question) -> bool:
        """Return the answer to a yes-or-no question, and remember the question."""
        return self.answer(question) is True

    def ratio(self, question: Question) -> Fraction:
        """Return the answer to a question about a ratio, and remember the question."""
        return cast(Fraction, self.answer(question))

    def was_asked(self, question: Question) -> bool:
        """Return whether a question has been asked so far."""
        return question.id in self._asked

    @property
    def so_far(self) -> Mapping[str, Asked]:
        """The questions so far with their answers, by id, in the order in which they were asked."""
        return dict(self._asked)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The questions so far with their answers, in the order in which they were asked."""
        return tuple(self._asked.values())
