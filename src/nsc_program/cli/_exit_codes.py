"""The exit codes of the command; a signal that stops it adds its number to 128."""

OK = 0
"""Done."""

FOUND = 1
"""Done, with points to review: findings, rejected rows, or a status that `--fail-on` names."""

BAD_INPUT = 2
"""Bad input or usage."""

INTERRUPTED = 130
"""Stopped by Ctrl-C."""

STOPPED = 128
"""What the number of another signal is added to."""
