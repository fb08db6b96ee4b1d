"""Typed rows: exact values are taken, and other values are reported. All data are made up."""

from collections import UserDict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from both_languages import faults as half_translated
from each import for_each
from nsc_program import (
    Enterprise,
    Funding,
    InvalidType,
    InvalidValue,
    Level,
    Period,
    Range,
    RejectedRow,
    ReportedFigure,
    Scope,
    Solution,
    Support,
    Training,
    UnknownId,
)
from nsc_program.intake import Fault, read
from nsc_program.intake.typed import load, load_one
from nsc_program.testing import strategies

DAY = date(2024, 1, 5)
SUPPORT: Mapping[str, Any] = {"id": "s1", "enterprise": "SAMPLE-1", "started_on": DAY}
TRAINING: Mapping[str, Any] = {"id": "t1", "person": "SAMPLE-P1", "on": DAY}
REPORT: Mapping[str, Any] = {
    "id": "r1",
    "indicator": "supported",
    "period": Period.of_years(2024, 2024),
    "value": 5,
    "issued": DAY,
}
ROW_OF: Mapping[type[Any], Mapping[str, Any]] = {
    Support: SUPPORT,
    Training: TRAINING,
    ReportedFigure: REPORT,
}


def all_ways(kind: type[Any], row: Mapping[str, Any]) -> list[Any]:
    """Return the record of a row, or its problems, after checking that all ways in agree."""
    as_rows, as_columns = (
        load(kind, [row]),
        load(kind, {name: [cell] for name, cell in row.items()}),
    )
    assert as_rows.register == as_columns.register
    assert as_rows.problems == as_columns.problems
    told = [(problem.column, problem.code) for problem in as_rows.problems]
    if not told:
        assert (load_one(kind, row),) == as_rows.register.records
        return [*as_rows.register.records]
    assert (1, 0) == (len(as_rows.rejected), as_rows.accepted)
    with pytest.raises(InvalidValue) as caught:
        load_one(kind, row)
    assert [(each.code, each.message) for each in as_rows.problems] == [
        (each.code, each.message) for each in caught.value.problems
    ]
    return told


def taken(kind: type[Any], **cells: object) -> Any:  # noqa: ANN401
    (record,) = all_ways(kind, {**ROW_OF[kind], **cells})
    return record


class Scalar:
    """An object like a scalar of NumPy."""

    shape = ()

    def __init__(self, held: object, kind: str) -> None:
        self.held, self.dtype = held, SimpleNamespace(kind=kind, str="")

    def item(self) -> object:
        return self.held


class Instant:  # noqa: PLW1641  # its hash is not needed
    """An object like a moment of NumPy, as text.

    Its `unit` is the unit in which it counts.
    """

    shape = ()

    def __init__(self, written: str, unit: str) -> None:
        self.written, self.dtype = written, SimpleNamespace(kind="M", str=f"<M8[{unit}]")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Instant) and "NaT" != self.written == other.written

    def astype(self, _: str) -> "Instant":
        return Instant(self.written[:10], "D")

    def item(self) -> object:
        return date.fromisoformat(self.written)


class ndarray(tuple[object, ...]):  # noqa: N801  # the name in NumPy
    """An object like an array of NumPy."""

    __slots__ = ()

    @property
    def shape(self) -> tuple[int]:
        return (len(self),)


NAT = type("NaTType", (), {"__module__": "pandas.api.typing"})()
NA = type("NAType", (), {"__module__": "pandas.api.typing"})()
BLANKS = (
    None,
    float("nan"),
    Decimal("nan"),
    Decimal("snan"),
    NAT,
    NA,
    Scalar(float("nan"), "f"),
    Instant("NaT", "ns"),
)


