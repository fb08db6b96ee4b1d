"""Shares that follow from a numerator and a denominator."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, FIRST, MADE_UP, THINGS, found, plan_of, wanted
from nsc_program import (
    HANOI,
    AtLeast,
    AtMost,
    EachYear,
    Fact,
    Figure,
    Indicator,
    InvalidValue,
    Period,
    Program,
    Range,
    Reading,
    Register,
    ReportedFigure,
    Status,
    Verdict,
    assess,
    evaluate,
    evidence,
    tally,
)
from nsc_program.checks import ReportNotUsed
from nsc_program.errors import InvalidProgram
from nsc_program.figures import (
    Clash,
    NotStarted,
    Piece,
    Reported,
    RunningTally,
    TotalMayBeZero,
)
from nsc_program.plan import Difference, Share
from nsc_program.records import WhyNot
from nsc_program.report import evidence_lines
from nsc_program.verdicts import EstimatesWouldDecide

LATER = date(2031, 2, 1)
PERCENT = HANOI.indicator("tfp-share").unit
TOTAL = evolve(THINGS, id="total")
GOOD = Indicator(
    id="good",
    unit=PERCENT,
    label=MADE_UP,
    accumulates=False,
    share=Share(numerator="things", denominator="total"),
)


def plan(share: Indicator = GOOD) -> Program:
    """Return a plan whose target is about the share of some things in all of them."""
    whole = plan_of(FIRST)
    target = wanted(AtLeast(80), indicator="good")
    (phase,) = whole.phases
    return evolve(
        whole,
        indicators=(*whole.indicators, TOTAL, share),
        phases=(evolve(phase, targets=(target,)),),
    )


def report(
    indicator: str, value: int | Range | Fraction, issued: date = AFTER, period: Period = FIRST
) -> ReportedFigure:
    return ReportedFigure(
        id=f"{indicator}-{issued}", indicator=indicator, period=period, value=value, issued=issued
    )


def figure_of(*reports: ReportedFigure, as_of: date = AFTER) -> Figure:
    return tally(plan(), Register(reports), as_of=as_of).figure(GOOD, FIRST)


def verdict_of(*reports: ReportedFigure, reading: Reading = Reading()) -> Verdict:
    made = plan()
    figures = tally(made, Register(reports), as_of=AFTER)
    return evaluate(made, figures, reading)["phase/wanted"]


class TestRange:
    """N in [a, b] out of D in [c, d] is a share in [a/d, min(1, b/c)], in percent."""

    @pytest.mark.parametrize(
        ("numerator", "denominator", "share"),
        [
            (Range(30, 40), Range(50, 60), Range(50, 80)),
            (Range(30, 70), Range(50, 60), Range(50, 100)),
            (Range(30, 40), Range(50, None), Range(0, 80, low_open=True)),
            (Range(0, 40), Range(50, None), Range(0, 80)),
            (Range(30, None), Range(50, 60), Range(50, 100)),
            (Range(605, 605), Range(756, 756), Range.exactly(Fraction(60500, 756))),
            (Range(0, 0), Range(1, None), Range.exactly(0)),
        ],
        ids=str,
    )
    def test_the_range_holds_every_share_and_no_more(
        self, numerator: Range, denominator: Range, share: Range
    ) -> None:
        assert share == figure_of(report("things", numerator), report("total", denominator)).range

    @given(st.data())
    def test_the_ends_are_the_least_and_the_most_of_all_worlds(self, data: st.DataObject) -> None:
        a, c = data.draw(st.integers(0, 6)), data.draw(st.integers(1, 6))
        b, d = data.draw(st.integers(a, 8)), data.draw(st.integers(c, 8))
        shares = [
            Fraction(100 * part, whole)
            for part in range(a, b + 1)
            for whole in range(c, d + 1)
            if part <= whole
        ]
        figure = figure_of(report("things", Range(a, b)), report("total", Range(c, d)))

        if shares:
            assert Range(min(shares), max(shares)) == figure.range
        else:
            assert any(isinstance(note, Clash) for note in figure.notes)

    def test_parts_may_be_counted(self) -> None:
        things = [Fact("things", f"SAMPLE-{n}", date(2024, 5, 6)) for n in range(4)]
        register = Register.complete_through(FIRST.end, [*things, report("total", 5)])

        assert Range.exactly(80) == tally(plan(), register, as_of=AFTER).figure(GOOD, FIRST).range

    def test_shares_of_two_years_are_not_averaged(self) -> None:
        first, second = FIRST.years[:2]
        reports = [
            report("things", 1, period=first),
            report("total", 2, period=first),
            report("things", 1, date(2031, 2, 1), second),
            report("total", 1, date(2031, 2, 1), second),
        ]

        assert Range(0, 100, low_open=True) == figure_of(*reports, as_of=date(2031, 3, 1)).range

    def test_a_running_tally_gives_the_same(self) -> None:
        reports = [report("things", Range(30, 40)), report("total", Range(50, 60))]
        running = RunningTally(plan(), Register(), as_of=AFTER)
        running.add(*reports)

        assert tally(plan(), Register(reports), as_of=AFTER) == running.figures


class TestZero:
    """If the denominator may be 0, the parts decide nothing."""

    @pytest.mark.parametrize("total", [0, Range(0, 5), Range(0, None)], ids=str)
    def test_any_share_is_possible(self, total: int | Range) -> None:
        figure = figure_of(report("total", total))

        assert Range(0, 100) == figure.range
        assert TotalMayBeZero("total", FIRST) in figure.notes

    def test_a_report_about_the_share_itself_still_decides(self) -> None:
        verdict = verdict_of(report("good", 85))

        assert Status.ATTAINED is verdict.status
        assert TotalMayBeZero("total", FIRST) in verdict.notes


class TestEvidence:
    """A share rests on the evidence on its parts and on reports about itself."""

    def test_reports_about_the_share_narrow_it(self) -> None:
        parts = report("things", Range(30, 40)), report("total", Range(50, 60))

        assert Range(70, 80) == figure_of(*parts, report("good", Range(70, 90))).range

    def test_evidence_that_contradicts_itself_clashes(self) -> None:
        parts, share = (report("things", 40), report("total", 50)), report("good", 70)
        figure = figure_of(*parts, share)

        assert Range(70, 80) == figure.range
        of_parts = Piece(Range.exactly(80), tuple(part.id for part in parts))
        clash = Clash("good", FIRST, (Piece(Range.exactly(70), (share.id,)), of_parts))
        assert clash in figure.notes

    def test_a_numerator_above_its_denominator_leaves_any_share_up_to_all(self) -> None:
        figure = figure_of(report("things", 60), report("total", 50))

        assert Range(0, 100) == figure.range
        assert any(isinstance(note, Clash) for note in figure.notes)

    def test_the_notes_name_the_reports_on_both_parts(self) -> None:
        notes = figure_of(report("things", 40), report("total", 50)).notes

        assert [note.indicator for note in notes if isinstance(note, Reported)] == [
            "things",
            "total",
        ]

    def test_estimates_of_a_part_are_estimates_of_the_share(self) -> None:
        estimate = evolve(report("things", 45), estimate=True)
        verdict = verdict_of(estimate, report("total", 50))

        assert (Status.UNDECIDED, True) == (
            verdict.status,
            any(isinstance(note, EstimatesWouldDecide) for note in verdict.notes),
        )
        decided = verdict_of(estimate, report("total", 50), reading=Reading(estimates_decide=True))
        assert Status.ATTAINED is decided.status

    def test_a_share_of_a_period_to_come_has_one_note(self) -> None:
        figure = figure_of(as_of=date(2020, 6, 1))

        assert (NotStarted("good", FIRST),) == figure.notes


class TestOtherDays:
    """A share is that of its own period, because its parts may be counts."""

    def test_a_report_about_another_period_with_the_same_end_is_not_evidence(self) -> None:
        """4 of 5 things are good in the phase, and 1 of 1 in its last year."""
        of_the_year = report("good", 100, period=FIRST.years[-1])

        assert Range(0, 100) == figure_of(of_the_year).range
        assert (
            Range.exactly(80)
            == figure_of(report("things", 4), report("total", 5), of_the_year).range
        )

    def test_evidence_and_findings_say_so(self) -> None:
        register = Register([report("good", 100, period=FIRST.years[-1])])
        evaluation = assess(plan(), register, as_of=AFTER)
        share, *_ = evidence(evaluation, register, "phase/wanted").figures

        (left_out,) = share.left_out
        assert WhyNot.OTHER_PERIOD is left_out.why
        (finding,) = found(ReportNotUsed, register.records, plan())
        assert ("good", FIRST.years[-1]) == (finding.indicator, finding.period)

    def test_a_report_about_the_same_period_is_used(self) -> None:
        same = report("good", 90), report("good", 100, LATER, FIRST.years[-1])

        (finding,) = found(ReportNotUsed, same, plan())
        assert FIRST.years[-1] == finding.period

    def test_shares_of_years_do_not_bind_that_of_the_phase(self) -> None:
        """4 of 5 in each year may be 4 of 6 in both, with 4 things that come again."""
        whole = plan()
        (phase,) = whole.phases
        each, together = wanted(AtLeast(80), EachYear(), "good", "phase/each"), AtMost(70)
        both = evolve(phase, targets=(wanted(together, indicator="good"), each))

        assert 2 == len(evolve(whole, phases=(both,)).targets)

    @pytest.mark.parametrize(("now", "status"), [(6, Status.ATTAINED), (5, Status.MISSED)])
    def test_the_close_of_a_day_is_compared_with_the_close_of_the_phase(
        self, now: int, status: Status
    ) -> None:
        """From 4 of 8 to 6 of 10, although 2 of 2 are of the phase itself."""
        close, end = Period.until(date(2020, 12, 31)), Period.until(FIRST.end)
        whole = plan()
        (phase,) = whole.phases
        target = wanted(AtLeast(10), Difference(close), "good")
        made = evolve(whole, phases=(evolve(phase, targets=(target,)),))
        reports = [
            report(indicator, value, date(2031, 1, day), period)
            for day, (indicator, value, period) in enumerate(
                [
                    ("things", 4, close),
                    ("total", 8, close),
                    ("things", now, end),
                    ("total", 10, end),
                ],
                start=2,
            )
        ]

        figures = tally(made, Register(reports), as_of=date(2031, 2, 1))
        assert status is evaluate(made, figures)["phase/wanted"].status


class TestTraced:
    """Evidence on a share lists what its numerator and its denominator count."""

    def test_the_parts_follow_the_share(self) -> None:
        things = [Fact("things", f"SAMPLE-{n}", date(2024, 5, 6)) for n in range(4)]
        register = Register.complete_through(FIRST.end, [*things, report("total", 5)])
        evaluation = assess(plan(), register, as_of=AFTER)
        proof = evidence(evaluation, register, "phase/wanted")

        share, numerator, denominator = proof.figures
        assert ["good", "things", "total"] == [each.indicator.id for each in proof.figures]
        assert [0, 4, 0] == [len(each.counted) for each in proof.figures]
        assert [share.reports, ()] == [denominator.reports, numerator.reports]
        lines = [*evidence_lines(proof, "en")]
        assert "Counted: 4 (verified: 4)" in lines

    @pytest.mark.parametrize("decide", [True, False])
    def test_estimates_of_the_parts_are_listed_if_they_decide(self, *, decide: bool) -> None:
        register = Register(
            [evolve(report("things", 45), estimate=True, id="guess"), report("total", 50)]
        )
        reading = Reading(estimates_decide=decide)
        evaluation = assess(plan(), register, as_of=AFTER, reading=reading)

        _, numerator, _ = evidence(evaluation, register, "phase/wanted").figures
        assert (("guess",) if decide else ()) == numerator.reports


class TestRefused:
    """A share has a numerator and a denominator that can be divided."""

    @pytest.mark.parametrize(
        "share",
        [
            Share(numerator="things", denominator="nothing"),
            Share(numerator="things", denominator="occasions"),
            Share(numerator="things", denominator="things"),
            Share(numerator="things", denominator="tfp-share"),
            Share(numerator="good", denominator="total"),
        ],
        ids=["unknown", "other unit", "itself", "a share", "of itself"],
    )
    def test_other_parts_are_refused(self, share: Share) -> None:
        with pytest.raises(InvalidProgram, match="indicator 'good'"):
            plan(share=evolve(GOOD, share=share))

    def test_a_share_is_in_percent(self) -> None:
        with pytest.raises(InvalidValue, match="a quotient of two indicators is a state"):
            evolve(GOOD, unit=THINGS.unit)

    def test_a_share_may_be_a_fraction(self) -> None:
        """In whole percents, 161 of 200 would be 81 % or nothing."""
        with pytest.raises(InvalidValue, match="let whole be false"):
            evolve(GOOD, unit=evolve(PERCENT, whole=True))

    def test_a_share_is_a_state(self) -> None:
        with pytest.raises(InvalidValue, match="a quotient of two indicators is a state"):
            evolve(GOOD, accumulates=True)
