"""What words mean to the reader, and the tables of them that each language is."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.values._periods import Period
from nsc_program.values._text import Lang
from nsc_program.wording._text import Kind, Token, fold
from nsc_program.wording._values import Reason


@final
class Tag(Enum):
    """What a word, or a run of words, does to a number near it. A run may have several."""

    __hash__ = (
        object.__hash__
    )  # an enumeration hashes its name, in Python; most of a reading is spent on it

    # Words of bound.
    AT_LEAST = auto()
    MORE = auto()
    ABOUT = auto()
    AT_MOST = auto()
    LESS = auto()
    NEARLY = auto()
    ESTIMATE = auto()  # ước đạt: what is reached, and no target
    LIMIT = auto()  # khống chế: a ceiling that is not read as one
    HELD = auto()  # kiểm soát: the same, if “ở mức” stands before the number
    EXACT = auto()  # đúng
    LACK = auto()  # còn thiếu
    SIGN = auto()  # âm, =>: what turns a number round, or is read by nobody
    STRONG = auto()  # a word of bound that is nothing else, wherever it stands
    UP = auto()  # trở lên
    DOWN = auto()  # trở xuống
    FROM = auto()  # từ
    BETWEEN = auto()  # between
    TO = auto()  # đến
    # Words of basis.
    GROW = auto()  # tăng
    PACE = auto()  # tốc độ tăng: growth as a noun
    RAISE = auto()  # nâng cao: growth, if a percentage follows
    ADD = auto()  # thêm
    AGAIN = auto()  # nữa: the same, behind the number
    FALL = auto()  # giảm
    ONTO = auto()  # lên: the level that something rises to
    LEFT = auto()  # còn: the level that something falls to
    TIMES = auto()  # gấp
    DOUBLE = auto()  # gấp đôi
    YEARLY = auto()  # mỗi năm
    SOME_YEARS = auto()  # các năm sau: nobody knows how many
    PART = auto()  # trong đó: a part of the number before
    WITH = auto()  # với: at the head of a piece, a part of the number before
    ATTAIN = auto()  # đạt: a level, even after “nâng cao”
    NEXT_YEAR = auto()  # năm sau
    YEAR_BEFORE = auto()  # năm trước
    EACH = auto()  # mỗi, of anything but years
    OFTEN = auto()  # hằng tháng: of a time that is neither a year nor the phase
    OFTEN_OF = auto()  # cứ: the same, before a number of years or months
    ALL = auto()  # đều: each of those named before
    AVERAGE = auto()  # bình quân
    BASELINE = auto()  # so với
    NO_PERIOD = auto()  # what nothing can be measured from: hiện nay, cùng kỳ
    WHOLE = auto()  # cả giai đoạn: no longer each year
    SUM = auto()  # tổng: of each year, or no longer
    INTO = auto()  # vào, before “tăng trưởng”: growth is what something is a part of
    # Words about days.
    PHASE = auto()  # giai đoạn
    YEAR = auto()  # năm
    UNTIL = auto()  # đến hết, vào: the last day is meant
    BEFORE = auto()  # trước: the day before is meant
    DATE = auto()  # ngày
    MONTH = auto()  # tháng
    QUARTER = auto()  # quý
    # What is counted.
    UNIT = auto()
    HEADS = auto()  # lượt: a unit that another may follow
    SCALE = auto()  # triệu: multiplies the number, unless money or a measure follows
    MEASURE = auto()  # đồng, tấn: scaled as it is worded
    SHORT = auto()  # giờ: a unit only with a word of bound
    LASTS = auto()  # tuổi, năm: never a target
    HAVING = auto()  # có: after a number of things, what each of them has
    SHARE = auto()  # tỷ lệ: its growth may be one in points
    NOT = auto()  # không
    MILLE = auto()  # ‰
    REST = auto()  # rưỡi: adds to the number before it
    POINTS = auto()  # điểm phần trăm
    PERCENT = auto()
    COUNTED = auto()  # what “nhiều” and “một số” are refused before
    PLACE = auto()  # what “trên” may stand before as “in”
    NUMERAL = auto()  # a part of a number in words
    # No numbers.
    VAGUE = auto()  # một số
    COUNTLESS = auto()  # hàng trăm
    FRACTION = auto()  # một nửa
    OUT_OF = auto()  # 1 trong 5
    OF_TOTAL = auto()  # trong tổng số
    LABEL = auto()  # Điều, ISO: a number after it is its name
    SOFT_LABEL = auto()  # nhóm: the same, unless something is counted
    # Other words.
    ASPIRE = auto()  # phấn đấu
    FOUNDED = auto()  # thành lập mới: “thêm” before it adds to nothing
    FILL = auto()  # may stand between a word of bound and its number
    FOR = auto()  # cho: what follows is not what grows
    AND = auto()
    ABSTRACT = auto()  # trình độ: “trở lên” may be about it
    RESPECTIVELY = auto()  # lần lượt
    EXCEPT = auto()  # không kể: something is left out of the number
    FOREIGN = auto()  # a word of the other language that would change a number
    CLEAR = auto()  # có: “trên” after it is a word of bound
    NEUTRAL = auto()
    WORD = auto()  # of none of these tables
    # What is made of several of them, or of no words.
    PERIOD = auto()
    NAMED_YEAR = auto()
    THROUGH = auto()
    SINCE = auto()
    NUMBER = auto()
    DAY = auto()
    SKIPPED = auto()  # a number that is a name
    DASH = auto()
    COMMA = auto()
    COLON = auto()
    SEMICOLON = auto()
    STOP = auto()
    OPEN = auto()
    CLOSE = auto()
    SLASH = auto()
    OTHER = auto()


Tags: TypeAlias = frozenset[Tag]
Table: TypeAlias = Mapping[Tag, str]
"""The runs of words of each tag, one on a line or between semicolons."""

_OF_KIND = {
    Kind.CODE: Tag.SKIPPED,
    Kind.NAME: Tag.SKIPPED,
    Kind.MONTH: Tag.SKIPPED,
    Kind.DAY: Tag.DAY,
    Kind.FRACTION: Tag.NUMBER,
    Kind.NUMBER: Tag.NUMBER,
    Kind.FOREIGN: Tag.NUMBER,
    Kind.WORD: Tag.WORD,
    Kind.PERCENT: Tag.PERCENT,
    Kind.DASH: Tag.DASH,
    Kind.COMMA: Tag.COMMA,
    Kind.COLON: Tag.COLON,
    Kind.SEMICOLON: Tag.SEMICOLON,
    Kind.STOP: Tag.STOP,
    Kind.OPEN: Tag.OPEN,
    Kind.CLOSE: Tag.CLOSE,
    Kind.SLASH: Tag.SLASH,
    Kind.OTHER: Tag.OTHER,
}
_SIGNS = {
    **dict.fromkeys(("≥", "⩾", ">="), Tag.AT_LEAST),
    **dict.fromkeys(("≤", "⩽", "<="), Tag.AT_MOST),
    **dict.fromkeys(("≈", "~"), Tag.ABOUT),
    **dict.fromkeys(("=>", "=<", "<>", "!=", "≠"), Tag.SIGN),
    ">": Tag.MORE,
    "<": Tag.LESS,
}
_MILLE = ("‰", "‱")
_ADDS = ("Sm", "No")  # 10+, 10±2, 10½


@final
@frozen
class Item:
    """A run of tokens that means one thing: its words, and the tokens from `first` to before `last`.

    `value` is what was made of it: a baseline, a period, a last day.
    """

    tags: Tags
    text: str
    first: int
    last: int
    value: object = None

    def has(self, *tags: Tag) -> bool:
        """Whether it has one of these tags."""
        return not self.tags.isdisjoint(tags)


@final
@frozen
class Baseline:
    """What something is compared with: a period, the year before each, or what cannot be held and why."""

    period: Period | None = None
    year_before: bool = False
    reason: Reason | None = None
    of_total: bool = False  # so với tổng số: no comparison, but what a share is of


def runs_of(runs: str) -> Iterator[tuple[str, ...]]:
    """The runs of words that a table gives for a tag."""
    return filter(
        None, (tuple(map(fold, run.split())) for run in runs.replace("\n", ";").split(";"))
    )


@final
@frozen
class Lexicon:
    """The words of one language."""

    lang: Lang
    tags: Mapping[tuple[str, ...], Tags]
    longest: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Know how far to look ahead."""
        object.__setattr__(self, "longest", max(map(len, self.tags)))

    @classmethod
    def of(cls, lang: Lang, table: Table, *, foreign: Iterable[tuple[str, ...]]) -> "Lexicon":
        """Make it of its tables, and of words of the other language that are none of its own."""
        tags: dict[tuple[str, ...], Tags] = {}
        for tag, runs in table.items():
            for words in runs_of(runs):
                tags[words] = tags.get(words, frozenset()) | {tag}
        return cls(lang, dict.fromkeys(foreign, frozenset({Tag.FOREIGN})) | tags)

    def items(self, tokens: Sequence[Token]) -> Iterator[Item]:
        """The tokens as items, each time the longest run of words that is in a table."""
        at = 0
        while at < len(tokens):
            item = self._run(tokens, at) or _single(tokens[at], at, self.lang)
            yield item
            at = item.last

    def _run(self, tokens: Sequence[Token], at: int) -> Item | None:
        words: list[str] = []
        for token in tokens[at : at + self.longest]:
            if token.kind is not Kind.WORD:
                break
            words.append(token.text)
        for length in range(len(words), 0, -1):
            tags = self.tags.get(tuple(words[:length]))
            if tags is not None:
                return Item(tags, " ".join(words[:length]), at, at + length)
        return None


def _single(token: Token, at: int, lang: Lang) -> Item:
    if token.kind is Kind.DAY and lang == "en" and "-" not in token.text[:5]:
        return Item(
            frozenset({Tag.SKIPPED}), token.text, at, at + 1
        )  # 3/4/2025 is two days in English
    return Item(frozenset(_of_one(token)), token.text, at, at + 1)


def _of_one(token: Token) -> set[Tag]:
    if token.kind is Kind.SIGN:
        return {_SIGNS[token.text], Tag.STRONG}
    tags = {_OF_KIND[token.kind]}
    if token.kind is Kind.OTHER and token.text in _MILLE:
        tags.add(Tag.MILLE)
    elif token.kind is Kind.OTHER and unicodedata.category(token.text[0]) in _ADDS:
        tags.add(Tag.REST)
    return tags
