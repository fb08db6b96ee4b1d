"""All laws about plans, and the check that holds a plan to them."""

from collections.abc import Iterable

from nsc_program.plan._program import Program
from nsc_program.testing.properties._laws_of_figures import (
    an_open_verdict_can_go_either_way,
    narrower_figures_keep_what_is_decided,
    nothing_known_decides_nothing,
    turns_at_its_number,
)
from nsc_program.testing.properties._laws_of_readings import (
    a_sweep_is_every_reading,
    differences_have_no_level,
    growth_has_no_scale,
    more_tolerance_lowers_nothing,
)
from nsc_program.testing.properties._laws_of_records import (
    added_records_lower_no_count,
    evidence_agrees,
    later_days_narrow,
    one_world,
    order_changes_nothing,
)
from nsc_program.testing.properties._laws_of_texts import (
    documents_come_back,
    quotations_say_the_number,
    words_come_back,
)
from nsc_program.testing.properties._shared import Law

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
    differences_have_no_level,
    a_sweep_is_every_reading,
    more_tolerance_lowers_nothing,
    evidence_agrees,
    documents_come_back,
    words_come_back,
    quotations_say_the_number,
)
"""Every law about a plan; the first is the law that an impossible number breaks."""


def check_program(program: Program, laws: Iterable[Law] = PROGRAM_LAWS) -> None:
    """Hold a plan to the laws.

    Hypothesis draws as many examples for each law as its profile says.

    Args:
        program: The plan.
        laws: The laws, by default all of them.

    Raises:
        AssertionError: If a law does not hold: names the first such law, and gives the smallest
            example that breaks it.

    >>> from nsc_program import HANOI
    >>> from nsc_program.testing.properties import quotations_say_the_number, words_come_back
    >>> check_program(HANOI, [words_come_back, quotations_say_the_number])
    """
    for law in laws:
        try:
            law(program)
        except Exception as broken:
            first_line = (law.__doc__ or "").splitlines()[0]
            broken.add_note(f"law: {law.__name__} ({first_line})")
            raise
