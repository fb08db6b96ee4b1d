"""What is known: records in all their versions, and claims about where they are complete."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import UnionType
from typing import Self, TypeAlias, TypeVar, final, get_args

from attrs import field, frozen
from attrs.validators import optional

from nsc_program._validators import is_a, is_date, is_id, wrong_type
from nsc_program.errors import RegisterConflict, UnknownId
from nsc_program.periods import Period, earliest_first
from nsc_program.projection import COUNTED_BY
from nsc_program.records import AnyRecord, Fact, ReportedFigure

KINDS: Mapping[str, type[AnyRecord]] = {kind.__name__: kind for kind in COUNTED_BY}
"""The classes that a claim can be about, by name."""


def _what(given: type[AnyRecord] | str) -> str:
    """Keep a class by its name; an indicator's id never begins with a capital."""
    name = given.__name__ if isinstance(given, type) else given
    named = isinstance(given, type) or (type(name) is str and name[:1].isupper())
    if named and name not in KINDS:
        raise UnknownId("class of records to make a claim about", name, tuple(KINDS))
    return name


@final
@frozen(order=True)
class Coverage:
    """A claim: within this period, the register holds everything of a kind.

    Claims only unite: one that was too bold is taken back by leaving it out of the register.

    Attributes:
        what: a class of records (kept by its name) or the id of an indicator.
        recorded_on: the day the claim was made; `None` if it held from the start.

    Raises:
        UnknownId: for the name of a class that there is none of, or that no claim can be about.
    """

    what: str = field(converter=_what, validator=is_id)
    period: Period = field(validator=is_a(Period))
    recorded_on: date | None = field(default=None, validator=optional(is_date), order=earliest_first)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators that the claim is about."""
        return COUNTED_BY[KINDS[self.what]] if self.what in KINDS else (self.what,)


Identity: TypeAlias = tuple[str, str, date | None]
_Order: TypeAlias = tuple[str, str, tuple[bool, date], str, date, bool]


def identity(record: AnyRecord) -> Identity | Fact:
    """What two versions of one record share with nothing else: class, id and `recorded_on`; a fact is its own."""
    return record if isinstance(record, Fact) else (type(record).__name__, record.id, record.recorded_on)


def _order(record: AnyRecord) -> _Order:
    if isinstance(record, Fact):
        return ("Fact", "", earliest_first(None), f"{record.indicator}\n{record.key}", record.on, record.verified)
    return (type(record).__name__, record.id, earliest_first(record.recorded_on), "", date.min, False)


T = TypeVar("T")


def _each(name: str, expected: str, kind: type[T] | UnionType, given: Iterable[T]) -> Iterator[T]:
    for item in given:
        if type(item) not in (get_args(kind) or (kind,)):
            raise wrong_type(name, expected, item)
        yield item


def _records(given: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Each record once, in one order whatever order they came in."""
    found: dict[Identity | Fact, AnyRecord] = {}
    conflicts: set[Identity] = set()
    for record in _each("records", "a record", AnyRecord, given):
        name = identity(record)
        if found.setdefault(name, record) != record and not isinstance(name, Fact):
            conflicts.add(name)
    if conflicts:
        raise RegisterConflict(*sorted(conflicts, key=lambda name: (*name[:2], earliest_first(name[2]))))
    return tuple(sorted(found.values(), key=_order))


def _coverage(given: Iterable[Coverage]) -> tuple[Coverage, ...]:
    return tuple(sorted(set(_each("coverage", "a Coverage", Coverage, given))))


@final
@frozen
class Register:
    """Sổ dữ liệu: one frozen set of versions of records, and the claims about them. Order carries no meaning.

    Raises:
        RegisterConflict: if two versions of one record share their date and differ.
    """

    records: tuple[AnyRecord, ...] = field(default=(), converter=_records)
    coverage: tuple[Coverage, ...] = field(default=(), converter=_coverage)

    @classmethod
    def complete_through(cls, day: date, records: Iterable[AnyRecord]) -> Self:
        """A register that holds everything up to a day, of those classes that it holds anything of.

        Of plain facts that is the indicators they name, of reports nothing: nobody is said to have no assessment
        bodies because nobody sent any.
        """
        if type(day) is not date:
            raise wrong_type("day", "a date", day)
        held = tuple(records)
        whats = {record.indicator if isinstance(record, Fact) else type(record).__name__ for record in held}
        claims = [Coverage(what, Period.until(day)) for what in whats - {ReportedFigure.__name__}]
        return cls(held, claims)

    @cached_property
    def latest(self) -> tuple[AnyRecord, ...]:
        """The latest version of each record."""
        latest: dict[tuple[str, str] | Fact, AnyRecord] = {}
        for record in self.records:  # in order of their dates
            latest[record if isinstance(record, Fact) else (type(record).__name__, record.id)] = record
        return tuple(latest.values())

    @cached_property
    def current(self) -> tuple[AnyRecord, ...]:
        """The latest version of each record that is not annulled by it."""
        return tuple(record for record in self.latest if isinstance(record, Fact) or not record.annulled)

    def claims(self, indicator: str) -> tuple[Period, ...]:
        """The periods within which the register is said to hold everything that this indicator counts.

        No claim reaches beyond the day it was made.
        """
        about = (claim for claim in self.coverage if indicator in claim.indicators)
        reaching = (claim.period.through(claim.recorded_on or claim.period.end) for claim in about)
        return tuple(period for period in reaching if period is not None)
