"""Days outside the phases, in two phases, or at odds with each other; and outdated claims."""

from datetime import date
from typing import Any, cast

import pytest
from attrs import evolve, fields

from building import (
    AFTER,
    FIRST,
    IN_FIRST,
    IN_SECOND,
    SECOND,
    bodies,
    experts,
    found,
    models,
    names,
    supports,
    trainings,
)
from each import for_each
from nsc_program import (
    HANOI,
    AssessmentBody,
    Completeness,
    Dissemination,
    Enterprise,
    EnterpriseKind,
    Expert,
    Fact,
    Period,
    Phase,
    PilotModel,
    Register,
    RejectedRow,
    ReportedFigure,
    Scope,
    Support,
    Training,
)
from nsc_program.checks import (
    ClaimOutdated,
    Finding,
    KeyInTwoPhases,
    OutsidePhases,
    RecordedBeforehand,
    SpentBeforeStart,
    SupportAcrossPhases,
)
from nsc_program.checks._days import _past_of
from nsc_program.plan._bases import Growth
from nsc_program.records import AnyRecord

LAST, NEXT = date(2025, 12, 31), date(2026, 1, 1)
FORESEEN = {"expires_on", "conforming_until"}
BOTH = ("2021-2025", "2026-2030")


def test_every_date_of_a_record_is_past_or_foreseen_or_its_entry() -> None:
    """A class names the days that are known beforehand, because something ends on them."""
    kinds: tuple[type[AnyRecord], ...] = (
        *(
            Enterprise,
            Support,
            Training,
            Expert,
            PilotModel,
            AssessmentBody,
            Dissemination,
            ReportedFigure,
        ),
        Fact,
    )
    dates = {
        field.name for kind in kinds for field in fields(kind) if field.type in (date, date | None)
    }

    past = {name for kind in kinds for name in _past_of(cast(Any, kind))}

    assert set() == past & FORESEEN
    assert past | FORESEEN | {"recorded_on"} == dates


class TestSupportAcrossPhases:
    (ONE, OTHER, INSIDE) = supports(3)

    def test_a_support_begun_in_one_phase_and_completed_in_another_is_found(self) -> None:
        across = [
            evolve(each, started_on=LAST, completed_on=NEXT) for each in (self.ONE, self.OTHER)
        ]

        assert [
            SupportAcrossPhases(BOTH[:1], BOTH[1:], records=names("Support", "s2024-0", "s2024-1"))
        ] == found(SupportAcrossPhases, [*across, self.INSIDE])

    @pytest.mark.parametrize(
        "support",
        [
            evolve(ONE, completed_on=LAST),
            evolve(ONE, completed_on=None),
            evolve(ONE, started_on=date(2020, 12, 31)),
            evolve(ONE, completed_on=date(2031, 1, 1)),
            evolve(ONE, completed_on=NEXT, annulled=True),
        ],
        ids=["on the last day", "not completed", "begun before", "completed after", "annulled"],
    )
    def test_a_support_with_days_in_one_phase_only_is_not_found(self, support: Support) -> None:
        assert [] == found(SupportAcrossPhases, [support])

    def test_overlapping_phases_are_compared_too(self) -> None:
        """If one phase holds both days, the others can still disagree.

        Phases that both hold them do not.
        """
        horizon = Phase.of_years(2021, 2030)
        plan = evolve(HANOI, phases=(*HANOI.phases, horizon))
        support = evolve(self.ONE, completed_on=NEXT)

        assert [
            SupportAcrossPhases(BOTH[:1], BOTH[1:], records=names("Support", "s2024-0"))
        ] == found(SupportAcrossPhases, [support], plan)
        assert [] == found(
            SupportAcrossPhases, [support], evolve(HANOI, phases=(horizon,), objectives=())
        )


