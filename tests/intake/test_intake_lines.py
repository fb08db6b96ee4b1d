"""Lines, names of sheets and notes that speak of rows, and rows that are not records.

All data are made up.
"""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from odf.office import Annotation
from odf.table import TableCell
from odf.text import P
from openpyxl.comments import Comment

from each import for_each
from nsc_program import AssessmentBody, Dissemination, Enterprise, Expert, InvalidValue, Support
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._cells.grid import Grid
from nsc_program.intake._headings.columns import columns_of
from nsc_program.intake._tables.footers import could_be_a_record
from nsc_program.intake._tables.layout import laid_out
from nsc_program.intake._tables.lines import Lines, doubt_of
from nsc_program.intake._tables.numbering import Numbering, names_a_group, numbering_of, rank_of
from nsc_program.intake._tables.wanted import Wanted
from nsc_program.intake.files import open_sheet, write_problems
from nsc_program.intake.files._comments import by_row, doubts
from other_books import cell, open_document, row
from row_files import GOOD, HEADINGS, OTHER, as_csv, taken_in, workbook, written
from rows import SUPPORT, counts, faults

HEADS = ("STT", "Mã", "MST", "Bắt đầu", "Kết thúc", "Tên")


def good(number: int, *, done: bool = True) -> tuple[object, ...]:
    return (
        number,
        f"s{number}",
        f"SAMPLE-{number}",
        "05/01/2024",
        "30/06/2024" if done else None,
        f"A{number}",
    )


def intake(
    *grid: Sequence[object], ignored: Sequence[str] = (), titles: Sequence[str] = ()
) -> Intake:
    found = laid_out(grid, Wanted.of(Support, {}, ignored), {}, titles=titles)
    return read(Support, found.rows, first_row=found.first_row)


def ids(found: Intake) -> list[str]:
    return sorted(each.id for each in found.register.records if isinstance(each, Support))


class TestInForce:
    """A line holds until a line of its rank, or of a rank that contains it."""

    @for_each(
        ("above", "lines", "expected"),
        [
            (["I. ĐÃ HỖ TRỢ"], [HEADS, 1, "II. KẾ HOẠCH NĂM 2026", HEADS, 2], ["s1"]),
            (["I. KẾ HOẠCH"], [HEADS, 1, "II. Đã hỗ trợ", HEADS, 2], ["s2"]),
            (["DỰ KIẾN"], [HEADS, 1, "I. Quận A", 2, "Đã hỗ trợ", 3], []),
            ([], [HEADS, 1, "DANH SÁCH ĐÃ HỦY", HEADS, 2, "Phường A", 3, "1. Ngành B", 4], ["s1"]),
            (
                [],
                [HEADS, "II. Kế hoạch", 1, "1. Ngành A", 2, "Phường B", 3, "III. Đã xong", 4],
                ["s4"],
            ),
            ([], [HEADS, "I. Quận A", "1. Dự kiến", 1, "II. Quận B", 2], ["s2"]),
            ([], [HEADS, "II.1. Dự kiến", 1, "II.2. Quận B", 2], ["s2"]),
            ([], [HEADS, "Biểu 1. Dự kiến", 1, "1. Nhóm A", 2, "Biểu 2. Hoàn thành", 3], ["s3"]),
            ([], [HEADS, "Dự kiến năm 2026", 1, "Năm 2026", 2, "Đã xong năm 2024", 3], ["s3"]),
            ([], [HEADS, "A. Đã xong", 1, "Dự kiến", 2, "B. Khác", 3], ["s1", "s3"]),
        ],
        ids=range(10),
    )
    def test_a_line_holds_until_a_line_of_its_rank_or_of_a_higher_one(
        self, above: list[str], lines: list[object], expected: list[str]
    ) -> None:
        grid: list[tuple[object, ...]] = [(line,) for line in above]
        grid += [
            (each,) if isinstance(each, str) else good(each) if isinstance(each, int) else HEADS
            for each in lines
        ]
        assert expected == ids(intake(*grid))

    def test_a_line_about_unfinished_things_rejects_only_rows_with_a_day(self) -> None:
        found = intake(HEADS, ("II. Đang thực hiện",), good(1, done=False), good(2))
        assert (["s1"], [(4, Fault.UNFINISHED_LINE, None)]) == (ids(found), faults(found))
        assert ["s1", "s2"] == ids(
            intake(HEADS, ("II. Đang thực hiện",), good(2), good(1), ignored=["II. Đang thực hiện"])
        )

    def test_a_unit_holds_until_headings_come_again(self) -> None:
        found = intake(HEADS, good(3), ("ĐVT: nghìn đồng",), ("Phường A",), good(1), HEADS, good(2))
        assert (["s2", "s3"], [(5, Fault.OTHER_UNIT, None)]) == (ids(found), faults(found))

    def test_a_sum_does_not_end_a_line(self) -> None:
        found = intake(HEADS, ("Dự kiến",), (None, None, None, None, 5.5, "Đã hỗ trợ"), good(1))
        assert [] == ids(found)

    @pytest.mark.parametrize(
        "title", ["Dự kiến 2026", "Kế hoạch", "Đã hủy", "Chờ nghiệm thu", "KH 2026"]
    )
    def test_the_name_of_a_sheet_can_be_doubtful(self, tmp_path: Path, title: str) -> None:
        def named(book: openpyxl.Workbook) -> None:
            book.worksheets[0].title = title

        path = workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, more=named)
        assert (0, 0, 1, 0) == counts(taken_in(path))
        sheet = open_sheet(path, Support, ignored=[title])
        assert ((1, 0, 0, 0), ()) == (counts(read(Support, sheet.rows)), sheet.doubtful)

    def test_the_rank_of_a_line_follows_from_its_number(self) -> None:
        expected = [
            ("number", 1),
            ("small", 0),
            ("phụ lục roman", 0),
            ("roman", 0),
            None,
            None,
            None,
        ]
        lines = ["1.2. a", "b) x", "Phụ lục II: x", "IV Nhóm", "A Lưới", "Phường 3", ""]
        assert expected == [rank_of([line]) for line in lines]

    def test_the_strictest_doubt_in_force_counts(self) -> None:
        lines = Lines()
        for text in ("I. Chờ duyệt", "1. Dự kiến"):
            lines.add([text], text, doubt_of(text))
        assert lines.doubt == doubt_of("1. Dự kiến")


