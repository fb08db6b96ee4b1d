"""Which statuses a target has under every admissible reading, and which questions it hinges on.

The decision itself is run with a stand-in for a reading that notes every question it is asked; there the other answers
branch off. So no list of questions can differ from what the decision asks.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.figures._tally import Figures
from nsc_program.plan._bounds import YearlyGrowth, accepted
from nsc_program.plan._program import Program
from nsc_program.plan._readings import (
    LEAST_TOLERANCE,
    TOLERANCE,
    WORDING,
    AnswerValue,
    Asked,
    Asking,
    Question,
    Reading,
)
from nsc_program.plan._targets import Target
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._comparisons import Compared, compare
from nsc_program.verdicts._evaluation import (
    ByTarget,
    Result,
    about,
    check_explained,
    check_in_force,
    check_once,
)
from nsc_program.verdicts._hinges import (
    Case,
    Group,
    contradict,
    grouped,
    is_hinge,
    is_hinge_of_tolerance,
)
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._tolerances import statuses_by_tolerance


@final
@frozen
class Outcome(Value):
    """The status under some readings: those that give these answers, whatever else they say.

    Attributes:
        answers: to every question that was asked but the tolerance, in the order they were asked.
        tolerance: the tolerances for which it is so; `None` where none was asked for.
    """

    answers: tuple[Asked, ...] = field(validator=tuple_of(is_a(Asked)))
    tolerance: Range | None = field(validator=optional(is_a(Range)))
    status: Status = field(validator=is_a(Status))

    def agrees(self, answers: Mapping[str, AnswerValue]) -> bool:
        """Whether a reading that gives these answers, and may give any other, can lead here."""
        tolerance = answers.get(TOLERANCE.id)
        return all(
            answers.get(question, answer) == answer for question, answer in _pairs(self.answers)
        ) and (
            self.tolerance is None
            or not isinstance(tolerance, Fraction)
            or tolerance in self.tolerance
        )

    def excludes(self, other: "Outcome") -> tuple[str, ...]:
        """The questions that the two answer differently: no reading leads to both unless there are none."""
        given = dict(_pairs(other.answers))
        apart = [
            asked.question
            for asked in self.answers
            if given.get(asked.question, asked.answer) != asked.answer
        ]
        if self.tolerance and other.tolerance and not self.tolerance.meets(other.tolerance):
            apart.append(TOLERANCE.id)
        return tuple(apart)


def _pairs(answers: Iterable[Asked]) -> Iterator[tuple[str, AnswerValue]]:
    return ((asked.question, asked.answer) for asked in answers)


@final
@frozen
class TargetSweep(Value):
    """What becomes of one target under every admissible reading."""

    FOLLOWS: ClassVar = ("statuses", "settled", "hinges", "critical_tolerances")

    target: Target = field(validator=is_a(Target))
    outcomes: tuple[Outcome, ...] = field(validator=tuple_of(is_a(Outcome)))

    def __attrs_post_init__(self) -> None:
        """Refuse a target of which nothing becomes, and outcomes that cannot all be."""
        if not self.outcomes:
            raise InvalidValue.at(
                "outcomes",
                code="empty",
                vi=f"mục tiêu {self.target.id!r} cần ít nhất một kết quả",
                en=f"target {self.target.id!r} needs an outcome",
            )
        if {Status.PENDING, Status.UNDECIDED} <= {outcome.status for outcome in self.outcomes}:
            raise InvalidValue.at(
                "outcomes",
                code="pending-and-undecided",
                vi=f"mục tiêu {self.target.id!r} vừa “pending” vừa “undecided”; giai đoạn của mục tiêu hoặc đã hết, "
                "hoặc chưa hết, dù hiểu theo cách nào",
                en=f"target {self.target.id!r} is both pending and undecided; whether its phase is over is not a "
                "question of reading, so only one of the two can be",
            )
        if not self.settled and contradict(self._groups()):
            raise InvalidValue.at(
                "outcomes",
                code="contradicting-outcomes",
                vi=f"mục tiêu {self.target.id!r}: cùng một cách hiểu dẫn đến hai trạng thái khác nhau; hãy xóa một",
                en=f"target {self.target.id!r}: one reading leads to two statuses; remove one of the outcomes",
            )

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses it can have, the best first."""
        found = {outcome.status for outcome in self.outcomes}
        return tuple(
            status
            for status in (Status.ATTAINED, Status.PENDING, Status.UNDECIDED, Status.MISSED)
            if status in found
        )

    @property
    def settled(self) -> bool:
        """Whether every admissible reading gives the same status."""
        return len(self.statuses) == 1

    @cached_property
    def hinges(self) -> tuple[str, ...]:
        """The ids of the questions that decide the status: another answer to one of them alone can change it."""
        if self.settled:
            return ()
        groups = self._groups()
        asked = dict.fromkeys(
            asked.question for outcome in self.outcomes for asked in outcome.answers
        )
        tolerance = (TOLERANCE.id,) if is_hinge_of_tolerance(groups) else ()
        return (*(question for question in asked if is_hinge(question, groups)), *tolerance)

    def _groups(self) -> list[Group]:
        return grouped(
            Case(dict(_pairs(each.answers)), each.tolerance, each.status) for each in self.outcomes
        )

    @property
    def critical_tolerances(self) -> tuple[Fraction, ...]:
        """The tolerances at which the status changes, under some answers to the other questions."""
        ranges = [outcome.tolerance for outcome in self.outcomes if outcome.tolerance]
        starts = {
            each.low
            for each in ranges
            if each.low is not None and (each.low > LEAST_TOLERANCE or each.low_open)
        }
        return tuple(sorted(starts))


