"""Sums, headings with amounts and cumulative lines are compared with the blocks of rows.

All data are made up.
"""

from pathlib import Path

import pytest

from nsc_program import Support, Training
from nsc_program.cli import main
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._tables.unread_lines import UnreadLine, Why
from nsc_program.intake.files import open_sheet
from row_files import workbook

MONEY = "NSNN (triệu đồng)"
DAYS = "Ngày bắt đầu", "Ngày hoàn thành"
HEADS = ("STT", "Mã hồ sơ", "Tên doanh nghiệp", "MST", *DAYS, MONEY)
PEOPLE = ("STT", "Mã lớp", "Nội dung", "Ngày tổ chức", "Số học viên")


def support(number: int, money: object) -> dict[str, object]:
    days = "05/01/2024", "20/06/2024"
    cells = (number, f"h{number}", f"Công ty Mẫu {number}", f"SAMPLE-{number}", *days, money)
    return dict(zip(HEADS, cells, strict=True))


ROWS = [support(number, 10 * number) for number in range(1, 6)]


def line(text: str, money: object = None, rank: str | None = None) -> dict[str, object]:
    return (
        {"STT": rank, "Tên doanh nghiệp": text, MONEY: money}
        if rank
        else {"STT": text} | ({} if money is None else {MONEY: money})
    )


def taken(*rows: dict[str, object], around: tuple[str, ...] = ()) -> Intake:
    below = [UnreadLine(90, text) for text in around]
    return read(Support, [dict.fromkeys(HEADS) | row for row in rows], around=below)


def wrong(found: Intake) -> list[int]:
    """Return the rows whose sums are not those of a block; everything else is in order."""
    assert {Fault.OTHER_SUM} >= {problem.code for problem in found.problems}
    return [problem.row for problem in found.problems]


def of_others(found: Intake) -> list[str]:
    """Return the sums with other lists that are told."""
    assert () == found.problems
    return [each.text for each in found.lines if each.why is Why.OTHER_LISTS]


class TestSums:
    """A sum is that of all rows, or of a block that a line opens or closes."""

    @pytest.mark.parametrize("amount", [90, 120, 140, 10, 0, 151])
    def test_a_sum_of_the_last_or_the_first_rows_is_not(self, amount: int) -> None:
        assert [6] == wrong(taken(*ROWS, line("Cộng", amount)))
        assert [1] == wrong(taken(line("Tổng cộng", amount), *ROWS))

    def test_of_all_rows(self) -> None:
        assert [] == wrong(taken(*ROWS, line("Cộng", 150)))
        assert [] == wrong(taken(line("Tổng cộng", 150), *ROWS, line("Cộng", "150")))

    def test_of_a_block(self) -> None:
        page = line("Cộng trang", 30), *ROWS[2:], line("Cộng trang", 120), line("Tổng cộng", 150)
        assert [] == wrong(taken(*ROWS[:2], *page))
        assert [] == wrong(taken(*ROWS[:2], line("Quý II"), *ROWS[2:], line("Cộng", 120)))
        assert [] == wrong(taken(*ROWS[:2], line("Cộng quý II", 120), *ROWS[2:]))
        above = line("Cộng quý I", 30), *ROWS[:2], line("Cộng quý II", 120), *ROWS[2:]
        assert [] == wrong(taken(*above))
        assert [] == wrong(taken(*ROWS[:2], {}, *ROWS[2:], line("Cộng", 120)))

    def test_a_block_without_rows_adds_up_to_nothing(self) -> None:
        assert [8] == wrong(taken(*ROWS, {}, line("Quý II"), line("Cộng", 0)))
        assert [1] == wrong(taken(line("Cộng", 0), {}, *ROWS))
        assert [] == wrong(taken(*(support(number, 0) for number in (1, 2)), line("Cộng", 0)))

    @pytest.mark.parametrize(("amount", "told"), [("1.200", []), ("1,200", []), ("1.300", [3])])
    def test_a_point_in_a_sum_groups_thousands(self, amount: str, told: list[int]) -> None:
        rows = support(1, "400"), support(2, "800")
        assert told == wrong(taken(*rows, line("Cộng", amount)))

    @pytest.mark.parametrize("amount", ["ba trăm", "=SUM(G2:G6)", "-"])
    def test_other_words_in_its_place_are_not_compared(self, amount: str) -> None:
        assert [] == wrong(taken(*ROWS, line("Tổng cộng", amount)))

    def test_in_words(self) -> None:
        assert [6] == wrong(taken(*ROWS, line("Cộng: 90 triệu đồng")))
        assert [] == wrong(taken(*ROWS[:2], {}, *ROWS[2:], line("Cộng: 120 triệu đồng")))


