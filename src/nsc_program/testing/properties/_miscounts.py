"""What is wrong with what a counter returned, in full: its number, the right one, what counts and what does not."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from inspect import iscoroutine
from typing import final

from attrs import evolve, frozen

from nsc_program.errors import UnknownId
from nsc_program.figures._tally import Figure, tally
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Indicator, Phase
from nsc_program.records._counting import COUNTED_BY
from nsc_program.records._records import Record
from nsc_program.records._register import Register
from nsc_program.report.labels import label
from nsc_program.values._ranges import Range
from nsc_program.verdicts._evidence import Counted, FigureEvidence, figure_evidence

MOST_LINES = 8
"""How many keys, and how many records left out, are listed at most."""
MOST_MENTIONS = 4
"""How many records of one key are, and other things that are told in one line."""
MOST_TEXT = 80
"""How long a value is shown."""


@final
@frozen
class Reached:
    """What a phase has reached by the close of a day: what there is to count."""

    program: Program
    phase: Phase
    register: Register
    as_of: date

    def figures(self, indicators: Iterable[Indicator]) -> tuple[Figure, ...]:
        """What each indicator can be over the days of the phase up to this one, as if it ended here."""
        so_far = self.phase.period.through(self.as_of) or self.phase.period
        cut = Program(
            id=self.program.id,
            edition=self.program.edition,
            title=self.program.title,
            issuer=self.program.issuer,
            indicators=tuple(indicators),
            phases=(Phase(id=self.phase.id, period=so_far),),
        )
        return tally(cut, self.register, as_of=self.as_of).figures

    def evidence(self, figure: Figure) -> FigureEvidence:
        """What counts and what is left out, with days after this one told from days after the phase."""
        indicator = self.program.indicator(figure.indicator)
        whole = evolve(figure, period=self.phase.period)
        return figure_evidence(indicator, whole, self.register, self.as_of)

    def older_versions(self, indicator: str) -> tuple[Record, ...]:
        """The versions that a later one replaces, of records that this indicator counts."""
        latest = {
            (type(each), each.id): each.recorded_on
            for each in self.register.latest
            if isinstance(each, Record)
        }
        return tuple(
            each
            for each in self.register.records
            if isinstance(each, Record)
            and each.recorded_on != latest[type(each), each.id]
            and indicator in COUNTED_BY.get(type(each), ())
        )


def miscounts(returned: object, reached: Reached) -> str:
    """What is wrong; nothing, if every number is one that its figure can be."""
    if iscoroutine(returned):
        returned.close()
        return (
            "the counter is asynchronous; give a function that runs it and returns what it counts"
        )
    if not isinstance(returned, Mapping):
        return f"the counter returned {_shown(returned)}; expected a mapping of indicator ids to whole numbers"
    odd = list(_oddities(returned, reached.program))
    if odd:
        return "; ".join(odd[:MOST_MENTIONS])
    figures = reached.figures(each for each in reached.program.indicators if each.id in returned)
    wrong = [each for each in figures if Fraction(returned[each.indicator]) not in each.range]
    return "\n".join(_lines(returned, wrong, reached)) if wrong else ""


def _oddities(returned: Mapping[object, object], program: Program) -> Iterator[str]:
    """What is no number of something that is counted."""
    known = {indicator.id: indicator for indicator in program.indicators}
    for name, number in returned.items():
        indicator = known.get(name) if isinstance(name, str) else None
        if indicator is None:
            yield str(UnknownId("indicator", _name(name), tuple(known)))
        elif not indicator.accumulates:
            yield f"indicator {name!r} is a state: it is reported, and nothing counts it"
        elif type(number) is not int:
            yield f"{name}: expected a whole number (int), got {_shown(number)} ({type(number).__name__})"


def _name(given: object) -> str:
    return given if isinstance(given, str) else _shown(given)


def _shown(given: object) -> str:
    try:
        text = repr(given)
    except ValueError:  # a whole number of more digits than Python writes down
        return "a number too large to show"
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}…"


def _lines(returned: Mapping[str, int], wrong: list[Figure], reached: Reached) -> Iterator[str]:
    """The first that is wrong in full, and the others by their numbers."""
    first, *others = wrong
    found, older = reached.evidence(first), reached.older_versions(first.indicator)
    number, phase = returned[first.indicator], reached.phase
    yield f"{first.indicator} in phase {phase.id} ({phase.period}), as of the close of {reached.as_of}:"
    yield f"the counter says {_shown(number)}, and it {_can_be(first.range)}"
    hints = [hint for hint, hinted in _hints(found, older, reached) if hinted == number]
    if hints:
        yield f"{number} would be right {', or '.join(hints)}"
    yield "what counts, each key once:"
    yield from _listed(map(_counted, found.counted))
    yield "what is left out:"
    yield from _listed(_left_out(found, older))
    if others:
        yield "wrong too:"
        numbers = (
            (each.indicator, _shown(returned[each.indicator]), _can_be(each.range))
            for each in others
        )
        yield from _listed(
            f"{indicator}: {number}, and it {right}" for indicator, number, right in numbers
        )


def _can_be(possible: Range) -> str:
    return f"is {possible.low}" if possible.low == possible.high else f"can be {possible}"


def _counted(each: Counted) -> str:
    mentions = [
        f"{mention.kind} {mention.id or ''}".strip() + f" on {mention.on}"
        for mention in each.mentions
    ]
    more = f" and {len(mentions) - MOST_MENTIONS} more" if len(mentions) > MOST_MENTIONS else ""
    doubt = "" if each.verified else " (not verified)"
    many = f" ({each.things} people)" if each.things > 1 else ""
    return f"{each.key}{many}: {', '.join(mentions[:MOST_MENTIONS])}{more}{doubt}"


def _left_out(found: FigureEvidence, older: Iterable[Record]) -> Iterator[str]:
    for each in found.left_out:
        yield f"{each.kind} {each.id}: {label(each.why).en}"
    for version in older:
        entered = version.recorded_on or "the start"
        yield f"{type(version).__name__} {version.id}, entered on {entered}: a later version replaces it"


def _listed(things: Iterable[str]) -> Iterator[str]:
    """A line for each, as far as there is room."""
    lines = list(things)
    yield from (f"  {line}" for line in lines[:MOST_LINES] or ["nothing"])
    if len(lines) > MOST_LINES:
        yield f"  and {len(lines) - MOST_LINES} more"


# --- what may have gone wrong ---


def _hints(
    found: FigureEvidence, older: Collection[Record], reached: Reached
) -> Iterator[tuple[str, int]]:
    """Ways of counting wrong, and the number that each comes to."""
    right, period = found.total, reached.phase.period
    mentions = sum(each.things * len(each.mentions) for each in found.counted)
    if mentions > right:
        yield "if every record counted, and not every key once", mentions
    for why, many in Counter(each.why for each in found.left_out).items():
        yield f"if what is left out as “{label(why).en}” counted", right + many
    if older:
        yield "if older versions counted", right + len(older)
    days = {
        reached.as_of: "day itself",
        period.first: "first day of the phase",
        period.end: "last day of the phase",
    }
    for day, name in days.items():
        only = sum(
            each.things
            for each in found.counted
            if all(mention.on == day for mention in each.mentions)
        )
        if only:
            yield f"without the {name}, {day}", right - only
