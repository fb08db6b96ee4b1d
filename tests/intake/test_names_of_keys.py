"""One key beneath two names, and one key in two writings, are told.

All data are made up.
"""

from collections.abc import Callable

import pytest

from nsc_program.intake import Fault, read
from nsc_program.intake._rows.names_of_keys import are_of_one, are_of_one_person
from rows import EXPERT, SUPPORT, TRAINING, Row

Rows = list[dict[str, object]]


def codes(kind: str, *rows: dict[str, object], **options: list[str]) -> list[tuple[int, str]]:
    found = read(kind, rows, people=lambda text: f"p-{text}", **options)  # type: ignore[arg-type]
    assert len(rows) == found.accepted
    assert bool(found.problems) is not found.is_understood
    return [(problem.row, problem.code) for problem in found.problems]


def body(number: int, registration: str, name: str) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(("Ngày tăng cường năng lực", "Đạt chuẩn từ"))
    named = {"Mã": f"b{number}", "Số đăng ký": registration, "Tên tổ chức": name}
    return {**row, **named, "Lĩnh vực": "Thử nghiệm"}


class TestNames:
    """The second name beside a key is told with its row, without showing people."""

    @pytest.mark.parametrize("heading", ["Tên doanh nghiệp", "Tên đơn vị", "Tên", "Doanh nghiệp"])
    def test_of_enterprises(self, heading: str) -> None:
        one, two = "Công ty TNHH Sao Mai", "Công ty CP Hồ Gươm"
        first, second = {**SUPPORT, heading: one}, {**SUPPORT, "Mã": "s2", heading: two}
        assert [(2, Fault.OTHER_NAME)] == codes("Support", first, second)
        assert [] == codes("Support", first, second, ignored=[heading])
        assert [] == codes("Support", first, {**second, heading: "CTY TNHH SAO MAI"})
        assert [] == codes("Support", first, {**second, heading: None})

    @pytest.mark.parametrize("heading", ["Họ và tên", "Họ tên", "Tên học viên"])
    def test_of_people(self, heading: str) -> None:
        first = {**TRAINING, heading: "Trần Văn Mẫu"}
        second = {**TRAINING, "Mã": "t2", heading: "Trần Văn Mão"}
        found = read("Training", [first, second])
        assert [(2, Fault.OTHER_NAME, "")] == [
            (problem.row, problem.code, problem.value) for problem in found.problems
        ]
        assert [] == codes("Training", first, {**second, heading: "TRAN VAN MAU"})

    @pytest.mark.parametrize("cell", ["nt", "như trên", '"', "〃"])
    def test_as_above(self, cell: str) -> None:
        """“Như trên” beside another code names the enterprise of the row above once more."""
        first = {**SUPPORT, "Tên doanh nghiệp": "Công ty TNHH Sao Mai"}
        again = {**SUPPORT, "Mã": "s2", "Tên doanh nghiệp": cell}
        assert [] == codes("Support", first, again)
        other = {**again, "Mã": "s3", "MST": "SAMPLE-0002"}
        assert [(3, Fault.OTHER_KEY)] == codes("Support", first, again, other)
        assert [] == codes("Support", first, again, other, ignored=[cell])
        assert [] == codes("Support", again)

    def test_as_above_a_rejected_row(self) -> None:
        """The row above is the one that people see, whether it was read or not."""
        named = {"Tên doanh nghiệp": "Công ty TNHH Sao Mai"}
        rejected = {**SUPPORT, "Mã": "s2", "MST": None, "Tên doanh nghiệp": "Công ty CP Hồ Gươm"}
        third = {**SUPPORT, "Mã": "s3", "MST": "SAMPLE-0003", "Tên doanh nghiệp": "nt"}
        found = read("Support", [{**SUPPORT, **named}, rejected, third])
        assert [(2, Fault.MISSING)] == [(each.row, each.code) for each in found.problems]

    def test_of_bodies(self) -> None:
        rows = body(1, "LAS-XD 1", "Trung tâm Kiểm định A"), body(2, "LAS-XD 1", "Viện Vật liệu")
        assert [(2, Fault.OTHER_NAME)] == codes("AssessmentBody", *rows)

    def test_of_two_columns_of_names_none_is_compared(self) -> None:
        names = {"Tên doanh nghiệp": "A", "Tên đơn vị": "B"}
        others = {"Mã": "s2", "Tên doanh nghiệp": "C", "Tên đơn vị": "D"}
        assert [] == codes("Support", {**SUPPORT, **names}, {**SUPPORT, **others})

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            ("Cty CP SX và TM Sao Mai", "Công ty Cổ phần Sản xuất và Thương mại Sao Mai", True),
            ("Công ty Sao Mai", "Công ty Sao Mai Hà Nội", True),
            ("Hợp tác xã Gốm Bát Tràng", "HTX Gốm Bát Tràg", True),
            ("Công ty May 10 Hưng Yên", "Công ty May 19 Hưng Yên", False),
            *(("Công ty", "Doanh nghiệp", False), ("HTX A", "HTX B", False)),
        ],
    )
    def test_names_of_one_enterprise(self, first: str, second: str, *, expected: bool) -> None:
        assert expected is are_of_one(first, second)

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            *(("T. V. Mẫu", "Trần Văn Mẫu", True), ("ThS. Trần Văn Mẫu", "Trần Văn Mẫu", True)),
            *(("Trần Văn Mẫu", "Trần Mẫu", False), ("Trần Văn Hùng", "Trần Văn Hồng", False)),
        ],
    )
    def test_names_of_one_person(self, first: str, second: str, *, expected: bool) -> None:
        assert expected is are_of_one_person(first, second)


