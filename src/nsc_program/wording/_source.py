"""A clause while its quantities are looked for: its items, with the text that they stand for."""

from typing import final

from attrs import frozen

from nsc_program.values._text import Lang
from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import Clause, Token
from nsc_program.wording._values import Span


@final
@frozen
class Source:
    """A clause while its quantities are looked for.

    Attributes:
        items: The items of the clause.
        tokens: The tokens of the clause.
        clause: The composed text.
        lang: The language of the clause.
    """

    items: Line
    tokens: list[Token]
    clause: Clause
    lang: Lang

    def has(self, at: int, *tags: Tag) -> bool:
        """Return whether there is an item at `at`, and it has one of these tags."""
        return tag_at(self.items, at, *tags)

    def is_bare(self, at: int, *tags: Tag) -> bool:
        """Return whether an item has one of these tags, and is not a unit."""
        return self.has(at, *tags) and not self.has(at, Tag.UNIT)

    def after_bare(self, at: int, *tags: Tag) -> int:
        """Return the index after the items from `at` on that have one of these tags and no unit."""
        end = at
        while self.is_bare(end, *tags):
            end += 1
        return end

    def word(self, at: int) -> str:
        """Return the words of an item in lower case; empty if there is no item at `at`."""
        return self.items[at].text if 0 <= at < len(self.items) else ""

    def written(self, at: int, end: int) -> str:
        """Return the words of the items from `at` to before `end`, as they were written."""
        return self.clause.words(self._span(self.items[at].first, self.items[end - 1].last))

    def place(self, first: int, end: int) -> Span:
        """Return the place of the tokens from `first` to before `end`, in the text as given."""
        return self.clause.place(self._span(first, end))

    def _span(self, first: int, end: int) -> Span:
        """Return the place of the tokens from `first` to before `end` in the composed text."""
        return self.tokens[first].span[0], self.tokens[end - 1].span[1]
