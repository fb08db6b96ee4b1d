"""The pages of the documentation match the code: the plan's words, the names, the links."""

import re
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pytest

from each import for_each
from nsc_program import (
    HANOI,
    Citation,
    FundingSource,
    Growth,
    Objective,
    Register,
    Target,
    compare_phases,
    evaluate,
    sweep,
    tally,
)
from nsc_program.plan import WORDING
from nsc_program.plan._bounds import worded
from nsc_program.report import change_grid
from nsc_program.serialization import from_json
from nsc_program.testing import sample
from public_names import BY_ROOM, PUBLIC

_ROOT = Path(__file__).parents[2]
_SOURCES = _ROOT / "docs" / "explanation" / "sources.md"
_SAMPLE = _ROOT / "docs" / "examples" / "made-up-register.json"
_GLOSSARY = _ROOT / "docs" / "explanation" / "glossary.md"
_READMES = (_ROOT / "README.md", _ROOT / "README.vi.md")
_PAGES = (*sorted(_ROOT.glob("*.md")), *sorted((_ROOT / "docs").rglob("*.md")))

_Cited: TypeAlias = Target | Objective | FundingSource

_READINGS = ("question", "answers", "targets", "why it is open")
_IDS = (*(f"H{number}" for number in range(1, 11)), "O1", "O2", "O3", "F1", "F1")
_CITED: tuple[_Cited, ...] = (*HANOI.targets, *HANOI.objectives, *HANOI.funding_sources)


def _rows(page: Path, *headings: str) -> list[tuple[str, ...]]:
    """Return the cells of every row below these headings, in every table that has them."""
    head = f"| {' | '.join(headings)} |\n|{' --- |' * len(headings)}\n"
    tables = (after.split("\n\n")[0] for after in page.read_text(encoding="utf-8").split(head)[1:])
    return [tuple(line.strip("| ").split(" | ")) for table in tables for line in table.splitlines()]


def _quoted(citations: tuple[Citation, ...]) -> str:
    """Return each wording once, with the ids of the documents that contain it."""
    wordings = dict.fromkeys(citation.words for citation in citations)
    carried = {
        words: [citation.document.id for citation in citations if citation.words == words]
        for words in wordings
    }
    return "; ".join(f"“{words}” ({', '.join(documents)})" for words, documents in carried.items())


class TestSources:
    """Every number is on the page, with the words and the documents that it has in `HANOI`."""

    def test_every_quotation_is_in_the_code(self) -> None:
        expected = [
            (number, f"`{cited.id}`", _quoted(cited.citations))
            for number, cited in zip(_IDS, _CITED, strict=True)
        ]
        assert expected == _rows(
            _SOURCES, "id", "in the library", "the words, and who carries them"
        )

    def test_each_report_contains_what_is_cited_from_it(self) -> None:
        carried = {
            document.id: ", ".join(
                dict.fromkeys(
                    number
                    for number, cited in zip(_IDS, _CITED, strict=True)
                    if document in [citation.document for citation in cited.citations]
                )
            )
            for document in HANOI.documents
        }
        reports = _rows(_SOURCES, "report", "in the library", "where", "carries")
        assert carried == {letter: ids for letter, _, _, ids in reports}

    def test_each_report_has_its_name_and_address(self) -> None:
        reports = _rows(_SOURCES, "report", "in the library", "where", "carries")
        documents: list[Any] = [PUBLIC[name.strip("`")] for _, name, _, _ in reports]
        expected = [(document.id, document.place) for document in documents]
        assert expected == [(letter, where) for letter, _, where, _ in reports]

    def test_every_number_is_worded_as_in_the_code(self) -> None:
        expected = [
            (
                number,
                f"`{type(target.bound).__name__}({worded(target.bound).low})`"
                + (" % of `Growth` over 2021-2025" if isinstance(target.basis, Growth) else ""),
            )
            for number, target in zip(_IDS, HANOI.targets, strict=False)
        ]
        assert expected == [
            (number, bound) for number, bound, _ in _rows(_SOURCES, "id", "number", "reading")
        ]

    def test_all_growth_is_measured_from_the_first_phase(self) -> None:
        assert {HANOI.phase("2021-2025").period} == {
            target.basis.baseline for target in HANOI.targets if isinstance(target.basis, Growth)
        }

    def test_parts_and_aspirations_are_those_of_the_code(self) -> None:
        """A row says “part of” and “phấn đấu” if the target does, and only then."""
        numbers = {target.id: number for number, target in zip(_IDS, HANOI.targets, strict=False)}
        expected = [
            ([numbers[target.part_of]] if target.part_of else [], target.aspirational)
            for target in HANOI.targets
        ]
        assert expected == [
            (re.findall(r"part of (H\d+)", reading), "phấn đấu" in reading)
            for _, _, reading in _rows(_SOURCES, "id", "number", "reading")
        ]


