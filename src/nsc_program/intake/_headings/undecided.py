"""Recognise columns that decide how a record counts, in a form that is not understood.

The default of such a field must then not be assumed.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import final

from attrs import fields, frozen

from nsc_program.intake._cells.cells import is_blank
from nsc_program.intake._words.naming import FIELDS, names_other
from nsc_program.intake._words.other_bodies import NO_ENTERPRISES
from nsc_program.intake._words.words import TICKS, WORDS, folded, lowered, lowest
from nsc_program.records._enumerations import EnterpriseKind
from nsc_program.records._records import AnyRecord

_NAMES: Mapping[str, str] = {
    "level": r"cap"
    r"(?! (?:ngay|giay|chung|lai|lan|moi|phep|ma|so|bang|phat|nuoc|dien|doi|kinh|von|cho)\b)",
    "kind": r"loai hinh(?! (?:dao tao|ho tro|san|dich))|loai (?:doanh nghiep|dn|don vi|co so)|"
    r"thanh phan kinh te",
    "scope": r"pham vi|quy mo(?! (?:dn|doanh nghiep|lao dong|von|san xuat|nha may))",
    "verified": r"(?:da )?(?:xac minh|kiem tra)",
    "annulled": r"huy(?! dong)|da huy",
    "renewal": r"cap lai|gia han|cong nhan lai|lan dau",
    "estimate": r"(?:la )?(?:so )?uoc",
    "expires_on": r"het han|hieu luc|thoi han|co gia tri",
    "withdrawn_on": r"thu hoi",
}
"""Maps each deciding field to the beginning of its headings; the rest may be unknown words."""
_MEANS_MORE = frozenset(map(folded, ("nhà nước",)))
"""Words of a closed set that mean other things as well, beneath another heading."""
_PARTS = re.compile(r"[›/(\[\n]")


@final
@frozen
class Undecided:
    """The deciding fields for which a table has no heading.

    Attributes:
        names: the pattern of the beginnings of their headings; `None` if every field has a heading.
        others: the words for the values of their closed sets, except the defaults.
        fields: the fields whose other values can be recognised in any cell, with the value that
            was given; `None` for the default.

    >>> from nsc_program import Support
    >>> open_ = Undecided.of(Support, ())
    >>> open_.by("Cấp › TW", "x"), open_.by("Ngày cấp", "x"), open_.by("Thuộc", "Trung ương")
    (True, False, True)
    >>> Undecided.of(Support, ["level"]).by("Cấp › TW", "x")
    False
    """

    names: "re.Pattern[str] | None"
    others: frozenset[str]
    fields: Mapping[str, object]

    @classmethod
    def of(
        cls,
        kind: type[AnyRecord],
        known: Collection[str],
        given: Mapping[str, object] | None = None,
    ) -> "Undecided":
        """Return the deciding fields of a class.

        Args:
            kind: the class of the records.
            known: the fields that are read, or given otherwise.
            given: the values that all rows have; cells may contradict them.
        """
        values = given or {}
        open_ = {field.name: field.default for field in fields(kind) if field.name not in known}
        own = {field.name: values[field.name] for field in fields(kind) if field.name in values}
        words = (word for usual in (open_ | own).values() for word in _other_words(usual))
        watched = {**dict.fromkeys(FIELDS.intersection(open_)), **_watched(own)}
        return cls(_pattern_of(open_), frozenset(words), watched)

    def by(self, heading: str, cell: object) -> bool:
        """Tell whether a cell may state one of these fields, contrary to its default.

        Args:
            heading: the heading of a column that is not read.
            cell: the cell.
        """
        if is_blank(cell) or _says_nothing(cell):
            return False
        if _begins(self.names, heading):
            return True
        return isinstance(cell, str) and self._states(heading, cell)

    def _states(self, heading: str, cell: str) -> bool:
        """Tell whether a text names a value other than the default, or ticks its heading."""
        if any(names_other(name, heading, cell, usual) for name, usual in self.fields.items()):
            return True
        if "kind" in self.fields and _is_named_otherwise(heading, cell, self.fields["kind"]):
            return True
        is_ticked = _is_tick(cell) and folded(_PARTS.split(heading)[-1]) in self.others
        return is_ticked or folded(cell) in self.others


_OF_NAMES = re.compile(
    r"(?:ten|ten day du|ten goi)(?: (?:cua )?(?:doanh nghiep|dn|don vi|to chuc|co so|htx|"
    r"hop tac xa|ho|cong ty))*|doanh nghiep|dn|don vi|to chuc|co so|cong ty|name|"
    r"enterprise(?: name)?|company(?: name)?|"
    r"(?:doanh nghiep|don vi|co so) (?:duoc ho tro|tham gia|thu huong)"
)


def is_of_names(heading: str) -> bool:
    """Tell whether a heading asks for the name of an enterprise or body.

    Args:
        heading: the heading.
    """
    return _OF_NAMES.fullmatch(lowest(heading)) is not None


_NO_ENTERPRISE = re.compile(
    r"(?:lien hiep |lien minh )?(?:hop tac xa|htx)\b|(?:ho|co so|to|nhom|trang trai|ca nhan|"
    r"ong|ba|lang nghe|hoi|hiep hoi|vien|truong|trung tam|cua hang|quan|quay|sap|xuong|trai)\b"
    r"(?! (?:chi minh|guom|tay|bac)\b).*|hkd\b.*"
)
"""How the names of co-operatives, households and other bodies begin, which are not enterprises."""


_BEGINNINGS: Mapping[object, "re.Pattern[str]"] = {
    EnterpriseKind.ENTERPRISE: re.compile(
        r"(?:tong )?(?:cong ty|cty)\b|doanh nghiep\b|dntn\b|tap doan\b"
    ),
    EnterpriseKind.COOPERATIVE: re.compile(
        r"(?:lien hiep |lien minh )?(?:hop tac xa|htx)\b|to hop tac\b"
    ),
    EnterpriseKind.HOUSEHOLD: re.compile(r"(?:ho|hkd)\b(?! (?:chi minh|guom|tay|bac)\b)"),
}
"""How the names of each kind begin."""


def _watched(given: Mapping[str, object]) -> Mapping[str, object]:
    """Return the values that were given and that other texts may contradict."""
    return {name: value for name, value in given.items() if name in FIELDS}


@lru_cache(maxsize=4096)
def _is_named_otherwise(heading: str, cell: str, usual: object) -> bool:
    """Tell whether a name in a column of enterprises is that of another kind than expected."""
    if not is_of_names(heading):
        return False
    name = folded(cell)
    if usual in (None, EnterpriseKind.ENTERPRISE):
        return _NO_ENTERPRISE.match(name) is not None or NO_ENTERPRISES.is_in(lowered(cell))
    others = (begins for kind, begins in _BEGINNINGS.items() if kind != usual)
    return any(begins.match(name) is not None for begins in others)


def _pattern_of(names: Iterable[str]) -> "re.Pattern[str] | None":
    """Return the pattern of the beginnings of the headings of fields; `None` without any."""
    beginnings = [_NAMES[name] for name in names if name in _NAMES]
    return re.compile(rf"(?:{'|'.join(beginnings)})\b") if beginnings else None


def _says_nothing(cell: object) -> bool:
    """Tell whether a text has no letter or digit and is not a tick."""
    return isinstance(cell, str) and not folded(cell) and cell.strip() not in TICKS


@lru_cache(maxsize=2**12)
def _begins(names: "re.Pattern[str] | None", heading: str) -> bool:
    """Tell whether a part of a heading begins as a pattern does."""
    return names is not None and any(
        names.match(folded(part)) is not None for part in _PARTS.split(heading)
    )


def _other_words(default: object) -> Iterator[str]:
    """Yield the words for the members of a closed set, except its default."""
    if isinstance(default, StrEnum):
        for word, meaning in WORDS[type(default)].items():
            if meaning != default and word not in _MEANS_MORE:
                yield word


def _is_tick(cell: str) -> bool:
    """Tell whether a cell is a tick, or a word that stands for one."""
    return cell.strip() in TICKS or folded(cell) in ("x", "v", "co")
