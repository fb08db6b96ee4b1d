"""Rows taken in: every one is accounted for, and none becomes what it is not. All rows are made up."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from nsc_program import Expert, InvalidType, RejectedRow, ReportedFigure, Support, Training
from nsc_program.intake import Fault, find_columns, read
from nsc_program.intake._cells import Covered, Cut, NotShown, Scaled, SharedNumber
from nsc_program.intake._grid import Places, Row
from nsc_program.intake._problems import Doubt
from nsc_program.serialization import to_json
from rows import EXPERT, HEADS, REPORT, SUPPORT, TRAINING, blank, counts, faults, supports

DAY = date(2024, 6, 30)


class TestRowsWithoutData:
    """A row holds no data if it is blank, names a group, repeats the headings or numbers them, or is a sum."""

    @pytest.mark.parametrize(
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
    def test_it_is_counted_apart(self, row: Mapping[Any, object]) -> None:
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
    def test_what_may_be_a_record_is_none_of_these(self, row: Mapping[Any, object]) -> None:
        found = read(Support, [SUPPORT, row])
        assert 0 == found.without_data
        assert 2 == found.rows

    def test_a_sum_of_reports_has_a_number(self) -> None:
        assert (1, 0, 0, 1) == counts(
            read(ReportedFigure, [REPORT, {**blank(REPORT), "Mã": "Cộng", "Giá trị": 5}])
        )

    @pytest.mark.parametrize(
        "rows",
        [[{"a": "x"}], [{0: "s1", 1: "SAMPLE-1"}], [{**blank(SUPPORT), "Mà": "x", "STT": 1}]],
    )
    @pytest.mark.parametrize("columns", [None, {"id": "A", "enterprise": "B", "started_on": "C"}])
    def test_no_row_is_without_data_because_its_columns_are_not_found(
        self, rows: Iterable[object], columns: Mapping[str, str] | None
    ) -> None:
        found = read(Support, rows, columns=columns)
        assert (0, 0, 1, 0) == counts(found)
        assert found.register.rejected


class TestVersions:
    """Two rows under one id are versions if their days differ, and otherwise say which of them nobody knows."""

    ON = date(2026, 6, 30)

    def test_the_day_of_the_export_and_the_same_in_a_cell_are_one_day(self) -> None:
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
    def test_a_day_that_cannot_be_read_is_not_before_the_others(self, day: object) -> None:
        """Otherwise a row would be settled by the very record that it corrects."""
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

    def test_a_blank_day_is_that_of_the_export(self) -> None:
        row = {**SUPPORT, "Ngày nhập": None, "Bắt đầu": "?"}
        for day in (None, self.ON):
            (unread,) = read(Support, [row], recorded_on=day).register.rejected
            assert day == unread.recorded_on

    def test_the_day_of_the_export_is_a_date(self) -> None:
        with pytest.raises(InvalidType, match=r"^recorded_on: expected a date, got datetime"):
            read(Support, [], recorded_on=datetime(2026, 6, 30))  # noqa: DTZ001


class TestValues:
    """What comes out of a source can be compared, hashed and shown."""

    def test_an_intake_has_a_hash(self) -> None:
        found = supports({}, {"MST": ["x"]}, {"MST": None})
        assert {found} == {supports({}, {"MST": ["x"]}, {"MST": None})}
        assert {find_columns(Support, SUPPORT)} == {find_columns("Support", SUPPORT)}

    def test_a_row_set_aside_does_not_show_itself(self) -> None:
        found = read(Training, [{**TRAINING, "Mã người": "SAMPLE-P7", "Ngày": "?"}, ["SAMPLE-P7"]])
        assert 2 == len(found.rejected)
        assert "SAMPLE-P7" not in repr(found)

    def test_an_id_in_a_problem_has_no_citizens_number(self) -> None:
        found = supports({"Mã": "CCCD 000000000012"}, {"Mã": "CCCD 000000000012", "Kết thúc": None})
        assert ["CCCD ************"] * 2 == [problem.value for problem in found.problems]

    def test_a_suggestion_shows_nobody(self) -> None:
        hidden = read(Training, [{**TRAINING, "Mã người": "SAMPLE\u200b-P7"}])
        number = read(Training, [{**TRAINING, "Mã": "0000\u200b00000012"}])
        longer = supports({"MST": "SAMPLE\u200b-" + "7" * 40})
        known = supports({"MST": "SAMPLE\u200b-7"})
        assert [None, None, None, "SAMPLE-7"] == [
            problem.suggestion
            for found in (hidden, number, longer, known)
            for problem in found.problems
        ]

    @pytest.mark.parametrize(
        "number",
        [10**5000, -(10**5000), Fraction(1, 10**5000), Decimal("1e999999999")],
        ids=range(4),
    )
    @pytest.mark.parametrize("name", [*REPORT])
    def test_a_number_that_is_too_long_to_be_written(self, name: str, number: object) -> None:
        found = read(ReportedFigure, [{**REPORT, name: number}])
        assert (0, 0, 1, 0) == counts(found)
        assert "schema" in to_json(found.register)
        assert "" == found.problems[0].value


class TestPeople:
    """A callable makes the keys of people; what it cannot make a key of is set aside, and never shown."""

    KEYS: Mapping[str, str] = {"000000000012": "SAMPLE-P1"}

    def test_the_key_takes_the_place_of_the_number(self) -> None:
        (record,) = read(
            Training, [{**TRAINING, "Mã người": " 000000000012"}], people=self.KEYS.__getitem__
        ).register.records
        assert isinstance(record, Training)
        assert "SAMPLE-P1" == record.person

    @pytest.mark.parametrize(
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
    @pytest.mark.parametrize("number", ["000 000 000 012", "00000000001-2"])
    def test_what_has_no_key_is_set_aside(self, people: Any, fault: Fault, number: object) -> None:  # noqa: ANN401
        for kind, row in ((Training, TRAINING), (Expert, EXPERT)):
            found = read(kind, [{**row, "Mã người": number}], people=people)
            assert [(1, fault, "Mã người")] == faults(found)
            assert str(number)[-4:] not in repr(found)

    @pytest.mark.parametrize(
        "number", [12, 12.0, 1_099_012_345, 1_099_012_345.0, "1099012345", 10**11], ids=range(6)
    )
    def test_digits_are_a_persons_only_if_none_may_be_lost(self, number: object) -> None:
        found = read(Training, [{**TRAINING, "Mã người": number}])
        expected = [] if number in (12, 12.0) else [(1, Fault.PERSONAL_NUMBER, "Mã người")]
        assert expected == faults(found)

    @pytest.mark.parametrize("kind", [Training, Expert])
    def test_a_row_that_is_shifted_shows_nobody(self, kind: type[Any]) -> None:
        row = TRAINING if kind is Training else EXPERT
        for heading in row:
            for name in ("SAMPLE-P7", "Nguyễn Văn A", "=SAMPLE-P7", "SAMPLE\u200b-P7"):
                found = read(kind, [{**row, heading: name, None: [name]}])
                assert (0, 0, 1, 0) == counts(found)
                assert [] == [word for word in ("P7", "Văn") if word in repr(found.problems)]

    def test_what_has_no_letters_or_is_a_word_is_shown(self) -> None:
        found = read(Training, [{**TRAINING, "Ngày": "30/6/24"}, {**TRAINING, "Hủy": "perhaps"}])
        assert ["30/6/24", "perhaps"] == [problem.value for problem in found.problems]


def under(row: Mapping[Any, object], fault: Fault) -> Row:
    """A row of a sheet that something is doubtful of."""
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
    Fault.NOT_YES_OR_NO: (Support, [{**SUPPORT, "Hủy": "?"}]),
    Fault.UNKNOWN_WORD: (Support, [{**SUPPORT, "Cấp": "?"}]),
    Fault.NOT_WHOLE: (Training, [{**TRAINING, "Số người": 0.5}]),
    Fault.NOT_A_NUMBER: (ReportedFigure, [{**REPORT, "Chỉ tiêu": "tfp-share", "Giá trị": "?"}]),
    Fault.FAR_YEAR: (Support, [{**SUPPORT, "Kết thúc": "30/06/2567"}]),
    Fault.SEVERAL_LINES: (Support, [{**SUPPORT, "Ngân sách": "150\n120"}]),
    Fault.FOOTNOTE: (Support, [{**SUPPORT, "MST": "SAMPLE-1²"}]),
    Fault.MERGED: (Support, [{**SUPPORT, "Kết thúc": Covered()}]),
    Fault.SCALED: (Support, [{**SUPPORT, "Ngân sách": Scaled.of(Fraction(150_000), 1000)}]),
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
    Fault.PERSONAL_NUMBER: (Training, [{**TRAINING, "Mã người": "000000000012"}]),
    Fault.SHARED: (Support, [{**SUPPORT, "Ngân sách": SharedNumber(500_000)}]),
    Fault.LITTLE_MONEY: (Support, [{**SUPPORT, "Ngân sách": 150}]),
    Fault.A_NAME: (Training, [{**TRAINING, "Mã người": "Nguyen Van A"}]),
    Fault.NOT_A_PERSON: (Training, [{**TRAINING, "Mã người": "SAMPLE-P1"}]),
    Fault.NOT_A_CODE: (Support, [{**SUPPORT, "MST": "12"}]),
    Fault.LOST_ZERO: (Support, [{**SUPPORT, "MST": "100000001"}]),
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
    Fault.NOT_SHOWN: (Support, [{**SUPPORT, "Kết thúc": NotShown()}]),
    Fault.HIDDEN_ROW: (Support, [under(SUPPORT, Fault.HIDDEN_ROW)]),
    Fault.STRUCK_ROW: (Support, [under(SUPPORT, Fault.STRUCK_ROW)]),
    Fault.OTHER_TABLE: (Support, [under(SUPPORT, Fault.OTHER_TABLE)]),
    Fault.DOUBTFUL_LINE: (Support, [under(SUPPORT, Fault.DOUBTFUL_LINE)]),
    Fault.ASSUMED_LINE: (Support, [under(SUPPORT, Fault.ASSUMED_LINE)]),
    Fault.UNFINISHED_LINE: (Support, [under(SUPPORT, Fault.UNFINISHED_LINE)]),
    Fault.DOUBTFUL_NOTE: (Support, [under(SUPPORT, Fault.DOUBTFUL_NOTE)]),
    Fault.NO_RECORD: (Support, [under(SUPPORT, Fault.NO_RECORD)]),
    Fault.SEVERAL_RECORDS: (Support, [{**SUPPORT, "STT": "2-5"}]),
    Fault.SAME_MADE_ID: (Support, [{**SUPPORT, "Nơi": "A"}, {**SUPPORT, "Nơi": "B"}]),
    Fault.OTHER_BESIDE: (Support, [{**SUPPORT, "Nơi": "A"}, {**SUPPORT, "Nơi": "B"}]),
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
    """All that can be wrong, each with a sentence in both languages."""

    def test_there_is_an_example_of_each(self) -> None:
        assert {*Fault} == FAULTS.keys()

    @pytest.mark.parametrize("fault", Fault)
    def test_it_is_said_in_both_languages(self, fault: Fault) -> None:
        kind, rows = FAULTS[fault]
        nobody: dict[str, str] = {}
        people = nobody.__getitem__ if fault is Fault.NOT_A_PERSON else None
        found = read(
            kind,
            rows,
            people=people,
            id_from=["MST"] if fault is Fault.SAME_MADE_ID else (),
            recorded_on=date(2024, 6, 29) if fault is Fault.STILL_TO_COME else None,
        )
        said = [problem for problem in found.problems if problem.code is fault]
        assert said
        assert {fault in (Fault.ZERO_RESTORED, Fault.UNSEEN_REMOVED, Fault.OTHER_BESIDE)} == {
            problem.mended for problem in said
        }
        for text in (problem.message for problem in said):
            assert "" not in (text.vi.strip(), text.en.strip())
            assert text.vi != text.en