@final
@frozen(kw_only=True, repr=False)
class Sweep(Result, ByTarget[TargetSweep]):
    """Every target of a program under every admissible reading, a mapping of targets' ids.

    Its digest is that of the plan and the figures alone.
    """

    questions: tuple[Question, ...] = field(validator=tuple_of(is_a(Question)))
    targets: tuple[TargetSweep, ...] = field(validator=tuple_of(is_a(TargetSweep)))

    def __attrs_post_init__(self) -> None:
        """Refuse a sweep that does not explain a question it asked, or is about one target twice."""
        outcomes = [outcome for each in self.targets for outcome in each.outcomes]
        check_explained(
            self.questions, (asked for outcome in outcomes for asked in outcome.answers)
        )
        check_once(each.target for each in self.targets)

    def __repr__(self) -> str:
        """Return one line: how many targets have the same status under every reading."""
        settled = sum(target.settled for target in self.targets)
        return self._in_short(f"{len(self.targets)} targets, {settled} settled")

    @cached_property
    def _by_id(self) -> Mapping[str, TargetSweep]:
        return {each.target.id: each for each in self.targets}

    def varying(
        self, target_id: str, question_id: str, reading: Reading = Reading()
    ) -> tuple[Outcome, ...]:
        """What becomes of a target under a reading if the answer to one question is left open.

        Raises:
            UnknownId: if there is no such target, or the question is not asked of any.
        """
        asked = tuple(question.id for question in self.questions)
        if question_id not in asked:
            raise UnknownId("question that is asked", question_id, asked)
        answers = {
            question.id: reading.answer(question)
            for question in self.questions
            if question.id != question_id
        }
        return tuple(outcome for outcome in self[target_id].outcomes if outcome.agrees(answers))


def sweep(program: Program, figures: Figures) -> Sweep:
    """Decide every target under every admissible reading.

    Equal to evaluating under all of them; for the tolerance, which has endlessly many, the statuses at its two ends
    decide, since one that grows never leads from attained back (law 9).

    Raises:
        InvalidValue: if this edition of the program was not in force yet on the day of judgement.
    """
    check_in_force(program, figures.as_of)
    figures.check_made_for(program)
    targets = tuple(
        TargetSweep(target, tuple(_Deciding(program, target, figures).outcomes()))
        for target in program.targets
    )
    asked = {
        asked.question for each in targets for outcome in each.outcomes for asked in outcome.answers
    }
    asked |= {TOLERANCE.id for each in targets for outcome in each.outcomes if outcome.tolerance}
    return Sweep(
        **about(program, figures),
        questions=tuple(
            question for question in (*WORDING.values(), *program.questions) if question.id in asked
        ),
        targets=targets,
    )


_DEFAULT = Reading()


class _Given(Asking):
    """A stand-in for a reading: it answers what it is given, and anything else with the first admissible answer.

    Attributes:
        branches: for each other answer that it could have given, the answers up to that one.
    """

    def __init__(self, answers: Mapping[str, AnswerValue]) -> None:
        super().__init__(_DEFAULT)
        self._given = answers
        self.branches: list[Mapping[str, AnswerValue]] = []

    @property
    def answers(self) -> Mapping[str, AnswerValue]:
        """The answers so far, in the order in which they were asked for."""
        return self._asked

    def answer(self, question: Question) -> AnswerValue:
        """Answer as given, or first."""
        if question.id in self._asked:
            return self._asked[question.id]
        if question.id in self._given:
            value = self._given[question.id]
        else:
            value, *others = _values(question)
            # The last is looked at first, so that outcomes stand in the order of the answers.
            self.branches += [{**self._asked, question.id: other} for other in reversed(others)]
        self._asked[question.id] = value
        return value


def _values(question: Question) -> list[AnswerValue]:
    """The answers to branch over; the tolerance stands at its least."""
    return (
        [LEAST_TOLERANCE]
        if question is TOLERANCE
        else [answer.value for answer in question.answers]
    )


@final
@frozen
class _Deciding:
    """One target, to be decided under answers of any kind."""

    program: Program
    target: Target
    figures: Figures

    def outcomes(self) -> Iterator[Outcome]:
        for answers, compared in self._leaves():
            others = tuple(Asked(*pair) for pair in answers.items() if pair[0] != TOLERANCE.id)
            if TOLERANCE.id in answers:
                for tolerance, status in self._by_tolerance(answers, compared):
                    yield Outcome(others, tolerance, status)
            else:
                yield Outcome(others, None, compared.status)

    def _leaves(self) -> Iterator[tuple[Mapping[str, AnswerValue], Compared]]:
        """Every combination of answers that the decision asks for."""
        waiting: list[Mapping[str, AnswerValue]] = [{}]
        while waiting:
            asking = _Given(waiting.pop())
            compared = compare(self.program, self.target.id, self.figures, asking)
            yield asking.answers, compared
            waiting += asking.branches

    def _by_tolerance(
        self, answers: Mapping[str, AnswerValue], least: Compared
    ) -> Iterator[tuple[Range, Status]]:
        def under(tolerance: Fraction) -> Compared:
            return compare(
                self.program,
                self.target.id,
                self.figures,
                _Given({**answers, TOLERANCE.id: tolerance}),
            )

        def allowed(tolerance: Fraction) -> Range:
            return accepted(self.target.bound, _Given({**answers, TOLERANCE.id: tolerance}))

        return statuses_by_tolerance(
            least, under, None if isinstance(self.target.basis, YearlyGrowth) else allowed
        )
