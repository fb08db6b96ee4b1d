"""Laws about records: how figures and verdicts change when a register or the day changes."""

from collections.abc import Iterable
from functools import partial

from attrs import evolve
from hypothesis import strategies as st

from nsc_program.figures._figures import Figure
from nsc_program.figures._tally import tally
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.records._base import Record
from nsc_program.records._completeness import Completeness
from nsc_program.records._records import RECORD_CLASSES, AnyRecord, Fact
from nsc_program.records._register import Register
from nsc_program.records._reports import ReportedFigure
from nsc_program.testing.properties._running import Drawing, hold, require
from nsc_program.testing.properties._shared import (
    draw_near,
    for_targets,
    has_clash,
    judged_days,
    require_kept,
    statuses_of,
)
from nsc_program.testing.strategies import days, readings, registers
from nsc_program.verdicts._assess import assess
from nsc_program.verdicts._evidence import FigureEvidence, evidence

THINGS = (*RECORD_CLASSES, Fact)
"""The classes of records of things that happened: all except reports."""


def order_changes_nothing(program: Program) -> None:
    """Require that neither the order of records nor merging a register twice changes a figure.

    This is law 1.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    hold(partial(_order_changes_nothing, program))


def _order_changes_nothing(program: Program, draw: Drawing) -> None:
    """Require that a register in another order, and merged with itself, has the same figures."""
    register, day = draw(registers(program), "register"), draw(days(program), "as_of")
    records = draw(st.permutations(register.records), "records")
    claims, rejected = register.completeness, register.rejected
    reordered = Register(records, claims, rejected, territory=register.territory)
    figures = tally(program, register, as_of=day)
    for variant in (reordered, reordered.merge(register)):
        require(
            tally(program, variant, as_of=day) == figures,
            "the figures depend on the order of the records, or on how often they are merged",
        )


def added_records_lower_no_count(program: Program) -> None:
    """Require that added records never lower the low end of a count, except where evidence clashes.

    This is law 2.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    hold(partial(_added_records_lower_no_count, program))


def _added_records_lower_no_count(program: Program, draw: Drawing) -> None:
    """Require that no count has a lower low end with more records."""
    register = evolve(draw(registers(program), "register"), rejected=())
    more = _with_more_records(draw, program, register)
    day = draw(days(program), "as_of")
    before, after = tally(program, register, as_of=day), tally(program, more, as_of=day)
    for earlier, later in zip(before.figures, after.figures, strict=True):
        if program.indicator(earlier.indicator).accumulates:
            _require_no_lower(earlier, later)


def _with_more_records(draw: Drawing, program: Program, register: Register) -> Register:
    """Draw more records of things, and add them to a register."""
    added = draw(registers(program, kinds=THINGS, corrected=False), "added").records
    return evolve(register, records=[*register.records, *map(_renamed, added)])


def _require_no_lower(earlier: Figure, later: Figure) -> None:
    """Require that the low end of a count is not lower later, unless evidence clashes."""
    is_lower = (later.range.low or 0) < (earlier.range.low or 0)
    require(
        not is_lower or has_clash(later),
        f"{earlier.indicator}: at least {earlier.range.low}, "
        f"and {later.range.low} with more records",
    )


def _renamed(record: AnyRecord) -> AnyRecord:
    """Return a record under an id that no record of the register has; a fact has no id."""
    return evolve(record, id=f"added {record.id}") if isinstance(record, Record) else record


def later_days_narrow(program: Program) -> None:
    """Require that a figure on a later day lies within the figure on an earlier day.

    Clashes and estimates are excepted. This is law 3.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    hold(partial(_later_days_narrow, program))


def _later_days_narrow(program: Program, draw: Drawing) -> None:
    """Require that the figures on the later of two days lie within those on the earlier one."""
    register = _without_estimates(draw(registers(program), "register"))
    first, second = sorted(draw(st.tuples(days(program), days(program)), "days"))
    earlier, later = (tally(program, register, as_of=day) for day in (first, second))
    for before, after in zip(earlier.figures, later.figures, strict=True):
        require(
            after.range.within(before.range) or has_clash(after),
            f"{after.indicator}: {before.range} on {first}, and {after.range} on {second}",
        )


def _without_estimates(register: Register) -> Register:
    """Return a register without its estimates."""
    final = [record for record in register.records if not _is_estimate(record)]
    return evolve(register, records=final)


def _is_estimate(record: AnyRecord) -> bool:
    """Return whether a record is a report of an estimate."""
    return isinstance(record, ReportedFigure) and record.estimated


def one_world(program: Program) -> None:
    """Require that a verdict decided from partial knowledge is the verdict of full knowledge.

    This is the leading law.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    for_targets(program, partial(_one_world, program))


