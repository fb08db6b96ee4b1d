"""Write what plans ask for: a number in words, and several plans side by side in a grid."""

from collections.abc import Iterable, Iterator, Mapping

from nsc_program.errors import InvalidValue, Message
from nsc_program.plan._bases import IN_PERCENT
from nsc_program.plan._bounds import worded
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._targets import Target
from nsc_program.report import phrases
from nsc_program.report._table import ASPIRATIONAL
from nsc_program.report.grids import Grid
from nsc_program.report.labels import label
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._plan_comparison import ComparedIndicator, ComparedPlan, PlanComparison
from nsc_program.verdicts._planned_numbers import NumberPair, PlannedNumber, PlanSide
from nsc_program.wording import Phrase, render

# --- one target ---


def number_in_words(target: Target, indicator: Indicator, lang: Lang) -> str:
    """Put the number of a target and its basis into words, as the library understands them.

    Args:
        target: the target.
        indicator: an indicator that it is about, whose unit is named.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        The words, such as `about 1,500 enterprises`; a number that has no words is described.
    """
    phrase = Phrase(target.bound, target.basis, unit=_unit(target, indicator, lang))
    try:
        return render(phrase, lang)
    except InvalidValue:  # for example a fraction that has no finite decimal form
        return _not_worded(worded(target.bound)).in_(lang)


def _unit(target: Target, indicator: Indicator, lang: Lang) -> str:
    """Return the unit of the number of a target, which is a percentage for growth."""
    if isinstance(target.basis, IN_PERCENT):
        return "%"
    return phrases.things(worded(target.bound), indicator.unit.label, lang)


def _not_worded(ends: Range) -> Message:
    """Write that a number cannot be put into words."""
    number = " – ".join(dict.fromkeys((str(ends.low), str(ends.high))))
    return Message(
        f"con số {number}, không viết được thành lời",
        f"the number {number}, which cannot be put into words",
    )


# --- several plans ---

_TITLE = Text(vi="So sánh các kế hoạch", en="Plans side by side")
_INDICATOR = Text(vi="Chỉ tiêu", en="Indicator")
_REMARKS = Text(vi="So sánh được hay không", en="Can they be compared")
_COMPARABLE = Text(vi="so sánh được", en="can be compared")
_NOTHING = "—"


def plans_grid(comparison: PlanComparison, lang: Lang) -> Grid:
    """Put plans side by side in words, one row for each indicator.

    Args:
        comparison: the plans, as `compare_plans` compares them.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A grid with a column for the indicator, one for the numbers of each plan, and one that says
        of each two numbers whether they can be compared, and why not.
    """
    plans = comparison.plans
    return Grid(
        title=_TITLE.in_(lang),
        headings=(_INDICATOR.in_(lang), *map(_heading, plans), _REMARKS.in_(lang)),
        rows=tuple(_row(compared, lang) for compared in comparison),
    )


def _heading(plan: ComparedPlan) -> str:
    """Name a plan, with its edition and its territory."""
    territory = f", {plan.territory}" if plan.territory else ""
    return f"{plan.id} ({plan.edition}{territory})"


def _row(compared: ComparedIndicator, lang: Lang) -> tuple[str, ...]:
    """Write the numbers of each plan for one indicator, and which of them can be compared."""
    unit = compared.indicator.unit.label.in_(lang)
    periods = {side.plan: _periods(side) for side in compared.sides}
    numbers = ("; ".join(_numbers(side, compared.indicator, lang)) for side in compared.sides)
    return (
        f"{compared.indicator.label.in_(lang)} ({unit})",
        *(text or _NOTHING for text in numbers),
        "; ".join(_remark(pair, periods, lang) for pair in compared.pairs),
    )


def _periods(side: PlanSide) -> Mapping[str, Period]:
    """Return the periods of the numbers of a plan, by the ids of the targets."""
    return {number.target.id: number.period for number in side.numbers}


def _numbers(side: PlanSide, indicator: Indicator, lang: Lang) -> Iterator[str]:
    """Write the numbers of one plan for an indicator, each after its period."""
    for number in side.numbers:
        own = _own(number, indicator)
        aspirational = ASPIRATIONAL.in_(lang) if number.target.aspirational else ""
        words = number_in_words(number.target, own, lang)
        yield f"{phrases.period(number.period, lang)}: {words}{aspirational}"


def _own(number: PlannedNumber, indicator: Indicator) -> Indicator:
    """Return an indicator as the plan of a number defines it."""
    return next(each for each in number.indicators if each.id == indicator.id)


def _remark(pair: NumberPair, periods: Mapping[str, Mapping[str, Period]], lang: Lang) -> str:
    """Write whether two numbers can be compared, after the plans and their periods."""
    if pair.targets:
        named = zip(pair.plans, pair.targets, strict=True)
        sides = [f"{plan} {phrases.period(periods[plan][target], lang)}" for plan, target in named]
    else:
        sides = [*pair.plans]
    return f"{' – '.join(sides)}: {_verdict(pair, lang)}"


def _verdict(pair: NumberPair, lang: Lang) -> str:
    """Write whether two numbers can be compared, and why not."""
    if pair.comparable:
        return _COMPARABLE.in_(lang)
    return ", ".join(_reasons(pair, lang))


def _reasons(pair: NumberPair, lang: Lang) -> Iterable[str]:
    """Return the reasons why two numbers cannot be compared, in words."""
    return phrases.each_in(lang, map(label, pair.differences))
