"""What changed between two evaluations as a sheet (bảng thay đổi so với lần trước)."""

from collections.abc import Iterator, Mapping
from functools import partial

from nsc_program.plan._questions import Question
from nsc_program.report._results import answered, in_both, value
from nsc_program.report._sheets import Sheet, columns_of
from nsc_program.report.notes import note
from nsc_program.report.plans import number_in_words
from nsc_program.values._text import Text
from nsc_program.values._validators import require
from nsc_program.verdicts._diff import Diff, TargetChange
from nsc_program.verdicts._notes import Note
from nsc_program.verdicts._verdict import Verdict

_COLUMNS = columns_of(
    ("id", "Mã", "Id"),
    ("target", "Chỉ tiêu", "Target"),
    ("status_before", "Đánh giá trước", "Status before"),
    ("status_after", "Đánh giá nay", "Status now"),
    ("number_before", "Mục tiêu trước", "Number before"),
    ("number_after", "Mục tiêu nay", "Number now"),
    ("figures_before", "Số liệu trước", "Figures before"),
    ("figures_after", "Số liệu nay", "Figures now"),
    ("notes_added", "Căn cứ mới", "Now rests on"),
    ("notes_removed", "Căn cứ không còn", "No longer rests on"),
    ("records", "Số hồ sơ làm thay đổi", "Records that did it"),
)


def diff_sheet(found: Diff) -> Sheet:
    """Return what changed between two evaluations, with one row for each target.

    Args:
        found: what changed, as `diff` returns it.

    Returns:
        A sheet with the id and the title of each target, its status and its figures before and
        now, and the notes and answers that its verdict rests on now or no longer. The number of a
        target stands there if another edition of the plan sets another one; the title names the
        editions. The last column counts the records that did it; it is blank without registers.

    Raises:
        InvalidType: for a value of another class.
    """
    require(Diff, "found", found)
    questions = {question.id: question for question in found.questions}
    return Sheet(
        id="changes",
        title=_title(found),
        columns=_COLUMNS,
        rows=tuple(_row(change, questions) for change in found.changes),
    )


def _title(found: Diff) -> Text:
    """Return the title, with the editions of the plan if they differ."""
    before, after = found.before.edition, found.after.edition
    editions = Text(vi="", en="")
    if before != after:
        editions = Text(
            vi=f" (kế hoạch {before}, nay là {after})", en=f" (plan {before}, now {after})"
        )
    return Text(
        vi=f"Thay đổi so với lần trước{editions.vi}", en=f"Changes since the last time{editions.en}"
    )


def _row(change: TargetChange, questions: Mapping[str, Question]) -> tuple[object, ...]:
    """Return the row of one target."""
    added = _notes(change.notes_added, change.after)
    removed = _notes(change.notes_removed, change.before)
    return (
        change.target.id,
        change.target.title,
        change.before and change.before.status,
        change.after and change.after.status,
        *_numbers(change),
        tuple(value(figure.before) for figure in change.figures),
        tuple(value(figure.after) for figure in change.figures),
        (*added, *(answered(asked, questions) for asked in change.answers_added)),
        (*removed, *(answered(asked, questions) for asked in change.answers_removed)),
        len(change.records) or None,
    )


def _numbers(change: TargetChange) -> Iterator[Text | None]:
    """Write the number of the target before and now, if it is another one."""
    for verdict in (change.before, change.after):
        if verdict is None or not change.has_other_number:
            yield None
        else:
            yield in_both(partial(number_in_words, verdict.target, verdict.indicator))


def _notes(notes: tuple[Note, ...], verdict: Verdict | None) -> Iterator[Text]:
    """Write the notes of a verdict; without a verdict there are none."""
    if verdict is not None:
        yield from (in_both(partial(note, found, verdict)) for found in notes)
