"""Registers are merged, corrected, and seen as known on a day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
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
from nsc_program.records._base import Record
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
    """Draw three parts of a register: some records twice, some missing, without conflicts."""
    whole = draw(registers())
    held = (whole.records, whole.completeness, whole.rejected)
    return [Register(*(some(draw, each) for each in held)) for _ in range(3)]


@st.composite
def torn(draw: DrawFn) -> tuple[list[list[AnyRecord]], list[RegisterConflict]]:
    """Draw the records of four registers, some of them in conflict, and the conflicts in order.

    A conflict is between two or three of the registers, at any place.
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
    return [draw(st.permutations(each)) for each in found], _in_order(conflicts)


def _in_order(conflicts: list[tuple[str, str, date | None]]) -> list[Any]:
    """Sort by class and id; versions that were known from the start come first."""
    return sorted(conflicts, key=lambda each: (each[0], each[1], each[2] or date.min))


@st.composite
def corrections(draw: DrawFn, register: Register, day: date) -> Register:
    """Draw entries after a day: records, claims, rejected rows and reports.

    They are about known things and about others.
    """
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
    """Entries are sorted by class, id and day of entry, and facts by their content."""

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
    def test_records_have_one_order(self, step: int) -> None:
        given = [
            self.ORDERED[place * step % len(self.ORDERED)] for place in range(len(self.ORDERED))
        ]

        assert self.ORDERED == Register(given).records

    def test_claims_have_one_order(self) -> None:
        ordered = tuple(
            Completeness("a", FIRST, day) for day in (None, date(2024, 1, 1), date(2024, 1, 2))
        )

        assert ordered == Register((), ordered[::-1]).completeness


def _merged(first: Register, *others: Register) -> Register:
    """Merge registers in which keys may be corrected.

    `test_ids_used_again` tests what is refused otherwise.
    """
    return first.merge(*others, corrects_keys=True)


