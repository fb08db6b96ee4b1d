"""The command `intake` reads the texts to ignore from files, and prints those that are left.

All rows are made up.
"""

from pathlib import Path

import openpyxl
import pytest

from nsc_program.cli import main

HEADINGS = (
    *("STT", "Mã hồ sơ", "Mã số thuế", "Tên doanh nghiệp", "Ngày bắt đầu", "Ngày hoàn thành"),
    *("Giải pháp", "Cách làm"),
)
LINE = "Danh sách chờ rà soát"
NAME = "Gốm Sứ (ghép)"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Write a list with a line, a name, a solution and a column that are told."""
    path = tmp_path / "rows.xlsx"
    book = openpyxl.Workbook()
    for row in (
        (LINE,),
        HEADINGS,
        (1, "s1", "SAMPLE-1", NAME, "05/01/2024", "30/06/2024", "Chuyển đổi số", "Ngang"),
        (2, "s2", "SAMPLE-2", "CTCP An", "05/01/2024", "30/06/2024", "Chuyển đổi số", "Dọc"),
    ):
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def written(path: Path, *texts: str) -> Path:
    path.write_text("\n".join(texts), encoding="utf-8-sig")
    return path


def take_in(path: Path, *more: str) -> int:
    return main(["intake", "support", str(path), "-o", str(path.with_name("out.json")), *more])


def test_the_texts_of_a_file_are_ignored(
    rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = written(
        tmp_path / "texts.txt", "# đã xem", "", LINE, NAME, " Chuyển đổi số ", "Cách làm"
    )
    assert 1 == take_in(rows)
    capsys.readouterr()
    assert 0 == take_in(rows, "--ignore-from", str(texts))
    assert "" == capsys.readouterr().err


def test_texts_that_are_nowhere_are_named_in_one_line(
    rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = written(tmp_path / "texts.txt", "Danh sách khác", LINE, "Danh mục khác")
    assert 1 == take_in(rows, "--ignore-from", str(texts), "--ignore", "Sai chữ", "--lang", "en")
    mistyped, elsewhere = capsys.readouterr().err.splitlines()
    assert "--ignore “Sai chữ”: the file has no such column" in mistyped
    assert elsewhere.endswith(
        "does not hold 2 of the texts in the file (for information only): “Danh sách khác”, "
        "“Danh mục khác”"
    )


def test_the_texts_that_are_left_are_printed(
    rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == take_in(rows)
    said = capsys.readouterr().out
    assert 1 == said.count("Cột “Giải pháp” có nội dung không thuộc các giá trị của cột")
    head, _, left = said.partition("dùng --ignore-from TỆP")
    assert "Nếu đã xem" in head
    texts = [line.strip() for line in left.splitlines()[1:] if line.strip()]
    assert {LINE, "Chuyển đổi số", "Cách làm"} <= set(texts)
    again = written(tmp_path / "left.txt", *texts, NAME)
    assert 0 == take_in(rows, "--ignore-from", str(again))


def test_texts_of_read_columns_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(
        "Mã,MST,Bắt đầu,Kết thúc,Văn bản\n"
        's1,SAMPLE-1,05/01/2024,30/06/2024,"Số 12/CV-SKHCN, ghép lớp"\n'
        "s2,SAMPLE-2,05/01/2024,30/06/2024,Số 12/CV-SKHCN\n",
        encoding="utf-8",
    )
    arguments = ["intake", "support", str(path), "-o", str(tmp_path / "out.json")]
    assert 1 == main([*arguments, "--lang", "en"])
    assert capsys.readouterr().out.endswith("spreadsheet):\n  Số 12/CV-SKHCN, ghép lớp\n")
    texts = written(tmp_path / "texts.txt", "Số 12/CV-SKHCN, ghép lớp")
    assert 0 == main([*arguments, "--ignore-from", str(texts)])


def test_a_file_in_another_encoding_or_missing_is_refused(
    rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = tmp_path / "texts.txt"
    texts.write_bytes("Đã xem".encode("utf-16"))
    assert 2 == take_in(rows, "--ignore-from", str(texts), "--lang", "en")
    assert "the file must be text in UTF-8" in capsys.readouterr().err
    assert 2 == take_in(rows, "--ignore-from", str(tmp_path / "none.txt"))
    assert 2 == take_in(rows, "--ignore-from", str(rows.with_name("out.json")))
