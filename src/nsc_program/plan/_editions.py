"""Plans are amended: which edition of one is in force on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from attrs import evolve

from nsc_program.errors import InvalidValue
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase
from nsc_program.values._periods import earliest_first
from nsc_program.values._validators import A_DATE, wrong_type


def in_force(programs: Iterable[Program], on: date) -> Program:
    """The edition that is in force on a day, of several of one plan: verdicts of earlier days stay as they were.

    It keeps, as `past`, the phases that were over before it came into force, as the edition of that time had them:
    growth over what was planned (`Reading.planned_baseline`) is over what was planned then. So what it gives can be kept,
    and given again, alone or with later editions, in place of those that it was made of.

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
    begun = [
        edition
        for edition in editions
        if edition.in_force_from is None or edition.in_force_from <= on
    ]
    if not begun:
        first = editions[0].in_force_from
        raise InvalidValue.at(
            "editions",
            code="not-in-force",
            vi=f"chưa có bản kế hoạch nào có hiệu lực vào ngày {on:%d/%m/%Y}; bản đầu tiên có hiệu lực từ ngày "
            f"{first:%d/%m/%Y}",
            en=f"none is in force on {on}; the first is from {first}",
        )
    edition, past = begun[-1], _past(begun)
    return edition if past == edition.past else evolve(edition, past=past)


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


def _past(editions: list[Program]) -> tuple[Phase, ...]:
    """The phases that ended before the last edition, as the edition in force at that time had them.

    What an edition keeps of a period is told of that time, too, and maybe by an edition that is not given here; it
    stands before what is concluded.
    """
    past = editions[0].past
    for edition, following in pairwise(editions):
        kept = {phase.period for phase in following.past}
        ended = _ended(edition, earliest_first(following.in_force_from))
        past = (*(phase for phase in (*past, *ended) if phase.period not in kept), *following.past)
    return past


def _ended(edition: Program, until: tuple[bool, date]) -> Iterator[Phase]:
    """The phases that ended while an edition was in force, up to a day."""
    since = earliest_first(edition.in_force_from)
    return (phase for phase in edition.phases if since <= earliest_first(phase.period.end) < until)
