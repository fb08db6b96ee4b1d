"""Report the fault of a row as a problem with the sentence for it."""

from nsc_program.errors import Message
from nsc_program.intake._messages.messages import message
from nsc_program.intake._messages.problems import Fault, Problem
from nsc_program.values._text import Text


def sentence_of(text: Text) -> Message:
    """Return a text as the message of a problem.

    Args:
        text: the text.
    """
    return Message(text.vi, text.en)


def named_row(number: int) -> Text:
    """Return the number of another row, as the detail of a sentence.

    Args:
        number: the number of the row, as its source counts.
    """
    return Text(vi=f"{number}", en=f"{number}")


def problem_of(
    row: int,
    column: str | None,
    value: str,
    fault: Fault,
    *,
    suggestion: str | None = None,
    detail: Text | None = None,
) -> Problem:
    """Return a problem with the sentence of its fault.

    Args:
        row: the number of the row, as its source counts.
        column: the heading of the column; `None` for the row as a whole.
        value: the text of the cell that may be shown.
        fault: the kind of fault.
        suggestion: the value that was probably meant.
        detail: more about the fault, for its sentence.
    """
    return Problem(
        row=row,
        column=column,
        value=value,
        code=fault,
        message=sentence_of(message(fault, detail)),
        suggestion=suggestion,
    )
