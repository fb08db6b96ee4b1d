"""Put sweeps and comparisons into grids of text, and evidence into lines of text."""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import field, frozen

from nsc_program.plan._readings import TOLERANCE, Question
from nsc_program.report import phrases
from nsc_program.report.counting import reason
from nsc_program.report.labels import label
from nsc_program.report.table import HEADINGS, named
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import is_text, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._evidence import Counted, Evidence, FigureEvidence, LeftOut
from nsc_program.verdicts._phase_comparison import Change, PhaseComparison, Side
from nsc_program.verdicts._sweep import Outcome, Sweep


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
    Text(vi="Mọi cách hiểu cho cùng kết luận", en="Settled"),
    Text(vi="Phụ thuộc vào cách hiểu", en="Hinges on"),
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
    as_of = phrases.day(swept.as_of, lang)
    return Grid(
        title=Text(
            vi=f"{swept.title.vi} ({swept.edition}), tính đến hết ngày {as_of}: "
            "đánh giá theo mọi cách hiểu",
            en=f"{swept.title.en} ({swept.edition}), as of the close of {as_of}: "
            "under every admissible reading",
        ).in_(lang),
        headings=tuple(heading.in_(lang) for heading in _SWEEP_HEADINGS),
        rows=tuple(
            _sweep_row(number, target_id, swept, lang) for number, target_id in enumerate(swept, 1)
        ),
    )


def _sweep_row(number: int, target_id: str, swept: Sweep, lang: Lang) -> tuple[str, ...]:
    """Write what a sweep found for one target."""
    swept_target = swept[target_id]
    hinges = (question for question in swept.questions if question.id in swept_target.hinges)
    return (
        str(number),
        named(swept_target.target, lang),
        " / ".join(label(status).in_(lang) for status in swept_target.statuses),
        (_YES if swept_target.settled else _NO).in_(lang),
        "; ".join(_hinge(hinge, swept.varying(target_id, hinge.id), lang) for hinge in hinges),
    )


def _hinge(question: Question, outcomes: Sequence[Outcome], lang: Lang) -> str:
    """Write the status under each answer to one question, with the default answer to the others."""
    if len({outcome.status for outcome in outcomes}) == 1:
        together = Text(
            vi="chỉ làm đổi kết luận khi kết hợp với cách hiểu khác",
            en="only together with other answers",
        )
        return f"{question.phrase.in_(lang)}: {together.in_(lang)}"
    statuses = ", ".join(_outcome(question, outcome, lang) for outcome in outcomes)
    return f"{question.phrase.in_(lang)}: {statuses}"


def _outcome(question: Question, outcome: Outcome, lang: Lang) -> str:
    """Write the answer to a question, and the status that follows."""
    status = label(outcome.status).in_(lang)
    if question.id == TOLERANCE.id and outcome.tolerance is not None:
        return f"{phrases.from_percent(outcome.tolerance, lang)} → {status}"
    asked = next(asked for asked in outcome.answers if asked.question == question.id)
    return f"{phrases.answer(asked, question, lang)} → {status}"


# --- comparisons of phases ---

_CHANGE_HEADINGS = (
    Text(vi="Chỉ tiêu", en="Indicator"),
    Text(vi="Ngưỡng đạt", en="Accepted"),
    Text(vi="Thực hiện", en="Achieved"),
    Text(vi="Tăng thêm", en="Difference"),
    Text(vi="Gấp (lần)", en="Ratio"),
    Text(vi="Lưu ý", en="Remarks"),
)


def change_grid(comparison: PhaseComparison, lang: Lang) -> Grid:
    """Put a comparison of two phases into words, one row for each indicator.

    Args:
        comparison: two phases side by side.
        lang: `"vi"` for Vietnamese or `"en"` for English.

    Returns:
        A grid of eight columns: the indicator with its unit; for each phase, what is accepted and
        what was achieved; the difference, the ratio, and remarks.
    """
    accepted, achieved = _CHANGE_HEADINGS[1:3]
    earlier, later, day = comparison.earlier, comparison.later, phrases.day(comparison.as_of, lang)
    return Grid(
        title=Text(
            vi=f"So sánh giai đoạn {earlier} với giai đoạn {later}, tính đến hết ngày {day}",
            en=f"Phase {earlier} compared with phase {later}, as of the close of {day}",
        ).in_(lang),
        headings=(
            _CHANGE_HEADINGS[0].in_(lang),
            *(
                f"{heading.in_(lang)} {phase}"
                for phase in (earlier, later)
                for heading in (accepted, achieved)
            ),
            *(heading.in_(lang) for heading in _CHANGE_HEADINGS[3:]),
        ),
        rows=tuple(_change_row(change, lang) for change in comparison),
    )


