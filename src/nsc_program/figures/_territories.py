"""A register and a plan of different territories: what a part says about the whole.

A count of the whole territory is at least the count of a part of it, whatever happened elsewhere.
So everything is first counted for the register's own territory, and only then does each figure
become one of the plan's territory: it keeps its low end and loses its high end. A state or a share
of a part leaves that of the whole open.
"""

from typing import TypeAlias

from nsc_program.errors import InvalidValue
from nsc_program.figures._notes import FigureNote, NotStarted, PartOfTerritory
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._territories import lies_within

Known: TypeAlias = tuple[Range, tuple[FigureNote, ...]]
"""The values that an indicator can take over a period, and what they rest on."""


def part_of(program: Program, register: Register) -> str | None:
    """Return the territory of a register if it is only a part of the plan's.

    Args:
        program: the plan.
        register: the register.

    Returns:
        The code of the territory; `None` if both are about one territory, or one of them does not
        name a territory.

    Raises:
        InvalidValue: if the register's territory is neither the plan's nor a part of it.
    """
    own, whole = register.territory, program.territory
    if own is None or whole is None or own == whole:
        return None
    if not lies_within(own, whole):
        raise _elsewhere(own, whole)
    return own


def _elsewhere(own: str, whole: str) -> InvalidValue:
    return InvalidValue.at(
        "register",
        code="other-territory",
        vi=f"cơ sở dữ liệu của địa bàn {own}, còn kế hoạch của địa bàn {whole}; "
        f"hãy dùng kế hoạch của {own}, hoặc cơ sở dữ liệu của {whole} hay một phần của {whole}",
        en=f"the register is about the territory {own}, and the plan about {whole}; "
        f"take a plan for {own}, or a register of {whole} or of a part of it",
    )


def of_whole(indicator: Indicator, period: Period, known: Known, part: str) -> Known:
    """Return what is known of a whole territory, from what is known of a part.

    Args:
        indicator: the indicator.
        period: the period of the figure.
        known: the values that the indicator can take in the part, and the notes on them.
        part: the code of the part's territory.
    """
    possible, notes = known
    noted = PartOfTerritory(indicator.id, period, part)
    if not indicator.accumulates:
        # Reports about the part say nothing, so neither do their notes.
        begun = (note for note in notes if isinstance(note, NotStarted))
        return indicator.domain, (noted, *begun)
    return _at_least(possible, indicator), (noted, *notes)


def _at_least(possible: Range, indicator: Indicator) -> Range:
    """Return the numbers that are not below those of a range, within an indicator's domain."""
    top = indicator.domain
    return Range(possible.low, top.high, low_open=possible.low_open, high_open=top.high_open)
