"""Read a clause into its phrases."""

from fractions import Fraction
from itertools import repeat

from nsc_program.errors import UnknownId
from nsc_program.plan._bounds import Plain, Reached
from nsc_program.values._text import Lang
from nsc_program.values._validators import SOME_TEXT, wrong_type
from nsc_program.wording._asides import without_asides
from nsc_program.wording._basis import Reader
from nsc_program.wording._damage import damage, is_too_long
from nsc_program.wording._lexicons import LEXICONS, MISSPELLINGS
from nsc_program.wording._marks import Around, around, bound_of
from nsc_program.wording._places import placed
from nsc_program.wording._quantities import Finder, Quantity
from nsc_program.wording._scope import Scope
from nsc_program.wording._scopes import scopes_of
from nsc_program.wording._tags import Lexicon, Tag
from nsc_program.wording._text import compose, tokens_of
from nsc_program.wording._values import InvalidWording, Phrase, Reason, Span, Unreadable


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
    if damaged:
        return tuple(damaged)
    tokens = tokens_of(composed)
    words = list(lexicon.items(tokens))
    misspelt = MISSPELLINGS[lexicon.lang].found(lexicon, words, tokens)
    items = without_asides(placed(words, tokens, lexicon.lang))
    finder = Finder(items, tokens, composed, lexicon.lang)
    quantities = finder.quantities()
    if misspelt and quantities:
        return tuple(
            Unreadable(
                Reason.MISSPELT, composed.place((tokens[first].span[0], tokens[last - 1].span[1]))
            )
            for first, last in misspelt
        )
    scopes = scopes_of(items, quantities)
    readings = map(_read_one, repeat(finder), quantities, scopes)
    return tuple(reading for reading in readings if reading is not None)


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

    >>> parse("tăng ít nhất 50% so với giai đoạn 2021-2025")[0].basis
    Growth(baseline=Period(start=datetime.date(2021, 1, 1), end=datetime.date(2025, 12, 31)))
    """
    readings = read(clause, lang)
    problems = [reading for reading in readings if isinstance(reading, Unreadable)]
    if problems:
        raise InvalidWording.of(clause, problems)
    return tuple(reading for reading in readings if isinstance(reading, Phrase))


def _read_one(finder: Finder, quantity: Quantity, scope: Scope) -> Phrase | Unreadable | None:
    """Read one quantity; `None` if it is not a target."""
    if quantity.dropped:
        return None
    surroundings = around(finder.items, quantity, scope)
    span = _span(finder, surroundings)
    if quantity.problem is not None:
        return Unreadable(quantity.problem, span)
    reader = Reader(finder.items, quantity, scope, surroundings)
    numbers = quantity.numbers
    if reader.factor:
        numbers = tuple((number - 1) * 100 for number in numbers)
        # “About 2.2 times as much” is not growth by about 120 %: the tolerance of “about” would be
        # taken of 120, and not of 220.
        if numbers[0] <= 0 or Tag.ABOUT in surroundings.marks:
            return Unreadable(Reason.TIMES, span)
    return _phrase(reader, numbers, span)


def _phrase(
    reader: Reader, numbers: tuple[Fraction, ...], span: Span
) -> Phrase | Unreadable | None:
    """Put bound and basis together; `None` for a time that is only mentioned."""
    basis = reader.basis()
    bound = bound_of(reader.around, numbers)
    for problem in (bound, basis):
        if isinstance(problem, Reason):
            return Unreadable(problem, span)
    quantity, scope = reader.quantity, reader.scope
    if _only_lasts(reader) and isinstance(bound, Plain) and isinstance(basis, Reached):
        return None
    unit = "%" if reader.factor else quantity.unit
    return Phrase(
        bound,  # type: ignore[arg-type]
        basis,  # type: ignore[arg-type]
        unit=unit,
        through=scope.through,
        aspirational=scope.aspirational,
        span=span,
    )


def _only_lasts(reader: Reader) -> bool:
    """Return whether the unit is a time, which is a target only with a bound word or “còn”."""
    at = reader.quantity.unit_at
    return at >= 0 and reader.items[at].has(Tag.SHORT) and Tag.LEFT not in reader.around.words


def _span(finder: Finder, surroundings: Around) -> Span:
    """Return the place of a quantity with its bound words, in the text as it was given."""
    first = finder.items[surroundings.first].first
    last = finder.items[surroundings.last - 1].last - 1
    return finder.clause.place((finder.tokens[first].span[0], finder.tokens[last].span[1]))
