"""What is reached so far: nothing, nothing known, or a number."""

from datetime import date

import pytest

from building import models, supports, trainings
from nsc_program import HANOI, Completeness, Period, PilotModel, Register, RejectedRow, assess
from nsc_program.records import AnyRecord
from nsc_program.report import table
from nsc_program.report.grids import change_grid
from nsc_program.values import Lang
from nsc_program.verdicts import compare_phases

DAY = date(2026, 6, 30)
LATER = date(2026, 3, 1)
COMPLETE = Completeness(PilotModel, Period.until(DAY))
ROW = RejectedRow(what=PilotModel, id="m9")


def reached(register: Register, target: str, lang: Lang) -> str:
    """Return what the table says of a target."""
    sections = table(assess(HANOI, register, as_of=DAY), lang).sections
    return next(row.reached for section in sections for row in section.rows if row.id == target)


@pytest.mark.parametrize(
    ("register", "vi", "en"),
    [
        (Register(), "chưa có số liệu", "unknown"),
        (
            Register((), [COMPLETE]),
            "0 doanh nghiệp (đến hết 30/6/2026)",
            "0 enterprises (through 2026-06-30)",
        ),
        (Register((), [COMPLETE], [ROW]), "chưa có số liệu", "unknown"),
    ],
    ids=["nothing known", "nothing so far", "perhaps a row"],
)
def test_nothing_so_far_is_not_nothing_known(register: Register, vi: str, en: str) -> None:
    target = "2026-2030/models"
    assert (vi, en) == (reached(register, target, "vi"), reached(register, target, "en"))


@pytest.mark.parametrize(
    ("records", "target", "en"),
    [
        (supports(3, LATER), "2026-2030/supported", "≥ 3 enterprises"),
        (trainings(2, LATER), "2026-2030/trained", "≥ 2 people"),
        (models(1), "2021-2025/models", "1 enterprise"),
    ],
)
def test_a_number_is_written_as_it_is(records: list[AnyRecord], target: str, en: str) -> None:
    assert en == reached(Register(records, [COMPLETE]), target, "en")


def test_a_comparison_says_it_without_the_unit() -> None:
    evaluation = assess(HANOI, Register((), [COMPLETE]), as_of=DAY)
    grid = change_grid(compare_phases(evaluation, "2021-2025", "2026-2030"), "en")
    row = next(row for row in grid.rows if row[0].startswith("pilot models to share"))
    assert ("0", "0 (through 2026-06-30)") == (row[2], row[4])
