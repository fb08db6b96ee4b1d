"""Build hostile pairs of a plan and a register.

Both have many parts, and each part of one might be compared with each part of the other.
"""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeAlias

from hostile_plans import indicator, phase, plan, target
from hostile_ways import Kind, filled, plan_and_register, plan_and_register_swept

Json: TypeAlias = Any
Item: TypeAlias = Callable[[int], Json]
DAY = date(2000, 1, 1)


def _day(number: int) -> str:
    return str(DAY + timedelta(number))


def _days(first: int, last: int) -> Json:
    return {"start": _day(first), "end": _day(last)}


def _phase(period: Json, *, indicator_id: str = "i0") -> Item:
    return lambda n: {
        "id": f"x{n}",
        "period": period(n),
        "targets": [target(f"x{n}/0", indicator_id)],
    }


def _apart(n: int) -> Json:
    return _days(20 * n, 20 * n + 19)


def _nested(n: int) -> Json:
    return _days(n, 9000 - n)


def _overlapping(n: int) -> Json:
    return _days(n, n + 1000)


def _plan(size: int, period: Callable[[int], Json], indicator_id: str = "i0") -> str:
    phases = filled(size, _phase(period, indicator_id=indicator_id)) or [
        phase(targets=[target("x/0", indicator_id)])
    ]
    own = {} if indicator_id == "i0" else {"indicators": [], "units": [], "documents": [_DOCUMENT]}
    return plan(phases=phases, **own)


_DOCUMENT = {"id": "d", "title": {"vi": "a", "en": "a"}, "place": "p"}


def _pair(
    period: Callable[[int], Json], indicator_id: str = "i0", **items: Item
) -> Callable[[int], tuple[str, str]]:
    """Build pairs: half of the bytes for phases, half for the lists of a register."""

    def make(size: int) -> tuple[str, str]:
        lists = {key: filled(size // 2 // len(items), item) for key, item in items.items()}
        register = {"schema": "nsc-program/register/1", **lists}
        return _plan(size // 2, period, indicator_id), json.dumps(register)

    return make


def _indicators_and(**items: Item) -> Callable[[int], tuple[str, str]]:
    """Build pairs: half of the bytes for indicators, half for the lists of a register."""

    def make(size: int) -> tuple[str, str]:
        indicators = filled(size // 2, indicator) or [indicator(0)]
        lists = {key: filled(size // 2 // len(items), item) for key, item in items.items()}
        return plan(indicators=indicators), json.dumps(
            {"schema": "nsc-program/register/1", **lists}
        )

    return make


def _report(period: Callable[[int], Json], value: Callable[[int], Json], **others: Json) -> Item:
    return lambda n: {
        "id": f"r{n}",
        "indicator": "i0",
        "period": period(n),
        "value": value(n),
        "issued": "2026-01-01",
        **others,
    }


def _claim(period: Callable[[int], Json], what: str = "i0") -> Item:
    return lambda n: {"what": what, "period": period(n)}


def _fact(n: int) -> Json:
    return {"indicator": "i0", "key": f"k{n}", "on": _day(n)}


def _support(n: int, **others: Json) -> Json:
    return {"id": f"s{n}", "enterprise": f"SAMPLE-{n}", "started_on": _day(n), **others}


def _paid(n: int) -> Json:
    return _support(n, funding=[{"source": f"f{n}", "vnd": 1}])


def _model(n: int) -> Json:
    return {"id": f"m{n}", "enterprise": "SAMPLE-1", "recognised_on": _day(20 * n)}


def _row(what: str) -> Item:
    return lambda n: {"what": what, "id": f"row-{n}", "identified": False, "recorded_on": _day(n)}


_CLAIMED_APART = _claim(lambda n: _days(2 * n, 2 * n))
_MAKERS: dict[str, Callable[[int], tuple[str, str]]] = {
    "phases apart and facts": _pair(_apart, facts=_fact),
    "phases within each other and facts": _pair(_nested, facts=_fact),
    "phases and claims": _pair(_nested, completeness=_CLAIMED_APART),
    "phases, claims and reports": _pair(
        _nested, completeness=_CLAIMED_APART, reported_figures=_report(_overlapping, lambda n: n)
    ),
    "phases and reports that agree": _pair(
        _nested, reported_figures=_report(_overlapping, lambda _: {"low": 0, "high": None})
    ),
    "phases and reports that rise": _pair(
        _nested, reported_figures=_report(_overlapping, lambda n: n)
    ),
    "phases and reports that clash": _pair(
        _nested, reported_figures=_report(_nested, lambda n: n % 7 * 100)
    ),
    "phases and reports of their parts": _pair(
        _nested, reported_figures=_report(_apart, lambda n: n)
    ),
    "phases apart and reports": _pair(_apart, reported_figures=_report(_apart, lambda n: n % 7)),
    "phases and estimates": _pair(
        _nested, reported_figures=_report(_overlapping, lambda n: n, estimate=True)
    ),
    "phases and unverified reports": _pair(
        _nested, reported_figures=_report(_overlapping, lambda n: n, verified=False)
    ),
    "phases and money of many sources": _pair(_nested, "supported", supports=_paid),
    "phases and supports": _pair(_apart, "supported", supports=_support),
    "phases within each other and supports": _pair(_nested, "supported", supports=_support),
    "phases and one model": _pair(_apart, "models/city", pilot_models=_model),
    "phases and rows without an id": _pair(
        _nested,
        "supported",
        supports=lambda n: _support(n, recorded_on=_day(n)),
        rejected=_row("Support"),
    ),
    "indicators and claims": _indicators_and(
        completeness=lambda n: {"what": f"i{n}", "period": _days(0, 9000)}
    ),
    "indicators and claims of one": _indicators_and(completeness=_CLAIMED_APART),
    "indicators and reports": _indicators_and(
        reported_figures=lambda n: {**_report(_overlapping, lambda n: n)(n), "indicator": f"i{n}"}
    ),
    "indicators and facts": _indicators_and(facts=lambda n: {**_fact(n), "indicator": f"i{n}"}),
}
_SWEPT = ("phases and reports that clash", "phases, claims and reports", "indicators and reports")

KINDS: dict[str, Kind] = {
    **{f"pair: {name}": Kind(make, plan_and_register) for name, make in _MAKERS.items()},
    **{f"swept pair: {name}": Kind(_MAKERS[name], plan_and_register_swept) for name in _SWEPT},
}
