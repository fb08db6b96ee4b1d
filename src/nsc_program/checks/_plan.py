"""What the plan has no use for, and where its figures contradict each other."""

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
    """It may be another plan's, or misspelt; one finding for each indicator."""
    things = chain(
        ((fact.indicator, named(fact)) for fact in seen.of(Fact)),
        ((report.indicator, named(report)) for report in seen.of(ReportedFigure)),
        (
            (claim.what, RecordName(Completeness.__name__, claim.what))
            for claim in seen.register.completeness
        ),
    )
    found = grouped(
        (indicator, name)
        for indicator, name in things
        if indicator not in {*seen.indicators, *KINDS}
    )
    for indicator in sorted(found):
        yield UnknownIndicator(indicator, records=in_order(found[indicator]))


def reports_not_used(seen: Inspected) -> Iterator[ReportNotUsed]:
    """Reports on days that no figure of the plan is about; one that another is held against is of use."""
    by_indicator = grouped((report.indicator, report) for report in seen.of(ReportedFigure))
    for indicator in (each for each in seen.program.indicators if each.id in by_indicator):
        reports = [
            (report, subject(indicator, report.period)) for report in by_indicator[indicator.id]
        ]
        used = unite(about for report, about in reports if _bears(report, indicator, seen.program))
        for report, about in reports:
            if not meeting(about, used):
                yield ReportNotUsed(report.indicator, report.period, records=(named(report),))


def _bears(report: ReportedFigure, indicator: Indicator, program: Program) -> bool:
    return any(bears(report, indicator, period) for period in program.periods)


def clashing_evidence(seen: Inspected) -> Iterator[ClashingEvidence]:
    """What some figure noted, with the reports that speak of those days; one finding for each clash."""
    clashes = dict.fromkeys(
        (indicator, note)
        for indicator in seen.program.indicators
        for period in seen.program.periods
        for note in _all_notes(seen.figures.figure(indicator, period))
        if isinstance(note, Clash)
    )
    concerned = dict.fromkeys(indicator for indicator, _ in clashes)
    reports = {each.id: Reports.on(each, seen.register, seen.figures.as_of) for each in concerned}
    for indicator, clash in clashes:
        speaking = names(_speaking(reports[indicator.id], subject(indicator, clash.period)))
        yield ClashingEvidence(indicator.id, clash.period, clash.ranges, records=speaking)


def _all_notes(figure: Figure) -> tuple[FigureNote, ...]:
    return (
        figure.notes
        if figure.with_estimates is None
        else (*figure.notes, *figure.with_estimates.notes)
    )


def _speaking(reports: Reports, days: Period) -> Iterator[ReportedFigure]:
    for about, said in reports.heard(estimates=True).items():
        if about.meets(days):
            yield from said


def parts_too_large(seen: Inspected) -> Iterator[PartTooLarge]:
    """What the evaluation notes on both verdicts, once."""
    verdicts = seen.evaluation.verdicts
    for note in dict.fromkeys(note for verdict in verdicts for note in verdict.notes):
        if isinstance(note, PartAboveWhole):
            yield PartTooLarge(note.part, note.whole, records=())


def unlawful_sources(seen: Inspected) -> Iterator[UnlawfulSource]:
    """F1 "ngân sách nhà nước … và các nguồn vốn huy động hợp pháp khác"; a plan that names none forbids none."""
    lawful = {source.id for source in seen.program.funding_sources}
    money = grouped(
        (each.source, support) for support in seen.of(Support) for each in support.funding
    )
    for source in sorted(money.keys() - lawful) if lawful else ():
        yield UnlawfulSource(source, records=names(money[source]))
