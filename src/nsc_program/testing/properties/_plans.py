"""The laws that hold for every plan, each by its name: what is decided about a plan of one's own is held to them."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import TypeAlias, cast, get_args

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program.errors import InvalidValue
from nsc_program.figures._notes import Clash
from nsc_program.figures._tally import Figure, Figures, tally
from nsc_program.plan._bounds import Basis, Growth, Reached, YearlyGrowth
from nsc_program.plan._program import Program
from nsc_program.plan._readings import LEAST_TOLERANCE, MOST_TOLERANCE, Reading
from nsc_program.records._counting import COUNTED_BY
from nsc_program.records._records import AnyRecord, Fact, Record, ReportedFigure
from nsc_program.records._register import Register
from nsc_program.serialization import from_json, to_json
from nsc_program.testing.properties._running import Drawing, hold, require
from nsc_program.testing.strategies import Near, days, figures, near_threshold, readings, registers
from nsc_program.testing.strategies._fields import judged
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang
from nsc_program.verdicts._evaluation import Verdict, assess, decide, evaluate
from nsc_program.verdicts._evidence import evidence
from nsc_program.verdicts._status import Status
from nsc_program.verdicts._sweep import sweep
from nsc_program.wording import InvalidWording, Phrase, parse, read, render

Law: TypeAlias = Callable[[Program], None]
Statuses: TypeAlias = dict[str, Status]

DECIDED = (Status.ATTAINED, Status.MISSED)
LANGS: tuple[Lang, ...] = ("vi", "en")
THINGS = (*COUNTED_BY, Fact)
"""The classes of what happened: everything but reports."""
RANK = {Status.MISSED: 0, Status.PENDING: 1, Status.UNDECIDED: 1, Status.ATTAINED: 2}


def _statuses(program: Program, known: Figures, reading: Reading) -> Statuses:
    return {name: verdict.status for name, verdict in evaluate(program, known, reading).items()}


def _decided(statuses: Statuses) -> Statuses:
    return {name: status for name, status in statuses.items() if status in DECIDED}


def _clash(thing: Figure | Verdict) -> bool:
    return any(isinstance(note, Clash) for note in thing.notes)


def _require_kept(before: Statuses, after: Statuses, what: str) -> None:
    for name, status in _decided(before).items():
        require(after[name] is status, f"{name}: {status}, and {after[name]} {what}")


def _of_targets(
    program: Program,
    law: Callable[[Drawing, str], None],
    on: tuple[type[Basis], ...] = get_args(Basis),
) -> None:
    """Run a law about one target on some bases; of a plan without any it says nothing."""
    ids = [target.id for target in program.targets if isinstance(target.basis, on)]
    if ids:
        hold(lambda draw: law(draw, draw(st.sampled_from(ids), "target")))


def _drawn_near(draw: Drawing, program: Program, target: str, reading: Reading) -> Near | None:
    """A register at the number at which a target turns; none if it turns at none."""
    try:
        near = near_threshold(program, target, reading=reading)
    except InvalidValue:
        return None
    return cast(Near, draw(near, "near"))


def _judged_days(program: Program) -> SearchStrategy[date]:
    return days(program).map(partial(judged, program))


# --- records ---


def order_changes_nothing(program: Program) -> None:
    """In whatever order records come, and merged with themselves, the figures are the same (law 1)."""

    def law(draw: Drawing) -> None:
        register, day = draw(registers(program), "register"), draw(days(program), "as_of")
        again = Register(
            draw(st.permutations(register.records), "records"),
            register.completeness,
            register.rejected,
        )
        known = tally(program, register, as_of=day)
        for other in (again, again.merge(register)):
            same = tally(program, other, as_of=day) == known
            require(
                same,
                "the figures depend on the order of the records, or on how often they are merged",
            )

    hold(law)


def added_records_lower_no_count(program: Program) -> None:
    """Records that are added never lower what a count is at least, where no evidence clashes (law 2)."""

    def law(draw: Drawing) -> None:
        register = evolve(draw(registers(program), "register"), rejected=())
        added = draw(registers(program, kinds=THINGS, corrected=False), "added").records
        more = evolve(register, records=[*register.records, *map(_renamed, added)])
        day = draw(days(program), "as_of")
        before, after = (tally(program, each, as_of=day) for each in (register, more))
        for one, other in zip(before.figures, after.figures, strict=True):
            kept = (other.range.low or 0) >= (one.range.low or 0) or not program.indicator(
                one.indicator
            ).accumulates
            require(
                kept or _clash(other),
                f"{one.indicator}: at least {one.range.low}, and {other.range.low} with more",
            )

    hold(law)


def _renamed(record: AnyRecord) -> AnyRecord:
    return evolve(record, id=f"added {record.id}") if isinstance(record, Record) else record


def later_days_narrow(program: Program) -> None:
    """On a later day a figure is a part of what it was, but for clashes and estimates (law 3)."""

    def law(draw: Drawing) -> None:
        register = draw(registers(program), "register")
        known = [
            each
            for each in register.records
            if not (isinstance(each, ReportedFigure) and each.estimated)
        ]
        on = sorted(draw(st.tuples(days(program), days(program)), "days"))
        earlier, later = (tally(program, evolve(register, records=known), as_of=day) for day in on)
        for before, after in zip(earlier.figures, later.figures, strict=True):
            narrow = after.range.within(before.range) or _clash(after)
            require(
                narrow,
                f"{after.indicator}: {before.range} on {on[0]}, and {after.range} on {on[1]}",
            )

    hold(law)


def one_world(program: Program) -> None:
    """What is decided from a part of what happened is what all of it decides: the leading law."""

    def law(draw: Drawing, target: str) -> None:
        reading, near = (
            draw(readings(program), "reading"),
            _drawn_near(draw, program, target, Reading()),
        )
        if near is None:
            return
        day = draw(st.just(near.as_of) | _judged_days(program), "as_of")
        part = _part(draw, near.register)
        known, everything = (
            tally(program, part, as_of=day),
            tally(program, near.register, as_of=near.as_of),
        )
        after = _statuses(program, everything, reading)
        _require_kept(_statuses(program, known, reading), after, "once everything is known")

    _of_targets(program, law)


def _part(draw: Drawing, register: Register) -> Register:
    """What somebody knows of a register: without some things, with others not verified, and no claims on the former.

    A thing is known in all its versions or in none, and reports with those that they replace.
    """
    things = sorted({_thing(record) for record in register.records})
    some = st.lists(st.sampled_from(things), max_size=3) if things else st.just([])
    gone, doubted = set(draw(some, "unknown")), set(draw(some, "not verified"))
    kept = [
        evolve(record, verified=record.verified and _thing(record) not in doubted)
        for record in register.records
        if _thing(record) not in gone
    ]
    lost = {what for what, _ in gone}
    return Register(
        kept,
        [claim for claim in register.completeness if not lost & {claim.what, *claim.indicators}],
    )


def _thing(record: AnyRecord) -> tuple[str, str]:
    match record:
        case Fact(indicator, key):
            return indicator, key
        case ReportedFigure():
            return type(record).__name__, record.indicator
        case _:
            return type(record).__name__, record.id


def evidence_agrees(program: Program) -> None:
    """Without reports a count is at least as many as its evidence lists verified keys, and no more (law 14)."""

    def law(draw: Drawing, target: str) -> None:
        register = evolve(draw(registers(program, kinds=THINGS), "register"), rejected=())
        evaluation = assess(program, register, as_of=draw(_judged_days(program), "as_of"))
        for each in evidence(evaluation, register, target).figures:
            counts = program.indicator(each.figure.indicator).accumulates and not _clash(
                each.figure
            )
            agrees = not counts or each.verified == each.figure.range.low
            require(
                agrees,
                f"{target}: {each.verified} keys are verified, and the figure is {each.figure.range}",
            )

    _of_targets(program, law)


# --- figures ---


def turns_at_its_number(program: Program) -> None:
    """Each target turns exactly at the number that its words accept, under every reading that decides it (law 5)."""

    def law(draw: Drawing, target: str) -> None:
        reading = draw(readings(program), "reading")
        near = _drawn_near(draw, program, target, reading)
        if near is None:
            return
        status = decide(
            program, target, tally(program, near.register, as_of=near.as_of), reading
        ).status
        expected = Status.ATTAINED if near.attained else Status.MISSED
        require(
            status is expected, f"{target}: {status} at {near.count}, and it turns at {near.number}"
        )

    _of_targets(program, law)


def nothing_known_decides_nothing(program: Program) -> None:
    """No target is decided before anything is known: one that is could not be missed, or not be attained."""

    def law(draw: Drawing) -> None:
        statuses = _statuses(
            program,
            Figures(draw(_judged_days(program), "as_of")),
            draw(readings(program), "reading"),
        )
        for name, status in statuses.items():
            require(
                status not in DECIDED,
                f"{name}: {status} whatever happens; is its number one that can be?",
            )

    hold(law)


def narrower_figures_keep_what_is_decided(program: Program) -> None:
    """When a figure becomes narrower, what was decided stays so (law 7)."""

    def law(draw: Drawing) -> None:
        known, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        narrow = evolve(
            known, figures=tuple(_narrower(draw, program, figure) for figure in known.figures)
        )
        _require_kept(
            _statuses(program, known, reading),
            _statuses(program, narrow, reading),
            "with narrower figures",
        )

    hold(law)


def _narrower(draw: Drawing, program: Program, figure: Figure) -> Figure:
    """A figure that is one of the numbers it could be: an end, or one step beside it."""
    indicator = program.indicator(figure.indicator)
    possible = indicator.narrow(figure.range) or figure.range
    ends = [end for end in (possible.low, possible.high) if end is not None] or [Fraction(0)]
    numbers = [end + step for end in ends for step in (0, 1, -1, 1000) if end + step in possible]
    return (
        evolve(figure, range=Range.exactly(draw(st.sampled_from(numbers), "narrower")))
        if numbers
        else figure
    )


def an_open_verdict_can_go_either_way(program: Program) -> None:
    """A total that is not decided can still be a number that attains the target, and one that misses it (law 4)."""

    def law(draw: Drawing, target: str) -> None:
        known, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        verdict = decide(program, target, known, reading)
        if verdict.status not in DECIDED:
            found = {_at(program, known, reading, verdict, number) for number in _turning(verdict)}
            require(
                set(DECIDED) <= found, f"{target}: {verdict.status}, but it could only be {found}"
            )

    _of_targets(program, law, (Reached,))


def _turning(verdict: Verdict) -> list[Fraction]:
    """Numbers that a total can be, on both sides of where its target turns."""
    (comparison,) = verdict.comparisons
    both = [
        end
        for each in (comparison.sure, comparison.possible)
        if each
        for end in (each.low, each.high)
    ]
    ends = sorted({end for end in both if end is not None})
    between = [(one + other) / 2 for one, other in pairwise(ends)]
    near = [*between, *(end + step for end in ends for step in (0, 1, -1))]
    inside = [
        verdict.indicator.narrow(Range.exactly(number))
        for number in near
        if number in comparison.possible
    ]
    return [each.low for each in inside if each is not None and each.low is not None]


def _at(
    program: Program, known: Figures, reading: Reading, verdict: Verdict, number: Fraction
) -> Status:
    """The status of the same target at one number."""
    which = verdict.indicator.id, verdict.comparisons[0].period
    others = [each for each in known.figures if (each.indicator, each.period) != which]
    exact = evolve(known, figures=(*others, Figure(*which, Range.exactly(number))))
    return decide(program, verdict.target.id, exact, reading).status


# --- readings, words and documents ---


def a_sweep_is_every_reading(program: Program) -> None:
    """A sweep has the verdict of every reading, and what it calls settled is the same under all of them (law 8)."""

    def law(draw: Drawing) -> None:
        known, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        swept, statuses = sweep(program, known), _statuses(program, known, reading)
        answers = {question.id: reading.answer(question) for question in swept.questions}
        for name, status in statuses.items():
            found = {outcome.status for outcome in swept[name].outcomes if outcome.agrees(answers)}
            require(
                found == {status}, f"{name}: {status} under this reading, and {found} in the sweep"
            )

    hold(law)


def more_tolerance_lowers_nothing(program: Program) -> None:
    """As the tolerance grows, no status falls: missed, open, attained (law 9)."""

    def law(draw: Drawing) -> None:
        known, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        tolerances = st.fractions(LEAST_TOLERANCE, MOST_TOLERANCE, max_denominator=10_000)
        pair = sorted(draw(st.tuples(tolerances, tolerances), "tolerances"))
        less, more = (_statuses(program, known, evolve(reading, tolerance=each)) for each in pair)
        for name in less:
            require(
                RANK[less[name]] <= RANK[more[name]],
                f"{name}: {less[name]} at {pair[0]}, {more[name]} at {pair[1]}",
            )

    hold(law)


def growth_has_no_scale(program: Program) -> None:
    """Twice as much of both phases is the same growth, where what was achieved is the baseline (law 6)."""

    def law(draw: Drawing, target: str) -> None:
        reading = evolve(draw(readings(program), "reading"), planned_baseline=False)
        found = draw(st.lists(st.integers(0, 40), min_size=2, max_size=2), "baseline and phase")
        one, other = (
            _grown(program, target, reading, [times * each for each in found]) for times in (1, 2)
        )
        require(one is other, f"{target}: {one} from {found}, and {other} from twice as much")

    _of_targets(program, law, (Growth,))


def _grown(program: Program, target: str, reading: Reading, numbers: Iterable[int]) -> Status:
    basis, indicator = (
        cast(Growth, program.target(target).basis),
        program.indicator_of(target, reading).id,
    )
    periods = basis.baseline, program.phase_of(target).period
    known = {
        period: Figure(indicator, period, Range.exactly(n))
        for period, n in zip(periods, numbers, strict=True)
    }
    return decide(
        program, target, Figures(program.period.end, tuple(known.values())), reading
    ).status


def documents_come_back(program: Program) -> None:
    """The plan, figures and evaluations are the same once written and read, and have the same text (law 10)."""

    def law(draw: Drawing) -> None:
        known, reading = draw(figures(program), "figures"), draw(readings(program), "reading")
        value = draw(st.sampled_from((program, known, evaluate(program, known, reading))), "value")
        text, name = to_json(value), type(value).__name__
        again = from_json(text, type(value))
        require(
            again == value and to_json(again) == text, f"{name}: it differs once it is read again"
        )

    hold(law)


def words_come_back(program: Program) -> None:
    """The number of each target, as an official would write it, is read as it was, in both languages (law 12)."""
    for target in program.targets:
        unit = "%" if isinstance(target.basis, (Growth, YearlyGrowth)) else ""
        phrase = Phrase(target.bound, target.basis, unit=unit, aspirational=target.aspirational)
        for lang in LANGS:
            try:
                words = render(phrase, lang)
            except (InvalidValue, InvalidWording):
                continue  # a number without an end cannot be written down
            require(
                parse(words, lang) == (phrase,),
                f"{target.id}: written as {words!r}, and not read so",
            )


def quotations_say_the_number(program: Program) -> None:
    """Where the words that a target quotes can be read, its own bound is among what they say."""
    for target in program.targets:
        for cited in target.citations:
            said = [
                each
                for each in read(cited.words, "en" if cited.lang == "en" else "vi")
                if isinstance(each, Phrase)
            ]
            found = [each.bound for each in said]
            require(
                not found or target.bound in found,
                f"{target.id}: {target.bound}, and {cited.words!r} says {found}",
            )


PROGRAM_LAWS: tuple[Law, ...] = (
    nothing_known_decides_nothing,
    one_world,
    turns_at_its_number,
    an_open_verdict_can_go_either_way,
    narrower_figures_keep_what_is_decided,
    later_days_narrow,
    added_records_lower_no_count,
    order_changes_nothing,
    growth_has_no_scale,
    a_sweep_is_every_reading,
    more_tolerance_lowers_nothing,
    evidence_agrees,
    documents_come_back,
    words_come_back,
    quotations_say_the_number,
)
"""Every law that is about a plan, first that which a number that cannot be breaks."""


def check_program(program: Program, laws: Iterable[Law] = PROGRAM_LAWS) -> None:
    """Hold what is decided about a plan to the laws: all of them, unless some are given.

    Each draws as many examples as Hypothesis' profile says.

    Raises:
        AssertionError: with the first law that does not hold, by name, and the least example that breaks it.

    >>> from nsc_program import HANOI
    >>> check_program(HANOI, [words_come_back, quotations_say_the_number])
    """
    for law in laws:
        try:
            law(program)
        except Exception as broken:
            broken.add_note(f"law: {law.__name__} ({(law.__doc__ or '').splitlines()[0]})")
            raise
