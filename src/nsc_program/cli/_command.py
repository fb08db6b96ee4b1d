"""What the words of the command lead to: a page of help, a command, or a refusal."""

import shutil
from collections.abc import Sequence
from importlib.metadata import version

from nsc_program.cli import _contract, _intake, _plan, _registers, _verdicts
from nsc_program.cli._grammar import (
    HELP,
    VERSION,
    Command,
    asks,
    command_among,
    language_of,
    read_options,
)
from nsc_program.cli._help import PROGRAM, hint, overview, page
from nsc_program.cli._options import BAD_INPUT, OK
from nsc_program.cli._streams import complain, prepare, put, say
from nsc_program.cli._words import BadUsage
from nsc_program.errors import NscError
from nsc_program.values._text import Lang

COMMANDS: tuple[Command, ...] = (
    *_verdicts.COMMANDS,
    *_intake.COMMANDS,
    *_registers.COMMANDS,
    *_plan.COMMANDS,
    *_contract.COMMANDS,
)


def run(words: Sequence[str]) -> int:
    """Do what the words ask for; give the exit code, after a refusal too."""
    lang = language_of(words)
    prepare()
    try:
        return _run(words, lang)
    except NscError as error:
        for problem in error.problems:
            complain(problem.in_(lang))
        if isinstance(error, BadUsage):
            complain(hint(next((each for each in COMMANDS if each.name in words), None), lang))
        return BAD_INPUT


def _run(words: Sequence[str], lang: Lang) -> int:
    """Do what the words ask for; show a page of help if they ask for it, whatever else is wrong with them."""
    command, rest = command_among(words, COMMANDS)
    if command is None:
        return _without_command(words, lang)
    if asks(words, *HELP.flags):
        put([page(command, lang, _page_width())])
        return OK
    code, lines = command.run(read_options(command, rest))
    put(lines)
    return code


def _without_command(words: Sequence[str], lang: Lang) -> int:
    if asks(words, *VERSION.flags):
        put([f"{PROGRAM} {version('nsc_program')}"])
        return OK
    help_ = overview(COMMANDS, lang, _page_width())
    if asks(words, *HELP.flags):
        put([help_])
        return OK
    say(help_)
    return BAD_INPUT


def _page_width() -> int:
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 100))
