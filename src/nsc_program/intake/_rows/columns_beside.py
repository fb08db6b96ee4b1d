"""Collect the texts of the columns that are not read, and tell those that may decide something.

A column passes if its heading is in a closed list of harmless ones, or if each of its cells is
known to leave its row as it is. Every other column with a filled cell is told.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import filterfalse
from typing import TypeAlias, final

from attrs import fields_dict

from nsc_program.intake._cells.cells import is_blank, is_left_blank
from nsc_program.intake._cells.discreet import is_of_a_person
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._cells.verdicts import is_of_an_end, is_of_names, is_of_work, is_remark
from nsc_program.intake._headings.agreeing import agrees, asks_first_day
from nsc_program.intake._headings.answers import asks_every_row, is_answered
from nsc_program.intake._headings.beside import counts, is_running, tells
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.displayed import displayed, seen_in_column, speaks, text_of
from nsc_program.intake._headings.event_days import is_founded_later
from nsc_program.intake._headings.ordinary import is_doubtful, is_ordinary, may_be_ticked
from nsc_program.intake._headings.undecided import Undecided
from nsc_program.intake._headings.vocabulary import FUNDING
from nsc_program.intake._rows.cells_beside import cells_beside
from nsc_program.intake._rows.lists_beside import is_nameless, lists_beside, numbers_a_list
from nsc_program.intake._rows.mixed_columns import MixedColumns
from nsc_program.intake._rows.row_cells import OPEN_SETS
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._rows.running_numbers import odd_among
from nsc_program.intake._rows.totals_within_rows import is_of_totals
from nsc_program.intake._rows.unread_columns import UnreadColumn
from nsc_program.intake._states.state_headings import names_a_state, names_a_step
from nsc_program.intake._states.statuses import is_under_way
from nsc_program.intake._tables.table import Table
from nsc_program.intake._texts.parts_of_figures import may_limit_a_figure
from nsc_program.intake._texts.row_texts import is_odd
from nsc_program.intake._texts.subjects import (
    contradicts,
    has_paper_without_day,
    is_out_of_form,
)
from nsc_program.intake._texts.tails import has_odd_tail
from nsc_program.intake._words.neutral_headings import without_bracket
from nsc_program.intake._words.parts_of_lines import is_made_of_content
from nsc_program.intake._words.words import lowest, single_spaced
from nsc_program.records._reports import ReportedFigure

Texts: TypeAlias = Counter[str]
"""The texts of a column, each with the number of its cells."""


@final
class ColumnsBeside:
    """The columns of a table that are not read."""

    def __init__(self, table: Table) -> None:
        """Begin without texts.

        Args:
            table: the columns of the table.
        """
        self._table = table
        self._undecided = Undecided.of(
            table.kind, table.columns.keys() | table.values.keys(), table.values
        )
        self._has_amounts = any(name.startswith(FUNDING) for name in table.columns)
        self._needs_no_amounts = "funding" not in fields_dict(table.kind)
        self._has_figures = table.kind is ReportedFigure
        self._has_days = "completed_on" in table.columns
        self._asking = [heading for heading in table.unread if asks_every_row(heading)]
        self._texts: defaultdict[str, Texts] = defaultdict(Counter)
        self._marks: defaultdict[str, set[str]] = defaultdict(set)
        self._blank: Texts = Counter()
        self._places: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        self._telling: set[str] = set()
        self._judged: dict[int, frozenset[str]] = {}
        self._told_early: set[str] = set()
        self._seen: dict[str, str] = {}
        self._odd: defaultdict[str, set[str]] = defaultdict(set)
        self._mixed = MixedColumns(has_people="person" in table.columns)
        self.apart: frozenset[str] = frozenset()
        self._settled = {*table.given}  # told already, or compared with the given value
        read = ((name, table.heading_of(name)) for name in OPEN_SETS)
        self.open_sets = {heading: name for name, heading in read if heading is not None}

    def judge(self, row: RowRead | None) -> RowRead | None:
        """Judge the unread cells of a row that was just read, while what is known of them is fresh.

        The rules for states have judged the same texts, and remember a limited number of them.

        Args:
            row: the row; `None` if it holds no data.

        Returns:
            The row itself.
        """
        if row is not None and isinstance(row.cells, Mapping):
            told = frozenset(self._told_by(row.cells, row.values))
            self._judged[id(row.cells)] = told
            self._told_early.update(filterfalse(is_ordinary, told))
        return row

    def _told_by(self, row: ByHeading, values: Values) -> Iterator[str]:
        """Give the headings whose cells in a row say something that has to be looked at.

        A heading is not judged again once it is told, except one of names, of which all are shown.
        """
        lacks_its_day = self._has_days and not counts(values)
        settled = self._settled | self._told_early
        for heading, cell in cells_beside(row, self._table):
            if heading not in settled and self._tells(
                heading, cell, values, lacks_its_day=lacks_its_day
            ):
                yield heading

    def telling_among(self, rows: Iterable[RowRead]) -> Iterator[UnreadColumn]:
        """Give the unread columns that are not known to leave their rows as they are.

        Args:
            rows: the rows that hold data.

        Yields:
            Each column; an empty text stands for the blank cells, where these matter.
        """
        for row in rows:
            if isinstance(row.cells, Mapping):
                self._add(row.number, row.cells, row.values)
        self.apart = frozenset(name for each in self._lists_beside() for name in each)
        for heading in (*self._table.unread, *self.open_sets):
            texts = self.texts_of(heading)
            if self.is_telling(heading, texts) or heading in self.apart:
                yield self._told(heading, self.shown_of(heading, texts))

    def _lists_beside(self) -> Iterator[tuple[str, ...]]:
        """Give the headings of the columns of each list that stands beside the table."""
        table = self._table
        unread = {*table.unread}
        read = {*table.id_from, *table.units, *table.given}
        read.update(heading for heading, _ in table.columns.values())
        filled = {heading for heading in unread - read if any(self._texts[heading])}
        numbering = {
            heading
            for heading in table.headings
            if numbers_a_list(heading) or _numbers_rows(heading, self._texts[heading])
        }
        return lists_beside(table.headings, read, filled, numbering)

    def _add(self, number: int, row: ByHeading, values: Values) -> None:
        """Add the cells of a row."""
        # A line that was counted as a row afterwards has not been judged yet.
        is_judged = id(row) in self._judged
        told = self._judged[id(row)] if is_judged else frozenset(self._told_by(row, values))
        for heading, cell in cells_beside(row, self._table):
            text = "" if is_blank(cell) else single_spaced(text_of(cell))
            self._texts[heading][text] += 1
            self._put(heading, text, number)
            mark = text_of(cell).strip().casefold()
            if mark in _MARKS:
                self._marks[heading].add(mark)
            self._mixed.add(heading, cell, values)
            if heading in told:
                self._tell(heading, text)
        for heading, name in self.open_sets.items():
            self._add_unknown(number, heading, row.get(heading), is_known=name in values)
        for heading in self._asking if counts(values) else ():
            if is_left_blank(row.get(heading)):
                self._blank[heading] += 1
                self._put(heading, "", number)

    def _add_unknown(self, number: int, heading: str, cell: object, *, is_known: bool) -> None:
        """Add a cell with other words than those of the set that its column holds."""
        if isinstance(cell, str) and not (
            is_known or is_left_blank(cell) or self._table.accepts(cell)
        ):
            is_content = is_made_of_content(cell.lower())  # a name of a person is not
            column = self._table.columns[self.open_sets[heading]][1]
            text = single_spaced(cell)
            self._seen[text] = text if is_content else displayed(cell, column)
            self._texts[heading][text] += 1
            self._put(heading, text, number)
            self._telling.add(heading)

    def _tell(self, heading: str, text: str) -> None:
        """Tell a column because of a text; among names, look for the other odd ones too."""
        self._telling.add(heading)
        if is_ordinary(heading):
            self._odd[heading].add(text)

    def shown_of(self, heading: str, texts: Texts) -> Texts:
        """Return the texts for which a column is told: of names, only those that are odd."""
        odd = self._odd[heading]
        if not odd:
            return texts
        shown = (text for text in texts if text in odd or not text or speaks(text))
        return Counter({text: texts[text] for text in shown})

    def _put(self, heading: str, text: str, number: int) -> None:
        """Remember one of the first rows that have a text."""
        places = self._places[heading].setdefault(text, [])
        if len(places) < _FEW_ROWS and number not in places:
            places.append(number)

    def _told(self, heading: str, texts: Texts) -> UnreadColumn:
        """Return what is told of a column; texts that are shown alike are told together."""
        times: Texts = Counter()
        wholes: defaultdict[str, list[str]] = defaultdict(list)
        for text, many in texts.items():
            seen = self._seen.get(text) or seen_in_column(text)
            times[seen] += many
            wholes[seen].append(text)
        shown = tuple(times.most_common(_MOST))
        are_whole = len(shown) == len(texts) and all([seen] == of for seen, of in wholes.items())
        return UnreadColumn(
            heading,
            shown,
            len(texts),
            tuple(_first(self._places[heading], wholes[seen]) for seen, _ in shown),
            heading in self.apart,
            tuple(texts) if are_whole else (),
        )

    def _tells(self, heading: str, cell: object, values: Values, *, lacks_its_day: bool) -> bool:
        """Tell whether a cell says something about its row that has to be looked at."""
        if is_left_blank(cell) or self._table.accepts(text_of(cell)):
            return False
        if self._limits_a_figure(heading, cell) or names_a_step(heading):
            return True
        if names_a_state(heading) and _OF_A_STAGE.search(text_of(cell).lower()):
            return True
        if is_of_a_person(heading):
            return has_odd_tail(text_of(cell)) or is_founded_later(heading, cell, values)
        if self._table.is_plain(heading, cell):
            return self._undecided.by(heading, cell)
        if self._is_of_amounts(heading):
            return False
        is_told = tells(heading, cell, lacks_its_day=lacks_its_day)
        is_told = is_told or self._undecided.by(heading, cell)
        return (
            is_told or self._says_more(heading, cell, values) or not _passes(heading, cell, values)
        )

    def _limits_a_figure(self, heading: str, cell: object) -> bool:
        """Tell whether a cell may say that its row's figure is of a part of the city only."""
        return self._has_figures and may_limit_a_figure(heading, text_of(cell))

    def _is_of_amounts(self, heading: str) -> bool:
        """Tell whether a column holds totals beside their parts, or amounts that no record has."""
        if self._needs_no_amounts and _AMOUNTS.fullmatch(lowest(without_bracket(heading))):
            return True
        return (self._needs_no_amounts or self._has_amounts) and is_of_totals(heading)

    def _says_more(self, heading: str, cell: object, values: Values) -> bool:
        """Tell whether a cell says more than its place asks for, or lacks the day of its paper."""
        text = text_of(cell)
        kind, columns = self._table.kind.__name__, self._table.columns
        is_closed = _is_judged(heading) or is_answered(heading, text)
        if is_remark(heading) and contradicts(kind, text, values):
            return True
        if _is_a_request(heading) and "recognised_on" in columns and "decision" not in values:
            return True
        if has_paper_without_day(kind, heading, text, columns, values):
            return True
        if isinstance(cell, str) and not is_closed and is_odd(kind, heading, text, values):
            return True
        has_person = "person" in columns
        return (
            is_ordinary(heading)
            and not may_be_ticked(heading)
            and is_out_of_form(kind, heading, text, has_person=has_person)
        )

    def texts_of(self, heading: str) -> Texts:
        """Return the texts of a column; the empty one only where a blank cell matters."""
        texts = self._texts[heading]
        del texts[""]
        blank = self._blank[heading]
        return texts + Counter({"": blank}) if texts and blank else texts

    def is_telling(self, heading: str, texts: Texts) -> bool:
        """Tell whether a column with these texts is told; days of birth are not."""
        if not texts:
            return False
        if is_of_a_person(heading):
            return heading in self._telling
        if heading in self._table.given or _numbers_rows(heading, texts):
            return False
        if (
            heading in self._telling
            or self._mixed.is_mixed(heading)
            or _has_an_absence(self._marks[heading])
        ):
            return True
        if is_running(heading):
            self._odd[heading].update(odd_among(texts))
            return bool(self._odd[heading])
        if asks_first_day(heading) and "on" in self._table.columns:
            return False  # each cell agrees with the last day of its event
        return "" in texts or (not is_of_names(heading) and any(map(self._speaks, texts)))

    def _speaks(self, text: str) -> bool:
        """Tell whether a text names a state or a day that its row has not been compared with."""
        return speaks(text) and not (self._has_days and is_under_way(text))


