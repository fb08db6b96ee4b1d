"""The kinds of documents: their names, and how they are read and written.

A register's document has one list for each class of records.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from operator import itemgetter
from types import GenericAlias, MappingProxyType
from typing import Any, TypeAlias, TypeVar, cast, final, get_args

import attrs
from attrs import fields, frozen
from attrs.validators import optional
from cattrs import Converter
from cattrs.errors import BaseValidationError

from nsc_program.errors import (
    DocumentError,
    InvalidType,
    InvalidValue,
    Message,
    NscError,
    Path,
    Problem,
    RegisterConflict,
    place,
)
from nsc_program.plan._program import Program
from nsc_program.records._base import Record, is_record_class
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    Funding,
    PilotModel,
    Support,
    Training,
)
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import RejectedRow
from nsc_program.records._reports import ReportedFigure
from nsc_program.records._versions import Identity, identity
from nsc_program.serialization._converter import strict, strict_with, value_reader
from nsc_program.serialization._plans import read_program
from nsc_program.serialization._problems import at_most, listed
from nsc_program.serialization._scalars import Hook
from nsc_program.serialization._writing import BRIEF, FULL, NAMES, Form, Json, written
from nsc_program.values._territories import is_territory
from nsc_program.values._validators import shown, wrong_type

T = TypeVar("T")

_OF_INPUTS: Mapping[type, str] = MappingProxyType({**NAMES, Register: "nsc-program/register/1"})


@cache
def _of_results() -> Mapping[type, str]:
    """Return the names of the documents of results; most programs read and write none of them."""
    from nsc_program.verdicts._evaluation import Evaluation  # noqa: PLC0415
    from nsc_program.verdicts._phase_comparison import PhaseComparison  # noqa: PLC0415
    from nsc_program.verdicts._plan_comparison import PlanComparison  # noqa: PLC0415
    from nsc_program.verdicts._sweep import Sweep  # noqa: PLC0415

    return {
        Evaluation: "nsc-program/evaluation/1",
        Sweep: "nsc-program/sweep/1",
        PhaseComparison: "nsc-program/comparison/1",
        PlanComparison: "nsc-program/plans/1",
    }


@cache
def _of_lists() -> Mapping[type, str]:
    """Return the names of the documents that list things to look at."""
    from nsc_program.checks._document import Findings  # noqa: PLC0415
    from nsc_program.verdicts._diff import Diff  # noqa: PLC0415
    from nsc_program.verdicts._evidence import Evidence  # noqa: PLC0415
    from nsc_program.verdicts._funding_document import FundingTotals  # noqa: PLC0415

    return {
        Findings: "nsc-program/findings/1",
        Evidence: "nsc-program/evidence/1",
        Diff: "nsc-program/diff/1",
        FundingTotals: "nsc-program/funding/1",
    }


@final
class Schemas(Mapping[type, str]):
    """The names of documents by class; the classes of results are imported when needed."""

    def __getitem__(self, kind: type) -> str:
        """Return the name of the documents of a class."""
        return _OF_INPUTS.get(kind) or _of_results().get(kind) or _of_lists()[kind]

    def __iter__(self) -> Iterator[type]:
        """Return the classes, in order."""
        return chain(_OF_INPUTS, _of_results(), _of_lists())

    def __len__(self) -> int:
        """Return the number of classes."""
        return len(_OF_INPUTS) + len(_of_results()) + len(_of_lists())


SCHEMAS = Schemas()
"""The classes that have documents, with the name and version that stand under `"schema"`."""


Lists: TypeAlias = tuple[tuple[str, type[Record]], ...]
"""The keys under which documents have the records of an embedder's classes, with the classes."""


@cache
def converter(lists: Lists = ()) -> Converter:
    """Return the converter that reads all classes of this library.

    Args:
        lists: the lists of records of an embedder's classes.
    """
    others = tuple(kind for _, kind in lists)
    hooks: dict[type, Hook] = {
        Register: lambda value, _: _register(value, lists),
        Program: lambda value, _: read_program(value, others),
    }
    return strict_with(hooks, others)


