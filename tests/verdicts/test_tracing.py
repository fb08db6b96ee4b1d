"""What a verdict counts, key by key, and what it leaves out, with the reasons."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from building import (
    AFTER,
    FIRST,
    IN_FIRST,
    IN_SECOND,
    SECOND,
    bodies,
    experts,
    models,
    plan_of,
    report,
    supports,
    trainings,
    wanted,
)
from drawing import days, registers
from each import for_each
from nsc_program import (
    HANOI,
    AtLeast,
    Completeness,
    EachYear,
    EnterpriseKind,
    Fact,
    InvalidType,
    InvalidValue,
    Level,
    Period,
    Range,
    Reading,
    Register,
    RejectedRow,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
    UnknownId,
    YearlyGrowth,
    assess,
    evaluate,
    evidence,
    tally,
)
from nsc_program.figures import (
    ClaimedComplete,
    Clash,
    Estimated,
    InRejectedRows,
    NotClaimedComplete,
    NotStarted,
    Reported,
    _reports,
)
from nsc_program.records import AnyRecord, WhyNot
from nsc_program.records._completeness import KINDS
from nsc_program.testing.strategies import readings
from nsc_program.verdicts import Counted, Evidence, FigureEvidence, LeftOut, Mention, PartAboveWhole

SUPPORTED, GROWN = "2021-2025/supported", "2026-2030/supported"
TARGETS = st.sampled_from([target.id for target in HANOI.targets])


def evidence_of(
    target: str, *records: AnyRecord, as_of: date = AFTER, reading: Reading = Reading()
) -> tuple[FigureEvidence, ...]:
    return evidence(
        assess(HANOI, Register(records), as_of=as_of, reading=reading), Register(records), target
    ).figures


def left_out(found: FigureEvidence) -> dict[tuple[str, str | None], WhyNot]:
    return {(each.kind, each.id): each.why for each in found.left_out}


class TestCounted:
    """A thing is counted once, with every record that it is counted from."""

    def test_evidence_lists_the_counted_things(self) -> None:
        (one, other) = supports(2)
        register = Register.complete_through(AFTER, [one, evolve(other, verified=False)])

        found = evidence(assess(HANOI, register, as_of=AFTER), register, SUPPORTED)

        figures = tally(HANOI, register, as_of=AFTER)
        figure = FigureEvidence(
            indicator=HANOI.indicator("supported"),
            figure=figures.figure(HANOI.indicator("supported"), FIRST),
            counted=(
                Counted(
                    "SAMPLE-0000",
                    verified=True,
                    mentions=(Mention("Support", "s2024-0", IN_FIRST),),
                ),
                Counted(
                    "SAMPLE-0001",
                    verified=False,
                    mentions=(Mention("Support", "s2024-1", IN_FIRST),),
                ),
            ),
            size=Range(1, 2),
            reports=(),
            left_out=(),
        )
        assert (
            Evidence(verdict=evaluate(HANOI, figures)[SUPPORTED], as_of=AFTER, figures=(figure,))
            == found
        )
        assert 1 == figure.verified

    def test_records_and_facts_of_one_enterprise_are_one_entry(self) -> None:
        """A branch counts as its head office; one verified mention is enough."""
        (one,) = supports(1)
        held: list[AnyRecord] = [
            evolve(one, id="a", enterprise="0000000001-001", verified=False),
            evolve(one, id="b", enterprise="0000000001"),
            Fact("supported", "0000000001", date(2022, 1, 1), verified=False),
        ]

        ((counted,),) = (each.counted for each in evidence_of(SUPPORTED, *held))

        mentions = {
            ("Support", "a", IN_FIRST),
            ("Support", "b", IN_FIRST),
            ("Fact", None, date(2022, 1, 1)),
        }
        assert ("0000000001", True) == (counted.key, counted.verified)
        assert mentions == {(each.kind, each.id, each.on) for each in counted.mentions}

    def test_a_rejected_row_is_left_out_and_its_record_unverified(self) -> None:
        """The older version of its record is counted as not verified; the row itself has no key."""
        held = supports(2)
        rows = [
            RejectedRow(what=Support, id=name, recorded_on=date(2026, 1, 5))
            for name in (held[0].id, "new")
        ]
        register = Register(held, [Completeness(Support, FIRST)], rows)

        (found,) = evidence(assess(HANOI, register, as_of=AFTER), register, SUPPORTED).figures

        assert [("SAMPLE-0000", False), ("SAMPLE-0001", True)] == [
            (each.key, each.verified) for each in found.counted
        ]
        assert Range(1, 4) == found.figure.range
        assert [("Support", "new"), ("Support", held[0].id)] == [
            (each.kind, each.id) for each in found.left_out
        ]
        assert {WhyNot.REJECTED} == {each.why for each in found.left_out}
        assert InRejectedRows("supported", FIRST, 2, 2) in found.figure.notes

    def test_a_rejected_row_of_another_class_is_not_listed(self) -> None:
        register = Register((), (), [RejectedRow(what=Training, id="t9")])

        (found,) = evidence(assess(HANOI, register, as_of=AFTER), register, SUPPORTED).figures

        assert () == found.left_out

    def test_events_on_the_day_of_judgement_are_counted(self) -> None:
        (found,) = evidence_of(SUPPORTED, *supports(1), as_of=IN_FIRST)

        assert (1, ()) == (found.verified, found.left_out)

    def test_a_headcount_is_one_entry_with_its_number(self) -> None:
        (found,) = evidence_of("2021-2025/trained", Training(id="t", headcount=2, on=IN_FIRST))

        assert (
            Counted("t", verified=True, mentions=(Mention("Training", "t", IN_FIRST),), things=2),
        ) == found.counted
        assert (2, 2) == (found.verified, found.total)

    @pytest.mark.parametrize("sure", [True, False])
    @pytest.mark.parametrize("checked", [True, False])
    def test_a_plain_fact_may_name_a_person_of_a_headcount(
        self, *, sure: bool, checked: bool
    ) -> None:
        """The named person is listed apart from the others, and counted once."""
        training = Training(id="t", headcount=3, on=IN_FIRST, verified=sure)
        keys = [("t  head 2", checked), ("t  head 4", checked), ("another  head 1", checked)]
        told = [Fact("trained/participations", key, IN_FIRST, verified) for key, verified in keys]
        participations = Reading(choices={"trained": "participations"})

        (found,) = evidence_of("2021-2025/trained", training, *told, reading=participations)

        assert ["another  head 1", "t", "t  head 2", "t  head 4"] == [
            each.key for each in found.counted
        ]
        assert [1, 2, 1, 1] == [each.things for each in found.counted]
        assert 5 == found.total
        assert Range.at_least(found.verified) == found.figure.range
        assert 3 * sure + checked * (2 if sure else 3) == found.verified

    def test_a_headcount_whose_people_all_have_facts_is_listed_by_facts_only(self) -> None:
        training = Training(id="t", headcount=1, on=IN_FIRST)
        told = Fact("trained/participations", "t  head 1", IN_FIRST, verified=False)

        (found,) = evidence_of(
            "2021-2025/trained",
            training,
            told,
            reading=Reading(choices={"trained": "participations"}),
        )

        assert [("t  head 1", True, 1)] == [
            (each.key, each.verified, each.things) for each in found.counted
        ]

    def test_only_the_latest_version_is_listed(self) -> None:
        (one,) = supports(1)
        later = evolve(one, recorded_on=date(2026, 1, 1), kind=EnterpriseKind.HOUSEHOLD)

        (found,) = evidence_of(SUPPORTED, one, later)

        assert () == found.counted
        assert (LeftOut("Support", one.id, WhyNot.HOUSEHOLD),) == found.left_out

    @pytest.mark.parametrize(
        ("reading", "periods"),
        [(Reading(), [SECOND, FIRST]), (Reading(planned_baseline=True), [SECOND])],
        ids=["achieved", "planned"],
    )
    def test_growth_rests_on_the_phase_and_on_its_baseline(
        self, reading: Reading, periods: list[Period]
    ) -> None:
        held = [*supports(2), *supports(3, IN_SECOND)]

        found = evidence_of(GROWN, *held, reading=reading)

        assert periods == [each.figure.period for each in found]
        assert [3, 2][: len(periods)] == [each.verified for each in found]
        assert [{WhyNot.BEFORE}, {WhyNot.AFTER}][: len(periods)] == [
            {each.why for each in figure.left_out} for figure in found
        ]

    def test_a_yearly_target_rests_on_its_years(self) -> None:
        years = Period.of_years(2021, 2023)
        held = Register(
            [Fact("things", f"E{year}", date(year, 6, 30)) for year in (2021, 2022, 2023)]
        )
        each_year = plan_of(years, wanted(AtLeast(1), EachYear()))
        growth = plan_of(years, wanted(AtLeast(50), YearlyGrowth()))

        found = [
            evidence(assess(program, held, as_of=AFTER, reading=reading), held, "phase/wanted")
            for program, reading in (
                (each_year, Reading()),
                (growth, Reading()),
                (growth, Reading(each_year=False)),
            )
        ]

        assert [["E2021", "E2022", "E2023"], ["E2021", "E2022", "E2023"], ["E2023", "E2021"]] == [
            [figure.counted[0].key for figure in each.figures] for each in found
        ]


SUPPORT, MODEL, EXPERT, BODY = (
    supports(1)[0],
    models(1)[0],
    experts(1, certified=True, regional=True)[0],
    bodies(1)[0],
)
REPORT = report("supported", 5)
YEAR_REPORT = report("supported", 5, Period.of_years(2024, 2024))
EVERY_SOLUTION = Reading(choices={"solutions": "all-four"})
WHY_NOT: dict[str, tuple[WhyNot, str, AnyRecord, Reading]] = {
    "about an unknown part": (
        WhyNot.UNKNOWN_PART,
        "supported",
        evolve(YEAR_REPORT, part="north"),
        Reading(),
    ),
    "entered by mistake": (WhyNot.ANNULLED, "supported", evolve(SUPPORT, annulled=True), Reading()),
    "a renewed certificate": (WhyNot.RENEWAL, "experts", evolve(EXPERT, renewal=True), Reading()),
    "a renewed recognition": (WhyNot.RENEWAL, "models", evolve(MODEL, renewal=True), Reading()),
    "a household": (
        WhyNot.HOUSEHOLD,
        "supported",
        evolve(SUPPORT, kind=EnterpriseKind.HOUSEHOLD),
        Reading(),
    ),
    "a co-operative": (
        WhyNot.COOPERATIVE,
        "supported",
        evolve(SUPPORT, kind=EnterpriseKind.COOPERATIVE),
        Reading(),
    ),
    "a ministry's task": (
        WhyNot.OTHER_LEVEL,
        "supported",
        evolve(SUPPORT, level=Level.MINISTRY),
        Reading(choices={"support-level": "city"}),
    ),
    "a national model": (
        WhyNot.OTHER_SCOPE,
        "models",
        evolve(MODEL, scope=Scope.NATION),
        Reading(),
    ),
    "three groups of solutions": (
        WhyNot.FEW_SOLUTIONS,
        "models",
        evolve(MODEL, solutions=tuple(Solution)[:3]),
        EVERY_SOLUTION,
    ),
    "a body for other products": (
        WhyNot.OTHER_PRODUCTS,
        "bodies",
        evolve(BODY, serves_key_products=False),
        Reading(),
    ),
    "a support under way": (
        WhyNot.NOT_HAPPENED,
        "supported",
        evolve(SUPPORT, completed_on=None),
        Reading(),
    ),
    "a body not strengthened": (
        WhyNot.NOT_HAPPENED,
        "bodies",
        evolve(BODY, strengthened_on=None),
        Reading(),
    ),
    "conforming no more": (
        WhyNot.LAPSED,
        "bodies",
        evolve(BODY, conforming_since=date(2022, 1, 1), conforming_until=date(2023, 1, 1)),
        Reading(),
    ),
    "before the phase": (WhyNot.BEFORE, "supported", supports(1, date(2020, 12, 31))[0], Reading()),
    "after the phase": (WhyNot.AFTER, "supported", supports(1, date(2026, 1, 1))[0], Reading()),
    "after the day of judgement": (
        WhyNot.LATER,
        "supported",
        supports(1, date(2025, 12, 1))[0],
        Reading(),
    ),
    "a report entered by mistake": (
        WhyNot.ANNULLED,
        "supported",
        evolve(REPORT, annulled=True),
        Reading(),
    ),
    "a report on other years": (
        WhyNot.BEFORE,
        "supported",
        report("supported", 5, Period.of_years(2020, 2020)),
        Reading(),
    ),
    "a report on years to come": (
        WhyNot.AFTER,
        "supported",
        report("supported", 5, SECOND),
        Reading(),
    ),
    "a report not yet made": (WhyNot.LATER, "supported", report("supported", 5), Reading()),
    "a report not verified": (
        WhyNot.UNVERIFIED,
        "supported",
        evolve(YEAR_REPORT, verified=False),
        Reading(),
    ),
    "a report of half an enterprise": (
        WhyNot.IMPOSSIBLE,
        "supported",
        evolve(YEAR_REPORT, value=Fraction(1, 2)),
        Reading(),
    ),
    "a report of what is known": (
        WhyNot.NOTHING_NEW,
        "supported",
        evolve(YEAR_REPORT, value=0),
        Reading(),
    ),
    "a report that sticks out": (
        WhyNot.NOTHING_NEW,
        "supported",
        evolve(YEAR_REPORT, period=Period.of_years(2020, 2024), value=Range.at_least(100)),
        Reading(),
    ),
    "an estimate": (WhyNot.ESTIMATE, "supported", evolve(YEAR_REPORT, estimate=True), Reading()),
    "a report since replaced": (
        WhyNot.REPLACED,
        "supported",
        evolve(YEAR_REPORT, id="early", issued=date(2024, 12, 31)),
        Reading(),
    ),
}


class TestLeftOut:
    """Each record that could be counted and is not is listed, with the reason."""

    DAY = date(2025, 11, 30)

    def test_each_reason_has_an_example(self) -> None:
        elsewhere = {
            WhyNot.REJECTED,
            WhyNot.IN_DOUBT,  # with `TestReports`
            WhyNot.TOO_MANY,
            WhyNot.CONDITION,
            WhyNot.OTHER_PERIOD,  # in tests/figures/test_shares.py
            WhyNot.PART_OF_TERRITORY,  # in tests/figures/test_territories.py
        }
        assert {*WhyNot} - elsewhere == {why for why, *_ in WHY_NOT.values()}

    @for_each(("why", "target", "record", "reading"), WHY_NOT.values(), ids=WHY_NOT)
    def test_a_record_is_left_out_for_this_reason(
        self, why: WhyNot, target: str, record: AnyRecord, reading: Reading
    ) -> None:
        others = [YEAR_REPORT] if why is WhyNot.REPLACED else []

        (found,) = evidence_of(
            f"2021-2025/{target}", record, *others, as_of=self.DAY, reading=reading
        )

        assert not isinstance(record, Fact)
        assert (LeftOut(type(record).__name__, record.id, why),) == found.left_out
        assert () == found.counted

    def test_records_that_could_never_count_are_not_listed(self) -> None:
        (found,) = evidence_of(SUPPORTED, *trainings(1), *models(1), report("bodies", 1))

        assert ((), ()) == (found.counted, found.left_out)

    def test_a_fact_has_no_id_and_is_left_out_by_its_key(self) -> None:
        (found,) = evidence_of(
            SUPPORTED, *(Fact("supported", key, date(2026, 1, 1)) for key in ("E1", "E2"))
        )

        assert (
            LeftOut("Fact", "E1", WhyNot.AFTER),
            LeftOut("Fact", "E2", WhyNot.AFTER),
        ) == found.left_out

    def test_a_state_is_left_out_by_its_day(self) -> None:
        program = plan_of(FIRST, wanted(AtLeast(1), indicator="tfp-share"))
        shares = [
            report("tfp-share", 40, Period(FIRST.start, date(2025, 12, day))) for day in (30, 31)
        ]
        early, last = (evolve(share, id=f"r{share.period.end.day}") for share in shares)

        (found,) = evidence(
            assess(program, Register([early, last]), as_of=AFTER),
            Register([early, last]),
            "phase/wanted",
        ).figures

        assert (("r31",), {("ReportedFigure", "r30"): WhyNot.BEFORE}) == (
            found.reports,
            left_out(found),
        )

    def test_a_headcount_is_left_out_once(self) -> None:
        (found,) = evidence_of("2021-2025/trained", Training(id="t", headcount=3, on=IN_SECOND))

        assert (LeftOut("Training", "t", WhyNot.AFTER),) == found.left_out


class TestReports:
    """The reports that a figure rests on are listed, and the others with the reason."""

    def test_a_report_that_does_not_raise_the_low_end_is_left_out(self) -> None:
        years = [report("trained/participations", 5, year) for year in FIRST.years]
        less = evolve(
            years[0], id="quarter", value=4, period=Period(date(2021, 1, 1), date(2021, 3, 31))
        )
        participations = Reading(choices={"trained": "participations"})

        (found,) = evidence_of("2021-2025/trained", *years, less, reading=participations)

        assert {each.id for each in years} == {*found.reports}
        assert {("ReportedFigure", "quarter"): WhyNot.NOTHING_NEW} == left_out(found)
        assert Range.exactly(25) == found.figure.range

    def test_a_report_below_a_complete_count_does_not_clash(self) -> None:
        """The claim over its year is noted too."""
        year, rest = Period.of_years(2021, 2021), Period.of_years(2022, 2025)
        held = [Fact("supported", f"K{number}", date(2021, 5, 5)) for number in range(2)]
        idle, capped = (
            report("supported", Range.at_most(50), year),
            report("supported", Range.at_most(10), rest),
        )
        register = Register([*held, idle, capped], [Completeness("supported", year)])

        (found,) = evidence(assess(HANOI, register, as_of=AFTER), register, SUPPORTED).figures

        assert ClaimedComplete("supported", year, year.end) in found.figure.notes
        assert ((capped.id,), {("ReportedFigure", idle.id): WhyNot.NOTHING_NEW}) == (
            found.reports,
            left_out(found),
        )

    def test_a_replaced_report_stays_replaced_if_the_later_one_is_doubted(self) -> None:
        said = report("supported", 5, issued=date(2026, 1, 31))
        later = evolve(said, id="later", issued=date(2027, 1, 31))
        row = RejectedRow(what=ReportedFigure, id="later", recorded_on=date(2028, 1, 1))

        (found,) = evidence(
            assess(HANOI, Register([said, later], (), [row]), as_of=AFTER),
            Register([said, later], (), [row]),
            SUPPORTED,
        ).figures

        assert (WhyNot.REPLACED, WhyNot.IN_DOUBT) == tuple(
            left_out(found)["ReportedFigure", each.id] for each in (said, later)
        )

    def test_of_too_many_reports_those_over_short_periods_are_left_out(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_reports, "MOST_REPORTS", 1)

        (found,) = evidence_of(SUPPORTED, YEAR_REPORT, REPORT)

        assert ((REPORT.id,), {("ReportedFigure", YEAR_REPORT.id): WhyNot.TOO_MANY}) == (
            found.reports,
            left_out(found),
        )

    @pytest.mark.parametrize("decides", [True, False])
    def test_an_estimate_is_used_where_estimates_decide(self, *, decides: bool) -> None:
        early = report("supported", 5, issued=date(2025, 12, 1))

        (found,) = evidence_of(
            SUPPORTED, early, as_of=date(2025, 12, 2), reading=Reading(estimates_decide=decides)
        )

        assert ((early.id,) if decides else ()) == found.reports
        assert ({} if decides else {("ReportedFigure", early.id): WhyNot.ESTIMATE}) == left_out(
            found
        )

    def test_all_clashing_reports_are_listed(self) -> None:
        half = report("supported", 5, Period(date(2024, 1, 1), date(2024, 6, 30)))

        (found,) = evidence_of(
            SUPPORTED, YEAR_REPORT, evolve(half, id="half"), evolve(YEAR_REPORT, id="less", value=3)
        )

        assert {YEAR_REPORT.id, "half", "less"} == {*found.reports}


class TestLaw:
    """Evidence agrees with the figure.

    The number of verified keys is its low end. All keys together, with the things that rejected
    rows may stand for, are its high end if the period is complete. Every record and report that
    could matter is either in the list of those counted or in the list of those left out, and those
    left out do not change the figure.
    """

    @given(registers(), TARGETS, days(), readings())
    def test_evidence_agrees_with_the_figure(
        self, register: Register, target: str, as_of: date, reading: Reading
    ) -> None:
        found = evidence(assess(HANOI, register, as_of=as_of, reading=reading), register, target)

        verdict = evaluate(HANOI, tally(HANOI, register, as_of=as_of), reading)[target]
        assert (as_of, verdict) == (found.as_of, found.verdict)
        for each in found.figures:
            _hold_ends(each, register, as_of)
            _hold_records(each, register, as_of)
            _hold_facts(each, register, as_of)
            _hold_reports(each, register)

    @settings(max_examples=50)
    @given(registers(), TARGETS, days(), readings())
    def test_left_out_records_do_not_change_the_figure(
        self, register: Register, target: str, as_of: date, reading: Reading
    ) -> None:
        for found in evidence(
            assess(HANOI, register, as_of=as_of, reading=reading), register, target
        ).figures:
            without = {
                (each.kind, each.id) for each in found.left_out if each.why is not WhyNot.REJECTED
            }
            kept = [each for each in register.records if _name(each) not in without]
            # A record that was left out may have settled a rejected row, which remains settled.
            less = evolve(register, records=kept, rejected=register.unresolved)
            again = evidence(
                assess(HANOI, less, as_of=as_of, reading=reading), less, target
            ).figures
            (same,) = (each for each in again if each.figure.period == found.figure.period)
            assert (found.figure.range, found.counted, found.reports) == (
                same.figure.range,
                same.counted,
                same.reports,
            )


def _name(record: AnyRecord) -> tuple[str, str | None]:
    """Return the record's name; a fact counts as one that is never left out."""
    return ("", None) if isinstance(record, Fact) else (type(record).__name__, record.id)


