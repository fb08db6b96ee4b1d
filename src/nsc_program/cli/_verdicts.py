"""The commands `evaluate`, `sweep`, `compare`, `evidence` and `figures`."""

from collections.abc import Iterable
from itertools import chain

from attrs import evolve

# What only one of the commands needs is named through its room, which imports it when it is used.
from nsc_program import checks, report, verdicts
from nsc_program.checks._without_effect import without_effect
from nsc_program.cli._exit_codes import FOUND, OK
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import (
    AS_KNOWN_ON,
    AS_OF,
    FORMAT,
    PERIOD,
    PROGRAM,
    READING,
    REGISTER,
    program_of,
    reading_of,
    register_of,
    titled,
)
from nsc_program.cli._page import COLOR, WIDTH, drawn, page, wrapped
from nsc_program.cli._streams import complain
from nsc_program.cli._tables import TABLE, tallied
from nsc_program.cli._words import at, one_of
from nsc_program.errors import Message
from nsc_program.figures._tally import tally
from nsc_program.plan._program import Program
from nsc_program.plan._readings import Reading
from nsc_program.records._register import Register
from nsc_program.report.text import NUMBERED, Shape, drawn_grid, drawn_table
from nsc_program.serialization import to_json
from nsc_program.values._text import Lang, Text
from nsc_program.verdicts._assess import evaluate
from nsc_program.verdicts._evaluation import Evaluation
from nsc_program.verdicts._status import Status

_TARGET = Parameter(
    name="target",
    shown=Message("CHỈ_TIÊU", "TARGET"),
    help=Message(
        "mã chỉ tiêu, như 2021-2025/supported; lệnh “plan” liệt kê các mã",
        "the id of a target, for example 2021-2025/supported; the command “plan” lists the ids",
    ),
    required=True,
)
_STATUSES = tuple(status.value for status in Status)
_FAIL_ON = Parameter(
    name="fail_on",
    flags=("--fail-on",),
    shown=Message("|".join(_STATUSES), "|".join(_STATUSES)),
    help=Message(
        "kết thúc với mã 1 nếu có chỉ tiêu được đánh giá như vậy",
        "end with exit code 1 if a target has this status",
    ),
    take=one_of(*_STATUSES),
    several=True,
)
_PHASE = Message("GIAI_ĐOẠN", "PHASE")
_WHY = Parameter(
    name="why",
    flags=("--why",),
    help=Message(
        "nêu mọi căn cứ và cách hiểu mà mỗi đánh giá dựa vào",
        "show everything that each verdict rests on: the data and the reading of the text",
    ),
    default=False,
)
_MORE = Text(
    vi="Mỗi đánh giá theo một cách hiểu văn bản; --why nêu các cách hiểu và căn cứ.",
    en="Each status follows under one reading of the text; --why shows it and the data.",
)
_OF_SWEEP = Shape((4, 20, 14, 10, 52), NUMBERED)
_OF_FIGURES = Shape((24, 16, 15, 15, 30), "{}, {}")
_OF_CHANGES = Shape((15, 12, 12, 14, 12, 14, 7, 14))


def _evaluate(options: Options) -> Done:
    """Evaluate the targets under one reading."""
    evaluation = _counted(options) if options.table else _assessed(options)[0]
    fails = any(verdict.status in options.fail_on for verdict in evaluation.verdicts)
    return FOUND if fails else OK, _drawn_evaluation(evaluation, options)


def _drawn_evaluation(evaluation: Evaluation, options: Options) -> Iterable[str]:
    """Draw an evaluation under its title and the name of the register, or as a document."""
    if options.format == "json":
        return [to_json(evaluation)]
    shown, on = report.table(evaluation, options.lang), page(options)
    title = wrapped(titled(shown.title, options), on)
    table = drawn(drawn_table(shown, on, options.lang, why=options.why))
    return chain(
        title, table, () if options.why else ("", *wrapped((_MORE.in_(options.lang),), on))
    )


def _counted(options: Options) -> Evaluation:
    """Return the evaluation from tables and, if there is one, from a register."""
    program = program_of(options, options.as_of)
    register = Register() if options.register is None else register_of(options)
    figures = tallied(options, program, register)
    names = [options.register, *(str(path) for _, path in options.table)]
    options.register = ", ".join(filter(None, names))
    return evaluate(program, figures, reading_of(options, program))


def _sweep(options: Options) -> Done:
    """Evaluate the targets under every admissible reading."""
    inputs = _assessed(options)[0].made_from()
    swept = verdicts.sweep(inputs.program, inputs.figures)
    if options.format == "json":
        return OK, [to_json(swept)]
    return _drawn(report.sweep_grid(swept, options.lang), _OF_SWEEP, options)


