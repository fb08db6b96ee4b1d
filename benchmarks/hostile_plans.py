"""Build hostile plans as JSON."""

import json
from collections.abc import Callable
from itertools import product
from typing import Any, TypeAlias

from hostile_ways import Kind, filled, program, program_swept

Json: TypeAlias = Any
TEXT = {"vi": "a", "en": "a"}
CITED = [{"document": "d", "words": "w"}]
AT_LEAST = {"type": "AtLeast", "number": 1}
EACH_YEAR = {"type": "EachYear"}


def years(first: int, last: int) -> Json:
    """Return a period of whole years."""
    return {"start": f"{first:04}-01-01", "end": f"{last:04}-12-31"}


def target(name: str, indicator: Json = "i0", **others: Json) -> Json:
    """Return a target of at least one."""
    return {
        "id": name,
        "title": TEXT,
        "indicator": indicator,
        "bound": AT_LEAST,
        "citations": CITED,
        **others,
    }


def indicator(number: int, **others: Json) -> Json:
    """Return an indicator that counts."""
    return {"id": f"i{number}", "unit": "u", "label": TEXT, **others}


def phase(name: str = "x", first: int = 2021, last: int = 2025, targets: Json = ()) -> Json:
    """Return a phase of whole years."""
    return {"id": name, "period": years(first, last), "targets": list(targets)}


def plan(**lists: Json) -> str:
    """Return a plan of one target, with some of its lists replaced."""
    return json.dumps(
        {
            "schema": "nsc-program/program/1",
            "id": "p",
            "edition": "e",
            "title": TEXT,
            "issuer": TEXT,
            "documents": [{"id": "d", "title": TEXT, "place": "p"}],
            "units": [{"id": "u", "label": TEXT}],
            "indicators": [indicator(0)],
            "phases": [phase(targets=[target("x/0")])],
            **lists,
        }
    )


def with_targets(size: int, item: Callable[[int], Json], **lists: Json) -> str:
    """Return a plan of one phase with many targets."""
    return plan(phases=[phase(targets=[target("x/first"), *filled(size, item)])], **lists)


