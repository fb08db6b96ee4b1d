"""Find the texts that a user leaves out and that a file does not hold: they were mistyped."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from nsc_program.intake._cells.discreet import masked
from nsc_program.intake._words.words import folded
from nsc_program.intake.files._books import RawSheet

_MOST_TEXTS = 100_000


def not_there(
    ignored: Iterable[str], names: Iterable[str], sheets: Iterable[RawSheet]
) -> tuple[str, ...]:
    """Return the texts that a user leaves out and that are nowhere in a file.

    Args:
        ignored: the texts that are left out.
        names: the names of the sheets, and the headings.
        sheets: the sheets.

    Returns:
        The texts; none if the file is so large that they may stand beyond what was searched.
    """
    left = {folded(text): text for text in ignored}
    texts = islice(chain(names, chain.from_iterable(map(_texts, sheets))), _MOST_TEXTS)
    searched = 0
    while left and (text := next(texts, None)) is not None:
        searched += 1
        for words in (folded(text), folded(masked(text))):
            left.pop(words, None)
    return tuple(left.values()) if searched < _MOST_TEXTS else ()


def _texts(sheet: RawSheet) -> Iterator[str]:
    """Give the notes and the texts of a sheet, its pages, its drawings and its tips."""
    yield from chain(
        sheet.page,
        sheet.shapes,
        sheet.tips,
        (drawn.name for drawn in sheet.drawn),
        *sheet.notes.values(),
    )
    for cells in sheet.rows:
        yield from (cell for cell in cells if isinstance(cell, str))
