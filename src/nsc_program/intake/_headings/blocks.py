"""Problems as lines of a table.

Consecutive rows with the same faults share a line.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from nsc_program.errors import Message
from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake._messages.problems import Problem
from nsc_program.intake._words.grouping import grouped
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

Line: TypeAlias = Sequence[Problem]
"""The problems that one line of the table reports."""

ROW = Text(vi="Dòng", en="Row")
PROBLEM_HEADINGS = (
    ROW,
    Text(vi="Cột", en="Column"),
    Text(vi="Giá trị", en="Value"),
    Text(vi="Vấn đề", en="Problem"),
    Text(vi="Gợi ý", en="Suggestion"),
)
_MOST_VALUES = 3


def problem_lines(problems: Iterable[Problem]) -> Iterator[Line]:
    """Give the lines that report all problems.

    A block of several rows takes one line; a single row takes one line for each thing to do.

    Args:
        problems: the problems, in the order of their rows.

    Yields:
        The problems of each line.
    """
    for block in _blocks(problems):
        if block[0].row != block[-1].row:
            yield block
        else:
            yield from grouped((_thing_to_do(problem), problem) for problem in block).values()


def _thing_to_do(problem: Problem) -> tuple[Message, str | None]:
    """Return what has to be done about a problem."""
    return problem.message, problem.suggestion


def _blocks(problems: Iterable[Problem]) -> Iterator[Line]:
    """Give the problems of consecutive rows together, as long as the rows have the same faults."""
    block: list[Problem] = []
    last: list[Problem] = []
    for _, of_row in groupby(problems, key=lambda problem: problem.row):
        own = list(of_row)
        if last and not _continues(own, last):
            yield block
            block = []
        block += own
        last = own
    if block:
        yield block


def _continues(row: Line, last: Line) -> bool:
    """Tell whether a row follows the last one and has the same faults."""
    return row[0].row == last[0].row + 1 and list(map(_fault, row)) == list(map(_fault, last))


def _fault(problem: Problem) -> tuple[str | None, str, Message, str | None]:
    """Return what is told about a row, except its number and the value of its cell."""
    return problem.column, problem.code, problem.message, problem.suggestion


def problem_cells(line: Line, lang: Lang) -> tuple[str, str, str, str, str]:
    """Return the cells of a line: rows, columns, values, the fault, and the suggestion.

    Args:
        line: the problems of the line.
        lang: the language of the texts.
    """
    return (
        _rows(line, lang),
        "; ".join(_columns(line)),
        "; ".join(_values(line)),
        _sentences(line, lang),
        "; ".join(_different(problem.suggestion or "" for problem in line)),
    )


def _values(line: Line) -> list[str]:
    """Return the values of the cells; an ellipsis stands for those beyond the first few."""
    values = _different(problem.value for problem in line)
    more = ["…"] if len(values) > _MOST_VALUES else []
    return [*values[:_MOST_VALUES], *more]


def _rows(line: Line, lang: Lang) -> str:
    """Return the number of a single row, or the first and the last number of several."""
    ends = dict.fromkeys((line[0].row, line[-1].row))
    return "-".join(number_in(lang, row) for row in ends)


def _columns(line: Line) -> list[str]:
    """Return the different headings, as people may see them."""
    headings = _different(problem.column or "" for problem in line)
    return _different(printable(masked(heading)) for heading in headings)


def _sentences(line: Line, lang: Lang) -> str:
    """Return the faults of a line; several different ones each follow their columns."""
    by_sentence = grouped((problem.message.in_(lang), problem) for problem in line)
    if len(by_sentence) == 1:
        return next(iter(by_sentence))
    return ". ".join(_about(problems, sentence) for sentence, problems in by_sentence.items())


def _about(problems: Line, sentence: str) -> str:
    """Return a sentence behind the columns that it is about."""
    columns = ", ".join(f"“{column}”" for column in _columns(problems))
    return f"{columns}: {sentence}" if columns else sentence


def _different(texts: Iterable[str]) -> list[str]:
    """Return the different texts that are not empty, in order."""
    return list(dict.fromkeys(filter(None, texts)))
