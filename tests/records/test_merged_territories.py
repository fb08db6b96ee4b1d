"""Registers of different territories are merged only if that is asked for, without false claims."""

from datetime import date

import pytest
from attrs import evolve

from both_languages import faults_of
from building import IN_FIRST, supports, trainings
from nsc_program import (
    Completeness,
    Dissemination,
    Period,
    Range,
    Register,
    RejectedRow,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.errors import InvalidType, InvalidValue, RegisterConflict
from nsc_program.records import AnyRecord

CLAIM = Completeness(Support, Period.until(date(2025, 12, 31)))
OTHER_CLAIM = Completeness(Training, Period.until(date(2025, 12, 31)))
ROW = RejectedRow(what="Support", id="row")
REPORT = ReportedFigure(
    id="r1",
    indicator="supported",
    period=Period.of_years(2021, 2025),
    value=Range.exactly(3),
    issued=date(2026, 1, 15),
)


def of(territory: str | None, *records: AnyRecord, claim: Completeness = CLAIM) -> Register:
    return Register(records, [claim], territory=territory)


def refused(error: InvalidValue) -> str:
    assert [] == [fault for problem in error.problems for fault in faults_of(problem)]
    return str(error)


class TestNotAsked:
    def test_one_territory_stays(self) -> None:
        merged = of("VN-HN", *supports(2)).merge(of("VN-HN", *trainings(1), claim=OTHER_CLAIM))

        assert "VN-HN" == merged.territory
        assert (CLAIM, OTHER_CLAIM) == merged.completeness

    def test_a_register_that_names_none_takes_the_other_ones(self) -> None:
        named, unnamed = of("VN-HN", *supports(2)), of(None, *trainings(1), claim=OTHER_CLAIM)

        assert named.merge(unnamed) == unnamed.merge(named)
        assert "VN-HN" == unnamed.merge(named).territory
        assert (CLAIM, OTHER_CLAIM) == unnamed.merge(named).completeness

    def test_no_territory_stays_none(self) -> None:
        assert of(None).merge(of(None)).territory is None

    @pytest.mark.parametrize("other", ["VN-SG", "VN"])
    def test_two_territories_are_refused(self, other: str) -> None:
        with pytest.raises(InvalidValue, match="give the code of the territory") as caught:
            of("VN-HN").merge(of(None), of(other))
        assert ", ".join(sorted(["VN-HN", other])) in refused(caught.value)


class TestAsked:
    def test_claims_about_a_part_are_left_out_and_everything_else_is_kept(self) -> None:
        hanoi = evolve(of("VN-HN", *supports(2)), rejected=[ROW])
        merged = hanoi.merge(of("VN", *trainings(1), claim=OTHER_CLAIM), territory="VN")

        assert (
            Register([*supports(2), *trainings(1)], [OTHER_CLAIM], [ROW], territory="VN") == merged
        )

    def test_a_register_that_names_none_is_about_the_whole(self) -> None:
        assert of("VN") == of(None).merge(territory="VN")

    @pytest.mark.parametrize("unnamed", [of(None), Register([REPORT])])
    def test_claims_and_reports_of_an_unknown_territory_are_not_about_the_whole(
        self, unnamed: Register
    ) -> None:
        with pytest.raises(InvalidValue, match="does not name its territory") as caught:
            unnamed.merge(of("VN-HN"), territory="VN")
        refused(caught.value)

    def test_records_of_an_unknown_territory_are_kept(self) -> None:
        merged = Register(supports(1)).merge(of("VN-HN"), of("VN"), territory="VN")

        assert Register(supports(1), [CLAIM], territory="VN") == merged

    def test_it_may_be_asked_for_one_register(self) -> None:
        assert Register(territory="VN") == of("VN-HN").merge(territory="VN")

    @pytest.mark.parametrize("territory", ["VN-SG", "VN-HN-00004"])
    def test_a_register_from_outside_is_refused(self, territory: str) -> None:
        with pytest.raises(InvalidValue, match="VN-HN, which is not a part of") as caught:
            of("VN-HN").merge(territory=territory)
        refused(caught.value)

    def test_a_code_is_required(self) -> None:
        with pytest.raises(InvalidValue, match="territory: expected the code"):
            of("VN-HN").merge(territory="Hanoi")
        with pytest.raises(InvalidType, match="territory: expected text"):
            of("VN-HN").merge(territory=84)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "part",
        [
            Register([REPORT], territory="VN-HN"),
            Register(rejected=[RejectedRow(what="ReportedFigure", id="r1")], territory="VN-HN"),
        ],
    )
    def test_a_report_about_a_part_is_refused(self, part: Register) -> None:
        with pytest.raises(InvalidValue, match="'r1' is about the territory VN-HN") as caught:
            part.merge(of("VN"), territory="VN")
        refused(caught.value)

    def test_a_report_about_the_whole_stays(self) -> None:
        merged = Register([REPORT], territory="VN").merge(of("VN-HN"), territory="VN")

        assert (REPORT,) == merged.records


class TestIdsOfTwoOffices:
    """Two offices number their lists independently."""

    @pytest.mark.parametrize(
        "record",
        [
            Training(id="1", headcount=30, on=IN_FIRST),
            Training(id="1", headcount=1, on=IN_FIRST),
            Dissemination(id="1", on=IN_FIRST),
        ],
    )
    def test_things_that_only_their_id_tells_apart_are_not_one(
        self, record: Training | Dissemination
    ) -> None:
        later = evolve(record, document="other", recorded_on=date(2026, 1, 1))
        here, there = of("VN-HN", record), of("VN-SG", later)

        with pytest.raises(RegisterConflict, match="'1': the id is used again"):
            here.merge(there, territory="VN")
        assert (record, later) == here.merge(there, corrects_keys=True, territory="VN").records
        assert (record, later) == here.merge(of("VN-HN", later)).records

    def test_the_same_record_is_one(self) -> None:
        record = Training(id="1", headcount=30, on=IN_FIRST)

        merged = of("VN-HN", record).merge(of("VN", record), territory="VN")
        assert (record,) == merged.records
        assert merged == merged.merge(of("VN-HN", record), territory="VN")

    def test_a_later_version_of_a_thing_with_a_key_is_one_thing(self) -> None:
        (record,) = supports(1)
        later = evolve(record, recorded_on=date(2026, 1, 1))

        merged = of("VN-HN", record).merge(of("VN", later), territory="VN")
        assert (later,) == merged.current
