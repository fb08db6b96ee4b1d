"""Evaluation: the verdict on every target of a plan, under one reading.

A verdict is decided from the values that the target's figures can still take, so it holds whatever
the gaps in the data turn out to be. "Attained early", "no longer attainable" and "the data do not
decide it" need no rules of their own: all follow from comparing the possible values with the
accepted ones.
"""

import re
from abc import abstractmethod
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, TypeVar, final

from attrs import Attribute, evolve, field, frozen
from attrs.validators import optional

from nsc_program._version import __version__
from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.figures._tally import Figure, Figures, tally
from nsc_program.plan._program import Program
from nsc_program.plan._readings import ESTIMATES_DECIDE, WORDING, Asked, Asking, Question, Reading
from nsc_program.plan._targets import Indicator, Objective, Phase, Target
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_date, is_id, is_text, shown, tuple_of
from nsc_program.values._value import BY_REFERENCE, Value
from nsc_program.verdicts._comparisons import Comparison, compare, depends_until, status_of
from nsc_program.verdicts._notes import EstimatesWouldDecide, Note, PartAboveWhole
from nsc_program.verdicts._status import Status


@final
@frozen(kw_only=True)
class Verdict(Value):
    """Đánh giá: the status of one target under one reading, and everything that it rests on.

    Attributes:
        target: the target.
        indicator: the indicator that the target is about under this reading.
        as_of: the day of judgement.
        comparisons: at least one comparison; all must hold for the target to be attained.
        notes: what the verdict rests on, and what it lacks.
        asked: the questions that the verdict rests on, with the answers of the reading.
        figures: the figures that were compared, with estimates if the reading says so; empty for a
            verdict that was read from a document.

    Raises:
        InvalidValue: if there are no comparisons.
    """

    FOLLOWS: ClassVar = ("status",)

    target: Target = field(validator=is_a(Target))
    indicator: Indicator = field(validator=is_a(Indicator))
    as_of: date = field(validator=is_date)
    comparisons: tuple[Comparison, ...] = field(validator=tuple_of(is_a(Comparison)))
    notes: tuple[Note, ...] = field(validator=tuple_of(is_a(Note)))
    asked: tuple[Asked, ...] = field(validator=tuple_of(is_a(Asked)))
    figures: tuple[Figure, ...] = field(
        default=(),
        eq=False,
        repr=False,
        metadata=BY_REFERENCE,
        validator=tuple_of(is_a(Figure)),
    )

    def __attrs_post_init__(self) -> None:
        """Reject a verdict without comparisons."""
        if not self.comparisons:
            raise InvalidValue.at(
                "comparisons",
                code="no-comparison",
                vi=f"kết luận về mục tiêu {self.target.id!r} cần ít nhất một so sánh",
                en=f"the verdict on target {self.target.id!r} needs a comparison",
            )

    @cached_property
    def status(self) -> Status:
        """The status that follows from the comparisons, on the day of judgement."""
        is_open = self.as_of < depends_until(self.target.basis, self.comparisons)
        return status_of(self.comparisons, is_open=is_open)


_WEIGHT = (Status.MISSED, Status.PENDING, Status.UNDECIDED, Status.ATTAINED)


