"""From the cells of a sheet to its table: headings, and lines above, between and below.

All data are made up.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import pytest

from each import for_each
from nsc_program import InvalidValue, Support
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._cells.cells import Cut
from nsc_program.intake._cells.grid import Grid, Places, Row
from nsc_program.intake._messages.problems import Doubt
from nsc_program.intake._tables.layout import Layout, has_headings, laid_out
from nsc_program.intake._tables.wanted import Wanted
from rows import SUPPORT, counts, faults

HEADINGS = ("Mã", "MST", "Bắt đầu", "Kết thúc")
MONEY = (*HEADINGS, "NSNN", "Nguồn khác")


def good(number: int, *more: object) -> tuple[object, ...]:
    return (f"s{number}", f"SAMPLE-{number}", "05/01/2024", "30/06/2024", *more)


def layout(
    *grid: tuple[object, ...],
    named: Mapping[str, str] | None = None,
    ignored: Iterable[str] = (),
    doubted: Mapping[int, Fault] | None = None,
    left_out: bool = False,
) -> Layout:
    doubts = {number: Doubt(fault) for number, fault in (doubted or {}).items()}
    wanted = Wanted.of(Support, named or {}, ignored)
    return laid_out(grid, wanted, doubts, left_out=frozenset(doubts) if left_out else frozenset())


def intake(*grid: tuple[object, ...], **options: object) -> Intake:
    found = layout(*grid, **options)  # type: ignore[arg-type]
    named = options.get("named")
    return read(Support, found.rows, first_row=found.first_row, columns=named)  # type: ignore[arg-type]


def ids(found: Intake) -> list[str]:
    return sorted(record.id for record in found.register.records if isinstance(record, Support))


def paid(found: Intake) -> list[int]:
    return [
        each.vnd
        for record in found.register.records
        if isinstance(record, Support)
        for each in record.funding
    ]


class TestRow:
    """A row of cells under headings that are held once for all rows."""

    def test_a_row_maps_headings_to_cells_and_keeps_extra_cells(self) -> None:
        row = Row(Places({"a": 1, "b": None, "c": 0}, 2), [1, 2, 3])
        assert {"a": 2, "b": None, "c": 1, None: [3]} == dict(row)
        assert 4 == len(row)
        assert "<a row of 3 cells>" == repr(row)

    def test_the_cells_that_a_short_row_lacks_are_cut(self) -> None:
        row = Row(Places.own(["a", "b"]), [1])
        assert ([1, ""], 2) == ([*row.values()], len(row))
        assert isinstance(row["b"], Cut)
        for name in ("c", None):
            with pytest.raises(KeyError):
                row[name]


class TestHeadings:
    """One row of headings, or several whose upper ones span several columns."""

    def test_headings_may_fill_three_rows(self) -> None:
        grid = (
            ("SAMPLE",),
            ("Mã", "MST", "Thông tin", None, "Kinh phí (triệu đồng)", None),
            (None, None, "Thời gian thực hiện", None, "Trong đó", None),
            (None, None, "Bắt đầu", "Kết thúc", "NSNN", "Nguồn khác"),
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
            good(1, 1.5, 2),
        )
        found = layout(*grid)
        assert (
            "Mã",
            "MST",
            "Thông tin › Thời gian thực hiện › Bắt đầu",
            "Thông tin › Thời gian thực hiện › Kết thúc",
            "Kinh phí (triệu đồng) › Trong đó › NSNN",
            "Kinh phí (triệu đồng) › Trong đó › Nguồn khác",
        ) == found.headings
        assert (5, ("SAMPLE",)) == (found.first_row, found.above)
        assert ((1, 0, 0, 1), [1_500_000, 2_000_000]) == (
            counts(intake(*grid)),
            paid(intake(*grid)),
        )

    def test_a_planned_day_is_another_column_than_a_real_one(self) -> None:
        """The word for a plan may stand in any row of the headings."""
        over = (
            ("Mã", "MST", "Kế hoạch", None, "Thực hiện", None),
            (None, None, "Bắt đầu", "Kết thúc", "Bắt đầu", "Kết thúc"),
            ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024", "06/01/2024", "31/07/2024"),
        )
        (record,) = intake(*over).register.records
        assert isinstance(record, Support)
        assert ["2024-01-06", "2024-07-31"] == [f"{record.started_on}", f"{record.completed_on}"]
        for upper in (("Mã", "MST", "Bắt đầu", "Dự kiến"), (None, None, None, "Kế hoạch")):
            found = intake(upper, (None, None, None, "Kết thúc") if upper[0] else HEADINGS, good(1))
            assert Fault.NO_COLUMN in {fault for _, fault, _ in faults(found)}

    def test_a_heading_that_a_merged_cell_repeats_is_named_once(self) -> None:
        upper = ("Mã", "MST", "Thời gian", "Thời gian")
        lower = ("Mã", "MST", "Bắt đầu", "Kết thúc")
        expected = ("Mã", "MST", "Thời gian › Bắt đầu", "Thời gian › Kết thúc")
        assert expected == layout(upper, lower, good(1)).headings

    def test_a_title_is_not_a_heading(self) -> None:
        found = layout(("Biểu", "Mẫu"), HEADINGS, good(1))
        assert (HEADINGS, ("Biểu", "Mẫu")) == (found.headings, found.above)

    def test_a_grid_without_headings_is_refused(self) -> None:
        for grid in ((), (("a", "b"),)):
            assert not has_headings(grid, Wanted.of(Support, {}, ()))
            with pytest.raises(InvalidValue, match=r"^no headings were found in the first 30 rows"):
                layout(*grid)

    def test_more_than_1000_columns_are_refused(self) -> None:
        with pytest.raises(InvalidValue, match=r"^the table has 1,001 columns, more than 1,000; "):
            layout((*HEADINGS, *map(str, range(997))), good(1))

    def test_ignored_headings_are_not_looked_for(self) -> None:
        wanted = Wanted.of(Support, {}, ["MA", "mst", "bat dau", "ket thuc"])
        assert not has_headings([HEADINGS], wanted)


class TestUnits:
    """A unit above the table, above a column, or beneath its heading."""

    @pytest.mark.parametrize(
        ("grid", "expected"),
        [
            ([("ĐVT: triệu đồng",), MONEY, good(1, 150, "20,5")], [150_000_000, 20_500_000]),
            ([("Đơn vị: Sở mẫu",), MONEY, good(1, 150_000, 200_000)], [150_000, 200_000]),
            (
                [(*[None] * 4, "triệu đồng", "nghìn đồng"), MONEY, good(1, 150, 200)],
                [150_000_000, 200_000],
            ),
            (
                [MONEY, (*[None] * 4, "triệu đồng", "1.000 đồng"), good(1, 150, 200)],
                [150_000_000, 200_000],
            ),
            (
                [(*MONEY, "Ghi chú"), (*[None] * 4, "(tr.đ)", "(tr.đ)"), good(1, 1, 2)],
                [1_000_000, 2_000_000],
            ),
            ([("ĐVT: triệu đồng",), (*HEADINGS, "NSNN (đồng)"), good(1, 150_000)], [150_000]),
        ],
        ids=range(6),
    )
    def test_an_amount_is_in_the_unit_that_is_stated(
        self, grid: list[tuple[object, ...]], expected: list[int]
    ) -> None:
        assert expected == paid(intake(*grid))

    @pytest.mark.parametrize(
        "lines", [["ĐVT: USD"], ["ĐVT: triệu đồng", "ĐVT: nghìn đồng"], ["Đơn vị tính: mẫu"]]
    )
    def test_amounts_under_an_unknown_unit_are_rejected(self, lines: list[str]) -> None:
        """The unit is foreign, not a unit, or one of two that contradict each other."""
        found = intake(*[(line,) for line in lines], MONEY, good(1, 150_000, None))
        assert (0, 0, 1, 0) == counts(found)
        assert Fault.UNKNOWN_UNIT in {fault for _, fault, _ in faults(found)}

    def test_a_unit_of_money_above_the_table_is_not_a_unit_of_people(self) -> None:
        """The headings of a training stay as they are."""
        wanted = Wanted.of("Training", {}, ())
        found = laid_out(
            [("ĐVT: triệu đồng",), ("Mã", "Ngày", "Số người"), ("t1", "05/01/2024", 5)], wanted, {}
        )
        assert ("Mã", "Ngày", "Số người") == found.headings


class TestFurtherTables:
    """Headings that come again: as they were, in another order, or of another table."""

    def test_headings_that_come_again_hold_no_data(self) -> None:
        found = intake(HEADINGS, good(1), (), HEADINGS, good(2))
        assert (["s1", "s2"], (2, 0, 0, 2)) == (ids(found), counts(found))

    def test_headings_in_another_order_hold_for_the_rows_below_them(self) -> None:
        first = (*HEADINGS, "NSNN (triệu đồng)", "Nguồn khác (triệu đồng)")
        second = (*HEADINGS, "Nguồn khác (triệu đồng)", "NSNN (triệu đồng)")
        found = intake(first, good(1, 100, 20), (), second, good(2, 20, 100))
        assert [100_000_000, 20_000_000] * 2 == paid(found)

    def test_rows_of_another_table_are_rejected(self) -> None:
        other = ("Mã", "MST", "Kết thúc", "Văn bản")
        found = intake(
            HEADINGS, good(1), (), other, ("s2", "SAMPLE-2", "30/06/2024", "x"), HEADINGS, good(3)
        )
        assert ["s1", "s3"] == ids(found)
        assert (5, Fault.OTHER_TABLE, None) in faults(found)

    def test_headings_in_two_rows_may_come_again(self) -> None:
        upper, lower = ("Mã", "MST", "Thời gian", None), (None, None, "Bắt đầu", "Kết thúc")
        found = intake(upper, lower, good(1), (), upper, lower, good(2))
        assert (["s1", "s2"], (2, 0, 0, 3)) == (ids(found), counts(found))

    def test_headings_may_come_again_without_columns_that_are_not_read(self) -> None:
        found = intake((*HEADINGS, "Ghi chú"), good(1, "Xong"), HEADINGS, good(2))
        assert ["s1", "s2"] == ids(found)

    def test_single_texts_that_are_headings_do_not_begin_a_table(self) -> None:
        found = intake(HEADINGS, ("Mã", "s"), ("s1", "SAMPLE-1", "Bắt đầu", 5), good(3))
        assert ["s3"] == ids(found)

    def test_headings_in_another_unit_reject_the_rows_below_them(self) -> None:
        found = intake(
            (*HEADINGS, "NSNN (tỷ đồng)"),
            good(1, 1),
            (*HEADINGS, "NSNN (nghìn đồng)"),
            good(2, 500),
        )
        assert ([1_000_000_000], (1, 0, 1, 1)) == (paid(found), counts(found))


class TestLines:
    """Lines that say that the rows below them are planned or cancelled."""

    def test_a_doubtful_line_above_the_table_rejects_its_rows(self) -> None:
        grid = (("DANH SÁCH DỰ KIẾN HỖ TRỢ",), HEADINGS, good(1))
        assert ("DANH SÁCH DỰ KIẾN HỖ TRỢ",) == layout(*grid).doubtful
        (problem,) = intake(*grid).problems
        assert (Fault.DOUBTFUL_LINE, "DANH SÁCH DỰ KIẾN HỖ TRỢ") == (problem.code, problem.value)
        assert ["s1"] == ids(intake(*grid, ignored=["danh sach du kien ho tro"]))

    def test_the_name_of_an_office_is_not_doubtful(self) -> None:
        assert ["s1"] == ids(intake(("SỞ KẾ HOẠCH VÀ ĐẦU TƯ",), HEADINGS, good(1)))

    @for_each("place", ["number", "key", "merged", "name"])
    @for_each("line", ["Dự kiến năm 2025", "Hồ sơ hủy"])
    def test_a_doubtful_line_rejects_the_rows_down_to_the_next_line(
        self, place: str, line: str
    ) -> None:
        """The line may stand in any column."""
        number = {"number": 0, "key": 1, "name": 5}

        def at(text: str) -> tuple[object, ...]:
            return tuple(
                text if place == "merged" or column == number[place] else None
                for column in range(6)
            )

        headings = ("STT", *HEADINGS, "Tên doanh nghiệp")
        rows = (
            headings,
            (1, *good(1), "A"),
            at(line),
            (2, *good(2), "B"),
            at("Đã xong năm 2024"),
            (3, *good(3), "C"),
        )
        found = intake(*rows)
        assert ["s1", "s3"] == ids(found)
        assert (4, Fault.DOUBTFUL_LINE, None) in faults(found)
        assert (line,) == layout(*rows).doubtful
        assert ["s1", "s2", "s3"] == ids(intake(*rows, ignored=[line]))

    def test_a_doubtful_line_may_stand_beside_the_number_of_a_group(self) -> None:
        rows = (
            ("STT", *HEADINGS, "Tên"),
            ("II.1", None, None, None, None, "Dự kiến"),
            (1, *good(1), "A"),
        )
        assert [] == ids(intake(*rows))
        beside_an_amount = ("II", None, None, None, 5.5, "Dự kiến")
        assert [] == ids(intake(rows[0], beside_an_amount, rows[2]))
        beside_a_day = ("II", None, None, None, date(2024, 1, 5), "Dự kiến")
        assert ["s1"] == ids(intake(rows[0], beside_a_day, rows[2]))

    def test_headings_that_come_again_do_not_end_a_doubtful_line(self) -> None:
        """Only a line of its rank, or of a rank that contains it, ends a line."""
        found = intake(
            ("STT", *HEADINGS), ("Dự kiến",), (1, *good(1)), ("STT", *HEADINGS), (2, *good(2))
        )
        assert [] == ids(found)

    def test_a_group_of_several_words_holds_no_data(self) -> None:
        rows = (HEADINGS, ("Ngành cơ khí",) * 4, good(1), ("Ngành",) * 4)
        assert (1, 0, 1, 1) == counts(intake(*rows))


class TestFooters:
    """The lines below a table: sums, notes, place and day, and signatures."""

    def test_sums_notes_and_signatures_hold_no_data(self) -> None:
        found = intake(
            ("STT", *HEADINGS),
            (1, *good(1)),
            (None, "Tổng cộng: 01 doanh nghiệp"),
            (),
            ("Ghi chú: hồ sơ còn lại đã hủy.",),
            (None, None, None, "Mẫu, ngày 10 tháng 12 năm 2024"),
            (None, "Người lập biểu", None, "GIÁM ĐỐC"),
            (None, "(Ký, ghi rõ họ tên)", None, "Người Mẫu"),
            (),
        )
        assert (1, 0, 0, 6) == counts(found)
        (line,) = layout(HEADINGS, good(1), ("Ghi chú: hồ sơ còn lại đã hủy.",)).unread
        assert "Ghi chú: hồ sơ còn lại đã hủy." == line.text

    def test_other_texts_below_a_table_are_rows(self) -> None:
        assert (1, 0, 1, 0) == counts(intake(HEADINGS, good(1), ("x", "y", "z")))

    def test_a_row_below_a_signature_is_a_record_if_it_holds_a_number(self) -> None:
        assert ["s1", "s2"] == ids(intake(HEADINGS, good(1), ("GIÁM ĐỐC",), good(2)))


class TestDoubtedRows:
    """Rows that are hidden or struck through."""

    GRID: Grid = (HEADINGS, good(1), good(2), good(3))

    def test_hidden_and_struck_rows_are_rejected(self) -> None:
        found = intake(*map(tuple, self.GRID), doubted={3: Fault.HIDDEN_ROW, 4: Fault.STRUCK_ROW})
        assert ["s1"] == ids(found)
        assert [(3, Fault.HIDDEN_ROW, None), (4, Fault.STRUCK_ROW, None)] == faults(found)

    def test_hidden_rows_can_be_left_out(self) -> None:
        found = intake(*map(tuple, self.GRID), doubted={3: Fault.HIDDEN_ROW}, left_out=True)
        assert (["s1", "s3"], (2, 0, 0, 1)) == (ids(found), counts(found))


class TestNamed:
    """Headings that the caller names are looked for too."""

    def test_named_headings_may_come_again_in_another_order(self) -> None:
        named = {"id": "K", "enterprise": "M", "started_on": "B", "completed_on": "E"}
        swapped = ("s2", "SAMPLE-2", "30/06/2024", "05/01/2024")
        found = intake(("K", "M", "B", "E"), good(1), ("K", "M", "E", "B"), swapped, named=named)
        assert ["s1", "s2"] == ids(found)
        assert {"2024-06-30"} == {
            f"{each.completed_on}" for each in found.register.records if isinstance(each, Support)
        }


def test_one_word_beside_an_amount_is_not_the_name_of_a_group() -> None:
    row = {**dict.fromkeys(SUPPORT), "Tên doanh nghiệp": "Tổ", "NSNN": "1 000 000"}
    assert (1, 0, 1, 0) == counts(read(Support, [SUPPORT, row]))


def test_a_row_answers_for_headings_without_a_column() -> None:
    row = Row(Places({"Mã": 0, "MST": None}, 1), ["s1"])
    assert ("s1", None, "?") == (row.get("Mã"), row.get("MST", "?"), row.get("Khác", "?"))
