"""The bound words around a number: the bound they set together, or why it is unclear."""

from typing import final

from attrs import define, field

from nsc_program.wording._days import after_optional, tag_at
from nsc_program.wording._layout import SEPARATORS
from nsc_program.wording._line import Line
from nsc_program.wording._one_number import Quantity
from nsc_program.wording._places import BOUNDS
from nsc_program.wording._reasons import Reason
from nsc_program.wording._scope import Scope
from nsc_program.wording._tags import Item, Tag

_FAR = 12  # the most words between a number and a word of the other language
_NEGATION = 4  # the most words between “không” and the bound word that it negates
# Words that make the number next to them unreadable, with the reason.
_UNREADABLE = {
    Tag.NEARLY: Reason.NEARLY,
    Tag.LIMIT: Reason.LIMIT,
    Tag.EXACT: Reason.EXACT,
    Tag.LACK: Reason.DENIED,
    Tag.NOT: Reason.DENIED,
    Tag.SIGN: Reason.SIGN,
}
_CEILINGS = frozenset((Tag.AT_MOST, Tag.LESS, Tag.DOWN))
AFTER_NUMBER = (Tag.UP, Tag.DOWN)
_ENDS = (Tag.FROM, Tag.BETWEEN, Tag.TO)
_OVER = ("trên", "over")
_BEFORE_OVER = (*SEPARATORS, Tag.CLEAR, Tag.YEARLY, Tag.COLON, Tag.SKIPPED)
_PARTING = (Tag.WORD, Tag.OTHER, Tag.SLASH, Tag.DASH)
_END_REACH = (Tag.COMMA, Tag.ABSTRACT, Tag.FROM)
_HELD_AT = ("ở mức", "trong mức", "mức", "ở", "tại mức", "at")
# Besides filler words, the items that may stand between “ít nhất” and its number. A bound word that
# is not strong, such as “trên”, must stand right before the number.
_OF_CHANGE = (
    Tag.YEARLY,
    Tag.AVERAGE,
    Tag.GROW,
    Tag.PACE,
    Tag.RAISE,
    Tag.FALL,
    Tag.ADD,
    Tag.ONTO,
    Tag.LEFT,
    Tag.TIMES,
    Tag.ASPIRE,
    Tag.COLON,
)


@final
@define
class Around:
    """The bound words around a number, and the words of change next to it.

    Attributes:
        first: The index of its leftmost bound word, or of the number if there is no bound word.
        last: The index after its unit, or after “trở lên”.
        marks: The tags of its bound words.
        words: The tags of the words next to it that set the basis: tăng, lên, còn, gấp.
        has_from: Whether “từ” or “between” stands before the number.
        has_to: Whether “đến” or “to” stands before the number.
        given: Whether “cho” or “của” stands right before the number, which is then a number of
            beneficiaries and not the size of a change.
        problem: The reason why the bound is unclear; `None` if it is clear.
    """

    first: int
    last: int
    marks: list[Tag] = field(factory=list)
    words: list[Tag] = field(factory=list)
    has_from: bool = False
    has_to: bool = False
    given: bool = False
    problem: Reason | None = None

    def take_mark(self, at: int, mark: Tag) -> None:
        """Add a bound word."""
        self.marks.append(mark)
        self.first = at

    def take_word(self, item: Item) -> None:
        """Add the words of change of an item, or note that the number is one of beneficiaries."""
        if item.has(Tag.FOR) and not self.words:
            self.given = True
        self.words.extend(filter(item.has, _OF_CHANGE))

    @property
    def is_ceiling(self) -> bool:
        """Whether a bound word sets an upper bound."""
        return not _CEILINGS.isdisjoint(self.marks)


def around(items: Line, quantity: Quantity, scope: Scope) -> Around:
    """Look for bound words to the left and to the right of a number.

    Args:
        items: The items of the clause.
        quantity: The number.
        scope: The words that govern the number from a distance.

    Returns:
        The bound words and the words of change around the number.
    """
    found = Around(quantity.at, quantity.end)
    if _in_another_language(items, quantity, scope):
        found.problem = Reason.LANGUAGE
    at = _leftward(items, quantity, scope, found)
    if found.problem is None and _is_unclear(items, quantity, scope, found, at):
        found.problem = Reason.MARK_UNCLEAR
    _rightward(items, quantity, scope, found)
    if found.problem is None and _held_down(items, quantity, scope, found):
        found.problem = Reason.LIMIT
    return found


def _is_unclear(items: Line, quantity: Quantity, scope: Scope, found: Around, at: int) -> bool:
    """Return whether it is unclear which bound words before the number are its own."""
    return (
        _another_mark(items, scope.piece, at)
        or _in_a_place(items, quantity, found)
        or _negated(items, scope.piece, found)
        or _loose(items, at, scope.piece, given=found.given)
    )


