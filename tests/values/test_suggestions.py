"""Suggestions for misspelt names."""

from hypothesis import assume, given
from hypothesis import strategies as st

from nsc_program._suggestions import (
    FEWEST_LETTERS,
    MOST_LETTERS,
    MOST_LISTED,
    MOST_NAMES,
    few,
    nearest,
)

LETTERS = "abđê0-/"
NAMES = st.text(LETTERS, min_size=FEWEST_LETTERS + 1, max_size=12)
LISTS = st.lists(NAMES, min_size=1, max_size=8).map(tuple)


@st.composite
def slips(draw: st.DrawFn, name: str) -> str:
    """Draw a misspelling of the name.

    A letter is changed, dropped or doubled, or two neighbours are exchanged.
    """
    at = draw(st.integers(0, len(name) - 2))
    before, letter, following = name[:at], name[at], name[at + 1 :]
    changed = before + draw(st.sampled_from(LETTERS)) + following
    exchanged = before + following[0] + letter + following[1:]
    return draw(
        st.sampled_from([changed, before + following, before + letter * 2 + following, exchanged])
    )


class TestNearest:
    """A slip of one letter is recognised, and only known names are suggested."""

    @given(LISTS, st.data())
    def test_a_slip_in_a_known_name_suggests_a_known_name(
        self, known: tuple[str, ...], data: st.DataObject
    ) -> None:
        wanted = data.draw(slips(data.draw(st.sampled_from(known))))

        assert nearest(wanted, known) in known

    @given(NAMES, st.data())
    def test_a_slip_in_the_only_known_name_suggests_it(
        self, name: str, data: st.DataObject
    ) -> None:
        assert name == nearest(data.draw(slips(name)), (name,))

    @given(LISTS, st.text(LETTERS, max_size=12))
    def test_a_suggestion_differs_in_length_by_at_most_one_letter(
        self, known: tuple[str, ...], wanted: str
    ) -> None:
        found = nearest(wanted, known)

        assert found is None or (found in known and abs(len(found) - len(wanted)) <= 1)

    @given(LISTS, st.data())
    def test_other_capitals_suggest_the_name_itself(
        self, known: tuple[str, ...], data: st.DataObject
    ) -> None:
        name = data.draw(st.sampled_from(known))
        assume(known.count(name) == 1)

        assert name == nearest(name.upper(), known)

    def test_a_name_alike_by_chance_is_not_suggested(self) -> None:
        assert nearest("clubs", ("models", "bodies", "supported")) is None

    def test_short_and_long_names_are_not_suggested(self) -> None:
        assert nearest("ab", ("abc",)) is None
        assert nearest("abc", ("ab",)) is None
        assert nearest("a" * (MOST_LETTERS + 1), ("a" * MOST_LETTERS,)) is None
        assert nearest("a" * MOST_LETTERS, ("a" * (MOST_LETTERS + 1),)) is None

    def test_among_too_many_names_nothing_is_suggested(self) -> None:
        names = tuple(f"name-{number:06}" for number in range(MOST_NAMES))

        assert nearest("name-000x00", names) == "name-000000"
        assert nearest("name-000x00", (*names, "one-more")) is None


class TestFew:
    """A list of names in a message stays short."""

    def test_a_few_names_are_all_listed(self) -> None:
        assert ", ".join(["'a'"] * MOST_LISTED) == few(["a"] * MOST_LISTED, "and {} more")

    def test_further_names_are_counted(self) -> None:
        assert few([*"abcdefghij", "k", "l"], "và {} mục khác").endswith("'i', 'j' và 2 mục khác")

    def test_an_empty_list_is_empty(self) -> None:
        assert few((), "and {} more") == ""
