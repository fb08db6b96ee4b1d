"""Counts of the rows of tables, as lazy frames of one row each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, reduce
from typing import Any, TypeAlias, final

import narwhals.stable.v2 as nw
from attrs import evolve, frozen

from nsc_program.errors import Problem, RegisterConflict
from nsc_program.figures._sizes import Crowded, Size, size_of
from nsc_program.figures._table_columns import Column, selected
from nsc_program.figures._table_faults import MOST_ODD, doubts, faults
from nsc_program.figures._table_rules import (
    Frame,
    grade,
    happened,
    has_unnamed,
    key_and_size,
    named_key,
    one_if,
    small_one_if,
)
from nsc_program.plan._counting import BY_RECORD, Counting
from nsc_program.plan._indicators import Indicator
from nsc_program.records._base import Record
from nsc_program.values._periods import Period, earliest_first

Answers: TypeAlias = Mapping[str, Any]
"""The values of one row."""
Place: TypeAlias = tuple[tuple[Counting, ...], date, date]
"""Rules, with the first and the last day of which they count what happened."""

_KEY, _SIZE, _ROWS, _SUSPECT = "nsc_key", "nsc_size", "nsc_rows", "nsc_suspect"
_LAST, _FIRST, _DAYS = "nsc_last", "nsc_first", "nsc_days"
_NO, _MAYBE, _SURELY = 0, 1, 2


@final
@frozen
class Table:
    """The rows of one class of records.

    Attributes:
        kind: the class.
        whole: the columns for fields of the class.
        frame: the columns that are needed or checked.
        columns: those columns.
        doubted: the ids of records of which a later version may stand in a rejected row.
    """

    kind: type[Record]
    whole: Frame
    frame: Frame
    columns: tuple[Column, ...]
    doubted: tuple[str, ...] = ()

    @cached_property
    def _versions(self) -> Frame:
        """The rows, with the last day where there are several versions, and with a suspicion.

        Few records have several versions in most tables, so few are joined.
        """
        day = nw.col("recorded_on")
        needed = self.frame.select(one.name for one in self.columns if one.is_needed)
        by_id = needed.group_by("id").agg(
            day.max().alias(_LAST),
            day.min().alias(_FIRST),
            day.count().alias(_DAYS),
            nw.col("id").count().alias(_ROWS),
        )
        suspicion = small_one_if(_may_be_repeated()).alias(_SUSPECT)
        several = by_id.filter(nw.col(_ROWS) > 1).select("id", _LAST, suspicion)
        return needed.join(several, on="id", how="left")

    @cached_property
    def latest(self) -> Frame:
        """The latest version of each record, with the records that were annulled."""
        last = nw.col(_LAST)
        is_latest = ((nw.col("recorded_on") == last) | last.is_null()).fill_null(value=False)
        latest = self._versions.filter(is_latest)
        if not self.doubted:
            return latest
        verified = nw.col("verified") & ~nw.col("id").is_in(self.doubted)
        return latest.with_columns(verified.alias("verified"))

    def checked(self) -> Frame:
        """Return a frame of one row: the numbers of doubtful values and rows."""
        return self.frame.select(nw.len().alias(_ROWS), *doubts(self.columns))

    def is_repeated(self) -> bool:
        """Return whether two rows have the same id and day."""
        return len(_several(self.frame).head(1).collect()) > 0

    def faults(self, found: Answers) -> Iterator[Problem]:
        """Yield what the records' own class refuses.

        Args:
            found: the values of `checked`.
        """
        return faults(self.frame, self.columns, found)

    def without_repeats(self) -> "Table":
        """Return the table with equal rows once.

        Raises:
            RegisterConflict: if two versions of one record have the same date and differ.
        """
        columns = self.whole.collect_schema()
        once = self.whole.group_by(*columns).agg(nw.len().alias(_ROWS)).drop(_ROWS)
        names = _several(once).select("id", "recorded_on").head(MOST_ODD).collect().rows()
        if names:
            names = sorted(names, key=lambda name: (name[0], earliest_first(name[1])))
            raise RegisterConflict(*((self.kind.__name__, *name) for name in names))
        return evolve(self, frame=selected(once, self.columns))

    def read_on(self, ids: Collection[str]) -> Mapping[str, date | None]:
        """Return the day on which the latest version of some records was entered.

        Args:
            ids: the ids of the records.
        """
        some = self.frame.filter(nw.col("id").is_in(tuple(ids))).group_by("id")
        return dict(some.agg(nw.col("recorded_on").max()).collect().rows())

    def things_by_entry(self) -> list[tuple[tuple[bool, date], int]]:
        """Return the days on which records were entered, with the most things of one of them."""
        things = _things_of_a_record(self.kind.NUMBER).alias(_SIZE)
        dated = self.latest.filter(~nw.col("annulled")).with_columns(things).group_by("recorded_on")
        most = dated.agg(nw.col(_SIZE).max()).collect().rows()
        return sorted((earliest_first(day), int(size)) for day, size in most)


def _several(rows: Frame) -> Frame:
    """Return the ids and days that several rows have."""
    by_version = rows.group_by("id", "recorded_on").agg(nw.len().alias(_ROWS))
    return by_version.filter(nw.col(_ROWS) > 1)


def _things_of_a_record(number: str | None) -> nw.Expr:
    """Return for how many things a row stands, given the column with their number."""
    if number is None:
        return nw.lit(1)
    is_given = (nw.col(number) != 0).fill_null(value=False)
    return nw.when(is_given).then(nw.col(number)).otherwise(1)


@final
@frozen
class Sheet:
    """What tables count of indicators that share keys.

    Attributes:
        name: a name that no other sheet has, with which the names of its columns begin.
        indicators: the indicators.
        places: the names of the places to count in, which are columns.
        tables: the tables, by class.
    """

    name: str
    indicators: tuple[Indicator, ...]
    places: Mapping[Place, str]
    tables: Mapping[type[Record], Table]

    @classmethod
    def of(
        cls,
        name: str,
        indicators: Iterable[Indicator],
        wanted: Mapping[str, Collection[Period]],
        as_of: date,
        tables: Mapping[type[Record], Table],
    ) -> "Sheet":
        """Return the sheet of some indicators.

        Args:
            name: a name that no other sheet has.
            indicators: the indicators.
            wanted: the periods to count over, by the ids of the indicators.
            as_of: the last day whose events count.
            tables: the tables, by class.
        """
        several = tuple(indicators)
        places = dict.fromkeys(
            place
            for indicator in several
            for period in wanted[indicator.id]
            if (place := place_of(indicator, period, as_of)) is not None
        )
        names = {place: f"{name}_{at}" for at, place in enumerate(places)}
        return cls(name, several, names, tables)

    @property
    def _keys(self) -> list[Counting]:
        """One rule for each class and field that is counted in a table."""
        rules = (rule for indicator in self.indicators for rule in indicator.counting)
        by_key = {(rule.of, rule.each): rule for rule in rules if rule.of in self.tables}
        return list(by_key.values())

    @property
    def _has_unnamed(self) -> bool:
        return any(map(has_unnamed, self._keys))

    @property
    def source(self) -> frozenset[type[Record]]:
        """The classes of the tables that are counted."""
        return frozenset(rule.of for rule in self._keys)

    def counted(self) -> Frame:
        """Return a frame of one row with the numbers of each place."""
        keys = self._keys
        frames = [self._things(rule) for rule in keys]
        things = frames[0] if len(frames) == 1 else nw.concat(frames)
        if any(rule.each != BY_RECORD for rule in keys):
            sizes = (_SIZE,) if self._has_unnamed else ()
            columns = _SUSPECT, *sizes, *self.places.values()
            things = things.group_by(_KEY).agg(nw.col(*columns).max())
        suspicious = nw.col(_SUSPECT).sum().alias(f"{self.name}_suspect")
        return things.select(suspicious, *self._numbers())

    def _things(self, rule: Counting) -> Frame:
        """Return the key, the size and the grade in each place of the things of one table."""
        head = [named_key(rule).alias(_KEY)]
        if self._has_unnamed:
            key, size = key_and_size(rule)
            head = [key.alias(_KEY), size.alias(_SIZE)]
        table = _Graded(rule, self.places)
        latest = self.tables[rule.of].latest.select(_SUSPECT, *head, *table.parts())
        sizes = [_SIZE] if self._has_unnamed else []
        return latest.select(_KEY, _SUSPECT, *sizes, *table.grades())

    def _numbers(self) -> Iterable[nw.Expr]:
        """Return the numbers of all places, as `_size` takes them."""
        if not self.places:
            return []
        grades = nw.col(*self.places.values())
        return _with_unnamed(grades) if self._has_unnamed else _without_unnamed(grades)

    def is_suspicious(self, found: Answers) -> bool:
        """Return whether some rows may have the same id and day.

        Args:
            found: the values of `counted`.
        """
        return bool(found[f"{self.name}_suspect"])

    def sizes(
        self, wanted: Mapping[str, Collection[Period]], as_of: date, found: Answers
    ) -> Iterator[tuple[tuple[str, Period], Size]]:
        """Yield the number of things of each indicator and period.

        Args:
            wanted: the periods, by the ids of the indicators.
            as_of: the last day whose events count.
            found: the values of `counted`.
        """
        for indicator in self.indicators:
            for period in wanted[indicator.id]:
                place = place_of(indicator, period, as_of)
                size = Size(0, 0, 0, 0)
                if place is not None:
                    size = _size(found, self.places[place], adds_up=indicator.additive)
                yield (indicator.id, period), size


def _without_unnamed(grades: nw.Expr) -> Iterator[nw.Expr]:
    yield one_if(grades == _SURELY).sum().name.suffix("_verified")
    yield one_if(grades == _MAYBE).sum().name.suffix("_others")


def _with_unnamed(grades: nw.Expr) -> Iterator[nw.Expr]:
    sure, size = one_if(grades == _SURELY), nw.col(_SIZE)
    is_named = one_if(size == 0)
    yield (sure * is_named).sum().name.suffix("_verified")
    yield (one_if(grades == _MAYBE) * is_named).sum().name.suffix("_others")
    yield (sure * size).sum().name.suffix("_sure")
    yield (sure * size).max().name.suffix("_largest")
    yield (one_if(grades > _NO) * size).sum().name.suffix("_unnamed")


def _may_be_repeated() -> nw.Expr:
    """Return whether some of several versions may have the same day, without comparing them."""
    rows, days = nw.col(_ROWS), nw.col(_DAYS)
    same = ((days > 1) & (nw.col(_FIRST) == nw.col(_LAST))).fill_null(value=False)
    return (rows > _FEW) | (days + 1 < rows) | same


_FEW = 2


def place_of(indicator: Indicator, period: Period, as_of: date) -> Place | None:
    """Return where an indicator is counted over a period; `None` if the period has not begun.

    Args:
        indicator: the indicator.
        period: the period.
        as_of: the last day whose events count.
    """
    last = min(period.end, as_of)
    return (indicator.counting, period.first, last) if period.first <= last else None


def _size(found: Answers, name: str, *, adds_up: bool) -> Size:
    """Return the number of things in a place, from the numbers that an engine returned."""
    verified, others, sure, largest, unnamed = (
        int(found.get(f"{name}_{part}") or 0)
        for part in ("verified", "others", "sure", "largest", "unnamed")
    )
    return size_of(verified, others, Crowded(largest, sure, unnamed), (), adds_up=adds_up)


@final
class _Graded:
    """The grades of the rows of one table in some places, made of parts that places share."""

    def __init__(self, key: Counting, places: Mapping[Place, str]) -> None:
        """Name the parts.

        Args:
            key: a rule that counts the things of the table.
            places: the names of the places.
        """
        self._parts: dict[object, tuple[str, nw.Expr]] = {}
        self._grades = [
            self._grade(
                [rule for rule in rules if (rule.of, rule.each) == (key.of, key.each)], *days
            ).alias(name)
            for (rules, *days), name in places.items()
        ]

    def parts(self) -> list[nw.Expr]:
        """Return the columns that grades are made of."""
        return [part.alias(name) for name, part in self._parts.values()]

    def grades(self) -> list[nw.Expr]:
        """Return the grades, named after their places."""
        return self._grades

    def _grade(self, rules: Sequence[Counting], first: date, last: date) -> nw.Expr:
        """Return what a row counts for by some rules of one indicator within some days."""
        nothing = nw.lit(_NO, nw.Int8)
        grades = []
        for rule in rules:
            by_conditions = self._part(rule.where, grade(rule.where))
            timing = rule.on, rule.until, first, last
            is_then = self._part(timing, happened(*timing))
            grades.append(nw.when(is_then).then(by_conditions).otherwise(nothing))
        if not grades:
            return nothing
        return grades[0] if len(grades) == 1 else nw.max_horizontal(*grades)

    def _part(self, named_by: object, part: nw.Expr) -> nw.Expr:
        name, _ = self._parts.setdefault(named_by, (f"nsc_part_{len(self._parts)}", part))
        return nw.col(name)


def one_row_each(frames: Iterable[tuple[object, Frame]]) -> list[Answers]:
    """Return for each of several frames of one row a row that holds its values.

    Args:
        frames: the frames, each with its source. Frames of one source have different columns; they
            are computed together, so that an engine reads and joins the rows once.
    """
    frames = tuple(frames)
    by_source: defaultdict[object, list[Frame]] = defaultdict(list)
    for source, frame in frames:
        by_source[source].append(frame)
    rows = {source: _row(own) for source, own in by_source.items()}
    return [rows[source] for source, _ in frames]


def _row(frames: Iterable[Frame]) -> Answers:
    joined = reduce(lambda left, right: left.join(right, how="cross"), frames)
    return dict(joined.collect().rows(named=True)[0])
