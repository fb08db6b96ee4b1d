"""Build hostile results: figures, evaluations, sweeps and comparisons of the library, enlarged."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeAlias

from hostile_ways import AS_OF, Kind, comparison, evaluation, figures, filled, swept

from nsc_program import HANOI, Register, compare_phases, evaluate, sweep, tally
from nsc_program.serialization import to_json

Json: TypeAlias = Any
Enlarge: TypeAlias = Callable[[Json, int], object]
TEXT = {"vi": "a", "en": "a"}
DAY = date(2021, 1, 1)


@cache
def _texts() -> dict[str, str]:
    """Return a document of each kind."""
    tallied = tally(HANOI, Register(), as_of=AS_OF)
    results = {
        "evaluation": evaluate(HANOI, tallied),
        "sweep": sweep(HANOI, tallied),
        "comparison": compare_phases(evaluate(HANOI, tallied), "2021-2025", "2026-2030"),
    }
    return {name: to_json(result) for name, result in results.items()}


def _small(kind: str) -> Json:
    """Return a document of one verdict at most, so that the added parts make up most of it."""
    document = json.loads(_texts()[kind])
    match kind:
        case "evaluation":
            document["phases"] = document["phases"][:1]
            document["phases"][0]["verdicts"] = document["phases"][0]["verdicts"][:1]
            document["objectives"] = []
        case "sweep":
            document["targets"] = document["targets"][:1]
        case _:
            document["changes"] = document["changes"][:1]
    return document


def _enlarged(kind: str, enlarge: Enlarge) -> Callable[[int], str]:
    def make(size: int) -> str:
        document = _small(kind)
        if size:
            enlarge(document, size)
        return json.dumps(document)

    return make


def _verdict(document: Json) -> Json:
    return document["phases"][0]["verdicts"][0]


def _question(n: int) -> Json:
    return {
        "id": f"q{n}",
        "phrase": TEXT,
        "answers": [{"value": "a", "label": TEXT, "attested_by": []}],
        "interval": None,
        "citations": [],
    }


def _period(n: int) -> Json:
    return {"start": str(DAY + timedelta(n)), "end": str(DAY + timedelta(n))}


def _note(n: int) -> Json:
    return {
        "type": "ClaimedComplete",
        "indicator": "supported",
        "period": _period(n),
        "through": "2025-12-31",
    }


def _comparison(n: int) -> Json:
    everything = {"low": None, "high": None}
    return {
        "period": _period(n),
        "possible": everything,
        "sure": everything,
        "perhaps": everything,
        "baseline": None,
    }


def _asked(n: int) -> Json:
    return {"question": f"q{n}", "answer": "a"}


def _many_verdicts(document: Json, size: int) -> None:
    verdict = _verdict(document)
    more = filled(size, lambda n: {**verdict, "target": _renamed(verdict["target"], n)})
    document["phases"][0]["verdicts"] = [verdict, *more]


def _renamed(target: Json, n: int) -> Json:
    return {**target, "id": f"{target['id']}-{n}"}


def _one_verdict_again(document: Json, size: int) -> None:
    verdict = _verdict(document)
    document["phases"][0]["verdicts"] = [verdict, *filled(size, lambda _: verdict)]


def _many_targets(document: Json, size: int) -> None:
    swept_target = document["targets"][0]
    document["targets"] = filled(
        size, lambda n: {**swept_target, "target": _renamed(swept_target["target"], n)}
    )


def _many_outcomes(differing: int) -> Enlarge:
    """Add outcomes of many questions, of which every `differing`-th is attained.

    The questions on which the target hinges follow from all outcomes together.
    """

    def enlarge(document: Json, size: int) -> None:
        swept_target = document["targets"][0]
        count = 10
        document["questions"] = [_yes_no(n) for n in range(count)]
        swept_target["outcomes"] = filled(size, lambda n: _outcome(n, count, differing))
        swept_target["statuses"] = ["attained", "missed"]
        swept_target["settled"] = False
        swept_target["critical_tolerances"] = []
        swept_target["hinges"] = [f"q{n}" for n in range(count)]

    return enlarge


def _yes_no(n: int) -> Json:
    answers: Json = [{"value": value, "label": TEXT, "attested_by": []} for value in (True, False)]
    return {**_question(n), "answers": answers}


def _outcome(number: int, questions: int, differing: int) -> Json:
    answers = [{"question": f"q{n}", "answer": bool(number >> n & 1)} for n in range(questions)]
    status = "missed" if number % differing else "attained"
    return {"answers": answers, "tolerance": None, "status": status}


def _many_tolerances(document: Json, size: int) -> None:
    """Add outcomes that differ only in their tolerance."""
    swept_target = document["targets"][0]
    outcomes = filled(
        size,
        lambda n: {
            "answers": [],
            "tolerance": {"low": f"{n + 1}/100003", "high": f"{n + 2}/100003"},
            "status": ("missed", "attained")[n % 2],
        },
    )
    swept_target |= {"outcomes": outcomes, "statuses": ["attained", "missed"], "settled": False}
    swept_target |= {"hinges": ["tolerance"], "critical_tolerances": []}


def _figures(item: Callable[[int], Json]) -> Callable[[int], str]:
    return lambda size: json.dumps(
        {"schema": "nsc-program/figures/1", "as_of": "2026-06-30", "figures": filled(size, item)}
    )


def _figure(n: int) -> Json:
    return {
        "indicator": "supported",
        "period": _period(n),
        "range": {"low": 0, "high": None},
        "notes": [],
    }


def _put(key: str, item: Callable[[int], Json]) -> Enlarge:
    """Extend a list of the document."""
    return lambda document, size: document[key].extend(filled(size, item))


def _put_in_verdict(key: str, item: Callable[[int], Json]) -> Enlarge:
    return lambda document, size: _verdict(document).update({key: filled(size, item)})


def _asked_and_explained(document: Json, size: int) -> None:
    document["questions"] += filled(3 * size // 4, _question)
    _verdict(document)["asked"] += [_asked(n) for n in range(size // 200)]


def _many_changes(document: Json, size: int) -> None:
    change = document["changes"][0]
    document["changes"] += filled(size, lambda _: change)


_FIGURES: dict[str, Callable[[int], Json]] = {
    "many": _figure,
    "one figure again and again": lambda _: _figure(0),
    "of unknown indicators": lambda n: {**_figure(0), "indicator": f"i{n}"},
    "notes": lambda n: {**_figure(n), "notes": [_note(n)]},
}
_EVALUATIONS: dict[str, Enlarge] = {
    "questions": _put("questions", _question),
    "questions, asked": _asked_and_explained,
    "unexplained questions": _put_in_verdict("asked", _asked),
    "notes": _put_in_verdict("notes", _note),
    "one note again and again": _put_in_verdict("notes", lambda _: _note(0)),
    "comparisons": _put_in_verdict("comparisons", _comparison),
    "verdicts": _many_verdicts,
    "one verdict again and again": _one_verdict_again,
    "phases": _put(
        "phases", lambda n: {"id": f"x{n}", "period": _period(n), "status": None, "verdicts": []}
    ),
    "wrong verdicts": _put_in_verdict("comparisons", lambda n: n),
}
_SWEEPS: dict[str, Enlarge] = {
    "targets": _many_targets,
    "outcomes of which half differ": _many_outcomes(2),
    "outcomes of which one differs": _many_outcomes(10**9),
    "tolerances": _many_tolerances,
    "questions": _put("questions", _question),
}
_COMPARISONS: dict[str, Enlarge] = {
    "changes": _many_changes,
    "questions": _put("questions", _question),
}

KINDS: dict[str, Kind] = {
    **{f"figures: {name}": Kind(_figures(item), figures) for name, item in _FIGURES.items()},
    **{
        f"evaluation: {name}": Kind(_enlarged("evaluation", enlarge), evaluation)
        for name, enlarge in _EVALUATIONS.items()
    },
    **{
        f"sweep: {name}": Kind(_enlarged("sweep", enlarge), swept)
        for name, enlarge in _SWEEPS.items()
    },
    **{
        f"comparison: {name}": Kind(_enlarged("comparison", enlarge), comparison)
        for name, enlarge in _COMPARISONS.items()
    },
}
