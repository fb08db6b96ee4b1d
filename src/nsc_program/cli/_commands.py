"""The commands by name; the module of a command is imported when the command is asked for."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import final

from nsc_program.cli._grammar import Command

MODULES: Mapping[str, tuple[str, ...]] = {
    "_verdicts": ("evaluate", "sweep", "compare", "evidence", "figures"),
    "_changes": ("changes",),
    "_report": ("report",),
    "_intake": ("intake",),
    "_template": ("template",),
    "_registers": ("check", "funding", "merge"),
    "_plan": ("plan",),
    "_compare_plans": ("compare-plans",),
    "_contract": ("schema", "conformance", "sample"),
    "_secret": ("secret",),
    "_completion": ("completion",),
}
"""The names of the commands in each module, in the order of the page of help."""

_MODULE_OF = {name: module for module, names in MODULES.items() for name in names}


@final
class Commands(Mapping[str, Command]):
    """All commands by name, in the order of the page of help."""

    def __getitem__(self, name: str) -> Command:
        """Import the module of a command, and return the command."""
        commands: Iterable[Command] = import_module(f"{__package__}.{_MODULE_OF[name]}").COMMANDS
        return next(command for command in commands if command.name == name)

    def __iter__(self) -> Iterator[str]:
        """Return the names, in order."""
        return iter(_MODULE_OF)

    def __len__(self) -> int:
        """Return the number of commands."""
        return len(_MODULE_OF)


COMMANDS = Commands()
