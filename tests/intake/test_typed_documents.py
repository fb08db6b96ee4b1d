"""Rows that are documents: read as `from_mapping` reads them, rejected as `load` rejects them.

All data are made up.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from each import for_each
from nsc_program import (
    Completeness,
    InvalidType,
    Period,
    RejectedRow,
    ReportedFigure,
    Support,
    Training,
    UnknownId,
)
from nsc_program.errors import DocumentError, Problem
from nsc_program.intake import Intake
from nsc_program.intake.typed import load, load_documents
from nsc_program.serialization import from_mapping, to_mapping
from nsc_program.testing import strategies

SUPPORT: Mapping[str, Any] = {
    "id": "s1",
    "enterprise": "SAMPLE-1",
    "started_on": "2024-01-05",
    "completed_on": None,
    "level": "nation",
    "solutions": ["standards"],
    "funding": [{"source": "state-budget", "vnd": 90_000_000}],
}
TRAINING: Mapping[str, Any] = {"id": "t1", "person": "SAMPLE-P1", "on": "2024-01-05"}
REPORT: Mapping[str, Any] = {
    "id": "r1",
    "indicator": "supported",
    "period": {"start": "2024-01-01", "end": "2024-12-31"},
    "value": "13/2",
    "issued": "2025-01-05",
}
ROW_OF: Mapping[type[Any], Mapping[str, Any]] = {
    Support: SUPPORT,
    Training: TRAINING,
    ReportedFigure: REPORT,
}
DRAWN = {
    "supports": strategies.supports(),
    "trainings": strategies.trainings(),
    "experts": strategies.experts(),
    "models": strategies.pilot_models(),
    "bodies": strategies.assessment_bodies(),
}


def told(found: Intake) -> list[tuple[tuple[str | int, ...], str]]:
    return [(problem.path, problem.code) for problem in found.problems]


def refusals(row: Mapping[str, Any], kind: type[Any]) -> tuple[Problem, ...]:
    with pytest.raises(DocumentError) as caught:
        from_mapping(row, kind)
    return caught.value.problems


def as_document(row: Mapping[str, Any], kind: type[Any]) -> Iterator[Any]:
    """Give the record that `from_mapping` makes of a row; nothing if it refuses the row."""
    try:
        yield from_mapping(row, kind)
    except DocumentError:
        return


class TestAccepted:
    """A row that is accepted is the record that the document of a register would have."""

    @for_each("kind", ROW_OF)
    def test_a_row_is_a_record_of_a_document(self, kind: type[Any]) -> None:
        found = load_documents(kind, [ROW_OF[kind]])
        assert (from_mapping(ROW_OF[kind], kind),) == found.register.records
        assert () == found.problems

    @pytest.mark.parametrize("name", DRAWN)
    @given(data=st.data())
    def test_a_record_that_was_written_comes_back(self, name: str, data: st.DataObject) -> None:
        record = data.draw(DRAWN[name])
        document = {key: cell for key, cell in to_mapping(record).items() if key != "funding"}
        without_money = {each.name: getattr(record, each.name) for each in fields(type(record))}
        without_money.pop("funding", None)
        found = load_documents(type(record), [document])
        assert load(type(record), [without_money]).register == found.register
        assert 1 == found.accepted

    @for_each("kind", ROW_OF)
    def test_it_accepts_nothing_that_a_document_does_not(self, kind: type[Any]) -> None:
        cells: list[Any] = [None, "", "x", "2024-01-05", "2024-02-30", "20240105", "13/2", "4/2"]
        cells += [0, 5, 5.0, 2024, True, [], ["standards"], [None], {}, {"start": None}, "nation"]
        cells += [date(2024, 1, 5), (), float("nan"), 10**5000, [{"source": "x", "vnd": 10**6}]]
        for field in fields(kind):
            for cell in cells:
                row = {**ROW_OF[kind], field.name: cell}
                found = load_documents(kind, [row])
                assert {*found.register.records} <= {*as_document(row, kind)}
                assert bool(found.problems) is (found.accepted == 0)

    def test_null_and_an_absent_key_are_blank_where_a_document_takes_them(self) -> None:
        row = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": "2024-01-05"}
        found = load_documents(Support, [row, {**row, "recorded_on": None, "locality": None}])
        assert (1, 1, 0) == (found.accepted, found.repeats, len(found.rejected))

    def test_the_day_of_recording_may_be_given_for_all_rows(self) -> None:
        day = date(2024, 3, 1)
        rows = [
            TRAINING,
            {**TRAINING, "id": "t2", "recorded_on": None},
            {**TRAINING, "id": "t3", "recorded_on": "2024-02-01"},
        ]
        found = load_documents("Training", rows, recorded_on=day)
        records: Any = found.register.records
        assert [day, day, date(2024, 2, 1)] == [each.recorded_on for each in records]

    def test_claims_stand_in_the_register(self) -> None:
        claim = Completeness(Support, Period.until(date(2025, 12, 31)))
        assert (claim,) == load_documents(Support, [], completeness=[claim]).register.completeness


class TestRejected:
    """What is rejected has its path, from the position of the row on, and widens figures."""

    @for_each(
        ("change", "path", "code"),
        [
            ({"started_on": "2024-02-30"}, ("started_on",), "no-such-day"),
            ({"started_on": 20240105}, ("started_on",), "wrong-type"),
            ({"started_on": None}, ("started_on",), "wrong-type"),
            ({"level": None}, ("level",), "wrong-type"),
            ({"verified": None}, ("verified",), "wrong-type"),
            ({"level": "Nation"}, ("level",), "wrong-type"),
            ({"solutions": ["standards", "x"]}, ("solutions", 1), "wrong-type"),
            ({"solutions": ["standards", "standards"]}, ("solutions",), "repeated"),
            ({"spending_year": 2024.0}, ("spending_year",), "wrong-type"),
            ({"spending_year": 24}, ("spending_year",), "out-of-range"),
            ({"funding": {"state-budget": 10**6}}, ("funding",), "wrong-type"),
            ({"funding": [{"source": "x"}]}, ("funding", 0, "vnd"), "missing"),
            ({"funding": [{"source": "x", "vnd": 90}]}, ("funding", 0, "vnd"), "little-money"),
            ({"enterprise": 5}, ("enterprise",), "wrong-type"),
            ({"enterprise": "none"}, ("enterprise",), "missing"),
            ({"completed_on": "2024-01-04"}, ("completed_on",), "before-its-start"),
            ({"funding.state-budget": 10**6}, ("funding.state-budget",), "unknown-key"),
            ({5: 6}, (), "unknown-key"),
        ],
    )
    def test_each_fault_has_its_place(
        self, change: Mapping[Any, Any], path: tuple[Any, ...], code: str
    ) -> None:
        found = load_documents(Support, [SUPPORT, {**SUPPORT, "id": "s2", **change}], first_row=0)
        assert [((1, *path), code)] == told(found)
        assert (RejectedRow(what=Support, id="s2"),) == found.register.rejected

    def test_all_faults_of_a_row_are_told_and_no_other_row_is_affected(self) -> None:
        rows: list[object] = [{"id": "s1", "enterprise": "SAMPLE-1"}, SUPPORT, 5, {}]
        found = load_documents(Support, rows, first_row=0)
        assert (1, 3) == (found.accepted, len(found.rejected))
        assert [
            ((0, "started_on"), "missing"),
            ((2,), "not-a-row"),
            ((3, "id"), "missing"),
            ((3, "enterprise"), "missing"),
            ((3, "started_on"), "missing"),
        ] == told(found)

    def test_rows_that_contradict_each_other_are_rejected(self) -> None:
        found = load_documents(Support, [SUPPORT, {**SUPPORT, "level": "city"}])
        assert (0, [((1, "id"), "same-id"), ((2, "id"), "same-id")]) == (
            found.accepted,
            told(found),
        )

    @pytest.mark.parametrize("person", ["Nguyen Van A", "001099012345", 1099012345, "a@b.vn"])
    def test_what_may_be_a_person_is_not_shown(self, person: object) -> None:
        found = load_documents(Training, [{**TRAINING, "person": person}])
        assert 1 == len(found.problems)
        assert str(person) not in repr(found.problems) + found.problems[0].in_("en")

    def test_a_day_of_recording_that_cannot_be_read_may_be_any(self) -> None:
        found = load_documents(Support, [{**SUPPORT, "recorded_on": "tomorrow"}])
        (left_open,) = found.register.rejected
        assert ("s1", True) == (left_open.id, left_open.identified)

    def test_a_headcount_that_cannot_be_read_may_be_large(self) -> None:
        row = {"id": "t1", "on": "2024-01-05", "headcount": "5"}
        assert [10_000] == [
            each.things for each in load_documents(Training, [row]).register.rejected
        ]

    def test_the_words_are_those_of_the_document(self) -> None:
        row = {**SUPPORT, "started_on": "2024-02-30"}
        (problem,) = load_documents(Support, [row]).problems
        (refused,) = refusals(row, Support)
        assert (refused.code, refused.message) == (problem.code, problem.message)

    def test_what_was_sent_is_kept_as_it_came(self) -> None:
        sent = json.loads('{"id": "s1", "started_on": "2024-02-30"}')
        (row,) = load_documents(Support, [sent]).rejected
        assert sent == row.cells


class TestArguments:
    @pytest.mark.parametrize("rows", [SUPPORT, "[]", b"{}", None, 5])
    def test_rows_are_a_list(self, rows: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidType, match="expected a list of JSON objects"):
            load_documents(Support, rows)

    def test_the_class_and_the_day_are_checked(self) -> None:
        with pytest.raises(UnknownId, match="no class of records"):
            load_documents("Suport", [])
        with pytest.raises(InvalidType, match="recorded_on"):
            load_documents(Support, [], recorded_on="2024-01-05")  # type: ignore[arg-type]


class TestProblems:
    """Problems of rows and of errors have a path, a code, a message and `in_`."""

    def test_a_problem_is_printed_with_its_place(self) -> None:
        typed = {**SUPPORT, "started_on": date(2024, 1, 5), "funding": {"state-budget": 90}}
        (problem,) = load(Support, [typed]).problems
        assert (1, "funding", "state-budget") == problem.path
        assert problem.in_("en").startswith("row 1, funding.state-budget: the amount is too small")
        assert problem.in_("vi").startswith("dòng 1, funding.state-budget: số tiền quá nhỏ")

    def test_a_problem_of_a_whole_row_names_the_row_alone(self) -> None:
        (problem,) = load(Support, [5]).problems  # type: ignore[list-item]
        assert (1,) == problem.path
        assert problem.in_("vi").startswith("dòng 1: không phải là một dòng")

    def test_it_asks_whether_something_else_was_meant(self) -> None:
        (problem,) = load_documents(Support, [{**SUPPORT, "levle": "city"}]).problems
        assert problem.in_("en").endswith("leave it out; did you mean 'level'?")
        assert problem.in_("vi").endswith("có phải là 'level' không?")

    def test_both_kinds_become_an_answer_by_the_same_lines(self) -> None:
        row = {**SUPPORT, "funding": [{"source": "state-budget"}]}
        (refused,) = refusals(row, Support)
        (rejected,) = load_documents(Support, [row], first_row=0).problems
        one, other = [
            {"loc": ["body", *each.path], "type": each.code, "ctx": each.message._asdict()}
            for each in (refused.within(0), rejected)
        ]
        assert one == other
