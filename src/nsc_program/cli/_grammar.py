"""What a command takes, as data, and how its words are read.

`argparse` is not used: it makes its sentences in English, where they cannot be had in another language.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any, TypeAlias

from attrs import frozen

from nsc_program.cli._words import BadUsage, Refused, named, one_of, or_perhaps
from nsc_program.errors import InvalidValue, Message, Problem
from nsc_program.values._text import Lang
from nsc_program.values._validators import shown

Options: TypeAlias = SimpleNamespace
Done: TypeAlias = tuple[int, Iterable[str]]
"""An exit code, and the lines to print."""


@frozen(kw_only=True)
class Parameter:
    """An argument, which is known by its place, or an option, which is known by its flags.

    Attributes:
        name: of the attribute that holds what is taken.
        flags: `-o` and `--output`, the long one last; none for an argument.
        shown: what stands for the value in the help; `None` for an option that takes none.
        take: makes the value of the text, or refuses it.
        several: whether it may be repeated; what is taken is a list then.
        default: what there is if it is not given.
    """

    name: str
    help: Message
    flags: tuple[str, ...] = ()
    shown: Message | None = None
    take: Callable[[str], Any] = str
    required: bool = False
    several: bool = False
    default: Any = None

    @property
    def label(self) -> Message:
        """Return what it is called in a sentence: its flags, or what stands for an argument."""
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

VERSION = Parameter(
    name="version", flags=("--version",), help=Message("hiện phiên bản", "show the version")
)


@frozen(kw_only=True)
class Command:
    """One command.

    Attributes:
        summary: one line for the list of commands.
        about: what it does, in sentences.
        examples: a line for the shell and what it does, each.
    """

    name: str
    summary: Message
    about: Message
    parameters: tuple[Parameter, ...]
    examples: tuple[tuple[str, Message], ...]
    run: Callable[[Options], Done]

    @property
    def arguments(self) -> tuple[Parameter, ...]:
        """Return what is known by its place."""
        return tuple(each for each in self.parameters if not each.flags)

    @property
    def options(self) -> tuple[Parameter, ...]:
        """Return what is known by its flags; every command has the last two."""
        return (*(each for each in self.parameters if each.flags), LANG, HELP)


def language_of(words: Sequence[str]) -> Lang:
    """Return the language that the words ask for, whatever else is wrong with them."""
    chosen: Lang = "vi"
    for word, following in zip(_options_of(words), [*words[1:], ""], strict=False):
        flag, equals, value = word.partition("=")
        if len(flag) > len("--") and "--lang".startswith(flag):
            said = value if equals else following
            chosen = "en" if said == "en" else "vi" if said == "vi" else chosen
    return chosen


def asks(words: Sequence[str], *flags: str) -> bool:
    """Whether one of these flags stands among the options."""
    return any(word in flags for word in _options_of(words))


def _options_of(words: Sequence[str]) -> Sequence[str]:
    """Return the words that options can be among: after `--` all are arguments."""
    return words[: words.index("--")] if "--" in words else words


def command_among(
    words: Sequence[str], commands: Iterable[Command]
) -> tuple[Command | None, list[str]]:
    """Return the command that the words name, if they name one, and the words without its name."""
    by_name = {command.name: command for command in commands}
    place = _place_of_command(words)
    name = words[place] if place < len(words) else None
    if name is None:
        return None, []
    if name not in by_name:
        vi, en = or_perhaps(name, by_name)
        sentence = Message(
            f"không có lệnh {shown(name)}{vi}", f"there is no command {shown(name)}{en}"
        )
        raise BadUsage(Problem((), "no-such-command", sentence))
    return by_name[name], [*words[:place], *words[place + 1 :]]


def _place_of_command(words: Sequence[str]) -> int:
    """Return where the first word stands that is not an option, nor the value of one."""
    place = 0
    while place < len(words) and _is_option(words[place]):
        option, text = _option(words[place], [LANG, HELP, VERSION])
        place += 2 if option.shown is not None and text is None else 1
    return place


def read_options(command: Command, words: Iterable[str]) -> Options:
    """Read what was given to a command.

    Raises:
        BadUsage: for words that it does not take.
        Refused: for a file that it cannot write.
    """
    values: dict[str, list[Any]] = {
        each.name: [] for each in (*command.arguments, *command.options)
    }
    placed: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            placed.extend(rest)
        elif _is_option(word):
            option, text = _option(word, command.options)
            values[option.name].append(_value(option, text, rest))
        else:
            placed.append(word)
    _place(command.arguments, placed, values)
    missing = tuple(_missing(command, values))
    if missing:
        raise BadUsage(*missing)
    return Options(
        **{
            each.name: _settled(each, values[each.name])
            for each in (*command.arguments, *command.options)
        }
    )


def _settled(parameter: Parameter, values: list[Any]) -> object:
    """Return all values, or the last: an option may be given again, to say otherwise."""
    if parameter.several:
        return values
    return values[-1] if values else parameter.default


def _missing(command: Command, values: dict[str, list[Any]]) -> Iterator[Problem]:
    for each in (*command.arguments, *command.options):
        if each.required and not values[each.name]:
            label = each.label
            sentence = Message(
                f"thiếu {label.vi}: {each.help.vi}", f"{label.en} is missing: {each.help.en}"
            )
            yield Problem((), "missing", sentence)


def _place(arguments: Iterable[Parameter], words: list[str], values: dict[str, list[Any]]) -> None:
    """Give each argument its word, and one that takes several all that are left."""
    for argument in arguments:
        taken, words = (words, []) if argument.several else (words[:1], words[1:])
        values[argument.name] = [_taken(argument, word) for word in taken]
    if words:
        extra = shown(words[0])
        sentence = Message(
            f"thừa {extra}; hãy bỏ đi, hoặc đặt cụm có dấu cách trong dấu ngoặc kép",
            f"{extra} is one argument too many; leave it out, or put quotation marks around words with spaces",
        )
        raise BadUsage(Problem((), "too-many", sentence))


def _is_option(word: str) -> bool:
    return word.startswith("-") and word not in ("-", "--")


def _option(word: str, options: Iterable[Parameter]) -> tuple[Parameter, str | None]:
    """Return the option that a word names, in full or by a beginning that is its alone, and the value in the word."""
    by_flag = {flag: option for option in options for flag in option.flags}
    flag, equals, text = word.partition("=")
    if not word.startswith("--"):
        flag, equals, text = word[:2], word[2:], word[2:].removeprefix("=")
    meant = [flag] if flag in by_flag else [known for known in by_flag if known.startswith(flag)]
    if len(meant) > 1:
        names = ", ".join(meant)
        sentence = Message(
            f"{flag}: viết tắt của nhiều tùy chọn ({names}); hãy viết đủ",
            f"{flag}: it is short for several options ({names}); write it in full",
        )
        raise BadUsage(Problem((), "ambiguous", sentence))
    if not meant:
        vi, en = or_perhaps(flag, by_flag)
        name = shown(flag)[1:-1]
        sentence = Message(f"không có tùy chọn {name}{vi}", f"there is no option {name}{en}")
        raise BadUsage(Problem((), "no-such-option", sentence))
    return by_flag[meant[0]], text if equals else None


def _value(option: Parameter, text: str | None, rest: Iterator[str]) -> object:
    """Return the value of an option: in its word, or the next one."""
    if option.shown is None:
        if text is not None:
            sentence = Message("tùy chọn này không có giá trị", "it takes no value")
            raise BadUsage(*named(option.label, [Problem((), "takes-no-value", sentence)]))
        return True
    text = next(rest, None) if text is None else text
    if text is None or _is_option(text) or text == "--":
        sentence = Message(
            f"thiếu giá trị {option.shown.vi}", f"its value {option.shown.en} is missing"
        )
        raise BadUsage(*named(option.label, [Problem((), "value-missing", sentence)]))
    return _taken(option, text)


def _taken(parameter: Parameter, text: str) -> object:
    try:
        return parameter.take(text)
    except Refused as problem:  # a file: its name is there already
        raise Refused(*named(parameter.label, problem.problems)) from None
    except InvalidValue as problem:
        raise BadUsage(*named(parameter.label, problem.problems)) from None
