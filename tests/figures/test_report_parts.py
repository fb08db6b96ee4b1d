"""Reports about parts of an indicator, and reports of several issuers."""

from collections.abc import Mapping
from datetime import date
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, FIRST, MONEY, THINGS, found, plan_of
from nsc_program import (
    HANOI,
    Figure,
    Indicator,
    InvalidValue,
    Period,
    Program,
    Range,
    Register,
    ReportedFigure,
    evidence,
    tally,
)
from nsc_program import evaluate as evaluated
from nsc_program.checks import UnknownPart
from nsc_program.errors import RegisterConflict
from nsc_program.figures import Clash, Piece, Reported, UnusedReport
from nsc_program.plan import Partition
from nsc_program.records import WhyNot

SEX = Partition(id="sex", parts=("female", "male"))
AREA = Partition(id="area", parts=("north", "south", "west"))
DIVIDED = evolve(THINGS, partitions=(SEX, AREA))
STATE = evolve(MONEY, partitions=(SEX,))
LATER = date(2031, 2, 1)


def plan(*indicators: Indicator) -> Program:
    whole = plan_of(FIRST)
    by_id = {each.id: each for each in (*whole.indicators, *(indicators or (DIVIDED, STATE)))}
    return evolve(whole, indicators=tuple(by_id.values()))


def impossible(said: ReportedFigure) -> UnusedReport:
    """Return the note on a report whose number is impossible, or the sum that it is in."""
    return UnusedReport(said.indicator, FIRST, said.id, WhyNot.IMPOSSIBLE)


def unused_in(figure: Figure) -> list[UnusedReport]:
    """Return the notes on the reports that a figure does not use."""
    return [note for note in figure.notes if isinstance(note, UnusedReport)]


def report(
    value: int | Range,
    part: str | None = None,
    issuer: str | None = None,
    *,
    issued: date = AFTER,
    indicator: str = "things",
    period: Period = FIRST,
    estimate: bool = False,
) -> ReportedFigure:
    return ReportedFigure(
        id=f"{indicator} {part} {issuer} {issued} {value}",
        indicator=indicator,
        period=period,
        value=value,
        issued=issued,
        part=part,
        issuer=issuer,
        estimate=estimate,
    )


def clash(*pieces: Piece) -> Clash:
    """Return the clash of some pieces over the first phase."""
    return Clash("things", FIRST, pieces)


def figure_of(*reports: ReportedFigure, indicator: Indicator = DIVIDED) -> Figure:
    figures = tally(plan(), Register(reports), as_of=date(2031, 6, 30))
    return figures.figure(indicator, FIRST)