@final
@frozen(kw_only=True)
class PhaseEvaluation(Value):
    """A phase with the verdicts on its targets.

    Attributes:
        id: the id of the phase.
        period: the period of the phase.
        verdicts: the verdicts on the targets of the phase, in the order of the plan.

    Raises:
        InvalidValue: if the comparisons of a verdict do not end with the phase.
    """

    FOLLOWS: ClassVar = ("status",)

    id: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    verdicts: tuple[Verdict, ...] = field(validator=tuple_of(is_a(Verdict)))

    def __attrs_post_init__(self) -> None:
        """Reject a verdict about days of another phase, which may be open when this one is over."""
        for place, verdict in enumerate(self.verdicts):
            ends = [comparison.period.end for comparison in verdict.comparisons]
            if max(ends) != self.period.end:
                raise InvalidValue.at(
                    "verdicts",
                    place,
                    "comparisons",
                    code="other-phase",
                    vi=f"các phép so sánh của mục tiêu {verdict.target.id!r} không kết thúc cùng "
                    f"giai đoạn {self.id!r}, ngày {self.period.end:%d/%m/%Y}",
                    en=f"the comparisons of target {verdict.target.id!r} do not end with phase "
                    f"{self.id!r}, on {self.period.end}",
                )

    @property
    def status(self) -> Status | None:
        """The status that follows from the verdicts on targets that are not aspirational.

        It is missed if a target is missed, else pending if one is pending, else undecided if one is
        undecided, else attained. It is `None` if all targets are aspirational, or there are none.
        """
        # Targets with "phấn đấu" (H2, H9) are shown, but never weighed.
        weighed = {verdict.status for verdict in self.verdicts if not verdict.target.aspirational}
        return next((status for status in _WEIGHT if status in weighed), None)


@final
@frozen(kw_only=True)
class ObjectiveFigure(Value):
    """An aim without a number, and its figure if it has an indicator. It does not get a status.

    Attributes:
        objective: the aim.
        indicator: the indicator of the aim; `None` if it does not have one.
        figure: the figure over the phase of the aim or, without a phase, over the whole plan;
            `None` without an indicator.
    """

    objective: Objective = field(validator=is_a(Objective))
    indicator: Indicator | None = field(validator=optional(is_a(Indicator)))
    figure: Figure | None = field(validator=optional(is_a(Figure)))


T_co = TypeVar("T_co", covariant=True)


