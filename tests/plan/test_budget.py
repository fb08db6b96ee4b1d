"""The budget of a plan: amounts by source and by year or phase, each with its source."""

from typing import Any

import pytest
from attrs import evolve

from building import MADE_UP
from nsc_program import (
    HANOI,
    Citation,
    Document,
    FundingSource,
    InvalidType,
    InvalidValue,
    Period,
    Program,
)
from nsc_program.errors import InvalidProgram
from nsc_program.plan import BudgetItem
from nsc_program.serialization import from_json, from_toml, to_json

STATE, OTHER = HANOI.funding_sources
DECISION = Document(id="decision", title=MADE_UP, place="made up")
CITED = (Citation(document=DECISION, words="made up"),)
FIRST = HANOI.phase("2021-2025").period


OTHER_PERIOD = (
    (
        "dự toán của nguồn 'state-budget': dự toán là của một năm (từ ngày 01/01 đến 31/12) hoặc "
        "đúng một giai đoạn của kế hoạch; sửa period"
    ),
    (
        "budget item 'state-budget': a budget is about one calendar year or about exactly one "
        "phase of the plan; correct period"
    ),
)
NO_SOURCE = (
    (
        "dự toán của nguồn 'state-budgets': không có nguồn kinh phí 'state-budgets'; có phải là "
        "'state-budget' không?"
    ),
    (
        "budget item 'state-budgets': there is no funding source 'state-budgets'; did you mean "
        "'state-budget'?"
    ),
)


def year(number: int) -> Period:
    return Period.of_years(number, number)


def item(**changes: Any) -> BudgetItem:  # noqa: ANN401 - the fields of an item
    fields: dict[str, Any] = {
        "source": STATE.id,
        "period": year(2024),
        "vnd": 5,
        "citations": CITED,
    }
    return BudgetItem(**(fields | changes))


def plan(*budget: BudgetItem) -> Program:
    return evolve(HANOI, budget=budget)


class TestRefusals:
    """An amount that does not fit the plan is refused, with its place."""

    @pytest.mark.parametrize(
        ("budget", "place", "vi", "en"),
        [
            (
                [item(source="state-budgets")],
                "budget[0]",
                *NO_SOURCE,
            ),
            (
                [item(period=Period.of_years(2023, 2024))],
                "budget[0]",
                *OTHER_PERIOD,
            ),
            (
                [item(period=Period.until(FIRST.end))],
                "budget[0]",
                *OTHER_PERIOD,
            ),
            (
                [item(citations=())],
                "budget[0]",
                "dự toán của nguồn 'state-budget': chưa có trích dẫn; ghi vào citations",
                "budget item 'state-budget': it has no citation; give one in citations",
            ),
            (
                [item(), item(vnd=6)],
                "budget[1]",
                "dự toán của nguồn 'state-budget' ghi hai lần; cho mỗi mục một mã riêng",
                "budget item 'state-budget' stands twice; give each its own id",
            ),
        ],
        ids=["source", "two years", "no start", "no citation", "twice"],
    )
    def test_each_problem_is_named(
        self, budget: list[BudgetItem], place: str, vi: str, en: str
    ) -> None:
        with pytest.raises(InvalidProgram) as refused:
            plan(*budget)

        assert f"{place}: {en}" == str(refused.value)
        assert f"{place}: {vi}" == refused.value.in_("vi")

    @pytest.mark.parametrize(("vnd", "error"), [(1.5, InvalidType), (-1, InvalidValue)])
    def test_an_amount_is_whole_dong(self, vnd: Any, error: type[Exception]) -> None:  # noqa: ANN401
        with pytest.raises(error, match=r"^vnd: expected a whole number from 0 to"):
            item(vnd=vnd)

    def test_a_phase_need_not_be_the_sum_of_its_years(self) -> None:
        years = (item(period=year(number), vnd=1) for number in range(2021, 2026))

        assert 50 == plan(*years, item(period=FIRST, vnd=50)).planned_money(STATE.id, FIRST)


class TestPlannedMoney:
    """An amount that the budget does not name is unknown, and not 0."""

    def test_an_amount_of_0_is_known(self) -> None:
        made = plan(item(vnd=0))

        assert (0, None) == (
            made.planned_money(STATE.id, year(2024)),
            made.planned_money(OTHER.id, year(2024)),
        )

    def test_the_years_of_a_phase_are_added_if_all_are_named(self) -> None:
        years = [item(period=year(number), vnd=number) for number in range(2021, 2026)]

        assert 10115 == plan(*years).planned_money(STATE.id, FIRST)
        assert plan(*years[1:]).planned_money(STATE.id, FIRST) is None
        assert plan(*years).planned_money(STATE.id, year(2026)) is None


class TestDocuments:
    """A budget is written with its plan and read back, and a plan without one stays as it was."""

    def test_a_round_trip(self) -> None:
        made = plan(item(), item(period=FIRST, source=OTHER.id))

        assert made == from_json(to_json(made), Program)
        assert DECISION in made.documents

    def test_a_plan_without_a_budget_does_not_name_it(self) -> None:
        assert '"budget"' not in to_json(HANOI)

    def test_a_file_names_years_and_phases(self) -> None:
        made = from_toml(_FILE, Program)

        assert [(year(2024), 50_000_000_000), (FIRST, 300_000_000_000)] == [
            (each.period, each.vnd) for each in made.budget
        ]

    def test_a_document_carries_its_own_amounts(self) -> None:
        """An amount without its source cannot stand alone."""
        state = evolve(STATE, citations=CITED)
        made = evolve(HANOI, funding_sources=(state, OTHER), budget=(item(), item(source=OTHER.id)))

        assert (item(),) == made.attested_by(DECISION).budget
        assert () == made.attested_by(HANOI.documents[0]).budget


def test_sources_of_the_budget_are_those_of_the_plan() -> None:
    source = FundingSource(id="loan", label=MADE_UP, citations=CITED)
    made = evolve(HANOI, funding_sources=(source,), budget=(item(source="loan"),))

    assert 5 == made.planned_money("loan", year(2024))


_FILE = """
schema = "nsc-program/program/1"
id = "made-up"
edition = "made-up"
title = { vi = "Ví dụ", en = "Made up" }
issuer = { vi = "Ví dụ", en = "Made up" }

[[documents]]
id = "plan"
title = { vi = "Ví dụ", en = "Made up" }
place = "made up"

[[phases]]
id = "2021-2025"
period = "2021-2025"

[[funding_sources]]
id = "state-budget"
label = { vi = "ngân sách", en = "budget" }
citations = [{ document = "plan", words = "ngân sách" }]

[[budget]]
source = "state-budget"
period = "2024"
vnd = 50_000_000_000
citations = [{ document = "plan", words = "năm 2024: 50 tỷ đồng" }]

[[budget]]
source = "state-budget"
period = "2021-2025"
vnd = 300_000_000_000
citations = [{ document = "plan", words = "giai đoạn 2021-2025: 300 tỷ đồng" }]
"""
