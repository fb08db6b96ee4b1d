"""The workbook of a report: numbers as numbers, inert texts, sums, and paper that is set up."""

from datetime import date, datetime
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from building import supports, trainings
from each import for_each
from nsc_program import InvalidType, InvalidValue, Range, UnknownId
from nsc_program.report import Column, Report, Sheet, write_xlsx, written
from nsc_program.report._office import excel
from nsc_program.report._office.excel_cells import MOST_CHARACTERS, Stored, stored
from nsc_program.report._office.excel_pen import letters
from nsc_program.values import Lang, Text
from nsc_program.verdicts import Status
from office_files import (
    FULL,
    HOSTILE,
    Read,
    book_of,
    cells_of,
    heading_row,
    made,
    of_everything,
    parts_of,
    reports,
    xlsx_of,
)

LANGS = st.sampled_from(("vi", "en"))


def with_sheet(cells: list[Any], *, adds: bool) -> Read:
    """Return the worksheet of a table with one column of some cells."""
    whole = made(supports(1))
    column = Column("value", Text(vi="Giá trị", en="Value"), adds=adds)
    sheet = Sheet(
        id="readings",
        title=Text(vi="Bảng", en="Table"),
        columns=(column,),
        rows=tuple((cell,) for cell in cells),
    )
    sheets = tuple(sheet if each.id == sheet.id else each for each in whole.sheets)
    changed = evolve(whole, sheets=sheets)
    return book_of(changed)[f"Phụ lục {changed.annexes[-1].number}"]


