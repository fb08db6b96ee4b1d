"""Which targets are attained: each decided from what its figures can still be, under one reading.

A verdict holds whatever the gaps turn out to be. There is no rule for "attained early", "no longer attainable" or
"the data do not settle it": all follow from holding what is possible against what is accepted.
"""

import re
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, final

from attrs import Attribute, evolve, field, frozen

from nsc_program._validators import is_id, is_text, shown
from nsc_program._values import Value
from nsc_program.canonical import LIBRARY, digest
from nsc_program.comparisons import Comparison, Status, compare
from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.figures import Figure, Figures
from nsc_program.notes import Note, PartAboveWhole
from nsc_program.periods import Period
from nsc_program.program import Program
from nsc_program.readings import WORDING, Asked, Asking, Question, Reading
from nsc_program.sources import Text
from nsc_program.targets import Indicator, Objective, Phase, Target


@final
@frozen(kw_only=True)
class Verdict(Value):
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
            raise InvalidValue.at(
                "comparisons",
                code="empty",
                vi=f"kết luận về mục tiêu {self.target.id!r} cần ít nhất một so sánh",
                en=f"the verdict on target {self.target.id!r} needs a comparison",
            )


@final
@frozen(kw_only=True)
class PhaseEvaluation(Value):
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
class ObjectiveFigure(Value):
    """An aim without a number, and its figure if it has an indicator. It has no status."""

    objective: Objective
    indicator: Indicator | None
    figure: Figure | None


T_co = TypeVar("T_co", covariant=True)


class ByTarget(Mapping[str, T_co]):
    """Something of each target, by the targets' ids, in the order of the plan."""

    __slots__ = ()

    @property
    @abstractmethod
    def _by_id(self) -> Mapping[str, T_co]: ...

    def __getitem__(self, target_id: str) -> T_co:
        """What there is of one target.

        Raises:
            UnknownId: if there is no such target.
        """
        if target_id not in self._by_id:
            raise UnknownId("target", target_id, tuple(self._by_id))
        return self._by_id[target_id]

    def __contains__(self, target_id: object) -> bool:
        """Whether there is such a target."""
        return target_id in self._by_id

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the targets, in order."""
        return iter(self._by_id)

    def __len__(self) -> int:
        """Count the targets."""
        return len(self._by_id)


_DIGEST = re.compile(r"[0-9a-f]{64}")


def _is_digest(instance: object, attribute: "Attribute[str]", value: str) -> None:
    is_text(instance, attribute, value)
    if not _DIGEST.fullmatch(value):
        raise InvalidValue.at(
            attribute.name,
            code="not-a-digest",
            vi="cần 64 chữ số thập lục phân viết thường",
            en="expected 64 hexadecimal digits in lower case",
        )


@frozen(kw_only=True)
class Result(Value):
    """What every result says of itself: about what it is, as of when, and what it was made from by whom.

    Attributes:
        program, edition, title: of the plan.
        library: this library, with the version that decided.
        digest: SHA-256 of the plan's document, the figures' and the reading's (`nsc_program.canonical.digest`): who
            holds these three can tell whether it is they that the result rests on.
    """

    program: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    title: Text
    as_of: date
    library: str = field(validator=is_id)
    digest: str = field(validator=_is_digest)


def about(program: Program, figures: Figures, reading: Reading | None = None) -> dict[str, Any]:
    """The fields of a `Result`."""
    return {
        "program": program.id,
        "edition": program.edition,
        "title": program.title,
        "as_of": figures.as_of,
        "library": LIBRARY,
        "digest": digest(program, figures, reading),
    }


def check_explained(questions: Iterable[Question], asked: Iterable[Asked]) -> None:
    """Refuse a result that rests on a question without saying what it is."""
    known = {question.id for question in questions}
    for each in asked:
        if each.question not in known:
            name = shown(each.question)
            raise InvalidValue.at(
                "questions",
                code="question-missing",
                vi=f"điểm chưa rõ {name} được hỏi đến nhưng không có ở đây; bổ sung vào",
                en=f"{name} is asked, and not among them; add it",
            )


def check_once(targets: Iterable[Target]) -> None:
    """Refuse a result that is about one target twice."""
    for name, times in Counter(target.id for target in targets).items():
        if times > 1:
            raise InvalidValue.at(
                code="repeated",
                vi=f"mục tiêu {shown(name)} ghi hai lần; bỏ bớt một",
                en=f"target {shown(name)} stands twice; leave one out",
            )


@final
@frozen(kw_only=True)
class Evaluation(Result, ByTarget[Verdict]):
    """Kết quả đánh giá: everything that was decided about a program under one reading, self-contained.

    It is a mapping: `evaluation["2021-2025/supported"]` is one verdict, and iterating gives the targets' ids.
    """

    reading: Reading
    questions: tuple[Question, ...]
    phases: tuple[PhaseEvaluation, ...]
    objectives: tuple[ObjectiveFigure, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse an evaluation that does not explain a question it asked, or judges a target twice."""
        check_explained(self.questions, (asked for verdict in self.verdicts for asked in verdict.asked))
        check_once(verdict.target for verdict in self.verdicts)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on all targets, in order."""
        return tuple(verdict for phase in self.phases for verdict in phase.verdicts)

    @cached_property
    def _by_id(self) -> Mapping[str, Verdict]:
        return {verdict.target.id: verdict for verdict in self.verdicts}

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
            raise UnknownId("question of the plan", question, own if question in WORDING else (*own, *WORDING))
    verdicts = {target.id: decide(program, target.id, figures, Asking(reading)) for target in program.targets}
    verdicts |= {verdict.target.id: verdict for verdict in _parts_above_wholes(verdicts)}
    asked = {asked.question for verdict in verdicts.values() for asked in verdict.asked}
    return Evaluation(
        **about(program, figures, reading),
        reading=reading,
        questions=tuple(question for question in (*WORDING.values(), *program.questions) if question.id in asked),
        phases=tuple(_phase(phase, [verdicts[target.id] for target in phase.targets]) for phase in program.phases),
        objectives=tuple(_objective(program, objective, figures) for objective in program.objectives),
    )


def decide(program: Program, target_id: str, figures: Figures, asking: Asking) -> Verdict:
    """Decide one target, with every open question put to `asking`."""
    compared = compare(program, target_id, figures, asking)
    return Verdict(
        target=program.target(target_id),
        indicator=compared.indicator,
        status=compared.status,
        comparisons=compared.comparisons,
        notes=compared.notes,
        asked=asking.asked,
    )


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
    if (part.indicator.unit, part.target.basis) != (whole.indicator.unit, whole.target.basis):
        return False
    theirs = {each.period: each.possible.high for each in whole.comparisons}
    return any(
        least is not None and most is not None and least > most
        for least, most in ((ours.possible.low, theirs.get(ours.period)) for ours in part.comparisons)
    )


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
