"""Read rows from spreadsheets, CSV files and databases without losing any.

`read` makes a register of rows. It never raises for the data: it rejects a row that it cannot
read, says what is wrong with the row, and widens the figures, because a rejected row may stand for
another record. `files` reads the rows of a file.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import TypeAlias, final

from attrs import evolve, field, frozen

from nsc_program._collector import collector_paused
from nsc_program.intake._cells.grid import without_gaps
from nsc_program.intake._headings.columns import Found, find_columns
from nsc_program.intake._lines.lost_rows import without_lost_rows
from nsc_program.intake._lines.rows_below_sums import without_rows_below_sums
from nsc_program.intake._lines.stated_sums import with_wrong_sums
from nsc_program.intake._lines.told_lines import Around, told_lines
from nsc_program.intake._messages.problems import TOLD, Fault, Problem
from nsc_program.intake._rows.columns_beside import ColumnsBeside
from nsc_program.intake._rows.compared_rows import with_rows_compared
from nsc_program.intake._rows.conflicts import Conflicts
from nsc_program.intake._rows.fingerprints import fingerprint_of
from nsc_program.intake._rows.left_open import last_day, records_left_open
from nsc_program.intake._rows.repeats import rejected
from nsc_program.intake._rows.rows import RowRead, read_row
from nsc_program.intake._rows.running_numbers import gaps_in, repeats_in
from nsc_program.intake._rows.unread_columns import UnreadColumn
from nsc_program.intake._tables.table import Table
from nsc_program.intake._tables.unread_lines import UnreadLine
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import row_class
from nsc_program.values._periods import Period
from nsc_program.values._validators import A_DATE, wrong_type
from nsc_program.values._value import Value

__all__ = [
    "Fault",
    "Found",
    "Intake",
    "Problem",
    "RowToMend",
    "UnreadColumn",
    "UnreadLine",
    "find_columns",
    "read",
]

Numbered: TypeAlias = Iterable[tuple[int, object]]
Progress: TypeAlias = Callable[[Numbered], Numbered]


@final
@frozen
class RowToMend(Value):
    """A rejected row, as it came.

    The cells may hold anything, including a person's name, so `repr` does not show them.

    Attributes:
        number: the number of the row in its source.
        cells: the row: a mapping from headings to cells, or the object that came in its place.
    """

    number: int
    cells: object = field(repr=False, hash=False)


@final
@frozen(kw_only=True, repr=False)
class Intake(Value):
    """The outcome of reading the rows of one source.

    Every row is accounted for: `rows` is `accepted` + `repeats` + the number of rows in
    `rejected`. The rows `without_data` are counted beside these: blank rows, names of groups,
    repeated headings, and sums of the other rows.

    Attributes:
        register: the records of the accepted rows, the completeness claims, and a `RejectedRow`
            for each record that the rejected rows leave open. Figures need nothing else.
        accepted: the number of rows that became records.
        repeats: the number of rows that repeat an accepted row under the same id.
        rejected: the rejected rows as they came, to be mended. Those under one id stand behind one
            `RejectedRow` of `register.rejected`, and a row without an id behind one of its own.
        without_data: the number of rows that hold no data.
        problems: the faults of the rejected rows, and the faults mended in other rows, in the
            order of the rows.
        unused: the headings of the columns that were not read.
        telling: the columns among them that may decide how a row counts: their headings are not
            in the list of harmless ones, or a cell is not understood. A person must look at them.
        gaps: the numbers of the rows before which running numbers are missing. Against a claim of
            completeness they need a second look.
        lines: the lines among and below the rows that hold no data and are not understood.
        twice: the numbers of the rows that have the running number of an earlier row, which
            matters like a gap.
    """

    register: Register
    accepted: int
    repeats: int
    rejected: tuple[RowToMend, ...]
    without_data: int
    problems: tuple[Problem, ...]
    unused: tuple[str, ...]
    telling: tuple[UnreadColumn, ...] = ()
    lines: tuple[UnreadLine, ...] = ()
    gaps: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()

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
        """The number of rows that hold data."""
        return self.accepted + self.repeats + len(self.rejected)

    @property
    def is_understood(self) -> bool:
        """Whether nothing that was read needs a second look.

        No row is rejected, every unread column is known to be harmless, every line among the rows
        is understood, no row holds anything that is reported although the row is accepted, and no
        running number is missing of what is claimed complete. What a file holds beside its rows,
        such as another sheet with planned work, is not looked at: `files.to_review` lists it too.
        """
        return not (
            self.rejected
            or self.telling
            or self.lines
            or ((self.gaps or self.twice) and self.register.completeness)
            or any(problem.code in TOLD for problem in self.problems)
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
    report_year_ends: tuple[int, int] | None = None,
    territory: str | None = None,
    titles: Iterable[tuple[int, str]] = (),
    around: Iterable[UnreadLine] = (),
    progress: Progress = iter,
) -> Intake:
    """Read rows, which are mappings from headings to cells, as records of one class.

    Args:
        kind: the class of the records, or its name.
        rows: the rows, as `csv.DictReader` and databases give them.
        columns: the heading of each field, such as
            `{"enterprise": "Mã số thuế", "completed_on": "Kết thúc"}`. For a period, use `period`
            (its name) or `period.start` and `period.end`; for money, use `funding.` and the id of
            its source. Without this argument, the columns are found by the words that
            spreadsheets use, and every row is rejected if a column is missing that decides
            whether a record counts.
        completeness: the completeness claims about these rows.
        recorded_on: the day on which the rows were recorded, such as the day of the export, where
            no column holds it.
        people: a function that makes a person's pseudonym from the text of the person's cell. If
            it raises a `ValueError` or a `LookupError`, the row is rejected.
        first_row: the number of the first row in its source.
        source: a text, such as the name of a file, that distinguishes these rows from rows of
            another source that differ only in their people.
        ignored: headings of columns that are left alone, regardless of their cells, lines among
            the rows, and texts of cells that are accepted as they are.
        values: values that hold for every row, by the names of columns: `{"on": "13/06/2024"}`.
        id_from: headings whose cells together distinguish the records, where the table has no
            ids; a name among `values` stands for its value. The id is made from these cells, and
            is the same in another file. Name no column that holds personal data.
        corrects_keys: whether rows under one id that are about different subjects are versions of
            one record, the later of which corrects a mistyped key. If false, the id was used
            twice, and the rows are rejected.
        report_year_ends: the month and the day on which the report years of reported figures end,
            such as `(11, 30)`. Then “năm báo cáo 2024” and “2024” are report years, and a quarter,
            a month or a span of years needs its days. Without it, “năm báo cáo 2024” needs its
            days, and other years are those of the calendar.
        territory: the code of the territory that the register is about, such as `"VN-HN"`.
        titles: the lines above the headings, with the numbers of their rows, as `files.Sheet` has
            them. One that counts the rows otherwise than they are is rejected, like such a sum.
        around: the name of the sheet, the lines below the rows, and those on other sheets, as
            `files.Sheet` has them. Those that contradict the rows are told.
        progress: a function that wraps the numbered rows, to show the progress of the work.

    Returns:
        The register that the rows make, and what became of every row.

    Raises:
        UnknownId: for an unknown class or column.
        InvalidType: for a `kind` that is neither a class nor a name, and for a `recorded_on` that
            is not a date. Nothing is raised for the contents of the rows.
        InvalidValue: if report years end on a day that does not exist in every year, or for a
            territory that is not a code.

    >>> from nsc_program import Support
    >>> row = {"Mã": "s1", "MST": "0100000001", "Bắt đầu": "05/01/2024", "Kết thúc": "2024-06-30"}
    >>> intake = read(Support, [row, row, {**row, "Kết thúc": "30/6/24"}, {"Mã": "s2"}])
    >>> intake.accepted, intake.repeats, [row.number for row in intake.rejected]
    (1, 1, [3, 4])
    """
    if recorded_on is not None and type(recorded_on) is not date:
        raise wrong_type("recorded_on", A_DATE, recorded_on)
    if report_year_ends is not None:
        Period.of_report_year(_ANY_YEAR, ends=report_year_ends)  # raises if there is no such day
    source_rows, ignored, claims = list(rows), tuple(ignored), tuple(completeness)
    beside = Around.of(titles, around)
    table = Table.of(
        row_class(kind),
        source_rows,
        columns,
        people,
        recorded_on,
        ignored=ignored,
        values=values,
        id_from=id_from,
        report_year_ends=report_year_ends,
    )
    unread_columns = ColumnsBeside(table)
    with collector_paused():
        outcomes = [
            unread_columns.judge(read_row(number, row, table, is_first=number == first_row))
            for number, row in progress(enumerate(source_rows, first_row))
        ]
    data = [row for row in outcomes if row is not None]
    data = _without_conflicts(data, table.heading_of("id"), corrects_keys=corrects_keys)
    data = with_rows_compared(data, table)
    numbered = tuple(without_gaps(enumerate(source_rows, first_row)))
    lines = told_lines(numbered, data, table, beside, ignored=ignored, claims=claims)
    telling = tuple(unread_columns.telling_among(data))
    data = without_lost_rows(data, numbered, table, titles=beside.own, ignored=ignored)
    data = with_wrong_sums(data, numbered, table, ignored, beside.own)
    data = without_rows_below_sums(data, numbered, ignored)
    found = _intake(table, data, claims, source, territory)
    without = len(source_rows) - sum(row.number >= first_row for row in data)
    return evolve(found, lines=lines, telling=telling, without_data=without)


def _intake(
    table: Table,
    data: list[RowRead],
    completeness: Iterable[Completeness],
    source: str,
    territory: str | None,
) -> Intake:
    """Return the outcome for the rows that hold data."""
    records = [row.record for row in data if row.record is not None]
    distinct = set(records)
    without_record = [row for row in data if row.record is None]
    fingerprint = partial(fingerprint_of, table, source, data)
    unresolved = records_left_open(table, without_record, last_day(table, data), fingerprint)
    return Intake(
        register=Register(distinct, completeness, unresolved, territory=territory),
        accepted=len(distinct),
        repeats=len(records) - len(distinct),
        rejected=tuple(RowToMend(row.number, row.cells) for row in without_record),
        without_data=0,
        problems=tuple(problem for row in data for problem in row.problems),
        unused=table.unread,
        gaps=gaps_in(data, table.unread),
        twice=repeats_in(data, table.unread),
    )


_ANY_YEAR = 2000


def _without_conflicts(
    rows: list[RowRead], heading: str | None, *, corrects_keys: bool = False
) -> list[RowRead]:
    """Reject the rows that contradict each other under one id, or use it for several subjects."""
    conflicts = Conflicts.among(rows, corrects_keys=corrects_keys)
    return [
        row if (fault := conflicts.fault_of(row)) is None else rejected(row, fault, heading)
        for row in rows
    ]
