"""Every row taken in is accounted for, and none becomes something else. All data are made up."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from each import for_each
from nsc_program import (
    AssessmentBody,
    Enterprise,
    Expert,
    InvalidType,
    PilotModel,
    RejectedRow,
    ReportedFigure,
    Support,
    Training,
)
from nsc_program.intake import Fault, find_columns, read
from nsc_program.intake._cells.cells import Covered, Cut, NotShown, Rounded, Scaled, SharedNumber
from nsc_program.intake._cells.grid import Places, Row
from nsc_program.intake._messages.problems import MENDED, Doubt
from nsc_program.serialization import to_json
from rows import (
    BODY,
    ENTERPRISE,
    EXPERT,
    HEADS,
    MODEL,
    REPORT,
    SUPPORT,
    TRAINING,
    blank,
    counts,
    faults,
    supports,
)

DAY = date(2024, 6, 30)


class TestRowsWithoutData:
    """A row without data is blank, a group, the headings again, their numbers, or a sum."""

    @for_each(
        "row",
        [
            {},
            blank(SUPPORT),
            blank(SUPPORT, Mã="  ", MST="\u00a0", STT=float("nan")),
            {name: name for name in SUPPORT},
            {name: name.upper() for name in SUPPORT},
            dict(zip(SUPPORT, ("(1)", "(2)", "(3)", "(4)"), strict=True)),
            blank(SUPPORT, STT=7),
            blank(SUPPORT, STT="Quận Ba Đình"),
            blank(SUPPORT, STT="II.", Tên="Quận Ba Đình"),
            blank(SUPPORT, STT="Quận Ba Đình", Tên="Quận Ba Đình"),
            blank(SUPPORT, STT="Tổng cộng", Tên=12),
            blank(SUPPORT, Mã="CỘNG", Kinh_phí=12),
            blank(SUPPORT, Mã="Tổng số", MST="Tổng số", Số=12),
        ],
        ids=range(13),
    )
    def test_a_row_without_data_is_counted_apart(self, row: Mapping[Any, object]) -> None:
        found = read(Support, [SUPPORT, row])
        assert (1, 0, 0, 1) == counts(found)
        assert ((), ()) == (found.problems, found.register.rejected)

    @pytest.mark.parametrize(
        "row",
        [
            {**SUPPORT, "Mã": None, "Ghi chú": "Cộng"},
            {**SUPPORT, "Mã": "Tổng"},
            blank(SUPPORT, MST="SAMPLE-2", Ghi_chú="tổng"),
            blank(SUPPORT, STT=7, Tên="SAMPLE-2"),
            blank(SUPPORT, STT="7", Tên="SAMPLE-2"),
            {**blank(SUPPORT), None: ["x"]},
            {**blank(SUPPORT), "Mã": "Tổng", None: ["x"]},
        ],
        ids=range(7),
    )
    def test_a_row_that_may_be_a_record_is_not_counted_as_without_data(
        self, row: Mapping[Any, object]
    ) -> None:
        found = read(Support, [SUPPORT, row])
        assert 0 == found.without_data
        assert 2 == found.rows

    def test_a_sum_of_reported_figures_holds_no_data(self) -> None:
        assert (1, 0, 0, 1) == counts(
            read(ReportedFigure, [REPORT, {**blank(REPORT), "Mã": "Cộng", "Giá trị": 5}])
        )

    @pytest.mark.parametrize(
        "rows",
        [[{"a": "x"}], [{0: "s1", 1: "SAMPLE-1"}], [{**blank(SUPPORT), "Mà": "x", "STT": 1}]],
    )
    @pytest.mark.parametrize("columns", [None, {"id": "A", "enterprise": "B", "started_on": "C"}])
    def test_a_row_whose_columns_are_not_found_is_rejected(
        self, rows: Iterable[object], columns: Mapping[str, str] | None
    ) -> None:
        found = read(Support, rows, columns=columns)
        assert (0, 0, 1, 0) == counts(found)
        assert found.register.rejected


class TestVersions:
    """Two rows under one id are versions if their days differ.

    If not, it is unknown which of them is the latest, and both are rejected.
    """

    ON = date(2026, 6, 30)

    def test_rows_of_one_day_are_not_versions_whether_a_cell_or_the_export_dates_them(self) -> None:
        rows = [
            {**SUPPORT, "Ngày nhập": None},
            {**SUPPORT, "Ngày nhập": "30/06/2026", "Kết thúc": None},
        ]
        found = read(Support, rows, recorded_on=self.ON)
        assert [(1, Fault.SAME_ID, "Mã"), (2, Fault.SAME_ID, "Mã")] == faults(found)
        assert (
            RejectedRow(what=Support, id="s1", recorded_on=self.ON, things=2),
        ) == found.register.rejected

    @pytest.mark.parametrize("day", ["30/6/26", 46203, "=TODAY()"])
    def test_a_row_with_an_unreadable_day_is_not_dated_before_the_others(self, day: object) -> None:
        """Otherwise the very record that the row corrects would settle it."""
        rows = [
            {**SUPPORT, "Ngày nhập": "30/06/2026"},
            {**SUPPORT, "Ngày nhập": day, "Kết thúc": None},
        ]
        for found in (
            read(Support, rows),
            read(Support, rows[::-1]),
            read(Support, rows, recorded_on=DAY),
        ):
            row = RejectedRow(what=Support, id="s1", recorded_on=self.ON)
            assert ((row,), (row,)) == (found.register.rejected, found.register.unresolved)

    def test_a_blank_day_is_the_day_of_the_export(self) -> None:
        row = {**SUPPORT, "Ngày nhập": None, "Bắt đầu": "?"}
        for day in (None, self.ON):
            (unread,) = read(Support, [row], recorded_on=day).register.rejected
            assert day == unread.recorded_on

    def test_the_day_of_the_export_must_be_a_date(self) -> None:
        with pytest.raises(InvalidType, match=r"^recorded_on: expected a date, got datetime"):
            read(Support, [], recorded_on=datetime(2026, 6, 30))  # noqa: DTZ001


class TestValues:
    """An intake and its problems can be compared, hashed and shown."""

    def test_equal_intakes_have_equal_hashes(self) -> None:
        found = supports({}, {"MST": ["x"]}, {"MST": None})
        assert {found} == {supports({}, {"MST": ["x"]}, {"MST": None})}
        assert {find_columns(Support, SUPPORT)} == {find_columns("Support", SUPPORT)}

    def test_the_repr_of_an_intake_does_not_show_rejected_rows(self) -> None:
        found = read(Training, [{**TRAINING, "Mã người": "SAMPLE-P7", "Ngày": "?"}, ["SAMPLE-P7"]])
        assert 2 == len(found.rejected)
        assert "SAMPLE-P7" not in repr(found)

    def test_a_citizens_number_within_an_id_is_masked_in_problems(self) -> None:
        found = supports({"Mã": "CCCD 000000000012"}, {"Mã": "CCCD 000000000012", "Kết thúc": None})
        assert [Fault.PERSONAL_NUMBER] * 2 == [problem.code for problem in found.problems]
        assert not any("000012" in problem.value for problem in found.problems)

    def test_a_suggestion_does_not_show_a_person(self) -> None:
        hidden = read(Training, [{**TRAINING, "Mã người": "SAMPLE\u200b-P7"}])
        number = read(Training, [{**TRAINING, "Mã": "0000\u200b00000012"}])
        longer = supports({"MST": "SAMPLE\u200b-" + "7" * 40})
        known = supports({"MST": "SAMPLE\u200b-7"})
        assert [None, None, None, "SAMPLE-7"] == [
            problem.suggestion
            for found in (hidden, number, longer, known)
            for problem in found.problems
        ]

    @for_each(
        "number",
        [10**5000, -(10**5000), Fraction(1, 10**5000), Decimal("1e999999999")],
        ids=range(4),
    )
    @for_each("name", [*REPORT])
    def test_a_number_too_long_to_be_written_rejects_its_row(
        self, name: str, number: object
    ) -> None:
        found = read(ReportedFigure, [{**REPORT, name: number}])
        assert (0, 0, 1, 0) == counts(found)
        assert "schema" in to_json(found.register)
        assert "" == found.problems[0].value


class TestPeople:
    """A callable makes the pseudonyms of people; a row without one is rejected, and not shown."""

    KEYS: Mapping[str, str] = {"000000000012": "SAMPLE-P1"}

    def test_the_pseudonym_takes_the_place_of_the_number(self) -> None:
        (record,) = read(
            Training, [{**TRAINING, "Mã người": " 000000000012"}], people=self.KEYS.__getitem__
        ).register.records
        assert isinstance(record, Training)
        assert "SAMPLE-P1" == record.person

    @for_each(
        ("people", "fault"),
        [
            ({}.__getitem__, Fault.NOT_A_PERSON),
            (int, Fault.NOT_A_PERSON),
            (lambda _: "000000000012", Fault.REFUSED),
            (lambda _: [], Fault.REFUSED),
            (None, Fault.PERSONAL_NUMBER),
        ],
        ids=range(5),
    )
    @for_each("number", ["000 000 000 012", "00000000001-2"])
    def test_a_row_whose_person_has_no_pseudonym_is_rejected(
        self,
        people: Any,  # noqa: ANN401
        fault: Fault,
        number: object,
    ) -> None:
        for kind, row in ((Training, TRAINING), (Expert, EXPERT)):
            found = read(kind, [{**row, "Mã người": number}], people=people)
            assert [(1, fault, "Mã người")] == faults(found)
            assert str(number)[-4:] not in repr(found)

    @pytest.mark.parametrize(
        "number", [12, 12.0, 1_099_012_345, 1_099_012_345.0, "1099012345", 10**11], ids=range(6)
    )
    def test_a_long_number_may_be_a_citizens_number_that_lost_its_zeros(
        self, number: object
    ) -> None:
        found = read(Training, [{**TRAINING, "Mã người": number}])
        expected = [] if number in (12, 12.0) else [(1, Fault.PERSONAL_NUMBER, "Mã người")]
        assert expected == faults(found)

    @pytest.mark.parametrize("kind", [Training, Expert])
    def test_a_row_shifted_by_a_column_does_not_show_a_person(self, kind: type[Any]) -> None:
        row = TRAINING if kind is Training else EXPERT
        for heading in row:
            for name in ("SAMPLE-P7", "Nguyễn Văn A", "=SAMPLE-P7", "SAMPLE\u200b-P7"):
                found = read(kind, [{**row, heading: name, None: [name]}])
                assert (0, 0, 1, 0) == counts(found)
                assert [] == [word for word in ("P7", "Văn") if word in repr(found.problems)]

    def test_a_cell_without_letters_or_with_one_plain_word_is_shown(self) -> None:
        found = read(Training, [{**TRAINING, "Ngày": "30/6/24"}, {**TRAINING, "Hủy": "perhaps"}])
        assert ["30/6/24", "perhaps"] == [problem.value for problem in found.problems]


def under(row: Mapping[Any, object], fault: Fault) -> Row:
    """Return a row of a sheet with a doubt about it."""
    return Row(Places.own([*row]), [*row.values()], Doubt(fault, "SAMPLE"))


FAULTS: Mapping[Fault, tuple[type[Any], Iterable[object]]] = {
    Fault.MISSING: (Support, [{**SUPPORT, "MST": None}]),
    Fault.NO_COLUMN: (Support, [{"Mã": "s1"}]),
    Fault.TWO_COLUMNS: (Support, [{**SUPPORT, "Mã số thuế": None}]),
    Fault.UNKNOWN_UNIT: (Support, [{**SUPPORT, "NSNN (USD)": 1}]),
    Fault.NOT_A_ROW: (Support, [None]),
    Fault.EXTRA_CELLS: (Support, [{**SUPPORT, None: ["x"]}]),
    Fault.CUT_SHORT: (Support, [{**SUPPORT, "Kết thúc": Cut()}]),
    Fault.FORMULA: (Support, [{**SUPPORT, "MST": "=A1"}]),
    Fault.ERROR_VALUE: (Support, [{**SUPPORT, "MST": "#N/A"}]),
    Fault.NOT_TEXT: (Support, [{**SUPPORT, "MST": 0.5}]),
    Fault.NOT_A_DATE: (Support, [{**SUPPORT, "Bắt đầu": "5/1/24"}]),
    Fault.NO_SUCH_DAY: (Support, [{**SUPPORT, "Bắt đầu": "31/02/2024"}]),
    Fault.WHICH_DAY: (Support, [{**SUPPORT, "Bắt đầu": datetime(2024, 1, 5, tzinfo=UTC)}]),
    Fault.DAY_OR_MONTH: (
        Support,
        [{**SUPPORT, "Kết thúc": f"06/{day:02}/2024"} for day in (26, 27, 28, 29, 30, 5)],
    ),
    Fault.NOT_YEARS: (ReportedFigure, [{**REPORT, "Năm": "24"}]),
    Fault.WHICH_PERIOD: (ReportedFigure, [{**REPORT, "Năm": "quý I"}]),
    Fault.NOT_YES_OR_NO: (Support, [{**SUPPORT, "Hủy": "?"}]),
    Fault.UNKNOWN_WORD: (Support, [{**SUPPORT, "Cấp": "?"}]),
    Fault.NOT_A_YEAR: (Support, [{**SUPPORT, "Năm chi": "25"}]),
    Fault.NOT_WHOLE: (Training, [{**TRAINING, "Số người": 0.5}]),
    Fault.NOT_A_NUMBER: (ReportedFigure, [{**REPORT, "Chỉ tiêu": "tfp-share", "Giá trị": "?"}]),
    Fault.FAR_YEAR: (Support, [{**SUPPORT, "Kết thúc": "30/06/2567"}]),
    Fault.SEVERAL_LINES: (Support, [{**SUPPORT, "Ngân sách": "150\n120"}]),
    Fault.FOOTNOTE: (Support, [{**SUPPORT, "MST": "SAMPLE-1²"}]),
    Fault.STRUCK_PART: (Support, [{**SUPPORT, "MST": "SAMPLE-12\u0336"}]),
    Fault.NO_PROOF: (Expert, [{**EXPERT, "Tiêu chuẩn": "Trượt"}]),
    Fault.OTHER_SAYING: (Training, [{**TRAINING, "Chuyên đề": "5S (1/3 buổi)"}]),
    Fault.OTHER_DAY: (PilotModel, [{**MODEL, "Số quyết định": "12/QĐ-UBND năm 2021"}]),
    Fault.OTHER_KIND: (Enterprise, [{**ENTERPRISE, "Tên": "HTX Sao Mai"}]),
    Fault.OTHER_KEY: (
        AssessmentBody,
        [
            {**BODY, "Tên": "Viện Sao Mai", "Số đăng ký": "VIAS 1"},
            {**BODY, "Tên": "Viện Sao Mai", "Số đăng ký": "VIAS 2", "Mã": "b2"},
        ],
    ),
    Fault.EARLIER_DAY: (Expert, [{**EXPERT, "Ngày chứng nhận": "05/01/2023"}]),
    Fault.OTHER_TOTAL: (Support, [{**SUPPORT, "Ngân sách": 50_000_000, "Tổng": 90_000_000}]),
    Fault.EARLY_FIGURE: (ReportedFigure, [{**REPORT, "Ngày báo cáo": "05/01/2024"}]),
    Fault.NO_DAY: (Expert, [{**EXPERT, "Ngày hết hạn": "05/06/2027"}]),
    Fault.MERGED: (Support, [{**SUPPORT, "Kết thúc": Covered()}]),
    Fault.SCALED: (Support, [{**SUPPORT, "Ngân sách": Scaled.of(Fraction(150_000), 1000)}]),
    Fault.ROUNDED: (Training, [{**HEADS, "Số người": Rounded.of(39.6, "40")}]),
    Fault.MUCH_MONEY: (Support, [{**SUPPORT, "Ngân sách (triệu đồng)": 150_000_000}]),
    Fault.NOT_PEOPLE: (Training, [{**HEADS, "Số người": "2 lớp"}]),
    Fault.OTHER_THINGS: (ReportedFigure, [{**REPORT, "Giá trị": "105%"}]),
    Fault.NO_UNIT: (
        Support,
        [
            {**SUPPORT, "ĐVT": unit, "Ngân sách": 150_000, "Mã": unit}
            for unit in ("nghìn đồng", None)
        ],
    ),
    Fault.UNKNOWN_ROW_UNIT: (Support, [{**SUPPORT, "ĐVT": "USD", "Ngân sách": 150_000}]),
    Fault.CONTRARY_UNIT: (
        Support,
        [{**SUPPORT, "ĐVT": "nghìn đồng", "Ngân sách (triệu đồng)": 150}],
    ),
    Fault.WHICH_COLUMN: (
        Support,
        [{**SUPPORT, "ĐVT": "triệu đồng", "Ngân sách": 150, "Nguồn khác": 20}],
    ),
    Fault.PERSONAL_DETAIL: (Training, [{**TRAINING, "Mã người": "C0000001"}]),
    Fault.WORDS: (Support, [{**SUPPORT, "MST": "Công ty mẫu"}]),
    Fault.DITTO: (Support, [{**SUPPORT, "MST": "nt"}]),
    Fault.OTHER_LETTERS: (Support, [{**SUPPORT, "MST": "S\u0410MPLE-1"}]),
    Fault.LOOKALIKE: (Support, [{**SUPPORT, "MST": "SAMPLE-0O1"}]),
    Fault.AMBIGUOUS_NUMBER: (
        ReportedFigure,
        [{**REPORT, "Chỉ tiêu": "tfp-share", "Giá trị": "1.480"}],
    ),
    Fault.FRACTION: (ReportedFigure, [{**REPORT, "Chỉ tiêu": "tfp-share", "Giá trị": "0,07"}]),
    Fault.PERSONAL_NUMBER: (Training, [{**TRAINING, "Mã người": "000000000012"}]),
    Fault.SHARED: (Support, [{**SUPPORT, "Ngân sách": SharedNumber(500_000)}]),
    Fault.NOT_MONEY: (Support, [{**SUPPORT, "Ngân sách": "150 USD"}]),
    Fault.LITTLE_MONEY: (Support, [{**SUPPORT, "Ngân sách": 150}]),
    Fault.A_NAME: (Training, [{**TRAINING, "Mã người": "Nguyen Van A"}]),
    Fault.NOT_A_PERSON: (Training, [{**TRAINING, "Mã người": "SAMPLE-P1"}]),
    Fault.NOT_A_CODE: (Support, [{**SUPPORT, "MST": "12"}]),
    Fault.LOST_ZERO: (Support, [{**SUPPORT, "MST": "100000001"}]),
    Fault.LOST_ZEROS: (Support, [{**SUPPORT, "MST": 1085000012}]),
    Fault.CHECK_DIGIT: (Support, [{**SUPPORT, "MST": "0100000001"}]),
    Fault.OTHER_VALUE: (Support, [{**SUPPORT, "Cấp": "Bộ"}]),
    Fault.SEVERAL: (Support, [{**SUPPORT, "MST": "SAMPLE-1; SAMPLE-2"}]),
    Fault.UNSEEN: (Support, [{**SUPPORT, "MST": "SAMPLE\u200b"}]),
    Fault.TOO_LONG: (Support, [{**SUPPORT, "MST": "S" * 201}]),
    Fault.REFUSED: (Support, [{**SUPPORT, "Mã": "000000000012"}]),
    Fault.CONTRADICTION: (Support, [{**SUPPORT, "Kết thúc": "05/01/2023"}]),
    Fault.UNKNOWN_INDICATOR: (ReportedFigure, [{**REPORT, "Chỉ tiêu": "Số doanh nghiệp"}]),
    Fault.SCIENTIFIC: (Support, [{**SUPPORT, "MST": "1,00109E+11"}]),
    Fault.DECIMAL_ZERO: (Support, [{**SUPPORT, "MST": "100233488.0"}]),
    Fault.CANCELLED: (Support, [{**SUPPORT, "Tình trạng": "Đã hủy"}]),
    Fault.NOT_DONE: (Support, [{**SUPPORT, "Ghi chú": "đang thực hiện"}]),
    Fault.STILL_TO_COME: (Support, [SUPPORT]),
    Fault.OTHER_COUNT: (Support, [SUPPORT, {"Mã": "Tổng cộng: 03 doanh nghiệp"}]),
    Fault.OTHER_SUM: (
        Support,
        [{**SUPPORT, "Ngân sách": "1 tỷ"}, {"Mã": "Tổng cộng", "Ngân sách": "2 tỷ"}],
    ),
    Fault.NOT_SHOWN: (Support, [{**SUPPORT, "Kết thúc": NotShown()}]),
    Fault.HIDDEN_ROW: (Support, [under(SUPPORT, Fault.HIDDEN_ROW)]),
    Fault.STRUCK_ROW: (Support, [under(SUPPORT, Fault.STRUCK_ROW)]),
    Fault.UNSEEN_HEADING: (Support, [under(SUPPORT, Fault.UNSEEN_HEADING)]),
    Fault.OTHER_TABLE: (Support, [under(SUPPORT, Fault.OTHER_TABLE)]),
    Fault.DOUBTFUL_LINE: (Support, [under(SUPPORT, Fault.DOUBTFUL_LINE)]),
    Fault.ASSUMED_LINE: (Support, [under(SUPPORT, Fault.ASSUMED_LINE)]),
    Fault.UNFINISHED_LINE: (Support, [under(SUPPORT, Fault.UNFINISHED_LINE)]),
    Fault.DOUBTFUL_NOTE: (Support, [under(SUPPORT, Fault.DOUBTFUL_NOTE)]),
    Fault.NO_RECORD: (Support, [under(SUPPORT, Fault.NO_RECORD)]),
    Fault.SEVERAL_RECORDS: (Support, [{**SUPPORT, "STT": "2-5"}]),
    Fault.LARGER_PART: (Training, [{**HEADS, "Số người": 30, "Trong đó nữ": 31}]),
    Fault.SECOND_DAY: (
        PilotModel,
        [
            {**MODEL, "Mã": day, "Số quyết định": "12/QĐ-UBND", "Ngày công nhận": f"{day}/05/2024"}
            for day in (5, 6)
        ],
    ),
    Fault.FAR_VALUE: (
        Support,
        [
            {**SUPPORT, "Mã": f"s{vnd}", "Kinh phí NSNN (đồng)": vnd}
            for vnd in (150_000, 95_000_000, 120_000_000, 88_500_000)
        ],
    ),
    Fault.SHARED_PAPER: (
        Expert,
        [
            {**EXPERT, "Mã": each, "Mã người": f"SAMPLE-P{each}", "Số chứng chỉ": "1"}
            for each in "ab"
        ],
    ),
    Fault.BELOW_SUM: (Support, [SUPPORT, {"Mã": "Tổng cộng"}, {**SUPPORT, "Mã": "s2"}]),
    Fault.APPENDIX: (Support, [{**SUPPORT, "Mã": each} for each in ("1/HĐ", "1/PLHĐ")]),
    Fault.COPIED_ROW: (Training, [{**TRAINING, "Mã": each, "Nội dung": "5S"} for each in "ab"]),
    Fault.SAME_MADE_ID: (Support, [{**SUPPORT, "Nơi": "A"}, {**SUPPORT, "Nơi": "B"}]),
    Fault.OTHER_BESIDE: (Support, [{**SUPPORT, "Nơi": "A"}, {**SUPPORT, "Nơi": "B"}]),
    Fault.OTHER_PERIOD: (
        Support,
        [
            {
                **{name: cell for name, cell in SUPPORT.items() if name != "Kết thúc"},
                "Kết thúc › Năm 2021": "30/06/2024",
            }
        ],
    ),
    Fault.OTHER_NAME: (
        Support,
        [{**SUPPORT, "Tên": "HTX An Bình"}, {**SUPPORT, "Mã": "s2", "Tên": "Công ty Sao Mai"}],
    ),
    Fault.LIKE_KEY: (Support, [SUPPORT, {**SUPPORT, "Mã": "s2", "MST": "SAMPLE1"}]),
    Fault.OTHER_UNIT: (Support, [under(SUPPORT, Fault.OTHER_UNIT)]),
    Fault.KEY_CHANGED: (
        Support,
        [
            {**SUPPORT, "Ngày nhập": "01/02/2024"},
            {**SUPPORT, "MST": "SAMPLE-2", "Ngày nhập": "01/03/2024"},
        ],
    ),
    Fault.SAME_ID: (Support, [SUPPORT, {**SUPPORT, "Kết thúc": None}]),
    Fault.ZERO_RESTORED: (Support, [{**SUPPORT, "MST": "100000010"}]),
    Fault.UNSEEN_REMOVED: (Support, [{**SUPPORT, "Văn bản": "SAMPLE\u200b"}]),
}


class TestFaults:
    """Every fault that a row can have, with a message in both languages."""

    def test_every_fault_has_an_example(self) -> None:
        assert {*Fault} == FAULTS.keys()

    @for_each("fault", Fault)
    def test_every_fault_has_a_message_in_both_languages(self, fault: Fault) -> None:
        kind, rows = FAULTS[fault]
        nobody: dict[str, str] = {}
        people = nobody.__getitem__ if fault is Fault.NOT_A_PERSON else None
        found = read(
            kind,
            rows,
            people=people,
            id_from=["MST"] if fault is Fault.SAME_MADE_ID else (),
            recorded_on=date(2024, 6, 29) if fault is Fault.STILL_TO_COME else None,
            values={"level": "thành phố"} if fault is Fault.OTHER_VALUE else None,
        )
        said = [problem for problem in found.problems if problem.code is fault]
        assert said
        assert {fault in MENDED} == {problem.mended for problem in said}
        for text in (problem.message for problem in said):
            assert "" not in (text.vi.strip(), text.en.strip())
            assert text.vi != text.en
