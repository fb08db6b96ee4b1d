"""Editions of an amended plan, and the edition that is in force on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from attrs import evolve

from nsc_program.errors import InvalidValue
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase
from nsc_program.values._periods import earliest_first
from nsc_program.values._validators import A_DATE, instance_of, only, wrong_type


def in_force(programs: Iterable[Program], on: date) -> Program:
    """Return the edition of a plan that is in force on a day, so that earlier verdicts stay valid.

    The phases that ended before this edition came into force are kept as `past`, in the words of
    the edition of that time. So growth over the planned number (`Reading.planned_baseline`) starts
    from the number that was planned then. The result can be stored, and later passed in place of
    the editions that it was made of, alone or together with newer editions.

    Args:
        programs: the editions of one plan, in any order.
        on: the day.

    Returns:
        The edition, with the past phases of earlier editions.

    Raises:
        InvalidType: for a day that is not a `date`, and for anything but plans.
        InvalidValue: if there is no edition, if the editions belong to different plans, if two of
            them come into force on the same day, or if no edition is in force yet.
        InvalidProgram: if a past phase refers to a part that the edition in force no longer has.

    >>> from nsc_program import HANOI
    >>> amended = evolve(HANOI, edition="made up", in_force_from=date(2027, 1, 1))
    >>> in_force([amended, HANOI], date(2026, 12, 31)).edition
    '149/KH-UBND'
    """
    if type(on) is not date:
        raise wrong_type("on", A_DATE, on)
    plans = only("programs", instance_of("Program"), Program, programs)
    editions = sorted(plans, key=lambda edition: earliest_first(edition.in_force_from))
    _check(editions)
    effective = [
        edition
        for edition in editions
        if edition.in_force_from is None or edition.in_force_from <= on
    ]
    if not effective:
        first = editions[0].in_force_from
        raise InvalidValue.at(
            "editions",
            code="not-in-force",
            vi=f"chưa có bản kế hoạch nào có hiệu lực vào ngày {on:%d/%m/%Y}; "
            f"bản đầu tiên có hiệu lực từ ngày {first:%d/%m/%Y}",
            en=f"no edition is in force on {on}; the first is in force from {first}",
        )
    edition, past = effective[-1], _past(effective)
    return edition if past == edition.past else evolve(edition, past=past)


def _check(editions: list[Program]) -> None:
    """Reject editions of different plans, and two editions of one day."""
    ids = dict.fromkeys(edition.id for edition in editions)
    if len(ids) != 1:
        plans = ", ".join(map(repr, ids))
        raise InvalidValue.at(
            "editions",
            code="not-one-plan",
            vi=f"cần các bản của cùng một kế hoạch, nhận được {plans or 'danh sách rỗng'}",
            en=f"expected editions of one plan, got {plans or 'none'}",
        )
    for edition, following in pairwise(editions):
        day = edition.in_force_from
        if day == following.in_force_from:
            raise InvalidValue.at(
                "editions",
                code="two-of-one-day",
                vi=f"{edition.edition!r} và {following.edition!r} cùng có hiệu lực "
                f"từ {day or 'đầu'}; sửa in_force_from",
                en=f"{edition.edition!r} and {following.edition!r} are both in force "
                f"from {day or 'the beginning'}; correct in_force_from",
            )


def _past(editions: list[Program]) -> tuple[Phase, ...]:
    """Return the phases that ended before the last edition, as the edition of that time had them.

    An edition may already keep past phases, perhaps of an edition that is missing here. For their
    periods they take precedence over the phases of the editions.
    """
    past = editions[0].past
    for edition, following in pairwise(editions):
        kept = {phase.period for phase in following.past}
        ended = _ended(edition, earliest_first(following.in_force_from))
        past = (*(phase for phase in (*past, *ended) if phase.period not in kept), *following.past)
    return past


def _ended(edition: Program, until: tuple[bool, date]) -> Iterator[Phase]:
    """Return the phases that ended while an edition was in force, before a day."""
    start = earliest_first(edition.in_force_from)
    return (phase for phase in edition.phases if start <= earliest_first(phase.period.end) < until)
