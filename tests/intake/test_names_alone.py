"""A row with only a name may be a record, or name the rows after it. Every row is made up."""

from collections.abc import Mapping

from each import for_each
from nsc_program import AssessmentBody, Expert, PilotModel, Support, Training
from nsc_program.intake import Fault, read
from nsc_program.intake._texts.names_alone import may_be_a_record
from nsc_program.records import AnyRecord
from rows import ROW_OF

_NAMES: Mapping[type[AnyRecord], str] = {Support: "Tên doanh nghiệp", PilotModel: "Đơn vị"}


def _alone(kind: type[AnyRecord], name: object, *ignored: str) -> tuple[int, list[str]]:
    """Read a row of a class, and one with only a name; how many are rejected, and their faults."""
    heading = _NAMES[kind]
    row = {**ROW_OF[kind], heading: None}
    found = read(kind, [row, {**dict.fromkeys(row), heading: name}], ignored=ignored)
    return len(found.rejected), [problem.code for problem in found.problems]


class TestNames:
    """The name of what a record is about is told from the name of a group."""

    @for_each(
        ("kind", "heading", "text", "is_one"),
        [
            (Support, "Tên doanh nghiệp", "Công ty CP Sơn Hà Đông", True),
            (Support, "Doanh nghiệp", "HTX nông nghiệp Yên Nghĩa", True),
            (Support, "Tên đơn vị", "Xưởng may số 3", True),
            (Support, "Tên doanh nghiệp", "CÔNG TY TNHH SAO MAI", True),
            (Support, "Tên doanh nghiệp", "công ty tnhh sao mai", True),
            (Support, "Tên doanh nghiệp", "HỢP TÁC XÃ NÔNG NGHIỆP", False),
            (Support, "Tên doanh nghiệp", "CÔNG TY CỔ PHẦN", False),
            (Support, "Tên doanh nghiệp", "Hộ kinh doanh cá thể", False),
            (Support, "Tên doanh nghiệp", "Công ty CP Sao Mai (SAMICO)", True),
            (Support, "Tên doanh nghiệp", "Công ty CP Sao mai", True),
            (Support, "Tên doanh nghiệp", "HTX Nông nghiệp", False),
            (Support, "Tên doanh nghiệp", "Công ty TNHH", False),
            (Support, "Tên doanh nghiệp", "Hợp tác xã nông nghiệp", False),
            (Support, "Tên doanh nghiệp", "Công ty trách nhiệm hữu hạn một thành viên", False),
            (Support, "Tên doanh nghiệp", "Doanh nghiệp lớn", False),
            (Support, "Tên doanh nghiệp", "Phường Hà Đông", False),
            (Support, "Tên doanh nghiệp", "Trung tâm Khuyến công", False),
            (Support, "Tên doanh nghiệp", "Công ty A; Công ty B", False),
            (Support, "Địa chỉ", "Công ty CP Sao Mai", False),
            (AssessmentBody, "Tên tổ chức", "Trung tâm Giám định Sao Mai", True),
            (AssessmentBody, "Tên tổ chức", "Tổ chức giám định", False),
            (Training, "Họ và tên", "Trần Văn Mẫu", True),
            (Training, "Họ và tên", "Ông Lê Mẫu", True),
            (Training, "Họ và tên", "Hà Đông", False),
            (Training, "Họ và tên", "Phường Phú Lãm", False),
            (Training, "Họ và tên", "Công ty CP Sao Mai", False),
            (Expert, "Họ và tên", "Lê Thị Mẫu", True),
            (Expert, "Họ và tên", "Mẫu", False),
        ],
    )
    def test_a_name_of_a_subject_is_told_from_that_of_a_group(
        self, kind: type[AnyRecord], heading: str, text: str, is_one: bool
    ) -> None:
        assert is_one is may_be_a_record(kind.__name__, heading, text)


class TestRows:
    """A row with only such a name is rejected, unless it is declared the name of a group."""

    @for_each(
        ("kind", "name", "rejected"),
        [
            (Support, "Công ty CP Sao Mai", 1),
            (Support, "Phường Hà Đông", 0),
            (Support, 5, 0),
            (Support, None, 0),
            (PilotModel, "HTX Sao Mai", 1),
        ],
    )
    def test_a_row_with_only_a_name_is_rejected(
        self, kind: type[AnyRecord], name: object, rejected: int
    ) -> None:
        assert (rejected, [Fault.NO_RECORD] * rejected) == _alone(kind, name)

    def test_a_name_that_is_ignored_names_a_group(self) -> None:
        assert (0, []) == _alone(Support, "Công ty CP Sao Mai", "Công ty CP Sao Mai")
