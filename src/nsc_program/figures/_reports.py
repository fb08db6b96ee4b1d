"""The reports that are heard on a day: the last report about each period.

An estimate is heard only until final evidence replaces it. A reporting year may differ from the
plan's year, such as 15/12 to 14/12. `nsc_program.figures._network` finds what reports over other
periods say about a figure.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import Self, TypeAlias, final

from attrs import frozen

from nsc_program.figures._complete_periods import complete_periods
from nsc_program.figures._notes import Estimated, FigureNote, Reported, UnusedReport
from nsc_program.figures._told import (
    Ranges,
    Told,
    knows_part,
    longest,
    possible_value,
    told,
)
from nsc_program.plan._indicators import Indicator
from nsc_program.records._reasons import WhyNot
from nsc_program.records._register import Register
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import MOST_TOLD, Period, unite


def subject(indicator: Indicator, period: Period) -> Period:
    """Return the days that a figure is about: the whole period or, for a state, its last day.

    Args:
        indicator: the indicator.
        period: the period of the figure or report.
    """
    return Period(period.end, period.end) if indicator.is_of_one_day else period


def bears(report: ReportedFigure, indicator: Indicator, period: Period) -> bool:
    """Return whether a report is about any of the days that a figure is about.

    A share of a year says nothing about the share of a phase: there the periods must be equal.

    Args:
        report: the report.
        indicator: the indicator of the figure.
        period: the period of the figure.
    """
    if indicator.share is not None:
        return report.period == period
    return subject(indicator, report.period).meets(subject(indicator, period))


def speaks(report: ReportedFigure, as_of: date) -> bool:
    """Return whether a report is heard on a day.

    A report is heard from the end of its period. If it was issued earlier, it is heard from that
    day, but not before its period begins.

    Args:
        report: the report.
        as_of: the day of judgement.
    """
    return report.period.first <= as_of and min(report.issued, report.period.end) <= as_of


_Stream: TypeAlias = tuple[Period, str | None]
"""The period that reports are about, and the part of the indicator, or `None` for all of it."""
_ByStream: TypeAlias = Mapping[_Stream, Collection[ReportedFigure]]

MOST_REPORTS = 200
"""The most reports on one indicator that accumulates; each is compared with all others."""


@final
@frozen
class Reports:
    """The reports on one indicator that are heard by the close of a day.

    Attributes:
        final: what the verified reports that are not estimates say, by period.
        with_estimates: the same, with the verified estimates that no final evidence replaces.
        unused: the reports that say nothing though none replaces them, each with the reason.
        replaced: the reports that another report, or final evidence, replaces.
    """

    final: Mapping[Period, Told]
    with_estimates: Mapping[Period, Told]
    unused: Mapping[ReportedFigure, WhyNot]
    replaced: frozenset[ReportedFigure]

    @classmethod
    def on(cls, indicator: Indicator, register: Register, as_of: date) -> Self:
        """Return the reports on an indicator that are heard by the close of a day.

        Among the reports of one issuer about one period and one part, the ones issued last replace
        the others. Final evidence replaces an estimate, whenever that was issued: an estimate is
        dropped if final reports and claims together include all of its days. If a later version of
        a report is rejected, or the indicator cannot take its number, the reports that this one
        replaced stay replaced, because it may be right that they are. A report about a part that
        the plan does not know is not heard.

        Args:
            indicator: the indicator.
            register: the register that holds the reports.
            as_of: the day of judgement.
        """
        known = (each for each in register.reports_on(indicator.id) if knows_part(indicator, each))
        speaking = [report for report in known if speaks(report, as_of)]
        heard = [report for report in speaking if report.verified or register.doubts(report)]
        final = _last(indicator, (report for report in heard if not report.estimated))
        estimates = _last(indicator, (report for report in heard if report.estimated))
        claims = complete_periods(indicator, register, as_of)
        standing = {**final, **_not_replaced(indicator, estimates, final, claims)}
        replaced = frozenset(heard).difference(*standing.values())
        every = told(indicator, _possible(indicator, standing))
        said = _compared(indicator, told(indicator, _possible(indicator, final)))
        with_estimates = _compared(indicator, every)
        used = replaced.union(_reports_in(said), _reports_in(with_estimates))
        possible = frozenset(_reports_in(every))
        unused = (report for report in speaking if report not in used)
        return cls(
            final=said,
            with_estimates=with_estimates,
            unused={report: _why_not(report, register, possible) for report in unused},
            replaced=replaced,
        )

    @property
    def has_estimates(self) -> bool:
        """Whether estimates say anything."""
        return self.with_estimates != self.final

    def heard(self, *, estimates: bool) -> Mapping[Period, Told]:
        """Return the reports that a figure can rest on, by the period they are about.

        Args:
            estimates: whether estimates are among them.
        """
        return self.with_estimates if estimates else self.final

    def notes(
        self, indicator: Indicator, period: Period, rested_on: Iterable[ReportedFigure]
    ) -> Iterator[FigureNote]:
        """Yield the notes on reports: those a figure rests on, and unused ones about its days.

        Args:
            indicator: the indicator of the figure.
            period: the period of the figure.
            rested_on: the reports that the figure rests on.
        """
        for report in sorted(dict.fromkeys(rested_on), key=_end_and_id):
            yield _note(indicator, period, report)
        bearing = (report for report in self.unused if bears(report, indicator, period))
        for report in islice(bearing, MOST_TOLD):
            yield UnusedReport(indicator.id, period, report.id, self.unused[report])


def _note(indicator: Indicator, period: Period, report: ReportedFigure) -> FigureNote:
    kind = Estimated if report.estimated else Reported
    return kind(indicator.id, period, report.id, report.issued, report.period)


def _end_and_id(report: ReportedFigure) -> tuple[date, str]:
    return report.period.end, report.id


def _last(indicator: Indicator, reports: Iterable[ReportedFigure]) -> _ByStream:
    """Keep the reports of each issuer about each period and part that were issued last."""
    streams: defaultdict[_Stream, defaultdict[str | None, list[ReportedFigure]]]
    streams = defaultdict(lambda: defaultdict(list))
    for report in reports:
        stream = subject(indicator, report.period), report.part
        streams[stream][report.issuer].append(report)
    return {
        stream: tuple(chain.from_iterable(map(_issued_last, by_issuer.values())))
        for stream, by_issuer in streams.items()
    }


def _issued_last(reports: Sequence[ReportedFigure]) -> Iterator[ReportedFigure]:
    """Yield the reports of one issuer that were issued last."""
    day = max(report.issued for report in reports)
    return (report for report in reports if report.issued == day)


def _not_replaced(
    indicator: Indicator, estimates: _ByStream, final: _ByStream, claims: Collection[Period]
) -> _ByStream:
    """Keep the estimates that are not about days within any period of final evidence.

    An estimate of a part is replaced by final evidence on the part or on the whole. Final reports
    on all the parts of a partition are final evidence on the whole.
    """
    days: defaultdict[str | None, list[Period]] = defaultdict(list)
    for about, part in final:
        days[part].append(about)
    whole = [*days[None], *_of_all_parts(indicator, days)]
    certain = {part: _final_days(indicator, [*whole, *days[part]], claims) for part in (*days,)}
    of_whole = certain[None] = _final_days(indicator, whole, claims)
    return {
        (about, part): reports
        for (about, part), reports in estimates.items()
        if not any(map(about.within, certain.get(part, of_whole)))
    }


def _of_all_parts(
    indicator: Indicator, days: Mapping[str | None, Sequence[Period]]
) -> Iterator[Period]:
    """Yield the periods for which all parts of a partition are among the given ones."""
    for partition in indicator.partitions:
        periods = (frozenset(days.get(part, ())) for part in partition.parts)
        yield from frozenset.intersection(*periods)


def _final_days(
    indicator: Indicator, last: Collection[Period], claims: Collection[Period]
) -> tuple[Period, ...]:
    """Return the days on which final evidence replaces estimates; a state has no claims."""
    return unite([*last, *claims]) if indicator.accumulates else tuple(last)


def _possible(indicator: Indicator, reports: _ByStream) -> Mapping[_Stream, Ranges]:
    """Keep the verified reports of numbers that the indicator can take, each with its range."""
    possible = {stream: _possible_among(indicator, each) for stream, each in reports.items()}
    return {stream: ranges for stream, ranges in possible.items() if ranges}


def _possible_among(indicator: Indicator, reports: Iterable[ReportedFigure]) -> Ranges:
    ranges = ((report, possible_value(indicator, report)) for report in reports if report.verified)
    return {report: possible for report, possible in ranges if possible is not None}


def _compared(indicator: Indicator, every: Mapping[Period, Told]) -> Mapping[Period, Told]:
    """Keep as many reports as can be compared with each other; those on a state are not."""
    return longest(every, MOST_REPORTS) if indicator.accumulates else every


def _reports_in(every: Mapping[Period, Told]) -> Iterator[ReportedFigure]:
    return chain.from_iterable(each.reports for each in every.values())


def _why_not(
    report: ReportedFigure, register: Register, possible: Collection[ReportedFigure]
) -> WhyNot:
    """Return why a report that none replaces says nothing.

    Args:
        report: the report.
        register: the register that holds it.
        possible: the verified reports of numbers that the indicator can take.
    """
    if report in possible:
        return WhyNot.TOO_MANY
    if register.doubts(report):
        return WhyNot.IN_DOUBT
    return WhyNot.IMPOSSIBLE if report.verified else WhyNot.UNVERIFIED