class TestCells:
    @pytest.mark.parametrize("blank", BLANKS, ids=range(len(BLANKS)))
    def test_a_blank_cell_is_the_default(self, blank: object) -> None:
        expected = Support(**SUPPORT)
        for name in (
            "completed_on",
            "level",
            "solutions",
            "funding",
            "funding.other-lawful",
            "annulled",
            "document",
        ):
            assert expected == taken(Support, **{name: blank})
        assert not taken(Support, verified=blank).verified
        assert [("enterprise", Fault.MISSING)] == all_ways(
            Support, {**SUPPORT, "enterprise": blank}
        )

    @for_each(
        ("kind", "name", "cell", "value"),
        [
            (Support, "started_on", datetime(2024, 1, 5), DAY),  # noqa: DTZ001
            (Support, "started_on", Instant("2024-01-05", "ns"), DAY),
            (Support, "solutions", ndarray(["standards"]), (Solution.STANDARDS,)),
            (Support, "level", "nation", Level.NATION),
            (Support, "level", Level.NATION, Level.NATION),
            (Support, "verified", Scalar(held=False, kind="b"), False),
            (Support, "id", Scalar("s1", "U"), "s1"),
            (Support, "solutions", ["standards"], (Solution.STANDARDS,)),
            (
                Support,
                "solutions",
                {"standards", "improvement-tools"},
                (Solution.IMPROVEMENT_TOOLS, Solution.STANDARDS),
            ),
            (
                Support,
                "funding",
                {"state-budget": 10**6, "x": None},
                (Funding("state-budget", 10**6),),
            ),
            (Support, "funding", [Funding("x", 10**6)], (Funding("x", 10**6),)),
            (Support, "funding", (Funding("x", 10**6),), (Funding("x", 10**6),)),
            (ReportedFigure, "value", Decimal("6.5"), Range.exactly(Fraction(13, 2))),
            (ReportedFigure, "value", 6.0, Range.exactly(6)),
            (ReportedFigure, "value", Range(1, 2), Range(1, 2)),
        ],
        ids=range(15),
    )
    def test_an_exact_value_is_taken(
        self, kind: type[Any], name: str, cell: object, value: object
    ) -> None:
        assert value == getattr(taken(kind, **{name: cell}), name)

    @pytest.mark.parametrize(
        "many", [5, 5.0, Decimal(5), Fraction(5), Scalar(5, "i")], ids=range(5)
    )
    def test_a_whole_number_is_a_headcount_whatever_its_type(self, many: object) -> None:
        assert 5 == taken(Training, person=None, headcount=many).headcount

    @for_each(
        ("kind", "name", "cell", "fault"),
        [
            (Support, "started_on", "2024-01-05", Fault.NOT_A_DATE),
            (Support, "started_on", datetime(2024, 1, 5, 8), Fault.NOT_A_DATE),  # noqa: DTZ001
            (Support, "started_on", datetime(2024, 1, 5, tzinfo=UTC), Fault.WHICH_DAY),
            (Support, "started_on", Scalar(5, "m"), Fault.NOT_A_DATE),
            (Support, "started_on", Instant("2024-01-05T08:00", "m"), Fault.NOT_A_DATE),
            (Support, "started_on", Instant("2024-01-01", "Y"), Fault.NOT_A_DATE),
            (Support, "verified", 1, Fault.NOT_YES_OR_NO),
            (Support, "verified", "x", Fault.NOT_YES_OR_NO),
            (Support, "level", Scope.NATION, Fault.UNKNOWN_WORD),
            (Support, "level", "Nation", Fault.UNKNOWN_WORD),
            (Support, "solutions", "standards", Fault.SEVERAL),
            (Support, "solutions", ("standards", "standards"), "repeated"),
            (Support, "solutions", [None], Fault.UNKNOWN_WORD),
            (Support, "funding", [10**6], Fault.NOT_MONEY),
            (Support, "funding", 10**6, Fault.NOT_MONEY),
            (Support, "funding", Funding("state-budget", 10**6), Fault.NOT_MONEY),
            (Support, "funding", {5: 10**6}, "wrong-type"),
            (Support, "funding", {"state-budget": 150}, Fault.LITTLE_MONEY),
            (Support, "funding.state-budget", 150, Fault.LITTLE_MONEY),
            (Support, "funding.state-budget", 10**6 + 0.5, Fault.NOT_WHOLE),
            (Support, "funding.state-budget", 10**5000, Fault.MUCH_MONEY),
            (Support, "id", 12, Fault.NOT_TEXT),
            (Support, "id", "", "wrong-length"),
            (Support, "document", "\ud800", "half-a-character"),
            (Support, "enterprise", "100000001", "not-an-enterprise-code"),
            (Training, "headcount", 2.5, Fault.NOT_WHOLE),
            (Training, "headcount", 10.0**20, Fault.NOT_WHOLE),
            (Training, "headcount", True, Fault.NOT_WHOLE),
            (Training, "person", "000000000012", Fault.PERSONAL_NUMBER),
            (Training, "person", "Nguyen Van A", Fault.A_NAME),
            (Training, "person", " SAMPLE-P1", Fault.A_NAME),
            (ReportedFigure, "period", "2024", Fault.NOT_YEARS),
            (ReportedFigure, "value", 6.5, Fault.NOT_A_NUMBER),
            (ReportedFigure, "value", "6,5", Fault.NOT_A_NUMBER),
        ],
        ids=range(34),
    )
    def test_a_value_that_is_not_exact_is_refused(
        self, kind: type[Any], name: str, cell: object, fault: str
    ) -> None:
        row = {**ROW_OF[kind], name: cell}
        assert [(name, fault)] == all_ways(kind, row)
        for problem in load(kind, [row]).problems:
            assert [] == list(half_translated(problem.message))
        if name == "person":
            assert str(cell) not in repr(load(kind, [row]))


