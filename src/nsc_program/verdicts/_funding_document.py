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

    Attributes:
        program: the id of the plan.
        edition: the edition of the plan.
        as_of: the last day that counts; `None` for all days.
        library: the name and version of the library that made them.
        totals: the totals, as `funding_by_year` returns them; each holds one of `funding`.

    >>> from datetime import date
    >>> from nsc_program import HANOI, Register
    >>> FundingTotals.of(HANOI, Register(), as_of=date(2026, 6, 30)).as_of.isoformat()
    '2026-06-30'
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
        """
        return cls(
            program=program.id,
            edition=program.edition,
            as_of=as_of,
            library=LIBRARY,
            totals=funding_by_year(program, register, as_of=as_of),
        )
