"""Reported figures are about the period that their row names: a quarter, a report year, some days.

A name that leaves a day open is refused, and a line above the rows is not needed where the rows
themselves say which days they are about.
"""

from datetime import date
from pathlib import Path

import pytest

from command import run
from each import for_each
from nsc_program import InvalidType, InvalidValue, Period, Register, ReportedFigure
from nsc_program.errors import Message
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._cells.dates import years
from nsc_program.intake._cells.reporting_periods import says_its_days
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._words.named_periods import is_within, periods_named
from nsc_program.intake.files import open_sheet
from nsc_program.serialization import from_json
from row_files import as_csv, workbook, written
from rows import REPORT, Row, accepted, refused

MEASURED: Row = {**REPORT, "Chỉ tiêu": "sample", "Ngày báo cáo": "05/01/2030"}
QUARTER, YEAR = Period.of_quarter(2024, 1), Period.of_years(2024, 2024)
REPORT_YEAR = Period.of_report_year(2024, ends=(11, 30))
HEADINGS = ("Mã", "Chỉ tiêu", "Kỳ báo cáo", "Giá trị", "Ngày báo cáo")


def taken(folder: Path, *lines: str, period: str) -> Intake:
    """Take in a list with lines above its headings, and one row about a period."""
    row = ("SAMPLE-1", "supported", period, "12", "05/01/2025")
    path = written(folder, as_csv([*([line] for line in lines), HEADINGS, row]))
    sheet = open_sheet(path, ReportedFigure)
    return read(ReportedFigure, sheet.rows, first_row=sheet.first_row, titles=sheet.titles)


def periods_in(register: Register) -> list[Period]:
    return [figure.period for figure in register.records if isinstance(figure, ReportedFigure)]


@for_each(
    ("cell", "period"),
    [
        ("quý I/2024", QUARTER),
        ("Quý 1 năm 2024", QUARTER),
        ("2024-Q1", QUARTER),
        ("6 tháng đầu năm 2024", Period.of_half(2024, 1)),
        ("6 tháng 2024", Period.of_half(2024, 1)),
        ("9 tháng năm 2024", Period.of_months(2024, 1, 9)),
        ("Tháng 3/2024", Period.of_month(2024, 3)),
        ("01/01/2024 - 31/03/2024", QUARTER),
        ("năm báo cáo 2024 (từ 01/12/2023 đến 30/11/2024)", REPORT_YEAR),
        ("Năm2024", YEAR),
        ("Giai đoạn 2024", YEAR),
    ],
)
def test_a_cell_names_a_period(cell: str, period: Period) -> None:
    assert period == accepted(ReportedFigure, MEASURED, "Năm", cell).period
    # A line with the same words is never about other days.
    assert all(is_within((period.first, period.end), group) for group in periods_named(cell))


@for_each(
    ("cell", "fault"),
    [
        ("quý I", Fault.WHICH_PERIOD),
        ("6 tháng đầu năm", Fault.WHICH_PERIOD),
        ("năm báo cáo 2024", Fault.WHICH_PERIOD),
        ("quý I/2024 (từ 01/04/2024 đến 30/06/2024)", Fault.WHICH_PERIOD),
        ("đến 30/06/2024", Fault.WHICH_PERIOD),
        ("30/06/2024", Fault.WHICH_PERIOD),
        ("31/02/2024", Fault.NO_SUCH_DAY),
        ("quý I/2567", Fault.NOT_YEARS),
        ("quý I/1960", Fault.NOT_YEARS),
        ("lũy kế đến 30/06/2024", Fault.NOT_YEARS),
        (date(2024, 3, 1), Fault.NOT_TEXT),
    ],
    ids=str,
)
def test_a_cell_that_leaves_a_day_open_is_refused(cell: object, fault: Fault) -> None:
    assert (fault, None) == refused(ReportedFigure, MEASURED, "Năm", cell)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("quý I", Message("hãy ghi thêm năm", "add the year")),
        ("năm báo cáo 2024", Message("năm báo cáo kết thúc ngày nào", "may end on any day")),
        ("đến 30/06/2024", Message("hãy ghi cả ngày đầu", "write its first and its last day")),
    ],
)
def test_a_refusal_says_what_to_add(cell: str, said: Message) -> None:
    (problem,) = read(ReportedFigure, [{**MEASURED, "Năm": cell}]).problems

    assert said.vi in problem.message.vi
    assert said.en in problem.message.en


