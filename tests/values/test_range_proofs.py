"""The laws of ranges on small domains, each of which notices a broken rule.

`nox -s proofs` runs them on all domains.
"""

import runpy
from collections.abc import Callable, Collection
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import range_numbers
import range_sets
from nsc_program import Range
from nsc_program.values import reconcile
from nsc_program.values._range_arithmetic import (
    minus,
    negated,
    plus_every,
    plus_some,
    power,
    power_within,
    ratio,
    times_every,
    times_some,
)
from nsc_program.values._ranges import common, hull
from range_numbers import OF_NUMBERS
from range_sets import (
    OF_EVIDENCE,
    OF_RANGES,
    Case,
    Domain,
    Law,
    so_do_four,
    whole_keeps_the_whole_numbers,
)

ROOT = Path(__file__).parents[2]
_HALF = Fraction(1, 2)
_SMALL, _POSITIVE, _HALVES = Domain(2), Domain(2, _HALF, _HALF), Domain(4, Fraction(-1), _HALF)
DOMAINS: dict[Law, Domain] = {
    **dict.fromkeys((*OF_RANGES, *OF_EVIDENCE, so_do_four), _SMALL),
    **dict.fromkeys(OF_NUMBERS, _POSITIVE),
    whole_keeps_the_whole_numbers: _HALVES,
}


def _wrong(law: Law) -> list[Case]:
    return [case for case in law(DOMAINS[law]) if case[1] != case[2]]


@pytest.mark.parametrize("law", DOMAINS, ids=lambda law: law.__name__)
def test_the_law_holds(law: Law) -> None:
    assert [] == _wrong(law)


def test_the_page_has_the_laws_that_the_script_checks() -> None:
    script = runpy.run_path(str(ROOT / "tools" / "prove_ranges.py"))
    page = (ROOT / "docs" / "reference" / "proofs.md").read_text(encoding="utf-8")
    heads = [script["head"](law, ends) for ends, _, laws in script["DOMAINS"] for law in laws]
    assert [] == [head for head in heads if head not in page]
    assert len(DOMAINS) == len(heads)


def test_each_run_of_places_is_a_range() -> None:
    """Five places have 5 + 4 + 3 + 2 + 1 runs."""
    assert 15 == len(_SMALL.sets) == len(_SMALL.ranges)


# Each function breaks one rule, as a slip could.


def _common_of_two(ranges: Collection[Range]) -> Range | None:
    return common(list(ranges)[:2])


def _closed(ranges: Collection[Range]) -> Range:
    each = hull(ranges)
    return evolve(each, low_open=False, high_open=False)


def _all_clash(pieces: Collection[Range]) -> tuple[Range, tuple[Range, ...]]:
    found, clashing = reconcile(pieces)
    return (found, ()) if not clashing else (hull(pieces), clashing)


def _step_by_step(pieces: Collection[Range]) -> tuple[Range, tuple[Range, ...]]:
    first, *others = pieces
    for other in others:
        first = reconcile([first, other])[0]
    return first, ()


def _every_from_the_low_end(factors: Range, bases: Range) -> Range | None:
    return times_every(factors, Range(bases.low, bases.low)) if bases.low else None


def _some_of_closed_bases(factors: Range, bases: Range) -> Range:
    return times_some(factors, evolve(bases, low_open=False, high_open=False))


def _every_sum_of_closed_bases(steps: Range, bases: Range) -> Range | None:
    return plus_every(steps, evolve(bases, low_open=False, high_open=False))


def _some_sum_of_closed_bases(steps: Range, bases: Range) -> Range:
    return plus_some(steps, evolve(bases, low_open=False, high_open=False))


def _negated_with_closed_ends(numbers: Range) -> Range:
    return evolve(negated(numbers), low_open=False, high_open=False)


def _minus_crossed(left: Range, right: Range) -> Range:
    return minus(left, evolve(right, low_open=False, high_open=False))


def _ratio_with_a_closed_low_end(left: Range, right: Range) -> Range:
    found = ratio(left, right)
    return evolve(found, low_open=False, high_open=False)


def _power_once_more(factors: Range, times: int) -> Range:
    return power(factors, times + 1)


def _power_within_once_more(factors: Range, times: int) -> Range | None:
    return power_within(factors, times + 1)


_FAULTS: list[tuple[str, Callable[..., Any], Law]] = [
    ("common", _common_of_two, range_sets.common_is_what_lies_in_all),
    ("common", _common_of_two, range_sets.pieces_that_meet_two_by_two_have_a_common_number),
    ("hull", _closed, range_sets.the_hull_fills_the_gaps),
    ("reconcile", _all_clash, range_sets.three_pieces_meet_or_leave_the_hull_of_what_clashes),
    ("reconcile", _all_clash, so_do_four),
    ("reconcile", _step_by_step, range_sets.order_and_repeats_change_nothing),
    ("reconcile", _step_by_step, range_sets.what_follows_adds_nothing),
    (
        "times_every",
        _every_from_the_low_end,
        range_numbers.times_every_takes_what_is_accepted_whatever_the_baseline,
    ),
    (
        "times_some",
        _some_of_closed_bases,
        range_numbers.times_some_takes_what_is_accepted_for_some_baseline,
    ),
    (
        "plus_every",
        _every_sum_of_closed_bases,
        range_numbers.plus_every_takes_what_is_accepted_whatever_the_baseline,
    ),
    (
        "plus_some",
        _some_sum_of_closed_bases,
        range_numbers.plus_some_takes_what_is_accepted_for_some_baseline,
    ),
    (
        "negated",
        _negated_with_closed_ends,
        range_numbers.negated_takes_the_negative_of_each_number,
    ),
    ("minus", _minus_crossed, range_numbers.minus_takes_every_difference),
    ("ratio", _ratio_with_a_closed_low_end, range_numbers.ratio_takes_every_quotient),
    ("power", _power_once_more, range_numbers.power_takes_each_factor_times_itself),
    (
        "power_within",
        _power_within_once_more,
        range_numbers.power_within_takes_each_factor_times_itself,
    ),
]


@pytest.mark.parametrize(
    ("name", "faulty", "law"),
    _FAULTS,
    ids=[f"{law.__name__}-{faulty.__name__}" for _, faulty, law in _FAULTS],
)
def test_a_broken_rule_breaks_the_law(
    monkeypatch: pytest.MonkeyPatch, name: str, faulty: Callable[..., Any], law: Law
) -> None:
    monkeypatch.setitem(law.__globals__, name, faulty)
    assert _wrong(law)


def test_evidence_that_clashes_cannot_be_joined_in_steps() -> None:
    """Two and five clash, so five may be wrong; joined first, they would allow three too."""
    two, three, five = map(Range.exactly, (2, 3, 5))
    assert (Range(2, 5), (two, three, five)) == reconcile([two, three, five])
    assert (three, ()) == reconcile([reconcile([two, five])[0], three])
