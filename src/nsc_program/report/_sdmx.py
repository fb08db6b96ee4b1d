"""Figures as SDMX-CSV 1.0, which statistics systems can take.

SDMX has one number for each observation. A figure that is a range has none: its status says that
the value is missing, and its two ends are attributes of this library.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from nsc_program.errors import InvalidValue
from nsc_program.figures._figures import Figure
from nsc_program.plan._indicators import Indicator
from nsc_program.report._report import Report
from nsc_program.values._periods import Period
from nsc_program.values._ranges import EVERYTHING, Range
from nsc_program.values._written_numbers import plain_number

_COLUMNS = (
    *("DATAFLOW", "REF_AREA", "INDICATOR", "UNIT_MEASURE", "TIME_PERIOD"),
    *("OBS_VALUE", "OBS_STATUS", "OBS_LOW", "OBS_HIGH"),
)
_NORMAL, _ESTIMATED, _MISSING = "A", "E", "O"
"""Codes of the SDMX code list of observation status (CL_OBS_STATUS)."""
_DATAFLOW = re.compile(r"[A-Za-z][\w.-]*:[A-Za-z0-9_@$-]+\([0-9]+(?:\.[0-9]+)*\)")
_CODE = re.compile(r"[A-Za-z0-9_@$-]+")
_NOT_OF_A_CODE = re.compile(r"[^A-Za-z0-9_@$-]")


def to_sdmx_csv(report: Report, dataflow: str, codes: Mapping[str, str] | None = None) -> str:
    r"""Write the figures of a report as SDMX-CSV 1.0, one line for each indicator and period.

    A value is normal (`A`), or an estimate (`E`) if only estimates give it. If it is missing (`O`)
    or an estimate, the least and the greatest possible value are in `OBS_LOW` and `OBS_HIGH`, as
    far as there are any.

    Args:
        report: the report.
        dataflow: the dataflow of the statistics system, such as `"AGENCY:FLOW(1.0)"`.
        codes: the codes of that system by the ids of indicators and units. The code of another id
            is the id with `_` in place of characters that SDMX does not allow.

    Returns:
        The text, with lines that end in `\r\n`.

    Raises:
        InvalidValue: for a dataflow or a code in another form, and for two ids with one code.
    """
    if not _DATAFLOW.fullmatch(dataflow):
        raise InvalidValue.at(
            "dataflow",
            code="not-a-dataflow",
            vi="cần mã luồng dữ liệu như AGENCY:FLOW(1.0)",
            en="expected a dataflow such as AGENCY:FLOW(1.0)",
        )
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    writer.writerows((dataflow, *line) for line in _lines(report, codes or {}))
    return text.getvalue()


def _lines(report: Report, codes: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each figure, without the dataflow."""
    inputs = report.evaluation.made_from()
    indicators = {indicator.id: indicator for indicator in inputs.program.indicators}
    coded = _coded(indicators, codes)
    for figure in inputs.figures.figures:
        indicator = indicators[figure.indicator]
        unit = _code(indicator.unit.id, codes)
        yield (
            inputs.program.territory or "",
            coded[indicator.id],
            unit,
            time_period(figure.period),
            *_observation(figure, indicator),
        )


def _coded(indicators: Mapping[str, Indicator], codes: Mapping[str, str]) -> Mapping[str, str]:
    """Return the code of each indicator, and refuse one code for two indicators."""
    coded = {name: _code(name, codes) for name in indicators}
    if len({*coded.values()}) < len(coded):
        raise InvalidValue.at(
            "codes",
            code="repeated",
            vi="hai chỉ tiêu có cùng một mã; mỗi chỉ tiêu cần một mã riêng",
            en="two indicators have one code; give each a code of its own",
        )
    return coded


def _code(name: str, codes: Mapping[str, str]) -> str:
    """Return the code of an id."""
    code = codes.get(name, _NOT_OF_A_CODE.sub("_", name))
    if not _CODE.fullmatch(code):
        raise InvalidValue.at(
            "codes",
            name,
            code="not-a-code",
            vi="mã chỉ gồm chữ cái không dấu, chữ số và các dấu _ @ $ -",
            en="a code has letters, digits and the characters _ @ $ - only",
        )
    return code


def _observation(figure: Figure, indicator: Indicator) -> tuple[str, str, str, str]:
    """Return the value, its status and the two ends of a figure."""
    status, value = observed(figure, indicator)
    known = known_numbers(figure, indicator)
    if status == _NORMAL:
        return _end(value), status, "", ""
    return _end(value), status, _end(known.low), _end(known.high)


def observed(figure: Figure, indicator: Indicator) -> tuple[str, Fraction | None]:
    """Return the status of a figure as SDMX names it, and the number, also if it is an estimate.

    Args:
        figure: the figure.
        indicator: its indicator.
    """
    if (value := _only(known_numbers(figure, indicator))) is not None:
        return _NORMAL, value
    estimate = _only(figure.estimated.range)
    return (_MISSING, None) if estimate is None else (_ESTIMATED, estimate)


def known_numbers(figure: Figure, indicator: Indicator) -> Range:
    """Return the numbers that are still possible; every number if nothing is known.

    Args:
        figure: the figure.
        indicator: its indicator.
    """
    return EVERYTHING if figure.range == indicator.domain else figure.range


def _only(possible: Range) -> Fraction | None:
    """Return the number of a range that holds just one; `None` for other ranges."""
    return possible.low if possible.low == possible.high else None


def _end(value: Fraction | None) -> str:
    """Write a number; empty without one."""
    return "" if value is None else plain_number(value)


def time_period(period: Period) -> str:
    """Write a period as SDMX does.

    A year, a half, a quarter or a month has a name; other days are a time range, the first day and
    the number of years or days.

    Args:
        period: the period.

    >>> time_period(Period.of_years(2026, 2026)), time_period(Period.of_years(2026, 2030))
    ('2026', '2026-01-01/P5Y')
    >>> time_period(Period.of_report_year(2026, ends=(11, 30)))
    '2025-12-01/P1Y'
    """
    first, year, month = period.first, period.end.year, period.end.month
    named = {
        Period.of_years(year, year): str(year),
        Period.of_half(year, (month + 5) // 6): f"{year}-S{(month + 5) // 6}",
        Period.of_quarter(year, (month + 2) // 3): f"{year}-Q{(month + 2) // 3}",
        Period.of_month(year, month): f"{year}-{month:02}",
    }
    if period in named:
        return named[period]
    if period.whole_years:
        return f"{first}/P{period.whole_years}Y"
    return f"{first}/P{(period.end - first).days + 1}D"
