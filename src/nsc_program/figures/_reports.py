"""Which reports are heard on a day: the last about each period, and estimates only until final evidence replaces them.

A report year need not be a plan's year (15/12 to 14/12, say); what reports over other periods say of a figure is found
in `nsc_program.figures._network`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Self, TypeAlias, final

from attrs import frozen

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._notes import Estimated, FigureNote, Reported, UnverifiedReport
from nsc_program.plan._targets import Indicator
from nsc_program.records._records import ReportedFigure
from nsc_program.records._register import Register
from nsc_program.values._periods import MOST_TOLD, Period, unite, unite_through
from nsc_program.values._ranges import Range


def subject(indicator: Indicator, period: Period) -> Period:
    """Return what a figure over a period is about: all of it or, of a state, its last day."""
    return period if indicator.accumulates else Period(period.end, period.end)


def bears(report: ReportedFigure, indicator: Indicator, period: Period) -> bool:
    """Whether a report could say anything of a figure: about some of its days or, of a state, its last."""
    return subject(indicator, report.period).meets(subject(indicator, period))


def speaks(report: ReportedFigure, as_of: date) -> bool:
    """Whether a report says anything on a day: once its period is over or, of an estimate, has begun and it is issued.

    An estimate over a period that has not begun says nothing about any figure.
    """
    return report.period.first <= as_of and min(report.issued, report.period.end) <= as_of


def within_domain(indicator: Indicator, possible: Range, source: Message) -> Range:
    """Return the part of a range that an indicator can be.

    Raises:
        InvalidValue: if it can be none of it; `source` says in the message whose range it is.
    """
    narrowed = indicator.narrow(possible)
    if narrowed is None:
        raise InvalidValue.at(
            code="outside-the-domain",
            vi=f"{source.vi}: chỉ tiêu {indicator.id!r} không thể là {possible}",
            en=f"{source.en}: {indicator.id!r} cannot be {possible}",
        )
    return narrowed


Said: TypeAlias = Mapping[ReportedFigure, Range]
"""Reports about one period, and what each leaves possible."""


@final
@frozen
class Reports:
    """The reports on one indicator that are heard by the close of a day.

    Attributes:
        final: those that are verified and no estimates, by what they are about.
        estimates: the verified estimates that no final evidence replaces, by what they are about.
        unverified: those that are not checked, or that a row which could not be read may replace.
        replaced: those that another one, or final evidence, takes the place of.
    """

    final: Mapping[Period, Said]
    estimates: Mapping[Period, Said]
    unverified: tuple[ReportedFigure, ...]
    replaced: frozenset[ReportedFigure]

    @classmethod
    def on(cls, indicator: Indicator, register: Register, as_of: date) -> Self:
        """Hear the reports on an indicator.

        Of those about one period, the ones issued last replace the others, and what is final replaces an estimate
        whenever that was issued: an estimate goes where final reports and claims leave none of its days out. What a
        report replaced does not come back because a later version of that report could not be read.

        Raises:
            InvalidValue: for a number that the indicator cannot have.
        """
        speaking = [each for each in register.reports_on(indicator.id) if speaks(each, as_of)]
        heard = [each for each in speaking if each.verified or register.doubts(each)]
        last = _last(indicator, (each for each in heard if not each.estimated))
        final_days = _final_days(
            indicator, last, unite_through(register.claims(indicator.id), as_of)
        )
        estimates = _last(indicator, (each for each in heard if each.estimated))
        standing = {
            about: said
            for about, said in estimates.items()
            if not any(about.within(days) for days in final_days)
        }
        stand = {each for said in (*last.values(), *standing.values()) for each in said}
        replaced = frozenset(each for each in heard if each not in stand)
        unverified = tuple(each for each in speaking if not (each.verified or each in replaced))
        return cls(_verified(last), _verified(standing), unverified, replaced)

    def heard(self, *, estimates: bool) -> Mapping[Period, Said]:
        """Return the reports that a figure can rest on, by what they are about."""
        return {**self.final, **self.estimates} if estimates else self.final

    def notes(
        self, indicator: Indicator, period: Period, rested_on: Iterable[ReportedFigure]
    ) -> Iterator[FigureNote]:
        """Tell which reports a figure rests on, and which it does not for want of a check."""
        for report in sorted(dict.fromkeys(rested_on), key=lambda each: (each.period.end, each.id)):
            kind = Estimated if report.estimated else Reported
            yield kind(indicator.id, period, report.id, report.issued, report.period)
        bearing = (report for report in self.unverified if bears(report, indicator, period))
        for report in islice(bearing, MOST_TOLD):
            yield UnverifiedReport(indicator.id, period, report.id)


def _last(indicator: Indicator, reports: Iterable[ReportedFigure]) -> Mapping[Period, Said]:
    """Keep those issued last about each period."""
    by_subject: defaultdict[Period, list[ReportedFigure]] = defaultdict(list)
    for report in reports:
        by_subject[subject(indicator, report.period)].append(report)
    found: dict[Period, Said] = {}
    for about, several in by_subject.items():
        said = {each: within_domain(indicator, each.value, _report(each)) for each in several}
        day = max(each.issued for each in several)
        found[about] = {each: range_ for each, range_ in said.items() if each.issued == day}
    return found


def _report(report: ReportedFigure) -> Message:
    return Message(f"báo cáo {report.id!r}", f"report {report.id!r}")


def _final_days(
    indicator: Indicator, last: Collection[Period], claims: Collection[Period]
) -> tuple[Period, ...]:
    """The days on which final evidence leaves nothing to an estimate; of a state, there are no claims."""
    return unite([*last, *claims]) if indicator.accumulates else tuple(last)


def _verified(last: Mapping[Period, Said]) -> Mapping[Period, Said]:
    verified = {
        about: {each: range_ for each, range_ in said.items() if each.verified}
        for about, said in last.items()
    }
    return {about: said for about, said in verified.items() if said}
