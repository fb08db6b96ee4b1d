"""The command `report`: the report on a plan for a period, in the format that is asked for."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, fields

from nsc_program import report
from nsc_program.cli._exit_codes import OK
from nsc_program.cli._files import input_file, output_file, replacing, text_in
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._options import (
    AS_KNOWN_ON,
    AS_OF,
    FORMAT,
    OUTPUT,
    PERIOD,
    PROGRAM,
    READING,
    REGISTER,
    program_of,
    reading_of,
    register_of,
)
from nsc_program.cli._words import at, in_place_of, one_of, refusal
from nsc_program.errors import Message
from nsc_program.serialization._parsing import parse_toml
from nsc_program.values._text import Lang

_TEXTS: Mapping[str, Callable[["report.Report", Lang], str]] = {
    "md": report.to_markdown,
    "html": report.to_html,
}
"""What writes a whole report as text, by format."""
_FILES: Mapping[str, Callable[["report.Report", Any, Lang, "report.Header"], None]] = {
    "docx": report.write_docx,
    "xlsx": report.write_xlsx,
}
"""What writes a whole report as a file, by format."""
_MESSAGES = ("json", "xml")
"""The forms of messages to other systems, which need a template."""
_FORMATS = (*_TEXTS, *_FILES, "csv", "sdmx", *_MESSAGES)
_FORMAT = evolve(
    FORMAT,
    shown=Message("|".join(_FORMATS), "|".join(_FORMATS)),
    help=Message(
        "định dạng; nếu không ghi thì theo đuôi tệp của -o, hoặc md",
        "the format; if left out, it follows the suffix of -o, or is md",
    ),
    take=one_of(*_FORMATS),
    default=None,
)
_PERIOD = evolve(
    PERIOD,
    help=Message(
        "kỳ báo cáo, như 2026, 2026-Q1, 2026-H1, 2025-12/2026-11 hoặc 'từ 01/12/2025 đến "
        "30/11/2026'",
        "the report period, such as 2026, 2026-Q1, 2026-H1, 2025-12/2026-11 or "
        "2025-12-15/2026-12-14",
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
_DATAFLOW = Parameter(
    name="dataflow",
    flags=("--dataflow",),
    shown=Message("MÃ", "ID"),
    help=Message(
        "mã luồng dữ liệu của hệ thống thống kê, cho 'sdmx', như 'AGENCY:FLOW(1.0)'",
        "the dataflow of the statistics system, for sdmx, such as 'AGENCY:FLOW(1.0)'",
    ),
    default="",
)
_KEYS = ", ".join(f"{key.name}=…" for key in fields(report.Header))
_HEADER = Parameter(
    name="header",
    flags=("--header",),
    shown=Message("TỆP.toml", "FILE.toml"),
    help=Message(
        "cơ quan, số, nơi và ngày, người ký, nơi nhận của báo cáo, cho 'docx' và 'xlsx'; các khóa: "
        f"{_KEYS}",
        "who sends and signs the report, its number, place and day, for 'docx' and 'xlsx'; the "
        f"keys: {_KEYS}",
    ),
    take=input_file,
)
_TEMPLATE = Parameter(
    name="template",
    flags=("--template",),
    shown=Message("MẪU", "TEMPLATE"),
    help=Message(
        "mẫu thông điệp của hệ thống khác, cho 'json' và 'xml', viết theo Jinja",
        "the template of another system's message, for json and xml, in the language of Jinja",
    ),
    take=input_file,
)
_CODES = Parameter(
    name="codes",
    flags=("--codes",),
    shown=Message("TỆP.toml", "FILE.toml"),
    help=Message(
        "bảng mã của hệ thống khác, cho 'json' và 'xml'",
        "the codes of the other system, for json and xml",
    ),
    take=input_file,
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
    written_as = _format_of(options)
    header, made = _header(options), _made(options)
    if written_as in _FILES:
        with replacing(options.output) as part, part.open("wb") as file:
            _FILES[written_as](made, file, options.lang, header)
        return OK, []
    text = _text(made, written_as, options)
    if options.output is None:
        return OK, text.splitlines()
    with replacing(options.output) as part:
        part.write_bytes(text.encode())
    return OK, []


def _header(options: Options) -> "report.Header":
    """Return the header that the options name; one with blanks if they name none."""
    if options.header is None:
        return report.Header()
    with at(str(options.header)):
        return report.Header.from_toml(options.header.read_bytes())


def _format_of(options: Options) -> str:
    """Return the format that is asked for, or that the suffix of the file names."""
    if options.format is not None:
        return _printed(options.format, options)
    if options.output is None:
        return "md"
    suffix = Path(options.output).suffix.removeprefix(".")
    if suffix in _FORMATS:
        return suffix
    known = ", ".join(map(repr, _FORMATS))
    with at(_OUTPUT.label):
        raise refusal(
            "unknown-format",
            f"đuôi tệp không cho biết định dạng; hãy ghi rõ --format: {known}",
            f"the suffix does not name a format; give --format: {known}",
        )


def _printed(written_as: str, options: Options) -> str:
    """Return a format, and refuse to print one that is not text."""
    if written_as in _FILES and options.output is None:
        with at(_FORMAT.label):
            raise refusal(
                "not-text",
                f"tệp {written_as!r} không in ra màn hình được; hãy ghi rõ -o",
                f"a {written_as!r} file cannot be printed; name a file with -o",
            )
    return written_as


def _made(options: Options) -> "report.Report":
    """Make the report."""
    program, register = program_of(options, options.as_of), register_of(options)
    reading = reading_of(options, program)
    with in_place_of({"period": "--period"}):
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
    if written_as == "sdmx":
        with in_place_of({"dataflow": "--dataflow"}):
            return report.to_sdmx_csv(made, options.dataflow)
    if written_as in _MESSAGES:
        return _message(made, written_as, options)
    return _TEXTS[written_as](made, options.lang)


def _message(made: "report.Report", form: Any, options: Options) -> str:  # noqa: ANN401  # a literal
    """Write the message of another system."""
    if options.template is None:
        with at(_TEMPLATE.label):
            raise refusal(
                "no-template",
                f"tệp {form!r} cần mẫu; hãy ghi rõ --template",
                f"a {form!r} message needs a template; give --template",
            )
    template, codes = text_in(options.template), _codes(options)
    with in_place_of({"template": str(options.template), "codes": str(options.codes)}):
        return report.message(made, template, form, codes)


def _codes(options: Options) -> Mapping[str, Any]:
    """Return the codes of the other system; none if the options name none."""
    if options.codes is None:
        return {}
    with at(str(options.codes)):
        return parse_toml(options.codes.read_bytes())


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
            _HEADER,
            _SHEET,
            _DATAFLOW,
            _TEMPLATE,
            _CODES,
            _PEOPLE,
            _OUTPUT,
            *READING,
        ),
        examples=(
            (
                "report register.json --as-of 2026-06-30 --period 2026 -o report.docx",
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
