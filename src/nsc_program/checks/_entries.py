"""Rules about mistakes of entry: wrong, changed or similar keys, and things in two records."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, filterfalse, pairwise
from operator import attrgetter
from typing import Any, cast

from attrs import fields

from nsc_program.checks._inspected import Inspected, Kind, grouped, identified_by, key_of, names
from nsc_program.checks._named import KeyField, RecordName
from nsc_program.checks._types_of_entries import (
    ConditionsApart,
    EnteredTwice,
    KeyChanged,
    KeysAlike,
    KindDiffers,
    WrongCheckDigit,
)
from nsc_program.records._base import OF_EVERY_RECORD
from nsc_program.records._enumerations import EnterpriseKind
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
from nsc_program.records._rejected_rows import name_of
from nsc_program.records._reports import ReportedFigure
from nsc_program.records._versions import Name
from nsc_program.values._enterprise_codes import head_office
from nsc_program.values._tax_codes import has_right_check_digit


def wrong_check_digits(seen: Inspected) -> Iterator[WrongCheckDigit]:
    """Yield a finding for each tax code whose tenth digit does not follow from the other nine."""
    codes = {code for kind in _OF_ENTERPRISES for code in seen.keys(kind)}
    wrong = set(filterfalse(has_right_check_digit, filter(str.isdecimal, codes)))
    by_code = _records_with(seen, wrong, _OF_ENTERPRISES)
    for code in sorted(wrong):
        yield WrongCheckDigit(code, records=names(by_code[code]))


_OF_ENTERPRISES: tuple[type[Enterprise | Support | PilotModel], ...] = (
    Enterprise,
    Support,
    PilotModel,
)
"""The classes whose records name an enterprise."""


def _records_with(
    seen: Inspected, keys: Collection[str], kinds: Iterable[type[Kind]]
) -> Mapping[str, Sequence[Kind]]:
    """Return the records of some classes with some keys, by key."""
    return grouped(
        (key, record)
        for kind in (kinds if keys else ())
        for key, record in zip(seen.keys(kind), seen.of(kind), strict=True)
        if key in keys
    )


def kinds_that_differ(seen: Inspected) -> Iterator[KindDiffers]:
    """Yield a finding for each enterprise that is recorded with several kinds.

    A support counts by the kind that was entered with it, whatever other records say.
    """
    several = _of_several_kinds(seen)
    for enterprise, records in _records_with(seen, several, _WITH_A_KIND).items():
        kinds = {record.kind for record in records}
        yield KindDiffers(enterprise, tuple(sorted(kinds)), records=names(records))


_WITH_A_KIND: tuple[type[Enterprise | Support], ...] = (Enterprise, Support)
"""The classes whose records name the kind of an enterprise."""


def _of_several_kinds(seen: Inspected) -> set[str]:
    """Return the codes of the enterprises that are recorded with several kinds."""
    first: dict[str, EnterpriseKind] = {}
    return {
        code
        for kind in _WITH_A_KIND
        for code, record in zip(seen.keys(kind), seen.of(kind), strict=True)
        if first.setdefault(code, record.kind) is not record.kind
    }


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
    for name in _current_among(seen, keys):
        if len(keys[name]) > 1:
            (what, _), *_ = keys[name]
            yield KeyChanged(what, records=(RecordName(*name),))


def _keys_by_name(
    versions: Sequence[AnyRecord],
) -> Mapping[Name, Collection[tuple[KeyField, str]]]:
    """Return the different keys of each record with several versions.

    A register holds the versions of a record next to each other.
    """
    several = {
        name_of(later)
        for earlier, later in pairwise(versions)
        if not isinstance(earlier, Fact)
        and not isinstance(later, Fact)
        and earlier.id == later.id
        and type(earlier) is type(later)
    }
    recorded = grouped(
        (name_of(version), key_of(version))
        for version in (versions if several else ())
        if not isinstance(version, Fact) and name_of(version) in several
    )
    return {name: set(filter(None, keys)) for name, keys in recorded.items()}


def _current_among(seen: Inspected, known: Collection[Name]) -> Iterator[Name]:
    """Yield the names of the records that are not annulled and are among some names, in order."""
    current = seen.register.current if known else ()
    of_records = (name_of(record) for record in current if not isinstance(record, Fact))
    return (name for name in of_records if name in known)


@cache
def _content_getter(kind: Any) -> Callable[[AnyRecord], Hashable]:
    """Return a function that gives the fields of a record that describe the thing."""
    return attrgetter(*(field.name for field in fields(kind) if field.name not in OF_EVERY_RECORD))


def entered_twice(seen: Inspected) -> Iterator[EnteredTwice]:
    """Yield a finding for the records with the same content under different ids.

    A participation, for example, would count twice.
    """
    for kind, records in seen.by_class.items():
        contents = list(map(_content_of(kind), records))
        twice = {content for content, number in Counter(contents).items() if number > 1} - {None}
        pairs = zip(contents, records, strict=True)
        for same in grouped(pair for pair in pairs if pair[0] in twice).values():
            yield EnteredTwice(kind.__name__, records=names(same))


def _content_of(kind: type[AnyRecord]) -> Callable[[Any], Hashable]:
    """Return a function that gives the content of a record of a class, without its id.

    The content of an enterprise is its code. It is `None` if content does not tell things apart.
    """
    if kind in (Fact, ReportedFigure):
        return lambda _: None
    if kind is Enterprise:
        return lambda record: _content_of_enterprise(record.code)
    content = _content_getter(cast(Any, kind))
    if kind is Dissemination:
        return lambda record: None if record.topic is None else content(record)
    return content


def _content_of_enterprise(code: str) -> str:
    """Return the code of an enterprise in one spelling; a branch is another enterprise here."""
    return code if head_office(code) == code else code.replace("-", "")


def keys_alike(seen: Inspected) -> Iterator[KeysAlike]:
    """Yield a finding for the keys that differ only in case, spaces and punctuation.

    They may be spellings of one key, whose thing would count twice.
    """
    kinds = grouped((what, kind) for kind in seen.by_class if (what := identified_by(kind)))
    for what, of_what in sorted(kinds.items()):
        alike = list(_alike(_all_keys(seen, of_what)))
        by_key = _records_with(seen, set(chain.from_iterable(alike)), of_what)
        for keys in alike:
            records = names(chain.from_iterable(by_key[key] for key in keys))
            shown_keys = () if what == "person" else tuple(sorted(keys))
            yield KeysAlike(what, shown_keys, records=records)


def _all_keys(seen: Inspected, kinds: Iterable[type[AnyRecord]]) -> Collection[str]:
    """Return the keys of the records of some classes, each once, in order."""
    keys = chain.from_iterable(map(seen.keys, kinds))
    return dict.fromkeys(filter(None, keys))


def _alike(keys: Collection[str]) -> Iterator[Collection[str]]:
    """Yield the keys that cannot be told apart without case, spaces and punctuation."""
    blurred = list(map(_blurred, keys))
    several = {key for key, number in Counter(blurred).items() if number > 1}
    pairs = zip(blurred, keys, strict=True)
    alike = grouped(pair for pair in pairs if pair[0] in several)
    yield from (alike[key] for key in sorted(alike))


_BETWEEN_LETTER_AND_DIGIT = re.compile(r"(?<=\d) (?=\D)|(?<=\D) (?=\d)")


def _blurred(key: str) -> str:
    """Return a key without case and punctuation.

    A separator between two numbers, or between two words, still tells keys apart.

    >>> _blurred("SAMPLE-P_1") == _blurred("Sample p1"), _blurred("P1-12") == _blurred("P11-2")
    (True, False)
    """
    folded = key.casefold()
    if folded.isalnum():
        return folded  # it has no separator
    return _BETWEEN_LETTER_AND_DIGIT.sub("", " ".join(_without_punctuation(folded).split()))


def _without_punctuation(key: str) -> str:
    """Return a key with a space in place of each separator."""
    return "".join(" " if _separates(char) else char for char in key)


def _separates(char: str) -> bool:
    """Return whether a character is punctuation or a space."""
    return unicodedata.category(char)[0] in "PZ"
