"""Targets that no number can fulfil, alone or together, however their words are read."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from nsc_program.errors import Message, Path, Problem
from nsc_program.plan._bounds import Basis, EachYear, Reached, accepted
from nsc_program.plan._readings import MOST_TOLERANCE, Asking, Reading
from nsc_program.plan._targets import Choice, Indicator, Phase, Target
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range, by_place, common

WIDEST = Reading(
    tolerance=MOST_TOLERANCE, may_exceed=True, strict=False, plain_is_floor=True, upper_binds=False
)
"""The reading under which every wording accepts all that it accepts under any."""


class Placed(NamedTuple):
    """A target, where it stands, and what its words accept under the widest reading."""

    path: Path
    target: Target
    allowed: Range


class _Left(NamedTuple):
    """What one target leaves possible of a quantity."""

    range: Range
    by: Placed


def unfulfillable(
    phases: Iterable[tuple[Path, Phase]], indicators: Mapping[str, Indicator]
) -> Iterator[Problem]:
    """Name targets that no number can fulfil: one or two of each period and indicator, at the place of the later.

    A plan that some reading can fulfil is never refused. Targets of phases with one period stand together.
    """
    groups: defaultdict[tuple[Period, Hashable], list[Placed]] = defaultdict(list)
    years: dict[Period, int] = {}
    for path, phase in phases:
        years[phase.period] = years.get(phase.period) or (
            phase.period.whole_years if phase.is_yearly else 0
        )
        for index, target in enumerate(phase.targets):
            allowed = accepted(target.bound, Asking(WIDEST))
            groups[phase.period, _subject(target)].append(
                Placed((*path, "targets", index), target, allowed)
            )
    for (period, _), group in groups.items():
        names = group[0].target.indicator_ids
        if not names or not indicators.keys() >= set(names):
            continue  # which is said where it stands
        clashes = (_clash(indicators[name], years[period], group) for name in names)
        clash = next(clashes)
        # Under each answer the text may be read so: one that leaves a number is enough.
        if clash and all(clashes):
            yield _problem(clash)


def _subject(target: Target) -> Hashable:
    """What a target is about: an indicator, or a choice, whose rows after the first stand in any order."""
    match target.indicator:
        case Choice(questions, rows):
            return questions, frozenset(rows)
        case name:
            return name


def _clash(indicator: Indicator, years: int, group: Sequence[Placed]) -> tuple[Placed, ...]:
    """The one or two targets of a group that leave no number of an indicator; none if there is one for all."""
    left: defaultdict[Basis, list[_Left]] = defaultdict(list)
    for placed in group:
        for quantity, possible in _possible(indicator, years, placed):
            if possible is None:
                return (placed,)
            left[quantity].append(_Left(possible, placed))
    for pieces in left.values():
        if common([piece.range for piece in pieces]) is None:
            return _apart(pieces, group)
    return ()


def _apart(pieces: Sequence[_Left], group: Sequence[Placed]) -> tuple[Placed, ...]:
    """The two that have no number in common: what asks for most, and what allows least."""
    highest = max(pieces, key=lambda piece: by_place(piece.range)[0])
    lowest = min(pieces, key=lambda piece: by_place(piece.range)[1])
    return tuple(placed for placed in group if placed in (highest.by, lowest.by))


def _possible(
    indicator: Indicator, years: int, placed: Placed
) -> Iterator[tuple[Basis, Range | None]]:
    """Each quantity that a target bears on, by the basis that asks for it, and what it leaves possible of it."""
    match placed.target.basis:
        case Reached() as basis:
            yield basis, indicator.narrow(placed.allowed)
        case EachYear() as basis:
            year = indicator.narrow(placed.allowed)
            yield basis, year
            if year is not None and years:
                yield Reached(), indicator.narrow(_over(indicator, year, years))
        case growth:
            yield growth, placed.allowed


def _over(indicator: Indicator, year: Range, years: int) -> Range:
    """What a whole phase can be if each of its years can be this."""
    if not indicator.accumulates:
        return year  # the state at the end of the last year is that at the end of the phase
    low = year.low or Fraction(0)
    high = None if year.high is None else years * year.high
    # The same thing may count in several years, and counts once in the phase.
    return Range(years * low if indicator.additive else low, high)


def _problem(clash: tuple[Placed, ...]) -> Problem:
    first, *others = (repr(placed.target.id) for placed in clash)
    if others:
        message = Message(
            f"mục tiêu {first} và mục tiêu {others[0]}: không có số nào đạt được cả hai; sửa một trong hai",
            f"target {first} and target {others[0]}: no number fulfils both; correct one of them",
        )
    else:
        message = Message(
            f"mục tiêu {first}: không có số nào của chỉ tiêu đạt được; sửa bound, hoặc domain của chỉ tiêu",
            f"target {first}: no number that its indicator can be fulfils it; correct its bound, or the domain",
        )
    return Problem(clash[-1].path, "no-number-fulfils", message)
