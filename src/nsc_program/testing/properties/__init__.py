"""Laws for plans, and a check for counters of your own; Hypothesis looks for counter-examples.

`check_program` holds a plan, and the verdicts on it, to the laws. Each law is a function of a plan.
`check_counter` holds the numbers that a system counts to the counts of this library. Both raise
`AssertionError` with the smallest counter-example that Hypothesis found.
"""

from nsc_program.testing.properties._counters import Counter, check_counter
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
from nsc_program.testing.properties._plans import PROGRAM_LAWS, check_program
from nsc_program.testing.properties._shared import Law

__all__ = [
    "PROGRAM_LAWS",
    "Counter",
    "Law",
    "a_sweep_is_every_reading",
    "added_records_lower_no_count",
    "an_open_verdict_can_go_either_way",
    "check_counter",
    "check_program",
    "differences_have_no_level",
    "documents_come_back",
    "evidence_agrees",
    "growth_has_no_scale",
    "later_days_narrow",
    "more_tolerance_lowers_nothing",
    "narrower_figures_keep_what_is_decided",
    "nothing_known_decides_nothing",
    "one_world",
    "order_changes_nothing",
    "quotations_say_the_number",
    "turns_at_its_number",
    "words_come_back",
]