class ByTarget(Mapping[str, T_co]):
    """A mapping from the ids of targets to results about them, in the order of the plan."""

    __slots__ = ()

    @property
    @abstractmethod
    def _by_id(self) -> Mapping[str, T_co]: ...

    def __getitem__(self, target_id: str) -> T_co:
        """Return the result about one target.

        Args:
            target_id: the id of the target.

        Raises:
            UnknownId: if there is no target of this id.
        """
        if target_id not in self._by_id:
            raise UnknownId("target", target_id, tuple(self._by_id))
        return self._by_id[target_id]

    def __contains__(self, target_id: object) -> bool:
        """Return whether there is a target of this id."""
        return target_id in self._by_id

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the targets, in the order of the plan."""
        return iter(self._by_id)

    def __len__(self) -> int:
        """Return the number of targets."""
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


LIBRARY = f"nsc_program {__version__}"
"""This library and its version, as results state them."""


@final
@frozen
class Inputs(Value):
    """The plan and the figures that a result was made from.

    Attributes:
        program: the plan.
        figures: the figures.
    """

    program: Program = field(validator=is_a(Program))
    figures: Figures = field(validator=is_a(Figures))


@frozen(kw_only=True)
class Result(Value):
    """The part that all results share: the plan, the day of judgement and the inputs.

    Two results are equal if they say the same, even if only one was read from a document.

    Attributes:
        program: the id of the plan.
        edition: the edition of the plan.
        title: the title of the plan.
        as_of: the day of judgement.
        library: the name and version of the library that made the result.
        stated_digest: the digest that the result's document states, 64 hexadecimal digits; `None`
            for a result that was not read from a document. `nsc_program.serialization.digest`
            returns the digest in both cases.
        inputs: the plan and the figures that the result was made from, kept by reference; `None`
            for a result that was read from a document.
    """

    program: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    as_of: date = field(validator=is_date)
    library: str = field(validator=is_id)
    stated_digest: str | None = field(
        default=None, eq=False, repr=False, validator=optional(_is_digest)
    )
    inputs: Inputs | None = field(
        default=None, eq=False, repr=False, metadata=BY_REFERENCE, validator=optional(is_a(Inputs))
    )

    def made_from(self) -> Inputs:
        """Return the plan and the figures that the result was made from.

        Raises:
            InvalidValue: for a result that was read from a document, which does not hold them.
        """
        if self.inputs is None:
            raise InvalidValue.at(
                code="read-from-a-document",
                vi="kết quả này đọc từ tệp nên không kèm kế hoạch và số liệu; "
                "hãy đánh giá lại từ kế hoạch và số liệu",
                en="this result was read from a document, which holds neither the plan nor the "
                "figures; evaluate them again",
            )
        return self.inputs

    def _in_short(self, counts: str) -> str:
        """Return one line about the result, fit for a log."""
        plan = f"{self.program}, {self.edition}"
        return f"<{type(self).__name__} of {plan} as of {self.as_of}: {counts}>"


def counted(statuses: Iterable[Status]) -> str:
    """Return how many targets have each status, such as `2 attained, 1 pending`.

    Args:
        statuses: the status of each target.
    """
    numbers = Counter(statuses)
    present = [status for status in Status if numbers[status]]
    return ", ".join(f"{numbers[status]} {status.value}" for status in present) or "no target"


def about(program: Program, figures: Figures) -> dict[str, Any]:
    """Return the fields of a `Result`, as keyword arguments.

    Args:
        program: the plan.
        figures: the figures.
    """
    return {
        "program": program.id,
        "edition": program.edition,
        "title": program.title,
        "as_of": figures.as_of,
        "library": LIBRARY,
        "inputs": Inputs(program, figures),
    }


def check_in_force(program: Program, on: date) -> None:
    """Raise an error if an edition of a plan came into force only after a day.

    Args:
        program: the edition of the plan.
        on: the day of judgement.

    Raises:
        InvalidValue: if the edition was not in force yet.
    """
    start = program.in_force_from
    if start is not None and on < start:
        raise InvalidValue.at(
            "as_of",
            code="not-in-force",
            vi=f"kế hoạch {program.id!r}, bản {program.edition!r}, có hiệu lực từ ngày "
            f"{start:%d/%m/%Y} nên không dùng để đánh giá đến ngày {on:%d/%m/%Y}; "
            "hãy dùng bản có hiệu lực vào ngày đó",
            en=f"edition {program.edition!r} of the plan {program.id!r} is in force from {start}, "
            f"so it cannot decide targets as of {on}; use the edition that was in force then",
        )


def check_days(as_of: date, verdicts: Iterable[Verdict], *path: str | int) -> None:
    """Raise an error if a result holds a verdict as of a day other than its own.

    Args:
        as_of: the day of the result.
        verdicts: the verdicts in the result.
        path: where the verdicts stand in the result.

    Raises:
        InvalidValue: for the first verdict as of another day.
    """
    for place, verdict in enumerate(verdicts):
        if verdict.as_of != as_of:
            raise InvalidValue.at(
                *path,
                "verdicts",
                place,
                "as_of",
                code="other-day",
                vi=f"mục tiêu {verdict.target.id!r} được đánh giá đến hết ngày "
                f"{verdict.as_of:%d/%m/%Y}, còn cả kết quả thì đến hết ngày {as_of:%d/%m/%Y}",
                en=f"the verdict on target {verdict.target.id!r} is as of {verdict.as_of}, "
                f"but the result is as of {as_of}",
            )


def check_explained(questions: Iterable[Question], asked: Iterable[Asked]) -> None:
    """Raise an error if a result rests on a question that it does not list.

    Args:
        questions: the questions that the result lists.
        asked: the questions that the result rests on.

    Raises:
        InvalidValue: for the first question that is not listed.
    """
    listed = {question.id for question in questions}
    for answered in asked:
        if answered.question not in listed:
            name = shown(answered.question)
            raise InvalidValue.at(
                "questions",
                code="question-missing",
                vi=f"điểm chưa rõ {name} được hỏi đến nhưng không có ở đây; bổ sung vào",
                en=f"the result rests on question {name}, which is not listed; add it",
            )


def check_once(targets: Iterable[Target]) -> None:
    """Raise an error if a result is about one target twice.

    Args:
        targets: the targets that the result is about.

    Raises:
        InvalidValue: for the first target that is repeated.
    """
    for name, times in Counter(target.id for target in targets).items():
        if times > 1:
            raise InvalidValue.at(
                code="repeated",
                vi=f"mục tiêu {shown(name)} ghi hai lần; bỏ bớt một",
                en=f"target {shown(name)} stands twice; leave one out",
            )


@final
@frozen(kw_only=True, repr=False)
class Evaluation(Result, ByTarget[Verdict]):
    """Kết quả đánh giá: the verdicts on all targets of a plan under one reading.

    An evaluation is a mapping from the ids of targets to verdicts, in the order of the plan:
    `evaluation["2021-2025/supported"]` is one verdict. Its document can be understood without any
    other document.

    Attributes:
        reading: the reading that the targets were decided under.
        questions: the questions that the verdicts rest on.
        phases: the phases of the plan, with their verdicts.
        objectives: the aims without numbers, with their figures.

    Raises:
        InvalidValue: if a verdict is as of another day, a question is not listed, or a target
            appears twice.
    """

    reading: Reading = field(validator=is_a(Reading))
    questions: tuple[Question, ...] = field(validator=tuple_of(is_a(Question)))
    phases: tuple[PhaseEvaluation, ...] = field(validator=tuple_of(is_a(PhaseEvaluation)))
    objectives: tuple[ObjectiveFigure, ...] = field(validator=tuple_of(is_a(ObjectiveFigure)))

    def __attrs_post_init__(self) -> None:
        """Reject verdicts as of another day, questions that are not listed and repeated targets."""
        for place, phase in enumerate(self.phases):
            check_days(self.as_of, phase.verdicts, "phases", place)
        asked = (question for verdict in self.verdicts for question in verdict.asked)
        check_explained(self.questions, asked)
        check_once(verdict.target for verdict in self.verdicts)

    def __repr__(self) -> str:
        """Return one line that says how many targets have each status."""
        return self._in_short(counted(verdict.status for verdict in self.verdicts))

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on all targets, in the order of the plan."""
        return tuple(verdict for phase in self.phases for verdict in phase.verdicts)

    @cached_property
    def _by_id(self) -> Mapping[str, Verdict]:
        return {verdict.target.id: verdict for verdict in self.verdicts}

    @cached_property
    def _phases(self) -> Mapping[str, PhaseEvaluation]:
        return {phase.id: phase for phase in self.phases}

    def phase(self, phase_id: str) -> PhaseEvaluation:
        """Return one phase with its verdicts.

        Args:
            phase_id: the id of the phase.

        Raises:
            UnknownId: if there is no phase of this id.
        """
        if phase_id not in self._phases:
            raise UnknownId("phase", phase_id, tuple(self._phases))
        return self._phases[phase_id]


