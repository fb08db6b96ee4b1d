"""Records that the plan cannot use, and contradictions between its figures."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from attrs import evolve

from building import (
    AFTER,
    FIRST,
    IN_FIRST,
    SECOND,
    experts,
    found,
    names,
    report,
    supports,
    trainings,
)
from nsc_program import (
    HANOI,
    Completeness,
    Fact,
    Funding,
    InvalidValue,
    Period,
    Range,
    Reading,
    Register,
    ReportedFigure,
    Support,
    UnknownId,
    evaluate,
    findings,
    tally,
)
from nsc_program.catalog import ARTICLE
from nsc_program.checks import (
    ClashingEvidence,
    OutsidePhases,
    PartTooLarge,
    RecordName,
    ReportLeftOut,
    ReportNotUsed,
    UnknownIndicator,
    UnlawfulSource,
)
from nsc_program.checks._without_effect import without_effect
from nsc_program.figures import Piece, _reports
from nsc_program.records import AnyRecord, WhyNot


def test_records_without_effect_are_found_by_their_own_rules() -> None:
    held: list[AnyRecord] = [
        Fact("clubs", "K1", IN_FIRST),
        report("supported", 5, Period.of_years(2011, 2015)),
        *supports(1, SECOND.end),
    ]
    register = Register(held)

    evaluation = evaluate(HANOI, tally(HANOI, register, as_of=IN_FIRST))
    told = without_effect(evaluation, register)

    assert [UnknownIndicator, ReportNotUsed] == [type(finding) for finding in told]


class TestUnknownIndicator:
    """An indicator may belong to another plan, or be misspelt."""

    def test_each_unknown_indicator_is_one_finding(self) -> None:
        records: list[AnyRecord] = [
            Fact("suported", "SAMPLE-1", IN_FIRST),
            Fact("suported", "SAMPLE-2", IN_FIRST),
            report("suported", 3),
            Fact("clubs", "SAMPLE-3", IN_FIRST),
        ]

        assert [
            UnknownIndicator("clubs", records=names("Fact", "clubs")),
            UnknownIndicator(
                "suported",
                records=(
                    *names("Completeness", "suported"),
                    *names("Fact", "suported"),
                    *names("ReportedFigure", "r-suported-2025"),
                ),
            ),
        ] == found(UnknownIndicator, Register(records, [Completeness("suported", FIRST)]))

    def test_known_indicators_and_classes_are_not_found(self) -> None:
        records: list[AnyRecord] = [
            Fact("supported", "SAMPLE-1", IN_FIRST),
            report("supported", 3),
            evolve(report("suported", 3), annulled=True),
        ]

        assert [] == found(
            UnknownIndicator,
            Register(records, [Completeness("supported", FIRST), Completeness(Support, FIRST)]),
        )


class TestReportNotUsed:
    EARLY = Period.of_years(2019, 2020)

    def test_a_report_outside_the_periods_of_all_figures_is_found(self) -> None:
        assert [
            ReportNotUsed(
                "supported", self.EARLY, records=names("ReportedFigure", "r-supported-2020")
            )
        ] == found(ReportNotUsed, [report("supported", 3, self.EARLY)])

    def test_a_report_of_a_state_is_used_only_if_its_last_day_is(self) -> None:
        """A share at the end of 2024 does not tell the share at the end of 2025."""
        year = Period.of_years(2024, 2024)

        assert 1 == len(found(ReportNotUsed, [report("tfp-share", 50, year)]))
        assert [] == found(
            ReportNotUsed, [report("tfp-share", 50, FIRST), report("supported", 3, year)]
        )

    def test_a_report_that_can_clash_with_another_is_used(self) -> None:
        """It may clash with a report that reaches into a phase.

        So may events on that report's days.
        """
        across = evolve(
            report("supported", 3, Period(date(2020, 1, 1), date(2021, 6, 30))), id="across"
        )

        assert [] == found(ReportNotUsed, [report("supported", 3, self.EARLY), across])
        (support,) = supports(1, on=date(2020, 9, 1))
        assert ([], 1) == (
            found(OutsidePhases, [support, across]),
            len(found(OutsidePhases, [support])),
        )

    @pytest.mark.parametrize(
        "reported",
        [report("clubs", 3, EARLY), evolve(report("supported", 3, EARLY), annulled=True)],
        ids=["of an unknown indicator", "annulled"],
    )
    def test_annulled_reports_and_unknown_indicators_are_not_checked(
        self, reported: ReportedFigure
    ) -> None:
        assert [] == found(ReportNotUsed, [reported])


class TestReportLeftOut:
    """A report that is verified and still says nothing is found, until another one replaces it."""

    HALF = evolve(report("supported", 3), value=Fraction(1, 2))

    def test_a_number_that_the_indicator_cannot_be_is_found(self) -> None:
        assert [
            ReportLeftOut(
                "supported",
                WhyNot.IMPOSSIBLE,
                records=names("ReportedFigure", "r-supported-2025"),
            )
        ] == found(ReportLeftOut, [self.HALF, report("bodies", 2)])

    @pytest.mark.parametrize(
        "others",
        [
            [evolve(HALF, recorded_on=AFTER, value=1)],
            [evolve(HALF, recorded_on=AFTER, annulled=True)],
            [evolve(HALF, recorded_on=AFTER, verified=False)],
            [evolve(HALF, id="later", value=1, issued=AFTER + timedelta(days=1))],
        ],
        ids=["corrected", "annulled", "not verified", "replaced"],
    )
    def test_it_is_not_found_any_more(self, others: list[ReportedFigure]) -> None:
        assert [] == found(ReportLeftOut, [self.HALF, *others])

    def test_more_reports_than_are_compared_are_found(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_reports, "MOST_REPORTS", 1)
        year = report("supported", 3, Period.of_years(2024, 2024))

        assert [
            ReportLeftOut("supported", WhyNot.TOO_MANY, records=names("ReportedFigure", year.id))
        ] == found(ReportLeftOut, [year, report("supported", 5)])


class TestClashingEvidence:
    """Each clash is one finding, with the reports about its days."""

    CLAIM = Completeness(Support, FIRST)

    def test_a_clash_of_a_count_and_a_report_is_found(self) -> None:
        wrong = report("supported", 1480)

        pieces = Piece(Range.exactly(1), counted=True), Piece(Range.exactly(1480), (wrong.id,))
        assert [
            ClashingEvidence("supported", FIRST, pieces, records=names("ReportedFigure", wrong.id))
        ] == found(ClashingEvidence, Register([*supports(1), wrong], [self.CLAIM]))

    def test_only_the_reports_that_clash_are_named(self) -> None:
        """Others were replaced, are not verified, or are about other days or another indicator."""
        wrong = report("supported", 1480)
        others = [
            evolve(wrong, id="replaced", value=Range.exactly(9), issued=date(2030, 1, 1)),
            evolve(wrong, id="not verified", verified=False),
            evolve(wrong, id="annulled", annulled=True),
            evolve(wrong, id="later", period=SECOND),
            report("bodies", 3),
        ]

        (finding,) = found(ClashingEvidence, Register([*supports(1), wrong, *others], [self.CLAIM]))
        assert names("ReportedFigure", wrong.id) == finding.records

    def test_a_clash_over_a_part_is_found_once(self) -> None:
        """The figures of the phase and of the programme both note it."""
        year = Period.of_years(2024, 2024)
        register = Register([*supports(1), report("supported", 7, year)], [self.CLAIM])

        (finding,) = found(ClashingEvidence, register)
        assert year == finding.period
        assert [Range.exactly(1), Range.exactly(7)] == [each.range for each in finding.pieces]

    def test_evidence_that_agrees_is_not_found(self) -> None:
        assert [] == found(
            ClashingEvidence, Register([*supports(1), report("supported", 1)], [self.CLAIM])
        )

    def test_clashes_are_those_of_the_figures_as_of_the_day(self) -> None:
        """A report that is not yet in force does not clash."""
        register = Register(
            [*supports(1), report("supported", 1480, issued=date(2026, 2, 2))], [self.CLAIM]
        )

        assert [] == found(ClashingEvidence, register, as_of=date(2025, 12, 30))
        assert 1 == len(found(ClashingEvidence, register, as_of=date(2025, 12, 31)))


class TestPartTooLarge:
    PART = PartTooLarge("2021-2025/experts", "2021-2025/trained", records=())

    def test_a_part_above_its_whole_is_found_once(self) -> None:
        register = Register.complete_through(AFTER, [*trainings(1), *experts(2)])

        assert [self.PART] == found(PartTooLarge, register)

    def test_parts_are_compared_under_the_given_reading(self) -> None:
        """People and participations are not compared."""
        register = Register.complete_through(AFTER, [*trainings(1), *experts(2)])
        in_visits = Reading(choices={"trained": "participations"})

        found_so = findings(
            evaluate(HANOI, tally(HANOI, register, as_of=AFTER), in_visits), register
        )

        assert [] == [each for each in found_so if isinstance(each, PartTooLarge)]

    def test_a_part_that_may_equal_its_whole_is_not_found(self) -> None:
        assert [] == found(PartTooLarge, [*trainings(1), *experts(2)])
        assert [] == found(
            PartTooLarge, Register.complete_through(AFTER, [*trainings(2), *experts(2)])
        )


class TestUnlawfulSource:
    """F1 "ngân sách nhà nước … và các nguồn vốn huy động hợp pháp khác"."""

    LOTTERY = Funding("lottery", 1)

    def test_each_unlawful_source_is_one_finding(self) -> None:
        one, two, three = supports(3)
        records = [
            evolve(one, funding=(self.LOTTERY, Funding("state-budget", 1))),
            evolve(two, funding=(Funding("aid", 1), self.LOTTERY)),
            three,
        ]

        assert [
            UnlawfulSource("aid", records=names("Support", "s2024-1")),
            UnlawfulSource("lottery", records=names("Support", "s2024-0", "s2024-1")),
        ] == found(UnlawfulSource, records)

    def test_sources_that_the_plan_names_are_lawful(self) -> None:
        lawful = tuple(Funding(source.id, 1) for source in HANOI.funding_sources)

        assert [] == found(UnlawfulSource, [evolve(supports(1)[0], funding=lawful)])

    def test_annulled_supports_are_not_checked(self) -> None:
        assert [] == found(
            UnlawfulSource, [evolve(supports(1)[0], funding=(self.LOTTERY,), annulled=True)]
        )

    def test_every_source_is_lawful_in_a_plan_without_sources(self) -> None:
        plan = evolve(HANOI.attested_by(ARTICLE), funding_sources=())

        assert [] == found(UnlawfulSource, [evolve(supports(1)[0], funding=(self.LOTTERY,))], plan)


class TestRefusals:
    """What `evaluate` refuses is refused here too."""

    FIGURES = tally(HANOI, Register(), as_of=AFTER)

    def test_an_unknown_question_is_refused(self) -> None:
        with pytest.raises(UnknownId, match="no question of the plan 'cooperative'"):
            findings(
                evaluate(HANOI, self.FIGURES, Reading(choices={"cooperative": "yes"})), Register()
            )

    def test_an_inadmissible_answer_is_refused(self) -> None:
        with pytest.raises(InvalidValue, match="maybe"):
            findings(
                evaluate(HANOI, self.FIGURES, Reading(choices={"cooperatives": "maybe"})),
                Register(),
            )


def test_a_register_without_faults_has_no_findings() -> None:
    register = Register.complete_through(AFTER, [*supports(2), *trainings(2), *experts(2)])

    assert () == findings(evaluate(HANOI, tally(HANOI, register, as_of=AFTER)), register)


def test_names_are_values_with_a_kind_and_an_id() -> None:
    assert RecordName("Support", "s1") == RecordName(kind="Support", id="s1")
