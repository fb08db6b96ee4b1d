"""The words of bound around a number: what they say together, or why they say nothing."""

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
from nsc_program.wording._days import tag_at
from nsc_program.wording._line import Line
from nsc_program.wording._places import BOUNDS
from nsc_program.wording._quantities import Quantity
from nsc_program.wording._scope import Scope
from nsc_program.wording._scopes import SEPARATORS
from nsc_program.wording._tags import Tag
from nsc_program.wording._values import Reason

_ONE_NUMBER: dict[Tag, type[AtLeast | MoreThan | About | AtMost | LessThan]] = {
    Tag.AT_LEAST: AtLeast,
    Tag.MORE: MoreThan,
    Tag.ABOUT: About,
    Tag.AT_MOST: AtMost,
    Tag.LESS: LessThan,
}
_FAR = 12  # how many words away a word of the other language is looked for
_DENIAL = 4  # how near “không” stands to what it denies
# Words next to a number that are read as nothing else than the reason why it is not.
_REFUSED = {
    Tag.NEARLY: Reason.NEARLY,
    Tag.LIMIT: Reason.LIMIT,
    Tag.EXACT: Reason.EXACT,
    Tag.LACK: Reason.DENIED,
    Tag.NOT: Reason.DENIED,
    Tag.SIGN: Reason.SIGN,
}
_CEILINGS = frozenset((Tag.AT_MOST, Tag.LESS, Tag.DOWN))
_HELD_AT = ("ở mức", "trong mức", "mức", "ở", "tại mức", "at")
# What may stand between “ít nhất” and its number; a word such as “trên” must stand right before it.
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
    """What stands around a number.

    Attributes:
        first: where what belongs to it starts: its leftmost word of bound.
        last: where it ends: after its unit, or after “trở lên”.
        marks: the words of bound.
        words: the words next to it that say what it is held against: tăng, lên, còn, gấp.
        given: whether “cho” or “của” stands right before it: it is what something is done to.
        problem: why its bound is not known.
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
    """Look to the left and to the right of a number."""
    found = Around(quantity.at, quantity.end)
    if _in_another_language(items, quantity, scope):
        found.problem = Reason.LANGUAGE
    at = _leftward(items, quantity, scope, found)
    unclear = _another_mark(items, scope.piece, at) or _in_a_place(items, quantity, found)
    if found.problem is None and (
        unclear
        or _denied(items, scope.piece, found)
        or _loose(items, at, scope.piece, given=found.given)
    ):
        found.problem = Reason.MARK_UNCLEAR
    _rightward(items, quantity, scope, found)
    if found.problem is None and _held_down(items, quantity, scope, found):
        found.problem = Reason.LIMIT
    return found


def _leftward(items: Line, quantity: Quantity, scope: Scope, found: Around) -> int:
    at, near = quantity.at - 1, True
    while at >= scope.piece:
        item = items[at]
        refused = next((tag for tag in _REFUSED if item.has(tag)), None)
        mark = next((tag for tag in BOUNDS if item.has(tag)), None)
        if refused is Tag.LIMIT and not _CEILINGS.isdisjoint(found.marks):
            found.first = at  # giới hạn ở mức tối đa 20: a word of bound says which limit
        elif refused is not None:
            found.problem = found.problem or _REFUSED[refused]
            found.first = at
        elif mark is not None and (near or item.has(Tag.STRONG)):
            _take_mark(found, at, mark, strong=item.has(Tag.STRONG))
        elif near and item.has(Tag.FROM, Tag.BETWEEN, Tag.TO):
            found.first = at
            found.has_from = item.has(Tag.FROM, Tag.BETWEEN)
            found.has_to = item.has(Tag.TO) and not (
                found.marks and item.text == "to"
            )  # to exceed 10%
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
    if strong and found.given:
        found.problem = Reason.MARK_UNCLEAR  # hỗ trợ tối đa cho 20 doanh nghiệp
    found.marks.append(mark)
    found.first = at


def _another_mark(items: Line, start: int, end: int) -> bool:
    """Whether a word of bound stands farther away, in the same piece: nobody knows what it belongs to."""
    return items.holds(start, end + 1, Tag.STRONG, Tag.ABOUT)


def _loose(items: Line, at: int, piece: int, *, given: bool) -> bool:
    """Whether a word of bound is parted from its number: “vượt xa 20”, “trên * 20”, “cao hơn là 20”."""
    if at >= piece and items[at].has(*BOUNDS):
        return not given
    parts = at > piece and items[at].has(Tag.WORD, Tag.OTHER, Tag.SLASH, Tag.DASH)
    return parts and items[at - 1].has(*BOUNDS, Tag.NEARLY, Tag.SIGN)


def _held_down(items: Line, quantity: Quantity, scope: Scope, found: Around) -> bool:
    """“Khống chế tỷ lệ … ở mức 3%”: a ceiling that no word of bound says."""
    if not _CEILINGS.isdisjoint(found.marks):
        return False
    held = tag_at(items, quantity.at - 1, Tag.FILL) and items[quantity.at - 1].text in _HELD_AT
    return items.holds(scope.piece, quantity.at, Tag.LIMIT, *((Tag.HELD,) if held else ()))


def _denied(items: Line, start: int, found: Around) -> bool:
    """“Không để quá 5%”: the opposite of what the word of bound says."""
    near = range(max(start, found.first - _DENIAL), found.first)
    return bool(found.marks) and any(items[at].has(Tag.NOT) for at in near)


def _in_a_place(items: Line, quantity: Quantity, found: Around) -> bool:
    """Whether “trên 15 huyện” may mean “in 15 districts”."""
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
    """Whether a word of the other language in the same piece would change the number: “at most 5 hội thảo”."""
    before = range(max(scope.piece, quantity.at - _FAR), quantity.at)
    after = range(quantity.end, min(scope.stop, quantity.end + _FAR))
    behind = takewhile(lambda at: not items[at].has(Tag.COMMA), after)
    return any(items[at].has(Tag.FOREIGN) for at in chain(before, behind))


def _rightward(items: Line, quantity: Quantity, scope: Scope, found: Around) -> None:
    at = quantity.end
    if quantity.unit == "%":
        at += tag_at(items, at, Tag.UNIT)
    if tag_at(items, at, Tag.SLASH) and tag_at(items, at + 1, Tag.YEAR):
        at += 2
    at += tag_at(items, at, Tag.YEARLY)
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
    elif found.problem is None and _mark_behind(items, quantity.end, scope):
        found.problem = Reason.MARK_UNCLEAR


def _mark_behind(items: Line, at: int, scope: Scope) -> bool:
    """Whether “trở lên” or “(tối thiểu)” stands behind, at some distance."""
    joined = at + tag_at(items, at, Tag.AND)
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
    """Whether a piece of the sentence ends before this item."""
    return at >= len(items) or items[at].has(*SEPARATORS, Tag.CLOSE)


def bound_of(found: Around, numbers: Sequence[Fraction]) -> Bound | Reason:
    """What the number and the words around it say."""
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
    """“Từ N trở lên”, “N trở xuống”."""
    if kinds <= {Tag.UP, Tag.AT_LEAST}:
        return AtLeast(number)
    return AtMost(number) if kinds <= {Tag.DOWN, Tag.AT_MOST} else Reason.MARKS_CLASH
