"""Findings as a whole: their laws, their sentences, and those of the made-up sample."""

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from building import AFTER, names, supports
from drawing import days, registers
from each import for_each
from examples_of_values import EXAMPLES
from nsc_program import (
    HANOI,
    Dissemination,
    Expert,
    Fact,
    Period,
    Register,
    RejectedRow,
    Support,
    Training,
    evaluate,
    findings,
    tally,
)
from nsc_program.checks import (
    ClaimOutdated,
    EnteredTwice,
    EnterpriseNotListed,
    ExpertNotTrained,
    Finding,
    ModelNotSupported,
    OutsidePhases,
    PartTooLarge,
    RecordName,
    SupportAcrossPhases,
    UnknownIndicator,
    WrongCheckDigit,
)
from nsc_program.records import AnyRecord
from nsc_program.records._enumerations import EnterpriseKind
from nsc_program.records._rejected_rows import ROWS
from nsc_program.report import finding_text, findings_grid
from nsc_program.report.findings import KINDS
from nsc_program.report.labels import CLASSES
from nsc_program.serialization import from_json
from nsc_program.values import Lang

FIRST = HANOI.phases[0].period
REJECTED = st.builds(
    RejectedRow, what=st.sampled_from(sorted(ROWS)), id=st.sampled_from(("r0", "r1", "row"))
)


def of(register: Register, as_of: date = AFTER) -> tuple[Finding, ...]:
    return findings(evaluate(HANOI, tally(HANOI, register, as_of=as_of)), register)


@st.composite
def faulty(draw: st.DrawFn) -> Register:
    """Draw registers with rejected rows and recognisable keys of people, in two writings."""
    register = draw(registers())
    records = [
        _recognisable(each, draw(st.sampled_from(("Somebody-", "SOMEBODY "))))
        for each in register.records
    ]
    return Register(
        records,
        register.completeness,
        draw(st.lists(REJECTED, max_size=2, unique_by=lambda row: row.id)),
    )


def _recognisable(record: AnyRecord, prefix: str) -> AnyRecord:
    match record:
        case Training(person=str(person)) | Expert(person=person):
            return evolve(record, person=prefix + person)
        case Fact(key=key):
            return evolve(record, key=prefix + key)
        case _:
            return record


class TestLaws:
    @settings(max_examples=50)
    @given(faulty(), days(), st.randoms(use_true_random=False))
    def test_the_order_of_records_does_not_matter(
        self, register: Register, as_of: date, random: Random
    ) -> None:
        records, claims = [*register.records], [*register.completeness]
        for each in (records, claims):
            random.shuffle(each)

        assert of(register, as_of) == of(Register(records, claims, register.rejected), as_of)

    @settings(max_examples=50)
    @given(faulty(), days())
    def test_without_claims_there_are_no_missing_records(
        self, register: Register, as_of: date
    ) -> None:
        needs_a_claim = (ExpertNotTrained, ModelNotSupported, EnterpriseNotListed, ClaimOutdated)

        assert [] == [
            each
            for each in of(evolve(register, completeness=()), as_of)
            if isinstance(each, needs_a_claim)
        ]

    @settings(max_examples=50)
    @given(faulty(), days())
    def test_findings_do_not_contain_keys_of_people(self, register: Register, as_of: date) -> None:
        found = of(register, as_of)
        said = [
            repr(found),
            *(cell for lang in _LANGS for row in findings_grid(found, lang).rows for cell in row),
        ]

        assert [] == [each for each in said if "somebody" in each.casefold()]

    @settings(max_examples=50)
    @given(faulty(), days())
    def test_each_finding_occurs_once_and_names_existing_records(
        self, register: Register, as_of: date
    ) -> None:
        found = of(register, as_of)
        there = {
            (type(each).__name__, each.indicator if isinstance(each, Fact) else each.id)
            for each in register.current
        }
        there |= {(row.what, row.id) for row in register.unresolved} | {
            ("Completeness", each.what) for each in register.completeness
        }

        assert len(set(found)) == len(found)
        assert {(name.kind, name.id) for each in found for name in each.records} <= there

    def test_an_annulled_register_has_no_findings(self) -> None:
        (support,) = supports(1)
        wrong = evolve(
            support, enterprise="0199999993", completed_on=date(2052, 1, 1), recorded_on=AFTER
        )

        assert 1 < len(of(Register([wrong])))
        assert () == of(
            Register([wrong, evolve(wrong, annulled=True, recorded_on=date(2031, 1, 2))])
        )


_LANGS: tuple[Lang, ...] = get_args(Lang)
_EXAMPLES = [example for kind in get_args(Finding) for example in EXAMPLES[kind]]
_IDS = [f"{type(example).__name__}-{number}" for number, example in enumerate(_EXAMPLES)]


