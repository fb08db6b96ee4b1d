"""Neutral tables of sweeps and comparisons, and the lines of what a verdict rests on: every cell is text."""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import field, frozen

from nsc_program.plan._readings import TOLERANCE, Question
from nsc_program.report import phrases
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
    """Rows of cells under headings."""

    title: str = field(validator=is_text)
    headings: tuple[str, ...] = field(validator=tuple_of(is_text))
    rows: tuple[tuple[str, ...], ...] = field(validator=tuple_of(tuple_of(is_text)))


_NOTHING = "—"
_YES, _NO = Text(vi="có", en="yes"), Text(vi="không", en="no")


# --- sweeps ---

_SWEEP_HEADINGS = (
    *HEADINGS[:2],
    Text(vi="Đánh giá có thể có", en="Possible statuses"),
    Text(vi="Mọi cách hiểu như nhau", en="Settled"),
    Text(vi="Phụ thuộc vào cách hiểu", en="Hinges on"),
)


def sweep_grid(swept: Sweep, lang: Lang) -> Grid:
    """Put a sweep into words, one row for each target."""
    as_of = phrases.day(swept.as_of, lang)
    return Grid(
        title=Text(
            vi=f"{swept.title.vi} ({swept.edition}), tính đến hết ngày {as_of}: đánh giá theo mọi cách hiểu",
            en=f"{swept.title.en} ({swept.edition}), as of the close of {as_of}: under every admissible reading",
        ).in_(lang),
        headings=tuple(heading.in_(lang) for heading in _SWEEP_HEADINGS),
        rows=tuple(
            _sweep_row(number, target_id, swept, lang) for number, target_id in enumerate(swept, 1)
        ),
    )


def _sweep_row(number: int, target_id: str, swept: Sweep, lang: Lang) -> tuple[str, ...]:
    found = swept[target_id]
    return (
        str(number),
        named(found.target, lang),
        " / ".join(phrases.STATUSES[status].in_(lang) for status in found.statuses),
        (_YES if found.settled else _NO).in_(lang),
        "; ".join(
            _hinge(question, swept.varying(target_id, question.id), lang)
            for question in swept.questions
            if question.id in found.hinges
        ),
    )


def _hinge(question: Question, outcomes: Sequence[Outcome], lang: Lang) -> str:
    """Say what becomes of a target as one answer alone departs from the default reading."""
    if len({outcome.status for outcome in outcomes}) == 1:
        together = Text(
            vi="chỉ khi kết hợp với cách hiểu khác", en="only together with other answers"
        )
        return f"{question.phrase.in_(lang)}: {together.in_(lang)}"
    said = ", ".join(_outcome(question, outcome, lang) for outcome in outcomes)
    return f"{question.phrase.in_(lang)}: {said}"


def _outcome(question: Question, outcome: Outcome, lang: Lang) -> str:
    status = phrases.STATUSES[outcome.status].in_(lang)
    if question.id == TOLERANCE.id and outcome.tolerance is not None:
        return f"{phrases.from_percent(outcome.tolerance, lang)} → {status}"
    given = next(asked for asked in outcome.answers if asked.question == question.id)
    return f"{phrases.answer(given, question, lang)} → {status}"


# --- comparisons of phases ---

_CHANGE_HEADINGS = (
    Text(vi="Chỉ tiêu", en="Indicator"),
    Text(vi="Mức đạt", en="Accepted"),
    Text(vi="Thực hiện", en="Achieved"),
    Text(vi="Tăng thêm", en="Difference"),
    Text(vi="Gấp (lần)", en="Times"),
    Text(vi="Lưu ý", en="Remarks"),
)


def change_grid(comparison: PhaseComparison, lang: Lang) -> Grid:
    """Put a comparison of two phases into words, one row for each indicator."""
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
                f"{what.in_(lang)} {phase}"
                for phase in (earlier, later)
                for what in (accepted, achieved)
            ),
            *(heading.in_(lang) for heading in _CHANGE_HEADINGS[3:]),
        ),
        rows=tuple(_change_row(change, lang) for change in comparison),
    )


