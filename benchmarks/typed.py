"""Measure how fast typed rows and documents are loaded, against a loop over one row at a time.

The yardstick constructs each record in a `try`, drops the rows that raise an error, and makes a
register of the rest. It does not report errors, does not widen figures for rejected rows, and does
not detect conflicts under one id. It reads documents by `from_mapping`. One row in a thousand is
wrong. Both give registers with the same records.
"""

import gc
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from attrs import asdict

from nsc_program import Funding, Level, NscError, Register, Solution, Support
from nsc_program.intake.typed import load, load_documents
from nsc_program.serialization import from_mapping

ROWS = 200_000
BAD = 1_000  # every thousandth row is wrong
MOST = 1.3
ROUNDS = 5
FIRST_DAY = date(2021, 1, 1)
WRONG = "2024-02-30"  # neither a date nor a day of the calendar
DAYS = ("recorded_on", "started_on", "completed_on")

Row = Mapping[str, Any]


def _row(number: int) -> Row:
    """Return a made-up support with all fields except one."""
    day = FIRST_DAY + timedelta(number % 1700)
    return {
        "id": f"s{number:07}",
        "recorded_on": day + timedelta(30),
        "verified": number % 5 > 0,
        "document": f"Quyết định số {number}",
        "enterprise": f"{number:010}",
        "started_on": day,
        "completed_on": WRONG if number % BAD == 0 else day + timedelta(20),
        "level": Level.MINISTRY,
        "solutions": (Solution.STANDARDS,),
        "funding": (Funding("state-budget", number % 100 * 1_000_000),),
    }


def _as_stored(row: Row) -> Row:
    """Return the row as a database holds it: with the values of enumerations, and plain numbers."""
    solutions = [str(solution) for solution in row["solutions"]]
    stored = {**row, "level": str(row["level"]), "solutions": solutions}
    (money,) = stored.pop("funding")
    return {**stored, "funding.state-budget": money.vnd}


def _by_hand(row: Row) -> Support:
    """Construct a support from a stored row, as a caller would write it."""
    fields = dict(row)
    fields["level"] = Level(fields["level"])
    fields["solutions"] = tuple(Solution(solution) for solution in fields["solutions"])
    fields["funding"] = (Funding("state-budget", fields.pop("funding.state-budget")),)
    return Support(**fields)


def _as_document(row: Row) -> Row:
    """Return the row as the body of a request holds it."""
    days = {name: str(row[name]) for name in DAYS}
    solutions = [str(solution) for solution in row["solutions"]]
    money = [asdict(each) for each in row["funding"]]
    return {**row, **days, "level": str(row["level"]), "solutions": solutions, "funding": money}


def _constructed(rows: Iterable[Row], make: Callable[[Row], Support]) -> Register:
    """Return the register of the yardstick: of all rows that the constructors accept."""
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
    register = work()
    spent = perf_counter() - start
    if register.records != expected.records:
        raise SystemExit("the registers differ")
    return spent


def _ways() -> Iterable[tuple[str, Callable[[], Register], Callable[[], Register]]]:
    rows = [_row(number) for number in range(ROWS)]
    stored = [_as_stored(row) for row in rows]
    documents = [_as_document(row) for row in rows[: ROWS // 10]]
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    names = list(columns)

    def construct(row: Row) -> Support:
        return Support(**row)

    def by_column() -> Register:
        lines = zip(*columns.values(), strict=True)
        return _constructed((dict(zip(names, line, strict=True)) for line in lines), construct)

    def by_row() -> Register:
        return _constructed(rows, construct)

    def by_hand() -> Register:
        return _constructed(stored, _by_hand)

    def from_documents() -> Register:
        return _constructed(documents, partial(from_mapping, kind=Support))

    def as_documents() -> Register:
        return load_documents(Support, documents).register

    yield "rows as the constructor takes them", lambda: load(Support, rows).register, by_row
    yield "columns of the same rows", lambda: load(Support, columns).register, by_column
    yield "rows as stored", lambda: load(Support, stored).register, by_hand
    yield "documents", as_documents, from_documents


def main() -> int:
    """Print the median ratio of paired rounds; return 1 if a ratio is too high, else 0."""
    missed = False
    for name, ours, theirs in _ways():
        expected = theirs()
        count = len(expected.records)
        pairs = [(_seconds(ours, expected), _seconds(theirs, expected)) for _ in range(ROUNDS)]
        ratio = median(mine / yardstick for mine, yardstick in pairs)
        mine = median(seconds for seconds, _ in pairs) / count * 1e6
        yardstick = median(seconds for _, seconds in pairs) / count * 1e6
        sys.stdout.write(
            f"{count:,} {name}, and one in {BAD:,} wrong: {mine:.2f} µs a row, "
            f"one at a time {yardstick:.2f} µs, {ratio:.2f} times as much (at most {MOST})\n"
        )
        sys.stdout.flush()
        missed |= ratio > MOST
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
