"""Registers at which a target turns: one thing too few, just enough, and one more, among much that must not count.

What is counted is built first, by thing and day; then things are named again, and others put beside the period. What
is a state or a share has a report in their place. So the count is known without counting.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import Any, TypeAlias, final

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.errors import InvalidValue
from nsc_program.figures._tally import Figure, Figures
from nsc_program.plan._bounds import EachYear, Growth, YearlyGrowth, worded
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.plan._targets import Indicator
from nsc_program.records._counting import COUNTED_BY
from nsc_program.records._records import (
    AnyRecord,
    AssessmentBody,
    Dissemination,
    EnterpriseKind,
    Expert,
    Fact,
    PilotModel,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
)
from nsc_program.records._register import Register
from nsc_program.testing.strategies._fields import beside, composed, judged
from nsc_program.testing.strategies._records import numbers_of, step_of
from nsc_program.testing.strategies._registers import everything
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import instance_of, wrong_type
from nsc_program.verdicts._evaluation import decide

Known: TypeAlias = Mapping[Period, Fraction]
"""What an indicator was over each period that a target is about."""


@final
@frozen(kw_only=True, repr=False)
class Near:
    """A register at or beside the number at which a target turns, and what is true of it.

    Attributes:
        register: nothing is left open in it.
        as_of: a day on which all that the target is about is over.
        period: the phase, or the year of it, in which it turns.
        count: what the indicator was over that period.
        number: the last number that is accepted there, from above or from below.
        attained: whether the target is.
    """

    target: str
    register: Register
    as_of: date
    period: Period
    count: Fraction
    number: Fraction
    attained: bool

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: FBT001  # as Hypothesis calls it
        printer.text(repr(self))

    def __repr__(self) -> str:
        """Tell what is near what: the register may hold thousands of records."""
        status = "attained" if self.attained else "missed"
        held = f"{len(self.register.records)} records"
        return f"<{self.target}: {self.count} over {self.period}, {status}, turns at {self.number}; {held}, {self.as_of}>"


BY_RECORDS = frozenset(indicator for counted in COUNTED_BY.values() for indicator in counted)


def _record(indicator: str, key: str, name: str, on: date) -> AnyRecord:
    """One thing that an indicator counts in every way of counting, as a record; of a plan's own, as a plain fact."""
    match indicator.split("/") if indicator in BY_RECORDS else []:
        case ["supported", *_]:
            return Support(id=name, enterprise=key, started_on=on, completed_on=on)
        case ["trained", _]:
            return Training(id=name, person=key, on=on)
        case ["experts", _]:
            dates: dict[str, Any] = dict.fromkeys(
                ("trained_on", "certified_on", "regional_on", "international_on"), on
            )
            return Expert(id=name, person=key, standard="made up", **dates)
        case ["models", scope, *_]:
            return PilotModel(
                id=name,
                enterprise=key,
                recognised_on=on,
                scope=Scope(scope),
                solutions=tuple(Solution),
            )
        case ["bodies"]:
            both: dict[str, Any] = {"strengthened_on": on, "conforming_since": on}
            return AssessmentBody(id=name, registration=key, serves_key_products=True, **both)
        case ["dissemination", _]:
            return Dissemination(id=name, on=on)
        case _:
            return Fact(indicator, key, on)


def _key(place: int) -> str:
    """The first thing is an enterprise that has branches."""
    return "0100000001" if place == 0 else f"K{place}"


@lru_cache(maxsize=8)  # of some thousands of records
def _things(indicator: str, period: Period, many: int) -> tuple[AnyRecord, ...]:
    """So many things in a period, on its first and on its last day."""
    days = (period.first, period.end)
    return tuple(
        _record(indicator, _key(place), f"r{place} to {period.end}", days[place % 2])
        for place in range(many)
    )


def _outside(known: Known) -> list[date]:
    """The days next to a period, and in none."""
    near = [day for period in known for day in (beside(period.first, -1), beside(period.end, 1))]
    return [day for day in near if not any(day in period for period in known)]


def _uncounted(record: AnyRecord) -> list[AnyRecord]:
    """The same where it is never counted: of a household, a renewal, or withdrawn."""
    match record:
        case Support():
            return [evolve(record, kind=EnterpriseKind.HOUSEHOLD)]
        case Expert() | PilotModel():
            return [evolve(record, renewal=True)]
        case Fact():
            return []
        case _:
            return [record, evolve(record, annulled=True, recorded_on=date(2024, 1, 1))]


def _named_again(indicator: Indicator, *, branch: bool) -> str:
    """The first thing; an enterprise under the code of a branch."""
    has_branches = indicator.id in (*COUNTED_BY[Support], *COUNTED_BY[PilotModel])
    return f"{_key(0)}-001" if branch and has_branches else _key(0)


