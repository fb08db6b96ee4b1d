"""Plans are amended: each verdict is by the edition in force, and plans for past phases stay."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, FIRST, IN_FIRST, SECOND, known, plan_of, supports, wanted
from drawing import days, registers
from nsc_program import (
    HANOI,
    About,
    AtLeast,
    Figures,
    Growth,
    InvalidType,
    InvalidValue,
    Period,
    Phase,
    Program,
    Question,
    Range,
    Reading,
    Register,
    Status,
    Target,
    assess,
    compare_phases,
    evaluate,
    evidence,
    in_force,
    sweep,
    tally,
)
from nsc_program.catalog import ARTICLE
from nsc_program.errors import InvalidProgram
from nsc_program.serialization import digest, from_json, to_json
from nsc_program.testing.strategies import readings

SINCE = date(2027, 7, 1)


def with_targets(program: Program, *changed: Target) -> Program:
    by_id = {target.id: target for target in changed}
    phases = (
        evolve(phase, targets=tuple(by_id.get(target.id, target) for target in phase.targets))
        for phase in program.phases
    )
    return evolve(program, phases=tuple(phases))


# This amendment is made up. It lowers the plan for the first phase after that phase was over.
AMENDED = evolve(
    with_targets(
        HANOI,
        evolve(HANOI.target("2021-2025/supported"), bound=About(1000)),
        evolve(HANOI.target("2026-2030/models"), bound=AtLeast(30)),
    ),
    edition="made up: an amendment",
    in_force_from=SINCE,
)
EDITIONS = (AMENDED, HANOI)
BEFORE, ON = date(2027, 6, 30), SINCE


def _uncited() -> tuple[Question, ...]:
    """Return Hanoi's questions without their citations."""
    return tuple(
        evolve(
            each,
            citations=(),
            answers=tuple(evolve(answer, attested_by=()) for answer in each.answers),
        )
        for each in HANOI.questions
    )


class TestInForce:
    """An edition is in force from its first day until the first day of the next."""

    @pytest.mark.parametrize(
        ("on", "edition"), [(date.min, HANOI), (BEFORE, HANOI), (ON, AMENDED), (AFTER, AMENDED)]
    )
    def test_the_edition_in_force_on_a_day_is_found(self, on: date, edition: Program) -> None:
        for editions in (EDITIONS, EDITIONS[::-1]):
            assert edition.edition == in_force(editions, on).edition

    @given(registers(), days(date(2020, 1, 1), BEFORE), readings())
    def test_verdicts_of_earlier_days_do_not_change(
        self, register: Register, as_of: date, reading: Reading
    ) -> None:
        before = evaluate(HANOI, tally(HANOI, register, as_of=as_of), reading)
        program = in_force(EDITIONS, as_of)

        assert before == evaluate(program, tally(program, register, as_of=as_of), reading)

    def test_verdicts_of_later_days_are_by_the_amendment(self) -> None:
        register = Register.complete_through(AFTER, supports(1100))

        found = [
            evaluate(program, tally(program, register, as_of=day))["2021-2025/supported"].status
            for day in (BEFORE, AFTER)
            for program in [in_force(EDITIONS, day)]
        ]

        assert [Status.MISSED, Status.ATTAINED] == found

    def test_the_first_edition_may_begin_on_a_day(self) -> None:
        first = evolve(HANOI, in_force_from=date(2021, 10, 1))

        assert first == in_force([first, AMENDED], date(2021, 10, 1))
        for editions in ([AMENDED, first], [first]):
            with pytest.raises(
                InvalidValue,
                match=r"^editions: no edition is in force on 2021-09-30; "
                r"the first is in force from 2021-10",
            ):
                in_force(editions, date(2021, 9, 30))

    def test_an_edition_is_not_used_for_days_before_it(self) -> None:
        """That holds for a single edition and for one that was kept; its first day is its own."""
        early, first_day = (tally(AMENDED, Register(), as_of=day) for day in (BEFORE, ON))

        judging: list[Callable[[Figures], object]] = [
            lambda figures: evaluate(AMENDED, figures),
            lambda figures: sweep(AMENDED, figures),
            lambda figures: compare_phases(evaluate(AMENDED, figures), "2021-2025", "2026-2030"),
            lambda figures: evidence(
                assess(AMENDED, Register(), as_of=figures.as_of), Register(), "2021-2025/supported"
            ),
        ]
        for judge in judging:
            assert judge(first_day)
            with pytest.raises(
                InvalidValue, match=r"^as_of: edition 'made up: .* is in force from 2027-07-01,"
            ):
                judge(early)


