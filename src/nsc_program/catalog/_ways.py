"""The ways in which a thing can be counted, where the text of a plan leaves that open.

Each way is an indicator of its own: the default has the bare id, and every other answer adds a
suffix. An answer also adds its part of the counting rule.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple, TypeAlias, final

from attrs import evolve

from nsc_program.plan._conditions import AllOf, Condition, Event, HasAtLeast, OneOf
from nsc_program.plan._counting import Counting
from nsc_program.plan._indicators import Indicator
from nsc_program.records._enumerations import EnterpriseKind, Level, Scope, Solution
from nsc_program.values._text import Text


@final
class Way(NamedTuple):
    """What one answer to a question adds to a way of counting.

    Attributes:
        suffix: the suffix to the id of the indicator; empty for the default.
        remark: the remark on its label; `None` for the default.
        where: the conditions that the answer adds to the rule.
        on: the day on which things are counted under this answer; `None` if it does not decide.
    """

    suffix: str = ""
    remark: Text | None = None
    where: tuple[Condition, ...] = ()
    on: Event | None = None


Ways: TypeAlias = Mapping[str, Way]
"""The answers to one question; the first is the default."""

SUPPORT_EVENT: Ways = {
    "completion": Way(on=AllOf("completed_on")),
    "start": Way(
        "/started",
        Text(vi="tính từ khi bắt đầu", en="counted from the start"),
        on=AllOf("started_on"),
    ),
}
SUPPORT_LEVEL: Ways = {
    "any": Way(),
    "city": Way(
        "/city",
        Text(vi="chỉ nhiệm vụ cấp thành phố", en="the city's tasks only"),
        (OneOf("level", Level.CITY),),
    ),
}
# H3 "khoảng 1.500 doanh nghiệp": a household is not an enterprise under any reading.
COOPERATIVES: Ways = {
    "no": Way(where=(OneOf("kind", EnterpriseKind.ENTERPRISE),)),
    "yes": Way(
        "/cooperatives",
        Text(vi="gồm cả hợp tác xã", en="co-operatives included"),
        (OneOf("kind", (EnterpriseKind.ENTERPRISE, EnterpriseKind.COOPERATIVE)),),
    ),
}
# H4, H10 "áp dụng đồng bộ": how many groups of solutions that takes is a question.
SOLUTIONS: Ways = {
    "recognised": Way(),
    "several": Way(
        "/several",
        Text(vi="từ hai nhóm giải pháp trở lên", en="two groups of solutions or more"),
        (HasAtLeast("solutions", 2),),
    ),
    "all-four": Way(
        "/all-four",
        Text(vi="đủ bốn nhóm giải pháp", en="all four groups of solutions"),
        (HasAtLeast("solutions", len(Solution)),),
    ),
}
NATIONAL_MODELS: Ways = {
    "no": Way(where=(OneOf("scope", Scope.CITY),)),
    "yes": Way(
        "/with-national", Text(vi="gồm cả mô hình điểm toàn quốc", en="national models included")
    ),
}


def ways(stem: str, *questions: Ways) -> dict[tuple[str, ...], str]:
    """Return the ids of all ways of counting one thing, by the answers that choose them.

    Args:
        stem: the id of the way that the default answers choose.
        questions: the open questions, in the order of their suffixes.

    Returns:
        The ids in the order of the answers, so the default comes first.

    >>> ways("models/nation", SOLUTIONS)[("all-four",)]
    'models/nation/all-four'
    """
    return {
        answers: stem + "".join(way.suffix for way in _chosen(questions, answers))
        for answers in product(*questions)
    }


def in_all_ways(indicator: Indicator, rule: Counting, *questions: Ways) -> Iterator[Indicator]:
    """Yield an indicator in all ways of counting.

    Args:
        indicator: the indicator that the default answers choose, without its rule.
        rule: the part of the rule that does not depend on the answers.
        questions: the open questions, in the order of their suffixes.
    """
    for answers, name in ways(indicator.id, *questions).items():
        chosen = _chosen(questions, answers)
        on = next((way.on for way in chosen if way.on is not None), rule.on)
        conditions = sorted((part for way in chosen for part in way.where), key=_in_order)
        yield evolve(
            indicator,
            id=name,
            label=_with_remarks(indicator.label, [way.remark for way in chosen if way.remark]),
            counting=evolve(rule, on=on, where=(*rule.where, *conditions)),
        )


def _in_order(condition: Condition) -> tuple[bool, str]:
    """Return a key that puts conditions on single values first: they give the plainer reasons."""
    return not isinstance(condition, OneOf), condition.field


def _chosen(questions: tuple[Ways, ...], answers: tuple[str, ...]) -> list[Way]:
    return [question[answer] for question, answer in zip(questions, answers, strict=True)]


def _with_remarks(label: Text, remarks: list[Text]) -> Text:
    if not remarks:
        return label
    vi = ", ".join(remark.vi for remark in remarks)
    en = ", ".join(remark.en for remark in remarks)
    return Text(vi=f"{label.vi} ({vi})", en=f"{label.en} ({en})")
