"""What changed between two evaluations of a plan (thay đổi so với lần trước)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, TypeAlias, final

from attrs import field, frozen
from attrs.validators import optional

from nsc_program.errors import InvalidValue
from nsc_program.plan._questions import Question
from nsc_program.plan._readings import Asked, Reading
from nsc_program.plan._targets import Target
from nsc_program.records._register import Register
from nsc_program.values._in_notebooks import InNotebooks
from nsc_program.values._keys import is_id
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._validators import is_a, is_bool, is_date, is_text, require, tuple_of
from nsc_program.values._value import Value
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._evidence import FigureEvidence, evidence_of
from nsc_program.verdicts._notes import Note
from nsc_program.verdicts._results import (
    LIBRARY,
    ByTarget,
    check_day,
    check_explained,
    check_once,
)
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
        before: the verdict before; `None` if the target is new.
        after: the verdict now; `None` if the target is gone.
        records: the records that did it, if registers were given.

    Raises:
        InvalidValue: without a verdict, or for verdicts on different targets.
    """

    FOLLOWS: ClassVar = (
        "figures",
        "notes_added",
        "notes_removed",
        "answers_added",
        "answers_removed",
    )

    before: Verdict | None = field(validator=optional(is_a(Verdict)))
    after: Verdict | None = field(validator=optional(is_a(Verdict)))
    records: tuple[RecordChange, ...] = field(default=(), validator=tuple_of(is_a(RecordChange)))

    def __attrs_post_init__(self) -> None:
        """Reject a change that is not about one target."""
        if len({verdict.target.id for verdict in self._verdicts}) != 1:
            raise InvalidValue.at(
                code="not-one-target",
                vi="before và after cần là đánh giá của cùng một mục tiêu; một trong hai có thể là "
                "null (None) nếu mục tiêu mới có hoặc không còn",
                en="before and after must be verdicts on one target; one of them may be "
                "null (None) if the target is new or gone",
            )

    @property
    def _verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts, the later one first."""
        return tuple(verdict for verdict in (self.after, self.before) if verdict is not None)

    @property
    def target(self) -> Target:
        """The target, as it is now; as it was, if it is gone."""
        return self._verdicts[0].target

    @property
    def has_other_status(self) -> bool:
        """Whether the status differs; it does if the target is new or gone."""
        if self.before is None or self.after is None:
            return True
        return self.before.status is not self.after.status

    @property
    def has_other_number(self) -> bool:
        """Whether the target's number differs, as between two editions of the plan."""
        if self.before is None or self.after is None:
            return False
        one, other = self.before.target, self.after.target
        return (one.bound, one.basis) != (other.bound, other.basis)

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
    def answers_added(self) -> tuple[Asked, ...]:
        """The answers that the verdict did not rest on before."""
        return _without(_asked(self.after), _asked(self.before))

    @cached_property
    def answers_removed(self) -> tuple[Asked, ...]:
        """The answers that the verdict no longer rests on."""
        return _without(_asked(self.before), _asked(self.after))

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        rests_on = (self.notes_added, self.notes_removed, self.answers_added, self.answers_removed)
        differs = self.has_other_status or self.has_other_number
        return not (differs or self.figures or any(rests_on) or self.records)


@final
@frozen(kw_only=True)
class DiffSide(Value):
    """What one of two compared evaluations was made by.

    Attributes:
        edition: the edition of the plan.
        as_of: the day of judgement.
        reading: the reading that the targets were decided under.
    """

    edition: str = field(validator=is_id)
    as_of: date = field(validator=is_date)
    reading: Reading = field(validator=is_a(Reading))


@final
@frozen(kw_only=True, repr=False)
class Diff(InNotebooks, Value, ByTarget[TargetChange]):
    """Thay đổi so với lần trước: what changed between two evaluations of one plan.

    A diff is a mapping from the ids of the targets that changed, in the order of the plan: it is
    empty if nothing changed.

    Attributes:
        program: the id of the plan.
        library: the name and version of the library that compared them.
        before: what the first evaluation was made by.
        after: what the second evaluation was made by.
        questions: the questions that the verdicts rest on, before or now.
        changes: the targets for which something changed, in the order of the plan.

    Raises:
        InvalidValue: if a verdict is as of another day, a question is not listed, or a target
            appears twice.
    """

    program: str = field(validator=is_id)
    library: str = field(validator=is_id)
    before: DiffSide = field(validator=is_a(DiffSide))
    after: DiffSide = field(validator=is_a(DiffSide))
    questions: tuple[Question, ...] = field(validator=tuple_of(is_a(Question)))
    changes: tuple[TargetChange, ...] = field(validator=tuple_of(is_a(TargetChange)))

    def __attrs_post_init__(self) -> None:
        """Reject verdicts as of another day, questions that are not listed and repeated targets."""
        for place, change in enumerate(self.changes):
            for verdict, side, name in (
                (change.before, self.before, "before"),
                (change.after, self.after, "after"),
            ):
                if verdict is not None:
                    check_day(side.as_of, verdict, "changes", place, name)
        check_explained(
            self.questions, (asked for each in self.changes for asked in _answers(each))
        )
        check_once(change.target for change in self.changes)

    def __repr__(self) -> str:
        """Return one line that says how many targets changed."""
        days = f"{self.before.as_of} to {self.after.as_of}"
        return f"<Diff of {self.program} from {days}: {len(self.changes)} targets changed>"

    @cached_property
    def _by_id(self) -> Mapping[str, TargetChange]:
        return {change.target.id: change for change in self.changes}


_Counted: TypeAlias = Mapping[tuple[str, str | None], bool]
"""The records that count for a target, each with whether it counts as verified."""


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
    old, new = _counted(before, registers, 0), _counted(after, registers, 1)
    found = (
        TargetChange(
            before=before.get(name),
            after=after.get(name),
            records=tuple(_records(old.get(name, {}), new.get(name, {}))),
        )
        for name in dict.fromkeys((*after, *before))
    )
    changes = tuple(change for change in found if not change.is_empty)
    asked = {asked.question for change in changes for asked in _answers(change)}
    questions = {each.id: each for each in (*before.questions, *after.questions)}
    return Diff(
        program=after.program,
        library=LIBRARY,
        before=_side(before),
        after=_side(after),
        questions=tuple(each for name, each in questions.items() if name in asked),
        changes=changes,
    )


def _side(evaluation: Evaluation) -> DiffSide:
    """Return what an evaluation was made by."""
    return DiffSide(edition=evaluation.edition, as_of=evaluation.as_of, reading=evaluation.reading)


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


def _asked(verdict: Verdict | None) -> tuple[Asked, ...]:
    """Return the questions that a verdict rests on, with their answers; none without one."""
    return () if verdict is None else verdict.asked


def _answers(change: TargetChange) -> tuple[Asked, ...]:
    """Return the questions that the verdicts of a change rest on, with their answers."""
    return (*_asked(change.before), *_asked(change.after))


def _without(items: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the items that are not among others."""
    return tuple(item for item in items if item not in others)