class TestParts:
    ENDS: Mapping[str, Any] = {"period.start": date(2024, 1, 1), "period.end": date(2024, 12, 31)}
    APART: Mapping[str, Any] = {name: cell for name, cell in REPORT.items() if name != "period"}

    def test_a_period_can_be_given_by_its_ends_or_as_a_whole(self) -> None:
        assert [ReportedFigure(**REPORT)] == all_ways(ReportedFigure, {**self.APART, **self.ENDS})
        backwards = {**self.APART, "period.start": date(2025, 1, 1), "period.end": DAY}
        assert [(None, "ends-before-it-starts")] == all_ways(ReportedFigure, backwards)
        for row in (
            self.APART,
            {**self.APART, "period.end": DAY},
            {**self.APART, **self.ENDS, "period.start": None},
        ):
            assert [(None, Fault.MISSING)] == all_ways(ReportedFigure, row)
        assert [("period", Fault.CONTRADICTION)] == all_ways(
            ReportedFigure, {**REPORT, **self.ENDS}
        )

    def test_a_period_may_be_whole_in_one_row_and_in_parts_in_another(self) -> None:
        found = load(ReportedFigure, [REPORT, {**self.APART, **self.ENDS, "id": "r2"}])
        assert (2, ()) == (found.accepted, found.problems)

    def test_money_can_be_given_by_source_or_as_a_whole(self) -> None:
        row = {**SUPPORT, "funding.state-budget": 10**6}
        assert (Funding("state-budget", 10**6),) == taken(Support, **row).funding
        both = {**row, "funding": (Funding("x", 10**6),)}
        assert [("funding", Fault.CONTRADICTION)] == all_ways(Support, both)
        assert [(None, "stray-spaces")] == all_ways(Support, {**SUPPORT, "funding. ": 10**6})

    @pytest.mark.parametrize(
        "money",
        [
            {"funding": (Funding("state-budget", 90),)},
            {"funding": {"state-budget": 90}},
            {"funding.state-budget": 90},
        ],
    )
    def test_money_in_another_unit_is_refused_however_it_is_given(
        self, money: dict[str, object]
    ) -> None:
        ((_, fault),) = all_ways(Support, {**SUPPORT, **money})
        assert Fault.LITTLE_MONEY == fault


class Hostile:
    """An object that raises an error at every operation."""

    def _refuse(self, *_: object) -> Any:  # noqa: ANN401
        raise RuntimeError

    __eq__ = __ne__ = __bool__ = __hash__ = __str__ = __repr__ = __iter__ = __len__ = (
        __getattr__
    ) = _refuse


class Moment(datetime):
    """An object like a moment of pandas, which counts nanoseconds."""

    nanosecond = 1


