"""Find the columns of another list that stands beside the table, whose cells no row of it owns.

The cells of such a list may all be harmless in themselves: names, keys and addresses. Its records
would be lost if its columns passed as columns of the table that are not read.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from nsc_program.intake._cells.verdicts import is_remark
from nsc_program.intake._headings.beside import is_running
from nsc_program.intake._headings.headings import BELOW

_Part: TypeAlias = Sequence[str]
"""The headings of columns that stand together."""
_NUMBER = re.compile(r"(?:^| )\[[0-9]+\]$")


def is_nameless(heading: str) -> bool:
    """Tell whether a column does not have a heading of its own.

    Args:
        heading: the heading, or the number of the column in its place.
    """
    return not _NUMBER.sub("", heading)


def numbers_a_list(heading: str) -> bool:
    """Tell whether a heading is that of running numbers, also if the table has it already.

    Args:
        heading: the heading.
    """
    return is_running(_NUMBER.sub("", heading.rpartition(BELOW)[2]))


def lists_beside(
    headings: Sequence[str],
    read: AbstractSet[str],
    filled: AbstractSet[str],
    numbering: Collection[str],
) -> Iterator[tuple[str, ...]]:
    """Give the lists beside the table.

    Such a list stands apart by a column without a heading and a cell, or begins with running
    numbers. Columns without a cell divide nothing if columns that are read stand on both sides.

    Args:
        headings: the headings of all columns, in their order.
        read: the headings of the columns that are read.
        filled: the headings of the columns that are not read and have a cell.
        numbering: the headings of running numbers.

    Yields:
        The headings of the columns of each list that have a cell.
    """
    for part, is_apart in _unread_parts(headings, read, filled, numbering):
        told = tuple(heading for heading in part if heading in filled)
        says_something = any(not (each in numbering or is_remark(each)) for each in told)
        if says_something and (is_apart or part[0] in numbering):
            yield told


def _unread_parts(
    headings: Sequence[str],
    read: AbstractSet[str],
    filled: AbstractSet[str],
    numbering: Collection[str],
) -> Iterator[tuple[_Part, bool]]:
    """Give the parts without a column that is read, and whether they stand apart by a gap."""
    blocks = _blocks(headings, lambda name: is_nameless(name) and name not in filled | read)
    own = [block for block in blocks if not read.isdisjoint(block)]
    if len(own) > 1:
        blocks = own = [[*headings]]
    for block in blocks if own else ():
        is_apart = read.isdisjoint(block)
        for part in _begun_by(block, numbering):
            if read.isdisjoint(part):
                yield part, is_apart


def _blocks(headings: Iterable[str], is_gap: Callable[[str], bool]) -> list[_Part]:
    """Divide columns at the gaps between them."""
    blocks: list[list[str]] = [[]]
    for heading in headings:
        if is_gap(heading):
            blocks.append([])
        else:
            blocks[-1].append(heading)
    return [block for block in blocks if block]


def _begun_by(block: _Part, numbering: Collection[str]) -> Iterator[_Part]:
    """Divide columns before each column of running numbers."""
    starts = [place for place, heading in enumerate(block) if place and heading in numbering]
    for start, end in zip((0, *starts), (*starts, len(block)), strict=True):
        yield block[start:end]
