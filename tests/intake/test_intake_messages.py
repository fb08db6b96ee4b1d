"""Every message of the intake and of its command is for people.

It is whole in each language, and says how to correct the fault.
"""

import ast
import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import NOTHING, fields
from test_intake import FAULTS

from nsc_program import AssessmentBody, Expert, PilotModel, ReportedFigure, Support, Training
from nsc_program.cli import main
from nsc_program.cli._intake_words import in_options
from nsc_program.errors import InvalidValue, Message, UnknownId
from nsc_program.errors import Problem as Told
from nsc_program.intake import Fault, Intake, Problem, find_columns, read
from nsc_program.intake._cells.cells import NotShown, Padded
from nsc_program.intake._headings.blocks import problem_cells, problem_lines
from nsc_program.intake._headings.columns import columns_of
from nsc_program.intake._headings.displayed import displayed
from nsc_program.intake._headings.labels import label_of, words_of
from nsc_program.intake._headings.refusals import SAID, in_words
from nsc_program.intake._headings.vocabulary import HEADINGS
from nsc_program.intake._messages.messages import message as message_of
from nsc_program.intake._messages.problem_reports import sentence_of
from nsc_program.intake.typed import load
from nsc_program.records import _agreement, _base, _records, _reports
from nsc_program.records._records import RECORD_CLASSES
from nsc_program.records._rejected_rows import ROWS, row_class
from nsc_program.values import _enterprise_codes, _keys, _periods, _validators
from nsc_program.values._text import Text
from rows import BODY, EXPERT, MODEL, REPORT, ROW_OF, SUPPORT, TRAINING
from sentences import pairs, text_of, trees
from tracing import first_traced
from words_for_people import faults


def of(message: Text | Message) -> Message:
    return Message(message.vi, message.en)


# Messages in the source


def _sentences() -> Iterator[tuple[str, Message]]:
    for path, tree in trees().items():
        if "intake" in path.parts or path.stem.startswith("_intake"):
            for vi, en in (*pairs(tree), *_texts(tree)):
                yield f"{path.stem}:{vi.lineno}:{vi.col_offset}", Message(text_of(vi), text_of(en))


