"""The main table of a report (Bảng 1): one row for each target, and two more for growth."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from nsc_program.figures._figures import Figure, Figures
from nsc_program.plan._bases import FROM_BASELINE
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._questions import Question
from nsc_program.plan._readings import Asked
from nsc_program.report import phrases
from nsc_program.report._sheets import Column, Sheet, columns_of
from nsc_program.report._table import accepted_of, named, words
from nsc_program.report._target_lines import Days, TargetLine, across_phases
from nsc_program.report.notes import notes_of
from nsc_program.report.phrases import NOT_KNOWN
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._comparisons import Comparison
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._verdict import ObjectiveFigure

_TITLE = Text(vi="Kết quả thực hiện các chỉ tiêu", en="Results by target")
_SHARE = Text(
    vi="Tỷ lệ so với kế hoạch tính trên số N của “khoảng N”, các trường hợp khác tính trên số nhỏ "
    "nhất chắc chắn đạt; không làm tròn.",
    en="A share of the plan is a share of N for “about N”, else of the smallest number that surely "
    "fulfils the target; it is not rounded.",
)
_OBJECTIVES = Text(vi="Mục tiêu không định lượng", en="Aims without a number")
_BASELINE = Text(vi="kỳ gốc", en="baseline")
_THRESHOLD = Text(vi="ngưỡng đạt", en="accepted")


def in_both(write: Callable[[Lang], str]) -> Text:
    """Return what a function writes in each of the two languages.

    Args:
        write: writes a text in a language.
    """
    return Text(vi=write("vi"), en=write("en"))


def results_sheet(lines: Sequence[TargetLine], evaluation: Evaluation, days: Days) -> Sheet:
    """Return the table of the targets.

    Args:
        lines: what the report says of each target.
        evaluation: the verdicts, with the questions that they rest on.
        days: the periods of the report.
    """
    numbered = enumerate(lines, 1)
    rows = (row for number, line in numbered for row in _rows(number, line, evaluation))
    return Sheet(
        id="results",
        title=_TITLE,
        columns=_columns(days),
        rows=tuple(rows),
        remarks=(_SHARE, *across_phases(lines)),
    )


def _columns(days: Days) -> tuple[Column, ...]:
    """Return the columns of the table; a blank stands where no period is meant."""
    return columns_of(
        ("number", "TT", "No."),
        ("target", "Chỉ tiêu", "Target"),
        ("unit", "ĐVT", "Unit"),
        ("words", "Kế hoạch giai đoạn (nguyên văn)", "Wording of the plan"),
        ("accepted", "Ngưỡng đạt", "Accepted"),
        ("year_before", *_during("Thực hiện", "Reached in", days.year_before)),
        ("current", *_during("Thực hiện", "Reached in", days.current)),
        ("estimate", *_during("Ước thực hiện", "Estimated for", days.period)),
        ("cumulative", "Lũy kế từ đầu giai đoạn", "Since the start of the phase"),
        ("share", "Lũy kế so với kế hoạch (%)", "Share of the plan (%)"),
        ("change", *_during("Tăng, giảm so với cùng kỳ", "Change from", days.before)),
        ("change_percent", "Tăng, giảm (%)", "Change (%)"),
        ("gap", "Còn thiếu", "Still needed"),
        ("status", "Đánh giá", "Status"),
        ("notes", "Căn cứ, ghi chú", "Rests on"),
    )


def _during(vi: str, en: str, period: Period | None) -> tuple[str, str]:
    """Return a heading in both languages, with the period that its numbers are about."""
    if period is None:
        return vi, en
    return f"{vi} {phrases.in_period(period)}", f"{en} {phrases.period(period, 'en')}"


def _rows(number: int, line: TargetLine, evaluation: Evaluation) -> Iterator[tuple[Any, ...]]:
    """Yield the row of a target, and for growth its baseline and what it then accepts."""
    verdict, indicator = line.verdict, line.verdict.indicator
    yield (
        number,
        in_both(lambda lang: named(line.target, lang)),
        indicator.unit.label,
        words(line.target.citations),
        _accepted(line),
        _value(line.year_before, indicator),
        _value(line.current, indicator),
        _value(line.estimate, indicator),
        _value(line.cumulative, indicator),
        value(line.share),
        value(line.change),
        value(line.change_percent),
        value(line.gap),
        verdict.status,
        tuple(_notes(line, evaluation)),
    )
    if isinstance(line.target.basis, FROM_BASELINE):
        yield from _rows_of_change(line)


def _rows_of_change(line: TargetLine) -> Iterator[tuple[Any, ...]]:
    """Yield the baseline of a change, and the numbers that are accepted from it."""
    (comparison,), unit = line.verdict.comparisons, line.verdict.indicator.unit.label
    blanks = (None,) * 6
    if comparison.baseline is not None:
        known = value(comparison.baseline) or NOT_KNOWN
        yield (None, _BASELINE, unit, None, None, None, None, None, known, *blanks)
    sure = phrases.reachable(comparison.sure, line.verdict.indicator)
    if sure is not None:
        yield (None, _THRESHOLD, unit, None, None, None, None, None, value(sure), *blanks)


def _accepted(line: TargetLine) -> Any:  # noqa: ANN401  # a cell
    """Return the numbers that fulfil a target, as a range if there is one."""
    first, *others = line.verdict.comparisons
    sure = phrases.reachable(first.sure, line.verdict.indicator)
    if others or first.sure != first.perhaps or sure is None:
        texts = (_accepted_in(compared, line) for compared in (first, *others))
        return tuple(dict.fromkeys(texts))
    return value(sure)


def _accepted_in(compared: Comparison, line: TargetLine) -> Text:
    """Write the numbers that fulfil one comparison of a target."""
    return in_both(lambda lang: accepted_of(line.verdict, compared, lang))


def value(possible: Range | None) -> Any:  # noqa: ANN401  # a cell
    """Return the number of a range that holds just one; else the range, or `None` without one.

    Args:
        possible: the range.
    """
    if possible is None or possible == Range(None, None):
        return None
    is_one = possible.low is not None and possible.low == possible.high
    return possible.low if is_one else possible


def _value(figure: Figure | None, indicator: Indicator) -> Any:  # noqa: ANN401  # a cell
    """Return the value of a figure; “unknown” if it can be any number; `None` without one."""
    if figure is None:
        return None
    return NOT_KNOWN if figure.range == indicator.domain else value(figure.range)


def _notes(line: TargetLine, evaluation: Evaluation) -> Iterator[Text]:
    """Yield the notes and answers on which the verdict rests."""
    verdict = line.verdict
    both = zip(notes_of(verdict, "vi"), notes_of(verdict, "en"), strict=True)
    yield from (Text(vi=vi, en=en) for vi, en in both)
    questions = {question.id: question for question in evaluation.questions}
    yield from (answered(asked, questions) for asked in verdict.asked)


def answered(asked: Asked, questions: Mapping[str, Question]) -> Text:
    """Return the answer to a question in both languages.

    Args:
        asked: the id of the question, and its answer.
        questions: the questions by their ids.
    """
    return in_both(partial(phrases.answer, asked, questions[asked.question]))


def objectives_sheet(evaluation: Evaluation, figures: Figures, days: Days) -> Sheet:
    """Return the table of the aims without a number.

    Args:
        evaluation: the result, with the aims.
        figures: the figures, also over the periods of the report.
        days: the periods of the report.
    """
    return Sheet(
        id="objectives",
        title=_OBJECTIVES,
        columns=columns_of(
            ("objective", "Mục tiêu", "Aim"),
            ("words", "Nguyên văn", "Wording of the plan"),
            ("unit", "ĐVT", "Unit"),
            ("current", *_during("Thực hiện", "Reached in", days.current)),
            ("whole", "Cả giai đoạn", "Whole phase"),
        ),
        rows=tuple(_objective(each, figures, days) for each in evaluation.objectives),
    )


def _objective(evaluated: ObjectiveFigure, figures: Figures, days: Days) -> tuple[Any, ...]:
    """Return the row of an aim, with its figures if it has an indicator."""
    title, quoted = evaluated.objective.title, words(evaluated.objective.citations)
    indicator = evaluated.indicator
    if indicator is None or evaluated.figure is None:
        return title, quoted, None, None, None
    current = figures.figure(indicator, days.current)
    whole = _value(evaluated.figure, indicator)
    return title, quoted, indicator.unit.label, _value(current, indicator), whole