class TestBelow:
    """A record right below the only total of a list is rejected: the total was made without it."""

    def test_it_is_rejected_by_name(self) -> None:
        found = taken(*ROWS[:2], line("Tổng cộng", 30), {}, *ROWS[2:])
        below = [(each.row, each.code) for each in found.problems]
        assert [(number, Fault.BELOW_SUM) for number in range(5, 5 + len(ROWS) - 2)] == below
        assert 2 == found.accepted

    def test_a_total_that_is_left_out_closes_nothing(self) -> None:
        rows = [*ROWS[:2], line("Tổng cộng", 30), *ROWS[2:]]
        assert len(ROWS) == read(Support, rows, ignored=["Tổng cộng"]).accepted

    @pytest.mark.parametrize("total", ["Cộng quý I", "Cộng trang 1", "Mang sang"])
    def test_the_sum_of_a_block_closes_nothing(self, total: str) -> None:
        assert len(ROWS) == taken(*ROWS[:2], line(total, 30), *ROWS[2:]).accepted

    def test_a_plain_sum_closes_a_list_without_other_lines(self) -> None:
        rows = *ROWS[:2], line("Cộng", 30), *ROWS[2:]
        assert 2 == taken(*rows).accepted
        assert 2 == taken({head: f"({at})" for at, head in enumerate(HEADS, 1)}, *rows).accepted
        assert 1 == taken({**ROWS[0], "MST": "?"}, *rows[1:]).accepted
        assert len(ROWS) == read(Support, rows, ignored=["Cộng"]).accepted

    @pytest.mark.parametrize(
        ("before", "after"), [((line("Quận A"),), ()), ((), (line("Cộng trang", 120),))]
    )
    def test_a_plain_sum_closes_no_block(
        self, before: tuple[dict[str, object], ...], after: tuple[dict[str, object], ...]
    ) -> None:
        found = taken(*before, *ROWS[:2], line("Cộng", 30), *ROWS[2:], *after)
        assert len(ROWS) == found.accepted

    def test_lists_with_totals_elsewhere(self) -> None:
        """Totals above, several totals, and totals before a line say that the list goes on."""
        assert len(ROWS) == taken(line("Tổng cộng", 150), *ROWS).accepted
        parts = *ROWS[:2], line("Tổng cộng", 30), *ROWS[2:], line("Tổng cộng", 120)
        assert len(ROWS) == taken(*parts).accepted
        later = *ROWS[:2], line("Tổng cộng", 30), line("Quý II"), *ROWS[2:]
        assert len(ROWS) == taken(*later).accepted


