"""Which targets are attained: each decided from what its figures can still be, under one reading.

A verdict holds whatever the gaps turn out to be. There is no rule for "attained early", "no longer attainable" or
"the data do not settle it": all follow from holding what is possible against what is accepted.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias, assert_never, final

from attrs import evolve, frozen

from nsc_program._validators import shown
from nsc_program.bounds import Growth, Reached, accepted, worded
from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.figures import Figure, Figures
from nsc_program.notes import BaseMayBeZero, NoPlannedBase, Note, PartAboveWhole, UnitsDiffer
from nsc_program.periods import Period
from nsc_program.program import Program
from nsc_program.ranges import EVERYTHING, Range, times_every, times_some
from nsc_program.readings import PLANNED_BASE, WORDING, Asked, Asking, Question, Reading
from nsc_program.sources import Text
from nsc_program.targets import Indicator, Objective, Phase, Target


class Status(StrEnum):
    """What is known of a target: đạt, không đạt, đang thực hiện, chưa đủ căn cứ kết luận."""

    ATTAINED = "attained"
    MISSED = "missed"
    PENDING = "pending"
    UNDECIDED = "undecided"


@final
@frozen
class Comparison:
    """What is held against what, in the indicator's own unit.

    Attributes:
        possible: what the figure can still be.
        sure: what is accepted whatever the base of growth is; `None` if nothing is.
        perhaps: what is accepted for some base; `None` if nothing is. Without growth the same as `sure`.
        base: what the base of growth can be; `None` without growth.
    """

    period: Period
    possible: Range
    sure: Range | None
    perhaps: Range | None
    base: Range | None = None

    @property
    def holds(self) -> bool:
        """Whether the target is fulfilled whatever the gaps turn out to be."""
        return self.sure is not None and self.possible.within(self.sure)

    @property
    def fails(self) -> bool:
        """Whether it is not fulfilled whatever the gaps turn out to be."""
        return self.perhaps is None or not self.possible.meets(self.perhaps)


@final
@frozen(kw_only=True)
class Verdict:
    """Đánh giá: one target's status under one reading, and all that it rests on.

    Attributes:
        indicator: what the target is about under this reading.
        asked: the questions that the verdict rests on, with the answers they were given.
    """

    target: Target
    indicator: Indicator
    status: Status
    comparisons: tuple[Comparison, ...]
    notes: tuple[Note, ...]
    asked: tuple[Asked, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse a verdict on nothing."""
        if not self.comparisons:
            raise InvalidValue(f"verdict {self.target.id!r}: expected a comparison")


@final
@frozen(kw_only=True)
class PhaseEvaluation:
    """A phase with the verdicts on its targets.

    Its status weighs those that are not aspirational: missed if one is missed, else pending if one is, else
    undecided if one is, else attained; `None` if there are none to weigh.
    """

    id: str
    period: Period
    status: Status | None
    verdicts: tuple[Verdict, ...]


@final
@frozen(kw_only=True)
class ObjectiveFigure:
    """An aim without a number, and its figure if it has an indicator. It has no status."""

    objective: Objective
    indicator: Indicator | None
    figure: Figure | None


