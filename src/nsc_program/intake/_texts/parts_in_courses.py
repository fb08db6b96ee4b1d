"""Recognise the posts and workplaces of people who taught or organised the course of a list.

They stand on the list of those who attended, and were not trained. “Giảng viên” alone may be the
post of someone who teaches elsewhere.
"""

import re

from nsc_program.intake._words.words import WordPattern

_CLASS = WordPattern(
    r"(?<!\w)(?<!trưởng )(?<!phó )(?<!giáo viên )lớp(?!\w)(?! (?:trưởng|phó|phủ|mầm|mẫu giáo))"
)
"""The class, except its pupils, the classes of schools, and layers."""
_COURSE = re.compile(
    r"(?<!\w)(?:khóa|khoá|buổi) (?:học|tập huấn|đào tạo|bồi dưỡng|huấn luyện|này)(?!\w)|"
    r"(?:viên|tổ chức|quản lý|phục vụ|thư ký|hỗ trợ) (?:khóa|khoá)$"
)
"""A course; without accents, “khoa học” is science and “khoa” a department."""
_TEACHERS = WordPattern(
    r"(?:(?:tổ|nhóm|ban|đội|đội ngũ|đoàn|bộ phận) )+(?:giảng viên|trợ giảng|giảng huấn|"
    r"báo cáo viên|diễn giả)|(?:báo cáo viên|diễn giả|thuyết trình viên)(?: chính)?"
)


def has_a_part_in_the_course(words: str) -> bool:
    """Tell whether a post or a workplace is a part in the course, other than a learner's.

    >>> posts = ("giảng viên lớp học", "tổ giảng viên", "giảng viên", "lớp trưởng")
    >>> [has_a_part_in_the_course(post) for post in posts]
    [True, True, False, False]

    Args:
        words: the post or the workplace, in lower case.
    """
    return _TEACHERS.is_all_of(words) or _CLASS.is_in(words) or _COURSE.search(words) is not None
