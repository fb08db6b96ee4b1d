"""The view of a register that the rules share, and the names of records in findings."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, final

from attrs import frozen

from nsc_program.checks._named import KeyField, RecordName
from nsc_program.figures._figures import Figures
from nsc_program.figures._territories import part_of
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Enterprise,
    Expert,
    Fact,
    PilotModel,
    Support,
    Training,
    record_class_names,
)
from nsc_program.records._register import Register
from nsc_program.values._enterprise_codes import head_office
from nsc_program.values._periods import unite
from nsc_program.verdicts._evaluation import Evaluation

if TYPE_CHECKING:
    from nsc_program.checks._types import Finding

Kind = TypeVar("Kind", bound=AnyRecord)
Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


@final
@frozen
class Inspected:
    """A register with its evaluation.

    Attributes:
        evaluation: the evaluation of the register, with its plan and its figures.
        register: the register.
    """

    evaluation: Evaluation
    register: Register

    @property
    def program(self) -> Program:
        """The plan."""
        return self.evaluation.made_from().program

    @property
    def figures(self) -> Figures:
        """The figures of the register; their `as_of` is the day of judgement."""
        return self.evaluation.made_from().figures

    @cached_property
    def by_class(self) -> Mapping[Any, Sequence[Any]]:
        """The latest versions of the records of each class, without annulled records."""
        classes: Iterable[Any] = map(type, self.register.current)
        return grouped(zip(classes, self.register.current, strict=True))

    def of(self, kind: type[Kind]) -> Sequence[Kind]:
        """Return the latest versions of the records of a class, without annulled records."""
        return self.by_class.get(kind, ())

    @cached_property
    def _keys(self) -> dict[Any, Sequence[str]]:
        return {}

    def keys(self, kind: Any) -> Sequence[str]:
        """Return the keys of the records of a class, in the order of the records.

        Each is the key that `key_of` returns, without what it identifies; it is empty where
        `key_of` returns `None`.
        """
        if kind not in self._keys:
            self._keys[kind] = _keys_of(kind, self.of(kind))
        return self._keys[kind]

    def facts_like(self, kind: type[AnyRecord]) -> list[Fact]:
        """Return the plain facts on the indicators that count the records of a class."""
        counting = self._ids_counting(kind)
        return [fact for fact in self.of(Fact) if fact.indicator in counting]

    def _ids_counting(self, kind: type[AnyRecord]) -> set[str]:
        """Return the ids of the indicators that count the records of a class."""
        return {indicator.id for indicator in self.program.counting(kind)}

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators of the plan, by id."""
        return {indicator.id: indicator for indicator in self.program.indicators}

    def is_complete(self, kind: type[AnyRecord], day: date) -> bool:
        """Return whether a class is complete from the beginning of the plan through a day.

        Every rule about missing entries asks this first. The answer is `False` after the day of
        judgement; while a row of the class is rejected, because the row may hold the entry; and if
        the register is about a part of the plan's territory, because another part may have it.
        """
        until = self._complete_until.get(kind.__name__)
        return until is not None and self.program.period.first <= day <= min(
            until, self.figures.as_of
        )

    @cached_property
    def _complete_until(self) -> Mapping[str, date]:
        """The last day of completeness of the classes that are complete from the beginning."""
        if part_of(self.program, self.register) is not None:
            return {}
        rejected = {row.what for row in self.register.unresolved}
        return {
            what: period.end
            for what in record_class_names()
            if what not in rejected
            for period in unite(self.register.claims_about(what))
            if self.program.period.first in period
        }


class Rule(Protocol):
    """A rule of the checks: it takes a register with its evaluation, and yields its findings."""

    def __call__(self, seen: Inspected, /) -> "Iterator[Finding]":
        """Yield the entries that look wrong."""


def found_by(rules: Iterable[Rule], seen: Inspected) -> "tuple[Finding, ...]":
    """Return the findings of some rules, each once, in the order of the rules."""
    return tuple(dict.fromkeys(chain.from_iterable(rule(seen) for rule in rules)))


def named(record: AnyRecord) -> RecordName:
    """Return the name of a record; for a fact its indicator, since its key may be a person's."""
    id_ = record.indicator if isinstance(record, Fact) else record.id
    return RecordName(type(record).__name__, id_)


def names(records: Iterable[AnyRecord]) -> tuple[RecordName, ...]:
    """Return the names of records, each once, in order."""
    return in_order(map(named, records))


def in_order(given: Iterable[RecordName]) -> tuple[RecordName, ...]:
    """Return names of records, each once, in order."""
    return tuple(sorted(dict.fromkeys(given), key=attrgetter("kind", "id")))


def grouped(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    """Return items by key; the keys are in the order in which they first occur."""
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return dict(groups)


_KEYS: Mapping[type[AnyRecord], tuple[KeyField, str]] = {
    Training: ("person", "person"),
    Expert: ("person", "person"),
    Support: ("enterprise", "enterprise"),
    PilotModel: ("enterprise", "enterprise"),
    Enterprise: ("enterprise", "code"),
    AssessmentBody: ("registration", "registration"),
}
"""What the key of a record of each class identifies, and the field that holds it."""


def key_of(record: AnyRecord) -> tuple[KeyField, str] | None:
    """Return the person or thing that a record is about; a branch stands for its head office.

    Returns:
        What the key identifies, and the key; `None` if the record has no such key.
    """
    what = identified_by(type(record))
    key = what and _keys_of(type(record), [record])[0]
    return (what, key) if what and key else None


def identified_by(kind: type[AnyRecord]) -> KeyField | None:
    """Return what the keys of the records of a class identify; `None` if they have no keys."""
    return _KEYS[kind][0] if kind in _KEYS else None


def _keys_of(kind: type[AnyRecord], records: Iterable[AnyRecord]) -> list[str]:
    """Return the keys of records of one class, empty where they are not known."""
    what, name = _KEYS[kind]
    keys = map(attrgetter(name), records)
    return list(map(head_office, keys)) if what == "enterprise" else [key or "" for key in keys]
