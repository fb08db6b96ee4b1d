"""Cells as a person sees them: numbers, texts and days under their number formats."""

from datetime import date, datetime, time
from fractions import Fraction
from typing import Any

import pytest

from each import for_each
from nsc_program.intake._cells.cells import Formatted, NotShown, Padded, Scaled
from nsc_program.intake.files._seen import as_seen

DAY = datetime(2024, 6, 1)  # noqa: DTZ001  # as a spreadsheet stores a day
ACCOUNTING = '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)'


@for_each(
    ("value", "number_format", "seen"),
    [
        (0, ACCOUNTING, 0),
        (150_000, ACCOUNTING, 150_000),
        (-150_000, ACCOUNTING, -150_000),
        (-5, "0;(0)", -5),
        (250_000, '0"."000', 250_000),
        (0, '0;0;"-"', 0),
        (1e11, "0.00E+00", 1e11),
        (5, "# ?/?", 5),
        (5, "[Red]0", 5),
        (5, "[<10]0;0", 5),
        (1.5, "0.00", 1.5),
        (12, "General", 12),
        (12, None, 12),
        (True, "0", True),
        (float("inf"), "0%", float("inf")),
        ("x", "@", "x"),
        ("x", '0;0;0;@" "', "x"),
        (DAY, "General", DAY),
        (DAY, "d-mmm-yy", DAY),
        (DAY, "dd/mm/yyyy hh:mm", DAY),
        (DAY, "dd/mm/yyyy;@", DAY),
        (DAY, "dddd, dd mmmm yyyy", DAY),
        (DAY, '"Ngày "dd" tháng "mm" năm "yyyy', DAY),
        (DAY, "[$-42A]dd/mm/yyyy", DAY),
        (DAY, "[$-1010409]d mmmm yyyy;@", DAY),
        (DAY, "0", DAY),
        (time(8, 30), "h:mm", time(8, 30)),
        (None, "0", None),
        # Part of a day is a text, as a person would type it.
        (DAY, "mm/yyyy", "06/2024"),
        (DAY, "yyyy", "2024"),
        (DAY, "dd/mm", "01/06"),
        (DAY, "h:mm", "00:00"),
        (DAY, "h:mm AM/PM", "00:00"),
        (DAY, "yyyy h:mm", "2024 00:00"),
        (date(2024, 6, 1), "h:mm", "00:00"),
        (0, '0;0;"không"', "không"),
        (5, '"có"', "có"),
        (-5, '0;"âm"', "âm"),
    ],
    ids=range(38),
)
def test_a_value_is_seen_under_its_format(
    value: object, number_format: str | None, seen: object
) -> None:
    assert (type(seen), seen) == (
        type(as_seen(value, number_format)),
        as_seen(value, number_format),
    )


