"""Checks that the parts of a plan fit together."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from nsc_program.errors import NOUNS, Message, Path, Problem
from nsc_program.plan._budget import BudgetItem, budget_problems
from nsc_program.plan._fulfilment import unfulfillable
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._parts import with_wholes
from nsc_program.plan._questions import WORDING, Question
from nsc_program.plan._size import size_problems
from nsc_program.plan._sources import Document
from nsc_program.plan._sums import sum_problems
from nsc_program.plan._target_consistency import Scope, contradiction, target_problems, unknown_id
from nsc_program.plan._targets import FundingSource, Objective, Phase, Target
from nsc_program.values._periods import Period


class _Program(Protocol):
    """The parts of a plan that are compared with each other."""

    @property
    def indicators(self) -> tuple[Indicator, ...]: ...
    @property
    def questions(self) -> tuple[Question, ...]: ...
    @property
    def phases(self) -> tuple[Phase, ...]: ...
    @property
    def past(self) -> tuple[Phase, ...]: ...
    @property
    def in_force_from(self) -> date | None: ...
    @property
    def targets(self) -> tuple[Target, ...]: ...
    @property
    def objectives(self) -> tuple[Objective, ...]: ...
    @property
    def funding_sources(self) -> tuple[FundingSource, ...]: ...
    @property
    def budget(self) -> tuple[BudgetItem, ...]: ...
    @property
    def documents(self) -> tuple[Document, ...]: ...


class _Identified(Protocol):
    """A part of a plan with an id."""

    @property
    def id(self) -> str: ...


_Part = TypeVar("_Part", bound=_Identified)


def problems(program: _Program) -> Iterator[Problem]:
    """Yield every contradiction in a plan, with its place and the id of the part it is about."""
    if not program.phases:
        vi, en = "kế hoạch có ít nhất một giai đoạn", "a plan has at least one phase"
        yield Problem(("phases",), "empty", Message(vi, en))
    yield from size_problems(program)
    yield from _repeats(program)
    yield from _problems_of_targets(program)
    known = _Known.of(program)
    yield from _of_each(known, "indicator", "indicators", program.indicators, _share_problems)
    yield from _of_each(known, "past phase", "past", program.past, _past_problems)
    yield from _of_each(known, "question", "questions", program.questions, _question_problems)
    yield from _of_each(known, "objective", "objectives", program.objectives, _objective_problems)
    yield from _problems_of_budget(program)


class _Known(NamedTuple):
    """What the parts of a plan can refer to, by id; each is collected once.

    Attributes:
        in_force_from: the first day of the edition.
        documents: the ids of the documents that it cites.
        phases: the phases.
        indicators: the indicators.
    """

    in_force_from: date | None
    documents: AbstractSet[str]
    phases: Mapping[str, Phase]
    indicators: Mapping[str, Indicator]

    @classmethod
    def of(cls, program: _Program) -> "_Known":
        cited = {document.id for document in program.documents}
        phases, indicators = _by_id(program.phases), _by_id(program.indicators)
        return cls(program.in_force_from, cited, phases, indicators)


def _problems_of_targets(program: _Program) -> Iterator[Problem]:
    """Yield the problems of each target, and then of targets that cannot be fulfilled together."""
    indicators, targets = _by_id(program.indicators), _by_id(program.targets)
    phases, past = _placed("phases", program.phases), _placed("past", program.past)
    scope = Scope(indicators, _by_id(program.questions), with_wholes(program.targets, targets))
    for place, phase in phases:
        yield from _problems_in(scope, phase, place)
    for place, phase in past:
        within = ChainMap(_by_id(phase.targets), targets)
        of_phase = scope._replace(wholes=with_wholes(phase.targets, within))
        yield from _problems_in(of_phase, phase, place)
    yield from unfulfillable(phases, indicators)
    yield from unfulfillable(past, indicators)


def _problems_of_budget(program: _Program) -> Iterator[Problem]:
    """Yield the problems of each item of the budget, and amounts that stand twice."""
    sources = _by_id(program.funding_sources)
    phases = {phase.period for phase in program.phases}
    first: dict[tuple[str, Period], int] = {}
    for index, item in enumerate(program.budget):
        place = ("budget", index)
        yield from _about("budget item", item.source, place, budget_problems(item, sources, phases))
        if first.setdefault((item.source, item.period), index) != index:
            yield Problem(place, "repeated", _stands_twice("budget item", item.source))


def _by_id(parts: Iterable[_Part]) -> dict[str, _Part]:
    return {part.id: part for part in parts}


def _of_each(
    known: _Known,
    what: str,
    key: str,
    parts: Iterable[_Part],
    check: Callable[[_Known, _Part], Iterator[Problem]],
) -> Iterator[Problem]:
    """Yield the problems that a check finds in each part of one list."""
    for place, part in _placed(key, parts):
        yield from _about(what, part.id, place, check(known, part))


def _placed(key: str, parts: Iterable[_Part]) -> list[tuple[Path, _Part]]:
    """Return the parts of a list with their paths."""
    return [((key, index), part) for index, part in enumerate(parts)]


def _about(
    what: str, name: str, place: Path, contradictions: Iterable[Problem]
) -> Iterator[Problem]:
    """Yield the problems of one part of a plan, with its place and its id."""
    for problem in contradictions:
        vi, en = problem.message
        named = Message(f"{NOUNS[what]} {name!r}: {vi}", f"{what} {name!r}: {en}")
        yield problem._replace(message=named).within(*place)


def _repeats(program: _Program) -> Iterator[Problem]:
    """Yield the ids that two parts of one kind share."""
    units = dict.fromkeys(indicator.unit for indicator in program.indicators)
    yield from _repeated("document", _without_place(program.documents))
    yield from _repeated("unit", _without_place(units))
    yield from _repeated("indicator", _placed("indicators", program.indicators))
    yield from _repeated("question", _placed("questions", program.questions), taken=WORDING)
    yield from _repeated("phase", _placed("phases", program.phases))
    yield from _repeated("target", _placed_targets(program))
    yield from _repeated("objective", _placed("objectives", program.objectives))
    yield from _repeated("funding source", _placed("funding_sources", program.funding_sources))


def _without_place(parts: Iterable[_Part]) -> Iterator[tuple[Path, _Part]]:
    return (((), part) for part in parts)


def _placed_targets(program: _Program) -> Iterator[tuple[Path, Target]]:
    """Yield the targets of the current phases with their paths."""
    for place, phase in _placed("phases", program.phases):
        for inner, target in _placed("targets", phase.targets):
            yield (*place, *inner), target


def _repeated(
    what: str, parts: Iterable[tuple[Path, _Identified]], taken: Iterable[str] = ()
) -> Iterator[Problem]:
    seen = set(taken)
    for place, part in parts:
        if part.id in seen:
            yield Problem(place, "repeated", _stands_twice(what, part.id))
        seen.add(part.id)


def _stands_twice(what: str, name: str) -> Message:
    return Message(
        f"{NOUNS[what]} {name!r} ghi hai lần; cho mỗi mục một mã riêng",
        f"{what} {name!r} stands twice; give each its own id",
    )


def _share_problems(known: _Known, indicator: Indicator) -> Iterator[Problem]:
    """Yield what does not fit between a share and its parts."""
    share = indicator.share
    if share is None:
        return
    names = (share.numerator, share.denominator)
    unfamiliar = [name for name in names if name not in known.indicators]
    yield from (unknown_id("indicator", name, tuple(known.indicators)) for name in unfamiliar)
    if unfamiliar:
        return
    numerator, denominator = (known.indicators[name] for name in names)
    if not (numerator.may_grow and denominator.may_grow):
        yield contradiction(
            "share-of-a-share",
            "tử số và mẫu số là số đếm hoặc số đo không âm, không phải tỷ lệ; sửa share",
            "the numerator and the denominator are numbers that are not negative, and not shares; "
            "correct share",
        )
    elif numerator.unit != denominator.unit or share.numerator == share.denominator:
        yield contradiction(
            "parts-of-a-share",
            "tử số và mẫu số là hai chỉ tiêu khác nhau có cùng đơn vị tính; sửa share",
            "the numerator and the denominator are two indicators in one unit; correct share",
        )


def _past_problems(known: _Known, phase: Phase) -> Iterator[Problem]:
    if known.in_force_from is None or known.in_force_from <= phase.period.end:
        yield contradiction(
            "not-past",
            "giai đoạn này chưa kết thúc khi bản này có hiệu lực; "
            "sửa in_force_from, hoặc để ở phases",
            "it had not ended when this edition came into force; "
            "correct in_force_from, or put it under phases",
        )


def _question_problems(known: _Known, question: Question) -> Iterator[Problem]:
    attesting = {document for answer in question.answers for document in answer.attested_by}
    for unknown in sorted(attesting - known.documents):
        yield contradiction(
            "unknown-document",
            f"không có văn bản {unknown!r} nào được trích dẫn; sửa attested_by",
            f"no document {unknown!r} is cited; correct attested_by",
        )


def _objective_problems(known: _Known, objective: Objective) -> Iterator[Problem]:
    for what, name, parts in (
        ("phase", objective.phase, known.phases),
        ("indicator", objective.indicator, known.indicators),
    ):
        if name is not None and name not in parts:
            yield unknown_id(what, name, tuple(parts))


def _problems_in(scope: Scope, phase: Phase, place: Path) -> Iterator[Problem]:
    """Yield the problems of each target of a phase, with its place in the plan."""
    own = _by_id(phase.targets)
    for inner, target in _placed("targets", phase.targets):
        found = target_problems(scope, phase, own, target)
        yield from _about("target", target.id, (*place, *inner), found)
    for index, problem in sum_problems(phase, scope.indicators):
        yield from _about("target", phase.targets[index].id, (*place, "targets", index), [problem])
