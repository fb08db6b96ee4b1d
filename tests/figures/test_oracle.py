"""The leading law, compared with all worlds of small cases.

An oracle lists the worlds; it shares no line with the library.
"""

import os
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from typing import NamedTuple, get_args

import pytest

from nsc_program import Figures, Range, Status, evaluate, tally
from oracle import (
    Answers,
    Basis,
    Case,
    Claim,
    Days,
    Kind,
    Known,
    Row,
    Said,
    Truth,
    Words,
    World,
    binding,
    is_open,
    judge,
    judged,
    rejected,
    sayable,
    sharp,
    turns,
    worlds,
)
from oracle_cases import BASES, WORDS, Drawing
from oracle_values import TARGET, indicator_of, period_of, program_of, reading_of, register_of

KINDS: tuple[Kind, ...] = get_args(Kind)
FRESH, CASES = os.environ["NSC_ORACLE_SEED"], int(os.environ["NSC_ORACLE_CASES"])
FIXED, ENOUGH = "fixed", 400


class Outcome(NamedTuple):
    """The library's results for a case, and the worlds that the case leaves open."""

    name: str
    case: Case
    worlds: frozenset[World]
    figures: Figures
    status: Status

    @property
    def outside(self) -> list[Days]:
        """Return the periods whose figure excludes the count of some world."""
        columns = zip(judged(self.case), zip(*self.worlds, strict=True), strict=True)
        return [
            days
            for days, values in columns
            if any(value not in range_of(self, days) for value in set(values))
        ]


def outcomes(seed: str, basis: Basis, count: int) -> Iterator[Outcome]:
    for number in range(count):
        case = Drawing(f"{seed}/{basis}/{number}", basis).case()
        name = f"NSC_ORACLE_SEED={seed}, {basis} {number}"
        yield Outcome(name, case, worlds(case), figures_of(case), status_of(case))


def figures_of(case: Case) -> Figures:
    return tally(program_of(case), register_of(case), as_of=case.as_of)


def status_of(case: Case) -> Status:
    return evaluate(program_of(case), figures_of(case), reading_of(case.answers))[TARGET].status


def range_of(each: Outcome, days: Days, figures: Figures | None = None) -> Range:
    return (figures or each.figures).figure(indicator_of(each.case), period_of(days)).range


@pytest.fixture(scope="module")
def fixed() -> list[Outcome]:
    return [each for basis in BASES for each in outcomes(FIXED, basis, ENOUGH)]


class TestAllWorlds:
    """A decided verdict (attained or missed) is true in every world that the evidence leaves open.

    An undecided verdict means that two worlds disagree. For `Reached`, `EachYear`, and `Growth` on
    a certain baseline of a disjoint phase this is exact, if all evidence is keyed facts and claims;
    with reports, or with other bases, the law is only sound. A verdict that is not decided is
    pending while a phase that it depends on is open, and undecided afterwards. A rejected row may
    be one more thing anywhere, so the law stays exact for `Reached`.
    """

    def test_the_law_holds_in_fixed_cases(self, fixed: list[Outcome]) -> None:
        for each in fixed:
            _hold(each)

    @pytest.mark.parametrize("basis", BASES)
    def test_the_law_holds_in_new_cases(self, basis: Basis) -> None:
        for each in outcomes(FRESH, basis, CASES):
            _hold(each)


def _hold(each: Outcome) -> None:
    assert each.worlds, f"{each.name}: {each.case}"
    assert each.status in sayable(each.case, each.worlds), f"{each.name}: {each.case}"
    assert [] == each.outside, f"{each.name}: {each.case}"


