"""The columns that were not read, as a person is told of them."""

from typing import final

from attrs import field, frozen

from nsc_program.values._value import Value


@final
@frozen
class UnreadColumn(Value):
    """A column that was not read and is not known to leave its rows as they are.

    A column of solutions that has other words than the four groups is among them too: its rows are
    read without these words.

    Attributes:
        heading: the heading of the column.
        values: the different texts of its cells, each with the number of cells that hold it, the
            most frequent first; at most eight. An empty text stands for the blank cells, if these
            matter.
        different: the number of different texts in the column.
        rows: the first rows that have each of these texts.
        is_apart: whether the column belongs to another list beside the table, which is not read.
        texts: the different texts as the cells have them, if all are shown whole in `values`;
            otherwise empty.
    """

    heading: str
    values: tuple[tuple[str, int], ...]
    different: int
    rows: tuple[tuple[int, ...], ...] = field(default=(), eq=False)
    is_apart: bool = False
    texts: tuple[str, ...] = field(default=(), repr=False, eq=False)
