"""Figures as SDMX-CSV: one line for each, with the status of its value."""

import csv
import io
from datetime import date

import pytest

from building import report as reported
from nsc_program import HANOI, Completeness, InvalidValue, Period, Register, Support
from nsc_program.report import report, to_sdmx_csv
from nsc_program.report._sdmx import time_period

FLOW = "MADEUP:FIGURES(1.0)"
AS_OF, YEAR = date(2024, 12, 20), Period.of_years(2024, 2024)


def rows(
    register: Register, codes: dict[str, str] | None = None
) -> dict[tuple[str, str], list[str]]:
    """Return the value, status and ends of each figure, by indicator and period."""
    made = report(HANOI, register, as_of=AS_OF, period=YEAR)
    lines = [*csv.DictReader(io.StringIO(to_sdmx_csv(made, FLOW, codes)))]
    assert {FLOW} == {line["DATAFLOW"] for line in lines}
    assert {"VN-HN"} == {line["REF_AREA"] for line in lines}
    names = ("OBS_VALUE", "OBS_STATUS", "OBS_LOW", "OBS_HIGH")
    keys = [(line["INDICATOR"], line["TIME_PERIOD"]) for line in lines]
    assert len({*keys}) == len(keys)
    return {key: [line[name] for name in names] for key, line in zip(keys, lines, strict=True)}


class TestStatuses:
    REGISTER = Register(
        [
            Support(
                id="s1",
                enterprise="MADE-UP-1",
                started_on=date(2023, 3, 1),
                completed_on=date(2023, 6, 30),
            ),
            reported("trained/persons", 200, Period.of_years(2023, 2023), date(2024, 1, 5)),
            reported("trained/persons", 900, Period.of_years(2024, 2024), date(2024, 12, 10)),
        ],
        [Completeness(Support, Period.of_years(2021, 2024))],
    )

    @pytest.mark.parametrize(
        ("key", "expected"),
        [
            (("supported", "2023"), ["1", "A", "", ""]),
            (("supported", "2024-01-01/P355D"), ["0", "A", "", ""]),
            (("supported", "2021-01-01/P5Y"), ["", "O", "1", ""]),
            (("bodies", "2023"), ["", "O", "", ""]),
            (("trained_persons", "2023"), ["200", "A", "", ""]),
            (("trained_persons", "2024"), ["900", "E", "", ""]),
        ],
    )
    def test_a_value_has_a_status(self, key: tuple[str, str], expected: list[str]) -> None:
        assert expected == rows(self.REGISTER)[key]


class TestCodes:
    def test_codes_may_be_those_of_the_system(self) -> None:
        shown = rows(Register(), {"supported": "ENT_SUP"})
        assert ("ENT_SUP", "2024") in shown
        assert ("supported", "2024") not in shown

    @pytest.mark.parametrize(
        ("codes", "message"),
        [
            ({"supported": "có dấu"}, "a code has letters"),
            ({"supported": "bodies"}, "two indicators have one code"),
        ],
    )
    def test_codes_that_cannot_be_used_are_refused(
        self, codes: dict[str, str], message: str
    ) -> None:
        with pytest.raises(InvalidValue, match=message):
            rows(Register(), codes)

    @pytest.mark.parametrize("flow", ["", "FIGURES", "A:B", "A:B(1.0) ", "=A:B(1)"])
    def test_a_dataflow_in_another_form_is_refused(self, flow: str) -> None:
        made = report(HANOI, Register(), as_of=AS_OF, period=YEAR)
        with pytest.raises(InvalidValue, match="expected a dataflow"):
            to_sdmx_csv(made, flow)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period.of_quarter(2026, 4), "2026-Q4"),
        (Period.of_half(2026, 2), "2026-S2"),
        (Period.of_month(2026, 2), "2026-02"),
        (Period(date(2026, 1, 1), date(2026, 1, 15)), "2026-01-01/P15D"),
    ],
)
def test_a_period_has_its_name_in_sdmx(period: Period, text: str) -> None:
    assert text == time_period(period)
