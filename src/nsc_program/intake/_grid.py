"""The cells of a sheet, and its rows under the headings of their table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, final

from attrs import field, frozen

from nsc_program.intake._cells import Cut, is_blank
from nsc_program.intake._problems import Doubt

Cells: TypeAlias = Sequence[object]
Grid: TypeAlias = Sequence[Cells]


def texts_of(cells: Iterable[object]) -> dict[str, None]:
    """The different texts of a row, in order."""
    return dict.fromkeys(
        " ".join(cell.split()) for cell in cells if isinstance(cell, str) and not is_blank(cell)
    )


def cell_at(cells: Cells, column: int) -> object:
    found = cells[column] if 0 <= column < len(cells) else None
    return None if is_blank(found) else found


_CUT = Cut()


@final
@frozen
class Places:
    """Where the cell under each heading stands, `None` for nowhere, and how many columns there are."""

    of: Mapping[str, int | None]
    width: int
    headings: Sequence[Sequence[str]] = field(init=False)
    """Those that are above each cell."""

    @headings.default
    def _above(self) -> Sequence[Sequence[str]]:
        found: list[list[str]] = [[] for _ in range(self.width)]
        for heading, place in self.of.items():
            if place is not None:
                found[place].append(heading)
        return found

    @classmethod
    def own(cls, headings: Sequence[str]) -> "Places":
        """Hold the places of headings in their own table."""
        return cls({heading: place for place, heading in enumerate(headings)}, len(headings))


@final
class Row(Mapping[str | None, object]):
    """A row under the headings of its table, which are held once; a cell that it is too short for is `Cut`.

    Attributes:
        cells: all that it has.
        doubt: why nothing of it is read until somebody decides.
    """

    __slots__ = ("cells", "doubt", "places")

    def __init__(self, places: Places, cells: Cells, doubt: Doubt | None = None) -> None:
        """Hold the cells."""
        self.places, self.cells, self.doubt = places, cells, doubt

    def __getitem__(self, name: str | None) -> object:
        """Return a cell; under `None` those that no heading is above."""
        if name is None and len(self.cells) > self.places.width:
            return list(self.cells[self.places.width :])
        at = self.places.of[name]  # type: ignore[index]  # `None` is not a heading
        if at is None:
            return None
        return self.cells[at] if at < len(self.cells) else _CUT

    def get(self, name: str | None, default: object = None) -> object:
        """Return a cell, or the default where there is no such heading."""
        at = self.places.of.get(name, -1) if name is not None else -1
        if at is None or at >= 0:
            return None if at is None else self.cells[at] if at < len(self.cells) else _CUT
        return self[name] if name is None and len(self.cells) > self.places.width else default

    def filled(self) -> Iterator[tuple[str | None, object]]:
        """Give each cell that it has, with its heading; those beyond the headings under `None`."""
        for headings, cell in zip(self.places.headings, self.cells, strict=False):
            for heading in headings:
                yield heading, cell
        if len(self.cells) > self.places.width:
            yield None, self[None]

    def __iter__(self) -> Iterator[str | None]:
        """Give the headings."""
        yield from self.places.of
        if len(self.cells) > self.places.width:
            yield None

    def __len__(self) -> int:
        """Count the headings."""
        return len(self.places.of) + (len(self.cells) > self.places.width)

    def __repr__(self) -> str:
        """Show no cell: it may hold a name."""
        return f"<a row of {len(self.cells)} cells>"


def filled(row: object) -> Iterable[tuple[Any, object]]:
    """The cells that a row has, with their headings, however many headings there are; none of what is not a row."""
    return row.filled() if isinstance(row, Row) else row.items() if isinstance(row, Mapping) else ()
