"""From a clause to its phrases."""

from fractions import Fraction

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
from nsc_program.wording._scopes import Scopes
from nsc_program.wording._tags import Lexicon, Tag
from nsc_program.wording._text import compose, tokens_of
from nsc_program.wording._values import InvalidWording, Phrase, Reason, Span, Unreadable


def lexicon_of(lang: Lang) -> Lexicon:
    """The words of a language.

    Raises:
        UnknownId: for another language.
    """
    if lang not in LEXICONS:
        raise UnknownId("language", lang, tuple(LEXICONS))
    return LEXICONS[lang]


def read(clause: str, lang: Lang = "vi") -> tuple[Phrase | Unreadable, ...]:
    """Every quantity of a clause in order: read, or the place of what is not and the reason.

    Nothing is guessed. What is not a quantity (a year, a document's number, a standard) is passed over. It takes time
    in proportion to the clause, and raises nothing for any text. A clause of more than 2,000 characters or 100 numbers
    is not looked at: all of it is one `Unreadable` (`Reason.TOO_LONG`). One whose letters cannot be trusted (HTML,
    hidden characters, another script), or in which a word differs only in its accents from one that changes a number,
    gives these places and nothing else.

    Raises:
        InvalidType: for what is no text.
        UnknownId: for a language that is not read.

    >>> [found.bound for found in read("hỗ trợ ít nhất 20 chuyên gia và khoảng 1.500 doanh nghiệp")]
    [AtLeast(number=Fraction(20, 1)), About(number=Fraction(1500, 1))]
    """
    if type(clause) is not str:
        raise wrong_type("clause", SOME_TEXT, clause)
    lexicon = lexicon_of(lang)
    if is_too_long(clause):
        return (Unreadable(Reason.TOO_LONG, (0, len(clause))),)
    return readings_of(clause, lexicon)


def readings_of(clause: str, lexicon: Lexicon) -> tuple[Phrase | Unreadable, ...]:
    """Read a clause of any length."""
    composed = compose(clause)
    damaged = damage(clause, composed)
    if damaged:
        return tuple(damaged)
    tokens = tokens_of(composed)
    found = list(lexicon.items(tokens))
    misspelt = MISSPELLINGS[lexicon.lang].found(lexicon, found, tokens)
    items = without_asides(placed(found, tokens, lexicon.lang))
    finder = Finder(items, tokens, composed, lexicon.lang)
    quantities = finder.quantities()
    if misspelt and quantities:
        return tuple(
            Unreadable(
                Reason.MISSPELT, composed.place((tokens[first].span[0], tokens[last - 1].span[1]))
            )
            for first, last in misspelt
        )
    read_ = (
        _one(finder, *pair)
        for pair in zip(quantities, Scopes(items, quantities).found(), strict=True)
    )
    return tuple(found for found in read_ if found is not None)


def parse(clause: str, lang: Lang = "vi") -> tuple[Phrase, ...]:
    """Every quantity of a clause in order.

    Args:
        clause: the words; at most 2,000 characters and 100 numbers.
        lang: their language.

    Raises:
        InvalidType: for what is no text.
        InvalidWording: with every place that is not read, if there is one.

    >>> parse("tăng ít nhất 50% so với giai đoạn 2021-2025")[0].basis
    Growth(baseline=Period(start=datetime.date(2021, 1, 1), end=datetime.date(2025, 12, 31)))
    """
    found = read(clause, lang)
    problems = [each for each in found if isinstance(each, Unreadable)]
    if problems:
        raise InvalidWording.of(clause, problems)
    return tuple(each for each in found if isinstance(each, Phrase))


def _one(finder: Finder, quantity: Quantity, scope: Scope) -> Phrase | Unreadable | None:
    if quantity.dropped:
        return None
    found = around(finder.items, quantity, scope)
    span = _span(finder, found)
    if quantity.problem is not None:
        return Unreadable(quantity.problem, span)
    reader = Reader(finder.items, quantity, scope, found)
    numbers = quantity.numbers
    if reader.factor:
        numbers = tuple((number - 1) * 100 for number in numbers)
        # About 2.2 times as much is not growth by about 120 %: what may be missing is a part of another number.
        if numbers[0] <= 0 or Tag.ABOUT in found.marks:
            return Unreadable(Reason.TIMES, span)
    return _phrase(reader, numbers, span)


def _phrase(
    reader: Reader, numbers: tuple[Fraction, ...], span: Span
) -> Phrase | Unreadable | None:
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
    """Whether the unit is one of time, which is a target only where a word of bound or “còn” says so."""
    at = reader.quantity.unit_at
    return at >= 0 and reader.items[at].has(Tag.SHORT) and Tag.LEFT not in reader.around.words


def _span(finder: Finder, found: Around) -> Span:
    first, last = finder.items[found.first].first, finder.items[found.last - 1].last - 1
    return finder.clause.place((finder.tokens[first].span[0], finder.tokens[last].span[1]))
