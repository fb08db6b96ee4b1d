"""Laws that a plan, and a system of one's own that counts, are held to; Hypothesis looks for what breaks them.

`check_program` holds what is decided about a plan to every law, or to some: each is a function of a program, under its
own name. `check_counter` holds what a system counts to what this library counts. A law that does not hold is an
`AssertionError` with the least example that Hypothesis found.
"""

from nsc_program.testing.properties._counters import Counter as Counter
from nsc_program.testing.properties._counters import check_counter as check_counter
from nsc_program.testing.properties._plans import PROGRAM_LAWS as PROGRAM_LAWS
from nsc_program.testing.properties._plans import Law as Law
from nsc_program.testing.properties._plans import (
    a_sweep_is_every_reading as a_sweep_is_every_reading,
)
from nsc_program.testing.properties._plans import (
    added_records_lower_no_count as added_records_lower_no_count,
)
from nsc_program.testing.properties._plans import (
    an_open_verdict_can_go_either_way as an_open_verdict_can_go_either_way,
)
from nsc_program.testing.properties._plans import check_program as check_program
from nsc_program.testing.properties._plans import documents_come_back as documents_come_back
from nsc_program.testing.properties._plans import evidence_agrees as evidence_agrees
from nsc_program.testing.properties._plans import growth_has_no_scale as growth_has_no_scale
from nsc_program.testing.properties._plans import later_days_narrow as later_days_narrow
from nsc_program.testing.properties._plans import (
    more_tolerance_lowers_nothing as more_tolerance_lowers_nothing,
)
from nsc_program.testing.properties._plans import (
    narrower_figures_keep_what_is_decided as narrower_figures_keep_what_is_decided,
)
from nsc_program.testing.properties._plans import (
    nothing_known_decides_nothing as nothing_known_decides_nothing,
)
from nsc_program.testing.properties._plans import one_world as one_world
from nsc_program.testing.properties._plans import order_changes_nothing as order_changes_nothing
from nsc_program.testing.properties._plans import (
    quotations_say_the_number as quotations_say_the_number,
)
from nsc_program.testing.properties._plans import turns_at_its_number as turns_at_its_number
from nsc_program.testing.properties._plans import words_come_back as words_come_back
