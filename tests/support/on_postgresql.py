"""Tables of a PostgreSQL server, for the tests that `nox -s postgresql` runs."""

import os
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

import ibis
import polars as pl
import psycopg

_CONNECTION = ibis.postgres.from_connection(psycopg.connect(os.environ["DATABASE_URL"]))
_NUMBERS = count()


def in_postgresql(table: pl.DataFrame) -> Any:  # noqa: ANN401
    """Return a table of the server that holds the rows."""
    return _CONNECTION.create_table(f"rows_{next(_NUMBERS)}", table.to_arrow(), temp=True)


ENGINES: Mapping[str, Callable[[pl.DataFrame], Any]] = {"postgresql": in_postgresql}