class TestCoverage:
    """The fixed cases cover what the law is about."""

    def test_every_bound_kind_and_status_occurs_on_every_basis(self, fixed: list[Outcome]) -> None:
        seen = {
            (each.case.basis, what)
            for each in fixed
            for what in (each.case.words.word, each.case.kind, each.status)
        }
        assert set() == set(product(BASES, (*WORDS, *KINDS, *Status))) - seen

    @pytest.mark.parametrize("basis", ["reached", "each year", "growth"])
    @pytest.mark.parametrize("status", Status)
    def test_cases_occur_in_which_the_law_is_exact(
        self, fixed: list[Outcome], basis: Basis, status: Status
    ) -> None:
        exact = [each for each in fixed if each.case.facts and sharp(each.case, each.worlds)]
        assert 4 <= sum(each.case.basis == basis and each.status is status for each in exact)

    def test_every_effect_of_rejected_rows_occurs(self, fixed: list[Outcome]) -> None:
        """They change figures and verdicts on every basis.

        Some cast doubt on a record, some are settled.
        """
        seen = {
            (each.case.basis, each.case.kind, use) for each in fixed for use in _uses_of_rows(each)
        }
        uses = ("one more", "several more", "doubted", "settled", "decided", "no longer decided")
        assert set() == set(product(BASES, ("distinct", "additive"), uses)) - seen

    @pytest.mark.parametrize("each_year", [True, False])
    def test_every_status_of_yearly_growth_occurs_under_both_readings(
        self, fixed: list[Outcome], *, each_year: bool
    ) -> None:
        yearly = (
            each
            for each in fixed
            if each.case.basis == "yearly growth" and len(judged(each.case)) > 2
        )
        assert set(Status) == {
            each.status for each in yearly if each.case.answers.each_year is each_year
        }

    def test_every_kind_of_baseline_occurs(self, fixed: list[Outcome]) -> None:
        seen = {
            (_baseline(each), _place(each.case)) for each in fixed if each.case.basis == "growth"
        }
        bases = ("zero", "possibly zero", "certain", "without end", "one of some")
        assert (
            set()
            == set(product(bases, ("before the programme", "another phase", "overlapping"))) - seen
        )

    def test_every_extent_of_claims_occurs(self, fixed: list[Outcome]) -> None:
        seen = {(each.case.basis, _extent(each.case)) for each in fixed if not each.case.domain}
        assert set(product(BASES, ("none", "a part", "all"))) == seen

    def test_every_effect_of_reports_occurs(self, fixed: list[Outcome]) -> None:
        reported = [
            each
            for each in fixed
            if each.case.reports and each.case.basis in ("reached", "each year")
        ]
        seen = {(each.case.kind, use) for each in reported for use in _uses(each)}
        always = {"about a period that is judged", "replaced", "not verified", "an estimate"}
        counts = {"a floor", "a ceiling", "a ceiling of several", "a ceiling with claims"}
        adding = {"a floor of several", "a floor with claims"}
        expected = {
            *product(KINDS, always),
            *product(KINDS[:2], counts),
            *product(["additive"], adding),
        }
        assert set() == expected - seen


def _baseline(each: Outcome) -> str:
    values = {world[0] for world in each.worlds}
    if len(values) == 1:
        return "zero" if values == {0} else "certain"
    if 0 in values:
        return "possibly zero"
    return "without end" if range_of(each, judged(each.case)[0]).high is None else "one of some"


def _place(case: Case) -> str:
    since, phase = judged(case)
    if since.last < phase.first:
        return "another phase" if case.since_is_phase else "before the programme"
    return "later" if phase.last < since.first else "overlapping"


def _extent(case: Case) -> str:
    """Return how much of the phase is claimed."""
    days = [day for day in turns(case, [case.phase]) if case.phase.first <= day <= case.phase.last]
    open_days = {is_open(case, each) for each in days}
    return "a part" if len(open_days) == 2 else "none" if True in open_days else "all"


def _uses_of_rows(each: Outcome) -> Iterator[str]:
    case, rows = each.case, rejected(each.case)
    without = case._replace(rows=())
    known = [fact.record for fact in case.facts]
    decided = {Status.ATTAINED, Status.MISSED}
    uses = {
        "one more": sum(row.things for row in rows.values()) == 1,
        "several more": sum(row.things for row in rows.values()) > 1,
        "doubted": any(record in known for record in rows),
        "settled": any(row.record in known and row.record not in rows for row in case.rows),
        "decided": bool(rows) and each.status in decided,
        "no longer decided": each.status not in decided and status_of(without) in decided,
    }
    yield from (use for use, so in uses.items() if so)


def _uses(each: Outcome) -> Iterator[str]:
    """Yield the effects of reports, seen from the figures without some of the evidence."""
    case, reports = each.case, each.case.reports
    unclaimed = figures_of(case._replace(claims=()))
    without, *alone = [
        figures_of(case._replace(reports=said)) for said in [(), *((one,) for one in reports)]
    ]
    for days in judged(case):
        same = tuple(
            said
            for said in reports
            if said.days == days or (case.domain and said.days.last == days.last)
        )
        kinds = (each.figures, unclaimed, without, figures_of(case._replace(reports=same)))
        ranges = [range_of(each, days, figures) for figures in kinds]
        singles = [range_of(each, days, figures) for figures in alone]
        yield from _bounds("floor", *([one.low for one in found] for found in (ranges, singles)))
        yield from _bounds("ceiling", *([one.high for one in found] for found in (ranges, singles)))
        uses = {
            "about a period that is judged": ranges[2] != ranges[3],
            "replaced": any(
                one.verified and one.days.last <= case.as_of and one not in binding(case)
                for one in same
            ),
            "not verified": any(not one.verified for one in same),
            "an estimate": any(one.issued < one.days.last for one in same),
        }
        yield from (use for use, so in uses.items() if so)


