"""Hypothesis: rows of anything at all, and rows of true records as people write them."""

import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any, TypeAlias

from attrs import fields
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nsc_program import ReportedFigure
from nsc_program.intake._words.words import MORE_YES_NO, WORDS, YES_NO
from nsc_program.records._base import Record
from rows import ROW_OF

Cells: TypeAlias = dict[Any, object]

# --- anything at all ---

ODD_TEXTS = (
    "", " ", "\u200b", "\ufeff\u202e", "\x00", "=1+1", "#N/A", "không", "có", "x", "Tổng cộng",
    "(1)", "I.", "?", "-", "0100000010", "100000010", "000000000012", "05/06/2024", "06/30/2024",
    "2024-02-30", "2024", "1.480", "6,5", "40", "Doanh nghiệp", "SAMPLE-1; SAMPLE-2", "a\nb",
    "x" * 10_000, "\ud800", "e\u0323\u0302", "supported",
)  # fmt: skip
MOMENT = datetime(2024, 6, 5)  # noqa: DTZ001  # as a spreadsheet gives it
ODD_CELLS: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 40, 2024, 45_448, 100_000_010, 10**11, 10**5000, 0.5, 1e300,
    float("nan"), float("inf"), Decimal("nan"), Decimal("1e999999999"), Fraction(1, 3), date.min,
    date.max, date(2024, 6, 5), MOMENT, MOMENT.replace(tzinfo=UTC), time(8), timedelta(1),
    b"SAMPLE", ["x"], {}, (), object(), *ODD_TEXTS,
)  # fmt: skip


def cells() -> SearchStrategy[object]:
    scalars = st.text(max_size=8) | st.integers() | st.floats() | st.dates() | st.fractions()
    return st.sampled_from(ODD_CELLS) | st.sampled_from(ODD_TEXTS) | scalars


@st.composite
def odd_rows(draw: DrawFn, kind: type[Any]) -> object:
    """Draw a row with some unreadable cells, a row of anything, or a value that is not a row."""
    entered = draw(st.sampled_from((None, "01/01/2024", "2024-06-30", "?")))
    good = {
        **ROW_OF[kind],
        "Ngày nhập": entered,
        "Mã": draw(st.sampled_from(("1", "2", "3", None))),
    }
    names = [*good, "Đã xác minh", "Hủy", "Văn bản", "Ghi chú", None]
    changed = draw(st.dictionaries(st.sampled_from(names), cells(), max_size=2))
    return draw(
        st.sampled_from((good, good, {**good, **changed}, {**good, **changed}))
        | st.dictionaries(st.sampled_from(names), cells())
        | st.lists(cells(), max_size=3)
        | cells()
    )


# --- true records ---


def _spelt(text: str, chosen: Random) -> str:
    """Draw the same text with other spaces, capitals, accents or Unicode form."""
    bare = "".join(
        each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each)
    )
    form = chosen.choice(
        (text, text.upper(), unicodedata.normalize("NFD", text), bare.replace("đ", "d"))
    )
    return chosen.choice(("{}", " {}", "{}\u00a0", "\t{} ")).format(form)


def _day(day: date, chosen: Random) -> object:
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    return chosen.choice(
        (day, moment, f"{day:%d/%m/%Y}", f" {day:%d/%m/%Y}", day.isoformat(), moment.isoformat(" "))
    )


_KEYS = ("id", "enterprise", "person", "registration")


def _key(name: str, text: str, chosen: Random) -> object:
    if name == "enterprise" and text.isdigit() and chosen.random() < 1 / 3:
        return chosen.choice((int, float))(text)  # a leading zero is lost
    return chosen.choice((text, f" {text}", f"{text}\u00a0"))


def _word(words: Mapping[str, str], meaning: str, chosen: Random) -> object:
    return _spelt(chosen.choice([word for word, each in words.items() if each == meaning]), chosen)


def _written(name: str, value: Any, chosen: Random) -> object:  # noqa: ANN401
    words = {**YES_NO, **MORE_YES_NO.get(name, {})}
    match value:
        case None:
            return chosen.choice((None, "", "  "))
        case bool():
            return chosen.choice(
                (value, int(value), _word(words, "yes" if value else "no", chosen))
            )
        case date():
            return _day(value, chosen)
        case tuple():
            said = [str(_word(WORDS[type(each)], each, chosen)) for each in value]
            return chosen.choice((";", ", ", "\n", " + ")).join(said) or ";"
        case _ if type(value) in WORDS:
            return _word(WORDS[type(value)], value, chosen)
        case str():
            return _key(name, value, chosen) if name in _KEYS else value
        case _:
            return chosen.choice((int, str, float))(value)


def as_row(record: Record, chosen: Random) -> Cells:
    """Draw a row with the values of a record, under the names of its fields."""
    names = [
        each.name
        for each in fields(type(record))
        if each.name not in ("funding", "activities", "period", "value")
    ]
    row = {name: _written(name, getattr(record, name), chosen) for name in names}
    return row | (_reported(record, chosen) if isinstance(record, ReportedFigure) else {})


def _reported(record: ReportedFigure, chosen: Random) -> Cells:
    """Draw the cells of the period and the number of a report."""
    ends = {f"period.{end}": _day(getattr(record.period, end), chosen) for end in ("start", "end")}
    return {**ends, "value": _written("value", record.value.low, chosen)}


UNREADABLE = ("?", "=A1", "#REF!", b"x", ["x"], "\u200b", "chưa có", object())
_LONG = ("x" * 201, "SAMPLE;SAMPLE", 0.5, True)  # which some columns can read
_NEVER_SPOILT = ("document", "name", "scheme", "topic")


def spoilt(row: Cells, chosen: Random) -> object:
    """Draw the same row with some cells that cannot be read; the others stay true."""
    how = chosen.random()
    if how < 1 / 8:
        return [*row.values()]
    if how < 1 / 4:
        return {**row, None: ["x"]}
    names = chosen.sample(
        [name for name in row if name not in _NEVER_SPOILT], chosen.choice((1, 1, 2))
    )
    return {**row, **{name: chosen.choice(UNREADABLE + _LONG * (name in _KEYS)) for name in names}}
