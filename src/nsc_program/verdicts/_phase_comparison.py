"""Comparison of two phases: what they planned and achieved, for each indicator."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import ClassVar, Self, final, overload

from attrs import field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.figures._figures import Figure, Figures
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._questions import Question
from nsc_program.plan._readings import Asked, Asking, Reading
from nsc_program.plan._targets import Phase
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import minus, ratio
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, is_date, require, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._baselines import POSITIVE
from nsc_program.verdicts._comparisons import heard
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._incomparable import Incomparable
from nsc_program.verdicts._notes import UnitsDiffer
from nsc_program.verdicts._results import Result, about, check_days, check_explained, of_indicator
from nsc_program.verdicts._verdict import Verdict


@final
@frozen(kw_only=True)
class Side(Value):
    """One phase of a comparison.

    Attributes:
        phase: the id of the phase.
        as_of: the day of judgement.
        verdicts: the verdicts on the targets of the phase that are about the indicator, usually one
            at most.
        figure: the figure of the indicator over the phase.
    """

    FOLLOWS: ClassVar = ("complete", "planned")

    phase: str = field(validator=is_id)
    as_of: date = field(validator=is_date)
    verdicts: tuple[Verdict, ...] = field(validator=tuple_of(is_a(Verdict)))
    figure: Figure = field(validator=is_a(Figure))

    @property
    def complete(self) -> bool:
        """Whether the phase is over and its figure is a single number."""
        achieved = self.figure.range
        return self.figure.period.end <= self.as_of and achieved.low == achieved.high is not None

    @property
    def planned(self) -> Range | None:
        """The numbers that surely suffice; `None` if they are unknown.

        They are unknown unless the phase has just one comparison about the indicator.
        """
        comparisons = [
            comparison for verdict in self.verdicts for comparison in verdict.comparisons
        ]
        return comparisons[0].sure if len(comparisons) == 1 else None


@final
@frozen(kw_only=True)
class Change(Value):
    """Thay đổi giữa hai giai đoạn: one indicator in two phases, planned and achieved.

    Attributes:
        indicator: the indicator.
        earlier: the earlier phase.
        later: the later phase.
    """

    FOLLOWS: ClassVar = ("difference", "ratio", "incomparable", "comparable")

    indicator: Indicator = field(validator=is_a(Indicator))
    earlier: Side = field(validator=is_a(Side))
    later: Side = field(validator=is_a(Side))

    @cached_property
    def difference(self) -> Range:
        """How much more the later phase achieved, in the indicator's own unit.

        The range holds whatever the gaps in the data turn out to be.
        """
        return minus(self.later.figure.range, self.earlier.figure.range)

    @cached_property
    def ratio(self) -> Range | None:
        """How many times as much the later phase achieved.

        It is `None` for a share, and if the earlier figure may be zero.
        """
        before = self.earlier.figure.range
        is_defined = self.indicator.may_grow and before.within(POSITIVE)
        return ratio(self.later.figure.range, before) if is_defined else None

    @property
    def incomparable(self) -> tuple[Incomparable, ...]:
        """The reasons why the two numbers cannot be compared directly."""
        return tuple(_reasons(self.earlier, self.later))

    @property
    def comparable(self) -> bool:
        """Whether the two numbers mean the same; each side's `complete` says if it is final."""
        return not self.incomparable


@final
@frozen(kw_only=True, repr=False)
class PhaseComparison(Result, Sequence[Change]):
    """So sánh hai giai đoạn: two phases of a plan under one reading, indicator by indicator.

    A comparison is a sequence of changes. Its document can be understood without any other
    document.

    Attributes:
        earlier: the id of the earlier phase.
        later: the id of the later phase.
        reading: the reading that the targets were decided under.
        questions: the questions that the comparison rests on.
        changes: one change for each indicator that a target of either phase is about.

    Raises:
        InvalidValue: if a part is as of another day, or a question is not listed.
    """

    earlier: str = field(validator=is_id)
    later: str = field(validator=is_id)
    reading: Reading = field(validator=is_a(Reading))
    questions: tuple[Question, ...] = field(validator=tuple_of(is_a(Question)))
    changes: tuple[Change, ...] = field(validator=tuple_of(is_a(Change)))

    def __attrs_post_init__(self) -> None:
        """Reject parts as of another day, and questions that are not listed."""
        for place, change in enumerate(self.changes):
            self._check_side(change.earlier, "changes", place, "earlier")
            self._check_side(change.later, "changes", place, "later")
        check_explained(self.questions, _asked(self.changes))

    def __repr__(self) -> str:
        """Return one line with the phases and the number of indicators."""
        return self._in_short(f"{self.later} with {self.earlier}, indicators: {len(self.changes)}")

    def _check_side(self, side: Side, *path: str | int) -> None:
        if side.as_of != self.as_of:
            raise _of_other_day(side, self.as_of, *path, "as_of")
        check_days(self.as_of, side.verdicts, *path)

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        """Return one change, or a slice of them."""
        return self.changes[index]

    def change(self, indicator_id: str) -> Change:
        """Return the change of one indicator.

        Args:
            indicator_id: the id of the indicator.

        Raises:
            UnknownId: if no target of the two phases is about an indicator of this id.
        """
        return of_indicator(indicator_id, self.changes)

    def __len__(self) -> int:
        """Return the number of changes."""
        return len(self.changes)


