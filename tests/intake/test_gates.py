"""Gates before the patterns of words: a closed gate must never hide a match."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching_texts import forget_texts, matching_text
from nsc_program.intake._states import states, states_within, statuses
from nsc_program.intake._texts import issuers, names, row_texts, tails
from nsc_program.intake._words import gates as _gates
from nsc_program.intake._words import provinces, times_named
from nsc_program.intake._words.gates import Gate
from nsc_program.intake._words.needed_letters import branches_of
from nsc_program.intake._words.words import WordPattern, folded, lowered

GATES = [gate for gate in _gates._GATES if gate.patterns]


def _needs(pattern: str) -> list[list[str]]:
    """Return what the only branch of a pattern needs."""
    (needs,) = branches_of(re.compile(pattern))
    return [sorted(pieces) for pieces in needs]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        pytest.param("hủy", [["hủy"]], id="letters"),
        pytest.param(r"\bhủy\b", [["^hủy$"]], id="a whole word"),
        pytest.param(r"(?<!\w)hủy(?!\w)", [["^hủy$"]], id="no letter beside it"),
        pytest.param(r"(?<![^\W_])hủy(?![^\W_])", [["hủy"]], id="another look beside it"),
        pytest.param(r"(?<![^\w])hủy", [["hủy"]], id="a negated look beside it"),
        pytest.param(r"hủy(?! động)\b", [["hủy$"]], id="a look that takes nothing"),
        pytest.param(r"hủy(?=\s)", [["hủy"]], id="a look ahead"),
        pytest.param(r"^\W*hủy\W*$", [["^hủy$"]], id="signs that may be missing"),
        pytest.param(r"^hủy$", [["^hủy$"]], id="the ends of a text"),
        pytest.param(r"đã\s+hủy", [["^hủy"], ["đã$"]], id="two words"),
        pytest.param(r"(?:đã|bị) (?:hủy|rút)\b", [["^hủy$", "^rút$"], ["bị$", "đã$"]], id="sets"),
        pytest.param(r"hủy(?: bỏ)? hồ", [["hủy$"], ["^hồ"]], id="a word that may be missing"),
        pytest.param(r"\b(?:đã )?hủy", [["^hủy"]], id="a word before that may be missing"),
        pytest.param(r"\b(?:x)?hủy", [["hủy"]], id="a letter before that may be missing"),
        pytest.param(r"(?:(?:ab )?)cde", [["cde"]], id="a group that may be empty"),
        pytest.param(r"(?:ab(?: )?)cde", [["cde"], ["ab"]], id="a space that may be missing"),
        pytest.param(r"(?:ab(?:x )?)cde", [["cde"], ["ab"]], id="an end that may be missing"),
        pytest.param(r"(?:ab (?:x )?)cde", [["^cde"], ["ab$"]], id="an end after a space"),
        pytest.param(r"ab(?:|c)d", [["ab"], ["ab", "abc"], ["d"]], id="an empty branch"),
        pytest.param(r"(?:ab|cd)+e", [["ab", "cd"], ["e"]], id="a repeated group"),
        pytest.param(r"(?:ab){1}c\b", [["c$"], ["ab"]], id="a group that stands once"),
        pytest.param(r"[hH]ủy", [["ủy"]], id="one of two letters"),
        pytest.param(r"[0-9]+ lớp", [["^lớp"], ["###"]], id="digits"),
        pytest.param(r"\d\s7", [["###"]], id="digits one by one"),
        pytest.param(r"[a-z] x", [["^x"]], id="any letter"),
        pytest.param(r"k\. x", [["^x"], ["k$"], ["."]], id="a sign"),
        pytest.param(r"(?i:QĐ)_x", [["qđ"], ["x"]], id="capitals and a sign of words"),
        pytest.param(r"a\^\$\#b", [["^b"], ["a$"]], id="signs that have a meaning"),
        pytest.param(r"(\w)\1x", [["x"]], id="a group that is met again"),
        pytest.param(r"(?>ab)cd", [["cd"]], id="a group that is not tried again"),
        pytest.param(r"(?:(?:ab|c )|\s)de", [["de"]], id="branches, one of which needs nothing"),
        pytest.param(r"(?:a |\s|^)de", [["^de"]], id="branches that end apart"),
        pytest.param(r"ab(?: |$|-)", [["ab$"]], id="branches that begin apart"),
    ],
)
def test_the_letters_that_a_pattern_needs_are_read_from_it(
    pattern: str, needs: list[list[str]]
) -> None:
    assert needs == _needs(pattern)


def test_a_pattern_that_may_be_empty_needs_nothing() -> None:
    assert [[]] == [_needs(r"(?:hủy)?")]


def test_every_branch_of_a_pattern_has_needs_of_its_own() -> None:
    needs = branches_of(re.compile(r"\b(?:hủy|(?:đã )rút)\b"))

    assert [({"^hủy$"},), ({"^rút$"}, {"^đã$"})] == [(*map(set, each),) for each in needs]


@pytest.fixture
def _only_its_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test have gates of its own only, which close from the first text on."""
    monkeypatch.setattr(_gates, "_GATES", [])
    monkeypatch.setattr(_gates, "_FEW_QUESTIONS", 0)
    _forget()
    yield
    _forget()


