"""Sweep: each target's status under all admissible readings, and the questions it hinges on."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import starmap
from typing import ClassVar, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.figures._figures import Figures
from nsc_program.plan._program import Program
from nsc_program.plan._questions import LEAST_TOLERANCE, TOLERANCE, AnswerValue, Question
from nsc_program.plan._readings import Asked, Reading
from nsc_program.plan._targets import Target
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, require, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._all_readings import AllReadings
from nsc_program.verdicts._hinges import (
    Case,
    Group,
    contradict,
    grouped,
    is_hinge,
    is_hinge_of_tolerance,
)
from nsc_program.verdicts._results import (
    ByTarget,
    Result,
    about,
    check_explained,
    check_once,
    check_suits,
)
from nsc_program.verdicts._status import Status


@final
@frozen
class Outcome(Value):
    """The status of a target under all readings that give certain answers.

    Attributes:
        answers: the answers to all questions that were asked, except the tolerance, in the order in
            which they were asked.
        tolerance: the tolerances of these readings; `None` if the tolerance was not asked for.
        status: the status.
    """

    answers: tuple[Asked, ...] = field(validator=tuple_of(is_a(Asked)))
    tolerance: Range | None = field(validator=optional(is_a(Range)))
    status: Status = field(validator=is_a(Status))

    def agrees(self, answers: Mapping[str, AnswerValue]) -> bool:
        """Return whether a reading with some answers can lead to this outcome.

        Args:
            answers: the answers, by the ids of the questions; a question without an answer may be
                answered in any way.
        """
        for question, answer in _pairs(self.answers):
            if answers.get(question, answer) != answer:
                return False
        tolerance = answers.get(TOLERANCE.id)
        if self.tolerance is None or not isinstance(tolerance, Fraction):
            return True
        return tolerance in self.tolerance

    def excludes(self, other: "Outcome") -> tuple[str, ...]:
        """Return the questions that two outcomes answer differently.

        If there are any, no reading leads to both outcomes.

        Args:
            other: the other outcome.
        """
        others = dict(_pairs(other.answers))
        answers = _pairs(self.answers)
        apart = [question for question, answer in answers if others.get(question, answer) != answer]
        if self.tolerance and other.tolerance and not self.tolerance.meets(other.tolerance):
            apart.append(TOLERANCE.id)
        return tuple(apart)


def _asked(outcomes: Iterable[Outcome]) -> dict[str, None]:
    """Return the ids of the questions that outcomes answer, except the tolerance, in order."""
    return dict.fromkeys(asked.question for outcome in outcomes for asked in outcome.answers)


def _pairs(answers: Iterable[Asked]) -> Iterator[tuple[str, AnswerValue]]:
    return ((asked.question, asked.answer) for asked in answers)


_BEST_FIRST = (Status.ATTAINED, Status.PENDING, Status.UNDECIDED, Status.MISSED)


@final
@frozen
class TargetSweep(Value):
    """The outcomes of one target under all admissible readings.

    Attributes:
        target: the target.
        outcomes: the outcomes; every admissible reading leads to one of them.

    Raises:
        InvalidValue: if there are no outcomes, or outcomes that contradict each other.
    """

    FOLLOWS: ClassVar = ("statuses", "settled", "hinges", "critical_tolerances")

    target: Target = field(validator=is_a(Target))
    outcomes: tuple[Outcome, ...] = field(validator=tuple_of(is_a(Outcome)))

    def __attrs_post_init__(self) -> None:
        """Reject a target without outcomes, and outcomes that contradict each other."""
        if not self.outcomes:
            raise _no_outcome(self.target)
        if {Status.PENDING, Status.UNDECIDED} <= {*self.statuses}:
            raise _open_and_over(self.target)
        if not self.settled and contradict(self._groups()):
            raise _contradicting(self.target)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that the target can have, the best first."""
        statuses = {outcome.status for outcome in self.outcomes}
        return tuple(status for status in _BEST_FIRST if status in statuses)

    @property
    def settled(self) -> bool:
        """Whether every admissible reading gives the same status."""
        return len(self.statuses) == 1

    @cached_property
    def hinges(self) -> tuple[str, ...]:
        """The ids of the questions that decide the status.

        If only the answer to one of them changes, the status can change.
        """
        if self.settled:
            return ()
        groups = self._groups()
        hinges = [question for question in _asked(self.outcomes) if is_hinge(question, groups)]
        if is_hinge_of_tolerance(groups):
            hinges.append(TOLERANCE.id)
        return tuple(hinges)

    def _groups(self) -> list[Group]:
        return grouped(
            Case(dict(_pairs(outcome.answers)), outcome.tolerance, outcome.status)
            for outcome in self.outcomes
        )

    @property
    def critical_tolerances(self) -> tuple[Fraction, ...]:
        """The tolerances at which the status changes, for some answers to the other questions."""
        ranges = [outcome.tolerance for outcome in self.outcomes if outcome.tolerance]
        starts = {
            tolerance.low
            for tolerance in ranges
            if tolerance.low is not None and (tolerance.low > LEAST_TOLERANCE or tolerance.low_open)
        }
        return tuple(sorted(starts))