class TestHostile:
    @pytest.mark.parametrize("kind", ROW_OF)
    def test_a_cell_of_any_kind_raises_no_error(self, kind: type[Any]) -> None:
        for cell in (
            Hostile(),
            [[1]],
            object(),
            {},
            [Hostile()],
            10**5000,
            b"x",
            Moment(2024, 1, 5),
        ):
            for name in (each.name for each in fields(kind)):
                row = {**ROW_OF[kind], name: cell}
                for rows in ([row], {key: [value] for key, value in row.items()}):
                    found = load(kind, rows)
                    assert 1 == found.rows
                    assert found.accepted == int(name == "funding" and type(cell) is dict)

    def test_a_value_that_is_not_a_row_is_rejected(self) -> None:
        class Broken(UserDict[str, object]):
            def __getitem__(self, key: str) -> object:
                raise RuntimeError(key)

        found = load(Support, [SUPPORT, None, Broken(x=1)])  # type: ignore[list-item]
        assert [(2, Fault.NOT_A_ROW), (3, Fault.NOT_A_ROW)] == [
            (each.row, each.code) for each in found.problems
        ]
        with pytest.raises(InvalidType, match="expected a mapping"):
            load_one(Support, None)  # type: ignore[call-overload]


class TestDirectly:
    """Rows that the constructor takes are made by it, with the same result as in other ways."""

    @pytest.mark.parametrize("bad", [1, 3, 100])
    def test_many_rows(self, bad: int) -> None:
        """Whether most rows are taken or not, they give what their columns give."""
        rows = [
            {
                "id": f"s{number}",
                "enterprise": f"{number:010}" if number % 7 else f"SAMPLE-{number}",
                "started_on": DAY if number % bad else datetime(2024, 1, 5),  # noqa: DTZ001
                "level": Level.CITY if number % 2 else "nation",
                "completed_on": None if number % 11 else "2024-06-30",
            }
            for number in range(2_100)
        ]
        as_rows, as_columns = load(Support, rows), load(Support, _columns(rows))
        assert as_rows == as_columns
        assert (1_909, 191) == (as_rows.accepted, len(as_rows.rejected))

    @pytest.mark.parametrize(
        ("kind", "cells"),
        [(Support, {"enterprise": "nhu-tren"}), (Training, {"person": "001099000012"})],
    )
    def test_a_text_that_the_constructor_takes_may_be_refused(
        self, kind: type[Any], cells: Mapping[str, Any]
    ) -> None:
        row = {**ROW_OF[kind], **cells}
        found = all_ways(kind, row)
        assert 1 == len(found)
        assert (1, 1) == (load(kind, [ROW_OF[kind], {**row, "id": "z"}]).accepted, len(found))

    def test_the_day_of_recording_of_all_rows_is_not_left_out(self) -> None:
        (record,) = load(Support, [SUPPORT], recorded_on=DAY).register.records
        assert isinstance(record, Support)
        assert DAY == record.recorded_on

    def test_no_rows(self) -> None:
        assert 0 == load(Support, []).rows


def _columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in rows[0]}


