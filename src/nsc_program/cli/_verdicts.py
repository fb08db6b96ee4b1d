"""`nsc-program evaluate`, `sweep`, `compare` and `evidence`: what becomes of the targets."""

import argparse
from itertools import chain

from nsc_program.catalog import HANOI
from nsc_program.changes import compare_phases
from nsc_program.checks import WITHOUT_EFFECT, findings
from nsc_program.cli._options import (
    OK,
    Done,
    add_as_of,
    add_language,
    add_reading,
    add_register,
    reading_of,
    register_of,
    titled,
    warn,
    width,
)
from nsc_program.evaluation import evaluate
from nsc_program.figures import Figures, tally
from nsc_program.register import Register
from nsc_program.report import change_grid, evidence_lines, finding_text, sweep_grid, table
from nsc_program.report.text import drawn_grid, drawn_table
from nsc_program.serialization import to_json
from nsc_program.sweeping import sweep
from nsc_program.tracing import evidence


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    evaluating = commands.add_parser("evaluate", help="which targets are attained (đánh giá các chỉ tiêu)")
    evaluating.add_argument("--format", choices=("table", "json"), default="table")
    evaluating.set_defaults(run=_evaluate)

    sweeping = commands.add_parser("sweep", help="the same under every reading of the text (theo mọi cách hiểu)")
    sweeping.set_defaults(run=_sweep)

    comparing = commands.add_parser("compare", help="how two phases compare (so sánh hai giai đoạn)")
    first, *_, last = (phase.id for phase in HANOI.phases)
    comparing.add_argument("--earlier", default=first, metavar="PHASE", help=f"the earlier phase ({first})")
    comparing.add_argument("--later", default=last, metavar="PHASE", help=f"the later phase ({last})")
    comparing.set_defaults(run=_compare)

    tracing = commands.add_parser("evidence", help="what one verdict counts and leaves out (căn cứ của một đánh giá)")
    tracing.set_defaults(run=_evidence)

    for command in (evaluating, sweeping, comparing, tracing):
        add_register(command)
        add_as_of(command)
        add_language(command)
    tracing.add_argument("target", metavar="TARGET", help="its id, such as 2021-2025/supported; `plan` lists them")
    for command in (evaluating, comparing, tracing):
        add_reading(command)


def _evaluate(options: argparse.Namespace) -> Done:
    evaluation = evaluate(HANOI, _figures(options), reading_of(options))
    if options.format == "json":
        return OK, [to_json(evaluation)]
    shown = table(evaluation, options.lang)
    return OK, chain(titled(shown.title, options), drawn_table(shown, width(), options.lang))


def _sweep(options: argparse.Namespace) -> Done:
    grid = sweep_grid(sweep(HANOI, _figures(options)), options.lang)
    return OK, chain(titled(grid.title, options), drawn_grid(grid, (4, 20, 14, 10, 52), width()))


def _compare(options: argparse.Namespace) -> Done:
    changes = compare_phases(HANOI, _figures(options), options.earlier, options.later, reading_of(options))
    grid = change_grid(changes, options.earlier, options.later, options.as_of, options.lang)
    return OK, chain(titled(grid.title, options), drawn_grid(grid, (20, 11, 11, 15, 11, 11, 7, 14), width()))


def _evidence(options: argparse.Namespace) -> Done:
    found = evidence(HANOI, _judged(options)[0], options.target, as_of=options.as_of, reading=reading_of(options))
    return OK, evidence_lines(found, options.lang)


def _figures(options: argparse.Namespace) -> Figures:
    return _judged(options)[1]


def _judged(options: argparse.Namespace) -> tuple[Register, Figures]:
    """The register and its figures; what the plan has no use for is said."""
    register = register_of(options)
    figures = tally(HANOI, register, as_of=options.as_of)
    for finding in findings(HANOI, register, figures, rules=WITHOUT_EFFECT):
        names = ", ".join(sorted({name.id for name in finding.records} - {getattr(finding, "indicator", "")}))
        warn(options.register, finding_text(finding).in_(options.lang) + (f" ({names})" if names else ""))
    return register, figures
