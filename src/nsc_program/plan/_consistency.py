"""Checks that the parts of a plan fit together."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import product
from math import prod
from typing import NamedTuple, Protocol, TypeVar

from nsc_program._suggestions import nearest
from nsc_program.errors import NOUNS, Message, Path, Problem
from nsc_program.plan._bases import IN_PERCENT, TOTALS, YEARLY, Basis, Change, During, EachYear
from nsc_program.plan._bounds import Bound, worded
from nsc_program.plan._fulfilment import unfulfillable
from nsc_program.plan._parts import is_above_whole, with_wholes
from nsc_program.plan._questions import WORDING, AnswerValue, Question
from nsc_program.plan._size import size_problems
from nsc_program.plan._sources import Document
from nsc_program.plan._targets import Choice, FundingSource, Indicator, Objective, Phase, Target
from nsc_program.values._ranges import Range

_ALL = 100
"""All of a number, in percent."""


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
    yield from _of_each(known, "past phase", "past", program.past, _past_problems)
    yield from _of_each(known, "question", "questions", program.questions, _question_problems)
    yield from _of_each(known, "objective", "objectives", program.objectives, _objective_problems)


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
    scope = _Scope(indicators, _by_id(program.questions), with_wholes(program.targets, targets))
    for place, phase in phases:
        yield from _problems_in(scope, phase, place)
    for place, phase in past:
        within = ChainMap(_by_id(phase.targets), targets)
        of_phase = scope._replace(wholes=with_wholes(phase.targets, within))
        yield from _problems_in(of_phase, phase, place)
    yield from unfulfillable(phases, indicators)
    yield from unfulfillable(past, indicators)


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
        yield from _about(what, part, place, check(known, part))


def _placed(key: str, parts: Iterable[_Part]) -> list[tuple[Path, _Part]]:
    """Return the parts of a list with their paths."""
    return [((key, index), part) for index, part in enumerate(parts)]


def _about(
    what: str, part: _Identified, place: Path, contradictions: Iterable[Problem]
) -> Iterator[Problem]:
    """Yield the problems of one part of a plan, with its place and its id."""
    for problem in contradictions:
        vi, en = problem.message
        named = Message(f"{NOUNS[what]} {part.id!r}: {vi}", f"{what} {part.id!r}: {en}")
        yield problem._replace(message=named).within(*place)


def _contradiction(code: str, vi: str, en: str) -> Problem:
    return Problem((), code, Message(vi, en))


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


def _past_problems(known: _Known, phase: Phase) -> Iterator[Problem]:
    if known.in_force_from is None or known.in_force_from <= phase.period.end:
        yield _contradiction(
            "not-past",
            "giai đoạn này chưa kết thúc khi bản này có hiệu lực; "
            "sửa in_force_from, hoặc để ở phases",
            "it had not ended when this edition came into force; "
            "correct in_force_from, or put it under phases",
        )


def _question_problems(known: _Known, question: Question) -> Iterator[Problem]:
    attesting = {document for answer in question.answers for document in answer.attested_by}
    for unknown in sorted(attesting - known.documents):
        yield _contradiction(
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
            yield _unknown(what, name, tuple(parts))


def _unknown(what: str, name: str, ids: tuple[str, ...]) -> Problem:
    """Return the problem of an id that no part has, with the nearest id as a suggestion."""
    near = nearest(name, ids)
    vi = "" if near is None else f"; có phải là {near!r} không?"
    en = "" if near is None else f"; did you mean {near!r}?"
    return _contradiction(
        f"unknown-{what}",
        f"không có {NOUNS[what]} {name!r}{vi}",
        f"there is no {what} {name!r}{en}",
    )


class _Scope(NamedTuple):
    """The parts of a plan that a target can refer to, by their ids.

    Attributes:
        indicators: the indicators of the plan.
        questions: the questions of the plan.
        wholes: the targets that others may be parts of, because all wholes above them exist and do
            not form a circle.
    """

    indicators: Mapping[str, Indicator]
    questions: Mapping[str, Question]
    wholes: Mapping[str, Target]

    def known_indicators(self, target: Target) -> list[Indicator]:
        """Return the indicators that a target may be about; another check reports unknown ids."""
        return [self.indicators[name] for name in target.indicator_ids if name in self.indicators]


def _problems_in(scope: _Scope, phase: Phase, place: Path) -> Iterator[Problem]:
    """Yield the problems of each target of a phase, with its place in the plan."""
    own = _by_id(phase.targets)
    for inner, target in _placed("targets", phase.targets):
        found = _target_problems(scope, phase, own, target)
        yield from _about("target", target, (*place, *inner), found)


def _target_problems(
    scope: _Scope, phase: Phase, own: Mapping[str, Target], target: Target
) -> Iterator[Problem]:
    yield from _problems_of_id(phase, target)
    if not target.citations:
        yield _contradiction(
            "no-citation",
            "chưa có trích dẫn; ghi vào citations",
            "it has no citation; give one in citations",
        )
    yield from _part_problems(scope, own, target)
    unknown = [name for name in target.indicator_ids if name not in scope.indicators]
    yield from (_unknown("indicator", name, tuple(scope.indicators)) for name in unknown)
    if isinstance(target.indicator, Choice):
        yield from _choice_problems(scope.questions, target.indicator)
    yield from _basis_problems(scope, phase, target)


def _problems_of_id(phase: Phase, target: Target) -> Iterator[Problem]:
    if not target.id.startswith(f"{phase.id}/"):
        start = repr(f"{phase.id}/")
        yield _contradiction(
            "id-of-another-phase",
            f"mã phải bắt đầu bằng {start}",
            f"its id must begin with {start}",
        )


def _basis_problems(scope: _Scope, phase: Phase, target: Target) -> Iterator[Problem]:
    """Yield the problems of a basis that the phase, the bound or the indicators do not allow."""
    basis = target.basis
    if isinstance(basis, YEARLY):
        yield from _yearly_problems(basis, phase.period.whole_years)
    if isinstance(basis, During) and not basis.period.within(phase.period):
        yield _contradiction(
            "outside-phase",
            "kỳ của basis không nằm trong giai đoạn; sửa basis",
            "the period of its basis does not lie within the phase; correct the basis",
        )
    if not isinstance(basis, TOTALS):
        yield from _change_problems(basis, target.bound, scope.known_indicators(target))


def _part_problems(scope: _Scope, own: Mapping[str, Target], target: Target) -> Iterator[Problem]:
    name = target.part_of
    if name is None:
        return
    if name not in scope.wholes:
        yield _not_a_part(repr(name))
    elif name in own and is_above_whole(scope.indicators, target, own[name]):
        yield _part_above_whole(repr(name))


def _not_a_part(whole: str) -> Problem:
    return _contradiction(
        "not-a-part",
        f"không thể là một phần của {whole}: không có mục tiêu đó, "
        "hoặc các phần quay vòng; sửa part_of",
        f"it cannot be a part of {whole}: there is no such target, "
        "or the parts form a circle; correct part_of",
    )


def _part_above_whole(whole: str) -> Problem:
    return _contradiction(
        "part-above-whole",
        f"số của mục tiêu này lớn hơn số của {whole}, mà nó chỉ là một phần; sửa một trong hai",
        f"its number is above that of {whole}, of which it is a part; correct one of them",
    )


def _choice_problems(own: Mapping[str, Question], choice: Choice) -> Iterator[Problem]:
    unknown = [question for question in choice.questions if question not in own]
    if unknown:
        yield from (_unknown("question", question, tuple(own)) for question in unknown)
    elif len(set(choice.questions)) < len(choice.questions):
        yield _contradiction(
            "asked-twice",
            "hỏi một điểm chưa rõ hai lần; bỏ bớt",
            "its choice asks a question twice; ask it once",
        )
    elif not _is_complete(choice, [_answers(own[question]) for question in choice.questions]):
        yield _contradiction(
            "rows-of-a-choice",
            "cần một dòng cho mỗi tổ hợp câu trả lời, các câu trả lời mặc định đứng đầu",
            "its choice needs one row for each combination of answers, the default answers first",
        )


def _is_complete(choice: Choice, answers: Sequence[Sequence[AnswerValue]]) -> bool:
    """Return whether a choice has one row for each combination, that of the defaults first."""
    rows = [row for row, _ in choice.indicators]
    # The number comes first: the combinations of a few questions may not fit into memory.
    if prod(map(len, answers)) != len(rows):
        return False
    combinations = list(product(*answers))
    return set(rows) == set(combinations) and rows[0] == combinations[0]


def _answers(question: Question) -> list[AnswerValue]:
    return [answer.value for answer in question.answers]


def _yearly_problems(basis: Basis, years: int) -> Iterator[Problem]:
    if not years:
        yield _contradiction(
            "not-whole-years",
            "giai đoạn không gồm các năm trọn; sửa ngày của giai đoạn, hoặc basis",
            "its phase is not made of whole years; correct the days of the phase, or the basis",
        )
    if years == 1 and not isinstance(basis, EachYear):
        yield _contradiction(
            "one-year",
            "tăng hằng năm cần giai đoạn từ hai năm trở lên; sửa basis",
            "growth from year to year needs a phase of two years or more; correct the basis",
        )


def _change_problems(
    basis: Change, bound: Bound, indicators: Iterable[Indicator]
) -> Iterator[Problem]:
    in_percent = isinstance(basis, IN_PERCENT)
    if not worded(bound).within(Range.above(0)):
        yield _contradiction(
            "no-growth",
            "mức tăng hoặc giảm phải lớn hơn 0",
            "a change must be more than 0",
        )
    elif in_percent and basis.falling and not worded(bound).within(Range.at_most(_ALL)):
        yield _contradiction(
            "more-than-all", "không thể giảm quá 100 %", "nothing falls by more than 100 %"
        )
    for indicator in indicators:
        if in_percent and not indicator.may_grow:
            yield _cannot_grow(repr(indicator.id))


def _cannot_grow(indicator: str) -> Problem:
    return _contradiction(
        "cannot-grow",
        f"chỉ tiêu {indicator} là tỷ lệ hoặc có thể âm, không tính mức tăng được; chọn basis khác",
        f"growth of {indicator} is not defined, as it is a share or may be negative; "
        "choose another basis",
    )
