"""The meanings that words have for the reader, and the tables of words of each language."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import TypeAlias, final

from attrs import field, frozen

from nsc_program.values._periods import Period
from nsc_program.values._text import Lang
from nsc_program.wording._reasons import Reason
from nsc_program.wording._text import Kind, Token, fold


@final
class Tag(Enum):
    """The effect of a word, or a run of words, on a number near it. A run may have several tags."""

    # An enumeration hashes its name in Python code, which takes most of the time of a reading.
    __hash__ = object.__hash__

    # Bound words.
    AT_LEAST = auto()
    MORE = auto()
    ABOUT = auto()
    AT_MOST = auto()
    LESS = auto()
    NEARLY = auto()
    ESTIMATE = auto()  # ước đạt: an estimate of the result, not a target
    LIMIT = auto()  # khống chế: a ceiling that the reader does not take as a bound
    HELD = auto()  # kiểm soát: the same, if “ở mức” stands before the number
    EXACT = auto()  # đúng
    LACK = auto()  # còn thiếu
    SIGN = auto()  # âm, =>: makes the number negative, or is not a known sign
    STRONG = auto()  # a bound word without another meaning, wherever it stands
    UP = auto()  # trở lên
    DOWN = auto()  # trở xuống
    FROM = auto()  # từ
    BETWEEN = auto()  # between
    TO = auto()  # đến
    # Words about the basis.
    GROW = auto()  # tăng
    PACE = auto()  # tốc độ tăng, tốc độ giảm: a change as a noun
    RAISE = auto()  # nâng cao: growth, if a percentage follows
    ADD = auto()  # thêm
    AGAIN = auto()  # nữa: the same, after the number
    FALL = auto()  # giảm
    UNDER = auto()  # dưới: after “giảm”, it may be the level that something falls to
    ONTO = auto()  # lên: the level that something rises to
    LEFT = auto()  # còn: the level that something falls to
    TIMES = auto()  # gấp
    DOUBLE = auto()  # gấp đôi
    YEARLY = auto()  # mỗi năm
    SOME_YEARS = auto()  # các năm sau: an unknown number of years
    PART = auto()  # trong đó: a part of the number before
    WITH = auto()  # với: at the head of a piece, a part of the number before
    ATTAIN = auto()  # đạt: a level, even after “nâng cao”
    NEXT_YEAR = auto()  # năm sau
    YEAR_BEFORE = auto()  # năm trước
    EACH = auto()  # mỗi, of anything except years
    OFTEN = auto()  # hằng tháng: an interval that is neither a year nor the phase
    OFTEN_OF = auto()  # cứ: the same, before a number of years or months
    ALL = auto()  # đều: each of the units named before
    AVERAGE = auto()  # bình quân
    QUALIFIER = auto()  # average: it qualifies the noun after it, and “bình quân” the one before
    BASELINE = auto()  # so với
    NO_PERIOD = auto()  # hiện nay, cùng kỳ: not a named period, so not a baseline
    WHOLE = auto()  # cả giai đoạn: no longer each year
    SUM = auto()  # tổng: it is unclear whether the number is still for each year
    INTO = auto()  # vào, before “tăng trưởng”: the number is a contribution to growth
    # Words about days.
    PHASE = auto()  # giai đoạn
    YEAR = auto()  # năm
    UNTIL = auto()  # đến hết, vào: the last day is included
    BEFORE = auto()  # trước: the last day is the day before
    DATE = auto()  # ngày
    MONTH = auto()  # tháng
    QUARTER = auto()  # quý
    MOMENT = auto()  # thời điểm
    CLOSE_OF = auto()  # cuối: the last day of the time that follows
    ALONE = auto()  # riêng: the time next to it is not that of the whole phase
    # Units and quantities.
    UNIT = auto()
    RANK = auto()  # bậc: a better rank is a smaller number
    HEADS = auto()  # lượt: a unit that another unit may follow
    SCALE = auto()  # triệu: multiplies the number, unless money or a measure follows
    MEASURE = auto()  # đồng, tấn: keeps the scale as it is worded
    SHORT = auto()  # giờ: a unit only with a bound word
    LASTS = auto()  # tuổi, năm: never a target
    HAVING = auto()  # có: after a number of things, introduces a number that each of them has
    SHARE = auto()  # tỷ lệ: its change may be in percentage points
    POOR = auto()  # hộ nghèo: its fall in percent may be that of the poverty rate
    NOT = auto()  # không
    MILLE = auto()  # ‰
    REST = auto()  # rưỡi: adds to the number before it
    POINTS = auto()  # điểm phần trăm
    PERCENT = auto()
    COUNTED = auto()  # a noun before which “nhiều” and “một số” stand for a number
    PLACE = auto()  # a noun before which “trên” may mean “in”
    NUMERAL = auto()  # a part of a number in words
    # Numbers that are not quantities, and words in place of numbers.
    VAGUE = auto()  # một số
    COUNTLESS = auto()  # hàng trăm
    FRACTION = auto()  # một nửa
    OUT_OF = auto()  # 1 trong 5
    OF_TOTAL = auto()  # trong tổng số
    LABEL = auto()  # Điều, ISO: a number after it is its name
    SOFT_LABEL = auto()  # nhóm: the same, unless a unit follows the number
    # Other words.
    ASPIRE = auto()  # phấn đấu
    FOUNDED = auto()  # thành lập mới: “thêm” before the number is then not an increase
    FILL = auto()  # may stand between a bound word and its number
    FOR = auto()  # cho: the number after it is not the growth
    AND = auto()
    ABSTRACT = auto()  # trình độ: “trở lên” may be about it
    RESPECTIVELY = auto()  # lần lượt
    EXCEPT = auto()  # không kể: a part is left out of the number
    FOREIGN = auto()  # a word of the other language that would change a number
    CLEAR = auto()  # có: “trên” after it is a bound word
    NEUTRAL = auto()
    WORD = auto()  # a word in none of the tables
    # Items made of several words, and items that are not words.
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
"""The runs of words of each tag, separated by semicolons or line breaks."""

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
_BETWEEN_RUNS = re.compile("[;\n]")


@final
@frozen
class Item:
    """A run of tokens with one meaning.

    Attributes:
        tags: The effects of the run on a number.
        text: Its words in lower case, separated by one space.
        first: The index of its first token.
        last: The index after its last token.
        value: The `Baseline`, `Period` or last day that the words name, or the `Reason` why the
            number cannot be read. `None` for other items.
    """

    tags: Tags
    text: str
    first: int
    last: int
    value: object = None

    def has(self, *tags: Tag) -> bool:
        """Return whether the item has one of these tags."""
        return not self.tags.isdisjoint(tags)


@final
@frozen
class Baseline:
    """The baseline of a comparison.

    Attributes:
        period: The period that is named; without a first day for the close of its last day; `None`
            if neither is named.
        year_before: Whether the baseline is the year before each year.
        reason: The reason why the baseline is unknown; `None` if it is known.
        of_total: Whether the words are “so với tổng số”: they name the whole of a share, and do not
            compare.
        of_share: Whether the words name a share: “so với tỷ lệ của năm 2020”.
    """

    period: Period | None = None
    year_before: bool = False
    reason: Reason | None = None
    of_total: bool = False
    of_share: bool = False

    @classmethod
    def of(cls, period: object) -> "Baseline":
        """Return the baseline of a period.

        Args:
            period: The value of an item: a `Period`, or `None` if it ends before it starts.

        Returns:
            The baseline, with the reason if the period is impossible, or has no first day: a
            baseline without one stands for the close of a day.
        """
        if not isinstance(period, Period):
            return cls(reason=Reason.BASELINE_IMPOSSIBLE)
        return cls(period) if period.start else cls(reason=Reason.BASELINE_UNHELD)


def runs_of(runs: str) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words that a table gives for a tag, each as a tuple of folded words."""
    return filter(None, (tuple(map(fold, run.split())) for run in _BETWEEN_RUNS.split(runs)))


