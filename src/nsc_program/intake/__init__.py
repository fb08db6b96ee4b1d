"""Rows from spreadsheets, CSV files and databases, taken in without losing one.

`read` makes a register of rows. It never raises on data: a row that cannot be read is rejected with what is wrong
with it, and widens the figures, since it may be a thing more. `files` reads the rows of a file.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.intake._beside import counts, tells
from nsc_program.intake._columns import Found, find_columns
from nsc_program.intake._discreet import is_of_a_person
from nsc_program.intake._displayed import seen_beside, speaks
from nsc_program.intake._grid import filled
from nsc_program.intake._problems import Fault, Problem
from nsc_program.intake._repeats import rejected, without_false_repeats
from nsc_program.intake._rows import RowRead, cells_beside, read_row
from nsc_program.intake._table import Table
from nsc_program.intake._undecided import Undecided
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Completeness, Register, RejectedRow, row_class
from nsc_program.records._versions import identity, subject
from nsc_program.values._periods import earliest_first
from nsc_program.values._validators import A_DATE, shown, wrong_type
from nsc_program.values._value import Value

__all__ = [
    "Fault",
    "Found",
    "Intake",
    "Problem",
    "RowToMend",
    "UnreadColumn",
    "find_columns",
    "read",
]

Numbered: TypeAlias = Iterable[tuple[int, object]]
Progress: TypeAlias = Callable[[Numbered], Numbered]


@final
@frozen
class RowToMend(Value):
    """A row that could not be read, as it came. It may hold anything, a person's name too: it does not show itself."""

    number: int
    cells: object = field(repr=False, hash=False)


@final
@frozen
class UnreadColumn(Value):
    """A column that was not read and whose cells speak of a state, or of days.

    Attributes:
        values: what its cells say, and how often; of many the most frequent.
        different: how many different things they say.
    """

    heading: str
    values: tuple[tuple[str, int], ...]
    different: int


@final
@frozen(kw_only=True, repr=False)
class Intake(Value):
    """What became of the rows of one source.

    Every row is accounted for: `rows` is `accepted` + `repeats` + the rows in `rejected`; beside them stand the
    rows `without_data`: blank ones, names of groups, headings that come again, and sums of the others.

    Attributes:
        register: the records of the rows accepted, the claims given, and an `RejectedRow` for what was rejected.
        accepted: rows that are now records.
        repeats: rows that say what an accepted one said, under the same id.
        problems: what is wrong with the rejected rows, and what was mended in others, in the order of the rows.
        unused: the headings of columns that were not read.
        telling: those of them whose cells speak of a state or of days: somebody has to look at them.
    """

    register: Register
    accepted: int
    repeats: int
    rejected: tuple[RowToMend, ...]
    without_data: int
    problems: tuple[Problem, ...]
    unused: tuple[str, ...]
    telling: tuple[UnreadColumn, ...] = ()

    def __repr__(self) -> str:
        """Return one line with counts: the rejected rows hold what the source held."""
        counts = (
            f"{self.accepted:,} accepted",
            f"{self.repeats:,} repeats",
            f"{len(self.rejected):,} rejected",
            f"{len(self.problems):,} problems",
        )
        return f"<Intake: {', '.join(counts)}>"

    @property
    def rows(self) -> int:
        """How many rows held data."""
        return self.accepted + self.repeats + len(self.rejected)

    @property
    def is_understood(self) -> bool:
        """Whether nothing is left to look at: no row set aside, no column that tells, no repeat that differs."""
        return not (
            self.rejected
            or self.telling
            or any(each.code is Fault.OTHER_BESIDE for each in self.problems)
        )


