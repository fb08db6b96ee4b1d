"""Laws about texts: documents, worded numbers, and the quotations of a plan."""

from functools import partial
from itertools import product

from hypothesis import strategies as st

from nsc_program.errors import InvalidValue
from nsc_program.plan._bases import IN_PERCENT
from nsc_program.plan._bounds import Bound
from nsc_program.plan._program import Program
from nsc_program.plan._sources import Citation
from nsc_program.plan._targets import Target
from nsc_program.serialization import from_json, to_json
from nsc_program.testing.properties._running import Drawing, hold, require
from nsc_program.testing.properties._shared import draw_figures_and_reading
from nsc_program.values._text import Lang
from nsc_program.verdicts._assess import evaluate
from nsc_program.wording import InvalidWording, Phrase, parse, read, render

LANGS: tuple[Lang, ...] = ("vi", "en")


def documents_come_back(program: Program) -> None:
    """Require that plans, figures and evaluations survive being written and loaded again.

    Both the value and its text must be the same. This is law 10.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    hold(partial(_documents_come_back, program))


def _documents_come_back(program: Program, draw: Drawing) -> None:
    """Require that a plan, its figures or its evaluation is the same once it is loaded."""
    drawn, reading = draw_figures_and_reading(draw, program)
    value = draw(st.sampled_from((program, drawn, evaluate(program, drawn, reading))), "value")
    text, name = to_json(value), type(value).__name__
    loaded = from_json(text, type(value))
    require(
        loaded == value and to_json(loaded) == text, f"{name}: it differs once it is loaded again"
    )


def words_come_back(program: Program) -> None:
    """Require that the number of each target is parsed as it was, in both languages.

    It is first written as an official would write it. This is law 12.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    for target, lang in product(program.targets, LANGS):
        phrase = _phrase_of(target)
        try:
            words = render(phrase, lang)
        except (InvalidValue, InvalidWording):
            continue  # an endless decimal cannot be written down
        require(
            parse(words, lang) == (phrase,),
            f"{target.id}: written as {words!r}, and not parsed as it was",
        )


def _phrase_of(target: Target) -> Phrase:
    """Return the number of a target as a phrase; only a change in percent has a unit."""
    unit = "%" if isinstance(target.basis, IN_PERCENT) else ""
    return Phrase(target.bound, target.basis, unit=unit, aspirational=target.aspirational)


def quotations_say_the_number(program: Program) -> None:
    """Require that the words which a target quotes state its number, if they can be parsed.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    for target in program.targets:
        for citation in target.citations:
            bounds = _bounds_quoted(citation)
            require(
                not bounds or target.bound in bounds,
                f"{target.id}: {target.bound}, and {citation.words!r} says {bounds}",
            )


def _bounds_quoted(citation: Citation) -> list[Bound]:
    """Return the bounds that the quoted words state, as far as they can be parsed."""
    parts = read(citation.words, "en" if citation.lang == "en" else "vi")
    return [part.bound for part in parts if isinstance(part, Phrase)]