def _no_outcome(target: Target) -> InvalidValue:
    return InvalidValue.at(
        "outcomes",
        code="empty",
        vi=f"mục tiêu {target.id!r} cần ít nhất một kết quả",
        en=f"target {target.id!r} needs an outcome",
    )


def _open_and_over(target: Target) -> InvalidValue:
    return InvalidValue.at(
        "outcomes",
        code="pending-and-undecided",
        vi=f"mục tiêu {target.id!r} vừa “pending” vừa “undecided”; giai đoạn của "
        "mục tiêu hoặc đã hết, hoặc chưa hết, dù hiểu theo cách nào",
        en=f"target {target.id!r} is both pending and undecided; its phase is either "
        "over or not, whatever the reading",
    )


def _contradicting(target: Target) -> InvalidValue:
    return InvalidValue.at(
        "outcomes",
        code="contradicting-outcomes",
        vi=f"mục tiêu {target.id!r}: cùng một cách hiểu dẫn đến hai trạng thái khác "
        "nhau; hãy xóa một",
        en=f"target {target.id!r}: one reading leads to two statuses; remove one of the outcomes",
    )


@final
@frozen(kw_only=True, repr=False)
class Sweep(Result, ByTarget[TargetSweep]):
    """Every target of a plan under all admissible readings.

    A sweep is a mapping from the ids of targets to their outcomes, in the order of the plan. Its
    digest covers the plan and the figures, and not a reading.

    Attributes:
        questions: the questions that the outcomes rest on.
        targets: the targets, with their outcomes.

    Raises:
        InvalidValue: if a question is not listed, or a target appears twice.
    """

    questions: tuple[Question, ...] = field(validator=tuple_of(is_a(Question)))
    targets: tuple[TargetSweep, ...] = field(validator=tuple_of(is_a(TargetSweep)))

    def __attrs_post_init__(self) -> None:
        """Reject questions that are not listed, and repeated targets."""
        outcomes = [outcome for swept in self.targets for outcome in swept.outcomes]
        check_explained(
            self.questions, (asked for outcome in outcomes for asked in outcome.answers)
        )
        check_once(swept.target for swept in self.targets)

    def __repr__(self) -> str:
        """Return one line that says how many targets have one status under all readings."""
        settled = [swept for swept in self.targets if swept.settled]
        return self._in_short(f"{len(self.targets)} targets, {len(settled)} settled")

    @cached_property
    def _by_id(self) -> Mapping[str, TargetSweep]:
        return {swept.target.id: swept for swept in self.targets}

    def varying(
        self, target_id: str, question_id: str, reading: Reading = Reading()
    ) -> tuple[Outcome, ...]:
        """Return the outcomes of a target under a reading that leaves one question open.

        Args:
            target_id: the id of the target.
            question_id: the id of the question that is left open.
            reading: the answers to all other questions.

        Raises:
            UnknownId: if there is no target of this id, or no target asks the question.
        """
        asked = {question.id: question for question in self.questions}
        if question_id not in asked:
            raise UnknownId("question that is asked", question_id, tuple(asked))
        del asked[question_id]
        answers = {name: reading.answer(question) for name, question in asked.items()}
        return tuple(outcome for outcome in self[target_id].outcomes if outcome.agrees(answers))


def sweep(program: Program, figures: Figures) -> Sweep:
    """Decide every target under all admissible readings.

    The result equals that of evaluating under each reading. The tolerance has infinitely many
    values, but the statuses at its two ends suffice: as the tolerance grows, a target never turns
    from attained back to another status (law 9).

    Args:
        program: the plan.
        figures: the figures for this plan, as `tally` returns them.

    Returns:
        The outcomes of each target, and the questions that they rest on.

    Raises:
        InvalidValue: if this edition of the plan was not in force yet on the day of judgement, or
            if the figures were made for another plan.
    """
    require(Program, "program", program)
    require(Figures, "figures", figures)
    check_suits(program, figures)
    targets = tuple(_swept(program, target, figures) for target in program.targets)
    outcomes = [outcome for swept in targets for outcome in swept.outcomes]
    asked = set(_asked(outcomes))
    if any(outcome.tolerance for outcome in outcomes):
        asked.add(TOLERANCE.id)
    return Sweep(**about(program, figures, asked), targets=targets)


def _swept(program: Program, target: Target, figures: Figures) -> TargetSweep:
    outcomes = AllReadings(program, target, figures).outcomes()
    return TargetSweep(target, tuple(starmap(Outcome, outcomes)))