def read(value: object, kind: type[T], lists: Lists = ()) -> T:
    """Read a value of a class from the content of a document.

    Args:
        value: the content, as JSON holds it.
        kind: the class.
        lists: the lists of records of an embedder's classes.

    Raises:
        DocumentError: if it is not valid, with all problems, each with its path.
    """
    found: T = read_with(converter(lists).structure, value, kind)
    return found


def read_with(hook: Hook, value: object, kind: Any) -> Any:
    """Read a value with one of the functions of a converter.

    Args:
        hook: the function.
        value: the content of a document.
        kind: the type that the function reads.

    Raises:
        DocumentError: if it is not valid, with all problems, each with its path.
    """
    try:
        return hook(value, kind)
    except (BaseValidationError, NscError) as error:
        problems = tuple(at_most(listed(error)))
    # Raised outside of `except`: the error of cattrs holds keys as they were sent, and would be
    # kept as the context of this one.
    raise DocumentError(*problems)


def field_reader(kind: type, attribute: "attrs.Attribute[Any]") -> Callable[[object], Any]:
    """Return the function that reads the value of a field, which its validator has not yet seen.

    Args:
        kind: the class that has the field.
        attribute: the attribute of the field.

    Returns:
        A function that raises a `DocumentError` with paths that begin within the value.
    """
    hook = value_reader(kind, attribute, converter())
    return partial(read_with, hook, kind=attribute.type)


# People write these documents. Results are read by systems that do not know our defaults.
_BRIEF = (Completeness, RejectedRow, Record, Funding, Fact)


Rows: TypeAlias = Callable[[type[AnyRecord], tuple[AnyRecord, ...]], Json]
"""A function that returns what stands for records of one class in a document."""


def _brief_rows(_: type[AnyRecord], records: tuple[AnyRecord, ...]) -> Json:
    return written(records, BRIEF)


def write(value: object, lists: Lists = (), rows: Rows = _brief_rows) -> Json:
    """Return any value of this library as JSON has it.

    Args:
        value: the value.
        lists: the lists of records of an embedder's classes.
        rows: what writes the records of a register.

    Raises:
        InvalidType: for a register with records of a class that is not among the lists.
    """
    if isinstance(value, Register):
        return _write_register(value, lists, rows)
    return written(value, _form(type(value)))


def _form(kind: type) -> Form:
    return BRIEF if issubclass(kind, _BRIEF) else FULL


# --- a register ---


@final
@frozen(kw_only=True)
class RegisterDocument:
    """The document of a register: a list for each kind of content, each of which may be left out.

    Attributes:
        territory: the code of the territory that the register is about.
        completeness: the claims of completeness.
        rejected: the rejected rows.
        enterprises: the records of enterprises; the other lists hold those of the other classes.
    """

    territory: str | None = attrs.field(default=None, validator=optional(is_territory))
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
        for key in self._keys():
            for index, record in enumerate(getattr(self, key)):
                yield (key, index), record

    def _keys(self) -> list[str]:
        """Return the keys of the lists of records."""
        names = (attribute.name for attribute in fields(type(self)))
        return [name for name in names if name not in _NO_RECORDS]


