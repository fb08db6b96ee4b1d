"""The command `report`: the report on a plan for a period, in the format that is asked for."""

from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import evolve

from nsc_program import report
from nsc_program.cli._files import output_file, replacing
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import (
    AS_KNOWN_ON,
    AS_OF,
    OK,
    OUTPUT,
    PERIOD,
    PROGRAM,
    READING,
    REGISTER,
    program_of,
    reading_of,
    register_of,
)
from nsc_program.cli._words import at, one_of, refusal
from nsc_program.errors import Message
from nsc_program.values._text import Lang

_TEXTS: Mapping[str, Callable[["report.Report", Lang], str]] = {
    "md": report.to_markdown,
}
"""What writes a report as text, by format."""
_FORMATS = ("md", "csv")
_FORMAT = Parameter(
    name="format",
    flags=("--format",),
    shown=Message("|".join(_FORMATS), "|".join(_FORMATS)),
    help=Message(
        "định dạng; nếu không ghi thì theo đuôi tệp của -o, hoặc md",
        "the format; if left out, it follows the suffix of -o, or is md",
    ),
    take=one_of(*_FORMATS),
)
_PERIOD = evolve(
    PERIOD,
    help=Message(
        "kỳ báo cáo, như 2026, 2026-Q1, 2026-H1 hoặc 2025-12/2026-11",
        "the report period, such as 2026, 2026-Q1, 2026-H1 or 2025-12/2026-11",
    ),
    several=False,
    required=True,
)
_OUTPUT = evolve(
    OUTPUT,
    shown=Message("BÁO_CÁO", "REPORT"),
    help=Message("ghi báo cáo ra tệp này", "write the report to this file"),
    take=output_file,
    required=False,
)
_SHEET = Parameter(
    name="sheet",
    flags=("--sheet",),
    shown=Message("BẢNG", "SHEET"),
    help=Message(
        "bảng ghi ra csv, như 'results' (mặc định), 'groups', 'funding' hoặc 'Support'",
        "the sheet to write as csv, such as results (default), groups, funding or Support",
    ),
    default="results",
)
_PEOPLE = Parameter(
    name="people",
    flags=("--people",),
    help=Message(
        "ghi cả mã của người trong các danh sách", "show the keys of people in the lists too"
    ),
    default=False,
)


def _report(options: Options) -> Done:
    """Make the report, and write it to a file or print it."""
    written_as, made = _format_of(options), _made(options)
    text = _text(made, written_as, options)
    if options.output is None:
        return OK, text.splitlines()
    with replacing(options.output) as part:
        part.write_text(text, encoding="utf-8", newline="")
    return OK, []


def _format_of(options: Options) -> str:
    """Return the format that is asked for, or that the suffix of the file names."""
    if options.format is not None:
        return str(options.format)
    if options.output is None:
        return "md"
    suffix = Path(options.output).suffix.removeprefix(".")
    if suffix in _FORMATS:
        return suffix
    known = ", ".join(_FORMATS)
    with at(_OUTPUT.label):
        raise refusal(
            "unknown-format",
            f"đuôi tệp không cho biết định dạng; hãy ghi rõ --format: {known}",
            f"the suffix does not name a format; give --format: {known}",
        )


def _made(options: Options) -> "report.Report":
    """Make the report."""
    program, register = program_of(options, options.as_of), register_of(options)
    reading = reading_of(options, program)
    with at("--period"):
        return report.report(
            program,
            register,
            as_of=options.as_of,
            period=options.period,
            reading=reading,
            people=options.people,
        )


def _text(made: "report.Report", written_as: str, options: Options) -> str:
    """Write a report as text."""
    if written_as == "csv":
        with at("--sheet"):
            return report.to_csv(made, options.lang, options.sheet)
    return _TEXTS[written_as](made, options.lang)


COMMANDS = (
    Command(
        name="report",
        summary=Message("lập báo cáo của một kỳ", "make the report for a period"),
        about=Message(
            "Lập báo cáo kết quả thực hiện kế hoạch trong một kỳ: từng chỉ tiêu trong kỳ, cùng kỳ "
            "năm trước và lũy kế, số liệu theo nhóm, danh sách, kinh phí và thuyết minh số liệu.",
            "Make the report on a plan for a period: each target in the period, a year earlier and "
            "since the start of its phase, counts by group, lists, money, and what the numbers "
            "rest on.",
        ),
        parameters=(
            REGISTER,
            AS_OF,
            _PERIOD,
            AS_KNOWN_ON,
            PROGRAM,
            _FORMAT,
            _SHEET,
            _PEOPLE,
            _OUTPUT,
            *READING,
        ),
        examples=(
            (
                "report register.json --as-of 2026-06-30 --period 2026 -o report.md",
                Message(
                    "báo cáo năm 2026 với số liệu đến hết tháng 6",
                    "the report for 2026 with data up to the end of June",
                ),
            ),
            (
                "report register.json --as-of 2026-06-30 --period 2026-H1 --sheet Support -o a.csv",
                Message(
                    "danh sách hỗ trợ trong 6 tháng đầu năm, dạng CSV",
                    "the list of supports in the first half of the year, as CSV",
                ),
            ),
        ),
        run=_report,
    ),
)