@final
@frozen
class Lexicon:
    """The words of one language.

    Attributes:
        lang: The language.
        tags: The tags of each run of words.
        longest: The number of words of the longest run.
    """

    lang: Lang
    tags: Mapping[tuple[str, ...], Tags]
    longest: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Measure the longest run, which is how far `items` looks ahead."""
        object.__setattr__(self, "longest", max(map(len, self.tags)))

    @classmethod
    def of(cls, lang: Lang, table: Table, *, foreign: Iterable[tuple[str, ...]]) -> "Lexicon":
        """Build the lexicon of a language.

        Args:
            lang: The language.
            table: The runs of words of each tag.
            foreign: Runs of the other language that would change a number. A run that is also in
                `table` keeps the tags of the table.

        Returns:
            The lexicon.
        """
        others = dict.fromkeys(foreign, frozenset({Tag.FOREIGN}))
        return cls(lang, others | _tags_by_run(table))

    def items(self, tokens: Sequence[Token]) -> Iterator[Item]:
        """Yield the tokens as items, preferring the longest run of words in the lexicon."""
        at = 0
        while at < len(tokens):
            item = self._item(tokens, at)
            yield item
            at = item.last

    def _item(self, tokens: Sequence[Token], at: int) -> Item:
        """Return the item that starts here: a run of words or a single token."""
        return self._run(tokens, at) or _single(tokens[at], at, self.lang)

    def _run(self, tokens: Sequence[Token], at: int) -> Item | None:
        """Return the longest known run of words that starts here; `None` if the word is unknown."""
        words = tuple(_words(tokens[at : at + self.longest]))
        for length in range(len(words), 0, -1):
            run = words[:length]
            if run in self.tags:
                return Item(self.tags[run], " ".join(run), at, at + length)
        return None


def _tags_by_run(table: Table) -> dict[tuple[str, ...], Tags]:
    """Return the tags of each run of words of a table."""
    tags: dict[tuple[str, ...], Tags] = {}
    for tag, runs in table.items():
        for words in runs_of(runs):
            tags[words] = tags.get(words, frozenset()) | {tag}
    return tags


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the words before the first token that is not a word."""
    for token in tokens:
        if token.kind is not Kind.WORD:
            return
        yield token.text


