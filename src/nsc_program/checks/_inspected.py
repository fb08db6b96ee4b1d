"""What the checks look at: a register as it stands, where it is said to be complete, and how records are named."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TypeAlias, TypeVar, assert_never, final

from attrs import frozen

from nsc_program.checks._types import Finding, KeyField, RecordName
from nsc_program.figures._tally import Figures
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Indicator
from nsc_program.records._counting import COUNTED_BY
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    PilotModel,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.records._register import KINDS, Register
from nsc_program.values._periods import unite
from nsc_program.values._validators import head_office
from nsc_program.verdicts._evaluation import Evaluation

Kind = TypeVar("Kind", bound=AnyRecord)
Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


@final
@frozen
class Inspected:
    """A register, and what was made of it."""

    evaluation: Evaluation
    register: Register

    @property
    def program(self) -> Program:
        """The plan."""
        return self.evaluation.made_from().program

    @property
    def figures(self) -> Figures:
        """The figures that the register was tallied to."""
        return self.evaluation.made_from().figures

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The records of a class as they stand: latest versions that are not annulled."""
        return [record for record in self.register.current if isinstance(record, kind)]

    def facts_like(self, kind: type[AnyRecord]) -> list[Fact]:
        """The plain facts that stand beside the records of a class: of the indicators that it is counted by."""
        return [fact for fact in self.of(Fact) if fact.indicator in COUNTED_BY[kind]]

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The program's indicators, by id."""
        return {indicator.id: indicator for indicator in self.program.indicators}

    def is_complete(self, kind: type[AnyRecord], day: date) -> bool:
        """Whether a class is said to be complete from the programme's beginning through this day.

        Every check of something that is missing asks this first. Nothing is said of days after that of judgement, nor
        while a row of the class is rejected: it may be what is missing.
        """
        until = self._complete_until.get(kind.__name__)
        return until is not None and self.program.period.first <= day <= min(
            until, self.figures.as_of
        )

    @cached_property
    def _complete_until(self) -> Mapping[str, date]:
        """The last day of completeness by class, of those classes that are complete from the beginning."""
        rejected = {row.what for row in self.register.unresolved}
        return {
            what: period.end
            for what in KINDS
            if what not in rejected
            for period in unite(self.register.claims_about(what))
            if self.program.period.first in period
        }


Rule: TypeAlias = Callable[[Inspected], Iterator[Finding]]
"""One check: everything of one kind that looks wrong."""


def named(record: AnyRecord) -> RecordName:
    """What a finding calls a record. A fact's key may be a person's, so its indicator stands for it."""
    return RecordName(
        type(record).__name__, record.indicator if isinstance(record, Fact) else record.id
    )


def names(records: Iterable[AnyRecord]) -> tuple[RecordName, ...]:
    """What a finding calls several records, each once, in one order."""
    return in_order(map(named, records))


def in_order(found: Iterable[RecordName]) -> tuple[RecordName, ...]:
    """Names, each once, in one order."""
    return tuple(sorted(dict.fromkeys(found), key=attrgetter("kind", "id")))


def grouped(pairs: Iterable[tuple[Key, Thing]]) -> dict[Key, list[Thing]]:
    """Things by what they have in common, in the order in which that comes up."""
    found: defaultdict[Key, list[Thing]] = defaultdict(list)
    for key, thing in pairs:
        found[key].append(thing)
    return dict(found)


def key_of(record: AnyRecord) -> tuple[KeyField, str] | None:
    """Whom or what a record is about; a branch is its head office. `None` of what names nobody."""
    match record:
        case Training(person=person) | Expert(person=person):
            return None if person is None else ("person", person)
        case Support(enterprise=code) | PilotModel(enterprise=code) | Enterprise(code=code):
            return "enterprise", head_office(code)
        case AssessmentBody(registration=registration):
            return "registration", registration
        case Dissemination() | ReportedFigure() | Fact():
            return None
        case _:  # pragma: no cover
            assert_never(record)
