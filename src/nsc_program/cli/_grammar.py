"""Describe commands and their parameters as data; `_parsing` parses the words of a command line.

`argparse` is not used, because it writes its messages in English only.
"""

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any, TypeAlias

from attrs import frozen

from nsc_program.cli._files import output_file
from nsc_program.cli._words import one_of
from nsc_program.errors import Message

Options: TypeAlias = SimpleNamespace
Done: TypeAlias = tuple[int, Iterable[str]]
"""The result of a command: an exit code, and the lines to print."""


@frozen(kw_only=True)
class Parameter:
    """An argument, identified by its position, or an option, identified by its flags.

    Attributes:
        name: the name of the attribute of `Options` that holds the value.
        help: one line for the page of help, without a full stop.
        flags: the flags of an option, such as `-o` and `--output`, the long flag last; empty for an
            argument.
        shown: the placeholder for the value on the page of help; `None` for an option that does not
            take a value.
        take: makes the value from the text; raises `InvalidValue` if the text is not acceptable.
        required: whether it must be given.
        unless: the name of a parameter that may be given in its place; empty if there is none.
        several: whether it may be repeated; the value is then a list.
        default: the value if it is not given.
    """

    name: str
    help: Message
    flags: tuple[str, ...] = ()
    shown: Message | None = None
    take: Callable[[str], Any] = str
    required: bool = False
    unless: str = ""
    several: bool = False
    default: Any = None

    @property
    def label(self) -> Message:
        """The name of the parameter in a message: its flags, or the placeholder of an argument."""
        flags = "/".join(self.flags)
        return Message(flags, flags) if self.shown is None or flags else self.shown


LANG = Parameter(
    name="lang",
    flags=("--lang",),
    shown=Message("vi|en", "vi|en"),
    help=Message(
        "ngôn ngữ: tiếng Việt (mặc định) hoặc tiếng Anh",
        "the language: Vietnamese (default) or English",
    ),
    take=one_of("vi", "en"),
    default="vi",
)
HELP = Parameter(
    name="help",
    flags=("-h", "--help"),
    help=Message("hiện phần hướng dẫn này", "show this page"),
    default=False,
)

SAVE = Parameter(
    name="save",
    flags=("-o", "--output"),
    shown=Message("TỆP", "FILE"),
    help=Message("ghi ra tệp này thay vì in ra màn hình", "write to this file instead of printing"),
    take=output_file,
)
VERSION = Parameter(
    name="version", flags=("--version",), help=Message("hiện phiên bản", "show the version")
)


@frozen(kw_only=True)
class Command:
    """One command.

    Attributes:
        name: the word that names the command.
        summary: one line for the list of commands, without a full stop.
        about: sentences that describe the command, for its page of help.
        parameters: the arguments and options, without those that every command has.
        examples: lines for the shell, without the name of the program, each with its purpose.
        run: does the work with the parsed options.
    """

    name: str
    summary: Message
    about: Message
    parameters: tuple[Parameter, ...]
    examples: tuple[tuple[str, Message], ...]
    run: Callable[[Options], Done]

    @property
    def arguments(self) -> tuple[Parameter, ...]:
        """The parameters that are identified by their position."""
        return tuple(parameter for parameter in self.parameters if not parameter.flags)

    @property
    def options(self) -> tuple[Parameter, ...]:
        """The parameters that are identified by flags; every command has the last ones."""
        own = tuple(parameter for parameter in self.parameters if parameter.flags)
        writes = any(SAVE.flags[0] in parameter.flags for parameter in own)
        return (*own, *(() if writes else (SAVE,)), LANG, HELP)
