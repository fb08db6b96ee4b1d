"""How numbers, ranges, days, answers and notes are written, in both languages."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from building import AFTER, FIRST, SHARE, THINGS, evaluated, experts, supports, trainings
from each import for_each
from nsc_program import Indicator, Period, Range, Reading
from nsc_program.catalog._indicators import PARTICIPATION, PERSON
from nsc_program.figures import (
    ClaimedComplete,
    Clash,
    Estimated,
    InRejectedRows,
    NotClaimedComplete,
    NotStarted,
    PeopleNotIdentified,
    Piece,
    Reported,
    UnusedReport,
    Unverified,
)
from nsc_program.plan import Asked
from nsc_program.plan._questions import STRICT, TOLERANCE
from nsc_program.records import WhyNot
from nsc_program.report import notes, phrases, table
from nsc_program.values import Lang
from nsc_program.values._ranges import EVERYTHING
from nsc_program.values._written_numbers import written_number
from nsc_program.verdicts import (
    BaselineMayBeZero,
    Comparison,
    NoPlannedBaseline,
    Note,
    PartAboveWhole,
    UnitsDiffer,
)

DAY = date(2026, 1, 20)
IN_FIRST_PHASE, GROWN = (
    evaluated([])[target] for target in ("2021-2025/bodies", "2026-2030/supported")
)

NOTES: list[tuple[Note, str, str]] = [
    (
        Unverified("supported", FIRST, 1200),
        "1.200 trường hợp chưa được xác minh",
        "1,200 not verified",
    ),
    (
        PeopleNotIdentified("trained/persons", FIRST, 40, 30),
        "40 người chỉ có số lượng, chưa có danh sách nên có thể tính trùng tối đa 30 người",
        "40 people known only as a headcount, so up to 30 may be counted twice",
    ),
    (
        InRejectedRows("supported", FIRST, 2, 1200),
        "còn 2 dòng chưa tiếp nhận được: có thể làm tăng tối đa 1.200 trường hợp",
        "1,200 more may be in 2 rejected rows",
    ),
    (
        NotClaimedComplete(
            "bodies",
            FIRST,
            (Period.of_years(2021, 2022), Period(date(2025, 12, 15), date(2025, 12, 31))),
        ),
        "chưa xác nhận đầy đủ số liệu: 2021-2022, từ 15/12/2025 đến 31/12/2025",
        "data not claimed complete for 2021-2022, 2025-12-15 to 2025-12-31",
    ),
    (
        ClaimedComplete("bodies", FIRST, date(2025, 12, 31)),
        "số liệu được xác nhận đầy đủ đến hết 31/12/2025",
        "data claimed complete through 2025-12-31",
    ),
    (NotStarted("bodies", FIRST), "giai đoạn chưa bắt đầu", "the period has not begun"),
    (
        Reported("bodies", FIRST, "R1", DAY, FIRST),
        "theo báo cáo R1 ngày 20/01/2026",
        "from report R1 of 2026-01-20",
    ),
    (
        Estimated("bodies", FIRST, "R1", DAY, FIRST),
        "số ước thực hiện theo báo cáo R1 ngày 20/01/2026",
        "an estimate from report R1 of 2026-01-20",
    ),
    (
        UnusedReport("bodies", FIRST, "R1", WhyNot.UNVERIFIED),
        "không sử dụng báo cáo R1: báo cáo chưa được xác minh",
        "report R1 is not used: the report is not verified",
    ),
    (
        Clash(
            "bodies",
            FIRST,
            (Piece(Range.exactly(3), counted=True), Piece(Range(5, 7), ("R1", "R2"))),
        ),
        "số liệu không thống nhất: theo hồ sơ là 3, theo báo cáo R1, R2 từ 5 đến 7",
        "the evidence clashes: 3 (records) against between 5 and 7 (reports R1, R2)",
    ),
    (
        BaselineMayBeZero("bodies", FIRST),
        "có thể bằng 0, nên không tính được mức tăng",
        "it may be zero, and growth from zero is undefined",
    ),
    (
        NoPlannedBaseline("bodies", FIRST),
        "không có đúng một chỉ tiêu kế hoạch, nên so với kết quả thực hiện",
        "it is not planned by exactly one target, so the achieved number is used",
    ),
    (
        UnitsDiffer("trained/persons", FIRST, PERSON, PARTICIPATION),
        "khác đơn vị tính: lượt người và người",
        "the units differ: participations and people",
    ),
    (
        PartAboveWhole("2021-2025/experts", "2021-2025/trained"),
        "số liệu của phần “2021-2025/experts” chắc chắn lớn hơn tổng “2021-2025/trained”",
        "the part “2021-2025/experts” is certainly larger than its whole “2021-2025/trained”",
    ),
]


class TestNotes:
    @pytest.mark.parametrize(("note", "vi", "en"), NOTES, ids=lambda value: type(value).__name__)
    def test_each_kind_has_its_own_words(self, note: Note, vi: str, en: str) -> None:
        assert (vi, en) == (
            notes.note(note, IN_FIRST_PHASE, "vi"),
            notes.note(note, IN_FIRST_PHASE, "en"),
        )

    def test_a_note_about_another_period_names_it(self) -> None:
        assert (
            "baseline 2021-2025: it may be zero, and growth from zero is undefined"
            == notes.note(BaselineMayBeZero("bodies", FIRST), GROWN, "en")
        )

    def test_notes_on_a_baseline_are_one_text_with_numbers(self) -> None:
        found = (Unverified(GROWN.indicator.id, FIRST, 2), BaselineMayBeZero("bodies", FIRST))
        several, one = evolve(GROWN, notes=found), evolve(GROWN, notes=found[:1])

        (text,) = notes.notes_of(several, "vi")
        assert text.startswith(
            "kỳ gốc 2021-2025: (1) 2 doanh nghiệp chưa được xác minh; (2) có thể"
        )
        assert ("baseline 2021-2025: 2 not verified",) == notes.notes_of(one, "en")

    @pytest.mark.parametrize(
        ("indicator", "name", "things"),
        [
            (THINGS, THINGS.id, "doanh nghiệp"),
            (THINGS, "others", "trường hợp"),
            (SHARE, SHARE.id, "trường hợp"),
            (None, THINGS.id, "trường hợp"),
        ],
    )
    def test_a_note_counts_in_the_unit_of_its_own_indicator(
        self, indicator: Indicator | None, name: str, things: str
    ) -> None:
        text = notes.figure_note(Unverified(name, FIRST, 2), FIRST, indicator, "vi")
        assert f"2 {things} chưa được xác minh" == text

    def test_rows_that_may_withdraw_things_say_how_many(self) -> None:
        note = InRejectedRows("supported", FIRST, 1, 2, 1)

        assert (
            "còn 1 dòng chưa tiếp nhận được: có thể làm tăng tối đa 2 trường hợp "
            "và làm giảm tối đa 1 trong số đã tính"
        ) == notes.note(note, IN_FIRST_PHASE, "vi")
        assert (
            "2 more may be in 1 rejected row, which may also withdraw 1 already counted"
            == notes.note(note, IN_FIRST_PHASE, "en")
        )

    @pytest.mark.parametrize(
        ("piece", "vi", "en"),
        [
            (Piece(Range.exactly(3), ("R1",)), "theo báo cáo R1 là 3", "3 (report R1)"),
            (
                Piece(Range.at_least(3), ("R1",), counted=True),
                "theo hồ sơ và báo cáo R1 ít nhất 3",
                "at least 3 (records and report R1)",
            ),
            (
                Piece(Range.exactly(3), tuple(map(str, range(1, 8)))),
                "theo báo cáo 1, 2, 3, 4, 5 và 2 mục khác là 3",
                "3 (reports 1, 2, 3, 4, 5 and 2 more)",
            ),
            (
                Piece(Range(0, 3)),
                "theo giới hạn của chỉ tiêu từ 0 đến 3",
                "between 0 and 3 (the limits of the indicator)",
            ),
        ],
    )
    def test_a_clash_names_what_each_piece_follows_from(
        self, piece: Piece, vi: str, en: str
    ) -> None:
        note = Clash("bodies", FIRST, (piece,))

        assert f"số liệu không thống nhất: {vi}" == notes.note(note, IN_FIRST_PHASE, "vi")
        assert f"the evidence clashes: {en}" == notes.note(note, IN_FIRST_PHASE, "en")

    def test_people_who_are_surely_counted_once_are_not_doubted(self) -> None:
        note = PeopleNotIdentified("trained/persons", FIRST, 1, 0)

        assert "1 người chỉ có số lượng, chưa có danh sách" == notes.note(
            note, IN_FIRST_PHASE, "vi"
        )
        assert "1 person known only as a headcount" == notes.note(note, IN_FIRST_PHASE, "en")

    def test_a_part_names_itself(self) -> None:
        note = PartAboveWhole("a/part", "a/whole")

        assert "the part “a/part” is certainly larger than its whole “a/whole”" == notes.note(
            note, GROWN, "en"
        )


class TestNumbers:
    """A number is written exactly: as a decimal or as a fraction."""

    @pytest.mark.parametrize(
        ("value", "vi", "en"),
        [
            (Fraction(0), "0", "0"),
            (Fraction(-1234567), "−1.234.567", "−1,234,567"),
            (Fraction(29999, 20), "1.499,95", "1,499.95"),
            (Fraction(-1, 8), "−0,125", "−0.125"),
            (Fraction(100, 3), "100/3", "100/3"),
        ],
    )
    def test_examples(self, value: Fraction, vi: str, en: str) -> None:
        assert (vi, en) == (written_number(value, "vi"), written_number(value, "en"))

    @given(st.fractions())
    def test_a_written_number_can_be_parsed_back(self, value: Fraction) -> None:
        assert value == Fraction(written_number(value, "en").replace(",", "").replace("−", "-"))


class TestRanges:
    @for_each(
        ("possible", "en"),
        [
            (Range.exactly(5), "5"),
            (Range.at_least(1425), "≥ 1,425"),
            (Range.above(2), "> 2"),
            (Range.at_most(3), "≤ 3"),
            (Range.below(3), "< 3"),
            (Range(1480, 1490), "1,480 – 1,490"),
            (Range(1, 2, low_open=True, high_open=True), "> 1, < 2"),
            (EVERYTHING, "unknown"),
            (None, "no number"),
        ],
    )
    def test_examples(self, possible: Range | None, en: str) -> None:
        assert en == phrases.range_(possible, "en")

    @pytest.mark.parametrize(
        ("sure", "perhaps", "en"),
        [
            (Range.at_least(5), Range.at_least(5), "≥ 5"),
            (
                Range.at_least(7),
                Range.at_least(5),
                "from 7: certainly attained; below 5: certainly missed",
            ),
            (None, Range.at_least(5), "certain: no number; possible: ≥ 5"),
            (None, EVERYTHING, "not determined yet"),
            (Range.at_most(2), Range.at_most(4), "certain: ≤ 2; possible: ≤ 4"),
            # 3 things, or up to 7, do not fall by 5 or more, or only in the last case.
            (Range.at_most(-2), Range.at_most(-2), "no number"),
            (Range.at_most(-2), Range.at_most(2), "certain: no number; possible: ≤ 2"),
        ],
    )
    def test_accepted_numbers(self, sure: Range | None, perhaps: Range, en: str) -> None:
        comparison = Comparison(FIRST, Range.exactly(1), sure, perhaps)
        assert en == phrases.accepted(comparison, THINGS, "en")


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        (FIRST, "2021-2025", "2021-2025"),
        (
            Period(date(2024, 12, 15), date(2025, 12, 14)),
            "từ 15/12/2024 đến 14/12/2025",
            "2024-12-15 to 2025-12-14",
        ),
        (Period.until(date(2025, 12, 31)), "đến 31/12/2025", "up to 2025-12-31"),
    ],
)
def test_periods(period: Period, vi: str, en: str) -> None:
    assert (vi, en) == (phrases.period(period, "vi"), phrases.period(period, "en"))


class TestAnswers:
    def test_a_listed_answer_is_written_as_its_label(self) -> None:
        assert "“trên N” gồm cả đúng N" == phrases.answer(
            Asked("strict", answer=False), STRICT, "vi"
        )

    def test_a_number_in_an_interval_is_a_percentage(self) -> None:
        asked = Asked("tolerance", Fraction(3, 40))

        assert "“khoảng N” (about N): how far below N still counts: 7.5%" == phrases.answer(
            asked, TOLERANCE, "en"
        )


class TestTable:
    """A row for each target: its words, what was reached and is accepted, its status and notes."""

    @pytest.mark.parametrize(
        ("lang", "reached", "accepted", "rests_on"),
        [
            (
                "vi",
                "1.480 doanh nghiệp",
                "≥ 1.425",
                "“khoảng” cho phép thấp hơn 5% (quy ước của phần mềm",
            ),
            (
                "en",
                "1,480 enterprises",
                "≥ 1,425",
                "“khoảng” (about) allows 5% less (this library's convention",
            ),
        ],
    )
    def test_a_row(self, lang: Lang, reached: str, accepted: str, rests_on: str) -> None:
        row = table(evaluated(supports(1480)), lang).sections[0].rows[2]

        assert ("3", reached, accepted) == (row.number, row.reached, row.accepted)
        assert "“khoảng 1.500 doanh nghiệp” [A, B, C]" == row.words
        assert any(answer.startswith(rests_on) for answer in row.answers)

    def test_growth_names_its_baseline(self) -> None:
        row = table(evaluated(supports(1480)), "en").sections[1].rows[3]

        assert "≥ 2,220 (baseline: 1,480)" == row.accepted

    def test_differing_units_replace_the_number(self) -> None:
        reading = Reading(planned_baseline=True, choices={"trained": "participations"})

        row = table(evaluated(trainings(5), reading=reading), "en").sections[1].rows[0]

        assert "the units differ: participations and people" == row.accepted
        assert "baseline 2021-2025: the units differ: participations and people" in row.notes

    def test_a_phase_counts_its_targets_by_status(self) -> None:
        first, second = (section.title for section in table(evaluated(experts(20)), "en").sections)

        assert "Phase 2021-2025: 1/5 targets attained, 4/5 undecided" == first
        assert "Phase 2026-2030: 2/5 targets missed, 3/5 undecided" == second

    def test_targets_whose_days_have_not_begun_are_not_pending(self) -> None:
        before = evaluated([], as_of=date(2020, 12, 31))
        shown = table(before, "vi").sections[0]

        assert "Giai đoạn 2021-2025: 5/5 chỉ tiêu chưa đến kỳ" == shown.title
        assert {"Chưa đến kỳ"} == {row.status for row in shown.rows}

    def test_a_phase_without_targets_has_no_counts(self) -> None:
        evaluation = evaluated([])
        aimless = evolve(evaluation.phases[0], verdicts=())

        assert (
            "Phase 2021-2025"
            == table(evolve(evaluation, phases=(aimless,)), "en").sections[0].title
        )

    def test_notes_on_the_baseline_are_one_text(self) -> None:
        row = table(evaluated(supports(3)), "en").sections[1].rows[3]

        (baseline,) = (text for text in row.notes if text.startswith("baseline 2021-2025: "))
        assert row.notes[-1] == baseline

    def test_a_slip_in_a_document_is_listed(self) -> None:
        assert "“2021 – 2015” is a slip, read as 2021-2025." in table(evaluated([]), "en").sources

    def test_aims_without_a_number_have_a_figure_and_no_status(self) -> None:
        objectives = table(evaluated(experts(1), AFTER), "en").objectives

        assert (
            "A larger share of total factor productivity (TFP) in GRDP (2021-2030): unknown"
            == objectives[0]
        )
        assert (
            "Use of standards, technical regulations, management systems and improvement tools"
            == objectives[2]
        )