def read(
    kind: type[AnyRecord] | str,
    rows: Iterable[object],
    *,
    columns: Mapping[str, str] | None = None,
    completeness: Iterable[Completeness] = (),
    recorded_on: date | None = None,
    people: Callable[[str], str] | None = None,
    first_row: int = 1,
    source: str = "",
    ignored: Iterable[str] = (),
    values: Mapping[str, object] | None = None,
    id_from: Iterable[str] = (),
    corrects_keys: bool = False,
    progress: Progress = iter,
) -> Intake:
    """Read rows, each a mapping from headings to cells, as records of one class.

    Args:
        kind: the class, or its name.
        rows: mappings, as `csv.DictReader` and databases give them.
        columns: the heading of each field, `{"enterprise": "Mã số thuế", "completed_on": "Kết thúc"}`; of a period
            `period` (years) or `period.start` and `period.end`, of money `funding.` and the id of its source. If it is
            not given, the columns are found by the words that spreadsheets use, and every row is rejected if one is
            missing that decides whether something counts.
        completeness: what is claimed of these rows.
        recorded_on: when they were recorded, such as the day of the export, where no column says so.
        people: makes the pseudonym of a person of what the person's cell holds; a `ValueError` or a `LookupError` of
            its own rejects the row.
        first_row: the number of the first row, in its source.
        source: what tells these rows from others that differ in nothing but their people, such as the name of a file.
        ignored: headings of columns that are left alone, whatever their cells say.
        values: what every row holds, by the names of columns: `{"on": "13/06/2024"}`.
        id_from: the headings whose cells, together, tell one record from another, where the table has no ids: the id
            is made of them, and is the same in another file. Nothing of persons.
        corrects_keys: whether rows under one id that are about different things are versions, of which the later
            corrects a mistyped key; otherwise the id is used again, and the rows are rejected.
        progress: wraps the numbered rows, to show how far the work is.

    Raises:
        UnknownId: for a class or a column that there is none of.
        InvalidType: for a `recorded_on` that is not a date. Nothing is raised for what the rows hold.

    >>> from nsc_program import Support
    >>> row = {"Mã": "s1", "MST": "0100000001", "Bắt đầu": "05/01/2024", "Kết thúc": "2024-06-30"}
    >>> found = read(Support, [row, row, {**row, "Kết thúc": "30/6/24"}, {"Mã": "s2"}])
    >>> found.accepted, found.repeats, [row.number for row in found.rejected]
    (1, 1, [3, 4])
    """
    if recorded_on is not None and type(recorded_on) is not date:
        raise wrong_type("recorded_on", A_DATE, recorded_on)
    given = list(rows)
    table = Table.of(
        row_class(kind),
        given,
        columns,
        people,
        recorded_on,
        ignored=ignored,
        values=values,
        id_from=id_from,
    )
    found = [
        read_row(number, row, table, is_first=number == first_row)
        for number, row in progress(enumerate(given, first_row))
    ]
    held = [each for each in found if each is not None]
    data = _without_conflicts(held, table.heading_of("id"), corrects_keys=corrects_keys)
    data = without_false_repeats(data, table)
    records = [each.record for each in data if each.record is not None]
    distinct = set(records)
    aside = [each for each in data if each.record is None]
    return Intake(
        register=Register(
            distinct,
            completeness,
            _unread(
                table, aside, _last_day(table, data), partial(_fingerprint, table, source, data)
            ),
        ),
        accepted=len(distinct),
        repeats=len(records) - len(distinct),
        rejected=tuple(RowToMend(each.number, each.cells) for each in aside),
        without_data=len(given) - len(data),
        problems=tuple(problem for each in data for problem in each.problems),
        unused=table.unread,
        telling=tuple(_telling(table, data)),
    )


_MOST_VALUES = 8
_MOST_THINGS = 10**9
"""As many as an unread row can stand for: more people than anything here could count."""


def _telling(table: Table, rows: Collection[RowRead]) -> Iterable[UnreadColumn]:
    """Find the columns that were not read and say more than a name or a remark."""
    open_ = Undecided.of(table.kind, table.columns.keys() | table.values.keys())
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    telling: set[str] = set()
    for each in rows:
        lacks_its_day = "completed_on" in table.columns and not counts(each.values)
        for heading, cell in (
            cells_beside(each.cells, table) if isinstance(each.cells, Mapping) else ()
        ):
            said[heading][seen_beside(cell)] += 1
            if heading not in telling and (
                tells(heading, cell, lacks_its_day=lacks_its_day) or open_.by(heading, cell)
            ):
                telling.add(heading)
    for heading in table.unread:
        seen = said[heading]
        seen.pop("", None)
        if seen and not is_of_a_person(heading) and (heading in telling or any(map(speaks, seen))):
            yield UnreadColumn(heading, tuple(seen.most_common(_MOST_VALUES)), len(seen))


