"""The command `nsc-program`: thin, and the only place with files and output."""

import argparse
import io
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from nsc_program.catalog import HANOI
from nsc_program.changes import compare_phases
from nsc_program.errors import InvalidValue, NscError
from nsc_program.evaluation import evaluate
from nsc_program.figures import Figures, tally
from nsc_program.program import Program
from nsc_program.readings import TOLERANCE, WORDING, AnswerValue, Question, Reading
from nsc_program.records import Fact, ReportedFigure
from nsc_program.register import KINDS, Register
from nsc_program.report import change_grid, evidence_lines, sweep_grid, table
from nsc_program.report.table import named, sources, words
from nsc_program.report.text import OBJECTIVES, SOURCES, drawn_grid, drawn_table
from nsc_program.reporting import bears
from nsc_program.serialization import from_json, to_json
from nsc_program.sources import Lang, Text
from nsc_program.sweeping import sweep
from nsc_program.tracing import evidence

OK, BAD_INPUT = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code: 0 done, 2 bad input or usage."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before we began
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # as long as we run
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
    _add_register(evaluating)
    _add_reading(evaluating)
    evaluating.add_argument("--format", choices=("table", "json"), default="table")
    evaluating.set_defaults(run=_evaluate)

    sweeping = commands.add_parser("sweep", help="the same under every reading of the text (theo mọi cách hiểu)")
    _add_register(sweeping)
    sweeping.set_defaults(run=_sweep)

    comparing = commands.add_parser("compare", help="how two phases compare (so sánh hai giai đoạn)")
    _add_register(comparing)
    _add_reading(comparing)
    first, *_, last = (phase.id for phase in HANOI.phases)
    comparing.add_argument("--earlier", default=first, metavar="PHASE", help=f"the earlier phase ({first})")
    comparing.add_argument("--later", default=last, metavar="PHASE", help=f"the later phase ({last})")
    comparing.set_defaults(run=_compare)

    tracing = commands.add_parser("evidence", help="what one verdict counts and leaves out (căn cứ của một đánh giá)")
    _add_register(tracing)
    tracing.add_argument("target", metavar="TARGET", help="its id, such as 2021-2025/supported; `plan` lists them")
    _add_reading(tracing)
    tracing.set_defaults(run=_evidence)

    planning = commands.add_parser("plan", help="the plan with its sources (nội dung kế hoạch)")
    planning.set_defaults(run=_plan)
    for command in (evaluating, sweeping, comparing, tracing, planning):
        _add_language(command)
    return parser


def _add_register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("register", metavar="REGISTER.json", help="what is known; - reads standard input")
    parser.add_argument(
        "--as-of", required=True, type=_day, metavar="YYYY-MM-DD", help="judge at the close of this day (tính đến ngày)"
    )


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reading",
        action="append",
        default=[],
        type=_answer,
        metavar="QUESTION=ANSWER",
        help="read the text so, such as tolerance=1/75; `plan` lists the questions; may be repeated (cách hiểu)",
    )


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


def _answer(text: str) -> tuple[str, AnswerValue]:
    """Take the answer to one question: yes or no, a ratio, or the id of an answer."""
    question, equals, answer = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"expected a question and its answer, such as strict=no, got {text!r}")
    if question not in WORDING:
        return question, answer
    if question == TOLERANCE.id:
        ratio = _RATIO.fullmatch(answer)
        if ratio is None:
            raise argparse.ArgumentTypeError(f"expected a ratio such as 1/20, 0.05 or 5%, got {answer!r}")
        return question, Fraction(ratio[1].replace(",", ".")) / (100 if ratio[2] else 1)
    if answer.lower() not in _YES_NO:
        raise argparse.ArgumentTypeError(f"{question}: expected yes or no, got {answer!r}")
    return question, _YES_NO[answer.lower()]


# Short, since a power of ten in it would be written out.
_RATIO = re.compile(r"([0-9]{1,30}(?:[.,][0-9]{1,30}|/[1-9][0-9]{0,29})?)(%?)")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def _reading(options: argparse.Namespace) -> Reading:
    """The reading that the options give, the last answer to a question."""
    given = dict(options.reading)
    wording: dict[str, Any] = {question: answer for question, answer in given.items() if question in WORDING}
    return Reading(
        choices={question: answer for question, answer in given.items() if question not in WORDING}, **wording
    )


# --- evaluate, sweep, compare, evidence ---


def _evaluate(options: argparse.Namespace) -> Iterable[str]:
    evaluation = evaluate(HANOI, _figures(options), _reading(options))
    if options.format == "json":
        return [to_json(evaluation)]
    shown = table(evaluation, options.lang)
    return chain(_title(shown.title, options), drawn_table(shown, _width(), options.lang))


def _sweep(options: argparse.Namespace) -> Iterable[str]:
    grid = sweep_grid(sweep(HANOI, _figures(options)), options.lang)
    return chain(_title(grid.title, options), drawn_grid(grid, (4, 20, 14, 10, 52), _width()))


def _compare(options: argparse.Namespace) -> Iterable[str]:
    changes = compare_phases(HANOI, _figures(options), options.earlier, options.later, _reading(options))
    grid = change_grid(changes, options.earlier, options.later, options.as_of, options.lang)
    return chain(_title(grid.title, options), drawn_grid(grid, (20, 11, 11, 15, 11, 11, 7, 14), _width()))


def _evidence(options: argparse.Namespace) -> Iterable[str]:
    found = evidence(HANOI, _register(options), options.target, as_of=options.as_of, reading=_reading(options))
    return evidence_lines(found, options.lang)


def _figures(options: argparse.Namespace) -> Figures:
    return tally(HANOI, _register(options), as_of=options.as_of)


def _register(options: argparse.Namespace) -> Register:
    register = from_json(_read(options.register), Register)
    for warning in _without_effect(HANOI, register):
        sys.stderr.write(f"nsc-program: {_printable(options.register)}: {warning}\n")
    return register


def _read(name: str) -> bytes:
    if name != "-":
        return Path(name).read_bytes()
    if sys.stdin is None:
        raise InvalidValue("there is no standard input")
    return sys.stdin.buffer.read()


def _title(title: str, options: argparse.Namespace) -> Iterable[str]:
    yield from textwrap.wrap(title, _width())
    source = _printable(options.register)
    yield Text(vi=f"Nguồn số liệu: {source}", en=f"Register: {source}").in_(options.lang)


def _width() -> int:
    return max(100, min(shutil.get_terminal_size((140, 24)).columns, 200))


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
        elif not any(bears(report, known[report.indicator], period) for period in program.periods):
            yield f"report {report.id!r} is over {report.period}, which no figure of the plan is about; it is not used"


_HEADINGS = {
    "indicators": Text(vi="Mã các chỉ tiêu (cách tính)", en="Indicators: the ways of counting, by id"),
    "objectives": OBJECTIVES,
    "funding": Text(vi="Nguồn kinh phí", en="Funding"),
    "questions": Text(
        vi="Những điểm văn bản chưa quy định rõ (cách hiểu đầu tiên là mặc định)",
        en="What the text leaves open, the default first",
    ),
    "sources": SOURCES,
}


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
        "indicators": [
            f"{each.id}: {each.label.in_(lang)} ({each.unit.label.in_(lang)})" for each in program.indicators
        ],
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
