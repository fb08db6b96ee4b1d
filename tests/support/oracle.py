"""All the worlds that the evidence of a small case leaves open, and the statuses they allow.

The oracle does not share a line with the library. Its terms are in `oracle_terms`.
"""

from collections.abc import Collection

from oracle_judge import judge
from oracle_shares import is_exact, judge_without_gaps, worlds_of_share
from oracle_terms import Case, World, are_apart, judged
from oracle_worlds import rejected, worlds_of_one


def worlds(case: Case) -> frozenset[World]:
    """Return every world that the evidence leaves open."""
    return worlds_of_share(case) if case.shared else worlds_of_one(case)


def sharp(case: Case, listed: Collection[World]) -> bool:
    """Say whether the verdict must be decided whenever all worlds agree."""
    if case.shared:
        return not case.reports and is_exact(case) and len(judge_without_gaps(case, listed)) == 1
    if case.reports or case.basis == "yearly growth":
        return False
    if rejected(case) and case.basis == "each year":
        return False  # one more thing is in one year only, and each year is told separately
    if case.basis in ("reached", "each year", "during"):
        return True
    is_measured = rejected(case) or case.kind == "fraction"
    if case.basis == "difference" and are_apart(case) and not is_measured:
        return True  # whole numbers have every difference between the least and the largest
    bases = {world[0] for world in listed}
    return len(bases) == 1 and (case.basis == "difference" or bases != {0})


def sayable(case: Case, listed: Collection[World]) -> set[str]:
    """Return the statuses that are correct for the target.

    They are the status on which all worlds agree and, unless it must be decided, that it is open.
    """
    agreed = {judge(case, world) for world in listed}
    decided = {"attained"} if agreed == {True} else {"missed"} if agreed == {False} else set()
    last = max(days.last for days in judged(case))
    unsettled = {"pending" if case.as_of < last else "undecided"}
    return decided if decided and sharp(case, listed) else decided | unsettled
