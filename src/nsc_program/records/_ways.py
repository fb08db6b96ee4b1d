"""The ways in which a thing can be counted, where the text of a plan leaves that open.

Each way is an indicator of its own: the default has the bare id, and every other answer adds a
suffix.
"""

from collections.abc import Mapping
from itertools import product
from typing import TypeAlias

from nsc_program.values._text import Text

Ways: TypeAlias = Mapping[str, tuple[str, Text | None]]
"""The answers to one question, each with its suffix to an indicator's id and to the label.

The first answer is the default and adds nothing.
"""

SUPPORT_EVENT: Ways = {
    "completion": ("", None),
    "start": ("/started", Text(vi="tính từ khi bắt đầu", en="counted from the start")),
}
SUPPORT_LEVEL: Ways = {
    "any": ("", None),
    "city": ("/city", Text(vi="chỉ nhiệm vụ cấp thành phố", en="the city's tasks only")),
}
COOPERATIVES: Ways = {
    "no": ("", None),
    "yes": ("/cooperatives", Text(vi="gồm cả hợp tác xã", en="co-operatives included")),
}
SOLUTIONS: Ways = {
    "recognised": ("", None),
    "several": (
        "/several",
        Text(vi="từ hai nhóm giải pháp trở lên", en="two groups of solutions or more"),
    ),
    "all-four": ("/all-four", Text(vi="đủ bốn nhóm giải pháp", en="all four groups of solutions")),
}
NATIONAL_MODELS: Ways = {
    "no": ("", None),
    "yes": (
        "/with-national",
        Text(vi="gồm cả mô hình điểm toàn quốc", en="national models included"),
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
        answers: stem + "".join(suffix for suffix, _ in chosen(questions, answers))
        for answers in product(*questions)
    }


def chosen(questions: tuple[Ways, ...], answers: tuple[str, ...]) -> list[tuple[str, Text | None]]:
    """Return the suffixes to the id and to the label that each answer adds."""
    return [question[answer] for question, answer in zip(questions, answers, strict=True)]
