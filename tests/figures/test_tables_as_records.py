"""A table is refused exactly when the class refuses one of its rows."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Any, ClassVar

import pytest
from attrs import NOTHING, field, fields_dict, frozen
from attrs.validators import and_, deep_iterable, ge, in_, instance_of, le, matches_re, optional
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up_plans import counted_by, plan
from nsc_program import Completeness, InvalidValue, Register, Text, tally
from nsc_program.errors import NscError
from nsc_program.figures.tables import tally_tables
from nsc_program.plan import AllOf, Counting
from nsc_program.records import RECORD_CLASSES, Record, key_of
from nsc_program.records._fields import RecordField
from tabled import AS_OF, DAY, ENGINES, EVERY, columns, raw

Row = Mapping[str, Any]


@frozen(kw_only=True, weakref_slot=False)
class Loan(Record):
    """A class of its own, with fields of many types that its validators restrict further."""

    IN_ORDER: ClassVar[tuple[tuple[str, str], ...]] = (("on", "repaid_on"), ("on", "checked_on"))
    EITHER: ClassVar[tuple[tuple[str, str], ...]] = (("person", "headcount"),)

    person: str | None = field(
        default=None,
        validator=optional(matches_re("A1|Đ 1|SAMPLE-2")),
        metadata=key_of(Text(vi="doanh nghiệp", en="enterprise")),
    )
    bank: str = field(validator=instance_of(str), metadata=key_of(Text(vi="ngân hàng", en="bank")))
    headcount: int | None = field(default=None, validator=optional(and_(ge(1), le(10_000))))
    lots: int = field(default=1, validator=in_((1, 5)))
    first: bool = field(default=True, validator=in_((True,)))
    goods: tuple[str, ...] | None = field(
        default=None, validator=optional(deep_iterable(matches_re("a|b"), instance_of(tuple)))
    )
    on: date = field(validator=instance_of(date))
    repaid_on: date | None = field(default=None)
    checked_on: date | None = field(default=None, validator=optional(in_((DAY,))))


KINDS = [*(kind for kind in RECORD_CLASSES if "code" not in fields_dict(kind)), Loan]
DAYS = [DAY, DAY + timedelta(days=1), DAY - timedelta(days=1)]
TEXTS = ["A1", "SAMPLE-2", "Đ 1", "0100000001", "0100000001-001"]
WRONG_TEXTS = ["", " A", "A  B", "001099012345", "012345678", "A" * 201, "Cafe\u0301", "A\n"]
NUMBERS, WRONG_NUMBERS = [1, 5, 10_000], [0, -1, 10_001]


def _values(one: RecordField) -> Sequence[Any]:
    """Return what a column of an accepted row may hold; a class may refuse some of it."""
    listed = [member.value for member in one.base] if issubclass(one.base, Enum) else ["a", "b"]
    known: Mapping[type, Sequence[Any]] = {
        str: TEXTS,
        date: [DAY, *DAYS],
        bool: [True, False],
        int: NUMBERS,
    }
    plain = known.get(one.base, listed)
    values = ["", listed[0], ";".join(listed)] if one.several else plain
    return [None, *values] if one.optional else values


def _wrong_values(kind: type[Record], one: RecordField) -> Sequence[Any]:
    """Return further values of a column, most of which a record would refuse."""
    if one.several:
        return ["club", "a;a", "standards;standards", "standards;", ";"]
    known: Mapping[type, Sequence[Any]] = {
        str: WRONG_TEXTS,
        date: [],
        bool: [],
        int: WRONG_NUMBERS,
    }
    values = known.get(one.base, ["club", "Enterprise", ""])
    # A field with a default may be unknown in a table.
    has_default = fields_dict(kind)[one.name].default is not NOTHING
    is_known = not has_default or one.name in ("annulled", "verified")
    return [*values, *[None] * max(1, len(values))] if is_known else values


@st.composite
def tables(draw: st.DrawFn) -> tuple[type[Record], list[Row]]:
    """Draw rows, one value of which may be wrong."""
    kind = draw(st.sampled_from(KINDS), "class")
    fields = columns(kind)
    rows: list[dict[str, Any]] = draw(
        st.lists(
            st.fixed_dictionaries(
                {name: st.sampled_from(_values(one)) for name, one in fields.items()}
            ),
            max_size=3,
        ),
        "rows",
    )
    for at, row in enumerate(rows):
        row["id"] = f"r{at}"
    wrong = {name: _wrong_values(kind, one) for name, one in fields.items()}
    if rows and draw(st.booleans()):
        name = draw(st.sampled_from([name for name, values in wrong.items() if values]), "spoilt")
        draw(st.sampled_from(rows))[name] = draw(st.sampled_from(wrong[name]))
    return kind, [*rows]


def _value(one: RecordField, value: Any) -> Any:  # noqa: ANN401
    """Return what a record holds for a value of a table."""
    if value is None:
        return None
    if one.several:
        return tuple(one.base(part) for part in value.split(";")) if value else ()
    return one.base(value) if issubclass(one.base, Enum) else value


def _record(kind: type[Record], row: Row) -> Record | None:
    """Return the record of a row; `None` if the class refuses it."""
    fields = columns(kind)
    try:
        return kind(**{name: _value(one, row[name]) for name, one in fields.items()})
    except (NscError, ValueError, TypeError):
        return None


@pytest.mark.property
@settings(max_examples=3 * settings().max_examples)
@given(tables(), st.sampled_from(["polars", "lazy", "duckdb"]), st.data())
def test_a_table_is_refused_exactly_when_a_record_is(
    drawn: tuple[type[Record], list[Row]], engine: str, data: st.DataObject
) -> None:
    kind, rows = drawn
    fields = columns(kind)
    keys = [name for name, one in fields.items() if one.thing is not None]
    each = data.draw(st.sampled_from(["id", *keys]), "each")
    days = [name for name, one in fields.items() if one.base is date and name != "recorded_on"]
    program = plan(
        counted_by(Counting(of=kind, each=each, on=AllOf(data.draw(st.sampled_from(days)))))
    )
    records = [record for row in rows if (record := _record(kind, row)) is not None]
    given_tables = {kind: ENGINES[engine](raw(kind, rows))}
    claims = [Completeness("made-up", EVERY)]

    if len(records) < len(rows):
        with pytest.raises(InvalidValue):
            tally_tables(program, given_tables, as_of=AS_OF)
    else:
        expected = tally(program, Register(records, claims), as_of=AS_OF)
        assert expected == tally_tables(program, given_tables, Register((), claims), as_of=AS_OF)
