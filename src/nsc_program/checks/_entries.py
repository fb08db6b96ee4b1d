"""Rules about mistakes of entry: wrong, changed or similar keys, and things in two records."""

import re
import unicodedata
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, cast

from attrs import fields

from nsc_program.checks._inspected import Inspected, Kind, grouped, key_of, named, names
from nsc_program.checks._types import (
    ConditionsApart,
    EnteredTwice,
    KeyChanged,
    KeyField,
    KeysAlike,
    KindDiffers,
    RecordName,
    WrongCheckDigit,
)
from nsc_program.records._base import OF_EVERY_RECORD
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    PilotModel,
    Support,
)
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._enterprise_codes import head_office


def wrong_check_digits(seen: Inspected) -> Iterator[WrongCheckDigit]:
    """Yield a finding for each tax code whose tenth digit does not follow from the other nine."""
    by_code = grouped(_tax_codes(seen))
    for code in filter(_is_wrong, sorted(by_code)):
        yield WrongCheckDigit(code, records=names(by_code[code]))


def _is_wrong(code: str) -> bool:
    """Return whether the last digit of a tax code does not follow from the others."""
    from stdnum.vn import mst  # noqa: PLC0415  # only this rule needs the package

    return code[-1] != mst.calc_check_digit(code)


def _tax_codes(seen: Inspected) -> Iterator[tuple[str, AnyRecord]]:
    """Yield the records of enterprises that are known by their tax code, after the code."""
    for record in _records_of_enterprises(seen):
        code = _tax_code(record)
        if code:
            yield code, record


def _records_of_enterprises(seen: Inspected) -> Iterator[AnyRecord]:
    """Yield the records that name an enterprise."""
    for kind in (Enterprise, Support, PilotModel):
        yield from seen.of(kind)


def _tax_code(record: AnyRecord) -> str | None:
    """Return the tax code that a record is about; `None` if its key is not a tax code."""
    key = key_of(record)
    return key[1] if key and key[1].isdecimal() else None


def kinds_that_differ(seen: Inspected) -> Iterator[KindDiffers]:
    """Yield a finding for each enterprise that is recorded with several kinds.

    A support counts by the kind that was entered with it, whatever other records say.
    """
    for enterprise, records in grouped(_kinds_recorded(seen)).items():
        kinds = {record.kind for record in records}
        if len(kinds) > 1:
            yield KindDiffers(enterprise, tuple(sorted(kinds)), records=names(records))


def _kinds_recorded(seen: Inspected) -> Iterator[tuple[str, Enterprise | Support]]:
    """Yield the records that name the kind of an enterprise, after its code."""
    yield from ((head_office(enterprise.code), enterprise) for enterprise in seen.of(Enterprise))
    yield from ((head_office(support.enterprise), support) for support in seen.of(Support))


def conditions_apart(seen: Inspected) -> Iterator[ConditionsApart]:
    """Yield a finding for each expert or body whose two conditions stand in different records.

    The records are not joined, so the expert or the body does not count.
    """
    yield from _experts_apart(seen)
    for bodies in _by_key(seen.of(AssessmentBody)):
        yield from _apart("AssessmentBody", *_strength_and_norm(bodies))


def _experts_apart(seen: Inspected) -> Iterator[ConditionsApart]:
    """Yield a finding for each expert whose two conditions stand in different records."""
    for experts in _by_key(expert for expert in seen.of(Expert) if not expert.renewal):
        yield from _apart("Expert", *_training_and_certificates(experts))


def _by_key(records: Iterable[Kind]) -> Iterable[Sequence[Kind]]:
    """Return the records about each person or thing."""
    return grouped((key_of(record), record) for record in records).values()


def _apart(kind: str, *conditions: Sequence[AnyRecord]) -> Iterator[ConditionsApart]:
    """Yield a finding if each condition has a record."""
    if all(conditions):
        yield ConditionsApart(kind, records=names(chain.from_iterable(conditions)))


def _training_and_certificates(experts: Iterable[Expert]) -> tuple[list[Expert], list[Expert]]:
    """Return the records with a training only, and those with a later certificate only.

    Both lists are empty if one record has both.
    """
    trained = [expert for expert in experts if expert.trained_on]
    if not trained or any(expert.certified_on for expert in trained):
        return [], []
    first = min(expert.trained_on for expert in trained if expert.trained_on)
    certified = [
        expert for expert in experts if not expert.trained_on and _certified_since(expert, first)
    ]
    return trained, certified