class TestReportYears:
    """The caller says on which day the report years of a list end."""

    @pytest.mark.parametrize("cell", ["năm báo cáo 2024", "Năm 2024", "2024", 2024], ids=repr)
    def test_a_year_is_a_report_year(self, cell: object) -> None:
        found = read(ReportedFigure, [{**MEASURED, "Năm": cell}], report_year_ends=(11, 30))

        assert [REPORT_YEAR] == periods_in(found.register)

    @pytest.mark.parametrize("cell", ["quý I/2024", "2021-2025", "9 tháng năm 2024"])
    def test_a_part_or_a_span_of_years_needs_its_days(self, cell: str) -> None:
        found = read(ReportedFigure, [{**MEASURED, "Năm": cell}], report_year_ends=(11, 30))

        assert [Fault.WHICH_PERIOD] == [problem.code for problem in found.problems]

    def test_a_value_that_all_rows_share_is_one_too(self) -> None:
        row = {name: cell for name, cell in MEASURED.items() if name != "Năm"}
        found = read(
            ReportedFigure, [row], values={"period": "năm 2024"}, report_year_ends=(11, 30)
        )

        assert [REPORT_YEAR] == periods_in(found.register)

    def test_records_without_periods_are_read_as_ever(self) -> None:
        assert read("Support", [], report_year_ends=(11, 30)) == read("Support", [])

    def test_their_end_is_a_day_of_every_year(self) -> None:
        with pytest.raises(InvalidValue, match="does not exist in every year"):
            read(ReportedFigure, [], report_year_ends=(2, 29))
        with pytest.raises(InvalidType):
            read(ReportedFigure, [], report_year_ends=("30", "11"))  # type: ignore[arg-type]


class TestLines:
    """A line about a span of time doubts rows that name years, and no others."""

    @pytest.mark.parametrize("line", ["BÁO CÁO KẾT QUẢ QUÝ I NĂM 2024", "Kết quả 3 tháng đầu năm"])
    def test_rows_that_name_the_span_are_read(self, tmp_path: Path, line: str) -> None:
        found = taken(tmp_path, line, period="quý I/2024")

        assert [QUARTER] == periods_in(found.register)
        assert () == found.problems

    @pytest.mark.parametrize("line", ["BÁO CÁO KẾT QUẢ QUÝ I NĂM 2024", "Kết quả 3 tháng đầu năm"])
    def test_rows_that_name_a_year_are_doubted(self, tmp_path: Path, line: str) -> None:
        found = taken(tmp_path, line, period="2024")

        assert [Fault.ASSUMED_LINE] == [problem.code for problem in found.problems]

    @pytest.mark.parametrize("line", ["CHỈ TIÊU GIAO QUÝ I/2024", "Số liệu sơ bộ quý I/2024"])
    def test_targets_and_estimates_are_doubted_all_the_same(
        self, tmp_path: Path, line: str
    ) -> None:
        (problem,) = taken(tmp_path, line, period="quý I/2024").problems

        assert problem.code in {Fault.ASSUMED_LINE, Fault.DOUBTFUL_LINE}

    @pytest.mark.parametrize(
        ("period", "is_doubted"),
        [
            ("quý II/2024", True),
            ("quý I/2024", False),
            ("6 tháng đầu năm 2024", False),
            ("2024", True),
            ("kỳ này", True),
        ],
    )
    def test_sums_since_the_new_year_are_not_those_of_a_later_quarter(
        self, tmp_path: Path, period: str, *, is_doubted: bool
    ) -> None:
        found = taken(tmp_path, "KẾT QUẢ LŨY KẾ THEO QUÝ", period=period)

        assert is_doubted == (Fault.ASSUMED_LINE in [problem.code for problem in found.problems])

    def test_a_line_of_an_earlier_period_is_told(self, tmp_path: Path) -> None:
        found = taken(tmp_path, "Kết quả quý I/2024", period="quý II/2024")

        assert ["Kết quả quý I/2024"] == [line.text for line in found.lines]

    @pytest.mark.parametrize("text", ["Báo cáo quý I/2024", "Số liệu 3 tháng đầu năm"])
    def test_a_document_may_name_the_span_of_its_row(self, text: str) -> None:
        row = {**MEASURED, "Văn bản": text}

        assert QUARTER == accepted(ReportedFigure, row, "Năm", "quý I/2024").period
        assert Fault.NOT_DONE == read(ReportedFigure, [row]).problems[0].code

    def test_a_remark_may_name_the_span_of_its_row(self) -> None:
        row = {**MEASURED, "Ghi chú": "số liệu 3 tháng"}

        found = read(ReportedFigure, [{**row, "Năm": "quý I/2024"}])
        assert () == found.problems
        assert [Fault.NOT_DONE] == [
            problem.code for problem in read(ReportedFigure, [row]).problems
        ]

    @for_each(
        ("cell", "says"),
        [
            ("quý I/2024", True),
            (QUARTER, True),
            (REPORT_YEAR, True),
            ("2024", False),
            ("2021-2025", False),
            ("quý I", False),
            (Period.until(date(2024, 6, 30)), False),
            (None, False),
        ],
        ids=str,
    )
    def test_days_other_than_whole_years_are_said(self, cell: object, says: bool) -> None:
        assert says == says_its_days(cell)