def _change_row(change: Change, lang: Lang) -> tuple[str, ...]:
    unit = change.indicator.unit.label.in_(lang)
    return (
        f"{change.indicator.label.in_(lang)} ({unit})",
        *(
            cell
            for side in (change.earlier, change.later)
            for cell in _side_cells(side, change, lang)
        ),
        phrases.range_(change.difference, lang),
        _NOTHING if change.ratio is None else phrases.range_(phrases.outward(change.ratio), lang),
        "; ".join(_remarks(change, lang)),
    )


def _side_cells(side: Side, change: Change, lang: Lang) -> tuple[str, str]:
    planned = "; ".join(
        phrases.accepted_of(verdict, comparison, lang)
        for verdict in side.verdicts
        for comparison in verdict.comparisons
    )
    return planned or _NOTHING, phrases.known(side.figure.range, change.indicator, lang)


def _remarks(change: Change, lang: Lang) -> Iterator[str]:
    partial = ", ".join(side.phase for side in (change.earlier, change.later) if not side.complete)
    if partial:
        yield Text(
            vi=f"chưa chốt được số liệu: {partial}", en=f"not yet one number: {partial}"
        ).in_(lang)
    yield from (phrases.INCOMPARABLE[reason].in_(lang) for reason in change.incomparable)


# --- evidence ---


def evidence_lines(evidence: Evidence, lang: Lang) -> Iterator[str]:
    """Write what a verdict rests on: each key with its records, each record left out with the reason."""
    verdict = evidence.verdict
    as_of = phrases.day(evidence.as_of, lang)
    yield Text(
        vi=f"{named(verdict.target, 'vi')}, tính đến hết ngày {as_of}",
        en=f"{named(verdict.target, 'en')}, as of the close of {as_of}",
    ).in_(lang)
    yield phrases.STATUSES[verdict.status].in_(lang)
    for note in verdict.notes:
        yield f"- {phrases.note(note, verdict, lang)}"
    for each in evidence.figures:
        yield ""
        figure = phrases.figure(each.figure.range, verdict.indicator, lang)
        yield f"{verdict.indicator.label.in_(lang)}, {phrases.period(each.figure.period, lang)}: {figure}"
        yield from _figure_lines(each, lang)


def _figure_lines(found: FigureEvidence, lang: Lang) -> Iterator[str]:
    total, verified = found.total, found.verified
    yield Text(
        vi=f"Được tính: {total}, trong đó đã xác minh: {verified}",
        en=f"Counted: {total}, of them verified: {verified}",
    ).in_(lang)
    yield from (f"  {_counted(each, lang)}" for each in found.counted)
    if found.reports:
        yield Text(vi="Báo cáo làm căn cứ:", en="Reports rested on:").in_(lang)
        yield from (f"  {report}" for report in found.reports)
    if found.left_out:
        yield Text(
            vi=f"Không được tính: {len(found.left_out)}", en=f"Left out: {len(found.left_out)}"
        ).in_(lang)
        yield from (f"  {_left_out(each, lang)}" for each in found.left_out)


def _counted(each: Counted, lang: Lang) -> str:
    mark = "" if each.verified else Text(vi=" (chưa xác minh)", en=" (not verified)").in_(lang)
    if each.things > 1:
        mark = (
            Text(vi=f" ({each.things}, chưa có danh sách)", en=f" ({each.things}, not listed)").in_(
                lang
            )
            + mark
        )
    mentions = (
        f"{mention.id or mention.kind} {phrases.day(mention.on, lang)}" for mention in each.mentions
    )
    return f"{each.key}{mark}: {', '.join(mentions)}"


def _left_out(each: LeftOut, lang: Lang) -> str:
    return f"{each.kind} {each.id}: {phrases.WHY_NOT[each.why].in_(lang)}"
