"""`nsc-program plan`: the plan with its sources, its questions and the ids of its indicators."""

import argparse
from collections.abc import Iterable
from importlib.resources import files

from nsc_program._validators import printable
from nsc_program.bounds import Growth, YearlyGrowth
from nsc_program.cli._options import OK, Done, add_language, day, plan_in_force
from nsc_program.errors import InvalidValue
from nsc_program.program import Program
from nsc_program.readings import WORDING, Question
from nsc_program.report.table import named, sources, words
from nsc_program.report.text import OBJECTIVES, SOURCES
from nsc_program.serialization import to_json
from nsc_program.sources import Lang, Text
from nsc_program.targets import Target
from nsc_program.wording import Phrase, render


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("plan", help="the plan with its sources (nội dung kế hoạch)")
    parser.add_argument(
        "plan", nargs="*", metavar="PLAN", help="another than Hanoi's, in one or several editions: a file, or an id"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or as a JSON document")
    parser.add_argument(
        "--as-of", type=day, metavar="YYYY-MM-DD", help="of several editions, show that in force on this day (ngày)"
    )
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
    if len(options.plan) > 1 and options.as_of is None:
        raise InvalidValue("several editions: say of which day with --as-of")
    program = plan_in_force(options.plan, options.as_of)
    return OK, [to_json(program)] if options.format == "json" else map(printable, _lines(program, options.lang))


def _lines(program: Program, lang: Lang) -> Iterable[str]:
    yield f"{program.title.in_(lang)} ({program.edition})"
    yield program.issuer.in_(lang)
    for phase in program.phases:
        yield from ("", Text(vi=f"Giai đoạn {phase.id}", en=f"Phase {phase.id}").in_(lang))
        for target in phase.targets:
            yield from (f"  {target.id}: {named(target, lang)}", f"    {words(target.citations)}")
            yield f"    {_READ_AS.in_(lang)}: {_worded(program, target, lang)}"
    for name, lines in _plan_lists(program, lang).items():
        if lines:
            yield from ("", _HEADINGS[name].in_(lang))
            yield from (f"  {line}" for line in lines)


_READ_AS = Text(vi="hiểu là", en="read as")


def _worded(program: Program, target: Target, lang: Lang) -> str:
    """How the library words what it read: the number, and what is held against it."""
    unit = program.indicator(target.indicator_ids[0]).unit.label.in_(lang)
    share = isinstance(target.basis, (Growth, YearlyGrowth))
    try:
        return render(Phrase(target.bound, target.basis, unit="%" if share else unit), lang)
    except InvalidValue:  # a fraction without end, say
        return f"{type(target.basis).__name__}, {target.bound}"


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
