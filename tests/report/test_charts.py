"""Pictures keep the order of numbers: what is below its bound is drawn and said to be below it."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, FIRST, SECOND, known, plan_of, wanted
from drawing_small import HALF, Case, exact_cases, near, wordings, yearly_growths
from each import for_each
from nsc_program import (
    HANOI,
    About,
    AtLeast,
    AtMost,
    Between,
    EachYear,
    Figures,
    Growth,
    InvalidValue,
    MoreThan,
    Period,
    Plain,
    Range,
    Reading,
    Register,
    Status,
    Text,
    tally,
)
from nsc_program.plan import Bound
from nsc_program.report import TargetLine, bullet_chart, to_png, years_chart
from nsc_program.report._charts.axis import APART, Axis, Mark, low_mark, marks
from nsc_program.report._charts.picture_words import is_known
from nsc_program.report._charts.pictures import fitted, identified
from nsc_program.values import Lang
from nsc_program.values._ranges import EVERYTHING
from reading_pictures import bars, check_order, drawing, lines_of, order, points, shapes, words_of

_LANGS: tuple[Lang, Lang] = ("vi", "en")
YEARS = Period.of_years(2021, 2023)


def line_of(bound: Bound, possible: Range, indicator: str = "things") -> TargetLine:
    """Return the line of one target over a phase that is over."""
    target = wanted(bound, indicator=indicator)
    (line,) = lines_of(plan_of(FIRST, target), known(indicator, {FIRST: possible}))
    return line


def over_years(bound: Bound, *found: Range, indicator: str = "things") -> TargetLine:
    """Return the line of a target with cumulative figures at the end of each year."""
    through = [Period(YEARS.start, year.end) for year in YEARS.years]
    figures = known(indicator, dict(zip(through, found, strict=False)))
    (line,) = lines_of(plan_of(YEARS, wanted(bound, indicator=indicator)), figures)
    return line


class TestAxis:
    """Numbers that differ are apart, in their order, and leave room at the end."""

    @given(
        st.lists(st.tuples(st.fractions(), st.sampled_from((-1, 0, 1))), max_size=20),
        st.booleans(),
    )
    def test_the_order_shows(self, numbers: list[Mark], endless: bool) -> None:
        axis = Axis.of(numbers, 6, 354, endless=endless)
        ordered = sorted(axis.places)
        places = [axis.places[mark] for mark in ordered]

        assert {*numbers} <= {*ordered}
        assert all(b - a >= APART for a, b in pairwise(places))
        assert axis.first <= places[0]
        assert places[-1] <= axis.last - APART
        assert axis.places[Fraction(0), 0] == axis.zero

    def test_equal_numbers_share_a_place(self) -> None:
        axis = Axis.of(marks(Range(0, 5), Range.at_least(5), None), 0, 100)

        assert axis.high_of(Range(0, 5)) == axis.low_of(Range.at_least(5))
        assert (0, 100) == (axis.low_of(EVERYTHING), axis.high_of(EVERYTHING))

    def test_an_open_end_is_beside_its_number(self) -> None:
        axis = Axis.of(marks(Range.exactly(65), Range.above(65), Range.below(65)), 0, 100)

        assert axis.high_of(Range.below(65)) < axis.low_of(Range.exactly(65))
        assert axis.low_of(Range.exactly(65)) < axis.low_of(Range.above(65))


class TestBullets:
    """What is certain is solid, what is possible is striped, and both end on the right side."""

    @given(exact_cases() | yearly_growths(), wordings())
    def test_bars_and_bounds_are_in_order(self, case: Case, reading: Reading) -> None:
        for line in lines_of(case.program, case.figures, reading):
            drawn = zip(line.verdict.comparisons, bars(bullet_chart(line, "en")), strict=True)
            for comparison, bar in drawn:
                check_order(comparison, bar, line.verdict.indicator)

    @pytest.mark.parametrize(
        ("bound", "possible"),
        [
            (AtLeast(10**6), Range.exactly(10**6 - 1)),
            (MoreThan(65), Range.exactly(65)),
            (AtLeast(Fraction(2, 3) * 100), Range.exactly(Fraction(666_666, 10_000))),
        ],
    )
    def test_a_missed_target_ends_before_its_bound(self, bound: Bound, possible: Range) -> None:
        line = line_of(bound, possible, indicator="money")
        (bar,) = bars(bullet_chart(line, "vi"))

        assert Status.MISSED is line.status
        assert bar.ends.high + APART <= bar.ticks("bound")[0]

    def test_a_bar_that_reaches_its_bound_ends_there(self) -> None:
        (bar,) = bars(bullet_chart(line_of(AtLeast(5), Range.exactly(5)), "vi"))

        assert [bar.ends.high] == bar.ticks("bound")

    def test_without_data_there_are_words_and_no_bar(self) -> None:
        (bar,) = bars(bullet_chart(line_of(AtLeast(5), Range.at_least(0)), "vi"))

        assert (0, 0) == (bar.certain, bar.ends.high - bar.ends.low)
        assert "chưa có số liệu" == bar.labels[0]

    def test_an_end_that_is_not_known_is_an_arrow_to_the_end(self) -> None:
        (bar,) = bars(bullet_chart(line_of(AtLeast(5), Range.at_least(2)), "en"))

        assert 354 == bar.ends.high
        assert ["≥ 2 enterprises", "accepted: ≥ 5"] == bar.labels

    def test_a_range_without_a_low_end_is_an_arrow_from_the_start(self) -> None:
        (bar,) = bars(
            bullet_chart(line_of(AtLeast(5), Range.at_most(7), indicator="tfp-share"), "en")
        )

        assert bar.ends.low < bar.zero < bar.ticks("bound")[0] < bar.ends.high
        assert 0 == bar.certain

    @pytest.mark.parametrize(
        ("possible", "certain"),
        [(Range(-5, -3), True), (Range.exactly(-3), True), (Range(-5, 3), False)],
    )
    def test_what_is_certain_below_zero(self, possible: Range, certain: bool) -> None:
        line = line_of(AtMost(-2), possible, indicator="tfp-share")
        (bar,) = bars(bullet_chart(line, "vi"))

        assert certain == bool(bar.certain)
        assert bar.ends.low < bar.zero

    @for_each("bound", [Plain(5), Between(5, 9), AtMost(9), AtLeast(5)])
    @for_each("floor", [True, False])
    def test_each_end_of_what_is_accepted_has_a_line(self, bound: Bound, floor: bool) -> None:
        figures = known("things", {FIRST: Range.exactly(3)})
        reading = Reading(plain_is_floor=floor)
        (line,) = lines_of(plan_of(FIRST, wanted(bound)), figures, reading)
        (bar,) = bars(bullet_chart(line, "vi"))

        assert len({*marks(line.verdict.comparisons[0].sure)}) == len(bar.ticks("bound")) >= 1

    def test_about_shows_its_number_beside_the_bound(self) -> None:
        (bar,) = bars(bullet_chart(line_of(About(100), Range.exactly(97)), "en"))

        assert bar.ticks("bound") < [bar.ends.high] < bar.ticks("planned")
        assert ["97 enterprises", "accepted: ≥ 95", "planned: about 100"] == bar.labels

    def test_numbers_that_cannot_be_are_not_drawn(self) -> None:
        line = line_of(AtLeast(5), Range.exactly(4))
        (comparison,) = line.verdict.comparisons
        below = evolve(comparison, sure=Range.at_most(-2), perhaps=Range.at_most(-2))
        odd = evolve(line, verdict=evolve(line.verdict, comparisons=(below,)))
        (bar,) = bars(bullet_chart(odd, "en"))

        assert [] == bar.ticks("bound")
        assert "no number is accepted" == bar.labels[1]

    def test_an_open_baseline_has_two_bounds(self) -> None:
        target = wanted(AtLeast(50), Growth(FIRST))
        figures = known("things", {FIRST: Range(100, 110), SECOND: Range.exactly(155)})
        (line,) = lines_of(plan_of(SECOND, target), figures)
        (bar,) = bars(bullet_chart(line, "en"))

        assert bar.ticks("hope") < [bar.ends.high] < bar.ticks("bound")
        assert [
            "155 enterprises",
            "certainly attained: ≥ 165",
            "possibly attained: ≥ 150",
        ] == bar.labels

    @pytest.mark.parametrize(
        ("sure", "perhaps", "words"),
        [
            (None, Range.at_least(3), ["possibly attained: ≥ 3"]),
            (None, None, ["no number is accepted"]),
            (None, EVERYTHING, ["what is accepted is not determined yet"]),
            (Range.exactly(1), EVERYTHING, ["certainly attained: 1", "possibly attained: unknown"]),
        ],
    )
    def test_the_words_of_odd_bounds(
        self, sure: Range | None, perhaps: Range | None, words: list[str]
    ) -> None:
        line = line_of(AtLeast(5), Range.exactly(4))
        (comparison,) = line.verdict.comparisons
        odd = evolve(comparison, sure=sure, perhaps=perhaps)
        changed = evolve(line, verdict=evolve(line.verdict, comparisons=(odd,)))
        (bar,) = bars(bullet_chart(changed, "en"))

        assert words == bar.labels[1:]

    def test_a_target_about_years_has_a_bar_for_each(self) -> None:
        found = dict(zip(YEARS.years, (Range.exactly(n) for n in (4, 6, 5)), strict=True))
        (line,) = lines_of(plan_of(YEARS, wanted(AtLeast(5), EachYear())), known("things", found))
        drawn = bars(bullet_chart(line, "en"))

        assert ["2021: 4 enterprises", "2022: 6 enterprises", "2023: 5 enterprises"] == [
            bar.labels[0] for bar in drawn
        ]
        assert [-1, 1, 0] == [order(bar.ends.high, bar.ticks("bound")[0]) for bar in drawn]

    def test_the_pace_of_an_open_phase_has_a_mark(self) -> None:
        day = date(2023, 6, 30)
        figures = known("things", {FIRST: Range.at_least(3)}, day)
        (line,) = lines_of(plan_of(FIRST, wanted(AtLeast(20))), figures)
        svg = bullet_chart(line, "en")

        assert any(text.startswith("▲ even pace: 9.9") for text in words_of(svg))
        assert "where an even pace would be" in words_of(svg)


class TestYears:
    """The line of certain numbers, what is possible above it, and the bound."""

    @given(st.data())
    def test_figures_and_bounds_are_in_order(self, data: st.DataObject) -> None:
        indicator, unit = data.draw(st.sampled_from((("things", Fraction(1)), ("money", HALF))))
        number = data.draw(st.integers(1, 60))
        bounds: tuple[Bound, ...] = AtLeast(number), About(number), MoreThan(number)
        bound = data.draw(st.sampled_from(bounds))
        found = [data.draw(near(number, unit)) for _ in YEARS.years]
        line = over_years(bound, *found, indicator=indicator)
        svg = years_chart(line, "en")
        (sure,) = marks(line.verdict.comparisons[0].sure)
        (tick,) = (int(each.get("y1", "")) for each in shapes(svg, "bound"))
        shown = [each for each in found if is_known(each, line.verdict.indicator)]
        dots = [int(each.get("cy", "")) for each in shapes(svg, "sure")]

        assert len(shown) == len(dots)
        for possible, dot in zip(shown, dots, strict=True):
            low = low_mark(possible)
            assert low is not None
            assert order(low, sure) == order(tick, dot)
            assert low == sure or abs(tick - dot) >= APART

    def test_what_is_possible_is_striped(self) -> None:
        svg = years_chart(over_years(AtLeast(9), Range(1, 4), Range(2, 8), Range(8, 9)), "vi")
        (striped,) = [each for each in shapes(svg, "maybe") if each.get("points")]
        lows = [int(each.get("cy", "")) for each in shapes(svg, "sure")]

        assert sorted(lows) == sorted(y for _, y in points(striped)[3:])
        assert ["2021", "≥ 1", "≤ 4"] == words_of(svg)[2:5]

    def test_a_year_without_data_interrupts_the_line(self) -> None:
        line = over_years(AtLeast(9), Range.exactly(4), Range.at_least(0), Range.at_least(5))
        svg = years_chart(line, "vi")

        assert 2 == len(shapes(svg, "sure"))
        assert [] == shapes(svg, "line")
        assert ["2022", "chưa có", "số liệu"] == words_of(svg)[4:7]

    def test_numbers_without_a_low_end_have_no_point(self) -> None:
        found = (Range.at_most(4), Range.at_most(5), Range.exactly(5))
        svg = years_chart(over_years(AtLeast(9), *found, indicator="tfp-share"), "en")

        assert 1 == len(shapes(svg, "sure"))
        assert "≤ 4" in words_of(svg)

    def test_years_to_come_have_a_name_only(self) -> None:
        (line,) = lines_of(plan_of(YEARS, wanted(AtLeast(9))), Figures(date(2022, 6, 30)))
        line = evolve(line, by_year=(evolve(line.by_year[0], range=Range.exactly(4)),))

        assert ["2021", "4", "2022", "2023"] == words_of(years_chart(line, "en"))[2:6]

    def test_only_labels_that_fit_are_shown(self) -> None:
        period = Period.of_years(2011, 2030)
        line = lines_of(plan_of(period, wanted(AtLeast(9))), Figures(date(2030, 12, 31)))[0]
        figures = [
            evolve(each, range=Range.exactly(10**12 + place))
            for place, each in enumerate(line.by_year)
        ]
        words = words_of(years_chart(evolve(line, by_year=tuple(figures)), "en"))

        assert "2030" in words
        assert "2029" not in words
        assert "…" in words

    def test_a_bound_on_something_else_is_not_drawn(self) -> None:
        (line,) = lines_of(plan_of(YEARS, wanted(AtLeast(5), EachYear())), Figures(AFTER))

        assert [] == shapes(years_chart(line, "vi"), "bound")

    def test_an_open_baseline_has_two_bounds(self) -> None:
        target = wanted(AtLeast(50), Growth(FIRST))
        figures = known("things", {FIRST: Range(100, 110), SECOND: Range.exactly(155)})
        (line,) = lines_of(plan_of(SECOND, target), figures)
        svg = years_chart(line, "en")

        assert (1, 1) == (len(shapes(svg, "bound")), len(shapes(svg, "hope")))
        assert "certainly attained: ≥ 165; possibly attained: ≥ 150" in words_of(svg)

    def test_no_accepted_number_has_no_band(self) -> None:
        line = over_years(AtLeast(9), Range.exactly(4))
        (comparison,) = line.verdict.comparisons
        odd = evolve(line.verdict, comparisons=(evolve(comparison, sure=None, perhaps=None),))
        svg = years_chart(evolve(line, verdict=odd), "en")

        assert [] == shapes(svg, "accepted")
        assert "no number is accepted" in words_of(svg)

    def test_a_phase_that_does_not_consist_of_years_has_a_sentence(self) -> None:
        phase = Period(date(2021, 1, 1), date(2022, 5, 15))
        (line,) = lines_of(plan_of(phase, wanted(AtLeast(9))), Figures(AFTER))

        assert "The phase does not consist of years." in words_of(years_chart(line, "en"))


class TestWords:
    """A picture says everything to those who cannot see it, and no text can break it."""

    @pytest.mark.parametrize("draw", [bullet_chart, years_chart])
    @pytest.mark.parametrize("lang", _LANGS)
    def test_its_numbers_stand_in_its_description(self, draw: object, lang: Lang) -> None:
        line = over_years(
            AtLeast(2000), Range.exactly(1480), Range.exactly(1490), Range(1500, 1990)
        )
        root = drawing(draw(line, lang))  # type: ignore[operator]
        title, told, *_ = root

        assert ("img", lang) == (root.get("role"), root.get("lang"))
        assert (title.get("id"), told.get("id")) == (
            root.get("aria-labelledby"),
            root.get("aria-describedby"),
        )
        number = "1.990" if lang == "vi" else "1,990"
        assert number in (told.text or "")

    @pytest.mark.parametrize(
        "name",
        ["<script>alert(1)</script>", '" onload="alert(1)', "\u202etxt", "\x00\x1b", "W" * 10_000],
    )
    def test_hostile_names_are_inert(self, name: str) -> None:
        target = evolve(wanted(AtLeast(5)), title=Text(vi=name, en=name))
        (line,) = lines_of(plan_of(FIRST, target), Figures(AFTER))
        root = drawing(bullet_chart(line, "vi"))

        assert {"svg", "title", "desc", "defs", "pattern", "rect", "line", "g", "text"} >= {
            each.tag.partition("}")[2] for each in root.iter()
        }
        assert not [key for each in root.iter() for key in each.attrib if key.startswith("on")]
        assert all(len(text) <= 51 for text in words_of(bullet_chart(line, "vi")))

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("5 people", "5 people"),
            ("5 " + "p" * 100, "5 " + "p" * 48 + "…"),
            ("9" * 52, "…"),
            ("accepted: 5 – " + "9" * 60, "…"),
        ],
    )
    def test_a_number_is_never_cut(self, text: str, shown: str) -> None:
        assert shown == fitted(text)

    def test_a_long_number_is_left_out(self) -> None:
        line = line_of(About(10**29), Range.exactly(10**29))

        assert "planned: about …" in words_of(bullet_chart(line, "en"))

    @given(st.text(), st.text())
    def test_ids_differ(self, one: str, other: str) -> None:
        assert (one == other) == (identified("a", one) == identified("a", other))


class TestPng:
    def test_a_picture_becomes_one_of_a_width(self) -> None:
        content = to_png(bullet_chart(line_of(AtLeast(5), Range.exactly(4)), "vi"), width=300)

        assert content.startswith(b"\x89PNG\r\n")
        assert (300).to_bytes(4) == content[16:20]

    @pytest.mark.parametrize("width", [0, 10_001])
    def test_other_widths_are_refused(self, width: int) -> None:
        with pytest.raises(InvalidValue, match="the width must be from 1 to 10000 pixels"):
            to_png("<svg/>", width=width)

    def test_other_texts_are_refused(self) -> None:
        with pytest.raises(InvalidValue, match="it is not a picture in SVG"):
            to_png("a text")


def test_pictures_do_not_change_from_run_to_run(sample: list[TargetLine]) -> None:
    for line in sample:
        assert bullet_chart(line, "vi") == bullet_chart(line, "vi")
        assert years_chart(line, "en") == years_chart(line, "en")


@pytest.fixture
def sample() -> list[TargetLine]:
    period = HANOI.phases[0].period
    days = [Period(period.start, year.end) for year in period.years]
    return lines_of(HANOI, tally(HANOI, Register(), as_of=AFTER, periods=days), period=period)
