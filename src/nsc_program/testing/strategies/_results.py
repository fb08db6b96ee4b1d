"""Figures near the numbers at which a plan turns, and results: what the library itself makes of them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.errors import InvalidValue
from nsc_program.figures._tally import Figure, Figures, WithEstimates
from nsc_program.plan._bounds import Growth, YearlyGrowth, worded
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Indicator, Target
from nsc_program.records._records import Support
from nsc_program.testing.strategies._fields import KEPT, Fields, composed, days_of, judged, mostly
from nsc_program.testing.strategies._plans import readings
from nsc_program.testing.strategies._records import numbers_of, step_of
from nsc_program.testing.strategies._registers import all_kinds, registers
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.verdicts._evaluation import Evaluation, Verdict, assess, evaluate
from nsc_program.verdicts._evidence import Evidence, evidence
from nsc_program.verdicts._funding import FundingTotal, funding
from nsc_program.verdicts._phase_comparison import PhaseComparison, compare_phases
from nsc_program.verdicts._sweep import Sweep, sweep

T = TypeVar("T")

SLACKS = (Fraction(1), Fraction(19, 20), Fraction(9, 10), Fraction(11, 10))
"""What a tolerance takes from a number, or adds to it."""


def _is_total(target: Target) -> bool:
    return not isinstance(target.basis, (Growth, YearlyGrowth))


def _asked_of(program: Program, indicator: Indicator) -> set[Fraction]:
    """The numbers in the words of targets that may be about an indicator, and what growth makes of them."""
    about = [target for target in program.targets if indicator.id in target.indicator_ids]
    totals, grown = (
        {end for target in about if _is_total(target) is total for end in _ends(target)}
        for total in (True, False)
    )
    factors = {1 + percent / 100 for percent in grown}
    return totals | {number * factor for number in totals | {Fraction(100)} for factor in factors}


def _ends(target: Target) -> list[Fraction]:
    words = worded(target.bound)
    return [end for end in (words.low, words.high) if end is not None]


@lru_cache(maxsize=KEPT)
def amounts(program: Program, indicator: Indicator) -> tuple[Fraction, ...]:
    """Numbers that an indicator can have: small ones, and those at which a target turns, with one more and less."""
    step = step_of(indicator)
    turning = {number * slack for number in _asked_of(program, indicator) for slack in SLACKS}
    near = {number // step * step + more * step for number in turning for more in (-1, 0, 1, 2)}
    found = dict.fromkeys((*numbers_of(indicator)[:4], *sorted(near)))
    return tuple(number for number in found if number in indicator.domain)


def _range(low: Fraction, more: int | None, shape: str, indicator: Indicator) -> Range:
    """A range with a number in it that the indicator can have."""
    step = step_of(indicator)
    if shape == "at most":
        return Range(None, low)
    if shape == "open" and not indicator.unit.whole and more != 0:
        return Range(
            low,
            None if more is None else low + more * step,
            low_open=low + step / 4 in indicator.domain,
        )
    return Range(low, None if more is None else low + more * step)


def _wanted(program: Program) -> list[tuple[Indicator, Period]]:
    """What targets can be about, over the periods that they need figures for."""
    ids = dict.fromkeys(
        [*(id_ for target in program.targets for id_ in target.indicator_ids)]
        + [objective.indicator for objective in program.objectives if objective.indicator]
    )
    return [(program.indicator(id_), period) for id_ in ids for period in program.periods]


@lru_cache(maxsize=KEPT)
def figures(program: Program = HANOI) -> SearchStrategy[Figures]:
    """Figures for what a program's targets can be about, near the numbers at which they turn, on a day that it judges.

    Some are missing; some are one number, and some are open above, or below where the indicator has no least number.
    """
    wanted = _wanted(program)
    rest = Fields.of(
        known=(True, True, True, False),
        more=(0, None, 1, 2, 40),
        shape=("from", "from", "open", "at most"),
        guess=(None, None, None, 0, 1),
    )
    fields = [
        Fields.of(low=amounts(program, indicator), **_columns(rest)) for indicator, _ in wanted
    ]
    day = Fields.of(as_of=days_of(program), any_known=mostly(True, False))  # noqa: FBT003  # the values themselves

    def made(drawn: bytes) -> Figures:
        head, found, place = day.values(drawn), [], day.width
        for (indicator, period), each in zip(wanted, fields, strict=True):
            values = each.values(drawn[place : place + each.width])
            place += each.width
            if values.pop("known") and head["any_known"]:
                guess = values.pop("guess")
                possible = _range(indicator=indicator, **values)
                found.append(
                    Figure(
                        indicator.id, period, possible, (), _estimated(possible, guess, indicator)
                    )
                )
        return Figures(judged(program, head["as_of"]), tuple(found))

    width = day.width + sum(each.width for each in fields)
    return st.binary(min_size=width, max_size=width).map(made)


def _estimated(possible: Range, guess: int | None, indicator: Indicator) -> WithEstimates | None:
    """What a figure can be with an estimate: one number that it can be without, too; mostly there is no estimate."""
    if guess is None or possible.low is None:
        return None
    estimated = Range.exactly(possible.low + guess * step_of(indicator))
    differs = (
        estimated.within(possible)
        and estimated != possible
        and indicator.narrow(estimated) == estimated
    )
    return WithEstimates(estimated) if differs else None


def _columns(fields: Fields) -> dict[str, Sequence[Any]]:
    return {name: table for name, table, _ in fields.short}


# --- results ---


@lru_cache(maxsize=KEPT)
def evaluations(program: Program = HANOI) -> SearchStrategy[Evaluation]:
    """Evaluations of a program under any reading."""
    return composed(lambda draw: evaluate(program, draw(figures(program)), draw(readings(program))))


@lru_cache(maxsize=KEPT)
def sweeps(program: Program = HANOI) -> SearchStrategy[Sweep]:
    """Every target of a program under every reading."""
    return figures(program).map(lambda drawn: sweep(program, drawn))


def phase_comparisons(program: Program = HANOI) -> SearchStrategy[PhaseComparison]:
    """Two phases of a program compared under any reading.

    Raises:
        InvalidValue: if no phase of it begins after another.
    """
    firsts = [(phase.period.first, phase.id) for phase in program.phases]
    pairs = [(one, two) for first, one in firsts for second, two in firsts if first < second]
    if not pairs:
        raise InvalidValue.at(
            code="no-two-phases",
            vi=f"kế hoạch {program.id!r}: không giai đoạn nào bắt đầu sau giai đoạn khác, nên không so sánh được",
            en=f"program {program.id!r}: no phase begins after another, so there is nothing to compare",
        )

    def compared(draw: DrawFn) -> PhaseComparison:
        known, reading = draw(figures(program)), draw(readings(program))
        return compare_phases(evaluate(program, known, reading), *draw(one_of(pairs)))

    return composed(compared)


def verdicts(program: Program = HANOI) -> SearchStrategy[Verdict]:
    """Verdicts on a program's targets.

    Raises:
        InvalidValue: if it has no target.
    """
    if not program.targets:
        raise InvalidValue.at(
            code="no-target",
            vi=f"kế hoạch {program.id!r}: không có mục tiêu nào để đánh giá",
            en=f"program {program.id!r}: it has no target to judge",
        )
    return part_of(evaluations(program), lambda drawn: drawn.verdicts)


def one_of(things: Iterable[T]) -> SearchStrategy[T]:
    """One of several things."""
    return st.sampled_from(tuple(things))


def part_of(whole: SearchStrategy[Any], parts: Callable[[Any], Iterable[T]]) -> SearchStrategy[T]:
    """A part of something that is drawn first."""
    return whole.flatmap(lambda drawn: one_of(parts(drawn)))


def _day(program: Program) -> SearchStrategy[date]:
    ends = [
        program.period.end,
        *(phase.period.end for phase in program.phases),
        program.period.first,
    ]
    return one_of(judged(program, day) for day in ends)


def evidences(program: Program = HANOI) -> SearchStrategy[Evidence]:
    """What one verdict on a register rests on."""
    known = registers(program, all_kinds(None, exact=False), (0, 8))

    def found(draw: DrawFn) -> Evidence:
        register, target = draw(known), draw(one_of(target.id for target in program.targets))
        as_of, reading = draw(_day(program)), draw(readings(program))
        return evidence(assess(program, register, as_of=as_of, reading=reading), register, target)

    return composed(found)


def funding_totals(program: Program = HANOI) -> SearchStrategy[FundingTotal]:
    """What the supports of a register cost, by phase and source."""
    known = registers(program, (Support,), (0, 9)) | registers(
        program, (Support,), (1, 9), exact=True
    )
    return composed(
        lambda draw: draw(one_of(funding(program, draw(known), as_of=draw(_day(program)))))
    )