def _decoys(draw: DrawFn, indicator: Indicator, known: Known) -> list[AnyRecord]:
    """Records that change no count: things named again, things beside every period, and what is never counted."""
    outside, found = _outside(known), []
    for place in range(draw(st.integers(0, 4))):
        period, at_end, how = draw(
            st.tuples(st.sampled_from(tuple(known)), st.booleans(), st.integers(0, 3))
        )
        day, name = (period.end if at_end else period.first), f"decoy-{place}"
        if how < 2 and known[period] > 0 and not indicator.additive:  # noqa: PLR2004  # in half of all draws
            found.append(_record(indicator.id, _named_again(indicator, branch=how == 1), name, day))
        elif how == 3 and outside:  # noqa: PLR2004  # in a quarter of all draws
            found.append(_record(indicator.id, f"N{place}", name, outside[at_end % len(outside)]))
        else:
            found += _uncounted(_record(indicator.id, f"N{place}", name, day))
    return found


def _reports(indicator: Indicator, known: Known) -> Iterator[AnyRecord]:
    """A report of each number, mostly after one that it replaces."""
    for place, (period, number) in enumerate(known.items()):
        about: dict[str, Any] = {"indicator": indicator.id, "period": period}
        others = [other for other in (number + 1, number - 1) if other in indicator.domain]
        if others and period.end < date.max:
            yield ReportedFigure(id=f"first-{place}", value=others[0], issued=period.end, **about)
        yield ReportedFigure(
            id=f"last-{place}", value=number, issued=beside(period.end, 1), **about
        )


# --- where a target turns ---


MOST_GROWTH = 10**12


def _check_decidable(program: Program, target_id: str, reading: Reading) -> None:
    """Refuse a target that turns at no number that its indicator can have, whatever else is known."""
    target, phase = program.target(target_id), program.phase_of(target_id).period
    indicator = program.indicator_of(target_id, reading)
    since = target.basis.baseline if isinstance(target.basis, Growth) else None
    if since and (since == phase or (since.end == phase.end and not indicator.accumulates)):
        raise InvalidValue.at(
            code="one-figure",
            vi=f"mục tiêu {target_id!r}: số gốc và số của giai đoạn là một, nên không có ngưỡng",
            en=f"target {target_id!r}: its baseline and its phase are one figure, so it turns nowhere",
        )
    if (
        isinstance(target.basis, YearlyGrowth)
        and (worded(target.bound).high or 0) ** len(phase.years) > MOST_GROWTH
    ):
        raise InvalidValue.at(
            code="too-many-digits",
            vi=f"mục tiêu {target_id!r}: ngưỡng là số quá lớn, không viết ra được",
            en=f"target {target_id!r}: it turns at numbers too large to write down",
        )
    known = _figures(
        program, indicator, dict.fromkeys((*program.periods, phase), _simplest(indicator))
    )
    for each in decide(program, target_id, known, reading).comparisons:
        if each.says_nothing:
            raise InvalidValue.at(
                code="undecided",
                vi=f"mục tiêu {target_id!r}: theo cách hiểu này không có gì quyết định, nên không có ngưỡng",
                en=f"target {target_id!r}: nothing decides it under this reading, so it turns nowhere",
            )
        if isinstance(target.basis, (Growth, YearlyGrowth)) or each.sure is None:
            continue
        if indicator.narrow(each.sure) is None or indicator.domain.within(each.sure):
            raise InvalidValue.at(
                code="no-turn",
                vi=f"mục tiêu {target_id!r}: không có số nào mà chỉ tiêu {indicator.id!r} nhận được làm đổi kết luận",
                en=f"target {target_id!r}: no number that {indicator.id!r} can be turns it",
            )


def _simplest(indicator: Indicator) -> Fraction:
    """A number that an indicator can have, above 0 if it can."""
    numbers = numbers_of(indicator)
    return next((number for number in numbers if number > 0), numbers[0])


def _figures(program: Program, indicator: Indicator, known: Known) -> Figures:
    found = tuple(
        Figure(indicator.id, period, Range.exactly(number)) for period, number in known.items()
    )
    return Figures(program.period.end, found)


def _accepted(
    program: Program, target: str, known: Known, period: Period, reading: Reading
) -> Range | None:
    """What is accepted over a period where this is known of others."""
    indicator = program.indicator_of(target, reading)
    comparisons = decide(program, target, _figures(program, indicator, known), reading).comparisons
    return next((each.sure for each in comparisons if each.period == period), None)


def _turns(accepted: Range | None, known: Known) -> list[Fraction]:
    """The numbers at which what is accepted begins and ends; beside that of the baseline, if nothing is accepted."""
    ends = [end for end in (accepted.low, accepted.high) if end is not None] if accepted else []
    return ends or [*known.values()][-1:] or [Fraction(0)]


