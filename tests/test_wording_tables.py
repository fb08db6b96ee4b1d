"""Worded targets read as a table says, and the words that the catalog quotes."""

import unicodedata

import pytest

from nsc_program import HANOI, Citation, Growth, Period, Reached, Target
from nsc_program.values import Lang
from nsc_program.wording import InvalidWording, Phrase, Reason, Unreadable, parse, read, render
from wording_bases import BASES
from wording_edges import EDGES
from wording_english import ENGLISH
from wording_misread import MISREAD, MISREAD_ENGLISH
from wording_more_plans import MORE_PLANS
from wording_needless import NEEDLESS
from wording_overlooked import OVERLOOKED, OVERLOOKED_ENGLISH
from wording_phrases import PHRASES
from wording_plans import PLANS
from wording_rows import Row
from wording_scopes import SCOPES
from wording_second_look import SECOND_LOOK, SECOND_LOOK_ENGLISH

VIETNAMESE = (
    *PHRASES,
    *BASES,
    *EDGES,
    *PLANS,
    *MORE_PLANS,
    *SCOPES,
    *OVERLOOKED,
    *MISREAD,
    *NEEDLESS,
    *SECOND_LOOK,
)
ALL_ENGLISH = (*ENGLISH, *OVERLOOKED_ENGLISH, *MISREAD_ENGLISH, *SECOND_LOOK_ENGLISH)
ROWS: list[tuple[Row, Lang]] = [
    *((row, "vi") for row in VIETNAMESE),
    *((row, "en") for row in ALL_ENGLISH),
]
IDS = [row[0][:60] for row, _ in ROWS]


def shown(clause: str, found: tuple[Phrase | Unreadable, ...]) -> tuple[object, ...]:
    return tuple(
        (each.reason, clause[slice(*each.span)]) if isinstance(each, Unreadable) else each
        for each in found
    )


@pytest.mark.parametrize(("row", "lang"), ROWS, ids=IDS)
class TestTable:
    def test_each_clause_is_read_as_it_says(self, row: Row, lang: Lang) -> None:
        clause, expected = row

        assert expected == shown(clause, read(clause, lang))

    def test_in_other_writings_alike(self, row: Row, lang: Lang) -> None:
        clause, expected = row
        decomposed = unicodedata.normalize("NFD", clause)
        spaced = clause.replace(" ", "\u00a0")

        for other in (decomposed, spaced):
            reread = read(other, lang)
            words = [
                unicodedata.normalize("NFC", other[slice(*each.span)]).replace("\u00a0", " ")
                for each in reread
            ]
            assert [each for each in expected if isinstance(each, Phrase)] == [
                each for each in reread if isinstance(each, Phrase)
            ]
            assert words == [clause[slice(*each.span)] for each in read(clause, lang)]

    def test_what_is_read_is_written_so_that_it_is_read_again(self, row: Row, lang: Lang) -> None:
        for phrase in (each for each in row[1] if isinstance(each, Phrase)):
            assert (phrase,) == parse(render(phrase, lang), lang)


def test_the_tables_are_large_and_know_every_reason() -> None:
    refused = {
        each[0]
        for _, expected in (*VIETNAMESE, *ALL_ENGLISH)
        for each in expected
        if isinstance(each, tuple)
    }

    assert len(VIETNAMESE) > 690
    assert len({clause for clause, _ in VIETNAMESE}) == len(VIETNAMESE)
    # Of these a table of clean clauses has none; test_wording_damage.py has them.
    assert set(Reason) == refused | {Reason.DAMAGED, Reason.TOO_LONG}


# The source slips: “giai đoạn 2021 – 2015”. No reader may guess what it meant; the citation's erratum says so.
SLIPS = frozenset({"2026-2030/supported"})
CITED = [
    pytest.param(target, citation, id=f"{target.id}-{citation.document.id}")
    for phase in HANOI.phases
    for target in phase.targets
    for citation in target.citations
    if target.id not in SLIPS
]
# “Phấn đấu” stands before the words that are quoted.
ASPIRES_OUTSIDE = frozenset({"2021-2025/experts"})


class TestCatalog:
    """Every number of the catalog is what its quoted words say."""

    @pytest.mark.parametrize(("target", "citation"), CITED)
    def test_each_target_is_read_from_its_words(self, target: Target, citation: Citation) -> None:
        (phrase,) = parse(citation.words)

        assert (target.bound, target.basis) == (phrase.bound, phrase.basis)
        assert phrase.aspirational is (target.aspirational and target.id not in ASPIRES_OUTSIDE)

    def test_the_slip_is_refused_with_its_reason(self) -> None:
        target = HANOI.phases[1].targets[3]
        (citation,) = target.citations

        with pytest.raises(InvalidWording, match="the period ends before it starts"):
            parse(citation.words)
        assert citation.erratum is not None
        (phrase,) = parse(citation.words.replace("2015", "2025"))
        assert (target.bound, target.basis) == (phrase.bound, phrase.basis)
        assert Growth(baseline=Period.of_years(2021, 2025)) == phrase.basis

    def test_aims_without_a_number_give_none(self) -> None:
        words = [
            citation.words for objective in HANOI.objectives for citation in objective.citations
        ]

        assert [()] * len(words) == [read(each) for each in words]
        assert Reached() == HANOI.phases[0].targets[0].basis
