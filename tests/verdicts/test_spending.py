"""Money by source and phase: the range of each total, and what it rests on."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve

from each import for_each
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
from nsc_program.plan import facts
from nsc_program.records import AnyRecord
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


def support(
    number: int = 1,
    *money: Funding,
    **changes: Any,  # noqa: ANN401 - the fields of a support
) -> Support:
    """Return a support inside the first phase, with 90 million of the budget by default."""
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


class TestNumberOfTotals:
    """Each phase and source has a total, and there may be ten thousand at most."""

    def test_too_many_totals_are_refused(self) -> None:
        sources = MOST_TOTALS // len(HANOI.phases) - len(HANOI.funding_sources)
        many = [Funding(f"other-{number}", 1) for number in range(sources)]

        assert MOST_TOTALS == len(funding(HANOI, claimed(support(1, *many))))
        with pytest.raises(InvalidValue, match="needs 10002 totals"):
            funding(HANOI, claimed(support(1, *many, Funding("one-more", 1))))

    def test_the_refusal_is_in_vietnamese_too(self) -> None:
        many = [Funding(f"other-{number}", 1) for number in range(MOST_TOTALS)]
        with pytest.raises(InvalidValue) as refused:
            funding(HANOI, claimed(support(1, *many)))

        assert "2 giai đoạn hoặc năm, mỗi kỳ 10002 nguồn" in refused.value.in_("vi")


class TestLowEnd:
    """The low end is the money of verified supports that are entirely within the phase."""

    def test_a_support_inside_a_phase_is_certain(self) -> None:
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

    @for_each(
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
    def test_a_support_across_the_end_of_a_phase_is_uncertain(
        self, started: date, completed: date | None, first: tuple[int, int], second: tuple[int, int]
    ) -> None:
        day = date(2032, 1, 1)
        register = claimed(support(started_on=started, completed_on=completed), through=day)

        found = [total(register, phase=phase, as_of=day).vnd for phase in (EARLIER, LATER)]
        assert [millions(*first), millions(*second)] == found

    def test_an_unverified_support_is_in_the_high_end_only(self) -> None:
        found = total(claimed(support(1), support(2, verified=False)))

        assert (millions(90, 180), 1, 1) == (found.vnd, found.supports, found.perhaps)

    def test_an_annulled_record_does_not_count(self) -> None:
        withdrawn = support(recorded_on=CLOSE, annulled=True)

        assert Range.exactly(0) == total(claimed(support(), withdrawn)).vnd

    @pytest.mark.parametrize(
        "changes", [{"kind": kind} for kind in EnterpriseKind] + [{"level": each} for each in Level]
    )
    def test_the_kind_of_recipient_does_not_matter(self, changes: dict[str, Any]) -> None:
        assert millions(90, 90) == total(claimed(support(**changes))).vnd


class TestAsOf:
    """A total is as of the close of a day: events and claims after that day do not count."""

    def test_a_future_completion_may_come_at_another_time(self) -> None:
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

    def test_a_datetime_is_refused(self) -> None:
        with pytest.raises(InvalidType, match=r"^as_of: expected a date, got datetime"):
            funding(HANOI, Register(), as_of=datetime(2025, 12, 31, tzinfo=UTC))

    def test_without_a_day_all_days_count(self) -> None:
        late = support(started_on=date(2029, 1, 1), completed_on=date(2030, 12, 31))
        found = {(each.source, each.phase): each.supports for each in funding(HANOI, claimed(late))}

        assert 1 == found[BUDGET, LATER.id]


class TestNotRecorded:
    """Money that is not recorded is not zero; money recorded as zero is."""

    def test_a_support_without_funding_leaves_the_total_open(self) -> None:
        found = total(claimed(support(1), support(2, funding=())), OTHER)

        assert (millions(0, None), 1) == (found.vnd, found.not_recorded)

    @pytest.mark.parametrize(
        "changes",
        [{"verified": False}, {"completed_on": None}, {"started_on": date(2020, 1, 1)}],
        ids=str,
    )
    def test_a_support_that_may_belong_to_the_phase_counts_as_not_recorded(
        self, changes: dict[str, Any]
    ) -> None:
        assert 1 == total(claimed(support(funding=(), **changes))).not_recorded

    def test_a_support_of_another_phase_does_not_matter(self) -> None:
        long_ago = support(funding=(), started_on=date(2020, 1, 1), completed_on=date(2020, 12, 31))

        assert (Range.exactly(0), 0) == (
            total(claimed(long_ago)).vnd,
            total(claimed(long_ago)).not_recorded,
        )

    def test_zero_is_recorded(self) -> None:
        found = total(claimed(support(1, Funding(BUDGET, 0))))

        assert (Range.exactly(0), 1, 0) == (found.vnd, found.supports, found.not_recorded)

    def test_a_source_of_the_plan_that_a_support_omits_is_not_recorded(self) -> None:
        """A list with a column for the budget only does not tell the money of the other source."""
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
    def test_a_support_that_may_belong_and_omits_the_source_is_not_recorded(
        self, changes: dict[str, Any]
    ) -> None:
        found = total(claimed(support(1, Funding(BUDGET, 1), **changes), support(2)), OTHER)

        assert (Range(0, None), 1) == (found.vnd, found.not_recorded)

    def test_a_source_outside_the_plan_need_not_be_listed(self) -> None:
        """A support without recorded money is the exception: its money may come from anywhere."""
        register = claimed(support(1, Funding("a-loan", MILLION)), support(2))
        assert (millions(1, 1), 0) == (
            total(register, "a-loan").vnd,
            total(register, "a-loan").not_recorded,
        )
        assert (millions(90, None), 1) == (total(register).vnd, total(register).not_recorded)

        found = total(register.merge(Register([support(3, funding=())])), "a-loan")
        assert (millions(1, None), 1) == (found.vnd, found.not_recorded)

    def test_in_a_plan_without_sources_no_source_needs_to_be_listed(self) -> None:
        plan = evolve(HANOI, funding_sources=())
        register = claimed(support(1, Funding("a", 1)), support(2, Funding("b", 2)))

        found = funding(plan, register, as_of=CLOSE)[:2]

        assert [("a", Range.exactly(1)), ("b", Range.exactly(2))] == [
            (each.source, each.vnd) for each in found
        ]
        assert {(True, 0)} == {(each.lawful, each.not_recorded) for each in found}


class TestFacts:
    """A plain fact implies a support, and tells nothing about its money."""

    @pytest.mark.parametrize(
        ("indicator", "on", "expected"),
        [
            ("supported", CLOSE, [1, 0]),
            ("supported/city", date(2026, 2, 1), [1, 1]),  # it may have begun in the first phase
            ("supported/started", CLOSE, [1, 1]),  # it may go on
            ("supported/started", date(2026, 2, 1), [0, 1]),
            ("supported", date(2020, 12, 31), [0, 0]),
            ("supported", date(2028, 1, 1), [0, 0]),  # in the future
            ("bodies", CLOSE, [0, 0]),
        ],
    )
    def test_a_fact_may_belong_to_these_phases(
        self, indicator: str, on: date, expected: list[int]
    ) -> None:
        register = claimed(Fact(indicator, "SAMPLE-9", on))

        found = (
            total(register, phase=phase, as_of=date(2026, 6, 30)) for phase in (EARLIER, LATER)
        )
        assert expected == [each.not_recorded for each in found]

    def test_several_facts_about_an_enterprise_count_once(self) -> None:
        register = claimed(
            *(Fact(name, "SAMPLE-9", CLOSE) for name in ("supported", "supported/city"))
        )

        assert (1, None) == (total(register).not_recorded, total(register).vnd.high)

    def test_a_fact_that_a_support_implies_adds_nothing(self) -> None:
        assert millions(90, 90) == total(claimed(support(), *facts(HANOI, support()))).vnd
        city = Fact("supported/city", "SAMPLE-9", CLOSE)  # which that support does not imply
        assert 1 == total(claimed(support(), city)).not_recorded

    def test_each_enterprise_counts_once(self) -> None:
        ways = ("supported", "supported/cooperatives")
        told = [Fact(way, f"SAMPLE-{number}", CLOSE) for number, way in enumerate(ways, 7)]

        assert (
            4 == total(claimed(*told, support(1, funding=()), support(2, funding=()))).not_recorded
        )


class TestClaims:
    """The high end exists only if all supports that may be of the phase were recorded and read."""

    def test_without_a_claim_there_is_no_high_end(self) -> None:
        found = total(Register([support()]))

        assert (millions(90, None), (Period.until(CLOSE),)) == (found.vnd, found.missing)

    def test_an_earlier_support_may_continue_into_the_phase(self) -> None:
        """A support from 2020 to after 2025 has no event in the phase for a claim to cover."""
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

    def test_a_claim_ends_with_the_day_it_was_made(self) -> None:
        early = Completeness(Support, Period.until(CLOSE), recorded_on=date(2025, 6, 30))
        vain = Completeness(Support, EARLIER.period, recorded_on=date(2019, 1, 1))

        assert (Period(date(2025, 7, 1), CLOSE),) == total(
            Register([support()], [early, vain])
        ).missing

    @pytest.mark.parametrize("what", ["supported", "supported/started/cooperatives", "Training"])
    def test_a_claim_about_an_indicator_gives_no_high_end(self, what: str) -> None:
        """Households are not counted by any indicator, and their supports cost money."""
        assert (
            total(Register([support()], [Completeness(what, Period.until(CLOSE))])).vnd.high is None
        )

    def test_a_rejected_row_leaves_no_high_end(self) -> None:
        another = RejectedRow(what="Support", id="s2")
        found = total(claimed(support(), rejected=[another, RejectedRow(what="Training", id="t1")]))

        assert (millions(90, None), 1) == (found.vnd, found.rejected)

    def test_a_settled_row_does_not_matter(self) -> None:
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

    def test_only_a_row_without_an_id_may_withdraw_any_support(self) -> None:
        unknown = RejectedRow(what="Support", id="row", recorded_on=CLOSE, identified=False)
        others = [evolve(unknown, what="Training"), evolve(unknown, id="s9", identified=True)]

        assert (
            millions(90, None)
            == total(claimed(support(1), support(2), rejected=[unknown, *others])).vnd
        )
        assert millions(180, None) == total(claimed(support(1), support(2), rejected=others)).vnd


class TestSources:
    """The plan's sources come first, in its order, then all others, so that no money is lost."""

    def test_a_source_outside_the_plan_has_a_total_too(self) -> None:
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
    """The columns are phase, source, amount and remarks, and every cell is text."""

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
                    ("2021-2025", "ngân sách nhà nước", "1.250 triệu đồng", DOUBTFUL_VI),
                    (
                        *("2021-2025", "nguồn vốn huy động hợp pháp khác", "chưa có số liệu"),
                        "1 lượt hỗ trợ chưa ghi kinh phí từ nguồn này",
                    ),
                    (
                        "2021-2025",
                        "a-loan (không thuộc các nguồn kinh phí của Kế hoạch)",
                        "từ 0 đến 1 triệu đồng",
                        DOUBTFUL_VI,
                    ),
                    (
                        "2026-2030",
                        "ngân sách nhà nước",
                        "chưa có số liệu",
                        (
                            "1 lượt hỗ trợ chưa ghi kinh phí từ nguồn này; "
                            "chưa xác nhận đầy đủ số liệu: từ 01/7/2026 đến 31/12/2030"
                        ),
                    ),
                ),
            ),
            (
                "en",
                (
                    ("2021-2025", "state budget", "1,250 million đồng", DOUBTFUL_EN),
                    (
                        "2021-2025",
                        "other lawful sources",
                        "unknown",
                        "1 without recorded funding from this source",
                    ),
                    (
                        "2021-2025",
                        "a-loan (not among the plan's lawful sources)",
                        "between 0 and 1 million đồng",
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
    def test_the_rows_are_as_expected(self, lang: Lang, rows: tuple[tuple[str, ...], ...]) -> None:
        day = date(2026, 6, 30)

        grid = funding_grid(funding(HANOI, self.REGISTER, as_of=day), HANOI, day, lang)

        assert rows == grid.rows[:4]
        assert {len(grid.headings)} == {len(row) for row in grid.rows}
        assert {"vi": "30/6/2026", "en": "2026-06-30"}[lang] in grid.title

    def test_supports_without_recorded_money_are_in_the_remarks(self) -> None:
        register = claimed(support(1, Funding("a-loan", MILLION)), support(2, funding=()))

        grids = [
            funding_grid([total(register, "a-loan")], HANOI, CLOSE, lang) for lang in ("vi", "en")
        ]

        expected = [
            ("ít nhất 1 triệu đồng", "1 lượt hỗ trợ chưa ghi kinh phí"),
            ("at least 1 million đồng", "1 without recorded funding"),
        ]
        assert expected == [grid.rows[0][2:] for grid in grids]

    def test_rejected_rows_are_in_the_remarks(self) -> None:
        register = claimed(
            support(), rejected=[RejectedRow(what="Support", id=f"row {n}") for n in range(1200)]
        )

        grids = [funding_grid([total(register)], HANOI, CLOSE, lang) for lang in ("vi", "en")]

        expected = [
            ("ít nhất 90 triệu đồng", "1.200 lượt hỗ trợ nằm trong các dòng chưa tiếp nhận được"),
            ("at least 90 million đồng", "1,200 in rejected rows"),
        ]
        assert expected == [grid.rows[0][2:] for grid in grids]

    def test_a_phase_of_another_plan_is_refused(self) -> None:
        with pytest.raises(UnknownId, match="no phase 'first'"):
            funding_grid([evolve(total(Register()), phase="first")], HANOI, CLOSE, "en")