def _leftward(items: Line, quantity: Quantity, scope: Scope, found: Around) -> int:
    """Take the words before a number, and return the index of the item before them."""
    at = _before_own_words(items, quantity.at, scope.piece, found)
    if at >= scope.piece and items[at].has(Tag.OF_TOTAL):
        found.problem = Reason.FRACTION
    if tag_at(items, quantity.at - 1, *AFTER_NUMBER):
        found.problem = Reason.MARK_UNCLEAR  # 5 mô hình hoặc hơn 20 dự án
    return at


def _before_own_words(items: Line, at: int, piece: int, found: Around) -> int:
    """Take the words of a number at `at`, and return the index of the item before them."""
    walk = _Leftward(items, found)
    at -= 1
    while at >= piece and walk.takes(at):
        at -= 1
    return at


@final
@define
class _Leftward:
    """The walk to the left of a number, along the words that are its own.

    Attributes:
        items: The items of the clause.
        found: The bound words and the words of change found so far.
        near: Whether only bound words were passed, so that the next item stands next to the number
            or to its bound words.
    """

    items: Line
    found: Around
    near: bool = True

    def takes(self, at: int) -> bool:
        """Take the item at `at` if it belongs to the number, and return whether it does."""
        item = self.items[at]
        return (
            self._takes_unreadable(at, item)
            or self._takes_mark(at, item)
            or self._takes_end_of_range(at, item)
            or self._takes_between(at, item)
        )

    def _takes_unreadable(self, at: int, item: Item) -> bool:
        """Take a word that makes the number unreadable."""
        problem = _problem_of(item)
        if problem is None:
            return False
        # giới hạn ở mức tối đa 20: the bound word makes the limit clear
        if problem is not Reason.LIMIT or not self.found.is_ceiling:
            self.found.problem = self.found.problem or problem
        self.found.first = at
        return True

    def _takes_mark(self, at: int, item: Item) -> bool:
        """Take a bound word; a strong bound word may stand at some distance from the number."""
        mark = _mark_of(item)
        strong = item.has(Tag.STRONG)
        if mark is None or not (self.near or strong):
            return False
        if strong and self.found.given:
            self.found.problem = Reason.MARK_UNCLEAR  # hỗ trợ tối đa cho 20 doanh nghiệp
        self.found.take_mark(at, mark)
        return True

    def _takes_end_of_range(self, at: int, item: Item) -> bool:
        """Take “từ” or “đến” next to the number."""
        if not self.near or not item.has(*_ENDS):
            return False
        self.found.first = at
        self.found.has_from = item.has(Tag.FROM, Tag.BETWEEN)
        self.found.has_to = item.has(Tag.TO) and not self._is_of_a_verb(item)
        return True

    def _is_of_a_verb(self, item: Item) -> bool:
        """Return whether “to” is not the end of a range: “to exceed 10%”."""
        return item.text == "to" and bool(self.found.marks)

    def _takes_between(self, at: int, item: Item) -> bool:
        """Take a word that may stand between a strong bound word and the number."""
        if not item.has(Tag.FILL, *_OF_CHANGE):
            return False
        if self.near and item.has(Tag.TIMES):
            self.found.first = at
        self.near = False
        self.found.take_word(item)
        return True


def _problem_of(item: Item) -> Reason | None:
    """Return why a word makes a number unreadable; `None` if it does not."""
    return next((reason for tag, reason in _UNREADABLE.items() if item.has(tag)), None)


def _mark_of(item: Item) -> Tag | None:
    """Return the tag of a bound word; `None` for another word."""
    return next((tag for tag in BOUNDS if item.has(tag)), None)


def _another_mark(items: Line, start: int, end: int) -> bool:
    """Return whether another bound word stands in the piece, and its number is unclear."""
    return items.holds(start, end + 1, Tag.STRONG, Tag.ABOUT)


def _loose(items: Line, at: int, piece: int, *, given: bool) -> bool:
    """Return whether a bound word is apart from its number: “vượt xa 20”, “cao hơn là 20”."""
    if at >= piece and items[at].has(*BOUNDS):
        return not given
    parts = at > piece and items[at].has(*_PARTING)
    return parts and items[at - 1].has(*BOUNDS, Tag.NEARLY, Tag.SIGN)


def _held_down(items: Line, quantity: Quantity, scope: Scope, found: Around) -> bool:
    """Return whether a ceiling is set without a bound word: “khống chế tỷ lệ … ở mức 3%”."""
    return not found.is_ceiling and items.holds(scope.piece, quantity.at, *_limits(items, quantity))


def _limits(items: Line, quantity: Quantity) -> tuple[Tag, ...]:
    """Return the tags of the words that set a ceiling in the piece of a number."""
    return (Tag.LIMIT, Tag.HELD) if _is_at_a_level(items, quantity) else (Tag.LIMIT,)


