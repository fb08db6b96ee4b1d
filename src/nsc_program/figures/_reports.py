"""The reports that are heard on a day: the last report about each period.

An estimate is heard only until final evidence replaces it. A reporting year may differ from the
plan's year, such as 15/12 to 14/12. `nsc_program.figures._network` finds what reports over other
periods say about a figure.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Self, TypeAlias, final

from attrs import frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._complete_periods import complete_periods
from nsc_program.figures._notes import Estimated, FigureNote, Reported, UnverifiedReport
from nsc_program.plan._targets import Indicator
from nsc_program.records._register import Register
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import MOST_TOLD, Period, unite
from nsc_program.values._ranges import Range


def subject(indicator: Indicator, period: Period) -> Period:
    """Return the days that a figure is about: the whole period or, for a state, its last day.

    Args:
        indicator: the indicator.
        period: the period of the figure or report.
    """
    return period if indicator.accumulates else Period(period.end, period.end)


def bears(report: ReportedFigure, indicator: Indicator, period: Period) -> bool:
    """Return whether a report is about any of the days that a figure is about.

    Args:
        report: the report.
        indicator: the indicator of the figure.
        period: the period of the figure.
    """
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


ReportedRanges: TypeAlias = Mapping[ReportedFigure, Range]
"""Reports about one period, each with the values that it leaves possible."""


_ByPeriod: TypeAlias = Mapping[Period, ReportedRanges]
"""Reports by the period they are about."""


@final
@frozen
class Reports:
    """The reports on one indicator that are heard by the close of a day.

    Attributes:
        final: the verified reports that are not estimates, by the period they are about.
        estimates: the verified estimates that no final evidence replaces, by the period they are
            about.
        unverified: the reports that are not verified, or that a rejected row may replace.
        replaced: the reports that another report, or final evidence, replaces.
    """

    final: _ByPeriod
    estimates: _ByPeriod
    unverified: tuple[ReportedFigure, ...]
    replaced: frozenset[ReportedFigure]

    @classmethod
    def on(cls, indicator: Indicator, register: Register, as_of: date) -> Self:
        """Return the reports on an indicator that are heard by the close of a day.

        Among reports about one period, the ones issued last replace the others. Final evidence
        replaces an estimate, whenever that was issued: an estimate is dropped if final reports and
        claims together include all of its days. If a later version of a report is rejected, the
        reports that this one replaced stay replaced.

        Args:
            indicator: the indicator.
            register: the register that holds the reports.
            as_of: the day of judgement.

        Raises:
            InvalidValue: if a report gives a number that the indicator cannot take.
        """
        speaking = [report for report in register.reports_on(indicator.id) if speaks(report, as_of)]
        heard = [report for report in speaking if report.verified or register.doubts(report)]
        final = _last(indicator, (report for report in heard if not report.estimated))
        estimates = _last(indicator, (report for report in heard if report.estimated))
        claims = complete_periods(indicator, register, as_of)
        standing = _outside(_final_days(indicator, final, claims), estimates)
        return cls._of(final, standing, speaking, heard)

    @classmethod
    def _of(
        cls,
        final: _ByPeriod,
        estimates: _ByPeriod,
        speaking: Iterable[ReportedFigure],
        heard: Iterable[ReportedFigure],
    ) -> Self:
        """Return the reports that stand, apart from those that are replaced."""
        replaced = frozenset(heard).difference(*final.values(), *estimates.values())
        waiting = (report for report in speaking if not report.verified)
        unverified = tuple(report for report in waiting if report not in replaced)
        return cls(_verified(final), _verified(estimates), unverified, replaced)

    def heard(self, *, estimates: bool) -> _ByPeriod:
        """Return the reports that a figure can rest on, by the period they are about.

        Args:
            estimates: whether estimates are among them.
        """
        return {**self.final, **self.estimates} if estimates else self.final

    def notes(
        self, indicator: Indicator, period: Period, rested_on: Iterable[ReportedFigure]
    ) -> Iterator[FigureNote]:
        """Yield the notes on reports: those a figure rests on, and unverified ones about its days.

        Args:
            indicator: the indicator of the figure.
            period: the period of the figure.
            rested_on: the reports that the figure rests on.
        """
        for report in sorted(dict.fromkeys(rested_on), key=_end_and_id):
            yield _note(indicator, period, report)
        bearing = (report for report in self.unverified if bears(report, indicator, period))
        for report in islice(bearing, MOST_TOLD):
            yield UnverifiedReport(indicator.id, period, report.id)


def _note(indicator: Indicator, period: Period, report: ReportedFigure) -> FigureNote:
    kind = Estimated if report.estimated else Reported
    return kind(indicator.id, period, report.id, report.issued, report.period)


def _end_and_id(report: ReportedFigure) -> tuple[date, str]:
    return report.period.end, report.id


def _last(indicator: Indicator, reports: Iterable[ReportedFigure]) -> _ByPeriod:
    """Keep the reports about each period that were issued last."""
    by_subject: defaultdict[Period, list[ReportedFigure]] = defaultdict(list)
    for report in reports:
        by_subject[subject(indicator, report.period)].append(report)
    return {about: _issued_last(indicator, each) for about, each in by_subject.items()}


def _issued_last(indicator: Indicator, reports: Sequence[ReportedFigure]) -> ReportedRanges:
    # Every report is checked against the domain, also those that a later one replaces.
    ranges = {report: within_domain(indicator, report.value, _name(report)) for report in reports}
    day = max(report.issued for report in reports)
    return {report: possible for report, possible in ranges.items() if report.issued == day}


def _outside(days: Collection[Period], estimates: _ByPeriod) -> _ByPeriod:
    """Keep the estimates that are not about days within any of some periods."""
    replaced = {about for about in estimates if any(map(about.within, days))}
    return {about: ranges for about, ranges in estimates.items() if about not in replaced}


def _name(report: ReportedFigure) -> Message:
    return Message(f"báo cáo {report.id!r}", f"report {report.id!r}")


def _final_days(
    indicator: Indicator, last: Collection[Period], claims: Collection[Period]
) -> tuple[Period, ...]:
    """Return the days on which final evidence replaces estimates; a state has no claims."""
    return unite([*last, *claims]) if indicator.accumulates else tuple(last)


def _verified(reports: _ByPeriod) -> _ByPeriod:
    """Keep the verified reports."""
    verified = {about: _verified_among(ranges) for about, ranges in reports.items()}
    return {about: ranges for about, ranges in verified.items() if ranges}


def _verified_among(ranges: ReportedRanges) -> ReportedRanges:
    return {report: possible for report, possible in ranges.items() if report.verified}