class TestSentences:
    """Each finding has a sentence in two languages, made from its fields."""

    @for_each("finding", _EXAMPLES, ids=_IDS)
    def test_every_finding_has_a_sentence_in_both_languages(self, finding: Finding) -> None:
        text = finding_text(finding)

        assert text.vi != text.en
        assert all(
            each and each == each.strip() and "None" not in each for each in (text.vi, text.en)
        )

    def test_different_findings_have_different_sentences(self) -> None:
        """The records are shown beside the sentence."""
        without = {evolve(finding, records=()) for finding in _EXAMPLES}

        assert len(without) == len({finding_text(finding) for finding in without})

    def test_days_are_written_as_in_each_language(self) -> None:
        text = finding_text(OutsidePhases((date(2020, 12, 31), date(2031, 1, 1)), records=()))

        assert text.vi.endswith(" (31/12/2020, 01/01/2031)")
        assert text.en.endswith(": 2020-12-31, 2031-01-01")

    def test_only_the_first_of_many_days_are_listed(self) -> None:
        many = tuple(date(2031, 1, day) for day in range(1, 8))

        assert finding_text(OutsidePhases(many, records=())).en.endswith(" 2031-01-05 and 2 more")
        assert finding_text(OutsidePhases(many[:5], records=())).en.endswith(" 2031-01-05")

    def test_a_plan_gives_the_names_of_its_indicators_and_targets(self) -> None:
        claim = ClaimOutdated("trained/participations", FIRST, date(2026, 1, 15), records=())
        part = PartTooLarge("2021-2025/experts", "2021-2025/trained", records=())
        unknown = UnknownIndicator("suported", records=())

        assert "(participations in training, 2021-2025)" in finding_text(claim, HANOI).en
        assert "(trained/participations, 2021-2025)" in finding_text(claim).en
        assert (
            "the part “Experts up to the standard” is certainly larger than its whole "
            "“People trained in productivity and quality”"
        ) == finding_text(part, HANOI).en
        assert "“suported” is not an indicator" in finding_text(unknown, HANOI).en

    def test_a_claim_is_named_by_its_subject_and_period(self) -> None:
        claim = ClaimOutdated("Training", FIRST, date(2026, 1, 15), records=())

        assert "(đào tạo, tập huấn, 2021-2025)" in finding_text(claim).vi
        assert (
            "(supported, up to 2026-01-15)"
            in finding_text(
                evolve(claim, what="supported", period=Period.until(date(2026, 1, 15)))
            ).en
        )

    def test_every_class_and_kind_has_a_name(self) -> None:
        assert {*ROWS, "Fact", "Completeness"} == set(CLASSES)
        assert set(EnterpriseKind) == set(KINDS)


class TestGrid:
    @pytest.mark.parametrize(
        ("lang", "title", "row"),
        [
            (
                "vi",
                "Những điểm cần kiểm tra trong cơ sở dữ liệu",
                (
                    "1",
                    "mã số doanh nghiệp 0199999993 sai chữ số kiểm tra",
                    "doanh nghiệp: e1; hỗ trợ: s1, s2",
                ),
            ),
            (
                "en",
                "Points to check in the register",
                (
                    "1",
                    "the check digit of the enterprise code 0199999993 is wrong",
                    "enterprise: e1; support: s1, s2",
                ),
            ),
        ],
    )
    def test_each_finding_is_a_row(self, lang: Lang, title: str, row: tuple[str, ...]) -> None:
        of_it = (*names("Enterprise", "e1"), *names("Support", "s1", "s2"))
        grid = findings_grid([WrongCheckDigit("0199999993", records=of_it)], lang)

        assert (title, (row,), 3) == (grid.title, grid.rows, len(grid.headings))

    @pytest.mark.parametrize(
        ("count", "end"), [(20, "s19"), (21, "s19 and 1 more"), (1520, "s19 and 1,500 more")]
    )
    def test_only_the_first_of_many_records_are_listed(self, count: int, end: str) -> None:
        many = tuple(RecordName("Support", f"s{number}") for number in range(count))
        ((_, _, records),) = findings_grid([EnteredTwice("Support", records=many)], "en").rows

        assert records.startswith("support: s0, s1, ")
        assert records.endswith(f" {end}")

    def test_without_findings_there_are_no_rows(self) -> None:
        assert () == findings_grid((), "vi").rows


class TestSample:
    """The findings of the made-up register, worked out from the document by plain Python."""

    REGISTER = from_json(
        (Path(__file__).parents[2] / "docs/examples/made-up-register.json").read_bytes(), Register
    )
    DAY = date(2026, 6, 30)
    FOUND = of(REGISTER, DAY)

    def test_findings_are_counted_by_kind(self) -> None:
        """Eight supports run over the new year.

        Nine codes begin with nine zeros and end wrongly.
        """
        assert {"SupportAcrossPhases": 1, "WrongCheckDigit": 9, "EnteredTwice": 1} == Counter(
            type(each).__name__ for each in self.FOUND
        )

    def test_the_supports_that_run_over_the_new_year_are_found(self) -> None:
        (across,) = (each for each in self.FOUND if isinstance(each, SupportAcrossPhases))
        over = {
            each.id
            for each in self.REGISTER.current
            if isinstance(each, Support)
            and each.completed_on
            and each.started_on <= FIRST.end < each.completed_on
        }

        assert 8 == len(over)
        assert over == {name.id for name in across.records}

    def test_the_codes_that_begin_with_nine_zeros_are_found(self) -> None:
        assert [f"{number:010}" for number in range(1, 10)] == [
            each.code for each in self.FOUND if isinstance(each, WrongCheckDigit)
        ]

    def test_two_events_of_one_day_and_topic_are_found(self) -> None:
        """All forty have one topic, and by chance two of them have the same day."""
        (twice,) = (each for each in self.FOUND if isinstance(each, EnteredTwice))
        events = {name.id for name in twice.records}
        on = {
            each.on
            for each in self.REGISTER.current
            if isinstance(each, Dissemination) and each.id in events
        }

        assert ("Dissemination", 2, 1) == (twice.kind, len(events), len(on))
