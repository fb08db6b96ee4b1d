"""Checks that the parts of a plan fit together."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product
from math import prod
from typing import NamedTuple, Protocol, TypeVar

from nsc_program._suggestions import nearest
from nsc_program.errors import NOUNS, Message, Path, Problem
from nsc_program.plan._bounds import (
    YEARLY,
    Basis,
    Bound,
    EachYear,
    Growth,
    Reached,
    YearlyGrowth,
    worded,
)
from nsc_program.plan._fulfilment import unfulfillable
from nsc_program.plan._readings import WORDING, AnswerValue, Question
from nsc_program.plan._size import size_problems
from nsc_program.plan._sources import Document
from nsc_program.plan._targets import Choice, FundingSource, Indicator, Objective, Phase, Target
from nsc_program.values._ranges import Range


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
    indicators = {indicator.id: indicator for indicator in program.indicators}
    targets = {target.id: target for target in program.targets}
    for key, phases in (("phases", program.phases), ("past", program.past)):
        for place, phase in _placed(key, phases):
            own = {target.id: target for target in phase.targets}
            scope = _Scope(phase, own, ChainMap(own, targets), indicators)
            for inner, target in _placed("targets", phase.targets):
                contradictions = _target_problems(program, scope, target)
                yield from _about("target", target, (*place, *inner), contradictions)
    for key, phases in (("phases", program.phases), ("past", program.past)):
        yield from unfulfillable(_placed(key, phases), indicators)
    for place, phase in _placed("past", program.past):
        yield from _about("past phase", phase, place, _past_problems(program, phase))
    for place, question in _placed("questions", program.questions):
        yield from _about("question", question, place, _question_problems(program, question))
    for place, objective in _placed("objectives", program.objectives):
        yield from _about("objective", objective, place, _objective_problems(program, objective))


def _placed(key: str, parts: Iterable[_Part]) -> Iterator[tuple[Path, _Part]]:
    """Return the parts of a list with their paths."""
    return (((key, index), part) for index, part in enumerate(parts))


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
    targets = (
        ((*place, *inner), target)
        for place, phase in _placed("phases", program.phases)
        for inner, target in _placed("targets", phase.targets)
    )
    yield from _repeated("document", (((), document) for document in program.documents))
    yield from _repeated("unit", (((), unit) for unit in units))
    yield from _repeated("indicator", _placed("indicators", program.indicators))
    yield from _repeated("question", _placed("questions", program.questions), taken=WORDING)
    yield from _repeated("phase", _placed("phases", program.phases))
    yield from _repeated("target", targets)
    yield from _repeated("objective", _placed("objectives", program.objectives))
    yield from _repeated("funding source", _placed("funding_sources", program.funding_sources))


def _repeated(
    what: str, parts: Iterable[tuple[Path, _Identified]], taken: Iterable[str] = ()
) -> Iterator[Problem]:
    seen = set(taken)
    for place, part in parts:
        if part.id in seen:
            message = Message(
                f"{NOUNS[what]} {part.id!r} ghi hai lần; cho mỗi mục một mã riêng",
                f"{what} {part.id!r} stands twice; give each its own id",
            )
            yield Problem(place, "repeated", message)
        seen.add(part.id)


def _past_problems(program: _Program, phase: Phase) -> Iterator[Problem]:
    if program.in_force_from is None or program.in_force_from <= phase.period.end:
        yield _contradiction(
            "not-past",
            "giai đoạn này chưa kết thúc khi bản này có hiệu lực; "
            "sửa in_force_from, hoặc để ở phases",
            "it had not ended when this edition came into force; "
            "correct in_force_from, or put it under phases",
        )


def _question_problems(program: _Program, question: Question) -> Iterator[Problem]:
    cited = {document.id for document in program.documents}
    attesting = {document for answer in question.answers for document in answer.attested_by}
    for unknown in sorted(attesting - cited):
        yield _contradiction(
            "unknown-document",
            f"không có văn bản {unknown!r} nào được trích dẫn; sửa attested_by",
            f"no document {unknown!r} is cited; correct attested_by",
        )


def _objective_problems(program: _Program, objective: Objective) -> Iterator[Problem]:
    for what, name, parts in (
        ("phase", objective.phase, program.phases),
        ("indicator", objective.indicator, program.indicators),
    ):
        ids = tuple(part.id for part in parts)
        if name is not None and name not in ids:
            yield _unknown(what, name, ids)


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
    """The parts of a plan that a target of one phase can refer to, by their ids.

    Attributes:
        phase: the phase.
        own: the targets of this phase.
        targets: the targets of this phase and of all others.
        indicators: the indicators of the plan.
    """

    phase: Phase
    own: Mapping[str, Target]
    targets: Mapping[str, Target]
    indicators: Mapping[str, Indicator]


def _target_problems(program: _Program, scope: _Scope, target: Target) -> Iterator[Problem]:
    phase, indicators = scope.phase, scope.indicators
    if not target.id.startswith(f"{phase.id}/"):
        start = repr(f"{phase.id}/")
        yield _contradiction(
            "id-of-another-phase",
            f"mã phải bắt đầu bằng {start}",
            f"its id must begin with {start}",
        )
    if not target.citations:
        yield _contradiction(
            "no-citation",
            "chưa có trích dẫn; ghi vào citations",
            "it has no citation; give one in citations",
        )
    yield from _part_problems(scope, target)
    unknown = [name for name in target.indicator_ids if name not in indicators]
    yield from (_unknown("indicator", name, tuple(indicators)) for name in unknown)
    if isinstance(target.indicator, Choice):
        yield from _choice_problems(program, target.indicator)
    if isinstance(target.basis, YEARLY):
        yield from _yearly_problems(target.basis, phase.period.whole_years)
    if isinstance(target.basis, (Growth, YearlyGrowth)):
        counted = [indicators[name] for name in target.indicator_ids if name in indicators]
        yield from _growth_problems(target.bound, counted)


def _part_problems(scope: _Scope, target: Target) -> Iterator[Problem]:
    whole = target.part_of
    if not _has_wholes(scope.targets, target):
        yield _contradiction(
            "not-a-part",
            f"không thể là một phần của {whole!r}: không có mục tiêu đó, "
            "hoặc các phần quay vòng; sửa part_of",
            f"it cannot be a part of {whole!r}: there is no such target, "
            "or the parts form a circle; correct part_of",
        )
    elif (
        whole is not None
        and whole in scope.own
        and _is_above(scope.indicators, target, scope.own[whole])
    ):
        yield _contradiction(
            "part-above-whole",
            f"số của mục tiêu này lớn hơn số của {whole!r}, mà nó chỉ là một phần; "
            "sửa một trong hai",
            f"its number is above that of {whole!r}, of which it is a part; correct one of them",
        )


def _has_wholes(targets: Mapping[str, Target], target: Target) -> bool:
    """Return whether all the wholes above a target exist and do not form a circle."""
    seen, whole = {target.id}, target.part_of
    while whole is not None:
        if whole in seen or whole not in targets:
            return False
        seen.add(whole)
        whole = targets[whole].part_of
    return True


def _is_above(indicators: Mapping[str, Indicator], part: Target, whole: Target) -> bool:
    """Return whether a part asks for more than its whole (trong đó), in the same unit."""
    counted = [indicators.get(name) for target in (part, whole) for name in target.indicator_ids]
    units = {indicator and indicator.unit for indicator in counted}
    least, most = worded(part.bound).low, worded(whole.bound).high
    comparable = (
        len(units) == 1
        and part.basis == whole.basis
        and isinstance(part.basis, (Reached, EachYear))
    )
    return comparable and least is not None and most is not None and least > most


def _choice_problems(program: _Program, choice: Choice) -> Iterator[Problem]:
    own = {question.id: question for question in program.questions}
    unknown = [question for question in choice.questions if question not in own]
    if unknown:
        yield from (_unknown("question", question, tuple(own)) for question in unknown)
        return
    if len(set(choice.questions)) < len(choice.questions):
        yield _contradiction(
            "asked-twice",
            "hỏi một điểm chưa rõ hai lần; bỏ bớt",
            "its choice asks a question twice; ask it once",
        )
        return
    answers = [_answers(own[question]) for question in choice.questions]
    rows = [row for row, _ in choice.indicators]
    # The number comes first: the combinations of a few questions may not fit into memory.
    fits = prod(map(len, answers)) == len(rows)
    if not fits or set(rows) != set(product(*answers)) or rows[0] != next(product(*answers)):
        yield _contradiction(
            "rows-of-a-choice",
            "cần một dòng cho mỗi tổ hợp câu trả lời, các câu trả lời mặc định đứng đầu",
            "its choice needs one row for each combination of answers, the default answers first",
        )


def _answers(question: Question) -> list[AnswerValue]:
    return [answer.value for answer in question.answers]


def _yearly_problems(basis: Basis, years: int) -> Iterator[Problem]:
    if not years:
        yield _contradiction(
            "not-whole-years",
            "giai đoạn không gồm các năm trọn; sửa ngày của giai đoạn, hoặc basis",
            "its phase is not made of whole years; correct the days of the phase, or the basis",
        )
    if years == 1 and isinstance(basis, YearlyGrowth):
        yield _contradiction(
            "one-year",
            "tăng hằng năm cần giai đoạn từ hai năm trở lên; sửa basis",
            "growth from year to year needs a phase of two years or more; correct the basis",
        )


def _growth_problems(bound: Bound, indicators: Iterable[Indicator]) -> Iterator[Problem]:
    if not worded(bound).within(Range.above(0)):
        yield _contradiction(
            "no-growth", "mức tăng phải lớn hơn 0 %", "growth must be more than 0 %"
        )
    for indicator in indicators:
        if not indicator.may_grow:
            name = repr(indicator.id)
            yield _contradiction(
                "cannot-grow",
                f"chỉ tiêu {name} là tỷ lệ hoặc có thể âm, không tính mức tăng được; "
                "chọn basis khác",
                f"growth of {name} is not defined, as it is a share or may be negative; "
                "choose another basis",
            )