class TestOutsidePhases:
    OUTSIDE = date(2020, 12, 31)

    def test_days_before_and_after_the_phases_are_found(self) -> None:
        (before,), (after,) = trainings(1, self.OUTSIDE), trainings(1, date(2031, 1, 1))

        assert [
            OutsidePhases((self.OUTSIDE,), records=names("Training", before.id)),
            OutsidePhases((date(2031, 1, 1),), records=names("Training", after.id)),
        ] == found(OutsidePhases, [after, before])

    def test_the_finding_names_only_the_days_outside(self) -> None:
        expert = evolve(experts(1, self.OUTSIDE)[0], regional_on=IN_FIRST, international_on=AFTER)

        assert [OutsidePhases((self.OUTSIDE, AFTER), records=names("Expert", expert.id))] == found(
            OutsidePhases, [expert]
        )

    def test_facts_about_one_indicator_are_one_finding(self) -> None:
        facts = [Fact("supported", f"SAMPLE-{day}", day) for day in (AFTER, self.OUTSIDE, IN_FIRST)]

        assert [OutsidePhases((self.OUTSIDE, AFTER), records=names("Fact", "supported"))] == found(
            OutsidePhases, facts
        )

    @pytest.mark.parametrize(
        "record",
        [
            trainings(1, date(2021, 1, 1))[0],
            trainings(1, date(2030, 12, 31))[0],
            evolve(trainings(1, OUTSIDE)[0], annulled=True),
            evolve(experts(1, OUTSIDE)[0], renewal=True),
            evolve(supports(1, OUTSIDE)[0], kind=EnterpriseKind.HOUSEHOLD),
            evolve(models(1)[0], withdrawn_on=AFTER),
            evolve(experts(1)[0], expires_on=AFTER),
        ],
        ids=[
            "the first day",
            "the last",
            "annulled",
            "a renewal",
            "a household",
            "withdrawn later",
            "expiring later",
        ],
    )
    def test_a_record_that_counts_nothing_outside_the_phases_is_not_found(
        self, record: AnyRecord
    ) -> None:
        assert [] == found(OutsidePhases, [record])

    def test_days_in_a_baseline_are_not_outside(self) -> None:
        baseline = Period.of_years(2011, 2020)
        first, second = HANOI.phases
        grown = evolve(second.targets[3], basis=Growth(baseline))
        plan = evolve(HANOI, phases=(first, evolve(second, targets=(*second.targets[:3], grown))))

        assert [] == found(OutsidePhases, trainings(1, self.OUTSIDE), plan)

    def test_facts_about_an_unknown_indicator_are_left_to_another_check(self) -> None:
        assert [] == found(OutsidePhases, [Fact("clubs", "SAMPLE-C1", self.OUTSIDE)])


