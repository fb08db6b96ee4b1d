"""How many things a rejected row may stand for: never fewer than it may hold.

All data are made up.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsc_program import (
    HANOI,
    Completeness,
    Dissemination,
    Expert,
    Period,
    Register,
    Support,
    Training,
    assess,
)
from nsc_program.intake import Fault, Intake, read
from nsc_program.intake._cells.several_keys import most_keys_in
from nsc_program.intake.files import Hidden, open_sheet
from nsc_program.intake.typed import load
from nsc_program.records._records import MOST_HEADS
from row_files import workbook

CLASSES = ("Mã lớp", "Số học viên", "Ngày tổ chức")
FIRST = ("L1", 40, date(2024, 5, 1))
DAYS = (date(2024, 5, 1), date(2024, 6, 1))


def classes(path: Path, *rows: tuple[object, ...], hidden: Hidden = "reject") -> Register:
    sheet = open_sheet(workbook(path, CLASSES, FIRST, *rows), Training, hidden=hidden)
    return read(Training, sheet.rows, first_row=sheet.first_row).register


def things(register: Register) -> list[int]:
    return [each.things for each in register.rejected]


class TestAnotherTable:
    """Its cells do not stand beneath our headings, so none of them is read."""

    OTHER = ("Mã lớp", "Số buổi", "Số học viên")

    def test_its_headcounts_are_not_those_beneath_our_heading(self, tmp_path: Path) -> None:
        register = classes(tmp_path / "a.xlsx", (), self.OTHER, ("L3", 3, 300), ("L4", 2, 250))
        assert [MOST_HEADS, MOST_HEADS] == things(register)

    def test_its_ids_are_not_those_beneath_our_heading(self, tmp_path: Path) -> None:
        head = ("Mã mô hình", "Mã lớp", "Số học viên")
        register = classes(tmp_path / "a.xlsx", (), head, ("L1", "L9", 300))
        assert [False] == [each.identified for each in register.rejected]

    def test_a_row_that_is_hidden_too(self, tmp_path: Path) -> None:
        def hide(book: object) -> None:
            book.worksheets[0].row_dimensions[5].hidden = True  # type: ignore[attr-defined]

        path = workbook(
            tmp_path / "a.xlsx", CLASSES, FIRST, (), self.OTHER, ("L3", 3, 3), more=hide
        )
        found = read(Training, open_sheet(path, Training).rows)
        assert [Fault.OTHER_TABLE] == [each.code for each in found.problems]
        assert [MOST_HEADS] == things(found.register)


class TestAnotherUnit:
    """Beneath a line with another unit, the numbers mean something else."""

    @pytest.mark.parametrize(
        ("line", "expected"),
        [("ĐVT: nghìn người", MOST_HEADS), ("Đơn vị tính: triệu đồng", 3)],
    )
    def test_of_people_or_of_money(self, tmp_path: Path, line: str, expected: int) -> None:
        register = classes(tmp_path / "a.xlsx", (line,), ("L2", 3, date(2024, 6, 1)))
        assert [expected] == things(register)


SEVERAL = [
    ("SAMPLE-1; SAMPLE-2", 2),
    ("SAMPLE-1\nSAMPLE-2\nSAMPLE-3", 3),
    ("SAMPLE-1, SAMPLE-2 và SAMPLE-3", 3),
    ("0100000010 0100000028", 2),
    ("SAMPLE-1 + 5 đơn vị", 7),
    ("SAMPLE-1-SAMPLE-9", MOST_HEADS),
    ("SAMPLE-1 đến SAMPLE-9", MOST_HEADS),
]


class TestSeveralKeys:
    """A cell of several keys stands for all of them."""

    @pytest.mark.parametrize(("cell", "expected"), SEVERAL)
    def test_of_enterprises(self, cell: str, expected: int) -> None:
        row = {"Mã": "s1", "MST": cell, "Bắt đầu": DAYS[0], "Kết thúc": DAYS[1]}
        assert [expected] == things(read(Support, [row]).register)

    @pytest.mark.parametrize("cell", ["HV1, HV2", "HV1\nHV2", "HV1; HV2"])
    @pytest.mark.parametrize("kind", [Training, Expert])
    def test_of_people(self, kind: type, cell: str) -> None:
        row = {"Mã": "l1", "Mã người": cell, "Ngày đào tạo": DAYS[0]}
        assert [2] == things(read(kind, [row]).register)

    @pytest.mark.parametrize("cell", [["SAMPLE-1", "SAMPLE-2"], {"SAMPLE-1": 1}])
    @pytest.mark.parametrize("read_rows", [read, load])
    def test_of_a_list(self, read_rows: Callable[..., Intake], cell: object) -> None:
        row = {"id": "s1", "enterprise": cell, "started_on": DAYS[0]}
        assert [MOST_HEADS] == things(read_rows(Support, [row]).register)

    def test_of_events_which_have_ids_only(self) -> None:
        row = {"Mã": "T4-T6", "Ngày tổ chức": DAYS[0]}
        assert [MOST_HEADS] == things(read(Dissemination, [row]).register)

    @given(
        st.lists(st.from_regex(r"[A-Z]{1,4}-?[0-9]{1,6}", fullmatch=True), min_size=1, max_size=8),
        st.sampled_from(["; ", ", ", "\n", " + ", " và ", "/", " "]),
    )
    def test_never_fewer_than_there_are(self, keys: list[str], between: str) -> None:
        assert len(keys) <= most_keys_in(between.join(keys))

    @pytest.mark.parametrize("text", ["900 007 256", "000 000 000 012", "=A1;B1", "Nguyễn Văn A"])
    def test_one_number_or_name(self, text: str) -> None:
        assert 1 == most_keys_in(text)


class TestSpans:
    """The first and the last of several keys are not one key."""

    @pytest.mark.parametrize("name", ["Mã", "MST"])
    def test_a_span_is_rejected(self, name: str) -> None:
        row = {"Mã": "s1", "MST": "SAMPLE-1", "Bắt đầu": DAYS[0], "Kết thúc": DAYS[1]}
        found = read(Support, [{**row, name: "HT5-HT9"}])
        assert [Fault.SEVERAL] == [each.code for each in found.problems]

    @pytest.mark.parametrize("code", ["HT-24-001", "HT5-9", "HT9-HT5", "A1-B2"])
    def test_other_codes_with_dashes_are_read(self, code: str) -> None:
        row = {"Mã": code, "MST": "SAMPLE-1", "Bắt đầu": DAYS[0], "Kết thúc": DAYS[1]}
        assert 1 == read(Support, [row]).accepted


def test_the_figure_stays_open_as_far_as_it_must(tmp_path: Path) -> None:
    """2,001 people were trained: 40 of the first table and 1,961 of the other."""
    other = ((), TestAnotherTable.OTHER, ("L3", 3, 1961))
    sheet = open_sheet(workbook(tmp_path / "a.xlsx", CLASSES, FIRST, *other), Training)
    claim = [Completeness(Training, Period.until(date(2025, 12, 31)))]
    register = read(Training, sheet.rows, completeness=claim).register
    verdicts = assess(HANOI, register, as_of=date(2025, 12, 31))
    assert "undecided" == verdicts["2021-2025/trained"].status


class TestRunningNumbersAsIds:
    """Each list begins at 1 again, so a rejected row of one is not that of another."""

    @staticmethod
    def rejected(heading: str, enterprise: str) -> Register:
        row = {heading: 1, "MST": enterprise, "Bắt đầu": "?"}
        return read(Support, [row], columns={"id": heading, "enterprise": "MST"}).register

    def test_two_rows_under_one_number_are_two(self) -> None:
        first, second = (self.rejected("STT", name) for name in ("SAMPLE-1", "SAMPLE-2"))
        assert [1, 1] == things(first.merge(second))
        assert [1] == things(first.merge(first))  # one export, read twice

    def test_under_an_id_they_are_versions_of_one_record(self) -> None:
        first, second = (self.rejected("Mã", name) for name in ("SAMPLE-1", "SAMPLE-2"))
        assert [1] == things(first.merge(second))
