"""How two phases compare, indicator by indicator: what each planned and achieved, side by side."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from enum import StrEnum, unique
from typing import ClassVar, final, overload

from attrs import frozen

from nsc_program._values import Value
from nsc_program.comparisons import POSITIVE
from nsc_program.errors import InvalidValue
from nsc_program.evaluation import Evaluation, Result, Verdict, about, check_explained, evaluate
from nsc_program.figures import Figure, Figures
from nsc_program.notes import UnitsDiffer
from nsc_program.periods import Period
from nsc_program.program import Program
from nsc_program.ranges import Range, minus, ratio
from nsc_program.readings import Question, Reading
from nsc_program.targets import Indicator, Phase


@unique
class Incomparable(StrEnum):
    """Why two phases are not to be compared as they stand. It is said, and nothing is scaled."""

    PREDICATE = "predicate"
    """Only one of the phases has a target about this: the other asks for something else, or for nothing."""
    UNIT = "unit"
    """What the earlier phase planned is in another unit."""
    LENGTH = "length"
    """The phases are not equally long."""


@final
@frozen(kw_only=True)
class Side(Value):
    """One phase of a comparison.

    Attributes:
        verdicts: on the targets of the phase that are about the indicator, mostly one or none.
        complete: the phase is over, and its figure is one number.
    """

    FOLLOWS: ClassVar = ("planned",)

    phase: str
    verdicts: tuple[Verdict, ...]
    figure: Figure
    complete: bool

    @property
    def planned(self) -> Range | None:
        """What surely suffices for the one target; `None` without one, or if that is not known."""
        found = [each for verdict in self.verdicts for each in verdict.comparisons]
        return found[0].sure if len(found) == 1 else None


@final
@frozen(kw_only=True)
class Change(Value):
    """Thay đổi giữa hai giai đoạn: one indicator over two phases, planned and achieved side by side.

    Attributes:
        difference: what the later phase achieved more; it holds whatever the gaps turn out to be.
        ratio: how many times as much; `None` of a share, and where the earlier figure may be zero.
        incomparable: why the two are not to be compared as they stand.
    """

    FOLLOWS: ClassVar = ("comparable",)

    indicator: Indicator
    earlier: Side
    later: Side
    difference: Range
    ratio: Range | None
    incomparable: tuple[Incomparable, ...]

    @property
    def comparable(self) -> bool:
        """Whether the two mean the same. Whether their figures are final is said by each side's `complete`."""
        return not self.incomparable


@final
@frozen(kw_only=True)
class PhaseComparison(Result, Sequence[Change]):
    """So sánh hai giai đoạn: how two phases compare under one reading, self-contained. It is a sequence of changes.

    Attributes:
        earlier, later: the ids of the phases.
        questions: those that the verdicts within it rest on.
    """

    earlier: str
    later: str
    reading: Reading
    questions: tuple[Question, ...]
    changes: tuple[Change, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse a comparison that does not explain a question it asked."""
        sides = [side for change in self.changes for side in (change.earlier, change.later)]
        check_explained(self.questions, (asked for side in sides for each in side.verdicts for asked in each.asked))

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        """One of the changes, or several."""
        return self.changes[index]

    def __len__(self) -> int:
        """Count the changes."""
        return len(self.changes)


def compare_phases(
    program: Program, figures: Figures, earlier: str, later: str, reading: Reading = Reading()
) -> PhaseComparison:
    """Compare two phases by each indicator that a target of either is about under a reading.

    Raises:
        UnknownId: if there is no such phase.
        InvalidValue: if the phases do not begin one after the other.
    """
    phases = program.phase(earlier), program.phase(later)
    if phases[0].period.first >= phases[1].period.first:
        raise InvalidValue.at(
            "phases",
            code="phases-not-in-order",
            vi=f"giai đoạn {earlier!r} không bắt đầu trước giai đoạn {later!r}; đổi chỗ hai giai đoạn",
            en=f"{earlier!r} does not begin before {later!r}; give the earlier one first",
        )
    evaluation = evaluate(program, figures, reading)
    verdicts = [verdict for phase in (earlier, later) for verdict in evaluation.phase(phase).verdicts]
    asked = {asked.question for verdict in verdicts for asked in verdict.asked}
    return PhaseComparison(
        **about(program, figures, reading),
        earlier=earlier,
        later=later,
        reading=reading,
        questions=tuple(question for question in evaluation.questions if question.id in asked),
        changes=tuple(
            _change(indicator, *(_side(indicator, phase, evaluation, figures) for phase in phases))
            for indicator in dict.fromkeys(verdict.indicator for verdict in verdicts)
        ),
    )


def _side(indicator: Indicator, phase: Phase, evaluation: Evaluation, figures: Figures) -> Side:
    figure = figures.figure(indicator, phase.period)
    return Side(
        phase=phase.id,
        verdicts=tuple(each for each in evaluation.phase(phase.id).verdicts if each.indicator == indicator),
        figure=figure,
        complete=phase.period.end <= figures.as_of and figure.range.low == figure.range.high is not None,
    )


def _change(indicator: Indicator, earlier: Side, later: Side) -> Change:
    before, after = earlier.figure.range, later.figure.range
    return Change(
        indicator=indicator,
        earlier=earlier,
        later=later,
        difference=minus(after, before),
        ratio=ratio(after, before) if indicator.may_grow and before.within(POSITIVE) else None,
        incomparable=tuple(_reasons(earlier, later)),
    )


def _reasons(earlier: Side, later: Side) -> Iterator[Incomparable]:
    if bool(earlier.verdicts) != bool(later.verdicts):
        yield Incomparable.PREDICATE
    if any(isinstance(note, UnitsDiffer) for verdict in later.verdicts for note in verdict.notes):
        yield Incomparable.UNIT
    if _length(earlier.figure.period) != _length(later.figure.period):
        yield Incomparable.LENGTH


def _length(period: Period) -> int | timedelta:
    """In whole years, which may have a day more or less; or in days."""
    return len(period.years) or period.end - period.first
