"""The notes on a figure: what it rests on, and what it lacks.

The set of notes is closed, and each note holds its facts as fields; reports make text from them. A
note names its indicator and its period, because a verdict on growth rests on two figures.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.figures._pieces import Piece
from nsc_program.records._reasons import WhyNot
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._territories import is_territory
from nsc_program.values._validators import is_a, is_date, tuple_of, whole_from
from nsc_program.values._value import SimpleValue

_count = whole_from(0)


@frozen
class NoteOfFigure(SimpleValue):
    """A note about one indicator over one period.

    Attributes:
        indicator: the id of the indicator.
        period: the period of the figure.
    """

    indicator: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))


@final
@frozen
class Unverified(NoteOfFigure):
    """Some of the counted things are not verified, and may turn out to be wrong.

    Attributes:
        count: how many things are not verified.
    """

    count: int = field(validator=_count)


@final
@frozen
class PeopleNotIdentified(NoteOfFigure):
    """Some people are known only as a headcount, so they may have been counted before.

    Attributes:
        count: how many people these are.
        repeated: how many of the people who are possible at most may be counted twice, because they
            are among these people and elsewhere.
    """

    count: int = field(validator=_count)
    repeated: int = field(validator=_count)


@final
@frozen
class InRejectedRows(NoteOfFigure):
    """There may be more things in rejected rows.

    A rejected row that does not tell which record it is a version of may also withdraw things that
    are counted.

    Attributes:
        rows: how many rejected rows these are.
        count: how many more things there may be.
        withdrawn: how many counted things may be withdrawn.
    """

    rows: int = field(validator=_count)
    count: int = field(validator=_count)
    withdrawn: int = field(default=0, validator=_count)


@final
@frozen
class ClaimedComplete(NoteOfFigure):
    """The register is claimed to be complete: it holds everything of this kind.

    Attributes:
        through: the last day of the claim.
    """

    through: date = field(validator=is_date)


@final
@frozen
class NotClaimedComplete(NoteOfFigure):
    """There may be more things than are counted.

    On some days the register is not claimed to be complete, and no report limits the number.

    Attributes:
        missing: the periods without a claim or a report, in order; only the first 50 if there are
            more.
    """

    missing: tuple[Period, ...] = field(validator=tuple_of(is_a(Period)))


@final
@frozen
class PartOfTerritory(NoteOfFigure):
    """The data are about a part of the plan's territory, so a count is at least what they say.

    The other notes of the figure are about the data of this part.

    Attributes:
        territory: the code of the territory that the data are about.
    """

    territory: str = field(validator=is_territory)


@final
@frozen
class NotStarted(NoteOfFigure):
    """The period begins after the day of judgement."""


@final
@frozen
class Reported(NoteOfFigure):
    """The figure rests on this report.

    Attributes:
        report: the id of the report.
        issued: the day on which it was issued.
        over: the period that it reports on, which may differ from the figure's.
    """

    report: str = field(validator=is_id)
    issued: date = field(validator=is_date)
    over: Period = field(validator=is_a(Period))


@final
@frozen
class Estimated(NoteOfFigure):
    """The figure rests on this report, which is an estimate (ước thực hiện).

    Attributes:
        report: the id of the report.
        issued: the day on which it was issued.
        over: the period that it reports on, which may differ from the figure's.
    """

    report: str = field(validator=is_id)
    issued: date = field(validator=is_date)
    over: Period = field(validator=is_a(Period))


@final
@frozen
class UnusedReport(NoteOfFigure):
    """This report is about days of the figure, and the figure does not rest on it.

    A figure has at most 50 of these notes.

    Attributes:
        report: the id of the report.
        why: `UNVERIFIED`, `IN_DOUBT`, `IMPOSSIBLE` or `TOO_MANY`.
    """

    report: str = field(validator=is_id)
    why: WhyNot = field(validator=is_a(WhyNot))


@final
@frozen
class Clash(NoteOfFigure):
    """Pieces of evidence contradict each other; the figure includes every value that one allows.

    A figure has such notes on at most 20 contradictions, beside one on its own period.

    Attributes:
        pieces: what each piece of evidence says.
    """

    pieces: tuple[Piece, ...] = field(validator=tuple_of(is_a(Piece)))


@final
@frozen
class TotalMayBeZero(NoteOfFigure):
    """A share follows from its parts only if the total is not 0, and this total may be 0."""


FigureNote: TypeAlias = (
    Unverified
    | PeopleNotIdentified
    | InRejectedRows
    | ClaimedComplete
    | NotClaimedComplete
    | PartOfTerritory
    | NotStarted
    | Reported
    | Estimated
    | UnusedReport
    | Clash
    | TotalMayBeZero
)
"""A note on a figure."""


def reports_in(notes: Iterable[object]) -> tuple[str, ...]:
    """Return the ids of the reports that a figure rests on, in the order of its notes.

    Args:
        notes: the notes on the figure.
    """
    return tuple(note.report for note in notes if isinstance(note, Reported | Estimated))
