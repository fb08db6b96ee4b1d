"""Rules about entries that the plan does not use, and about figures that contradict each other."""

from collections.abc import Iterable, Iterator

from nsc_program.checks._inspected import Inspected, grouped, in_order, named, names
from nsc_program.checks._named import RecordName
from nsc_program.checks._types_of_plan import (
    ClashingEvidence,
    PartTooLarge,
    ReportLeftOut,
    ReportNotUsed,
    UnknownIndicator,
    UnknownPart,
    UnlawfulSource,
)
from nsc_program.figures._figures import Figure
from nsc_program.figures._notes import Clash, FigureNote
from nsc_program.figures._reports import Reports, bears, subject
from nsc_program.figures._told import knows_part
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._completeness import KINDS, Completeness
from nsc_program.records._reasons import WhyNot
from nsc_program.records._records import Fact, Support
from nsc_program.records._reports import ReportedFigure
from nsc_program.values._periods import Period, meeting, unite
from nsc_program.verdicts._notes import PartAboveWhole


def unknown_indicators(seen: Inspected) -> Iterator[UnknownIndicator]:
    """Yield a finding for each indicator that the plan does not have.

    It may belong to another plan, or it may be misspelt.
    """
    by_indicator = grouped(_indicators_named(seen))
    unknown = by_indicator.keys() - seen.indicators.keys() - KINDS.keys()
    for indicator in sorted(unknown):
        yield UnknownIndicator(indicator, records=in_order(by_indicator[indicator]))


def _indicators_named(seen: Inspected) -> Iterator[tuple[str, RecordName]]:
    """Yield the indicators or classes that facts, reports and claims name."""
    for fact in seen.of(Fact):
        yield fact.indicator, named(fact)
    for report in seen.of(ReportedFigure):
        yield report.indicator, named(report)
    for claim in seen.register.completeness:
        yield claim.what, RecordName(Completeness.__name__, claim.what)


def unknown_parts(seen: Inspected) -> Iterator[UnknownPart]:
    """Yield a finding for each part that reports are about and the plan does not know."""
    by_part = grouped(_unknown_parts(seen))
    for indicator, part in sorted(by_part):
        yield UnknownPart(indicator, part, records=in_order(by_part[indicator, part]))


def _unknown_parts(seen: Inspected) -> Iterator[tuple[tuple[str, str], RecordName]]:
    """Yield the indicators and parts that the plan does not know, with the reports."""
    for report in seen.of(ReportedFigure):
        indicator = seen.indicators.get(report.indicator)
        if indicator is not None and report.part and not knows_part(indicator, report):
            yield (report.indicator, report.part), named(report)


def reports_not_used(seen: Inspected) -> Iterator[ReportNotUsed]:
    """Yield a finding for each report on days that no figure of the plan needs.

    A report is used, too, if it shares days with a report that bears on a figure.
    """
    by_indicator = grouped((report.indicator, report) for report in seen.of(ReportedFigure))
    for indicator in seen.program.indicators:
        reports = by_indicator.get(indicator.id, ())
        for report in _not_used(reports, indicator, seen.program):
            yield ReportNotUsed(report.indicator, report.period, records=(named(report),))


def _not_used(
    reports: Iterable[ReportedFigure], indicator: Indicator, program: Program
) -> Iterator[ReportedFigure]:
    """Yield the reports on one indicator that do not share days with any report that bears."""
    about = [(report, subject(indicator, report.period)) for report in reports]
    bearing = {report for report, _ in about if _bears(report, indicator, program)}
    # A share of other days does not change that of a figure.
    used = unite(days for report, days in about if indicator.share is None and report in bearing)
    for report, days in about:
        if report not in bearing and not meeting(days, used):
            yield report


def _bears(report: ReportedFigure, indicator: Indicator, program: Program) -> bool:
    """Return whether a report bears on a figure of the plan."""
    return any(bears(report, indicator, period) for period in program.periods)


