"""The options that commands share, and the values made of them."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from attrs import evolve

from nsc_program import values
from nsc_program.catalog._plans import PLANS
from nsc_program.catalog.hanoi import HANOI
from nsc_program.cli._files import file_name, output_file, read_document, read_register
from nsc_program.cli._grammar import Options, Parameter
from nsc_program.cli._words import Refused, at, no_such, one_of, or_perhaps, refusal
from nsc_program.errors import Message, Problem
from nsc_program.plan._editions import in_force
from nsc_program.plan._program import Program
from nsc_program.plan._questions import WORDING, AnswerValue
from nsc_program.plan._readings import Reading
from nsc_program.plan._worded_answers import answer_to, with_answers
from nsc_program.records._register import Register
from nsc_program.values._periods import Period
from nsc_program.values._territories import check_territory
from nsc_program.values._text import Lang, Text
from nsc_program.values._validators import printable, shown

DAY = Message("NGÀY", "DAY")


# --- values ---


def day(text: str) -> date:
    """Accept a day such as 2026-06-30, or 30/6/2026 as it is written in Vietnam.

    Args:
        text: the day as it was given.

    Raises:
        InvalidValue: if the text is not a day of the calendar in one of these forms.
    """
    parts = _ISO_DAY.fullmatch(text) or _VIETNAMESE_DAY.fullmatch(text)
    if parts is not None:
        numbers = {name: int(digits) for name, digits in parts.groupdict().items()}
        with suppress(ValueError):  # not a day of the calendar
            return date(**numbers)
    raise refusal(
        "not-a-day",
        f"cần một ngày có thật, viết như 2026-06-30 hoặc 30/6/2026, nhưng nhận được {shown(text)}",
        f"expected a day such as 2026-06-30 or 30/6/2026, got {shown(text)}",
    )


_ISO_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_VIETNAMESE_DAY = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


def territory(text: str) -> str:
    """Accept the code of a territory, such as VN-HN.

    Args:
        text: the code as it was given.

    Raises:
        InvalidValue: if the text is not the code of a territory.
    """
    check_territory(text)
    return text


def _answer(text: str) -> tuple[str, AnswerValue]:
    """Accept the answer to one question: yes or no, a ratio, or the id of an answer."""
    question, equals, answer = text.partition("=")
    if not equals:
        raise refusal(
            "not-an-answer",
            f"cần câu hỏi và câu trả lời, như strict=no, nhưng nhận được {shown(text)}",
            f"expected a question and its answer, such as strict=no, got {shown(text)}",
        )
    return question, answer_to(question, answer)


def _period(text: str) -> Period:
    """Accept the name of a period; what reads names is imported when one is given."""
    return values.read_period(text)


# --- options ---

REGISTER = Parameter(
    name="register",
    shown=Message("DỮ_LIỆU.json", "REGISTER.json"),
    help=Message(
        "cơ sở dữ liệu; - là đọc từ đầu vào chuẩn", "the register; - reads standard input"
    ),
    take=file_name,
    required=True,
)
AS_KNOWN_ON = Parameter(
    name="as_known_on",
    flags=("--as-known-on",),
    shown=DAY,
    help=Message(
        "bỏ qua số liệu ghi nhận sau ngày này", "leave out records entered after this day"
    ),
    take=day,
)
PROGRAM = Parameter(
    name="program",
    flags=("--program",),
    shown=Message("KẾ_HOẠCH", "PLAN"),
    help=Message(
        f"đánh giá theo kế hoạch khác: một tệp (.toml hoặc .json), hoặc {', '.join(PLANS)}; "
        "kế hoạch đã sửa đổi thì nêu mọi bản, và bản có hiệu lực vào ngày đánh giá được dùng",
        f"evaluate against another plan: a file (.toml or .json), or one of {', '.join(PLANS)}; "
        "if several editions are given, the one in force on the day of the evaluation is used",
    ),
    take=file_name,
    several=True,
)
AS_OF = Parameter(
    name="as_of",
    flags=("--as-of",),
    shown=DAY,
    help=Message(
        "đánh giá tính đến hết ngày này, như 30/6/2026 hoặc 2026-06-30",
        "evaluate as of the close of this day, such as 2026-06-30 or 30/6/2026",
    ),
    take=day,
    required=True,
)
AS_OF_OR_TODAY = evolve(
    AS_OF,
    help=Message(
        "tính đến hết ngày này, như 30/6/2026 hoặc 2026-06-30; mặc định là hôm nay",
        "as of the close of this day, such as 2026-06-30 or 30/6/2026; the default is today",
    ),
    required=False,
)
FORMAT = Parameter(
    name="format",
    flags=("--format",),
    shown=Message("table|json", "table|json"),
    help=Message("bảng (mặc định), hoặc tài liệu JSON", "a table (default), or a JSON document"),
    take=one_of("table", "json"),
    default="table",
)
PERIOD = Parameter(
    name="period",
    flags=("--period",),
    shown=Message("KỲ", "PERIOD"),
    help=Message(
        "thêm số liệu của kỳ này, như 2026-Q1, 2026-H1, 2025-12/2026-11 hoặc 'quý I/2026'",
        "add the figures of this period, such as 2026-Q1, 2026-H1 or 2025-12/2026-11",
    ),
    take=_period,
    several=True,
)
OUTPUT = Parameter(
    name="output",
    flags=("-o", "--output"),
    shown=Message("KẾT_QUẢ.json", "OUT.json"),
    help=Message("ghi cơ sở dữ liệu ra tệp này", "write the register to this file"),
    take=output_file,
    required=True,
)
TERRITORY = Parameter(
    name="territory",
    flags=("--territory",),
    shown=Message("ĐỊA_BÀN", "TERRITORY"),
    help=Message(
        "mã địa bàn của cơ sở dữ liệu, như VN cho cả nước hoặc VN-HN cho Hà Nội",
        "the code of the territory that the register is about, such as VN or VN-HN (Hanoi)",
    ),
    take=territory,
)
READING = (
    Parameter(
        name="reading",
        flags=("--reading",),
        shown=Message("CÂU_HỎI=TRẢ_LỜI", "QUESTION=ANSWER"),
        help=Message(
            "hiểu văn bản theo cách này, như tolerance=1/75; lệnh “plan” liệt kê các câu hỏi",
            "read the text this way, for example tolerance=1/75; the command “plan” lists the "
            "questions",
        ),
        take=_answer,
        several=True,
    ),
    Parameter(
        name="reading_from",
        flags=("--reading-from",),
        shown=Message("CÁCH_HIỂU.json", "READING.json"),
        help=Message(
            "hiểu văn bản theo tệp này, trừ những điểm mà --reading trả lời",
            "read the text as this file says; answers given with --reading take precedence",
        ),
        take=file_name,
    ),
)


def reading_of(options: Options, program: Program) -> Reading:
    """Return the reading that the options give, with the last answer to each question.

    Args:
        options: the options of a command; `reading` and `reading_from` are used.
        program: the plan whose questions are answered.

    Raises:
        Refused: if the plan does not ask a question, or does not admit its answer.
    """
    file, answers = options.reading_from, dict(options.reading)
    initial = Reading() if file is None else read_document(file, Reading)
    with at("--reading"):
        reading = with_answers(initial, answers)
    for question, _ in reading.choices:
        with at("--reading" if question in answers else "--reading-from"):
            _check_admitted(reading, question, program)
    return reading


def _check_admitted(reading: Reading, question: str, program: Program) -> None:
    """Refuse a question that the plan does not ask, and an answer that it does not admit."""
    questions = [asked.id for asked in program.questions]
    if question not in questions:
        raise no_such((*questions, *WORDING), question)
    reading.answer(program.question(question))


def program_of(options: Options, on: date) -> Program:
    """Return the plan that the options name, in the edition that is in force on a day.

    Args:
        options: the options of a command; `program` is used.
        on: the day.

    Returns:
        The plan; Hanoi's if the options do not name a plan.
    """
    return plan_in_force(options.program, on)


def plan_in_force(names: list[str], on: date | None) -> Program:
    """Return the plan of these names, in the edition that is in force on a day.

    Args:
        names: ids of plans in the library, or names of files; one name for each edition.
        on: the day; `None` for the first plan that is named.

    Returns:
        The plan; Hanoi's if there are no names.
    """
    editions = list(map(read_plan, names)) or [HANOI]
    return editions[0] if on is None else in_force(editions, on)


def read_plan(name: str) -> Program:
    """Return a plan of the library by its id, or read it from a file.

    Args:
        name: the id of a plan in the library, or the name of a file; `-` is standard input.

    Raises:
        Refused: if there is no such plan, or the file cannot be read.
    """
    if name in PLANS:
        return PLANS[name]
    if name != "-" and not Path(name).suffix:
        with at(name):
            _check_exists(name)
    return read_document(name, Program)


def _check_exists(name: str) -> None:
    """Refuse a name that is neither a file nor a plan of the library."""
    try:
        Path(name).stat()
    except FileNotFoundError:
        raise Refused(Problem((), "no-such-plan", _no_such_plan(name))) from None


def _no_such_plan(name: str) -> Message:
    """Write that there is no such plan, and the plans of the library."""
    (vi, en), known = or_perhaps(name, PLANS), ", ".join(map(repr, PLANS))
    return Message(
        f"không có tệp hay kế hoạch này; có sẵn các kế hoạch: {known}{vi}",
        f"there is no such file or plan; the available plans are {known}{en}",
    )


def register_of(options: Options) -> Register:
    """Return the register that the options name, as it was known on the day that they name.

    Args:
        options: the options of a command; `register` and `as_known_on` are used.

    Raises:
        Refused: if the file cannot be read, or is not a register.
    """
    register = read_register(options.register)
    return register if options.as_known_on is None else register.as_known_on(options.as_known_on)


# --- output ---


def titled(title: str, options: Options) -> Iterator[str]:
    """Yield a title, then the name of the register and the day on which its content was known.

    Args:
        title: the title.
        options: the options of a command; `register`, `as_known_on` and `lang` are used.

    Yields:
        The lines.
    """
    yield title
    named, known = registers_named([options.register], options.lang), _as_known(options.as_known_on)
    yield named + known.in_(options.lang)


def registers_named(names: Iterable[str], lang: Lang) -> str:
    """Return the line that names the registers of a result.

    Args:
        names: the names of the files, as they were given.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    return f"{_SOURCE.in_(lang)}: {', '.join(map(printable, names))}"


_SOURCE = Text(vi="Nguồn số liệu", en="Register")


def _as_known(on: date | None) -> Text:
    """Write the day on which the content was known; nothing if it is as known now."""
    if on is None:
        return Text(vi="", en="")
    return Text(vi=f", đã biết đến hết ngày {on:%d/%m/%Y}", en=f", as known on {on}")
