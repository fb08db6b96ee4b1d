"""Rows that repeat a row except in columns that are not read, and ids made of columns.

All data are made up.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from nsc_program import InvalidValue, Support, Training
from nsc_program.intake import Fault, read
from nsc_program.serialization import to_mapping
from rows import SUPPORT, counts, faults

CLASS: Mapping[str, object] = {"STT": 1, "Ngày": "05/01/2025", "Số người": 40, "Nơi": "Ba Đình"}


class TestMadeIds:
    """An id made of columns is the same whatever the other columns say."""

    @pytest.mark.parametrize(
        ("more", "expected"),
        [
            ({"Nơi": "Cầu Giấy"}, (0, 0, 2, 0)),
            ({"STT": 2}, (0, 0, 2, 0)),
            ({"Nơi": None}, (0, 0, 2, 0)),
            ({}, (1, 1, 0, 0)),
            ({"Nơi": " BA ĐÌNH "}, (1, 1, 0, 0)),
        ],
    )
    def test_rows_under_one_made_id_are_repeats_only_if_they_agree(
        self, more: dict[str, object], expected: tuple[int, ...]
    ) -> None:
        found = read(Training, [CLASS, {**CLASS, **more}], id_from=["Ngày", "Số người"])
        assert expected == counts(found)
        assert {Fault.SAME_MADE_ID} >= {each.code for each in found.problems}
        assert expected[2] * 40 == sum(each.things for each in found.register.rejected)

    def test_one_column_more_tells_the_rows_apart(self) -> None:
        found = read(
            Training, [CLASS, {**CLASS, "Nơi": "Cầu Giấy"}], id_from=["Ngày", "Số người", "Nơi"]
        )
        assert (2, 0, 0, 0) == counts(found)

    def test_a_column_that_is_left_out_makes_no_difference(self) -> None:
        rows = [CLASS, {**CLASS, "STT": 2}]
        assert (1, 1, 0, 0) == counts(
            read(Training, rows, id_from=["Ngày", "Số người"], ignored=["STT"])
        )

    def test_an_id_is_not_made_of_the_running_number_alone(self) -> None:
        for names in (["STT"], ["stt", "TT"]):
            with pytest.raises(InvalidValue, match="not be made of the running number alone"):
                read(Training, [{**CLASS, "TT": 1}], id_from=names)
        assert (1, 0, 0, 0) == counts(read(Training, [CLASS], id_from=["STT", "Ngày"]))

    def test_a_value_of_all_rows_may_be_a_part(self) -> None:
        """The people of one class: its day is not in a column."""
        rows = [{"STT": number, "Mã học viên": f"p-{number}"} for number in (1, 2)]
        days = ("13/06/2024", "14/06/2024")
        made = (read(Training, rows, values={"on": day}, id_from=["STT", "on"]) for day in days)
        ids = {to_mapping(each)["id"] for found in made for each in found.register.records}
        assert len(rows) * len(days) == len(ids)

    def test_a_person_is_not_a_part_though_all_rows_have_the_same(self) -> None:
        with pytest.raises(InvalidValue, match="who a person is"):
            read(Training, [{"Ngày": "5/6/2024"}], values={"person": "p-1"}, id_from=["person"])


class TestOwnIds:
    """A repeat under an id of its own stays a repeat, and the difference is reported."""

    @pytest.mark.parametrize(
        ("first", "more", "expected"),
        [
            ({"Nơi": "A"}, {"Nơi": "B"}, [(2, Fault.OTHER_BESIDE, "Nơi")]),
            ({"Nơi": "A"}, {"Nơi": "a"}, []),
            ({"Nơi": "-"}, {"Nơi": None}, [(2, Fault.OTHER_BESIDE, "Nơi")]),
            ({"Nơi": 10**5000}, {"Nơi": 10**5000}, []),
            ({"STT": 1}, {"STT": 2}, []),
        ],
        ids=range(5),
    )
    def test_a_repeat_is_reported_with_the_column_that_differs(
        self, first: dict[str, Any], more: dict[str, Any], expected: list[Any]
    ) -> None:
        found = read(Support, [{**SUPPORT, **first}, {**SUPPORT, **more}])
        assert ((1, 1, 0, 0), expected, not expected) == (
            counts(found),
            faults(found),
            found.is_understood,
        )