class TestKeyInTwoPhases:
    """A key in two phases that is not marked as a renewal counts in both."""

    (EXPERT,), (AGAIN,) = experts(1), experts(1, IN_SECOND)
    (MODEL,), (MODEL_AGAIN,) = models(1), models(1, IN_SECOND)

    def test_an_expert_in_two_phases_is_found(self) -> None:
        assert [
            KeyInTwoPhases("Expert", BOTH, records=names("Expert", "x2024-0", "x2028-0"))
        ] == found(KeyInTwoPhases, [self.EXPERT, self.AGAIN])

    def test_a_model_and_its_branch_in_two_phases_are_found(self) -> None:
        records = [
            evolve(self.MODEL, enterprise="0100000001"),
            evolve(self.MODEL_AGAIN, enterprise="0100000001-001"),
        ]

        assert [
            KeyInTwoPhases("PilotModel", BOTH, records=names("PilotModel", "m2024-0", "m2028-0"))
        ] == found(KeyInTwoPhases, records)

    def test_a_record_and_a_plain_fact_in_two_phases_are_found(self) -> None:
        fact = Fact("experts/trained", self.EXPERT.person, IN_SECOND)

        (finding,) = found(KeyInTwoPhases, [self.EXPERT, fact])
        assert (*names("Expert", "x2024-0"), *names("Fact", "experts/trained")) == finding.records

    def test_only_the_records_that_count_in_both_phases_are_named(self) -> None:
        """Each person is one finding. A certificate in one phase only is not among its records."""
        certified = evolve(self.EXPERT, id="x", trained_on=None, certified_on=IN_FIRST)
        other = [
            evolve(each, id=f"{each.id}b", person="SAMPLE-P0001")
            for each in (self.EXPERT, self.AGAIN)
        ]

        both = found(KeyInTwoPhases, [self.EXPERT, self.AGAIN, certified, *other])
        assert [("x2024-0", "x2028-0"), ("x2024-0b", "x2028-0b")] == [
            tuple(name.id for name in each.records) for each in both
        ]

    @for_each(
        "records",
        [
            [EXPERT, evolve(AGAIN, renewal=True)],
            [EXPERT, evolve(AGAIN, annulled=True)],
            [EXPERT, evolve(AGAIN, person="SAMPLE-P0001")],
            [EXPERT, evolve(AGAIN, trained_on=LAST)],
            [evolve(EXPERT, certified_on=IN_SECOND)],
            [EXPERT, evolve(EXPERT, trained_on=IN_SECOND, recorded_on=IN_SECOND)],
            [MODEL, evolve(MODEL_AGAIN, renewal=True)],
            [MODEL, evolve(MODEL_AGAIN, scope=Scope.NATION)],
            [EXPERT, Fact("supported", EXPERT.person, IN_SECOND)],
        ],
        ids=[
            *(
                "a renewal",
                "annulled",
                "somebody else",
                "one phase",
                "certified later",
                "corrected",
            ),
            *("a model's renewal", "first the city's, then the nation's", "another indicator"),
        ],
    )
    def test_a_key_that_counts_in_one_phase_only_is_not_found(
        self, records: list[AnyRecord]
    ) -> None:
        assert [] == found(KeyInTwoPhases, records)

    def test_phases_that_share_a_day_are_not_checked(self) -> None:
        plan = evolve(HANOI, phases=(HANOI.phases[0], Phase.of_years(2025, 2030)), objectives=())

        assert [] == found(KeyInTwoPhases, [self.EXPERT, self.AGAIN], plan)

    def test_a_plan_without_the_indicator_is_not_checked(self) -> None:
        phases = (Phase.of_years(2021, 2025), Phase.of_years(2026, 2030))
        plan = evolve(
            HANOI, indicators=HANOI.indicators[:2], phases=phases, objectives=(), questions=()
        )

        assert [] == found(KeyInTwoPhases, [self.EXPERT, self.AGAIN], plan)


class TestSpentBeforeStart:
    """Money of a year before the start of its support has a slip in its year or its day."""

    def test_only_an_earlier_year_is_found(self) -> None:
        (support,) = supports(1)
        start = support.started_on

        assert [] == [
            finding
            for year in (None, start.year, start.year + 1)
            for finding in found(SpentBeforeStart, [evolve(support, spending_year=year)])
        ]
        assert [
            SpentBeforeStart(start.year - 1, start, records=names("Support", support.id))
        ] == found(SpentBeforeStart, [evolve(support, spending_year=start.year - 1)])


