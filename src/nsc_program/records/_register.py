"""What is known: records in all their versions, claims about where they are complete, and rows nobody could read."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate, chain
from typing import Self, final

from attrs import Attribute, evolve, field, frozen
from attrs.validators import optional

from nsc_program.errors import Message, UnknownId
from nsc_program.records._counting import COUNTED_BY
from nsc_program.records._records import AnyRecord, Fact, Record, ReportedFigure
from nsc_program.records._versions import Name, in_order, only, refuse_other_subjects
from nsc_program.values._periods import Period, earliest_first
from nsc_program.values._validators import (
    A_DATE,
    TRUE_OR_FALSE,
    instance_of,
    is_a,
    is_bool,
    is_date,
    is_id,
    is_key,
    whole_from,
    wrong_type,
)
from nsc_program.values._value import Value

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
class Completeness(Value):
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
    recorded_on: date | None = field(
        default=None, validator=optional(is_date), order=earliest_first
    )

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators that the claim is about."""
        return COUNTED_BY[KINDS[self.what]] if self.what in KINDS else (self.what,)

    @property
    def reach(self) -> Period | None:
        """The part of the period that the claim speaks of: none reaches beyond the day it was made."""
        return self.period.through(self.recorded_on or self.period.end)


ROWS: Mapping[str, type[AnyRecord]] = {**KINDS, ReportedFigure.__name__: ReportedFigure}
"""The classes whose records can come as rows, by name."""


def row_class(given: type[AnyRecord] | str) -> type[AnyRecord]:
    """The class that rows are read as.

    Raises:
        InvalidType: for what is neither a class nor a name.
        UnknownId: if there is no such class, or it does not come as rows.
    """
    if not isinstance(given, (type, str)):
        raise wrong_type(
            "kind", Message("loại bản ghi hoặc tên của nó", "a class of records or its name"), given
        )
    name = _row_of(given)
    if name not in ROWS:
        raise UnknownId("class of records that come as rows", name, tuple(ROWS))
    return ROWS[name]


def _row_of(given: type[AnyRecord] | str) -> str:
    return given.__name__ if isinstance(given, type) else given


def _is_of_rows(instance: object, attribute: "Attribute[str]", value: str) -> None:
    is_id(instance, attribute, value)
    row_class(value)


@final
@frozen(kw_only=True, order=True)
class RejectedRow(Value):
    """A row that was set aside: a version of a record that nobody could read.

    It may be a thing more, so it widens figures. Until it is read, an older version of its record is not verified;
    where nobody knows which record it is a version of, any older one may be withdrawn by it.

    Attributes:
        what: the class of the record (kept by its name).
        id: the record's id or, where that could not be read either, a name for the row that no other row has.
        identified: whether it is the record's own id.
        recorded_on: as of a record; a version recorded later under the same id settles what this row left open.
        things: how many things it can stand for at most: of a training's headcount, its people.

    Raises:
        UnknownId: for a class that there is none of.
    """

    what: str = field(converter=_row_of, validator=_is_of_rows)
    id: str = field(validator=is_key)
    recorded_on: date | None = field(
        default=None, validator=optional(is_date), order=earliest_first
    )
    things: int = field(default=1, validator=whole_from(1, 10**9))
    identified: bool = field(default=True, validator=is_bool)


def _completeness(given: Iterable[Completeness]) -> tuple[Completeness, ...]:
    return tuple(
        sorted(set(only("completeness", instance_of("Completeness"), Completeness, given)))
    )


def _rejected(given: Iterable[RejectedRow]) -> tuple[RejectedRow, ...]:
    return tuple(
        sorted(set(only("rejected", instance_of("RejectedRow"), RejectedRow, given)), key=_in_order)
    )


def _in_order(row: RejectedRow) -> tuple[object, ...]:
    """What rows are put in order by, as their own comparison has it, but made once for each."""
    return (row.what, row.id, earliest_first(row.recorded_on), row.things, row.identified)


def _name(version: Record | RejectedRow) -> Name:
    """What all versions of one record share: class and id."""
    return (
        version.what if isinstance(version, RejectedRow) else type(version).__name__,
        version.id,
    )


def _is_settled(row: RejectedRow, read_on: date | None) -> bool:
    """Whether the latest version of a record that could be read was entered after a row."""
    return earliest_first(read_on) > earliest_first(row.recorded_on)


def _counts(what: str, indicator: str) -> bool:
    """Whether an indicator counts records of a class."""
    return what in KINDS and indicator in COUNTED_BY[KINDS[what]]


