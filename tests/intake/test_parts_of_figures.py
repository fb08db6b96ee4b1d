"""A figure of a part of the city is not taken for the figure of the city: the part is told.

All data are made up.
"""

from each import for_each
from nsc_program import ReportedFigure
from nsc_program.intake import read
from rows import REPORT


def is_told(heading: str, cell: object) -> bool:
    return not read(ReportedFigure, [{**REPORT, heading: cell}]).is_understood


@for_each(
    ("heading", "cell"),
    [
        ("Phường, xã", "Hà Đông"),
        ("Địa điểm", "Nhà văn hóa Vân Hà"),
        ("Địa chỉ", "12 phố Huế"),
        ("Quận, huyện", "Đống Đa"),
        ("Khu công nghiệp", "Thăng Long"),
        ("Ngành nghề", "Cơ khí"),
        ("Lĩnh vực", "Dệt may"),
        ("Nhóm ngành", "Thực phẩm"),
        ("Tên doanh nghiệp", "Công ty Sao Mai"),
        ("Đơn vị", "Công ty Sao Mai"),
        ("Đơn vị thực hiện", "Phòng Kinh tế Đông Anh"),
        ("Sản phẩm", "Rau"),
        ("Công cụ", "Kaizen"),
        ("Nội dung", "Chỉ tính cơ khí"),
        ("Hình thức", "Trực tuyến"),
        ("Lớp", "2"),
        ("Ghi chú", "HTX"),
        ("Ghi chú", "Phường Hà Đông"),
        ("Ghi chú", "Ngành cơ khí"),
        ("Ghi chú", "Đợt 1"),
        ("Ghi chú", "ISO 9001"),
    ],
)
def test_a_cell_that_may_name_a_part_is_told(heading: str, cell: object) -> None:
    assert is_told(heading, cell)


@for_each(
    ("heading", "cell"),
    [
        ("STT", "1"),
        ("Mã báo cáo", "BC-01"),
        ("Số văn bản", "12/BC-SKHCN"),
        ("Người lập", "Nguyễn Văn An"),
        ("Điện thoại", "0912 345 678"),
        ("Nguồn số liệu", "Báo cáo tháng"),
        ("Đơn vị thực hiện", "Chi cục Tiêu chuẩn Đo lường Chất lượng"),
        ("Địa bàn", "Toàn thành phố"),
        ("Địa bàn", "Thành phố Hà Nội"),
        ("Ngành", "Tất cả các ngành"),
        ("Số lao động", "1200"),
        ("Ghi chú", "QĐ 12/QĐ-SKHCN"),
        ("Ghi chú", "Đủ hồ sơ"),
    ],
)
def test_a_cell_that_leaves_the_figure_as_it_is_passes(heading: str, cell: object) -> None:
    assert not is_told(heading, cell)
