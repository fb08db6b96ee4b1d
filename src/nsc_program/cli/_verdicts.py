"""`nsc-program evaluate`, `sweep`, `compare`, `evidence` and `figures`: what becomes of the targets."""

from itertools import chain

from nsc_program.checks._findings import WITHOUT_EFFECT, findings
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import (
    AS_KNOWN_ON,
    AS_OF,
    FORMAT,
    OK,
    PROGRAM,
    READING,
    REGISTER,
    program_of,
    reading_of,
    register_of,
    titled,
    width,
)
from nsc_program.cli._streams import complain
from nsc_program.cli._words import at
from nsc_program.errors import Message
from nsc_program.plan._readings import Reading
from nsc_program.records._register import Register
from nsc_program.report import change_grid, evidence_lines, finding_text, sweep_grid, table
from nsc_program.report.text import drawn_grid, drawn_table
from nsc_program.serialization import to_json
from nsc_program.values._validators import printable
from nsc_program.verdicts._evaluation import Evaluation, assess
from nsc_program.verdicts._evidence import evidence
from nsc_program.verdicts._phase_comparison import compare_phases
from nsc_program.verdicts._sweep import sweep

_TARGET = Parameter(
    name="target",
    shown=Message("CHỈ_TIÊU", "TARGET"),
    help=Message(
        "mã chỉ tiêu, như 2021-2025/supported; lệnh “plan” liệt kê các mã",
        "its id, such as 2021-2025/supported; the command plan lists them",
    ),
    required=True,
)
_PHASE = Message("GIAI_ĐOẠN", "PHASE")


def _evaluate(options: Options) -> Done:
    evaluation, _ = _judged(options)
    if options.format == "json":
        return OK, [to_json(evaluation)]
    shown = table(evaluation, options.lang)
    return OK, chain(titled(shown.title, options), drawn_table(shown, width(), options.lang))


def _sweep(options: Options) -> Done:
    inputs = _judged(options)[0].made_from()
    swept = sweep(inputs.program, inputs.figures)
    if options.format == "json":
        return OK, [to_json(swept)]
    grid = sweep_grid(swept, options.lang)
    return OK, chain(titled(grid.title, options), drawn_grid(grid, (4, 20, 14, 10, 52), width()))


def _compare(options: Options) -> Done:
    evaluation, _ = _judged(options)
    program = evaluation.made_from().program
    earlier, later = options.earlier or program.phases[0].id, options.later or program.phases[-1].id
    for flag, phase in (("--earlier", earlier), ("--later", later)):
        with at(flag):
            program.phase(phase)
    comparison = compare_phases(evaluation, earlier, later)
    if options.format == "json":
        return OK, [to_json(comparison)]
    grid = change_grid(comparison, options.lang)
    return OK, chain(
        titled(grid.title, options), drawn_grid(grid, (20, 11, 11, 15, 11, 11, 7, 14), width())
    )


def _evidence(options: Options) -> Done:
    evaluation, register = _judged(options)
    with at(_TARGET.label):
        found = evidence(evaluation, register, options.target)
    return OK, map(printable, evidence_lines(found, options.lang))


def _figures(options: Options) -> Done:
    evaluation, _ = _judged(options)
    return OK, [to_json(evaluation.made_from().figures)]


def _judged(options: Options) -> tuple[Evaluation, Register]:
    """Assess the register, and say what in it the plan does not use."""
    program, register = program_of(options, options.as_of), register_of(options)
    reading = reading_of(options, program) if hasattr(options, "reading") else Reading()
    evaluation = assess(program, register, as_of=options.as_of, reading=reading)
    for finding in findings(evaluation, register, rules=WITHOUT_EFFECT):
        names = ", ".join(
            sorted({name.id for name in finding.records} - {getattr(finding, "indicator", "")})
        )
        said = finding_text(finding).in_(options.lang) + (f" ({names})" if names else "")
        complain(f"{options.register}: {said}")
    return evaluation, register


_COMMON = (REGISTER, AS_OF, AS_KNOWN_ON, PROGRAM)
_JUDGED = Message("đánh giá tính đến hết tháng 6 năm 2026", "judge at the close of June 2026")

