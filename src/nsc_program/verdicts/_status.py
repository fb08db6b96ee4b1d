"""The status of a target, and how it follows from comparisons."""

from collections.abc import Collection
from enum import StrEnum

from nsc_program import verdicts


class Status(StrEnum):
    """The status of a target: đạt, không đạt, đang thực hiện, chưa đủ căn cứ kết luận.

    Attributes:
        ATTAINED: đạt: the target is attained, whatever the gaps in the data turn out to be.
        MISSED: không đạt: it is not attained, whatever the gaps turn out to be.
        PENDING: đang thực hiện: the data do not decide it, and its phase is not over.
        UNDECIDED: chưa đủ căn cứ kết luận: the data do not decide it, and its phase is over.
    """

    ATTAINED = "attained"
    MISSED = "missed"
    PENDING = "pending"
    UNDECIDED = "undecided"


def status_of(comparisons: "Collection[verdicts.Comparison]", *, is_open: bool) -> Status:
    """Return the status that follows from comparisons that must all hold.

    One comparison that fails is enough for `MISSED`.

    Args:
        comparisons: the comparisons.
        is_open: whether the last day that the target depends on is still to come.
    """
    if all(comparison.holds for comparison in comparisons):
        return Status.ATTAINED
    if any(comparison.fails for comparison in comparisons):
        return Status.MISSED
    return Status.PENDING if is_open else Status.UNDECIDED
