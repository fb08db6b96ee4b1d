"""Cells as a person sees them: what number formats make of numbers, texts and days."""

from datetime import date, datetime, time
from fractions import Fraction
from typing import Any

import pytest

from nsc_program.intake._cells import NotShown, Padded
from nsc_program.intake._seen import as_seen

DAY = datetime(2024, 6, 1)  # noqa: DTZ001  # as a spreadsheet gives it
ACCOUNTING = '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)'


@pytest.mark.parametrize(
    ("value", "number_format", "seen"),
    [
        (6.5, '0.0"%"', "6.5%"),
        (6.5, "0.0\\%", "6.5%"),
        (6.5, '0.0" % GRDP"', "6.5% GRDP"),
        (0.065, "0.0%", Fraction(13, 2)),
        (50, '0"%";-0"%"', "50%"),
        (-50, '0"%";-0"%"', "-50%"),
        (150, '0" triệu"', "150 triệu"),
        (50, '0" người"', "50 người"),
        (7, '"Số "0', "Số 7"),
        (150_000, '#,##0 "đ"', "150000 đ"),
        (150_000, "[$₫-42A]#,##0", "150000 đ"),
        (150_000, "_-* #,##0 ₫_-", "150000 đ"),
        (1234.567, '#,##0 "đ"', "1234.5670 đ"),
        (1.5, '0.0" tỷ"', "1.5 tỷ"),
        (5, "[$$-409]#,##0", "$ 5"),
        (5, "[$USD] 0", "USD 5"),
        (150_000_000, "#,##0,", Fraction(150_000)),
        (1_500_000, "0.0,,", Fraction(3, 2)),
        (150_000, ACCOUNTING, 150_000),
        (-150_000, ACCOUNTING, -150_000),
        (0, ACCOUNTING, 0),
        (1e11, "0.00E+00", 1e11),
        (0.5, "# ?/?", 0.5),
        (5, "[Red]0", 5),
        (5, "[<10]0;0", 5),
        (1.5, "0.00", 1.5),
        (12, "General", 12),
        (12, None, 12),
        (True, "0", True),
        (float("inf"), "0%", float("inf")),
        (5, '"có"', "có"),
        (0, '0;0;"không"', 0),
        (-0.5, "0%;-0%", Fraction(-50)),
        (-5, '0;"âm"', "âm"),
        ("x", "@", "x"),
        ("x", '0;0;0;@" đ"', "x"),
        (DAY, "mm/yyyy", "06/2024"),
        (DAY, "yyyy", "2024"),
        (DAY, "h:mm", "00:00"),
        (DAY, "yyyy h:mm", DAY),
        (DAY, "General", DAY),
        (DAY, "d-mmm-yy", DAY),
        (DAY, '"Ngày "dd" tháng "mm" năm "yyyy', DAY),
        (DAY, "[$-42A]dd/mm/yyyy", DAY),
        (date(2024, 6, 1), "h:mm", date(2024, 6, 1)),
        (time(8, 30), "h:mm", time(8, 30)),
        (None, "0", None),
    ],
    ids=range(47),
)
def test_what_is_seen(value: object, number_format: str | None, seen: object) -> None:
    assert (type(seen), seen) == (type(as_seen(value, number_format)), as_seen(value, number_format))


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
def test_digits_as_they_are_shown(value: int, number_format: str, shown: str) -> None:
    seen = as_seen(value, number_format)
    assert isinstance(seen, Padded)
    assert (shown, float(value)) == (seen.shown, float(seen))


@pytest.mark.parametrize(
    ("value", "number_format"), [(5, ";;;"), (5, "[<10]0;[>10]0,"), (-5, "0;;0"), ("x", ";;;"), ("x", "0;0;0;")]
)
def test_what_is_not_shown(value: Any, number_format: str) -> None:  # noqa: ANN401
    seen = as_seen(value, number_format)
    assert isinstance(seen, NotShown)
    assert "<not shown>" == repr(seen)
