"""Draw registers at which a target turns: one thing too few, just enough, and one more."""

from datetime import date
from fractions import Fraction
from typing import Any, final

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.records._register import Register
from nsc_program.testing.strategies._built_evidence import evidence
from nsc_program.testing.strategies._drawing_numbers import step_of
from nsc_program.testing.strategies._fields import beside, composed, judged
from nsc_program.testing.strategies._turning_numbers import (
    ReadTarget,
    Turn,
    Values,
    check_turns,
    simplest,
    turn_of,
)
from nsc_program.values._periods import Period
from nsc_program.values._validators import instance_of, wrong_type


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
    target = ReadTarget(program, target_id, reading)
    check_turns(target)
    return composed(_near, target)


def _near(draw: DrawFn, target: ReadTarget) -> Near:
    """Draw a register at or next to the number at which a target turns."""
    turn = turn_of(draw, target)
    count = draw(st.sampled_from(_counts(target.indicator, turn)))
    values = {**turn.values, turn.period: count}
    as_of = _day_after(draw, values, target.program)
    return Near(
        target=target.id,
        register=evidence(draw, target.program, target.indicator, values),
        as_of=as_of,
        period=turn.period,
        count=count,
        number=turn.number,
        attained=turn.accepts(count),
    )


def _counts(indicator: Indicator, turn: Turn) -> list[Fraction]:
    """Return the possible numbers at and next to a turn, or else the simplest possible number."""
    step = step_of(indicator)
    near = (turn.number, turn.number - step, turn.number + step)
    return [number for number in near if _can_be(indicator, turn, number)] or [
        max([simplest(indicator), *_parts(indicator, turn)])
    ]


def _day_after(draw: DrawFn, values: Values, program: Program) -> date:
    """Draw a day on which all periods of the values have ended."""
    last = max(period.end for period in (*values, program.period))
    return judged(program, beside(last, draw(st.sampled_from((0, 1, 400)))))


def _can_be(indicator: Indicator, turn: Turn, number: Fraction) -> bool:
    """Tell whether an indicator can have a number over the period of a turn."""
    if number not in indicator.domain:
        return False
    parts, wholes = _parts(indicator, turn), _wholes(indicator, turn)
    return max(parts, default=number) <= number <= min(wholes, default=number)


def _parts(indicator: Indicator, turn: Turn) -> list[Fraction]:
    """Return the counts over parts of the period of a turn; its count is not below them."""
    values = turn.values if indicator.accumulates else {}
    return [part for other, part in values.items() if other.within(turn.period)]


def _wholes(indicator: Indicator, turn: Turn) -> list[Fraction]:
    """Return the counts over periods around that of a turn; its count is not above them."""
    values = turn.values if indicator.accumulates else {}
    return [whole for other, whole in values.items() if turn.period.within(other)]
