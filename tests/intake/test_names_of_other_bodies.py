"""A body that is never an enterprise is told by its name, in every list of enterprises.

All data are made up.
"""

from each import for_each
from nsc_program import Enterprise, PilotModel, Support
from nsc_program.intake import read
from rows import ENTERPRISE, MODEL, SUPPORT

BODIES = [
    "Bệnh viện Bạch Mai",
    "Bệnh viện Đa khoa Đông Anh",
    "Phòng khám Đa khoa Hà Đông",
    "Trạm Y tế Vân Hà",
    "Viện Dệt may",
    "Trường Cao đẳng nghề Hà Nội",
    "Trung tâm Văn hóa Đống Đa",
    "Hội Cựu chiến binh Hà Đông",
    "Câu lạc bộ Doanh nhân trẻ",
    "Làng nghề gốm Bát Tràng",
    "Nhóm sở thích rau Vân Nội",
    "Ban quản lý chợ Hà Đông",
]


@for_each("name", BODIES)
def test_a_body_is_told_in_every_list_of_enterprises(name: str) -> None:
    lists = (
        read(Support, [{**SUPPORT, "Tên doanh nghiệp": name}]),
        read(Support, [{**SUPPORT, "Tên doanh nghiệp": name, "Loại hình": "Doanh nghiệp"}]),
        read(PilotModel, [{**MODEL, "Tên doanh nghiệp": name}]),
        read(Enterprise, [{**ENTERPRISE, "Tên": name}]),
    )
    assert [False] * 4 == [found.is_understood for found in lists]


@for_each(
    "name",
    [
        "Công ty CP Bệnh viện Hồng Hà",
        "Cơ khí Đông Anh",
        "Trường Sơn",
        "Viện thẩm mỹ Hoa Mai",
        "Chi nhánh Công ty CP Làng nghề Việt",
        "Hoa Mai",
        "Chợ Lớn Xanh",
        "Nhựa Tân Phú",
        "May Sông Hồng",
    ],
)
def test_an_enterprise_passes(name: str) -> None:
    lists = (
        read(PilotModel, [{**MODEL, "Tên doanh nghiệp": name}]),
        read(Support, [{**SUPPORT, "Tên doanh nghiệp": name, "Loại hình": "Doanh nghiệp"}]),
    )
    assert [True, True] == [found.is_understood for found in lists]
