"""Engines that need a server or Java. They are tested only where the environment names them.

`nox -s postgresql` and `nox -s spark` do; the default tests neither import nor need them.
"""

import os
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import polars as pl

Made = Callable[[pl.DataFrame], Any]
_NUMBERS = count(1)
_FOLDER = tempfile.TemporaryDirectory()


@cache
def _database() -> Any:  # noqa: ANN401
    connection = import_module("psycopg").connect(os.environ["DATABASE_URL"])
    return import_module("ibis").postgres.from_connection(connection)


def in_postgresql(table: pl.DataFrame) -> Any:  # noqa: ANN401
    """Return a table on the server of DATABASE_URL, which the connection drops in the end."""
    name = f"nsc_made_up_{next(_NUMBERS)}"
    return _database().create_table(name, table.to_arrow(), temp=True)


@cache
def _session() -> Any:  # noqa: ANN401
    spark = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    for name, value in (
        ("spark.ui.enabled", "false"),
        ("spark.sql.shuffle.partitions", "2"),
        ("spark.sql.warehouse.dir", _FOLDER.name),
        ("spark.driver.memory", "3g"),
    ):
        spark = spark.config(name, value)
    return spark.getOrCreate()


def in_spark(table: pl.DataFrame) -> Any:  # noqa: ANN401
    """Return a table of a local Spark, which reads it from a Parquet file."""
    path = Path(_FOLDER.name) / f"{next(_NUMBERS)}.parquet"
    table.write_parquet(path)
    return _session().read.parquet(str(path))


def asked_for() -> Mapping[str, Made]:
    """Return the engines that the environment names."""
    known: Mapping[str, Made] = {"postgresql": in_postgresql, "spark": in_spark}
    return {name: known[name] for name in os.environ.get("NSC_ENGINES", "").split()}
