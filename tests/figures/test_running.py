"""A running tally has the figures of everything that was added to it, in whatever order."""

from datetime import date
from typing import final

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from made_up_plans import plan_by
from nsc_program import (
    HANOI,
    Completeness,
    Fact,
    Period,
    Program,
    Range,
    Register,
    RejectedRow,
    ReportedFigure,
    Support,
    Training,
    tally,
)
from nsc_program.errors import InvalidType, InvalidValue, RegisterConflict
from nsc_program.figures import RunningTally
from nsc_program.plan import Counting
from nsc_program.records import Record
from nsc_program.testing import strategies as nsc

END = date(2025, 12, 31)
SUPPORTED, PEOPLE = HANOI.indicator("supported"), HANOI.indicator("trained/persons")
FIRST_PHASE = HANOI.phase("2021-2025").period


def follows(program: Program, register: Register, as_of: date, data: st.DataObject) -> None:
    """Add the entries of a register in parts, and compare the figures after each part."""
    entries = [*register.records, *register.completeness, *register.rejected]
    shuffled = data.draw(st.permutations(entries), "entries")
    begun = data.draw(st.integers(0, len(shuffled)), "begun")
    empty = Register(territory=register.territory)
    register_of = RunningTally(program, empty, as_of=as_of)
    register_of.add(*shuffled[:begun])
    running = RunningTally(program, register_of.register, as_of=as_of)
    assert running.figures == tally(program, running.register, as_of=as_of)
    for entry in shuffled[begun:]:
        running.add(entry)
        if data.draw(st.booleans(), "look"):
            assert running.figures == tally(program, running.register, as_of=as_of)
    assert running.register == register
    assert running.figures == tally(program, register, as_of=as_of)


@pytest.mark.property
@given(st.data())
def test_the_figures_of_hanoi_follow_the_register(data: st.DataObject) -> None:
    register = data.draw(nsc.registers(HANOI), "register")
    follows(HANOI, register, data.draw(nsc.days(HANOI), "as_of"), data)


@pytest.mark.property
@given(st.data(), st.lists(nsc.counting_rules(), min_size=1, max_size=4), st.booleans())
def test_the_figures_of_every_rule_follow_the_register(
    data: st.DataObject, rules: list[Counting], united: bool
) -> None:
    program = plan_by(rules, united=united)
    register = data.draw(nsc.registers(program, kinds=[*{rule.of for rule in rules}]), "register")
    follows(program, register, data.draw(nsc.days(program), "as_of"), data)


def support(name: str, enterprise: str = "SAMPLE-1", **fields: object) -> Support:
    known = {"started_on": date(2024, 3, 1), "completed_on": date(2024, 9, 30)} | fields
    return Support(id=name, enterprise=enterprise, **known)  # type: ignore[arg-type]


def made_up_class() -> type[Record]:
    @final
    @frozen(kw_only=True)
    class MadeUp(Record):
        """A made-up class."""

    return MadeUp


def empty(*entries: object) -> RunningTally:
    running = RunningTally(HANOI, Register(), as_of=END)
    running.add(*entries)  # type: ignore[arg-type]
    return running


def supported(running: RunningTally) -> Range:
    return running.figures.figure(SUPPORTED, FIRST_PHASE).range