def reports_left_out(seen: Inspected) -> Iterator[ReportLeftOut]:
    """Yield a finding for the reports on an indicator that are verified and still say nothing."""
    for indicator in seen.program.indicators:
        unused = _reports(seen, indicator).unused
        for why in (WhyNot.IMPOSSIBLE, WhyNot.TOO_MANY):
            reports = [report for report, reason in unused.items() if reason is why]
            if reports:
                yield ReportLeftOut(indicator.id, why, records=names(reports))


def _reports(seen: Inspected, indicator: Indicator) -> Reports:
    """Return the reports on an indicator that are heard on the day of judgement."""
    return Reports.on(indicator, seen.register, seen.figures.as_of)


def clashing_evidence(seen: Inspected) -> Iterator[ClashingEvidence]:
    """Yield a finding for each clash in the notes of a figure, with the reports on its days."""
    for indicator, clashes in grouped(_clashes(seen)).items():
        reports = _reports(seen, indicator)
        for clash in dict.fromkeys(clashes):
            days = subject(indicator, clash.period)
            on_its_days = names(_reports_on(days, reports))
            yield ClashingEvidence(indicator.id, clash.period, clash.pieces, records=on_its_days)


def _clashes(seen: Inspected) -> Iterator[tuple[Indicator, Clash]]:
    """Yield the clashes that the figures note, each with its indicator."""
    for indicator, figure in _figures(seen):
        for note in _all_notes(figure):
            if isinstance(note, Clash):
                yield indicator, note


def _figures(seen: Inspected) -> Iterator[tuple[Indicator, Figure]]:
    """Yield the figures of the plan, each with its indicator."""
    for indicator in seen.program.indicators:
        for period in seen.program.periods:
            yield indicator, seen.figures.figure(indicator, period)


def _all_notes(figure: Figure) -> tuple[FigureNote, ...]:
    """Return the notes of a figure, then those of its range with estimates."""
    if figure.with_estimates is None:
        return figure.notes
    return (*figure.notes, *figure.with_estimates.notes)


def _reports_on(days: Period, reports: Reports) -> Iterator[ReportedFigure]:
    """Yield the reports on periods that share a day with a period."""
    for about, told in reports.heard(estimates=True).items():
        if about.meets(days):
            yield from told.reports


def parts_too_large(seen: Inspected) -> Iterator[PartTooLarge]:
    """Yield a finding for each part that an evaluation notes as larger than its whole."""
    # The note stands at both verdicts.
    for note in dict.fromkeys(_parts_above_wholes(seen)):
        yield PartTooLarge(note.part, note.whole, records=())


def _parts_above_wholes(seen: Inspected) -> Iterator[PartAboveWhole]:
    """Yield the notes of the verdicts about parts that are larger than their wholes."""
    for verdict in seen.evaluation.verdicts:
        for note in verdict.notes:
            if isinstance(note, PartAboveWhole):
                yield note


def unlawful_sources(seen: Inspected) -> Iterator[UnlawfulSource]:
    """Yield a finding for each source of money that the plan does not allow.

    F1 "ngân sách nhà nước … và các nguồn vốn huy động hợp pháp khác". A plan that does not name
    sources allows every source.
    """
    supports = grouped(_not_allowed(seen))
    for source in sorted(supports):
        yield UnlawfulSource(source, records=names(supports[source]))


def _not_allowed(seen: Inspected) -> Iterator[tuple[str, Support]]:
    """Yield each source that the plan does not allow, with a support that names it."""
    allowed = _allowed(seen.program)
    return (named for named in _sources_named(seen) if allowed and named[0] not in allowed)


def _allowed(program: Program) -> set[str]:
    """Return the ids of the sources that a plan allows; empty if it allows every source."""
    return {source.id for source in program.funding_sources}


def _sources_named(seen: Inspected) -> Iterator[tuple[str, Support]]:
    """Yield the source of each payment, with its support."""
    for support in seen.of(Support):
        for money in support.funding:
            yield money.source, support
