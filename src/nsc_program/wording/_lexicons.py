"""The words of each language, with the words of the other language that would change a number."""

from nsc_program.values._text import Lang
from nsc_program.wording._english import ENGLISH
from nsc_program.wording._misspelt import Misspellings
from nsc_program.wording._tags import Lexicon, Table, Tag, Tags, runs_of
from nsc_program.wording._text import bare
from nsc_program.wording._vietnamese import VIETNAMESE

# A word of the other language with one of these tags makes the number next to it unreadable.
_TELLING = (
    Tag.AT_LEAST,
    Tag.AT_MOST,
    Tag.MORE,
    Tag.ABOUT,
    Tag.LESS,
    Tag.NEARLY,
    Tag.UP,
    Tag.DOWN,
    Tag.FROM,
    Tag.BETWEEN,
    Tag.GROW,
    Tag.ADD,
    Tag.FALL,
    Tag.LEFT,
    Tag.DOUBLE,
    Tag.YEARLY,
    Tag.OFTEN,
    Tag.EACH,
    Tag.AVERAGE,
    Tag.BASELINE,
    Tag.SCALE,
    Tag.PERCENT,
    Tag.MILLE,
    Tag.EXCEPT,
    Tag.AGAIN,
    Tag.LIMIT,
    Tag.ESTIMATE,
    Tag.LACK,
    Tag.SIGN,
)
_TYPED = (
    Tag.AT_LEAST,
    Tag.AT_MOST,
    Tag.MORE,
    Tag.ABOUT,
    Tag.LESS,
    Tag.NEARLY,
    Tag.UP,
    Tag.DOWN,
    Tag.YEARLY,
    Tag.FALL,
)
# Single words typed without tones. Other bound words become ordinary words: quá, qua.
_WITHOUT_TONES = ("tren", "duoi", "hon", "vuot", "giam", "khoang")


def _telling(table: Table) -> set[tuple[str, ...]]:
    """Return the runs of words in a table that would change a number in the other language."""
    # “to” alone is a Vietnamese word.
    ends = {run for run in runs_of(table[Tag.TO]) if len(run) > 1}
    return ends | {run for tag in _TELLING for run in runs_of(table.get(tag, ""))}


def _toneless() -> set[tuple[str, ...]]:
    """Return the Vietnamese bound words as they are typed without tones: “it nhat”."""
    runs = {tuple(map(bare, run)) for tag in _TYPED for run in runs_of(VIETNAMESE[tag])}
    return {run for run in runs if len(run) > 1 or run[0] in _WITHOUT_TONES}


def _tagged(table: Table) -> list[tuple[tuple[str, ...], Tags]]:
    """Return the runs of words of a table, each with its tag."""
    return [(run, frozenset({tag})) for tag, runs in table.items() for run in runs_of(runs)]


LEXICONS: dict[Lang, Lexicon] = {
    "vi": Lexicon.of("vi", VIETNAMESE, foreign=_telling(ENGLISH) | _toneless()),
    "en": Lexicon.of("en", ENGLISH, foreign=_telling(VIETNAMESE) | _toneless()),
}
MISSPELLINGS: dict[Lang, Misspellings] = {
    "vi": Misspellings.of(_tagged(VIETNAMESE)),
    "en": Misspellings.of([*_tagged(VIETNAMESE), *_tagged(ENGLISH)], accented=True),
}