def _classes(indicator: str) -> tuple[type[AnyRecord], ...]:
    """Return the classes that an indicator counts."""
    return tuple(rule.of for rule in HANOI.indicator(indicator).counting)


def _hold_ends(found: FigureEvidence, register: Register, as_of: date) -> None:
    keys = [each.key for each in found.counted]
    assert keys == sorted({*keys})
    assert all(each.things >= 1 for each in found.counted)
    notes = {type(note) for note in found.figure.notes}
    is_whole = ClaimedComplete in notes and found.figure.period.end <= as_of
    classes = _classes(found.figure.indicator)
    rejected = sum(map(register.things_rejected, classes))
    withdrawn = sum(map(register.things_withdrawn, classes))
    counted = Range(
        max(0, found.verified - withdrawn), found.total + rejected if is_whole else None
    )
    assert counted == found.figure.range or notes & {Reported, Estimated, Clash}
    assert notes & {ClaimedComplete, NotClaimedComplete, NotStarted, Reported, Estimated}


def _hold_records(found: FigureEvidence, register: Register, as_of: date) -> None:
    could = {
        _name(each) for each in register.latest if type(each) in _classes(found.figure.indicator)
    }
    mentions = [(each.key, mention) for each in found.counted for mention in each.mentions]
    inside = {(mention.kind, mention.id) for _, mention in mentions if mention.id is not None}
    rows = {(each.kind, each.id) for each in found.left_out if each.why is WhyNot.REJECTED}
    classes = _classes(found.figure.indicator)
    assert {(row.what, row.id) for kind in classes for row in register.rejected_of(kind)} == rows
    why = {(each.kind, each.id) for each in found.left_out if each.why is not WhyNot.REJECTED}
    outside = {name for name in why if name[0] in KINDS}
    assert (could, set()) == (inside | outside, inside & outside)
    assert all(mention.on in found.figure.period and mention.on <= as_of for _, mention in mentions)