def _bounds(
    name: str, ends: list[Fraction | None], singles: list[Fraction | None]
) -> Iterator[str]:
    """Yield how an end of a figure came about.

    It may come from one report over another period, from several reports, or from reports with
    claims.
    """
    full, unclaimed, counted, exact = ends
    by_others = full not in (counted, exact)
    uses = {
        f"a {name}": by_others and full == unclaimed and full in singles,
        f"a {name} of several": by_others and full == unclaimed and full not in singles,
        f"a {name} with claims": by_others and full != unclaimed,
    }
    yield from (use for use, so in uses.items() if so)


# The oracle itself, in cases that are small enough to list by hand.

YEAR, NEXT = Days(date(2021, 1, 1), date(2021, 12, 31)), Days(date(2022, 1, 1), date(2022, 12, 31))
BOTH = Days(YEAR.first, NEXT.last)
IN_YEAR, IN_NEXT, AFTER = date(2021, 6, 1), date(2022, 6, 1), date(2023, 6, 1)
PLAINLY = Answers(
    Fraction(1, 20),
    may_exceed=True,
    strict=True,
    plain_is_floor=True,
    upper_binds=False,
    each_year=True,
)
ALL = (Claim(Days(date.min, AFTER), AFTER),)
UP_TO_YEAR = (Claim(Days(date.min, AFTER), YEAR.last),)
TWO_YEARS = Case(
    kind="distinct",
    domain=(),
    phase=BOTH,
    basis="each year",
    since=None,
    since_is_phase=False,
    words=Words("at least", 1),
    answers=PLAINLY,
    as_of=AFTER,
)
TOTAL, OCCASIONS = (
    TWO_YEARS._replace(basis="reached"),
    TWO_YEARS._replace(basis="reached", kind="additive"),
)
GROWN = TWO_YEARS._replace(basis="growth", phase=NEXT, since=YEAR)
STATE = TWO_YEARS._replace(kind="state", domain=(0, 1, 2))
A, B = Known("a", IN_YEAR, verified=True), Known("b", IN_YEAR, verified=False)
A_AGAIN = Known("a", IN_NEXT, verified=False)
A_READ, ROW = A._replace(record="r"), Row("r", entered=IN_NEXT)


def _said(
    days: Days, low: int, high: int | None, issued: date = AFTER, *, verified: bool = True
) -> Said:
    return Said(days, low, high, issued, verified)


