"""A deliberately dirty workbook of supports, made up, with the fate of each row known.

The library computes nothing here. `python tests/support/dirty_workbook.py FOLDER` writes the
workbook as
.xlsx and as .csv.
"""

import csv
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple, TypeAlias

import openpyxl
from stdnum.vn import mst

HEADINGS = (
    "STT", "Mã hồ sơ", "Mã số thuế", "Tên doanh nghiệp", "Loại hình", "Ngày bắt đầu",
    "Ngày hoàn thành", "Ngày ghi nhận", "Đã xác minh", "Giải pháp", "Kinh phí NSNN (triệu đồng)",
    "Văn bản", "Ghi chú",
)  # fmt: skip
TITLES = (
    ("SAMPLE: MỌI SỐ LIỆU LÀ GIẢ ĐỊNH; KHÔNG NÓI GÌ VỀ KẾT QUẢ CỦA HÀ NỘI",),
    ("DANH SÁCH DOANH NGHIỆP, HỢP TÁC XÃ, HỘ KINH DOANH ĐƯỢC HỖ TRỢ",),
    ("Đơn vị tính: triệu đồng", None, None, "Năm", 2025),
    (),
)
FIRST_ROW = len(TITLES) + 2
SEVERAL_CELLS = "Mã số thuế"
FIRST_PHASE = (date(2021, 1, 1), date(2025, 12, 31))

Cell: TypeAlias = str | float | date | None
Becomes: TypeAlias = Literal["accepted", "repeat", "aside", "nothing"]


class Result(str):
    """A text that is the last result of a formula."""

    __slots__ = ()


class Row(NamedTuple):
    """A row, its fate, and the problem that it must have.

    The problem is a code and a heading; the heading is `None` for the whole row.
    """

    cells: Sequence[Cell]
    becomes: Becomes = "accepted"
    problem: tuple[str, str | None] | None = None


class Unit(NamedTuple):
    """Rows that stay together, and what they add to the figure.

    The keys of `adds` are verified, unverified, rejected and withdrawn.
    """

    rows: Sequence[Row]
    adds: Mapping[str, int]
    merged: bool = False


class Dirty(NamedTuple):
    """All rows in order, what they add to the figure, and the merged areas.

    An area is the number of its first row and of its last row.
    """

    rows: Sequence[Row]
    adds: Counter[str]
    merged: Sequence[tuple[int, int]]

    def numbered(self, becomes: Becomes) -> list[int]:
        """Return the numbers of the rows with this fate."""
        return [number for number, row in enumerate(self.rows, FIRST_ROW) if row.becomes == becomes]


VERIFIED, UNVERIFIED, REJECTED = {"verified": 1}, {"unverified": 1}, {"rejected": 1}
NOTHING: Mapping[str, int] = {}

# --- cells, each in many spellings ---


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def spelt(day: date, chosen: Random) -> Cell:
    """Write a day as a date, as text in either order, or as the result of a formula."""
    vietnamese = f"{day:%d/%m/%Y}"
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    forms = (
        day,
        moment,
        vietnamese,
        f" {vietnamese}\u00a0",
        day.isoformat(),
        f"{day}T00:00:00",
        Result(vietnamese),
    )
    return chosen.choice(forms)


YES: tuple[Cell, ...] = (
    "có",
    "Có",
    "CO",
    nfd("có"),
    " x ",
    "X",
    "✓",
    "1",
    1,
    True,
    "đã xác minh",
    "Yes",
)
NO: tuple[Cell, ...] = (
    "không",
    "Khong",
    nfd("KHÔNG"),
    "chưa",
    "0",
    0,
    False,
    None,
    "  ",
    "chưa xác minh",
)
ENTERPRISES: tuple[Cell, ...] = (
    "Doanh nghiệp",
    "DN",
    "doanh nghiep",
    nfd("Công ty cổ phần"),
    "CÔNG TY TNHH",
    None,
)
OTHERS: tuple[Cell, ...] = ("Hợp tác xã", "HTX", nfd("Hộ kinh doanh"), "HO KINH DOANH", "household")
GROUPS: tuple[Cell, ...] = (
    None,
    "Tiêu chuẩn",
    "tieu chuan; Công cụ cải tiến",
    nfd("Hệ thống quản lý") + "\nquy chuẩn",
)
MONEY: tuple[Cell, ...] = (None, 120, 12.5, "12,5", "1.250.000", "7 500")