def _accepted_number(indicator: Indicator, accepted: Range | None, known: Known) -> Fraction:
    """A number that is accepted, and so by where it turns; the simplest that there can be if none is."""
    turns = _turns(accepted, known)
    middle = (min(turns) + max(turns)) / 2
    near = [
        *(turn + step for turn in turns for step in (0, Fraction(1, 2), -Fraction(1, 2))),
        middle,
    ]
    possible = [number for number in near if number in indicator.domain]
    return next(
        (number for number in possible if accepted is not None and number in accepted),
        _simplest(indicator),
    )


def _case(
    draw: DrawFn, program: Program, target_id: str, reading: Reading
) -> tuple[Known, Period, Fraction, Range | None]:
    """What is known of every period that a target is about, and where it turns in one of them."""
    basis, phase = program.target(target_id).basis, program.phase_of(target_id).period
    indicator = program.indicator_of(target_id, reading)
    some = st.sampled_from(
        [n for n in map(Fraction, range(1, 13)) if n in indicator.domain] or [_simplest(indicator)]
    )

    def accepted(known: Known, period: Period) -> Range | None:
        return _accepted(program, target_id, known, period, reading)

    known: dict[Period, Fraction] = {}
    turning = phase
    match basis:
        case Growth(baseline):
            known[baseline] = draw(some)
        case EachYear():
            turning = draw(st.sampled_from(phase.years))
            others = (year for year in phase.years if year != turning)
            known = {year: _accepted_number(indicator, accepted({}, year), {}) for year in others}
        case YearlyGrowth():
            first, *between, turning = phase.years
            known[first] = draw(some)
            for year in between:
                known[year] = _accepted_number(indicator, accepted(known, year), known)
    allowed = accepted(known, turning)
    return known, turning, draw(st.sampled_from(_turns(allowed, known))), allowed


def near_threshold(
    program: Program, target_id: str, *, reading: Reading = Reading()
) -> SearchStrategy[Near]:
    """Registers in which a target is just missed, just attained, or attained with one more: N - 1, N and N + 1.

    What counts happened on first and last days. Beside it stand things named again, branches of one enterprise, things
    on the day before and after, and what never counts. A state or a share has reports, one of which replaces another.
    Of a target for each year, or growth, the other years or the baseline are there too.

    Raises:
        InvalidType: for a program or a reading that is none.
        UnknownId: if there is no such target.
        InvalidValue: if it turns at no number: growth from a plan in another unit, or a number that cannot be.

    >>> from hypothesis import find
    >>> from nsc_program import HANOI
    >>> near = near_threshold(HANOI, "2021-2025/bodies")
    >>> find(near, lambda found: found.attained)
    <2021-2025/bodies: 2 over 2021-01-01 to 2025-12-31, attained, turns at 2; 2 records, 2030-12-31>
    """
    for name, given, kind in (("program", program, Program), ("reading", reading, Reading)):
        if type(given) is not kind:
            raise wrong_type(name, instance_of(kind.__name__), given)
    _check_decidable(program, target_id, reading)
    return composed(_near, program, target_id, reading)


MOST_RECORDS = 4_000
"""Beyond this a count is reported, and not recorded thing by thing."""


def _near(draw: DrawFn, program: Program, target_id: str, reading: Reading) -> Near:
    known, turning, number, allowed = _case(draw, program, target_id, reading)
    indicator = program.indicator_of(target_id, reading)
    step = step_of(indicator)
    near = [
        each
        for each in (number, number - step, number + step)
        if _can_be(indicator, known, turning, each)
    ]
    count = draw(st.sampled_from(near or [_simplest(indicator)]))
    found = {**known, turning: count}
    over = beside(
        max(period.end for period in (*found, program.period)), draw(st.sampled_from((0, 1, 400)))
    )
    return Near(
        target=target_id,
        register=_evidence(draw, program, indicator, found),
        as_of=judged(program, over),
        period=turning,
        count=count,
        number=number,
        attained=allowed is not None and count in allowed,
    )


def _can_be(indicator: Indicator, known: Known, period: Period, number: Fraction) -> bool:
    """Whether there can be so many beside what is known: no part of a period has more than all of it."""
    parts = (
        [many for other, many in known.items() if other.within(period)]
        if indicator.accumulates
        else []
    )
    wholes = (
        [many for other, many in known.items() if period.within(other)]
        if indicator.accumulates
        else []
    )
    return number in indicator.domain and max(parts, default=number) <= number <= min(
        wholes, default=number
    )


def _evidence(draw: DrawFn, program: Program, indicator: Indicator, known: Known) -> Register:
    """Records of so many things, and of what must not count, all there is; or reports, and no claims beside them."""
    apart = not any(one.meets(other) for one, other in combinations(known, 2))
    if not (indicator.accumulates and apart and sum(known.values()) <= MOST_RECORDS):
        return Register(_reports(indicator, known))
    things = [
        thing
        for period, many in known.items()
        for thing in _things(indicator.id, period, int(many))
    ]
    return Register([*things, *_decoys(draw, indicator, known)], everything(program))
