"""Read a cell that lists several values."""

import re
from functools import partial
from typing import Any

from nsc_program.intake._cells.cells import Formula, Mended, Reader, is_blank
from nsc_program.intake._messages.problems import Fault

LIST = re.compile(r"[;,\n+]")
"""Separates the values of a cell."""


def several(one: Reader) -> Reader:
    """Return a reader of several values, without repeats.

    Semicolons, commas, plus signs or line breaks separate the values.

    Args:
        one: the reader of a single value.
    """
    return partial(_several, one)


def _several(one: Reader, cell: object) -> tuple[Any, ...]:
    """Read several values."""
    values: dict[Any, None] = {}
    mended: Fault | None = None
    for part in _parts(cell):
        try:
            value = one(part)
        except Mended as repair:
            value, mended = repair.value, repair.fault
        values[value] = None
    if mended:
        raise Mended(tuple(values), mended)
    return tuple(values)


def _parts(cell: object) -> list[object]:
    """Return the parts of a cell that are not blank."""
    parts: list[object] = [cell]
    if isinstance(cell, str) and not isinstance(cell, Formula):
        parts = [*LIST.split(cell)]
    return [part for part in parts if not is_blank(part)]