class TestRecordedBeforehand:
    ENTERED = date(2024, 6, 29)

    def test_a_record_entered_before_its_day_is_found(self) -> None:
        (support,) = supports(1)
        early = evolve(support, recorded_on=self.ENTERED, completed_on=date(2052, 6, 30))

        assert [
            RecordedBeforehand(
                self.ENTERED, (IN_FIRST, date(2052, 6, 30)), records=names("Support", support.id)
            )
        ] == found(RecordedBeforehand, [early])

    @for_each(
        "record",
        [
            *(
                trainings(1)[0],
                experts(1, certified=True, regional=True)[0],
                models(1)[0],
                bodies(1)[0],
            ),
            Dissemination(id="d", on=IN_FIRST),
            Expert(id="x", person="SAMPLE-P1", international_on=IN_FIRST),
            evolve(models(1, date(2023, 1, 1))[0], withdrawn_on=IN_FIRST),
            ReportedFigure(id="r", indicator="supported", period=FIRST, value=1, issued=IN_FIRST),
        ],
        ids=lambda record: record.id,
    )
    def test_every_class_with_a_past_date_is_checked(self, record: Training) -> None:
        (finding,) = found(RecordedBeforehand, [evolve(record, recorded_on=self.ENTERED)])

        assert (IN_FIRST,) == finding.days
        assert [] == found(RecordedBeforehand, [evolve(record, recorded_on=IN_FIRST)])

    @pytest.mark.parametrize(
        "records",
        [
            [
                evolve(
                    experts(1, date(2023, 1, 1), certified=True)[0],
                    expires_on=AFTER,
                    recorded_on=ENTERED,
                )
            ],
            [evolve(bodies(1, date(2023, 1, 1))[0], conforming_until=AFTER, recorded_on=ENTERED)],
            [
                evolve(supports(1)[0], recorded_on=ENTERED),
                evolve(supports(1)[0], recorded_on=AFTER),
            ],
            [evolve(supports(1)[0], recorded_on=ENTERED, annulled=True)],
            [*supports(1), Fact("supported", "SAMPLE-1", IN_SECOND)],
        ],
        ids=[
            "expiring later",
            "conforming until later",
            "entered again",
            "annulled",
            "known from the start",
        ],
    )
    def test_a_record_entered_in_time_is_not_found(self, records: list[AnyRecord]) -> None:
        assert [] == found(RecordedBeforehand, records)


class TestToCome:
    """Events planned for days after the day of judgement have not happened."""

    @pytest.mark.parametrize("kind", [SupportAcrossPhases, KeyInTwoPhases, OutsidePhases])
    def test_events_after_the_day_of_judgement_are_not_checked(self, kind: type[Finding]) -> None:
        (support,), (trained, again) = supports(1), experts(2)
        planned = evolve(support, completed_on=date(2032, 1, 1))
        later = evolve(again, person=trained.person, trained_on=date(2029, 1, 1))

        assert [] == found(kind, [planned, trained, later], as_of=date(2026, 6, 30))


