"""Make the records of typed rows, a column at a time.

A row in doubt is left out, and is then looked at by itself. The validator of every field sees every
value, except keys so plain that all of them pass. The `__init__` of the records is not called,
because it would only validate the values again.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, repeat
from typing import Any

from attrs import Attribute, fields, fields_dict

from nsc_program.errors import NscError
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake.typed._fields import BAD, TypedField
from nsc_program.records._records import AnyRecord, Funding, agreement_of
from nsc_program.values._enterprise_codes import is_enterprise_code
from nsc_program.values._keys import PLAIN_KEY, is_key
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_text

_PLAIN: Mapping[Any, "re.Pattern[str]"] = {
    is_key: PLAIN_KEY,
    is_enterprise_code: PLAIN_KEY,
    is_text: re.compile("[^\ud800-\udfff]*"),
}
"""Maps some validators to a pattern; every text that matches it passes."""
_ENDS = ("period.start", "period.end")


def records_of(
    kind: type[AnyRecord],
    count: int,
    cells: Mapping[str, list[Any]],
    typed_fields: Mapping[str, TypedField],
) -> list[AnyRecord | None]:
    """Make the record of every row.

    Args:
        kind: the class of the records.
        count: the number of rows.
        cells: the cells of each column, by the name of the field or of its part.
        typed_fields: all fields that the rows can have, by name.

    Returns:
        The records in the order of the rows; `None` for a row that may have a fault.
    """
    values = {name: _values(typed_fields[name], column) for name, column in cells.items()}
    given = dict(_given(kind, values))
    absent = {
        attribute.name: typed_fields[attribute.name].absent
        for attribute in fields(kind)
        if attribute.name not in given
    }
    if any(value is BAD for value in absent.values()):
        return [None] * count
    constant = {name: repeat(value, count) for name, value in absent.items()}
    return list(_made(kind, count, {**given, **constant}, _in_doubt(kind, given)))


def _given(
    kind: type[AnyRecord], values: Mapping[str, list[Any]]
) -> Iterator[tuple[str, list[Any]]]:
    """Yield the values of the fields that any row has."""
    for attribute in fields(kind):
        column = _column(attribute.name, values)
        if column is not None:
            yield attribute.name, column


def _in_doubt(kind: type[AnyRecord], given: Mapping[str, list[Any]]) -> frozenset[int]:
    """Return the places of the rows with a value that the validator of its field rejects."""
    attributes = fields_dict(kind)
    places = (_refused(attributes[name], column) for name, column in given.items())
    return frozenset(chain.from_iterable(places))


def _values(of: TypedField, cells: list[Any]) -> list[Any]:
    """Return the values of the cells of a column, not yet validated."""
    exact, value = of.exact, of.value
    if exact.issuperset(map(type, cells)):
        return cells
    if _are_taken(of, cells):
        return cells
    texts = {cell for cell in cells if type(cell) is str} if str not in exact else ()
    read = {text: value(text) for text in texts}
    return [
        cell if type(cell) in exact else read[cell] if type(cell) is str else value(cell)
        for cell in cells
    ]


def _are_taken(of: TypedField, cells: list[Any]) -> bool:
    """Tell whether all cells are taken unchanged, besides those of exact types."""
    if of.item is None:
        return of.are_taken is not None and of.are_taken(cells)
    return _are_tuples(of.item, cells) and (of.are_taken is None or of.are_taken(cells))


def _are_tuples(item: type, cells: list[Any]) -> bool:
    """Tell whether all cells are tuples with items of one type only."""
    if not {tuple}.issuperset(map(type, cells)):
        return False
    return {item}.issuperset(map(type, chain.from_iterable(cells)))


def _column(name: str, values: Mapping[str, list[Any]]) -> list[Any] | None:
    """Return the values of a field, put together from its parts; `None` if no row has the field.

    Every value is `BAD` if both the whole and parts are given.
    """
    parts = [part for part in values if part.startswith(f"{name}.")]
    if not parts:
        return values.get(name)
    rows = list(zip(*map(values.__getitem__, parts), strict=True))
    if name in values or _lacks_an_end(name, parts):
        return [BAD] * len(rows)
    wholes = {row: _whole(parts, row) for row in set(rows)}
    return [wholes[row] for row in rows]


def _lacks_an_end(name: str, parts: Iterable[str]) -> bool:
    """Tell whether a period has only its first or only its last day."""
    return name == "period" and set(parts) != set(_ENDS)


def _whole(parts: Sequence[str], values: Sequence[Any]) -> Any:  # noqa: ANN401  # money or a period
    """Return the money or the period that its parts make; `BAD` if they do not fit."""
    if BAD in values:
        return BAD
    filled = {name: value for name, value in zip(parts, values, strict=True) if value is not None}
    try:
        if parts[0] in _ENDS:
            return Period(filled[_ENDS[0]], filled[_ENDS[1]])
        return tuple(Funding(name.removeprefix(FUNDING), vnd) for name, vnd in filled.items())
    except (NscError, LookupError):
        return BAD


def _refused(attribute: "Attribute[Any]", column: list[Any]) -> Iterator[int]:
    """Yield the places of the values that a validator rejects; it sees equal values once."""
    validate: Any = attribute.validator
    doubtful = set(_not_plain(validate, column))
    wrong = {value for value in doubtful if not _passes(validate, attribute, value)}
    return (index for index, value in enumerate(column) if value in wrong) if wrong else iter(())


def _not_plain(validate: Any, column: list[Any]) -> Iterable[Any]:  # noqa: ANN401  # a validator, perhaps of an optional value
    """Return the values that are not so plain that they surely pass."""
    plain = _PLAIN.get(getattr(validate, "validator", validate))
    if plain is None:
        return column
    return (cell for cell in column if type(cell) is not str or not plain.fullmatch(cell))


def _passes(validate: Callable[..., None], attribute: "Attribute[Any]", value: object) -> bool:
    """Tell whether a value could be read, and a validator accepts it."""
    if value is BAD:
        return False
    try:
        validate(None, attribute, value)
    except NscError:
        return False
    return True


def _made(
    kind: type[AnyRecord], count: int, columns: Mapping[str, Iterable[Any]], bad: AbstractSet[int]
) -> Iterator[AnyRecord | None]:
    """Yield the records, with their fields set column by column; `None` at the bad places."""
    records: list[Any] = list(map(object.__new__, repeat(kind, count)))
    for name, column in columns.items():
        _set(records, getattr(kind, name), column)
    check = agreement_of(kind)
    for index, record in enumerate(records):
        is_bad = index in bad or (check is not None and not _agrees(check, record))
        yield None if is_bad else record


def _set(records: list[Any], slot: Any, column: Iterable[Any]) -> None:  # noqa: ANN401  # of a class with slots
    """Set one field of all records."""
    deque(map(slot.__set__, records, column), maxlen=0)


def _agrees(check: Callable[..., None], record: AnyRecord) -> bool:
    """Tell whether the fields of a record agree with each other."""
    try:
        check(record)
    except NscError:
        return False
    return True
