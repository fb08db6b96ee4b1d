"""Find the unread columns that a person must look at, and the verdicts of their cells on a row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from nsc_program.intake import _cells
from nsc_program.intake._columns import TELLING, Column
from nsc_program.intake._problems import Fault
from nsc_program.intake._states import names_a_state
from nsc_program.intake._verdicts import Verdict, is_remark, judged
from nsc_program.intake._words import folded
from nsc_program.records._records import AnyRecord

Said: TypeAlias = tuple[str, object, Fault]
"""A heading, the cell beneath it, and the fault that the cell shows in the row."""

COUNTING = TELLING | {"on", "recognised_on", "issued"}
"""The columns of the days that make a record count."""

_RUNNING = frozenset(
    map(folded, ("STT", "Số TT", "TT", "Số thứ tự", "Thứ tự", "No", "No.", "Nr", "#"))
)
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


def is_running(heading: str) -> bool:
    """Tell whether a column only numbers the rows: STT, Số TT."""
    return folded(heading) in _RUNNING


def counts(values: Mapping[str, Any]) -> bool:
    """Tell whether a row has a day that makes its record count.

    Args:
        values: the values of the row, by the names of columns.
    """
    return any(isinstance(values.get(name), date) for name in COUNTING)


def said_beside(
    row: Mapping[Any, object],
    kind: type[AnyRecord],
    beside: Iterable[tuple[str, object]],
    read: Mapping[str, tuple[str, Column]],
    values: Mapping[str, Any],
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
    is_counted, is_annulled = counts(values), values.get("annulled") is True
    is_withdrawn = isinstance(values.get("withdrawn_on"), date)
    for heading, cell in unread:
        if _says_several(heading, cell, kind):
            yield heading, cell, Fault.SEVERAL_RECORDS
    if is_annulled:
        return
    of_states = [(heading, row.get(heading)) for heading in _of_states(read, values)]
    for heading, cell in (*unread, *of_states):
        verdict = judged(heading, cell)
        if verdict is Verdict.DENIED and not (is_withdrawn and "thu hoi" in folded(heading)):
            yield heading, cell, Fault.CANCELLED
        elif is_counted and verdict is Verdict.UNFINISHED:
            yield heading, cell, Fault.NOT_DONE


def _of_states(read: Mapping[str, tuple[str, Column]], values: Mapping[str, Any]) -> Iterator[str]:
    """Give the headings of read columns that may name a state: whether annulled, or a text."""
    for name, (heading, _) in read.items():
        is_text = isinstance(values.get(name), str) and (
            names_a_state(heading) or is_remark(heading)
        )
        if is_text or (name == "annulled" and isinstance(values.get(name), bool)):
            yield heading


def _says_several(heading: str, cell: object, kind: type[AnyRecord]) -> bool:
    """Tell whether a row stands for several records: it is numbered 2-5, or counts five classes."""
    if is_running(heading):
        return isinstance(cell, str) and _SEVERAL_NUMBERS.fullmatch(cell.strip()) is not None
    subjects = _OF_ONE.get(kind.__name__)
    if subjects is None:
        return False
    without_bracket = folded(re.sub(r"[(\[].*", "", heading))
    if not re.fullmatch(_COUNT.format(subjects), without_bracket):
        return False
    number = _number_in(cell)
    return number is not None and number > 1


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
    return verdict in _TOLD or (verdict is Verdict.DONE and lacks_its_day)
