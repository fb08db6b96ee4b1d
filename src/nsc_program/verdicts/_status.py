"""What is known of a target."""

from enum import StrEnum


class Status(StrEnum):
    """What is known of a target: đạt, không đạt, đang thực hiện, chưa đủ căn cứ kết luận."""

    ATTAINED = "attained"
    MISSED = "missed"
    PENDING = "pending"
    UNDECIDED = "undecided"
