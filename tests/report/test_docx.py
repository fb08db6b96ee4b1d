"""The Word document of a report, in the form of Decree 30/2020/NĐ-CP, Annex I."""

import sys
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from attrs import evolve
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from building import FIRST, SHARE, plan_of, supports, trainings, wanted
from nsc_program import (
    HANOI,
    AtLeast,
    AtMost,
    Dissemination,
    InvalidType,
    InvalidValue,
    Level,
    MoreThan,
    Period,
    Range,
    Register,
    ReportedFigure,
)
from nsc_program.plan import EachYear
from nsc_program.report import Report, report, write_docx, write_xlsx
from nsc_program.report._body import Kind, body
from nsc_program.report._header import Header
from nsc_program.report._office.layout import lines, numbered
from nsc_program.values import Lang
from nsc_program.verdicts import Status
from office_files import (
    CLOSE,
    FULL,
    HOSTILE,
    YEAR,
    Read,
    docx_of,
    made,
    of_everything,
    parts_of,
    reports,
    texts_of,
    word_of,
)

LANGS = st.sampled_from(("vi", "en"))


def near(expected: int, found: int) -> bool:
    """Return whether two lengths differ by less than a twentieth of a point or so."""
    return abs(expected - found) < 1_000


def paragraph_of(document: Read, text: str) -> Read:
    """Return the first paragraph that begins with a text."""
    cells = [cell for table in document.tables[:2] for cell in table.rows[0].cells]
    inner = [paragraph for cell in cells for paragraph in cell.paragraphs]
    return next(each for each in (*inner, *document.paragraphs) if each.text.startswith(text))


def written_body(whole: Report, lang: Lang = "vi", header: Header = FULL) -> dict[Kind, list[str]]:
    """Return the texts of a report, by what they are."""
    found: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for paragraph in body(whole, lang, header):
        found[paragraph.kind].append(paragraph.text)
    return found


class TestPaper:
    def test_it_is_a4_with_the_margins_of_the_decree(self) -> None:
        for section in word_of(of_everything()).sections:
            sides = sorted((section.page_width, section.page_height))
            assert near(Mm(210), sides[0])
            assert near(Mm(297), sides[1])
            assert near(Mm(20), section.top_margin)
            assert near(Mm(20), section.bottom_margin)
            assert near(Mm(30), section.left_margin)
            assert near(Mm(15), section.right_margin)

    def test_the_report_stands_upright_and_wide_tables_lie(self) -> None:
        sections = word_of(of_everything()).sections

        assert WD_ORIENT.PORTRAIT == sections[0].orientation
        assert WD_ORIENT.LANDSCAPE == sections[1].orientation
        assert WD_ORIENT.PORTRAIT in {each.orientation for each in sections[1:]}

    def test_the_font_is_times_new_roman(self) -> None:
        style = word_of(of_everything()).styles["Normal"]
        fonts = style.element.rPr.rFonts

        assert ("Times New Roman", Pt(14)) == (style.font.name, style.font.size)
        assert {"Times New Roman"} == {
            fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")
        }

    def test_page_numbers_are_at_the_top_but_not_on_the_first_page(self) -> None:
        document = word_of(of_everything())
        first = document.sections[0]

        assert " PAGE " in first.header._element.xml
        assert WD_ALIGN_PARAGRAPH.CENTER == first.header.paragraphs[0].alignment
        assert all(each.different_first_page_header_footer for each in document.sections)
        assert "" == first.first_page_header.paragraphs[0].text

    def test_each_annex_is_a_section_numbered_from_1(self) -> None:
        whole = of_everything()
        sections = word_of(whole).sections

        assert len(whole.annexes) + 1 == len(sections)
        assert ["1"] * len(sections) == [
            each._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for each in sections
        ]


