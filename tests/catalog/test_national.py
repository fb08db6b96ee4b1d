"""The national programme: nine targets over three horizons, decided from reported figures."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from each import for_each
from nsc_program import (
    HANOI,
    NATIONAL,
    Evaluation,
    Growth,
    Period,
    Range,
    Reading,
    Register,
    ReportedFigure,
    Status,
    YearlyGrowth,
    evaluate,
    tally,
)
from nsc_program.catalog import PLANS
from nsc_program.figures import NotClaimedComplete, Reported
from nsc_program.plan import Bound
from nsc_program.plan._bases import Reached
from nsc_program.plan._bounds import About, AtLeast, Between
from nsc_program.verdicts._notes import BaselineMayBeZero

AFTER = date(2031, 6, 30)
FIRST, SECOND, WHOLE, BEFORE = (
    Period.of_years(*years) for years in ((2021, 2025), (2026, 2030), (2021, 2030), (2011, 2020))
)
YEARS = WHOLE.years

# The table of sources says this of each target, word for word: its number, its wording and its
# basis.
TARGETS: Mapping[str, tuple[str, Bound, object, str]] = {
    "2021-2025/harmonised": ("standards/harmonised", About(65), Reached(), "đạt khoảng 65%"),
    "2021-2025/experts": ("experts/certified", About(600), Reached(), "khoảng 600 chuyên gia"),
    "2026-2030/harmonised": (
        "standards/harmonised",
        Between(70, 75, about=True),
        Reached(),
        "đạt khoảng 70-75%",
    ),
    "2026-2030/experts": ("experts/certified", About(1000), Reached(), "khoảng 1.000 chuyên gia"),
    "2026-2030/experts-international": (
        "experts/either-level",
        About(200),
        Reached(),
        "khoảng 200 chuyên gia … trình độ khu vực và quốc tế",
    ),
    "2021-2030/supported": (
        "supported",
        Between(10, 15),
        YearlyGrowth(),
        "hàng năm tăng từ 10-15%",
    ),
    "2021-2030/iso-9001": (
        "certificates/iso-9001",
        AtLeast(10),
        Growth(BEFORE),
        "tăng ít nhất 10% so với giai đoạn 2011-2020",
    ),
    "2021-2030/iso-14001": (
        "certificates/iso-14001",
        AtLeast(10),
        Growth(BEFORE),
        "tăng ít nhất 10% so với giai đoạn 2011-2020",
    ),
    "2021-2030/models": (
        "models/nation",
        AtLeast(100),
        Reached(),
        "ít nhất 100 DN … mô hình điểm để chia sẻ, nhân rộng trên toàn quốc",
    ),
}


def reported(indicator: str, period: Period, value: int | Fraction) -> ReportedFigure:
    """Return a made-up report."""
    name = f"SAMPLE-{indicator}-{period.end}"
    return ReportedFigure(
        id=name, indicator=indicator, period=period, value=value, issued=date(2031, 3, 31)
    )


def growing(first: int, percent: int) -> list[ReportedFigure]:
    """Return supported enterprises that grow by a percentage each year, rounded up."""
    counts = [first]
    for _ in YEARS[1:]:
        counts.append(-(-counts[-1] * (100 + percent) // 100))
    return [reported("supported", year, count) for year, count in zip(YEARS, counts, strict=True)]


ENOUGH = [
    reported("standards/harmonised", FIRST, Fraction(247, 4)),  # 61.75 is 65 less a twentieth
    reported("experts/certified", FIRST, 570),
    reported("standards/harmonised", SECOND, Fraction(133, 2)),  # and 66.5 is 70 less a twentieth
    reported("experts/certified", SECOND, 950),
    reported("experts/either-level", SECOND, 190),
    *growing(100, 10),
    reported("certificates/iso-9001", BEFORE, 1000),
    reported("certificates/iso-9001", WHOLE, 1100),
    reported("certificates/iso-14001", BEFORE, 300),
    reported("certificates/iso-14001", WHOLE, 330),
    reported("models/nation", WHOLE, 100),
]


def judged(records: list[ReportedFigure], reading: Reading = Reading()) -> Evaluation:
    return evaluate(NATIONAL, tally(NATIONAL, Register(records), as_of=AFTER), reading)


class TestTargets:
    """Each target is as in the table of sources."""

    def test_there_are_nine_over_three_horizons(self) -> None:
        assert list(TARGETS) == [target.id for target in NATIONAL.targets]
        assert [FIRST, SECOND, WHOLE] == [phase.period for phase in NATIONAL.phases]

    @for_each("target", TARGETS)
    def test_a_target_has_its_number_and_words(self, target: str) -> None:
        found = NATIONAL.target(target)

        assert TARGETS[target] == (
            NATIONAL.indicator_of(target).id,
            found.bound,
            found.basis,
            found.citations[0].words,
        )

    def test_the_decision_itself_was_not_seen(self) -> None:
        assert all(document.remark is not None for document in NATIONAL.documents)
        assert NATIONAL.in_force_from is None

    def test_parts_have_their_wholes(self) -> None:
        """Certificates are a part of the enterprises in another unit: they are never compared."""
        assert {"2026-2030/experts-international": "2026-2030/experts"} | dict.fromkeys(
            ("2021-2030/iso-9001", "2021-2030/iso-14001"), "2021-2030/supported"
        ) == {target.id: target.part_of for target in NATIONAL.targets if target.part_of}


def test_the_page_of_sources_has_the_same_words() -> None:
    page = (Path(__file__).parents[2] / "docs" / "explanation" / "sources.md").read_text(
        encoding="utf-8"
    )

    for target in NATIONAL.targets:
        assert f"| `{target.id}` | “{target.citations[0].words}” |" in page


class TestFromReportedFigures:
    """Reports can decide every target, on both sides of its number."""

    def test_just_enough_is_attained(self) -> None:
        evaluation = judged(ENOUGH)

        assert dict.fromkeys(TARGETS, Status.ATTAINED) == {
            target: evaluation[target].status for target in TARGETS
        }

    @pytest.mark.parametrize(
        ("target", "short"),
        [
            (
                "2021-2025/harmonised",
                [reported("standards/harmonised", FIRST, Fraction(61749, 1000))],
            ),
            ("2021-2025/experts", [reported("experts/certified", FIRST, 569)]),
            (
                "2026-2030/harmonised",
                [reported("standards/harmonised", SECOND, Fraction(66499, 1000))],
            ),
            ("2026-2030/experts", [reported("experts/certified", SECOND, 949)]),
            ("2026-2030/experts-international", [reported("experts/either-level", SECOND, 189)]),
            ("2021-2030/supported", growing(100, 9)),
            (
                "2021-2030/iso-9001",
                [
                    reported("certificates/iso-9001", BEFORE, 1000),
                    reported("certificates/iso-9001", WHOLE, 1099),
                ],
            ),
            ("2021-2030/models", [reported("models/nation", WHOLE, 99)]),
        ],
    )
    def test_just_short_is_missed(self, target: str, short: list[ReportedFigure]) -> None:
        assert Status.MISSED is judged(short)[target].status

    def test_without_reports_nothing_is_decided(self) -> None:
        evaluation = judged([])

        assert {Status.UNDECIDED} == {evaluation[target].status for target in TARGETS}
        assert any(
            isinstance(note, BaselineMayBeZero) for note in evaluation["2021-2030/iso-9001"].notes
        )
        assert any(
            isinstance(note, NotClaimedComplete) for note in evaluation["2021-2030/models"].notes
        )

    def test_a_verdict_names_its_reports(self) -> None:
        notes = judged(ENOUGH)["2021-2030/iso-9001"].notes

        assert {
            "SAMPLE-certificates/iso-9001-2020-12-31",
            "SAMPLE-certificates/iso-9001-2030-12-31",
        } == {note.report for note in notes if isinstance(note, Reported)}

    def test_a_mean_growth_is_enough_only_under_that_reading(self) -> None:
        """One year has no growth, and the mean is 10 %: whether that is enough is a question."""
        counts = [100, 100, *([400] * 8)]
        uneven = [
            reported("supported", year, count) for year, count in zip(YEARS, counts, strict=True)
        ]

        assert Status.MISSED is judged(uneven)["2021-2030/supported"].status
        assert (
            Status.ATTAINED
            is judged(uneven, Reading(each_year=False))["2021-2030/supported"].status
        )

    def test_a_share_lies_between_0_and_100(self) -> None:
        assert Range(0, 100) == NATIONAL.indicator("standards/harmonised").domain


def test_every_plan_is_found_by_its_id() -> None:
    assert {plan.id: plan for plan in (HANOI, NATIONAL)} == dict(PLANS)
    assert 2 == len(PLANS)