class TestHeadings:
    """The amount on a numbered heading is that of the rows beneath it."""

    def test_the_rows_up_to_the_next_heading(self) -> None:
        groups = line("Quận A", 30, "I"), *ROWS[:2], line("Quận B", 120, "II"), *ROWS[2:]
        assert [] == wrong(taken(*groups))
        assert [] == wrong(taken(*groups, line("Tổng cộng", 150)))

    @pytest.mark.parametrize("amount", [31, 10, 20, 60, 150, "35,5"])
    def test_another_amount_is_told(self, amount: object) -> None:
        group = line("Quận A", amount, "I"), *ROWS[:2]
        found = taken(*group, line("Quận B", 120, "II"), *ROWS[2:])
        assert [1] == wrong(found)
        assert () == found.telling

    @pytest.mark.parametrize("amount", [120, 120.5, "120,5", "1.200"])
    def test_the_number_may_stand_before_the_name(self, amount: object) -> None:
        group = line("I. Quận A", 30), *ROWS[:2], line("II. Quận B", amount), *ROWS[2:]
        found = taken(*group)
        assert ([] if amount == 120 else [4]) == wrong(found)
        assert 5 == found.accepted

    def test_headings_in_headings(self) -> None:
        inner = line("Phường A", 10, "I.1"), ROWS[0], line("Phường B", 20, "I.2"), ROWS[1]
        rest = line("Quận B", 120, "II"), *ROWS[2:]
        assert [] == wrong(taken(line("Quận A", 30, "I"), *inner, *rest))
        assert [1] == wrong(taken(line("Quận A", 10, "I"), *inner, *rest))

    def test_a_sum_ends_a_heading_too(self) -> None:
        rest = line("Cộng", 30), *ROWS[2:]
        assert [] == wrong(taken(line("Quận A", 30, "I"), *ROWS[:2], *rest))
        assert [] == wrong(taken(line("Quận A", 150, "I"), *ROWS[:2], *rest))
        later = line("Quận B", 120, "II"), *ROWS[2:], line("Cộng", 120)
        assert [1] == wrong(taken(line("Quận A", 150, "I"), *ROWS[:2], *later))

    def test_without_rows(self) -> None:
        assert [1] == wrong(taken(line("Quận A", 30, "I")))

    def test_people(self) -> None:
        rows = [(1, "L1", "5S", "21/03/2024", 40), (2, "L2", "Kaizen", "10/10/2024", 30)]
        classes = [dict(zip(PEOPLE, row, strict=True)) for row in rows]
        for many, told in ((70, 0), (40, 1)):
            group = {**dict.fromkeys(PEOPLE), "STT": "I", "Nội dung": "Khối A", "Số học viên": many}
            assert told == len(read(Training, [group, *classes]).problems)