def _things_by_entry(
    records: Iterable[AnyRecord],
) -> Mapping[str, list[tuple[tuple[bool, date], int]]]:
    """By class, when each record was entered and how many things it stands for, in order."""
    found: defaultdict[str, list[tuple[tuple[bool, date], int]]] = defaultdict(list)
    for record in records:
        if not isinstance(record, Fact):
            found[type(record).__name__].append((earliest_first(record.recorded_on), record.things))
    return {what: sorted(dated) for what, dated in found.items()}


def _known_by(version: AnyRecord | Completeness | RejectedRow, day: date) -> bool:
    """Whether something was entered by the close of a day; nobody can know a report before it is issued."""
    recorded = None if isinstance(version, Fact) else version.recorded_on
    issued = version.issued if isinstance(version, ReportedFigure) else None
    return all(known is None or known <= day for known in (recorded, issued))


def last_entered(records: Iterable[AnyRecord]) -> date | None:
    """The first day on which all of these records were known, in some version; `None` if they were from the start."""
    first: dict[Name, date | None] = {}
    for record in records:
        if isinstance(record, Record):
            before = first.setdefault(_name(record), record.recorded_on)
            first[_name(record)] = min(before, record.recorded_on, key=earliest_first)
    return max(first.values(), key=earliest_first, default=None)