_MOST = 8
_FEW_ROWS = 3


def _first(places: Mapping[str, list[int]], texts: Iterable[str]) -> tuple[int, ...]:
    """Return the first rows that have one of some texts."""
    rows = {row for text in texts for row in places.get(text, ())}
    return tuple(sorted(rows)[:_FEW_ROWS])


def _has_an_absence(marks: Collection[str]) -> bool:
    """Tell whether the marks of a column are a “v” and others."""
    return _ABSENT in marks and len(marks) > 1


_ABSENT = "v"
_MARKS = frozenset({_ABSENT, "x", "có", "đã", "1", "✓", "✔", "√", "p", "k", "o", "0", "-"})
"""The marks of a roll; a “v” among others may stand for an absence."""
_OF_A_STAGE = re.compile(r"\b(?:gđ|gd|giai đoạn|giai doan|đợt|bước) ?-?[0-9]|\bphần [0-9]\b")
"""An acceptance of a part: “12/BBNT-GĐ1”."""
_OF_RESULTS = re.compile(
    r"(?:ket qua|hieu qua) (?:dat duoc|ap dung|ho tro|tu van|cai tien|chinh|noi bat|cu the|"
    r"trien khai|mang lai)"
)
_AMOUNTS = re.compile(r"(?:kinh phi|chi phi|hoc phi|so tien)(?: [a-z ]*)?")
"""The headings of amounts, which a class without money leaves out."""


def _is_a_request(heading: str) -> bool:
    """Tell whether a heading asks for the request for a decision, which is not the decision."""
    return "to trinh" in lowest(heading)


def _numbers_rows(heading: str, texts: Texts) -> bool:
    """Tell whether a column without a heading holds the numbers of the rows from 1 on."""
    return is_nameless(heading) and set(texts) == set(map(str, range(1, len(texts) + 1)))


def _passes(heading: str, cell: object, values: Values) -> bool:
    """Tell whether a cell is known to leave its row as it is, or another rule judges it."""
    text = text_of(cell)
    if is_remark(heading):  # another amount stands beneath “Khác”, and no remark
        return "khac" not in lowest(heading).split() or not any(map(str.isdigit, text))
    if _is_judged(heading) or agrees(heading, cell, values) or is_answered(heading, text):
        return True
    if _OF_RESULTS.fullmatch(lowest(heading)) and is_of_work(text):
        return True
    return is_ordinary(heading) and not is_doubtful(heading, text)


def _is_judged(heading: str) -> bool:
    """Tell whether the rules for states and ends judge the cells beneath a heading."""
    is_of_a_state = names_a_state(heading) or is_of_an_end(heading)
    return is_running(heading) or is_of_a_state
