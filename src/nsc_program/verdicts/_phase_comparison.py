"""How two phases compare, indicator by indicator: what each planned and achieved, side by side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum, unique
from functools import cached_property
from typing import ClassVar, Self, final, overload

from attrs import field, frozen

from nsc_program.errors import InvalidValue
from nsc_program.figures._tally import Figure, Figures
from nsc_program.plan._readings import WORDING, Asking, Question, Reading
from nsc_program.plan._targets import Indicator, Phase
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range, minus, ratio
from nsc_program.values._validators import is_a, is_date, is_id, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._comparisons import POSITIVE, heard
from nsc_program.verdicts._evaluation import (
    Evaluation,
    Result,
    Verdict,
    about,
    check_days,
    check_explained,
)
from nsc_program.verdicts._notes import UnitsDiffer


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
        as_of: the day of judgement.
        verdicts: on the targets of the phase that are about the indicator, mostly one or none.
        figure: of the indicator over the phase.
    """

    FOLLOWS: ClassVar = ("complete", "planned")

    phase: str = field(validator=is_id)
    as_of: date = field(validator=is_date)
    verdicts: tuple[Verdict, ...] = field(validator=tuple_of(is_a(Verdict)))
    figure: Figure = field(validator=is_a(Figure))

    @property
    def complete(self) -> bool:
        """Whether the phase is over, and its figure is one number."""
        achieved = self.figure.range
        return self.figure.period.end <= self.as_of and achieved.low == achieved.high is not None

    @property
    def planned(self) -> Range | None:
        """What surely suffices for the one target; `None` without one, or if that is not known."""
        found = [each for verdict in self.verdicts for each in verdict.comparisons]
        return found[0].sure if len(found) == 1 else None


@final
@frozen(kw_only=True)
class Change(Value):
    """Thay đổi giữa hai giai đoạn: one indicator over two phases, planned and achieved side by side."""

    FOLLOWS: ClassVar = ("difference", "ratio", "incomparable", "comparable")

    indicator: Indicator = field(validator=is_a(Indicator))
    earlier: Side = field(validator=is_a(Side))
    later: Side = field(validator=is_a(Side))

    @cached_property
    def difference(self) -> Range:
        """What the later phase achieved more; it holds whatever the gaps turn out to be."""
        return minus(self.later.figure.range, self.earlier.figure.range)

    @cached_property
    def ratio(self) -> Range | None:
        """How many times as much; `None` of a share, and where the earlier figure may be zero."""
        before = self.earlier.figure.range
        has_one = self.indicator.may_grow and before.within(POSITIVE)
        return ratio(self.later.figure.range, before) if has_one else None

    @property
    def incomparable(self) -> tuple[Incomparable, ...]:
        """Why the two are not to be compared as they stand."""
        return tuple(_reasons(self.earlier, self.later))

    @property
    def comparable(self) -> bool:
        """Whether the two mean the same. Whether their figures are final is said by each side's `complete`."""
        return not self.incomparable


@final
@frozen(kw_only=True, repr=False)
class PhaseComparison(Result, Sequence[Change]):
    """So sánh hai giai đoạn: how two phases compare under one reading, self-contained. It is a sequence of changes.

    Attributes:
        earlier, later: the ids of the phases.
        questions: those that the verdicts within it rest on.
    """

    earlier: str = field(validator=is_id)
    later: str = field(validator=is_id)
    reading: Reading = field(validator=is_a(Reading))
    questions: tuple[Question, ...] = field(validator=tuple_of(is_a(Question)))
    changes: tuple[Change, ...] = field(validator=tuple_of(is_a(Change)))

    def __attrs_post_init__(self) -> None:
        """Refuse a comparison that judges as of several days, or does not explain a question it asked."""
        for place, change in enumerate(self.changes):
            for name, side in (("earlier", change.earlier), ("later", change.later)):
                self._check_side(side, "changes", place, name)
        sides = [side for change in self.changes for side in (change.earlier, change.later)]
        check_explained(
            self.questions,
            (asked for side in sides for each in side.verdicts for asked in each.asked),
        )

    def __repr__(self) -> str:
        """Return one line: the phases, and how many indicators are compared."""
        return self._in_short(f"{self.later} with {self.earlier}, indicators: {len(self.changes)}")

    def _check_side(self, side: Side, *path: str | int) -> None:
        if side.as_of != self.as_of:
            raise InvalidValue.at(
                *path,
                "as_of",
                code="other-day",
                vi=f"giai đoạn {side.phase!r} được xét đến hết ngày {side.as_of:%d/%m/%Y}, còn cả kết quả thì đến hết "
                f"ngày {self.as_of:%d/%m/%Y}",
                en=f"phase {side.phase!r} is judged as of {side.as_of}, and all of the result as of {self.as_of}",
            )
        check_days(self.as_of, side.verdicts, *path)

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


def compare_phases(evaluation: Evaluation, earlier: str, later: str) -> PhaseComparison:
    """Compare two phases by each indicator that a target of either is about.

    Args:
        evaluation: the verdicts on both phases, as `assess` or `evaluate` returned them.
        earlier: the id of the phase that begins first.
        later: the id of the other.

    Raises:
        UnknownId: if there is no such phase.
        InvalidValue: if the phases do not begin one after the other, or the evaluation was read
            from a document: it holds neither the plan nor the figures.
    """
    inputs = evaluation.made_from()
    program, figures, reading = inputs.program, inputs.figures, evaluation.reading
    phases = program.phase(earlier), program.phase(later)
    if phases[0].period.first >= phases[1].period.first:
        raise InvalidValue.at(
            "phases",
            code="phases-not-in-order",
            vi=f"giai đoạn {earlier!r} không bắt đầu trước giai đoạn {later!r}; đổi chỗ hai giai đoạn",
            en=f"{earlier!r} does not begin before {later!r}; give the earlier one first",
        )
    asking = Asking(reading)
    before, after = (_Half.of(phase, evaluation, figures, asking) for phase in phases)
    verdicts = [
        verdict for phase in (earlier, later) for verdict in evaluation.phase(phase).verdicts
    ]
    changes = tuple(
        Change(indicator=each, earlier=before.side(each), later=after.side(each))
        for each in dict.fromkeys(verdict.indicator for verdict in verdicts)
    )
    asked = {
        each.question
        for each in (*asking.asked, *(each for verdict in verdicts for each in verdict.asked))
    }
    return PhaseComparison(
        **about(program, figures),
        earlier=earlier,
        later=later,
        reading=reading,
        questions=tuple(
            each for each in (*WORDING.values(), *program.questions) if each.id in asked
        ),
        changes=changes,
    )


@final
@frozen
class _Half:
    """All that a comparison takes from one phase."""

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


def _reasons(earlier: Side, later: Side) -> Iterator[Incomparable]:
    if bool(earlier.verdicts) != bool(later.verdicts):
        yield Incomparable.PREDICATE
    if any(isinstance(note, UnitsDiffer) for verdict in later.verdicts for note in verdict.notes):
        yield Incomparable.UNIT
    if _length(earlier.figure.period) != _length(later.figure.period):
        yield Incomparable.LENGTH


def _length(period: Period) -> int | timedelta:
    """In whole years, which may have a day more or less; or in days."""
    return period.whole_years or period.end - period.first
