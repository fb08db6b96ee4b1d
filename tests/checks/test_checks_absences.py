"""Missing records are found only where a claim says that their class is complete."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from building import AFTER, IN_FIRST, IN_SECOND, experts, found, models, names, supports, trainings
from nsc_program import (
    HANOI,
    Completeness,
    Enterprise,
    EnterpriseKind,
    Expert,
    Fact,
    Period,
    PilotModel,
    Register,
    RejectedRow,
    Support,
    Training,
)
from nsc_program.checks import (
    EnterpriseNotListed,
    ExpertNotTrained,
    ModelNotSupported,
    RowsRejected,
)
from nsc_program.records import AnyRecord

FROM_THE_START = HANOI.period.first
BEFORE = date(2024, 6, 29)


def through(kind: type[AnyRecord], day: date = IN_FIRST) -> Completeness:
    return Completeness(kind, Period(FROM_THE_START, day))


class TestExpertNotTrained:
    """H2 "trong đó": the experts are among those trained."""

    (EXPERT,) = experts(1)
    FOUND = ExpertNotTrained(IN_FIRST, records=names("Expert", "x2024-0"))

    def test_an_expert_whom_the_trainings_do_not_name_is_found(self) -> None:
        (training,) = trainings(1)
        other = evolve(training, person="SAMPLE-P9999")

        assert [self.FOUND] == found(
            ExpertNotTrained, Register([self.EXPERT, other], [through(Training)])
        )

    @pytest.mark.parametrize("day", [BEFORE, IN_SECOND])
    def test_any_training_of_the_person_is_enough(self, day: date) -> None:
        register = Register([self.EXPERT, *trainings(1, day)], [through(Training)])

        assert [] == found(ExpertNotTrained, register)

    def test_a_plain_fact_is_enough(self) -> None:
        fact = Fact("trained/persons", self.EXPERT.person, BEFORE)

        assert [] == found(ExpertNotTrained, Register([self.EXPERT, fact], [through(Training)]))

    def test_an_expert_may_be_among_an_earlier_headcount(self) -> None:
        """A later headcount cannot include the expert."""
        heads = Training(id="t", headcount=12, on=IN_FIRST)
        later = evolve(heads, on=IN_SECOND)

        assert [] == found(ExpertNotTrained, Register([self.EXPERT, heads], [through(Training)]))
        assert [self.FOUND] == found(
            ExpertNotTrained, Register([self.EXPERT, later], [through(Training)])
        )

    @pytest.mark.parametrize(
        "fact",
        [("trained/persons", "t1  head 1"), ("trained/participations", "t1")],
        ids=["a head", "a participation"],
    )
    def test_an_expert_may_be_among_the_people_of_a_plain_fact(self, fact: tuple[str, str]) -> None:
        register = Register([self.EXPERT, Fact(*fact, IN_FIRST)], [through(Training)])

        assert [] == found(ExpertNotTrained, register)

    def test_a_fact_that_does_not_imply_a_training_is_not_enough(self) -> None:
        fact = Fact("bodies", self.EXPERT.person, BEFORE)

        assert [self.FOUND] == found(
            ExpertNotTrained, Register([self.EXPERT, fact], [through(Training)])
        )

    def test_the_first_day_of_the_programme_is_within_it(self) -> None:
        early = evolve(self.EXPERT, trained_on=FROM_THE_START)

        assert [evolve(self.FOUND, trained_on=FROM_THE_START)] == found(
            ExpertNotTrained, Register([early], [through(Training)])
        )

    def test_an_annulled_training_is_not_enough(self) -> None:
        (training,) = trainings(1)
        annulled = evolve(training, annulled=True)

        assert [self.FOUND] == found(
            ExpertNotTrained, Register([self.EXPERT, annulled], [through(Training)])
        )

    @pytest.mark.parametrize(
        "expert",
        [
            evolve(EXPERT, trained_on=None),
            evolve(EXPERT, annulled=True),
            evolve(EXPERT, trained_on=date(2020, 6, 30)),
        ],
        ids=["not trained", "annulled", "trained before the programme"],
    )
    def test_an_expert_without_a_training_day_in_the_programme_is_not_found(
        self, expert: Expert
    ) -> None:
        assert [] == found(
            ExpertNotTrained, Register([expert], [Completeness(Training, Period.until(AFTER))])
        )

    def test_the_latest_version_of_an_expert_is_checked(self) -> None:
        corrected = evolve(self.EXPERT, person="SAMPLE-P0001", recorded_on=IN_SECOND)
        training = evolve(trainings(1)[0], person="SAMPLE-P0001")

        assert [] == found(
            ExpertNotTrained, Register([self.EXPERT, corrected, training], [through(Training)])
        )


class TestCompleteness:
    """Records can only be missing from a class with a claim from the programme's beginning on."""

    (EXPERT,) = experts(1)
    LATER_CLAIM = evolve(through(Training), recorded_on=IN_FIRST)

    @pytest.mark.parametrize(
        "claims",
        [
            [],
            [through(Training, BEFORE)],
            [Completeness(Training, Period(date(2021, 1, 2), AFTER))],
            [through(Support)],
            [Completeness("trained/persons", Period.until(AFTER))],
            [
                through(Training, date(2022, 12, 31)),
                Completeness(Training, Period(date(2023, 1, 2), AFTER)),
            ],
            [evolve(through(Training, AFTER), recorded_on=BEFORE)],
        ],
        ids=[
            "none",
            "a day short",
            "a day late",
            "another class",
            "an indicator",
            "a day left out",
            "made too early",
        ],
    )
    def test_nothing_is_missing_where_the_claims_leave_days_out(
        self, claims: list[Completeness]
    ) -> None:
        assert [] == found(ExpertNotTrained, Register([self.EXPERT], claims))

    @pytest.mark.parametrize(
        "claims",
        [
            [through(Training)],
            [Completeness(Training, Period.until(IN_FIRST))],
            [through(Training, BEFORE), Completeness(Training, Period(IN_FIRST, AFTER))],
            [evolve(through(Training, AFTER), recorded_on=IN_FIRST)],
        ],
        ids=["exactly", "from the beginning", "two that touch", "made that day"],
    )
    def test_a_record_is_missing_where_the_claims_reach(self, claims: list[Completeness]) -> None:
        assert [TestExpertNotTrained.FOUND] == found(
            ExpertNotTrained, Register([self.EXPERT], claims)
        )

    @pytest.mark.parametrize(("as_of", "count"), [(BEFORE, 0), (IN_FIRST, 1)])
    def test_days_after_the_day_of_judgement_are_not_checked(self, as_of: date, count: int) -> None:
        register = Register([self.EXPERT], [through(Training)])

        assert count == len(found(ExpertNotTrained, register, as_of=as_of))

    def test_a_rejected_row_may_be_the_missing_record(self) -> None:
        row = RejectedRow(what="Training", id="row 7")
        register = Register([self.EXPERT], [through(Training)], [row])
        mended = evolve(trainings(1)[0], id="row 7", person="SAMPLE-P9999", recorded_on=AFTER)

        assert [] == found(ExpertNotTrained, register)
        assert [TestExpertNotTrained.FOUND] == found(
            ExpertNotTrained, evolve(register, records=[self.EXPERT, mended])
        )
        assert [TestExpertNotTrained.FOUND] == found(
            ExpertNotTrained, evolve(register, rejected=[evolve(row, what="Support")])
        )


