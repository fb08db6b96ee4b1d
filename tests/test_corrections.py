"""What was recorded, and when: registers are merged, corrected, and known as of a day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from building import FIRST, models, report, supports, trainings
from drawing import (
    HAPPENINGS,
    claims,
    day_after,
    day_before,
    days,
    registers,
    rejected_rows,
    reports,
    versions,
)
from drawing_plans import small_numbers, with_numbers
from nsc_program import (
    HANOI,
    Completeness,
    Expert,
    Fact,
    InvalidType,
    Period,
    Reading,
    Register,
    RejectedRow,
    ReportedFigure,
    Status,
    Support,
    evaluate,
    tally,
)
from nsc_program.errors import RegisterConflict
from nsc_program.records import AnyRecord
from nsc_program.records._records import Record
from nsc_program.serialization import to_json
from nsc_program.testing.strategies import readings
from nsc_program.testing.strategies._drawing_registers import rejected

IN_JANUARY, END_OF_JANUARY, IN_MARCH = date(2026, 1, 5), date(2026, 1, 31), date(2026, 3, 2)
MODELS = "2021-2025/models"
KNOWN_ON = days(date(2021, 1, 1), date(2031, 12, 31))


# --- drawn ---


def some(draw: DrawFn, held: Sequence[Any]) -> list[Any]:
    return draw(st.lists(st.sampled_from(held), max_size=len(held))) if held else []


@st.composite
def parts(draw: DrawFn) -> list[Register]:
    """Three registers that hold parts of one: some of it twice, some of it not at all, nothing in conflict."""
    whole = draw(registers())
    held = (whole.records, whole.completeness, whole.rejected)
    return [Register(*(some(draw, each) for each in held)) for _ in range(3)]


@st.composite
def torn(draw: DrawFn) -> tuple[list[list[AnyRecord]], list[RegisterConflict]]:
    """The records of four registers, of which some conflict, and in what order all these are told.

    What conflicts stands in any two or three of them, at any place.
    """
    kinds = draw(st.lists(st.sampled_from(HAPPENINGS), min_size=1, max_size=4))
    held = [
        record for place, kind in enumerate(kinds) for record in draw(versions(kind, f"r{place}"))
    ]
    found: list[list[AnyRecord]] = [[], [], [], []]
    conflicts = []
    for record in held:
        places = draw(st.permutations(range(4)))
        texts = draw(st.sampled_from(((), ("another",), ("another", "a third"))))
        for place, text in zip(places, (record.document, *texts), strict=False):
            found[place].append(evolve(record, document=text))
        conflicts += [(type(record).__name__, record.id, record.recorded_on)] if texts else []
    return [draw(st.permutations(each)) for each in found], _told(conflicts)


def _told(conflicts: list[tuple[str, str, date | None]]) -> list[Any]:
    """By class and id, and what was known from the start first."""
    return sorted(conflicts, key=lambda each: (each[0], each[1], each[2] or date.min))


@st.composite
def corrections(draw: DrawFn, register: Register, day: date) -> Register:
    """What is recorded, claimed, set aside or issued after a day: of things that are known, and of others."""
    after = st.just(day_after(day)) | days(day_after(day), date(2033, 12, 31))
    known = {(type(each), each.id): each for each in register.records if isinstance(each, Record)}
    corrected = [
        evolve(
            each,
            recorded_on=draw(after),
            **{what: draw(st.booleans()) for what in ("annulled", "verified")},
        )
        for each in some(draw, [*known.values()])
    ]
    added: list[AnyRecord] = [
        evolve(draw(kind), id=f"new {n}") for n, kind in enumerate(some(draw, HAPPENINGS))
    ]
    issued = evolve(
        draw(reports()), id="issued later", recorded_on=draw(st.none() | days()), issued=draw(after)
    )
    records = {type(each).__name__ + each.id: each for each in (*corrected, issued)}
    return Register(
        [
            *records.values(),
            *(evolve(each, recorded_on=draw(after)) for each in added if isinstance(each, Record)),
        ],
        [evolve(draw(claims()), recorded_on=draw(after)) for _ in range(2)],
        [evolve(draw(rejected_rows(register.records)), recorded_on=draw(after)) for _ in range(2)],
    )


# --- the laws ---


class TestOneOrder:
    """In whatever order they came: by class, then id, then the day they were entered; facts by what they say."""

    ORDERED = (
        Expert(id="z", person="SAMPLE-P1"),
        Fact("a", "K2", date(2024, 1, 1)),
        Fact("b", "K1", date(2024, 1, 1), verified=False),
        Fact("b", "K1", date(2024, 1, 1)),
        Fact("b", "K1", date(2024, 1, 2)),
        Support(id="a", enterprise="SAMPLE-1", started_on=date(2024, 1, 1)),
        Support(id="b", enterprise="SAMPLE-1", started_on=date(2024, 1, 1)),
        Support(
            id="b", enterprise="SAMPLE-2", started_on=date(2024, 1, 1), recorded_on=date(2024, 1, 2)
        ),
    )

    @pytest.mark.parametrize("step", [1, -1, 3])
    def test_of_records(self, step: int) -> None:
        given = [
            self.ORDERED[place * step % len(self.ORDERED)] for place in range(len(self.ORDERED))
        ]

        assert self.ORDERED == Register(given).records

    def test_of_claims(self) -> None:
        ordered = tuple(
            Completeness("a", FIRST, day) for day in (None, date(2024, 1, 1), date(2024, 1, 2))
        )

        assert ordered == Register((), ordered[::-1]).completeness


def _merged(first: Register, *others: Register) -> Register:
    """Merge registers in which a key may have been corrected: what else is refused is in `test_ids_used_again`."""
    return first.merge(*others, corrects_keys=True)


class TestMerging:
    """The order of records changes nothing: registers merge in any order, in any grouping, once or twice."""

    @settings(max_examples=40)
    @given(parts())
    def test_it_is_commutative_and_associative(self, three: list[Register]) -> None:
        first, second, third = three
        merged = _merged(first, second, third)
        assert {merged} == {_merged(*each) for each in permutations(three)}
        assert (
            merged
            == _merged(_merged(first, second), third)
            == _merged(first, _merged(second, third))
        )

    @settings(max_examples=40)
    @given(parts())
    def test_it_is_idempotent_and_nothing_is_its_identity(self, three: list[Register]) -> None:
        first, second, third = three
        merged = _merged(first, second, third)
        assert (
            merged
            == merged.merge(merged)
            == merged.merge(second)
            == merged.merge(first, third, first)
        )
        assert merged == merged.merge() == merged.merge(Register()) == Register().merge(merged)

    @settings(max_examples=40)
    @given(parts())
    def test_it_holds_what_any_of_them_holds_and_nothing_else(self, three: list[Register]) -> None:
        merged = _merged(*three)
        assert {each for one in three for each in one.records} == {*merged.records}
        assert {each for one in three for each in one.completeness} == {*merged.completeness}
        assert {each for one in three for each in one.rejected} == {*merged.rejected}

    @settings(max_examples=40)
    @given(st.data(), torn())
    def test_all_conflicts_are_told_at_once_and_in_one_order(
        self, data: st.DataObject, drawn: tuple[list[list[AnyRecord]], list[RegisterConflict]]
    ) -> None:
        held, expected = drawn
        registers = [Register(each) for each in data.draw(st.permutations(held))]
        if not expected:
            assert {record for each in held for record in each} == {*_merged(*registers).records}
            return
        with pytest.raises(RegisterConflict) as conflict:
            _merged(*registers)
        assert expected == [*conflict.value.args]

    def test_a_conflict_between_others_is_told_too(self) -> None:
        one, two = supports(2)
        others = [Register([evolve(two, document=name)]) for name in ("a", "b")]

        with pytest.raises(
            RegisterConflict,
            match=rf"^Support '{two.id}': different content under one id; correct one",
        ):
            Register([one]).merge(*others)

    @pytest.mark.parametrize("other", ["register", None, [Register()], Register], ids=repr)
    def test_only_registers_are_merged(self, other: Any) -> None:  # noqa: ANN401  # meant to be wrong
        with pytest.raises(InvalidType, match=r"^others: expected a Register, got "):
            Register().merge(Register(), other)


class TestAsKnown:
    """What was known on a day is what was recorded and issued by its close, and knowing it again adds nothing."""

    @settings(max_examples=40)
    @given(registers(), KNOWN_ON)
    def test_it_is_idempotent(self, register: Register, day: date) -> None:
        known = register.as_known_on(day)
        assert known == known.as_known_on(day)

    @settings(max_examples=40)
    @given(registers(), st.tuples(KNOWN_ON, KNOWN_ON).map(sorted))
    def test_what_was_known_earlier_was_known_later(
        self, register: Register, on: list[date]
    ) -> None:
        earlier, later = on
        known = register.as_known_on(earlier)
        assert known == register.as_known_on(later).as_known_on(earlier)
        assert known == known.as_known_on(later)
        assert register.as_known_on(later) == known.merge(register.as_known_on(later))

    @settings(max_examples=40)
    @given(parts(), KNOWN_ON)
    def test_it_commutes_with_merging(self, three: list[Register], day: date) -> None:
        assert _merged(*(each.as_known_on(day) for each in three)) == _merged(*three).as_known_on(
            day
        )

    @settings(max_examples=40)
    @given(registers(), KNOWN_ON)
    def test_all_that_was_recorded_by_then_is_there_and_nothing_else(
        self, register: Register, day: date
    ) -> None:
        known = register.as_known_on(day)
        entered = [*register.records, *register.completeness, *register.rejected]
        expected = [
            each for each in entered if not [known for known in _dates(each) if known > day]
        ]
        assert expected == [*known.records, *known.completeness, *known.rejected]

    @pytest.mark.parametrize(
        ("entered", "on"),
        [
            (evolve(supports(1)[0], recorded_on=IN_MARCH), IN_MARCH),
            (report("supported", 5, issued=IN_MARCH), IN_MARCH),
            # A report is not known before it is entered, nor before it is issued.
            (evolve(report("supported", 5, issued=IN_JANUARY), recorded_on=IN_MARCH), IN_MARCH),
            (evolve(report("supported", 5, issued=IN_MARCH), recorded_on=IN_JANUARY), IN_MARCH),
        ],
    )
    def test_from_which_day_a_record_is_known(self, entered: AnyRecord, on: date) -> None:
        register = Register([entered])
        assert register == register.as_known_on(on)
        assert Register() == register.as_known_on(day_before(on))

    def test_from_which_day_a_claim_and_a_row_are_known(self) -> None:
        claim = Completeness(Support, FIRST, recorded_on=IN_MARCH)
        register = Register(
            [], [claim], [RejectedRow(what=Support, id="row", recorded_on=IN_MARCH)]
        )
        assert register == register.as_known_on(IN_MARCH)
        assert Register() == register.as_known_on(day_before(IN_MARCH))

    def test_what_has_no_date_was_known_from_the_start(self) -> None:
        """What happens later, too: a fact has no day on which it was entered."""
        facts = [Fact("supported", "E1", IN_MARCH)]
        register = Register(
            [*supports(1, IN_MARCH), *facts],
            [Completeness(Support, FIRST)],
            [rejected(trainings(1)[0])],
        )
        assert register == register.as_known_on(date.min)

    @pytest.mark.parametrize(
        "day", [datetime(2026, 1, 31, tzinfo=UTC), "2026-01-31", None, 2026], ids=repr
    )
    def test_a_day_that_is_none(self, day: Any) -> None:  # noqa: ANN401  # meant to be wrong
        with pytest.raises(InvalidType, match=rf"^day: expected a date, got {type(day).__name__}"):
            Register().as_known_on(day)


def _dates(entered: object) -> list[date]:
    """The days before which nobody could know something."""
    names = ("recorded_on", "issued") if isinstance(entered, ReportedFigure) else ("recorded_on",)
    return [day for name in names if (day := getattr(entered, name, None)) is not None]


class TestRepeated:
    """A verdict as known on a day does not change when corrections are recorded later."""

    @settings(max_examples=40)
    @given(st.data(), registers(), KNOWN_ON, readings(), small_numbers())
    def test_every_verdict(
        self,
        data: st.DataObject,
        register: Register,
        day: date,
        reading: Reading,
        numbers: dict[str, int],
    ) -> None:
        plan, before = with_numbers(HANOI, numbers), register.as_known_on(day)
        later, as_of = data.draw(corrections(before, day)), data.draw(days())
        expected = evaluate(plan, tally(plan, before, as_of=as_of), reading)
        for merged in (before.merge(later), later.merge(before)):
            assert expected == evaluate(
                plan, tally(plan, merged.as_known_on(day), as_of=as_of), reading
            )

    def test_a_verdict_of_january_after_march_has_corrected_it(self) -> None:
        """Fifteen models are asked for, and two of the fifteen were entered by mistake."""
        january = Register(models(15), [Completeness("PilotModel", FIRST, recorded_on=IN_JANUARY)])
        march = Register(
            [evolve(model, recorded_on=IN_MARCH, annulled=True) for model in models(2)]
        )
        merged = march.merge(january)

        def status(register: Register, as_of: date) -> Status:
            return evaluate(HANOI, tally(HANOI, register, as_of=as_of))[MODELS].status

        assert Status.ATTAINED is status(january, END_OF_JANUARY)
        assert Status.MISSED is status(merged, date(2026, 3, 31))
        # Nor was it ever so, as is known now: the day of judgement is another axis.
        assert Status.MISSED is status(merged, END_OF_JANUARY)
        assert Status.ATTAINED is status(merged.as_known_on(END_OF_JANUARY), END_OF_JANUARY)
        assert Status.ATTAINED is status(
            merged.as_known_on(day_before(IN_MARCH)), date(2026, 3, 31)
        )
        assert Status.MISSED is status(merged.as_known_on(IN_MARCH), END_OF_JANUARY)


class TestTwoExports:
    """January's and June's export, read in either order, give one register."""

    def test_they_are_one(self) -> None:
        kept, corrected, mistaken = supports(3)
        (new,) = (
            evolve(each, recorded_on=date(2026, 6, 30)) for each in supports(1, date(2026, 4, 1))
        )
        unreadable = RejectedRow(what=Support, id="s4", recorded_on=IN_JANUARY)
        still_so = evolve(unreadable, recorded_on=date(2026, 6, 30))
        later = evolve(corrected, completed_on=date(2026, 2, 27), recorded_on=date(2026, 6, 30))
        annulled = evolve(mistaken, annulled=True, recorded_on=date(2026, 6, 30))
        claims = [
            Completeness(Support, Period.until(day), recorded_on=day)
            for day in (IN_JANUARY, date(2026, 6, 30))
        ]
        january = Register([kept, corrected, mistaken], claims[:1], [unreadable])
        june = Register([kept, later, annulled, new], claims[1:], [still_so])

        merged = january.merge(june)

        versions = [kept, corrected, mistaken, later, annulled, new]
        assert Register(versions, claims, [unreadable, still_so]) == merged == june.merge(january)
        assert to_json(merged) == to_json(june.merge(january))
        assert {kept, later, new} == {*merged.current}
        assert (still_so,) == merged.unresolved
        assert january == merged.as_known_on(END_OF_JANUARY)


class TestCompleteThrough:
    """A register that says when its records were entered was not complete before they all were."""

    DAY = date(2025, 12, 31)

    def test_records_known_from_the_start(self) -> None:
        corrected = evolve(supports(1)[0], annulled=True, recorded_on=IN_MARCH)
        register = Register.complete_through(self.DAY, [*supports(3), corrected])
        assert (Completeness(Support, Period.until(self.DAY)),) == register.completeness

    @pytest.mark.parametrize(
        ("entered", "made"), [(IN_JANUARY, IN_JANUARY), (date(2025, 6, 1), DAY)]
    )
    def test_records_entered_later(self, entered: date, made: date) -> None:
        """A correction since changes nothing of when they were first entered."""
        first, *rest = [evolve(each, recorded_on=entered) for each in supports(3)]
        corrected = evolve(first, annulled=True, recorded_on=IN_MARCH)
        register = Register.complete_through(self.DAY, [corrected, first, *rest, *trainings(1)])
        assert {made} == {claim.recorded_on for claim in register.completeness}
        assert () == register.as_known_on(day_before(made)).completeness
