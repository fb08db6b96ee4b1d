"""A rejected row may be one more thing, and casts doubt on what its record said before."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, FIRST, IN_FIRST, SECOND, experts, models, report, supports, trainings
from drawing import CLASSES, day_after, day_before, days, registers, with_rejected_rows
from each import for_each
from nsc_program import (
    HANOI,
    AssessmentBody,
    Completeness,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    Figure,
    InvalidType,
    InvalidValue,
    Period,
    PilotModel,
    Range,
    Register,
    RejectedRow,
    ReportedFigure,
    Status,
    Support,
    Training,
    UnknownId,
    evaluate,
    tally,
)
from nsc_program.figures import ClaimedComplete, Clash, InRejectedRows, UnusedReport, Unverified
from nsc_program.records import AnyRecord, WhyNot
from nsc_program.records._rejected_rows import row_class
from worlds import CLASSES as WAYS_OF

EARLY, ON, LATE = date(2026, 1, 5), date(2026, 3, 2), date(2026, 6, 30)
WHOLE = Period.of_years(2021, 2030)
ALL_CLAIMED = [Completeness(kind, WHOLE) for kind in CLASSES]
(SUPPORT,) = supports(1)
ROW = RejectedRow(what=Support, id="row", recorded_on=ON)
OF_SUPPORT = RejectedRow(what=Support, id=SUPPORT.id, recorded_on=ON)


def register_of(records: Iterable[AnyRecord], *rows: RejectedRow) -> Register:
    """Return a register of these records, with completeness claims about all classes."""
    return Register(records, ALL_CLAIMED, rows)


def figure_of(register: Register, indicator: str = "supported", period: Period = FIRST) -> Figure:
    return tally(HANOI, register, as_of=AFTER).figure(HANOI.indicator(indicator), period)


def range_of(records: Iterable[AnyRecord], *rows: RejectedRow) -> Range:
    return figure_of(register_of(records, *rows)).range


class TestMoreThings:
    """A row raises each finite high end of its class's figures by the things it may stand for."""

    @for_each(
        ("what", "ways"),
        [
            *WAYS_OF.items(),
            ("Dissemination", ["dissemination/events"]),
            ("Enterprise", []),
            ("ReportedFigure", []),
        ],
    )
    def test_rows_of_each_class_raise_its_figures(self, what: str, ways: list[str]) -> None:
        figures = tally(
            HANOI, register_of([], RejectedRow(what=what, id="row", things=3)), as_of=AFTER
        ).figures
        counted = [each for each in figures if HANOI.indicator(each.indicator).accumulates]
        widened = [each for each in counted if each.range == Range(0, 3)]
        expected = {(way, period) for way in ways for period in (FIRST, SECOND, WHOLE)}
        assert expected == {(each.indicator, each.period) for each in widened}
        assert {Range.exactly(0)} >= {each.range for each in counted if each not in widened}
        told = [note for each in figures for note in each.notes if isinstance(note, InRejectedRows)]
        assert [
            InRejectedRows(each.indicator, each.period, rows=1, count=3) for each in widened
        ] == told

    def test_a_row_of_a_headcount_adds_its_people(self) -> None:
        row = RejectedRow(what=Training, id="row", things=40)
        for indicator in ("trained/persons", "trained/participations"):
            assert Range(2, 42) == figure_of(register_of(trainings(2), row), indicator).range

    def test_rows_add_up(self) -> None:
        others = [evolve(ROW, id="other"), RejectedRow(what=PilotModel, id="row")]
        assert Range(2, 4) == range_of(supports(2), ROW, *others)

    def test_an_absent_high_end_stays_absent(self) -> None:
        figure = figure_of(Register(supports(2), [], [ROW]))
        assert Range.at_least(2) == figure.range
        assert InRejectedRows("supported", FIRST, 1, 1) in figure.notes

    def test_the_figures_of_an_open_phase_do_not_change(self) -> None:
        figures = tally(HANOI, register_of(supports(2), ROW), as_of=day_before(FIRST.end))
        supported = HANOI.indicator("supported")
        assert Range.at_least(2) == figures.figure(supported, FIRST).range
        assert Range.at_least(0) == figures.figure(supported, SECOND).range

    def test_a_row_may_belong_to_a_complete_part_of_the_phase(self) -> None:
        """The claimed year may have one or, as the report says, the others up to two."""
        years = Period.of_years(2021, 2021), Period.of_years(2022, 2025)
        said = evolve(report("supported", 0, years[1]), value=Range(0, 2))
        assert (
            Range(0, 3)
            == figure_of(Register([said], [Completeness(Support, years[0])], [ROW])).range
        )

    def test_a_reported_high_end_is_not_raised(self) -> None:
        said = evolve(report("supported", 0), value=Range.at_most(2))
        assert Range.exactly(2) == range_of([*supports(2), said], ROW)

    def test_a_fact_with_the_same_name_is_not_the_row(self) -> None:
        assert Range(1, 2) == range_of([Fact("supported", "row", FIRST.end)], ROW)

    def test_verdicts_allow_for_rejected_rows(self) -> None:
        """At least fifteen are asked for: one row may make up for a missing model or remove one."""

        def status(count: int, *rows: RejectedRow) -> Status:
            return evaluate(HANOI, tally(HANOI, register_of(models(count), *rows), as_of=AFTER))[
                "2021-2025/models"
            ].status

        row = RejectedRow(what=PilotModel, id="row", recorded_on=ON)
        old = RejectedRow(what=PilotModel, id=models(1)[0].id, recorded_on=ON)
        assert [Status.MISSED, Status.ATTAINED, Status.ATTAINED] == [
            status(count) for count in (14, 15, 16)
        ]
        assert [Status.MISSED, Status.UNDECIDED, Status.ATTAINED] == [
            status(count, row) for count in (13, 14, 15)
        ]
        assert [Status.UNDECIDED, Status.UNDECIDED, Status.ATTAINED] == [
            status(count, old) for count in (14, 15, 16)
        ]


