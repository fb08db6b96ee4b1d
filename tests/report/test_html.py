"""The page of a report: whole, without scripts, readable by everyone, and true to the report."""

import re
from datetime import date
from itertools import pairwise, product
from pathlib import Path
from typing import cast

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from building import AFTER, FIRST, plan_of, wanted
from nsc_program import (
    HANOI,
    NATIONAL,
    AtLeast,
    Dissemination,
    Enterprise,
    Figures,
    InvalidType,
    Period,
    Program,
    Register,
    Support,
    Text,
    UnknownId,
)
from nsc_program.report import Report, report, to_html
from nsc_program.report._html.html_targets import target_article
from nsc_program.report._markup import drawn, element
from nsc_program.serialization import from_json
from nsc_program.testing import strategies as nsc
from nsc_program.values import Lang
from reading_pictures import Page, lines_of

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "made-up-register.json"
STYLES = Path(__file__).parents[2] / "src" / "nsc_program" / "report" / "_html" / "page.css"
DAY, YEAR = date(2025, 12, 31), Period.of_years(2025, 2025)
FIRST_HALF = Period.of_half(2026, 1)
LANGS: tuple[Lang, Lang] = ("vi", "en")
HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>\u202e\x00'" + "W" * 10_000


@pytest.fixture(scope="module")
def sample() -> Report:
    register = from_json(SAMPLE.read_bytes(), Register)
    return report(HANOI, register, as_of=DAY, period=YEAR)


@pytest.fixture(scope="module")
def texts(sample: Report) -> dict[Lang, str]:
    return {lang: to_html(sample, lang) for lang in LANGS}


@pytest.fixture(scope="module", params=LANGS)
def page(request: pytest.FixtureRequest, texts: dict[Lang, str]) -> Page:
    return Page(texts[request.param])


def check_inert(text: str) -> Page:
    """Check that a page neither runs nor fetches anything, and return it."""
    page = Page(text)
    names = {tag.name for tag in page.tags}
    links = [*page.values("href"), *page.values("src")]
    fills = [value for value in page.values("fill") if "url" in value]

    assert not names & {"script", "img", "iframe", "object", "embed", "link", "base", "form"}
    assert not [name for tag in page.tags for name in tag.attributes if name.startswith("on")]
    assert all(link.startswith("#") for link in links)
    assert all(re.fullmatch(r"url\(#[\w-]+-hatch\)", fill) for fill in fills)
    assert not [tag for tag in page.tags if "style" in tag.attributes]
    return page


class TestStructure:
    def test_it_neither_runs_nor_fetches_anything(self, texts: dict[Lang, str]) -> None:
        page = check_inert(texts["vi"])
        (policy,) = (tag for tag in page.named("meta") if "http-equiv" in tag.attributes)

        assert "default-src 'none'" in (policy.attributes["content"] or "")
        assert not re.search(r"@import|url\(|[<>&]", STYLES.read_text(encoding="utf-8"))

    def test_the_language_is_named(self, texts: dict[Lang, str]) -> None:
        for lang, text in texts.items():
            (root,) = Page(text).named("html")
            assert lang == root.attributes["lang"]

    def test_ids_are_different_and_links_lead_to_them(self, page: Page) -> None:
        ids = page.values("id")
        told = " ".join(page.values("aria-labelledby") + page.values("aria-describedby"))
        hatches = [fill[5:-1] for fill in page.values("fill") if fill.startswith("url")]

        assert len({*ids}) == len(ids)
        assert {*ids} >= {link[1:] for link in page.values("href")}
        assert {*ids} >= {*told.split(), *hatches}

    def test_headings_are_in_order(self, page: Page) -> None:
        levels = [int(tag.name[1]) for tag in page.named("h1", "h2", "h3", "h4", "h5", "h6")]

        assert 1 == levels[0]
        assert 1 == levels.count(1)
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))

    def test_it_has_landmarks_and_a_way_past_the_contents(self, page: Page) -> None:
        body = [tag.name for tag in page.tags]
        first_link = next(page.named("a"))

        assert [1] * 4 == [body.count(name) for name in ("header", "nav", "main", "footer")]
        assert "#main" == first_link.attributes["href"]

    def test_tables_have_captions_and_named_columns_and_rows(self, page: Page) -> None:
        tables = [*page.named("table")]
        regions = [tag for tag in page.tags if tag.attributes.get("role") == "region"]

        assert len(tables) == len([*page.named("caption")]) == len(regions) > 5
        assert all(tag.attributes["tabindex"] == "0" for tag in regions)
        assert all(tag.attributes["aria-label"] for tag in regions)
        assert {"col", "row"} == {tag.attributes["scope"] for tag in page.named("th")}

    def test_pictures_have_their_words(self, page: Page) -> None:
        pictures = [*page.named("svg")]

        assert all(tag.attributes["role"] == "img" for tag in pictures)
        assert len(pictures) == len([*page.named("desc")]) == 13

    def test_it_holds_all_of_the_report(self, sample: Report, texts: dict[Lang, str]) -> None:
        text = Page(texts["vi"]).text

        assert "2/5 chỉ tiêu đạt, 1/5 không đạt, 2/5 chưa đủ căn cứ kết luận." in text
        for line in sample.lines:
            assert line.target.title.vi in text
        for sheet in sample.sheets:
            assert sheet.title.vi in text
        assert "So sánh hai giai đoạn 2021-2025 và 2026-2030 của Kế hoạch số 149/KH-UBND" in text
        assert "đánh giá theo mọi cách hiểu" in text
        assert "Phụ lục IX. Thuyết minh số liệu" in text
        assert sample.evaluation.library in text

    def test_statuses_have_signs_beside_their_colours(self, page: Page) -> None:
        looks = {look for look in page.values("class") if look.startswith("status ")}

        assert {"status attained", "status missed", "status undecided"} <= looks
        assert {"✓", "✗", "?"} <= {*page.texts}

    def test_it_does_not_change_from_run_to_run(self, texts: dict[Lang, str]) -> None:
        again = report(HANOI, from_json(SAMPLE.read_bytes(), Register), as_of=DAY, period=YEAR)

        assert texts["vi"] == to_html(again, "vi")

    def test_other_arguments_are_refused(self, sample: Report) -> None:
        with pytest.raises(InvalidType):
            to_html(cast("Report", sample.evaluation), "vi")
        with pytest.raises(UnknownId):
            to_html(sample, cast("Lang", "fr"))