def _is_at_a_level(items: Line, quantity: Quantity) -> bool:
    """Return whether “ở mức” stands before the number."""
    before = quantity.at - 1
    return tag_at(items, before, Tag.FILL) and items[before].text in _HELD_AT


def _negated(items: Line, start: int, found: Around) -> bool:
    """Return whether the bound word is negated: “không để quá 5%”."""
    near = max(start, found.first - _NEGATION)
    return bool(found.marks) and items.holds(near, found.first, Tag.NOT)


def _in_a_place(items: Line, quantity: Quantity, found: Around) -> bool:
    """Return whether “trên 15 huyện” may mean “in 15 districts”."""
    before = found.first - 1
    return (
        before >= 0 and not items[before].has(*_BEFORE_OVER) and _is_over_a_place(items, quantity)
    )


def _is_over_a_place(items: Line, quantity: Quantity) -> bool:
    """Return whether “trên” stands right before a number of places."""
    return tag_at(items, quantity.unit_at, Tag.PLACE) and _is_over(items, quantity.at - 1)


def _is_over(items: Line, at: int) -> bool:
    """Return whether “trên” or “over” stands here as a bound word."""
    return tag_at(items, at, Tag.MORE) and items[at].text in _OVER


def _in_another_language(items: Line, quantity: Quantity, scope: Scope) -> bool:
    """Return whether a word of the other language would change the number: “at most 5 hội thảo”."""
    start = max(scope.piece, quantity.at - _FAR)
    comma = items.after(quantity.end, Tag.COMMA)
    end = min(scope.stop, quantity.end + _FAR, comma)
    before = items.holds(start, quantity.at, Tag.FOREIGN)
    return before or items.holds(quantity.end, end, Tag.FOREIGN)


def _rightward(items: Line, quantity: Quantity, scope: Scope, found: Around) -> None:
    """Take the bound words after a number: trở lên, trở xuống."""
    at = after_years(items, quantity)
    if _stands_alone(items, at, scope):
        found.marks.append(Tag.UP if items[at].has(Tag.UP) else Tag.DOWN)
        found.last = at + 1
    elif found.problem is None:
        found.problem = _problem_after(items, quantity.end, scope)


def after_years(items: Line, quantity: Quantity) -> int:
    """Return the index after a number with its unit and “/năm” or “mỗi năm”.

    Args:
        items: The items of the clause.
        quantity: The number.
    """
    at = quantity.end
    if quantity.unit == "%":
        at = after_optional(items, at, Tag.UNIT)
    if tag_at(items, at, Tag.SLASH) and tag_at(items, at + 1, Tag.YEAR):
        at += 2
    return after_optional(items, at, Tag.YEARLY)


def _stands_alone(items: Line, at: int, scope: Scope) -> bool:
    """Return whether “trở lên” or “trở xuống” stands here, and not before another number."""
    return (
        at < scope.stop
        and tag_at(items, at, *AFTER_NUMBER)
        and not tag_at(items, at + 1, Tag.NUMBER)
    )


def _problem_after(items: Line, at: int, scope: Scope) -> Reason | None:
    """Return why the words after a number make it unreadable; `None` if they do not."""
    if _is_lacking(items, at):
        return Reason.DENIED
    return Reason.MARK_UNCLEAR if _is_marked_after(items, at, scope) else None


def _is_marked_after(items: Line, at: int, scope: Scope) -> bool:
    """Return whether a bound word stands after a number, but not as “trở lên” right after it."""
    return _trailing_mark(items, at) or _mark_after(items, at, scope)


def _is_lacking(items: Line, at: int) -> bool:
    """Return whether “còn thiếu” ends the piece: “20 doanh nghiệp còn thiếu”."""
    return tag_at(items, at, Tag.LACK) and ends_piece(items, at + 1)


def _trailing_mark(items: Line, at: int) -> bool:
    """Return whether a bound word without a number ends the piece: “10 hội thảo và hơn”."""
    joined = after_optional(items, at, Tag.AND)
    return tag_at(items, joined, *BOUNDS, Tag.NEARLY) and ends_piece(items, joined + 1)


def _mark_after(items: Line, at: int, scope: Scope) -> bool:
    """Return whether “trở lên” or “(tối thiểu)” stands at some distance after the number."""
    for here in range(at, scope.stop):
        if items[here].has(*_END_REACH):
            return False
        if items[here].has(*AFTER_NUMBER) or _ends_with_mark(items, here):
            return True
    return False


def _ends_with_mark(items: Line, at: int) -> bool:
    """Return whether a strong bound word ends the piece here."""
    return items[at].has(Tag.STRONG) and ends_piece(items, at + 1)


def ends_piece(items: Line, at: int) -> bool:
    """Return whether a piece of the sentence ends before the item at `at`."""
    return at >= len(items) or items[at].has(*SEPARATORS, Tag.CLOSE)
