"""Put sweeps and comparisons into grids of text, and evidence into lines of text."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import final

from attrs import field, frozen

from nsc_program.plan._questions import TOLERANCE, Question
from nsc_program.report import phrases
from nsc_program.report._reached import reached, reached_number
from nsc_program.report._spoken import spoken
from nsc_program.report._table import HEADINGS, accepted_of, named
from nsc_program.report._titles import at_close, numbered, titled
from nsc_program.report._unrecorded import unrecorded
from nsc_program.report.counting import explain, reason
from nsc_program.report.labels import kind_of, label
from nsc_program.report.notes import notes_of
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import is_text, tuple_of
from nsc_program.values._value import Value
from nsc_program.values._written_days import written_day
from nsc_program.values._written_numbers import written_count, written_number
from nsc_program.verdicts._counted_things import Counted
from nsc_program.verdicts._evidence import Evidence, FigureEvidence, LeftOut
from nsc_program.verdicts._phase_comparison import Change, PhaseComparison, Side
from nsc_program.verdicts._sweep import Outcome, Sweep, TargetSweep


@final
@frozen(kw_only=True)
class Grid(Value):
    """Rows of text cells under headings.

    Attributes:
        title: the title of the grid; it may be empty.
        headings: one heading for each column.
        rows: the rows, each with one cell for each column.
    """

    title: str = field(validator=is_text)
    headings: tuple[str, ...] = field(validator=tuple_of(is_text))
    rows: tuple[tuple[str, ...], ...] = field(validator=tuple_of(tuple_of(is_text)))


_NOTHING = "—"
_YES, _NO = Text(vi="có", en="yes"), Text(vi="không", en="no")


# --- sweeps ---

_SWEEP_HEADINGS = (
    *HEADINGS[:2],
    Text(vi="Đánh giá có thể có", en="Possible statuses"),
    Text(vi="Kết luận có đổi theo cách hiểu", en="Changes with the reading"),
    Text(vi="Phụ thuộc vào cách hiểu", en="Hinges on"),
)
_UNDER_EVERY_READING = Text(
    vi=": đánh giá theo mọi cách hiểu", en=": under every admissible reading"
)
_ONLY_TOGETHER = Text(
    vi="chỉ làm đổi kết luận khi kết hợp với cách hiểu khác", en="only together with other answers"
)


def sweep_grid(swept: Sweep, lang: Lang) -> Grid:
    """Put a sweep into words, one row for each target.

    Args:
        swept: the verdicts under every admissible reading.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A grid of five columns: a number, the target, its possible statuses, whether all readings
        give the same status, and the questions on which the status depends.
    """
    title = titled(swept.title, swept.edition, swept.as_of, lang)
    rows = (
        (str(number), *_sweep_cells(target_id, swept, lang))
        for number, target_id in enumerate(swept, 1)
    )
    return Grid(
        title=title + _UNDER_EVERY_READING.in_(lang),
        headings=phrases.each_in(lang, _SWEEP_HEADINGS),
        rows=tuple(rows),
    )


def _sweep_cells(target_id: str, swept: Sweep, lang: Lang) -> tuple[str, ...]:
    """Write what a sweep found for one target."""
    swept_target = swept[target_id]
    return (
        named(swept_target.target, lang),
        " / ".join(label(status).in_(lang) for status in swept_target.statuses),
        (_NO if swept_target.settled else _YES).in_(lang),
        "; ".join(_hinges(swept_target, swept, lang)),
    )


def _hinges(swept_target: TargetSweep, swept: Sweep, lang: Lang) -> Iterator[str]:
    """Write each question on which the status of a target depends."""
    for question in swept.questions:
        if question.id in swept_target.hinges:
            outcomes = swept.varying(swept_target.target.id, question.id)
            yield f"{question.phrase.in_(lang)}: {_hinge(question, outcomes, lang)}"


def _hinge(question: Question, outcomes: Sequence[Outcome], lang: Lang) -> str:
    """Write the status under each answer to one question, with the default answer to the others."""
    if _are_alike(outcomes):
        return _ONLY_TOGETHER.in_(lang)
    last = outcomes[-1]
    return ", ".join(
        _outcome(question, outcome, lang, is_last=outcome is last) for outcome in outcomes
    )


def _are_alike(outcomes: Sequence[Outcome]) -> bool:
    """Return whether all outcomes have one status."""
    return len({outcome.status for outcome in outcomes}) == 1


def _outcome(question: Question, outcome: Outcome, lang: Lang, *, is_last: bool) -> str:
    """Write the answer to a question, and the status that follows."""
    status = label(outcome.status).in_(lang).lower()
    if question.id == TOLERANCE.id and outcome.tolerance is not None:
        tolerances = phrases.percents(outcome.tolerance, is_last=is_last)
        return _if(spoken(tolerances, lang, _percent), status, lang)
    return _if(_answer(question, outcome, lang), status, lang)


def _if(answer: str, status: str, lang: Lang) -> str:
    """Write which status follows from an answer."""
    return Text(vi=f"nếu {answer} thì {status}", en=f"if {answer}: {status}").in_(lang)


def _percent(number: Fraction, lang: Lang) -> str:
    """Write a percentage."""
    return f"{written_number(number, lang)}%"


def _answer(question: Question, outcome: Outcome, lang: Lang) -> str:
    """Write the answer that an outcome has to a question."""
    asked = next(asked for asked in outcome.answers if asked.question == question.id)
    return phrases.answer(asked, question, lang)


# --- comparisons of phases ---

_CHANGE_HEADINGS = (
    Text(vi="Chỉ tiêu", en="Indicator"),
    Text(vi="Ngưỡng đạt", en="Accepted"),
    Text(vi="Thực hiện", en="Achieved"),
    Text(vi="Tăng thêm", en="Difference"),
    Text(vi="Gấp (lần)", en="Ratio"),
    Text(vi="Lưu ý", en="Remarks"),
)
_NOT_FINAL = Text(vi="chưa chốt được số liệu", en="figure not final")


def change_grid(comparison: PhaseComparison, lang: Lang) -> Grid:
    """Put a comparison of two phases into words, one row for each indicator.

    Args:
        comparison: two phases side by side.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A grid of eight columns: the indicator with its unit; for each phase, what is accepted and
        what was achieved; the difference, the ratio, and remarks. A phase whose figures are not
        final for any indicator is named once, in the title.
    """
    earlier, later = comparison.earlier, comparison.later
    not_final = [set(_not_final(change)) for change in comparison]
    everywhere = set.intersection(*not_final) if not_final else set()
    return Grid(
        title=_change_title(comparison, everywhere, lang),
        headings=_change_headings(earlier, later, lang),
        rows=tuple(_change_row(change, everywhere, lang) for change in comparison),
    )


def _change_title(comparison: PhaseComparison, not_final: Collection[str], lang: Lang) -> str:
    """Write the title of a comparison: the plan, the phases, the day, and what is not final."""
    earlier, later = comparison.earlier, comparison.later
    title = Text(
        vi=f"So sánh hai giai đoạn {earlier} và {later} của {numbered(comparison.edition)}",
        en=f"Phase {earlier} compared with phase {later} of plan {comparison.edition}",
    )
    phases = ", ".join(phase for phase in (earlier, later) if phase in not_final)
    remark = f"; {_NOT_FINAL.in_(lang)}: {phases}" if phases else ""
    return title.in_(lang) + at_close(comparison.as_of, lang) + remark


def _change_headings(earlier: str, later: str, lang: Lang) -> tuple[str, ...]:
    """Write the headings of a comparison, with the phases in those of their columns."""
    indicator, accepted, achieved, *others = phrases.each_in(lang, _CHANGE_HEADINGS)
    of_phases = (
        heading
        for phase in (earlier, later)
        for heading in (f"{accepted} {phase}", f"{achieved} {phase}")
    )
    return (indicator, *of_phases, *others)


def _change_row(change: Change, told: Collection[str], lang: Lang) -> tuple[str, ...]:
    """Write what two phases planned and achieved; `told` phases are known not to be final."""
    unit = change.indicator.unit.label.in_(lang)
    return (
        f"{change.indicator.label.in_(lang)} ({unit})",
        *_side_cells(change.earlier, change, lang),
        *_side_cells(change.later, change, lang),
        _difference(change, lang),
        _ratio(change, lang),
        "; ".join(_remarks(change, told, lang)),
    )


def _difference(change: Change, lang: Lang) -> str:
    """Write how much more the later phase achieved; a dash while that is open."""
    if change.difference.high is None:
        return _NOTHING
    return phrases.range_(change.difference, lang)


def _ratio(change: Change, lang: Lang) -> str:
    """Write how many times as much the later phase achieved, rounded outward."""
    if change.ratio is None or change.ratio.high is None:
        return _NOTHING
    return phrases.range_(phrases.outward(change.ratio), lang)


def _side_cells(side: Side, change: Change, lang: Lang) -> tuple[str, str]:
    """Write what one phase accepts, and what it achieved."""
    figure, indicator = side.figure, change.indicator
    achieved = reached_number(figure.range, figure.period, figure.notes, indicator, lang)
    return _planned(side, lang), achieved


def _planned(side: Side, lang: Lang) -> str:
    """Write what one phase accepts; a dash if it has no target."""
    accepted = (
        accepted_of(verdict, comparison, lang)
        for verdict in side.verdicts
        for comparison in verdict.comparisons
    )
    return "; ".join(accepted) or _NOTHING


def _remarks(change: Change, told: Collection[str], lang: Lang) -> Iterator[str]:
    """Write what speaks against comparing the phases, besides what the title told."""
    phases = ", ".join(phase for phase in _not_final(change) if phase not in told)
    if phases:
        yield f"{_NOT_FINAL.in_(lang)}: {phases}"
    yield from phrases.each_in(lang, map(label, change.incomparable))


def _not_final(change: Change) -> list[str]:
    """List the phases whose figures are not final."""
    return [side.phase for side in (change.earlier, change.later) if not side.complete]


# --- evidence ---

_REPORTS = Text(vi="Báo cáo làm căn cứ:", en="Reports used:")
_LEFT_OUT = Text(vi="Không được tính", en="Left out")
_NOT_VERIFIED = Text(vi="chưa xác minh", en="not verified")


def evidence_lines(evidence: Evidence, lang: Lang) -> Iterator[str]:
    """Write the evidence of a verdict: the keys with their records, and the records left out.

    Args:
        evidence: the evidence of the verdict on one target.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Yields:
        The lines: the target, its status and notes, then for each figure the keys that count with
        their records, the reports used, and each record left out with the reason.
    """
    verdict = evidence.verdict
    yield named(verdict.target, lang) + at_close(evidence.as_of, lang)
    yield label(verdict.status).in_(lang)
    yield from (f"- {text}" for text in notes_of(verdict, lang))
    for figure in evidence.figures:
        yield ""
        yield _heading(figure, lang)
        yield from (explain(rule).in_(lang) for rule in figure.indicator.counting)
        yield from _figure_lines(figure, lang)


def _heading(evidence: FigureEvidence, lang: Lang) -> str:
    """Write a figure after its indicator and period."""
    indicator = evidence.indicator
    figure = evidence.figure
    value = reached(figure.range, figure.period, figure.notes, indicator, lang)
    return f"{indicator.label.in_(lang)}, {phrases.period(figure.period, lang)}: {value}"


def _figure_lines(figure: FigureEvidence, lang: Lang) -> Iterator[str]:
    """Write what one figure counts, the reports it uses, and what it leaves out."""
    yield _total(figure, lang)
    doubt = unrecorded(figure.indicator).in_(lang)
    yield from (f"  {_counted(counted, doubt, lang)}" for counted in figure.counted)
    if figure.reports:
        yield _REPORTS.in_(lang)
        yield from (f"  {report}" for report in figure.reports)
    if figure.left_out:
        yield f"{_LEFT_OUT.in_(lang)}: {len(figure.left_out)}"
        yield from (f"  {_left_out(record, lang)}" for record in figure.left_out)


def _total(figure: FigureEvidence, lang: Lang) -> str:
    """Write how many things a figure counts, and how many of them are verified."""
    total = written_count(figure.total, lang)
    verified = written_count(figure.verified, lang)
    return Text(
        vi=f"Được tính: {total}, trong đó đã xác minh: {verified}",
        en=f"Counted: {total} (verified: {verified})",
    ).in_(lang)


def _counted(counted: Counted, doubt: str, lang: Lang) -> str:
    """Write a key that counts, with the records that mention it, and what it may lack."""
    mentions = (
        f"{mention.id or kind_of(mention.kind, lang)} {written_day(mention.on, lang)}"
        for mention in counted.mentions
    )
    return f"{counted.key}{''.join(_marks(counted, doubt, lang))}: {', '.join(mentions)}"


def _marks(counted: Counted, doubt: str, lang: Lang) -> Iterator[str]:
    """Write whether a key stands for several things, and whether it is not verified."""
    if counted.things > 1:
        yield _not_listed(counted.things, lang)
    if not counted.verified:
        yield f" ({_NOT_VERIFIED.in_(lang)}{doubt})"


def _not_listed(things: int, lang: Lang) -> str:
    """Write how many things a key stands for that are not listed."""
    return Text(vi=f" ({things}, chưa có danh sách)", en=f" ({things}, not listed)").in_(lang)


def _left_out(record: LeftOut, lang: Lang) -> str:
    """Write a record that does not count, with the reason."""
    return f"{kind_of(record.kind, lang)} {record.id}: {reason(record).in_(lang)}"
