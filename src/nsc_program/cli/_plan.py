"""The command `plan`: the plan with its sources, its questions and the ids of its indicators."""

from collections.abc import Callable, Collection, Iterable
from importlib.resources import files
from typing import TypeVar

from nsc_program.catalog._plans import PLANS
from nsc_program.cli._exit_codes import OK
from nsc_program.cli._files import file_name
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import DAY, day, plan_in_force
from nsc_program.cli._page import WIDTH, page, wrapped
from nsc_program.cli._words import one_of, refusal
from nsc_program.errors import Message
from nsc_program.plan._indicators import Indicator
from nsc_program.plan._program import Program
from nsc_program.plan._questions import WORDING, Question
from nsc_program.plan._sources import Citation
from nsc_program.plan._targets import Phase, Target
from nsc_program.report._money_sheets import names_of_sources
from nsc_program.report._sheets import written
from nsc_program.report._table import named, sources, words
from nsc_program.report.counting import explain
from nsc_program.report.money import money_in_words
from nsc_program.report.phrases import period
from nsc_program.report.plans import number_in_words
from nsc_program.report.text import OBJECTIVES, SOURCES
from nsc_program.serialization import to_json
from nsc_program.values._ranges import Range
from nsc_program.values._text import Lang, Text

_HEADINGS = {
    "indicators": Text(
        vi="Mã các chỉ tiêu (cách tính)", en="Ids of the indicators (ways of counting)"
    ),
    "objectives": OBJECTIVES,
    "funding": Text(vi="Nguồn kinh phí", en="Funding"),
    "budget": Text(vi="Dự toán kinh phí", en="Budget"),
    "questions": Text(
        vi="Những điểm văn bản chưa quy định rõ (cách hiểu đầu tiên là mặc định)",
        en="Questions that the text leaves open (the first answer is the default)",
    ),
    "sources": SOURCES,
}


_NO_DAY = Message(
    "kế hoạch có nhiều bản; hãy chọn ngày bằng --as-of",
    "several editions are given; choose a day with --as-of",
)


def _plan(options: Options) -> Done:
    """Print a plan, or a template of one."""
    if options.template:
        return OK, [_template()]
    return _printed(_chosen(options), options)


def _printed(program: Program, options: Options) -> Done:
    """Print a plan, as a document or as text."""
    if options.format == "json":
        return OK, [to_json(program)]
    return OK, wrapped(_lines(program, options.lang), page(options))


def _chosen(options: Options) -> Program:
    """Return the plan that the options name, in the edition of the day; refuse to guess the day."""
    if len(options.plan) > 1 and options.as_of is None:
        raise refusal("no-day", _NO_DAY.vi, _NO_DAY.en)
    return plan_in_force(options.plan, options.as_of)


def _template() -> str:
    """Return a made-up plan in TOML."""
    template = files("nsc_program.cli").joinpath("made-up-plan.toml")
    return template.read_text(encoding="utf-8").rstrip()


def _lines(program: Program, lang: Lang) -> Iterable[str]:
    """Yield the plan as text: its targets by phase, then its lists."""
    yield f"{program.title.in_(lang)} ({program.edition})"
    yield program.issuer.in_(lang)
    if program.territory is not None:
        yield f"{_TERRITORY.in_(lang)}: {program.territory}"
    for phase in program.phases:
        yield from _phase_lines(program, phase, lang)
    yield from _lists_under_headings(program, lang)


def _lists_under_headings(program: Program, lang: Lang) -> Iterable[str]:
    """Yield the lists that follow the targets, each under its heading."""
    for name, lines in _plan_lists(program, lang).items():
        yield from _under_heading(_HEADINGS[name].in_(lang), lines)


def _phase_lines(program: Program, phase: Phase, lang: Lang) -> Iterable[str]:
    """Yield the heading of a phase, and its targets."""
    yield from ("", f"{_PHASE.in_(lang)} {phase.id}")
    for target in phase.targets:
        yield from _target_lines(program, target, lang)


def _under_heading(heading: str, lines: Collection[str]) -> Iterable[str]:
    """Yield lines under a heading; nothing if there are no lines."""
    if lines:
        yield from ("", heading)
        yield from (f"  {line}" for line in lines)


_TERRITORY = Text(vi="Địa bàn", en="Territory")
_PHASE = Text(vi="Giai đoạn", en="Phase")
_READ_AS = Text(vi="hiểu là", en="read as")


def _target_lines(program: Program, target: Target, lang: Lang) -> Iterable[str]:
    """Yield the title of a target, the words of the plan, and how they were understood."""
    yield f"  {target.id}: {named(target, lang)}"
    yield f"    {words(target.citations)}"
    indicator = program.indicator(target.indicator_ids[0])
    yield f"    {_READ_AS.in_(lang)}: {number_in_words(target, indicator, lang)}"


