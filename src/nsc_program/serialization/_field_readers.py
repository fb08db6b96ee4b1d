"""Read the fields that documents write in a form of their own."""

from collections.abc import Callable
from typing import Any, cast, final

from attrs import frozen
from cattrs import Converter

from nsc_program.errors import Message
from nsc_program.plan._conditions import AllOf, Event, Within
from nsc_program.plan._counting import Counting, NotMet
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._readings import Reading
from nsc_program.plan._targets import Choice
from nsc_program.records._reports import ReportedFigure
from nsc_program.serialization._scalars import fraction, is_object, text, wrong
from nsc_program.values._ranges import Range


@final
@frozen
class AnswersRow:
    """One row of a choice: the answers that lead to an indicator."""

    answers: tuple[str, ...]
    indicator: str


def _rows(converter: Converter, value: Any, _: Any) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Read the rows of a choice."""
    rows = converter.structure(value, tuple[AnswersRow, ...])
    return tuple((row.answers, row.indicator) for row in rows)


_ANSWERS = Message(
    "mã của câu trả lời cho mỗi điểm chưa rõ", "the id of an answer to each question"
)


def _choices(_converter: Converter, value: Any, _: Any) -> tuple[tuple[str, str], ...]:
    """Read the ids of the answers to questions, by the ids of the questions."""
    for answer in is_object(value, _).values():
        if type(answer) is not str:
            raise wrong(_ANSWERS, answer)
    return tuple(value.items())


def _reported(converter: Converter, value: Any, _: Any) -> Range:
    """Read a reported value: a number, or an object for a range."""
    if isinstance(value, dict):
        return converter.structure(value, Range)
    number = fraction(value, _)
    return Range(number, number)


def _rules(converter: Converter, value: Any, _: Any) -> tuple[Counting, ...]:
    """Read one counting rule or several."""
    if isinstance(value, dict):
        return (converter.structure(value, Counting),)
    return converter.structure(value, tuple[Counting, ...])


def _event(converter: Converter, value: Any, _: Any) -> Event:
    """Read the days of a rule: all of them must have come unless another type is given."""
    with_type = {"type": AllOf.__name__, **value} if type(value) is dict else value
    return cast(Event, converter.structure(with_type, cast(Any, Event)))


def _numbers(converter: Converter, value: Any, _: Any) -> Range:
    """Read a range of which an end may be left out, because TOML cannot write an absent end."""
    ends = {"low": None, "high": None, **value} if type(value) is dict else value
    return converter.structure(ends, Range)


def _told(_converter: Converter, value: Any, _: Any) -> str | bool | int:
    """Read the value of a field that does not meet a condition."""
    if type(value) not in (str, bool, int):
        raise wrong(_A_VALUE, value)
    return text(value, str) if type(value) is str else value


_A_VALUE = Message("chữ, true, false hoặc số nguyên", "text, true, false or a whole number")


FIELD_READERS: dict[tuple[type, str], Callable[[Converter, Any, Any], Any]] = {
    (Within, "range"): _numbers,
    (NotMet, "value"): _told,
    (Counting, "on"): _event,
    (Indicator, "counting"): _rules,
    (Choice, "indicators"): _rows,
    (Reading, "choices"): _choices,
    (ReportedFigure, "value"): _reported,
}
"""The functions that read these fields, by the class and the name of the field."""