def _change_row(change: Change, lang: Lang) -> tuple[str, ...]:
    """Write what two phases planned and achieved for one indicator."""
    unit = change.indicator.unit.label.in_(lang)
    return (
        f"{change.indicator.label.in_(lang)} ({unit})",
        *_side_cells(change.earlier, change, lang),
        *_side_cells(change.later, change, lang),
        phrases.range_(change.difference, lang),
        _NOTHING if change.ratio is None else phrases.range_(phrases.outward(change.ratio), lang),
        "; ".join(_remarks(change, lang)),
    )


def _side_cells(side: Side, change: Change, lang: Lang) -> tuple[str, str]:
    """Write what one phase accepts, and what it achieved."""
    planned = "; ".join(
        phrases.accepted_of(verdict, comparison, lang)
        for verdict in side.verdicts
        for comparison in verdict.comparisons
    )
    return planned or _NOTHING, phrases.known(side.figure.range, change.indicator, lang)


def _remarks(change: Change, lang: Lang) -> Iterator[str]:
    """Write what speaks against comparing the phases."""
    partial = ", ".join(side.phase for side in (change.earlier, change.later) if not side.complete)
    if partial:
        yield Text(vi=f"chưa chốt được số liệu: {partial}", en=f"figure not final: {partial}").in_(
            lang
        )
    yield from (label(reason).in_(lang) for reason in change.incomparable)


# --- evidence ---


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
    as_of = phrases.day(evidence.as_of, lang)
    yield Text(
        vi=f"{named(verdict.target, 'vi')}, tính đến hết ngày {as_of}",
        en=f"{named(verdict.target, 'en')}, as of the close of {as_of}",
    ).in_(lang)
    yield label(verdict.status).in_(lang)
    for note in verdict.notes:
        yield f"- {phrases.note(note, verdict, lang)}"
    for figure_evidence in evidence.figures:
        figure = figure_evidence.figure
        period = phrases.period(figure.period, lang)
        value = phrases.figure(figure.range, verdict.indicator, lang)
        yield ""
        yield f"{verdict.indicator.label.in_(lang)}, {period}: {value}"
        yield from _figure_lines(figure_evidence, lang)


def _figure_lines(figure: FigureEvidence, lang: Lang) -> Iterator[str]:
    """Write what one figure counts, the reports it uses, and what it leaves out."""
    total, verified, left_out = figure.total, figure.verified, len(figure.left_out)
    yield Text(
        vi=f"Được tính: {total}, trong đó đã xác minh: {verified}",
        en=f"Counted: {total} (verified: {verified})",
    ).in_(lang)
    yield from (f"  {_counted(counted, lang)}" for counted in figure.counted)
    if figure.reports:
        yield Text(vi="Báo cáo làm căn cứ:", en="Reports used:").in_(lang)
        yield from (f"  {report}" for report in figure.reports)
    if figure.left_out:
        yield Text(vi=f"Không được tính: {left_out}", en=f"Left out: {left_out}").in_(lang)
        yield from (f"  {_left_out(record, lang)}" for record in figure.left_out)


def _counted(counted: Counted, lang: Lang) -> str:
    """Write a key that counts, with the records that mention it."""
    number, mark = counted.things, ""
    if number > 1:
        mark = Text(vi=f" ({number}, chưa có danh sách)", en=f" ({number}, not listed)").in_(lang)
    if not counted.verified:
        mark += Text(vi=" (chưa xác minh)", en=" (not verified)").in_(lang)
    mentions = (
        f"{mention.id or mention.kind} {phrases.day(mention.on, lang)}"
        for mention in counted.mentions
    )
    return f"{counted.key}{mark}: {', '.join(mentions)}"


def _left_out(record: LeftOut, lang: Lang) -> str:
    """Write a record that does not count, with the reason."""
    return f"{record.kind} {record.id}: {reason(record).in_(lang)}"
