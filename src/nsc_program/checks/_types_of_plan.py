"""The classes of findings about what the plan does not use, and about contradictions."""

from typing import final

from attrs import field, frozen

from nsc_program.checks._named import FindingOnRecords
from nsc_program.figures._pieces import Piece
from nsc_program.records._reasons import WhyNot
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_a, is_text, tuple_of


@final
@frozen
class UnknownIndicator(FindingOnRecords):
    """Không phải chỉ tiêu của kế hoạch: an indicator that the plan does not have.

    Attributes:
        indicator: the id that facts, reports or claims name.
    """

    indicator: str = field(validator=is_text)


@final
@frozen
class UnknownPart(FindingOnRecords):
    """Không phải phân tổ của kế hoạch: a part into which the plan does not divide an indicator.

    Attributes:
        indicator: the id of the indicator.
        part: the part that reports are about.
    """

    indicator: str = field(validator=is_text)
    part: str = field(validator=is_text)


@final
@frozen
class ReportNotUsed(FindingOnRecords):
    """Báo cáo không được sử dụng: a report on a period that no figure of the plan needs.

    Attributes:
        indicator: the id of the indicator.
        period: the period of the report.
    """

    indicator: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))


@final
@frozen
class ReportLeftOut(FindingOnRecords):
    """Báo cáo không sử dụng được: reports that say nothing about any figure.

    Attributes:
        indicator: the id of the indicator.
        why: `IMPOSSIBLE` or `TOO_MANY`.
    """

    indicator: str = field(validator=is_text)
    why: WhyNot = field(validator=is_a(WhyNot))


@final
@frozen
class ClashingEvidence(FindingOnRecords):
    """Các nguồn mâu thuẫn: pieces of evidence about one figure that cannot all be true.

    Attributes:
        indicator: the id of the indicator.
        period: the period.
        pieces: what each piece of evidence says.
    """

    indicator: str = field(validator=is_text)
    period: Period = field(validator=is_a(Period))
    pieces: tuple[Piece, ...] = field(validator=tuple_of(is_a(Piece)))


@final
@frozen
class PartTooLarge(FindingOnRecords):
    """Phần lớn hơn tổng (trong đó): a part that is certainly larger than its whole.

    Attributes:
        part: the id of the target that is the part.
        whole: the id of the target that contains it.
    """

    part: str = field(validator=is_text)
    whole: str = field(validator=is_text)


@final
@frozen
class UnlawfulSource(FindingOnRecords):
    """Nguồn kinh phí ngoài kế hoạch: money from a source that the plan does not allow.

    Attributes:
        source: the id of the source.
    """

    source: str = field(validator=is_text)
