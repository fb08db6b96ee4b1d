"""Make the records of typed rows that are as the constructor of their class takes them.

The constructor takes exact values only, and what it makes is what the other ways make of the same
row, except that they refuse some values: words in place of a code, the name of a person, and money
in another unit. A row that it does not take is left to the other ways.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from attrs import fields_dict

from nsc_program.intake.typed._fields import TypedField
from nsc_program.intake.typed._rows import Plan
from nsc_program.intake.typed._sources import Given
from nsc_program.records._records import AnyRecord

_AT_ONCE = 1_000
"""The rows that are tried at once; if most of them are not taken, no later row is tried."""


def constructed(given: Given, plan: Plan) -> list[AnyRecord | None]:
    """Make the records that the constructor takes unchanged.

    Args:
        given: the rows.
        plan: their keys and fields.

    Returns:
        The records in the order of the rows; `None` for each row that must be read otherwise.
    """
    records: list[AnyRecord | None] = []
    judged = [(name, plan.fields[name]) for name in given.there if name in plan.fields]
    for start in range(0, given.count, _AT_ONCE) if _may_be_taken(given, plan) else ():
        rows = map(given.row, range(start, min(start + _AT_ONCE, given.count)))
        made, refused = _taken(rows, plan.kind, judged)
        records += made
        if 2 * len(refused) > len(made):
            break
    return records + [None] * (given.count - len(records))


def _taken(
    rows: Iterable[Mapping[Any, Any] | None],
    kind: type[AnyRecord],
    judged: Iterable[tuple[str, TypedField]],
) -> tuple[list[AnyRecord | None], set[int]]:
    """Make the records of some rows, and return the places of those to be read otherwise."""
    records, refused = _records(kind, rows)
    for name, field in judged:
        refused.update(_refused(name, field, records))
    for place in refused:
        records[place] = None
    return records, refused


def _may_be_taken(given: Given, plan: Plan) -> bool:
    """Tell whether the keys of rows are names of fields, which have the values of the records."""
    is_changed = given.by_column or plan.named or plan.as_documents
    is_as_given = not is_changed and plan.table.recorded_on is None
    return is_as_given and fields_dict(plan.kind).keys() >= {*given.there}


def _records(
    make: Callable[..., AnyRecord], rows: Iterable[Mapping[Any, Any] | None]
) -> tuple[list[AnyRecord | None], set[int]]:
    """Make the record of each row, and return the places of those that the constructor refuses."""
    records: list[AnyRecord | None] = []
    refused: set[int] = set()
    add = records.append
    for row in rows:
        try:
            add(make(**row))  # type: ignore[arg-type]  # one that is not a mapping fails
        except Exception:  # noqa: BLE001  # a cell may be anything, and raise anything
            refused.add(len(records))
            add(None)
    return records, refused


def _refused(name: str, field: TypedField, records: Sequence[AnyRecord | None]) -> Iterator[int]:
    """Give the places of the records with a value that the reader of a field refuses."""
    if field.are_taken is None or field.are_taken(map(attrgetter(name), filter(None, records))):
        return
    for place, record in enumerate(records):
        value = None if record is None else getattr(record, name)
        if value is not None and field.value(value) != value:
            yield place
