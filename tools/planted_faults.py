"""Break the library's rules one at a time, in a copy, and show that the tests notice each.

A fault is a text of one file that stands there once, and what takes its place. `python tools/planted_faults.py` runs
them all, or those whose names hold a word: `python tools/planted_faults.py report`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
COPIED = (
    "src",
    "tests",
    "docs",
    "README.md",
    "CHANGELOG.md",
    "conftest.py",
    "pyproject.toml",
    "tools",
)
# What notices most, first; a run ends at the first failure.
TESTS = (
    "tests/test_figures.py",
    "tests/test_targets.py",
    "tests/test_reporting.py",
    "tests/test_yearly.py",
)
MORE = (
    "tests/test_rejected_rows.py",
    "tests/test_corrections.py",
    "tests/test_ids_used_again.py",
    "tests/test_validators.py",
    "tests/test_evaluation.py",
    "tests/test_editions.py",
    "tests/test_hinges.py",
    "tests/test_long_numbers.py",
    "tests/test_sweep.py",
    "tests/test_tracing.py",
    "tests/test_spending.py",
    "tests/test_oracle.py",
)
CHECKS = (
    *("tests/test_checks_absences.py", "tests/test_checks_days.py", "tests/test_checks_plan.py"),
    *("tests/test_checks_entries.py", "tests/test_findings.py"),
)


class Fault(NamedTuple):
    """A rule that is broken: in which file of the package, and how."""

    name: str
    file: str
    before: str
    after: str


FAULTS = (
    # what counts
    Fault("rows are counted for keys", "figures/_counts.py", "things.add(key, unnamed", "things.add(f'{key} {on} {id(on)}', unnamed"),
    Fault("what is not verified counts as verified", "figures/_counts.py", "self.verified if verified else", "self.verified if key else"),
    Fault("the day of judgement is not counted", "figures/_counts.py", "if first <= on <= last", "if first <= on < last"),
    # what is claimed
    Fault("no claim means that there is no more", "figures/_joining.py", "None if any(self.missing(period)) else", "None if period.end > self.as_of else"),
    # what is reported
    Fault("distinct things of several reports are summed", "figures/_joining.py", "additive=indicator.additive)\n        alone", "additive=True)\n        alone"),
    Fault("a step leads back at a cost", "figures/_network.py", "node - 1, 0, None)", "node - 1, 1, None)"),
    Fault("a period begins a day later than it does", "figures/_network.py", "period.first.toordinal() - 1", "period.first.toordinal()"),
    Fault("a clash leaves the parts alone", "figures/_clashes.py", "yield evolve(statement, range=hull([statement.range, instead[statement]]))", "yield statement"),
    Fault("a wrong count is wrong in one period only", "figures/_clashes.py", "return statement.about if statement.reports else None", "return statement.about"),
    # what was known, and what could not be read
    Fault("the first conflict is the only one told", "records/_versions.py", "            conflicts.add(name)\n", "            raise RegisterConflict(name)\n"),
    Fault("conflicts are told as they come", "records/_versions.py", "*sorted(found, key=lambda name: (*name[:2], *map(earliest_first, name[2:])))", "*found"),
    Fault("what was merged once is refused", "records/_versions.py", "if set().union(*held) not in held}", "if any(held[0] != each for each in held)}"),
    Fault("two registers that share a key are never refused", "records/_versions.py", "if set().union(*held) not in held}", "if not set.intersection(*held)}"),
    Fault("a branch is another enterprise when merging", "records/_versions.py", "            return head_office(code)\n", "            return code\n"),
    Fault("one person may stand for several people", "records/_versions.py", "None if heads == 1 else _SEVERAL_PEOPLE", "None"),
    Fault("a row is nothing more", "figures/_joining.py", "size.unverified + rejected", "size.unverified"),
    Fault("a row of an unknown record withdraws nothing", "figures/_joining.py", "size.verified - self.register.things_withdrawn(self.indicator.id)", "size.verified"),
    Fault("nothing is told of rows", "figures/_joining.py", "        if rejected:\n", "        if rejected and not rejected:\n"),
    # every reading
    Fault("a question decides where others differ too", "verdicts/_hinges.py", "if question in asked and question != leaving_out", "if question == asked and question != leaving_out"),
)  # fmt: skip


def planted(fault: Fault, text: str) -> str:
    """The text of a file with the fault in it.

    Raises:
        SystemExit: if what is to be replaced does not stand there once.
    """
    if text.count(fault.before) != 1:
        sys.exit(
            f"{fault.name}: {fault.before!r} stands {text.count(fault.before)} times in {fault.file}"
        )
    return text.replace(fault.before, fault.after)


def _notices(folder: Path) -> bool:
    done = subprocess.run(  # noqa: S603  # our own tests
        [
            sys.executable,
            "-m",
            "pytest",
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            *TESTS,
            *MORE,
            *CHECKS,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    return done.returncode != 0  # they pass without a fault


def main(words: list[str]) -> int:
    """Plant each fault whose name holds one of the words; fail if one goes unnoticed."""
    chosen = [fault for fault in FAULTS if not words or any(word in fault.name for word in words)]
    unnoticed = []
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "copy"
        folder.mkdir()
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, folder / name)
        if _notices(folder):
            sys.exit("the tests fail without a fault")
        for number, fault in enumerate(chosen, 1):
            path = folder / "src" / "nsc_program" / fault.file
            sound = path.read_text(encoding="utf-8")
            path.write_text(planted(fault, sound), encoding="utf-8")
            found = _notices(folder)
            path.write_text(sound, encoding="utf-8")
            sys.stdout.write(
                f"{number:3}/{len(chosen)} {'noticed  ' if found else 'UNNOTICED'} {fault.name}\n"
            )
            sys.stdout.flush()
            unnoticed += [] if found else [fault.name]
    sys.stdout.write(f"{len(chosen) - len(unnoticed)} of {len(chosen)} faults noticed\n")
    return int(bool(unnoticed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
