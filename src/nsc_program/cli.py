"""The command `nsc-program`: thin, and the only place with files and output."""

import argparse
import io
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path

from nsc_program.catalog import HANOI
from nsc_program.errors import NscError
from nsc_program.evaluation import evaluate
from nsc_program.figures import is_about, tally
from nsc_program.program import Program
from nsc_program.readings import WORDING, Question
from nsc_program.records import Fact, ReportedFigure
from nsc_program.register import KINDS, Register
from nsc_program.report import Table, table
from nsc_program.report.table import named, sources, words
from nsc_program.serialization import from_json, to_json
from nsc_program.sources import Lang, Text

OK, BAD_INPUT = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code: 0 done, 2 bad input or usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        for line in options.run(options):
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as problem:
        return _refuse(options, f"{problem.strerror}")
    except NscError as problem:
        return _refuse(options, str(problem))
    return OK


def _refuse(options: argparse.Namespace, problem: str) -> int:
    name = _printable(getattr(options, "register", ""))
    for line in problem.splitlines():
        sys.stderr.write(f"nsc-program: {name}: {line}\n")
    return BAD_INPUT


def _printable(name: str) -> str:
    """Show a file's name without what a terminal would obey."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nsc-program",
        description="Where Hanoi's productivity and quality programme (149/KH-UBND) stands. "
        "Tình hình thực hiện Chương trình năng suất chất lượng của Hà Nội.",
    )
    parser.add_argument("--version", action="version", version=f"nsc-program {version('nsc_program')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    evaluating = commands.add_parser("evaluate", help="which targets are attained (đánh giá các chỉ tiêu)")
    evaluating.add_argument("register", metavar="REGISTER.json", help="what is known; - reads standard input")
    evaluating.add_argument(
        "--as-of", required=True, type=_day, metavar="YYYY-MM-DD", help="judge at the close of this day (tính đến ngày)"
    )
    evaluating.add_argument("--format", choices=("table", "json"), default="table")
    _add_language(evaluating)
    evaluating.set_defaults(run=_evaluate)

    planning = commands.add_parser("plan", help="the plan with its sources (nội dung kế hoạch)")
    _add_language(planning)
    planning.set_defaults(run=_plan)
    return parser


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="Vietnamese (default) or English")


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise argparse.ArgumentTypeError(f"expected a day such as 2026-06-30, got {text!r}")
    return day


_HEADINGS = {
    "objectives": Text(vi="Mục tiêu không định lượng", en="Aims without a number"),
    "funding": Text(vi="Nguồn kinh phí", en="Funding"),
    "questions": Text(
        vi="Những điểm văn bản chưa quy định rõ (cách hiểu đầu tiên là mặc định)",
        en="What the text leaves open, the default first",
    ),
    "sources": Text(vi="Nguồn", en="Sources"),
}


# --- evaluate ---


def _evaluate(options: argparse.Namespace) -> Iterable[str]:
    source = sys.stdin.buffer.read() if options.register == "-" else Path(options.register).read_bytes()
    register = from_json(source, Register)
    for warning in _without_effect(HANOI, register):
        sys.stderr.write(f"nsc-program: {_printable(options.register)}: {warning}\n")
    evaluation = evaluate(HANOI, tally(HANOI, register, as_of=options.as_of))
    if options.format == "json":
        return [to_json(evaluation)]
    return _drawn(table(evaluation, options.lang), options.register, options.lang)


def _without_effect(program: Program, register: Register) -> Iterable[str]:
    """Say what of the register the plan has no use for: it may be another plan's, or misspelt."""
    known = {indicator.id: indicator for indicator in program.indicators}
    for name in sorted({claim.what for claim in register.coverage} - {*known, *KINDS}):
        yield f"a claim is about {name!r}, no indicator of the plan and no class of records; it has no effect"
    for name in sorted({record.indicator for record in register.records if isinstance(record, Fact)} - set(known)):
        yield f"facts are of {name!r}, no indicator of the plan; they are not counted"
    for report in (record for record in register.current if isinstance(record, ReportedFigure)):
        if report.indicator not in known:
            yield f"report {report.id!r} is of {report.indicator!r}, no indicator of the plan; it is not used"
        elif not any(is_about(report, known[report.indicator], period) for period in program.periods):
            yield f"report {report.id!r} is over {report.period}, no period of the plan; it is not used"


_SHARES = (3, 14, 18, 12, 13, 10, 30)
"""How the columns share the width, in hundredths."""


def _drawn(shown: Table, source: str, lang: Lang) -> Iterable[str]:
    width = max(100, min(shutil.get_terminal_size((140, 24)).columns, 200))
    yield from textwrap.wrap(shown.title, width)
    yield Text(vi=f"Nguồn số liệu: {_printable(source)}", en=f"Register: {_printable(source)}").in_(lang)
    widths = [share * (width - 3 * len(_SHARES)) // 100 for share in _SHARES]
    for section in shown.sections:
        yield ""
        yield section.title
        yield from _across(shown.headings, widths, "═")
        for row in section.rows:
            rests_on = "; ".join((*row.notes, *row.answers))
            cells = (row.number, row.target, row.words, row.reached, row.accepted, row.status, rests_on)
            yield from _across(cells, widths, "─")
    yield ""
    yield _HEADINGS["objectives"].in_(lang)
    yield from _listed(shown.objectives, width)
    yield ""
    yield _HEADINGS["sources"].in_(lang)
    yield from _listed(shown.sources, width)


def _across(cells: Sequence[str], widths: Sequence[int], rule: str) -> Iterable[str]:
    """Draw cells beside each other, wrapped, with a rule under them."""
    wrapped = [textwrap.wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield " │ ".join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()
    yield f"{rule}┼{rule}".join(rule * width for width in widths)


def _listed(items: Iterable[str], width: int) -> Iterable[str]:
    for item in items:
        yield from textwrap.wrap(item, width, initial_indent="- ", subsequent_indent="  ")


# --- plan ---


def _plan(options: argparse.Namespace) -> Iterable[str]:
    lang: Lang = options.lang
    yield f"{HANOI.title.in_(lang)} ({HANOI.edition})"
    yield HANOI.issuer.in_(lang)
    for phase in HANOI.phases:
        yield from ("", Text(vi=f"Giai đoạn {phase.id}", en=f"Phase {phase.id}").in_(lang))
        for target in phase.targets:
            yield from (f"  {target.id}: {named(target, lang)}", f"    {words(target.citations)}")
    for name, lines in _plan_lists(HANOI, lang).items():
        yield from ("", _HEADINGS[name].in_(lang))
        yield from (f"  {line}" for line in lines)


def _plan_lists(program: Program, lang: Lang) -> dict[str, Iterable[str]]:
    cited = [*program.citations, *(citation for target in program.targets for citation in target.citations)]
    return {
        "objectives": [f"{each.title.in_(lang)}: {words(each.citations)}" for each in program.objectives],
        "funding": [f"{each.label.in_(lang)}: {words(each.citations)}" for each in program.funding_sources],
        "questions": [line for each in (*WORDING.values(), *program.questions) for line in _question_lines(each, lang)],
        "sources": sources(cited, lang),
    }


def _question_lines(question: Question, lang: Lang) -> Iterable[str]:
    yield question.phrase.in_(lang)
    for answer in question.answers:
        attested = f" [{', '.join(answer.attested_by)}]" if answer.attested_by else ""
        yield f"  - {question.id}={answer.value}: {answer.label.in_(lang)}{attested}"
