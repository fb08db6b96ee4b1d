"""A government plan as one immutable value, with its targets, its phases and its own words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar, final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidProgram, UnknownId
from nsc_program.plan import _consistency as _coherence
from nsc_program.plan._budget import BudgetItem, planned_money
from nsc_program.plan._counting import Counting
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._planned_totals import planned_in
from nsc_program.plan._questions import WORDING, Question
from nsc_program.plan._readings import Asking, Reading
from nsc_program.plan._sources import Citation, Document, are_citations
from nsc_program.plan._targets import Choice, FundingSource, Objective, Phase, Target
from nsc_program.plan._wanted import Wanted, wanted
from nsc_program.records._base import Record
from nsc_program.records._records import AnyRecord
from nsc_program.values._in_notebooks import InNotebooks
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._territories import is_territory
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_date, tuple_of
from nsc_program.values._value import Value

_MOST_READINGS = 16
"""The most readings for which a plan keeps what its targets ask for."""

_Part = TypeVar("_Part", Indicator, Question, Phase, Target)


class _Citing(Protocol):
    """A part of a plan with citations."""

    @property
    def citations(self) -> tuple[Citation, ...]: ...


def _find(what: str, wanted: str, parts: Mapping[str, _Part]) -> _Part:
    if wanted not in parts:
        raise UnknownId(what, wanted, tuple(parts))
    return parts[wanted]


@final
@frozen(kw_only=True, cache_hash=True, repr=False)
class Program(InNotebooks, Value):
    """Chương trình, kế hoạch: one complete edition of a plan.

    Attributes:
        id: the id of the plan, the same for all its editions.
        edition: the document that contains this edition, such as `149/KH-UBND`.
        in_force_from: the first day on which this edition is in force; `None` stands for a day
            before any date.
        title: the title.
        issuer: the authority that issued the plan.
        territory: the code of the territory that the plan is about, such as `VN` or `VN-HN`;
            `None` if the plan does not name one.
        indicators: the indicators that targets and records can name.
        questions: the questions that the text leaves open, besides those of the wording.
        phases: the phases with their targets, at least one.
        past: the phases that had ended by `in_force_from`, as the edition of that time had them.
            Growth over the planned number starts from the number that was planned then.
            `in_force` fills this field.
        objectives: the aims without numbers.
        funding_sources: the sources of money that the plan allows.
        budget: the money that it means to spend (dự toán), by source and year or phase; empty if
            the plan does not name amounts.
        citations: the words that carry the plan as a whole.

    Raises:
        InvalidType: for a field of the wrong type.
        InvalidProgram: with every problem, if the plan contradicts itself.
    """

    id: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    in_force_from: date | None = field(default=None, validator=optional(is_date))
    title: Text = field(validator=is_a(Text))
    issuer: Text = field(validator=is_a(Text))
    territory: str | None = field(default=None, validator=optional(is_territory))
    indicators: tuple[Indicator, ...] = field(validator=tuple_of(is_a(Indicator)))
    questions: tuple[Question, ...] = field(default=(), validator=tuple_of(is_a(Question)))
    phases: tuple[Phase, ...] = field(validator=tuple_of(is_a(Phase)))
    past: tuple[Phase, ...] = field(default=(), validator=tuple_of(is_a(Phase)))
    objectives: tuple[Objective, ...] = field(default=(), validator=tuple_of(is_a(Objective)))
    funding_sources: tuple[FundingSource, ...] = field(
        default=(), validator=tuple_of(is_a(FundingSource))
    )
    budget: tuple[BudgetItem, ...] = field(default=(), validator=tuple_of(is_a(BudgetItem)))
    citations: tuple[Citation, ...] = field(default=(), validator=are_citations)

    def __attrs_post_init__(self) -> None:
        """Reject a plan that contradicts itself."""
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
    def _planned(self) -> Mapping[Period, Mapping[str, Sequence[Target]]]:
        """The targets that set totals, by the period of the phase and by the indicator's id.

        If a past phase has the period, its targets replace those of the current phases.
        """
        current, past = planned_in(self.phases), planned_in(self.past)
        return {**current, **past}

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def _counting(self) -> Mapping[type[AnyRecord], Sequence[Indicator]]:
        """The indicators that count records of a class, by class."""
        counting: dict[type[AnyRecord], list[Indicator]] = {}
        for indicator in self.indicators:
            for of in dict.fromkeys(rule.of for rule in indicator.counting):
                counting.setdefault(of, []).append(indicator)
        return counting

    @cached_property
    def _wanted(self) -> dict[Reading, tuple[Wanted, ...]]:
        """What the targets ask for, by the readings that were last used."""
        return {}

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return {question.id: question for question in (*WORDING.values(), *self.questions)}

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents that this edition cites, each once.

        Documents that only past phases cite are left out; they may have the same ids.
        """
        citing: tuple[_Citing, ...] = (
            self,
            *self.targets,
            *self.objectives,
            *self.funding_sources,
            *self.budget,
            *self.questions,
        )
        documents = (citation.document for part in citing for citation in part.citations)
        return tuple(dict.fromkeys(documents))

    @cached_property
    def period(self) -> Period:
        """The period from the start of the first phase to the end of the last."""
        start = min(phase.period.first for phase in self.phases)
        end = max(phase.period.end for phase in self.phases)
        return Period(start, end)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every period for which a figure is needed, each once.

        They are the phases, the baselines of changes and the parts of phases that targets name,
        the years of phases with yearly targets, and the whole period of the plan, in this order.
        """
        phases = [phase.period for phase in self.phases]
        further = [period for phase in self.phases for period in phase.further_periods]
        years = [year for phase in self.phases if phase.is_yearly for year in phase.period.years]
        return tuple(dict.fromkeys([*phases, *further, *years, self.period]))

    def target(self, target_id: str) -> Target:
        """Return the target with an id.

        Args:
            target_id: the id.

        Raises:
            UnknownId: if the plan has no such target.
        """
        return _find("target", target_id, self._targets)

    def phase_of(self, target_id: str) -> Phase:
        """Return the phase of a target.

        Args:
            target_id: the id of the target.

        Raises:
            UnknownId: if the plan has no such target.
        """
        return self._phase_of[self.target(target_id).id]

    def phase(self, phase_id: str) -> Phase:
        """Return the phase with an id.

        Args:
            phase_id: the id.

        Raises:
            UnknownId: if the plan has no such phase.
        """
        return _find("phase", phase_id, self._phases)

    def indicator(self, indicator_id: str) -> Indicator:
        """Return the indicator with an id.

        Args:
            indicator_id: the id.

        Raises:
            UnknownId: if the plan has no such indicator.
        """
        return _find("indicator", indicator_id, self._indicators)

    @property
    def counted_classes(self) -> tuple[type[Record], ...]:
        """The classes of records that the indicators count, each once."""
        rules = (rule for indicator in self.indicators for rule in indicator.counting)
        return tuple(dict.fromkeys(rule.of for rule in rules))

    def counting(self, kind: type[AnyRecord]) -> tuple[Indicator, ...]:
        """Return the indicators that count records of a class.

        Args:
            kind: the class.
        """
        return tuple(self._counting.get(kind, ()))

    def rules(self, kind: type[AnyRecord]) -> Iterator[tuple[Indicator, Counting]]:
        """Yield the rules that count records of a class, each after its indicator.

        Args:
            kind: the class.
        """
        for indicator in self.counting(kind):
            yield from ((indicator, rule) for rule in indicator.counting if rule.of is kind)

    def question(self, question_id: str) -> Question:
        """Return the question with an id, either of the wording or of the plan itself.

        Args:
            question_id: the id.

        Raises:
            UnknownId: if there is no such question.
        """
        return _find("question", question_id, self._questions)

    def resolve(self, target: Target, asking: Asking) -> Indicator:
        """Return the indicator of a target, and remember the questions that it depends on.

        Args:
            target: a target of this plan.
            asking: the reading that answers the questions.

        Raises:
            InvalidValue: if the reading gives an answer that is not admissible.
        """
        match target.indicator:
            case Choice() as choice:
                answers = tuple(
                    asking.answer(self.question(question)) for question in choice.questions
                )
                return self.indicator(choice.chosen[answers])
            case indicator:
                return self.indicator(indicator)

    def indicator_of(self, target_id: str, reading: Reading | None = None) -> Indicator:
        """Return the indicator of a target under one reading.

        Args:
            target_id: the id of the target.
            reading: the reading; `None` for the default one.

        Raises:
            UnknownId: if the plan has no such target.
            InvalidValue: if the reading gives an answer that is not admissible.
        """
        return self.resolve(self.target(target_id), Asking(reading or Reading()))

    def wanted(self, reading: Reading) -> tuple[Wanted, ...]:
        """Return what each target asks for under a reading, found once for up to 16 readings.

        Args:
            reading: the reading.

        Raises:
            InvalidValue: if the reading gives an answer that is not admissible.
        """
        found = self._wanted.get(reading)
        if found is None:
            found = tuple(wanted(self, target, Asking(reading)) for target in self.targets)
            if len(self._wanted) >= _MOST_READINGS:
                self._wanted.clear()
            self._wanted[reading] = found
        return found

    def planned(self, indicator: Indicator, period: Period) -> Target | None:
        """Return the only target that may set a total of an indicator for exactly one period.

        For a phase that had ended before this edition came into force, it is the target of the
        edition of that time.

        Args:
            indicator: the indicator, under any answer to the questions of the target.
            period: the period of the phase.

        Returns:
            The target; `None` if there is no such target, or more than one.
        """
        setting = self._planned.get(period, {}).get(indicator.id, ())
        return setting[0] if len(setting) == 1 else None

    @cached_property
    def _budget(self) -> Mapping[tuple[str, Period], int]:
        """The amounts of the budget in đồng, by source and period."""
        return {(item.source, item.period): item.vnd for item in self.budget}

    def planned_money(self, source: str, period: Period) -> int | None:
        """Return the money that the budget plans from a source in a year or a phase, in đồng.

        Args:
            source: the id of the source.
            period: a calendar year or a phase.

        Returns:
            The amount for exactly this period, or else the sum of its calendar years; `None` if the
            budget does not name them all.
        """
        return planned_money(self._budget, source, period)

    def attested_by(self, document: Document) -> "Program":
        """Return the part of this plan that one document carries.

        It has the targets, answers, objectives and funding sources that the document supports. An
        answer that no document attests is kept, because no text decides its question.

        Args:
            document: a document that this edition cites.

        Returns:
            A plan with these parts, and with the citations of this document only.

        Raises:
            UnknownId: if this edition does not cite the document.
        """
        if document not in self.documents:
            raise UnknownId("document", document.id, tuple(cited.id for cited in self.documents))
        return _attested(self, document)


def _attested(program: Program, document: Document) -> Program:
    """Return the part of a plan that a document carries."""
    from nsc_program.plan._attested import (  # noqa: PLC0415  # few programs ask for it
        Attested,
        carried,
        carried_budget,
        citations_of,
    )

    part = Attested.of(document, program.questions, program.targets)
    sources = carried(program.funding_sources, document)
    return evolve(
        program,
        edition=f"{program.edition} ({document.id})",
        questions=part.questions,
        phases=tuple(map(part.phase, program.phases)),
        past=tuple(map(part.phase, program.past)),
        objectives=carried(program.objectives, document),
        funding_sources=sources,
        budget=carried_budget(program.budget, sources, document),
        citations=citations_of(document, program.citations),
    )