def _of_other_day(side: Side, as_of: date, *path: str | int) -> InvalidValue:
    return InvalidValue.at(
        *path,
        code="other-day",
        vi=f"giai đoạn {side.phase!r} được xét đến hết ngày {side.as_of:%d/%m/%Y}, "
        f"còn cả kết quả thì đến hết ngày {as_of:%d/%m/%Y}",
        en=f"phase {side.phase!r} is as of {side.as_of}, but the result is as of {as_of}",
    )


def compare_phases(evaluation: Evaluation, earlier: str, later: str) -> PhaseComparison:
    """Compare two phases by every indicator that a target of either phase is about.

    Args:
        evaluation: the verdicts on both phases, as `assess` or `evaluate` returns them.
        earlier: the id of the phase that begins first.
        later: the id of the phase that begins second.

    Returns:
        The comparison, with one change for each indicator, in the order of the plan.

    Raises:
        UnknownId: if the plan does not have a phase of one of these ids.
        InvalidValue: if the phases do not begin in this order, or the evaluation was read from a
            document, which holds neither the plan nor the figures.
    """
    require(Evaluation, "evaluation", evaluation)
    inputs = evaluation.made_from()
    program, figures = inputs.program, inputs.figures
    phases = program.phase(earlier), program.phase(later)
    _check_order(*phases)
    asking = Asking(evaluation.reading)
    changes = _changes(*(_Half.of(phase, evaluation, figures, asking) for phase in phases))
    asked = {question.question for question in (*asking.asked, *_asked(changes))}
    return PhaseComparison(
        **about(program, figures, asked),
        earlier=earlier,
        later=later,
        reading=evaluation.reading,
        changes=changes,
    )


def _check_order(earlier: Phase, later: Phase) -> None:
    """Raise an error if the first of two phases does not begin before the second."""
    if earlier == later:
        raise InvalidValue.at(
            "phases",
            code="one-phase",
            vi="cần hai giai đoạn khác nhau để so sánh",
            en="a comparison needs two different phases",
        )
    if earlier.period.first >= later.period.first:
        raise InvalidValue.at(
            "phases",
            code="phases-not-in-order",
            vi=f"giai đoạn {earlier.id!r} không bắt đầu trước giai đoạn {later.id!r}; "
            "đổi chỗ hai giai đoạn",
            en=f"{earlier.id!r} does not begin before {later.id!r}; give the earlier one first",
        )


def _asked(changes: Iterable[Change]) -> Iterator[Asked]:
    """Yield the questions that the verdicts in some changes rest on."""
    for change in changes:
        for verdict in (*change.earlier.verdicts, *change.later.verdicts):
            yield from verdict.asked


@final
@frozen
class _Half:
    """Everything that a comparison takes from one phase.

    Attributes:
        phase: the phase.
        figures: the figures of the plan.
        verdicts: the verdicts on the targets of the phase, by indicator.
        asking: the reading.
    """

    phase: Phase
    figures: Figures
    verdicts: Mapping[Indicator, Sequence[Verdict]]
    asking: Asking

    @classmethod
    def of(cls, phase: Phase, evaluation: Evaluation, figures: Figures, asking: Asking) -> Self:
        verdicts: defaultdict[Indicator, list[Verdict]] = defaultdict(list)
        for verdict in evaluation.phase(phase.id).verdicts:
            verdicts[verdict.indicator].append(verdict)
        return cls(phase, figures, verdicts, asking)

    def side(self, indicator: Indicator) -> Side:
        return Side(
            phase=self.phase.id,
            as_of=self.figures.as_of,
            verdicts=tuple(self.verdicts.get(indicator, ())),
            figure=heard(self.figures.figure(indicator, self.phase.period), self.asking),
        )


def _changes(before: _Half, after: _Half) -> tuple[Change, ...]:
    """Return the change of each indicator that a target of either phase is about."""
    indicators = dict.fromkeys((*before.verdicts, *after.verdicts))
    return tuple(
        Change(indicator=indicator, earlier=before.side(indicator), later=after.side(indicator))
        for indicator in indicators
    )


def _reasons(earlier: Side, later: Side) -> Iterator[Incomparable]:
    """Yield the reasons why the numbers of two phases cannot be compared directly."""
    if bool(earlier.verdicts) != bool(later.verdicts):
        yield Incomparable.PREDICATE
    if _is_planned_in_another_unit(later):
        yield Incomparable.UNIT
    if length(earlier.figure.period) != length(later.figure.period):
        yield Incomparable.LENGTH


def _is_planned_in_another_unit(later: Side) -> bool:
    """Return whether the earlier phase planned the number in another unit."""
    return any(
        isinstance(note, UnitsDiffer) for verdict in later.verdicts for note in verdict.notes
    )


def length(period: Period) -> int | timedelta:
    """Return the length in whole years, which may differ by a day, or else in days.

    Args:
        period: the period, which has a first day.
    """
    return period.whole_years or period.end - period.first
