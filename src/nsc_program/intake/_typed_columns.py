"""The records of typed rows, made a column at a time.

Whatever is in doubt is left out, and its row looked at by itself. Each field's own validator sees each of the values,
but for keys so plain that all of them pass; only the `__init__` that would look at them once more is not called.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import Any

from attrs import Attribute, fields

from nsc_program.errors import NscError
from nsc_program.intake._headings import FUNDING
from nsc_program.intake._typed_fields import BAD, TypedField
from nsc_program.records._records import AnyRecord, Funding
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_enterprise_code, is_key, is_text

_PLAIN_KEY = re.compile(r"[A-Za-z][!-~]{0,199}|[0-9]{10}")
_PLAIN: Mapping[Any, "re.Pattern[str]"] = {
    is_key: _PLAIN_KEY,
    is_enterprise_code: _PLAIN_KEY,
    is_text: re.compile("[^\ud800-\udfff]*"),
}
"""Of some validators, what every text that is like this passes."""
_ENDS = ("period.start", "period.end")


def records_of(
    kind: type[AnyRecord],
    count: int,
    cells: Mapping[str, list[Any]],
    known: Mapping[str, TypedField],
) -> list[AnyRecord | None]:
    """The record of each row; `None` if there may be anything wrong with the row."""
    held = {name: _values(known[name], column) for name, column in cells.items()}
    bad: set[int] = set()
    columns: dict[str, Iterable[Any]] = {}
    for attribute in fields(kind):
        column = _column(attribute.name, held)
        if column is None:
            columns[attribute.name] = repeat(known[attribute.name].absent, count)
            continue
        columns[attribute.name] = column
        bad.update(_refused(attribute, column))
    if any(
        known[name].absent is BAD
        for name in known
        if "." not in name and _column(name, held) is None
    ):
        return [None] * count
    return list(_made(kind, count, columns, bad))


def _values(of: TypedField, cells: list[Any]) -> list[Any]:
    """The cells of a column as values."""
    exact, value = of.exact, of.value
    if exact.issuperset(map(type, cells)) or (of.item is not None and _are_tuples(of.item, cells)):
        return cells
    return [cell if type(cell) in exact else value(cell) for cell in cells]


def _are_tuples(item: type, cells: list[Any]) -> bool:
    """Whether all cells are tuples, and hold nothing but one type."""
    return {tuple}.issuperset(map(type, cells)) and {item}.issuperset(
        map(type, chain.from_iterable(cells))
    )


def _column(name: str, held: Mapping[str, list[Any]]) -> list[Any] | None:
    """The values of a field, put together of its parts; each is `BAD` where a whole and parts are given."""
    parts = [each for each in held if each.startswith(f"{name}.")]
    if not parts:
        return held.get(name)
    rows = list(zip(*(held[each] for each in parts), strict=True))
    if name in held or (name == "period" and set(parts) != set(_ENDS)):
        return [BAD] * len(rows)
    made = {row: _whole(parts, row) for row in set(rows)}
    return [made[row] for row in rows]


def _whole(parts: Sequence[str], values: Sequence[Any]) -> Any:  # noqa: ANN401  # money or a period
    """What the parts make."""
    if BAD in values:
        return BAD
    given = {name: value for name, value in zip(parts, values, strict=True) if value is not None}
    try:
        if parts[0] in _ENDS:
            return Period(given[_ENDS[0]], given[_ENDS[1]])
        return tuple(Funding(name.removeprefix(FUNDING), vnd) for name, vnd in given.items())
    except (NscError, LookupError):
        return BAD


def _refused(of: "Attribute[Any]", column: list[Any]) -> Iterator[int]:
    """Where a field's validator refuses a value; it sees each once."""
    validate: Any = of.validator
    plain = _PLAIN.get(getattr(validate, "validator", validate))  # some are optional
    seen: Iterable[Any] = column
    if plain is not None:
        seen = (value for value in column if type(value) is not str or not plain.fullmatch(value))
    wrong = {value for value in set(seen) if value is BAD or not _passes(validate, of, value)}
    return (index for index, value in enumerate(column) if value in wrong) if wrong else iter(())


def _passes(validate: Callable[..., None], of: "Attribute[Any]", value: object) -> bool:
    try:
        validate(None, of, value)
    except NscError:
        return False
    return True


def _made(
    kind: type[AnyRecord], count: int, columns: Mapping[str, Iterable[Any]], bad: set[int]
) -> Iterator[AnyRecord | None]:
    records: list[Any] = list(map(object.__new__, repeat(kind, count)))
    for name, column in columns.items():
        for _ in map(getattr(kind, name).__set__, records, column):
            pass
    check = getattr(kind, "__attrs_post_init__", None)
    for index, record in enumerate(records):
        yield None if index in bad or (check is not None and not _agrees(check, record)) else record


def _agrees(check: Callable[..., None], record: AnyRecord) -> bool:
    try:
        check(record)
    except NscError:
        return False
    return True
