"""Clauses that are not read at all: damaged text, and text that is too long."""

import pytest

from each import for_each
from nsc_program.values import Lang
from nsc_program.wording import InvalidWording, Reason, Unreadable, parse, read

DAMAGED: tuple[tuple[str, Lang, tuple[str, ...]], ...] = (
    # HTML, and other ways of writing signs
    ("&#8805; 90%", "vi", ("&#8805;",)),
    ("&#x2265; 90%", "vi", ("&#x2265;",)),
    ("&lt;5% hộ nghèo", "vi", ("&lt;",)),
    ("đạt &ge 90% hồ sơ", "vi", ("&ge",)),
    ("&nbsp;20&nbsp;doanh nghiệp", "vi", ("&nbsp;", "&nbsp;")),
    ("<strong>ít nhất</strong> 20 doanh nghiệp", "vi", ("<strong>", "</strong>")),
    ("\\geq 20 doanh nghiệp", "vi", ("\\geq",)),
    ("&ge; 20 clubs", "en", ("&ge;",)),
    # hidden characters within a word, and marks over letters
    ("í\u200bt nhất 20 doanh nghiệp", "vi", ("í\u200bt",)),
    ("k\u00adhông quá 5%", "vi", ("k\u00adh",)),
    ("không q\u2060uá 5%", "vi", ("q\u2060u",)),
    ("1.5\u00ad00 doanh nghiệp", "vi", ("5\u00ad0",)),
    ("dưới\u202e 5%", "vi", ("dưới\u202e",)),
    ("2\u03360 doanh nghiệp", "vi", ("2\u03360",)),
    ("hơn\u0309 20 doanh nghiệp", "vi", ("hơn\u0309",)),
    ("dưới\x07 5%", "vi", ("dưới\x07",)),
    # letters of another script, or another font or encoding
    ("kh\u043eảng 20 doanh nghiệp", "vi", ("kh\u043eảng",)),
    ("tối thi\u0435\u0302\u0309u 20 doanh nghiệp", "vi", ("thi\u0435\u0302\u0309u",)),
    ("ðến năm 2025 có 20 doanh nghiệp", "vi", ("ðến",)),
    ("kh«ng qu¸ 5%", "vi", ("kh«ng", "qu¸")),
    ("Ýt nhÊt 20 doanh nghiÖp", "vi", ("nhÊt", "nghiÖp")),
    ("kh?ng quá 5%", "vi", ("kh?ng",)),
    ("không qu\ufffd 5%", "vi", ("qu\ufffd",)),
    ("khÃ´ng quÃ¡ 5%", "vi", ("khÃ´ng", "quÃ¡")),
    ("i´t nhâ´t 20 doanh nghiệp", "vi", ("i´t", "nhâ´t")),
    ("fewer th\u0430n 20 clubs", "en", ("th\u0430n",)),
    # two faults that overlap are one place
    ("<b&nbsp;>20 doanh nghiệp", "vi", ("<b&nbsp;>",)),
    ("<b>ðạt 20 doanh nghiệp", "vi", ("<b>ðạt",)),
)


@for_each(("clause", "lang", "places"), DAMAGED, ids=[repr(clause) for clause, _, _ in DAMAGED])
def test_damaged_places_are_the_only_result(
    clause: str, lang: Lang, places: tuple[str, ...]
) -> None:
    readings = read(clause, lang)

    assert {Reason.DAMAGED} == {
        reading.reason for reading in readings if isinstance(reading, Unreadable)
    }
    assert places == tuple(clause[slice(*reading.span)] for reading in readings)
    with pytest.raises(InvalidWording):
        parse(clause, lang)


@pytest.mark.parametrize(
    "clause",
    [
        "\ufeffít\u200b nhất 20 doanh\u2060 nghiệp\u200b",
        "ít nhất 20 doanh nghiệp KH&CN; đúng tiến độ",
        "✅\ufe0f ít nhất 20 doanh nghiệp",
        "ít nhất 20 doanh nghiệp trong AT&T và R&D",
    ],
)
def test_harmless_characters_are_skipped(clause: str) -> None:
    assert ["AtLeast"] == [type(reading.bound).__name__ for reading in parse(clause)]


class TestLength:
    """A clause that is too long is one unreadable place, and nothing in it is read."""

    @pytest.mark.parametrize(
        "clause", ["ít nhất 20 doanh nghiệp" + " " * 2000, "20 dn, " * 101, "<b>" * 700]
    )
    def test_a_clause_that_is_too_long_is_one_place(self, clause: str) -> None:
        assert (Unreadable(Reason.TOO_LONG, (0, len(clause))),) == read(clause)
        with pytest.raises(InvalidWording, match="more than 2,000 characters or 100 numbers"):
            parse(clause)

    def test_a_clause_at_the_limit_is_read(self) -> None:
        clause = "ít nhất 20 doanh nghiệp; " * 80

        assert len(clause) == 2000
        assert len(read(clause)) == 80
        assert len(read("20 dn; " * 100)) == 100