class TestKeys:
    def test_an_unknown_key_is_a_problem_of_its_row(self) -> None:
        found = load(Support, [SUPPORT, {**SUPPORT, "id": "s2", "levle": "nation", 5: 1}])
        assert 1 == found.accepted
        assert [("levle", "level"), (None, None)] == [
            (each.column, each.suggestion) for each in found.problems
        ]
        with pytest.raises(InvalidValue, match="did you mean 'level'") as caught:
            load_one(Support, {**SUPPORT, "levle": "nation"})
        assert "có phải là 'level' không?" in caught.value.in_("vi")

    def test_an_unknown_column_is_refused_at_once(self) -> None:
        with pytest.raises(InvalidValue, match=r"^levle: there is no field of this name"):
            load(Support, {**{name: [cell] for name, cell in SUPPORT.items()}, "levle": [1]})
        with pytest.raises(InvalidValue, match=r"^….*no field"):
            load(
                Training, {**{name: [cell] for name, cell in TRAINING.items()}, "Nguyễn Văn A": [1]}
            )

    def test_the_caller_can_name_the_keys(self) -> None:
        columns = {"id": "ma", "enterprise": "mst", "started_on": "tu", "funding.x": "tien"}
        row = {"ma": "s1", "mst": "SAMPLE-1", "tu": DAY, "tien": 10**6, "khac": 1}
        found = load(Support, [row, {**row, "ma": "s2", "tu": "?"}, {"ma": "s3"}], columns=columns)
        assert (1, ("khac",)) == (found.accepted, found.unused)
        assert ["tu", "mst", "tu"] == [each.column for each in found.problems if each.row > 1]
        assert [Fault.NO_COLUMN] * 2 == [
            each.code for each in load(Support, [{"x": 1}], columns={"id": "x"}).problems
        ][:2]
        (problem,) = load(Support, [row], columns={**columns, "completed_on": "den"}).problems
        assert ("den", Fault.NO_COLUMN) == (problem.column, problem.code)
        with pytest.raises(UnknownId, match="no column 'idd'"):
            load(Support, [], columns={"idd": "x"})
        with pytest.raises(
            InvalidValue,
            match=r"^completed_on: there is no such field; add it, or say under which name",
        ):
            load(
                Support,
                {"ma": [1]},
                columns={"id": "ma", "enterprise": "ma", "started_on": "ma", "completed_on": "x"},
            )

    @pytest.mark.parametrize("rows", [{"id": "s1"}, {"id": 5}, {5: [1]}, {"id": {}}], ids=range(4))
    def test_a_mapping_that_does_not_hold_columns_is_refused(self, rows: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidValue, match="expected columns"):
            load(Support, rows)

    def test_a_data_frame_is_read_by_its_columns(self) -> None:
        class Frame:
            columns = tuple(SUPPORT)

            def __getitem__(self, name: str) -> list[object]:
                return [SUPPORT[name]]

        assert load(Support, Frame()).register == load(Support, [SUPPORT]).register

    def test_columns_must_be_of_one_length(self) -> None:
        with pytest.raises(InvalidValue, match="the columns differ in length"):
            load(Support, {"id": ["s1"], "enterprise": []})

    def test_more_than_1000_columns_are_refused(self) -> None:
        sources = {f"funding.f{n}": 10**6 for n in range(1_000 - len(SUPPORT))}
        assert 1 == load(Support, [{**SUPPORT, **sources}]).accepted
        with pytest.raises(InvalidValue, match="more than 1,000 columns"):
            load(Support, [{**SUPPORT, **sources, "funding.one-more": 10**6}])


class TestRows:
    def test_each_row_is_accounted_for(self) -> None:
        rows = [
            SUPPORT,
            SUPPORT,
            {**SUPPORT, "id": "s2"},
            {**SUPPORT, "id": "s2", "level": "nation"},
            {},
        ]
        found = load(Support, rows, recorded_on=DAY, first_row=5)
        assert (1, 1, [7, 8, 9], 0) == (
            found.accepted,
            found.repeats,
            [each.number for each in found.rejected],
            found.without_data,
        )
        assert (
            RejectedRow(what=Support, id="s2", recorded_on=DAY, things=2) in found.register.rejected
        )
        assert (Support(**SUPPORT, recorded_on=DAY),) == found.register.records
        assert rows[4] is found.rejected[2].cells
        assert (0, ()) == (load(Support, []).rows, load(Support, {}).problems)

    def test_the_day_of_recording_must_be_a_date(self) -> None:
        with pytest.raises(InvalidType, match=r"^recorded_on"):
            load(Support, [], recorded_on="2024-01-05")  # type: ignore[arg-type]

    def test_values_that_contradict_each_other_are_a_problem(self) -> None:
        row = {**SUPPORT, "completed_on": date(2023, 1, 1)}
        assert [("completed_on", "before-its-start")] == all_ways(Support, row)
        with pytest.raises(InvalidValue) as caught:
            load_one("Support", row)
        assert ["before-its-start"] == [each.code for each in caught.value.problems]

    def test_a_typed_text_keeps_its_unseen_characters(self) -> None:
        assert [Enterprise(id="e1", code="0100000001", name="Số\u200b 1")] == all_ways(
            Enterprise, {"id": "e1", "code": "0100000001", "name": "Số\u200b 1"}
        )


