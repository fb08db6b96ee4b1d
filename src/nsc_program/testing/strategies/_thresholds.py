"""Draw registers at which a target turns: one thing too few, just enough, and one more.

The things that count are built first, each with its day. Decoys are then put beside them: the same
things named again, and things that must not count. A state or a share has reports instead of
records. The count is therefore known without counting.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import Any, TypeAlias, final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.errors import InvalidValue
from nsc_program.figures._tally import Figure, Figures
from nsc_program.plan._bounds import EachYear, Growth, YearlyGrowth, worded
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.plan._targets import Indicator
from nsc_program.records._records import AnyRecord, Fact, Record, ReportedFigure
from nsc_program.records._register import Register
from nsc_program.testing.strategies._drawing_records import numbers_of, step_of
from nsc_program.testing.strategies._drawing_registers import everything
from nsc_program.testing.strategies._fields import beside, composed, judged
from nsc_program.testing.strategies._witnesses import never_counted, witness
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import instance_of, wrong_type
from nsc_program.verdicts._evaluation import decide

Values: TypeAlias = Mapping[Period, Fraction]
"""The value of an indicator over each period that a target is about."""


@final
@frozen(kw_only=True, repr=False)
class Near:
    """A register at or next to the number at which a target turns, with the true count.

    Attributes:
        target: The id of the target.
        register: The register, which leaves nothing open.
        as_of: A day after every period that the target is about.
        period: The phase in which the target turns, or a year of it.
        count: The value of the indicator over that period.
        number: The lowest or highest number that is accepted over that period.
        attained: Whether the target is attained.
    """

    target: str
    register: Register
    as_of: date
    period: Period
    count: Fraction
    number: Fraction
    attained: bool

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: FBT001  # as Hypothesis calls it
        printer.text(repr(self))

    def __repr__(self) -> str:
        """Return one line without the records, of which there may be thousands."""
        status = "attained" if self.attained else "missed"
        verdict = f"{self.target}: {self.count} over {self.period}, {status}"
        records = f"{len(self.register.records)} records"
        return f"<{verdict}, turns at {self.number}; {records}, {self.as_of}>"


def _record(indicator: Indicator, key: str, name: str, on: date) -> AnyRecord:
    """Return a record of one thing that an indicator counts.

    The record is a fact if the indicator does not have a counting rule.
    """
    if not indicator.counting:
        return Fact(indicator.id, key, on)
    return witness(indicator.counting[0], key, name, on)


def _key(place: int) -> str:
    """Return the key of a thing; the first thing is an enterprise that can have branches."""
    return "0100000001" if place == 0 else f"K{place}"


@lru_cache(maxsize=8)  # an entry may hold thousands of records
def _things(indicator: Indicator, period: Period, many: int) -> tuple[AnyRecord, ...]:
    """Return a number of things in a period, on its first day and on its last day in turn."""
    days = (period.first, period.end)
    return tuple(
        _record(indicator, _key(place), f"r{place} to {period.end}", days[place % 2])
        for place in range(many)
    )


def _outside(periods: Collection[Period]) -> list[date]:
    """Return the days next to a period that do not lie in any of the periods."""
    near = [day for period in periods for day in (beside(period.first, -1), beside(period.end, 1))]
    return [day for day in near if not any(day in period for period in periods)]


def _uncounted(indicator: Indicator, record: AnyRecord) -> list[Record]:
    """Return versions of a record that never count; a fact always counts."""
    if isinstance(record, Fact):
        return []
    return never_counted(indicator.counting[0], record)


def _named_again(indicator: Indicator, *, branch: bool) -> str:
    """Return the key of the first thing, or the code of its branch if it is an enterprise."""
    has_branches = any(rule.key.folds for rule in indicator.counting)
    return f"{_key(0)}-001" if branch and has_branches else _key(0)


SAME_THING, BRANCH, NEVER_COUNTED, OUTSIDE = range(4)
"""The kinds of decoys."""


def _decoys(draw: DrawFn, indicator: Indicator, values: Values) -> list[AnyRecord]:
    """Draw records that change no count.

    They name a thing again, lie next to the periods, or never count.
    """
    outside = _outside(values)
    decoys: list[AnyRecord] = []
    kinds = st.integers(SAME_THING, OUTSIDE)
    choices = st.tuples(st.sampled_from(tuple(values)), st.booleans(), kinds)
    for place in range(draw(st.integers(0, 4))):
        period, at_end, kind = draw(choices)
        day, name = (period.end if at_end else period.first), f"decoy-{place}"
        names_again = kind in (SAME_THING, BRANCH)
        if names_again and values[period] > 0 and not indicator.additive:
            key = _named_again(indicator, branch=kind == BRANCH)
            decoys.append(_record(indicator, key, name, day))
        elif kind == OUTSIDE and outside:
            first_or_second = 1 if at_end and len(outside) > 1 else 0
            decoys.append(_record(indicator, f"N{place}", name, outside[first_or_second]))
        else:
            decoys += _uncounted(indicator, _record(indicator, f"N{place}", name, day))
    return decoys


def _reports(indicator: Indicator, values: Values) -> Iterator[AnyRecord]:
    """Yield a report of each number, mostly after a report that it replaces."""
    for place, (period, number) in enumerate(values.items()):
        about: dict[str, Any] = {"indicator": indicator.id, "period": period}
        neighbours = [near for near in (number + 1, number - 1) if near in indicator.domain]
        if neighbours and period.end < date.max:
            yield ReportedFigure(
                id=f"first-{place}", value=neighbours[0], issued=period.end, **about
            )
        yield ReportedFigure(
            id=f"last-{place}", value=number, issued=beside(period.end, 1), **about
        )


# --- where a target turns ---


MOST_GROWTH = 10**12


def _check_decidable(program: Program, target_id: str, reading: Reading) -> None:
    """Raise for a target that does not turn at any number that its indicator can have."""
    target, phase = program.target(target_id), program.phase_of(target_id).period
    indicator = program.indicator_of(target_id, reading)
    baseline = target.basis.baseline if isinstance(target.basis, Growth) else None
    ends_with_phase = baseline is not None and baseline.end == phase.end
    if baseline == phase or (ends_with_phase and not indicator.accumulates):
        raise InvalidValue.at(
            code="one-figure",
            vi=f"mục tiêu {target_id!r}: số gốc và số của giai đoạn là một, nên không có ngưỡng",
            en=f"target {target_id!r}: its baseline and its phase are one figure, "
            "so it does not turn at any number",
        )
    percentage = worded(target.bound).high or 0
    if isinstance(target.basis, YearlyGrowth) and percentage ** len(phase.years) > MOST_GROWTH:
        raise InvalidValue.at(
            code="too-many-digits",
            vi=f"mục tiêu {target_id!r}: ngưỡng là số quá lớn, không viết ra được",
            en=f"target {target_id!r}: it turns at numbers too large to write down",
        )
    values = dict.fromkeys((*program.periods, phase), _simplest(indicator))
    figures = _figures(program, indicator, values)
    for comparison in decide(program, target_id, figures, reading).comparisons:
        if comparison.says_nothing:
            raise InvalidValue.at(
                code="undecided",
                vi=f"mục tiêu {target_id!r}: theo cách hiểu này không có gì quyết định, "
                "nên không có ngưỡng",
                en=f"target {target_id!r}: nothing decides it under this reading, "
                "so it does not turn at any number",
            )
        accepted = comparison.sure
        if isinstance(target.basis, (Growth, YearlyGrowth)) or accepted is None:
            continue
        if indicator.narrow(accepted) is None or indicator.domain.within(accepted):
            raise InvalidValue.at(
                code="no-turn",
                vi=f"mục tiêu {target_id!r}: không có số nào mà chỉ tiêu {indicator.id!r} "
                "nhận được làm đổi kết luận",
                en=f"target {target_id!r}: no possible value of {indicator.id!r} "
                "changes its verdict",
            )


def _simplest(indicator: Indicator) -> Fraction:
    """Return a number that an indicator can have, above 0 if possible."""
    numbers = numbers_of(indicator)
    return next((number for number in numbers if number > 0), numbers[0])


def _figures(program: Program, indicator: Indicator, values: Values) -> Figures:
    figures = tuple(
        Figure(indicator.id, period, Range.exactly(number)) for period, number in values.items()
    )
    return Figures(program.period.end, figures)


def _accepted(
    program: Program, target: str, values: Values, period: Period, reading: Reading
) -> Range | None:
    """Return the numbers that are accepted over a period, given the values over other periods."""
    indicator = program.indicator_of(target, reading)
    comparisons = decide(program, target, _figures(program, indicator, values), reading).comparisons
    accepted = (comparison.sure for comparison in comparisons if comparison.period == period)
    return next(accepted, None)


def _turns(accepted: Range | None, values: Values) -> list[Fraction]:
    """Return the ends of the accepted numbers, or the baseline's number if none is accepted."""
    ends = [end for end in (accepted.low, accepted.high) if end is not None] if accepted else []
    return ends or [*values.values()][-1:] or [Fraction(0)]


