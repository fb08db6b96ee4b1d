"""The values each indicator can still take: counting, claims, reports, and how they meet."""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction

import pytest
from attrs import evolve

from building import AFTER, FIRST, IN_FIRST, SECOND, experts, models, report, supports
from nsc_program import (
    HANOI,
    AssessmentBody,
    Completeness,
    Dissemination,
    Enterprise,
    EnterpriseKind,
    Expert,
    Fact,
    Figure,
    Figures,
    InvalidType,
    InvalidValue,
    Level,
    Period,
    Range,
    Register,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
    tally,
)
from nsc_program.figures import (
    ClaimedComplete,
    Clash,
    Estimated,
    NotClaimedComplete,
    PeopleNotIdentified,
    Piece,
    Reported,
    UnusedReport,
    Unverified,
    WithEstimates,
)
from nsc_program.plan import facts
from nsc_program.records import AnyRecord, WhyNot
from nsc_program.values import reconcile

WHOLE = Period.of_years(2021, 2030)


def figure_of(
    indicator: str, records: Iterable[AnyRecord], period: Period = FIRST, as_of: date = AFTER
) -> Figure:
    """Return one figure of a register that holds all records of its classes."""
    return figure_in(indicator, Register.complete_through(as_of, records), period, as_of)


def figure_in(
    indicator: str, register: Register, period: Period = FIRST, as_of: date = AFTER
) -> Figure:
    return tally(HANOI, register, as_of=as_of).figure(HANOI.indicator(indicator), period)


def indicators_of(record: AnyRecord) -> list[str]:
    return [fact.indicator for fact in facts(HANOI, record)]


