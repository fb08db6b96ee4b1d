"""Find the unread columns whose cells are harmless one by one, but not beside each other.

“Đã duyệt” is a step before “Đã hoàn thành”, and of the people of one course all took part in as
many lessons.
"""

import re
from collections import defaultdict
from collections.abc import Hashable
from functools import lru_cache
from typing import TypeAlias, final

from nsc_program.intake._cells.cells import is_left_blank
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake._states.state_headings import names_a_state
from nsc_program.intake._words.neutral_headings import without_bracket
from nsc_program.intake._words.words import folded, lowered, lowest

_Group: TypeAlias = tuple[str, Hashable]
"""A heading, and the rows whose cells beneath it are compared."""
_APPROVED = re.compile(r"(?:đã )?(?:được )?(?:(?:phê )?duyệt|thẩm định)|(?:da )?(?:phe )?duyet")
_DONE = re.compile(
    r"(?:đã )?(?:được )?(?:hoàn (?:thành|tất)|nghiệm thu|thanh lý|xong|kết thúc)\b.*|"
    r"(?:da )?(?:hoan thanh|hoan tat|nghiem thu|thanh ly|xong|ket thuc)"
)
_OF_LESSONS = re.compile(
    r"(?:so )?(?:buoi|tiet|gio|ngay)(?: (?:hoc|tham gia|tham du|du|co mat|dao tao))?"
)


@final
class MixedColumns:
    """What the cells of the columns that are not read say together."""

    def __init__(self, *, has_people: bool) -> None:
        """Begin without cells.

        Args:
            has_people: whether each row is about one person.
        """
        self._has_people = has_people
        self._said: defaultdict[_Group, set[str]] = defaultdict(set)
        self._mixed: set[str] = set()

    def add(self, heading: str, cell: object, values: Values) -> None:
        """Add a cell.

        Args:
            heading: the heading of the cell.
            cell: the cell.
            values: the values of its row, by the names of columns.
        """
        if is_left_blank(cell):
            return
        if names_a_state(heading):
            self._put((heading, None), _stage_of(text_of(cell)))
        elif self._has_people and _is_of_lessons(heading):
            self._put((heading, (values.get("on"), values.get("topic"))), folded(text_of(cell)))

    def _put(self, group: _Group, said: str) -> None:
        """Remember what a cell says, and whether another one of its group says something else."""
        if said:
            self._said[group].add(said)
            if len(self._said[group]) > 1:
                self._mixed.add(group[0])

    def is_mixed(self, heading: str) -> bool:
        """Tell whether the cells beneath a heading contradict each other.

        Args:
            heading: the heading.
        """
        return heading in self._mixed


@lru_cache(maxsize=1024)
def _stage_of(text: str) -> str:
    """Return the stage of a piece of work that a text names: approved, done, or none."""
    words = lowered(text).strip(" .")
    if _APPROVED.fullmatch(words):
        return "approved"
    return "done" if _DONE.fullmatch(words) else ""


@lru_cache(maxsize=1024)
def _is_of_lessons(heading: str) -> bool:
    """Tell whether a heading asks how many lessons a person attended."""
    return _OF_LESSONS.fullmatch(lowest(without_bracket(heading))) is not None
