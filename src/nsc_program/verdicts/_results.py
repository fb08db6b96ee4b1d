"""The part that every result has: which plan it is about, as of which day, made from what."""

import re
from abc import abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Protocol, TypeVar, final

from attrs import Attribute, field, frozen
from attrs.validators import optional

from nsc_program._version import __version__
from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.figures._figures import Figures
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.plan._questions import WORDING, Question
from nsc_program.plan._readings import Asked
from nsc_program.plan._targets import Target
from nsc_program.values._in_notebooks import InNotebooks
from nsc_program.values._keys import is_id
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_date, is_text, shown
from nsc_program.values._value import BY_REFERENCE, Value
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._verdict import Verdict

T_co = TypeVar("T_co", covariant=True)


class ByTarget(Mapping[str, T_co]):
    """A mapping from the ids of targets to results about them, in the order of the plan."""

    __slots__ = ()

    @property
    @abstractmethod
    def _by_id(self) -> Mapping[str, T_co]: ...

    def __getitem__(self, target_id: str) -> T_co:
        """Return the result about one target.

        Args:
            target_id: the id of the target.

        Raises:
            UnknownId: if there is no target of this id.
        """
        if target_id not in self._by_id:
            raise UnknownId("target", target_id, tuple(self._by_id))
        return self._by_id[target_id]

    def __contains__(self, target_id: object) -> bool:
        """Return whether there is a target of this id."""
        return target_id in self._by_id

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the targets, in the order of the plan."""
        return iter(self._by_id)

    def __len__(self) -> int:
        """Return the number of targets."""
        return len(self._by_id)


_DIGEST = re.compile(r"[0-9a-f]{64}")


def _is_digest(instance: object, attribute: "Attribute[str]", value: str) -> None:
    is_text(instance, attribute, value)
    if not _DIGEST.fullmatch(value):
        raise InvalidValue.at(
            attribute.name,
            code="not-a-digest",
            vi="cần 64 chữ số thập lục phân viết thường",
            en="expected 64 hexadecimal digits in lower case",
        )


LIBRARY = f"nsc_program {__version__}"
"""This library and its version, as results state them."""


@final
@frozen
class Inputs(Value):
    """The plan and the figures that a result was made from.

    Attributes:
        program: the plan.
        figures: the figures.
    """

    program: Program = field(validator=is_a(Program))
    figures: Figures = field(validator=is_a(Figures))


@frozen(kw_only=True)
class Result(InNotebooks, Value):
    """The part that all results share: the plan, the day of judgement and the inputs.

    Two results are equal if they say the same, even if only one was read from a document.

    Attributes:
        program: the id of the plan.
        edition: the edition of the plan.
        title: the title of the plan.
        as_of: the day of judgement.
        library: the name and version of the library that made the result.
        stated_digest: the digest that the result's document states, 64 hexadecimal digits; `None`
            for a result that was not read from a document. `nsc_program.serialization.digest`
            returns the digest in both cases.
        inputs: the plan and the figures that the result was made from, kept by reference; `None`
            for a result that was read from a document.
    """

    program: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    as_of: date = field(validator=is_date)
    library: str = field(validator=is_id)
    stated_digest: str | None = field(
        default=None, eq=False, repr=False, validator=optional(_is_digest)
    )
    inputs: Inputs | None = field(
        default=None, eq=False, repr=False, metadata=BY_REFERENCE, validator=optional(is_a(Inputs))
    )

    def made_from(self) -> Inputs:
        """Return the plan and the figures that the result was made from.

        Raises:
            InvalidValue: for a result that was read from a document, which does not hold them.
        """
        if self.inputs is None:
            raise InvalidValue.at(
                code="read-from-a-document",
                vi="kết quả này đọc từ tệp nên không kèm kế hoạch và số liệu; "
                "hãy đánh giá lại từ kế hoạch và số liệu",
                en="this result was read from a document, which holds neither the plan nor the "
                "figures; evaluate them again",
            )
        return self.inputs

    def _in_short(self, counts: str) -> str:
        """Return one line about the result, fit for a log."""
        plan = f"{self.program}, {self.edition}"
        return f"<{type(self).__name__} of {plan} as of {self.as_of}: {counts}>"


class _AboutIndicator(Protocol):
    """What is about one indicator."""

    @property
    def indicator(self) -> Indicator: ...


About = TypeVar("About", bound=_AboutIndicator)


def of_indicator(indicator_id: str, compared: Iterable[About]) -> About:
    """Return what is about one indicator.

    Args:
        indicator_id: the id of the indicator.
        compared: what is about each indicator.

    Raises:
        UnknownId: if nothing is about an indicator of this id.
    """
    by_id = {each.indicator.id: each for each in compared}
    if indicator_id not in by_id:
        raise UnknownId("indicator", indicator_id, tuple(by_id))
    return by_id[indicator_id]


def counted(statuses: Iterable[Status]) -> str:
    """Return how many targets have each status, such as `2 attained, 1 pending`.

    Args:
        statuses: the status of each target.
    """
    numbers = Counter(statuses)
    present = [status for status in Status if numbers[status]]
    return ", ".join(f"{numbers[status]} {status.value}" for status in present) or "no target"


def about(program: Program, figures: Figures, asked: Collection[str]) -> dict[str, Any]:
    """Return the fields that every result takes from its inputs, as keyword arguments.

    Args:
        program: the plan.
        figures: the figures.
        asked: the ids of the questions that the result rests on.
    """
    return {
        "program": program.id,
        "edition": program.edition,
        "title": program.title,
        "as_of": figures.as_of,
        "library": LIBRARY,
        "inputs": Inputs(program, figures),
        "questions": _explained(program, asked),
    }


def _explained(program: Program, asked: Collection[str]) -> tuple[Question, ...]:
    """Return the questions that were asked, in the order of the wording and then of the plan."""
    questions = (*WORDING.values(), *program.questions)
    return tuple(question for question in questions if question.id in asked)


def check_suits(program: Program, figures: Figures) -> None:
    """Raise an error if figures are from before an edition came into force, or of another plan.

    Args:
        program: the edition of the plan.
        figures: the figures.

    Raises:
        InvalidValue: if the edition was not in force yet on the day of judgement, or if the figures
            were made for another plan.
    """
    start = program.in_force_from
    if start is not None and figures.as_of < start:
        raise _not_in_force(program, start, figures.as_of)
    figures.check_made_for(program)


def _not_in_force(program: Program, start: date, on: date) -> InvalidValue:
    return InvalidValue.at(
        "as_of",
        code="not-in-force",
        vi=f"kế hoạch {program.id!r}, bản {program.edition!r}, có hiệu lực từ ngày "
        f"{start:%d/%m/%Y} nên không dùng để đánh giá đến ngày {on:%d/%m/%Y}; "
        "hãy dùng bản có hiệu lực vào ngày đó",
        en=f"edition {program.edition!r} of the plan {program.id!r} is in force from {start}, "
        f"so it cannot decide targets as of {on}; use the edition that was in force then",
    )


def check_days(as_of: date, verdicts: Iterable[Verdict], *path: str | int) -> None:
    """Raise an error if a result holds a verdict as of a day other than its own.

    Args:
        as_of: the day of the result.
        verdicts: the verdicts in the result.
        path: where the verdicts stand in the result.

    Raises:
        InvalidValue: for the first verdict as of another day.
    """
    for place, verdict in enumerate(verdicts):
        check_day(as_of, verdict, *path, "verdicts", place)


def check_day(as_of: date, verdict: Verdict, *path: str | int) -> None:
    """Raise an error if a verdict is as of a day other than that of the result that holds it.

    Args:
        as_of: the day of the result.
        verdict: the verdict.
        path: where the verdict stands in the result.

    Raises:
        InvalidValue: if it is as of another day.
    """
    if verdict.as_of != as_of:
        raise _of_other_day(verdict, as_of, *path, "as_of")


def _of_other_day(verdict: Verdict, as_of: date, *path: str | int) -> InvalidValue:
    return InvalidValue.at(
        *path,
        code="other-day",
        vi=f"mục tiêu {verdict.target.id!r} được đánh giá đến hết ngày "
        f"{verdict.as_of:%d/%m/%Y}, còn cả kết quả thì đến hết ngày {as_of:%d/%m/%Y}",
        en=f"the verdict on target {verdict.target.id!r} is as of {verdict.as_of}, "
        f"but the result is as of {as_of}",
    )


def check_explained(questions: Iterable[Question], asked: Iterable[Asked]) -> None:
    """Raise an error if a result rests on a question that it does not list.

    Args:
        questions: the questions that the result lists.
        asked: the questions that the result rests on.

    Raises:
        InvalidValue: for the first question that is not listed.
    """
    listed = {question.id for question in questions}
    for answered in asked:
        if answered.question not in listed:
            raise _not_listed(answered.question)


def _not_listed(question: str) -> InvalidValue:
    name = shown(question)
    return InvalidValue.at(
        "questions",
        code="question-missing",
        vi=f"điểm chưa rõ {name} được hỏi đến nhưng không có ở đây; bổ sung vào",
        en=f"the result rests on question {name}, which is not listed; add it",
    )


def check_once(targets: Iterable[Target]) -> None:
    """Raise an error if a result is about one target twice.

    Args:
        targets: the targets that the result is about.

    Raises:
        InvalidValue: for the first target that is repeated.
    """
    for name, times in Counter(target.id for target in targets).items():
        if times > 1:
            raise InvalidValue.at(
                code="repeated",
                vi=f"mục tiêu {shown(name)} ghi hai lần; bỏ bớt một",
                en=f"target {shown(name)} stands twice; leave one out",
            )