class TestNotes:
    """A note on a cell that speaks of a state."""

    @pytest.mark.parametrize("text", ["KT:\nHủy", "Đã dừng HĐ", "chưa nghiệm thu", "Ngày dự kiến"])
    @pytest.mark.parametrize(("place", "expected"), [("B2", 1), ("A1", 2), ("D3", 1)])
    def test_a_note_rejects_its_row_or_on_a_heading_all_rows(
        self, tmp_path: Path, text: str, place: str, expected: int
    ) -> None:
        def noted(book: openpyxl.Workbook) -> None:
            book.worksheets[0][place].comment = Comment(text, "KT")

        found = taken_in(workbook(tmp_path / "r.xlsx", HEADINGS, GOOD, OTHER, more=noted))
        assert [Fault.DOUBTFUL_NOTE] * expected == [each.code for each in found.problems]

    def test_a_note_on_a_row_without_data_rejects_the_row(self, tmp_path: Path) -> None:
        def noted(book: openpyxl.Workbook) -> None:
            book.worksheets[0]["A3"].comment = Comment("Đã hủy", "KT")

        path = workbook(
            tmp_path / "r.xlsx", HEADINGS, GOOD, ("Cộng trang", None, None, None), OTHER, more=noted
        )
        found = taken_in(path)
        assert (2, 0, 1, 0) == counts(found)
        assert Fault.DOUBTFUL_NOTE in {each.code for each in found.problems}

    def test_blank_notes_and_notes_of_the_library_are_left_out(self) -> None:
        notes = by_row(
            [
                (2, "KT", "Đã hủy"),
                (3, "KT", "đã xem"),
                (4, "nsc-program", "dòng ghi là đã hủy"),
                (5, "KT", " "),
            ]
        )
        assert {2: ("Đã hủy",), 3: ("đã xem",)} == notes
        assert [2] == [*doubts(notes, lambda _: False)]
        assert {} == doubts(notes, lambda line: line == "Đã hủy")

    def test_a_note_is_shown_without_the_digits_of_a_person(self) -> None:
        (doubt,) = doubts({1: ("Đã hủy 001099000012",)}, lambda _: False).values()
        assert "Đã hủy …" == doubt.line

    def test_the_notes_of_a_workbook_to_mend_do_not_reject_its_rows(self, tmp_path: Path) -> None:
        wrong = read(Support, [{**SUPPORT, "Ghi chú": "Đã hủy"}])
        write_problems(tmp_path / "mend.xlsx", wrong, [*SUPPORT, "Ghi chú"], "vi")
        found = read(
            Support,
            open_sheet(tmp_path / "mend.xlsx", Support, ignored=["Ghi chú"]).rows,
            ignored=["Ghi chú"],
        )
        assert (1, 0, 0, 0) == counts(found)

    def test_a_note_in_an_open_document_rejects_its_row(self, tmp_path: Path) -> None:
        noted = cell("s2")
        note = Annotation()
        note.addElement(P(text="Đã hủy hợp đồng"))
        noted.addElement(note)
        path = open_document(
            tmp_path / "r.ods", row(*HEADINGS), row(*GOOD), row(noted, *OTHER[1:]), row(TableCell())
        )
        assert [(3, Fault.DOUBTFUL_NOTE, None)] == faults(
            read(Support, open_sheet(path, Support).rows, first_row=2)
        )


