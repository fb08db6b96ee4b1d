"""The leading law, compared with all worlds of small cases.

An oracle lists the worlds; it shares no line with the library.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from nsc_program import Status
from oracle import sharp
from oracle_cases import KINDS, WORDS
from oracle_outcomes import (
    ASKED,
    SHARES,
    Asked,
    Outcome,
    figures_of,
    hold,
    outcomes,
    range_of,
    status_of,
)
from oracle_share_cases import COUNTED
from oracle_shares import is_exact
from oracle_terms import Case, judged
from oracle_worlds import binding, is_open, rejected, turns, worlds_of_one
from tracing import first_traced, untraced

FRESH, CASES = os.environ["NSC_ORACLE_SEED"], int(os.environ["NSC_ORACLE_CASES"])
FIXED, ENOUGH, ENOUGH_SHARES = "fixed", 480, 120
# The first fixed cases of each kind take every branch, so coverage does not trace the others.
TRACED = 60
_STATUS_OF = first_traced(status_of)


def _found(seed: str, kinds: Iterable[Asked], numbers: range) -> list[Outcome]:
    return [each for asked in kinds for each in outcomes(seed, asked, numbers)]


def _hold(found: Iterable[Outcome]) -> None:
    for each in found:
        hold(each)


def _fixed(kinds: Iterable[Asked], enough: int) -> list[Outcome]:
    return [
        *_found(FIXED, kinds, range(TRACED)),
        *untraced(_found)(FIXED, kinds, range(TRACED, enough)),
    ]


@pytest.fixture(scope="module")
def fixed() -> list[Outcome]:
    return _fixed(ASKED, ENOUGH)


@pytest.fixture(scope="module")
def shares() -> list[Outcome]:
    return _fixed(SHARES, ENOUGH_SHARES)


class TestAllWorlds:
    """A decided verdict (attained or missed) is true in every world that the evidence leaves open.

    An undecided verdict means that two worlds disagree. This is exact if all evidence is keyed
    facts and claims, for `Reached`, `During` and `EachYear`; for `Difference` of whole numbers if
    the phase and its baseline do not overlap; and for `Growth`, `Difference` and `MeanGrowth` on a
    certain baseline. Falls are exact where growth is. With reports, or with other bases, the law is
    only sound: a number of growth that is accepted for some baseline may lie between those of two
    baselines, and the years of `YearlyGrowth` depend on each other, as do periods that share days.
    A verdict that is not decided is pending while a day that it depends on is to come, and
    undecided afterwards. A rejected row may be one more thing anywhere, so the law stays exact for
    `Reached` and `During`; it is in one year or period only, so the law is only sound where two are
    compared.

    A share is known exactly if keyed facts and claims, or reports of states, are all the evidence
    on its parts. Then its range is the least that holds the share of every world, and what the
    reports about the share leave of it. A verdict on it is decided if all numbers between the least
    and the largest share agree. Two things remain: a numerator that shows that the denominator is
    not zero is not used, and the numbers of two periods that share days depend on each other.
    """

    def test_the_law_holds_in_fixed_cases(
        self, fixed: list[Outcome], shares: list[Outcome]
    ) -> None:
        _hold((*fixed[::40], *shares[::10]))
        untraced(_hold)((*fixed, *shares))

    @pytest.mark.parametrize("asked", [*ASKED, *SHARES], ids=lambda asked: asked.name)
    def test_the_law_holds_in_new_cases(self, asked: Asked) -> None:
        untraced(_hold)(outcomes(FRESH, asked, range(CASES)))


class TestCoverage:
    """The fixed cases cover what the law is about."""

    def test_every_bound_kind_and_status_occurs_on_every_basis(self, fixed: list[Outcome]) -> None:
        seen = {
            (each.asked, what)
            for each in fixed
            for what in (each.case.words.word, each.case.kind, each.status)
        }
        assert set() == set(product(ASKED, (*WORDS, *KINDS, *Status))) - seen

    @pytest.mark.parametrize(
        "asked",
        [asked for asked in ASKED if asked.basis != "yearly growth"],
        ids=lambda asked: asked.name,
    )
    @pytest.mark.parametrize("status", Status)
    def test_cases_occur_in_which_the_law_is_exact(
        self, fixed: list[Outcome], asked: Asked, status: Status
    ) -> None:
        exact = [each for each in fixed if each.case.facts and sharp(each.case, each.worlds)]
        assert 2 <= sum(each.asked == asked and each.status is status for each in exact)

    def test_every_effect_of_rejected_rows_occurs(self, fixed: list[Outcome]) -> None:
        """They change figures and verdicts on every basis.

        Some cast doubt on a record, some are settled.
        """
        seen = {(each.asked, each.case.kind, use) for each in fixed for use in _uses_of_rows(each)}
        uses = ("one more", "several more", "doubted", "settled", "decided", "no longer decided")
        assert set() == set(product(ASKED, ("distinct", "additive"), uses)) - seen

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
            (each.asked, _baseline(each), _place(each.case))
            for each in fixed
            if each.case.basis in ("growth", "difference")
        }
        bases = ("zero", "possibly zero", "certain", "without end", "one of some")
        places = ("before the programme", "another phase", "overlapping", "the close of a day")
        asked = [each for each in ASKED if each.basis in ("growth", "difference")]
        assert set() == set(product(asked, bases, places)) - seen

    @pytest.mark.parametrize("falling", [True, False])
    @pytest.mark.parametrize("from_year_before", [True, False])
    def test_every_status_of_mean_growth_occurs_under_both_readings(
        self, fixed: list[Outcome], *, from_year_before: bool, falling: bool
    ) -> None:
        mean = [each for each in fixed if each.asked == Asked("mean growth", falling)]
        assert set(Status) == {
            each.status
            for each in mean
            if each.case.answers.mean_from_year_before is from_year_before
        }

    def test_every_extent_of_claims_occurs(self, fixed: list[Outcome]) -> None:
        seen = {(each.asked, _extent(each.case)) for each in fixed if not each.case.domain}
        assert set(product(ASKED, ("none", "a part", "all"))) == seen

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


class TestCoverageOfShares:
    """The fixed cases about shares cover what the law is about."""

    def test_every_bound_and_status_occurs_on_every_basis(self, shares: list[Outcome]) -> None:
        seen = {
            (each.asked, what) for each in shares for what in (each.case.words.word, each.status)
        }
        assert set() == set(product(SHARES, (*WORDS, *Status))) - seen

    @pytest.mark.parametrize("asked", SHARES, ids=lambda asked: asked.name)
    @pytest.mark.parametrize("status", Status)
    def test_cases_occur_in_which_the_law_is_exact(
        self, shares: list[Outcome], asked: Asked, status: Status
    ) -> None:
        exact = [each for each in shares if is_exact(each.case)]
        assert any(each.asked == asked and each.status is status for each in exact)

    def test_the_parts_are_every_two_kinds(self, shares: list[Outcome]) -> None:
        seen = {tuple(part.kind for part in each.case.shared) for each in shares}
        assert set(product(COUNTED, repeat=2)) == seen

    def test_every_kind_of_denominator_occurs(self, shares: list[Outcome]) -> None:
        seen = {_denominator(each) for each in shares}
        assert {"zero", "possibly zero", "certain", "one of some"} == seen

    def test_every_effect_of_evidence_occurs(self, shares: list[Outcome]) -> None:
        seen = {(each.asked, use) for each in shares for use in _uses_in_share(each)}
        uses = ("a report", "a report of other days", "reports of a part", "no number above all")
        assert set() == set(product(SHARES, uses)) - seen


def _denominator(each: Outcome) -> str:
    """Return what is known of the denominator in the last judged period."""
    _, denominator = each.case.shared
    values = {world[-1] for world in worlds_of_one(denominator)}
    if 0 in values:
        return "possibly zero" if values != {0} else "zero"
    return "certain" if len(values) == 1 else "one of some"


def _uses_in_share(each: Outcome) -> Iterator[str]:
    """Yield the effects of evidence on a share and on its parts."""
    case, about = each.case, judged(each.case)
    without = case._replace(reports=())
    before = [range_of(each, days, untraced(figures_of)(without)) for days in about]
    uses = {
        "a report": before != [range_of(each, days) for days in about],
        "a report of other days": any(said.days not in about for said in binding(case)),
        "reports of a part": any(said.part for part in case.shared for said in part.reports),
        "no number above all": _is_above(case),
    }
    yield from (use for use, so in uses.items() if so)


def _is_above(case: Case) -> bool:
    """Say whether a numerator alone could be above the denominator, so that 100 % is the most."""
    parts, wholes = (list(zip(*worlds_of_one(each), strict=True)) for each in case.shared)
    return any(max(part) > min(whole) for part, whole in zip(parts, wholes, strict=True))


def _baseline(each: Outcome) -> str:
    values = {world[0] for world in each.worlds}
    if len(values) == 1:
        return "zero" if values == {0} else "certain"
    if 0 in values:
        return "possibly zero"
    return "without end" if range_of(each, judged(each.case)[0]).high is None else "one of some"


def _place(case: Case) -> str:
    since, phase = judged(case)
    if since.first == date.min:
        return "the close of a day"
    if phase.first <= since.last:
        return "overlapping"
    return "another phase" if case.since_is_phase else "before the programme"


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
        "no longer decided": each.status not in decided and _STATUS_OF(without) in decided,
    }
    yield from (use for use, so in uses.items() if so)


def _uses(each: Outcome) -> Iterator[str]:
    """Yield the effects of reports, seen from the figures without some of the evidence."""
    case, reports = each.case, each.case.reports
    figures_from = untraced(figures_of)
    unclaimed = figures_from(case._replace(claims=()))
    without, *alone = [
        figures_from(case._replace(reports=said)) for said in [(), *((one,) for one in reports)]
    ]
    for days in judged(case):
        same = tuple(
            said
            for said in reports
            if said.days == days or (case.domain and said.days.last == days.last)
        )
        kinds = (each.figures, unclaimed, without, figures_from(case._replace(reports=same)))
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