def _compare(options: Options) -> Done:
    """Set two phases side by side."""
    comparison = _comparison(options)
    if options.format == "json":
        return OK, [to_json(comparison)]
    return _drawn(report.change_grid(comparison, options.lang), _OF_CHANGES, options)


def _comparison(options: Options) -> "verdicts.PhaseComparison":
    """Return the comparison of the two phases that the options name."""
    evaluation, _ = _assessed(options)
    earlier, later = _phases(evaluation.made_from().program, options)
    return verdicts.compare_phases(evaluation, earlier, later)


def _phases(program: Program, options: Options) -> tuple[str, str]:
    """Return the ids of the two phases; the first and the last phase if they are not given."""
    earlier = options.earlier or program.phases[0].id
    later = options.later or program.phases[-1].id
    return _phase(program, earlier, "--earlier"), _phase(program, later, "--later")


def _phase(program: Program, phase: str, flag: str) -> str:
    """Return the id of a phase, and refuse one that the plan does not have."""
    with at(flag):
        return program.phase(phase).id


def _drawn(grid: "report.Grid", shape: Shape, options: Options) -> Done:
    """Draw a grid under its title and the name of the register."""
    on = page(options)
    title = wrapped(titled(grid.title, options), on)
    return OK, chain(title, drawn(drawn_grid(grid, shape, on)))


def _evidence(options: Options) -> Done:
    """List what the verdict on one target counts and leaves out."""
    evaluation, register = _assessed(options)
    with at(_TARGET.label):
        counted = verdicts.evidence(evaluation, register, options.target)
    return OK, wrapped(report.evidence_lines(counted, options.lang), page(options))


def _figures(options: Options) -> Done:
    """Print the figures as a JSON document, or as a table."""
    made_from = _assessed(options)[0].made_from()
    program, figures = made_from.program, made_from.figures
    if options.format == "json":
        return OK, [to_json(figures)]
    grid = report.figures_grid(program, figures, options.lang, options.period)
    return _drawn(grid, _OF_FIGURES, options)


def _assessed(options: Options) -> tuple[Evaluation, Register]:
    """Return the evaluation and its register, and warn of records without effect."""
    program, register = program_of(options, options.as_of), register_of(options)
    reading = _reading(options, program)
    periods = getattr(options, PERIOD.name, ())
    figures = tally(program, register, as_of=options.as_of, periods=periods)
    evaluation = evaluate(program, figures, reading)
    _warn_of_records(evaluation, register, options)
    return evaluation, register


def _reading(options: Options, program: Program) -> Reading:
    """Return the reading that the options give; the default one for other commands."""
    return reading_of(options, program) if hasattr(options, "reading") else Reading()


def _warn_of_records(evaluation: Evaluation, register: Register, options: Options) -> None:
    """Warn of records without effect on the evaluation."""
    program = evaluation.made_from().program
    for finding in without_effect(evaluation, register):
        complain(f"{options.register}: {_warning(finding, program, options.lang)}")


def _warning(finding: "checks.Finding", program: Program, lang: Lang) -> str:
    """Write a finding with the ids of its records."""
    sentence = report.finding_text(finding, program).in_(lang)
    # The id of a claim is that of its indicator, which the sentence names already.
    names = {name.id for name in finding.records} - {getattr(finding, "indicator", "")}
    return f"{sentence} ({', '.join(sorted(names))})" if names else sentence


_COMMON = (REGISTER, AS_OF, AS_KNOWN_ON, PROGRAM)
_FORMAT_OF_FIGURES = evolve(
    FORMAT,
    help=Message("tài liệu JSON (mặc định), hoặc bảng", "a JSON document (default), or a table"),
    default="json",
)
_AT_MID_YEAR = Message(
    "đánh giá tính đến hết tháng 6 năm 2026", "evaluate as of the close of June 2026"
)

