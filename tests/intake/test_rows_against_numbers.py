"""Numbers of a row that contradict others: keys, papers, parts of people, and days of decisions.

All data are made up.
"""

from collections.abc import Mapping
from datetime import date

import pytest

from each import for_each
from nsc_program import AssessmentBody, Completeness, Expert, Period, PilotModel, Support, Training
from nsc_program.intake import Fault, read
from nsc_program.records._records import AnyRecord

CODE = "0100000010"
SUPPORT: Mapping[str, object] = {
    "Số hợp đồng": "01/2024/HĐ-SKHCN",
    "MST": CODE,
    "Ngày ký hợp đồng": "05/01/2024",
    "Ngày nghiệm thu": "30/06/2024",
}
EXPERT: Mapping[str, object] = {
    "Mã": "e1",
    "Mã chuyên gia": "p-1",
    "Ngày đào tạo": "05/03/2024",
    "Tiêu chuẩn": "TCVN 13751:2023",
    "Ngày cấp chứng chỉ": "20/05/2024",
    "Số chứng chỉ": "16/2024/VNPI",
    "Tổ chức chứng nhận": "VNPI",
    "Khu vực": None,
    "Quốc tế": None,
}
TRAINING: Mapping[str, object] = {
    "Mã": "t1",
    "Ngày": "05/03/2024",
    "Nội dung": "Tập huấn 5S",
    "Số người": 38,
    "Trong đó nữ": 20,
    "Đối tượng": "Doanh nghiệp",
}
MODEL: Mapping[str, object] = {
    "Mã": "m1",
    "MST": "SAMPLE-1",
    "Số quyết định": "1203/QĐ-UBND",
    "Ngày công nhận": "22/04/2024",
}
BODY: Mapping[str, object] = {
    "Mã": "b1",
    "Số đăng ký": "VILAS 101",
    "Tên tổ chức": "Trung tâm Mẫu",
    "Lĩnh vực": "Thử nghiệm",
    "Tăng cường năng lực": "08/03/2024",
    "Đạt chuẩn từ": "01/06/2024",
    "Đạt chuẩn đến": None,
    "Tiêu chuẩn": "ISO/IEC 17025:2017",
    "Phục vụ sản phẩm chủ lực": None,
}


def told(
    kind: type[AnyRecord], *rows: Mapping[str, object], ignored: tuple[str, ...] = ()
) -> list[tuple[int, str | None, str]]:
    found = read(kind, rows, ignored=ignored)
    assert len(rows) == found.accepted
    return [(each.row, each.column, each.code) for each in found.problems]


class TestKeys:
    """A tax code in place of the id stands for an enterprise that was written as the id."""

    def test_exchanged(self) -> None:
        row = {**SUPPORT, "Số hợp đồng": "0100000028", "MST": "HT-01"}
        assert [(2, "MST", Fault.OTHER_SAYING)] == told(Support, SUPPORT, row)
        assert [] == told(Support, SUPPORT, row, ignored=("HT-01",))

    @pytest.mark.parametrize(
        ("first", "id_", "code"),
        [
            (CODE, CODE, CODE),
            ("SAMPLE-1", "s1", "SAMPLE-2"),
            ("SAMPLE-1", "0100000028", "SAMPLE-2"),
            (CODE, "s1", "0100000028"),
            (CODE, 7, "SAMPLE-2"),
        ],
    )
    def test_in_place(self, first: str, id_: object, code: str) -> None:
        rows = ({**SUPPORT, "MST": first}, {**SUPPORT, "Số hợp đồng": id_, "MST": code})
        assert [] == told(Support, *rows)

    @pytest.mark.parametrize(
        ("registration", "is_told"),
        [
            ("VILAS 102/103", True),
            ("VILAS 102/2024", False),
            ("102/TN-TĐC", False),
        ],
    )
    def test_two_numbers_of_a_body(self, registration: str, *, is_told: bool) -> None:
        expected = [(1, "Số đăng ký", Fault.OTHER_SAYING)] * is_told
        assert expected == told(AssessmentBody, {**BODY, "Số đăng ký": registration})


