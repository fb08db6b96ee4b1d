"""Laws of wording: rendered words are read back, and no text breaks the reader."""

import sys
from calendar import monthrange
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_wording_tables import VIETNAMESE

from nsc_program import (
    About,
    AtLeast,
    AtMost,
    Between,
    EachYear,
    Growth,
    LessThan,
    MoreThan,
    Period,
    Plain,
    Reached,
    YearlyGrowth,
)
from nsc_program.plan import Basis, Bound, Difference, During, MeanGrowth
from nsc_program.plan._bases import IN_PERCENT
from nsc_program.values import Lang
from nsc_program.wording import InvalidWording, Phrase, Unreadable, parse, read, render
from nsc_program.wording._lexicons import LEXICONS
from nsc_program.wording._reading import readings_of
from tracing import first_traced

UNITS: dict[Lang, tuple[str, ...]] = {
    "vi": (
        "",
        "%",
        "doanh nghiệp",
        "lượt người",
        "chuyên gia",
        "tỷ đồng",
        "triệu đồng",
        "mô hình điểm",
        "tổ chức",
        "giấy chứng nhận",
        "hợp tác xã",
        "lượt cán bộ",
        "lượt khách",
        "DN",
        "km",
        "nghìn tấn",
        "tiêu chuẩn",
    ),
    "en": (
        "",
        "%",
        "enterprises",
        "experts",
        "productivity experts",
        "billion dong",
        "people",
        "million dong",
        "pilot models",
        "certificates",
        "conformity assessment bodies",
        "courses",
    ),
}
ONE_NUMBER = (AtLeast, MoreThan, About, Plain, AtMost, LessThan)
LANGS = st.sampled_from(("vi", "en"))


def decimals() -> st.SearchStrategy[Fraction]:
    wholes = st.integers(0, 10**12) | st.integers(0, 2500) | st.integers(1900, 2200)
    return st.builds(lambda number, places: Fraction(number, 10**places), wholes, st.integers(0, 6))


def bounds() -> st.SearchStrategy[Bound]:
    pairs = st.tuples(decimals(), decimals()).map(sorted).filter(lambda ends: ends[0] < ends[1])
    ranges = st.builds(lambda ends, about: Between(*ends, about=about), pairs, st.booleans())
    return ranges | st.builds(
        lambda kind, number: kind(number), st.sampled_from(ONE_NUMBER), decimals()
    )


def spans() -> st.SearchStrategy[Period]:
    """Draw periods with a first day."""
    years = st.tuples(st.integers(1, 9999), st.integers(0, 20)).map(
        lambda pair: (pair[0], min(9999, sum(pair)))
    )
    days = st.tuples(st.dates(), st.dates()).map(sorted).map(lambda pair: Period(*pair))
    near = st.tuples(st.integers(1990, 2060), st.integers(0, 10)).map(
        lambda pair: (pair[0], sum(pair))
    )
    return (years | near).map(lambda pair: Period.of_years(*pair)) | days


def quarters() -> st.SearchStrategy[Period]:
    numbers = st.tuples(st.integers(1900, 2199), st.integers(0, 3))
    return numbers.map(
        lambda pair: Period(
            date(pair[0], pair[1] * 3 + 1, 1),
            date(pair[0], pair[1] * 3 + 3, (31, 30, 30, 31)[pair[1]]),
        )
    )


def halves() -> st.SearchStrategy[Period]:
    return st.builds(Period.of_half, st.integers(1900, 2199), st.sampled_from((1, 2)))


def months() -> st.SearchStrategy[Period]:
    firsts = st.dates(date(1900, 1, 1), date(2199, 12, 1)).map(lambda day: day.replace(day=1))
    return firsts.map(lambda day: Period(day, day.replace(day=monthrange(day.year, day.month)[1])))


def ends() -> st.SearchStrategy[date]:
    return st.dates() | st.integers(2000, 2060).map(lambda year: date(year, 12, 31))


def closes() -> st.SearchStrategy[Period]:
    return ends().map(Period.until)


