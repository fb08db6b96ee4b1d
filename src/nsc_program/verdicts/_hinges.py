"""Hinges: the questions that decide the status of a target, found among its outcomes.

Comparing every outcome with every other would take too long. Outcomes are grouped by the questions
that they answer. Two outcomes of any two groups are compatible if they agree on the questions that
both groups answer, so the outcomes are sorted into buckets by these answers, and only outcomes in
the same bucket are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import combinations_with_replacement, repeat
from typing import NamedTuple, TypeAlias

from nsc_program.plan._readings import AnswerValue
from nsc_program.values._ranges import EVERYTHING, Place, Range, by_place

Answers: TypeAlias = Mapping[str, AnswerValue]


class Case(NamedTuple):
    """A status under some answers and tolerances.

    Attributes:
        answers: the answers, by the ids of the questions.
        tolerance: the tolerances; `None` for all.
        status: the status.
    """

    answers: Answers
    tolerance: Range | None
    status: str


Group: TypeAlias = list[Case]
"""Cases that answer the same questions."""
_Bucket: TypeAlias = tuple[Group, Group]
"""Compatible cases of two groups."""


def grouped(cases: Iterable[Case]) -> list[Group]:
    """Group cases by the questions that they answer.

    Args:
        cases: the cases.
    """
    groups: defaultdict[frozenset[str], Group] = defaultdict(list)
    for case in cases:
        groups[frozenset(case.answers)].append(case)
    return list(groups.values())


def is_hinge(question: str, groups: Iterable[Group]) -> bool:
    """Return whether two cases that differ only in the answer to a question differ in status.

    Args:
        question: the id of the question.
        groups: the cases, as `grouped` returns them.
    """
    answering = [group for group in groups if question in group[0].answers]
    for bucket in _buckets(answering, question):
        left, right = ([(case.answers[question], case) for case in cases] for cases in bucket)
        if _differ(left, right):
            return True
    return False


def is_hinge_of_tolerance(groups: Iterable[Group]) -> bool:
    """Return whether two cases that agree in all answers but share no tolerance differ in status.

    Args:
        groups: the cases, as `grouped` returns them.
    """
    return any(
        _lie_apart(left, right) or _lie_apart(right, left) for left, right in _buckets(groups)
    )


def contradict(groups: Iterable[Group]) -> bool:
    """Return whether one reading leads to two cases with different statuses.

    Args:
        groups: the cases, as `grouped` returns them.
    """
    # Each side gets an answer of its own, so that only the statuses and tolerances matter.
    return any(
        _differ(zip(repeat("left"), left), zip(repeat("right"), right))
        for left, right in _buckets(groups)
    )


def _buckets(groups: Iterable[Group], leaving_out: str | None = None) -> Iterator[_Bucket]:
    """Yield the compatible cases of every two groups, and of every group with itself.

    Two cases are compatible if they agree on all questions that both answer, except `leaving_out`.
    """
    for left, right in combinations_with_replacement(groups, 2):
        asked = right[0].answers
        common = [
            question
            for question in left[0].answers
            if question in asked and question != leaving_out
        ]
        by_answers = _by_answers(right, common)
        for answers, cases in _by_answers(left, common).items():
            if answers in by_answers:
                yield cases, by_answers[answers]


def _by_answers(group: Group, questions: Iterable[str]) -> dict[tuple[AnswerValue, ...], Group]:
    by_answers: defaultdict[tuple[AnswerValue, ...], Group] = defaultdict(list)
    for case in group:
        by_answers[tuple(case.answers[question] for question in questions)].append(case)
    return by_answers


_Answered: TypeAlias = tuple[AnswerValue, Case]
"""A case, with its answer to the question in focus."""


def _differ(left: Iterable[_Answered], right: Iterable[_Answered]) -> bool:
    """Return whether two cases, one of each side, differ in both answer and status.

    They must also share a tolerance.
    """
    entries = [
        (
            *by_place(EVERYTHING if case.tolerance is None else case.tolerance),
            side,
            answer,
            case.status,
        )
        for side, answered in enumerate((left, right))
        for answer, case in answered
    ]
    if len({status for *_, status in entries}) == 1:
        return False
    sides = _Open(), _Open()
    for first, last, side, answer, status in sorted(entries, key=lambda entry: entry[0]):
        if sides[1 - side].has_another(first, answer, status):
            return True
        sides[side].add(last, answer, status)
    return False


class _Open:
    """The cases of one side that are open, as a sweep passes the tolerances in rising order.

    A case is open from the first of its tolerances to the last.
    """

    def __init__(self) -> None:
        self._ends: list[tuple[Place, int, AnswerValue, str]] = []
        self._added = 0
        self._answers: defaultdict[str, Counter[AnswerValue]] = defaultdict(Counter)

    def add(self, last: Place, answer: AnswerValue, status: str) -> None:
        """Open a case that is open up to the place of its last tolerance."""
        self._added += 1  # a tie-breaker: answers of different types cannot be compared
        heappush(self._ends, (last, self._added, answer, status))
        self._answers[status][answer] += 1

    def has_another(self, at: Place, answer: AnswerValue, status: str) -> bool:
        """Return whether a case is open at a place whose answer and status both differ."""
        while self._ends and self._ends[0][0] < at:
            self._close(*heappop(self._ends))
        others = (answers for other, answers in self._answers.items() if other != status)
        return any(other != answer for answers in others for other in answers)

    def _close(self, _: Place, __: int, answer: AnswerValue, status: str) -> None:
        answers = self._answers[status]
        answers[answer] -= 1
        if not answers[answer]:
            del answers[answer]


def _lie_apart(left: Group, right: Group) -> bool:
    """Return whether a case's tolerances end before another's begin, and their statuses differ.

    The first case is taken from the left group, the second from the right.
    """
    ends: dict[str, Place] = {}
    starts: dict[str, Place] = {}
    for case in left:
        if case.tolerance is not None:
            _, last = by_place(case.tolerance)
            ends[case.status] = min(last, ends.get(case.status, last))
    for case in right:
        if case.tolerance is not None:
            first, _ = by_place(case.tolerance)
            starts[case.status] = max(first, starts.get(case.status, first))
    return any(
        end < start
        for earlier, end in ends.items()
        for later, start in starts.items()
        if earlier != later
    )
