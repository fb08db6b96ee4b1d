"""Lines that name a value of a field that has no column.

The field's default is not assumed for the rows beneath such a line.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import final

from attrs import fields

from nsc_program.intake._cells.reporting_periods import ENDS
from nsc_program.intake._messages.problems import Doubt, Fault
from nsc_program.intake._tables.lines import Line, end_rank
from nsc_program.intake._tables.numbering import Rank, rank_of
from nsc_program.intake._words.naming import FIELDS, Named, named
from nsc_program.intake._words.reported import (
    doubt_of_figures,
    is_cumulative,
    names_a_district,
    span_of,
    year_of,
)
from nsc_program.records._records import AnyRecord
from nsc_program.records._reports import ReportedFigure

_TITLE: Rank = ("title", 0)


@final
class Assumed:
    """The lines in force, kept separately for each field.

    For example, “II. Cấp bộ” does not end what “Hợp tác xã” says about the kind of enterprise.

    Attributes:
        told: the lines that are reported to the user although their rows are read.
    """

    def __init__(
        self,
        kind: type[AnyRecord],
        known: Collection[str],
        given: Mapping[str, object] | None = None,
    ) -> None:
        """Watch the fields of a class, except those that have a column.

        Args:
            kind: the class of the records.
            known: the names of the fields that have a column or are given otherwise.
            given: the values that all rows have; lines may contradict them.
        """
        names = [attribute.name for attribute in fields(kind)]
        self._given = {name: value for name, value in (given or {}).items() if value is not None}
        self._open = [
            name for name in names if name in FIELDS and (name not in known or name in self._given)
        ]
        self._of_figures = kind is ReportedFigure
        self._known = frozenset(known)
        self._in_force: dict[str, list[Line]] = {name: [] for name in (*self._open, "value")}
        self.told: list[str] = []
        self.years: list[tuple[str, str]] = []

    def doubts_of(self, *, says_its_days: bool, begins_a_year: bool) -> Iterator[Doubt | None]:
        """Return the doubts that apply to the next row.

        Args:
            says_its_days: whether the row states the days that its figure is about, so that a line
                about a span of time is not needed.
            begins_a_year: whether these days begin on 1 January, as those of a cumulative sum do.
        """
        for name, lines in self._in_force.items():
            for _, doubt in lines:
                is_settled = says_its_days and name == "value" and self._is_of_days(doubt)
                if not is_settled or (_is_of_sums(doubt) and not begins_a_year):
                    yield doubt

    def _is_of_days(self, doubt: Doubt | None) -> bool:
        """Tell whether a doubt is only about the days of a figure."""
        return doubt is not None and not doubt_of_figures(doubt.line, {*self._known, *ENDS})

    def read_title(self, line: str) -> None:
        """Read a line without a number above the headings.

        A title that names a value of a field is only reported; a title about figures applies to
        all rows.

        Args:
            line: the text of the line.
        """
        if any(
            self._is_told(name, self._meaning(name, line, is_title=True)) for name in self._open
        ):
            self.told.append(line)
        if self._of_figures:
            self._read_title_of_figures(line)

    def _read_title_of_figures(self, line: str) -> None:
        """Read a title above reported figures: its district, its year, and what the figures are."""
        self._read_scope(line)
        doubt = self._of_figure(line)
        if doubt is not None:
            self._in_force["value"].insert(0, (_TITLE, doubt))

    def _read_scope(self, line: str) -> None:
        """Read the district, and the year or the span of years, that a line over figures names."""
        if names_a_district(line):
            self.told.append(line)
        for years in (year_of(line), span_of(line)):
            if years is not None:
                self.years.append((line, years))

    def read(self, cells: Iterable[object], line: str) -> None:
        """Read a line between the rows.

        Args:
            cells: the cells of the row that holds the line; they give its rank.
            line: the text of the line.
        """
        rank = rank_of(cells)
        for name in self._open:
            self._read_for(name, rank, line)
        if self._of_figures:
            self._read_scope(line)
        doubt = self._of_figure(line)
        self._put("value", rank, doubt, says=doubt is not None)

    def _read_for(self, name: str, rank: Rank | None, line: str) -> None:
        """Read a line for what it says about a field."""
        meaning = self._meaning(name, line)
        is_other = meaning is Named.OTHER and name not in self._given
        if not is_other and self._is_told(name, meaning):
            self.told.append(line)
        doubt = _doubt_of(line, is_doubtful=is_other)
        self._put(name, rank, doubt, says=meaning is not Named.NOTHING)

    def _meaning(self, name: str, line: str, *, is_title: bool = False) -> Named:
        """Tell whether a line names the value of a field that was given or is the default."""
        return named(name, line, is_title=is_title, usual=self._given.get(name))

    def _is_told(self, name: str, meaning: Named) -> bool:
        """Tell whether a line is told; if a value was given, a line may name others beside it."""
        return meaning is Named.OTHER or (meaning is Named.BOTH and name not in self._given)

    def _of_figure(self, line: str) -> Doubt | None:
        """Return the doubt of a line that says that reported figures are not results."""
        is_doubtful = self._of_figures and (
            is_cumulative(line) or doubt_of_figures(line, self._known)
        )
        return _doubt_of(line, is_doubtful=is_doubtful)

    def _put(self, name: str, rank: Rank | None, doubt: Doubt | None, *, says: bool) -> None:
        """Put a line in force, and end the line of the same rank with the lines beneath it.

        A line without a number ends only another such line, and only if it speaks of the field.
        """
        if rank is not None or says:
            lines = self._in_force[name]
            end_rank(lines, rank)
            lines.append((rank, doubt))


def _is_of_sums(doubt: Doubt | None) -> bool:
    """Tell whether a line says that figures are cumulative."""
    return doubt is not None and is_cumulative(doubt.line)


def _doubt_of(line: str, *, is_doubtful: bool) -> Doubt | None:
    """Return the doubt of a line about an assumed value, if it is doubtful."""
    return Doubt(Fault.ASSUMED_LINE, line) if is_doubtful else None
