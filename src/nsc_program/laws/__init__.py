"""Laws that check a plan, and a counter of one's own, with Hypothesis."""

from nsc_program.laws._counters import Counter as Counter
from nsc_program.laws._counters import check_counter as check_counter
