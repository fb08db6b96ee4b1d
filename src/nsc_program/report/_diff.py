"""What changed between two evaluations of a plan (thay đổi so với lần trước)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue
from nsc_program.plan._readings import Asked
from nsc_program.plan._targets import Target
from nsc_program.records._register import Register
from nsc_program.report._results import in_both, value
from nsc_program.report._sheets import Sheet, columns_of
from nsc_program.report.notes import note
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_bool, is_date, is_text, require, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._evidence import FigureEvidence, evidence_of
from nsc_program.verdicts._notes import Note
from nsc_program.verdicts._verdict import Verdict


@final
@frozen
class FigureChange(Value):
    """A figure of a target that changed.

    Attributes:
        period: the period of the figure.
        before: the values that it could take; `None` if it was not compared before.
        after: the values that it can take now; `None` if it is no longer compared.
    """

    period: Period = field(validator=is_a(Period))
    before: Range | None = field(validator=optional(is_a(Range)))
    after: Range | None = field(validator=optional(is_a(Range)))


@final
@frozen
class RecordChange(Value):
    """A record that counts for a target in only one of two registers, or is verified in only one.

    Attributes:
        kind: the class of the record.
        id: the id of the record; `None` for a plain fact, whose key may be a person's.
        before: whether it counted as verified; `None` if it did not count.
        after: whether it counts as verified now; `None` if it does not count.
    """

    kind: str = field(validator=is_text)
    id: str | None = field(validator=optional(is_text))
    before: bool | None = field(validator=optional(is_bool))
    after: bool | None = field(validator=optional(is_bool))


@final
@frozen(kw_only=True)
class TargetChange(Value):
    """What changed for one target.

    Attributes:
        target: the target, as it is now; as it was, if it is gone.
        before: the verdict before; `None` if the target is new.
        after: the verdict now; `None` if the target is gone.
        records: the records that did it, if registers were given.
    """

    target: Target = field(validator=is_a(Target))
    before: Verdict | None = field(validator=optional(is_a(Verdict)))
    after: Verdict | None = field(validator=optional(is_a(Verdict)))
    records: tuple[RecordChange, ...] = field(default=(), validator=tuple_of(is_a(RecordChange)))

    @property
    def has_other_status(self) -> bool:
        """Whether the status differs; it does if the target is new or gone."""
        if self.before is None or self.after is None:
            return True
        return self.before.status is not self.after.status

    @cached_property
    def figures(self) -> tuple[FigureChange, ...]:
        """The figures that differ."""
        before, after = _figures(self.before), _figures(self.after)
        changes = (
            FigureChange(period, before.get(period), after.get(period))
            for period in dict.fromkeys((*before, *after))
        )
        return tuple(change for change in changes if change.before != change.after)

    @cached_property
    def notes_added(self) -> tuple[Note, ...]:
        """The notes that the verdict did not rest on before."""
        return _without(_notes(self.after), _notes(self.before))

    @cached_property
    def notes_removed(self) -> tuple[Note, ...]:
        """The notes that the verdict no longer rests on."""
        return _without(_notes(self.before), _notes(self.after))

    @cached_property
    def answers(self) -> tuple[Asked, ...]:
        """The answers that the verdict rests on now, and did not before."""
        before = () if self.before is None else self.before.asked
        return () if self.after is None else _without(self.after.asked, before)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        changed = (self.figures, self.notes_added, self.notes_removed, self.answers, self.records)
        return not self.has_other_status and not any(changed)


_Counted: TypeAlias = Mapping[tuple[str, str | None], bool]
"""The records that count for a target, each with whether it counts as verified."""


@final
@frozen(kw_only=True)
class Diff(Value):
    """What changed between two evaluations of one plan.

    Attributes:
        before: the day of judgement of the first evaluation.
        after: that of the second.
        changes: the targets for which something changed, in the order of the plan.
    """

    before: date = field(validator=is_date)
    after: date = field(validator=is_date)
    changes: tuple[TargetChange, ...] = field(validator=tuple_of(is_a(TargetChange)))

    @property
    def sheet(self) -> Sheet:
        """The changes as a sheet, with one row for each target."""
        return Sheet(
            id="changes",
            title=Text(vi="Thay đổi so với lần trước", en="Changes since the last time"),
            columns=_COLUMNS,
            rows=tuple(map(_row, self.changes)),
        )


_COLUMNS = columns_of(
    ("target", "Chỉ tiêu", "Target"),
    ("status_before", "Đánh giá trước", "Status before"),
    ("status_after", "Đánh giá nay", "Status now"),
    ("figures_before", "Số liệu trước", "Figures before"),
    ("figures_after", "Số liệu nay", "Figures now"),
    ("notes_added", "Căn cứ mới", "Now rests on"),
    ("notes_removed", "Căn cứ không còn", "No longer rests on"),
    ("records", "Số hồ sơ làm thay đổi", "Records that did it"),
)


def _row(change: TargetChange) -> tuple[object, ...]:
    """Return the row of one target."""
    figures = change.figures
    return (
        change.target.title,
        change.before and change.before.status,
        change.after and change.after.status,
        tuple(value(figure.before) for figure in figures),
        tuple(value(figure.after) for figure in figures),
        _words(change.notes_added, change.after),
        _words(change.notes_removed, change.before),
        len(change.records) or None,
    )


def _words(notes: tuple[Note, ...], verdict: Verdict | None) -> tuple[Text, ...]:
    """Write the notes of a verdict; without a verdict there are none."""
    return () if verdict is None else tuple(_note(found, verdict) for found in notes)


def _note(found: Note, verdict: Verdict) -> Text:
    """Write a note in both languages."""
    return in_both(lambda lang: note(found, verdict, lang))


def diff(
    before: Evaluation,
    after: Evaluation,
    *,
    registers: tuple[Register, Register] | None = None,
) -> Diff:
    """Return what changed between two evaluations of one plan.

    Two editions of the plan are compared target by target, by the ids of the targets.

    Args:
        before: the first evaluation; it may have been read from a document.
        after: the second evaluation.
        registers: the registers of both, to learn which records did it; the evaluations must then
            have been made here, and not read from documents.

    Returns:
        The targets whose status, figures, notes, answers or counted records differ.

    Raises:
        InvalidType: for arguments of other classes.
        InvalidValue: if the evaluations are of different plans, or if registers are given for an
            evaluation that was read from a document.
    """
    require(Evaluation, "before", before)
    require(Evaluation, "after", after)
    if before.program != after.program:
        raise InvalidValue.at(
            code="other-plan",
            vi=f"hai kết quả của hai kế hoạch khác nhau: {before.program!r} và {after.program!r}",
            en=f"the results are of different plans: {before.program!r} and {after.program!r}",
        )
    names = dict.fromkeys((*after, *before))
    old, new = _counted(before, registers, 0), _counted(after, registers, 1)
    changes = (
        _change(before.get(name), after.get(name), _records(old.get(name, {}), new.get(name, {})))
        for name in names
    )
    return Diff(
        before=before.as_of,
        after=after.as_of,
        changes=tuple(change for change in changes if not change.is_empty),
    )


def _change(
    before: Verdict | None, after: Verdict | None, records: Iterable[RecordChange]
) -> TargetChange:
    """Return what changed for one target."""
    (target, *_) = (verdict.target for verdict in (after, before) if verdict is not None)
    return TargetChange(target=target, before=before, after=after, records=tuple(records))


def _counted(
    evaluation: Evaluation, registers: tuple[Register, Register] | None, place: int
) -> Mapping[str, _Counted]:
    """Return the records that count for each target; nothing without registers."""
    if registers is None:
        return {}
    found = evidence_of(evaluation, registers[place], evaluation)
    return {each.verdict.target.id: _records_of(each.figures) for each in found}


def _records_of(figures: Iterable[FigureEvidence]) -> _Counted:
    """Return the records that figures are counted from."""
    return {
        (mention.kind, mention.id): thing.verified
        for figure in figures
        for thing in figure.counted
        for mention in thing.mentions
    }


def _records(before: _Counted, after: _Counted) -> Iterator[RecordChange]:
    """Yield the records that count in only one of two registers, or otherwise than before."""
    for kind, name in dict.fromkeys((*after, *before)):
        was, now = before.get((kind, name)), after.get((kind, name))
        if was is not now:
            yield RecordChange(kind, name, was, now)


def _figures(verdict: Verdict | None) -> Mapping[Period, Range]:
    """Return the values of the figures that a verdict compared, by period."""
    compared = () if verdict is None else verdict.comparisons
    return {comparison.period: comparison.possible for comparison in compared}


def _notes(verdict: Verdict | None) -> tuple[Note, ...]:
    """Return the notes of a verdict; none without one."""
    return () if verdict is None else verdict.notes


def _without(items: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the items that are not among others."""
    return tuple(item for item in items if item not in others)