class TestSheets:
    def test_each_table_of_each_annex_has_a_worksheet(self) -> None:
        whole = of_everything()

        expected = [
            f"Phụ lục {annex.number}" + ("" if place == 0 else f".{place + 1}")
            for annex in whole.annexes
            for place in range(len(annex.sheets))
        ]
        assert expected == book_of(whole).sheetnames

    def test_they_are_named_in_english(self) -> None:
        assert "Annex I" == book_of(of_everything(), "en").sheetnames[0]

    def test_the_titles_stand_above_the_table(self) -> None:
        whole = of_everything()
        sheet = book_of(whole, header=FULL)["Phụ lục I"]

        titles = [sheet.cell(row, 1).value for row in range(1, 6)]
        assert ["Phụ lục I", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"] == titles[:2]
        assert "(Kèm theo Báo cáo số 05/BC-SA ngày 05 tháng 01 năm 2025)" == titles[2]
        assert whole.evaluation.title.vi in titles[3]
        assert titles[3].endswith("số liệu tính đến hết ngày 31/12/2024")
        assert "Kết quả thực hiện các chỉ tiêu" == titles[4]

    def test_a_table_alone_in_its_annex_has_no_title_of_its_own(self) -> None:
        assert 5 == heading_row(book_of(of_everything())["Phụ lục II"])

    def test_the_paper_is_set_up(self) -> None:
        sheet = book_of(of_everything())["Phụ lục I"]

        assert ("landscape", 9) == (sheet.page_setup.orientation, int(sheet.page_setup.paperSize))
        assert (None, 0) == (sheet.page_setup.fitToWidth, int(sheet.page_setup.fitToHeight))
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "$6:$6" == sheet.print_title_rows
        assert "C7" == sheet.freeze_panes
        assert "&P" in sheet.oddHeader.center.text

    def test_headings_are_bold_wrapped_and_bordered(self) -> None:
        sheet = book_of(of_everything())["Phụ lục I"]

        for cell in sheet[6]:
            assert cell.font.b
            assert cell.alignment.wrap_text
            assert "thin" == cell.border.left.style
            assert "Times New Roman" == cell.font.name

    def test_columns_are_neither_slits_nor_fields(self) -> None:
        for sheet in book_of(of_everything(HOSTILE)):
            found = [each.width for each in sheet.column_dimensions.values()]
            assert 4.5 < min(found) <= max(found) < 130

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_the_last_table_of_an_annex_is_signed(self, lang: Lang) -> None:
        book = book_of(of_everything(), lang, FULL)
        first, last = book.worksheets[0], book.worksheets[2]

        texts = [cell.value for row in last.iter_rows() for cell in row if cell.value]
        prepared = {"vi": "NGƯỜI LẬP", "en": "PREPARED BY"}[lang]
        assert [] == [cell for row in first.iter_rows() for cell in row if cell.value == prepared]
        assert {prepared, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu"} <= {*texts}

    def test_a_signature_without_names_is_a_visible_blank(self) -> None:
        last = book_of(of_everything())["Phụ lục II"]

        texts = [cell.value for row in last.iter_rows() for cell in row if cell.value]
        assert {"NGƯỜI LẬP", "LÃNH ĐẠO", "……", "……, ngày …… tháng …… năm ……"} <= {*texts}

    def test_a_table_without_rows_says_so(self) -> None:
        book = book_of(made(supports(1)))
        empty = [sheet for sheet in book if cells_of(sheet)[0][0] == "Không có."]

        assert [] != empty

    def test_remarks_stand_beneath(self) -> None:
        firsts = [row[0] for row in cells_of(book_of(of_everything())["Phụ lục I"])]

        assert any(str(text).startswith("Ghi chú: Tỷ lệ so với kế hoạch") for text in firsts)


class TestCells:
    """A number is a number if a spreadsheet shows all its digits, and a text otherwise."""

    @for_each(
        ("cell", "expected"),
        [
            (None, Stored("blank", None, "left")),
            ("", Stored("blank", None, "left")),
            (7, Stored("number", 7, "right")),
            (Fraction(1480), Stored("number", 1480, "right")),
            (Fraction(-5, 4), Stored("number", -1.25, "right", 2)),
            (Fraction(9999, 100), Stored("number", 99.99, "right", 2)),
            (Fraction(10**5 - 1, 10**3), Stored("number", 99.999, "right", 3)),
            (Fraction(299, 3), Stored("text", "99,66…", "right")),
            (Fraction(10**16), Stored("text", "10.000.000.000.000.000", "right")),
            (Fraction(1, 2**16), Stored("text", "0,0000152587890625", "right")),
            (True, Stored("text", "có", "center")),
            (Range(1480, 1490), Stored("text", "1.480 – 1.490", "right")),
            (date(2026, 6, 30), Stored("day", date(2026, 6, 30), "center")),
            (date(1899, 12, 31), Stored("text", "31/12/1899", "center")),
            (Status.ATTAINED, Stored("text", "Đạt", "center")),
            ("=1+1", Stored("text", "=1+1", "left", inert=True)),
            (("a", "b"), Stored("text", "a; b", "left")),
        ],
    )
    def test_examples(self, cell: object, expected: Stored) -> None:
        assert expected == stored(cell, "vi")

    def test_long_texts_of_a_cell_have_lines_of_their_own(self) -> None:
        cells = ("rất dài và còn dài hơn nữa", "ngắn")

        assert "- rất dài và còn dài hơn nữa\n- ngắn" == stored(cells, "vi").value

    def test_a_text_longer_than_a_cell_is_cut(self) -> None:
        value = stored("a" * 40_000, "vi").value

        assert ("a" * (MOST_CHARACTERS - 1) + "…") == value

    def test_numbers_and_days_are_kept_as_such(self) -> None:
        sheet = with_sheet([7, Fraction(9, 4), date(2024, 5, 6)], adds=False)
        first = heading_row(sheet) + 1
        found = [sheet.cell(first + place, 2) for place in range(3)]

        assert [7, 2.25, datetime(2024, 5, 6)] == [cell.value for cell in found]  # noqa: DTZ001
        assert ["#,##0", "#,##0.00", "dd/mm/yyyy"] == [cell.number_format for cell in found]
        assert isinstance(found[0].value, int)

    def test_a_blank_is_a_bordered_empty_cell(self) -> None:
        sheet = with_sheet([None], adds=False)
        cell = sheet.cell(heading_row(sheet) + 1, 2)

        assert (None, "thin") == (cell.value, cell.border.top.style)


class TestSums:
    def test_a_column_that_adds_has_a_formula(self) -> None:
        sheet = with_sheet([7, None, Fraction(5, 2)], adds=True)
        first = heading_row(sheet) + 1
        total = sheet.cell(first + 3, 2)

        assert f"=SUM(B{first}:B{first + 2})" == total.value
        assert ("#,##0.0", True) == (total.number_format, total.font.b)

    def test_the_sum_is_kept_beside_the_formula(self) -> None:
        whole = of_everything()
        number = next(each.number for each in whole.annexes if each.sheets[0].id == "Support")
        book = load_workbook(BytesIO(xlsx_of(whole)), data_only=True)
        values = book[f"Phụ lục {number}"]
        row = next(row for row in cells_of(values) if row[1] == "Tổng cộng")
        assert [1_500_000 * 13] == [value for value in row[2:] if value is not None]

    def test_sums_are_the_only_formulas(self) -> None:
        formulas = [
            cell.value
            for sheet in book_of(of_everything(HOSTILE))
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]

        assert [] != formulas
        assert all(formula.startswith("=SUM(") for formula in formulas)

    @pytest.mark.parametrize("cells", [[None, None], [Range(1, 2), 3], [True]])
    def test_what_is_not_all_numbers_has_no_sum(self, cells: list[Any]) -> None:
        sheet = with_sheet(cells, adds=True)

        assert sheet.cell(heading_row(sheet) + 1 + len(cells), 2).value is None

    @pytest.mark.parametrize(
        ("cells", "expected"),
        [([Fraction(1, 3), 1], "1,33…"), ([Fraction(1, 3), Fraction(2, 3)], 1)],
    )
    def test_numbers_that_do_not_end_are_added_exactly(
        self, cells: list[Any], expected: object
    ) -> None:
        sheet = with_sheet(cells, adds=True)

        assert expected == sheet.cell(heading_row(sheet) + 3, 2).value

    def test_a_sum_of_too_many_digits_is_a_text(self) -> None:
        many = 10**15 - 1
        sheet = with_sheet([1, many, many], adds=True)

        assert "1.999.999.999.999.999" == sheet.cell(heading_row(sheet) + 4, 2).value

    def test_letters_of_columns(self) -> None:
        assert ["A", "Z", "AA", "AZ", "BA"] == [*map(letters, (0, 25, 26, 51, 52))]


class TestInert:
    """A name stays a text, whatever it looks like."""

    def test_hostile_names_are_texts(self) -> None:
        book = book_of(of_everything(HOSTILE))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        found = {str(cell.value): cell for cell in cells if cell.value}

        formula = found[HOSTILE[0]]
        assert ("s", True) == (formula.data_type, formula.quotePrefix)
        assert "s" == found[HOSTILE[1]].data_type
        assert "\\u202eevil & \\x07 name" in found
        assert HOSTILE[3] in found

    def test_a_topic_that_looks_like_a_formula_is_a_text(self) -> None:
        book = book_of(of_everything())
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

        assert ["s"] == [cell.data_type for cell in cells if cell.value == "=1+1"]

    def test_a_hostile_header_is_text(self) -> None:
        header = evolve(
            FULL, body=HOSTILE[2] * 20, signer=HOSTILE[:3], signer_name=HOSTILE[0], place=HOSTILE[1]
        )
        cells = [
            cell
            for sheet in book_of(of_everything(), header=header)
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.value.startswith("=cmd")
        ]

        assert {"s"} == {cell.data_type for cell in cells}

    def test_it_has_no_links(self) -> None:
        whole = of_everything(("http://example.org", "mailto:a@example.org"))

        assert [] == [link for sheet in book_of(whole) for link in sheet._hyperlinks]


class TestFile:
    def test_one_report_is_one_file(self) -> None:
        assert xlsx_of(of_everything(), "vi", FULL) == xlsx_of(of_everything(), "vi", FULL)

    def test_it_is_dated_to_the_day_of_judgement(self) -> None:
        about = book_of(of_everything(), header=FULL).properties

        assert (datetime(2024, 12, 31), "Sở A") == (about.created, about.creator)  # noqa: DTZ001

    def test_it_is_written_to_a_path(self, tmp_path: Path) -> None:
        write_xlsx(of_everything(), tmp_path / "a.xlsx", "vi")
        write_xlsx(of_everything(), str(tmp_path / "b.xlsx"), "vi")

        assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()

    def test_people_are_shown_only_if_asked_for(self) -> None:
        records = trainings(2)

        assert "SAMPLE-P0001" not in parts_of(xlsx_of(made(records)))
        assert "SAMPLE-P0001" in parts_of(xlsx_of(made(records, people=True)))

    def test_other_arguments_are_refused(self) -> None:
        with pytest.raises(InvalidType, match="report"):
            write_xlsx("report", BytesIO(), "vi")  # type: ignore[arg-type]
        with pytest.raises(InvalidType, match="header"):
            write_xlsx(of_everything(), BytesIO(), "vi", {})  # type: ignore[arg-type]
        with pytest.raises(UnknownId, match="language"):
            write_xlsx(of_everything(), BytesIO(), "fr")  # type: ignore[arg-type]

    def test_a_table_of_too_many_rows_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(excel, "MOST_ROWS", 1)

        with pytest.raises(InvalidValue, match="choose a shorter report period"):
            xlsx_of(of_everything())


@pytest.mark.property
@settings(max_examples=15)
@given(reports(), LANGS)
def test_a_cell_holds_its_number_exactly_or_its_words(whole: Report, lang: Lang) -> None:
    """No printed number stands on the other side of its bound."""
    book = book_of(whole, lang)
    for annex in whole.annexes:
        for place, sheet in enumerate(annex.sheets, 1):
            name = {"vi": "Phụ lục", "en": "Annex"}[lang] + f" {annex.number}"
            shown = cells_of(book[name if place == 1 else f"{name}.{place}"])
            skip = 0 if sheet.columns[0].id == "number" else 1
            for row, cells in zip(sheet.rows, shown, strict=False):
                for cell, value in zip(row, cells[skip:], strict=False):
                    check(cell, value, lang)


def check(cell: object, value: object, lang: Lang) -> None:
    """Check that a value of a workbook is that of a cell, exactly."""
    if isinstance(value, (int, float)):
        assert isinstance(cell, (int, Fraction))
        assert cell == Fraction(str(value))
    elif isinstance(value, str) and not isinstance(cell, tuple):
        assert written(cell, lang) == value
    elif value is None:
        assert cell in (None, "", ())


@pytest.mark.property
@settings(max_examples=15)
@given(reports(), LANGS)
def test_nothing_shows_all_of_a_plan_unless_it_is_attained(whole: Report, lang: Lang) -> None:
    name = {"vi": "Phụ lục I", "en": "Annex I"}[lang]
    shown = cells_of(book_of(whole, lang)[name])
    share = [column.id for column in whole.sheet("results").columns].index("share")
    for row, cells in zip(whole.sheet("results").rows, shown, strict=False):
        is_attained = row[0] is None or whole.lines[row[0] - 1].status is Status.ATTAINED
        assert is_attained or "100" != str(cells[share]).removeprefix("≥ ")
