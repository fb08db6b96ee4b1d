"""Problems as lines of a table: rows that follow each other and have the same faults share one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from nsc_program.intake._discreet import masked
from nsc_program.intake._labels import number_in
from nsc_program.intake._problems import Fault, Problem
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable

Line: TypeAlias = Sequence[Problem]
"""The problems that one line of the table tells."""

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
    """Give the lines that tell all problems: of a block of rows one, of another row one for each thing to do."""
    for block in _blocks(problems):
        if block[0].row != block[-1].row:
            yield block
            continue
        alike: dict[tuple[Text, str | None], list[Problem]] = {}
        for problem in block:
            alike.setdefault((problem.message, problem.suggestion), []).append(problem)
        yield from alike.values()


def _blocks(problems: Iterable[Problem]) -> Iterator[Line]:
    """Give the problems of rows that follow each other, as long as these have the same faults."""
    block: list[Problem] = []
    faults: list[tuple[str | None, Fault, Text, str | None]] = []
    for row, group in groupby(problems, key=lambda problem: problem.row):
        own = list(group)
        said = [_fault(problem) for problem in own]
        if block and row == block[-1].row + 1 and said == faults:
            block += own
            continue
        if block:
            yield block
        block, faults = own, said
    if block:
        yield block


def _fault(problem: Problem) -> tuple[str | None, Fault, Text, str | None]:
    return problem.column, problem.code, problem.message, problem.suggestion


def problem_cells(line: Line, lang: Lang) -> tuple[str, str, str, str, str]:
    """Return the cells of a line: rows, columns, values, what is wrong, and what may be meant."""
    values = _different(problem.value for problem in line)
    more = ["…"] if len(values) > _MOST_VALUES else []
    return (
        _rows(line, lang),
        "; ".join(_columns(line)),
        "; ".join([*values[:_MOST_VALUES], *more]),
        _said(line, lang),
        "; ".join(_different(problem.suggestion or "" for problem in line)),
    )


def _rows(line: Line, lang: Lang) -> str:
    """Return the number of a row, or the first and the last."""
    ends = dict.fromkeys((line[0].row, line[-1].row))
    return "-".join(number_in(lang, row) for row in ends)


def _columns(line: Line) -> list[str]:
    headings = _different(problem.column or "" for problem in line)
    return _different(printable(masked(heading)) for heading in headings)


def _said(line: Line, lang: Lang) -> str:
    """Return what is wrong; of several things, each behind the columns that it is about."""
    by_sentence: dict[str, list[Problem]] = {}
    for problem in line:
        by_sentence.setdefault(problem.message.in_(lang), []).append(problem)
    if len(by_sentence) == 1:
        return next(iter(by_sentence))
    return ". ".join(_about(problems, sentence) for sentence, problems in by_sentence.items())


def _about(problems: Line, sentence: str) -> str:
    columns = ", ".join(f"“{column}”" for column in _columns(problems))
    return f"{columns}: {sentence}" if columns else sentence


def _different(texts: Iterable[str]) -> list[str]:
    """Return the texts that are not empty, each once."""
    return list(dict.fromkeys(filter(None, texts)))
