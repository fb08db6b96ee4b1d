"""Numbers, ranges, periods, texts and what plans are quoted from."""

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program.catalog.hanoi import HANOI
from nsc_program.plan._program import Program
from nsc_program.plan._sources import Citation, Document
from nsc_program.testing.strategies._fields import KEPT, Fields, days_of, drawn
from nsc_program.values._periods import Period
from nsc_program.values._ranges import Range
from nsc_program.values._text import Text

MADE_UP = Text(vi="tự đặt", en="made up")
MADE_UP_PLAN = Document(id="made-up", title=MADE_UP, place="nowhere")
CITED = Citation(document=MADE_UP_PLAN, words="tự đặt")


def numbers() -> SearchStrategy[Fraction]:
    """Exact numbers, whole ones and halves, close together so that they are often equal."""
    return st.sampled_from(
        [Fraction(number, parts) for number in (*range(13), *range(-6, 0)) for parts in (1, 2)]
    )


@st.composite
def ranges(draw: DrawFn) -> Range:
    """Ranges with closed, open and absent ends; close together, so that they touch."""
    (low, high), ends = sorted(draw(st.tuples(numbers(), numbers()))), draw(st.integers(0, 15))
    has_low, has_high = not ends & 1, not ends & 2
    wide = low < high or not (has_low and has_high)
    return Range(
        low if has_low else None,
        high if has_high else None,
        low_open=has_low and wide and bool(ends & 4),
        high_open=has_high and wide and bool(ends & 8),
    )


@lru_cache(maxsize=KEPT)
def days(program: Program) -> SearchStrategy[date]:
    """Days from two years before a program to two years after it, every other one a first or last day."""
    return drawn(Fields.of(day=days_of(program)), lambda day: day)


@lru_cache(maxsize=KEPT)
def periods(program: Program = HANOI) -> SearchStrategy[Period]:
    """Periods: mostly those that a program needs figures for, some of any two days, and of any day and all before."""

    def period(one: date, two: date, over: Period | str) -> Period:
        if isinstance(over, Period):
            return over
        return Period.until(two) if over == "until" else Period(*sorted((one, two)))

    own, span = program.periods, days_of(program)
    return drawn(Fields.of(over=(*own, *own, "between", "until"), one=span, two=span), period)


@st.composite
def whole_years(draw: DrawFn) -> Period:
    """Periods of one to three years, from any anniversary, a leap day among them."""
    start = draw(st.sampled_from((date(2021, 1, 1), date(2020, 12, 15), date(2020, 2, 29))))
    years = draw(st.integers(1, 3))
    following = date(start.year + years, start.month, min(start.day, 28))
    return Period(start, following - timedelta(days=1))


def texts() -> SearchStrategy[Text]:
    """Texts in both languages."""
    words = st.text(st.characters(codec="utf-8"), max_size=8)
    return st.just(MADE_UP) | st.builds(Text, words, words)


def ids() -> SearchStrategy[str]:
    """Ids of parts of a plan: one printable line."""
    return st.sampled_from(("a", "b", "made-up", "phần 1", "a/b"))


@st.composite
def documents(draw: DrawFn) -> Document:
    """Documents that nobody wrote."""
    return Document(
        id=draw(ids()), title=draw(texts()), place=draw(ids()), remark=draw(st.none() | texts())
    )


@st.composite
def citations(draw: DrawFn) -> Citation:
    """Quotations from them."""
    return Citation(
        document=draw(documents()),
        words=draw(ids()),
        lang=draw(st.sampled_from(("vi", "en"))),
        erratum=draw(st.none() | texts()),
    )
