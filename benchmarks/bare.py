"""Made-up supports, and the bare classes that stand for them on the side of the yardsticks.

A bare class is a frozen attrs class of the same fields without validators.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from attrs import fields, frozen
from cattrs import Converter

from nsc_program import (
    Completeness,
    EnterpriseKind,
    Funding,
    Level,
    Period,
    Register,
    Solution,
    Support,
)

FIRST_DAY = date(2021, 1, 1)
CLAIM = Completeness(Support, Period.until(date(2025, 12, 31)), recorded_on=date(2026, 1, 31))


@frozen(weakref_slot=False)
class BareFunding:
    """The fields of a `Funding`."""

    source: str
    vnd: int


@frozen(kw_only=True, weakref_slot=False)
class BareSupport:
    """The fields of a `Support`."""

    id: str
    recorded_on: date | None = None
    annulled: bool = False
    verified: bool = True
    document: str | None = None
    enterprise: str
    kind: EnterpriseKind = EnterpriseKind.ENTERPRISE
    started_on: date
    completed_on: date | None = None
    level: Level = Level.CITY
    locality: str | None = None
    solutions: tuple[Solution, ...] | None = None
    funding: tuple[BareFunding, ...] = ()
    spending_year: int | None = None


def short(number: int) -> dict[str, Any]:
    """Return the values of a made-up support with four fields."""
    day = FIRST_DAY + timedelta(number % 1700)
    return {
        "id": f"s{number:07}",
        "enterprise": f"SAMPLE-{number:07}",
        "started_on": day,
        "completed_on": day,
    }


def long(number: int, money: Callable[[str, int], object] = Funding) -> dict[str, Any]:
    """Return the values of a made-up support with all fields except two, under ten digits."""
    day = FIRST_DAY + timedelta(number % 1700)
    return {
        "id": f"s{number:07}",
        "recorded_on": day + timedelta(30),
        "verified": number % 5 > 0,
        "document": f"Quyết định số {number}",
        "enterprise": f"{number:010}",
        "started_on": day,
        "completed_on": day + timedelta(20),
        "level": Level.MINISTRY,
        "solutions": (Solution.STANDARDS,),
        "funding": (money("state-budget", number % 100 * 1_000_000),),
    }


def register(number: int) -> Register:
    """Return a register of made-up supports with nearly all fields, and a claim."""
    return Register((Support(**long(each)) for each in range(number)), [CLAIM])


def bare(number: int) -> list[BareSupport]:
    """Return the same supports as bare objects."""
    return [BareSupport(**long(each, BareFunding)) for each in range(number)]


def converter() -> Converter:
    """Return a cattrs converter of bare classes, as fast as the options of cattrs make it."""
    made = Converter(detailed_validation=False, omit_if_default=True)
    made.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    made.register_unstructure_hook(date, date.isoformat)
    return made


def differ(records: Iterable[object], others: Iterable[object]) -> bool:
    """Return whether a record differs in a field from the bare object beside it."""
    return any(_values(one) != _values(other) for one, other in zip(records, others, strict=True))


def _values(value: Any) -> object:  # noqa: ANN401  # of a field
    """Return the values of the fields of an object, and of the objects in them."""
    if isinstance(value, tuple):
        return tuple(map(_values, value))
    if not hasattr(value, "__attrs_attrs__"):
        return value
    return [_values(getattr(value, each.name)) for each in fields(type(value))]
