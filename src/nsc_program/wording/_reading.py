"""Read a clause into its phrases."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from nsc_program.errors import UnknownId
from nsc_program.plan._bases import Basis, During, Reached
from nsc_program.plan._bounds import Bound, Plain
from nsc_program.values._text import Lang
from nsc_program.values._validators import SOME_TEXT, wrong_type
from nsc_program.wording._asides import without_asides
from nsc_program.wording._basis import basis_of
from nsc_program.wording._bound import bound_of
from nsc_program.wording._damage import damage, is_too_long
from nsc_program.wording._days import tag_at
from nsc_program.wording._lexicons import LEXICONS, MISSPELLINGS
from nsc_program.wording._line import Line
from nsc_program.wording._marks import Around, around
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._places import placed
from nsc_program.wording._quantities import quantities_of
from nsc_program.wording._reasons import Reason
from nsc_program.wording._scopes import scopes_of
from nsc_program.wording._source import Source
from nsc_program.wording._surroundings import Surroundings
from nsc_program.wording._tags import Item, Lexicon, Tag
from nsc_program.wording._text import Clause, compose, tokens_of
from nsc_program.wording._values import InvalidWording, Phrase, Span, Unreadable


def lexicon_of(lang: Lang) -> Lexicon:
    """Return the words of a language.

    Args:
        lang: The language, `"vi"` or `"en"`.

    Returns:
        The lexicon of the language.

    Raises:
        UnknownId: For any other language.
    """
    if lang not in LEXICONS:
        raise UnknownId("language", lang, tuple(LEXICONS))
    return LEXICONS[lang]


def read(clause: str, lang: Lang = "vi") -> tuple[Phrase | Unreadable, ...]:
    """Read every quantity of a clause.

    The reader never guesses. It skips numbers that are not quantities: years, the numbers of
    documents, standards. Reading takes time in proportion to the length of the clause.

    Three kinds of clause give only the places to correct. A clause of more than 2,000 characters or
    100 numbers is one `Unreadable` (`Reason.TOO_LONG`). Damaged text (HTML, hidden characters,
    letters of another script) gives its damaged places (`Reason.DAMAGED`). A word that differs only
    in its accents or spaces from a word that changes a number gives its place (`Reason.MISSPELT`).

    Args:
        clause: Any text.
        lang: The language of the clause, `"vi"` or `"en"`.

    Returns:
        A `Phrase` for each quantity that can be read and an `Unreadable` for each that cannot, in
        the order of the clause.

    Raises:
        InvalidType: If `clause` is not text.
        UnknownId: If `lang` is any other language.

    >>> clause = "hỗ trợ ít nhất 20 chuyên gia và khoảng 1.500 doanh nghiệp"
    >>> [reading.bound for reading in read(clause)]
    [AtLeast(number=Fraction(20, 1)), About(number=Fraction(1500, 1))]
    """
    if type(clause) is not str:
        raise wrong_type("clause", SOME_TEXT, clause)
    lexicon = lexicon_of(lang)
    if is_too_long(clause):
        return (Unreadable(Reason.TOO_LONG, (0, len(clause))),)
    return readings_of(clause, lexicon)


def readings_of(clause: str, lexicon: Lexicon) -> tuple[Phrase | Unreadable, ...]:
    """Read a clause of any length, as `read` does.

    Args:
        clause: The words.
        lexicon: The words of the language of the clause.

    Returns:
        The phrases and the unreadable places, in the order of the clause.
    """
    composed = compose(clause)
    damaged = damage(clause, composed)
    return tuple(damaged or _undamaged(composed, lexicon))


def _undamaged(clause: Clause, lexicon: Lexicon) -> Iterable[Phrase | Unreadable]:
    """Read a clause without damaged places."""
    tokens = tokens_of(clause)
    words = list(lexicon.items(tokens))
    items = without_asides(placed(words, tokens, lexicon.lang))
    source = Source(items, tokens, clause, lexicon.lang)
    quantities = quantities_of(source)
    misspelt = _misspelt(source, words) if quantities else []
    return misspelt or _targets(source, quantities)


def _misspelt(source: Source, words: Sequence[Item]) -> list[Unreadable]:
    """Return the places of the misspelt words of a clause."""
    return [
        Unreadable(Reason.MISSPELT, source.place(*place))
        for place in _places_of_misspelt(source, words)
    ]


def _places_of_misspelt(source: Source, words: Sequence[Item]) -> list[tuple[int, int]]:
    """Return the first token of each misspelt place, and the token after its last."""
    return MISSPELLINGS[source.lang].found(LEXICONS[source.lang], words, source.tokens)


def _targets(source: Source, quantities: Sequence[Quantity]) -> Iterator[Phrase | Unreadable]:
    """Yield the reading of each quantity that may be a target."""
    for here in _surroundings(source.items, quantities):
        reading = _read_one(source, here)
        if reading is not None:
            yield reading


def _surroundings(items: Line, quantities: Sequence[Quantity]) -> Iterator[Surroundings]:
    """Yield each quantity that may be a target, with everything around it."""
    scopes = scopes_of(items, quantities)
    for quantity, scope in zip(quantities, scopes, strict=True):
        if not quantity.dropped:
            yield Surroundings(items, quantity, scope, around(items, quantity, scope))


def parse(clause: str, lang: Lang = "vi") -> tuple[Phrase, ...]:
    """Read a clause of which every quantity must be readable.

    Args:
        clause: The words, at most 2,000 characters with at most 100 numbers.
        lang: The language of the clause, `"vi"` or `"en"`.

    Returns:
        The phrases of the clause, in order.

    Raises:
        InvalidType: If `clause` is not text.
        InvalidWording: If any place cannot be read. It lists every such place.
        UnknownId: If `lang` is any other language.

    >>> parse("tăng bình quân 7%/năm")[0].basis
    MeanGrowth(falling=False)
    """
    readings = read(clause, lang)
    problems = [reading for reading in readings if isinstance(reading, Unreadable)]
    if problems:
        raise InvalidWording.of(clause, problems)
    return tuple(reading for reading in readings if isinstance(reading, Phrase))


def _read_one(source: Source, here: Surroundings) -> Phrase | Unreadable | None:
    """Read one quantity; `None` for a time that is only mentioned."""
    span = _span(source, here.around)
    numbers = _numbers(here)
    if isinstance(numbers, Reason):
        return Unreadable(numbers, span)
    return _combined(here, basis_of(here), bound_of(here.around, numbers), span)


def _combined(
    here: Surroundings, basis: Basis | Reason, bound: Bound | Reason, span: Span
) -> Phrase | Unreadable | None:
    """Put bound and basis together, or return the reason why either is unclear."""
    if isinstance(bound, Reason):
        return Unreadable(bound, span)
    if isinstance(basis, Reason):
        return Unreadable(basis, span)
    return None if _only_lasts(here, bound, basis) else _phrase(here, bound, basis, span)


def _numbers(here: Surroundings) -> tuple[Fraction, ...] | Reason:
    """Return the numbers of a quantity, or its problem."""
    quantity = here.quantity
    if quantity.problem is not None:
        return quantity.problem
    return _growth_by_factors(here) if here.factor else quantity.numbers


def _growth_by_factors(here: Surroundings) -> tuple[Fraction, ...] | Reason:
    """Return the growth in percent by the factors of a quantity: “double” is 100 % more."""
    growth = _in_percent(here.quantity.numbers)
    # “About 2.2 times as much” is not growth by about 120 %: the tolerance of “about” would be
    # taken of 120, and not of 220.
    return Reason.TIMES if growth[0] <= 0 or Tag.ABOUT in here.around.marks else growth


def _in_percent(factors: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Return the growth in percent by each factor."""
    return tuple((factor - 1) * 100 for factor in factors)


def _phrase(here: Surroundings, bound: Bound, basis: Basis, span: Span) -> Phrase:
    """Put bound, basis and unit together."""
    return Phrase(
        bound,
        basis,
        unit="%" if here.factor or here.quantity.points else here.quantity.unit,
        through=here.scope.through,
        aspirational=here.scope.aspirational,
        span=span,
    )


def _only_lasts(here: Surroundings, bound: Bound, basis: Basis) -> bool:
    """Return whether the unit is a time, which is a target only with a bound word or “còn”."""
    return isinstance(bound, Plain) and isinstance(basis, (Reached, During)) and _is_time(here)


def _is_time(here: Surroundings) -> bool:
    """Return whether the unit of a quantity is a time, and no “còn” stands next to it."""
    time = tag_at(here.items, here.quantity.unit_at, Tag.SHORT)
    return time and Tag.LEFT not in here.around.words


def _span(source: Source, found: Around) -> Span:
    """Return the place of a quantity with its bound words, in the text as it was given."""
    first, last = source.items[found.first], source.items[found.last - 1]
    return source.place(first.first, last.last)