def assess(
    program: Program, register: Register, *, as_of: date, reading: Reading = Reading()
) -> Evaluation:
    """Decide every target of a plan from a register: `tally`, then `evaluate`.

    Args:
        program: the plan.
        register: the records, claims of completeness, reports and rejected rows.
        as_of: the day of judgement.
        reading: how to understand the plan's ambiguous words.

    Returns:
        The verdict on each target, with the questions it rests on.

    Raises:
        InvalidType: if `as_of` is not a date.
        UnknownId: if the reading answers a question that the plan does not have.
        InvalidValue: for the reasons given at `tally` and `evaluate`.

    >>> from nsc_program import HANOI
    >>> assess(HANOI, Register(), as_of=date(2024, 6, 30))["2021-2025/supported"].status.value
    'pending'
    """
    return evaluate(program, tally(program, register, as_of=as_of), reading)


def evaluate(program: Program, figures: Figures, reading: Reading = Reading()) -> Evaluation:
    """Decide every target of a plan from its figures, under one reading.

    Args:
        program: the plan.
        figures: the figures for this plan, as `tally` returns them.
        reading: how to understand the plan's ambiguous words.

    Returns:
        The verdict on each target, with the questions it rests on.

    Raises:
        UnknownId: if the reading answers a question that the plan does not have.
        InvalidValue: if the reading gives an answer that is not admissible, if this edition of the
            plan was not in force yet on the day of judgement, or if the figures were made for
            another plan.
    """
    check_in_force(program, figures.as_of)
    figures.check_made_for(program)
    own = dict.fromkeys(question.id for question in program.questions)
    for question, _ in reading.choices:
        if question not in own:
            raise UnknownId(
                "question of the plan",
                question,
                tuple(own) if question in WORDING else (*own, *WORDING),
            )
    verdicts = {
        target.id: decide(program, target.id, figures, reading) for target in program.targets
    }
    verdicts |= {verdict.target.id: verdict for verdict in tuple(_parts_above_wholes(verdicts))}
    asked = {asked.question for verdict in verdicts.values() for asked in verdict.asked}
    questions = (*WORDING.values(), *program.questions)
    return Evaluation(
        **about(program, figures),
        reading=reading,
        questions=tuple(question for question in questions if question.id in asked),
        phases=tuple(_phase(phase, verdicts) for phase in program.phases),
        objectives=tuple(
            _objective(program, objective, figures) for objective in program.objectives
        ),
    )


