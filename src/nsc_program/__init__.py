"""Which targets of a government programme are attained, and how sure that is.

The programme as values: `HANOI`. What happened: records in a `Register`. What follows: `tally`, then `evaluate`.
The names that most programs need are here, the others in the rooms: `nsc_program.verdicts`, `.checks` and so on. Each
is imported when it is first used, so that importing this package stays light.
"""

from nsc_program._lazy import attach

__getattr__, __dir__ = attach(__name__)
