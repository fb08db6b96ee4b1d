"""Tell from the words of a text that patterns cannot match it, without searching the text.

A list holds thousands of names in which no rule finds anything, and most rules are long patterns
of words. A gate knows letters without which none of its patterns matches, and looks up which of
them the words of a text have. That is right for these reasons:

- The letters are read from the patterns themselves, from each of their branches. A branch that
  needs none keeps its gate open.
- Letters are compared in the form in which a pattern sees them: lowered, or folded. Both forms are
  made sign by sign, and a word is a part of its text, so that letters which follow each other in
  what a rule searches follow each other in a word of the text.
- A gate is open to texts that are long, since rules look at the beginning of such a text only.

So no pattern behind a closed gate matches a text, or its parts between spaces and signs. An open
gate decides nothing. A property test holds the rules behind gates to the same results without them.
"""

import functools
import operator
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias, final

from nsc_program.intake._words.needed_letters import DIGIT, Needs, Pieces, branches_of
from nsc_program.intake._words.words import WordPattern, folded, lowered

_Pattern: TypeAlias = "re.Pattern[str] | WordPattern"
_Form: TypeAlias = str
"""The form of the texts that a pattern is compared with."""
_LOWERED, _FOLDED, _BARE = "lowered", "folded", "bare"
"""The form `_BARE` is folded, and holds only words that are written without accents."""

_FEW_QUESTIONS = 2000
"""A short list is read faster without gates."""
_LONGEST_TEXT = 300
_MOST_WORDS = 2**15
_DIGITS = re.compile(r"\d")
_LETTERS_OR_SIGN = re.compile(r"[^\W\d_]+|\W")
_LETTERS = re.compile(r"[^\W\d_]+")


@final
class Gate:
    """The gate before some patterns.

    Attributes:
        patterns: the patterns, each with the form of the texts that it is compared with.
        sign: the bit that stands for the gate.
    """

    def __init__(
        self,
        *written: _Pattern,
        folded: "Iterable[re.Pattern[str]]" = (),
        bare: "Iterable[re.Pattern[str]]" = (),
    ) -> None:
        """Remember the patterns; they are taken apart when many texts were asked about.

        Args:
            written: the patterns that are compared with a text, or with its lowered form.
            folded: the patterns that are compared with the folded form of a text.
            bare: the patterns that are compared with this form, where the text or what stands
                between its signs has no accents.
        """
        self.patterns = (
            *(pair for pattern in written for pair in _forms_of(pattern)),
            *((_FOLDED, pattern) for pattern in folded),
            *((_BARE, pattern) for pattern in bare),
        )
        self.sign = 1 << len(_GATES)
        self._asked = 0
        _GATES.append(self)

    @classmethod
    def before_all(cls, *gates: "Gate") -> "Gate":
        """Return a gate that is closed where all of some gates are.

        Args:
            gates: the gates.
        """
        together = cls()
        together.sign = functools.reduce(operator.or_, (gate.sign for gate in gates))
        return together

    def is_closed(self, text: str) -> bool:
        """Tell whether none of the patterns matches any part of a text.

        Args:
            text: the text.
        """
        if self._asked < _FEW_QUESTIONS:
            self._asked += 1
            return False
        return len(text) <= _LONGEST_TEXT and not _open_gates(text, len(_GATES)) & self.sign


def whole(pattern: "re.Pattern[str]") -> "re.Pattern[str]":
    """Return a pattern that needs what another one needs to match all of a text, for its gate.

    Args:
        pattern: the other pattern.
    """
    return re.compile(rf"^(?:{pattern.pattern})$", pattern.flags)


def _forms_of(pattern: _Pattern) -> "Iterator[tuple[_Form, re.Pattern[str]]]":
    """Give a pattern, or the two of a pattern of words, with the form that each is for."""
    if isinstance(pattern, WordPattern):
        yield _LOWERED, pattern.accented
        yield _BARE, pattern.plain
    else:
        yield _LOWERED, pattern


_GATES: list[Gate] = []


@lru_cache(maxsize=2**12)
def _open_gates(text: str, gates: int) -> int:
    """Return the signs of the gates that are open to a text."""
    return _keys(gates).open_to(text)


@lru_cache(maxsize=1)
def _keys(gates: int) -> "_Keys":
    """Return the keys of all gates that there are; a module that is imported later adds some."""
    return _Keys(_GATES[:gates])


