"""Make the made-up register that the examples show.

    python docs/examples/make_register.py > docs/examples/made-up-register.json

Everything in it is made up; it says nothing about Hanoi's results. Chance (always the same) picks days, the order of
rows and who comes back. How many there are of what follows from the parameters alone, and `made-up-register.md` works
the figures out from them by hand.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from random import Random
from typing import TypeAlias

SEED = 149

# Enterprises with a verified support that was completed in the first phase. "Khoảng 1.500" begins at 1,425.
FIRST_VERIFIED = 1480
FIRST_MINISTRY = 60  # of them, supported by a ministry's task alone
FIRST_NATION = 20  # of them, supported by a national task alone
FIRST_CORRECTED = 4  # of them, entered unverified and verified later: two versions of one row
BRANCH_OWNERS = 9  # of them, known by their branches' rows alone
BRANCHES_EACH = 3
# The other rows that begin in the first phase; none adds a verified enterprise to it.
FIRST_REPEATS = 44  # of enterprises counted already
FIRST_REPEATS_UNVERIFIED = 4  # of those rows
FIRST_UNVERIFIED = 20  # enterprises without any other row
FIRST_ANNULLED = 2  # entered and later annulled: two versions of one row
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
TRAINED_UNVERIFIED = 30  # people without any other row
TRAINED_REPEATS = 110  # rows of people counted already
TRAINED_REPEATS_UNVERIFIED = 15  # of those rows
HEADCOUNTS = 10  # rows that say how many came, and not who
HEADS = 12  # people in each of them
LATER_NEW = 150  # this and the two below: in the second phase
LATER_RETURNING = 60
LATER_REPEATS = 40

EXPERTS_CERTIFIED = 15  # trained to the standard and certified, both in the first phase
EXPERTS_CERTIFIED_LATER = 4  # trained in the first phase, certified in the second
EXPERTS_UNCERTIFIED = 3
EXPERTS_NO_STANDARD = 3  # what they were trained to is not recorded
EXPERTS_RENEWED = 2
EXPERTS_REGIONAL = (
    5  # this and below: trained and certified in the second phase, by the level they reached
)
EXPERTS_INTERNATIONAL = 4
EXPERTS_BOTH_LEVELS = 1

MODELS_ALL_FOUR = 6  # by the groups of solutions they apply: together one model short of 15
MODELS_TWO = 4
MODELS_NOT_RECORDED = 4
NATIONAL_FIRST = 1
NATIONAL_SECOND = 3

REPORTED_LEAST, REPORTED_MOST = 1470, 1490  # enterprises supported in the first phase
REPORTED_MODELS = 15
REPORTED_VISITS = (
    2100  # at least so many participations, an estimate that the complete rows replace
)
REPORTED_BODIES = 2  # an estimate that nothing final replaces

EVENTS = 40
EVENTS_ELSEWHERE = 3  # sent by another system as plain facts

Row: TypeAlias = dict[str, object]
Groups: TypeAlias = Iterable[
    tuple[Iterable[object], Row]
]  # whom some rows are about, and what these have in common

# When a thing happened is drawn: between two dates, or so many days after the date before it.
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
    rng.shuffle(rows)  # nobody keeps a register in groups
    return _numbered(stem, rows)


def _numbered(stem: str, rows: Iterable[Row]) -> list[Row]:
    return [{"id": key, **row} for key, row in zip(_keys(stem), rows, strict=False)]


def _branches() -> list[str]:
    # No tax code begins with nine zeros: serial numbers begin at 0000001. Nor can a last digit be right, since the
    # check digit of nine zeros would be 10 - 0 = 10 (worked out by hand, with the rule in `stdnum.vn.mst`).
    owners, branches = range(1, BRANCH_OWNERS + 1), range(1, BRANCHES_EACH + 1)
    dashes = ["-"] * (BRANCHES_EACH - 1) + [""]  # some leave it out
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
    rows = _rows(
        rng, "S", "enterprise", [*_first_phase(rng, keys, city), *_second_phase(rng, keys, city)]
    )
    for row in rng.sample(rows, len(rows) // 8):  # few rows say what was applied and who paid
        row["solutions"] = rng.sample(SOLUTIONS, rng.randrange(1, 5))
        row["funding"] = [{"source": "state-budget", "vnd": 1_000_000 * rng.randrange(20, 90)}]
    before: Row = {"recorded_on": None, "annulled": None, **UNVERIFIED}
    return rows + [row | before for row in rows if "recorded_on" in row]


def _trainings(rng: Random) -> Groups:
    keys = _keys("P")
    known, unknown = _take(keys, TRAINED_VERIFIED), _take(keys, TRAINED_UNVERIFIED)
    again, doubtful = rng.choices(known, k=TRAINED_REPEATS), TRAINED_REPEATS_UNVERIFIED
    later = _take(keys, LATER_NEW) + rng.sample(known, LATER_RETURNING)
    yield known, {"on": PHASE, "audience": "department"}
    yield unknown, {"on": PHASE, "audience": "locality"} | UNVERIFIED
    yield again[:doubtful], {"on": PHASE, "topic": "5S"} | UNVERIFIED
    yield again[doubtful:], {"on": PHASE, "topic": "5S"}
    yield [None] * HEADCOUNTS, {"headcount": HEADS, "on": PHASE, "audience": "enterprise"}
    yield later + rng.choices(later, k=LATER_REPEATS), {"on": HALF_YEAR}


def _experts() -> Groups:
    # Experts are the first of those trained, so that they are part of them (H2 "trong đó").
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
    # The first keys are enterprises that the city supported; one model stands twice, once with a branch's code.
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
    good = strengthened | {
        "conforming_since": date(2021, 9, 1)
    }  # up to the norm before it was strengthened
    yield ["SAMPLE-B1"], good | {"serves_key_products": True}
    yield ["SAMPLE-B2"], good  # nobody wrote down which products it serves
    yield ["SAMPLE-B3"], good | {"serves_key_products": False}
    yield ["SAMPLE-B4"], good | {"serves_key_products": True, "conforming_until": date(2023, 5, 14)}
    yield ["SAMPLE-B5"], strengthened | {"serves_key_products": True}  # not up to the norm


def _reports() -> Iterator[Row]:
    every: Row = {"document": "made up: there is no such report", "period": _period(*PHASE)}
    later, before = {"issued": date(2026, 2, 16)}, {"issued": date(2025, 12, 10)}
    # The first agrees with the rows and narrows them; the second is not verified, so it saves nothing.
    yield every | later | {"indicator": "supported", "value": _value(REPORTED_LEAST, REPORTED_MOST)}
    yield (
        every
        | later
        | {"indicator": "models/city", "value": _value(REPORTED_MODELS, REPORTED_MODELS)}
        | UNVERIFIED
    )
    yield (
        every
        | before
        | {
            "indicator": "trained/participations",
            "value": _value(REPORTED_VISITS),
            "estimate": True,
        }
    )
    yield every | later | {"indicator": "tfp-share", "value": _value("100/3", "100/3")}
    yield (
        every
        | before
        | {
            "indicator": "bodies",
            "value": _value(REPORTED_BODIES, REPORTED_BODIES),
            "estimate": True,
        }
    )


def _value(low: int | str, high: int | str | None = None) -> Row:
    return {"low": low, "high": high}


def _period(start: date | None, end: date) -> Row:
    return {"start": start, "end": end}


def _completeness() -> list[Row]:
    # Nothing is claimed about bodies, nor about experts and models after 2025. Two claims about supports touch.
    claims = [
        ("Support", _period(None, date(2023, 12, 31))),
        ("Support", _period(date(2024, 1, 1), date(2025, 12, 31))),
        *(
            (what, _period(*PHASE))
            for what in ("Training", "Expert", "PilotModel", "Dissemination")
        ),
        *((what, _period(*HALF_YEAR)) for what in ("Support", "Training")),
    ]
    return [{"what": what, "period": period} for what, period in claims]


def register() -> dict[str, list[Row]]:
    """All rows, by the keys of the document."""
    rng = Random(SEED)  # noqa: S311 - it keeps no secret; it has to come out the same every time
    supports = _supports(rng)
    kinds = {row["enterprise"]: row["kind"] for row in supports if "kind" in row}
    told: Row = {"indicator": "dissemination/events", "on": date(2024, 10, 10)}
    return {
        "completeness": _completeness(),
        "enterprises": _rows(
            rng, "N", "code", [([code], {"kind": kind}) for code, kind in kinds.items()]
        ),
        "supports": supports,
        "trainings": _rows(rng, "T", "person", _trainings(rng)),
        "experts": _rows(rng, "X", "person", _experts()),
        "pilot_models": _rows(rng, "M", "enterprise", _models()),
        "assessment_bodies": _rows(rng, "A", "registration", _bodies()),
        "disseminations": _rows(
            rng, "D", "topic", [(["smart manufacturing"] * EVENTS, {"on": PHASE})]
        ),
        "reported_figures": _numbered("R", _reports()),
        "facts": [{"key": key} | told for key in _take(_keys("E"), EVENTS_ELSEWHERE)],
    }


def _line(row: Row) -> str:
    present = {name: value for name, value in row.items() if value is not None}
    return json.dumps(present, default=date.isoformat)


def document(rows: dict[str, list[Row]]) -> str:
    """The rows as JSON, each on a line of its own so that eyes and diffs can follow; what is `None` is left out."""
    lists = (
        f'  "{key}": [\n    ' + ",\n    ".join(map(_line, rows[key])) + "\n  ]" for key in rows
    )
    return "{\n" + ",\n".join(['  "schema": "nsc-program/register/1"', *lists]) + "\n}\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(
        document(register()).encode()
    )  # bytes, so that no platform changes the line ends
