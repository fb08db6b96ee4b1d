"""The status of a target."""

from enum import StrEnum


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