def _one_world(program: Program, draw: Drawing, target: str) -> None:
    """Require that statuses decided from a part of the records stay once all are known."""
    reading = draw(readings(program), "reading")
    near = draw_near(draw, program, target, Reading())
    if near is None:
        return
    day = draw(st.just(near.as_of) | judged_days(program), "as_of")
    known = tally(program, _part(draw, program, near.register), as_of=day)
    full = tally(program, near.register, as_of=near.as_of)
    after = statuses_of(program, full, reading)
    require_kept(statuses_of(program, known, reading), after, "once everything is known")


def _part(draw: Drawing, program: Program, register: Register) -> Register:
    """Draw partial knowledge of a register.

    Some things are missing, and so are the claims about them; others are not verified. A thing is
    known in all its versions or in none. A report is known together with those that it replaces.
    """
    things = sorted({_thing(record) for record in register.records})
    some = st.lists(st.sampled_from(things), max_size=3) if things else st.just([])
    missing, doubted = set(draw(some, "unknown")), set(draw(some, "not verified"))
    known = (record for record in register.records if _thing(record) not in missing)
    records = [_doubted(record) if _thing(record) in doubted else record for record in known]
    claims = _claims_without(program, missing, register)
    return Register(records, claims, territory=register.territory)


def _doubted(record: AnyRecord) -> AnyRecord:
    """Return a record that is not verified."""
    return evolve(record, verified=False)


def _claims_without(
    program: Program, missing: Iterable[tuple[str, str]], register: Register
) -> list[Completeness]:
    """Return the claims of a register about nothing that is missing."""
    subjects = {subject for subject, _ in missing}
    return [
        claim
        for claim in register.completeness
        if subjects.isdisjoint(_claimed_by(program, claim.what))
    ]


def _claimed_by(program: Program, what: str) -> set[str]:
    """Return the classes and indicators that a claim about one of them says something about."""
    claimed = {what}
    for indicator in program.indicators:
        classes = {rule.of.__name__ for rule in indicator.counting}
        if what in classes:
            claimed.add(indicator.id)
        if what == indicator.id:
            claimed |= classes
    return claimed


def _thing(record: AnyRecord) -> tuple[str, str]:
    """Return the class or indicator of a record, and the id that its versions share."""
    match record:
        case Fact(indicator, key):
            return indicator, key
        case ReportedFigure():
            return type(record).__name__, record.indicator
        case _:
            return type(record).__name__, record.id


def evidence_agrees(program: Program) -> None:
    """Require that a count has at least the things that its evidence lists as verified.

    Records add up, so their low end is the number of verified things. Two headcounts may be of the
    same people, and people with keys may be among them: there the low end is at least the largest
    verified item, and at most their sum. Only registers without reports are drawn. This is law 14.

    Args:
        program: The plan.

    Raises:
        AssertionError: If the law does not hold.
    """
    for_targets(program, partial(_evidence_agrees, program))


def _evidence_agrees(program: Program, draw: Drawing, target: str) -> None:
    """Require that the counts behind one verdict agree with their evidence."""
    register = evolve(draw(registers(program, kinds=THINGS), "register"), rejected=())
    day = draw(judged_days(program), "as_of")
    for listed in evidence(assess(program, register, as_of=day), register, target).figures:
        indicator = program.indicator(listed.figure.indicator)
        if indicator.accumulates and not has_clash(listed.figure):
            _require_agreement(indicator, listed, target)


def _require_agreement(indicator: Indicator, listed: FigureEvidence, target: str) -> None:
    """Require that a figure has the low end that its evidence lists."""
    sure = [thing.things for thing in listed.counted if thing.verified]
    least = sum(sure) if indicator.additive else max(sure, default=0)
    low, figure = listed.figure.range.low, listed.figure.range
    require(
        low == listed.size.low and low is not None and least <= low <= sum(sure),
        f"{target}: {sum(sure)} things are verified, at least {least} different ones, "
        f"and the figure is {figure}",
    )
    require(
        listed.size.high == sum(thing.things for thing in listed.counted),
        f"{target}: the evidence lists other things than it counts",
    )
