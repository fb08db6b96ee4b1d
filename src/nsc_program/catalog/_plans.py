"""The plans that come with the library; a plan is imported when it is asked for."""

from collections.abc import Iterator, Mapping
from typing import final

from nsc_program import catalog
from nsc_program.plan._program import Program

_NAMES: Mapping[str, str] = {"hanoi": "HANOI", "national": "NATIONAL"}
"""The names of the plans in this room, by the ids of the plans."""


@final
class Plans(Mapping[str, Program]):
    """All plans by id."""

    def __getitem__(self, plan_id: str) -> Program:
        """Import a plan, and return it."""
        plan: Program = getattr(catalog, _NAMES[plan_id])
        return plan

    def __iter__(self) -> Iterator[str]:
        """Return the ids, in order."""
        return iter(_NAMES)

    def __len__(self) -> int:
        """Return the number of plans."""
        return len(_NAMES)


PLANS = Plans()
"""The plans that come with the library, by id."""