def _may_be_bare(text: str) -> bool:
    """Tell whether a text, or what stands between its signs, has no accents."""
    return lowered(text).replace("đ", "d").isascii() or not text.replace(" ", "").isalnum()


@final
class _Keys:
    """The pieces that open each gate."""

    def __init__(self, gates: Iterable[Gate]) -> None:
        """Take the patterns of gates apart."""
        self._always = self._rarest = self._bare = 0
        self._signs: dict[tuple[_Form, Pieces], int] = {}
        self._pieces: dict[_Form, dict[str, int]] = {_LOWERED: {}, _FOLDED: {}, _BARE: {}}
        self._opened: dict[int, list[tuple[int, int]]] = {}
        self._words: dict[str, int] = {}
        self._gates: dict[int, int] = {}
        for gate in gates:
            for form, pattern in gate.patterns:
                for needs in branches_of(pattern):
                    self._add(gate.sign, form, needs)
        self._digits = functools.reduce(
            operator.or_, (known.get(DIGIT, 0) for known in self._pieces.values())
        )

    def _add(self, gate: int, form: _Form, needs: Needs) -> None:
        """Add what a branch of a pattern behind a gate needs."""
        if not needs:
            self._always |= gate
            return
        signs = [self._sign_of(form, pieces) for pieces in needs]
        together = functools.reduce(operator.or_, signs)
        self._rarest |= signs[0]
        self._opened.setdefault(signs[0], []).append((together, gate))

    def _sign_of(self, form: _Form, pieces: Pieces) -> int:
        """Return the bit that stands for pieces."""
        sign = self._signs.setdefault((form, pieces), 1 << len(self._signs))
        self._bare |= sign if form == _BARE else 0
        known = self._pieces[form]
        known.update((piece, known.get(piece, 0) | sign) for piece in pieces)
        return sign

    def open_to(self, text: str) -> int:
        """Return the signs of the gates that are open to a text."""
        has = 0
        for word in text.split():
            known = self._words.get(word)
            has |= self._of_word(word) if known is None else known
        if has & self._bare and not _may_be_bare(text):
            has &= ~self._bare
        return self._always | self._opened_by(has)

    def _opened_by(self, has: int) -> int:
        """Return the signs of the gates that pieces open, which many texts have together."""
        known = self._gates.get(has)
        if known is None:
            if len(self._gates) >= _MOST_WORDS:
                self._gates.clear()
            known = self._gates[has] = self._opened_at_first(has)
        return known

    def _opened_at_first(self, has: int) -> int:
        """Return the signs of the gates that pieces open."""
        gates, rest = 0, has & self._rarest
        while rest:
            sign = rest & -rest
            rest ^= sign
            for together, gate in self._opened[sign]:
                if together & has == together:
                    gates |= gate
        return gates

    def _of_word(self, word: str) -> int:
        """Return the signs of the pieces that a word has."""
        if not _DIGITS.search(folded(word)):
            return self._remembered(word, self._of_its_letters(word))
        return self._digits | (0 if word.isdigit() else self._of_its_letters(word))

    def _of_its_letters(self, word: str) -> int:
        """Return the signs of the pieces that a word has, except digits."""
        has = 0
        for letters in _LETTERS_OR_SIGN.findall(lowered(word).replace("ı", "i")):
            has |= self._of_letters(_LOWERED, letters)
            if letters.replace("đ", "d").isascii():
                has |= self._of_letters(_BARE, letters.replace("đ", "d"))
        for letters in _LETTERS.findall(folded(word).replace("ı", "i")):
            has |= self._of_letters(_FOLDED, letters)
        return has

    def _of_letters(self, form: _Form, letters: str) -> int:
        """Return the signs of the pieces that letters have in a form."""
        name = f"{form} {letters}"
        known = self._words.get(name)
        if known is not None:
            return known
        within = f"^{letters}$"
        signs = (sign for piece, sign in self._pieces[form].items() if piece in within)
        return self._remembered(name, functools.reduce(operator.or_, signs, 0))

    def _remembered(self, word: str, has: int) -> int:
        """Remember the signs of a word, and return them; words with digits have no end."""
        if len(self._words) >= _MOST_WORDS:
            self._words.clear()
        self._words[word] = has
        return has
