"""The leading law: verdicts on a part of a world are true of the whole world."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeAlias
from unittest.mock import patch

import pytest
from attrs import asdict, evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from drawing import days, with_rejected_rows
from drawing_plans import small_numbers, with_numbers
from drawing_worlds import everything_of, impossible_corrections, registers_of, worlds
from nsc_program import HANOI, Evaluation, Period, Range, Reading, Register, Status, evaluate, tally
from nsc_program.figures import Clash, _reports
from nsc_program.testing.strategies import readings
from worlds import WAYS, World, count, fulfilled

AT_THE_END = days(date(2030, 12, 31), date(2032, 12, 31))
ANY_DAY = days() | AT_THE_END
Evidence: TypeAlias = Callable[[World, date], SearchStrategy[Register]]


def _answers(reading: Reading) -> dict[str, Any]:
    return {**asdict(reading), **dict(reading.choices)}


def _true_count(world: World, way: str, period: Period) -> int:
    return count(world, way, (period.first, period.end))


def _decided(evaluation: Evaluation) -> dict[str, bool]:
    return {
        verdict.target.id: verdict.status is Status.ATTAINED
        for verdict in evaluation.verdicts
        if verdict.status in (Status.ATTAINED, Status.MISSED)
    }


def _hold_what_is_decided(
    world: World, register: Register, as_of: date, reading: Reading, numbers: dict[str, int]
) -> None:
    plan = with_numbers(HANOI, numbers)
    decided = _decided(evaluate(plan, tally(plan, register, as_of=as_of), reading))
    truth = fulfilled(world, numbers, _answers(reading))
    assert {name: truth[name] for name in decided} == decided


def _hold_what_is_counted(world: World, register: Register, as_of: date) -> None:
    figures = tally(HANOI, register, as_of=as_of)
    counted = [figure for figure in figures.figures if figure.indicator in WAYS]
    assert [] == [
        each
        for each in counted
        if _true_count(world, each.indicator, each.period) not in each.range
    ]
    assert [] == [note for figure in counted for note in figure.notes if isinstance(note, Clash)]


def _partly_read(world: World, as_of: date) -> SearchStrategy[Register]:
    known = registers_of(world, as_of) | everything_of(world)
    return known.flatmap(partial(with_rejected_rows, reports=True))


def _wrongly_corrected(world: World, as_of: date) -> SearchStrategy[Register]:
    known = registers_of(world, as_of) | everything_of(world)
    return st.builds(
        lambda register, reports: register.merge(Register(reports)),
        known,
        impossible_corrections(),
    )


@st.composite
def _of_a_part(draw: st.DrawFn, world: World, as_of: date) -> Register:
    """Draw a register that is true of some of the things in a world, which is all of Hanoi."""
    here = tuple(thing for thing in world if draw(st.booleans()))
    register = draw(_partly_read(here, as_of))
    return evolve(register, territory="VN-HN-00004")


EVIDENCE = pytest.mark.parametrize(
    "true_of",
    [
        pytest.param(registers_of, id="registers"),
        pytest.param(_partly_read, id="rejected-rows"),
        pytest.param(_wrongly_corrected, id="impossible-reports"),
        pytest.param(_of_a_part, id="a-part-of-the-territory"),
    ],
)
"""Registers that are true of a world on a day.

They may have rejected rows of records, of their corrections, or of reports; reports whose numbers
cannot be, and the false reports that these replace; or only a part of the world, so that they give
a floor.
"""


class TestOneWorld:
    """A verdict decided from evidence true of a world is the world's verdict, on any day.

    Evidence that is not verified, is annulled, or lies after the day may be false.
    """

    @EVIDENCE
    @given(
        data=st.data(),
        world=worlds(),
        as_of=ANY_DAY,
        reading=readings(),
        numbers=small_numbers(),
    )
    def test_decided_verdicts_are_true(
        self,
        *,
        true_of: Evidence,
        data: st.DataObject,
        world: World,
        as_of: date,
        reading: Reading,
        numbers: dict[str, int],
    ) -> None:
        register = data.draw(true_of(world, as_of))
        _hold_what_is_decided(world, register, as_of, reading, numbers)

    @EVIDENCE
    @given(st.data(), worlds(), ANY_DAY)
    def test_figures_allow_the_true_count_and_evidence_does_not_clash(
        self, true_of: Evidence, data: st.DataObject, world: World, as_of: date
    ) -> None:
        _hold_what_is_counted(world, data.draw(true_of(world, as_of)), as_of)


class TestTooManyReports:
    """The same holds if more reports are in effect than are compared with each other."""

    @given(st.data(), worlds(), ANY_DAY, st.integers(0, 2))
    def test_figures_allow_the_true_count_and_evidence_does_not_clash(
        self, data: st.DataObject, world: World, as_of: date, most: int
    ) -> None:
        register = data.draw(registers_of(world, as_of))

        with patch.object(_reports, "MOST_REPORTS", most):
            _hold_what_is_counted(world, register, as_of)


class TestCompleteKnowledge:
    """If everything is known and claimed and both phases are over, verdicts are the world's."""

    @given(st.data(), worlds(), AT_THE_END, readings(), small_numbers())
    def test_every_verdict_is_decided(
        self,
        data: st.DataObject,
        world: World,
        as_of: date,
        reading: Reading,
        numbers: dict[str, int],
    ) -> None:
        plan, register = with_numbers(HANOI, numbers), data.draw(everything_of(world))
        verdicts = evaluate(plan, tally(plan, register, as_of=as_of), reading).verdicts
        words = {True: Status.ATTAINED, False: Status.MISSED, None: Status.UNDECIDED}
        expected = {
            name: words[truth]
            for name, truth in fulfilled(world, numbers, _answers(reading)).items()
        }
        assert expected == {verdict.target.id: verdict.status for verdict in verdicts}

    @given(st.data(), worlds(), AT_THE_END)
    def test_every_figure_is_the_true_count(
        self, data: st.DataObject, world: World, as_of: date
    ) -> None:
        figures = tally(HANOI, data.draw(everything_of(world)), as_of=as_of)
        counted = [figure for figure in figures.figures if figure.indicator in WAYS]
        expected = [
            Range.exactly(_true_count(world, each.indicator, each.period)) for each in counted
        ]
        assert expected == [each.range for each in counted]