class TestParts:
    """Parts that are disjoint and complete add up to the whole."""

    def test_all_parts_give_the_whole(self) -> None:
        assert Range.exactly(7) == figure_of(report(3, "female"), report(4, "male")).range

    def test_a_missing_part_leaves_the_whole_open(self) -> None:
        assert Range.at_least(3) == figure_of(report(3, "female")).range

    def test_parts_do_not_replace_each_other_or_the_whole(self) -> None:
        reports = report(7), report(3, "female", issued=LATER), report(4, "male", issued=LATER)
        figure = figure_of(*reports)

        assert Range.exactly(7) == figure.range
        assert {note.report for note in figure.notes if isinstance(note, Reported)} == {
            each.id for each in reports
        }

    def test_a_later_report_replaces_that_of_the_same_part(self) -> None:
        reports = report(3, "female"), report(4, "male"), report(5, "female", issued=LATER)

        assert Range.exactly(9) == figure_of(*reports).range

    def test_parts_of_two_partitions_both_say_what_the_whole_is(self) -> None:
        by_area = [report(Range(1, 3), part) for part in AREA.parts]

        assert (
            Range(5, 9)
            == figure_of(*by_area, report(2, "female"), report(Range(3, 8), "male")).range
        )

    def test_ranges_of_parts_add_up(self) -> None:
        reports = report(Range(1, 2), "female"), report(Range(3, None), "male")

        assert Range.at_least(4) == figure_of(*reports).range

    def test_parts_of_a_state_add_up(self) -> None:
        reports = [
            report(value, part, indicator="money") for part, value in (("female", 3), ("male", 4))
        ]

        assert Range.exactly(7) == figure_of(*reports, indicator=STATE).range

    def test_parts_of_other_periods_do_not_add_up(self) -> None:
        of_a_year = report(3, "female", period=FIRST.years[0])

        assert Range.at_least(4) == figure_of(of_a_year, report(4, "male")).range

    def test_parts_that_contradict_the_whole_clash(self) -> None:
        whole, parts = report(9), (report(3, "female"), report(4, "male"))
        figure = figure_of(whole, *parts)

        assert Range(7, 9) == figure.range
        of_parts = Piece(Range.exactly(7), tuple(part.id for part in parts))
        assert clash(of_parts, Piece(Range.exactly(9), (whole.id,))) in figure.notes

    def test_a_part_may_be_smaller_than_the_least_whole(self) -> None:
        divided = evolve(STATE, domain=Range(5, 20))
        reports = [
            report(value, part, indicator="money") for part, value in (("female", 3), ("male", 4))
        ]
        figures = tally(plan(divided), Register(reports), as_of=LATER)

        assert Range.exactly(7) == figures.figure(divided, FIRST).range

    @pytest.mark.parametrize(
        ("value", "part"), [(Range(21, 30), "female"), (Range(-3, -1), "female")]
    )
    def test_a_part_outside_the_domain_is_left_out(self, value: Range, part: str) -> None:
        divided = evolve(STATE, domain=Range(0, 20))
        reports = [report(value, part, indicator="money"), report(3, "male", indicator="money")]
        figure = tally(plan(divided), Register(reports), as_of=LATER).figure(divided, FIRST)

        assert Range(3, 20) == figure.range
        assert [impossible(reports[0])] == unused_in(figure)

    def test_parts_whose_sum_is_outside_the_domain_are_left_out(self) -> None:
        divided = evolve(STATE, domain=Range(0, 20))
        reports = [report(15, part, indicator="money") for part in SEX.parts]
        figure = tally(plan(divided), Register(reports), as_of=LATER).figure(divided, FIRST)

        assert Range(0, 20) == figure.range
        assert {*map(impossible, reports)} == {*unused_in(figure)}


class TestIssuers:
    """Only reports of one issuer replace each other; no issuer counts as one."""

    def test_the_report_of_another_issuer_stands_beside_it(self) -> None:
        figure = figure_of(
            report(Range(3, 7), issuer="a"), report(Range(5, 9), issuer="b", issued=LATER)
        )

        assert Range(5, 7) == figure.range

    def test_reports_of_two_issuers_may_clash(self) -> None:
        one, other = report(3, issuer="a"), report(5, issuer="b", issued=LATER)
        figure = figure_of(one, other)

        assert Range(3, 5) == figure.range
        pieces = Piece(Range.exactly(3), (one.id,)), Piece(Range.exactly(5), (other.id,))
        assert clash(*pieces) in figure.notes

    def test_reports_that_say_the_same_are_one_piece_of_a_clash(self) -> None:
        low = report(3, issuer="a"), report(3, issuer="b")
        high = report(5, issuer="c")

        pieces = (
            Piece(Range.exactly(3), tuple(each.id for each in low)),
            Piece(Range.exactly(5), (high.id,)),
        )
        assert clash(*pieces) in figure_of(*low, high).notes

    @pytest.mark.parametrize("issuer", ["a", None])
    def test_the_later_report_of_one_issuer_replaces_the_earlier(self, issuer: str | None) -> None:
        figure = figure_of(report(3, issuer=issuer), report(5, issuer=issuer, issued=LATER))

        assert Range.exactly(5) == figure.range

    def test_issuers_that_differ_about_a_part_widen_the_whole(self) -> None:
        """The hull of what they say holds the truth, whichever of them is right."""
        five, seven = report(5, "female", "a"), report(7, "female", "b")
        figure = figure_of(five, seven, report(Range(0, 10), "male"))

        assert Range(5, 17) == figure.range
        pieces = Piece(Range.exactly(5), (five.id,)), Piece(Range.exactly(7), (seven.id,))
        assert clash(*pieces) in figure.notes

    def test_an_id_of_two_issuers_is_not_one_report(self) -> None:
        one = report(3, issuer="a")

        with pytest.raises(RegisterConflict):
            Register([one]).merge(Register([evolve(one, issuer="b", recorded_on=LATER)]))


