"""Readings of an ambiguous text: questions, their admissible answers, and one answer to each.

A verdict names the questions that it depends on: every question goes through an `Asking`, which
remembers it.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeAlias, cast, final

from attrs import Attribute, field, frozen
from attrs.validators import and_, optional

from nsc_program.errors import InvalidValue, Message
from nsc_program.plan._sources import Citation, are_citations
from nsc_program.values._ranges import MOST_DIGITS, Range, exact, is_short
from nsc_program.values._text import Text
from nsc_program.values._validators import (
    is_a,
    is_bool,
    is_id,
    is_text,
    refusal,
    shown,
    tuple_of,
    wrong_type,
)
from nsc_program.values._value import Value

AnswerValue: TypeAlias = bool | str | Fraction
"""Yes or no, the id of an answer, or a ratio."""

_AN_ANSWER = Message("true, false, chữ hoặc Fraction", "true, false, text or a Fraction")


def _is_answer(_: object, attribute: "Attribute[AnswerValue]", value: AnswerValue) -> None:
    if type(value) not in (bool, str, Fraction):
        raise wrong_type(attribute.name, _AN_ANSWER, value)
    if type(value) is str:
        _is_answer_id(_, cast("Attribute[str]", attribute), value)
    if type(value) is Fraction and not is_short(value):
        raise refusal(attribute.name, "too-many-digits", _TOO_MANY_DIGITS)


def _is_answer_id(_: object, attribute: "Attribute[str]", value: str) -> None:
    is_text(_, attribute, value)
    if not value[:1].isalpha():
        got = shown(value)
        raise InvalidValue.at(
            attribute.name,
            code="not-an-answers-id",
            vi=f"mã câu trả lời bắt đầu bằng chữ cái, nhận được {got}",
            en=f"an answer's id begins with a letter, got {got}",
        )


_TOO_MANY_DIGITS = Message(
    f"số có nhiều nhất {MOST_DIGITS} chữ số ở tử số và {MOST_DIGITS} ở mẫu số; hãy làm tròn",
    f"a number has at most {MOST_DIGITS} digits above and below the line; round it",
)


def _exactly(value: AnswerValue) -> tuple[type, AnswerValue]:
    """Return a key that tells `True` from 1, which are equal in Python."""
    return type(value), value


@final
@frozen(kw_only=True)
class Answer(Value):
    """One admissible answer to a question.

    Attributes:
        value: the answer: yes or no, an id that begins with a letter, or a ratio.
        label: the answer as a statement.
        attested_by: the ids of the documents that read the text in this way. If no document attests
            an answer, no text decides the question, and every answer stays admissible.

    Raises:
        InvalidType: for a value of another type.
        InvalidValue: for an id that does not begin with a letter, or a ratio of too many digits.
    """

    value: AnswerValue = field(validator=_is_answer, eq=_exactly)
    label: Text = field(validator=is_a(Text))
    attested_by: tuple[str, ...] = field(default=(), validator=tuple_of(is_id))


@final
@frozen(kw_only=True)
class Question(Value):
    """Điểm chưa rõ: a question that the text of a plan leaves open, with its admissible answers.

    Attributes:
        id: the id of the question.
        phrase: the question in words.
        answers: the admissible answers, at least one; the first is the default.
        interval: a range of numbers that are admissible too; `None` without one.
        citations: the words that leave the question open.

    Raises:
        InvalidType: for a field of the wrong type.
        InvalidValue: without an answer, or if two answers have the same value.
    """

    id: str = field(validator=is_id)
    phrase: Text = field(validator=is_a(Text))
    answers: tuple[Answer, ...] = field(validator=tuple_of(is_a(Answer)))
    interval: Range | None = field(default=None, validator=optional(is_a(Range)))
    citations: tuple[Citation, ...] = field(default=(), validator=are_citations)

    def __attrs_post_init__(self) -> None:
        """Reject a question without an answer, or with two equal answers."""
        if not self.answers:
            raise _without_answer(self.id)
        if len({answer.value for answer in self.answers}) < len(self.answers):
            raise _same_answer_twice(self.id)

    @property
    def default(self) -> AnswerValue:
        """The answer that applies if a reading does not give one."""
        return self.answers[0].value

    def admits(self, value: AnswerValue) -> bool:
        """Return whether an answer is admissible.

        Args:
            value: the answer.

        Returns:
            `True` if it is one of `answers`, or a number in `interval`.
        """
        if any(_exactly(value) == _exactly(answer.value) for answer in self.answers):
            return True
        return self.interval is not None and type(value) is Fraction and value in self.interval


def _without_answer(question: str) -> InvalidValue:
    return InvalidValue.at(
        "answers",
        code="empty",
        vi=f"điểm chưa rõ {question!r} cần ít nhất một câu trả lời",
        en=f"question {question!r} needs at least one answer",
    )


def _same_answer_twice(question: str) -> InvalidValue:
    return InvalidValue.at(
        "answers",
        code="repeated",
        vi=f"điểm chưa rõ {question!r} có một câu trả lời ghi hai lần; bỏ bớt một",
        en=f"question {question!r} has the same answer twice; leave one out",
    )


def _yes_no(question: str, phrase: Text, yes: Text, no: Text, *, default: bool) -> Question:
    answers = (Answer(value=True, label=yes), Answer(value=False, label=no))
    return Question(id=question, phrase=phrase, answers=answers if default else answers[::-1])


LEAST_TOLERANCE, MOST_TOLERANCE = Fraction(0), Fraction(1, 10)
TOLERANCE = Question(
    id="tolerance",
    phrase=Text(
        vi="“khoảng N”: thấp hơn N bao nhiêu vẫn đạt",
        en="“khoảng N” (about N): how far below N still counts",
    ),
    answers=(
        Answer(
            value=Fraction(1, 20),
            label=Text(
                vi="“khoảng” cho phép thấp hơn 5% (quy ước của phần mềm, văn bản không quy định)",
                en="“khoảng” (about) allows 5% less (this library's convention, in no text)",
            ),
        ),
    ),
    interval=Range(LEAST_TOLERANCE, MOST_TOLERANCE),
)
MAY_EXCEED = _yes_no(
    "may_exceed",
    Text(
        vi="“khoảng N” có được vượt N tùy ý không", en="may “khoảng N” (about N) be exceeded freely"
    ),
    Text(vi="vượt số “khoảng” vẫn là đạt", en="“khoảng” (about) may be exceeded"),
    Text(
        vi="số “khoảng” chỉ được vượt trong cùng biên độ",
        en="“khoảng” (about) may be exceeded by the same margin only",
    ),
    default=True,
)
STRICT = _yes_no(
    "strict",
    Text(vi="“trên N” có phải lớn hơn hẳn N không", en="is “trên N” (over N) strict"),
    Text(vi="“trên” được hiểu là lớn hơn hẳn", en="“trên” (over) means strictly more"),
    Text(vi="“trên” gồm cả chính số đó", en="“trên” (over) takes the number itself in"),
    default=True,
)
PLAIN_IS_FLOOR = _yes_no(
    "plain_is_floor",
    Text(
        vi="con số không kèm từ nào là mức tối thiểu hay đúng bằng",
        en="is a bare number a floor or exact",
    ),
    Text(vi="con số không kèm từ nào được hiểu là ít nhất", en="a bare number means at least"),
    Text(vi="con số không kèm từ nào được hiểu là đúng bằng", en="a bare number means exactly"),
    default=True,
)
UPPER_BINDS = _yes_no(
    "upper_binds",
    Text(
        vi="đầu trên của “từ … đến …” có ràng buộc không",
        en="does the upper end of “từ … đến …” bind",
    ),
    Text(vi="không được vượt mức trên", en="the upper end binds"),
    Text(vi="được vượt mức trên", en="the upper end may be exceeded"),
    default=False,
)
PLANNED_BASELINE = _yes_no(
    "planned_baseline",
    Text(
        vi="“tăng so với giai đoạn trước” là so với số nào",
        en="growth over what of the earlier phase",
    ),
    Text(vi="so với chỉ tiêu của giai đoạn trước", en="growth over what the earlier phase planned"),
    Text(vi="so với kết quả của giai đoạn trước", en="growth over what the earlier phase achieved"),
    default=False,
)
EACH_YEAR = _yes_no(
    "each_year",
    Text(
        vi="“hằng năm tăng” là tăng từng năm hay tăng bình quân",
        en="does “hằng năm tăng” (grow yearly) bind each year or the mean",
    ),
    Text(vi="năm nào cũng phải tăng như vậy", en="each year must grow so over the year before"),
    Text(
        vi="chỉ cần tăng bình quân như vậy, từ năm đầu đến năm cuối",
        en="the mean growth from the first year to the last counts",
    ),
    default=True,
)
ESTIMATES_DECIDE = _yes_no(
    "estimates_decide",
    Text(
        vi="số ước thực hiện có được dùng để kết luận không",
        en="do estimates (ước thực hiện) decide",
    ),
    Text(vi="kết luận theo cả số ước thực hiện", en="estimates decide as final figures do"),
    Text(
        vi="số ước thực hiện chưa được dùng để kết luận "
        "(quy ước của phần mềm, văn bản không quy định)",
        en="estimates do not decide (this library's convention, in no text)",
    ),
    default=False,
)

WORDING: Mapping[str, Question] = MappingProxyType(
    {
        question.id: question
        for question in (
            TOLERANCE,
            MAY_EXCEED,
            STRICT,
            PLAIN_IS_FLOOR,
            UPPER_BINDS,
            PLANNED_BASELINE,
            EACH_YEAR,
            ESTIMATES_DECIDE,
        )
    }
)
"""The questions of every plan, about its wording and about estimates, by id.

The id of each question is also the name of a field of `Reading`.
"""


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
        code="not-admissible",
        vi=f"điểm chưa rõ {question.id!r}: {got} không phải câu trả lời được chấp nhận; "
        f"hiện có {admissible}",
        en=f"question {question.id!r}: {got} is not an admissible answer; admissible: {admissible}",
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
    answer: AnswerValue = field(validator=_is_answer, eq=_exactly)


class Asking:
    """A reading that remembers its questions. A verdict asks every question through it."""

    def __init__(self, reading: Reading) -> None:
        """Use the answers of a reading."""
        self._reading = reading
        self._asked: dict[str, AnswerValue] = {}

    def answer(self, question: Question) -> AnswerValue:
        """Return the answer to a question, and remember the question."""
        return self._asked.setdefault(question.id, self._reading.answer(question))

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
    def asked(self) -> tuple[Asked, ...]:
        """The questions so far with their answers, in the order in which they were asked."""
        return tuple(Asked(question, answer) for question, answer in self._asked.items())