def _single(token: Token, at: int, lang: Lang) -> Item:
    """Return the item of a single token."""
    return Item(_tags_of(token, lang), token.text, at, at + 1)


def _tags_of(token: Token, lang: Lang) -> Tags:
    """Return the tags of a single token of a language."""
    skipped = lang == "en" and _may_be_either_day(token)
    return frozenset({Tag.SKIPPED}) if skipped else _of_one(token)


def _may_be_either_day(token: Token) -> bool:
    """Return whether a token may be either of two days: 3/4/2025 in English."""
    return token.kind is Kind.DAY and "-" not in token.text[:5]


def _of_one(token: Token) -> Tags:
    """Return the tags of a token by its kind, or by its text if it is a sign."""
    if token.kind is Kind.SIGN:
        return frozenset({_SIGNS[token.text], Tag.STRONG})
    return _of_kind(token)


def _of_kind(token: Token) -> Tags:
    """Return the tags of a token that is not a known sign."""
    tags = frozenset({_OF_KIND[token.kind]})
    return tags | _of_other_sign(token.text) if token.kind is Kind.OTHER else tags


def _of_other_sign(sign: str) -> Tags:
    """Return the effect on the number before a sign that is not a bound: ‰, ½."""
    if sign in _MILLE:
        return frozenset({Tag.MILLE})
    return frozenset({Tag.REST}) if unicodedata.category(sign[0]) in _ADDS else frozenset()
