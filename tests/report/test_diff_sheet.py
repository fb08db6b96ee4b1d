"""What changed between two evaluations as a sheet, for people and for programs."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from nsc_program import (
    HANOI,
    About,
    Completeness,
    Period,
    Reading,
    Register,
    Status,
    Support,
    assess,
)
from nsc_program.report import diff_sheet, written
from nsc_program.verdicts import diff

DAY = date(2025, 12, 31)
SUPPORTED = "2021-2025/supported"


def register(*names: str) -> Register:
    """Return a register with a support for each name."""
    supports = (
        Support(
            id=name,
            enterprise=f"MADE-UP-{name}",
            started_on=date(2024, 3, 1),
            completed_on=date(2024, 6, 30),
        )
        for name in names
    )
    return Register(supports, [Completeness(Support, Period.of_years(2021, 2026))])


def test_a_row_has_the_id_the_status_the_figures_and_the_number_of_records() -> None:
    before, after = register("a"), register("a", "b")
    one, other = (assess(HANOI, held, as_of=DAY) for held in (before, after))
    rows = {row[0]: row for row in diff_sheet(diff(one, other, registers=(before, after))).rows}
    title, *shown = [written(cell, "vi") for cell in rows[SUPPORTED][1:]]
    assert "Doanh nghiệp được hỗ trợ" == title
    assert ["Không đạt", "Không đạt", "", "", "1", "2", "", "", "1"] == shown


def test_a_number_that_another_edition_sets_is_told() -> None:
    """Nothing else changed: the status and the figures are the same."""
    first = HANOI.phases[0]
    targets = [
        evolve(each, bound=About(1_600)) if each.id == SUPPORTED else each for each in first.targets
    ]
    edition = evolve(
        HANOI,
        edition="2/KH-SAMPLE",
        phases=(evolve(first, targets=tuple(targets)), *HANOI.phases[1:]),
    )
    one, other = (assess(plan, register("a"), as_of=DAY) for plan in (HANOI, edition))
    found = diff(one, other)
    assert [SUPPORTED] == [change.target.id for change in found.changes if change.has_other_number]
    sheet = diff_sheet(found)
    place = sheet.column("id").index(SUPPORTED)
    before, after = (sheet.column(name)[place] for name in ("number_before", "number_after"))
    assert ("about 1,500 enterprises", "about 1,600 enterprises") == (before.en, after.en)
    assert sheet.title.en == f"Changes since the last time (plan {HANOI.edition}, now 2/KH-SAMPLE)"


def test_answers_stand_with_the_notes() -> None:
    strict = Reading(tolerance=Fraction(0))
    one, other = (assess(HANOI, register(), as_of=DAY, reading=how) for how in (Reading(), strict))
    sheet = diff_sheet(diff(one, other))
    place = sheet.column("id").index(SUPPORTED)
    (added,), (removed,) = (sheet.column(name)[place] for name in ("notes_added", "notes_removed"))
    assert "“khoảng N” (about N): how far below N still counts: 0%" == added.en
    assert removed.vi.startswith("“khoảng” cho phép thấp hơn 5%")


def test_a_target_that_is_gone_has_no_status_now() -> None:
    first = HANOI.phases[0]
    less = evolve(HANOI, phases=(evolve(first, targets=first.targets[:2]), *HANOI.phases[1:]))
    whole, part = (assess(plan, register(), as_of=DAY) for plan in (HANOI, less))
    gone = diff_sheet(diff(whole, part))
    place = gone.column("id").index(SUPPORTED)
    assert Status.MISSED is gone.column("status_before")[place]
    assert gone.column("status_after")[place] is None
    assert () == gone.column("notes_added")[place]