def changes() -> st.SearchStrategy[Basis]:
    falls, since = st.booleans(), spans() | closes()
    return (
        st.builds(Growth, since, falling=falls)
        | st.builds(Difference, since, falling=falls)
        | st.builds(YearlyGrowth, falling=falls)
        | st.builds(MeanGrowth, falling=falls)
    )


def totals() -> st.SearchStrategy[Basis]:
    parts: st.SearchStrategy[Basis] = st.builds(
        During, spans() | halves() | quarters() | months() | closes()
    )
    return parts | st.sampled_from((Reached(), EachYear()))


@st.composite
def phrases(draw: st.DrawFn, lang: Lang) -> Phrase:
    basis = draw(changes() | totals())
    unit = "%" if isinstance(basis, IN_PERCENT) else draw(st.sampled_from(UNITS[lang]))
    # A number is due by a day or is that of a part of the phase, but not both.
    through = None if isinstance(basis, During) else draw(st.none() | ends())
    return Phrase(
        draw(bounds()), basis, unit=unit, through=through, aspirational=draw(st.booleans())
    )


class TestWrittenAndRead:
    """`parse(render(x)) == x` for finite decimals (law 12).

    It holds for every basis and every bound, in both languages.
    """

    @given(st.data(), LANGS)
    def test_rendered_words_are_read_back(self, data: st.DataObject, lang: Lang) -> None:
        phrase = data.draw(phrases(lang))

        assert (phrase,) == parse(render(phrase, lang), lang)

    @given(st.data(), LANGS)
    def test_the_span_ends_with_the_unit(self, data: st.DataObject, lang: Lang) -> None:
        phrase = data.draw(phrases(lang))
        words = render(phrase, lang)
        (reread,) = parse(words, lang)

        points = ("điểm phần trăm", "percentage points")
        ends_with = points if isinstance(phrase.basis, Difference) else ()
        assert words[slice(*reread.span)].endswith((phrase.unit, *ends_with))

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_every_bound_and_basis_renders_differently(self, lang: Lang) -> None:
        kinds: list[Bound] = [kind(20) for kind in ONE_NUMBER]
        kinds += [Between(10, 15), Between(10, 15, about=True)]
        since = Period.of_years(2021, 2025)
        bases: list[Basis] = [
            Reached(),
            EachYear(),
            During(since),
            During(Period.of_years(2025, 2025)),
            *(YearlyGrowth(falling=falling) for falling in (False, True)),
            *(MeanGrowth(falling=falling) for falling in (False, True)),
            *(Growth(since, falling=falling) for falling in (False, True)),
            *(Difference(since, falling=falling) for falling in (False, True)),
        ]
        written = {
            render(Phrase(bound, basis, unit="%"), lang) for bound in kinds for basis in bases
        }

        assert len(kinds) * len(bases) == len(written)


# They do not contain a number, a bound word or a comparison, so they may surround any phrase.
BEFORE = (
    "Ủy ban nhân dân thành phố, ",
    "Theo Kế hoạch số 149/KH-UBND: ",
    "1. ",
    "a) ",
    "Trên địa bàn tỉnh, ",
    "Sở chủ trì; ",
)
AFTER = (
    " được hướng dẫn",
    " trên toàn quốc",
    "; theo quy định của pháp luật",
    ".",
    " (ISO 9001:2015)",
    ", đúng tiến độ",
)


class TestNeutralWords:
    """Neutral words around a phrase change its place and nothing else."""

    @given(phrases("vi"), st.sampled_from(BEFORE), st.sampled_from(AFTER))
    def test_neutral_words_change_only_the_place(
        self, phrase: Phrase, before: str, after: str
    ) -> None:
        words = render(phrase)
        (bare,) = parse(words)
        # A number without a unit takes the words after it as its unit.
        clause = before + words + (after if phrase.unit else "")
        (reread,) = parse(clause)

        assert phrase == reread
        assert words[slice(*bare.span)] == clause[slice(*reread.span)]