def _without_conflicts(
    found: list[RowRead], heading: str | None, *, corrects_keys: bool = False
) -> list[RowRead]:
    """Reject the rows that say different things under one id, or use it for different things."""
    said: defaultdict[object, set[AnyRecord]] = defaultdict(set)
    about: defaultdict[object, set[Hashable]] = defaultdict(set)
    for each in found:
        if each.record is not None:
            said[identity(each.record)].add(each.record)
            about[each.values["id"]].add(subject(each.record))
    again = {
        name for name, subjects in about.items() if len(subjects - {None}) > 1 and not corrects_keys
    }
    return [
        rejected(each, Fault.SAME_ID, heading)
        if each.record is not None and len(said[identity(each.record)]) > 1
        else rejected(each, Fault.KEY_CHANGED, heading)
        if each.record is not None and each.values["id"] in again
        else each
        for each in found
    ]


def _last_day(table: Table, data: Iterable[RowRead]) -> date | None:
    """The last day on which any of the rows was recorded."""
    return max(
        (table.recorded_on, *(each.values.get("recorded_on") for each in data)), key=earliest_first
    )


def _unread(
    table: Table, aside: list[RowRead], last: date | None, fingerprint: Callable[[], str]
) -> Iterable[RejectedRow]:
    """What the rejected rows leave open: under their ids where these could be read, else under a name of each.

    Where nobody could read when a row was recorded, no other of the rows settles it.
    """
    things: defaultdict[tuple[str, date | None, bool], int] = defaultdict(int)
    mark = fingerprint() if any("id" not in each.values for each in aside) else ""
    for each in aside:
        name = each.values.get("id", f"rejected-{mark}-{each.number}")
        things[name, _day(each, table, last), "id" in each.values] += each.things
    for (name, day, known), many in things.items():
        things_ = min(many, _MOST_THINGS)
        yield RejectedRow(
            what=table.kind.__name__, id=name, recorded_on=day, things=things_, identified=known
        )


def _day(each: RowRead, table: Table, last: date | None) -> date | None:
    """The day on which a row was recorded; if nobody can say which, or of which record, a day after all others."""
    if not each.undated:
        day: date | None = each.values.get("recorded_on", table.recorded_on)
        return day
    if (
        "id" in each.values
        or (table.recorded_on is not None and table.recorded_on == last)
        or last == date.max
    ):
        return last
    return date.min if last is None else last + timedelta(1)


def _fingerprint(table: Table, source: str, rows: Iterable[RowRead]) -> str:
    """Tell one source from another by all that it holds, whatever its name.

    What people are known by goes in through a hash that takes long, and most of which is left out: nobody finds a
    person's number by trying all there are.
    """
    digest, personal = (
        hashlib.sha256(repr((source, table.recorded_on)).encode("utf-8", "replace"))
        for _ in range(2)
    )
    of_people = {heading for heading, column in table.columns.values() if column.personal}
    names: dict[object, str] = {}
    for each in rows:
        for heading, cell in filled(each.cells):
            into = personal if heading in of_people else digest
            name = names.get(heading)
            if name is None:
                name = names[heading] = shown(heading)
            into.update(f"{each.number} {name} {_shown_whole(cell)}\n".encode("utf-8", "replace"))
    slow = (
        hashlib.scrypt(personal.digest(), salt=digest.digest(), n=2**14, r=8, p=1, dklen=4)
        if of_people
        else b""
    )
    return f"{digest.hexdigest()[:16]}{slow.hex()}"


def _shown_whole(cell: object) -> str:
    return cell if isinstance(cell, str) else "None" if cell is None else shown(cell)