class TestWorlds:
    """The oracle lists exactly the worlds that the evidence leaves open."""

    @pytest.mark.parametrize(
        ("case", "expected"),
        [
            (TOTAL._replace(facts=(A,), claims=ALL), {(1,)}),
            (TOTAL._replace(facts=(A, B), claims=ALL), {(1,), (2,)}),
            (TOTAL._replace(facts=(A, A_AGAIN), claims=ALL), {(1,)}),
            (OCCASIONS._replace(facts=(A, A_AGAIN._replace(key="c")), claims=ALL), {(1,), (2,)}),
            (TWO_YEARS._replace(facts=(A, A_AGAIN), claims=ALL), {(1, 0), (1, 1)}),
            (GROWN._replace(facts=(A, A_AGAIN), claims=ALL), {(1, 0), (1, 1)}),
            # The second year is unknown: the same thing may come again, and up to four others are
            # listed.
            (TWO_YEARS._replace(facts=(A,), claims=UP_TO_YEAR), {(1, n) for n in range(6)}),
            (TOTAL._replace(facts=(A,), claims=UP_TO_YEAR), {(1 + n,) for n in range(5)}),
            # Days after the day of judgement are open, despite claims and facts about them.
            (TOTAL._replace(claims=ALL, as_of=YEAR.last), {(n,) for n in range(5)}),
            (
                TWO_YEARS._replace(facts=(A_AGAIN,), claims=ALL, as_of=YEAR.last),
                {(0, n) for n in range(6)},
            ),
        ],
    )
    def test_facts_and_claims_leave_these_worlds(self, case: Case, expected: set[World]) -> None:
        assert expected == worlds(case)

    @pytest.mark.parametrize(
        ("case", "expected"),
        [
            (TOTAL._replace(rows=(ROW,)), {(0,), (1,)}),
            (
                TOTAL._replace(rows=(ROW, ROW._replace(entered=AFTER, things=3))),
                {(0,), (1,), (2,), (3,)},
            ),
            (TOTAL._replace(rows=(ROW, ROW._replace(record="other"))), {(0,), (1,), (2,)}),
            (TWO_YEARS._replace(rows=(ROW,)), {(0, 0), (1, 0), (0, 1)}),
            # The earlier version of the record may be wrong, and a later version settles it.
            (TOTAL._replace(facts=(A_READ,), rows=(ROW,)), {(0,), (1,), (2,)}),
            (
                TOTAL._replace(facts=(A_READ._replace(entered=IN_NEXT),), rows=(ROW,)),
                {(0,), (1,), (2,)},
            ),
            (TOTAL._replace(facts=(A_READ, A_READ._replace(entered=AFTER)), rows=(ROW,)), {(1,)}),
            (
                TOTAL._replace(facts=(A_READ, A_READ._replace(entered=AFTER, key="b")), rows=()),
                {(1,)},
            ),
            # The row may be about the same thing again; in the second year that adds nothing to
            # both years.
            (GROWN._replace(since=BOTH, facts=(A,), rows=(ROW,)), {(1, 0), (2, 0), (2, 1), (1, 1)}),
            (
                GROWN._replace(since=BOTH, kind="additive", facts=(A,), rows=(ROW,)),
                {(1, 0), (2, 0), (2, 1)},
            ),
        ],
    )
    def test_rejected_rows_leave_these_worlds(self, case: Case, expected: set[World]) -> None:
        assert expected == worlds(case._replace(claims=ALL))

    @pytest.mark.parametrize(
        ("case", "expected"),
        [
            (TOTAL._replace(reports=(_said(YEAR, 1, 1), _said(NEXT, 1, 1))), {(1,), (2,)}),
            (OCCASIONS._replace(reports=(_said(YEAR, 1, 1), _said(NEXT, 1, 1))), {(2,)}),
            (TOTAL._replace(reports=(_said(YEAR, 2, None),)), {(2,), (3,), (4,)}),
            (TOTAL._replace(reports=(_said(Days(date.min, NEXT.last), 0, 1),)), {(0,), (1,)}),
            (TOTAL._replace(facts=(A,), reports=(_said(BOTH, 2, 2),)), {(2,)}),
            (TOTAL._replace(reports=(_said(BOTH, 1, 1), _said(BOTH, 2, 2, NEXT.last))), {(1,)}),
            (TOTAL._replace(claims=ALL, reports=(_said(BOTH, 2, 2, verified=False),)), {(0,)}),
            (
                TWO_YEARS._replace(claims=ALL, as_of=YEAR.last, reports=(_said(NEXT, 1, 1),)),
                {(0, n) for n in range(5)},
            ),
            (TOTAL._replace(claims=ALL, reports=(_said(BOTH, 2, 2),)), set()),
            (
                STATE._replace(reports=(_said(BOTH, 1, 2),)),
                {(n, m) for n in range(3) for m in (1, 2)},
            ),
            (
                STATE._replace(
                    reports=(_said(BOTH, 1, 1, NEXT.last), _said(NEXT, 0, 0), _said(YEAR, 0, 0))
                ),
                {(0, 0)},
            ),
            # Growth from a period that ends on the same day: a state has one value then.
            (STATE._replace(basis="growth", since=NEXT), {(0, 0), (1, 1), (2, 2)}),
        ],
    )
    def test_reports_leave_these_worlds(self, case: Case, expected: set[World]) -> None:
        assert expected == worlds(case)


