"""A register: records in all their versions, claims of completeness, and rejected rows."""

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
from nsc_program.records._records import (
    RECORD_CLASSES,
    AnyRecord,
    Fact,
    Record,
    ReportedFigure,
    record_class_names,
)
from nsc_program.records._versions import Name, in_order, refuse_other_subjects
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
    only,
    whole_from,
    wrong_type,
)
from nsc_program.values._value import Value

KINDS: Mapping[str, type[AnyRecord]] = {kind.__name__: kind for kind in RECORD_CLASSES}
"""The library's own classes that a claim of completeness can be about, by name."""


def _what(given: type[AnyRecord] | str) -> str:
    """Return the name of a class, or an indicator's id, which never begins with a capital."""
    name = given.__name__ if isinstance(given, type) else given
    is_class = isinstance(given, type) or (type(name) is str and name[:1].isupper())
    is_report = name == ReportedFigure.__name__
    if is_class and (is_report or name not in record_class_names()):
        raise UnknownId("class of records to make a claim about", name, tuple(KINDS))
    return name


@final
@frozen(order=True)
class Completeness(Value):
    """A claim that the register holds everything of one kind within a period.

    Several claims add up. To take back a claim that was wrong, leave it out of the register.

    Attributes:
        what: a class of records (kept as its name) or the id of an indicator.
        period: the period for which the register is complete.
        recorded_on: the day on which the claim was made; `None` if it held from the start.

    Raises:
        InvalidType: for a field of the wrong type.
        UnknownId: for a class that does not exist, or that no claim can be about.
    """

    what: str = field(converter=_what, validator=is_id)
    period: Period = field(validator=is_a(Period))
    recorded_on: date | None = field(
        default=None, validator=optional(is_date), order=earliest_first
    )

    @property
    def reach(self) -> Period | None:
        """The part of the period up to the day on which the claim was made.

        It is `None` if the claim was made before the period began.
        """
        return self.period.through(self.recorded_on or self.period.end)


ROWS: Mapping[str, type[AnyRecord]] = {**KINDS, ReportedFigure.__name__: ReportedFigure}
"""The library's own classes whose records can come as rows, by name."""


