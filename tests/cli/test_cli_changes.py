"""The command `changes`: what changed since the last time, and what was known then."""

from datetime import date
from pathlib import Path

import pytest

from building import supports
from command import SAMPLE, run
from nsc_program import Register, Support, cli
from nsc_program.serialization import from_json, to_json
from nsc_program.verdicts import Diff

pytestmark = pytest.mark.usefixtures("read_and_counted_once")

_TEMPLATE = Path(cli.__file__).parent / "made-up-plan.toml"
MARCH, JUNE = ("--since", "2026-03-31"), ("--as-of", "30/6/2026")


def saved(path: Path, *records: Support) -> Path:
    """Write a register to a file."""
    path.write_text(to_json(Register(records)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("lang", "title", "row"),
    [
        (
            "vi",
            "Thay đổi so với lần trước (từ hết ngày 31/3/2026 đến hết ngày 30/6/2026)",
            ("Đang thực", "Đạt", "≥ 0", "≥ 10"),
        ),
        (
            "en",
            "Changes since the last time (from the close of 2026-03-31 to the close of 2026-06-30)",
            ("Pending", "Attained", "≥ 0", "≥ 10"),
        ),
    ],
)
def test_the_sample(
    capsys: pytest.CaptureFixture[str], lang: str, title: str, row: tuple[str, ...]
) -> None:
    code, out, err = run(capsys, "changes", SAMPLE, *MARCH, *JUNE, "--lang", lang)
    lines = out.splitlines()

    assert (0, "") == (code, err)
    assert (title, True) == (lines[0], lines[1].endswith(f": {SAMPLE}"))
    assert any(row == tuple(cell.strip() for cell in line.split("│"))[1:5] for line in lines)


def test_nothing_changed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = saved(tmp_path / "register.json", *supports(2))
    code, out, _ = run(capsys, "changes", path, *MARCH, "--as-of", "2026-03-31", "--lang", "en")

    assert 0 == code
    assert out.endswith("\n\nNothing changed.\n")


def test_the_last_time_knows_only_what_was_recorded(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    late = Support(
        id="late",
        enterprise="SAMPLE-1",
        started_on=date(2026, 1, 5),
        completed_on=date(2026, 2, 5),
        recorded_on=date(2026, 5, 1),
    )
    path = saved(tmp_path / "register.json", late)
    _, out, _ = run(capsys, "changes", path, *MARCH, *JUNE, "--lang", "en", "--width", "80")

    assert "Figures before: unknown" in out or "Figures before: ≥ 0" in out
    assert "Figures now: ≥ 1" in out


def test_the_file_of_the_last_time(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    on = date(2026, 2, 5)
    old = saved(tmp_path / "march.json", *supports(1, on))
    new = saved(tmp_path / "june.json", *supports(3, on))
    given = ("--before", old, "--lang", "en", "--width", "80")
    code, out, _ = run(capsys, "changes", new, *MARCH, *JUNE, *given)

    assert 0 == code
    assert f"Register:{old},{new}" in "".join(out.split())
    assert "Figures before: ≥ 1" in out
    assert "Figures now: ≥ 3" in out


def test_days_that_are_exchanged_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    days = ("--since", "2026-06-30", "--as-of", "2026-03-31")
    code, _, err = run(capsys, "changes", SAMPLE, *days, "--lang", "en")

    assert 2 == code
    assert "--since: this day is after that of --as-of; exchange the two" in err


def test_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "changes", SAMPLE, *MARCH, *JUNE, "--format", "json")
    found = from_json(out, Diff)

    assert (0, "") == (code, err)
    assert (date(2026, 3, 31), date(2026, 6, 30)) == (found.before.as_of, found.after.as_of)
    assert found["2026-2030/models"].records


def test_a_number_that_a_later_edition_sets_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The plan of the template with 12 clubs is in force until one asks for 20."""
    old = _TEMPLATE.read_text(encoding="utf-8")
    new = old.replace("ít nhất 12 câu", "ít nhất 20 câu").replace("01/KH-", "02/KH-")
    new = new.replace("in_force_from = 2026-01-15", "in_force_from = 2027-06-01")
    plans = [tmp_path / "old.toml", tmp_path / "new.toml"]
    for path, text in zip(plans, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    register = saved(tmp_path / "register.json", *supports(1))
    days = ("--since", "2027-05-31", "--as-of", "2027-06-01", "--lang", "en", "--width", "200")
    of_plans = [word for path in plans for word in ("--program", path)]
    code, out, _ = run(capsys, "changes", register, *days, *of_plans)

    assert 0 == code
    assert "(plan 01/KH-SAMPLE, now 02/KH-SAMPLE)" in out
    assert "at least 12 clubs" in " ".join(out.split())
    assert "at least 20" in " ".join(out.split())