class TestHead:
    def test_the_state_and_its_motto(self) -> None:
        document = word_of(of_everything(), header=FULL)
        state = paragraph_of(document, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").runs[0]
        motto = paragraph_of(document, "Độc lập - Tự do - Hạnh phúc").runs[0]

        assert (True, Pt(12)) == (state.bold, state.font.size)
        assert (True, Pt(13)) == (motto.bold, motto.font.size)

    def test_sender_number_place_and_day(self) -> None:
        document = word_of(of_everything(), header=FULL)

        superior = paragraph_of(document, "ỦY BAN NHÂN DÂN THÀNH PHỐ").runs[0]
        own = paragraph_of(document, "SỞ A").runs[0]
        day = paragraph_of(document, "Hà Nội, ngày 05 tháng 01 năm 2025").runs[0]
        assert (False, True, True) == (superior.bold, own.bold, day.italic)
        assert paragraph_of(document, "Số: 05/BC-SA")

    def test_the_title_is_bold_and_has_a_line(self) -> None:
        document = word_of(of_everything(), header=FULL)
        kind = paragraph_of(document, "BÁO CÁO")

        assert (True, WD_ALIGN_PARAGRAPH.CENTER) == (kind.runs[0].bold, kind.alignment)
        assert paragraph_of(document, of_everything().title.vi).runs[0].bold
        assert 3 == document.element.xml.count("<w:pBdr>")

    def test_several_addressees_are_listed(self) -> None:
        texts = texts_of(word_of(of_everything(), header=FULL))
        start = texts.index("Kính gửi:")

        assert ["- Ủy ban nhân dân thành phố;", "- Bộ B."] == texts[start + 1 : start + 3]

    def test_one_addressee_stands_in_the_same_line(self) -> None:
        header = evolve(FULL, addressees=("Bộ B",))

        assert "Kính gửi: Bộ B" in texts_of(word_of(of_everything(), header=header))

    def test_what_is_left_out_is_a_visible_blank(self) -> None:
        texts = "\n".join(texts_of(word_of(of_everything())))

        for blank in (
            "Số: ……/BC-……",
            "……, ngày …… tháng …… năm ……",
            "Kính gửi: ……",
            "Nơi nhận:",
            "- Lưu: VT, …….",
            "(Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm ……)",
        ):
            assert blank in texts

    def test_it_is_written_in_english(self) -> None:
        texts = "\n".join(texts_of(word_of(of_everything(), "en")))

        for words in ("Independence - Freedom - Happiness", "REPORT", "To: ……", "Recipients:"):
            assert words in texts


class TestBody:
    def test_paragraphs_are_justified_with_a_first_line(self) -> None:
        paragraph = paragraph_of(word_of(of_everything()), "Triển khai Kế hoạch")
        shape = paragraph.paragraph_format

        assert WD_ALIGN_PARAGRAPH.JUSTIFY == shape.alignment
        assert near(Mm(12.7), shape.first_line_indent)
        assert (Pt(6), Pt(14)) == (shape.space_after, paragraph.runs[0].font.size)

    def test_the_parts_have_levels(self) -> None:
        document = word_of(of_everything())

        for heading, level in (("II. KẾT QUẢ", "0"), ("1. Kết quả chung", "1")):
            properties = paragraph_of(document, heading)._p.pPr
            assert level == properties.find(qn("w:outlineLvl")).get(qn("w:val"))

    def test_what_an_officer_writes_is_dotted(self) -> None:
        document = word_of(of_everything())

        assert 18 == sum(paragraph.text == "\t" for paragraph in document.paragraphs)
        assert 18 == document.element.xml.count('w:leader="dot"')

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_it_points_to_each_annex(self, lang: Lang) -> None:
        whole = of_everything()
        texts = " ".join(text for found in written_body(whole, lang).values() for text in found)

        for annex in whole.annexes:
            assert {"vi": "Phụ lục", "en": "Annex"}[lang] + f" {annex.number}" in texts

    def test_bases_begin_as_they_do_in_documents(self) -> None:
        found = written_body(of_everything())[Kind.BASIS]

        assert ["Căn cứ Kế hoạch số 149/KH-UBND;", "Căn cứ Công văn số 1;"] == found

    def test_the_period_and_the_day_of_the_data(self) -> None:
        texts = written_body(of_everything())[Kind.TEXT]

        assert (
            "Kỳ báo cáo: từ ngày 01/01/2024 đến ngày 31/12/2024. "
            "Số liệu tính đến hết ngày 31/12/2024."
        ) in texts

    def test_a_period_that_is_not_over_says_so(self) -> None:
        texts = written_body(made([], as_of=date(2024, 6, 30)))[Kind.TEXT]

        assert any(text.endswith("nên số liệu trong kỳ là số đến ngày này.") for text in texts)

    def test_a_period_across_phases_says_which_numbers_count_the_other_days(self) -> None:
        across = Period.of_report_year(2026, ends=(11, 30))
        texts = written_body(made([], as_of=date(2026, 6, 30), period=across))[Kind.TEXT]

        assert any(text.startswith("Kỳ báo cáo có những ngày ngoài giai đoạn") for text in texts)

    def test_an_aim_is_written_in_words(self) -> None:
        held = Dissemination(id="d1", on=date(2024, 3, 1))
        open_ended = report(HANOI, Register([held]), as_of=CLOSE, period=YEAR)
        items = written_body(open_ended)[Kind.ITEM]

        assert any(
            text.endswith("(cuộc): trong kỳ ít nhất 1; cả giai đoạn ít nhất 1.") for text in items
        )

    def test_only_what_is_missed_or_undecided_is_lacking(self) -> None:
        whole = made(supports(1_500))
        written = [*body(whole, "vi", FULL)]
        section = [each.text for each in written].index("2. Tồn tại, hạn chế")

        assert Status.PENDING in {line.status for line in whole.lines}
        text = "Đến nay chưa có chỉ tiêu nào không đạt hoặc chưa xác định được."
        assert text == written[section + 1].text

    def test_counts_of_statuses(self) -> None:
        texts = written_body(made(supports(1_500)))[Kind.TEXT]

        assert "Báo cáo nêu 5 chỉ tiêu: 1 đạt, 4 đang thực hiện (Bảng 1, Phụ lục I)." in texts

    def test_groups_are_listed_if_there_are_several(self) -> None:
        first, second, third = supports(3)
        records = [first, evolve(second, level=Level.NATION), evolve(third, verified=False)]
        items = written_body(made(records))[Kind.ITEM]

        assert (
            "Doanh nghiệp được hỗ trợ trong kỳ, phân tổ theo cấp: cấp thành phố 1 "
            "(chưa xác minh 1); cấp quốc gia 1."
        ) in items

    def test_money_that_nothing_is_known_of(self) -> None:
        items = written_body(made(supports(1)))[Kind.ITEM]

        assert any(item.startswith("Ngân sách nhà nước, giai đoạn 2021-2025: ") for item in items)

    def test_a_plan_without_sources_of_money(self) -> None:
        whole = report_of(AtLeast(5), indicator="things")

        items = written_body(whole)[Kind.ITEM]

        assert 2 == items.count("Không có.")
        assert any(item.startswith("Tổng cộng, giai đoạn ") for item in items)

    def test_what_is_missing_is_named(self) -> None:
        items = written_body(report_of(AtLeast(5), ("things", FIRST, 3)))[Kind.ITEM]
        assert "ví dụ: không đạt; còn thiếu 2 doanh nghiệp." in items

        items = written_body(report_of(AtLeast(5), ("things", FIRST, Range(3, 7))))[Kind.ITEM]
        assert "ví dụ: chưa đủ căn cứ kết luận; có thể còn thiếu đến 2 doanh nghiệp." in items

    @pytest.mark.parametrize(
        "whole",
        [
            pytest.param(lambda: report_of(AtMost(5), ("things", FIRST, 8)), id="too many"),
            pytest.param(
                lambda: report_of(MoreThan(65), (SHARE.id, FIRST, 65), indicator=SHARE.id),
                id="a little more",
            ),
            pytest.param(lambda: report_of(AtLeast(5), basis=EachYear()), id="several years"),
        ],
    )
    def test_a_gap_without_a_number_is_not_named(self, whole: object) -> None:
        assert callable(whole)
        items = written_body(whole())[Kind.ITEM]

        assert not any("còn thiếu" in item for item in items)

    def test_what_each_month_needs_is_rounded_up(self) -> None:
        items = written_body(made(supports(100)), "en")[Kind.ITEM]

        assert (
            "Enterprises supported: 1,325 more enterprises in the 12 months left of the phase "
            "surely suffice, 111 in each month (rounded up)."
        ) in items

    def test_questions_that_change_a_verdict_are_put(self) -> None:
        records = [evolve(each, completed_on=None) for each in supports(1_500)]
        texts = written_body(made(records))

        assert any(text.startswith("Đề nghị cấp có thẩm quyền") for text in texts[Kind.TEXT])
        assert any("(có thể là: Đạt; Đang thực hiện)." in item for item in texts[Kind.ITEM])

    def test_a_tolerance_alone_may_change_a_verdict(self) -> None:
        whole = made(supports(1_430))
        (row,) = [row for row in whole.sheet("hinges").rows if row[3]][:1]
        changed = evolve(
            whole,
            sheets=tuple(
                evolve(sheet, rows=((row[0], row[1], (), row[3]),))
                if sheet.id == "hinges"
                else sheet
                for sheet in whole.sheets
            ),
        )

        assert any("biên độ của “khoảng”" in item for item in written_body(changed)[Kind.ITEM])

    def test_without_such_questions_nothing_is_put(self) -> None:
        texts = written_body(report_of(AtLeast(5), ("things", FIRST, 7)))[Kind.TEXT]

        assert not any(text.startswith("Đề nghị") for text in texts)


def report_of(
    bound: object,
    *figures: tuple[str, Period, Range | int],
    indicator: str = "things",
    basis: object = None,
) -> Report:
    """Make a report on a plan with one target, about reported numbers, after its phase."""
    reported = [
        ReportedFigure(id=f"r{place}", indicator=name, period=period, value=value, issued=AFTER)
        for place, (name, period, value) in enumerate(figures)
    ]
    more = {} if basis is None else {"basis": basis}
    target = wanted(bound, indicator=indicator, **more)  # type: ignore[arg-type]
    year = Period.of_years(2025, 2025)
    return report(plan_of(FIRST, target), Register(reported), as_of=AFTER, period=year)


AFTER = date(2026, 12, 31)


class TestEnd:
    def test_the_signature_and_the_recipients(self) -> None:
        document = word_of(of_everything(), header=FULL)
        left, right = document.tables[1].rows[0].cells

        assert ["Nơi nhận:", "- Như trên;", "- Lưu: VT, P1."] == [
            paragraph.text for paragraph in left.paragraphs
        ]
        assert ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu"] == [
            paragraph.text for paragraph in right.paragraphs
        ]
        assert (Pt(12), Pt(11)) == tuple(each.runs[0].font.size for each in left.paragraphs[:2])

    def test_the_file_is_a_recipient(self) -> None:
        header = evolve(FULL, recipients=("Như trên",))
        left, _ = word_of(of_everything(), header=header).tables[1].rows[0].cells

        assert "- Lưu: VT, ……." == left.paragraphs[-1].text


