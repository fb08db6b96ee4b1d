"""The part of a plan that one document carries: its targets, and the answers that it attests."""

from collections.abc import Collection, Iterable, Mapping
from typing import Self, TypeVar, final

from attrs import evolve, frozen

from nsc_program.plan._budget import BudgetItem
from nsc_program.plan._questions import Answer, AnswerValue, Question
from nsc_program.plan._sources import Citation, Document
from nsc_program.plan._targets import Choice, FundingSource, Objective, Phase, Target

_Cited = TypeVar("_Cited", Target, Objective, FundingSource, BudgetItem)


def citations_of(document: Document, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return the citations of one document.

    Args:
        document: the document.
        citations: citations of any documents.
    """
    return tuple(citation for citation in citations if citation.document == document)


def carried(parts: Iterable[_Cited], document: Document) -> tuple[_Cited, ...]:
    """Return the parts that a document carries, with the citations of this document only.

    Args:
        parts: parts of a plan.
        document: the document.
    """
    own = ((part, citations_of(document, part.citations)) for part in parts)
    return tuple(evolve(part, citations=citations) for part, citations in own if citations)


def carried_budget(
    budget: Iterable[BudgetItem], sources: Iterable[FundingSource], document: Document
) -> tuple[BudgetItem, ...]:
    """Return the items of a budget that a document carries together with their sources.

    Args:
        budget: the budget of a plan.
        sources: the sources that the document carries.
        document: the document.
    """
    names = {source.id for source in sources}
    return tuple(item for item in carried(budget, document) if item.source in names)


@final
@frozen
class Attested:
    """What a document attests of a plan.

    Attributes:
        document: the document.
        questions: the questions, with the answers that the document attests.
        kept: the ids of the targets that the document carries.
    """

    document: Document
    questions: tuple[Question, ...]
    kept: Collection[str]

    @classmethod
    def of(
        cls, document: Document, questions: Iterable[Question], targets: Iterable[Target]
    ) -> Self:
        """Return what a document attests of some questions and targets.

        Args:
            document: the document.
            questions: the questions of the plan.
            targets: the targets of the plan.
        """
        kept = {target.id for target in carried(targets, document)}
        attested = tuple(_attested_question(question, document) for question in questions)
        return cls(document, attested, kept)

    def phase(self, phase: Phase) -> Phase:
        """Return a phase with the targets that the document carries.

        Args:
            phase: a phase of the plan.
        """
        targets = carried(phase.targets, self.document)
        return evolve(phase, targets=tuple(map(self._target, targets)))

    def _target(self, target: Target) -> Target:
        """Return a target without the wholes and the answers that the document does not carry."""
        part_of = target.part_of if target.part_of in self.kept else None
        match target.indicator:
            case Choice() as choice:
                return evolve(target, part_of=part_of, indicator=self._choice(choice))
            case _:
                return evolve(target, part_of=part_of)

    def _choice(self, choice: Choice) -> Choice:
        """Return a choice with the rows of which every answer is attested."""
        values = self._values()
        admissible = [values[question] for question in choice.questions]
        rows = [row for row in choice.indicators if _is_admissible(row[0], admissible)]
        return Choice(choice.questions, rows)

    def _values(self) -> Mapping[str, set[AnswerValue]]:
        """Return the values of the attested answers, by question."""
        return {
            question.id: {answer.value for answer in question.answers}
            for question in self.questions
        }


def _is_admissible(
    answers: Iterable[AnswerValue], admissible: Iterable[Collection[AnswerValue]]
) -> bool:
    """Return whether each answer is one of the admissible answers to its question."""
    return all(answer in values for answer, values in zip(answers, admissible, strict=True))


def _attested_question(question: Question, document: Document) -> Question:
    """Return a question with the answers that a document attests.

    If it attests none of the answers, it does not decide the question, and all answers stay.
    """
    kept = [answer for answer in question.answers if _may_be_read(answer, document)]
    answers = tuple(_attested_answer(answer, document) for answer in kept or question.answers)
    return evolve(question, answers=answers, citations=citations_of(document, question.citations))


def _may_be_read(answer: Answer, document: Document) -> bool:
    """Return whether a document attests an answer, or no document does."""
    return not answer.attested_by or document.id in answer.attested_by


def _attested_answer(answer: Answer, document: Document) -> Answer:
    """Return an answer that only one document attests, if that does."""
    own = tuple(name for name in answer.attested_by if name == document.id)
    return evolve(answer, attested_by=own)
