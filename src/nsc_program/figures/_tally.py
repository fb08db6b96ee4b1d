"""What each indicator can still be: facts, claims of completeness and reports, joined to one range each."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import final

from attrs import evolve, field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue, Message
from nsc_program.figures._counts import count
from nsc_program.figures._joining import Account, to_count
from nsc_program.figures._notes import FigureNote
from nsc_program.figures._reports import Reports, within_domain
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Indicator
from nsc_program.records._records import AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.values._periods import Period, unite_through
from nsc_program.values._ranges import Range
from nsc_program.values._validators import (
    A_DATE,
    instance_of,
    is_a,
    is_date,
    is_id,
    only,
    tuple_of,
    wrong_type,
)
from nsc_program.values._value import Value


@final
@frozen
class WithEstimates(Value):
    """Theo số ước thực hiện: what a figure can still be if the estimates are true, and what that rests on."""

    range: Range = field(validator=is_a(Range))
    notes: tuple[FigureNote, ...] = field(default=(), validator=tuple_of(is_a(FigureNote)))


@final
@frozen
class Figure(Value):
    """Số liệu: what an indicator can still be over a period, and what that rests on.

    Attributes:
        range: whatever estimates say: these can turn out wrong.
        with_estimates: the same if they are true; `None` where that makes no difference.
    """

    indicator: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    range: Range = field(validator=is_a(Range))
    notes: tuple[FigureNote, ...] = field(default=(), validator=tuple_of(is_a(FigureNote)))
    with_estimates: WithEstimates | None = field(
        default=None, validator=optional(is_a(WithEstimates))
    )


@final
@frozen(cache_hash=True, repr=False)
class Figures(Value):
    """The figures as of the close of a day, each for an indicator and a period.

    A figure that is missing here can be anything in its indicator's domain.

    Attributes:
        as_of: the day of judgement; the figures are known at its close.
        figures: at most one for each indicator and period.
        program: the id of the plan that the figures were made for, as `tally` fills it in; `None`
            for figures put together by hand, which any plan may use.
        edition: the edition of that plan, with its id.

    Raises:
        InvalidValue: if two figures are for the same indicator and period.
    """

    as_of: date = field(validator=is_date)
    figures: tuple[Figure, ...] = field(default=(), validator=tuple_of(is_a(Figure)))
    program: str | None = field(default=None, kw_only=True, validator=optional(is_id))
    edition: str | None = field(default=None, kw_only=True, validator=optional(is_id))

    def __attrs_post_init__(self) -> None:
        """Refuse two figures for one thing: evidence is joined before, by `tally`."""
        if len(self._found) < len(self.figures):
            raise InvalidValue.at(
                "figures",
                code="repeated",
                vi="có hai số liệu của cùng một chỉ tiêu và một kỳ; gộp lại trước",
                en="two of them are for the same indicator and period; join them first",
            )

    def __repr__(self) -> str:
        """Return one line, however many figures there are."""
        plan = "" if self.program is None else f" of {self.program}, {self.edition}"
        return f"<Figures{plan} as of {self.as_of}: {len(self.figures):,}>"

    @cached_property
    def _found(self) -> Mapping[tuple[str, Period], Figure]:
        return {(figure.indicator, figure.period): figure for figure in self.figures}

    def check_made_for(self, program: Program) -> None:
        """Raise an error if these figures were made for another plan, or another edition of it.

        Raises:
            InvalidValue: with the plan they were made for.
        """
        if self.program in (None, program.id) and self.edition in (None, program.edition):
            return
        made_for, wanted = (
            f"{name!r}, {edition!r}"
            for name, edition in (
                (self.program, self.edition),
                (program.id, program.edition),
            )
        )
        raise InvalidValue.at(
            "figures",
            code="other-plan",
            vi=f"số liệu được tổng hợp theo kế hoạch {made_for}, không phải {wanted}; "
            "hãy tổng hợp lại theo kế hoạch này",
            en=f"the figures were made for the plan {made_for}, not for {wanted}; "
            "tally them for this plan",
        )

    def figure(self, indicator: Indicator, period: Period) -> Figure:
        """What is known of an indicator over a period, within its domain and in its whole units.

        Raises:
            InvalidValue: if the figure is nothing that the indicator can be.
        """
        found = self._found.get(
            (indicator.id, period), Figure(indicator.id, period, indicator.domain)
        )
        source = Message(f"số liệu kỳ {period}", f"the figure for {period}")
        possible = within_domain(indicator, found.range, source)
        estimated = found.with_estimates
        if estimated is not None:
            narrowed = within_domain(indicator, estimated.range, source)
            estimated = None if narrowed == possible else evolve(estimated, range=narrowed)
        return evolve(found, range=possible, with_estimates=estimated)


def tally(
    program: Program, register: Register, *, as_of: date, periods: Iterable[Period] = ()
) -> Figures:
    """Return what each indicator of a plan can still be, over each of its periods.

    Every way of counting is an indicator of its own, so no reading is needed here.

    Args:
        program: the plan; its phases, their years and the baselines of growth are its periods.
        register: the records, claims of completeness, reports and rejected rows.
        as_of: the day of judgement, at whose close the figures are known.
        periods: further periods to count over, such as a reporting year (1/12-30/11) or a quarter.

    Returns:
        A figure for each indicator and period, those of the plan first.

    Raises:
        InvalidType: for an `as_of` that is not a date: a datetime has no close of day.
        InvalidValue: if the register counts a state, or reports a number that its indicator cannot
            have.
    """
    if type(as_of) is not date:
        raise wrong_type("as_of", A_DATE, as_of)
    _refuse_counted_states(program, register.current)
    over = (*program.periods, *only("periods", instance_of("Period"), Period, periods))
    wanted_periods = tuple(dict.fromkeys(over))
    claims = {
        each.id: unite_through(register.claims(each.id), as_of) for each in program.indicators
    }
    reports = {each.id: Reports.on(each, register, as_of) for each in program.indicators}
    wanted = {
        each: to_count(wanted_periods, reports[each], claimed) for each, claimed in claims.items()
    }
    counts = count(wanted, register.current, as_of)
    accounts = (
        Account(
            each,
            as_of,
            register,
            reports[each.id],
            claims[each.id],
            counts,
            wanted_periods,
            wanted[each.id],
        )
        for each in program.indicators
    )
    return Figures(
        as_of,
        tuple(figure for account in accounts for figure in _figures(account)),
        program=program.id,
        edition=program.edition,
    )


def _figures(account: Account) -> Iterator[Figure]:
    """The figure over each period: without estimates, and with them where that makes a difference."""
    final = account.joined(estimates=False)
    estimated = account.joined(estimates=True) if account.reports.estimates else None
    for period in account.periods:
        possible, notes = final.known(period)
        other = None if estimated is None else WithEstimates(*estimated.known(period))
        different = None if other is None or other.range == possible else other
        yield Figure(account.indicator.id, period, possible, notes, different)


def _refuse_counted_states(program: Program, records: Iterable[AnyRecord]) -> None:
    states = {indicator.id for indicator in program.indicators if not indicator.accumulates}
    for record in records:
        if isinstance(record, Fact) and record.indicator in states:
            raise InvalidValue.at(
                code="state-counted",
                vi=f"dữ kiện của chỉ tiêu {record.indicator!r}: đây là trạng thái, lấy theo báo cáo, không đếm",
                en=f"a fact of {record.indicator!r}: it is a state, which is reported and not counted",
            )
