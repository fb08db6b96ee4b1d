"""Each target of Hanoi's plan at its edge, worked out by hand from the words of the plan."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

import pytest

from building import (
    AFTER,
    FIRST,
    IN_SECOND,
    SECOND,
    bodies,
    evaluated,
    experts,
    models,
    report,
    supports,
    trainings,
    verdict_of,
)
from nsc_program import Range, Reading, Register, Scope, Status, evaluate, tally
from nsc_program.catalog import ARTICLE, HANOI
from nsc_program.catalog._indicators import PARTICIPATION, PERSON
from nsc_program.figures import NotClaimedComplete, NotStarted
from nsc_program.records import AnyRecord
from nsc_program.verdicts import UnitsDiffer

Make = Callable[[int], Sequence[AnyRecord]]

EDGES: dict[str, tuple[int, Make]] = {
    # "trên 2.000": 2,000 is not above 2,000
    "2021-2025/trained": (2001, trainings),
    # "ít nhất 20 chuyên gia"
    "2021-2025/experts": (20, experts),
    # "khoảng 1.500": 5 % less is 1,425
    "2021-2025/supported": (1425, supports),
    # "ít nhất 15 doanh nghiệp"
    "2021-2025/models": (15, models),
    # "ít nhất 2 tổ chức"
    "2021-2025/bodies": (2, bodies),
    # "tăng ít nhất 50 %" over 100 people is 150 people
    "2026-2030/trained": (150, lambda count: trainings(100) + trainings(count, IN_SECOND)),
    # "40 chuyên gia": a bare number is a floor
    "2026-2030/experts": (40, lambda count: experts(count, IN_SECOND, certified=True)),
    # "khoảng 10 chuyên gia": 5 % less is 9.5, and half an expert does not exist
    "2026-2030/experts-international": (10, lambda count: experts(count, IN_SECOND, regional=True)),
    # "tăng ít nhất 50 %" over 101 enterprises is 151.5 enterprises
    "2026-2030/supported": (152, lambda count: supports(101) + supports(count, IN_SECOND)),
    # "ít nhất 20 doanh nghiệp … toàn quốc"
    "2026-2030/models": (20, lambda count: models(count, IN_SECOND, Scope.NATION)),
}
REPORTED: dict[str, tuple[int, Make]] = {
    "2021-2025/trained": (2001, lambda count: [report("trained/persons", count)]),
    "2021-2025/experts": (20, lambda count: [report("experts/trained", count)]),
    "2021-2025/supported": (1425, lambda count: [report("supported", count)]),
    "2021-2025/models": (15, lambda count: [report("models/city", count)]),
    "2021-2025/bodies": (2, lambda count: [report("bodies", count)]),
    "2026-2030/trained": (
        3002,
        lambda count: [report("trained/persons", 2001), report("trained/persons", count, SECOND)],
    ),
    "2026-2030/experts": (40, lambda count: [report("experts/certified", count, SECOND)]),
    "2026-2030/experts-international": (
        10,
        lambda count: [report("experts/either-level", count, SECOND)],
    ),
    "2026-2030/supported": (
        2220,
        lambda count: [report("supported", 1480), report("supported", count, SECOND)],
    ),
    "2026-2030/models": (20, lambda count: [report("models/nation", count, SECOND)]),
}


@pytest.mark.parametrize("edges", [EDGES, REPORTED], ids=["from records", "from reports"])
def test_every_target_has_an_edge(edges: dict[str, tuple[int, Make]]) -> None:
    """All ten targets are decided both from records and from reports."""
    assert list(edges) == [target.id for target in HANOI.targets]


@pytest.mark.parametrize(
    ("target", "least", "make"),
    [
        pytest.param(target, *edge, id=f"{target} {source}")
        for source, edges in (("from records", EDGES), ("from reports", REPORTED))
        for target, edge in edges.items()
    ],
)
def test_a_target_turns_at_its_edge(target: str, least: int, make: Make) -> None:
    """One fewer is missed, the edge is attained, and the accepted range begins there."""
    verdict = verdict_of(target, make(least))

    assert verdict.comparisons[0].sure == Range.at_least(least)
    assert Status.ATTAINED is verdict.status
    assert Status.MISSED is verdict_of(target, make(least - 1)).status


class TestArticle:
    """The statements of the article, read literally."""

    def test_about_1500_is_attained_at_1480_because_about_is_read_as_5_percent(self) -> None:
        verdict = verdict_of("2021-2025/supported", supports(1480))

        assert Status.ATTAINED is verdict.status
        assert Fraction(1, 20) in [
            asked.answer for asked in verdict.asked if asked.question == "tolerance"
        ]
        assert (
            Status.MISSED
            is verdict_of(
                "2021-2025/supported", supports(1480), reading=Reading(tolerance=Fraction(0))
            ).status
        )

    def test_over_2000_is_missed_at_2000_people(self) -> None:
        assert Status.MISSED is verdict_of("2021-2025/trained", trainings(2000)).status

    def test_growth_of_enterprises_is_compared_with_1_5_times_the_first_phase(
        self,
    ) -> None:
        (comparison,) = verdict_of(
            "2026-2030/supported", supports(1480) + supports(300, IN_SECOND)
        ).comparisons

        assert Range.exactly(1480) == comparison.baseline
        assert Range.exactly(300) == comparison.possible
        assert Range.at_least(2220) == comparison.sure

    def test_the_article_has_seven_targets_and_counts_people(self) -> None:
        article = HANOI.attested_by(ARTICLE)

        assert [
            "2021-2025/trained",
            "2021-2025/experts",
            "2021-2025/supported",
            "2021-2025/models",
            "2021-2025/bodies",
            "2026-2030/supported",
            "2026-2030/models",
        ] == [target.id for target in article.targets]
        assert ["persons"] == [answer.value for answer in article.question("trained").answers]

    def test_the_articles_part_is_decided_like_the_whole(self) -> None:
        article = HANOI.attested_by(ARTICLE)
        register = Register.complete_through(AFTER, supports(1480))

        evaluation = evaluate(article, tally(article, register, as_of=AFTER))

        assert Status.ATTAINED is evaluation["2021-2025/supported"].status


class TestIncompleteData:
    """Unknown is not zero."""

    def test_a_register_that_ends_on_14_december_leaves_the_target_undecided(self) -> None:
        cut_off, judged = date(2025, 12, 14), date(2026, 1, 5)

        verdict = evaluated(models(14), judged, complete_through=cut_off)["2021-2025/models"]

        assert Status.UNDECIDED is verdict.status
        (note,) = verdict.notes
        assert isinstance(note, NotClaimedComplete)
        assert [(date(2025, 12, 15), date(2025, 12, 31))] == [
            (gap.start, gap.end) for gap in note.missing
        ]

    def test_the_target_is_missed_once_the_register_is_complete(self) -> None:
        assert Status.MISSED is verdict_of("2021-2025/models", models(14), date(2026, 1, 5)).status

    def test_without_records_and_claims_a_target_is_undecided_with_a_note(self) -> None:
        verdict = verdict_of("2021-2025/bodies", supports(1480))

        assert Status.UNDECIDED is verdict.status
        assert Range.at_least(0) == verdict.comparisons[0].possible
        assert (NotClaimedComplete("bodies", FIRST, (FIRST,)),) == verdict.notes

    def test_a_claim_without_records_means_zero(self) -> None:
        register = Register.complete_through(AFTER, bodies(1)).completeness

        evaluation = evaluate(HANOI, tally(HANOI, Register([], register), as_of=AFTER))

        assert Range.exactly(0) == evaluation["2021-2025/bodies"].comparisons[0].possible
        assert Status.MISSED is evaluation["2021-2025/bodies"].status

    def test_an_open_phase_is_pending_and_can_be_attained_early(self) -> None:
        early = date(2024, 12, 31)

        assert Status.PENDING is verdict_of("2021-2025/supported", supports(1424), early).status
        assert Status.ATTAINED is verdict_of("2021-2025/supported", supports(1425), early).status

    def test_the_last_day_of_a_phase_closes_it(self) -> None:
        assert (
            Status.PENDING is verdict_of("2021-2025/models", models(14), date(2025, 12, 30)).status
        )
        assert (
            Status.MISSED is verdict_of("2021-2025/models", models(14), date(2025, 12, 31)).status
        )

    def test_a_phase_that_has_not_begun_is_pending_with_a_note(self) -> None:
        verdict = verdict_of("2026-2030/models", models(14), date(2025, 12, 31))

        assert Status.PENDING is verdict.status
        assert (NotStarted("models/nation", SECOND),) == verdict.notes


class TestReadings:
    """An answer changes the verdict that depends on it."""

    @pytest.mark.parametrize(
        ("strict", "status"), [(True, Status.MISSED), (False, Status.ATTAINED)]
    )
    def test_whether_over_2000_includes_2000_is_a_question(
        self, strict: bool, status: Status
    ) -> None:
        assert (
            status
            is verdict_of(
                "2021-2025/trained", trainings(2000), reading=Reading(strict=strict)
            ).status
        )

    def test_whether_people_or_participations_count_is_a_question(self) -> None:
        twice = trainings(1001) + trainings(1001, date(2023, 1, 1))
        participations = Reading(choices={"trained": "participations"})

        assert Status.MISSED is verdict_of("2021-2025/trained", twice).status
        assert (
            Status.ATTAINED is verdict_of("2021-2025/trained", twice, reading=participations).status
        )

    def test_growth_may_be_over_the_planned_number(self) -> None:
        planned = Reading(planned_baseline=True)

        (comparison,) = verdict_of(
            "2026-2030/supported", supports(10, IN_SECOND), reading=planned
        ).comparisons

        assert Range.exactly(1500) == comparison.baseline
        assert Range.at_least(2250) == comparison.sure

    def test_people_are_never_compared_with_planned_participations(self) -> None:
        reading = Reading(planned_baseline=True, choices={"trained": "participations"})

        verdict = verdict_of("2026-2030/trained", trainings(5000, IN_SECOND), reading=reading)

        assert Status.UNDECIDED is verdict.status
        assert verdict.notes[-1] == UnitsDiffer("trained/persons", FIRST, PERSON, PARTICIPATION)
        assert verdict.comparisons[0].sure is None

    def test_planned_people_are_a_baseline_for_people(self) -> None:
        reading = Reading(planned_baseline=True)

        assert (
            Range.at_least(3000)
            == verdict_of("2026-2030/trained", trainings(1, IN_SECOND), reading=reading)
            .comparisons[0]
            .sure
        )


def test_a_phase_ignores_aspirational_targets() -> None:
    """H2 is "phấn đấu": it is missed, and the phase is not missed because of it."""
    evaluation = evaluated(
        [*trainings(2001), *experts(19), *supports(1500), *models(15), *bodies(2)],
        as_of=date(2025, 12, 31),
    )

    assert Status.MISSED is evaluation["2021-2025/experts"].status
    assert Status.ATTAINED is evaluation.phase("2021-2025").status
    assert Status.PENDING is evaluation.phase("2026-2030").status