class TestCommand:
    """The option states the end of report years once for a list."""

    @pytest.fixture
    def reports(self, tmp_path: Path) -> Path:
        row = ("SAMPLE-1", "supported", "năm báo cáo 2024", "12", "05/01/2025")
        return written(tmp_path, as_csv([HEADINGS, row]))

    def test_report_years_end_on_the_day_that_is_given(
        self, capsys: pytest.CaptureFixture[str], reports: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "register.json"
        ends = ("--report-year-ends", "30/11")

        code, _, err = run(capsys, "intake", "reported-figure", reports, "-o", out, *ends)

        assert (0, "") == (code, err)
        register = from_json(out.read_text(encoding="utf-8"), Register)
        assert [REPORT_YEAR] == periods_in(register)

    def test_without_it_the_row_is_rejected(
        self, capsys: pytest.CaptureFixture[str], reports: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "register.json"

        code, shown, _ = run(
            capsys, "intake", "reported-figure", reports, "-o", out, "--lang", "en"
        )

        assert 1 == code
        assert "the period is not clear" in shown

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ("30-11", "expected a day and a month, such as 30/11, got '30-11'"),
            ("29/2", "the day 29/2 does not exist in every year"),
            ("31/13", "expected a number from 1 to 12, got 13"),
        ],
    )
    def test_another_text_is_refused(
        self,
        capsys: pytest.CaptureFixture[str],
        reports: Path,
        tmp_path: Path,
        given: str,
        said: str,
    ) -> None:
        out = tmp_path / "register.json"
        ends = ("--report-year-ends", given, "--lang", "en")

        code, shown, err = run(capsys, "intake", "reported-figure", reports, "-o", out, *ends)

        assert (2, "") == (code, shown)
        assert said in err

    def test_rows_without_periods_have_no_report_years(
        self, capsys: pytest.CaptureFixture[str], reports: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "register.json"
        ends = ("--report-year-ends", "30/11", "--lang", "en")

        code, shown, err = run(capsys, "intake", "support", reports, "-o", out, *ends)

        assert (2, "", False) == (code, shown, out.exists())
        assert "rows of this kind have no periods; remove --report-year-ends" in err


@pytest.mark.parametrize("cell", ["2025-2021", "năm 1887", "sometime"])
def test_years_that_do_not_exist_or_fall_are_refused(cell: str) -> None:
    with pytest.raises(Refused) as refused:
        years(cell)
    assert Fault.NOT_YEARS is refused.value.fault


class TestCumulativeLines:
    """A line that says “lũy kế” rejects the figures of days that do not begin a year."""

    ENDS = ("Mã", "Chỉ tiêu", "Từ ngày", "Đến ngày", "Kết quả", "Ngày báo cáo")
    ROWS = (
        ("r1", "supported", "01/01/2024", "31/03/2024", 78, "10/04/2024"),
        ("r2", "supported", "01/04/2024", "30/06/2024", 112, "09/07/2024"),
        ("r3", "supported", "đầu quý", "30/09/2024", 95, "08/10/2024"),
    )

    @pytest.mark.parametrize("line", ["Số liệu lũy kế từ đầu năm", "(Số cộng dồn)", "Lũy kế"])
    def test_beside_two_columns_of_days(self, tmp_path: Path, line: str) -> None:
        path = workbook(tmp_path / "r.xlsx", (line,), self.ENDS, *self.ROWS)
        sheet = open_sheet(path, ReportedFigure)
        found = read(ReportedFigure, sheet.rows, first_row=sheet.first_row)
        assert ["r1"] == [getattr(record, "id", None) for record in found.register.records]
        assert {4, 5} == {each.row for each in found.problems if each.code is Fault.ASSUMED_LINE}

    def test_another_line_about_days_is_not_needed(self, tmp_path: Path) -> None:
        path = workbook(tmp_path / "r.xlsx", ("Quý I, II",), self.ENDS, *self.ROWS[:2])
        sheet = open_sheet(path, ReportedFigure)
        assert 2 == read(ReportedFigure, sheet.rows, first_row=sheet.first_row).accepted


@pytest.mark.parametrize(
    ("issuer", "is_told"),
    [
        *(("Hiệp hội doanh nghiệp nhỏ và vừa", True), ("Trung tâm Khuyến công", True)),
        *(("UBND phường Hà Đông", True), ("Sở Khoa học và Công nghệ", False)),
    ],
)
def test_a_figure_of_a_body_is_its_own(issuer: str, *, is_told: bool) -> None:
    row = {**REPORT, "Cơ quan báo cáo": issuer, "Phần của chỉ tiêu": None}
    assert [Fault.OTHER_SAYING] * is_told == [
        problem.code for problem in read(ReportedFigure, [row]).problems
    ]
