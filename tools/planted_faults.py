"""Break the library's rules one at a time, in a copy, and check that the tests notice each fault.

A fault is a text that occurs once in one file, and the text that replaces it.
`python tools/planted_faults.py` plants them all; `python tools/planted_faults.py report` plants only
the faults whose names contain a word.
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
    "README.vi.md",
    "CHANGELOG.md",
    "conftest.py",
    "pyproject.toml",
    "tools",
)
# The tests that notice most faults come first, because a run ends at the first failure.
TESTS = (
    "tests/figures/test_figures.py",
    "tests/plan/test_targets.py",
    "tests/figures/test_reporting.py",
    "tests/figures/test_yearly.py",
)
MORE = (
    "tests/records/test_rejected_rows.py",
    "tests/records/test_corrections.py",
    "tests/records/test_ids_used_again.py",
    "tests/values/test_validators.py",
    "tests/verdicts/test_evaluation.py",
    "tests/plan/test_editions.py",
    "tests/verdicts/test_hinges.py",
    "tests/values/test_long_numbers.py",
    "tests/verdicts/test_sweep.py",
    "tests/verdicts/test_tracing.py",
    "tests/verdicts/test_spending.py",
    "tests/figures/test_shares.py",
    "tests/figures/test_report_parts.py",
    "tests/figures/test_oracle.py",
)
CHECKS = (
    *(
        "tests/checks/test_checks_absences.py",
        "tests/checks/test_checks_days.py",
        "tests/checks/test_checks_plan.py",
    ),
    *("tests/checks/test_checks_entries.py", "tests/checks/test_findings.py"),
)


class Fault(NamedTuple):
    """A rule to break.

    Attributes:
        name: What is wrong then, in words.
        file: The file, relative to the package.
        before: A text that occurs once in the file.
        after: The text that replaces it.
    """

    name: str
    file: str
    before: str
    after: str


FAULTS = (
    # counts
    Fault(
        "rows are counted instead of keys",
        "figures/_sheet.py",
        "            united[key] = kept.setdefault(either, either)\n",
        "            united[f'{key} {len(united)}'] = mask\n",
    ),
    Fault(
        "a record that is not verified counts as verified",
        "figures/_columns.py",
        "0 if is_sure else self.width",
        "0",
    ),
    Fault(
        "the last day is not counted",
        "figures/_columns.py",
        "if first <= day <= last",
        "if first <= day < last",
    ),
    # claims
    Fault(
        "a count without a claim is complete",
        "figures/_joining.py",
        "most = None if any(self.missing(period)) else size.most",
        "most = None if period.end > self.as_of else size.most",
    ),
    # reports
    Fault(
        "an impossible report does not replace an earlier one",
        "figures/_reports.py",
        "(report for report in heard if not report.estimated)",
        "(each for each in heard if not each.estimated and possible_value(indicator, each))",
    ),
    Fault(
        "the distinct things of several reports are added up",
        "figures/_joining.py",
        "additive=indicator.additive)\n        alone",
        "additive=True)\n        alone",
    ),
    Fault(
        "a step back in the network has a cost",
        "figures/_network.py",
        "node - 1, 0, None)",
        "node - 1, 1, None)",
    ),
    Fault(
        "a period begins a day late",
        "values/_periods.py",
        "self.first.toordinal() - 1",
        "self.first.toordinal()",
    ),
    Fault(
        "a clash does not widen the parts",
        "figures/_clashes.py",
        "yield evolve(statement, range=hull([statement.range, instead[statement]]))",
        "yield statement",
    ),
    Fault(
        "a wrong count is wrong in one period only",
        "figures/_clashes.py",
        "return statement.about if statement.reports else None",
        "return statement.about",
    ),
    # shares and parts
    Fault(
        "the least share is that of the smallest total",
        "values/_range_arithmetic.py",
        "low = _quotient(left.low, right.high, floor) or",
        "low = _quotient(left.low, right.low, floor) or",
    ),
    Fault(
        "a share of what may be nothing is decided",
        "figures/_shares.py",
        "if 0 in denominator.range:",
        "if denominator.range.high == 0:",
    ),
    Fault(
        "a share is a state of its last day",
        "plan/_indicators.py",
        "return not self.accumulates and self.share is None",
        "return not self.accumulates",
    ),
    Fault(
        "a part without a report is nothing",
        "figures/_told.py",
        "if len(known) < len(partition.parts):",
        "if not known:",
    ),
    # versions and rejected rows
    Fault(
        "only the first conflict is reported",
        "records/_versions.py",
        "            conflicts.add(name)\n",
        "            raise RegisterConflict(name)\n",
    ),
    Fault(
        "conflicts are not sorted",
        "records/_versions.py",
        "*sorted(names, key=lambda name: (*name[:2], *map(earliest_first, name[2:])))",
        "*names",
    ),
    Fault(
        "merging a register twice raises an error",
        "records/_versions.py",
        "if set().union(*by_part) not in by_part\n",
        "if any(by_part[0] != subjects for subjects in by_part)\n",
    ),
    Fault(
        "registers that share a key never conflict",
        "records/_versions.py",
        "if set().union(*by_part) not in by_part\n",
        "if not set.intersection(*by_part)\n",
    ),
    Fault(
        "a branch is another enterprise when merging",
        "records/_base.py",
        "return record_fields(type(self))[self.SUBJECT].counted_as(key)",
        "return key",
    ),
    Fault(
        "one person may stand for several people",
        "records/_base.py",
        "_SEVERAL if self.things > 1 else None",
        "None",
    ),
    Fault(
        "a rejected row adds nothing",
        "figures/_joining.py",
        "size.most + self.lost.rejected",
        "size.most",
    ),
    Fault(
        "a rejected row of an unknown record withdraws nothing",
        "figures/_joining.py",
        "size.verified - self.lost.withdrawn",
        "size.verified",
    ),
    Fault(
        "rejected rows have no note",
        "figures/_joining.py",
        "        if self.lost.rejected:\n",
        "        if self.lost.rejected < 0:\n",
    ),
    # readings
    Fault(
        "a question decides although other answers differ too",
        "verdicts/_hinges.py",
        "if question in asked and question != leaving_out",
        "if question == asked and question != leaving_out",
    ),
)


def planted(fault: Fault, text: str) -> str:
    """Return the text of a file with the fault in it.

    Raises:
        SystemExit: If the text to replace does not occur exactly once.
    """
    times = text.count(fault.before)
    if times != 1:
        sys.exit(f"{fault.name}: {fault.before!r} occurs {times} times in {fault.file}")
    return text.replace(fault.before, fault.after)


def _notices(folder: Path) -> bool:
    """Tell whether a test fails in a copy of the repository."""
    pytest = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider")
    done = subprocess.run(  # noqa: S603  # our own tests
        [*pytest, *TESTS, *MORE, *CHECKS],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    return done.returncode != 0


def main(words: list[str]) -> int:
    """Plant each fault whose name contains one of the words; return 1 if one goes unnoticed."""
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
            is_noticed = _notices(folder)
            path.write_text(sound, encoding="utf-8")
            outcome = "noticed  " if is_noticed else "UNNOTICED"
            sys.stdout.write(f"{number:3}/{len(chosen)} {outcome} {fault.name}\n")
            sys.stdout.flush()
            if not is_noticed:
                unnoticed.append(fault.name)
    sys.stdout.write(f"{len(chosen) - len(unnoticed)} of {len(chosen)} faults noticed\n")
    return int(bool(unnoticed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
