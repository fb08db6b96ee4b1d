"""The texts that a user leaves out: headings, lines, sheets, notes and cells."""

from collections.abc import Iterable
from typing import final

from attrs import frozen

from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._words.words import folded


@final
@frozen
class LeftOut:
    """Tells which texts are left out, as they are or as they are shown.

    Attributes:
        texts: the texts that are left out, folded.
    """

    texts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str]) -> "LeftOut":
        """Collect texts.

        Args:
            texts: the texts that are left out.
        """
        return cls(frozenset(map(folded, texts)))

    def __call__(self, text: str) -> bool:
        """Tell whether a text is left out.

        Args:
            text: the text.
        """
        if not self.texts:
            return False
        return not self.texts.isdisjoint((folded(text), folded(masked(text))))