class TestCorrections:
    def test_an_annulled_record_is_no_longer_counted(self) -> None:
        running = empty(support("s1"), support("s2"))
        assert supported(running) == Range.at_least(1)
        running.add(support("s1", recorded_on=END, annulled=True))
        assert supported(running) == Range.at_least(1)
        running.add(support("s2", recorded_on=END, annulled=True))
        assert supported(running) == Range.at_least(0)

    def test_a_corrected_key_counts_for_the_other_enterprise(self) -> None:
        running = empty(support("s1"), support("s2"))
        running.add(support("s2", "SAMPLE-2", recorded_on=END))
        assert supported(running) == Range.at_least(2)

    def test_an_older_version_changes_nothing(self) -> None:
        running = empty(support("s1", recorded_on=END))
        figures = running.figures
        running.add(support("s1", "SAMPLE-2", recorded_on=date(2025, 1, 1)))
        assert running.figures == figures

    def test_a_corrected_headcount_replaces_the_other(self) -> None:
        training = Training(id="t1", headcount=30, on=date(2024, 3, 1))
        running = empty(training, evolve(training, headcount=3, recorded_on=END))
        assert running.figures.figure(PEOPLE, FIRST_PHASE).range == Range.at_least(3)
        running.add(
            evolve(training, headcount=None, person="SAMPLE-P", recorded_on=END.replace(2026))
        )
        assert running.figures.figure(PEOPLE, FIRST_PHASE).range == Range.at_least(1)

    def test_a_headcount_of_another_time_counts_nowhere(self) -> None:
        running = empty()
        figures = running.figures
        running.add(Training(id="t1", headcount=30, on=date(2019, 3, 1)))
        assert running.figures == figures

    def test_a_rejected_row_puts_its_record_in_doubt_until_a_later_version(self) -> None:
        running = empty(support("s1"))
        running.add(RejectedRow(what="Support", id="s1", recorded_on=date(2025, 5, 5)))
        assert supported(running) == Range.at_least(0)
        running.add(support("s1", recorded_on=date(2025, 6, 6)))
        assert supported(running) == Range.at_least(1)

    def test_a_row_of_an_unknown_record_may_withdraw_what_was_entered_before(self) -> None:
        row = RejectedRow(
            what="Support", id="row 3", recorded_on=date(2025, 5, 5), identified=False
        )
        running = empty(row, support("s1", recorded_on=date(2025, 6, 6)))
        assert supported(running) == Range.at_least(1)
        running.add(support("s2", "SAMPLE-2", recorded_on=date(2025, 4, 4)))
        assert supported(running) == Range.at_least(1)
        running.add(support("s2", "SAMPLE-2", recorded_on=date(2025, 7, 7)))
        assert supported(running) == Range.at_least(2)


class TestOtherEntries:
    def test_claims_and_reports_are_heard(self) -> None:
        running = empty(support("s1"))
        running.add(Completeness("Support", Period.until(END)))
        assert supported(running) == Range.exactly(1)
        report = ReportedFigure(
            id="r1", indicator="supported", period=FIRST_PHASE, value=900, issued=date(2026, 1, 9)
        )
        later = RunningTally(HANOI, running.register, as_of=date(2026, 2, 1))
        later.add(report)
        assert later.figures == tally(HANOI, later.register, as_of=date(2026, 2, 1))

    def test_further_periods_are_counted_over(self) -> None:
        quarter = Period(date(2024, 7, 1), date(2024, 9, 30))
        running = RunningTally(HANOI, Register([support("s1")]), as_of=END, periods=[quarter])
        assert running.figures.figure(SUPPORTED, quarter).range == Range.at_least(1)

    def test_figures_are_made_once(self) -> None:
        running = empty(support("s1"))
        before = {figure.indicator: figure for figure in running.figures.figures}
        running.add(Training(id="t1", headcount=3, on=date(2024, 3, 1)))
        after = {figure.indicator: figure for figure in running.figures.figures}
        assert after["supported"] is before["supported"]
        assert after["trained/persons"] is not before["trained/persons"]


class TestRefusals:
    """What is refused leaves everything as it was."""

    def test_two_versions_of_one_date_that_differ(self) -> None:
        running = empty(support("s1"))
        with pytest.raises(RegisterConflict):
            running.add(support("s3", "SAMPLE-3"), support("s1", "SAMPLE-2"))
        assert running.register == Register([support("s1")])
        assert supported(running) == Range.at_least(1)

    def test_a_fact_of_a_state(self) -> None:
        state = next(one.id for one in HANOI.indicators if not one.accumulates)
        running = empty()
        with pytest.raises(InvalidValue, match="state"):
            running.add(support("s1"), Fact(state, "SAMPLE-1", END))
        assert running.register == Register()

    def test_records_of_two_classes_with_one_name(self) -> None:
        one, other = (made_up_class() for _ in range(2))
        running = empty(one(id="m1"))
        with pytest.raises(InvalidValue, match="MadeUp"):
            running.add(other(id="m2"))
        assert running.register == Register([one(id="m1")])

    def test_an_entry_of_another_class(self) -> None:
        with pytest.raises(InvalidType):
            empty(3)
