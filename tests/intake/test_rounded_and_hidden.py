"""Numbers whose last digits, or which as zeros, a sheet does not show. All data are made up."""

import zipfile
from contextlib import nullcontext
from datetime import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt

from each import for_each
from nsc_program import ReportedFigure, Support, Training
from nsc_program.intake import Fault, Intake, files, read
from nsc_program.intake._cells.cells import Formatted, NotShown, Padded, Rounded, Scaled
from nsc_program.intake._headings.displayed import text_of
from nsc_program.intake.files._content import Content
from nsc_program.intake.files._seen import as_seen
from other_books import cell, old_book, open_document, row
from row_files import GOOD, HEADINGS, taken_in, workbook
from rows import HEADS, REPORT, SUPPORT


def near(seen: object) -> str | None:
    """Return the rounded number that a cell shows; `None` if all its digits are shown."""
    return seen.near if isinstance(seen, (Rounded, Formatted, Scaled)) else None


@for_each(
    ("value", "number_format", "expected"),
    [
        (149.6, "0", "150"),
        (149.5, "#,##0", "150"),
        (-149.5, "#,##0", "-150"),
        (-149.6, "0;(0)", "-150"),
        (0.4, "#,##0", "0"),
        (44.56, "0.0", "44,6"),
        (1.0006, "0.000", "1,0010"),
        (149.6, '0"."000', "150"),
        (149_600_000, "0.00E+00", "150000000"),
        (1_234_567, "##0.0E+0", "1200000"),
        (149_600_000, "#,##0,,", "150"),
        (149_640_000, "#,##0.0,,", "149,6"),
        (149_600_000, '#,##0,," tr"', "150 tr"),
        (149_600_000.4, '#,##0" đồng"', "149600000 đồng"),
        (0.4456, "0%", "45%"),
        (0.4456, "0.0%", "44,6%"),
        (7.4, '"HS-"0000', "HS-7"),
        (1.5, "[<10]0;#,##0", "2"),
    ],
)
def test_a_format_that_shows_fewer_digits_rounds_the_number(
    value: float, number_format: str, expected: str
) -> None:
    assert expected == near(as_seen(value, number_format))


@for_each(
    ("value", "number_format"),
    [
        (149.6, "0.0"),
        (149.6, "#,##0.00"),
        (149.6, "#,##0.0##"),
        (-149.6, "0.0;-0.0"),
        (100 / 3, "General"),
        (100 / 3, 'General" tr"'),
        (100 / 3, "[Red]"),
        (149_600_000, "0.000E+00"),
        (149_600_000, "##0.0E+0"),
        (0, "0.0E+00"),
        (149_600_000, "#,##0.0,,"),
        (149_600_000, '#,##0.0,," tr"'),
        (0.4456, "0.00%"),
        (0.5, "# ?/?"),
        (1.5, "[<10]0.0;0.0"),
    ],
)
def test_a_number_of_which_all_digits_are_shown_is_not_rounded(
    value: float, number_format: str
) -> None:
    assert near(as_seen(value, number_format)) is None


@for_each(
    ("value", "number_format"),
    [
        (0, "#,###"),
        (0.4, "#,###"),
        (0, "0;-0;_-"),
        (0, '0;-0;" "'),
        (0, "[>=0]#;#"),
        (1.5, "[<10]0;0.0"),
        (1.5, "[<10]General;0"),
    ],
)
def test_a_format_may_show_nothing_of_a_number(value: float, number_format: str) -> None:
    assert isinstance(as_seen(value, number_format), NotShown)


def test_a_format_under_a_condition_shows_what_all_its_parts_show() -> None:
    assert ("7%", 5, 5) == (
        as_seen(0.07, "[<1]0%;0%"),
        as_seen(5, "[>=1000]#,##0;0"),
        as_seen(5, "[Blue]"),
    )


def test_the_exponent_of_a_number_does_not_pad_it() -> None:
    assert not isinstance(as_seen(5, "0E+00"), Padded)


def test_a_key_is_read_as_rounded_and_a_message_shows_all_digits() -> None:
    seen = as_seen(7.4, '"HS-"0000')
    assert isinstance(seen, Formatted)
    assert ("HS-0007", "HS-7.4") == (seen.shown, text_of(seen))
    assert "149.6 × 1000000" == text_of(as_seen(149_600_000, "#,##0,,"))


