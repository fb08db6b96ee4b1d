"""Find words in small letters that are not part of a name, a content or the number of a paper.

Words of states have no end, but what stands before them has a form: “Sao Mai lơ lửng” goes on
behind a name with capitals, “5S ghép” behind a norm, and “02/2024/VNPI treo” behind a number.
"""

import re
from itertools import takewhile

from nsc_program.intake._headings.ordinary import holds_papers
from nsc_program.intake._texts.proofs import is_decision
from nsc_program.intake._texts.tails import is_harmless
from nsc_program.intake._words.words import lowered, lowest, normal

_KEY = re.compile(r"^(?:[^\W\d]\S*\s){0,2}?\S*[0-9]\S*(?:\s[0-9]\S*)*\s+(?=\D)")
"""The number of a key, behind which words stand."""


def behind_a_number(text: str) -> str:
    """Return the words behind the number of a key or a paper, if there are any.

    Args:
        text: the text.
    """
    behind = _KEY.sub("", text, count=1)
    return "" if behind == text else behind


def is_of_odd_words(heading: str, text: str) -> bool:
    """Tell whether small words of a text are not part of what its heading asks for.

    Args:
        heading: the heading of the text.
        text: the text.
    """
    if holds_papers(heading):
        return _is_odd_paper(text)
    return _lacks_a_name(heading, text) or _goes_on_oddly(heading, text)


def _goes_on_oddly(heading: str, text: str) -> bool:
    """Tell whether a name or a norm goes on with small words that are not a content."""
    if _OF_NAMES.fullmatch(lowest(heading)) is None:
        return False
    words = normal("NFC", text).split()
    small = sum(1 for _ in takewhile(_is_small, reversed(words)))
    start = len(words) - small
    if not small or _GOES_ON.match(words[start]) or not _ends_in_a_name(words[:start]):
        return False
    # The last words with capitals may begin a term, as in “In Nông nghiệp”.
    behind = (" ".join(words[start - before :]).lower() for before in range(3))
    return not any(map(is_harmless, behind))


def _is_small(word: str) -> bool:
    """Tell whether a word has small letters only."""
    return word.isalpha() and word.islower()


def _ends_in_a_name(words: list[str]) -> bool:
    """Tell whether words end in a norm with a digit, or in two words with capitals."""
    if len(words) > 1 and any(map(str.isdigit, words[-1])):
        return any(map(str.isupper, words[-1])) or words[-2].isupper()
    names = words[1:] if words and words[0].lower() in _KINDS else words
    return len(names) > 1 and all(word.isalpha() and word.istitle() for word in names[-2:])


_KINDS = frozenset({"viện", "trường", "hội", "sở", "hộ", "xưởng", "hãng", "lớp", "phường", "xã"})
"""First words of names, which a word with a capital follows: “Viện Nhiệt đới môi trường”."""


_OF_NAMES = re.compile(
    r"(?:ten )?(?:cua )?(?:su kien|hoi nghi|hoi thao|mo hinh|doanh nghiep|dn|don vi|"
    r"to chuc|co so|htx|hop tac xa|cong ty)\b.*|"
    r"(?:noi dung|giai phap|chuyen de|chu de|hang muc|dia (?:chi|diem|ban)|ten lop|ten khoa)\b.*"
)
_MOST_OF_A_REMARK = 4
_OF_WORK = re.compile(
    r"(?:khảo sát|đánh giá|thẩm định|hỗ trợ|tư vấn|hướng dẫn|xây dựng|trực tuyến)\b"
)
_OF_A_BODY = re.compile(
    r"(?:công ty|cty|htx|hợp tác xã|hộ|cơ sở|doanh nghiệp|dn|dntn|trung tâm|viện|phòng|nhà máy|"
    r"xí nghiệp|xưởng|chi nhánh|thôn|xóm|xã|phường|quận|huyện|phố|đường|tổ|khu|số)\b"
)


def _lacks_a_name(heading: str, text: str) -> bool:
    """Tell whether a few small words are not a name, place or content: “bỏ ngang”."""
    if _OF_NAMES.fullmatch(lowest(heading)) is None or text != text.lower():
        return False
    words = lowered(text).strip(" .")
    if len(words.split()) > _MOST_OF_A_REMARK or any(map(str.isdigit, words)):
        return False
    return not (_OF_WORK.match(words) or _OF_A_BODY.match(words) or is_harmless(words))


_GOES_ON = re.compile(
    r"(?:của|về|v/v|ngày|ký|do|tại|theo|và|cấp|lần|kèm|năm|tháng|cho|trong|với|ở|để|bằng|qua|"
    r"nhằm|đối|áp|khi|từ|giữa|vào|trên|là|có|hoặc|hay)\b"
)


def _is_odd_paper(text: str) -> bool:
    """Tell whether other words stand behind the number of a paper: “02/2024/VNPI thu hồi”."""
    if is_decision(text):
        return False
    behind = behind_a_number(text)
    return not (is_harmless(behind) or _GOES_ON.match(lowered(behind)))