class TestReadings:
    """The page on readings lists the questions that the targets ask, with their answers."""

    _QUESTIONS = _rows(_ROOT / "docs" / "explanation" / "readings.md", *_READINGS)

    def test_each_target_asks_what_the_page_says(self) -> None:
        swept = sweep(HANOI, tally(HANOI, sample.register(), as_of=date(2026, 6, 30)))
        asked = {
            (number, question)
            for number, target in zip(_IDS, HANOI.targets, strict=False)
            for outcome in swept[target.id].outcomes
            for question in (
                *(asked.question for asked in outcome.answers),
                *("tolerance" for _ in filter(None, [outcome.tolerance])),
            )
        }
        listed = {
            (number, name.strip("`"))
            for name, _, numbers, _ in self._QUESTIONS
            for number in numbers.split(", ")
        }
        assert asked == listed

    def test_each_question_has_its_answers_the_default_first(self) -> None:
        known = {**WORDING, **{question.id: question for question in HANOI.questions}}
        told = {"True": "yes", "False": "no"}
        for name, answers, _, _ in self._QUESTIONS:
            question = known[name.strip("`")]
            values = [answer.value for answer in question.answers]
            most = [f"up to `{question.interval.high}`"] if question.interval else []
            expected = [f"`{told.get(str(value), str(value))}`" for value in values] + most
            assert ", ".join(expected) == answers

    def test_every_question_of_the_plan_is_listed(self) -> None:
        assert {question.id for question in HANOI.questions} <= {
            name.strip("`") for name, *_ in self._QUESTIONS
        }


_TERMS = _rows(_GLOSSARY, "Vietnamese", "English", "in the library", "what it means here")
_LINK = r"\[`([\w.]+)`\]\((\S+?)\)"
_LINKS = sorted({link for _, _, names, _ in _TERMS for link in re.findall(_LINK, names)})


class TestGlossary:
    """Every name in the glossary is public, and links to the page that describes it."""

    def test_a_cell_holds_only_names_or_a_dash(self) -> None:
        cells = [names for _, _, names, _ in _TERMS]
        assert [] == [cell for cell in cells if not re.fullmatch(rf"—|{_LINK}(, {_LINK})*", cell)]

    @for_each(("name", "page"), _LINKS)
    def test_each_name_is_described_on_its_page(self, name: str, page: str) -> None:
        first, _, rest = name.partition(".")
        text = (_GLOSSARY.parent / page).read_text(encoding="utf-8")
        (room,) = re.findall(r"^# `nsc_program\.(\w+)`$", text, re.MULTILINE)

        assert first in BY_ROOM[room]
        assert not rest or attrgetter(rest)(BY_ROOM[room][first]) is not None

    def test_no_term_has_two_rows_in_one_sense(self) -> None:
        terms = [(vietnamese, english) for vietnamese, english, _, _ in _TERMS]
        assert sorted(set(terms)) == sorted(terms)

    def test_the_vietnamese_glossary_has_the_same_terms_and_names(self) -> None:
        headings = ("thuật ngữ", "tiếng Anh", "trong thư viện", "nghĩa trong thư viện này")
        page = _ROOT / "docs" / "vi" / "thuat-ngu.md"
        assert [term[:3] for term in _TERMS] == [term[:3] for term in _rows(page, *headings)]