WORDS = tuple({word for clause, _ in VIETNAMESE for word in clause.split()})
PIECES = (
    *WORDS,
    "\u0301",
    "\u200b",
    "\n",
    "\u00a0",
    "²",
    "٣",
    "½",
    "(",
    ")",
    ";",
    ":",
    "/",
    "-",
    "–",
    "%",
    "999999999",
)


def places(readings: tuple[Phrase | Unreadable, ...]) -> list[int]:
    return [end for reading in readings for end in reading.span]


class TestAnyText:
    """`read` raises nothing for any text; its places lie in the text, in order, without overlap."""

    @settings(max_examples=200)
    @given(st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), LANGS)
    def test_places_lie_in_the_text(self, clause: str, lang: Lang) -> None:
        readings = read(clause, lang)

        assert sorted(places(readings)) == places(readings)
        assert all(0 <= end <= len(clause) for end in places(readings))
        assert all(reading.span[0] < reading.span[1] for reading in readings)

    @example("ít nhất một")
    @example("ít nhất 5")
    @given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
    def test_parse_returns_every_phrase_or_raises_with_every_problem(self, clause: str) -> None:
        readings = read(clause)
        problems = [
            (*reading.span, reading.reason)
            for reading in readings
            if isinstance(reading, Unreadable)
        ]
        if problems:
            with pytest.raises(InvalidWording) as raised:
                parse(clause)
            assert problems == [problem[:3] for problem in raised.value.args]
        else:
            assert readings == parse(clause)


HOSTILE = (
    "1",
    "1.",
    "1,",
    "1/",
    "1:",
    "1 ",
    "1-",
    "a",
    "(",
    "(a ",
    "-",
    " ",
    "\n",
    "\n ",
    "\n1",
    "A",
    "1/AA-",
    "5s",
    "ít nhất ",
    "mỗi năm ",
    "15 tuổi ",
    "so với ",
    "tăng ",
    "2021-",
    "hai mươi ",
    "một số ",
    "20% ",
    "từ 10 đến ",
    "A.1.",
    "1.a ",
    "một ",
    "một 1.",
    "₀10 1.",
    "và ",
    "; ",
    "trong đó ",
    ", ",
    "từ ",
    "1 bình quân ",
    "là ",
    "1 dn một năm ",
    "20 dn hàng tháng ",
    ", mỗi năm",
    "(mỗi năm ",
    "3 ngày ",
    "&ge; ",
    "<b>",
    "í t ",
    "năm 2024, 2025, ",
    "đến ",
    "/năm ",
    "phấn đấu: ",
    "lần lượt 20 doanh nghiệp; ",
    "\u0301\u0323",
    "20 dn, ",
    "20 dn mỗi năm, ",
    "mỗi ",
    "hai năm ",
    "10 nghìn ",
    "2 nghìn nghìn ",
    "trừ 5 dn, ",
    "it nhat ",
    "20 dn, mỗi năm, ",
    "3 hoặc ",
    "3, ",
    "20 htx/",
    "giảm ",
    "bình quân ",
    "so với cuối ",
    "năm 2027 ",
    "năm 2027 và ",
    "riêng ",
    "quý I/2027 ",
    "tháng ",
    "5 điểm phần trăm ",
)


@first_traced
def steps(clause: str) -> int:
    """Count the calls that reading a clause takes: a measure independent of the machine."""
    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1  # pragma: no cover  # coverage does not trace the profiler's function

    sys.setprofile(step)
    try:
        readings_of(clause, LEXICONS["vi"])
    finally:
        sys.setprofile(None)
    return count


class TestLongText:
    """Reading takes time in proportion to the text, even if it exceeds the longest clause."""

    @pytest.mark.parametrize("piece", HOSTILE)
    @pytest.mark.parametrize("start", ["", "20 dn, 20 dn mỗi năm, 20 dn 3 ngày "])
    def test_four_times_the_text_takes_four_times_the_steps(self, start: str, piece: str) -> None:
        short, long = (steps(start + piece * (size // len(piece))) for size in (400, 1600))

        assert 4.6 * short + 500 > long