def code(number: int, *, right: bool = True) -> str:
    """Make a tax code that begins with one zero, with a right or a wrong check digit."""
    head = f"09{number:07}"
    digit = mst.calc_check_digit(head)
    if len(digit) > 1:  # such a code does not exist
        return code(number + 500_000, right=right)
    return f"{head}{digit if right else (int(digit) + 1) % 10}"


def number_of(text: str, chosen: Random) -> Cell:
    """Write a code as a spreadsheet changes it to a number, or as typed without its zero."""
    return chosen.choice((int(text), float(text), text[1:], f"{text[1:4]} {text[4:7]} {text[7:]}"))


# --- rows ---


class Maker:
    """Makes rows, each for a new enterprise and under a new id."""

    def __init__(self, chosen: Random) -> None:
        self.chosen, self.made = chosen, 0

    def good(self, **changed: Cell) -> dict[str, Cell]:
        """Make the cells of a support that was completed in the first phase and verified."""
        self.made += 1
        started = FIRST_PHASE[0] + timedelta(self.chosen.randrange(1400))
        completed = started + timedelta(self.chosen.randrange(1, 400))
        cells: dict[str, Cell] = {
            "STT": self.made,
            "Mã hồ sơ": self.chosen.choice(
                ("SAMPLE-{:05}", " SAMPLE-{:05}", "SAMPLE-{:05}\u00a0")
            ).format(self.made),
            "Mã số thuế": self.chosen.choice(
                (f"SAMPLE-E{self.made:05}", code(self.made), f"MST: {code(self.made)}")
            ),
            "Tên doanh nghiệp": f"SAMPLE {self.made}",
            "Loại hình": self.chosen.choice(ENTERPRISES),
            "Ngày bắt đầu": spelt(started, self.chosen),
            "Ngày hoàn thành": spelt(min(completed, FIRST_PHASE[1]), self.chosen),
            "Đã xác minh": self.chosen.choice(YES),
            "Giải pháp": self.chosen.choice(GROUPS),
            "Kinh phí NSNN (triệu đồng)": self.chosen.choice(MONEY),
            "Văn bản": self.chosen.choice((None, "QĐ 1/SAMPLE", nfd("Quyết định 2"))),
        }
        return cells | changed


def line(cells: Mapping[str, Cell]) -> tuple[Cell, ...]:
    return tuple(cells.get(heading) for heading in HEADINGS)


def one(row: Row, adds: Mapping[str, int] = NOTHING) -> list[Unit]:
    return [Unit([row], adds)]


def clean(make: Maker) -> list[Unit]:
    return one(Row(line(make.good())), VERIFIED)


def unverified(make: Maker) -> list[Unit]:
    return one(Row(line(make.good(**{"Đã xác minh": make.chosen.choice(NO)}))), UNVERIFIED)


def not_counted(make: Maker) -> list[Unit]:
    """Make supports not completed, completed in the second phase, or not of an enterprise."""
    later = spelt(date(2026, 1, 1) + timedelta(make.chosen.randrange(100)), make.chosen)
    changed: Iterable[dict[str, Cell]] = (
        {"Ngày hoàn thành": make.chosen.choice((None, " "))},
        {"Ngày hoàn thành": later},
        {"Loại hình": make.chosen.choice(OTHERS)},
    )
    return list(chain.from_iterable(one(Row(line(make.good(**each)))) for each in changed))


def repeated(make: Maker) -> list[Unit]:
    """Make a row and repeat it twice in the same spelling."""
    row = line(make.good())
    return [*one(Row(row), VERIFIED), *one(Row(row, "repeat")), *one(Row(row, "repeat"))]


