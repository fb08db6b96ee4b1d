"""The verdict on one target, and those on the targets of a phase."""

from datetime import date
from functools import cached_property
from typing import ClassVar, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue
from nsc_program.figures._figures import Figure
from nsc_program.plan._bases import last_day
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._readings import Asked
from nsc_program.plan._targets import Objective, Target
from nsc_program.values._in_notebooks import InNotebooks
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._validators import is_a, is_date, tuple_of
from nsc_program.values._value import BY_REFERENCE, Value
from nsc_program.verdicts._comparisons import Comparison, depends_until
from nsc_program.verdicts._notes import Note
from nsc_program.verdicts._status import Status, status_of


@final
@frozen(kw_only=True)
class Verdict(InNotebooks, Value):
    """Đánh giá: the status of one target under one reading, and everything that it rests on.

    Attributes:
        target: the target.
        indicator: the indicator that the target is about under this reading.
        as_of: the day of judgement.
        comparisons: at least one comparison; all must hold for the target to be attained.
        notes: what the verdict rests on, and what it lacks.
        asked: the questions that the verdict rests on, with the answers of the reading.
        figures: the figures that were compared, with estimates if the reading says so; empty for a
            verdict that was read from a document.

    Raises:
        InvalidValue: if there are no comparisons.
    """

    FOLLOWS: ClassVar = ("status",)

    target: Target = field(validator=is_a(Target))
    indicator: Indicator = field(validator=is_a(Indicator))
    as_of: date = field(validator=is_date)
    comparisons: tuple[Comparison, ...] = field(validator=tuple_of(is_a(Comparison)))
    notes: tuple[Note, ...] = field(validator=tuple_of(is_a(Note)))
    asked: tuple[Asked, ...] = field(validator=tuple_of(is_a(Asked)))
    figures: tuple[Figure, ...] = field(
        default=(),
        eq=False,
        repr=False,
        metadata=BY_REFERENCE,
        validator=tuple_of(is_a(Figure)),
    )

    def __attrs_post_init__(self) -> None:
        """Reject a verdict without comparisons."""
        if not self.comparisons:
            raise InvalidValue.at(
                "comparisons",
                code="no-comparison",
                vi=f"kết luận về mục tiêu {self.target.id!r} cần ít nhất một so sánh",
                en=f"the verdict on target {self.target.id!r} needs a comparison",
            )

    @cached_property
    def status(self) -> Status:
        """The status that follows from the comparisons, on the day of judgement."""
        is_open = self.as_of < depends_until(self.comparisons)
        return status_of(self.comparisons, is_open=is_open)


_WEIGHT = (Status.MISSED, Status.PENDING, Status.UNDECIDED, Status.ATTAINED)


@final
@frozen(kw_only=True)
class PhaseEvaluation(Value):
    """A phase with the verdicts on its targets.

    Attributes:
        id: the id of the phase.
        period: the period of the phase.
        verdicts: the verdicts on the targets of the phase, in the order of the plan.

    Raises:
        InvalidValue: if the comparisons of a verdict do not end with the phase.
    """

    FOLLOWS: ClassVar = ("status",)

    id: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    verdicts: tuple[Verdict, ...] = field(validator=tuple_of(is_a(Verdict)))

    def __attrs_post_init__(self) -> None:
        """Reject a verdict about days of another phase, which may be open when this one is over."""
        for place, verdict in enumerate(self.verdicts):
            ends = [comparison.period.end for comparison in verdict.comparisons]
            if max(ends) != last_day(verdict.target.basis, self.period):
                raise self._of_other_phase(place, verdict)

    def _of_other_phase(self, place: int, verdict: Verdict) -> InvalidValue:
        return InvalidValue.at(
            "verdicts",
            place,
            "comparisons",
            code="other-phase",
            vi=f"các phép so sánh của mục tiêu {verdict.target.id!r} không kết thúc cùng "
            f"giai đoạn {self.id!r}, ngày {self.period.end:%d/%m/%Y}",
            en=f"the comparisons of target {verdict.target.id!r} do not end with phase "
            f"{self.id!r}, on {self.period.end}",
        )

    @property
    def status(self) -> Status | None:
        """The status that follows from the verdicts on targets that are not aspirational.

        It is missed if a target is missed, else pending if one is pending, else undecided if one is
        undecided, else attained. It is `None` if all targets are aspirational, or there are none.
        """
        # Targets with "phấn đấu" (H2, H9) are shown, but never weighed.
        weighed = {verdict.status for verdict in self.verdicts if not verdict.target.aspirational}
        return next((status for status in _WEIGHT if status in weighed), None)


@final
@frozen(kw_only=True)
class ObjectiveFigure(Value):
    """An aim without a number, and its figure if it has an indicator. It does not get a status.

    Attributes:
        objective: the aim.
        indicator: the indicator of the aim; `None` if it does not have one.
        figure: the figure over the phase of the aim or, without a phase, over the whole plan;
            `None` without an indicator.
    """

    objective: Objective = field(validator=is_a(Objective))
    indicator: Indicator | None = field(validator=optional(is_a(Indicator)))
    figure: Figure | None = field(validator=optional(is_a(Figure)))
