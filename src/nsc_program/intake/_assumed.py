"""Lines that name a value of a field which the table has no column for: its default is not assumed beneath them."""

from collections.abc import Collection, Iterable, Iterator
from typing import final

from attrs import fields

from nsc_program.intake._naming import FIELDS, Named, named
from nsc_program.intake._numbering import Rank, rank_of
from nsc_program.intake._problems import Doubt, Fault
from nsc_program.intake._reported import doubt_of_figures
from nsc_program.records._records import AnyRecord, ReportedFigure


@final
class Assumed:
    """The lines in force, of each field by itself: “II. Cấp bộ” does not end what “Hợp tác xã” says of the kind."""

    def __init__(self, kind: type[AnyRecord], known: Collection[str]) -> None:
        """Begin with the fields of a class but for those that have a column, or are given otherwise."""
        self._open = [
            each.name for each in fields(kind) if each.name in FIELDS and each.name not in known
        ]
        self._of_figures = kind is ReportedFigure
        self._known = frozenset(known)
        self._held: dict[str, list[tuple[Rank | None, Doubt | None]]] = {
            name: [] for name in self._open
        }
        self._held["value"] = []
        self.told: list[str] = []

    @property
    def doubts(self) -> Iterator[Doubt | None]:
        """What holds for the next row."""
        return (doubt for held in self._held.values() for _, doubt in held)

    def read_title(self, line: str) -> None:
        """Read a line without a number above the headings: of a field it is told, of figures it holds for all rows."""
        if any(
            named(name, line, is_title=True) in {Named.OTHER, Named.BOTH} for name in self._open
        ):
            self.told.append(line)
        if doubt := self._of_figure(line):
            self._held["value"].insert(0, (("title", 0), doubt))

    def read(self, cells: Iterable[object], line: str) -> None:
        """Put a line between the rows in force."""
        rank = rank_of(cells)
        for name in self._open:
            what = named(name, line)
            if what is Named.BOTH:
                self.told.append(line)
            doubt = Doubt(Fault.ASSUMED_LINE, line) if what is Named.OTHER else None
            self._put(name, rank, doubt, says=what is not Named.NOTHING)
        doubt = self._of_figure(line)
        self._put("value", rank, doubt, says=doubt is not None)

    def _of_figure(self, line: str) -> Doubt | None:
        is_doubtful = self._of_figures and doubt_of_figures(line, self._known)
        return Doubt(Fault.ASSUMED_LINE, line) if is_doubtful else None

    def _put(self, name: str, rank: Rank | None, doubt: Doubt | None, *, says: bool) -> None:
        """End the line of the same rank, and those in it; one without a number ends only what says the like."""
        if rank is None and not says:
            return
        held = self._held[name]
        ranks = [each for each, _ in held]
        if rank in ranks:
            del held[ranks.index(rank) :]
        held.append((rank, doubt))
