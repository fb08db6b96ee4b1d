"""The decision on a target under all admissible readings.

The decision itself runs with a stand-in for a reading. The stand-in notes every question that it is
asked, and the other answers branch off there. So it always asks the same questions as the decision.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from operator import add, mul
from typing import NamedTuple, final

from attrs import field, frozen

from nsc_program.figures._figures import Figures
from nsc_program.plan._bases import Difference, MeanGrowth, YearlyGrowth
from nsc_program.plan._bounds import accepted
from nsc_program.plan._program import Program
from nsc_program.plan._questions import (
    LEAST_TOLERANCE,
    MOST_TOLERANCE,
    TOLERANCE,
    WORDING,
    AnswerValue,
    Question,
)
from nsc_program.plan._readings import Asked, Asking, Reading
from nsc_program.plan._targets import Target
from nsc_program.plan._wanted import AskedBefore, Wanted, wanted
from nsc_program.values._ranges import Range
from nsc_program.verdicts._comparisons import Compared, compare
from nsc_program.verdicts._critical_tolerances import Ends, statuses_by_tolerance
from nsc_program.verdicts._status import Status

_DEFAULT = Reading()


class _Given(Asking):
    """A stand-in for a reading.

    It gives the answers that it was created with, and the first admissible answer to every other
    question.

    Attributes:
        branches: for each answer that it could have given instead, the answers up to that one.
    """

    def __init__(self, answers: AskedBefore) -> None:
        super().__init__(_DEFAULT)
        self._given = answers
        self.branches: list[AskedBefore] = []

    def _first_answer(self, question: Question) -> Asked:
        """Return the answer to a new question, and note the other answers as branches."""
        if question.id in self._given:
            return self._given[question.id]
        first, *others = (Asked(question.id, value) for value in _values(question))
        # The last branch is followed first, so that outcomes are in the order of the answers.
        self.branches += [{**self._asked, question.id: other} for other in reversed(others)]
        return first


def _values(question: Question) -> list[AnswerValue]:
    """Return the answers to branch over; for the tolerance, only the smallest."""
    return (
        [LEAST_TOLERANCE]
        if question is TOLERANCE
        else [answer.value for answer in question.answers]
    )


class _Leaf(NamedTuple):
    """The end of a branch: a combination of answers that the decision asks for.

    Attributes:
        answers: the answers, with the smallest tolerance if that is asked for.
        wanted: what the target asks for.
        compared: the comparisons.
    """

    answers: AskedBefore
    wanted: Wanted
    compared: Compared


@final
@frozen
class AllReadings:
    """One target that is decided under all combinations of answers.

    Attributes:
        program: the plan.
        target: the target.
        figures: the figures of the plan.
        accepting: the numbers that the bound accepts, by the tolerance and the other answers.
    """

    program: Program
    target: Target
    figures: Figures
    accepting: dict[tuple[AnswerValue, ...], Range] = field(factory=dict, init=False)

    def outcomes(self) -> Iterator[tuple[tuple[Asked, ...], Range | None, Status]]:
        """Yield the answers, the tolerances and the status of each outcome, in order."""
        for leaf in self._leaves():
            others = tuple(asked for name, asked in leaf.answers.items() if name != TOLERANCE.id)
            for tolerance, status in self._statuses(leaf):
                yield others, tolerance, status

    def _leaves(self) -> Iterator[_Leaf]:
        """Yield every combination of answers that the decision asks for, with its comparisons."""
        waiting: list[AskedBefore] = [{}]
        while waiting:
            asking = _Given(waiting.pop())
            found = wanted(self.program, self.target, asking)
            compared = compare(found, self.figures, asking)
            yield _Leaf(asking.so_far, found, compared)
            waiting += asking.branches

    def _statuses(self, leaf: _Leaf) -> Iterable[tuple[Range | None, Status]]:
        """Return the statuses under some answers, by the tolerance if that is asked for."""
        if TOLERANCE.id not in leaf.answers:
            return ((None, leaf.compared.status),)

        def under(tolerance: Fraction) -> Compared:
            return self._under(leaf, self._accepted(leaf, tolerance))

        most = leaf.wanted.allowing(self._accepted(leaf, MOST_TOLERANCE))
        return statuses_by_tolerance(
            leaf.compared, self._under(leaf, most.allowed), under, self._ends(leaf.wanted, most)
        )

    def _ends(self, least: Wanted, most: Wanted) -> Ends | None:
        """Return what is accepted under two tolerances; `None` if it is not linear in them."""
        basis = self.target.basis
        if isinstance(basis, (YearlyGrowth, MeanGrowth)):
            return None
        return Ends(least.steps, most.steps, add if isinstance(basis, Difference) else mul)

    def _accepted(self, leaf: _Leaf, tolerance: Fraction) -> Range:
        """Return the numbers that the bound accepts under some answers and a tolerance.

        A bound puts only questions of the wording, so leaves that differ in what is counted share
        these numbers.
        """
        wording = (asked.answer for name, asked in leaf.answers.items() if name in WORDING)
        key = (tolerance, *wording)
        if key not in self.accepting:
            given = {**leaf.answers, TOLERANCE.id: Asked(TOLERANCE.id, tolerance)}
            self.accepting[key] = accepted(self.target.bound, _Given(given))
        return self.accepting[key]

    def _under(self, leaf: _Leaf, allowed: Range) -> Compared:
        """Return the comparisons under some answers; the tolerance changes the bound alone."""
        return compare(leaf.wanted.allowing(allowed), self.figures, _Given(leaf.answers))
