"""Evaluate which targets of a government plan are attained, and how certain each verdict is.

A plan is a value: `HANOI` is the plan of Hanoi. A `Register` holds the records of what happened.
`tally` counts them, and `evaluate` gives a verdict on each target.

This package exports the names that most programs need. The subpackages, such as
`nsc_program.verdicts` and `nsc_program.checks`, export the rest. A name is imported when it is
first used, so that importing this package stays fast.
"""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
