"""Targets that are parts of others (trong đó)."""

from collections.abc import Iterable, Mapping

from nsc_program.plan._bases import TOTALS
from nsc_program.plan._bounds import worded
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._targets import Target
from nsc_program.values._ranges import is_above


def with_wholes(targets: Iterable[Target], by_id: Mapping[str, Target]) -> Mapping[str, Target]:
    """Return the targets above which all wholes exist and do not form a circle.

    Each target is visited once: a chain of wholes is left where an earlier chain passed.

    Args:
        targets: the targets to begin with; the wholes above them are among the results.
        by_id: every target that may be a whole.
    """
    ends_well: dict[str, bool] = {}
    for target in targets:
        chain: list[str] = []
        name: str | None = target.id
        while name is not None and name in by_id and name not in ends_well:
            ends_well[name] = False  # as long as only a circle leads back here
            chain.append(name)
            name = by_id[name].part_of
        ends_well.update(dict.fromkeys(chain, name is None or ends_well.get(name, False)))
    return {name: by_id[name] for name, is_well in ends_well.items() if is_well}


def is_above_whole(indicators: Mapping[str, Indicator], part: Target, whole: Target) -> bool:
    """Return whether a part asks for more than its whole, in the same unit.

    Args:
        indicators: the indicators of the plan, by id.
        part: the target that is a part.
        whole: the target that it is a part of.
    """
    counted = [indicators.get(name) for target in (part, whole) for name in target.indicator_ids]
    units = {indicator and indicator.unit for indicator in counted}
    is_same = len(units) == 1 and part.basis == whole.basis
    return (
        is_same
        and isinstance(part.basis, TOTALS)
        and is_above(worded(part.bound), worded(whole.bound))
    )
