"""Explain in full what is wrong with the numbers that a counter returned.

The explanation gives the wrong number, the right one, what counts, and what is left out.
"""

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
from nsc_program.records._records import Record
from nsc_program.records._register import Register
from nsc_program.report.counting import reason
from nsc_program.values._ranges import Range
from nsc_program.verdicts._evidence import Counted, FigureEvidence, figure_evidence

MOST_LINES = 8
"""The most keys that are listed, and the most records left out."""
MOST_MENTIONS = 4
"""The most records of one key, or other items, that are listed in one line."""
MOST_TEXT = 80
"""The most characters of a value that are shown."""


@final
@frozen
class Reached:
    """The state of a phase at the close of a day.

    Attributes:
        program: The plan.
        phase: The phase.
        register: The register to count.
        as_of: The day.
    """

    program: Program
    phase: Phase
    register: Register
    as_of: date

    def figures(self, indicators: Iterable[Indicator]) -> tuple[Figure, ...]:
        """Return the figures over the phase up to this day, as if the phase ended on it."""
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
        """Return what counts and what is left out.

        Days after this day are told apart from days after the phase.
        """
        indicator = self.program.indicator(figure.indicator)
        whole = evolve(figure, period=self.phase.period)
        return figure_evidence(indicator, whole, self.register, self.as_of)

    def older_versions(self, indicator: str) -> tuple[Record, ...]:
        """Return the replaced versions of records that an indicator counts."""
        counting = {rule.of for rule in self.program.indicator(indicator).counting}
        latest = {
            (type(record), record.id): record.recorded_on
            for record in self.register.latest
            if isinstance(record, Record)
        }
        return tuple(
            record
            for record in self.register.records
            if isinstance(record, Record)
            and record.recorded_on != latest[type(record), record.id]
            and type(record) in counting
        )


def miscounts(returned: object, reached: Reached) -> str:
    """Return what is wrong, or an empty text if each figure can have the number returned for it."""
    if iscoroutine(returned):
        returned.close()
        return (
            "the counter is asynchronous; give a function that runs it and returns what it counts"
        )
    if not isinstance(returned, Mapping):
        return (
            f"the counter returned {_shown(returned)}; "
            "expected a mapping of indicator ids to whole numbers"
        )
    invalid = list(_invalid(returned, reached.program))
    if invalid:
        return "; ".join(invalid[:MOST_MENTIONS])
    indicators = (indicator for indicator in reached.program.indicators if indicator.id in returned)
    figures = reached.figures(indicators)
    wrong = [
        figure for figure in figures if Fraction(returned[figure.indicator]) not in figure.range
    ]
    return "\n".join(_lines(returned, wrong, reached)) if wrong else ""


def _invalid(returned: Mapping[object, object], program: Program) -> Iterator[str]:
    """Yield what is wrong with ids that are not of a counted indicator, and with wrong types."""
    by_id = {indicator.id: indicator for indicator in program.indicators}
    for name, number in returned.items():
        indicator = by_id.get(name) if isinstance(name, str) else None
        if indicator is None:
            yield str(UnknownId("indicator", _name(name), tuple(by_id)))
        elif not indicator.accumulates:
            yield f"indicator {name!r} is a state: it is reported, and nothing counts it"
        elif type(number) is not int:
            kind = type(number).__name__
            yield f"{name}: expected a whole number (int), got {_shown(number)} ({kind})"


def _name(name: object) -> str:
    return name if isinstance(name, str) else _shown(name)


def _shown(value: object) -> str:
    try:
        text = repr(value)
    except ValueError:  # an integer with more digits than Python converts to text
        return "a number too large to show"
    return text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}…"


def _lines(returned: Mapping[str, int], wrong: list[Figure], reached: Reached) -> Iterator[str]:
    """Yield the lines about the first wrong number in full, and a line about each other one."""
    first, *others = wrong
    evidence, older = reached.evidence(first), reached.older_versions(first.indicator)
    number, phase = returned[first.indicator], reached.phase
    in_phase = f"{first.indicator} in phase {phase.id} ({phase.period})"
    yield f"{in_phase}, as of the close of {reached.as_of}:"
    yield f"the counter says {_shown(number)}, and it {_can_be(first.range)}"
    hints = [hint for hint, total in _hints(evidence, older, reached) if total == number]
    if hints:
        yield f"{number} would be right {', or '.join(hints)}"
    yield "what counts, each key once:"
    yield from _listed(map(_counted, evidence.counted))
    yield "what is left out:"
    yield from _listed(_left_out(evidence, older))
    if others:
        yield "wrong too:"
        yield from _listed(_other_line(figure, returned[figure.indicator]) for figure in others)


def _other_line(figure: Figure, number: int) -> str:
    return f"{figure.indicator}: {_shown(number)}, and it {_can_be(figure.range)}"


def _can_be(possible: Range) -> str:
    return f"is {possible.low}" if possible.low == possible.high else f"can be {possible}"


def _counted(entry: Counted) -> str:
    mentions = [
        f"{mention.kind} {mention.id or ''}".strip() + f" on {mention.on}"
        for mention in entry.mentions
    ]
    more = f" and {len(mentions) - MOST_MENTIONS} more" if len(mentions) > MOST_MENTIONS else ""
    doubt = "" if entry.verified else " (not verified)"
    many = f" ({entry.things} people)" if entry.things > 1 else ""
    return f"{entry.key}{many}: {', '.join(mentions[:MOST_MENTIONS])}{more}{doubt}"


def _left_out(evidence: FigureEvidence, older: Iterable[Record]) -> Iterator[str]:
    for entry in evidence.left_out:
        yield f"{entry.kind} {entry.id}: {reason(entry).en}"
    for version in older:
        record = f"{type(version).__name__} {version.id}"
        entered = version.recorded_on or "the start"
        yield f"{record}, entered on {entered}: a later version replaces it"


def _listed(items: Iterable[str]) -> Iterator[str]:
    """Yield a line for each item, up to a limit, and the number of the items beyond it."""
    lines = list(items)
    yield from (f"  {line}" for line in lines[:MOST_LINES] or ["nothing"])
    if len(lines) > MOST_LINES:
        yield f"  and {len(lines) - MOST_LINES} more"


# --- likely causes ---


def _hints(
    evidence: FigureEvidence, older: Collection[Record], reached: Reached
) -> Iterator[tuple[str, int]]:
    """Yield the usual mistakes, each with the number that a counter gets by making it."""
    right, period = evidence.total, reached.phase.period
    mentions = sum(entry.things * len(entry.mentions) for entry in evidence.counted)
    if mentions > right:
        yield "if every record counted, and not every key once", mentions
    for why, many in Counter(reason(entry).en for entry in evidence.left_out).items():
        yield f"if what is left out as “{why}” counted", right + many
    if older:
        yield "if older versions counted", right + len(older)
    days = {
        reached.as_of: "day itself",
        period.first: "first day of the phase",
        period.end: "last day of the phase",
    }
    for day, name in days.items():
        only_then = sum(entry.things for entry in evidence.counted if _only_on(day, entry))
        if only_then:
            yield f"without the {name}, {day}", right - only_then


def _only_on(day: date, entry: Counted) -> bool:
    return all(mention.on == day for mention in entry.mentions)
