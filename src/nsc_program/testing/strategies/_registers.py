"""Strategies for registers, and for the claims and rejected rows in them."""

from collections.abc import Collection

from hypothesis.strategies import SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.errors import InvalidValue
from nsc_program.plan._program import Program
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Register
from nsc_program.records._rejected_rows import RejectedRow
from nsc_program.testing.strategies import _drawing_registers
from nsc_program.testing.strategies._records import chosen_kinds
from nsc_program.values._validators import A_WHOLE_NUMBER, wrong_type

MOST_RECORDS = 200
"""The most versions of records in a register that is drawn; Hypothesis draws no more data."""
_USUAL_RECORDS = 10


def claims(program: Program = HANOI) -> SearchStrategy[Completeness]:
    """Draw claims that a register is complete.

    Args:
        program: The plan whose indicators the claims are about, over its periods and others.

    Returns:
        A strategy for claims about every class of records and every indicator.
    """
    return _drawing_registers.claims(program)


def rejected_rows(program: Program = HANOI) -> SearchStrategy[RejectedRow]:
    """Draw rejected rows, which are rows that could not be read.

    Args:
        program: The plan in whose period the rows are entered.

    Returns:
        A strategy for rows of every class, with and without the id of their record.
    """
    return _drawing_registers.rejected_rows(program)


def registers(
    program: Program = HANOI,
    *,
    kinds: Collection[type[AnyRecord]] | None = None,
    min_size: int = 0,
    max_size: int | None = None,
    corrected: bool = True,
    exact: bool = False,
) -> SearchStrategy[Register]:
    """Draw registers with versions of records, claims and rejected rows; evidence may clash.

    Args:
        program: The plan whose indicators are counted and reported, and near whose turning days
            most records lie.
        kinds: The classes of records; `None` for all of them.
        min_size: The least number of versions of records. Their ids are their places.
        max_size: The greatest number of versions of records, at most 200. If `None`, it is 10, or
            `min_size` if that is greater.
        corrected: Whether later versions correct some records, and records have a day of entry.
        exact: Whether nothing is left open: every record is verified and says everything that
            decides whether it counts, each class is claimed complete, and there are no rejected
            rows and no reports. Every count over a past period is then one number.

    Returns:
        A strategy for registers.

    Raises:
        InvalidType: If `program` is not a plan, a size is not a whole number, or one of `kinds` is
            not a class of records.
        InvalidValue: If the sizes are out of order or out of range, if `kinds` is empty, or if an
            exact register should have reports.
    """
    most = max(_USUAL_RECORDS, min_size) if max_size is None else max_size
    _check_sizes(min_size, most)
    chosen = chosen_kinds(program, kinds, exact=exact)
    return _drawing_registers.registers(
        program, chosen, (min_size, most), corrected=corrected, exact=exact
    )


def _check_sizes(least: int, most: int) -> None:
    """Raise for sizes that are not whole numbers, out of order, or out of range."""
    for name, size in (("min_size", least), ("max_size", most)):
        if type(size) is not int:
            raise wrong_type(name, A_WHOLE_NUMBER, size)
    if not 0 <= least <= most <= MOST_RECORDS:
        raise InvalidValue.at(
            "sizes",
            code="sizes",
            vi=f"cần từ 0 đến {MOST_RECORDS} theo thứ tự tăng dần, nhận được {least} và {most}",
            en=f"expected 0 to {MOST_RECORDS} in rising order, got {least} and {most}",
        )
