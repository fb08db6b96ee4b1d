"""How fast rows that are typed already are taken in, against what a caller would write with the constructors.

The yardstick makes each record in a `try`, leaves out what is refused, and makes a register of the others; it does not
say what is wrong with a row, and neither widens the figures by it nor sets apart what differs under one id. One row in
a thousand is wrong. Both end in registers with the same records.
"""

import gc
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from nsc_program import Funding, Level, NscError, Register, Solution, Support
from nsc_program.intake.typed import load

ROWS = 200_000
BAD = 1_000  # one row in so many
MOST = 1.3
ROUNDS = 5
FIRST_DAY = date(2021, 1, 1)

Row = Mapping[str, Any]


def _row(number: int) -> Row:
    """A support of all its fields but one, made up."""
    day = FIRST_DAY + timedelta(number % 1700)
    return {
        "id": f"s{number:07}",
        "recorded_on": day + timedelta(30),
        "verified": number % 5 > 0,
        "document": f"Quyết định số {number}",
        "enterprise": f"{number:010}",
        "started_on": day,
        "completed_on": "2024-06-30" if number % BAD == 0 else day + timedelta(20),
        "level": Level.MINISTRY,
        "solutions": (Solution.STANDARDS,),
        "funding": (Funding("state-budget", number % 100 * 1_000_000),),
    }


def _as_stored(row: Row) -> Row:
    """The same as a database has it: an enumeration is its value, money a number."""
    stored = {
        **row,
        "level": str(row["level"]),
        "solutions": [str(each) for each in row["solutions"]],
    }
    (money,) = stored.pop("funding")
    return {**stored, "funding.state-budget": money.vnd}


def _by_hand(row: Row) -> Support:
    """What a caller would write for such a row."""
    given = dict(row)
    given["level"] = Level(given["level"])
    given["solutions"] = tuple(Solution(each) for each in given["solutions"])
    given["funding"] = (Funding("state-budget", given.pop("funding.state-budget")),)
    return Support(**given)


def _constructed(rows: Iterable[Row], make: Callable[[Row], Support]) -> Register:
    """The yardstick: the constructors in a loop, and a register of what they take."""
    records = []
    for row in rows:
        try:
            records.append(make(row))
        except NscError:
            continue
    return Register(records)


def _seconds(work: Callable[[], Register], expected: Register) -> float:
    gc.collect()
    start = perf_counter()
    found = work()
    spent = perf_counter() - start
    if found.records != expected.records:
        raise SystemExit("another register")
    return spent


def _ways() -> Iterable[tuple[str, Callable[[], Register], Callable[[], Register]]]:
    rows = [_row(number) for number in range(ROWS)]
    stored = [_as_stored(row) for row in rows]
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    names = list(columns)

    def by_column() -> Register:
        cells = zip(*columns.values(), strict=True)
        return _constructed(
            (dict(zip(names, each, strict=True)) for each in cells), lambda row: Support(**row)
        )

    typed = "rows as the constructor takes them"
    yield (
        typed,
        lambda: load(Support, rows).register,
        lambda: _constructed(rows, lambda row: Support(**row)),
    )
    yield "columns of the same", lambda: load(Support, columns).register, by_column
    yield (
        "rows as stored",
        lambda: load(Support, stored).register,
        lambda: _constructed(stored, _by_hand),
    )


def main() -> int:
    """Print the ratios of rounds in pairs; fail if their median is too high."""
    missed = False
    for name, ours, theirs in _ways():
        expected = theirs()
        pairs = [(_seconds(ours, expected), _seconds(theirs, expected)) for _ in range(ROUNDS)]
        ratio = median(mine / yardstick for mine, yardstick in pairs)
        mine, yardstick = (median(each) / ROWS * 1e6 for each in zip(*pairs, strict=True))
        sys.stdout.write(
            f"{ROWS:,} {name}, one in {BAD:,} wrong: {mine:.2f} µs a row, the constructors {yardstick:.2f} µs, "
            f"{ratio:.2f} times theirs (at most {MOST})\n"
        )
        sys.stdout.flush()
        missed |= ratio > MOST
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