class TestMerging:
    """Registers can be merged in any order and grouping, and repeatedly, with the same result."""

    @given(parts())
    def test_merging_is_commutative_and_associative(self, three: list[Register]) -> None:
        first, second, third = three
        merged = _merged(first, second, third)
        assert {merged} == {_merged(*each) for each in permutations(three)}
        assert (
            merged
            == _merged(_merged(first, second), third)
            == _merged(first, _merged(second, third))
        )

    @given(parts())
    def test_merging_is_idempotent_and_the_empty_register_is_its_identity(
        self, three: list[Register]
    ) -> None:
        first, second, third = three
        merged = _merged(first, second, third)
        assert (
            merged
            == merged.merge(merged)
            == merged.merge(second)
            == merged.merge(first, third, first)
        )
        assert merged == merged.merge() == merged.merge(Register()) == Register().merge(merged)

    @given(parts())
    def test_a_merged_register_holds_exactly_the_records_of_its_parts(
        self, three: list[Register]
    ) -> None:
        merged = _merged(*three)
        assert {each for one in three for each in one.records} == {*merged.records}
        assert {each for one in three for each in one.completeness} == {*merged.completeness}
        assert {each for one in three for each in one.rejected} == {*merged.rejected}

    @given(st.data(), torn())
    def test_all_conflicts_are_listed_at_once_in_one_order(
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

    def test_a_conflict_between_two_other_registers_is_listed(self) -> None:
        one, two = supports(2)
        others = [Register([evolve(two, document=name)]) for name in ("a", "b")]

        with pytest.raises(
            RegisterConflict,
            match=rf"^Support '{two.id}': different content under one id; correct one",
        ):
            Register([one]).merge(*others)

    @pytest.mark.parametrize("other", ["register", None, [Register()], Register], ids=repr)
    def test_only_registers_can_be_merged(self, other: Any) -> None:  # noqa: ANN401  # meant to be wrong
        with pytest.raises(InvalidType, match=r"^others: expected a Register, got "):
            Register().merge(Register(), other)


class TestAsKnown:
    """A register as known on a day holds what was recorded and issued by the close of that day."""

    @given(registers(), KNOWN_ON)
    def test_as_known_on_is_idempotent(self, register: Register, day: date) -> None:
        known = register.as_known_on(day)
        assert known == known.as_known_on(day)

    @given(registers(), st.tuples(KNOWN_ON, KNOWN_ON).map(sorted))
    def test_what_was_known_earlier_was_known_later(
        self, register: Register, on: list[date]
    ) -> None:
        earlier, later = on
        known = register.as_known_on(earlier)
        assert known == register.as_known_on(later).as_known_on(earlier)
        assert known == known.as_known_on(later)
        assert register.as_known_on(later) == known.merge(register.as_known_on(later))

    @given(parts(), KNOWN_ON)
    def test_as_known_on_commutes_with_merging(self, three: list[Register], day: date) -> None:
        assert _merged(*(each.as_known_on(day) for each in three)) == _merged(*three).as_known_on(
            day
        )

    @given(registers(), KNOWN_ON)
    def test_it_holds_exactly_what_was_recorded_by_then(
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
    def test_a_record_is_known_once_it_is_entered_and_issued(
        self, entered: AnyRecord, on: date
    ) -> None:
        register = Register([entered])
        assert register == register.as_known_on(on)
        assert Register() == register.as_known_on(day_before(on))

    def test_a_claim_and_a_rejected_row_are_known_once_they_are_entered(self) -> None:
        claim = Completeness(Support, FIRST, recorded_on=IN_MARCH)
        register = Register(
            [], [claim], [RejectedRow(what=Support, id="row", recorded_on=IN_MARCH)]
        )
        assert register == register.as_known_on(IN_MARCH)
        assert Register() == register.as_known_on(day_before(IN_MARCH))

    def test_undated_entries_were_known_from_the_start(self) -> None:
        """This includes later events: a fact has no day of entry."""
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
    def test_a_day_of_another_type_is_refused(self, day: Any) -> None:  # noqa: ANN401  # meant to be wrong
        with pytest.raises(InvalidType, match=rf"^day: expected a date, got {type(day).__name__}"):
            Register().as_known_on(day)


def _dates(entered: object) -> list[date]:
    """Return the days before which an entry could not be known."""
    names = ("recorded_on", "issued") if isinstance(entered, ReportedFigure) else ("recorded_on",)
    return [day for name in names if (day := getattr(entered, name, None)) is not None]


class TestRepeated:
    """A verdict as known on a day does not change when corrections are recorded later."""

    @given(st.data(), registers(), KNOWN_ON, readings(), small_numbers())
    def test_no_verdict_changes(
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

    def test_a_verdict_of_january_can_be_repeated_after_corrections_in_march(self) -> None:
        """The target is fifteen models, and two of the fifteen were entered by mistake."""
        january = Register(models(15), [Completeness("PilotModel", FIRST, recorded_on=IN_JANUARY)])
        march = Register(
            [evolve(model, recorded_on=IN_MARCH, annulled=True) for model in models(2)]
        )
        merged = march.merge(january)

        def status(register: Register, as_of: date) -> Status:
            return evaluate(HANOI, tally(HANOI, register, as_of=as_of))[MODELS].status

        assert Status.ATTAINED is status(january, END_OF_JANUARY)
        assert Status.MISSED is status(merged, date(2026, 3, 31))
        # According to what is known now it was never attained: the day of judgement is another
        # axis.
        assert Status.MISSED is status(merged, END_OF_JANUARY)
        assert Status.ATTAINED is status(merged.as_known_on(END_OF_JANUARY), END_OF_JANUARY)
        assert Status.ATTAINED is status(
            merged.as_known_on(day_before(IN_MARCH)), date(2026, 3, 31)
        )
        assert Status.MISSED is status(merged.as_known_on(IN_MARCH), END_OF_JANUARY)


class TestTwoExports:
    """The exports of January and June, read in either order, give one register."""

    def test_two_exports_merge_into_one_register(self) -> None:
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
    """A register whose records have days of entry was not complete before all were entered."""

    DAY = date(2025, 12, 31)

    def test_the_claim_is_undated_if_the_records_were_known_from_the_start(self) -> None:
        corrected = evolve(supports(1)[0], annulled=True, recorded_on=IN_MARCH)
        register = Register.complete_through(self.DAY, [*supports(3), corrected])
        assert (Completeness(Support, Period.until(self.DAY)),) == register.completeness

    @pytest.mark.parametrize(
        ("entered", "made"), [(IN_JANUARY, IN_JANUARY), (date(2025, 6, 1), DAY)]
    )
    def test_the_claim_is_made_when_the_last_record_was_first_entered(
        self, entered: date, made: date
    ) -> None:
        """A later correction does not change when a record was first entered."""
        first, *rest = [evolve(each, recorded_on=entered) for each in supports(3)]
        corrected = evolve(first, annulled=True, recorded_on=IN_MARCH)
        register = Register.complete_through(self.DAY, [corrected, first, *rest, *trainings(1)])
        assert {made} == {claim.recorded_on for claim in register.completeness}
        assert () == register.as_known_on(day_before(made)).completeness
