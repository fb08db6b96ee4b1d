"""Misspellings of words that change a number: không qúa, it nhất, tốithiểu, khôn g quá.

Such a word differs from a known word only in its accents or spaces. If the reader took it for an
unknown word, it would have no effect, and “không qúa 5%” would become 5 % or more. Correct words
with the same letters (tư vấn, quả, hồn) are listed by hand, since only a reader of Vietnamese knows
them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import final

from attrs import evolve, field, frozen

from nsc_program.wording._tags import Item, Lexicon, Tag, Tags
from nsc_program.wording._text import Kind, Token, bare, touches

# A word with fewer letters may also be two ordinary words that each have a vowel.
_LEAST_LETTERS = 5
_VOWELS = frozenset("aeiouy")
_JOINTS = (Kind.DASH, Kind.OTHER, Kind.SLASH)
# A run of several words with one of these tags changes the meaning of a number.
_TELLING = (
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
    Tag.PERCENT,
    Tag.ASPIRE,
    Tag.LACK,
)
_BOUNDS = (Tag.AT_LEAST, Tag.AT_MOST, Tag.MORE, Tag.LESS, Tag.ABOUT, Tag.STRONG)
_MORE_RUNS = (
    "trong đó",
    "giai đoạn",
    "thời kỳ",
    "nhiệm kỳ",
    "hằng tháng",
    "hàng tháng",
    "mỗi tháng",
    "hằng tuần",
    "mỗi tuần",
    "hàng tuần",
    "hằng ngày",
    "hàng ngày",
    "mỗi ngày",
    "lần lượt",
    "tương ứng",
)
# Words of one syllable that change a number, each with the ordinary words of the same letters.
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
# Ordinary runs of words with the same letters as a run that changes a number.
_ORDINARY = """
    chưa qua; không qua; tôi đã; phần đầu; trong đô; trong độ; trong đồ; trồng đỗ; không kê; chưa kê
    ngoại trú; không kèm; không tối; chưa tối; không đề; không dạy; chưa dạy; không tỉnh; tặng thêm
    rút ngân; gặp đối; gặp đội; gặp bà; gặp ba; gặp hai; một nam; mới ngày; mới ngay; mọi ngày
    mọi tháng; mọi tuần; hàng tuân; hàng ngay; hàng nằm; số với; sở với; sơ với; gắn bằng; gắn bảng
    gắn băng; gắn đèn; đó lên; đồ lên; đó lại; đồ lại; độ lại; có bán; có bản; cơ bàn; vượt qua
    chi ít; chỉ ít; nắm sau; vào khoang; trò lên; trợ lại; trò lại; trò đi; it ra; hang nam
    tám phần
"""


@final
@frozen
class Misspellings:
    """The words that change a number, by their letters without accents and spaces.

    Attributes:
        keys: For the letters of each such run, its number of words and its tags.
        right: The correct spellings.
        ordinary: Other correct runs of words with the same letters.
        accented: Whether only words with an accent are checked.
        starts: The beginnings of all keys.
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
        """Build the table from the words of a language.

        Args:
            runs: Runs of words with their tags. Runs that do not change a number are ignored.
            accented: Whether to check only words with an accent.

        Returns:
            The table.
        """
        telling = [(words, tags) for words, tags in runs if _is_telling(words, tags)]
        keys = {"".join(map(bare, words)): (len(words), tags) for words, tags in telling}
        right = frozenset(words for words, _ in telling)
        return cls(keys, right, _ordinary_runs(), accented)

    def found(
        self, lexicon: Lexicon, items: Sequence[Item], tokens: Sequence[Token]
    ) -> list[tuple[int, int]]:
        """Return the places of misspelt words.

        Args:
            lexicon: The words of the language.
            items: The items of the clause.
            tokens: The tokens of the clause.

        Returns:
            For each place, the index of its first token and the index after its last token.
        """
        places: list[tuple[int, int]] = []
        end = 0
        for item in items:
            if item.first >= end and self._may_begin_with(tokens[item.first]):
                last = self._after_longest(lexicon, item, tokens)
                if last is not None:
                    places.append((item.first, last))
                    end = last
        return places

    def _may_begin_with(self, token: Token) -> bool:
        """Return whether a run that changes a number may begin with a token."""
        return token.kind is Kind.WORD and bare(token.text) in self.starts

    def _after_longest(self, lexicon: Lexicon, item: Item, tokens: Sequence[Token]) -> int | None:
        """Return the index after the longest misspelt run that starts at an item.

        A run that starts at a known item counts only if it is longer than the item.
        """
        longest = None
        known_end = 0 if item.has(Tag.WORD) else item.last
        for run in self._runs(item.first, tokens):
            if run.end > known_end and self._is_misspelt(lexicon, run, tokens):
                longest = run.end
        return longest

    def _runs(self, start: int, tokens: Sequence[Token]) -> Iterator["_Run"]:
        """Yield the runs of words from `start` on with which a run that changes a number begins."""
        run = _Run(start)
        for at in range(start, len(tokens)):
            longer = run.followed_by(tokens, at)
            if longer is None or longer.letters not in self.starts:
                return
            if longer.end > run.end:
                yield longer
            run = longer

    def _is_misspelt(self, lexicon: Lexicon, run: "_Run", tokens: Sequence[Token]) -> bool:
        """Return whether a run is misspelt, or is not a bound word where only a bound word fits."""
        if run.letters not in self.keys:
            return False
        return self._is_wrong(lexicon, run) or self._is_bound(run, tokens)

    def _is_bound(self, run: "_Run", tokens: Sequence[Token]) -> bool:
        """Return whether ordinary words stand for a bound word before a number: “không qua 5%”."""
        ordinary = run.words in self.ordinary and run.is_before_number(tokens)
        return ordinary and self._sounds_like_bound(run)

    def _sounds_like_bound(self, run: "_Run") -> bool:
        """Return whether a bound word of several words has the letters of a run."""
        count, tags = self.keys[run.letters]
        return count > 1 and not tags.isdisjoint(_BOUNDS)

    def _is_wrong(self, lexicon: Lexicon, run: "_Run") -> bool:
        """Return whether words with the letters of a known run are a misspelling of it."""
        return not self._is_right(lexicon, run) and self._differs(lexicon, run)

    def _differs(self, lexicon: Lexicon, run: "_Run") -> bool:
        """Return whether words are read otherwise than the known run with their letters."""
        count, tags = self.keys[run.letters]
        if count == 1:
            return not run.may_be_two_words
        # “giá tăng” contains “tăng”, so it is read correctly all the same.
        return tags.isdisjoint(_tags_of_words(lexicon, run.words))

    def _is_right(self, lexicon: Lexicon, run: "_Run") -> bool:
        """Return whether words are spelt correctly, or may be words of the other language."""
        ordinary = run.words in self.ordinary
        if run.joined or ordinary:
            return ordinary
        return self._is_known(lexicon, run) or self._is_unaccented(run)

    def _is_known(self, lexicon: Lexicon, run: "_Run") -> bool:
        """Return whether words stand in a table as they are spelt."""
        return run.words in lexicon.tags or run.words in self.right

    def _is_unaccented(self, run: "_Run") -> bool:
        """Return whether only accents are checked, and the words have none."""
        count = self.keys[run.letters][0]
        return self.accented and run.is_ascii and len(run.words) == count


