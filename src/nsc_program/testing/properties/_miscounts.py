"""Explain in full what is wrong with the numbers that a counter returned.

The explanation gives the wrong number, the right one, what counts, and what is left out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from inspect import iscoroutine
from typing import TypeAlias, final

from attrs import evolve, frozen

from nsc_program.errors import UnknownId
from nsc_program.figures._figures import Figure
from nsc_program.figures._tally import tally
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase
from nsc_program.records._base import Record
from nsc_program.records._register import Register
from nsc_program.report.counting import reason
from nsc_program.values._ranges import Range
from nsc_program.verdicts._counted_things import Counted
from nsc_program.verdicts._evidence import FigureEvidence, figure_evidence

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
        cut = Program(
            id=self.program.id,
            edition=self.program.edition,
            title=self.program.title,
            issuer=self.program.issuer,
            indicators=tuple(indicators),
            phases=(self._phase_so_far(),),
        )
        return tally(cut, self.register, as_of=self.as_of).figures

    def _phase_so_far(self) -> Phase:
        """Return the phase as if it ended on this day; the whole phase if it ended before."""
        so_far = self.phase.period.through(self.as_of)
        return Phase(id=self.phase.id, period=so_far or self.phase.period)

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
        return tuple(record for record in self._replaced() if type(record) in counting)

    def _replaced(self) -> Iterator[Record]:
        """Yield the versions of records that a later version replaces."""
        latest = {
            _identity(record): record.recorded_on for record in _records(self.register.latest)
        }
        for record in _records(self.register.records):
            if record.recorded_on != latest[_identity(record)]:
                yield record


def _records(versions: Iterable[object]) -> Iterator[Record]:
    """Yield the records that have versions, without the facts."""
    return (record for record in versions if isinstance(record, Record))


def _identity(record: Record) -> tuple[type[Record], str]:
    """Return what all versions of a record share."""
    return type(record), record.id


def miscounts(returned: object, reached: Reached) -> str:
    """Return what is wrong, or an empty text if each figure can have the number returned for it."""
    if iscoroutine(returned):
        returned.close()
        return _ASYNCHRONOUS
    if not isinstance(returned, Mapping):
        return (
            f"the counter returned {_shown(returned)}; "
            "expected a mapping of indicator ids to whole numbers"
        )
    invalid = list(_invalid(returned, reached.program))
    if invalid:
        return "; ".join(invalid[:MOST_MENTIONS])
    wrong = list(_wrong(returned, reached))
    return "\n".join(_lines(returned, wrong, reached)) if wrong else ""


_ASYNCHRONOUS = (
    "the counter is asynchronous; give a function that runs it and returns what it counts"
)


def _wrong(returned: Mapping[str, int], reached: Reached) -> Iterator[Figure]:
    """Yield the figures that cannot have the numbers that were returned for them."""
    indicators = (indicator for indicator in reached.program.indicators if indicator.id in returned)
    for figure in reached.figures(indicators):
        if Fraction(returned[figure.indicator]) not in figure.range:
            yield figure


def _invalid(returned: Mapping[object, object], program: Program) -> Iterator[str]:
    """Yield what is wrong with ids that are not of a counted indicator, and with wrong types."""
    by_id = {indicator.id: indicator for indicator in program.indicators}
    for name, number in returned.items():
        indicator = by_id.get(name) if isinstance(name, str) else None
        if indicator is None:
            yield str(UnknownId("indicator", _name(name), tuple(by_id)))
        else:
            yield from _not_a_count(indicator, number)


def _not_a_count(indicator: Indicator, number: object) -> Iterator[str]:
    """Yield why a value cannot be a count of an indicator, if it cannot."""
    if not indicator.accumulates:
        yield f"indicator {indicator.id!r} is a state: it is reported, and nothing counts it"
    elif type(number) is not int:
        yield f"{indicator.id}: {_not_whole(number)}"


def _not_whole(number: object) -> str:
    """Say that a value is not a whole number, with its type."""
    return f"expected a whole number (int), got {_shown(number)} ({type(number).__name__})"


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
    yield from _explained(first, returned[first.indicator], reached)
    if others:
        yield "wrong too:"
        yield from _listed(_other_line(figure, returned[figure.indicator]) for figure in others)


def _explained(figure: Figure, number: int, reached: Reached) -> Iterator[str]:
    """Yield the lines about one wrong number: what it can be, what counts and what is left out."""
    evidence, older = reached.evidence(figure), reached.older_versions(figure.indicator)
    yield f"{_what(figure, reached)}, as of the close of {reached.as_of}:"
    yield f"the counter says {_shown(number)}, and it {_can_be(figure.range)}"
    yield from _causes(number, _hints(evidence, older, reached))
    yield "what counts, each key once:"
    yield from _listed(map(_counted, evidence.counted))
    yield "what is left out:"
    yield from _listed(_left_out(evidence, older))


def _what(figure: Figure, reached: Reached) -> str:
    """Name the indicator and the phase of a figure."""
    return f"{figure.indicator} in phase {reached.phase.id} ({reached.phase.period})"


def _other_line(figure: Figure, number: int) -> str:
    return f"{figure.indicator}: {_shown(number)}, and it {_can_be(figure.range)}"


def _can_be(possible: Range) -> str:
    return f"is {possible.low}" if possible.low == possible.high else f"can be {possible}"


def _counted(entry: Counted) -> str:
    """Return a line about one key: how much it counts for, and the records that name it."""
    doubt = "" if entry.verified else " (not verified)"
    many = f" ({entry.things} people)" if entry.things > 1 else ""
    return f"{entry.key}{many}: {_mentions(entry)}{doubt}"


def _mentions(entry: Counted) -> str:
    """List the records that name a key, up to a limit."""
    mentions = [
        f"{mention.kind} {mention.id or ''}".strip() + f" on {mention.on}"
        for mention in entry.mentions
    ]
    more = f" and {len(mentions) - MOST_MENTIONS} more" if len(mentions) > MOST_MENTIONS else ""
    return f"{', '.join(mentions[:MOST_MENTIONS])}{more}"


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


Hint: TypeAlias = tuple[str, int]
"""A usual mistake, with the number that a counter gets by making it."""


def _causes(number: int, hints: Iterable[Hint]) -> Iterator[str]:
    """Yield a line with the mistakes that lead to a number, if there are any."""
    likely = [hint for hint, total in hints if total == number]
    if likely:
        yield f"{number} would be right {', or '.join(likely)}"


def _hints(evidence: FigureEvidence, older: Collection[Record], reached: Reached) -> Iterator[Hint]:
    """Yield the usual mistakes, about records and about days."""
    right = evidence.total
    mentions = sum(entry.things * len(entry.mentions) for entry in evidence.counted)
    if mentions > right:
        yield "if every record counted, and not every key once", mentions
    for why, many in _left_out_by_reason(evidence).items():
        yield f"if what is left out as “{why}” counted", right + many
    if older:
        yield "if older versions counted", right + len(older)
    yield from _hints_about_days(evidence, reached)


def _left_out_by_reason(evidence: FigureEvidence) -> Counter[str]:
    """Count what is left out for each reason."""
    return Counter(reason(entry).en for entry in evidence.left_out)


def _hints_about_days(evidence: FigureEvidence, reached: Reached) -> Iterator[Hint]:
    """Yield the mistakes of leaving out a day at which a period begins or ends."""
    for day, name in _edges(reached).items():
        only_then = _counted_only_on(day, evidence)
        if only_then:
            yield f"without the {name}, {day}", evidence.total - only_then


def _edges(reached: Reached) -> dict[date, str]:
    """Return the names of the days at which a period begins or ends."""
    period = reached.phase.period
    return {
        reached.as_of: "day itself",
        period.first: "first day of the phase",
        period.end: "last day of the phase",
    }


def _counted_only_on(day: date, evidence: FigureEvidence) -> int:
    """Return how much counts only because of records on one day."""
    return sum(entry.things for entry in evidence.counted if _only_on(day, entry))


def _only_on(day: date, entry: Counted) -> bool:
    return all(mention.on == day for mention in entry.mentions)