class TestOpenDocuments:
    """An .ods workbook holds the text that is shown, not the format."""

    @staticmethod
    def seen(folder: Path, value: float, shown: str) -> object:
        path = open_document(folder / "a.ods", row(cell(value, shown)))
        ((found,),) = files._book(Content.of(path), nullcontext).read("Sheet").rows
        return found

    @pytest.mark.parametrize(
        ("value", "shown", "expected"),
        [
            (149.6, "150", "150"),
            (1234.6, "1.235", "1235"),
            (0.4, "0", "0"),
            (-44.56, "-44,6", "-44,6"),
            (149_600_000, "1,50E+08", "150000000"),
            (149_600_000, "150", "150"),
            (149_600_000, "150 tr", "150 tr"),
            (-149.6, "(150) tr", "(150) tr"),
            (0.4456, "45%", "45%"),
        ],
        ids=range(9),
    )
    def test_a_text_with_fewer_digits_rounds_the_number(
        self, tmp_path: Path, value: float, shown: str, expected: str
    ) -> None:
        found = self.seen(tmp_path, value, shown)
        assert (expected, True) == (near(found), shown != text_of(found))

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (149.6, "149,6"),
            (149_600_000, "1.496E+08"),
            (149_600_000, "149,6"),
            (150_000_000, "150"),
            (149_600_000, "149,6 tr"),
            (0.4456, "44,56%"),
            (100 / 3, "33.33333333"),
            (0, "không"),
            (7, "Quý 8"),
            (7, "7E+99999999"),
        ],
        ids=range(10),
    )
    def test_other_texts_do_not(self, tmp_path: Path, value: float, shown: str) -> None:
        assert near(self.seen(tmp_path, value, shown)) is None


def taken(path: Path, kind: type[Any]) -> Intake:
    found = files.open_sheet(path, kind)
    return read(kind, found.rows, first_row=found.first_row)


@pytest.mark.parametrize(
    ("kind", "line", "value", "number_format", "all_digits", "suggestion"),
    [
        (Support, {**SUPPORT, "NSNN (triệu đồng)": 1}, 149.6, "0", "0.0", "150"),
        (Support, {**SUPPORT, "NSNN": 1}, 149_600_000, '0,," tr"', '0.0,," tr"', "150 tr"),
        (Support, {**SUPPORT, "NSNN (triệu đồng)": 1}, 149_600_000, "0,,", "0.0,,", "150"),
        (ReportedFigure, {**REPORT, "Chỉ tiêu": "tfp-share"}, 44.56, "0.0", "0.00", "44,6"),
        (ReportedFigure, {**REPORT, "Chỉ tiêu": "tfp-share"}, 0.4456, "0%", "0.00%", "45%"),
        (ReportedFigure, {**REPORT, "Chỉ tiêu": "productivity"}, 6.55, "0.0", "0.00", "6,6"),
    ],
    ids=range(6),
)
def test_a_rounded_number_rejects_its_row_until_it_is_decided(  # noqa: PLR0917
    tmp_path: Path,
    kind: type[Any],
    line: dict[str, object],
    value: float,
    number_format: str,
    all_digits: str,
    suggestion: str,
) -> None:
    name = list(line)[-1] if kind is Support else "Giá trị"

    def intake(cell_: object, code: str) -> Intake:
        def more(book: openpyxl.Workbook) -> None:
            book.worksheets[0].cell(2, 1 + list(line).index(name)).number_format = code

        cells = {**line, name: cell_}
        return taken(
            workbook(tmp_path / "a.xlsx", tuple(cells), [*cells.values()], more=more), kind
        )

    found = [(each.code, each.suggestion) for each in intake(value, number_format).problems]
    assert [(Fault.ROUNDED, suggestion)] == found
    assert (1, 1) == (
        intake(value, all_digits).accepted,
        intake(suggestion, "@").accepted,
    )


def test_a_rounded_number_of_people_is_rejected_and_shown() -> None:
    (problem,) = read(Training, [{**HEADS, "Số người": Rounded.of(39.6, "40")}]).problems
    assert (Fault.ROUNDED, "39.6", "40") == (problem.code, problem.value, problem.suggestion)


