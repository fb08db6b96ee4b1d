"""What changed between two evaluations, and which records did it."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given

from building import FIRST
from building import report as reported
from drawing import days, registers
from nsc_program import (
    HANOI,
    NATIONAL,
    Completeness,
    Evaluation,
    Fact,
    InvalidValue,
    Period,
    Range,
    Reading,
    Register,
    Status,
    Support,
    UnknownId,
    assess,
)
from nsc_program.plan import Asked
from nsc_program.serialization import from_json, to_json
from nsc_program.testing import strategies as nsc
from nsc_program.verdicts import Diff, DiffSide, RecordChange, TargetChange, diff

BEFORE, AFTER = date(2025, 12, 31), date(2026, 3, 31)
SUPPORTED = "2021-2025/supported"


def support(name: str, *, verified: bool = True) -> Support:
    return Support(
        id=name,
        enterprise=f"MADE-UP-{name}",
        started_on=date(2024, 3, 1),
        completed_on=date(2024, 6, 30),
        verified=verified,
    )


def register(*records: Support) -> Register:
    return Register(records, [Completeness(Support, Period.of_years(2021, 2026))])


def change_of(before: Evaluation, after: Evaluation, **options: object) -> TargetChange:
    """Return what changed for the enterprises supported in the first phase."""
    return diff(before, after, **options)[SUPPORTED]  # type: ignore[arg-type]


class TestTargets:
    def test_a_report_changes_a_status_a_figure_and_notes(self) -> None:
        empty, told = Register(), Register([reported("supported", 1_500, FIRST, date(2026, 1, 5))])
        before = assess(HANOI, empty, as_of=AFTER)
        change = change_of(before, assess(HANOI, told, as_of=AFTER))
        assert change.has_other_status
        assert change.before is not None
        assert change.after is not None
        assert (Status.UNDECIDED, Status.ATTAINED) == (change.before.status, change.after.status)
        (figure,) = change.figures
        assert (FIRST, Range.at_least(0), Range.exactly(1_500)) == (
            figure.period,
            figure.before,
            figure.after,
        )
        assert ["Reported"] == [type(note).__name__ for note in change.notes_added]
        assert ["NotClaimedComplete"] == [type(note).__name__ for note in change.notes_removed]
        assert () == change.answers_added == change.answers_removed
        assert () == change.records

    def test_another_reading_changes_answers(self) -> None:
        one, other = (
            assess(HANOI, Register(), as_of=AFTER, reading=reading)
            for reading in (Reading(), Reading(tolerance=Fraction(0)))
        )
        change = change_of(one, other)
        assert (Asked("tolerance", Fraction(0)),) == change.answers_added
        assert (Asked("tolerance", Fraction(1, 20)),) == change.answers_removed
        assert not change.has_other_status

    @given(registers(), days())
    def test_nothing_changes_without_a_change(self, drawn: Register, as_of: date) -> None:
        evaluation = assess(HANOI, drawn, as_of=as_of)
        found = diff(evaluation, evaluation, registers=(drawn, drawn))
        assert () == found.changes
        assert not found

    def test_evaluations_may_come_from_documents(self) -> None:
        evaluation = assess(HANOI, Register(), as_of=AFTER)
        read = from_json(to_json(evaluation), Evaluation)
        assert () == diff(read, evaluation).changes

    def test_targets_that_are_new_or_gone_have_a_change(self) -> None:
        first = HANOI.phases[0]
        less = evolve(HANOI, phases=(evolve(first, targets=first.targets[:2]), *HANOI.phases[1:]))
        whole, part = (assess(plan, Register(), as_of=BEFORE) for plan in (HANOI, less))
        gone, new = diff(whole, part)[SUPPORTED], diff(part, whole)[SUPPORTED]
        assert HANOI.target(SUPPORTED) == gone.target == new.target
        assert gone.after is None
        assert new.before is None
        assert gone.has_other_status
        assert new.has_other_status
        assert () == gone.answers_added == gone.notes_added == new.notes_removed
        assert new.answers_added == gone.answers_removed != ()
        assert gone.notes_removed
        assert [None] == [figure.after for figure in gone.figures]
        everything = Register()
        told = diff(whole, part, registers=(everything, everything))
        assert SUPPORTED in told

    def test_results_of_two_plans_are_refused(self) -> None:
        one, other = (assess(plan, Register(), as_of=AFTER) for plan in (HANOI, NATIONAL))
        with pytest.raises(InvalidValue, match="different plans"):
            diff(one, other)


class TestRecords:
    def test_records_that_did_it_are_named(self) -> None:
        before = register(support("a"), support("b", verified=False), support("c"))
        after = register(support("b"), support("c"), support("d", verified=False))
        one, other = (assess(HANOI, held, as_of=BEFORE) for held in (before, after))
        change = change_of(one, other, registers=(before, after))
        assert {
            RecordChange("Support", "a", before=True, after=None),
            RecordChange("Support", "b", before=False, after=True),
            RecordChange("Support", "d", before=None, after=False),
        } == {*change.records}

    def test_the_key_of_a_plain_fact_is_not_named(self) -> None:
        fact = Fact(indicator="trained/persons", key="PERSON-1", on=date(2024, 5, 1))
        one, other = Register(), Register([fact])
        changes = diff(
            assess(HANOI, one, as_of=BEFORE),
            assess(HANOI, other, as_of=BEFORE),
            registers=(one, other),
        ).changes
        records = {record for change in changes for record in change.records}
        assert {RecordChange("Fact", None, before=None, after=True)} == records

    def test_registers_need_evaluations_that_were_made_here(self) -> None:
        evaluation = assess(HANOI, Register(), as_of=AFTER)
        read = from_json(to_json(evaluation), Evaluation)
        with pytest.raises(InvalidValue, match="read from a document"):
            diff(read, evaluation, registers=(Register(), Register()))


class TestDocuments:
    """A diff says by itself what it compared, and its document keeps all of it."""

    def test_each_side_says_what_it_was_made_by(self) -> None:
        strict = Reading(tolerance=Fraction(0))
        one = assess(HANOI, Register(), as_of=BEFORE)
        found = diff(one, assess(HANOI, Register(), as_of=AFTER, reading=strict))
        assert DiffSide(edition=HANOI.edition, as_of=BEFORE, reading=Reading()) == found.before
        assert DiffSide(edition=HANOI.edition, as_of=AFTER, reading=strict) == found.after
        assert "<Diff of hanoi from 2025-12-31 to 2026-03-31: 6 targets changed>" == repr(found)

    def test_only_the_questions_of_what_changed_are_listed(self) -> None:
        held = Register([reported("bodies", 2, FIRST, date(2026, 1, 5))])
        found = diff(assess(HANOI, Register(), as_of=AFTER), assess(HANOI, held, as_of=AFTER))
        assert ["2021-2025/bodies"] == [*found]
        asked = {asked.question for asked in found["2021-2025/bodies"].after.asked}  # type: ignore[union-attr]
        assert asked == {question.id for question in found.questions}

    def test_another_target_is_named_with_those_that_changed(self) -> None:
        held = Register([reported("bodies", 2, FIRST, date(2026, 1, 5))])
        found = diff(assess(HANOI, Register(), as_of=AFTER), assess(HANOI, held, as_of=AFTER))
        with pytest.raises(UnknownId, match="2021-2025/bodies"):
            found[SUPPORTED]

    @given(nsc.diffs())
    def test_a_document_is_read_as_it_was(self, found: Diff) -> None:
        assert found == from_json(to_json(found), Diff)

    def test_verdicts_on_different_targets_are_refused(self) -> None:
        one, other, *_ = assess(HANOI, Register(), as_of=AFTER).verdicts
        with pytest.raises(InvalidValue, match="verdicts on one target"):
            TargetChange(before=one, after=other)