class TestWritings:
    """A key that differs only in its signs or capitals is told."""

    @pytest.mark.parametrize("other", ["LAS-XD1024", "LAS XD 1024", "las-xd 1024", "LASXD-1024"])
    def test_alike(self, other: str) -> None:
        rows = body(1, "LAS-XD 1024", "Viện A"), body(2, other, "Viện A")
        assert [(2, Fault.LIKE_KEY)] == codes("AssessmentBody", *rows)

    @pytest.mark.parametrize("other", ["LAS-XD 10", "LAS-XD 10.24", "VILAS 1024"])
    def test_different(self, other: str) -> None:
        rows = body(1, "LAS-XD 1024", "Viện A"), body(2, other, "Viện B")
        assert [] == codes("AssessmentBody", *rows)

    @pytest.mark.parametrize(
        ("other", "is_told"),
        [
            *(("ht24-12", True), ("HT24 - 12.", True), ("HT24_12", True), ("Ht 24-12", True)),
            *(("HT24-2", False), ("HT2-412", False), ("HT24-12a", False), ("HT24-012", False)),
        ],
    )
    def test_of_ids(self, other: str, *, is_told: bool) -> None:
        rows = {**SUPPORT, "Mã": "HT24-12"}, {**SUPPORT, "Mã": other, "MST": "SAMPLE-0002"}
        assert is_told == ((2, Fault.LIKE_KEY) in codes("Support", *rows))

    @pytest.mark.parametrize(
        ("other", "is_told"),
        [
            *(("ex-a01b", True), ("EXA01B", True), ("EX.A01B", True), ("EX-A01B", False)),
            *(("EX-A02B", False), ("EX-A0-1B", False)),
        ],
    )
    @pytest.mark.parametrize("kind", [TRAINING, EXPERT], ids=["Training", "Expert"])
    @pytest.mark.parametrize("people", [None, lambda text: f"p-{hash(text):x}"])
    def test_of_people(
        self,
        kind: Row,
        other: str,
        people: Callable[[str], str] | None,
        *,
        is_told: bool,
    ) -> None:
        rows = {**kind, "Mã người": "EX-A01B"}, {**kind, "Mã": "2", "Mã người": other}
        found = read("Training" if kind is TRAINING else "Expert", rows, people=people)
        assert 2 == found.accepted
        told = [(2, Fault.LIKE_KEY, "")] * is_told
        assert told == [(each.row, each.code, each.value) for each in found.problems]

    def test_accents_distinguish_people(self) -> None:
        """A function may give keys to people by their names."""
        names = ("Trần Văn Mão", "Trần Văn Mạo")
        rows = ({**TRAINING, "Mã": f"t{at}", "Mã người": name} for at, name in enumerate(names))
        assert [] == codes("Training", *rows)

    def test_accents_make_no_difference_in_ids(self) -> None:
        rows = {**SUPPORT, "Mã": "1/HĐ"}, {**SUPPORT, "Mã": "1/HD", "MST": "SAMPLE-0002"}
        assert [(2, Fault.LIKE_KEY)] == codes("Support", *rows)

    def test_dashes_that_look_alike_are_one_sign(self) -> None:
        found = read("Support", [{**SUPPORT, "Mã": "HT24\u201312"}])
        assert ["HT24-12"] == [getattr(record, "id", None) for record in found.register.records]

    @pytest.mark.parametrize("cell", ["\u0421\u042224-12", "HT24-\u0661", "\u0391-12"])
    def test_letters_of_another_alphabet_are_refused(self, cell: str) -> None:
        """СТ24 in Cyrillic letters looks like CT24."""
        (problem,) = read("Support", [{**SUPPORT, "Mã": cell}]).problems
        assert Fault.OTHER_LETTERS is problem.code

    def test_a_rejected_row_is_not_compared(self) -> None:
        found = read("Support", [SUPPORT, {**SUPPORT, "Mã": None, "MST": "SAMPLE1"}])
        assert [Fault.MISSING] == [problem.code for problem in found.problems]
