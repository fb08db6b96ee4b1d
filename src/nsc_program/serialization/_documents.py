"""The documents that are more than their class: a register by its classes of records, a plan with what it cites."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast, final, get_args

from attrs import define, field, fields, frozen
from cattrs import Converter
from cattrs.errors import BaseValidationError

from nsc_program._validators import shown
from nsc_program.canonical import BRIEF, FULL, NAMES, Form, Json, written
from nsc_program.changes import PhaseComparison
from nsc_program.errors import DocumentError, NscError, RegisterConflict, UnknownId
from nsc_program.evaluation import Evaluation
from nsc_program.program import Program
from nsc_program.records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    Funding,
    PilotModel,
    Record,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.register import Coverage, Identity, Register, UnreadRow, identity
from nsc_program.serialization._converter import is_object, listed, strict, strict_with
from nsc_program.serialization._parsing import json_name
from nsc_program.sources import Document, Text
from nsc_program.sweeping import Sweep
from nsc_program.targets import Unit

T = TypeVar("T")

SCHEMAS: Mapping[type, str] = MappingProxyType(
    {
        **NAMES,
        Register: "nsc-program/register/1",
        Evaluation: "nsc-program/evaluation/1",
        Sweep: "nsc-program/sweep/1",
        PhaseComparison: "nsc-program/comparison/1",
    }
)
"""The classes that have documents, and the name and version that each gives itself under `"schema"`."""


@cache
def converter() -> Converter:
    """The converter that reads all of this library's classes."""
    return strict_with({Register: lambda value, _: _register(value), Program: lambda value, _: _program(value)})


def read(value: object, kind: type[T]) -> T:
    """Make a value of what JSON held.

    Raises:
        DocumentError: with all problems, each with its path.
    """
    try:
        return converter().structure(value, kind)
    except (BaseValidationError, NscError) as error:
        problems = tuple(listed(error))
    # Not within the `except`: cattrs' own error holds keys as they were sent, and would stay behind this one.
    raise DocumentError(*problems)


# People write these; a result is read by systems that do not know our defaults.
_BRIEF = (Coverage, UnreadRow, Record, Funding, Fact)


def write(value: object) -> Json:
    """Write any value of this library."""
    if isinstance(value, Register):
        return _write_register(value)
    return written(value, _form(type(value)))


def _form(kind: type) -> Form:
    return BRIEF if issubclass(kind, _BRIEF) else FULL


# --- a register ---


@final
@frozen(kw_only=True)
class RegisterDocument:
    """A register's keys; one that is absent holds no records and makes no claim."""

    coverage: tuple[Coverage, ...] = ()
    set_aside: tuple[UnreadRow, ...] = ()
    enterprises: tuple[Enterprise, ...] = ()
    supports: tuple[Support, ...] = ()
    trainings: tuple[Training, ...] = ()
    experts: tuple[Expert, ...] = ()
    pilot_models: tuple[PilotModel, ...] = ()
    assessment_bodies: tuple[AssessmentBody, ...] = ()
    disseminations: tuple[Dissemination, ...] = ()
    reported_figures: tuple[ReportedFigure, ...] = ()
    facts: tuple[Fact, ...] = ()

    def placed(self) -> Iterator[tuple[str, AnyRecord]]:
        """Each record with its path."""
        for key in KEYS.values():
            for index, record in enumerate(getattr(self, key)):
                yield f"{key}[{index}]", record


KEYS: Mapping[type[AnyRecord], str] = {
    get_args(each.type)[0]: each.name for each in fields(RegisterDocument) if each.name not in ("coverage", "set_aside")
}
"""Under which key a register has the records of each class."""


def _register(value: object) -> Register:
    document = strict().structure(value, RegisterDocument)
    try:
        return Register((record for _, record in document.placed()), document.coverage, document.set_aside)
    except RegisterConflict as conflict:
        raise DocumentError(*_conflict_problems(document, set(conflict.args))) from None


def _conflict_problems(document: RegisterDocument, conflicts: set[Identity]) -> Iterator[tuple[str, str]]:
    first: dict[object, tuple[str, AnyRecord]] = {}
    for path, record in document.placed():
        name = identity(record)
        before, other = first.setdefault(name, (path, record))
        if name in conflicts and other != record:
            yield path, f"the id {shown(name[1])} stands at {before} too, with other content"


def _write_register(register: Register) -> Json:
    kept: dict[str, list[AnyRecord]] = {key: [] for key in KEYS.values()}
    for record in register.records:
        kept[KEYS[type(record)]].append(record)
    lists = {key: tuple(records) for key, records in kept.items()}
    return written(
        RegisterDocument(coverage=register.coverage, set_aside=register.set_aside, **cast(Any, lists)), BRIEF
    )


# --- a plan ---


def _program(value: object) -> Program:
    """Read a plan in which documents and units stand in lists, each once, and are named by their ids elsewhere."""
    given = dict(is_object(value, Program))
    lists = [_List("documents", "document", Document), _List("units", "unit", Unit)]
    problems = [problem for each in lists for problem in each.fill(given.pop(each.key, []))]
    try:
        program = strict_with({each.kind: each.named for each in lists}).structure(given, Program)
    except (BaseValidationError, NscError) as error:
        raise DocumentError(*problems, *listed(error)) from None
    named = {document.id for document in program.documents}, {indicator.unit.id for indicator in program.indicators}
    problems += [problem for each, ids in zip(lists, named, strict=True) for problem in each.unused(ids)]
    if problems:
        raise DocumentError(*problems)
    return program


# What stands in for a thing that could not be read, so that the rest of the document can be looked through.
_UNREAD = Text(vi="", en="")


def _stand_in(kind: type[Document | Unit], name: str) -> Document | Unit:
    return Document(id=name, title=_UNREAD, place="-") if kind is Document else Unit(id=name, label=_UNREAD)


@final
@define
class _List:
    """Things that a document lists once, to name them by their ids elsewhere."""

    key: str
    what: str
    kind: type[Document | Unit]
    things: dict[str, tuple[int, Document | Unit]] = field(factory=dict)

    def fill(self, value: Any) -> Iterator[tuple[str, str]]:
        """Read the things, and give the problems."""
        if type(value) is not list:
            yield self.key, f"expected a list, got {json_name(value)}"
            return
        for index, item in enumerate(value):
            path = f"{self.key}[{index}]"
            try:
                thing = strict().structure(item, self.kind)
            except (BaseValidationError, NscError) as error:
                yield from ((f"{path}.{inner}" if inner else path, message) for inner, message in listed(error))
                try:
                    thing = _stand_in(self.kind, item["id"])
                except (LookupError, TypeError, NscError):
                    continue
            if thing.id in self.things:
                yield path, f"the id {shown(thing.id)} stands at {self.key}[{self.things[thing.id][0]}] too"
            self.things.setdefault(thing.id, (index, thing))

    def named(self, value: Any, _: Any) -> Document | Unit:
        """Read an id."""
        wanted = strict().structure(value, str)
        if wanted not in self.things:
            raise UnknownId(self.what, wanted, tuple(self.things))
        return self.things[wanted][1]

    def unused(self, used: Collection[str]) -> Iterator[tuple[str, str]]:
        """Refuse what nothing names: it would be lost, and something else may be misspelt."""
        for name, (index, _) in self.things.items():
            if name not in used:
                yield f"{self.key}[{index}]", f"nothing names the {self.what} {shown(name)}"
