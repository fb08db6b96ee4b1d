"""Read the periods of a plan: an object with two days, or a name such as "2026-Q1".

People write plans. What is written back is always the object, so a name does not change a digest.
"""

from typing import Any

from nsc_program.errors import Message
from nsc_program.serialization._converter import strict
from nsc_program.serialization._scalars import wrong
from nsc_program.values._periods import Period
from nsc_program.values._plain_periods import plain_period


def period_of_a_plan(value: Any, _: Any = None) -> Period:
    """Read a period from the content of a plan's document.

    Args:
        value: the content: an object with `start` and `end`, or the plain name of a period.

    Raises:
        InvalidType: for anything else.
        InvalidValue: for a day that does not exist, and for an end before the start.
        BaseValidationError: for an object that is not a period, with the place of each problem.
    """
    if isinstance(value, dict):
        # TOML has no null, so a period without a first day leaves `start` out.
        return strict().structure({"start": None, **value}, Period)
    named = plain_period(value) if type(value) is str else None
    if named is None:
        raise wrong(_A_PERIOD, value)
    return named


_A_PERIOD = Message(
    'một kỳ như "2026-Q1", "2021-2025" hoặc "2026-01-01/2026-06-30", hoặc một đối tượng có start '
    "và end",
    'a period such as "2026-Q1", "2021-2025" or "2026-01-01/2026-06-30", or an object with start '
    "and end",
)
