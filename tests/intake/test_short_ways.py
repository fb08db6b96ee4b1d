"""Short ways through a list, which must give what the long ways give."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.vn import mst

from each import for_each
from matching_texts import forget_texts, matching_text
from nsc_program import Support
from nsc_program.intake import read
from nsc_program.intake._cells import dates, keys, verdicts
from nsc_program.intake._cells.grid import Places, Row
from nsc_program.intake._headings import checked, columns, displayed
from nsc_program.intake._headings.ordinary import is_doubtful
from nsc_program.intake._states import states
from nsc_program.intake._tables import rows_without_records, table
from nsc_program.intake._tables.numbering import Numbering, numbering_of
from nsc_program.intake._texts import names as _names
from nsc_program.intake._texts import row_texts, tails
from nsc_program.intake._texts.plain_names import holds_names, is_plain_name
from nsc_program.intake._texts.subjects import is_out_of_form
from nsc_program.intake._words import gates
from nsc_program.intake._words.words import folded
from nsc_program.values import _tax_codes

SEEDS = st.integers(0, 2**32)
GATES = [gate for gate in gates._GATES if gate.patterns]
KINDS = ["Công ty TNHH", "Công ty CP", "HTX", "Cty", "Hộ kinh doanh", "CÔNG TY TNHH MTV", "Viện"]
WORDS = (
    "Hòa Phát Sao Mai Việt Nam An Hưng Kim Trung Phong Bình Đạt Đình Chỉ Huy Thu Hồi Thương Mại và "
    "Sản xuất 2 3 12 123 2024 54321 GĐ1 cơ khí đã hủy dừng chưa Bắc Ninh"
)
SYLLABLES = WORDS.split()
HEADINGS = ("Mã hồ sơ", "Tên doanh nghiệp", "Mã số thuế", "Ngày bắt đầu", "Ngày hoàn thành")


class Everything:
    """Stands for a set of signs that has all of them."""

    def __contains__(self, sign: object) -> bool:
        return True

    def isdisjoint(self, _: object) -> bool:
        """Tell that nothing is apart from everything."""
        return False


@contextmanager
def _long_ways() -> Iterator[None]:
    """Close the short ways, and forget what was found on them."""
    forget_texts()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gates, "_FEW_QUESTIONS", 2**62)
        patch.setattr(table, "is_plain_name", lambda _: False)
        patch.setattr(row_texts, "_shape_of", str)
        patch.setattr(rows_without_records, "_has_its_day", lambda *_: False)
        patch.setattr(rows_without_records, "_BEGIN_SUMS", Everything())
        patch.setattr(keys, "_PLAIN", re.compile(r"(?!)"))
        patch.setattr(keys, "_TEN_DIGITS", re.compile(r"(?!)"))
        patch.setattr(keys, "_EIGHT_DIGITS", re.compile(""))
        patch.setattr(_tax_codes, "has_right_check_digit", mst.is_valid)
        patch.setattr(checked, "_is_lasting", lambda _: False)
        patch.setattr(dates, "_day_in", dates._other_day)
        patch.setattr(displayed, "_DIGIT", re.compile(""))
        for module in (states, tails):
            patch.setattr(module, "_SIGNS", Everything())
        for signs in ("_SIGNS_OF_SEVERAL", "_SIGNS_APART"):
            patch.setattr(_names, signs, Everything())
        yield
    forget_texts()


def _name(random: Random) -> str:
    """Return a name of an enterprise, plain or not."""
    if random.random() < 0.2:
        gate = random.choice(GATES)
        return matching_text(random.choice(gate.patterns)[1], random).title()
    words = [random.choice(KINDS), *random.sample(SYLLABLES, random.randint(0, 4))]
    return random.choice(["{}", "{}", "{}", "{}.", "{} ({})"]).format(" ".join(words), words[-1])


def _row(number: int, random: Random) -> list[object]:
    """Return the cells of a row; some of them are odd."""
    day = f"{random.randint(1, 28):02}/{random.randint(1, 12):02}/2024"
    usual: list[object] = [
        random.choice(
            [f"HS-{number:04}", f"{number}/2024", f"GD{number}", "QĐ12/BKHCN", "12345678"]
        ),
        _name(random),
        random.choice(["0100000011", "0100000012", "SAMPLE-1", f"{number:010}", "100000011"]),
        random.choice(["01/02/2023", date(2023, 5, 6), "2023-05-06"]),
        random.choice([day, day, "", "31/02/2024", "5/6/24"]),
    ]
    odd = ["", None, "Cộng", "Tổng cộng", "I", "1", "x", _name(random), "-", "C0000001", "a@b.vn"]
    return [random.choice(odd) if random.random() < 0.08 else cell for cell in usual]


def _outcome(rows: list[dict[str, object]]) -> object:
    """Return everything that comes of rows."""
    found = read(Support, rows, recorded_on=date(2025, 3, 4))
    sums = (found.accepted, found.repeats, found.without_data, found.gaps, found.twice)
    told = (found.problems, found.telling, found.lines, [row.number for row in found.rejected])
    return sums, told, found.register


@given(seed=SEEDS)
def test_a_list_is_read_alike_on_short_and_on_long_ways(seed: int) -> None:
    random = Random(seed)  # noqa: S311  # draws examples
    places = Places.own(HEADINGS)
    rows: list[Any] = [Row(places, _row(number, random)) for number in range(12)]
    rows += [dict(zip(HEADINGS, _row(number, random), strict=True)) for number in range(12, 16)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gates, "_FEW_QUESTIONS", 0)
        short = _outcome(rows)
    with _long_ways():
        assert _outcome(rows) == short


@pytest.mark.parametrize("kind", ["Support", "PilotModel", "Enterprise", "AssessmentBody"])
@given(seed=SEEDS)
def test_no_rule_finds_anything_in_a_plain_name(kind: str, seed: int) -> None:
    random = Random(seed)  # noqa: S311  # draws examples
    names = [name for name in (_name(random) for _ in range(30)) if is_plain_name(name)]
    headings = [heading for heading in ("Tên doanh nghiệp", "Đơn vị") if holds_names(kind, heading)]

    with _long_ways():
        for heading in headings:
            assert [] == [name for name in names if _finds_anything(kind, heading, name)]


def _finds_anything(kind: str, heading: str, name: str) -> bool:
    """Tell whether a rule finds anything in a name."""
    values = {"started_on": date(2024, 3, 4), "completed_on": date(2024, 9, 27)}
    return (
        verdicts.judged(heading, name) is not verdicts.Verdict.SILENT
        or row_texts.is_odd(kind, heading, name, values)
        or is_out_of_form(kind, heading, name, has_person=False)
        or is_doubtful(heading, name)
    )


@for_each(
    ("name", "is_plain"),
    [
        ("Công ty TNHH Hòa Phát", True),
        ("Công ty TNHH Sản xuất và Thương mại Mẫu 12", True),
        ("Công ty Sao Mai Đã Hủy", False),
        ("Công ty A và Công ty B", False),
        ("Công ty Sao Mai đã hủy", False),
        ("Công ty Sao Mai (đã hủy)", False),
        ("công ty Sao Mai", False),
        ("Công ty Sao Mai 2023", True),
        ("Công ty Sao Mai Năm 2023", False),
        *(("Vinamilk", False), ("Test 01", False), ("Sao Mai x 2", False), ("Xem dòng 2", False)),
        ("Công ty " + "Sao " * 40 + "Mai", False),
    ],
)
def test_a_plain_name_has_a_form_and_no_words_of_rules(name: str, is_plain: bool) -> None:
    assert is_plain == is_plain_name(name)


@pytest.mark.parametrize(
    ("heading", "holds"),
    [
        ("Tên doanh nghiệp", True),
        ("Dự kiến › Tên doanh nghiệp", False),
        ("Ghi chú", False),
        ("Tình trạng", False),
    ],
)
def test_names_stand_beneath_headings_that_ask_for_nothing_else(heading: str, holds: bool) -> None:
    assert holds == holds_names("Support", heading)


@given(st.from_regex(r"[0-9]{10}|0[0-9]0000000[0-9]|0100[0-9]{6}", fullmatch=True))
def test_the_check_digit_of_a_tax_code_is_that_of_the_library(code: str) -> None:
    assert mst.is_valid(code) == _tax_codes.is_tax_code(code)


@pytest.mark.parametrize("first", ["x1", "Sao Mai", "HS-1", True])
def test_a_first_cell_without_a_number_ends_the_search_for_numbers(first: object) -> None:
    assert [Numbering.NO] * 2 == [numbering_of([None, first, 2, 3]), numbering_of([None, ""])]


def test_a_column_keeps_a_limited_number_of_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "_MOST_KNOWN", 1)
    column = columns.columns_of(Support)["started_on"]
    days = [checked.checked(column, f"{day}/6/2024") for day in (5, 6, 5)]

    assert ([date(2024, 6, 5), date(2024, 6, 6), date(2024, 6, 5)], ["5/6/2024"]) == (
        days,
        [*column.known],
    )


def test_the_same_letters_fold_to_the_same_text_alone_and_together() -> None:
    stacked = "ồ" + "\u0301" * 101 + "Đồng " * 100

    assert "ồ" + "đồng".replace("đ", "d") == folded(stacked).split()[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sao Mai, Hoa Mai…", True),
        ("Sao Mai...", True),
        ("Sao Mai v.v", True),
        ("Sao Mai và 2 đơn vị khác", True),
        ("Sao Mai", False),
    ],
)
def test_a_text_that_trails_off_names_others(text: str, names: bool) -> None:
    assert names == row_texts.names_others(text)
