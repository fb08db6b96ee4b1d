"""Find the unread columns that a person must look at, and the verdicts of their cells on a row."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.intake._cells import cells as _cells
from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._cells.read_texts import verdict_of_text
from nsc_program.intake._cells.reporting_periods import known_of
from nsc_program.intake._cells.verdicts import (
    Verdict,
    is_of_work,
    is_remark,
    judged,
    lacks_its_paper,
)
from nsc_program.intake._headings.columns import TELLING, Column, ReadColumns, Values
from nsc_program.intake._headings.contact_forms import lacks_its_form
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._states.remarks import is_plain
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._states.statuses import is_under_way
from nsc_program.intake._words.reported import doubt_of_figures, is_of_a_proposal, names_a_document
from nsc_program.intake._words.words import folded, lowered
from nsc_program.records._records import AnyRecord

Said: TypeAlias = tuple[str, object, Fault]
"""A heading, the cell beneath it, and the fault that the cell shows in the row."""
_Told: TypeAlias = tuple[str, object, Verdict]
"""A heading, the cell beneath it, and the verdict of the cell on its row."""

COUNTING = TELLING | {"on", "recognised_on", "issued"}
"""The columns of the days that make a record count."""

_RUNNING = frozenset(map(folded, ("STT", "Số TT", "TT", "Số thứ tự", "Thứ tự", "No", "No.", "Nr")))
_SEVERAL_NUMBERS = re.compile(
    r"[0-9]+ ?(?:[-–—,;&+]|đến|tới|và|to) ?[0-9]+(?: ?[,;&+] ?[0-9]+)*", re.IGNORECASE
)
_OF_ONE = {
    "Enterprise": "dn|doanh nghiep|don vi|co so|htx|hop tac xa|ho|ho kinh doanh",
    "Support": "dn|doanh nghiep|don vi|co so|htx|hop tac xa|ho|ho kinh doanh|nhiem vu",
    "Training": "lop|khoa|lop hoc|khoa hoc|lop dao tao",
    "Expert": "chuyen gia|nguoi|can bo",
    "PilotModel": "mo hinh|dn|doanh nghiep|don vi",
    "AssessmentBody": "to chuc|don vi",
    "Dissemination": "su kien|cuoc|hoi nghi|hoi thao|lop",
}
"""The words for the subject of a record of each class.

