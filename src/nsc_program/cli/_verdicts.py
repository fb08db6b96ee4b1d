"""`nsc-program evaluate`, `sweep`, `compare`, `evidence` and `figures`: what becomes of the targets."""

import argparse
from itertools import chain

from nsc_program._validators import printable
from nsc_program.changes import compare_phases
from nsc_program.checks import WITHOUT_EFFECT, findings
from nsc_program.cli._options import (
    OK,
    Done,
    add_as_of,
    add_format,
    add_language,
    add_program,
    add_reading,
    add_register,
    program_of,
    reading_of,
    register_of,
    titled,
    warn,
    width,
)
from nsc_program.evaluation import evaluate
from nsc_program.figures import Figures, tally
from nsc_program.program import Program
from nsc_program.register import Register
from nsc_program.report import change_grid, evidence_lines, finding_text, sweep_grid, table
from nsc_program.report.text import drawn_grid, drawn_table
from nsc_program.serialization import to_json
from nsc_program.sweeping import sweep
from nsc_program.tracing import evidence


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    evaluating = commands.add_parser("evaluate", help="which targets are attained (đánh giá các chỉ tiêu)")
    evaluating.set_defaults(run=_evaluate)

    sweeping = commands.add_parser("sweep", help="the same under every reading of the text (theo mọi cách hiểu)")
    sweeping.set_defaults(run=_sweep)

    comparing = commands.add_parser("compare", help="how two phases compare (so sánh hai giai đoạn)")
    comparing.add_argument("--earlier", metavar="PHASE", help="the id of the earlier phase; the plan's first")
    comparing.add_argument("--later", metavar="PHASE", help="the id of the later phase; the plan's last")
    comparing.set_defaults(run=_compare)

    tracing = commands.add_parser("evidence", help="what one verdict counts and leaves out (căn cứ của một đánh giá)")
    tracing.set_defaults(run=_evidence)

    counting = commands.add_parser(
        "figures",
        help="what each indicator can still be, as JSON (số liệu của từng chỉ tiêu)",
        description="Write what each indicator of the plan can still be, and what that rests on, as a JSON document.",
    )
    counting.set_defaults(run=_figures)

    for command in (evaluating, sweeping, comparing):
        add_format(command)
    for command in (evaluating, sweeping, comparing, tracing, counting):
        add_register(command)
        add_program(command)
        add_as_of(command)
        add_language(command)
    tracing.add_argument("target", metavar="TARGET", help="its id, such as 2021-2025/supported; `plan` lists them")
    for command in (evaluating, comparing, tracing):
        add_reading(command)


def _evaluate(options: argparse.Namespace) -> Done:
    program, _, figures = _judged(options)
    evaluation = evaluate(program, figures, reading_of(options))
    if options.format == "json":
        return OK, [to_json(evaluation)]
    shown = table(evaluation, options.lang)
    return OK, chain(titled(shown.title, options), drawn_table(shown, width(), options.lang))


def _sweep(options: argparse.Namespace) -> Done:
    program, _, figures = _judged(options)
    swept = sweep(program, figures)
    if options.format == "json":
        return OK, [to_json(swept)]
    grid = sweep_grid(swept, options.lang)
    return OK, chain(titled(grid.title, options), drawn_grid(grid, (4, 20, 14, 10, 52), width()))


def _compare(options: argparse.Namespace) -> Done:
    program, _, figures = _judged(options)
    earlier, later = options.earlier or program.phases[0].id, options.later or program.phases[-1].id
    comparison = compare_phases(program, figures, earlier, later, reading_of(options))
    if options.format == "json":
        return OK, [to_json(comparison)]
    grid = change_grid(comparison, options.lang)
    return OK, chain(titled(grid.title, options), drawn_grid(grid, (20, 11, 11, 15, 11, 11, 7, 14), width()))


def _evidence(options: argparse.Namespace) -> Done:
    program, register, _ = _judged(options)
    found = evidence(program, register, options.target, as_of=options.as_of, reading=reading_of(options))
    return OK, map(printable, evidence_lines(found, options.lang))


def _figures(options: argparse.Namespace) -> Done:
    return OK, [to_json(_judged(options)[-1])]


def _judged(options: argparse.Namespace) -> tuple[Program, Register, Figures]:
    """The plan, the register and its figures; what the plan has no use for is said."""
    program, register = program_of(options, options.as_of), register_of(options)
    figures = tally(program, register, as_of=options.as_of)
    for finding in findings(program, register, figures, rules=WITHOUT_EFFECT):
        names = ", ".join(sorted({name.id for name in finding.records} - {getattr(finding, "indicator", "")}))
        warn(options.register, finding_text(finding).in_(options.lang) + (f" ({names})" if names else ""))
    return program, register, figures
