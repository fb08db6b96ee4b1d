"""Money (kinh phí) by source and phase: the values that each total can take.

The totals come from the funding that supports record. A total of a phase is the money of its
supports, in whatever year it was spent: the money of a support belongs to the days from its start
to its completion. A total is therefore a range, like a figure. Money that is not recorded is not
zero: the money of a support from a source of the plan is known only if the support lists the
source, with 0 if it had none.
"""

from collections.abc import Collection
from datetime import date
from typing import final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue
from nsc_program.figures._territories import part_of
from nsc_program.plan._program import Program
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._territories import is_territory
from nsc_program.values._validators import (
    A_DATE,
    is_a,
    is_bool,
    is_text,
    require,
    tuple_of,
    whole_from,
    wrong_type,
)
from nsc_program.values._value import Value
from nsc_program.verdicts._known_supports import known_supports, recorded_supports
from nsc_program.verdicts._spent_money import Gaps, Spent


@final
@frozen(kw_only=True)
class FundingTotal(Value):
    """Tổng kinh phí: the total of the money from one source over one phase.

    The total has a high end only if nothing is missing, rejected or not recorded, and the register
    is not about a part of the plan's territory only. Never add the totals of several phases: phases
    may overlap, and money that may belong to several phases is in the high end of each.

    Attributes:
        source: the id of a source of the plan, or of another source that the register gives; `None`
            for all sources together, which `funding` leaves out.
        phase: the id of the phase.
        vnd: the values that the total can take, in whole đồng.
        lawful: whether the plan allows the source, or does not list its sources. A source that it
            does not allow may be misspelt.
        supports: the number of supports in the low end: they are verified, and all their days are
            in the phase.
        perhaps: the number of further supports that are only in the high end: they are not
            verified, not completed, or have days outside the phase.
        not_recorded: the number of supports that belong or may belong to the phase and do not list
            the source. Supports need not list a source outside the plan, so for such a source it
            is the number of supports that do not record any money. For all sources together it is
            the number of supports that do not list each source of the plan.
        rejected: the number of rejected rows of supports, each of which may belong to the phase. A
            row that does not tell which record it is a version of may withdraw any support that
            was entered before it, so that support is left out of the low end.
        missing: the periods up to the end of the phase over which the register is not claimed to
            hold all supports; only the first 50 if there are more. Days before the phase are
            among them, because a support that began then may go on into the phase.
        part: the territory of the register if it is only a part of the plan's, so that there may be
            more money elsewhere; else `None`.
    """

    source: str | None = field(validator=optional(is_text))
    phase: str = field(validator=is_text)
    vnd: Range = field(validator=is_a(Range))
    lawful: bool = field(validator=is_bool)
    supports: int = field(validator=whole_from(0))
    perhaps: int = field(validator=whole_from(0))
    not_recorded: int = field(validator=whole_from(0))
    rejected: int = field(validator=whole_from(0))
    missing: tuple[Period, ...] = field(validator=tuple_of(is_a(Period)))
    part: str | None = field(default=None, validator=optional(is_territory))


def funding(
    program: Program, register: Register, *, as_of: date | None = None
) -> tuple[FundingTotal, ...]:
    """Total the money of supports by phase and source.

    All supports count, whatever the kind of the enterprise and the level of the support.

    Args:
        program: the plan.
        register: the records, claims of completeness and rejected rows.
        as_of: the last day that counts; `None` for all days.

    Returns:
        A total for each phase and source. In each phase the sources of the plan come first, then
        all other sources that the register gives, so that no money is lost.

    Raises:
        InvalidType: if `as_of` is not a date.
        InvalidValue: if there are more than 10,000 totals, or if the register is about a territory
            that is not the plan's or a part of it.

    >>> from nsc_program import HANOI, Funding, Support
    >>> day = date(2025, 12, 31)
    >>> money = (Funding("state-budget", 90_000_000), Funding("other-lawful", 0))
    >>> inside = Support(
    ...     id="s1",
    ...     enterprise="SAMPLE-1",
    ...     started_on=date(2024, 3, 1),
    ...     completed_on=day,
    ...     funding=money,
    ... )
    >>> going_on = Support(
    ...     id="s2", enterprise="SAMPLE-2", started_on=date(2025, 9, 1), funding=money
    ... )
    >>> register = Register.complete_through(day, [inside, going_on])
    >>> for total in funding(HANOI, register, as_of=day)[:2]:
    ...     print(total.phase, total.source, total.vnd)
    2021-2025 state-budget [90000000, 180000000]
    2021-2025 other-lawful [0, 0]
    """
    require(Program, "program", program)
    require(Register, "register", register)
    last_day = last_day_of(as_of)
    sources = sources_of(program, register)
    check_number(len(program.phases), len(sources))
    gaps = Gaps.of(register, last_day, part_of(program, register))
    supports = known_supports(program, register, last_day)
    planned = ids_of_sources(program)
    spent = {phase.id: Spent.over(phase, supports, gaps, planned) for phase in program.phases}
    return tuple(total_of(phase, source, spent[phase]) for phase in spent for source in sources)


def ids_of_sources(program: Program) -> Collection[str]:
    """Return the ids of the sources of a plan, in order.

    Args:
        program: the plan.
    """
    return {source.id: source for source in program.funding_sources}.keys()


def sources_of(program: Program, register: Register) -> tuple[str, ...]:
    """Return the sources of a plan, and then all other sources that a register gives.

    Args:
        program: the plan.
        register: the register.
    """
    planned = ids_of_sources(program)
    return (*planned, *sorted(_recorded_sources(register).difference(planned)))


def total_of(phase: str, source: str | None, spent: Spent) -> FundingTotal:
    """Return the total of the money from one source over one phase.

    Args:
        phase: the id of the phase.
        source: the id of the source; `None` for all sources together.
        spent: the money of the phase.
    """
    return FundingTotal(
        source=source,
        phase=phase,
        vnd=spent.vnd(source),
        lawful=source is None or not spent.planned or source in spent.planned,
        supports=spent.held.sure.listing[source],
        perhaps=spent.perhaps(source),
        not_recorded=spent.not_recorded(source),
        rejected=spent.gaps.rejected,
        missing=spent.missing,
        part=spent.gaps.part,
    )


def last_day_of(as_of: date | None) -> date:
    """Return the last day that counts.

    Args:
        as_of: the day; `None` for all days.

    Raises:
        InvalidType: if it is not a date.
    """
    if as_of is None:
        return date.max
    if type(as_of) is not date:
        raise wrong_type("as_of", A_DATE, as_of)
    return as_of


def _recorded_sources(register: Register) -> set[str]:
    return {item.source for support in recorded_supports(register) for item in support.funding}


MOST_TOTALS = 10_000
"""The largest number of totals: there is one for each phase or year and source."""


def check_number(periods: int, sources: int) -> None:
    """Raise an error if there are too many totals.

    Args:
        periods: the number of phases, or of phases and years.
        sources: the number of sources.

    Raises:
        InvalidValue: if there are more than 10,000.
    """
    if periods * sources > MOST_TOTALS:
        raise InvalidValue.at(
            code="too-many-totals",
            vi=f"kinh phí cần {periods * sources} số tổng ({periods} giai đoạn hoặc năm, mỗi kỳ "
            f"{sources} nguồn), tối đa là {MOST_TOTALS}; hãy dùng ít nguồn hơn, hoặc tách kế hoạch",
            en=f"funding needs {periods * sources} totals ({sources} sources in each of {periods} "
            f"phases or years), but at most {MOST_TOTALS} are allowed; use fewer sources, or split "
            "the plan",
        )
