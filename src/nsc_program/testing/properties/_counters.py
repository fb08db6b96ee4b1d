"""Hold a counter of your own, such as an SQL query, to the counts of this library.

Hypothesis draws the registers that both count.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias, final

from attrs import field, frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nsc_program.errors import Message
from nsc_program.plan._program import Program
from nsc_program.plan._targets import Phase
from nsc_program.records._register import Register
from nsc_program.testing.properties._counter_cases import Case, Stages, days_of
from nsc_program.testing.properties._miscounts import Reached, miscounts
from nsc_program.testing.properties._running import run
from nsc_program.values._validators import wrong_type

Counter: TypeAlias = Callable[[Register, date], Mapping[str, int]]
"""A system's own counting.

A counter is called with a register and a day. It returns a number for each indicator that it
counts, by the id of the indicator.
"""

_A_STRATEGY = Message(
    "một strategy của Hypothesis cho Register", "a Hypothesis strategy of registers"
)


def check_counter(
    counter: Counter,
    program: Program,
    *,
    phase: str | None = None,
    registers: SearchStrategy[Register] | None = None,
) -> None:
    """Hold a counter to the counts of this library.

    A count is the number of distinct things in the running phase by the close of `as_of`. The
    running phase is the phase that holds `as_of`: of several the shortest, and of equally long ones
    the first in the plan. `register.records` holds all versions of the records, and
    `register.current` the latest versions that are not annulled. Every version is known, whenever
    it was entered. The indicators that the library's records count towards are counted from records
    only; a plan's own indicators are counted from instances of `Fact`.

    The counter is judged on the ids that it returns, and may return different ids on each call.
    The number of examples in Hypothesis' profile is drawn once with records of all classes on a
    fixed day, once on other days, and three times for each class that the counter counts. A quarter
    of that number is drawn near the numbers of targets.

    Args:
        counter: A function from a register and a day to whole numbers by the id of the indicator.
        program: The plan whose indicators and phases are counted.
        phase: The id of a phase to count instead of the running one. `as_of` may then also be after
            the end of that phase; things that happened after the end do not count.
        registers: A strategy to draw from instead of registers in which every count is one number.
            If a drawn register leaves a count open, every number that the figure can have is right.

    Raises:
        AssertionError: If the counter is wrong: gives the smallest example, with the counter's
            number, the possible numbers, what counts, and what is left out.
        UnknownId: If the plan does not have the phase.
        InvalidType: If `registers` is not a strategy of registers.

    >>> from nsc_program import HANOI, Training
    >>> def participations(register: Register, as_of: date) -> dict[str, int]:
    ...     (phase,) = (phase for phase in HANOI.phases if as_of in phase.period)
    ...     trainings = [each for each in register.current if isinstance(each, Training)]
    ...     in_phase = [each for each in trainings if phase.period.first <= each.on <= as_of]
    ...     return {"trained/participations": len(in_phase)}
    >>> check_counter(participations, HANOI)
    """
    if registers is not None and not isinstance(registers, SearchStrategy):
        raise wrong_type("registers", _A_STRATEGY, registers)
    phases = program.phases if phase is None else (program.phase(phase),)
    judge = _Judge(counter, program, phases)
    days = days_of(phases, after=phase is not None)
    stages = (
        Stages(program, phases, days, judge.returned)
        if registers is None
        else [(st.builds(Case, registers, days), 1)]
    )
    for cases, share in stages:
        run(judge.check, cases, share)
    if not judge.returned:
        raise AssertionError("the counter never returned an indicator's id, so nothing was checked")


@final
@frozen
class _Judge:
    """Compares the numbers of a counter with the counts of this library.

    Attributes:
        counter: The counter.
        program: The plan whose indicators are counted.
        phases: The phases that may be running.
        returned: The ids that the counter has returned so far.
    """

    counter: Counter
    program: Program
    phases: Sequence[Phase]
    returned: set[str] = field(factory=set, init=False)

    def check(self, case: Case) -> None:
        """Raise if the counter is wrong about a case."""
        if type(case.register) is not Register:
            raise wrong_type("registers", _A_STRATEGY, case.register)
        numbers = self.counter(case.register, case.as_of)
        wrong = miscounts(numbers, self._reached(case))
        if wrong:
            # Hypothesis takes all errors raised here for one fault, and shrinks to one example.
            raise AssertionError(wrong)
        self.returned.update(numbers)

    def _reached(self, case: Case) -> Reached:
        """Return the state of the running phase in a case."""
        running = _running(self.phases, case.as_of)
        return Reached(self.program, running, case.register, case.as_of)


def _running(phases: Sequence[Phase], as_of: date) -> Phase:
    """Return the shortest phase that holds a day, or the phase that was named if it is over."""
    holding = [phase for phase in phases if as_of in phase.period]
    return min(holding or phases, key=_length)


def _length(phase: Phase) -> timedelta:
    """Return the time from the first day of a phase to its last."""
    return phase.period.end - phase.period.first
