"""What claims of completeness and rejected rows say about one indicator.

They are about classes of records, and reach an indicator through the classes that its counting
rules name.
"""

from collections.abc import Callable
from datetime import date
from functools import reduce
from typing import NamedTuple

from nsc_program.plan._indicators import Indicator
from nsc_program.records._base import Record
from nsc_program.records._register import Register
from nsc_program.values._periods import Period, meeting, unite_through


def classes_of(indicator: Indicator) -> tuple[type[Record], ...]:
    """Return the classes of records that an indicator counts, each once.

    Args:
        indicator: the indicator.
    """
    return tuple(dict.fromkeys(rule.of for rule in indicator.counting))


def complete_periods(indicator: Indicator, register: Register, as_of: date) -> tuple[Period, ...]:
    """Return the periods over which a register is complete for an indicator, united.

    It is complete where a claim is about the indicator itself, and where every class that the
    indicator counts is claimed to be complete.

    Args:
        indicator: the indicator.
        register: the register with the claims.
        as_of: the last day that the periods may reach.
    """
    claimed = [
        unite_through(register.claims_about(kind.__name__), as_of) for kind in classes_of(indicator)
    ]
    shared = reduce(_shared, claimed) if claimed else ()
    return unite_through((*shared, *register.claims_about(indicator.id)), as_of)


def _shared(left: tuple[Period, ...], right: tuple[Period, ...]) -> tuple[Period, ...]:
    """Return the days that two lists of united periods share."""
    shared = (period.common(other) for period in left for other in meeting(period, right))
    return tuple(period for period in shared if period is not None)


class Lost(NamedTuple):
    """What rejected rows may change in the count of one indicator.

    Attributes:
        rows: how many rejected rows there are.
        rejected: how many more things there may be once the rows are read.
        withdrawn: how many of the counted things rows of unknown records may withdraw.
    """

    rows: int
    rejected: int
    withdrawn: int


def lost_in_rejected_rows(
    indicator: Indicator, register: Register, withdrawn: Callable[[type[Record]], int]
) -> Lost:
    """Return what the rejected rows of a register may change in the count of one indicator.

    Args:
        indicator: the indicator.
        register: the register with the rejected rows.
        withdrawn: a function from a class to the most of its things that rows of unknown records
            may withdraw.
    """
    kinds = classes_of(indicator)
    return Lost(
        rows=sum(map(register.rows_rejected, kinds)),
        rejected=sum(map(register.things_rejected, kinds)),
        withdrawn=sum(map(withdrawn, kinds)),
    )
