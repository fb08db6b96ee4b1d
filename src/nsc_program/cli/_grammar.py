"""Describe commands and their parameters as data, and parse the words of a command line.

`argparse` is not used, because it writes its messages in English only.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, TypeAlias

from attrs import frozen

from nsc_program.cli._words import BadUsage, Refused, named, one_of, or_perhaps
from nsc_program.errors import InvalidValue, Message, Problem
from nsc_program.values._text import Lang
from nsc_program.values._validators import shown

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
        """The parameters that are identified by flags; every command has the last two."""
        return (*(parameter for parameter in self.parameters if parameter.flags), LANG, HELP)


def language_of(words: Sequence[str]) -> Lang:
    """Return the language that the words ask for, whatever else is wrong with them.

    Args:
        words: the words after the name of the program.

    Returns:
        The last language that is named correctly; Vietnamese if none is named.
    """
    chosen = [_LANGUAGES[text] for text in _languages(words) if text in _LANGUAGES]
    return chosen[-1] if chosen else "vi"


_LANGUAGES: Mapping[str, Lang] = {"vi": "vi", "en": "en"}


def _languages(words: Sequence[str]) -> Iterator[str]:
    """Yield the values of the option `--lang`, which may be abbreviated."""
    for word, following in zip(_options_of(words), [*words[1:], ""], strict=False):
        flag, equals, value = word.partition("=")
        if _is_lang(flag):
            yield value if equals else following


def _is_lang(flag: str) -> bool:
    """Return whether a flag is `--lang`, or short for it."""
    return len(flag) > len("--") and "--lang".startswith(flag)


def asks(words: Sequence[str], *flags: str) -> bool:
    """Return whether one of some flags is given.

    Args:
        words: the words after the name of the program.
        flags: the flags, spelt in full.
    """
    return any(word in flags for word in _options_of(words))


def _options_of(words: Sequence[str]) -> Sequence[str]:
    """Return the words before `--`, after which all words are arguments."""
    return words[: words.index("--")] if "--" in words else words


def command_among(
    words: Sequence[str], commands: Mapping[str, Command]
) -> tuple[Command | None, list[str]]:
    """Find the command that the words name.

    Args:
        words: the words after the name of the program.
        commands: the commands that exist, by name.

    Returns:
        The command and the words without its name; `None` and no words if no command is named.

    Raises:
        BadUsage: if there is no command of that name.
    """
    place = _place_of_command(words)
    if place >= len(words):
        return None, []
    return _named_by(words[place], commands), [*words[:place], *words[place + 1 :]]


def _named_by(name: str, by_name: Mapping[str, Command]) -> Command:
    """Return the command of a name."""
    if name not in by_name:
        raise _no_such_command(name, by_name)
    return by_name[name]


def _bad_usage(code: str, sentence: Message) -> BadUsage:
    """Make the error of words that cannot be used together or do not exist."""
    return BadUsage(Problem((), code, sentence))


def _no_such_command(name: str, known: Iterable[str]) -> BadUsage:
    """Make the error of a word that does not name a command."""
    vi, en = or_perhaps(name, known)
    sentence = Message(f"không có lệnh {shown(name)}{vi}", f"there is no command {shown(name)}{en}")
    return _bad_usage("no-such-command", sentence)


def _place_of_command(words: Sequence[str]) -> int:
    """Return the position of the first word that is neither an option nor the value of one."""
    place = 0
    while place < len(words) and _is_option(words[place]):
        place += _words_of_option(words[place])
    return place


def _words_of_option(word: str) -> int:
    """Return how many words an option before the command takes."""
    option, text = _option(word, [LANG, HELP, VERSION])
    return 2 if option.shown is not None and text is None else 1


def read_options(command: Command, words: Iterable[str]) -> Options:
    """Parse the words that were given to a command.

    Args:
        command: the command.
        words: the words after the name of the program, without the name of the command.

    Returns:
        The value of every argument and option of the command.

    Raises:
        BadUsage: for words that the command does not accept.
        Refused: for a file that the command cannot write.
    """
    parameters = (*command.arguments, *command.options)
    values = _values_of(command, words)
    missing = tuple(_missing(parameters, values))
    if missing:
        raise BadUsage(*missing)
    return Options(**{given.name: _settled(given, values[given.name]) for given in parameters})


_Values: TypeAlias = dict[str, list[Any]]
"""The values of each parameter, by its name."""


def _values_of(command: Command, words: Iterable[str]) -> _Values:
    """Return the values that the words give to each parameter of a command."""
    values = _no_values(command)
    placed = _take_options(command.options, words, values)
    _place(command.arguments, placed, values)
    return values


def _no_values(command: Command) -> _Values:
    """Return a list without values for each parameter of a command."""
    return {given.name: [] for given in (*command.arguments, *command.options)}


def _take_options(options: Iterable[Parameter], words: Iterable[str], values: _Values) -> list[str]:
    """Give each option the value that follows it, and return the other words."""
    placed: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            placed.extend(rest)
        elif _is_option(word):
            option, text = _option(word, options)
            values[option.name].append(_value(option, text, rest))
        else:
            placed.append(word)
    return placed


def _settled(parameter: Parameter, values: list[Any]) -> object:
    """Return all values, or only the last: a later option overrides an earlier one."""
    if parameter.several:
        return values
    return values[-1] if values else parameter.default


def _missing(parameters: Iterable[Parameter], values: _Values) -> Iterator[Problem]:
    """Yield a problem for each required parameter that is not given."""
    for parameter in parameters:
        is_replaced = bool(values.get(parameter.unless))
        if parameter.required and not (values[parameter.name] or is_replaced):
            yield Problem((), "missing", _not_given(parameter))


def _not_given(parameter: Parameter) -> Message:
    """Write that a parameter is not given, and what it is for."""
    label, about = parameter.label, parameter.help
    return Message(f"thiếu {label.vi}: {about.vi}", f"{label.en} is missing: {about.en}")


def _place(arguments: Iterable[Parameter], words: list[str], values: _Values) -> None:
    """Give each argument its word, and all words that are left to an argument that repeats."""
    for argument in arguments:
        taken, words = (words, []) if argument.several else (words[:1], words[1:])
        values[argument.name] = [_taken(argument, word) for word in taken]
    if words:
        raise _bad_usage("too-many", _unexpected(words[0]))


def _unexpected(word: str) -> Message:
    """Write that there is a word too many."""
    extra = shown(word)
    return Message(
        f"thừa {extra}; hãy bỏ đi, hoặc đặt cụm có dấu cách trong dấu ngoặc kép",
        f"unexpected argument {extra}; remove it, or put quotation marks around a value that "
        "contains spaces",
    )


def _is_option(word: str) -> bool:
    """Return whether a word has the form of an option."""
    return word.startswith("-") and word not in ("-", "--")


def _option(word: str, options: Iterable[Parameter]) -> tuple[Parameter, str | None]:
    """Return the option that a word names, in full or abbreviated, and the value in the word."""
    by_flag = _by_flag(options)
    flag, text = _flag_and_text(word)
    return by_flag[_meant(flag, by_flag)], text


def _by_flag(options: Iterable[Parameter]) -> dict[str, Parameter]:
    """Return the options by each of their flags."""
    return {flag: option for option in options for flag in option.flags}


def _meant(flag: str, known: Collection[str]) -> str:
    """Return the flag that a flag in full or an abbreviation stands for."""
    if flag in known:
        return flag
    meant = [full for full in known if full.startswith(flag)]
    if len(meant) > 1:
        raise _bad_usage("ambiguous", _ambiguous(flag, meant))
    if not meant:
        raise _bad_usage("no-such-option", _no_such_option(flag, known))
    return meant[0]


def _flag_and_text(word: str) -> tuple[str, str | None]:
    """Split a word into its flag and the value that is joined to it, if any."""
    return _long_flag(word) if word.startswith("--") else _short_flag(word)


def _long_flag(word: str) -> tuple[str, str | None]:
    """Split a word with a flag of several letters."""
    flag, equals, text = word.partition("=")
    return flag, text if equals else None


def _short_flag(word: str) -> tuple[str, str | None]:
    """Split a word with a flag of one letter."""
    return word[:2], word[2:].removeprefix("=") if word[2:] else None


def _ambiguous(flag: str, meant: Iterable[str]) -> Message:
    """Write that an abbreviation stands for several options."""
    names = ", ".join(meant)
    return Message(
        f"{flag}: viết tắt của nhiều tùy chọn ({names}); hãy viết đủ",
        f"{flag}: this is short for several options ({names}); write it in full",
    )


def _no_such_option(flag: str, known: Iterable[str]) -> Message:
    """Write that there is no such option."""
    vi, en = or_perhaps(flag, known)
    name = shown(flag)[1:-1]
    return Message(f"không có tùy chọn {name}{vi}", f"there is no option {name}{en}")


def _value(option: Parameter, text: str | None, rest: Iterator[str]) -> object:
    """Return the value of an option, from the same word or from the next one."""
    if option.shown is None:
        return _switched_on(option, text)
    text = next(rest, None) if text is None else text
    if text is None or _is_option(text) or text == "--":
        raise _about(option, "value-missing", _value_missing(option.shown))
    return _taken(option, text)


def _switched_on(option: Parameter, text: str | None) -> bool:
    """Return the value of an option that does not take one; refuse a text joined to it."""
    if text is not None:
        raise _about(option, "takes-no-value", _NO_VALUE)
    return True


def _about(option: Parameter, code: str, sentence: Message) -> BadUsage:
    """Make the error of an option, with its flags before the sentence."""
    return BadUsage(*named(option.label, [Problem((), code, sentence)]))


_NO_VALUE = Message("tùy chọn này không có giá trị", "this option does not take a value")


def _value_missing(placeholder: Message) -> Message:
    """Write that the value of an option is missing."""
    return Message(f"thiếu giá trị {placeholder.vi}", f"the value {placeholder.en} is missing")


def _taken(parameter: Parameter, text: str) -> object:
    """Make the value of a parameter, with its name before what is wrong."""
    try:
        return parameter.take(text)
    except Refused as problem:  # about a file, which the message names already
        raise Refused(*named(parameter.label, problem.problems)) from None
    except InvalidValue as problem:
        raise BadUsage(*named(parameter.label, problem.problems)) from None