class TestDoubt:
    """A record's earlier content is not verified until a version recorded later settles it."""

    def test_the_older_version_may_be_true_or_not(self) -> None:
        register = register_of(supports(2), OF_SUPPORT)
        assert Range(1, 3) == figure_of(register).range
        notes = (
            ClaimedComplete("supported", FIRST, FIRST.end),
            Unverified("supported", FIRST, 1),
            InRejectedRows("supported", FIRST, 1, 1),
        )
        assert notes == figure_of(register).notes

    def test_only_the_latest_version_is_doubted(self) -> None:
        register = register_of([SUPPORT], OF_SUPPORT)
        assert (SUPPORT,) == register.records
        assert (evolve(SUPPORT, verified=False),) == register.latest == register.current

    @pytest.mark.parametrize(
        ("recorded_on", "expected"),
        [
            (None, Range(0, 2)),
            (day_before(ON), Range(0, 2)),
            # Which of the two is meant to be in force is unknown.
            (ON, Range(0, 2)),
            (day_after(ON), Range.exactly(1)),
        ],
    )
    def test_a_later_version_settles_it(self, recorded_on: date | None, expected: Range) -> None:
        assert expected == range_of([evolve(SUPPORT, recorded_on=recorded_on)], OF_SUPPORT)

    @pytest.mark.parametrize(
        ("recorded_on", "expected"), [(None, Range(0, 2)), (date(1900, 1, 1), Range.exactly(1))]
    )
    def test_a_row_known_from_the_start_doubts_versions_known_from_the_start(
        self, recorded_on: date | None, expected: Range
    ) -> None:
        assert expected == range_of(
            [evolve(SUPPORT, recorded_on=recorded_on)], evolve(OF_SUPPORT, recorded_on=None)
        )

    def test_the_latest_version_settles_it(self) -> None:
        entered = [evolve(SUPPORT, recorded_on=day) for day in (None, EARLY, LATE)]
        assert Range.exactly(1) == range_of(entered, OF_SUPPORT)
        assert Range(0, 2) == range_of(entered[:2], OF_SUPPORT)
        assert (OF_SUPPORT,) == register_of(entered, OF_SUPPORT).as_known_on(
            day_before(LATE)
        ).unresolved

    def test_a_settled_row_has_no_effect(self) -> None:
        held = [evolve(SUPPORT, recorded_on=LATE), *supports(3)[1:]]
        assert figure_of(register_of(held)) == figure_of(register_of(held, OF_SUPPORT))
        assert (OF_SUPPORT,) == register_of(held, OF_SUPPORT).rejected
        assert () == register_of(held, OF_SUPPORT).unresolved

    def test_a_record_annulled_before_the_row_may_come_back(self) -> None:
        """The row may enter the record again; the annulled content is not true again."""
        annulled = evolve(SUPPORT, annulled=True, recorded_on=EARLY)
        register = register_of([SUPPORT, annulled], OF_SUPPORT)
        assert Range(0, 1) == figure_of(register).range
        assert () == register.current

    def test_a_record_annulled_after_the_row_stays_annulled(self) -> None:
        annulled = evolve(SUPPORT, annulled=True, recorded_on=LATE)
        assert Range.exactly(0) == range_of([SUPPORT, annulled], OF_SUPPORT)

    def test_a_row_of_another_class_with_the_same_id_casts_no_doubt(self) -> None:
        """Nor does a record of another class settle it."""
        row = RejectedRow(what=PilotModel, id=SUPPORT.id, recorded_on=ON)
        for recorded_on in (EARLY, LATE):
            register = register_of([evolve(SUPPORT, recorded_on=recorded_on)], row)
            assert (Range.exactly(1), (row,)) == (figure_of(register).range, register.unresolved)
            assert Range(0, 1) == figure_of(register, "models/city").range

    def test_another_record_of_the_same_thing_is_not_doubted(self) -> None:
        again = evolve(SUPPORT, id="again")
        assert Range(1, 2) == range_of([SUPPORT, again], OF_SUPPORT)

    @pytest.mark.parametrize(
        ("record", "indicator"),
        [
            (experts(1)[0], "experts/trained"),
            (Training(id="t", headcount=3, on=FIRST.end), "trained/participations"),
            (Dissemination(id="d", on=FIRST.end), "dissemination/events"),
            (AssessmentBody(
                id="b",
                registration="B",
                strengthened_on=FIRST.end,
                conforming_since=FIRST.end,
                serves_key_products=True,
            ), "bodies"),
        ],
    )  # fmt: skip
    def test_records_of_other_classes_are_doubted_too(
        self, record: Expert | Training | Dissemination | AssessmentBody, indicator: str
    ) -> None:
        (sure,) = {figure_of(register_of([record]), indicator).range.low}
        row = RejectedRow(what=type(record), id=record.id, recorded_on=ON)
        assert Range(0, (sure or 0) + 1) == figure_of(register_of([record], row), indicator).range

    def test_a_doubted_report_is_not_used(self) -> None:
        said = report("supported", 5)
        row = RejectedRow(what=ReportedFigure, id=said.id, recorded_on=ON)
        figure = figure_of(Register([said], [], [row]))
        assert (Range.at_least(0), UnusedReport("supported", FIRST, said.id, WhyNot.IN_DOUBT)) == (
            figure.range,
            figure.notes[-1],
        )
        older = evolve(said, id="older", issued=day_before(said.issued))
        assert Range.at_least(0) == figure_of(Register([said, older], [], [row])).range
        again = evolve(said, recorded_on=LATE)
        assert Range.exactly(5) == figure_of(Register([said, again], [], [row])).range

    def test_a_row_of_a_description_does_not_count(self) -> None:
        described = Enterprise(id="e", code="SAMPLE-0000")
        row = RejectedRow(what=Enterprise, id="e", recorded_on=ON)
        assert Range.exactly(1) == range_of([described, SUPPORT], row)


