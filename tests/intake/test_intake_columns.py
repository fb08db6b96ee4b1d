"""The column that a heading names, with and without accents, and never a wrong one."""

import unicodedata
from collections.abc import Mapping
from typing import Any

import pytest

from each import for_each
from nsc_program import (
    Expert,
    InvalidType,
    PilotModel,
    ReportedFigure,
    Support,
    Training,
    UnknownId,
)
from nsc_program.intake import Fault, Found, find_columns, read
from nsc_program.intake._headings.columns import TELLING, columns_of
from nsc_program.intake._headings.headings import unit_of
from nsc_program.intake._headings.vocabulary import FUNDING, HEADINGS
from nsc_program.intake._words.words import folded
from nsc_program.records._records import MOST_HEADS
from nsc_program.records._rejected_rows import ROWS
from rows import (
    EXPERT,
    HEADS,
    MODEL,
    REPORT,
    ROW_OF,
    SUPPORT,
    TRAINING,
    Row,
    counts,
    faults,
    supports,
)

EVERY_HEADING = [
    (kind, name, heading)
    for kind in ROWS.values()
    for name in columns_of(kind)
    for heading in (name, *HEADINGS.get(name, name).split("|"))
]


def bare(text: str) -> str:
    """Remove the accents, as a person types without a Vietnamese keyboard."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(each for each in plain if not unicodedata.combining(each))


class TestFound:
    """A heading is found however it is written, and names the column of one field only."""

    @pytest.mark.parametrize(
        "write", [str, bare, str.upper, "  {}\n".format, "{} (*)".format], ids=range(5)
    )
    def test_every_heading_of_every_class_is_found(self, write: Any) -> None:  # noqa: ANN401
        missed = [
            (kind.__name__, name, heading)
            for kind, name, heading in EVERY_HEADING
            if {name: write(heading)} != find_columns(kind, [write(heading)]).headings
        ]
        assert [] == missed

    @pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
    def test_every_heading_is_found_in_every_unicode_form(self, form: Any) -> None:  # noqa: ANN401
        for kind, name, heading in EVERY_HEADING:
            written = unicodedata.normalize(form, heading)
            assert {name: written} == find_columns(kind, [written]).headings

    @pytest.mark.parametrize(
        ("heading", "name"),
        [
            *(("Mã số DN", "enterprise"), ("MST/MSDN", "enterprise"), ("Mã HS", "id")),
            *(("Mã số thuế (MST)", "enterprise"), ("Số HĐ", "id")),
            *(("KP NSNN", f"{FUNDING}state-budget"), ("Vốn NSNN (tr.đ)", f"{FUNDING}state-budget")),
            ("KP DN đối ứng", f"{FUNDING}other-lawful"),
        ],
    )
    def test_abbreviations_and_headings_that_name_a_column_twice(
        self, heading: str, name: str
    ) -> None:
        assert {name: heading} == find_columns(Support, [heading]).headings

    @pytest.mark.parametrize("heading", ["Từ ngày/Đến ngày", "Mã DN/Tên DN", "Ngày HT/Ngày KH"])
    def test_a_heading_of_two_columns_names_neither(self, heading: str) -> None:
        assert {} == find_columns(Support, [heading]).headings

    def test_a_code_of_an_office_is_not_read_beside_the_tax_code(self) -> None:
        alone, beside = ["Mã DN"], ["Mã DN", "MST"]
        assert {"enterprise": "Mã DN"} == find_columns(Support, alone).headings
        assert {"enterprise": "MST"} == find_columns(Support, beside).headings

    def test_a_heading_names_only_one_column_of_a_class(self) -> None:
        for kind in ROWS.values():
            headings = [folded(heading) for each, _, heading in EVERY_HEADING if each is kind]
            claimed = {
                heading: {
                    name
                    for name in columns_of(kind)
                    if heading in map(folded, (name, *HEADINGS.get(name, "").split("|")))
                }
                for heading in headings
            }
            assert {1} == {len(names) for names in claimed.values()}

    @for_each("row", [*ROW_OF.items()], ids=[kind.__name__ for kind in ROW_OF])
    def test_the_sample_rows_have_all_required_columns(self, row: tuple[type[Any], Row]) -> None:
        kind, cells = row
        found = find_columns(kind, cells)
        assert ({}, (), ()) == (found.several, found.missing, found.unused)
        assert (1, 0, 0, 0) == counts(read(kind.__name__, [cells]))

    @for_each(
        "bracket",
        [
            "(*)",
            "(1)",
            "[5]",
            "(dd/mm/yyyy)",
            "(ngày/tháng/năm)",
            "(có/không)",
            "(nếu có)",
            "(bắt buộc)",
            "(MST)",
            "()",
        ],
    )
    def test_a_bracket_may_explain_a_heading(self, bracket: str) -> None:
        assert {"enterprise": f"Mã số thuế {bracket}"} == find_columns(
            Support, [f"Mã số thuế {bracket}"]
        ).headings

    @for_each(
        ("kind", "heading"),
        [
            (Support, "Ngày hoàn thành (dự kiến)"),
            (Support, "Ngày kết thúc (theo kế hoạch)"),
            (Support, "Kết thúc [hợp đồng]"),
            (Support, "Mã số thuế (người đại diện)"),
            (Support, "MST (cũ)"),
            (Support, "Ngày hoàn thành dự kiến"),
            (Support, "Chưa xác minh"),
            (Support, "Không hủy"),
            (Support, "Kinh phí"),
            (Training, "Số người (dự kiến)"),
            (ReportedFigure, "Giá trị kế hoạch"),
            (Expert, "Ngày cấp CCCD"),
            (Expert, "Ngày cấp"),
            (Expert, "Căn cước công dân › Ngày cấp"),
            (Support, "Dự kiến › Kết thúc"),
            (Support, "Ngày hoàn thành › Kế hoạch"),
            (Support, "Thời gian thực hiện (dự kiến) › Kết thúc"),
            (Support, "Cơ quan chủ trì › Mã số thuế"),
            (Support, "NSNN (kế hoạch)"),
            (Support, "Ngân sách (triệu đồng) (dự kiến)"),
            (Support, "Kế hoạch › NSNN"),
            (Support, "Kinh phí (USD) › NSNN"),
            (Support, ""),
            (Support, " (*) "),
        ],
    )
    def test_a_heading_of_another_meaning_is_not_used(self, kind: type[Any], heading: str) -> None:
        """A planned day taken for the day of completion would count an event that never was."""
        found = find_columns(kind, [heading])
        assert ({}, {}, (heading,)) == (found.headings, found.several, found.unused)

    def test_columns_are_found_found_twice_missing_or_unused(self) -> None:
        headings = ["Mã", "MST", "Mã số thuế", "Bắt đầu", "Ghi chú"]
        several = {"enterprise": ("MST", "Mã số thuế")}
        expected = Found(
            {"id": "Mã", "started_on": "Bắt đầu"}, several, ("completed_on",), ("Ghi chú",)
        )
        assert expected == find_columns(Support, headings)

    @for_each(
        ("kind", "missing"),
        [
            ("Enterprise", ("id", "code")),
            ("Support", ("id", "enterprise", "started_on", "completed_on")),
            ("Training", ("person", "id", "on")),
            (
                "Expert",
                ("id", "person", "trained_on", "certified_on", "regional_on", "international_on"),
            ),
            ("PilotModel", ("id", "enterprise", "recognised_on")),
            ("AssessmentBody", ("id", "registration", "strengthened_on", "conforming_since")),
            ("Dissemination", ("id", "on")),
            ("ReportedFigure", ("period", "id", "indicator", "value", "issued")),
        ],
    )
    def test_the_required_columns_of_a_class_are_missing_from_an_empty_table(
        self, kind: str, missing: tuple[str, ...]
    ) -> None:
        assert missing == find_columns(kind, []).missing
        assert {name for each in ROWS.values() for name in columns_of(each)} >= TELLING

    def test_one_of_two_alternative_columns_is_enough(self) -> None:
        assert () == find_columns(Training, ["Mã", "Ngày", "Số người"]).missing
        assert (
            ()
            == find_columns(
                ReportedFigure, ["Mã", "Chỉ tiêu", "Từ ngày", "Đến ngày", "Giá trị", "Ngày ký"]
            ).missing
        )


class TestTables:
    """A fault in the headings is a fault of every row."""

    @pytest.mark.parametrize("name", [*SUPPORT])
    def test_a_missing_column_rejects_every_row(self, name: str) -> None:
        row = {heading: cell for heading, cell in SUPPORT.items() if heading != name}
        found = read(Support, [row, row])
        assert (0, 0, 2, 0) == counts(found)
        assert [(1, Fault.NO_COLUMN, None), (2, Fault.NO_COLUMN, None)] == faults(found)[:2]

    def test_two_headings_for_one_column_are_a_fault(self) -> None:
        found = supports({"Mã số thuế": "SAMPLE-2"})
        assert (1, Fault.TWO_COLUMNS, "MST") in faults(found)
        assert "SAMPLE" not in repr(found)

    def test_rows_with_different_headings_are_rejected(self) -> None:
        other = {"Mã": "s2", "Mã số thuế": "SAMPLE-2", "Bắt đầu": "05/01/2024", "Kết thúc": None}
        assert (0, 0, 2, 0) == counts(read(Support, [SUPPORT, other]))

    @pytest.mark.parametrize(
        "heading", ["NSNN (USD)", "NSNN (nghìn USD)", "NSNN (người)", "NSNN (k)"]
    )
    def test_money_in_another_unit_than_dong_is_refused(self, heading: str) -> None:
        assert [(1, Fault.UNKNOWN_UNIT, heading)] == faults(supports({heading: 500_000}))

    @for_each(
        ("heading", "unit"),
        [
            ("Kinh phí", 1),
            ("Kinh phí (đồng)", 1),
            ("Kinh phí (VNĐ)", 1),
            ("Kinh phí (nghìn đồng)", 10**3),
            ("Kinh phí (1.000 đồng)", 10**3),
            ("Kinh phí [Triệu Đồng]", 10**6),
            ("Kinh phí (trđ)", 10**6),
            ("Kinh phí (ĐVT: tỷ đồng)", 10**9),
            ("Kinh phí (người)", None),
            ("Kinh phí (k)", None),
        ],
    )
    def test_the_bracket_of_a_heading_states_the_unit_of_money(
        self, heading: str, unit: int | None
    ) -> None:
        found = unit_of(heading, f"{FUNDING}state-budget")
        assert unit == (found and found.factor)

    def test_unused_columns_are_named(self) -> None:
        assert ("Ghi chú", "STT") == supports({"Ghi chú": "x", "STT": 1}).unused


class TestNamed:
    """Columns that the caller names are read, and no other columns."""

    COLUMNS: Mapping[str, str] = {"id": "A", "enterprise": "B", "started_on": "C"}

    def test_named_columns_are_read(self) -> None:
        found = read(
            Support,
            [{"A": "s1", "B": "SAMPLE-1", "C": "05/01/2024", "MST": "x"}],
            columns=self.COLUMNS,
        )
        assert ((1, 0, 0, 0), ("MST",)) == (counts(found), found.unused)

    def test_named_columns_are_found_whatever_their_accents(self) -> None:
        columns = {"id": "ma ho so", "enterprise": "MÃ DN", "started_on": "Nga\u0300y  I"}
        row = {"Mã hồ sơ": "s1", "Mã DN": "SAMPLE-1", "Ngày I": "05/01/2024"}
        assert (1, 0, 0, 0) == counts(read(Support, [row], columns=columns))

    def test_the_exact_heading_is_read_if_two_differ_by_accents(self) -> None:
        row = {"Mã": "s1", "Ma": "s2", "B": "SAMPLE-1", "C": "05/01/2024"}
        for heading, name in (("Mã", "s1"), ("Ma", "s2")):
            (record,) = read(
                Support, [row], columns={**self.COLUMNS, "id": heading}
            ).register.records
            assert isinstance(record, Support)
            assert name == record.id

    def test_no_heading_is_guessed_if_two_differ_by_accents(self) -> None:
        row = {"Mã": "s1", "Ma": "s2", "B": "SAMPLE-1", "C": "05/01/2024"}
        found = read(Support, [row], columns={**self.COLUMNS, "id": "MÃ"})
        assert [(1, Fault.NO_COLUMN, "MÃ"), (1, Fault.MISSING, "MÃ")] == faults(found)

    def test_a_named_column_that_does_not_exist_is_a_fault(self) -> None:
        found = read(Support, [SUPPORT], columns={**self.COLUMNS, "id": "Mã"})
        assert [(Fault.NO_COLUMN, "B"), (Fault.NO_COLUMN, "C")] == [
            (code, where) for _, code, where in faults(found)[:2]
        ]

    def test_a_required_column_must_be_named(self) -> None:
        found = read(Support, [SUPPORT], columns={"id": "Mã"})
        assert [(1, Fault.NO_COLUMN, None)] * 2 == faults(found)

    def test_without_a_day_of_completion_nothing_is_completed(self) -> None:
        """Only the caller who names the columns can say that the table lacks this one."""
        columns = {"id": "Mã", "enterprise": "MST", "started_on": "Bắt đầu"}
        (record,) = read(Support, [SUPPORT], columns=columns).register.records
        assert isinstance(record, Support)
        assert record.completed_on is None

    def test_money_may_come_from_any_source(self) -> None:
        columns = {
            "id": "Mã",
            "enterprise": "MST",
            "started_on": "Bắt đầu",
            f"{FUNDING}loan": "Vay (triệu đồng)",
        }
        (record,) = read(
            Support, [{**SUPPORT, "Vay (triệu đồng)": 2}], columns=columns
        ).register.records
        assert isinstance(record, Support)
        assert [("loan", 2_000_000)] == [(item.source, item.vnd) for item in record.funding]

    @pytest.mark.parametrize(
        "name", ["completed", "enterprise.name", "funding", "period", "loan.vnd"]
    )
    def test_an_unknown_field_is_refused(self, name: str) -> None:
        with pytest.raises(UnknownId, match=f"^no column '{name}'"):
            read(Support, [], columns={**self.COLUMNS, name: "D"})

    def test_money_is_refused_for_a_class_without_money(self) -> None:
        with pytest.raises(UnknownId, match=r"^no column 'funding\.loan'"):
            read(Training, [], columns={"funding.loan": "D"})

    @pytest.mark.parametrize("kind", ["Fact", "Suport"])
    def test_an_unknown_class_is_refused(self, kind: str) -> None:
        for call in (lambda: read(kind, []), lambda: find_columns(kind, [])):
            with pytest.raises(UnknownId, match=f"^no class of records that come as rows '{kind}'"):
                call()


def test_a_value_that_is_not_a_class_is_refused() -> None:
    nothing: Any = 5
    for call in (lambda: read(nothing, []), lambda: find_columns(nothing, [])):
        with pytest.raises(
            InvalidType, match=r"^kind: expected a class of records or its name, got int 5$"
        ):
            call()


class TestPeriods:
    """A report is about years, or about the days from one date through another."""

    ENDS: Row = {name: cell for name, cell in REPORT.items() if name != "Năm"} | {
        "Từ ngày": "01/01/2024",
        "Đến ngày": "31/12/2024",
    }

    @pytest.mark.parametrize("more", [{}, {"Năm": None}, {"Năm": 2024}])
    def test_years_and_days_can_name_the_same_period(self, more: Row) -> None:
        assert (
            read(ReportedFigure, [REPORT]).register
            == read(ReportedFigure, [{**self.ENDS, **more}]).register
        )

    @pytest.mark.parametrize(
        ("more", "fault", "column", "says"),
        [
            (
                {"Năm": 2023},
                Fault.CONTRADICTION,
                None,
                (
                    "the “period” does not agree with the “first day” and the “last day”; "
                    "correct one of them"
                ),
            ),
            ({"Đến ngày": None}, Fault.MISSING, None, "the row lacks “last day”; fill it in"),
            (
                {"Từ ngày": None, "Đến ngày": None},
                Fault.MISSING,
                None,
                "the row lacks “period”; fill it in",
            ),
            (
                {"Đến ngày": "31/12/2023"},
                Fault.CONTRADICTION,
                "Đến ngày",
                (
                    "the last day (2023-12-31) is before the first day (2024-01-01); "
                    "correct the wrong one"
                ),
            ),
        ],
        ids=range(4),
    )
    def test_a_contradictory_or_incomplete_period_is_refused(
        self, more: Row, fault: Fault, column: str | None, says: str
    ) -> None:
        found = read(ReportedFigure, [{**self.ENDS, **more}])
        assert [(1, fault, column)] == faults(found)
        assert says == found.problems[0].message.en


class TestThings:
    """A rejected row stands for one thing or, in a training, for everyone it may have had."""

    def test_a_row_of_a_list_of_people_is_one_person(self) -> None:
        row = {"Mã": "t1", "Số CCCD": None, "Ngày": "05/01/2024"}
        assert [1] == [each.things for each in read(Training, [row]).register.rejected]

    @for_each(
        ("row", "things"),
        [
            ({**TRAINING, "Ngày": "?"}, 1),
            ({**HEADS, "Ngày": "?", "Số người": "40"}, 40),
            ({**HEADS, "Ngày": "?", "Số người": 40.0}, 40),
            ({**TRAINING, "Số người": 40}, 40),
            ({**HEADS, "Số người": "khoảng 40"}, MOST_HEADS),
            ({**HEADS, "Số người": 0}, MOST_HEADS),
            ({**HEADS, "Số người": 10**9}, MOST_HEADS),
            ({**HEADS, "Số người": None}, MOST_HEADS),
            ({**HEADS, "Số người": float("nan")}, MOST_HEADS),
            ({**HEADS, "Sĩ số": 40}, MOST_HEADS),
            ({**TRAINING, "Mã học viên": "SAMPLE-P2"}, MOST_HEADS),
            ({**TRAINING, None: ["40"]}, 3 * MOST_HEADS),
            (["t1", "SAMPLE-P1"], MOST_HEADS),
            ({"Mã": "t1", "Ngày": "05/01/2024"}, MOST_HEADS),
            ({"Mã": "t1", "Người": "SAMPLE-P1", "Số suất": 40, "Ngày": "05/01/2024"}, MOST_HEADS),
        ],
        ids=range(15),
    )
    def test_a_rejected_training_stands_for_its_headcount_or_for_the_most_heads(
        self, row: object, things: int
    ) -> None:
        found = read(Training, [row])
        assert (0, 0, 1, 0) == counts(found)
        assert [things] == [each.things for each in found.register.rejected]

    @pytest.mark.parametrize(
        ("kind", "row", "swallowed"),
        [(Support, SUPPORT, 2), (Expert, EXPERT, 3), (PilotModel, MODEL, 1)],
    )
    def test_a_rejected_row_of_another_class_stands_for_the_records_it_may_hold(
        self, kind: type[Any], row: Row, swallowed: int
    ) -> None:
        found = read(kind, [{**row, "Mã": None}, [row], {**row, None: ["40"]}])
        assert [1, 1, swallowed] == sorted(each.things for each in found.register.rejected)

    def test_the_people_of_rows_that_differ_under_one_id_add_up(self) -> None:
        found = read(Training, [{**HEADS, "Số người": 40}, {**HEADS, "Số người": 30}])
        assert [70] == [each.things for each in found.register.rejected]