class TestAnnexes:
    def test_they_have_roman_numbers_and_capital_names(self) -> None:
        document = word_of(of_everything(), header=FULL)
        texts = [paragraph.text for paragraph in document.paragraphs]
        first = texts.index("Phụ lục I")

        assert [
            "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
            "(Kèm theo Báo cáo số 05/BC-SA ngày 05 tháng 01 năm 2025)",
            "1. Kết quả thực hiện các chỉ tiêu",
        ] == texts[first + 1 : first + 4]
        assert "Phụ lục IX" in texts

    def test_heading_rows_repeat(self) -> None:
        for table in word_of(of_everything()).tables[2:]:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None

    def test_the_cells_are_those_of_the_model(self) -> None:
        whole = of_everything()
        table = word_of(whole).tables[2]
        row = numbered(whole.sheet("results")).rows[0]

        assert ["\n".join(lines(cell, "vi")) for cell in row] == [
            cell.text for cell in table.rows[1].cells
        ]

    def test_columns_that_add_have_a_sum(self) -> None:
        tables = word_of(of_everything()).tables[2:]
        (last,) = [
            table.rows[-1]
            for table in tables
            if any("ngân sách nhà nước (đồng)" in cell.text.lower() for cell in table.rows[0].cells)
        ]
        texts = [cell.text for cell in last.cells]

        assert "Tổng cộng" == texts[1]
        assert ["19.500.000"] == [text for text in texts[2:] if text]

    def test_a_table_without_rows_says_so(self) -> None:
        assert "Không có." in texts_of(word_of(made(supports(1))))

    def test_a_long_row_may_be_divided(self) -> None:
        document = word_of(of_everything(HOSTILE))
        long_rows = [
            row
            for table in document.tables[2:]
            for row in table.rows
            if any(len(cell.text) > 5_000 for cell in row.cells)
        ]

        assert [] != long_rows
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is None for row in long_rows)