def conflicting(make: Maker) -> list[Unit]:
    """Make two different rows under one id, one of them twice.

    All three are rejected, and each may be a thing.
    """
    cells = make.good()
    others = [cells, cells, {**cells, "Ngày hoàn thành": None}]
    return list(
        chain.from_iterable(
            one(Row(line(each), "aside", ("same-id", "Mã hồ sơ")), REJECTED) for each in others
        )
    )


def corrected(make: Maker) -> list[Unit]:
    """Make a version and a later one that corrects it; only the later one counts."""
    cells = make.good()
    first = {**cells, "Ngày ghi nhận": "01/02/2025"}
    second = {**cells, "Ngày ghi nhận": "2025-06-01", "Văn bản": "QĐ SAMPLE"}
    return [*one(Row(line(first))), *one(Row(line(second)), VERIFIED)]


def doubted(make: Maker) -> list[Unit]:
    """Make a version and a later one that is rejected: the first is no longer verified."""
    cells = make.good()
    first = {**cells, "Ngày ghi nhận": "01/02/2025"}
    second = {**cells, "Ngày ghi nhận": "2025-06-01", "Ngày hoàn thành": "30/2/2025"}
    wrong = Row(line(second), "aside", ("no-such-day", "Ngày hoàn thành"))
    return [*one(Row(line(first)), UNVERIFIED), *one(wrong, REJECTED)]


def lost_zeros(make: Maker) -> list[Unit]:
    """Make a code whose lost zero the check digit restores, and one that it does not."""
    good = make.good()
    right = {**good, "Mã số thuế": number_of(code(make.made), make.chosen)}
    bad = make.good()
    wrong = {**bad, "Mã số thuế": number_of(code(make.made, right=False), make.chosen)}
    return [
        *one(Row(line(right), "accepted", ("zero-restored", "Mã số thuế")), VERIFIED),
        *one(Row(line(wrong), "aside", ("lost-zero", "Mã số thuế")), REJECTED),
    ]


def marked(make: Maker) -> list[Unit]:
    """Make a text whose unseen characters are removed."""
    text = make.chosen.choice(("QĐ\u200b 1", "QĐ\x00 1", "\u202eQĐ 1", "QĐ 1\ufeff"))
    return one(
        Row(line(make.good(**{"Văn bản": text})), "accepted", ("unseen-removed", "Văn bản")),
        VERIFIED,
    )


def one_enterprise(make: Maker) -> list[Unit]:
    """Make three supports of one enterprise, whose code is in merged cells."""
    first = make.good()
    same = {heading: first[heading] for heading in ("Mã số thuế", "Tên doanh nghiệp")}
    others = [make.good(**same) for _ in range(2)]
    return [Unit([Row(line(each)) for each in (first, *others)], VERIFIED, merged=True)]


def undated(make: Maker) -> list[Unit]:
    """Make a row with an unreadable id, entered after others.

    It may be a later version of any of them, and withdraw it.
    """
    cells = make.good(**{"Mã hồ sơ": "#REF!", "Ngày ghi nhận": "01/03/2025"})
    return one(
        Row(line(cells), "aside", ("error-value", "Mã hồ sơ")), {"rejected": 1, "withdrawn": 1}
    )