class TestPlannedBaselines:
    """Growth over the plan of a phase is over the plan that was in force when the phase ended."""

    PLANNED = Reading(planned_baseline=True)

    def test_an_amendment_after_the_end_of_a_phase_does_not_change_its_plan(self) -> None:
        program = in_force(EDITIONS, AFTER)
        (comparison,) = evaluate(program, known("supported", {}), self.PLANNED)[
            "2026-2030/supported"
        ].comparisons

        assert Range.exactly(1500) == comparison.baseline
        assert Range.at_least(2250) == comparison.sure
        (alone,) = evaluate(AMENDED, known("supported", {}), self.PLANNED)[
            "2026-2030/supported"
        ].comparisons
        assert Range.at_least(1500) == alone.sure

    def test_an_amendment_before_the_end_of_a_phase_changes_its_plan(self) -> None:
        early = evolve(AMENDED, in_force_from=date(2025, 12, 31))
        program = in_force([HANOI, early], AFTER)

        assert () == program.past
        (comparison,) = evaluate(program, known("supported", {}), self.PLANNED)[
            "2026-2030/supported"
        ].comparisons
        assert Range.exactly(1000) == comparison.baseline

    def test_with_three_editions_the_plan_is_that_at_the_end_of_the_phase(self) -> None:
        again = evolve(
            with_targets(AMENDED, evolve(HANOI.target("2021-2025/supported"), bound=About(500))),
            edition="made up: another",
            in_force_from=date(2029, 1, 1),
        )
        program = in_force([again, *EDITIONS], AFTER)

        assert (HANOI.phase("2021-2025"),) == program.past
        assert "made up: another" == program.edition

    def test_an_edition_from_the_last_day_of_a_phase_was_in_force_at_its_end(self) -> None:
        early = evolve(AMENDED, in_force_from=date(2025, 12, 31))
        again = evolve(HANOI, edition="made up: another", in_force_from=date(2029, 1, 1))

        assert (AMENDED.phase("2021-2025"),) == in_force([HANOI, early, again], AFTER).past

    def test_an_unchanged_phase_is_kept_too(self) -> None:
        """A later edition may still change it.

        Then only the kept phase tells the plan at its end.
        """
        unchanged = evolve(HANOI, edition="made up", in_force_from=SINCE)

        assert HANOI.phases[:1] == in_force([HANOI, unchanged], AFTER).past

    def test_a_later_edition_may_cite_another_text_under_the_same_id(self) -> None:
        """The second decision has another number, and both files call it the plan."""
        document = evolve(ARTICLE, place="made up")
        cited = evolve(HANOI.target("2021-2025/supported"), bound=About(1000))
        later = evolve(cited, citations=(evolve(cited.citations[0], document=document),))
        phase = Phase(id="2021-2025", period=FIRST, targets=(later,))
        first = evolve(
            phase, targets=(evolve(cited, bound=About(1500), citations=cited.citations[:1]),)
        )
        small = evolve(
            HANOI,
            phases=(first,),
            objectives=(),
            funding_sources=(),
            citations=(),
            questions=_uncited(),
        )
        other = evolve(small, edition="made up", in_force_from=SINCE, phases=(phase,))

        program = in_force([small, other], AFTER)

        assert (document,) == program.documents
        assert (first,) == program.past
        assert program == from_json(to_json(program), Program)

    def test_sweeps_and_comparisons_use_the_kept_phase(self) -> None:
        program = in_force(EDITIONS, AFTER)
        figures = known("supported", {FIRST: Range.exactly(1600), SECOND: Range.exactly(2300)})

        outcomes = sweep(program, figures).varying("2026-2030/supported", "planned_baseline")
        assert [Status.MISSED, Status.ATTAINED] == [outcome.status for outcome in outcomes]
        changes = compare_phases(evaluate(program, figures, self.PLANNED), "2021-2025", "2026-2030")
        assert (
            Range.at_least(2250)
            == next(each for each in changes if each.indicator.id == "supported").later.planned
        )

    def test_the_part_of_one_report_includes_the_kept_phase(self) -> None:
        program = in_force(EDITIONS, AFTER).attested_by(ARTICLE)

        assert ["2021-2025/supported"] == [
            target.id
            for phase in program.past
            for target in phase.targets
            if target.bound == About(1500)
        ]


