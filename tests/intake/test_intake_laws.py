"""Two laws of the intake: no row is lost, and the figures are true. All data are made up."""

from datetime import date
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import report as reported
from drawing import days
from drawing_rows import as_row, odd_rows, spoilt
from drawing_worlds import everything_of, registers_of, worlds
from nsc_program import HANOI, PilotModel, Register, ReportedFigure, Support, tally
from nsc_program.intake import Intake, find_columns, read
from nsc_program.intake._headings.blocks import problem_cells
from nsc_program.records._base import Record
from nsc_program.records._rejected_rows import ROWS
from nsc_program.serialization import from_json, to_json
from rows import ROW_OF
from worlds import WAYS, World, count

SEEDS = st.integers(0, 2**32)


def test_a_report_has_cells_for_its_period_and_its_number() -> None:
    given = reported("supported", 5)
    row = as_row(given, Random(1))  # noqa: S311

    assert {"period.start", "period.end", "value"} <= row.keys()


def unaccounted(found: Intake, rows: list[object], first: int) -> list[str]:
    """Return the names of the sums that do not add up."""
    aside = [row.number for row in found.rejected]
    wrong = {problem.row for problem in found.problems if not problem.mended}
    mended = {problem.row for problem in found.problems if problem.mended}
    sums = {
        "rows": len(rows) == found.rows + found.without_data,
        "kinds": found.rows == found.accepted + found.repeats + len(aside),
        "records": found.accepted == len(found.register.records),
        "numbers": aside == sorted(set(aside))
        and set(aside) <= set(range(first, first + len(rows))),
        "cells": all(rows[row.number - first] is row.cells for row in found.rejected),
        "problems": wrong == set(aside) and mended <= set(range(first, first + len(rows))),
        "things": len(aside) <= sum(row.things for row in found.register.rejected),
    }
    return [name for name, holds in sums.items() if not holds]


class TestNoRowIsLost:
    """Law 15: no content of a row raises an error, and no row is lost.

    Every row is accepted, a repeat, rejected, or without data.
    """

    @pytest.mark.parametrize("kind", ROWS.values(), ids=[*ROWS])
    @given(st.data())
    def test_every_row_is_accounted_for_whatever_it_holds(
        self, kind: type[Any], data: st.DataObject
    ) -> None:
        rows = data.draw(st.lists(odd_rows(kind), max_size=5))
        columns = data.draw(st.sampled_from((None, find_columns(kind, ROW_OF[kind]).headings)))
        day, first = data.draw(st.tuples(st.none() | days(), st.integers(1, 9)))
        found = read(kind, rows, columns=columns, recorded_on=day, first_row=first)

        assert [] == unaccounted(found, rows, first)
        again = read(kind, rows, columns=columns, recorded_on=day, first_row=first)
        assert hash(found) == hash(again)
        assert found.register == again.register
        assert found.register == from_json(to_json(found.register), Register)
        said = [
            repr(found),
            *(text for each in found.problems for text in problem_cells([each], "vi")),
        ]
        assert all(text.isprintable() for text in said)


class TestWhatIsMadeOfThemIsTrue:
    """Rows of true records, in any spelling and spoilt: every figure contains the true count."""

    @given(st.data(), worlds(), days(), SEEDS, st.sampled_from((0.0, 0.2, 0.8)))
    def test_the_true_count_is_in_every_figure(
        self, data: st.DataObject, world: World, as_of: date, seed: int, spoiling: float
    ) -> None:
        known = data.draw(registers_of(world, as_of) | everything_of(world))
        figures = tally(HANOI, taken_in(known, Random(seed), spoiling), as_of=as_of).figures  # noqa: S311

        assert [] == [
            (each.indicator, each.period, each.range)
            for each in figures
            if each.indicator in WAYS
            and count(world, each.indicator, (each.period.first, each.period.end)) not in each.range
        ]

    @given(st.data(), worlds(), SEEDS)
    def test_rows_of_a_record_say_the_same_in_any_spelling(
        self, data: st.DataObject, world: World, seed: int
    ) -> None:
        """Some rows are rejected: codes that lost a zero, and days that the column leaves open."""
        known = data.draw(everything_of(world))
        found = taken_in(known, Random(seed), 0)  # noqa: S311
        read_ = {(type(each), each.id): each for each in found.records if isinstance(each, Record)}
        held = {
            (type(each), each.id): ungrouped(each)
            for each in known.records
            if isinstance(each, Record)
        }
        assert read_.items() <= held.items()
        assert len(held) == len(read_) + len(found.rejected)


def taken_in(known: Register, chosen: Random, spoiling: float) -> Register:
    """Write a register as rows, and take them in."""
    able = [each for each in known.records if isinstance(each, Record) and can_be_a_row(each)]
    found = Register((), known.completeness)
    for kind in ROWS.values():
        rows = [as_row(each, chosen) for each in able if type(each) is kind]
        told: list[object] = [
            spoilt(row, chosen) if chosen.random() < spoiling else row for row in rows
        ]
        found = found.merge(read(kind, told, people=str).register)
    return found


def ungrouped(record: Record) -> Record:
    """Return the record as its row gives it back: the code of a branch without a hyphen."""
    if isinstance(record, (Support, PilotModel)) and record.enterprise[0].isdigit():
        return evolve(record, enterprise=record.enterprise.replace("-", ""))
    return record


def can_be_a_row(record: Record) -> bool:
    """Return whether a row can hold the record: a report of one number, with two ends."""
    if not isinstance(record, ReportedFigure):
        return True
    return record.period.start is not None and record.value.low == record.value.high
