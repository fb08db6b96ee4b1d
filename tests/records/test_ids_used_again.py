"""An id is used again for another thing: merging would put one thing in the place of the other."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from command import run
from each import for_each
from nsc_program import (
    AssessmentBody,
    Dissemination,
    Enterprise,
    Expert,
    Fact,
    InvalidType,
    Period,
    PilotModel,
    Register,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.errors import RegisterConflict
from nsc_program.records import AnyRecord
from nsc_program.records._base import Record
from nsc_program.serialization import to_json

DAY, YEAR_AFTER = date(2023, 12, 31), date(2024, 12, 31)
CODE, OTHER_CODE = "0100000001", "0100000002"


def support(number: int, enterprise: str, year: int = 2023, **changes: Any) -> Support:  # noqa: ANN401
    """Return the support under a running number in the list of a year."""
    fields: dict[str, Any] = {
        "started_on": date(year, 3, 1),
        "recorded_on": date(year, 12, 31),
        **changes,
    }
    return Support(id=str(number), enterprise=enterprise, **fields)


THIS_YEAR = Register(support(number, f"SAMPLE-A{number}") for number in (1, 2, 3))
NEXT_YEAR = Register(support(number, f"SAMPLE-B{number}", 2024) for number in (1, 2, 3))
ALL_THREE = tuple(("Support", str(number)) for number in (1, 2, 3))


def refused(*registers: Register) -> tuple[Any, ...]:
    """Return the arguments of the conflict."""
    first, *others = registers
    with pytest.raises(RegisterConflict) as conflict:
        first.merge(*others)
    return conflict.value.args


class TestRunningNumbers:
    """The running numbers of a list without ids begin at 1 each year."""

    def test_a_list_that_reuses_running_numbers_is_refused(self) -> None:
        assert (
            ALL_THREE == refused(THIS_YEAR, NEXT_YEAR) == refused(NEXT_YEAR, THIS_YEAR, NEXT_YEAR)
        )

    def test_it_is_merged_if_the_caller_says_that_it_corrects_keys(self) -> None:
        merged = THIS_YEAR.merge(NEXT_YEAR, corrects_keys=True)

        assert (NEXT_YEAR.records, 6) == (merged.current, len(merged.records))
        assert merged == NEXT_YEAR.merge(THIS_YEAR, corrects_keys=True)

    def test_a_corrected_list_can_be_merged_again(self) -> None:
        merged = THIS_YEAR.merge(NEXT_YEAR, corrects_keys=True)

        assert merged == merged.merge(THIS_YEAR, NEXT_YEAR) == THIS_YEAR.merge(NEXT_YEAR, merged)

    def test_a_third_thing_under_the_id_is_still_refused(self) -> None:
        merged = THIS_YEAR.merge(NEXT_YEAR, corrects_keys=True)
        third = Register([support(2, "SAMPLE-C2", 2025)])

        assert (("Support", "2"),) == refused(merged, third) == refused(THIS_YEAR, merged, third)

    def test_versions_that_share_only_one_of_two_keys_are_refused(self) -> None:
        """Nothing says that all three are the same thing."""
        first, second, third = support(1, "A"), support(1, "B", 2024), support(1, "C", 2025)

        assert (("Support", "1"),) == refused(Register([first, second]), Register([second, third]))

    def test_one_register_may_use_an_id_for_two_things(self) -> None:
        register = Register([support(1, "A"), support(1, "B", 2024)])

        assert (
            register == register.merge() == register.merge(register) == register.merge(Register())
        )

    def test_both_kinds_of_conflict_are_listed_each_record_once(self) -> None:
        first = Register([support(1, "A"), support(2, "B"), support(3, "C")])
        other = Register([support(1, "D"), support(2, "B", document="x"), support(3, "C")])

        assert (("Support", "1"), ("Support", "2", DAY)) == refused(first, other)
        with pytest.raises(RegisterConflict) as conflict:
            first.merge(other, corrects_keys=True)
        assert (("Support", "1", DAY), ("Support", "2", DAY)) == conflict.value.args

    @pytest.mark.parametrize("annulled", [(True, False), (False, True), (True, True)])
    def test_annulled_versions_are_compared_too(self, annulled: tuple[bool, bool]) -> None:
        """A row that withdraws one thing would withdraw the other; the id does not become free."""
        before, after = annulled
        registers = [
            Register([support(1, "A", annulled=before)]),
            Register([support(1, "B", 2024, annulled=after)]),
        ]

        assert (("Support", "1"),) == refused(*registers)

    @pytest.mark.parametrize("given", [None, 1, "yes"], ids=repr)
    def test_corrects_keys_must_be_true_or_false(self, given: Any) -> None:  # noqa: ANN401  # meant to be wrong
        with pytest.raises(InvalidType, match=r"^corrects_keys: expected true or false, got "):
            Register().merge(corrects_keys=given)


PERIOD = Period.of_years(2021, 2025)
REPORT = ReportedFigure(id="r", indicator="bodies", period=PERIOD, value=1, issued=YEAR_AFTER)
SUPPORT = Support(id="r", enterprise=CODE, started_on=DAY)
MODEL = PilotModel(id="r", enterprise=CODE, recognised_on=DAY)
ENTERPRISE = Enterprise(id="r", code=CODE)
PERSON = Training(id="r", person="SAMPLE-P1", on=DAY)
EXPERT = Expert(id="r", person="SAMPLE-P1")
BODY = AssessmentBody(id="r", registration="SAMPLE-B1")
EVENT = Dissemination(id="r", on=DAY)
HEADS = Training(id="r", headcount=12, on=DAY)
ONE_HEAD = Training(id="r", headcount=1, on=DAY)


def are_refused(one: Any, other: Any) -> bool:  # noqa: ANN401  # records of one class or two
    """Say whether two versions in two registers are refused, in both orders."""
    registers = [Register([one]), Register([evolve(other, recorded_on=YEAR_AFTER)])]
    (refusal,) = {isinstance(outcome(*each), tuple) for each in permutations(registers)}
    return refusal


class TestSubjects:
    """Records are about the same thing if they are counted by the same key."""

    @for_each(
        ("one", "other"),
        [
            (SUPPORT, evolve(SUPPORT, enterprise=OTHER_CODE)),
            (MODEL, evolve(MODEL, enterprise=OTHER_CODE)),
            (ENTERPRISE, evolve(ENTERPRISE, code=OTHER_CODE)),
            (ENTERPRISE, evolve(ENTERPRISE, code=f"{CODE}-001")),
            (PERSON, evolve(PERSON, person="SAMPLE-P2")),
            (EXPERT, evolve(EXPERT, person="SAMPLE-P2")),
            (BODY, evolve(BODY, registration="SAMPLE-B2")),
            (REPORT, evolve(REPORT, indicator="supported")),
            (REPORT, evolve(REPORT, period=Period.of_years(2021, 2024))),
            (HEADS, PERSON),
        ],
        ids=str,
    )
    def test_a_version_about_another_thing_is_refused(self, one: Record, other: Record) -> None:
        assert are_refused(one, other)

    @for_each(
        ("one", "other"),
        [
            (SUPPORT, evolve(SUPPORT, started_on=YEAR_AFTER, verified=False)),
            (SUPPORT, evolve(SUPPORT, enterprise=f"{CODE}-001")),
            (MODEL, evolve(MODEL, enterprise=f"{CODE}001", decision="another")),
            (
                evolve(ENTERPRISE, code=f"{CODE}-001"),
                evolve(ENTERPRISE, code=f"{CODE}001", name="another"),
            ),
            (PERSON, evolve(PERSON, on=YEAR_AFTER)),
            (EXPERT, evolve(EXPERT, trained_on=DAY)),
            (BODY, evolve(BODY, name="another")),
            (REPORT, evolve(REPORT, value=2, issued=date(2026, 1, 1))),
            (HEADS, evolve(HEADS, headcount=13)),
            (HEADS, ONE_HEAD),
            (ONE_HEAD, PERSON),
            (EVENT, evolve(EVENT, on=YEAR_AFTER, topic="another")),
            (SUPPORT, MODEL),
        ],
        ids=str,
    )
    def test_a_correction_of_other_fields_is_merged(self, one: Record, other: Record) -> None:
        assert not are_refused(one, other)

    def test_facts_never_conflict(self) -> None:
        facts = [Register([Fact("supported", key, DAY)]) for key in ("A", "B")]

        assert 2 == len(facts[0].merge(facts[1]).records)


# --- the laws ---


few = st.builds(
    support,
    st.integers(1, 2),
    st.sampled_from("AB"),
    st.integers(2021, 2023),
    verified=st.just(True) | st.booleans(),  # noqa: FBT003  # the value itself
)
several = st.lists(
    st.lists(few, max_size=4, unique_by=lambda each: (each.id, each.recorded_on)),
    min_size=2,
    max_size=4,
)
registers = several.map(lambda drawn: [Register(each) for each in drawn])


def outcome(first: Register, *others: Register) -> Register | tuple[Any, ...]:
    """Return the result of merging: a register, or the arguments of the refusal."""
    try:
        return first.merge(*others)
    except RegisterConflict as conflict:
        return conflict.args


def _subject(record: AnyRecord) -> object:
    return None if isinstance(record, Fact) else record.subject


def expected(held: Sequence[Register]) -> tuple[Any, ...]:
    """Return the expected conflicts, found by trying each record with each register."""
    versions: list[Support] = [
        each for register in held for each in register.records if isinstance(each, Support)
    ]
    found: list[tuple[Any, ...]] = []
    for number in sorted({each.id for each in versions}):
        keys = {each.enterprise for each in versions if each.id == number}
        if not any(
            keys == {_subject(each) for each in one.records if _has(each, number)} for one in held
        ):
            found.append(("Support", number))
            continue
        for day in sorted(
            {each.recorded_on for each in versions if each.recorded_on and each.id == number}
        ):
            of_the_day = {each for each in versions if (each.id, each.recorded_on) == (number, day)}
            found += [("Support", number, day)] if len(of_the_day) > 1 else []
    return tuple(found)


def _has(record: AnyRecord, number: str) -> bool:
    return isinstance(record, Record) and record.id == number


class TestLaws:
    """Order, repetition and grouping do not matter, unless a grouping is refused."""

    @given(registers)
    @example([Register([support(1, "A", 2021)]), Register([support(1, "B", 2022)])])
    def test_conflicts_are_those_found_by_trying_all_pairs(self, held: list[Register]) -> None:
        found = outcome(*held)
        assert expected(held) == (() if isinstance(found, Register) else found)

    @given(registers)
    def test_order_and_repetition_do_not_matter(self, held: list[Register]) -> None:
        found = outcome(*held)
        assert {found} == {outcome(*each) for each in permutations(held)}
        assert found == outcome(*held, *held[:2], Register())

    @given(registers)
    def test_a_merge_without_conflicts_equals_one_that_corrects_keys(
        self, held: list[Register]
    ) -> None:
        found = outcome(*held)
        assume(isinstance(found, Register))
        assert isinstance(found, Register)
        assert found == held[0].merge(*held[1:], corrects_keys=True)
        assert found == found.merge(*held)

    @given(registers)
    def test_grouping_does_not_matter_unless_it_is_refused(self, held: list[Register]) -> None:
        first, second, *rest = held
        inner = outcome(first, second)
        assume(isinstance(inner, Register))
        assert isinstance(inner, Register)
        assert outcome(inner, *rest) == outcome(*held)


class TestSentences:
    """A message gives the record's id and class, what is wrong and what to do; it shows no keys."""

    def test_the_message_is_in_both_languages(self) -> None:
        one, other = (
            Register([PERSON]),
            Register([evolve(PERSON, person="SAMPLE-P2", recorded_on=DAY)]),
        )
        conflict = RegisterConflict(*refused(one, other))

        assert (
            "mã hồ sơ 'r' (đào tạo, tập huấn) được dùng lại cho đối tượng khác; "
            "hãy cấp mã riêng cho từng hồ sơ hoặc, "
            "nếu chỉ là sửa mã của cùng một đối tượng, xác nhận điều đó khi ghép"
        ) == conflict.in_("vi")
        assert (
            "Training 'r': the id is used again for something else; "
            "give each record an id of its own or, if only "
            "the key of the same thing was corrected, say so when merging"
        ) == conflict.in_("en")
        assert {"id-used-again"} == {problem.code for problem in conflict.problems}

    @pytest.mark.parametrize(
        "record", [SUPPORT, MODEL, ENTERPRISE, PERSON, EXPERT, BODY, REPORT], ids=str
    )
    def test_every_class_with_a_subject_has_a_name(self, record: Record) -> None:
        conflict = RegisterConflict((type(record).__name__, "r"))

        assert type(record).__name__ not in conflict.in_("vi")