class TestOtherLists:
    """A cumulative sum is that of the rows, or of the rows and an earlier number."""

    @pytest.mark.parametrize(
        "text", ["Lũy kế", "Luỹ kế từ đầu năm", "Cộng dồn", "Mang sang", "LUY KE DEN NAY"]
    )
    def test_more_than_the_rows_is_told(self, text: str) -> None:
        assert [text] == of_others(taken(*ROWS, line(text, 190)))
        assert [] == of_others(taken(*ROWS, line(text, 150)))

    def test_the_rows_above(self) -> None:
        page = line("Cộng mang sang", 30), line("Mang sang", 30), *ROWS[2:], line("Lũy kế", 150)
        assert [] == of_others(taken(*ROWS[:2], *page))

    @pytest.mark.parametrize(("earlier", "told"), [(40, 0), (50, 2)])
    def test_an_earlier_number(self, earlier: int, told: int) -> None:
        before = line("Lũy kế kỳ trước", earlier)
        assert told == len(of_others(taken(*ROWS, before, line("Lũy kế đến nay", 190))))
        assert told == len(of_others(taken(before, *ROWS, line("Lũy kế đến nay", 190))))

    @pytest.mark.parametrize("text", ["Lũy kế kỳ trước", "Luỹ kế năm trước", "Lũy kế"])
    def test_an_earlier_number_that_is_borne_out_is_plain(self, text: str) -> None:
        assert () == taken(*ROWS, line(text, 40), line("Lũy kế đến nay", 190)).lines

    def test_an_earlier_number_alone_is_told(self) -> None:
        assert ["Mang sang"] == of_others(taken(line("Mang sang", 40), *ROWS))

    def test_texts(self) -> None:
        text = "Lũy kế kinh phí: 190 triệu đồng"
        assert [text] == of_others(taken(*ROWS, line(text)))
        assert [text] == of_others(taken(*ROWS, around=(text,)))
        before = line("Lũy kế năm trước: 40 triệu đồng")
        assert [] == of_others(taken(*ROWS, before, line(text)))
        assert [] == of_others(taken(*ROWS, line("Lũy kế kinh phí: 150 triệu đồng")))

    def test_counts(self) -> None:
        text = "Lũy kế: 12 doanh nghiệp"
        assert [text] == of_others(taken(*ROWS, line(text)))
        assert [text] == of_others(taken(*ROWS, around=(text,)))
        before = line("Lũy kế kỳ trước: 7 doanh nghiệp")
        assert [] == of_others(taken(*ROWS, before, line(text)))
        assert [] == of_others(taken(*ROWS, line("Lũy kế: 5 doanh nghiệp")))
        beside = line("Lũy kế") | {"Mã hồ sơ": "12"}
        assert ["Lũy kế"] == of_others(taken(*ROWS, beside))

    def test_without_money_an_amount_is_not_compared(self) -> None:
        rows = [{name: row[name] for name in HEADS[:6]} for row in ROWS]
        text = {"STT": "Lũy kế kinh phí: 190 triệu đồng"}
        assert [] == of_others(read(Support, [*rows, dict.fromkeys(HEADS[:6]) | text]))

    def test_the_command(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        below = ("Lũy kế", None, None, None, None, None, 190)
        rows = [tuple(row.values()) for row in ROWS]
        path = workbook(tmp_path / "rows.xlsx", HEADS, *rows, below)
        words = ("intake", "support", str(path), "-o", str(tmp_path / "out.json"))
        assert 1 == main([*words])
        assert "Dòng 7: “Lũy kế” ghi số lũy kế không khớp" in capsys.readouterr().out
        assert 0 == main([*words, "--ignore", "Lũy kế"])


class TestAboutTheRows:
    """A heading says something about the rows beneath it, with or without an amount."""

    @pytest.mark.parametrize("amount", [None, 120, 120.5, "1.200", "120,0"])
    def test_a_kind(self, tmp_path: Path, amount: object) -> None:
        group = "II", None, "Hợp tác xã", None, None, None, amount
        rows = [tuple(row.values()) for row in ROWS]
        path = workbook(tmp_path / "rows.xlsx", HEADS, *rows[:2], group, *rows[2:])
        found = read(Support, open_sheet(path, Support).rows)
        assert [Fault.ASSUMED_LINE] * 3 == [problem.code for problem in found.problems]
        left = open_sheet(path, Support, ignored=["Hợp tác xã"])
        assert 5 == read(Support, left.rows, ignored=["Hợp tác xã"]).accepted

    @pytest.mark.parametrize(
        ("text", "is_told"),
        [
            *(("II. Hợp tác xã", True), ("Doanh nghiệp FDI", True), ("Ngành cơ khí", True)),
            *(("Quận Ba Đình", True), ("UBND phường Láng", True), ("B. Đống Đa", True)),
            *(("I. Doanh nghiệp", False), ("I. Kết quả đào tạo, tập huấn", False)),
            *(("II. Năng suất lao động", False), ("I. Hỗ trợ doanh nghiệp", False)),
        ],
    )
    def test_a_figure_is_not_about_a_part_of_the_city(
        self, tmp_path: Path, text: str, *, is_told: bool
    ) -> None:
        heads = "Mã", "Chỉ tiêu", "Năm", "Giá trị", "Ngày báo cáo"
        row = "r1", "supported", 2023, 12, "15/01/2024"
        words = "intake", "reported-figure", str(tmp_path / "rows.xlsx"), "-o"
        for rows in (((text,), heads, row), (heads, (text,), row)):
            workbook(tmp_path / "rows.xlsx", *rows)
            assert is_told == bool(main([*words, str(tmp_path / "out.json")]))
