"""Days of events: several in one cell, and in the lines around the rows. All are made up."""

from datetime import date

import pytest

from each import for_each
from nsc_program import Support, Training
from nsc_program.intake import Fault, UnreadLine, read
from nsc_program.intake._cells.dates import last_day
from nsc_program.intake._lines.stated_days import days_of_event
from nsc_program.intake._messages.problems import Refused
from nsc_program.intake._tables.unread_lines import Why
from rows import HEADS, SUPPORT, Row, blank

DAY = "12/06/2024"


def title(line: str) -> Row:
    return blank(HEADS, STT=line)


class TestSeveralDays:
    """A course has the last of its days, which come in order and exist."""

    @for_each(
        ("cell", "last"),
        [
            ("12-14/6/2024", date(2024, 6, 14)),
            ("12-12/6/2024", date(2024, 6, 12)),
            ("30/6-2/7/2024", date(2024, 7, 2)),
            ("28/12-3/1/2025", date(2025, 1, 3)),
            ("12-13-14/6/2024", date(2024, 6, 14)),
            ("1-2-3/6/2024", date(2024, 6, 3)),
            ("12/6/2024 - 14/6/2025", date(2025, 6, 14)),
            ("từ ngày 12 đến ngày 14/6/2024", date(2024, 6, 14)),
        ],
    )
    def test_in_order(self, cell: str, last: date) -> None:
        assert last == last_day(cell)

    @for_each(
        "cell",
        [
            "14-12/6/2024",
            "14/6-12/6/2024",
            "14/6/2024-12/6/2024",
            "31-2/6/2024",
            "29/2-1/3/2023",
            "30/9-2/7/2024",
            "14-13-12/6/2024",
            "12/13/2024-14/6/2024",
        ],
    )
    def test_out_of_order(self, cell: str) -> None:
        with pytest.raises(Refused) as refused:
            last_day(cell)
        assert Fault.NOT_A_DATE is refused.value.fault


class TestLines:
    """A line that states the day of a course is told if a row beneath it has another one."""

    @for_each(
        ("line", "span"),
        [
            ("Lớp 2: KPI (20/6/2024)", (date(2024, 6, 20), date(2024, 6, 20))),
            ("Thời gian: 18, 20/6/2024", (date(2024, 6, 18), date(2024, 6, 20))),
            ("Tập huấn 30/6 - 02/7/2024", (date(2024, 6, 30), date(2024, 7, 2))),
            ("Lớp 5S khai giảng ngày 10/6/2024", (date(2024, 6, 10), date.max)),
            ("Lớp 5S bế giảng ngày 10/6/2024", (date.min, date(2024, 6, 10))),
            ("Hội nghị khai mạc 10/6/2024", (date(2024, 6, 10), date.max)),
            ("Các lớp tập huấn, cập nhật ngày 30/6/2024", None),
            ("Danh sách lớp 5S, lập ngày 30/6/2024", None),
            ("Lớp 5S", None),
            ("Lớp 5S lúc 8h30", None),
            ("Lớp 5S ngày 31/6/2024", None),
            ("Hà Nội, ngày 20 tháng 6 năm 2024", None),
            ("Kèm theo Quyết định số 12/QĐ-SKHCN ngày 20/6/2024", None),
            ("Thông báo số 5/TB-SKHCN ngày 20/6/2024 về lớp tập huấn", None),
        ],
    )
    def test_the_days_of_an_event(self, line: str, span: tuple[date, date] | None) -> None:
        assert span == days_of_event(line)

    @pytest.mark.parametrize(
        ("line", "is_told"),
        [
            ("Lớp 2: KPI (20/6/2024)", True),
            ("Lớp 5S ngày 12/6/2024", False),
            ("Lớp 5S (10-12/6/2024)", False),
            ("Lớp 5S khai giảng ngày 10/6/2024", False),
            ("Lớp 5S khai giảng ngày 13/6/2024", True),
        ],
    )
    def test_among_and_around_the_rows(self, line: str, *, is_told: bool) -> None:
        rows = [title(line), {**HEADS, "STT": 1, "Ngày": DAY}]
        assert is_told == (Why.OTHER_DAYS in {each.why for each in read(Training, rows).lines})
        found = read(Training, rows[1:], around=[UnreadLine(1, line)])
        assert [Why.OTHER_DAYS] * is_told == [each.why for each in found.lines]
        assert () == read(Training, rows[1:], around=[UnreadLine(1, line)], ignored=[line]).lines

    def test_a_line_is_about_the_rows_beneath_it(self) -> None:
        rows = [
            title("Lớp 1: 5S (12/6/2024)"),
            {**HEADS, "STT": 1, "Ngày": DAY},
            title("Lớp 2: KPI (20/6/2024)"),
            {**HEADS, "STT": 2, "Mã": "t2", "Ngày": "20/6/2024"},
        ]
        assert () == read(Training, rows).lines

    def test_other_records_and_sheets_have_no_days_of_events(self) -> None:
        line = "Lớp 2: KPI (20/6/2024)"
        assert () == read(Support, [SUPPORT], around=[UnreadLine(1, line)], ignored=[]).lines
        other = UnreadLine(1, line, "Bìa")
        assert () == read(Training, [{**HEADS, "Ngày": DAY}], around=[other]).lines