class TestPapers:
    """The number of a paper may have the year of its day."""

    def test_a_certificate_of_another_year(self) -> None:
        row = {**EXPERT, "Số chứng chỉ": "16/2022/VNPI"}
        assert [(1, "Số chứng chỉ", Fault.OTHER_DAY)] == told(Expert, row)

    @pytest.mark.parametrize("number", ["16/2024/VNPI", "16/VNPI", "0162022", None])
    def test_a_certificate_of_the_year(self, number: str | None) -> None:
        assert [] == told(Expert, {**EXPERT, "Số chứng chỉ": number})

    def test_a_contract_of_another_year(self) -> None:
        row = {**SUPPORT, "Số hợp đồng": "01/2021/HĐ-SKHCN"}
        assert [(1, "Số hợp đồng", Fault.OTHER_DAY)] == told(Support, row)

    def test_work_may_begin_in_the_year_after_its_contract(self) -> None:
        cells = {**SUPPORT, "Số hợp đồng": "40/2023/HĐ-SKHCN", "Ngày bắt đầu": "05/01/2024"}
        assert [] == told(Support, {k: v for k, v in cells.items() if k != "Ngày ký hợp đồng"})


class TestParts:
    """A part of the people is not larger than all of them."""

    @for_each("heading", ["Trong đó nữ", "Số nữ", "Nữ", "Nam", "Học viên nữ"])
    @for_each("many", [39, "45"])
    def test_more_than_all(self, heading: str, many: object) -> None:
        row = {k: v for k, v in TRAINING.items() if k != "Trong đó nữ"} | {heading: many}
        assert (1, heading, Fault.LARGER_PART) in told(Training, row)

    def test_a_year_is_not_a_part(self) -> None:
        for heading in ("Năm", "Nam"):
            row = {k: v for k, v in TRAINING.items() if k != "Trong đó nữ"} | {heading: 2024}
            assert [] == told(Training, row)

    def test_a_training_of_one_person(self) -> None:
        row = {k: v for k, v in TRAINING.items() if k != "Số người"} | {"Mã người": "p-1"}
        assert Fault.LARGER_PART not in [fault for _, _, fault in told(Training, row)]

    @pytest.mark.parametrize("many", [38, 0, "20", "hai mươi", "9" * 5000, None])
    def test_not_more_than_all(self, many: object) -> None:
        assert Fault.LARGER_PART not in [
            fault for _, _, fault in told(Training, {**TRAINING, "Trong đó nữ": many})
        ]


class TestDecisions:
    """A decision is made on one day."""

    OTHER: Mapping[str, object] = {**MODEL, "Mã": "m2", "MST": "SAMPLE-2"}

    def test_on_two_days(self) -> None:
        other = {**self.OTHER, "Ngày công nhận": "22/05/2024"}
        expected = [(2, "Ngày công nhận", Fault.SECOND_DAY)]
        assert expected == told(PilotModel, MODEL, other)
        assert [] == told(PilotModel, MODEL, other, ignored=("22/05/2024",))

    @pytest.mark.parametrize(
        "change",
        [
            {},
            {"Ngày công nhận": "22/05/2025"},
            {"Ngày công nhận": "22/05/2024", "Số quyết định": "1204/QĐ-UBND"},
            {"Ngày công nhận": "22/05/2024", "Số quyết định": None},
        ],
    )
    def test_on_one_day_or_in_another_year(self, change: Mapping[str, object]) -> None:
        assert [] == told(PilotModel, MODEL, {**self.OTHER, **change})

    def test_a_decision_without_its_number(self) -> None:
        named = {"Số quyết định": "Quyết định công nhận của UBND Thành phố"}
        other = {**self.OTHER, **named, "Ngày công nhận": "22/05/2024"}
        assert [] == told(PilotModel, {**MODEL, **named}, other)


def test_a_running_number_with_very_many_digits_is_not_read() -> None:
    claim = Completeness(Support, Period.until(date(2024, 12, 31)))
    found = read(Support, [{"STT": "9" * 5000, **SUPPORT}], completeness=[claim])
    assert 1 == found.accepted
