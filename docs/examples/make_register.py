"""Write the made-up register that the examples use.

    python docs/examples/make_register.py > docs/examples/made-up-register.json

Everything in it is made up, and it says nothing about Hanoi's results. A random generator with a
fixed seed chooses the days, the order of the rows, and the enterprises and people that appear
again. All totals follow from the parameters below, and `made-up-register.md` calculates the figures
from them by hand.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from random import Random
from typing import TypeAlias

SEED = 149

# Enterprises with a verified support that was completed in the first phase. "Khoảng 1.500" begins
# at 1,425.
FIRST_VERIFIED = 1480
FIRST_MINISTRY = 60  # of them, supported only by a task of a ministry
FIRST_NATION = 20  # of them, supported only by a national task
FIRST_CORRECTED = 4  # of them, entered unverified and verified later: two versions
BRANCH_OWNERS = 9  # of them, recorded only under the codes of branches
BRANCHES_EACH = 3
# The other rows that begin in the first phase; they do not add a verified enterprise to it.
FIRST_REPEATS = 44  # rows of enterprises that are counted already
FIRST_REPEATS_UNVERIFIED = 4  # of those rows
FIRST_UNVERIFIED = 20  # enterprises without another row
FIRST_ANNULLED = 2  # entered and later annulled: two versions
FIRST_HOUSEHOLDS = 8
FIRST_COOPERATIVES = 6
FIRST_UNFINISHED = 8
ACROSS = 8  # begun in the first phase, completed in the second

# Rows of the second phase, which is known up to 30 June 2026.
SECOND_NEW = 150
SECOND_RETURNING = 90  # enterprises that the first phase counts too
SECOND_REPEATS = 24
SECOND_UNVERIFIED = 10
SECOND_UNFINISHED = 20
SECOND_JULY = 6  # completed after the day of judgement

# Trainings: one row for each person and occasion. "Trên 2.000" begins at 2,001.
TRAINED_VERIFIED = 1900  # people
TRAINED_UNVERIFIED = 30  # people without another row
TRAINED_REPEATS = 110  # rows of people counted already
TRAINED_REPEATS_UNVERIFIED = 15  # of those rows
HEADCOUNTS = 10  # rows with a number of people instead of a person
HEADS = 12  # people in each of these rows
LATER_NEW = 150  # people, in the second phase
LATER_RETURNING = 60  # people who were also trained in the first phase
LATER_REPEATS = 40  # rows of people counted already in the second phase

EXPERTS_CERTIFIED = 15  # trained to the standard and certified, both in the first phase
EXPERTS_CERTIFIED_LATER = 4  # trained in the first phase, certified in the second
EXPERTS_UNCERTIFIED = 3
EXPERTS_NO_STANDARD = 3  # the standard of their training is not recorded
EXPERTS_RENEWED = 2
# Experts trained and certified in the second phase, by the level that they reached.
EXPERTS_REGIONAL = 5
EXPERTS_INTERNATIONAL = 4
EXPERTS_BOTH_LEVELS = 1

# Pilot models of the city, by the number of groups of solutions. Together they are one short of 15.
MODELS_ALL_FOUR = 6
MODELS_TWO = 4
MODELS_NOT_RECORDED = 4
NATIONAL_FIRST = 1
NATIONAL_SECOND = 3

REPORTED_LEAST, REPORTED_MOST = 1470, 1490  # enterprises supported in the first phase
REPORTED_MODELS = 15
REPORTED_VISITS = 2100  # at least; an estimate of participations that the complete rows replace
REPORTED_BODIES = 2  # an estimate that is not replaced

EVENTS = 40
EVENTS_ELSEWHERE = 3  # facts from another system

Row: TypeAlias = dict[str, object]
Groups: TypeAlias = Iterable[tuple[Iterable[object], Row]]
"""Groups of rows: the keys that the rows are about, and the fields that they share."""

# A day is drawn between two dates, or a number of days after the date drawn before it.
PHASE = (date(2021, 1, 1), date(2025, 12, 31))
HALF_YEAR = (date(2026, 1, 1), date(2026, 6, 30))
FIRST: Row = {"started_on": (date(2021, 1, 1), date(2025, 6, 30)), "completed_on": (30, 180)}
OVER_NEW_YEAR: Row = {
    "started_on": (date(2025, 10, 1), date(2025, 12, 31)),
    "completed_on": (92, 180),
}
SECOND: Row = {"started_on": (date(2026, 1, 1), date(2026, 3, 31)), "completed_on": (20, 90)}
INTO_JULY: Row = {"started_on": (date(2026, 5, 1), date(2026, 5, 31)), "completed_on": (61, 80)}

UNVERIFIED: Row = {"verified": False}
SOLUTIONS = ("standards", "technical-regulations", "management-systems", "improvement-tools")


def _keys(stem: str) -> Iterator[str]:
    return (f"SAMPLE-{stem}{number:04}" for number in count(1))


def _take(keys: Iterator[str], number: int) -> list[str]:
    return list(islice(keys, number))


def _drawn(rng: Random, fields: Row) -> Row:
    row, day = dict(fields), date.min
    for name, value in fields.items():
        match value:
            case (date() as first, date() as last):
                day = first + timedelta(days=rng.randrange((last - first).days + 1))
                row[name] = day
            case (int() as least, int() as most):
                day += timedelta(days=rng.randrange(least, most + 1))
                row[name] = day
    return row


def _rows(rng: Random, stem: str, subject: str, groups: Groups) -> list[Row]:
    rows = [_drawn(rng, {subject: key, **fields}) for keys, fields in groups for key in keys]
    rng.shuffle(rows)  # a real register is not kept in groups
    return _numbered(stem, rows)


def _numbered(stem: str, rows: Iterable[Row]) -> list[Row]:
    return [{"id": key, **row} for key, row in zip(_keys(stem), rows, strict=False)]


def _branches() -> list[str]:
    # A tax code cannot begin with nine zeros, because serial numbers begin at 0000001. A last digit
    # cannot be right either: the check digit of nine zeros would be 10 - 0 = 10, by the rule in
    # `stdnum.vn.mst`.
    owners, branches = range(1, BRANCH_OWNERS + 1), range(1, BRANCHES_EACH + 1)
    dashes = ["-"] * (BRANCHES_EACH - 1) + [""]  # some codes are written without a dash
    return [
        f"{owner:010}{dash}{branch:03}"
        for owner in owners
        for branch, dash in zip(branches, dashes, strict=True)
    ]


def _first_phase(rng: Random, keys: Iterator[str], city: Sequence[str]) -> Groups:
    again = rng.choices(city, k=FIRST_REPEATS)
    on_the_last_day, *others = city
    yield others[:FIRST_CORRECTED], FIRST | {"recorded_on": date(2026, 1, 15)}
    yield others[FIRST_CORRECTED:], FIRST
    yield [on_the_last_day], FIRST | {"completed_on": date(2025, 12, 31)}
    yield _take(keys, FIRST_MINISTRY), FIRST | {"level": "ministry"}
    yield _take(keys, FIRST_NATION), FIRST | {"level": "nation"}
    yield _branches(), FIRST
    yield again[FIRST_REPEATS_UNVERIFIED:], FIRST
    yield again[:FIRST_REPEATS_UNVERIFIED], FIRST | UNVERIFIED
    yield _take(keys, FIRST_UNVERIFIED), FIRST | UNVERIFIED
    yield _take(keys, FIRST_ANNULLED), FIRST | {"annulled": True, "recorded_on": date(2026, 1, 15)}
    yield _take(keys, FIRST_HOUSEHOLDS), FIRST | {"kind": "household"}
    yield _take(keys, FIRST_COOPERATIVES), FIRST | {"kind": "cooperative"}
    yield _take(keys, FIRST_UNFINISHED), FIRST | {"completed_on": None}
    yield _take(keys, 1), OVER_NEW_YEAR | {"completed_on": date(2026, 1, 1)}
    yield _take(keys, ACROSS - 1), OVER_NEW_YEAR


def _second_phase(rng: Random, keys: Iterator[str], city: Sequence[str]) -> Groups:
    on_the_day, *others = _take(keys, SECOND_NEW)
    yield [on_the_day], SECOND | {"completed_on": date(2026, 6, 30)}
    yield others, SECOND
    yield rng.sample(city, SECOND_RETURNING), SECOND
    yield rng.choices(others, k=SECOND_REPEATS), SECOND
    yield _take(keys, SECOND_UNVERIFIED), SECOND | UNVERIFIED
    yield _take(keys, SECOND_UNFINISHED), SECOND | {"completed_on": None}
    yield _take(keys, SECOND_JULY), INTO_JULY


def _supports(rng: Random) -> list[Row]:
    keys = _keys("")
    city = _take(keys, FIRST_VERIFIED - FIRST_MINISTRY - FIRST_NATION - BRANCH_OWNERS)
    groups = [*_first_phase(rng, keys, city), *_second_phase(rng, keys, city)]
    rows = _rows(rng, "S", "enterprise", groups)
    for row in rng.sample(rows, len(rows) // 8):  # few rows record solutions and funding
        row["solutions"] = rng.sample(SOLUTIONS, rng.randrange(1, 5))
        row["funding"] = [{"source": "state-budget", "vnd": 1_000_000 * rng.randrange(20, 90)}]
    before: Row = {"recorded_on": None, "annulled": None, **UNVERIFIED}
    return rows + [row | before for row in rows if "recorded_on" in row]


def _trainings(rng: Random) -> Groups:
    keys = _keys("P")
    verified, unverified = _take(keys, TRAINED_VERIFIED), _take(keys, TRAINED_UNVERIFIED)
    again, doubtful = rng.choices(verified, k=TRAINED_REPEATS), TRAINED_REPEATS_UNVERIFIED
    later = _take(keys, LATER_NEW) + rng.sample(verified, LATER_RETURNING)
    yield verified, {"on": PHASE, "audience": "department"}
    yield unverified, {"on": PHASE, "audience": "locality"} | UNVERIFIED
    yield again[:doubtful], {"on": PHASE, "topic": "5S"} | UNVERIFIED
    yield again[doubtful:], {"on": PHASE, "topic": "5S"}
    yield [None] * HEADCOUNTS, {"headcount": HEADS, "on": PHASE, "audience": "enterprise"}
    yield later + rng.choices(later, k=LATER_REPEATS), {"on": HALF_YEAR}


def _experts() -> Groups:
    # Experts are the first of the people trained, because the plan counts them among those people
    # (H2 "trong đó").
    keys, level = _keys("P"), date(2026, 6, 15)
    standard: Row = {"standard": "TCVN 13751:2023"}
    early = standard | {"trained_on": (date(2024, 1, 2), date(2024, 6, 30))}
    now = standard | {"trained_on": (date(2026, 1, 5), date(2026, 1, 31)), "certified_on": (30, 90)}
    certified = _take(keys, EXPERTS_CERTIFIED)
    yield (
        certified,
        early | {"certified_on": (90, 180), "scheme": "made-up scheme", "expires_on": (730, 730)},
    )
    yield certified[:EXPERTS_RENEWED], standard | {"certified_on": HALF_YEAR, "renewal": True}
    yield _take(keys, EXPERTS_CERTIFIED_LATER), early | {"certified_on": HALF_YEAR}
    yield _take(keys, EXPERTS_UNCERTIFIED), early
    yield _take(keys, EXPERTS_NO_STANDARD), {"trained_on": (date(2022, 1, 4), date(2022, 6, 30))}
    yield _take(keys, EXPERTS_REGIONAL), now | {"regional_on": level}
    yield _take(keys, EXPERTS_INTERNATIONAL), now | {"international_on": level}
    yield _take(keys, EXPERTS_BOTH_LEVELS), now | {"regional_on": level, "international_on": level}


def _models() -> Groups:
    # The first keys are enterprises that the city supported. One model appears twice, the second
    # time under the code of a branch.
    keys = _keys("")
    once: Row = {"recognised_on": (date(2022, 1, 1), date(2024, 12, 31)), "decision": "made up"}
    four, two = once | {"solutions": SOLUTIONS}, once | {"solutions": SOLUTIONS[:2]}
    withdrawn, *others = _take(keys, MODELS_ALL_FOUR)
    yield others, four
    yield [withdrawn], four | {"withdrawn_on": date(2025, 6, 30)}
    yield [withdrawn], {"recognised_on": HALF_YEAR, "renewal": True}
    yield _take(keys, MODELS_TWO - 1), two
    yield ["0000000001", "0000000001-002"], two
    yield _take(keys, MODELS_NOT_RECORDED), once
    yield _take(keys, NATIONAL_FIRST), once | {"scope": "nation"}
    yield _take(keys, NATIONAL_SECOND), {"recognised_on": HALF_YEAR, "scope": "nation"}


def _bodies() -> Groups:
    strengthened: Row = {"strengthened_on": date(2023, 5, 15)}
    # The body conformed before it was strengthened.
    good = strengthened | {"conforming_since": date(2021, 9, 1)}
    yield ["SAMPLE-B1"], good | {"serves_key_products": True}
    yield ["SAMPLE-B2"], good  # the products that it serves are not recorded
    yield ["SAMPLE-B3"], good | {"serves_key_products": False}
    yield ["SAMPLE-B4"], good | {"serves_key_products": True, "conforming_until": date(2023, 5, 14)}
    yield (
        ["SAMPLE-B5"],
        strengthened | {"serves_key_products": True},
    )  # does not conform to the standard


def _reports() -> Iterator[Row]:
    every: Row = {"document": "made up: there is no such report", "period": _period(*PHASE)}
    later, before = {"issued": date(2026, 2, 16)}, {"issued": date(2025, 12, 10)}
    supported, models = (
        _value(REPORTED_LEAST, REPORTED_MOST),
        _value(REPORTED_MODELS, REPORTED_MODELS),
    )
    bodies = _value(REPORTED_BODIES, REPORTED_BODIES)
    estimated: Row = {"estimate": True}
    # The first report agrees with the rows and narrows the figure. The second is not verified, so
    # it does not attain the target.
    yield every | later | {"indicator": "supported", "value": supported}
    yield every | later | {"indicator": "models/city", "value": models} | UNVERIFIED
    visits: Row = {"indicator": "trained/participations", "value": _value(REPORTED_VISITS)}
    yield every | before | visits | estimated
    yield every | later | {"indicator": "tfp-share", "value": _value("100/3", "100/3")}
    yield every | before | {"indicator": "bodies", "value": bodies} | estimated


def _value(low: int | str, high: int | str | None = None) -> Row:
    return {"low": low, "high": high}


def _period(start: date | None, end: date) -> Row:
    return {"start": start, "end": end}


def _completeness() -> list[Row]:
    # There are no claims about bodies, or about experts and models after 2025. Two claims about
    # supports are adjacent.
    claims = [
        ("Support", _period(None, date(2023, 12, 31))),
        ("Support", _period(date(2024, 1, 1), date(2025, 12, 31))),
        ("Training", _period(*PHASE)),
        ("Expert", _period(*PHASE)),
        ("PilotModel", _period(*PHASE)),
        ("Dissemination", _period(*PHASE)),
        ("Support", _period(*HALF_YEAR)),
        ("Training", _period(*HALF_YEAR)),
    ]
    return [{"what": what, "period": period} for what, period in claims]


def register() -> dict[str, list[Row]]:
    """Return all rows, by the keys of the document."""
    rng = Random(SEED)  # noqa: S311  # not for secrets
    supports = _supports(rng)
    kinds = {row["enterprise"]: row["kind"] for row in supports if "kind" in row}
    fact: Row = {"indicator": "dissemination/events", "on": date(2024, 10, 10)}
    enterprises = [([code], {"kind": kind}) for code, kind in kinds.items()]
    events: Groups = [(["smart manufacturing"] * EVENTS, {"on": PHASE})]
    return {
        "completeness": _completeness(),
        "enterprises": _rows(rng, "N", "code", enterprises),
        "supports": supports,
        "trainings": _rows(rng, "T", "person", _trainings(rng)),
        "experts": _rows(rng, "X", "person", _experts()),
        "pilot_models": _rows(rng, "M", "enterprise", _models()),
        "assessment_bodies": _rows(rng, "A", "registration", _bodies()),
        "disseminations": _rows(rng, "D", "topic", events),
        "reported_figures": _numbered("R", _reports()),
        "facts": [{"key": key} | fact for key in _take(_keys("E"), EVENTS_ELSEWHERE)],
    }


def _line(row: Row) -> str:
    present = {name: value for name, value in row.items() if value is not None}
    return json.dumps(present, default=date.isoformat)


def document(rows: dict[str, list[Row]]) -> str:
    """Return the rows as JSON, each on its own line so that diffs are readable.

    Fields that are `None` are left out.
    """
    parts = ['  "schema": "nsc-program/register/1"']
    for key, listed in rows.items():
        lines = ",\n    ".join(map(_line, listed))
        parts.append(f'  "{key}": [\n    {lines}\n  ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    # Bytes, so that the line ends are the same on every platform.
    sys.stdout.buffer.write(document(register()).encode())
