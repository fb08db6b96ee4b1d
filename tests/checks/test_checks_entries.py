"""Impossible keys, differing or similar keys, and things that are entered in two records."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from stdnum.vn import mst

from building import (
    AFTER,
    FIRST,
    IN_FIRST,
    IN_SECOND,
    bodies,
    experts,
    found,
    models,
    names,
    report,
    supports,
    trainings,
)
from each import for_each
from nsc_program import (
    AssessmentBody,
    Dissemination,
    Enterprise,
    EnterpriseKind,
    Expert,
    Fact,
    Training,
)
from nsc_program.checks import (
    ConditionsApart,
    EnteredTwice,
    KeyChanged,
    KeysAlike,
    KindDiffers,
    WrongCheckDigit,
)
from nsc_program.records import AnyRecord

# Made-up serial numbers; a test works out that the digit of the first is right.
RIGHT, WRONG = "0199999991", "0199999993"


class TestWrongCheckDigit:
    def test_the_check_digit_of_the_example_is_right(self) -> None:
        """01 9999999: 0·31 + 1·29 + 9·(23 + 19 + 17 + 13 + 7 + 5 + 3) = 812.

        812 = 73·11 + 9, and 10 - 9 = 1.
        """
        assert "1" == mst.calc_check_digit("019999999")

    def test_each_wrong_code_is_one_finding_with_all_its_records(self) -> None:
        (support,), (model,) = supports(1), models(1)
        records: list[AnyRecord] = [
            Enterprise(id="e", code=f"{WRONG}-001"),
            evolve(support, enterprise=WRONG),
            evolve(model, enterprise=f"{WRONG}002"),
            evolve(support, id="other", enterprise="0199999994"),
        ]

        of_all = (
            *names("Enterprise", "e"),
            *names("PilotModel", model.id),
            *names("Support", support.id),
        )
        assert [
            WrongCheckDigit(WRONG, records=of_all),
            WrongCheckDigit("0199999994", records=names("Support", "other")),
        ] == found(WrongCheckDigit, records)

    @pytest.mark.parametrize(
        "code", [RIGHT, f"{RIGHT}-001", "SAMPLE-1", "0199999993A", "A199999993"]
    )
    def test_a_right_code_or_a_pseudonym_is_not_found(self, code: str) -> None:
        assert [] == found(WrongCheckDigit, [evolve(supports(1)[0], enterprise=code)])

    def test_the_code_of_an_annulled_record_is_not_checked(self) -> None:
        assert [] == found(
            WrongCheckDigit, [evolve(supports(1)[0], enterprise=WRONG, annulled=True)]
        )

    @given(st.integers(0, 10**10 - 1))
    def test_a_code_is_found_exactly_if_its_last_digit_is_wrong(self, number: int) -> None:
        code = f"{number:010}"
        weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
        digit = (
            10 - sum(weight * int(each) for weight, each in zip(weights, code, strict=False)) % 11
        )

        wrong = found(WrongCheckDigit, [evolve(supports(1)[0], enterprise=code)])
        assert [each.code for each in wrong] == ([] if str(digit) == code[-1] else [code])


class TestKindDiffers:
    def test_an_enterprise_and_its_supports_can_differ_in_kind(self) -> None:
        (one, other) = supports(2)
        records: list[AnyRecord] = [
            Enterprise(id="e", code=f"{RIGHT}-001", kind=EnterpriseKind.HOUSEHOLD),
            evolve(one, enterprise=RIGHT),
            evolve(other, enterprise=RIGHT, kind=EnterpriseKind.HOUSEHOLD),
        ]

        kinds = (EnterpriseKind.ENTERPRISE, EnterpriseKind.HOUSEHOLD)
        of_all = (*names("Enterprise", "e"), *names("Support", one.id, other.id))
        assert [KindDiffers(RIGHT, kinds, records=of_all)] == found(KindDiffers, records)

    def test_kinds_that_agree_are_not_found(self) -> None:
        (one, other) = (evolve(each, enterprise="SAMPLE-1") for each in supports(2))
        corrected = evolve(other, kind=EnterpriseKind.HOUSEHOLD, recorded_on=date(2020, 1, 1))
        records: list[AnyRecord] = [
            Enterprise(id="e", code="SAMPLE-1"),
            Enterprise(id="f", code="SAMPLE-2", kind=EnterpriseKind.COOPERATIVE),
            one,
            corrected,
            evolve(other, recorded_on=AFTER),
            evolve(other, id="annulled", kind=EnterpriseKind.HOUSEHOLD, annulled=True),
        ]

        assert [] == found(KindDiffers, records)


class TestConditionsOfAnExpertApart:
    """The conditions for an expert are not joined across records."""

    TRAINED = Expert(id="x1", person="SAMPLE-P1", trained_on=IN_FIRST)
    CERTIFIED = Expert(id="x2", person="SAMPLE-P1", certified_on=IN_FIRST)

    @pytest.mark.parametrize("which", ["certified_on", "regional_on", "international_on"])
    def test_training_and_certificate_in_two_records_are_found(self, which: str) -> None:
        days: Any = {which: IN_SECOND}
        other = Expert(id="x2", person="SAMPLE-P1", **days)

        assert [ConditionsApart("Expert", records=names("Expert", "x1", "x2"))] == found(
            ConditionsApart, [self.TRAINED, other]
        )

    def test_a_certificate_apart_from_training_and_level_is_found(self) -> None:
        assert 1 == len(
            found(ConditionsApart, [evolve(self.TRAINED, regional_on=IN_FIRST), self.CERTIFIED])
        )

    @for_each(
        "others",
        [
            [evolve(CERTIFIED, person="SAMPLE-P2")],
            [evolve(CERTIFIED, renewal=True)],
            [evolve(CERTIFIED, annulled=True)],
            [evolve(CERTIFIED, trained_on=IN_FIRST)],
            [evolve(CERTIFIED, trained_on=IN_FIRST), evolve(CERTIFIED, id="x3")],
            [CERTIFIED, evolve(TRAINED, certified_on=IN_FIRST, recorded_on=IN_SECOND)],
            [evolve(CERTIFIED, certified_on=date(2024, 6, 29))],
            [evolve(CERTIFIED, certified_on=None)],
            [evolve(TRAINED, id="x2")],
        ],
        ids=[
            *("somebody else", "a renewal", "annulled", "both there", "one has both", "corrected"),
            *("certified before", "nothing", "trained twice"),
        ],
    )
    def test_records_that_do_not_split_the_conditions_are_not_found(
        self, others: list[AnyRecord]
    ) -> None:
        assert [] == found(ConditionsApart, [self.TRAINED, *others])

    def test_certificates_without_a_training_are_not_found(self) -> None:
        assert [] == found(ConditionsApart, [self.CERTIFIED, evolve(self.CERTIFIED, id="x3")])


class TestConditionsOfABodyApart:
    STRONG = AssessmentBody(id="b1", registration="SAMPLE-B1", strengthened_on=IN_FIRST)
    CONFORMING = AssessmentBody(id="b2", registration="SAMPLE-B1", conforming_since=IN_FIRST)

    def test_strengthening_and_conformity_in_two_records_are_found(self) -> None:
        assert [
            ConditionsApart("AssessmentBody", records=names("AssessmentBody", "b1", "b2"))
        ] == found(ConditionsApart, [self.STRONG, self.CONFORMING])

    @pytest.mark.parametrize(
        "others",
        [
            [evolve(CONFORMING, registration="SAMPLE-B2")],
            [evolve(CONFORMING, annulled=True)],
            [CONFORMING, evolve(STRONG, id="b3", conforming_since=IN_FIRST)],
            [evolve(CONFORMING, conforming_since=None)],
        ],
        ids=["another body", "annulled", "one has both", "nothing"],
    )
    def test_records_that_do_not_split_the_conditions_are_not_found(
        self, others: list[AnyRecord]
    ) -> None:
        assert [] == found(ConditionsApart, [self.STRONG, *others])

    def test_a_body_that_was_never_strengthened_is_not_found(self) -> None:
        assert [] == found(ConditionsApart, [self.CONFORMING])


class TestKeyChanged:
    """Two versions of a record about different people or things suggest an id used again."""

    @pytest.mark.parametrize(
        ("record", "other", "key"),
        [
            (trainings(1)[0], evolve(trainings(1)[0], person="SAMPLE-P9"), "person"),
            (experts(1)[0], evolve(experts(1)[0], person="SAMPLE-P9"), "person"),
            (supports(1)[0], evolve(supports(1)[0], enterprise="SAMPLE-9"), "enterprise"),
            (models(1)[0], evolve(models(1)[0], enterprise="SAMPLE-9"), "enterprise"),
            (bodies(1)[0], evolve(bodies(1)[0], registration="SAMPLE-9"), "registration"),
            (
                Enterprise(id="e", code="SAMPLE-1"),
                Enterprise(id="e", code="SAMPLE-9"),
                "enterprise",
            ),
        ],
        ids=["training", "expert", "support", "model", "body", "enterprise"],
    )
    def test_versions_with_different_keys_are_found(
        self, record: Training, other: Training, key: str
    ) -> None:
        later = evolve(other, recorded_on=AFTER)

        (finding,) = found(KeyChanged, [record, later])
        assert (key, names(type(record).__name__, record.id)) == (finding.key, finding.records)
        assert [] == found(KeyChanged, [record, evolve(later, annulled=True)])
        assert [] == found(KeyChanged, [record, evolve(record, verified=False, recorded_on=AFTER)])
        assert [] == found(KeyChanged, [record, evolve(other, id="other")])

    def test_a_headcount_corrected_to_a_person_is_not_found(self) -> None:
        (training,) = trainings(1)
        heads = evolve(training, person=None, headcount=1, recorded_on=date(2020, 1, 1))

        assert [] == found(KeyChanged, [heads, evolve(training, recorded_on=AFTER)])

    def test_a_branch_of_the_same_enterprise_is_not_found(self) -> None:
        (support,) = (evolve(each, enterprise=RIGHT) for each in supports(1))

        assert [] == found(
            KeyChanged, [support, evolve(support, enterprise=f"{RIGHT}-001", recorded_on=AFTER)]
        )

    def test_events_and_facts_are_not_checked(self) -> None:
        event = Dissemination(id="d", on=IN_FIRST, topic="5S")
        facts = [Fact("supported", key, IN_FIRST) for key in ("SAMPLE-1", "SAMPLE-2")]

        assert [] == found(
            KeyChanged, [event, evolve(event, topic="6S", recorded_on=AFTER), *facts]
        )


class TestEnteredTwice:
    """Records of one class that agree in everything except their entry are found."""

    def test_all_records_with_the_same_content_are_one_finding(self) -> None:
        (one,) = trainings(1)
        again = evolve(one, id="t9", recorded_on=AFTER, document="12/BC", verified=False)

        assert [
            EnteredTwice("Training", records=names("Training", "t2024-0", "t8", "t9"))
        ] == found(EnteredTwice, [again, one, evolve(one, id="t8")])

    @pytest.mark.parametrize(
        "record",
        [
            *(supports(1)[0], experts(1)[0], models(1)[0], bodies(1)[0]),
            Training(id="heads", headcount=12, on=IN_FIRST),
            Dissemination(id="event", on=IN_FIRST, topic="5S"),
            Enterprise(id="enterprise", code=f"{RIGHT}-001"),
        ],
        ids=lambda record: record.id,
    )
    def test_records_of_every_class_can_be_entered_twice(self, record: Training) -> None:
        (finding,) = found(EnteredTwice, [record, evolve(record, id="z")])

        assert (type(record).__name__, record.id) == (finding.kind, finding.records[0].id)
        assert [] == found(EnteredTwice, [record, evolve(record, id="z", annulled=True)])
        assert [] == found(EnteredTwice, [record, evolve(record, recorded_on=AFTER)])

    def test_an_enterprise_is_identified_by_its_code_alone(self) -> None:
        """Its other fields, and the dash in the code, do not matter."""
        one = Enterprise(id="e1", code=f"{RIGHT}-001", name="Sample")
        other = Enterprise(id="e2", code=f"{RIGHT}001", kind=EnterpriseKind.COOPERATIVE)

        assert [EnteredTwice("Enterprise", records=names("Enterprise", "e1", "e2"))] == found(
            EnteredTwice, [one, other]
        )
        assert [] == found(EnteredTwice, [one, evolve(other, code=RIGHT)])
        assert [] == found(
            EnteredTwice, [evolve(one, code="SAMPLE-1-1"), evolve(other, code="SAMPLE-11")]
        )

    @pytest.mark.parametrize(
        "records",
        [
            [trainings(1)[0], evolve(trainings(1)[0], id="z", topic="5S")],
            [trainings(1)[0], *trainings(1, IN_SECOND)],
            [Dissemination(id="d", on=IN_FIRST), Dissemination(id="z", on=IN_FIRST)],
            [report("supported", 5), evolve(report("supported", 5), id="z")],
            [
                Fact("supported", "SAMPLE-1", IN_FIRST),
                Fact("supported", "SAMPLE-1", IN_FIRST, verified=False),
            ],
        ],
        ids=["another topic", "another day", "events without a topic", "reports", "facts"],
    )
    def test_records_that_differ_or_cannot_be_told_apart_are_not_found(
        self, records: list[AnyRecord]
    ) -> None:
        assert [] == found(EnteredTwice, records)


class TestKeysAlike:
    """Different keys that differ only in case, spaces and punctuation are found."""

    def test_similar_keys_of_enterprises_are_found_and_shown(self) -> None:
        (one, two), (model,) = supports(2), models(1)
        records: list[AnyRecord] = [
            evolve(one, enterprise="SAMPLE-1"),
            evolve(two, enterprise="Sample 1"),
            evolve(model, enterprise="sample1"),
        ]

        keys = ("SAMPLE-1", "Sample 1", "sample1")
        of_all = (*names("PilotModel", model.id), *names("Support", one.id, two.id))
        assert [KeysAlike("enterprise", keys, records=of_all)] == found(KeysAlike, records)

    @pytest.mark.parametrize(
        "keys", [("C1", "C++1"), ("A1", "A\N{GRINNING FACE}1"), ("X\u0e011", "X\u0e01\u0e311")]
    )
    def test_letters_and_symbols_other_than_punctuation_distinguish_keys(
        self, keys: tuple[str, str]
    ) -> None:
        records = [evolve(one, enterprise=key) for one, key in zip(supports(2), keys, strict=True)]

        assert [] == found(KeysAlike, records)

    def test_similar_keys_of_people_are_found_and_not_shown(self) -> None:
        (training,), (expert,) = trainings(1), experts(1)
        other = evolve(expert, person="sample_p0000")

        of_both = (*names("Expert", expert.id), *names("Training", training.id))
        assert [KeysAlike("person", (), records=of_both)] == found(KeysAlike, [training, other])

    def test_similar_registrations_of_bodies_are_found(self) -> None:
        (one, other) = bodies(2)

        assert [("SAMPLE-B0", "SAMPLE.B0")] == [
            each.keys for each in found(KeysAlike, [one, evolve(other, registration="SAMPLE.B0")])
        ]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("SAMPLE-1", "SAMPLE-1"),
            ("SAMPLE-1-12", "SAMPLE-11-2"),
            ("SAMPLE-1-1", "SAMPLE-11"),
            ("AN-HOA", "ANH-OA"),
            ("SAMPLE-A", "SAMPLE-Á"),
            (f"{RIGHT}-001", f"{RIGHT}001"),
            (f"{RIGHT}-001", RIGHT),
        ],
    )
    def test_keys_that_differ_otherwise_are_not_found(self, one: str, other: str) -> None:
        (first, second) = supports(2)

        assert [] == found(
            KeysAlike, [evolve(first, enterprise=one), evolve(second, enterprise=other)]
        )

    def test_keys_of_different_classes_of_things_are_not_compared(self) -> None:
        records: list[AnyRecord] = [
            evolve(supports(1)[0], enterprise="SAMPLE-1"),
            evolve(trainings(1)[0], person="sample-1"),
            evolve(bodies(1)[0], registration="Sample-1"),
            Fact("supported", "SAMPLE 1", IN_FIRST),
            Training(id="heads", headcount=2, on=FIRST.end),
        ]

        assert [] == found(KeysAlike, records)

    def test_annulled_records_are_not_compared(self) -> None:
        (one, other) = supports(2)
        alike = evolve(other, enterprise="sample 0000")

        assert 1 == len(found(KeysAlike, [one, alike]))
        assert [] == found(KeysAlike, [one, evolve(alike, annulled=True)])
        assert [] == found(KeysAlike, [one, alike, evolve(other, recorded_on=AFTER)])
