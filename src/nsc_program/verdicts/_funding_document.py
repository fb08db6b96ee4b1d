"""Totals of money together with what they are about, as a document keeps them."""

from datetime import date
from typing import Self, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.plan._program import Program
from nsc_program.records._register import Register
from nsc_program.values._keys import is_id
from nsc_program.values._validators import is_a, is_date, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._funding_years import FundingByYear, funding_by_year
from nsc_program.verdicts._results import LIBRARY


@final
@frozen(kw_only=True)
class FundingTotals(Value):
    """Tổng hợp kinh phí: totals of money, with the plan and the day that they are about.

    It can be written as a document, and a service can return it; `funding_by_year` gives the totals
    alone. For each phase they are the money of each source, then that of all sources together.

    Attributes:
        program: the id of the plan.
        edition: the edition of the plan.
        as_of: the last day that counts; `None` for all days.
        library: the name and version of the library that made them.
        totals: the totals, as `funding_by_year` returns them. The `total` of each is that of the
            phase, which `funding` returns alone; its `years` are those of the phase.

    >>> from datetime import date
    >>> from nsc_program import HANOI, Register
    >>> money = FundingTotals.of(HANOI, Register(), as_of=date(2026, 6, 30))
    >>> for each in money.totals[:3]:
    ...     print(each.total.phase, each.total.source, each.total.vnd)
    2021-2025 state-budget [0, ∞)
    2021-2025 other-lawful [0, ∞)
    2021-2025 None [0, ∞)
    """

    program: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    as_of: date | None = field(default=None, validator=optional(is_date))
    library: str = field(validator=is_id)
    totals: tuple[FundingByYear, ...] = field(validator=tuple_of(is_a(FundingByYear)))

    @classmethod
    def of(cls, program: Program, register: Register, *, as_of: date | None = None) -> Self:
        """Return the totals of a register by a plan, as `funding_by_year` makes them.

        Args:
            program: the plan.
            register: the register.
            as_of: the last day that counts; `None` for all days.

        Returns:
            The totals, with the plan, the day and the version of the library.

        Raises:
            InvalidType: if `as_of` is not a date.
            InvalidValue: if there are more than 10,000 totals, or if the register is about a
                territory that is not the plan's or a part of it.
        """
        return cls(
            program=program.id,
            edition=program.edition,
            as_of=as_of,
            library=LIBRARY,
            totals=funding_by_year(program, register, as_of=as_of),
        )