def _phases_and_indicators(size: int) -> str:
    """Return a plan that needs a figure of every indicator over every period.

    A plan of 100 kB needs tens of thousands of figures.
    """
    indicators = filled(size // 2, indicator) or [indicator(0)]
    growth = {"type": "Growth", "baseline": years(1990, 1995)}
    phases = filled(
        size // 2,
        lambda number: phase(
            f"x{number}", 2000 + number, 2001 + number, [target(f"x{number}/0", basis=growth)]
        ),
    )
    return plan(indicators=indicators, phases=phases or [phase(targets=[target("x/0")])])


def _millennia(basis: Json) -> Callable[[int], str]:
    def make(size: int) -> str:
        indicators = filled(size // 3, indicator) or [indicator(0)]
        count = len(indicators)
        targets = filled(
            2 * size // 3, lambda number: target(f"x/{number}", f"i{number % count}", basis=basis)
        )
        last = 9998 if size else 2
        return plan(
            indicators=indicators,
            phases=[phase("x", 1, last, targets or [target("x/0", basis=basis)])],
        )

    return make


def _phases_of_one_year(size: int) -> str:
    phases = filled(
        size, lambda n: phase(f"x{n}", 1000 + n, 1000 + n, [target(f"x{n}/0", basis=EACH_YEAR)])
    )
    return plan(phases=phases or [phase(targets=[target("x/0")])])


def _chain(size: int) -> str:
    return with_targets(size, lambda n: target(f"x/{n}", part_of=f"x/{n - 1}" if n else "x/first"))


def _circle(size: int) -> str:
    """Return a plan with targets that are parts of each other in a circle."""
    many = filled(size, lambda n: target(f"x/{n}", part_of=f"x/{n + 1}"))
    last = target(f"x/{len(many)}", part_of="x/0" if many else None)
    return plan(phases=[phase(targets=[*many, last])])


def _unknown_indicators(size: int) -> str:
    indicators = [
        indicator(0),
        *filled(size // 3, lambda n: indicator(n, id=f"known-indicator-{n:05}")),
    ]
    return with_targets(
        2 * size // 3, lambda n: target(f"x/{n}", f"knwon-indicatr-{n:05}"), indicators=indicators
    )


def _unknown_documents(size: int) -> str:
    documents = filled(size // 2, lambda n: {"id": f"document-{n:05}", "title": TEXT, "place": "p"})
    cited = filled(size // 2, lambda n: {"document": f"dokumnt-{n:05}", "words": "w"})
    first = {"id": "d", "title": TEXT, "place": "p"}
    return plan(
        documents=[first, *documents],
        phases=[phase(targets=[target("x/0", citations=[*CITED, *cited])])],
    )


def _unused_documents(size: int) -> str:
    documents = filled(size, lambda n: {"id": f"document-{n:05}", "title": TEXT, "place": "p"})
    return plan(documents=[{"id": "d", "title": TEXT, "place": "p"}, *documents])


def _units(size: int) -> str:
    units = [
        {"id": "u", "label": TEXT},
        *filled(size // 2, lambda n: {"id": f"u{n}", "label": TEXT}),
    ]
    more = filled(size // 2, lambda n: {**indicator(n + 1), "unit": f"u{n % len(units)}"})
    return plan(units=units, indicators=[indicator(0), *more])


def question(name: str, answers: int) -> Json:
    """Return a question with a number of answers."""
    return {
        "id": name,
        "phrase": TEXT,
        "answers": [{"value": f"a{n}", "label": TEXT} for n in range(answers)],
    }


def _one_question(size: int) -> str:
    """Return a plan with a question of many answers, and a row for each answer."""
    answers = max(1, size // 90)
    rows = [{"answers": [f"a{n}"], "indicator": "i0"} for n in range(answers)]
    choice = {"questions": ["q"], "indicators": rows}
    return plan(questions=[question("q", answers)], phases=[phase(targets=[target("x/0", choice)])])


def _many_questions(size: int) -> str:
    """Return a plan with a row for each combination of answers to as many questions as fit."""
    count = next((n for n in range(1, 20) if 2 ** (n + 1) * (30 + 6 * (n + 1)) > size), 1)
    names = [f"q{n}" for n in range(count)]
    combinations = product(("a0", "a1"), repeat=count)
    rows = [{"answers": list(answers), "indicator": "i0"} for answers in combinations]
    choice = {"questions": names, "indicators": rows}
    # This bound asks a question of its own.
    about = target("x/0", choice, bound={"type": "About", "number": 100})
    return plan(questions=[question(name, 2) for name in names], phases=[phase(targets=[about])])


def _choices_without_rows(size: int) -> str:
    """Return a plan with hundreds of questions, which have too many combinations to list."""
    questions = filled(size // 2, lambda n: question(f"q{n}", 2)) or [question("q0", 2)]
    choice = {
        "questions": [asked["id"] for asked in questions],
        "indicators": [{"answers": ["a0"], "indicator": "i0"}],
    }
    targets = [target(f"x/{n}", choice) for n in range(3)]
    return plan(questions=questions, phases=[phase(targets=targets)])


def _growing(size: int) -> str:
    """Return a plan whose second phase is all growth over the targets of the first."""
    growth = {"type": "Growth", "baseline": years(2021, 2025)}
    indicators = filled(size // 4, indicator) or [indicator(0)]
    first = filled(size // 4, lambda n: target(f"x/{n}", f"i{n % len(indicators)}")) or [
        target("x/0")
    ]
    second = filled(size // 2, lambda n: target(f"y/{n}", f"i{n % len(indicators)}", basis=growth))
    return plan(
        indicators=indicators, phases=[phase("x", targets=first), phase("y", 2026, 2030, second)]
    )


def _objectives(size: int) -> str:
    return plan(
        objectives=filled(
            size,
            lambda n: {
                "id": f"o{n}",
                "title": TEXT,
                "phase": "x",
                "indicator": "i0",
                "citations": CITED,
            },
        )
    )


def _sources(size: int) -> str:
    return plan(
        funding_sources=filled(size, lambda n: {"id": f"f{n}", "label": TEXT, "citations": CITED})
    )


def _budget(source: str) -> Callable[[int], str]:
    """Build plans with a budget of one year after the other, from sources of a name."""

    def make(size: int) -> str:
        def item(number: int) -> Json:
            year = str(1000 + number)
            return {
                "source": source.format(number),
                "period": year,
                "vnd": 1,
                "citations": CITED,
            }

        sources = [{"id": "f", "label": TEXT, "citations": CITED}]
        return plan(funding_sources=sources, budget=filled(size, item))

    return make


def _attested(size: int) -> str:
    answers = filled(size, lambda n: {"value": f"a{n}", "label": TEXT, "attested_by": [f"d{n}"]})
    return plan(questions=[{"id": "q", "phrase": TEXT, "answers": answers}] if answers else [])


def _past(size: int) -> str:
    past = filled(size, lambda n: phase(f"p{n}", 1000 + n, 1000 + n, [target(f"p{n}/0")]))
    return plan(past=past, in_force_from="2020-01-01")


def _worded(words: Callable[[int], str]) -> Callable[[int], str]:
    """Build plans of targets without a bound, each with words."""

    def make(size: int) -> str:
        def item(number: int) -> Json:
            cited = [{"document": "d", "words": words(number)}]
            return {"id": f"x/{number}", "title": TEXT, "indicator": "i0", "citations": cited}

        return plan(phases=[phase(targets=[target("x/first"), *filled(size, item)])])

    return make


def _wrong(key: str, value: Callable[[int], Json]) -> Callable[[int], str]:
    """Build plans in which every target is wrong in the same key."""
    return lambda size: with_targets(size, lambda n: {**target(f"x/{n}"), key: value(n)})


def _comparable(size: int) -> str:
    """Return a plan of two phases of thousands of years, which are compared by every indicator."""
    indicators = filled(size // 4, indicator) or [indicator(0)]
    first = filled(3 * size // 8, lambda n: target(f"x/{n}", f"i{n % len(indicators)}")) or [
        target("x/0")
    ]
    second = filled(3 * size // 8, lambda n: target(f"y/{n}", f"i{n % len(indicators)}"))
    return plan(
        indicators=indicators, phases=[phase("x", 1, 4000, first), phase("y", 4001, 9000, second)]
    )


def _just_allowed(basis: str) -> Callable[[int], str]:
    """Build plans with the most yearly targets and years allowed, and numbers of many digits."""

    def make(size: int) -> str:
        bound = {"type": "About", "number": f"{3**50}/{2**60}"}
        count = max(1, min(50, size // 2000))
        targets = [target(f"x/{n}", bound=bound, basis={"type": basis}) for n in range(count)]
        return plan(
            phases=[phase("x", 2001, 2100, targets)],
            questions=filled(size, lambda n: question(f"q{n}", 1)),
        )

    return make


KINDS: dict[str, Kind] = {
    "plan: phases x indicators": Kind(_phases_and_indicators, program),
    "plan: millennia, yearly targets": Kind(_millennia(EACH_YEAR), program),
    "plan: millennia, yearly growth": Kind(_millennia({"type": "YearlyGrowth"}), program),
    "plan: millennia, no yearly target": Kind(_millennia({"type": "Reached"}), program),
    "plan: two phases of millennia": Kind(_comparable, program),
    "plan: each of a hundred years": Kind(_just_allowed("EachYear"), program),
    "plan: growth in a hundred years": Kind(_just_allowed("YearlyGrowth"), program),
    "swept: each of a hundred years": Kind(_just_allowed("EachYear"), program_swept),
    "swept: growth in a hundred years": Kind(_just_allowed("YearlyGrowth"), program_swept),
    "swept: phases x indicators": Kind(_phases_and_indicators, program_swept),
    "swept: one question of many answers": Kind(_one_question, program_swept),
    "swept: many questions, every combination": Kind(_many_questions, program_swept),
    "swept: growth of everything": Kind(_growing, program_swept),
    "swept: targets of one phase": Kind(
        lambda size: with_targets(size, lambda n: target(f"x/{n}")), program_swept
    ),
    "plan: phases of one year": Kind(_phases_of_one_year, program),
    "plan: targets of one phase": Kind(
        lambda size: with_targets(size, lambda n: target(f"x/{n}")), program
    ),
    "plan: parts of parts": Kind(_chain, program),
    "plan: parts in a circle": Kind(_circle, program),
    "plan: parts of one whole": Kind(
        lambda size: with_targets(size, lambda n: target(f"x/{n}", part_of="x/first")), program
    ),
    "plan: unknown indicators": Kind(_unknown_indicators, program),
    "plan: unknown documents": Kind(_unknown_documents, program),
    "plan: unused documents": Kind(_unused_documents, program),
    "plan: units": Kind(_units, program),
    "plan: one question of many answers": Kind(_one_question, program),
    "plan: many questions, every combination": Kind(_many_questions, program),
    "plan: many questions, one combination": Kind(_choices_without_rows, program),
    "plan: growth of everything": Kind(_growing, program),
    "plan: objectives": Kind(_objectives, program),
    "plan: sources of money": Kind(_sources, program),
    "plan: a budget of many years": Kind(_budget("f"), program),
    "plan: a budget of unknown sources": Kind(_budget("g{}"), program),
    "plan: answers of unknown documents": Kind(_attested, program),
    "plan: past phases": Kind(_past, program),
    "plan: one id for all targets": Kind(_wrong("id", lambda _: "x/0"), program),
    "plan: ids outside the phase": Kind(_wrong("id", lambda n: f"y/{n}"), program),
    "plan: no citations": Kind(_wrong("citations", lambda _: []), program),
    "plan: unknown wholes": Kind(_wrong("part_of", lambda n: f"x/none-{n}"), program),
    "plan: wrong types": Kind(_wrong("title", lambda n: n), program),
    "plan: unknown tags": Kind(_wrong("bound", lambda n: {"type": f"AtLast{n}"}), program),
    "plan: words that are parsed": Kind(_worded(lambda n: f"ít nhất {n + 1} câu lạc bộ"), program),
    "plan: words that are rejected": Kind(_worded(lambda n: f"gần {n + 1} câu lạc bộ"), program),
}
