"""Results as fragments of HTML: what a notebook shows of them."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from building import plan_of, wanted
from each import for_each
from nsc_program import (
    HANOI,
    NATIONAL,
    AtLeast,
    Completeness,
    Enterprise,
    Evaluation,
    Figures,
    InvalidType,
    Period,
    Register,
    RejectedRow,
    Support,
    Text,
    Training,
    UnknownId,
    compare_phases,
    evaluate,
    sweep,
    tally,
)
from nsc_program.report import diff_sheet, figures_grid, html_fragment
from nsc_program.serialization import from_json, to_json
from nsc_program.values import Lang
from nsc_program.verdicts import compare_plans, diff
from reading_pictures import Page

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "made-up-register.json"
REGISTER = from_json(SAMPLE.read_bytes(), Register)
DAY = date(2026, 6, 30)
FIGURES = tally(HANOI, REGISTER, as_of=DAY)
EVALUATION = evaluate(HANOI, FIGURES)
SHOWN: dict[str, Any] = {
    "plan": HANOI,
    "register": REGISTER,
    "figures": FIGURES,
    "verdict": EVALUATION["2026-2030/supported"],
    "evaluation": EVALUATION,
    "sweep": sweep(HANOI, FIGURES),
    "phases": compare_phases(EVALUATION, "2021-2025", "2026-2030"),
    "plans": compare_plans([HANOI, NATIONAL]),
}
SECRET = Support(id="SECRET-1", enterprise="SECRET-2", started_on=DAY)
HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>\u202e'"


def rows_of(fragment: str) -> int:
    """Count the rows of all tables, without those of headings."""
    page = Page(fragment)
    return len([*page.named("tr")]) - len([*page.named("thead")])


@for_each("name", SHOWN)
def test_a_notebook_shows_the_fragment_in_vietnamese(name: str) -> None:
    assert SHOWN[name]._repr_html_() == html_fragment(SHOWN[name], "vi")


@for_each(
    ("name", "rows"),
    [
        ("plan", len(HANOI.targets)),
        ("register", len({type(each) for each in REGISTER.records}) + 2),
        ("figures", len(FIGURES.figures)),
        ("verdict", 1),
        ("evaluation", len(HANOI.targets)),
        ("sweep", len(HANOI.targets)),
        ("phases", len(SHOWN["phases"])),
        ("plans", len(SHOWN["plans"])),
    ],
)
def test_each_part_has_a_row(name: str, rows: int) -> None:
    assert rows_of(html_fragment(SHOWN[name], "en")) == rows


@pytest.mark.parametrize(
    ("lang", "status", "title"),
    [
        ("vi", "✓ Đạt", "số liệu tính đến hết ngày 30/6/2026"),
        ("en", "✓ Attained", "as of the close of 2026-06-30"),
    ],
)
def test_a_status_has_a_sign_and_its_name(lang: Lang, status: str, title: str) -> None:
    attained = EVALUATION["2021-2025/supported"]
    for fragment in (html_fragment(attained, lang), html_fragment(EVALUATION, lang)):
        assert f"<td>{status}</td>" in fragment
        assert title in fragment
        assert f'<div lang="{lang}">' in fragment


def test_grids_and_sheets_have_fragments_too() -> None:
    grid = figures_grid(HANOI, FIGURES, "en", [Period.of_years(2026, 2030)])
    nothing = diff(EVALUATION, EVALUATION)

    assert rows_of(html_fragment(grid, "en")) == len(grid.rows)
    assert "no rows." in html_fragment(nothing, "en") == html_fragment(diff_sheet(nothing), "en")


def test_figures_and_registers_name_what_they_are_about() -> None:
    by_hand = html_fragment(Figures(as_of=DAY), "en")
    of_hanoi = html_fragment(Register(territory="VN-HN"), "en")

    assert "Figures, as of the close of 2026-06-30" in by_hand
    assert "Figures (149/KH-UBND), as of" in html_fragment(FIGURES, "en")
    assert "Register (VN-HN)" in of_hanoi


def test_no_text_becomes_markup_and_no_key_is_shown() -> None:
    title = Text(vi=HOSTILE, en=HOSTILE)
    (target,) = plan_of(Period.of_years(2021, 2025), wanted(AtLeast(2))).targets
    plan = plan_of(Period.of_years(2021, 2025), evolve(target, title=title))
    register = Register(
        (
            Enterprise(id="SECRET-6", code="0100000001", name=HOSTILE),
            SECRET,
            Training(id="SECRET-3", person="SECRET-4", on=DAY),
        ),
        (Completeness("Support", Period.of_years(2021, 2025)),),
        (RejectedRow(what="Support", id="SECRET-5"),),
    )
    figures = tally(plan, register, as_of=DAY)
    for value in (plan, register, figures, evaluate(plan, figures)):
        fragment = html_fragment(value, "vi")
        page = Page(fragment)

        assert not [*page.named("script", "img")]
        assert "SECRET" not in fragment
        assert "\u202e" not in fragment


@pytest.mark.parametrize("value", [None, SECRET])
def test_anything_else_is_refused_without_being_shown(value: object) -> None:
    with pytest.raises(InvalidType, match="expected a plan, a register, figures") as caught:
        html_fragment(value, "vi")

    assert "SECRET" not in str(caught.value)


def test_another_language_is_refused() -> None:
    with pytest.raises(UnknownId):
        html_fragment(EVALUATION, "fr")  # type: ignore[arg-type]


def test_the_words_are_imported_when_they_are_asked_for() -> None:
    code = (
        "import sys, nsc_program as nsc; assert nsc.HANOI._repr_html_;"
        "assert 'nsc_program.report' not in sys.modules; nsc.HANOI._repr_html_();"
        "assert 'nsc_program.report' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code


def test_an_evaluation_from_a_document_is_shown_alike() -> None:
    read = from_json(to_json(EVALUATION), Evaluation)

    assert html_fragment(read, "en") == html_fragment(EVALUATION, "en")