class TestEstimates:
    """Final evidence on a part or on the whole replaces an estimate of the part."""

    def range_of(self, *reports: ReportedFigure) -> Range | None:
        estimated = figure_of(*reports).with_estimates
        return estimated and estimated.range

    def test_an_estimated_part_adds_to_final_parts(self) -> None:
        figure = figure_of(report(3, "female"), report(4, "male", estimate=True))

        assert Range.at_least(3) == figure.range
        assert figure.with_estimates is not None
        assert Range.exactly(7) == figure.with_estimates.range

    def test_a_final_part_replaces_its_estimate(self) -> None:
        assert None is self.range_of(
            report(3, "female"), report(5, "female", issued=LATER, estimate=True)
        )

    def test_a_final_whole_replaces_the_estimate_of_a_part(self) -> None:
        assert None is self.range_of(report(7), report(3, "female", estimate=True))

    def test_final_parts_replace_the_estimate_of_the_whole(self) -> None:
        assert None is self.range_of(
            report(3, "female"), report(4, "male"), report(9, estimate=True)
        )

    def test_one_final_part_does_not_replace_the_estimate_of_the_whole(self) -> None:
        assert Range.exactly(9) == self.range_of(report(3, "female"), report(9, estimate=True))


class TestUnknown:
    """A report about a part that the plan does not know is kept apart, and never the whole."""

    def test_it_is_not_used_and_found(self) -> None:
        unknown = report(3, "children")

        assert DIVIDED.domain == figure_of(unknown).range
        (finding,) = found(UnknownPart, [unknown], plan(), LATER)
        assert ("things", "children") == (finding.indicator, finding.part)

    def test_a_known_part_is_not_found(self) -> None:
        assert [] == found(UnknownPart, [report(3, "female")], plan(), LATER)

    def test_an_unknown_indicator_is_not_found_here(self) -> None:
        assert [] == found(UnknownPart, [report(3, "female", indicator="no")], plan(), LATER)

    def test_evidence_says_why(self) -> None:
        register = Register([evolve(report(3, "children"), indicator="supported")])
        evaluation = evaluated(HANOI, tally(HANOI, register, as_of=LATER))

        reasons = [
            left_out.why
            for figure in evidence(evaluation, register, "2021-2025/supported").figures
            for left_out in figure.left_out
        ]
        assert [WhyNot.UNKNOWN_PART] == reasons


class TestPartition:
    """A partition divides a number that can be a sum."""

    @pytest.mark.parametrize("parts", [(), ("all",)])
    def test_it_has_two_parts(self, parts: tuple[str, ...]) -> None:
        with pytest.raises(InvalidValue, match="needs at least two parts"):
            Partition(id="sex", parts=parts)

    def test_a_share_is_not_divided(self) -> None:
        share = HANOI.indicator("tfp-share")

        with pytest.raises(InvalidValue, match="is not the sum of parts"):
            evolve(share, partitions=(SEX,))

    def test_a_number_that_may_be_negative_is_not_divided(self) -> None:
        with pytest.raises(InvalidValue, match="is not the sum of parts"):
            evolve(STATE, domain=Range(None, None))

    @pytest.mark.parametrize(
        "other",
        [Partition(id="age", parts=("male", "old")), Partition(id="sex", parts=("a", "b"))],
        ids=["part", "id"],
    )
    def test_a_partition_and_a_part_stand_once(self, other: Partition) -> None:
        with pytest.raises(InvalidValue, match="a partition or a part stands twice"):
            evolve(THINGS, partitions=(SEX, other))


numbers = st.dictionaries(
    st.sampled_from((None, *SEX.parts, *AREA.parts)),
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    max_size=4,
)


@given(st.lists(st.sampled_from(list(product(SEX.parts, AREA.parts))), max_size=9), numbers)
def test_the_true_number_lies_in_the_figure(
    world: list[tuple[str, str]], slack: Mapping[str | None, tuple[int, int]]
) -> None:
    """Every report is true of the world, with some slack on both sides."""
    reports = []
    for part, (below, above) in slack.items():
        true = len(world) if part is None else sum(part in thing for thing in world)
        reports.append(report(Range(max(0, true - below), true + above), part))

    assert len(world) in figure_of(*reports).range