def _texts(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and {"vi", "en"} <= {each.arg for each in node.keywords}:
            named = {each.arg: each.value for each in node.keywords}
            yield named["vi"], named["en"]


def test_each_message_in_the_source_is_for_people() -> None:
    sentences = {
        place: said
        for place, said in _sentences()
        if said.vi.strip(" …;:,“”(){}") and said.vi not in (said.en, "vi")
    }
    found = {place: list(faults(said, needs_remedy=False)) for place, said in sentences.items()}

    assert len(sentences) > 150
    assert {} == {place: wrong for place, wrong in found.items() if wrong}


@pytest.mark.parametrize("fault", Fault)
def test_each_fault_says_what_to_do(fault: Fault) -> None:
    assert [] == list(faults(of(message_of(fault))))


@pytest.mark.parametrize("name", sorted({*HEADINGS, "funding"}))
def test_each_column_has_a_label(name: str) -> None:
    words = words_of(name)

    assert [] == list(faults(of(words), needs_remedy=False))
    assert (f"“{words.vi}”", f"“{words.en}”") == (label_of(name).vi, label_of(name).en)


# Messages about rows

# They read thousands of rows, and coverage needs a few.
READ, LOAD = first_traced(read), first_traced(load)

CELLS: tuple[object, ...] = (
    None, "", "?", "x", "-", "=1", "#N/A", "5/6/24", "31/02/2024", "45448", 45448, "tháng 6",
    "12-13/6", 0, -1, 0.5, 1.0, 150, "1.480", "1.2000", 10**13, 10**40, float("inf"), "500 USD",
    "50 người", "chưa có", "A; B", "100000001", 100000010, "100000010", "0100000010 (SAMPLE)",
    "O100000010", "0100000010-000", "1.23E+11", "123.0", "000000000012", "Nguyễn Văn A", "S" * 201,
    "SAMPLE\u200b", "\u0301", "a\ud800", "Xyz", "2025-2021", "24", True, Decimal("0.1"),
    Fraction(1, 3), date(2024, 6, 5), datetime(2024, 6, 5, 8, 30), NotShown(),  # noqa: DTZ001
    b"x", [1],
)  # fmt: skip
HEADED: Mapping[type[Any], Mapping[str, object]] = {
    kind: {heading: row.get(heading) for heading in row} for kind, row in ROW_OF.items()
}


def _rows_of_every_kind() -> Iterator[Intake]:
    """Read every cell in every column of every class."""
    for name in ROWS:
        kind = row_class(name)
        columns = {
            column: HEADINGS.get(column, column).partition("|")[0] for column in columns_of(kind)
        }
        own = find_columns(kind, ROW_OF[kind]).headings
        good = {columns[column]: ROW_OF[kind][heading] for column, heading in own.items()}
        for column, heading in columns.items():
            asked = {**{each: columns[each] for each in own}, column: heading}
            for cell in CELLS:
                yield READ(kind, [{**good, heading: cell}], columns=asked)


def _rows_that_contradict() -> Iterator[Intake]:
    yield read(Support, [{**SUPPORT, "Kết thúc": "04/01/2024"}])
    yield read(Expert, [{**EXPERT, "Ngày chứng nhận": "05/06/2024", "Ngày hết hạn": "04/06/2024"}])
    yield read(PilotModel, [{**MODEL, "Thu hồi": "04/01/2024"}])
    yield read(
        AssessmentBody, [{**BODY, "Đạt chuẩn từ": "05/06/2024", "Đạt chuẩn đến": "04/06/2024"}]
    )
    yield read(Training, [{**TRAINING, "Số người": 5}, {**TRAINING, "Mã người": None}])
    ends = {name: cell for name, cell in REPORT.items() if name != "Năm"}
    yield read(ReportedFigure, [{**ends, "Từ ngày": "05/06/2024", "Đến ngày": "04/06/2024"}])
    yield read(ReportedFigure, [{**ends, "Từ ngày": "05/06/2024", "Đến ngày": None}])
    yield read(
        ReportedFigure, [{**ends, "Năm": 2023, "Từ ngày": "01/01/2024", "Đến ngày": "31/12/2024"}]
    )
    yield read(Support, [SUPPORT], id_from=["Không có"])
    yield read(Support, [{**SUPPORT, "NSNN (ngđô)": 1}])
    yield read(Training, [{**TRAINING, "Số người (xấp)": 1}])
    for kind, rows in FAULTS.values():
        yield read(kind, rows)


def told(problems: Iterable[Problem]) -> set[Message]:
    return {of(problem.message) for problem in problems}


def test_every_problem_of_rows_is_for_people() -> None:
    found = [*_rows_of_every_kind(), *_rows_that_contradict()]
    messages = {each for intake in found for each in told(intake.problems)}

    assert len(messages) > 50
    assert [] == [fault for each in messages for fault in faults(each)]


def test_every_problem_of_typed_rows_is_for_people() -> None:
    messages: set[Message] = set()
    for name in ROWS:
        kind = row_class(name)
        for each in fields(kind):
            good: dict[str, object] = {
                of_.name: "SAMPLE-1" for of_ in fields(kind) if of_.default is NOTHING
            }
            for cell in CELLS:
                messages |= told(LOAD(kind, [{**good, each.name: cell}]).problems)
        messages |= told(load(kind, [{"x": 1}, {}]).problems)

    assert len(messages) > 20
    assert [] == [fault for each in messages for fault in faults(each)]


def _codes(call: ast.Call) -> Iterator[ast.expr]:
    yield from (each.value for each in call.keywords if each.arg == "code")
    if isinstance(call.func, ast.Name) and call.func.id == "refusal":
        yield call.args[1]


_OF_RECORDS = (_agreement, _base, _records, _reports)
_WITH_RULES = (*_OF_RECORDS, _enterprise_codes, _keys, _periods, _validators)


def test_each_rule_of_the_library_has_a_message_about_rows() -> None:
    """A rule without one is only reported as a refusal: add the message together with the rule."""
    codes = {
        node.value
        for module in _WITH_RULES
        for call in ast.walk(trees()[Path(str(module.__file__))])
        if isinstance(call, ast.Call)
        for node in _codes(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } | {_agreement.code_of(*pair) for kind in RECORD_CLASSES for pair in kind.EITHER}
    values = {
        "started_on": date(2024, 6, 5),
        "completed_on": date(2024, 6, 4),
        "period.start": date(2024, 6, 5),
        "period.end": date(2024, 6, 4),
    }
    others = {"before-its-start": "completed_on", "out-of-range": "headcount"}

    assert {
        "stray-spaces",
        "before-its-start",
        "ends-before-it-starts",
        "person-or-headcount",
    } <= codes
    for code in codes:
        problem = Told((others.get(code, "id"),), code, Message("sai", "wrong"))
        said = in_words(problem, values)
        assert said is not None, code
        assert [] == list(faults(of(said)))
    assert SAID.keys() - codes == {"too-many-digits"}  # the rule of a range


def test_a_rule_without_a_message_about_rows_is_reported_as_a_refusal() -> None:
    for code in ("before-its-start", "out-of-range", "of-tomorrow"):
        assert in_words(Told((), code, Message("sai", "wrong")), {}) is None
    assert message_of(Fault.REFUSED) == message_of(Fault.REFUSED, None)


# Messages of the command

HEAD = ("Mã hồ sơ", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành")
GOOD = ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024")


def _csv(path: Path, *rows: Iterable[object]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with files that are wrong in different ways."""
    monkeypatch.chdir(tmp_path)
    _csv(tmp_path / "good.csv", HEAD, GOOD)
    _csv(tmp_path / "no-id.csv", HEAD[1:], GOOD[1:])
    _csv(tmp_path / "no-end.csv", HEAD[:3], GOOD[:3])
    _csv(tmp_path / "two-ends.csv", (*HEAD, "Ngày kết thúc"), (*GOOD, "01/07/2024"))
    _csv(tmp_path / "no-head.csv", ("a", "b"), ("1", "2"))
    _csv(tmp_path / "courses.csv", ("Mã lớp", "Ngày tổ chức"), ("t1", "05/01/2024"))
    _csv(tmp_path / "reports.csv", ("Mã", "Giá trị"), ("r1", "5"))
    _csv(tmp_path / "swallowed.csv", HEAD, ("s1", "a,b,c\nd,e", "x", "y"))
    _csv(tmp_path / "wide.csv", [*HEAD, *(f"x{number}" for number in range(1500))], GOOD)
    (tmp_path / "quote.csv").write_text('Mã hồ sơ,MST\n"a,b\n', encoding="utf-8")
    (tmp_path / "latin.csv").write_bytes(b"M\xe3,MST\n")
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "broken.xlsx").write_bytes(b"PK")
    (tmp_path / "short.hex").write_text("abcd", encoding="ascii")
    (tmp_path / "words.hex").write_text("xyz", encoding="ascii")
    book = openpyxl.Workbook()
    for name in ("Năm 2023", "Năm 2024"):
        sheet = book.create_sheet(name)
        sheet.append(list(HEAD))
        sheet.append(list(GOOD))
    book.remove(book.worksheets[0])
    book.save(tmp_path / "years.xlsx")
    return tmp_path


WRONG = """
support none.csv
support good.csv/x.csv
support folder.csv
support rows.pdf
support broken.xlsx
support no-id.csv
support no-end.csv
support two-ends.csv
support no-head.csv
support quote.csv
support swallowed.csv
support latin.csv
support wide.csv
training courses.csv
training courses.csv --id-from Mã_học_viên --value headcount=5
training courses.csv --value headcount=0
training courses.csv --value headcount=x
reported-figure reports.csv
reported-figure reports.csv --value indicator=Xyz --value period=2024 --value issued=01/01/2025
reported-figure reports.csv --value indicator=supported --value period=2024 \
--value issued=01/01/2025 CLAIM
suport good.csv
support good.csv x
support good.csv --column id
support good.csv --value on
support good.csv --column foo=MST
support good.csv --value foo=1
support good.csv --column id=Không
support good.csv --value started_on=x
support good.csv --value level=x
support good.csv --complete-through 31/2/2025
support good.csv --complete-from 2025-01-01 --complete-through 2024-12-31
support good.csv --recorded-on x
support good.csv --hidden-rows maybe
support good.csv --report-year-ends 30/11
support good.csv --problems p.txt
support good.csv --problems good.csv
support good.csv --problems none/p.xlsx
support good.csv --problems folder.csv/p.xlsx/q.xlsx
support good.csv --secret none.hex
support good.csv --secret short.hex
support good.csv --secret words.hex
support years.xlsx --sheet Năm
support years.xlsx --complete-through 2025-12-31
""".strip().splitlines()


def refusals(capsys: pytest.CaptureFixture[str], words: list[str]) -> list[Message]:
    """Return the answer of the command to wrong words, line by line and in both languages.

    The names of files are left out.
    """
    said: list[list[str]] = []
    for lang in ("vi", "en"):
        assert 2 == main(["intake", *words, "-o", "out.json", "--lang", lang])
        lines = capsys.readouterr().err.splitlines()
        said.append([line for line in lines if "--help" not in line])
    return [Message(*map(_without_places, pair)) for pair in zip(*said, strict=True)]


def _without_places(line: str) -> str:
    """Remove the program, the option and the file that stand before the sentence."""
    parts = line.removeprefix("nsc-program: ").split(": ")
    while len(parts) > 1 and (" " not in parts[0] or parts[0].startswith("--")):
        del parts[0]
    return ": ".join(parts)


@pytest.mark.parametrize("line", WRONG)
@pytest.mark.usefixtures("folder")
def test_every_refusal_of_the_command_is_for_people(
    capsys: pytest.CaptureFixture[str], line: str
) -> None:
    words = line.replace("CLAIM", "--complete-through 2025-12-31").split(" ")
    words = [word.replace("_", " ") if word.startswith("Mã") else word for word in words]

    messages = refusals(capsys, words)

    assert messages
    for said in messages:
        is_a_list = said.en.startswith("the columns of the table are")
        assert [] == list(faults(said, needs_remedy=not is_a_list))


@pytest.mark.usefixtures("folder")
def test_the_report_about_rows_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        ("s2", "chưa có", "x", ""),
        ("s3", "chưa có", "x", ""),
        ("s4", "SAMPLE-4", "05/02/2024", "05/01/2024"),
    ]
    _csv(
        Path("bad.csv"),
        ("DANH SÁCH DỰ KIẾN",),
        (*HEAD, "Tình trạng"),
        *((*row, "Đã hủy") for row in rows),
    )
    said = []
    for lang in ("vi", "en"):
        assert 1 == main(["intake", "support", "bad.csv", "-o", "out.json", "--lang", lang])
        lines = capsys.readouterr().out.split("\n\n")[0].splitlines()
        said.append([line.strip().lstrip("0123456789 ×") for line in lines])

    messages = [Message(*pair) for pair in zip(*said, strict=True)]
    assert len(messages) > 5
    assert [] == [fault for each in messages[2:] for fault in faults(each)]
    for each in messages[:2]:  # the counts, and the columns that were not used
        assert [] == list(faults(each, needs_remedy=False))


def test_an_error_that_is_not_of_an_option_stays_as_it_is() -> None:
    error = UnknownId("unit", "person", ("share",))
    with pytest.raises(InvalidValue) as caught, in_options():
        raise error
    assert error.problems == caught.value.problems


# The wording of messages


@pytest.mark.parametrize(
    ("kind", "row", "column", "vi", "en"),
    [
        (
            Support,
            {**SUPPORT, "Bắt đầu": "10/06/2026", "Kết thúc": "04/06/2026"},
            "Kết thúc",
            (
                "ngày hoàn thành (04/6/2026) sớm hơn ngày bắt đầu (10/6/2026); "
                "hãy sửa lại ngày ghi sai"
            ),
            (
                "the completion date (2026-06-04) is before the start date (2026-06-10); "
                "correct the wrong one"
            ),
        ),
        (
            Training,
            {**TRAINING, "Mã người": None},
            None,
            "chưa có mã người hoặc số người; hãy điền một trong hai",
            "there is neither a person's key nor a headcount; fill in one of them",
        ),
        (
            Training,
            {**TRAINING, "Số người": 5},
            None,
            "có cả mã người và số người; hãy chỉ ghi một trong hai",
            "there are both a person's key and a headcount; keep one of them",
        ),
        (
            Support,
            {**SUPPORT, "Kinh phí NSNN (xu)": 500_000},
            "Kinh phí NSNN (xu)",
            (
                "chưa hiểu đơn vị tính ở tiêu đề “Kinh phí NSNN (xu)”; "
                "hãy ghi (đồng), (nghìn đồng), (triệu đồng) hoặc (tỷ đồng)"
            ),
            (
                "the unit in the heading “Kinh phí NSNN (xu)” is not understood; "
                "write “(đồng)”, “(nghìn đồng)”, “(triệu đồng)” or “(tỷ đồng)”"
            ),
        ),
    ],
    ids=range(4),
)
def test_a_problem_has_this_message_in_each_language(
    kind: type[Any], row: Mapping[Any, object], column: str | None, vi: str, en: str
) -> None:
    (problem,) = read(kind, [row]).problems

    assert (column, vi, en) == (problem.column, problem.message.vi, problem.message.en)


def test_the_message_about_an_unknown_indicator_lists_the_indicators() -> None:
    (problem,) = read(ReportedFigure, [{**REPORT, "Chỉ tiêu": "Doanh nghiệp khỏe"}]).problems

    assert "Doanh nghiệp khỏe" == problem.value
    assert problem.message.vi.startswith(
        "không phải là chỉ tiêu của Kế hoạch; hãy ghi một trong các chỉ tiêu: “người"
    )
    assert "“doanh nghiệp được hỗ trợ”" in problem.message.vi
    assert "“enterprises supported”" in problem.message.en


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (150.0, "150"),
        (6.5, "6.5"),
        (1e22, "1e+22"),
        (Decimal("150.00"), "150.00"),
        (Decimal("Infinity"), ""),
        (Fraction(50), "50"),
        (True, "TRUE"),
        (date(2024, 6, 5), "05/06/2024"),
        (datetime(2024, 6, 5), "05/06/2024"),  # noqa: DTZ001
        (datetime(2024, 6, 5, 8, 30), "05/06/2024 08:30"),  # noqa: DTZ001
        (Padded.of(7, "007"), "007"),
        ("  x\n", "  x\\n"),
    ],
    ids=range(12),
)
def test_a_value_is_shown_as_the_sheet_shows_it(cell: object, shown: str) -> None:
    assert shown == displayed(cell, columns_of(Support)["completed_on"])


# The lines of the table of problems


def problem(
    row: int, column: str | None = "Cột", value: str = "", fault: Fault = Fault.MISSING
) -> Problem:
    message = sentence_of(message_of(fault))
    return Problem(row=row, column=column, value=value, code=fault, message=message)


MISSING = message_of(Fault.MISSING).vi


@pytest.mark.parametrize(
    ("problems", "cells"),
    [
        ([problem(1730, value="a")], [("1.730", "Cột", "a", MISSING, "")]),
        ([problem(12), problem(13), problem(14), problem(15)], [("12-15", "Cột", "", MISSING, "")]),
        ([problem(1), problem(3)], [("1", "Cột", "", MISSING, ""), ("3", "Cột", "", MISSING, "")]),
        ([problem(1), problem(1, "Ô")], [("1", "Cột; Ô", "", MISSING, "")]),
        (
            [problem(row, value=value) for row, value in enumerate("abca", 1)],
            [("1-4", "Cột", "a; b; c", MISSING, "")],
        ),
        (
            [problem(row, value=value) for row, value in enumerate("abcd", 1)],
            [("1-4", "Cột", "a; b; c; …", MISSING, "")],
        ),
        (
            [problem(1), problem(2), problem(2, "Ô", fault=Fault.FORMULA)],
            [
                ("1", "Cột", "", MISSING, ""),
                ("2", "Cột", "", MISSING, ""),
                ("2", "Ô", "", None, ""),
            ],
        ),
        (
            [
                each
                for row in (1, 2)
                for each in (problem(row), problem(row, None, fault=Fault.HIDDEN_ROW))
            ],
            [("1-2", "Cột", "", f"“Cột”: {MISSING}. {message_of(Fault.HIDDEN_ROW).vi}", "")],
        ),
        ([], []),
    ],
    ids=range(9),
)
def test_rows_with_the_same_faults_are_one_line(
    problems: list[Problem], cells: list[tuple[str, str, str, str | None, str]]
) -> None:
    lines = list(problem_lines(problems))

    formula = message_of(Fault.FORMULA).vi
    assert [tuple(formula if cell is None else cell for cell in line) for line in cells] == [
        problem_cells(line, "vi") for line in lines
    ]
    assert problems == [each for line in lines for each in line]


def test_rows_below_the_table_with_the_same_faults_are_one_line_of_the_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = [("Phụ lục 5", "x", "", ""), ("Bản 2", "x", "", ""), ("Số 3", "x", "", "")]
    _csv(tmp_path / "r.csv", HEAD, GOOD, *rows)

    main(
        [
            "intake",
            "support",
            str(tmp_path / "r.csv"),
            "-o",
            str(tmp_path / "o.json"),
            "--lang",
            "en",
        ]
    )

    said = capsys.readouterr().out
    assert 1 == sum(line.startswith("3-5") for line in said.splitlines())
    assert "rejected 3" in said


# The check of a message


@pytest.mark.parametrize(
    "said",
    [
        Message("hãy sửa cell này", "correct this cell"),
        Message(
            "completed_on sớm hơn started_on; hãy sửa",
            "the completion date is too early; correct it",
        ),
        Message("hãy ghi person", "write a person's key"),
        Message("no column is id", "name the column"),
        Message("hãy chọn of cột này", "choose the column"),
        Message("cột này bị sai", "the column is wrong; correct it"),
        Message("cột này bị sai; hãy sửa", "the column is wrong"),
        Message("cột này bị sai; hãy sửa", "the cột is wrong; correct it"),
        Message("ngày bị sai; hãy sửa", "completed_on is wrong; correct it"),
        Message("", "correct it"),
    ],
    ids=range(10),
)
def test_a_message_that_is_not_for_people_is_found(said: Message) -> None:
    assert [] != list(faults(said))


@pytest.mark.parametrize(
    "said",
    [
        Message('hãy chỉ rõ bằng --column "id=TÊN CỘT"', 'name it with --column "id=HEADING"'),
        Message(
            "hãy lưu thành .xlsx, cột “Name” theo dạng dd/mm/yyyy",
            "save it as .xlsx, “Tên” as dd/mm/yyyy",
        ),
    ],
)
def test_quoted_words_are_not_checked(said: Message) -> None:
    assert [] == list(faults(said))
