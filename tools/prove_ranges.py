"""Check the laws of ranges in every case of small domains, and print a row for each law.

    PYTHONPATH=tests/support python tools/prove_ranges.py docs/reference/proofs.md

The laws are in `tests/support/range_sets.py` and `tests/support/range_numbers.py`; the tests check
them on smaller
domains. If a page is named, the script also fails if the page lacks one of the rows.
"""

import sys
from fractions import Fraction
from pathlib import Path
from time import perf_counter

from range_numbers import OF_NUMBERS
from range_sets import (
    OF_EVIDENCE,
    OF_RANGES,
    Case,
    Domain,
    Law,
    so_do_four,
    whole_keeps_the_whole_numbers,
)

_HALF = Fraction(1, 2)
DOMAINS: tuple[tuple[str, Domain, tuple[Law, ...]], ...] = (
    ("0, 1, …, 5", Domain(6), OF_RANGES),
    ("-2, -3/2, …, 2", Domain(9, Fraction(-2), _HALF), (whole_keeps_the_whole_numbers,)),
    ("0, 1, …, 5", Domain(6), OF_EVIDENCE),
    ("0, 1, 2, 3", Domain(4), (so_do_four,)),
    ("1/2, 1, …, 5/2", Domain(5, _HALF, _HALF), OF_NUMBERS),
)


def head(law: Law, ends: str) -> str:
    """Return the part of a row that is known before a law is checked."""
    name, rule = law.__name__.replace("_", " "), " ".join((law.__doc__ or "").split())
    return f"| {name} | {rule.rstrip('.')} | {ends} |"


def row(law: Law, ends: str, domain: Domain) -> tuple[str, list[Case]]:
    """Check one law, and return its row and the cases that break it."""
    cases = 0
    wrong: list[Case] = []
    for case in law(domain):
        cases += 1
        if case[1] != case[2]:
            wrong.append(case)
    return f"{head(law, ends)} {cases:,} | {len(wrong) or 'none'} |", wrong


def main(pages: list[str]) -> int:
    """Check all laws; return 1 if a case breaks a law or the page lacks a row, else 0."""
    started, failed = perf_counter(), False
    text = "".join(Path(page).read_text(encoding="utf-8") for page in pages)
    for ends, domain, laws in DOMAINS:
        for law in laws:
            line, wrong = row(law, ends, domain)
            lines = [line]
            for case, expected, actual in wrong[:3]:
                lines.append(f"  {case}: expected {expected}, got {actual}")
            if pages and line not in text:
                lines.append("  the page lacks this row")
            failed |= len(lines) > 1
            sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stderr.write(f"{perf_counter() - started:.0f} s\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
