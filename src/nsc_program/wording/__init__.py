"""Read and write the numbers of targets as officials word them, in Vietnamese and English.

`render` words a phrase; `read` and `parse` read such words. The reader never guesses. A place that
is ambiguous, or that the model cannot represent, becomes an `Unreadable` with its `Reason`.
"""

from nsc_program.wording._reading import parse, read
from nsc_program.wording._reasons import Reason
from nsc_program.wording._rendering import render
from nsc_program.wording._values import InvalidWording, Phrase, Unreadable

__all__ = ["InvalidWording", "Phrase", "Reason", "Unreadable", "parse", "read", "render"]