class TestCommand:
    """The command `nsc-program merge`."""

    @pytest.fixture
    def files(self, tmp_path: Path) -> list[Path]:
        found = [tmp_path / "one.json", tmp_path / "other.json"]
        for path, register in zip(found, (THIS_YEAR, NEXT_YEAR), strict=True):
            path.write_text(to_json(register), encoding="utf-8")
        return found

    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            ("vi", "được dùng lại cho đối tượng khác; hãy cấp mã riêng"),
            ("en", "is used again for something else"),
        ],
    )
    def test_the_command_refuses_reused_ids(
        self, capsys: pytest.CaptureFixture[str], files: list[Path], lang: str, words: str
    ) -> None:
        out = files[0].with_name("out.json")

        code, _, err = run(capsys, "merge", *files, "-o", out, "--lang", lang)

        assert (2, False, 3, 4) == (code, out.exists(), err.count(words), len(err.splitlines()))
        assert err.endswith("--corrects-keys\n")

    def test_the_command_accepts_corrected_keys(
        self, capsys: pytest.CaptureFixture[str], files: list[Path]
    ) -> None:
        out = files[0].with_name("out.json")

        assert (0, "", "") == run(capsys, "merge", *files, "--corrects-keys", "-o", out)
        assert to_json(THIS_YEAR.merge(NEXT_YEAR, corrects_keys=True)) + "\n" == out.read_text(
            encoding="utf-8"
        )

    def test_other_conflicts_are_reported_without_the_option(
        self, capsys: pytest.CaptureFixture[str], files: list[Path]
    ) -> None:
        for path, verified in zip(files, (True, False), strict=True):
            path.write_text(
                to_json(Register([support(1, "A", verified=verified)])), encoding="utf-8"
            )

        code, _, err = run(capsys, "merge", *files, "-o", files[0].with_name("out.json"))

        assert (2, 1, False) == (code, len(err.splitlines()), "--corrects-keys" in err)