def _forget() -> None:
    """Forget the gates and the texts that were asked about."""
    _gates._keys.cache_clear()
    _gates._open_gates.cache_clear()


@pytest.mark.usefixtures("_only_its_own")
def test_a_gate_is_closed_to_texts_without_the_letters_of_its_patterns() -> None:
    gate = Gate(WordPattern(r"\bđã hủy\b"), folded=[re.compile(r"\bhuy \d")])
    texts = ("Đã hủy", "da huy", "Huy 5", "Hủy (3)", "HUY ĐỘNG", "đã", "Dã huy", "Da xây dựng")

    assert [False, False, False, False, True, True, True, True] == [*map(gate.is_closed, texts)]


@pytest.mark.usefixtures("_only_its_own")
def test_a_gate_is_open_to_long_texts() -> None:
    assert not Gate(re.compile("hủy")).is_closed("a " * 200)


@pytest.mark.usefixtures("_only_its_own")
def test_a_gate_of_a_pattern_that_needs_nothing_is_always_open() -> None:
    assert not Gate(re.compile(r"[…?]|$")).is_closed("Sao Mai")


@pytest.mark.usefixtures("_only_its_own")
def test_the_words_that_gates_remember_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_gates, "_MOST_WORDS", 2)
    gate = Gate(re.compile("hủy|rút|treo"))
    texts = ("Sao Mai Anh", "một lần hủy", "Hoa Mai", "rút", "treo", "hủy", "Sao Mai")

    assert [True, False, True, False, False, False, True] == [*map(gate.is_closed, texts)]


def test_the_gates_of_a_short_list_are_open() -> None:
    assert not Gate(re.compile("hủy")).is_closed("Sao Mai")
    _gates._GATES.pop()


@given(seed=st.integers(0, 2**32))
def test_no_text_that_a_pattern_matches_finds_its_gate_closed(seed: int) -> None:
    random = Random(seed)  # noqa: S311  # draws examples
    gate = random.choice(GATES)
    texts = [_varied(_matching(gate, random), random) for _ in range(20)]

    assert [] == [text for text in texts if _is_matched(gate, text) and _is_closed(gate, text)]


def _matching(gate: Gate, random: Random) -> str:
    """Return a text made of a pattern of a gate."""
    _, pattern = random.choice(gate.patterns)
    return matching_text(pattern, random)


def _varied(text: str, random: Random) -> str:
    """Return a text with words around it, in other capitals, with accents apart or without them."""
    around = random.choice(["{}", "{}", "Sao Mai {}", "({}) 5S", "a{}b", "{}, đã hủy", "x.{}/2024"])
    changes: list[Callable[[str], str]] = [str.upper, str.title, _decomposed, folded, lowered]
    change = random.choice([*changes, str.strip, str.strip])
    return change(around.format(text))


def _decomposed(text: str) -> str:
    """Return a text with its accents apart."""
    return normalize("NFD", text)


def _is_matched(gate: Gate, text: str) -> bool:
    """Tell whether a pattern of a gate matches a text in one of the forms that it is for."""
    plain, written = folded(text), lowered(text)
    has_accents = not written.replace("đ", "d").isascii()
    forms = {
        "lowered": (written, normalize("NFC", text)),
        "folded": (plain, folded(written)),
        "bare": () if has_accents else (plain, written),
    }
    return any(pattern.search(each) for form, pattern in gate.patterns for each in forms[form])


def _is_closed(gate: Gate, text: str) -> bool:
    """Tell whether a gate is closed to a text in a long list."""
    keys = _gates._keys(len(_gates._GATES))
    return not keys.open_to(text) & gate.sign


RULES: tuple[Callable[[str], bool], ...] = (
    *(
        partial(states._says, state)
        for state in ("cancelled", "unfinished", "planned", "apart", "foreseen")
    ),
    states_within.holds_a_state,
    statuses.begins_with_a_status,
    statuses.is_status,
    statuses.is_limited,
    provinces.names_another_province,
    provinces.is_in_another_province,
    names.is_one_enterprise,
    names.is_enterprise,
    tails.has_odd_tail,
    partial(issuers.is_decided_elsewhere, "Quyết định"),
    partial(issuers.is_decided_elsewhere, "Cơ quan ban hành"),
    partial(row_texts._is_odd_anywhere, "Support", "Tên doanh nghiệp"),
    partial(row_texts._is_odd_anywhere, "Training", "Địa điểm"),
    lambda text: times_named.names_another_time(text, (date(2024, 3, 4), date(2024, 9, 27))),
)
"""The rules with gates before their patterns, without what they remember."""


@given(seed=st.integers(0, 2**32))
def test_rules_decide_the_same_with_gates_and_without(seed: int) -> None:
    random = Random(seed)  # noqa: S311  # draws examples
    texts = [_varied(_matching(random.choice(GATES), random), random) for _ in range(4)]
    texts += [" ".join(random.sample(f"{texts} Sao Mai".split(), 3)) for _ in range(4)]

    assert _decided(texts, few_questions=0) == _decided(texts, few_questions=2**62)


def _decided(texts: list[str], *, few_questions: int) -> list[list[bool]]:
    """Return what every rule says of texts, with gates from the first question on, or never."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_gates, "_FEW_QUESTIONS", few_questions)
        forget_texts()
        return [[bool(rule(text)) for rule in RULES] for text in texts]