def decide(program: Program, target_id: str, figures: Figures, reading: Reading) -> Verdict:
    """Decide one target under a reading.

    Args:
        program: the plan.
        target_id: the id of the target.
        figures: the figures for this plan.
        reading: how to understand the plan's ambiguous words.
    """
    asking = Asking(reading)
    compared = compare(program, target_id, figures, asking)
    notes = list(compared.notes)
    if not reading.estimates_decide and asking.was_asked(ESTIMATES_DECIDE):
        with_estimates = Asking(evolve(reading, estimates_decide=True))
        status = compare(program, target_id, figures, with_estimates).status
        if status is not compared.status:
            notes.append(EstimatesWouldDecide(target_id, status))
    return Verdict(
        target=program.target(target_id),
        indicator=compared.indicator,
        as_of=figures.as_of,
        comparisons=compared.comparisons,
        notes=tuple(notes),
        asked=asking.asked,
        figures=compared.figures,
    )


def _parts_above_wholes(verdicts: Mapping[str, Verdict]) -> Iterator[Verdict]:
    """Yield, with a note, both verdicts if a part (trong đó) is certainly above its whole."""
    noted: defaultdict[str, list[Note]] = defaultdict(list)
    for part in verdicts.values():
        whole = verdicts.get(part.target.part_of or "")
        if whole is not None and _certainly_above(part, whole):
            note = PartAboveWhole(part.target.id, whole.target.id)
            noted[part.target.id].append(note)
            noted[whole.target.id].append(note)
    for name, notes in noted.items():
        yield evolve(verdicts[name], notes=(*verdicts[name].notes, *notes))


def _certainly_above(part: Verdict, whole: Verdict) -> bool:
    if (part.indicator.unit, part.target.basis) != (whole.indicator.unit, whole.target.basis):
        return False
    most_of_whole = {
        comparison.period: comparison.possible.high for comparison in whole.comparisons
    }
    for comparison in part.comparisons:
        least, most = comparison.possible.low, most_of_whole.get(comparison.period)
        if least is not None and most is not None and least > most:
            return True
    return False


def _phase(phase: Phase, verdicts: Mapping[str, Verdict]) -> PhaseEvaluation:
    own = tuple(verdicts[target.id] for target in phase.targets)
    return PhaseEvaluation(id=phase.id, period=phase.period, verdicts=own)


def _objective(program: Program, objective: Objective, figures: Figures) -> ObjectiveFigure:
    if objective.indicator is None:
        return ObjectiveFigure(objective=objective, indicator=None, figure=None)
    period = program.period if objective.phase is None else program.phase(objective.phase).period
    indicator = program.indicator(objective.indicator)
    return ObjectiveFigure(
        objective=objective, indicator=indicator, figure=figures.figure(indicator, period)
    )
