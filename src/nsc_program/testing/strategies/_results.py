"""Strategies for what the library makes of figures and registers: verdicts, evidence, money."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, partial
from itertools import product
from operator import attrgetter
from typing import Any, TypeVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.errors import InvalidValue
from nsc_program.plan._program import Program
from nsc_program.records._records import Support
from nsc_program.records._register import Register
from nsc_program.testing.strategies._drawing_registers import all_kinds, registers
from nsc_program.testing.strategies._fields import CACHED_PLANS, composed, judged
from nsc_program.testing.strategies._figures import figures
from nsc_program.testing.strategies._plans import readings
from nsc_program.verdicts._assess import assess, evaluate
from nsc_program.verdicts._diff import Diff, RecordChange, TargetChange, diff
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._evidence import Evidence, evidence
from nsc_program.verdicts._funding import FundingTotal, funding
from nsc_program.verdicts._funding_document import FundingTotals
from nsc_program.verdicts._funding_years import FundingByYear, FundingYear, funding_by_year
from nsc_program.verdicts._phase_comparison import PhaseComparison, compare_phases
from nsc_program.verdicts._sweep import Sweep, sweep
from nsc_program.verdicts._verdict import Verdict

T = TypeVar("T")


@lru_cache(maxsize=CACHED_PLANS)
def evaluations(program: Program = HANOI) -> SearchStrategy[Evaluation]:
    """Draw evaluations of a plan under any reading.

    Args:
        program: The plan.

    Returns:
        A strategy for evaluations of figures drawn by `figures`.
    """
    return composed(lambda draw: evaluate(program, draw(figures(program)), draw(readings(program))))


@lru_cache(maxsize=CACHED_PLANS)
def sweeps(program: Program = HANOI) -> SearchStrategy[Sweep]:
    """Draw sweeps: every target of a plan under every reading.

    Args:
        program: The plan.

    Returns:
        A strategy for sweeps of figures drawn by `figures`.
    """
    return figures(program).map(partial(sweep, program))


def phase_comparisons(program: Program = HANOI) -> SearchStrategy[PhaseComparison]:
    """Draw comparisons of two phases of a plan under any reading.

    Args:
        program: The plan.

    Returns:
        A strategy for comparisons of figures drawn by `figures`.

    Raises:
        InvalidValue: If no phase of the plan begins after another phase.
    """
    pairs = _pairs_of_phases(program)
    if not pairs:
        raise InvalidValue.at(
            code="no-two-phases",
            vi=f"kế hoạch {program.id!r}: không giai đoạn nào bắt đầu sau giai đoạn khác, "
            "nên không so sánh được",
            en=f"program {program.id!r}: no phase begins after another, "
            "so there is nothing to compare",
        )
    return composed(_compared, program, pairs)


def _pairs_of_phases(program: Program) -> list[tuple[str, str]]:
    """Return the phases by their ids, each with a phase that begins later."""
    return [
        (earlier.id, later.id)
        for earlier, later in product(program.phases, repeat=2)
        if earlier.period.first < later.period.first
    ]


def _compared(draw: DrawFn, program: Program, pairs: list[tuple[str, str]]) -> PhaseComparison:
    """Draw a comparison of one of several pairs of phases."""
    drawn_figures, reading = draw(figures(program)), draw(readings(program))
    evaluation = evaluate(program, drawn_figures, reading)
    return compare_phases(evaluation, *draw(one_of(pairs)))


def verdicts(program: Program = HANOI) -> SearchStrategy[Verdict]:
    """Draw verdicts on the targets of a plan.

    Args:
        program: The plan.

    Returns:
        A strategy for verdicts under any reading.

    Raises:
        InvalidValue: If the plan has no targets.
    """
    if not program.targets:
        raise InvalidValue.at(
            code="no-target",
            vi=f"kế hoạch {program.id!r}: không có mục tiêu nào để đánh giá",
            en=f"program {program.id!r}: it has no target to judge",
        )
    return part_of(evaluations(program), attrgetter("verdicts"))


def one_of(values: Iterable[T]) -> SearchStrategy[T]:
    """Draw one of several values."""
    return st.sampled_from(tuple(values))


def part_of(whole: SearchStrategy[Any], parts: Callable[[Any], Iterable[T]]) -> SearchStrategy[T]:
    """Draw a whole, and then one of its parts."""
    return whole.flatmap(lambda value: one_of(parts(value)))


def _day(program: Program) -> SearchStrategy[date]:
    """Draw a day that a plan judges: the last day of the plan or a phase, or the first day."""
    ends = [phase.period.end for phase in program.phases]
    days = [program.period.end, *ends, program.period.first]
    return one_of(judged(program, day) for day in days)


def evidences(program: Program = HANOI) -> SearchStrategy[Evidence]:
    """Draw the evidence for one verdict on a register.

    Args:
        program: The plan, which has at least one target.

    Returns:
        A strategy for evidence from registers of up to eight versions of records.
    """
    any_registers = registers(program, all_kinds(None, exact=False), (0, 8))
    return composed(_evidence_of_one, program, any_registers)


def _evidence_of_one(
    draw: DrawFn, program: Program, any_registers: SearchStrategy[Register]
) -> Evidence:
    """Draw the evidence for one target of an evaluated register."""
    register = draw(any_registers)
    target = draw(one_of(target.id for target in program.targets))
    as_of, reading = draw(_day(program)), draw(readings(program))
    evaluation = assess(program, register, as_of=as_of, reading=reading)
    return evidence(evaluation, register, target)


def diffs(program: Program = HANOI) -> SearchStrategy[Diff]:
    """Draw what changed between two evaluations of a plan, each under any reading.

    Args:
        program: The plan.

    Returns:
        A strategy for diffs of evaluations drawn by `evaluations`.
    """
    return st.builds(diff, evaluations(program), evaluations(program))


def target_changes(program: Program = HANOI) -> SearchStrategy[TargetChange]:
    """Draw what changed for one target, which may be new or gone.

    Args:
        program: The plan, which has at least one target.

    Returns:
        A strategy for changes from evaluations drawn by `evaluations`.
    """
    return composed(_change_of_one, program)


def _change_of_one(draw: DrawFn, program: Program) -> TargetChange:
    """Draw the verdicts on one target, of which one may be missing."""
    target = draw(one_of(target.id for target in program.targets))
    before, after = (draw(evaluations(program))[target] for _ in range(2))
    sides = draw(one_of([(before, after), (before, None), (None, after)]))
    records = draw(st.lists(_RECORD_CHANGES, max_size=2))
    return TargetChange(before=sides[0], after=sides[1], records=tuple(records))


_COUNTED = st.none() | st.booleans()
_RECORD_CHANGES = st.builds(RecordChange, st.just("Support"), st.just("s1"), _COUNTED, _COUNTED)


def funding_totals(program: Program = HANOI) -> SearchStrategy[FundingTotal]:
    """Draw the total cost of the supports of a register, in one phase and from one source.

    Args:
        program: The plan.

    Returns:
        A strategy for totals from registers of up to nine versions of supports.
    """
    return composed(_total, program, _supports(program))


def fundings_by_year(program: Program = HANOI) -> SearchStrategy[FundingByYear]:
    """Draw the cost of the supports of a register by year, in one phase, from one source or all.

    Args:
        program: The plan.

    Returns:
        A strategy for money by year, from registers of up to nine versions of supports.
    """
    return composed(_by_year, program, _supports(program))


def all_fundings(program: Program = HANOI) -> SearchStrategy[FundingTotals]:
    """Draw the cost of the supports of a register, by phase, source and year.

    Args:
        program: The plan.

    Returns:
        A strategy for totals of registers of up to nine versions of supports.
    """
    return composed(_all_by_year, program, _supports(program))


def funding_years(program: Program = HANOI) -> SearchStrategy[FundingYear]:
    """Draw the cost of the supports of a register in one year, from one source or all.

    Args:
        program: The plan.

    Returns:
        A strategy for money of one year, from registers of up to nine versions of supports.
    """
    return composed(_one_year, program, _supports(program))


def _supports(program: Program) -> SearchStrategy[Register]:
    """Draw registers of supports.

    Only exact registers are sure to have supports that count in full.
    """
    any_supports = registers(program, (Support,), (0, 9))
    exact_supports = registers(program, (Support,), (1, 9), exact=True)
    return exact_supports | any_supports | exact_supports


def _total(
    draw: DrawFn, program: Program, drawn_registers: SearchStrategy[Register]
) -> FundingTotal:
    """Draw one of the totals of a register."""
    register, as_of = draw(drawn_registers), draw(_day(program))
    if program.territory is not None and draw(st.booleans()):
        register = evolve(register, territory=f"{program.territory}-1")  # a part of it
    return draw(one_of(funding(program, register, as_of=as_of)))


def _by_year(
    draw: DrawFn, program: Program, drawn_registers: SearchStrategy[Register]
) -> FundingByYear:
    """Draw the money of one phase and source."""
    register, as_of = draw(drawn_registers), draw(_day(program))
    return draw(one_of(funding_by_year(program, register, as_of=as_of)))


def _all_by_year(
    draw: DrawFn, program: Program, drawn_registers: SearchStrategy[Register]
) -> FundingTotals:
    """Draw the money of all phases and sources, as of a day or for all days."""
    register, as_of = draw(drawn_registers), draw(st.none() | _day(program))
    return FundingTotals.of(program, register, as_of=as_of)


def _one_year(
    draw: DrawFn, program: Program, drawn_registers: SearchStrategy[Register]
) -> FundingYear:
    """Draw the money of one year; the first phase has begun, so that it has years."""
    register, as_of = draw(drawn_registers), max(draw(_day(program)), program.period.first)
    money = funding_by_year(program, register, as_of=as_of)
    return draw(one_of(year for found in money for year in found.years))
