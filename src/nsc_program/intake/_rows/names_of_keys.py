"""Tell keys that stand beside several names, and keys that differ only in how they are written.

A key that was copied to another row counts one thing too few, and a key that is written in two ways
counts one too many.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeAlias, final

from attrs import define, field

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._cells.keys import is_ditto
from nsc_program.intake._headings.displayed import displayed, seen_beside, text_of
from nsc_program.intake._messages.problem_reports import named_row, problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.table import Table
from nsc_program.intake._words.words import folded, lowest
from nsc_program.values._enterprise_codes import head_office
from nsc_program.values._text import Text

_Place: TypeAlias = tuple[str, object]
"""The name of a column, and what stands in it."""
_Name: TypeAlias = tuple[str, str]
"""The heading of a name, and the name."""
_OF_ENTERPRISES = re.compile(
    r"ten(?: day du)?(?: (?:cua )?(?:doanh nghiep|dn|don vi|to chuc|co so|htx|hop tac xa|ho|"
    r"ho kinh doanh|cong ty|mo hinh))*|doanh nghiep|dn|cong ty|name|"
    r"(?:enterprise|company)(?: name)?|(?:doanh nghiep|don vi|co so) (?:duoc ho tro|thu huong)"
)
_OF_BODIES = re.compile(
    r"ten(?: day du)?(?: (?:to chuc|don vi|phong|phong thu nghiem|co so))*|to chuc|name"
)
_OF_PEOPLE = re.compile(
    r"ho(?: va)?(?: chu)? ten(?: (?:hoc vien|chuyen gia|can bo))?|"
    r"ten(?: (?:hoc vien|chuyen gia|can bo|nguoi hoc))?|hoc vien|chuyen gia|full name|name"
)
_NAMED: Mapping[str, "re.Pattern[str]"] = {
    "enterprise": _OF_ENTERPRISES,
    "code": _OF_ENTERPRISES,
    "person": _OF_PEOPLE,
    "registration": _OF_BODIES,
}
"""The headings of the names beside each key."""
SUBJECTS = tuple(_NAMED)
"""The columns of the keys of what records are about."""
_PERSONAL = "person"
_SHORT = {
    "cty": "cong ty",
    "cp": "co phan",
    "htx": "hop tac xa",
    "mtv": "mot thanh vien",
    "dn": "doanh nghiep",
    "dntn": "doanh nghiep tu nhan",
    "hkd": "ho kinh doanh",
    "sx": "san xuat",
    "tm": "thuong mai",
    "dv": "dich vu",
    "xnk": "xuat nhap khau",
    "tt": "trung tam",
    "hn": "ha noi",
}
_GENERAL = frozenset(
    folded(
        "công ty cổ phần tnhh trách nhiệm hữu hạn một thành viên doanh nghiệp tư nhân hợp tác xã "
        "hộ kinh sản xuất thương mại dịch vụ xuất nhập khẩu và ông bà anh chị ths ts tp thành phố "
        "hà nội"
    ).split()
)
_ALIKE = 0.9
_LONGEST_DITTO = 20
_LEAST_LETTERS = 8


@final
@define
class _Seen:
    """What the rows before have.

    Attributes:
        names: the first name of each key.
        writings: the first writing of each key.
        of_names: the first key of each name, and the number of its row.
        last: the name in the row above, by heading.
    """

    names: dict[_Place, str] = field(factory=dict)
    writings: dict[_Place, str] = field(factory=dict)
    of_names: dict[_Place, tuple[str, Text]] = field(factory=dict)
    last: dict[str, str] = field(factory=dict)

    def name_of(self, cell: object, heading: str) -> str:
        """Return the name in a cell, or the one above it if the cell says “như trên”.

        Args:
            cell: the cell, which is not blank.
            heading: the heading of the cell.
        """
        text = text_of(cell)
        is_above = len(text) <= _LONGEST_DITTO and is_ditto(text)
        name = self.last.get(heading, text) if is_above else text
        self.last[heading] = name
        return name


def with_names_compared(data: list[RowRead], table: Table) -> list[RowRead]:
    """Report the rows whose key stands beside another name before, or is written otherwise.

    Args:
        data: the rows that hold data.
        table: the columns of the table.
    """
    keys = [name for name in _NAMED if name in table.columns]
    names = {key: heading_of_names(key, table) for key in keys}
    seen = _Seen()
    return [row.told(_told(row, table, names, seen)) for row in data]


def heading_of_names(key: str, table: Table) -> str | None:
    """Return the heading of the names beside a key, if there is exactly one.

    Args:
        key: the name of the column of the key.
        table: the columns of the table.
    """
    own = table.columns.get("name")
    headings = [heading for heading in table.unread if _NAMED[key].fullmatch(lowest(heading))]
    headings += [] if own is None else [own[0]]
    return headings[0] if len(headings) == 1 else None


def headings_of_names(table: Table) -> frozenset[str]:
    """Return the headings of the names beside the keys of a table.

    Args:
        table: the columns of the table.
    """
    found = (heading_of_names(key, table) for key in _NAMED if key in table.columns)
    return frozenset(heading for heading in found if heading is not None)


def _told(
    row: RowRead, table: Table, names: Mapping[str, str | None], seen: _Seen
) -> tuple[Problem, ...]:
    """Return what is told about the keys of a row, and remember them."""
    if not isinstance(row.cells, Mapping):
        return ()
    named = {key: _name_in(row, heading, seen) for key, heading in names.items()}
    if row.record is None:
        return ()
    of_id = _like_key(row, "id", table, seen) if "id" in table.columns else ()
    return (
        *of_id,
        *(
            problem
            for key, name in named.items()
            if key in row.values
            for problem in _told_of(row, key, name, table, seen)
        ),
    )


def _name_in(row: RowRead, heading: str | None, seen: _Seen) -> _Name | None:
    """Return the name beneath a heading, with the heading; `None` if there is none."""
    cell = None if heading is None else row.by_heading.get(heading)
    return None if heading is None or is_blank(cell) else (heading, seen.name_of(cell, heading))


def _told_of(
    row: RowRead, key: str, name: _Name | None, table: Table, seen: _Seen
) -> Iterator[Problem]:
    """Give what is told about a key; another writing of it is told once."""
    of_key: tuple[Problem, ...] = ()
    if name is not None:
        yield from _other_name(row, key, name, seen)
        of_key = tuple(_other_key(row, key, name, table, seen))
    yield from tuple(_like_key(row, key, table, seen)) or of_key


def _other_key(
    row: RowRead, key: str, named: _Name, table: Table, seen: _Seen
) -> Iterator[Problem]:
    """Give the problem of a name that stands beside another key before.

    Many people have one name, and a branch has the name of its head office, which counts for it.
    """
    heading, name = named
    cell = row.by_heading.get(heading)
    if key == _PERSONAL or table.accepts(text_of(cell)):
        return
    whole = _whole(name)
    if _GENERAL.issuperset(whole.split()):
        return
    own, place = head_office(str(row.values[key])), named_row(row.number)
    first, first_place = seen.of_names.setdefault((key, whole), (own, place))
    if first != own:
        shown = seen_beside(cell)
        yield problem_of(row.number, heading, shown, Fault.OTHER_KEY, detail=first_place)


def _whole(name: str) -> str:
    """Return a name without capitals and accents, and with its short forms written out."""
    return " ".join(_SHORT.get(word, word) for word in folded(name).split())


def _other_name(row: RowRead, key: str, named: _Name, seen: _Seen) -> Iterator[Problem]:
    """Give the problem of a name that differs from the first one beside the key."""
    heading, name = named
    first = seen.names.setdefault((key, row.values[key]), name)
    if first == name:
        return
    if not (are_of_one_person if key == _PERSONAL else are_of_one)(first, name):
        shown = "" if key == _PERSONAL else seen_beside(row.by_heading.get(heading))
        yield problem_of(row.number, heading, shown, Fault.OTHER_NAME)


def _like_key(row: RowRead, key: str, table: Table, seen: _Seen) -> Iterator[Problem]:
    """Give the problem of a key that differs from an earlier one only in its signs.

    The pseudonyms of two writings of a person's key have nothing in common, so cells are compared.
    """
    own = str(row.values[key])
    heading, column = table.columns[key]
    written = text_of(row.by_heading.get(heading)) if column.personal else own
    of_key = (key, _without_signs(_WRITINGS.get(key, str)(written)))
    if seen.writings.setdefault(of_key, own) != own:
        shown = displayed(row.values[key], column)
        yield problem_of(row.number, heading, shown, Fault.LIKE_KEY)


_LIKE_DIGITS = str.maketrans("OoIl", "0011")
_WITH_DIGITS = re.compile(r"(?<![^\W_])(?=[OoIl]*[0-9])[0-9OoIl]+(?![^\W_])")


def _digits_alike(key: str) -> str:
    """Return a key without zeros before its numbers, and with digits for letters like them.

    >>> _digits_alike("VILAS 0101"), _digits_alike("VILAS 1O1")
    ('VILAS 101', 'VILAS 101')
    """
    return _WITH_DIGITS.sub(lambda found: found[0].translate(_LIKE_DIGITS).lstrip("0"), key)


_WRITINGS: Mapping[str, Callable[[str], str]] = {"registration": _digits_alike, "id": folded}
"""What makes no difference in a key, beside its signs and capitals: accents, in an id."""
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[\W_]+(?=[0-9])")
_SIGNS = re.compile(r"[^\w ]|_|(?<![0-9]) | (?![0-9])")


def _without_signs(key: str) -> str:
    """Return a key without capitals and the signs around its letters.

    >>> _without_signs("LAS-XD 1024") == _without_signs("LAS-XD1024"), _without_signs("1.12/A")
    (True, '1 12a')
    """
    if key.isascii() and key.isalnum():
        return key.casefold()
    return _SIGNS.sub("", _BETWEEN_DIGITS.sub(" ", key.casefold()))


@lru_cache(maxsize=4096)
def are_of_one(first: str, second: str) -> bool:
    """Tell whether two names may be those of one person or enterprise.

    Short forms, general words and a slip of the pen make no difference.

    Args:
        first: a name.
        second: another name.

    >>> are_of_one("Cty TNHH Sao Mai", "CÔNG TY TNHH SAO MAI"), are_of_one("HTX A", "HTX B")
    (True, False)
    """
    own, other = _core(first), _core(second)
    if set(own) <= set(other) or set(other) <= set(own):
        return bool(own and other) or folded(first) == folded(second)
    return _are_alike(" ".join(own), " ".join(other))


@lru_cache(maxsize=4096)
def are_of_one_person(first: str, second: str) -> bool:
    """Tell whether two names may be those of one person; titles and initials make no difference.

    Args:
        first: a name.
        second: another name.

    >>> are_of_one_person("Ông Trần Văn Mẫu", "TRAN VAN MAU"), are_of_one_person("T.V. Mẫu", "Mai")
    (True, False)
    """
    own, other = _core(first), _core(second)
    return len(own) == len(other) and all(map(_abbreviates, own, other))


def _core(name: str) -> list[str]:
    """Return the words of a name that distinguish it; all words if none does."""
    words = " ".join(_SHORT.get(word, word) for word in folded(name).split()).split()
    return [word for word in words if word not in _GENERAL] or words


def _abbreviates(first: str, second: str) -> bool:
    """Tell whether a word is the other one or its first letter."""
    short, long = sorted((first, second), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _are_alike(first: str, second: str) -> bool:
    """Tell whether two long texts differ in few letters and in no digit."""
    digits = ["".join(filter(str.isdigit, text)) for text in (first, second)]
    if min(len(first), len(second)) < _LEAST_LETTERS or digits[0] != digits[1]:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