# --- editions that are kept, and given again ---

YEARS = (Period.of_years(2021, 2022), Period.of_years(2021, 2024), Period.of_years(2023, 2024))
ENDS = (date(2022, 12, 31), date(2024, 12, 31))


@st.composite
def _amended(draw: st.DrawFn, since: date | None) -> Program:
    """Draw an edition with some of three overlapping phases.

    Each phase has one of three numbers and one of two texts.
    """
    document = evolve(ARTICLE, place=draw(st.sampled_from(("made up", "made up too"))))
    citation = evolve(HANOI.citations[0], document=document)
    phases = tuple(
        Phase(
            id=f"phase-{place}",
            period=period,
            targets=(
                Target(
                    id=f"phase-{place}/things",
                    title=HANOI.title,
                    indicator="supported",
                    bound=AtLeast(draw(st.integers(1, 3))),
                    citations=(citation,),
                ),
            ),
        )
        for place, period in enumerate(YEARS)
        if place == 0 or draw(st.integers(0, 3))
    )
    bare: dict[str, Any] = {
        "questions": (),
        "objectives": (),
        "funding_sources": (),
        "citations": (),
    }
    bare["indicators"] = (HANOI.indicator("supported"),)
    return evolve(HANOI, edition=f"since {since}", in_force_from=since, phases=phases, **bare)


@st.composite
def _histories(draw: st.DrawFn) -> list[Program]:
    """Draw editions of one plan, the first from a day on or from the beginning.

    Some begin on the last day of a phase.
    """
    near = [day + timedelta(days=more) for day in ENDS for more in (-400, -1, 0, 1, 200)]
    since = sorted(draw(st.lists(st.sampled_from(near), min_size=1, max_size=4, unique=True)))
    first = draw(st.sampled_from((None, date(2020, 1, 1), since[0])))
    days_ = [first, *(day for day in since if day != first)]
    return [draw(_amended(day)) for day in days_]


class TestKeptEditions:
    """An edition from `in_force` can replace those it was made of: nothing is lost."""

    @given(st.data(), _histories())
    def test_alone_it_stays_the_same(self, data: st.DataObject, editions: list[Program]) -> None:
        day = data.draw(
            st.sampled_from([each.in_force_from or date(2020, 1, 1) for each in editions])
        )
        kept = in_force(editions, day)

        assert kept == in_force([kept], day)
        assert kept == in_force([kept], AFTER)

    @given(st.data(), _histories())
    def test_with_later_editions_it_replaces_the_earlier_ones(
        self, data: st.DataObject, editions: list[Program]
    ) -> None:
        first = data.draw(st.integers(1, len(editions)))
        kept = in_force(editions[:first], AFTER)
        given_again = data.draw(st.permutations([kept, *editions[first:]]))

        for day in (AFTER, *(each.in_force_from for each in editions[first:])):
            assert day is not None
            assert in_force(editions, day) == in_force(given_again, day)

    def test_its_kept_phases_prevail_over_an_earlier_edition(self) -> None:
        """The amendment of 2024, which is not given again, was in force when the phase ended."""
        early = evolve(AMENDED, edition="made up: of 2024", in_force_from=date(2024, 1, 1))
        kept = in_force(
            [HANOI, early, evolve(HANOI, edition="made up", in_force_from=SINCE)], AFTER
        )

        assert early.phases[:1] == kept.past
        assert kept == in_force([HANOI, kept], AFTER)

    @given(_histories())
    def test_it_stays_the_same_when_written_and_read(self, editions: list[Program]) -> None:
        kept = in_force(editions, AFTER)

        assert kept == from_json(to_json(kept), Program)


