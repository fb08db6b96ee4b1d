"""Which questions decide a status, found among outcomes without holding every one against every other.

Outcomes are grouped by the questions that they answer. Two of any two groups are compatible if they agree on what both
groups answer, so each group is sorted into buckets by those answers, and only what meets in a bucket is looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import combinations_with_replacement
from typing import NamedTuple, TypeAlias

from nsc_program.plan._readings import AnswerValue
from nsc_program.values._ranges import EVERYTHING, Place, Range, by_place

Answers: TypeAlias = Mapping[str, AnswerValue]


class Case(NamedTuple):
    """A status under some answers and tolerances; a tolerance of `None` is any."""

    answers: Answers
    tolerance: Range | None
    status: str


Group: TypeAlias = list[Case]
"""Cases that answer the same questions."""
_Bucket: TypeAlias = tuple[Group, Group]


def grouped(cases: Iterable[Case]) -> list[Group]:
    """Cases by the questions that they answer."""
    groups: defaultdict[frozenset[str], Group] = defaultdict(list)
    for case in cases:
        groups[frozenset(case.answers)].append(case)
    return list(groups.values())


def is_hinge(question: str, groups: Iterable[Group]) -> bool:
    """Whether two cases that differ in the answer to this question alone differ in the status."""
    answering = [group for group in groups if question in group[0].answers]
    return any(
        _differ(
            [(case.answers[question], case) for case in one],
            [(case.answers[question], case) for case in other],
        )
        for one, other in _buckets(answering, question)
    )


def is_hinge_of_tolerance(groups: Iterable[Group]) -> bool:
    """Whether two cases whose tolerances have nothing in common, and that differ in no answer, differ in the status."""
    return any(_lie_apart(*bucket) or _lie_apart(*bucket[::-1]) for bucket in _buckets(groups))


def contradict(groups: Iterable[Group]) -> bool:
    """Whether one reading leads to two cases with different statuses."""
    return any(
        _differ([(False, case) for case in one], [(True, case) for case in other])
        for one, other in _buckets(groups)
    )


def _buckets(groups: Iterable[Group], leaving_out: str | None = None) -> Iterator[_Bucket]:
    """Cases of two groups, or of one, that agree on all that both answer but one question."""
    for pair in combinations_with_replacement(groups, 2):
        one, other = (group[0].answers for group in pair)
        common = [question for question in one if question in other and question != leaving_out]
        sides = [_by_answers(group, common) for group in pair]
        yield from (
            (cases, sides[1][answers]) for answers, cases in sides[0].items() if answers in sides[1]
        )


def _by_answers(group: Group, questions: Iterable[str]) -> dict[tuple[AnswerValue, ...], Group]:
    found: defaultdict[tuple[AnswerValue, ...], Group] = defaultdict(list)
    for case in group:
        found[tuple(case.answers[question] for question in questions)].append(case)
    return found


_Answered: TypeAlias = tuple[AnswerValue, Case]


def _differ(one: Iterable[_Answered], other: Iterable[_Answered]) -> bool:
    """Whether some of one side and some of the other have another answer and another status at one tolerance."""
    entries = [
        (
            *by_place(EVERYTHING if case.tolerance is None else case.tolerance),
            side,
            answer,
            case.status,
        )
        for side, answered in enumerate((one, other))
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
    """The cases of one side whose tolerances are not over, where tolerances are passed from the least to the most."""

    def __init__(self) -> None:
        self._ends: list[tuple[Place, int, AnswerValue, str]] = []
        self._added = 0
        self._answers: defaultdict[str, Counter[AnswerValue]] = defaultdict(Counter)

    def add(self, last: Place, answer: AnswerValue, status: str) -> None:
        self._added += 1  # so that answers, which have no order, are never compared
        heappush(self._ends, (last, self._added, answer, status))
        self._answers[status][answer] += 1

    def has_another(self, at: Place, answer: AnswerValue, status: str) -> bool:
        """Whether a case is open there that has another answer and another status."""
        while self._ends and self._ends[0][0] < at:
            self._close(*heappop(self._ends))
        others = (answers for each, answers in self._answers.items() if each != status)
        return any(each != answer for answers in others for each in answers)

    def _close(self, _: Place, __: int, answer: AnswerValue, status: str) -> None:
        answers = self._answers[status]
        answers[answer] -= 1
        if not answers[answer]:
            del answers[answer]


def _lie_apart(one: Group, other: Group) -> bool:
    """Whether the tolerances of some of one side end before those of some of the other begin, with another status."""
    ends: dict[str, Place] = {}
    starts: dict[str, Place] = {}
    for case in one:
        if case.tolerance is not None:
            _, last = by_place(case.tolerance)
            ends[case.status] = min(last, ends.get(case.status, last))
    for case in other:
        if case.tolerance is not None:
            first, _ = by_place(case.tolerance)
            starts[case.status] = max(first, starts.get(case.status, first))
    return any(
        end < start
        for status, end in ends.items()
        for each, start in starts.items()
        if each != status
    )
