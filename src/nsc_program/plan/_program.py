"""A government target programme as one immutable value: what is asked, of whom, by when, and in which words."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar, final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidProgram, UnknownId
from nsc_program.plan import _consistency as _coherence
from nsc_program.plan._bounds import Growth, Reached
from nsc_program.plan._readings import WORDING, Asking, Question, Reading
from nsc_program.plan._sources import Citation, Document, are_citations
from nsc_program.plan._targets import Choice, FundingSource, Indicator, Objective, Phase, Target
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_date, is_id, tuple_of
from nsc_program.values._value import Value

_Thing = TypeVar("_Thing", Indicator, Question, Phase, Target)


class _Citing(Protocol):
    @property
    def citations(self) -> tuple[Citation, ...]: ...


def _find(what: str, wanted: str, things: Mapping[str, _Thing]) -> _Thing:
    if wanted not in things:
        raise UnknownId(what, wanted, tuple(things))
    return things[wanted]


@final
@frozen(kw_only=True, cache_hash=True, repr=False)
class Program(Value):
    """Chương trình, kế hoạch: one edition of a plan, whole.

    Attributes:
        edition: the document that this edition stands in.
        in_force_from: the first day of this edition; `None` is earlier than any date.
        past: phases that were over by then, as an earlier edition had them when they ended: what was planned for them,
            and growth may be measured from, is what was planned then (`in_force` fills it).

    Raises:
        InvalidProgram: if it contradicts itself, with every problem.
    """

    id: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    in_force_from: date | None = field(default=None, validator=optional(is_date))
    title: Text = field(validator=is_a(Text))
    issuer: Text = field(validator=is_a(Text))
    indicators: tuple[Indicator, ...] = field(validator=tuple_of(is_a(Indicator)))
    questions: tuple[Question, ...] = field(default=(), validator=tuple_of(is_a(Question)))
    phases: tuple[Phase, ...] = field(validator=tuple_of(is_a(Phase)))
    past: tuple[Phase, ...] = field(default=(), validator=tuple_of(is_a(Phase)))
    objectives: tuple[Objective, ...] = field(default=(), validator=tuple_of(is_a(Objective)))
    funding_sources: tuple[FundingSource, ...] = field(
        default=(), validator=tuple_of(is_a(FundingSource))
    )
    citations: tuple[Citation, ...] = field(default=(), validator=are_citations)

    def __attrs_post_init__(self) -> None:
        """Refuse a program that contradicts itself."""
        problems = tuple(_coherence.problems(self))
        if problems:
            raise InvalidProgram(*problems)

    def __repr__(self) -> str:
        """Return one line: which plan, and how much it asks for."""
        counts = f"{len(self.phases)} phases, {len(self.targets)} targets"
        return f"<Program {self.id}, {self.edition}: {counts}>"

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The targets of all phases, in order."""
        return tuple(target for phase in self.phases for target in phase.targets)

    @cached_property
    def _targets(self) -> Mapping[str, Target]:
        return {target.id: target for target in self.targets}

    @cached_property
    def _phases(self) -> Mapping[str, Phase]:
        return {phase.id: phase for phase in self.phases}

    @cached_property
    def _phase_of(self) -> Mapping[str, Phase]:
        return {target.id: phase for phase in self.phases for target in phase.targets}

    @cached_property
    def _planned(self) -> Mapping[Period, Mapping[str, tuple[Target, ...]]]:
        """The targets that set totals: by the periods of phases, and by what they may be about.

        Of a period with a past phase they are those of past phases.
        """
        current, past = _planned_in(self.phases), _planned_in(self.past)
        return {**current, **past}

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return {question.id: question for question in (*WORDING.values(), *self.questions)}

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents cited in this edition, each once; what past phases cite may have their ids, and is not here."""
        citing: tuple[_Citing, ...] = (
            self,
            *self.targets,
            *self.objectives,
            *self.funding_sources,
            *self.questions,
        )
        return tuple(
            dict.fromkeys(citation.document for each in citing for citation in each.citations)
        )

    @cached_property
    def period(self) -> Period:
        """From the start of the first phase to the end of the last."""
        periods = [phase.period for phase in self.phases]
        return Period(
            min(period.first for period in periods), max(period.end for period in periods)
        )

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every period that a figure is needed for: phases, bases of growth, years, the whole programme."""
        bases = [
            target.basis.baseline for target in self.targets if isinstance(target.basis, Growth)
        ]
        years = [year for phase in self.phases if phase.is_yearly for year in phase.period.years]
        return tuple(
            dict.fromkeys([*(phase.period for phase in self.phases), *bases, *years, self.period])
        )

    def target(self, target_id: str) -> Target:
        """The target with this id.

        Raises:
            UnknownId: if there is none.
        """
        return _find("target", target_id, self._targets)

    def phase_of(self, target_id: str) -> Phase:
        """The phase that a target stands in.

        Raises:
            UnknownId: if there is no such target.
        """
        return self._phase_of[self.target(target_id).id]

    def phase(self, phase_id: str) -> Phase:
        """The phase with this id.

        Raises:
            UnknownId: if there is none.
        """
        return _find("phase", phase_id, self._phases)

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator with this id.

        Raises:
            UnknownId: if there is none.
        """
        return _find("indicator", indicator_id, self._indicators)

    def question(self, question_id: str) -> Question:
        """The question with this id: of the wording, or the plan's own.

        Raises:
            UnknownId: if there is none.
        """
        return _find("question", question_id, self._questions)

    def resolve(self, target: Target, asking: Asking) -> Indicator:
        """What a target is about, with the plan's open questions put to `asking`."""
        match target.indicator:
            case Choice() as choice:
                answers = tuple(
                    asking.answer(self.question(question)) for question in choice.questions
                )
                return self.indicator(choice.chosen[answers])
            case indicator:
                return self.indicator(indicator)

    def indicator_of(self, target_id: str, reading: Reading | None = None) -> Indicator:
        """What a target is about under one reading, the default one if none is given.

        Raises:
            UnknownId: if there is no such target.
        """
        return self.resolve(self.target(target_id), Asking(reading or Reading()))

    def planned(self, indicator: Indicator, period: Period) -> Target | None:
        """The one target that sets a total of this indicator for exactly this period, under some answer.

        Of a phase that was over before this edition came into force, it is what the edition of that time planned.
        """
        setting = self._planned.get(period, {}).get(indicator.id, ())
        return setting[0] if len(setting) == 1 else None

    def attested_by(self, document: Document) -> "Program":
        """The part of this program that one document carries: its targets, answers, objectives and sources of money.

        An answer that no document attests stays: no text decides that question.

        Raises:
            UnknownId: if nothing here is cited from the document.
        """
        if document not in self.documents:
            raise UnknownId("document", document.id, tuple(cited.id for cited in self.documents))
        return _attested(self, document)