def row_class(given: type[AnyRecord] | str) -> type[AnyRecord]:
    """Return the class of records that rows are read as.

    Args:
        given: the class, or its name.

    Raises:
        InvalidType: for a value that is neither a class nor a name.
        UnknownId: if the class does not exist, or if its records cannot come as rows.
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
    if value not in record_class_names():
        raise UnknownId("class of records that come as rows", value, tuple(ROWS))


@final
@frozen(kw_only=True, order=True)
class RejectedRow(Value):
    """A rejected row: a version of a record that could not be read.

    The row may stand for more things, so it widens figures. Until it is read, an older version of
    its record does not count as verified. If its record is unknown, the row may withdraw any older
    record of its class.

    Attributes:
        what: the class of the record (kept as its name).
        id: the id of the record; if the id could not be read, a name that no other row has.
        recorded_on: the day on which the row was entered, as for a record. A version of the record
            with a later day settles the row.
        things: the most things that the row can stand for, at least 1: for a training with a
            headcount, its people.
        identified: `True` if `id` is the id of the record.

    Raises:
        InvalidType: for a field of the wrong type.
        UnknownId: for a class that does not exist, or whose records cannot come as rows.
    """

    what: str = field(converter=_row_of, validator=_is_of_rows)
    id: str = field(validator=is_key)
    recorded_on: date | None = field(
        default=None, validator=optional(is_date), order=earliest_first
    )
    things: int = field(default=1, validator=whole_from(1, 10**9))
    identified: bool = field(default=True, validator=is_bool)


def _completeness(given: Iterable[Completeness]) -> tuple[Completeness, ...]:
    claims = only("completeness", instance_of("Completeness"), Completeness, given)
    return tuple(sorted(set(claims)))


def _rejected(given: Iterable[RejectedRow]) -> tuple[RejectedRow, ...]:
    rows = only("rejected", instance_of("RejectedRow"), RejectedRow, given)
    return tuple(sorted(set(rows), key=_in_order))


def _in_order(row: RejectedRow) -> tuple[object, ...]:
    """Return a sort key that agrees with the comparison of rows but is built once for each row."""
    return (row.what, row.id, earliest_first(row.recorded_on), row.things, row.identified)


def _name(version: Record | RejectedRow) -> Name:
    """Return the class and the id, which all versions of one record share."""
    kind = version.what if isinstance(version, RejectedRow) else type(version).__name__
    return kind, version.id


def _is_settled(row: RejectedRow, read_on: date | None) -> bool:
    """Return whether the latest readable version of a record was entered after a rejected row."""
    return earliest_first(read_on) > earliest_first(row.recorded_on)


def _things_by_entry(
    records: Iterable[AnyRecord],
) -> Mapping[str, list[tuple[tuple[bool, date], int]]]:
    """Return, by class, the day of entry and the number of things of each record, in order."""
    entries: defaultdict[str, list[tuple[tuple[bool, date], int]]] = defaultdict(list)
    for record in records:
        if not isinstance(record, Fact):
            entry = earliest_first(record.recorded_on), record.things
            entries[type(record).__name__].append(entry)
    return {what: sorted(dated) for what, dated in entries.items()}


def _most_so_far(entries: Iterable[tuple[object, int]]) -> list[int]:
    """Return the most things of one record among the first 0, 1, 2, … entries."""
    return [0, *accumulate((things for _, things in entries), max)]


def _known_by(version: AnyRecord | Completeness | RejectedRow, day: date) -> bool:
    """Return whether a version was known at the close of a day.

    A report is not known before it is issued.
    """
    recorded = None if isinstance(version, Fact) else version.recorded_on
    issued = version.issued if isinstance(version, ReportedFigure) else None
    return (recorded is None or recorded <= day) and (issued is None or issued <= day)


def last_entered(records: Iterable[AnyRecord]) -> date | None:
    """Return the first day on which all records were known, in any version.

    Returns:
        The day; `None` if all of them were known from the start.
    """
    first: dict[Name, date | None] = {}
    for record in records:
        if isinstance(record, Record):
            before = first.setdefault(_name(record), record.recorded_on)
            first[_name(record)] = min(before, record.recorded_on, key=earliest_first)
    return max(first.values(), key=earliest_first, default=None)


@final
@frozen(repr=False)
class Register(Value):
    """Sổ dữ liệu: versions of records, claims of completeness, and rejected rows.

    The order of the records, claims and rows has no meaning.

    Attributes:
        records: every version of every record, including the versions that were corrected.
        completeness: the claims that the register is complete.
        rejected: the rows that could not be read.

    Raises:
        InvalidType: for a record, a claim or a row of any other class.
        RegisterConflict: if two versions of one record have the same date and differ.
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
        """Return a register with claims that it is complete up to a day.

        There is a claim for every class of which the register holds a record, except for reports,
        and for every indicator of which it holds a plain fact. A class without records is not
        claimed to be complete: a register that received no assessment bodies does not show that
        none exist.

        Args:
            day: the last day for which the register is complete.
            records: the records, in any order.

        Returns:
            The register. If records have a `recorded_on`, the claims are dated by the day on which
            the last record was entered, and not before `day`.

        Raises:
            InvalidType: for a day that is not a `date`, or an item that is not a record.
            RegisterConflict: if two versions of one record have the same date and differ.
        """
        if type(day) is not date:
            raise wrong_type("day", A_DATE, day)
        records = tuple(records)
        whats = {
            record.indicator if isinstance(record, Fact) else type(record).__name__
            for record in records
        }
        entered = last_entered(records)
        claimed_on = None if entered is None else max(entered, day)
        claims = [
            Completeness(what, Period.until(day), claimed_on)
            for what in whats - {ReportedFigure.__name__}
        ]
        return cls(records, claims)

    def merge(self, *others: "Register", corrects_keys: bool = False) -> Self:
        """Return a register with everything that this register or another one holds.

        The order of the registers does not matter, and merging one twice changes nothing.

        A record is rejected if it is about different enterprises, people, bodies or figures in
        different registers: an id was used again, and one thing would replace the other. If a
        mistyped key was corrected, say so with `corrects_keys`. A single register that holds all
        the keys of the record says so too.

        Args:
            others: the registers to merge with this one.
            corrects_keys: whether different keys of one record are corrections of its key.

        Returns:
            The merged register.

        Raises:
            RegisterConflict: with every record that has two different versions of the same date,
                and every record that is about different things.
            InvalidType: for an item of `others` that is not a register, or a `corrects_keys` that
                is not `True` or `False`.

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
            refuse_other_subjects([register.records for register in registers])
        return type(self)(
            chain.from_iterable(register.records for register in registers),
            chain.from_iterable(register.completeness for register in registers),
            chain.from_iterable(register.rejected for register in registers),
        )

    def as_known_on(self, day: date) -> Self:
        """Return the part of this register that was known at the close of a day.

        Entries that are recorded later do not change it, so a verdict of that day can be repeated.
        An entry without a `recorded_on` was known from the start, but a report is not known before
        it is issued.

        Args:
            day: the day.

        Returns:
            A register with the versions, claims and rows that were recorded by that day.

        Raises:
            InvalidType: for a day that is not a `date`.
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
        """The latest readable version of each record.

        It is marked as not verified if a later version may stand in a rejected row.
        """
        latest: dict[Name | Fact, AnyRecord] = {}
        for record in self.records:  # the versions of one record are in order of their dates
            latest[record if isinstance(record, Fact) else _name(record)] = record
        versions: list[AnyRecord] = []
        for record in latest.values():
            is_certain = isinstance(record, Fact) or not self.doubts(record)
            versions.append(record if is_certain else evolve(record, verified=False))
        return tuple(versions)

    def doubts(self, record: Record) -> bool:
        """Return whether a rejected row may be a later version of a record, or replace a report.

        A report replaces the reports that were issued before it, whenever they were entered. So a
        rejected report may replace any report.

        Args:
            record: a record of this register.

        Returns:
            `True` if the record may no longer be true.
        """
        if _name(record) in self._doubted_by_name:
            return True
        return isinstance(record, ReportedFigure) and self._has_rejected_reports

    @cached_property
    def _doubted_by_name(self) -> frozenset[Name]:
        return frozenset(_name(row) for row in self.unresolved if row.identified)

    @cached_property
    def _has_rejected_reports(self) -> bool:
        return any(row.what == ReportedFigure.__name__ for row in self.unresolved)

    @cached_property
    def unresolved(self) -> tuple[RejectedRow, ...]:
        """The latest rejected row under each id, unless a record that was entered later settles it.

        Two rows of one id and one date are about the same thing; the one with more things is kept.
        """
        # Rows are sorted by date, and rows of one date by their things, so the last one wins. A row
        # without the id of its record is not a later version of any other row.
        newest = {_name(row) if row.identified else row: row for row in self.rejected}
        read_on = {
            _name(record): record.recorded_on
            for record in self.records
            if not isinstance(record, Fact)
        }

        def is_settled(row: RejectedRow) -> bool:
            name = _name(row)
            return row.identified and name in read_on and _is_settled(row, read_on[name])

        return tuple(row for row in newest.values() if not is_settled(row))

    @cached_property
    def current(self) -> tuple[AnyRecord, ...]:
        """The latest version of each record, without the records that were annulled."""
        return tuple(
            record for record in self.latest if isinstance(record, Fact) or not record.annulled
        )

    def reports_on(self, indicator: str) -> tuple[ReportedFigure, ...]:
        """Return the reports on an indicator that are not annulled.

        Args:
            indicator: the id of the indicator.
        """
        return tuple(self._reports.get(indicator, ()))

    @cached_property
    def _reports(self) -> Mapping[str, list[ReportedFigure]]:
        reports: defaultdict[str, list[ReportedFigure]] = defaultdict(list)
        for record in self.current:
            if isinstance(record, ReportedFigure):
                reports[record.indicator].append(record)
        return reports

    def claims_about(self, what: str) -> tuple[Period, ...]:
        """Return the periods for which the register is complete for a class or an indicator.

        Args:
            what: the name of a class of records, or the id of an indicator.

        Returns:
            The reach of every claim about it. Claims about single indicators of a class say less
            than claims about the class, and are left out there.
        """
        reaching = (claim.reach for claim in self.completeness if claim.what == what)
        return tuple(period for period in reaching if period is not None)

    def rejected_of(self, kind: type[AnyRecord]) -> tuple[RejectedRow, ...]:
        """Return the rejected rows of a class that no later record settles.

        Args:
            kind: the class of records.
        """
        return tuple(row for row in self.unresolved if row.what == kind.__name__)

    def things_rejected(self, kind: type[AnyRecord]) -> int:
        """Return how many more things there may be once the rejected rows of a class are read.

        Args:
            kind: the class of records.
        """
        return self._rejected_things[kind.__name__]

    def things_withdrawn(self, kind: type[AnyRecord]) -> int:
        """Return how many of the counted things rejected rows of unknown records may withdraw.

        Args:
            kind: the class of records.
        """
        return self._withdrawn_things[kind.__name__]

    @cached_property
    def _rejected_things(self) -> Counter[str]:
        things: Counter[str] = Counter()
        for row in self.unresolved:
            things[row.what] += row.things
        return things

    @cached_property
    def _withdrawn_things(self) -> Counter[str]:
        """The most things that rows of unknown records may withdraw, by class.

        Each row may withdraw one older record of its class, at most the one with the most things.
        """
        rows = Counter(
            (row.what, earliest_first(row.recorded_on))
            for row in self.unresolved
            if not row.identified
        )
        entered = _things_by_entry(self.current) if rows else {}
        most = {what: _most_so_far(dated) for what, dated in entered.items()}
        withdrawn: Counter[str] = Counter()
        for (what, day), times in rows.items():
            older = bisect_left(entered.get(what, []), (day,))
            withdrawn[what] += times * most.get(what, [0])[older]
        return withdrawn
