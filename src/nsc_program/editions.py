"""Plans are amended: which edition of one is in force on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from attrs import evolve

from nsc_program._validators import A_DATE, wrong_type
from nsc_program.errors import InvalidValue
from nsc_program.periods import earliest_first
from nsc_program.program import Program
from nsc_program.sources import Citation
from nsc_program.targets import Phase


def in_force(programs: Iterable[Program], on: date) -> Program:
    """The edition that is in force on a day, of several of one plan: verdicts of earlier days stay as they were.

    It keeps, as `past`, the phases that were over before it came into force, as the edition of that time had them:
    growth over what was planned (`Reading.planned_base`) is over what was planned then.

    Raises:
        InvalidType: for a day that is not a date.
        InvalidValue: without an edition, for editions of different plans or of one day, and if none is in force yet.
        InvalidProgram: if what a past phase names is not in the edition in force any more.

    >>> from nsc_program import HANOI
    >>> amended = evolve(HANOI, edition="made up", in_force_from=date(2027, 1, 1))
    >>> in_force([amended, HANOI], date(2026, 12, 31)).edition
    '149/KH-UBND'
    """
    if type(on) is not date:
        raise wrong_type("on", A_DATE, on)
    editions = sorted(programs, key=lambda edition: earliest_first(edition.in_force_from))
    _check(editions)
    begun = [edition for edition in editions if edition.in_force_from is None or edition.in_force_from <= on]
    if not begun:
        first = editions[0].in_force_from
        raise InvalidValue.at(
            "editions",
            code="not-in-force-yet",
            vi=f"chưa bản nào có hiệu lực vào ngày {on}; bản đầu tiên có hiệu lực từ {first}",
            en=f"none is in force on {on}; the first is from {first}",
        )
    return evolve(begun[-1], past=tuple(_past(begun)))


def _check(editions: list[Program]) -> None:
    ids = dict.fromkeys(edition.id for edition in editions)
    if len(ids) != 1:
        plans = ", ".join(map(repr, ids))
        raise InvalidValue.at(
            "editions",
            code="not-one-plan",
            vi=f"cần các bản của cùng một kế hoạch, nhận được {plans or 'danh sách rỗng'}",
            en=f"expected those of one plan, got {plans or 'none'}",
        )
    for one, other in pairwise(editions):
        if one.in_force_from == other.in_force_from:
            since = one.in_force_from
            raise InvalidValue.at(
                "editions",
                code="two-of-one-day",
                vi=f"{one.edition!r} và {other.edition!r} cùng có hiệu lực từ {since or 'đầu'}; sửa in_force_from",
                en=f"{one.edition!r} and {other.edition!r} are both in force from {since or 'the beginning'}; "
                "correct in_force_from",
            )


def _past(editions: list[Program]) -> Iterator[Phase]:
    """The phases that ended while an edition was in force that is not any more, where the last has them otherwise."""
    for edition, following in pairwise(editions):
        since, until = earliest_first(edition.in_force_from), earliest_first(following.in_force_from)
        for phase in edition.phases:
            if since <= earliest_first(phase.period.end) < until and phase not in editions[-1].phases:
                yield _cited_apart(phase, edition, editions[-1])


def _cited_apart(phase: Phase, edition: Program, last: Program) -> Phase:
    """A phase whose documents have ids of their own, where a later edition cites another text under the same id."""
    ids = {document.id for document in last.documents if document not in edition.documents}

    def cited(citation: Citation) -> Citation:
        document = citation.document
        if document.id not in ids:
            return citation
        return evolve(citation, document=evolve(document, id=f"{document.id} ({edition.edition})"))

    targets = (evolve(target, citations=tuple(map(cited, target.citations))) for target in phase.targets)
    return evolve(phase, targets=tuple(targets))
