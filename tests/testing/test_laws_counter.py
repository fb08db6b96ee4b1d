"""A user's counter passes if it is right; each mistake that offices make is found and explained."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import errors, settings
from hypothesis import strategies as st

from building import FIRST, IN_FIRST, plan_of, supports, wanted
from counting import Office
from nsc_program import (
    HANOI,
    NATIONAL,
    AtLeast,
    EnterpriseKind,
    Fact,
    InvalidType,
    Program,
    Register,
    Solution,
    Support,
    UnknownId,
)
from nsc_program.serialization import from_toml
from nsc_program.testing.properties import Counter, check_counter
from nsc_program.testing.properties._counter_cases import Case
from nsc_program.testing.properties._miscounts import Reached, miscounts
from nsc_program.testing.strategies import registers

LAST = date(2025, 12, 31)
ROOT = Path(__file__).parents[2]
PLAN = from_toml(
    (ROOT / "src/nsc_program/cli/made-up-plan.toml").read_text(encoding="utf-8"), Program
)

MISTAKES = (
    ("rows", "supported", "every record counted, and not every key once"),
    ("branches", "supported", "every record counted, and not every key once"),
    ("annulled", "supported", "annulled"),
    ("old_versions", "supported", "a later version replaces it"),
    ("old_versions", "trained/participations", "a later version replaces it"),
    ("renewals", "experts/certified", "a renewal of an earlier one"),
    ("renewals", "models/city", "a renewal of an earlier one"),
    ("households", "supported", "a household business is not an enterprise"),
    ("cooperatives", "supported", "a co-operative does not count"),
    ("city_only", "supported", "the counter says 0, and it is 1"),
    ("from_start", "supported", "the counter says "),
    ("without_first_day", "supported", "without the first day of the phase"),
    ("without_last_day", "supported", "without the "),
    ("later", "supported", "after the day of the evaluation"),
    ("all_phases", "supported", "before the period"),
)
"""Each mistake with an indicator that shows it, and words of the message that name it."""


def mistake(counter: Counter, program: Program = HANOI, **how: Any) -> str:  # noqa: ANN401
    """Return the message about a wrong counter."""
    with pytest.raises(AssertionError) as found:
        check_counter(counter, program, **how)
    return str(found.value)


def returning(value: object) -> Callable[[Register, date], Any]:
    return lambda _, __: value


class TestMistakes:
    """A counter passes exactly if it counts what the plan asks for."""

    def test_the_right_counter_passes(self) -> None:
        check_counter(Office(), HANOI)

    @pytest.mark.parametrize(("name", "indicator", "words"), MISTAKES)
    def test_each_mistake_is_found_and_named(self, name: str, indicator: str, words: str) -> None:
        made: dict[str, Any] = {name: True}
        message = mistake(Office(ids=(indicator,), **made))

        assert message.startswith(f"{indicator} in phase 20")
        assert words in message

    def test_a_mistake_is_found_among_several_counts(self) -> None:
        assert "every key once" in mistake(Office(rows=True))

    def test_events_after_the_named_phase_do_not_count(self) -> None:
        check_counter(Office(phase="2021-2025"), HANOI, phase="2021-2025")

        message = mistake(
            Office(ids=("supported",), phase="2026-2030", all_phases=True), phase="2026-2030"
        )
        assert message.startswith("supported in phase 2026-2030 (2026-01-01 to 2030-12-31)")

    def test_the_shortest_of_several_running_phases_is_used(self) -> None:
        check_counter(Office(program=NATIONAL, ids=("supported",)), NATIONAL)

        message = mistake(Office(program=NATIONAL, ids=("supported",), longest=True), NATIONAL)
        assert message.startswith("supported in phase 2026-2030")

    def test_a_plans_own_indicators_are_counted_from_facts(self) -> None:
        check_counter(own_counter(set), PLAN)

        assert "every key once" in mistake(own_counter(list), PLAN)

    def test_facts_stand_for_a_plans_own_indicators_only(self) -> None:
        """A table of supports does not have facts about supported enterprises beside it."""

        def counter(register: Register, _: date) -> Mapping[str, int]:
            assert "supported" not in {
                each.indicator for each in register.current if isinstance(each, Fact)
            }
            return {}

        assert "nothing was checked" in mistake(counter, PLAN)


def own_counter(kept: Callable[[Iterator[str]], set[str] | list[str]]) -> Counter:
    def clubs(register: Register, as_of: date) -> Mapping[str, int]:
        (first,) = [phase.period.first for phase in PLAN.phases if as_of in phase.period]
        facts = [
            each
            for each in register.current
            if isinstance(each, Fact) and each.indicator == "clubs"
        ]
        # On another day it is another thing to a set of keys, so days are left out.
        return {"clubs": len(kept(fact.key for fact in facts if first <= fact.on <= as_of))}

    return clubs


class TestExamples:
    """The example is the smallest, and is told in full if it is not too long to read."""

    def test_counting_rows_is_shown_by_two_supports_of_one_enterprise(self) -> None:
        with pytest.raises(AssertionError) as found:
            check_counter(Office(ids=("supported",), rows=True), HANOI)

        expected = [
            (
                "supported in phase 2021-2025 (2021-01-01 to 2025-12-31), "
                "as of the close of 2025-12-31:"
            ),
            "the counter says 2, and it is 1",
            "2 would be right if every record counted, and not every key once",
            "what counts, each key once:",
        ]
        assert expected == str(found.value).splitlines()[:4]
        assert 2 == str(found.value).count("Support ")
        assert 2 == "".join(found.value.__notes__).count("Support(")

    def test_counted_and_uncounted_records_are_listed_up_to_a_limit(self) -> None:
        households = [
            Support(
                id=f"h{n}",
                enterprise=f"H{n}",
                started_on=LAST,
                completed_on=LAST,
                kind=EnterpriseKind.HOUSEHOLD,
            )
            for n in range(10)
        ]
        again = [
            Support(id=f"a{n}", enterprise="SAMPLE-0000", started_on=LAST, completed_on=LAST)
            for n in range(9)
        ]
        register = Register.complete_through(LAST, [*supports(30), *households, *again])

        first_of_many = ", ".join(f"Support a{n} on 2025-12-31" for n in range(4))
        found = miscounts({"supported": 40, "supported/started": 10**90}, reached(register))
        assert found.splitlines() == [
            (
                "supported in phase 2021-2025 (2021-01-01 to 2025-12-31), "
                "as of the close of 2025-12-31:"
            ),
            "the counter says 40, and it is 30",
            (
                "40 would be right if what is left out as "
                "“a household business is not an enterprise” counted"
            ),
            "what counts, each key once:",
            f"  SAMPLE-0000: {first_of_many} and 6 more",
            *(f"  SAMPLE-000{n}: Support s2024-{n} on 2024-06-30" for n in range(1, 8)),
            "  and 22 more",
            "what is left out:",
            *(f"  Support h{n}: a household business is not an enterprise" for n in range(8)),
            "  and 2 more",
            "wrong too:",
            f"  supported/started: 1{'0' * 79}…, and it is 30",
        ]

    def test_an_open_count_is_shown_as_its_range(self) -> None:
        doubtful = Support(
            id="s",
            enterprise="SAMPLE-1",
            started_on=IN_FIRST,
            completed_on=IN_FIRST,
            verified=False,
        )

        found = miscounts({"supported": 2}, reached(Register.complete_through(LAST, [doubtful])))
        assert "the counter says 2, and it can be [0, 1]" in found
        assert "  SAMPLE-1: Support s on 2024-06-30 (not verified)" in found

    def test_a_plain_fact_is_shown_by_its_key(self) -> None:
        found = miscounts(
            {"things": 2},
            Reached(SMALL, SMALL.phases[0], Register([Fact("things", "k", IN_FIRST)]), LAST),
        )
        assert "" == found

        complete = Register.complete_through(LAST, [Fact("things", "k", IN_FIRST)])
        found = miscounts({"things": 2}, Reached(SMALL, SMALL.phases[0], complete, LAST))
        assert "  k: Fact on 2024-06-30" in found

    def test_records_are_shown_as_code(self) -> None:
        (support,) = supports(1)
        solved = Support(
            id="s", enterprise="SAMPLE-1", started_on=LAST, solutions=(Solution.STANDARDS,)
        )

        written = repr(Case(Register([solved]), LAST))
        assert written == (
            "Case(as_of=datetime.date(2025, 12, 31), records=[Support(id='s', "
            "enterprise='SAMPLE-1', started_on=datetime.date(2025, 12, 31), "
            "solutions=(Solution.STANDARDS, ))])"
        )
        assert (
            eval(  # noqa: S307
                written.split("records=")[1][:-1], globals() | {"datetime": __import__("datetime")}
            )
            == [solved]
        )
        assert "solutions" not in repr(Case(Register([support]), LAST))

    def test_many_records_are_not_shown(self) -> None:
        assert repr(Case(Register(supports(9)), LAST)) == (
            "Case(as_of=datetime.date(2025, 12, 31), records=<9 of them>)"
        )


SMALL = plan_of(FIRST, wanted(AtLeast(3)))


def reached(register: Register) -> Reached:
    return Reached(HANOI, HANOI.phase("2021-2025"), register, LAST)


class TestReturnValues:
    """A counter returns a mapping of ids to whole numbers."""

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ({"suported": 1}, "no indicator 'suported'; did you mean 'supported'?"),
            ({3: 1}, "no indicator '3'; known: 'trained/persons', "),
            (
                {"tfp-share": 1},
                "indicator 'tfp-share' is a state: it is reported, and nothing counts it",
            ),
            ({"supported": True}, r"supported: expected a whole number \(int\), got True \(bool\)"),
            ({"supported": 0.0}, r"supported: expected a whole number \(int\), got 0.0 \(float\)"),
            (
                {"supported": Decimal(0)},
                r"supported: expected a whole number \(int\), got Decimal\('0'\) \(Decimal\)",
            ),
            ({"supported": "0"}, r"supported: expected a whole number \(int\), got '0' \(str\)"),
            ({"supported": None, "bodies": None}, r"got None \(NoneType\); bodies: expected"),
            (
                [("supported", 0)],
                r"the counter returned \[\('supported', 0\)\]; expected a mapping of indicator ids",
            ),
            ({}, "the counter never returned an indicator's id, so nothing was checked"),
            ({"bodies": -1}, "the counter says -1, and it is 0"),
        ],
    )
    def test_any_other_return_value_is_refused(self, given: object, message: str) -> None:
        with pytest.raises(AssertionError, match=message):
            check_counter(returning(given), HANOI)

    def test_a_counter_may_return_different_ids_each_time(self) -> None:
        """GROUP BY does not give a row for a count of zero."""

        def counter(register: Register, as_of: date) -> Mapping[str, int]:
            return {name: number for name, number in Office()(register, as_of).items() if number}

        check_counter(counter, HANOI)


class TestRuns:
    """Hypothesis runs the counter as the caller's profile says."""

    def test_the_profile_sets_the_number_of_examples(self) -> None:
        calls = count()

        def counter(_: Register, __: date) -> Mapping[str, int]:
            next(calls)
            return {}

        before = settings.get_current_profile_name()
        settings.register_profile("five", settings(), max_examples=5)
        settings.load_profile("five")
        try:
            assert "nothing was checked" in mistake(counter)
        finally:
            settings.load_profile(before)
        assert 2 * 5 == next(calls)  # on one day, and on any

    def test_an_exception_of_the_counter_is_passed_on(self) -> None:
        def counter(register: Register, _: date) -> Mapping[str, int]:
            return {"supported": 1 // 0} if register.current else {}

        with pytest.raises(ZeroDivisionError):
            check_counter(counter, HANOI)

    def test_a_counter_with_changing_results_is_called_flaky(self) -> None:
        calls = count()

        with pytest.raises(errors.Flaky):
            check_counter(lambda _, __: {"bodies": -1} if next(calls) == 3 else {}, HANOI)

    def test_an_unknown_phase_is_refused(self) -> None:
        with pytest.raises(UnknownId, match=r"no phase '2021'; known: '2021-2025', '2026-2030'"):
            check_counter(Office(), HANOI, phase="2021")

    def test_registers_must_be_a_strategy(self) -> None:
        with pytest.raises(
            InvalidType, match="registers: expected a Hypothesis strategy of registers, got "
        ):
            check_counter(Office(), HANOI, registers=Register())  # type: ignore[arg-type]


def verified_only(register: Register, as_of: date) -> Mapping[str, int]:
    held = [each for each in register.current if isinstance(each, Support) and each.verified]
    return Office(ids=("supported",))(Register(held), as_of)


def apart(register: Register, as_of: date) -> Mapping[str, int]:
    """Count the verified records and the others separately, and add the counts up."""
    held = [each for each in register.current if isinstance(each, Support) and not each.verified]
    others = Office(ids=("supported",))(Register(held), as_of)["supported"]
    return {"supported": verified_only(register, as_of)["supported"] + others}


class TestRegistersOfTheCaller:
    """A caller's strategy may leave counts open; then every possible number is right."""

    OPEN = registers(HANOI, kinds=[Support])

    def test_only_the_callers_kinds_of_records_are_drawn(self) -> None:
        def counter(register: Register, as_of: date) -> Mapping[str, int]:
            assert all(
                isinstance(each, Support) and each.recorded_on is None for each in register.records
            )
            return Office(ids=("supported",), old_versions=True)(register, as_of)

        check_counter(
            counter, HANOI, registers=registers(HANOI, kinds=[Support], corrected=False, exact=True)
        )

    def test_unverified_records_may_count_or_not(self) -> None:
        check_counter(Office(ids=("supported",)), HANOI, registers=self.OPEN)
        check_counter(verified_only, HANOI, registers=self.OPEN)

    def test_counting_verified_and_unverified_records_separately_counts_twice(self) -> None:
        (one,), (other,) = supports(1), supports(1, LAST)
        doubtful = Support(
            id="d", enterprise=one.enterprise, started_on=LAST, completed_on=LAST, verified=False
        )
        drawn = st.sampled_from(
            [Register.complete_through(LAST, held) for held in ([one, other], [one, doubtful])]
        )

        message = mistake(apart, registers=drawn)
        assert "the counter says 2, and it is 1" in message


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """Yield a database of its own for a test, as services have it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE TABLE supports (id, recorded, annulled, enterprise, kind, completed)"
        )
        yield connection


def queried(database: sqlite3.Connection, what: str) -> Counter:
    query = f"""
        SELECT {what} FROM supports AS one
        WHERE NOT annulled AND kind = 'enterprise' AND completed BETWEEN ? AND ? AND NOT EXISTS (
            SELECT * FROM supports AS other
            WHERE other.id = one.id AND other.recorded > one.recorded
        )
    """  # noqa: S608  # the test chooses the columns

    def counter(register: Register, as_of: date) -> Mapping[str, int]:
        rows = [
            (
                each.id,
                str(each.recorded_on or ""),
                each.annulled,
                each.enterprise,
                each.kind,
                str(each.completed_on or ""),
            )
            for each in register.records
            if isinstance(each, Support)
        ]
        (first,) = [str(phase.period.first) for phase in HANOI.phases if as_of in phase.period]
        database.execute("DELETE FROM supports")
        database.executemany("INSERT INTO supports VALUES (?, ?, ?, ?, ?, ?)", rows)
        ((number,),) = database.execute(query, (first, str(as_of)))
        return {"supported": number}

    return counter


class TestDatabase:
    """A counter may be an SQL query over a history of versions, with a database from a fixture."""

    def test_the_right_query_passes(self, database: sqlite3.Connection) -> None:
        check_counter(queried(database, "count(DISTINCT substr(enterprise, 1, 10))"), HANOI)

    @pytest.mark.parametrize("what", ["count(*)", "count(DISTINCT enterprise)"])
    def test_counting_rows_or_branches_is_found(
        self, database: sqlite3.Connection, what: str
    ) -> None:
        message = mistake(queried(database, what))

        assert "the counter says 2, and it is 1" in message


class TestUnusableInputs:
    """Return values or strategies that cannot be used are refused with a plain message."""

    def test_an_asynchronous_counter_is_refused(self) -> None:
        async def counter(_: Register, __: date) -> Mapping[str, int]:
            raise AssertionError  # pragma: no cover  # it is never run

        assert "the counter is asynchronous" in mistake(counter)  # type: ignore[arg-type]

    def test_a_number_too_large_to_show_is_refused(self) -> None:
        assert "the counter says a number too large to show" in mistake(
            returning({"supported": 10**5_000})
        )

    def test_a_strategy_of_other_values_is_refused(self) -> None:
        wrong: Any = st.integers()
        with pytest.raises(
            InvalidType, match="registers: expected a Hypothesis strategy of registers, got int"
        ):
            check_counter(returning({"supported": 0}), HANOI, registers=wrong)
