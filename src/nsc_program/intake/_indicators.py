"""Indicators in a column of reports: their ids, and their names in the plans that come with the library."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from nsc_program.intake._keys import key
from nsc_program.intake._numbers import ANYTHING, Takes
from nsc_program.intake._problems import Fault, Refused
from nsc_program.intake._units import Of
from nsc_program.intake._words import folded
from nsc_program.plan._targets import Indicator
from nsc_program.values._text import Lang, Text

_ID = re.compile(r"[a-z0-9][a-z0-9/_.-]*")


def indicator(cell: object) -> str:
    """An indicator's id, or its name in one of the plans that come with the library, in either language."""
    text = key(cell)
    if _ID.fullmatch(text):
        return text
    named = _ids_by_name().get(folded(text))
    if named is None:
        raise Refused(Fault.UNKNOWN_INDICATOR, detail=_names())
    return named


_TAKEN: Mapping[str, frozenset[Of]] = {
    "person": frozenset({Of.PEOPLE}),
    "participation": frozenset({Of.PARTICIPATIONS, Of.TURNS}),
    "enterprise": frozenset({Of.ENTERPRISES, Of.UNITS}),
    "body": frozenset({Of.BODIES, Of.UNITS}),
    "event": frozenset({Of.EVENTS}),
    "certificate": frozenset({Of.CERTIFICATES}),
    "percent": frozenset({Of.SHARE}),
}
"""What the numbers of an indicator may be said to be of, by the id of its unit."""


def taken_by(indicator: object) -> Takes:
    """What the numbers of an indicator are of; of one in no plan that comes with the library, anything."""
    return _takes().get(str(indicator), ANYTHING)


@cache
def _takes() -> Mapping[str, Takes]:
    return {each.id: _of(each) for each in _all()}


def _of(indicator: Indicator) -> Takes:
    own = _TAKEN[indicator.unit.id]
    models = {Of.MODELS} if indicator.id.startswith("models") else set()
    return Takes(own | models | {Of.THINGS}, whole=indicator.unit.whole, fault=Fault.OTHER_THINGS)


def _all() -> Iterator[Indicator]:
    from nsc_program.catalog.hanoi import HANOI  # noqa: PLC0415  # only for reports
    from nsc_program.catalog.national import NATIONAL  # noqa: PLC0415  # only for reports

    for program in (NATIONAL, HANOI):
        yield from program.indicators


@cache
def _ids_by_name() -> Mapping[str, str]:
    return {folded(each.label.in_(lang)): each.id for each in _all() for lang in ("vi", "en")}


@cache
def _names() -> Text:
    """The names to choose from, without those that are another's with a condition in brackets."""
    from nsc_program.catalog.hanoi import HANOI  # noqa: PLC0415

    def names(lang: Lang) -> str:
        labels = [each.label.in_(lang) for each in HANOI.indicators]
        own = (
            label for label in labels if label.partition(" (")[0] not in labels or "(" not in label
        )
        return "; ".join(f"“{label}”" for label in own)

    return Text(vi=names("vi"), en=names("en"))