A column that counts these subjects says how many records a row stands for.
"""
_COUNT = (
    r"(?:tong )?(?:so|so luong|sl)(?: luong)? (?:cac )?(?:{})(?: duoc ho tro| tham gia| ho tro)?"
)


_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_DIGITS = re.compile(r"[0-9]+")
KEYS = frozenset({"id", "registration"})
"""The keys that people write words beside."""


@lru_cache(maxsize=2**10)
def is_running(heading: str) -> bool:
    """Tell whether a column only numbers the rows: STT, Số TT."""
    return heading.strip() == "#" or folded(heading) in _RUNNING


def counts(values: Values) -> bool:
    """Tell whether a row has a day that makes its record count.

    Args:
        values: the values of the row, by the names of columns.
    """
    return any(isinstance(values[name], date) for name in COUNTING & values.keys())


def said_beside(
    row: ByHeading,
    kind: type[AnyRecord],
    beside: Iterable[tuple[str, object]],
    read: ReadColumns,
    values: Values,
) -> Iterator[Said]:
    """Give the faults of a row that its unread cells show, and its read cells that name a state.

    Args:
        row: the row, by headings.
        kind: the class of the records.
        beside: the headings and cells of the unread columns.
        read: the heading and the column of each name that is read.
        values: the values that were read, by the names of columns.
    """
    unread = list(beside)
    for heading, cell in unread:
        if _says_several(heading, cell, kind):
            yield heading, cell, Fault.SEVERAL_RECORDS
    if values.get("annulled") is not True:
        claim = _Claim(kind, known_of(read, values), values, is_counted=counts(values))
        told = [(heading, cell, judged(heading, cell)) for heading, cell in unread]
        yield from claim.contradictions((*told, *_of_read(row, read, values)))


@final
@frozen
class _Claim:
    """The claim of a row that its record is valid, and counts if it has a day.

    Attributes:
        kind: the class of the record.
        known: the names of the columns that are known.
        values: the values that were read, by the names of columns.
        is_counted: whether the row has a day that makes its record count.
    """

    kind: type[AnyRecord]
    known: Collection[str]
    values: Values
    is_counted: bool

    def contradictions(self, told: Iterable[_Told]) -> Iterator[Said]:
        """Give the cells that contradict the claim, with the faults that they show."""
        for heading, cell, verdict in told:
            fault = self._contradicted_by(heading, cell, verdict)
            if fault is not None:
                yield heading, cell, fault

    def _contradicted_by(self, heading: str, cell: object, verdict: Verdict) -> Fault | None:
        """Return the fault that a cell with a verdict shows, or `None`."""
        if verdict is Verdict.DENIED and not self._agrees_on_withdrawal(heading):
            return Fault.CANCELLED
        if not self.is_counted:
            return None
        is_undone = verdict is Verdict.UNFINISHED or self._lacks_proof(heading, cell)
        return Fault.NOT_DONE if is_undone else None

    def _agrees_on_withdrawal(self, heading: str) -> bool:
        """Tell whether a heading is about a withdrawal, the day of which the row has."""
        return isinstance(self.values.get("withdrawn_on"), date) and "thu hoi" in folded(heading)

    def _lacks_proof(self, heading: str, cell: object) -> bool:
        """Tell whether a cell says that the document is missing, or the figure is not a result."""
        is_without_paper = lacks_its_paper(self.kind.__name__, heading, cell)
        return is_without_paper or _is_of_no_result(heading, cell, self.known)


def _of_read(row: ByHeading, read: ReadColumns, values: Values) -> Iterator[_Told]:
    """Give what the read cells say about their record: those about a state, and all texts."""
    for name, (heading, column) in read.items():
        value = values.get(name)
        if isinstance(value, str) and (column.words or name in KEYS):
            cell = row.get(heading)
            yield heading, cell, _of_read_text(name, heading, cell, known_of(read, values))
        elif name == "annulled" and isinstance(value, bool):
            cell = row.get(heading)
            yield heading, cell, judged(heading, cell)


def _of_read_text(name: str, heading: str, cell: object, read: Collection[str]) -> Verdict:
    """Return what the cell of a text says."""
    if names_a_state(heading) or is_remark(heading):
        return judged(heading, cell)
    if isinstance(cell, str) and name != "indicator":
        return _of_text(name, cell, read)
    return Verdict.SILENT


def _of_text(name: str, cell: str, read: Collection[str]) -> Verdict:
    """Return what a text that is read says; what a figure rests on may be a target."""
    if name == "document" and "indicator" in read and _is_of_no_figure(cell, read):
        return Verdict.UNFINISHED
    if _TWO_LETTERS.search(cell) is None:
        return Verdict.SILENT
    # The digits of a key say nothing, and keys that differ in them only are judged once.
    return verdict_of_text(name, _DIGITS.sub("0", cell) if name in KEYS else cell)


def fault_of_text(name: str, text: str, column: Column) -> Fault | None:
    """Return the fault of a text that says that its record is not there, if it says so.

    Args:
        name: the name of the column.
        text: the text.
        column: the column.
    """
    is_judged = column.words or name in KEYS
    return _FAULTS.get(_of_text(name, text, ())) if is_judged else None


_FAULTS = {Verdict.DENIED: Fault.CANCELLED, Verdict.UNFINISHED: Fault.NOT_DONE}


def _is_of_no_result(heading: str, cell: object, read: Collection[str]) -> bool:
    """Tell whether a remark on a reported figure says that it is a target, or of another span."""
    if "indicator" not in read or not isinstance(cell, str):
        return False
    if is_remark(heading):
        return doubt_of_figures(cell, read)
    return names_a_document(heading) and _is_of_no_figure(cell, read)


def _is_of_no_figure(document: str, read: Collection[str]) -> bool:
    """Tell whether the document of a figure holds targets, a plan or a proposal."""
    return doubt_of_figures(document, read) or is_of_a_proposal(document)


def _says_several(heading: str, cell: object, kind: type[AnyRecord]) -> bool:
    """Tell whether a row stands for several records: it is numbered 2-5, or counts five classes."""
    if is_running(heading):
        return isinstance(cell, str) and _SEVERAL_NUMBERS.fullmatch(cell.strip()) is not None
    return _counts_subjects(heading, kind.__name__) and (_number_in(cell) or 0) > 1


@lru_cache(maxsize=1024)
def _counts_subjects(heading: str, kind: str) -> bool:
    """Tell whether a column counts the subjects of records of a class."""
    subjects = _OF_ONE.get(kind)
    if subjects is None:
        return False
    without_bracket = folded(re.sub(r"[(\[].*", "", heading))
    return re.fullmatch(_COUNT.format(subjects), without_bracket) is not None


def _number_in(cell: object) -> int | None:
    """Return the whole number that a cell begins with."""
    if not isinstance(cell, str):
        return _cells.whole_number(cell)
    match = re.match(r"\s*([0-9]{1,9})\b", cell)
    return int(match[1]) if match else None


_TOLD = frozenset({Verdict.UNKNOWN, Verdict.UNFINISHED, Verdict.DENIED})


def tells(heading: str, cell: object, *, lacks_its_day: bool) -> bool:
    """Tell whether an unread cell says something about its row that has to be looked at.

    Args:
        heading: the heading of the cell.
        cell: the cell.
        lacks_its_day: whether the row has no day that makes its record count.

    Returns:
        Whether the cell names a state, or says that the work is done though its day is missing.
    """
    verdict = judged(heading, cell)
    if lacks_its_day and verdict is Verdict.UNFINISHED and is_under_way(text_of(cell)):
        return False
    if verdict is Verdict.SILENT:
        text = text_of(cell)
        is_unknown = is_remark(heading) and not _is_known_remark(text)
        return is_unknown or (isinstance(cell, str) and lacks_its_form(heading, text))
    return verdict in _TOLD or (verdict is Verdict.DONE and lacks_its_day)


def _is_known_remark(cell: str) -> bool:
    """Tell whether a remark is one that leaves its row as it is.

    A “v” may stand for an absence, and a bare number may count people.
    """
    if folded(cell) == "v" or folded(cell).isdigit():
        return is_plain(cell)
    is_result_of_work = is_of_work(cell) and not _SHORTENING.fullmatch(lowered(cell))
    return is_result_of_work or is_plain(cell)


_SHORTENING = re.compile(
    r"\W*(?:(?:đã|bị|có|được) )*(?:cắt |thu |tinh )?(?:giảm|tăng|nâng|rút ngắn|giam|tang|"
    r"cat giam)(?: (?:trừ|bớt|xuống|thêm|lên|đi|tru|bot))*\W*|.*\bgi[ảa]m tr[ừu]\b.*"
)
"""Less or more, without a word for what is so: the row itself may be."""