def _planned_in(phases: Iterable[Phase]) -> dict[Period, dict[str, tuple[Target, ...]]]:
    found: dict[Period, dict[str, list[Target]]] = {}
    for phase in phases:
        totals = found.setdefault(phase.period, {})
        for target in phase.targets:
            if isinstance(target.basis, Reached):
                for indicator in target.indicator_ids:
                    totals.setdefault(indicator, []).append(target)
    return {
        period: {indicator: tuple(targets) for indicator, targets in totals.items()}
        for period, totals in found.items()
    }


_Cited = TypeVar("_Cited", Target, Objective, FundingSource)


def _carried(things: Iterable[_Cited], document: Document) -> tuple[_Cited, ...]:
    """The things that a document carries, with its citations only."""
    own = (
        (thing, tuple(cited for cited in thing.citations if cited.document == document))
        for thing in things
    )
    return tuple(evolve(thing, citations=citations) for thing, citations in own if citations)


def _attested(program: Program, document: Document) -> Program:
    questions = tuple(_attested_question(question, document) for question in program.questions)
    kept = {target.id for target in _carried(program.targets, document)}
    phases, past = (
        tuple(
            evolve(
                phase,
                targets=tuple(_attested_target(target, kept, questions) for target in carried),
            )
            for phase in given
            for carried in [_carried(phase.targets, document)]
        )
        for given in (program.phases, program.past)
    )
    return evolve(
        program,
        edition=f"{program.edition} ({document.id})",
        questions=questions,
        phases=phases,
        past=past,
        objectives=_carried(program.objectives, document),
        funding_sources=_carried(program.funding_sources, document),
        citations=tuple(cited for cited in program.citations if cited.document == document),
    )


def _attested_question(question: Question, document: Document) -> Question:
    """Keep what the document attests; where it attests no answer, it does not decide the question."""
    kept = [
        answer
        for answer in question.answers
        if not answer.attested_by or document.id in answer.attested_by
    ]
    answers = (
        evolve(answer, attested_by=tuple(id_ for id_ in answer.attested_by if id_ == document.id))
        for answer in kept or question.answers
    )
    citations = tuple(cited for cited in question.citations if cited.document == document)
    return evolve(question, answers=tuple(answers), citations=citations)


def _attested_target(target: Target, kept: set[str], questions: Iterable[Question]) -> Target:
    left = {question.id: {answer.value for answer in question.answers} for question in questions}
    part_of = target.part_of if target.part_of in kept else None
    match target.indicator:
        case Choice(asked, rows):
            fitting = [
                row
                for row in rows
                if all(map(lambda id_, value: value in left[id_], asked, row[0]))
            ]
            return evolve(target, part_of=part_of, indicator=Choice(asked, fitting))
        case _:
            return evolve(target, part_of=part_of)