class TestSmallPlans:
    def test_a_plan_with_one_phase_and_no_data(self) -> None:
        plan = plan_of(FIRST, wanted(AtLeast(5)))
        page = Page(to_html(report(plan, Register(), as_of=AFTER, period=FIRST), "en"))

        assert "phases" not in page.values("id")
        assert "Rejected rows: no rows." in page.text
        assert "Phase 2021-2025: 1/1 targets undecided." in page.text

    def test_a_phase_that_does_not_consist_of_years_has_one_picture(self) -> None:
        phase = Period(date(2021, 1, 1), date(2022, 5, 15))
        plan = plan_of(phase, wanted(AtLeast(5)))
        page = Page(to_html(report(plan, Register(), as_of=AFTER, period=phase), "vi"))

        assert 2 == len([*page.named("svg")])

    def test_a_verdict_may_rest_on_nothing(self) -> None:
        (line,) = lines_of(plan_of(FIRST, wanted(AtLeast(5))), Figures(AFTER))

        assert "Căn cứ:" not in Page(drawn(target_article(line, "vi"))).texts

    def test_only_phases_that_follow_each_other_are_compared(self) -> None:
        """The national programme has a phase of ten years beside the two of five."""
        told = report(NATIONAL, Register(), as_of=date(2026, 6, 30), period=FIRST_HALF)
        page = Page(to_html(told, "en"))

        assert "Phase 2021-2025 compared with phase 2026-2030" in page.text
        assert 1 == page.text.count(" compared with phase ")

    def test_a_plan_without_targets(self) -> None:
        page = Page(to_html(report(plan_of(FIRST), Register(), as_of=AFTER, period=FIRST), "vi"))

        assert {"summary", "annex-1"} <= {*page.values("id")}
        assert "sources" not in page.values("id")


def hostile_plan() -> Program:
    """Return Hanoi's plan with hostile titles."""
    name = Text(vi=HOSTILE, en=HOSTILE)
    phases = tuple(
        evolve(phase, targets=tuple(evolve(target, title=name) for target in phase.targets))
        for phase in HANOI.phases
    )
    return evolve(HANOI, title=name, phases=phases)


class TestHostileNames:
    def test_they_are_shown_and_never_run(self) -> None:
        enterprise = Enterprise(id="E1", code="0000000001", name=HOSTILE[:500])
        support = Support(
            id="S1", enterprise="0000000001", started_on=DAY, completed_on=DAY, document="<b>&"
        )
        meeting = Dissemination(id="D1", on=DAY, topic=HOSTILE[:500])
        register = Register([enterprise, support, meeting])
        told = report(hostile_plan(), register, as_of=DAY, period=YEAR)
        for lang in LANGS:
            text = to_html(told, lang)
            page = check_inert(text)

            assert "<script>alert(1)</script>" in page.text
            assert "\\u202e\\x00" in page.text
            assert not re.search("[\x00\u202e]", text)

    @given(st.text(), st.text())
    def test_markup_holds_any_text(self, text: str, value: str) -> None:
        page = Page(drawn(element("p", text, title=value)))
        (tag,) = page.tags

        assert ("p", ["title"]) == (tag.name, [*tag.attributes])
        assert "".join(page.texts).isprintable() or not page.texts


@given(nsc.registers(max_size=4), st.sampled_from((FIRST, YEAR)))
@settings(max_examples=15)
def test_nothing_shows_100_percent_unless_attained(register: Register, period: Period) -> None:
    told = report(HANOI, register, as_of=DAY, period=period)
    text = to_html(told, "en")
    page = check_inert(text)
    sentences = [text for text in page.texts if "status: " in text or "status of " in text]
    open_ones = [text for text in sentences if ": attained." not in text]
    shares = [share for text in open_ones for share in re.findall(r"([\d,.]+)…?% of the", text)]

    assert len(page.values("id")) == len({*page.values("id")})
    assert len(sentences) >= 2 * len(told.lines)
    assert [] == [share for share in shares if float(share.replace(",", "")) >= 100]


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the ratio of the brightness of two colours, as the WCAG defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


LIGHT, DARK, _ = (
    dict(re.findall(r"--(\w+): (#\w{6});", rules))
    for rules in re.findall(r":root \{(.*?)\}", STYLES.read_text(encoding="utf-8"))
)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    """Text and shapes stand out from what is behind them, as WCAG 2.2 AA asks."""

    def test_text(self, colours: dict[str, str]) -> None:
        words = ("ink", "faint", "link", "good", "bad", "open", "unsure")
        pairs = [*product(words, ["paper"]), ("ink", "head"), ("ink", "accepted")]

        assert [] == [pair for pair in pairs if contrast(*(colours[each] for each in pair)) < 4.5]

    def test_shapes(self, colours: dict[str, str]) -> None:
        shapes = ("sure", "pace", "rule", "ink")
        behind = ("paper", "accepted", "perhaps")
        pairs = [*product(shapes, behind)]

        assert [] == [pair for pair in pairs if contrast(*(colours[each] for each in pair)) < 3]
