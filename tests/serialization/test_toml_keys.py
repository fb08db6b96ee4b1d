"""TOML with keys of very many parts is refused first of all; other TOML is not refused."""

import tomllib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from each import for_each
from nsc_program.errors import DocumentError
from nsc_program.serialization._parsing import MOST_LEVELS, parse_toml

DOTS = "a." * (MOST_LEVELS + 20)
TOO_LONG = f"{DOTS}a"
JUST = "a." * (MOST_LEVELS - 1) + "a"


def loaded(text: str) -> dict[str, Any] | None:
    """Return what tomllib makes of a text; `None` if it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def is_refused(text: str) -> bool:
    """Say whether a text is refused for its keys."""
    try:
        parse_toml(text)
    except DocumentError as refused:
        return "nested deeper than 100 levels" in str(refused)
    return False


@st.composite
def values(draw: st.DrawFn) -> str:
    """Draw a text or a list of texts with any content, in each of TOML's ways of writing them."""
    pieces = st.sampled_from(
        ['"', "'", "\\n", '\\"', "\\\\", "\n", "#", "=", "[", DOTS, "x", "., "]
    )
    inner = "".join(draw(st.lists(pieces, max_size=8)))
    mark = draw(st.sampled_from(['"', "'", '"""', "'''"]))
    text = f"{mark}{inner}{mark}"
    return draw(st.sampled_from([text, f"[{text}, 1.5, {text}]", f"{{ b.c = {text} }}"]))


LINES = st.one_of(
    values().map("k{{}} = {}".format),
    st.sampled_from([f"# {DOTS}", "[t{}]", f"k{{}} = 1 # {DOTS}"]),
)
DOCUMENTS = st.lists(LINES, max_size=4)


class TestKeysOfManyParts:
    """The cost of a key grows with the square of its parts."""

    @given(
        DOCUMENTS.map(
            lambda lines: "\n".join(line.replace("{}", str(at)) for at, line in enumerate(lines))
        )
    )
    @example("a =")
    @example(f'a = """{DOTS}"""""\nb = 1')
    @example(f"a = '''{DOTS}'''''\nb = 1")
    @example(f'a = """x"""" # {DOTS}')
    @example(f'a = "\\"{DOTS}"')
    @example(f"a = 'x\\' # {DOTS}")
    @example(f'a = """\\"""{DOTS}"""')
    def test_texts_and_comments_may_hold_dots(self, text: str) -> None:
        found = loaded(text)

        assert found is None or parse_toml(text) == found

    @for_each(
        "line",
        [
            "{} = 1",
            "[{}]",
            "[[{}]]",
            "b = {{ {} = 1 }}",
            "b = [{{ c = 1, {} = 1 }}]",
            "b = 'x' # '''\n{} = 1",
            'b = """\\"""" # """\n{} = 1',
            'b = ["""x"""", {{ {} = 1 }}]',
            "b = ['''x'''', {{ {} = 1 }}]",
            'b = [""" """, "\\"", \'"\', {{ {} = 1 }}]',
        ],
    )
    @for_each("dot", [".", " . ", "\t.", '."b\\".c".', ".'d\".e'."])
    def test_a_key_with_too_many_parts_is_refused(self, line: str, dot: str) -> None:
        text = line.format(TOO_LONG.replace(".", dot, MOST_LEVELS))

        assert loaded(text) is not None
        assert is_refused(text)

    def test_a_key_may_be_as_deep_as_a_document(self) -> None:
        assert not is_refused(f"{JUST} = 1")
        assert is_refused(f"{JUST}.a = 1")

    @pytest.mark.parametrize(
        "text", [f'a = "{DOTS}', f'a = """{DOTS}', f"a = '{DOTS}", f"a = '''{DOTS}", '"\\']
    )
    def test_a_text_without_an_end_is_not_toml(self, text: str) -> None:
        with pytest.raises(DocumentError, match="not valid TOML"):
            parse_toml(text)
