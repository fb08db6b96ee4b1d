"""What a figure rests on, or lacks: a closed set of notes, each with its facts as fields.

Text is made from the fields at the edge. A note names its indicator and period, since a verdict on growth rests on two
figures.
"""

from datetime import date
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, is_date, is_id, tuple_of, whole_from
from nsc_program.values._value import Value

_count = whole_from(0)


@frozen
class NoteOfFigure(Value):
    """A note about one indicator over one period."""

    indicator: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))


@final
@frozen
class Unverified(NoteOfFigure):
    """So many of the things counted are not verified: they may be true, and need not."""

    count: int = field(validator=_count)


@final
@frozen
class PeopleNotIdentified(NoteOfFigure):
    """So many people are known only as a headcount: who they are, and whether they are counted already, is not."""

    count: int = field(validator=_count)


@final
@frozen
class InRejectedRows(NoteOfFigure):
    """So many things more may be in rows that could not be read, and were set aside.

    Where nobody knows of which record a row is a version, it may withdraw things that are counted: so many.
    """

    count: int = field(validator=_count)
    withdrawn: int = field(default=0, validator=_count)


@final
@frozen
class ClaimedComplete(NoteOfFigure):
    """The register is said to be complete through this day: there is nothing more than it holds."""

    through: date = field(validator=is_date)


@final
@frozen
class NotClaimedComplete(NoteOfFigure):
    """Nobody claims that the register is complete on these days, and no report caps them: there may be more.

    Of more than 50 periods, the first 50 are told.
    """

    missing: tuple[Period, ...] = field(validator=tuple_of(is_a(Period)))


@final
@frozen
class NotStarted(NoteOfFigure):
    """The period begins after the day of judgement."""


@final
@frozen
class Reported(NoteOfFigure):
    """The figure rests on this report, over its own period or another."""

    report: str = field(validator=is_id)
    issued: date = field(validator=is_date)
    over: Period = field(validator=is_a(Period))


@final
@frozen
class Estimated(NoteOfFigure):
    """The figure rests on this report, which is an estimate (ước thực hiện)."""

    report: str = field(validator=is_id)
    issued: date = field(validator=is_date)
    over: Period = field(validator=is_a(Period))


@final
@frozen
class UnverifiedReport(NoteOfFigure):
    """This report is not verified, so the figure does not rest on it. Of more than 50, the first 50 are told."""

    report: str = field(validator=is_id)


@final
@frozen
class Clash(NoteOfFigure):
    """Pieces of evidence that cannot all be true; the figure is what any of these leaves open."""

    ranges: tuple[Range, ...] = field(validator=tuple_of(is_a(Range)))


FigureNote: TypeAlias = (
    Unverified
    | PeopleNotIdentified
    | InRejectedRows
    | ClaimedComplete
    | NotClaimedComplete
    | NotStarted
    | Reported
    | Estimated
    | UnverifiedReport
    | Clash
)
"""What can be said of a figure."""