class TestInert:
    def test_hostile_names_are_texts(self) -> None:
        document = word_of(of_everything(HOSTILE))
        texts = texts_of(document)

        assert {HOSTILE[0], HOSTILE[1], "\\u202eevil & \\x07 name", HOSTILE[3]} <= {*texts}

    def test_a_hostile_header_is_text(self) -> None:
        (_, tag, strange, _) = HOSTILE
        header = Header(
            superior=strange,
            body=strange,
            number=strange,
            symbol=strange,
            place=strange,
            addressees=HOSTILE,
            signer=HOSTILE,
            signer_name=tag,
            recipients=HOSTILE,
            bases=HOSTILE,
        )
        texts = "\n".join(texts_of(word_of(of_everything(), header=header)))

        assert "<script>alert(1)</script>" in texts
        assert "\u202e" not in texts


class TestFile:
    def test_one_report_is_one_file(self) -> None:
        assert docx_of(of_everything(), "vi", FULL) == docx_of(of_everything(), "vi", FULL)

    def test_what_it_says_of_itself(self) -> None:
        about = word_of(of_everything(), header=FULL).core_properties

        assert (of_everything().title.vi, "Sở A") == (about.title, about.author)
        assert ("", "vi-VN") == (about.comments, about.language)
        assert datetime(2024, 12, 31) == about.created.replace(tzinfo=None)  # noqa: DTZ001

    def test_it_is_written_to_a_path(self, tmp_path: Path) -> None:
        write_docx(of_everything(), tmp_path / "a.docx", "en")

        assert docx_of(of_everything(), "en") == (tmp_path / "a.docx").read_bytes()

    def test_people_are_shown_only_if_asked_for(self) -> None:
        assert "SAMPLE-P0001" not in parts_of(docx_of(made(trainings(2))))
        assert "SAMPLE-P0001" in parts_of(docx_of(made(trainings(2), people=True)))

    def test_other_arguments_are_refused(self) -> None:
        with pytest.raises(InvalidType, match="report"):
            write_docx("report", BytesIO(), "vi")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "write", "module"),
    [("docx", write_docx, "_office.word"), ("xlsxwriter", write_xlsx, "_office.excel")],
)
def test_an_extra_that_is_not_installed_is_named(
    name: str, write: object, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loaded in [each for each in sys.modules if f"report.{module}" in each]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, name, None)
    assert callable(write)

    with pytest.raises(InvalidValue, match=r"pip install 'nsc_program\["):
        write(of_everything(), BytesIO(), "vi")


