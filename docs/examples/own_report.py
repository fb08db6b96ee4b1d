"""Write a report in a layout of one's own, with public names only.

    python docs/examples/own_report.py docs/examples/made-up-register.json 2026-06-30 2026

It prints a page for a notice board: a line for each target, then what is missing. The sample
register beside this file is made up.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from nsc_program import HANOI, Period, Register, Status
from nsc_program.report import Report, TargetLine, report, sentence, written
from nsc_program.serialization import from_json

MARKS = {
    Status.ATTAINED: "✔",
    Status.MISSED: "✘",
    Status.PENDING: "…",
    Status.UNDECIDED: "?",
}
WIDTH = 40


def notice(shown: Report) -> Iterator[str]:
    """Yield the lines of the page."""
    yield shown.title.vi
    for line in shown.lines:
        yield ""
        yield f"{MARKS[line.status]} {line.target.title.vi}"
        yield f"  [{bar(line)}] {written(line.share, 'vi') or 'chưa tính được'} %"
        yield f"  {sentence(line, 'vi')}"
    open_ones = [line for line in shown.lines if line.status is not Status.ATTAINED]
    yield ""
    yield f"Chưa đạt: {len(open_ones)}/{len(shown.lines)} chỉ tiêu"
    for line in open_ones:
        needed = written(line.gap, "vi") or "chưa xác định"
        yield f"- {line.target.title.vi}: còn thiếu {needed}"


def bar(line: TargetLine) -> str:
    """Return a bar that is full only if the target is attained."""
    share = line.share.low if line.share and line.share.low else 0
    full = min(WIDTH, int(share * WIDTH / 100))
    if line.status is not Status.ATTAINED:
        full = min(full, WIDTH - 1)
    return "█" * full + "·" * (WIDTH - full)


def main(words: list[str]) -> None:
    """Print the page for a register, a day and a year."""
    path, as_of, year = words
    register = from_json(Path(path).read_bytes(), Register)
    period = Period.of_years(int(year), int(year))
    shown = report(HANOI, register, as_of=date.fromisoformat(as_of), period=period)
    sys.stdout.write("\n".join(notice(shown)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
