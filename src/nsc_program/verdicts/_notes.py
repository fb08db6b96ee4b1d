"""What a verdict rests on beside its figures: notes, each with its facts as fields."""

from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.figures._notes import FigureNote, NoteOfFigure
from nsc_program.plan._targets import Unit
from nsc_program.values._validators import is_a, is_id
from nsc_program.values._value import Value
from nsc_program.verdicts._status import Status


@final
@frozen
class BaselineMayBeZero(NoteOfFigure):
    """The figure that growth is measured from may be zero, and there is no growth from zero."""


@final
@frozen
class NoPlannedBaseline(NoteOfFigure):
    """No single target plans this figure for the baseline period, so growth is measured from what was achieved."""


@final
@frozen
class UnitsDiffer(NoteOfFigure):
    """The planned baseline is in another unit, and two units never meet."""

    unit: Unit = field(validator=is_a(Unit))
    baseline_unit: Unit = field(validator=is_a(Unit))


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


OfTarget: TypeAlias = PartAboveWhole | EstimatesWouldDecide
"""What is said of targets and not of a figure."""

Note: TypeAlias = (
    FigureNote
    | BaselineMayBeZero
    | NoPlannedBaseline
    | UnitsDiffer
    | PartAboveWhole
    | EstimatesWouldDecide
)
"""What can be said of a verdict."""
