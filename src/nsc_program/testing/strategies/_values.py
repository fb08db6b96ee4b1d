"""Strategies for numbers, ranges, days, periods, texts, and the documents that plans quote."""

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.plan._program import Program
from nsc_program.plan._sources import Citation, Document
from nsc_program.testing.strategies._fields import (
    CACHED_PLANS,
    Fields,
    between,
    days_of,
    from_fields,
)
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text

MADE_UP = Text(vi="tự đặt", en="made up")
MADE_UP_PLAN = Document(id="made-up", title=MADE_UP, place="nowhere")
CITED = Citation(document=MADE_UP_PLAN, words="tự đặt")


def numbers() -> SearchStrategy[Fraction]:
    """Draw exact numbers: whole ones and halves, close together so that they are often equal.

    Returns:
        A strategy for numbers from -6 to 12.5.
    """
    numerators = (*range(13), *range(-6, 0))
    return st.sampled_from(
        [Fraction(numerator, parts) for numerator in numerators for parts in (1, 2)]
    )


@st.composite
def ranges(draw: DrawFn) -> Range:
    """Draw ranges with closed, open and absent ends, close together so that they touch.

    Returns:
        A strategy for ranges whose ends, where there are any, are drawn from `numbers`.
    """
    low, high = sorted(draw(st.tuples(numbers(), numbers())))
    no_low, no_high, low_open, high_open = draw(st.tuples(*[st.booleans()] * 4))
    if low == high and not (no_low or no_high):
        return Range(low, high)
    return Range(
        None if no_low else low,
        None if no_high else high,
        low_open=low_open and not no_low,
        high_open=high_open and not no_high,
    )


def days(program: Program = HANOI) -> SearchStrategy[date]:
    """Draw days from two years before a plan to two years after it.

    Args:
        program: The plan. Every other day is a first or last day of one of its periods, or next to
            such a day.

    Returns:
        A strategy for days.
    """
    return _days(program)


@lru_cache(maxsize=CACHED_PLANS)
def _days(program: Program) -> SearchStrategy[date]:
    """Draw days about a plan."""
    return from_fields(Fields.of(day=days_of(program)), lambda day: day)


@lru_cache(maxsize=CACHED_PLANS)
def periods(program: Program = HANOI) -> SearchStrategy[Period]:
    """Draw periods of a plan, periods between any two days, and periods without a first day.

    Args:
        program: The plan. Most of the periods drawn are periods that it needs figures for.

    Returns:
        A strategy for periods.
    """

    def period(day_one: date, day_two: date, over: Period | str) -> Period:
        return over if isinstance(over, Period) else between(day_one, day_two, over)

    own, span = program.periods, days_of(program)
    fields = Fields.of(over=(*own, *own, "between", "until"), day_one=span, day_two=span)
    return from_fields(fields, period)


@st.composite
def whole_years(draw: DrawFn) -> Period:
    """Draw periods of one to three whole years.

    Returns:
        A strategy for periods that begin on 1 January 2021, on 15 December 2020, or on the leap
        day 29 February 2020.
    """
    start = draw(st.sampled_from((date(2021, 1, 1), date(2020, 12, 15), date(2020, 2, 29))))
    years = draw(st.integers(1, 3))
    following = date(start.year + years, start.month, min(start.day, 28))
    return Period(start, following - timedelta(days=1))


def texts() -> SearchStrategy[Text]:
    """Draw texts in Vietnamese and English.

    Returns:
        A strategy for texts of at most eight characters in each language, or "tự đặt" and
        "made up".
    """
    words = st.text(st.characters(codec="utf-8"), max_size=8)
    return st.just(MADE_UP) | st.builds(Text, words, words)


def ids() -> SearchStrategy[str]:
    """Draw ids of parts of a plan: one printable line."""
    return st.sampled_from(("a", "b", "made-up", "phần 1", "a/b"))


@st.composite
def documents(draw: DrawFn) -> Document:
    """Draw made-up documents.

    Returns:
        A strategy for documents, with and without a remark.
    """
    return Document(
        id=draw(ids()), title=draw(texts()), place=draw(ids()), remark=draw(st.none() | texts())
    )


@st.composite
def citations(draw: DrawFn) -> Citation:
    """Draw quotations from made-up documents.

    Returns:
        A strategy for citations in either language, with and without an erratum.
    """
    return Citation(
        document=draw(documents()),
        words=draw(ids()),
        lang=draw(st.sampled_from(("vi", "en"))),
        erratum=draw(st.none() | texts()),
    )
