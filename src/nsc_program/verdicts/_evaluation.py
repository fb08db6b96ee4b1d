"""Evaluation: the verdict on every target of a plan, under one reading.

A verdict is decided from the values that the target's figures can still take, so it holds whatever
the gaps in the data turn out to be. "Attained early", "no longer attainable" and "the data do not
decide it" need no rules of their own: all follow from comparing the possible values with the
accepted ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import final

from attrs import evolve, field, frozen

from nsc_program.errors import UnknownId
from nsc_program.figures._figures import Figures
from nsc_program.plan._program import Program
from nsc_program.plan._questions import ESTIMATES_DECIDE, WORDING, Question
from nsc_program.plan._readings import Asking, Reading
from nsc_program.plan._targets import Objective, Phase
from nsc_program.plan._wanted import Wanted, wanted
from nsc_program.values._periods import Period
from nsc_program.values._ranges import is_above
from nsc_program.values._validators import is_a, require, tuple_of
from nsc_program.verdicts._comparisons import Compared, compare
from nsc_program.verdicts._notes import EstimatesWouldDecide, Note, PartAboveWhole
from nsc_program.verdicts._results import (
    ByTarget,
    Result,
    about,
    check_days,
    check_explained,
    check_once,
    check_suits,
    counted,
)
from nsc_program.verdicts._verdict import ObjectiveFigure, PhaseEvaluation, Verdict


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


def evaluated(program: Program, figures: Figures, reading: Reading) -> Evaluation:
    """Decide what `evaluate` decides.

    Args:
        program: the plan.
        figures: the figures for this plan.
        reading: how to understand the plan's ambiguous words.
    """
    require(Program, "program", program)
    require(Figures, "figures", figures)
    require(Reading, "reading", reading)
    check_suits(program, figures)
    _check_choices(program, reading)
    verdicts = _verdicts(program, figures, reading)
    asked = {asked.question for verdict in verdicts.values() for asked in verdict.asked}
    objectives = (_objective(program, objective, figures) for objective in program.objectives)
    return Evaluation(
        **about(program, figures, asked),
        reading=reading,
        phases=tuple(_phase(phase, verdicts) for phase in program.phases),
        objectives=tuple(objectives),
    )


def _check_choices(program: Program, reading: Reading) -> None:
    """Raise an error if a reading answers a question that a plan does not have."""
    own = tuple(question.id for question in program.questions)
    for question, _ in reading.choices:
        if question not in own:
            known = own if question in WORDING else (*own, *WORDING)
            raise UnknownId("question of the plan", question, known)


def _verdicts(program: Program, figures: Figures, reading: Reading) -> Mapping[str, Verdict]:
    """Return the verdict on each target, by the id of the target."""
    wanted = program.wanted(reading)
    verdicts = {each.target.id: _verdict(each, figures, reading) for each in wanted}
    noted = _notes_of_parts(verdicts)
    return verdicts | {name: _with_notes(verdicts[name], notes) for name, notes in noted.items()}


def _with_notes(verdict: Verdict, notes: Iterable[Note]) -> Verdict:
    return evolve(verdict, notes=(*verdict.notes, *notes))


def decide(program: Program, target_id: str, figures: Figures, reading: Reading) -> Verdict:
    """Decide one target under a reading.

    Args:
        program: the plan.
        target_id: the id of the target.
        figures: the figures for this plan.
        reading: how to understand the plan's ambiguous words.
    """
    target = program.target(target_id)
    return _verdict(wanted(program, target, Asking(reading)), figures, reading)


def _verdict(wanted: Wanted, figures: Figures, reading: Reading) -> Verdict:
    """Decide a target that asks for something under a reading."""
    asking = Asking(reading, wanted.asked)
    compared = compare(wanted, figures, asking)
    leaves_out = asking.was_asked(ESTIMATES_DECIDE) and not reading.estimates_decide
    of_estimates = _notes_of_estimates(wanted, figures, reading, compared) if leaves_out else ()
    return Verdict(
        target=wanted.target,
        indicator=compared.indicator,
        as_of=figures.as_of,
        comparisons=compared.comparisons,
        notes=(*compared.notes, *of_estimates),
        asked=asking.asked,
        figures=compared.figures,
    )


def _notes_of_estimates(
    wanted: Wanted, figures: Figures, reading: Reading, compared: Compared
) -> Iterator[EstimatesWouldDecide]:
    """Yield a note if the estimates that were left out would give another status."""
    with_estimates = Asking(evolve(reading, estimates_decide=True), wanted.asked)
    status = compare(wanted, figures, with_estimates).status
    if status is not compared.status:
        yield EstimatesWouldDecide(wanted.target.id, status)


def _notes_of_parts(verdicts: Mapping[str, Verdict]) -> Mapping[str, Sequence[Note]]:
    """Return the notes on parts (trong đó) that are certainly above their wholes, by target."""
    noted: defaultdict[str, list[Note]] = defaultdict(list)
    for note in _parts_above_wholes(verdicts):
        noted[note.part].append(note)
        noted[note.whole].append(note)
    return noted


def _parts_above_wholes(verdicts: Mapping[str, Verdict]) -> Iterator[PartAboveWhole]:
    for part in verdicts.values():
        whole = verdicts.get(part.target.part_of or "")
        if whole is not None and _certainly_above(part, whole):
            yield PartAboveWhole(part.target.id, whole.target.id)


def _certainly_above(part: Verdict, whole: Verdict) -> bool:
    """Return whether a part surely exceeds its whole, of the same unit and basis, in a period."""
    most = {
        each.period: each.possible for each in whole.comparisons if each.possible.high is not None
    }
    if not most or part.target.basis != whole.target.basis:
        return False
    shared = (each for each in part.comparisons if each.period in most)
    is_above_whole = any(is_above(each.possible, most[each.period]) for each in shared)
    return is_above_whole and part.indicator.unit == whole.indicator.unit


def _phase(phase: Phase, verdicts: Mapping[str, Verdict]) -> PhaseEvaluation:
    own = tuple(verdicts[target.id] for target in phase.targets)
    return PhaseEvaluation(id=phase.id, period=phase.period, verdicts=own)


def _objective(program: Program, objective: Objective, figures: Figures) -> ObjectiveFigure:
    if objective.indicator is None:
        return ObjectiveFigure(objective=objective, indicator=None, figure=None)
    indicator = program.indicator(objective.indicator)
    figure = figures.figure(indicator, _period_of(program, objective))
    return ObjectiveFigure(objective=objective, indicator=indicator, figure=figure)


def _period_of(program: Program, objective: Objective) -> Period:
    return program.period if objective.phase is None else program.phase(objective.phase).period