COMMANDS = (
    Command(
        name="evaluate",
        summary=Message("đánh giá các chỉ tiêu: đạt hay chưa", "show which targets are attained"),
        about=Message(
            "Đánh giá từng chỉ tiêu của kế hoạch, theo một cách hiểu văn bản, kèm căn cứ.",
            "Evaluate each target of the plan under one reading of its text, and show what the "
            "verdict rests on.",
        ),
        parameters=(
            evolve(REGISTER, unless="table"),
            *_COMMON[1:],
            TABLE,
            FORMAT,
            _WHY,
            WIDTH,
            COLOR,
            _FAIL_ON,
            *READING,
        ),
        examples=(
            ("evaluate register.json --as-of 2026-06-30", _AT_MID_YEAR),
            (
                "evaluate register.json --as-of 2026-06-30 --why",
                Message(
                    "kèm mọi căn cứ và cách hiểu của từng đánh giá",
                    "with everything that each verdict rests on",
                ),
            ),
            (
                "evaluate register.json --as-of 2026-06-30 --reading tolerance=0 --format json",
                Message(
                    "hiểu “khoảng” là không được thấp hơn, và in ra JSON",
                    "read “about” as allowing no shortfall, and print JSON",
                ),
            ),
            (
                "evaluate --table support=supports.parquet --as-of 2026-06-30",
                Message(
                    "đếm lượt hỗ trợ ngay trong tệp .parquet",
                    "count the supports in a .parquet file where they are",
                ),
            ),
        ),
        run=_evaluate,
    ),
    Command(
        name="sweep",
        summary=Message(
            "đánh giá theo mọi cách hiểu văn bản",
            "show the verdicts under every reading of the text",
        ),
        about=Message(
            "Đánh giá từng chỉ tiêu theo mọi cách hiểu văn bản, và cho biết kết quả phụ thuộc vào "
            "điểm nào.",
            "Evaluate each target under every reading of the text, and show the questions on which "
            "its status depends.",
        ),
        parameters=(*_COMMON, FORMAT, WIDTH, COLOR),
        examples=(("sweep register.json --as-of 2026-06-30", _AT_MID_YEAR),),
        run=_sweep,
    ),
    Command(
        name="compare",
        summary=Message("so sánh hai giai đoạn", "compare two phases"),
        about=Message(
            "So sánh hai giai đoạn theo từng chỉ tiêu.",
            "Compare two phases, indicator by indicator.",
        ),
        parameters=(
            *_COMMON,
            Parameter(
                name="earlier",
                flags=("--earlier",),
                shown=_PHASE,
                help=Message(
                    "giai đoạn trước; mặc định là giai đoạn đầu",
                    "the earlier phase; the default is the plan's first",
                ),
            ),
            Parameter(
                name="later",
                flags=("--later",),
                shown=_PHASE,
                help=Message(
                    "giai đoạn sau; mặc định là giai đoạn cuối",
                    "the later phase; the default is the plan's last",
                ),
            ),
            FORMAT,
            WIDTH,
            *READING,
        ),
        examples=(
            (
                "compare register.json --as-of 2026-06-30 --earlier 2021-2025 --later 2026-2030",
                Message(
                    "so sánh giai đoạn 2026-2030 với 2021-2025",
                    "compare the phase 2026-2030 with the phase 2021-2025",
                ),
            ),
        ),
        run=_compare,
    ),
    Command(
        name="evidence",
        summary=Message("căn cứ của một đánh giá", "list what one verdict counts and leaves out"),
        about=Message(
            "Liệt kê những hồ sơ được tính và không được tính cho một chỉ tiêu, kèm lý do.",
            "List the records that the verdict on one target counts, and those that it leaves out, "
            "with the reason.",
        ),
        parameters=(
            *_COMMON,
            _TARGET,
            WIDTH,
            COLOR,
            *READING,
        ),
        examples=(
            (
                "evidence register.json 2021-2025/supported --as-of 2026-06-30",
                Message(
                    "căn cứ của chỉ tiêu về doanh nghiệp được hỗ trợ",
                    "the evidence for the number of supported enterprises",
                ),
            ),
        ),
        run=_evidence,
    ),
    Command(
        name="figures",
        summary=Message(
            "số liệu của từng chỉ tiêu",
            "print the values that each indicator can still take",
        ),
        about=Message(
            "In ra khoảng giá trị mà mỗi chỉ tiêu của kế hoạch còn có thể đạt, kèm căn cứ. Bảng "
            "chỉ có các kỳ nêu ở --period, nếu có; tài liệu JSON luôn có mọi kỳ.",
            "Print the range of values that each indicator of the plan can still take, and what it "
            "rests on. A table has only the periods given with --period, if there are any; a JSON "
            "document always has all periods.",
        ),
        parameters=(*_COMMON, PERIOD, _FORMAT_OF_FIGURES, WIDTH),
        examples=(
            (
                "figures register.json --as-of 2026-06-30 > figures.json",
                Message("ghi số liệu ra tệp", "write the figures to a file"),
            ),
            (
                "figures register.json --as-of 2026-06-30 --period 2026-H1 --format table",
                Message(
                    "bảng số liệu 6 tháng đầu năm 2026",
                    "a table of the figures for the first half of 2026",
                ),
            ),
        ),
        run=_figures,
    ),
)
