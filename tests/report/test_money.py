"""Money in reports: by source and year, planned and spent, in million đồng and exactly in đồng."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from nsc_program import (
    HANOI,
    Completeness,
    Funding,
    Period,
    Program,
    Range,
    Register,
    Support,
    Text,
)
from nsc_program.plan import BudgetItem
from nsc_program.report import (
    Header,
    Report,
    funding_grid,
    funding_years_grid,
    report,
    to_csv,
    to_html,
    to_markdown,
    written,
)
from nsc_program.report._body import body
from nsc_program.report.money import money_in_words
from nsc_program.values import Lang
from nsc_program.verdicts import funding_by_year

CLOSE = date(2025, 12, 31)
STATE, OTHER = HANOI.funding_sources
CITED = STATE.citations
FIRST = HANOI.phase("2021-2025").period
UNKNOWN = Text(vi="chưa có số liệu", en="unknown")
TOTAL = Text(vi="Tổng cộng", en="Total")


def support(number: int, vnd: int, year: int | None, **changes: Any) -> Support:  # noqa: ANN401
    """Return a support of 2024 with money from the budget only."""
    fields: dict[str, Any] = {
        "started_on": date(2024, 3, 1),
        "completed_on": date(2024, 9, 30),
        "funding": (Funding(STATE.id, vnd), Funding(OTHER.id, 0)),
        "spending_year": year,
    }
    return Support(id=f"s{number}", enterprise=f"SAMPLE-{number}", **(fields | changes))


RECORDS = (support(1, 120_500_000, 2024), support(2, 30_000_000, None))
PLAN = evolve(
    HANOI,
    budget=tuple(
        BudgetItem(source=STATE.id, period=Period.of_years(year, year), vnd=vnd, citations=CITED)
        for year, vnd in ((2023, 10**9), (2024, 180_750_000))
    ),
)


def made(*records: Support, plan: Program = PLAN) -> Report:
    register = Register(records, [Completeness(Support, Period.until(CLOSE))])
    return report(plan, register, as_of=CLOSE, period=Period.of_years(2025, 2025))


def rows(whole: Report, source: object) -> dict[str, tuple[Any, ...]]:
    """Return the rows of one source by the words for their years."""
    sheet = whole.sheet("funding-years")
    return {
        written(year, "en"): tuple(rest) for _, named, year, *rest in sheet.rows if named == source
    }


class TestYears:
    """The table has a row for each year, for what has no year, and for the phase."""

    def test_the_columns(self) -> None:
        columns = [column.id for column in made().sheet("funding-years").columns]

        assert [
            "phase",
            "source",
            "year",
            "planned",
            "spent",
            "disbursed",
            "cumulative",
            "vnd",
        ] == columns

    def test_the_rows_of_a_source(self) -> None:
        found = rows(made(*RECORDS), STATE.label)
        low, high = Fraction(241, 2), Fraction(301, 2)

        assert ["2021", "2022", "2023", "2024", "2025", "year not recorded", "whole phase"] == [
            *found
        ]
        assert (1000, 0, 0, 0, 0) == found["2023"]
        share = Range(low / Fraction("180.75") * 100, high / Fraction("180.75") * 100)
        both = Range(120_500_000, 150_500_000)
        assert (Fraction("180.75"), Range(low, high), share, Range(low, high), both) == (
            found["2024"]
        )
        assert (None, Range(0, 30), None, Range(low, high), Range(0, 30_000_000)) == found["2025"]
        assert (None, 30, None, None, 30_000_000) == found["year not recorded"]
        assert (None, high, None, None, 150_500_000) == found["whole phase"]

    def test_the_remarks_name_the_documents_of_the_budget(self) -> None:
        remark = made().sheet("funding-years").remarks[-1]
        (cited,) = CITED

        assert (f"Dự toán theo: {cited.document.title.vi}", True) == (
            remark.vi,
            remark.en.endswith(cited.document.title.en),
        )
        assert 1 == len(made(plan=HANOI).sheet("funding-years").remarks)

    def test_all_sources_stand_last(self) -> None:
        found = rows(made(*RECORDS), TOTAL)

        assert (None, Fraction(301, 2), None, None, 150_500_000) == found["whole phase"]
        assert TOTAL == made(*RECORDS).sheet("funding-years").rows[-1][1]

    def test_money_of_years_outside_the_phase_has_a_row(self) -> None:
        whole = made(support(1, 5_000_000, 2026))

        # In 2025 nobody can know what is spent in 2026.
        assert "years outside the phase" not in rows(whole, STATE.label)
        register = Register([support(1, 5_000_000, 2026)])
        later = report(PLAN, register, as_of=date(2026, 6, 30), period=Period.of_years(2025, 2025))
        assert (None, Range(5, None), None, None, Range(5_000_000, None)) == (
            rows(later, STATE.label)["years outside the phase"]
        )

    def test_what_is_not_known_is_said_and_what_is_not_planned_is_blank(self) -> None:
        whole = report(HANOI, Register(), as_of=CLOSE, period=Period.of_years(2025, 2025))

        assert {(None, UNKNOWN, None, UNKNOWN, UNKNOWN), (None, UNKNOWN, None, None, UNKNOWN)} == {
            *rows(whole, STATE.label).values()
        }

    def test_a_share_is_cut_and_never_100_unless_all_is_spent(self) -> None:
        plan = evolve(
            HANOI,
            budget=(
                BudgetItem(
                    source=STATE.id,
                    period=Period.of_years(2024, 2024),
                    vnd=300_001,
                    citations=CITED,
                ),
            ),
        )
        almost = rows(made(support(1, 300_000, 2024), plan=plan), STATE.label)["2024"][2]
        all_of_it = rows(made(support(1, 300_001, 2024), plan=plan), STATE.label)["2024"][2]

        assert ("99.99…", "100") == (written(almost, "en"), written(all_of_it, "en"))


class TestFormats:
    """Every format draws the table."""

    def test_csv_has_exact_numbers(self) -> None:
        lines = to_csv(made(*RECORDS), "vi", "funding-years").splitlines()

        assert lines[0] == "phase,source,year,planned,spent,disbursed,cumulative,vnd"
        assert lines[3] == "2021-2025,ngân sách nhà nước,2023,1000,0,0,0,0"

    @pytest.mark.parametrize("draw", [to_markdown, to_html])
    def test_text_has_million_dong(self, draw: Any) -> None:  # noqa: ANN401
        text = draw(made(*RECORDS), "vi")

        assert "120,5 – 150,5" in text
        assert "năm ngân sách" in text

    def test_the_list_writes_a_year_as_a_year(self) -> None:
        sheet = made(*RECORDS, support(3, 1, 2025, completed_on=date(2025, 2, 1))).sheet("Support")
        years = [written(cell, "vi") for cell in sheet.column("spending_year")]

        assert ["2025"] == years


class TestBody:
    """The text says where the table is, and how much was spent of which budget."""

    def test_sentences(self) -> None:
        budget = BudgetItem(source=STATE.id, period=FIRST, vnd=2 * 10**9, citations=CITED)
        whole = made(*RECORDS, plan=evolve(HANOI, budget=(budget,)))
        for lang, sentences in _SENTENCES.items():
            texts = [each.text for each in body(whole, lang, Header())]
            assert [] == [text for text in sentences if not any(text in each for each in texts)]


_SENTENCES: dict[Lang, tuple[str, ...]] = {
    "vi": (
        "Kinh phí theo nguồn vốn và năm ngân sách: Bảng 2, Phụ lục V",
        "Ngân sách nhà nước, giai đoạn 2021-2025: 150,5 triệu đồng; dự toán 2.000 triệu đồng (2",
        "Tổng cộng, giai đoạn 2021-2025: 150,5 triệu đồng (2",
    ),
    "en": (
        "The money by source and budget year: Table 2, Annex V",
        "State budget, phase 2021-2025: 150.5 million đồng, of a budget of 2,000 million đồng (2",
        "Total, phase 2021-2025: 150.5 million đồng (2",
    ),
}


class TestWords:
    """Amounts are exact, in million đồng."""

    @pytest.mark.parametrize(
        ("possible", "vi", "en"),
        [
            (Range(5, 5), "0,000005 triệu đồng", "0.000005 million đồng"),
            (
                Range(1_500_000, 2_000_000),
                "từ 1,5 đến 2 triệu đồng",
                "between 1.5 and 2 million đồng",
            ),
            (
                Range.at_least(158_878_500_000),
                "ít nhất 158.878,5 triệu đồng",
                "at least 158,878.5 million đồng",
            ),
            (Range.at_least(0), "chưa có số liệu", "unknown"),
        ],
        ids=str,
    )
    def test_amounts(self, possible: Range, vi: str, en: str) -> None:
        assert (vi, en) == (money_in_words(possible, "vi"), money_in_words(possible, "en"))


class TestGrids:
    """The grids of the command name all sources, and an unknown budget is a dash."""

    def test_remarks_on_all_sources(self) -> None:
        register = Register([support(1, 5, 2024, funding=(Funding(STATE.id, 5),))])
        totals = [each.total for each in funding_by_year(HANOI, register, as_of=CLOSE)]
        grid = funding_grid(totals, HANOI, CLOSE, "en")

        assert "1 without recorded funding from each source" in grid.rows[2][3]

    def test_remarks_in_a_plan_without_sources(self) -> None:
        plan = evolve(HANOI, funding_sources=())
        register = Register([support(1, 5, 2024, funding=())])
        totals = [each.total for each in funding_by_year(plan, register, as_of=CLOSE)]
        grid = funding_grid(totals, plan, CLOSE, "en")

        assert ("Total", "unknown") == grid.rows[0][1:3]
        assert grid.rows[0][3].startswith("1 without recorded funding; ")

    def test_years(self) -> None:
        register = Register(RECORDS, [Completeness(Support, Period.until(CLOSE))])
        money = funding_by_year(PLAN, register, as_of=CLOSE)
        grid = funding_years_grid(money, PLAN, "vi")

        assert ("2021-2025", "ngân sách nhà nước", "2024", "180,75", "120,5 – 150,5") == (
            grid.rows[3][:5]
        )
        assert "—" == grid.rows[0][3]
        assert 7 == len(grid.headings)
