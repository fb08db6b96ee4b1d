"""What headings are looked for in a sheet."""

from collections.abc import Iterable, Mapping
from typing import final

from attrs import frozen

from nsc_program.intake._columns import Column, columns_of
from nsc_program.intake._discreet import masked
from nsc_program.intake._grid import texts_of
from nsc_program.intake._headings import column_of
from nsc_program.intake._lines import doubt_of
from nsc_program.intake._problems import Doubt
from nsc_program.intake._words import folded
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import row_class


@final
@frozen
class Wanted:
    """What headings are looked for: those of a class, and those that somebody named, with the column if it is known."""

    columns: Mapping[str, Column]
    named: Mapping[str, str]
    ignored: frozenset[str]
    kind: type[AnyRecord]
    given: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        kind: type[AnyRecord] | str,
        named: Mapping[str, str],
        ignored: Iterable[str],
        given: Iterable[str] = (),
    ) -> "Wanted":
        """Look for the columns of a class and those that somebody named by their headings, but for those left out."""
        of = row_class(kind)
        known = {folded(heading): name for name, heading in named.items()}
        return cls(columns_of(of), known, frozenset(map(folded, ignored)), of, frozenset(given))

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of the class."""
        return tuple(self.columns)

    def known(self, cells: Iterable[object]) -> frozenset[str]:
        """The headings of a row that are known, folded."""
        return frozenset(
            words
            for text in texts_of(cells)
            if (words := folded(text)) in self.named or self.column(text)
        )

    def column(self, heading: str) -> str | None:
        """The column that a heading is."""
        words = folded(heading)
        return (
            None
            if self.leaves_out(heading)
            else self.named.get(words) or column_of(heading, self.names, also=True)
        )

    def leaves_out(self, text: str) -> bool:
        """Whether a heading, a line or a sheet is left out, named as it stands or as it is shown."""
        return bool(self.ignored) and not self.ignored.isdisjoint(
            (folded(text), folded(masked(text)))
        )

    def doubt_of(self, line: str) -> Doubt | None:
        """Why what stands below a line is not read, if somebody did not say that the line is left out."""
        return None if self.leaves_out(line) else doubt_of(line)
