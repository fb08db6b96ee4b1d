"""The command `completion`: a script with which a shell completes the words of this command."""

from argparse import ArgumentParser
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from nsc_program.cli._commands import COMMANDS as ALL_COMMANDS
from nsc_program.cli._exit_codes import OK
from nsc_program.cli._files import file_name, input_file, output_file, output_folder
from nsc_program.cli._grammar import Command, Done, Options, Parameter
from nsc_program.cli._help import PROGRAM
from nsc_program.cli._intake_options import workbook
from nsc_program.cli._words import Offering, one_of, refusal
from nsc_program.errors import Message
from nsc_program.values._text import Lang

_FILE, _FOLDER = "FILE", "DIRECTORY"
_PATHS: Mapping[Any, str] = MappingProxyType(
    {
        file_name: _FILE,
        input_file: _FILE,
        output_file: _FILE,
        workbook: _FILE,
        output_folder: _FOLDER,
    }
)
"""What a shell offers for the values that these functions take; the names are those of shtab."""


def _completion(options: Options) -> Done:
    """Print the script of a shell."""
    try:
        import shtab  # noqa: PLC0415  # an optional extra
    except ModuleNotFoundError:
        raise refusal(
            "shtab-missing",
            "cần shtab: hãy chạy pip install 'nsc_program[completion]'",
            "this needs shtab: pip install 'nsc_program[completion]'",
        ) from None
    places = {_FILE: shtab.FILE, _FOLDER: shtab.DIRECTORY}
    script = shtab.complete(_parser(options.lang, places), options.shell)
    return OK, [script.rstrip()]


def _parser(lang: Lang, places: Mapping[str, Any]) -> ArgumentParser:
    """Describe all commands in the way that shtab knows."""
    parser = ArgumentParser(PROGRAM, add_help=False)
    commands = parser.add_subparsers()
    for command in ALL_COMMANDS.values():
        summary = _literal(command.summary, lang)
        _describe(
            commands.add_parser(command.name, add_help=False, help=summary), command, lang, places
        )
    return parser


def _describe(
    parser: ArgumentParser, command: Command, lang: Lang, places: Mapping[str, Any]
) -> None:
    """Describe the parameters of a command."""
    for parameter in (*command.arguments, *command.options):
        about: dict[str, Any] = {"help": _literal(parameter.help, lang), **_number_of(parameter)}
        action = parser.add_argument(*(parameter.flags or (parameter.name,)), **about)
        if isinstance(parameter.take, Offering):
            action.choices = parameter.take.known
        elif parameter.take in _PATHS:
            action.complete = places[_PATHS[parameter.take]]  # type: ignore[attr-defined]


def _number_of(parameter: Parameter) -> dict[str, Any]:
    """Return how many values a parameter takes, in the words of `argparse`."""
    if parameter.flags and parameter.shown is None:
        return {"action": "store_true"}
    return {} if parameter.flags or not parameter.several else {"nargs": "*"}


def _literal(text: Message, lang: Lang) -> str:
    """Return a text in which `argparse` does not replace anything."""
    return text.in_(lang).replace("%", "%%")


_SHELLS = ("bash", "zsh", "fish")

COMMANDS = (
    Command(
        name="completion",
        summary=Message("tập lệnh gợi ý khi gõ lệnh", "print a script that completes words"),
        about=Message(
            "In ra tập lệnh để phím Tab gợi ý lệnh, tùy chọn, giá trị và tên tệp.",
            "Print a script with which the Tab key of a shell completes commands, options, values "
            "and names of files.",
        ),
        parameters=(
            Parameter(
                name="shell",
                shown=Message("SHELL", "SHELL"),
                help=Message(f"một trong: {', '.join(_SHELLS)}", f"one of {', '.join(_SHELLS)}"),
                take=one_of(*_SHELLS),
                required=True,
            ),
        ),
        examples=(
            (
                "completion bash > ~/.local/share/bash-completion/completions/nsc-program",
                Message("dùng cho “bash”", "for bash"),
            ),
            ("completion zsh > ~/.zfunc/_nsc-program", Message("dùng cho “zsh”", "for zsh")),
            (
                "completion fish > ~/.config/fish/completions/nsc-program.fish",
                Message("dùng cho “fish”", "for fish"),
            ),
        ),
        run=_completion,
    ),
)