@final
@frozen
class _Run:
    """Words of a clause in a row.

    Attributes:
        end: The index after the last token.
        words: The words.
        letters: Their letters, without accents and spaces.
        joined: Whether a dash or the like joins some of them.
    """

    end: int
    words: tuple[str, ...] = ()
    letters: str = ""
    joined: bool = False

    def followed_by(self, tokens: Sequence[Token], at: int) -> "_Run | None":
        """Return the run with the word or dash at `at` after it; `None` if it ends before it."""
        touching = bool(self.words) and touches(tokens, at)
        if tokens[at].kind in _JOINTS and touching:
            return evolve(self, joined=True)
        if tokens[at].kind is not Kind.WORD or (self.joined and not touching):
            return None
        return self._with_word(tokens[at].text, at + 1)

    def _with_word(self, word: str, end: int) -> "_Run":
        """Return the run with one more word."""
        return _Run(end, (*self.words, word), self.letters + bare(word), self.joined)

    def is_before_number(self, tokens: Sequence[Token]) -> bool:
        """Return whether a number stands right after the run."""
        return self.end < len(tokens) and tokens[self.end].kind is Kind.NUMBER

    @property
    def is_ascii(self) -> bool:
        """Whether no word has an accent."""
        return "".join(self.words).isascii()

    @property
    def may_be_two_words(self) -> bool:
        """Whether several words with the letters of one word may be ordinary words."""
        several = len(self.words) > 1 and len(self.letters) < _LEAST_LETTERS
        return several and all(map(_has_vowel, self.words))


def _tags_of_words(lexicon: Lexicon, words: tuple[str, ...]) -> Iterator[Tag]:
    """Yield the tags that each word has by itself."""
    for word in words:
        yield from lexicon.tags.get((word,), ())


def _ordinary_runs() -> frozenset[tuple[str, ...]]:
    """Return the correct runs of words with the same letters as a run that changes a number."""
    singles = {(word,) for words in _SINGLE.values() for word in words.split()}
    runs = {tuple(run.split()) for run in _ORDINARY.strip().replace("\n", ";").split(";")}
    return frozenset(singles | runs)


def _has_vowel(word: str) -> bool:
    """Return whether a word has a vowel; the u of “qu” is not a vowel."""
    return not _VOWELS.isdisjoint(bare(word).removeprefix("qu"))


def _is_telling(words: tuple[str, ...], tags: Tags) -> bool:
    """Return whether a run of words changes the meaning of a number."""
    if len(words) == 1:
        return words[0] in _SINGLE
    return words[-1] != "mức" and _is_telling_run(words, tags)


def _is_telling_run(words: tuple[str, ...], tags: Tags) -> bool:
    """Return whether several words change the meaning of a number by their tags or as a run."""
    return not tags.isdisjoint(_TELLING) or " ".join(words) in _MORE_RUNS