CODE, DONE, BEGUN, ID = "Mã số thuế", "Ngày hoàn thành", "Ngày bắt đầu", "Mã hồ sơ"
LONG = "SAMPLE " * 1429  # 10,003 characters
WRONG: tuple[tuple[str, Cell, str], ...] = (
    (DONE, "5/6", "not-a-date"), (DONE, "05/06/25", "not-a-date"),
    (DONE, "06/30/2025", "no-such-day"), (DONE, "31/02/2025", "no-such-day"),
    (DONE, "2025-02-31", "no-such-day"), (DONE, 45448, "not-a-date"),
    (DONE, "45448", "not-a-date"), (DONE, "tháng 6/2025", "not-a-date"),
    (DONE, "đang làm", "not-a-date"), (DONE, "05/06/2025\u200f", "not-a-date"),
    (DONE, "=TODAY()", "formula"), (DONE, Result("#VALUE!"), "error-value"),
    (BEGUN, None, "missing"), (BEGUN, "05/06/0025", "not-a-date"), (BEGUN, "#N/A", "error-value"),
    (CODE, None, "missing"), (CODE, "chưa có MST", "missing"),
    (CODE, "000000000012", "personal-number"), (CODE, "000 000 000 012", "personal-number"),
    (CODE, 12345678, "not-a-code"), (CODE, LONG, "too-long"),
    (CODE, "0999999999 (SAMPLE)", "not-a-code"), (CODE, "O999999999", "not-a-code"),
    (CODE, "A; B", "several"), (CODE, "SAMPLE\u200b-1", "unseen"),
    (CODE, "SAMPLE\x00-1", "unseen"), (CODE, "=VLOOKUP(A1,B:C,2)", "formula"),
    (CODE, "\u202eSAMPLE-1", "unseen"), (CODE, "SAMPLE-1\nSAMPLE-2", "several"),
    (ID, None, "missing"), (ID, "#REF!", "error-value"), (ID, "000000000012", "refused"),
    (ID, LONG, "too-long"),
    ("Loại hình", "Hội", "unknown-word"), ("Loại hình", "DN?", "unknown-word"),
    ("Đã xác minh", "có?", "not-yes-or-no"), ("Đã xác minh", "một phần", "not-yes-or-no"),
    ("Ngày ghi nhận", "30/6/26", "not-a-date"),
    ("Kinh phí NSNN (triệu đồng)", "1.500", "ambiguous-number"),
    ("Kinh phí NSNN (triệu đồng)", "khoảng 5", "not-money"),
    ("Kinh phí NSNN (triệu đồng)", "500 đồng", "little-money"),
    ("Văn bản", '=HYPERLINK("https://example.invalid","x")', "formula"),
)  # fmt: skip


def wrong_cells(make: Maker) -> list[Unit]:
    """Make a row for each cell that is wrong; a cell of two keys may be two things."""
    units = (
        one(
            Row(line(make.good(**{name: cell})), "aside", (fault, name)),
            {"rejected": 2} if fault == "several" else REJECTED,
        )
        for name, cell, fault in WRONG
    )
    return [unit for row in units for unit in row]


def contradicting(make: Maker) -> list[Unit]:
    cells = make.good(**{DONE: "2020-12-31"})
    return one(Row(line(cells), "aside", ("contradiction", "Ngày hoàn thành")), REJECTED)


def without_data(make: Maker) -> list[Unit]:
    """Make blank rows, repeated headings, numbers of columns, names of groups, and sums."""
    rows = (
        line({}),
        line({"STT": " ", ID: "\u00a0", DONE: ""}),
        HEADINGS,
        tuple(f"({number})" for number in range(1, len(HEADINGS) + 1)),
        line({"STT": make.chosen.choice(("I", "II.", "B")), "Tên doanh nghiệp": "Quận SAMPLE"}),
        line({"STT": make.made}),
        line({"Tên doanh nghiệp": "Cộng", "Kinh phí NSNN (triệu đồng)": 1200}),
        line({ID: nfd("TỔNG CỘNG"), "Kinh phí NSNN (triệu đồng)": 1200}),
    )
    return [unit for row in rows for unit in one(Row(row, "nothing"))]


def signed(_: Maker) -> list[Unit]:
    """Make the place, the day and the signatures below the table, which hold no data."""
    two = {"Tên doanh nghiệp": "Người lập biểu", "Ghi chú": "Giám đốc"}
    return [
        *one(Row(line({"Ghi chú": "SAMPLE, ngày 30 tháng 6 năm 2026"}), "nothing")),
        *one(Row(line(two), "nothing")),
        *one(Row(line({"Tên doanh nghiệp": "(Ký tên)"}), "nothing")),
    ]


