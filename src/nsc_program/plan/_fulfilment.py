"""Targets that no number can fulfil, alone or together, under any reading of their words."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from nsc_program.errors import Message, Path, Problem
from nsc_program.plan._bases import TOTALS, Basis, During, EachYear, Reached
from nsc_program.plan._bounds import accepted
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._questions import MOST_TOLERANCE
from nsc_program.plan._readings import Asking, Reading
from nsc_program.plan._targets import Choice, Phase, Target
from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import negated
from nsc_program.values._ranges import Range, by_place, common

WIDEST = Reading(
    tolerance=MOST_TOLERANCE, may_exceed=True, strict=False, plain_is_floor=True, upper_binds=False
)
"""The reading under which every wording accepts the most numbers."""


class Placed(NamedTuple):
    """A target with its place in the plan.

    Attributes:
        path: the place of the target.
        target: the target.
        allowed: the numbers that its words accept under the widest reading.
    """

    path: Path
    target: Target
    allowed: Range


class _Left(NamedTuple):
    """The values of a quantity that one target leaves possible."""

    range: Range
    by: Placed


def unfulfillable(
    phases: Sequence[tuple[Path, Phase]], indicators: Mapping[str, Indicator]
) -> Iterator[Problem]:
    """Yield a problem for targets that no number can fulfil, alone or in pairs.

    A plan that can be fulfilled under at least one reading is never rejected. Targets of several
    phases with the same period are compared with each other.

    Args:
        phases: the phases, with their places.
        indicators: the indicators of the plan, by id.

    Yields:
        At most one problem for each period and indicator, at the place of the later target.
    """
    years = _years(phase for _, phase in phases)
    for period, group in _groups(phases):
        names = group[0].target.indicator_ids
        if not names or not indicators.keys() >= set(names):
            continue  # another check reports unknown indicators
        clashes = (_clash(indicators[name], years[period], group) for name in names)
        clash = next(clashes)
        # Every answer is admissible, so one indicator that leaves a number is enough.
        if clash and all(clashes):
            yield _problem(clash)


def _years(phases: Iterable[Phase]) -> Mapping[Period, int]:
    """Return the number of years with targets of their own, by period."""
    years: dict[Period, int] = {}
    for phase in phases:
        of_phase = phase.period.whole_years if phase.is_yearly else 0
        years[phase.period] = years.get(phase.period) or of_phase
    return years


def _groups(phases: Iterable[tuple[Path, Phase]]) -> Iterator[tuple[Period, list[Placed]]]:
    """Yield the targets of one period and one indicator together, with the period."""
    groups: defaultdict[tuple[Period, Hashable], list[Placed]] = defaultdict(list)
    for path, phase in phases:
        for placed in _placed(path, phase):
            groups[phase.period, _subject(placed.target)].append(placed)
    for (period, _), group in groups.items():
        yield period, group


def _placed(path: Path, phase: Phase) -> Iterator[Placed]:
    for index, target in enumerate(phase.targets):
        allowed = accepted(target.bound, Asking(WIDEST))
        yield Placed((*path, "targets", index), target, allowed)


def _subject(target: Target) -> Hashable:
    """Return the indicator of a target, or its choice without the order of the rows."""
    match target.indicator:
        case Choice(questions, rows):
            return questions, frozenset(rows)
        case name:
            return name


def _clash(indicator: Indicator, years: int, group: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return the one or two targets of a group that leave an indicator no number.

    The result is empty if there is a number that fulfils all targets.
    """
    left: defaultdict[Basis, list[_Left]] = defaultdict(list)
    for placed in group:
        for quantity, possible in _possible(indicator, years, placed):
            if possible is None:
                return (placed,)
            left[quantity].append(_Left(possible, placed))
    apart = (_apart(pieces, group) for pieces in left.values() if _is_empty(pieces))
    return next(apart, ())


def _is_empty(pieces: Iterable[_Left]) -> bool:
    """Return whether no value is left possible by all targets."""
    return common([piece.range for piece in pieces]) is None


def _apart(pieces: Sequence[_Left], group: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return the target that asks for the most and the target that allows the least."""
    highest = max(pieces, key=lambda piece: by_place(piece.range)[0])
    lowest = min(pieces, key=lambda piece: by_place(piece.range)[1])
    return tuple(placed for placed in group if placed in (highest.by, lowest.by))


def _possible(
    indicator: Indicator, years: int, placed: Placed
) -> Iterator[tuple[Basis, Range | None]]:
    """Yield the values that a target leaves possible, for every quantity that it limits.

    A quantity is named by its basis; a fall is growth by less than nothing.
    """
    basis, allowed = placed.target.basis, placed.allowed
    if not isinstance(basis, TOTALS):
        is_fall = basis.falling
        yield evolve(basis, falling=False), negated(allowed) if is_fall else allowed
        return
    possible = indicator.narrow(allowed)
    yield basis, possible
    yield from _of_the_phase(indicator, years, basis, possible)


def _of_the_phase(
    indicator: Indicator, years: int, basis: Basis, part: Range | None
) -> Iterator[tuple[Basis, Range | None]]:
    """Yield the values that are possible for the whole phase, given those of its parts."""
    if indicator.share is not None:
        return  # a share of two counts is not a mean of the shares of the years
    if isinstance(basis, EachYear) and part is not None and years:
        yield Reached(), indicator.narrow(_over(indicator, part, years))
    if isinstance(basis, During) and part is not None and indicator.accumulates:
        yield Reached(), indicator.narrow(Range(part.low, None))


def _over(indicator: Indicator, year: Range, years: int) -> Range:
    """Return the possible values of a whole phase, given those of each of its years."""
    if not indicator.accumulates:
        return year  # the state at the end of the last year is the state at the end of the phase
    low = year.low or Fraction(0)
    high = None if year.high is None else years * year.high
    # A thing may count in several years, but it counts once in the phase.
    return Range(years * low if indicator.additive else low, high)


def _problem(clash: tuple[Placed, ...]) -> Problem:
    names = [repr(placed.target.id) for placed in clash]
    message = _alone(*names) if len(names) == 1 else _together(*names)
    return Problem(clash[-1].path, "no-number-fulfils", message)


def _alone(target: str) -> Message:
    return Message(
        f"mục tiêu {target}: không có số nào của chỉ tiêu đạt được; "
        "sửa bound, hoặc domain của chỉ tiêu",
        f"target {target}: its indicator can take no number that fulfils it; "
        "correct its bound, or the domain of the indicator",
    )


def _together(first: str, second: str) -> Message:
    return Message(
        f"mục tiêu {first} và mục tiêu {second}: không có số nào đạt được cả hai; "
        "sửa một trong hai",
        f"target {first} and target {second}: no number fulfils both; correct one of them",
    )