class TestCounting:
    """Distinct keys are counted: the verified ones at the low end, all of them at the high end."""

    def test_repeats_and_branches_count_as_one_enterprise(self) -> None:
        (one,) = supports(1)
        records = [
            evolve(one, id=f"s{n}", enterprise=code)
            for n, code in enumerate(
                ["0000000001", "0000000001-001", "0000000001002", "0000000001"]
            )
        ]

        assert Range.exactly(1) == figure_of("supported", records).range

    def test_unverified_records_raise_only_the_high_end(self) -> None:
        records = [evolve(record, verified=number > 1) for number, record in enumerate(supports(5))]

        figure = figure_of("supported", records)

        assert Range(3, 5) == figure.range
        assert (
            ClaimedComplete("supported", FIRST, FIRST.end),
            Unverified("supported", FIRST, 2),
        ) == figure.notes

    def test_a_key_with_one_verified_record_is_verified(self) -> None:
        (one,) = supports(1)

        assert (
            Range.exactly(1)
            == figure_of("supported", [one, evolve(one, id="again", verified=False)]).range
        )

    def test_events_after_the_day_of_judgement_are_not_counted(self) -> None:
        assert (
            Range.at_least(0) == figure_of("supported", supports(3), as_of=date(2024, 6, 29)).range
        )
        assert (
            Range.at_least(3) == figure_of("supported", supports(3), as_of=date(2024, 6, 30)).range
        )

    def test_both_ends_of_a_period_belong_to_it(self) -> None:
        days = [date(2020, 12, 31), date(2021, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
        records = [Fact("supported", f"E{day}", day) for day in days]

        assert Range.exactly(2) == figure_of("supported", records).range
        assert Range.exactly(1) == figure_of("supported", records, SECOND).range
        assert Range.exactly(3) == figure_of("supported", records, WHOLE).range

    def test_the_latest_version_counts_and_an_annulled_one_does_not(self) -> None:
        first, second, third = supports(3)
        records = [
            first,
            second,
            evolve(second, recorded_on=date(2026, 1, 1), completed_on=date(2026, 1, 1)),
            third,
            evolve(third, recorded_on=date(2026, 1, 1), annulled=True),
        ]

        assert Range.exactly(1) == figure_of("supported", records).range
        assert Range.exactly(1) == figure_of("supported", records, SECOND).range

    def test_a_state_is_not_counted(self) -> None:
        with pytest.raises(InvalidValue, match="a fact of 'tfp-share': it is a state"):
            figure_of("tfp-share", [Fact("tfp-share", "2025", IN_FIRST)])


class TestWaysOfCounting:
    """Every way of counting a record, side by side."""

    def test_a_support_that_is_not_completed_counts_only_by_its_start(self) -> None:
        started = Support(id="s", enterprise="SAMPLE-1", started_on=IN_FIRST)

        assert [
            "supported/started",
            "supported/started/cooperatives",
            "supported/started/city",
        ] == indicators_of(started)[:3]
        assert not any(fact.indicator == "supported" for fact in facts(HANOI, started))

    def test_a_household_never_counts(self) -> None:
        assert [] == indicators_of(evolve(supports(1)[0], kind=EnterpriseKind.HOUSEHOLD))

    def test_a_cooperative_counts_only_if_co_operatives_do(self) -> None:
        found = indicators_of(evolve(supports(1)[0], kind=EnterpriseKind.COOPERATIVE))

        assert {"supported/cooperatives", "supported/city/cooperatives"} < set(found)
        assert all(indicator.endswith("/cooperatives") for indicator in found)

    @pytest.mark.parametrize("level", [Level.MINISTRY, Level.NATION])
    def test_support_by_another_level_is_not_the_citys(self, level: Level) -> None:
        assert not any(
            "/city" in indicator for indicator in indicators_of(evolve(supports(1)[0], level=level))
        )

    def test_a_headcount_counts_participations_and_unidentified_people(self) -> None:
        records = [
            Training(id="t1", headcount=40, on=IN_FIRST),
            Training(id="t2", person="SAMPLE-P1", on=IN_FIRST),
        ]

        people, participations = (
            figure_of(f"trained/{what}", records) for what in ("persons", "participations")
        )

        assert Range(40, 41) == people.range
        assert (PeopleNotIdentified("trained/persons", FIRST, 40, 1),) == people.notes[1:]
        assert Range.exactly(41) == participations.range

    def test_unverified_people_are_apart_from_those_who_may_be_counted_twice(self) -> None:
        """At least the 40 of one group, at most 40 + 30 + 1 of whom 2 are not verified."""
        figure = figure_of(
            "trained/persons",
            [
                Training(id="t1", headcount=40, on=IN_FIRST),
                Training(id="t2", headcount=30, on=IN_FIRST),
                Training(id="t3", headcount=2, on=IN_FIRST, verified=False),
                Training(id="t4", person="SAMPLE-P1", on=IN_FIRST),
            ],
        )

        assert Range(40, 73) == figure.range
        assert (
            Unverified("trained/persons", FIRST, 2),
            PeopleNotIdentified("trained/persons", FIRST, 72, 31),
        ) == figure.notes[1:]

    def test_two_conditions_are_met_on_the_later_day(self) -> None:
        body = AssessmentBody(
            id="b",
            registration="SAMPLE-B1",
            strengthened_on=date(2026, 3, 1),
            conforming_since=date(2024, 3, 1),
            serves_key_products=True,
        )

        assert [Fact("bodies", "SAMPLE-B1", date(2026, 3, 1))] == list(facts(HANOI, body))
        assert [] == list(facts(HANOI, evolve(body, conforming_until=date(2026, 2, 28))))
        assert [Fact("bodies", "SAMPLE-B1", date(2026, 3, 1))] == list(
            facts(HANOI, evolve(body, conforming_until=date(2026, 3, 1)))
        )
        assert [] == list(facts(HANOI, evolve(body, strengthened_on=None)))

    @pytest.mark.parametrize(("serves", "verified"), [(None, [False]), (True, [True]), (False, [])])
    def test_a_body_counts_if_it_serves_the_key_products(
        self, serves: bool | None, verified: list[bool]
    ) -> None:
        body = AssessmentBody(
            id="b",
            registration="SAMPLE-B1",
            strengthened_on=IN_FIRST,
            conforming_since=IN_FIRST,
            serves_key_products=serves,
        )

        assert verified == [fact.verified for fact in facts(HANOI, body)]

    def test_an_expert_without_a_standard_is_not_verified(self) -> None:
        expert = evolve(experts(1, certified=True)[0], standard=None)

        assert [("experts/trained", False), ("experts/certified", False)] == [
            (fact.indicator, fact.verified) for fact in facts(HANOI, expert)
        ]

    def test_experts_count_by_their_levels(self) -> None:
        expert = Expert(
            id="x",
            person="SAMPLE-P1",
            regional_on=date(2027, 1, 1),
            international_on=date(2028, 1, 1),
        )

        assert [
            Fact("experts/either-level", "SAMPLE-P1", date(2027, 1, 1)),
            Fact("experts/both-levels", "SAMPLE-P1", date(2028, 1, 1)),
        ] == list(facts(HANOI, expert))
        assert ["experts/either-level"] == indicators_of(
            evolve(expert, expires_on=date(2027, 12, 31))
        )

    def test_a_renewal_does_not_add_a_person(self) -> None:
        assert [] == indicators_of(evolve(experts(1)[0], renewal=True))
        assert [] == indicators_of(evolve(models(1)[0], renewal=True))

    def test_a_withdrawn_model_counts_as_recognised(self) -> None:
        assert "models/city" in indicators_of(evolve(models(1)[0], withdrawn_on=date(2025, 1, 1)))

    def test_a_national_model_counts_for_the_city_only_under_that_reading(self) -> None:
        model = evolve(models(1)[0], scope=Scope.NATION, solutions=tuple(Solution))

        assert [
            "models/city/with-national",
            "models/city/several/with-national",
            "models/city/all-four/with-national",
            "models/nation",
            "models/nation/several",
            "models/nation/all-four",
        ] == indicators_of(model)

    def test_unrecorded_solutions_are_unverified_where_they_matter(self) -> None:
        found = {fact.indicator: fact.verified for fact in facts(HANOI, models(1)[0])}

        assert found["models/city"]
        assert not found["models/city/several"]

    def test_too_few_solutions_do_not_make_a_model_where_they_matter(self) -> None:
        one = evolve(models(1)[0], solutions=(Solution.STANDARDS,))

        assert ["models/city", "models/city/with-national"] == indicators_of(one)

    def test_an_event_counts_for_the_objective(self) -> None:
        assert ["dissemination/events"] == indicators_of(Dissemination(id="d", on=IN_FIRST))

    def test_descriptions_and_reports_do_not_count(self) -> None:
        assert [] == indicators_of(Enterprise(id="e", code="SAMPLE-1"))
        assert [] == indicators_of(report("supported", 5))

    def test_an_annulled_record_does_not_count(self) -> None:
        assert [] == indicators_of(evolve(supports(1)[0], annulled=True))


class TestClaims:
    """Claims unite, and close a high end only together."""

    @pytest.mark.parametrize(
        ("first", "second", "high"),
        [
            (date(2023, 6, 30), date(2023, 7, 1), 3),  # they touch
            (date(2024, 1, 1), date(2023, 7, 1), 3),  # they overlap
            (date(2023, 6, 29), date(2023, 7, 1), None),  # a day is missing
        ],
    )
    def test_two_claims_close_a_period_if_no_day_is_missing(
        self, first: date, second: date, high: int | None
    ) -> None:
        claims = [
            Completeness(Support, Period.until(first)),
            Completeness(Support, Period(second, FIRST.end)),
        ]

        assert Range(3, high) == figure_in("supported", Register(supports(3), claims)).range

    def test_a_claim_can_be_about_one_indicator(self) -> None:
        register = Register(supports(3), [Completeness("supported", FIRST)])

        assert Range.exactly(3) == figure_in("supported", register).range
        assert Range.at_least(3) == figure_in("supported/started", register).range

    def test_a_claim_ends_with_the_day_of_judgement(self) -> None:
        register = Register(supports(3), [Completeness(Support, FIRST)])

        assert Range.at_least(3) == figure_in("supported", register, as_of=date(2025, 12, 30)).range
        assert Range.exactly(3) == figure_in("supported", register, as_of=date(2025, 12, 31)).range

    def test_the_reach_of_a_claim_is_noted(self) -> None:
        """A figure without unknown things still rests on the claim that these are all."""
        open_, closed = (
            figure_of("supported", supports(3), as_of=day) for day in (date(2025, 6, 30), AFTER)
        )

        assert (ClaimedComplete("supported", FIRST, date(2025, 6, 30)),) == open_.notes
        assert (ClaimedComplete("supported", FIRST, FIRST.end),) == closed.notes

    def test_the_days_without_a_claim_are_noted(self) -> None:
        register = Register(supports(3), [Completeness(Support, Period.of_years(2022, 2023))])

        missing = (Period.of_years(2021, 2021), Period.of_years(2024, 2025))
        assert (NotClaimedComplete("supported", FIRST, missing),) == figure_in(
            "supported", register
        ).notes

    def test_a_claim_ends_with_the_day_it_was_made(self) -> None:
        early = Completeness(Support, FIRST, recorded_on=date(2022, 6, 30))

        figure = figure_in("supported", Register(supports(3), [early]))

        assert Range.at_least(3) == figure.range
        missing = (Period(date(2022, 7, 1), FIRST.end),)
        assert (NotClaimedComplete("supported", FIRST, missing),) == figure.notes
        before = evolve(early, period=Period.of_years(2023, 2025))
        assert () == Register([], [before]).claims_about("supported")

    def test_plain_facts_claim_the_indicators_they_name(self) -> None:
        register = Register.complete_through(
            AFTER, [Fact("supported", "SAMPLE-1", IN_FIRST), report("bodies", 2)]
        )

        assert ["supported"] == [claim.what for claim in register.completeness]


class TestReports:
    """A report over exactly the phase is a piece of evidence."""

    def test_a_report_narrows_an_open_count(self) -> None:
        figure = figure_in("supported", Register([*supports(3), report("supported", 5)]))

        assert Range.exactly(5) == figure.range
        assert (Reported("supported", FIRST, "r-supported-2025", AFTER, FIRST),) == figure.notes

    def test_a_report_can_leave_a_range(self) -> None:
        ranged = evolve(report("supported", 5), value=Range(2, 7))

        assert Range(3, 7) == figure_in("supported", Register([*supports(3), ranged])).range

    def test_an_estimate_is_given_beside_the_figure_without_it(self) -> None:
        early = report("supported", 5, issued=date(2025, 12, 15))

        figure = figure_in("supported", Register([early]), as_of=date(2025, 12, 20))

        note = Estimated("supported", FIRST, early.id, date(2025, 12, 15), FIRST)
        assert Range.at_least(0) == figure.range
        assert WithEstimates(Range.exactly(5), (note,)) == figure.with_estimates
        assert early.estimated
        assert evolve(report("supported", 5), estimate=True).estimated

    def test_a_report_is_not_used_before_its_period_is_over(self) -> None:
        register = Register([report("supported", 5)])

        assert Range.at_least(0) == figure_in("supported", register, as_of=date(2025, 12, 30)).range
        assert Range.exactly(5) == figure_in("supported", register, as_of=date(2025, 12, 31)).range

    def test_an_unverified_report_is_only_noted(self) -> None:
        doubtful = evolve(report("supported", 5), verified=False)

        figure = figure_in("supported", Register([doubtful], [Completeness(Support, FIRST)]))

        assert Range.exactly(0) == figure.range
        assert UnusedReport("supported", FIRST, doubtful.id, WhyNot.UNVERIFIED) in figure.notes

    def test_an_annulled_report_is_ignored(self) -> None:
        assert (
            Range.at_least(0)
            == figure_in(
                "supported", Register([evolve(report("supported", 5), annulled=True)])
            ).range
        )

    def test_clashing_evidence_gives_its_hull(self) -> None:
        figure = figure_of("supported", [*supports(3), report("supported", 5)])

        assert Range(3, 5) == figure.range
        pieces = (
            Piece(Range.exactly(3), counted=True),
            Piece(Range.exactly(5), ("r-supported-2025",)),
        )
        assert figure.notes[-1] == Clash("supported", FIRST, pieces)

    def test_a_state_is_reported_for_the_last_day(self) -> None:
        share = ReportedFigure(
            id="r",
            indicator="tfp-share",
            period=Period.of_years(2030, 2030),
            value=Fraction(91, 2),
            issued=AFTER,
        )

        assert (
            Range.exactly(Fraction(91, 2)) == figure_in("tfp-share", Register([share]), WHOLE).range
        )
        assert Range(None, None) == figure_in("tfp-share", Register([share])).range

    @pytest.mark.parametrize("value", [Fraction(11, 2), Fraction(-5)])
    def test_a_report_outside_the_domain_is_left_out(self, value: Fraction) -> None:
        impossible = evolve(report("supported", 5), value=Range.exactly(value))
        figure = figure_in("supported", Register([impossible]))

        noted = UnusedReport("supported", FIRST, impossible.id, WhyNot.IMPOSSIBLE)
        assert (Range.at_least(0), noted) == (figure.range, figure.notes[-1])

    def test_a_report_outside_the_domain_still_replaces_the_one_before(self) -> None:
        before = evolve(report("supported", 5), id="before", issued=FIRST.end)
        impossible = report("supported", -5)

        figure = figure_in("supported", Register([before, impossible]))

        assert (Range.at_least(0), ["r-supported-2025"]) == (
            figure.range,
            [note.report for note in figure.notes if isinstance(note, UnusedReport)],
        )

    def test_a_report_outside_the_domain_is_forgotten_once_it_is_corrected(self) -> None:
        impossible = evolve(report("supported", -5), issued=FIRST.end)
        corrected = evolve(report("supported", 5), id="after", issued=AFTER)

        figure = figure_in("supported", Register([impossible, corrected]))

        assert Range.exactly(5) == figure.range
        assert not any(isinstance(note, UnusedReport) for note in figure.notes)


@pytest.mark.parametrize("as_of", [datetime(2025, 12, 31), "2025-12-31"])  # noqa: DTZ001
def test_the_day_of_judgement_is_a_date(as_of: date) -> None:
    with pytest.raises(InvalidType, match="as_of: expected a date, got"):
        tally(HANOI, Register([]), as_of=as_of)


def test_without_evidence_everything_is_possible() -> None:
    assert (Range(None, None), ()) == reconcile([])


class TestFigures:
    """Figures made by hand follow the same rules."""

    def test_a_missing_figure_can_be_anything(self) -> None:
        assert Range.at_least(0) == Figures(AFTER).figure(HANOI.indicator("supported"), FIRST).range

    def test_figures_are_narrowed_to_whole_units(self) -> None:
        figures = Figures(AFTER, (Figure("supported", FIRST, Range.above(2000)),))

        assert Range.at_least(2001) == figures.figure(HANOI.indicator("supported"), FIRST).range

    def test_a_figure_outside_the_domain_is_refused(self) -> None:
        figures = Figures(AFTER, (Figure("supported", FIRST, Range.exactly(-1)),))

        with pytest.raises(InvalidValue, match="'supported' cannot be"):
            figures.figure(HANOI.indicator("supported"), FIRST)

    def test_two_figures_for_one_indicator_and_period_are_refused(self) -> None:
        figure = Figure("supported", FIRST, Range.exactly(1))

        with pytest.raises(InvalidValue, match="the same indicator and period"):
            Figures(AFTER, (figure, evolve(figure, range=Range.exactly(2))))
