"""The command `nsc-program`: thin, and the only place with files and output."""

import sys
from collections.abc import Sequence

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        The exit code: 0 done, 1 done with something to look at, 2 bad input or usage, 130 after Ctrl-C.

    Raises:
        SystemExit: with 143, if the process was asked to end while it wrote a file; the part of the file is removed.
    """
    try:
        from nsc_program.cli._command import run  # noqa: PLC0415  # this takes a while, and may be interrupted too

        return run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        return _INTERRUPTED
