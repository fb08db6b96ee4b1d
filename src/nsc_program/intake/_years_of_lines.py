"""Find the lines that name a year in which no row beneath them has a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from nsc_program.intake._grid import filled
from nsc_program.intake._reported import year_of
from nsc_program.intake._rows import RowRead
from nsc_program.intake._unread_lines import UnreadLine


def of_other_years(
    numbered: Iterable[tuple[int, object]],
    data: Iterable[RowRead],
    titles: Iterable[tuple[int, str]],
) -> Iterator[UnreadLine]:
    """Give the titles and lines among the rows whose year none of their rows has.

    A title is about all rows, and another line about the rows before the next line with a year.

    Args:
        numbered: all rows, with their numbers.
        data: the rows that hold data.
        titles: the lines above the headings, with the numbers of their rows.
    """
    years = {row.number: frozenset(_years(row)) for row in data}
    every = frozenset().union(*years.values())
    for number, line in titles:
        if _contradicts(line, every):
            yield UnreadLine(number, line)
    for opening, beneath in _parts(numbered, years):
        if _contradicts(opening.text, beneath):
            yield opening


def _years(row: RowRead) -> Iterator[str]:
    """Give the years of the days of a row, except that of its recording."""
    for name, value in row.values.items():
        if isinstance(value, date) and name != "recorded_on":
            yield str(value.year)


def _contradicts(line: str, years: frozenset[str]) -> bool:
    """Tell whether a line names a year that is not among the years of its rows."""
    named = year_of(line)
    return named is not None and bool(years) and named not in years


def _parts(
    numbered: Iterable[tuple[int, object]], years: Mapping[int, frozenset[str]]
) -> list[tuple[UnreadLine, frozenset[str]]]:
    """Return the lines among the rows that name a year, with the years of the rows beneath."""
    parts: list[tuple[UnreadLine, frozenset[str]]] = []
    for number, row in numbered:
        if number in years and parts:
            opening, beneath = parts[-1]
            parts[-1] = (opening, beneath | years[number])
        elif number not in years:
            texts = [cell for _, cell in filled(row) if isinstance(cell, str)]
            opened = (text for text in texts if year_of(text) is not None)
            parts += [(UnreadLine(number, text), frozenset()) for text in opened]
    return parts
