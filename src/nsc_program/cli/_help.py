"""Write the pages of help, each in one language."""

import textwrap
from collections.abc import Iterable, Iterator

from nsc_program.cli._grammar import HELP, LANG, VERSION, Command, Parameter
from nsc_program.errors import Message
from nsc_program.values._text import Lang

PROGRAM = "nsc-program"
_LEFT = 26

_ABOUT = Message(
    "Tình hình thực hiện Chương trình năng suất chất lượng của Hà Nội (Kế hoạch số 149/KH-UBND).",
    "Where Hanoi's productivity and quality programme (149/KH-UBND) stands.",
)
_USAGE = Message("Cách dùng", "Usage")
_COMMAND = Message("LỆNH", "COMMAND")
_OPTIONS = Message("[tùy chọn]", "[options]")
_MORE = Message(
    f"“{PROGRAM} LỆNH --help” giải thích từng lệnh. In English: {PROGRAM} --lang en --help",
    f"“{PROGRAM} COMMAND --help” explains each command. Tiếng Việt: {PROGRAM} --help",
)
_HEADINGS = {
    "commands": Message("Các lệnh", "Commands"),
    "arguments": Message("Tham số", "Arguments"),
    "options": Message("Tùy chọn", "Options"),
    "examples": Message("Ví dụ", "Examples"),
    "codes": Message("Mã kết thúc", "Exit codes"),
}
_REQUIRED = Message(" (bắt buộc)", " (required)")
_SEVERAL = Message(" (có thể lặp lại)", " (may be repeated)")
_CODES = (
    ("0", Message("hoàn thành", "done")),
    ("1", Message("hoàn thành, và có điểm cần xem lại", "done, with points to review")),
    (
        "2",
        Message(
            "dữ liệu hoặc cách gọi lệnh không dùng được", "the input or the usage is not valid"
        ),
    ),
    (
        "130, 143, …",
        Message(
            "bị dừng giữa chừng (128 + số hiệu của tín hiệu)",
            "stopped (128 + the number of the signal)",
        ),
    ),
)


def hint(command: Command | None, lang: Lang) -> str:
    """Return a line that refers to a page of help, and to the same page in the other language.

    Args:
        command: the command whose page is meant; `None` for the page about all commands.
        lang: `"vi"` for Vietnamese or `"en"` for English.
    """
    call = f"{PROGRAM} {command.name} --help" if command else f"{PROGRAM} --help"
    return Message(
        f"cách dùng: {call} (English: --lang en)",
        f"usage: {call} --lang en (Tiếng Việt: --lang vi)",
    ).in_(lang)


def overview(commands: Iterable[Command], lang: Lang, width: int) -> str:
    """Return the page about all commands.

    Args:
        commands: the commands, in the order of the page.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        width: the width of the page, in characters.
    """
    summaries = ((command.name, command.summary.in_(lang)) for command in commands)
    lines = [
        f"{_USAGE.in_(lang)}: {PROGRAM} {_COMMAND.in_(lang)} {_OPTIONS.in_(lang)}",
        *_paragraph(_ABOUT, lang, width),
        *_listed("commands", summaries, lang, width),
        *_parameters("options", (LANG, HELP, VERSION), lang, width),
        *_codes(lang, width),
        *_paragraph(_MORE, lang, width),
    ]
    return "\n".join(lines)


def page(command: Command, lang: Lang, width: int) -> str:
    """Return the page about one command.

    Args:
        command: the command.
        lang: `"vi"` for Vietnamese or `"en"` for English.
        width: the width of the page, in characters; examples are not wrapped.
    """
    usage = f"{_USAGE.in_(lang)}: {_usage(command, lang)}"
    lines = [
        *textwrap.wrap(usage, width, subsequent_indent="    "),
        *_paragraph(command.about, lang, width),
        *_parameters("arguments", command.arguments, lang, width),
        *_parameters("options", command.options, lang, width),
        *_examples(command, lang, width),
        *_codes(lang, width),
    ]
    return "\n".join(lines)


