"""Words that are one that changes a number but for their accents or spaces: không qúa, it nhất, tốithiểu, khôn g quá.

Read as an unknown word, each would vanish, and “không qúa 5%” would be 5 % or more. Words that are right as they stand
(tư vấn, quả, hồn) are listed by hand, since only a reader of Vietnamese knows them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import final

from attrs import field, frozen

from nsc_program.wording._tags import Item, Lexicon, Tag, Tags
from nsc_program.wording._text import Kind, Token, bare

_LEAST_LETTERS = (
    5  # of one word: shorter ones may be put together of two others, if each has a vowel
)
_VOWELS = frozenset("aeiouy")
_JOINTS = (Kind.DASH, Kind.OTHER, Kind.SLASH)
# Tags whose words change what a number says, wherever a run of several words is one of them.
_TELLING = (
    *(
        Tag.AT_LEAST,
        Tag.AT_MOST,
        Tag.MORE,
        Tag.ABOUT,
        Tag.LESS,
        Tag.NEARLY,
        Tag.UP,
        Tag.DOWN,
        Tag.LIMIT,
        Tag.ESTIMATE,
    ),
    *(
        Tag.FALL,
        Tag.LEFT,
        Tag.ADD,
        Tag.DOUBLE,
        Tag.YEARLY,
        Tag.AVERAGE,
        Tag.BASELINE,
        Tag.EXCEPT,
        Tag.MILLE,
        Tag.POINTS,
    ),
    *(Tag.PERCENT, Tag.ASPIRE, Tag.LACK),
)
_BOUNDS = (Tag.AT_LEAST, Tag.AT_MOST, Tag.MORE, Tag.LESS, Tag.ABOUT, Tag.STRONG)
_MORE_RUNS = (
    *(
        "trong đó",
        "giai đoạn",
        "thời kỳ",
        "nhiệm kỳ",
        "hằng tháng",
        "hàng tháng",
        "mỗi tháng",
        "hằng tuần",
        "mỗi tuần",
    ),
    *("hàng tuần", "hằng ngày", "hàng ngày", "mỗi ngày", "lần lượt", "tương ứng"),
)
# Words of one syllable that change a number, with those of the same letters that are words of their own.
_SINGLE = {
    "trên": "trẽn",
    "hơn": "hòn hồn hôn hỗn hớn hợn hờn hôm",
    "vượt": "vuốt",
    "quá": "qua quà quả",
    "khoảng": "khoang khoáng",
    "chừng": "chung chúng chứng chủng chưng chững",
    "cỡ": "có cơ cô cờ cổ cố cỏ cò co cọ cớ cợ",
    "tầm": "tám tạm tâm tấm tam tẩm tằm tăm tắm tàm",
    "ước": "",
    "quãng": "quang quảng quặng quầng quăng quàng quáng",
    "dưới": "đuôi đuổi đuối",
    "gần": "gan gán gạn gắn gàn gân",
    "ngót": "ngọt ngột ngớt ngốt",
    "sát": "sắt sạt sặt sật",
    "từ": "tư tứ tự tử tù tụ tu tú tủ",
    "đến": "đền đèn đen dền đên",
    "tới": "tôi tối tồi tội tỏi tơi tời tòi",
    "tăng": "tang tảng tặng tầng tạng táng tàng tâng",
    "thêm": "thèm thềm",
    "giảm": "giám giam giấm giậm giằm giâm",
    "lên": "lén len lẻn",
    "còn": "con côn cồn cơn cỏn cộn",
    "xuống": "xưởng xương xướng xuồng xường",
    "gấp": "gặp gập gắp",
    "mỗi": "mới mọi môi mời mối mồi mỏi mòi moi",
    "từng": "tung tụng túng tùng tưng tửng",
    "đều": "đểu",
    "không": "khống khổng",
    "chưa": "chùa chua chúa chứa chữa chửa",
    "trừ": "trụ trú trù trữ trứ tru",
    "nghìn": "",
    "ngàn": "ngân ngăn ngắn ngạn ngần ngan ngán",
    "triệu": "triều",
    "trăm": "trạm trầm tràm trám trâm trắm trảm",
    "chục": "chúc chức chực",
    "rưỡi": "rười ruồi rưới rươi ruổi",
    "vạn": "văn vận vẫn vấn ván vần vân van vắn vặn vãn vàn",
}
_ORDINARY = """
    chưa qua; không qua; tôi đã; phần đầu; trong đô; trong độ; trong đồ; trồng đỗ; không kê; chưa kê; ngoại trú
    không kèm; không tối; chưa tối; không đề; không dạy; chưa dạy; không tỉnh; tặng thêm; rút ngân; gặp đối
    gặp đội; gặp bà; gặp ba; gặp hai; một nam; mới ngày; mới ngay; mọi ngày; mọi tháng; mọi tuần; hàng tuân
    hàng ngay; hàng nằm; số với; sở với; sơ với; gắn bằng; gắn bảng; gắn băng; gắn đèn; đó lên; đồ lên; đó lại
    đồ lại; độ lại; có bán; có bản; cơ bàn; vượt qua; chi ít; chỉ ít; nắm sau; vào khoang; trò lên; trợ lại
    trò lại; trò đi; it ra; hang nam; tám phần
