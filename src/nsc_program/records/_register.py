"""A register: records in all their versions, claims of completeness, and rejected rows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Self, final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.records._base import Record
from nsc_program.records._completeness import Completeness, claims_in_order
from nsc_program.records._merged_territories import merged_territory, refuse_reports
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._rejected_rows import (
    RejectedRow,
    name_of,
    rejected_things,
    rows_in_order,
    unresolved_rows,
    withdrawn_things,
)
from nsc_program.records._reports import ReportedFigure
from nsc_program.records._versions import (
    Name,
    first_versions,
    in_order,
    last_versions,
    refuse_other_subjects,
)
from nsc_program.values._in_notebooks import InNotebooks
from nsc_program.values._periods import Period, earliest_first
from nsc_program.values._territories import is_territory
from nsc_program.values._validators import A_DATE, TRUE_OR_FALSE, instance_of, only, wrong_type
from nsc_program.values._value import Value


def _known_by(version: AnyRecord | Completeness | RejectedRow, day: date) -> bool:
    """Return whether a version was known at the close of a day.

    A report is not known before it is issued.
    """
    recorded = None if isinstance(version, Fact) else version.recorded_on
    issued = version.issued if isinstance(version, ReportedFigure) else None
    return not any(known is not None and known > day for known in (recorded, issued))


def _claimed_as(record: AnyRecord) -> str:
    """Return the class or the indicator that a claim about a record names."""
    return record.indicator if isinstance(record, Fact) else type(record).__name__


def last_entered(records: Sequence[AnyRecord]) -> date | None:
    """Return the first day on which all records were known, in any version.

    Args:
        records: the records in order, so that the first version of each comes first.

    Returns:
        The day; `None` if all of them were known from the start.
    """
    days = (each.recorded_on for each in first_versions(records) if isinstance(each, Record))
    return max(days, key=earliest_first, default=None)


def _shared(
    records: tuple[AnyRecord, ...], among_them: tuple[AnyRecord, ...]
) -> tuple[AnyRecord, ...]:
    """Return some of the records; if they are all of them, the tuple that is kept already."""
    return records if len(records) == len(among_them) else among_them


def _is_of_part(register: "Register", whole: str | None) -> bool:
    """Return whether a register is about a smaller territory than the merged one."""
    return register.territory not in (None, whole)


@final
@frozen(repr=False)
class Register(InNotebooks, Value):
    """Cơ sở dữ liệu: versions of records, claims of completeness, and rejected rows.

    The order of the records, claims and rows has no meaning.

    Attributes:
        records: every version of every record, including the versions that were corrected.
        completeness: the claims that the register is complete.
        rejected: the rows that could not be read.
        territory: the code of the territory that the register is about, such as `VN-HN`: claims and
            reports are about all of it and nothing else. `None` if the register does not name one.

    Raises:
        InvalidType: for a record, a claim or a row of any other class.
        InvalidValue: for a text that is not the code of a territory.
        RegisterConflict: if two versions of one record have the same date and differ.
    """

    records: tuple[AnyRecord, ...] = field(default=(), converter=in_order)
    completeness: tuple[Completeness, ...] = field(default=(), converter=claims_in_order)
    rejected: tuple[RejectedRow, ...] = field(default=(), converter=rows_in_order)
    territory: str | None = field(default=None, kw_only=True, validator=optional(is_territory))

    def __repr__(self) -> str:
        """Return one line with counts: a register may hold a million records, and people's keys."""
        counts = (
            f"{len(self.records):,} records",
            f"{len(self.completeness):,} claims",
            f"{len(self.rejected):,} rejected rows",
        )
        return f"<Register: {', '.join(counts)}>"

    @classmethod
    def complete_through(
        cls, day: date, records: Iterable[AnyRecord], *, territory: str | None = None
    ) -> Self:
        """Return a register with claims that it is complete up to a day.

        There is a claim for every class of which the register holds a record, except for reports,
        and for every indicator of which it holds a plain fact. A class without records is not
        claimed to be complete: a register that received no assessment bodies does not show that
        none exist.

        Args:
            day: the last day for which the register is complete.
            records: the records, in any order.
            territory: the code of the territory that the register is about, if it names one.

        Returns:
            The register. If records have a `recorded_on`, the claims are dated by the day on which
            the last record was entered, and not before `day`.

        Raises:
            InvalidType: for a day that is not a `date`, or an item that is not a record.
            InvalidValue: for a text that is not the code of a territory.
            RegisterConflict: if two versions of one record have the same date and differ.
        """
        if type(day) is not date:
            raise wrong_type("day", A_DATE, day)
        records = in_order(records)
        entered = last_entered(records)
        claimed_on = None if entered is None else max(entered, day)
        whats = set(map(_claimed_as, records)) - {ReportedFigure.__name__}
        claims = [Completeness(what, Period.until(day), claimed_on) for what in whats]
        return cls(records, claims, territory=territory)

    def merge(
        self, *others: "Register", corrects_keys: bool = False, territory: str | None = None
    ) -> Self:
        """Return a register with everything that this register or another one holds.

        The order of the registers does not matter, and merging one twice changes nothing.

        A record is rejected if it is about different enterprises, people, bodies or figures in
        different registers: an id was used again, and one thing would replace the other. If a
        mistyped key was corrected, say so with `corrects_keys`. A single register that holds all
        the keys of the record says so too.

        Registers of different territories are merged only if `territory` asks for it, because what
        is complete for a part is not complete for the whole. The claims of a register about a
        smaller territory are left out then, and its records and rejected rows are kept. A register
        that does not name a territory is about the merged one; where parts are merged, it has to
        name its own if it holds claims or reports.

        Args:
            others: the registers to merge with this one.
            corrects_keys: whether different keys of one record are corrections of its key.
            territory: the code of the territory that the merged register is about, which contains
                those of all the registers; `None` for the only one that they name.

        Returns:
            The merged register.

        Raises:
            RegisterConflict: with every record that has two different versions of the same date,
                and every record that is about different things.
            InvalidValue: if the registers name different territories and `territory` is `None`, if
                one of them lies outside of `territory`, if one about a smaller territory holds
                reports, which are not about the whole, or if it is unknown whether claims or
                reports are about a part.
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
        whole = merged_territory(registers, territory)
        for part in (register for register in registers if _is_of_part(register, whole)):
            refuse_reports(part, whole)
        records = [register.records for register in registers]
        if not corrects_keys:
            are_apart = len({register.territory for register in registers} - {None}) > 1
            refuse_other_subjects(records, are_apart=are_apart)
        claiming = (register for register in registers if not _is_of_part(register, whole))
        return type(self)(
            chain.from_iterable(records),
            chain.from_iterable(register.completeness for register in claiming),
            chain.from_iterable(register.rejected for register in registers),
            territory=whole,
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
            territory=self.territory,
        )

    @cached_property
    def latest(self) -> tuple[AnyRecord, ...]:
        """The latest readable version of each record.

        It is marked as not verified if a later version may stand in a rejected row.
        """
        latest = tuple(last_versions(self.records))
        if self.unresolved:
            return tuple(map(self.as_far_as_certain, latest))
        return _shared(self.records, latest)

    def as_far_as_certain(self, record: AnyRecord) -> AnyRecord:
        """Return a record, marked as not verified if it may no longer be true.

        Args:
            record: a record.
        """
        is_certain = isinstance(record, Fact) or not self.doubts(record)
        return record if is_certain else evolve(record, verified=False)

    def doubts(self, record: Record) -> bool:
        """Return whether a rejected row may be a later version of a record, or replace a report.

        A report replaces the reports that were issued before it, whenever they were entered. So a
        rejected report may replace any report.

        Args:
            record: a record of this register.

        Returns:
            `True` if the record may no longer be true.
        """
        if name_of(record) in self._doubted_by_name:
            return True
        return isinstance(record, ReportedFigure) and self._has_rejected_reports

    @cached_property
    def _doubted_by_name(self) -> frozenset[Name]:
        return frozenset(name_of(row) for row in self.unresolved if row.identified)

    @cached_property
    def _has_rejected_reports(self) -> bool:
        return any(row.what == ReportedFigure.__name__ for row in self.unresolved)

    @cached_property
    def unresolved(self) -> tuple[RejectedRow, ...]:
        """The latest rejected row under each id, unless a record that was entered later settles it.

        Two rows of one id and one date are about the same thing; the one with more things is kept.
        """
        return unresolved_rows(self.rejected, self.records)

    @cached_property
    def current(self) -> tuple[AnyRecord, ...]:
        """The latest version of each record, without the records that were annulled."""
        current = tuple(
            record for record in self.latest if isinstance(record, Fact) or not record.annulled
        )
        return _shared(self.latest, current)

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
        return tuple(self._claims.get(what, ()))

    @cached_property
    def _claims(self) -> Mapping[str, list[Period]]:
        claims: defaultdict[str, list[Period]] = defaultdict(list)
        for claim in self.completeness:
            if claim.reach is not None:
                claims[claim.what].append(claim.reach)
        return claims

    def rejected_of(self, kind: type[AnyRecord]) -> tuple[RejectedRow, ...]:
        """Return the rejected rows of a class that no later record settles.

        Args:
            kind: the class of records.
        """
        return tuple(row for row in self.unresolved if row.what == kind.__name__)

    def rows_rejected(self, kind: type[AnyRecord]) -> int:
        """Return how many rejected rows of a class there are.

        Args:
            kind: the class of records.
        """
        return self._rejected_rows[kind.__name__]

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
    def _rejected_rows(self) -> Counter[str]:
        return Counter(row.what for row in self.unresolved)

    @cached_property
    def _rejected_things(self) -> Counter[str]:
        return rejected_things(self.unresolved)

    @cached_property
    def _withdrawn_things(self) -> Counter[str]:
        return withdrawn_things(self.unresolved, self.current)
