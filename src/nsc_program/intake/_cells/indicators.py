"""Indicators in a column of reported figures.

A cell holds the id of an indicator, or its name in a plan that comes with the library.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from nsc_program.intake._cells.keys import key
from nsc_program.intake._cells.numbers import ANYTHING, Takes
from nsc_program.intake._messages.problems import Fault, Refused
from nsc_program.intake._words.units import Of
from nsc_program.intake._words.words import folded
from nsc_program.plan._indicators import Indicator
from nsc_program.values._text import Text

_NUMBER_OF = re.compile(r"^(?:tong )?so(?: luong)? |^number of ")
_ID = re.compile(r"[a-z0-9][a-z0-9/_.-]*")


_PAIRS = (
    (re.compile(r"\b(?:dao tao(?: va)? tap huan|tap huan(?: va)? dao tao|tap huan)\b"), "dao tao"),
    (re.compile(r"\btuyen truyen(?: va)? pho bien\b"), "tuyen truyen"),
)
"""Two words for one thing that plans write together, and the one that stands for both."""


def _one_word_each(words: str) -> str:
    """Write one word for each pair of words that mean one thing in the names of indicators."""
    for pair, one in _PAIRS:
        words = pair.sub(one, words)
    return words


def indicator(cell: object) -> str:
    """Read an indicator: its id, or its Vietnamese or English name in a plan of the library.

    Args:
        cell: the cell.

    Returns:
        The id of the indicator.

    Raises:
        Refused: if the cell does not hold an id or a known name.
    """
    text = key(cell)
    if _ID.fullmatch(text):
        return text
    words = _one_word_each(folded(text))
    id_ = _ids_by_name().get(words) or _ids_by_name().get(_NUMBER_OF.sub("", words))
    if id_ is None:
        raise Refused(Fault.UNKNOWN_INDICATOR, detail=_names())
    return id_


_TAKEN: Mapping[str, frozenset[Of]] = {
    "person": frozenset({Of.PEOPLE}),
    "participation": frozenset({Of.PARTICIPATIONS, Of.TURNS}),
    "enterprise": frozenset({Of.ENTERPRISES, Of.UNITS}),
    "body": frozenset({Of.BODIES, Of.UNITS, Of.SITES}),
    "event": frozenset({Of.EVENTS}),
    "certificate": frozenset({Of.CERTIFICATES}),
    "percent": frozenset({Of.SHARE}),
}
"""The things that the numbers of an indicator may count, by the id of its unit."""


_WITH_COOPERATIVES = "/cooperatives"


def counts_enterprises_only(indicator: object) -> bool:
    """Tell whether an indicator counts enterprises, and neither co-operatives nor households.

    Args:
        indicator: the id of the indicator.
    """
    takes = _takes().get(str(indicator), ANYTHING)
    return takes.of is not None and Of.ENTERPRISES in takes.of and Of.COOPERATIVES not in takes.of


def taken_by(indicator: object) -> Takes:
    """Return the things that the numbers of an indicator count.

    Args:
        indicator: the id of the indicator.

    Returns:
        The things; anything for an indicator that is not in a plan of the library.
    """
    return _takes().get(str(indicator), ANYTHING)


@cache
def _takes() -> Mapping[str, Takes]:
    return {indicator.id: _of(indicator) for indicator in _all()}


def _of(indicator: Indicator) -> Takes:
    own = _TAKEN[indicator.unit.id]
    models = {Of.MODELS} if indicator.id.startswith("models") else set()
    others = {Of.COOPERATIVES} if indicator.id.endswith(_WITH_COOPERATIVES) else set()
    return Takes(
        own | models | others | {Of.THINGS}, whole=indicator.unit.whole, fault=Fault.OTHER_THINGS
    )


def _all() -> Iterator[Indicator]:
    from nsc_program.catalog.hanoi import HANOI  # noqa: PLC0415  # only reported figures need it
    from nsc_program.catalog.national import NATIONAL  # noqa: PLC0415  # only reported figures need it

    for program in (NATIONAL, HANOI):
        yield from program.indicators


@cache
def _ids_by_name() -> Mapping[str, str]:
    return {
        _one_word_each(folded(indicator.label.in_(lang))): indicator.id
        for indicator in _all()
        for lang in ("vi", "en")
    }


@cache
def _names() -> Text:
    """Return the names to choose from, without those that repeat another with a condition."""
    from nsc_program.catalog.hanoi import HANOI  # noqa: PLC0415

    labels = [indicator.label for indicator in HANOI.indicators]
    vi = _quoted([label.vi for label in labels])
    en = _quoted([label.en for label in labels])
    return Text(vi=vi, en=en)


def _quoted(names: Collection[str]) -> str:
    """Return names in quotation marks, without those that repeat another with a condition."""
    return "; ".join(f"“{name}”" for name in names if not _adds_a_condition(name, names))


def _adds_a_condition(name: str, names: Collection[str]) -> bool:
    """Tell whether a name is another one with a condition in brackets behind it."""
    return "(" in name and name.partition(" (")[0] in names