class TestJudge:
    """The oracle judges each world by the bound of the target."""

    @pytest.mark.parametrize(
        ("words", "answers", "fitting"),
        [
            (Words("at least", 20), PLAINLY, {20, 21, 22, 99}),
            (Words("more than", 20), PLAINLY, {21, 22, 99}),
            (Words("more than", 20), PLAINLY._replace(strict=False), {20, 21, 22, 99}),
            (Words("about", 20), PLAINLY, {19, 20, 21, 22, 99}),
            (Words("about", 20), PLAINLY._replace(may_exceed=False), {19, 20, 21}),
            (Words("between", 19, 20), PLAINLY, {19, 20, 21, 22, 99}),
            (Words("between", 19, 20), PLAINLY._replace(upper_binds=True), {19, 20}),
            (
                Words("between", 20, 21, about=True),
                PLAINLY._replace(upper_binds=True),
                {19, 20, 21, 22},
            ),
            (Words("plain", 20), PLAINLY, {20, 21, 22, 99}),
            (Words("plain", 20), PLAINLY._replace(plain_is_floor=False), {20}),
            (Words("at most", 20), PLAINLY, {0, 18, 19, 20}),
            (Words("less than", 20), PLAINLY, {0, 18, 19}),
        ],
    )
    def test_values_that_meet_the_bound(
        self, words: Words, answers: Answers, fitting: set[int]
    ) -> None:
        case = TOTAL._replace(words=words, answers=answers)
        assert fitting == {value for value in (0, 18, 19, 20, 21, 22, 99) if judge(case, (value,))}

    @pytest.mark.parametrize(
        ("world", "expected"),
        [
            ((2, 3), True),
            ((2, 2), False),
            ((0, 3), None),
            ((4, 6, 9), True),
            ((4, 5, 9), False),
            ((4, 6, 8), False),
            ((0, 0, 0), None),
            ((0, 1, 2), None),
            ((0, 1, 1), False),
            ((2, 0, 1), False),
        ],
    )
    def test_each_year_must_grow_by_half(self, world: World, expected: Truth) -> None:
        """If one year fails, it does not matter that growth in another year has no meaning."""
        assert expected is judge(
            TWO_YEARS._replace(basis="yearly growth", words=Words("at least", 50)), world
        )

    @pytest.mark.parametrize(
        ("world", "expected"),
        [((2, 3), True), ((4, 0, 9), True), ((4, 9, 8), False), ((0, 1, 9), None)],
    )
    def test_the_mean_must_grow_by_half(self, world: World, expected: Truth) -> None:
        case = TWO_YEARS._replace(basis="yearly growth", words=Words("at least", 50))
        assert expected is judge(case._replace(answers=PLAINLY._replace(each_year=False)), world)


class TestCorrectStatuses:
    """The status is attained if all worlds fulfil the target, and missed if all fail.

    Otherwise, or if the law is not exact, it may be open.
    """

    @pytest.mark.parametrize(
        ("case", "expected"),
        [
            (
                TWO_YEARS._replace(facts=(A, A_AGAIN._replace(verified=True)), claims=ALL),
                {"attained"},
            ),
            (TWO_YEARS._replace(facts=(A, A_AGAIN), claims=ALL), {"undecided"}),
            (TWO_YEARS._replace(facts=(A,), claims=ALL), {"missed"}),
            (TWO_YEARS._replace(facts=(A,), claims=ALL, as_of=YEAR.last), {"pending"}),
            (
                TWO_YEARS._replace(facts=(A,), claims=ALL, reports=(_said(BOTH, 1, 1),)),
                {"missed", "undecided"},
            ),
            (GROWN._replace(facts=(A,), claims=ALL), {"missed"}),
            (GROWN._replace(facts=(A,), claims=ALL, as_of=YEAR.last), {"pending"}),
            (GROWN._replace(facts=(A,), claims=ALL, since=BOTH), {"missed", "undecided"}),
            (GROWN._replace(facts=(A, B), claims=ALL), {"missed", "undecided"}),
            (GROWN._replace(claims=ALL), {"undecided"}),
            (
                GROWN._replace(facts=(A,), claims=ALL, phase=YEAR, since=NEXT, as_of=YEAR.last),
                {"pending"},
            ),
            (
                TWO_YEARS._replace(basis="yearly growth", facts=(A,), claims=ALL),
                {"missed", "undecided"},
            ),
            (TOTAL._replace(rows=(ROW,), claims=ALL), {"undecided"}),
            (TOTAL._replace(facts=(A,), rows=(ROW,), claims=ALL), {"attained"}),
            # One more thing is not in both years, but may be in either of them.
            (TWO_YEARS._replace(rows=(ROW,), claims=ALL), {"missed", "undecided"}),
        ],
    )
    def test_these_statuses_are_correct(self, case: Case, expected: set[str]) -> None:
        assert expected == sayable(case, worlds(case))
