"""What reports say about one period: on all of an indicator, or on its parts, which add up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import chain
from typing import TypeAlias, final

from attrs import frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._pieces import Piece, told_by
from nsc_program.plan._indicators import NOT_NEGATIVE, Indicator, Partition
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import plus_some
from nsc_program.values._ranges import Range, common
from nsc_program.values._reconcile import reconcile

Ranges: TypeAlias = Mapping[ReportedFigure, Range]
"""Reports about one period and part, each with the values that it leaves possible."""


def within_domain(indicator: Indicator, possible: Range, source: Message) -> Range:
    """Return the part of a range that lies within an indicator's domain.

    Args:
        indicator: the indicator.
        possible: the range.
        source: where the range comes from, for the message of an error.

    Raises:
        InvalidValue: if the indicator can take none of the values.
    """
    narrowed = indicator.narrow(possible)
    if narrowed is None:
        raise outside_the_domain(indicator, possible, source)
    return narrowed


def outside_the_domain(indicator: Indicator, possible: Range, source: Message) -> InvalidValue:
    """Return the error for a range none of whose values an indicator can take.

    Args:
        indicator: the indicator.
        possible: the range.
        source: where the range comes from.
    """
    return InvalidValue.at(
        code="outside-the-domain",
        vi=f"{source.vi}: chỉ tiêu {indicator.id!r} không thể là {possible}",
        en=f"{source.en}: {indicator.id!r} cannot be {possible}",
    )


def knows_part(indicator: Indicator, report: ReportedFigure) -> bool:
    """Return whether a report is about all of an indicator, or about a part that the plan names.

    Args:
        indicator: the indicator.
        report: the report.
    """
    parts = chain.from_iterable(partition.parts for partition in indicator.partitions)
    return report.part is None or report.part in parts


def possible_value(indicator: Indicator, report: ReportedFigure) -> Range | None:
    """Return the values that a report leaves possible.

    Args:
        indicator: the indicator.
        report: the report.

    Returns:
        The values; `None` if the indicator, or the part of it, can take none of them.
    """
    if report.part is None:
        return indicator.narrow(report.value)
    # A part may be smaller than the least that the whole can be.
    inside = common((report.value, NOT_NEGATIVE, Range(None, indicator.domain.high)))
    return (inside and inside.whole()) if indicator.unit.whole else inside


@final
@frozen
class Told:
    """What the reports about one period say.

    Attributes:
        pieces: the values that each piece leaves possible, by its reports: one report about all of
            the indicator, or the reports about its parts.
        apart: what reports about one part say that contradict each other.
    """

    pieces: Mapping[tuple[ReportedFigure, ...], Range]
    apart: tuple[Piece, ...] = ()

    @property
    def reports(self) -> tuple[ReportedFigure, ...]:
        """The reports."""
        return tuple(chain.from_iterable(self.pieces))

    @property
    def each_piece(self) -> Iterator[Piece]:
        """What each piece says, with the ids of its reports."""
        for reports, possible in self.pieces.items():
            yield Piece(possible, _ids(reports))

    @property
    def is_limit(self) -> bool:
        """Whether it limits the number from above."""
        return any(possible.high is not None for possible in self.pieces.values())


def told(
    indicator: Indicator, reports: Mapping[tuple[Period, str | None], Ranges]
) -> Mapping[Period, Told]:
    """Return what reports say about each period.

    Reports about parts say nothing if the indicator cannot take the sum of its parts.

    Args:
        indicator: the indicator.
        reports: the reports, by the period and the part that they are about.
    """
    by_period: defaultdict[Period, dict[str | None, Ranges]] = defaultdict(dict)
    for (about, part), ranges in reports.items():
        by_period[about][part] = ranges
    every = ((about, _told(indicator, by_part)) for about, by_part in by_period.items())
    return {about: each for about, each in every if each.pieces}


def _told(indicator: Indicator, by_part: Mapping[str | None, Ranges]) -> Told:
    """Return what the reports about one period say, from the reports about each part."""
    pieces: dict[tuple[ReportedFigure, ...], Range]
    pieces = {(report,): possible for report, possible in by_part.get(None, {}).items()}
    apart: tuple[Piece, ...] = ()
    for partition in indicator.partitions:
        known = {part: by_part[part] for part in partition.parts if part in by_part}
        if known:
            reports = tuple(chain.from_iterable(known.values()))
            added, clashing = _sum(partition, known)
            possible = indicator.narrow(added)
            if possible is not None:
                pieces[reports] = possible
                apart = apart or clashing
    return Told(pieces, apart)


def longest(every: Mapping[Period, Told], most: int) -> Mapping[Period, Told]:
    """Keep at most some pieces of what reports say: those over the longest periods.

    Args:
        every: what the reports about each period say.
        most: the most pieces to keep.
    """
    pieces = [(about, reports) for about, each in every.items() for reports in each.pieces]
    if len(pieces) <= most:
        return every
    kept: defaultdict[Period, dict[tuple[ReportedFigure, ...], Range]] = defaultdict(dict)
    for about, reports in sorted(pieces, key=_longest_first)[:most]:
        kept[about][reports] = every[about].pieces[reports]
    return {about: Told(pieces, every[about].apart) for about, pieces in kept.items()}


def _longest_first(piece: tuple[Period, tuple[ReportedFigure, ...]]) -> tuple[object, ...]:
    about, reports = piece
    return about.first - about.end, about.end, _ids(reports)


def _sum(partition: Partition, known: Mapping[str, Ranges]) -> tuple[Range, tuple[Piece, ...]]:
    """Return the values that the parts leave possible for the whole, and a clash about a part.

    A part without a report can be any number from 0.
    """
    parts = [_of_part(known[part]) for part in partition.parts if part in known]
    ranges = [possible for possible, _ in parts]
    if len(known) < len(partition.parts):
        ranges.append(NOT_NEGATIVE)
    clashes = (clashing for _, clashing in parts if clashing)
    return reduce(plus_some, ranges), next(clashes, ())


def _of_part(ranges: Ranges) -> tuple[Range, tuple[Piece, ...]]:
    """Return the values that reports about one part leave possible, and those that clash."""
    possible, clashing = reconcile(ranges.values())
    pieces = (Piece(said, (report.id,)) for report, said in ranges.items())
    return possible, told_by(clashing, pieces)


def _ids(reports: Iterable[ReportedFigure]) -> tuple[str, ...]:
    return tuple(report.id for report in reports)
