"""Lists of the records that count in the report period, one sheet for each class of records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from attrs import evolve, frozen

from nsc_program.figures._figures import Figure
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.records._base import Record
from nsc_program.records._fields import RecordField, record_fields
from nsc_program.records._records import AnyRecord, Enterprise, Funding
from nsc_program.records._register import Register
from nsc_program.report._groups import Records
from nsc_program.report._sheets import NUMBER, Column, Sheet
from nsc_program.report.labels import CLASSES, OF_ENTRIES
from nsc_program.report.phrases import capital
from nsc_program.values._periods import Period
from nsc_program.values._text import Text
from nsc_program.verdicts._evidence import figure_evidence

_NAME = Text(vi="tên doanh nghiệp", en="name of the enterprise")
_OTHER_SOURCES = Text(vi="nguồn khác", en="other sources")

_NOT_PEOPLE = {"doanh nghiệp", "tổ chức", "địa bàn"}
"""The things whose keys do not stand for people; every other key may."""

_Field: TypeAlias = tuple[Column, Callable[[Any], Any]]
"""A column, and the cell of a record in it."""


@frozen
class Subject:
    """A target or an aim that records count for.

    Attributes:
        title: its title.
        counted: its indicator, and the figure of the report period.
        as_of: the day of judgement.
        phase: the period of the target's phase; `None` for an aim.
    """

    title: Text
    counted: tuple[Indicator, Figure]
    as_of: date
    phase: Period | None = None

    def counts(self, day: date) -> bool:
        """Return whether what happened on a day counts for the target.

        The report period may have days outside the phase. What happened before the phase is a part
        of a state, and not of a count that begins with the phase.

        Args:
            day: the day, which lies in the report period.
        """
        if self.phase is None:
            return True
        indicator, _ = self.counted
        return day <= self.phase.end and (day in self.phase or not indicator.accumulates)


@frozen
class _Counted:
    """A record that counts in the report period.

    Attributes:
        record: the record.
        on: the first day on which it counts.
        titles: the titles of the targets and aims that it counts for.
    """

    record: AnyRecord
    on: date
    titles: tuple[Text, ...]


def list_sheets(
    program: Program,
    subjects: Iterable[Subject],
    register: Register,
    records: Records,
    *,
    people: bool,
) -> Iterator[Sheet]:
    """Yield the lists of the records that count in the report period, one for each class.

    Args:
        program: the plan.
        subjects: the targets and aims of the report.
        register: the register.
        records: the records by class and id.
        people: whether keys that may stand for people are shown.
    """
    counted, names = _counted(subjects, register, records), _names(register)
    for kind in program.counted_classes:
        own = (each for each in counted if type(each.record) is kind)
        fields = tuple(_fields(kind, program, names, people=people))
        yield _sheet(kind, fields, own)


def _counted(subjects: Iterable[Subject], register: Register, records: Records) -> list[_Counted]:
    """Return the records that count in the report period, in the order of their days."""
    found: dict[tuple[str, str | None], dict[Text, date]] = {}
    for subject in subjects:
        for thing in figure_evidence(*subject.counted, register, subject.as_of).counted:
            for mention in thing.mentions:
                if subject.counts(mention.on):
                    days = found.setdefault((mention.kind, mention.id), {})
                    days[subject.title] = mention.on
    counted = (
        _Counted(records[name], min(days.values()), tuple(days)) for name, days in found.items()
    )
    return sorted(counted, key=lambda each: (each.on, getattr(each.record, "id", "")))


def _names(register: Register) -> Mapping[str, Enterprise]:
    """Return the descriptions of enterprises by their codes."""
    described = (record for record in register.current if isinstance(record, Enterprise))
    return {enterprise.code: enterprise for enterprise in described}


def _sheet(kind: type[Record], fields: tuple[_Field, ...], counted: Iterable[_Counted]) -> Sheet:
    """Return the list of one class."""
    rows = (
        (number, *(cell(each.record) for _, cell in fields), each.titles)
        for number, each in enumerate(counted, 1)
    )
    return Sheet(
        id=kind.__name__,
        title=_title(kind),
        columns=(
            NUMBER,
            *(column for column, _ in fields),
            Column("counted_for", Text(vi="Được tính vào", en="Counted for")),
        ),
        rows=tuple(rows),
    )


def _title(kind: type[Record]) -> Text:
    """Return the title of the list of one class."""
    name = CLASSES.get(kind.__name__, kind.NOUN)
    return Text(vi=f"Danh sách {name.vi}", en=f"List of records: {name.en}")


def _fields(
    kind: type[Record], program: Program, names: Mapping[str, Enterprise], *, people: bool
) -> Iterator[_Field]:
    """Yield the columns of a class, each with the cell of a record in it."""
    fields = [each for name, each in record_fields(kind).items() if name not in OF_ENTRIES]
    hidden = () if people else tuple(field.name for field in fields if _may_be_people(field))
    for field in fields:
        if field.base is Funding:
            yield from _money(field, program)
        elif field.is_year:
            yield _column(field.name, field.label), partial(_year, field.name)
        elif field.name not in hidden:
            yield _column(field.name, field.label), partial(_cell, field.name, hidden)
        if field.folds:
            yield _column(f"{field.name}.name", _NAME), partial(_name, field.name, names)


def _may_be_people(field: RecordField) -> bool:
    """Return whether a field holds a key that may stand for a person."""
    return field.thing is not None and field.thing.vi not in _NOT_PEOPLE


def _column(name: str, label: Text) -> Column:
    """Return a column with a heading that begins with a capital."""
    heading = Text(vi=capital(label.vi), en=capital(label.en))
    return Column(name, heading, adds=name == "headcount")


def _cell(name: str, hidden: tuple[str, ...], record: AnyRecord) -> Any:  # noqa: ANN401  # a cell
    """Return the cell of a field; an id that holds a hidden key is left blank."""
    value = getattr(record, name)
    keys = [getattr(record, each) for each in hidden]
    is_told = type(value) is str and any(key and key in value for key in keys)
    return None if is_told else value


def _year(field: str, record: AnyRecord) -> Period | None:
    """Return a year as a period, because it is not written as a number."""
    year = getattr(record, field)
    return None if year is None else Period.of_years(year, year)


def _name(field: str, names: Mapping[str, Enterprise], record: AnyRecord) -> str | None:
    """Return the name of the enterprise of a record; `None` if it is not described."""
    described = names.get(getattr(record, field))
    return described and described.name


def _money(field: RecordField, program: Program) -> Iterator[_Field]:
    """Yield a column for each source of the plan, and one for all others."""
    own = {source.id: source.label for source in program.funding_sources}
    for source, label in own.items():
        yield _amount(f"{field.name}.{source}", label), partial(_from, field.name, {source})
    yield _amount(f"{field.name}.other", _OTHER_SOURCES), partial(_not_from, field.name, {*own})


def _amount(name: str, source: Text) -> Column:
    """Return a column of money."""
    column = _column(name, Text(vi=f"{source.vi} (đồng)", en=f"{source.en} (đồng)"))
    return evolve(column, adds=True)


def _from(field: str, sources: set[str], record: AnyRecord) -> int | None:
    """Return the money of a record from some sources; `None` if it records none from them."""
    amounts = [each.vnd for each in getattr(record, field) if each.source in sources]
    return sum(amounts) if amounts else None


def _not_from(field: str, sources: set[str], record: AnyRecord) -> int | None:
    """Return the money of a record from all other sources; `None` if it records none."""
    amounts = [each.vnd for each in getattr(record, field) if each.source not in sources]
    return sum(amounts) if amounts else None
