"""The bound words around a number: the bound they set together, or why it is unclear."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import chain, takewhile
from typing import final

from attrs import define, field

from nsc_program.plan._bounds import (
    About,
    AtLeast,
    AtMost,
    Between,
    Bound,
    LessThan,
    MoreThan,
    Plain,
)
from nsc_program.wording._days import after_optional, tag_at
from nsc_program.wording._layout import SEPARATORS
from nsc_program.wording._line import Line
from nsc_program.wording._places import BOUNDS
from nsc_program.wording._quantities import Quantity
from nsc_program.wording._scope import Scope
from nsc_program.wording._tags import Tag
from nsc_program.wording._values import Reason

_ONE_NUMBER: dict[Tag, type[AtLeast | MoreThan | About | AtMost | LessThan]] = {
    Tag.AT_LEAST: AtLeast,
    Tag.MORE: MoreThan,
    Tag.ABOUT: About,
    Tag.AT_MOST: AtMost,
    Tag.LESS: LessThan,
}
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
_HELD_AT = ("ở mức", "trong mức", "mức", "ở", "tại mức", "at")
# Items that may stand between “ít nhất” and its number. A bound word that is not strong, such as
# “trên”, must stand right before the number.
_BETWEEN = (
    Tag.FILL,
    Tag.YEARLY,
    Tag.AVERAGE,
    Tag.GROW,
    Tag.PACE,
    Tag.RAISE,
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
    unclear = _another_mark(items, scope.piece, at) or _in_a_place(items, quantity, found)
    if found.problem is None and (
        unclear
        or _negated(items, scope.piece, found)
        or _loose(items, at, scope.piece, given=found.given)
    ):
        found.problem = Reason.MARK_UNCLEAR
    _rightward(items, quantity, scope, found)
    if found.problem is None and _held_down(items, quantity, scope, found):
        found.problem = Reason.LIMIT
    return found


def _leftward(items: Line, quantity: Quantity, scope: Scope, found: Around) -> int:
    """Take the words before a number, and return the index of the item before them."""
    at, near = quantity.at - 1, True
    while at >= scope.piece:
        item = items[at]
        unreadable = next((tag for tag in _UNREADABLE if item.has(tag)), None)
        mark = next((tag for tag in BOUNDS if item.has(tag)), None)
        if unreadable is Tag.LIMIT and not _CEILINGS.isdisjoint(found.marks):
            found.first = at  # giới hạn ở mức tối đa 20: the bound word makes the limit clear
        elif unreadable is not None:
            found.problem = found.problem or _UNREADABLE[unreadable]
            found.first = at
        elif mark is not None and (near or item.has(Tag.STRONG)):
            _take_mark(found, at, mark, strong=item.has(Tag.STRONG))
        elif near and item.has(Tag.FROM, Tag.BETWEEN, Tag.TO):
            found.first = at
            found.has_from = item.has(Tag.FROM, Tag.BETWEEN)
            # In “to exceed 10%”, “to” is not the end of a range.
            found.has_to = item.has(Tag.TO) and not (found.marks and item.text == "to")
        elif item.has(*_BETWEEN):
            found.first = at if near and item.has(Tag.TIMES) else found.first
            near = False
            found.given = found.given or (item.has(Tag.FOR) and not found.words)
            found.words.extend(tag for tag in _BETWEEN[1:] if item.has(tag))
        else:
            break
        at -= 1
    if tag_at(items, at, Tag.OF_TOTAL) and at >= scope.piece:
        found.problem = Reason.FRACTION
    if tag_at(items, quantity.at - 1, Tag.UP, Tag.DOWN):
        found.problem = Reason.MARK_UNCLEAR  # 5 mô hình hoặc hơn 20 dự án
    return at


def _take_mark(found: Around, at: int, mark: Tag, *, strong: bool) -> None:
    """Add a bound word."""
    if strong and found.given:
        found.problem = Reason.MARK_UNCLEAR  # hỗ trợ tối đa cho 20 doanh nghiệp
    found.marks.append(mark)
    found.first = at


def _another_mark(items: Line, start: int, end: int) -> bool:
    """Return whether another bound word stands in the piece, and its number is unclear."""
    return items.holds(start, end + 1, Tag.STRONG, Tag.ABOUT)


def _loose(items: Line, at: int, piece: int, *, given: bool) -> bool:
    """Return whether a bound word is apart from its number: “vượt xa 20”, “cao hơn là 20”."""
    if at >= piece and items[at].has(*BOUNDS):
        return not given
    parts = at > piece and items[at].has(Tag.WORD, Tag.OTHER, Tag.SLASH, Tag.DASH)
    return parts and items[at - 1].has(*BOUNDS, Tag.NEARLY, Tag.SIGN)


def _held_down(items: Line, quantity: Quantity, scope: Scope, found: Around) -> bool:
    """Return whether a ceiling is set without a bound word: “khống chế tỷ lệ … ở mức 3%”."""
    if not _CEILINGS.isdisjoint(found.marks):
        return False
    held = tag_at(items, quantity.at - 1, Tag.FILL) and items[quantity.at - 1].text in _HELD_AT
    return items.holds(scope.piece, quantity.at, Tag.LIMIT, *((Tag.HELD,) if held else ()))


def _negated(items: Line, start: int, found: Around) -> bool:
    """Return whether the bound word is negated: “không để quá 5%”."""
    near = range(max(start, found.first - _NEGATION), found.first)
    return bool(found.marks) and any(items[at].has(Tag.NOT) for at in near)


def _in_a_place(items: Line, quantity: Quantity, found: Around) -> bool:
    """Return whether “trên 15 huyện” may mean “in 15 districts”."""
    over = tag_at(items, quantity.at - 1, Tag.MORE) and items[quantity.at - 1].text in (
        "trên",
        "over",
    )
    if not over or not tag_at(items, quantity.unit_at, Tag.PLACE):
        return False
    before = found.first - 1
    return before >= 0 and not items[before].has(
        *SEPARATORS, Tag.CLEAR, Tag.YEARLY, Tag.COLON, Tag.SKIPPED
    )


def _in_another_language(items: Line, quantity: Quantity, scope: Scope) -> bool:
    """Return whether a word of the other language would change the number: “at most 5 hội thảo”."""
    before = range(max(scope.piece, quantity.at - _FAR), quantity.at)
    after = range(quantity.end, min(scope.stop, quantity.end + _FAR))
    after_it = takewhile(lambda at: not items[at].has(Tag.COMMA), after)
    return any(items[at].has(Tag.FOREIGN) for at in chain(before, after_it))


def _rightward(items: Line, quantity: Quantity, scope: Scope, found: Around) -> None:
    """Take the bound words after a number: trở lên, trở xuống."""
    at = quantity.end
    if quantity.unit == "%":
        at = after_optional(items, at, Tag.UNIT)
    if tag_at(items, at, Tag.SLASH) and tag_at(items, at + 1, Tag.YEAR):
        at += 2
    at = after_optional(items, at, Tag.YEARLY)
    if (
        tag_at(items, at, Tag.UP, Tag.DOWN)
        and at < scope.stop
        and not tag_at(items, at + 1, Tag.NUMBER)
    ):
        found.marks.append(Tag.UP if items[at].has(Tag.UP) else Tag.DOWN)
        found.last = at + 1
    elif (
        found.problem is None
        and tag_at(items, quantity.end, Tag.LACK)
        and ends_piece(items, quantity.end + 1)
    ):
        found.problem = Reason.DENIED  # 20 doanh nghiệp còn thiếu
    elif found.problem is None and _mark_after(items, quantity.end, scope):
        found.problem = Reason.MARK_UNCLEAR


def _mark_after(items: Line, at: int, scope: Scope) -> bool:
    """Return whether “trở lên” or “(tối thiểu)” stands at some distance after the number."""
    joined = after_optional(items, at, Tag.AND)
    if tag_at(items, joined, *BOUNDS, Tag.NEARLY) and ends_piece(items, joined + 1):
        return True  # 10 hội thảo và hơn
    for here in range(at, scope.stop):
        item = items[here]
        if item.has(Tag.COMMA, Tag.ABSTRACT, Tag.FROM):
            return False
        if item.has(Tag.UP, Tag.DOWN) or (item.has(Tag.STRONG) and ends_piece(items, here + 1)):
            return True
    return False


def ends_piece(items: Line, at: int) -> bool:
    """Return whether a piece of the sentence ends before the item at `at`."""
    return at >= len(items) or items[at].has(*SEPARATORS, Tag.CLOSE)


def bound_of(found: Around, numbers: Sequence[Fraction]) -> Bound | Reason:
    """Return the bound that the words around a number set.

    Args:
        found: The bound words.
        numbers: The number, or the two ends of a range.

    Returns:
        The bound, or the reason why it is unclear.
    """
    if found.problem is not None:
        return found.problem
    kinds = set(found.marks)
    if len(numbers) > 1:
        return _range(numbers, kinds)
    if Tag.UP in kinds or Tag.DOWN in kinds:
        return _from_a_number(numbers[0], kinds)
    if (found.has_from and kinds != {Tag.AT_LEAST}) or found.has_to:
        return Reason.OPEN_RANGE
    if len(kinds) > 1:
        return Reason.MARKS_CLASH
    return _ONE_NUMBER[kinds.pop()](numbers[0]) if kinds else Plain(numbers[0])


def _range(numbers: Sequence[Fraction], kinds: set[Tag]) -> Bound | Reason:
    if kinds - {Tag.ABOUT}:
        return Reason.MARKS_CLASH
    return Between(numbers[0], numbers[1], about=bool(kinds))


def _from_a_number(number: Fraction, kinds: set[Tag]) -> Bound | Reason:
    """Return the bound of “từ N trở lên” or “N trở xuống”."""
    if kinds <= {Tag.UP, Tag.AT_LEAST}:
        return AtLeast(number)
    return AtMost(number) if kinds <= {Tag.DOWN, Tag.AT_MOST} else Reason.MARKS_CLASH