def _accepted_number(indicator: Indicator, accepted: Range | None, values: Values) -> Fraction:
    """Return an accepted number near a turn, or the simplest number if none is accepted."""
    turns = _turns(accepted, values)
    middle = (min(turns) + max(turns)) / 2
    half = Fraction(1, 2)
    near = [turn + step for turn in turns for step in (0, half, -half)]
    possible = [number for number in (*near, middle) if number in indicator.domain]
    return next(
        (number for number in possible if accepted is not None and number in accepted),
        _simplest(indicator),
    )


def _case(
    draw: DrawFn, program: Program, target_id: str, reading: Reading
) -> tuple[Values, Period, Fraction, Range | None]:
    """Draw the values over the other periods that a target is about, and a turn in one period.

    Returned are the values, the period, the number at which the target turns in it, and the numbers
    that are accepted over it.
    """
    basis, phase = program.target(target_id).basis, program.phase_of(target_id).period
    indicator = program.indicator_of(target_id, reading)
    small = [number for number in map(Fraction, range(1, 13)) if number in indicator.domain]
    baselines = st.sampled_from(small or [_simplest(indicator)])

    def accepted(values: Values, period: Period) -> Range | None:
        return _accepted(program, target_id, values, period, reading)

    values: dict[Period, Fraction] = {}
    turning = phase
    match basis:
        case Growth(baseline):
            values[baseline] = draw(baselines)
        case EachYear():
            turning = draw(st.sampled_from(phase.years))
            for year in phase.years:
                if year != turning:
                    values[year] = _accepted_number(indicator, accepted({}, year), {})
        case YearlyGrowth():
            first, *between, turning = phase.years
            values[first] = draw(baselines)
            for year in between:
                values[year] = _accepted_number(indicator, accepted(values, year), values)
    allowed = accepted(values, turning)
    return values, turning, draw(st.sampled_from(_turns(allowed, values))), allowed


