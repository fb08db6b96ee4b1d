"""The classes of findings about days."""

from datetime import date
from typing import final

from attrs import field, frozen

from nsc_program.checks._named import FindingOnRecords
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_a, is_date, is_text, is_year, tuple_of


@final
@frozen
class SupportAcrossPhases(FindingOnRecords):
    """Hỗ trợ kéo qua hai giai đoạn: supports that began in some phases and ended in others.

    Attributes:
        started_in: the ids of the phases that hold the start and not the end.
        completed_in: the ids of the phases that hold the end and not the start.
    """

    started_in: tuple[str, ...] = field(validator=tuple_of(is_text))
    completed_in: tuple[str, ...] = field(validator=tuple_of(is_text))


@final
@frozen
class OutsidePhases(FindingOnRecords):
    """Ngoài mọi giai đoạn: a record that would count, but outside all periods of the plan.

    Attributes:
        days: the days on which it happened, in order.
    """

    days: tuple[date, ...] = field(validator=tuple_of(is_date))


@final
@frozen
class KeyInTwoPhases(FindingOnRecords):
    """Được tính ở hai giai đoạn: an expert or a model that counts as new in several phases.

    None of its records is marked as a renewal.

    Attributes:
        kind: the name of the class.
        phases: the ids of the phases.
    """

    kind: str = field(validator=is_text)
    phases: tuple[str, ...] = field(validator=tuple_of(is_text))


@final
@frozen
class RecordedBeforehand(FindingOnRecords):
    """Ghi nhận trước khi diễn ra: a record that was entered before what it describes.

    Attributes:
        recorded_on: the day on which it was entered.
        days: the later days on which something happened, according to the record.
    """

    recorded_on: date = field(validator=is_date)
    days: tuple[date, ...] = field(validator=tuple_of(is_date))


@final
@frozen
class SpentBeforeStart(FindingOnRecords):
    """Chi trước khi bắt đầu: a support whose money is of a year before the one in which it began.

    No money is spent before a support begins, so its year is unknown.

    Attributes:
        spending_year: the year that the record gives.
        started_on: the day on which the support began.
    """

    spending_year: int = field(validator=is_year)
    started_on: date = field(validator=is_date)


@final
@frozen
class ClaimOutdated(FindingOnRecords):
    """Xác nhận đầy đủ quá sớm: a claim of completeness that later records disprove.

    Attributes:
        what: the class or the indicator that the claim is about.
        period: the period of the claim.
        recorded_on: the day on which the claim was made.
    """

    what: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))
    recorded_on: date = field(validator=is_date)
