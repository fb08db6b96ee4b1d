"""Records as the rows of tables, on every engine that the tests use."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from attrs import evolve

from made_up_plans import plan
from nsc_program import (
    HANOI,
    Completeness,
    InvalidType,
    InvalidValue,
    Period,
    PilotModel,
    Program,
    Range,
    Support,
    Training,
)
from nsc_program.figures.tables import tally_tables
from nsc_program.records import Fact, Record, Register
from nsc_program.records._fields import RecordField, record_fields
from server_engines import asked_for

Frames = Mapping[type[Record], Any]
_LEFT_OUT = {"funding"}  # its values are not plain, and no rule asks for it


def _type(described: RecordField) -> type[pl.DataType]:
    if described.several or described.base is str:
        return pl.String
    plain = {date: pl.Date, bool: pl.Boolean, int: pl.Int64}
    return plain.get(described.base, pl.String)


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        return ";".join(map(_plain, value))
    return value.value if isinstance(value, Enum) else value


def columns(kind: type[Record]) -> Mapping[str, RecordField]:
    """Return the fields of a class that a table can hold, by name."""
    return {name: one for name, one in record_fields(kind).items() if name not in _LEFT_OUT}


def raw(kind: type[Record], rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Return a table of rows that no record may stand for."""
    schema = {name: _type(one) for name, one in columns(kind).items()}
    return pl.DataFrame([[row[name] for name in schema] for row in rows], schema, orient="row")


def frame(kind: type[Record], records: Iterable[Record]) -> pl.DataFrame:
    """Return the table of the records of one class."""
    names = columns(kind)
    return raw(kind, [{name: _plain(getattr(one, name)) for name in names} for one in records])


_CONNECTION = duckdb.connect()


def in_duckdb(table: pl.DataFrame) -> duckdb.DuckDBPyRelation:
    """Return a relation of a database that holds the rows."""
    return _CONNECTION.from_arrow(table.to_arrow())


def in_pandas(table: pl.DataFrame) -> pd.DataFrame:
    """Return a frame of pandas with the types of Arrow, which know dates and nulls."""
    return table.to_arrow().to_pandas(types_mapper=pd.ArrowDtype)


ENGINES: Mapping[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda table: table,
    "lazy": lambda table: table.lazy(),
    "duckdb": in_duckdb,
    "pyarrow": lambda table: table.to_arrow(),
    "pandas": in_pandas,
    **asked_for(),
}


def apart(
    register: Register, kinds: Iterable[type[Record]], indicators: Iterable[str]
) -> tuple[Mapping[type[Record], pl.DataFrame], Register, Register]:
    """Return tables of some classes, the register with the rest, and the register of everything.

    Facts about the given indicators are left out of both registers.
    """
    counted = set(indicators)
    chosen = tuple(kinds)
    records = [
        record
        for record in register.records
        if not (isinstance(record, Fact) and record.indicator in counted)
    ]
    rest = [record for record in records if type(record) not in chosen]
    tables = {kind: frame(kind, [one for one in records if type(one) is kind]) for kind in chosen}
    claims, rejected = register.completeness, register.rejected
    return tables, Register(rest, claims, rejected), Register(records, claims, rejected)


DAY = date(2024, 5, 1)
AS_OF = date(2035, 12, 31)
EVERY = Period.until(AS_OF)
NOTHING = Register()
SUPPORTED = plan(HANOI.indicator("supported/city"))
PEOPLE = plan(HANOI.indicator("trained/persons"), HANOI.indicator("trained/participations"))


def support(number: int, **fields: object) -> Support:
    head = {"id": f"s{number}", "enterprise": f"SAMPLE-{number}", "started_on": DAY}
    return Support(**{**head, "completed_on": DAY, **fields})  # type: ignore[arg-type]


def table(*records: Record) -> pl.DataFrame:
    return frame(type(records[0]), records)


def counted(
    program: Program,
    *tables: pl.DataFrame,
    register: Register = NOTHING,
    of: Any = (Support,),  # noqa: ANN401
) -> list[Range]:
    """Return the figures of a plan over its first phase, with tables that are complete."""
    claims = [Completeness(kind, EVERY) for kind in (Support, Training, PilotModel)]
    known = evolve(register, completeness=claims)
    figures = {
        name: tally_tables(
            program,
            {kind: made(one) for kind, one in zip(of, tables, strict=True)},
            known,
            as_of=AS_OF,
        )
        for name, made in ENGINES.items()
    }
    (same,) = set(figures.values())
    period = program.phases[0].period
    return [same.figure(indicator, period).range for indicator in program.indicators]


def refusal(rows: Any, program: Program = SUPPORTED, of: Any = Support) -> str:  # noqa: ANN401
    """Return why a table is refused, which is the same on every engine."""
    messages = set()
    for made in ENGINES.values():
        with pytest.raises((InvalidValue, InvalidType)) as refused:
            tally_tables(program, {of: made(rows)}, as_of=AS_OF)
        messages.add(str(refused.value))
    (same,) = messages
    return re.sub(r"Int(32|64)|Datetime.*;", "…", same)
