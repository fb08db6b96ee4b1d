"""Build hostile registers as JSON."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeAlias

from hostile_ways import Kind, filled, register, register_swept, support_lines

Json: TypeAlias = Any
Item: TypeAlias = Callable[[int], Json]
DAY = date(2021, 1, 1)


def _on(number: int) -> str:
    """Return a day within ten years."""
    return str(DAY + timedelta(number % 3650))


def _of(**items: Item) -> Callable[[int], str]:
    """Build registers of several lists that share the size."""

    def make(size: int) -> str:
        lists = {key: filled(size // len(items), item) for key, item in items.items()}
        return json.dumps({"schema": "nsc-program/register/1", **lists})

    return make


def _days(first: int, last: int) -> Json:
    return {"start": str(DAY + timedelta(first)), "end": str(DAY + timedelta(last))}


def _claim(
    what: str, period: Callable[[int], Json], recorded_on: Callable[[int], str] | None = None
) -> Item:
    def claim(n: int) -> Json:
        day = {"recorded_on": recorded_on(n)} if recorded_on else {}
        return {"what": what, "period": period(n), **day}

    return claim


def _report(period: Callable[[int], Json], value: Callable[[int], Json], **others: Json) -> Item:
    return lambda n: {
        "id": f"r{n}",
        "indicator": "supported",
        "period": period(n),
        "value": value(n),
        "issued": "2026-01-01",
        **others,
    }


def _support(n: int, **others: Json) -> Json:
    return {
        "id": f"s{n}",
        "enterprise": f"SAMPLE-{n}",
        "started_on": _on(n),
        "completed_on": _on(n),
        **others,
    }


def _fact(n: int) -> Json:
    return {"indicator": "supported", "key": f"k{n}", "on": _on(n)}


def _row(what: str = "Support", **others: Json) -> Item:
    return lambda n: {
        "what": what,
        "id": f"row-{n}",
        "identified": False,
        "recorded_on": _on(n),
        **others,
    }


def _nested(n: int) -> Json:
    return _days(n, 3650 - n)


def _overlapping(n: int) -> Json:
    return _days(n, n + 1000)


def _touching(n: int) -> Json:
    return _days(n, n)


def _apart(n: int) -> Json:
    return _days(2 * n, 2 * n)


def _same(_: int) -> Json:
    return _days(0, 1825)


def _from_the_start(n: int) -> Json:
    return _days(0, n + 1)


_PERIODS = {
    "nested": _nested,
    "overlapping": _overlapping,
    "touching": _touching,
    "apart": _apart,
    "the same": _same,
    "from one day": _from_the_start,
}
_VALUES: dict[str, Callable[[int], Json]] = {
    "agree": lambda _: {"low": 0, "high": None},
    "clash": lambda n: n % 7 * 100,
    "rise": lambda n: n,
    "two of them clash": lambda n: 7 * n if n in {0, 1} else {"low": 0, "high": 1000 + n},
}


def _one_support(size: int) -> str:
    """Return a register of one support, with money from many sources."""
    funding = filled(size, lambda n: {"source": f"f{n}", "vnd": 1})
    return json.dumps(
        {"schema": "nsc-program/register/1", "supports": [_support(0, funding=funding)]}
    )


def _one_body(size: int) -> str:
    """Return a register of one body, with many activities."""
    activities = filled(size, lambda n: f"a{n}")
    body = {"id": "b", "registration": "R", "activities": activities}
    return json.dumps({"schema": "nsc-program/register/1", "assessment_bodies": [body]})


def _lines(*, after: str, row: Item) -> Callable[[int], str]:
    """Build JSON Lines of supports, with something after each row."""
    return lambda size: "".join(f"{json.dumps(each)}{after}\n" for each in filled(size, row))


LINES: dict[str, Kind] = {
    f"JSON Lines: {name}": Kind(make, support_lines)
    for name, make in {
        "supports": _lines(after="", row=_support),
        "white space": _lines(after=" " * 50, row=_support),
        "blank lines": _lines(after="\n" * 50, row=_support),
        "blank lines and a fault": lambda size: "\n" * size + "{",
    }.items()
}
KINDS: dict[str, Kind] = {
    f"register: {name}": Kind(make, register)
    for name, make in {
        "facts": _of(facts=_fact),
        "facts of one key": _of(facts=lambda n: {**_fact(n), "key": "k"}),
        "supports": _of(supports=_support),
        "supports of one enterprise": _of(supports=lambda n: _support(n, enterprise="SAMPLE-1")),
        "supports without a day in any phase": _of(
            supports=lambda n: _support(
                n, started_on=f"{1000 + n % 900}-01-01", completed_on=f"{1000 + n % 900}-01-02"
            )
        ),
        "headcounts": _of(trainings=lambda n: {"id": f"t{n}", "headcount": 10_000, "on": _on(n)}),
        "versions of one record": _of(
            supports=lambda n: _support(0, recorded_on=str(DAY + timedelta(n)))
        ),
        "versions of one record that differ": _of(
            supports=lambda n: _support(
                0, recorded_on=str(DAY + timedelta(n)), enterprise=f"SAMPLE-{n}"
            )
        ),
        "one id for all": _of(supports=lambda n: _support(n, id="s")),
        "one id for all facts": _of(facts=lambda _: _fact(0)),
        "money from many sources": _of(
            supports=lambda n: _support(n, funding=[{"source": f"f{n}", "vnd": 1}]),
        ),
        "one support from many sources": _one_support,
        "activities of one body": _one_body,
        "bodies in two records": _of(
            assessment_bodies=lambda n: (
                {"id": f"b{n}", "registration": "R-1"}
                | {("strengthened_on", "conforming_since")[n % 2]: _on(n)}
            )
        ),
        "experts in two records": _of(
            experts=lambda n: (
                {"id": f"e{n}", "person": "SAMPLE-P1"}
                | {("trained_on", "certified_on")[n % 2]: _on(n)}
            )
        ),
        "models": _of(
            pilot_models=lambda n: {
                "id": f"m{n}",
                "enterprise": f"SAMPLE-{n // 2}",
                "recognised_on": _on(n * 1000),
            }
        ),
        "keys that are alike": _of(
            supports=lambda n: _support(n, enterprise=f"S{'-' * (n % 50)}X")
        ),
        "tax codes": _of(supports=lambda n: _support(n, enterprise=f"{n:010}")),
        "unknown indicators": _of(facts=lambda n: {**_fact(n), "indicator": f"unknown-{n}"}),
        "claims of one class": _of(completeness=_claim("Support", _apart)),
        "claims of one day": _of(completeness=_claim("Support", _same, _on)),
        "claims of many indicators": _of(
            completeness=lambda n: {"what": f"w{n}", "period": _same(n)}
        ),
        "claims and records, interleaved": _of(
            completeness=_claim("Support", _nested, _on),
            supports=lambda n: _support(n, recorded_on=_on(n * 7)),
        ),
        "claims apart and records": _of(
            completeness=_claim("Support", _apart, lambda n: _on(n + 1000)),
            supports=lambda n: _support(n, recorded_on=_on(n + 2000)),
        ),
        "claims apart and reports": _of(
            completeness=_claim("Support", _apart),
            reported_figures=_report(_overlapping, _VALUES["agree"]),
        ),
        "rows without an id, and records": _of(
            rejected=_row(), supports=lambda n: _support(n, recorded_on=_on(n))
        ),
        "rows of many headcounts": _of(
            rejected=_row("Training", things=10**9),
            trainings=lambda n: {"id": f"t{n}", "headcount": 1, "on": _on(n)},
        ),
        "rows with an id, and records": _of(
            rejected=lambda n: {"what": "Support", "id": f"s{n}", "recorded_on": _on(n)},
            supports=_support,
        ),
        "rows of reports, and reports": _of(
            rejected=_row("ReportedFigure"),
            reported_figures=lambda n: {
                **_report(_touching, _VALUES["rise"])(n),
                "recorded_on": _on(n * 3),
            },
        ),
        "reports that are not verified": _of(
            reported_figures=_report(_overlapping, _VALUES["rise"], verified=False)
        ),
        "reports of days outside the plan": _of(
            reported_figures=lambda n: (
                _report(_same, _VALUES["rise"])(n)
                | {"period": {"start": f"{1000 + n % 900}-01-01", "end": f"{1000 + n % 900}-01-02"}}
            )
        ),
        "estimates": _of(reported_figures=_report(_overlapping, _VALUES["rise"], estimate=True)),
        "reports issued one after the other": _of(
            reported_figures=lambda n: {**_report(_same, _VALUES["rise"])(n), "issued": _on(n)}
        ),
        "reports of people, who do not add up": _of(
            reported_figures=lambda n: {
                **_report(_nested, _VALUES["rise"])(n),
                "indicator": "trained/persons",
            }
        ),
        **{
            f"reports, {periods} and {values}": _of(
                reported_figures=_report(_PERIODS[periods], _VALUES[values])
            )
            for periods in _PERIODS
            for values in _VALUES
        },
        "reports that clash with records": _of(
            reported_figures=_report(_overlapping, lambda _: 0),
            supports=_support,
            completeness=_claim("Support", _apart),
        ),
    }.items()
}
SWEPT = (
    "facts",
    "supports",
    "headcounts",
    "claims apart and reports",
    "reports, nested and clash",
    "reports, nested and rise",
)
KINDS |= LINES
KINDS |= {
    f"swept register: {name}": Kind(KINDS[f"register: {name}"].make, register_swept)
    for name in SWEPT
}
