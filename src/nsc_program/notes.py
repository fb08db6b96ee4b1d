"""What a figure or a verdict rests on, or lacks: a closed set of notes, each with its facts as fields.

Text is made from the fields at the edge. A figure's note names its indicator and period, since a verdict on growth
rests on two figures.
"""

from datetime import date
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program._validators import is_a, is_date, is_id, tuple_of, whole_from
from nsc_program._values import Value
from nsc_program.periods import Period
from nsc_program.ranges import Range
from nsc_program.statuses import Status
from nsc_program.targets import Unit

_count = whole_from(0)


@frozen
class _OfFigure(Value):
    indicator: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))


@final
@frozen
class Unverified(_OfFigure):
    """So many of the things counted are not verified: they may be true, and need not."""

    count: int = field(validator=_count)


@final
@frozen
class PeopleNotIdentified(_OfFigure):
    """So many people are known only as a headcount: who they are, and whether they are counted already, is not."""

    count: int = field(validator=_count)


@final
@frozen
class SetAside(_OfFigure):
    """So many things more may be in rows that could not be read, and were set aside.

    Where nobody knows of which record a row is a version, it may withdraw things that are counted: so many.
    """

    count: int = field(validator=_count)
    withdrawn: int = field(default=0, validator=_count)


@final
@frozen
class Covered(_OfFigure):
    """The register is said to be complete through this day: there is nothing more than it holds."""

    through: date = field(validator=is_date)


@final
@frozen
class NotCovered(_OfFigure):
    """Nobody claims that the register is complete on these days, and no report caps them: there may be more.

    Of more than 50 periods, the first 50 are told.
    """

    missing: tuple[Period, ...] = field(validator=tuple_of(is_a(Period)))


@final
@frozen
class NotStarted(_OfFigure):
    """The period begins after the day of judgement."""


@final
@frozen
class Reported(_OfFigure):
    """The figure rests on this report, over its own period or another."""

    report: str = field(validator=is_id)
    issued: date = field(validator=is_date)
    over: Period = field(validator=is_a(Period))


@final
@frozen
class Estimated(_OfFigure):
    """The figure rests on this report, which is an estimate (ước thực hiện)."""

    report: str = field(validator=is_id)
    issued: date = field(validator=is_date)
    over: Period = field(validator=is_a(Period))


@final
@frozen
class UnverifiedReport(_OfFigure):
    """This report is not verified, so the figure does not rest on it. Of more than 50, the first 50 are told."""

    report: str = field(validator=is_id)


@final
@frozen
class Clash(_OfFigure):
    """Pieces of evidence that cannot all be true; the figure is what any of these leaves open."""

    ranges: tuple[Range, ...] = field(validator=tuple_of(is_a(Range)))


@final
@frozen
class BaseMayBeZero(_OfFigure):
    """The figure that growth is measured from may be zero, and there is no growth from zero."""


@final
@frozen
class NoPlannedBase(_OfFigure):
    """No single target plans this figure for the base period, so growth is measured from what was achieved."""


@final
@frozen
class UnitsDiffer(_OfFigure):
    """The planned base is in another unit, and two units never meet."""

    unit: Unit = field(validator=is_a(Unit))
    base_unit: Unit = field(validator=is_a(Unit))


@final
@frozen
class PartAboveWhole(Value):
    """A part is certainly larger than the whole that it is said to be part of (trong đó)."""

    part: str = field(validator=is_id)
    whole: str = field(validator=is_id)


@final
@frozen
class EstimatesWouldDecide(Value):
    """Under the reading that estimates decide, the target has this status instead (đạt theo ước thực hiện)."""

    target: str = field(validator=is_id)
    status: Status = field(validator=is_a(Status))


FigureNote: TypeAlias = (
    Unverified
    | PeopleNotIdentified
    | SetAside
    | Covered
    | NotCovered
    | NotStarted
    | Reported
    | Estimated
    | UnverifiedReport
    | Clash
)
"""What can be said of a figure."""

OfTarget: TypeAlias = PartAboveWhole | EstimatesWouldDecide
"""What is said of targets and not of a figure."""

Note: TypeAlias = FigureNote | BaseMayBeZero | NoPlannedBase | UnitsDiffer | PartAboveWhole | EstimatesWouldDecide
"""What can be said of a verdict."""
