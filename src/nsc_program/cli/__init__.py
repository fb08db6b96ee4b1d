"""The command `nsc-program`: the only part of the library that reads arguments and prints."""

import sys
from collections.abc import Sequence

from nsc_program.cli._exit_codes import INTERRUPTED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: the words after the name of the command; those of the process if `None`.

    Returns:
        The exit code: 0 for done, 1 for done with points to review, 2 for bad input or usage, 130
        after Ctrl-C.

    Raises:
        SystemExit: if the process is asked to end while it writes a file: with the code 143 for
            SIGTERM or 129 for SIGHUP. The unfinished file is removed.
    """
    try:
        # The import takes a while, and Ctrl-C may interrupt it too.
        from nsc_program.cli._run import run  # noqa: PLC0415

        return run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        return INTERRUPTED