def _plan_lists(program: Program, lang: Lang) -> dict[str, list[str]]:
    """Return the lists that follow the targets, under the keys of their headings."""
    questions = (*WORDING.values(), *program.questions)
    return {
        "indicators": _all_lines(_indicator_lines, program.indicators, lang),
        "objectives": [_cited(aim.title, aim.citations, lang) for aim in program.objectives],
        "funding": [_cited(each.label, each.citations, lang) for each in program.funding_sources],
        "budget": _budget_lines(program, lang),
        "questions": _all_lines(_question_lines, questions, lang),
        "sources": list(sources(_citations(program), lang)),
    }


T = TypeVar("T")


def _all_lines(
    lines: Callable[[T, Lang], Iterable[str]], things: Iterable[T], lang: Lang
) -> list[str]:
    """Return the lines about each of some things."""
    return [line for thing in things for line in lines(thing, lang)]


def _indicator_lines(indicator: Indicator, lang: Lang) -> Iterable[str]:
    """Yield the id of an indicator, its name and its unit, and then how it is counted."""
    yield f"{indicator.id}: {indicator.label.in_(lang)} ({indicator.unit.label.in_(lang)})"
    yield from (f"  {explain(rule).in_(lang)}" for rule in indicator.counting)


def _cited(name: Text, citations: tuple[Citation, ...], lang: Lang) -> str:
    """Write a name and the words that the plan uses."""
    return f"{name.in_(lang)}: {words(citations)}"


def _budget_lines(program: Program, lang: Lang) -> list[str]:
    """List what the plan means to spend, with the words that it uses."""
    names = names_of_sources(program, (item.source for item in program.budget))
    return [
        f"{written(names[item.source], lang)}, {period(item.period, lang)}: "
        f"{money_in_words(Range.exactly(item.vnd), lang)}: {words(item.citations)}"
        for item in program.budget
    ]


def _citations(program: Program) -> list[Citation]:
    """List the citations of the plan, then those of its targets and of its budget."""
    of_targets = (citation for target in program.targets for citation in target.citations)
    of_budget = (citation for item in program.budget for citation in item.citations)
    return [*program.citations, *of_targets, *of_budget]


def _question_lines(question: Question, lang: Lang) -> Iterable[str]:
    """Yield a question and its answers, each with the documents that attest it."""
    yield question.phrase.in_(lang)
    for answer in question.answers:
        attested = f" [{', '.join(answer.attested_by)}]" if answer.attested_by else ""
        yield f"  - {question.id}={answer.value}: {answer.label.in_(lang)}{attested}"


COMMANDS = (
    Command(
        name="plan",
        summary=Message("nội dung kế hoạch, kèm nguồn", "show the plan with its sources"),
        about=Message(
            "In ra kế hoạch: các chỉ tiêu kèm nguồn, mã các chỉ tiêu, và những điểm văn bản chưa "
            "quy định rõ.",
            "Print the plan: its targets with their sources, the ids of its indicators, and the "
            "questions that its text leaves open.",
        ),
        parameters=(
            Parameter(
                name="plan",
                shown=Message("KẾ_HOẠCH", "PLAN"),
                help=Message(
                    "kế hoạch khác: tệp (.toml hoặc .json), "
                    f"hoặc {', '.join(PLANS)}; kế hoạch đã sửa đổi thì nêu mọi bản",
                    "a plan other than Hanoi's, in one or several editions: files (.toml or "
                    f".json), or any of {', '.join(PLANS)}",
                ),
                take=file_name,
                several=True,
            ),
            Parameter(
                name="format",
                flags=("--format",),
                shown=Message("text|json", "text|json"),
                help=Message(
                    "văn bản để đọc (mặc định), hoặc tài liệu JSON",
                    "text (default), or a JSON document",
                ),
                take=one_of("text", "json"),
                default="text",
            ),
            Parameter(
                name="as_of",
                flags=("--as-of",),
                shown=DAY,
                help=Message(
                    "nếu kế hoạch có nhiều bản: lấy bản có hiệu lực vào ngày này",
                    "if several editions are given, show the one in force on this day",
                ),
                take=day,
            ),
            WIDTH,
            Parameter(
                name="template",
                flags=("--template",),
                help=Message(
                    "in ra một kế hoạch mẫu (giả định) để viết kế hoạch riêng",
                    "print a made-up plan as a starting point for your own",
                ),
                default=False,
            ),
        ),
        examples=(
            ("plan", Message("xem kế hoạch của Hà Nội", "show Hanoi's plan")),
            (
                "plan --template > plan.toml",
                Message("bắt đầu viết một kế hoạch khác", "start a plan of your own"),
            ),
        ),
        run=_plan,
    ),
)