def in_dong(support: Support) -> Support:
    """Return a support with amounts of money as they may be in đồng."""
    money = (Funding(each.source, min(each.vnd * 10**5, 10**12)) for each in support.funding)
    return evolve(support, funding=tuple(money))


DRAWN: Mapping[str, st.SearchStrategy[Any]] = {
    "supports": strategies.supports().map(in_dong),
    **{
        name: getattr(strategies, name)()
        for name in ("pilot_models", "assessment_bodies", "reported_figures")
    },
}


class TestLaws:
    @pytest.mark.parametrize("name", DRAWN)
    @given(data=st.data())
    def test_the_fields_of_a_record_give_it_back(self, name: str, data: st.DataObject) -> None:
        record = data.draw(DRAWN[name])
        row = {each.name: getattr(record, each.name) for each in fields(type(record))}
        assert [record] == all_ways(type(record), row)

    @given(st.lists(strategies.supports(), max_size=4))
    def test_rows_that_both_ways_can_read_give_the_same_records(self, drawn: list[Support]) -> None:
        names = (
            "id",
            "enterprise",
            "kind",
            "started_on",
            "completed_on",
            "level",
            "verified",
            "recorded_on",
        )
        readable = [
            each for each in drawn if "-" not in each.enterprise or not each.enterprise[0].isdigit()
        ]
        rows = [{name: getattr(each, name) for name in names} for each in readable]
        spelt, typed = (
            read(Support, rows, columns={name: name for name in names}),
            load(Support, rows),
        )
        assert spelt.problems or spelt.register == typed.register


class TestRealLibraries:  # pragma: no cover  # the tests do not require these packages
    def test_a_data_frame_of_pandas_is_read(self) -> None:
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame(
            {
                "id": ["s1", "s2", "s3"],
                "enterprise": ["SAMPLE-1"] * 3,
                "started_on": pandas.to_datetime(
                    ["2024-01-05 00:00", "2024-01-05 08:00", "2024-01-05 00:00"]
                ),
                "completed_on": pandas.to_datetime(["2024-06-30", None, None]),
                "verified": pandas.array([True, True, None], "boolean"),
                "funding.state-budget": [10.0**6, None, None],
                "level": pandas.Categorical(["nation", "city", None]),
            }
        )
        found = load(Support, frame)
        first, third = found.register.records
        assert (
            Support(
                **SUPPORT,
                completed_on=date(2024, 6, 30),
                level=Level.NATION,
                funding=(Funding("state-budget", 10**6),),
            )
            == first
        )
        assert Support(id="s3", enterprise="SAMPLE-1", started_on=DAY, verified=False) == third
        assert [(2, "started_on", "2024-01-05T08:00:00")] == [
            (each.row, each.column, each.value) for each in found.problems
        ]
        assert found.register == load(Support, frame.to_dict("records")).register

    def test_scalars_of_numpy_are_read(self) -> None:
        numpy = pytest.importorskip("numpy")
        for written in ("2024-01-05", "2024-01-05T00:00", "2024-01-05T00:00:00.000000000"):
            assert DAY == taken(Support, started_on=numpy.datetime64(written)).started_on
        for written in (
            "2024",
            "2024-01",
            "2024-01-05T08",
            "2024-01-05T00:00:00.000000001",
            "20000-01-05",
        ):
            row = {**SUPPORT, "started_on": numpy.datetime64(written)}
            assert [("started_on", Fault.NOT_A_DATE)] == all_ways(Support, row)
        assert None is taken(Support, completed_on=numpy.datetime64("NaT", "ns")).completed_on
        assert (Solution.STANDARDS,) == taken(
            Support, solutions=numpy.array(["standards"])
        ).solutions
        assert taken(Support, annulled=numpy.bool_(1)).annulled
        assert 5 == taken(Training, person=None, headcount=numpy.int64(5)).headcount
        for cell in (numpy.timedelta64(5, "ns"), numpy.longdouble(5), numpy.array([5])):
            row = {**TRAINING, "person": None, "headcount": cell}
            assert [("headcount", Fault.NOT_WHOLE)] == all_ways(Training, row)
