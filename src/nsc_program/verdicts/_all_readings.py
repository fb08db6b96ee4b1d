"""The decision on a target under all admissible readings.

The decision itself runs with a stand-in for a reading. The stand-in notes every question that it is
asked, and the other answers branch off there. So it always asks the same questions as the decision.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import final

from attrs import frozen

from nsc_program.figures._tally import Figures
from nsc_program.plan._bounds import YearlyGrowth, accepted
from nsc_program.plan._program import Program
from nsc_program.plan._questions import LEAST_TOLERANCE, TOLERANCE, AnswerValue, Question
from nsc_program.plan._readings import Asked, Asking, Reading
from nsc_program.plan._targets import Target
from nsc_program.values._ranges import Range
from nsc_program.verdicts._comparisons import Compared, compare
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._tolerances import statuses_by_tolerance

_DEFAULT = Reading()


class _Given(Asking):
    """A stand-in for a reading.

    It gives the answers that it was created with, and the first admissible answer to every other
    question.

    Attributes:
        branches: for each answer that it could have given instead, the answers up to that one.
    """

    def __init__(self, answers: Mapping[str, AnswerValue]) -> None:
        super().__init__(_DEFAULT)
        self._given = answers
        self.branches: list[Mapping[str, AnswerValue]] = []

    @property
    def answers(self) -> Mapping[str, AnswerValue]:
        """The answers so far, in the order in which the questions were asked."""
        return self._asked

    def answer(self, question: Question) -> AnswerValue:
        """Return the given answer or, without one, the first admissible answer."""
        if question.id not in self._asked:
            self._asked[question.id] = self._first_answer(question)
        return self._asked[question.id]

    def _first_answer(self, question: Question) -> AnswerValue:
        """Return the answer to a new question, and note the other answers as branches."""
        if question.id in self._given:
            return self._given[question.id]
        first, *others = _values(question)
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


@final
@frozen
class AllReadings:
    """One target that is decided under all combinations of answers.

    Attributes:
        program: the plan.
        target: the target.
        figures: the figures of the plan.
    """

    program: Program
    target: Target
    figures: Figures

    def outcomes(self) -> Iterator[tuple[tuple[Asked, ...], Range | None, Status]]:
        """Yield the answers, the tolerances and the status of each outcome, in order."""
        for answers, compared in self._leaves():
            others = tuple(_except_tolerance(answers))
            for tolerance, status in self._statuses(answers, compared):
                yield others, tolerance, status

    def _leaves(self) -> Iterator[tuple[Mapping[str, AnswerValue], Compared]]:
        """Yield every combination of answers that the decision asks for, with its comparisons."""
        waiting: list[Mapping[str, AnswerValue]] = [{}]
        while waiting:
            asking = _Given(waiting.pop())
            compared = self._compare(asking)
            yield asking.answers, compared
            waiting += asking.branches

    def _compare(self, asking: Asking) -> Compared:
        return compare(self.program, self.target.id, self.figures, asking)

    def _statuses(
        self, answers: Mapping[str, AnswerValue], least: Compared
    ) -> Iterable[tuple[Range | None, Status]]:
        """Return the statuses under some answers, by the tolerance if that is asked for."""
        if TOLERANCE.id not in answers:
            return ((None, least.status),)

        def asking(tolerance: Fraction) -> Asking:
            return _Given({**answers, TOLERANCE.id: tolerance})

        return self._by_tolerance(asking, least)

    def _by_tolerance(
        self, asking: Callable[[Fraction], Asking], least: Compared
    ) -> Iterator[tuple[Range, Status]]:
        """Yield the statuses under all tolerances, as ranges of tolerances."""

        def under(tolerance: Fraction) -> Compared:
            return self._compare(asking(tolerance))

        def allowed(tolerance: Fraction) -> Range:
            return accepted(self.target.bound, asking(tolerance))

        is_linear = not isinstance(self.target.basis, YearlyGrowth)
        return statuses_by_tolerance(least, under, allowed if is_linear else None)


def _except_tolerance(answers: Mapping[str, AnswerValue]) -> Iterator[Asked]:
    for question, answer in answers.items():
        if question != TOLERANCE.id:
            yield Asked(question, answer)
