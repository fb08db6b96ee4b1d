"""Questions that the wording of a plan leaves open (điểm chưa rõ), with their possible answers."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias, cast, final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, Message
from nsc_program.plan._sources import Citation, are_citations
from nsc_program.values._keys import is_id
from nsc_program.values._numbers import MOST_DIGITS, is_short
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_text, refusal, shown, tuple_of, wrong_type
from nsc_program.values._value import Value

AnswerValue: TypeAlias = bool | str | Fraction
"""Yes or no, the id of an answer, or a ratio."""


_AN_ANSWER = Message("true, false, chữ hoặc Fraction", "true, false, text or a Fraction")


def is_answer(_: object, attribute: "Attribute[AnswerValue]", value: AnswerValue) -> None:
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


def exactly(value: AnswerValue) -> tuple[type, AnswerValue]:
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

    value: AnswerValue = field(validator=is_answer, eq=exactly)
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
        if any(exactly(value) == exactly(answer.value) for answer in self.answers):
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
    Text(vi="vượt mức “khoảng” vẫn được tính là đạt", en="“khoảng” (about) may be exceeded"),
    Text(
        vi="chỉ được vượt mức “khoảng” trong cùng biên độ",
        en="“khoảng” (about) may be exceeded by the same margin only",
    ),
    default=True,
)


STRICT = _yes_no(
    "strict",
    Text(vi="“trên N” có gồm đúng N không", en="is “trên N” (over N) strict"),
    Text(vi="“trên N” không gồm đúng N", en="“trên” (over) means strictly more"),
    Text(vi="“trên N” gồm cả đúng N", en="“trên” (over) takes the number itself in"),
    default=True,
)


PLAIN_IS_FLOOR = _yes_no(
    "plain_is_floor",
    Text(
        vi="con số không kèm từ chỉ mức là mức tối thiểu hay đúng bằng",
        en="is a bare number a floor or exact",
    ),
    Text(
        vi="con số không kèm từ chỉ mức được hiểu là tối thiểu", en="a bare number means at least"
    ),
    Text(vi="con số không kèm từ chỉ mức được hiểu là đúng bằng", en="a bare number means exactly"),
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
    Text(
        vi="mức tăng tính trên chỉ tiêu (không phải kết quả) của giai đoạn trước",
        en="growth over what the earlier phase planned",
    ),
    Text(
        vi="mức tăng tính trên kết quả (không phải chỉ tiêu) của giai đoạn trước",
        en="growth over what the earlier phase achieved",
    ),
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


MEAN_FROM_YEAR_BEFORE = _yes_no(
    "mean_from_year_before",
    Text(
        vi="“tăng bình quân” tính từ năm trước giai đoạn hay từ năm đầu giai đoạn",
        en="does “tăng bình quân” (mean growth) start from the year before the phase",
    ),
    Text(
        vi="tính bình quân từ năm liền trước giai đoạn "
        "(quy ước của phần mềm, văn bản không quy định)",
        en="the mean starts from the year before the phase (this library's convention, in no text)",
    ),
    Text(
        vi="tính bình quân từ năm đầu giai đoạn",
        en="the mean starts from the first year of the phase",
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
            MEAN_FROM_YEAR_BEFORE,
            ESTIMATES_DECIDE,
        )
    }
)
"""The questions of every plan, about its wording and about estimates, by id.

The id of each question is also the name of a field of `Reading`.
"""
