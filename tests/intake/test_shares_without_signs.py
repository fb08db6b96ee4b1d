"""Shares with and without a percent sign. All figures are made up."""

from decimal import Decimal
from fractions import Fraction

import pytest

from each import for_each
from nsc_program import ReportedFigure
from nsc_program.intake import Fault, Intake, read
from rows import REPORT

SHARE = {**REPORT, "Chỉ tiêu": "tfp-share"}


def taken(cell: object, heading: str = "Giá trị", **more: object) -> Intake:
    row = {name: cell for name, cell in SHARE.items() if name != "Giá trị"}
    return read(ReportedFigure, [{**row, heading: cell, **more}])


@for_each(
    ("cell", "meant"),
    [
        ("0,07", "7%"),
        (0.455, "45,5%"),
        ("-0.2", "-20%"),
        (Decimal("0.0712"), "7,12%"),
        (Fraction(1, 4), "25%"),
    ],
)
@for_each(("heading", "unit"), [("Giá trị", None), ("Giá trị (%)", None), ("Giá trị", "%")])
def test_a_part_of_one_may_be_a_percentage(
    cell: object, meant: str, heading: str, unit: str | None
) -> None:
    found = taken(cell, heading, **({} if unit is None else {"ĐVT": unit}))
    assert [(Fault.FRACTION, meant)] == [(each.code, each.suggestion) for each in found.problems]


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        ("7%", Fraction(7)),
        ("0,07%", Fraction(7, 100)),
        ("0,5 %", Fraction(1, 2)),
        (45.5, Fraction(91, 2)),
        ("1", Fraction(1)),
        (0, Fraction(0)),
        ("-7,5", Fraction(-15, 2)),
    ],
)
def test_other_shares_are_read(cell: object, share: Fraction) -> None:
    (record,) = taken(cell).register.records
    assert isinstance(record, ReportedFigure)
    assert share == record.value.low
