"""The commands on spreadsheets and registers: intake, merge, check and funding.

All rows are made up.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve

from building import AFTER, supports
from command import SAMPLE, run
from nsc_program import (
    Completeness,
    Evaluation,
    Funding,
    Period,
    Range,
    Register,
    RejectedRow,
    Support,
    Training,
    pseudonym,
)
from nsc_program.cli import main
from nsc_program.serialization import from_json, to_json

HEADINGS = ("STT", "Mã hồ sơ", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành")
# A date in the form in which a spreadsheet gives it.
STARTED = datetime(2024, 1, 5)  # noqa: DTZ001
GOOD = (1, "s1", "SAMPLE-1", STARTED, "30/06/2024")
BAD = (2, "s2", "SAMPLE-2", "05/01/2024", "30/6/24")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "register.json"


def workbook(path: Path, *rows: Sequence[object], others: Iterable[str] = ()) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Hỗ trợ"
    for row in (HEADINGS, *rows):
        sheet.append(list(row))
    for name in others:
        book.create_sheet(name).append(["Ghi chú"])
    book.save(path)
    return path


def comma_separated(path: Path, *rows: Sequence[object]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


class TestIntake:
    def test_a_workbook_without_faults(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        book = workbook(tmp_path / "rows.xlsx", GOOD, GOOD)

        code, printed, err = run(
            capsys,
            "intake",
            "support",
            book,
            "-o",
            out,
            "--complete-through",
            "2025-12-31",
            "--recorded-on",
            "2026-01-31",
        )

        assert (0, "") == (code, err)
        assert [
            "Có 2 dòng: tiếp nhận 1, trùng 1, chưa tiếp nhận được 0; 0 dòng không có số liệu",
            "Các cột không dùng: “STT”",
        ] == printed.splitlines()
        day = date(2026, 1, 31)
        record = Support(
            id="s1",
            enterprise="SAMPLE-1",
            started_on=date(2024, 1, 5),
            completed_on=date(2024, 6, 30),
            recorded_on=day,
        )
        claim = Completeness(Support, Period.until(date(2025, 12, 31)), day)
        assert Register([record], [claim]) == from_json(out.read_text(encoding="utf-8"), Register)

    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            (
                "vi",
                ["tiếp nhận 1", "chưa tiếp nhận được 1 (cần sửa)", "1 × phải ghi ngày", "30/6/24"],
            ),
            ("en", ["accepted 1", "rejected 1", "1 × expected a date", "30/6/24"]),
        ],
    )
    def test_a_rejected_row(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        out: Path,
        lang: str,
        words: list[str],
    ) -> None:
        book = workbook(tmp_path / "rows.xlsx", GOOD, BAD)

        code, printed, err = run(capsys, "intake", "support", book, "-o", out, "--lang", lang)

        assert (1, "") == (code, err)
        assert [] == [word for word in words if word not in printed]
        assert (RejectedRow(what="Support", id="s2"),) == from_json(
            out.read_bytes(), Register
        ).rejected

    def test_a_hidden_column_needs_confirmation(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        book = openpyxl.load_workbook(workbook(tmp_path / "rows.xlsx", GOOD))
        book.worksheets[0].column_dimensions["E"].hidden = True
        book.save(tmp_path / "rows.xlsx")
        words = ("intake", "support", tmp_path / "rows.xlsx", "-o", out)
        code, printed, _ = run(capsys, *words)
        assert (1, True) == (code, "Cột “Ngày hoàn thành” được đọc nhưng đang bị ẩn" in printed)
        assert 0 == run(capsys, *words, "--hidden-rows", "take")[0]

    def test_a_title_that_states_a_kind_needs_confirmation(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        book = openpyxl.load_workbook(workbook(tmp_path / "rows.xlsx", GOOD))
        book.worksheets[0].insert_rows(1)
        book.worksheets[0]["A1"] = "DANH SÁCH HỢP TÁC XÃ"
        book.save(tmp_path / "rows.xlsx")
        words = ("intake", "support", tmp_path / "rows.xlsx", "-o", out)
        code, printed, _ = run(capsys, *words)
        assert (1, True) == (code, "Dòng “DANH SÁCH HỢP TÁC XÃ” ghi loại hình" in printed)
        assert 0 == run(capsys, *words, "--value", "kind=Hợp tác xã")[0]

    def test_several_sheets_make_one_register(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        """Each sheet has its own headings and its own rejected rows; another sheet is not read."""
        book = openpyxl.load_workbook(
            workbook(tmp_path / "rows.xlsx", GOOD, BAD, others=["Năm 2024"])
        )
        for cells in ((*HEADINGS[::-1],), (*GOOD[:1:-1], "s3", 1)):
            book["Năm 2024"].append(cells)
        book["Năm 2024"].delete_rows(1)
        book.create_sheet("Phụ lục").append(["Ghi chú"])
        book.save(tmp_path / "rows.xlsx")
        sheets, mend = ("--sheet", "Hỗ trợ", "--sheet", "Năm 2024"), tmp_path / "mend.xlsx"

        code, printed, err = run(
            capsys,
            "intake",
            "support",
            tmp_path / "rows.xlsx",
            "-o",
            out,
            *sheets,
            "--problems",
            mend,
        )

        assert (1, ["Trang tính “Hỗ trợ”", "Trang tính “Năm 2024”"]) == (
            code,
            [line for line in printed.splitlines() if "Tr" in line],
        )
        assert "chưa nhập trang tính “Phụ lục”" in err
        records = from_json(out.read_bytes(), Register).records
        assert ["s1", "s3"] == [record.id for record in records if isinstance(record, Support)]
        expected = ["Dòng cần sửa 1", "Vấn đề 1", "Dòng cần sửa 2", "Vấn đề 2"]
        assert expected == openpyxl.load_workbook(mend).sheetnames

    def test_an_id_in_two_sheets_is_refused(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        book = openpyxl.load_workbook(workbook(tmp_path / "rows.xlsx", GOOD, others=["Khác"]))
        book["Khác"].delete_rows(1)
        for cells in (HEADINGS, (*GOOD[:2], "SAMPLE-2", *GOOD[3:])):
            book["Khác"].append(cells)
        book.save(tmp_path / "rows.xlsx")
        sheets = ("--sheet", "Hỗ trợ", "--sheet", "Khác")
        code, _, err = run(capsys, "intake", "support", tmp_path / "rows.xlsx", "-o", out, *sheets)
        assert (2, False) == (code, out.exists())
        assert "“s1”" in err

    def test_corrected_rows_can_be_read_again(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        book, mend = workbook(tmp_path / "rows.xlsx", GOOD, BAD), tmp_path / "mend.xlsx"
        run(capsys, "intake", "support", book, "-o", out, "--problems", mend)
        mending = openpyxl.load_workbook(mend)
        sheet = mending["Dòng cần sửa"]
        assert ("Dòng", *HEADINGS, "Gợi ý cho “Ngày hoàn thành”") == tuple(
            cell.value for cell in sheet[1]
        )
        assert "phải ghi ngày" in str(sheet["F2"].comment and sheet["F2"].comment.text)
        sheet["F2"] = "30/06/2024"
        mending.save(mend)

        mended = tmp_path / "mended.json"
        code, _, _ = run(
            capsys, "intake", "support", mend, "-o", mended, "--recorded-on", "2026-02-01"
        )
        run(capsys, "merge", out, mended, "-o", out)

        assert 0 == code
        merged = from_json(out.read_bytes(), Register)
        assert (["s1", "s2"], ()) == (
            [record.id for record in merged.current if isinstance(record, Support)],
            merged.unresolved,
        )

    def test_only_the_first_of_many_problems_are_shown(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        rows = [
            ("id", "enterprise", "started_on", "completed_on"),
            *((f"s{n}", f"SAMPLE-{n}", "x", "y" if n % 2 else "") for n in range(60)),
        ]

        _, printed, _ = run(
            capsys, "intake", "support", comma_separated(tmp_path / "r.csv", *rows), "-o", out
        )

        assert printed.endswith("… và 15 vấn đề nữa; --problems VẤN_ĐỀ.xlsx ghi tất cả\n")

    def test_people_are_known_by_pseudonyms(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        secret, number = bytes(range(32)), "001099012345"
        (tmp_path / "secret").write_text(f"{secret.hex()}\n", encoding="ascii")
        rows = comma_separated(
            tmp_path / "r.csv",
            ("Mã hồ sơ", "Mã cán bộ", "Ngày tổ chức"),
            ("t1", number, "2024-06-30"),
            ("t2", "A", "2024-06-30"),
        )

        code, printed, err = run(
            capsys, "intake", "training", rows, "-o", out, "--secret", tmp_path / "secret"
        )

        assert (1, "") == (code, err)
        (training,) = from_json(out.read_bytes(), Register).records
        assert Training(id="t1", person=pseudonym(secret, number), on=date(2024, 6, 30)) == training
        assert number not in printed + out.read_text(encoding="utf-8")

    def test_other_sheets_are_named(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        book = workbook(tmp_path / "rows.xlsx", GOOD, others=["Quý\x7f II"])

        code, _, err = run(capsys, "intake", "Supports", book, "-o", out, "--lang", "en")

        name = "“Quý\\x7f II”"
        message = f"sheet {name} was not read; if it holds data, read it with --sheet {name}"
        assert (0, f"nsc-program: {book}: {message}\n") == (code, err)

    def test_a_column_can_be_named(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        headings = ("Mã hồ sơ", "MST", "Ngày bắt đầu", "Thời điểm xong")
        rows = comma_separated(
            tmp_path / "r.csv", headings, ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024")
        )

        code, _, _ = run(
            capsys, "intake", "support", rows, "-o", out, "--column", "completed_on=thoi diem xong"
        )

        assert 0 == code
        (support,) = from_json(out.read_bytes(), Register).records
        assert isinstance(support, Support)
        assert date(2024, 6, 30) == support.completed_on


class TestColumns:
    """A heading that is named for one column cannot serve another, which is then missing."""

    def test_a_named_heading_leaves_another_column_missing(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        rows = comma_separated(
            tmp_path / "r.csv", ("Mã học viên", "Ngày tập huấn"), ("A", "2024-06-30")
        )

        code, _, err = run(
            capsys,
            "intake",
            "training",
            rows,
            "-o",
            out,
            "--column",
            "id=Mã học viên",
            "--lang",
            "en",
        )

        assert 2 == code
        assert (
            "there is no column for the “person’s key” or “headcount”; "
            'name it with --column "person=HEADING" or --column "headcount=HEADING"\n'
        ) in err

    def test_a_headcount_serves_instead_of_a_person(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        rows = comma_separated(
            tmp_path / "r.csv", ("Mã", "Ngày tập huấn", "Đã học"), ("t1", "2024-06-30", 12)
        )

        code, _, _ = run(
            capsys, "intake", "training", rows, "-o", out, "--column", "headcount=Đã học"
        )

        assert 0 == code

    def test_a_column_that_several_headings_fit_can_be_left_out(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        rows = comma_separated(
            tmp_path / "r.csv",
            ("Mã", "MST", "Tên", "Tên doanh nghiệp"),
            ("e1", "SAMPLE-1", "A", "B"),
        )

        assert 2 == run(capsys, "intake", "enterprise", rows, "-o", out)[0]
        assert 0 == run(capsys, "intake", "Enterprise", rows, "-o", out, "--column", "name=")[0]

    def test_the_rows_of_two_files_are_told_apart(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        """Two departments each send one rejected row, and the rows differ only in the person."""
        for name in ("one", "two"):
            rows = comma_separated(
                tmp_path / f"{name}.csv", ("Mã", "Số CCCD", "Ngày"), ("", name, "2024-06-30")
            )
            run(capsys, "intake", "training", rows, "-o", tmp_path / f"{name}.json")

        run(capsys, "merge", tmp_path / "one.json", tmp_path / "two.json", "-o", out)

        assert 2 == len(from_json(out.read_bytes(), Register).unresolved)


class TestRefusals:
    def test_a_missing_column_is_refused_with_the_remedy(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        headings = ("Mã hồ sơ", "MST", "Mã số thuế", "Ngày bắt đầu")
        rows = comma_separated(
            tmp_path / "r.csv", headings, ("s1", "SAMPLE-1", "SAMPLE-1", "05/01/2024")
        )

        code, printed, err = run(
            capsys, "intake", "support", rows, "-o", out, "--column", "level=Cấp", "--lang", "en"
        )

        assert (2, "", False) == (code, printed, out.exists())
        assert [
            (
                "there is no column for the “completion date”; name it with "
                '--column "completed_on=HEADING", or write --column "completed_on=" '
                "if the table does not have this column"
            ),
            (
                "several columns may be the “enterprise code”: “MST”, “Mã số thuế”; "
                'choose one with --column "enterprise=HEADING"'
            ),
            "--column: there is no column “Cấp” for the “level”; write a heading of the table",
            "the columns of the table are “Mã hồ sơ”, “MST”, “Mã số thuế”, “Ngày bắt đầu”",
        ] == [line.removeprefix(f"nsc-program: {rows}: ") for line in err.splitlines()]

    def test_a_column_can_be_declared_missing(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, out: Path
    ) -> None:
        headings = ("Mã hồ sơ", "MST", "Mã số thuế", "Ngày bắt đầu")
        rows = comma_separated(
            tmp_path / "r.csv", headings, ("s1", "SAMPLE-1", "SAMPLE-2", "05/01/2024")
        )

        code, _, _ = run(
            capsys,
            "intake",
            "support",
            rows,
            "-o",
            out,
            "--column",
            "completed_on=",
            "--column",
            "enterprise=MST",
        )

        assert 0 == code
        assert "SAMPLE-1" in out.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (
                ["intake", "suport", "r.csv"],
                "KIND: 'suport' is not accepted; choose one of 'enterprise', 'support', ",
            ),
            (
                ["intake", "support", "r.csv"],
                "-o/--output is missing: write the register to this file",
            ),
            (
                ["intake", "support", "r.csv", "--column", "id"],
                (
                    "--column: expected two parts with = between them, "
                    "for example “enterprise=MST”, got 'id'"
                ),
            ),
            (["merge", "-o", "o.json"], "REGISTER.json is missing: the registers, in any order"),
        ],
    )
    def test_wrong_usage(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
    ) -> None:
        code, _, err = run(capsys, *arguments, "--lang", "en")

        assert 2 == code
        assert err.startswith(f"nsc-program: {message}")

    def test_an_input_file_is_not_overwritten(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        book = workbook(tmp_path / "rows.xlsx", BAD)
        before = book.read_bytes()

        code, _, err = run(
            capsys, "intake", "support", book, "-o", tmp_path / "o.json", "--problems", book
        )

        assert (2, before) == (code, book.read_bytes())
        assert (
            "nsc-program: các tệp đọc vào, --output và --problems phải là những tệp khác nhau\n"
            == err
        )

    def test_a_secret_is_not_overwritten(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        secret = tmp_path / "secret.hex"
        secret.write_text(bytes(32).hex(), encoding="ascii")

        code, _, err = run(
            capsys, "intake", "training", tmp_path / "r.csv", "-o", secret, "--secret", secret
        )

        assert (2, bytes(32).hex()) == (code, secret.read_text(encoding="ascii"))
        assert "--output" in err

    def test_a_missing_folder(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        book = workbook(tmp_path / "rows.xlsx", GOOD)

        code, _, err = run(capsys, "intake", "support", book, "-o", tmp_path / "none" / "o.json")

        assert 2 == code
        assert (
            f"nsc-program: -o/--output: {tmp_path}/none/o.json: không có thư mục này; "
            "hãy tạo thư mục trước\n" == err
        )


class TestMerge:
    def test_the_order_does_not_matter(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        january, june = tmp_path / "january.json", tmp_path / "june.json"
        january.write_text(to_json(Register(supports(3))), encoding="utf-8")
        corrected = evolve(supports(1)[0], annulled=True, recorded_on=date(2026, 6, 30))
        june.write_text(to_json(Register([corrected])), encoding="utf-8")

        assert (0, "", "") == run(capsys, "merge", january, june, "-o", tmp_path / "a.json")
        assert (0, "", "") == run(capsys, "merge", june, january, june, "-o", tmp_path / "b.json")

        assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
        assert 2 == len(from_json((tmp_path / "a.json").read_bytes(), Register).current)

    def test_all_conflicts_are_listed(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        first, second = tmp_path / "first.json", tmp_path / "second.json"
        first.write_text(to_json(Register(supports(2))), encoding="utf-8")
        differing = [evolve(record, verified=False) for record in supports(2)]
        second.write_text(to_json(Register(differing)), encoding="utf-8")

        code, _, err = run(
            capsys, "merge", first, second, "-o", tmp_path / "o.json", "--lang", "en"
        )

        assert (2, False) == (code, (tmp_path / "o.json").exists())
        for record in ("s2024-0", "s2024-1"):
            assert f"Support '{record}': different content under one id" in err


class TestAsKnownOn:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [("vi", "đã biết đến hết ngày 31/01/2026"), ("en", "as known on 2026-01-31")],
    )
    def test_records_entered_later_are_left_out(
        self, capsys: pytest.CaptureFixture[str], out: Path, lang: str, words: str
    ) -> None:
        corrected = evolve(supports(1)[0], annulled=True, recorded_on=date(2026, 3, 1))
        out.write_text(
            to_json(Register.complete_through(AFTER, [*supports(3), corrected])), encoding="utf-8"
        )
        options = ("evaluate", out, "--as-of", "2026-06-30", "--as-known-on", "2026-01-31")

        _, printed, _ = run(capsys, *options, "--lang", lang)
        _, document, _ = run(capsys, *options, "--format", "json")

        assert words in " ".join(printed.split())
        verdict = from_json(document, Evaluation)["2021-2025/supported"]
        assert Range.exactly(3) == verdict.comparisons[0].possible


class TestCheck:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            ("vi", ["tính đến hết ngày 30/6/2026", "sai chữ số kiểm tra", "SAMPLE-S0019"]),
            ("en", ["as of the close of 2026-06-30", "check digit", "SAMPLE-S0019"]),
        ],
    )
    def test_findings_are_listed(
        self, capsys: pytest.CaptureFixture[str], lang: str, words: list[str]
    ) -> None:
        code, printed, err = run(capsys, "check", SAMPLE, "--as-of", "2026-06-30", "--lang", lang)

        assert (1, "") == (code, err)
        assert [] == [word for word in words if word not in printed]

    def test_a_register_without_findings(
        self, capsys: pytest.CaptureFixture[str], out: Path
    ) -> None:
        out.write_text(to_json(Register(supports(3))), encoding="utf-8")

        code, printed, _ = run(capsys, "check", out, "--lang", "en")

        assert (0, "No points to check.") == (code, printed.splitlines()[-1])


YEARS = "Kinh phí theo nguồn vốn và năm ngân sách"


class TestFunding:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            (
                "vi",
                [
                    "Kinh phí thực hiện theo nguồn vốn của Kế hoạch số 149/KH-UBND",
                    "ít nhất 10.492 triệu đồng",
                    "chưa có số liệu",
                    "Tổng cộng",
                    "Chưa rõ số tiền của từng năm",
                ],
            ),
            (
                "en",
                [
                    "Funding by source under plan",
                    "at least 10,492 million đồng",
                    "unknown",
                    "Total",
                    "The money of each year is not known",
                ],
            ),
        ],
    )
    def test_the_sample(
        self, capsys: pytest.CaptureFixture[str], lang: str, words: list[str]
    ) -> None:
        code, printed, err = run(capsys, "funding", SAMPLE, "--as-of", "2026-06-30", "--lang", lang)

        assert (0, "") == (code, err)
        assert [] == [word for word in words if word not in printed]
        assert YEARS not in printed  # the sample does not record any year

    def test_years_are_shown_once_one_is_recorded(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        paid = [
            Support(
                id=f"s{place}",
                enterprise=f"SAMPLE-{place}",
                started_on=date(2024, 3, 1),
                completed_on=date(2024, 9, 30),
                funding=(Funding("state-budget", 1_500_000),),
                spending_year=year,
            )
            for place, year in enumerate((2025, None))
        ]
        path = tmp_path / "register.json"
        path.write_text(to_json(Register(paid)), encoding="utf-8")

        _, printed, _ = run(capsys, "funding", path, "--as-of", "2025-12-31", "--width", "140")

        _, _, years = printed.partition(YEARS)
        assert "2025" in years
        assert "chưa ghi năm chi" in years
        assert "2023" not in years


class TestDecisions:
    """A sheet that is not fully understood gives the exit code 1, until options settle it."""

    HEADINGS = ("Mã", "MST", "Bắt đầu", "Kết thúc", "Tình trạng")

    def book(self, path: Path, *rows: Sequence[object], title: str = "DANH SÁCH") -> str:
        book = openpyxl.Workbook()
        for row in ((title,), self.HEADINGS, *rows):
            book.worksheets[0].append(list(row))
        book.save(path / "r.xlsx")
        return str(path / "r.xlsx")

    @pytest.mark.parametrize(
        ("lang", "says"),
        [("vi", "có thể quyết định dòng nào"), ("en", "may decide which rows count")],
    )
    def test_an_unread_column_of_states(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, says: str
    ) -> None:
        path = self.book(
            tmp_path,
            *(("s1", "SAMPLE-1", "05/01/2024", "30/06/2024", f"đạt {n}") for n in range(9)),
        )
        common = ("intake", "support", path, "-o", str(tmp_path / "o.json"), "--lang", lang)
        assert 1 == main([*common])
        assert says in capsys.readouterr().out
        assert 0 == main([*common, "--ignore", "Tình trạng"])
        assert 1 == main([*common, "--column", "annulled=Tình trạng"])  # “đạt 0” is not a state

    @pytest.mark.parametrize(
        ("lang", "says"), [("vi", "nói về dự kiến"), ("en", "mentions planned or cancelled")]
    )
    def test_a_line_above_the_table(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, says: str
    ) -> None:
        path = self.book(
            tmp_path, ("s1", "SAMPLE-1", "05/01/2024", "30/06/2024"), title="DANH SÁCH DỰ KIẾN"
        )
        common = (
            "intake",
            "support",
            path,
            "-o",
            str(tmp_path / "o.json"),
            "--lang",
            lang,
            "--ignore",
            "Tình trạng",
        )
        assert 1 == main([*common])
        assert says in capsys.readouterr().out
        assert 0 == main([*common, "--ignore", "DANH SÁCH DỰ KIẾN"])

    def test_a_list_without_ids(self, tmp_path: Path) -> None:
        path, out = self.book(tmp_path, (1, "SAMPLE-1", "05/01/2024", None)), tmp_path / "o.json"
        more = ("--id-from", "MST", "--id-from", "Bắt đầu", "--value", "completed_on=30/06/2024")
        claim = ("--complete-from", "2024-01-01", "--complete-through", "2024-12-31")
        ignored = ("--ignore", "Mã", "--ignore", "Kết thúc", "--ignore", "Tình trạng")
        assert 0 == main(["intake", "support", path, "-o", str(out), *more, *claim, *ignored])
        register = from_json(out.read_bytes(), Register)
        (record,) = register.records
        assert isinstance(record, Support)
        assert ("2024-06-30", "r-") == (str(record.completed_on), record.id[:2])
        assert "2024-01-01" == str(register.completeness[0].period.start)

    def test_ids_of_something_that_is_not_there(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = self.book(tmp_path, ("s1", "SAMPLE-1", "05/01/2024", None))
        common = ("intake", "support", path, "-o", str(tmp_path / "o.json"), "--id-from")
        assert 2 == main([*common, "Ngày lập", "--lang", "en"])
        assert "--id-from: there is no column “Ngày lập”" in capsys.readouterr().err
        assert 2 == main([*common, "completed_on"])
        assert "--id-from: không có cột “completed_on”" in capsys.readouterr().err

    def test_ids_of_people(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "people.csv"
        path.write_text("Mã học viên,Ngày học\np-1,05/06/2024\n", encoding="utf-8")
        made = ("-o", str(tmp_path / "o.json"), "--id-from", "Mã học viên")
        assert 2 == main(["intake", "training", str(path), *made])
        assert "--id-from: mã hồ sơ không được ghép" in capsys.readouterr().err

    def test_no_claim_while_sheets_are_unread(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        book = openpyxl.load_workbook(self.book(tmp_path, ("s1", "SAMPLE-1", "05/01/2024", None)))
        book.copy_worksheet(book.worksheets[0]).title = "Năm 2023"
        book.save(tmp_path / "r.xlsx")
        common = ("intake", "support", str(tmp_path / "r.xlsx"), "-o", str(tmp_path / "o.json"))
        claim = ("--complete-through", "2024-12-31")
        assert 2 == main([*common, *claim])
        assert "“Năm 2023”" in capsys.readouterr().err
        assert 0 == main([*common, *claim, "--ignore", "Năm 2023"])
