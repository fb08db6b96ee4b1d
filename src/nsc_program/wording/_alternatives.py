"""Alternative names of the things counted, joined by a slash.

“20 tổ hợp tác/HTX” counts both kinds together; it is not a number per cooperative.
"""

from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._tags import Tag
from nsc_program.wording._text import fold

# Each row holds nouns of one rank. “2 dự án/huyện” has nouns of two ranks: two in each district.
_ROWS = tuple(
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
_ALIKE = {name: names for names in _ROWS for name in names}
"""For each noun, the names of its row."""


def after_alternatives(items: Line, unit_at: int, end: int) -> int:
    """Return the index after the last alternative name of the things counted.

    Args:
        items: The items of the clause.
        unit_at: The index of the unit; -1 if the number has no unit.
        end: The index after the unit.

    Returns:
        The index after the last alternative; `end` if there are no alternatives.
    """
    names = _names_of_rank(items, unit_at)
    while _is_alternative(items, end, names):
        end += 2
    return end


def _names_of_rank(items: Line, unit_at: int) -> frozenset[str]:
    """Return the nouns of the same rank as a unit; empty if the number has no unit."""
    return frozenset() if unit_at < 0 else _ALIKE.get(items[unit_at].text, frozenset())


def _is_alternative(items: Line, at: int, names: frozenset[str]) -> bool:
    """Return whether a slash and one of these names stand at `at`."""
    if not tag_at(items, at, Tag.SLASH) or not tag_at(items, at + 1, Tag.UNIT):
        return False
    return items[at + 1].text in names