def _links(page: Path) -> list[str]:
    """Return a page's links to files beside it, without the anchors."""
    text = page.read_text(encoding="utf-8")
    found: list[str] = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(
        r"^\[[^\]]+\]: (\S+)", text, re.MULTILINE
    )
    return [link.split("#")[0] for link in found if "://" not in link and not link.startswith("#")]


@for_each("page", _PAGES, ids=lambda page: page.relative_to(_ROOT).as_posix())
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    assert [] == [link for link in _links(page) if not (page.parent / link).is_file()]


def _anchors(page: Path) -> set[str]:
    """Return the names that GitHub gives the headings of a page."""
    prose = re.sub(
        r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@for_each("page", _PAGES, ids=lambda page: page.relative_to(_ROOT).as_posix())
def test_every_link_into_a_page_leads_to_a_heading(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links: list[tuple[str, str]] = re.findall(r"\]\(([^)\s#:]*)#([^)\s]+)\)", text)
    targets = [(page.parent / name if name else page, anchor) for name, anchor in links]
    assert [] == [anchor for target, anchor in targets if anchor not in _anchors(target)]


def test_the_index_lists_every_page() -> None:
    index, of_the_site = (_ROOT / "docs" / name for name in ("README.md", "index.md"))
    linked = {(index.parent / link).resolve() for link in _links(index)}
    assert set() == {*_PAGES} - {index, of_the_site} - linked


def test_there_are_links_to_check() -> None:
    assert 5 <= len(_links(_ROOT / "README.md"))


def _blocks(page: Path) -> list[str]:
    """Return the code blocks of a page without comments and without the choice of a language."""
    text = page.read_text(encoding="utf-8")
    blocks: list[str] = re.findall(r"^```\w+\n.*?^```$", text, re.MULTILINE | re.DOTALL)
    return [re.sub(r"(^| +)# .*\n|\b(vi|en)\b", "", block, flags=re.MULTILINE) for block in blocks]


_HEADINGS = {
    "en": ("target", "possible statuses", "hinges on"),
    "vi": ("chỉ tiêu", "kết luận có thể có", "phụ thuộc vào"),
}
_HEADINGS_OF_PHASES = {
    "en": (
        *("indicator", "accepted 2021-2025", "achieved"),
        *("accepted 2026-2030", "achieved", "remarks"),
    ),
    "vi": (
        *("chỉ tiêu", "ngưỡng đạt 2021-2025", "thực hiện"),
        *("ngưỡng đạt 2026-2030", "thực hiện", "lưu ý"),
    ),
}


_IN_LANGUAGES = (*zip(_READMES, ("en", "vi"), strict=True),)


class TestReadme:
    """The tables of both READMEs show the library's verdicts on the sample."""

    KNOWN = tally(HANOI, from_json(_SAMPLE.read_bytes(), Register), as_of=date(2026, 6, 30))

    def test_both_have_the_same_code(self) -> None:
        in_english, in_vietnamese = map(_blocks, _READMES)
        assert in_english == in_vietnamese

    @pytest.mark.parametrize(("page", "lang"), _IN_LANGUAGES)
    def test_the_table_of_the_sweep_is_right(self, page: Path, lang: str) -> None:
        swept = sweep(HANOI, self.KNOWN)

        assert _rows(page, *_HEADINGS[lang]) == [
            (
                f"`{target}`",
                ", ".join(swept[target].statuses),
                ", ".join(swept[target].hinges) or "—",
            )
            for target in swept
        ]

    @pytest.mark.parametrize(("page", "lang"), _IN_LANGUAGES)
    def test_the_table_of_the_comparison_is_right(
        self, page: Path, lang: Literal["en", "vi"]
    ) -> None:
        changes = compare_phases(evaluate(HANOI, self.KNOWN), "2021-2025", "2026-2030")
        rows = change_grid(changes, lang).rows

        assert _rows(page, *_HEADINGS_OF_PHASES[lang]) == [
            (change.indicator.label.in_(lang), *row[1:5], row[7])
            for change, row in zip(changes, rows, strict=True)
        ]
