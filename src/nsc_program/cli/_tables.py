"""The option `--table`: records as the rows of a Parquet or CSV file, which are counted there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from nsc_program.cli._files import input_file
from nsc_program.cli._grammar import Options, Parameter
from nsc_program.cli._intake_options import record_class
from nsc_program.cli._words import at, refusal
from nsc_program.errors import Message
from nsc_program.figures._figures import Figures
from nsc_program.plan._program import Program
from nsc_program.records._base import Record
from nsc_program.records._completeness import KINDS
from nsc_program.records._fields import record_fields
from nsc_program.records._register import Register
from nsc_program.values._validators import shown


def _table(text: str) -> tuple[type[Any], Path]:
    """Accept a class of records and the file with its table."""
    kind, equals, name = text.partition("=")
    if not equals:
        raise refusal(
            "not-a-table",
            f"cần loại hồ sơ và tên tệp, như 'support=tệp.parquet', nhưng nhận được {shown(text)}",
            f"expected a class and a file, such as 'support=file.parquet', got {shown(text)}",
        )
    path = input_file(name)
    if path.suffix not in _SUFFIXES:
        raise refusal(
            "not-a-table",
            f"{shown(path.suffix)}: cần tệp .parquet hoặc .csv",
            f"{shown(path.suffix)}: expected a .parquet or .csv file",
        )
    return KINDS[record_class(kind, KINDS)], path


_SUFFIXES = (".parquet", ".csv")

TABLE = Parameter(
    name="table",
    flags=("--table",),
    shown=Message("LOẠI=TỆP", "KIND=FILE"),
    help=Message(
        "đếm hồ sơ của một loại ngay trong tệp .parquet hoặc .csv, như 'support=tệp.parquet'; "
        "khi đó không bắt buộc có cơ sở dữ liệu",
        "count the records of one class in a .parquet or .csv file, such as "
        "'support=file.parquet'; the register may then be left out",
    ),
    take=_table,
    several=True,
)


def tallied(options: Options, program: Program, register: Register) -> Figures:
    """Return the figures from the tables that the options name, and from a register.

    Args:
        options: the options of a command; `table`, `as_of` and `as_known_on` are used.
        program: the plan.
        register: what does not stand in tables, as it was known on the day.

    Raises:
        InvalidValue: if a table cannot be read, or for the reasons given at `tally_tables`.
    """
    with at(TABLE.label), _reading():
        from nsc_program.figures.tables import tally_tables  # noqa: PLC0415

        frames = {kind: _frame(kind, path, options.as_known_on) for kind, path in options.table}
        return tally_tables(program, frames, register, as_of=options.as_of)


@contextmanager
def _reading() -> Iterator[None]:
    """Put into words that a package is missing, or that a file cannot be read."""
    try:
        yield
    except ImportError as missing:
        raise refusal(
            "package-missing",
            f"cần '{missing.name}': hãy chạy pip install 'nsc_program[tables]' 'polars'",
            f"it needs '{missing.name}': pip install 'nsc_program[tables]' 'polars'",
        ) from None
    except Exception as error:
        if not type(error).__module__.startswith(("narwhals", "polars")):
            raise
        raise refusal(
            "unreadable-table",
            "không đọc được tệp; kiểm tra định dạng tệp và kiểu của các cột",
            "the file cannot be read; check its format and the types of its columns",
        ) from None


def _frame(kind: type[Record], path: Path, known_on: date | None) -> Any:  # noqa: ANN401
    """Return the rows of a file that were known on a day, as a lazy frame."""
    import polars as pl  # noqa: PLC0415

    with at(str(path)):
        path.stat()
    if path.suffix == ".parquet":
        frame = pl.scan_parquet(path)
    else:
        names = pl.scan_csv(path, infer_schema=False).collect_schema().names()
        frame = pl.scan_csv(path, schema_overrides=_types(kind, names))
    if known_on is None or "recorded_on" not in frame.collect_schema():
        return frame
    entered = pl.col("recorded_on")
    return frame.filter(entered.is_null() | (entered <= known_on))


def _types(kind: type[Record], names: list[str]) -> Mapping[str, Any]:
    """Return the type of each column of a CSV file."""
    import polars as pl  # noqa: PLC0415

    plain: dict[object, Any] = {date: pl.Date, bool: pl.Boolean, int: pl.Int64}
    fields = record_fields(kind)
    bases = {name: fields[name].base for name in names if name in fields}
    several = {name for name in bases if fields[name].several}
    return {
        name: pl.String if name in several else plain.get(bases.get(name), pl.String)
        for name in names
    }