def test_a_rounded_number_is_written_again_with_all_its_digits(tmp_path: Path) -> None:
    def more(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["E2"].number_format = '0,," tr"'

    headings = (*HEADINGS, "NSNN")
    found = taken_in(workbook(tmp_path / "a.xlsx", headings, (*GOOD, 149_600_000), more=more))
    files.write_problems(tmp_path / "mend.xlsx", found, headings, "vi")
    (again,) = files.open_sheet(tmp_path / "mend.xlsx", Support).rows
    assert "149.6 tr" == again["NSNN"]


def xlsx(path: Path, *, zeros: bool) -> Path:
    def more(book: openpyxl.Workbook) -> None:
        book.worksheets[0].sheet_view.showZeros = zeros
        book.worksheets[0]["E1"].number_format = "hh:mm"
        book.create_sheet("Khác").append([0])

    return workbook(path.with_suffix(".xlsx"), (0, 0.0, "0", False, 0, 5), more=more)


def xls(path: Path, *, zeros: bool) -> Path:
    def more(book: Any, sheet: Any) -> None:  # noqa: ANN401
        sheet.show_zero_values = zeros
        sheet.write(0, 4, 0, xlwt.easyxf(num_format_str="hh:mm"))
        book.add_sheet("Khác").write(0, 0, 0)

    return old_book(path.with_suffix(".xls"), (0, 0.0, "0", False, None, 5), more=more)


class TestDigitsLeftOver:
    """A spreadsheet holds 15 digits; binary fractions leave further ones."""

    NUMBERS = 0.1 + 0.2, 4.35 * 100, sum([0.1] * 10), 1 - 0.43, 149.6, 150 + 1e-12
    FORMATS = "0.0", "0", "0", "0%", "0", "0"
    SHOWN = "0,3", "435", "1", "57%", "150", "150"

    def cells(self, path: Path) -> list[object]:
        book = files._book(Content.of(path), nullcontext)
        (cells,) = book.read(book.opened).rows
        return list(cells)

    def xlsx(self, path: Path) -> Path:
        def more(book: openpyxl.Workbook) -> None:
            for place, each in enumerate(self.FORMATS, 1):
                book.worksheets[0].cell(1, place).number_format = each

        return workbook(path.with_suffix(".xlsx"), self.NUMBERS, more=more)

    def xls(self, path: Path) -> Path:
        def more(_: Any, sheet: Any) -> None:  # noqa: ANN401
            for place, each in enumerate(zip(self.NUMBERS, self.FORMATS, strict=True)):
                sheet.write(0, place, each[0], xlwt.easyxf(num_format_str=each[1]))

        return old_book(path.with_suffix(".xls"), more=more)

    def ods(self, path: Path) -> Path:
        cells = map(cell, self.NUMBERS, self.SHOWN)
        return open_document(path.with_suffix(".ods"), row(*cells))

    @pytest.mark.parametrize("write", [xlsx, xls, ods], ids=["xlsx", "xls", "ods"])
    def test_a_number_within_15_digits_is_rounded(self, tmp_path: Path, write: Any) -> None:  # noqa: ANN401
        seen = self.cells(write(self, tmp_path / "a"))

        assert [0.3, 435, 1, "57%"] == seen[:4]
        assert [None, None, None, None, "150", "150"] == list(map(near, seen))

    def test_the_general_format_does_not_show_them_either(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "a.xlsx", (4.35 * 100, 100 / 3, 1e300))
        assert [435, 33.3333333333333, 1e300] == self.cells(path)


class TestHiddenZeros:
    """A sheet may show no zeros: a cell looks blank, and it is unknown what it says."""

    @pytest.mark.parametrize("write", [xlsx, xls], ids=["xlsx", "xls"])
    def test_the_zeros_of_such_a_sheet_are_not_shown(self, tmp_path: Path, write: Any) -> None:  # noqa: ANN401
        book = files._book(Content.of(write(tmp_path / "a", zeros=False)), nullcontext)
        (cells,) = book.read(book.opened).rows
        hidden = [place for place, each in enumerate(cells) if isinstance(each, NotShown)]
        assert ([0, 1, 4], ["0", False, 5]) == (hidden, [cells[2], cells[3], cells[5]])
        assert [[0]] == book.read("Khác").rows

    @pytest.mark.parametrize("write", [xlsx, xls], ids=["xlsx", "xls"])
    def test_the_zeros_of_any_other_sheet_are(self, tmp_path: Path, write: Any) -> None:  # noqa: ANN401
        book = files._book(Content.of(write(tmp_path / "a", zeros=True)), nullcontext)
        assert [[0, 0, "0", False, time(0), 5]] == book.read(book.opened).rows

    @pytest.mark.parametrize(
        ("settings", "is_hidden"),
        [(("true",), False), (("true", "false"), True), (("false",), True), ((), False)],
    )
    def test_an_open_document_says_so_for_all_its_sheets(
        self, tmp_path: Path, settings: tuple[str, ...], *, is_hidden: bool
    ) -> None:
        path = open_document(tmp_path / "a.ods", row(0, "0", cell(0, "0%"), 5))
        name = "urn:oasis:names:tc:opendocument:xmlns:config:1.0"
        items = (f'<c:b c:name="ShowZeroValues">{each}</c:b>' for each in settings)
        with zipfile.ZipFile(path, "a") as packed:
            packed.writestr("settings.xml", f'<a xmlns:c="{name}">{"".join(items)}</a>')
        (cells,) = files._book(Content.of(path), nullcontext).read("Sheet").rows
        unseen = [isinstance(each, NotShown) for each in cells]
        assert [is_hidden, False, is_hidden, False] == unseen

    def test_such_a_zero_rejects_its_row(self, tmp_path: Path) -> None:
        def more(book: openpyxl.Workbook) -> None:
            book.worksheets[0].sheet_view.showZeros = False

        rows = (*HEADINGS, "NSNN", "Nguồn khác"), (*GOOD, 150_000_000, 0)
        (problem,) = taken_in(workbook(tmp_path / "a.xlsx", *rows, more=more)).problems
        assert (Fault.NOT_SHOWN, "Nguồn khác") == (problem.code, problem.column)
