"""Alternative names of the things counted, joined by a slash.

“20 tổ hợp tác/HTX” counts both kinds together; it is not a number per cooperative.
"""

from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import fold

# Each row holds nouns of one rank. “2 dự án/huyện” has nouns of two ranks: two in each district.
_ALIKE = tuple(
    frozenset(fold(name.strip()) for name in names.strip().replace("\n", ";").split(";"))
    for names in (
        """
        doanh nghiệp; dn; doanh nghiệp nhỏ và vừa; dnnvv; hợp tác xã; htx; tổ hợp tác; tht
        liên hiệp hợp tác xã; hộ kinh doanh
        """,
        "cán bộ; công chức; viên chức; người lao động",
        "lớp; khóa; lớp học; khóa học; lớp tập huấn; khóa tập huấn; khóa đào tạo",
        "hội nghị; hội thảo; tọa đàm; diễn đàn",
        "tin; bài; bài viết; tin bài",
        "đề tài; đề án; dự án; nhiệm vụ",
        "tiêu chuẩn; quy chuẩn; quy chuẩn kỹ thuật",
        """
        enterprise; enterprises; business; businesses; cooperative; cooperatives; company; companies
        smes
        """,
        "workshop; workshops; conference; conferences; course; courses; class; classes",
    )
)


def after_alternatives(items: Line, unit_at: int, end: int) -> int:
    """Return the index after the last alternative name of the things counted.

    Args:
        items: The items of the clause.
        unit_at: The index of the unit; -1 if the number has no unit.
        end: The index after the unit.

    Returns:
        The index after the last alternative; `end` if there are no alternatives.
    """
    names = next(
        (names for names in _ALIKE if unit_at >= 0 and items[unit_at].text in names), frozenset()
    )
    while (
        tag_at(items, end, Tag.SLASH)
        and tag_at(items, end + 1, Tag.UNIT)
        and items[end + 1].text in names
    ):
        end += 2
    return end