class TestRowsOfUnknownRecords:
    """A row without a readable id may be one more thing, or may withdraw an earlier record."""

    UNKNOWN = evolve(ROW, identified=False)

    def test_a_row_may_withdraw_an_older_record(self) -> None:
        assert Range(1, 3) == range_of(supports(2), self.UNKNOWN)
        figure = figure_of(register_of(supports(2), self.UNKNOWN))
        assert InRejectedRows("supported", FIRST, 1, 1, withdrawn=1) in figure.notes

    def test_records_entered_with_it_or_later_stay(self) -> None:
        for day in (ON, LATE):
            assert Range(2, 3) == range_of(
                [evolve(each, recorded_on=day) for each in supports(2)], self.UNKNOWN
            )

    def test_records_of_another_class_stay(self) -> None:
        assert Range(2, 2) == range_of(
            supports(2), RejectedRow(what=PilotModel, id="row", recorded_on=ON, identified=False)
        )

    def test_a_row_withdraws_things_of_its_own_class_only(self) -> None:
        """A headcount of twelve is not a model, nor a model a support."""
        row = RejectedRow(what=PilotModel, id="row", recorded_on=ON, identified=False)
        held: list[AnyRecord] = [
            *supports(2),
            *models(2),
            Training(id="t", headcount=12, on=IN_FIRST),
        ]
        register = register_of(held, row)

        assert Range(1, 3) == figure_of(register, "models/city").range
        assert Range(2, 2) == figure_of(register, "supported").range

    def test_a_row_withdraws_one_training_of_one_person(self) -> None:
        row = RejectedRow(what=Training, id="row", recorded_on=ON, identified=False)

        assert (
            Range(2, 4) == figure_of(register_of(trainings(3), row), "trained/participations").range
        )

    def test_a_low_end_does_not_fall_below_zero(self) -> None:
        rows = [evolve(self.UNKNOWN, id=f"row {number}") for number in range(5)]
        assert Range(0, 7) == range_of(supports(2), *rows)

    def test_a_headcount_may_be_withdrawn_with_all_its_people(self) -> None:
        register = register_of(
            [Training(id="t", headcount=12, on=IN_FIRST), *trainings(3)],
            RejectedRow(what=Training, id="row", recorded_on=ON, identified=False),
        )
        assert Range(3, 16) == figure_of(register, "trained/participations").range

    def test_several_rows_under_one_made_up_name_are_several(self) -> None:
        """A made-up name is not an id: versions do not refer to it, and none settles it."""
        rows = [
            self.UNKNOWN,
            evolve(self.UNKNOWN, recorded_on=LATE),
            evolve(self.UNKNOWN, identified=True),
        ]
        assert Range(0, 5) == range_of(supports(2), *rows)
        named_so = evolve(SUPPORT, id=self.UNKNOWN.id, recorded_on=LATE)
        assert (self.UNKNOWN,) == register_of([named_so], self.UNKNOWN).unresolved

    def test_a_made_up_name_may_equal_the_id_of_a_record(self) -> None:
        """The row is still not a version of that record, and doubts it no more than any other."""
        later = evolve(SUPPORT, id="later", enterprise="SAMPLE-LATER", recorded_on=LATE)
        for name in (later.id, "row"):
            assert Range(1, 3) == range_of([SUPPORT, later], evolve(self.UNKNOWN, id=name))

    def test_a_row_named_like_a_report_doubts_every_report(self) -> None:
        said = [report("supported", 5), report("bodies", 2)]
        for name in (said[1].id, "row"):
            row = RejectedRow(what=ReportedFigure, id=name, recorded_on=ON, identified=False)
            assert Range.at_least(0) == figure_of(Register(said, [], [row])).range

    @pytest.mark.parametrize("row", [{"id": "new"}, {"id": "row", "identified": False}], ids=str)
    def test_a_rejected_report_may_replace_any_other(self, row: dict[str, Any]) -> None:
        said = report("supported", 5)
        unknown = RejectedRow(what=ReportedFigure, recorded_on=ON, **row)
        figure = figure_of(Register([said], [], [unknown]))
        assert (Range.at_least(0), UnusedReport("supported", FIRST, said.id, WhyNot.IN_DOUBT)) == (
            figure.range,
            figure.notes[-1],
        )
        for day in (ON, LATE):
            entered = evolve(said, recorded_on=day)
            assert Range.at_least(0) == figure_of(Register([entered], [], [unknown])).range

    def test_a_later_version_of_a_report_may_be_about_another_period(self) -> None:
        """So it may replace another report than the one it is a version of."""
        moved, other = evolve(report("supported", 5, SECOND), id="moved"), report("supported", 5)
        row = RejectedRow(what=ReportedFigure, id="moved", recorded_on=LATE)
        assert Range.at_least(0) == figure_of(Register([moved, other], [], [row])).range


