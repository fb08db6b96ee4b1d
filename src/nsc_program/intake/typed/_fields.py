"""Define the fields that typed rows can have, and how their cells are read."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from types import NoneType
from typing import Any, TypeAlias, final, get_args, get_origin

from attrs import NOTHING, Attribute, evolve, fields, fields_dict, frozen

from nsc_program.errors import DocumentError, Problem
from nsc_program.intake._headings.columns import Column, _held, _validated, columns_of
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake.typed import _cells as typed
from nsc_program.records._records import AnyRecord
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._periods import Period

Reader: TypeAlias = Callable[[object], Any]

ABSENT: Any = type("Absent", (), {})()
"""Stands for the cell of a row that does not have the key."""
BAD: Any = type("Bad", (), {})()
"""Stands for the value of a cell that cannot be read."""
_OF_JSON = frozenset({str, int, bool, NoneType})
"""The types of the cells of documents that are taken unchanged, before they are validated."""


class NotInDocuments(Refused):  # as the errors of cells are named
    """A cell does not hold what the document of a register may hold.

    Attributes:
        problems: the problems that the document would have, with paths that begin within the cell.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems."""
        super().__init__(Fault.REFUSED)
        self.problems = problems


@final
@frozen
class TypedField:
    """A field, or a part of a field.

    Attributes:
        column: the column that reads and validates its cells.
        exact: the types of the cells that are taken unchanged, before they are validated.
        absent: the value for a row that does not have the key.
        blank: the value for a blank cell.
        item: the type of the items of a tuple that is taken unchanged; `None` for other fields.
        are_taken: tells whether cells are surely taken unchanged, in a field whose reader refuses
            some that its validator accepts; `None` for other fields.
        content: returns what a cell holds; `None` for a blank cell.
    """

    column: Column
    exact: frozenset[type]
    absent: Any
    blank: Any
    item: type | None = None
    are_taken: Callable[[Iterable[Any]], bool] | None = None
    content: Reader = typed.plain

    def value(self, cell: object) -> Any:  # noqa: ANN401  # the type depends on the field
        """Return the value of a cell, not yet validated.

        Returns:
            The value; `BAD` if the cell cannot be read, or is required and blank.
        """
        if cell is ABSENT:
            return self.absent
        try:
            content = self.content(cell)
            return self.blank if content is None else self.column.read(content)
        except Exception:  # noqa: BLE001  # a cell may be anything, and raise anything
            return BAD


def fields_of(
    kind: type[AnyRecord], more: Iterable[str] = (), recorded_on: date | None = None
) -> Mapping[str, TypedField]:
    """Return the fields of a class and their parts, by name.

    Args:
        kind: the class of the records.
        more: names of further fields, such as `funding.` and the id of a source.
        recorded_on: the day that replaces a blank `recorded_on`; `None` if unknown.

    Raises:
        UnknownId: if the class cannot have a field of a name in `more`.
    """
    attributes = fields_dict(kind)
    columns = dict(columns_of(kind, more=[name for name in more if name not in attributes]))
    if "funding" in attributes:
        columns["funding"] = _money(attributes["funding"])
    return {
        name: _field(column, attributes.get(name), recorded_on) for name, column in columns.items()
    }


def fields_in_documents(
    kind: type[AnyRecord], recorded_on: date | None = None
) -> Mapping[str, TypedField]:
    """Return the fields of a class as documents have them, by name.

    A cell is read as in the document of a register, and its value then as a typed cell.

    Args:
        kind: the class of the records.
        recorded_on: the day that replaces an absent `recorded_on`; `None` if unknown.
    """
    typed_fields = fields_of(kind, (), recorded_on)
    return {of.name: _in_documents(kind, of, typed_fields[of.name]) for of in fields(kind)}


def _in_documents(kind: type[AnyRecord], of: "Attribute[Any]", as_typed: TypedField) -> TypedField:
    """Return a field as documents have it."""
    # Imported only here, because most rows are not documents, and cattrs reads these.
    from nsc_program.serialization._documents import field_reader  # noqa: PLC0415

    from_document = partial(_from_document, field_reader(kind, of))
    is_money = of.name == "funding"
    check = typed.plausible if is_money else as_typed.column.read
    column = evolve(
        as_typed.column,
        read=lambda cell: check(from_document(cell)),
        needed=of.default is NOTHING,
    )
    return evolve(
        as_typed,
        column=column,
        exact=as_typed.exact & _OF_JSON,
        blank=as_typed.absent,
        item=None,
        are_taken=None if is_money else as_typed.are_taken,  # a document does not hold tuples
        content=partial(_content, from_document),
    )


def _from_document(read: Reader, cell: object) -> Any:  # noqa: ANN401  # the type depends on the field
    """Return the value of a cell, as a document has it."""
    try:
        return read(cell)
    except DocumentError as error:
        problems = error.problems
    raise NotInDocuments(problems)  # outside of `except`, so that it does not keep the cell


def _content(from_document: Reader, cell: object) -> object:
    """Return what a cell holds: null is blank where the document takes it."""
    return from_document(cell) if cell is None else cell


def _money(of: "Attribute[Any]") -> Column:
    """Return the column of money from several sources."""
    return Column("funding", typed.funding, partial(_validated, of))


def _field(column: Column, of: "Attribute[Any] | None", recorded_on: date | None) -> TypedField:
    """Return a field, with the values of its blank and absent cells."""
    read, exact = _taken(column.name, of)
    absent = _absent(column, of, recorded_on)
    # A blank among ticks means that the row is not verified.
    blank = False if column.name == "verified" else absent
    unchanged = exact | {NoneType} if blank is None else exact
    are_taken = _SURE.get(read)
    return TypedField(evolve(column, read=read), unchanged, absent, blank, _item(of), are_taken)


def _absent(column: Column, of: "Attribute[Any] | None", recorded_on: date | None) -> Any:  # noqa: ANN401
    """Return the value of a field that a row does not have."""
    if column.name == "recorded_on" and recorded_on is not None:
        return recorded_on
    if column.needed or column.name == "period":
        return BAD
    return None if of is None else of.default


def _item(of: "Attribute[Any] | None") -> type | None:
    """Return the type of the items of a field that holds a tuple; `None` for other fields."""
    held = None if of is None else _held(of.type)
    return get_args(held)[0] if get_origin(held) is tuple else None


_BY_NAME: Mapping[str, tuple[Reader, frozenset[type]]] = {
    "funding": (typed.funding, frozenset()),
    "person": (typed.person, frozenset()),
    "value": (typed.number, frozenset()),
    "period": (typed.period, frozenset({Period})),
    "period.start": (typed.day, frozenset({date})),
    "period.end": (typed.day, frozenset({date})),
}
"""The readers of some fields, and the types of the cells that are taken unchanged."""


def _are_codes(cells: Iterable[Any]) -> bool:
    """Tell whether all cells are texts of digits, which cannot be words in place of a code."""
    texts = [*cells]
    is_text = {str}.issuperset(map(type, texts))
    return is_text and all(map(str.isdecimal, texts)) and "".join(texts).isascii()


def _are_surely_none(_: Iterable[Any]) -> bool:
    """Tell that each key of a person must be read, as digits may be an identity number."""
    return False


_SURE: Mapping[Reader, Callable[[Iterable[Any]], bool]] = {
    typed.enterprise: _are_codes,
    typed.person: _are_surely_none,
    typed.funding: typed.are_plausible,
}
"""What tells cells that are surely taken unchanged, by the readers that refuse some of them."""
_BY_TYPE: Mapping[type, Reader] = {
    date: typed.day,
    bool: typed.yes_no,
    int: typed.whole,
    str: typed.text,
}


def _taken(name: str, of: "Attribute[Any] | None") -> tuple[Reader, frozenset[type]]:
    """Return the reader of a field's cells, and the types of the cells that are taken unchanged."""
    if name.startswith(FUNDING):
        return typed.money, frozenset()
    if name in _BY_NAME:
        return _BY_NAME[name]
    if of is not None and of.validator is is_enterprise_code:
        return typed.enterprise, frozenset()
    kind = _held(str if of is None else of.type)
    if get_origin(kind) is tuple:
        return typed.several(_reader_of(get_args(kind)[0])), frozenset()
    return _reader_of(kind), frozenset({kind})


def _reader_of(kind: Any) -> Reader:  # noqa: ANN401  # a type, which has no type of its own
    """Return the reader of a plain type."""
    return typed.member(kind) if issubclass(kind, StrEnum) else _BY_TYPE[kind]