class TestDocuments:
    """An edition is written with the phases it keeps, so that a digest covers them."""

    def test_a_written_edition_is_read_back(self) -> None:
        program = in_force(EDITIONS, AFTER)

        assert program == from_json(to_json(program), Program)
        figures = tally(program, Register(), as_of=AFTER)
        assert digest(evaluate(program, figures)) != digest(evaluate(AMENDED, figures))


class TestRefusals:
    @pytest.mark.parametrize(
        ("editions", "message"),
        [
            ((), "expected editions of one plan, got none"),
            (
                (HANOI, evolve(AMENDED, id="other")),
                "expected editions of one plan, got 'hanoi', 'other'",
            ),
            (
                (HANOI, evolve(HANOI, edition="again")),
                (
                    "'149/KH-UBND' and 'again' are both in force from the beginning; "
                    "correct in_force_from"
                ),
            ),
            (
                (AMENDED, AMENDED),
                (
                    f"{AMENDED.edition!r} and {AMENDED.edition!r} are both in force "
                    "from 2027-07-01; correct in_force_from"
                ),
            ),
        ],
    )
    def test_editions_that_do_not_fit_together_are_refused(
        self, editions: tuple[Program, ...], message: str
    ) -> None:
        with pytest.raises(InvalidValue, match=f"^editions: {message}$"):
            in_force(editions, AFTER)

    def test_a_day_of_another_type_is_refused(self) -> None:
        with pytest.raises(InvalidType, match=r"^on: expected a date, got str '2027-07-01'$"):
            in_force(EDITIONS, "2027-07-01")  # type: ignore[arg-type]

    @pytest.mark.parametrize("since", [None, FIRST.end, IN_FIRST])
    def test_a_past_phase_that_was_not_over_is_refused(self, since: date | None) -> None:
        with pytest.raises(
            InvalidProgram, match="past phase '2021-2025': it had not ended when this edition"
        ):
            evolve(HANOI, in_force_from=since, past=(HANOI.phases[0],))

    def test_a_past_phase_with_an_unknown_indicator_is_refused(self) -> None:
        one = plan_of(FIRST, wanted(AtLeast(5), indicator="things"))
        other = evolve(
            plan_of(FIRST, wanted(AtLeast(5), indicator="occasions")),
            indicators=tuple(each for each in one.indicators if each.id != "things"),
            in_force_from=SINCE,
        )

        with pytest.raises(InvalidProgram, match="there is no indicator 'things'"):
            in_force([one, other], AFTER)


def test_growth_over_a_plan_in_another_unit_stays_undecided() -> None:
    """The past edition is read with its own questions."""
    program = in_force(EDITIONS, AFTER)
    reading = Reading(planned_baseline=True, choices={"trained": "participations"})

    verdict = evaluate(program, known("trained/persons", {}), reading)["2026-2030/trained"]

    assert Growth(baseline=FIRST) == verdict.target.basis
    assert ["planned_baseline", "trained"] == [asked.question for asked in verdict.asked]
    assert Status.UNDECIDED is verdict.status
