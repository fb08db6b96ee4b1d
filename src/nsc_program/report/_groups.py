"""Counts by group: how many counted things are of each solution, level, audience or locality."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from nsc_program.plan._indicators import Indicator
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.records._records import AnyRecord
from nsc_program.records._register import Register
from nsc_program.report._sheets import Sheet, columns_of
from nsc_program.report._target_lines import Days, TargetLine, across_phases
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.verdicts._counted_things import Counted
from nsc_program.verdicts._evidence import figure_evidence

_TITLE = Text(vi="Số liệu theo nhóm", en="Counts by group")
_REMARK = Text(
    vi="Một đối tượng có thể thuộc nhiều nhóm, nên không cộng các nhóm với nhau; số liệu trong "
    "báo cáo tổng hợp không chia được theo nhóm.",
    en="One thing may belong to several groups, so do not add them; reported totals cannot be "
    "divided into groups.",
)
_NOT_RECORDED = Text(vi="chưa ghi", en="not recorded")
_COLUMNS = columns_of(
    ("indicator", "Chỉ tiêu", "Indicator"),
    ("field", "Phân tổ theo", "Grouped by"),
    ("group", "Nhóm", "Group"),
    ("current", "Trong kỳ, đã xác minh", "In the period, verified"),
    ("current_unverified", "Trong kỳ, chưa xác minh", "In the period, not verified"),
    ("cumulative", "Lũy kế, đã xác minh", "Since the start, verified"),
    ("cumulative_unverified", "Lũy kế, chưa xác minh", "Since the start, not verified"),
)

Records: TypeAlias = Mapping[tuple[str, str | None], AnyRecord]
"""The records of a register by class and id."""


def by_name(register: Register) -> Records:
    """Return the latest versions of the records by class and id.

    Args:
        register: the register.
    """
    return {
        (type(record).__name__, getattr(record, "id", None)): record for record in register.latest
    }


def groups_sheet(
    lines: Sequence[TargetLine], register: Register, days: Days, records: Records
) -> Sheet:
    """Return the counts by group of every indicator that counts records.

    Args:
        lines: what the report says of each target.
        register: the register.
        days: the periods of the report.
        records: the records by class and id.
    """
    once = {line.verdict.indicator.id: line for line in lines if line.verdict.indicator.counting}
    return Sheet(
        id="groups",
        title=_TITLE,
        columns=_COLUMNS,
        rows=tuple(
            row for line in once.values() for row in _rows(line, register, days.current, records)
        ),
        remarks=(_REMARK, *across_phases(lines)),
    )


def _rows(
    line: TargetLine, register: Register, current: Period, records: Records
) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each field and group of one indicator."""
    indicator, as_of = line.verdict.indicator, line.verdict.as_of
    counted = figure_evidence(indicator, line.cumulative, register, as_of).counted
    for field in _grouping(indicator):
        groups = _grouped(counted, field, records)
        for group in sorted(groups, key=lambda each: (each is None, str(each))):
            numbers = groups[group]
            sizes = (*_sizes(numbers, current), *_sizes(numbers, None))
            shown = _NOT_RECORDED if group is None else group
            yield (indicator.label, field.label, shown, *sizes)


def _grouping(indicator: Indicator) -> Iterator[RecordField]:
    """Yield the fields that the things of an indicator are grouped by."""
    for rule in indicator.counting:
        for field in record_fields(rule.of).values():
            if field.members or field.name == "locality":
                yield field


_Groups: TypeAlias = Mapping[Any, list[tuple[Counted, list[Any]]]]
"""The things of each group, each with the days on which they are counted there."""


def _grouped(counted: Iterable[Counted], field: RecordField, records: Records) -> _Groups:
    """Return the things of each group; `None` stands for a group that is not recorded."""
    groups: defaultdict[Any, list[tuple[Counted, list[Any]]]] = defaultdict(list)
    for thing in counted:
        days: defaultdict[Any, list[Any]] = defaultdict(list)
        for mention in thing.mentions:
            record = records.get((mention.kind, mention.id))
            for group in _groups_of(record, field):
                days[group].append(mention.on)
        for group, when in days.items():
            groups[group].append((thing, when))
    return groups


def _groups_of(record: AnyRecord | None, field: RecordField) -> tuple[Any, ...]:
    """Return the groups that a record belongs to."""
    value = getattr(record, field.name, None)
    if field.several and value:
        return tuple(value)
    return (None,) if field.several else (value,)


def _sizes(things: Iterable[tuple[Counted, list[Any]]], period: Period | None) -> tuple[int, int]:
    """Return how many things are counted in a period, verified and not."""
    sizes = {True: 0, False: 0}
    for thing, days in things:
        if period is None or any(day in period for day in days):
            sizes[thing.verified] += thing.things
    return sizes[True], sizes[False]
