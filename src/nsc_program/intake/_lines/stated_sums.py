"""Compare the amounts that sums and headings state with the amounts of the rows."""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._cells.grid import filled
from nsc_program.intake._cells.stated_amounts import amounts_in, is_misspelt, with_words_joined
from nsc_program.intake._headings.displayed import displayed
from nsc_program.intake._headings.left_out import LeftOut
from nsc_program.intake._lines.sums_of_rows import Sums
from nsc_program.intake._messages.problem_reports import problem_of
from nsc_program.intake._messages.problems import Fault
from nsc_program.intake._rows.rows import RowRead
from nsc_program.intake._tables.rows_without_records import is_of_other_lists, is_sum
from nsc_program.intake._tables.table import Table

_Line: TypeAlias = tuple[tuple[int, bool], str]
"""The number of a row and whether it stands among the others; and its text."""
_LONGEST = 60


def with_wrong_sums(
    data: list[RowRead],
    numbered: Iterable[tuple[int, object]],
    table: Table,
    ignored: Collection[str] = (),
    titles: Iterable[tuple[int, str]] = (),
) -> list[RowRead]:
    """Add the lines to the rejected rows that state a sum which is not that of a block of rows.

    Args:
        data: the rows that hold data.
        numbered: all rows, with their numbers.
        table: the columns of the table.
        ignored: the texts that are left out.
        titles: the lines above and below the rows, with the numbers of their rows.
    """
    rows, known = list(numbered), {row.number for row in data}
    leaves_out, sums = LeftOut.of(ignored), Sums.of(table, data, rows)
    among = [(number, row) for number, row in rows if number not in known]
    lines = (*(((number, False), line) for number, line in titles), *_texts_of(among))
    wrong = [*_wrong_rows(among, sums, leaves_out), *_wrong_lines(lines, sums, leaves_out)]
    return sorted([*data, *wrong], key=lambda row: row.number) if wrong else data


def _wrong_rows(
    among: Iterable[tuple[int, object]], sums: Sums, leaves_out: LeftOut
) -> Iterator[RowRead]:
    """Give the rows of the sums and headings whose amounts are not those of a block of rows."""
    for number, row in among:
        texts = [cell for _, cell in filled(row) if isinstance(cell, str)]
        if _is_of_a_block(number, texts, sums) and not any(map(leaves_out, texts)):
            yield from _wrong(number, row, sums)


def _is_of_a_block(number: int, texts: Collection[str], sums: Sums) -> bool:
    """Tell whether a row calls itself a sum, or is a numbered heading."""
    return number in sums.blocks.headings or any(map(is_sum, texts))


def _texts_of(among: Iterable[tuple[int, object]]) -> Iterator[_Line]:
    """Give the texts of the rows that do not hold data."""
    for number, row in among:
        yield from (((number, True), cell) for _, cell in filled(row) if isinstance(cell, str))


def _wrong_lines(lines: Iterable[_Line], sums: Sums, leaves_out: LeftOut) -> Iterator[RowRead]:
    """Give the rows of the lines that state an amount of money that the rows do not add up to."""
    of_rows = with_words_joined(line for line in lines if not leaves_out(line[1]))
    for (number, is_among), line in of_rows:
        place = number if is_among else None
        if not leaves_out(line) and states_otherwise(place, line, sums):
            problem = problem_of(number, None, masked(line)[:_LONGEST], Fault.OTHER_SUM)
            yield RowRead(number, {"": line}, None, (problem,), {})


def states_otherwise(number: int | None, line: str, sums: Sums) -> bool:
    """Tell whether a line states an amount of money that the rows do not add up to.

    Args:
        number: the number of its row among the others; `None` if it stands elsewhere.
        line: the line.
        sums: the amounts of the rows.
    """
    if not sums.of_money or is_of_other_lists(line):
        return False
    return is_misspelt(line) or not all(
        sums.money_fits(number, amount) for amount in amounts_in(line)
    )


def _wrong(number: int, row: object, sums: Sums) -> Iterator[RowRead]:
    """Give the row of a sum, once, if one of its amounts is not that of a block of rows."""
    for name, stated in sums.stated_in(row):
        if not sums.fits(name, number, stated):
            heading, column = sums.table.columns[name]
            shown = displayed(dict(filled(row))[heading], column)
            problem = problem_of(number, heading, shown, Fault.OTHER_SUM)
            yield RowRead(number, row, None, (problem,), {})
            return