class TestRowsOfOneRecord:
    """The newest of several rows under one id counts, and a repeated row is one row."""

    def test_a_repeated_row_is_one_row(self) -> None:
        register = register_of(supports(2), ROW)
        assert register == register.merge(register) == register_of(supports(2), ROW, ROW)
        assert Range(2, 3) == range_of(supports(2), ROW, ROW)

    @pytest.mark.parametrize(("before", "after"), [(1, 40), (40, 1)])
    def test_the_newest_row_counts(self, before: int, after: int) -> None:
        old = RejectedRow(what=Training, id="row", things=before)
        rows = [old, evolve(old, recorded_on=EARLY), evolve(old, recorded_on=ON, things=after)]
        register = register_of([], *rows)
        assert Range(0, after) == figure_of(register, "trained/persons").range
        assert (rows[-1],) == register.unresolved
        assert (
            Range(0, before)
            == figure_of(register.as_known_on(day_before(ON)), "trained/persons").range
        )

    def test_the_row_with_the_most_things_counts_among_those_of_a_day(self) -> None:
        rows = [
            RejectedRow(what=Training, id="row", recorded_on=ON, things=things)
            for things in (3, 12, 7)
        ]
        assert (rows[1],) == register_of([], *rows).unresolved
        assert Range(0, 12) == figure_of(register_of([], *rows), "trained/persons").range

    def test_a_version_between_two_rows_settles_neither(self) -> None:
        rows = [evolve(OF_SUPPORT, recorded_on=day) for day in (EARLY, LATE)]
        assert (rows[1],) == register_of([evolve(SUPPORT, recorded_on=ON)], *rows).unresolved