class TestNumbers:
    """Rows that number the columns of their table."""

    @for_each(
        "cells",
        [
            (1, 2, 3, 4),
            ("1", "2", "3", None, None),
            (None, 1, 2, 3),
            ("A", "B", "C", "1", "2"),
            ("a", "b", "c"),
            ("A", "B", 1, 2),
            (-1, -2, -3),
            ("(1)", "(2)", "(3)=(1)-(2)"),
            ("(1)", "(1)", "(2)", "(3) = (1) : (2) x 100%"),
            ("I", "II", "III"),
            ("1.", "2.", "3."),
            ("Cột 1", "Cột 2", "Cột 3"),
            ("A", "B", "C", "D", "Đ", "E"),
        ],
    )
    def test_a_row_of_running_numbers_surely_numbers_the_columns(
        self, cells: tuple[object, ...]
    ) -> None:
        assert numbering_of(cells) is Numbering.SURELY

    @for_each(
        ("cells", "expected"),
        [
            ((1, 3, 4), Numbering.PERHAPS),
            (("A", "C", "D"), Numbering.PERHAPS),
            ((3, 2, 1), Numbering.NO),
            ((1, 2), Numbering.NO),
            ((1, "s1", "SAMPLE-1"), Numbering.NO),
            ((1, 2, 1000), Numbering.NO),
            ((1, 2.5, 3), Numbering.NO),
            ((), Numbering.NO),
        ],
    )
    def test_a_row_with_gaps_perhaps_numbers_the_columns_and_another_does_not(
        self, cells: tuple[object, ...], expected: Numbering
    ) -> None:
        assert expected is numbering_of(cells)

    @pytest.mark.parametrize(
        "cells", [(1, 2, 3, 4, 5), ("A", "B", "C", "D", "E"), (-1, -2, -3, -4, -5)]
    )
    def test_numbers_beneath_headings_hold_no_data(self, cells: tuple[object, ...]) -> None:
        assert (2, 0, 0, 4) == counts(intake(HEADS, (), cells, good(1), HEADS, cells, good(2)))

    def test_numbers_elsewhere_may_be_a_record(self) -> None:
        found = intake(HEADS, good(1), (1, 2, 3, 4, 5))
        assert [(3, Fault.NO_RECORD, None)] == faults(found)
        assert (1, 0, 0, 1) == counts(intake(HEADS, good(1), ("(1)", "(2)", "(3)")))

    def test_letters_beneath_headings_hold_no_data(self) -> None:
        rows = [
            ("STT", "Mã", "Mã số thuế", "Tên doanh nghiệp"),
            ("a", "b", "c", "d"),
            (1, "x1", "SAMPLE-1", "A"),
        ]
        found = laid_out(rows, Wanted.of(Enterprise, {}, ()), {})
        assert (1, 0, 0, 1) == counts(read(Enterprise, found.rows))

    def test_only_the_first_row_of_a_database_can_number_the_columns(self) -> None:
        numbers = {"Mã": "A", "MST": "B", "Bắt đầu": "C", "Kết thúc": "D"}
        assert (1, 0, 0, 1) == counts(read(Support, [numbers, SUPPORT]))
        found = read(Support, [SUPPORT, numbers, {**numbers, "Mã": "x", "MST": None}])
        assert [(2, Fault.NO_RECORD, None)] == faults(found)[:1]


class TestGroups:
    """Rows that name a group in the column of the id."""

    @for_each(
        ("cells", "expected"),
        [
            (("I", "Phường Cầu Giấy"), Numbering.SURELY),
            (("A.", "Khối doanh nghiệp"), Numbering.SURELY),
            ((None, "II. Phường 3"), Numbering.SURELY),
            ((1, "Phường Cầu Giấy"), Numbering.PERHAPS),
            ((None, "Phường Cầu Giấy"), Numbering.PERHAPS),
            ((1, "HS 12"), Numbering.NO),
            ((1.5, "Phường Cầu Giấy"), Numbering.NO),
            ((1, 2, "Phường Cầu Giấy"), Numbering.NO),
            (("I", "s1"), Numbering.NO),
            (("I", "Tổng cộng"), Numbering.NO),
            (("I", "Phường A", "Phường B"), Numbering.NO),
            (("I", "12 34"), Numbering.NO),
        ],
    )
    def test_a_group_is_a_name_in_words_perhaps_after_a_number(
        self, cells: tuple[object, ...], expected: Numbering
    ) -> None:
        assert expected is names_a_group(cells)

    def test_a_sure_group_holds_no_data_and_a_possible_one_is_rejected(self) -> None:
        found = intake(
            HEADS,
            ("I", "Phường Cầu Giấy"),
            good(1),
            (1, "Phường Ba Đình"),
            ("2", "s2", *[None] * 4),
        )
        assert (1, 0, 2, 1) == counts(found)
        assert (4, Fault.NO_RECORD, None) == faults(found)[0]
        assert Fault.MISSING in {each.code for each in found.problems if each.row == 5}


