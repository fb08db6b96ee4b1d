"""Which targets are attained: each decided from what its figures can still be, under one reading.

A verdict holds whatever the gaps turn out to be. There is no rule for "attained early", "no longer attainable" or
"the data do not settle it": all follow from holding what is possible against what is accepted.
"""

import re
from abc import abstractmethod
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, TypeVar, final

from attrs import Attribute, evolve, field, frozen
from attrs.validators import optional

from nsc_program._version import __version__
from nsc_program.errors import InvalidValue, UnknownId
from nsc_program.figures._tally import Figure, Figures, tally
from nsc_program.plan._program import Program
from nsc_program.plan._readings import ESTIMATES_DECIDE, WORDING, Asked, Asking, Question, Reading
from nsc_program.plan._targets import Indicator, Objective, Phase, Target
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.values._validators import is_a, is_date, is_id, is_text, shown, tuple_of
from nsc_program.values._value import BY_REFERENCE, Value
from nsc_program.verdicts._comparisons import Comparison, compare, depends_until, status_of
from nsc_program.verdicts._notes import EstimatesWouldDecide, Note, PartAboveWhole
from nsc_program.verdicts._status import Status


@final
@frozen(kw_only=True)
class Verdict(Value):
    """Đánh giá: one target's status under one reading, and all that it rests on.

    Attributes:
        indicator: what the target is about under this reading.
        as_of: the day of judgement.
        comparisons: at least one; all must hold for the target to be attained.
        notes: what the verdict rests on or lacks.
        asked: the questions that the verdict rests on, with the answers they were given.
        figures: the figures that were compared, as the reading takes them; none of a verdict that
            was read from a document.
    """

    FOLLOWS: ClassVar = ("status",)

    target: Target = field(validator=is_a(Target))
    indicator: Indicator = field(validator=is_a(Indicator))
    as_of: date = field(validator=is_date)
    comparisons: tuple[Comparison, ...] = field(validator=tuple_of(is_a(Comparison)))
    notes: tuple[Note, ...] = field(validator=tuple_of(is_a(Note)))
    asked: tuple[Asked, ...] = field(validator=tuple_of(is_a(Asked)))
    figures: tuple[Figure, ...] = field(
        default=(),
        eq=False,
        repr=False,
        metadata=BY_REFERENCE,
        validator=tuple_of(is_a(Figure)),
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a verdict on nothing."""
        if not self.comparisons:
            raise InvalidValue.at(
                "comparisons",
                code="no-comparison",
                vi=f"kết luận về mục tiêu {self.target.id!r} cần ít nhất một so sánh",
                en=f"the verdict on target {self.target.id!r} needs a comparison",
            )

    @cached_property
    def status(self) -> Status:
        """What follows from the comparisons, on the day of judgement."""
        is_open = self.as_of < depends_until(self.target.basis, self.comparisons)
        return status_of(self.comparisons, is_open=is_open)


_WEIGHT = (Status.MISSED, Status.PENDING, Status.UNDECIDED, Status.ATTAINED)


@final
@frozen(kw_only=True)
class PhaseEvaluation(Value):
    """A phase with the verdicts on its targets."""

    FOLLOWS: ClassVar = ("status",)

    id: str = field(validator=is_id)
    period: Period = field(validator=is_a(Period))
    verdicts: tuple[Verdict, ...] = field(validator=tuple_of(is_a(Verdict)))

    def __attrs_post_init__(self) -> None:
        """Refuse a verdict that is about days of another phase: whether it is open would not be that of this one."""
        for place, verdict in enumerate(self.verdicts):
            if max(each.period.end for each in verdict.comparisons) != self.period.end:
                raise InvalidValue.at(
                    "verdicts",
                    place,
                    "comparisons",
                    code="other-phase",
                    vi=f"các phép so sánh của mục tiêu {verdict.target.id!r} không kết thúc cùng giai đoạn "
                    f"{self.id!r}, ngày {self.period.end:%d/%m/%Y}",
                    en=f"the comparisons of target {verdict.target.id!r} do not end with phase {self.id!r}, "
                    f"on {self.period.end}",
                )

    @property
    def status(self) -> Status | None:
        """What follows from the verdicts on targets that are not aspirational.

        Missed if one is missed, else pending if one is, else undecided if one is, else attained; `None` if there are
        none to weigh.
        """
        # "phấn đấu" (H2, H9): shown, never weighed
        weighed = {verdict.status for verdict in self.verdicts if not verdict.target.aspirational}
        return next((status for status in _WEIGHT if status in weighed), None)


@final
@frozen(kw_only=True)
class ObjectiveFigure(Value):
    """An aim without a number, and its figure if it has an indicator. It has no status."""

    objective: Objective = field(validator=is_a(Objective))
    indicator: Indicator | None = field(validator=optional(is_a(Indicator)))
    figure: Figure | None = field(validator=optional(is_a(Figure)))


T_co = TypeVar("T_co", covariant=True)


class ByTarget(Mapping[str, T_co]):
    """Something of each target, by the targets' ids, in the order of the plan."""

    __slots__ = ()

    @property
    @abstractmethod
    def _by_id(self) -> Mapping[str, T_co]: ...

    def __getitem__(self, target_id: str) -> T_co:
        """What there is of one target.

        Raises:
            UnknownId: if there is no such target.
        """
        if target_id not in self._by_id:
            raise UnknownId("target", target_id, tuple(self._by_id))
        return self._by_id[target_id]

    def __contains__(self, target_id: object) -> bool:
        """Whether there is such a target."""
        return target_id in self._by_id

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the targets, in order."""
        return iter(self._by_id)

    def __len__(self) -> int:
        """Count the targets."""
        return len(self._by_id)


_DIGEST = re.compile(r"[0-9a-f]{64}")


def _is_digest(instance: object, attribute: "Attribute[str]", value: str) -> None:
    is_text(instance, attribute, value)
    if not _DIGEST.fullmatch(value):
        raise InvalidValue.at(
            attribute.name,
            code="not-a-digest",
            vi="cần 64 chữ số thập lục phân viết thường",
            en="expected 64 hexadecimal digits in lower case",
        )


LIBRARY = f"nsc_program {__version__}"
"""The library and its version, as results name what decided them."""


@final
@frozen
class Inputs(Value):
    """The plan and the figures that a result was made from."""

    program: Program = field(validator=is_a(Program))
    figures: Figures = field(validator=is_a(Figures))


@frozen(kw_only=True)
class Result(Value):
    """The part that every result has: which plan it is about, as of which day, made from what.

    Two results are equal if they say the same, whether one was read from a document or not.

    Attributes:
        program, edition, title: of the plan.
        as_of: the day of judgement.
        library: this library, with the version that decided.
        stated_digest: the digest that stood in the result's document; `None` for a result that was
            not read from one. `nsc_program.serialization.digest` gives it for both.
        inputs: the plan and the figures it was made from, kept by reference; `None` for a result
            that was read from a document.
    """

    program: str = field(validator=is_id)
    edition: str = field(validator=is_id)
    title: Text = field(validator=is_a(Text))
    as_of: date = field(validator=is_date)
    library: str = field(validator=is_id)
    stated_digest: str | None = field(
        default=None, eq=False, repr=False, validator=optional(_is_digest)
    )
    inputs: Inputs | None = field(
        default=None, eq=False, repr=False, metadata=BY_REFERENCE, validator=optional(is_a(Inputs))
    )

    def made_from(self) -> Inputs:
        """Return the plan and the figures that the result was made from.

        Raises:
            InvalidValue: for a result that was read from a document, which does not hold them.
        """
        if self.inputs is None:
            raise InvalidValue.at(
                code="read-from-a-document",
                vi="kết quả này đọc từ tệp nên không kèm kế hoạch và số liệu; "
                "hãy đánh giá lại từ kế hoạch và số liệu",
                en="this result was read from a document, which holds neither the plan nor the "
                "figures; evaluate them again",
            )
        return self.inputs

    def _in_short(self, counts: str) -> str:
        """Return the one line that stands for a result in a log."""
        plan = f"{self.program}, {self.edition}"
        return f"<{type(self).__name__} of {plan} as of {self.as_of}: {counts}>"


def counted(statuses: Iterable[Status]) -> str:
    """Return how many there are of each status, such as `2 attained, 1 pending`."""
    times = Counter(statuses)
    return ", ".join(f"{times[each]} {each.value}" for each in Status if times[each]) or "no target"


def about(program: Program, figures: Figures) -> dict[str, Any]:
    """Return the fields of a `Result`."""
    return {
        "program": program.id,
        "edition": program.edition,
        "title": program.title,
        "as_of": figures.as_of,
        "library": LIBRARY,
        "inputs": Inputs(program, figures),
    }


def check_in_force(program: Program, on: date) -> None:
    """Refuse to judge a day by an edition that came into force later."""
    since = program.in_force_from
    if since is not None and on < since:
        raise InvalidValue.at(
            "as_of",
            code="not-in-force",
            vi=f"kế hoạch {program.id!r}, bản {program.edition!r}, có hiệu lực từ ngày {since:%d/%m/%Y} nên không dùng "
            f"để đánh giá đến ngày {on:%d/%m/%Y}; hãy dùng bản có hiệu lực vào ngày đó",
            en=f"edition {program.edition!r} of the plan {program.id!r} is in force from {since}, so it does not judge "
            f"{on}; give the edition that was in force then",
        )


def check_days(as_of: date, verdicts: Iterable[Verdict], *path: str | int) -> None:
    """Refuse a result that holds a verdict as of another day than its own."""
    for place, verdict in enumerate(verdicts):
        if verdict.as_of != as_of:
            raise InvalidValue.at(
                *path,
                "verdicts",
                place,
                "as_of",
                code="other-day",
                vi=f"mục tiêu {verdict.target.id!r} được đánh giá đến hết ngày {verdict.as_of:%d/%m/%Y}, còn cả kết "
                f"quả thì đến hết ngày {as_of:%d/%m/%Y}",
                en=f"target {verdict.target.id!r} is judged as of {verdict.as_of}, and all of the result as of {as_of}",
            )


def check_explained(questions: Iterable[Question], asked: Iterable[Asked]) -> None:
    """Refuse a result that rests on a question without saying what it is."""
    known = {question.id for question in questions}
    for each in asked:
        if each.question not in known:
            name = shown(each.question)
            raise InvalidValue.at(
                "questions",
                code="question-missing",
                vi=f"điểm chưa rõ {name} được hỏi đến nhưng không có ở đây; bổ sung vào",
                en=f"{name} is asked, and not among them; add it",
            )


def check_once(targets: Iterable[Target]) -> None:
    """Refuse a result that is about one target twice."""
    for name, times in Counter(target.id for target in targets).items():
        if times > 1:
            raise InvalidValue.at(
                code="repeated",
                vi=f"mục tiêu {shown(name)} ghi hai lần; bỏ bớt một",
                en=f"target {shown(name)} stands twice; leave one out",
            )


@final
@frozen(kw_only=True, repr=False)
class Evaluation(Result, ByTarget[Verdict]):
    """Kết quả đánh giá: everything that was decided about a program under one reading, self-contained.

    It is a mapping: `evaluation["2021-2025/supported"]` is one verdict, and iterating gives the targets' ids.
    """

    reading: Reading = field(validator=is_a(Reading))
    questions: tuple[Question, ...] = field(validator=tuple_of(is_a(Question)))
    phases: tuple[PhaseEvaluation, ...] = field(validator=tuple_of(is_a(PhaseEvaluation)))
    objectives: tuple[ObjectiveFigure, ...] = field(validator=tuple_of(is_a(ObjectiveFigure)))

    def __attrs_post_init__(self) -> None:
        """Refuse an evaluation that judges as of several days, leaves a question unexplained or judges twice."""
        for place, phase in enumerate(self.phases):
            check_days(self.as_of, phase.verdicts, "phases", place)
        check_explained(
            self.questions, (asked for verdict in self.verdicts for asked in verdict.asked)
        )
        check_once(verdict.target for verdict in self.verdicts)

    def __repr__(self) -> str:
        """Return one line: how many targets have each status."""
        return self._in_short(counted(verdict.status for verdict in self.verdicts))

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on all targets, in order."""
        return tuple(verdict for phase in self.phases for verdict in phase.verdicts)

    @cached_property
    def _by_id(self) -> Mapping[str, Verdict]:
        return {verdict.target.id: verdict for verdict in self.verdicts}

    @cached_property
    def _phases(self) -> Mapping[str, PhaseEvaluation]:
        return {phase.id: phase for phase in self.phases}

    def phase(self, phase_id: str) -> PhaseEvaluation:
        """What was decided about one phase.

        Raises:
            UnknownId: if there is no such phase.
        """
        if phase_id not in self._phases:
            raise UnknownId("phase", phase_id, tuple(self._phases))
        return self._phases[phase_id]


def assess(
    program: Program, register: Register, *, as_of: date, reading: Reading = Reading()
) -> Evaluation:
    """Decide every target of a plan from what a register holds: `tally`, then `evaluate`.

    Args:
        program: the plan.
        register: the records, claims of completeness, reports and rejected rows.
        as_of: the day of judgement.
        reading: how the plan's ambiguous words are understood.

    Returns:
        The verdict on each target, with the questions it rests on.

    Raises:
        InvalidType: for an `as_of` that is not a date.
        UnknownId: if the reading answers a question that the plan does not have.
        InvalidValue: as `tally` and `evaluate` raise it.

    >>> from nsc_program import HANOI
    >>> assess(HANOI, Register(), as_of=date(2024, 6, 30))["2021-2025/supported"].status.value
    'pending'
    """
    return evaluate(program, tally(program, register, as_of=as_of), reading)


def evaluate(program: Program, figures: Figures, reading: Reading = Reading()) -> Evaluation:
    """Decide every target of a plan from its figures, under one reading.

    Args:
        program: the plan.
        figures: what `tally` made of a register for this plan.
        reading: how the plan's ambiguous words are understood.

    Returns:
        The verdict on each target, with the questions it rests on.

    Raises:
        UnknownId: if the reading answers a question that the plan does not have.
        InvalidValue: if it gives an answer that is not admissible, if this edition of the plan was
            not in force yet on the day of judgement, or if the figures were made for another plan.
    """
    check_in_force(program, figures.as_of)
    figures.check_made_for(program)
    own = dict.fromkeys(question.id for question in program.questions)
    for question, _ in reading.choices:
        if question not in own:
            raise UnknownId(
                "question of the plan",
                question,
                tuple(own) if question in WORDING else (*own, *WORDING),
            )
    verdicts = {
        target.id: decide(program, target.id, figures, reading) for target in program.targets
    }
    verdicts |= {verdict.target.id: verdict for verdict in tuple(_parts_above_wholes(verdicts))}
    asked = {asked.question for verdict in verdicts.values() for asked in verdict.asked}
    return Evaluation(
        **about(program, figures),
        reading=reading,
        questions=tuple(
            question for question in (*WORDING.values(), *program.questions) if question.id in asked
        ),
        phases=tuple(_phase(phase, verdicts) for phase in program.phases),
        objectives=tuple(
            _objective(program, objective, figures) for objective in program.objectives
        ),
    )


def decide(program: Program, target_id: str, figures: Figures, reading: Reading) -> Verdict:
    """Decide one target under a reading."""
    asking = Asking(reading)
    compared = compare(program, target_id, figures, asking)
    notes = list(compared.notes)
    if not reading.estimates_decide and asking.was_asked(ESTIMATES_DECIDE):
        other = compare(
            program, target_id, figures, Asking(evolve(reading, estimates_decide=True))
        ).status
        notes += [EstimatesWouldDecide(target_id, other)] if other is not compared.status else []
    return Verdict(
        target=program.target(target_id),
        indicator=compared.indicator,
        as_of=figures.as_of,
        comparisons=compared.comparisons,
        notes=tuple(notes),
        asked=asking.asked,
        figures=compared.figures,
    )


def _parts_above_wholes(verdicts: Mapping[str, Verdict]) -> Iterator[Verdict]:
    """Both verdicts wherever a part (trong đó) is certainly above its whole, with a note."""
    noted: defaultdict[str, list[Note]] = defaultdict(list)
    for part in verdicts.values():
        whole = verdicts.get(part.target.part_of or "")
        if whole is not None and _certainly_above(part, whole):
            note = PartAboveWhole(part.target.id, whole.target.id)
            noted[part.target.id].append(note)
            noted[whole.target.id].append(note)
    for name, notes in noted.items():
        yield evolve(verdicts[name], notes=(*verdicts[name].notes, *notes))


def _certainly_above(part: Verdict, whole: Verdict) -> bool:
    if (part.indicator.unit, part.target.basis) != (whole.indicator.unit, whole.target.basis):
        return False
    theirs = {each.period: each.possible.high for each in whole.comparisons}
    return any(
        least is not None and most is not None and least > most
        for least, most in (
            (ours.possible.low, theirs.get(ours.period)) for ours in part.comparisons
        )
    )


def _phase(phase: Phase, verdicts: Mapping[str, Verdict]) -> PhaseEvaluation:
    own = tuple(verdicts[target.id] for target in phase.targets)
    return PhaseEvaluation(id=phase.id, period=phase.period, verdicts=own)


def _objective(program: Program, objective: Objective, figures: Figures) -> ObjectiveFigure:
    if objective.indicator is None:
        return ObjectiveFigure(objective=objective, indicator=None, figure=None)
    period = program.period if objective.phase is None else program.phase(objective.phase).period
    indicator = program.indicator(objective.indicator)
    return ObjectiveFigure(
        objective=objective, indicator=indicator, figure=figures.figure(indicator, period)
    )
