"""Tables of worded targets with their readings, and the words that the catalog quotes."""

import unicodedata

import pytest

from each import for_each
from nsc_program import HANOI, Citation, Growth, Period, Reached, Target
from nsc_program.values import Lang
from nsc_program.wording import InvalidWording, Phrase, Reason, Unreadable, parse, read, render
from wording_bases import BASES
from wording_changes import CHANGES, CHANGES_ENGLISH
from wording_edges import EDGES
from wording_english import ENGLISH
from wording_misread import MISREAD, MISREAD_ENGLISH
from wording_more_plans import MORE_PLANS
from wording_needless import NEEDLESS
from wording_overlooked import OVERLOOKED, OVERLOOKED_ENGLISH
from wording_parts import PARTS, PARTS_ENGLISH
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
    *CHANGES,
    *PARTS,
)
ALL_ENGLISH = (
    *ENGLISH,
    *OVERLOOKED_ENGLISH,
    *MISREAD_ENGLISH,
    *SECOND_LOOK_ENGLISH,
    *CHANGES_ENGLISH,
    *PARTS_ENGLISH,
)
ROWS: list[tuple[Row, Lang]] = [
    *((row, "vi") for row in VIETNAMESE),
    *((row, "en") for row in ALL_ENGLISH),
]
IDS = [row[0][:60] for row, _ in ROWS]


def shown(clause: str, readings: tuple[Phrase | Unreadable, ...]) -> tuple[object, ...]:
    return tuple(
        (reading.reason, clause[slice(*reading.span)])
        if isinstance(reading, Unreadable)
        else reading
        for reading in readings
    )


of_each_row = for_each(("row", "lang"), ROWS, ids=IDS)


class TestTable:
    @of_each_row
    def test_each_clause_is_read_as_the_table_says(self, row: Row, lang: Lang) -> None:
        clause, expected = row

        assert expected == shown(clause, read(clause, lang))

    @of_each_row
    def test_other_unicode_forms_and_spaces_make_no_difference(self, row: Row, lang: Lang) -> None:
        clause, expected = row
        decomposed = unicodedata.normalize("NFD", clause)
        spaced = clause.replace(" ", "\u00a0")

        for other in (decomposed, spaced):
            reread = read(other, lang)
            words = [
                unicodedata.normalize("NFC", other[slice(*reading.span)]).replace("\u00a0", " ")
                for reading in reread
            ]
            assert [reading for reading in expected if isinstance(reading, Phrase)] == [
                reading for reading in reread if isinstance(reading, Phrase)
            ]
            assert words == [clause[slice(*reading.span)] for reading in read(clause, lang)]

    @of_each_row
    def test_each_phrase_is_rendered_and_read_back(self, row: Row, lang: Lang) -> None:
        for phrase in (reading for reading in row[1] if isinstance(reading, Phrase)):
            assert (phrase,) == parse(render(phrase, lang), lang)


def test_the_tables_are_large_and_cover_every_reason() -> None:
    rejected = {
        reading[0]
        for _, expected in (*VIETNAMESE, *ALL_ENGLISH)
        for reading in expected
        if isinstance(reading, tuple)
    }

    assert len(VIETNAMESE) > 1200
    assert len({clause for clause, _ in VIETNAMESE}) == len(VIETNAMESE)
    # The tables hold clean clauses; test_wording_damage.py tests these two reasons.
    assert set(Reason) == rejected | {Reason.DAMAGED, Reason.TOO_LONG}


# The source has a slip: “giai đoạn 2021 – 2015”. The reader must not guess what was meant;
# the citation's erratum says so.
SLIPS = frozenset({"2026-2030/supported"})
CITED = [
    (target, citation)
    for phase in HANOI.phases
    for target in phase.targets
    for citation in target.citations
    if target.id not in SLIPS
]
_IDS_OF_CITED = [f"{target.id}-{citation.document.id}" for target, citation in CITED]
# “Phấn đấu” stands before the quoted words.
ASPIRES_OUTSIDE = frozenset({"2021-2025/experts"})


class TestCatalog:
    """Every number of the catalog agrees with the words that it quotes."""

    @for_each(("target", "citation"), CITED, ids=_IDS_OF_CITED)
    def test_each_target_agrees_with_its_quoted_words(
        self, target: Target, citation: Citation
    ) -> None:
        (phrase,) = parse(citation.words)

        assert (target.bound, target.basis) == (phrase.bound, phrase.basis)
        assert phrase.aspirational is (target.aspirational and target.id not in ASPIRES_OUTSIDE)

    def test_the_slip_is_rejected_with_its_reason(self) -> None:
        target = HANOI.phases[1].targets[3]
        (citation,) = target.citations

        with pytest.raises(InvalidWording, match="the period ends before it starts"):
            parse(citation.words)
        assert citation.erratum is not None
        (phrase,) = parse(citation.words.replace("2015", "2025"))
        assert (target.bound, target.basis) == (phrase.bound, phrase.basis)
        assert Growth(baseline=Period.of_years(2021, 2025)) == phrase.basis

    def test_objectives_without_a_number_give_no_phrase(self) -> None:
        words = [
            citation.words for objective in HANOI.objectives for citation in objective.citations
        ]

        assert [()] * len(words) == [read(quoted) for quoted in words]
        assert Reached() == HANOI.phases[0].targets[0].basis
