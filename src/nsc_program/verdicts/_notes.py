"""The notes on a verdict: those on its figures, and further ones about baselines and targets.

Each note holds its facts as fields.
"""

from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.figures._notes import FigureNote, NoteOfFigure
from nsc_program.plan._indicators import Unit
from nsc_program.values._keys import is_id
from nsc_program.values._validators import is_a
from nsc_program.values._value import SimpleValue
from nsc_program.verdicts._status import Status


@final
@frozen
class BaselineMayBeZero(NoteOfFigure):
    """The baseline of growth may be zero, and growth from zero has no meaning."""


@final
@frozen
class NoPlannedBaseline(NoteOfFigure):
    """No single target plans a number for the baseline period, so growth starts from its figure."""


@final
@frozen
class UnitsDiffer(NoteOfFigure):
    """The planned baseline is in another unit, and numbers in two units are never compared.

    Attributes:
        unit: the unit of the indicator.
        baseline_unit: the unit of the planned baseline.
    """

    unit: Unit = field(validator=is_a(Unit))
    baseline_unit: Unit = field(validator=is_a(Unit))


@final
@frozen
class PartAboveWhole(SimpleValue):
    """A part (trong đó) is certainly larger than its whole.

    Attributes:
        part: the id of the target that is about the part.
        whole: the id of the target that is about the whole.
    """

    part: str = field(validator=is_id)
    whole: str = field(validator=is_id)


@final
@frozen
class EstimatesWouldDecide(SimpleValue):
    """If estimates decided, the target would have this status (đạt theo ước thực hiện).

    Attributes:
        target: the id of the target.
        status: the status.
    """

    target: str = field(validator=is_id)
    status: Status = field(validator=is_a(Status))


OfTarget: TypeAlias = PartAboveWhole | EstimatesWouldDecide
"""A note on targets, not on a figure."""

Note: TypeAlias = (
    FigureNote
    | BaselineMayBeZero
    | NoPlannedBaseline
    | UnitsDiffer
    | PartAboveWhole
    | EstimatesWouldDecide
)
"""A note on a verdict."""