def _paragraph(text: Message, lang: Lang, width: int) -> Iterator[str]:
    """Yield an empty line and a wrapped text."""
    yield ""
    yield from textwrap.wrap(text.in_(lang), width)


def _usage(command: Command, lang: Lang) -> str:
    """Return one line with the arguments and the required options."""
    arguments, options = _arguments(command, lang), _required_options(command, lang)
    return " ".join([PROGRAM, command.name, *arguments, *options, _OPTIONS.in_(lang)])


def _required_options(command: Command, lang: Lang) -> Iterator[str]:
    """Yield the flag and the placeholder of each required option."""
    for option in command.options:
        if option.required:
            yield f"{option.flags[-1]} {_placeholder(option, lang)}"


def _arguments(command: Command, lang: Lang) -> Iterator[str]:
    """Yield the placeholder of each argument, in brackets if it is optional."""
    for argument in command.arguments:
        placeholder = _placeholder(argument, lang)
        if argument.several:
            placeholder += " …"
        must = argument.required and not argument.unless
        yield placeholder if must else f"[{placeholder}]"


def _placeholder(parameter: Parameter, lang: Lang) -> str:
    """Return what stands for the value; empty if the parameter does not take one."""
    return "" if parameter.shown is None else parameter.shown.in_(lang)


def _parameters(
    heading: str, parameters: Iterable[Parameter], lang: Lang, width: int
) -> Iterator[str]:
    """Yield a heading and a row for each parameter."""
    return _listed(heading, (_row(parameter, lang) for parameter in parameters), lang, width)


def _row(parameter: Parameter, lang: Lang) -> tuple[str, str]:
    """Return the flags and the placeholder of a parameter, and its description."""
    left = f"{', '.join(parameter.flags)} {_placeholder(parameter, lang)}".strip()
    return left, parameter.help.in_(lang) + _remarks(parameter, lang)


def _remarks(parameter: Parameter, lang: Lang) -> str:
    """Write whether an option is required, and whether a parameter may be repeated."""
    required = _REQUIRED.in_(lang) if parameter.required and parameter.flags else ""
    several = _SEVERAL.in_(lang) if parameter.several else ""
    return required + several


def _listed(heading: str, rows: Iterable[tuple[str, str]], lang: Lang, width: int) -> Iterator[str]:
    """Yield a heading and rows of two columns; nothing without rows."""
    lines = [line for left, right in rows for line in _in_two_columns(left, right, width)]
    if lines:
        yield from ("", f"{_HEADINGS[heading].in_(lang)}:", *lines)


def _in_two_columns(left: str, right: str, width: int) -> Iterator[str]:
    """Yield a row of two columns.

    The second column begins on a line of its own if the first is too wide.
    """
    wrapped = textwrap.wrap(right, width - _LEFT - 2, break_on_hyphens=False)
    if len(left) > _LEFT - 2:
        yield f"  {left}"
    else:
        yield f"  {left:{_LEFT}}{wrapped.pop(0)}"
    yield from (" " * (_LEFT + 2) + line for line in wrapped)


def _examples(command: Command, lang: Lang, width: int) -> Iterator[str]:
    """Yield a heading and the examples, each after a comment on its purpose."""
    yield from ("", f"{_HEADINGS['examples'].in_(lang)}:")
    for line, about in command.examples:
        yield from _comment(about.in_(lang), width - 2)
        yield f"  {PROGRAM} {line}"


def _comment(text: str, width: int) -> list[str]:
    """Wrap a text as a comment of a shell."""
    return textwrap.wrap(text, width, initial_indent="  # ", subsequent_indent="  # ")


def _codes(lang: Lang, width: int) -> Iterator[str]:
    """Yield a heading and the exit codes with their meanings."""
    return _listed("codes", ((code, words.in_(lang)) for code, words in _CODES), lang, width)
