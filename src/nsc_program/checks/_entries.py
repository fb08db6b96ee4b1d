"""How records were entered: keys that cannot be, that differ or are alike, and things that stand in two records."""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from operator import attrgetter

from attrs import fields

from nsc_program.checks._inspected import Inspected, grouped, key_of, named, names
from nsc_program.checks._types import (
    ConditionsApart,
    EnteredTwice,
    KeyChanged,
    KeysAlike,
    KindDiffers,
    WrongCheckDigit,
)
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    PilotModel,
    ReportedFigure,
    Support,
)
from nsc_program.records._register import KINDS
from nsc_program.values._validators import head_office


def wrong_check_digits(seen: Inspected) -> Iterator[WrongCheckDigit]:
    """A tax code's tenth digit follows from the nine before it; one finding for each code."""
    from stdnum.vn import mst  # noqa: PLC0415  # only who looks for findings needs it

    by_key = grouped(
        (key_of(record), record)
        for kind in (Enterprise, Support, PilotModel)
        for record in seen.of(kind)
    )
    codes = {key[1]: records for key, records in by_key.items() if key and key[1].isdecimal()}
    for code in sorted(codes):
        if code[-1] != mst.calc_check_digit(code):
            yield WrongCheckDigit(code, records=names(codes[code]))


def kinds_that_differ(seen: Inspected) -> Iterator[KindDiffers]:
    """A support counts by the kind that was entered with it, whatever other records say; one for each enterprise."""
    described: Iterable[Enterprise | Support] = chain(seen.of(Enterprise), seen.of(Support))
    by_key = grouped((key_of(each), each) for each in described)
    for key, records in by_key.items():
        kinds = {each.kind for each in records}
        if key and len(kinds) > 1:
            yield KindDiffers(key[1], tuple(sorted(kinds)), records=names(records))


def conditions_apart(seen: Inspected) -> Iterator[ConditionsApart]:
    """Two conditions of one thing are not joined across records; one finding for each expert or body."""
    originals = [expert for expert in seen.of(Expert) if not expert.renewal]
    for experts in grouped((expert.person, expert) for expert in originals).values():
        trained, certified = _training_and_certificates(experts)
        if trained and certified:
            yield ConditionsApart("Expert", records=names([*trained, *certified]))
    for bodies in grouped((body.registration, body) for body in seen.of(AssessmentBody)).values():
        strengthened, conforming = _strength_and_norm(bodies)
        if strengthened and conforming:
            yield ConditionsApart("AssessmentBody", records=names([*strengthened, *conforming]))


def _training_and_certificates(experts: Iterable[Expert]) -> tuple[list[Expert], list[Expert]]:
    """The records of a training alone, and of a certificate alone that may have followed; none if one has both."""
    trained = [expert for expert in experts if expert.trained_on]
    if not trained or any(expert.certified_on for expert in trained):
        return [], []
    first = min(expert.trained_on for expert in trained if expert.trained_on)
    return trained, [
        expert for expert in experts if not expert.trained_on and _certified_since(expert, first)
    ]


def _certified_since(expert: Expert, day: date) -> bool:
    return any(
        each and each >= day
        for each in (expert.certified_on, expert.regional_on, expert.international_on)
    )


def _strength_and_norm(
    bodies: Iterable[AssessmentBody],
) -> tuple[list[AssessmentBody], list[AssessmentBody]]:
    """The records of a body's strengthening, and those of its conforming; none if one has both."""
    strengthened = [body for body in bodies if body.strengthened_on]
    conforming = [body for body in bodies if body.conforming_since]
    return (
        ([], [])
        if any(body.conforming_since for body in strengthened)
        else (strengthened, conforming)
    )


def keys_changed(seen: Inspected) -> Iterator[KeyChanged]:
    """A mistyped key was corrected, or an id was used again for something else; one finding for each record."""
    versions = ((named(record), key_of(record)) for record in seen.register.records)
    keys = {name: set(filter(None, found)) for name, found in grouped(versions).items()}
    for record in seen.register.current:
        if len(keys[named(record)]) > 1:
            (what, _), *_ = keys[named(record)]
            yield KeyChanged(what, records=(named(record),))


# Two entries of one thing differ in these; whether somebody checked them says nothing of the thing.
_OF_THE_ENTRY = {"id", "recorded_on", "annulled", "verified", "document"}
_SAID: Mapping[type[AnyRecord], Callable[[AnyRecord], Hashable]] = {
    kind: attrgetter(*(field.name for field in fields(kind) if field.name not in _OF_THE_ENTRY))
    for kind in KINDS.values()
}


def entered_twice(seen: Inspected) -> Iterator[EnteredTwice]:
    """A participation would be counted twice; one finding for all records that say the same."""
    for (kind, said), records in grouped(
        (_content(record), record) for record in seen.register.current
    ).items():
        if said is not None and len(records) > 1:
            yield EnteredTwice(kind, records=names(records))


def _content(record: AnyRecord) -> tuple[str, Hashable]:
    """What a record says under whatever id; of an enterprise its code, `None` where that does not tell things apart."""
    kind = type(record).__name__
    match record:
        case Fact() | ReportedFigure() | Dissemination(topic=None):
            return kind, None
        case Enterprise(code=code):
            return kind, code if head_office(code) == code else code.replace("-", "")
        case _:
            return kind, _SAID[type(record)](record)


def keys_alike(seen: Inspected) -> Iterator[KeysAlike]:
    """One thing may have been written in two ways, and counted twice; one finding for all keys that are alike."""
    by_key = grouped((key_of(record), record) for record in seen.register.current)
    found = grouped(((key[0], _blurred(key[1])), key[1]) for key in by_key if key)
    for (what, _), keys in sorted(found.items()):
        if len(keys) > 1:
            records = names(record for key in keys for record in by_key[what, key])
            yield KeysAlike(what, () if what == "person" else tuple(sorted(keys)), records=records)


_BETWEEN_LETTER_AND_DIGIT = re.compile(r"(?<=\d) (?=\D)|(?<=\D) (?=\d)")


def _blurred(key: str) -> str:
    """A key without case and punctuation. What stands between two numbers, or two words, still tells keys apart.

    >>> _blurred("SAMPLE-P_1") == _blurred("Sample p1"), _blurred("P1-12") == _blurred("P11-2")
    (True, False)
    """
    words = "".join(
        " " if unicodedata.category(each)[0] in "PZ" else each for each in key.casefold()
    )
    return _BETWEEN_LETTER_AND_DIGIT.sub("", " ".join(words.split()))