class TestClaimOutdated:
    """A claim is outdated if a record of an event on its days is first entered after it."""

    MADE, LATER = date(2026, 1, 15), date(2026, 2, 1)
    CLAIM = Completeness(Support, FIRST, recorded_on=MADE)
    LATE = evolve(supports(1)[0], recorded_on=LATER)
    FOUND = ClaimOutdated("Support", FIRST, MADE, records=names("Support", "s2024-0"))

    def test_a_claim_about_a_class_can_be_outdated(self) -> None:
        assert [self.FOUND] == found(ClaimOutdated, Register([self.LATE], [self.CLAIM]))

    def test_each_outdated_claim_is_one_finding(self) -> None:
        indicator = Completeness("supported", Period.until(LAST), recorded_on=self.MADE)
        two = Register(
            [self.LATE, evolve(supports(2)[1], recorded_on=self.LATER)], [self.CLAIM, indicator]
        )

        both = names("Support", "s2024-0", "s2024-1")
        assert [
            ClaimOutdated("Support", FIRST, self.MADE, records=both),
            ClaimOutdated("supported", Period.until(LAST), self.MADE, records=both),
        ] == found(ClaimOutdated, two)

    @pytest.mark.parametrize(
        "claim",
        [
            evolve(CLAIM, recorded_on=None),
            evolve(CLAIM, recorded_on=LATER),
            evolve(CLAIM, recorded_on=date(2024, 6, 29)),
            evolve(CLAIM, period=SECOND, recorded_on=MADE),
            evolve(CLAIM, what=Training),
            evolve(CLAIM, what="bodies"),
        ],
        ids=[
            "not dated",
            "made that day",
            "made before it happened",
            "other days",
            "another class",
            "an indicator",
        ],
    )
    def test_a_claim_that_still_holds_is_not_found(self, claim: Completeness) -> None:
        assert [] == found(ClaimOutdated, Register([self.LATE], [claim]))

    @pytest.mark.parametrize(
        "records",
        [
            [evolve(LATE, recorded_on=MADE)],
            [evolve(LATE, recorded_on=None)],
            [evolve(LATE, verified=False)],
            [evolve(LATE, annulled=True)],
            [evolve(LATE, kind=EnterpriseKind.HOUSEHOLD)],
            [evolve(LATE, recorded_on=None, completed_on=None), LATE],
            [Fact("supported", "SAMPLE-1", IN_FIRST)],
        ],
        ids=[
            "that day",
            "from the start",
            "not verified",
            "annulled",
            "counts nothing",
            "a later version",
            "a fact",
        ],
    )
    def test_a_record_that_does_not_contradict_the_claim_is_ignored(
        self, records: list[AnyRecord]
    ) -> None:
        assert [] == found(ClaimOutdated, Register(records, [self.CLAIM]))

    def test_a_record_whose_row_was_rejected_earlier_was_there_already(self) -> None:
        row = RejectedRow(what="Support", id=self.LATE.id, recorded_on=date(2026, 1, 5))

        assert [] == found(ClaimOutdated, Register([self.LATE], [self.CLAIM], [row]))

    def test_a_rejected_row_without_an_id_may_have_been_the_record(self) -> None:
        row = RejectedRow(what="Support", id="row", recorded_on=date(2026, 1, 5), identified=False)

        assert [] == found(ClaimOutdated, Register([self.LATE], [self.CLAIM], [row]))
        assert [self.FOUND] == found(
            ClaimOutdated, Register([self.LATE], [self.CLAIM], [evolve(row, what="Training")])
        )

    def test_a_plain_fact_may_have_been_the_record(self) -> None:
        told = Fact("supported", "SAMPLE-0000", IN_FIRST)

        assert [] == found(ClaimOutdated, Register([self.LATE, told], [self.CLAIM]))
        assert [self.FOUND] == found(
            ClaimOutdated, Register([self.LATE, evolve(told, key="other")], [self.CLAIM])
        )

    def test_only_the_last_of_several_claims_is_outdated(self) -> None:
        earlier = evolve(self.CLAIM, recorded_on=date(2026, 1, 5))
        elsewhere = evolve(self.CLAIM, period=SECOND, recorded_on=date(2026, 1, 20))

        assert [self.FOUND] == found(
            ClaimOutdated, Register([self.LATE], [self.CLAIM, earlier, elsewhere])
        )

    def test_a_claim_that_was_made_again_is_not_outdated(self) -> None:
        again = evolve(self.CLAIM, recorded_on=date(2026, 3, 1))

        assert [] == found(ClaimOutdated, Register([self.LATE], [self.CLAIM, again]))

    def test_the_same_thing_under_another_id_does_not_outdate_a_claim(self) -> None:
        again = evolve(self.LATE, id="s-again")
        other = evolve(again, enterprise="SAMPLE-9999")
        early, annulled = supports(1)[0], evolve(self.LATE, annulled=True)

        assert [] == found(ClaimOutdated, Register([early, annulled, again], [self.CLAIM]))
        assert [evolve(self.FOUND, records=names("Support", "s-again"))] == found(
            ClaimOutdated, Register([early, annulled, other], [self.CLAIM])
        )

    def test_a_list_in_place_of_a_headcount_does_not_outdate_a_claim(self) -> None:
        heads = Training(id="t", headcount=2, on=IN_FIRST)
        annulled = evolve(heads, annulled=True, recorded_on=self.LATER)
        people = [evolve(each, recorded_on=self.LATER) for each in trainings(2)]
        claim = Completeness(Training, FIRST, recorded_on=self.MADE)

        assert [] == found(ClaimOutdated, Register([heads, annulled, *people], [claim]))
        assert 1 == len(found(ClaimOutdated, Register(people, [claim])))

    def test_a_claim_about_an_indicator_is_outdated_by_what_counts_for_it(self) -> None:
        """Whether the training met the standard is unknown; that there was one is known."""
        expert = evolve(experts(1)[0], standard=None, recorded_on=self.LATER)
        claims = [
            Completeness(what, FIRST, recorded_on=self.MADE) for what in ("experts/trained", Expert)
        ]

        (finding,) = found(ClaimOutdated, Register([expert], claims))
        assert "Expert" == finding.what
