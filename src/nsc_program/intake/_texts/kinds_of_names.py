"""Tell what kind of enterprise or body a name says to be: “HTX …”, “Hộ kinh doanh …”."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from nsc_program.intake._headings.columns import ReadColumns, Values
from nsc_program.intake._headings.undecided import is_of_names
from nsc_program.intake._words.other_bodies import NO_ENTERPRISES
from nsc_program.intake._words.words import WordPattern, lowered
from nsc_program.records._enumerations import EnterpriseKind

_COOPERATIVE = (
    r"(?:liên hiệp |liên minh )?(?:hợp tác xã|htx)\b|quỹ (?:tín dụng|tdnd)\b|tổ hợp tác\b"
)
_HOUSEHOLD = r"(?:hộ kinh doanh|hộ kd|hkd|hộ sản xuất|hộ cá thể|hộ gia đình)\b"
_NONE = "none"
"""The kind of a body that is neither an enterprise nor a co-operative nor a household."""
_SAID: Mapping[str, WordPattern] = {
    "^cooperative": WordPattern(rf"^(?:{_COOPERATIVE})"),
    "^household": WordPattern(rf"^(?:{_HOUSEHOLD})"),
    EnterpriseKind.ENTERPRISE: WordPattern(
        r"\b(?:công ty|cty|c\.ty|dntn|doanh nghiệp tư nhân)\b|^(?:tập đoàn|ngân hàng|quỹ)\b"
    ),
    EnterpriseKind.COOPERATIVE: WordPattern(rf"\b(?:{_COOPERATIVE})"),
    EnterpriseKind.HOUSEHOLD: WordPattern(rf"\b(?:{_HOUSEHOLD})"),
    _NONE: NO_ENTERPRISES,
}
"""How names say their kind; the first pattern that is found decides."""
_LONGEST = 300


@lru_cache(maxsize=4096)
def kind_of_name(name: str) -> str | None:
    """Return the kind that a name says, `"none"` for a public body, or `None` if it says nothing.

    >>> names = ("HTX Gốm Bát Tràng", "Công ty CP Hợp tác xã", "Bệnh viện Đa khoa", "Sao Mai")
    >>> [kind_of_name(name) for name in names]
    ['cooperative', 'enterprise', 'none', None]

    Args:
        name: the name.
    """
    words = lowered(name[:_LONGEST]).strip()
    said = (kind for kind, pattern in _SAID.items() if pattern.is_in(words))
    found = next(said, None)
    return None if found is None else str(found).removeprefix("^")


_ALWAYS_ENTERPRISES = frozenset({"PilotModel", "Enterprise"})
"""The classes whose records are about enterprises although nothing says so."""


def names_of_another_kind(
    kind: str, cells: Mapping[str, object], columns: ReadColumns, values: Values
) -> Iterator[tuple[str, str]]:
    """Give the names, with their headings, that say another kind than their row has.

    Args:
        kind: the name of the class of the records.
        cells: the cells of the row that may hold a name, by heading.
        columns: the columns that are read.
        values: the values of the row, by the names of columns.
    """
    if not (kind in _ALWAYS_ENTERPRISES or (kind == "Support" and _has_kind(columns, values))):
        return
    own = columns["name"][0] if "name" in columns else None
    for heading, cell in cells.items():
        if isinstance(cell, str) and (heading == own or is_of_names(heading)):
            said = kind_of_name(cell)
            if said is not None and said != values.get("kind", EnterpriseKind.ENTERPRISE):
                yield heading, cell


def _has_kind(columns: ReadColumns, values: Values) -> bool:
    """Tell whether a column or a given value says the kind of enterprise."""
    return "kind" in columns or "kind" in values


_REGISTRATION = re.compile(r"[A-ZĐƯ][A-ZĐƯ&/-]{1,9}[ .:-]*[0-9]+[0-9A-Z./-]*|[0-9][0-9 ./-]*")


def is_number_of_a_body(name: str) -> bool:
    """Tell whether a name is the number of a registration, or a code.

    >>> is_number_of_a_body("VILAS 202"), is_number_of_a_body("Trung tâm Kỹ thuật 1")
    (True, False)

    Args:
        name: the name.
    """
    return _REGISTRATION.fullmatch(name.strip()) is not None
