"""Measure what `tally_tables` costs on a local Spark, against a query by hand in Spark's SQL.

    python benchmarks/tables_spark.py        # needs Java 17 and pyspark

Both read the same Parquet file of supports as `tables.py` makes, in one session, and must give the
same numbers. The work is done in Java, so the times are those of a clock: run it where nothing else
runs.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from pyspark.sql import SparkSession
from tables import BRANCH, Numbers, columns, ours, rows

ROWS = 2_000_000
ROUNDS = 5
MOST = 1.2


def by_hand(spark: SparkSession, path: str) -> Numbers:
    """Count by a query in Spark's SQL."""
    grades, numbers = [], []
    for at, (day, kinds, level, period) in enumerate(columns()):
        listed = ", ".join(f"'{kind}'" for kind in kinds)
        and_level = f"and level = '{level}'" if level else ""
        when = f"{day} between date '{period.first}' and date '{period.end}'"
        grade = "case when verified then 2 else 1 end"
        then = f"case when kind in ({listed}) and {when} {and_level} then {grade} else 0 end"
        grades.append(f"max({then}) g{at}")
        numbers.append(f"count_if(g{at} = 2), count_if(g{at} > 0)")
    office = f"case when enterprise rlike '{BRANCH}' then left(enterprise, 10) else enterprise end"
    query = f"""
        with several as (
            select id, max(recorded_on) as last from parquet.`{path}`
            group by id having count(*) > 1
        ), latest as (
            select table.* from parquet.`{path}` table left join several using (id)
            where not annulled and (recorded_on = last or last is null)
        ), things as (select {", ".join(grades)} from latest group by {office})
        select {", ".join(numbers)} from things
    """  # noqa: S608  # the names are the script's own
    return [*spark.sql(query).collect()[0]]


def main() -> int:
    """Print the median of the ratios of paired rounds; return 1 if it is too high, else 0."""
    session = SparkSession.builder.master("local[2]").config(
        "spark.ui.showConsoleProgress", "false"
    )
    session = session.config("spark.sql.shuffle.partitions", "2")
    spark = session.config("spark.driver.memory", "3g").getOrCreate()
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "supports.parquet")
        rows(ROWS).write_parquet(path)
        for _ in range(ROUNDS + 1):
            start = perf_counter()
            mine = ours(spark.read.parquet(path))
            middle = perf_counter()
            expected = by_hand(spark, path)
            ratios.append((middle - start) / (perf_counter() - middle))
            if mine != expected:
                sys.exit("the numbers differ")
    ratio = median(ratios[1:])
    sys.stdout.write(f"{ROWS:,} rows of Parquet, Spark: {ratio:.2f} (at most {MOST})\n")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