@final
@frozen(repr=False)
class Register(Value):
    """Sổ dữ liệu: one frozen set of versions of records, and the claims about them. Order carries no meaning.

    Attributes:
        records: every version of each record, what it was corrected from too.
        completeness: where somebody says that it is complete.
        rejected: the rows that could not be read.

    Raises:
        RegisterConflict: if two versions of one record share their date and differ.
    """

    records: tuple[AnyRecord, ...] = field(default=(), converter=in_order)
    completeness: tuple[Completeness, ...] = field(default=(), converter=_completeness)
    rejected: tuple[RejectedRow, ...] = field(default=(), converter=_rejected)

    def __repr__(self) -> str:
        """Return one line with counts: a register may hold a million records, and people's keys."""
        counts = (
            f"{len(self.records):,} records",
            f"{len(self.completeness):,} claims",
            f"{len(self.rejected):,} rejected rows",
        )
        return f"<Register: {', '.join(counts)}>"

    @classmethod
    def complete_through(cls, day: date, records: Iterable[AnyRecord]) -> Self:
        """A register that holds everything up to a day, of those classes that it holds anything of.

        Of plain facts that is the indicators they name, of reports nothing: nobody is said to have no assessment
        bodies because nobody sent any. Where records say when they were entered, the claims are made once all are.
        """
        if type(day) is not date:
            raise wrong_type("day", A_DATE, day)
        held = tuple(records)
        whats = {
            record.indicator if isinstance(record, Fact) else type(record).__name__
            for record in held
        }
        entered = last_entered(held)
        made = None if entered is None else max(entered, day)
        claims = [
            Completeness(what, Period.until(day), made)
            for what in whats - {ReportedFigure.__name__}
        ]
        return cls(held, claims)

    def merge(self, *others: "Register", corrects_keys: bool = False) -> Self:
        """Everything that any of several registers holds: the order, and merging one twice, change nothing.

        A record that is about another enterprise, person, body or figure in another register is refused: a running
        number was used again, and one thing would replace the other. If it is a mistyped key that was corrected, say so
        with `corrects_keys`. A register that holds all these keys of a record says so too.

        Raises:
            RegisterConflict: with every two versions of one record, in any of them, that share their date and differ,
                and every record that is about different things.
            InvalidType: for another that is no register.

        >>> from nsc_program import Support
        >>> january = Support(id="s1", enterprise="SAMPLE-1", started_on=date(2025, 11, 3))
        >>> june = evolve(january, completed_on=date(2026, 2, 27), recorded_on=date(2026, 6, 30))
        >>> merged = Register([june]).merge(Register([january]))
        >>> merged == Register([january]).merge(Register([june]))
        True
        >>> merged.current == (june,)
        True
        """
        if type(corrects_keys) is not bool:
            raise wrong_type("corrects_keys", TRUE_OR_FALSE, corrects_keys)
        registers: tuple[Register, ...] = (
            self,
            *only("others", instance_of("Register"), Register, others),
        )
        if not corrects_keys:
            refuse_other_subjects([each.records for each in registers])
        return type(self)(
            chain.from_iterable(each.records for each in registers),
            chain.from_iterable(each.completeness for each in registers),
            chain.from_iterable(each.rejected for each in registers),
        )

    def as_known_on(self, day: date) -> Self:
        """What of it was known at the close of a day: the versions, claims and rows recorded by then.

        What is recorded later changes nothing of it, so a verdict can be repeated as it was given then. What has no
        `recorded_on` was known from the start, but no report is known before it was issued.

        Raises:
            InvalidType: for a day that is not a date.
        """
        if type(day) is not date:
            raise wrong_type("day", A_DATE, day)
        return type(self)(
            (record for record in self.records if _known_by(record, day)),
            (claim for claim in self.completeness if _known_by(claim, day)),
            (row for row in self.rejected if _known_by(row, day)),
        )

    @cached_property
    def latest(self) -> tuple[AnyRecord, ...]:
        """The latest version of each record that could be read, unverified if one since could not."""
        latest: dict[Name | Fact, AnyRecord] = {}
        for record in self.records:  # in order of their dates
            latest[record if isinstance(record, Fact) else _name(record)] = record
        return tuple(
            record
            if isinstance(record, Fact) or not self.doubts(record)
            else evolve(record, verified=False)
            for record in latest.values()
        )

    def doubts(self, record: Record) -> bool:
        """Whether a row set aside may be a later version of this record or, of a report, replace it.

        A report replaces another that was issued before it, whenever either was entered, so a rejected one may replace
        any.
        """
        if _name(record) in self._doubted_by_name:
            return True
        return isinstance(record, ReportedFigure) and self._has_unread_reports

    @cached_property
    def _doubted_by_name(self) -> frozenset[Name]:
        return frozenset(_name(row) for row in self.unresolved if row.identified)

    @cached_property
    def _has_unread_reports(self) -> bool:
        return any(row.what == ReportedFigure.__name__ for row in self.unresolved)

    @cached_property
    def unresolved(self) -> tuple[RejectedRow, ...]:
        """The latest row set aside under each id, but for those that a record entered since has settled.

        Of two that share their date, one thing is meant: it is that with the most things.
        """
        # They are in order of their dates, and of one date that with the most things is the last. A made-up name is no
        # id: of rows that nobody knows the records of, none is a later version of another.
        newest = {_name(row) if row.identified else row: row for row in self.rejected}
        read = {
            _name(record): record.recorded_on
            for record in self.records
            if not isinstance(record, Fact)
        }
        return tuple(
            row
            for row in newest.values()
            if not (row.identified and _name(row) in read and _is_settled(row, read[_name(row)]))
        )

    @cached_property
    def current(self) -> tuple[AnyRecord, ...]:
        """The latest version of each record that is not annulled by it."""
        return tuple(
            record for record in self.latest if isinstance(record, Fact) or not record.annulled
        )

    def reports_on(self, indicator: str) -> tuple[ReportedFigure, ...]:
        """Return the reports on an indicator that are not annulled."""
        return tuple(self._reports.get(indicator, ()))

    @cached_property
    def _reports(self) -> Mapping[str, list[ReportedFigure]]:
        found: defaultdict[str, list[ReportedFigure]] = defaultdict(list)
        for record in self.current:
            if isinstance(record, ReportedFigure):
                found[record.indicator].append(record)
        return found

    def claims(self, indicator: str) -> tuple[Period, ...]:
        """The periods within which the register is said to hold everything that this indicator counts."""
        reaching = (claim.reach for claim in self.completeness if indicator in claim.indicators)
        return tuple(period for period in reaching if period is not None)

    def claims_about(self, what: str) -> tuple[Period, ...]:
        """The periods within which it is said to hold everything of a class: to hold what one indicator counts is less.

        `what` is the class's name.
        """
        reaching = (claim.reach for claim in self.completeness if claim.what == what)
        return tuple(period for period in reaching if period is not None)

    def rejected_of(self, indicator: str) -> tuple[RejectedRow, ...]:
        """The rejected rows that this indicator may count, once they are read."""
        return tuple(row for row in self.unresolved if _counts(row.what, indicator))

    def things_rejected(self, indicator: str) -> int:
        """How many things more this indicator may count, once the rows set aside are read."""
        return sum(
            things for what, things in self._rejected_things.items() if _counts(what, indicator)
        )

    def things_withdrawn(self, indicator: str) -> int:
        """How many of the things that this indicator counts may be withdrawn by rows whose records are unknown."""
        return sum(
            things for what, things in self._withdrawn_things.items() if _counts(what, indicator)
        )

    @cached_property
    def _rejected_things(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for row in self.unresolved:
            found[row.what] += row.things
        return found

    @cached_property
    def _withdrawn_things(self) -> Counter[str]:
        """Each row may withdraw one older record of its class: at most the one that stands for the most things."""
        rows = Counter(
            (row.what, earliest_first(row.recorded_on))
            for row in self.unresolved
            if not row.identified
        )
        entered = _things_by_entry(self.current) if rows else {}
        most = {
            what: [0, *accumulate((things for _, things in dated), max)]
            for what, dated in entered.items()
        }
        found: Counter[str] = Counter()
        for (what, day), times in rows.items():
            older = bisect_left(entered.get(what, []), (day,))
            found[what] += times * most.get(what, [0])[older]
        return found
