"""Count fifty million rows of Parquet on DuckDB, in a process that may take one gigabyte.

    python benchmarks/tables_in_memory.py           # fifty million supports, without versions
    python benchmarks/tables_in_memory.py 5000000

DuckDB is given half of the gigabyte, and writes what does not fit there to a temporary folder. The
rest is for Python, for the library and for what DuckDB takes beside its limit. The numbers must be
those of a query that counts one place by hand.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
from tables import AS_OF

from nsc_program import HANOI, Completeness, Period, Register, Support
from nsc_program.figures.tables import tally_tables

ROWS = 50_000_000
MOST = 1.0
LIMIT = "500MB"
MADE = """
    copy (
        select
            's' || lpad(place::varchar, 8, '0') as id,
            lpad((place * 7919 % {enterprises})::varchar, 10, '0') as enterprise,
            case when place % 7 = 0 then 'cooperative' else 'enterprise' end as kind,
            case when place % 3 = 0 then 'ministry' else 'city' end as level,
            date '2020-01-01' + (place * 37 % 4000)::int as started_on,
            case when place % 4 > 0
                then date '2020-03-01' + (place * 37 % 4000)::int end as completed_on,
            null::date as recorded_on,
            false as annulled,
            place % 5 > 0 as verified
        from range({rows}) as made(place)
    ) to '{path}'
"""
BY_HAND = """
    select count(distinct enterprise) from '{path}'
    where verified and kind = 'enterprise' and completed_on between ? and ?
"""


def count(path: str) -> None:
    """Count the rows, and print the number, the one by hand and the most memory in gigabytes."""
    connection = duckdb.connect()
    connection.execute(f"set memory_limit = '{LIMIT}'")
    connection.execute(f"set temp_directory = '{Path(path).parent}'")
    register = Register(completeness=[Completeness(Support, Period.until(AS_OF))])
    table = connection.read_parquet(path)
    figures = tally_tables(HANOI, {Support: table}, register, as_of=AS_OF)
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    period = HANOI.periods[0]
    supported = next(one for one in HANOI.indicators if one.id == "supported")
    ours = figures.figure(supported, period).range.low
    query = BY_HAND.format(path=path)
    expected = connection.execute(query, [period.first, period.end]).fetchall()[0][0]
    if ours != expected:
        sys.exit(f"the numbers differ: {ours} and {expected}")
    sys.stdout.write(f"{taken:.2f}")


def main(rows: int) -> int:
    """Print the most memory that counting took; return 1 if it is too much, else 0."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "supports.parquet")
        duckdb.execute(MADE.format(rows=rows, path=path, enterprises=rows * 2 // 5))
        done = subprocess.run(  # noqa: S603  # it is this file
            [sys.executable, __file__, "--count", path], capture_output=True, text=True, check=False
        )
    if done.returncode:
        sys.exit(done.stderr)
    taken = float(done.stdout)
    sys.stdout.write(f"{rows:,} rows of Parquet, DuckDB: {taken:.2f} GB (at most {MOST})\n")
    return int(taken > MOST)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--count"]:
        count(sys.argv[2])
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
