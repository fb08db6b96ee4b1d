"""`nsc-program check`, `funding` and `merge`: what is in a register, and one register of several."""

import argparse
from datetime import date
from itertools import chain

from nsc_program.checks import findings
from nsc_program.cli._options import (
    FOUND,
    OK,
    Done,
    add_language,
    add_output,
    add_program,
    add_reading,
    add_register,
    day,
    program_of,
    read_register,
    reading_of,
    register_of,
    titled,
    width,
    write_register,
)
from nsc_program.figures import tally
from nsc_program.report import findings_grid, funding_grid
from nsc_program.report.text import drawn_grid
from nsc_program.sources import Text
from nsc_program.spending import funding

_NOTHING = Text(vi="Không có điểm nào cần kiểm tra.", en="Nothing looks wrong.")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    checking = commands.add_parser(
        "check",
        help="what looks wrong in a register (kiểm tra sổ dữ liệu)",
        description="List what looks wrong and was not refused. Exit code 1 if there is anything.",
    )
    add_reading(checking)
    checking.set_defaults(run=_check)

    paying = commands.add_parser("funding", help="money by source and phase (kinh phí theo nguồn và giai đoạn)")
    paying.set_defaults(run=_funding)
    for command in (checking, paying):
        add_register(command)
        add_program(command)
        command.add_argument(
            "--as-of", type=day, metavar="YYYY-MM-DD", help="as of the close of this day; today if not given"
        )
        add_language(command)

    merging = commands.add_parser("merge", help="one register of several (ghép các sổ dữ liệu)")
    merging.add_argument("registers", nargs="+", metavar="REGISTER.json", help="in any order; - reads standard input")
    add_output(merging)
    merging.set_defaults(run=_merge)


def _check(options: argparse.Namespace) -> Done:
    register, as_of = register_of(options), _as_of(options)
    program = program_of(options, as_of)
    found = findings(program, register, tally(program, register, as_of=as_of), reading_of(options))
    grid = findings_grid(found, options.lang)
    on = Text(vi=f", tính đến hết ngày {as_of:%d/%m/%Y}", en=f", as of the close of {as_of}").in_(options.lang)
    drawn = drawn_grid(grid, (5, 55, 40), width()) if found else ("", _NOTHING.in_(options.lang))
    return (FOUND if found else OK), chain(titled(grid.title + on, options), drawn)


def _as_of(options: argparse.Namespace) -> date:
    return options.as_of or date.today()  # noqa: DTZ011  # the day where the command runs


def _funding(options: argparse.Namespace) -> Done:
    as_of = _as_of(options)
    program = program_of(options, as_of)
    grid = funding_grid(funding(program, register_of(options), as_of=as_of), program, as_of, options.lang)
    return OK, chain(titled(grid.title, options), drawn_grid(grid, (12, 30, 28, 30), width()))


def _merge(options: argparse.Namespace) -> Done:
    first, *others = (read_register(name) for name in options.registers)
    write_register(options.output, first.merge(*others))
    return OK, []