@pytest.mark.property
@settings(max_examples=15)
@given(reports(), LANGS)
def test_the_results_say_what_the_model_says(whole: Report, lang: Lang) -> None:
    """No printed number stands on the other side of its bound."""
    sheet = whole.sheet("results")
    tables = word_of(whole, lang).tables[2:]
    expected = [["\n".join(lines(cell, lang)) for cell in row] for row in sheet.rows]
    shown = [[cell.text for cell in row.cells] for row in tables[0].rows[1:]]
    assert expected == (shown if sheet.rows else [])


@pytest.mark.property
@settings(max_examples=15)
@given(reports(), LANGS)
def test_nothing_shows_all_of_a_plan_unless_it_is_attained(whole: Report, lang: Lang) -> None:
    texts = [text for found in written_body(whole, lang).values() for text in found]
    shows_all = any("100% " in text for text in texts)
    assert not shows_all or any(line.status is Status.ATTAINED for line in whole.lines)


def test_a_money_amount_may_be_one_number() -> None:
    whole = of_everything()
    sheet = whole.sheet("funding")
    exact = tuple((*row[:4], 5_500_000, *row[5:]) for row in sheet.rows)
    changed = evolve(
        whole,
        sheets=tuple(
            evolve(each, rows=exact) if each.id == "funding" else each for each in whole.sheets
        ),
    )

    assert any("5,5 triệu đồng" in item for item in written_body(changed)[Kind.ITEM])
