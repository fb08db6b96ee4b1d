"""Hinges: the questions that decide the status of a target, found among its outcomes.

Comparing every outcome with every other would take too long. Outcomes are grouped by the questions
that they answer. Two outcomes of any two groups are compatible if they agree on the questions that
both groups answer, so the outcomes are sorted into buckets by these answers, and only outcomes in
the same bucket are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import combinations_with_replacement, pairwise, product, repeat
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from nsc_program.plan._questions import AnswerValue
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
_ByAnswers: TypeAlias = Mapping[tuple[AnswerValue, ...], Group]
"""The cases of a group, by their answers to some questions."""


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
        if not (left is right and _share_no_tolerance(left))
    )


def _share_no_tolerance(cases: Group) -> bool:
    """Return whether the tolerances of each case end before those of the next begin."""
    places = sorted(by_place(case.tolerance or EVERYTHING) for case in cases)
    return all(last < first for (_, last), (first, _) in pairwise(places))


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
        by_answers = _by_answers(left, common)
        others = by_answers if left is right else _by_answers(right, common)
        yield from _agreeing(by_answers, others)


def _agreeing(left: _ByAnswers, right: _ByAnswers) -> Iterator[_Bucket]:
    """Yield the cases of two groups that have the same answers."""
    for answers, cases in left.items():
        if answers in right:
            yield cases, right[answers]


def _by_answers(group: Group, questions: Iterable[str]) -> _ByAnswers:
    by_answers: defaultdict[tuple[AnswerValue, ...], Group] = defaultdict(list)
    for case in group:
        by_answers[tuple(case.answers[question] for question in questions)].append(case)
    return by_answers


_Answered: TypeAlias = tuple[AnswerValue, Case]
"""A case, with its answer to the question in focus."""


class _Entry(NamedTuple):
    """A case as two sides of cases are compared.

    Attributes:
        first: the place of its first tolerance.
        last: the place of its last tolerance.
        side: the side that it stands on, 0 or 1.
        answer: its answer to the question in focus.
        status: its status.
    """

    first: Place
    last: Place
    side: int
    answer: AnswerValue
    status: str


def _entries(side: int, answered: Iterable[_Answered]) -> Iterator[_Entry]:
    for answer, case in answered:
        first, last = by_place(EVERYTHING if case.tolerance is None else case.tolerance)
        yield _Entry(first, last, side, answer, case.status)


def _differ(left: Iterable[_Answered], right: Iterable[_Answered]) -> bool:
    """Return whether two cases, one of each side, differ in both answer and status.

    They must also share a tolerance.
    """
    entries = [*_entries(0, left), *_entries(1, right)]
    if len({entry.status for entry in entries}) == 1:
        return False
    sides = _Open(), _Open()
    for entry in sorted(entries, key=attrgetter("first")):
        if sides[1 - entry.side].has_another(entry):
            return True
        sides[entry.side].add(entry)
    return False


class _Open:
    """The cases of one side that are open, as a sweep passes the tolerances in rising order.

    A case is open from the first of its tolerances to the last.
    """

    def __init__(self) -> None:
        self._ends: list[tuple[Place, int, _Entry]] = []
        self._added = 0
        self._answers: defaultdict[str, Counter[AnswerValue]] = defaultdict(Counter)

    def add(self, entry: _Entry) -> None:
        """Open a case."""
        self._added += 1  # a tie-breaker: answers of different types cannot be compared
        heappush(self._ends, (entry.last, self._added, entry))
        self._answers[entry.status][entry.answer] += 1

    def has_another(self, entry: _Entry) -> bool:
        """Return whether a case is open where another begins, with another answer and status."""
        self._close_before(entry.first)
        others = (answers for status, answers in self._answers.items() if status != entry.status)
        return any(answer != entry.answer for answers in others for answer in answers)

    def _close_before(self, place: Place) -> None:
        """Close the cases that end before a place."""
        while self._ends and self._ends[0][0] < place:
            _, _, ended = heappop(self._ends)
            answers = self._answers[ended.status]
            answers[ended.answer] -= 1
            if not answers[ended.answer]:
                del answers[ended.answer]


def _lie_apart(left: Group, right: Group) -> bool:
    """Return whether a case's tolerances end before another's begin, and their statuses differ.

    The first case is taken from the left group, the second from the right.
    """
    ends, starts = _places(left, _LAST, min), _places(right, _FIRST, max)
    return any(
        end < start and earlier != later
        for (earlier, end), (later, start) in product(ends.items(), starts.items())
    )


_FIRST, _LAST = 0, 1


def _places(group: Group, end: int, choose: Callable[[list[Place]], Place]) -> Mapping[str, Place]:
    """Return one place by status, chosen among the first or the last tolerances of the cases."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for case in group:
        if case.tolerance is not None:
            places[case.status].append(by_place(case.tolerance)[end])
    return {status: choose(of_status) for status, of_status in places.items()}
