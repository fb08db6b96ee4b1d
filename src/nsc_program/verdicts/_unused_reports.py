"""The reports that a figure does not rest on, with the reasons."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import final

from attrs import frozen

from nsc_program.figures._figures import Figure
from nsc_program.figures._notes import PartOfTerritory
from nsc_program.figures._reports import Reports, bears, speaks, subject
from nsc_program.figures._told import knows_part
from nsc_program.plan._indicators import Indicator
from nsc_program.records._reasons import WhyNot
from nsc_program.records._register import Register
from nsc_program.records._reports import ReportedFigure


def unused_reports(
    indicator: Indicator,
    figure: Figure,
    register: Register,
    as_of: date,
    rested_on: Collection[str],
) -> Iterator[tuple[ReportedFigure, WhyNot]]:
    """Yield the reports that a figure does not rest on, each with the reason.

    Args:
        indicator: the indicator of the figure.
        figure: the figure.
        register: the register that holds the reports.
        as_of: the day of judgement.
        rested_on: the ids of the reports that the figure rests on.
    """
    reports = Reports.on(indicator, register, as_of)
    unused = _UnusedReports(indicator, figure, reports, as_of)
    for report in _latest_reports(indicator, register):
        if report.id not in rested_on:
            yield report, unused.why(report)


def _latest_reports(indicator: Indicator, register: Register) -> Iterator[ReportedFigure]:
    """Yield the latest versions of the reports on an indicator, annulled ones included."""
    for record in register.latest:
        if isinstance(record, ReportedFigure) and record.indicator == indicator.id:
            yield record


@final
@frozen
class _UnusedReports:
    """The reasons why a figure does not rest on a report.

    Attributes:
        indicator: the indicator of the figure.
        figure: the figure.
        reports: the reports that are heard on the day of judgement.
        as_of: the day of judgement.
    """

    indicator: Indicator
    figure: Figure
    reports: Reports
    as_of: date

    def why(self, report: ReportedFigure) -> WhyNot:
        """Return the reason for a report."""
        return self._why_unheard(report) or self._why_unused(report)

    def _why_unheard(self, report: ReportedFigure) -> WhyNot | None:
        """Return why a report is not heard about the figure at all; `None` if it is."""
        if report.annulled:
            return WhyNot.ANNULLED
        if not knows_part(self.indicator, report):
            return WhyNot.UNKNOWN_PART
        about = subject(self.indicator, report.period)
        wanted = subject(self.indicator, self.figure.period)
        if not about.meets(wanted):
            return WhyNot.BEFORE if about.end < wanted.first else WhyNot.AFTER
        if not bears(report, self.indicator, self.figure.period):
            return WhyNot.OTHER_PERIOD
        return None if speaks(report, self.as_of) else WhyNot.LATER

    def _why_unused(self, report: ReportedFigure) -> WhyNot:
        """Return why the figure does not rest on a report that is about its days."""
        if report in self.reports.replaced:
            return WhyNot.REPLACED
        if report in self.reports.unused:
            return self.reports.unused[report]
        if self._leaves_the_whole_open():
            return WhyNot.PART_OF_TERRITORY
        decides_nothing = report.estimated and self.figure.with_estimates is not None
        return WhyNot.ESTIMATE if decides_nothing else WhyNot.NOTHING_NEW

    def _leaves_the_whole_open(self) -> bool:
        """Return whether the figure is a state or a share, and the reports are about a part."""
        of_part = any(isinstance(note, PartOfTerritory) for note in self.figure.notes)
        return of_part and not self.indicator.accumulates
