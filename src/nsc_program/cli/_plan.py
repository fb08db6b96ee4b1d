"""`nsc-program plan`: the plan with its sources, its questions and the ids of its indicators."""

import argparse
from collections.abc import Iterable
from importlib.resources import files

from nsc_program.catalog import HANOI
from nsc_program.cli._options import OK, Done, add_language, read_plan
from nsc_program.program import Program
from nsc_program.readings import WORDING, Question
from nsc_program.report.table import named, sources, words
from nsc_program.report.text import OBJECTIVES, SOURCES
from nsc_program.serialization import to_json
from nsc_program.sources import Lang, Text


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("plan", help="the plan with its sources (nội dung kế hoạch)")
    parser.add_argument(
        "plan", nargs="?", metavar="PLAN.json", help="another plan than Hanoi's; - reads standard input"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or as a JSON document")
    parser.add_argument(
        "--template",
        action="store_true",
        help="print a made-up plan to start a file of one's own from (in ra mẫu kế hoạch)",
    )
    add_language(parser)
    parser.set_defaults(run=_plan)


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


def _plan(options: argparse.Namespace) -> Done:
    if options.template:
        return OK, [files("nsc_program.cli").joinpath("made-up-plan.toml").read_text(encoding="utf-8").rstrip()]
    program = HANOI if options.plan is None else read_plan(options.plan)
    return OK, [to_json(program)] if options.format == "json" else _lines(program, options.lang)


def _lines(program: Program, lang: Lang) -> Iterable[str]:
    yield f"{program.title.in_(lang)} ({program.edition})"
    yield program.issuer.in_(lang)
    for phase in program.phases:
        yield from ("", Text(vi=f"Giai đoạn {phase.id}", en=f"Phase {phase.id}").in_(lang))
        for target in phase.targets:
            yield from (f"  {target.id}: {named(target, lang)}", f"    {words(target.citations)}")
    for name, lines in _plan_lists(program, lang).items():
        if lines:
            yield from ("", _HEADINGS[name].in_(lang))
            yield from (f"  {line}" for line in lines)


def _plan_lists(program: Program, lang: Lang) -> dict[str, list[str]]:
    cited = [*program.citations, *(citation for target in program.targets for citation in target.citations)]
    return {
        "indicators": [
            f"{each.id}: {each.label.in_(lang)} ({each.unit.label.in_(lang)})" for each in program.indicators
        ],
        "objectives": [f"{each.title.in_(lang)}: {words(each.citations)}" for each in program.objectives],
        "funding": [f"{each.label.in_(lang)}: {words(each.citations)}" for each in program.funding_sources],
        "questions": [line for each in (*WORDING.values(), *program.questions) for line in _question_lines(each, lang)],
        "sources": list(sources(cited, lang)),
    }


def _question_lines(question: Question, lang: Lang) -> Iterable[str]:
    yield question.phrase.in_(lang)
    for answer in question.answers:
        attested = f" [{', '.join(answer.attested_by)}]" if answer.attested_by else ""
        yield f"  - {question.id}={answer.value}: {answer.label.in_(lang)}{attested}"
