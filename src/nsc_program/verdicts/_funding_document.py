"""Totals of money together with what they are about, as a document keeps them."""

from collections.abc import Iterable
from datetime import date
from typing import Self, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.plan._program import Program
from nsc_program.values._keys import is_id
from nsc_program.values._validators import is_a, is_date, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._funding_years import FundingByYear
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

    >>> from nsc_program import HANOI, Register
    >>> from nsc_program.verdicts import funding_by_year
    >>> totals = funding_by_year(HANOI, Register())
    >>> FundingTotals.of(HANOI, totals).totals == totals
    True
    """

    program: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    as_of: date | None = field(default=None, validator=optional(is_date))
    library: str = field(validator=is_id)
    totals: tuple[FundingByYear, ...] = field(validator=tuple_of(is_a(FundingByYear)))

    @classmethod
    def of(
        cls, program: Program, totals: Iterable[FundingByYear], *, as_of: date | None = None
    ) -> Self:
        """Return the totals of a plan.

        Args:
            program: the plan.
            totals: the totals, as `funding_by_year` returns them.
            as_of: the last day that counts, as it was given to `funding_by_year`.
        """
        return cls(
            program=program.id,
            edition=program.edition,
            as_of=as_of,
            library=LIBRARY,
            totals=tuple(totals),
        )