@for_each(
    ("value", "number_format", "written", "shown"),
    [
        (6.5, '0.0"%"', "6.5%", "6.5%"),
        (6.5, "0.0\\%", "6.5%", "6.5%"),
        (6.5, '0.0" % GRDP"', "6.5% GRDP", "6.5 % GRDP"),
        (0.065, "0.0%", "6.5%", "6.5%"),
        (1.05, "0%", "105%", "105%"),
        (50, '0"%";-0"%"', "50%", "50%"),
        (-50, '0"%";-0"%"', "-50%", "-50%"),
        (-0.5, "0%;-0%", "-50%", "-50%"),
        (150, '0" triệu"', "150 triệu", "150 triệu"),
        (4, '0" lớp"', "4 lớp", "4 lớp"),
        (7, '"Số "0', "Số 7", "Số 7"),
        (150_000, '#,##0 "đ"', "150000 đ", "150000 đ"),
        (150_000, "[$₫-42A]#,##0", "150000 đ", "₫150000"),
        (150_000, "_-* #,##0 ₫_-", "150000 đ", "150000 ₫"),
        (1234.567, '#,##0 "đ"', "1234.5670 đ", "1235 đ"),
        (5, "[$$-409]#,##0", "$ 5", "$5"),
        (5, "[$USD] 0", "USD 5", "USD 5"),
        (7, '"HS-"0000', "HS-7", "HS-0007"),
        (100_000_010, '0000000000"-001"', "100000010 “-001”", "0100000010-001"),
        (250_000, '0"000"', "250000 “000”", "250000000"),
        (250_000, '">"0', "“>” 250000", ">250000"),
        (250_000, '"~"0', "“~” 250000", "~250000"),
        (250_000, '0"/2"', "250000 “/2”", "250000/2"),
        (250_000, "(0)", "“(” 250000 “)”", "(250000)"),
        (250_000, '"-"0', "“-” 250000", "-250000"),
        (250_000, "**0", "“*” 250000", "*250000"),
        (0.5, "# ?/?", "“0.5”", "1/2"),
        (-2.5, "# ?/?", "“-2.5”", "-2 1/2"),
        ("x", '0;0;0;@" đ"', "x đ", "x đ"),
        ("05/06/2024", '"Hủy "@', "Hủy 05/06/2024", "Hủy 05/06/2024"),
        (DAY, '"dự kiến "dd/mm/yyyy', "dự kiến 01/06/2024", "dự kiến 01/06/2024"),
        (DAY, 'dd/mm/yyyy" (KH)"', "01/06/2024 (KH)", "01/06/2024 (KH)"),
        (DAY, 'dd/mm/yyyy"?"', "01/06/2024 ?", "01/06/2024 ?"),
        (DAY, '"Quý II/"yyyy', "Quý II/ 2024", "Quý II/ 2024"),
    ],
    ids=range(34),
)
def test_the_words_of_a_format_stand_beside_the_value(
    value: object, number_format: str, written: str, shown: str
) -> None:
    """A piece that could be a digit or a sign is quoted; a key is read as it is shown."""
    seen = as_seen(value, number_format)
    assert isinstance(seen, Formatted)
    assert (written, shown) == (seen, seen.shown)


@pytest.mark.parametrize(
    ("value", "number_format", "seen", "by"),
    [(150_000_000, "#,##0,", 150_000, 1000), (1_500_000, "0.0,,", Fraction(3, 2), 10**6)],
)
def test_a_number_shown_without_its_thousands_is_scaled(
    value: object, number_format: str, seen: Fraction, by: int
) -> None:
    found = as_seen(value, number_format)
    assert isinstance(found, Scaled)
    assert (seen, by) == (found, found.by)


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (7, "000", "007"),
        (100_000_010, "0000000000", "0100000010"),
        (100_233_488, "0000 000 000", "0100 233 488"),
        (123_456, "000-000", "123-456"),
        (1_234_567, "000-000", "1234-567"),
        (12, "###-###", "12"),
        (1_234_567, "00-00", "12345-67"),
    ],
    ids=range(7),
)
def test_padded_digits_are_kept_as_they_are_shown(
    value: int, number_format: str, shown: str
) -> None:
    seen = as_seen(value, number_format)
    assert isinstance(seen, Padded)
    assert (shown, float(value)) == (seen.shown, float(seen))


@for_each(
    ("value", "number_format"),
    [
        (5, ";;;"),
        (5, "[<10]0;[>10]0,"),
        (-5, "0;;0"),
        (250, '0"1"0'),
        ("x", ";;;"),
        ("x", "0;0;0;"),
        (DAY, '"chưa"'),
        (DAY, "[$-D07041E]dd/mm/yyyy"),
        (DAY, '[<45000]"Hủy "dd/mm/yyyy;dd/mm/yyyy'),
    ],
)
def test_a_value_that_its_format_may_hide_is_not_shown(value: Any, number_format: str) -> None:  # noqa: ANN401
    seen = as_seen(value, number_format)
    assert isinstance(seen, NotShown)
    assert "<not shown>" == repr(seen)
