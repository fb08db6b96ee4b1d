"""Rules about entries that the plan does not use, and about figures that contradict each other."""

from collections.abc import Iterator
from itertools import chain

from nsc_program.checks._inspected import Inspected, grouped, in_order, named, names
from nsc_program.checks._types import (
    ClashingEvidence,
    PartTooLarge,
    RecordName,
    ReportNotUsed,
    UnknownIndicator,
    UnlawfulSource,
)
from nsc_program.figures._notes import Clash, FigureNote
from nsc_program.figures._reports import Reports, bears, subject
from nsc_program.figures._tally import Figure
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Indicator
from nsc_program.records._records import Fact, ReportedFigure, Support
from nsc_program.records._register import KINDS, Completeness
from nsc_program.values._periods import Period, meeting, unite
from nsc_program.verdicts._notes import PartAboveWhole


def unknown_indicators(seen: Inspected) -> Iterator[UnknownIndicator]:
    """Yield a finding for each indicator that the plan does not have.

    It may belong to another plan, or it may be misspelt.
    """
    named_in = chain(
        ((fact.indicator, named(fact)) for fact in seen.of(Fact)),
        ((report.indicator, named(report)) for report in seen.of(ReportedFigure)),
        (
            (claim.what, RecordName(Completeness.__name__, claim.what))
            for claim in seen.register.completeness
        ),
    )
    known = {*seen.indicators, *KINDS}
    unknown = grouped((indicator, name) for indicator, name in named_in if indicator not in known)
    for indicator in sorted(unknown):
        yield UnknownIndicator(indicator, records=in_order(unknown[indicator]))


def reports_not_used(seen: Inspected) -> Iterator[ReportNotUsed]:
    """Yield a finding for each report on days that no figure of the plan needs.

    A report is used, too, if it shares days with a report that bears on a figure.
    """
    by_indicator = grouped((report.indicator, report) for report in seen.of(ReportedFigure))
    for indicator in seen.program.indicators:
        reports = [
            (report, subject(indicator, report.period))
            for report in by_indicator.get(indicator.id, ())
        ]
        used = unite(about for report, about in reports if _bears(report, indicator, seen.program))
        for report, about in reports:
            if not meeting(about, used):
                yield ReportNotUsed(report.indicator, report.period, records=(named(report),))


def _bears(report: ReportedFigure, indicator: Indicator, program: Program) -> bool:
    """Return whether a report bears on a figure of the plan."""
    return any(bears(report, indicator, period) for period in program.periods)


def clashing_evidence(seen: Inspected) -> Iterator[ClashingEvidence]:
    """Yield a finding for each clash in the notes of a figure, with the reports on its days."""
    clashes = dict.fromkeys(
        (indicator, note)
        for indicator in seen.program.indicators
        for period in seen.program.periods
        for note in _all_notes(seen.figures.figure(indicator, period))
        if isinstance(note, Clash)
    )
    concerned = dict.fromkeys(indicator for indicator, _ in clashes)
    reports = {
        indicator.id: Reports.on(indicator, seen.register, seen.figures.as_of)
        for indicator in concerned
    }
    for indicator, clash in clashes:
        days = subject(indicator, clash.period)
        on_its_days = names(_reports_on(days, reports[indicator.id]))
        yield ClashingEvidence(indicator.id, clash.period, clash.ranges, records=on_its_days)


def _all_notes(figure: Figure) -> tuple[FigureNote, ...]:
    if figure.with_estimates is None:
        return figure.notes
    return (*figure.notes, *figure.with_estimates.notes)


def _reports_on(days: Period, reports: Reports) -> Iterator[ReportedFigure]:
    """Yield the reports on periods that share a day with a period."""
    for about, reports_about in reports.heard(estimates=True).items():
        if about.meets(days):
            yield from reports_about


def parts_too_large(seen: Inspected) -> Iterator[PartTooLarge]:
    """Yield a finding for each part that an evaluation notes as larger than its whole."""
    verdicts = seen.evaluation.verdicts
    # The note stands at both verdicts.
    for note in dict.fromkeys(note for verdict in verdicts for note in verdict.notes):
        if isinstance(note, PartAboveWhole):
            yield PartTooLarge(note.part, note.whole, records=())


def unlawful_sources(seen: Inspected) -> Iterator[UnlawfulSource]:
    """Yield a finding for each source of money that the plan does not allow.

    F1 "ngân sách nhà nước … và các nguồn vốn huy động hợp pháp khác". A plan that does not name
    sources allows every source.
    """
    lawful = {source.id for source in seen.program.funding_sources}
    if not lawful:
        return
    supports = grouped(
        (money.source, support) for support in seen.of(Support) for money in support.funding
    )
    for source in sorted(supports.keys() - lawful):
        yield UnlawfulSource(source, records=names(supports[source]))