class TestModelNotSupported:
    """H4 "doanh nghiệp được hướng dẫn, hỗ trợ … trở thành mô hình điểm"."""

    (MODEL,) = models(1)
    FOUND = ModelNotSupported("SAMPLE-0000", IN_FIRST, records=names("PilotModel", "m2024-0"))

    def test_a_model_without_a_support_is_found(self) -> None:
        (support,) = supports(1)
        other = evolve(support, enterprise="SAMPLE-9999")

        assert [self.FOUND] == found(
            ModelNotSupported, Register([self.MODEL, other], [through(Support)])
        )

    @pytest.mark.parametrize(
        "changes",
        [{"completed_on": None}, {"kind": EnterpriseKind.HOUSEHOLD}, {"verified": False}],
        ids=lambda changes: next(iter(changes)),
    )
    def test_any_support_of_the_enterprise_is_enough(self, changes: dict[str, Any]) -> None:
        support = evolve(supports(1)[0], **changes)

        assert [] == found(ModelNotSupported, Register([self.MODEL, support], [through(Support)]))

    def test_a_support_of_a_branch_is_one_of_the_head_office(self) -> None:
        support = evolve(supports(1)[0], enterprise="0100000001-001")
        fact = Fact("supported/started", "0100000001002", BEFORE)
        model = evolve(self.MODEL, enterprise="0100000001")

        assert [] == found(ModelNotSupported, Register([model, support], [through(Support)]))
        assert [] == found(ModelNotSupported, Register([model, fact], [through(Support)]))

    @pytest.mark.parametrize(
        "model",
        [evolve(MODEL, renewal=True), evolve(MODEL, annulled=True)],
        ids=["a renewal", "annulled"],
    )
    def test_renewed_and_annulled_models_are_not_checked(self, model: PilotModel) -> None:
        assert [] == found(ModelNotSupported, Register([model], [through(Support)]))

    @pytest.mark.parametrize("claims", [[], [through(Support, BEFORE)], [through(PilotModel)]])
    def test_models_are_not_checked_unless_supports_are_complete(
        self, claims: list[Completeness]
    ) -> None:
        assert [] == found(ModelNotSupported, Register([self.MODEL], claims))