@final
@frozen(kw_only=True)
class RestOfRegister:
    """The parts of a register's document that the exact reader reads after the fast one.

    It needs no readers of the other classes, which cost as much to make as some thousand records
    to read.
    """

    territory: str | None = attrs.field(default=None, validator=optional(is_territory))
    completeness: tuple[Completeness, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    reported_figures: tuple[ReportedFigure, ...] = ()


_NO_RECORDS = ("territory", "completeness", "rejected")


KEYS: Mapping[type[AnyRecord], str] = {
    get_args(attribute.type)[0]: attribute.name
    for attribute in fields(RegisterDocument)
    if attribute.name not in _NO_RECORDS
}
"""The keys under which the document of a register has the records of each class."""


@cache
def document_of(lists: Lists) -> type[RegisterDocument]:
    """Return the class of documents that have further lists of records.

    Args:
        lists: the lists of records of an embedder's classes.
    """
    if not lists:
        return RegisterDocument
    further: dict[str, Any] = {
        key: attrs.field(default=(), type=cast(Any, GenericAlias(tuple, (kind, ...))))
        for key, kind in lists
    }
    bases, name = (RegisterDocument,), RegisterDocument.__name__
    return attrs.make_class(name, further, bases=bases, frozen=True, kw_only=True)


def _register(value: object, lists: Lists) -> Register:
    others = tuple(kind for _, kind in lists)
    document = strict(others).structure(value, document_of(lists))
    try:
        return Register(
            (record for _, record in document.placed()),
            document.completeness,
            document.rejected,
            territory=document.territory,
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


def _write_register(register: Register, lists: Lists, rows: Rows) -> Json:
    keys: dict[type[AnyRecord], str] = {**KEYS, **{kind: key for key, kind in lists}}
    records = _by_key(register.records, keys)
    whole = RegisterDocument(
        territory=register.territory,
        completeness=register.completeness,
        rejected=register.rejected,
    )
    lists_of_records = {key: rows(kind, records[key]) for kind, key in keys.items() if records[key]}
    return written(whole, BRIEF) | lists_of_records


def _by_key(
    records: Iterable[AnyRecord], keys: Mapping[type[AnyRecord], str]
) -> Mapping[str, tuple[AnyRecord, ...]]:
    """Return the records of each class, by the key of the class."""
    kept: dict[str, list[AnyRecord]] = {key: [] for key in keys.values()}
    for record in records:
        if type(record) not in keys:
            raise _without_a_key(type(record))
        kept[keys[type(record)]].append(record)
    return {key: tuple(of_class) for key, of_class in kept.items()}


def _without_a_key(kind: type[AnyRecord]) -> InvalidType:
    name = kind.__name__
    return InvalidType.at(
        "records",
        code="class-without-a-key",
        vi=f"loại hồ sơ {name} chưa có khóa trong văn bản; thêm vào records, như "
        f'records={{"my_records": {name}}}',
        en=f"the class {name} does not have a key in documents; give it one in records, such as "
        f'records={{"my_records": {name}}}',
    )


def lists_of(records: Mapping[str, type[Record]] | None) -> Lists:
    """Return the lists of records of an embedder's classes, in order.

    Args:
        records: the classes by their keys in documents; `None` for none.

    Raises:
        InvalidType: for a class that is not a class of records.
        InvalidValue: for a key that is not a plain name, or that documents use otherwise.
    """
    lists = tuple(sorted((records or {}).items(), key=itemgetter(0)))
    for key, kind in lists:
        if not is_record_class(kind) or kind in KEYS:
            raise wrong_type("records", _OWN_CLASS, kind)
        if key in _TAKEN or not _KEY.fullmatch(key):
            raise _unusable_key(shown(key))
    return lists


_TAKEN = {attribute.name for attribute in fields(RegisterDocument)} | {"schema"}
"""The keys that documents of registers have already."""


def _unusable_key(key: str) -> InvalidValue:
    return InvalidValue.at(
        "records",
        code="unusable-key",
        vi=f"khóa {key} không dùng được; viết chữ thường, số và dấu gạch dưới, "
        "khác các khóa có sẵn",
        en=f"the key {key} cannot be used; write lower-case letters, digits and "
        "underscores, and not a key that documents have already",
    )


_KEY = re.compile(r"[a-z][a-z0-9_]*")
_OWN_CLASS = Message(
    "lớp hồ sơ tự định nghĩa, kế thừa Record", "a class of your own derived from Record"
)