@final
@frozen(kw_only=True)
class Evaluation:
    """Kết quả đánh giá: everything that was decided about a program under one reading, self-contained.

    It reads like a mapping: `evaluation["2021-2025/supported"]` is one verdict, and iterating gives the targets' ids.
    """

    program: str
    edition: str
    title: Text
    as_of: date
    reading: Reading
    questions: tuple[Question, ...]
    phases: tuple[PhaseEvaluation, ...]
    objectives: tuple[ObjectiveFigure, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse an evaluation that does not explain a question it asked."""
        known = {question.id for question in self.questions}
        for asked in (asked for verdict in self.verdicts for asked in verdict.asked):
            if asked.question not in known:
                raise InvalidValue(f"evaluation: there is no question {shown(asked.question)}")

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on all targets, in order."""
        return tuple(verdict for phase in self.phases for verdict in phase.verdicts)

    @cached_property
    def _verdicts(self) -> Mapping[str, Verdict]:
        return {verdict.target.id: verdict for verdict in self.verdicts}

    def __getitem__(self, target_id: str) -> Verdict:
        """The verdict on one target.

        Raises:
            UnknownId: if there is no such target.
        """
        if target_id not in self._verdicts:
            raise UnknownId("target", target_id, tuple(self._verdicts))
        return self._verdicts[target_id]

    def __contains__(self, target_id: object) -> bool:
        """Whether there is a verdict on this target."""
        return target_id in self._verdicts

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the targets, in order."""
        return iter(self._verdicts)

    def __len__(self) -> int:
        """Count the verdicts."""
        return len(self._verdicts)

    def phase(self, phase_id: str) -> PhaseEvaluation:
        """What was decided about one phase.

        Raises:
            UnknownId: if there is no such phase.
        """
        phases = {phase.id: phase for phase in self.phases}
        if phase_id not in phases:
            raise UnknownId("phase", phase_id, tuple(phases))
        return phases[phase_id]


def evaluate(program: Program, figures: Figures, reading: Reading = Reading()) -> Evaluation:
    """Decide every target of a program from its figures, under one reading.

    Raises:
        UnknownId: if the reading answers a question that the program does not have.
        InvalidValue: if it gives an answer that is not admissible.
    """
    own = tuple(question.id for question in program.questions)
    for question, _ in reading.choices:
        if question not in own:
            raise UnknownId("question of the plan", question, own)
    verdicts = {target.id: decide(program, target.id, figures, Asking(reading)) for target in program.targets}
    verdicts |= {verdict.target.id: verdict for verdict in _parts_above_wholes(verdicts)}
    asked = {asked.question for verdict in verdicts.values() for asked in verdict.asked}
    return Evaluation(
        program=program.id,
        edition=program.edition,
        title=program.title,
        as_of=figures.as_of,
        reading=reading,
        questions=tuple(question for question in (*WORDING.values(), *program.questions) if question.id in asked),
        phases=tuple(_phase(phase, [verdicts[target.id] for target in phase.targets]) for phase in program.phases),
        objectives=tuple(_objective(program, objective, figures) for objective in program.objectives),
    )


def decide(program: Program, target_id: str, figures: Figures, asking: Asking) -> Verdict:
    """Decide one target, with every open question put to `asking`."""
    target, period = program.target(target_id), program.phase_of(target_id).period
    indicator = program.resolve(target, asking)
    now = figures.figure(indicator, period)
    allowed = accepted(target.bound, asking)
    base_notes: tuple[Note, ...] = ()
    end = period.end
    match target.basis:
        case Reached():
            comparison = Comparison(period, now.range, allowed, allowed)
        case Growth(since):
            base, base_notes = _base(program, indicator, since, figures, asking)
            comparison = _growth(period, now.range, allowed, base)
            end = max(end, since.end)
        case _:  # pragma: no cover
            assert_never(target.basis)
    comparison = _whole(comparison) if indicator.unit.whole else comparison
    return Verdict(
        target=target,
        indicator=indicator,
        status=_status(comparison, is_open=figures.as_of < end),
        comparisons=(comparison,),
        notes=tuple(dict.fromkeys((*now.notes, *base_notes))),
        asked=asking.asked,
    )


def _status(comparison: Comparison, *, is_open: bool) -> Status:
    if comparison.holds:
        return Status.ATTAINED
    if comparison.fails:
        return Status.MISSED
    return Status.PENDING if is_open else Status.UNDECIDED


def _whole(comparison: Comparison) -> Comparison:
    """In whole numbers, where only those exist: above 2,000 is from 2,001."""
    sure, perhaps = (each and each.whole() for each in (comparison.sure, comparison.perhaps))
    return evolve(comparison, sure=sure, perhaps=perhaps)


_POSITIVE = Range.above(0)
_Base: TypeAlias = tuple[Range | None, tuple[Note, ...]]


def _growth(period: Period, now: Range, percent: Range, base: Range | None) -> Comparison:
    """Hold the figure against accepted growth x base: nothing is divided, and gaps are in things counted.

    Growth from a base that is unknown or may be zero never decides: nothing is accepted for sure, anything perhaps.
    """
    if base is None or not base.within(_POSITIVE):
        return Comparison(period, now, None, EVERYTHING, base)
    low, high = (None if end is None else 1 + end / 100 for end in (percent.low, percent.high))
    factors = Range(low, high, low_open=percent.low_open, high_open=percent.high_open)
    return Comparison(period, now, times_every(factors, base), times_some(factors, base), base)


def _base(program: Program, indicator: Indicator, since: Period, figures: Figures, asking: Asking) -> _Base:
    """What growth is measured from: what the base period achieved, or under that reading what it planned.

    H6 "tăng ít nhất 50% số lượng người so với giai đoạn 2021-2025"; H9 in enterprises.
    """
    achieved = figures.figure(indicator, since)
    base = achieved.range
    notes: tuple[Note, ...] = achieved.notes
    planning = program.planned(indicator, since)
    if planning is None:
        notes = (*notes, NoPlannedBase(indicator.id, since))
    elif asking.yes(PLANNED_BASE):
        unit = program.resolve(planning, asking).unit
        if unit != indicator.unit:
            return None, (UnitsDiffer(indicator.id, since, indicator.unit, unit),)
        base, notes = worded(planning.bound), ()
    return base, notes if base.within(_POSITIVE) else (*notes, BaseMayBeZero(indicator.id, since))


def _parts_above_wholes(verdicts: Mapping[str, Verdict]) -> Iterable[Verdict]:
    """Both verdicts wherever a part (trong đó) is certainly above its whole, with a note."""
    noted: dict[str, Verdict] = {}
    for part in verdicts.values():
        whole = verdicts.get(part.target.part_of or "")
        if whole is not None and _certainly_above(part, whole):
            note = PartAboveWhole(part.target.id, whole.target.id)
            for verdict in (part, whole):
                before = noted.get(verdict.target.id, verdict)
                noted[verdict.target.id] = evolve(before, notes=(*before.notes, note))
    return noted.values()


def _certainly_above(part: Verdict, whole: Verdict) -> bool:
    ours, theirs = part.comparisons[0], whole.comparisons[0]
    if (part.indicator.unit, part.target.basis, ours.period) != (
        whole.indicator.unit,
        whole.target.basis,
        theirs.period,
    ):
        return False
    least, most = ours.possible.low, theirs.possible.high
    return least is not None and most is not None and least > most


_WEIGHT = (Status.MISSED, Status.PENDING, Status.UNDECIDED, Status.ATTAINED)


def _phase(phase: Phase, verdicts: Iterable[Verdict]) -> PhaseEvaluation:
    verdicts = tuple(verdicts)
    # "phấn đấu" (H2, H9): shown, never weighed
    weighed = {verdict.status for verdict in verdicts if not verdict.target.aspirational}
    status = next((status for status in _WEIGHT if status in weighed), None)
    return PhaseEvaluation(id=phase.id, period=phase.period, status=status, verdicts=verdicts)


def _objective(program: Program, objective: Objective, figures: Figures) -> ObjectiveFigure:
    if objective.indicator is None:
        return ObjectiveFigure(objective=objective, indicator=None, figure=None)
    period = program.period if objective.phase is None else program.phase(objective.phase).period
    indicator = program.indicator(objective.indicator)
    return ObjectiveFigure(objective=objective, indicator=indicator, figure=figures.figure(indicator, period))
