"""A world: everything that truly happened, and a judge who applies the plan's words to it.

It is plain Python, on purpose without a line of the library: the library's verdicts are checked
against it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias

Days: TypeAlias = tuple[date, date]
Answers: TypeAlias = Mapping[str, object]

FIRST_PHASE: Days = (date(2021, 1, 1), date(2025, 12, 31))
SECOND_PHASE: Days = (date(2026, 1, 1), date(2030, 12, 31))


class Help(NamedTuple):
    """An enterprise, named by its head office, was helped in one task."""

    who: str
    kind: str
    level: str
    started: date
    completed: date | None


class Lesson(NamedTuple):
    """One person was trained once; the number tells lessons apart."""

    who: str
    number: int
    on: date


class Specialist(NamedTuple):
    who: str
    to_standard: bool
    trained: date | None
    certified: date | None
    regional: date | None
    international: date | None
    expires: date | None
    renewal: bool


class Model(NamedTuple):
    who: str
    scope: str
    groups: int
    recognised: date
    renewal: bool


class Body(NamedTuple):
    who: str
    key_products: bool
    strengthened: date | None
    since: date | None
    until: date | None


Thing: TypeAlias = Help | Lesson | Specialist | Model | Body
World: TypeAlias = tuple[Thing, ...]

_COMPLETION = [
    "supported",
    "supported/city",
    "supported/cooperatives",
    "supported/city/cooperatives",
]
_START = ["supported/started", "supported/started/city", "supported/started/cooperatives"]
_LEVELS = ["experts/either-level", "experts/both-levels"]
_OWN = ["models/city", "models/city/several", "models/city/all-four"]
_SHARED = [
    "models/city/with-national",
    "models/city/several/with-national",
    "models/city/all-four/with-national",
]
# Each class of records is counted in these ways.
CLASSES: Mapping[str, list[str]] = {
    "Support": [*_COMPLETION, *_START, "supported/started/city/cooperatives"],
    "Training": ["trained/persons", "trained/participations"],
    "Expert": ["experts/trained", "experts/certified", *_LEVELS],
    "PilotModel": [
        *_OWN,
        *_SHARED,
        "models/nation",
        "models/nation/several",
        "models/nation/all-four",
    ],
    "AssessmentBody": ["bodies"],
}
WAYS = [way for ways in CLASSES.values() for way in ways]


def count(world: Iterable[Thing], way: str, days: Days) -> int:
    """Return how many different things there are, counted in one way, over a period."""
    return len(
        {
            key
            for thing in world
            for key, on in _counted(thing, way.split("/"))
            if days[0] <= on <= days[1]
        }
    )


def _counted(thing: Thing, way: list[str]) -> Iterator[tuple[object, date]]:
    """Yield the thing and the day, if it counts in this way."""
    match thing, way[0]:
        case Help(), "supported":
            yield from _help(thing, way)
        case Lesson(who, number, on), "trained":
            yield (who if way[1] == "persons" else number), on
        case Specialist(renewal=False), "experts":
            yield from _specialist(thing, way[1])
        case Model(renewal=False), "models":
            yield from _model(thing, way)
        case Body(key_products=True), "bodies":
            yield from _all_met(thing.who, [thing.strengthened, thing.since], thing.until)
        case _:
            return


def _help(thing: Help, way: list[str]) -> Iterator[tuple[str, date]]:
    kinds = ["enterprise", "cooperative"] if "cooperatives" in way else ["enterprise"]
    on = thing.started if "started" in way else thing.completed
    if on and thing.kind in kinds and ("city" not in way or thing.level == "city"):
        yield thing.who, on


def _specialist(thing: Specialist, how: str) -> Iterator[tuple[str, date]]:
    levels = sorted(day for day in (thing.regional, thing.international) if day)
    if how == "trained" and thing.to_standard:
        yield from _all_met(thing.who, [thing.trained], None)
    if how == "certified" and thing.to_standard:
        yield from _all_met(thing.who, [thing.trained, thing.certified], thing.expires)
    if how == "either-level" and levels:
        yield from _all_met(thing.who, levels[:1], thing.expires)
    if how == "both-levels":
        yield from _all_met(thing.who, [thing.regional, thing.international], thing.expires)


def _model(thing: Model, way: list[str]) -> Iterator[tuple[str, date]]:
    scopes = ["city", "nation"] if "with-national" in way else [way[1]]
    least = 4 if "all-four" in way else 2 if "several" in way else 0
    if thing.scope in scopes and thing.groups >= least:
        yield thing.who, thing.recognised


def _all_met(
    key: str, conditions: Sequence[date | None], until: date | None
) -> Iterator[tuple[str, date]]:
    """Return the day of the last condition, unless the thing had lapsed by then."""
    days = [day for day in conditions if day]
    if len(days) == len(conditions) and (until is None or max(days) <= until):
        yield key, max(days)


def ways_asked(answers: Answers) -> dict[str, str]:
    """Return the way in which each target counts under these answers."""
    supported = "supported"
    supported += "/started" if answers.get("support-event") == "start" else ""
    supported += "/city" if answers.get("support-level") == "city" else ""
    supported += "/cooperatives" if answers.get("cooperatives") == "yes" else ""
    groups = {"several": "/several", "all-four": "/all-four"}.get(str(answers.get("solutions")), "")
    national = "/with-national" if answers.get("national-models") == "yes" else ""
    return {
        "2021-2025/trained": f"trained/{answers.get('trained', 'persons')}",
        "2021-2025/experts": f"experts/{answers.get('expert-standard', 'trained')}",
        "2021-2025/supported": supported,
        "2021-2025/models": f"models/city{groups}{national}",
        "2021-2025/bodies": "bodies",
        "2026-2030/trained": "trained/persons",
        "2026-2030/experts": "experts/certified",
        "2026-2030/experts-international": _LEVELS[answers.get("expert-levels") == "both"],
        "2026-2030/supported": supported,
        "2026-2030/models": f"models/nation{groups}",
    }


def fulfilled(world: World, numbers: Mapping[str, int], answers: Answers) -> dict[str, bool | None]:
    """Say whether each target is fulfilled; `None` where growth has no meaning."""
    ways = ways_asked(answers)
    reached = {
        name: count(world, way, FIRST_PHASE if name < "2026" else SECOND_PHASE)
        for name, way in ways.items()
    }

    def at_least(name: str) -> bool:
        return reached[name] >= numbers[name]

    def about(name: str) -> bool:
        slack = Fraction(numbers[name]) * Fraction(str(answers["tolerance"]))
        return abs(reached[name] - numbers[name]) <= slack or (
            reached[name] > numbers[name] and answers["may_exceed"] is True
        )

    def grown(name: str, planned: int | None) -> bool | None:
        baseline = planned if answers["planned_baseline"] else count(world, ways[name], FIRST_PHASE)
        return reached[name] * 100 >= baseline * (100 + numbers[name]) if baseline else None

    # H1 and H6 are both in persons, or H1's number is in participations and not a baseline for
    # persons.
    persons_planned = (
        numbers["2021-2025/trained"] if ways["2021-2025/trained"] == "trained/persons" else None
    )
    trained, experts = "2021-2025/trained", "2026-2030/experts"
    return {
        # H1 "trên 2.000"
        trained: reached[trained] > numbers[trained]
        or (not answers["strict"] and at_least(trained)),
        # H2 "ít nhất 20", H3 "khoảng 1.500", H4 "ít nhất 15", H5 "ít nhất 2"
        "2021-2025/experts": at_least("2021-2025/experts"),
        "2021-2025/supported": about("2021-2025/supported"),
        "2021-2025/models": at_least("2021-2025/models"),
        "2021-2025/bodies": at_least("2021-2025/bodies"),
        # H6 "tăng ít nhất 50%"
        "2026-2030/trained": grown("2026-2030/trained", persons_planned),
        # H7 "40 chuyên gia"
        experts: at_least(experts)
        if answers["plain_is_floor"]
        else reached[experts] == numbers[experts],
        # H8 "khoảng 10", H9 "tăng ít nhất 50%", H10 "ít nhất 20"
        "2026-2030/experts-international": about("2026-2030/experts-international"),
        "2026-2030/supported": grown("2026-2030/supported", numbers["2021-2025/supported"]),
        "2026-2030/models": at_least("2026-2030/models"),
    }
