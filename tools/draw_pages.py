"""Write the report of the made-up register as pages, for a browser to check.

    python tools/draw_pages.py FOLDER

There is a page for each phase and language, and one with titles that try to be markup.
"""

import sys
from datetime import date
from pathlib import Path

from attrs import evolve

from nsc_program import HANOI, Period, Program, Register, Text
from nsc_program.report import report, to_html
from nsc_program.serialization import from_json
from nsc_program.values import Lang

SAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "made-up-register.json"
DAYS = (date(2025, 12, 31), date(2026, 6, 30))
LANGS: tuple[Lang, Lang] = ("vi", "en")
HOSTILE = "<script>document.title = 'run'</script>\"><img src=x onerror=alert(1)>" + "W" * 1_000


def hostile() -> Program:
    """Return Hanoi's plan with titles that try to be markup."""
    name = Text(vi=HOSTILE, en=HOSTILE)
    phases = tuple(
        evolve(phase, targets=tuple(evolve(target, title=name) for target in phase.targets))
        for phase in HANOI.phases
    )
    return evolve(HANOI, title=name, phases=phases)


def main(folder: Path) -> None:
    """Write all pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    register = from_json(SAMPLE.read_bytes(), Register)
    for day in DAYS:
        for lang in LANGS:
            _write(folder / f"report-{day.year}-{lang}.html", HANOI, register, day, lang)
    _write(folder / "hostile.html", hostile(), Register(), DAYS[0], "vi")


def _write(page: Path, program: Program, register: Register, day: date, lang: Lang) -> None:
    """Write one page, for the year that ends with a day or holds it."""
    told = report(program, register, as_of=day, period=Period.of_years(day.year, day.year))
    page.write_text(to_html(told, lang), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
