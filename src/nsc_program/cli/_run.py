"""Run the command that the arguments name, show a page of help, or report what is wrong."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from nsc_program._version import __version__
from nsc_program.cli._commands import COMMANDS
from nsc_program.cli._exit_codes import BAD_INPUT, OK
from nsc_program.cli._files import replacing
from nsc_program.cli._grammar import HELP, SAVE, VERSION, Command
from nsc_program.cli._help import PROGRAM, hint, overview, page
from nsc_program.cli._parsing import asks, command_among, language_of, read_options
from nsc_program.cli._streams import complain, prepare, printed, put, say
from nsc_program.cli._words import BadUsage
from nsc_program.errors import NscError
from nsc_program.values._text import Lang


def run(words: Sequence[str]) -> int:
    """Run the command with the given words, and report every error that the library raises.

    Args:
        words: the words after the name of the program.

    Returns:
        The exit code.
    """
    lang = language_of(words)
    prepare()
    try:
        return _run(words, lang)
    except NscError as error:
        _report(error, words, lang)
        return BAD_INPUT


def _report(error: NscError, words: Sequence[str], lang: Lang) -> None:
    """Report the problems of an error, and where to read more after a mistake of usage."""
    for problem in error.problems:
        complain(problem.in_(lang))
    if isinstance(error, BadUsage):
        complain(hint(_named_in(words), lang))


def _named_in(words: Sequence[str]) -> Command | None:
    """Return a command whose name is among the words."""
    return next((COMMANDS[word] for word in words if word in COMMANDS), None)


def _run(words: Sequence[str], lang: Lang) -> int:
    """Run the command; if the words ask for help, show it, whatever else is wrong with them."""
    command, rest = command_among(words, COMMANDS)
    if command is None:
        return _without_command(words, lang)
    if asks(words, *HELP.flags):
        put([page(command, lang, _page_width())])
        return OK
    options = read_options(command, rest)
    code, lines = command.run(options)
    if getattr(options, SAVE.name, None) is None:
        put(lines)
    else:
        _save(options.save, lines)
    return code


def _save(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file, as they would be printed."""
    with replacing(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(printed(lines))


def _without_command(words: Sequence[str], lang: Lang) -> int:
    """Show the version, or the page about all commands."""
    if asks(words, *VERSION.flags):
        put([f"{PROGRAM} {__version__}"])
        return OK
    return _overview(words, lang)


def _overview(words: Sequence[str], lang: Lang) -> int:
    """Show the page about all commands, on standard error if the words do not ask for it."""
    help_ = overview(COMMANDS.values(), lang, _page_width())
    if asks(words, *HELP.flags):
        put([help_])
        return OK
    say(help_)
    return BAD_INPUT


def _page_width() -> int:
    """Return the width of a page of help, in characters."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 100))