def _certified_since(expert: Expert, day: date) -> bool:
    """Return whether an expert received a certificate on a day or later."""
    issued_on = (expert.certified_on, expert.regional_on, expert.international_on)
    return any(issued and issued >= day for issued in issued_on)


def _strength_and_norm(
    bodies: Iterable[AssessmentBody],
) -> tuple[list[AssessmentBody], list[AssessmentBody]]:
    """Return the records of a body's strengthening, and those of its conformity.

    Both lists are empty if one record has both.
    """
    strengthened = [body for body in bodies if body.strengthened_on]
    conforming = [body for body in bodies if body.conforming_since]
    if any(body.conforming_since for body in strengthened):
        return [], []
    return strengthened, conforming


def keys_changed(seen: Inspected) -> Iterator[KeyChanged]:
    """Yield a finding for each record whose versions have different keys.

    A mistyped key was corrected, or the id was used again for another thing.
    """
    keys = _keys_by_name(seen.register.records)
    for name in map(named, seen.register.current):
        if len(keys[name]) > 1:
            (what, _), *_ = keys[name]
            yield KeyChanged(what, records=(name,))


def _keys_by_name(
    versions: Iterable[AnyRecord],
) -> Mapping[RecordName, Collection[tuple[KeyField, str]]]:
    """Return the different keys of the versions of each record."""
    recorded = grouped((named(version), key_of(version)) for version in versions)
    return {name: set(filter(None, keys)) for name, keys in recorded.items()}


@cache
def _content_getter(kind: Any) -> Callable[[AnyRecord], Hashable]:
    """Return a function that gives the fields of a record that describe the thing."""
    return attrgetter(*(field.name for field in fields(kind) if field.name not in OF_EVERY_RECORD))


def entered_twice(seen: Inspected) -> Iterator[EnteredTwice]:
    """Yield a finding for the records with the same content under different ids.

    A participation, for example, would count twice.
    """
    by_content = grouped((_content(record), record) for record in seen.register.current)
    for (kind, content), records in by_content.items():
        if content is not None and len(records) > 1:
            yield EnteredTwice(kind, records=names(records))


def _content(record: AnyRecord) -> tuple[str, Hashable]:
    """Return the class and the content of a record, without its id.

    The content of an enterprise is its code. It is `None` if content does not tell things apart.
    """
    kind = type(record).__name__
    match record:
        case Fact() | ReportedFigure() | Dissemination(topic=None):
            return kind, None
        case Enterprise(code=code):
            return kind, code if head_office(code) == code else code.replace("-", "")
        case _:
            return kind, _content_getter(cast(Any, type(record)))(record)


def keys_alike(seen: Inspected) -> Iterator[KeysAlike]:
    """Yield a finding for the keys that differ only in case, spaces and punctuation.

    They may be spellings of one key, whose thing would count twice.
    """
    by_key = grouped((key_of(record), record) for record in seen.register.current)
    for what, keys in _alike(filter(None, by_key)):
        records = names(record for key in keys for record in by_key[what, key])
        shown_keys = () if what == "person" else tuple(sorted(keys))
        yield KeysAlike(what, shown_keys, records=records)


def _alike(keys: Iterable[tuple[KeyField, str]]) -> Iterator[tuple[KeyField, Sequence[str]]]:
    """Yield the keys that cannot be told apart without case, spaces and punctuation."""
    alike = grouped(((what, _blurred(key)), key) for what, key in keys)
    for (what, _), spellings in sorted(alike.items()):
        if len(spellings) > 1:
            yield what, spellings


_BETWEEN_LETTER_AND_DIGIT = re.compile(r"(?<=\d) (?=\D)|(?<=\D) (?=\d)")


def _blurred(key: str) -> str:
    """Return a key without case and punctuation.

    A separator between two numbers, or between two words, still tells keys apart.

    >>> _blurred("SAMPLE-P_1") == _blurred("Sample p1"), _blurred("P1-12") == _blurred("P11-2")
    (True, False)
    """
    return _BETWEEN_LETTER_AND_DIGIT.sub("", " ".join(_without_punctuation(key).split()))


def _without_punctuation(key: str) -> str:
    """Return a key in lower case, with a space in place of each separator."""
    return "".join(" " if _separates(char) else char for char in key.casefold())


def _separates(char: str) -> bool:
    """Return whether a character is punctuation or a space."""
    return unicodedata.category(char)[0] in "PZ"