ROLES = ("Mã", "Chức vụ", "Mã chuyên gia")
EVENTS = ("Mã", "Ngày", "Nội dung")
BODIES = ("Mã", "Tên tổ chức", "Số đăng ký", "Lĩnh vực")


class TestFooters:
    """The lines below a table begin where no record can follow."""

    def test_a_row_whose_key_is_mended_could_be_a_record(self) -> None:
        """A spreadsheet took the zero of the code; the other cells could belong to a signature."""
        cells = {"id": "Đại diện A", "enterprise": 100000010, "started_on": None}
        columns = {
            name: each for name, each in columns_of(Support).items() if name in ("id", "enterprise")
        }
        assert could_be_a_record({name: cells[name] for name in columns}, columns)

    @pytest.mark.parametrize(
        ("kind", "rows", "expected"),
        [
            (
                AssessmentBody,
                [
                    BODIES,
                    ("B-A", "X", "V-X", "a"),
                    ("B-B", "Đại diện Quatest", "V-Y", "b"),
                    ("B-C", "Z", "V-Z", "c"),
                ],
                3,
            ),
            (
                AssessmentBody,
                [
                    BODIES,
                    ("Mã A", "X", "V-X", "a"),
                    ("Mã B", "Đại diện", "V-Y", "b"),
                    ("Mã C", "Z", "V", ""),
                ],
                3,
            ),
            (
                Expert,
                [ROLES, ("E-A", "A", "P-A"), ("E-B", "Giám đốc", "P-B"), ("E-C", "A", "P-C")],
                3,
            ),
            (
                Dissemination,
                [EVENTS, ("d1", "05/01/2024", "A"), (None, None, "Đại diện"), ("d", "x", "y")],
                3,
            ),
        ],
        ids=range(4),
    )
    def test_no_row_is_taken_for_a_signature(self, kind: type, rows: Grid, expected: int) -> None:
        found = laid_out(rows, Wanted.of(kind, {}, ()), {})
        assert expected == read(kind, found.rows).rows

    @pytest.mark.parametrize(
        "rows",
        [
            [("Hà Nội, ngày 15/12/2025",)],
            [(None, None, "Hà Nội, 15/12/2025")],
            [(None, None, None, "ngày 15 tháng 12 năm 2025")],
            [
                (None, "NGƯỜI LẬP", None, None, "GIÁM ĐỐC"),
                (None, "(Ký)", None, None, "(Ký)"),
                (),
                (None, "Văn A", None, "Thị B"),
            ],
            [("Nơi nhận:",), ("- Như trên;",), ("- Lưu: VT.",)],
            [(None, "TM.", "KT.", "TL.", "Q.")],
        ],
        ids=range(6),
    )
    def test_signatures_hold_no_data(self, rows: list[tuple[object, ...]]) -> None:
        found = intake(HEADS, good(1), (), *rows)
        assert (1, 0, 0, 1 + len(rows)) == counts(found)

    def test_a_row_whose_key_has_an_unseen_character_is_a_row(self) -> None:
        assert (
            3
            == intake(
                HEADS, good(1), (None, "Đại diện"), (None, "sa\u200bb", "100000010", "x")
            ).rows
        )


class TestLikely:
    """If no headings are found, the likeliest ones are shown."""

    def test_the_likeliest_headings_of_a_workbook_or_a_text_are_shown(self, tmp_path: Path) -> None:
        headings = ("Số TT", "Tên đơn vị", "Thời gian hỗ trợ từ")
        for path in (
            workbook(tmp_path / "r.xlsx", ("DANH SÁCH",), headings, (1, "A", "x")),
            written(tmp_path, as_csv([("DANH SÁCH",), headings, ("1", "A", "x")])),
        ):
            with pytest.raises(InvalidValue) as refused:
                open_sheet(path, Support)
            assert (
                '“Số TT”, “Tên đơn vị”, “Thời gian hỗ trợ từ”; ví dụ: --column "id=Số TT"'
                in str(refused.value.problems[0].message.vi)
            )

    def test_names_of_people_are_not_shown_as_headings(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidValue) as refused:
            open_sheet(workbook(tmp_path / "r.xlsx", ("Nguyễn Văn A", "Trần Thị B")), Support)
        assert "Nguyễn" not in str(refused.value)
