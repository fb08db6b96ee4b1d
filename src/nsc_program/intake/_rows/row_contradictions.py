"""Find the cells of a row that contradict each other although each of them can be read.

The name of a co-operative stands beside “Doanh nghiệp”, a certificate is older than its training,
or a figure was issued long before its period ended. The row is accepted, and a person is told.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from nsc_program.intake._cells.grid import ByHeading
from nsc_program.intake._cells.indicators import counts_enterprises_only
from nsc_program.intake._cells.reporting_periods import ends_in
from nsc_program.intake._cells.verdicts import is_remark
from nsc_program.intake._headings.columns import Values
from nsc_program.intake._headings.displayed import seen_beside, text_of
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.intake._rows.births import heading_of_another_birth
from nsc_program.intake._rows.cells_beside import unread_in
from nsc_program.intake._rows.row_numbers import odd_numbers
from nsc_program.intake._rows.row_spans import odd_spans
from nsc_program.intake._rows.totals_within_rows import wrong_totals
from nsc_program.intake._tables.table import Table
from nsc_program.intake._texts.kinds_of_names import is_number_of_a_body, names_of_another_kind
from nsc_program.intake._words.naming import Named, named
from nsc_program.intake._words.reported import is_of_a_ministry, names_a_district
from nsc_program.intake._words.words import lowered


def contradictions_in(
    number: int, row: ByHeading, table: Table, values: Values
) -> Iterator[Problem]:
    """Give the cells of a row that contradict others.

    Args:
        number: the number of the row, as its source counts.
        row: the cells, by heading.
        table: the columns of the table.
        values: the values of the row, by the names of columns.
    """
    for heading, fault in _faults(row, table, values):
        cell = row.get(heading)
        if not table.accepts(text_of(cell)):
            yield problem_of(number, heading, seen_beside(cell), fault)


def _faults(row: ByHeading, table: Table, values: Values) -> Iterator[tuple[str, Fault]]:
    """Give the headings of the cells that contradict others, with their faults."""
    kind = table.kind.__name__
    unread = [*unread_in(row, table)]
    cells = dict(unread) | {heading: row.get(heading) for heading in _own_name(table)}
    for heading, _ in names_of_another_kind(kind, cells, table.columns, values):
        yield heading, Fault.OTHER_KIND
    for heading in wrong_totals(row, table, values):
        yield heading, Fault.OTHER_TOTAL
    yield from odd_numbers(row, table, values)
    of_another = heading_of_another_birth(row, table)
    if of_another is not None:
        yield of_another, Fault.OTHER_SAYING
    for name, fault in _faults_by_name(kind, values):
        if name in table.columns:
            yield table.columns[name][0], fault
    if counts_enterprises_only(values.get("indicator")):
        yield from (
            (heading, Fault.OTHER_KIND) for heading, cell in unread if _counts(heading, cell)
        )


def _own_name(table: Table) -> tuple[str, ...]:
    """Return the heading of the names that are read, if there is one."""
    return (table.columns["name"][0],) if "name" in table.columns else ()


def _counts(heading: str, cell: object) -> bool:
    """Tell whether a text beside a figure of enterprises names co-operatives or households."""
    return isinstance(cell, str) and not is_remark(heading) and _names_others(cell)


def _names_others(text: str) -> bool:
    """Tell whether a text names co-operatives or households, and no enterprises."""
    return named("kind", text) is Named.OTHER


def _faults_by_name(kind: str, values: Values) -> Iterator[tuple[str, Fault]]:
    """Give the names of the columns whose values contradict others, with their faults."""
    if kind == "AssessmentBody":
        yield from ((name, Fault.OTHER_SAYING) for name in _exchanged(values))
    if kind == "Expert" and _is_older_than_its_grounds(values):
        yield "certified_on", Fault.EARLIER_DAY
    if kind == "ReportedFigure" and _is_issued_early(values):
        yield "issued", Fault.EARLY_FIGURE
    if kind == "ReportedFigure" and is_of_a_ministry(str(values.get("document"))):
        yield "document", Fault.OTHER_SAYING
    if kind == "ReportedFigure" and _is_of_a_part(values):
        yield "issuer", Fault.OTHER_SAYING
    yield from ((name, Fault.OTHER_DAY) for name in odd_spans(values))


def _exchanged(values: Values) -> Iterator[str]:
    """Give the number of a body that is a name or two numbers, and the name that is a number."""
    registration, name = values.get("registration"), values.get("name")
    if isinstance(registration, str) and not _is_one_number(registration):
        yield "registration"
    if isinstance(name, str) and is_number_of_a_body(name):
        yield "name"


_TWO_NUMBERS = re.compile(r"[A-ZĐƯ]{3,}\W*[0-9]{2,}\s?/\s?(?!(?:19|20)[0-9]{2}\b)[0-9]{2,}")
"""Two numbers of one scheme: VILAS 102/103, which is not the year of a number."""


def _is_one_number(registration: str) -> bool:
    """Tell whether the number of a body has digits, and only one number of its scheme."""
    has_digit = any(map(str.isdigit, registration))
    return has_digit and _TWO_NUMBERS.fullmatch(registration.upper()) is None


_EDITION = re.compile(r"(?:TCVN|TCCS|QCVN|ISO)[^:;,]*:\s?((?:19|20)[0-9]{2})(?![0-9])")
"""The year in which a standard was issued: TCVN 13751:2023."""


def _is_older_than_its_grounds(values: Values) -> bool:
    """Tell whether a certificate is older than its training or its standard; one may be renewed."""
    certified, trained = values.get("certified_on"), values.get("trained_on")
    if not isinstance(certified, date) or values.get("renewal") is True:
        return False
    if isinstance(trained, date) and certified < trained:
        return True
    editions = _EDITION.findall(str(values.get("standard", "")).upper())
    return any(certified.year < int(year) for year in editions)


_OF_ITS_OWN = re.compile(
    r"(?:trung tâm|hiệp hội|hội|liên minh|công ty|cty|viện|trường|quỹ|câu lạc bộ|phòng|vcci|bộ|"
    r"tổng cục|cục|ban quản lý|ban ql|bql)\b"
)
"""Bodies whose figures are not those of the city: of themselves, of zones or of the nation."""


def _is_of_a_part(values: Values) -> bool:
    """Tell whether a ward or a body issued a figure that is not said to be of a part."""
    issuer = values.get("issuer")
    if not isinstance(issuer, str) or values.get("part"):
        return False
    return names_a_district(issuer) or _OF_ITS_OWN.match(lowered(issuer)) is not None


_LAST_WEEKS = timedelta(31)
"""The reports of a year are issued in its last month."""


def _is_issued_early(values: Values) -> bool:
    """Tell whether a figure was issued before the end of its period, and is not an estimate."""
    period, issued = ends_in(values), values.get("issued")
    if period is None or not isinstance(issued, date) or values.get("estimate") is True:
        return False
    first, last = period
    if last - first > _A_YEAR:
        return issued.year < last.year
    return issued < last - _LAST_WEEKS


_A_YEAR = timedelta(366)
"""Over a longer period, reports are also issued during its last year."""
