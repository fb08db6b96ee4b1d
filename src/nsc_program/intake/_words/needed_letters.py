"""Read from a pattern the letters without which it does not match.

From every branch of the parsed pattern those letters are kept that follow each other in each of its
matches. A part that is not understood needs no letters. `^` and `$` stand for the ends of letters
where the pattern shows that no other letter follows or precedes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, TypeAlias, final

Pieces: TypeAlias = frozenset[str]
"""Letters, one of which a text must have."""
Needs: TypeAlias = tuple[Pieces, ...]
"""Pieces, of each of which a text must have one; empty if nothing is needed."""
_Part: TypeAlias = tuple[str, Any]
_Parts: TypeAlias = Sequence[_Part]

DIGIT = "###"
"""Stands for any digit, of which most texts have none."""

_MOST_NEEDS = 3
_LONG = 5
"""Pieces of this length are rare enough."""
_WITHOUT_SIGNS = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
"""The parts that take no signs of the text, so that letters go on behind them."""
_REPEATED = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_BEHIND, _BEFORE = 1, -1


def branches_of(pattern: "re.Pattern[str]") -> Iterator[Needs]:
    """Give what each branch of a pattern needs.

    Args:
        pattern: the pattern.
    """
    parser: Any = vars(re)["_parser"]
    return _branches(_parts(parser.parse(pattern.pattern, pattern.flags)))


def _parts(parsed: Any) -> _Parts:  # noqa: ANN401  # private to the library of patterns
    """Return the parts of a parsed pattern."""
    return [(str(name), value) for name, value in parsed]


def _branches(parts: _Parts) -> Iterator[Needs]:
    """Give what each branch of parts needs, or what all parts need if they do not branch."""
    taken = [part for part in parts if not _may_be_missing(part)]
    within = _within(taken[0]) if len(taken) == 1 else []
    if not within:
        yield _needs_of(parts)
    for branch in within:
        place = parts.index(taken[0])
        yield from _branches([*parts[:place], *branch, *parts[place + 1 :]])


def _may_be_missing(part: _Part) -> bool:
    """Tell whether a part need not take any sign."""
    name, value = part
    return name in _WITHOUT_SIGNS or (name in _REPEATED and not value[0])


def _within(part: _Part) -> list[_Parts]:
    """Return the branches within a part; none if it is not a group."""
    match part:
        case ("BRANCH", (_, branches)):
            return [*map(_parts, branches)]
        case ("SUBPATTERN", (*_, within)):
            return [_parts(within)]
        case _:
            return []


def _needs_of(parts: _Parts, run: str = "", *, is_first: bool = False, ends: bool = False) -> Needs:
    """Return the rarest pieces that parts need.

    Args:
        parts: the parts.
        run: the letters right before them.
        is_first: whether no letter stands before the run.
        ends: whether no letter follows the parts.
    """
    reader = _Reader(run, is_first=is_first)
    for place, part in enumerate(parts):
        reader.read(part, ends=_begin_apart(parts[place + 1 :], ends=ends))
    reader.end(ends=ends)
    found = reversed(dict.fromkeys(reader.needs))  # the last word of several is often the rarer
    return tuple(sorted(found, key=_frequency)[:_MOST_NEEDS])


def _frequency(pieces: Pieces) -> tuple[int, int]:
    """Return a measure of how often texts have one of some pieces; less is rarer."""
    return -min(_LONG, *map(len, pieces)), len(pieces)


@final
class _Reader:
    """The reader of the parts of a branch, from left to right.

    Attributes:
        needs: the pieces of the parts that were read.
    """

    def __init__(self, run: str, *, is_first: bool) -> None:
        """Begin behind letters that stand before the branch."""
        self._run, self._is_first = run, is_first
        self.needs: list[Pieces] = []

    def read(self, part: _Part, *, ends: bool) -> None:
        """Read one part; `ends` tells whether no letter follows it."""
        name, value = part
        letter = _letter(part)
        if letter:
            self._run += letter
        elif name in _WITHOUT_SIGNS:
            self._read_without_signs(part)
        elif name in _REPEATED:
            self._read_repeated(value, ends=ends)
        elif within := _within(part):
            self._read_branches(within, ends=ends)
        else:
            self.end(ends=_begins_apart(part))
            self._is_first = _ends_apart([part])
            self.needs += [frozenset({sign})] if (sign := _sign(part)) else []

    def _read_without_signs(self, part: _Part) -> None:
        """Read a part that takes no signs; it may say that no letter stands there."""
        if self._run and _begins_apart(part):
            self.end(ends=True)
        self._is_first = self._is_first or (not self._run and _ends_apart([part]))

    def _read_repeated(self, value: Any, *, ends: bool) -> None:  # noqa: ANN401
        """Read a part that is repeated, or may be missing."""
        least, most, within = value
        parts = _parts(within)
        if least:
            self._add([parts], ends=ends and most == 1)
            self._is_first = _ends_apart(parts)
            return
        was_first = self._is_first and not self._run
        self.end(ends=ends and _begin_apart(parts, ends=False))
        self._is_first = was_first and _ends_apart(parts)

    def _read_branches(self, branches: list[_Parts], *, ends: bool) -> None:
        """Read branches, each of which may go on with the letters before."""
        self._add(branches, ends=ends)
        self._is_first = all(map(_ends_apart, branches))

    def _add(self, branches: list[_Parts], *, ends: bool) -> None:
        """Add what branches need together, and end the letters before them."""
        needed = partial(_needs_of, run=self._run, is_first=self._is_first, ends=ends)
        needs = [*map(needed, branches)]
        if all(needs):
            self.needs.append(frozenset().union(*(each[0] for each in needs)))
        self.end(ends=all(_begin_apart(parts, ends=ends) for parts in branches))

    def end(self, *, ends: bool) -> None:
        """End the letters that follow each other."""
        if self._run:
            piece = f"{'^' if self._is_first else ''}{self._run}{'$' if ends else ''}"
            self.needs.append(frozenset({piece}))
        self._run, self._is_first = "", False


# --- where letters begin and end ---


def _letter(part: _Part) -> str:
    """Return the letter that a part is; nothing for other parts."""
    name, code = part
    return chr(code).casefold() if name == "LITERAL" and chr(code).isalpha() else ""


def _sign(part: _Part) -> str:
    """Return the sign that a part is, or what stands for any digit; nothing for other parts."""
    match part:
        case ("LITERAL", code) if _is_member_a_digit(part):
            return DIGIT
        case ("LITERAL", code):
            sign = chr(code)
            return "" if _is_of_a_word(code) or sign.isspace() or sign in _OF_PIECES else sign
        case ("IN", members):
            return DIGIT if all(map(_is_member_a_digit, members)) else ""
        case _:
            return ""


def _is_member_a_digit(member: _Part) -> bool:
    """Tell whether a member of a set of signs is a digit, or some digits."""
    name, value = str(member[0]), member[1]
    if name == "RANGE":
        return all(chr(code) in _DIGITS for code in value)
    is_sign = name == "LITERAL" and chr(value) in _DIGITS
    return is_sign or str(value) == "CATEGORY_DIGIT"


_DIGITS = "0123456789"
_OF_PIECES = "^$#"
"""The signs that have a meaning in pieces."""


def _begin_apart(parts: _Parts, *, ends: bool) -> bool:
    """Tell whether no letter right before some parts can be followed by a letter."""
    if not parts:
        return ends
    name, value = parts[0]
    if name in _REPEATED and not value[0]:
        first = _begin_apart(_parts(value[2]), ends=False)
        return first and _begin_apart(parts[1:], ends=ends)
    if name in _WITHOUT_SIGNS and not _begins_apart(parts[0]):
        return _begin_apart(parts[1:], ends=ends)
    return _begins_apart(parts[0])


def _begins_apart(part: _Part) -> bool:
    """Tell whether a part begins with a sign that is not of a word, or lets no such sign follow."""
    if within := _inner(part):
        return all(_begin_apart(parts, ends=False) for parts in within)
    return _is_apart(part, _BEHIND)


def _ends_apart(parts: _Parts) -> bool:
    """Tell whether parts end with a sign that is not of a word, or let no such sign precede."""
    if not parts:
        return False
    name, value = parts[-1]
    if name in _REPEATED and not value[0] and not _ends_apart(parts[:-1]):
        return False
    if within := _inner(parts[-1]):
        return all(map(_ends_apart, within))
    return _is_apart(parts[-1], _BEFORE)


def _inner(part: _Part) -> list[_Parts]:
    """Return the branches within a group or within what is repeated."""
    name, value = part
    return [_parts(value[2])] if name in _REPEATED else _within(part)


def _is_apart(part: _Part, side: int) -> bool:
    """Tell whether a part is a sign that is not of a word, or says that none of a word is there."""
    match part:
        case ("LITERAL", code):
            return not _is_of_a_word(code)
        case ("IN", members):
            return all(map(_is_member_apart, members))
        case ("AT", where):
            return str(where) in {"AT_BOUNDARY", "AT_END" if side == _BEHIND else "AT_BEGINNING"}
        case ("ASSERT_NOT", (where, within)) if where == side:
            return _lets_no_word(_parts(within))
        case _:
            return False


def _is_of_a_word(code: int) -> bool:
    """Tell whether a sign is a letter, a digit or an underscore."""
    return chr(code).isalnum() or chr(code) == "_"


def _is_member_apart(member: _Part) -> bool:
    """Tell whether a member of a set of signs is not of a word."""
    name, value = str(member[0]), member[1]
    is_sign = name == "LITERAL" and not _is_of_a_word(value)
    return is_sign or str(value) in {"CATEGORY_SPACE", "CATEGORY_NOT_WORD"}


def _lets_no_word(parts: _Parts) -> bool:
    """Tell whether what must not stand somewhere is any sign of a word, alone or among others."""
    match parts:
        case [("IN", members)]:
            names = {str(value) for _, value in members}
            return "CATEGORY_WORD" in names and "None" not in names  # the value of a negation
        case _:
            return False