def _hold_facts(found: FigureEvidence, register: Register, as_of: date) -> None:
    facts = {
        each
        for each in register.latest
        if isinstance(each, Fact) and each.indicator == found.figure.indicator
    }
    happened = {each for each in facts if each.on in found.figure.period and each.on <= as_of}
    inside = {
        (each.key, mention.on)
        for each in found.counted
        for mention in each.mentions
        if mention.kind == "Fact"
    }
    assert {(each.key, each.on) for each in happened} == inside
    assert {each.key for each in facts - happened} == {
        each.id for each in found.left_out if each.kind == "Fact"
    }


def _hold_reports(found: FigureEvidence, register: Register) -> None:
    reports = [each for each in register.latest if isinstance(each, ReportedFigure)]
    about = {each.id for each in reports if each.indicator == found.figure.indicator}
    inside, outside = (
        {*found.reports},
        {each.id for each in found.left_out if each.kind == "ReportedFigure"},
    )
    assert (about, set()) == (inside | outside, inside & outside)


class TestVerdict:
    """The verdict is that of the evaluation, with the same refusals."""

    def test_a_part_above_its_whole_is_noted_here_too(self) -> None:
        register = Register.complete_through(AFTER, [*trainings(1), *experts(2)])

        verdict = evidence(
            assess(HANOI, register, as_of=AFTER), register, "2021-2025/experts"
        ).verdict

        assert evaluate(HANOI, tally(HANOI, register, as_of=AFTER))["2021-2025/experts"] == verdict
        assert PartAboveWhole("2021-2025/experts", "2021-2025/trained") in verdict.notes

    def test_an_answer_to_an_unknown_question_is_refused(self) -> None:
        with pytest.raises(UnknownId, match="no question of the plan 'cooperative'"):
            evidence_of(SUPPORTED, reading=Reading(choices={"cooperative": "yes"}))

    def test_an_unknown_target_is_refused(self) -> None:
        with pytest.raises(
            UnknownId, match="no target '2021-2025/suported'; did you mean '2021-2025/supported'"
        ):
            evidence_of("2021-2025/suported")

    def test_a_register_that_leads_to_other_figures_is_refused(self) -> None:
        """What it lists would not explain the verdict."""
        evaluation = assess(HANOI, Register([*supports(1)]), as_of=AFTER)
        assert evidence(evaluation, Register([*supports(1)]), "2021-2025/supported").figures

        with pytest.raises(InvalidValue, match="the figures were tallied from another"):
            evidence(evaluation, Register([*supports(3)]), "2021-2025/supported")

    def test_a_day_of_another_type_is_refused(self) -> None:
        with pytest.raises(InvalidType, match="as_of: expected a date, got str '2025-12-31'"):
            evidence_of(SUPPORTED, as_of="2025-12-31")  # type: ignore[arg-type]
