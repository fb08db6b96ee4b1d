"""Another list beside the table is told, and nothing may be claimed complete. Rows are made up."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from each import for_each
from nsc_program import Enterprise, Support
from nsc_program.cli import main
from nsc_program.intake import Intake, read
from nsc_program.intake._rows.lists_beside import is_nameless, lists_beside, numbers_a_list
from nsc_program.intake.files import open_sheet, to_review
from row_files import as_csv, written

_OWN = ("STT", "Mã", "Tên doanh nghiệp", "MST", "Bắt đầu", "Kết thúc")
_ROWS = [
    (1, "s1", "Công ty Sao Mai", "SAMPLE-1", "05/01/2024", "30/06/2024"),
    (2, "s2", "Công ty Hải Âu", "SAMPLE-2", "06/01/2024", "30/06/2024"),
]


def _beside(headings: Sequence[object], *cells: Sequence[object]) -> list[tuple[object, ...]]:
    """The rows of a table with other columns to their right."""
    return [(*_OWN, *headings), *((*own, *more) for own, more in zip(_ROWS, cells, strict=True))]


def _csv(rows: Sequence[Sequence[object]]) -> str:
    """The text of a file with blank cells."""
    return as_csv([["" if cell is None else cell for cell in row] for row in rows])


def _read(folder: Path, rows: Sequence[Sequence[object]], *ignored: str) -> Intake:
    """Read the rows of a file."""
    sheet = open_sheet(written(folder, _csv(rows)), Support, ignored=ignored)
    return read(Support, sheet.rows, first_row=sheet.first_row, ignored=ignored)


class TestLists:
    """Columns that stand apart and begin with numbers of their own are another list."""

    @for_each(
        ("headings", "cells", "told"),
        [
            ((None, "TT", "Tên đơn vị"), [(None, 3, "Công ty A"), (None, 4, "Công ty B")], 2),
            (("TT", "Tên đơn vị"), [(3, "Công ty A"), (4, "Công ty B")], 2),
            ((None, "Tên đơn vị"), [(None, "Công ty A"), (None, "Công ty B")], 1),
            ((None, "Địa chỉ"), [(None, "Đông Anh"), (None, None)], 1),
            (("STT", "Địa chỉ"), [(3, "Đông Anh"), (4, "Đông Anh")], 2),
            ((None, "Ghi chú"), [(None, None), (None, "x")], 0),
            (("Địa chỉ", "Điện thoại"), [("Đông Anh", None), ("Đông Anh", None)], 0),
            (("TT", "Địa chỉ"), [(3, None), (4, None)], 0),
        ],
    )
    def test_a_list_beside_the_table_is_told(
        self,
        tmp_path: Path,
        headings: tuple[object, ...],
        cells: list[tuple[object, ...]],
        told: int,
    ) -> None:
        found = _read(tmp_path, _beside(headings, *cells))
        assert (2, told) == (found.accepted, sum(each.is_apart for each in found.telling))
        assert found.is_understood is (told == 0)

    def test_each_column_of_it_may_be_ignored(self, tmp_path: Path) -> None:
        rows = _beside((None, "TT", "Tên đơn vị"), (None, 3, "Công ty A"), (None, 4, "Công ty B"))
        assert () == _read(tmp_path, rows, "Tên đơn vị").telling
        (left,) = _read(tmp_path, rows, "TT").telling
        assert "Tên đơn vị" == left.heading

    def test_columns_without_a_cell_between_those_that_are_read_divide_nothing(
        self, tmp_path: Path
    ) -> None:
        rows = [(*row[:4], None, *row[4:], None, "Đông Anh") for row in _ROWS]
        wide = [(*_OWN[:4], None, *_OWN[4:], None, "Địa chỉ"), *rows]
        assert () == _read(tmp_path, wide).telling

    def test_a_table_of_which_nothing_is_read_has_no_list_beside_it(self) -> None:
        assert () == tuple(lists_beside(("TT", "Tên"), frozenset(), {"TT", "Tên"}, {"TT"}))

    def test_numbers_without_a_heading_begin_a_list(self) -> None:
        row = {"Mã": "e1", "MST": "SAMPLE-1", "Tên": "Công ty A", "[4]": 1, "Fax": "024"}
        (number, place) = read(Enterprise, [row]).telling
        assert ("[4]", "Fax") == (number.heading, place.heading)

    def test_a_heading_that_stands_twice_has_a_number_behind_it(self) -> None:
        assert [True, True, False] == [*map(numbers_a_list, ("STT", "HTX › TT [9]", "Số"))]
        assert [True, True, False] == [*map(is_nameless, ("", "[6]", "TT [6]"))]


class TestClaims:
    """The command names the list, and refuses a claim while it stands there."""

    def _rows(self) -> list[tuple[object, ...]]:
        return _beside((None, "TT", "Tên đơn vị"), (None, 3, "Công ty A"), (None, 4, "Công ty B"))

    def _run(self, folder: Path, *more: str) -> int:
        path = written(folder, _csv(self._rows()))
        return main(["intake", "support", str(path), "-o", str(folder / "o.json"), *more])

    def test_the_command_names_its_columns(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert 1 == self._run(tmp_path)
        printed = " ".join(capsys.readouterr().out.split())
        assert "Các cột “TT”, “Tên đơn vị” là của một danh sách khác" in printed
        assert printed.endswith("TT Tên đơn vị")

    def test_a_claim_is_refused(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        claim = ("--complete-through", "2024-12-31", "--recorded-on", "2025-01-15")
        assert 2 == self._run(tmp_path, *claim, "--lang", "en")
        refused = " ".join(capsys.readouterr().err.split())
        assert "another list beside the table is not read, in the columns “TT”" in refused
        assert 0 == self._run(tmp_path, *claim, "--ignore", "Tên đơn vị")

    def test_what_to_look_at_says_it_once(self, tmp_path: Path) -> None:
        sheet = open_sheet(written(tmp_path, _csv(self._rows())), Support)
        (only,) = to_review(read(Support, sheet.rows), sheet)
        assert only.message.en.startswith("The columns “TT”, “Tên đơn vị” belong to another list")
