"""Money by source and phase: what each total can be, and what that rests on."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve

from nsc_program import (
    HANOI,
    Completeness,
    EnterpriseKind,
    Fact,
    Funding,
    InvalidType,
    InvalidValue,
    Level,
    Period,
    Phase,
    Range,
    Register,
    RejectedRow,
    Support,
    UnknownId,
    funding,
)
from nsc_program.records import AnyRecord, facts
from nsc_program.report import funding_grid
from nsc_program.values import Lang
from nsc_program.verdicts import FundingTotal
from nsc_program.verdicts._funding import MOST_TOTALS

BUDGET, OTHER = (source.id for source in HANOI.funding_sources)
CLOSE = date(2025, 12, 31)
EARLIER, LATER = HANOI.phases
MILLION = 10**6
DOUBTFUL_VI = "1 lượt hỗ trợ chưa xác định thuộc giai đoạn này hoặc chưa được xác minh"
DOUBTFUL_EN = "1 more not verified or possibly outside this phase"


def support(number: int = 1, *money: Funding, **changes: Any) -> Support:  # noqa: ANN401 - the fields of a support
    """A support inside the first phase, of 90 million of the budget and nothing else unless said otherwise."""
    fields: dict[str, Any] = {
        "started_on": date(2024, 3, 1),
        "completed_on": date(2024, 9, 30),
        "funding": money or (Funding(BUDGET, 90 * MILLION), Funding(OTHER, 0)),
    }
    fields |= changes
    return Support(id=f"s{number}", enterprise=f"SAMPLE-{number}", **fields)


def claimed(
    *records: AnyRecord, through: date = CLOSE, rejected: Iterable[RejectedRow] = ()
) -> Register:
    return Register(records, [Completeness(Support, Period.until(through))], rejected)


def total(
    register: Register, source: str = BUDGET, phase: Phase = EARLIER, as_of: date = CLOSE
) -> FundingTotal:
    found = funding(HANOI, register, as_of=as_of)
    (one,) = (each for each in found if (each.source, each.phase) == (source, phase.id))
    return one


def millions(low: int, high: int | None) -> Range:
    return Range(low * MILLION, None if high is None else high * MILLION)


class TestHowManyTotals:
    """A total is wanted for each phase and source, and of no more than ten thousand."""

    def test_the_most_there_are(self) -> None:
        sources = MOST_TOTALS // len(HANOI.phases) - len(HANOI.funding_sources)
        many = [Funding(f"other-{number}", 1) for number in range(sources)]

        assert MOST_TOTALS == len(funding(HANOI, claimed(support(1, *many))))
        with pytest.raises(InvalidValue, match="needs 10002 totals"):
            funding(HANOI, claimed(support(1, *many, Funding("one-more", 1))))

    def test_the_refusal_in_vietnamese(self) -> None:
        many = [Funding(f"other-{number}", 1) for number in range(MOST_TOTALS)]
        with pytest.raises(InvalidValue) as refused:
            funding(HANOI, claimed(support(1, *many)))

        assert "2 giai đoạn, mỗi giai đoạn 10002 nguồn" in refused.value.in_("vi")


class TestWhatIsSure:
    """The low end is the money of supports that are verified, and all of whose days are in the phase."""

    def test_a_support_inside_a_phase(self) -> None:
        found = total(claimed(support()))

        assert millions(90, 90) == found.vnd
        assert (1, 0, 0, 0, ()) == (
            found.supports,
            found.perhaps,
            found.not_recorded,
            found.rejected,
            found.missing,
        )
        assert Range.exactly(0) == total(claimed(support()), OTHER).vnd

    def test_amounts_from_one_source_are_summed(self) -> None:
        money = (
            Funding(BUDGET, 90 * MILLION),
            Funding(OTHER, 5 * MILLION),
            Funding(BUDGET, 10 * MILLION),
        )
        register = claimed(support(1, *money), support(2))

        assert (millions(190, 190), 2) == (total(register).vnd, total(register).supports)
        assert (millions(5, 5), 2) == (total(register, OTHER).vnd, total(register, OTHER).supports)

    @pytest.mark.parametrize(
        ("started", "completed", "first", "second"),
        [
            (date(2021, 1, 1), date(2025, 12, 31), (90, 90), (0, 0)),
            (date(2020, 12, 31), date(2025, 12, 31), (0, 90), (0, 0)),
            (date(2021, 1, 1), date(2026, 1, 1), (0, 90), (0, 90)),
            (date(2025, 12, 31), date(2026, 1, 1), (0, 90), (0, 90)),
            (date(2026, 1, 1), date(2030, 12, 31), (0, 0), (90, 90)),
            (date(2020, 1, 1), date(2020, 12, 31), (0, 0), (0, 0)),
            (date(2020, 1, 1), date(2031, 1, 1), (0, 90), (0, 90)),
            (date(2024, 1, 1), None, (0, 90), (0, 90)),
            (date(2026, 1, 1), None, (0, 0), (0, 90)),
        ],
    )
    def test_days_across_the_end_of_a_phase(
        self, started: date, completed: date | None, first: tuple[int, int], second: tuple[int, int]
    ) -> None:
        day = date(2032, 1, 1)
        register = claimed(support(started_on=started, completed_on=completed), through=day)

        found = [total(register, phase=phase, as_of=day).vnd for phase in (EARLIER, LATER)]
        assert [millions(*first), millions(*second)] == found

    def test_what_is_not_verified_is_in_the_high_end_only(self) -> None:
        found = total(claimed(support(1), support(2, verified=False)))

        assert (millions(90, 180), 1, 1) == (found.vnd, found.supports, found.perhaps)

    def test_an_annulled_record_does_not_count(self) -> None:
        withdrawn = support(recorded_on=CLOSE, annulled=True)

        assert Range.exactly(0) == total(claimed(support(), withdrawn)).vnd

    @pytest.mark.parametrize(
        "changes", [{"kind": kind} for kind in EnterpriseKind] + [{"level": each} for each in Level]
    )
    def test_money_is_money_whoever_got_it(self, changes: dict[str, Any]) -> None:
        assert millions(90, 90) == total(claimed(support(**changes))).vnd


class TestAsOf:
    """The close of a day: what is to come has not happened, and nobody claims anything of it."""

    def test_a_completion_to_come_may_come_at_another_time(self) -> None:
        register = claimed(support(started_on=date(2025, 3, 1), completed_on=CLOSE))

        assert millions(90, 90) == total(register, as_of=CLOSE).vnd
        found = total(register, as_of=date(2025, 12, 30))
        assert (millions(0, None), 0, 1) == (found.vnd, found.supports, found.perhaps)
        assert (Period(CLOSE, CLOSE),) == found.missing

    def test_a_support_that_has_not_begun_is_not_counted(self) -> None:
        begins = support(started_on=CLOSE, completed_on=None)

        assert (0, 1) == tuple(
            total(claimed(begins), as_of=day).perhaps for day in (date(2025, 12, 30), CLOSE)
        )

    def test_a_datetime_has_no_close(self) -> None:
        with pytest.raises(InvalidType, match=r"^as_of: expected a date, got datetime"):
            funding(HANOI, Register(), as_of=datetime(2025, 12, 31, tzinfo=UTC))

    def test_without_a_day_all_days_count(self) -> None:
        late = support(started_on=date(2029, 1, 1), completed_on=date(2030, 12, 31))
        found = {(each.source, each.phase): each.supports for each in funding(HANOI, claimed(late))}

        assert 1 == found[BUDGET, LATER.id]


class TestNotRecorded:
    """Money that nobody recorded is not zero; money recorded as zero is."""

    def test_a_support_without_funding(self) -> None:
        found = total(claimed(support(1), support(2, funding=())), OTHER)

        assert (millions(0, None), 1) == (found.vnd, found.not_recorded)

    @pytest.mark.parametrize(
        "changes",
        [{"verified": False}, {"completed_on": None}, {"started_on": date(2020, 1, 1)}],
        ids=str,
    )
    def test_one_that_may_belong(self, changes: dict[str, Any]) -> None:
        assert 1 == total(claimed(support(funding=(), **changes))).not_recorded

    def test_one_of_another_phase_does_not_matter(self) -> None:
        long_ago = support(funding=(), started_on=date(2020, 1, 1), completed_on=date(2020, 12, 31))

        assert (Range.exactly(0), 0) == (
            total(claimed(long_ago)).vnd,
            total(claimed(long_ago)).not_recorded,
        )

    def test_zero_is_recorded(self) -> None:
        found = total(claimed(support(1, Funding(BUDGET, 0))))

        assert (Range.exactly(0), 1, 0) == (found.vnd, found.supports, found.not_recorded)

    def test_a_source_of_the_plan_that_a_support_does_not_list(self) -> None:
        """A list that has only a column for the budget says nothing of the other source."""
        register = claimed(
            support(1, Funding(BUDGET, 1)), support(2, Funding(BUDGET, 2)), support(3)
        )

        assert (Range.exactly(3 + 90 * MILLION), 0) == (
            total(register).vnd,
            total(register).not_recorded,
        )
        found = total(register, OTHER)
        assert (Range(0, None), 1, 2) == (found.vnd, found.supports, found.not_recorded)
        elsewhere = total(register, OTHER, LATER, date(2030, 12, 31))
        assert 0 == elsewhere.not_recorded

    @pytest.mark.parametrize("changes", [{"verified": False}, {"completed_on": None}], ids=str)
    def test_one_that_may_belong_and_does_not_list_it(self, changes: dict[str, Any]) -> None:
        found = total(claimed(support(1, Funding(BUDGET, 1), **changes), support(2)), OTHER)

        assert (Range(0, None), 1) == (found.vnd, found.not_recorded)

    def test_nobody_is_asked_about_a_source_outside_the_plan(self) -> None:
        """Unless a support records no money at all, which may have been from anywhere."""
        register = claimed(support(1, Funding("a-loan", MILLION)), support(2))
        assert (millions(1, 1), 0) == (
            total(register, "a-loan").vnd,
            total(register, "a-loan").not_recorded,
        )
        assert (millions(90, None), 1) == (total(register).vnd, total(register).not_recorded)

        found = total(register.merge(Register([support(3, funding=())])), "a-loan")
        assert (millions(1, None), 1) == (found.vnd, found.not_recorded)

    def test_a_plan_without_sources_asks_about_none(self) -> None:
        plan = evolve(HANOI, funding_sources=())
        register = claimed(support(1, Funding("a", 1)), support(2, Funding("b", 2)))

        found = funding(plan, register, as_of=CLOSE)[:2]

        assert [("a", Range.exactly(1)), ("b", Range.exactly(2))] == [
            (each.source, each.vnd) for each in found
        ]
        assert {(True, 0)} == {(each.lawful, each.not_recorded) for each in found}


class TestFacts:
    """A plain fact tells of a support, and nothing of its money."""

    @pytest.mark.parametrize(
        ("indicator", "on", "expected"),
        [
            ("supported", CLOSE, [1, 0]),
            ("supported/city", date(2026, 2, 1), [1, 1]),  # it may have begun in the first phase
            ("supported/started", CLOSE, [1, 1]),  # it may go on
            ("supported/started", date(2026, 2, 1), [0, 1]),
            ("supported", date(2020, 12, 31), [0, 0]),
            ("supported", date(2028, 1, 1), [0, 0]),  # to come
            ("bodies", CLOSE, [0, 0]),
        ],
    )
    def test_which_phases_it_may_belong_to(
        self, indicator: str, on: date, expected: list[int]
    ) -> None:
        register = claimed(Fact(indicator, "SAMPLE-9", on))

        found = (
            total(register, phase=phase, as_of=date(2026, 6, 30)) for phase in (EARLIER, LATER)
        )
        assert expected == [each.not_recorded for each in found]

    def test_it_is_told_once_however_often(self) -> None:
        register = claimed(
            *(Fact(name, "SAMPLE-9", CLOSE) for name in ("supported", "supported/city"))
        )

        assert (1, None) == (total(register).not_recorded, total(register).vnd.high)

    def test_one_that_a_support_stands_for_tells_nothing_more(self) -> None:
        assert millions(90, 90) == total(claimed(support(), *facts(support()))).vnd
        city = Fact("supported/city", "SAMPLE-9", CLOSE)  # which that support does not stand for
        assert 1 == total(claimed(support(), city)).not_recorded

    def test_each_enterprise_is_one(self) -> None:
        ways = ("supported", "supported/cooperatives")
        told = [Fact(way, f"SAMPLE-{number}", CLOSE) for number, way in enumerate(ways, 7)]

        assert (
            4 == total(claimed(*told, support(1, funding=()), support(2, funding=()))).not_recorded
        )


class TestClaims:
    """The high end is there only if all supports that may be of the phase are said to be recorded, and were read."""

    def test_without_a_claim_there_may_be_more(self) -> None:
        found = total(Register([support()]))

        assert (millions(90, None), (Period.until(CLOSE),)) == (found.vnd, found.missing)

    def test_a_support_of_before_may_go_on_into_the_phase(self) -> None:
        """One that began in 2020 and is not completed by 2025 did nothing that a claim about the phase speaks of."""
        found = total(Register([support()], [Completeness(Support, EARLIER.period)]))

        assert (millions(90, None), (Period.until(date(2020, 12, 31)),)) == (
            found.vnd,
            found.missing,
        )

    def test_claims_unite(self) -> None:
        parts = [
            Completeness(Support, Period.until(date(2022, 6, 30))),
            Completeness(Support, Period(date(2022, 7, 1), CLOSE)),
        ]

        assert millions(90, 90) == total(Register([support()], parts)).vnd

    def test_no_claim_reaches_beyond_the_day_it_was_made(self) -> None:
        early = Completeness(Support, Period.until(CLOSE), recorded_on=date(2025, 6, 30))
        vain = Completeness(Support, EARLIER.period, recorded_on=date(2019, 1, 1))

        assert (Period(date(2025, 7, 1), CLOSE),) == total(
            Register([support()], [early, vain])
        ).missing

    @pytest.mark.parametrize("what", ["supported", "supported/started/cooperatives", "Training"])
    def test_what_one_indicator_counts_is_not_all_that_costs(self, what: str) -> None:
        """No way of counting counts a household, and its support costs money."""
        assert (
            total(Register([support()], [Completeness(what, Period.until(CLOSE))])).vnd.high is None
        )

    def test_a_row_that_could_not_be_read(self) -> None:
        another = RejectedRow(what="Support", id="s2")
        found = total(claimed(support(), rejected=[another, RejectedRow(what="Training", id="t1")]))

        assert (millions(90, None), 1) == (found.vnd, found.rejected)

    def test_a_row_that_is_settled_since(self) -> None:
        unknown = RejectedRow(
            what="Support", id="row", recorded_on=date(2025, 1, 1), identified=False
        )
        assert millions(0, None) == total(claimed(support(), rejected=[unknown])).vnd
        later = evolve(support(), recorded_on=date(2025, 1, 1))
        assert millions(90, None) == total(claimed(later, rejected=[unknown])).vnd
        row = RejectedRow(what="Support", id="s1", recorded_on=date(2025, 1, 1))

        assert (
            millions(90, 90)
            == total(claimed(support(), rejected=[evolve(unknown, what="Training")])).vnd
        )
        rejected = total(claimed(support(), rejected=[row]))
        assert (millions(0, None), 0, 1) == (rejected.vnd, rejected.supports, rejected.perhaps)
        assert (
            millions(90, 90)
            == total(claimed(support(), support(recorded_on=CLOSE), rejected=[row])).vnd
        )

    def test_only_a_row_of_nobody_knows_which_support_may_withdraw_any(self) -> None:
        unknown = RejectedRow(what="Support", id="row", recorded_on=CLOSE, identified=False)
        others = [evolve(unknown, what="Training"), evolve(unknown, id="s9", identified=True)]

        assert (
            millions(90, None)
            == total(claimed(support(1), support(2), rejected=[unknown, *others])).vnd
        )
        assert millions(180, None) == total(claimed(support(1), support(2), rejected=others)).vnd


class TestSources:
    """Those of the plan first, in its order; then any other, so that no money is lost."""

    def test_a_source_that_the_plan_does_not_name(self) -> None:
        register = claimed(
            support(1, Funding("stat-budget", MILLION)), support(2, Funding("a-loan", 0))
        )

        found = funding(HANOI, register, as_of=CLOSE)

        names = [BUDGET, OTHER, "a-loan", "stat-budget"]
        assert [(phase.id, name) for phase in HANOI.phases for name in names] == [
            (x.phase, x.source) for x in found
        ]
        assert [True, True, False, False] * 2 == [each.lawful for each in found]
        assert millions(1, 1) == total(register, "stat-budget").vnd


class TestGrid:
    """Phase, source, amount, remarks: every cell is text."""

    REGISTER = claimed(
        support(1, Funding(BUDGET, 1_250 * MILLION), Funding(OTHER, 0)),
        support(2, *(Funding(BUDGET, 0), Funding("a-loan", MILLION)), verified=False),
        support(3, funding=(), started_on=date(2026, 1, 1), completed_on=None),
        through=date(2026, 6, 30),
        rejected=[],
    )

    @pytest.mark.parametrize(
        ("lang", "rows"),
        [
            (
                "vi",
                (
                    ("2021-2025", "ngân sách nhà nước", "1.250.000.000 đồng", DOUBTFUL_VI),
                    (
                        *("2021-2025", "nguồn vốn huy động hợp pháp khác", "chưa có số liệu"),
                        "1 lượt hỗ trợ chưa ghi kinh phí từ nguồn này",
                    ),
                    (
                        "2021-2025",
                        "a-loan (không thuộc các nguồn kinh phí của Kế hoạch)",
                        "0 – 1.000.000 đồng",
                        DOUBTFUL_VI,
                    ),
                    (
                        "2026-2030",
                        "ngân sách nhà nước",
                        "chưa có số liệu",
                        (
                            "1 lượt hỗ trợ chưa ghi kinh phí từ nguồn này; "
                            "chưa xác nhận đầy đủ số liệu: từ 01/07/2026 đến 31/12/2030"
                        ),
                    ),
                ),
            ),
            (
                "en",
                (
                    ("2021-2025", "state budget", "1,250,000,000 đồng", DOUBTFUL_EN),
                    (
                        "2021-2025",
                        "other lawful sources",
                        "unknown",
                        "1 without recorded funding from this source",
                    ),
                    (
                        "2021-2025",
                        "a-loan (not among the plan's lawful sources)",
                        "0 – 1,000,000 đồng",
                        DOUBTFUL_EN,
                    ),
                    (
                        "2026-2030",
                        "state budget",
                        "unknown",
                        (
                            "1 without recorded funding from this source; "
                            "data not claimed complete for 2026-07-01 to 2030-12-31"
                        ),
                    ),
                ),
            ),
        ],
    )
    def test_rows(self, lang: Lang, rows: tuple[tuple[str, ...], ...]) -> None:
        day = date(2026, 6, 30)

        grid = funding_grid(funding(HANOI, self.REGISTER, as_of=day), HANOI, day, lang)

        assert rows == grid.rows[:4]
        assert {len(grid.headings)} == {len(row) for row in grid.rows}
        assert {"vi": "30/06/2026", "en": "2026-06-30"}[lang] in grid.title

    def test_who_records_no_money_at_all(self) -> None:
        register = claimed(support(1, Funding("a-loan", MILLION)), support(2, funding=()))

        grids = [
            funding_grid([total(register, "a-loan")], HANOI, CLOSE, lang) for lang in ("vi", "en")
        ]

        expected = [
            ("≥ 1.000.000 đồng", "1 lượt hỗ trợ chưa ghi kinh phí"),
            ("≥ 1,000,000 đồng", "1 without recorded funding"),
        ]
        assert expected == [grid.rows[0][2:] for grid in grids]

    def test_rows_that_could_not_be_read(self) -> None:
        register = claimed(
            support(), rejected=[RejectedRow(what="Support", id=f"row {n}") for n in range(1200)]
        )

        grids = [funding_grid([total(register)], HANOI, CLOSE, lang) for lang in ("vi", "en")]

        expected = [
            ("≥ 90.000.000 đồng", "1.200 lượt hỗ trợ nằm trong các dòng chưa tiếp nhận được"),
            ("≥ 90,000,000 đồng", "1,200 in rejected rows"),
        ]
        assert expected == [grid.rows[0][2:] for grid in grids]

    def test_a_phase_of_another_plan(self) -> None:
        with pytest.raises(UnknownId, match="no phase 'first'"):
            funding_grid([evolve(total(Register()), phase="first")], HANOI, CLOSE, "en")
