"""Whether the parts of a program fit together."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product
from math import prod
from typing import Protocol

from nsc_program._size import size_problems
from nsc_program._suggestions import nearest
from nsc_program.bounds import YEARLY, Basis, Bound, EachYear, Growth, Reached, YearlyGrowth, worded
from nsc_program.ranges import Range
from nsc_program.readings import WORDING, Question
from nsc_program.sources import Document
from nsc_program.targets import Choice, FundingSource, Indicator, Objective, Phase, Target


class _Program(Protocol):
    """The parts that are compared here."""

    @property
    def indicators(self) -> tuple[Indicator, ...]: ...
    @property
    def questions(self) -> tuple[Question, ...]: ...
    @property
    def phases(self) -> tuple[Phase, ...]: ...
    @property
    def past(self) -> tuple[Phase, ...]: ...
    @property
    def in_force_from(self) -> date | None: ...
    @property
    def targets(self) -> tuple[Target, ...]: ...
    @property
    def objectives(self) -> tuple[Objective, ...]: ...
    @property
    def funding_sources(self) -> tuple[FundingSource, ...]: ...
    @property
    def documents(self) -> tuple[Document, ...]: ...


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def problems(program: _Program) -> Iterator[str]:
    """Everything in which a program contradicts itself."""
    if not program.phases:
        yield "a program has at least one phase"
    yield from (problem.in_("en") for problem in size_problems(program))
    for what, things in (
        ("document", program.documents),
        ("unit", tuple(dict.fromkeys(indicator.unit for indicator in program.indicators))),
        ("indicator", program.indicators),
        ("question", (*WORDING.values(), *program.questions)),
        ("phase", program.phases),
        ("target", program.targets),
        ("objective", program.objectives),
        ("funding source", program.funding_sources),
    ):
        yield from _repeated(what, things)
    for phase in (*program.phases, *program.past):
        for target in phase.targets:
            yield from (f"target {target.id!r}: {problem}" for problem in _target_problems(program, phase, target))
    for phase in program.past:
        if program.in_force_from is None or program.in_force_from <= phase.period.end:
            yield f"past phase {phase.id!r}: it was not over when this edition came into force"
    for question in program.questions:
        yield from (f"question {question.id!r}: {problem}" for problem in _question_problems(program, question))
    yield from _objective_problems(program)


def _question_problems(program: _Program, question: Question) -> Iterator[str]:
    cited = {document.id for document in program.documents}
    attesting = {document for answer in question.answers for document in answer.attested_by}
    yield from (f"no document {unknown!r} is cited" for unknown in sorted(attesting - cited))


def _objective_problems(program: _Program) -> Iterator[str]:
    phases, indicators = {phase.id for phase in program.phases}, {indicator.id for indicator in program.indicators}
    for objective in program.objectives:
        if objective.phase is not None and objective.phase not in phases:
            yield f"objective {objective.id!r}: there is no phase {objective.phase!r}"
        if objective.indicator is not None and objective.indicator not in indicators:
            yield f"objective {objective.id!r}: there is no indicator {objective.indicator!r}"


def _repeated(what: str, things: Iterable[_Identified]) -> Iterator[str]:
    seen: set[str] = set()
    for thing in things:
        if thing.id in seen:
            yield f"{what} {thing.id!r} stands twice"
        seen.add(thing.id)


def _target_problems(program: _Program, phase: Phase, target: Target) -> Iterator[str]:
    if not target.id.startswith(f"{phase.id}/"):
        yield f"its id must begin with {phase.id + '/'!r}"
    if not target.citations:
        yield "it has no citation"
    if not _has_wholes({other.id: other for other in (*program.targets, *phase.targets)}, target):
        yield f"it cannot be a part of {target.part_of!r}"
    elif any(whole.id == target.part_of and _is_above(program, target, whole) for whole in phase.targets):
        yield f"its number is above that of {target.part_of!r}, of which it is a part"
    known = {indicator.id: indicator for indicator in program.indicators}
    for unknown in target.indicator_ids:
        if unknown not in known:
            near = nearest(unknown, tuple(known))
            yield f"there is no indicator {unknown!r}" + (f"; did you mean {near!r}?" if near else "")
    if isinstance(target.indicator, Choice):
        yield from _choice_problems(program, target.indicator)
    if isinstance(target.basis, YEARLY):
        yield from _yearly_problems(target.basis, phase.period.whole_years)
    if isinstance(target.basis, (Growth, YearlyGrowth)):
        counted = [known[indicator] for indicator in target.indicator_ids if indicator in known]
        yield from _growth_problems(target.bound, counted)


def _has_wholes(targets: Mapping[str, Target], target: Target) -> bool:
    """Whether the wholes above a target are all there, and end."""
    seen, whole = {target.id}, target.part_of
    while whole is not None:
        if whole in seen or whole not in targets:
            return False
        seen.add(whole)
        whole = targets[whole].part_of
    return True


def _is_above(program: _Program, part: Target, whole: Target) -> bool:
    """Whether a part asks for more than its whole (trong đó), in the same units under every answer."""
    units = {indicator.id: indicator.unit for indicator in program.indicators}
    counted_in = {units.get(indicator) for target in (part, whole) for indicator in target.indicator_ids}
    least, most = worded(part.bound).low, worded(whole.bound).high
    comparable = len(counted_in) == 1 and part.basis == whole.basis and isinstance(part.basis, (Reached, EachYear))
    return comparable and least is not None and most is not None and least > most


def _choice_problems(program: _Program, choice: Choice) -> Iterator[str]:
    own = {question.id: question for question in program.questions}
    unknown = [question for question in choice.questions if question not in own]
    if unknown:
        yield from (f"there is no question {question!r}" for question in unknown)
        return
    if len(set(choice.questions)) < len(choice.questions):
        yield "its choice asks a question twice"
        return
    answers = [[answer.value for answer in own[question].answers] for question in choice.questions]
    given = [row for row, _ in choice.indicators]
    # Counted first: the combinations of a few questions are more than fit into any memory.
    fits = prod(map(len, answers)) == len(given)
    if not fits or set(given) != set(product(*answers)) or given[0] != next(product(*answers)):
        yield "its choice needs one row for each combination of answers, the default answers first"


def _yearly_problems(basis: Basis, years: int) -> Iterator[str]:
    if not years:
        yield "its phase is not made of whole years"
    if years == 1 and isinstance(basis, YearlyGrowth):
        yield "growth from year to year takes a phase of two years or more"


def _growth_problems(bound: Bound, indicators: Iterable[Indicator]) -> Iterator[str]:
    if not worded(bound).within(Range.above(0)):
        yield "growth is by more than 0 %"
    for indicator in indicators:
        if not indicator.may_grow:
            yield f"there is no growth of {indicator.id!r}, a share or a number that may be negative"