COMMANDS = (
    Command(
        name="evaluate",
        summary=Message("đánh giá các chỉ tiêu: đạt hay chưa", "which targets are attained"),
        about=Message(
            "Đánh giá từng chỉ tiêu của kế hoạch, theo một cách hiểu văn bản, kèm căn cứ.",
            "Judge each target of the plan under one reading of its text, and say what the verdict rests on.",
        ),
        parameters=(*_COMMON, FORMAT, *READING),
        examples=(
            ("evaluate register.json --as-of 2026-06-30", _JUDGED),
            (
                "evaluate register.json --as-of 2026-06-30 --reading tolerance=0 --format json",
                Message(
                    "hiểu “khoảng” là không được thiếu, và in ra JSON",
                    "“about” leaves no room below; as JSON",
                ),
            ),
        ),
        run=_evaluate,
    ),
    Command(
        name="sweep",
        summary=Message(
            "đánh giá theo mọi cách hiểu văn bản", "the same under every reading of the text"
        ),
        about=Message(
            "Đánh giá từng chỉ tiêu theo mọi cách hiểu văn bản, và cho biết kết quả phụ thuộc vào điểm nào.",
            "Judge each target under every reading of the text, and say which questions its status depends on.",
        ),
        parameters=(*_COMMON, FORMAT),
        examples=(("sweep register.json --as-of 2026-06-30", _JUDGED),),
        run=_sweep,
    ),
    Command(
        name="compare",
        summary=Message("so sánh hai giai đoạn", "how two phases compare"),
        about=Message(
            "So sánh hai giai đoạn theo từng chỉ tiêu.",
            "Set two phases side by side, indicator by indicator.",
        ),
        parameters=(
            *_COMMON,
            Parameter(
                name="earlier",
                flags=("--earlier",),
                shown=_PHASE,
                help=Message(
                    "giai đoạn trước; mặc định là giai đoạn đầu",
                    "the earlier phase; the plan's first if not given",
                ),
            ),
            Parameter(
                name="later",
                flags=("--later",),
                shown=_PHASE,
                help=Message(
                    "giai đoạn sau; mặc định là giai đoạn cuối",
                    "the later phase; the plan's last if not given",
                ),
            ),
            FORMAT,
            *READING,
        ),
        examples=(
            (
                "compare register.json --as-of 2026-06-30 --earlier 2021-2025 --later 2026-2030",
                Message(
                    "so sánh giai đoạn 2026-2030 với 2021-2025", "compare 2026-2030 with 2021-2025"
                ),
            ),
        ),
        run=_compare,
    ),
    Command(
        name="evidence",
        summary=Message("căn cứ của một đánh giá", "what one verdict counts and leaves out"),
        about=Message(
            "Liệt kê những bản ghi được tính và không được tính cho một chỉ tiêu, kèm lý do.",
            "List the records that the verdict on one target counts, and those that it leaves out, with the reason.",
        ),
        parameters=(
            *_COMMON,
            _TARGET,
            *READING,
        ),
        examples=(
            (
                "evidence register.json 2021-2025/supported --as-of 2026-06-30",
                Message(
                    "căn cứ của chỉ tiêu về doanh nghiệp được hỗ trợ",
                    "the evidence for the enterprises supported",
                ),
            ),
        ),
        run=_evidence,
    ),
    Command(
        name="figures",
        summary=Message(
            "số liệu của từng chỉ tiêu, dạng JSON", "what each indicator can still be, as JSON"
        ),
        about=Message(
            "In ra khoảng giá trị mà mỗi chỉ tiêu của kế hoạch còn có thể đạt, kèm căn cứ, dạng tài liệu JSON.",
            "Write what each indicator of the plan can still be, and what that rests on, as a JSON document.",
        ),
        parameters=_COMMON,
        examples=(
            (
                "figures register.json --as-of 2026-06-30 > figures.json",
                Message("ghi số liệu ra tệp", "write the figures to a file"),
            ),
        ),
        run=_figures,
    ),
)
