"""What the columns that are not read say of a row, and which of them somebody has to look at."""

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
"""A heading, the cell beneath it, and what is wrong with the row by it."""

COUNTING = TELLING | {"on", "recognised_on", "issued"}
"""The days that make a record count."""

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
"""What one record of a class is of: a column that counts them says how many records a row stands for."""
_COUNT = (
    r"(?:tong )?(?:so|so luong|sl)(?: luong)? (?:cac )?(?:{})(?: duoc ho tro| tham gia| ho tro)?"
)


def is_running(heading: str) -> bool:
    """Whether a column only numbers the rows: STT, Số TT."""
    return folded(heading) in _RUNNING


def counts(values: Mapping[str, Any]) -> bool:
    """Whether a row has a day that makes its record count."""
    return any(isinstance(values.get(name), date) for name in COUNTING)


def said_beside(
    row: Mapping[Any, object],
    kind: type[AnyRecord],
    beside: Iterable[tuple[str, object]],
    read: Mapping[str, tuple[str, Column]],
    values: Mapping[str, Any],
) -> Iterator[Said]:
    """Give what is wrong with a row by the cells beside those that are read, and by those that say a state too."""
    unread = list(beside)
    is_counted, is_annulled = counts(values), values.get("annulled") is True
    is_withdrawn = isinstance(values.get("withdrawn_on"), date)
    for heading, cell in unread:
        if _says_several(heading, cell, kind):
            yield heading, cell, Fault.SEVERAL_RECORDS
    if is_annulled:
        return
    for heading, cell in (*unread, *((each, row.get(each)) for each in _of_states(read, values))):
        verdict = judged(heading, cell)
        if verdict is Verdict.DENIED and not (is_withdrawn and "thu hoi" in folded(heading)):
            yield heading, cell, Fault.CANCELLED
        elif is_counted and verdict is Verdict.UNFINISHED:
            yield heading, cell, Fault.NOT_DONE


def _of_states(read: Mapping[str, tuple[str, Column]], values: Mapping[str, Any]) -> Iterator[str]:
    """The columns that are read and may say a state: as whether a record is annulled, or as a text."""
    for name, (heading, _) in read.items():
        is_text = isinstance(values.get(name), str) and (
            names_a_state(heading) or is_remark(heading)
        )
        if is_text or (name == "annulled" and isinstance(values.get(name), bool)):
            yield heading


def _says_several(heading: str, cell: object, kind: type[AnyRecord]) -> bool:
    """Whether a row stands for several records: numbered 2-5, or with five of what one record is of."""
    if is_running(heading):
        return isinstance(cell, str) and _SEVERAL_NUMBERS.fullmatch(cell.strip()) is not None
    named = _OF_ONE.get(kind.__name__)
    if named is None or not re.fullmatch(
        _COUNT.format(named), folded(re.sub(r"[(\[].*", "", heading))
    ):
        return False
    number = _number_in(cell)
    return number is not None and number > 1


def _number_in(cell: object) -> int | None:
    """The whole number that a cell begins with."""
    if not isinstance(cell, str):
        return _cells.whole_number(cell)
    found = re.match(r"\s*([0-9]{1,9})\b", cell)
    return int(found[1]) if found else None


_TOLD = frozenset({Verdict.UNKNOWN, Verdict.UNFINISHED, Verdict.DENIED})


def tells(heading: str, cell: object, *, lacks_its_day: bool) -> bool:
    """Whether a cell says of its row what nobody reads: a state, or that it is done though it has no day."""
    verdict = judged(heading, cell)
    return verdict in _TOLD or (verdict is Verdict.DONE and lacks_its_day)