class TestEnterpriseNotListed:
    """Each enterprise without a record is one finding, which names all records about it."""

    def test_an_enterprise_without_a_record_is_found(self) -> None:
        records: list[AnyRecord] = [
            *supports(2),
            *models(1),
            Enterprise(id="e", code="SAMPLE-0001"),
        ]

        both = (*names("PilotModel", "m2024-0"), *names("Support", "s2024-0"))
        assert [EnterpriseNotListed("SAMPLE-0000", records=both)] == found(
            EnterpriseNotListed, Register(records, [through(Enterprise)])
        )

    def test_a_record_of_a_branch_lists_its_head_office(self) -> None:
        support = evolve(supports(1)[0], enterprise="0100000001-002")
        branch = Enterprise(id="e", code="0100000001-001")

        assert [] == found(EnterpriseNotListed, Register([support, branch], [through(Enterprise)]))

    def test_only_events_within_the_claim_are_checked(self) -> None:
        records = [*supports(1), *supports(1, IN_SECOND)]

        (finding,) = found(EnterpriseNotListed, Register(records, [through(Enterprise)]))
        assert names("Support", "s2024-0") == finding.records
        assert [] == found(EnterpriseNotListed, Register(records, [through(Enterprise, BEFORE)]))
        assert [] == found(EnterpriseNotListed, records)

    def test_an_annulled_record_does_not_list_its_enterprise(self) -> None:
        annulled = Enterprise(id="e", code="SAMPLE-0000", annulled=True)

        assert 1 == len(
            found(EnterpriseNotListed, Register([*supports(1), annulled], [through(Enterprise)]))
        )


class TestRowsRejected:
    def test_rejected_rows_are_one_finding_for_each_class(self) -> None:
        rows = [
            RejectedRow(what="Training", id="row 9", things=40),
            RejectedRow(what="Training", id="row 10"),
            RejectedRow(what="Support", id="row 9"),
        ]

        assert [
            RowsRejected("Support", 1, records=names("Support", "row 9")),
            RowsRejected("Training", 41, records=names("Training", "row 10", "row 9")),
        ] == found(RowsRejected, Register(rejected=rows))

    def test_a_row_that_was_recorded_later_is_not_found(self) -> None:
        (support,) = supports(1)
        row = RejectedRow(what="Support", id=support.id, recorded_on=BEFORE)

        assert [] == found(
            RowsRejected, Register([evolve(support, recorded_on=IN_FIRST)], rejected=[row])
        )
