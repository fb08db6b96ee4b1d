"""Hypothesis strategies for every public type.

They draw valid values only, discard none, and put the simplest value first. A strategy whose values
depend on a plan takes the plan as an argument; the default is Hanoi's. Where this library and
Hypothesis are both installed (the extra `testing`), `hypothesis.strategies.from_type` knows the
strategies too. Everything they draw is made up.

>>> from hypothesis import given
>>> from nsc_program import Register, tally, HANOI
>>> @given(registers(max_size=3, exact=True))
... def every_count_is_one_number(register: Register) -> None:
...     figures = tally(HANOI, register, as_of=HANOI.period.end).figures
...     counts = [figure.range for figure in figures if figure.indicator != "tfp-share"]
...     assert all(count.low == count.high for count in counts)
>>> every_count_is_one_number()
"""

from nsc_program.testing.strategies._figures import figures
from nsc_program.testing.strategies._indicators import indicators
from nsc_program.testing.strategies._plan_comparisons import plan_comparisons
from nsc_program.testing.strategies._plans import (
    budget_items,
    funding_sources,
    objectives,
    phases,
    programs,
    questions,
    readings,
)
from nsc_program.testing.strategies._records import (
    assessment_bodies,
    disseminations,
    enterprises,
    experts,
    facts,
    pilot_models,
    records,
    reported_figures,
    supports,
    trainings,
)
from nsc_program.testing.strategies._registers import MOST_RECORDS, claims, registers, rejected_rows
from nsc_program.testing.strategies._results import (
    diffs,
    evaluations,
    evidences,
    funding_totals,
    funding_years,
    fundings_by_year,
    phase_comparisons,
    sweeps,
    verdicts,
)
from nsc_program.testing.strategies._rules import counting_rules
from nsc_program.testing.strategies._targets import bases, bounds, targets
from nsc_program.testing.strategies._thresholds import Near, near_threshold
from nsc_program.testing.strategies._types import findings, notes
from nsc_program.testing.strategies._values import (
    citations,
    days,
    documents,
    numbers,
    periods,
    ranges,
    texts,
    whole_years,
)

__all__ = [
    "MOST_RECORDS",
    "Near",
    "assessment_bodies",
    "bases",
    "bounds",
    "budget_items",
    "citations",
    "claims",
    "counting_rules",
    "days",
    "diffs",
    "disseminations",
    "documents",
    "enterprises",
    "evaluations",
    "evidences",
    "experts",
    "facts",
    "figures",
    "findings",
    "funding_sources",
    "funding_totals",
    "funding_years",
    "fundings_by_year",
    "indicators",
    "near_threshold",
    "notes",
    "numbers",
    "objectives",
    "periods",
    "phase_comparisons",
    "phases",
    "pilot_models",
    "plan_comparisons",
    "programs",
    "questions",
    "ranges",
    "readings",
    "records",
    "registers",
    "rejected_rows",
    "reported_figures",
    "supports",
    "sweeps",
    "targets",
    "texts",
    "trainings",
    "verdicts",
    "whole_years",
]
