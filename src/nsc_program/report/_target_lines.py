"""What a report says of one target: its numbers in the period, a year earlier and so far."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import final

from attrs import field, frozen
from attrs.validators import optional
from dateutil.relativedelta import relativedelta

from nsc_program.figures._figures import Figure, Figures
from nsc_program.plan._bases import Reached
from nsc_program.plan._bounds import About
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Target
from nsc_program.values._periods import Period
from nsc_program.values._range_arithmetic import minus, ratio
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._progress import Pace, gap, margin, pace
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._verdict import Verdict

_MOST_YEARS = 20
"""The longest phase, in years, for which a report has a figure at the end of each year."""
_ACROSS = Text(
    vi="Kỳ báo cáo có những ngày ngoài giai đoạn của chỉ tiêu: số trong kỳ của từng chỉ tiêu tính "
    "cả những ngày đó; lũy kế và số liệu theo nhóm chỉ tính những ngày trong giai đoạn.",
    en="The report period has days outside the phase of a target: the number that a target reached "
    "in the period counts them too; the totals since the start of the phase and the counts by "
    "group do not.",
)


@final
@frozen(kw_only=True)
class Days:
    """The periods that a report needs figures of.

    Attributes:
        period: the report period.
        as_of: the last day that the data reach.
    """

    period: Period
    as_of: date

    @property
    def through(self) -> date:
        """The last day of the report period that the data reach."""
        return min(self.period.end, self.as_of)

    @property
    def current(self) -> Period:
        """The days of the report period that the data reach."""
        return Period(self.period.start, self.through)

    @property
    def before(self) -> Period | None:
        """The same days a year earlier; `None` if there are none."""
        return _a_year_earlier(self.current)

    @property
    def year_before(self) -> Period | None:
        """The whole report period a year earlier; `None` if there is none."""
        return _a_year_earlier(self.period)

    def since(self, phase: Period) -> Period | None:
        """Return the days from the start of a phase to the last day of its data."""
        return phase.through(self.through)

    def by_year(self, phase: Period) -> tuple[Period, ...]:
        """Return the days from the start of a phase to the end of each of its years so far."""
        if not 0 < phase.whole_years <= _MOST_YEARS:
            return ()
        begun = (year.through(self.through) for year in phase.years)
        return tuple(Period(phase.start, year.end) for year in begun if year is not None)

    def all(self, program: Program) -> tuple[Period, ...]:
        """Return all periods that a report on a plan needs figures of."""
        own = (self.period, self.current, self.before, self.year_before)
        phases = [phase.period for phase in program.phases]
        since = map(self.since, phases)
        years = (year for phase in phases for year in self.by_year(phase))
        return tuple(period for period in (*own, *since, *years) if period is not None)


def _a_year_earlier(period: Period) -> Period | None:
    """Return the same days a year earlier; `None` without a start, or in the year 1."""
    if period.start is None or period.start.year == 1:
        return None
    year = relativedelta(years=1)
    return Period(period.start - year, period.end - year)


@final
@frozen(kw_only=True)
class TargetLine(Value):
    """What a report says of one target.

    Attributes:
        verdict: the verdict, with the target, the indicator, the notes and the answers.
        planned: the period of the phase.
        current: the figure of the report period, through the last day of the data (thực hiện trong
            kỳ).
        before: that of the same days a year earlier (cùng kỳ); `None` if there are none.
        year_before: that of the whole report period a year earlier (năm trước).
        estimate: that of the whole report period if its estimates are true (ước cả kỳ); `None` if
            nothing is estimated.
        cumulative: that from the start of the phase (lũy kế).
        by_year: those from the start of the phase to the end of each of its years so far.
        pace: the number that is certainly reached, compared with a straight line to the end of the
            phase; `None` if that has no meaning.
    """

    verdict: Verdict = field(validator=is_a(Verdict))
    planned: Period = field(validator=is_a(Period))
    current: Figure = field(validator=is_a(Figure))
    before: Figure | None = field(validator=optional(is_a(Figure)))
    year_before: Figure | None = field(validator=optional(is_a(Figure)))
    estimate: Figure | None = field(validator=optional(is_a(Figure)))
    cumulative: Figure = field(validator=is_a(Figure))
    by_year: tuple[Figure, ...] = field(validator=tuple_of(is_a(Figure)))
    pace: Pace | None = field(validator=optional(is_a(Pace)))

    @property
    def target(self) -> Target:
        """The target."""
        return self.verdict.target

    @property
    def status(self) -> Status:
        """The status of the target."""
        return self.verdict.status

    @cached_property
    def gap(self) -> Range | None:
        """How many more are needed; `None` if that has no meaning."""
        return gap(self.verdict)

    @cached_property
    def margin(self) -> Range | None:
        """How many may fall away; `None` if the target is not attained."""
        return margin(self.verdict)

    @cached_property
    def change(self) -> Range | None:
        """How far the period is above the same days a year earlier; `None` if both are open."""
        if self.before is None or not _has_ends(self.current, self.before):
            return None
        return minus(self.current.range, self.before.range)

    @cached_property
    def change_percent(self) -> Range | None:
        """The same in percent; `None` if that has no meaning or the earlier number may be 0."""
        if self.change is None or self.before is None or (self.before.range.low or 0) <= 0:
            return None
        times = ratio(self.current.range, self.before.range)
        return Range(*(None if end is None else (end - 1) * 100 for end in (times.low, times.high)))

    @cached_property
    def planned_number(self) -> Fraction | None:
        """The number that a share of the plan is a share of.

        It is N for “about N”, else the smallest number that surely fulfils the target; `None` if
        the target does not ask for at least some number above 0.
        """
        if len(self.verdict.comparisons) != 1:
            return None
        (comparison,) = self.verdict.comparisons
        least = comparison.sure and comparison.sure.low
        number = least if self.roughly is None else self.roughly
        return number if number is not None and number > 0 else None

    @property
    def roughly(self) -> Fraction | None:
        """N of “about N” over a phase; `None` for other targets."""
        bound = self.target.bound
        if isinstance(bound, About) and isinstance(self.target.basis, Reached):
            return bound.number
        return None

    @cached_property
    def share(self) -> Range | None:
        """How much of the planned number is reached, in percent.

        It is one number if the figure is, else only what is certain. It is `None` if that has no
        meaning, and if it would be 100 or more although the target is not attained.
        """
        number, possible = self.planned_number, self._reached
        if number is None or possible is None or possible.low is None:
            return None
        if possible.low >= number and self.status is not Status.ATTAINED:
            return None
        least = possible.low / number * 100
        return Range(least, least if possible.low == possible.high else None)

    @property
    def _reached(self) -> Range | None:
        """The numbers that the only comparison of the target can reach; `None` if unknown."""
        (comparison, *_) = self.verdict.comparisons
        return None if comparison.possible == self.verdict.indicator.domain else comparison.possible


def _has_ends(*figures: Figure) -> bool:
    """Return whether all figures are certain to lie between two numbers."""
    return all(None not in (each.range.low, each.range.high) for each in figures)


def target_lines(
    program: Program, figures: Figures, verdicts: Iterable[Verdict], days: Days
) -> Iterator[TargetLine]:
    """Yield a line for each verdict on a target whose phase shares days with the report period.

    Args:
        program: the plan.
        figures: its figures, also over the periods of the report.
        verdicts: the verdicts.
        days: the periods of the report.
    """
    for verdict in verdicts:
        phase = program.phase_of(verdict.target.id).period
        since = days.since(phase)
        if since is not None and phase.meets(days.current):
            yield _line(figures, verdict, days, phase, since)


def _line(
    figures: Figures, verdict: Verdict, days: Days, phase: Period, since: Period
) -> TargetLine:
    """Return the line of one verdict."""

    def over(period: Period | None) -> Figure | None:
        return None if period is None else figures.figure(verdict.indicator, period)

    whole = figures.figure(verdict.indicator, days.period)
    return TargetLine(
        verdict=verdict,
        planned=phase,
        current=figures.figure(verdict.indicator, days.current),
        before=over(days.before),
        year_before=over(days.year_before),
        estimate=None if whole.with_estimates is None else whole.estimated,
        cumulative=figures.figure(verdict.indicator, since),
        by_year=tuple(figures.figure(verdict.indicator, period) for period in days.by_year(phase)),
        pace=_pace(verdict, days),
    )


def _pace(verdict: Verdict, days: Days) -> Pace | None:
    """Return the pace of a verdict with one comparison whose days the data reach."""
    comparisons = verdict.comparisons
    through = min(days.as_of, comparisons[0].period.end)
    if len(comparisons) != 1 or through not in comparisons[0].period:
        return None
    return pace(verdict, through=through)


def across_phases(lines: Iterable[TargetLine]) -> tuple[Text, ...]:
    """Return a remark on the numbers of a report period that is not within every phase.

    Args:
        lines: what the report says of each target.
    """
    is_within = all(line.current.period.within(line.planned) for line in lines)
    return () if is_within else (_ACROSS,)
