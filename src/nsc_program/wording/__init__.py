"""How an official writes a target's number, both ways: `render` words it, `read` and `parse` read such words.

Nothing is guessed: a place that is ambiguous, or that the model cannot hold, is an `Unreadable` with its `Reason`.
"""

from nsc_program.wording._reading import parse, read
from nsc_program.wording._rendering import render
from nsc_program.wording._values import InvalidWording, Phrase, Reason, Unreadable

__all__ = ["InvalidWording", "Phrase", "Reason", "Unreadable", "parse", "read", "render"]