"""


@final
@frozen
class Misspellings:
    """The words that change a number, by their letters without accents and spaces.

    Attributes:
        keys: how many words each of them has, and the tags of the right spelling.
        right: the right spellings.
        ordinary: runs that have the same letters and are right as they stand.
        accented: whether only words with an accent are looked at.
    """

    keys: Mapping[str, tuple[int, Tags]]
    right: frozenset[tuple[str, ...]]
    ordinary: frozenset[tuple[str, ...]]
    accented: bool = False
    starts: frozenset[str] = field(init=False)

    @starts.default
    def _beginnings(self) -> frozenset[str]:
        return frozenset(key[:end] for key in self.keys for end in range(1, len(key) + 1))

    @classmethod
    def of(
        cls, runs: Iterable[tuple[tuple[str, ...], Tags]], *, accented: bool = False
    ) -> "Misspellings":
        """Make it of runs with their tags."""
        singles = {(word,): words.split() for word, words in _SINGLE.items()}
        ordinary: set[tuple[str, ...]] = {(word,) for words in singles.values() for word in words}
        ordinary |= {
            tuple(run.split()) for run in _ORDINARY.replace("\n", ";").split(";") if run.split()
        }
        telling = [(words, tags) for words, tags in runs if _is_telling(words, tags)]
        keys = {"".join(map(bare, words)): (len(words), tags) for words, tags in telling}
        return cls(keys, frozenset(words for words, _ in telling), frozenset(ordinary), accented)

    def found(
        self, lexicon: Lexicon, items: Sequence[Item], tokens: Sequence[Token]
    ) -> list[tuple[int, int]]:
        """Return the places of such words, as the first token of each and the one after its last."""
        places: list[tuple[int, int]] = []
        end = 0
        for item in items:
            if item.first < end or tokens[item.first].kind is not Kind.WORD:
                continue
            last = self._at(lexicon, item, tokens)
            if last is not None:
                places.append((item.first, last))
                end = last
        return places

    def _at(self, lexicon: Lexicon, item: Item, tokens: Sequence[Token]) -> int | None:
        """The token after the longest such run that begins with an item, and is longer than it if it is known."""
        letters, joined = "", False
        words: list[str] = []
        longest = None
        for at in range(item.first, len(tokens)):
            token = tokens[at]
            touches = at > item.first and tokens[at - 1].span[1] == token.span[0]
            if token.kind in _JOINTS and touches:
                joined = True
                continue
            if token.kind is not Kind.WORD or (words and joined and not touches):
                break
            letters += bare(token.text)
            words.append(token.text)
            if letters not in self.starts:
                break
            known = not item.has(Tag.WORD) and at < item.last
            if known or letters not in self.keys:
                continue
            wrong = self._is_wrong(lexicon, tuple(words), letters, joined=joined)
            counts = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.NUMBER
            if wrong or (counts and self._is_bound(tuple(words), letters)):
                longest = at + 1
        return longest

    def _is_bound(self, words: tuple[str, ...], letters: str) -> bool:
        """Whether ordinary words stand where only a word of bound does: “không qua 5%”."""
        count, tags = self.keys[letters]
        return count > 1 and words in self.ordinary and not tags.isdisjoint(_BOUNDS)

    def _is_wrong(
        self, lexicon: Lexicon, words: tuple[str, ...], letters: str, *, joined: bool
    ) -> bool:
        count, tags = self.keys[letters]
        if words in self.ordinary or (
            (words in lexicon.tags or words in self.right) and not joined
        ):
            return False
        if self.accented and "".join(words).isascii() and len(words) == count and not joined:
            return False
        if count == 1 < len(words) and len(letters) < _LEAST_LETTERS:
            return not all(map(_has_vowel, words))
        # “giá tăng” has “tăng” in it, and is read by it.
        return count == 1 or not any(
            tags & lexicon.tags.get((word,), frozenset()) for word in words
        )


def _has_vowel(word: str) -> bool:
    return not _VOWELS.isdisjoint(bare(word).removeprefix("qu"))


def _is_telling(words: tuple[str, ...], tags: Tags) -> bool:
    if len(words) == 1:
        return words[0] in _SINGLE
    return words[-1] != "mức" and (not tags.isdisjoint(_TELLING) or " ".join(words) in _MORE_RUNS)