class TestWidening:
    """A rejected row only widens the figures of the whole register, if its evidence does not clash.

    Reports stay as they are: a rejected report does not replace any.
    """

    @given(st.data(), registers(), days())
    def test_rejected_rows_widen_every_figure(
        self, data: st.DataObject, register: Register, as_of: date
    ) -> None:
        """The rows are of records in the register, of other records, or in place of records."""
        whole = tally(HANOI, evolve(register, rejected=()), as_of=as_of)
        rows = [row for row in register.rejected if row.what != "ReportedFigure"]
        less = data.draw(with_rejected_rows(evolve(register, rejected=rows), reports=False))
        outer = {
            (each.indicator, each.period): each.range
            for each in tally(HANOI, less, as_of=as_of).figures
        }
        inner = [
            each
            for each in whole.figures
            if not any(isinstance(note, Clash) for note in each.notes)
        ]
        assert [] == [
            each for each in inner if not each.range.within(outer[each.indicator, each.period])
        ]


class TestRefusals:
    """A row names the class of its record, and the number of things it may be."""

    @pytest.mark.parametrize("what", ["Fact", "support", "supported", Fact, int], ids=repr)
    def test_other_classes_are_refused(self, what: str) -> None:
        with pytest.raises(UnknownId, match=r"^no class of records that come as rows '"):
            RejectedRow(what=what, id="row")

    @pytest.mark.parametrize("what", [5, None, ["Support"], b"Support"], ids=repr)
    def test_an_invalid_name_is_refused(self, what: str) -> None:
        with pytest.raises(InvalidType, match=r"^what: expected text, got \w+$"):
            RejectedRow(what=what, id="row")

    def test_other_types_are_refused(self) -> None:
        with pytest.raises(
            InvalidType, match=r"^kind: expected a class of records or its name, got int 5$"
        ):
            row_class(5)  # type: ignore[arg-type]

    def test_a_persons_number_is_not_repeated(self) -> None:
        with pytest.raises(InvalidValue, match=r"^what: a twelve-digit number") as refusal:
            RejectedRow(what="001099012345", id="row")
        assert "9901" not in str(refusal.value)

    @pytest.mark.parametrize("things", [0, -1, 10**9 + 1])
    def test_a_number_of_things_out_of_range_is_refused(self, things: int) -> None:
        with pytest.raises(
            InvalidValue,
            match=f"^things: expected a whole number from 1 to 1000000000, got {things}$",
        ):
            RejectedRow(what=Training, id="row", things=things)

    def test_a_register_refuses_other_values_than_rejected_rows(self) -> None:
        with pytest.raises(InvalidType, match=r"^rejected: expected a RejectedRow, got str 'row'$"):
            Register((), (), ["row"])  # type: ignore[list-item]