MAKERS: tuple[Callable[[Maker], list[Unit]], ...] = (
    clean, unverified, not_counted, repeated, conflicting, corrected, doubted, lost_zeros, marked,
    one_enterprise, undated, wrong_cells, contradicting, without_data,
)  # fmt: skip
TIMES = {
    "unverified": 150, "not_counted": 100, "repeated": 80, "conflicting": 25, "corrected": 60,
    "doubted": 30, "lost_zeros": 60, "marked": 40, "one_enterprise": 20, "undated": 7,
    "wrong_cells": 14, "contradicting": 10, "without_data": 25,
}  # fmt: skip
"""How often each kind of rows is made; the rest of the rows are clean."""


def dirty(rows: int = 5000, seed: int = 149, order: int = 0, share: int = 1) -> Dirty:
    """Make this number of rows beneath the headings.

    Rows made with one seed say the same in any order.
    """
    make = Maker(Random(seed))  # noqa: S311
    units = [
        unit
        for maker in MAKERS[1:]
        for _ in range(-(-TIMES[maker.__name__] // share))
        for unit in maker(make)
    ]
    below = signed(make)
    missing = rows - sum(len(unit.rows) for unit in (*units, *below))
    units += [unit for _ in range(missing) for unit in clean(make)]
    Random(order).shuffle(units)  # noqa: S311
    return _laid_out([*units, *below])


def _laid_out(units: Sequence[Unit]) -> Dirty:
    rows: list[Row] = []
    merged: list[tuple[int, int]] = []
    adds: Counter[str] = Counter()
    for unit in units:
        if unit.merged:
            merged.append((FIRST_ROW + len(rows), FIRST_ROW + len(rows) + len(unit.rows) - 1))
        rows += unit.rows
        adds.update(unit.adds)
    return Dirty(rows, adds, merged)


# --- files ---

_RESULT = re.compile(r'<c r="([A-Z0-9]+)"( s="[0-9]+")?><f>"RESULT:([^"]*)"</f><v ?/></c>')


def write_xlsx(path: Path, made: Dirty) -> None:
    """Write a workbook, with the results and NULs that openpyxl cannot write in its XML."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for cells in (*TITLES, HEADINGS, *(row.cells for row in made.rows)):
        sheet.append([_for_xlsx(cell) for cell in cells])
    column = HEADINGS.index(SEVERAL_CELLS) + 1
    for first, last in made.merged:
        sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(HEADINGS))
    book.save(path)
    _put_results(path)


def _for_xlsx(cell: Cell) -> Cell:
    if isinstance(cell, Result):
        return f'="RESULT:{cell}"'
    return cell.replace("\x00", "_x0000_") if isinstance(cell, str) else cell


def _put_results(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = "xl/worksheets/sheet1.xml"
    text = parts[name].decode()
    parts[name] = _RESULT.sub(_with_result, text).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, content in parts.items():
            packed.writestr(each, content)


def _with_result(found: "re.Match[str]") -> str:
    kind = "e" if found[3].startswith("#") else "str"
    return f'<c r="{found[1]}"{found[2] or ""} t="{kind}"><f>A1</f><v>{found[3]}</v></c>'


def write_csv(path: Path, made: Dirty) -> None:
    """Write the same rows as text with semicolons, as a spreadsheet in Vietnam does."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows(
            _padded(cells) for cells in (*TITLES, HEADINGS, *(row.cells for row in made.rows))
        )


def _padded(cells: Sequence[Cell]) -> Iterator[object]:
    for cell in (*cells, *[None] * (len(HEADINGS) - len(cells))):
        yield int(cell) if isinstance(cell, float) and cell.is_integer() else cell


if __name__ == "__main__":  # pragma: no cover
    everything = dirty()
    write_xlsx(Path(sys.argv[1]) / "dirty.xlsx", everything)
    write_csv(Path(sys.argv[1]) / "dirty.csv", everything)
