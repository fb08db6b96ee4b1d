"""The kinds of documents: their names, and how they are read and written.

A register's document has one list for each class of records.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast, final, get_args

from attrs import fields, frozen
from cattrs import Converter
from cattrs.errors import BaseValidationError

from nsc_program.errors import (
    DocumentError,
    Message,
    NscError,
    Path,
    Problem,
    RegisterConflict,
    place,
)
from nsc_program.plan._program import Program
from nsc_program.records._records import (
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
from nsc_program.records._register import Completeness, Register, RejectedRow
from nsc_program.records._versions import Identity, identity
from nsc_program.serialization._converter import listed, strict, strict_with
from nsc_program.serialization._plans import read_program
from nsc_program.serialization._writing import BRIEF, FULL, NAMES, Form, Json, written
from nsc_program.values._validators import shown
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._phase_comparison import PhaseComparison
from nsc_program.verdicts._sweep import Sweep

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
"""The classes that have documents, with the name and version that stand under `"schema"`."""


@cache
def converter() -> Converter:
    """Return the converter that reads all classes of this library."""
    return strict_with(
        {Register: lambda value, _: _register(value), Program: lambda value, _: read_program(value)}
    )


def read(value: object, kind: type[T]) -> T:
    """Read a value of a class from the content of a document.

    Args:
        value: the content, as JSON holds it.
        kind: the class.

    Raises:
        DocumentError: if it is not valid, with all problems, each with its path.
    """
    try:
        return converter().structure(value, kind)
    except (BaseValidationError, NscError) as error:
        problems = tuple(listed(error))
    # Raised outside of `except`: the error of cattrs holds keys as they were sent, and would be
    # kept as the context of this one.
    raise DocumentError(*problems)


# People write these documents. Results are read by systems that do not know our defaults.
_BRIEF = (Completeness, RejectedRow, Record, Funding, Fact)


def write(value: object) -> Json:
    """Return any value of this library as JSON has it.

    Args:
        value: the value.
    """
    if isinstance(value, Register):
        return _write_register(value)
    return written(value, _form(type(value)))


def _form(kind: type) -> Form:
    return BRIEF if issubclass(kind, _BRIEF) else FULL


# --- a register ---


@final
@frozen(kw_only=True)
class RegisterDocument:
    """The document of a register: a list for each kind of content, each of which may be left out.

    Attributes:
        completeness: the claims of completeness.
        rejected: the rejected rows.
        enterprises: the records of enterprises; the other lists hold those of the other classes.
    """

    completeness: tuple[Completeness, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    enterprises: tuple[Enterprise, ...] = ()
    supports: tuple[Support, ...] = ()
    trainings: tuple[Training, ...] = ()
    experts: tuple[Expert, ...] = ()
    pilot_models: tuple[PilotModel, ...] = ()
    assessment_bodies: tuple[AssessmentBody, ...] = ()
    disseminations: tuple[Dissemination, ...] = ()
    reported_figures: tuple[ReportedFigure, ...] = ()
    facts: tuple[Fact, ...] = ()

    def placed(self) -> Iterator[tuple[Path, AnyRecord]]:
        """Yield each record with its path."""
        for key in KEYS.values():
            for index, record in enumerate(getattr(self, key)):
                yield (key, index), record


KEYS: Mapping[type[AnyRecord], str] = {
    get_args(attribute.type)[0]: attribute.name
    for attribute in fields(RegisterDocument)
    if attribute.name not in ("completeness", "rejected")
}
"""The keys under which the document of a register has the records of each class."""


def _register(value: object) -> Register:
    document = strict().structure(value, RegisterDocument)
    try:
        return Register(
            (record for _, record in document.placed()), document.completeness, document.rejected
        )
    except RegisterConflict as conflict:
        raise DocumentError(*_conflict_problems(document, set(conflict.args))) from None


def _conflict_problems(document: RegisterDocument, conflicts: set[Identity]) -> Iterator[Problem]:
    """Yield a problem for each record that differs from an earlier one of the same identity."""
    first: dict[object, tuple[Path, AnyRecord]] = {}
    for path, record in document.placed():
        name = identity(record)
        before, other = first.setdefault(name, (path, record))
        if name in conflicts and other != record:
            yield _conflicting(path, shown(name[1]), before)


def _conflicting(path: Path, key: str, before: Path) -> Problem:
    message = Message(
        f"mã {key} cũng có ở {place(before)} với nội dung khác; "
        "sửa một bản, hoặc ghi ngày của bản sau vào recorded_on",
        f"the id {key} stands at {place(before)} too, with other content; "
        "correct one, or date the later with recorded_on",
    )
    return Problem(path, "conflicting-records", message)


def _write_register(register: Register) -> Json:
    kept: dict[str, list[AnyRecord]] = {key: [] for key in KEYS.values()}
    for record in register.records:
        kept[KEYS[type(record)]].append(record)
    lists = {key: tuple(records) for key, records in kept.items()}
    return written(
        RegisterDocument(
            completeness=register.completeness, rejected=register.rejected, **cast(Any, lists)
        ),
        BRIEF,
    )
