"""The oracle of shares, of parts and of issuers, in cases that are small enough to list by hand."""

from datetime import date
from fractions import Fraction

import pytest

from each import for_each
from oracle import sayable, worlds
from oracle_shares import is_exact, least_ranges
from oracle_terms import Answers, Case, Claim, Days, Known, Number, Row, Said, Words, World

YEAR, NEXT = Days(date(2021, 1, 1), date(2021, 12, 31)), Days(date(2022, 1, 1), date(2022, 12, 31))
BOTH = Days(YEAR.first, NEXT.last)
IN_YEAR, IN_NEXT, AFTER = date(2021, 6, 1), date(2022, 6, 1), date(2023, 6, 1)
ALL = (Claim(Days(date.min, AFTER), AFTER),)
COUNT = Case(
    kind="distinct",
    domain=(),
    phase=YEAR,
    basis="reached",
    since=None,
    since_is_phase=False,
    words=Words("at least", 50),
    answers=Answers(
        Fraction(1, 20),
        may_exceed=True,
        strict=True,
        plain_is_floor=True,
        upper_binds=True,
        each_year=True,
    ),
    as_of=AFTER,
)
A, B = Known("a", IN_YEAR, verified=True), Known("b", IN_YEAR, verified=False)
SURE_B, C = B._replace(verified=True), Known("c", IN_YEAR, verified=False)
BETWEEN = Words("between", 40, 45)
ANYTHING = {(number,) for number in (0, Fraction(95, 2), 50, Fraction(105, 2), 100)}


def of(*facts: Known) -> Case:
    """Return a count that is complete."""
    return COUNT._replace(facts=facts, claims=ALL)


def share(part: Case, whole: Case, *reports: Said, case: Case = COUNT) -> Case:
    same = {name: getattr(case, name) for name in ("phase", "basis", "since", "words")}
    shared = (part._replace(**same), whole._replace(**same))
    return case._replace(kind="share", shared=shared, reports=reports)


def said(days: Days, low: Number, high: Number | None, part: str = "", issuer: str = "") -> Said:
    return Said(days, low, high, AFTER, verified=True, part=part, issuer=issuer)


EACH = COUNT._replace(basis="each year", phase=BOTH)
RISEN = COUNT._replace(basis="difference", phase=NEXT, since=YEAR, words=Words("at least", 25))
LATER = of(A, SURE_B, A._replace(on=IN_NEXT))


class TestWorlds:
    """A share is one number out of another, in percent."""

    @for_each(
        ("case", "expected"),
        [
            (share(of(A), of(A, SURE_B)), {(50,)}),
            (share(of(A, B), of(A, SURE_B)), {(50,), (100,)}),
            (share(of(A), of(A, SURE_B, C)), {(50,), (Fraction(100, 3),)}),
            # The numerator is never above the denominator.
            (share(of(A, B), of(A)), {(100,)}),
            # A share of nothing can be anything, unless a report says what it is.
            (share(of(), of()), ANYTHING),
            (share(of(), of(), said(YEAR, 60, None)), {(60,), (100,)}),
            (share(of(A, B), of(A, SURE_B), said(YEAR, 60, None)), {(100,)}),
            (share(of(A, B), of(A, SURE_B), said(BOTH, 60, None)), {(50,), (100,)}),
            (share(LATER, LATER, case=EACH), {(100, 100)}),
            (share(of(A), of(A, SURE_B, A._replace(on=IN_NEXT)), case=RISEN), {(50, 0)}),
        ],
    )
    def test_the_parts_leave_these_shares(self, case: Case, expected: set[World]) -> None:
        assert expected == worlds(case)

    @pytest.mark.parametrize(
        ("reports", "expected"),
        [
            ([said(YEAR, 1, 2, "north"), said(YEAR, 3, 3, "south")], {(4,), (5,)}),
            ([said(YEAR, 1, 1, "north"), said(YEAR, 0, 1)], {(1,)}),
            ([said(YEAR, 1, 2, "north"), said(YEAR, 0, 3)], {(1,), (2,), (3,)}),
            ([said(YEAR, 1, 3, issuer="a"), said(YEAR, 2, 9, issuer="b")], {(2,), (3,)}),
            ([said(YEAR, 1, 3, "north", "a"), said(YEAR, 2, 2, "north", "b")], {(2,), (3,)}),
        ],
    )
    def test_reports_of_parts_and_issuers_leave_these_numbers(
        self, reports: list[Said], expected: set[World]
    ) -> None:
        at_most_3 = () if (4,) in expected else (said(YEAR, 0, 3, issuer="c"),)
        assert expected == worlds(COUNT._replace(reports=(*reports, *at_most_3)))


class TestExactness:
    """The range of a share is the least, if the evidence on its parts is exact."""

    @pytest.mark.parametrize(
        ("case", "expected"),
        [
            (share(of(A, B), of(A, SURE_B)), [(50, 100)]),
            (share(of(A, B), of(A, SURE_B), said(YEAR, 60, 90)), [(60, 90)]),
            (share(of(), of()), [(0, 100)]),
            (share(of(A), of(A, SURE_B, A._replace(on=IN_NEXT)), case=RISEN), [(50, 50), (0, 0)]),
            # The numerator has no most, and its listed numbers reach the denominator.
            (share(COUNT, of(A)), [(0, 100)]),
            (share(COUNT, COUNT), [(0, 100)]),
        ],
    )
    def test_these_are_exact(self, case: Case, expected: list[tuple[Number, Number]]) -> None:
        assert is_exact(case)
        assert expected == list(least_ranges(case))

    @pytest.mark.parametrize(
        "case",
        [
            share(of(A)._replace(reports=(said(YEAR, 1, 1),)), of(A)),
            share(of(A)._replace(rows=(Row("r", AFTER),)), of(A, SURE_B)),
            share(of(A), COUNT._replace(facts=(A,))),
            share(of(A), of(B)),
            share(of(A), of(A), case=RISEN._replace(phase=BOTH)),
        ],
        ids=["reports", "rejected rows", "no most", "numerator above zero", "shared days"],
    )
    def test_these_are_not(self, case: Case) -> None:
        assert not is_exact(case)

    @pytest.mark.parametrize(
        ("case", "expected"),
        [
            (share(of(A), of(A, SURE_B)), {"attained"}),
            (share(of(A), of(A, SURE_B, C)), {"undecided"}),
            (share(of(), of(A)), {"missed"}),
            # 1 of 2 or 1 of 3: no share is between 40 and 45 %, but 50 and 33.3 % are around it.
            (
                share(of(A), of(A, SURE_B, C), case=COUNT._replace(words=BETWEEN)),
                {"missed", "undecided"},
            ),
            # That the denominator is not zero is seen from the numerator only.
            (share(of(A), of(B)), {"attained", "undecided"}),
            (share(of(A), of(A, SURE_B), said(YEAR, 0, 60)), {"attained", "undecided"}),
        ],
    )
    def test_these_statuses_are_correct(self, case: Case, expected: set[str]) -> None:
        assert expected == sayable(case, worlds(case))
