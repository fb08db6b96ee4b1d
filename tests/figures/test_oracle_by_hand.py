"""The oracle itself, in cases that are small enough to list by hand."""

from datetime import date
from fractions import Fraction

import pytest

from each import for_each
from oracle import sayable, worlds
from oracle_judge import judge
from oracle_terms import Answers, Basis, Case, Claim, Days, Known, Row, Said, Truth, Words, World

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
RISEN = GROWN._replace(basis="difference")
CLOSE = Days(date.min, YEAR.last)
PART_OF_BOTH = TWO_YEARS._replace(basis="during", part=YEAR)
THREE_YEARS = TWO_YEARS._replace(phase=Days(YEAR.first, date(2023, 12, 31)))
FROM_FIRST = PLAINLY._replace(mean_from_year_before=False)
MEAN = TWO_YEARS._replace(basis="mean growth", answers=FROM_FIRST)
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

    @for_each(
        ("case", "expected"),
        [
            (TOTAL._replace(facts=(A,), claims=ALL), {(1,)}),
            (TOTAL._replace(facts=(A, B), claims=ALL), {(1,), (2,)}),
            (TOTAL._replace(facts=(A, A_AGAIN), claims=ALL), {(1,)}),
            (OCCASIONS._replace(facts=(A, A_AGAIN._replace(key="c")), claims=ALL), {(1,), (2,)}),
            (TWO_YEARS._replace(facts=(A, A_AGAIN), claims=ALL), {(1, 0), (1, 1)}),
            (GROWN._replace(facts=(A, A_AGAIN), claims=ALL), {(1, 0), (1, 1)}),
            # Up to the close of the year, and up to the close of the phase.
            (RISEN._replace(facts=(A, A_AGAIN), since=CLOSE, claims=ALL), {(1, 1)}),
            (PART_OF_BOTH._replace(facts=(A, B), claims=ALL), {(1,), (2,)}),
            (MEAN._replace(facts=(A, A_AGAIN), claims=ALL), {(1, 0), (1, 1)}),
            # The year before the phase is the first of the two.
            (
                MEAN._replace(answers=PLAINLY, phase=NEXT, facts=(A, A_AGAIN), claims=ALL),
                {(1, 0), (1, 1)},
            ),
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

    @for_each(
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

    @for_each(
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

    @for_each(
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

    @for_each(
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
        [((4, 0, 9), True), ((4, 9, 8), False), ((0, 1, 9), None)],
    )
    def test_the_mean_must_grow_by_half(self, world: World, expected: Truth) -> None:
        case = THREE_YEARS._replace(basis="yearly growth", words=Words("at least", 50))
        assert expected is judge(case._replace(answers=PLAINLY._replace(each_year=False)), world)

    @pytest.mark.parametrize(
        ("world", "expected"),
        [((4, 9), True), ((4, 8), False), ((0, 9), None), ((0, 0), None)],
    )
    def test_the_mean_is_repeated_each_year(self, world: World, expected: Truth) -> None:
        """From the first year of three to the last there are two steps, as from the year before."""
        mean = THREE_YEARS._replace(basis="mean growth", words=Words("at least", 50))
        of_phase = mean._replace(answers=PLAINLY._replace(mean_from_year_before=False))
        assert expected is judge(of_phase, world)
        assert expected is judge(mean._replace(phase=BOTH), world)

    @for_each(
        ("basis", "world", "expected"),
        [
            ("growth", (4, 2), True),
            ("growth", (4, 3), False),
            ("growth", (0, 0), None),
            ("yearly growth", (4, 2), True),
            ("yearly growth", (4, 2, 1), True),
            ("yearly growth", (4, 3, 1), False),
            ("mean growth", (8, 2), True),
            ("mean growth", (8, 3), False),
            ("difference", (60, 10), True),
            ("difference", (59, 10), False),
            ("difference", (0, 10), False),
        ],
    )
    def test_the_number_must_fall_by_fifty(
        self, basis: Basis, world: World, expected: Truth
    ) -> None:
        since = YEAR if basis in ("growth", "difference") else None
        case = TWO_YEARS._replace(basis=basis, since=since, words=Words("at least", 50))
        assert expected is judge(case._replace(falling=True), world)

    @pytest.mark.parametrize(("now", "expected"), [(0, True), (1, True), (2, False)])
    def test_a_mean_fall_of_more_than_all_leads_to_nothing(self, now: int, expected: Truth) -> None:
        """About 100 % is from 90 % to 110 %; the square of the last factor is above zero."""
        answers = PLAINLY._replace(tolerance=Fraction(1, 10), may_exceed=False)
        case = TWO_YEARS._replace(basis="mean growth", words=Words("about", 100), answers=answers)
        assert expected is judge(case._replace(falling=True), (100, now))

    @pytest.mark.parametrize(
        ("world", "expected"), [((10, 15), True), ((10, 14), False), ((0, 5), True)]
    )
    def test_the_number_must_rise_by_five(self, world: World, expected: Truth) -> None:
        case = TWO_YEARS._replace(basis="difference", since=YEAR, words=Words("at least", 5))
        assert expected is judge(case, world)


class TestCorrectStatuses:
    """The status is attained if all worlds fulfil the target, and missed if all fail.

    Otherwise, or if the law is not exact, it may be open.
    """

    @for_each(
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
            (GROWN._replace(facts=(A,), claims=ALL, since=BOTH), {"missed"}),
            (GROWN._replace(facts=(A, B), claims=ALL, since=BOTH), {"missed", "undecided"}),
            (PART_OF_BOTH._replace(facts=(A,), claims=ALL, as_of=YEAR.last), {"attained"}),
            (PART_OF_BOTH._replace(claims=ALL, as_of=YEAR.first), {"pending"}),
            (RISEN._replace(facts=(A, B), claims=ALL), {"missed"}),
            (RISEN._replace(facts=(A, B), claims=ALL, rows=(ROW,)), {"missed", "undecided"}),
            (RISEN._replace(facts=(A,), claims=ALL, since=CLOSE), {"missed"}),
            (RISEN._replace(facts=(A, B), claims=ALL, since=CLOSE), {"missed", "undecided"}),
            (MEAN._replace(facts=(A,), claims=ALL), {"missed"}),
            (MEAN._replace(facts=(A, B), claims=ALL), {"missed", "undecided"}),
            (MEAN._replace(facts=(A,), claims=ALL, as_of=YEAR.last), {"pending"}),
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
