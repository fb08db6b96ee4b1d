"""Write the tables of the page on errors that follow from the code.

`python tools/write_errors.py` rewrites them in `docs/reference/errors.md`: the faults of rows and
the reasons why words are not read, each with its sentence. The other tables are written by hand. A
test compares the page.
"""

from collections.abc import Iterator
from pathlib import Path

from nsc_program.intake import Fault
from nsc_program.intake._messages.messages import message
from nsc_program.intake._messages.problems import MENDED
from nsc_program.wording import Reason

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "errors.md"


def tables() -> Iterator[str]:
    """Yield the tables in the order of the page."""
    faults = ((fault.value, _told(fault), message(fault).en) for fault in Fault)
    yield _table(("code", "the row is", "the sentence"), faults)
    reasons = ((reason.value, reason.text.en) for reason in Reason)
    yield _table(("code", "the sentence"), reasons)


def _told(fault: Fault) -> str:
    return "accepted" if fault in MENDED else "rejected"


def _table(headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (headings, ("---",) * len(headings), *((f"`{code}`", *rest) for code, *rest in rows))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def written(page: str) -> str:
    """Return the page with its tables as the code has them.

    Args:
        page: the text of the page.
    """
    for table in tables():
        before, after = page.split(table.partition("\n")[0] + "\n")
        _, gap, rest = after.partition("\n\n")
        page = before + table + gap[1:] + rest
    return page


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
