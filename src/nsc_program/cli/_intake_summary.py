"""The summaries of the command `intake`.

A summary states how many rows were read and rejected, which parts of the sheet were not read, and
which decisions are left to the user.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from nsc_program.cli._page import drawn
from nsc_program.intake import Fault, Intake
from nsc_program.intake._cells.discreet import quoted
from nsc_program.intake._headings.blocks import PROBLEM_HEADINGS, Line, problem_cells, problem_lines
from nsc_program.intake._headings.labels import number_in
from nsc_program.intake._messages.messages import message
from nsc_program.intake.files import ReviewItem
from nsc_program.report import Grid
from nsc_program.report.phrases import each_in
from nsc_program.report.text import Page, Shape, drawn_grid
from nsc_program.values._text import Lang, Text

_MOST_SHOWN = 50
_SHARES = (8, 20, 20, 36, 16)
_ROW = Text(vi="Dòng {}", en="Row {}")
_OPTIONS: Mapping[str, str] = {
    Fault.NO_COLUMN: "--column",
    Fault.TWO_COLUMNS: "--column",
    Fault.CANCELLED: "--column, --ignore",
    Fault.NOT_DONE: "--ignore",
    Fault.OTHER_COUNT: "--ignore",
    Fault.OTHER_SUM: "--ignore",
    Fault.HIDDEN_ROW: "--hidden-rows",
    Fault.STRUCK_ROW: "--hidden-rows",
    Fault.UNSEEN_HEADING: "--hidden-rows",
    Fault.DOUBTFUL_LINE: "--ignore",
    Fault.ASSUMED_LINE: "--ignore",
    Fault.KEY_CHANGED: "--corrects-keys",
    Fault.A_NAME: "--secret",
    Fault.PERSONAL_NUMBER: "--secret",
}
"""The options with which the user decides about rows with a fault."""


def summary(intake: Intake, review: Iterable[ReviewItem], page: Page, lang: Lang) -> Iterator[str]:
    """Summarize what was read from a sheet, what was not read, and what is wrong.

    Args:
        intake: the result of reading the rows.
        review: what the user must look at beside the problems of rows.
        page: what the table of problems is drawn on.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Yields:
        The lines.
    """
    yield _counts(intake, lang)
    if intake.unused:
        yield f"{_UNUSED.in_(lang)}: {quoted(filter(None, intake.unused))}"
    yield from (item.message.in_(lang) for item in review)
    if intake.problems:
        yield from _by_fault(intake, lang)
        yield from _first_problems(intake, page, lang)


_UNUSED = Text(vi="Các cột không dùng", en="Unused columns")


def _counts(intake: Intake, lang: Lang) -> str:
    """Write how many rows were read, accepted and rejected."""
    in_lang = partial(number_in, lang)
    rows, accepted, repeats = map(in_lang, (intake.rows, intake.accepted, intake.repeats))
    rejected, without = map(in_lang, (len(intake.rejected), intake.without_data))
    unit = "row" if intake.rows == 1 else "rows"
    to_mend = " (cần sửa)" if intake.rejected else ""
    return Text(
        vi=f"Có {rows} dòng: tiếp nhận {accepted}, trùng {repeats}, "
        f"chưa tiếp nhận được {rejected}{to_mend}; {without} dòng không có số liệu",
        en=f"Read {rows} {unit}: accepted {accepted}, repeated {repeats}, rejected {rejected}; "
        f"{without} without data",
    ).in_(lang)


def _by_fault(intake: Intake, lang: Lang) -> Iterator[str]:
    """Count the problems by kind, the most frequent first, with the options that settle them."""
    for fault, times in Counter(problem.code for problem in intake.problems).most_common():
        option = f" ({_OPTIONS[fault]})" if fault in _OPTIONS else ""
        yield f"  {number_in(lang, times)} × {message(Fault(fault)).in_(lang)}{option}"


def _first_problems(intake: Intake, page: Page, lang: Lang) -> Iterator[str]:
    """Draw the first lines of the table of problems, and count the problems of the others."""
    lines = list(problem_lines(intake.problems))
    shape = Shape(_SHARES, _ROW.in_(lang))
    yield from drawn(drawn_grid(_grid(lines[:_MOST_SHOWN], lang), shape, page))
    more = sum(map(len, lines[_MOST_SHOWN:]))
    if more:
        number = number_in(lang, more)
        yield Text(
            vi=f"… và {number} vấn đề nữa; --problems VẤN_ĐỀ.xlsx ghi tất cả",
            en=f"… and {number} more; --problems PROBLEMS.xlsx writes all of them",
        ).in_(lang)


def _grid(lines: Iterable[Line], lang: Lang) -> Grid:
    """Put lines of the table of problems into words."""
    return Grid(
        title="",
        headings=each_in(lang, PROBLEM_HEADINGS),
        rows=tuple(problem_cells(line, lang) for line in lines),
    )