def near_threshold(
    program: Program, target_id: str, *, reading: Reading = Reading()
) -> SearchStrategy[Near]:
    """Draw registers in which a target is just missed, just attained, or attained with one more.

    If the target turns at the number N, the registers hold N - 1, N and N + 1 things. The things
    that count happened on first and last days. Beside them stand things named again, branches of
    one enterprise, things on the day before and the day after, and things that never count. A state
    or a share has reports instead, and a later report replaces an earlier one. For growth the
    register holds the baseline too, and for a target of each year the other years.

    Args:
        program: The plan.
        target_id: The id of one of its targets.
        reading: The reading under which the target turns.

    Returns:
        A strategy for registers, each with the true count and whether the target is attained.

    Raises:
        InvalidType: If `program` is not a plan or `reading` is not a reading.
        UnknownId: If the plan does not have the target.
        InvalidValue: If the target does not turn at any number, such as growth over a planned
            baseline in another unit, or a number that the indicator cannot have.

    >>> from hypothesis import find
    >>> from nsc_program import HANOI
    >>> near = near_threshold(HANOI, "2021-2025/bodies")
    >>> find(near, lambda drawn: drawn.attained)
    <2021-2025/bodies: 2 over 2021-01-01 to 2025-12-31, attained, turns at 2; 2 records, 2030-12-31>
    """
    for name, argument, kind in (("program", program, Program), ("reading", reading, Reading)):
        if type(argument) is not kind:
            raise wrong_type(name, instance_of(kind.__name__), argument)
    _check_decidable(program, target_id, reading)
    return composed(_near, program, target_id, reading)


MOST_RECORDS = 4_000
"""The greatest total that is recorded thing by thing; a greater total is reported."""


def _near(draw: DrawFn, program: Program, target_id: str, reading: Reading) -> Near:
    values, turning, number, accepted = _case(draw, program, target_id, reading)
    indicator = program.indicator_of(target_id, reading)
    step = step_of(indicator)
    near = (number, number - step, number + step)
    possible = [count for count in near if _can_be(indicator, values, turning, count)]
    count = draw(st.sampled_from(possible or [_simplest(indicator)]))
    all_values = {**values, turning: count}
    last = max(period.end for period in (*all_values, program.period))
    as_of = beside(last, draw(st.sampled_from((0, 1, 400))))
    return Near(
        target=target_id,
        register=_evidence(draw, program, indicator, all_values),
        as_of=judged(program, as_of),
        period=turning,
        count=count,
        number=number,
        attained=accepted is not None and count in accepted,
    )


def _can_be(indicator: Indicator, values: Values, period: Period, number: Fraction) -> bool:
    """Tell whether an indicator can have a number over a period, given its other values.

    The number over a part of a period cannot exceed the number over the whole period.
    """
    if number not in indicator.domain:
        return False
    if not indicator.accumulates:
        return True
    parts = [part for other, part in values.items() if other.within(period)]
    wholes = [whole for other, whole in values.items() if period.within(other)]
    return max(parts, default=number) <= number <= min(wholes, default=number)


def _evidence(draw: DrawFn, program: Program, indicator: Indicator, values: Values) -> Register:
    """Return a complete register of things and decoys, or else reports without claims."""
    apart = not any(period.meets(other) for period, other in combinations(values, 2))
    if not (indicator.accumulates and apart and sum(values.values()) <= MOST_RECORDS):
        return Register(_reports(indicator, values))
    things = [
        thing
        for period, number in values.items()
        for thing in _things(indicator, period, int(number))
    ]
    return Register([*things, *_decoys(draw, indicator, values)], everything(program))
