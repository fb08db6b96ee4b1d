"""Numbers and amounts in Vietnamese words are read, and compared with the rows.

All data are made up.
"""

from pathlib import Path

import pytest

from each import for_each
from nsc_program import Support
from nsc_program.cli import main
from nsc_program.intake import Fault, read
from nsc_program.intake._cells.stated_amounts import amounts_in, is_misspelt, with_words_joined
from nsc_program.intake._tables.unread_lines import UnreadLine
from nsc_program.intake._words.numbers_in_words import number_in_words
from row_files import workbook

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
HEADS = "Mã hồ sơ", "MST", "Ngày bắt đầu", "Ngày hoàn thành", "NSNN (triệu đồng)"
ROWS = [(f"h{n}", f"SAMPLE-{n}", "05/01/2024", "20/03/2024", 10 * n) for n in range(1, 6)]
RIGHT = "Một trăm năm mươi triệu đồng"
WRONG = "Một trăm sáu mươi triệu đồng"


def below_a_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return DIGITS[unit]
    ending = {0: "", 1: " mốt" if tens > 1 else " một", 5: " lăm"}.get(unit, f" {DIGITS[unit]}")
    return ("mười" if tens == 1 else f"{DIGITS[tens]} mươi") + ending


def below_a_thousand(number: int, *, is_first: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if is_first and not hundreds:
        return below_a_hundred(rest)
    between = " linh " if 0 < rest < 10 else " "
    return f"{DIGITS[hundreds]} trăm{between}{below_a_hundred(rest) if rest else ''}".strip()


def in_words(number: int) -> str:
    """Write a number as papers do: with “không trăm” and “linh” behind a scale."""
    words: list[str] = []
    for factor, scale in ((10**9, "tỷ"), (10**6, "triệu"), (1000, "nghìn"), (1, "")):
        group, number = divmod(number, factor)
        if group:
            words += [below_a_thousand(group, is_first=not words), scale]
    return " ".join(words).strip()


class TestNumbers:
    """A number in words is read if it can be one number only."""

    def test_each_number_as_papers_write_it(self) -> None:
        large = (number * 7_919**3 % 10**12 for number in range(1, 3000))
        for number in (*range(1, 3000), *large):
            assert (number, in_words(number)) == (
                number_in_words(in_words(number)),
                in_words(number),
            )

    @pytest.mark.parametrize(
        ("words", "number"),
        [
            ("Hai tỷ rưỡi", 2_500_000_000),
            ("một trăm linh năm phẩy hai năm triệu", 105_250_000),
            ("hai nghìn ba trăm tỷ", 2_300_000_000_000),
            ("năm ngàn tỉ", 5_000_000_000_000),
            ("hai nghìn lẻ năm", 2005),
            ("mot nghin hai muoi", 1020),
            ("một triệu không nghìn", 1_000_000),
        ],
    )
    def test_other_ways(self, words: str, number: int) -> None:
        assert number == number_in_words(words)

    @for_each(
        "words",
        [
            *("", "triệu", "một trăm năm", "một triệu năm", "một trăm trăm", "một tỷ tỷ"),
            *("một phẩy hai", "phẩy hai triệu", "một phẩy triệu", "tám trăm linh", "linh linh"),
            *("một triệu hai tỷ", "mười mươi năm triệu đồng", "ba triệu đồng"),
        ],
    )
    def test_anything_else(self, words: str) -> None:
        assert number_in_words(words) is None


class TestLines:
    """A line announces an amount in words with “bằng chữ”."""

    @pytest.mark.parametrize(
        ("line", "amounts"),
        [
            (f"(Bằng chữ: {RIGHT}./.)", [150_000_000]),
            (f"Viết bằng chữ: {RIGHT} chẵn", [150_000_000]),
            ("Bằng chữ: Một trăm năm mươi triệu", [150_000_000]),
            ("2 triệu đồng (bằng chữ: hai triệu đồng)", [2_000_000, 2_000_000]),
            *(("Bằng chữ: năm doanh nghiệp", []), (RIGHT, []), ("Bằng chữ: năm", [])),
        ],
    )
    def test_amounts(self, line: str, amounts: list[int]) -> None:
        assert amounts == amounts_in(line)

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("Bằng chữ: một trăm trăm đồng", True),
            ("Bằng chữ: năm", True),
            ("In words: one hundred million dong", True),
            ("2 triệu đồng (bằng chữ: ba triệu đồng)", True),
            ("2 triệu đồng (bằng chữ: hai triệu đồng)", False),
            ("Bằng chữ: ..............", False),
            ("Tổng kinh phí: 3 triệu đồng", False),
        ],
    )
    def test_misspelt(self, line: str, *, expected: bool) -> None:
        assert expected == is_misspelt(line)

    def test_cells_are_joined_within_a_row_only(self) -> None:
        lines = [(1, "Bằng chữ:"), (2, "Bằng chữ:"), (2, "hai"), (3, "A"), (4, "Bằng chữ")]
        joined = [(1, "Bằng chữ:"), (2, "Bằng chữ: hai"), (3, "A"), (4, "Bằng chữ")]
        assert joined == list(with_words_joined(lines))


class TestRows:
    """An amount in words is that of the rows."""

    @pytest.mark.parametrize(
        "line",
        [
            *((f"(Bằng chữ: {RIGHT}./.)",), (None, f"Bằng chữ: {RIGHT}")),
            *(
                (f"Bằng chữ: {RIGHT} chẵn.",),
                ("Bằng chữ:", RIGHT),
                ("Số tiền viết bằng chữ:", None, RIGHT),
            ),
            *(("Bằng chữ: .........",), ("Bằng chữ: năm doanh nghiệp",)),
        ],
        ids=range(7),
    )
    def test_right(self, tmp_path: Path, line: tuple[object, ...]) -> None:
        assert 0 == outcome(tmp_path, HEADS, *ROWS, line)
        assert 0 == outcome(tmp_path, HEADS, *ROWS, ("Người lập biểu",), line)

    @pytest.mark.parametrize(
        "line",
        [
            *((f"(Bằng chữ: {WRONG})",), (None, f"Bằng chữ: {WRONG}"), ("Bằng chữ:", WRONG)),
            *(("Bằng chữ: một trăm trăm",), ("Bằng chữ:", "một trăm trăm")),
            ("Bằng chữ: sáu doanh nghiệp",),
        ],
        ids=range(6),
    )
    def test_wrong(self, tmp_path: Path, line: tuple[object, ...]) -> None:
        assert 1 == outcome(tmp_path, HEADS, *ROWS, line)
        assert 1 == outcome(tmp_path, HEADS, *ROWS, ("Người lập biểu",), line)
        accepted = [word for text in line if text for word in ("--ignore", str(text))]
        assert 0 == outcome(tmp_path, HEADS, *ROWS, line, words=accepted)

    def test_above_the_rows(self) -> None:
        rows = [dict(zip(HEADS, row, strict=True)) for row in ROWS]
        wrong = read(Support, rows, titles=[(1, f"Bằng chữ: {WRONG}")])
        assert [Fault.OTHER_SUM] == [problem.code for problem in wrong.problems]
        below = [UnreadLine(9, "Bằng chữ:"), UnreadLine(9, RIGHT)]
        assert () == read(Support, rows, around=below).problems


def outcome(folder: Path, *rows: tuple[object, ...], words: list[str] | None = None) -> int:
    path = workbook(folder / "rows.xlsx", *rows)
    return main(["intake", "support", str(path), "-o", str(folder / "out.json"), *(words or [])])
