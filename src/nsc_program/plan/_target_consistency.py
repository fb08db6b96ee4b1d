"""Checks that a target fits the rest of its plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from nsc_program._suggestions import nearest
from nsc_program.errors import NOUNS, Message, Problem
from nsc_program.plan._bases import (
    FROM_BASELINE,
    IN_PERCENT,
    TOTALS,
    YEARLY,
    Basis,
    Change,
    During,
    EachYear,
)
from nsc_program.plan._bounds import Bound, worded
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._parts import is_above_whole
from nsc_program.plan._questions import AnswerValue, Question
from nsc_program.plan._targets import Choice, Phase, Target
from nsc_program.values._ranges import Range

_ALL = 100
"""All of a number, in percent."""


def contradiction(code: str, vi: str, en: str) -> Problem:
    """Return a problem of a part of a plan, without its place.

    Args:
        code: the code.
        vi: the message in Vietnamese.
        en: the message in English.
    """
    return Problem((), code, Message(vi, en))


def unknown_id(what: str, name: str, ids: tuple[str, ...]) -> Problem:
    """Return the problem of an id that no part has, with the nearest id as a suggestion.

    Args:
        what: the kind of part.
        name: the id.
        ids: the ids that exist.
    """
    near = nearest(name, ids)
    vi = "" if near is None else f"; có phải là {near!r} không?"
    en = "" if near is None else f"; did you mean {near!r}?"
    return contradiction(
        f"unknown-{what.replace(' ', '-')}",
        f"không có {NOUNS[what]} {name!r}{vi}",
        f"there is no {what} {name!r}{en}",
    )


class Scope(NamedTuple):
    """The parts of a plan that a target can refer to, by their ids.

    Attributes:
        indicators: the indicators of the plan.
        questions: the questions of the plan.
        wholes: the targets that others may be parts of, because all wholes above them exist and do
            not form a circle.
    """

    indicators: Mapping[str, Indicator]
    questions: Mapping[str, Question]
    wholes: Mapping[str, Target]

    def known_indicators(self, target: Target) -> list[Indicator]:
        """Return the indicators that a target may be about; another check reports unknown ids."""
        return [self.indicators[name] for name in target.indicator_ids if name in self.indicators]


def target_problems(
    scope: Scope, phase: Phase, own: Mapping[str, Target], target: Target
) -> Iterator[Problem]:
    """Yield what does not fit between a target and the rest of the plan.

    Args:
        scope: the parts of the plan that it can refer to.
        phase: its phase.
        own: the targets of the phase, by id.
        target: the target.
    """
    yield from _problems_of_id(phase, target)
    if not target.citations:
        yield contradiction(
            "no-citation",
            "chưa có trích dẫn; ghi vào citations",
            "it has no citation; give one in citations",
        )
    yield from _part_problems(scope, own, target)
    unknown = [name for name in target.indicator_ids if name not in scope.indicators]
    yield from (unknown_id("indicator", name, tuple(scope.indicators)) for name in unknown)
    if isinstance(target.indicator, Choice):
        yield from _choice_problems(scope.questions, target.indicator)
    yield from _basis_problems(scope, phase, target)


def _problems_of_id(phase: Phase, target: Target) -> Iterator[Problem]:
    if not target.id.startswith(f"{phase.id}/"):
        start = repr(f"{phase.id}/")
        yield contradiction(
            "id-of-another-phase",
            f"mã phải bắt đầu bằng {start}",
            f"its id must begin with {start}",
        )


def _basis_problems(scope: Scope, phase: Phase, target: Target) -> Iterator[Problem]:
    """Yield the problems of a basis that the phase, the bound or the indicators do not allow."""
    basis = target.basis
    if isinstance(basis, YEARLY):
        yield from _yearly_problems(basis, phase.period.whole_years)
    if isinstance(basis, During) and not basis.period.within(phase.period):
        yield contradiction(
            "outside-phase",
            "kỳ của basis không nằm trong giai đoạn; sửa basis",
            "the period of its basis does not lie within the phase; correct the basis",
        )
    if isinstance(basis, FROM_BASELINE) and phase.period.end <= basis.baseline.end:
        yield contradiction(
            "baseline-not-earlier",
            "kỳ gốc không kết thúc trước ngày cuối của giai đoạn; sửa basis",
            "its baseline does not end before the last day of the phase; correct the basis",
        )
    if not isinstance(basis, TOTALS):
        yield from _change_problems(basis, target.bound, scope.known_indicators(target))


def _part_problems(scope: Scope, own: Mapping[str, Target], target: Target) -> Iterator[Problem]:
    name = target.part_of
    if name is None:
        return
    if name not in scope.wholes:
        yield _not_a_part(repr(name))
    elif name in own and is_above_whole(scope.indicators, target, own[name]):
        yield _part_above_whole(repr(name))


def _not_a_part(whole: str) -> Problem:
    return contradiction(
        "not-a-part",
        f"không thể là một phần của {whole}: không có mục tiêu đó, "
        "hoặc các phần quay vòng; sửa part_of",
        f"it cannot be a part of {whole}: there is no such target, "
        "or the parts form a circle; correct part_of",
    )


def _part_above_whole(whole: str) -> Problem:
    return contradiction(
        "part-above-whole",
        f"số của mục tiêu này lớn hơn số của {whole}, mà nó chỉ là một phần; sửa một trong hai",
        f"its number is above that of {whole}, of which it is a part; correct one of them",
    )


def _choice_problems(own: Mapping[str, Question], choice: Choice) -> Iterator[Problem]:
    unknown = [question for question in choice.questions if question not in own]
    if unknown:
        yield from (unknown_id("question", question, tuple(own)) for question in unknown)
    elif len(set(choice.questions)) < len(choice.questions):
        yield contradiction(
            "asked-twice",
            "hỏi một điểm chưa rõ hai lần; bỏ bớt",
            "its choice asks a question twice; ask it once",
        )
    elif not _is_complete(choice, [_answers(own[question]) for question in choice.questions]):
        yield contradiction(
            "rows-of-a-choice",
            "cần một dòng cho mỗi tổ hợp câu trả lời, các câu trả lời mặc định đứng đầu",
            "its choice needs one row for each combination of answers, the default answers first",
        )


def _is_complete(choice: Choice, answers: Sequence[Sequence[AnswerValue]]) -> bool:
    """Return whether a choice has one row for each combination, that of the defaults first."""
    rows = [row for row, _ in choice.indicators]
    # The number comes first: the combinations of a few questions may not fit into memory.
    if prod(map(len, answers)) != len(rows):
        return False
    combinations = list(product(*answers))
    return set(rows) == set(combinations) and rows[0] == combinations[0]


def _answers(question: Question) -> list[AnswerValue]:
    return [answer.value for answer in question.answers]


def _yearly_problems(basis: Basis, years: int) -> Iterator[Problem]:
    if not years:
        yield contradiction(
            "not-whole-years",
            "giai đoạn không gồm các năm trọn; sửa ngày của giai đoạn, hoặc basis",
            "its phase is not made of whole years; correct the days of the phase, or the basis",
        )
    if years == 1 and not isinstance(basis, EachYear):
        yield contradiction(
            "one-year",
            "tăng hằng năm cần giai đoạn từ hai năm trở lên; sửa basis",
            "growth from year to year needs a phase of two years or more; correct the basis",
        )


def _change_problems(
    basis: Change, bound: Bound, indicators: Iterable[Indicator]
) -> Iterator[Problem]:
    in_percent = isinstance(basis, IN_PERCENT)
    if not worded(bound).within(Range.above(0)):
        yield contradiction(
            "no-growth",
            "mức tăng hoặc giảm phải lớn hơn 0",
            "a change must be more than 0",
        )
    elif in_percent and basis.falling and not worded(bound).within(Range.at_most(_ALL)):
        yield contradiction(
            "more-than-all", "không thể giảm quá 100 %", "nothing falls by more than 100 %"
        )
    for indicator in indicators:
        if in_percent and not indicator.may_grow:
            yield _cannot_grow(repr(indicator.id))


def _cannot_grow(indicator: str) -> Problem:
    return contradiction(
        "cannot-grow",
        f"chỉ tiêu {indicator} là tỷ lệ hoặc có thể âm, không tính mức tăng được; chọn basis khác",
        f"growth of {indicator} is not defined, as it is a share or may be negative; "
        "choose another basis",
    )
