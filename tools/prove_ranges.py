"""Hold the algebra of ranges to its laws in every case there is, and print what was found, a row a law.

    PYTHONPATH=tests python tools/prove_ranges.py docs/reference/proofs.md

The laws stand in `tests/range_sets.py` and `tests/range_numbers.py`; the tests hold them on smaller domains. With a
page it also fails where the page does not have the rows.
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


def row(law: Law, ends: str, domain: Domain) -> tuple[str, list[Case]]:
    """Hold one law: its row, and the cases that are wrong."""
    cases = 0
    wrong: list[Case] = []
    for case in law(domain):
        cases += 1
        if case[1] != case[2]:
            wrong.append(case)
    name = law.__name__.replace("_", " ")
    return (
        f"| {name} | {(law.__doc__ or '').rstrip('.')} | {ends} | {cases:,} | {len(wrong) or 'none'} |",
        wrong,
    )


def main(pages: list[str]) -> int:
    """Hold all laws; 1 if some case is wrong, or a page says something else."""
    started, failed = perf_counter(), False
    text = "".join(Path(page).read_text(encoding="utf-8") for page in pages)
    for ends, domain, laws in DOMAINS:
        for law in laws:
            line, wrong = row(law, ends, domain)
            shown = [
                line,
                *(f"  {each}: expected {right}, got {got}" for each, right, got in wrong[:3]),
            ]
            if pages and line not in text:
                shown.append("  the page does not say so")
            failed |= len(shown) > 1
            sys.stdout.write("".join(f"{each}\n" for each in shown))
    sys.stderr.write(f"{perf_counter() - started:.0f} s\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
